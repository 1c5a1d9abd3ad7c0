// What would change the answer, asked again through the service: both ends of every range, both sides of every switch, every cell of a grid.
import { describe, expect, test } from 'vitest';
import { anew, outlookOf } from '../src/analysis/scenarios.ts';
import { Z90 } from '../src/assumptions/assumption.ts';
import { decide } from '../src/decision/programme/decide.ts';
import type { Report } from '../src/report/answer.ts';
import { analysed, ask, post } from './asking.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { judged, scenario } from './judging.ts';
import { tries } from './tries.ts';

/** The best first step by value, and its value. */
function leader({ options }: Report): { option: string; value: number } {
  const open = options.filter(({ net_value }) => net_value !== undefined);
  const best = open.reduce((top, next) => (Number(next.net_value) > Number(top.net_value) ? next : top));
  return { option: best.id, value: Number(best.net_value) };
}

type Entry = NonNullable<Report['sensitivity']>[number];

/** The request with an entry moved to one of its ends. */
function movedTo(request: Readonly<Record<string, unknown>>, entry: Entry, end: 'low' | 'high'): object {
  if (entry.kind === 'assumption') {
    const assumptions = Object.fromEntries(entry.moves.map((move) => [move.id, move[end]]));
    return { ...request, assumptions: { ...(request.assumptions as object | undefined), ...assumptions } };
  }
  return withInput(request, entry.id, entry[end]!.at);
}

function withInput(request: Readonly<Record<string, unknown>>, id: string, value: number): object {
  const [head, name] = id.split('.') as [string, string | undefined];
  const { due_date: _, ...rest } = request;
  const plain = head === 'overdue_days' ? rest : request;
  return name === undefined
    ? { ...plain, [head]: value }
    : { ...plain, [head]: { ...(request[head] as object), [name]: value } };
}

const CASES = [
  ['a claim of which nothing but amount and age is known', { amount: 1_250_000, overdue_days: 82 }],
  ['S2', scenario('S2:')],
  ['S6', scenario('S6:')],
  ['S8', scenario('S8:')],
  ['S11', scenario('S11:')],
] as const;

describe.each(CASES)('%s', (_, request) => {
  test('both ends of every number are what a fresh evaluation says there', async () => {
    const { sensitivity } = await analysed(request);
    expect(sensitivity!.length).toBeGreaterThan(4);
    for (const entry of sensitivity!)
      for (const end of ['low', 'high'] as const) {
        const there = leader(await ask(movedTo(request, entry, end)));
        const stated = entry[end]!;
        expect(Math.abs(there.value - Number(stated.net_value)), `${entry.id} ${end}`).toBeLessThanOrEqual(1);
        expect(there.option, `${entry.id} ${end}`).toBe(stated.option);
      }
  });

  test('every switch is where it is said to be: just before it the leader leads, just after it the new step does', async () => {
    const { sensitivity } = await analysed(request);
    const { worlds, variables } = judged(request);
    const { best } = outlookOf(worlds.decision.solution);
    for (const { id, switch_at, switch_to } of sensitivity!) {
      if (switch_at === null) continue;
      const variable = variables.find((one) => one.id === id)!;
      // A count jumps; the number said is the first at which the new step leads.
      if (variable.unit === 'count') continue;
      const z = positionOf(variable.shown, switch_at);
      const [before, after] = anew(
        worlds,
        [z - 0.01 * Math.sign(z), z + 0.01 * Math.sign(z)].map((at) => variable.at(at)),
      );
      expect([before!.best, after!.best], id).toEqual([best, switch_to]);
    }
  });

  test('entries come by what they are worth, and nothing is worth less than nothing', async () => {
    const { sensitivity } = await analysed(request);
    const worths = sensitivity!.map(({ worth }) => Number(worth ?? 0));
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    for (const worth of worths) expect(worth).toBeGreaterThanOrEqual(0);
    for (const { range, worth } of sensitivity!) expect(worth === null).toBe(range === 'probe');
  });
});

/** Claims of which the suite asks a few ends again, and the nightly run all of them. */
const EXACT: readonly string[] = tries(
  ['S1:', 'S4:', 'S7:', 'S13, a lawful buyer'],
  SCENARIOS.map(({ name }) => name),
);
const ENDS = tries(4, Number.POSITIVE_INFINITY);

