// A ledger through the service: every row has an answer of its own in the shape in which it came, invoices of one debtor are decided
// together and shared out to the yen, hours go where they earn most, and nothing that is wrong with one row touches another.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import type { PortfolioSummary, RowAnswer } from '../src/portfolio/answer.ts';
import { allotHours, coursesOf } from '../src/portfolio/hours.ts';
import type { Problem } from '../src/problem.ts';
import type { Report } from '../src/report/answer.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { requestOf } from './judging.ts';

const NOW = Date.parse('2026-11-21T03:00:00Z');
const AS_OF = '2026-11-21';
const app = createApp({ now: () => NOW });
const OUT = 'best,best_net,margin,p10,limitation_last_day,interest,input_hash';

const send = (body: string | Uint8Array<ArrayBuffer>, type: string, query = '', headers: Record<string, string> = {}) =>
  app.request(`/v1/portfolio${query}`, { method: 'POST', headers: { 'Content-Type': type, ...headers }, body });
const sendJson = (body: object, query = '') => send(JSON.stringify(body), 'application/json', query);

interface Answer {
  readonly rows: readonly RowAnswer[];
  readonly table: readonly (readonly (string | number)[])[];
  readonly summary: PortfolioSummary;
  readonly ledger: { readonly columns: readonly { header: string; field: string | null; doubt: string | null }[] };
}

