// Trees of one claim, and trees that are compiled once for all claims of a family and read for any balance (docs/model.md 7).

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind, perKind, zeros } from '../../assumptions/kinds.ts';
import { isKnownAtMost, minus, plus, times } from '../../numbers/number.ts';
import type { Case, Event, Option, Prospect, Scaling, Situation, State } from '../../options/option.ts';
import { type CompiledTree, DecisionNode, type Proportional, type TreeParts } from './compiled_tree.ts';
import { failAlike } from './failure.ts';

/** An option with the terms chosen for it. */
export interface Move {
  readonly option: Option;
  readonly terms: unknown;
}

/** A tree compiled for one claim. */
export class SingleTree implements CompiledTree {
  readonly v0: PerKind;
  readonly v1: PerKind;
  readonly choices: readonly DecisionNode[];
  readonly event: Event;
  readonly state: State;
  readonly start: number;
  readonly goesOn: boolean;
  readonly like = null;

  constructor(parts: TreeParts, { event, state, start, goesOn }: Omit<CompiledTree, 'v0' | 'v1' | 'choices' | 'like'>) {
    this.v0 = perKind((k) => plus(ofKind(parts.receipts, k), ofKind(parts.costs, k)));
    this.v1 = parts.growth;
    this.choices = parts.choices;
    this.event = event;
    this.state = state;
    this.start = start;
    this.goesOn = goesOn;
  }
}

/** What the trees of a family need of their board. */
export interface FamilyContext {
  readonly case: Case;
  readonly situation: (state: State, month: number) => Situation;
  /** Present value at the failure of a failed claim of so many yen. */
  readonly failed: (amount: number) => number;
}

/** A tree compiled for one balance that serves every claim alike in the rest. */
export class FamilyTree {
  readonly move: Move;
  readonly prospect: Prospect;
  readonly parts: TreeParts;
  readonly state: State;
  readonly start: number;
  /** Thresholds below the balance: it serves claims of the same band. */
  readonly band: number;
  readonly #scaling: Scaling;
  readonly #context: FamilyContext;
  readonly #byBalance = new Map<number, BalanceTree>();

  constructor(
    compiled: Pick<FamilyTree, 'move' | 'prospect' | 'parts' | 'state' | 'start' | 'band'>,
    scaling: Scaling,
    context: FamilyContext,
  ) {
    this.move = compiled.move;
    this.prospect = compiled.prospect;
    this.parts = compiled.parts;
    this.state = compiled.state;
    this.start = compiled.start;
    this.band = compiled.band;
    this.#scaling = scaling;
    this.#context = context;
  }

