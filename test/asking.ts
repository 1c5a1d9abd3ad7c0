// Asking the service as a caller does, for tests that look at whole answers.

import { expect } from 'vitest';
import { createApp } from '../src/app.ts';
import type { Report } from '../src/report/answer.ts';
import { AS_OF, scenario } from './judging.ts';

const app = createApp();

/** Posts a request of the day on which the tests value, in English unless it says otherwise. */
export const post = (path: string, body: object, accept = 'application/json') =>
  app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ as_of: AS_OF, lang: 'en', ...body }),
  });

/** Answers given so far, by request. */
const answers = new Map<string, Promise<Report>>();

/**
 * The answer of an evaluation that must succeed. The same request has the same answer, so it is computed once and shared, frozen, by all
 * tests that look at it.
 */
export function ask(request: object): Promise<Report> {
  const key = JSON.stringify(request);
  const known = answers.get(key);
  if (known) return known;
  const asked = evaluated(request);
  answers.set(key, asked);
  return asked;
}

async function evaluated(request: object): Promise<Report> {
  const answer = await post('/v1/evaluate', request);
  expect(answer.status).toBe(200);
  return JSON.parse(await answer.text(), (_, value: unknown) => Object.freeze(value)) as Report;
}

/** The answer to a scenario, by the beginning of its name, with every analysis: one answer for the tests of each of them. */
export const analysed = (name: string): Promise<Report> =>
  ask({ ...scenario(name), include: 'bridge,sensitivity,break_even,information' });
