// What offers share: those to the debtor are worth making only within the first year, and those of the debtor are answered.

import { wholeNumber } from '../numbers/number.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Situation } from './option.ts';

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

/** Months after the valuation day until which a plan or a settlement is still offered (docs/model.md 5). */
export const OFFER_UNTIL_MONTHS = 12;

/** A window that closes after the offer period. */
export const offerWindow = (due_in: number): { from: number; until: number } => ({
  from: due_in,
  until: OFFER_UNTIL_MONTHS + 0.5,
});

/** Whole months that an offer takes, at least one, because the programme decides month by month. */
export const wholeMonths = (months: number): number => Math.max(1, wholeNumber(months));