describe('the ends of a range, with terms chosen anew there', () => {
  test.each(EXACT)('%s are to a millionth of a yen what a decision with these assumptions says', (name) => {
    const { question, worlds, variables } = judged(scenario(name));
    const movable = variables.filter(({ kind }) => kind === 'assumption');
    const every = Math.ceil(movable.length / ENDS);
    const tried = movable.filter((_, i) => i % every === 0);
    const ends = tried.flatMap((variable) => [-Z90, Z90].map((z) => ({ variable, z })));
    const found = anew(
      worlds,
      ends.map(({ variable, z }) => variable.at(z)),
    );
    for (const [i, { variable, z }] of ends.entries()) {
      const moved = Object.fromEntries(variable.moves.map(({ id, low, high }) => [id, z < 0 ? low : high]));
      const there = outlookOf(decide({ ...question, overrides: { ...question.overrides, ...moved } }).solution);
      expect(found[i]!.best, `${variable.id} at ${z}`).toBe(there.best);
      const off = [...there.values].filter(([id, value]) => !(Math.abs(found[i]!.values.get(id)! - value) <= 1e-6));
      expect(off, `${variable.id} at ${z}`).toEqual([]);
    }
  });
});

describe('switches', () => {
  test('a number that makes another step win does so inside its range', async () => {
    let found = 0;
    for (const name of ['S2:', 'S6:', 'S8:', 'S12:', 'S13:']) {
      const { sensitivity, recommendation } = await analysed(scenario(name));
      for (const { id, switch_to, switch_at, low, high, range } of sensitivity!) {
        if (switch_to === null || range !== 'estimate') continue;
        found++;
        const [least, most] = [low!.at, high!.at].sort((a, b) => a - b);
        expect(switch_to, id).not.toBe(recommendation.option);
        expect(switch_at, id).toBeGreaterThan(least!);
        expect(switch_at, id).toBeLessThan(most!);
      }
    }
    expect(found).toBeGreaterThan(2);
  });

  test('an input that was written switches where an evaluation with that input does', async () => {
    const request = scenario('S4:');
    const { sensitivity } = await analysed(request);
    const entry = sensitivity!.find(({ id }) => id === 'bridge_rate')!;
    expect(entry.range).toBe('probe');
    const at = entry.switch_at!;
    expect(leader(await ask(withInput(request, 'bridge_rate', at * 1.01))).option).toBe('factor');
    expect(leader(await ask(withInput(request, 'bridge_rate', at * 0.99))).option).toBe(entry.switch_to);
  });
});

