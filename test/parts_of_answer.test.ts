// The parts of an answer that a request includes by name: distributions, cash, whole plans, all assumptions; and the caller's reference.
// Each figure is tied to another figure of the same answer.
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { CASH_COMPONENTS } from '../src/decision/programme/cash_book.ts';
import { cashFlows } from '../src/decision/programme/outcomes.ts';
import type { Report } from '../src/report/report.ts';
import { ask } from '../src/request/question.ts';
import { readRequest } from '../src/request/read_request.ts';
import { SCENARIOS } from './cases/scenarios.ts';

const AS_OF = '2026-11-20';
const PARTS = 'bridge,plan,plans,outcomes,cash';

async function evaluated(request: object): Promise<Report> {
  const answer = await createApp().request('/v1/evaluate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as_of: AS_OF, lang: 'en', ...request }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Report;
}

const EXAMPLE = { amount: 1_250_000, overdue_days: 82 };

/** Claims in which every part of a flow takes part: tax, a need of cash, an averse caller, securities. */
const CLAIMS: readonly { readonly name: string; readonly request: object }[] = [
  { name: 'the example', request: EXAMPLE },
  { name: 'with tax', request: { ...EXAMPLE, tax_rate: '30%' } },
  { name: 'with a need of cash', request: { ...EXAMPLE, cash_needed_by: '2027-02-28', bridge_rate: '8%' } },
  { name: 'with a relationship to lose', request: { ...EXAMPLE, margin_per_year: 400_000, relationship_years: 3 } },
  ...SCENARIOS,
];

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

describe.each(CLAIMS)('$name', ({ request }) => {
  test('the parts of the answer agree with each other', async () => {
    const { recommendation, options, claim } = await evaluated({ ...request, include: PARTS });
    const open = options.filter(({ status }) => status === 'open');
    for (const { id, outcomes, net_value, chance_of_loss, chance_paid_in_full, bridge } of open) {
      const { points = [], in_full = 0, in_part = 0, nothing = 0, at_a_loss = 0 } = outcomes ?? {};
      expect(points.length, id).toBeLessThanOrEqual(60);
      expect(sum(points.map(({ chance }) => chance)), id).toBeCloseTo(1, 9);
      expect(in_full + in_part + nothing, id).toBeCloseTo(1, 9);
      expect(in_full, id).toBeCloseTo(chance_paid_in_full ?? -1, 5);
      expect(at_a_loss, id).toBeCloseTo(chance_of_loss ?? -1, 5);
      const mean = sum(points.map((point) => point.chance * Number(point.net_value)));
      // What a need of cash takes is in the value of time of the outcomes; points are whole yen, chances hold eight digits.
      expect(Math.abs(mean - Number(net_value)), id).toBeLessThanOrEqual(1 + Number(claim.principal) * 2e-7);
      const values = points.map((point) => Number(point.net_value));
      expect(values, id).toEqual([...values].sort((a, b) => a - b));
      expect(sum((bridge ?? []).slice(0, -1).map(({ amount }) => Number(amount))), id).toBe(Number(net_value));
    }
    const [best] = open;
    const step = (name: string): number => Number(best?.bridge?.find((line) => line.step === name)?.amount ?? 0);
    const { flows = [], approve } = recommendation.cash ?? {};
    const kind = (name: string): number =>
      sum(flows.filter((flow) => flow.kind === name).map(({ amount }) => Number(amount)));
    expect(kind('principal')).toBe(step('face') + step('conceded') + step('not_recovered'));
    expect(kind('interest')).toBe(step('late_interest'));
    expect(kind('external')).toBe(step('external_costs'));
    expect(kind('fees')).toBe(step('fees'));
    expect(kind('own_time')).toBe(step('own_time'));
    expect(kind('tax')).toBe(step('tax'));
    expect(Number(approve?.total)).toBe(0 - step('external_costs') - step('fees'));
    expect(Number(approve?.external_at_most)).toBeGreaterThanOrEqual(-step('external_costs') - 1);
  });

  test('the whole plan of every option names the steps that follow it, and begins today', async () => {
    const { recommendation, options } = await evaluated({ ...request, include: PARTS });
    for (const { id, status, plan, then } of options) {
      expect(plan === undefined, id).toBe(status !== 'open');
      if (plan === undefined) continue;
      expect(plan.map(({ option }) => option)).toEqual([id, ...(then ?? [])]);
      expect(plan[0]?.chance_reached).toBe(1);
    }
    expect(options[0]?.plan).toEqual(recommendation.plan);
  });
});

// The answer splits whole yen, which would hide a flow that is missing: so the flows themselves are compared, too.
test.each(CLAIMS)('$name: the cash flows are those of the outcomes', ({ request }) => {
  const read = readRequest({ as_of: AS_OF, ...request }, { today: AS_OF, lang: 'en' });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const { decision } = ask(read.request);
  for (const { option, valued, spread } of decision.open) {
    const { flows } = cashFlows(decision.solution, valued, decision.belief.weights);
    for (const component of CASH_COMPONENTS) {
      const own = sum(flows.filter((flow) => flow.component === component).map(({ amount }) => amount));
      const expected = spread.expected[component] ?? Number.NaN;
      expect(Math.abs(own - expected), `${option.id} ${component}`).toBeLessThan(1e-6 * decision.case.facts.principal);
    }
  }
});

describe('what is included by name alone', () => {
  test('is not in the answer without it', async () => {
    const { recommendation, options } = await evaluated(EXAMPLE);
    expect(recommendation.cash).toBeUndefined();
    for (const { plan, outcomes } of options) expect([plan, outcomes]).toEqual([undefined, undefined]);
  });

  test('the five assumptions that matter most and those of the caller stay in the short answer', async () => {
    const whole = await evaluated({ ...EXAMPLE, include: 'assumptions' });
    const short = await evaluated(EXAMPLE);
    expect(short.assumptions_used).toHaveLength(5);
    for (const used of short.assumptions_used) expect(whole.assumptions_used).toContainEqual(used);
    expect(JSON.stringify(short).length).toBeLessThan(40_000);
    const own = await evaluated({ ...EXAMPLE, assumptions: { 'demand.respond.unwilling': 0.2 } });
    expect(own.assumptions_used.filter(({ certainty }) => certainty === 'caller').map(({ id }) => id)).toEqual([
      'demand.respond.unwilling',
    ]);
  });

  test('where it is asked what would change the answer, the five that would are told', async () => {
    const { sensitivity, assumptions_used } = await evaluated({ ...EXAMPLE, include: 'sensitivity' });
    const moved = (sensitivity ?? []).flatMap(({ moves }) => moves.map(({ id }) => id));
    expect(assumptions_used.length).toBe(5);
    for (const { id } of assumptions_used) expect(moved).toContain(id);
  });
});

describe('a reference', () => {
  const REFERENCE = '回収 AR-2026-0415';

  test('is repeated, and changes neither a figure nor the hash of the input', async () => {
    const plain = await evaluated(EXAMPLE);
    const named = await evaluated({ ...EXAMPLE, reference: REFERENCE });
    expect(plain.meta.reference).toBeNull();
    expect(named).toEqual({ ...plain, meta: { ...plain.meta, reference: REFERENCE } });
  });

  test('has its own entity tag in a query, and is not logged', async () => {
    const lines: string[] = [];
    const app = createApp({ log: (line) => lines.push(line) });
    const ask = async (reference: string) =>
      (
        await app.request(`/v1/evaluate.json?amount=1250000&overdue_days=82&as_of=${AS_OF}&reference=${reference}`)
      ).headers.get('ETag');
    expect(await ask('A')).not.toBe(await ask('B'));
    await ask('SECRETMARK');
    expect(lines.join('')).not.toContain('SECRETMARK');
  });

  test.each([
    { rule: 'sixty characters are taken', reference: '本'.repeat(60), status: 200 },
    { rule: 'sixty-one are refused', reference: '本'.repeat(61), status: 422 },
    { rule: 'two lines are refused', reference: 'A\nB', status: 400 },
    { rule: 'a number is taken as text', reference: 415, status: 200 },
    { rule: 'an object is refused', reference: {}, status: 400 },
  ])('$rule', async ({ reference, status }) => {
    const answer = await createApp().request('/v1/evaluate', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...EXAMPLE, reference }),
    });
    expect(answer.status).toBe(status);
  });
});
