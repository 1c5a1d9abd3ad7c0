// Asks the service thousands of random questions and looks at every answer: `npm run fuzz -- 5000 [seed] [origin]`. The questions follow
// from the seed, so that whatever is found can be found again. A million of them take hours; `--doors 0.05` asks fewer by every door.

import { parseArgs } from 'node:util';
import { createApp } from '../../src/app.ts';
import { madeFile } from '../../src/made_files.ts';
import { openapiDocument } from '../../src/routes/descriptions.ts';
import { generator } from '../random.ts';
import { type Ask, answerTo, mistakesBetweenDoors, mistakesInAnswer } from './invariants.ts';
import { type Call, type Description, operationsOf, someCall } from './requests.ts';

/** A call with what is wrong about its answer. */
export interface Fault {
  readonly number: number;
  readonly call: string;
  readonly mistakes: readonly string[];
}

/** What was found. */
export interface Found {
  readonly calls: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
}

/** Share of the questions about one claim that are asked by every door, which takes some ten calls. */
const ALL_DOORS = 0.4;

/** Every how many calls one is made of a door other than those that read a claim. */
const shown = ({ method, url, headers, body }: Call): string =>
  `${method} ${url} ${JSON.stringify(headers)} ${body ?? ''}`.slice(0, 600);

/** The operations in the order in which they are asked: half of all calls evaluate a claim. */
function chooser(home: Description, random: () => number) {
  const operations = operationsOf(home);
  const evaluating = operations.filter(({ path, method }) => path === '/v1/evaluate' && method === 'GET');
  return () => {
    const from = random() < 0.3 ? evaluating : operations;
    return from[Math.floor(random() * from.length)]!;
  };
}

/** How much is asked, and who hears of it. */
export interface Fuzzing {
  readonly count: number;
  readonly seed: number;
  /** Share of the questions that are asked by every door. */
  readonly doors?: number;
  /** Hears of every fault and of every thousandth question. */
  readonly told?: (text: string) => void;
}

/** Asks so many questions. */
export async function fuzz(ask: Ask, { count, seed, doors = ALL_DOORS, told = () => {} }: Fuzzing): Promise<Found> {
  const home = JSON.parse(JSON.stringify(openapiDocument())) as Description;
  const random = generator(seed);
  const choose = chooser(home, random);
  const statuses: Record<string, number> = {};
  const faults: Fault[] = [];
  for (let number = 0; number < count; number++) {
    const call = someCall(choose(), home, random);
    const isEverywhere = random() < doors;
    let mistakes: string[];
    try {
      const answer = await answerTo(ask, call);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      mistakes = mistakesInAnswer(call, answer, home);
      if (isEverywhere) mistakes.push(...(await mistakesBetweenDoors(ask, call)));
    } catch (error) {
      mistakes = [String(error)];
    }
    if (mistakes.length > 0) {
      faults.push({ number, call: shown(call), mistakes });
      told(`${number}: ${mistakes.join(' | ')}\n  ${shown(call)}`);
    }
    if ((number + 1) % 1000 === 0) told(`${number + 1} calls, ${faults.length} faults`);
  }
  return { calls: count, statuses, faults };
}

/** The service in this process. */
export function askHere(): Ask {
  const app = createApp({ asset: madeFile, now: () => Date.UTC(2026, 10, 21, 3) });
  return async (path, init) => app.request(path, init);
}

/** A service that is served elsewhere. */
export const askAt =
  (origin: string): Ask =>
  (path, init) =>
    fetch(`${origin}${path}`, init);

if (import.meta.main) {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { doors: { type: 'string' } } });
  const [count = '5000', seed = '20261121', origin] = positionals;
  const ask = origin === undefined ? askHere() : askAt(origin);
  const began = performance.now();
  const { statuses, faults } = await fuzz(ask, {
    count: Number(count),
    seed: Number(seed),
    doors: Number(values.doors ?? ALL_DOORS),
    told: console.log,
  });
  console.log(
    `${count} calls from seed ${seed} in ${((performance.now() - began) / 1000).toFixed(0)} s: ${JSON.stringify(statuses)}, ${faults.length} faults`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
