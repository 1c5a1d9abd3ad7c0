// The five kinds of debtor. They are the partitions on which the best action differs (docs/model.md 3):
// remind the slow, sue the unwilling, give the constrained a plan, settle with the disputing, stop or prove against the insolvent.

import { oneMinus, plus, times } from '../numbers/number.ts';

/** One number per kind of debtor, in the order of `KINDS`. A plain array: typed ones of this length cost more to make than to use. */
export type PerKind = readonly number[];

/** A number for each kind as the data state it. */
export type KindTuple = readonly [
  slow: number,
  unwilling: number,
  constrained: number,
  disputing: number,
  insolvent: number,
];

/** The kinds by name; a vector holds its numbers in this order. */
export const KINDS = ['slow', 'unwilling', 'constrained', 'disputing', 'insolvent'] as const;
/** The name of a kind. */
export type DebtorKind = (typeof KINDS)[number];

/** How many kinds there are. */
export const KIND_COUNT = 5;
/** The place of those short of cash. */
export const CONSTRAINED = 2;
/** The place of the disputing, whose voluntary payments leave out what is in dispute. */
export const DISPUTING = 3;
/** The place of the insolvent, which others turn into and which does not turn into others. */
export const INSOLVENT = 4;

/** The kinds for people. */
export const KIND_LABELS: Record<DebtorKind, { ja: string; en: string }> = {
  slow: { ja: '遅いだけ（払う力も意思もある）', en: 'slow but sound' },
  unwilling: { ja: '払う力はあるが払わない', en: 'able but unwilling' },
  constrained: { ja: '資金繰りが苦しい', en: 'cash-constrained' },
  disputing: { ja: '請求内容を争っている', en: 'disputing' },
  insolvent: { ja: '事実上の支払不能', en: 'de facto insolvent' },
};

/** One number per kind by the names of the kinds. */
export const entriesByKind = (a: PerKind): (readonly [DebtorKind, number])[] =>
  KINDS.map((kind, k) => [kind, ofKind(a, k)]);

/** The number of a kind by its name. */
export const ofNamedKind = (a: PerKind, kind: DebtorKind): number => ofKind(a, KINDS.indexOf(kind));

/** Nothing yet, for every kind. */
export const zeros = (): number[] => [0, 0, 0, 0, 0];

/** The same value for every kind. */
export const every = (value: number): PerKind => [value, value, value, value, value];

/** The kind at a place. Throws `RangeError` where there is none. */
export function kindAt(place: number): DebtorKind {
  const kind = KINDS[place];
  if (kind === undefined) throw new RangeError(`no kind of debtor stands at ${place}`);
  return kind;
}

/** The number of the kind at a place. A vector holds one for every kind, which only this line has to assert. */
export const ofKind = (a: PerKind, place: number): number => a[place]!;

/** A value for one kind, and 0 for the others. */
export const onlyKind = (kind: DebtorKind, value: number): PerKind => perKind((k) => (KINDS[k] === kind ? value : 0));

/** A number computed for each kind by its place; one computed from a vector is `vector.map`. */
export const perKind = (of: (k: number) => number): PerKind => [of(0), of(1), of(2), of(3), of(4)];

/** A number computed for each kind from the numbers of two vectors. */
export const zipKinds = (a: PerKind, b: PerKind, of: (x: number, y: number) => number): PerKind => [
  of(ofKind(a, 0), ofKind(b, 0)),
  of(ofKind(a, 1), ofKind(b, 1)),
  of(ofKind(a, 2), ofKind(b, 2)),
  of(ofKind(a, 3), ofKind(b, 3)),
  of(ofKind(a, 4), ofKind(b, 4)),
];

/** Σ over kinds of a∘b. */
export const dot = (a: PerKind, b: PerKind): number =>
  ofKind(a, 0) * ofKind(b, 0) +
  ofKind(a, 1) * ofKind(b, 1) +
  ofKind(a, 2) * ofKind(b, 2) +
  ofKind(a, 3) * ofKind(b, 3) +
  ofKind(a, 4) * ofKind(b, 4);

/** Σ over kinds. */
export const total = (a: PerKind): number =>
  plus(plus(plus(plus(ofKind(a, 0), ofKind(a, 1)), ofKind(a, 2)), ofKind(a, 3)), ofKind(a, 4));

/** a∘b, kind by kind. */
export const product = (a: PerKind, b: PerKind): PerKind => [
  times(ofKind(a, 0), ofKind(b, 0)),
  times(ofKind(a, 1), ofKind(b, 1)),
  times(ofKind(a, 2), ofKind(b, 2)),
  times(ofKind(a, 3), ofKind(b, 3)),
  times(ofKind(a, 4), ofKind(b, 4)),
];

/** 1 − a, kind by kind. */
export const complement = (a: PerKind): PerKind => [
  oneMinus(ofKind(a, 0)),
  oneMinus(ofKind(a, 1)),
  oneMinus(ofKind(a, 2)),
  oneMinus(ofKind(a, 3)),
  oneMinus(ofKind(a, 4)),
];
