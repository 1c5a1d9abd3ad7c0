// A ledger that several workers decide together: its answer is that of one alone, and each claim is decided by one of them.

import { describe, expect, test } from 'vitest';
import { createApp, type Host } from '../src/app.ts';
import { KeptDecisions } from '../src/portfolio/kept_decisions.ts';
import { Helpers, isOwn, type ToldDecision } from '../src/portfolio/shared_work.ts';
import { AS_OF, CLAIM, OTHER } from './sending_ledgers.ts';

/** Six claims: two of several rows, one that is refused, and one of a day that the law does not cover. */
const ROWS = [
  CLAIM,
  { ...CLAIM, debtor_id: 'D' },
  { ...CLAIM, amount: 'x' },
  OTHER,
  { ...OTHER, debtor_id: 'E' },
  { ...OTHER, debtor_id: 'D' },
  { amount: 90_000, overdue_days: 30, as_of: '1990-01-01' },
  { ...CLAIM, amount: 41_000 },
  { ...CLAIM, debtor_id: 'E', amount: 77_000 },
];

async function answerOf(host: Host, { format = 'json', more = '' } = {}): Promise<Response> {
  return createApp(host).request(`/v1/portfolio?as_of=${AS_OF}&format=${format}${more}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ rows: ROWS }),
  });
}

const textOf = async (host: Host, asked = {}): Promise<string> => (await answerOf(host, asked)).text();

/** What one of several workers tells of its share. */
async function toldBy(own: number, of: number): Promise<ToldDecision[]> {
  const told: ToldDecision[] = [];
  const answer = await answerOf({ helping: { share: { own, of }, tell: (one) => told.push(structuredClone(one)) } });
  expect([answer.status, await answer.text()]).toEqual([204, '']);
  return told;
}

/** Counts the claims that are decided, each of which is kept. */
class Counting extends KeptDecisions {
  readonly decided: string[] = [];

  override keep(...[key, decision]: Parameters<KeptDecisions['keep']>): void {
    this.decided.push(key);
    super.keep(key, decision);
  }
}

describe('a ledger that is decided together', () => {
  test.each([
    [2, 'json', ''],
    [3, 'csv', ''],
    [3, 'ndjson', '&lang=ja'],
    [9, 'json', ''],
    [2, 'json', '&hours=2'],
  ])('by %i workers has the answer of one: %s%s', async (of, format, more) => {
    const helpers = new Helpers(of);
    const shares = Array.from({ length: of - 1 }, (_, i) =>
      answerOf(
        { helping: { share: { own: i + 1, of }, tell: (told) => helpers.hear(structuredClone(told)) } },
        { format, more },
      ),
    );
    const together = textOf({ helpers, kept: new KeptDecisions() }, { format, more });
    await Promise.all(shares);
    expect(await together).toBe(await textOf({}, { format, more }));
  });

  test('has each claim told by one of those who help, and what they could not decide as nothing', async () => {
    const [all, first, second] = [await toldBy(0, 1), await toldBy(0, 2), await toldBy(1, 2)];
    const keys = (told: readonly ToldDecision[]) => told.map(({ key }) => key);
    expect(new Set(keys(all)).size).toBe(6);
    expect(keys([...first, ...second]).sort()).toEqual(keys(all).sort());
    expect(all.filter(({ decision }) => decision === null)).toHaveLength(1);
    for (const { decision } of all)
      if (decision !== null) expect(decision.shares.length, 'one for each row').toBeGreaterThan(0);
  });

  test('takes what was told before it is asked for, and nothing is decided twice', async () => {
    const helpers = new Helpers(2);
    for (const told of await toldBy(1, 2)) helpers.hear(told);
    const kept = new Counting();
    expect(await textOf({ helpers, kept })).toBe(await textOf({}));
    expect(new Set(kept.decided).size).toBe(kept.decided.length);
  });

  test('is decided by one alone when the others are gone, before anything is asked or while it waits', async () => {
    const gone = new Helpers(4);
    gone.leaveAll();
    expect(await textOf({ helpers: gone, kept: new KeptDecisions() })).toBe(await textOf({}));
    const silent = new Helpers(4);
    const answer = textOf({ helpers: silent, kept: new KeptDecisions() });
    for (const own of [2, 1, 3]) setTimeout(() => silent.leave(own), 50 * own);
    expect(await answer).toBe(await textOf({}));
  });

  test('waits for nobody who is done without having told of a claim, as on another day', async () => {
    const helpers = new Helpers(3);
    for (const told of await toldBy(1, 3)) helpers.hear({ ...told, key: `${told.key} of yesterday` });
    helpers.leave(1);
    for (const told of await toldBy(2, 3)) helpers.hear(told);
    expect(await textOf({ helpers, kept: new KeptDecisions() })).toBe(await textOf({}));
  });

  test('is not waited for where its rows come one after another', async () => {
    const lines = ROWS.slice(0, 2).map((row) => JSON.stringify(row));
    const asked = (host: Host) =>
      createApp(host).request(`/v1/portfolio?as_of=${AS_OF}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson' },
        body: lines.join('\n'),
      });
    const together = await asked({ helpers: new Helpers(4), kept: new KeptDecisions() });
    expect(await together.text()).toBe(await (await asked({})).text());
    expect((await asked({ helping: { share: { own: 1, of: 2 }, tell: () => {} } })).status).toBe(204);
  });

  test('is decided by one alone where the whole evaluations are wanted', async () => {
    const told: ToldDecision[] = [];
    const helping = { share: { own: 1, of: 2 }, tell: (one: ToldDecision) => void told.push(one) };
    expect((await answerOf({ helping }, { more: '&detail=full' })).status).toBe(204);
    expect(told).toEqual([]);
    const more = '&detail=full&include=plan';
    expect(await textOf({ helpers: new Helpers(2), kept: new KeptDecisions() }, { more })).toBe(
      await textOf({}, { more }),
    );
  });
});

test('every claim belongs to one share', () => {
  for (const of of [1, 2, 5])
    for (let place = 0; place < 12; place++) {
      const owners = Array.from({ length: of }, (_, own) => isOwn({ own, of }, place)).filter(Boolean);
      expect(owners).toHaveLength(1);
    }
});
