// Tab-separated values, as spreadsheets put them on the clipboard: nothing is quoted, so that a tab or a line break inside a text becomes
// a space.

import type { TextFormat } from './format.ts';
import { COLUMN_NAMES, evaluationTable, sheetTable, TABS } from './table.ts';

export const tsv: TextFormat = {
  extension: 'tsv',
  media_type: 'text/tab-separated-values',
  label: { ja: 'TSV', en: 'TSV' },
  columns: COLUMN_NAMES,
  dialect: TABS,
  write: (report, _, layout) => evaluationTable(report, layout, TABS),
  writeSheet: (sheet, _, layout) => sheetTable(sheet, layout, TABS),
};
