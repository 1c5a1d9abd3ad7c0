// Arithmetic that can be recorded: what is played in other worlds is what plain numbers come to there, and code that goes one way or
// the other for a number serves only the worlds in which it goes the same way.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  above,
  atLeast,
  atMost,
  baseOf,
  decay,
  exp,
  isAbove,
  log,
  log2,
  minus,
  oneMinus,
  over,
  plus,
  power,
  recorded,
  roundedUp,
  times,
  wholeNumber,
} from '../src/numbers/number.ts';
import { type Differences, Recording } from '../src/numbers/recording.ts';
import { tries } from './tries.ts';

const SEED = 20_261_121;
const runs = (few: number) => ({ numRuns: tries(few, 15 * few), seed: SEED });

/** Where an input stands. */
const placeOf = (x: number): number => recorded(x)!.place;

/** A world in which inputs have other values. */
const world = (...values: readonly (readonly [input: number, value: number])[]): Differences =>
  new Map(values.map(([input, value]) => [placeOf(input), value]));

/** What `x` comes to in a world; null where the recording does not serve it. */
const valueIn = (tape: Recording, x: number, differs: Differences): number | null =>
  tape.player([x]).play([differs])[0]?.[0] ?? null;

const OPERATIONS: readonly (readonly [name: string, apply: (a: number, b: number) => number])[] = [
  ['plus', plus],
  ['minus', minus],
  ['times', times],
  ['over', over],
  ['exp', (a) => exp(a)],
  ['log', (a) => log(a)],
  ['log2', (a) => log2(a)],
  ['decay', decay],
  ['power', power],
  ['atMost', atMost],
  ['atLeast', atLeast],
  ['above', above],
  ['oneMinus', (a) => oneMinus(a)],
];

const positive = fc.double({ min: 0.01, max: 20, noNaN: true });

/** Rounding apart: a binary logarithm is recorded as a quotient of natural ones. */
const expectClose = (found: number | undefined, wanted: number): void => {
  if (found === undefined || !(Math.abs(found - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted))))
    expect.fail(`${found} instead of ${wanted}`);
};

describe('an operation', () => {
  test.each(OPERATIONS)('%s on plain numbers is the arithmetic that it looks like', (name, apply) => {
    const PLAIN: Readonly<Record<string, (a: number, b: number) => number>> = {
      plus: (a, b) => a + b,
      minus: (a, b) => a - b,
      times: (a, b) => a * b,
      over: (a, b) => a / b,
      exp: (a) => Math.exp(a),
      log: (a) => Math.log(a),
      log2: (a) => Math.log2(a),
      decay: (a, b) => Math.exp(-a * b),
      power: (a, b) => a ** b,
      atMost: (a, b) => Math.min(a, b),
      atLeast: (a, b) => Math.max(a, b),
      above: (a, b) => (a > b ? 1 : 0),
      oneMinus: (a) => 1 - a,
    };
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(apply(a, b)).toBe(PLAIN[name]!(a, b));
      }),
      runs(20),
    );
  });

  test.each(OPERATIONS)(
    '%s recorded is in any world what it is on plain numbers there, whichever number is recorded',
    (_, apply) => {
      fc.assert(
        fc.property(positive, positive, fc.array(fc.tuple(positive, positive), { minLength: 1 }), (a, b, there) => {
          const tape = new Recording();
          const [x, y] = [tape.input(a), tape.input(b)];
          const [both, first, second] = [apply(x, y), apply(x, b), apply(a, y)];
          expectClose(baseOf(both), apply(a, b));
          const rows = tape.player([both, first, second]).play(there.map(([p, q]) => world([x, p], [y, q])));
          for (const [w, [p, q]] of there.entries()) {
            expectClose(rows[w]?.[0], apply(p, q));
            expectClose(rows[w]?.[1], apply(p, b));
            expectClose(rows[w]?.[2], apply(a, q));
          }
        }),
        runs(20),
      );
    },
  );
});

/** A computation with many steps: each applies an operation to two numbers that came before it. */
type Steps = readonly (readonly [operation: number, first: number, second: number])[];

