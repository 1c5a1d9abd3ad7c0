// Civil mediation: a petition to the summary court, whose record is a title; without a result the fee counts toward a suit that follows
// within two weeks (docs/model.md 7.1).

import * as z from 'zod';
import { times } from '../numbers/number.ts';
import { addDays } from '../values/day.ts';
import { phrase } from '../values/phrase.ts';
import { failedMediationBars } from './court/failed_mediation.ts';
import { mediated } from './court/mediated.ts';
import { type Bar, option, type Situation } from './option.ts';
import { abroadBars } from './parts/abroad.ts';
import { absentBars } from './parts/absent.ts';
import {
  hasToSettle,
  limitationBars,
  notDueBars,
  openingBars,
  procedureBars,
  runningBars,
  titleBars,
  unwillingBars,
} from './parts/bars.ts';
import { avoidsUs } from './parts/contact.ts';
import { mendedFirstBars } from './talks/ask_first.ts';
import { publicBodyBars } from './talks/own_offer.ts';

/** Months before the end of the limitation period from which a petition is taken to move that end: the longest plan, with time after a failure. */
const NEAR_LIMITATION = 36;

/**
 * Mediation needs a debtor who comes and talks: one who has something to say against the claim, or who answers and has something to settle. Who
 * merely does not pay what it does not dispute is brought before a court that needs no consent.
 */
function talkBars(s: Situation): Bar[] {
  const { contact, plan_refused, settlement_refused } = s.facts.claim;
  if (!s.facts.disputed && plan_refused === true && settlement_refused === true)
    return [
      {
        code: 'nobody_to_talk_to',
        text: {
          ja: '分割も減額も断られ、争いもないので、調停で合意できる見通しがありません。支払督促か訴訟を使います。',
          en: 'Instalments and a discount have both been refused and nothing is disputed, so no agreement is in sight: apply for a payment order or sue.',
        },
        inputs: { plan_refused, settlement_refused },
        cite: s.law.citations.consent_to_settle,
        opens_if: {
          ja: '分割案か和解案の拒絶（plan_refused・settlement_refused）が false の場合、または争いがある場合',
          en: 'one of the two was not refused (plan_refused, settlement_refused), or the claim is disputed',
        },
      },
    ];
  if (!avoidsUs(contact) && (s.facts.disputed || (contact === 'responsive' && hasToSettle(s)))) return [];
  if (contact === 'responsive')
    return [
      {
        code: 'nothing_to_mediate',
        text: {
          ja: '応答している相手ですが、争いも、資金繰りの苦しさも、続ける取引も入力されていません。話し合う事柄がないので、合意の要らない支払督促か訴訟を使います。',
          en: 'The debtor answers, but neither a dispute nor want of cash nor dealings that go on have been entered: there is nothing to settle, and an order for payment or a suit needs no consent.',
        },
        inputs: {
          dispute: s.facts.claim.dispute ?? null,
          cause: s.facts.claim.cause ?? null,
          margin_per_year: s.facts.claim.margin_per_year?.toNumber() ?? null,
        },
        cite: s.law.citations.consent_to_settle,
        opens_if: {
          ja: '争い（dispute）か資金繰りの苦しさ（cause・distress）があるか、取引が続く場合（margin_per_year）',
          en: 'there is a dispute (dispute) or want of cash (cause, distress), or dealings go on (margin_per_year)',
        },
      },
    ];
  return [
    {
      code: 'nobody_to_talk_to',
      text: {
        ja: '調停は相手が出頭して合意しなければ成立しません。相手の応答（contact）も争い（dispute）も入力されていません。',
        en: 'Mediation succeeds only if the debtor comes and agrees; neither an answering debtor (contact) nor a dispute (dispute) has been entered.',
      },
      inputs: { contact: contact ?? null, dispute: s.facts.claim.dispute ?? null },
      cite: s.law.citations.consent_to_settle,
      opens_if: {
        ja: '逃げていない相手と争いがある場合、または応答する相手（連絡［contact］）の資金繰りが苦しいか取引が続く場合',
        en: 'the debtor disputes the claim without evading us, or answers (contact [contact] is responsive) and is short of cash or goes on dealing',
      },
    },
  ];
}

/**
 * Until when a failed petition keeps the period from ending, counted from the petition, which is on the safe side; as it stands where that is
 * far away.
 */
