// Reads an open-item list, which has one line for each receivable: the balance of each line. Lines that say they are paid, void or a
// draft are left out; credits and receipts are netted or left out, as the caller wants; the same receivable twice counts once.

import { inSteps, type Steps } from '../../values/steps.ts';
import { grouped } from '../../values/text.ts';
import { textOf } from '../cells/figures.ts';
import { lineStatus } from '../cells/states.ts';
import { type AmountCell, type AmountStyle, amountIn, amountStyle, amountText } from '../columns/amounts.ts';
import type { ColumnMapping } from '../columns/columns.ts';
import { type LedgerNote, type LedgerRow, type LeftOut, note } from '../found.ts';
import type { Heading } from '../headings/header.ts';
import type { LineState } from '../table/line_states.ts';
import { type BilledLine, billsOnce } from './joined_payments.ts';
import { type Credit, netCredits } from './netting.ts';
import { periodsDoubt } from './periods.ts';
import type { GrandTotal, ReceivableLine } from './records.ts';
import { distinctRows } from './repeats.ts';

/** What becomes of credits: set against the claims of their debtor, or left out. */
export type CreditRule = 'net' | 'leave';

/** The receivables of a table, and what the table says about their sum. */
export interface Receivables {
  readonly rows: readonly LedgerRow[];
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
  /** Amount of each line, credits included, in the order of the lines; undefined where it cannot be read. */
  readonly sums: readonly (bigint | undefined)[];
  /** What of it is still a receivable: zero for a line that is paid or void. */
  readonly open: readonly (bigint | undefined)[];
  /** The amount that a total line states; undefined where it states none. */
  readonly stated: (cells: readonly unknown[]) => bigint | undefined;
  /** What the amounts were multiplied by. */
  readonly unit: number;
}

/** The doubt that the list holds credits, with their number and their sum in yen; none without credits. */
export function creditsDoubt(count: number, sum: bigint): LedgerNote[] {
  return count === 0
    ? []
    : [
        note(
          'credits_left_out',
          `マイナスの行が${count}件（合計 ${grouped(sum)}円）あります。相手の債務を減らすものなので除きました。差し引きはしていません。`,
          `${count} negative line${count === 1 ? '' : 's'} (${grouped(sum)} yen in all) ${count === 1 ? 'is' : 'are'} left out. Credits reduce what the debtor owes; they are not netted here.`,
        ),
      ];
}

/** The row with a note where a credit of its debtor was left out, because the row then asks for more than the debtor owes. */
function withCredit(row: LedgerRow, byDebtor: ReadonlyMap<unknown, bigint>): LedgerRow {
  const credit = byDebtor.get(row.record.debtor_id);
  if (credit === undefined || row.record.debtor_id === undefined) return row;
  const credited = note(
    'credit_not_netted',
    `この相手にはマイナスの行（${grouped(credit)}円）があり、差し引いていません。`,
    `This debtor has a credit of ${grouped(credit)} yen, which is not netted.`,
  );
  return { ...row, notes: [...row.notes, credited] };
}

/** A column of amounts and how they are written. */
interface AmountColumn extends AmountStyle {
  readonly index: number;
  /** Whether what lowers the amount is written with a minus. */
  readonly minus?: boolean;
}

/** A column of payments as it is written: with a minus where no payment on a bill, or on a line of its own, is without one. */
function paidColumn(
  { text }: Heading,
  column: AmountColumn,
  billed: AmountColumn,
  { rows, doubts }: { readonly rows: readonly (readonly unknown[])[]; readonly doubts: LedgerNote[] },
): AmountColumn {
  let [minus, positive, negative] = [false, false, false];
  for (const row of rows) {
    const part = amountIn(row[column.index], column);
    if (part.kind !== 'amount' || part.value === 0n) continue;
    if (part.value > 0n) {
      positive = true;
      continue;
    }
    negative = true;
    const whole = amountIn(row[billed.index], billed);
    if (whole.kind !== 'amount' || whole.value > 0n) minus = true;
  }
  if (positive && negative)
    doubts.push(
      note(
        'payment_signs_differ',
        `「${text}」には正の額と負の額があります。負の額は債権額を増やすものとして読みました。`,
        `"${text}" has amounts of both signs; negative ones are read as raising what is owed.`,
      ),
    );
  return { ...column, minus: minus && !positive };
}

