// Published examples of the mathematics of collection, and checks of the closed forms the engine relies on: absorbing chains by matrix
// arithmetic, integrals by quadrature, filters by fine steps. What is compared with is computed here, from the formulas alone.
import { describe, expect, test } from 'vitest';
import type { PerKind } from '../src/assumptions/kinds.ts';
import { DEFAULTS } from '../src/assumptions/values.ts';
import { belief } from '../src/debtor/belief.ts';
import { hazards } from '../src/debtor/debtor.ts';
import { board } from '../src/decision/programme/moves.ts';
import { TerminalsCache } from '../src/decision/programme/outcome_list.ts';
import { outcomes } from '../src/decision/programme/outcomes.ts';
import { solveBoard } from '../src/decision/programme/programme.ts';
import type { Event, Fork, Prospect } from '../src/options/option.ts';
import { optionNamed, type Setting, settingOf } from './golden_cases.ts';
import { flowsOf, sum, type Vector } from './plain_steps.ts';

type Matrix = readonly Vector[];

const multiply = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => b[0]!.map((_, j) => sum(row.map((x, i) => x * b[i]![j]!))));

/** Inverse by Gauss-Jordan elimination with pivoting. */
function inverse(matrix: Matrix): number[][] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < n; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row, at) => (Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? i + at : best), i);
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    const lead = rows[i]![i]!;
    rows[i] = rows[i]!.map((x) => x / lead);
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const factor = rows[r]![i]!;
      rows[r] = rows[r]!.map((x, j) => x - factor * rows[i]![j]!);
    }
  }
  return rows.map((row) => row.slice(n));
}

/** The fundamental matrix (I − Q)⁻¹ of an absorbing chain: expected visits to each open state. */
const fundamental = (Q: Matrix): number[][] => inverse(Q.map((row, i) => row.map((x, j) => (i === j ? 1 : 0) - x)));

const rounded = (rows: Matrix, digits: number): number[][] =>
  rows.map((row) => row.map((x) => Number(x.toFixed(digits))));

interface Chain {
  readonly title: string;
  readonly Q: Matrix;
  /** Into paid and into lost. */
  readonly R: Matrix;
  readonly absorbed: Matrix;
  readonly digits: number;
}

const CHAINS: readonly Chain[] = [
  {
    title: 'Taha, Operations Research, problem 17-3 (after Cyert, Davidson and Thompson): ledger by quarters late',
    Q: [
      [0, 0.15, 0.15, 0.6, 0],
      [0, 0, 0.24, 0.12, 0.56],
      [0, 0, 0, 0.2, 0.7],
      [0, 0, 0, 0, 0.5],
      [0, 0, 0, 0, 0],
    ],
    R: [
      [0.1, 0],
      [0.08, 0],
      [0.1, 0],
      [0.5, 0],
      [0.25, 0.75],
    ],
    absorbed: [
      [0.59365, 0.40635],
      [0.391, 0.609],
      [0.4, 0.6],
      [0.625, 0.375],
      [0.25, 0.75],
    ],
    digits: 5,
  },
  {
    title: 'UC Ltd: two ages of accounts',
    Q: [
      [0.5, 0.2],
      [0.3, 0.1],
    ],
    R: [
      [0.3, 0],
      [0.5, 0.1],
    ],
    absorbed: [
      [0.94872, 0.05128],
      [0.87179, 0.12821],
    ],
    digits: 5,
  },
  {
    title: 'the textbook ledger of accounts 0-30 and 31-90 days old',
    Q: [
      [0.3, 0.3],
      [0.3, 0.1],
    ],
    R: [
      [0.4, 0],
      [0.4, 0.2],
    ],
    absorbed: [
      [0.88889, 0.11111],
      [0.74074, 0.25926],
    ],
    digits: 5,
  },
];

