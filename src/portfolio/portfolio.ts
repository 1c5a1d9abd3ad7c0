// A ledger from rows to answers, in order and one at a time, so that a long one never stands in memory. Rows are taken in windows;
// within one, the invoices of a debtor are found wherever they stand and decided together.

import { problem } from '../problem.ts';
import { optionLabel } from '../request/options.ts';
import type { Surroundings } from '../request/read_request.ts';
import type { Lang } from '../values/text.ts';
import type { RowAnswer, Summary } from './answer.ts';
import {
  type Decided,
  decideTogether,
  inputOf,
  type Share,
  shared,
  type Undecided,
  type Wanted,
} from './decide_group.ts';
import { type Together, together } from './grouping.ts';
import { allot, type Way, waysOf } from './hours.ts';
import { type Entry, type Fields, type Note, type Refused, type Row, readEntry } from './row.ts';
import { Totals } from './totals.ts';

/** What is asked about a ledger. */
export interface Asked extends Wanted {
  readonly defaults: Fields;
  /** Invoices of one debtor are decided together. */
  readonly grouped: boolean;
  /** Staff hours there are for all rows; null when they are no limit. */
  readonly hours: number | null;
  readonly lang: Lang;
  readonly surroundings: (row: Fields | null) => Surroundings;
  /** SHA-256 of a text. */
  readonly hash: (text: string) => Promise<string>;
}

/** Rows among which hours are shared out: each claim is decided several times, at several prices of an hour. */
export const ROWS_BUDGETED_MAX = 2_000;

/** Rows whose debtors are looked for together in a ledger that is not read as a whole. */
export const WINDOW = 2_000;

type Answered = Decided | Undecided;

/** Where a row stands among those it is decided with. */
interface Standing {
  readonly claim: Together;
  readonly place: number;
}

/** The rows of a window, and the claim that each is decided with, by its index. */
interface Window {
  readonly rows: readonly (Row | Refused)[];
  readonly standings: ReadonlyMap<number, Standing>;
}

const isRow = (row: Row | Refused): row is Row => 'request' in row;

function windowOf(
  entries: readonly Entry[],
  { defaults, grouped, surroundings }: Asked,
  earlier: ReadonlySet<string>,
): Window {
  const rows = entries.map((entry) => {
    const given = typeof entry.given === 'object' ? (entry.given as Fields | null) : null;
    const row = readEntry(entry, defaults, surroundings(given));
    return grouped && row.debtor_id !== null && earlier.has(row.debtor_id) ? withNote(row, SPLIT) : row;
  });
  const debtors = new Map<string, Row[]>();
  for (const row of rows.filter(isRow)) {
    const key = grouped && row.debtor_id !== null ? `debtor ${row.debtor_id}` : `row ${row.entry.index}`;
    const held = debtors.get(key);
    if (held) held.push(row);
    else debtors.set(key, [row]);
  }
  const standings = new Map<number, Standing>();
  for (const held of debtors.values())
    for (const claim of together(held))
      claim.rows.forEach(({ entry }, place) => {
        standings.set(entry.index, { claim, place });
      });
  return { rows, standings };
}

const withNote = <R extends Row | Refused>(row: R, note: Note): R => ({
  ...row,
  entry: { ...row.entry, notes: [...(row.entry.notes ?? []), note] },
});

const SPLIT: Note = {
  code: 'debtor_split',
  text: {
    ja: `この相手の行は${WINDOW}行より離れた場所にもあり、別々に判断しました。相手ごとに並べ替えて送ってください。`,
    en: `Other rows of this debtor stand more than ${WINDOW} rows away and were decided apart. Sort the ledger by debtor.`,
  },
};

/** Debtors of earlier windows that are remembered, so that memory stays flat however long the ledger is. */
const REMEMBERED_MAX = 20_000;

function remember({ rows }: Window, earlier: Set<string>): void {
  for (const { debtor_id } of rows) if (debtor_id !== null) earlier.add(debtor_id);
  for (const debtor of earlier) {
    if (earlier.size <= REMEMBERED_MAX) break;
    earlier.delete(debtor);
  }
}

/** Entries in windows of at most `size`. */
async function* windows(entries: AsyncIterable<Entry> | Iterable<Entry>, size: number): AsyncGenerator<Entry[]> {
  let held: Entry[] = [];
  for await (const entry of entries) {
    held.push(entry);
    if (held.length >= size) {
      yield held;
      held = [];
    }
  }
  if (held.length > 0) yield held;
}