/** Rows valued on the day of the tests, in English. */
async function answered(rows: readonly object[], more: object = {}): Promise<Answer> {
  const answer = await sendJson({ lang: 'en', as_of: AS_OF, out: OUT, rows, ...more });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

async function refusedAs(answer: Response): Promise<Problem> {
  expect(answer.headers.get('Content-Type')).toContain('problem+json');
  return (await answer.json()) as Problem;
}

const alone = async (claim: object, fields = OUT): Promise<Record<string, string>> => {
  const [row] = (await answered([claim], { out: fields })).rows;
  return row!.result as Record<string, string>;
};

const sum = (rows: readonly RowAnswer[], name: string): number =>
  rows.reduce((all, { result }) => all + Number(result?.[name]), 0);

const CLAIM = { amount: 1_250_000, overdue_days: 82 };
const OTHER = { amount: 300_000, overdue_days: 40, contact: 'evasive' };

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
    const courses = coursesOf({ rows: [row], request });
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

describe('the shape of a ledger', () => {
  const CSV = `id,amount,overdue_days,memo\n1,"1,250,000",82,"a, ""b"""\n2,,40,\n\n3,¥300000,40,=1+1\n`;
  const query = `?as_of=${AS_OF}&lang=en&out=best,best_net`;
  const first = alone(CLAIM, 'best,best_net');
  const third = alone({ amount: 300_000, overdue_days: 40 }, 'best,best_net');

  test('CSV comes back line for line with our columns behind it', async () => {
    const answer = await send(CSV, 'text/csv', query);
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toBe('inline; filename="portfolio.csv"');
    const [a, b] = [await first, await third];
    expect((await answer.text()).split('\r\n')).toEqual([
      'id,amount,overdue_days,memo,best,best_net,notes,decided_with,status,problem',
      `1,"1,250,000",82,"a, ""b""",${a.best},${a.best_net},,,200,`,
      '2,,40,,,,,,422,missing amount: The value is missing.',
      ',,,,,,,,,',
      `3,¥300000,40,'=1+1,${b.best},${b.best_net},,,200,`,
      '',
    ]);
  });

  test('TSV comes back as TSV', async () => {
    const answer = await send('amount\toverdue_days\n1250000\t82\n', 'text/tab-separated-values', query);
    const { best, best_net } = await first;
    expect(await answer.text()).toBe(
      `amount\toverdue_days\tbest\tbest_net\tnotes\tdecided_with\tstatus\tproblem\n1250000\t82\t${best}\t${best_net}\t\t\t200\t\n`,
    );
  });

  test('a table of cells comes back as values for the cells beside it', async () => {
    const table = [
      ['債権額', '滞留日数', 'memo'],
      [1_250_000, 82, 'x'],
      ['', null, ''],
      ['x', 1, ''],
      [300_000, '40', ''],
    ];
    const answer = await sendJson({ table, header: 'ja', lang: 'ja', as_of: AS_OF, out: 'best,best_net' });
    const { table: found, ledger } = (await answer.json()) as Answer;
    const [a, b] = [await first, await third];
    expect(found).toEqual([
      ['推奨する手段のコード', '期待正味額'],
      [a.best, Number(a.best_net)],
      ['', ''],
      ['ERR not_a_number 債権額：「x」は数として読めません。', ''],
      [b.best, Number(b.best_net)],
    ]);
    expect(ledger.columns.map(({ field }) => field)).toEqual(['amount', 'overdue_days', null]);
  });

  test('NDJSON comes back row by row, the sums last', async () => {
    const lines = [JSON.stringify({ id: 1, ...CLAIM }), '', '{oops', JSON.stringify(OTHER)].join('\n');
    const answer = await send(lines, 'application/x-ndjson', query);
    expect(answer.headers.get('Content-Type')).toBe('application/x-ndjson');
    const found = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ status }) => status)).toEqual([200, 400, 200, undefined]);
    expect(found[0]).toEqual({ index: 0, line: 1, id: '1', debtor_id: null, status: 200, result: await first });
    expect(found[1]).toMatchObject({ index: 1, line: 3, problem: { code: 'malformed_json' } });
    expect(found[3].summary).toMatchObject({ rows: 3, ok: 2, failed: 1 });
    expect(found[3].meta).toMatchObject({ as_of: AS_OF, lang: 'en' });
  });

  test.each([
    ['application/json', '{"meta"'],
    ['application/x-ndjson', '{"index":0'],
    ['text/csv', 'id,debtor_id,best'],
    ['text/tab-separated-values', 'id\tdebtor_id\tbest'],
    ['text/plain', '1 rows with'],
    ['application/xml', '<answer name="portfolio">'],
  ])('is %s when Accept says so', async (accept, begins) => {
    const answer = await send(JSON.stringify({ rows: [CLAIM] }), 'application/json', query, { Accept: accept });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(new RegExp(`^${begins.replaceAll(/[{"]/g, '\\$&')}`));
  });

  test('a file to keep begins with a byte order mark and has a Japanese name', async () => {
    const answer = await send(CSV, 'text/csv', `${query}&download=1&header=ja`);
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers.get('Content-Disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('回収_portfolio.csv')}`,
    );
  });

  test('a workbook has the caller’s columns with ours behind them, and the sums on a sheet of their own', async () => {
    const answer = await send(CSV, 'text/csv', `${query}&format=xlsx`);
    expect(answer.headers.get('Content-Type')).toContain('spreadsheetml.sheet');
    const text = new TextDecoder().decode(await answer.arrayBuffer());
    for (const heading of ['memo', 'net value', 'status', 'claims decided']) expect(text).toContain(`>${heading}<`);
    expect(text).toContain(`<v>${(await first).best_net}</v>`);
    // A text stays a text: nothing of the caller becomes a formula.
    expect(text).toContain('>=1+1<');
    expect(text).not.toContain('<f>');
  });

  test('nothing that a caller calls a row runs in a spreadsheet', async () => {
    const ids = ["=cmd|' /C calc'!A0", '＝1+1', '@SUM(1)', '\t=1', '-2+3', '2026-001', '-5'];
    const answer = await sendJson({ rows: ids.map((id) => ({ id, ...CLAIM })), out: 'best' }, '?format=csv&lang=en');
    const cells = Papa.parse<string[]>((await answer.text()).trimEnd())
      .data.slice(1)
      .map(([id]) => id);
    expect(cells).toEqual(["'=cmd|' /C calc'!A0", "'＝1+1", "'@SUM(1)", "'=1", "'-2+3", '2026-001', '-5']);
  });

  test('every shape holds the same values', async () => {
    const rows = SCENARIOS.slice(0, 6).map(({ request }, i) => ({ id: `r${i}`, ...request }));
    const { rows: found } = await answered(rows, { out: 'best,best_net' });
    const expected = found.map(({ result }) => `${result!.best},${result!.best_net}`);
    const csv = await (await sendJson({ rows, out: 'best,best_net', as_of: AS_OF, lang: 'en' }, '?format=csv')).text();
    const lines = await send(rows.map((row) => JSON.stringify(row)).join('\n'), 'application/jsonl', query);
    expect(
      csv
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').slice(2, 4).join(',')),
    ).toEqual(expected);
    const parsed = (await lines.text())
      .trimEnd()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line).result);
    expect(parsed.map(({ best, best_net }) => `${best},${best_net}`)).toEqual(expected);
  });
});

