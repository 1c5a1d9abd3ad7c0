// A ledger through the service: every row has an answer of its own in the shape in which it came, invoices of one debtor are decided
// together and shared out to the yen, hours go where they earn most, and nothing that is wrong with one row touches another.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { tariffOn } from '../src/law/tariff.ts';
import type { RowAnswer } from '../src/portfolio/answer.ts';
import { allotHours, coursesOf } from '../src/portfolio/hours.ts';
import { KeptDecisions } from '../src/portfolio/kept_decisions.ts';
import type { Report } from '../src/report/answer.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { requestOf } from './judging.ts';
import { type Answer, AS_OF, alone, answered, app, CLAIM, OTHER, OUT, send, sendJson } from './sending_ledgers.ts';

const sum = (rows: readonly RowAnswer[], name: string): number =>
  rows.reduce((all, { result }) => all + Number(result?.[name]), 0);

describe('every row', () => {
  test('has the values that its claim alone has', async () => {
    const { rows } = await answered(SCENARIOS.map(({ request }, i) => ({ id: i, ...request })));
    for (const [i, { request, name }] of SCENARIOS.entries()) {
      const answer = await app.request('/v1/evaluate', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ as_of: AS_OF, lang: 'en', ...request }),
      });
      const { recommendation, options, claim, meta } = (await answer.json()) as Report;
      expect(rows[i], name).toEqual({
        index: i,
        id: String(i),
        debtor_id: null,
        status: 200,
        result: {
          best: recommendation.option,
          best_net: recommendation.net_value,
          margin: recommendation.margin,
          p10: options[0]!.p10,
          limitation_last_day: claim.limitation.last_day,
          interest: claim.interest,
          input_hash: meta.input_hash,
        },
      });
    }
  });

  test('comes with the whole evaluation when that is asked for', async () => {
    const { rows } = await answered([CLAIM], { detail: 'full' });
    const answer = await app.request(`/v1/evaluate?amount=1250000&overdue_days=82&as_of=${AS_OF}&lang=en`);
    expect(rows[0]!.evaluation).toEqual(await answer.json());
  });

  test('stands in its order with its own status, whatever is wrong with the others', async () => {
    const bad = [{ amount: 'x', overdue_days: 1 }, 7, null, [], { ...CLAIM, amonut: 1 }, { id: {}, ...CLAIM }];
    const { rows, summary } = await answered(bad.flatMap((row) => [row as object, CLAIM]));
    expect(rows.map(({ index }) => index)).toEqual(rows.map((_, i) => i));
    const good = await alone(CLAIM);
    for (const [i, row] of rows.entries())
      if (i % 2 === 1) expect(row.result).toEqual(good);
      else expect([400, 422]).toContain(row.status);
    expect(rows[8]!.problem!.errors![0]).toMatchObject({
      code: 'unknown_field',
      parameter: 'amonut',
      expected: 'amount',
    });
    expect(rows[10]!.problem!.errors![0]).toMatchObject({ code: 'wrong_type', parameter: 'id' });
    expect(summary).toMatchObject({ rows: 12, ok: 6, failed: 6, claims: 6 });
  });

  test('tells every mistake in it at once', async () => {
    const { rows } = await answered([
      {
        amount: -1,
        overdue_days: 'soon',
        pd: 5,
        contact: 'gone',
        broken_promises: 1.5,
        'sell.offer': 'x',
        as_of: '3/4/2026',
      },
    ]);
    const named = rows[0]!.problem!.errors!.map(({ parameter }) => parameter).sort();
    expect(named).toEqual(['amount', 'as_of', 'broken_promises', 'contact', 'overdue_days', 'pd', 'sell.offer']);
  });

  test('with a day whose law is not known says which field and which days are covered', async () => {
    const { rows } = await answered([{ ...CLAIM, as_of: '2031-01-01' }, CLAIM]);
    expect(rows[0]).toMatchObject({ status: 422, problem: { code: 'law_not_covered' } });
    expect(rows[0]!.problem!.errors![0]!.parameter).toBe('as_of');
    expect(rows[1]!.status).toBe(200);
  });

  test('takes the defaults of the ledger where it says nothing', async () => {
    const { rows } = await answered([{ amount: 500_000 }, { amount: 500_000, overdue_days: 10, sell: { offer: '' } }], {
      defaults: { overdue_days: 100, sell: { offer: 90_000, buyer: 'servicer' }, contact: 'evasive' },
    });
    const same = { amount: 500_000, contact: 'evasive', 'sell.offer': 90_000, 'sell.buyer': 'servicer' };
    expect(rows[0]!.result).toEqual(await alone({ ...same, overdue_days: 100 }));
    expect(rows[1]!.result).toEqual(await alone({ ...same, overdue_days: 10 }));
  });

  test('has the defaults that stand in the query', async () => {
    const answer = await sendJson(
      { rows: [{ amount: 500_000 }], out: OUT },
      `?overdue_days=100&as_of=${AS_OF}&lang=en`,
    );
    const { rows } = (await answer.json()) as Answer;
    expect(rows[0]!.result).toEqual(await alone({ amount: 500_000, overdue_days: 100 }));
  });
});

