// The layout of a table as a query asks for it: the language of its first line, its columns, and whether it is kept as a file.

import * as z from 'zod';
import { didYouMean, nearest } from '../fields/nearest.ts';
import { readFlag } from '../fields/word.ts';
import { type Format, type Layout, plainLayout } from '../formats/format.ts';
import { type FieldError, parameterError } from '../problem.ts';
import { repeatedName } from '../request/mistakes.ts';
import type { Lang, Text } from '../values/text.ts';
import { tableFormats } from './negotiation.ts';
import { alternatives } from './problem_help.ts';

/** What the first line of a table may be. */
export const HEADERS = ['key', 'ja', 'en', '0'] as const;

/** Parameters of a layout, in the order in which they are read; the query of a resource does not hold them. */
export const LAYOUT_PARAMETERS: readonly string[] = ['header', 'out', 'download'];

/** The parameters of a layout, for the description of an address. */
export const layoutFields = {
  header: z.enum(HEADERS).optional().meta({
    description: 'First line of a table: names on the wire (key), names in a language, or none (0).',
    example: 'ja',
    'x-label-ja': '見出し',
  }),
  download: z.enum(['0', '1']).optional().meta({
    description: 'Whether the answer is kept as a file; a table then begins with a byte order mark.',
    example: '1',
    'x-label-ja': 'ファイルとして保存',
  }),
};

/** The columns that a table of an evaluation may be limited to. */
export const columnsField = {
  out: z.string().max(1000).optional().meta({
    description: 'Columns wanted, as comma text, in their order.',
    example: 'option_label,net_value',
    'x-label-ja': '出力する列',
  }),
};

/** The mistakes in one query, gathered while it is read. */
class LayoutErrors {
  readonly found: FieldError[] = [];
  readonly lang: Lang;

  constructor(lang: Lang) {
    this.lang = lang;
  }

  /** Notes a mistake in a parameter. */
  add(parameter: string, code: string, detail: Text, expected: Text): void {
    this.found.push(parameterError(parameter, code, detail[this.lang], expected[this.lang]));
  }

  /** Notes that a parameter is for tables, which the answer is not. */
  notATable(parameter: string): void {
    const { ja, en } = alternatives(tableFormats.map(({ extension }) => extension));
    const names = tableFormats.map(({ extension }) => extension);
    this.add(
      parameter,
      'not_a_table',
      {
        ja: `${parameter} は表（${names.join('、')}）のときだけ使えます。`,
        en: `${parameter} is for tables (${names.join(', ')}) only.`,
      },
      { ja, en },
    );
  }

  /** The one value of a parameter; none for an empty one. */
  single(pairs: readonly (readonly [string, string])[], name: string): string | undefined {
    const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
    if (values.length > 1) {
      const { code, detail, expected } = repeatedName(name);
      this.add(name, code, detail, expected);
    }
    return values[0] === '' ? undefined : values[0];
  }
}

/** The first line that the caller names; `usual` without one. */
function readHeader(stated: string | undefined, usual: Layout['header'], errors: LayoutErrors): Layout['header'] {
  if (stated === undefined) return usual;
  const known = HEADERS.find((one) => one === stated.toLowerCase());
  if (known !== undefined) return known === '0' ? null : known;
  const all = { ja: HEADERS.join('、'), en: HEADERS.join(', ') };
  errors.add(
    'header',
    'unknown_value',
    { ja: `見出しは ${all.ja} のどれかです。`, en: `header is one of ${all.en}.` },
    { ja: all.en, en: all.en },
  );
  return usual;
}

/** The columns that the caller names, of those that may be chosen. */
function readColumns(stated: string, columns: readonly string[], errors: LayoutErrors): readonly string[] {
  const names = stated.split(',').map((name) => name.trim().toLowerCase());
  for (const name of names.filter((one) => !columns.includes(one))) {
    const near = didYouMean(nearest(name, columns));
    const shown = name.slice(0, 64);
    const all = columns.join(', ');
    errors.add(
      'out',
      'unknown_value',
      { ja: `「${shown}」という列はありません。${near.ja}`, en: `There is no column "${shown}".${near.en}` },
      { ja: all, en: all },
    );
  }
  return names;
}

/** The layout that a query names, with every mistake in it. `columns` are those that may be chosen; none where all belong together. */
export function chosenLayout(
  pairs: readonly (readonly [string, string])[],
  format: Format,
  lang: Lang,
  columns: readonly string[] | undefined,
): { readonly layout: Layout; readonly errors: readonly FieldError[] } {
  const errors = new LayoutErrors(lang);
  const isTable = format.columns !== undefined;
  const usual = plainLayout(format, lang);
  const [header, out, download] = LAYOUT_PARAMETERS.map((name) => errors.single(pairs, name));
  if (header !== undefined && !isTable) errors.notATable('header');
  if (out !== undefined && (!isTable || columns === undefined)) errors.notATable('out');
  const layout = {
    header: isTable ? readHeader(header, usual.header, errors) : usual.header,
    out: out === undefined || !isTable || columns === undefined ? null : readColumns(out, columns, errors),
  };
  const file = download === undefined ? null : readFlag(download);
  if (file !== null && !file.ok) errors.add('download', file.code, file.detail, file.expected);
  return {
    layout: { ...layout, download: file?.ok === true ? file.value : usual.download },
    errors: errors.found,
  };
}
