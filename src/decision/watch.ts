// Which numbers somebody reads, found out by watching; and which numbers two worlds differ in.

/** A tree of numbers that tells `read` the path of every leaf that is read from it. */
export function watched<T extends object>(node: T, prefix: string, read: (path: string) => void): T {
  return new Proxy(node, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown;
      const path = `${prefix}${String(name)}`;
      if (isBranch(value)) return watched(value, `${path}.`, read);
      read(path);
      return value;
    },
  });
}

/** A node below which there are others; a number for each kind of debtor is a leaf. */
const isBranch = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Float64Array);

/** Adds the paths of all leaves in which two trees of one shape differ. Functions are passed over. */
export function addDifferent(one: unknown, other: unknown, path: string, found: Set<string>): void {
  if (one === other || typeof one === 'function') return;
  if (isBranch(one) && isBranch(other)) {
    const [first, second] = [one, other] as Record<string, unknown>[];
    for (const name in first) addDifferent(first[name], second![name], `${path}.${name}`, found);
  } else if (!isSameVector(one, other)) found.add(path);
}

const isSameVector = (one: unknown, other: unknown): boolean =>
  one instanceof Float64Array && other instanceof Float64Array && one.every((x, k) => x === other[k]);
