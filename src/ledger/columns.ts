// Decides which column is read as which field: exact names first, then balances before billed amounts, codes before names, due dates
// before days overdue.

import { currencyOfHeading, isYen } from './currencies.ts';
import { textOf } from './figures.ts';
import { type LedgerColumn, type LedgerNote, note } from './found.ts';
import type { Header, Heading } from './header.ts';
import { type CellTable, isRunning, isSameColumn, isSumOf, profileOf } from './profile.ts';
import { lineStatus } from './states.ts';
import type { Role } from './vocabulary.ts';

/** The columns of the amount: one column, less others where only what was billed and what was paid are known. */
export interface AmountColumns {
  readonly amount: Heading;
  /** Columns that are subtracted; empty for a balance. */
  readonly less: readonly Heading[];
}

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

/** Collects the fields given to columns, with at most one doubt for each column. */
function assignment(headings: readonly Heading[]) {
  const given = new Map<number, { field: string; by: Heading['by'] }>();
  const doubts = new Map<number, LedgerNote>();
  const fields = new Map<string, Heading>();
  const doubt = ({ index, text }: Heading, code: string, ja: string, en: string): void =>
    void doubts.set(index, note(code, `「${text}」: ${ja}`, `"${text}": ${en}`));
  const give = (heading: Heading, field: string): void => {
    given.set(heading.index, { field, by: heading.by });
    if (field !== 'amount') fields.set(field, heading);
    if (heading.meaning?.doubt === undefined) return;
    const { code, text } = heading.meaning.doubt;
    doubt(heading, code, text.ja, text.en);
  };
  const unused = (heading: Heading, used: Heading): void =>
    doubts.get(heading.index)?.code === 'running_balance'
      ? undefined
      : heading.folded === used.folded
        ? doubt(
            heading,
            'repeated_column',
            '同じ見出しの列が二つあります。先の列を使います。',
            'the heading is there twice; the first column is used.',
          )
        : doubt(
            heading,
            'column_not_used',
            `「${used.text}」を使い、この列は使いません。`,
            `"${used.text}" is used instead.`,
          );
  return {
    fields,
    doubt,
    give,
    unused,
    certain: ({ index }: Heading): void => void doubts.delete(index),
    mark: ({ index }: Heading, by: Heading['by']): void => void given.set(index, { field: 'amount', by }),
    withdraw: ({ index }: Heading): void => void given.delete(index),
    columns: (): LedgerColumn[] =>
      headings.map(({ index, text }) => ({
        index,
        header: text,
        ...(given.get(index) ?? { field: null, by: null }),
        doubt: doubts.get(index)?.text ?? null,
      })),
    doubts: (): LedgerNote[] => [...doubts].sort(([one], [other]) => one - other).map(([, noted]) => noted),
  };
}

type Assignment = ReturnType<typeof assignment>;

/** Headings of a role that do not name a field exactly, the best word first. */
const ofRole = (headings: readonly Heading[], role: Role): Heading[] =>
  headings
    .flatMap((heading) => {
      const { meaning, field } = heading;
      return meaning?.role === role && field === undefined ? [{ heading, place: meaning.place }] : [];
    })
    .sort((a, b) => a.place - b.place || a.heading.index - b.heading.index)
    .map(({ heading }) => heading);

/** Gives every field to the column headed by its name; of two such columns the first is used. */
function giveNamed(headings: readonly Heading[], to: Assignment): Map<string, Heading> {
  const named = new Map<string, Heading>();
  for (const heading of headings) {
    if (heading.field === undefined) continue;
    const before = named.get(heading.field);
    if (before === undefined) {
      named.set(heading.field, heading);
      to.give(heading, heading.field);
    } else to.unused(heading, before);
  }
  return named;
}

/** Gives a field to the first of its candidates, unless a column has it by name. */
function giveOne(candidates: readonly Heading[], field: string, named: Heading | undefined, to: Assignment): void {
  const [first, ...rest] = named === undefined ? candidates : [named, ...candidates];
  if (first === undefined) return;
  if (named === undefined) to.give(first, field);
  // A second number or day of issue changes nothing; a second due date may.
  const matters = field !== 'id' && field !== 'invoice_date' && field !== 'debtor_id';
  for (const heading of rest) if (matters || heading.folded === first.folded) to.unused(heading, first);
}

/** Amounts in yen before those in another currency or in none that is named. */
const yenFirst = (headings: readonly Heading[]): Heading[] => {
  const rank = ({ text }: Heading): number => {
    const currency = currencyOfHeading(text);
    return currency === 'JPY' ? 0 : currency === undefined ? 1 : 2;
  };
  const isMixed = headings.some(({ text }) => !isYen(currencyOfHeading(text)));
  return isMixed ? [...headings].sort((a, b) => rank(a) - rank(b)) : [...headings];
};

/** Columns of a role without those in which no figure stands, where another one has figures. */
function withFigures(headings: readonly Heading[], rows: CellTable): readonly Heading[] {
  const filled = headings.filter(({ index }) => profileOf(rows, index).figures > 0);
  return filled.length > 0 ? filled : headings;
}

