// Decides which column is read as which field: exact names first, then balances before billed amounts, codes before names, due dates
// before days overdue.

import { currencyIn, currencyOfHeading } from '../cells/currencies.ts';
import { textOf } from '../cells/figures.ts';
import { isPlainLine } from '../cells/lines.ts';
import { type CellTable, type ColumnProfile, MONEY_LEAST, profileOf, wholeOf } from '../cells/profile.ts';
import { kindOf, lineStatus } from '../cells/states.ts';
import type { LedgerColumn, LedgerNote } from '../found.ts';
import type { Header, Heading } from '../headings/header.ts';
import type { Role } from '../headings/vocabulary.ts';
import { type AmountColumns, amountByValues, billedLessPaid, withOtherAccounts } from './amount_columns.ts';
import { isCrossed } from './amounts.ts';
import { type Assignment, assignment, giveNamed, giveOne, ofRole, spokenOf } from './assignment.ts';
import { balanceAgainstBills } from './balance_check.ts';
import { ownBalance, RUN_LOOKED_AT } from './balances.ts';
import { settleDays } from './due_days.ts';
import { isFee } from './fees.ts';
import { readByValues } from './heading_values.ts';
import { namelessDebtor } from './nameless.ts';
import { isFlagColumn } from './paid_columns.ts';
import { advancesBeside, interestWithin, isAdvance, minorUnits } from './unread_amounts.ts';
import { isOfPeriod, marksDoubt, OF_A_CLAIM } from './unread_marks.ts';
import { yearColumns } from './year_columns.ts';

/** An age column: its heading, and the age it stands for as the label of a bucket. */
export interface AgeColumn {
  readonly heading: Heading;
  readonly bucket: string;
}

/** Roles of columns that say something about a line beside the fields of a request. */
const STATE_ROLES = [
  'status',
  'kind',
  'paid_date',
  'terms',
  'closing_date',
  'promise_date',
  'age',
] as const satisfies readonly Role[];
/** A role of a column that says something about a line. */
export type StateRole = (typeof STATE_ROLES)[number];

/** How the columns of a ledger are read. */
export interface ColumnMapping {
  readonly layout: 'open_items' | 'aging';
  /** The columns of the amount of an open-item list; null where none is found, and in an aging table. */
  readonly amount: AmountColumns | null;
  /** The column of every other field. */
  readonly fields: ReadonlyMap<string, Heading>;
  /** Age columns of an aging table. */
  readonly buckets: readonly AgeColumn[];
  /** The column with the total of a row of an aging table. */
  readonly total: Heading | null;
  /** Columns that say something about a line beside the fields: its status, its kind, its days of payment and of a promise, its terms, its age. */
  readonly states: ReadonlyMap<StateRole, readonly Heading[]>;
  /** The name of the debtor where a code is read as `debtor_id`; and every column that names the debtor. */
  readonly names: readonly Heading[];
  /** Every column and its field, for the caller. */
  /** Columns of years that say whether the yearly fee beside them is paid. */
  readonly years: readonly Heading[];
  readonly columns: readonly LedgerColumn[];
  readonly doubts: readonly LedgerNote[];
}

/** Roles that lead to one field; the amount and the debtor have rules of their own. */
const SINGLE: readonly (readonly [role: Role, field: string])[] = [
  ['id', 'id'],
  ['due_date', 'due_date'],
  ['invoice_date', 'invoice_date'],
  ['overdue_days', 'overdue_days'],
  ['currency', 'currency'],
];

/** Whether a column whose heading says nothing holds states of claims, such as 入金済 and 未入金, and no other words. */
function isStatusByValues({ index, by, text }: Heading, lines: CellTable): boolean {
  if (by !== null || text === '') return false;
  const words = new Set(lines.map((row) => textOf(row[index])));
  words.delete('');
  const list = [...words];
  return (
    list.length > 0 &&
    list.length <= 20 &&
    list.some((word) => OF_A_CLAIM.test(word)) &&
    list.every((word) => lineStatus(word, false) !== 'unknown' && OF_A_CLAIM.test(word))
  );
}