describe('absorbing chains', () => {
  test.each(CHAINS)('$title: the published chances of being paid and lost', ({ Q, R, absorbed, digits }) => {
    expect(rounded(multiply(fundamental(Q), R), digits)).toEqual(absorbed);
  });

  test('Taha 17-3: the published mean quarters until an account is closed', () => {
    const quarters = fundamental(CHAINS[0]!.Q).map(sum);
    expect(quarters.map((x) => Number(x.toFixed(3)))).toEqual([2.533, 2.22, 2, 1.5, 1]);
  });

  test('UC Ltd: of 100,000 in proportion 70 to 30 the published 92,564.10 is paid', () => {
    const paid = multiply([[70_000, 30_000]], multiply(fundamental(CHAINS[1]!.Q), CHAINS[1]!.R));
    expect(paid[0]![0]).toBeCloseTo(92_564.1, 2);
  });

  test('the textbook ledger: 1,000 and 2,000 owed bring 2,370.37 and lose 629.63', () => {
    const { Q, R } = CHAINS[2]!;
    expect(rounded(fundamental(Q), 5)).toEqual([
      [1.66667, 0.55556],
      [0.55556, 1.2963],
    ]);
    expect(rounded(multiply([[1_000, 2_000]], multiply(fundamental(Q), R)), 2)).toEqual([[2_370.37, 629.63]]);
  });

  test('a provision matrix is a chain that moves one age on: the published loss rates and provision of 27,567', () => {
    const unpaid = [100_000, 50_000, 23_000, 8_000, 2_000];
    const Q = unpaid.map((owed, i) => unpaid.map((next, j) => (j === i + 1 ? next / owed : 0)));
    const R = unpaid.map((owed, i) => (i === unpaid.length - 1 ? [0, 1] : [1 - unpaid[i + 1]! / owed, 0]));
    const rates = multiply(fundamental(Q), R).map(([, lost]) => lost!);
    expect(rates.map((rate) => Number((100 * rate).toFixed(1)))).toEqual([2, 4, 8.7, 25, 100]);
    const ageing = [300_000, 140_000, 60_000, 23_000, 5_000];
    const provisions = ageing.map((owed, i) => Math.round(owed * rates[i]!));
    expect(provisions).toEqual([6_000, 5_600, 5_217, 5_750, 5_000]);
    expect(sum(provisions)).toBe(27_567);
  });
});

/** Fader and Hardie's cohort: customers left after each year. */
const COHORT = [1_000, 631, 468, 382, 326] as const;

/** Log-likelihood of the beta-geometric model: the chance of leaving differs from one to the next and is drawn from a beta law. */
function betaGeometric(alpha: number, beta: number): number {
  let left = 1;
  let leaving = alpha / (alpha + beta);
  let likelihood = 0;
  for (let year = 1; year < COHORT.length; year++) {
    if (year > 1) leaving *= (beta + year - 2) / (alpha + beta + year - 1);
    left -= leaving;
    likelihood += (COHORT[year - 1]! - COHORT[year]!) * Math.log(leaving);
  }
  return likelihood + COHORT.at(-1)! * Math.log(left);
}

describe('a mixed cohort (Fader and Hardie)', () => {
  test('the likelihood is greatest at alpha .7637 and beta 1.2958, where it is -1401.56', () => {
    const most = betaGeometric(0.7637, 1.2958);
    expect(most).toBeCloseTo(-1401.56, 2);
    for (const [a, b] of [
      [0.02, 0],
      [-0.02, 0],
      [0, 0.02],
      [0, -0.02],
      [0.02, 0.03],
      [-0.02, -0.03],
    ] as const)
      expect(betaGeometric(0.7637 + a, 1.2958 + b)).toBeLessThan(most);
  });

  test('a mixture grows more stubborn with age, in the cohort and in the belief about a debtor', () => {
    const leaving = COHORT.slice(1).map((left, i) => 1 - left / COHORT[i]!);
    const known = hazards(500_000, undefined, DEFAULTS);
    const speed = [1, 2, 3, 6, 9, 12, 24].map((age) => {
      const { weights } = belief({ age, signs: {} }, known, DEFAULTS);
      return sum(Array.from(weights, (w, k) => w * known.pay[k]!));
    });
    for (const falling of [leaving, speed])
      for (const [i, x] of falling.entries()) if (i > 0) expect(x).toBeLessThan(falling[i - 1]!);
  });
});

