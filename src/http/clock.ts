// The wall clock of a jurisdiction: what day it is there when the request comes in, and how long that day still lasts.

import { DEFAULT_JURISDICTION, isJurisdiction, lawOf } from '../law/jurisdictions.ts';
import type { RequestSource } from '../request/fields_reader.ts';
import type { Day } from '../values/day.ts';
import type { Ctx } from './context.ts';

/** What a clock shows. */
export interface ClockReading {
  readonly today: Day;
  /** Seconds until tomorrow. */
  readonly left: number;
}

/** The clock of a jurisdiction by its name; for an unknown name, that of the default jurisdiction. */
export type Clock = (jurisdiction: string | undefined) => ClockReading;

const DAY_SECONDS = 86_400;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The formatter of a zone, kept because making one costs more than reading a request. */
function formatterOf(time_zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(time_zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: time_zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(time_zone, formatter);
  }
  return formatter;
}

/** The clock at a moment, in milliseconds since 1970. */
const clockAt =
  (now: number): Clock =>
  (jurisdiction) => {
    const known = jurisdiction !== undefined && isJurisdiction(jurisdiction);
    const { time_zone } = lawOf(known ? jurisdiction : DEFAULT_JURISDICTION);
    const parts = new Map<string, string>(
      formatterOf(time_zone)
        .formatToParts(now)
        .map(({ type, value }) => [type, value]),
    );
    const of = (type: string) => parts.get(type) ?? '00';
    return {
      today: `${of('year')}-${of('month')}-${of('day')}`,
      left: DAY_SECONDS - (Number(of('hour')) * 3600 + Number(of('minute')) * 60 + Number(of('second'))),
    };
  };

/** The clock at the moment at which a request came in. */
export const clockOf = (c: Ctx): Clock => clockAt(c.get('now'));

/** The jurisdiction as it was written, which decides what day it is. */
export function jurisdictionIn(input: RequestSource): string | undefined {
  if ('query' in input) return input.query.find(([name]) => name === 'jurisdiction')?.[1];
  const { body } = input;
  return typeof body === 'object' && body !== null && 'jurisdiction' in body && typeof body.jurisdiction === 'string'
    ? body.jurisdiction
    : undefined;
}
