// The five kinds of debtor. They are the partitions on which the best action differs (model section 3):
// remind the slow, sue the unwilling, give the constrained a plan, settle with the disputing, stop or prove against the insolvent.

/** One number per kind of debtor, in the order of `KINDS`. */
export type PerKind = Float64Array;

export const KINDS = ['slow', 'unwilling', 'constrained', 'disputing', 'insolvent'] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_COUNT = 5;
export const SLOW = 0;
export const DISPUTING = 3;
export const INSOLVENT = 4;

export const KIND_LABELS: Record<Kind, { ja: string; en: string }> = {
  slow: { ja: '遅いだけ（払う力も意思もある）', en: 'slow but sound' },
  unwilling: { ja: '払う力はあるが払わない', en: 'able but unwilling' },
  constrained: { ja: '資金繰りが苦しい', en: 'cash-constrained' },
  disputing: { ja: '請求内容を争っている', en: 'disputing' },
  insolvent: { ja: '事実上の支払不能', en: 'de facto insolvent' },
};

/** One number per kind by the names of the kinds. */
export const entriesByKind = (a: PerKind): (readonly [Kind, number])[] => KINDS.map((kind, k) => [kind, a[k]!]);

/** The number of one kind. */
export const ofKind = (a: PerKind, kind: Kind): number => a[KINDS.indexOf(kind)]!;

/** The same value for every kind. */
export const every = (value: number): PerKind => new Float64Array(KIND_COUNT).fill(value);

/** A value for one kind, and 0 for the others. */
export const onlyKind = (kind: Kind, value: number): PerKind => perKind((k) => (KINDS[k] === kind ? value : 0));

/** A number computed for each kind. */
export function perKind(of: (k: number) => number): PerKind {
  const out = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) out[k] = of(k);
  return out;
}

/** Σ over kinds of a∘b. */
export function dot(a: PerKind, b: PerKind): number {
  return a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]! + a[3]! * b[3]! + a[4]! * b[4]!;
}

/** Σ over kinds. */
export const total = (a: PerKind): number => a[0]! + a[1]! + a[2]! + a[3]! + a[4]!;

/** a∘b, kind by kind. */
export function product(a: PerKind, b: PerKind): PerKind {
  const out = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) out[k] = a[k]! * b[k]!;
  return out;
}

/** f(a, b), kind by kind. */
export function combined(a: PerKind, b: PerKind, f: (x: number, y: number) => number): PerKind {
  const out = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) out[k] = f(a[k]!, b[k]!);
  return out;
}

/** 1 − a, kind by kind. */
export function complement(a: PerKind): PerKind {
  const out = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) out[k] = 1 - a[k]!;
  return out;
}
