// The functions of the Excel add-in, run as Excel would run them: in a world of their own with Excel's objects imitated, asking the app.

import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { fileOf, ORIGIN, serve } from './scripts.ts';

type Cell = string | number | boolean | null;
type Call = (...args: unknown[]) => Promise<unknown>;

interface Body {
  readonly lang: string;
  readonly out?: string;
  readonly rows?: unknown[];
  readonly table?: Cell[][];
}

const script = await fileOf('addin/functions.js');

/** Excel with the add-in in it; `answer` may stand in for the service. */
function excel({
  lang = 'ja-JP',
  answer = serve,
}: {
  lang?: string;
  answer?: (url: string, init?: { method: string; body: string }) => Promise<Response>;
} = {}) {
  const functions: Record<string, Call> = {};
  const asked: { path: string; body: Body }[] = [];
  const waits: number[] = [];
  class CustomFunctionsError extends Error {
    code: string;
    constructor(code: string, message?: string) {
      super(message);
      this.code = code;
    }
  }
  const world = createContext({
    CustomFunctions: {
      associate: (id: string, run: Call) => {
        functions[id] = run;
      },
      Error: CustomFunctionsError,
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A', invalidNumber: '#NUM!' },
    },
    Office: { context: { displayLanguage: lang } },
    setTimeout: (run: () => void, after: number) => {
      waits.push(after);
      return setTimeout(run, 0);
    },
    fetch: (url: string, init: { method: string; body: string }) => {
      asked.push({ path: url.slice(ORIGIN.length), body: JSON.parse(init.body) as Body });
      return answer(url, init);
    },
  });
  runInContext(script, world);
  const run = (id: string, ...args: unknown[]): Promise<unknown> => functions[id]!(...args);
  return { functions, asked, waits, run };
}

const DAY = ['as_of', '2026-11-20'];
const failing = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it should have failed'),
    (error: { code: string; message: string }) => ({ code: error.code, message: error.message }),
  );

const cell = async (field: string, query: string): Promise<string> =>
  (await serve(`${ORIGIN}/v1/cell?${query}&as_of=2026-11-20&lang=ja&field=${field}`)).text();

describe('single values', () => {
  test('they are those of the service', async () => {
    const { run } = excel();
    expect(await run('BEST', 1250000, 82, null, [DAY])).toBe(
      await cell('best_label', 'amount=1250000&overdue_days=82'),
    );
    expect(await run('NET', 'litigate', 1250000, 82, 48, [DAY])).toBe(
      Number(await cell('net.litigate', 'amount=1250000&overdue_days=82&tdb_score=48')),
    );
  });

  test('options given in two columns count, and empty lines among them do not', async () => {
    const { run } = excel();
    const options = [DAY, ['contact', 'evasive'], ['', ''], ['offset.payable', 300000]];
    expect(await run('NET', 'offset', 1250000, 82, null, options)).toBe(
      Number(await cell('net.offset', 'amount=1250000&overdue_days=82&contact=evasive&offset.payable=300000')),
    );
  });

  test('calls of one recalculation go out as one request after a tenth of a second, and keep their order', async () => {
    const { run, asked, waits } = excel();
    const amounts = [100000, 5000000, 100000, 900000];
    const answers = await Promise.all(amounts.map((amount) => run('NET', 'pursue', amount, 60, null, [DAY])));
    expect(asked).toHaveLength(1);
    expect(waits).toEqual([100]);
    expect(asked[0]!.path).toBe('/v1/portfolio');
    expect(asked[0]!.body.rows).toHaveLength(4);
    for (const [i, amount] of amounts.entries())
      expect(answers[i]).toBe(Number(await cell('net.pursue', `amount=${amount}&overdue_days=60`)));
  });

  test('more calls than a request carries are split, and each gets its own answer', async () => {
    const bodies: Body[] = [];
    const { run } = excel({
      answer: async (_, init) => {
        const body = JSON.parse(init!.body) as Body & { rows: { amount: number }[] };
        bodies.push(body);
        const rows = body.rows.map(({ amount }, index) => ({
          index,
          status: 200,
          result: { best_label: `${amount}` },
        }));
        return new Response(JSON.stringify({ rows }));
      },
    });
    const answers = await Promise.all(Array.from({ length: 2500 }, (_, i) => run('BEST', i + 1, 30)));
    expect(bodies.map(({ rows }) => rows?.length)).toEqual([1000, 1000, 500]);
    expect(answers).toEqual(answers.map((_, i) => String(i + 1)));
  });

  test('Excel in another language asks in English, and an option may say otherwise', async () => {
    const { run, asked } = excel({ lang: 'de-DE' });
    await Promise.all([run('BEST', 1000000, 30), run('BEST', 1000000, 30, null, [['lang', 'ja']])]);
    expect(asked.map(({ body }) => body.lang).sort()).toEqual(['en', 'ja']);
  });
});

