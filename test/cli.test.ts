// The commands as people and scripts give them: what they print, what they write, and what they exit with.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { type AskedLedger, decideShareOf, EXIT, progressLine, runCommand } from '../src/cli.ts';
import { evaluate, RefusedRequest } from '../src/library.ts';
import { Helpers } from '../src/portfolio/shared_work.ts';

const CLAIM = ['amount=1250000', 'overdue_days=82', 'as_of=2026-11-21'];
const QUERY = CLAIM.join('&');

const FILES: Readonly<Record<string, Buffer | string>> = {
  'bugyo.csv': readFileSync(new URL('cases/ledgers/bugyo.csv', import.meta.url)),
  'bad.csv': '請求番号,支払期日,残高\nINV-1,2026-07-31,80000\nINV-2,2026-07-31,abc\n',
  'rows.json': JSON.stringify({ rows: [{ amount: 80_000, overdue_days: 30 }] }),
  'long.json': JSON.stringify({
    rows: Array.from({ length: 8 }, (_, i) => ({ amount: 80_000 + i, overdue_days: 30 })),
  }).padEnd(20_000),
};

/** Runs a command over the files above; what it printed, said, showed and wrote. */
async function ran(...[name, ...args]: string[]) {
  const out = {
    printed: '',
    said: '',
    shown: [] as string[],
    written: new Map<string, Buffer>(),
    helped: [] as AskedLedger[],
    told: 0,
    ended: 0,
  };
  const code = await runCommand(name, args, {
    print: (text) => {
      out.printed += text;
    },
    complain: (text) => {
      out.said += text;
    },
    write: async (body, file) => {
      const bytes = Buffer.from(await new Response(body).arrayBuffer());
      if (file === undefined) out.printed += bytes.toString();
      else if (file.startsWith('nowhere/')) return false;
      else out.written.set(file, bytes);
      return true;
    },
    read: async (file) => (file in FILES ? Uint8Array.from(Buffer.from(FILES[file]!)) : undefined),
    show: (line) => {
      out.shown.push(line);
    },
    // Another core, which here is the same one.
    help: (asked) => {
      out.helped.push(asked);
      const helpers = new Helpers(2);
      const tell = (told: Parameters<Helpers['hear']>[0]): void => {
        out.told++;
        helpers.hear(told);
      };
      void decideShareOf(asked, { share: { own: 1, of: 2 }, tell });
      return { helpers, end: () => void out.ended++ };
    },
  });
  return { code, ...out };
}

describe('evaluate', () => {
  test('prints what the service writes as text, and with --json its JSON', async () => {
    const app = createApp();
    expect((await ran('evaluate', ...CLAIM)).printed).toBe(
      await (await app.request(`/v1/evaluate.txt?${QUERY}`)).text(),
    );
    expect((await ran('evaluate', ...CLAIM, '--json')).printed).toBe(
      await (await app.request(`/v1/evaluate?${QUERY}`)).text(),
    );
  });

  test('writes the format that the extension of a file names', async () => {
    const { written, code } = await ran('evaluate', ...CLAIM, '-o', 'answer.xlsx');
    expect(code).toBe(EXIT.fine);
    expect(written.get('answer.xlsx')!.subarray(0, 2).toString()).toBe('PK');
  });

  test.each([
    ['facts that cannot be used', ['amount=x'], EXIT.refused, /amount/],
    ['what is no fact', ['amount'], EXIT.usage, /name=value/],
    ['an option that does not exist', ['--fast'], EXIT.usage, /--fast/],
    ['no file after -o', [...CLAIM, '-o'], EXIT.usage, /-o/],
    ['a file of a format that does not exist', [...CLAIM, '-o', 'answer.pdf'], EXIT.usage, /pdf/],
    [
      'lines for one claim',
      [...CLAIM, '-o', 'answer.ndjson'],
      EXIT.usage,
      /"answer\.ndjson" is none of csv, json, tsv, txt, xlsx, xml\./,
    ],
    ['a file named like another format', [...CLAIM, '--json', '-o', 'answer.xlsx'], EXIT.usage, /json/],
    ['a file that cannot be written', [...CLAIM, '-o', 'nowhere/answer.csv'], EXIT.refused, /nowhere/],
  ])('%s', async (_, args, code, said) => {
    const found = await ran('evaluate', ...args);
    expect(found.code).toBe(code);
    expect(found.said).toMatch(said);
    expect(found.printed).toBe('');
  });
});