describe('the sums', () => {
  test('are those of the rows', async () => {
    const { rows, summary } = await answered([CLAIM, OTHER, { amount: 'x', overdue_days: 1 }], {
      out: 'best,best_net,net.wait',
    });
    expect(summary.face).toBe('1550000');
    expect(Number(summary.net_value)).toBe(sum(rows.slice(0, 2), 'best_net'));
    expect(Number(summary.over_waiting)).toBe(sum(rows.slice(0, 2), 'best_net') - sum(rows.slice(0, 2), 'net.wait'));
    const options = Object.values(summary.by_option);
    expect(options.reduce((all, { count }) => all + count, 0)).toBe(2);
    expect(options.reduce((all, { net_value }) => all + Number(net_value), 0)).toBe(Number(summary.net_value));
    expect(summary.hours).toBeGreaterThan(0);
    expect(summary.price_of_one_more_hour).toBeNull();
    expect(summary.text).toMatch(/^2 rows with ¥1,550,000 owed .* 1 more row has mistakes/);
  });

  test('say that nothing was compared with waiting only when no row could be', async () => {
    expect((await answered([{ amount: 'x' }])).summary).toMatchObject({
      ok: 0,
      face: '0',
      net_value: '0',
      over_waiting: '0',
    });
  });
});

describe('invoices of one debtor', () => {
  const debtor = (rows: readonly object[]) => rows.map((row) => ({ debtor_id: 'D-1', ...row }));

  test('with the same days are decided as their sum, and shared out to the yen', async () => {
    const amounts = [333_333, 333_334, 583_333];
    const { rows, summary } = await answered(debtor(amounts.map((amount) => ({ amount, overdue_days: 82 }))));
    const whole = await alone(CLAIM);
    for (const name of ['best_net', 'margin', 'p10']) expect(sum(rows, name), name).toBe(Number(whole[name]));
    for (const { result, decided_with } of rows) {
      expect(result!.best).toBe(whole.best);
      expect(decided_with).toEqual([0, 1, 2]);
    }
    expect(summary).toMatchObject({ ok: 3, claims: 1, face: '1250000', net_value: whole.best_net });
  });

  test('keep their own interest and their own last day', async () => {
    const claims = [
      { amount: 400_000, due_date: '2026-08-31' },
      { amount: 600_000, due_date: '2026-05-31' },
    ];
    const { rows } = await answered(debtor(claims));
    for (const [i, claim] of claims.entries()) {
      const own = await alone(claim);
      expect(rows[i]!.decided_with).toEqual([0, 1]);
      expect(rows[i]!.result!.interest).toBe(own.interest);
      expect(rows[i]!.result!.limitation_last_day).toBe(own.limitation_last_day);
    }
  });

  test('bring the interest of each from its own day, not all from the oldest', async () => {
    const net = async (days: readonly number[]) => {
      const rows = days.map((overdue_days) => ({ amount: 600_000, overdue_days, delay_rate: '14.6%' }));
      return sum((await answered(debtor(rows))).rows, 'best_net');
    };
    const [young, mixed, old] = [await net([100, 100]), await net([100, 300]), await net([300, 300])];
    expect(young).not.toBe(mixed);
    // The age of the oldest says who the debtor is in both; only the interest of the younger differs.
    expect(mixed).toBeLessThan(old);
    expect(old - mixed).toBeLessThan(600_000 * 0.146 * (200 / 365));
  });

  test('are alone when the debtor is not named, when grouping is off, and for another debtor', async () => {
    const rows = [CLAIM, CLAIM];
    const good = await alone(CLAIM);
    for (const more of [
      { rows },
      { rows: debtor(rows), group: 'none' },
      {
        rows: [
          { ...CLAIM, debtor_id: 'a' },
          { ...CLAIM, debtor_id: 'b' },
        ],
      },
    ]) {
      const { rows: found } = await answered(more.rows, more);
      for (const { result, decided_with } of found) expect([result, decided_with]).toEqual([good, undefined]);
    }
  });

  test.each([
    ['a dispute', { dispute: 'full' }],
    ['weaker evidence', { evidence: 'weak' }],
    ['a title in hand', { title: 'judgment' }],
    ['an offer for one of them', { sell: { offer: 100_000, buyer: 'servicer' } }],
    ['a range', { discount_rate: { mean: 0.05, low: 0.04, high: 0.06 } }],
    ['another due date that lies ahead', { overdue_days: -20 }],
  ])('that differ by %s are decided apart', async (_, differs) => {
    const { rows } = await answered(debtor([CLAIM, { ...CLAIM, ...differs }]));
    for (const { decided_with, status } of rows) expect([status, decided_with]).toEqual([200, undefined]);
  });

  test('learn from each other what is said about the debtor, not what is said about a claim', async () => {
    const { rows } = await answered(debtor([{ ...OTHER, dispute: 'full' }, CLAIM]));
    expect(rows[1]!.result).toEqual(await alone({ ...CLAIM, contact: OTHER.contact }));
    expect(rows[1]!.result).not.toEqual(await alone(CLAIM));
  });

  test('set off what we owe once, oldest claim first, however often it is written', async () => {
    const payable = { offset: { payable: 500_000 } };
    const out = 'best,best_net,net.offset,status.offset';
    const rows = [
      { amount: 400_000, overdue_days: 20, evidence: 'weak', ...payable },
      { amount: 300_000, overdue_days: 90, ...payable },
      { amount: 100_000, overdue_days: 50, evidence: 'strong' },
    ];
    const { rows: found } = await answered(debtor(rows), { out });
    // 300,000 for the oldest, 100,000 for the next, and 100,000 of the 400,000.
    const expected = [100_000, 300_000, 100_000];
    for (const [i, row] of rows.entries())
      expect(found[i]!.result, `row ${i}`).toEqual(await alone({ ...row, offset: { payable: expected[i] } }, out));
  });

  test('with a day whose law is not known leave the others as they are', async () => {
    const { rows } = await answered(debtor([{ ...CLAIM, as_of: '2031-01-01' }, CLAIM]));
    expect(rows.map(({ status }) => status)).toEqual([422, 200]);
    expect(rows[1]!.result).toEqual(await alone(CLAIM));
  });

  test('are found wherever they stand in a ledger', async () => {
    const { rows } = await answered([{ ...CLAIM, debtor_id: 7 }, OTHER, { ...CLAIM, debtor_id: '7' }]);
    expect(rows.map(({ decided_with }) => decided_with)).toEqual([[0, 2], undefined, [0, 2]]);
  });

  test('sum to the same as the claim that stands for them, for any amounts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 3_000_000 }), { minLength: 2, maxLength: 6 }),
        async (amounts) => {
          const { rows } = await answered(debtor(amounts.map((amount) => ({ amount, overdue_days: 60 }))));
          const whole = await alone({ amount: amounts.reduce((a, b) => a + b), overdue_days: 60 });
          for (const name of ['best_net', 'margin', 'p10']) expect(sum(rows, name)).toBe(Number(whole[name]));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a budget of hours', () => {
  const LEDGER = SCENARIOS.map(({ request }) => request as object);

  test('that is enough changes nothing, and one more hour is worth nothing', async () => {
    const free = await answered(LEDGER);
    const { rows, summary } = await answered(LEDGER, { hours: 10_000 });
    expect(summary).toMatchObject({
      net_value: free.summary.net_value,
      hours: free.summary.hours,
      price_of_one_more_hour: '0',
    });
    for (const { assigned, result } of rows) expect(assigned!.option).toBe(result!.best);
  });

  test('is kept, and more of it never brings less; the price falls as hours grow', async () => {
    // Every budget decides each claim at several prices of an hour.
    const half = LEDGER.filter((_, i) => i % 2 === 0);
    let before = Number.NEGATIVE_INFINITY;
    let price = Number.POSITIVE_INFINITY;
    for (const hours of [0, 2, 5, 10, 20, 40]) {
      const { rows, summary } = await answered(half, { hours });
      expect(summary.hours, `${hours} hours`).toBeLessThanOrEqual(Math.max(hours, 0.01) + 0.01 * rows.length);
      expect(Number(summary.net_value)).toBeGreaterThanOrEqual(before);
      expect(rows.reduce((all, { assigned }) => all + Number(assigned!.net_value), 0)).toBe(Number(summary.net_value));
      expect(Number(summary.price_of_one_more_hour)).toBeLessThanOrEqual(price);
      before = Number(summary.net_value);
      price = Number(summary.price_of_one_more_hour);
    }
  });

  test('is spent as well as any choice of courses could, but for what one step leaves over', () => {
    const way = fc.record({
      option: fc.constant('x'),
      value: fc.integer({ min: 0, max: 1_000 }),
      hours: fc.integer({ min: 0, max: 20 }),
    });
    const claims = fc.array(fc.array(way, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(claims, fc.integer({ min: 0, max: 60 }), (courses, budget) => {
        const least = courses.reduce((all, each) => all + Math.min(...each.map(({ hours }) => hours)), 0);
        fc.pre(least <= budget);
        const found = allotHours(courses, budget);
        const value = found.courses.reduce((all, one) => all + one.value, 0);
        let most = Number.NEGATIVE_INFINITY;
        const choose = (i: number, hours: number, yen: number): void => {
          if (hours > budget) return;
          if (i === courses.length) most = Math.max(most, yen);
          else for (const one of courses[i]!) choose(i + 1, hours + one.hours, yen + one.value);
        };
        choose(0, 0, 0);
        const step = Math.max(
          ...courses.flatMap((each) => each.map((one) => one.value - Math.min(...each.map((w) => w.value)))),
        );
        expect(found.hours).toBeLessThanOrEqual(budget);
        expect(value).toBeLessThanOrEqual(most);
        expect(value).toBeGreaterThanOrEqual(most - step);
        // No budget brings more than its hours at the price of one more: the bound of the relaxed problem.
        const bound = courses.reduce(
          (all, each) => all + Math.max(...each.map((one) => one.value - found.price_of_one_more_hour * one.hours)),
          found.price_of_one_more_hour * budget,
        );
        expect(most).toBeLessThanOrEqual(bound + 1e-6);
      }),
      { numRuns: 500 },
    );
  });

  test('values each way as the service does with an hour at its wage', async () => {
    const request = requestOf({ ...CLAIM, lang: 'en' });
    const row = { raw: { index: 0, given: {} }, id: null, debtor_id: null, request };
    const courses = coursesOf({ rows: [row], request }, tariffOn);
    const whole = await alone(CLAIM, 'best_net,net.wait');
    const best = Math.max(...courses.map(({ value }) => value));
    // Nothing is worth more than the best sequence at the true wage, and courses that spare hours are worth less.
    const values = courses.filter(({ option }) => option === 'wait').map(({ value }) => Math.round(value));
    expect(values).toContain(Number(whole['net.wait']));
    const dear = courses.slice(-3);
    for (const one of dear) expect(one.value).toBeLessThanOrEqual(best + 1e-6);
    expect(dear.at(-1)!.hours).toBeLessThan(courses[0]!.hours);
    // A way chosen at a price of an hour is worth what the service says at that price, and the price of its hours, discounted, more.
    for (const [i, multiple] of [2, 8, 32].entries()) {
      const rate = 3_500 * (1 + multiple);
      const answer = await app.request(`/v1/evaluate?amount=1250000&overdue_days=82&as_of=${AS_OF}&staff_rate=${rate}`);
      const { options } = (await answer.json()) as Report;
      const priced = Math.max(...options.map(({ net_value }) => Number(net_value ?? Number.NEGATIVE_INFINITY)));
      const { value, hours } = dear[i]!;
      expect(value).toBeGreaterThanOrEqual(priced - 1);
      expect(value).toBeLessThanOrEqual(priced + 3_500 * multiple * hours + 1);
    }
  });

  test('is told in the table, too', async () => {
    const answer = await send(
      'id,amount,overdue_days\n1,1250000,82\n',
      'text/csv',
      `?hours=1&out=best&as_of=${AS_OF}&lang=en`,
    );
    const [head] = (await answer.text()).split('\r\n');
    expect(head).toBe(
      'id,amount,overdue_days,best,assigned,assigned_label,assigned_net,assigned_hours,notes,decided_with,status,problem',
    );
  });
});

describe('a ledger that one person asks for twice', () => {
  /** Counts the claims that were decided, each of which is kept. */
  class Counting extends KeptDecisions {
    decided = 0;

    override keep(...kept: Parameters<KeptDecisions['keep']>): void {
      this.decided++;
      super.keep(...kept);
    }
  }
  const ROWS = [CLAIM, OTHER, { ...CLAIM, debtor_id: 'D' }, { ...OTHER, debtor_id: 'D' }, { ...CLAIM, amount: 'x' }];

  async function textOf(service: typeof app, rows: readonly object[], query: string): Promise<string> {
    const answer = await service.request(`/v1/portfolio?as_of=${AS_OF}&${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ rows }),
    });
    return answer.text();
  }

  test('is decided once, and its second answer in another format is that of a service that keeps nothing', async () => {
    const kept = new Counting();
    const keeping = createApp({ kept });
    await textOf(keeping, ROWS, 'format=ndjson&lang=ja');
    expect(kept.decided).toBe(3);
    for (const format of ['csv', 'json'])
      expect(await textOf(keeping, ROWS, `format=${format}&lang=ja`)).toBe(
        await textOf(app, ROWS, `format=${format}&lang=ja`),
      );
    expect(kept.decided).toBe(3);
  });

  test.each<[changed: string, rows: readonly object[], query: string]>([
    ['another language', ROWS, 'format=csv&lang=en'],
    ['other values', ROWS, 'format=csv&lang=ja&out=best,p90'],
    ['another amount', [{ ...CLAIM, amount: 700_001 }, ...ROWS.slice(1)], 'format=csv&lang=ja'],
    [
      'the same debt in other parts',
      [
        ...ROWS.slice(0, 2),
        { ...CLAIM, debtor_id: 'D', amount: OTHER.amount },
        { ...OTHER, debtor_id: 'D', amount: CLAIM.amount },
      ],
      'format=csv&lang=ja',
    ],
  ])('%s is decided anew', async (_, rows, query) => {
    const kept = new Counting();
    const keeping = createApp({ kept });
    await textOf(keeping, ROWS, 'format=csv&lang=ja');
    const before = kept.decided;
    expect(await textOf(keeping, rows, query)).toBe(await textOf(app, rows, query));
    expect(kept.decided).toBeGreaterThan(before);
  });
});