/** The amount of a line: that of one column, or what was billed, with its tax, less what was paid. */
function amountOfLine(
  cells: readonly unknown[],
  billed: AmountColumn,
  paid: readonly AmountColumn[],
  tax: AmountColumn | null,
): AmountCell {
  const net = amountIn(cells[billed.index], billed);
  const more = tax === null ? undefined : amountIn(cells[tax.index], tax);
  if (more?.kind === 'unread') return more;
  const whole = more?.kind !== 'amount' || net.kind !== 'amount' ? net : cellOf(net.value + more.value);
  if (paid.length === 0 || whole.kind === 'unread' || (whole.kind === 'empty' && whole.why !== undefined)) return whole;
  let [rest, isEmpty] = [whole.kind === 'amount' ? whole.value : 0n, whole.kind === 'empty'];
  for (const column of paid) {
    const part = amountIn(cells[column.index], column);
    // 未 and なし say that nothing was paid, ○ and 全額 that all was.
    const word = part.kind === 'unread' ? lineStatus(part.text, true) : undefined;
    if (word === 'open') continue;
    if (word === 'paid') return { kind: 'empty', why: word };
    if (part.kind === 'unread') return part;
    if (part.kind === 'empty' && part.why !== undefined) return part;
    if (part.kind === 'empty') continue;
    [rest, isEmpty] = [rest - (column.minus === true ? -part.value : part.value), false];
  }
  if (isEmpty) return whole;
  return cellOf(rest);
}

const cellOf = (value: bigint): AmountCell => ({ kind: 'amount', text: value.toString(), value });

/** Collects credits while lines are read, and settles what becomes of them in the end. */
export class CreditSide {
  readonly #rule: CreditRule;
  readonly #credits: Credit[] = [];

  constructor(rule: CreditRule) {
    this.#rule = rule;
  }

  add(credit: Credit): void {
    this.#credits.push(credit);
  }

  /** The rows after their credits, with the lines left out and what is to be said. `single` says that all are of one debtor. */
  settle(rows: readonly LedgerRow[], single = false): Pick<Receivables, 'rows' | 'left_out' | 'doubts'> {
    if (this.#rule === 'net') return netCredits(rows, this.#credits, single);
    const byDebtor = new Map<unknown, bigint>();
    for (const { record, value } of this.#credits)
      byDebtor.set(record.debtor_id, (byDebtor.get(record.debtor_id) ?? 0n) + value);
    return {
      rows: rows.map((row) => withCredit(row, byDebtor)),
      left_out: this.#credits.map(({ line, why, text }) => ({ line, why, text })),
      doubts: creditsDoubt(
        this.#credits.length,
        this.#credits.reduce((sum, { value }) => sum + value, 0n),
      ),
    };
  }
}

/** Lines that say they are no receivables although an amount stands on them: how many, and what they come to. */
class LinesLeftOut {
  readonly #found = new Map<string, { count: number; sum: bigint }>();
  readonly #unpaid: { readonly word: string; readonly line: number }[] = [];

  add(why: string, value: bigint | undefined): void {
    const { count, sum } = this.#found.get(why) ?? { count: 0, sum: 0n };
    this.#found.set(why, { count: count + 1, sum: sum + (value ?? 0n) });
  }

  /** A line on which nothing is open by its figures; `word` is the one that says that it is unpaid. */
  settled(word: string | undefined, line: number): void {
    if (word !== undefined) this.#unpaid.push({ word: word.slice(0, 20), line });
  }

  #unpaidDoubt(): LedgerNote[] {
    const [first, ...others] = this.#unpaid;
    return first === undefined
      ? []
      : [
          note(
            'unpaid_without_balance',
            `${first.line}行目など${others.length + 1}行は「${first.word}」などとあるのに残高が0です。残高に従って除きました。未回収なら残高を直してください。`,
            `${others.length + 1} line${others.length === 0 ? ` (line ${first.line}) says` : `s (line ${first.line} first) say`} "${first.word}" or the like, but nothing is left by the figures; left out by these. Correct them if it is owed.`,
            first.line,
          ),
        ];
  }

  doubts(): LedgerNote[] {
    return [...this.#unpaidDoubt(), ...this.#leftOut()];
  }

  #leftOut(): LedgerNote[] {
    return [...this.#found].map(([why, { count, sum }]) => {
      const { ja, en } = WHY_WORDS[why] ?? { ja: why, en: why };
      return note(
        `${why}_lines_left_out`,
        `${ja}の行が${count}件（合計 ${grouped(sum)}円）あり、除きました。`,
        `${count} line${count === 1 ? '' : 's'} (${grouped(sum)} yen in all) ${count === 1 ? 'is' : 'are'} left out: ${en}.`,
      );
    });
  }
}

