// The custom functions for Google Sheets, run as Apps Script would run them: in a world of their own with Google's services imitated.
// Those services answer at once, so that what is asked is collected first, answered by the app, and the function runs again.

import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { fileOf, ORIGIN, serve } from './scripts.ts';

type Cell = string | number | boolean | object;

interface Asked {
  readonly url: string;
  readonly method?: string;
  readonly contentType?: string;
  readonly payload?: string;
  readonly muteHttpExceptions: boolean;
}

interface Answered {
  readonly status: number;
  readonly text: string;
}

const script = await fileOf('kaishu.gs');

/** Google's limits, which the imitation keeps as the original does. */
const KEY_MAX = 250;
const VALUE_MAX = 100 * 1024;

class NotAsked extends Error {
  readonly requests: readonly Asked[];
  constructor(requests: readonly Asked[]) {
    super('to be asked first');
    this.requests = requests;
  }
}

/** A spreadsheet with the script in it, on a day. */
function spreadsheet({ today = '2026-11-20', answer }: { today?: string; answer?: (one: Asked) => Answered } = {}) {
  const answers = new Map<string, Answered>();
  const kept = new Map<string, string>();
  const fetched: Asked[] = [];
  const put = (key: string, value: string): void => {
    expect(key.length).toBeLessThanOrEqual(KEY_MAX);
    expect(Buffer.byteLength(value)).toBeLessThan(VALUE_MAX);
    kept.set(key, value);
  };
  const fetchAll = (requests: readonly Asked[]) => {
    const known = requests.map((one) => answer?.(one) ?? answers.get(JSON.stringify(one)));
    if (known.includes(undefined)) throw new NotAsked(requests);
    fetched.push(...requests);
    return known.map((one) => ({ getResponseCode: () => one!.status, getContentText: () => one!.text }));
  };
  const world = createContext({
    UrlFetchApp: {
      fetchAll,
      fetch: (url: string, options: Omit<Asked, 'url'>) => fetchAll([{ ...options, url }])[0],
    },
    CacheService: {
      getDocumentCache: () => ({
        get: (key: string) => kept.get(key) ?? null,
        getAll: (keys: string[]) =>
          Object.fromEntries(keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key)]] : []))),
        put,
        putAll: (values: Record<string, string>) => {
          for (const [key, value] of Object.entries(values)) put(key, value);
        },
      }),
    },
    Utilities: {
      DigestAlgorithm: { SHA_256: 'sha256' },
      Charset: { UTF_8: 'utf8' },
      computeDigest: (algorithm: string, text: string) => [...createHash(algorithm).update(text, 'utf8').digest()],
      base64Encode: (bytes: number[]) => Buffer.from(bytes).toString('base64'),
      // Cells hold days; what the script itself makes is today.
      formatDate: (date: { day?: string }) => date.day ?? today,
    },
  });
  runInContext(script, world);
  const functions = world as unknown as Record<string, (...args: unknown[]) => unknown>;
  const run = async (name: string, ...args: unknown[]): Promise<unknown> => {
    for (;;) {
      try {
        return functions[name]!(...args);
      } catch (problem) {
        if (!(problem instanceof NotAsked)) throw problem;
        for (const one of problem.requests) {
          const init = { method: 'POST', headers: { 'Content-Type': one.contentType ?? '' }, body: one.payload ?? '' };
          const response = await serve(one.url, one.payload === undefined ? undefined : init);
          answers.set(JSON.stringify(one), { status: response.status, text: await response.text() });
        }
      }
    }
  };
  /** A cell that holds a day, made where the script can tell that it is one. */
  const day = (text: string): object => runInContext(`Object.assign(new Date(0), { day: '${text}' })`, world) as object;
  return { run, day, fetched, kept };
}

const cell = async (field: string, query: string): Promise<string> =>
  (await serve(`${ORIGIN}/v1/cell?${query}&as_of=2026-11-20&lang=ja&field=${field}`)).text();

