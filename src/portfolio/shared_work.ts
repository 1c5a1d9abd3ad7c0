// A ledger that several workers decide together. All of them read the same rows in the same order; one answers the rows, and the others decide
// a share of the claims and tell it what they found.

import type { KeptDecision } from './kept_decisions.ts';

/** The share of a worker: every `of`-th claim in the order of the ledger, from the place `own` on. The one that answers has 0. */
export interface WorkShare {
  readonly own: number;
  readonly of: number;
}

/** What one worker tells of a claim, by what its decision follows from; null where it could not decide it. */
export interface ToldDecision {
  readonly key: string;
  readonly decision: KeptDecision | null;
}

/** A worker that decides a share of the claims for the one that answers. */
export interface Helping {
  readonly share: WorkShare;
  readonly tell: (told: ToldDecision) => void;
}

/** Whether a claim belongs to a share, by its place in the order of the ledger. */
export const isOwn = ({ own, of }: WorkShare, place: number): boolean => place % of === own;

/** A decision that the worker which answers waits for, and whose share it is of. */
interface AwaitedDecision {
  readonly own: number;
  readonly resolve: (decision: KeptDecision | null) => void;
}

/** What the others decide, as the worker that answers hears it. */
export class Helpers {
  readonly #of: number;
  readonly #told = new Map<string, KeptDecision | null>();
  readonly #awaited = new Map<string, AwaitedDecision>();
  readonly #left = new Set<number>();

  /** So many decide together, the one that answers among them. */
  constructor(workers: number) {
    this.#of = workers;
  }

  hear({ key, decision }: ToldDecision): void {
    const awaited = this.#awaited.get(key);
    this.#awaited.delete(key);
    if (awaited) awaited.resolve(decision);
    else this.#told.set(key, decision);
  }

  /** The worker with this share tells nothing more, because it is done or has failed: what it has not told is decided by the one that answers. */
  leave(own: number): void {
    this.#left.add(own);
    for (const [key, awaited] of this.#awaited) {
      if (awaited.own !== own) continue;
      this.#awaited.delete(key);
      awaited.resolve(null);
    }
  }

  /** All of them tell nothing more. */
  leaveAll(): void {
    for (let own = 1; own < this.#of; own++) this.leave(own);
  }

  /** What another worker decides of the claim at this place; null where it is to be decided here. */
  async decisionOf(place: number, key: string): Promise<KeptDecision | null> {
    const own = place % this.#of;
    if (own === 0) return null;
    const told = this.#told.get(key);
    if (told !== undefined || this.#left.has(own)) {
      this.#told.delete(key);
      return told ?? null;
    }
    return new Promise((resolve) => this.#awaited.set(key, { own, resolve }));
  }
}
