// Headings whose words leave open what stands below, read as the cells of their columns show: what was billed or is left, what was paid or
// whether it was, what is open or whether it is.

import { flatFields } from '../../request/composition.ts';
import { textOf } from '../cells/figures.ts';
import { isPlainLine } from '../cells/lines.ts';
import { type CellTable, hasMoney, isMovedOn, profileOf, wholeOf } from '../cells/profile.ts';
import { asksForMark, isMarked, isYesOrNo, lineStatus } from '../cells/states.ts';
import { unitOfHeading } from '../cells/titles.ts';
import type { Heading } from '../headings/header.ts';
import { type Meaning, meaningOf, placeOfRole, UNCLEAR_AMOUNT } from '../headings/vocabulary.ts';
import { BEFORE } from './amount_columns.ts';
import { ofRole } from './assignment.ts';

/**
 * The headings with an amount that a table calls by our own name read as what was billed, where other columns say what became of it:
 * payments, days of payment, or a balance that is nowhere above it. A name that the caller gives stays.
 */
function withBilledName(headings: readonly Heading[], rows: CellTable): readonly Heading[] {
  const named = headings.find(({ field, by }) => field === 'amount' && by === 'name');
  const meaning = named === undefined ? undefined : meaningOf(named.folded);
  if (named === undefined || meaning?.role !== 'billed') return headings;
  const isLeft = ({ index }: Heading): boolean => {
    const pairs = rows.slice(0, LEFT_LOOKED_AT).map((row) => [wholeOf(row[named.index]), wholeOf(row[index])] as const);
    return (
      pairs.every(([billed, left]) => billed === undefined || left === undefined || left <= billed) &&
      pairs.some(([billed, left]) => billed !== left)
    );
  };
  const isUsed = ({ index }: Heading): boolean => rows.some((row) => /[1-9]/.test(textOf(row[index])));
  const tells =
    ofRole(headings, 'balance').some((one) => isUsed(one) && isLeft(one)) ||
    [...ofRole(headings, 'paid'), ...ofRole(headings, 'paid_date')].some(isUsed);
  if (!tells) return headings;
  const { index, text, folded } = named;
  return headings.map((one) => (one === named ? { index, text, folded, meaning, by: 'synonym' } : one));
}

/**
 * The headings with what is due read as what was billed, where nothing else says what was billed, payments stand beside it, and some pay all
 * of it: what remains due would be nothing there. Where they pay a part only, that is open and told.
 */
function withDemanded(headings: readonly Heading[], rows: CellTable): readonly Heading[] {
  const [due, ...others] = ofRole(headings, 'balance').filter((one) => hasMoney(one, rows));
  const paid = ofRole(headings, 'paid').filter((one) => hasMoney(one, rows));
  const isStated = [...ofRole(headings, 'billed'), ...ofRole(headings, 'total')].some((one) => hasMoney(one, rows));
  if (due?.meaning === undefined || others.length > 0 || paid.length !== 1 || isStated) return headings;
  if (!/due$/.test(due.folded) || /balance/.test(due.folded)) return headings;
  const pairs = rows.filter(isPlainLine).map((row) => [wholeOf(row[due.index]), wholeOf(row[paid[0]?.index ?? -1])]);
  // Nothing is due any more where something was paid: it is what remains.
  if (pairs.some(([owed = 0n, less = 0n]) => owed === 0n && less > 0n)) return headings;
  const isWhole =
    pairs.every(([owed, less]) => owed === undefined || less === undefined || less <= owed) &&
    pairs.some(([owed, less]) => owed !== 0n && owed === less);
  const read: Meaning = isWhole
    ? { role: 'billed', place: placeOfRole('billed'), doubt: undefined }
    : { ...due.meaning, doubt: UNCLEAR_AMOUNT };
  return headings.map((one) => (one === due ? { ...one, meaning: read } : one));
}

/** The headings with 入金済 and the like read as what was paid, where nothing but figures stands there, some of them amounts. */
function withPaidFigures(headings: readonly Heading[], rows: CellTable): readonly Heading[] {
  const isPaid = (one: Heading): boolean => {
    if (one.meaning?.role !== 'status' || !/(?:入金|回収|支払|消込|領収|決済)済/.test(one.folded)) return false;
    const { filled, figures, days } = profileOf(rows, one.index);
    return filled > 0 && figures === filled && days === 0 && rows.some((row) => (wholeOf(row[one.index]) ?? 0n) > 1n);
  };
  const paid: Meaning = { role: 'paid', place: placeOfRole('paid'), doubt: undefined };
  return headings.map((one) => (isPaid(one) ? { ...one, meaning: paid } : one));
}

