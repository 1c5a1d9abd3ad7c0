// Long work in steps, so that whoever drives it may do something else in between, or leave it.

/** Work that stops after every step, and returns what it found. It holds nothing of the process while it is stopped. */
export type Steps<T> = Generator<void, T, void>;

/** Items of a long list with a step after every so many: few enough that a step is short, and enough that stopping costs little. */
export function* inSteps<T>(items: readonly T[], each: (item: T, index: number) => void): Steps<void> {
  for (const [i, item] of items.entries()) {
    each(item, i);
    if (i % 64 === 63) yield;
  }
}

/** Does all the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
