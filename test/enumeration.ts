// Every sequence of actions, tried one after the other without the programme (docs/model.md 8): event trees are followed lot by lot, beliefs
// are multiplied along each sequence, nothing is compiled. Only what an option itself states (bars, openings, prospects) is asked of the
// code under test.

import type { Move } from '../src/decision/tree/family_tree.ts';
import type { Prospect, State } from '../src/options/option.ts';
import type { Setting } from './golden_cases.ts';
import {
  behaving,
  FAILED,
  flowOf,
  follow,
  isOpen,
  lotsOf,
  moneyOf,
  ordinaryOf,
  relationshipLost,
  soundIn,
  sum,
  type Vector,
  type World,
} from './plain_steps.ts';

/** A world with a horizon. */
export interface Enumeration extends World {
  readonly months: number;
  /** The month from which no effort is made, beside the months that offers took; the end of the horizon when missing. */
  readonly effortsEnd?: number;
  /** The month in which the last way opens for which efforts go on; found for every claim. */
  readonly opens?: number;
  /** Values by month, offers made and who is open, for a horizon with too many sequences; nothing else tells two positions apart. */
  readonly remembered?: Map<string, number>;
  /** The moves for the smaller claim that a reduction leaves; the others as they are, when missing. */
  readonly movesAfter?: (reduction: Move) => Pick<Enumeration, 'moves' | 'followers' | 'movesAfter'>;
}

/** One step of an effort: what it brings, and who stays open, by label. */
function effort(world: Enumeration, prospect: Prospect, state: State, month: number, w: Vector): [number, Vector] {
  const sound = soundIn(world, month);
  const stays = prospect.staysOpen!;
  const left = w.map((weight, k) => weight * (sound[k]! * stays[k]! + (1 - sound[k]!) * stays[FAILED]!));
  let value = follow(world, prospect.event, state, month, lotsOf(behaving(world, w, month)), false);
  value -= relationshipLost(world, prospect, w, month);
  for (const flow of prospect.flowsIfOpen ?? [])
    value += sum(left) * flowOf(world, flow, month + (prospect.window ?? 1), FAILED).present;
  return [value, left];
}

/** The first month from `from` on in which a move may be made; null when there is none. */
function firstMonth(world: Enumeration, move: Move, state: State, made: readonly Move[] = [], from = 0): number | null {
  for (let month = from; month <= world.months; month++) if (isOpen(world, move, state, month, made)) return month;
  return null;
}

/** The first month in which an offer can be made: its yes is reckoned as of that month, unless cash is needed by a day. */
function reckoned(world: Enumeration, move: Move, state: State, month: number): number {
  if (world.c.facts.liquidity) return month;
  const first = firstMonth(world, move, state);
  if (first !== null) return first;
  // It comes after another offer: at the earliest when that one has been considered.
  for (const before of world.moves.filter(({ option }) => option.shape === 'offer')) {
    const begun = firstMonth(world, before, state);
    const prospect = begun === null ? null : isOpen(world, before, state, begun);
    if (begun === null || !prospect) continue;
    const then = firstMonth(world, move, { ...state, ...prospect.after }, [before], begun + (prospect.window ?? 1));
    if (then !== null) return then;
  }
  return month;
}

/** An offer: the yes of those who take it up, ordinary pursuit of the others meanwhile, and then the best of what is left to do. */
function offer(world: Enumeration, move: Move, prospect: Prospect, at: Position): number | null {
  const { state, month, labelled: w, made, origin } = at;
  const window = prospect.window ?? 1;
  if (month + window > world.months) return null;
  const { D, tax, lag } = moneyOf(world);
  const taken = prospect.acceptance!;
  let value = -relationshipLost(world, prospect, w, month);
  for (const flow of prospect.asking ?? [])
    value += sum(w) * flowOf(world, flow, month + (flow.at ?? 0), FAILED).present;

  const yes = w.map((weight, k) => weight * taken[k]!);
  const sound = soundIn(world, month);
  const takers = prospect.voidIfFailed ? yes.map((weight, k) => weight * sound[k]!) : behaving(world, yes, month);
  const as = reckoned(world, move, origin, month);
  value += (follow(world, prospect.event, state, as, lotsOf(takers)) * D(month)) / D(as);
  if (prospect.voidIfFailed)
    value += sum(yes.map((x, k) => x * (1 - sound[k]!))) * tax * state.balance * D(month + lag);

  let others: Vector = w.map((weight, k) => weight * (1 - taken[k]!));
  const pursuit = ordinaryOf(world);
  for (let j = 0; j < window && pursuit; j++) {
    const step = isOpen(world, pursuit, state, month + j);
    if (!step) continue;
    const [gain, left] = effort(world, step, state, month + j, others);
    value += gain;
    others = left;
  }
  const after = { ...state, ...prospect.after };
  const [next, offering] = [month + window, at.offering + window];
  return value + best(world, { ...at, state: after, month: next, labelled: others, made: [...made, move], offering });
}

