// The amounts of an instalment plan, which the valuation and the agreement share.

/** Terms of a plan: monthly instalments after a down payment, in a deed or not. */
export interface PlanTerms {
  readonly instalments: number;
  /** Share of the balance that is paid down. */
  readonly down_rate: number;
  readonly deed: boolean;
}

/** Whole-yen amounts due: the down payment, which leaves at least a yen, then equal instalments with the rest in the last. */
export function schedule(balance: number, { instalments, down_rate }: PlanTerms): number[] {
  const down = Math.min(Math.round(balance * down_rate), balance - 1);
  const each = Math.floor((balance - down) / instalments);
  const last = balance - down - each * (instalments - 1);
  return [down, ...Array.from({ length: instalments }, (_, j) => (j === instalments - 1 ? last : each))];
}
