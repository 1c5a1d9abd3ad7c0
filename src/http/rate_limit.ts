// How many requests a caller may make in a time, counted in the memory of the process. Several processes count apart.

import type { CallRate } from './settings.ts';

/** Whether a request is within the rate of its caller, and what is left of it; what is not known is not told. */
export interface RateVerdict {
  readonly allowed: boolean;
  readonly left?: number;
  /** Seconds until the count begins anew. */
  readonly reset?: number;
}

/** Callers that are remembered; the oldest are forgotten first, so that memory stays flat. */
const CALLERS_MAX = 50_000;

/** Counts requests in windows that begin with the first of them. */
export class RateLimit {
  readonly #windows = new Map<string, { readonly ends: number; count: number }>();

  /** Counts a request of a caller at a moment, milliseconds. */
  take(caller: string, { requests, seconds }: CallRate, now: number): RateVerdict {
    let window = this.#windows.get(caller);
    if (window === undefined || window.ends <= now) {
      window = { ends: now + seconds * 1000, count: 0 };
      // A window that begins anew goes to the end of the line, so that the first of the line is the oldest.
      this.#windows.delete(caller);
      this.#windows.set(caller, window);
      this.#forget(now);
    }
    window.count++;
    return {
      allowed: window.count <= requests,
      left: Math.max(0, requests - window.count),
      reset: Math.ceil((window.ends - now) / 1000),
    };
  }

  #forget(now: number): void {
    for (const [caller, { ends }] of this.#windows) {
      if (ends > now && this.#windows.size <= CALLERS_MAX) break;
      this.#windows.delete(caller);
    }
  }
}
