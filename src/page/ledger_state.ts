// What the page knows of a ledger: its cells, how they were read, what was corrected by hand, and the answers that have come so far.

import { effect, signal, untracked } from '@preact/signals';
import type { PortfolioSummary, RowAnswer } from '../portfolio/answer.ts';
import type { Mapping } from '../portfolio/mapping.ts';
import type { Problem } from '../problem.ts';
import type { FileCells } from './messages.ts';
import { answerText, LatestAsked, lister } from './service.ts';
import { lang } from './state.ts';

/** A ledger as it was dropped or pasted. */
export interface DroppedLedger extends FileCells {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How a ledger was read. */
export type TableReading = Mapping & { readonly rows: number; readonly missing: readonly string[] };

/** Values asked for of every row. */
const WANTED =
  'best,best_label,best_net,family,family_label,margin,call,p10,p90,months_to_cash,first_step,review_on,limitation_last_day,interest,warnings';

export const ledger = signal<DroppedLedger | null>(null);
export const reading = signal<TableReading | null>(null);
/** Fields chosen by hand, by the place of the column; an empty text takes a column out. */
export const corrections = signal<ReadonlyMap<number, string>>(new Map());
export const ledgerFailure = signal<string | null>(null);
export const answers = signal<readonly RowAnswer[]>([]);
export const summary = signal<PortfolioSummary | null>(null);
export const isRunning = signal(false);
export const hours = signal('');

/** What the answers are narrowed to. */
export const filter = signal('');
export const onlyOption = signal('');

let stop: (() => void) | null = null;
/** The budget with which the answers were valued, whatever has been typed since. */
let hoursSpent = '';
/** What is asked of the table that was taken last, with the columns that were chosen last. */
const latestReading = new LatestAsked();

/** The table with the headings that were chosen by hand. */
function correctedCells(): readonly (readonly string[])[] {
  const { cells } = ledger.value ?? { cells: [] };
  const line = (reading.value?.header_line ?? 1) - 1;
  if (corrections.value.size === 0) return cells;
  const taken = new Set(corrections.value.values());
  const columns = reading.value?.columns ?? [];
  const heading = (cells[line] ?? []).map((text, place) => {
    const chosen = corrections.value.get(place);
    if (chosen !== undefined) return chosen === '' ? `(${text})` : chosen;
    // A field that was given to another column is taken from the one that had it.
    const own = columns.find(({ index }) => index === place)?.field;
    return own !== null && own !== undefined && taken.has(own) ? `(${text})` : text;
  });
  return cells.map((row, place) => (place === line ? heading : row));
}

const failureText = (text: string): string => {
  const { detail, errors = [] } = JSON.parse(text) as Problem;
  return [detail, ...errors.map((error) => `${error.detail} ${error.expected}`)].join(' ');
};

/** A table of which the service cannot tell the headings: its first line with several cells, all of whose columns are chosen by hand. */
function unreadTable(why: string): TableReading {
  const cells = ledger.value?.cells ?? [];
  const first = cells.findIndex((row) => row.filter((text) => text.trim() !== '').length > 1);
  const line = reading.value?.header_line ?? Math.max(0, first) + 1;
  const fields = new Set(corrections.value.values());
  return {
    encoding: null,
    separator: null,
    layout: 'open_items',
    preset: null,
    header_line: line,
    unit: 1,
    as_of: null,
    columns: (cells[line - 1] ?? []).map((header, index) => {
      const field = corrections.value.get(index) || null;
      return { index, header, field, label: null, by: null, doubt: null };
    }),
    name_column: null,
    doubts: [{ code: 'not_read', text: why, line: null }],
    left_out: { count: 0, by_reason: {}, lines: [] },
    rows: 0,
    missing: ['amount', 'due_date'].filter((field) => !fields.has(field)),
  };
}

/** Asks how the table is read. */
export async function askReading(): Promise<void> {
  const body = JSON.stringify({ table: correctedCells() });
  const answer = await lister.ask({ path: `/v1/portfolio/map?lang=${lang.value}`, body }, latestReading.next());
  if (answer === null) return;
  const text = answerText(answer);
  if (answer.status !== 200) {
    reading.value = unreadTable(failureText(text));
    return;
  }
  const read = JSON.parse(text) as TableReading;
  const known = reading.value;
  // Headings stay those of the file where they were corrected.
  const columns = read.columns.map((column) => {
    const before = known?.columns.find(({ index }) => index === column.index);
    return before === undefined ? column : { ...column, header: before.header };
  });
  const doubts = [...(ledger.value?.doubts ?? []), ...read.doubts];
  reading.value = { ...read, header_line: known?.header_line ?? read.header_line, columns, doubts };
}

function forgetAnswers(): void {
  stop?.();
  stop = null;
  isRunning.value = false;
  answers.value = [];
  summary.value = null;
  ledgerFailure.value = null;
  // What other answers were narrowed to may hide all of the next ones.
  filter.value = '';
  onlyOption.value = '';
}

/** Takes a file or pasted text. */
export async function take(name: string, bytes: Uint8Array<ArrayBuffer>, sheet?: string): Promise<void> {
  forgetAnswers();
  reading.value = null;
  corrections.value = new Map();
  ledger.value = null;
  await readCells(name, bytes, sheet);
}

/** Reads the cells of a file, and how they are understood. */
async function readCells(name: string, bytes: Uint8Array<ArrayBuffer>, sheet?: string): Promise<void> {
  const named = sheet === undefined ? '' : `&sheet=${encodeURIComponent(sheet)}`;
  const path = `/page/cells?lang=${lang.value}${named}`;
  const answer = await lister.ask({ path, body: bytes, type: 'application/octet-stream' }, latestReading.next());
  if (answer === null) return;
  const text = answerText(answer);
  if (answer.status !== 200) ledgerFailure.value = failureText(text);
  else ledger.value = { name, ...(JSON.parse(text) as FileCells), bytes };
  if (ledger.value !== null) await askReading();
}

/** Says again in the language of the page what was said of a list in another. */
async function sayAgain(): Promise<void> {
  const known = ledger.value;
  if (known === null) return;
  const isValued = isRunning.value || answers.value.length > 0;
  await readCells(known.name, known.bytes, known.sheets.length > 1 ? known.origin : undefined);
  if (isValued) run();
}

/** Lets what is said of a list follow the language. */
export function followLanguage(): void {
  effect(() => {
    void lang.value;
    void untracked(sayAgain);
  });
}

/** Gives a column another field. */
export async function correct(place: number, field: string): Promise<void> {
  forgetAnswers();
  corrections.value = new Map([...corrections.value, [place, field]]);
  await askReading();
}

const addressOf = (more: string): string => {
  const budget = hoursSpent === '' ? '' : `&hours=${encodeURIComponent(hoursSpent)}`;
  return `/v1/portfolio?map=auto&lang=${lang.value}&out=${WANTED}${budget}${more}`;
};

/** Values all rows; answers are shown while they come. */
export function run(): void {
  forgetAnswers();
  isRunning.value = true;
  hoursSpent = hours.value;
  const decoder = new TextDecoder();
  let rest = '';
  let found: RowAnswer[] = [];
  let drawn = 0;
  const body = JSON.stringify({ table: correctedCells() });
  const line = (text: string): void => {
    if (text === '') return;
    const read = JSON.parse(text);
    if ('summary' in read) summary.value = read.summary;
    else if ('problem' in read && !('index' in read)) ledgerFailure.value = read.problem.detail;
    else found.push(read);
  };
  const rows = reading.value?.rows ?? 0;
  stop = lister.listenToList({ path: addressOf('&format=ndjson'), body }, rows, (answer) => {
    if ('piece' in answer) {
      rest += decoder.decode(answer.piece, { stream: true });
      if (answer.status !== 200) return;
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) line(text);
      // The table is drawn a few times a second, not at every row.
      if (performance.now() - drawn < 250) return;
      drawn = performance.now();
      answers.value = found;
      found = [...found];
      return;
    }
    if (answer.status === 200) line(rest);
    else ledgerFailure.value = failureText(rest);
    answers.value = found;
    isRunning.value = false;
    stop = null;
  });
}

/** Hears no more of a run; the rows that have come stay. */
export function cancel(): void {
  stop?.();
  stop = null;
  isRunning.value = false;
}

/** Gives a file to the person who asked for it. */
export function download(name: string, content: Uint8Array<ArrayBuffer> | string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const isSaving = signal(false);

/** Writes the answers as the service does, and saves them. */
export async function save(extension: string, type: string): Promise<void> {
  isSaving.value = true;
  const body = JSON.stringify({ table: correctedCells() });
  const path = addressOf(`&format=${extension}&header=${lang.value}&download=1`);
  const answer = await lister.ask({ path, body });
  isSaving.value = false;
  if (answer.status !== 200) ledgerFailure.value = failureText(answerText(answer));
  else download(`kaishu.${extension}`, answer.bytes, type);
}
