// What was worked out for the base, kept for worlds in which a few assumptions differ: an option that reads none of them answers there
// as it does in the base. What it reads is watched, not declared, so nothing can be forgotten.

import type { PerKind } from '../debtor/kinds.ts';
import type { Case, Option, State } from '../options/option.ts';
import { type Move, type Shared, type Standing, termsOf, type Witness } from './board.ts';
import { caseOf } from './case.ts';
import type { Asking } from './lines.ts';
import { Programme, type Selected, type Solved } from './programme.ts';
import { addDifferent, watched } from './watch.ts';

/** What one option reads when it is asked about claims of one standing, and the standings to which its trees lead. */
interface Part {
  readonly case: Case;
  readonly reads: Set<string>;
  readonly leads: Set<Standing>;
}

/** Assumptions and what follows from them for the debtor, apart in the paths. */
const ASSUMED = 'a';
const DEBTOR = 'debtor';

/** The case with a tale told of every number that is read of it. */
function watching({ facts, debtor, tariff, law, a, terms }: Case, read: (path: string) => void): Case {
  return caseOf(facts, watched(debtor, `${DEBTOR}.`, read), tariff, law, watched(a, `${ASSUMED}.`, read), terms);
}

/** Paths of everything in which two cases with the same facts differ. */
function movedBetween(base: Case, there: Case): ReadonlySet<string> {
  const moved = new Set<string>();
  addDifferent(base.a, there.a, ASSUMED, moved);
  addDifferent(base.debtor, there.debtor, DEBTOR, moved);
  // The one thing about a debtor that is a function.
  if (moved.has(`${DEBTOR}.hazards.fail`)) moved.add(`${DEBTOR}.survival`);
  return moved;
}

function meets(reads: ReadonlySet<string>, moved: ReadonlySet<string>): boolean {
  for (const path of moved) if (reads.has(path)) return true;
  return false;
}

/** The base with everything that its options have answered. */
export class Stock implements Witness {
  readonly programme: Programme;
  readonly #case: Case;
  readonly #state: State;
  readonly #parts = new Map<Option, Map<Standing | null, Part>>();
  /** What turns flows into present values: where that differs, nothing can be kept. */
  readonly #common = new Set<string>();
  /** How much is known about what is read. */
  #found = 0;

  constructor(c: Case, options: readonly Option[], state: State, weights: PerKind) {
    this.#case = c;
    this.#state = state;
    termsOf(watching(c, (path) => this.#common.add(path)));
    this.programme = new Programme(c, options, state, undefined, { witness: this });
    this.programme.solve(weights);
  }

  caseFor(option: Option, standing: Standing | null): Case {
    return this.part(option, standing).case;
  }

  leads(option: Option, from: Standing, to: Standing): void {
    this.#add(this.part(option, from).leads, to);
  }

  /** Whether a case differs in nothing but assumptions. */
  serves({ facts }: Case): boolean {
    return facts === this.#case.facts;
  }

  /** Solves for such a case: with terms of its own, or with those `selected`. */
  solve(there: Case, weights: PerKind, selected?: Selected): Solved {
    const { options } = this.programme;
    const moved = movedBetween(this.#case, there);
    if (meets(this.#common, moved)) return new Programme(there, options, this.#state, selected).solve(weights);
    for (;;) {
      const found = this.#found;
      const shared = new Kept(this, moved, selected !== undefined);
      const solved = new Programme(there, options, this.#state, selected, { shared }).solve(weights);
      // What was asked for the first time may have read a number that moved.
      if (this.#found === found) return solved;
    }
  }

  /** What an option reads about claims of a standing; without one, what it reads whatever the claim. */
  part(option: Option, standing: Standing | null): Part {
    let parts = this.#parts.get(option);
    if (!parts) {
      parts = new Map();
      this.#parts.set(option, parts);
    }
    let part = parts.get(standing);
    if (!part) {
      const reads = new Set<string>();
      part = { case: watching(this.#case, (path) => this.#add(reads, path)), reads, leads: new Set() };
      parts.set(standing, part);
    }
    return part;
  }

  #add<T>(known: Set<T>, one: T): void {
    if (known.has(one)) return;
    known.add(one);
    this.#found++;
  }
}

/** What of a stock holds in a world where the numbers `moved` differ. */
class Kept implements Shared {
  readonly #stock: Stock;
  readonly #moved: ReadonlySet<string>;
  /** Terms are fixed there, so exits with other terms do not follow, as they may in the stock. */
  readonly #hasFixedTerms: boolean;
  readonly #untouched = new Map<Part, boolean>();
  readonly #holds = new Map<Option, Map<Standing, boolean>>();

  constructor(stock: Stock, moved: ReadonlySet<string>, hasFixedTerms: boolean) {
    this.#stock = stock;
    this.#moved = moved;
    this.#hasFixedTerms = hasFixedTerms;
  }

  variants(option: Option): readonly Move[] | null {
    const { programme } = this.#stock;
    return this.#isUntouched(this.#stock.part(option, null)) ? programme.variantsOf(option) : null;
  }

  line(move: Move, state: State): Asking | null {
    const { board } = this.#stock.programme;
    return this.#holdsFor(move.option, state.standing) ? board.known(move, state) : null;
  }

  /** Whether nothing moved that is read of claims of a standing, or of what may follow them. */
  #holdsFor(option: Option, standing: Standing): boolean {
    let known = this.#holds.get(option);
    if (!known) {
      known = new Map();
      this.#holds.set(option, known);
    }
    let holds = known.get(standing);
    if (holds === undefined) {
      // A claim that leads back to its own standing is asked anew.
      known.set(standing, false);
      holds = this.#looksTheSame(option, standing);
      known.set(standing, holds);
    }
    return holds;
  }

  #looksTheSame(option: Option, standing: Standing): boolean {
    const part = this.#stock.part(option, standing);
    if (!this.#isUntouched(this.#stock.part(option, null)) || !this.#isUntouched(part)) return false;
    const { options } = this.#stock.programme;
    for (const next of part.leads)
      for (const other of options)
        if (other.shape === 'exit' && other.follows.includes(next) && !this.#followsAlike(other, next)) return false;
    return true;
  }

  #followsAlike(option: Option, standing: Standing): boolean {
    if (this.#hasFixedTerms && this.#stock.programme.variantsOf(option).length > 1) return false;
    return this.#holdsFor(option, standing);
  }

  #isUntouched(part: Part): boolean {
    let untouched = this.#untouched.get(part);
    if (untouched === undefined) {
      untouched = !meets(part.reads, this.#moved);
      this.#untouched.set(part, untouched);
    }
    return untouched;
  }
}
