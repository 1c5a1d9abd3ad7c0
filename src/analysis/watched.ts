// Notes which assumptions are read. The objects that do so are made from one prototype for each branch of the tree of assumptions, because
// objects with getters of their own would make the code that reads assumptions slow for everybody.

import { type Assumptions, DEFAULTS } from '../assumptions/values.ts';

/** A branch of the tree as it is watched: its own numbers and branches, and where the paths that are read are noted. */
interface Watched {
  readonly values: Readonly<Record<string, unknown>>;
  readonly branches: Readonly<Record<string, Watched>>;
  readonly paths: Set<string>;
}

/** What watched branches of one kind share: a getter for each name, and the same for the branches inside. */
interface Watcher {
  readonly prototype: object;
  readonly inside: ReadonlyMap<string, Watcher>;
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function watcherOf(node: Readonly<Record<string, unknown>>, prefix: string): Watcher {
  const prototype = {};
  const inside = new Map<string, Watcher>();
  for (const [name, value] of Object.entries(node)) {
    const path = prefix + name;
    if (isBranch(value)) inside.set(name, watcherOf(value, `${path}.`));
    const get = isBranch(value)
      ? function (this: Watched) {
          return this.branches[name];
        }
      : function (this: Watched) {
          this.paths.add(path);
          return this.values[name];
        };
    Object.defineProperty(prototype, name, { enumerable: true, get });
  }
  return { prototype, inside };
}

const ASSUMPTIONS = watcherOf(DEFAULTS, '');

function watchedBranch(
  values: Readonly<Record<string, unknown>>,
  { prototype, inside }: Watcher,
  paths: Set<string>,
): Watched {
  const branches: Record<string, Watched> = {};
  for (const [name, watcher] of inside) {
    const value = values[name];
    if (isBranch(value)) branches[name] = watchedBranch(value, watcher, paths);
  }
  return Object.assign(Object.create(prototype) as object, { values, branches, paths });
}

/** The same assumptions, which add the path of every number that is read to `paths`. */
export const watched = (a: Assumptions, paths: Set<string>): Assumptions =>
  watchedBranch(a, ASSUMPTIONS, paths) as unknown as Assumptions;
