// The exact outcomes of a policy against a simulation of the same model, event by event: a debtor of a hidden kind is drawn from the
// belief, deteriorates, pays, fails, answers offers, is sued. Steps are those of the exported policy; the generator is seeded, so the
// same paths come up in every run. Beside it, what must hold exactly: chances, values and bridges add up.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PerKind } from '../src/assumptions/kinds.ts';
import { decideCase } from '../src/decision/programme/decide.ts';
import { TerminalsCache } from '../src/decision/programme/outcome_list.ts';
import { outcomes } from '../src/decision/programme/outcomes.ts';
import type { ProgrammeNode, Solution, ValuedMove } from '../src/decision/programme/solution.ts';
import { spreadOf } from '../src/decision/programme/spread.ts';
import type { Move } from '../src/decision/tree/family_tree.ts';
import type { Case, Event, Flow, Prospect, State } from '../src/options/option.ts';
import { bridgeLines } from '../src/report/bridge.ts';
import { money } from '../src/values/money.ts';
import { GOLDEN, goldenSetting, OPTIONS, type Setting, settingOf } from './golden_cases.ts';
import {
  behaving,
  bestExit,
  FAILED,
  flowOf,
  flowsOf,
  isOpen,
  KINDS,
  ordinaryOf,
  soundIn,
  sum,
  turningIn,
  type Vector,
  type World,
} from './plain_steps.ts';
import { generator } from './random.ts';
import { tries } from './tries.ts';

const PATHS = tries(50_000, 200_000);

/** One simulated history. */
interface History {
  present: number;
  principal: number;
}

/** A simulated debtor: its kind, and whether it has turned insolvent by a month. */
interface Debtor {
  readonly label: number;
  month: number;
  turned: boolean;
}

/** A tree as a policy uses it: its event, the claim it stands for, the month it is reckoned from, and what follows its choices. */
interface Branch {
  readonly event: Event;
  readonly state: State;
  readonly start: number;
  /** The exits taken where the tree goes on, decided for everybody who arrives there together. */
  readonly taken: ReadonlyMap<Event, Branch>;
}

/** One step of the policy, prepared once. */
interface Stage {
  readonly move: Move;
  readonly month: number;
  readonly state: State;
  readonly prospect: Prospect;
  readonly branch: Branch;
  /** Ordinary pursuit while an offer is considered, month by month. */
  readonly meanwhile: readonly Stage[];
  readonly next: Stage | null;
}

/** Decides the choices of a tree for the weights that enter it. */
function branchOf(world: World, event: Event, state: State, start: number, weights: Vector): Branch {
  const taken = new Map<Event, Branch>();
  const visit = (e: Event, here: Vector): void => {
    if (e.goes_on) {
      const after = { ...state, ...e.goes_on };
      const exit = sum(here) > 0 ? bestExit(world, after, start + e.at, here) : null;
      if (exit) taken.set(e, branchOf(world, exit.prospect.event, after, start + e.at, here));
      return;
    }
    for (const { chance, turned, event: next } of e.next ?? []) {
      const on = here.map((w, k) => w * chance[k]!);
      const failed = sum(on.map((w, k) => w * (turned?.[k] ?? 0)));
      visit(
        next,
        on.map((w, k) => w * (1 - (turned?.[k] ?? 0)) + (k === FAILED ? failed : 0)),
      );
    }
  };
  visit(event, weights);
  return { event, state, start, taken };
}

class Simulation {
  readonly #world: World;
  readonly #c: Case;
  readonly #solution: Solution;
  readonly #draw: () => number;
  readonly #stages = new Map<string, Stage>();
  readonly #sound = new Map<number, Vector>();

  constructor(c: Case, solution: Solution, draw: () => number) {
    this.#world = { c, moves: solution.board.moves };
    this.#c = c;
    this.#solution = solution;
    this.#draw = draw;
  }

