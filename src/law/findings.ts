// What the law says to a set of facts: which remedies are open, which conditions are kept, and the amounts and days that follow, each with
// its source. Every calculator of the law beside fees, interest and limitation answers with it.

import type { Day } from '../values/day.ts';
import { type Money, money } from '../values/money.ts';
import type { Text } from '../values/text.ts';
import { type AmountLike, toMoney } from './amount.ts';
import { type Certainty, type Citation, type Dated, LawNotCovered, periodAt, weakest } from './dated.ts';

/**
 * How a rule stands to the facts: a remedy is `open`, `closed` or `stayed`; a condition is `met` or `not_met`; either is `unknown` where a fact
 * was not told; `stated` = a rule that holds whatever the facts.
 */
export const RULING_STATUSES = ['open', 'closed', 'stayed', 'met', 'not_met', 'unknown', 'stated'] as const;
/** One of these. */
export type RulingStatus = (typeof RULING_STATUSES)[number];

interface Sourced {
  readonly code: string;
  readonly label: Text;
  readonly citation: Citation;
  readonly certainty: Certainty;
}

/** A rule and how it stands to the facts. */
export interface Ruling extends Sourced {
  readonly status: RulingStatus;
  readonly text: Text;
}

/** An amount that follows from the law; null = there is one, and nobody can know it here. */
export interface FoundAmount extends Sourced {
  readonly amount: Money | null;
}

/** A day that follows from the law. */
export interface FoundDay extends Sourced {
  readonly day: Day;
}

/** Where a figure comes from. */
export interface FigureSource {
  readonly citation: Citation;
  readonly certainty: Certainty;
}

/** What the law says. */
export interface LegalFindings {
  readonly rulings: readonly Ruling[];
  readonly amounts: readonly FoundAmount[];
  readonly days: readonly FoundDay[];
}

/** Whether a condition is kept; unknown where the fact was not told. */
export const metIf = (fact: boolean | undefined): RulingStatus =>
  fact === undefined ? 'unknown' : fact ? 'met' : 'not_met';

/** Whether a remedy is open; unknown where a fact was not told. */
export const openIf = (fact: boolean | undefined): RulingStatus =>
  fact === undefined ? 'unknown' : fact ? 'open' : 'closed';

/** Both facts; undefined where neither is false and one was not told. */
export function both(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

/** Either fact; undefined where neither is true and one was not told. */
export function either(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === true || b === true) return true;
  return a === undefined || b === undefined ? undefined : false;
}

/** Part of a jurisdiction that it may leave out. Throws `LawNotCovered` where it does. */
export function legalPart<T>(part: T | null, id: string, on: Day): T {
  if (part === null) throw new LawNotCovered(id, on, 'no_such_part');
  return part;
}

/** A value that must exist on a day, with its source. Throws `LawNotCovered`. */
export function figureOn<T>(dated: Dated<T>, on: Day): FigureSource & { readonly value: T } {
  const { value, citation, certainty } = periodAt(dated, on);
  if (value === null) throw new LawNotCovered(dated.id, on, 'no_such_part');
  return { value, citation, certainty };
}

/** A share that data hold as a number, as a decimal that is exact. */
export const exactShare = (share: number): Money => money(String(share));

/** Gathers findings on a day. */
export function findingsOn(on: Day) {
  const rulings: Ruling[] = [];
  const amounts: FoundAmount[] = [];
  const days: FoundDay[] = [];
  return {
    rulings,
    amounts,
    days,
    /** A rule and how it stands, under a name of its own or another; left out where the law of the day does not have it. */
    rule(code: string, dated: Dated<Text>, status: RulingStatus, told: { at?: Day; label?: Text } = {}): void {
      const { at = on, label = dated.label } = told;
      const held = dated.periods.some(({ from }) => from <= at) ? periodAt(dated, at) : null;
      if (held === null || held.value === null) return;
      const { value, citation, certainty } = held;
      rulings.push({ code, label, status, text: value, citation, certainty });
    },
    amount(code: string, label: Text, amount: AmountLike | null, { citation, certainty }: FigureSource): void {
      amounts.push({ code, label, amount: amount === null ? null : toMoney(amount), citation, certainty });
    },
    day(code: string, label: Text, day: Day, { citation, certainty }: FigureSource): void {
      days.push({ code, label, day, citation, certainty });
    },
  };
}

/** Findings while they are gathered. */
export type GatheredFindings = ReturnType<typeof findingsOn>;

/** The weakest certainty of findings. */
export const certaintyOf = ({ rulings, amounts, days }: LegalFindings): Certainty =>
  weakest([...rulings, ...amounts, ...days].map(({ certainty }) => certainty));
