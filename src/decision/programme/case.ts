// A claim set up for valuing: its facts, its debtor, the law of the day, the assumptions, and who the debtor probably is.
// The same facts serve many sets of assumptions, because nothing in them rests on an assumption.

import { type Assumptions, assume, type Override } from '../../assumptions/values.ts';
import type { Claim } from '../../claim/claim.ts';
import { type Accrued, type Facts, factsOf } from '../../claim/facts.ts';
import { type Belief, belief } from '../../debtor/belief.ts';
import { stageNews, titleNews } from '../../debtor/in_court.ts';
import { debtorOf, refusedOffers } from '../../debtor/known.ts';
import type { Jurisdiction } from '../../law/law.ts';
import { type TariffReader, tariffOn, type WayOfFiling } from '../../law/tariff.ts';
import { atLeast, decay, exp, log, minus, over, plus, times } from '../../numbers/number.ts';
import type { Case, Option, State } from '../../options/option.ts';
import type { OutcomeRoom } from './outcome_list.ts';
import { stateOf } from './state.ts';

/** What a decision is asked about. */
export interface Question {
  readonly claim: Claim;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly overrides: Readonly<Record<string, Override>>;
  /** Every option known; `consider` names those to value. The baseline is always valued, because all are compared with it. */
  readonly options: readonly Option[];
  readonly consider: ReadonlySet<string>;
  readonly law: Jurisdiction;
  /** Late interest where the claim stands for several invoices. */
  readonly accrued?: Accrued | undefined;
  /** Reads tariffs; questions that are asked together share one. */
  readonly tariffs?: TariffReader | undefined;
  /** Where outcomes are listed; questions that are asked one after another share it. */
  readonly room?: OutcomeRoom | undefined;
}

/** Present value of a yen after `months`: the discount rate, and the bridge rate once cash is needed (docs/model.md 11.2). */
function discounting(facts: Facts, a: Assumptions): (months: number) => number {
  const r = over(log(plus(1, a.money.discount_rate)), 12);
  const { liquidity } = facts;
  if (!liquidity) return (months) => decay(r, months);
  const extra = minus(Math.log(1 + liquidity.rate) / 12, r);
  return (months) => exp(minus(minus(0, times(r, months)), times(extra, atLeast(minus(months, liquidity.months), 0))));
}

/** Caches results of functions of a case, keyed by the function and its further arguments; most have none. */
function keptBy(of: () => Case): Case['once'] {
  const known = new Map<unknown, unknown>();
  const knownOf = new Map<unknown, Map<unknown, unknown>>();
  return <A extends readonly (string | number | boolean)[], T>(
    compute: (c: Case, ...given: A) => T,
    ...given: A
  ): T => {
    const plain = given.length === 0;
    const values = plain ? known : (knownOf.get(compute) ?? new Map<unknown, unknown>());
    if (!plain) knownOf.set(compute, values);
    const key = plain ? compute : given.length === 1 ? given[0] : given.join(' ');
    const kept = values.get(key) as T | undefined;
    if (kept !== undefined) return kept;
    const value = compute(of(), ...given);
    values.set(key, value);
    return value;
  };
}

/** What a case is set up from. */
export type CaseParts = Omit<Case, 'discount' | 'once'>;

/** Sets up a case. */
export function caseOf({ facts, debtor, law, tariff, a, terms }: CaseParts): Case {
  const c: Case = { facts, debtor, law, tariff, a, discount: discounting(facts, a), terms, once: keptBy(() => c) };
  return c;
}

/** A case and the belief about its debtor. */
export interface Setting {
  readonly case: Case;
  readonly belief: Belief;
  readonly state: State;
}

/** Who the debtor of a case probably is, and how its claim stands. */
export function settingOf(c: Case): Setting {
  const { facts, debtor, a } = c;
  const seen = {
    age: facts.age,
    effort_months: facts.claim.effort_months,
    pd: debtor.pd,
    in_crisis: debtor.pd_from === 'insolvency',
    proceedings: facts.proceedings,
    signs: debtor.signs,
    refused: [
      ...refusedOffers(facts.claim, debtor, a),
      ...stageNews(facts, debtor.written, c.tariff.summary_court_max, a),
      ...titleNews(facts, a),
    ],
  };
  return { case: c, belief: belief(seen, debtor.hazards, a), state: stateOf(facts) };
}

/** Returns every number that the caller put in the place of a default. Rates stated as fields of the claim override the same assumptions. */
export const overridesOf = ({ claim, overrides }: Pick<Question, 'claim' | 'overrides'>): Question['overrides'] => ({
  ...overrides,
  ...(claim.discount_rate === undefined ? {} : { 'money.discount_rate': claim.discount_rate }),
  ...(claim.staff_rate === undefined ? {} : { 'money.staff_rate': claim.staff_rate.toNumber() }),
});

/**
 * Counsel must file online (Code of Civil Procedure art. 132-11(1)), whatever way the creditor would choose; a creditor without counsel may
 * choose. A quote for court work means that counsel is instructed, as `needsCounsel` of the court routes has it.
 */
function wayOfFiling({ filing, lawyer, representation }: Claim, terms: Question['terms']): WayOfFiling {
  const quoted = (terms.litigate as { readonly cost?: unknown } | undefined)?.cost !== undefined;
  const wanted = representation === undefined ? lawyer : representation === 'lawyer' ? 'yes' : 'no';
  const counselled = wanted === 'no' ? 'never' : wanted === 'yes' || quoted ? 'always' : 'above_limit';
  // Whoever represents us for reward files online, a scrivener too.
  const isActedFor = wanted === 'yes' || representation === 'scrivener';
  return { own: filing ?? (isActedFor ? 'online' : 'paper'), counsel: 'online', counselled };
}

/** Sets up a question. Throws `LawNotCovered` when the law of a needed day is not in the data. */
export function setUp(question: Question): Case {
  const { claim, law, tariffs = tariffOn } = question;
  const a = assume(overridesOf(question));
  const facts = factsOf(claim, law, question.accrued);
  const tariff = tariffs(law, claim.as_of, wayOfFiling(claim, question.terms));
  return caseOf({ facts, debtor: debtorOf(claim, facts.principal, a), law, tariff, a, terms: question.terms });
}

/** Sets up the same case under other assumptions. */
export const assuming = (c: Case, a: Assumptions): Case =>
  caseOf({ ...c, a, debtor: debtorOf(c.facts.claim, c.facts.principal, a) });
