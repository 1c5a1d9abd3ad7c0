// Arithmetic that can be recorded: what is played in other worlds is what plain numbers come to there, and code that goes one way or
// the other for a number serves only the worlds in which it goes the same way.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atLeast,
  atMost,
  baseOf,
  decay,
  exp,
  isAbove,
  isAboveAsNumber,
  log,
  log2,
  minus,
  noting,
  oneMinus,
  over,
  plus,
  power,
  tapePlaceOf,
  times,
  wholeNumber,
} from '../src/numbers/number.ts';
import type { Differences } from '../src/numbers/operations.ts';
import { Recording } from '../src/numbers/recording.ts';
import { tries } from './tries.ts';

const SEED = 20_261_121;
const runs = (few: number) => ({ numRuns: tries(few, 15 * few), seed: SEED });

/** Recordings as requests make them, and such on whose numbers an operator by itself throws. */
const RECORDINGS = [
  ['a recording', () => new Recording()],
  ['a strict recording', () => new Recording(true)],
] as const;

/** A world in which inputs have other values. */
const world = (...values: readonly (readonly [input: number, value: number])[]): Differences =>
  new Map(values.map(([input, value]) => [tapePlaceOf(input), value]));

/** What `x` comes to in a world; null where the recording does not serve it. */
const valueIn = (tape: Recording, x: number, differs: Differences): number | null =>
  tape.player([x]).play([differs])[0]?.[0] ?? null;

type Operation = (a: number, b: number) => number;

const OPERATIONS: readonly (readonly [name: string, apply: Operation, plain: Operation])[] = [
  ['plus', plus, (a, b) => a + b],
  ['minus', minus, (a, b) => a - b],
  ['times', times, (a, b) => a * b],
  ['over', over, (a, b) => a / b],
  ['exp', (a) => exp(a), (a) => Math.exp(a)],
  ['log', (a) => log(a), (a) => Math.log(a)],
  ['log2', (a) => log2(a), (a) => Math.log2(a)],
  ['decay', decay, (a, b) => Math.exp(-a * b)],
  ['power', power, (a, b) => a ** b],
  ['atMost', atMost, (a, b) => Math.min(a, b)],
  ['atLeast', atLeast, (a, b) => Math.max(a, b)],
  ['above', isAboveAsNumber, (a, b) => (a > b ? 1 : 0)],
  ['oneMinus', (a) => oneMinus(a), (a) => 1 - a],
];

const positive = fc.double({ min: 0.01, max: 20, noNaN: true });
const ENDLESS = Number.POSITIVE_INFINITY;

/** Rounding apart: a binary logarithm is recorded as a quotient of natural ones. */
const expectClose = (found: number | undefined, wanted: number): void => {
  if (found === undefined || !(Math.abs(found - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted))))
    expect.fail(`${found} instead of ${wanted}`);
};

describe('an operation on plain numbers', () => {
  test.each(OPERATIONS)('%s is the arithmetic that it looks like', (_, apply, plain) => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (a, b) => {
        // Recorded numbers stand where no yen, chance or month does.
        if (a > -1e300 && b > -1e300) expect(apply(a, b)).toBe(plain(a, b));
      }),
      runs(60),
    );
    for (const a of [ENDLESS, -ENDLESS, 0, -0, 2, Number.NaN])
      for (const b of [ENDLESS, -ENDLESS, 0, 2]) expect(apply(a, b), `${a} and ${b}`).toBe(plain(a, b));
  });

  test('and ways taken for them are those of plain comparisons and roundings', () => {
    for (const a of [ENDLESS, -ENDLESS, 0, -2.5, 2.4, 2.5])
      for (const b of [ENDLESS, -ENDLESS, 0, 2.4]) expect(isAbove(a, b), `${a} above ${b}`).toBe(a > b);
    expect([wholeNumber(2.4), wholeNumber(2.5)]).toEqual([2, 3]);
  });
});

/** A computation with many steps: each applies an operation to two numbers that came before it. */
type Steps = readonly (readonly [operation: number, first: number, second: number])[];

/** Operations kept inside what numbers can hold, however often they are repeated. */
const SAFE: readonly Operation[] = [
  plus,
  minus,
  (a, b) => atMost(atLeast(times(a, b), -1e6), 1e6),
  (a, b) => over(a, atLeast(b, 0.5)),
  (a) => exp(atMost(a, 3)),
  (a) => log(atLeast(a, 0.1)),
  (a, b) => power(atLeast(a, 0.1), atMost(b, 2)),
  atMost,
  atLeast,
  isAboveAsNumber,
  (a, b) => decay(atLeast(a, 0), atLeast(b, 0)),
];
const CONSTANTS = [0, 1, 2.5, -0.75];

