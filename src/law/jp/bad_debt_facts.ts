// Japan: the facts that make a debt bad. Corporation Tax Act and Order, its Basic Circular 9-6-1 to 9-6-3; Consumption Tax Act art. 39, its
// Order art. 59 and Rules art. 18, 19.

import type { BadDebtEffect, BadDebtFactLaw } from '../contract/bad_debt_facts.ts';
import { type Citation, datedTable, period, type TableEntry } from '../dated.ts';
import { CHECKED, caseLaw, cite, consumptionTaxRules, corporationTaxAct, taxCircular } from './citations.ts';
import { REFORM_FROM } from './interest.ts';

const plain: BadDebtEffect = {
  loss: 'none',
  period: 'none',
  credit: false,
  not_for: [],
  without_security: false,
  after_months: null,
  reserve_only_if_allowed: false,
};

const circular = (article: string): Citation => cite(taxCircular, article, article, 'secondary');

const effect = (ja: string, en: string, value: BadDebtEffect, citation: Citation): TableEntry<BadDebtEffect> => ({
  label: { ja, en },
  unit: 'rule',
  from: REFORM_FROM,
  value,
  citation,
});

/** The facts that make a debt bad. */
export const badDebtFactLaw: BadDebtFactLaw = {
  facts: datedTable<BadDebtFactLaw['facts']>('bad_debt_facts.facts', {
    plan_confirmed: effect(
      '再生・更生計画の認可、特別清算の協定',
      'plan of reorganisation or rehabilitation confirmed, agreement in special liquidation',
      { ...plain, loss: 'cut', period: 'fact', credit: true },
      circular('9-6-1(1)(2)'),
    ),
    creditors_settled: effect(
      '債権者集会などの合理的な協議決定',
      'settlement of creditors on reasonable terms',
      { ...plain, loss: 'cut', period: 'fact', credit: true },
      circular('9-6-1(3)'),
    ),
    waived: effect(
      '長く債務超過の相手への書面による免除',
      'written waiver to a debtor long insolvent',
      { ...plain, loss: 'cut', period: 'fact', credit: true },
      circular('9-6-1(4)'),
    ),
    wholly_lost: effect(
      '全額の回収不能が明らか',
      'the whole claim is clearly lost',
      { ...plain, loss: 'whole', period: 'booked', credit: true, without_security: true },
      circular('9-6-2'),
    ),
    dealings_stopped: effect(
      '継続取引の停止から1年',
      'continued dealings stopped for a year',
      {
        ...plain,
        loss: 'all_but_memo',
        period: 'booked',
        credit: true,
        not_for: ['loan'],
        without_security: true,
        after_months: 12,
      },
      circular('9-6-3(1)'),
    ),
    below_cost: effect(
      '同一地域の債権の総額が取立費用に満たない',
      'all claims of one area are less than the cost of collecting them',
      { ...plain, loss: 'all_but_memo', period: 'booked', credit: true, not_for: ['loan'] },
      circular('9-6-3(2)'),
    ),
    petition_filed: effect(
      '倒産手続の申立て',
      'petition for insolvency proceedings',
      { ...plain, loss: 'reserve', share: '0.50', period: 'booked', reserve_only_if_allowed: true },
      cite(corporationTaxAct, '52条1項・施行令96条1項3号', 'art. 52(1); Enforcement Order art. 96(1)(iii)'),
    ),
    bankruptcy_opened: effect(
      '破産手続の開始',
      'bankruptcy opened',
      plain,
      cite(
        caseLaw,
        '国税不服審判所裁決平20.6.26（9-6-1に列挙なし）',
        'Tax Tribunal, 2008-06-26 (not listed in 9-6-1)',
        'secondary',
      ),
    ),
    sold_below_face: effect(
      '額面を下回る売却',
      'sale below face value',
      { ...plain, loss: 'shortfall', period: 'fact' },
      cite(corporationTaxAct, '22条3項3号', 'art. 22(3)(iii)'),
    ),
    limitation_run: effect(
      '時効期間の満了（援用なし）',
      'limitation has run but was not invoked',
      plain,
      cite(taxCircular, '9-6-1～9-6-3に列挙なし', 'not listed in 9-6-1 to 9-6-3', 'unverified'),
    ),
  }),
  no_credit_for: ['loan'],
  keep_papers_years: {
    id: 'bad_debt_facts.keep_papers_years',
    label: { ja: '貸倒れの書類の保存期間', en: 'time to keep the papers of a bad debt' },
    unit: 'years',
    periods: [
      period(
        REFORM_FROM,
        7,
        cite(consumptionTaxRules, '19条、消費税法39条2項', 'art. 19; Consumption Tax Act art. 39(2)'),
      ),
    ],
    checked: CHECKED,
  },
};
