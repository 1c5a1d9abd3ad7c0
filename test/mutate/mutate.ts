// Changes the sources a little, one change at a time, and looks whether a test notices: `npm run mutate -- src/law/jp --sample 60 --seed 1`.
// It works in a copy of the tree. The same seed draws the same mutants; a share of noticed ones under the threshold is an error.
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generator } from '../random.ts';
import { folderOf, TESTS_OF } from './folders.ts';
import { type Mutant, mutantsOf, mutated } from './mutants.ts';
import type { Ran, Run } from './run_tests.ts';

/** Share of the mutants that tests or types notice. */
const THRESHOLD = 0.85;
/** A mutant that takes this many times as long as no mutant never returns. */
const PATIENCE = 4;
/** How long the tests may take where nothing is known yet of how long they take. */
const START_MS = 1_800_000;
const ROOT = resolve(import.meta.dirname, '../..');

/** What became of a mutant: `types` means that only the compiler refuses it. */
type Fate = 'failed' | 'hung' | 'types' | 'survived';

/** A copy of what the tests read, with the packages of the original. */
function copyOfTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'kaishu-mutants-'));
  const names = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', names, { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files) cpSync(join(ROOT, file), join(copy, file), { force: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const sources = { extends: './tsconfig.json', include: ['src'], exclude: ['src/page'] };
  writeFileSync(join(copy, 'sources.tsconfig.json'), JSON.stringify(sources));
  return copy;
}

/** Draws that many of them, without changing their order. */
function drawn<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = generator(seed);
  const ranked = all.map((one, at) => ({ one, at, rank: random() })).sort((a, b) => a.rank - b.rank);
  return ranked
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** The tests of a folder in a process of their own, begun anew whenever a mutant has hung it. */
class Tests {
  #process: ChildProcess | undefined;
  #patience = START_MS;
  readonly #copy: string;
  readonly #files: string;

  constructor(copy: string, names: readonly string[]) {
    this.#copy = copy;
    this.#files = names.map((name) => `test/${name}.test.ts`).join(',');
  }

  /** The answer to a run, or null when there is none in time. */
  async #answer(run?: Run): Promise<Ran | null> {
    this.#process ??= fork(join(import.meta.dirname, 'run_tests.ts'), [this.#files], {
      cwd: this.#copy,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      detached: true,
    });
    const child = this.#process;
    return new Promise((done) => {
      const late = setTimeout(() => done(null), this.#patience);
      child.once('message', (ran) => {
        clearTimeout(late);
        done(ran as Ran);
      });
      if (run !== undefined) child.send(run);
    });
  }

  /** Runs the tests without a mutant, which must pass, and learns how long that takes. */
  async begin(): Promise<string> {
    await this.#answer();
    await this.#unchanged();
    const start = performance.now();
    const ran = await this.#unchanged();
    const took = performance.now() - start;
    this.#patience = Math.max(30_000, took * PATIENCE);
    return `${ran.tests} tests in ${(took / 1000).toFixed(1)} s`;
  }

  async #unchanged(): Promise<Ran> {
    const ran = await this.#answer({});
    if (ran === null) throw new Error('without a mutant the tests never end');
    if (ran.failed !== null) throw new Error(`without a mutant a test fails: ${ran.failed}`);
    return ran;
  }

  /** The test that fails with the mutant, null if none does, or undefined if the tests never end. */
  async failedBy(path: string, text: string): Promise<string | null | undefined> {
    if (this.#process === undefined) await this.#answer();
    const ran = await this.#answer({ path, text });
    if (ran === null) this.end();
    return ran?.failed ?? (ran === null ? undefined : null);
  }

  /** Ends the process with its workers. */
  end(): void {
    if (this.#process?.pid !== undefined) process.kill(-this.#process.pid, 'SIGKILL');
    this.#process = undefined;
  }
}

/** Whether the compiler refuses the sources of the copy. */
function isRefused(copy: string): boolean {
  try {
    execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'sources.tsconfig.json'], { cwd: copy, stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
}

const oneLine = (text: string): string => JSON.stringify(text.length > 70 ? `${text.slice(0, 67)}…` : text);
const told = ({ path, line, kind, before, text }: Mutant): string =>
  `${path}:${line} ${kind}: ${oneLine(before)} → ${oneLine(text)}`;

/** Tries the mutants one after the other, and tells every one that nothing notices. */
async function fatesOf(copy: string, folder: string, mutants: readonly Mutant[]): Promise<Fate[]> {
  const tests = new Tests(copy, TESTS_OF[folder]!);
  console.log(`${folder}: ${mutants.length} mutants, ${await tests.begin()}`);
  const fates: Fate[] = [];
  for (const mutant of mutants) {
    const place = join(copy, mutant.path);
    const source = readFileSync(place, 'utf8');
    const text = mutated(source, mutant);
    const test = await tests.failedBy(mutant.path, text);
    writeFileSync(place, text);
    const fate = test === undefined ? 'hung' : test !== null ? 'failed' : isRefused(copy) ? 'types' : 'survived';
    writeFileSync(place, source);
    fates.push(fate);
    if (fate === 'survived' || isTold) console.log(`  ${fate} ${told(mutant)}${test ? `, by: ${test}` : ''}`);
  }
  tests.end();
  return fates;
}

/** The sources of TypeScript in a folder, or the one file, that belong to a folder with tests. */
function sourcesIn(copy: string, place: string): string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(join(copy, place), { recursive: true, encoding: 'utf8' })
    .map((name) => join(place, name))
    .filter((path) => path.endsWith('.ts') && folderOf(path) === place)
    .sort();
}

/** Tries mutants of a folder or a file. @returns the share that is noticed */
async function scoreOf(copy: string, place: string, sample: number, seed: number): Promise<number> {
  const folder = TESTS_OF[place] === undefined ? folderOf(place) : place;
  if (folder === undefined) throw new Error(`no tests are named for ${place} in test/mutate/folders.ts`);
  const all = sourcesIn(copy, place).flatMap((path) => mutantsOf(path, readFileSync(join(copy, path), 'utf8')));
  const fates = await fatesOf(copy, folder, drawn(all, sample, seed));
  const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
  const share = 1 - count('survived') / fates.length;
  const by = (['failed', 'hung', 'types', 'survived'] as const).map((fate) => `${fate} ${count(fate)}`).join(', ');
  console.log(`${place}: ${(share * 100).toFixed(1)} % of ${fates.length} (of ${all.length}), seed ${seed}: ${by}`);
  return share;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const isTold = values.verbose;
const copy = copyOfTree();
const scores: number[] = [];
try {
  if (isRefused(copy)) throw new Error('without a mutant the compiler refuses the sources');
  for (const place of positionals.length > 0 ? positionals : Object.keys(TESTS_OF))
    scores.push(await scoreOf(copy, place, Number(values.sample), Number(values.seed)));
} finally {
  rmSync(copy, { recursive: true, force: true });
}
if (scores.some((score) => score < THRESHOLD)) process.exitCode = 1;
