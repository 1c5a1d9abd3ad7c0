// CSV after RFC 4180. Only a file that is downloaded begins with a byte order mark, because a spreadsheet that fetches an address would
// show the mark as a character.

import { COMMAS, delimitedFormat } from './table.ts';

/** The format `csv`. */
export const csv = delimitedFormat(COMMAS, {
  extension: 'csv',
  media_type: 'text/csv',
  label: { ja: 'CSV', en: 'CSV' },
});
