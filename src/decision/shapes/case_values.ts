// What every shape asks of a case: how sound the kinds still are in a month, what the relationship is worth, what flows cost all alike.

import { INSOLVENT, ofKind, type PerKind } from '../../assumptions/kinds.ts';
import { decay, minus, plus, times } from '../../numbers/number.ts';
import type { Case, Flow, Option, Prospect } from '../../options/option.ts';
import type { MoveBoard } from '../programme/moves.ts';
import type { CompiledTree } from '../tree/compiled_tree.ts';
import { flowValue, startIn } from '../tree/flows.ts';
import type { NumberSheet } from '../tree/number_sheet.ts';
import { TreeLayout } from '../tree/pieces.ts';

/** Share of each kind that still behaves as labelled after `month` (docs/model.md 4). */
export const stillSound = ({ soundness }: MoveBoard, month: number): PerKind => soundness.at(month);

/** Share of each kind that in `month` still behaves as labelled before a court: part of it has nothing left to take (docs/model.md 7). */
export function stillWorthSuing(board: MoveBoard, month: number): PerKind {
  const since = Math.max(0, month - board.case.facts.due_in);
  const { fades } = board.case.a.enforce;
  return stillSound(board, month).map((sound, k) =>
    k === INSOLVENT ? 1 : times(sound, decay(ofKind(fades, k), since)),
  );
}

/** Share of each kind that behaves as labelled in an option that begins in `month`. */
export const behavingIn = (board: MoveBoard, { fades }: Option, month: number): PerKind =>
  fades === true ? stillWorthSuing(board, month) : stillSound(board, month);

/** Value of the business relationship that would be lost, per kind (docs/model.md 11.3). */
export const relationshipValue = (board: MoveBoard): PerKind => board.case.once(relationshipOf);

function relationshipOf({ facts, a }: Case): PerKind {
  const { margin_per_year: margin, relationship_years: years } = facts;
  return a.relationship.weight.map((weight) => times(margin * years, weight));
}

/** Net cost of flows that everybody still open has, in present value at the start month. */
export function costOf(flows: readonly Flow[] | undefined, month: number, board: MoveBoard): number {
  if (flows === undefined) return 0;
  const start = startIn(month, board.terms);
  let cost = 0;
  for (const flow of flows) {
    const value = flowValue(flow, 0, start, board.terms);
    cost = minus(cost, plus(value.now, value.fixed));
  }
  return cost;
}

/** What a move answers in a month, ready to be put down on a sheet. */
export interface StatedMove {
  readonly prospect: Prospect;
  readonly tree: CompiledTree;
  readonly month: number;
}

/** Where the numbers of the months stand. */
export interface MonthPlaces {
  readonly discounts: readonly number[];
  readonly sound: readonly number[];
  readonly inCourt: readonly number[];
}

/** Puts the numbers of moves down on a sheet. */
export class Setter {
  readonly board: MoveBoard;
  readonly sheet: NumberSheet;
  /** Trees that several months, sets of offers or choices share are laid out once. */
  readonly trees: TreeLayout;
  readonly #numbers = new Map<number, number>();
  readonly #discounts: number[] = [];
  readonly #sound: number[] = [];
  readonly #inCourt: number[] = [];

  constructor(board: MoveBoard, sheet: NumberSheet) {
    this.board = board;
    this.sheet = sheet;
    this.trees = new TreeLayout(sheet);
  }

  /** The place of a number that many moves have in common. */
  place(x: number): number {
    const known = this.#numbers.get(x);
    if (known !== undefined) return known;
    const at = this.sheet.put(x);
    this.#numbers.set(x, at);
    return at;
  }

  /** Where the present value of a yen stands, and how sound the kinds still are, in general and in court, in every month up to `last`. */
  months(last: number): MonthPlaces {
    for (let month = this.#discounts.length; month <= last; month++) {
      this.#discounts.push(this.sheet.put(this.board.terms.discount(month)));
      this.#sound.push(this.sheet.putVector(stillSound(this.board, month)));
      this.#inCourt.push(this.sheet.putVector(stillWorthSuing(this.board, month)));
    }
    const upTo = (places: readonly number[]) => places.slice(0, last + 1);
    return { discounts: upTo(this.#discounts), sound: upTo(this.#sound), inCourt: upTo(this.#inCourt) };
  }
}
