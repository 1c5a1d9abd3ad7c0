// Decides which day a line was due on where several columns may say: due dates, days overdue, and the day of the next instalment.

import { type CellTable, hasMoney } from '../cells/profile.ts';
import type { Heading } from '../headings/header.ts';
import { spacedOf } from '../headings/heading_tokens.ts';
import { type Assignment, ofRole } from './assignment.ts';
import { isOfArrears } from './balances.ts';

/** Takes the day on which the next instalment falls due for none of what is in arrears, where the amounts or days say that they are. */
function nextDayOfArrears(headings: readonly Heading[], rows: CellTable, to: Assignment): void {
  const due = to.fields.get('due_date');
  if (due === undefined || !/\bnext\b|upcoming/i.test(spacedOf(due.text))) return;
  const late = to.fields.get('overdue_days') ?? headings.find((one) => isOfArrears(one) && hasMoney(one, rows));
  // Where the list has terms of payment, the day is theirs.
  if (late === undefined && ofRole(headings, 'terms').length > 0) to.certain(due);
  if (late === undefined) return;
  to.fields.delete('due_date');
  to.withdraw(due);
  to.doubt(
    due,
    'column_not_used',
    `次回の期日で、「${late.text}」の分の期日ではないため使いません。`,
    `it is when the next part falls due, not what stands under "${late.text}"; it is not used.`,
  );
}

/** Doubts a column of days beside one of due dates. */
function daysBesideDue(to: Assignment): void {
  const days = to.fields.get('overdue_days');
  if (days !== undefined && to.fields.has('due_date'))
    to.doubt(
      days,
      'days_beside_due_date',
      '支払期日がある行では支払期日を使います。',
      'the due date is used where a line has one.',
    );
}

/** Settles which day a line was due on, and says what is not used. */
export function settleDays(headings: readonly Heading[], rows: CellTable, to: Assignment): void {
  nextDayOfArrears(headings, rows, to);
  daysBesideDue(to);
}
