// What one step is worth, written plainly from its definition (docs/model.md 4, 5 and 8): for the enumeration and the simulation, which use
// nothing of the programme that they check.

import { stateOf } from '../src/decision/programme/state.ts';
import type { Move } from '../src/decision/tree/family_tree.ts';
import type { Bar, Case, Event, Flow, Prospect, State } from '../src/options/option.ts';

export const KINDS = [0, 1, 2, 3, 4];
export const FAILED = 4;

export type Vector = readonly number[];

/** A part of the belief on its way through an event tree: how it behaves, how much of it, what it has paid on the way. */
export interface Lot {
  readonly behaves: number;
  readonly weight: number;
  readonly paid: number;
}

/** A case and what can be done in it. */
export interface World {
  readonly c: Case;
  readonly moves: readonly Move[];
  /** The exits among which is chosen once a claim has changed, with all their terms; the moves themselves when missing. */
  readonly followers?: readonly Move[];
  /** Deterioration as the first edition had it: each month mixes those left anew, whoever has paid before. */
  readonly mixedAnew?: true;
}

export const sum = (numbers: Vector): number => numbers.reduce((a, b) => a + b, 0);

/** The terms of trade of a case, read from its facts. */
export function moneyOf({ c }: World) {
  const { claim, delay_rate } = c.facts;
  // Interest is expected for no more months than those from which silence teaches something.
  const age = Math.min(c.facts.age, c.a.prior.age_cap_months);
  const consumption = claim.consumption_tax_rate;
  const tax = claim.tax_rate ?? 0;
  return {
    D: c.discount,
    tax,
    relief: consumption === undefined ? 0 : ((1 - tax) * consumption) / (1 + consumption),
    lag: c.a.tax.lag_months,
    /** Late interest per yen that is paid in a month after the valuation day. */
    late: (month: number) => (delay_rate / 12) * (age + month),
  };
}

/** Present value, on the valuation day, of a flow to somebody who behaves in one way; and the principal in it. */
export function flowOf(
  world: World,
  flow: Flow,
  month: number,
  behaves: number,
): { present: number; principal: number } {
  const { D, tax, late } = moneyOf(world);
  const principal = (flow.principal ?? 0) * (flow.share ? flow.share[behaves]! : 1);
  const interest = principal * (flow.interest_share ?? 0) * late(month) + (flow.interest ?? 0);
  const fees = (flow.fee_rate ?? 0) * (principal + interest);
  const costs = fees + (flow.external ?? 0) + (flow.own_time ?? 0);
  // Principal was taxed when it was invoiced; interest is income, costs are deducted.
  return { present: (principal + interest - costs - tax * (interest - costs)) * D(month), principal };
}

/** The rate of the dividend: that of the proceedings at hand, or of a bankruptcy when none has begun. */
function dividendOf({ facts, a }: Case): number {
  const { dividend, dividend_rehabilitation, dividend_reorganisation } = a.insolvency;
  const { insolvency, debtor_type = 'corporation' } = facts.claim;
  // Persons pay a fifth or more (Civil Rehabilitation Act art. 231(2)(iv)).
  const least = ['sole_proprietor', 'consumer'].includes(debtor_type) ? 0.2 : 0;
  if (insolvency === 'rehabilitation') return Math.max(dividend_rehabilitation, least);
  return insolvency === 'reorganisation' ? dividend_reorganisation : dividend;
}

/**
 * What comes in when the debtor fails `at` months after the start and owes so many yen: security first; on the rest a dividend, if what it
 * brings pays for proving the claim (docs/model.md 4).
 */
function failureOf({ c }: World, { at, unsecured }: Event, owed: number): Flow[] {
  const { dividend_months, proof_cost, security_months } = c.a.insolvency;
  const secured = unsecured ? 0 : Math.min(c.facts.security, owed);
  const dividend = dividendOf(c) * (owed - secured);
  const security: Flow[] = secured > 0 ? [{ at: at + security_months, principal: secured }] : [];
  if (dividend * c.discount(dividend_months) <= proof_cost) return security;
  return [...security, { at: at + dividend_months, principal: dividend }, { at, external: proof_cost }];
}

/** All flows of an event: those that the option states, and what a failure brings. */
export const flowsOf = (world: World, event: Event): readonly Flow[] => {
  const { flows = [], fails } = event;
  return fails === undefined ? flows : [...flows, ...failureOf(world, event, fails)];
};

/** Whether an option may be started: no reason against it, or reasons that have lifted by themselves or by what was done, and inside its own window. */
export function isOpen(
  { c }: World,
  { option, terms }: Move,
  state: State,
  month: number,
  made: readonly Move[] = [],
): Prospect | null {
  const today = { ...c, state, month: 0 };
  if (option.needs(today).length > 0) return null;
  const done = new Set(made.map((move) => move.option.refused_as));
  const stands = ({ lifts, lifted_by }: Bar) =>
    lifted_by === undefined ? lifts === undefined || lifts > month : !done.has(lifted_by);
  if (option.bars(today).some(stands)) return null;
  if ([...done].some((refused) => refused !== undefined && option.spent_after?.(today, refused))) return null;
  const prospect = option.prospect({ ...c, state, month }, terms);
  const { from = 0, until = Number.POSITIVE_INFINITY } = prospect.open ?? {};
  return from <= month && month < until ? prospect : null;
}

