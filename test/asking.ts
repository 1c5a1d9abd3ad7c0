// Asking the service as a caller does, for tests that look at whole answers.

import { expect } from 'vitest';
import { createApp } from '../src/app.ts';
import type { Report } from '../src/report/answer.ts';
import { AS_OF } from './judging.ts';

const app = createApp();

/** Posts a request of the day on which the tests value, in English unless it says otherwise. */
export const post = (path: string, body: object, accept = 'application/json') =>
  app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ as_of: AS_OF, lang: 'en', ...body }),
  });

/** The answer of an evaluation that must succeed, with the bridges of all options unless the request names parts. */
export async function ask(request: object): Promise<Report> {
  const answer = await post('/v1/evaluate', { include: 'bridge,plan', ...request });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Report;
}

/** Answers with every analysis that were given so far, by their requests. */
const answers = new Map<string, Promise<Report>>();

/**
 * The answer to a request with every analysis. It takes the engine hundreds of decisions, so it is asked for once and shared by all tests
 * that look at a part of it.
 */
export function analysed(request: object): Promise<Report> {
  const key = JSON.stringify(request);
  const known = answers.get(key);
  if (known) return known;
  const asked = ask({ ...request, include: 'bridge,sensitivity,break_even,information' });
  answers.set(key, asked);
  return asked;
}
