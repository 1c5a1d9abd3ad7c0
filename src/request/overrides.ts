// Reads the numbers that replace default assumptions: by path, each a number or {mean, low, high} within the limits of its unit.

import { catalogue, catalogueEntry, limitsOf, type Override } from '../assumptions/values.ts';
import { acceptedValue, type ReportMistake } from '../fields/mistake.ts';
import { didYouMean, nearest } from '../fields/nearest.ts';
import { readDecimal, readRate } from '../fields/number.ts';
import { orderEnds, refuseOtherNames } from '../fields/range.ts';
import { echo, type Reading, TEXT_MAX } from '../fields/reading.ts';
import { ERRORS_MAX } from './mistakes.ts';
import { emptyObject, isRawObject, type RawObject } from './raw_object.ts';

/** Paths of every assumption that can be replaced, sorted. */
export const ASSUMPTION_IDS: readonly string[] = catalogue.map(({ id }) => id);

/** Reads a number that replaces an assumption, within the limits of its unit. Throws `RangeError` for a path that no assumption has. */
export function readNumberFor(id: string, value: unknown): Reading<number> {
  const entry = catalogueEntry(id);
  if (entry === undefined) throw new RangeError(`no assumption has the path ${id}`);
  const [min, max] = limitsOf(entry);
  const percent = typeof value === 'string' && value.length <= TEXT_MAX && value.normalize('NFKC').trim().endsWith('%');
  return percent && (entry.unit === 'share' || entry.unit === 'per_year')
    ? readRate(value)
    : readDecimal(value, { min, max });
}

/** Reads overrides by path; reports every mistake at the path of its assumption. */
export function readAssumptions(value: unknown, report: ReportMistake): Record<string, Override> {
  const out: Record<string, Override> = emptyObject() as Record<string, Override>;
  if (!isRawObject(value)) {
    report([], {
      code: 'wrong_type',
      expected: { ja: 'パスと数のオブジェクト', en: 'an object of paths and numbers' },
      detail: { ja: '前提は {"パス": 数} の形で書いてください。', en: 'Write assumptions as {"path": number}.' },
      value,
    });
    return out;
  }
  let unknown = 0;
  for (const [id, override] of Object.entries(value)) {
    if (catalogueEntry(id) === undefined) {
      if (++unknown > ERRORS_MAX) break;
      const near = nearest(id, ASSUMPTION_IDS);
      report([id], {
        code: 'unknown_field',
        expected: { ja: near ?? '/v1/assumptions にあるパス', en: near ?? 'a path listed at /v1/assumptions' },
        detail: {
          ja: `「${echo(id)}」という前提はありません。${didYouMean(near).ja}`,
          en: `There is no assumption "${echo(id)}".${didYouMean(near).en}`,
        },
      });
    } else if (isRawObject(override)) {
      out[id] = readRangeFor(id, override, report);
    } else {
      out[id] = acceptedValue(override, readNumberFor(id, override), [id], report) ?? 0;
    }
  }
  return out;
}

/** Reads a number that replaces an assumption, with its range. */
function readRangeFor(id: string, override: RawObject, report: ReportMistake): Override {
  refuseOtherNames(override, [id], report);
  const part = (name: 'mean' | 'low' | 'high') =>
    name !== 'mean' && override[name] === undefined
      ? undefined
      : acceptedValue(override[name], readNumberFor(id, override[name]), [id, name], report);
  const mean = part('mean') ?? 0;
  const low = part('low');
  const high = part('high');
  orderEnds({ mean, low, high }, [id], report);
  return { mean, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}
