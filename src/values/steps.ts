// Long work in steps, so that whoever drives it may do something else in between, or leave it.

/** Work that stops after every step, and returns what it found. It holds nothing of the process while it is stopped. */
export type Steps<T> = Generator<void, T, void>;

/** Does all the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
