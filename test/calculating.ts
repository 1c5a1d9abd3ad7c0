// What the tests of the calculators share: asking them, and the parts of their answers that are looked at.

import { expect } from 'vitest';
import { createApp } from '../src/app.ts';
import { readSettings } from '../src/http/settings.ts';
import { type Problem, problemSchema } from '../src/problem.ts';

/** 2026-11-20 23:59:00 in Tokyo. */
export const app = createApp({
  now: () => Date.UTC(2026, 10, 20, 14, 59, 0),
  settings: readSettings({ CACHE_PUBLIC: '1' }),
});

export type Query = Readonly<Record<string, string | number | boolean>>;

const urlOf = (path: string, query: Query): string =>
  `${path}?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]))}`;

export interface Source {
  readonly text: string;
  readonly url: string | null;
  readonly certainty: string;
}
export interface Warned {
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
}
export interface Fees extends Warned {
  readonly fee: string | null;
  readonly base: string | null;
  readonly flat: string | null;
  readonly postage: string | null;
  readonly postage_certainty: string | null;
  readonly unknown: readonly string[];
  readonly range: { readonly low: string; readonly high: string; readonly certainty: string } | null;
  readonly breakdown: readonly { readonly code: string; readonly amount: string }[];
  readonly estimates: readonly {
    readonly id: string;
    readonly low: number;
    readonly high: number;
    readonly certainty: string;
  }[];
  readonly certainty: string;
  readonly citations: readonly Source[];
}
interface Interest extends Warned {
  readonly interest: string;
  readonly rate: number;
  readonly days: number;
  readonly from: string;
  readonly breakdown: readonly {
    readonly code: string;
    readonly from: string;
    readonly to: string;
    readonly days: number;
    readonly amount: string;
  }[];
  readonly certainty: string;
}

export async function ok<T>(path: string, query: Query): Promise<T> {
  const answer = await app.request(urlOf(path, query));
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return JSON.parse(text) as T;
}

export const fees = (query: Query) => ok<Fees>('/v1/court-fees', query);
export const interest = (query: Query) => ok<Interest>('/v1/interest', query);
export const post = (body: unknown, headers: Record<string, string> = {}) =>
  app.request('/v1/limitation', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

export async function refused(url: string | Response | Promise<Response>): Promise<Problem> {
  const answer = await (typeof url === 'string' ? app.request(url) : url);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  return problemSchema.parse(await answer.json());
}
