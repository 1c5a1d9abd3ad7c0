// Every dated value of a jurisdiction as a list: found by its shape, so that a new value or a new country needs no line here.
import { addDays, type Day } from '../values/day.ts';
import type { Text } from '../values/text.ts';
import { type Certainty, type Citation, type Dated, type DatedPeriod, weakest } from './dated.ts';

/** A value during one stretch of time. */
export interface LegalStretch {
  readonly from: Day;
  /** Last day on which it is known to hold; null = no end is known. */
  readonly until: Day | null;
  /** null = the thing does not exist, or was abolished, in this stretch. */
  readonly value: unknown;
  readonly citation: Citation;
  readonly certainty: Certainty;
  /** The value, or something inside it, rests on no source that was read. */
  readonly unverified: boolean;
}

/** How a value stands on a day: it holds, it does not exist, or the data do not cover the day. */
export type StandingStatus = 'in_force' | 'none' | 'not_covered';

/** The next day on which a value is known to change. */
export interface NextChange {
  readonly on: Day;
  /** `starts` = first day covered; `changes` = another value; `unknown` = the value from that day is not known yet. */
  readonly kind: 'starts' | 'changes' | 'unknown';
}

/** A value as it stands on one day. */
export interface LegalStanding {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  readonly status: StandingStatus;
  /** The stretch that holds on the day; null when the day is not covered. */
  readonly stretch: LegalStretch | null;
  readonly next_change: NextChange | null;
  /** Day on which the newest value was last checked. */
  readonly checked: Day;
}

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isDated = (value: object): value is Dated<unknown> =>
  'id' in value &&
  typeof value.id === 'string' &&
  'unit' in value &&
  typeof value.unit === 'string' &&
  'periods' in value &&
  Array.isArray(value.periods);

/** Every dated value inside `data`, by id. */
export function datedValues(data: unknown): Dated<unknown>[] {
  const found: Dated<unknown>[] = [];
  const visit = (value: unknown): void => {
    if (!isNode(value)) return;
    // A dated value holds no other: what stands inside it are its periods.
    if (isDated(value)) found.push(value);
    else for (const child of Object.values(value)) visit(child);
  };
  visit(data);
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The certainties anywhere inside a value. */
function certainties(value: unknown): Certainty[] {
  if (!isNode(value)) return [];
  const own = typeof value.certainty === 'string' ? [value.certainty as Certainty] : [];
  return [...own, ...Object.values(value).flatMap(certainties)];
}

function stretchOf(dated: Dated<unknown>, period: DatedPeriod<unknown>, next: DatedPeriod<unknown> | undefined) {
  const end = next?.from ?? dated.unknown_from;
  const { from, value, citation, certainty } = period;
  return {
    from,
    until: end === undefined ? null : addDays(end, -1),
    value,
    citation,
    certainty,
    unverified: weakest([certainty, ...certainties(value)]) === 'unverified',
  };
}

/** The whole history of a value, oldest first. */
export const historyOf = (dated: Dated<unknown>): LegalStretch[] =>
  dated.periods.map((period, index) => stretchOf(dated, period, dated.periods[index + 1]));

/** How a value stands on a day. The status says where the day is not covered; no value is carried over to it. */
export function standingOn(dated: Dated<unknown>, day: Day): LegalStanding {
  const { id, label, unit, checked, unknown_from } = dated;
  const known = unknown_from === undefined || day < unknown_from;
  const history = historyOf(dated);
  const stretch = known ? (history.findLast(({ from }) => from <= day) ?? null) : null;
  const following = known ? history.find(({ from }) => from > day) : undefined;
  return {
    id,
    label,
    unit,
    status: stretch === null ? 'not_covered' : stretch.value === null ? 'none' : 'in_force',
    stretch,
    next_change:
      following !== undefined
        ? { on: following.from, kind: stretch === null ? 'starts' : 'changes' }
        : known && unknown_from !== undefined
          ? { on: unknown_from, kind: 'unknown' }
          : null,
    checked,
  };
}
