// Ledgers of systems and people that nobody here knows: small tables with what is owed in them, what is left out, and what must be said,
// through the service. A claim is written as debtor, amount, currency where it is not yen, and due date or days overdue.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';

const app = createApp({ now: () => Date.parse('2026-11-28T03:00:00Z') });

interface Table {
  readonly title: string;
  readonly kind: string;
  readonly type?: string;
  readonly query?: string;
  readonly body: string;
  /** Code of the refusal; absent where the table is read. */
  readonly refused?: string;
  /** The first claims, as many as a mapping shows. */
  readonly claims?: readonly string[];
  readonly left_out?: readonly string[];
  /** Codes of doubts, and of notes that no doubt repeats. */
  readonly said?: readonly string[];
  readonly face?: string;
  readonly failed?: number;
}

const TABLES = JSON.parse(
  readFileSync(new URL('./cases/ledgers/strangers.json', import.meta.url), 'utf8'),
) as readonly Table[];

interface Said {
  readonly code: string;
  readonly text: string;
}

interface Mapped {
  readonly errors?: readonly { readonly code: string }[];
  readonly doubts: readonly Said[];
  readonly left_out: { readonly lines: readonly { readonly line: number; readonly why: string }[] };
  readonly samples: readonly {
    readonly record: Readonly<Record<string, string | number>>;
    readonly notes: readonly Said[];
  }[];
}

const send = async (path: string, { body, type = 'text/csv', query = '' }: Table) =>
  app.request(`${path}&${query}`, { method: 'POST', headers: { 'Content-Type': type }, body });

const claimOf = (record: Readonly<Record<string, string | number>>): string => {
  const { debtor_id = '-', amount = '-', currency = 'JPY', due_date, overdue_days } = record;
  const day = due_date ?? (overdue_days === undefined ? '' : `${overdue_days} days`);
  return [debtor_id, amount, currency === 'JPY' ? '' : currency, day].filter((part) => part !== '').join(' ');
};

/** What a mapping says about a table, as the cases write it. */
function readingOf({ samples, left_out, doubts }: Mapped) {
  const said = doubts.map(({ code }) => code);
  for (const { notes } of samples)
    for (const { code } of notes) if (code !== 'age_estimated' && !said.includes(code)) said.push(code);
  return {
    claims: samples.map(({ record }) => claimOf(record)),
    left_out: left_out.lines
      .filter(({ why }) => why !== 'title' && why !== 'blank')
      .map(({ line, why }) => `${line} ${why}`),
    said,
  };
}

describe.each([...new Set(TABLES.map(({ kind }) => kind))])('%s', (kind) => {
  test.each(TABLES.filter((one) => one.kind === kind).map((one) => [one.title, one] as const))('%s', async (_, one) => {
    const [en, ja] = await Promise.all([
      send('/v1/portfolio/map?lang=en', one),
      send('/v1/portfolio/map?lang=ja', one),
    ]);
    const [mapped, japanese] = [(await en.json()) as Mapped, (await ja.json()) as Mapped];
    expect(ja.status).toBe(en.status);
    if (one.refused !== undefined) {
      expect([en.status, mapped.errors?.[0]?.code]).toEqual([422, one.refused]);
      return;
    }
    expect(readingOf(mapped)).toEqual({ claims: one.claims, left_out: one.left_out, said: one.said });
    expect(readingOf(japanese)).toEqual(readingOf(mapped));
    // Whatever is said is said in the words of the reader.
    for (const { text } of japanese.doubts) expect(text).toMatch(/[\p{sc=Hira}]/u);
    for (const { text } of mapped.doubts) expect(text).toMatch(/^["A-Z\d]/);
    const valued = await send('/v1/portfolio?map=auto&lang=en&format=json&as_of=2026-11-28&out=best_net', one);
    const { summary } = (await valued.json()) as { summary: Readonly<Record<string, string | number>> };
    expect([summary.face, summary.failed]).toEqual([one.face, one.failed]);
  });
});
