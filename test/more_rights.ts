// A right more is never worth less: random claims with a right and without it, and what the best first step is worth in both.

import fc from 'fast-check';
import { settingOf, setUp } from '../src/decision/programme/case.ts';
import { Programme } from '../src/decision/programme/programme.ts';
import { CONSIDER, type Fields, jp, OPTIONS, read, receivable } from './receivables.ts';

/** A random claim, and what it is with a right more. */
type Claim = Fields & { readonly amount: number; readonly overdue_days: number };

/** A right that a claim may have: the claim without it, and with it. */
interface Right {
  readonly right: string;
  readonly without: (of: Claim) => Fields;
  readonly with: (of: Claim) => Fields;
}

/** Terms told by the caller, so that nothing is chosen: the choice among terms is a rule of thumb, and not monotone in anything. */
const TERMS = { plan: { instalments: 6, down_rate: '10%', deed: false }, settlement_refused: true };

/** Rights that add to what can be done. */
export const RIGHTS: readonly Right[] = [
  { right: 'a title', without: (of) => of, with: (of) => ({ ...of, title: 'judgment', title_on: '2026-11-01' }) },
  {
    right: 'security',
    without: (of) => ({ ...of, security_value: 0 }),
    with: (of) => ({ ...of, security_value: Math.round(of.amount * 0.3) }),
  },
  {
    right: 'a guarantor',
    without: (of) => of,
    with: (of) => ({ ...of, guarantor: { value: Math.round(of.amount * 0.5) } }),
  },
  {
    right: 'a lien',
    without: (of) => ({ ...of, claim_kind: 'goods' }),
    with: (of) => ({ ...of, claim_kind: 'goods', lien: { goods_value: Math.round(of.amount * 0.3) } }),
  },
  {
    right: 'an acknowledgment, undisputed and unsecured',
    without: (of) => ({ ...of, dispute: 'none', security_value: 0, acknowledged: undefined }),
    with: (of) => ({ ...of, dispute: 'none', security_value: 0, acknowledged: true }),
  },
  {
    right: 'an acknowledgment, undisputed and secured',
    without: (of) => ({ ...of, dispute: 'none', security_value: of.amount, acknowledged: undefined }),
    with: (of) => ({ ...of, dispute: 'none', security_value: of.amount, acknowledged: true }),
  },
  {
    right: 'an acknowledgment, disputed in full',
    without: (of) => ({ ...of, dispute: 'full', acknowledged: undefined }),
    with: (of) => ({ ...of, dispute: 'full', acknowledged: true }),
  },
  {
    right: 'known assets of who answers',
    without: (of) => ({ ...of, contact: 'responsive', assets: 'unknown' }),
    with: (of) => ({ ...of, contact: 'responsive', assets: 'known' }),
  },
  {
    right: 'known assets of who avoids us',
    without: (of) => ({ ...of, contact: 'evasive', assets: 'unknown' }),
    with: (of) => ({ ...of, contact: 'evasive', assets: 'known' }),
  },
];

/** Value of the best first step. */
export function bestValue(fields: Fields): number {
  const { claim, terms, assumptions } = read(fields);
  const options = OPTIONS.filter(({ id }) => CONSIDER.has(id));
  const c = setUp({ claim, terms, overrides: assumptions, options, consider: CONSIDER, law: jp });
  const { belief, state } = settingOf(c);
  const { solution } = new Programme(c, options, state).solve(belief.weights);
  return Math.max(...solution.first.map(({ value }) => value));
}

/** Random claims, the same ones in every run. */
export const randomClaims = (count: number): readonly Claim[] =>
  fc.sample(receivable, { numRuns: count, seed: 20_261_128 }) as readonly Claim[];

/** What a claim is worth without a right and with it. */
export interface Added {
  readonly right: string;
  readonly claim: Fields;
  readonly without: number;
  readonly with: number;
}

/** Values a claim without a right and with it, the terms being told. */
export const added = ({ right, without, with: having }: Right, claim: Claim): Added => ({
  right,
  claim,
  without: bestValue({ ...without(claim), ...TERMS }),
  with: bestValue({ ...having(claim), ...TERMS }),
});

/** A right that is worth less than nothing to some claims, with the smallest example, and why. */
export interface KnownLoss {
  readonly right: string;
  readonly claim: Claim;
  readonly why: string;
}

/** Where the property does not hold. An entry whose claim is not worth less any more fails, so that it is taken out. */
export const KNOWN_LOSSES: readonly KnownLoss[] = [
  {
    right: 'a title',
    claim: { amount: 2_000_000, overdue_days: 1000, acknowledged: true },
    why: 'without its day it is taken to have been ignored for long, and no suit may be brought under it',
  },
  {
    right: 'an acknowledgment, undisputed and unsecured',
    claim: {
      amount: 29_999_994,
      overdue_days: -90,
      contact: 'responsive',
      evidence: 'strong',
      partial_paid: true,
      margin_per_year: 1_000,
    },
    why: 'it is news that the debtor is rather one short of cash, which outweighs it by .1 % before the due date',
  },
  {
    right: 'an acknowledgment, undisputed and secured',
    claim: { amount: 20_000, overdue_days: 6, pd: 0.6, broken_promises: 3 },
    why: 'it is news that the debtor will not fail, and small security is worth realising only when it does',
  },
  {
    right: 'an acknowledgment, disputed in full',
    claim: { amount: 1_000_000, overdue_days: 541 },
    why: 'it is news that the debtor does not dispute in earnest, so it is rather one that cannot pay',
  },
  {
    right: 'known assets of who avoids us',
    claim: { amount: 300_000, overdue_days: 60, demand_sent: true },
    why: 'nothing is offered to who would use the time to move them, and that it would is not counted',
  },
];

/** Yen that rounding may cost. */
const YEN = 0.5;

/** Random claims, each with one of the rights that hold without exception in turn, to which that right is worth less than nothing. */
export function losses(count: number): Added[] {
  const held = RIGHTS.filter(({ right }) => !KNOWN_LOSSES.some((known) => known.right === right));
  return randomClaims(count)
    .map((claim, i) => added(held[i % held.length]!, claim))
    .filter((one) => one.with < one.without - YEN);
}