/** ∫ f over [from, to] by Simpson's rule with 2n intervals. */
function integral(f: (t: number) => number, from: number, to: number, n = 2_000): number {
  const h = (to - from) / (2 * n);
  let total = f(from) + f(to);
  for (let i = 1; i < 2 * n; i++) total += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (total * h) / 3;
}

const KINDS = [0, 1, 2, 3, 4] as const;
const FAILED = 4;

/** A claim without signs, amounts at the reference so that hazards are those of the tables. */
const plain = (
  fields: Partial<Parameters<typeof settingOf>[0]> = {},
  facts: { limitation_months?: number } = {},
): Setting => settingOf({ amount: 500_000, overdue_days: 0, ...fields }, {}, { facts });

const prospectOf = (id: string, { c, state }: Setting, month = 0): Prospect =>
  optionNamed(id).prospect({ ...c, state, month }, {});

const forkTo = (prospect: Prospect, id: string, k: number): Fork =>
  prospect.event.next!.find(({ event, chance }) => event.id === id && chance[k]! > 0)!;

/** Present value at the start of one end of a tree, per unit of chance. */
const valueOfEnd = (event: Event, { c }: Setting, k: number): number =>
  sum(
    flowsOf({ c, moves: [] }, event).map(
      (flow) =>
        ((flow.principal ?? 0) * (flow.share ? flow.share[k]! : 1) - (flow.external ?? 0)) *
        c.discount(flow.at ?? event.at),
    ),
  );

describe('two phases: sound, then insolvent', () => {
  const known = hazards(500_000, undefined, DEFAULTS);

  test.each([0, 1, 2, 3])('kind %i: the closed form of who is still open agrees with the chain in small steps', (k) => {
    const [pay, fail, turn] = [known.pay[k]!, known.fail[k]!, known.deteriorate[k]!];
    const [payFailed, failFailed] = [known.pay[FAILED]!, known.fail[FAILED]!];
    const h = pay + fail + turn;
    const hFailed = payFailed + failFailed;
    const months = 12;
    const sound = Math.exp(-h * months);
    const failed = (turn * (Math.exp(-hFailed * months) - Math.exp(-h * months))) / (h - hFailed);
    // The same as an absorbing chain with tiny steps, moved on by squaring its transition matrix.
    const powers = 20;
    const dt = months / 2 ** powers;
    let P: Matrix = [
      [1 - h * dt, turn * dt, pay * dt, fail * dt],
      [0, 1 - hFailed * dt, payFailed * dt, failFailed * dt],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ];
    for (let i = 0; i < powers; i++) P = multiply(P, P);
    expect(P[0]![0]).toBeCloseTo(sound, 5);
    expect(P[0]![1]).toBeCloseTo(failed, 5);
    const paid = integral(
      (t) => pay * Math.exp(-h * t) + (payFailed * turn * (Math.exp(-hFailed * t) - Math.exp(-h * t))) / (h - hFailed),
      0,
      months,
    );
    expect(P[0]![2]).toBeCloseTo(paid, 5);
  });

  interface Silence {
    readonly age: number;
    /** Months in which the debtor was chased. */
    readonly effort_months: number;
  }
  const SILENCES: readonly Silence[] = [
    { age: 1, effort_months: 1 },
    { age: 3, effort_months: 3 },
    { age: 7.4, effort_months: 7.4 },
    { age: 12, effort_months: 12 },
    { age: 24, effort_months: 24 },
    { age: 6, effort_months: 2 },
    { age: 18, effort_months: 0 },
    { age: 40, effort_months: 40 },
  ];
  /** Rate at which those leave who are `month` months past due: what moves a debtor has mostly moved it early. */
  const speeds = ({ age, effort_months }: Silence, month: number): Vector => {
    const effort = (effort_months + DEFAULTS.hazard.passive_factor * (age - effort_months)) / age;
    return KINDS.map((k) => known.pay[k]! * worn(k, month) * effort + known.fail[k]!);
  };
  /** The stretches of silence in which hazards stay the same. */
  const stretches = (age: number): { readonly from: number; readonly months: number }[] =>
    [0, 3, 9].flatMap((from, i) => (from < age ? [{ from, months: Math.min(age, [3, 9, age][i]!) - from }] : []));
  const late = KINDS.map((k) => DEFAULTS.prior.due_weights[k]! * (1 - DEFAULTS.prior.paid_on_time[k]!));
  const shares = (w: Vector): number[] => w.map((x) => x / sum(w));

  /** The filter in steps, at most forty between two changes: those who pay or fail leave, then part of the rest turns insolvent. */
  function filtered(silence: Silence, step: number, most = 40): number[] {
    let w: Vector = late;
    for (const { from, months } of stretches(silence.age)) {
      const n = Math.min(most, Math.ceil(months / step));
      const h = months / n;
      const leaves = speeds(silence, from);
      for (let i = 0; i < n; i++) {
        const left = w.map((x, k) => x * Math.exp(-leaves[k]! * h));
        const turned = left.map((x, k) => (k === FAILED ? 0 : x * (1 - Math.exp(-known.deteriorate[k]! * h))));
        w = left.map((x, k) => x - turned[k]! + (k === FAILED ? sum(turned) : 0));
      }
    }
    return shares(w);
  }

  /** The limit of ever finer steps: the closed form of both phases. */
  function survival(silence: Silence): number[] {
    let w: Vector = late;
    for (const { from, months } of stretches(silence.age)) {
      const leaves = speeds(silence, from);
      const failing = leaves[FAILED]!;
      const sound = w.map((x, k) => x * Math.exp(-(leaves[k]! + known.deteriorate[k]!) * months));
      const turned = w.map((x, k) => {
        const turn = known.deteriorate[k]!;
        const h = leaves[k]! + turn;
        return k === FAILED ? 0 : (x * turn * (Math.exp(-failing * months) - Math.exp(-h * months))) / (h - failing);
      });
      w = sound.map((x, k) => x + (k === FAILED ? sum(turned) : 0));
    }
    return shares(w);
  }

  const apart = (a: Vector, b: Vector): number => Math.max(...a.map((x, k) => Math.abs(x - b[k]!)));

  test.each(SILENCES)(
    'after $age months of silence (chased $effort_months): the belief is the filter in quarter months',
    (silence) => {
      const { weights } = belief({ ...silence, signs: {} }, known, DEFAULTS);
      expect(apart(Array.from(weights), filtered(silence, 0.25))).toBeLessThan(1e-14);
    },
  );

  test.each(SILENCES)(
    'after $age months of silence (chased $effort_months): finer steps lead to the closed form, which is near',
    (silence) => {
      const exact = survival(silence);
      expect(apart(filtered(silence, 0.0005, Number.POSITIVE_INFINITY), exact)).toBeLessThan(1e-5);
      // What the quarter-month steps cost: less than half a percentage point in any weight.
      expect(apart(filtered(silence, 0.25), exact)).toBeLessThan(5e-3);
    },
  );
});

