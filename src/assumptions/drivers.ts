// What is uncertain: assumptions that move together because one fact about the world would move them all, each group by one standard
// normal number z (docs/model.md 12). A caller's own range makes a driver of its own.

import { type Leaf, leaves, type Spread, type Unit, Z90 } from './assumption.ts';
import { GROUPS, type Group, groupOf } from './groups.ts';
import * as registry from './index.ts';
import { KIND_LABELS, KINDS, type Kind, type PerKind } from './kinds.ts';
import { fits, logistic, logitOf, moved, onScale, type Scale } from './scale.ts';
import { type Assumptions, limitsOf, type Override } from './values.ts';

/** One number that moves, with its spread on its own scale below and above the mean. */
export interface Part {
  readonly id: string;
  readonly path: readonly string[];
  /** Place among the kinds of debtor; null for a single number. */
  readonly kind: number | null;
  readonly mean: number;
  readonly scale: Scale;
  readonly below: number;
  readonly above: number;
  readonly unit: Unit;
  readonly limits: readonly [least: number, most: number];
  /** Place of the kind of debtor whose odds it multiplies; null for every other number. */
  readonly doubts: number | null;
}

/** Assumptions that move together by one standard normal number. */
export interface Driver {
  readonly id: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly parts: readonly Part[];
}

const within = (x: number, [least, most]: Part['limits']): number => Math.min(most, Math.max(least, x));

/** The number at a quantile: the mean at z = 0, the ends of its 90 % range at z = ±1.645. */
export const atQuantile = ({ mean, scale, below, above, limits }: Part, z: number): number =>
  z === 0 ? mean : within(moved(mean, scale, (z < 0 ? below : above) * z), limits);

/**
 * The number drawn at z so that its mean over z is the stated one (docs/model.md 12). For the odds of a kind, the mean that is kept is
 * that of its chance, `weights[kind]`.
 */
export function drawn(part: Part, z: number, weights: PerKind): number {
  const { mean, scale, limits, doubts } = part;
  const sd = (part.below + part.above) / 2;
  const spread = Math.sqrt(1 + (Math.PI * sd * sd) / 8);
  if (doubts !== null) {
    const weight = weights[doubts]!;
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
): { readonly part: Part; readonly own: boolean } | null {
  const doubts = path[0] === 'doubt' ? KINDS.indexOf(path[1] as Kind) : null;
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
function scaleOf({ mean, low = mean, high = mean }: Exclude<Override, number>, spread: Spread): Scale {
  const wanted = spread.scale === 'fixed' ? 'log' : spread.scale;
  return [low, mean, high].every((x) => fits(x, wanted)) ? wanted : 'additive';
}

/** A stated range as spreads below and above the mean. One end alone counts for both sides. */
export function ranged(
  { mean, low, high }: { mean: number; low?: number | undefined; high?: number | undefined },
  scale: Scale,
): Pick<Part, 'mean' | 'scale' | 'below' | 'above'> {
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
  const parts = new Map<Group, Part[]>(GROUPS.map((one) => [one, []]));
  const own: Driver[] = [];
  for (const leaf of leaves(registry)) {
    if (!touched(leaf.path.join('.'))) continue;
    const found = partOf(leaf, overrides[leaf.id]);
    if (found?.own) own.push({ id: leaf.id, label: labelOf(leaf.about.label, leaf.kind), parts: [found.part] });
    else if (found) parts.get(groupOf(leaf.id)!)?.push(found.part);
  }
  const published = GROUPS.map((one) => ({
    id: one.id,
    label: one.label,
    parts: inOrder(parts.get(one)!, one.covers),
  }));
  return [...published.filter((driver) => driver.parts.length > 0), ...own];
}

/** The parts of a group in the order in which it names them. */
function inOrder(parts: readonly Part[], covers: Group['covers']): Part[] {
  const place = ({ id }: Part) => covers.findIndex((path) => id === path || id.startsWith(`${path}.`));
  return [...parts].sort((a, b) => place(a) - place(b));
}

const labelOf = (label: Group['label'], kind: number | null): Group['label'] =>
  kind === null
    ? label
    : { ja: `${label.ja}（${KIND_LABELS[KINDS[kind]!].ja}）`, en: `${label.en} (${KIND_LABELS[KINDS[kind]!].en})` };

/** The assumptions as a tree of numbers that can be written; only `changed` casts to it and back, and it writes its own copies. */
type Written = { [name: string]: number | PerKind | Written };

/** A change of one number. */
export interface Change {
  readonly part: Part;
  readonly value: number;
}

/** The assumptions with some numbers replaced; changes of one vector stand together. What does not change is shared. */
export function changed(a: Assumptions, changes: readonly Change[]): Assumptions {
  const out: Written = { ...(a as unknown as Written) };
  const own = new Set<Written>([out]);
  let path: readonly string[] = [];
  let node = out;
  for (const { part, value } of changes) {
    const isNew = part.path !== path;
    const name = part.path[part.path.length - 1]!;
    if (isNew) {
      path = part.path;
      node = out;
      for (let i = 0; i < path.length - 1; i++) node = ownBranch(node, path[i]!, own);
      // A vector is copied before it is written: the defaults are shared by all evaluations.
      if (part.kind !== null) node[name] = (node[name] as PerKind).slice();
    }
    if (part.kind === null) node[name] = value;
    else (node[name] as PerKind)[part.kind] = value;
  }
  return out as unknown as Assumptions;
}

/** A branch that may be written: copied unless it is among the copies `own` already. */
function ownBranch(node: Written, name: string, own: Set<Written>): Written {
  const branch = node[name] as Written;
  if (own.has(branch)) return branch;
  const copy = { ...branch };
  own.add(copy);
  node[name] = copy;
  return copy;
}
