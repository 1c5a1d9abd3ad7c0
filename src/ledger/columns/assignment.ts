// Gives columns their fields while a table is mapped, with at most one doubt for each column.

import { type LedgerColumn, type LedgerNote, note } from '../found.ts';
import type { Heading } from '../headings/header.ts';
import type { Role } from '../headings/vocabulary.ts';

/** A heading as it is spoken of: an empty one by its place. */
export const spokenOf = (heading: Heading): Heading =>
  heading.text === '' ? { ...heading, text: `#${heading.index + 1}` } : heading;

/** Collects the fields given to columns, with at most one doubt for each column. */
export function assignment(headings: readonly Heading[]) {
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
    ['running_balance', 'balance_of_debtor'].includes(doubts.get(heading.index)?.code ?? '')
      ? undefined
      : heading.folded === used.folded && heading.text === used.text
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

/** The fields that columns have so far. */
export type Assignment = ReturnType<typeof assignment>;

/** Headings of a role that do not name a field exactly, the best word first. */
export const ofRole = (headings: readonly Heading[], role: Role): Heading[] =>
  headings
    .flatMap((heading) => {
      const { meaning, field } = heading;
      return meaning?.role === role && field === undefined ? [{ heading, place: meaning.place }] : [];
    })
    .sort((a, b) => a.place - b.place || a.heading.index - b.heading.index)
    .map(({ heading }) => heading);

/** Gives every field to the column headed by its name; of two such columns the first is used. */
export function giveNamed(headings: readonly Heading[], to: Assignment): Map<string, Heading> {
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
export function giveOne(
  candidates: readonly Heading[],
  field: string,
  named: Heading | undefined,
  to: Assignment,
): void {
  const [first, ...rest] = named === undefined ? candidates : [named, ...candidates];
  if (first === undefined) return;
  if (named === undefined) to.give(first, field);
  // A second number or day of issue changes nothing; a second due date may.
  const matters = field !== 'id' && field !== 'invoice_date' && field !== 'debtor_id';
  for (const heading of rest) if (matters || heading.folded === first.folded) to.unused(heading, first);
}
