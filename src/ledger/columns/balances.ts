// Decides which of several columns of balances states what is open on each line: in yen, with its tax, the latest, that of the whole, and no
// running total of the list.

import { groupsBy } from '../../values/groups.ts';
import { currencyOfHeading } from '../cells/currencies.ts';
import { textOf, yearLastDay } from '../cells/figures.ts';
import { isPlainLine } from '../cells/lines.ts';
import {
  type CellTable,
  hasMoney,
  isFalling,
  isMovedOn,
  isPaidDown,
  isSumOf,
  linePairs,
  profileOf,
  runningBalance,
  wholeOf,
} from '../cells/profile.ts';
import { monthsRun, periodIn } from '../cells/titles.ts';
import type { Heading } from '../headings/header.ts';
import { spacedOf } from '../headings/heading_tokens.ts';
import { type Assignment, ofRole } from './assignment.ts';
import { isNextPayment, isSumOfAll } from './paid_columns.ts';

/** Amounts in yen before those in another currency or in none that is named. */
export const yenFirst = (headings: readonly Heading[], all: readonly Heading[]): Heading[] => {
  const rank = ({ text }: Heading): number => {
    const currency = currencyOfHeading(text);
    return currency === 'JPY' ? 0 : currency === undefined && !/外貨|\bforeign\b/i.test(text) ? 1 : 2;
  };
  // A column of currencies says that amounts which do not say yen may be in others.
  const isMixed =
    all.some(({ meaning, field }) => field === 'currency' || meaning?.role === 'currency') ||
    headings.some((one) => rank(one) === 2);
  return isMixed ? [...headings].sort((a, b) => rank(a) - rank(b)) : [...headings];
};

/** Headings of amounts without their tax, of which a net amount after what is withheld is none. */
const WITHOUT_TAX = /税抜|税別|本体|消費税|\bex(?:cl|\b)/i;

/** Amounts with their tax before those without it, where a list has both. */
export const grossFirst = (headings: readonly Heading[]): readonly Heading[] =>
  headings.some(({ text }) => /税込|\binc(?:l|\b)/i.test(spacedOf(text)))
    ? [...headings].sort(
        (a, b) => Number(WITHOUT_TAX.test(spacedOf(a.text))) - Number(WITHOUT_TAX.test(spacedOf(b.text))),
      )
    : headings;

/** Amounts in yen before those in thousands or millions, which are rounded. */
const wholeYenFirst = (headings: readonly Heading[]): readonly Heading[] => {
  const isRounded = ({ text }: Heading): boolean => /千|百万|億|thousand|million|'000|\b[km]¥|¥[km]\b/i.test(text);
  return [...headings].sort((a, b) => Number(isRounded(a)) - Number(isRounded(b)));
};

/** What a heading says of a balance that is not what the debtor owes now: an earlier, expected or average one, or that of something else. */
const NOT_NOW =
  /前[回月期年]|先月|昨年|期首|(?<!期[限日]|換算)前の?残|旧の?残|最[大高小低]|平均|予算|予定|見込|計画|目標|想定|未請求|利息|利子|損害金|手数料|保留|保証|担保|融資|契約|\b(?:before|old|starting|last|ly|average|avg|high(?:est)?|peak|max(?:imum)?|min(?:imum)?|lowest|budget(?:ed)?|projected|forecast|planned|estimated|target|gift|bank|loan|interest|fees?|late|ap|payables?|unbilled|retention|retainage|points?)\b/i;

/** Whether a heading names an amount that is late. */
export const isOfArrears = ({ text, meaning }: Heading): boolean =>
  meaning?.role === 'balance' && /arrears|overdue|past ?due|delinquent|延滞|滞納/i.test(spacedOf(text));

