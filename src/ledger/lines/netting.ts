// Credits of a debtor against its claims: by reference where a credit names the number of a claim, else oldest first. Every claim that is
// reduced says so, and every credit says what became of it.

import { grouped } from '../../values/text.ts';
import { type LedgerNote, type LedgerRow, type LeftOut, note } from '../found.ts';

/** A line that reduces what its debtor owes. */
export interface Credit {
  /** Line of the table, from 1. */
  readonly line: number;
  readonly why: 'credit' | 'payment';
  /** What it takes away, negative, in yen. */
  readonly value: bigint;
  /** Its fields, with the debtor and the number it refers to. */
  readonly record: LedgerRow['record'];
  /** Its cells as text, shortened. */
  readonly text: string;
}

/** Claims after their credits, and what is to be said about it. */
export interface NettedRows {
  readonly rows: readonly LedgerRow[];
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
}

/** A claim with what is still open on it. */
interface OpenRow {
  readonly row: LedgerRow;
  open: bigint;
  /** Lines of the credits that reduced it. */
  readonly by: number[];
}

const debtorKey = ({ debtor_id, currency }: LedgerRow['record']): string | undefined =>
  debtor_id === undefined ? undefined : `${currency ?? 'JPY'} ${debtor_id}`;

/** How old a claim is, for the order in which credits are set against it; smaller is older. */
const ageKey = ({ record, notes }: LedgerRow): string =>
  // What was brought forward is older than whatever follows it.
  notes.some(({ code }) => code === 'opening_balance')
    ? ''
    : typeof record.overdue_days === 'number' && record.due_date === undefined
      ? `0 ${String(100_000 - record.overdue_days).padStart(7, '0')}`
      : `1 ${String(record.due_date ?? record.invoice_date ?? '9')}`;

/** The claims of a debtor, oldest first. */
class DebtorClaims {
  readonly #claims: OpenRow[] = [];
  readonly #byId = new Map<unknown, OpenRow>();
  /** Claims before this one are used up, and no later credit needs to pass them again. */
  #from = 0;

  add(claim: OpenRow): void {
    this.#claims.push(claim);
    const { id } = claim.row.record;
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, claim);
  }

  /** The claims that a credit reduces in turn: the one it refers to, then the others. */
  *reducedBy(id: unknown): Generator<OpenRow> {
    const referred = id === undefined ? undefined : this.#byId.get(id);
    if (referred !== undefined) yield referred;
    for (; this.#claims[this.#from]?.open === 0n; this.#from++);
    for (let i = this.#from; i < this.#claims.length; i++) {
      const claim = this.#claims[i];
      if (claim !== undefined) yield claim;
    }
  }
}

/**
 * Sets credits against the claims of the same debtor. Rows and credits without a debtor are left as they are, unless `single` says that the
 * whole list is of one debtor whom it does not name.
 */
export function netCredits(rows: readonly LedgerRow[], credits: readonly Credit[], single = false): NettedRows {
  if (credits.length === 0) return { rows, left_out: [], doubts: [] };
  const open = rows.map((row): OpenRow => {
    const amount = String(row.record.amount ?? '');
    return { row, open: /^\d+$/.test(amount) ? BigInt(amount) : 0n, by: [] };
  });
  const keyOf = (record: LedgerRow['record']): string | undefined =>
    debtorKey(record) ?? (single ? `${record.currency ?? 'JPY'}` : undefined);
  const byDebtor = new Map<string, DebtorClaims>();
  const aged = open.map((one) => ({ one, age: ageKey(one.row) }));
  for (const { one } of aged.sort((a, b) => (a.age < b.age ? -1 : a.age > b.age ? 1 : 0))) {
    const key = keyOf(one.row.record);
    if (key === undefined) continue;
    const claims = byDebtor.get(key) ?? new DebtorClaims();
    byDebtor.set(key, claims);
    claims.add(one);
  }
  const left_out: LeftOut[] = [];
  let [sum, rest] = [0n, 0n];
  for (const { line, why, value, record, text } of credits) {
    let credit = -value;
    const used: number[] = [];
    for (const claim of byDebtor.get(keyOf(record) ?? '')?.reducedBy(record.id) ?? []) {
      if (credit === 0n) break;
      const part = claim.open < credit ? claim.open : credit;
      if (part === 0n) continue;
      claim.open -= part;
      claim.by.push(line);
      used.push(claim.row.line);
      credit -= part;
    }
    sum += value;
    rest += credit;
    left_out.push({ line, why, text, because: creditText(used, credit) });
  }
  const reduced = open.filter(({ by }) => by.length > 0);
  for (const { row, open: left } of reduced)
    if (left === 0n)
      left_out.push({
        line: row.line,
        why: 'settled',
        text: `${row.record.id ?? ''} ${row.record.amount ?? ''}`.trim(),
        because: { ja: '同じ相手の貸方で消えました。', en: 'Credits of the same debtor use it up.' },
      });
  return {
    rows: open.flatMap((one) => (one.by.length === 0 ? [one.row] : one.open === 0n ? [] : [reducedRow(one)])),
    left_out,
    doubts: nettingDoubts(credits.length, sum, rest),
  };
}

const creditText = (used: readonly number[], rest: bigint) => {
  const lines = [...new Set(used)]
    .sort((a, b) => a - b)
    .slice(0, 10)
    .join(', ');
  return {
    ja: `${used.length === 0 ? '差し引く債権がありません。' : `${lines}行目から差し引きました。`}${rest > 0n ? `${grouped(rest)}円が余ります。` : ''}`,
    en: `${used.length === 0 ? 'There is no claim to set it against.' : `Deducted from line ${lines}.`}${rest > 0n ? ` ${grouped(rest)} yen are left over.` : ''}`,
  };
};

function reducedRow({ row, open, by }: OpenRow): LedgerRow {
  const lines = [...new Set(by)].slice(0, 10).join(', ');
  const netted = note(
    'credit_netted',
    `${grouped(row.record.amount ?? '')}円から、同じ相手の貸方（${lines}行目）を差し引きました。`,
    `Credits of the same debtor (line ${lines}) are deducted from ${grouped(row.record.amount ?? '')} yen.`,
    row.line,
  );
  return { ...row, record: { ...row.record, amount: open.toString() }, notes: [...row.notes, netted] };
}

function nettingDoubts(count: number, sum: bigint, rest: bigint): LedgerNote[] {
  return [
    note(
      'credits_netted',
      `返品・値引・入金などのマイナスが${count}件（合計 ${grouped(sum)}円）あり、同じ相手の債権の古いものから差し引きました。差し引かないときは、その行を消すか credits=leave を付けてください。`,
      `${count} credit${count === 1 ? '' : 's'} (${grouped(sum)} yen in all) ${count === 1 ? 'is' : 'are'} deducted from the same debtor's claims, oldest first. Delete them, or say credits=leave, to leave them out instead.`,
    ),
    ...(rest === 0n
      ? []
      : [
          note(
            'credits_exceed_claims',
            `そのうち ${grouped(rest)}円は、差し引く債権がありません。`,
            `${grouped(rest)} yen of them find no claim of their debtor.`,
          ),
        ]),
  ];
}
