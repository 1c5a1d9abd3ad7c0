// What is uncertain: assumptions that move together because one fact about the world would move them all, each group by one standard
// normal number z (docs/model.md 12). A caller's own range makes a driver of its own.

import { type AssumptionSpread, type AssumptionUnit, type Leaf, leaves, Z90 } from './assumption.ts';
import { ASSUMPTION_GROUPS, type AssumptionGroup, groupOf } from './groups.ts';
import * as registry from './index.ts';
import { type DebtorKind, KIND_LABELS, KINDS, kindAt, ofKind, type PerKind } from './kinds.ts';
import { fits, logistic, logitOf, movedOnScale, onScale, type UncertaintyScale } from './scale.ts';
import { type Assumptions, limitsOf, type Override } from './values.ts';

/** One number that moves, with its spread on its own scale below and above the mean. */
export interface DriverPart {
  readonly id: string;
  readonly path: readonly string[];
  /** Place among the kinds of debtor; null for a single number. */
  readonly kind: number | null;
  readonly mean: number;
  readonly scale: UncertaintyScale;
  readonly below: number;
  readonly above: number;
  readonly unit: AssumptionUnit;
  readonly limits: readonly [least: number, most: number];
  /** Place of the kind of debtor whose odds it multiplies; null for every other number. */
  readonly doubts: number | null;
}

/** Assumptions that move together by one standard normal number. */
export interface Driver {
  readonly id: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly parts: readonly DriverPart[];
}

const within = (x: number, [least, most]: DriverPart['limits']): number => Math.min(most, Math.max(least, x));

/** The number at a quantile: the mean at z = 0, the ends of its 90 % range at z = ±1.645. */
export const atQuantile = ({ mean, scale, below, above, limits }: DriverPart, z: number): number =>
  z === 0 ? mean : within(movedOnScale(mean, scale, (z < 0 ? below : above) * z), limits);

/**
 * The number drawn at z so that its mean over z is the stated one (docs/model.md 12). For the odds of a kind, the mean that is kept is
 * that of its chance, `weights[kind]`.
 */
export function drawn(part: DriverPart, z: number, weights: PerKind): number {
  const { mean, scale, limits, doubts } = part;
  const sd = (part.below + part.above) / 2;
  const spread = Math.sqrt(1 + (Math.PI * sd * sd) / 8);
  if (doubts !== null) {
    const weight = ofKind(weights, doubts);
    return fits(weight, 'logit') ? within(mean * Math.exp(logitOf(weight) * (spread - 1) + sd * z), limits) : mean;
  }
  if (scale === 'logit') return within(logistic(logitOf(mean) * spread + sd * z), limits);
  return within(scale === 'log' ? mean * Math.exp(sd * z - (sd * sd) / 2) : mean + sd * z, limits);
}

/**
 * A number as it can move: by the published spread, or by the range that the caller gave it, which makes it a driver of its `own`. Null
 * when it is certain.
 */
function partOf(
  { id, path, kind, mean, about }: Leaf,
  stated: Override | undefined,
): { readonly part: DriverPart; readonly own: boolean } | null {
  const doubts = path[0] === 'doubt' ? KINDS.indexOf(path[1] as DebtorKind) : null;
  const place = { id, path, kind, unit: about.unit, limits: limitsOf(about), doubts };
  if (stated === undefined) {
    const { spread } = about;
    if (spread.scale === 'fixed' || !fits(mean, spread.scale)) return null;
    return { part: { ...place, mean, scale: spread.scale, below: spread.sd, above: spread.sd }, own: false };
  }
  if (typeof stated === 'number') return null;
  const spread = ranged(stated, scaleOf(stated, about.spread));
  return spread.below > 0 || spread.above > 0 ? { part: { ...place, ...spread }, own: true } : null;
}

/** The scale on which a stated range is read: the published one where the three numbers fit on it. */
function scaleOf(
  { mean, low = mean, high = mean }: Exclude<Override, number>,
  spread: AssumptionSpread,
): UncertaintyScale {
  const wanted = spread.scale === 'fixed' ? 'log' : spread.scale;
  return [low, mean, high].every((x) => fits(x, wanted)) ? wanted : 'additive';
}

