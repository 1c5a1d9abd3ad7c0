// The prices and limits of the law on one day, as plain numbers for the valuation: fees, postage, counsel, time limits.
// The same data as `fees.ts`, read as doubles because a valuation asks hundreds of times; a test holds the two together.

import type { Day } from '../values/day.ts';
import { Fault } from '../values/fault.ts';
import type { Text } from '../values/text.ts';
import { standingOn } from './catalogue.ts';
import type { Filing, PetitionFee } from './contract/court_fees.ts';
import { SETTLING_PETITIONS, type SettlingPetition } from './contract/fee_credit.ts';
import type { FlatFee, LetterLayout } from './contract/flat_fees.ts';
import type { LegalLimit } from './contract/limits.ts';
import { type Citation, type Dated, periodAt, valueOn } from './dated.ts';
import { flatFee } from './fees.ts';
import type { Jurisdiction } from './law.ts';
import { lookUpWhole } from './scale.ts';

/** Petitions that start a court route. */
const COURT_ROUTES = ['payment_order', 'small_claims', 'suit'] as const;
/** One of these petitions, or one that would settle the claim without a suit. */
export type CourtRoute = (typeof COURT_ROUTES)[number] | SettlingPetition;

/** Flat fees that the tariff is made of. */
const CHARGES = [
  'attachment',
  'certified_mail_first_sheet',
  'deed_clause',
  'deed_service',
  'third_party_information',
] as const;

/** Limits that the tariff is made of. */
const BOUNDS = [
  'small_claims_max',
  'small_claims_per_year',
  'summary_court_max',
  'payment_order_objection_days',
  'provisional_execution_window_days',
  'mediation_to_suit_days',
] as const;

/** Procedures that a country may not have. What needs one of them is closed there. */
const MISSABLE_PROCEDURES = [
  ...COURT_ROUTES,
  ...SETTLING_PETITIONS,
  'attachment',
  'certified_mail',
  'notarial_deed',
  'formal_write_off',
] as const;
/** One of these procedures. */
export type MissableProcedure = (typeof MISSABLE_PROCEDURES)[number];

/** Nothing of the fee of a payment order counts towards the suit it becomes. */
const NO_CREDIT = { base: false, flat: false } as const;

/** What things cost and how far they reach, in the currency of the jurisdiction and in months. */
export interface Tariff {
  /** Procedures that the law of the day does not have; what they would cost must not be asked for. */
  readonly absent: ReadonlySet<MissableProcedure>;
  /** Court fee and postage of a petition over an amount. */
  readonly filing: (route: CourtRoute, amount: number) => number;
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
  /** Fee and postage of asking banks for information on a debtor's accounts; null where the law has nobody to ask. */
  readonly asset_information: number | null;
  /** A one-sheet certified letter with proof of delivery. */
  readonly certified_mail: number;
  /** Each further sheet of it. */
  readonly certified_mail_sheet: number;
  /** How its sheets may be laid out; empty where the law of the day states nothing. */
  readonly letter_layouts: readonly LetterLayout[];
  readonly small_claims_max: number;
  /** Whether a small claim may be brought over an amount. */
  readonly isSmallClaim: (amount: number) => boolean;
  readonly small_claims_per_year: number;
  readonly summary_court_max: number;
  /** Days to object to a payment order, and days after that to apply for provisional enforcement. */
  readonly payment_order_objection_days: number;
  readonly provisional_execution_days: number;
  /** Months after which a trade claim may be written down. */
  readonly write_off_months: number;
  /** Months by which a demand postpones the end of the limitation period. */
  readonly demand_months: number;
  /** Days after the notice that mediation failed within which a suit counts from its petition. */
  readonly mediation_to_suit_days: number;
  /** Months by which the limitation period outlasts a petition for mediation or settlement that ends without a result. */
  readonly mediation_grace_months: number;
  /** Those of these values whose source nobody has read yet. */
  readonly unverified: readonly { readonly label: Text; readonly citation: Citation }[];
}

/** Of these values, those that rest on an unverified source on a day. */
const unverifiedOf = (values: readonly Dated<unknown>[], on: Day): Tariff['unverified'] =>
  values
    .filter((dated) => isCovered(dated, on))
    .map((dated) => ({ label: dated.label, ...periodAt(dated, on) }))
    .filter(({ certainty }) => certainty === 'unverified')
    .map(({ label, citation }) => ({ label, citation }));

