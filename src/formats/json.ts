// JSON: the answer as it is.

import type { TextFormat } from './format.ts';

/** The format `json`. */
export const json: TextFormat = {
  extension: 'json',
  media_type: 'application/json',
  label: { ja: 'JSON', en: 'JSON' },
  write: (report) => JSON.stringify(report),
  writeSheet: ({ value }) => JSON.stringify(value),
};
