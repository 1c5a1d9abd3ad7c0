// Ages that headings have by those beside them: numbers alone, and days that are still to come beside days that are past.

/** A heading, and the age that its own words state. */
interface AgeHeading {
  readonly text: string;
  readonly bucket?: string;
}

/** Ages that must be headed by numbers alone, one after another, to be known. */
const NUMBERED_MIN = 3;

/** The ages of headings by those beside them, by their places: 0, 30 and 60 begin there, and Due 8-30 beside Past Due 8-30 is not due yet. */
export function agesBeside(headings: readonly AgeHeading[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const start = headings.findIndex(({ text }) => text === '0');
  const step = Number(headings[start + 1]?.text);
  let count = 1;
  while (start >= 0 && step > 0 && step % 15 === 0 && headings[start + count]?.text === String(step * count)) count++;
  if (count >= NUMBERED_MIN)
    for (let i = 0; i < count; i++)
      found.set(start + i, i === count - 1 ? `${step * i}+` : `${step * i}-${step * (i + 1) - 1}`);
  const isAge = ({ bucket }: AgeHeading): boolean => bucket !== undefined;
  if (headings.some((one) => isAge(one) && /^(?:past[ _]?due|overdue)\b.*\d/i.test(one.text)))
    for (const [i, one] of headings.entries()) if (isAge(one) && /^due\b.*\d/i.test(one.text)) found.set(i, 'not due');
  return found;
}
