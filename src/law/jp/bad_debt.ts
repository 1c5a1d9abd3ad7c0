// Japan: when a claim may be written off, and what tax comes back. Corporation Tax Act and its circular, Consumption Tax Act.
import type { BadDebtLaw } from '../contract/bad_debt.ts';
import type { ClaimKind } from '../contract/claim.ts';
import { period } from '../dated.ts';
import { CHECKED, citations, cite, consumptionTaxAct, corporationTaxAct } from './citations.ts';

/** Write-off and the tax that comes back. */
export const badDebt: BadDebtLaw = {
  formal_after_months: {
    id: 'bad_debt.formal_after_months',
    label: { ja: '取引停止から形式上の貸倒れまで', en: 'time since dealings stopped before a formal write-off' },
    unit: 'months',
    periods: [period('2020-04-01', 12, citations.bad_debt_formal)],
    checked: CHECKED,
  },
  formal_excluded_kinds: {
    id: 'bad_debt.formal_excluded_kinds',
    label: {
      ja: '形式上の貸倒れにできない債権（売掛債権でないもの）',
      en: 'claims without a formal write-off, because they are no trade claims',
    },
    unit: 'rule',
    // The circular speaks of trade claims, "loans and the like not included".
    periods: [period<readonly ClaimKind[]>('2020-04-01', ['loan'], citations.bad_debt_formal)],
    checked: CHECKED,
  },
  memo_value: {
    id: 'bad_debt.memo_value',
    label: { ja: '備忘価額', en: 'memorandum value' },
    unit: 'JPY',
    periods: [period('2020-04-01', 1, citations.bad_debt_formal)],
    checked: CHECKED,
  },
  reserve_share: {
    id: 'bad_debt.reserve_share',
    label: { ja: '倒産手続申立て時の貸倒引当金', en: 'reserve when an insolvency procedure is applied for' },
    unit: 'share',
    periods: [
      period(
        '2020-04-01',
        '0.50',
        cite(corporationTaxAct, '52条1項・施行令96条1項3号', 'art. 52(1); Enforcement Order art. 96(1)(iii)'),
      ),
    ],
    checked: CHECKED,
  },
  consumption_tax_credit: {
    id: 'bad_debt.consumption_tax_credit',
    label: {
      ja: '貸倒れに係る消費税額の控除（地方消費税を含む）',
      en: 'consumption-tax credit on a bad debt, local tax included',
    },
    unit: 'share',
    periods: [
      period(
        '2019-10-01',
        { '0': [0, 100], '0.08': [8, 108], '0.1': [10, 110] },
        cite(consumptionTaxAct, '39条1項', 'art. 39(1)'),
      ),
    ],
    checked: CHECKED,
  },
  no_credit_kinds: {
    id: 'bad_debt.no_credit_kinds',
    label: {
      ja: '貸倒れの消費税控除のない債権',
      en: 'claims that bring no consumption-tax credit on a bad debt',
    },
    unit: 'rule',
    // The credit is for claims from a taxed supply; lending money is none.
    periods: [period<readonly ClaimKind[]>('2019-10-01', ['loan'], citations.consumption_tax_bad_debt)],
    checked: CHECKED,
  },
  credit_on_sale: false,
};