/** What is left of the payment hazard of a kind so many months past due: all of it, then less from the third and from the ninth on. */
function worn(k: number, month: number): number {
  const { from_3, from_9 } = DEFAULTS.hazard.wears_off;
  if (month < 3) return 1;
  return month < 9 ? from_3[k]! : from_9[k]!;
}

/** The end of a file, with nothing to expect. */
const END: Event = { id: 'end', at: 0 };

describe('pursuit: payment and failure compete', () => {
  const setting = plain({ overdue_days: 60, pd: 0.2 });
  const { pay, fail } = setting.c.debtor.hazards;

  test.each(KINDS)('kind %i: a month’s chances are the integrals of the competing hazards', (k) => {
    const prospect = prospectOf('pursue', setting);
    const open = (t: number) => Math.exp(-(pay[k]! + fail[k]!) * t);
    expect(forkTo(prospect, 'paid', k).chance[k]).toBeCloseTo(
      integral((t) => pay[k]! * open(t), 0, 1),
      12,
    );
    expect(forkTo(prospect, 'insolvent', k).chance[k]).toBeCloseTo(
      integral((t) => fail[k]! * open(t), 0, 1),
      12,
    );
    expect(prospect.staysOpen![k]).toBeCloseTo(open(1), 12);
  });

  test('the month of the due date: those who pay on the day, then the hazard for the rest of the month', () => {
    const early = plain({ overdue_days: undefined, due_date: '2026-06-16' });
    const { due_in } = early.c.facts;
    const hazard = early.c.debtor.hazards;
    const prospect = prospectOf('pursue', early);
    for (const k of KINDS) {
      const onTime = DEFAULTS.prior.paid_on_time[k]!;
      const after = integral((t) => hazard.pay[k]! * Math.exp(-hazard.pay[k]! * t), 0, 1 - due_in);
      const survives = Math.exp(-hazard.fail[k]!);
      expect(forkTo(prospect, 'paid', k).chance[k]).toBeCloseTo(survives * (onTime + (1 - onTime) * after), 12);
      expect(prospect.staysOpen![k]).toBeCloseTo(survives * (1 - onTime) * (1 - after), 12);
    }
  });

  test('pursuing for half a year and no more: paid, failed and open as in the absorbing chain of its months', () => {
    const { c, state, weights } = plain({ overdue_days: 60, pd: 0.2, effort_months: 0 });
    const months = 6;
    // Nothing else may be done, and nothing is expected of those still open at the end.
    const end = {
      ...optionNamed('write_off'),
      bars: () => [],
      prospect: () => ({ event: END, open: { from: months } }),
    };
    const moves = [optionNamed('pursue'), end].map((option) => ({ option, terms: {} }));
    const solution = solveBoard(board(c, moves), { weights, state, months });
    const { chance, principal } = outcomes(solution, solution.first[0]!, weights, new TerminalsCache());
    const { paid_share } = c.debtor;
    const dividend = DEFAULTS.insolvency.dividend * 500_000;
    const received = (amount: number) => sum([...chance].filter((_, i) => Math.abs(principal[i]! - amount) < 1e-6));

    // Two transient states per kind and month, sound and turned insolvent; absorbed in paid (by the share it brings), failed, or still open.
    const turn = c.debtor.hazards.deteriorate;
    const stepOf = (k: number, i: number) => {
      const pays = pay[k]! * worn(k, c.facts.age + i);
      const h = pays + fail[k]!;
      const out = 1 - Math.exp(-h);
      return { paid: (out * pays) / h, fails: (out * fail[k]!) / h, stays: 1 - out };
    };
    const byKind = KINDS.map((k) => {
      const turns = k === FAILED ? 0 : 1 - Math.exp(-turn[k]!);
      const Q: number[][] = [];
      const R: number[][] = [];
      // First the sound of every month, then those who have turned.
      for (let s = 0; s < 2 * months; s++) {
        const [i, isTurned] = [s % months, s >= months];
        const { paid, fails, stays } = stepOf(isTurned ? FAILED : k, i);
        const row = new Array<number>(2 * months).fill(0);
        const isLast = i === months - 1;
        if (!isLast && !isTurned) row[i + 1] = stays * (1 - turns);
        if (!isLast) row[months + i + 1] = isTurned ? stays : stays * turns;
        Q.push(row);
        R.push([isTurned ? 0 : paid, isTurned ? paid : 0, fails, isLast ? stays : 0]);
      }
      return multiply(fundamental(Q), R)[0]!;
    });
    for (const k of KINDS) {
      const amount = 500_000 * paid_share[k]!;
      const paid =
        weights[k]! * byKind[k]![0]! + (k === FAILED ? sum(KINDS.map((j) => weights[j]! * byKind[j]![1]!)) : 0);
      expect(received(amount)).toBeCloseTo(paid, 10);
    }
    expect(received(dividend)).toBeCloseTo(sum(KINDS.map((k) => weights[k]! * byKind[k]![2]!)), 10);
    expect(received(0)).toBeCloseTo(sum(KINDS.map((k) => weights[k]! * byKind[k]![3]!)), 10);
  });
});

