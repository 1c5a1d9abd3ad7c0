// Japan: limitation periods. Civil Code art. 166 and 169 and Commercial Code art. 586; the Civil Code and Commercial Code before 2020-04-01
// for older claims (Supplementary Provisions of Act No. 44 of 2017, art. 10).

import type { LimitationLaw, LimitationPeriod, LimitationRegime } from '../contract/limitation.ts';
import { type Citation, type Dated, period } from '../dated.ts';
import {
  billsAct,
  CHECKED,
  chequesAct,
  citations,
  cite,
  civilReform,
  commercialCode,
  oldCivilCode,
  oldCommercialCode,
  recordedClaimsAct,
} from './citations.ts';
import { REFORM_FROM } from './interest.ts';
import { newEvents, oldEvents } from './limitation_events.ts';

/** The Civil Code came into force on this day. */
const CODE_FROM = '1898-07-16';

const general: LimitationPeriod = {
  code: 'general',
  label: { ja: '知った時から5年・行使できる時から10年', en: '5 years from knowledge, at most 10 from when it is due' },
  ends: [
    { years: 5, counts_from: 'knowledge' },
    { years: 10, counts_from: 'exercisable' },
  ],
  citation: citations.limitation,
};

const carrier: LimitationPeriod = {
  code: 'carrier',
  label: { ja: '運送人の債権1年', en: "carrier's claim, 1 year" },
  ends: [{ years: 1, counts_from: 'exercisable' }],
  citation: cite(commercialCode, '586条', 'art. 586'),
};

/** Periods of instruments, alike in both regimes. */
const instrumentPeriods = {
  electronic_claim: {
    code: 'electronic_claim',
    label: { ja: '電子記録債権3年', en: 'electronically recorded claim, 3 years' },
    ends: [{ years: 3, counts_from: 'exercisable' }],
    citation: cite(recordedClaimsAct, '23条', 'art. 23'),
  },
  promissory_note: {
    code: 'promissory_note',
    label: { ja: '約束手形の振出人に対する請求3年', en: 'promissory note against the maker, 3 years' },
    ends: [{ years: 3, counts_from: 'exercisable' }],
    citation: cite(billsAct, '70条1項・77条1項8号', 'art. 70(1), 77(1)(viii)'),
  },
  cheque: {
    code: 'cheque',
    label: { ja: '小切手の遡求6か月', en: 'recourse on a cheque, 6 months' },
    ends: [{ months: 6, counts_from: 'exercisable' }],
    citation: cite(chequesAct, '51条', 'art. 51'),
  },
} as const satisfies Record<string, LimitationPeriod>;

/** A bill is counted from its maturity, alike in both regimes. */
const bill: LimitationPeriod = {
  code: 'bill',
  label: {
    ja: '約束手形の振出人・為替手形の引受人に対する請求3年（満期から）',
    en: 'bill or note against its acceptor or maker, 3 years from maturity',
  },
  ends: [{ years: 3, counts_from: 'exercisable' }],
  citation: cite(billsAct, '70条1項・77条1項8号', 'art. 70(1), 77(1)(viii)'),
};

const newRegime: LimitationRegime = {
  id: 'new',
  label: { ja: '2020年4月1日以後の債権', en: 'claims since 2020-04-01' },
  by_claim_kind: {
    goods: general,
    services: general,
    works: general,
    freight: carrier,
    rent: general,
    lease: general,
    loan: general,
    instalment_sale: general,
    medical: general,
    bill,
    electronic_claim: instrumentPeriods.electronic_claim,
    other: general,
  },
  special: instrumentPeriods,
};

const old = (ja: string, en: string): Citation => cite(oldCivilCode, ja, en);
const oldGoods: LimitationPeriod = {
  code: 'old_goods',
  label: { ja: '商品代金2年', en: 'price of goods, 2 years' },
  ends: [{ years: 2, counts_from: 'exercisable' }],
  citation: old('173条1号', 'art. 173(i)'),
};
const oldCommercialClaim: LimitationPeriod = {
  code: 'old_commercial',
  label: { ja: '商事債権5年', en: 'claim from a commercial act, 5 years' },
  ends: [{ years: 5, counts_from: 'exercisable' }],
  citation: cite(oldCommercialCode, '522条', 'art. 522'),
};
const oldPeriodic: LimitationPeriod = {
  code: 'old_periodic',
  label: { ja: '定期給付債権5年', en: 'periodic claim, 5 years' },
  ends: [{ years: 5, counts_from: 'exercisable' }],
  citation: old('169条', 'art. 169'),
};

