// Settlement before suit: what was agreed is recorded by the summary court and is a title like a judgment (docs/model.md 7.1).

import * as z from 'zod';
import { complement, type PerKind, product } from '../assumptions/kinds.ts';
import { times } from '../numbers/number.ts';
import { phrase } from '../values/phrase.ts';
import { afterTalks, agreedTitle, ENTIRE_CLAIM } from './court/agreed_title.ts';
import { type Bar, type Case, option, type Situation } from './option.ts';
import { abroadBars } from './parts/abroad.ts';
import { absentBars } from './parts/absent.ts';
import {
  hasToSettle,
  limitationBars,
  madeBefore,
  notDueBars,
  openingBars,
  procedureBars,
  runningBars,
  titleBars,
  unwillingBars,
} from './parts/bars.ts';
import { failureEvent } from './parts/failure.ts';
import { usedWith } from './rights/side_rights.ts';
import { mendedFirstBars } from './talks/ask_first.ts';
import { publicBodyBars } from './talks/own_offer.ts';

/**
 * It records an agreement, so the debtor must answer, have nothing to say against the claim, and something to agree on: it has acknowledged the
 * debt, is short of cash, or goes on dealing with us.
 */
function agreementBars(s: Situation): Bar[] {
  const { contact, acknowledged, cause } = s.facts.claim;
  if (contact === 'responsive' && !s.facts.disputed && (acknowledged === true || hasToSettle(s))) return [];
  return [
    {
      code: 'no_agreement_in_sight',
      text: {
        ja: '即決和解は合意が前提です。相手が応答し、争いがなく、債務を認めたか払い方の相談があるとは入力されていません。',
        en: 'Settlement before suit records what the parties have agreed; a debtor who answers, disputes nothing, and has acknowledged the debt or wants to talk about payment has not been entered.',
      },
      inputs: {
        contact: contact ?? null,
        dispute: s.facts.claim.dispute ?? null,
        acknowledged: acknowledged ?? null,
        cause: cause ?? null,
      },
      cite: s.law.citations.consent_to_settle,
      opens_if: {
        ja: '応答する相手（連絡［contact］）と争いがなく、債務を認めたか、資金繰りが苦しいか、取引が続く場合',
        en: 'the debtor answers (contact [contact] is responsive), there is no dispute, and it has acknowledged the debt, is short of cash or goes on dealing',
      },
    },
  ];
}

/** Those who agree to instalments and to their record as a title; the others, and those who fail while we ask. */
function agreeing(c: Case): { readonly agrees: PerKind; readonly refuses: PerKind; readonly failed: PerKind } {
  const { agreement } = c.a;
  const { alive, failed } = c.debtor.survival(agreement.months_before_suit);
  const agrees = agreement.accepts.map((chance) => times(chance, c.debtor.contact_factor));
  return { agrees: product(alive, agrees), refuses: product(alive, complement(agrees)), failed };
}

export const settle_before_suit = option({
  id: 'settle_before_suit',
  label: { ja: '即決和解', en: 'settlement before suit' },
  description: {
    ja: '合意した分割払いを簡易裁判所で和解調書にし、判決と同じ債務名義にします。金額の上限はありません。',
    en: 'Have agreed instalments recorded by the summary court as a title like a judgment, whatever the amount.',
  },
  family: 'court',
  shape: 'exit',
  consensual: true,
  fades: true,
  follows: ['fresh'],
  varies: () => 'interest',
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => [
    ...absentBars(s, 'pre_suit_settlement'),
    ...abroadBars(s, 'pre_suit_settlement'),
    ...mendedFirstBars(s),
    ...notDueBars(s),
    ...limitationBars(s),
    // Where creditors are paid alike nobody agrees with one of them, even if a suit is not stayed.
    ...procedureBars(s, 'individual_action'),
    ...titleBars(s),
    ...runningBars(s),
    ...agreementBars(s),
    ...unwillingBars(s),
    ...openingBars(s),
    ...publicBodyBars(s),
    ...madeBefore(s, 'plan_refused', {
      ja: '分割払いはすでに断られており、記録する合意がありません。',
      en: 'A plan has already been refused, so there is no agreement to record.',
    }),
  ],
  variants: () => [{}],
  prospect: (s) => {
    const { agreement, money } = s.a;
    const at = agreement.months_before_suit;
    const { agrees, refuses, failed } = s.once(agreeing);
    const agreed = agreedTitle(s, { id: 'settlement_recorded', at, share: ENTIRE_CLAIM });
    const recording = [
      { external: s.tariff.filing('pre_suit_settlement', s.state.balance) },
      { own_time: times(agreement.hours_before_suit, money.staff_rate) },
    ];
    return {
      event: {
        id: 'settlement_proposed',
        at: 0,
        flows: [{ own_time: times(agreement.hours, money.staff_rate) }],
        next: [
          { chance: failed, event: failureEvent(s, at, s.state.balance) },
          { chance: agrees, event: { ...agreed, flows: recording } },
          { chance: refuses, event: afterTalks(at, { used: usedWith(s, 'instalments') }) },
        ],
      },
      open: { until: s.state.limitation },
      relationship: s.a.relationship.loss.settle_before_suit,
    };
  },
  sentences: {
    step: (s) =>
      phrase(
        { fee: { yen: s.tariff.filing('pre_suit_settlement', s.state.balance) } },
        {
          ja: '分割払いと期限の利益喪失の条項で合意し、相手の住所地の簡易裁判所に即決和解を申し立てます（手数料 {fee}）。',
          en: 'Agree on instalments with acceleration on default and petition the summary court of the debtor for a settlement before suit (fee {fee}).',
        },
      ),
    reason: () => ({
      ja: '金額にかかわらず手数料が定額で、公正証書より安く、時効期間も10年になります。',
      en: 'The fee is flat whatever the amount, lower than that of a notarial deed, and the period becomes 10 years.',
    }),
    risk: () => ({
      ja: '相手が期日に来なければ和解は調わないものとされ、双方が求めない限り、改めて訴えを起こすことになります。',
      en: 'If the debtor stays away from the hearing it counts as failed, and unless both ask to go on a suit must be filed anew.',
    }),
  },
});