/** Whether the data know how a value stands on a day. */
const isCovered = (dated: Dated<unknown>, on: Day): boolean => standingOn(dated, on).status !== 'not_covered';

/** A value that must exist on the day. Throws `LawNotCovered`, `RangeError`. */
function needed<T>(dated: Dated<T>, on: Day): T {
  const value = valueOn(dated, on);
  if (value === null) throw new Fault(`${dated.id} does not exist on the day`);
  return value;
}

/** The dated value that says whether a procedure exists. */
const existenceOf = (law: Jurisdiction): Readonly<Record<MissableProcedure, Dated<unknown>>> => ({
  payment_order: law.petitions.payment_order,
  small_claims: law.petitions.small_claims,
  suit: law.petitions.suit,
  mediation: law.petitions.mediation,
  pre_suit_settlement: law.petitions.pre_suit_settlement,
  attachment: law.fees.attachment,
  certified_mail: law.fees.certified_mail_first_sheet,
  notarial_deed: law.notarial_deed,
  formal_write_off: law.bad_debt.formal_after_months,
});

/** Name and source of a procedure, also where it does not exist. Throws `LawNotCovered`. */
export function procedureSource(law: Jurisdiction, procedure: MissableProcedure, on: Day) {
  const dated = existenceOf(law)[procedure];
  return { label: dated.label, citation: periodAt(dated, on).citation };
}

/** The procedures that the law of a day does not have. One that is not covered on the day is refused where its price is asked for. */
function absentOn(law: Jurisdiction, on: Day): ReadonlySet<MissableProcedure> {
  const existence = existenceOf(law);
  return new Set(
    MISSABLE_PROCEDURES.filter(
      (procedure) => existence[procedure].periods.findLast(({ from }) => on >= from)?.value === null,
    ),
  );
}

/** The middle of what is usually deposited for service by post; nothing where the law of the day knows no such deposit. */
function attachmentPostage(law: Jurisdiction, on: Day): number {
  const range = valueOn(law.estimates.attachment_postage, on);
  return range === null ? 0 : (range.low + range.high) / 2;
}

/** A value that is read the first time it is asked for. */
function onDemand<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

/** The values that a tariff is made of. */
const pricedValues = (law: Jurisdiction): readonly Dated<unknown>[] => [
  ...COURT_ROUTES.map((route) => law.petitions[route]),
  law.objection_credit,
  law.lawyer.retainer,
  law.lawyer.success,
  law.lawyer.minimum_retainer,
  law.notarial_deed,
  law.estimates.attachment_postage,
  ...CHARGES.map((id) => law.fees[id]),
  ...BOUNDS.map((id) => law.limits[id]),
  law.bad_debt.formal_after_months,
];

/** How petitions reach the court: as the creditor or its counsel files, and from which amount on counsel does. */
export interface WayOfFiling {
  readonly own: Filing;
  readonly counsel: Filing;
  /** Counsel is instructed for every suit, for none, or for one above the limit of the summary court; never for other petitions. */
  readonly counselled: 'always' | 'never' | 'above_limit';
}

