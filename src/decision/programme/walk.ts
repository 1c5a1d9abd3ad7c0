// A walk through the outcomes of a policy, for all who are open together: what has been paid and received so far, and the ends that are
// reached. What a step of each shape does on the way is told in shapes/.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind, product, total, zeros } from '../../assumptions/kinds.ts';
import { numberAt } from '../../numbers/row.ts';
import type { Flow, Option, Prospect, State } from '../../options/option.ts';
import { behavingIn, relationshipValue } from '../shapes/case_values.ts';
import { arrivals, bestFollowUp, type CompiledTree } from '../tree/compiled_tree.ts';
import {
  COMPONENTS,
  type Components,
  noComponents,
  PRESENT,
  PRINCIPAL,
  RELATIONSHIP,
  TAX,
  TIMED,
} from '../tree/components.ts';
import {
  addFlow,
  COST,
  GOT,
  GROWTH,
  NOW,
  type OpenPath,
  type Terminals,
  type TerminalsWalker,
  TOTAL_COST,
  TOTAL_GROWTH,
} from '../tree/terminals.ts';
import { dotAt, drift, productAt } from '../vector.ts';
import type { CashBook } from './cash_book.ts';
import type { MoveBoard } from './moves.ts';
import type { OutcomeList, TerminalsCache } from './outcome_list.ts';

/** A step that is walked: who is open when it begins, and what its option answers. */
export interface WalkedStep {
  readonly option: Option;
  readonly board: MoveBoard;
  /** The claim before it. */
  readonly state: State;
  readonly month: number;
  /** The month as of which its tree is reckoned. */
  readonly reckoned: number;
  /** Weights of those open, per kind as labelled today. */
  readonly open: PerKind;
  /** Weights for which the programme chose the step and what follows it: those whom ordinary pursuit would have left open. */
  readonly deciding: PerKind;
  readonly prospect: Prospect;
  readonly tree: CompiledTree;
}

/** The trees taken at the choices of a tree, decided for its pooled weights. */
interface DecidedTree {
  readonly tree: CompiledTree;
  /** Id of the option that was chosen; null for the tree of the step itself. */
  readonly option: string | null;
  readonly month: number;
  readonly taken: readonly (DecidedTree | null)[];
}

function decideTree(tree: CompiledTree, u: PerKind, month: number, option: string | null = null): DecidedTree {
  const taken = tree.choices.map((choice) => {
    const x = arrivals(choice, u);
    const best = total(x) > 0 ? bestFollowUp(choice, x, month) : null;
    return best && decideTree(best.tree, x, month + choice.at, best.candidate.id);
  });
  return { tree, option, month, taken };
}

/** Debtors on one way through trees: how many behave as each kind, since when, and what has come in for each of them. */
interface Path {
  readonly weights: PerKind;
  /** Present value and principal so far. */
  readonly before: number;
  readonly got: number;
  /** Month in which the tree at hand is started, and its discount to the valuation day. */
  readonly month: number;
  readonly discount: number;
  /** Paid to others so far, where cash flows are written down; yen. */
  readonly paid: number;
}

/** What is known on the way. */
export class Walk {
  readonly expected: Components = noComponents();
  /** Present value so far of a claim still open, per label: only the relationship differs between them. */
  readonly #before = zeros();
  /** Principal received so far. */
  #got = 0;
  readonly #memo: TerminalsCache;
  readonly #walker: TerminalsWalker;
  readonly #listed: OutcomeList;

  readonly #book: CashBook | null;

  /** `book` receives the cash flows, for those who want to know them. */
  constructor(memo: TerminalsCache, board: MoveBoard, book: CashBook | null = null) {
    this.#memo = memo;
    this.#book = book;
    this.#walker = memo.walker(board);
    this.#listed = memo.room.listed;
  }

  /** Begins a step of the option with this id. */
  begin(option: string): void {
    this.#book?.begin(option);
  }

  /** What a step loses of the relationship, from everybody still open. */
  loseRelationship({ board, month, open, prospect }: WalkedStep): void {
    const loss = prospect.relationship ?? 0;
    if (loss === 0) return;
    const d = board.terms.discount(month);
    for (const [k, value] of relationshipValue(board).entries()) {
      const lost = loss * value;
      this.#expect(RELATIONSHIP, -ofKind(open, k) * lost);
      this.#expect(PRESENT, -ofKind(open, k) * lost * d);
      this.#carry(k, -lost * d);
    }
  }

  /** Flows that `who` have, whatever the kind, `at` months after a start in `month`. */
  spend(
    flows: readonly Flow[] | undefined,
    { board: { terms }, open: who, month, at }: Pick<WalkedStep, 'board' | 'open' | 'month'> & { readonly at: number },
  ): void {
    const d = terms.discount(month);
    const weight = total(who);
    for (const flow of flows ?? []) {
      const present = ofKind(this.expected, PRESENT);
      const principal = ofKind(this.expected, PRINCIPAL);
      this.#book?.everybody(flow, weight, { month, reckoned: month, at: flow.at ?? at });
      const { now, got } = addFlow(weight, flow, { at: flow.at ?? at, start: month, terms }, this.expected);
      this.expected[PRESENT] = present + weight * now * d;
      this.#expect(TIMED, month * (ofKind(this.expected, PRINCIPAL) - principal));
      this.carryOn(now * d, got);
    }
  }

  /** What those who stay open have paid to others in the flow of a step, which is in its tree already. */
  carryPaid(flow: Flow): void {
    this.#book?.carry(flow);
  }

  /** What those who stay open have had besides: present value, and principal received. */
  carryOn(present: number, principal: number): void {
    this.#got += principal;
    for (let k = 0; k < KIND_COUNT; k++) this.#carry(k, present);
  }

