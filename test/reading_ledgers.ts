// What the tests of ledgers share: the worked files with what is expected of them, and ledgers that must be readable.

import { readFileSync } from 'node:fs';
import { parseCells } from '../src/ledger/file/cells.ts';
import type { Ledger } from '../src/ledger/found.ts';
import { type LedgerReading, readLedger } from '../src/ledger/ledger.ts';

export const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./cases/ledgers/${name}`, import.meta.url)));

interface Expected {
  readonly encoding: string;
  readonly separator: string;
  readonly layout: string;
  readonly preset: string | null;
  readonly header_line: number;
  readonly unit: number;
  readonly as_of: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly { line: number; record: Record<string, string | number>; notes: readonly string[] }[];
  readonly left_out: readonly string[];
  readonly doubts: readonly string[];
}

export const EXPECTED = JSON.parse(new TextDecoder().decode(bytesOf('expected.json'))) as Record<string, Expected>;

export const table = (text: string): string[][] => {
  const read = parseCells(text);
  if (!read.ok) throw new Error(read.detail.en);
  return read.cells;
};

/** The ledger of a table that must be readable. */
export function ledger(cells: readonly (readonly unknown[])[] | string, how: LedgerReading = {}): Ledger {
  const read = readLedger(typeof cells === 'string' ? table(cells) : cells, how);
  if (!read.ok) throw new Error(read.detail.en);
  return read.ledger;
}

export const records = (cells: readonly (readonly unknown[])[] | string, how: LedgerReading = {}) =>
  ledger(cells, how).rows.map(({ record }) => record);
export const codes = (cells: readonly (readonly unknown[])[] | string, how: LedgerReading = {}) =>
  ledger(cells, how).doubts.map(({ code }) => code);
export const leftOut = (cells: readonly (readonly unknown[])[] | string, how: LedgerReading = {}) =>
  ledger(cells, how).left_out.map(({ line, why }) => `${line} ${why}`);
