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

/** What the others decide, as the worker that answers hears it. */
export class Helpers {
  readonly #share: WorkShare;
  readonly #told = new Map<string, KeptDecision | null>();
  readonly #awaited = new Map<string, (decision: KeptDecision | null) => void>();
  #gone = false;

  /** So many decide together, the one that answers among them. */
  constructor(workers: number) {
    this.#share = { own: 0, of: workers };
  }

  hear({ key, decision }: ToldDecision): void {
    const awaited = this.#awaited.get(key);
    this.#awaited.delete(key);
    if (awaited) awaited(decision);
    else this.#told.set(key, decision);
  }

  /** One of them will tell nothing more: what has not been told is decided by the worker that answers. */
  leave(): void {
    this.#gone = true;
    for (const awaited of this.#awaited.values()) awaited(null);
    this.#awaited.clear();
  }

  /** What another worker decides of the claim at this place; null where it is to be decided here. */
  async decisionOf(place: number, key: string): Promise<KeptDecision | null> {
    if (isOwn(this.#share, place)) return null;
    const told = this.#told.get(key);
    if (told !== undefined || this.#gone) {
      this.#told.delete(key);
      return told ?? null;
    }
    return new Promise((resolve) => this.#awaited.set(key, resolve));
  }
}