/** The position at which a rising or falling number has a value, by halving. */
function positionOf(shown: (z: number) => number, value: number): number {
  let [low, high] = [-1.7, 1.7];
  const rising = shown(high) > shown(low);
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (shown(middle) < value === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

describe('why the first is ahead of the second', () => {
  test.each(['S1:', 'S2:', 'S6:', 'S8:', 'S12:'])(
    '%s the parts add up to the difference of the two values',
    async (name) => {
      const { recommendation, options } = await analysed(scenario(name));
      const gap = recommendation.gap!;
      const net = (id: string) => Number(options.find((option) => option.id === id)!.net_value);
      const parts = gap.by_field.reduce((sum, { amount }) => sum + Number(amount), Number(gap.start));
      expect(parts).toBe(Number(gap.amount));
      expect(Math.abs(net(gap.first) - net(gap.second) - Number(gap.amount))).toBeLessThanOrEqual(1);
      expect(gap.by_field.length).toBeGreaterThan(3);
    },
  );

  test('every other open option says how far it is behind and why', async () => {
    const { options, recommendation } = await analysed(scenario('S12:'));
    for (const { id, status, why_not, net_value } of options) {
      if (status !== 'open' || id === recommendation.option) expect(why_not).toBeUndefined();
      else {
        expect(
          Math.abs(Number(recommendation.net_value) - Number(net_value) - Number(why_not!.gap)),
        ).toBeLessThanOrEqual(1);
        expect(Number(why_not!.amount)).toBeGreaterThan(0);
        expect(why_not!.wins_if).not.toBeNull();
      }
    }
  });
});

describe('the grid', () => {
  const request = { ...scenario('S2:') };
  const x = { id: 'amount', values: [60_000, 280_000, 700_000] };
  const y = { id: 'court.win_undisputed.strong', from: 0.5, to: 0.9, steps: 3 };

  test('every cell is what a fresh evaluation says there', async () => {
    const answer = await post('/v1/sensitivity/grid', { ...request, x, y });
    expect(answer.status).toBe(200);
    const grid = (await answer.json()) as { y: { values: number[] }; options: string[][]; net_values: string[][] };
    expect(grid.y.values).toEqual([0.5, 0.7, 0.9]);
    for (const [row, win] of grid.y.values.entries())
      for (const [column, amount] of x.values.entries()) {
        const there = leader(await ask({ ...request, amount, assumptions: { [y.id]: win } }));
        expect(grid.net_values[row]![column]).toBe(String(there.value));
        expect(grid.options[row]![column]).toBe(there.option);
      }
  });

  test('as a table it is pasted as it is: the values of one number across, of the other down', async () => {
    const answer = await post('/v1/sensitivity/grid', { ...request, x, y, show: 'id' }, 'text/csv');
    const [head, ...rows] = (await answer.text()).trimEnd().split('\r\n');
    expect(head!.split(',').slice(0, 4)).toEqual(['court.win_undisputed.strong / amount', '60000', '280000', '700000']);
    expect(rows.map((row) => row.split(',')[0])).toEqual(['0.5', '0.7', '0.9']);
    expect(rows[0]!.split(',')[1]).toBe('wait');
  });

  test.each([
    ['a name that is no number', { x: { id: 'contact', values: [1] } }, '/x/id', 'unknown_value'],
    ['a misspelt name, with the right one', { x: { id: 'amuont', values: [1] } }, '/x/id', 'unknown_value'],
    ['no values', { x: { id: 'amount', values: [] } }, '/x/values', 'wrong_type'],
    ['a value its field would refuse', { x: { id: 'amount', values: [5, -1] } }, '/x/values/1', 'negative'],
    ['too many cells', { x: { id: 'amount', from: 1, to: 9e5, steps: 25 }, y: { ...y, steps: 25 } }, '/y', 'too_many'],
    ['a number of steps that is none', { x: { id: 'amount', from: 1, to: 2, steps: 'x' } }, '/x/steps', 'not_a_number'],
    ['an unknown member', { x: { ...x, by: 3 } }, '/x/by', 'unknown_field'],
    ['a mistake in the request itself', { amount: -5 }, '/amount', 'negative'],
  ])('refused: %s', async (_, change, pointer, code) => {
    const answer = await post('/v1/sensitivity/grid', { ...request, x, y, ...change });
    expect([400, 422]).toContain(answer.status);
    const { errors } = (await answer.json()) as { errors: { pointer: string; code: string }[] };
    expect(errors.map((error) => [error.pointer, error.code])).toContainEqual([pointer, code]);
  });

  test('all mistakes at once, in both sides and in the request', async () => {
    const answer = await post('/v1/sensitivity/grid', { amount: 0, overdue_days: 'x', x: {}, y: { id: 'nothing' } });
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/amount', '/overdue_days', '/x/id', '/y/id']);
  });
});

describe('ranges', () => {
  test('a number may be given with its range, and its mean is what counts', async () => {
    const plain = await ask({ ...scenario('S12:'), litigate: { win_rate: 0.7 } });
    const ranged = await ask({ ...scenario('S12:'), litigate: { win_rate: { mean: '70%', low: 0.4, high: '90%' } } });
    expect(ranged.options).toEqual(plain.options);
    const asked = await ask({
      ...scenario('S12:'),
      litigate: { win_rate: { mean: 0.7, low: 0.4, high: 0.9 } },
      include: 'sensitivity',
    });
    const entry = asked.sensitivity!.find(({ id }) => id === 'litigate.win_rate')!;
    expect([entry.range, entry.low!.at, entry.base, entry.high!.at]).toEqual(['estimate', 0.4, 0.7, 0.9]);
    expect(entry.worth).not.toBeNull();
  });

  test.each([
    [{ mean: 0.7, low: 0.8 }, '/litigate/win_rate', 'range_order'],
    [{ mean: 0.7, low: 'x' }, '/litigate/win_rate/low', 'not_a_number'],
    [{ mean: 0.7, hight: 0.8 }, '/litigate/win_rate/hight', 'unknown_field'],
    [{ mean: 7 }, '/litigate/win_rate', 'rate_not_fraction'],
  ])('refused: %j', async (win_rate, pointer, code) => {
    const answer = await post('/v1/evaluate', { amount: 1000, overdue_days: 1, litigate: { win_rate } });
    expect([400, 422]).toContain(answer.status);
    const { errors } = (await answer.json()) as { errors: { pointer: string; code: string }[] };
    expect(errors.map((error) => [error.pointer, error.code])).toEqual([[pointer, code]]);
  });
});
