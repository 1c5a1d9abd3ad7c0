// Which assumptions move together and how far: every estimate belongs to one driver, and a draw keeps the stated mean.
import { describe, expect, test } from 'vitest';
import { Z90 } from '../src/assumptions/assumption.ts';
import { atQuantile, changed, type DriverPart, drawn, driversOf } from '../src/assumptions/drivers.ts';
import { ASSUMPTION_GROUPS, CARRIED_BY_DOUBT } from '../src/assumptions/groups.ts';
import { every, onlyKind } from '../src/assumptions/kinds.ts';
import { normalCdf, normalQuantile } from '../src/assumptions/normal.ts';
import { catalogue, DEFAULTS } from '../src/assumptions/values.ts';

const drivers = driversOf({});
const parts = drivers.flatMap((driver) => driver.parts);
const part = (id: string): DriverPart => parts.find((one) => one.id === id)!;

/** Mean over the standard normal distribution, by a fine grid of its quantiles. */
function mean(of: (z: number) => number): number {
  const n = 20_000;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += of(normalQuantile((i + 0.5) / n));
  return sum / n;
}

describe('the standard normal distribution', () => {
  test.each([
    [0.5, 0],
    [0.975, 1.959963985],
    [0.95, 1.644853627],
    [0.001, -3.090232306],
    [1e-9, -5.997807015],
  ])('the quantile of %d is %d, to six digits', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 5);
  });

  test('cumulative chance and quantile undo each other', () => {
    for (const p of [0.001, 0.02, 0.3, 0.5, 0.77, 0.999]) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 6);
  });
});

describe('drivers', () => {
  test('every estimate belongs to exactly one driver, or is carried by the doubts', () => {
    const uncertain = catalogue.filter(({ low, high }) => low !== high).map(({ id }) => id);
    const moved = parts.map(({ id }) => id);
    expect(new Set(moved).size).toBe(moved.length);
    const carried = (id: string) => CARRIED_BY_DOUBT.some((path) => id.startsWith(`${path}.`));
    expect(uncertain.filter((id) => !moved.includes(id) && !carried(id))).toEqual([]);
    expect(moved.filter((id) => !uncertain.includes(id) || carried(id))).toEqual([]);
  });

  test('every group covers something, and has a name in both languages', () => {
    expect(drivers.map(({ id }) => id).sort()).toEqual(ASSUMPTION_GROUPS.map(({ id }) => id).sort());
    for (const { label } of ASSUMPTION_GROUPS) {
      expect(label.ja).toMatch(/[ぁ-ん一-龠]/);
      expect(label.en).toMatch(/^[a-z]/);
    }
  });

  test('the ends of a driver are the published range', () => {
    for (const one of parts) {
      const entry = catalogue.find(({ id }) => id === one.id)!;
      expect(atQuantile(one, 0), one.id).toBe(entry.value);
      // A range may reach beyond what the unit allows, where nothing can be tried.
      const [least, most] = one.limits;
      expect(atQuantile(one, -Z90), one.id).toBeCloseTo(Math.max(least, entry.low), 6);
      expect(atQuantile(one, Z90), one.id).toBeCloseTo(Math.min(most, entry.high), 6);
    }
  });

  test.each([
    'court.pays_on_service.suit.unwilling',
    'demand.respond.slow',
    'insolvency.dividend',
    'court.win_disputed.weak',
  ])('a chance is drawn with its mean kept to a hundredth: %s', (id) => {
    const one = part(id);
    expect(mean((z) => drawn(one, z, every(0)))).toBeCloseTo(one.mean, 2);
  });

  test.each(['hazard.pay.slow', 'sale.price', 'court.months.suit', 'money.staff_rate'].filter((id) => part(id)))(
    'a positive number is drawn with its mean kept: %s',
    (id) => {
      const one = part(id);
      expect(mean((z) => drawn(one, z, every(0))) / one.mean).toBeCloseTo(1, 3);
    },
  );

  test.each([0.01, 0.2, 0.5, 0.9])('a doubt keeps the mean chance of the kind at %d', (weight) => {
    const one = part('doubt.unwilling');
    const weights = onlyKind('unwilling', weight);
    const chance = (z: number) => {
      const odds = (weight / (1 - weight)) * drawn(one, z, weights);
      return odds / (1 + odds);
    };
    expect(mean(chance)).toBeCloseTo(weight, 2);
  });

  test('a number that the caller states is certain, and one with a range is a driver of its own', () => {
    const own = driversOf({ 'demand.respond.slow': 0.5, 'enforce.share': { mean: 0.8, low: 0.6, high: 0.9 } });
    const ids = own.flatMap((driver) => driver.parts.map(({ id }) => id));
    expect(ids).not.toContain('demand.respond.slow');
    expect(ids.filter((id) => id === 'enforce.share')).toHaveLength(1);
    const stated = own.find(({ id }) => id === 'enforce.share')!.parts[0]!;
    expect(atQuantile(stated, -Z90)).toBeCloseTo(0.6, 9);
    expect(atQuantile(stated, 0)).toBe(0.8);
    expect(atQuantile(stated, Z90)).toBeCloseTo(0.9, 9);
    expect(mean((z) => drawn(stated, z, every(0)))).toBeCloseTo(0.8, 2);
  });

  test('a changed copy leaves the defaults as they are', () => {
    const before = DEFAULTS.demand.respond[0];
    const one = part('demand.respond.slow');
    const copy = changed(DEFAULTS, [
      { part: one, value: 0.9 },
      { part: part('money.staff_rate'), value: 1 },
    ]);
    expect([copy.demand.respond[0], copy.money.staff_rate]).toEqual([0.9, 1]);
    expect(copy.demand.respond[1]).toBe(DEFAULTS.demand.respond[1]);
    expect([DEFAULTS.demand.respond[0], DEFAULTS.money.staff_rate]).toEqual([before, 3_500]);
  });
});