/** One more number of a computation. */
function step(numbers: number[], [operation, first, second]: Steps[number]): void {
  const apply = SAFE[operation % SAFE.length]!;
  numbers.push(apply(numbers[first % numbers.length]!, numbers[second % numbers.length]!));
}

/** All numbers of a computation that begins with `inputs`. */
function computed(inputs: readonly number[], steps: Steps): number[] {
  const numbers = [...inputs, ...CONSTANTS];
  for (const one of steps) step(numbers, one);
  return numbers;
}

/** The world in which the inputs have these values. */
const shifted = (inputs: readonly number[], values: readonly number[]): Differences =>
  world(...values.map((value, i) => [inputs[i]!, value] as const));

const someInputs = fc.tuple(positive, positive, positive);
const someSteps = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 10, maxLength: 60 });
const someWorlds = fc.array(someInputs, { minLength: 1, maxLength: 20 });

describe.each(RECORDINGS)('what is recorded on %s', (_, recording) => {
  test.each(OPERATIONS)(
    '%s is in any world what it is on plain numbers there, whichever number is recorded',
    (_, apply) => {
      fc.assert(
        fc.property(positive, positive, fc.array(fc.tuple(positive, positive), { minLength: 1 }), (a, b, there) => {
          const tape = recording();
          const [x, y] = [tape.input(a), tape.input(b)];
          const made = noting(tape, () => [apply(x, y), apply(x, b), apply(a, y)]);
          expectClose(
            noting(tape, () => baseOf(made[0]!)),
            apply(a, b),
          );
          const rows = tape.player(made).play(there.map(([p, q]) => world([x, p], [y, q])));
          for (const [w, [p, q]] of there.entries())
            for (const [i, value] of [apply(p, q), apply(p, b), apply(a, q)].entries())
              expectClose(rows[w]?.[i], value);
        }),
        runs(20),
      );
    },
  );

  test('a computation of many steps is in each random world what plain numbers come to', () => {
    fc.assert(
      fc.property(someInputs, someSteps, someWorlds, (base, steps, worlds) => {
        const tape = recording();
        const inputs = base.map((value) => tape.input(value));
        const numbers = noting(tape, () => computed(inputs, steps));
        const here = noting(tape, () => numbers.map(baseOf));
        for (const [i, number] of computed(base, steps).entries()) expectClose(here[i], number);
        const rows = tape.player(numbers).play(worlds.map((values) => shifted(inputs, values)));
        for (const [w, values] of worlds.entries())
          for (const [i, number] of computed(values, steps).entries()) expectClose(rows[w]?.[i], number);
      }),
      runs(25),
    );
  });

  test('it does not depend on how many worlds are played side by side, nor on what was played before', () => {
    fc.assert(
      fc.property(someInputs, someSteps, someWorlds, (base, steps, worlds) => {
        const tape = recording();
        const inputs = base.map((value) => tape.input(value));
        const numbers = noting(tape, () => computed(inputs, steps));
        const player = tape.player(numbers);
        // The second world of each pair moves one input only, so that less of the tape is played.
        const all = worlds.flatMap((values) => [shifted(inputs, values), world([inputs[1]!, values[1]])]);
        const together = player.play(all);
        expect(all.map((one) => player.play([one])[0])).toEqual(together);
        expect(tape.player(numbers).play(all.toReversed()).toReversed()).toEqual(together);
      }),
      runs(20),
    );
  });

  test('it is kept when the tape grows', () => {
    const tape = recording();
    const x = tape.input(2);
    const parts = Array.from({ length: 70_000 }, (_, i) => i + 0.5);
    const sums = () => parts.map((part) => plus(x, part));
    const [early, chain] = noting(tape, () => [times(x, 3), sums()] as const);
    const { length } = tape;
    expect(length).toBeGreaterThan(140_000);
    expect(noting(tape, () => times(x, 3))).toBe(early);
    expect(noting(tape, sums)).toEqual(chain);
    expect(tape.length).toBe(length);
    const [row] = tape.player([early, ...chain]).play([world([x, 7])]);
    expect(row?.[0]).toBe(21);
    expect(parts.every((part, i) => row?.[i + 1] === 7 + part)).toBe(true);
  });

  test('it is played by a player as far as it had been recorded when the player was made', () => {
    const tape = recording();
    const x = tape.input(2);
    const early = noting(tape, () => times(x, x));
    const player = tape.player([early]);
    const late = noting(tape, () => plus(early, x));
    expect(player.play([world([x, 3])])[0]).toEqual(Float64Array.of(9));
    expect(valueIn(tape, late, world([x, 3]))).toBe(12);
  });

  test('equal computations have one place, and others have another', () => {
    const tape = recording();
    const [x, y] = [tape.input(3), tape.input(5)];
    noting(tape, () => {
      for (const [name, apply] of OPERATIONS) expect(apply(x, y), name).toBe(apply(x, y));
      const { length } = tape;
      for (const [, apply] of OPERATIONS) apply(x, y);
      expect(tape.length).toBe(length);
      expect(times(plus(x, y), 2)).toBe(times(plus(x, y), 2));
      const different = [x, y, plus(x, y), plus(x, x), minus(x, y), minus(y, x), times(x, y), over(x, y), over(y, x)];
      expect(new Set(different.map(tapePlaceOf)).size).toBe(different.length);
      expect(new Set(different.map((one) => `${one}`)).size, 'as keys').toBe(different.length);
    });
  });

  test('inputs are different even when their numbers are the same', () => {
    const tape = recording();
    const [x, other] = [tape.input(3), tape.input(3)];
    expect([x === other, `${x}` === `${other}`]).toEqual([false, false]);
  });

  test('what is simple need not be recorded', () => {
    const tape = recording();
    const x = tape.input(3);
    const { length } = tape;
    const found = noting(tape, () => [
      ...[plus(x, 0), plus(0, x), minus(x, 0), times(x, 1), times(1, x), over(x, 1), atMost(x, ENDLESS)],
      ...[times(x, 0), times(0, x), over(0, x)],
      ...[atLeast(x, ENDLESS), minus(ENDLESS, x)],
    ]);
    expect(found).toEqual([...Array<number>(7).fill(x), 0, 0, 0, ENDLESS, ENDLESS]);
    expect(tape.length).toBe(length);
  });

  test('numbers that are the same in every world stay plain', () => {
    const tape = recording();
    noting(tape, () => {
      for (const [name, apply, plain] of OPERATIONS) expect(apply(2, 5), name).toBe(plain(2, 5));
    });
    expect(tape.length).toBe(0);
  });

  test('a number that no world moves is that of the base, in every world', () => {
    const tape = recording();
    const [x, y] = [tape.input(3), tape.input(4)];
    const [fixed, moved] = noting(tape, () => [times(y, 2), times(x, 2)] as const);
    const [row] = tape.player([fixed, 7, moved, y, -ENDLESS]).play([world([x, 10])]);
    expect(row).toEqual(Float64Array.of(8, 7, 20, 4, -ENDLESS));
  });
});

