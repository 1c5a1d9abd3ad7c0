// What a default parameter is: a number (or one per kind of debtor) with a range, a unit, a source and a certainty.
// The range is the 90 % interval of the driver's spread (standard deviation on the scale named) unless stated outright.

import { KINDS, type KindTuple, ofKind, type PerKind } from './kinds.ts';
import { fits, movedOnScale, type UncertaintyScale } from './scale.ts';
import type { SourceId } from './sources.ts';

/** How sure a default is. `judgement` means that no published figure supports it. */
export type AssumptionCertainty = 'official' | 'secondary' | 'poll' | 'judgement';

/** What a number is counted in. */
export type AssumptionUnit =
  | 'share'
  | 'weight'
  | 'level'
  | 'per_year'
  | 'per_month'
  | 'months'
  | 'hours'
  | 'yen'
  | 'yen_per_hour'
  | 'ratio'
  | 'odds'
  | 'elasticity'
  | 'logit';

/** The scale on which a parameter is uncertain; `fixed` ones are definitions, not estimates. */
export type AssumptionSpread = { scale: UncertaintyScale; sd: number } | { scale: 'fixed' };

/** What every assumption says about itself. */
interface AssumptionAttributes {
  readonly label: { readonly ja: string; readonly en: string };
  readonly unit: AssumptionUnit;
  readonly spread: AssumptionSpread;
  readonly source: SourceId;
  readonly certainty: AssumptionCertainty;
}

/** One number. */
export interface SingleAssumption extends AssumptionAttributes {
  readonly type: 'one';
  readonly mean: number;
}

/** One number per kind of debtor. */
export interface VectorAssumption extends AssumptionAttributes {
  readonly type: 'kinds';
  readonly mean: PerKind;
}

/** A tree of assumptions; a leaf is a `SingleAssumption` or a `VectorAssumption`. */
export interface Tree {
  readonly [name: string]: SingleAssumption | VectorAssumption | Tree;
}

/** The numbers of a tree, in the same shape. */
export type NumbersOf<T> = T extends SingleAssumption
  ? number
  : T extends VectorAssumption
    ? PerKind
    : { readonly [K in keyof T]: NumbersOf<T[K]> };

/** The same in the order in which the files of assumptions state it. */
type AttributeList = [
  ja: string,
  en: string,
  unit: AssumptionUnit,
  spread: AssumptionSpread,
  source: SourceId,
  certainty: AssumptionCertainty,
];

const attributesOf = ([ja, en, unit, spread, source, certainty]: AttributeList): AssumptionAttributes => ({
  label: { ja, en },
  unit,
  spread,
  source,
  certainty,
});

/** States a single-number assumption. */
export const single = (mean: number, ...about: AttributeList): SingleAssumption => ({
  type: 'one',
  mean,
  ...attributesOf(about),
});

/** States an assumption that differs by kind of debtor (slow, unwilling, constrained, disputing, insolvent). */
export const vector = (mean: KindTuple, ...about: AttributeList): VectorAssumption => ({
  type: 'kinds',
  mean,
  ...attributesOf(about),
});

/** A definition, which is not uncertain. */
export const fixed: AssumptionSpread = { scale: 'fixed' };
/** A share or a chance, with its standard deviation in logits. */
export const logit = (sd: number): AssumptionSpread => ({ scale: 'logit', sd });
/** A positive number, with its standard deviation in logarithms. */
export const logarithmic = (sd: number): AssumptionSpread => ({ scale: 'log', sd });
/** Any other number, with its standard deviation as it is. */
export const additive = (sd: number): AssumptionSpread => ({ scale: 'additive', sd });

/** States hours of our own time. No published figure supports any of them. */
export const ownHours = (mean: number, ja: string, en: string): SingleAssumption =>
  single(mean, ja, en, 'hours', logarithmic(0.3), 'judgement', 'judgement');

/** The 95 % point of the standard normal distribution; the 5 % point is its negative. */
export const Z90 = 1.6448536269514722;

/** The 90 % range of a mean under its spread. */
export function ninetyPercentRange(mean: number, spread: AssumptionSpread): { low: number; high: number } {
  if (spread.scale === 'fixed' || !fits(mean, spread.scale)) return { low: mean, high: mean };
  const at = (z: number) => movedOnScale(mean, spread.scale, z * spread.sd);
  return { low: at(-Z90), high: at(Z90) };
}

/** Whether a node of the tree is a leaf. */
export const isLeaf = (node: SingleAssumption | VectorAssumption | Tree): node is SingleAssumption | VectorAssumption =>
  typeof node.type === 'string';

/** One number of a tree with its place in it. */
export interface Leaf {
  /** Path of the number (`demand.respond.slow`). */
  readonly id: string;
  /** Names that lead to its entry; the same list for all numbers of one entry. */
  readonly path: readonly string[];
  /** Place among the kinds of debtor; null for a single number. */
  readonly kind: number | null;
  readonly mean: number;
  readonly about: SingleAssumption | VectorAssumption;
}

/** Every number of a tree, in the order of the files. */
export function* leaves(tree: Tree, above: readonly string[] = []): Generator<Leaf> {
  for (const [name, about] of Object.entries(tree)) {
    const path = [...above, name];
    const id = path.join('.');
    if (!isLeaf(about)) yield* leaves(about, path);
    else if (about.type === 'one') yield { id, path, kind: null, mean: about.mean, about };
    else
      for (const [kind, name] of KINDS.entries())
        yield { id: `${id}.${name}`, path, kind, mean: ofKind(about.mean, kind), about };
  }
}
