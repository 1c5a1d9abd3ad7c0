// A lump sum for less than the whole: the level we would offer, or the debtor's own offer (docs/model.md 5).

import * as z from 'zod';
import { every, zipKinds } from '../assumptions/kinds.ts';
import { logistic } from '../assumptions/scale.ts';
import { isBeforeProceedings } from '../claim/facts.ts';
import { countField, positiveAmountField } from '../fields/field.ts';
import { minus, over, times } from '../numbers/number.ts';
import { DAYS_PER_MONTH, monthsOf } from '../values/day.ts';
import { money } from '../values/money.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import { besideProcedure, onRecord } from './court/running.ts';
import { type Bargaining, type Case, option, type Situation, statedTerms } from './option.ts';
import { equalTreatmentBars, fullDisputeBars, madeBefore, notDueBars, procedureBars } from './parts/bars.ts';
import { consentFirst } from './rights/guarantor_bars.ts';
import { unaskedBars } from './talks/ask_first.ts';
import { paidTooEarly } from './talks/before_due.ts';
import { wordsSpentAfter } from './talks/court_first.ts';
import { askForMore, finalOffer, isAnswered, keepOnFile, offerWindow, whoAgrees, wholeMonths } from './talks/offers.ts';
import { ownOfferBars, publicBodyBars, settledBars } from './talks/own_offer.ts';
import { leastShare } from './talks/undisputed.ts';

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
    counter: 'days',
    label: { ja: '申出の支払までの日数', en: 'days until it is paid' },
    description: 'Days until the offered lump sum would be paid.',
    example: 14,
    default: '14',
    min: 0,
    max: 730,
  }).optional(),
  final: finalOffer(),
});

const statedSettlement = statedTerms<z.output<typeof settleTerms>>('settle');

/** Months until the debtor would pay the sum that it offers. */
const paidIn = (c: Case): number => monthsOf(statedSettlement(c).in_days ?? 14);

/** The levels that we would propose ourselves: none below what is not disputed. */
function ownLevels(s: Situation): readonly number[] {
  const least = leastShare(s);
  const levels = LEVELS.filter((level) => level >= least);
  return levels.length > 0 ? levels : [Math.ceil(least * 100) / 100];
}

/** The levels that may be asked for in reply to an offer below them. What is disputed in full is talked about first; a public body owes the whole. */
function countersTo(s: Situation, offer: number): readonly number[] {
  const { final } = statedSettlement(s);
  const against = [...settledBars(s), ...fullDisputeBars(s, 'discount'), ...publicBodyBars(s)];
  if (!isAnswered(s, s.facts.claim.settlement_refused, final) || against.length > 0) return [];
  return ownLevels(s).filter((level) => level * s.state.balance > offer);
}

/** A sum to be asked for is told in whole thousands of yen. */
const ROUNDED_TO = 1000;

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

/** The offer that is answered with another of ours, yen; null where it is taken as it stands or none was made. */
function answeredOffer(s: Situation, t: SettlementTerms): number | null {
  const { offer } = statedSettlement(s);
  return offer !== undefined && 'level' in t ? offer.toNumber() : null;
}

/** What is asked before a sum below the whole is accepted: for more, unless that was its last word; of counsel, whether all get the same share. */
function beforeAccepting(s: Situation): Sentence {
  const { claim } = s.facts;
  if (isBeforeProceedings(claim))
    return {
      ja: '応じる前に、ほかの債権者も同じ割合かを代理人に確かめます。',
      en: ' Before that ask counsel whether all creditors are offered the same share.',
    };
  return isAnswered(s, claim.settlement_refused, statedSettlement(s).final) ? askForMore(s) : SILENT;
}

/** A debtor who signs the agreement acknowledges the debt, which is worth most where its period ends as soon as a demand would gain time, or has ended. */
function signedForTime({ facts, state, tariff, law: { citations } }: Situation): Sentence {
  if (state.limitation >= tariff.demand_months || state.enforceable || facts.disputed) return SILENT;
  const { law, article } = citations.limitation_acknowledgment;
  const { last_day } = facts.limitation;
  return state.limitation > 0
    ? phrase(
        { last_day, law, article },
        {
          ja: '合意書には、債務を認める文言を入れて{last_day}までに署名をもらいます（承認で時効が更新されます：{law}{article}）。',
          en: ' Have the debtor sign by {last_day} that it owes the debt: that renews the limitation period ({law} {article}).',
        },
      )
    : {
        ja: '合意書には、債務を認める文言を入れて署名をもらいます（満了後に承認した相手は、時効を援用できなくなります）。',
        en: ' Have the debtor sign that it owes the debt: who acknowledges it may no longer invoke the limitation.',
      };
}

