// Tab-separated values, as spreadsheets put them on the clipboard: nothing is quoted, so that a tab or a line break inside a text becomes
// a space.

import { delimitedFormat, TABS } from './table.ts';

/** The format `tsv`. */
export const tsv = delimitedFormat(TABS, {
  extension: 'tsv',
  media_type: 'text/tab-separated-values',
  label: { ja: 'TSV', en: 'TSV' },
});
