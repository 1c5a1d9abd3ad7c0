// What was decided of a ledger's claims, kept for the one person who asks of the same ledger again: the page answers the rows first and then
// writes them as a workbook, which would decide every claim a second time.

import { SHORT_TABLE } from '../ledger/file/cells.ts';
import { canonical, canonicalInput } from '../request/canonical.ts';
import { sha256 } from '../values/hash.ts';
import type { DecidedGroup } from './decide_group.ts';
import type { DebtorGroup } from './grouping.ts';

/** A decision without the claim that it was asked of, and without its whole evaluation, which is large. */
export type KeptDecision = Pick<DecidedGroup, 'best' | 'deadlines' | 'shares'>;

/** The part of a decision that is kept. */
export const keptOf = ({ best, deadlines, shares }: DecidedGroup): KeptDecision => ({ best, deadlines, shares });

/** What a decision follows from: the claim, its rows with what was noted of them, the language and the values wanted. */
export function decisionKey({ request, rows, accrued }: DebtorGroup, wanted: readonly string[]): string {
  const parts = rows.map(({ request: own, raw }) => [canonicalInput(own), (raw.notes ?? []).map(({ text }) => text)]);
  return sha256(canonical([canonicalInput(request), accrued, parts, request.lang, wanted]));
}

/** Keeps decisions by what they follow from, as many as a table in a small memory has lines; the oldest are let go first. */
export class KeptDecisions {
  readonly #byKey = new Map<string, KeptDecision>();

  of(key: string): KeptDecision | undefined {
    return this.#byKey.get(key);
  }

  keep(key: string, decision: KeptDecision): void {
    this.#byKey.set(key, decision);
    for (const oldest of this.#byKey.keys()) {
      if (this.#byKey.size <= SHORT_TABLE.lines) break;
      this.#byKey.delete(oldest);
    }
  }
}
