// Decides which column holds what is owed: a balance of the line's own, else what was billed less what was paid.

import { groupsBy } from '../../values/groups.ts';
import { textOf } from '../cells/figures.ts';
import { isPlainLine } from '../cells/lines.ts';
import { type CellTable, hasMoney, isSumOf, profileOf, wholeOf } from '../cells/profile.ts';
import type { Heading } from '../headings/header.ts';
import { type Assignment, ofRole } from './assignment.ts';
import { grossFirst, NET_OF_TAX, RUN_LOOKED_AT, withFigures, yenFirst } from './balances.ts';
import { isFee } from './fees.ts';
import { paidColumns } from './paid_columns.ts';
import { unreadBesideBilled } from './unread_amounts.ts';

/** The columns of the amount: one column, less others where only what was billed and what was paid are known. */
export interface AmountColumns {
  readonly amount: Heading;
  /** Columns that are subtracted; empty for a balance. */
  readonly less: readonly Heading[];
  /** The tax that is added to an amount without it. */
  readonly tax?: Heading;
  /** A running balance of the lines, in which an opening balance may stand that no other column holds. */
  readonly running?: Heading;
}

/** The billed column that includes the tax, as the arithmetic of the tax column shows; undefined where it shows nothing. */
function grossOf(billed: readonly Heading[], taxes: readonly Heading[], rows: CellTable): Heading | undefined {
  for (const tax of taxes)
    for (const net of billed)
      for (const gross of billed) if (gross !== net && isSumOf(rows, gross.index, net.index, tax.index)) return gross;
  return undefined;
}

/**
 * The billed column that stands on the line of each invoice alone, above the lines of its items, which fill another one; undefined where
 * none does. `ids` is the column of the numbers.
 */
function invoiceLevel(billed: readonly Heading[], ids: Heading | undefined, rows: CellTable): Heading | undefined {
  if (ids === undefined || billed.length < 2) return undefined;
  const isFilled = (row: readonly unknown[], { index }: Heading): boolean => textOf(row[index]) !== '';
  return billed.find((whole) =>
    billed.some((item) => {
      if (item === whole) return false;
      const known = new Set<string>();
      let items = 0;
      for (const row of rows.slice(0, RUN_LOOKED_AT)) {
        const id = textOf(row[ids.index]);
        if (id === '' || !(isFilled(row, whole) || isFilled(row, item))) continue;
        if (isFilled(row, whole) && isFilled(row, item)) return false;
        if (isFilled(row, whole)) known.add(id);
        else if (!known.has(id)) return false;
        else items++;
      }
      return items > 0;
    }),
  );
}

const OF_ITEMS = /数量|単価|品目|品名|\bqty\b|quantity|unit price|\bitem/i;

/** The lines of each number in a column. */
const linesByNumber = (rows: CellTable, { index }: Heading): CellTable[] =>
  groupsBy(rows.slice(0, RUN_LOOKED_AT).filter(isPlainLine), (row) => textOf(row[index]) || undefined);

/**
 * The billed column that repeats the whole of an invoice on the line of each of its items, beside the amounts of the items; undefined where
 * none does. `ids` is the column of the numbers.
 */
function wholeOfItems(
  billed: readonly Heading[],
  ids: Heading | undefined,
  headings: readonly Heading[],
  rows: CellTable,
): Heading | undefined {
  if (ids === undefined || billed.length < 2 || !headings.some(({ text }) => OF_ITEMS.test(text))) return undefined;
  const invoices = linesByNumber(rows, ids);
  // Where every invoice has one item, only its tax tells a whole from a running total.
  if (invoices.every(({ length }) => length < 2) && ofRole(headings, 'tax').length === 0) return undefined;
  const money = (row: readonly unknown[], { index }: Heading): bigint => wholeOf(row[index]) ?? 0n;
  return billed.find((whole) =>
    billed.some(
      (item) =>
        item !== whole &&
        invoices.every((lines) => {
          const stated = money(lines[0] ?? [], whole);
          const sum = lines.reduce((all, row) => all + money(row, item), 0n);
          return sum > 0n && sum <= stated && lines.every((row) => money(row, whole) === stated);
        }),
    ),
  );
}

