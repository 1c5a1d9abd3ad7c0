// What the law must state about late interest: rates, caps, and what a part payment pays first.
import type { Dated } from '../dated.ts';
import type { Rate } from './amounts.ts';
import type { ClaimKind, DebtorType } from './claim.ts';

/** The highest agreed late interest on a loan: a factor on the interest cap of the tier the principal falls into. */
export interface LoanCap {
  readonly factor: Rate;
  /** `below` is the first principal that is outside the tier; null = the last tier. */
  readonly tiers: readonly { readonly below: number | null; readonly rate: Rate }[];
}

/** To which claims a rule about late interest applies: both the kind and the debtor must be among these. */
export interface InterestScope {
  readonly claim_kinds: readonly ClaimKind[];
  readonly debtor_types: readonly DebtorType[];
}

/** The parts of a debt, in the order of law in which a payment fills them. */
export type DebtPart = 'costs' | 'interest' | 'principal';

/** The part of a jurisdiction about late interest. */
export interface LateInterestLaw {
  /** By the first day of default; it then stays for the life of the debt. */
  readonly statutory: Dated<Rate>;
  /** Rate for claims from commercial acts; null where the law makes no difference. */
  readonly commercial: Dated<Rate>;
  readonly commercial_kinds: readonly ClaimKind[];
  /** Rate owed by a commissioning business to a small contractor, from the day after `subcontract_days`. */
  readonly subcontract: Dated<Rate>;
  /** Latest day of payment under the subcontract act, counting the day of receipt as the first. */
  readonly subcontract_days: Dated<number>;
  /** Cap on what a consumer may agree to; not for loans. */
  readonly consumer_cap: Dated<Rate>;
  readonly loan_cap: Dated<LoanCap>;
  /** Cap for loans by those who lend as a business. */
  readonly business_loan_cap: Dated<Rate>;
  /** Claims for which nothing above the statutory rate may be agreed. */
  readonly statutory_cap: Dated<InterestScope>;
  /** What public bodies owe for what they bought: the rate without an agreement, below which none may be agreed. */
  readonly public_contract: Dated<Rate>;
  readonly public_contract_scope: Dated<InterestScope>;
  /** Interest at that rate is owed in whole multiples of this amount; the rest is dropped. */
  readonly public_contract_unit: Dated<number>;
  readonly appropriation: Dated<readonly DebtPart[]>;
}