/** Reads the tariff of a jurisdiction for filings on a day. Throws `LawNotCovered` for a day the data do not cover. */
export function tariffOn(law: Jurisdiction, on: Day, { own, counsel, counselled }: WayOfFiling): Tariff {
  const absent = absentOn(law, on);
  const petition = (route: CourtRoute): PetitionFee => needed(law.petitions[route], on);
  const petitions = new Map(
    COURT_ROUTES.filter((route) => !absent.has(route)).map((route): [CourtRoute, PetitionFee] => [
      route,
      petition(route),
    ]),
  );
  const petitionOf = (route: CourtRoute): PetitionFee => petitions.get(route) ?? petition(route);
  // Without courts for lower claims none is below their limit.
  const summary_court_max = valueOn(law.limits.summary_court_max, on) ?? 0;
  const fee = (id: FlatFee): number => flatFee(law, id, on).amount.toNumber();
  const base = (route: CourtRoute, amount: number): number => {
    const { scale, share } = petitionOf(route);
    return (lookUpWhole(scale, amount) * share[0]) / share[1];
  };
  const flat = (route: CourtRoute, by: Filing): number => petitionOf(route).flat[by];
  const suitsFiled = (amount: number): Filing =>
    counselled === 'always' || (counselled === 'above_limit' && amount > summary_court_max) ? counsel : own;
  const credit = valueOn(law.objection_credit, on) ?? NO_CREDIT;
  const { retainer, success, minimum_retainer } = law.lawyer;
  // Prices that only some ways of recovery need are read when one of them asks.
  const retainers = onDemand(() => ({ scale: needed(retainer, on), least: needed(minimum_retainer, on) }));
  const successes = onDemand(() => needed(success, on));
  const deeds = onDemand(() => ({
    scale: needed(law.notarial_deed, on),
    extras: fee('deed_clause') + fee('deed_service'),
  }));
  const attachment = onDemand(() => {
    return absent.has('attachment') ? 0 : fee('attachment') + attachmentPostage(law, on);
  });
  const asset_information = onDemand(() => {
    const asked = valueOn(law.fees.third_party_information, on);
    return asked === null || absent.has('attachment') ? null : asked + attachmentPostage(law, on);
  });
  const mailed = (id: FlatFee): number => (absent.has('certified_mail') ? 0 : fee(id));
  const certified_mail = onDemand(() => mailed('certified_mail_first_sheet'));
  const certified_mail_sheet = onDemand(() => mailed('certified_mail_extra_sheet'));
  const letter_layouts = onDemand(() => valueOn(law.letter_layouts, on) ?? []);
  const limit = (id: LegalLimit): number => valueOn(law.limits[id], on) ?? Number.POSITIVE_INFINITY;
  const days = (id: LegalLimit): number => valueOn(law.limits[id], on) ?? 0;
  return {
    absent,
    filing: (route, amount) => {
      const by = route === 'suit' ? suitsFiled(amount) : own;
      return base(route, amount) + flat(route, by) + (petitionOf(route).postage ?? 0);
    },
    objection: (amount) => {
      const suit = base('suit', amount) + flat('suit', own);
      const paid = (credit.base ? base('payment_order', amount) : 0) + (credit.flat ? flat('payment_order', own) : 0);
      return Math.max(0, suit - paid);
    },
    retainer: (amount) => Math.max(retainers().least, lookUpWhole(retainers().scale, amount)),
    success: (amount) => lookUpWhole(successes(), amount),
    deed: (amount) => lookUpWhole(deeds().scale, amount) + deeds().extras,
    get attachment() {
      return attachment();
    },
    get asset_information() {
      return asset_information();
    },
    get certified_mail() {
      return certified_mail();
    },
    get certified_mail_sheet() {
      return certified_mail_sheet();
    },
    get letter_layouts() {
      return letter_layouts();
    },
    small_claims_max: limit('small_claims_max'),
    isSmallClaim: (amount) => !absent.has('small_claims') && amount <= limit('small_claims_max'),
    small_claims_per_year: limit('small_claims_per_year'),
    summary_court_max,
    payment_order_objection_days: days('payment_order_objection_days'),
    provisional_execution_days: days('provisional_execution_window_days'),
    write_off_months: valueOn(law.bad_debt.formal_after_months, on) ?? Number.POSITIVE_INFINITY,
    demand_months: valueOn(law.limitation.events, on)?.demand_received?.grace?.months ?? 0,
    mediation_to_suit_days: days('mediation_to_suit_days'),
    mediation_grace_months: valueOn(law.limitation.events, on)?.mediation?.grace?.months ?? 0,
    get unverified() {
      return unverifiedOf(pricedValues(law), on);
    },
  };
}

/** Reads the tariff of a jurisdiction for filings on a day, as `tariffOn` does. */
export type TariffReader = typeof tariffOn;

/** Tariffs of one jurisdiction that a reader keeps, so that it stays small however many days a ledger names. */
const KEPT_MAX = 64;

/** A reader that keeps what it has read: the rows of a ledger mostly share the day and the way of filing. */
export function tariffReader(): TariffReader {
  const byLaw = new Map<Jurisdiction, Map<string, Tariff>>();
  return (law, on, filing) => {
    const kept = byLaw.get(law) ?? new Map<string, Tariff>();
    byLaw.set(law, kept);
    const key = `${on} ${filing.own} ${filing.counsel} ${filing.counselled}`;
    let tariff = kept.get(key);
    if (tariff === undefined) {
      tariff = tariffOn(law, on, filing);
      if (kept.size >= KEPT_MAX) kept.clear();
      kept.set(key, tariff);
    }
    return tariff;
  };
}
