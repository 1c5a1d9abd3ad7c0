// Fixes a policy once and values it in other worlds: what is done in which month, and what is chosen if an instalment is missed or a
// judgment is not paid. We act without seeing the assumptions, so every world must follow the same policy.

import { type PerKind, total } from '../../assumptions/kinds.ts';
import type { Option } from '../../options/option.ts';
import type { EffortStep } from '../shapes/effort.ts';
import { exitFollowed, soundIn } from '../shapes/exit.ts';
import { offerFollowed, refusing, takers } from '../shapes/offer.ts';
import { reductionFollowed } from '../shapes/reduction.ts';
import { type PickedPiece, type Picks, pickedPiece, picksOf } from '../tree/pieces.ts';
import { dotAt, drift, productAt, vectorAt } from '../vector.ts';
import type { ProgrammeNode, Solution, ValuedMove } from './solution.ts';
import { type Entry, entryOf, type Timetable, viewOf } from './timetable.ts';

interface Step {
  readonly option: Option;
  readonly node: ProgrammeNode;
  readonly picks: Picks;
}

/** A policy from its first step. */
export interface Policy {
  readonly steps: readonly Step[];
  /** What is done with the smaller claim that a reduction leaves. */
  readonly rest: Policy | null;
}

/** Share below which a node is never reached. */
const NEVER = 1e-12;

/** What is chosen inside a move at a node. */
function picksAt(solution: Solution, entry: Entry, node: ProgrammeNode): Picks {
  const { row } = solution;
  const view = solution.view(node);
  const { labelled } = view;
  switch (entry.shape) {
    case 'effort':
      return new Map();
    case 'reduction':
      return picksOf(row, entry.piece, labelled, 0);
    case 'exit':
      return picksOf(row, entry.piece, drift(labelled, soundIn(view, entry.move)), node.month);
    case 'offer': {
      const u = takers(view, vectorAt(row, entry.acceptance), entry.empty !== null);
      return picksOf(row, entry.piece, u, entry.reckoned);
    }
  }
}

/** The policy that begins with `first` and goes on as is best. */
export function policyOf(solution: Solution, first: ValuedMove): Policy {
  const steps: Step[] = [];
  let current = first;
  let node = { month: 0, made: 0 };
  for (;;) {
    steps.push({ option: current.move.option, node, picks: picksAt(solution, current.entry, node) });
    const rest = current.rest?.best({ month: 0, made: 0 });
    if (current.rest && rest) return { steps, rest: policyOf(current.rest, rest) };
    if (!current.to) return { steps, rest: null };
    node = current.to;
    if (total(solution.weights(node)) < NEVER) return { steps, rest: null };
    const best = solution.best(node);
    if (!best) return { steps, rest: null };
    current = best;
  }
}

/** A step found in a timetable; a step with a tree has its choices made. */
type FollowedStep =
  | { readonly entry: EffortStep; readonly node: ProgrammeNode; readonly tree: null }
  | { readonly entry: Exclude<Entry, EffortStep>; readonly node: ProgrammeNode; readonly tree: PickedPiece };

/** The move of an option at a node of a timetable; null where it is closed there. */
function found(timetable: Timetable, option: Option, node: ProgrammeNode): Entry | null {
  const { exits, efforts, offers } = timetable.at(node.made, node.month);
  const all = [...exits, ...efforts, ...offers, ...timetable.reductions];
  return all.find((entry) => entry?.move.option === option) ?? null;
}

/** A policy on a timetable, ready to be valued in many worlds. It ends where a step is no longer open. */
export class FollowedPolicy {
  readonly #timetable: Timetable;
  readonly #steps: readonly FollowedStep[];
  readonly #rest: Policy | null;

  constructor(policy: Policy, timetable: Timetable) {
    const steps: FollowedStep[] = [];
    for (const { option, node, picks } of policy.steps) {
      const entry = found(timetable, option, node);
      if (entry === null) break;
      if (entry.shape === 'effort') steps.push({ entry, node, tree: null });
      else steps.push({ entry, node, tree: pickedPiece(entry.piece, picks) });
    }
    this.#timetable = timetable;
    this.#steps = steps;
    this.#rest = policy.rest;
  }

  /** Present value in yen of following it in the world of `solution`, from weights `weights`. */
  value(solution: Solution, weights: PerKind): number {
    const { row } = solution;
    const world = this.#timetable.monthsIn(row);
    let open = weights;
    let value = 0;
    for (const step of this.#steps) {
      if (step.tree === null) {
        value += dotAt(row, step.entry.gain, open);
        open = productAt(row, step.entry.stays, open);
        continue;
      }
      const { entry, node, tree } = step;
      const view = viewOf(row, world, node.month, open);
      if (entry.shape === 'exit') return value + exitFollowed(entry, view, tree);
      if (entry.shape === 'reduction') {
        value += reductionFollowed(entry, view, tree);
        const rest = solution.first.find((one) => one.entry === entry)?.rest;
        return this.#rest && rest ? value + policyValue(this.#rest, rest, open) : value;
      }
      value += offerFollowed(entry, view, tree);
      open = refusing(open, vectorAt(row, entry.acceptance));
      const pursuit = entryOf(this.#timetable.pursuit, node.made);
      for (let month = node.month; month < node.month + entry.window; month++) {
        const during = pursuit[month];
        if (!during) continue;
        value += dotAt(row, during.gain, open);
        open = productAt(row, during.stays, open);
      }
    }
    return value;
  }
}

/** Present value in yen of following a policy in the world of `solution`, from weights `weights`. */
export const policyValue = (policy: Policy, solution: Solution, weights: PerKind): number =>
  new FollowedPolicy(policy, solution.timetable).value(solution, weights);
