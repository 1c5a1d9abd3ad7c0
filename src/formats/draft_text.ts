// A draft as plain text: one line for each paragraph, tables with aligned columns, and a blank line around what stands apart.

import type { WrittenParagraph } from '../documents/draft_answer.ts';
import { screenWidth } from './screen_width.ts';

/** What stands before a line of a list, and before what is written on the right of a sheet. */
const LEFT_SPACE = { item: '  ', right: ' '.repeat(40) } as const;

/** The rows of a table with aligned columns. */
function rowLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => screenWidth(row[i] ?? ''))));
  const padded = (text: string, i: number): string =>
    text + ' '.repeat(Math.max(0, (widths[i] ?? 0) - screenWidth(text)));
  return rows.map((row) => `  ${row.map(padded).join('  ')}`.trimEnd());
}

const paragraphLines = ({ style, text, rows }: WrittenParagraph): string[] => {
  if (rows !== undefined) return rowLines(rows);
  return [style === 'item' || style === 'right' ? LEFT_SPACE[style] + text : text];
};

/** The text of a draft. */
export function draftText(paragraphs: readonly WrittenParagraph[]): string {
  let before: WrittenParagraph['style'] | undefined;
  const lines = paragraphs.flatMap((paragraph) => {
    const { style } = paragraph;
    const isApart = before !== undefined && before !== style;
    before = style;
    return isApart ? ['', ...paragraphLines(paragraph)] : paragraphLines(paragraph);
  });
  return `${lines.join('\n')}\n`;
}