/** Whether a column whose heading says nothing holds kinds of lines, claims among others, such as 収入 and 支出, and no other words. */
function isKindByValues({ index, by, text, folded }: Heading, lines: CellTable): boolean {
  const isOfBooks = ACCOUNTS.test(folded);
  if ((by !== null && !isOfBooks) || text === '') return false;
  const words = new Set(lines.map((row) => textOf(row[index])));
  if (words.size > 20) return false;
  const kinds = new Set([...words].map((word) => (word === '' ? 'claim' : kindOf(word))));
  if (
    isOfBooks &&
    kinds.has('claim') &&
    [...words].some((word) => kindOf(word) === 'payable' || OTHER_ASSET.test(word))
  )
    return true;
  return (
    kinds.size > 1 &&
    kinds.has('claim') &&
    [...words].every((word) => word === '' || MOVEMENT.test(word) || KINDS_TOLD.has(kindOf(word)))
  );
}
/** Bills and payments on lines of their own; words for ways to pay say nothing of the kind. */
const MOVEMENT = /^(?:請求|売上|入金|回収|invoice|payment|receipt)s?$/i;
/** Headings of accounts of the books, folded. */
const ACCOUNTS = /^(?:勘定)?科目名?$|^税区分$|^(?:gl|ledger)?account(?:name)?$/;
/** Accounts of what others hold for us or will deliver, which is no claim for money. */
const OTHER_ASSET = /^(?:\d+ )?(?:前渡|前払|仮払|差入|敷金|保証金|prepaid|prepayments?\b|advances? to|deposits? paid)/i;
/** Kinds whose words mean nothing else; those of payments are also ways to pay. */
const KINDS_TOLD: ReadonlySet<string> = new Set(['claim', 'credit', 'payable']);

/** Whether a column whose heading says nothing holds nothing but currencies; a note, alone on its line, may stand in any column. */
function isCurrencyByValues({ index, by }: Heading, rows: CellTable): boolean {
  if (by !== null) return false;
  let isSeen = false;
  for (const row of rows) {
    const word = textOf(row[index]);
    if (word === '') continue;
    const isCurrency = word.length < 6 && !/\d/.test(word) && currencyIn(word) !== undefined;
    if (!isCurrency && row.filter((cell) => textOf(cell) !== '').length > 1) return false;
    if (isCurrency) isSeen = true;
  }
  return isSeen;
}

/** The columns that say something about a line beside its fields. */
function stateColumns(headings: readonly Heading[], rows: CellTable): ReadonlyMap<StateRole, readonly Heading[]> {
  const states = new Map<StateRole, readonly Heading[]>(STATE_ROLES.map((role) => [role, ofRole(headings, role)]));
  const flags = [...ofRole(headings, 'paid'), ...ofRole(headings, 'paid_date')].filter((one) =>
    isFlagColumn(one, rows),
  );
  const isFlag = new Set(flags.map(({ index }) => index));
  const several = rows.slice(0, 2000).filter((row) => row.filter((cell) => textOf(cell) !== '').length > 1);
  const byValues = headings.filter((one) => isStatusByValues(one, several));
  // Several months or years with a state each do not say what has become of the line.
  const isOfPeriods = byValues.filter(isOfPeriod).length > 1;
  states.set('status', [
    ...(states.get('status') ?? []),
    ...flags,
    ...byValues.filter((one) => !isOfPeriods || !isOfPeriod(one)),
  ]);
  states.set('kind', [...(states.get('kind') ?? []), ...headings.filter((one) => isKindByValues(one, several))]);
  states.set(
    'paid_date',
    (states.get('paid_date') ?? []).filter(({ index }) => !isFlag.has(index)),
  );
  const named = states.get('age') ?? [];
  const lines = rows.slice(0, 1000).filter(isPlainLine);
  const aged = headings.filter(({ index, meaning, bucket }) => {
    if (bucket !== undefined || (meaning !== undefined && meaning.role !== 'overdue_days' && meaning.role !== 'age'))
      return false;
    const { filled, ages, ranges } = profileOf(lines, index);
    return filled > 0 && ages === filled && ranges > 0;
  });
  states.set('age', aged.length > 0 ? aged : named);
  return states;
}

/** Whether a heading is that of the place to which goods or papers go. */
const isOfDelivery = ({ folded }: Heading): boolean => /^(?:納品|納入|送付)先/.test(folded);

const NAMES_DEBTOR = /^(?:債務者|debtor|borrower|obligor)/;
/** Whether a heading is that of one who lets others collect. */
const isOfClient = ({ folded }: Heading): boolean => /^(?:client|依頼者|委託者|債権者|クライアント)/.test(folded);