describe('KAISHU', () => {
  test('a range goes out in one request with its days written out, and comes back line by line', async () => {
    const { run, day, fetched } = spreadsheet();
    const range: Cell[][] = [
      ['債権額', '支払期日', '基準日'],
      [1250000, day('2026-08-31'), day('2026-11-20')],
      ['', '', ''],
      ['未確定', day('2026-08-31'), day('2026-11-20')],
      ['', '', ''],
      ['', '', ''],
    ];
    const table = (await run('KAISHU', range, 'best_label,best_net')) as Cell[][];
    expect(fetched).toHaveLength(1);
    const sent = JSON.parse(fetched[0]!.payload!) as { table: Cell[][]; map: string; header: string };
    expect(sent.table).toHaveLength(4);
    expect(sent.table[1]![1]).toBe('2026-08-31');
    expect([sent.map, sent.header]).toEqual(['auto', 'ja']);
    expect(table).toHaveLength(4);
    expect(table[1]).toEqual([
      await cell('best_label', 'amount=1250000&due_date=2026-08-31'),
      Number(await cell('best_net', 'amount=1250000&due_date=2026-08-31')),
    ]);
    expect(table[2]).toEqual(['', '']);
    expect(table[3]![0]).toMatch(/^ERR /);
  });

  const RANGE = [
    ['債権額', '滞留日数'],
    [300000, 40],
  ];

  test('the same question is asked once a day, and again when its third argument changes', async () => {
    const { run, fetched } = spreadsheet();
    const first = await run('KAISHU', RANGE, '', 1);
    expect(await run('KAISHU', RANGE, '', 1)).toEqual(first);
    expect(fetched).toHaveLength(1);
    await run('KAISHU', RANGE, '', 2);
    expect(fetched).toHaveLength(2);
  });

  test('names of values may stand in a range', async () => {
    const { run, fetched } = spreadsheet();
    await run('KAISHU', RANGE, [
      ['best_label', ''],
      ['margin', ''],
    ]);
    expect((JSON.parse(fetched[0]!.payload!) as { out: string }).out).toBe('best_label,margin');
  });

  const long = (rows: number) => [['amount', 'overdue_days'], ...Array.from({ length: rows }, (_, i) => [i + 1, 30])];
  const echo = ({ payload }: Asked): Answered => {
    const { table } = JSON.parse(payload!) as { table: Cell[][] };
    const text = '長い結論の文'.repeat(10);
    return {
      status: 200,
      text: JSON.stringify({ table: [['why'], ...table.slice(1).map(([first]) => [`${first} ${text}`])] }),
    };
  };

  test('a long range goes out in parts at once, keeps its order, and is kept in parts', async () => {
    const { run, fetched, kept } = spreadsheet({ answer: echo });
    const table = (await run('KAISHU', long(6_000), 'why')) as string[][];
    expect(fetched).toHaveLength(2);
    expect(table.slice(1).map(([text]) => Number(text!.split(' ')[0]))).toEqual(
      Array.from({ length: 6_000 }, (_, i) => i + 1),
    );
    expect(kept.size).toBeGreaterThan(5);
    expect(await run('KAISHU', long(6_000), 'why')).toEqual(table);
    expect(fetched).toHaveLength(2);
  });

  test('what is too long to keep is answered all the same', async () => {
    const { run, kept } = spreadsheet({ answer: echo });
    expect(await run('KAISHU', long(16000), 'why')).toHaveLength(16001);
    expect(kept.size).toBe(0);
  });

  test('a range that cannot be answered within thirty seconds is refused', async () => {
    await expect(spreadsheet({ answer: echo }).run('KAISHU', long(20001))).rejects.toThrow(/20000行まで/);
    await expect(spreadsheet().run('KAISHU', [['債権額']])).rejects.toThrow(/見出し行/);
  });

  test('a problem is thrown as its sentence', async () => {
    await expect(spreadsheet().run('KAISHU', RANGE, 'best_lable')).rejects.toThrow(/best_lable/);
    const broken = spreadsheet({ answer: () => ({ status: 502, text: '<html>' }) });
    await expect(broken.run('KAISHU', RANGE)).rejects.toThrow(/HTTP 502/);
  });
});

describe('KAISHU_CELL', () => {
  test('gives one value, as a number where it is one, with options in two columns', async () => {
    const { run, day, fetched } = spreadsheet();
    const options = [
      ['as_of', day('2026-11-20')],
      ['contact', 'evasive'],
      ['', ''],
    ];
    expect(await run('KAISHU_CELL', 'best_net', 1250000, 82, options)).toBe(
      Number(await cell('best_net', 'amount=1250000&overdue_days=82&contact=evasive')),
    );
    expect(await run('KAISHU_CELL', 'best_label', 1250000, 82, options)).toBe(
      await cell('best_label', 'amount=1250000&overdue_days=82&contact=evasive'),
    );
    await run('KAISHU_CELL', 'best_label', 1250000, 82, options);
    expect(fetched).toHaveLength(2);
  });

  test('a mistake is thrown as its sentence, and an address that Google would not ask is not asked', async () => {
    await expect(spreadsheet().run('KAISHU_CELL', 'best_net', '未確定', 30)).rejects.toThrow(/未確定/);
    const many = Array.from({ length: 200 }, (_, i) => [`field_${i}`, 1]);
    await expect(spreadsheet().run('KAISHU_CELL', 'best_net', 1, 30, many)).rejects.toThrow(/項目が多すぎます/);
  });
});

test('the manifest names this service and asks for nothing but requests', async () => {
  expect(JSON.parse(await fileOf('appsscript.json'))).toMatchObject({
    oauthScopes: ['https://www.googleapis.com/auth/script.external_request'],
    urlFetchWhitelist: [`${ORIGIN}/`],
  });
});