/** Operations kept inside what numbers can hold, however often they are repeated. */
const SAFE: readonly ((a: number, b: number) => number)[] = [
  plus,
  minus,
  (a, b) => atMost(atLeast(times(a, b), -1e6), 1e6),
  (a, b) => over(a, atLeast(b, 0.5)),
  (a) => exp(atMost(a, 3)),
  (a) => log(atLeast(a, 0.1)),
  (a, b) => power(atLeast(a, 0.1), atMost(b, 2)),
  atMost,
  atLeast,
  above,
  (a, b) => decay(atLeast(a, 0), atLeast(b, 0)),
];
const CONSTANTS = [0, 1, 2.5, -0.75];

/** All numbers of a computation that begins with `inputs`. */
function computed(inputs: readonly number[], steps: Steps): number[] {
  const numbers = [...inputs, ...CONSTANTS];
  for (const [operation, first, second] of steps) {
    const apply = SAFE[operation % SAFE.length]!;
    numbers.push(apply(numbers[first % numbers.length]!, numbers[second % numbers.length]!));
  }
  return numbers;
}

const someInputs = fc.tuple(positive, positive, positive);
const someSteps = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 10, maxLength: 60 });
const someWorlds = fc.array(someInputs, { minLength: 1, maxLength: 20 });

describe('a computation of many steps', () => {
  test('recorded once and played in random worlds, is in each what plain numbers come to', () => {
    fc.assert(
      fc.property(someInputs, someSteps, someWorlds, (base, steps, worlds) => {
        const tape = new Recording();
        const inputs = base.map((value) => tape.input(value));
        const numbers = computed(inputs, steps);
        for (const [i, number] of computed(base, steps).entries()) expectClose(baseOf(numbers[i]!), number);
        const rows = tape
          .player(numbers)
          .play(worlds.map((values) => world(...values.map((value, i) => [inputs[i]!, value] as const))));
        for (const [w, values] of worlds.entries())
          for (const [i, number] of computed(values, steps).entries()) expectClose(rows[w]?.[i], number);
      }),
      runs(60),
    );
  });

  test('does not depend on how many worlds are played side by side, nor on what was played before', () => {
    fc.assert(
      fc.property(someInputs, someSteps, someWorlds, (base, steps, worlds) => {
        const tape = new Recording();
        const inputs = base.map((value) => tape.input(value));
        const numbers = computed(inputs, steps);
        const player = tape.player(numbers);
        // The second world of each pair moves one input only, so that less of the tape is played.
        const all = worlds.flatMap(([a, b, c]) => [
          world([inputs[0]!, a], [inputs[1]!, b], [inputs[2]!, c]),
          world([inputs[1]!, b]),
        ]);
        const together = player.play(all);
        expect(all.map((one) => player.play([one])[0])).toEqual(together);
        expect(tape.player(numbers).play(all.toReversed()).toReversed()).toEqual(together);
      }),
      runs(30),
    );
  });

  test('keeps what it has recorded when the tape grows', () => {
    const tape = new Recording();
    const x = tape.input(2);
    const early = times(x, 3);
    const chain = Array.from({ length: 20_000 }, (_, i) => plus(x, i + 0.5));
    const length = tape.length;
    expect(length).toBeGreaterThan(20_000);
    expect(times(x, 3)).toBe(early);
    expect(chain.every((one, i) => plus(x, i + 0.5) === one)).toBe(true);
    expect(tape.length).toBe(length);
    const [row] = tape.player([early, ...chain]).play([world([x, 7])]);
    expect(row?.[0]).toBe(21);
    expect(chain.every((_, i) => row?.[i + 1] === 7 + i + 0.5)).toBe(true);
  });

  test('is played by a player as far as it had been recorded when the player was made', () => {
    const tape = new Recording();
    const x = tape.input(2);
    const early = times(x, x);
    const player = tape.player([early]);
    const late = plus(early, x);
    expect(player.play([world([x, 3])])[0]).toEqual(Float64Array.of(9));
    expect(valueIn(tape, late, world([x, 3]))).toBe(12);
  });
});

