// Japan: what courts charge. Act on Costs of Civil Procedure, Tables 1 to 3, as in force on 2026-06-27.
// The first day of a period is the first day covered here, which may be later than the day on which the amount began.

import type { ObjectionCredit, Petition, PetitionFee, RefundRule } from '../contract/court_fees.ts';
import { type Citation, type Dated, period } from '../dated.ts';
import type { FeeScale } from '../scale.ts';
import { CHECKED, cite, costsAct, practice } from './citations.ts';

/** Filing fees as they stand since the amendment in force on this day. */
export const BRACKETS_FROM = '2004-01-01';
/** Digital civil procedure (Act No. 48 of 2022): a flat part takes the place of deposited postage. */
export const DIGITAL_FROM = '2026-05-21';

/** Tables 1(1) and 2(1): so much for each started unit of the value of the claim. */
const suitScale: FeeScale = [
  { up_to: 1_000_000, unit: 100_000, fee: 1_000 },
  { up_to: 5_000_000, unit: 200_000, fee: 1_000 },
  { up_to: 10_000_000, unit: 500_000, fee: 2_000 },
  { up_to: 1_000_000_000, unit: 1_000_000, fee: 3_000 },
  { up_to: 5_000_000_000, unit: 5_000_000, fee: 10_000 },
  { up_to: null, unit: 10_000_000, fee: 10_000 },
];

/** Table 1(14): half of the suit scale up to ten million, less above. */
const mediationScale: FeeScale = [
  { up_to: 1_000_000, unit: 100_000, fee: 500 },
  { up_to: 5_000_000, unit: 200_000, fee: 500 },
  { up_to: 10_000_000, unit: 500_000, fee: 1_000 },
  { up_to: 1_000_000_000, unit: 1_000_000, fee: 1_200 },
  { up_to: 5_000_000_000, unit: 5_000_000, fee: 4_000 },
  { up_to: null, unit: 10_000_000, fee: 4_000 },
];

const table1 = (ja: string, en: string): Citation => cite(costsAct, `別表第一・${ja}の項`, `Table 1(${en})`);
const table2 = (ja: string, en: string): Citation => cite(costsAct, `別表第二・${ja}の項`, `Table 2(${en})`);

const full = { scale: suitScale, share: [1, 1] } as const;
const half = { scale: suitScale, share: [1, 2] } as const;
const appealed = { scale: suitScale, share: [3, 2] } as const;
const finallyAppealed = { scale: suitScale, share: [2, 1] } as const;
const none = { scale: suitScale, share: [0, 1] } as const;

const nothingFlat = { flat: { paper: 0, online: 0 }, per_extra_defendant: 0 } as const;
const noPostage = { postage: 0, postage_citation: cite(costsAct, '11条1項ただし書', 'art. 11(1) proviso') } as const;
const unknownPostage = { postage: null, postage_citation: null } as const;
const oldSuitPostage = {
  postage: 6_000,
  postage_citation: cite(
    practice,
    '東京地方裁判所の予納郵券（1対1）',
    'stamps deposited at the Tokyo court',
    'secondary',
  ),
} as const;

const oldSuit: PetitionFee = { ...full, ...nothingFlat, ...oldSuitPostage };
const newSuit: PetitionFee = {
  ...full,
  flat: { paper: 2_500, online: 1_400 },
  per_extra_defendant: 2_000,
  ...noPostage,
};

