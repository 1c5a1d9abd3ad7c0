// What a caller may count on: the version of the model that it names, and the same bytes under the same version.

import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { evaluate, MODEL_VERSION, RefusedRequest } from '../src/library.ts';

const app = createApp();
const CLAIM = { amount: 1_250_000, overdue_days: 82, as_of: '2026-11-21' };
const QUERY = new URLSearchParams({ ...Object.fromEntries(Object.entries(CLAIM).map(([k, v]) => [k, String(v)])) });

const send = (path: string, body: object) =>
  app.request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

describe('expect_model_version', () => {
  const other = '0.0.1';
  const AXES = { x: { id: 'amount', values: [1, 2] }, y: { id: 'overdue_days', values: [1, 2] } };

  test.each([
    ['POST /v1/evaluate', (version: string) => send('/v1/evaluate', { ...CLAIM, expect_model_version: version })],
    ['GET /v1/evaluate', (version: string) => app.request(`/v1/evaluate?${QUERY}&expect_model_version=${version}`)],
    [
      'GET /v1/evaluate.csv',
      (version: string) => app.request(`/v1/evaluate.csv?${QUERY}&expect_model_version=${version}`),
    ],
    ['GET /v1/cell', (version: string) => app.request(`/v1/cell?${QUERY}&field=best&expect_model_version=${version}`)],
    [
      'POST /v1/sensitivity/grid',
      (version: string) => send('/v1/sensitivity/grid', { ...CLAIM, ...AXES, expect_model_version: version }),
    ],
  ])('%s answers under this version, and 409 under any other', async (_, asked) => {
    expect((await asked(MODEL_VERSION)).status).toBe(200);
    const refused = await asked(other);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'model_version_differs', status: 409 });
  });

  test('a row of a ledger has it as a status of its own, and it may stand for all rows', async () => {
    const rows = [CLAIM, { ...CLAIM, expect_model_version: other }];
    const answer = (await (await send('/v1/portfolio', { rows })).json()) as { rows: { status: number }[] };
    expect(answer.rows.map(({ status }) => status)).toEqual([200, 409]);
    const all = await send(`/v1/portfolio?expect_model_version=${other}`, { rows: [CLAIM] });
    expect(((await all.json()) as { rows: { status: number }[] }).rows[0]!.status).toBe(409);
  });

  test('the library refuses it, too', () => {
    expect(() => evaluate({ ...CLAIM, expect_model_version: other })).toThrow(RefusedRequest);
    expect(evaluate({ ...CLAIM, expect_model_version: MODEL_VERSION }).meta.model_version).toBe(MODEL_VERSION);
  });

  test('naming it changes no byte of the answer', async () => {
    const [plain, named] = [
      await send('/v1/evaluate', CLAIM),
      await send('/v1/evaluate', { ...CLAIM, expect_model_version: MODEL_VERSION }),
    ];
    expect(await named.text()).toBe(await plain.text());
  });
});