describe('a number of a strict recording', () => {
  const tape = new Recording(true);
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
    expect(() => noting(tape, bare)).toThrow(TypeError);
  });
});

describe('a recorded number outside its recording', () => {
  test('is refused by a strict recording', () => {
    const x = new Recording(true).input(2);
    for (const [name, apply] of OPERATIONS) expect(() => apply(x, 1), name).toThrow(TypeError);
    expect(() => isAbove(x, 1)).toThrow(TypeError);
    expect(() => baseOf(x)).toThrow(TypeError);
  });

  test('stands far below any amount, so that it cannot be taken for one', () => {
    const x = new Recording().input(2);
    expect(() => baseOf(x)).toThrow(TypeError);
    for (const found of [x, plus(x, 1e15), minus(x, 1e15), atMost(x, 0)]) expect(found).toBeLessThan(-1e300);
  });

  test.each(RECORDINGS)(
    '%s that was at hand before another is at hand again after it, even when that one failed',
    (_, recording) => {
      const [outer, inner] = [recording(), recording()];
      const [x, y] = [outer.input(2), inner.input(5)];
      const sum = noting(outer, () => {
        const before = times(x, 3);
        const inside = noting(inner, () => times(y, 7));
        expect(valueIn(inner, inside, world([y, 2]))).toBe(14);
        expect(() =>
          noting(inner, () => {
            throw new RangeError('stopped');
          }),
        ).toThrow(RangeError);
        return plus(before, 1);
      });
      expect(valueIn(outer, sum, world([x, 10]))).toBe(31);
      expect(() => baseOf(x), 'after it').toThrow(TypeError);
    },
  );
});

