// Japan: limitation periods. Civil Code art. 166 and 169 and Commercial Code art. 586; the Civil Code and Commercial Code before 2020-04-01
// for older claims (Supplementary Provisions of Act No. 44 of 2017, art. 10).
import { type Citation, type Dated, period } from '../dated.ts';
import type { LimitationLaw, LimitationPeriod, LimitationRegime, PeriodStart } from '../law.ts';
import {
  billsAct,
  CHECKED,
  chequesAct,
  citations,
  cite,
  civilReform,
  commercial,
  oldCivil,
  oldCommercial,
  recordedClaims,
} from './citations.ts';
import { REFORM_FROM } from './interest.ts';
import { newEvents, oldEvents } from './limitation_events.ts';

/** The Civil Code came into force on this day. */
const CODE_FROM = '1898-07-16';

const years = (
  code: string,
  ja: string,
  en: string,
  length: number,
  citation: Citation,
  counts_from: PeriodStart = 'exercisable',
): LimitationPeriod => ({ code, label: { ja, en }, ends: [{ years: length, counts_from }], citation });

const general: LimitationPeriod = {
  code: 'general',
  label: { ja: '知った時から5年・行使できる時から10年', en: '5 years from knowledge, at most 10 from when it is due' },
  ends: [
    { years: 5, counts_from: 'knowledge' },
    { years: 10, counts_from: 'exercisable' },
  ],
  citation: citations.limitation,
};

const carrier = years(
  'carrier',
  '運送人の債権1年',
  "carrier's claim, 1 year",
  1,
  cite(commercial, '586条', 'art. 586'),
);

/** Periods of instruments, alike in both regimes. */
const instruments = {
  electronic_claim: years(
    'electronic_claim',
    '電子記録債権3年',
    'electronically recorded claim, 3 years',
    3,
    cite(recordedClaims, '23条', 'art. 23'),
  ),
  promissory_note: years(
    'promissory_note',
    '約束手形の振出人に対する請求3年',
    'promissory note against the maker, 3 years',
    3,
    cite(billsAct, '70条1項・77条1項8号', 'art. 70(1), 77(1)(viii)'),
  ),
  cheque: {
    code: 'cheque',
    label: { ja: '小切手の遡求6か月', en: 'recourse on a cheque, 6 months' },
    ends: [{ months: 6, counts_from: 'exercisable' }],
    citation: cite(chequesAct, '51条', 'art. 51'),
  },
} as const satisfies Record<string, LimitationPeriod>;

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
    other: general,
  },
  special: instruments,
};

const old = (ja: string, en: string): Citation => cite(oldCivil, ja, en);
const oldGoods = years('old_goods', '商品代金2年', 'price of goods, 2 years', 2, old('173条1号', 'art. 173(i)'));
const oldCommercialClaim = years(
  'old_commercial',
  '商事債権5年',
  'claim from a commercial act, 5 years',
  5,
  cite(oldCommercial, '522条', 'art. 522'),
);
const oldPeriodic = years('old_periodic', '定期給付債権5年', 'periodic claim, 5 years', 5, old('169条', 'art. 169'));

const oldRegime: LimitationRegime = {
  id: 'old',
  label: { ja: '2020年4月1日前の契約または債権', en: 'contracts or claims before 2020-04-01' },
  by_claim_kind: {
    goods: oldGoods,
    services: oldCommercialClaim,
    works: years(
      'old_works',
      '工事の債権3年（工事終了から）',
      'works, 3 years from their end',
      3,
      old('170条2号', 'art. 170(ii)'),
      'completion',
    ),
    freight: years('old_freight', '運送賃1年', 'freight, 1 year', 1, old('174条3号', 'art. 174(iii)')),
    rent: oldPeriodic,
    lease: oldCommercialClaim,
    loan: oldCommercialClaim,
    instalment_sale: oldGoods,
    medical: years('old_medical', '診療報酬3年', 'medical fees, 3 years', 3, old('170条1号', 'art. 170(i)')),
    // The creditor is a business, so the shorter commercial period is the safe one.
    other: oldCommercialClaim,
  },
  special: {
    ...instruments,
    craft: years(
      'old_craft',
      '自己の仕事場での製作2年',
      'making to order, 2 years',
      2,
      old('173条2号', 'art. 173(ii)'),
    ),
    tuition: years('old_tuition', '授業料等2年', 'tuition and board, 2 years', 2, old('173条3号', 'art. 173(iii)')),
    lodging: years(
      'old_lodging',
      '宿泊・飲食代金1年',
      'inn and restaurant, 1 year',
      1,
      old('174条4号', 'art. 174(iv)'),
    ),
    short_hire: years(
      'old_short_hire',
      '動産の損料1年',
      'short hire of movables, 1 year',
      1,
      old('174条5号', 'art. 174(v)'),
    ),
    labour: years('old_labour', '労力の賃金等1年', 'own labour, 1 year', 1, old('174条2号', 'art. 174(ii)')),
    lawyer: years(
      'old_lawyer',
      '弁護士等の債権2年（事件終了から）',
      'lawyer and notary fees, 2 years from the end of the matter',
      2,
      old('172条', 'art. 172'),
      'completion',
    ),
    periodic: oldPeriodic,
    not_commercial: years(
      'old_general',
      '一般の債権10年',
      'any other claim, 10 years',
      10,
      old('167条1項', 'art. 167(1)'),
    ),
  },
};

const titlePeriod = years(
  'title',
  '確定した権利10年',
  'right fixed by a title, 10 years',
  10,
  citations.limitation_title,
);
const oldTitlePeriod = years(
  'title',
  '確定した権利10年',
  'right fixed by a title, 10 years',
  10,
  cite(oldCivil, '174条の2', 'art. 174-2', 'unverified'),
);

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

export const limitationLaw: LimitationLaw = {
  regimes,
  events: {
    id: 'limitation.events',
    label: { ja: '時効の完成猶予・更新', en: 'postponement and renewal of limitation' },
    unit: 'rule',
    periods: [
      period(CODE_FROM, oldEvents, cite(oldCivil, '147条～161条', 'art. 147-161', 'unverified')),
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
  without_invocation: ['public_body'],
};
