// The standard normal distribution, which every spread of an assumption is measured in.

/** A polynomial, lowest power first. */
const poly = (x: number, ...c: number[]): number => c.reduceRight((sum, a) => sum * x + a, 0);

/** Quantile of the standard normal distribution: Wichura 1988, algorithm AS 241 (PPND7), to seven digits. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * poly(r, 3.3871327179, 50.434271938, 159.29113202, 59.10937472)) /
      poly(r, 1, 17.895169469, 78.757757664, 67.1875636)
    );
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const x =
    r <= 5
      ? poly(r - 1.6, 1.4234372777, 2.75681539, 1.3067284816, 0.17023821103) /
        poly(r - 1.6, 1, 0.7370016425, 0.12021132975)
      : poly(r - 5, 6.657905115, 3.081226386, 0.42868294337, 0.017337203997) /
        poly(r - 5, 1, 0.24197894225, 0.012258202635);
  return q < 0 ? -x : x;
}

/** Cumulative standard normal distribution: Abramowitz and Stegun 7.1.26, to 1.5e-7. */
export function normalCdf(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const tail = poly(t, 0, 0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429) * Math.exp((-x * x) / 2);
  return x >= 0 ? 1 - tail / 2 : tail / 2;
}
