// The request that asks most: every field that leaves the engine more to weigh, every number and every assumption with a range, and every
// part of the answer. It is built from the schema, so that a new field makes it richer.

import { catalogue, limitsOf } from '../../src/assumptions/values.ts';
import { type DescribedField, NUMERIC_KINDS } from '../../src/fields/field.ts';
import { describedFields } from '../../src/request/composition.ts';
import { INCLUDES } from '../../src/request/control_fields.ts';
import { readRequest } from '../../src/request/read_request.ts';

/** A claim that may come before either small court, of which every family of options has an open one, with cash wanted and risk disliked. */
const CLAIM = {
  amount: 600_000,
  overdue_days: 82,
  dispute: 'partial',
  disputed_amount: 200_000,
  cash_needed_by: '2027-01-15',
  bridge_rate: 0.15,
  risk: 'averse',
};

/** Fields that leave less to weigh: they name the options or the terms among which the engine would choose, or rule an option out. */
const POORER = /^options$|^(plan|settle)\.|^offset\.(crisis_known_on|payable_attached_on|payable_assigned_on)$/;

/** By what share of a number its range reaches to both sides. */
const RANGE_SHARE = 0.2;

/** A number with a range inside limits. */
function ranged(
  mean: number,
  [least, most]: readonly [least: number, most: number],
  round = (at: number) => at,
): object {
  const ends = [1 - RANGE_SHARE, 1 + RANGE_SHARE].map((share) => round(Math.min(most, Math.max(least, mean * share))));
  return { mean, low: Math.min(...ends), high: Math.max(...ends) };
}

/** The number that a field shows as its example, with a range; undefined where it shows none. */
function rangedExample({ example, kind, minimum = 0, maximum = Number.POSITIVE_INFINITY }: DescribedField): unknown {
  if (!NUMERIC_KINDS.includes(kind)) return undefined;
  const isPercent = typeof example === 'string' && example.endsWith('%');
  const mean = isPercent ? Number.parseFloat(example) / 100 : Number(example);
  return ranged(mean, [minimum, maximum], kind === 'count' || kind === 'amount' ? Math.round : undefined);
}

/** The richest request on a day. */
export function richestRequest(as_of: string): object {
  const assumptions = Object.fromEntries(catalogue.map((entry) => [entry.id, ranged(entry.value, limitsOf(entry))]));
  let request: object = { ...CLAIM, as_of, include: INCLUDES, assumptions };
  for (const field of describedFields()) {
    if (field.name in request || POORER.test(field.name)) continue;
    // What cannot stand beside the others is left out.
    request =
      [rangedExample(field), field.example]
        .filter((value) => value !== undefined)
        .map((value) => ({ ...request, [field.name]: value }))
        .find((richer) => readRequest(richer, { today: as_of, lang: 'ja' }).ok) ?? request;
  }
  return request;
}
