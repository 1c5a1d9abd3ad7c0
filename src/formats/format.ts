// The contract of a format: how an answer is written. A format is one file and one line in the registry.

import type { Report } from '../report/report.ts';
import type { Lang, Text } from '../values/text.ts';

/** The value of a cell: null means that the figure exists but is not known, undefined that there is no such figure. */
export type Cell = string | number | boolean | null | undefined;

/**
 * A column of a table: its name on the wire, its name for people, and its kind (`text` is a sentence, `share` a part of one,
 * `data` a scalar or JSON, `own` what the caller wrote, which stays as it is).
 */
export interface Column {
  readonly name: string;
  readonly label: Text;
  readonly kind: 'text' | 'plain' | 'amount' | 'share' | 'data' | 'own';
}

/** A figure that holds for the whole answer. */
export interface Fact extends Column {
  readonly value: Cell;
  /** Whether a page leaves it to a table that holds it, too. */
  readonly tabled?: true;
}

/** A figure of an answer: its name on the wire, its name for people, and its value. */
export const fact = (name: string, label: Text, value: Cell, kind: Fact['kind'] = 'plain'): Fact => ({
  name,
  label,
  value,
  kind,
});

/** A column of the rows of an answer: its name on the wire, and its name for people. */
export const column = (name: string, label: Text, kind: Column['kind'] = 'plain'): Column => ({ name, label, kind });

/** A table beside the rows of an answer, such as what is doubtful about them. */
export interface Part {
  /** Its name on the wire. */
  readonly name: string;
  /** Its title, in the language of the answer. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A small answer: structured for programs, one table for spreadsheets, a page for people. */
export interface Sheet {
  /** Name of a file that holds it, without extension. */
  readonly name: string;
  /** The answer as it is. */
  readonly value: unknown;
  /** One sentence that says it, in the language of the answer. */
  readonly headline: string;
  /** Figures that hold for the whole answer; a table repeats them on every row, before the row's own cells. */
  readonly facts: readonly Fact[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What to know about the figures, in the language of the answer. */
  readonly notes: readonly string[];
  /** What the answer was computed with; a table repeats it in the last cells of every row. */
  readonly origin: readonly Fact[];
  /** What a page that reports it is called, in the language of the answer. */
  readonly title?: string;
  /** Tables beside the rows; formats for people show them before the rows. */
  readonly parts?: readonly Part[];
  /** Indices of rows that take no part in the answer and are only handed back. */
  readonly aside?: ReadonlySet<number>;
  /** Names of columns of amounts whose sum says something. */
  readonly summed?: readonly string[];
}

/** How the caller wants a table laid out. */
export interface Layout {
  /** The first line: names on the wire, names in a language, or none. */
  readonly header: 'key' | Lang | null;
  /** Names of the columns wanted, in their order; all when null. */
  readonly out: readonly string[] | null;
  /** Whether the table is kept as a file. */
  readonly download: boolean;
}

/** The layout of a table about which the caller says nothing. */
export const PLAIN_LAYOUT: Layout = { header: 'key', out: null, download: false };

/** How delimited text is written. */
export interface Dialect {
  /** What stands between two cells. */
  readonly separator: string;
  /** What ends a row. */
  readonly end: string;
  /** Makes a text safe to stand between separators. */
  readonly guarded: (text: string) => string;
}

/** A written answer: a text, or the bytes of a file. */
export type Content = string | Uint8Array<ArrayBuffer>;

/** One way of writing an answer. */
export interface Format {
  /** Value of `format=`, and extension of the address. */
  readonly extension: string;
  readonly media_type: string;
  readonly label: Text;
  /** Columns of an evaluation, where the format is a table. */
  readonly columns?: readonly string[];
  /** How its cells are separated, where it is delimited text. */
  readonly dialect?: Dialect;
  /** Whether it is kept as a file and read by people: its headings are then in their language unless the caller asks for something else. */
  readonly isFile?: true;
  readonly write: (report: Report, lang: Lang, layout: Layout) => Content;
  readonly writeSheet: (sheet: Sheet, lang: Lang, layout: Layout) => Content;
}

/** A format that is text. */
export interface TextFormat extends Format {
  readonly write: (report: Report, lang: Lang, layout: Layout) => string;
  readonly writeSheet: (sheet: Sheet, lang: Lang, layout: Layout) => string;
}

/** The layout of a format about which the caller says nothing. */
export const plainLayout = ({ isFile }: Format, lang: Lang): Layout =>
  isFile ? { ...PLAIN_LAYOUT, header: lang, download: true } : PLAIN_LAYOUT;
