// The engine against the prototype's numbers: fourteen receivables with the belief, the value of every option, alone and with the best
// sequence after it, its bridge, quantiles and timetable. Where the two decide otherwise, the difference stands in a table here with
// its reason; a difference that is not in the table fails, and so does an entry that is not needed any more.

import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../src/assumptions/values.ts';
import { type Decision, decideCase, type OpenOption } from '../src/decision/programme/decide.ts';
import { Programme } from '../src/decision/programme/programme.ts';
import { tieBand } from '../src/decision/programme/rank.ts';
import type { ProgrammeNode, ValuedMove } from '../src/decision/programme/solution.ts';
import { bridgeLines } from '../src/report/bridge.ts';
import {
  BANKRUPT,
  GOLDEN,
  type GoldenBridge,
  type GoldenCase,
  type GoldenOption,
  goldenOptions,
  goldenSetting,
  optionId,
  PROTOTYPE_OPTIONS,
  shortName,
} from './golden_cases.ts';

/** `strict`: after a missed instalment only the exits that the prototype considered; `full`: the engine as it is. */
type Run = 'strict' | 'full';
const RUNS: readonly Run[] = ['strict', 'full'];

type Field = 'value' | 'alone' | 'bridge' | 'p10' | 'p50' | 'p90' | 'timetable';

const REASONS = {
  relationship:
    'the relationship is charged at the start of an option on the weights as labelled; courts charged it on drifted ones',
  liquidity: 'all flows share one discount function; waiting and the outlook of the steps after it did not',
  every_exit: 'after a missed instalment every exit that may follow is considered',
  sale_after_miss:
    'after a missed instalment a standing offer for the claim has fallen at its own rate, not at that of ageing',
  renewal: 'a signed plan renews the limitation period, also for waiting after it is broken',
  outcome_with_relationship: 'the relationship is part of every outcome, so it moves the quantiles',
  age_cap:
    'late interest is valued up to the age beyond which silence teaches nothing, so that older is not worth more',
  two_outcomes: 'a payment on the due date and one after it are two outcomes, not one at their mean date',
} as const;

interface Traced {
  readonly runs: readonly Run[];
  readonly case: string;
  readonly options: readonly string[];
  readonly fields: readonly Field[];
  readonly reason: keyof typeof REASONS;
}

const QUANTILES = ['p10', 'p50', 'p90'] as const;

const TRACED: readonly Traced[] = [
  {
    runs: ['full'],
    case: 'S1',
    options: ['plan', 'demand', 'pursue', 'settle'],
    fields: ['value'],
    reason: 'every_exit',
  },
  { runs: RUNS, case: 'S4', options: ['pursue', 'wait'], fields: ['value', 'alone'], reason: 'liquidity' },
  { runs: RUNS, case: 'S4', options: ['factor', 'sell'], fields: QUANTILES, reason: 'outcome_with_relationship' },
  { runs: RUNS, case: 'S4b', options: ['wait'], fields: QUANTILES, reason: 'two_outcomes' },
  {
    runs: RUNS,
    case: 'S6',
    options: ['resolve_dispute', 'plan', 'pursue', 'settle', 'demand'],
    fields: ['value'],
    reason: 'relationship',
  },
  { runs: RUNS, case: 'S6', options: ['wait', 'sell'], fields: QUANTILES, reason: 'outcome_with_relationship' },
  {
    runs: RUNS,
    case: 'S7',
    options: ['demand', 'payment_order', 'pursue', 'settle', 'suit'],
    fields: ['alone', 'value'],
    reason: 'age_cap',
  },
  { runs: RUNS, case: 'S7', options: ['plan'], fields: ['value'], reason: 'age_cap' },
  { runs: RUNS, case: 'S7', options: ['plan'], fields: ['alone'], reason: 'renewal' },
  {
    runs: RUNS,
    case: 'S8',
    options: ['plan', 'pursue', 'demand', 'settle'],
    fields: ['value'],
    reason: 'relationship',
  },
  { runs: RUNS, case: 'S8', options: ['plan'], fields: ['alone'], reason: 'renewal' },
  { runs: RUNS, case: 'S8', options: ['wait', 'sell'], fields: QUANTILES, reason: 'outcome_with_relationship' },
  {
    runs: RUNS,
    case: 'S9',
    options: ['pursue', 'plan', 'settle', 'demand'],
    fields: ['value'],
    reason: 'relationship',
  },
  { runs: RUNS, case: 'S9', options: ['wait', 'sell'], fields: QUANTILES, reason: 'outcome_with_relationship' },
  { runs: RUNS, case: 'S13', options: ['plan'], fields: ['value'], reason: 'sale_after_miss' },
];

