// The contract of a document: a draft of a letter, an agreement or an application, stated from what the engine knows of a claim. A document
// states its words; it computes no sum of its own.

import type { DraftParagraph } from '../claim/draft.ts';
import { type Facts, factsOf } from '../claim/facts.ts';
import type { Jurisdiction } from '../law/law.ts';
import type { Bar, Option, Situation } from '../options/option.ts';
import { addDays, type Day, dayAfter } from '../values/day.ts';
import type { Lang, Text } from '../values/text.ts';

/** What a document is drafted from. */
export interface DraftContext {
  readonly situation: Situation;
  readonly facts: Facts;
  readonly law: Jurisdiction;
  /** The best open option that calls for the document, with the terms chosen for it; null where none is open. */
  readonly step: { readonly option: Option; readonly terms: unknown } | null;
  /** What the caller said of that option, and of the closed ones that call for it. */
  readonly stated: Readonly<Record<string, unknown>>;
  /** Day by which to pay or to answer, where the caller names one. */
  readonly pay_by: Day | undefined;
  /** Day on which insolvency proceedings opened, where the caller names it. */
  readonly opened_on: Day | undefined;
}

/** A fact beside the claim that only a document asks for. */
export type DocumentField = 'pay_by' | 'opened_on';

/** One document. */
export interface DraftDocument {
  readonly id: string;
  readonly label: Text;
  /** When it is used, and what is particular about it. */
  readonly description: Text;
  /** Languages in which it is written; courts and the post take Japanese only. */
  readonly langs: readonly Lang[];
  /** Its sheets are laid out as certified mail. */
  readonly mailed?: true;
  /** It is for a claim for which an option that calls for it is open; where none is, it is refused with the reasons of those options. */
  readonly with_option?: true;
  /** Facts that only documents ask for and without which it cannot be drafted. */
  readonly needs?: readonly DocumentField[];
  /** Reasons why there is nothing to draft for this claim. */
  readonly bars?: (s: Situation) => readonly Bar[];
  readonly paragraphs: (c: DraftContext) => readonly DraftParagraph[];
  /** What whoever uses the draft must know, with its source; no part of the draft. */
  readonly notes?: (c: DraftContext) => readonly DraftParagraph[];
}

/** Checks a document against the contract. */
export const document = (stated: DraftDocument): DraftDocument => stated;

/** Days within which a letter asks for an answer where the caller names no day: usual in practice, no rule of law. */
const ANSWER_DAYS = 7;

/** The day by which a letter asks to pay or to answer. */
export const answerBy = ({ facts, pay_by }: DraftContext): Day => pay_by ?? addDays(facts.claim.as_of, ANSWER_DAYS);

/** The day so many months after that of the draft, as the engine counts them, unless the caller names one. */
export const payableOn = ({ facts, pay_by }: DraftContext, months: number): Day =>
  pay_by ?? dayAfter(facts.claim.as_of, months);

/** The facts of the claim on another day. Throws `LawNotCovered`. */
export const factsOn = ({ facts, law }: Pick<DraftContext, 'facts' | 'law'>, day: Day): Facts =>
  factsOf({ ...facts.claim, as_of: day, due_date: facts.due_date, overdue_days: undefined }, law);