/** What to do about a lump sum: accept that of the debtor, reply to one that is too low, or offer one. */
function settlingStep(s: Situation, t: SettlementTerms): Sentence {
  const beside = { record: onRecord(s), consent: consentFirst(s) };
  if ('amount' in t)
    return phrase(
      {
        ...beside,
        offer: { yen: t.amount },
        days: Math.round(t.months * DAYS_PER_MONTH),
        more: t.amount < s.state.balance ? beforeAccepting(s) : SILENT,
        signed: signedForTime(s),
      },
      {
        ja: '{consent}相手の申出 {offer}（{days}日以内の入金）を書面で受け、期限に入金がなければ全額に戻る条項を付けます。{signed}{more}{record}',
        en: '{consent}Accept in writing the offer of {offer} within {days} days, on the condition that the whole claim is due again if it is not paid.{signed}{more}{record}',
      },
    );
  const told = { ...beside, level: { percent: t.level } };
  const offer = answeredOffer(s, t);
  return offer === null
    ? phrase(told, {
        ja: '{consent}残額の{level}の一括払いを提案し、期限に入金がなければ全額に戻る条項を付けます。{record}',
        en: '{consent}Offer to settle for a single payment of {level} of the balance, on the condition that the whole claim is due again if it is not paid.{record}',
      })
    : phrase(
        { ...told, offer: { yen: offer }, asked: { yen: t.level * s.state.balance } },
        {
          ja: '{consent}相手の申出 {offer}は低いので、返事は書面で、残額の{level}（{asked}）の一括払いを求め、期限に入金がなければ全額に戻る条項を付けます。申出の額は内金として受け取ります。{record}',
          en: '{consent}The offer of {offer} is too low: reply in writing and ask for a single payment of {level} of the balance ({asked}), on the condition that the whole claim is due again if it is not paid. Take what is offered on account only.{record}',
        },
      );
}

/**
 * The lump sum to ask for in reply: what is chosen to be asked for first, and the least that is worth as much as what is recommended (`best`,
 * yen), in whole thousands of yen; nothing where only the whole would be.
 */
function askedInReply(s: Situation, t: SettlementTerms, best: number): Sentence {
  const { balance } = s.state;
  const paid = s.a.settle.firm_performed * s.debtor.kept * s.discount(paidIn(s));
  const least = Math.ceil(best / paid / ROUNDED_TO) * ROUNDED_TO;
  if (least >= balance) return SILENT;
  const asked = 'level' in t ? t.level * balance : 0;
  return asked > least
    ? phrase(
        { asked: { yen: asked }, least: { yen: least } },
        {
          ja: '一括払いで終わらせるなら、まず{asked}を求め、{least}を下回る額では受けません。',
          en: ' To close the matter, ask for a single payment of {asked} first, and take none below {least}.',
        },
      )
    : phrase(
        { least: { yen: least } },
        {
          ja: '一括払いで終わらせるなら{least}以上を求めます。',
          en: ' To close the matter, ask for a single payment of {least} or more.',
        },
      );
}

/** What is written about the rest of a sum that is taken on account only: before the due date it has its day. */
const restAsked = ({ facts: { due_in, due_date } }: Situation): Sentence =>
  due_in > 0
    ? phrase(
        { due_date },
        { ja: '残りは期日（{due_date}）に払うよう求めます。', en: 'ask for the rest on its day ({due_date})' },
      )
    : { ja: '残りの支払日を求めます。', en: 'ask for a day for the rest' };

/** An offer of the debtor's that is not taken: what it, or another asked for in reply, would bring, and what to write. */
function lumpSumDeclined(
  s: Situation,
  t: SettlementTerms,
  { value, less }: { value: number; less: number },
): Sentence | null {
  const offer = 'amount' in t ? t.amount : answeredOffer(s, t);
  if (offer === null) return null;
  const told = {
    offer: { yen: offer },
    value: { yen: value },
    less: { yen: less },
    sum: askedInReply(s, t, value + less),
    file: keepOnFile(s),
    rest: restAsked(s),
  };
  return 'amount' in t
    ? phrase(told, {
        ja: '相手の申出 {offer}を今受けると期待額は{value}で、勧める手順より{less}少なくなるため、この額では受けません。返事は書面で、申出の額は内金として受け取り、{rest}{sum}{file}',
        en: 'Accepting the offer of {offer} now is expected to bring {value}, {less} less than what is recommended, so it is not taken as it stands. Reply in writing: take it on account, and {rest}.{sum}{file}',
      })
    : phrase(told, {
        ja: '相手の申出 {offer}は低いので受けません。返事は書面で、申出の額は内金として受け取り、{rest}{sum}返事で増額を求めるだけの期待額は{value}で、勧める手順より{less}少なくなります。{file}',
        en: 'The offer of {offer} is too low to be taken. Reply in writing: take it on account, and {rest}.{sum} To ask for more and do nothing else first is expected to bring {value}, {less} less than what is recommended.{file}',
      });
}

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
    const { offer } = statedSettlement(s);
    if (!offer) return ownLevels(s).map((level) => ({ level }));
    const amount = Math.min(offer.toNumber(), s.state.balance);
    return [{ amount, months: paidIn(s) }, ...countersTo(s, amount).map((level) => ({ level }))];
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
      acceptance: whoAgrees(
        s,
        zipKinds(a.cap, a.middle, (cap, middle) =>
          times(times(cap, s.debtor.contact_factor), logistic(over(minus(middle, level), a.slope))),
        ),
      ),
      voidIfFailed: true,
      window: wholeMonths(a.window_months),
      asking: [{ external: a.cost }],
      // What the debtor offers is answered today.
      open: statedSettlement(s).offer ? { until: 0.5 } : besideProcedure(s, offerWindow(s.facts.due_in)),
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
      ask: (value) => ({ terms: { settle: { ...statedSettlement(s), offer: money(value), final: true } } }),
      against: 'others',
    },
  ],
  bargaining: bargainOver,
  refused_as: 'settlement_refused',
  spent_after: wordsSpentAfter,
  sentences: {
    step: settlingStep,
    declined: lumpSumDeclined,
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