/** Columns of money among which parts and their whole are looked for. */
const SPLIT_MAX = 12;

/**
 * The billed column of the parts of invoices that are due on several days, beside another one that repeats the whole on each, or more where
 * some parts are paid; undefined where none is. `ids` is the column of the numbers, `due` that of the days.
 */
function partsByDay(
  billed: readonly Heading[],
  ids: Heading | undefined,
  due: Heading | undefined,
  rows: CellTable,
): Heading | undefined {
  if (ids === undefined || due === undefined || billed.length < 2 || billed.length > SPLIT_MAX) return undefined;
  const invoices = linesByNumber(rows, ids).filter(({ length }) => length > 1);
  const money = (row: readonly unknown[], { index }: Heading): bigint => wholeOf(row[index]) ?? 0n;
  const isWhole = (lines: CellTable, whole: Heading, part: Heading): boolean => {
    const sum = lines.reduce((all, row) => all + money(row, part), 0n);
    return (
      new Set(lines.map((row) => textOf(row[due.index]))).size === lines.length &&
      lines.every((row) => money(row, whole) >= sum && money(row, whole) === money(lines[0] ?? [], whole)) &&
      lines.every((row) => money(row, part) > 0n)
    );
  };
  return invoices.length === 0
    ? undefined
    : billed.find((part) =>
        billed.some((whole) => whole !== part && invoices.every((lines) => isWhole(lines, whole, part))),
      );
}

/** Whether a heading names what is billed for the month alone. */
const isOfMonth = ({ folded }: Heading): boolean => /^(?:当月|今月)請求/.test(folded);
/** Whether a heading names what was agreed, which is billed in parts. */
const isAgreed = ({ folded }: Heading): boolean => /契約|請負/.test(folded);

/** The columns of the amount where there is no balance: what was billed, less what was paid. */
export function billedLessPaid(headings: readonly Heading[], rows: CellTable, to: Assignment): AmountColumns | null {
  const named = ofRole(headings, 'billed');
  // A fee may stand beside others that a total holds, too.
  const candidates = [
    ...withFigures(
      yenFirst(
        grossFirst([
          ...named.filter((one) => !isFee(one) && !isAgreed(one) && !isOfMonth(one)),
          ...ofRole(headings, 'total'),
          ...named.filter(isOfMonth),
          ...named.filter((one) => isFee(one) || isAgreed(one)),
        ]),
        headings,
      ),
      rows,
    ),
  ];
  const taxes = ofRole(headings, 'tax');
  const gross = grossOf(candidates, taxes, rows);
  const { used: payments, parts } = paidColumns(headings, rows, to);
  // What was carried over is owed with what is new.
  const carried =
    payments.length === 0
      ? undefined
      : (candidates.find((one) => addedTo(headings, one, payments, rows) !== undefined) ??
        billOfNow(candidates, headings, rows));
  const net =
    candidates.find((one) => isNetOfDeductions(one) && hasMoney(one, rows)) ??
    netOfWithheld(candidates, headings, rows);
  // What was left of the bill before, and what is new, may stand beside their sum.
  const together = candidates.find((one) => carriesOver(one, candidates, headings, rows));
  const ids = to.fields.get('id');
  const best =
    carried ??
    together ??
    net ??
    partsByDay(candidates, ids, to.fields.get('due_date'), rows) ??
    wholeOfItems(candidates, ids, headings, rows) ??
    gross ??
    invoiceLevel(candidates, ids, rows);
  const [billed, ...others] = best === undefined ? candidates : [best, ...candidates.filter((one) => one !== best)];
  if (billed === undefined) return null;
  const cumulative = carried !== undefined;
  const open = payments.length > 0 ? headings.find((one) => BEFORE.test(one.folded) && hasMoney(one, rows)) : undefined;
  const before = cumulative || open !== undefined;
  // What stands before a figure that is left over by its name was subtracted in it.
  const paid = before
    ? []
    : payments.filter(
        (one) => (billed !== net || one.index > billed.index) && !isWithin(one, billed, candidates, rows),
      );
  to.give(billed, 'amount');
  for (const heading of others) to.unused(heading, billed);
  if (open !== undefined && !cumulative)
    to.doubt(
      open,
      'open_before_not_read',
      `入金は前からの分に対するものとみて差し引かず、「${billed.text}」だけを債権額とします。前からの残りがあれば含まれていません。`,
      `payments are taken to be on what was open before; only "${billed.text}" is read, without what may be left of this.`,
    );
  if (cumulative) {
    to.certain(billed);
    for (const heading of payments)
      to.doubt(
        heading,
        'paid_before',
        `前回までの請求に対する入金で、「${billed.text}」はこれを差し引いた後の額のため、二重には差し引きません。`,
        `it was paid on what was billed before, and "${billed.text}" already takes it into account; it is not subtracted again.`,
      );
  }
  // What is left over is known where payments are, so the doubt about the billed amount is settled.
  if (paid.length > 0) to.certain(billed);
  subtractPaid(billed, paid, to);
  const [tax] = taxes;
  const isCarried = (): boolean =>
    cumulative && (addedTo(headings, billed, payments, rows)?.some((one) => one === tax) ?? true);
  const isKnown = tax === undefined || gross !== undefined || holdsTaxOf(billed, taxes, headings, rows) || isCarried();
  const added = isKnown ? undefined : taxAdded(billed, tax, rows, to);
  if (taxes.length === 0) netOfTaxDoubt(billed, headings, rows, to);
  if (!cumulative)
    unreadBesideBilled(headings, { billed, others: [...paid, ...payments, ...parts, ...taxes] }, rows, to);
  return { amount: billed, less: paid, ...(added && { tax: added }) };
}

