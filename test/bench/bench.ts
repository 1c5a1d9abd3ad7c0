// Speed and size, each against its limit: `npm run bench`. Medians of interleaved rounds of CPU time; machines are noisy, so read
// ratios within one run before figures across runs.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { ANALYSES, type Analysis, analyse } from '../../src/analysis/analyse.ts';
import { breakEvens } from '../../src/analysis/break_even.ts';
import { information } from '../../src/analysis/information.ts';
import { POINTS } from '../../src/analysis/sampling.ts';
import { worldsOf } from '../../src/analysis/scenarios.ts';
import { bySwing, sensitivity } from '../../src/analysis/sensitivity.ts';
import { variablesOf } from '../../src/analysis/uncertain_inputs.ts';
import { uncertainty } from '../../src/analysis/uncertainty.ts';
import { DEFAULTS } from '../../src/assumptions/values.ts';
import { factsOf } from '../../src/claim/facts.ts';
import { belief } from '../../src/debtor/belief.ts';
import { debtorOf } from '../../src/debtor/known.ts';
import { caseOf } from '../../src/decision/programme/case.ts';
import { decide } from '../../src/decision/programme/decide.ts';
import { TerminalsCache } from '../../src/decision/programme/outcome_list.ts';
import { outcomes } from '../../src/decision/programme/outcomes.ts';
import { Programme } from '../../src/decision/programme/programme.ts';
import { stateOf } from '../../src/decision/programme/state.ts';
import { jp } from '../../src/law/index.ts';
import { tariffOn } from '../../src/law/tariff.ts';
import * as registry from '../../src/options/index.ts';
import type { Option } from '../../src/options/option.ts';
import { bridgeLines } from '../../src/report/bridge.ts';
import { reportOf } from '../../src/report/report.ts';
import { ask } from '../../src/request/question.ts';
import { type EvaluationRequest, readRequest } from '../../src/request/read_request.ts';
import { judged } from '../judging.ts';
import { ledger } from './ledger.ts';
import { comparePeer } from './peer.ts';
import { worst } from './worst.ts';

// As the service does (src/node.ts).
setFlagsFromString('--no-allocation-site-pretenuring');

const BODY = { amount: 1250000, overdue_days: 82 };
const AS_OF = '2026-11-21';
const OPTIONS = Object.values(registry) as unknown as readonly Option[];

function requestOf(body: object): EvaluationRequest {
  const read = readRequest(body, { today: AS_OF, lang: 'ja' });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.request;
}

