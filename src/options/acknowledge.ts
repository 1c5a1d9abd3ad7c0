// Asking for a written acknowledgment of the debt, or a confirmation of the balance, beside a month of chasing (docs/model.md 4.3). What it gains
// in evidence and time is told and not valued: a caller who has obtained it writes it down and asks again.

import * as z from 'zod';
import { isInCrisis } from '../claim/facts.ts';
import { plus, times } from '../numbers/number.ts';
import { phrase } from '../values/phrase.ts';
import { unwarnedBars } from './court/attach_first.ts';
import { titleEndingBars } from './court/title_means.ts';
import { type Bar, option, type Situation } from './option.ts';
import { endingBars, notDueBars, procedureBars } from './parts/bars.ts';
import { isLost } from './parts/contact.ts';
import { failureEvent } from './parts/failure.ts';
import { chasingCost, monthEnds } from './parts/month.ts';
import { askedEnoughBars } from './talks/court_first.ts';
import { courtRunsBars, orderFirstBars, settledBars } from './talks/own_offer.ts';

/** It takes a month, and is a step for today. */
const ASKING_MONTHS = 1;

/** There is nothing to ask for, or nobody to ask. */
function askingBars({ facts: { claim }, law }: Situation): Bar[] {
  const found: Bar[] = [];
  if (claim.acknowledged === true)
    found.push({
      code: 'debt_acknowledged',
      text: { ja: '相手方はすでに債務を承認しています。', en: 'The debtor has acknowledged the debt already.' },
      inputs: { acknowledged: true },
      cite: law.citations.limitation_acknowledgment,
      opens_if: { ja: '債務の承認（acknowledged）が false の場合', en: '"acknowledged" (acknowledged) is false' },
    });
  if (isLost(claim))
    found.push({
      code: 'nobody_to_sign',
      text: {
        ja: '連絡や書面の届かない相手からは署名をもらえません。',
        en: 'A debtor who cannot be reached cannot sign.',
      },
      inputs: { contact: claim.contact ?? null, address_known: claim.address_known ?? null },
      cite: law.citations.limitation_acknowledgment,
      opens_if: { ja: '相手と連絡がついた場合', en: 'the debtor can be reached' },
    });
  return found;
}

export const acknowledge = option({
  id: 'acknowledge',
  label: { ja: '債務承認書の取得', en: 'written acknowledgment' },
  description: {
    ja: '督促とあわせて、債務承認書か残高確認書に署名をもらいます。時効が更新され、証拠になります。',
    en: 'While chasing, ask for a signed acknowledgment or confirmation of the balance, which renews the limitation period and is evidence.',
  },
  family: 'in_house',
  shape: 'effort',
  follows: ['fresh'],
  varies: () => 'never',
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => [
    ...notDueBars(s),
    ...procedureBars(s, 'individual_action'),
    ...settledBars(s),
    ...orderFirstBars(s),
    ...courtRunsBars(s),
    ...unwarnedBars(s),
    ...askedEnoughBars(s),
    // On the last days only who answers may sign in time.
    ...(s.facts.claim.contact === 'responsive' ? [] : titleEndingBars(s)),
    ...(s.facts.claim.contact === 'responsive' && !isInCrisis(s.facts.claim) ? [] : endingBars(s)),
    ...askingBars(s),
  ],
  papers: () => ['balance_confirmation', 'file_note'],
  variants: () => [{}],
  prospect: (s) => {
    const { paid, failed, open } = s.once(monthEnds, s.facts.age, s.state.limitation <= 0, true);
    const { acknowledging, money, relationship } = s.a;
    const at = ASKING_MONTHS / 2;
    return {
      event: {
        id: 'acknowledgment_asked',
        at: 0,
        flows: [{ own_time: plus(chasingCost(s), times(acknowledging.hours, money.staff_rate)) }],
        next: [
          {
            chance: paid,
            event: {
              id: 'paid',
              at,
              flows: [
                {
                  principal: s.state.balance,
                  share: s.debtor.paid_share,
                  interest_share: money.interest_paid_voluntarily,
                },
              ],
            },
          },
          { chance: failed, event: failureEvent(s, at, s.state.balance) },
        ],
      },
      staysOpen: open,
      window: ASKING_MONTHS,
      // It is a step for today: what comes of it is written down, and asked about anew.
      open: { until: ASKING_MONTHS / 2 },
      relationship: relationship.loss.pursue,
    };
  },
  bargaining: (s) =>
    s.facts.claim.acknowledged === true
      ? {}
      : {
          asks: [
            {
              id: 'acknowledgment',
              text: {
                ja: '債務承認書（または残高確認書）に署名してもらう。時効が更新され、訴訟でも証拠になります（この額は、署名する相手ほど払う可能性が高いことによるもので、時効と証拠の効果は含みません）',
                en: 'a signed acknowledgment or confirmation of the balance, which renews the limitation period and is evidence in court (the figure counts only that a debtor who signs is more likely to pay)',
              },
              change: { claim: { acknowledged: true } },
            },
          ],
        },
  sentences: {
    step: () => ({
      ja: '督促とあわせて、金額・弁済期・日付を書いた債務承認書（または残高確認書）に署名をもらいます。得られたら「債務の承認」（acknowledged）に入れて計算し直します。',
      en: 'While chasing, have the debtor sign an acknowledgment (or a confirmation of the balance) with amount, due date and day; once you have it, set "acknowledged" (acknowledged) and calculate again.',
    }),
    reason: (s) =>
      s.state.limitation > 0
        ? phrase(
            { end: s.facts.limitation.last_day },
            {
              ja: '承認があると時効はその時から新たに進みます（今の満了は{end}）。署名のある書面は訴訟でも強い証拠になります。',
              en: 'An acknowledgment starts the limitation period anew, which now ends on {end}; a signed paper is strong evidence in court as well.',
            },
          )
        : {
            ja: '時効期間の満了後でも、債務を承認した相手は満了を援用できなくなります。',
            en: 'Even after the limitation period has run, a debtor who acknowledges the debt may no longer invoke that.',
          },
    risk: () => ({
      ja: '期待額に入れたのは督促の効果と手間だけで、時効の更新と証拠の効果は入れていません。',
      en: 'The expected value counts only the effect and cost of the reminders, not the renewed limitation period or the evidence.',
    }),
  },
});