  /** The tree of a claim with this balance, first asked for in `month`. */
  of(state: State, month: number): BalanceTree {
    let tree = this.#byBalance.get(state.balance);
    if (!tree) {
      tree = new BalanceTree(this, state, month, this.#context);
      this.#byBalance.set(state.balance, tree);
    }
    return tree;
  }

  /**
   * The same for claims of which a court has granted these shares: a debtor pays its share of what it would pay of the whole,
   * and one who has turned insolvent that of an insolvent one. Only for parts that keep the latter apart.
   */
  granted(share: PerKind): FamilyTree {
    const { turned, fees } = this.parts;
    if (turned === null) throw new RangeError('a tree that serves every share keeps apart what insolvent debtors pay');
    const part = (all: PerKind, failed: PerKind): PerKind =>
      perKind((k) => {
        const own = times(ofKind(share, k), minus(ofKind(all, k), ofKind(failed, k)));
        return plus(own, times(ofKind(share, INSOLVENT), ofKind(failed, k)));
      });
    const parts = (all: Proportional, failed: Proportional | null): Proportional => ({
      receipts: part(all.receipts, failed?.receipts ?? NO_PART),
      growth: part(all.growth, failed?.growth ?? NO_PART),
    });
    const granted = { ...parts(this.parts, turned), fees: fees && parts(fees, turned.fees), turned: null };
    const { move, prospect, start, band, state } = this;
    return new FamilyTree(
      { move, prospect, start, band, state: { ...state, share }, parts: { ...this.parts, ...granted } },
      this.#scaling,
      this.#context,
    );
  }

  /** Some of its costs depend on the balance. */
  get priced(): boolean {
    return this.#scaling.prices.length > 0 || this.#scaling.fee_rate !== undefined;
  }

  /** Value per kind for a claim with this balance, and its growth per month of delay. */
  valuesFor(balance: number, month: number): { readonly v0: PerKind; readonly v1: PerKind } {
    const { receipts, growth, costs, priced, fees, failures } = this.parts;
    const { prices, fee_rate } = this.#scalingTo(balance, month);
    const factor = balance / this.state.balance;
    const v0 = [...costs];
    const v1 = zeros();
    addScaled(v0, receipts, factor);
    addScaled(v1, growth, factor);
    if (fees !== null) {
      const more = times(factor, minus(fee_rate ?? 0, this.#scaling.fee_rate ?? 0));
      addScaled(v0, fees.receipts, more);
      addScaled(v1, fees.growth, more);
    }
    for (const [p, part] of priced.entries()) if (part) addScaled(v0, part, prices[p] ?? 0);
    for (const { amount, weight } of failures) addScaled(v0, weight, this.#context.failed(times(amount, factor)));
    return { v0, v1 };
  }

  #scalingTo(balance: number, month: number): Scaling {
    if (!this.priced || balance === this.state.balance) return this.#scaling;
    const situation = this.#context.situation({ ...this.state, balance }, month);
    return this.move.option.scaling?.(situation) ?? this.#scaling;
  }
}

/**
 * Whether a tree is another one of the same option at a cost that is never lower: whoever chooses never needs it, for any balance. Costs
 * that differ from world to world are not compared.
 */
export function isDearer({ parts, move }: FamilyTree, { parts: other, move: otherMove }: FamilyTree): boolean {
  const { receipts, growth, costs, priced, fees, failures, choices } = parts;
  return (
    move.option === otherMove.option &&
    costs.every((cost, k) => isKnownAtMost(cost, ofKind(other.costs, k))) &&
    isSame(receipts, other.receipts) &&
    isSame(growth, other.growth) &&
    priced.length === other.priced.length &&
    priced.every((part, p) => isSame(part, other.priced[p])) &&
    isSame(fees?.receipts, other.fees?.receipts) &&
    isSame(fees?.growth, other.fees?.growth) &&
    failures.length === other.failures.length &&
    failures.every(
      ({ amount, weight }, i) => amount === other.failures[i]?.amount && isSame(weight, other.failures[i]?.weight),
    ) &&
    choices.length === other.choices.length &&
    choices.every((choice, i) => leadsAlike(choice, other.choices[i]))
  );
}

const isSame = (a: PerKind | undefined, b: PerKind | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((x, k) => x === b[k]));

const leadsAlike = (a: DecisionNode, b: DecisionNode | undefined): boolean =>
  b !== undefined &&
  a.family === b.family &&
  a.balance === b.balance &&
  a.at === b.at &&
  a.scale === b.scale &&
  isSame(a.reach, b.reach) &&
  isSame(a.turned, b.turned);

const NO_PART: PerKind = zeros();

/** Adds a multiple of a vector. */
function addScaled(to: number[], vector: PerKind, factor: number): void {
  for (let k = 0; k < KIND_COUNT; k++) to[k] = plus(ofKind(to, k), times(factor, ofKind(vector, k)));
}

/** The tree of a family for one balance. It builds choices and events only when they are read. */
export class BalanceTree implements CompiledTree {
  readonly v0: PerKind;
  readonly v1: PerKind;
  readonly state: State;
  readonly goesOn = false;
  readonly #family: FamilyTree;
  readonly #month: number;
  readonly #context: FamilyContext;
  #choices: readonly DecisionNode[] | null = null;
  #event: Event | null = null;
  #like: CompiledTree['like'] | undefined;

  constructor(family: FamilyTree, state: State, month: number, context: FamilyContext) {
    const { v0, v1 } = family.valuesFor(state.balance, month);
    this.v0 = v0;
    this.v1 = v1;
    this.state = state;
    this.#family = family;
    this.#month = month;
    this.#context = context;
  }

  get like(): CompiledTree['like'] {
    if (this.#like === undefined) this.#like = this.#family.priced ? null : this.#inProportion();
    return this.#like;
  }

  #inProportion(): CompiledTree['like'] {
    const { state, parts } = this.#family;
    const factor = this.state.balance / state.balance;
    // Who fails after a part was paid owes less, which may be worth proving for one balance and not for the other.
    const alike = parts.failures.every(({ amount }) => failAlike(this.#context.case, amount, times(amount, factor)));
    return alike ? { tree: this.#family.of(state, this.#month), factor } : null;
  }

  get choices(): readonly DecisionNode[] {
    this.#choices ??= this.#family.parts.choices.map(
      (choice) => new DecisionNode(choice, choice.event.goes_on?.balance ?? this.state.balance, this.#month),
    );
    return this.#choices;
  }

  get event(): Event {
    if (this.#event === null) {
      const { move } = this.#family;
      this.#event = move.option.prospect(this.#context.situation(this.state, this.#month), move.terms).event;
    }
    return this.#event;
  }

  get start(): number {
    return this.#family.start;
  }
}