describe('what cannot be used as a whole is refused with the place and the way out', () => {
  const MB = 1024 * 1024;

  test.each([
    ['a body of 10 MB', 'text/csv', 'a'.repeat(10 * MB), 413, 'ledger_too_large'],
    ['10 MB of JSON', 'application/json', `{"rows":["${'a'.repeat(10 * MB)}"]}`, 413, 'ledger_too_large'],
    ['10,001 rows', 'application/json', JSON.stringify({ rows: Array(10_001).fill({}) }), 413, 'ledger_too_large'],
    ['5,000 columns', 'text/csv', `${Array(5000).fill('a').join(',')}\n`, 413, 'ledger_too_large'],
    ['a cell of 200,000 characters', 'text/csv', `amount,memo\n1,${'x'.repeat(200_000)}\n`, 413, 'ledger_too_large'],
    ['a quote that is never closed', 'text/csv', 'amount,overdue_days\n1,"2\n3,4\n', 422, 'unreadable_ledger'],
    ['NUL bytes', 'text/csv', 'amount,overdue_days\n1,\x002\n', 422, 'unreadable_ledger'],
    [
      'two encodings in one file',
      'text/csv',
      new Uint8Array([0x93, 0xfa, 0x0a, 0xe6, 0x97, 0xa5, 0xff, 0xfe, 0x80]),
      422,
      'unreadable_ledger',
    ],
    ['an image', 'image/png', 'x', 415, 'unsupported_media_type'],
    ['a list', 'application/json', '[]', 422, 'invalid_input'],
    ['no JSON', 'application/json', '{', 400, 'malformed_json'],
    ['nesting', 'application/json', `{"rows":${'['.repeat(50)}${']'.repeat(50)}}`, 400, 'too_deep'],
    ['no rows', 'application/json', '{}', 422, 'invalid_input'],
    ['rows and a table', 'application/json', '{"rows":[],"table":[]}', 400, 'malformed_input'],
    ['rows that are no list', 'application/json', '{"rows":{}}', 400, 'malformed_input'],
    ['a table of no rows', 'application/json', '{"table":[1]}', 400, 'malformed_input'],
    ['no column of amounts', 'text/csv', 'amonut,overdue_days\n1,2\n', 422, 'invalid_input'],
    ['a column twice', 'text/csv', 'amount,債権額,overdue_days\n1,2,3\n', 422, 'invalid_input'],
    ['an unknown member', 'application/json', '{"rows":[],"row":1}', 400, 'malformed_input'],
    ['an unknown value', 'application/json', '{"rows":[],"out":"bset"}', 422, 'invalid_input'],
    ['hours below zero', 'application/json', '{"rows":[],"hours":-1}', 422, 'invalid_input'],
  ])('%s', async (_, type, body, status, code) => {
    const answer = await send(body as string | Uint8Array<ArrayBuffer>, type, '?lang=en');
    expect(answer.status).toBe(status);
    expect((await refusedAs(answer)).code).toBe(code);
  });

  test('a misspelt heading is named with what was meant', async () => {
    const { errors } = await refusedAs(await send('amonut,overdue_days\n1,2\n', 'text/csv', '?lang=en'));
    expect(errors![0]).toMatchObject({
      code: 'missing_column',
      detail: expect.stringContaining('Did you mean amount?'),
    });
  });

  test('mistakes in the defaults are told once, not on every row', async () => {
    const answer = await sendJson({
      rows: [CLAIM, CLAIM],
      defaults: { pd: 5, evidnce: 'strong', 'sell.offer': 'x' },
      lang: 'en',
    });
    const { errors } = await refusedAs(answer);
    expect(errors!.map(({ parameter }) => parameter).sort()).toEqual(['evidnce', 'pd', 'sell.offer']);
  });

  test('values that decide a claim hundreds of times over are for few rows', async () => {
    const rows = Array(21).fill(CLAIM);
    const { errors } = await refusedAs(await sendJson({ rows, out: 'break_even.sell', lang: 'en' }));
    expect(errors![0]).toMatchObject({ parameter: 'out', code: 'too_many' });
    const { rows: few } = await answered(rows.slice(0, 1), { out: 'break_even.sell' });
    expect(few[0]!.result!['break_even.sell']).toBe('918686');
  });
});

