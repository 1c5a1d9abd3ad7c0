// Versions of one invoice in a list, such as S-100 and S-100(訂正) or INV-7 and INV-7-R1: only one of them is owed.

import { groupsBy } from '../../values/groups.ts';
import { type LedgerNote, type LedgerRow, note } from '../found.ts';

/** A number with a mark of revision behind it. */
const REVISED =
  /^(.*\d)[\s_.(（[【-]*(?:r|rev|revision|v|ver|version|改訂?|訂正?|修正|再発行?|再|差し?替え?|reissued?|revised|corrected|correction|amended|replacement|copy)[\s._-]*\d{0,2}(?:版|分)?[)）\]】]*$/i;

/** Digits and brackets of one width, and no more than a number has. */
const plainNumberOf = (id: string | number | undefined): string =>
  String(id ?? '')
    .normalize('NFKC')
    .slice(0, 100);

const unrevised = (id: string): string => (REVISED.exec(id)?.[1] ?? id).trim();

/** The doubt that several lines are versions of one invoice; none where none are. */
export function versionsDoubt(rows: readonly LedgerRow[]): LedgerNote[] {
  const revised = rows.flatMap(({ record: { id } }) => {
    // Nearly every number ends in more than two digits.
    if (id === undefined || /\d{3}$/.test(`${id}`)) return [];
    const number = plainNumberOf(id);
    return REVISED.test(number) ? [unrevised(number)] : [];
  });
  if (revised.length === 0) return [];
  const bases = new Set(revised);
  const plainId = ({ record: { id } }: LedgerRow): string => unrevised(plainNumberOf(id));
  const versions = groupsBy(
    rows.filter((row) => bases.has(plainId(row))),
    (row) => JSON.stringify([plainId(row), row.record.debtor_id]),
  ).filter((group) => new Set(group.map(({ record }) => record.id)).size > 1);
  const [first] = versions;
  const ids = first?.map(({ record }) => String(record.id)) ?? [];
  return first === undefined
    ? []
    : [
        note(
          'invoice_versions',
          `同じ請求の版（訂正・再発行など）とみられる番号が${versions.length}組あります（${ids.slice(0, 3).join('、')}）。すべて数えました。古い版を除いてください。`,
          `${versions.length} invoice${versions.length === 1 ? ' seems' : 's seem'} to stand there in several versions (${ids.slice(0, 3).join(', ')}); all of them count. Remove those that were replaced.`,
        ),
      ];
}
