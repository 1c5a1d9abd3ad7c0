// Lists that are typed row by row, such as what has happened to a claim. A list stands in its field as JSON, as links hold it; a row takes part
// in the request once what it cannot do without is filled in.

import type { DescribedField } from '../fields/field.ts';
import { listMembers } from './catalogue.ts';
import { MEMBERS_OF_KINDS } from './field_words.ts';
import { errors, isRowComplete, typed, write } from './state.ts';

/** A row as it was typed: texts by the names of its members; an empty one is not there. */
export type ListRow = Readonly<Record<string, string>>;

/** Most rows of a list that are typed by hand. */
export const ROWS_TYPED_MAX = 20;

/** The rows of a list as they are typed; none where a link holds no list. */
export function rowsOf(name: string): readonly ListRow[] {
  try {
    const read: unknown = JSON.parse(typed.value[name] ?? '[]');
    if (!Array.isArray(read)) return [];
    return read.map((row: unknown) =>
      Object.fromEntries(Object.entries(row ?? {}).map(([member, value]) => [member, String(value)])),
    );
  } catch {
    return [];
  }
}

const writeRows = (name: string, rows: readonly ListRow[]): void =>
  write(name, rows.length === 0 ? '' : JSON.stringify(rows));

/** Adds an empty row at the end. */
export const addRow = (name: string): void => writeRows(name, [...rowsOf(name), {}]);

/** Takes a row out. */
export const removeRow = (name: string, place: number): void =>
  writeRows(
    name,
    rowsOf(name).filter((_, i) => i !== place),
  );

/** Writes a member of a row; an empty text takes it out. */
export function writeMember(name: string, place: number, member: string, value: string): void {
  const rows = rowsOf(name).map((row, i) => {
    if (i !== place) return row;
    const { [member]: _, ...others } = row;
    return value === '' ? others : { ...others, [member]: value };
  });
  writeRows(name, rows);
}

/** The members that a row shows: those that say something about its kind, and those that are filled in. */
export const shownMembers = (name: string, row: ListRow): readonly DescribedField[] =>
  (listMembers.value.get(name) ?? []).filter(({ name: member }) => {
    const kinds = MEMBERS_OF_KINDS[`${name}.${member}`];
    return kinds === undefined || row[member] !== undefined || kinds.includes(row.kind ?? '');
  });

/** The mistakes in a member of a row. The service counts the rows that it was sent. */
export function mistakesInMember(name: string, place: number, member: string) {
  const rows = rowsOf(name);
  const [row] = rows.slice(place);
  if (row === undefined || !isRowComplete(name, row)) return [];
  const sent = rows.slice(0, place).filter((one) => isRowComplete(name, one)).length;
  return errors.value.filter(({ parameter }) => parameter === `${name}.${sent}.${member}`);
}
