// A member that is written twice is refused at every door, because whoever wrote it cannot tell which of both would be read.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { jsonOf } from '../src/http/json_body.ts';
import type { Problem } from '../src/problem.ts';

const app = createApp();

const send = (path: string, body: string, type = 'application/json') =>
  app.request(path, { method: 'POST', headers: { 'Content-Type': type }, body });

/** The places of mistakes that an answer names, with their codes. */
async function refused(answer: Response): Promise<string[]> {
  const { errors = [] } = (await answer.json()) as Problem;
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
}

/** Where a text writes a member again. */
function repeatedIn(text: string): string[] {
  const read = jsonOf(text);
  return read.ok ? read.repeated.map((path) => path.join('/')) : [read.code];
}

describe('a text of JSON', () => {
  test.each<[string, string, readonly string[]]>([
    ['the same name in one object', '{"a":1,"a":2}', ['a']],
    ['three times', '{"a":1,"a":2,"a":3}', ['a', 'a']],
    ['the same value', '{"a":1,"a":1}', ['a']],
    ['inside an object', '{"a":{"b":1,"b":2}}', ['a/b']],
    ['inside an object of a list', '{"a":[0,{"b":1},{"b":[{}],"b":2}]}', ['a/2/b']],
    ['after an object in between', '{"a":1,"c":{"d":[1,2]},"a":2}', ['a']],
    ['an object that is replaced', '{"a":{"b":1},"a":{"c":1}}', ['a']],
    ['spelled with escapes', '{"a":1,"\\u0061":2}', ['a']],
    ['a name with quotes and colons', '{"\\":\\\\":1 , "\\":\\\\" : 2}', ['":\\']],
    ['an empty name', '{"":1,"":2}', ['']],
    ['a name of every object', '{"__proto__":1,"__proto__":2}', ['__proto__']],
  ])('names a member that it writes again: %s', (_, text, places) => {
    expect(repeatedIn(text)).toEqual(places);
  });

  test.each([
    '{"a":1,"A":2}',
    '{"a":{"a":1},"b":{"a":1}}',
    '[{"a":1},{"a":2}]',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a":"\\\\","b":":"}',
    '{"__proto__":{"a":1},"a":2}',
    '1',
  ])('%s writes none again', (text) => {
    expect(repeatedIn(text)).toEqual([]);
  });

  test('of any value writes none again, and the value is read', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 2 }), (value, spaces) => {
        const text = JSON.stringify(value, null, spaces);
        expect(jsonOf(text)).toEqual({ ok: true, value: JSON.parse(text), repeated: [] });
      }),
    );
  });
});

describe('a request', () => {
  test.each([
    ['/v1/evaluate', '{"amount":1,"amount":2,"overdue_days":60}', ['/amount repeated_parameter']],
    [
      '/v1/evaluate',
      '{"amount":1000000,"overdue_days":60,"assumptions":{"demand.respond":0.1,"demand.respond":0.5}}',
      ['/assumptions/demand.respond repeated_parameter'],
    ],
    [
      '/v1/evaluate',
      '{"amount":1000000,"overdue_days":60,"events":[{"kind":"payment","date":"2026-10-01","amount":1,"amount":2}]}',
      ['/events/0/amount repeated_parameter'],
    ],
    ['/v1/evaluate', '{"amount":1,"amount":1,"overdue_days":"x"}', ['/overdue_days', '/amount']],
    ['/v1/guarantee', '{"amount":1,"amount":2}', ['/amount repeated_parameter']],
    ['/v1/sensitivity/grid', '{"amount":1,"overdue_days":60,"amount":2}', ['/amount repeated_parameter']],
    ['/v1/documents/reminder', '{"amount":1,"overdue_days":60,"amount":2}', ['/amount repeated_parameter']],
    [
      '/v1/portfolio',
      '{"rows":[{"amount":1,"overdue_days":1},{"amount":1,"overdue_days":1,"amount":9}]}',
      ['/rows/1/amount repeated_parameter'],
    ],
    [
      '/v1/portfolio?map=auto',
      '{"data":[{"残高":1,"支払期日":"2026-07-31","残高":9}]}',
      ['/data/0/残高 repeated_parameter'],
    ],
    ['/v1/portfolio/map', '{"table":[],"table":[]}', ['/table repeated_parameter']],
  ])('to %s that says a thing twice is refused at its place: %s', async (path, body, places) => {
    const answer = await send(path, body);
    expect([400, 422]).toContain(answer.status);
    const found = await refused(answer);
    for (const place of places) expect(found.join('\n')).toContain(place);
  });

  test('that says it once is answered', async () => {
    expect((await send('/v1/evaluate', '{"amount":"2","overdue_days":60}')).status).toBe(200);
  });

  test('speaks the language of the body, whichever of both comes last', async () => {
    const { errors } = (await (await send('/v1/evaluate', '{"lang":"en","amount":1,"amount":2}')).json()) as Problem;
    expect(errors?.map(({ detail }) => detail)).toContain('amount is given more than once.');
  });
});

describe('lines of JSON', () => {
  const LINES =
    '{"id":"a","amount":900000,"overdue_days":60}\n{"id":"b","amount":1,"amount":900000,"overdue_days":60}\n';

  test('a row that says a thing twice keeps its id and its mistake, and costs no other', async () => {
    const text = await (await send('/v1/portfolio', LINES, 'application/x-ndjson')).text();
    const rows = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    expect(rows.filter(({ id }) => id === 'a' || id === 'b').map(({ status }) => status)).toEqual([200, 400]);
    expect(text).toContain('"/amount"');
  });

  test('under headings are read as a whole, so that none is', async () => {
    const answer = await send('/v1/portfolio?map=auto', LINES, 'application/x-ndjson');
    expect(answer.status).toBe(400);
    expect(await refused(answer)).toEqual(['/rows/1/amount repeated_parameter']);
  });
});
