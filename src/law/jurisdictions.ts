// The jurisdictions whose law is known, found by the name that a request gives.

import * as laws from './index.ts';
import type { Jurisdiction } from './law.ts';

const LAWS: Readonly<Record<string, Jurisdiction>> = laws;

/** Names of the jurisdictions, and the one that holds when none is named. */
export const JURISDICTIONS: readonly string[] = Object.keys(LAWS).sort();
export const DEFAULT_JURISDICTION = JURISDICTIONS[0]!;

/** The law of a jurisdiction. Throws `RangeError` for a name that no request can hold. */
export function lawOf(jurisdiction: string): Jurisdiction {
  const law = Object.hasOwn(LAWS, jurisdiction) ? LAWS[jurisdiction] : undefined;
  if (law === undefined) throw new RangeError(`no law for ${jurisdiction}`);
  return law;
}

/** Currencies in which claims can be stated. */
export const CURRENCIES: readonly string[] = [...new Set(JURISDICTIONS.map((name) => lawOf(name).currency))];
