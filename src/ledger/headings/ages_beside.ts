// Headings whose ages are told by those beside them: numbers alone, and days that are still to come beside days that are past.

import type { Heading } from './header.ts';

/** Ages that must be headed by numbers alone, one after another, to be known. */
const NUMBERED_MIN = 3;

/** The headings with 0, 30, 60 and 90 beside each other read as the ages that begin there. */
export function withNumberedAges(headings: readonly Heading[]): readonly Heading[] {
  const start = headings.findIndex(({ text }) => text === '0');
  if (start < 0) return headings;
  const step = Number(headings[start + 1]?.text);
  let count = 1;
  while (step % 15 === 0 && step > 0 && headings[start + count]?.text === String(step * count)) count++;
  if (count < NUMBERED_MIN) return headings;
  return headings.map((one, i): Heading => {
    const place = i - start;
    if (place < 0 || place >= count) return one;
    const from = step * place;
    return { ...one, bucket: place === count - 1 ? `${from}+` : `${from}-${from + step - 1}`, by: 'bucket' };
  });
}

/** The headings with "Due 8-30" as not due yet, where "Past Due 8-30" stands beside it. */
export function withFutureAges(headings: readonly Heading[]): readonly Heading[] {
  const isPast = headings.some(
    ({ bucket, text }) => bucket !== undefined && /^(?:past[ _]?due|overdue)\b.*\d/i.test(text),
  );
  return headings.map(
    (one): Heading =>
      isPast && one.bucket !== undefined && /^due\b.*\d/i.test(one.text) ? { ...one, bucket: 'not due' } : one,
  );
}