const oldRegime: LimitationRegime = {
  id: 'old',
  label: { ja: '2020年4月1日前の契約または債権', en: 'contracts or claims before 2020-04-01' },
  by_claim_kind: {
    goods: oldGoods,
    services: oldCommercialClaim,
    works: {
      code: 'old_works',
      label: { ja: '工事の債権3年（工事終了から）', en: 'works, 3 years from their end' },
      ends: [{ years: 3, counts_from: 'completion' }],
      citation: old('170条2号', 'art. 170(ii)'),
    },
    freight: {
      code: 'old_freight',
      label: { ja: '運送賃1年', en: 'freight, 1 year' },
      ends: [{ years: 1, counts_from: 'exercisable' }],
      citation: old('174条3号', 'art. 174(iii)'),
    },
    rent: oldPeriodic,
    lease: oldCommercialClaim,
    loan: oldCommercialClaim,
    instalment_sale: oldGoods,
    medical: {
      code: 'old_medical',
      label: { ja: '診療報酬3年', en: 'medical fees, 3 years' },
      ends: [{ years: 3, counts_from: 'exercisable' }],
      citation: old('170条1号', 'art. 170(i)'),
    },
    bill,
    electronic_claim: instrumentPeriods.electronic_claim,
    // The creditor is a business, so the shorter commercial period is the safe one.
    other: oldCommercialClaim,
  },
  special: {
    ...instrumentPeriods,
    craft: {
      code: 'old_craft',
      label: { ja: '自己の仕事場での製作2年', en: 'making to order, 2 years' },
      ends: [{ years: 2, counts_from: 'exercisable' }],
      citation: old('173条2号', 'art. 173(ii)'),
    },
    tuition: {
      code: 'old_tuition',
      label: { ja: '授業料等2年', en: 'tuition and board, 2 years' },
      ends: [{ years: 2, counts_from: 'exercisable' }],
      citation: old('173条3号', 'art. 173(iii)'),
    },
    lodging: {
      code: 'old_lodging',
      label: { ja: '宿泊・飲食代金1年', en: 'inn and restaurant, 1 year' },
      ends: [{ years: 1, counts_from: 'exercisable' }],
      citation: old('174条4号', 'art. 174(iv)'),
    },
    short_hire: {
      code: 'old_short_hire',
      label: { ja: '動産の損料1年', en: 'short hire of movables, 1 year' },
      ends: [{ years: 1, counts_from: 'exercisable' }],
      citation: old('174条5号', 'art. 174(v)'),
    },
    labour: {
      code: 'old_labour',
      label: { ja: '労力の賃金等1年', en: 'own labour, 1 year' },
      ends: [{ years: 1, counts_from: 'exercisable' }],
      citation: old('174条2号', 'art. 174(ii)'),
    },
    lawyer: {
      code: 'old_lawyer',
      label: {
        ja: '弁護士等の債権2年（事件終了から）',
        en: 'lawyer and notary fees, 2 years from the end of the matter',
      },
      ends: [{ years: 2, counts_from: 'completion' }],
      citation: old('172条', 'art. 172'),
    },
    periodic: oldPeriodic,
    not_commercial: {
      code: 'old_general',
      label: { ja: '一般の債権10年', en: 'any other claim, 10 years' },
      ends: [{ years: 10, counts_from: 'exercisable' }],
      citation: old('167条1項', 'art. 167(1)'),
    },
  },
};

const titlePeriod: LimitationPeriod = {
  code: 'title',
  label: { ja: '確定した権利10年', en: 'right fixed by a title, 10 years' },
  ends: [{ years: 10, counts_from: 'exercisable' }],
  citation: citations.limitation_title,
};
const oldTitlePeriod: LimitationPeriod = {
  code: 'title',
  label: { ja: '確定した権利10年', en: 'right fixed by a title, 10 years' },
  ends: [{ years: 10, counts_from: 'exercisable' }],
  citation: cite(oldCivilCode, '174条の2', 'art. 174-2', 'unverified'),
};

const regimes: Dated<LimitationRegime> = {
  id: 'limitation.regimes',
  label: { ja: '消滅時効の期間', en: 'limitation periods' },
  unit: 'rule',
  periods: [
    period(CODE_FROM, oldRegime, cite(civilReform, '10条1項・4項', 'art. 10(1), (4)')),
    period(REFORM_FROM, newRegime, citations.limitation),
  ],
  checked: CHECKED,
};

/** Limitation before and since the reform of the law of obligations. */
export const limitationLaw: LimitationLaw = {
  regimes,
  events: {
    id: 'limitation.events',
    label: { ja: '時効の完成猶予・更新', en: 'postponement and renewal of limitation' },
    unit: 'rule',
    periods: [
      period(CODE_FROM, oldEvents, cite(oldCivilCode, '147条～161条', 'art. 147-161', 'unverified')),
      period(REFORM_FROM, newEvents, cite(civilReform, '10条2項・3項', 'art. 10(2), (3)')),
    ],
    checked: CHECKED,
  },
  title: {
    id: 'limitation.title',
    label: { ja: '判決等で確定した権利の時効', en: 'limitation of a right fixed by a title' },
    unit: 'rule',
    periods: [
      period(CODE_FROM, oldTitlePeriod, oldTitlePeriod.citation),
      period(REFORM_FROM, titlePeriod, titlePeriod.citation),
    ],
    checked: CHECKED,
  },
  // A notarial deed is a title for enforcement but does not have the effect of a final judgment.
  title_kinds: ['judgment', 'payment_order', 'settlement'],
  acknowledging_titles: ['notarial_deed'],
  // What the State or a municipality owes for goods and services is a claim of private law: the Civil Code applies and the limitation must
  // be invoked. Public Accounting Act art. 31 speaks of claims of public law.
  without_invocation: [],
};
