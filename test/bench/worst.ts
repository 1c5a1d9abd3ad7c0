// The dearest requests that the service answers, each with what it may cost: processor time, and the longest stretch for which it holds the
// process. Alone, or only some of them: node test/bench/worst.ts [4 7]

import { createApp } from '../../src/app.ts';
import { RICHEST } from './richest.ts';

const AS_OF = '2026-11-21';
const CLAIM = { amount: 1_250_000, overdue_days: 82, as_of: AS_OF };
const EVERYTHING = 'bridge,plan,plans,outcomes,cash,assumptions,sensitivity,break_even,information';
const { include: _, assumptions: _ranges, ...RICH } = RICHEST;
const ROWS = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ amount: 100_000 + i * 3_333, overdue_days: i % 400, as_of: AS_OF }));
const CELLS = (count: number) =>
  ROWS(count)
    .map(({ amount, overdue_days }) => `${amount},${overdue_days}`)
    .join(';');
const AXES = {
  x: { id: 'amount', from: 100_000, to: 10_000_000, steps: 20 },
  y: { id: 'overdue_days', from: 1, to: 700, steps: 20 },
};
const EXPORT = `請求番号,得意先名,支払期日,残高\n${Array.from({ length: 10_000 }, (_, i) => `S-${i},株式会社${i % 500},2026/0${1 + (i % 9)}/28,${1_000 + i * 37}`).join('\n')}\n`;

/** A request and its ceilings: seconds of processor time, milliseconds at a stretch. */
interface Worst {
  readonly what: string;
  readonly path: string;
  readonly body?: object | string;
  readonly type?: string;
  readonly seconds: number;
  readonly stretch: number;
}

/** The ceilings hold on an idle core of 2024 with room for noise. */
const WORST: readonly Worst[] = [
  {
    what: 'the richest request',
    path: '/v1/evaluate',
    body: { as_of: AS_OF, ...RICHEST },
    seconds: 40,
    stretch: 1_500,
  },
  {
    what: 'everything about a plain claim',
    path: '/v1/evaluate',
    body: { ...CLAIM, include: EVERYTHING },
    seconds: 2,
    stretch: 300,
  },
  {
    what: 'every judgement, every field told, ranges of the caller alone',
    path: '/v1/evaluate',
    body: { as_of: AS_OF, ...RICH, include: EVERYTHING },
    seconds: 20,
    stretch: 1_000,
  },
  {
    what: 'every judgement in an address of 115 bytes',
    path: '/v1/evaluate?amount=1250000&overdue_days=82&include=sensitivity,break_even,information',
    seconds: 2,
    stretch: 300,
  },
  { what: 'a grid of 400 cells', path: '/v1/sensitivity/grid', body: { ...CLAIM, ...AXES }, seconds: 4, stretch: 200 },
  {
    what: 'a grid of 400 cells, every field told',
    path: '/v1/sensitivity/grid',
    body: { as_of: AS_OF, ...RICH, ...AXES },
    seconds: 20,
    stretch: 300,
  },
  {
    what: '200 rows of cells',
    path: `/v1/cells?cols=amount,overdue_days&rows=${CELLS(200)}`,
    seconds: 3,
    stretch: 200,
  },
  {
    what: '20 rows of cells, judged',
    path: `/v1/cells?cols=amount,overdue_days&out=chance_best,break_even.sell&rows=${CELLS(20)}`,
    seconds: 20,
    stretch: 300,
  },
  {
    what: 'a ledger of 2,000 rows within hours',
    path: '/v1/portfolio?hours=100',
    body: { rows: ROWS(2_000) },
    seconds: 120,
    stretch: 300,
  },
  {
    what: 'a ledger of 20 rows with everything about each',
    path: `/v1/portfolio?detail=full&include=${EVERYTHING}`,
    body: { rows: ROWS(20) },
    seconds: 20,
    stretch: 300,
  },
  {
    what: 'an export of 10,000 lines mapped',
    path: '/v1/portfolio/map',
    body: EXPORT,
    type: 'text/csv',
    seconds: 4,
    stretch: 3_000,
  },
];

/** Milliseconds for which the processor has worked for this process. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What a request cost. */
export interface WorstFigures {
  readonly what: string;
  readonly seconds: number;
  readonly limit: number;
  readonly stretch: number;
  readonly stretchLimit: number;
}

/** Asks each of them once, or those with some numbers, after plain requests. Throws when one is not answered. */
export async function* worst(numbers: readonly number[] = []): AsyncGenerator<WorstFigures> {
  const app = createApp();
  const ask = async ({ path, body, type = 'application/json' }: Pick<Worst, 'path' | 'body' | 'type'>) => {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await app.request(
      path,
      body === undefined ? {} : { method: 'POST', headers: { 'content-type': type }, body: sent },
    );
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path.slice(0, 80)}: ${text.slice(0, 300)}`);
  };
  for (let i = 0; i < 100; i++) await ask({ path: `/v1/evaluate?amount=${1_250_000 + i}&overdue_days=82` });
  for (const one of WORST.filter((_, i) => numbers.length === 0 || numbers.includes(i + 1))) {
    let longest = 0;
    let last = processorTime();
    // Processor time, because on a busy machine others hold the clock.
    const ticking = setInterval(() => {
      const now = processorTime();
      longest = Math.max(longest, now - last);
      last = now;
    }, 1);
    const before = process.cpuUsage();
    await ask(one);
    const used = process.cpuUsage(before);
    clearInterval(ticking);
    yield {
      what: one.what,
      seconds: (used.user + used.system) / 1e6,
      limit: one.seconds,
      stretch: Math.max(longest, processorTime() - last),
      stretchLimit: one.stretch,
    };
  }
}

if (import.meta.main)
  for await (const { what, seconds, limit, stretch, stretchLimit } of worst(process.argv.slice(2).map(Number)))
    console.log(
      `${what}: ${seconds.toFixed(1)} s of processor time (at most ${limit}), ${stretch.toFixed(0)} ms at a stretch (at most ${stretchLimit})`,
    );
