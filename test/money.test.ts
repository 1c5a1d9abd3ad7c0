// Money: exact decimals, named roundings, and a split that never loses a unit.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ceilTo,
  floorTo,
  Money,
  money,
  moneyText,
  nearestTo,
  roundWhole,
  splitExactly,
  ZERO,
} from '../src/values/money.ts';

describe('an amount', () => {
  test('decimal text stays exact', () => {
    expect(moneyText(money('0.1').plus('0.2'))).toBe('0.3');
    expect(moneyText(money('1234567890123456789.01').times(3))).toBe('3703703670370370367.03');
  });
  test.each([
    ['1e-7', '0.0000001'],
    ['1e21', '1000000000000000000000'],
    ['-0', '0'],
    ['-12.50', '-12.5'],
    ['1e70', `1${'0'.repeat(70)}`],
  ])('%s is written %s', (value, text) => {
    expect(moneyText(money(value))).toBe(text);
  });
  test('JSON writes no exponent for any amount in use', () => {
    expect(JSON.stringify(money('1e-9'))).toBe('"0.000000001"');
  });
  test.each(['abc', '', 'Infinity', 'NaN', Number.NaN, Number.POSITIVE_INFINITY])('%s is refused', (value) => {
    expect(() => money(value)).toThrow();
  });
  test('its constructor carries 40 digits', () => {
    expect(Money.precision).toBe(40);
    expect(money(1).div(3).toFixed()).toBe(`0.${'3'.repeat(40)}`);
  });
});

describe('roundings', () => {
  test.each([
    ['1.5', 1, '1', '2', '2'],
    ['-1.5', 1, '-2', '-1', '-2'],
    ['149', 100, '100', '200', '100'],
    ['150', 100, '100', '200', '200'],
    ['200', 100, '200', '200', '200'],
    ['0', 100, '0', '0', '0'],
    ['-0.2', 1, '-1', '0', '0'],
    ['0.126', '0.01', '0.12', '0.13', '0.13'],
  ])('%s to units of %s', (value, unit, floor, ceil, nearest) => {
    expect(moneyText(floorTo(money(value), unit))).toBe(floor);
    expect(moneyText(ceilTo(money(value), unit))).toBe(ceil);
    expect(moneyText(nearestTo(money(value), unit))).toBe(nearest);
  });
  test('a rounding to nothing has no sign', () => {
    expect(Object.is(ceilTo(money('-0.2')).toNumber(), 0)).toBe(true);
    expect(ZERO.isZero()).toBe(true);
  });
  test.each([
    [2.5, 3],
    [-2.5, -3],
    [-0.4, 0],
    [0.4, 0],
  ])('%f is %i in whole units', (x, whole) => {
    expect(roundWhole(x)).toBe(whole);
  });
});

describe('an exact split', () => {
  test.each<[string, number[], number, number[]]>([
    ['the largest fraction gets the missing unit', [0.2, 0.7, 0.1], 1, [0, 1, 0]],
    ['ties go to the lower index', [1.5, 1.5, 1.5, 1.5], 6, [2, 2, 1, 1]],
    ['negative parts are floored too', [100.6, -20.3, -5.3], 75, [100, -20, -5]],
    ['a surplus is taken back from the smallest fraction', [2.1, 3.9], 4, [1, 3]],
    ['a total off by more than the number of parts goes round', [1, 1], 7, [4, 3]],
    ['minus zero is never returned', [-0, 0.3, -0.3], 0, [0, 0, 0]],
    ['nothing to split', [], 0, []],
  ])('%s', (_, components, total, parts) => {
    expect(splitExactly(components, total)).toEqual(parts);
  });
  test('what cannot be split is refused', () => {
    expect(() => splitExactly([], 1)).toThrow(RangeError);
    expect(() => splitExactly([Number.NaN], 1)).toThrow(RangeError);
    expect(() => splitExactly([1], Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
  test('the parts always sum to the rounded total and none moves by more than a unit', () => {
    const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), (components) => {
        const total = components.reduce((sum, part) => sum + part, 0);
        const parts = splitExactly(components, total);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(roundWhole(total));
        parts.forEach((part, i) => {
          expect(Math.abs(part - components[i]!)).toBeLessThanOrEqual(1);
          expect(Number.isInteger(part) && !Object.is(part, -0)).toBe(true);
        });
      }),
    );
  });
  test('any total is met, however far from the components', () => {
    const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), amount, (components, total) => {
        expect(splitExactly(components, total).reduce((sum, part) => sum + part, 0)).toBe(roundWhole(total));
      }),
    );
  });
});
