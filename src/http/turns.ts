// Long work beside other requests: it gives the process back every few milliseconds, and ends when nobody waits for its answer any more.

import type { Steps } from '../values/steps.ts';
import type { Ctx } from './context.ts';

/** Thrown into work whose caller has left. */
export class CallerGone extends Error {}

/** Status under which a request is logged whose caller left before the answer. */
export const CALLER_GONE = 499;

/** Thrown into work that is still being done when the service has to end. */
export class Stopping extends Error {}

/** How long work may hold the process at a stretch. */
interface TurnLength {
  /** Milliseconds, by the clock of `now`. */
  readonly ms: number;
  /** Steps, for a clock that stands still while work is done. */
  readonly steps?: number;
  readonly now: () => number;
  /** Lets the process do what waits. */
  readonly aside: () => Promise<void>;
}

/** Counts for how long one request has held the process since it last gave way. */
export function turnLimit({ ms, steps: most = Number.POSITIVE_INFINITY, now, aside }: TurnLength): {
  readonly isOver: () => boolean;
  readonly giveWay: () => Promise<void>;
} {
  let since = now();
  let steps = 0;
  return {
    isOver: () => ++steps >= most || now() - since >= ms,
    giveWay: async () => {
      await aside();
      since = now();
      steps = 0;
    },
  };
}

/** Lets other requests be served when it is their turn. Throws `CallerGone` when nobody waits for the answer. */
export async function takeTurns(c: Ctx): Promise<void> {
  if (c.get('turn_over')()) await c.get('give_way')();
  if (c.req.raw.signal.aborted) throw new CallerGone();
  if (c.get('stop')?.aborted) throw new Stopping();
}

/** What the work comes to, or `Stopping` when the service has to end before; then work that has not begun is not begun. */
export async function unlessStopping<T>(c: Ctx, work: () => Promise<T>): Promise<T> {
  const stop = c.get('stop');
  if (stop === undefined) return work();
  if (stop.aborted) throw new Stopping();
  let end = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    end = () => reject(new Stopping());
    stop.addEventListener('abort', end);
  });
  try {
    return await Promise.race([work(), stopped]);
  } finally {
    stop.removeEventListener('abort', end);
  }
}

/** Does work in steps, and lets other requests be served between them. */
export async function inTurns<T>(c: Ctx, steps: Steps<T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await takeTurns(c);
  }
}

/** Does the work of one row of a ledger: the rows of all ledgers stand in line, so that no number of ledgers holds up other requests. */
export async function inTurnsWithRows<T>(c: Ctx, steps: Steps<T>): Promise<T> {
  const leave = await c.get('gates').light.enter();
  try {
    return await inTurns(c, steps);
  } finally {
    leave?.();
  }
}
