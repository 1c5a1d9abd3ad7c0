// CSV after RFC 4180. Without a byte order mark, which spreadsheets that fetch an address would show as a character, unless a file is
// asked for.

import type { TextFormat } from './format.ts';
import { COLUMN_NAMES, COMMAS, evaluationTable, sheetTable } from './table.ts';

export const csv: TextFormat = {
  extension: 'csv',
  media_type: 'text/csv',
  label: { ja: 'CSV', en: 'CSV' },
  columns: COLUMN_NAMES,
  dialect: COMMAS,
  write: (report, _, layout) => evaluationTable(report, layout, COMMAS),
  writeSheet: (sheet, _, layout) => sheetTable(sheet, layout, COMMAS),
};
