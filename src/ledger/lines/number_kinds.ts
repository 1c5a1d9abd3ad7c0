// Numbers that begin as those of credit notes and receipts do, in a list that says by no sign and no kind that these are none of the claims.

import { type LedgerNote, type LedgerRow, note } from '../found.ts';
import type { Heading } from '../headings/header.ts';

/** The letters before a number of a credit note or a receipt. */
const REDUCES = /^(?:(?:cn|cm|crn?|cmemo|credit|rcpt|rct|pmt|pymt|rma)[-_ ./#]?\d|(?:赤|返品?|値引|入金)[-_ ./#]?\d)/i;

/** The doubt that some numbers begin as those of credits or receipts, and most do not; none where none do. */
export function numberKindsDoubt(
  rows: readonly LedgerRow[],
  states: ReadonlyMap<string, readonly Heading[]>,
): LedgerNote[] {
  // A column of kinds has said what they are.
  if ((states.get('kind') ?? []).length > 0) return [];
  const found = rows.filter(({ record: { id } }) => REDUCES.test(`${id ?? ''}`.slice(0, 20).normalize('NFKC')));
  const [first] = found;
  // Where most begin so, the letters are those of all claims.
  if (first === undefined || found.length * 2 > rows.length) return [];
  return [
    note(
      'numbers_like_credits',
      `番号が「${first.record.id}」など赤伝や入金のもののような行が${found.length}行あり、マイナスも種別もないため債権として読みました。債権でなければ、金額にマイナスを付けてください。`,
      `${found.length} number${found.length === 1 ? ' begins' : 's begin'} as those of credit notes or receipts do ("${first.record.id}"). Without a minus or a kind they are read as claims; write a minus if they are none.`,
      first.line,
    ),
  ];
}
