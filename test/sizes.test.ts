// How large answers are: the smallest question's, and what naming parts adds to it.

import { expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import type { Report } from '../src/report/answer.ts';

const app = createApp();
/** Bytes that the answer to the smallest question may have. */
const SMALLEST_MAX = 20_000;
const QUESTION = 'amount=1250000&overdue_days=82&as_of=2026-11-21';

const asked = async (query: string): Promise<{ readonly bytes: number; readonly report: Report }> => {
  const text = await (await app.request(`/v1/evaluate?${query}`)).text();
  return { bytes: new TextEncoder().encode(text).length, report: JSON.parse(text) as Report };
};

test.each(['ja', 'en'])(`the smallest question's answer has at most ${SMALLEST_MAX} bytes in %s`, async (lang) => {
  expect((await asked(`${QUESTION}&lang=${lang}`)).bytes).toBeLessThanOrEqual(SMALLEST_MAX);
});

test('the recommended option is whole, the others show their figures, and the rest comes when it is named', async () => {
  const { report: plain } = await asked(QUESTION);
  const { report: whole } = await asked(`${QUESTION}&include=bridge,plan`);
  const [first, second] = plain.options;
  expect(first).toEqual(whole.options[0]);
  for (const name of ['bridge', 'by_kind', 'status_label', 'then', 'why_not']) {
    expect(second).not.toHaveProperty(name);
    expect(whole.options[1]).toHaveProperty(name);
  }
  expect(whole.options.map(({ net_value, p10 }) => [net_value, p10])).toEqual(
    plain.options.map(({ net_value, p10 }) => [net_value, p10]),
  );
});

test('no option holds null but for a figure that is not known', async () => {
  const { report } = await asked(`${QUESTION}&include=bridge,plan`);
  for (const { id, status, ...rest } of report.options) {
    const empty = Object.entries(rest).flatMap(([name, value]) => (value === null ? [name] : []));
    expect(
      status === 'open' ? empty.filter((name) => !/^(months_to_cash|effort_hours)$/.test(name)) : empty,
      id,
    ).toEqual([]);
  }
});