/** The tax that is added to an amount without it; undefined for other amounts, which may hold it. Says either. */
function taxAdded(billed: Heading, tax: Heading, rows: CellTable, to: Assignment): Heading | undefined {
  if (NET_OF_TAX.test(billed.text) && hasMoney(tax, rows)) {
    to.mark(tax, tax.by);
    to.doubt(tax, 'tax_added', `「${billed.text}」に加えて読みます。`, `it is added to "${billed.text}".`);
    return tax;
  }
  to.doubt(
    tax,
    'tax_may_be_missing',
    `「${billed.text}」にこの税額が含まれているか、表からは分かりません。含まれるものとして読みます。`,
    `the table does not say whether "${billed.text}" includes this tax; it is read as included.`,
  );
  return undefined;
}

/** Whether a billed amount is, on every line, another one and what was left of earlier bills. */
const carriesOver = (
  whole: Heading,
  billed: readonly Heading[],
  headings: readonly Heading[],
  rows: CellTable,
): boolean => {
  const lines = rows.filter((row) => /\d/.test(textOf(row[whole.index])) && isPlainLine(row)).slice(0, 500);
  const before = headings.filter(
    (one) => BEFORE.test(one.folded) || CARRIED.test(one.folded) || one.folded === 'arrears',
  );
  return before.some((old) => billed.some((one) => one !== whole && isSumOf(lines, whole.index, one.index, old.index)));
};

/**
 * The bill of now beside that of before and what was carried over, which it holds: on no line is it less. Undefined where there is none, or a
 * total of both.
 */
function billOfNow(billed: readonly Heading[], headings: readonly Heading[], rows: CellTable): Heading | undefined {
  const over = headings.find((one) => CARRIED.test(one.folded) && hasMoney(one, rows));
  const now = billed.find(({ folded }) => /^今回[ご御]?請求(?:金|残)?[額高]$/.test(folded));
  const isBefore = headings.some(({ folded }) => /^前回[ご御]?請求/.test(folded));
  if (over === undefined || now === undefined || !isBefore) return undefined;
  if (billed.some(({ folded }) => /総|合計|^差引/.test(folded))) return undefined;
  const lines = rows.filter((row) => /\d/.test(textOf(row[now.index])) && isPlainLine(row));
  return lines.every((row) => (wholeOf(row[now.index]) ?? 0n) >= (wholeOf(row[over.index]) ?? 0n)) ? now : undefined;
}

