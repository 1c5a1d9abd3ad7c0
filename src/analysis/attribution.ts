// Explains fact by fact why the first option is ahead of the second: it tells the engine the caller's facts one after another and credits
// each with the change of the difference (docs/model.md 9.5). The parts sum to the difference exactly; another order would share it
// otherwise.

import type { Claim } from '../claim/claim.ts';
import type { Question } from '../decision/programme/case.ts';
import { outlookFor, type Worlds } from './scenarios.ts';

/** What one fact did to the difference between two first steps, yen. */
export interface Contribution {
  readonly field: string;
  readonly amount: number;
}

/** How far one first step is ahead of another, fact by fact; `start` and the parts sum to `amount`. */
export interface Gap {
  readonly first: string;
  readonly second: string;
  /** Value of the first less that of the second, yen. */
  readonly amount: number;
  /** The difference when only the amount, the age, and what was said about the options is known. */
  readonly start: number;
  readonly by_field: readonly Contribution[];
}

/** What a claim consists of before anything is said about it, and what decides the law rather than the value. */
const PLAIN = new Set([
  'amount',
  'currency',
  'jurisdiction',
  'as_of',
  'due_date',
  'overdue_days',
  'invoice_date',
  'contract_date',
  'received_on',
  'events',
  'title',
  'title_on',
  'procedure',
  'provisional_attachment',
  'insolvency',
  'debtor_country',
  'succession',
  'court_here',
  'assets_here',
  'claims_deadline',
  'investigation_ends_on',
  'risk',
]);

/** What was done that opens other steps is told first: before that there may be no difference to share. */
const OPENS_STEPS = new Set(['demand_sent', 'lawyer_letter_sent']);

/** The difference between two first steps of a question; null where one of them is closed. */
function difference({ options }: Worlds, question: Question, first: string, second: string): number | null {
  const { values } = outlookFor(question, options);
  const [one, other] = [values.get(first), values.get(second)];
  return one === undefined || other === undefined ? null : one - other;
}

/** The difference between the values of two first steps, shared among the facts of the claim. */
export function gapOf(worlds: Worlds, first: string, second: string): Gap {
  const { question } = worlds;
  const claim: Claim & Record<string, unknown> = { ...question.claim };
  const facts = Object.keys(claim)
    .filter((field) => claim[field] !== undefined && !PLAIN.has(field))
    .sort((one, other) => Number(OPENS_STEPS.has(other)) - Number(OPENS_STEPS.has(one)));
  const told: Claim & Record<string, unknown> = { ...claim };
  for (const field of facts) delete told[field];
  const ask = () => difference(worlds, { ...question, claim: { ...told } }, first, second);
  const by_field: Contribution[] = [];
  let start = ask();
  let before = start;
  for (const field of facts) {
    told[field] = claim[field];
    const now = ask();
    // Until both are open there is no difference to share.
    if (before === null || now === null) {
      start = now;
      by_field.length = 0;
    } else by_field.push({ field, amount: now - before });
    before = now;
  }
  const values = new Map(worlds.courses.map(({ option, value }) => [option.id, value]));
  return { first, second, amount: values.get(first)! - values.get(second)!, start: start ?? 0, by_field };
}
