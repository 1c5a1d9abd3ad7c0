// Every break-even is asked again through the service on both sides of it: just above it the option is worth taking, just below it is not.
import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { scenario } from './judging.ts';
import { tries } from './tries.ts';

const ALL = (report: Report) => report.options.map(({ id }) => id);
const netOf = (report: Report, id: string) => Number(report.options.find((option) => option.id === id)!.net_value);
const bestOf = (report: Report, without: readonly string[] = []) =>
  Math.max(
    ...report.options
      .filter(({ id, net_value }) => net_value !== undefined && !without.includes(id))
      .map((o) => Number(o.net_value)),
  );
const COURT = ['payment_order', 'small_claims', 'suit', 'enforce'];

/** How a break-even is asked for: what must be written, the step of its figure, and what the option must beat. */
interface Again {
  readonly write: (request: Record<string, unknown>, value: number) => object;
  readonly step: number;
  /** Options that the rival may never use; none when it must only beat the other first steps. */
  readonly without: readonly string[];
}

const inTerms =
  (head: string, name: string, more: object = {}) =>
  (request: Record<string, unknown>, value: number) => ({
    ...request,
    // A bare 1 could mean one percent, so that the service asks for the whole to be written out.
    [head]: {
      ...(request[head] as object | undefined),
      ...more,
      [name]: name === 'win_rate' ? `${value * 100}%` : value,
    },
  });

const AGAIN: Readonly<Record<string, Again>> = {
  'sell.offer': { write: inTerms('sell', 'offer', { buyer: 'lawful_buyer' }), step: -1, without: ['sell'] },
  'settle.amount': { write: inTerms('settle', 'offer', { final: true }), step: -1, without: [] },
  'factor.fee_rate': { write: inTerms('factor', 'fee_rate'), step: 1e-4, without: [] },
  'factor.bridge_rate': { write: (request, value) => ({ ...request, bridge_rate: value }), step: -1e-4, without: [] },
  'plan.instalments': { write: inTerms('plan', 'instalments', { final: true }), step: 1, without: [] },
  'plan.down_rate': { write: inTerms('plan', 'down_rate', { final: true }), step: -1e-4, without: [] },
  ...Object.fromEntries(
    COURT.slice(0, 3).map((id) => [
      `${id}.win_rate`,
      { write: inTerms('litigate', 'win_rate'), step: -1e-4, without: COURT },
    ]),
  ),
};

/** How far an option is ahead at a figure, in whole yen of the answers. */
async function margin(request: Record<string, unknown>, id: string, again: Again, value: number): Promise<number> {
  const report = await ask(again.write(request, value));
  const own = netOf(report, id);
  if (again.without.length === 0) return own - bestOf(report, [id]);
  const others = ALL(report).filter((other) => !again.without.includes(other));
  return own - bestOf(await ask({ ...again.write(request, value), options: others }));
}

describe('break-evens of the scenarios', () => {
  const cases = SCENARIOS.filter(({ name }) => tries(/^(S1|S2|S4|S6|S7|S8|S9|S12|S13):/, /./).test(name));
  test.each(cases)('asking again on both sides shows the switch — $name', async ({ request }) => {
    const { options } = await ask({ ...request, include: 'break_even' });
    let asked = 0;
    for (const { id, break_even } of options)
      for (const [name, value] of Object.entries(break_even ?? {})) {
        const again = AGAIN[`${id}.${name}`]!;
        expect(again, `${id}.${name}`).toBeDefined();
        asked += 1;
        if (value === 'always' || value === 'never') continue;
        const at = Number(value);
        // Half a yen of each rounded answer may be on either side.
        expect(await margin(request, id, again, at), `${id}.${name} at ${value}`).toBeGreaterThanOrEqual(-1);
        const worse = Number((at + again.step).toFixed(4));
        expect(await margin(request, id, again, worse), `${id}.${name} just past ${value}`).toBeLessThanOrEqual(1);
      }
    expect(asked).toBeGreaterThan(0);
  });

  test('far from it the switch is plain: a sale a tenth above and below the lowest price worth taking', async () => {
    const request = scenario('S13:');
    const { options } = await ask({ ...request, include: 'break_even' });
    const lowest = Number(options.find(({ id }) => id === 'sell')!.break_even!.offer);
    const again = AGAIN['sell.offer']!;
    expect(await margin(request, 'sell', again, Math.round(lowest * 1.1))).toBeGreaterThan(0.09 * lowest);
    expect(await margin(request, 'sell', again, Math.round(lowest * 0.9))).toBeLessThan(-0.09 * lowest);
  });
});

describe('always and never', () => {
  test('where filing itself makes many pay, an evader is sued at any chance of winning', async () => {
    const request = {
      ...scenario('S2:'),
      amount: 560_000,
      assumptions: { 'court.pays_on_service.payment_order.unwilling': 0.99, 'court.objects.unwilling': 0 },
    };
    const { options } = await ask({ ...request, include: 'break_even' });
    expect(options.find(({ id }) => id === 'payment_order')?.break_even?.win_rate).toBe('always');
    expect(await margin(request, 'payment_order', AGAIN['payment_order.win_rate']!, 0)).toBeGreaterThan(0);
  });

  test('a valued customer is never sued, not even when the case is won for certain', async () => {
    const request = scenario('S9:');
    const { options } = await ask({ ...request, include: 'break_even' });
    expect(options.find(({ id }) => id === 'payment_order')?.break_even?.win_rate).toBe('never');
    expect(await margin(request, 'payment_order', AGAIN['payment_order.win_rate']!, 1)).toBeLessThan(0);
  });

  test('what is not asked for is left out, and what states no figure has none', async () => {
    const plain = await ask(scenario('S2:'));
    for (const option of plain.options) expect(Object.keys(option)).not.toContain('break_even');
    const asked = await ask({ ...scenario('S2:'), include: 'break_even' });
    expect(asked.options.find(({ id }) => id === 'wait')?.break_even).toBeUndefined();
  });

  test('a sale that is barred still has its lowest price, for a buyer who may buy', async () => {
    const { options } = await ask({ amount: 1_250_000, overdue_days: 82, include: 'break_even' });
    const sale = options.find(({ id }) => id === 'sell')!;
    expect(sale.status).toBe('barred');
    const best = bestOf(await ask({ amount: 1_250_000, overdue_days: 82 }));
    expect(Number(sale.break_even!.offer)).toBeGreaterThanOrEqual(best + 4_999);
    expect(Number(sale.break_even!.offer)).toBeLessThanOrEqual(best + 5_002);
    expect(sale.break_even_notes![0]).toMatch(/^lowest price worth taking: ¥\d{3},\d{3}$/);
  });
});
