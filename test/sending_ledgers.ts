// What the tests of portfolios share: sending a ledger, and two claims that stand in it.

import { expect } from 'vitest';
import { createApp } from '../src/app.ts';
import type { PortfolioSummary, RowAnswer } from '../src/portfolio/answer.ts';

export const NOW = Date.parse('2026-11-21T03:00:00Z');
export const AS_OF = '2026-11-21';
export const app = createApp({ now: () => NOW });
export const OUT = 'best,best_net,margin,p10,limitation_last_day,interest,input_hash';

export const send = (
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  query = '',
  headers: Record<string, string> = {},
) => app.request(`/v1/portfolio${query}`, { method: 'POST', headers: { 'Content-Type': type, ...headers }, body });
export const sendJson = (body: object, query = '') => send(JSON.stringify(body), 'application/json', query);

export interface Answer {
  readonly rows: readonly RowAnswer[];
  readonly table: readonly (readonly (string | number)[])[];
  readonly summary: PortfolioSummary;
  readonly ledger: { readonly columns: readonly { header: string; field: string | null; doubt: string | null }[] };
}

/** Rows valued on the day of the tests, in English. */
export async function answered(rows: readonly object[], more: object = {}): Promise<Answer> {
  const answer = await sendJson({ lang: 'en', as_of: AS_OF, out: OUT, rows, ...more });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

export const alone = async (claim: object, fields = OUT): Promise<Record<string, string>> => {
  const [row] = (await answered([claim], { out: fields })).rows;
  return row!.result as Record<string, string>;
};

export const CLAIM = { amount: 1_250_000, overdue_days: 82 };
export const OTHER = { amount: 300_000, overdue_days: 40, contact: 'evasive' };