  /** Some end here with nothing but a tax effect. */
  endWithTax(
    kind: number,
    weight: number,
    { amount, present, month }: { readonly amount: number; readonly present: number; readonly month: number },
  ): void {
    this.#book?.tax(weight, amount, month);
    this.#expect(TAX, weight * amount);
    this.#expect(PRESENT, weight * present);
    this.#listed.add(weight, ofKind(this.#before, kind) + present, this.#got);
  }

  /**
   * Runs the tree of a step from labelled weights: each label behaves as itself or, once it has deteriorated and if those come along, as
   * insolvent. The choices inside it are made for the weights that the programme had in mind, in which they are valued, too.
   */
  run({ option, board, month, reckoned, tree }: WalkedStep, w: PerKind, deciding: PerKind, failedToo = true): void {
    const sound = behavingIn(board, option, month);
    const behaving = (weights: PerKind) => (failedToo ? drift(weights, sound) : product(weights, sound));
    const decided = decideTree(tree, behaving(deciding), reckoned);
    const path = { got: this.#got, month, discount: board.terms.discount(month), paid: this.#book?.paid ?? 0 };
    for (const before of new Set(this.#before)) {
      const alike = w.map((weight, k) => (this.#before[k] === before ? weight : 0));
      this.#follow(decided, { ...path, before, weights: behaving(alike) });
    }
  }

  /** Nothing more is done for those still open. */
  leave(open: PerKind): void {
    for (const [k, weight] of open.entries()) this.#listed.add(weight, ofKind(this.#before, k), this.#got);
  }

  #expect(component: number, amount: number): void {
    this.expected[component] = ofKind(this.expected, component) + amount;
  }

  #carry(kind: number, present: number): void {
    this.#before[kind] = ofKind(this.#before, kind) + present;
  }

  /** Lists every end of a decided tree for the debtors of a path. */
  #follow({ tree, option, month, taken }: DecidedTree, path: Path): void {
    const paid = this.#book?.tree(tree, { ...path, reckoned: month }, option ?? this.#book.option);
    const { like } = tree;
    const scaled = { delay: month - tree.start, factor: like?.factor ?? 1 };
    const ends = this.#memo.of(like?.tree ?? tree, this.#walker);
    this.#account(ends, path, scaled);
    this.#list(ends, path, scaled);
    for (const door of ends.doors) {
      const on = this.#through(door, path, scaled);
      const next = taken[door.choice];
      if (on === null) continue;
      if (!next) {
        this.#listed.add(total(on.weights), on.before, on.got);
        continue;
      }
      const choice = tree.choices[door.choice];
      if (choice === undefined) throw new RangeError('a door of a tree leads to no choice');
      const then = { month: path.month + choice.at, discount: path.discount * choice.scale };
      this.#follow(next, { ...on, ...then, paid: paid?.[door.choice] ?? 0 });
    }
  }

  /** Those of a path who come through a door, as it ends there; null when nobody does. */
  #through(
    { at, turned }: OpenPath,
    { weights, before, got, discount }: Path,
    scaled: Scaled,
  ): Pick<Path, 'weights' | 'before' | 'got'> | null {
    // The numbers may have moved while the ways through other doors were walked.
    const { numbers } = this.#walker.room.doors;
    const through = productAt(numbers, at, weights);
    const all = total(through);
    if (all <= 0) return null;
    return {
      weights: turned ? turnedInsolvent(all) : through,
      before: before + discount * broughtBy(numbers, at, scaled),
      got: got + scaled.factor * numberAt(numbers, at + GOT),
    };
  }

  /** Lists the ends of a tree itself, without what follows its choices. */
  #list({ ends: at }: Terminals, { weights, before, got, discount }: Path, scaled: Scaled): void {
    const { numbers, size } = this.#walker.room.ends;
    this.#listed.room((at.to - at.from) / size);
    // There are thousands of ends, so they are written where they stand.
    const { chance: chances, present, principal } = this.#listed;
    let { count } = this.#listed;
    for (let end = at.from; end < at.to; end += size) {
      const chance = dotAt(numbers, end, weights);
      if (chance <= 0) continue;
      chances[count] = chance;
      present[count] = before + discount * broughtBy(numbers, end, scaled);
      principal[count] = got + scaled.factor * numberAt(numbers, end + GOT);
      count++;
    }
    this.#listed.count = count;
  }

  /** Adds what a tree's own flows bring on average to the expected totals. */
  #account({ totals }: Terminals, { weights, month, discount }: Path, { delay, factor }: Scaled): void {
    const { numbers } = this.#walker.room.totals;
    for (let i = 0; i < COMPONENTS; i++) {
      const at = totals + i * KIND_COUNT;
      const scaling = dotAt(numbers, at, weights) + delay * dotAt(numbers, at + TOTAL_GROWTH, weights);
      const sum = factor * scaling + dotAt(numbers, at + TOTAL_COST, weights);
      this.#expect(i, i === PRESENT ? sum * discount : sum);
    }
    this.#expect(TIMED, factor * month * dotAt(numbers, totals + PRINCIPAL * KIND_COUNT, weights));
  }
}

/** So many debtors who behave as insolvent. */
function turnedInsolvent(all: number): PerKind {
  const weights = zeros();
  weights[INSOLVENT] = all;
  return weights;
}

/** How a tree is read from the ends that were listed for one like it: months of delay, and the factor of its balance. */
interface Scaled {
  readonly delay: number;
  readonly factor: number;
}

/** Present value of a path at the start of its tree. */
const broughtBy = (n: Float64Array, at: number, { delay, factor }: Scaled): number =>
  factor * (numberAt(n, at + NOW) + delay * numberAt(n, at + GROWTH)) + numberAt(n, at + COST);
