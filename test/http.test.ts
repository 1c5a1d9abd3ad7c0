// What callers may rely on over HTTP, through the app's own front door: every kind of bad input, headers, caching, methods.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createApp, preferredLang } from '../src/app.ts';
import * as formats from '../src/formats/index.ts';
import { readSettings } from '../src/http/settings.ts';
import { madeFile } from '../src/made_files.ts';
import { PROBLEMS, type Problem, problem, problemSchema } from '../src/problem.ts';
import { DUE_UNKNOWN, OVERDUE_ON, UNANNOUNCED } from './unannounced.ts';

/** 2026-11-20 23:59:00 in Tokyo. */
const LATE_EVENING = Date.UTC(2026, 10, 20, 14, 59, 0);
const logged: string[] = [];
const app = createApp({
  settings: readSettings({ CACHE_PUBLIC: '1' }),
  now: () => LATE_EVENING,
  log: (line) => logged.push(line),
  asset: async (name) => (name === 'swagger-ui.css' ? new Response('body {}') : madeFile(name)),
});

const GET_PATHS = [
  '/v1/evaluate?amount=1250000&overdue_days=82',
  '/v1/evaluate.json?amount=1250000&overdue_days=82',
  '/v1/evaluate.csv?amount=1250000&overdue_days=82',
  '/v1/evaluate.txt?amount=1250000&overdue_days=82',
  '/v1/options',
  '/v1/fields',
  '/v1/assumptions',
  '/openapi.json',
  '/docs',
  '/health',
  '/version',
];