/** Gives the debtor its column: a code where there is one, because only codes tell debtors of the same name apart; else the first name. */
function giveDebtor(
  headings: readonly Heading[],
  rows: CellTable,
  named: Heading | undefined,
  to: Assignment,
): Heading[] {
  const those = (
    candidates: readonly Heading[],
    isSuch: (profile: ColumnProfile, folded: string) => boolean,
  ): readonly Heading[] => {
    const some = candidates.filter(({ index, folded }) => isSuch(profileOf(rows, index), folded));
    return some.length > 0 ? some : candidates;
  };
  const filled = (candidates: readonly Heading[]): readonly Heading[] => those(candidates, (one) => one.filled > 0);
  // Account may head the accounts of the books, which have no numbers, beside the names of debtors.
  const isOfBooks = ({ index, folded }: Heading): boolean =>
    folded === 'account' &&
    ((ofRole(headings, 'debtor_name').some((one) => profileOf(rows, one.index).filled > 0) &&
      !rows.some((row) => /\d/.test(textOf(row[index])))) ||
      rows.every((row) => /^(?:.*receivable.*|売掛金.*)?$/i.test(textOf(row[index]))) ||
      // One number on all lines is that of the account of receivables, where names stand before it.
      (headings[0]?.text === '' && new Set(rows.map((row) => textOf(row[index]))).size === 2));
  // Beside the names of others, the code of a company is our own.
  const isOwnCode = ({ folded }: Heading): boolean =>
    /^company(?:id|code|no|number|key)$/.test(folded) &&
    ofRole(headings, 'debtor_name').some(
      (one) => !/^(?:company|contact|name)/.test(one.folded) && profileOf(rows, one.index).filled > 0,
    );
  const coded = filled(ofRole(headings, 'debtor_code').filter((one) => !isOfBooks(one) && !isOwnCode(one)));
  // Numbers under "Name" are those of orders, where another column holds names.
  const parties = those(
    filled(ofRole(headings, 'debtor_name')),
    ({ filled, figures }, folded) => folded !== 'name' || figures < filled,
  );
  // Whom to call there stands beside a customer.
  const isCalled = ({ folded }: Heading): boolean => /^contact/.test(folded);
  const names = [...parties.filter((one) => !isCalled(one)), ...parties.filter(isCalled)];
  // The code of a place of delivery is not that of who is billed.
  // Nor is that of a client who has others collect from the debtor.
  const [first] = names;
  const codes = coded.filter(
    (one) =>
      first === undefined ||
      !((isOfDelivery(one) && !isOfDelivery(first)) || (isOfClient(one) && NAMES_DEBTOR.test(first.folded))),
  );
  const hasCode = codes.some(({ index }) => profileOf(rows, index).filled > 0);
  giveOne(
    hasCode || named !== undefined ? codes : names.length > 0 ? names.slice(0, 1) : codes,
    'debtor_id',
    named,
    to,
  );
  return [...names, ...codes, ...(named === undefined ? [] : [named])];
}

/** Headings that must stand there again, one after another, for a second table beside the first. */
const REPEATED_MIN = 3;

/** Doubts the table that stands to the right of another one under the same headings, because its lines are not read. */
function besideDoubt(headings: readonly Heading[], amount: Heading | undefined, rows: CellTable, to: Assignment): void {
  const start = headings.findIndex(({ text }) => text !== '');
  if (amount === undefined || start < 0) return;
  for (let at = start + REPEATED_MIN; at < headings.length; at++) {
    const same = headings
      .slice(at)
      .findIndex(({ folded }, i) => folded === '' || folded !== headings[start + i]?.folded || start + i >= at);
    const length = same < 0 ? headings.length - at : same;
    const twin = headings[at + amount.index - start];
    if (length < REPEATED_MIN || amount.index - start >= length || twin === undefined) continue;
    const count = rows.filter((row) => /\d/.test(textOf(row[twin.index]))).length;
    if (count === 0) return;
    to.doubt(
      twin,
      'tables_beside',
      `右に同じ見出しの表がもう一つあり、その${count}行は読んでいません。分けて送ってください。`,
      `another table with the same headings stands to the right; its ${count} lines are not read. Send it by itself.`,
    );
  }
}