  #soundness(month: number): Vector {
    const known = this.#sound.get(month) ?? soundIn(this.#world, month);
    this.#sound.set(month, known);
    return known;
  }

  /** Lets a debtor live until a month, unless it has turned insolvent already. */
  #live(debtor: Debtor, month: number): void {
    for (; debtor.month < month; debtor.month++)
      debtor.turned ||= this.#draw() < turningIn(this.#world, debtor.label, debtor.month);
  }

  /** How a debtor behaves in a month: as it is labelled, or insolvent if it has turned so; in court it may have nothing left to take, too. */
  #behaves(debtor: Debtor, month: number, move?: Move): number {
    this.#live(debtor, month);
    if (debtor.label === FAILED || debtor.turned) return FAILED;
    if (move?.option.fades !== true) return debtor.label;
    const since = Math.max(0, month - this.#c.facts.due_in);
    return this.#draw() < Math.exp(-this.#c.a.enforce.fades[debtor.label]! * since) ? debtor.label : FAILED;
  }

  /** The first month in which an offer can be made; its yes is reckoned as of that month, unless cash is needed by a day. */
  #reckoned(move: Move, month: number): number {
    if (this.#c.facts.liquidity) return month;
    for (let i = 0; i < month; i++) if (isOpen(this.#world, move, this.#solution.state, i)) return i;
    // It comes after another offer: as soon as that one has been considered.
    return this.#solution.timetable.offers.find((offer) => offer.move === move)?.first ?? month;
  }

  #pursuit(state: State, month: number): Stage | null {
    const move = ordinaryOf(this.#world);
    const prospect = move && isOpen(this.#world, move, state, month);
    if (!prospect) return null;
    const branch: Branch = { event: prospect.event, state, start: month, taken: new Map() };
    return { move, month, state, prospect, branch, meanwhile: [], next: null };
  }

  /** Prepares a step and all that come after it. */
  stage({ move, to }: ValuedMove, node: ProgrammeNode): Stage {
    const key = `${node.month} ${node.made} ${move.option.id}`;
    const known = this.#stages.get(key);
    if (known) return known;
    const { month } = node;
    const state = this.#solution.stateAfter(node.made);
    const offers = this.#solution.offers.filter((_, offer) => node.made & (1 << offer));
    const prospect = isOpen(this.#world, move, state, month, offers);
    if (!prospect) throw new Error(`${move.option.id} is not open in month ${month}`);
    const { acceptance: taken, voidIfFailed: lapses, window = 1 } = prospect;
    const yes = Array.from(this.#solution.weights(node), (w, k) => w * (taken ? taken[k]! : 1));
    const sound = this.#soundness(month);
    const entering = lapses ? yes.map((w, k) => w * sound[k]!) : behaving(this.#world, yes, month, move);
    const months = taken ? Array.from({ length: window }, (_, j) => month + j) : [];
    const made: Stage = {
      move,
      month,
      state,
      prospect,
      branch: branchOf(this.#world, prospect.event, state, taken ? this.#reckoned(move, month) : month, entering),
      meanwhile: months.map((m) => this.#pursuit(state, m)).filter((one) => one !== null),
      next: to && this.#stageAfter(to),
    };
    this.#stages.set(key, made);
    return made;
  }

  #stageAfter(to: ProgrammeNode): Stage | null {
    const best = this.#solution.best(to);
    return best && this.stage(best, to);
  }

  #receive(history: History, flow: Flow, month: number, behaves: number, scale: number): number {
    const { present, principal } = flowOf(this.#world, flow, month, behaves);
    history.present += present * scale;
    history.principal += principal;
    return principal;
  }

  /** Walks one event tree to its end. True when the claim stays open: only where nothing of an effort has happened. */
  #walk(
    history: History,
    { event: root, state, start, taken }: Branch,
    kind: number,
    scale: number,
    effort: boolean,
  ): boolean {
    const { claim } = this.#c.facts;
    let behaves = kind;
    let paid = 0;
    let event = root;
    for (;;) {
      for (const flow of flowsOf(this.#world, event))
        paid += this.#receive(history, flow, start + (flow.at ?? event.at), behaves, scale);
      if (event.goes_on) {
        const exit = taken.get(event);
        if (exit) this.#walk(history, exit, behaves, scale, false);
        return false;
      }
      let left = this.#draw();
      const fork = event.next?.find(({ chance }) => {
        left -= chance[behaves]!;
        return left < 0;
      });
      if (fork) {
        if (fork.turned && this.#draw() < fork.turned[behaves]!) behaves = FAILED;
        event = fork.event;
        continue;
      }
      if (effort && event === root) return true;
      const consumption = claim.consumption_tax_rate;
      const lost = Math.max(0, state.balance - paid);
      // Whoever books without consumption tax loses the rest alone, and has the tax back whole.
      const relieved = event.relief && consumption !== undefined ? lost - lost / (1 + consumption) : 0;
      const back = (claim.tax_rate ?? 0) * (lost - relieved) + relieved;
      if (back > 0)
        history.present +=
          back * this.#c.discount(start + (event.closes ?? event.at) + this.#c.a.tax.lag_months) * scale;
      return false;
    }
  }

  #loseRelationship(history: History, { prospect, month }: Stage, label: number): void {
    const { margin_per_year, relationship_years } = this.#c.facts;
    const value = margin_per_year * relationship_years * this.#c.a.relationship.weight[label]!;
    history.present -= (prospect.relationship ?? 0) * value * this.#c.discount(month);
  }

  /** One step of an effort; true when the claim stays open. */
  #effort(history: History, stage: Stage, debtor: Debtor): boolean {
    const { prospect, branch, month } = stage;
    this.#loseRelationship(history, stage, debtor.label);
    const open = this.#walk(history, branch, this.#behaves(debtor, month), 1, true);
    if (stage.move !== ordinaryOf(this.#world)) {
      // Whoever is left by another effort is held to be as sound as those whom ordinary pursuit would have left.
      debtor.month = month + (prospect.window ?? 1);
      debtor.turned = this.#draw() >= this.#soundness(debtor.month)[debtor.label]!;
    }
    if (open)
      for (const flow of prospect.flowsIfOpen ?? [])
        this.#receive(history, flow, month + (prospect.window ?? 1), FAILED, 1);
    return open;
  }

  /** Plays one debtor of a kind to the end of the policy. */
  play(first: Stage, label: number): History {
    const history: History = { present: 0, principal: 0 };
    const debtor: Debtor = { label, month: 0, turned: false };
    let stage: Stage | null = first;
    while (stage) {
      const { prospect, branch, month, state } = stage;
      if (prospect.acceptance) {
        this.#loseRelationship(history, stage, label);
        for (const flow of prospect.asking ?? []) this.#receive(history, flow, month + (flow.at ?? 0), FAILED, 1);
        if (this.#draw() < prospect.acceptance[label]!) {
          const behaves = this.#behaves(debtor, month);
          const scale = this.#c.discount(month) / this.#c.discount(branch.start);
          if (prospect.voidIfFailed && behaves !== label)
            history.present +=
              (this.#c.facts.claim.tax_rate ?? 0) * state.balance * this.#c.discount(month + this.#c.a.tax.lag_months);
          else this.#walk(history, branch, behaves, scale, false);
          return history;
        }
        for (const pursuit of stage.meanwhile) if (!this.#effort(history, pursuit, debtor)) return history;
      } else if (prospect.staysOpen) {
        if (!this.#effort(history, stage, debtor)) return history;
      } else {
        this.#loseRelationship(history, stage, label);
        this.#walk(history, branch, this.#behaves(debtor, month, stage.move), 1, false);
        return history;
      }
      stage = stage.next;
    }
    return history;
  }
}

/** A kind drawn with its chance. */
function draw(weights: PerKind, u: number): number {
  let left = u;
  for (const k of KINDS) {
    left -= weights[k]!;
    if (left < 0) return k;
  }
  return FAILED;
}

interface Receivable {
  readonly title: string;
  readonly setting: Setting;
  /** First steps that are simulated. */
  readonly steps: readonly string[];
  readonly without?: readonly string[];
}

const golden = (name: string): Setting => goldenSetting(GOLDEN.find(({ id }) => id.startsWith(`${name} `))!.receivable);

const RECEIVABLES: readonly Receivable[] = [
  { title: 'a solvent evader with a known account', setting: golden('S2'), steps: ['payment_order', 'demand'] },
  { title: 'a disputed claim against a valued customer', setting: golden('S6'), steps: ['resolve_dispute'] },
  { title: 'a cash-constrained customer', setting: golden('S8'), steps: ['plan', 'demand'] },
  {
    title: 'an invoice that is not due, with a need of cash, factored with recourse',
    setting: settingOf(
      { amount: 4_000_000, due_date: '2026-07-17', cash_needed_by: '2026-06-15', bridge_rate: 0.6, tdb_score: 41 },
      { factor: { kind: 'three_party', fee_rate: 0.025, fixed_fee: money(10_000), recourse: true } },
    ),
    steps: ['factor', 'pursue'],
  },
  {
    title: 'a taxed claim over a district-court amount',
    setting: settingOf({
      amount: 2_600_000,
      overdue_days: 120,
      contact: 'evasive',
      distress: 'some',
      tax_rate: 0.34,
      consumption_tax_rate: 0.1,
      security_value: money(300_000),
    }),
    steps: ['demand', 'suit'],
  },
  {
    title: 'a judgment in hand, security for a part',
    setting: settingOf({
      amount: 1_900_000,
      overdue_days: 300,
      contact: 'evasive',
      title: 'judgment',
      title_on: '2026-03-31',
      security_value: money(200_000),
    }),
    steps: ['enforce', 'pursue'],
  },
  {
    title: 'the debtor itself offers ten instalments',
    setting: settingOf(
      { amount: 900_000, overdue_days: 150, contact: 'responsive', distress: 'some', evidence: 'strong' },
      { plan: { instalments: 10, deed: false, offered: true } },
    ),
    steps: ['plan', 'payment_order'],
  },
];

interface Sample {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
  /** Share of the paths for which something holds. */
  readonly share: (holds: (history: History) => boolean) => number;
}

function sample(setting: Setting, solution: Solution, first: ValuedMove, seed: number): Sample {
  const random = generator(seed);
  const simulation = new Simulation(setting.c, solution, random);
  const stage = simulation.stage(first, { month: 0, made: 0 });
  const histories = Array.from({ length: PATHS }, () => simulation.play(stage, draw(setting.weights, random())));
  const mean = histories.reduce((sum, { present }) => sum + present, 0) / PATHS;
  const square = histories.reduce((sum, { present }) => sum + (present - mean) ** 2, 0) / (PATHS - 1);
  return {
    mean,
    error: Math.sqrt(square / PATHS),
    share: (holds) => histories.reduce((count, history) => count + (holds(history) ? 1 : 0), 0) / PATHS,
  };
}

/** Standard error of a share of the paths. */
const errorOf = (share: number): number => Math.sqrt(Math.max(share * (1 - share), 1 / PATHS) / PATHS);

/** Yen: far below any real difference between two outcomes, far above rounding. */
const HAIR = 1e-4;

const decided = (setting: Setting, consider = OPTIONS.map(({ id }) => id)) =>
  decideCase({ options: OPTIONS, consider: new Set(consider) }, setting.c);

describe('simulated debtors', () => {
  const simulated = RECEIVABLES.flatMap(({ title, setting, steps }, i) => {
    const { solution } = decided(setting);
    return steps.map((step, j) => ({ title, setting, solution, step, seed: 50_000 + 1_000 * (i + 1) + j }));
  });

  test.each(simulated)('$title, $step first: mean, quantiles and chances are the exact ones', (one) => {
    const { setting, solution, step, seed } = one;
    const first = solution.first.find(({ move }) => move.option.id === step)!;
    const face = setting.c.facts.principal;
    const spread = spreadOf(solution, first, setting.weights, { face, memo: new TerminalsCache(), aversion: 0 });
    const seen = sample(setting, solution, first, seed);

    expect(Math.abs(seen.mean - first.value) / seen.error).toBeLessThan(3.5);
    for (const [p, quantile] of [
      [0.1, spread.p10],
      [0.5, spread.p50],
      [0.9, spread.p90],
    ] as const) {
      // A quantile of lumpy outcomes is an atom: no more than p lies below it, no less than p at or below it.
      expect(seen.share(({ present }) => present < quantile - HAIR)).toBeLessThan(p + 4 * errorOf(p));
      expect(seen.share(({ present }) => present <= quantile + HAIR)).toBeGreaterThan(p - 4 * errorOf(p));
    }
    const chances = [
      [spread.chance_of_loss, seen.share(({ present }) => present < -HAIR)],
      [spread.chance_paid_in_full, seen.share(({ principal }) => principal >= 0.9 * face - HAIR)],
      [spread.chance_of_nothing, seen.share(({ principal }) => principal <= HAIR)],
    ] as const;
    for (const [exact, share] of chances) expect(Math.abs(share - exact)).toBeLessThan(4 * errorOf(exact));
  });

  test('the same seed gives the same paths', () => {
    const [a, b] = [generator(7), generator(7)];
    expect(Array.from({ length: 5 }, a)).toEqual(Array.from({ length: 5 }, b));
  });
});

/** Checks what must add up for every open option of a receivable. */
function addsUp(setting: Setting, consider?: string[]): void {
  const { solution, open } = decided(setting, consider);
  const { weights } = setting;
  const face = setting.c.facts.principal;
  const taxed = setting.c.facts.claim.tax_rate !== undefined;
  for (const { option, valued, value, alpha, spread } of open) {
    const { chance, present } = outcomes(solution, valued, weights, new TerminalsCache());
    const total = chance.reduce((sum, p) => sum + p, 0);
    const mean = chance.reduce((sum, p, i) => sum + p * present[i]!, 0);
    const byKind = weights.reduce((sum, w, k) => sum + w * alpha[k]!, 0);
    const steps = bridgeLines({ value, spread }, face, { tax: taxed, liquidityCost: null });
    const net = steps.at(-1)!.amount;
    const summed = steps.slice(0, -1).reduce((sum, { amount }) => sum + amount, 0);
    const what = `${option.id} of ${face} yen`;
    expect([what, Math.abs(total - 1) < 1e-9]).toEqual([what, true]);
    expect([what, 'outcomes', Math.abs(mean - value) < 1e-6 * Math.max(1, face / 1e6)]).toEqual([
      what,
      'outcomes',
      true,
    ]);
    expect([what, 'kinds', Math.abs(byKind - value) < 1e-6 * Math.max(1, face / 1e6)]).toEqual([what, 'kinds', true]);
    expect([what, summed]).toEqual([what, net]);
    expect([what, Math.abs(net - value) <= 0.5 + 1e-6]).toEqual([what, true]);
  }
}

describe('what adds up exactly', () => {
  test.each(GOLDEN)('$id: chances to one, outcomes and kinds to the value, the bridge to the yen', ({ receivable }) => {
    addsUp(goldenSetting(receivable));
  });

  test.each(RECEIVABLES)(
    '$title: chances to one, outcomes and kinds to the value, the bridge to the yen',
    ({ setting }) => {
      addsUp(setting);
    },
  );

  test('a taxed claim that is set off in part: outcomes and kinds to the value', () => {
    addsUp(
      settingOf(
        { amount: 1_200_000, overdue_days: 61, contact: 'evasive', tax_rate: 0.3 },
        { offset: { payable: money(500_000) } },
      ),
    );
  });

  test.each([[['pursue']], [['pursue', 'plan']], [['demand', 'payment_order']], [['settle', 'suit']]])(
    'only %j considered, not even waiting: those still open at the end are an outcome too',
    (consider) => addsUp(golden('S12'), consider),
  );

  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const receivable = fc.record({
    amount: fc.integer({ min: 10_000, max: 30_000_000 }),
    overdue_days: fc.integer({ min: -120, max: 1_500 }),
    contact: maybe(fc.constantFrom('responsive', 'evasive', 'unreachable')),
    dispute: maybe(fc.constantFrom('none', 'partial', 'full')),
    distress: maybe(fc.constantFrom('none', 'some', 'severe')),
    broken_promises: maybe(fc.integer({ min: 0, max: 3 })),
    assets: maybe(fc.constantFrom('known', 'partly', 'unknown')),
    evidence: maybe(fc.constantFrom('strong', 'medium', 'weak')),
    pd: maybe(fc.double({ min: 0.0005, max: 0.5, noNaN: true })),
    tax_rate: maybe(fc.constantFrom(0.2, 0.34)),
    margin_per_year: maybe(fc.integer({ min: 0, max: 2_000_000 }).map((yen) => money(yen))),
    security_value: maybe(fc.integer({ min: 0, max: 1_000_000 }).map((yen) => money(yen))),
    payable: maybe(fc.integer({ min: 1, max: 5_000_000 })),
    offered: maybe(fc.double({ min: 0.02, max: 0.95, noNaN: true })),
  });

  test('any receivable: chances to one, outcomes and kinds to the value, the bridge to the yen', () => {
    fc.assert(
      fc.property(receivable, ({ payable, offered, ...claim }) => {
        addsUp(
          settingOf(claim, {
            ...(payable === undefined ? {} : { offset: { payable: money(payable) } }),
            ...(offered === undefined
              ? {}
              : { settle: { offer: money(Math.ceil(claim.amount * offered)), in_days: 14 } }),
          }),
        );
      }),
      { numRuns: tries(40, 400), seed: 20_260_601 },
    );
  });
});