const post = (body: unknown, headers: Record<string, string> = {}) =>
  app.request('/v1/evaluate', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const problemOf = async (answer: Response): Promise<Problem> => {
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  return problemSchema.parse(await answer.json());
};

const OK = { amount: 1250000, overdue_days: 82 };

describe('bad input', () => {
  test.each<[string, object, number, string, string]>([
    ['a missing amount', { overdue_days: 82 }, 422, 'amount', 'missing'],
    ['an empty amount', { ...OK, amount: '' }, 422, 'amount', 'missing'],
    ['a negative amount', { ...OK, amount: -5 }, 422, 'amount', 'negative'],
    ['a zero amount', { ...OK, amount: 0 }, 422, 'amount', 'not_positive'],
    ['minus zero', { ...OK, amount: '-0' }, 422, 'amount', 'not_positive'],
    ['NaN as text', { ...OK, amount: 'NaN' }, 422, 'amount', 'not_a_number'],
    ['1e308', { ...OK, amount: 1e308 }, 422, 'amount', 'too_large'],
    ['a string of 30 digits', { ...OK, amount: '123456789012345678901234567890' }, 422, 'amount', 'too_large'],
    ['hexadecimal', { ...OK, amount: '0x10' }, 422, 'amount', 'not_a_number'],
    ['5 as a rate', { ...OK, discount_rate: 5 }, 422, 'discount_rate', 'rate_not_fraction'],
    ['a day that does not exist', { ...OK, as_of: '2026-02-30' }, 422, 'as_of', 'impossible_day'],
    ['a day that may be read in two ways', { ...OK, as_of: '3/4/2026' }, 422, 'as_of', 'ambiguous_day'],
    ['neither due date nor days overdue', { amount: 5 }, 422, 'due_date', 'missing_due'],
    [
      'due before invoice',
      { amount: 5, due_date: '2026-08-31', invoice_date: '2026-09-30' },
      422,
      'due_date',
      'due_before_invoice',
    ],
    ['due date and days overdue in conflict', { ...OK, due_date: '2026-08-31' }, 422, 'overdue_days', 'due_conflict'],
    ['an unknown field', { ...OK, discont_rate: 0.1 }, 400, 'discont_rate', 'unknown_field'],
    ['an unknown field of an option', { ...OK, sell: { ofer: 1 } }, 400, 'sell.ofer', 'unknown_field'],
    ['an unknown member of a list', { ...OK, contact: 'evasve' }, 422, 'contact', 'unknown_value'],
    ['a list where a value belongs', { ...OK, amount: [5] }, 400, 'amount', 'wrong_type'],
    ['a value where an object belongs', { ...OK, sell: 300000 }, 400, 'sell', 'wrong_type'],
    ['a part of the answer that does not exist yet', { ...OK, include: ['trace'] }, 422, 'include.0', 'not_available'],
    ['a score above 100', { ...OK, tdb_score: 101 }, 422, 'tdb_score', 'out_of_range'],
  ])('%s is a problem with status, code, field and fix', async (_, body, status, parameter, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    const { errors = [], detail } = await problemOf(answer);
    expect(errors.map((error) => `${error.parameter} ${error.code}`)).toEqual([`${parameter} ${code}`]);
    expect(errors[0]?.pointer).toBe(`/${parameter.replaceAll('.', '/')}`);
    expect(errors[0]?.detail).not.toBe('');
    expect(errors[0]?.expected).not.toBe('');
    expect(detail).not.toBe('');
  });

  test.each<[string, string, Record<string, string>, number, string]>([
    ['malformed JSON', '{"amount": 5', {}, 400, 'malformed_json'],
    ['an empty body', '', {}, 400, 'malformed_json'],
    ['NaN in JSON', '{"amount": NaN}', {}, 400, 'malformed_json'],
    ['a JSON list', '[1]', {}, 400, 'malformed_input'],
    ['a JSON null', 'null', {}, 400, 'malformed_input'],
    ['1e400 in JSON', '{"amount": 1e400, "overdue_days": 1}', {}, 422, 'invalid_input'],
    ['17-deep JSON', `{"a":${'['.repeat(16)}${']'.repeat(16)}}`, {}, 400, 'too_deep'],
    ['a million brackets within the size', '['.repeat(200_000), {}, 400, 'too_deep'],
    ['a 300 kB body', `{"amount": "${'5'.repeat(300_000)}"}`, {}, 413, 'body_too_large'],
    ['a wrong content type', '{}', { 'Content-Type': 'application/xml' }, 415, 'unsupported_media_type'],
    ['a form', 'amount=5', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    ['a compressed body', JSON.stringify(OK), { 'Content-Encoding': 'gzip' }, 415, 'unsupported_media_type'],
    ['an impossible Accept', JSON.stringify(OK), { Accept: 'image/png' }, 406, 'not_acceptable'],
    [
      'a body that is not UTF-8 by its label',
      '{}',
      { 'Content-Type': 'application/json; charset=shift_jis' },
      415,
      'unsupported_media_type',
    ],
  ])('%s is a problem of its own', async (_, body, headers, status, code) => {
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    expect((await problemOf(answer)).code).toBe(code);
  });

  test('a body that is said not to be compressed is read', async () => {
    expect((await post(OK, { 'Content-Encoding': 'identity' })).status).toBe(200);
  });

  describe('what the address of a POST says', () => {
    const send = (path: string, body: object, headers: Record<string, string> = {}) =>
      app.request(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });

    test.each(['/v1/evaluate', '/v1/guarantee', '/v1/sensitivity/grid', '/v1/documents/second_reminder'])(
      'is read like the fields of the body of %s: a wrong name and one that stands in both are refused',
      async (path) => {
        const { errors = [] } = await problemOf(await send(`${path}?lagn=en&amount=5&_=1`, { ...OK, lang: 'en' }));
        expect(errors).toContainEqual(
          expect.objectContaining({ code: 'unknown_field', detail: expect.stringMatching(/lang/) }),
        );
        expect(errors.filter(({ code }) => code === 'repeated_parameter').map(({ parameter }) => parameter)).toEqual([
          'amount',
        ]);
        expect(JSON.stringify(errors)).not.toContain('"_"');
      },
    );

    test('is part of the question, and chooses the format before Accept', async () => {
      const { as_of, ...others } = { as_of: '2026-11-21', lang: 'en', ...OK };
      const whole = await send('/v1/evaluate', { ...others, as_of });
      const parted = await send(`/v1/evaluate?as_of=${as_of}`, others);
      expect(await parted.text()).toBe(await whole.text());
      const byAccept = await send('/v1/evaluate', { ...others, as_of }, { Accept: 'text/csv' });
      const byName = await send('/v1/evaluate?format=csv', { ...others, as_of }, { Accept: 'image/png' });
      expect(byName.headers.get('Content-Type')).toBe(byAccept.headers.get('Content-Type'));
      expect(await byName.text()).toBe(await byAccept.text());
      expect((await problemOf(await send('/v1/evaluate?format=cvs', OK))).errors?.[0]?.code).toBe('unknown_value');
    });
  });

  test('brackets inside a string are not depth, and 16 levels are read', async () => {
    expect((await problemOf(await post({ ...OK, contact: '[{'.repeat(20) }))).code).toBe('invalid_input');
    expect((await problemOf(await post(`{"a":${'['.repeat(15)}${']'.repeat(15)}}`))).code).toBe('invalid_input');
  });

  test('a day on which the law is not known is a problem that names the day', async () => {
    const answer = await post({ ...OK, as_of: '1905-01-01', lang: 'en' });
    expect(answer.status).toBe(422);
    const { code, detail } = await problemOf(answer);
    expect(code).toBe('law_not_covered');
    expect(detail).toMatch(/19\d\d-\d\d-\d\d|18\d\d-\d\d-\d\d/);
  });

  test('it also names the value by its label, the field that led there, and what is covered', async () => {
    const answer = await post({ amount: 1_000_000, due_date: DUE_UNKNOWN, as_of: OVERDUE_ON, lang: 'en' });
    const { errors, detail } = await problemOf(answer);
    expect(detail).toContain('statutory rate by the first day of default');
    expect(errors?.map(({ pointer, expected }) => [pointer, expected])).toEqual([
      ['/due_date', `from 1898-07-16, before ${UNANNOUNCED}`],
    ]);
  });

  test('bytes that are not UTF-8 are malformed JSON', async () => {
    const answer = await app.request('/v1/evaluate', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    });
    expect((await problemOf(answer)).code).toBe('malformed_json');
  });

  test('all mistakes of a body are told at once, in the language of the request', async () => {
    const answer = await post({ amount: 'x', discount_rate: 5, contct: 1, lang: 'en' }, { 'Accept-Language': 'ja' });
    expect(answer.headers.get('Content-Language')).toBe('en');
    const { errors = [], title } = await problemOf(answer);
    expect(title).toBe(PROBLEMS.invalid_input.title.en);
    expect(errors.map(({ parameter }) => parameter).sort()).toEqual(['amount', 'contct', 'discount_rate', 'due_date']);
  });

  test('a value is echoed with at most 40 characters', async () => {
    const { errors = [] } = await problemOf(await post({ ...OK, amount: 'x'.repeat(1000) }));
    expect(errors[0]?.value?.length).toBeLessThanOrEqual(40);
  });

  test.each([
    ['an unknown parameter', '/v1/evaluate?amount=5&overdue_days=1&debtor_name=x', 400, 'debtor_name unknown_field'],
    ['a repeated parameter', '/v1/evaluate?amount=5&amount=6&overdue_days=1', 400, 'amount repeated_parameter'],
    ['a list', '/v1/evaluate?amount=5&overdue_days=1&events=[]', 400, 'events list_in_query'],
    ['an unknown format', '/v1/evaluate?amount=5&overdue_days=1&format=cvs', 422, 'format unknown_value'],
    ['two formats', '/v1/evaluate.csv?amount=5&overdue_days=1&format=txt', 422, 'format format_conflict'],
    ['a day in two ways', '/v1/evaluate?amount=5&due_date=3/4/2026', 422, 'due_date ambiguous_day'],
  ])('%s in a query is a problem', async (_, url, status, expected) => {
    const answer = await app.request(url);
    expect(answer.status).toBe(status);
    const { errors = [] } = await problemOf(answer);
    expect(errors.map(({ parameter, code }) => `${parameter} ${code}`)).toEqual([expected]);
  });
});