/** Takes no days since the oldest claim for the age of all of them, where columns of ages hold it. */
function ofOldest(buckets: readonly AgeColumn[], to: Assignment): void {
  const days = to.fields.get('overdue_days');
  const [first] = buckets;
  if (days === undefined || first === undefined || buckets.length < 2 || !OF_OLDEST.test(days.text)) return;
  to.fields.delete('overdue_days');
  to.withdraw(days);
  to.unused(days, first.heading);
}
const OF_OLDEST = /\b(?:oldest|longest|max(?:imum)?|avg|average)\b|最[長大古]|平均/i;

/** Decides as what every column of a table is read. `rows` are the lines below the headings. */
export function mapColumns(header: Header, rows: CellTable): ColumnMapping {
  const headings = readByValues(header.headings, rows);
  const to = assignment(headings);
  const named = giveNamed(headings, to);
  const states = stateColumns(headings, rows);
  const isAge = new Set(states.get('age')?.map(({ index }) => index));
  for (const [role, field] of SINGLE)
    giveOne(
      ofRole(headings, role).filter(({ index }) => !isAge.has(index)),
      field,
      named.get(field),
      to,
    );
  giveCurrency(headings, rows, to);
  settleDays(headings, rows, to);
  const names = giveDebtor(headings, rows, named.get('debtor_id'), to);
  const nobody = names.length === 0 ? namelessDebtor(headings, rows, to) : undefined;
  if (nobody !== undefined) names.push(nobody);
  const buckets = headings.flatMap((heading): AgeColumn[] =>
    heading.bucket === undefined ? [] : [{ heading, bucket: heading.bucket }],
  );
  const given = named.get('amount');
  const { own = given, running } = given === undefined ? ownBalance(headings, rows, to, names) : {};
  const balance = own === undefined || own === given ? own : withOtherAccounts(own, headings, rows, to);
  const total = balance ?? ofRole(headings, 'total')[0];
  ofOldest(buckets, to);
  const dated = to.fields.has('due_date') || to.fields.has('overdue_days');
  // An invoice spread over age columns has its own due date; the ages then say nothing more.
  // Marks in months beside a balance say for which of them it is owed.
  const isMarked =
    total !== undefined &&
    total === balance &&
    !buckets.some(({ heading }) => rows.some((row) => /\p{Nd}/u.test(textOf(row[heading.index]))));
  if (buckets.length >= 2 && !isMarked && !(dated && total !== undefined)) {
    for (const { heading } of buckets) to.mark(heading, 'bucket');
    if (total !== undefined) to.withdraw(total);
    const [first] = headings;
    const nameless = first?.text === '' && !to.fields.has('debtor_id') ? first : undefined;
    if (nameless !== undefined) to.give({ ...nameless, by: 'synonym' }, 'debtor_id');
    unreadBesideAges(headings, rows, total, to);
    besideDoubt(headings, buckets[0]?.heading, rows, to);
    return {
      layout: 'aging',
      amount: null,
      fields: to.fields,
      buckets,
      total: total ?? null,
      states,
      names: nameless === undefined ? names : [nameless],
      years: [],
      columns: to.columns(),
      doubts: to.doubts(),
    };
  }
  const chosen = buckets.length >= 2 ? total : balance;
  if (chosen !== undefined) {
    if (!named.has('amount')) to.give(chosen, 'amount');
    for (const heading of ofRole(headings, 'balance')) if (heading !== chosen) to.unused(heading, chosen);
    advancesBeside(chosen, headings, rows, to);
    // The total of an invoice spread over its ages is what is open, and so is that of several balances.
    if (buckets.length >= 2 || chosen !== own) to.certain(chosen);
    if (chosen.meaning?.role === 'balance') balanceAgainstBills(chosen, headings, live(rows, states), to);
  }
  const billed = chosen === undefined ? billedLessPaid(headings, rows, to) : null;
  const amount =
    chosen !== undefined
      ? { amount: chosen, less: [] }
      : billed === null
        ? amountByValues(headings, rows, to)
        : { ...billed, ...(running && { running }) };
  if (amount) currencyOfOther(amount.amount, headings, to);
  if (amount) minorUnits(amount.amount, to);
  if (amount) interestWithin(amount.amount, headings, rows, to);
  besideDoubt(headings, amount?.amount, rows, to);
  const years = yearColumns(amount?.amount, headings, rows);
  const read = new Set([...states.values(), years].flat().map(({ index }) => index));
  marksDoubt(headings, rows, { read, isBilled: isOpenUnsaid(amount, states) }, to);
  return {
    layout: 'open_items',
    amount,
    fields: to.fields,
    buckets: [],
    total: null,
    states,
    names,
    years,
    columns: to.columns(),
    doubts: to.doubts(),
  };
}