/** Whether a discount is in a billed amount already: it is another one less the discount on every line. */
const isWithin = ({ index, text }: Heading, billed: Heading, all: readonly Heading[], rows: CellTable): boolean =>
  /値引|割戻|割引|返品|控除|リベート|discount|rebate|allowance/i.test(text) &&
  all.some(
    (one) =>
      one !== billed &&
      (isSumOf(rows, billed.index, one.index, index) || isSumOf(rows, one.index, billed.index, index)),
  );

/** Doubts the column whose words say of some lines that their tax is not in the amount. */
function netOfTaxDoubt(billed: Heading, headings: readonly Heading[], rows: CellTable, to: Assignment): void {
  const kinds = /税込/.test(billed.text) ? undefined : headings.find((one) => saysNetOfTax(one, rows));
  if (kinds !== undefined)
    to.doubt(
      kinds,
      'tax_may_be_missing',
      `税抜の行があります。「${billed.text}」に税は加えていません。`,
      `it says that lines are without their tax; none is added to "${billed.text}".`,
    );
}

/** Whether the words of a column say of some lines that their tax is not in the amount. */
const saysNetOfTax = ({ index, text }: Heading, rows: CellTable): boolean =>
  /税/.test(text) && rows.some((row) => /^(?:税抜|税別|外税)/.test(textOf(row[index])));

/** The column of the tax that the debtor withholds. */
const withheldIn = (headings: readonly Heading[]): Heading | undefined =>
  headings.find(({ text }) => /withh|\b(?:wht|tds)\b|源泉/i.test(text));

/** The billed column that is another one less the tax that the debtor withholds and pays for us; undefined where none is. */
function netOfWithheld(billed: readonly Heading[], headings: readonly Heading[], rows: CellTable): Heading | undefined {
  const tax = withheldIn(headings);
  return tax === undefined || billed.length > SPLIT_MAX
    ? undefined
    : billed.find((net) => billed.some((whole) => isSumOf(rows, whole.index, net.index, tax.index)));
}

/** Whether an amount is, on every line, another one with the tax, less what the debtor withholds, with whatever sign that is written. */
function holdsTaxOf(net: Heading, taxes: readonly Heading[], headings: readonly Heading[], rows: CellTable): boolean {
  const withheld = withheldIn(headings);
  const lines = rows.filter((row) => /\d/.test(textOf(row[net.index])) && isPlainLine(row)).slice(0, 500);
  const money = (row: readonly unknown[], { index }: Heading): bigint => wholeOf(row[index]) ?? 0n;
  return headings.some(
    (base) =>
      base !== net &&
      !taxes.includes(base) &&
      base !== withheld &&
      lines.every((row) => {
        const less = withheld === undefined ? 0n : money(row, withheld);
        const [tax = 0n, ...more] = taxes.map((one) => money(row, one));
        const rest = money(row, net) - money(row, base) + (less < 0n ? -less : less);
        return rest === tax || rest === more.reduce((sum, one) => sum + one, tax);
      }),
  );
}

/** Whether a heading names what is left of a bill, such as 差引請求額. */
const isNetOfDeductions = ({ folded }: Heading): boolean => /^差引/.test(folded);

/** Says of every column of payments that it is subtracted from what was billed. */
function subtractPaid(billed: Heading, paid: readonly Heading[], to: Assignment): void {
  for (const heading of paid) {
    to.mark(heading, heading.by);
    to.doubt(
      heading,
      'amount_from_difference',
      `残高の列がないため、「${billed.text}」から差し引いた額を債権額とします。`,
      `there is no balance; it is subtracted from "${billed.text}".`,
    );
  }
}

/** Headings of what stood open before the period of a list. */
export const BEFORE = /^(?:前回|前月|前期|先月|前年|前残)|previous|opening|prior/;
const CARRIED = /^(?:差引)?繰越|(?:brought|carried)forward/;

/**
 * The one or two columns with which a billed amount is what was carried over, so that payments were deducted from it before: on every line
 * it is what was open before, less the payments, and these. Undefined where it is not.
 */