describe('answers', () => {
  test('the smallest request is answered, with the day of valuation of the jurisdiction', async () => {
    const answer = await post(OK);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const body = (await answer.json()) as { meta: { as_of: string } };
    expect(body.meta.as_of).toBe('2026-11-20');
  });

  test('JSON labelled text/plain is the same request', async () => {
    const labelled = await post(OK, { 'Content-Type': 'text/plain;charset=UTF-8' });
    expect(await labelled.text()).toBe(await (await post(OK)).text());
  });

  test('GET and POST give the same bytes, and the same request gives them again', async () => {
    const body = await (await post({ ...OK, as_of: '2026-11-01', sell: { offer: 300000 } })).text();
    for (const url of [
      '/v1/evaluate?amount=1250000&overdue_days=82&as_of=2026-11-01&sell.offer=300000',
      '/v1/evaluate.json?sell.offer=%EF%BF%A5300,000&as_of=R8.11.1&overdue_days=82&amount=1,250,000&_=17',
    ]) {
      expect(await (await app.request(url)).text()).toBe(body);
    }
  });

  test.each([
    ['application/json', 'application/json'],
    ['text/csv', 'text/csv; charset=utf-8'],
    ['text/plain', 'text/plain; charset=utf-8'],
    ['*/*', 'application/json'],
    ['text/html, application/xhtml+xml, */*;q=0.8', 'application/json'],
    ['text/csv;q=0.5, application/json;q=0.4', 'text/csv; charset=utf-8'],
    ['application/json;q=0, text/plain', 'text/plain; charset=utf-8'],
  ])('POST with Accept %s is answered as %s', async (accept, type) => {
    const answer = await post(OK, { Accept: accept });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe(type);
  });

  test('GET chooses its format by address or parameter, never by Accept', async () => {
    const query = 'amount=1250000&overdue_days=82';
    const typeOf = async (url: string) =>
      (await app.request(url, { headers: { Accept: 'application/json' } })).headers.get('Content-Type');
    expect(await typeOf(`/v1/evaluate.csv?${query}`)).toBe('text/csv; charset=utf-8');
    expect(await typeOf(`/v1/evaluate?${query}&format=txt`)).toBe('text/plain; charset=utf-8');
  });

  test('the language is that of the request, else of the header, else Japanese', async () => {
    const langOf = async (body: object, header?: string) =>
      (await post(body, header === undefined ? {} : { 'Accept-Language': header })).headers.get('Content-Language');
    expect(await langOf(OK)).toBe('ja');
    expect(await langOf(OK, 'en-GB,en;q=0.9')).toBe('en');
    expect(await langOf({ ...OK, lang: 'ja' }, 'en')).toBe('ja');
    expect(preferredLang('fr, en;q=0.5, ja;q=0.4')).toBe('en');
    expect(preferredLang('fr')).toBe('ja');
  });
});