const keyOf = (option: string, field: Field): string => `${option} ${field}`;

/** Everything the table allows to differ in a case, each once. */
const tracedIn = (id: string, run: Run): string[] =>
  TRACED.filter((entry) => entry.case === id && entry.runs.includes(run)).flatMap(({ options, fields }) =>
    options.flatMap((option) => fields.map((field) => keyOf(option, field))),
  );

const BRIDGE: Readonly<Record<keyof GoldenBridge, string>> = {
  face: 'face',
  conceded: 'conceded',
  notRecovered: 'not_recovered',
  delayInterest: 'late_interest',
  externalCosts: 'external_costs',
  fees: 'fees',
  internalCosts: 'own_time',
  relationship: 'relationship',
  timeValue: 'time_value',
  net: 'net',
};

/** One golden option beside ours. */
interface Pair {
  readonly id: string;
  readonly golden: GoldenOption;
  readonly open: OpenOption;
}

interface Compared {
  readonly golden: GoldenCase;
  readonly decision: Decision;
  readonly face: number;
  readonly pairs: readonly Pair[];
}

function compare(golden: GoldenCase, run: Run): Compared {
  const { c } = goldenSetting(golden.receivable);
  const options = goldenOptions(golden, run === 'strict');
  const decision = decideCase({ options, consider: new Set(options.map(({ id }) => id)) }, c);
  // With an offer of the debtor's own on the table, ours is that one; the level the prototype also tried is not offered.
  const comparable = golden.options.filter(({ action }) => !(action === 'settle' && golden.receivable.debtorOffer));
  const pairs = comparable.map((one): Pair => {
    const id = optionId(one.action);
    const open = decision.open.find(({ option }) => option.id === id);
    if (!open) throw new Error(`${golden.id}: ${id} is not open`);
    return { id, golden: one, open };
  });
  return { golden, decision, face: golden.receivable.amount, pairs };
}

const COMPARED: Readonly<Record<Run, readonly Compared[]>> = {
  strict: GOLDEN.map((golden) => compare(golden, 'strict')),
  full: GOLDEN.map((golden) => compare(golden, 'full')),
};

/** The steps of a policy where they change: action, month, chance of getting there, value there per yen still open. */
function timetable(
  { solution, case: c }: Decision,
  valued: ValuedMove,
  face: number,
): [string, number, number, number][] {
  const rows: [string, number, number, number][] = [];
  let node: ProgrammeNode = { month: 0, made: 0 };
  let next = valued;
  for (;;) {
    const open = solution.weights(node).reduce((sum, w) => sum + w, 0);
    const { id } = next.move.option;
    const share = solution.value(node) / (open * c.discount(node.month) * face);
    if (open > 0 && rows.at(-1)?.[0] !== id) rows.push([id, node.month, open, share]);
    if (!next.to) return rows;
    node = next.to;
    const best = solution.best(node);
    if (!best) return rows;
    next = best;
  }
}

const bridge = (open: OpenOption, face: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    bridgeLines(open, face, { tax: false, liquidityCost: null }).map(({ step, amount }) => [step, amount]),
  );

/** Golden timetables are rounded to the sixth decimal. */
const ROUNDED = 1e-6;

function sameTimetable({ golden, open }: Pair, decision: Decision, face: number): boolean {
  const ours = timetable(decision, open.valued, face);
  return (
    ours.length === golden.timetable.length &&
    golden.timetable.every(([action, month, reached, share], i) => {
      const row = ours[i]!;
      // The first row holds the value of the best first step, which is compared on its own.
      const worth = i === 0 || share === null || Math.abs(row[3] - share) <= ROUNDED;
      return row[0] === optionId(action) && row[1] === month && Math.abs(row[2] - reached) <= ROUNDED && worth;
    })
  );
}

