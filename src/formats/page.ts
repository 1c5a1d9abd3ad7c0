// A page of a workbook: paragraphs and tables one below another on a sheet that is printed on one A4 page. All of them share one grid of
// narrow columns; each column of a table takes as many of these as its texts need.

import { screenWidth } from './screen_width.ts';
import type { CellTone, Look, WorkbookCell, WorkbookSheet } from './workbook.ts';

/** A part of a page: a paragraph, or a table under its title. */
export type PageBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: CellTone }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly headings: readonly string[];
      readonly rows: readonly (readonly WorkbookCell[])[];
      /** What stands below it, such as where its other rows are. */
      readonly below?: string;
    };

/** A page: its name as a sheet, its blocks, and how it is printed. */
export interface Page {
  readonly name: string;
  readonly blocks: readonly PageBlock[];
  readonly landscape: boolean;
  readonly foot: string;
}

/** Columns of the grid. */
const GRID = 52;
/** Characters across a page at the usual size of its text. */
const ACROSS = { portrait: 104, landscape: 150 } as const;
/** Characters beyond which a column does not ask for more room of its own. */
const OWN_ROOM_MAX = 14;
/** Characters that a heading asks for; a longer one goes on in the next line. */
const HEADING_ROOM_MAX = 8;
/** Points of a line of text. */
export const LINE_POINTS = 15;
const MARGIN_POINTS = 3;
const TITLE_POINTS = 26;
const GAP_POINTS = 7;

/** How wide a cell is when it is written in one line, in characters. */
export function cellWidth(cell: WorkbookCell): number {
  switch (cell?.kind) {
    case 'text':
      return screenWidth(cell.text);
    case 'number':
      return Math.round(cell.value).toLocaleString('en').length + (cell.look?.format === 'decimal' ? 4 : 1);
    case 'day':
      return 10;
    case 'formula':
      return cell.value === undefined ? 12 : Math.round(cell.value).toLocaleString('en').length + 1;
    default:
      return 0;
  }
}

/** The heading of a column with these cells: flush right over figures. */
export const headingCell = (text: string, cells: readonly WorkbookCell[]): WorkbookCell => {
  const first = cells.find((cell) => cell !== null);
  const look: Look = { tone: 'head', wrap: true };
  return { kind: 'text', text, look: first?.kind === 'number' ? { ...look, right: true } : look };
};

/** How many columns of the grid each column of a table takes. */
function spansOf(widths: readonly number[], room: number): number[] {
  const spans = widths.map((width) => Math.max(1, Math.ceil((Math.min(width, OWN_ROOM_MAX) + 1.5) / room)));
  const taken = () => spans.reduce((sum, span) => sum + span, 0);
  const widen = (place: number, by: number): void => {
    spans[place] = (spans[place] ?? 0) + by;
  };
  while (taken() > GRID && Math.max(...spans) > 1) widen(spans.indexOf(Math.max(...spans)), -1);
  // What is left goes, column by column, to the text that would break into most lines.
  while (taken() < GRID) {
    const lines = spans.map((span, i) => linesTaken(widths[i] ?? 0, span * room));
    const most = Math.max(...lines);
    if (most <= 1) break;
    widen(lines.indexOf(most), 1);
  }
  return spans;
}

/** The lines that a text takes in so many characters; a line rarely breaks exactly at its end. */
const linesTaken = (width: number, room: number): number =>
  Math.max(1, Math.ceil((width * 1.03) / Math.max(1, room - 0.5)));

/** Points of a row whose texts break within their columns: what nobody states, not every program finds out. */
export const rowPoints = (
  cells: readonly WorkbookCell[],
  widths: readonly number[],
  points: number = LINE_POINTS,
): number =>
  Math.max(1, ...cells.map((cell, i) => (cell?.kind === 'text' ? linesTaken(cellWidth(cell), widths[i] ?? 0) : 1))) *
    points +
  MARGIN_POINTS;

/** The rows of a page while they are laid out. */
class PageRows {
  readonly rows: WorkbookCell[][] = [];
  readonly heights = new Map<number, number>();
  readonly merged: [number, number, number][] = [];
  readonly #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  /** Adds a row of cells, each over its columns of the grid. */
  add(cells: readonly WorkbookCell[], spans: readonly number[], look: Look, points = LINE_POINTS): void {
    const y = this.rows.length;
    const row: WorkbookCell[] = [];
    for (const [i, span] of spans.entries()) {
      const cell = cells[i] ?? null;
      const from = row.length;
      row.push(cell === null ? { kind: 'blank', look } : { ...cell, look: { ...look, ...cell.look } });
      for (let more = 1; more < span; more++) row.push({ kind: 'blank', look });
      if (span > 1) this.merged.push([y, from, from + span - 1]);
    }
    this.rows.push(row);
    const widths = spans.map((span) => span * this.#room);
    this.heights.set(y, rowPoints(cells, widths, points));
  }

  /** Leaves a gap before the next block. */
  gap(): void {
    this.heights.set(this.rows.length, GAP_POINTS);
    this.rows.push([]);
  }
}

/** Lays the blocks of a page out as a sheet. */
export function pageSheet({ name, blocks, landscape, foot }: Page): WorkbookSheet {
  const room = (landscape ? ACROSS.landscape : ACROSS.portrait) / GRID;
  const page = new PageRows(room);
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const { text, tone = 'plain' } = block;
      page.add([{ kind: 'text', text }], [GRID], { tone, wrap: true }, tone === 'title' ? TITLE_POINTS : LINE_POINTS);
      continue;
    }
    const { title, headings, rows, below } = block;
    page.gap();
    page.add([{ kind: 'text', text: title }], [GRID], { tone: 'strong' });
    const widths = headings.map((heading, i) =>
      Math.max(Math.min(screenWidth(heading), HEADING_ROOM_MAX) + 1, ...rows.map((row) => cellWidth(row[i] ?? null))),
    );
    const spans = spansOf(widths, room);
    page.add(
      headings.map((text, i) =>
        headingCell(
          text,
          rows.map((row) => row[i] ?? null),
        ),
      ),
      spans,
      { tone: 'head', wrap: true },
    );
    for (const row of rows) page.add(row, spans, { tone: 'row', wrap: true });
    if (below !== undefined) page.add([{ kind: 'text', text: below }], [GRID], { tone: 'aside', wrap: true });
  }
  return {
    name,
    widths: Array.from({ length: GRID }, () => Math.round(room * 100) / 100),
    rows: page.rows,
    heights: page.heights,
    merged: page.merged,
    frozen: 0,
    print: { landscape, one_page: true },
    foot,
  };
}