describe('methods', () => {
  test.each(GET_PATHS)('HEAD %s has the status and headers of GET and no body', async (path) => {
    const head = await app.request(path, { method: 'HEAD' });
    const get = await app.request(path);
    expect(head.status).toBe(200);
    expect(get.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['Content-Type', 'ETag', 'Cache-Control'])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
  });

  test.each(GET_PATHS)('OPTIONS %s is open to every origin', async (path) => {
    const answer = await app.request(path, { method: 'OPTIONS', headers: { Origin: 'https://sheet.example' } });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Access-Control-Allow-Methods')).toContain('POST');
    expect(answer.headers.get('Access-Control-Max-Age')).toBe('86400');
    expect(answer.headers.get('Allow')).toContain('GET');
  });

  test.each([
    ['DELETE', '/v1/evaluate', 'POST'],
    ['PUT', '/v1/evaluate', 'GET'],
    ['POST', '/v1/options', 'GET'],
    ['POST', '/v1/evaluate.csv', 'HEAD'],
  ])('%s %s is refused with the methods that exist', async (method, path, allowed) => {
    const answer = await app.request(path, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toContain(allowed);
    expect((await problemOf(answer)).code).toBe('method_not_allowed');
  });

  test.each(['/', '/v1', '/v1/evaluate/', '/v1/evaluate.pdf', '/docs/package.json', '/docs/../package.json'])(
    '%s is not found, and nothing is redirected',
    async (path) => {
      const answer = await app.request(path);
      expect(answer.status).toBe(404);
      expect((await problemOf(answer)).code).toBe('not_found');
    },
  );
});

describe('what can be read and written', () => {
  const WRITTEN = Object.values(formats).map(({ media_type }) => media_type);
  const LANGUAGES = ['ja', 'en'] as const;
  const send = (path: string, headers: Record<string, string>, lang: string) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': lang, ...headers },
      body: JSON.stringify(OK),
    });

  test.each(LANGUAGES)('a refused Accept is told every format there is, in %s', async (lang) => {
    expect(WRITTEN.length).toBeGreaterThan(5);
    for (const path of [
      '/v1/evaluate',
      '/v1/limitation',
      '/v1/sensitivity/grid',
      '/v1/portfolio/map',
      '/v1/portfolio',
    ]) {
      const { code, detail } = await problemOf(await send(path, { Accept: 'image/png' }, lang));
      expect(code, path).toBe('not_acceptable');
      for (const type of WRITTEN) expect(detail, path).toContain(type);
      expect(detail.includes('application/x-ndjson'), path).toBe(path === '/v1/portfolio');
    }
  });

  test.each(LANGUAGES)('a refused Content-Type is told every type that the operation reads, in %s', async (lang) => {
    const LEDGERS = ['text/csv', 'text/tab-separated-values', 'text/plain', 'application/json', 'application/x-ndjson'];
    const READ: Readonly<Record<string, readonly string[]>> = {
      '/v1/evaluate': ['application/json', 'text/plain'],
      '/v1/portfolio/map': LEDGERS,
      '/v1/portfolio': LEDGERS,
    };
    for (const [path, types] of Object.entries(READ)) {
      const { code, detail } = await problemOf(await send(path, { 'Content-Type': 'image/png' }, lang));
      expect(code, path).toBe('unsupported_media_type');
      for (const type of types) expect(detail, path).toContain(type);
    }
  });

  test('the documentation names them where it says what to do', async () => {
    const page = await (await app.request('/docs')).text();
    for (const type of WRITTEN) expect(page).toContain(type);
  });
});