/** Answers the rows one after another, and at last with what they come to. With a budget of hours all rows stand in one window. */
export async function* portfolio(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  asked: Asked,
  whole: boolean,
): AsyncGenerator<RowAnswer, Summary> {
  const totals = new Totals();
  let price = asked.hours === null ? null : 0;
  const earlier = new Set<string>();
  for await (const held of windows(entries, whole || asked.hours !== null ? Number.POSITIVE_INFINITY : WINDOW)) {
    const window = windowOf(held, asked, earlier);
    remember(window, earlier);
    const decided = new Map<Together, Answered>();
    const decide = async (claim: Together): Promise<Answered> => {
      const known = decided.get(claim);
      if (known) return known;
      const answered = decideTogether(claim, asked, await asked.hash(inputOf(claim)));
      decided.set(claim, answered);
      return answered;
    };
    const plans = asked.hours === null ? null : await withinHours(window, decide, asked.hours);
    if (plans !== null) price = plans.price_of_one_more_hour;
    for (const row of window.rows) {
      if (!isRow(row)) {
        totals.fail();
        yield refusal(row, asked.lang);
        continue;
      }
      const { claim, place } = window.standings.get(row.entry.index)!;
      const answered = await decide(claim);
      if (!answered.ok) {
        totals.fail();
        yield refusal({ ...row, code: answered.code, errors: answered.errors }, asked.lang);
      } else yield answer(row, answered, place, asked, totals, plans?.of.get(claim) ?? null);
      if (place === claim.rows.length - 1 && plans === null) decided.delete(claim);
    }
  }
  return totals.summary(asked.lang, asked.hours, price);
}

/** What is done about a claim within the hours there are, and the whole yen of it for each row. */
interface Plan {
  readonly way: Way;
  readonly nets: readonly number[];
}

interface Plans {
  readonly of: ReadonlyMap<Together, Plan>;
  readonly price_of_one_more_hour: number;
}

async function withinHours(
  { standings }: Window,
  decide: (claim: Together) => Promise<Answered>,
  budget: number,
): Promise<Plans> {
  const claims: Together[] = [];
  const found: Decided[] = [];
  for (const claim of new Set([...standings.values()].map((standing) => standing.claim))) {
    const answered = await decide(claim);
    if (!answered.ok) continue;
    claims.push(claim);
    found.push(answered);
  }
  const best = found.map((one) => one.best);
  const hours = best.reduce((sum, way) => sum + way.hours, 0);
  const { ways, price_of_one_more_hour } =
    hours <= budget ? { ways: best, price_of_one_more_hour: 0 } : allot(claims.map(waysOf), budget);
  const planned = claims.map((claim, i): [Together, Plan] => {
    const way = ways[i]!;
    return [claim, { way, nets: shared(claim, way.value) }];
  });
  return { of: new Map(planned), price_of_one_more_hour };
}

function refusal({ entry, id, debtor_id, code, errors }: Refused, lang: Lang): RowAnswer {
  const told = problem(code, { lang, ...(errors.length === 0 ? {} : { errors }) });
  return { ...head(entry, id, debtor_id), status: told.status, problem: told };
}

const head = ({ index, line }: Entry, id: string | null, debtor_id: string | null) => ({
  index,
  ...(line === undefined ? {} : { line }),
  id,
  debtor_id,
});

function answer(
  { entry, id, debtor_id, request }: Row,
  { together: claim, best, report, shares }: Decided,
  place: number,
  { fields, lang }: Asked,
  totals: Totals,
  plan: Plan | null,
): RowAnswer {
  const share: Share = shares[place]!;
  const { way = best, nets } = plan ?? {};
  const amount = request.claim.amount;
  const assigned =
    nets === undefined
      ? null
      : {
          option: way.option,
          label: optionLabel(way.option, lang),
          net_value: String(nets[place]!),
          hours: Math.round(way.hours * share.part * 100) / 100,
        };
  totals.add(
    {
      option: way.option,
      face: amount,
      net: nets?.[place] ?? share.net,
      waiting: share.waiting,
      hours: way.hours * share.part,
    },
    place === 0,
  );
  return {
    ...head(entry, id, debtor_id),
    status: 200,
    result: Object.fromEntries(fields.map(({ name }, i) => [name, share.values[i] ?? null])),
    ...(entry.notes === undefined || entry.notes.length === 0
      ? {}
      : { notes: entry.notes.map(({ code, text }) => ({ code, text: text[lang] })) }),
    ...(claim.rows.length === 1 ? {} : { decided_with: claim.rows.map((row) => row.entry.index) }),
    ...(assigned === null ? {} : { assigned }),
    ...(report !== null && place === 0 ? { evaluation: report } : {}),
  };
}
