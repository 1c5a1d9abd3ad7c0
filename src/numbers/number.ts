// Arithmetic on numbers that may be recorded. On plain numbers every function is the arithmetic it looks like. While a claim is recorded
// (numbers/recording.ts), what depends on an uncertain assumption stands for a place on a tape, and the same functions note down what is
// done with it, so that the same claim can be computed again in many worlds at once. Whoever states an event writes ordinary code with these
// functions; a test records every option with numbers on which an operator by itself throws.

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

/** Where operations on recorded numbers are noted down. */
export interface Tape {
  /** Notes an operation of which a number is recorded; returns the number that stands for its result. */
  readonly note: (operation: Operation, a: number, b: number) => number;
  /** Notes that a way was chosen because `a` is, or is not, greater than `b`. */
  readonly decide: (a: number, b: number) => boolean;
  /** The number at a place in the world in which the claim is recorded. */
  readonly baseAt: (place: number) => number;
}

/*
 * A place stands as a number far below any amount or chance: −2^1000 less the place in steps of 2^960. So recorded numbers are stored and
 * handed on like all others, and code that sees plain numbers alone is as fast as if there were no recording.
 */
const FIRST = 2 ** 1000;
const PLACE_STEP = 2 ** 960;
/** Numbers below this stand for places. */
const LIMIT = -(2 ** 999);

/** Stands for a number where nothing may go unnoticed: an operator by itself throws. Tests record with these. */
export class StrictNumber {
  readonly place: number;

  constructor(place: number) {
    this.place = place;
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

const isPlain = (x: number): boolean => typeof x === 'number' && x > LIMIT;

/** The same number. Throws `TypeError` for a recorded one, which is not one number but one in each world. */
export function plainNumber(x: number): number {
  if (!isPlain(x) && tapePlaceOf(x) >= 0) throw new TypeError('a recorded number is used outside its recording');
  return x;
}

/** The number that stands for a place. */
export const standingFor = (place: number): number => -FIRST - place * PLACE_STEP;

/** The place that a number stands for; −1 for a plain number. */
export function tapePlaceOf(x: number): number {
  if (typeof x !== 'number') return (x as StrictNumber).place;
  // Also asked of −∞ and of what is not a number, which stand for no place.
  return x <= -FIRST && x >= -2 * FIRST ? (-x - FIRST) / PLACE_STEP : -1;
}

/** The tape on which operations are noted: that of the work at hand, set and unset by `noting` alone; null while nothing is recorded. */
let tapeAtHand: Tape | null = null;

/** Does some work whose recorded numbers are those of `tape`. The work must not wait for anything. */
export function noting<T>(tape: Tape, work: () => T): T {
  const before = tapeAtHand;
  tapeAtHand = tape;
  try {
    return work();
  } finally {
    tapeAtHand = before;
  }
}

/** The tape at hand. Throws `TypeError` for a recorded number that has got out of the work in which it was recorded. */
function tapeOf(): Tape {
  if (tapeAtHand === null) throw new TypeError('a recorded number is used outside its recording');
  return tapeAtHand;
}

/** The number itself in the world in which it is recorded. */
export function baseOf(x: number): number {
  const place = tapePlaceOf(x);
  return place < 0 ? x : tapeOf().baseAt(place);
}

/** An operation of which one number may be recorded. */
function operate(operation: Operation, a: number, b: number): number {
  return tapePlaceOf(a) < 0 && tapePlaceOf(b) < 0 ? APPLY[operation](a, b) : tapeOf().note(operation, a, b);
}

/** Every operation on plain numbers. */
export const APPLY: Readonly<Record<Operation, (a: number, b: number) => number>> = {
  constant: (a) => a,
  input: (a) => a,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  over: (a, b) => a / b,
  exp: (a) => Math.exp(a),
  log: (a) => Math.log(a),
  power: (a, b) => a ** b,
  atMost: (a, b) => Math.min(a, b),
  atLeast: (a, b) => Math.max(a, b),
  above: (a, b) => Number(a > b),
};

/** a + b. */
export const plus = (a: number, b: number): number => (tapeAtHand === null ? a + b : operate('plus', a, b));
/** a − b. */
export const minus = (a: number, b: number): number => (tapeAtHand === null ? a - b : operate('minus', a, b));
/** a · b. */
export const times = (a: number, b: number): number => (tapeAtHand === null ? a * b : operate('times', a, b));
/** a ÷ b. */
export const over = (a: number, b: number): number => (tapeAtHand === null ? a / b : operate('over', a, b));
/** e to the power x. */
export const exp = (x: number): number => (tapeAtHand === null ? Math.exp(x) : operate('exp', x, 0));
/** The natural logarithm. */
export const log = (x: number): number => (tapeAtHand === null ? Math.log(x) : operate('log', x, 0));
/** The binary logarithm. */
export const log2 = (x: number): number =>
  tapeAtHand === null || isPlain(x) ? Math.log2(x) : operate('over', operate('log', x, 0), Math.LN2);
/** What is left after `time` of what goes at a rate: e^(−rate·time). */
export const decay = (rate: number, time: number): number =>
  tapeAtHand === null ? Math.exp(-rate * time) : exp(minus(0, times(rate, time)));
/** a to the power b. */
export const power = (a: number, b: number): number => (tapeAtHand === null ? a ** b : operate('power', a, b));
/** The smaller of both. */
export const atMost = (x: number, most: number): number =>
  tapeAtHand === null ? Math.min(x, most) : operate('atMost', x, most);
/** The greater of both. */
export const atLeast = (x: number, least: number): number =>
  tapeAtHand === null ? Math.max(x, least) : operate('atLeast', x, least);
/** 1 when `x` is greater than `limit`, else 0: a switch that may differ from world to world. */
export const isAboveAsNumber = (x: number, limit: number): number =>
  tapeAtHand === null ? Number(x > limit) : operate('above', x, limit);
/** 1 − x: the other chance, or what is left. */
export const oneMinus = (x: number): number => minus(1, x);

/**
 * Whether `x` is greater than `limit`, for code that goes one way or the other. A recording serves only the worlds in which the answer is
 * the same; the others are computed by themselves. Where a number would do, `above`, `atMost` and `atLeast` serve them all.
 */
export function isAbove(x: number, limit: number): boolean {
  if (tapeAtHand === null || (isPlain(x) && isPlain(limit))) return x > limit;
  // No number of a world is infinite.
  if (tapePlaceOf(x) < 0 && !Number.isFinite(x)) return x > 0;
  if (tapePlaceOf(limit) < 0 && !Number.isFinite(limit)) return limit < 0;
  return tapeOf().decide(x, limit);
}

/** Whether `x` is at most `limit` in every world: false where one of them is recorded. */
export const isKnownAtMost = (x: number, limit: number): boolean => isPlain(x) && isPlain(limit) && x <= limit;

/** The nearest whole number, for code that counts by it; a recording serves only the worlds in which it is the same. */
export function wholeNumber(x: number): number {
  if (isPlain(x)) return Math.round(x);
  const whole = Math.round(baseOf(x));
  // Halves are rounded up: the lower limit belongs to the whole number, the upper one does not.
  isAbove(whole - 0.5, x);
  isAbove(whole + 0.5, x);
  return whole;
}