/** The billed column that includes the tax, as the arithmetic of the tax column shows; undefined where it shows nothing. */
function grossOf(billed: readonly Heading[], taxes: readonly Heading[], rows: CellTable): Heading | undefined {
  for (const tax of taxes)
    for (const net of billed)
      for (const gross of billed) if (gross !== net && isSumOf(rows, gross.index, net.index, tax.index)) return gross;
  return undefined;
}

/** Columns of what was paid, each once: two columns with the same figures are one payment. */
function paidColumns(headings: readonly Heading[], rows: CellTable, to: Assignment): Heading[] {
  const debits = headings.some(({ folded }) => /^(?:debit|借方)/.test(folded));
  const all = ofRole(headings, 'paid').filter(
    (heading) => (debits || !/^(?:credit|貸方)/.test(heading.folded)) && !isFlagColumn(heading, rows),
  );
  const used: Heading[] = [];
  for (const heading of all) {
    const twin = used.find(({ index }) => isSameColumn(rows, index, heading.index));
    if (twin === undefined) used.push(heading);
    else
      to.doubt(
        heading,
        'paid_twice',
        `「${twin.text}」と同じ入金と思われるため、二重には差し引きません。`,
        `it holds the same payments as "${twin.text}" and is not subtracted twice.`,
      );
  }
  return used;
}

/** Whether a column headed as an amount or a day holds words such as Paid, Yes or 済. */
function isFlagColumn({ index }: Heading, rows: CellTable): boolean {
  const { filled, figures } = profileOf(rows, index);
  if (filled === 0 || figures > filled / 2) return false;
  const cells = rows.map((row) => textOf(row[index])).filter((text) => text !== '');
  return cells.filter((text) => lineStatus(text, true) !== 'unknown').length > cells.length / 2;
}

/** The columns of the amount where there is no balance: what was billed, less what was paid. */
function billedLessPaid(headings: readonly Heading[], rows: CellTable, to: Assignment): AmountColumns | null {
  const candidates = [...withFigures(yenFirst([...ofRole(headings, 'billed'), ...ofRole(headings, 'total')]), rows)];
  const taxes = ofRole(headings, 'tax');
  const gross = grossOf(candidates, taxes, rows);
  const [billed, ...others] = gross === undefined ? candidates : [gross, ...candidates.filter((one) => one !== gross)];
  if (billed === undefined) return null;
  const paid = paidColumns(headings, rows, to);
  to.give(billed, 'amount');
  for (const heading of others) to.unused(heading, billed);
  // What is left over is known where payments are, so the doubt about the billed amount is settled.
  if (paid.length > 0) to.certain(billed);
  for (const heading of paid) {
    to.mark(heading, heading.by);
    to.doubt(
      heading,
      'amount_from_difference',
      `残高の列がないため、「${billed.text}」から差し引いた額を債権額とします。`,
      `there is no balance; it is subtracted from "${billed.text}".`,
    );
  }
  const [tax] = taxes;
  if (tax !== undefined && gross === undefined)
    to.doubt(
      tax,
      'tax_may_be_missing',
      `「${billed.text}」にこの税額が含まれているか、表からは分かりません。含まれるものとして読みます。`,
      `the table does not say whether "${billed.text}" includes this tax; it is read as included.`,
    );
  return { amount: billed, less: paid };
}

/** The first balance that is no running total of the movements of the list; undefined where there is none. */
function ownBalance(headings: readonly Heading[], rows: CellTable, to: Assignment): Heading | undefined {
  const balances = withFigures(yenFirst(ofRole(headings, 'balance')), rows);
  const billed = ofRole(headings, 'billed');
  const paid = ofRole(headings, 'paid');
  const isRun = ({ index }: Heading): boolean =>
    billed.some((plus) => [undefined, ...paid].some((minus) => isRunning(rows, index, plus.index, minus?.index)));
  for (const heading of balances) {
    if (!isRun(heading)) return heading;
    to.doubt(
      heading,
      'running_balance',
      '行ごとに積み上がる残高（累計）のため、債権額としては使いません。',
      'it is a running balance, which adds up line by line; it is not used as the amount.',
    );
  }
  return undefined;
}

/** The only column of figures with a money-like profile among those that no word explains, where no amount is found otherwise. */
function amountByValues(headings: readonly Heading[], rows: CellTable, to: Assignment): AmountColumns | null {
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
    '見出しからは分かりませんが、値から金額の列として読みます。違うときは columns=amount:見出し を付けてください。',
    'its heading is not known; its values make it the amount. Say columns=amount:heading if another column is meant.',
  );
  return { amount: only, less: [] };
}

