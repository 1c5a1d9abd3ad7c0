// The reviewed judgements of the scenarios, asked of the real service: every scenario has one, and its figures are the answer's.
import { describe, expect, test } from 'vitest';
import { analysed, ask } from './asking.ts';
import { JUDGEMENTS } from './cases/judgements.ts';
import { SCENARIOS } from './cases/scenarios.ts';

const requestOf = (scenario: string) => SCENARIOS.find(({ name }) => name.startsWith(`${scenario}:`))!.request;

describe('the scenarios, judged', () => {
  test('every scenario has a judgement', () => {
    expect(JUDGEMENTS.map(({ scenario }) => scenario)).toEqual(SCENARIOS.map(({ name }) => name.split(':')[0]));
  });

  test.each(JUDGEMENTS)('$scenario', async ({ scenario, report: worth, ...judged }) => {
    const request = requestOf(scenario);
    const { recommendation, sensitivity, options, information } = await analysed(request);
    const flips = sensitivity!.filter(({ switch_to }) => switch_to !== null);
    const flip = flips.find(({ range }) => range === 'estimate') ?? flips[0];
    const figure = (id: string, name: string) => options.find((option) => option.id === id)?.break_even?.[name] ?? null;
    expect({
      chance_best: recommendation.chance_best,
      chance_level: recommendation.chance_level,
      flip: flip ? [flip.id, Number(flip.switch_at!.toPrecision(4)), flip.switch_to] : null,
      sell: figure('sell', 'offer'),
      settle: figure('settle', 'amount'),
      kind: information!.perfect,
    }).toEqual(judged);

    // A report that is in hand tells nothing new, so that it is priced without what it says.
    const { tdb_score: _, pd: __, ...bare } = request;
    const without = await ask({ ...bare, include: 'information' });
    const found = without.information!.signals.find(({ id }) => id === 'credit_report');
    expect(found?.worth ?? null).toBe(worth);
  });

  test('each answer says how sure it is, in both languages, in words that name the recommendation', async () => {
    const ja = await ask({ ...requestOf('S3'), include: 'sensitivity', lang: 'ja' });
    for (const { uncertainty, recommendation } of [ja, await analysed(requestOf('S3'))]) {
      expect(uncertainty!.text).toContain(recommendation.label);
      expect(uncertainty!.text).toContain('128');
    }
  });
});