const WHY_WORDS: Readonly<Record<string, { ja: string; en: string }>> = {
  paid: { ja: '入金済み', en: 'paid, by the status or the day of payment' },
  void: { ja: '取消', en: 'void, by the status' },
  draft: { ja: '未発行・請求書以外', en: 'drafts or no invoices, by the status' },
  written_off: { ja: '償却済み', en: 'written off, by the status' },
  transferred: { ja: '割引・裏書・譲渡済み（当社の債権ではない）', en: 'discounted, endorsed or sold, by the status' },
  payable: { ja: '支払・仕入', en: 'what is owed to others, by the kind of the line' },
};

/** The amount of a line with the sign that its kind gives it: a credit note reduces even where it is written without a minus. */
export const signedAmount = (value: bigint, { reduces }: LineState): bigint =>
  reduces !== undefined && value > 0n ? -value : value;

/** Whether a line of a ledger states what was open before it begins. */
const isOpening = (cells: readonly unknown[]): boolean =>
  cells.some((cell) =>
    /繰越|前残|^(?:前[月期回]末?|期首)残|opening balance|(?:brought|balance) forward|\bb\/f\b/i.test(textOf(cell)),
  );

const openingNote = (line: number): LedgerNote =>
  note(
    'opening_balance',
    '前から繰り越した残高です。いつの請求かは、この表からは分かりません。',
    'This is a balance brought forward; the table does not say when it was invoiced.',
    line,
  );

/** The doubt that a list has no claims, only amounts with a minus, as some programs write what is owed. */
const allMinusDoubt = (): LedgerNote =>
  note(
    'all_amounts_negative',
    '金額がすべてマイナスのため、債権として読んだ行がありません。未収額をマイナスで書いた表なら、符号を逆にして送ってください。',
    'Every amount has a minus, so that no line is read as a claim. If the list writes what is owed with a minus, send it with the signs turned round.',
  );

/** How the amounts of an open-item list are read. */
export interface OpenItemsReading {
  /** What they are multiplied by unless a heading or a cell says otherwise. */
  readonly unit: number;
  readonly rule: CreditRule;
  /** The grand totals of the list. */
  readonly totals: readonly GrandTotal[];
}

/** The sum of the amounts that could be read. */
export const sumOfKnown = (amounts: readonly (bigint | undefined)[]): bigint =>
  amounts.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n);

/** Whether the last total of a list is the sum of every line above it. */
function countsAll(
  totals: readonly GrandTotal[],
  sums: readonly (bigint | undefined)[],
  amountOf: (cells: readonly unknown[]) => AmountCell,
): boolean {
  const grand = totals.at(-1);
  const total = grand === undefined ? undefined : amountOf(grand.cells);
  return total?.kind === 'amount' && total.value === sumOfKnown(sums.slice(0, grand?.after));
}