describe('a recorded number', () => {
  const tape = new Recording();
  const x = tape.input(3);

  test.each<readonly [string, () => unknown]>([
    ['+', () => x + 1],
    ['−', () => 1 - x],
    ['·', () => x * 2],
    ['÷', () => x / 2],
    ['**', () => x ** 2],
    ['unary −', () => -x],
    ['<', () => x < 4],
    ['>=', () => x >= 4],
    ['Math.max', () => Math.max(x, 1)],
    ['Math.round', () => Math.round(x)],
    ['Number', () => Number(x)],
    ['a typed array', () => Float64Array.of(x)],
    ['a sum', () => [1, x].reduce((a, b) => a + b, 0)],
  ])('throws under %s, because the operation would not be recorded', (_, bare) => {
    expect(bare).toThrow(TypeError);
  });

  test('is as a key its place and not its number', () => {
    const other = tape.input(3);
    expect([`${x}`, [x, other].join(' ')]).toEqual([`#${placeOf(x)}`, `#${placeOf(x)} #${placeOf(other)}`]);
    expect(`${x}`).not.toBe(`${other}`);
  });

  test('has one place with all numbers that are computed alike', () => {
    const y = tape.input(5);
    const pairs = OPERATIONS.map(([name, apply]) => [name, apply(x, y), apply(x, y)] as const);
    for (const [name, one, again] of pairs) expect(one, name).toBe(again);
    const length = tape.length;
    for (const [, apply] of OPERATIONS) apply(x, y);
    expect(tape.length).toBe(length);
    expect(times(plus(x, y), 2)).toBe(times(plus(x, y), 2));
    expect(plus(x, y)).not.toBe(plus(x, x));
  });
});

describe('what need not be recorded', () => {
  const tape = new Recording();
  const x = tape.input(3);
  const { length } = tape;
  const endless = Number.POSITIVE_INFINITY;

  test.each<readonly [string, number, number]>([
    ['x + 0 is x', plus(x, 0), x],
    ['0 + x is x', plus(0, x), x],
    ['x − 0 is x', minus(x, 0), x],
    ['x · 1 is x', times(x, 1), x],
    ['1 · x is x', times(1, x), x],
    ['x · 0 is 0', times(x, 0), 0],
    ['0 · x is 0', times(0, x), 0],
    ['x ÷ 1 is x', over(x, 1), x],
    ['0 ÷ x is 0', over(0, x), 0],
    ['the smaller of x and ∞ is x', atMost(x, endless), x],
    ['the greater of x and ∞ is ∞', atLeast(x, endless), endless],
    ['∞ − x is ∞', minus(endless, x), endless],
  ])('%s', (_, found, wanted) => {
    expect(found).toBe(wanted);
    expect(tape.length).toBe(length);
  });

  test('numbers that are the same in every world stay plain', () => {
    for (const [name, apply] of OPERATIONS) expect(typeof apply(2, 5), name).toBe('number');
    expect([wholeNumber(2.4), roundedUp(2.4), isAbove(2, 1)]).toEqual([2, 3, true]);
  });

  test('a number that no world moves is that of the base, in every world', () => {
    const y = tape.input(4);
    const [fixed, moved] = [times(y, 2), times(x, 2)];
    const [row] = tape.player([fixed, 7, moved, y]).play([world([x, 10])]);
    expect(row).toEqual(Float64Array.of(8, 7, 20, 4));
  });
});

