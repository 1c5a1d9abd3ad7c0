// A legal value is a list of periods, each with its first day, source and certainty. Days outside the list are refused.
// "Abolished" is the value null; "not yet announced" is `unknown_from`; neither is ever zero.
import type { Day } from '../values/day.ts';
import type { Text } from '../values/text.ts';

/**
 * How far a value can be relied on: `statute` = read in the text of the law; `official` = an official page; `secondary` = a
 * private page; `unverified` = general knowledge without a source read.
 */
export const CERTAINTIES = ['statute', 'official', 'secondary', 'unverified'] as const;
/** One of these certainties. */
export type Certainty = (typeof CERTAINTIES)[number];

/** The weakest of several certainties; `statute` for none. */
export function weakest(certainties: readonly Certainty[]): Certainty {
  return CERTAINTIES.findLast((certainty) => certainties.includes(certainty)) ?? 'statute';
}

/** Where a value or a rule is written, and the day on which somebody last looked. */
export interface Citation {
  readonly law: Text;
  readonly article: Text;
  /** Identifier in the official law database, or null when the source is no statute there. */
  readonly law_id: string | null;
  readonly url: string | null;
  readonly certainty: Certainty;
  readonly checked: Day;
}

/** A value and the first day on which it holds. It holds until the next period begins. */
export interface DatedPeriod<T> {
  readonly from: Day;
  /** null = the thing does not exist, or was abolished, in this period. */
  readonly value: T | null;
  readonly citation: Citation;
  readonly certainty: Certainty;
}

/** A value that changes on known days. */
export interface Dated<T> {
  readonly id: string;
  readonly label: Text;
  /** What the value counts: a currency, 1/year, count, days, years, share, scale, rule ... */
  readonly unit: string;
  /** In ascending order of `from`. The first day is the first day covered, not always the day the law began. */
  readonly periods: readonly DatedPeriod<T>[];
  /** First day for which the value is not known yet. */
  readonly unknown_from?: Day;
  /** Day on which the newest value was last checked. */
  readonly checked: Day;
}

/** Why there is no value on a day. */
const MISSING_REASONS = {
  before_first_day: 'the day is before the first day in the data',
  not_yet_known: 'the value has not been announced',
  no_such_part: 'the data of the jurisdiction have no such part',
} as const;
/** One of these reasons. */
export type MissingReason = keyof typeof MISSING_REASONS;

/** Thrown when a day is asked for on which the value is not covered. */
export class LawNotCovered extends Error {
  readonly id: string;
  readonly day: Day;
  readonly reason: MissingReason;

  constructor(id: string, day: Day, reason: MissingReason) {
    super(`${id} is not covered on ${day}: ${MISSING_REASONS[reason]}`);
    this.name = 'LawNotCovered';
    this.id = id;
    this.day = day;
    this.reason = reason;
  }
}

/** The period that holds on a day, with its source. Throws `LawNotCovered`. */
export function periodAt<T>(dated: Dated<T>, day: Day): DatedPeriod<T> {
  if (dated.unknown_from !== undefined && day >= dated.unknown_from) {
    throw new LawNotCovered(dated.id, day, 'not_yet_known');
  }
  const period = dated.periods.findLast(({ from }) => day >= from);
  if (period === undefined) throw new LawNotCovered(dated.id, day, 'before_first_day');
  return period;
}

/** The value on a day; null = it does not exist then. Throws `LawNotCovered`. */
export const valueOn = <T>(dated: Dated<T>, day: Day): T | null => periodAt(dated, day).value;

/** A period whose certainty is that of its source. */
export const period = <T>(from: Day, value: T | null, citation: Citation): DatedPeriod<T> => ({
  from,
  value,
  citation,
  certainty: citation.certainty,
});

/** A value that a table of the law states from one day on, with the periods of later changes. */
export interface TableEntry<T> {
  readonly label: Text;
  readonly unit: string;
  readonly from: Day;
  readonly value: T | null;
  readonly citation: Citation;
  readonly later?: readonly DatedPeriod<T>[];
}

/** The entries of a table as dated values; the ids are made of both names, `fees.attachment` of the table `fees`. */
export function datedTable<L>(
  table: string,
  entries: { readonly [K in keyof L]: TableEntry<L[K] extends Dated<infer T> ? T : never> },
): L {
  const dated = Object.entries<TableEntry<unknown>>(entries).map(([name, entry]) => {
    const { label, unit, from, value, citation, later = [] } = entry;
    const { checked } = (later.at(-1) ?? entry).citation;
    return [name, { id: `${table}.${name}`, label, unit, periods: [period(from, value, citation), ...later], checked }];
  });
  // The names and types of the entries are those of L, which fromEntries forgets.
  return Object.fromEntries(dated) as L;
}

/** The source of a rule as it is written in a sentence. */
export const articleOf = ({ law, article }: Citation): Text => ({
  ja: `${law.ja}${article.ja}`,
  en: `${law.en} ${article.en}`,
});
