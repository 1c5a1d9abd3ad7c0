// The format contract: how an answer is written. A format is one file and one line in the registry.

import type { Text } from '../claim/read.ts';
import type { Lang } from '../problem.ts';
import type { Report } from '../report/report.ts';

/** One way of writing an answer. */
export interface Format {
  /** Value of `format=`, and extension of the address. */
  readonly extension: string;
  readonly media_type: string;
  readonly label: Text;
  /** Columns, where the format is a table. */
  readonly columns?: readonly string[];
  readonly write: (report: Report, lang: Lang) => string;
}
