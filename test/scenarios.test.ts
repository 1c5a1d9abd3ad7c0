// What a recovery professional would do, asked of the real service: each scenario is posted as a caller would post it, under the law of
// the day named; what it answers is recorded (`npm run record`), what it must answer whatever the numbers are stands in the scenario.
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { answerSchema, type Report } from '../src/report/answer.ts';
import { SCENARIOS, type Scenario } from './cases/scenarios.ts';
import { answerOf, recordedScenarios, shortOf } from './recording.ts';

const AS_OF = '2026-11-21';
const app = createApp();

async function answerTo(request: Scenario['request'], lang: 'ja' | 'en' = 'en'): Promise<Report> {
  const answer = await app.request('/v1/evaluate', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ as_of: AS_OF, lang, ...request }),
  });
  expect(answer.status).toBe(200);
  return answerSchema.parse(await answer.json());
}

/** Ids of the recommended first step and of those that the answer calls tied with it. */
const tiedIds = (report: Report): string[] =>
  report.options.filter(({ rank, tied }) => rank === 1 || tied).map(({ id }) => id);

const numbers = (scenario: string): number => Number(/^S(\d+)/.exec(scenario)?.[1]);

describe('what a recovery professional would do', () => {
  test('thirteen numbered cases and a variant of the fourth are covered', () => {
    const known = new Set(SCENARIOS.map(({ name }) => numbers(name)));
    expect([...known].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(SCENARIOS.some(({ name }) => name.startsWith('S4b'))).toBe(true);
    expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
  });

  test.each(SCENARIOS)('$name', async ({ name, request, answer }) => {
    const report = await answerTo(request);
    const { recommendation } = report;
    expect(answerOf(report)).toEqual(recordedScenarios()[shortOf(name)]?.answer);
    expect(report.options[0]?.id).toBe(recommendation.option);
    for (const code of answer.because) expect(recommendation.reasons.map((reason) => reason.code)).toContain(code);
    for (const [id, code] of Object.entries(answer.closed ?? {})) {
      const closed = report.options.find((option) => option.id === id);
      expect(closed?.status, id).toBe('barred');
      expect(
        closed?.bars.map((bar) => bar.code),
        id,
      ).toContain(code);
    }
  });

  test.each(SCENARIOS)(
    'the professional’s step is best or tied, or the difference is explained — $name',
    async (one) => {
      const report = await answerTo(one.request);
      const tied = tiedIds(report);
      const agrees = one.professional.some((id) => tied.includes(id));
      if (!agrees) expect(one.differs, `${one.professional} against ${tied}`).toBeDefined();
    },
  );

  test.each(['S10', 'S13'])(
    '%s: a sale needs a buyer who may lawfully buy, and the answer names the act and the way out',
    async (id) => {
      const closed = SCENARIOS.find(({ name }) => name.startsWith(`${id}:`))!;
      const sale = (await answerTo(closed.request)).options.find((option) => option.id === 'sell')!;
      expect(sale.bars).toHaveLength(1);
      const [bar] = sale.bars;
      expect(bar?.citation).toMatch(/Servicer|Credit Management/i);
      expect(bar?.inputs['sell.buyer']).toBe('servicer');
      expect(bar?.opens_if).toContain('sell.buyer=lawful_buyer');
      const ja = (await answerTo(closed.request, 'ja')).options.find((option) => option.id === 'sell')!;
      expect(ja.bars[0]?.citation).toMatch(/2条1項/);

      const offered = (closed.request.sell as { offer: number }).offer;
      const lawful = await answerTo({ ...closed.request, sell: { offer: offered, buyer: 'lawful_buyer' } });
      const open = lawful.options.find((option) => option.id === 'sell')!;
      expect(open.status).toBe('open');
      expect(Number(open.net_value)).toBe(offered - 5_000);
    },
  );

  test('a letter that does not pay for itself is still recommended as evidence for the write-off', async () => {
    const { request } = SCENARIOS.find(({ name }) => name.startsWith('S3:'))!;
    const report = await answerTo(request);
    expect(report.warnings.map(({ code }) => code)).toContain('keep_records');
    expect(Number(report.options.find(({ id }) => id === 'demand')?.net_value)).toBeLessThan(0);
  });
});