/** A stated range as spreads below and above the mean. One end alone counts for both sides. */
export function ranged(
  { mean, low, high }: { mean: number; low?: number | undefined; high?: number | undefined },
  scale: UncertaintyScale,
): Pick<DriverPart, 'mean' | 'scale' | 'below' | 'above'> {
  const middle = onScale(mean, scale);
  const down = low === undefined ? undefined : (middle - onScale(low, scale)) / Z90;
  const up = high === undefined ? undefined : (onScale(high, scale) - middle) / Z90;
  return { mean, scale, below: down ?? up ?? 0, above: up ?? down ?? 0 };
}

/**
 * The drivers of a claim: published estimates by group, then every number for which the caller gave a range, by itself. A number that the
 * caller stated without a range is taken as certain. `touched` says which leaves the valuation reads.
 */
export function driversOf(
  overrides: Readonly<Record<string, Override>>,
  touched: (path: string) => boolean = () => true,
): Driver[] {
  const published = new Map<string, DriverPart[]>();
  const own: Driver[] = [];
  for (const leaf of leaves(registry)) {
    if (!touched(leaf.path.join('.'))) continue;
    const found = partOf(leaf, overrides[leaf.id]);
    if (found === null) continue;
    if (found.own) {
      own.push({ id: leaf.id, label: leafLabel(leaf.about.label, leaf.kind), parts: [found.part] });
      continue;
    }
    const group = groupOf(leaf.id);
    // What only shapes the belief belongs to no group.
    if (group !== undefined) published.set(group.id, [...(published.get(group.id) ?? []), found.part]);
  }
  const drivers = ASSUMPTION_GROUPS.flatMap(({ id, label, covers }): Driver[] => {
    const parts = published.get(id);
    return parts === undefined ? [] : [{ id, label, parts: inGroupOrder(parts, covers) }];
  });
  return [...drivers, ...own];
}

/** The parts of a group in the order in which it names them. */
function inGroupOrder(parts: readonly DriverPart[], covers: AssumptionGroup['covers']): DriverPart[] {
  const place = ({ id }: DriverPart) => covers.findIndex((path) => id === path || id.startsWith(`${path}.`));
  return [...parts].sort((a, b) => place(a) - place(b));
}

/** The name of a leaf for people, with its kind of debtor where it has one. */
function leafLabel(label: AssumptionGroup['label'], kind: number | null): AssumptionGroup['label'] {
  if (kind === null) return label;
  const of = KIND_LABELS[kindAt(kind)];
  return { ja: `${label.ja}（${of.ja}）`, en: `${label.en} (${of.en})` };
}

/** The assumptions as a tree of numbers that can be written; only `changed` casts to it and back, and it writes its own copies. */
type WritableTree = { [name: string]: number | number[] | WritableTree };

/** A change of one number. */
export interface Change {
  readonly part: DriverPart;
  readonly value: number;
}

/** The assumptions with some numbers replaced; changes of one vector stand together. What does not change is shared. */
export function changed(a: Assumptions, changes: readonly Change[]): Assumptions {
  const out: WritableTree = { ...(a as unknown as WritableTree) };
  const own = new Set<WritableTree>([out]);
  let path: readonly string[] | undefined;
  let node = out;
  let name = '';
  for (const { part, value } of changes) {
    if (part.path !== path) {
      path = part.path;
      ({ node, name } = ownPlace(out, path, own));
      // A vector is copied before it is written: the defaults are shared by all evaluations.
      if (part.kind !== null) node[name] = (node[name] as number[]).slice();
    }
    if (part.kind === null) node[name] = value;
    else (node[name] as number[])[part.kind] = value;
  }
  return out as unknown as Assumptions;
}

/** The branch that holds the number of a path, ready to be written, and the number's name in it. */
function ownPlace(
  root: WritableTree,
  path: readonly string[],
  own: Set<WritableTree>,
): { node: WritableTree; name: string } {
  const name = path.at(-1);
  if (name === undefined) throw new RangeError('the path of an assumption has no name');
  return { node: path.slice(0, -1).reduce((node, branch) => ownBranch(node, branch, own), root), name };
}

/** A branch that may be written: copied unless it is among the copies `own` already. */
function ownBranch(node: WritableTree, name: string, own: Set<WritableTree>): WritableTree {
  const branch = node[name] as WritableTree;
  if (own.has(branch)) return branch;
  const copy = { ...branch };
  own.add(copy);
  node[name] = copy;
  return copy;
}
