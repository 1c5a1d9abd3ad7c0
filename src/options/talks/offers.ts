// What offers share: those to the debtor are worth making only within the first year, and those of the debtor are answered.
// Here 'plan' is a group of fields, not an option.

import { type PerKind, product } from '../../assumptions/kinds.ts';
import { isInCrisis } from '../../claim/facts.ts';
import { flagField } from '../../fields/field.ts';
import { wholeNumber } from '../../numbers/number.ts';
import { phrase, type Sentence, SILENT } from '../../values/phrase.ts';
import { type Case, type Situation, statedTerms } from '../option.ts';

/** Whether the debtor's offer is its last word, which is not answered with a counter-offer. */
export const finalOffer = () =>
  flagField({
    label: { ja: '最終の申出', en: 'final offer' },
    description: 'Whether the debtor has said that it will agree to nothing better, so that its offer is taken or not.',
    description_ja: 'これより良い条件には応じないと相手が言っているか（応じるか断るかだけを比べます）。',
    example: false,
    default: 'false',
  }).optional();

/** Instalments as the caller states them, whoever proposes them. */
export const statedInstalments = statedTerms<{ offered: boolean; instalments: number; final: boolean }>('plan');

/**
 * The debtor itself offers the instalments: we can accept today, and only a deed that we ask for beside may be refused. Where nobody says
 * who proposes them, stated instalments are the debtor's if it answers, acknowledges the debt and has refused none.
 */
export function isOffered(s: Case): boolean {
  const { offered, instalments } = statedInstalments(s);
  const { acknowledged, contact, plan_refused } = s.facts.claim;
  const asks = acknowledged === true && contact === 'responsive' && plan_refused !== true;
  return instalments !== undefined && (offered ?? asks);
}

/**
 * An offer of the debtor's is answered with another of ours. One who has refused ours once, or has said its last word, is not asked again, and
 * one in a crisis or in proceedings offers all its creditors the same.
 */
export function isAnswered({ facts }: Case, refused: boolean | undefined, final: boolean | undefined): boolean {
  return final !== true && refused !== true && !isInCrisis(facts.claim) && !facts.proceedings;
}

/** An offer of the debtor's is kept: unless it disputes the debt, the offer admits that there is one. */
export function keepOnFile({ facts, law }: Situation): Sentence {
  if (facts.disputed) return SILENT;
  const { law: act, article } = law.citations.limitation_acknowledgment;
  return phrase(
    { act, article },
    {
      ja: '申出の書面は、債務の承認（{act}{article}）の証拠として残します。',
      en: ' Keep the offer on file as evidence that the debt is acknowledged ({act} {article}).',
    },
  );
}

/** A yes with changes is a refusal in law: more is asked for before, as a question. */
export function askForMore({ law: { citations } }: Situation): Sentence {
  const { law, article } = citations.changed_acceptance;
  return phrase(
    { law, article },
    {
      ja: '応じる前に、増額できないかを一度だけ尋ねます（条件を変えて応じると断ったことになります：{law}{article}）。',
      en: ' Before that ask once whether it can be raised, as a question: a yes with changes counts as a refusal ({law} {article}).',
    },
  );
}

/** Shares that agree to an offer of ours: whoever may invoke a limitation period that has run would give that up with its signature. */
export const whoAgrees = ({ state, a }: Situation, shares: PerKind): PerKind =>
  state.limitation <= 0 ? product(shares, a.hazard.after_limitation) : shares;

/** Months after the valuation day until which a plan or a settlement is still offered (docs/model.md 5). */
export const OFFER_UNTIL_MONTHS = 12;

/** A window that closes after the offer period. */
export const offerWindow = (due_in: number): { from: number; until: number } => ({
  from: due_in,
  until: OFFER_UNTIL_MONTHS + 0.5,
});

/** Whole months that an offer takes, at least one, because the programme decides month by month. */
export const wholeMonths = (months: number): number => Math.max(1, wholeNumber(months));