describe('ledger', () => {
  test('answers an export of an accounting system line for line', async () => {
    const { written, code, said } = await ran('ledger', 'bugyo.csv', '-o', 'answer.csv', 'as_of=2026-10-31', 'lang=en');
    expect(code, said).toBe(EXIT.fine);
    expect(written.get('answer.csv')!.toString()).toContain('best_label');
    expect(said).toMatch(/answer\.csv: \d+行/);
  });

  test('rows that cannot be valued are counted in the exit code', async () => {
    const { code, said } = await ran('ledger', 'bad.csv', '-o', 'answer.json');
    expect([code, said]).toEqual([EXIT.rows_failed, expect.stringContaining('2 rows, 1 failed')]);
  });

  test('rows of JSON, to the terminal', async () => {
    const { code, printed } = await ran('ledger', 'rows.json', '--json');
    expect(code).toBe(EXIT.fine);
    expect(JSON.parse(printed)).toHaveProperty('summary');
  });

  test.each([
    ['no file', [], EXIT.usage],
    ['a file that is not there', ['none.csv'], EXIT.refused],
    ['a parameter that does not exist', ['bugyo.csv', 'huors=3'], EXIT.refused],
    ['an answer that cannot be written', ['bugyo.csv', '-o', 'nowhere/answer.xlsx'], EXIT.refused],
  ])('%s', async (_, args, code) => {
    expect((await ran('ledger', ...args)).code).toBe(code);
  });

  test('a long one is decided with the help of other cores, which are ended with it; a short one is not', async () => {
    const long = await ran('ledger', 'long.json', '--json', 'as_of=2026-11-21');
    expect([long.code, long.told, long.ended]).toEqual([EXIT.fine, 4, 1]);
    const alone = await createApp().request('/v1/portfolio?as_of=2026-11-21&format=json', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: FILES['long.json']!.toString(),
    });
    expect(long.printed).toBe(await alone.text());
    expect((await ran('ledger', 'rows.json', '--json')).helped).toEqual([]);
    const refused = await ran('ledger', 'long.json', 'huors=3');
    expect([refused.code, refused.ended]).toEqual([EXIT.refused, 1]);
  });

  test('shows how far it is', async () => {
    expect(progressLine(5, 10)).toBe(`[${'#'.repeat(15)}${'.'.repeat(15)}] 5/10`);
    expect(progressLine(20, undefined)).toBe('20');
    const { shown } = await ran('ledger', 'bugyo.csv', '--json');
    expect(shown.at(-1)).toBe('');
  });
});

test('help and version; what is no command of ours is left to the entry', async () => {
  expect((await ran('--help')).printed).toMatch(/kaishu ledger/);
  expect((await ran('--version')).code).toBe(EXIT.fine);
  expect((await ran('evaluate', '-h')).printed).toMatch(/kaishu ledger/);
  expect((await ran('serve')).code).toBeUndefined();
});

test.each(['serve', 'mcp'])('%s refuses what is written behind it, which it would not follow', async (command) => {
  const { code, said } = await ran(command, '--port', '9000');
  expect(code).toBe(EXIT.usage);
  expect(said).toMatch(/PORT/);
});

describe('the library', () => {
  test('answers as the service does, byte for byte', async () => {
    for (const lang of ['ja', 'en']) {
      const request = {
        amount: 1_250_000,
        overdue_days: 82,
        as_of: '2026-11-21',
        lang,
        include: 'bridge,plan,break_even',
      };
      const body = JSON.stringify(request);
      const headers = { 'Content-Type': 'application/json' };
      const answer = await createApp().request('/v1/evaluate', { method: 'POST', headers, body });
      expect(JSON.stringify(evaluate(request))).toBe(await answer.text());
    }
  });

  test.each([
    [{}, ['as_of missing', 'amount missing', 'due_date missing_due']],
    [{ amount: 'x', due_date: '2027-01-01', as_of: ' ', lang: 'en' }, ['as_of missing', 'amount not_a_number']],
    [{ amount: 1, overdue_days: 1, as_of: null }, ['as_of missing']],
    [{ amount: 1, overdue_days: 1, as_of: 'x', lang: 'en' }, ['as_of not_a_day']],
    [{ amount: 0, overdue_days: 1, as_of: '2026-11-21' }, ['amount not_positive']],
  ])('tells every mistake at once, a missing day among them: %j', (request, mistakes) => {
    expect(() => evaluate(request)).toThrow(RefusedRequest);
    try {
      evaluate(request);
    } catch (error) {
      const { errors } = (error as RefusedRequest).problem;
      expect(errors?.map(({ parameter, code }) => `${parameter} ${code}`)).toEqual(mistakes);
    }
  });

  test.each([
    ['mistakes', { amount: 'x', as_of: '2026-11-21' }, 'invalid_input'],
    ['no day', { amount: 1, overdue_days: 1 }, 'invalid_input'],
    ['nothing', null as unknown as object, 'malformed_input'],
    ['a list', [{ amount: 1, overdue_days: 1 }], 'malformed_input'],
    ['a day without law', { amount: 1, overdue_days: 1, as_of: '1990-01-01' }, 'law_not_covered'],
  ])('throws a problem: %s', (_, request, code) => {
    try {
      evaluate(request as Parameters<typeof evaluate>[0]);
      expect.fail('it was answered');
    } catch (error) {
      expect(error).toBeInstanceOf(RefusedRequest);
      expect((error as RefusedRequest).problem.code).toBe(code);
    }
  });
});