/** The columns that say something about a line beside its fields. */
function stateColumns(headings: readonly Heading[], rows: CellTable): ReadonlyMap<StateRole, readonly Heading[]> {
  const states = new Map<StateRole, readonly Heading[]>(STATE_ROLES.map((role) => [role, ofRole(headings, role)]));
  const flags = [...ofRole(headings, 'paid'), ...ofRole(headings, 'paid_date')].filter((one) =>
    isFlagColumn(one, rows),
  );
  const isFlag = new Set(flags.map(({ index }) => index));
  states.set('status', [...(states.get('status') ?? []), ...flags]);
  states.set(
    'paid_date',
    (states.get('paid_date') ?? []).filter(({ index }) => !isFlag.has(index)),
  );
  const named = states.get('age') ?? [];
  const aged = headings.filter(({ index, meaning, bucket }) => {
    if (bucket !== undefined || (meaning !== undefined && meaning.role !== 'overdue_days' && meaning.role !== 'age'))
      return false;
    const { filled, ages, ranges } = profileOf(rows, index);
    return filled > 0 && ages === filled && ranges > 0;
  });
  states.set('age', aged.length > 0 ? aged : named);
  return states;
}

/** Gives the debtor its column: a code where there is one, because only codes tell debtors of the same name apart; else the first name. */
function giveDebtor(
  headings: readonly Heading[],
  rows: CellTable,
  named: Heading | undefined,
  to: Assignment,
): Heading[] {
  const filled = (candidates: readonly Heading[]): Heading[] => {
    const some = candidates.filter(({ index }) => profileOf(rows, index).filled > 0);
    return some.length > 0 ? some : [...candidates];
  };
  const [codes, names] = [filled(ofRole(headings, 'debtor_code')), filled(ofRole(headings, 'debtor_name'))];
  const hasCode = codes.some(({ index }) => profileOf(rows, index).filled > 0);
  giveOne(
    hasCode || named !== undefined ? codes : names.length > 0 ? names.slice(0, 1) : codes,
    'debtor_id',
    named,
    to,
  );
  return [...names, ...codes, ...(named === undefined ? [] : [named])];
}

/** Decides as what every column of a table is read. `rows` are the lines below the headings. */
export function mapColumns({ headings }: Header, rows: CellTable): ColumnMapping {
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
  const days = to.fields.get('overdue_days');
  if (days !== undefined && to.fields.has('due_date'))
    to.doubt(
      days,
      'days_beside_due_date',
      '支払期日がある行では支払期日を使います。',
      'the due date is used where a line has one.',
    );
  const names = giveDebtor(headings, rows, named.get('debtor_id'), to);
  const buckets = headings.flatMap((heading): AgeColumn[] =>
    heading.bucket === undefined ? [] : [{ heading, bucket: heading.bucket }],
  );
  const balance = named.get('amount') ?? ownBalance(headings, rows, to);
  const total = balance ?? ofRole(headings, 'total')[0];
  const dated = to.fields.has('due_date') || days !== undefined;
  // An invoice spread over age columns has its own due date; the ages then say nothing more.
  if (buckets.length >= 2 && !(dated && total !== undefined)) {
    for (const { heading } of buckets) to.mark(heading, 'bucket');
    if (total !== undefined) to.withdraw(total);
    const [first] = headings;
    const nameless = first?.text === '' && !to.fields.has('debtor_id') ? first : undefined;
    if (nameless !== undefined) to.give({ ...nameless, by: 'synonym' }, 'debtor_id');
    unreadBesideAges(headings, rows, total, to);
    return {
      layout: 'aging',
      amount: null,
      fields: to.fields,
      buckets,
      total: total ?? null,
      states,
      names: nameless === undefined ? names : [nameless],
      columns: to.columns(),
      doubts: to.doubts(),
    };
  }
  const chosen = buckets.length >= 2 ? total : balance;
  if (chosen !== undefined) {
    if (!named.has('amount')) to.give(chosen, 'amount');
    for (const heading of ofRole(headings, 'balance')) if (heading !== chosen) to.unused(heading, chosen);
    // The total of an invoice spread over its ages is what is open.
    if (buckets.length >= 2) to.certain(chosen);
  }
  return {
    layout: 'open_items',
    amount:
      chosen === undefined
        ? (billedLessPaid(headings, rows, to) ?? amountByValues(headings, rows, to))
        : { amount: chosen, less: [] },
    fields: to.fields,
    buckets: [],
    total: null,
    states,
    names,
    columns: to.columns(),
    doubts: to.doubts(),
  };
}

/** Doubts every column of figures beside known ages that is not read, because it may be an age of its own. */
function unreadBesideAges(
  headings: readonly Heading[],
  rows: CellTable,
  total: Heading | undefined,
  to: Assignment,
): void {
  for (const heading of headings) {
    const { index, meaning, field, bucket, text } = heading;
    if (bucket !== undefined || field !== undefined || heading === total || text === '') continue;
    if (meaning !== undefined && meaning.role !== 'balance') continue;
    const { filled, figures, days } = profileOf(rows, index);
    if (filled === 0 || figures < filled || days > 0) continue;
    to.doubt(
      heading,
      'figures_not_read',
      '年齢の列のそばにある数値の列ですが、何の金額か分からないため読みません。',
      'it holds figures beside the ages, but what they are is not known; they are not read.',
    );
  }
}