/** The headings with columns of balances in which yes and no stand read as states. */
function withOpenFlags(headings: readonly Heading[], rows: CellTable): readonly Heading[] {
  const lines = headings.some(({ meaning }) => meaning?.role === 'balance')
    ? rows.slice(0, LEFT_LOOKED_AT).filter(isPlainLine)
    : [];
  const isFlag = ({ index, meaning, folded, text }: Heading): boolean => {
    if (meaning?.role !== 'balance') return false;
    const words = new Set(lines.map((row) => textOf(row[index])));
    words.delete('');
    // 未納（2年分） and 済 in place of every amount.
    if (
      words.size > 0 &&
      ![...words].some((word) => /^[^\p{L}]*\p{Nd}/u.test(word)) &&
      [...words].some((word) => lineStatus(word, false) !== 'unknown')
    )
      return true;
    // 0 and 1 may be millions, and one figure all that commas left of an amount.
    const isAsked = words.size > 1 && asksForMark(folded) && unitOfHeading(text) === undefined;
    return (
      (isAsked || [...words].some((word) => !/\d/.test(word))) &&
      [...words].every(isYesOrNo) &&
      [...words].some((word) => isMarked(word) === true)
    );
  };
  const status: Meaning = { role: 'status', place: placeOfRole('status'), doubt: undefined };
  return headings.map((one) => (isFlag(one) ? { ...one, meaning: status } : one));
}

/** The headings with 代位弁済 as no state where a guarantor lists what it may claim back (求償権): it paid and is owed itself. */
const withRecourse = (headings: readonly Heading[]): readonly Heading[] =>
  headings.some(({ text }) => text.includes('求償'))
    ? headings.map(
        ({ index, text, folded, ...rest }): Heading =>
          text.includes('代位弁済') ? { index, text, folded, by: null } : { index, text, folded, ...rest },
      )
    : headings;

/** The headings with what is expected to come in as no balance where columns say what was billed and what of it was paid. */
function withoutExpected(headings: readonly Heading[], rows: CellTable): readonly Heading[] {
  const isExpected = ({ folded }: Heading): boolean => /^(?:入金|回収)予定額$/.test(folded);
  const isKnown =
    ofRole(headings, 'balance').every(isExpected) &&
    (['billed', 'paid'] as const).every((role) => ofRole(headings, role).some((one) => hasMoney(one, rows)));
  return isKnown
    ? headings.map(
        ({ meaning, ...one }): Heading => ({
          ...one,
          ...(meaning && { meaning: isExpected({ ...one, meaning }) ? { ...meaning, role: 'other' } : meaning }),
        }),
      )
    : headings;
}

/**
 * The headings with a column that no word explains read as the balance, where it is, on every line, what was open before with what was billed
 * and without what was paid.
 */
function withClosing(headings: readonly Heading[], rows: CellTable): readonly Heading[] {
  const unknown = headings.filter(({ by, text }) => by === null && text !== '');
  const before = headings.find(({ folded }) => OPEN_BEFORE.test(folded));
  if (before === undefined || unknown.length === 0 || ofRole(headings, 'balance').some((one) => one !== before))
    return headings;
  const lines = rows.slice(0, LEFT_LOOKED_AT).filter((row) => isPlainLine(row) && textOf(row[before.index]) !== '');
  const [billed, paid] = [ofRole(headings, 'billed'), ofRole(headings, 'paid')];
  const closing = unknown.find((one) =>
    billed.some((more) => paid.some((less) => isMovedOn(lines, [before.index, more.index, less.index, one.index]))),
  );
  const meaning: Meaning = { role: 'balance', place: placeOfRole('balance'), doubt: undefined };
  return closing === undefined
    ? headings
    : headings.map((one): Heading => (one === closing ? { ...one, meaning, by: 'values' } : one));
}
const OPEN_BEFORE = new RegExp(`${BEFORE.source}|^期首`);

/** The headings with "title" as no title to enforce, where no cell names one: there it is what an invoice is about. */
function withSubjects(headings: readonly Heading[], rows: CellTable): readonly Heading[] {
  const words = flatFields.get('title');
  return headings.map(({ index, text, folded, ...rest }): Heading => {
    const isSubject =
      rest.field === 'title' &&
      folded === 'title' &&
      !rows.some((row) => textOf(row[index]) !== '' && words?.safeParse(textOf(row[index])).success);
    return isSubject ? { index, text, folded, by: null } : { index, text, folded, ...rest };
  });
}

/** Lines in which a balance is compared with what was billed. */
const LEFT_LOOKED_AT = 2000;

/** Headings as the cells of their columns show what they mean. */
export const readByValues = (headings: readonly Heading[], rows: CellTable): readonly Heading[] =>
  [
    withRecourse,
    withSubjects,
    withoutExpected,
    withPaidFigures,
    withOpenFlags,
    withClosing,
    withBilledName,
    withDemanded,
  ].reduce((read, step) => step(read, rows), headings);
