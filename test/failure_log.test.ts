// What a log keeps of a failure of the code: its kind, its places and the request id, and nothing of what was sent.

import { afterEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../src/app.ts';
import { loggedFailure } from '../src/http/failure_log.ts';
import * as options from '../src/options/index.ts';
import { Fault } from '../src/values/fault.ts';

const logged: string[] = [];
const app = createApp({ log: (line) => logged.push(line), now: () => Date.UTC(2026, 10, 20) });
const lines = () => logged.map((line) => JSON.parse(line) as Record<string, unknown>);

const framesOf = (line: Record<string, unknown> = {}) => (Array.isArray(line.frames) ? line.frames.map(String) : []);

/** Makes an option fail with what a careless message would hold. */
const failing = (error: () => unknown = () => new RangeError('7654321 owed by Yamada, rate 0.0417')) =>
  vi.spyOn(options.wait, 'prospect').mockImplementation(() => {
    throw error();
  });

afterEach(() => {
  vi.restoreAllMocks();
  logged.length = 0;
});

const PLACE = /^[\w./@-]+\.[jt]s:\d+:\d+$/;

describe('a failure while a request is answered', () => {
  test('leaves a line with the kind of the error, its places in the code and the request id', async () => {
    failing();
    const answer = await app.request('/v1/evaluate?amount=7654321&overdue_days=83&id=Yamada', {
      headers: { 'X-Request-Id': 'row-17' },
    });
    expect(answer.status).toBe(400);
    logged.length = 0;
    const failed = await app.request('/v1/evaluate?amount=7654321&overdue_days=83', {
      headers: { 'X-Request-Id': 'row-18' },
    });
    expect(failed.status).toBe(500);
    const [failure, request] = lines();
    expect(Object.keys(failure ?? {})).toEqual(['error', 'frames', 'request_id']);
    expect(failure).toMatchObject({ error: 'RangeError', request_id: 'row-18' });
    const frames = framesOf(failure);
    expect(frames.length).toBeGreaterThan(2);
    for (const frame of frames) expect(frame).toMatch(PLACE);
    expect(frames.some((frame) => frame.startsWith('src/decision/'))).toBe(true);
    expect(request).toMatchObject({ path: '/v1/evaluate', status: 500, problem: 'internal', request_id: 'row-18' });
    expect(logged.join()).not.toMatch(/7654321|Yamada|0\.0417|"83"|:83[,}]/);
    expect(await failed.text()).not.toMatch(/7654321 owed|Yamada|RangeError|src\//);
  });

  test('keeps the message of a fault of ours, which is written in the code', async () => {
    failing(() => new Fault('the tree has no end'));
    await app.request('/v1/evaluate?amount=7654321&overdue_days=83');
    expect(lines()[0]).toMatchObject({ error: 'Fault', message: 'the tree has no end' });
  });

  test('on every row of a ledger leaves one line for each place, and the rows are answered as internal problems', async () => {
    failing();
    const rows = [7654321, 7654322, 7654323].map((amount) => ({ amount, overdue_days: 83 }));
    const answer = await app.request('/v1/portfolio', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Request-Id': 'ledger-1' },
      body: JSON.stringify({ rows }),
    });
    const { rows: answered } = (await answer.json()) as { rows: { status: number; problem: { code: string } }[] };
    expect(answered.map(({ status, problem }) => [status, problem.code])).toEqual(rows.map(() => [500, 'internal']));
    const failures = lines().filter(({ error }) => error !== undefined);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ error: 'RangeError', request_id: 'ledger-1' });
    expect(framesOf(failures[0]).some((frame) => frame.startsWith('src/decision/'))).toBe(true);
    expect(logged.join()).not.toMatch(/765432|Yamada|0\.0417/);
  });

  test('after a ledger has begun to be answered leaves a line, too', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"amount": 7654321, "overdue_days": 83}\n'));
        controller.error(new TypeError('7654321 was cut off'));
      },
    });
    const answer = await app.request('/v1/portfolio', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson', 'X-Request-Id': 'ledger-2' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await answer.text()).toContain('"code":"internal"');
    const failure = lines().find(({ error }) => error !== undefined);
    expect(failure).toMatchObject({ error: 'TypeError', request_id: 'ledger-2' });
    expect(logged.join()).not.toMatch(/7654321/);
  });

  test('leaves nothing but the line of its request where the law of a day is missing', async () => {
    const answer = await app.request('/v1/court-fees?procedure=suit&amount=7654321&on=2003-01-01');
    expect(answer.status).toBe(422);
    expect(lines().map(({ problem, error }) => [problem, error])).toEqual([['law_not_covered', undefined]]);
  });
});

describe('what is kept of an error', () => {
  test('is no line of its message, even one that looks like a place in the code', () => {
    const error = new Error('amount\n    at Yamada (src/amount/7654321.ts:1:1)\n    at src/b.ts:2:2');
    const { frames } = loggedFailure(error);
    expect(frames.length).toBeGreaterThan(0);
    expect(frames.join()).not.toMatch(/7654321|src\/b\.ts/);
  });

  test('is no frame when the message is not the one that the stack begins with', () => {
    const error = new Error('7654321\n    at src/a.ts:1:1');
    // The stack is written when it is first read.
    expect(error.stack).toContain('7654321');
    error.message = 'changed';
    expect(loggedFailure(error)).toEqual({ error: 'Error', frames: [] });
  });

  test('is no folder of the machine', () => {
    const error = new TypeError('x');
    error.stack = [
      'TypeError: x',
      '    at decide (file:///srv/app/src/decision/programme/decide.ts:10:3)',
      '    at async file:///srv/app/node_modules/hono/dist/hono-base.js:5:9',
      '    at worker.js:1:20000',
      '    at new Promise (<anonymous>)',
    ].join('\n');
    expect(loggedFailure(error).frames).toEqual([
      'src/decision/programme/decide.ts:10:3',
      'node_modules/hono/dist/hono-base.js:5:9',
      'worker.js:1:20000',
    ]);
  });

  test('of what is no error is its type', () => {
    expect(loggedFailure('7654321')).toEqual({ error: 'string', frames: [] });
  });
});