const limitationAfter = (s: Situation): number =>
  isFarAway(s) ? s.state.limitation : Math.max(s.state.limitation, s.month + s.tariff.mediation_grace_months);

/** The limitation period ends so late that no petition of the plan moves its end. */
const isFarAway = (s: Situation): boolean => s.state.limitation >= NEAR_LIMITATION + s.facts.due_in;

export const mediation = option({
  id: 'mediation',
  label: { ja: '民事調停', en: 'civil mediation' },
  description: {
    ja: '簡易裁判所の調停で分割払いなどの合意を得ます。調停調書は債務名義になります。',
    en: 'Ask the summary court to mediate; the record of an agreement is a title.',
  },
  family: 'court',
  shape: 'exit',
  consensual: true,
  follows: ['fresh'],
  varies: (s) => (isFarAway(s) ? 'interest' : 'monthly'),
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => [
    ...absentBars(s, 'mediation'),
    ...abroadBars(s, 'mediation'),
    ...mendedFirstBars(s),
    ...notDueBars(s),
    ...limitationBars(s),
    // Where creditors are paid alike nobody agrees with one of them, even if a suit is not stayed.
    ...procedureBars(s, 'individual_action'),
    ...titleBars(s),
    ...runningBars(s),
    ...failedMediationBars(s),
    ...(s.facts.disputed ? [] : publicBodyBars(s)),
    ...talkBars(s),
    ...unwillingBars(s),
    ...(s.facts.disputed ? [] : openingBars(s)),
  ],
  variants: () => [{}],
  prospect: (s) => {
    const { mediating: a, money } = s.a;
    const fee = s.tariff.filing('mediation', s.state.balance);
    return {
      event: {
        id: 'mediation_asked',
        at: 0,
        flows: [{ external: fee }, { own_time: times(a.hours, money.staff_rate) }],
        next: mediated(s, a.months, { fee_paid: fee, limitation: limitationAfter(s) }),
      },
      open: { until: s.state.limitation },
      relationship: s.a.relationship.loss.mediation,
    };
  },
  deadlines: (s, planned) => {
    if (!planned) return [];
    const ends = s.facts.dayAfter(s.month + s.a.mediating.months);
    const days = s.tariff.mediation_to_suit_days;
    return [
      {
        on: addDays(ends, days),
        kind: 'suit_after_mediation',
        text: phrase(
          { ends, days },
          {
            ja: '調停が{ends}に不成立になったとすると、通知から{days}日のこの日までに訴えれば、申立ての時に訴えたことになり手数料も通算されます（通知の日が分かれば数え直します）。',
            en: 'If mediation ends without a result on {ends}, a suit filed by this day, {days} days after the notice, counts as filed with the petition, and the fee already paid is credited; recalculate once the day of the notice is known.',
          },
        ),
        cite: s.law.citations.mediation_to_suit,
      },
    ];
  },
  sentences: {
    step: (s) =>
      phrase(
        { fee: { yen: s.tariff.filing('mediation', s.state.balance) } },
        {
          ja: '相手の住所地の簡易裁判所に民事調停を申し立てます（手数料 {fee}、ほかに郵便料）。',
          en: 'Petition the summary court of the debtor for civil mediation (fee {fee}, postage apart).',
        },
      ),
    reason: (s) =>
      s.facts.disputed
        ? {
            ja: '争いのある額や支払方法を、公開されない場で話し合って決められ、成立すれば調書で執行できます。',
            en: 'What is in dispute and how it is paid can be settled in private, and the record can be enforced.',
          }
        : {
            ja: '話の通じる相手なら、訴訟の半分ほどの手数料で、執行できる分割払いの合意が得られます。',
            en: 'With a debtor who talks it brings instalments that can be enforced, for about half the fee of a suit.',
          },
    risk: (s) =>
      phrase(
        { time: { months: s.a.mediating.months }, days: s.tariff.mediation_to_suit_days },
        {
          ja: '相手が来なければ{time}ほどで不成立に終わります。通知から{days}日以内に訴えれば、申立ての時に訴えたことになり、手数料も通算されます。',
          en: 'If the debtor stays away it ends without a result after about {time}. Sue within {days} days of the notice: the suit then counts from the petition, and the fee counts, too.',
        },
      ),
  },
});