/** Reads the receivables of an open-item list. */
export function* readOpenItems(
  lines: readonly ReceivableLine[],
  { amount, states }: ColumnMapping,
  { unit, rule, totals }: OpenItemsReading,
): Steps<Receivables> {
  const doubts: LedgerNote[] = [];
  const rows = lines.map(({ cells }) => cells);
  const columnOf = (heading: Heading): AmountColumn => ({
    index: heading.index,
    ...amountStyle(rows, heading, unit, doubts),
  });
  const billed = amount === null ? null : columnOf(amount.amount);
  // A minus on the credit side of an account takes a payment back.
  const paid =
    amount === null || billed === null
      ? []
      : amount.less.map((one) =>
          one.folded.startsWith('貸方') ? columnOf(one) : paidColumn(one, columnOf(one), billed, { rows, doubts }),
        );
  const tax = amount?.tax === undefined ? null : columnOf(amount.tax);
  const amountOf = (cells: readonly unknown[]): AmountCell =>
    billed === null ? { kind: 'empty' } : amountOfLine(cells, billed, paid, tax);
  const running = amount?.running === undefined ? null : columnOf(amount.running);
  const paidDay = states.get('paid_date')?.[0];
  const receivables: LedgerRow[] = [];
  const bills = new Map<LedgerRow, BilledLine>();
  const left_out: LeftOut[] = [];
  const sums: (bigint | undefined)[] = [];
  const open: (bigint | undefined)[] = [];
  const [credits, said] = [new CreditSide(rule), new LinesLeftOut()];
  let minus = 0;
  yield* inSteps(lines, ({ line, cells, record, notes: own, state, times, cut }) => {
    const moved: AmountCell = cut === undefined ? amountOf(cells) : { kind: 'unread', text: cut };
    const opens = moved.kind === 'empty' && running !== null && isOpening(cells);
    const once = opens ? amountIn(cells[running.index], running) : moved;
    const found = times !== 1n && once.kind === 'amount' ? cellOf(once.value * times) : once;
    const notes = opens ? [...own, openingNote(line)] : own;
    const stated = found.kind === 'amount' ? found.value : undefined;
    const value = stated === undefined ? undefined : signedAmount(stated, state);
    const summary = [...Object.values(record), amountText(found) ?? ''].join(' ').trim().slice(0, 200);
    const { why = found.kind === 'empty' ? found.why : undefined, because } = state;
    sums.push(once.kind === 'amount' ? once.value : undefined);
    open.push(why === undefined ? value : 0n);
    if (why !== undefined) {
      left_out.push({ line, why, text: summary, ...(because && { because }) });
      if (value !== 0n) said.add(why, value);
    } else if (value === 0n) {
      left_out.push({ line, why: 'settled', text: summary });
      if (times !== 0n) said.settled(state.unpaid, line);
    } else if (value !== undefined && value < 0n) {
      if (state.reduces === undefined) minus++;
      credits.add({ line, why: state.reduces ?? 'credit', value, record, text: summary });
    } else {
      const text = state.reduces === undefined ? amountText(found) : undefined;
      const row = { line, record: { ...record, ...(text !== undefined && { amount: text }) }, notes };
      receivables.push(row);
      const whole = paid.length === 0 || billed === null ? undefined : amountIn(cells[billed.index], billed);
      if (whole?.kind === 'amount' && times === 1n && tax === null && value !== undefined)
        bills.set(row, { billed: whole.value, day: paidDay === undefined ? '' : textOf(cells[paidDay.index]) });
    }
  });
  const isCounted = countsAll(totals, sums, amountOf);
  const once = isCounted ? { rows: receivables, left_out: [], doubts: [] } : billsOnce(receivables, bills);
  const distinct = distinctRows(once.rows, isCounted);
  // A ledger with a running balance that names nobody is that of one debtor.
  const single = running !== null && receivables.every(({ record }) => record.debtor_id === undefined);
  const settled = credits.settle(distinct.rows, single);
  return {
    rows: settled.rows,
    left_out: [...left_out, ...once.left_out, ...distinct.left_out, ...settled.left_out],
    doubts: [
      ...doubts,
      ...said.doubts(),
      ...periodsDoubt(receivables.map(({ notes }) => notes)),
      ...once.doubts,
      ...distinct.doubts,
      ...settled.doubts,
      ...(receivables.length === 0 && minus > 1 ? [allMinusDoubt()] : []),
    ],
    sums,
    open,
    stated: (cells) => {
      // The total of a ledger states movements; what is open is its last balance.
      const last = running === null ? undefined : amountIn(cells[running.index], running);
      const total = last?.kind === 'amount' ? last : amountOf(cells);
      return total.kind === 'amount' ? total.value : undefined;
    },
    unit: billed?.unit ?? unit,
  };
}
