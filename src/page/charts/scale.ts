// A linear scale of a chart: where a number stands, and round numbers along it.

/** Where numbers stand between the ends of a chart. */
export interface Scale {
  (value: number): number;
  /** Round numbers inside the scale, about so many. */
  readonly ticks: (count: number) => readonly number[];
  /** The same scale, whose ends are round numbers. */
  readonly nice: (count: number) => Scale;
}

/** Steps between round numbers, by how far the wished step is above a power of ten. */
const ROUND_STEPS = [
  [7.07, 10],
  [3.16, 5],
  [1.41, 2],
] as const;

/** The round step with which a span has about so many. */
function roundStep(span: number, count: number): number {
  const wished = span / count;
  const power = 10 ** Math.floor(Math.log10(wished));
  const [, times] = ROUND_STEPS.find(([least]) => wished / power >= least) ?? [1, 1];
  return times * power;
}

/** A scale from the numbers at its two ends to the pixels at which they stand. */
export function scaleLinear([low, high]: readonly [number, number], pixels: readonly [number, number]): Scale {
  const [left, right] = pixels;
  const span = high - low;
  const scale = (value: number): number =>
    span === 0 ? (left + right) / 2 : left + ((value - low) / span) * (right - left);
  return Object.assign(scale, {
    ticks: (count: number) => {
      if (span <= 0) return [low];
      const step = roundStep(span, count);
      const first = Math.ceil(low / step);
      return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
    },
    nice: (count: number) => {
      if (span <= 0) return scaleLinear([low, high], pixels);
      const step = roundStep(span, count);
      return scaleLinear([Math.floor(low / step) * step, Math.ceil(high / step) * step], pixels);
    },
  });
}