/** Every field of a case that differs by more than a yen. What is computed from a value that differs is not compared further. */
function differences({ pairs, decision, face }: Compared): string[] {
  const off = (ours: number, theirs: number): boolean => Math.abs(ours - theirs) > 1;
  return pairs.flatMap((pair) => {
    const { id, golden, open } = pair;
    const found: Field[] = [];
    if (off(open.alone, golden.alone)) found.push('alone');
    if (off(open.value, golden.value)) return [...found, 'value' as const].map((field) => keyOf(id, field));
    const steps = bridge(open, face);
    const names = Object.keys(BRIDGE) as (keyof GoldenBridge)[];
    if (names.some((name) => off(steps[BRIDGE[name]]!, golden.bridge[name]))) found.push('bridge');
    for (const quantile of QUANTILES) if (off(open.spread[quantile], golden[quantile])) found.push(quantile);
    if (!sameTimetable(pair, decision, face)) found.push('timetable');
    return found.map((field) => keyOf(id, field));
  });
}

describe('belief', () => {
  test.each(GOLDEN)('$id: the weights agree to 1e-6', ({ receivable, typeWeights }) => {
    const { weights } = goldenSetting(receivable);
    for (const [k, weight] of typeWeights.entries()) expect(Math.abs(weights[k]! - weight)).toBeLessThan(1e-6);
  });
});

/**
 * Values that move by more than a hundredth of face: waiting, now that a liquidity need discounts it like all else, and those of a claim
 * five years old, whose late interest is no longer valued beyond the age cap.
 */
const BEYOND_ONE_PERCENT: ReadonlySet<string> = new Set([
  'S4 wait',
  ...['demand', 'payment_order', 'plan', 'pursue', 'settle', 'suit'].map((id) => `S7 ${id}`),
]);

describe.each(RUNS)('values, %s', (run) => {
  test.each(COMPARED[run])(
    '$golden.id: every option within a hundredth of face, with and without a sequence',
    (one) => {
      for (const { id, golden, open } of one.pairs) {
        const far = Math.max(Math.abs(open.value - golden.value), Math.abs(open.alone - golden.alone)) > one.face / 100;
        expect([id, far]).toEqual([id, BEYOND_ONE_PERCENT.has(`${shortName(one.golden.id)} ${id}`)]);
      }
    },
  );

  test.each(COMPARED[run])('$golden.id: the same best first step, or one tied with it, in both numbers', (one) => {
    const band = tieBand(one.face);
    const best = one.pairs[0]!;
    const chosen = one.decision.open[0]!;
    const top = Math.max(...one.decision.open.map(({ value }) => value));
    expect(top - best.open.value).toBeLessThanOrEqual(band);
    const theirs = one.pairs.find(({ open }) => open === chosen)!.golden.value;
    expect(best.golden.value - theirs).toBeLessThanOrEqual(band);
  });

  test.each(COMPARED[run])('$golden.id: every difference above a yen stands in the table, and no other does', (one) => {
    expect(differences(one).sort()).toEqual(tracedIn(shortName(one.golden.id), run).sort());
  });
});

describe('what agrees to a yen', () => {
  test('without relationship and liquidity: every first step of every claim within the age cap but the sale after a broken plan', () => {
    const plain = COMPARED.strict.filter(
      ({ golden: { receivable } }) => !receivable.relationship && !receivable.liquidity,
    );
    expect(plain.map(({ golden }) => shortName(golden.id))).toEqual([
      'S1',
      'S2',
      'S3',
      'S4b',
      'S7',
      'S10',
      'S11',
      'S12',
      'S13',
    ]);
    const differing = plain.flatMap(({ golden, pairs }) =>
      pairs
        .filter(({ golden: theirs, open }) => Math.abs(theirs.value - open.value) > 1)
        .map(({ id }) => `${shortName(golden.id)} ${id}`),
    );
    // The one claim older than the age cap; every one of its differences stands in the table.
    expect(differing.filter((one) => !one.startsWith('S7 '))).toEqual(['S13 plan']);
  });

  test('no entry of the table names a case, option or reason that does not exist', () => {
    for (const entry of TRACED) {
      const { pairs } = COMPARED.full.find(({ golden }) => shortName(golden.id) === entry.case)!;
      const ids = pairs.map(({ id }) => id);
      for (const option of entry.options) expect(ids).toContain(option);
      expect(REASONS[entry.reason].length).toBeGreaterThan(0);
    }
  });

  test('bridges of whole yen sum exactly, in every case and for every option', () => {
    for (const { decision, face } of COMPARED.full)
      for (const open of decision.open) {
        const { net, ...steps } = bridge(open, face);
        expect(Object.values(steps).reduce((sum, amount) => sum + amount, 0)).toBe(net);
        expect(Math.abs(net! - open.value)).toBeLessThanOrEqual(0.5 + 1e-6);
      }
  });
});

