// How a query asks for a table to be laid out: the language of its first line, the columns wanted, and whether it is kept as a file.

import { z } from 'zod';
import { didYouMean, nearest } from '../fields/nearest.ts';
import { readFlag } from '../fields/word.ts';
import { type Format, type Layout, plainLayout } from '../formats/format.ts';
import { type FieldError, parameterError } from '../problem.ts';
import type { Lang } from '../values/text.ts';

/** What the first line of a table may be. */
export const HEADERS = ['key', 'ja', 'en', '0'] as const;

/** Parameters of a layout; what is asked is read without them. */
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

/** The layout that a query asks for, with every mistake in it. `columns` are those that may be chosen; none where all belong together. */
export function chosenLayout(
  pairs: readonly (readonly [string, string])[],
  format: Format,
  lang: Lang,
  columns: readonly string[] | undefined,
): { readonly layout: Layout; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const wrong = (parameter: string, code: string, detail: string, expected: string): null => {
    errors.push(parameterError(parameter, code, detail, expected));
    return null;
  };
  const say = (ja: string, en: string) => (lang === 'ja' ? ja : en);
  const given = (name: string): string | undefined => {
    const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
    if (values.length > 1)
      wrong(
        name,
        'repeated_parameter',
        say(`${name} が二度書かれています。`, `${name} is given more than once.`),
        say('一度だけ', 'once'),
      );
    return values[0] === '' ? undefined : values[0];
  };
  const isTable = format.columns !== undefined;
  const forTables = (name: string): null =>
    wrong(
      name,
      'not_a_table',
      say(`${name} は表（csv、tsv、xlsx）のときだけ使えます。`, `${name} is for tables (csv, tsv, xlsx) only.`),
      say('csv、tsv、xlsx のどれか', 'csv, tsv or xlsx'),
    );

  const header = given('header');
  const out = given('out');
  const download = given('download');
  const known = HEADERS.find((one) => one === header?.toLowerCase());
  if (header !== undefined && !isTable) forTables('header');
  else if (header !== undefined && known === undefined)
    wrong(
      'header',
      'unknown_value',
      say('見出しは key、ja、en、0 のどれかです。', 'header is one of key, ja, en, 0.'),
      HEADERS.join(', '),
    );
  const names = out?.split(',').map((name) => name.trim().toLowerCase()) ?? null;
  if (names !== null && (!isTable || columns === undefined)) forTables('out');
  else
    for (const name of names?.filter((one) => !columns?.includes(one)) ?? []) {
      const near = nearest(name, columns ?? []);
      wrong(
        'out',
        'unknown_value',
        say(
          `「${name.slice(0, 64)}」という列はありません。${didYouMean(near).ja}`,
          `There is no column "${name.slice(0, 64)}".${didYouMean(near).en}`,
        ),
        (columns ?? []).join(', '),
      );
    }
  const plain = plainLayout(format, lang);
  const file = download === undefined ? null : readFlag(download);
  if (file && !file.ok) wrong('download', file.code, file.detail[lang], file.expected[lang]);
  return {
    layout: {
      header: header === undefined ? plain.header : known === '0' ? null : (known ?? plain.header),
      out: names,
      download: file?.ok === true ? file.value : plain.download,
    },
    errors,
  };
}
