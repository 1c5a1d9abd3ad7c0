// Evaluates a ledger row by row, in order and one at a time, so that a long ledger is never held in memory as a whole. Rows are taken in windows;
// within a window all invoices of a debtor are found and decided together.

import { problem } from '../problem.ts';
import { optionLabel } from '../request/options.ts';
import type { Surroundings } from '../request/read_request.ts';
import { daysBetween } from '../values/day.ts';
import type { Steps } from '../values/steps.ts';
import type { Lang } from '../values/text.ts';
import {
  DEADLINE_DAYS,
  DECIDED_WITH_MAX,
  type LedgerDeadline,
  type PortfolioSummary,
  type RowAnswer,
} from './answer.ts';
import {
  type DecidedGroup,
  decideGroup,
  type RowQuery,
  type RowShare,
  splitOverRows,
  type UndecidedGroup,
} from './decide_group.ts';
import { type DebtorGroup, debtorGroups } from './grouping.ts';
import { allotHours, type CourseOfAction, coursesOf } from './hours.ts';
import { decisionKey, type KeptDecisions, keptOf } from './kept_decisions.ts';
import {
  type ClaimRow,
  debtorNamed,
  type FieldValues,
  type RawRow,
  type RefusedRow,
  type RowNote,
  readRow,
} from './row.ts';
import { type Helpers, type Helping, isOwn } from './shared_work.ts';
import { type EvaluatedRow, Totals } from './totals.ts';

/** What the caller wants to know about a ledger. */
export interface PortfolioQuery extends RowQuery {
  /** Fields of every row that does not say otherwise. */
  readonly defaults: FieldValues;
  /** Whether invoices of one debtor are decided together. */
  readonly grouped: boolean;
  /** Staff hours available for all rows; null when they are no limit. */
  readonly hours: number | null;
  readonly lang: Lang;
  /** Today and the language for a row that does not state them; called with null for the defaults alone. */
  readonly surroundings: (row: FieldValues | null) => Surroundings;
  /** Does work in steps and lets the process serve other requests in between, so that a long ledger does not keep them waiting. */
  readonly work: <T>(steps: Steps<T>) => Promise<T>;
  /** What was decided of the same ledger before, where that is kept. */
  readonly kept?: KeptDecisions | undefined;
  /** Others who decide claims of a ledger that is read as a whole, where decisions are kept. */
  readonly helpers?: Helpers | undefined;
  /** Origin of the service as the caller knows it, for the addresses of problems. */
  readonly origin?: string | undefined;
}

/** Most rows among which hours are allotted, because each claim is then decided at several prices of an hour. */
export const ROWS_BUDGETED_MAX = 2_000;

/** Rows of a window in a ledger that is not read as a whole. */
const WINDOW = 2_000;

type GroupAnswer = DecidedGroup | UndecidedGroup;

/** A row that can be evaluated, with its group and its place in it. */
interface PlacedRow extends GroupPlace {
  readonly row: ClaimRow;
}

/** The group of a row, and the place of the row in it. */
interface GroupPlace {
  readonly group: DebtorGroup;
  readonly place: number;
}

const isRefused = (row: ClaimRow | PlacedRow | RefusedRow): row is RefusedRow => 'code' in row && 'errors' in row;

/** Rows that are read before the first of them is answered. */
const READ_AHEAD = 32;

/**
 * Rows that are decided at once. All rows of a debtor are read when the first of them is due, and each is let go when it is taken: of a
 * ledger that is sorted by debtor, few are held.
 */
class RowWindow {
  readonly #raws: readonly RawRow[];
  readonly #query: PortfolioQuery;
  /** The debtor of every row; none where rows are not grouped. */
  readonly #debtors: readonly (string | null)[];
  /** Debtors with rows in windows before. */
  readonly #split: ReadonlySet<string>;
  /** The rows of each debtor of which none has been read. */
  readonly #unread = new Map<string, RawRow[]>();
  readonly #read = new Map<number, PlacedRow | RefusedRow>();