/** Balances with what is late of a loan or of instalments first: the rest of it has not fallen due. */
function lateFirst(balances: readonly Heading[], headings: readonly Heading[], rows: CellTable): readonly Heading[] {
  const late = balances.find((one) => isOfArrears(one) && hasMoney(one, rows));
  return late === undefined || !headings.some(({ text }) => OF_LOANS.test(spacedOf(text)))
    ? balances
    : [late, ...balances.filter((one) => one !== late)];
}
const OF_LOANS = /\bloan\b|\binstal?lments?\b|貸付|融資|割賦/i;

/** Balances at the ends of one month or year after another, with the latest first, and those that are not of now last. */
function latestFirst(all: readonly Heading[]): readonly Heading[] {
  const headings = [...all].sort(
    (a, b) => Number(NOT_NOW.test(spacedOf(a.text))) - Number(NOT_NOW.test(spacedOf(b.text))),
  );
  if (headings.every(({ text }) => periodIn(text) > 0))
    return headings.sort((a, b) => periodIn(b.text) - periodIn(a.text));
  const months = headings.map(({ folded }) => Number(/^\D*(\d{1,2})月末?(?:現在)?残高?$/.exec(folded)?.[1] ?? 0));
  return months.length > 1 && monthsRun(months, 1) ? headings.reverse() : headings;
}

/** Headings of amounts without their tax, or of the tax itself. */
export const NET_OF_TAX = new RegExp(`${WITHOUT_TAX.source}|\\bnet\\b`, 'i');

/** Columns of a role without those in which no figure stands, where another one has figures. */
export function withFigures(headings: readonly Heading[], rows: CellTable): readonly Heading[] {
  const filled = headings.filter(({ index }) => profileOf(rows, index).figures > 0);
  return filled.length > 0 ? filled : headings;
}

/** Lines in which a running balance is looked for. */
export const RUN_LOOKED_AT = 2000;

/** Headings of what a debtor owes in all. */
const OF_WHOLE_DEBTOR = /(?:得意先|取引先|顧客|客先|相手先?|請求先)(?:別)?|customer|client|debtor|account/i;

/**
 * What a balance says that is the same on every line of each debtor: `sum` where it is that of another column over the lines of the debtor,
 * `alike` where only its heading says that it may be. Undefined for a balance of each line. `names` are the columns that name debtors.
 */
function ofWholeDebtor(
  balance: Heading,
  parts: readonly Heading[],
  names: readonly Heading[],
  rows: CellTable,
): 'sum' | 'alike' | undefined {
  const debtors = groupsBy(
    rows.slice(0, RUN_LOOKED_AT).filter((row) => /\d/.test(textOf(row[balance.index])) && isPlainLine(row)),
    (row) => names.map(({ index }) => textOf(row[index])).find((text) => text !== ''),
  );
  const moneyIn = ({ index }: Heading, row: readonly unknown[]): bigint => wholeOf(row[index]) ?? 0n;
  const isAlike = debtors.every((lines) =>
    lines.every((row) => moneyIn(balance, row) === moneyIn(balance, lines[0] ?? [])),
  );
  if (!isAlike || debtors.every(({ length }) => length < 2)) return undefined;
  const isSum = parts.some(
    (part) =>
      part !== balance &&
      debtors.every(
        (lines) => moneyIn(balance, lines[0] ?? []) === lines.reduce((sum, row) => sum + moneyIn(part, row), 0n),
      ),
  );
  return isSum ? 'sum' : OF_WHOLE_DEBTOR.test(balance.text) ? 'alike' : undefined;
}

/** Balances with the one first that is the sum of all others on every line, as that of a firm is of its branches. */
function wholeFirst(balances: readonly Heading[], rows: CellTable): readonly Heading[] {
  const whole =
    balances.length < 3 || balances.length > BALANCES_MAX
      ? undefined
      : balances.find(
          (one) =>
            !balances.some((other) => isNextPayment(one, other)) && isSumOfAll(rows.filter(isPlainLine), one, balances),
        );
  return whole === undefined ? balances : [whole, ...balances.filter((one) => one !== whole)];
}

