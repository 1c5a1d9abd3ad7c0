// What is owed in ledgers made at random is what is read from them, to the yen, whatever they look like.

import { describe, expect, test } from 'vitest';
import { decode } from '../src/ledger/file/decode.ts';
import { cellsOfText } from '../src/ledger/file/text_tables.ts';
import { type LedgerResult, readLedger } from '../src/ledger/ledger.ts';
import { readWorkbook } from '../src/ledger/workbook/workbook.ts';
import { type MadeLedger, madeLedger } from './made_ledgers.ts';
import { tries } from './tries.ts';

/** The cells of a file, as the service finds them. */
async function cellsOf({ bytes }: MadeLedger): Promise<readonly (readonly unknown[])[]> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const book = await readWorkbook(bytes);
    if (!book.ok) throw new Error(book.detail.en);
    return book.sheets[0]!.cells;
  }
  const decoded = decode(bytes);
  if (!decoded.ok) throw new Error(decoded.detail.en);
  const read = cellsOfText(decoded.text);
  if (!read.ok) throw new Error(read.detail.en);
  return read.cells;
}

const sumOf = (result: LedgerResult): bigint =>
  result.ok ? result.ledger.rows.reduce((sum, { record }) => sum + BigInt(record.amount ?? 0), 0n) : -1n;

describe('the sum of a ledger', () => {
  test('is what its lines come to, with and without its credits', async () => {
    for (let seed = 1; seed <= tries(250, 10_000); seed++) {
      const made = madeLedger(seed);
      const cells = await cellsOf(made);
      const told = `seed ${seed}\n${made.lines.map((line) => line.join(' | ')).join('\n')}`;
      const left = readLedger(cells, { today: '2026-11-28' });
      expect(sumOf(left), told).toBe(made.owed);
      expect(left.ok && left.ledger.rows.length, told).toBe(made.receivables);
      const netted = readLedger(cells, { today: '2026-11-28', credits: 'net' });
      const rest = sumOf(netted) - (made.owed - made.credits);
      // More than the difference is left only where the credits of a debtor exceed its claims, which is said.
      const exceeds = netted.ok && netted.ledger.doubts.some(({ code }) => code === 'credits_exceed_claims');
      expect(exceeds ? rest > 0n : rest === 0n, told).toBe(true);
    }
  });
});
