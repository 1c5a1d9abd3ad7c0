// What is to be said about the records of a table as a whole, after its lines have been read.

import { textOf } from '../cells/figures.ts';
import type { ColumnMapping } from '../columns/columns.ts';
import { type LedgerNote, note } from '../found.ts';

/** What of a line that was read is looked at here. */
interface ReadRecord {
  readonly cells: readonly unknown[];
  readonly record: Readonly<Record<string, unknown>>;
  readonly notes: readonly LedgerNote[];
  /** Its words say that a part has been paid. */
  readonly state: { readonly part?: boolean };
}

/** Whether the amount of a line is what is left of it: a balance, an age, or what was billed less a payment that stands there. */
const isRest = ({ cells }: ReadRecord, { layout, amount }: ColumnMapping): boolean =>
  layout === 'aging' ||
  amount?.amount.meaning?.role === 'balance' ||
  amount?.less.some(({ index }) => /[1-9]/.test(textOf(cells[index]))) === true;

/** What is to be said about the records of a table as a whole. */
export function recordDoubts(lines: readonly ReadRecord[], mapping: ColumnMapping): LedgerNote[] {
  const isExponent = (value: unknown): boolean => typeof value === 'string' && /^\d(?:\.\d+)?E\+?\d+$/i.test(value);
  const count = (isSuch: (one: ReadRecord) => boolean): number => lines.filter(isSuch).length;
  const exponents = count(({ record }) => isExponent(record.id) || isExponent(record.debtor_id));
  const foreign = count(({ record }) => record.currency !== undefined && record.currency !== 'JPY');
  const due = count(({ notes }) => notes.some(({ code }) => code === 'due_from_terms'));
  const part = count((one) => one.state.part === true && !isRest(one, mapping));
  return [
    ...(exponents === 0
      ? []
      : [
          note(
            'number_as_exponent',
            `${exponents}行の番号が 2.19538E+09 のような指数になっており、桁が失われています。元のファイルから出力し直してください。`,
            `${exponents} numbers are written as an exponent such as 2.19538E+09 and have lost digits. Export the file anew.`,
          ),
        ]),
    ...(foreign === 0
      ? []
      : [
          note(
            'currency_not_yen',
            `${foreign}行は円以外の通貨のため評価しません。円に換算して送ってください。`,
            `${foreign} line${foreign === 1 ? ' is' : 's are'} in a currency other than yen and not valued. Send them in yen.`,
          ),
        ]),
    ...(due === 0
      ? []
      : [
          note(
            'due_from_terms',
            `${due}行の支払期日は、支払条件と請求日または締日から計算しました。`,
            `The due date of ${due} line${due === 1 ? '' : 's'} is worked out from the terms of payment and the day of invoice or closing.`,
          ),
        ]),
    ...(part === 0
      ? []
      : [
          note(
            'status_paid_in_part',
            `${part}行は一部入金とありますが、いくら入金されたかが読めず、債権額が大きすぎるかもしれません。残高の列を加えてください。`,
            `${part} line${part === 1 ? ' says that it is' : 's say that they are'} paid in part, but not how much; too much may be taken as owed. Add a column of balances.`,
          ),
        ]),
  ];
}