describe.each(RECORDINGS)('a way that was taken for a number, on %s', (_, recording) => {
  const base = fc.double({ min: -5, max: 5, noNaN: true });
  const someBases = fc.tuple(base, fc.array(base, { minLength: 1, maxLength: 20 }));
  /** Halves, and tenths beside them, where ways part. */
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
        const tape = recording();
        const x = tape.input(here);
        const [is, double] = noting(tape, () => [isAbove(x, limit), times(x, 2)] as const);
        expect(is).toBe(here > limit);
        for (const value of there)
          expect(valueIn(tape, double, world([x, value]))).toBe(value > limit === is ? 2 * value : null);
      }),
      runs(25),
    );
  });

  test('isAbove: both numbers may be recorded, and either may be moved', () => {
    const tape = recording();
    const [x, y] = [tape.input(2), tape.input(1)];
    const [ways, sum] = noting(tape, () => [[isAbove(x, y), isAbove(y, x)], plus(x, y)] as const);
    expect(ways).toEqual([true, false]);
    expect(valueIn(tape, sum, world([x, 1.5]))).toBe(2.5);
    expect(valueIn(tape, sum, world([x, 0.5]))).toBeNull();
    expect(valueIn(tape, sum, world([y, 3]))).toBeNull();
    expect(valueIn(tape, sum, world([x, 4], [y, 3]))).toBe(7);
  });

  test.each([['wholeNumber', wholeNumber, Math.round]] as const)(
    '%s: serves the worlds in which it is the same whole number, and no other',
    (_, whole, plain) => {
      fc.assert(
        fc.property(fc.oneof(someBases, onTheEdge), ([here, there]) => {
          const tape = recording();
          const x = tape.input(here);
          const [found, double] = noting(tape, () => [whole(x), times(x, 2)] as const);
          // Zero has a sign that nobody counts by.
          expect(found + 0).toBe(plain(here) + 0);
          for (const value of [here, ...there]) {
            const same = plain(value) + 0 === plain(here) + 0;
            expect(valueIn(tape, double, world([x, value])), `${value} beside ${here}`).toBe(same ? 2 * value : null);
          }
        }),
        runs(25),
      );
    },
  );

  test('a limit that no number reaches decides nothing', () => {
    const tape = recording();
    const x = tape.input(2);
    const ways = noting(tape, () => [
      ...[isAbove(x, ENDLESS), isAbove(ENDLESS, x)],
      ...[isAbove(x, -ENDLESS), isAbove(-ENDLESS, x)],
    ]);
    expect(ways).toEqual([false, true, true, false]);
    expect(valueIn(tape, x, world([x, -1e9]))).toBe(-1e9);
  });

  test('a world that goes another way leaves the others of its batch as they are', () => {
    const tape = recording();
    const x = tape.input(1);
    const [, three] = noting(tape, () => [isAbove(x, 0), times(x, 3)] as const);
    const rows = tape.player([three]).play([2, -2, 4, -4].map((value) => world([x, value])));
    expect(rows.map((row) => row?.[0] ?? null)).toEqual([6, null, 12, null]);
  });
});

describe.each(RECORDINGS)('two recordings, each %s', (_, recording) => {
  test('made and played in turn, give what each gives alone', () => {
    fc.assert(
      fc.property(someInputs, someInputs, someSteps, someWorlds, (a, b, steps, worlds) => {
        const alone = [a, b].map((base) => {
          const tape = recording();
          const inputs = base.map((value) => tape.input(value));
          const numbers = noting(tape, () => computed(inputs, steps));
          return tape.player(numbers).play(worlds.map((values) => shifted(inputs, values)));
        });
        const both = [a, b].map((base) => {
          const tape = recording();
          const inputs = base.map((value) => tape.input(value));
          return { tape, inputs, numbers: [...inputs, ...CONSTANTS] };
        });
        for (const one of steps) for (const { tape, numbers } of both) noting(tape, () => step(numbers, one));
        const players = both.map(({ tape, numbers }) => tape.player(numbers));
        const inTurn = worlds.map((values) =>
          players.map((player, i) => player.play([shifted(both[i]!.inputs, values)])[0] ?? null),
        );
        expect(inTurn.map(([one]) => one)).toEqual(alone[0]);
        expect(inTurn.map(([, other]) => other)).toEqual(alone[1]);
      }),
      runs(20),
    );
  });
});