describe('caching', () => {
  const WITH_DAY = '/v1/evaluate?amount=1250000&overdue_days=82&as_of=2026-11-01&lang=ja';

  test('an answer with a day of valuation may be kept for long, one without only until midnight', async () => {
    expect((await app.request(WITH_DAY)).headers.get('Cache-Control')).toBe('public, max-age=3600, s-maxage=604800');
    const today = await app.request('/v1/evaluate?amount=1250000&overdue_days=82');
    expect(today.headers.get('Cache-Control')).toBe('public, max-age=60, s-maxage=60');
    expect(today.headers.get('Vary')).toContain('Accept-Language');
    expect((await app.request('/health')).headers.get('Cache-Control')).toBe('no-store');
  });

  test('the entity tag is strong, follows the meaning of the request, and answers 304', async () => {
    const tag = (await app.request(WITH_DAY)).headers.get('ETag') ?? '';
    expect(tag).toMatch(/^"[^"]+"$/);
    const again = await app.request(`${WITH_DAY}&_=99`.replace('1250000', '1,250,000'), {
      headers: { 'If-None-Match': `"x", ${tag}` },
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('ETag')).toBe(tag);
    const other = await app.request(WITH_DAY.replace('1250000', '1250001'), { headers: { 'If-None-Match': tag } });
    expect(other.status).toBe(200);
    expect((await app.request(WITH_DAY.replace('evaluate?', 'evaluate.csv?'))).headers.get('ETag')).not.toBe(tag);
  });

  test.each(['/v1/options', '/v1/fields', '/v1/assumptions', '/openapi.json', '/version'])(
    '%s answers 304 to its own tag',
    async (path) => {
      const tag = (await app.request(path)).headers.get('ETag') ?? '';
      expect((await app.request(path, { headers: { 'If-None-Match': tag } })).status).toBe(304);
    },
  );
});

describe('headers and log', () => {
  test.each([...GET_PATHS, '/nowhere'])('%s carries the security headers, open CORS and a request id', async (path) => {
    const { headers } = await app.request(`https://kaishu.example${path}`);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('Strict-Transport-Security')).toContain('max-age=');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(headers.get('X-Request-Id')).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  });

  test('a good request id is kept and stands in the problem, a bad one is replaced', async () => {
    const kept = await app.request('/nowhere', { headers: { 'X-Request-Id': 'row_17-a' } });
    expect(kept.headers.get('X-Request-Id')).toBe('row_17-a');
    expect((await problemOf(kept)).instance).toBe('urn:request:row_17-a');
    for (const bad of ['a b', 'x'.repeat(65), '<script>']) {
      const answer = await app.request('/nowhere', { headers: { 'X-Request-Id': bad } });
      expect(answer.headers.get('X-Request-Id')).not.toBe(bad);
    }
  });

  test('the log has one line a request and nothing of what was sent', async () => {
    logged.length = 0;
    await app.request('/v1/evaluate?amount=7654321&overdue_days=1&debtor_name=Yamada', {
      headers: { 'X-Request-Id': 'id1' },
    });
    await post({ ...OK, amount: 7654321 }, { 'X-Request-Id': 'id2' });
    expect(logged).toHaveLength(2);
    const [first, second] = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toEqual({
      method: 'GET',
      path: '/v1/evaluate',
      status: 400,
      size: first?.size,
      problem: 'malformed_input',
      request_id: 'id1',
    });
    expect(second).toEqual({
      method: 'POST',
      path: '/v1/evaluate',
      status: 200,
      size: second?.size,
      request_id: 'id2',
    });
    expect(second?.size).toBeGreaterThan(0);
    expect(logged.join()).not.toMatch(/7654321|Yamada/);
  });

  test('an unexpected failure is an internal problem that does not show its message', async () => {
    const broken = createApp({
      asset: () => {
        throw new Error('secret place');
      },
    });
    const answer = await broken.request('/docs/swagger-ui.css');
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', status: 500 });
  });
});