describe('a long ledger', () => {
  const line = JSON.stringify(CLAIM);

  test('is read while it arrives and answered while it is read', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++;
        controller.enqueue(new TextEncoder().encode(`${line}\n`));
        if (sent >= 2_100) controller.close();
      },
    });
    const request = new Request('http://x/v1/portfolio?out=best', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body,
      duplex: 'half',
    } as RequestInit);
    const reader = (await app.request(request)).body!.getReader();
    await reader.read();
    // The first window has been read, and not the rest.
    expect(sent).toBeLessThan(2_050);
    await reader.cancel();
  });

  test('that has more rows than are allowed is answered up to there and ends with the problem', async () => {
    const small = createApp({ now: () => NOW, limits: { bytes: 10_000, rows: 3 } });
    const ask = (body: string) =>
      small.request('/v1/portfolio?out=best', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson' },
        body,
      });
    const four = (await (await ask(`${line}\n`.repeat(4))).text()).trimEnd().split('\n');
    expect(JSON.parse(four.at(-1)!)).toMatchObject({ problem: { code: 'ledger_too_large', status: 413 } });
    const three = (await (await ask(`${line}\n`.repeat(3))).text()).trimEnd().split('\n');
    expect(JSON.parse(three.at(-1)!).summary.ok).toBe(3);
    const big = await small.request('/v1/portfolio', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson', 'Content-Length': '10001' },
      body: line,
    });
    expect(big.status).toBe(413);
  });

  test('is too long for a page or a budget of hours, and is refused', async () => {
    const page = await send('{}\n'.repeat(10_001), 'application/x-ndjson', '?format=txt&out=best');
    expect(page.status).toBe(413);
    const { errors } = await refusedAs(await sendJson({ rows: Array(2_001).fill(CLAIM), hours: 1, lang: 'en' }));
    expect(errors![0]).toMatchObject({ parameter: 'hours', code: 'too_many' });
    const lines = await send('{}\n'.repeat(2_001), 'application/x-ndjson', '?hours=1&out=best');
    expect(JSON.parse((await lines.text()).trimEnd().split('\n').at(-1)!)).toMatchObject({ problem: { status: 413 } });
  });

  test('tells where the rows of a debtor stand too far apart to be decided together', async () => {
    const debtor = JSON.stringify({ ...CLAIM, debtor_id: 'D' });
    const body = [debtor, ...Array(2_100).fill('{}'), debtor, debtor].join('\n');
    const found = (await (await send(body, 'application/x-ndjson', '?out=best,warnings&lang=en')).text())
      .trimEnd()
      .split('\n');
    const last = JSON.parse(found[2_101]!);
    expect(JSON.parse(found[0]!).notes).toBeUndefined();
    expect(last.notes).toMatchObject([{ code: 'debtor_split' }]);
    expect(last.result.warnings).toContain('Sort the ledger by debtor');
    expect(last.decided_with).toEqual([2_101, 2_102]);
  });

  test('with a line too long to be read keeps the others', async () => {
    const answer = await send(`${line}\n{"id":"${'x'.repeat(70_000)}"}\n${line}`, 'application/x-ndjson', '?out=best');
    const found = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(found.map(({ status }) => status)).toEqual([200, 413, 200, undefined]);
  });
});

