// The law asked over HTTP: legal values by id and by day, bad input of the calculators, formats, methods and caching.

import { describe, expect, test } from 'vitest';
import { datedValues, historyOf, standingOn } from '../src/law/catalogue.ts';
import * as jurisdictions from '../src/law/index.ts';
import { addDays } from '../src/values/day.ts';
import { app, ok, post, refused } from './calculating.ts';
import { DUE_UNKNOWN, UNANNOUNCED } from './unannounced.ts';

interface Entry {
  readonly id: string;
  readonly status: string;
  readonly value: unknown;
  readonly from: string | null;
  readonly until: string | null;
  readonly certainty: string | null;
  readonly unverified: boolean | null;
  readonly source: object | null;
  readonly next_change: { readonly on: string; readonly kind: string } | null;
  readonly checked: string;
}

describe('legal values', () => {
  interface Listed {
    readonly as_of: string;
    readonly values: readonly Entry[];
    readonly change_watch: readonly { readonly on: string; readonly what: { readonly ja: string } }[];
  }
  const { jp } = jurisdictions;
  const dated = datedValues(jp);

  test('every dated value stands in the list with value, unit, source, certainty and the day it was checked', async () => {
    const { as_of, values, change_watch } = await ok<Listed>('/v1/law', {});
    expect(as_of).toBe('2026-11-20');
    expect(values.map(({ id }) => id)).toEqual(dated.map(({ id }) => id));
    expect(values.length).toBeGreaterThan(60);
    for (const entry of values) {
      expect(entry.checked, entry.id).toMatch(/^\d{4}-/);
      if (entry.status === 'not_covered') continue;
      expect(entry.source, entry.id).not.toBeNull();
      expect(entry.certainty, entry.id).not.toBeNull();
      expect(entry.from! <= as_of, entry.id).toBe(true);
      if (entry.certainty === 'unverified') expect(entry.unverified, entry.id).toBe(true);
      expect(entry.status, entry.id).toBe(entry.value === null ? 'none' : 'in_force');
    }
    expect(change_watch.map(({ on }) => on)).toEqual(jp.change_watch.map(({ on }) => on));
  });

  test('a day that is not covered has a row that says so, and no value is carried over to it', async () => {
    const { values } = await ok<Listed>('/v1/law', { as_of: UNANNOUNCED });
    expect(values.find(({ id }) => id === 'late_interest.statutory')).toMatchObject({
      status: 'not_covered',
      value: null,
      from: null,
      source: null,
    });
    const table = await (await app.request(`/v1/law.csv?as_of=${UNANNOUNCED}`)).text();
    expect(table).toMatch(/^late_interest\.statutory,not_covered,unknown,/m);
  });

  const changes = dated.flatMap((one) =>
    historyOf(one)
      .slice(1)
      .filter(({ from }) => from >= '1900-01-02')
      .map(({ from }) => ({ one, from, id: one.id })),
  );
  test.each(changes)('$id changes on $from, and not a day before', async ({ one, from }) => {
    const before = addDays(from, -1);
    for (const day of [before, from]) {
      const found = await ok<Entry>(`/v1/law/${one.id}`, { as_of: day });
      const expected = standingOn(one, day);
      expect(found.value ?? null).toEqual(expected.stretch?.value ?? null);
      expect(found.from).toBe(day === from ? from : expected.stretch?.from);
      if (day === before) expect(found).toMatchObject({ until: before, next_change: { on: from, kind: 'changes' } });
    }
  });

  test('an abolished value is none, which is not unknown', async () => {
    const found = await ok<Entry>('/v1/law/late_interest.commercial', { as_of: '2020-04-01' });
    expect(found).toMatchObject({ status: 'none', value: null, from: '2020-04-01', certainty: 'statute' });
    expect(await (await app.request('/v1/law.csv')).text()).toMatch(/^late_interest\.commercial,none,,/m);
  });

  test('one value has its whole history, in every format', async () => {
    const found = await ok<{
      history: readonly { from: string; until: string | null; value: string }[];
      unknown_from: string;
    }>('/v1/law/late_interest.statutory', {});
    expect(found.unknown_from).toBe(UNANNOUNCED);
    expect(found.history).toHaveLength(jp.late_interest.statutory.periods.length);
    expect(found.history.at(-1)?.until).toBe(DUE_UNKNOWN);
    expect(found.history.slice(0, 4).map(({ from, until, value }) => [from, until, value])).toEqual([
      ['1898-07-16', '2020-03-31', '0.05'],
      ['2020-04-01', '2023-03-31', '0.03'],
      ['2023-04-01', '2026-03-31', '0.03'],
      ['2026-04-01', '2029-03-31', '0.03'],
    ]);
    for (const [suffix, type] of [
      ['.json', 'application/json'],
      ['.csv', 'text/csv; charset=utf-8'],
      ['.txt', 'text/plain; charset=utf-8'],
    ]) {
      const answer = await app.request(`/v1/law/late_interest.statutory${suffix}`);
      expect(answer.headers.get('Content-Type')).toBe(type);
      expect(await answer.text()).toContain(DUE_UNKNOWN);
    }
  });

  test('a value that the law does not have is not found, with the nearest name', async () => {
    const problem = await refused('/v1/law/late_interest.statuory');
    expect(problem).toMatchObject({ code: 'not_found', status: 404 });
    expect(problem.detail).toContain('late_interest.statutory');
  });

  test('a day before the first is refused with the field and what is covered', async () => {
    const problem = await refused('/v1/law/fees.attachment?as_of=2020-03-31&lang=en');
    expect(problem.code).toBe('law_not_covered');
    expect(problem.errors).toMatchObject([{ parameter: 'as_of', expected: 'from 2020-04-01' }]);
  });

  test('one value takes GET only', async () => {
    const answer = await app.request('/v1/law/fees.attachment', { method: 'POST' });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    const open = await app.request('/v1/law/fees.attachment', { method: 'OPTIONS' });
    expect([open.status, open.headers.get('Allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  test('the catalogue finds values by their shape in any jurisdiction', () => {
    const source = jp.citations.limitation;
    const fresh = { id: 'a.b', label: { ja: '例', en: 'example' }, unit: 'JPY', checked: '2026-01-01' };
    const value = {
      ...fresh,
      periods: [{ from: '2026-01-01', value: 1, citation: source, certainty: 'statute' as const }],
    };
    expect(datedValues({ deep: [{ er: value }], other: 1 })).toEqual([value]);
    expect(standingOn(value, '2025-12-31')).toMatchObject({
      status: 'not_covered',
      stretch: null,
      next_change: { on: '2026-01-01', kind: 'starts' },
    });
  });
});

describe('bad input', () => {
  test.each<[string, number, string, string]>([
    ['/v1/court-fees?procedure=suit', 422, 'amount missing', '1000000'],
    ['/v1/court-fees?filing=fax', 422, 'filing unknown_value', 'online'],
    ['/v1/court-fees?procedure=suite&amount=5', 422, 'procedure unknown_value', 'suit'],
    ['/v1/court-fees?procedure=suit&amount=-5', 422, 'amount negative', ''],
    ['/v1/court-fees?procedure=suit&amount=5&on=3/4/2026', 422, 'on ambiguous_day', '2026-03-31'],
    ['/v1/court-fees?procedure=suit&amount=5&defendants=0', 422, 'defendants out_of_range', '1'],
    ['/v1/court-fees?procedure=suit&amount=5&fling=online', 400, 'fling unknown_field', 'filing'],
    ['/v1/court-fees?procedure=suit&amount=5&amount=6', 400, 'amount repeated_parameter', ''],
    ['/v1/interest?amount=5', 422, 'due_date missing_due', 'due_date'],
    ['/v1/interest?due_date=2026-01-01', 422, 'amount missing', ''],
    ['/v1/interest?amount=5&due_date=2026-01-01&delay_rate=5', 422, 'delay_rate rate_not_fraction', ''],
    ['/v1/interest?amount=5&due_date=2026-01-01&day_count=act360', 422, 'day_count unknown_value', 'act365'],
    ['/v1/interest?amount=5&due_dat=2026-01-01&overdue_days=1', 400, 'due_dat unknown_field', 'due_date'],
    ['/v1/interest?amount=5&due_date=2026-08-31&overdue_days=1', 422, 'overdue_days due_conflict', '81'],
    ['/v1/limitation?due_date=2026-02-30', 422, 'due_date impossible_day', ''],
    ['/v1/limitation?due_date=2021-03-31&claim_kind=good', 422, 'claim_kind unknown_value', 'goods'],
    ['/v1/limitation?due_date=2021-03-31&events=[]', 400, 'events list_in_query', 'POST'],
    [
      '/v1/limitation?due_date=2021-03-31&contract_date=2026-12-01',
      422,
      'contract_date contract_after_as_of',
      '2026-11-20',
    ],
    ['/v1/law?as_off=2026-01-01', 400, 'as_off unknown_field', 'as_of'],
    ['/v1/law?as_of=yesterday', 422, 'as_of not_a_day', '2026-03-31'],
    ['/v1/law/fees.attachment?amount=5', 400, 'amount unknown_field', 'as_of'],
    ['/v1/interest?amount=5&overdue_days=1&format=cvs', 422, 'format unknown_value', 'csv'],
    ['/v1/interest.csv?amount=5&overdue_days=1&format=txt', 422, 'format format_conflict', 'csv'],
  ])('%s is refused in both languages with the field and the fix', async (url, status, expected, fix) => {
    for (const lang of ['ja', 'en']) {
      const problem = await refused(`${url}&lang=${lang}`);
      expect(problem.status).toBe(status);
      expect(problem.errors?.map(({ parameter, code }) => `${parameter} ${code}`)).toEqual([expected]);
      const [error] = problem.errors ?? [];
      expect(`${error?.expected} ${error?.detail}`).toContain(fix);
      if (lang === 'en') expect(error?.detail).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  test.each<[string, object, string[]]>([
    [
      'an unknown member of an event',
      { events: [{ on: '2022-01-01', kind: 'suit', ended: 1 }] },
      ['events.0.ended unknown_field'],
    ],
    ['an event after the day', { events: [{ on: '2025-06-01', kind: 'suit' }] }, ['events.0.on event_after_as_of']],
    [
      'an end before its event',
      { events: [{ on: '2022-01-02', kind: 'suit', ended_on: '2022-01-01' }] },
      ['events.0.ended_on event_order'],
    ],
    ['no list', { events: 5 }, ['events wrong_type']],
    ['101 events', { events: Array(101).fill({ on: '2022-01-01', kind: 'suit' }) }, ['events too_many']],
    ['several at once', { titel: 1, claim_kind: 'x' }, ['claim_kind unknown_value', 'titel unknown_field']],
  ])('%s in a body is a problem', async (_, body, expected) => {
    const { errors = [] } = await refused(post({ due_date: '2021-03-31', as_of: '2025-01-01', ...body }));
    expect(errors.map(({ parameter, code }) => `${parameter} ${code}`).sort()).toEqual(expected);
  });

  test('a body that is no object, no JSON or too deep is a problem of its own', async () => {
    const send = (body: string) =>
      app.request('/v1/limitation', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    expect((await refused(send('[1]'))).code).toBe('malformed_input');
    expect((await refused(send('{'))).code).toBe('malformed_json');
    expect((await refused(send(`{"a":${'['.repeat(16)}${']'.repeat(16)}}`))).code).toBe('too_deep');
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      const { errors } = await refused(`/v1/interest?amount=5&overdue_days=1&${name}=1`);
      expect(errors).toMatchObject([{ parameter: name, code: 'unknown_field' }]);
    }
  });
});

const PATHS = [
  '/v1/court-fees?amount=1000000&procedure=suit',
  '/v1/interest?amount=1000000&due_date=2025-12-31',
  '/v1/limitation?due_date=2021-03-31&claim_kind=goods',
  '/v1/law?',
  '/v1/law/petitions.suit?',
  '/v1/provisional-attachment?amount=1000000&object=movables',
  '/v1/guarantee?amount=1000000&maximum=500000',
  '/v1/goods-security?amount=1000000&claim_kind=goods',
  '/v1/fee-credit?amount=1000000&failed_on=2026-10-30',
  '/v1/enforcement?wage=440000&title=judgment',
  '/v1/bad-debt?amount=1000000&fact=waived',
  '/v1/liability?act_on=2024-11-20&knew_on=2025-01-10',
  '/v1/instruments?maturity=2026-11-30&instrument=promissory_note',
  '/v1/stamp-duty?stated_amount=1000000&document=receipt',
  '/v1/trial?ordered_on=2026-10-20&both_ask=true',
] as const;

const TYPES = [
  ['json', 'application/json'],
  ['csv', 'text/csv; charset=utf-8'],
  ['txt', 'text/plain; charset=utf-8'],
] as const;

const withSuffix = (path: string, extension: string): string => path.replace('?', `.${extension}?`);

describe.each(PATHS)('%s', (path) => {
  test.each(TYPES)('is answered as %s by address and by parameter alike', async (extension, type) => {
    const byAddress = await app.request(withSuffix(path, extension));
    const byParameter = await app.request(`${path}&format=${extension}`);
    expect(byAddress.headers.get('Content-Type')).toBe(type);
    expect(byParameter.headers.get('Content-Type')).toBe(type);
    const text = await byAddress.text();
    expect(await byParameter.text()).toBe(text);
    expect(text.charCodeAt(0)).not.toBe(0xfeff);
    // The question and the version of the law stand in every format.
    expect(text).toContain('jp-2026-06-27');
    expect(text).toMatch(/[0-9a-f]{16}/);
  });

  test('a table has as many cells in every row as it has columns', async () => {
    const text = await (await app.request(withSuffix(path, 'csv'))).text();
    const rows = text.split('\r\n').slice(0, -1);
    const cells = (row: string) => row.replaceAll(/"(?:[^"]|"")*"/g, 'x').split(',').length;
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(cells(row)).toBe(cells(rows[0]!));
    const names = rows[0]!.split(',');
    expect(new Set(names).size).toBe(names.length);
  });

  test('speaks the language asked for, and English has no Japanese in it', async () => {
    for (const extension of ['csv', 'txt']) {
      const english = await app.request(`${withSuffix(path, extension)}&lang=en`);
      expect(english.headers.get('Content-Language')).toBe('en');
      expect((await english.text()).replaceAll(/"\{.*?\}"(?=,)|"\[.*?\]"(?=,)/g, '')).not.toMatch(
        /[\u3040-\u30ff\u4e00-\u9fff]/,
      );
    }
    const asked = await app.request(path, { headers: { 'Accept-Language': 'en' } });
    expect(asked.headers.get('Content-Language')).toBe('en');
    expect(asked.headers.get('Vary')).toContain('Accept-Language');
  });

  test('HEAD has the status and headers of GET and no body, and OPTIONS is open', async () => {
    const head = await app.request(path, { method: 'HEAD' });
    const get = await app.request(path);
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['Content-Type', 'ETag', 'Cache-Control'])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    const open = await app.request(path, { method: 'OPTIONS', headers: { Origin: 'https://sheet.example' } });
    expect([open.status, open.headers.get('Access-Control-Allow-Origin')]).toEqual([204, '*']);
  });

  test('the tag follows from the question and the format, and answers 304', async () => {
    const tag = (await app.request(path)).headers.get('ETag') ?? '';
    expect(tag).toMatch(/^"[^"]+"$/);
    const known = await app.request(`${path}&_=17`, { headers: { 'If-None-Match': tag } });
    expect([known.status, await known.text(), known.headers.get('ETag')]).toEqual([304, '', tag]);
    expect((await app.request(withSuffix(path, 'csv'))).headers.get('ETag')).not.toBe(tag);
    expect((await app.request(`${path}&lang=en`)).headers.get('ETag')).not.toBe(tag);
  });

  test('an answer for a day that is named is kept for long, one for today only until midnight', async () => {
    const day = path.startsWith('/v1/court-fees') ? 'on' : 'as_of';
    const cached = async (url: string) => (await app.request(url)).headers.get('Cache-Control');
    expect(await cached(`${path}&${day}=2026-11-01`)).toBe('public, max-age=3600, s-maxage=604800');
    expect(await cached(path)).toBe('public, max-age=60, s-maxage=60');
    expect(await cached(`${path}&nonsense=1`)).toBe('public, max-age=60');
  });

  test('the same question gives the same bytes, whatever its order and spelling', async () => {
    const day = path.startsWith('/v1/court-fees') ? 'on' : 'as_of';
    const [address, query] = path.split('?');
    const plain = await (await app.request(`${path}&${day}=2026-11-01`)).text();
    const turned = `${address}?${day}=R8.11.1&${query!.split('&').reverse().join('&')}`.replace('1000000', '1,000,000');
    expect(await (await app.request(turned)).text()).toBe(plain);
    // Today is a day like any other.
    const today = await (await app.request(path)).text();
    expect(await (await app.request(`${path}&${day}=2026-11-20`)).text()).toBe(today);
  });
});
