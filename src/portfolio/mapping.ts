// How a ledger was read, for the caller: its columns and their fields, what is doubtful, and which lines are no receivables.

import * as z from 'zod';
import { type Ledger, type LedgerNote, note } from '../ledger/found.ts';
import { PRESET_CERTAINTY, PRESETS } from '../ledger/headings/presets.ts';
import { FIELD_LABELS } from '../request/composition.ts';
import { forDescription } from '../values/description.ts';
import type { Lang, Text } from '../values/text.ts';

/** Most lines listed that were left out. */
const LEFT_OUT_SHOWN = 20;
/** Most characters shown of a heading. */
const HEADING_SHOWN = 100;

const NAME_LABELS: Readonly<Record<string, Text>> = {
  id: { ja: '番号', en: 'number of the receivable' },
  debtor_id: { ja: '相手方', en: 'debtor' },
};
const fieldLabel = (field: string | null, lang: Lang): string | null =>
  field === null ? null : ((NAME_LABELS[field] ?? FIELD_LABELS.get(field))?.[lang] ?? field);

const nullable = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
const textMember = (description: string, example: string) => z.string().meta({ description, example });
const lineMember = (description: string) => z.int().min(1).meta({ description, example: 7 });

/** The schema of a note on a ledger. */
export const noteSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      code: textMember('Stable code.', 'credits_left_out'),
      text: textMember('What to know, in words.', 'マイナスの行が1件あります。'),
      line: nullable(lineMember('Line of the table; null when it concerns all of it.')),
    })
    .meta({ id: 'LedgerNote', description: 'Something to know about a ledger.' }),
);

/** The schema of how a ledger was read. */
export const mappingSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      encoding: nullable(textMember('Encoding that the file was read in; null for a JSON table.', 'shift_jis')),
      separator: nullable(textMember('Separator of the cells; null for a JSON table.', ',')),
      sheet: textMember('Sheet of the workbook that was read; absent for other files.', '売掛金一覧').optional(),
      layout: z.enum(['open_items', 'aging']).meta({
        description: 'One line for each receivable, or one for each debtor with a column for each age.',
        example: 'open_items',
      }),
      preset: nullable(
        z
          .object({
            id: textMember('Id of the accounting system.', 'freee'),
            name: textMember('Its name.', 'freee会計'),
            certainty: textMember('How sure its headings are: none was compared with a file.', PRESET_CERTAINTY),
          })
          .meta({ description: 'Accounting system whose headings these are; null when none is recognised.' }),
      ),
      header_line: lineMember('Line of the headings.'),
      unit: z.int().meta({ description: 'What the amounts of the table are multiplied by.', example: 1000 }),
      as_of: nullable(textMember('Day of the table, where it says so.', '2026-10-31')),
      columns: z
        .array(
          z
            .object({
              index: z.int().min(0).meta({ description: 'Place of the column, from 0.', example: 6 }),
              header: textMember('Heading as it is written, at most 100 characters.', '未決済金額'),
              field: nullable(
                textMember('Field of a request, id or debtor_id; null when the column is not used.', 'amount'),
              ),
              label: nullable(textMember('Name of the field.', '債権額')),
              by: nullable(
                textMember('How the field was found: name, synonym, preset, bucket, given or values.', 'synonym'),
              ),
              doubt: nullable(textMember('What is doubtful about it.', '予定額や滞留額は残高の一部かもしれません。')),
            })
            .meta({ id: 'MappedColumn', description: 'A column of a ledger and what it is read as.' }),
        )
        .meta({ description: 'The columns.' }),
      name_column: nullable(
        z.int().min(0).meta({
          description:
            'Place of the column with the names of debtors whose codes are read as debtor_id; null for none.',
          example: 1,
        }),
      ),
      doubts: z.array(noteSchema).meta({ description: 'What is doubtful.' }),
      left_out: z
        .object({
          count: z.int().meta({ description: 'Lines that are no receivable.', example: 4 }),
          by_reason: z
            .record(z.string(), z.int())
            .meta({ description: 'Their number by reason.', example: { total: 2, credit: 1, title: 1 } }),
          lines: z
            .array(
              z
                .object({
                  line: lineMember('Line of the table.'),
                  why: textMember(
                    'Reason: title, total, group, blank, credit, settled, paid, void, draft, written_off, payment, transferred, payable, repeated, part or other_table.',
                    'total',
                  ),
                  text: textMember('The text found there.', '合計 3,130.5'),
                  because: textMember(
                    'What in the line says so, or what became of its amount; absent where the reason says all.',
                    '入金ステータス：入金済',
                  ).optional(),
                })
                .meta({ id: 'LeftOutLine', description: 'A line that is no receivable.' }),
            )
            .meta({ description: `The first ${LEFT_OUT_SHOWN} of them.` }),
        })
        .meta({
          description:
            'Lines that are no receivable: titles, totals, groups and blank ones, credits and payments, and what is settled, paid, void, a draft, written off, a payable or repeated.',
        }),
    })
    .meta({ id: 'LedgerMapping', description: 'How a ledger was read.' }),
);

/** How a ledger was read, in one language. */
export type Mapping = z.output<typeof mappingSchema>;

/** Notes on a ledger in one language. */
export const notesIn = (notes: Ledger['doubts'], lang: Lang) =>
  notes.map((one) => ({ code: one.code, text: one.text[lang], line: one.line ?? null }));

/** What is doubtful about a table and its columns. */
export const doubtsOf = ({ doubts, columns }: Ledger): LedgerNote[] => [
  ...doubts,
  ...columns.flatMap(({ header, doubt }) =>
    doubt === null || doubts.some(({ text }) => text.ja.includes(doubt.ja.trim()))
      ? []
      : [
          note(
            'column_doubt',
            `列「${header.slice(0, HEADING_SHOWN)}」：${doubt.ja.trim()}`,
            `Column "${header.slice(0, HEADING_SHOWN)}": ${doubt.en.trim()}`,
          ),
        ],
  ),
];

/** How the file of a ledger was encoded and separated; both are null for a table of cells. */
export interface SourceFile {
  /** Name of the sheet of a workbook. */
  readonly sheet?: string;
  readonly encoding: string | null;
  readonly separator: string | null;
}

/** How a ledger was read, in one language. */
export function mappingOf(ledger: Ledger, { encoding, separator, sheet }: SourceFile, lang: Lang): Mapping {
  const preset = PRESETS.find(({ id }) => id === ledger.preset);
  const by_reason: Record<string, number> = {};
  for (const { why } of ledger.left_out) by_reason[why] = (by_reason[why] ?? 0) + 1;
  return {
    encoding,
    separator,
    ...(sheet === undefined ? {} : { sheet }),
    layout: ledger.layout,
    preset: preset === undefined ? null : { id: preset.id, name: preset.name, certainty: preset.certainty },
    header_line: ledger.header_line,
    unit: ledger.unit,
    as_of: ledger.as_of,
    columns: ledger.columns.map(({ index, header, field, by, doubt }) => ({
      index,
      header: header.slice(0, HEADING_SHOWN),
      field,
      label: fieldLabel(field, lang),
      by,
      doubt: doubt?.[lang] ?? null,
    })),
    name_column: ledger.name_column,
    doubts: notesIn(ledger.doubts, lang),
    left_out: {
      count: ledger.left_out.length,
      by_reason,
      lines: ledger.left_out
        .slice(0, LEFT_OUT_SHOWN)
        .map(({ because, ...one }) => (because === undefined ? one : { ...one, because: because[lang] })),
    },
  };
}