/** What each petition costs, before and since digital civil procedure. */
export const petitions: Readonly<Record<Petition, Dated<PetitionFee>>> = {
  suit: {
    id: 'petitions.suit',
    label: { ja: '訴えの提起', en: 'suit' },
    unit: 'JPY',
    periods: [period(BRACKETS_FROM, oldSuit, table1('一', '1')), period(DIGITAL_FROM, newSuit, table2('一', '1'))],
    checked: CHECKED,
  },
  small_claims: {
    id: 'petitions.small_claims',
    label: { ja: '少額訴訟の提起', en: 'small-claims suit' },
    unit: 'JPY',
    periods: [period(BRACKETS_FROM, oldSuit, table1('一', '1')), period(DIGITAL_FROM, newSuit, table2('一', '1'))],
    checked: CHECKED,
  },
  payment_order: {
    id: 'petitions.payment_order',
    label: { ja: '支払督促の申立て', en: 'petition for a payment order' },
    unit: 'JPY',
    periods: [
      // Until the reform Table 1 had an item of its own for it; the half share is the same.
      period<PetitionFee>(
        BRACKETS_FROM,
        { ...half, ...nothingFlat, ...unknownPostage },
        cite(costsAct, '別表第一（2026年5月21日前）', 'Table 1 as in force before 2026-05-21', 'secondary'),
      ),
      period<PetitionFee>(
        DIGITAL_FROM,
        { ...half, flat: { paper: 2_700, online: 2_500 }, per_extra_defendant: 0, ...noPostage },
        table2('一一', '11'),
      ),
    ],
    checked: CHECKED,
  },
  mediation: {
    id: 'petitions.mediation',
    label: { ja: '民事調停の申立て', en: 'petition for civil mediation' },
    unit: 'JPY',
    periods: [
      period<PetitionFee>(
        BRACKETS_FROM,
        { scale: mediationScale, share: [1, 1], ...nothingFlat, ...unknownPostage },
        table1('一四', '14'),
      ),
    ],
    checked: CHECKED,
  },
  appeal: {
    id: 'petitions.appeal',
    label: { ja: '控訴の提起', en: 'appeal' },
    unit: 'JPY',
    periods: [
      period<PetitionFee>(BRACKETS_FROM, { ...appealed, ...nothingFlat, ...unknownPostage }, table1('二', '2')),
      period<PetitionFee>(
        DIGITAL_FROM,
        { ...appealed, flat: { paper: 1_900, online: 800 }, per_extra_defendant: 0, ...noPostage },
        table2('二', '2'),
      ),
    ],
    checked: CHECKED,
  },
  final_appeal: {
    id: 'petitions.final_appeal',
    label: { ja: '上告の提起・上告受理の申立て', en: 'final appeal' },
    unit: 'JPY',
    periods: [
      period<PetitionFee>(BRACKETS_FROM, { ...finallyAppealed, ...nothingFlat, ...unknownPostage }, table1('三', '3')),
      period<PetitionFee>(
        DIGITAL_FROM,
        { ...finallyAppealed, flat: { paper: 2_700, online: 1_100 }, per_extra_defendant: 0, ...noPostage },
        table2('三', '3'),
      ),
    ],
    checked: CHECKED,
  },
  pre_suit_settlement: {
    id: 'petitions.pre_suit_settlement',
    label: { ja: '訴え提起前の和解の申立て', en: 'petition for settlement before suit' },
    unit: 'JPY',
    periods: [
      // Art. 3(3) still credits "two thousand yen" of this petition towards a suit; the old item itself was not read.
      period<PetitionFee>(
        BRACKETS_FROM,
        { ...none, flat: { paper: 2_000, online: 2_000 }, per_extra_defendant: 0, ...unknownPostage },
        cite(costsAct, '別表第一（2026年5月21日前）', 'Table 1 as in force before 2026-05-21', 'unverified'),
      ),
      period<PetitionFee>(
        DIGITAL_FROM,
        { ...none, flat: { paper: 2_700, online: 2_400 }, per_extra_defendant: 0, ...noPostage },
        table2('一〇', '10'),
      ),
    ],
    checked: CHECKED,
  },
};

/** Appeals in suits that were filed before the reform keep the fees of before it. */
export const fixedBySuit: Dated<readonly Petition[]> = {
  id: 'fixed_by_suit',
  label: { ja: '訴え提起の日の手数料によるもの', en: 'petitions with the fee of the day of their suit' },
  unit: 'rule',
  periods: [
    period<readonly Petition[]>(
      BRACKETS_FROM,
      ['appeal', 'final_appeal'],
      cite(costsAct, '附則（令和4年法律第48号）25条', 'Supplementary Provisions (Act No. 48 of 2022), art. 25'),
    ),
  ],
  checked: CHECKED,
};

/** What of the fee of a payment order counts towards the suit it becomes. */
export const objectionCredit: Dated<ObjectionCredit> = {
  id: 'objection_credit',
  label: { ja: '督促異議による訴訟移行時の控除', en: 'payment-order fee credited to the suit it becomes' },
  unit: 'rule',
  periods: [period(BRACKETS_FROM, { base: true, flat: false }, cite(costsAct, '3条3項1号', 'art. 3(3)(i)'))],
  checked: CHECKED,
};

/** What comes back when a petition is withdrawn early. */
export const refundRule: Dated<RefundRule> = {
  id: 'refund',
  label: { ja: '早期取下げの手数料還付', en: 'refund on early withdrawal' },
  unit: 'JPY',
  periods: [period(BRACKETS_FROM, { kept: [1, 2], kept_at_least: 4_000 }, cite(costsAct, '9条2項', 'art. 9(2)'))],
  checked: CHECKED,
};
