// The jurisdictions whose law is known, found by the name that a request gives.

import { Fault } from '../values/fault.ts';
import * as laws from './index.ts';
import type { Jurisdiction } from './law.ts';

const LAWS: ReadonlyMap<string, Jurisdiction> = new Map(Object.entries<Jurisdiction>(laws));

/** Names of the jurisdictions, sorted. */
export const JURISDICTIONS: readonly string[] = [...LAWS.keys()].sort();

/** The one jurisdiction whose data say that it is the default. */
function statedDefault(): string {
  const [stated, ...others] = [...LAWS].filter(([, { is_default }]) => is_default);
  if (stated === undefined || others.length > 0) throw new Fault('one jurisdiction must say that it is the default');
  return stated[0];
}

/** The name of the jurisdiction that holds when none is named. */
export const DEFAULT_JURISDICTION: string = statedDefault();

/** Whether a name is that of a jurisdiction. */
export const isJurisdiction = (name: string): boolean => LAWS.has(name);

/** The law of a jurisdiction. Throws `Fault` for a name that no request can hold. */
export function lawOf(jurisdiction: string): Jurisdiction {
  const law = LAWS.get(jurisdiction);
  if (law === undefined) throw new Fault('there is no law for the jurisdiction');
  return law;
}

/** Currencies in which claims can be stated. */
export const CURRENCIES: readonly string[] = [...new Set(JURISDICTIONS.map((name) => lawOf(name).currency))];