describe('a way that was taken for a number', () => {
  const base = fc.double({ min: -5, max: 5, noNaN: true });
  const someBases = fc.tuple(base, fc.array(base, { minLength: 1, maxLength: 20 }));
  /** Numbers halfway between two whole ones, and whole ones, where ways part. */
  const onTheEdge = fc.tuple(
    fc.integer({ min: -8, max: 8 }).map((halves) => halves / 2),
    fc.array(
      fc.integer({ min: -40, max: 40 }).map((tenths) => tenths / 10),
      { minLength: 1, maxLength: 20 },
    ),
  );

  test('isAbove: serves the worlds in which the number is on the same side, and no other', () => {
    fc.assert(
      fc.property(fc.oneof(someBases, onTheEdge), base, ([here, there], limit) => {
        const tape = new Recording();
        const x = tape.input(here);
        expect(isAbove(x, limit)).toBe(here > limit);
        const double = times(x, 2);
        for (const value of there)
          expect(valueIn(tape, double, world([x, value]))).toBe(value > limit === here > limit ? 2 * value : null);
      }),
      runs(60),
    );
  });

  test('isAbove: both numbers may be recorded, and either may be moved', () => {
    const tape = new Recording();
    const [x, y] = [tape.input(2), tape.input(1)];
    expect([isAbove(x, y), isAbove(y, x)]).toEqual([true, false]);
    const sum = plus(x, y);
    expect(valueIn(tape, sum, world([x, 1.5]))).toBe(2.5);
    expect(valueIn(tape, sum, world([x, 0.5]))).toBeNull();
    expect(valueIn(tape, sum, world([y, 3]))).toBeNull();
    expect(valueIn(tape, sum, world([x, 4], [y, 3]))).toBe(7);
  });

  test.each([
    ['wholeNumber', wholeNumber, Math.round],
    ['roundedUp', roundedUp, Math.ceil],
  ] as const)('%s: serves the worlds in which it is the same whole number, and no other', (_, whole, plain) => {
    fc.assert(
      fc.property(fc.oneof(someBases, onTheEdge), ([here, there]) => {
        const tape = new Recording();
        const x = tape.input(here);
        // Zero has a sign that nobody counts by.
        expect(whole(x) + 0).toBe(plain(here) + 0);
        const double = times(x, 2);
        for (const value of [here, ...there]) {
          const same = plain(value) + 0 === plain(here) + 0;
          expect(valueIn(tape, double, world([x, value])), `${value} beside ${here}`).toBe(same ? 2 * value : null);
        }
      }),
      runs(60),
    );
  });

  test('a limit that no number reaches decides nothing', () => {
    const tape = new Recording();
    const x = tape.input(2);
    expect([isAbove(x, Number.POSITIVE_INFINITY), isAbove(Number.POSITIVE_INFINITY, x)]).toEqual([false, true]);
    expect([isAbove(x, Number.NEGATIVE_INFINITY), isAbove(Number.NEGATIVE_INFINITY, x)]).toEqual([true, false]);
    expect(valueIn(tape, x, world([x, -1e9]))).toBe(-1e9);
  });

  test('a world that goes another way leaves the others of its batch as they are', () => {
    const tape = new Recording();
    const x = tape.input(1);
    isAbove(x, 0);
    const rows = tape.player([times(x, 3)]).play([2, -2, 4, -4].map((value) => world([x, value])));
    expect(rows.map((row) => row?.[0] ?? null)).toEqual([6, null, 12, null]);
  });
});

describe('two recordings', () => {
  test('made and played in turn, each gives what it gives alone', () => {
    fc.assert(
      fc.property(someInputs, someInputs, someSteps, someWorlds, (a, b, steps, worlds) => {
        const shift = (inputs: readonly number[], values: readonly number[]) =>
          world(...values.map((value, i) => [inputs[i]!, value] as const));
        const alone = [a, b].map((base) => {
          const tape = new Recording();
          const inputs = base.map((value) => tape.input(value));
          const numbers = computed(inputs, steps);
          return tape.player(numbers).play(worlds.map((values) => shift(inputs, values)));
        });
        const tapes = [new Recording(), new Recording()];
        const inputs = [a, b].map((base, i) => base.map((value) => tapes[i]!.input(value)));
        const lists = inputs.map((of) => [...of, ...CONSTANTS]);
        for (const [operation, first, second] of steps)
          for (const numbers of lists) {
            const apply = SAFE[operation % SAFE.length]!;
            numbers.push(apply(numbers[first % numbers.length]!, numbers[second % numbers.length]!));
          }
        const players = lists.map((numbers, i) => tapes[i]!.player(numbers));
        const inTurn = worlds.map((values) =>
          players.map((player, i) => player.play([shift(inputs[i]!, values)])[0] ?? null),
        );
        expect(inTurn.map(([one]) => one)).toEqual(alone[0]);
        expect(inTurn.map(([, other]) => other)).toEqual(alone[1]);
      }),
      runs(30),
    );
  });
});
