// Who owes on each line: its own debtor, the parent of a job, the group it stands under, or the debtor that a merged cell above names.

import { alikeDoubt, withoutAddress } from '../cells/debtor_names.ts';
import { isDitto, isErrorValue, textOf } from '../cells/figures.ts';
import { nameKey } from '../cells/lines.ts';
import type { ColumnMapping } from '../columns/columns.ts';
import { type LedgerNote, note } from '../found.ts';
import type { Heading } from '../headings/header.ts';

/** How the debtor of a line is known. */
type Witness = 'own' | 'parent' | 'group' | 'carried';

/** The debtor of a line, and its own name where that is the name of a job. */
export interface DebtorOfLine {
  readonly debtor: string;
  readonly by: Witness;
  readonly job?: string;
}

/** The word of a total behind the name of a debtor that stands above its lines. */
const HEADED_TOTAL = /[\s　]*[([（【]?(?:小計|合計|総計|計|(?:sub)?total)[)\]）】]?$/i;

const indentOf = (cell: unknown): number => (typeof cell === 'string' ? (/^[\s　]*/.exec(cell)?.[0].length ?? 0) : 0);

/** A telephone number or an address of e-mail. */
const CONTACT = /\S@\S|\d[- ]?\d{2,4}[- .)]+\d{3,4}/;

/** Columns of names under headings that are not known, such as 事業所名, which may name a debtor that has no code. */
const namesBeside = (headings: readonly Heading[], names: readonly Heading[]): number[] =>
  names.length === 0
    ? []
    : headings.flatMap(({ index, by, text }) =>
        by === null &&
        /(?:名|名称|name)$/i.test(text) &&
        !/[品件商科目項曲車]名|担当|口座|銀行|支店|物件|案件|工事|現場|コース|プラン|file|item|product|project|bank|rep\b/i.test(
          text,
        )
          ? [index]
          : [],
      );

/** Follows the debtors of a list from line to line. */
export class DebtorTracker {
  readonly #names: readonly number[];
  readonly #column: number | undefined;
  /** Names that have a total of their own below: lines in between belong to them. */
  readonly #closed: ReadonlySet<string>;
  /** Columns that hold names of somebody, by their headings, in which a line may name a debtor of its own. */
  readonly #others: readonly number[];
  readonly #seen = new Set<string>();
  readonly #counts: Record<Witness, number> = { own: 0, parent: 0, group: 0, carried: 0 };
  /** The group of the present lines; `named` says that its name stands in a column of debtors. */
  #group:
    | { readonly name: string; readonly indent: number; readonly named: boolean; readonly labelled?: boolean }
    | undefined;
  #above: string | undefined;
  /** What the line of the present debtor says in those other columns. */
  #besideAbove: string | undefined;
  #errors = 0;

  /** `names` are the columns that name the debtor, `column` the one that is read as its id, `others` further columns of names. */
  constructor(
    names: readonly number[],
    column: number | undefined,
    closed: ReadonlySet<string>,
    others: readonly number[] = [],
  ) {
    this.#others = others;
    this.#names = names;
    this.#column = column;
    this.#closed = closed;
  }

  /** A line that names what the lines under it belong to; `labelled` where it says that this is a debtor. */
  open(name: string, row: readonly unknown[], isDebtor: boolean, labelled = false): void {
    this.#above = undefined;
    if (!isDebtor) return;
    // Whom to call stands below a debtor whose total names it.
    const isClosed = (one: string): boolean => this.#closed.has(nameKey(one));
    if (this.#group !== undefined && CONTACT.test(name) && isClosed(this.#group.name) && !isClosed(name)) return;
    const at = row.findIndex((one) => textOf(one) !== '');
    const named = this.#names.length === 0 || this.#names.includes(at);
    this.#group = { name: withoutAddress(name), indent: indentOf(row[at]), named, labelled };
    this.#seen.add(this.#group.name);
  }

  /** A parent whose amounts are those of the lines under it; `heads` says that they are its own although they are not indented. */
  parent(row: readonly unknown[], heads: boolean): void {
    const cell = this.#nameCell(row);
    const name = withoutAddress(heads ? textOf(cell).replace(HEADED_TOTAL, '') : textOf(cell));
    this.#group = { name, indent: heads ? -1 : indentOf(cell), named: true };
    this.#seen.add(name);
    this.#above = undefined;
  }

  /** A total, after which neither group nor merged cell goes on; a debtor named by a label does until the end of its table. */
  close(ofTable = false): void {
    if (ofTable || this.#group?.labelled !== true) this.#group = undefined;
    this.#above = undefined;
  }

  /** A blank line, over which no merged cell reaches. */
  interrupt(): void {
    this.#above = undefined;
  }

  #nameCell(row: readonly unknown[]): unknown {
    const own = this.#column === undefined ? '' : row[this.#column];
    const isName = (cell: unknown): boolean => textOf(cell) !== '' && !isDitto(cell) && !isErrorValue(cell);
    return isName(own) ? own : this.#names.map((index) => row[index]).find(isName);
  }

  #otherName(row: readonly unknown[]): string | undefined {
    return this.#others.map((index) => textOf(row[index])).find((text) => text !== '');
  }