describe('waiting: the closed form of what comes in by itself', () => {
  const passive = DEFAULTS.hazard.passive_factor;

  interface Waiting {
    readonly title: string;
    readonly setting: Setting;
    /** Months over which payments still come in, and from when. */
    readonly from: number;
    readonly months: number;
    readonly factor: PerKind | null;
  }
  const CASES: readonly Waiting[] = [
    {
      title: 'the period still runs for ten months',
      setting: plain({ overdue_days: 90, pd: 0.1 }, { limitation_months: 10 }),
      from: 0,
      months: 10,
      factor: null,
    },
    {
      title: 'four years at most',
      setting: plain({ overdue_days: 90 }, { limitation_months: 57 }),
      from: 0,
      months: 48,
      factor: null,
    },
    {
      title: 'the period has ended',
      setting: plain({ overdue_days: 1_900 }, { limitation_months: 0 }),
      from: 0,
      months: 36,
      factor: DEFAULTS.hazard.after_limitation,
    },
    {
      title: 'not yet due',
      setting: plain({ overdue_days: undefined, due_date: '2026-08-01' }),
      from: 61 / 30.4375,
      months: 48,
      factor: null,
    },
  ];

  test.each(CASES)(
    '$title: chances and present values are those of the integrals',
    ({ setting, from, months, factor }) => {
      const { c } = setting;
      const prospect = prospectOf('wait', setting);
      const { pay, fail, deteriorate } = c.debtor.hazards;
      for (const k of KINDS) {
        const speed = passive * pay[k]! * worn(k, c.facts.age) * (factor ? factor[k]! : 1);
        const h = speed + fail[k]! + deteriorate[k]!;
        const onTime = from > 0 ? DEFAULTS.prior.paid_on_time[k]! * Math.exp(-fail[k]! * from) : 0;
        const late = 1 - onTime;
        const chance = (hazard: number) => late * integral((t) => hazard * Math.exp(-h * t), 0, months);
        const present = (hazard: number) =>
          late * integral((t) => hazard * Math.exp(-h * t) * c.discount(from + t), 0, months);

        const paid = forkTo(prospect, 'paid_unprompted', k);
        expect(paid.chance[k]).toBeCloseTo(chance(speed), 10);
        expect(paid.chance[k]! * valueOfEnd(paid.event, setting, k)).toBeCloseTo(
          present(speed) * 500_000 * c.debtor.paid_share[k]!,
          4,
        );
        const failure = forkTo(prospect, 'insolvent', k);
        const { dividend, dividend_months, proof_cost } = DEFAULTS.insolvency;
        const left = Math.max(0, dividend * 500_000 * c.discount(dividend_months) - proof_cost);
        expect(failure.chance[k]).toBeCloseTo(chance(fail[k]!), 10);
        expect(failure.chance[k]! * valueOfEnd(failure.event, setting, k)).toBeCloseTo(present(fail[k]!) * left, 4);
        if (from > 0) expect(forkTo(prospect, 'paid_on_time', k).chance[k]).toBeCloseTo(onTime, 12);
      }
    },
  );
});

