// The Worker under a real `wrangler dev`: ledgers that stream, settings that come as bindings, and callers who leave.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/values/hash.ts';
import { type Served, wranglerDev } from './wrangler.ts';

const ROW = '{"amount": 1250000, "overdue_days": 82}\n';
const PATH = '/v1/portfolio?as_of=2026-11-21&lang=ja&out=best_net';

describe('under wrangler dev', () => {
  let served: Served;

  beforeAll(async () => {
    served = await wranglerDev({
      KEYS: `ours:${sha256('a-long-key')}`,
      RATE_LIMIT: '1000/60',
      PUBLIC_URL: 'https://kaishu.example',
      COST_MAX: '150',
    });
  });

  afterAll(() => served.stop());

  const sendLines = (body: string | ReadableStream<Uint8Array>) =>
    fetch(`${served.origin}${PATH}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body,
      duplex: 'half',
    } as RequestInit);

  test.each([1, 3, 500])(
    'a ledger of %i rows of NDJSON is answered row by row, with the sum at the end',
    async (rows) => {
      const answer = await sendLines(ROW.repeat(rows));
      expect(answer.status).toBe(200);
      const lines = (await answer.text()).trimEnd().split('\n');
      expect(lines).toHaveLength(rows + 1);
      expect(JSON.parse(lines[0]!)).toMatchObject({ index: 0, status: 200 });
      expect(JSON.parse(lines.at(-1)!)).toMatchObject({ summary: { ok: rows } });
    },
  );

  test('a ledger that arrives piece by piece is answered as well', async () => {
    let left = 5;
    const arriving = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left-- > 0) controller.enqueue(new TextEncoder().encode(ROW));
        else controller.close();
      },
    });
    const lines = (await (await sendLines(arriving)).text()).trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ summary: { ok: 5 } });
  });

  test('settings are read from the bindings', async () => {
    const get = (path: string, headers = {}) => fetch(`${served.origin}${path}`, { headers });
    expect((await get('/version')).headers.get('RateLimit-Policy')).toBe('"default";q=1000;w=60');
    expect((await get('/version', { 'X-Api-Key': 'wrong' })).status).toBe(401);
    expect((await get('/version', { 'X-Api-Key': 'a-long-key' })).status).toBe(200);
    expect(await (await get('/sheets/kaishu.gs')).text()).toContain('https://kaishu.example');
    const judged = '/v1/evaluate?amount=1250000&overdue_days=82&include=sensitivity,break_even';
    expect(await (await get(judged)).json()).toMatchObject({ code: 'too_costly' });
  });

  test('a caller who leaves in the middle of an answer harms nobody', async () => {
    const gone = new AbortController();
    const path = '/v1/evaluate?amount=1250000&overdue_days=82&include=break_even';
    const left = fetch(`${served.origin}${path}`, { signal: gone.signal }).catch((error: Error) => error.name);
    setTimeout(() => gone.abort(), 30);
    await left;
    expect((await fetch(`${served.origin}/health`)).status).toBe(200);
    expect((await fetch(`${served.origin}${path}`)).status).toBe(200);
  });
});

describe('under wrangler dev with a rate limit of the platform', () => {
  let served: Served;

  beforeAll(async () => {
    served = await wranglerDev(
      { RATE_LIMIT: '3/60' },
      '[[ratelimits]]\nname = "RATE_LIMITER"\nnamespace_id = "1"\nsimple = { limit = 3, period = 60 }',
    );
  });

  afterAll(() => served.stop());

  test('the platform counts, and the service says what it said', async () => {
    const answers: Response[] = [];
    for (let i = 0; i < 5; i++) answers.push(await fetch(`${served.origin}/version`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(answers[0]!.headers.get('RateLimit-Policy')).toBe('"default";q=3;w=60');
    expect(await answers[3]!.json()).toMatchObject({ code: 'too_many_requests' });
    expect(answers[3]!.headers.get('Retry-After')).not.toBeNull();
    expect((await fetch(`${served.origin}/health`)).status).toBe(200);
  });
});
