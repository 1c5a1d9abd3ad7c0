// A lump sum for less than the whole: the level we would offer, or the debtor's own offer (docs/model.md 5).

import * as z from 'zod';
import { every, zipKinds } from '../assumptions/kinds.ts';
import { logistic } from '../assumptions/scale.ts';
import { countField, positiveAmountField } from '../fields/field.ts';
import { minus, over, times } from '../numbers/number.ts';
import { DAYS_PER_MONTH, monthsOf } from '../values/day.ts';
import { money } from '../values/money.ts';
import { phrase, SILENT } from '../values/phrase.ts';
import { unaskedBars } from './ask_first.ts';
import { equalTreatmentBars, fullDisputeBars, madeBefore, notDueBars, ownOfferBars, procedureBars } from './bars.ts';
import { paidTooEarly } from './before_due.ts';
import { consentFirst } from './guarantor_bars.ts';
import { askForMore, keepOnFile, offerWindow, wholeMonths } from './offers.ts';
import { type Bargaining, option, type Situation, statedTerms } from './option.ts';
import { onRecord } from './running.ts';
import { leastShare } from './undisputed.ts';

/** Levels tried when we make the offer, as shares of the balance. */
const LEVELS = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3];

type SettlementTerms = { readonly level: number } | { readonly amount: number; readonly months: number };

const settleTerms = z.strictObject({
  offer: positiveAmountField({
    label: { ja: '相手の一括払い申出額', en: "debtor's lump-sum offer" },
    description: 'Lump sum that the debtor itself has offered.',
    description_ja: '相手方が申し出ている一括払いの額。',
    example: 1400000,
  }).optional(),
  in_days: countField({
    label: { ja: '申出の支払までの日数', en: 'days until it is paid' },
    description: 'Days until the offered lump sum would be paid.',
    example: 14,
    default: '14',
    min: 0,
    max: 730,
  }).optional(),
});

const statedSettlement = statedTerms<z.output<typeof settleTerms>>('settle');

/** What one concession takes off the level of our offer. */
const LEVEL_STEP = 0.05;

/** What a lump sum gives away: a twentieth of the balance more. The debtor's own offer is answered, not improved. */
function bargainOver(s: Situation, t: SettlementTerms | null): Bargaining<SettlementTerms> {
  const { offer } = statedSettlement(s);
  const offered = offer === undefined ? {} : { offered: Math.min(offer.toNumber(), s.state.balance) };
  if (t === null || 'amount' in t) return offered;
  const to = { level: Math.round((t.level - LEVEL_STEP) * 100) / 100 };
  if (to.level === 0 || to.level < leastShare(s)) return offered;
  return {
    ...offered,
    lump_sum: t.level * s.state.balance,
    concessions: [
      {
        id: 'share_waived',
        text: phrase(
          { before: { percent: t.level }, after: { percent: to.level } },
          {
            ja: '一括で払うなら、残額の{before}でよいところを{after}まで下げる',
            en: 'for a lump sum, go down from {before} of the balance to {after}',
          },
        ),
        from: t,
        to,
      },
    ],
  };
}

/** Chance that an agreed lump sum is paid. */
const performed = (s: Situation, t: SettlementTerms): number =>
  'amount' in t ? s.a.settle.firm_performed : s.a.settle.performed;

