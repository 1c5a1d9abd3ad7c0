// Arithmetic on numbers that may be recorded. On plain numbers every function is the arithmetic it looks like. While a claim is recorded
// (numbers/recording.ts), what depends on an uncertain assumption is an object that stands for a number, and the same functions note down
// what is done with it, so that the same claim can be computed again in many worlds at once. TypeScript sees numbers either way: whoever
// states an event writes ordinary code with these functions, and an operator by itself would throw.

/** What can be done to one or two numbers. */
export const OPERATIONS = [
  'constant',
  'input',
  'plus',
  'minus',
  'times',
  'over',
  'exp',
  'log',
  'power',
  'atMost',
  'atLeast',
  'above',
] as const;
/** The name of an operation. */
export type Operation = (typeof OPERATIONS)[number];

/** Where recorded numbers are noted down. */
export interface Tape {
  readonly note: (operation: Operation, a: number, b: number) => number;
  /** Notes that a way was chosen because `a` is, or is not, greater than `b`. */
  readonly decide: (a: number, b: number) => boolean;
}

/** Stands for a number while a claim is recorded. */
export class RecordedNumber {
  readonly tape: Tape;
  /** Place on the tape; equal computations have one place. */
  readonly place: number;
  /** The number in the world in which the claim is recorded. */
  readonly base: number;

  constructor(tape: Tape, place: number, base: number) {
    this.tape = tape;
    this.place = place;
    this.base = base;
  }

  /** Throws `TypeError`: an operator by itself would lose what is recorded. */
  valueOf(): never {
    throw new TypeError('a recorded number is computed with the functions of numbers/number.ts');
  }

  /** A key under which results may be kept: the place, not the number. */
  toString(): string {
    return `#${this.place}`;
  }
}

const isPlain = (x: number): boolean => typeof x === 'number';

const isEndless = (x: number): boolean =>
  isPlain(x) && (x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY);

/** The recorded number in the place of `x`, or null for a plain one. */
export const recorded = (x: number): RecordedNumber | null => (isPlain(x) ? null : (x as unknown as RecordedNumber));

/** The number itself in the world in which it is computed first. */
export const baseOf = (x: number): number => recorded(x)?.base ?? x;

function note(operation: Operation, a: number, b: number): number {
  const tape = recorded(a)?.tape ?? recorded(b)?.tape;
  if (tape === undefined) throw new TypeError('neither number is recorded');
  return tape.note(operation, a, b);
}

/** a + b. */
export const plus = (a: number, b: number): number => (isPlain(a) && isPlain(b) ? a + b : note('plus', a, b));
/** a − b. */
export const minus = (a: number, b: number): number => (isPlain(a) && isPlain(b) ? a - b : note('minus', a, b));
/** a · b. */
export const times = (a: number, b: number): number => (isPlain(a) && isPlain(b) ? a * b : note('times', a, b));
/** a ÷ b. */
export const over = (a: number, b: number): number => (isPlain(a) && isPlain(b) ? a / b : note('over', a, b));
/** e to the power x. */
export const exp = (x: number): number => (isPlain(x) ? Math.exp(x) : note('exp', x, 0));
/** The natural logarithm. */
export const log = (x: number): number => (isPlain(x) ? Math.log(x) : note('log', x, 0));
/** The binary logarithm. */
export const log2 = (x: number): number => (isPlain(x) ? Math.log2(x) : note('over', note('log', x, 0), Math.LN2));
/** What is left after `time` of what goes at a rate: e^(−rate·time). */
export const decay = (rate: number, time: number): number =>
  isPlain(rate) && isPlain(time) ? Math.exp(-rate * time) : exp(minus(0, times(rate, time)));
/** a to the power b. */
export const power = (a: number, b: number): number => (isPlain(a) && isPlain(b) ? a ** b : note('power', a, b));
/** The smaller of both. */
export const atMost = (x: number, most: number): number =>
  isPlain(x) && isPlain(most) ? Math.min(x, most) : note('atMost', x, most);
/** The greater of both. */
export const atLeast = (x: number, least: number): number =>
  isPlain(x) && isPlain(least) ? Math.max(x, least) : note('atLeast', x, least);
/** 1 when `x` is greater than `limit`, else 0: a switch that may differ from world to world. */
export const above = (x: number, limit: number): number =>
  isPlain(x) && isPlain(limit) ? Number(x > limit) : note('above', x, limit);
/** 1 − x: the other chance, or what is left. */
export const oneMinus = (x: number): number => minus(1, x);

/**
 * Whether `x` is greater than `limit`, for code that goes one way or the other. A recording serves only the worlds in which the answer is
 * the same; the others are computed by themselves. Where a number would do, `above`, `atMost` and `atLeast` serve them all.
 */
export function isAbove(x: number, limit: number): boolean {
  if (isPlain(x) && isPlain(limit)) return x > limit;
  // No number of a world is infinite.
  if (isEndless(x) || isEndless(limit)) return baseOf(x) > baseOf(limit);
  const tape = recorded(x)?.tape ?? recorded(limit)?.tape;
  if (tape === undefined) throw new TypeError('neither number is recorded');
  return tape.decide(x, limit);
}

/** The whole number from which `x` is not far below, for code that counts by it; see `wholeNumber`. */
export function roundedUp(x: number): number {
  if (isPlain(x)) return Math.ceil(x);
  const whole = Math.ceil(baseOf(x));
  isAbove(x, whole - 1);
  isAbove(x, whole);
  return whole;
}

/** The nearest whole number, for code that counts by it; a recording serves only the worlds in which it is the same. */
export function wholeNumber(x: number): number {
  if (isPlain(x)) return Math.round(x);
  const whole = Math.round(baseOf(x));
  // Halves are rounded up: the lower limit belongs to the whole number, the upper one does not.
  isAbove(whole - 0.5, x);
  isAbove(whole + 0.5, x);
  return whole;
}
