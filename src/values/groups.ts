// Groups items by a key. `Map.groupBy` does the same where there is it, which the oldest Node that is served lacks.

/** Items with the same key together, in the order in which they come; those without a key are left out. */
export function groupsBy<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