  /** The debtor of a line; undefined where nobody names one. `owes` says whether the line may be a claim, so that it is to be told. */
  debtorOf(row: readonly unknown[], owes: boolean): DebtorOfLine | undefined {
    const found = this.#find(row);
    if (found !== undefined && owes) this.#counts[found.by]++;
    return found;
  }

  #find(row: readonly unknown[]): DebtorOfLine | undefined {
    const cell = this.#nameCell(row);
    if (textOf(cell) === '' && this.#names.some((index) => isErrorValue(row[index]))) {
      this.#errors++;
      return undefined;
    }
    const name = withoutAddress(textOf(cell));
    const group = this.#group;
    if (name === '') {
      if (group !== undefined) return { debtor: group.name, by: 'group' };
      if (this.#above === undefined) return undefined;
      // The code of a merged cell holds for the lines below only where these name nobody else.
      const other = this.#otherName(row);
      if (other === undefined || other === this.#besideAbove) return { debtor: this.#above, by: 'carried' };
      this.#seen.add(other);
      this.#above = other;
      this.#besideAbove = other;
      return { debtor: other, by: 'own' };
    }
    const parent = /^(.+?)\s*[:：]\s*\S/.exec(name)?.[1];
    if (parent !== undefined && this.#seen.has(parent)) return { debtor: parent, by: 'parent', job: name };
    // A group in another column is a branch, an age or a person in charge to lines that name their debtors themselves.
    const isJob = group?.named === true && (indentOf(cell) > group.indent || this.#closed.has(nameKey(group.name)));
    if (isJob && group !== undefined && group.name !== name) return { debtor: group.name, by: 'parent', job: name };
    if (group !== undefined && indentOf(cell) <= group.indent && !isJob) this.#group = undefined;
    this.#seen.add(name);
    this.#above = name;
    if (this.#others.length > 0) this.#besideAbove = this.#otherName(row);
    return { debtor: name, by: 'own' };
  }

  /** What is to be said about the debtors of the list. */
  doubts(): LedgerNote[] {
    const { group, carried, parent } = this.#counts;
    const lines = (count: number): string => `${count} line${count === 1 ? '' : 's'}`;
    const is = (count: number): string => (count === 1 ? 'is' : 'are');
    return [
      ...alikeDoubt(this.#seen),
      ...(this.#errors === 0
        ? []
        : [
            note(
              'debtor_is_error',
              `${this.#errors}行の相手方の欄が #N/A などのエラーです。相手が分からないものとして読みました。`,
              `The debtor of ${lines(this.#errors)} is an error such as #N/A; ${this.#errors === 1 ? 'it is' : 'they are'} read without a debtor.`,
            ),
          ]),
      ...(group === 0
        ? []
        : [
            note(
              'debtor_from_group',
              `${group}行の相手方は、その上の見出し行から取りました。`,
              `The debtor of ${lines(group)} is taken from the group line above.`,
            ),
          ]),
      ...(carried === 0
        ? []
        : [
            note(
              'debtor_carried_down',
              `${carried}行は相手方の欄が空のため、上の行と同じ相手として読みました。`,
              `${lines(carried)} ${is(carried)} without a debtor; the one of the line above is taken.`,
            ),
          ]),
      ...(parent === 0
        ? []
        : [
            note(
              'debtor_is_parent',
              `${parent}行は、親の得意先を相手方として読みました。`,
              `${lines(parent)} ${is(parent)} read as owed by the parent under which ${parent === 1 ? 'it is listed' : 'they are listed'}.`,
            ),
          ]),
    ];
  }
}

/** Follows the debtors of a table. `closed` are the names that totals sum. */
export const debtorsOf = (
  headings: readonly Heading[],
  { names, fields }: ColumnMapping,
  closed: ReadonlySet<string>,
): DebtorTracker =>
  new DebtorTracker(
    names.map(({ index }) => index),
    fields.get('debtor_id')?.index,
    closed,
    namesBeside(headings, names),
  );
