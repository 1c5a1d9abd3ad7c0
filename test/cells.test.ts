// Values for single cells: bare text that a spreadsheet shows as it is, mistakes as text, and many rows in one address.
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { readSettings } from '../src/http/settings.ts';
import * as registry from '../src/options/index.ts';
import type { Report } from '../src/report/answer.ts';
import { FLAT_FIELDS } from '../src/report/flat.ts';
import { scenario } from './judging.ts';
import { DUE_UNKNOWN, OVERDUE_ON } from './unannounced.ts';

const NOW = Date.parse('2026-11-21T03:00:00Z');
const app = createApp({ now: () => NOW, settings: readSettings({ CACHE_PUBLIC: '1' }) });
const CLAIM = 'amount=1250000&overdue_days=82&as_of=2026-11-21';
const get = (path: string, init: RequestInit = {}) => app.request(path, init);
const text = async (path: string) => (await get(path)).text();

async function report(query: string): Promise<Report> {
  return (await (await get(`/v1/evaluate?${query}`)).json()) as Report;
}

describe('one cell', () => {
  const optionIn = ({ options }: Report, id: string | undefined) => options.find((one) => one.id === id);
  const best = ({ recommendation }: Report) => recommendation.option;
  const highest = ({ options }: Report, ids: readonly string[]) =>
    String(
      Math.max(
        ...options
          .filter(({ id }) => ids.includes(id))
          .flatMap(({ net_value }) => net_value ?? [])
          .map(Number),
      ),
    );
  const COURTS = ['payment_order', 'small_claims', 'suit'];

  test.each<[field: string, value: (whole: Report) => string]>([
    ['best', best],
    ['best_label', (whole) => optionIn(whole, best(whole))!.label],
    ['best_net', ({ recommendation }) => recommendation.net_value!],
    [
      'best_net_rate',
      ({ recommendation }) => String(Math.round((Number(recommendation.net_value) / 1.25e6) * 1e6) / 1e6),
    ],
    ['second', ({ options }) => options[1]!.id],
    ['margin', ({ recommendation }) => recommendation.margin!],
    ['call', ({ recommendation }) => recommendation.call],
    ['step_call', ({ recommendation }) => recommendation.step_call],
    ['family', ({ options }) => options[0]!.family],
    ['net.demand', (whole) => optionIn(whole, 'demand')!.net_value!],
    ['net.litigate', (whole) => highest(whole, COURTS)],
    ['status.sell', () => 'barred'],
    ['break_even.sell', (whole) => String(optionIn(whole, 'sell')!.break_even!.offer)],
    ['break_even.settle', (whole) => String(optionIn(whole, 'settle')!.break_even!.amount)],
    ['limitation_last_day', () => '2031-08-31'],
    ['limitation_status', () => 'safe'],
    ['review_on', () => '2026-12-21'],
    ['net.offset', () => ''],
  ])('%s is what the whole answer says', async (field, value) => {
    const answer = await get(`/v1/cell?${CLAIM}&lang=ja&field=${field}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    const said = await answer.text();
    expect(said).toBe(value(await report(`${CLAIM}&lang=ja&include=plan,break_even`)));
    if (/net$|net\.demand|break_even/.test(field)) expect(said).toMatch(/^\d{6,7}$/);
  });

  test('a value is neither marked, nor ended by a line break, nor grouped', async () => {
    const bytes = new Uint8Array(await (await get(`/v1/cell?${CLAIM}&field=best_net`)).arrayBuffer());
    const { recommendation } = await report(CLAIM);
    expect([...bytes]).toEqual([...new TextEncoder().encode(recommendation.net_value!)]);
    expect(recommendation.net_value).toMatch(/^\d{6}$/);
  });

  test('every name that is published has a value that agrees with the whole answer', async () => {
    const published = (await (await get('/v1/fields')).json()) as { answer: { name: string }[] };
    expect(published.answer.map(({ name }) => name)).toEqual([...FLAT_FIELDS.keys()]);
    const whole = await report(`${CLAIM}&include=plan,sensitivity,break_even`);
    for (const id of Object.keys(registry)) {
      const option = whole.options.find((one) => one.id === id)!;
      expect(FLAT_FIELDS.get(`net.${id}`)!.of(whole)).toBe(option.net_value ?? null);
      expect(FLAT_FIELDS.get(`alone.${id}`)!.of(whole)).toBe(option.stand_alone_value ?? null);
      expect(FLAT_FIELDS.get(`status.${id}`)!.of(whole)).toBe(option.status);
    }
    for (const [name, { of }] of FLAT_FIELDS) {
      const value = of(whole);
      expect(value === null || typeof value === 'string' || Number.isFinite(value), name).toBe(true);
    }
    expect(FLAT_FIELDS.get('why')!.of(whole)).toBe(whole.recommendation.headline);
    expect(FLAT_FIELDS.get('first_step')!.of(whole)).toBe(whole.recommendation.plan![0]!.text);
    expect(FLAT_FIELDS.get('chance_best')!.of(whole)).toBe(whole.recommendation.chance_best);
  });

  test('the six words of a finance team always have a value', () => {
    for (const word of ['pursue', 'plan', 'offset', 'sell', 'factor', 'litigate'])
      expect(FLAT_FIELDS.has(`net.${word}`), word).toBe(true);
  });

  test('what belongs together for litigation is the best of its routes', async () => {
    const request = scenario('S2:');
    const query = new URLSearchParams(
      Object.entries(request).map(([name, value]): [string, string] => [name, String(value)]),
    );
    query.set('as_of', '2026-11-21');
    const whole = await report(`${query}`);
    const routes = whole.options.filter(({ id }) => ['payment_order', 'small_claims', 'suit'].includes(id));
    query.set('field', 'net.litigate');
    expect(await text(`/v1/cell?${query}`)).toBe(
      String(Math.max(...routes.flatMap(({ net_value }) => net_value ?? []).map(Number))),
    );
    query.set('field', 'break_even.litigate');
    query.set('include', 'break_even');
    const asked = new URLSearchParams(query);
    asked.delete('field');
    const figures = (await report(`${asked}`)).options.flatMap(({ id, break_even }) =>
      routes.some((route) => route.id === id) ? [String(break_even!.win_rate)] : [],
    );
    query.delete('include');
    expect(figures).toContain(await text(`/v1/cell?${query}`));
  });

  test.each([
    ['/v1/cell?amount=x&overdue_days=82&field=best&lang=ja', /^ERR not_a_number 債権額（amount）：/],
    ['/v1/cell?overdue_days=82&field=best&lang=en', /^ERR missing /],
    [`/v1/cell?${CLAIM}&field=best_nt&lang=en`, /^ERR unknown_value .*best_net/],
    [`/v1/cell?${CLAIM}&lang=ja`, /^ERR missing field がありません/],
    [`/v1/cell?${CLAIM}&field=best&debtor_name=x&lang=ja`, /^ERR unknown_field /],
    ['/v1/cell?amount=x&overdue_days=y&field=z&lang=ja', /（ほか2件）$/],
    [`/v1/cell?amount=1000&due_date=${DUE_UNKNOWN}&as_of=${OVERDUE_ON}&field=best&lang=ja`, /^ERR law_not_covered /],
  ])('a mistake is text with status 200: %s', async (path, pattern) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    const said = await answer.text();
    expect(said).toMatch(pattern);
    expect(said).not.toMatch(/[\r\n]/);
    expect(said.length).toBeLessThan(200);
    expect((await get(`${path}&strict=1`)).status).toBeGreaterThanOrEqual(400);
  });

  test('a caller who has the value computes nothing, and a value without a day of its own is kept until midnight at most', async () => {
    const first = await get(`/v1/cell?${CLAIM}&field=best_net`);
    const tag = first.headers.get('ETag')!;
    const again = await get(`/v1/cell?${CLAIM}&field=best_net`, { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=3600, s-maxage=604800');
    const dayless = await get('/v1/cell?amount=1250000&overdue_days=82&field=best_net');
    expect(dayless.headers.get('Cache-Control')).toBe('public, max-age=600, s-maxage=600');
    const other = await get(`/v1/cell?${CLAIM}&field=margin`);
    expect(other.headers.get('ETag')).not.toBe(tag);
  });

  test('HEAD and OPTIONS are open to everyone', async () => {
    const head = await get(`/v1/cell?${CLAIM}&field=best`, { method: 'HEAD' });
    expect([head.status, head.headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*']);
    expect((await get('/v1/cell', { method: 'OPTIONS' })).headers.get('Allow')).toContain('GET');
  });
});

describe('many cells', () => {
  test('one line for every row, in their order, without a header and without a break at the end', async () => {
    const said = await text('/v1/cells?cols=amount,overdue_days&rows=1250000,82;300000,40&as_of=2026-11-21&lang=ja');
    const alone = await Promise.all(
      ['amount=1250000&overdue_days=82', 'amount=300000&overdue_days=40'].map((claim) =>
        Promise.all(
          ['best_label', 'best_net', 'margin'].map((field) =>
            text(`/v1/cell?${claim}&as_of=2026-11-21&lang=ja&field=${field}`),
          ),
        ),
      ),
    );
    expect(said).toBe(alone.map((values) => values.join(',')).join('\n'));
  });

  test('a bad row is a line with its mistake, as wide as the others, which are as they are', async () => {
    const lines = (
      await text(
        '/v1/cells?cols=amount,overdue_days&rows=1250000,82;abc,3;;300000,40&as_of=2026-11-21&lang=ja&out=best,best_net',
      )
    ).split('\n');
    expect(lines).toHaveLength(4);
    const { recommendation } = await report(CLAIM);
    expect(lines[0]).toBe(`${recommendation.option},${recommendation.net_value}`);
    expect(lines[1]).toMatch(/^ERR not_a_number .*,$/);
    expect(lines[2]).toMatch(/^ERR missing .*,$/);
    expect(lines[3]).toMatch(/^[a-z_]+,\d+$/);
  });

  test('what is alike in all rows stands once in the query', async () => {
    const shared = await text(
      '/v1/cells?cols=amount&rows=280000&overdue_days=122&contact=evasive&as_of=2026-11-21&out=best_net',
    );
    const own = await text(
      '/v1/cells?cols=amount,overdue_days,contact&rows=280000,122,evasive&as_of=2026-11-21&out=best_net',
    );
    expect(shared).toBe(own);
  });

  test.each([
    ['/v1/cells?rows=1,2&lang=en', /^ERR missing cols/],
    ['/v1/cells?cols=amount&lang=en', /^ERR missing rows/],
    ['/v1/cells?cols=amount,overdue_days&rows=1,2&out=bset&lang=en', /^ERR unknown_value/],
    [`/v1/cells?cols=amount,overdue_days&rows=${'1,2;'.repeat(201)}&lang=en`, /^ERR too_many/],
    ['/v1/cells?cols=amount,overdue_days&rows=1,250,000,82&lang=en', /^"?ERR too_many/],
    [`/v1/cells?cols=amount,overdue_days&rows=${'1,2;'.repeat(21)}&out=break_even.sell&lang=en`, /^ERR too_many/],
  ])('refused as a whole or by row: %s', async (path, pattern) => {
    expect(await text(path)).toMatch(pattern);
  });

  test('a label that would run as a formula is filtered, a negative figure stays a number', async () => {
    const said = await text(`/v1/cells?cols=amount,overdue_days&rows=1250000,82&as_of=2026-11-21&out=p10,best_label`);
    const { recommendation, options } = await report(CLAIM);
    const { p10 } = options.find(({ id }) => id === recommendation.option)!;
    expect(Number(p10)).toBeLessThan(0);
    expect(said.split(',')[0]).toBe(p10);
  });
});