interface Position {
  readonly state: State;
  /** The claim on the valuation day. */
  readonly origin: State;
  readonly month: number;
  readonly labelled: Vector;
  readonly made: readonly Move[];
  /** Months that the offers made took. */
  readonly offering: number;
}

/** Value of one move at a position and of the best sequence after it; null when it cannot be made. */
function valueOfMove(world: Enumeration, move: Move, at: Position): number | null {
  const { state, month, labelled, made } = at;
  const { shape, follows } = move.option;
  if (shape === 'exit' && !follows.includes('fresh') && at.origin.standing === 'fresh') return null;
  if (made.includes(move) || (shape === 'reduction' && month > 0)) return null;
  const prospect = isOpen(world, move, state, month, made);
  if (!prospect) return null;
  if (shape === 'offer') return offer(world, move, prospect, at);
  if (shape === 'reduction') {
    const lots = lotsOf(labelled);
    const left: State = { ...state, ...prospect.after };
    const rest = awaiting(left, {
      ...world,
      ...(world.movesAfter?.(move) ?? { moves: world.moves.filter((other) => other !== move) }),
      ...(world.remembered ? { remembered: new Map() } : {}),
    });
    const now =
      follow(world, prospect.event, state, 0, lots, left.balance <= 0) - relationshipLost(world, prospect, labelled, 0);
    return left.balance > 0 ? now + best(rest, { ...at, state: left, origin: left }) : now;
  }
  if (shape === 'effort' && month >= Math.max(world.effortsEnd ?? world.months, world.opens ?? 0) + at.offering)
    return null;
  if (prospect.staysOpen) {
    const window = prospect.window ?? 1;
    if (month + window > world.months) return null;
    const [gain, left] = effort(world, prospect, state, month, labelled);
    return gain + best(world, { ...at, month: month + window, labelled: left });
  }
  const now = behaving(world, labelled, month, move);
  return follow(world, prospect.event, state, month, lotsOf(now)) - relationshipLost(world, prospect, labelled, month);
}

/** The best of all moves at a position. */
function best(world: Enumeration, at: Position): number {
  const weights = at.labelled.map((weight) => weight.toPrecision(9));
  const position = `${at.month} ${at.made.map(({ option }) => option.id).sort()} ${weights}`;
  const known = world.remembered?.get(position);
  if (known !== undefined) return known;
  const values = world.moves.map((move) => valueOfMove(world, move, at)).filter((value) => value !== null);
  const most = values.length === 0 ? 0 : Math.max(...values);
  world.remembered?.set(position, most);
  return most;
}

/** Efforts go on until every way is open that opens within the horizon without anything before it. */
function awaiting(state: State, world: Enumeration): Enumeration {
  if (world.effortsEnd === undefined) return world;
  const ways = world.moves.filter(
    ({ option: { shape, family } }) => (shape === 'exit' && family !== 'stop') || shape === 'offer',
  );
  const opening = ways.map((move) => firstMonth(world, move, state) ?? 0);
  return { ...world, opens: Math.max(0, ...opening) };
}

/** First steps of a receivable by enumeration. */
export function enumerated({ state, weights }: Setting, stated: Enumeration): Map<string, number> {
  const world = awaiting(state, stated);
  const at: Position = { state, origin: state, month: 0, labelled: Array.from(weights), made: [], offering: 0 };
  const found = new Map<string, number>();
  for (const move of world.moves) {
    const value = valueOfMove(world, move, at);
    if (value !== null) found.set(move.option.id, value);
  }
  return found;
}
