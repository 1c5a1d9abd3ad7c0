// How much work one request may cause, and how much heavy work is done at once.

import type { ProblemCode } from '../problem.ts';
import { partsToLeaveOut, type WorkCost } from '../request/cost.ts';
import type { Text } from '../values/text.ts';
import type { Ctx } from './context.ts';
import type { HeaderFields } from './sending.ts';
import { takeTurns } from './turns.ts';

/** Units above which work is heavy: it waits at a gate, so that other requests find the process free. */
const HEAVY_UNITS = 30;

/** Seconds after which a caller may try again. */
export const RETRY_SECONDS = 5;

/** Why work was not begun. */
export interface Declined {
  readonly declined: Extract<ProblemCode, 'too_costly' | 'busy'>;
  readonly detail?: Text;
  readonly headers: HeaderFields;
}

/** Whether work was not begun. */
export const isDeclined = (found: object): found is Declined => 'declined' in found;

/** Does work when it may be done, at once or after other heavy work. */
export async function withinLimits<T extends object>(
  c: Ctx,
  cost: WorkCost,
  work: () => Promise<T>,
): Promise<T | Declined> {
  const { cost: most } = c.get('limits');
  if (cost.units > most) return { declined: 'too_costly', detail: tooCostly(cost, most), headers: {} };
  if (cost.units === 0) return work();
  const { heavy, light } = c.get('gates');
  const place = (cost.units > HEAVY_UNITS ? heavy : light).enter();
  if (place === undefined) return { declined: 'busy', headers: { 'Retry-After': String(RETRY_SECONDS) } };
  const leave = await place;
  try {
    // Whoever has waited lets those be served first who need no computing.
    await takeTurns(c);
    return await work();
  } finally {
    leave();
  }
}

const rounded = (units: number): string => String(Number(Math.ceil(units).toPrecision(2)));

/** What to leave out of work that costs too much. */
export function tooCostly(cost: WorkCost, most: number): Text {
  const parts = partsToLeaveOut(cost, most);
  const times = [rounded(cost.units), rounded(most)];
  const ja = parts?.join('、') ?? '';
  const en = parts?.join(', ') ?? '';
  return {
    ja: `標準の評価およそ${times[0]}回分の計算になります。上限は${times[1]}回分です。${
      parts === null
        ? '行かマスの数、または値に付けた幅の数を減らしてください。'
        : `include か出す値から ${ja} に関するものを外すか、分けて送ってください。`
    }`,
    en: `It takes about as much computing as ${times[0]} plain evaluations; at most ${times[1]} are done. ${
      parts === null
        ? 'Ask for fewer rows or cells, or give fewer numbers a range.'
        : `Leave out what needs ${en}, or send it in parts.`
    }`,
  };
}