/** Belief, gates, terms, the programme, and the bridge of every option: the engine without quantiles and texts. */
function engine(asked: EvaluationRequest, options: readonly Option[]): number {
  const { claim } = asked;
  const facts = factsOf(claim, jp);
  const debtor = debtorOf(claim, facts.principal, DEFAULTS);
  const c = caseOf({
    facts,
    debtor,
    tariff: tariffOn(jp, claim.as_of, { own: 'paper', counsel: 'online', counselled: 'above_limit' }),
    law: jp,
    a: DEFAULTS,
    terms: asked.terms,
  });
  const { weights } = belief({ age: facts.age, pd: debtor.pd, signs: debtor.signs }, debtor.hazards, DEFAULTS);
  const state = stateOf(facts);
  const { solution } = new Programme(c, options, state).solve(weights);
  const memo = new TerminalsCache();
  for (const first of solution.first)
    bridgeLines({ value: first.value, spread: outcomes(solution, first, weights, memo) }, facts.principal, {
      tax: false,
      liquidityCost: null,
    });
  return solution.value({ month: 0, made: 0 });
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Median CPU milliseconds of each task, measured in turn so that a slow moment hits all alike. */
function cpu(tasks: Record<string, () => unknown>, rounds = 15, calls = 30, warm = 150): Record<string, number> {
  const times: Record<string, number[]> = {};
  for (const [name, task] of Object.entries(tasks)) {
    times[name] = [];
    for (let i = 0; i < warm; i++) task();
  }
  for (let round = 0; round < rounds; round++)
    for (const [name, task] of Object.entries(tasks)) {
      const before = process.cpuUsage();
      for (let i = 0; i < calls; i++) task();
      const used = process.cpuUsage(before);
      times[name]!.push((used.user + used.system) / 1000 / calls);
    }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** No more than this. */
  readonly limit?: number;
  /** No less than this. */
  readonly least?: number;
}

function verdictOn({ value, unit, limit, least }: Row): string {
  const bound = limit ?? least;
  if (bound === undefined) return '';
  const off = limit === undefined ? bound / value - 1 : value / bound - 1;
  const word = limit === undefined ? 'at least' : 'limit';
  return `  ${word} ${bound} ${unit}: ${off <= 0 ? 'met' : `missed by ${(100 * off).toFixed(0)} %`}`;
}

function print(rows: readonly Row[]): void {
  for (const row of rows) {
    const figure = `${row.value.toFixed(row.value < 10 ? 2 : 0)} ${row.unit}`;
    console.log(`${row.what.padEnd(62)} ${figure.padStart(12)}${verdictOn(row)}`);
  }
}

const http = new Agent({ keepAlive: true, maxSockets: 16 });

function call(port: number, path: string, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path,
        agent: http,
        method: body === undefined ? 'GET' : 'POST',
        headers:
          body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Requests per second over 16 kept connections for `ms` milliseconds. */
async function perSecond(port: number, path: string, body: string | undefined, ms: number): Promise<number> {
  let done = 0;
  const start = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() - start < ms) {
      const status = await call(port, path, body);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      done++;
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return (done * 1000) / (performance.now() - start);
}

async function waitFor(port: number, path: string): Promise<number> {
  const start = performance.now();
  for (;;) {
    try {
      if ((await call(port, path)) === 200) return performance.now() - start;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    if (performance.now() - start > 20_000) throw new Error('the server did not start');
  }
}

/** Refuses to measure a server that somebody else left running. */
async function expectFree(port: number): Promise<void> {
  const taken = await call(port, '/health').then(
    () => true,
    () => false,
  );
  if (taken) throw new Error(`port ${port} is in use; stop what serves there`);
}

async function overLoopback(): Promise<Row[]> {
  const port = 8799;
  await expectFree(port);
  const server = spawn(process.execPath, ['src/node.ts'], {
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  });
  try {
    await waitFor(port, '/health');
    const routes: [string, string, string | undefined][] = [
      ['GET /health', '/health', undefined],
      ['POST /v1/evaluate, include=bridge', '/v1/evaluate', JSON.stringify({ ...BODY, include: 'bridge' })],
      ['POST /v1/evaluate, default', '/v1/evaluate', JSON.stringify(BODY)],
    ];
    const rates = routes.map((): number[] => []);
    for (const [, path, body] of routes) await perSecond(port, path, body, 700);
    for (let round = 0; round < 5; round++)
      for (const [i, [, path, body]] of routes.entries()) rates[i]!.push(await perSecond(port, path, body, 1000));
    return routes.map(([what], i) => ({
      what: `requests a second over loopback, ${what}`,
      value: median(rates[i]!),
      unit: '/s',
    }));
  } finally {
    server.kill('SIGTERM');
    http.destroy();
  }
}

async function bundle(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'kaishu-bench-'));
  try {
    execFileSync(
      process.execPath,
      ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--minify', '--outdir', dir],
      {
        stdio: 'ignore',
        env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
      },
    );
    const script = readdirSync(dir).find((file) => file.endsWith('.js'))!;
    const size = gzipSync(readFileSync(join(dir, script)), { level: 9 }).length / 1000;
    const startup = async (worker: string): Promise<number> => {
      const port = 8798;
      await expectFree(port);
      const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = ( services = [ (name = "main", worker = .w) ],
  sockets = [ ( name = "http", address = "127.0.0.1:${port}", http = (), service = "main" ) ] );
const w :Workerd.Worker = ( modules = [ (name = "worker.js", esModule = embed "${worker}") ], compatibilityDate = "2026-10-01" );
`;
      writeFileSync(join(dir, 'bench.capnp'), config);
      const server = spawn(workerd, ['serve', join(dir, 'bench.capnp')], { stdio: 'ignore' });
      try {
        return await waitFor(port, '/health');
      } finally {
        server.kill('SIGTERM');
        await new Promise((resolve) => server.on('exit', resolve));
      }
    };
    writeFileSync(join(dir, 'empty.js'), 'export default { fetch: () => new Response("ok") };\n');
    const full: number[] = [];
    const empty: number[] = [];
    for (let i = 0; i < 9; i++) {
      empty.push(await startup('empty.js'));
      full.push(await startup(script));
    }
    return [
      { what: 'bundle, minified and gzipped', value: size, unit: 'kB', limit: 280 },
      { what: 'workerd: from spawning to the first answer of an empty Worker', value: median(empty), unit: 'ms' },
      {
        what: 'workerd: start-up of the bundle above that',
        value: median(full) - median(empty),
        unit: 'ms',
        limit: 60,
      },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What stands beside an answer when everything is asked for. */
const EVERYTHING: ReadonlySet<Analysis> = new Set(ANALYSES);
const FULL = { ...BODY, as_of: AS_OF };

/** What each part of judging an answer costs, and the programme alone, for a receivable of which only amount and age are known. */
function judging(): Row[] {
  const { question, worlds, variables, inputs } = judged(FULL);
  const { solution, belief: who, selected } = worlds.decision;
  const { state } = worlds.decision.situation;
  const ordered = bySwing(variables, sensitivity(worlds, variables));
  const once = new Programme(worlds.case, worlds.options, state);
  const alone = cpu({ programme: () => once.solveWith(selected, who.weights) }).programme!;
  const parts = cpu(
    {
      decided: () => decide(question),
      everything: () => analyse(question, decide(question), EVERYTHING, inputs),
      recorded: () => worldsOf(question, worlds.decision).recorded,
      variables: () => variablesOf(worlds, inputs),
      uncertainty: () => uncertainty(worlds, ordered),
      sensitivity: () => sensitivity(worlds, variables),
      break_even: () => breakEvens(worlds),
      information: () => information(worlds),
    },
    11,
    3,
    20,
  );
  const beside = parts.everything! - parts.decided!;
  return [
    { what: `dynamic programme alone, ${solution.months + 1} months (CPU)`, value: alone, unit: 'ms', limit: 0.25 },
    { what: 'judging: the claim recorded (CPU)', value: parts.recorded!, unit: 'ms' },
    { what: 'judging: what can be moved (CPU)', value: parts.variables!, unit: 'ms' },
    { what: `judging: ${POINTS} worlds (CPU)`, value: parts.uncertainty!, unit: 'ms', limit: 9 },
    {
      what: `judging: ${variables.length} numbers to both ends, switches, worth (CPU)`,
      value: parts.sensitivity!,
      unit: 'ms',
      limit: 12,
    },
    { what: 'judging: break-evens (CPU)', value: parts.break_even!, unit: 'ms' },
    { what: 'judging: worth of knowing more (CPU)', value: parts.information!, unit: 'ms' },
    { what: 'judging: everything beside the answer (CPU)', value: beside, unit: 'ms', limit: 25 },
  ];
}

/** Megabytes that a full answer holds when it is finished: recordings, timetables, solutions and what was found. */
function memory(): Row[] {
  const megabytes = (): number => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 2 ** 20;
  };
  const full = () => {
    const { question, worlds, inputs, variables } = judged(FULL);
    const moved = sensitivity(worlds, variables);
    const sure = uncertainty(worlds, bySwing(variables, moved));
    return { question, worlds, inputs, moved, sure, points: breakEvens(worlds), known: information(worlds) };
  };
  // What is made once for all answers is not counted.
  full();
  const before = megabytes();
  const held = Array.from({ length: 4 }, full);
  const each = (megabytes() - before) / held.length;
  return [{ what: 'memory of a full answer', value: each, unit: 'MB', limit: 16 }];
}

/** The dearest requests, through the service. */
async function dearest(): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const { what, seconds, limit, stretch, stretchLimit } of worst())
    rows.push(
      { what: `worst: ${what} (CPU)`, value: seconds, unit: 's', limit },
      { what: `worst: ${what}, at a stretch`, value: stretch, unit: 'ms', limit: stretchLimit },
    );
  return rows;
}

async function printPeer(): Promise<void> {
  const found = await comparePeer();
  if (found === null) {
    console.log('uncertain runs a second: the peer could not be fetched');
    return;
  }
  const { ours, theirs, apart } = found;
  print([
    { what: 'uncertain runs a second of three exits, kaishu', value: ours, unit: '/s' },
    { what: `the same tree (values ${apart.toFixed(0)} yen apart), sd-computations`, value: theirs, unit: '/s' },
    { what: 'ratio', value: ours / theirs, unit: 'times' },
  ]);
}

/** Empties the heap of what nobody holds. */
const collect = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/** The runtime itself, not the script that starts it, so that stopping it stops it. */
const workerd = createRequire(createRequire(import.meta.url).resolve('workerd')).resolve(
  `@cloudflare/workerd-${process.platform}-${process.arch === 'x64' ? '64' : process.arch}/bin/workerd`,
);

const asked = requestOf(BODY);
const signals = requestOf({
  ...BODY,
  contact: 'evasive',
  dispute: 'partial',
  payment_history: 'mixed',
  distress: 'some',
  tdb_score: 47,
  evidence: 'strong',
  assets: 'partly',
});
const withoutPlan = OPTIONS.filter(({ id }) => id !== 'plan');
const figures = cpu({
  engine: () => engine(asked, OPTIONS),
  disputed: () => engine(signals, OPTIONS),
  withoutPlan: () => engine(asked, withoutPlan),
  answer: () => JSON.stringify(reportOf(ask(asked), '')),
});
print([
  { what: 'engine: belief, gates, terms, programme, bridges (CPU)', value: figures.engine!, unit: 'ms', limit: 1 },
  { what: 'engine, disputed claim with every signal (CPU)', value: figures.disputed!, unit: 'ms', limit: 1 },
  { what: 'engine without instalment plans (CPU)', value: figures.withoutPlan!, unit: 'ms' },
  { what: 'default answer as JSON (CPU)', value: figures.answer!, unit: 'ms', limit: 1.5 },
]);
print(judging());
print(memory());
print(await dearest());
await printPeer();
const LEDGER_ROWS = 10_000;
const long = await ledger(LEDGER_ROWS);
print([
  { what: `ledger of ${LEDGER_ROWS} rows as NDJSON, a second`, value: LEDGER_ROWS / long.seconds, unit: 'rows/s' },
  { what: 'the same, by second of processor time', value: long.rows_a_core_second, unit: 'rows/s', least: 3_000 },
  { what: 'memory of the serving process at most', value: long.peak ?? Number.NaN, unit: 'MB' },
]);
print(await overLoopback());
print(await bundle());