describe('an opened bankruptcy', () => {
  const { c } = goldenSetting(BANKRUPT.receivable);
  const stated = (action: string): number => BANKRUPT.options.find((option) => option.action === action)!.value;
  const consider = new Set(['offset', 'prove_claim', 'wait', 'write_off']);
  const decision = decideCase({ options: PROTOTYPE_OPTIONS, consider }, c);
  const worth = (id: string): number | undefined => decision.open.find(({ option }) => option.id === id)?.value;

  test('setting off what we owe and proving the rest comes first', () => {
    expect(decision.open[0]!.option.id).toBe('offset');
    expect(worth('offset')).toBeCloseTo(stated('offset+proof'), 6);
    expect(decision.open[0]!.valued.rest!.best({ month: 0, made: 0 })!.move.option.id).toBe('prove_claim');
  });

  test('proving what set-off leaves is worth what the prototype states for the proof', () => {
    expect(decision.open[0]!.valued.rest!.value({ month: 0, made: 0 })).toBeCloseTo(stated('proofOfClaim'), 6);
  });

  test('proving the whole claim instead brings the dividend on the whole', () => {
    const { dividend, dividend_months, proof_cost } = DEFAULTS.insolvency;
    expect(worth('prove_claim')).toBeCloseTo(2_500_000 * dividend * c.discount(dividend_months) - proof_cost, 6);
  });

  test('waiting is worth nothing', () => expect(worth('wait')).toBe(stated('stop')));

  test('everything that proceedings stay is closed', () => {
    const all = decideCase({ options: PROTOTYPE_OPTIONS, consider: new Set(PROTOTYPE_OPTIONS.map(({ id }) => id)) }, c);
    const stayed = all.closed.filter(({ bars }) => bars.some(({ code }) => code === 'stayed_by_insolvency'));
    expect(stayed.map(({ option }) => option.id)).toEqual(
      expect.arrayContaining(['pursue', 'demand', 'plan', 'settle', 'payment_order', 'suit', 'enforce']),
    );
  });
});

/** Terms that differ from the prototype's, and why. */
const OTHER_TERMS: Readonly<Record<string, { readonly plan: string; readonly reason: string }>> = {
  S11: {
    plan: '6 false',
    reason: 'terms are chosen by their gain over the best policy without the offer that the debtor itself has made',
  },
};

describe('terms chosen', () => {
  test.each(GOLDEN)(
    '$id: the plan and the level of a settlement are those the prototype chose, but for a listed reason',
    (golden) => {
      const { c, state, weights } = goldenSetting(golden.receivable);
      const options = PROTOTYPE_OPTIONS.filter(({ id }) => id !== 'factor' || golden.receivable.factoring);
      const { moves } = new Programme(c, options, state).solve(weights);
      const termsOf = (id: string) => moves.find(({ option }) => option.id === id)!.terms as Record<string, unknown>;
      const { instalments, deed } = termsOf('plan');
      const { planN, settleY, deed: withDeed } = golden.offers;
      expect(`${instalments} ${deed}`).toBe(OTHER_TERMS[shortName(golden.id)]?.plan ?? `${planN} ${withDeed}`);
      if (!golden.receivable.debtorOffer) expect(termsOf('settle')).toEqual({ level: settleY });
    },
  );
});