/** Collectability by months past due, percent (Commercial Collection Agency Association, poll of 2004). */
const POLL = [
  [1, 89.9],
  [2, 81.3],
  [3, 69.6],
  [6, 52.1],
  [9, 39.1],
  [12, 22.8],
  [24, 9.3],
] as const;

describe('the age curve', () => {
  const a = DEFAULTS;
  const { pay, fail, deteriorate } = hazards(a.hazard.amount_reference, undefined, a);
  const { from_3, from_9 } = a.hazard.wears_off;
  const STEP = 0.02;

  /** Share of a claim that chasing alone still brings from an age on, by kind: backwards from ten years, in small steps. */
  function collected(from: number): number[] {
    let share = [0, 0, 0, 0, 0];
    for (let age = 120; age > from; age -= STEP) {
      const worn = age <= 3 ? [1, 1, 1, 1, 1] : age <= 9 ? from_3 : from_9;
      share = share.map((later, k) => {
        const paying = pay[k]! * worn[k]! * STEP;
        const turning = deteriorate[k]! * STEP;
        return (
          paying * a.hazard.paid_share[k]! + turning * share[4]! + (1 - paying - turning - fail[k]! * STEP) * later
        );
      });
    }
    return share;
  }

  test.each(POLL)(
    '%d months past due, without signs, chasing brings what agencies say, within 8 points',
    (age, percent) => {
      const { weights } = belief({ age, signs: {} }, { pay, late: pay, fail, deteriorate }, a);
      const share = 100 * sum(weights.map((weight, k) => weight * collected(age)[k]!));
      expect(Math.abs(share - percent)).toBeLessThan(8);
    },
  );
});