function addedTo(
  headings: readonly Heading[],
  billed: Heading,
  payments: readonly Heading[],
  rows: CellTable,
): readonly Heading[] | undefined {
  const money = (index: number, row: readonly unknown[]): bigint => wholeOf(row[index]) ?? 0n;
  const lines = rows.filter((row) => /\d/.test(textOf(row[billed.index])) && isPlainLine(row)).slice(0, 500);
  const carried = headings.find(({ folded }) => CARRIED.test(folded));
  const before = headings.find(({ folded }) => BEFORE.test(folded));
  const base = (row: readonly unknown[]): bigint =>
    carried !== undefined
      ? money(carried.index, row)
      : money(before?.index ?? -1, row) - payments.reduce((sum, { index }) => sum + money(index, row), 0n);
  if ((carried ?? before) === undefined || !lines.some((row) => base(row) !== 0n)) return undefined;
  const known = new Set([billed, carried, before, ...payments].map((one) => one?.index));
  const parts = headings.filter(({ index }) => !known.has(index) && profileOf(lines, index).figures > 0);
  const fits = (one: Heading, other?: Heading): boolean =>
    lines.every(
      (row) =>
        money(billed.index, row) ===
        base(row) + money(one.index, row) + (other === undefined ? 0n : money(other.index, row)),
    );
  for (const [i, one] of parts.entries()) {
    if (fits(one)) return [one];
    const other = parts.slice(i + 1).find((next) => fits(one, next));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

/** Headings of accounts of what is owed to us, several of which may stand side by side for one debtor. */
const ACCOUNT =
  /^(?:売掛金?|未収入?金|未収収益|受取手形|電子記録債権|貸付金|立替金|(?:完成)?工事未収入金|営業未収入?金|割賦売掛金)(?:残高|残額|残|額)?$/;
const OF_INTEREST = /利息|利子|損害金|手数料|interest|late|fee/i;

/**
 * The column in which a balance stands with another one of the debtor, such as 売掛金 and 未収入金 with their total; the balance itself where
 * no total holds it. Accounts that neither holds are doubted.
 */
export function withOtherAccounts(
  balance: Heading,
  headings: readonly Heading[],
  rows: CellTable,
  to: Assignment,
): Heading {
  const lines = rows.slice(0, RUN_LOOKED_AT).filter(isPlainLine);
  const parts = [...ofRole(headings, 'balance'), ...ofRole(headings, 'billed')].filter(
    (one) => one !== balance && !OF_INTEREST.test(one.text),
  );
  const total = ofRole(headings, 'total').find((sum) =>
    parts.some((part) => isSumOf(lines, sum.index, balance.index, part.index)),
  );
  const chosen = total ?? balance;
  for (const one of headings)
    if (
      one !== balance &&
      total === undefined &&
      ACCOUNT.test(one.folded) &&
      ACCOUNT.test(balance.folded) &&
      hasMoney(one, rows)
    )
      to.unused(one, balance);
  return chosen;
}

/** The only column of figures with a money-like profile among those that no word explains, where no amount is found otherwise. */
export function amountByValues(headings: readonly Heading[], rows: CellTable, to: Assignment): AmountColumns | null {
  const candidates = headings.filter(({ index, by, text }) => {
    if (by !== null || text === '') return false;
    const { filled, figures, days } = profileOf(rows, index);
    const cells = rows.map((row) => textOf(row[index]));
    const isMoney = cells.some((cell) => /\d,\d{3}|[¥円]/.test(cell)) && new Set(cells).size > 1;
    return filled > 0 && figures === filled && days === 0 && isMoney;
  });
  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0) return null;
  to.give({ ...only, by: 'values' }, 'amount');
  to.doubt(
    only,
    'amount_by_values',
    '見出しからは分かりませんが、値から金額の列として読みます。違うときは、ほかの列を選ぶか columns=amount:見出し を付けてください。',
    'its heading is not known; its values make it the amount. Choose another column, or say columns=amount:heading, if it is not.',
  );
  const { used: paid } = paidColumns(headings, rows, to);
  subtractPaid(only, paid, to);
  unreadBesideBilled(headings, { billed: only, others: paid }, rows, to);
  return { amount: only, less: paid };
}
