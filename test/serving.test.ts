// The Node entry as it runs: what its parser refuses, connections on which nothing moves, and how it ends with work in hand.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = new URL('../', import.meta.url);

interface Running {
  readonly process: ChildProcess;
  readonly port: number;
  readonly lines: string[];
}

/** Starts the service on a port that is free. */
async function serving(settings: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, ['src/node.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout! });
  output.on('line', (line) => lines.push(line));
  const [first] = (await once(output, 'line')) as [string];
  return { process: child, port: Number(/:(\d+) /.exec(first)![1]), lines };
}

/** What the service answers to bytes that are sent as they are, until it closes the connection. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString();
  });
  // A connection may be reset as well as closed.
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('close', resolve));
  return answer;
}

const problemIn = (answer: string): unknown => JSON.parse(/\{.*\}/s.exec(answer)?.[0] ?? 'null');

/** A ledger of which one row is sent, and more never. */
const openLedger = (port: number, gone?: AbortSignal, request_id = 'open') => {
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      body = controller;
      controller.enqueue(new TextEncoder().encode('{"amount": 1250000, "overdue_days": 82}\n'));
    },
  });
  const answer = fetch(`http://127.0.0.1:${port}/v1/portfolio?as_of=2026-11-21`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson', 'X-Request-Id': request_id },
    body: stream,
    duplex: 'half',
    ...(gone === undefined ? {} : { signal: gone }),
  } as RequestInit);
  return { answer, end: () => body?.close() };
};

