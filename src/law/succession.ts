// Which rule says who owes for a debtor that is succeeded.

import type { Succession, SuccessionRule } from './contract/succession.ts';
import type { Jurisdiction } from './law.ts';

/** The rule of what has become of a debtor; undefined where nothing has, or the law says nothing. */
export const successionRule = (
  { succession: rules }: Pick<Jurisdiction, 'succession'>,
  became: Succession | undefined,
): SuccessionRule | undefined => (became === undefined ? undefined : rules?.[became]);
