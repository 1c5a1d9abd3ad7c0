// The default assumptions as plain numbers, the caller's overrides merged into them, and the catalogue that publishes them.

import {
  type AssumptionCertainty,
  type AssumptionUnit,
  isLeaf,
  leaves,
  type NumbersOf,
  ninetyPercentRange,
  type Tree,
} from './assumption.ts';
import * as groups from './index.ts';
import { KINDS } from './kinds.ts';
import { SOURCES } from './sources.ts';

/** Version of the default numbers; it changes whenever a default changes. */
export const ASSUMPTIONS_VERSION = '1.9.0';

/** All assumptions as numbers: `a.demand.respond[k]`, `a.money.discount_rate`. Read-only. */
export type Assumptions = NumbersOf<typeof groups>;

/** What the caller may send for one path: a number, or a number with its range. */
export type Override = number | { mean: number; low?: number | undefined; high?: number | undefined };

/** One published number. */
export interface CatalogueEntry {
  id: string;
  label: { ja: string; en: string };
  value: number;
  low: number;
  high: number;
  unit: AssumptionUnit;
  source: { ja: string; en: string };
  certainty: AssumptionCertainty | 'caller';
}

const tree: Tree = groups;

/** The numbers of a tree, an override in the place of its default. */
function numbersOf(node: Tree, prefix: string, overrides: Readonly<Record<string, Override>>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, child] of Object.entries(node)) {
    const id = prefix + name;
    if (!isLeaf(child)) out[name] = numbersOf(child, `${id}.`, overrides);
    else if (child.type === 'one') out[name] = meanOf(overrides[id]) ?? child.mean;
    else out[name] = child.mean.map((mean, k) => meanOf(overrides[`${id}.${KINDS[k]}`]) ?? mean);
  }
  return out;
}

/** The number of an override, without its range. */
export const meanOf = (override: Override | undefined): number | undefined =>
  typeof override === 'object' ? override.mean : override;

// The one cast: `numbersOf` walks the same tree that `NumbersOf` maps over.
const resolve = (overrides: Readonly<Record<string, Override>>): Assumptions =>
  numbersOf(tree, '', overrides) as unknown as Assumptions;

/** The published defaults as numbers. */
export const DEFAULTS: Assumptions = resolve({});

/** The defaults with the caller's numbers in their place. Unknown paths change nothing; the request refuses them. */
export const assume = (overrides: Readonly<Record<string, Override>>): Assumptions =>
  Object.keys(overrides).length === 0 ? DEFAULTS : resolve(overrides);

/** Every default by its path, sorted, because a bundler may list the members of a module in another order than the runtime. */
export const catalogue: readonly CatalogueEntry[] = [...leaves(tree)]
  .sort((a, b) => (a.id < b.id ? -1 : 1))
  .map(({ id, mean, about }) => ({
    id,
    label: about.label,
    value: mean,
    ...ninetyPercentRange(mean, about.spread),
    unit: about.unit,
    source: SOURCES[about.source],
    certainty: about.certainty,
  }));

const byId = new Map(catalogue.map((entry) => [entry.id, entry]));

/** The published entry of a path, or undefined. */
export const catalogueEntry = (id: string): CatalogueEntry | undefined => byId.get(id);

/** The place of the first entry of the catalogue whose path is not before `id`. */
function firstFrom(id: string): number {
  let [low, high] = [0, catalogue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = catalogue[middle];
    if (entry !== undefined && entry.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The entries whose paths start with one of the prefixes (`demand`, `court.months`), sorted. Those of a prefix stand together. */
export function entriesUnder(prefixes: ReadonlySet<string>): CatalogueEntry[] {
  const found: CatalogueEntry[] = [];
  let taken: string | undefined;
  for (const prefix of [...prefixes].sort()) {
    if (taken !== undefined && prefix.startsWith(taken)) continue;
    const below = `${prefix}.`;
    for (let at = firstFrom(prefix); ; at++) {
      const entry = catalogue[at];
      if (entry === undefined || (entry.id !== prefix && !entry.id.startsWith(below))) break;
      found.push(entry);
    }
    taken = below;
  }
  return found;
}

const UNIT_LIMITS: Record<AssumptionUnit, [number, number]> = {
  share: [0, 1],
  // Zero would rule a kind out for ever, and with it the evidence that speaks for it.
  weight: [1e-6, 1],
  level: [0, 2],
  per_year: [0, 1],
  per_month: [0, 5],
  months: [0, 240],
  hours: [0, 1000],
  yen: [0, 1e9],
  yen_per_hour: [0, 1e6],
  ratio: [0, 100],
  elasticity: [-1, 1],
  odds: [1e-3, 1e3],
  logit: [-20, 20],
};

/** The range inside which an override of this path makes sense. */
export const limitsOf = ({ unit }: Pick<CatalogueEntry, 'unit'>): [number, number] => UNIT_LIMITS[unit];
