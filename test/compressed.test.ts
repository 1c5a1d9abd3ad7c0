// Compression on the way out of a process of one's own: what is compressed, what never is, and that heads, tags and lengths stay right.

import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { compressing } from '../src/http/compressed.ts';

const plain = createApp();
const app = compressing(createApp());
const CLAIM = 'amount=1250000&overdue_days=82&as_of=2026-11-21&lang=en';
const GZIP = { headers: { 'Accept-Encoding': 'gzip, br' } };

const encoding = async (path: string, init: RequestInit = GZIP) =>
  (await app.request(path, init)).headers.get('Content-Encoding');

describe('what is compressed', () => {
  test.each(['', '.csv', '.xml', '.txt'])(
    '/v1/evaluate%s, to a quarter or so, with the same content',
    async (extension) => {
      const path = `/v1/evaluate${extension}?${CLAIM}`;
      const answer = await app.request(path, GZIP);
      expect(answer.headers.get('Content-Encoding')).toBe('gzip');
      expect(answer.headers.get('Content-Length')).toBeNull();
      const bytes = Buffer.from(await answer.arrayBuffer());
      const whole = await (await plain.request(path)).text();
      expect(gunzipSync(bytes).toString()).toBe(whole);
      expect(bytes.length).toBeLessThan(whole.length / 2.5);
    },
  );

  test.each([
    ['a short answer', '/version'],
    ['a workbook', `/v1/evaluate.xlsx?${CLAIM}`],
  ])('not %s', async (_, path) => {
    expect(await encoding(path)).toBeNull();
  });

  test('nothing for a caller that does not say that it reads it', async () => {
    const answer = await app.request(`/v1/evaluate?${CLAIM}`);
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    expect(answer.headers.get('Vary')).toBe('Accept-Encoding');
  });

  test.each(['ndjson', 'csv', 'json'])('no ledger that is written while it is read: %s', async (format) => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ amount: 100_000 + i, overdue_days: 30 }));
    const body = JSON.stringify({ rows });
    const sent = { method: 'POST', headers: { 'Content-Type': 'application/json', ...GZIP.headers }, body };
    expect(await encoding(`/v1/portfolio.${format}?as_of=2026-11-21`, sent)).toBeNull();
  });
});

test('the head of an answer varies as the answer does', async () => {
  const head = await app.request(`/v1/evaluate?${CLAIM}`, { method: 'HEAD', ...GZIP });
  expect(head.status).toBe(200);
  expect(head.headers.get('Vary')).toContain('Accept-Encoding');
  expect(head.headers.get('Content-Encoding')).toBeNull();
});

test('the tag of a compressed answer is weak, and spares the answer when it comes back', async () => {
  const path = `/v1/evaluate?${CLAIM}`;
  const answer = await app.request(path, GZIP);
  const tag = answer.headers.get('ETag')!;
  expect(tag).toMatch(/^W\/"/);
  const again = await app.request(path, { headers: { ...GZIP.headers, 'If-None-Match': tag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
});
