// Japan: who may buy a claim (Servicer Act art. 2(1)), how collectors must behave, what tax comes back on a bad debt, and which
// changes of law are coming.
import { period } from '../dated.ts';
import type { BadDebtLaw, ChangeWatch, ClaimKind, Conduct, ServicerRule } from '../law.ts';
import { CHECKED, citations, cite, consumptionTax, corporationTax, retentionAct, servicerAct } from './citations.ts';

/** An ordinary trade claim of a healthy seller is no "specified monetary claim". */
const notSpecified: ServicerRule = { may_buy: false, condition: null, citation: citations.servicer_scope };

export const servicer: Readonly<Record<ClaimKind, ServicerRule>> = {
  goods: notSpecified,
  services: notSpecified,
  works: notSpecified,
  freight: notSpecified,
  rent: notSpecified,
  lease: {
    may_buy: true,
    condition: {
      ja: '使用期間が1年を超え、中途解約できないリースに限る。',
      en: 'Only leases for more than one year that cannot be cancelled.',
    },
    citation: cite(servicerAct, '2条1項4号', 'art. 2(1)(iv)'),
  },
  loan: {
    may_buy: true,
    condition: {
      ja: '銀行・登録貸金業者など法定の者が有する（有していた）貸付債権に限る。',
      en: 'Only loans that are or were held by banks, registered moneylenders and other bodies named in the act.',
    },
    citation: cite(servicerAct, '2条1項1号・2号', 'art. 2(1)(i), (ii)'),
  },
  instalment_sale: {
    may_buy: true,
    condition: {
      ja: '機械類は6か月以上かつ3回以上、指定商品は2か月以上かつ3回以上の分割払いを販売の条件としたものに限る。',
      en: 'Only sales made on condition of at least three instalments, over six months for machinery or two months for designated goods.',
    },
    citation: cite(servicerAct, '2条1項7号の2', 'art. 2(1)(vii-2)'),
  },
  medical: notSpecified,
  other: notSpecified,
};

export const conduct: Conduct = {
  quiet_from: '21:00',
  quiet_until: '08:00',
  stop_after_counsel_notice: true,
  citation: citations.conduct,
};

export const badDebt: BadDebtLaw = {
  formal_after_months: {
    id: 'bad_debt.formal_after_months',
    label: { ja: '取引停止から形式上の貸倒れまで', en: 'time since dealings stopped before a formal write-off' },
    unit: 'months',
    periods: [period('2020-04-01', 12, citations.bad_debt_formal)],
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
        cite(corporationTax, '52条1項・施行令96条1項3号', 'art. 52(1); Enforcement Order art. 96(1)(iii)'),
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
        cite(consumptionTax, '39条1項', 'art. 39(1)'),
      ),
    ],
    checked: CHECKED,
  },
  credit_on_sale: false,
};

export const changeWatch: readonly ChangeWatch[] = [
  {
    on: '2026-12-12',
    kind: 'latest',
    what: {
      ja: '早期事業再生法の施行（取引債権への影響は小さい見込み）。',
      en: 'Act on early business rehabilitation in force; trade claims are not expected to be affected.',
    },
    citation: null,
  },
  {
    on: '2027-12-05',
    kind: 'latest',
    what: {
      ja: '譲渡担保契約・所有権留保契約法の施行。',
      en: 'Act on security by assignment and retention of title in force.',
    },
    citation: cite(retentionAct, '附則1条', 'Supplementary Provisions, art. 1'),
  },
  {
    on: '2028-03-31',
    kind: 'latest',
    what: {
      ja: '2029年4月1日からの法定利率の告示。',
      en: 'Announcement of the statutory rate from 2029-04-01.',
    },
    citation: citations.statutory_rate,
  },
  {
    on: '2028-06-13',
    kind: 'latest',
    what: {
      ja: '民事執行・保全・倒産・調停の手続のデジタル化と手数料の改定。',
      en: 'Digital enforcement, provisional remedies, insolvency and mediation, with new fees.',
    },
    citation: null,
  },
];
