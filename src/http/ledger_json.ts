// Rows of JSON as systems answer them: a list inside an envelope such as {"data": […]}, and records whose members are records themselves.

import type { CellTable } from '../ledger/cells/profile.ts';
import { type LedgerNote, note } from '../ledger/found.ts';
import type { LedgerSheet } from '../ledger/workbook/workbook.ts';
import type { FieldValues } from '../portfolio/row.ts';
import { isRawObject } from '../request/raw_object.ts';
import { addDays, isoDay } from '../values/day.ts';

/** Records inside one another that are looked into. */
const RECORDS_DEEP = 4;

const isListOfRecords = (value: unknown): value is readonly FieldValues[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRawObject);

/** A list of records and the names under which it stands. */
interface NamedList {
  readonly name: string;
  readonly records: readonly FieldValues[];
}

/** The lists of records inside a record, not looking into lists. */
const listsIn = (record: FieldValues, path: readonly string[] = []): NamedList[] =>
  Object.entries(record).flatMap(([name, value]) =>
    isListOfRecords(value)
      ? [{ name: [...path, name].join('.'), records: value }]
      : isRawObject(value) && path.length < RECORDS_DEEP
        ? listsIn(value, [...path, name])
        : [],
  );

/** Whether an envelope says that what it holds is not all: another page, or more records than it has. */
const hasMore = (record: FieldValues, count: number, depth = 0): boolean =>
  Object.entries(record).some(
    ([name, value]) =>
      (/^has_?more$/i.test(name) && value === true) ||
      (/next/i.test(name) && value !== null && value !== false && value !== '' && value !== 0) ||
      (/^offset$/i.test(name) && typeof value === 'string' && value !== '') ||
      (/^(?:total_?(?:count|results|records|items|rows|size)|count)$/i.test(name) && Number(value) > count) ||
      (isRawObject(value) && depth < RECORDS_DEEP && hasMore(value, count, depth + 1)),
  );

/** The rows of a body of JSON, and what is doubtful about them. */
export interface RowsOfJson {
  readonly body: FieldValues;
  readonly doubts: readonly LedgerNote[];
  /** Its lists, where it has several: one of them is chosen as a sheet is. */
  readonly lists?: readonly LedgerSheet[];
}

/**
 * A body of JSON with its only list of records as `rows`, where it names neither rows nor a table. Members that `isKnown` does not know
 * belong to the envelope. A body with several lists, or none, is unchanged.
 */
export function rowsOfEnvelope(value: unknown, isKnown: (name: string) => boolean): RowsOfJson {
  if (Array.isArray(value) && value.length > 0)
    return { body: value.every(Array.isArray) ? { table: value } : { rows: value }, doubts: [] };
  // A value that is no record has no members; the answer names those that are missing.
  if (!isRawObject(value)) return { body: {}, doubts: [] };
  if (value.rows !== undefined || value.table !== undefined) return { body: value, doubts: [] };
  const isOwn = ([name, member]: [string, unknown]): boolean => isKnown(name) && !isListOfRecords(member);
  const own = Object.entries(value).filter(isOwn);
  const envelope = Object.fromEntries(Object.entries(value).filter((one) => !isOwn(one)));
  const lists = listsIn(envelope);
  const [list] = lists;
  if (list === undefined) return { body: value, doubts: [] };
  const body = Object.fromEntries(own);
  const count = lists.reduce((sum, { records }) => sum + records.length, 0);
  const doubts = hasMore(envelope, count)
    ? [
        note(
          'more_pages',
          `この JSON には続きのページがあり、読んだのは${count}件だけです。全件を送ってください。`,
          `This JSON says that more pages follow; only its ${count} records are read. Send all of them.`,
        ),
      ]
    : [];
  if (lists.length === 1) return { body: { ...body, rows: list.records }, doubts };
  return { body: value, doubts, lists: lists.map(sheetOfList) };
}

const sheetOfList = ({ name, records }: NamedList): LedgerSheet => ({
  name,
  hidden: false,
  cells: cellsOfRows(records) as LedgerSheet['cells'],
  hiddenRows: 0,
  struckRows: [],
});

/** Members that hold the fields of a record and name nothing themselves. */
const CONTAINERS = new Set(['attributes', 'fields', 'properties', 'node']);

const EPOCH = isoDay(1970, 1, 1);
/** Seconds within which an instant of an open list lies, from 2001 to 2039. */
const INSTANTS = { from: 1e9, to: 2.2e9 };
const JAPAN_SECONDS = 9 * 3600;
const SECONDS_OF_DAY = 86_400;

/** The day in Japan of an instant: /Date(1785456000000+0000)/, or seconds or milliseconds under the name of a day. Others are unchanged. */
function plainValue(name: string, value: unknown): unknown {
  const written = typeof value === 'string' ? /^\/Date\((\d{1,14})(?:[+-]\d{4})?\)\/$/.exec(value)?.[1] : undefined;
  const stated = written ?? (/(?:^|_)date$|Date$|_at$|At$/.test(name) && typeof value === 'number' ? value : undefined);
  const seconds = Number(stated) >= INSTANTS.from * 1000 ? Number(stated) / 1000 : Number(stated);
  return seconds >= INSTANTS.from && seconds <= INSTANTS.to
    ? addDays(EPOCH, Math.floor((seconds + JAPAN_SECONDS) / SECONDS_OF_DAY))
    : value;
}

/** Adds the members of a record to a flat one, under the names of the records around them. */
function flatten(record: FieldValues, path: readonly string[], into: Map<string, unknown>): void {
  for (const [name, value] of Object.entries(record)) {
    if (isRawObject(value)) {
      // A list inside a record is that of its items.
      if (path.length >= RECORDS_DEEP || listsIn(value).length > 0) continue;
      flatten(value, CONTAINERS.has(name) ? path : [...path, name.replace(/(?<=[a-z])Ref$/, '')], into);
      continue;
    }
    if (Array.isArray(value) || (name === 'type' && 'value' in record)) continue;
    // An amount in a record of its own has its currency beside it.
    const isCurrency = path.length > 0 && /^currency(?:_?code)?$/i.test(name);
    // What a value beside a name is, is the code of who is named.
    const last = path.length > 0 && name === 'value' ? ('name' in record ? ['id'] : []) : [name];
    const heading = isCurrency ? 'currency' : [...path, ...last].join('.');
    if (!into.has(heading)) into.set(heading, plainValue(name, value));
  }
}

/** Rows of JSON as a table: a line of headings, and a line for each row. */
export function cellsOfRows(rows: readonly unknown[]): CellTable {
  const flat = rows.map((row) => {
    const into = new Map<string, unknown>();
    if (!isRawObject(row)) return into;
    const [only, ...others] = Object.values(row);
    flatten(others.length === 0 && isRawObject(only) ? only : row, [], into);
    return into;
  });
  const headings = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  return [headings, ...flat.map((row) => headings.map((name) => row.get(name)))];
}
