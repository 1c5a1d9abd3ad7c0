// The service under load: `npm run load -- 60` asks over 64 connections for so many seconds with ever new amounts, and looks at the health
// beside it; then callers who leave, who read nothing and who send a body for ever. Fails when an answer does. Timings of a busy machine say
// little: read the ratio of the slowest hundredth to the middle.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

const CONNECTIONS = 64;
const SLOW_BODIES = 500;
/** Seconds after which the service under test cuts a connection on which nothing moves. */
const IDLE_SECONDS = 5;

interface Timed {
  readonly status: number;
  readonly ms: number;
}

/** Asks once over a kept connection. */
function asked(port: number, agent: Agent, path: string, body?: string): Promise<Timed> {
  const began = performance.now();
  return new Promise((resolve) => {
    const headers =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(
      { port, host: '127.0.0.1', path, agent, method: body === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, ms: performance.now() - began }));
        answer.on('error', () => resolve({ status: 0, ms: performance.now() - began }));
      },
    );
    sent.on('error', () => resolve({ status: 0, ms: performance.now() - began }));
    sent.end(body);
  });
}

const at = (sorted: readonly Timed[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.ms ?? Number.NaN;

function told(what: string, times: readonly Timed[], seconds: number): number {
  const failed = times.filter(({ status }) => status !== 200).length;
  const sorted = times.toSorted((a, b) => a.ms - b.ms);
  const [middle, slow, most] = [at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1)];
  console.log(
    `${what}: ${times.length} answers, ${(times.length / seconds).toFixed(0)}/s, ${failed} failed, p50 ${middle.toFixed(0)} ms, p99 ${slow.toFixed(0)} ms (${(slow / middle).toFixed(1)} times), at most ${most.toFixed(0)} ms`,
  );
  return failed;
}

const megabytes = (pid: number): string => {
  const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return found ? (Number(found[1]) / 1024).toFixed(0) : '?';
};

/** Ever new amounts over 64 connections, and the health every tenth of a second. */
async function evaluating(port: number, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const beside = new Agent({ keepAlive: true });
  const until = performance.now() + seconds * 1000;
  const times: Timed[] = [];
  const health: Timed[] = [];
  let number = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < until) {
      number++;
      const body = JSON.stringify({ amount: 100_000 + number * 37, overdue_days: number % 400, as_of: '2026-11-21' });
      times.push(await asked(port, agent, '/v1/evaluate', body));
    }
  };
  const watcher = async (): Promise<void> => {
    while (performance.now() < until) {
      health.push(await asked(port, beside, '/health'));
      await wait(100);
    }
  };
  await Promise.all([watcher(), ...Array.from({ length: CONNECTIONS }, caller)]);
  agent.destroy();
  beside.destroy();
  return told('evaluations over 64 connections', times, seconds) + told('health beside them', health, seconds);
}

const HEAVY_PATH = '/v1/evaluate?overdue_days=82&include=sensitivity,break_even,information';

/** Connections that send a text and then do nothing. */
async function hanging(port: number, count: number, text: string): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1'));
  for (const socket of sockets) {
    socket.on('error', () => undefined);
    socket.write(text);
    socket.pause();
  }
  await wait(500);
  return sockets;
}

/** Health while others misbehave; 0 when all was well. */
async function beside(port: number, what: string, misbehave: () => Promise<unknown>): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const began = performance.now();
  await misbehave();
  const health: Timed[] = [];
  for (let i = 0; i < 20; i++) health.push(await asked(port, agent, '/health'));
  agent.destroy();
  return told(`health beside ${what}`, health, (performance.now() - began) / 1000);
}

async function main(seconds: number): Promise<number> {
  const child = spawn(process.execPath, ['src/node.ts'], {
    env: { ...process.env, PORT: '0', IDLE_SECONDS: String(IDLE_SECONDS) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [first] = (await once(lines, 'line')) as [string];
  lines.on('line', () => undefined);
  const port = Number(/:(\d+) /.exec(first)![1]);
  const pid = child.pid!;
  // The page is built beside, when it is older than the sources.
  await wait(5_000);
  await evaluating(port, 5);
  console.log(`(warm, ${megabytes(pid)} MB)`);
  let failed = await evaluating(port, seconds);
  console.log(`memory ${megabytes(pid)} MB`);
  failed += await beside(port, '20 callers of heavy answers who leave', async () => {
    const callers = await hanging(
      port,
      20,
      `GET ${HEAVY_PATH}&amount=${Math.floor(performance.now()) + 900_000} HTTP/1.1\r\nHost: x\r\n\r\n`,
    );
    for (const socket of callers) socket.destroy();
  });
  const row = '{"amount":1250000,"overdue_days":82}\n'.repeat(5_000);
  const ledger = `POST /v1/portfolio HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: ${row.length}\r\n\r\n${row}`;
  failed += await beside(port, '8 callers who send a ledger and read nothing', () => hanging(port, 8, ledger));
  console.log(`memory ${megabytes(pid)} MB`);
  const slow: Socket[] = [];
  failed += await beside(port, `${SLOW_BODIES} bodies that do not go on`, async () => {
    const head =
      'POST /v1/evaluate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
    slow.push(...(await hanging(port, SLOW_BODIES, head)));
  });
  for (const socket of slow) socket.resume();
  await wait((IDLE_SECONDS + 3) * 1000);
  const open = slow.filter((socket) => !socket.closed).length;
  console.log(`${open} of ${SLOW_BODIES} slow bodies are still open, memory ${megabytes(pid)} MB`);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  console.log(`ended with ${code}`);
  return failed + open + (code === 0 ? 0 : 1);
}

process.exitCode = (await main(Number(process.argv[2] ?? '60'))) === 0 ? 0 : 1;
