// The numbers behind an answer (`include=assumptions`) are all there are: what is not among them can be anything.

import { describe, expect, test } from 'vitest';
import { catalogue } from '../src/assumptions/values.ts';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';
import { SCENARIOS } from './cases/scenarios.ts';

const DAY = '2026-11-21';

/** Scenarios and further claims, each with its name. */
const CLAIMS: readonly (readonly [name: string, claim: object])[] = [
  ...SCENARIOS.map((one) => [one.name, one.request] as const),
  ['a procedure that runs', { amount: 900_000, overdue_days: 150, procedure: { kind: 'suit', stage: 'hearing' } }],
  ['a title', { amount: 900_000, overdue_days: 400, title: 'judgment', assets: 'known' }],
];

/** Every published number that is not among these, at the end of its range that is not its value. */
const othersThan = (used: ReadonlySet<string>): Record<string, number> =>
  Object.fromEntries(
    catalogue
      .filter(({ id, value, low, high }) => !used.has(id) && (low !== value || high !== value))
      .map(({ id, value, low, high }) => [id, low === value ? high : low]),
  );

/** The options of the plan, and those that are best after what may happen inside its steps. */
function followedIn({ recommendation, options }: Report): string[] {
  const { option: first, plan = [] } = recommendation;
  const after = options.filter(({ label }) => plan?.some(({ until }) => until.includes(`"${label}"`)));
  return [...new Set([first, ...(plan ?? []).map(({ option }) => option), ...after.map(({ id }) => id)])].sort();
}

describe('the assumptions behind an answer', () => {
  test.each(CLAIMS)('%s: no other number moves what is recommended', async (_, claim) => {
    const asked = { as_of: DAY, ...claim, include: 'plan,assumptions' };
    let options: readonly string[] | undefined;
    let alone = await ask(asked);
    // An option that is not followed would be, if its numbers were better: none is left in the request.
    for (let before = ''; before !== String(options); alone = await ask({ ...asked, options })) {
      before = String(options);
      options = followedIn(alone);
    }
    const used = new Set(alone.assumptions_used.map(({ id }) => id));
    const others = othersThan(used);
    expect(Object.keys(others).length).toBeGreaterThan(50);
    const moved = await ask({ ...asked, options, assumptions: others });
    expect(moved.recommendation.net_value).toBe(alone.recommendation.net_value);
    expect(moved.recommendation.option).toBe(alone.recommendation.option);
  });

  test('the five that are told without being asked for are among them', async () => {
    for (const [name, claim] of CLAIMS) {
      const told = await ask({ as_of: DAY, ...claim });
      const whole = await ask({ as_of: DAY, ...claim, include: 'assumptions' });
      const ids = whole.assumptions_used.map(({ id }) => id);
      for (const { id } of told.assumptions_used) expect(ids, name).toContain(id);
    }
  });
});
