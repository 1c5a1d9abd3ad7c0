// How sure the answers of the scenarios are, asked of the real service: every scenario has a recorded judgement, and its figures are the
// answer's.
import { describe, expect, test } from 'vitest';
import { analysed, ask } from './asking.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { judgementOf, recordedScenarios, shortOf, withoutReport } from './recording.ts';

const requestOf = (scenario: string) => SCENARIOS.find(({ name }) => shortOf(name) === scenario)!.request;

describe('the scenarios, judged', () => {
  test('every scenario is recorded, and nothing else is', () => {
    expect(Object.keys(recordedScenarios())).toEqual(SCENARIOS.map(({ name }) => shortOf(name)));
  });

  test.each(Object.entries(recordedScenarios()))('%s', async (scenario, { judgement }) => {
    const request = requestOf(scenario);
    expect(judgementOf(await analysed(request), await ask(withoutReport(request)))).toEqual(judgement);
  });

  test('each answer says how sure it is, in both languages, in words that name the recommendation', async () => {
    const ja = await ask({ ...requestOf('S3'), include: 'sensitivity', lang: 'ja' });
    for (const { uncertainty, recommendation } of [ja, await analysed(requestOf('S3'))]) {
      expect(uncertainty!.text).toContain(recommendation.label);
      expect(uncertainty!.text).toContain('128');
    }
  });
});