describe('a running service', () => {
  let service: Running;

  beforeAll(async () => {
    service = await serving({ IDLE_SECONDS: '1' });
  }, 60_000);

  afterAll(() => {
    service.process.kill('SIGTERM');
  });

  test.each([
    ['no HTTP', 'nonsense\r\n\r\n', { status: 400, code: 'malformed_request' }],
    [
      'a header that is none',
      'GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n',
      { status: 400, code: 'malformed_request' },
    ],
    [
      'a Host that is none',
      'GET /version HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
      { status: 400, code: 'malformed_request' },
    ],
    [
      'an address of 20 kB',
      `GET /v1/cell?${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      { status: 431, code: 'headers_too_large' },
    ],
  ])('answers %s with a problem', async (_, sent, expected) => {
    const answer = await raw(service.port, sent);
    expect(answer).toContain(`HTTP/1.1 ${expected.status} `);
    expect(answer).toContain('application/problem+json');
    expect(problemIn(answer)).toMatchObject(expected);
  });

  test('cuts a body that does not go on', async () => {
    const head =
      'POST /v1/evaluate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
    const began = performance.now();
    const answer = await raw(service.port, head);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(answer).not.toContain('HTTP/1.1 200');
  });

  test('cuts hundreds of bodies that do not go on, and answers others meanwhile', async () => {
    const head =
      'POST /v1/evaluate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
    const patient = await serving({ IDLE_SECONDS: '4' });
    const answers = Array.from({ length: 500 }, () => raw(patient.port, head));
    const health = await raw(patient.port, 'GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(health).toContain('HTTP/1.1 200');
    expect((await Promise.all(answers)).filter((answer) => answer.includes('HTTP/1.1 200'))).toEqual([]);
    patient.process.kill('SIGTERM');
  });

  test('cuts a caller who sends a ledger and reads nothing of the answer', async () => {
    // Rows that cannot be read are answered at once and at length: far more than any connection holds.
    const body = '{}\n'.repeat(20_000);
    const socket = connect(service.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.pause();
    socket.write(
      `POST /v1/portfolio HTTP/1.1\r\nHost: x\r\nX-Request-Id: deaf\r\nContent-Type: application/x-ndjson\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    const { status, rows } = await logged(service, 'deaf');
    expect(status).toBe(499);
    expect(rows).toBeLessThan(20_000);
    socket.destroy();
  });

  test('ends a ledger whose caller leaves', async () => {
    const caller = new AbortController();
    const { answer } = openLedger(service.port, caller.signal, 'left');
    const reader = (await answer).body!.getReader();
    caller.abort();
    await reader.read().catch(() => undefined);
    expect(await logged(service, 'left')).toMatchObject({ path: '/v1/portfolio', status: 499 });
  });

  test('does not cut an answer that takes longer than connections may be idle', async () => {
    const query = 'amount=1250000&overdue_days=82&include=sensitivity,break_even,information';
    const answers = await Promise.all(
      [1, 2, 3, 4].map((i) => fetch(`http://127.0.0.1:${service.port}/v1/evaluate?${query}&effort_months=${i}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await Promise.all(answers.map((answer) => answer.text()));
  });

  test('serves others while it judges, and stops when the caller leaves', async () => {
    const caller = new AbortController();
    const query = 'amount=1350000&overdue_days=82&include=sensitivity,break_even,information';
    const judged = fetch(`http://127.0.0.1:${service.port}/v1/evaluate?${query}`, {
      signal: caller.signal,
      headers: { 'X-Request-Id': 'leaves' },
    }).catch((error: Error) => error.name);
    await wait(100);
    expect((await fetch(`http://127.0.0.1:${service.port}/health`)).status).toBe(200);
    caller.abort();
    expect(await judged).toBe('AbortError');
    const line = await logged(service, 'leaves');
    expect(line).toMatchObject({ status: 499, path: '/v1/evaluate' });
  });

  test('logs of a ledger how many rows and bytes were answered, and how long it took', async () => {
    const answer = await fetch(`http://127.0.0.1:${service.port}/v1/portfolio`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv', 'X-Request-Id': 'whole' },
      body: 'amount,overdue_days\n1250000,82\n300000,40\n',
    });
    const size = (await answer.arrayBuffer()).byteLength;
    const line = await logged(service, 'whole');
    expect(line).toMatchObject({ status: 200, rows: 2, size });
    expect(line.ms).toBeGreaterThanOrEqual(0);
  });
});

/** The line of the log of a request, once it is written. */
async function logged({ lines }: Running, request_id: string): Promise<Record<string, unknown>> {
  for (let i = 0; i < 600; i++) {
    const found = lines.find((line) => line.includes(`"request_id":"${request_id}"`));
    if (found !== undefined) return JSON.parse(found) as Record<string, unknown>;
    await wait(50);
  }
  throw new Error(`nothing is logged of ${request_id}`);
}

describe('a service that is told to stop', () => {
  test('takes no new connection, breaks off a ledger in hand with the problem, and ends', async () => {
    const service = await serving({ STOP_SECONDS: '5' });
    const { answer } = openLedger(service.port);
    const reader = (await answer).body!.getReader();
    service.process.kill('SIGTERM');
    await wait(300);
    await expect(fetch(`http://127.0.0.1:${service.port}/health`)).rejects.toThrow();
    let text = '';
    for (;;) {
      const part = await reader.read();
      if (part.done) break;
      text += new TextDecoder().decode(part.value);
    }
    const last = JSON.parse(text.trimEnd().split('\n').at(-1)!) as unknown;
    expect(last).toMatchObject({ problem: { code: 'stopping', status: 503 } });
    const [code] = (await once(service.process, 'exit')) as [number | null];
    expect(code).toBe(0);
  });

  test('lets a ledger in hand come to its end', async () => {
    const service = await serving({ STOP_SECONDS: '20' });
    const { answer, end } = openLedger(service.port);
    const found = await answer;
    service.process.kill('SIGTERM');
    await wait(200);
    end();
    const lines = (await found.text()).trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ summary: { ok: 1 } });
    const [code] = (await once(service.process, 'exit')) as [number | null];
    expect(code).toBe(0);
  });
});

describe('settings', () => {
  test.each([
    [{ COST_MAX: '0' }, 'COST_MAX must be a whole number from 1 on'],
    [{ KEYS: 'ours:1234' }, 'KEYS must be name:hash'],
    [{ KEYS_REQUIRED: '1' }, 'KEYS must be set where KEYS_REQUIRED is 1'],
    [{ RATE_LIMIT: '10 a minute' }, 'RATE_LIMIT must be requests/seconds'],
    [{ PUBLIC_URL: 'kaishu.example' }, 'PUBLIC_URL must be an origin'],
  ])('%j keeps the service from starting and says why', async (settings, message) => {
    const child = spawn(process.execPath, ['src/node.ts'], {
      cwd: ROOT,
      env: { ...process.env, PORT: '0', ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data) => {
      said += String(data);
    });
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(said).toContain(message);
  });
});
