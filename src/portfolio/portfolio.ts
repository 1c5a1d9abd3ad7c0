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
import { type ClaimRow, type FieldValues, type RawRow, type RefusedRow, type RowNote, readRow } from './row.ts';
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
  /** Origin of the service as the caller knows it, for the addresses of problems. */
  readonly origin?: string | undefined;
}

/** Most rows among which hours are allotted, because each claim is then decided at several prices of an hour. */
export const ROWS_BUDGETED_MAX = 2_000;

/** Rows of a window in a ledger that is not read as a whole. */
const WINDOW = 2_000;

type GroupAnswer = DecidedGroup | UndecidedGroup;

/** The group of a row, and the place of the row in it. */
interface GroupPlace {
  readonly group: DebtorGroup;
  readonly place: number;
}

/** Rows that are decided at once, and the place of each in its group, by the index of the row. */
interface RowWindow {
  readonly rows: readonly (ClaimRow | RefusedRow)[];
  readonly places: ReadonlyMap<number, GroupPlace>;
}

const isClaimRow = (row: ClaimRow | RefusedRow): row is ClaimRow => 'request' in row;

/** Reads the rows of a window, a step a row. */
function* windowOf(
  raws: readonly RawRow[],
  { defaults, grouped, surroundings }: PortfolioQuery,
  earlier: ReadonlySet<string>,
): Steps<RowWindow> {
  const rows: (ClaimRow | RefusedRow)[] = [];
  for (const raw of raws) {
    const given = typeof raw.given === 'object' ? (raw.given as FieldValues | null) : null;
    const row = readRow(raw, defaults, surroundings(given));
    rows.push(grouped && row.debtor_id !== null && earlier.has(row.debtor_id) ? withNote(row, DEBTOR_SPLIT) : row);
    yield;
  }
  const byDebtor = new Map<string, ClaimRow[]>();
  for (const row of rows.filter(isClaimRow)) {
    const key = grouped && row.debtor_id !== null ? `debtor ${row.debtor_id}` : `row ${row.raw.index}`;
    const same = byDebtor.get(key);
    if (same) same.push(row);
    else byDebtor.set(key, [row]);
  }
  const places = new Map<number, GroupPlace>();
  for (const debtorRows of byDebtor.values())
    for (const group of debtorGroups(debtorRows))
      for (const [place, { raw }] of group.rows.entries()) places.set(raw.index, { group, place });
  return { rows, places };
}

function placeOf({ raw }: ClaimRow, { places }: RowWindow): GroupPlace {
  const place = places.get(raw.index);
  if (place === undefined) throw new RangeError(`row ${raw.index} belongs to no group`);
  return place;
}

const withNote = <R extends ClaimRow | RefusedRow>(row: R, note: RowNote): R => ({
  ...row,
  raw: { ...row.raw, notes: [...(row.raw.notes ?? []), note] },
});

const DEBTOR_SPLIT: RowNote = {
  code: 'debtor_split',
  text: {
    ja: `この相手の行は${WINDOW}行より離れた場所にもあり、別々に判断しました。相手ごとに並べ替えて送ってください。`,
    en: `Other rows of this debtor are more than ${WINDOW} rows away and were decided separately. Sort the ledger by debtor.`,
  },
};

/** Debtors of earlier windows that are remembered, so that memory stays flat however long the ledger is. */
const REMEMBERED_MAX = 20_000;

function rememberDebtors({ rows }: RowWindow, earlier: Set<string>): void {
  for (const { debtor_id } of rows) if (debtor_id !== null) earlier.add(debtor_id);
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
  for await (const batch of inBatches(raws, whole || query.hours !== null ? Number.POSITIVE_INFINITY : WINDOW)) {
    const window = await query.work(windowOf(batch, query, earlier));
    rememberDebtors(window, earlier);
    const answers = new Map<DebtorGroup, GroupAnswer>();
    const decide = async (group: DebtorGroup): Promise<GroupAnswer> => {
      const known = answers.get(group);
      if (known) return known;
      const answer = await query.work(decideGroup(group, query));
      answers.set(group, answer);
      return answer;
    };
    const allotted = query.hours === null ? null : await withinHours(window, decide, query.hours, query);
    if (allotted !== null) price = allotted.price_of_one_more_hour;
    for (const row of window.rows) {
      if (!isClaimRow(row)) {
        totals.fail();
        yield refusedAnswer(row, query);
        continue;
      }
      const { group, place } = placeOf(row, window);
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

/** What is done about a group within the hours available, and its whole yen for each row. */
interface AllottedCourse {
  readonly course: CourseOfAction;
  readonly nets: readonly number[];
}

interface AllottedCourses {
  readonly byGroup: ReadonlyMap<DebtorGroup, AllottedCourse>;
  readonly price_of_one_more_hour: number;
}

/** Chooses a course of action for every group of a window that can be decided, so that `budget` hours are spent best. */
async function withinHours(
  { places }: RowWindow,
  decide: (group: DebtorGroup) => Promise<GroupAnswer>,
  budget: number,
  { work, tariffs }: PortfolioQuery,
): Promise<AllottedCourses> {
  const decided: DecidedGroup[] = [];
  const groups = new Set([...places.values()].map((place) => place.group));
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