describe('tables', () => {
  test('RANK spills every option, best first, with the reason of closed ones', async () => {
    const table = (await excel().run('RANK', 1250000, 82, null, [DAY])) as Cell[][];
    const widths = new Set(table.map((row) => row.length));
    expect([...widths]).toEqual([7]);
    expect(table[0]![0]).toBe('順位');
    expect(table[1]![0]).toBe(1);
    expect(table[1]![2]).toEqual(expect.any(Number));
    const closed = table.find((row) => row[0] === '' && row[6] !== '');
    expect(closed?.[6]).toMatch(/。$/);
  });

  test('EXPLAIN spills the recommendation in sentences', async () => {
    const lines = (await excel().run('EXPLAIN', 1250000, 82, null, [DAY])) as string[][];
    expect(lines[0]).toEqual(['結論', await cell('why', 'amount=1250000&overdue_days=82')]);
    for (const kind of ['理由', '予定', '期限', 'リスク', '注意'])
      expect(
        lines.some(([word, text]) => word === kind && text !== '' && text !== undefined),
        kind,
      ).toBe(true);
  });

  test('PORTFOLIO answers line by line, a wrong line with a sentence, an empty one with nothing', async () => {
    const range: Cell[][] = [
      ['債権額', '滞留日数', '基準日'],
      [1250000, 82, '2026-11-20'],
      ['', '', ''],
      ['未確定', 30, '2026-11-20'],
      [300000, 40, '2026-11-20'],
      ['', '', ''],
    ];
    const { run, asked } = excel();
    const table = (await run('PORTFOLIO', range, [['best_label,best_net']])) as Cell[][];
    expect(asked[0]!.body.table).toHaveLength(5);
    expect(table).toHaveLength(5);
    expect(table[1]).toEqual([
      await cell('best_label', 'amount=1250000&overdue_days=82'),
      Number(await cell('best_net', 'amount=1250000&overdue_days=82')),
    ]);
    expect(table[2]).toEqual(['', '']);
    expect(table[3]![0]).toMatch(/^ERR \w+ .*未確定/);
    expect(table[4]![1]).toBe(Number(await cell('best_net', 'amount=300000&overdue_days=40')));
  });

  test('a long range goes out in parts, each with the headings', async () => {
    const sizes: number[] = [];
    const { run } = excel({
      answer: async (_, init) => {
        const { table } = JSON.parse(init!.body) as { table: Cell[][] };
        sizes.push(table.length);
        return new Response(JSON.stringify({ table: [['best_label'], ...table.slice(1).map(([amount]) => [amount])] }));
      },
    });
    const rows = Array.from({ length: 11_000 }, (_, i) => [i + 1, 30]);
    const table = (await run('PORTFOLIO', [['amount', 'overdue_days'], ...rows], null)) as Cell[][];
    expect(sizes).toEqual([5001, 5001, 1001]);
    expect(table.slice(1).map(([value]) => value)).toEqual(rows.map(([value]) => value));
  });
});

describe('mistakes', () => {
  test('a wrong input is #VALUE! with the sentence of the service, and spoils no other call', async () => {
    const { run } = excel();
    const [wrong, right] = await Promise.all([
      failing(run('BEST', '未確定', 30)),
      run('BEST', 1250000, 82, null, [DAY]),
    ]);
    expect(wrong.code).toBe('#VALUE!');
    expect(wrong.message).toContain('「未確定」は数として読めません');
    expect(right).toBe(await cell('best_label', 'amount=1250000&overdue_days=82'));
  });

  test('an option that does not exist is #VALUE! with those that do', async () => {
    const { code, message } = await failing(excel().run('NET', 'prayer', 1250000, 82));
    expect(code).toBe('#VALUE!');
    expect(message).toContain('litigate');
  });

  test('a name that is none is refused before anything is sent', async () => {
    const { run, asked } = excel();
    for (const name of ['__proto__', 'a b', 'sell.offer.x', '債権額'])
      expect((await failing(run('BEST', 1250000, 82, null, [[name, 1]]))).code).toBe('#VALUE!');
    expect(asked).toEqual([]);
  });

  test('a closed option is #N/A and says where the reason stands', async () => {
    const { code, message } = await failing(excel().run('NET', 'sell', 1250000, 82, null, [DAY]));
    expect(code).toBe('#N/A');
    expect(message).toContain('KAISHU.RANK');
  });

  test.each([
    ['no connection', async () => Promise.reject(new TypeError('offline'))],
    ['status 429', async () => new Response('{}', { status: 429 })],
    ['status 503', async () => new Response('{}', { status: 503 })],
    ['a page in the place of JSON', async () => new Response('<html>', { status: 502 })],
  ])('%s is #N/A that asks to recalculate', async (_, answer) => {
    const { run } = excel({ answer });
    const calls: [string, ...unknown[]][] = [
      ['BEST', 1, 1],
      ['RANK', 1, 1],
      ['PORTFOLIO', [['amount'], [1]], null],
    ];
    for (const [id, ...args] of calls) {
      const { code, message } = await failing(run(id, ...args));
      expect(code).toBe('#N/A');
      expect(message).toMatch(/混雑しています/);
    }
  });

  test('a figure that is none is #NUM!', async () => {
    const answer = async () => new Response(JSON.stringify({ rows: [{ status: 200, result: { 'net.wait': 'NaN' } }] }));
    expect((await failing(excel({ answer }).run('NET', 'wait', 1, 1))).code).toBe('#NUM!');
  });

  test('a range without lines is refused', async () => {
    expect(
      (
        await failing(
          excel().run(
            'PORTFOLIO',
            [
              ['債権額', '滞留日数'],
              ['', ''],
            ],
            null,
          ),
        )
      ).message,
    ).toMatch(/見出し行/);
  });
});

test('the functions are those that are described', async () => {
  const described = JSON.parse(await fileOf('addin/functions.json')) as { functions: { id: string }[] };
  expect(described.functions.map(({ id }) => id).sort()).toEqual(Object.keys(excel().functions).sort());
});