describe('documentation', () => {
  test('the page loads only files of this service and has no inline script', async () => {
    const page = await (await app.request('/docs')).text();
    expect(page).not.toMatch(/https?:\/\//);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc="\/docs\/)/);
    expect(page).not.toMatch(/\son[a-z]+=/);
    const files = [...page.matchAll(/<(?:link|script)[^>]*(?:src|href)="([^"#]+)"/g)].map(([, file]) => file!);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect(file).toMatch(/^\/docs\//);
  });

  test('its files come from the package, and only those it needs', async () => {
    const css = await app.request('/docs/swagger-ui.css');
    expect(css.status).toBe(200);
    expect(css.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    expect((await app.request('/docs/start.js')).headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  });

  test('every problem code is described where its type points', async () => {
    const page = await (await app.request('/docs')).text();
    for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
      expect(page).toContain(`id="${code}"`);
      for (const lang of ['ja', 'en'] as const) {
        const about = await app.request(problem(code, { lang }).type, { headers: { 'Accept-Language': lang } });
        expect(await about.text()).toContain(`<h1>${PROBLEMS[code].title[lang]}</h1>`);
      }
    }
    expect((await app.request('/problems/none')).status).toBe(404);
  });

  test('a type is an absolute address that resolves, in answers and in rows of a ledger', async () => {
    const refused = (await (await app.request('https://kaishu.example/v1/evaluate?amount=x')).json()) as {
      type: string;
    };
    expect(refused.type).toBe('https://kaishu.example/problems/invalid_input');
    const ledger = await app.request('https://kaishu.example/v1/portfolio', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ rows: [{ amount: 'x' }] }),
    });
    const { rows } = (await ledger.json()) as { rows: { problem: { type: string } }[] };
    expect(rows[0]!.problem.type).toBe('https://kaishu.example/problems/invalid_input');
    expect((await app.request(refused.type)).status).toBe(200);
  });
});

describe('the Node entry', () => {
  const entry = fileURLToPath(new URL('../src/node.ts', import.meta.url));
  const run = (args: string[], variables: Record<string, string> = {}) =>
    spawn(process.execPath, [entry, ...args], {
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const finished = async (args: string[]) => {
    const child = run(args);
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { out, err, code: code as number };
  };

  test('whoever reads no further, as head does, is no failure', async () => {
    const child = run(['evaluate', 'amount=1250000', 'overdue_days=82', '--json']);
    child.stdout.destroy();
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect([said, code]).toEqual(['', 0]);
  });

  test('evaluate prints the text that the service answers with', async () => {
    const { out, code } = await finished([
      'evaluate',
      'amount=1,250,000',
      'overdue_days=82',
      'as_of=2026-11-21',
      'lang=en',
    ]);
    expect(code).toBe(0);
    const answer = await app.request('/v1/evaluate.txt?amount=1250000&overdue_days=82&as_of=2026-11-21&lang=en');
    expect(out).toBe(await answer.text());
  });

  test('evaluate ends with 1 and every mistake on bad input, and wrong use with 2', async () => {
    const { out, err, code } = await finished(['evaluate', 'amont=5', 'lang=en']);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('Did you mean amount?');
    expect((await finished(['evaluate', 'amount'])).code).toBe(2);
    expect((await finished(['nonsense'])).code).toBe(2);
  });

  test('it serves on the port it says, with the documentation package, and stops when told', async () => {
    const child = run([], { PORT: '0' });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString())?.[0] ?? '';
    expect((await fetch(`${address}/health`)).status).toBe(200);
    expect((await (await fetch(`${address}/docs/swagger-ui-bundle.js`)).text()).length).toBeGreaterThan(100_000);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
