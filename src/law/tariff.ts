// The prices and limits of the law on one day, as plain whole-yen numbers for the valuation: fees, postage, counsel, time limits.
// Exact figures come from `fees.ts`; here they become doubles once, and are remembered.

import type { Day } from '../claim/day.ts';
import { at } from './dated.ts';
import {
  certifiedMailFee,
  estimate,
  filingFee,
  flatFee,
  lawyerFee,
  notarialDeedFee,
  objectionExtraFee,
} from './fees.ts';
import type { Filing, Jurisdiction } from './law.ts';

/** Petitions that start a court route. */
export type Route = 'payment_order' | 'small_claims' | 'suit';

/** What things cost and how far they reach, in yen and months. */
export interface Tariff {
  /** Court fee and postage of a petition over an amount. */
  readonly filing: (route: Route, amount: number) => number;
  /** Further fee when a payment order over an amount becomes a suit. */
  readonly objection: (amount: number) => number;
  /** Benchmark retainer of counsel for a suit over an amount. */
  readonly retainer: (amount: number) => number;
  /** Benchmark success fee of counsel if the whole amount is obtained. */
  readonly success: (amount: number) => number;
  /** Notary's fees for an enforceable deed over an amount: deed, clause and service. */
  readonly deed: (amount: number) => number;
  /** Fee and postage of attaching a claim. */
  readonly attachment: number;
  /** A one-sheet certified letter with proof of delivery. */
  readonly certified_mail: number;
  readonly small_claims_max: number;
  readonly summary_court_max: number;
  /** Months after which a trade claim may be written down. */
  readonly write_off_months: number;
  /** Months by which a demand postpones the end of the limitation period. */
  readonly demand_months: number;
}

/** Reads the tariff of a jurisdiction for filings on a day. Throws `LawNotCovered` for a day the data do not cover. */
export function tariffOn(law: Jurisdiction, on: Day, filing: Filing, counselFiling: Filing): Tariff {
  const remembered = (compute: (amount: number) => number) => {
    const known = new Map<number, number>();
    return (amount: number): number => {
      let price = known.get(amount);
      if (price === undefined) {
        price = compute(amount);
        known.set(amount, price);
      }
      return price;
    };
  };
  const petition = (route: Route) =>
    remembered((amount) => {
      const by = route === 'suit' && amount > summary_court_max ? counselFiling : filing;
      const fee = filingFee(law, route, { amount, on, filing: by });
      return fee.total.plus(fee.postage ?? 0).toNumber();
    });
  const value = (limit: 'small_claims_max' | 'summary_court_max'): number => at(law.limits[limit], on) ?? 0;
  const summary_court_max = value('summary_court_max');
  const filings: Record<Route, (amount: number) => number> = {
    payment_order: petition('payment_order'),
    small_claims: petition('small_claims'),
    suit: petition('suit'),
  };
  const counsel = remembered((amount) => lawyerFee(law, amount, on).retainer.toNumber());
  const postage = estimate(law, 'attachment_postage', on);
  const demand = at(law.limitation.events, on)?.demand_received;
  return {
    filing: (route, amount) => filings[route](amount),
    objection: remembered((amount) => objectionExtraFee(law, { amount, on, filing }).total.toNumber()),
    retainer: counsel,
    success: remembered((amount) => lawyerFee(law, amount, on).success.toNumber()),
    deed: remembered((amount) =>
      notarialDeedFee(law, amount, on)
        .amount.plus(flatFee(law, 'deed_clause', on).amount)
        .plus(flatFee(law, 'deed_service', on).amount)
        .toNumber(),
    ),
    attachment: flatFee(law, 'attachment', on).amount.toNumber() + (postage.low + postage.high) / 2,
    certified_mail: certifiedMailFee(law, 1, on).amount.toNumber(),
    small_claims_max: value('small_claims_max'),
    summary_court_max,
    write_off_months: at(law.bad_debt.formal_after_months, on) ?? Number.POSITIVE_INFINITY,
    demand_months: demand?.grace?.months ?? 0,
  };
}