/** Whether a column holds formulas that nothing has worked out. */
const isUncomputed = ({ index }: Heading, lines: CellTable): boolean =>
  lines.length > 0 && lines.every((row) => textOf(row[index]).startsWith('='));

/** Whether the first of the lines has a later day than the last. */
function isDescending(lines: CellTable, days: Heading | undefined): boolean {
  if (days === undefined) return false;
  const [first, last] = [lines[0], lines.at(-1)].map((row) => yearLastDay(row?.[days.index]));
  return first !== undefined && last !== undefined && first > last;
}

/** Balances among which that of the whole is looked for. */
const BALANCES_MAX = 30;

/** The first balance that is no running total of the movements of the list, and the running one, where there is one. */
export function ownBalance(
  headings: readonly Heading[],
  rows: CellTable,
  to: Assignment,
  names: readonly Heading[],
): { readonly own?: Heading; readonly running?: Heading } {
  let running: Heading | undefined;
  const balances = lateFirst(
    wholeFirst(
      withFigures(latestFirst(grossFirst(wholeYenFirst(yenFirst(ofRole(headings, 'balance'), headings)))), rows),
      rows,
    ),
    headings,
    rows,
  );
  const billed = ofRole(headings, 'billed');
  const paid = ofRole(headings, 'paid');
  const lines = balances.length > 0 ? rows.slice(0, RUN_LOOKED_AT).filter(isPlainLine) : [];
  // The movements may stand under Invoice and Payment, or under words that are not known.
  const unclear = headings.filter(({ by, meaning }) => by === null || meaning?.role === 'id');
  const pairs = to.fields.has('due_date')
    ? linePairs(
        lines,
        names.map((name) => name.index),
      )
    : [];
  const isNewestFirst = isDescending(lines, to.fields.get('invoice_date') ?? to.fields.get('due_date'));
  const isRun = ({ index }: Heading): boolean => {
    if ([...billed, ...paid, ...unclear].some((one) => isFalling(pairs, index, one.index))) return true;
    if (paid.some((one) => isPaidDown(pairs, index, one.index))) return true;
    const [plus, minus] = [
      [...billed, ...unclear],
      [...paid, ...unclear],
    ].map((some) => some.map((one) => one.index));
    const runsOn = (some: CellTable): boolean => runningBalance(some, index)(plus ?? [], [undefined, ...(minus ?? [])]);
    return runsOn(lines) || (isNewestFirst && runsOn(lines.toReversed()));
  };
  // Amount due, paid and remaining: what another balance becomes by the payments of the list is what was due before them.
  const isBefore = ({ index }: Heading): boolean =>
    balances.some(
      (rest) =>
        rest.index !== index &&
        paid.some(
          (less) =>
            isSumOf(rows, index, rest.index, less.index) ||
            billed.some((more) => isMovedOn(lines, [index, more.index, less.index, rest.index])),
        ),
    );
  for (const heading of balances) {
    if (isBefore(heading) || (billed.length > 0 && isUncomputed(heading, lines))) continue;
    const whole = ofWholeDebtor(heading, [...balances, ...billed], names, rows);
    if (whole === 'sum')
      to.doubt(
        heading,
        'balance_of_debtor',
        '相手ごとの残高を各行に繰り返しているため使わず、行ごとの金額を読みます。',
        'it repeats the balance of each debtor on its lines; the amounts of the lines are used.',
      );
    if (whole === 'alike')
      to.doubt(
        heading,
        'balance_of_debtor',
        '相手ごとの残高の繰り返しなら、重複して数えています。',
        'if it repeats the balance of each debtor, it is counted more than once.',
      );
    if (whole === 'sum') continue;
    if (!isRun(heading)) return { own: heading };
    running ??= heading;
    to.doubt(
      heading,
      'running_balance',
      '行ごとに積み上がる残高（累計）のため、債権額としては使いません。',
      'it is a running balance, which adds up line by line; it is not used as the amount.',
    );
  }
  return running === undefined ? {} : { running };
}
