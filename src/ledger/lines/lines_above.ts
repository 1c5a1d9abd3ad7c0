// What a line below claims adds to them: a note on the one right above, or the debtor whom their total names.

import { debtorOfTotal } from '../cells/debtor_names.ts';
import { textOf } from '../cells/figures.ts';
import { type LedgerNote, note } from '../found.ts';
import { noteBelow } from './remarks.ts';

/** A claim as it was read. */
interface LineAbove {
  readonly line: number;
  readonly cells: readonly unknown[];
  readonly record: Readonly<Record<string, string | number>>;
  readonly notes: readonly LedgerNote[];
}

/** Lines between a claim and the notes below it. */
const NOTES_MAX = 2;

/** The claims of a list while it is read. */
export class LinesAbove<Line extends LineAbove> {
  readonly #lines: Line[];
  readonly #isNameless: boolean;
  #since = 0;
  #named = 0;

  /** `isNameless` says that no column names the debtors. */
  constructor(lines: Line[], isNameless: boolean) {
    this.#lines = lines;
    this.#isNameless = isNameless;
  }

  /** Adds what a line alone says to the claim right above; false where it says nothing about it. `line` counts from 1. */
  tell(row: readonly unknown[], line: number): boolean {
    const above = this.#lines.at(-1);
    if (above === undefined || line - above.line > NOTES_MAX) return false;
    const told = noteBelow(row, above.cells, above.line);
    if (told !== undefined) this.#lines[this.#lines.length - 1] = { ...above, notes: [...above.notes, told] };
    return told !== undefined;
  }

  /** Gives the lines since an earlier total the debtor whom their total names, where nobody else does. */
  close(row: readonly unknown[]): void {
    const name = this.#isNameless ? debtorOfTotal(row.map(textOf).find((text) => text !== '') ?? '') : undefined;
    const isOpen = this.#lines.slice(this.#since).every(({ record }) => record.debtor_id === undefined);
    for (let i = this.#since; name !== undefined && isOpen && i < this.#lines.length; i++) {
      const line = this.#lines[i];
      if (line !== undefined) this.#lines[i] = { ...line, record: { ...line.record, debtor_id: name } };
      this.#named++;
    }
    this.#since = this.#lines.length;
  }

  /** The doubt that debtors were taken from totals; none where none was. */
  doubts(): LedgerNote[] {
    return this.#named === 0
      ? []
      : [
          note(
            'debtor_from_total',
            `${this.#named}行の相手方は、その下の小計の行から取りました。`,
            `The debtor of ${this.#named} line${this.#named === 1 ? '' : 's'} is taken from the subtotal below.`,
          ),
        ];
  }
}
