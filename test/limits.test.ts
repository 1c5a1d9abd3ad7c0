// How much work one request may cause: it is told beforehand, waits its turn, lets others be served, and ends with its caller.

import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { Gate } from '../src/http/gate.ts';
import { readSettings, type SettingValues } from '../src/http/settings.ts';
import { partsToLeaveOut, workCost } from '../src/request/cost.ts';
import { readRequest } from '../src/request/read_request.ts';
import { finish, type Steps } from '../src/values/steps.ts';
import { RICHEST } from './bench/richest.ts';

const CLAIM = { amount: 1250000, overdue_days: 82, as_of: '2026-11-21', lang: 'en' };
const JUDGED = 'sensitivity,break_even,information';

const set = (values: SettingValues) => createApp({ settings: readSettings(values) });

const post = (app: ReturnType<typeof set>, path: string, body: unknown, signal?: AbortSignal) =>
  app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });

const cost = (body: object) => {
  const read = readRequest(body, { today: '2026-11-21', lang: 'en' });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return workCost(read.request);
};

describe('what a request costs', () => {
  test('is 1 for a claim of which only amount and age are known', () => {
    expect(cost(CLAIM)).toEqual({ units: 1, parts: [] });
  });

  test('rises with the parts, with the numbers told, and with ranges of assumptions; it falls with the options considered', () => {
    const judged = cost({ ...CLAIM, include: JUDGED }).units;
    expect(judged).toBeGreaterThan(100);
    expect(cost({ ...CLAIM, include: 'break_even' }).units).toBeLessThan(judged);
    expect(cost({ ...CLAIM, include: JUDGED, margin_per_year: 500_000 }).units).toBeGreaterThan(judged);
    const ranged = { 'money.discount_rate': { mean: 0.03, low: 0.01, high: 0.05 } };
    expect(cost({ ...CLAIM, include: JUDGED, assumptions: ranged }).units).toBeGreaterThan(judged);
    expect(cost({ ...CLAIM, include: JUDGED, options: 'wait,pursue' }).units).toBeLessThan(judged / 2);
  });

  test('is brought down by leaving out the dearest parts first, and by nothing where the rest is too much', () => {
    const judged = cost({ ...CLAIM, include: JUDGED });
    expect(partsToLeaveOut(judged, 100)).toEqual(['sensitivity']);
    expect(partsToLeaveOut(judged, 20)).toEqual(['sensitivity', 'break_even']);
    expect(partsToLeaveOut(judged, 0.5)).toBeNull();
    expect(partsToLeaveOut(judged, 1e6)).toEqual([]);
  });

  test('is within the usual limit for the richest request, and ranked above every other', () => {
    expect(cost(RICHEST).units).toBeLessThan(10_000);
    expect(cost(RICHEST).units).toBeGreaterThan(cost({ ...CLAIM, include: JUDGED }).units * 10);
  });
});

describe('a request that would cost too much', () => {
  const strict = set({ COST_MAX: '100' });

  test('is refused before anything is computed, and told what to leave out', async () => {
    const answer = await post(strict, '/v1/evaluate', { ...CLAIM, include: JUDGED });
    expect(answer.status).toBe(422);
    const { code, detail } = (await answer.json()) as { code: string; detail: string };
    expect(code).toBe('too_costly');
    expect(detail).toContain('Leave out what needs sensitivity');
    expect((await post(strict, '/v1/evaluate', { ...CLAIM, include: 'break_even' })).status).toBe(200);
  });

  test('as a grid is told to have fewer cells', async () => {
    const side = { from: 1, to: 400 };
    const grid = (steps: number) =>
      post(strict, '/v1/sensitivity/grid', {
        ...CLAIM,
        x: { id: 'amount', from: 1e5, to: 1e6, steps },
        y: { id: 'overdue_days', ...side, steps },
      });
    expect((await grid(3)).status).toBe(200);
    const answer = await grid(20);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { detail: string }).detail).toContain('fewer rows or cells');
  });

  test('in a cell is a text, and a status where that is asked for', async () => {
    const path = '/v1/cell?amount=1250000&overdue_days=82&field=chance_best&lang=en';
    const shown = await strict.request(path);
    expect(shown.status).toBe(200);
    expect(await shown.text()).toMatch(/^ERR too_costly It takes about/);
    expect((await strict.request(`${path}&strict=1`)).status).toBe(422);
    const rows = '/v1/cells?cols=amount,overdue_days&rows=1250000,82;300000,40;5,5&out=break_even.sell&lang=en';
    expect(await (await strict.request(rows)).text()).toMatch(/^ERR too_costly/);
    expect(await (await strict.request(rows.replace(';5,5', ''))).text()).toMatch(/^\d+\n\d+$/);
  });

  test('as a short ledger with everything about each claim is refused as a whole', async () => {
    const rows = Array.from({ length: 20 }, () => RICHEST);
    const answer = await post(set({}), `/v1/portfolio?detail=full&include=${JUDGED}`, { rows });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'too_costly' });
  });
});

describe('heavy work', () => {
  test('beyond what may wait is turned away with a time to come back', async () => {
    const narrow = set({ HEAVY_AT_ONCE: '1', HEAVY_WAITING: '1' });
    const body = { ...CLAIM, include: 'break_even' };
    const answers = await Promise.all([1, 2, 3].map(() => post(narrow, '/v1/evaluate', body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 503]);
    expect(answers[2]!.headers.get('Retry-After')).toBe('5');
    expect(await answers[2]!.json()).toMatchObject({ code: 'busy' });
    expect((await post(narrow, '/v1/evaluate', CLAIM)).status).toBe(200);
  });

  test('lets others be served', async () => {
    const app = set({});
    let isDone = false;
    const asked = Promise.resolve(post(app, '/v1/evaluate', { ...CLAIM, include: JUDGED }));
    const judged = asked.then((answer) => {
      isDone = true;
      return answer;
    });
    let served = 0;
    while (!isDone) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      expect((await app.request('/health')).status).toBe(200);
      served++;
    }
    expect((await judged).status).toBe(200);
    expect(served).toBeGreaterThan(10);
  });

  test('ends when its caller leaves, and lets the next one in', async () => {
    const narrow = set({ HEAVY_AT_ONCE: '1', HEAVY_WAITING: '2' });
    const gone = new AbortController();
    const left = post(narrow, '/v1/evaluate', { ...RICHEST, as_of: CLAIM.as_of }, gone.signal);
    const waiting = post(narrow, '/v1/evaluate', { ...CLAIM, include: 'break_even' });
    setTimeout(() => gone.abort(), 50);
    expect((await left).status).toBe(499);
    expect((await waiting).status).toBe(200);
  });

  test('in steps comes to what it comes to at once', () => {
    function* counting(): Steps<number> {
      yield;
      yield;
      return 3;
    }
    expect(finish(counting())).toBe(3);
  });
});

describe('a gate', () => {
  test('hands its places on in the order of those who wait, each once', async () => {
    const gate = new Gate(1, 2);
    const first = await gate.enter()!;
    const order: string[] = [];
    const second = gate.enter()!.then((leave) => {
      order.push('second');
      leave();
      leave();
    });
    const third = gate.enter()!.then((leave) => {
      order.push('third');
      leave();
    });
    expect(gate.enter()).toBeUndefined();
    first();
    await Promise.all([second, third]);
    expect(order).toEqual(['second', 'third']);
    expect(gate.enter()).toBeDefined();
    expect(gate.enter()).toBeDefined();
  });
});