/** The first lines without those that are void or no claims yet, whose figures need not agree. */
const live = (rows: CellTable, states: ColumnMapping['states']): CellTable =>
  rows
    .slice(0, RUN_LOOKED_AT)
    .filter(
      (row) =>
        !(states.get('status') ?? []).some(({ index }) =>
          ['void', 'draft', 'written_off'].includes(lineStatus(textOf(row[index]), false)),
        ),
    );

/** Whether nothing says what of a billed amount is paid, so that a number or a day without a known word may. */
const isOpenUnsaid = (amount: AmountColumns | null, states: ColumnMapping['states']): boolean =>
  amount !== null &&
  amount.amount.meaning?.role !== 'balance' &&
  amount.less.length === 0 &&
  (states.get('paid_date') ?? []).length + (states.get('status') ?? []).length === 0;

/** Gives the currency a column that holds nothing else, where no heading names one. */
function giveCurrency(headings: readonly Heading[], rows: CellTable, to: Assignment): void {
  const coded = to.fields.has('currency') ? undefined : headings.find((one) => isCurrencyByValues(one, rows));
  if (coded !== undefined) to.give({ ...coded, by: 'values' }, 'currency');
}

/** Takes no currency of a document for that of an amount whose heading says yen, where the amount in that currency stands beside it. */
function currencyOfOther(amount: Heading, headings: readonly Heading[], to: Assignment): void {
  const currency = to.fields.get('currency');
  const isForeign = (one: Heading): boolean => {
    const stated = currencyOfHeading(one.text);
    const isMoney =
      ['balance', 'billed', 'total'].includes(one.meaning?.role ?? '') || /\b(?:fc|fx|foreign)\b|外貨/i.test(one.text);
    return one !== amount && (stated === undefined ? isMoney : stated !== 'JPY');
  };
  if (currency === undefined || currencyOfHeading(amount.text) !== 'JPY' || !headings.some(isForeign)) return;
  to.fields.delete('currency');
  to.withdraw(currency);
  to.unused(currency, amount);
}

/** Place of the column that names the debtors where a code stands for each; null when there is none. */
export const nameColumn = ({ names, fields }: ColumnMapping): number | null =>
  names.find((one) => one.meaning?.role === 'debtor_name' && one !== fields.get('debtor_id'))?.index ?? null;

/** Doubts every column of figures beside known ages that is not read, because it may be an age of its own. */
function unreadBesideAges(
  headings: readonly Heading[],
  rows: CellTable,
  total: Heading | undefined,
  to: Assignment,
): void {
  for (const heading of headings) {
    const { index, meaning, field, bucket, text } = heading;
    if (bucket !== undefined || field !== undefined || heading === total || to.fields.get('debtor_id') === heading)
      continue;
    // Counts and shares are no money.
    if (
      /件数|構成比|割合|学年|^組$|号室|部屋|^[%％]$|\bcount\b|\bpercent|(?<![a-z])(?:unit|lot|apt|suite)(?![a-z])/i.test(
        text,
      )
    )
      continue;
    if (text === '' && !rows.some((row) => (wholeOf(row[index]) ?? 0n) >= MONEY_LEAST)) continue;
    if (meaning !== undefined && meaning.role !== 'balance' && !isAdvance(heading) && !isFee(heading)) continue;
    const { filled, figures, days, serials } = profileOf(rows, index);
    if (filled === 0 || figures < filled || days > 0 || serials === filled) continue;
    if (isFee(heading) && headings.some((one) => one.bucket !== undefined && isCrossed(rows, one.index))) continue;
    to.doubt(
      spokenOf(heading),
      'figures_not_read',
      '年齢の列のそばにある数値の列ですが、何の金額か分からないため読みません。',
      'it holds figures beside the ages, but what they are is not known; they are not read.',
    );
  }
}
