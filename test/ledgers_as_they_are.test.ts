// Ledgers as they really are: small tables of every kind that goes wrong, each titled by the rule that it shows, through the service.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';

const app = createApp({ now: () => Date.parse('2026-11-28T03:00:00Z') });

interface ExpectedMap {
  readonly status?: number;
  readonly rows?: number;
  readonly doubt?: string;
  readonly no_doubt?: string;
  readonly mapping?: Readonly<Record<string, string>>;
  readonly record?: Readonly<Record<string, string | number>>;
  readonly all_records_have?: string;
}

interface Expectation {
  readonly map?: ExpectedMap;
  readonly portfolio?: Readonly<Record<string, string | number>>;
  readonly any_of?: readonly Expectation[];
}

interface Case {
  readonly title: string;
  readonly kind: string;
  readonly query: string;
  readonly body: string;
  readonly expect: Expectation;
}

const CASES = JSON.parse(
  readFileSync(new URL('./cases/ledgers/as_they_are.json', import.meta.url), 'utf8'),
) as readonly Case[];

interface MapAnswer {
  readonly rows?: number;
  readonly doubts?: readonly { readonly code: string }[];
  readonly columns?: readonly { readonly header: string; readonly field: string | null }[];
  readonly samples?: readonly {
    readonly record: Readonly<Record<string, string | number>>;
    readonly notes: readonly { readonly code: string }[];
  }[];
}

/** What is wrong with a mapping; empty where nothing is. */
function wrongInMap(wanted: ExpectedMap, status: number, answer: MapAnswer): string[] {
  const samples = answer.samples ?? [];
  const records = samples.map(({ record }) => record);
  const codes = [...(answer.doubts ?? []), ...samples.flatMap(({ notes }) => notes)].map(({ code }) => code);
  const told = codes.filter((code) => code !== 'age_estimated').join(' ');
  const read = new Map((answer.columns ?? []).map(({ header, field }) => [field, header]));
  const holds = (record: Readonly<Record<string, string | number>>): boolean =>
    Object.entries(wanted.record ?? {}).every(([name, value]) => {
      if (name === 'id_like') return String(record.id ?? '').includes(String(value));
      if (name === 'overdue_days_min') return Number(record.overdue_days) >= Number(value);
      return String(record[name]) === String(value);
    });
  const { all_records_have: everywhere } = wanted;
  return [
    ...(status === (wanted.status ?? 200) ? [] : [`status ${status}`]),
    ...(wanted.rows === undefined || wanted.rows === answer.rows ? [] : [`rows ${answer.rows}`]),
    ...(wanted.doubt === undefined || new RegExp(wanted.doubt).test(told) ? [] : [`doubts ${told}`]),
    ...(wanted.no_doubt === undefined || !new RegExp(wanted.no_doubt).test(told) ? [] : [`doubts ${told}`]),
    ...Object.entries(wanted.mapping ?? {}).flatMap(([field, header]) =>
      read.get(field) === header ? [] : [`${field} is ${read.get(field)}`],
    ),
    ...(wanted.record === undefined || records.some(holds) ? [] : [`records ${JSON.stringify(records)}`]),
    ...(everywhere === undefined || records.every((record) => everywhere in record) ? [] : [`no ${everywhere}`]),
  ];
}

/** What a table is read as and valued at. */
async function answersTo({ query, body }: Case) {
  const send = (path: string) =>
    app.request(`${path}${query}`, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body });
  const [map, valued] = await Promise.all([
    send('/v1/portfolio/map?lang=en'),
    send('/v1/portfolio?map=auto&lang=en&format=json&as_of=2026-11-28&out=best_net'),
  ]);
  const { summary } = (await valued.json()) as { summary?: Readonly<Record<string, string | number>> };
  return {
    status: map.status,
    map: (await map.json()) as MapAnswer,
    summary: summary ?? { face: '0', ok: 0, failed: 0 },
  };
}

type Answers = Awaited<ReturnType<typeof answersTo>>;

function wrongIn(wanted: Expectation, answers: Answers): string[] {
  const others = (wanted.any_of ?? []).map((one) => wrongIn(one, answers));
  return [
    ...(wanted.map === undefined ? [] : wrongInMap(wanted.map, answers.status, answers.map)),
    ...Object.entries(wanted.portfolio ?? {}).flatMap(([name, value]) =>
      String(answers.summary[name]) === String(value) ? [] : [`${name} ${answers.summary[name]}`],
    ),
    ...(others.length === 0 || others.some((wrong) => wrong.length === 0) ? [] : others.flat()),
  ];
}

describe.each([...new Set(CASES.map(({ kind }) => kind))])('%s', (kind) => {
  test.each(CASES.filter((one) => one.kind === kind).map((one) => [one.title, one] as const))('%s', async (_, one) => {
    expect(wrongIn(one.expect, await answersTo(one))).toEqual([]);
  });
});
