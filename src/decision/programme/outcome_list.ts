// Where the outcomes of a policy are listed, and where the ends of trees are kept that many policies of a claim share.

import type { CompiledTree } from '../tree/compiled_tree.ts';
import type { Components } from '../tree/components.ts';
import { type Terminals, TerminalsRoom, TerminalsWalker } from '../tree/terminals.ts';
import type { MoveBoard } from './moves.ts';
import { Quantiles } from './quantiles.ts';

/**
 * All ends of a policy, and its expected totals by component. Present values are on the valuation day. The memo owns the arrays and
 * overwrites them for the next policy.
 */
export interface Outcomes {
  readonly chance: Float64Array<ArrayBuffer>;
  readonly present: Float64Array<ArrayBuffer>;
  readonly principal: Float64Array<ArrayBuffer>;
  readonly expected: Components;
}

/** Lists outcomes side by side; the next policy overwrites them. */
export class OutcomeList {
  chance = new Float64Array(2_048);
  present = new Float64Array(2_048);
  principal = new Float64Array(2_048);
  count = 0;

  add(chance: number, present: number, principal: number): void {
    this.room(1);
    const i = this.count++;
    this.chance[i] = chance;
    this.present[i] = present;
    this.principal[i] = principal;
  }

  /** Makes room for so many more. */
  room(more: number): void {
    while (this.count + more > this.chance.length) {
      this.chance = twice(this.chance);
      this.present = twice(this.present);
      this.principal = twice(this.principal);
    }
  }

  all(expected: Components): Outcomes {
    return {
      chance: this.chance.subarray(0, this.count),
      present: this.present.subarray(0, this.count),
      principal: this.principal.subarray(0, this.count),
      expected,
    };
  }
}

/** The same numbers with as much room again. */
function twice(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const more = new Float64Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

/**
 * Room in which the ends of trees and the outcomes of policies are listed. Claims that are decided one after another share it, because such
 * arrays cost more to make than to fill. Whoever lists takes it over, and what was listed before is listed again when it is needed again.
 */
export class OutcomeRoom {
  readonly listed = new OutcomeList();
  readonly quantiles = new Quantiles();
  readonly terminals = new TerminalsRoom();
  #taker: TerminalsCache | null = null;

  /** Lets `taker` list; tells whether what it had listed before is lost. */
  take(taker: TerminalsCache): boolean {
    if (this.#taker === taker) return false;
    this.#taker = taker;
    this.terminals.clear();
    return true;
  }
}

/** Caches the ends of compiled trees, which many policies of a claim share. */
export class TerminalsCache {
  readonly room: OutcomeRoom;
  readonly #known = new Map<CompiledTree, Terminals>();

  constructor(room = new OutcomeRoom()) {
    this.room = room;
  }

  /** The walker that stores the ends of all trees, to be asked for before each policy. */
  walker({ case: c, terms }: MoveBoard): TerminalsWalker {
    if (this.room.take(this)) this.#known.clear();
    return new TerminalsWalker(c, terms, this.room.terminals);
  }

  of(tree: CompiledTree, walker: TerminalsWalker): Terminals {
    let ends = this.#known.get(tree);
    if (!ends) {
      ends = walker.of(tree);
      this.#known.set(tree, ends);
    }
    return ends;
  }
}