export const settle = option<SettlementTerms>({
  id: 'settle',
  label: { ja: '一括和解', en: 'lump-sum settlement' },
  description: {
    ja: '減額した一括払いで終わらせます。相手の申出があればその額、なければ最も得な水準を探します。',
    en: "Close the matter for a reduced lump sum: the debtor's own offer, or the level that serves us best.",
  },
  family: 'in_house',
  shape: 'offer',
  consensual: true,
  follows: ['fresh'],
  varies: () => 'never',
  negotiable: true,
  terms: settleTerms,
  needs: () => [],
  bars: (s) => [
    ...procedureBars(s, 'individual_action'),
    ...(statedSettlement(s).offer
      ? []
      : [
          ...notDueBars(s),
          ...fullDisputeBars(s, 'discount'),
          ...equalTreatmentBars(s),
          ...ownOfferBars(s),
          ...unaskedBars(s),
          ...madeBefore(s, 'settlement_refused', {
            ja: '和解案はすでに断られています。',
            en: 'A settlement has already been refused.',
          }),
        ]),
  ],
  papers: () => ['settlement_agreement', 'file_note'],
  variants: (s) => {
    const { offer, in_days } = statedSettlement(s);
    if (offer) return [{ amount: Math.min(offer.toNumber(), s.state.balance), months: monthsOf(in_days ?? 14) }];
    const least = leastShare(s);
    const levels = LEVELS.filter((level) => level >= least);
    return (levels.length > 0 ? levels : [Math.ceil(least * 100) / 100]).map((level) => ({ level }));
  },
  prospect: (s, chosen) => {
    const { settle: a } = s.a;
    const { balance } = s.state;
    if ('amount' in chosen) {
      // We can accept the debtor's own offer today for certain; it is paid with the chance that such offers are paid.
      return {
        event: {
          id: 'offer_accepted',
          at: 0,
          next: [
            {
              chance: every(performed(s, chosen)),
              event: {
                id: 'settlement_paid',
                at: chosen.months,
                flows: [{ principal: times(chosen.amount, s.debtor.kept) }],
                conceded: balance - chosen.amount,
              },
            },
          ],
        },
        acceptance: every(1),
        voidIfFailed: false,
        window: 1,
        open: { until: 0.5 },
      };
    }
    const { level } = chosen;
    return {
      event: {
        id: 'settlement_agreed',
        at: 0,
        next: [
          {
            chance: every(performed(s, chosen)),
            event: {
              id: 'settlement_paid',
              at: a.months_to_pay,
              flows: [{ principal: times(balance * level, s.debtor.kept) }],
              conceded: balance * (1 - level),
            },
          },
        ],
      },
      acceptance: zipKinds(a.cap, a.middle, (cap, middle) =>
        times(times(cap, s.debtor.contact_factor), logistic(over(minus(middle, level), a.slope))),
      ),
      voidIfFailed: true,
      window: wholeMonths(a.window_months),
      asking: [{ external: a.cost }],
      open: offerWindow(s.facts.due_in),
      relationship: s.a.relationship.loss.settle,
    };
  },
  figures: (s) => [
    {
      name: 'amount',
      label: { ja: '受けてよい一括払いの最低額', en: 'lowest lump sum worth accepting' },
      kind: 'amount',
      worst: 1,
      best: s.facts.principal,
      ask: (value) => ({ terms: { settle: { ...statedSettlement(s), offer: money(value) } } }),
      against: 'others',
    },
  ],
  bargaining: bargainOver,
  refused_as: 'settlement_refused',
  sentences: {
    step: (s, t) =>
      'amount' in t
        ? phrase(
            {
              offer: { yen: t.amount },
              days: Math.round(t.months * DAYS_PER_MONTH),
              more: t.amount < s.state.balance ? askForMore(s) : SILENT,
              record: onRecord(s),
              consent: consentFirst(s),
            },
            {
              ja: '{consent}相手の申出 {offer}（{days}日以内の入金）を書面で受け、期限に入金がなければ全額に戻る条項を付けます。{more}{record}',
              en: '{consent}Accept in writing the offer of {offer} within {days} days, on the condition that the whole claim is due again if it is not paid.{more}{record}',
            },
          )
        : phrase(
            { level: { percent: t.level }, record: onRecord(s), consent: consentFirst(s) },
            {
              ja: '{consent}残額の{level}の一括払いを提案し、期限に入金がなければ全額に戻る条項を付けます。{record}',
              en: '{consent}Offer to settle for a single payment of {level} of the balance, on the condition that the whole claim is due again if it is not paid.{record}',
            },
          ),
    declined: (s, t, { value, less }) =>
      'amount' in t
        ? phrase(
            { offer: { yen: t.amount }, value: { yen: value }, less: { yen: less }, file: keepOnFile(s) },
            {
              ja: '相手の申出 {offer}を今受けると期待額は{value}で、勧める手順より{less}少なくなるため、この額では受けません。返事では増額と残りの払い方を尋ねます。{file}',
              en: 'Accepting the offer of {offer} now is expected to bring {value}, {less} less than what is recommended, so it is not taken as it stands. Reply by asking for more, and how the rest will be paid.{file}',
            },
          )
        : null,
    risk: (s, t) =>
      paidTooEarly(s) ??
      phrase(
        { unpaid: { percent: 1 - performed(s, t) } },
        {
          ja: '合意しても払われないことがあります（その確率{unpaid}）。',
          en: 'An agreed settlement may still not be paid (chance {unpaid}).',
        },
      ),
  },
});