describe('a ledger as an accounting system exports it', () => {
  const file = (name: string) => new Uint8Array(readFileSync(new URL(`./cases/ledgers/${name}`, import.meta.url)));
  const NAMES = readdirSync(new URL('./cases/ledgers/', import.meta.url)).filter((name) => !name.endsWith('.json'));

  test.each(NAMES)('%s is evaluated row by row, and comes back line for line', async (name) => {
    const query = '?map=auto&lang=en&as_of=2026-10-31&out=best,best_net,warnings';
    const type = name.endsWith('.txt') ? 'text/tab-separated-values' : 'text/csv';
    const mapped = await app.request('/v1/portfolio/map', {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: file(name),
    });
    const {
      rows: found,
      left_out,
      header_line,
    } = (await mapped.json()) as {
      rows: number;
      left_out: { count: number };
      header_line: number;
    };
    const json = (await (await send(file(name), type, `${query}&format=json`)).json()) as Answer;
    expect(json.rows.map(({ status }) => status)).toEqual(Array(found).fill(200));
    expect(found).toBeGreaterThan(1);
    const table = (await (await send(file(name), type, query)).text()).trimEnd();
    const lines = Papa.parse<string[]>(table, { newline: name.endsWith('.txt') ? '\n' : '\r\n' }).data;
    const statuses = lines.map((cells) => cells.at(-2));
    expect(statuses.filter((status) => status === '200')).toHaveLength(new Set(json.rows.map(({ line }) => line)).size);
    // Every line of the file is there: titles, headings, rows, and those left out with the reason.
    expect(lines).toHaveLength(new Set(json.rows.map(({ line }) => line)).size + left_out.count + 1);
    expect(lines[header_line - 1]!.slice(-5)).toEqual(['best_net', 'warnings', 'decided_with', 'status', 'problem']);
    const nets = lines.filter((_, i) => statuses[i] === '200').map((cells) => Number(cells.at(-5)));
    expect(nets.reduce((all, net) => all + net, 0)).toBe(Number(json.summary.net_value));
  });

  test('says on its rows what is doubtful about them', async () => {
    const aging = (await (
      await send(file('xero.csv'), 'text/csv', '?map=auto&lang=en&format=json&out=warnings')
    ).json()) as Answer;
    expect(aging.rows[0]!.result!.warnings).toContain('stand for "Current"');
    expect(aging.rows[0]!.notes).toMatchObject([{ code: 'age_estimated' }]);
    const credits = (await (
      await send(file('bugyo.csv'), 'text/csv', '?map=auto&lang=ja&format=json&out=warnings')
    ).json()) as Answer;
    expect(credits.rows[0]!.result!.warnings).toContain('差し引いていません');
    // Where the warnings are not among the values, the table has a column for it.
    const table = await (await send(file('bugyo.csv'), 'text/csv', '?map=auto&lang=ja&out=best')).text();
    expect(table.split('\r\n')[5]).toContain('差し引いていません');
    const warned = await (await send(file('bugyo.csv'), 'text/csv', '?map=auto&lang=ja&out=best,warnings')).text();
    expect(warned.split('差し引いていません')).toHaveLength(2);
  });

  test('is valued on the day that it says, unless another is named', async () => {
    const days = async (query: string) => {
      const answer = (await (
        await send(file('bugyo.csv'), 'text/csv', `?map=auto&format=json&out=interest${query}`)
      ).json()) as Answer & { meta: { as_of: string } };
      return answer.meta.as_of;
    };
    expect(await days('')).toBe('2026-10-31');
    expect(await days('&as_of=2026-11-20')).toBe('2026-11-20');
  });

  test('is read by its headings only when that is asked for', async () => {
    const { errors } = await refusedAs(await send(file('freee.csv'), 'text/csv', '?lang=en'));
    expect(errors![0]).toMatchObject({ code: 'missing_column', expected: expect.stringContaining('map=auto') });
    const { errors: unit } = await refusedAs(
      await send('amount,overdue_days\n1,2\n', 'text/csv', '?lang=en&unit=thousand'),
    );
    expect(unit![0]).toMatchObject({ code: 'needs_map', parameter: 'unit' });
  });
});