  constructor(raws: readonly RawRow[], query: PortfolioQuery, earlier: Set<string>) {
    this.#raws = raws;
    this.#query = query;
    this.#debtors = query.grouped ? raws.map((raw) => debtorNamed(raw, query.defaults)) : [];
    for (const [i, debtor] of this.#debtors.entries()) {
      const raw = raws[i];
      if (debtor === null || raw === undefined) continue;
      const same = this.#unread.get(debtor);
      if (same) same.push(raw);
      else this.#unread.set(debtor, [raw]);
    }
    const debtors = [...this.#unread.keys()];
    this.#split = new Set(debtors.filter((debtor) => earlier.has(debtor)));
    rememberDebtors(debtors, earlier);
  }

  /** Takes out the row at a place; undefined while it is not read. */
  take(at: number): PlacedRow | RefusedRow | undefined {
    const index = this.#raws[at]?.index ?? -1;
    const found = this.#read.get(index);
    this.#read.delete(index);
    return found;
  }

  /** Reads the row at a place and some after it, a step a row. */
  *read(at: number): Steps<void> {
    for (const [i, raw] of this.#raws.slice(at, at + READ_AHEAD).entries())
      if (!this.#read.has(raw.index)) yield* this.#readWith(raw, this.#debtors[at + i] ?? null);
  }

  /** Reads a row, and with it every other row of its debtor. */
  *#readWith(raw: RawRow, debtor: string | null): Steps<void> {
    const { defaults, surroundings } = this.#query;
    const isSplit = debtor !== null && this.#split.has(debtor);
    const claims: ClaimRow[] = [];
    for (const one of debtor === null ? [raw] : (this.#unread.get(debtor) ?? [])) {
      const given = typeof one.given === 'object' ? (one.given as FieldValues | null) : null;
      const row = readRow(isSplit ? withNote(one, DEBTOR_SPLIT) : one, defaults, surroundings(given));
      if (isRefused(row)) this.#read.set(one.index, row);
      else claims.push(row);
      yield;
    }
    if (debtor !== null) this.#unread.delete(debtor);
    for (const group of debtorGroups(claims))
      for (const [place, row] of group.rows.entries()) this.#read.set(row.raw.index, { row, group, place });
  }
}

/** The row at a place of a window, which is read when it is due. */
async function nextRow(window: RowWindow, at: number, { work }: PortfolioQuery): Promise<PlacedRow | RefusedRow> {
  const known = window.take(at);
  if (known !== undefined) return known;
  await work(window.read(at));
  const read = window.take(at);
  if (read === undefined) throw new RangeError('a row is lost');
  return read;
}

const withNote = (raw: RawRow, note: RowNote): RawRow => ({ ...raw, notes: [...(raw.notes ?? []), note] });

const DEBTOR_SPLIT: RowNote = {
  code: 'debtor_split',
  text: {
    ja: `この相手の行は${WINDOW}行より離れた場所にもあり、別々に判断しました。相手ごとに並べ替えて送ってください。`,
    en: `Other rows of this debtor are more than ${WINDOW} rows away and were decided separately. Sort the ledger by debtor.`,
  },
};

/** Debtors of earlier windows that are remembered, so that memory stays flat however long the ledger is. */
const REMEMBERED_MAX = 20_000;

function rememberDebtors(debtors: readonly string[], earlier: Set<string>): void {
  for (const debtor of debtors) earlier.add(debtor);
  for (const debtor of earlier) {
    if (earlier.size <= REMEMBERED_MAX) break;
    earlier.delete(debtor);
  }
}

/** Rows in batches of at most `size`. */
async function* inBatches(raws: AsyncIterable<RawRow> | Iterable<RawRow>, size: number): AsyncGenerator<RawRow[]> {
  let batch: RawRow[] = [];
  for await (const raw of raws) {
    batch.push(raw);
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/**
 * Evaluates the rows one after another and yields an answer for each; returns what they come to together. All rows are in one window
 * where `whole` is true or hours are limited.
 */
export async function* evaluateRows(
  raws: AsyncIterable<RawRow> | Iterable<RawRow>,
  query: PortfolioQuery,
  whole: boolean,
): AsyncGenerator<RowAnswer, PortfolioSummary> {
  const totals = new Totals();
  let price = query.hours === null ? null : 0;
  const earlier = new Set<string>();
  let claims = 0;
  for await (const batch of inBatches(raws, whole || query.hours !== null ? Number.POSITIVE_INFINITY : WINDOW)) {
    const window = new RowWindow(batch, query, earlier);
    const answers = new Map<DebtorGroup, GroupAnswer>();
    const decide = async (group: DebtorGroup): Promise<GroupAnswer> => {
      const known = answers.get(group);
      if (known) return known;
      const answer = await decideOnce(group, claims++, query);
      answers.set(group, answer);
      return answer;
    };
    const all: (PlacedRow | RefusedRow)[] = [];
    if (query.hours !== null) for (const at of batch.keys()) all.push(await nextRow(window, at, query));
    const allotted = query.hours === null ? null : await withinHours(all, decide, query.hours, query);
    if (allotted !== null) price = allotted.price_of_one_more_hour;
    for (const at of batch.keys()) {
      const found = all[at] ?? (await nextRow(window, at, query));
      if (isRefused(found)) {
        totals.fail();
        yield refusedAnswer(found, query);
        continue;
      }
      const { row, group, place } = found;
      const answer = await decide(group);
      if (!answer.ok) {
        totals.fail();
        yield refusedAnswer({ ...row, code: answer.code, errors: answer.errors }, query);
      } else {
        const outcome = outcomeOf(row, answer, place, allotted?.byGroup.get(group) ?? null);
        totals.add(evaluatedRow(outcome));
        yield decidedAnswer(outcome, query);
      }
      // Reports are large: the last row of a group lets go of its answer.
      if (place === group.rows.length - 1 && allotted === null) answers.delete(group);
    }
  }
  return totals.summary(query.lang, query.hours, price);
}

/** Decides the claim at a place in the order of the ledger, unless that was done before and is kept or is done by another worker. */
async function decideOnce(group: DebtorGroup, place: number, query: PortfolioQuery): Promise<GroupAnswer> {
  const { kept, whole, helpers, work } = query;
  if (kept === undefined || whole !== null) return work(decideGroup(group, query));
  const key = keyOf(group, query);
  const known = kept.of(key);
  if (known !== undefined) return { ok: true, group, report: null, ...known };
  const told = await helpers?.decisionOf(place, key);
  const answer = told ? { ok: true as const, group, report: null, ...told } : await work(decideGroup(group, query));
  if (answer.ok) kept.keep(key, keptOf(answer));
  return answer;
}

/** What the decision on a group follows from. */
const keyOf = (group: DebtorGroup, { fields }: PortfolioQuery): string =>
  decisionKey(
    group,
    fields.map(({ name }) => name),
  );

/** Decides a share of the claims of a ledger for another worker, which answers its rows. */
export async function decideShare(
  raws: readonly RawRow[],
  query: PortfolioQuery,
  { share, tell }: Helping,
): Promise<void> {
  const window = new RowWindow(raws, query, new Set());
  let claims = 0;
  for (const at of raws.keys()) {
    const found = await nextRow(window, at, query);
    if (isRefused(found) || found.place > 0 || !isOwn(share, claims++)) continue;
    const answer = await query.work(decideGroup(found.group, query));
    tell({ key: keyOf(found.group, query), decision: answer.ok ? keptOf(answer) : null });
  }
}

/** What is done about a group within the hours available, and its whole yen for each row. */
interface AllottedCourse {
  readonly course: CourseOfAction;
  readonly nets: readonly number[];
}

interface AllottedCourses {
  readonly byGroup: ReadonlyMap<DebtorGroup, AllottedCourse>;
  readonly price_of_one_more_hour: number;
}

/** Chooses a course of action for every group of these rows that can be decided, so that `budget` hours are spent best. */
async function withinHours(
  rows: readonly (PlacedRow | RefusedRow)[],
  decide: (group: DebtorGroup) => Promise<GroupAnswer>,
  budget: number,
  { work, tariffs }: PortfolioQuery,
): Promise<AllottedCourses> {
  const decided: DecidedGroup[] = [];
  const groups = new Set(rows.flatMap((row) => (isRefused(row) ? [] : [row.group])));
  for (const group of groups) {
    const answer = await decide(group);
    if (answer.ok) decided.push(answer);
  }
  const best = decided.map((one) => one.best);
  const hours = best.reduce((sum, course) => sum + course.hours, 0);
  const { courses, price_of_one_more_hour } =
    hours <= budget
      ? { courses: best, price_of_one_more_hour: 0 }
      : allotHours(await work(coursesOfAll(decided, tariffs)), budget);
  const byGroup = new Map<DebtorGroup, AllottedCourse>();
  for (const [i, { group }] of decided.entries()) {
    const course = courses[i]!;
    byGroup.set(group, { course, nets: splitOverRows(group, course.value) });
  }
  return { byGroup, price_of_one_more_hour };
}

/** The courses of action for every group, a step a group. */
function* coursesOfAll(
  decided: readonly DecidedGroup[],
  tariffs: PortfolioQuery['tariffs'],
): Steps<CourseOfAction[][]> {
  const courses: CourseOfAction[][] = [];
  for (const { group } of decided) {
    courses.push(coursesOf(group, tariffs));
    yield;
  }
  return courses;
}

/** A row that was decided, and what is done about it. */
interface RowOutcome {
  readonly row: ClaimRow;
  readonly decided: DecidedGroup;
  /** Whether it is the first row of its group. */
  readonly isFirst: boolean;
  readonly share: RowShare;
  readonly course: CourseOfAction;
  /** Expected net value of the course for this row, whole yen. */
  readonly net: number;
  /** Hours of own time that the course takes for this row. */
  readonly hours: number;
  /** Whether the course was chosen within a budget of hours. */
  readonly isAllotted: boolean;
}

function outcomeOf(row: ClaimRow, decided: DecidedGroup, place: number, allotted: AllottedCourse | null): RowOutcome {
  const share = decided.shares[place]!;
  const course = allotted?.course ?? decided.best;
  return {
    row,
    decided,
    isFirst: place === 0,
    share,
    course,
    net: allotted?.nets[place] ?? share.net,
    hours: course.hours * share.part,
    isAllotted: allotted !== null,
  };
}

const evaluatedRow = ({ row, decided, isFirst, share, course, net, hours }: RowOutcome): EvaluatedRow => ({
  option: course.option,
  jurisdiction: row.request.claim.jurisdiction,
  face: row.request.claim.amount,
  net,
  waiting: share.waiting,
  hours,
  isFirst,
  deadlines: isFirst ? deadlinesOf(row, decided) : [],
});

/** What must not be missed soon for the claim of which this is the first row. */
function deadlinesOf({ raw, id, debtor_id, request }: ClaimRow, { deadlines }: DecidedGroup): LedgerDeadline[] {
  const today = request.claim.as_of;
  return deadlines.flatMap(({ on, kind, text, citation }) => {
    const days = daysBetween(today, on);
    return days > DEADLINE_DAYS
      ? []
      : [{ on, days, index: raw.index, line: raw.line ?? null, id, debtor_id, kind, text, citation }];
  });
}

function refusedAnswer({ raw, id, debtor_id, code, errors }: RefusedRow, { lang, origin }: PortfolioQuery): RowAnswer {
  const stated = problem(code, { lang, origin, ...(errors.length === 0 ? {} : { errors }) });
  return { ...rowIdentity(raw, id, debtor_id), status: stated.status, ...notesAnswer(raw, lang), problem: stated };
}

/** What to know about how a row was read; nothing where there is nothing to know. */
const notesAnswer = ({ notes = [] }: RawRow, lang: Lang): Pick<RowAnswer, 'notes'> =>
  notes.length === 0 ? {} : { notes: notes.map(({ code, text }) => ({ code, text: text[lang] })) };

const rowIdentity = ({ index, line }: RawRow, id: string | null, debtor_id: string | null) => ({
  index,
  ...(line === undefined ? {} : { line }),
  id,
  debtor_id,
});

function decidedAnswer(outcome: RowOutcome, { fields, lang }: PortfolioQuery): RowAnswer {
  const { row, decided, isFirst, share, course, net, hours, isAllotted } = outcome;
  const { raw, id, debtor_id } = row;
  const { group, report } = decided;
  return {
    ...rowIdentity(raw, id, debtor_id),
    status: 200,
    result: Object.fromEntries(fields.map(({ name }, i) => [name, share.values[i] ?? null])),
    ...notesAnswer(raw, lang),
    ...(group.rows.length === 1
      ? {}
      : {
          decided_with: group.rows.slice(0, DECIDED_WITH_MAX).map((one) => one.raw.index),
          decided_rows: group.rows.length,
        }),
    ...(isAllotted
      ? {
          assigned: {
            option: course.option,
            label: optionLabel(course.option)[lang],
            net_value: String(net),
            hours: Math.round(hours * 100) / 100,
          },
        }
      : {}),
    ...(report !== null && isFirst ? { evaluation: report } : {}),
  };
}
