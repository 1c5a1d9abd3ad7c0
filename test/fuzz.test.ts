// Random questions from the published description: every answer fits it, and the same claim is worth the same by every door. Thousands more
// are asked by `npm run fuzz` and with the clients.

import { describe, expect, test } from 'vitest';
import { openapiDocument } from '../src/routes/descriptions.ts';
import { askHere, fuzz } from './fuzz/fuzz.ts';
import { mistakesInAnswer, mistakesInEvaluation } from './fuzz/invariants.ts';
import { type Description, operationsOf } from './fuzz/requests.ts';
import { mistakesIn, type Schema } from './fuzz/schema.ts';

describe('random questions', () => {
  test('find no fault', async () => {
    const { statuses, faults } = await fuzz(askHere(), { count: 60, seed: 7 });
    expect(faults).toEqual([]);
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '422']));
  }, 300_000);

  test.each([
    ['/v1/portfolio', 'application/x-ndjson', []],
    ['/v1/portfolio/map', 'application/x-ndjson', ['application/x-ndjson is not described']],
  ])('may be answered line by line at %s where a list may be', async (path, type, mistakes) => {
    const home = JSON.parse(JSON.stringify(openapiDocument())) as Description;
    const operation = operationsOf(home).find((one) => one.path === path && one.method === 'POST')!;
    const headers = new Headers({ 'X-Request-Id': '1', 'X-Content-Type-Options': 'nosniff' });
    const answer = { status: 200, type, headers, bytes: new Uint8Array() };
    expect(mistakesInAnswer({ operation, method: 'POST', url: path, headers: {} }, answer, home)).toEqual(mistakes);
  });

  test('are the same for the same seed', async () => {
    const paths = async (seed: number, doors?: number) => {
      const asked: string[] = [];
      const ask = async (path: string) => {
        asked.push(path);
        return new Response(null, { status: 304 });
      };
      await fuzz(ask, { count: 30, seed, ...(doors === undefined ? {} : { doors }) });
      return asked;
    };
    expect(await paths(1)).toEqual(await paths(1));
    expect(await paths(1)).not.toEqual(await paths(2));
    // Without other doors a question is one call.
    expect(await paths(1, 0)).toHaveLength(30);
    expect((await paths(1, 1)).length).toBeGreaterThan((await paths(1)).length);
  });
});

describe('what they look at', () => {
  const home = { components: { schemas: { Day: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' } as Schema } } };
  const schema: Schema = {
    type: 'object',
    required: ['on'],
    additionalProperties: false,
    properties: {
      on: { $ref: '#/components/schemas/Day' },
      share: { type: ['number', 'null'], minimum: 0, maximum: 1 },
      kind: { anyOf: [{ enum: ['a', 'b'] }, { type: 'null' }] },
      list: { type: 'array', maxItems: 1, items: { type: 'integer' } },
    },
  };

  test.each([
    [{ on: '2026-11-21', share: 0.5, kind: 'a', list: [1] }, 0],
    [{ on: '2026-11-21', share: null, kind: null }, 0],
    [{}, 1],
    [{ on: 'today' }, 1],
    [{ on: '2026-11-21', share: 1.5 }, 1],
    [{ on: '2026-11-21', kind: 'c' }, 1],
    [{ on: '2026-11-21', list: [1, 2.5] }, 2],
    [{ on: '2026-11-21', more: 1 }, 1],
    ['2026-11-21', 1],
  ])('in %j are %i mistakes', (value, count) => {
    expect(mistakesIn(value, schema, home)).toHaveLength(count);
  });

  const option = {
    id: 'a',
    rank: 1,
    net_value: '90',
    cvar10: '1',
    p10: '10',
    p50: '80',
    p90: '100',
    chance_of_loss: 0.1,
    chance_paid_in_full: 0.5,
    bridge: [
      { step: 'face', amount: '100' },
      { step: 'costs', amount: '-10' },
      { step: 'net', amount: '90' },
    ],
  };
  const evaluation = {
    meta: { input_hash: 'a1' },
    recommendation: { option: 'a', net_value: '90' },
    options: [option],
  };

  test.each([
    ['nothing', {}, 0],
    ['a bridge that does not add up', { bridge: option.bridge.slice(1) }, 1],
    ['quantiles out of order', { p10: '85' }, 1],
    ['a chance above 1', { chance_of_loss: 1.1 }, 1],
    ['a rank that is missing', { rank: 2 }, 1],
    ['another value than is recommended', { net_value: '91' }, 2],
  ])('%s is found', (_, change, count) => {
    expect(mistakesInEvaluation({ ...evaluation, options: [{ ...option, ...change }] })).toHaveLength(count);
  });
});