/** Present value of an event tree that starts in `start`, for the lots that enter it. `ends` says whether a leftover is an outcome. */
export function follow(
  world: World,
  event: Event,
  state: State,
  start: number,
  lots: readonly Lot[],
  ends = true,
): number {
  const month = start + event.at;
  let value = 0;
  let here = lots;
  for (const flow of flowsOf(world, event)) {
    const when = start + (flow.at ?? event.at);
    here = here.map((lot) => {
      const { present, principal } = flowOf(world, flow, when, lot.behaves);
      value += lot.weight * present;
      return { ...lot, paid: lot.paid + principal };
    });
  }
  if (event.goes_on) {
    const after: State = { ...state, ...event.goes_on };
    const pooled = KINDS.map((k) => sum(here.filter(({ behaves }) => behaves === k).map(({ weight }) => weight)));
    return value + (bestExit(world, after, month, pooled)?.value ?? 0);
  }
  for (const { chance, turned, event: next } of event.next ?? []) {
    const on: Lot[] = here.flatMap(({ behaves, weight, paid }) => {
      const share = turned?.[behaves] ?? 0;
      const through = weight * chance[behaves]!;
      const same = { behaves, weight: through * (1 - share), paid };
      return share > 0 ? [same, { behaves: FAILED, weight: through * share, paid }] : [same];
    });
    value += follow(world, next, state, start, on);
  }
  const { D, tax, relief, lag } = moneyOf(world);
  if (!ends || tax + relief === 0) return value;
  const closing = (tax + (event.relief ? relief : 0)) * D(start + (event.closes ?? event.at) + lag);
  for (const { behaves, weight, paid } of here) {
    const stays = 1 - sum((event.next ?? []).map(({ chance }) => chance[behaves]!));
    if (stays > 1e-12) value += weight * stays * closing * Math.max(0, state.balance - paid);
  }
  return value;
}

/** An exit that follows a changed claim, and what it is worth. */
export interface Exit {
  readonly prospect: Prospect;
  readonly value: number;
}

/** The best exit that may follow a changed claim, for everybody who arrives there together: we do not see who is who. */
export function bestExit(world: World, state: State, month: number, weights: Vector): Exit | null {
  let best: Exit | null = null;
  for (const move of world.followers ?? world.moves) {
    if (move.option.shape !== 'exit' || !move.option.follows.includes(state.standing)) continue;
    const prospect = isOpen(world, move, state, month);
    if (!prospect) continue;
    const value = follow(world, prospect.event, state, month, lotsOf(weights));
    if (best === null || value > best.value) best = { prospect, value };
  }
  return best;
}

export const lotsOf = (weights: Vector): Lot[] => weights.map((weight, behaves) => ({ behaves, weight, paid: 0 }));

/** The effort that goes on while an offer is considered. */
export function ordinaryOf({ moves }: World): Move | null {
  const efforts = moves.filter(({ option }) => option.shape === 'effort');
  return efforts.find(({ option }) => option.ordinary) ?? efforts[0] ?? null;
}

/** Of those who are open in a month and were labelled a kind: so many behave so still, so many have turned insolvent. */
interface Open {
  readonly sound: number;
  readonly turned: number;
}

const chains = new WeakMap<Case, Map<Move | null, Open[][]>>();

/** Each kind as a chain of two states under ordinary pursuit, from which those leave who pay or fail. */
function openIn(world: World, month: number): Open[] {
  const { c } = world;
  const pursuit = ordinaryOf(world);
  const known = chains.get(c) ?? new Map<Move | null, Open[][]>();
  chains.set(c, known);
  const chain = known.get(pursuit) ?? [KINDS.map(() => ({ sound: 1, turned: 0 }))];
  known.set(pursuit, chain);
  for (let i = chain.length - 1; i < month; i++) {
    const stays = (pursuit && isOpen(world, pursuit, stateOf(c.facts), i)?.staysOpen) ?? KINDS.map(() => 1);
    chain.push(
      chain[i]!.map(({ sound, turned }, k) => {
        const turns = k === FAILED ? 0 : turningIn(world, k, i);
        const [own, failed] = [sound * stays[k]!, turned * stays[FAILED]!];
        return { sound: own * (1 - turns), turned: failed + own * turns };
      }),
    );
  }
  return chain[month]!;
}

/** Chance that a debtor of a kind turns insolvent in a month, in which nobody does before the due date. */
export function turningIn({ c }: World, kind: number, month: number): number {
  const exposed = Math.max(0, month + 1 - c.facts.due_in) - Math.max(0, month - c.facts.due_in);
  return 1 - Math.exp(-c.debtor.hazards.deteriorate[kind]! * exposed);
}

/** How debtors labelled today behave in a month: part of each kind has become insolvent without our seeing it (docs/model.md 4). */
export function soundIn(world: World, month: number, move?: Move): Vector {
  const { facts, a, debtor } = world.c;
  const since = Math.max(0, month - facts.due_in);
  if (world.mixedAnew) return KINDS.map((k) => (k === FAILED ? 1 : Math.exp(-debtor.hazards.deteriorate[k]! * since)));
  return openIn(world, month).map(({ sound, turned }, k) => {
    // In court part of each kind has spent or hidden what there was to take, too (docs/model.md 7).
    const gone = k !== FAILED && move?.option.fades === true ? a.enforce.fades[k]! : 0;
    return (sound / (sound + turned)) * Math.exp(-gone * since);
  });
}

export function behaving(world: World, labelled: Vector, month: number, move?: Move): Vector {
  const sound = soundIn(world, month, move);
  const failed = sum(labelled.map((w, k) => w * (1 - sound[k]!)));
  return labelled.map((w, k) => w * sound[k]! + (k === FAILED ? failed : 0));
}

/** Value of the relationship times the chance of losing it, for everybody still open when a step is taken. */
export function relationshipLost({ c }: World, prospect: Prospect, labelled: Vector, month: number): number {
  const { margin_per_year, relationship_years } = c.facts;
  const value = labelled.map((w, k) => w * margin_per_year * relationship_years * c.a.relationship.weight[k]!);
  return (prospect.relationship ?? 0) * sum(value) * c.discount(month);
}
