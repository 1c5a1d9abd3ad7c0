// The prototype's worked receivables and numbers, set up as cases of this engine. The prototype had its own fee table (the filing
// fees before 2026-05-21, half of them for a payment order, 6,000 yen of postage); it is passed in as a tariff.

import type { PerKind } from '../src/assumptions/kinds.ts';
import { type Assumptions, DEFAULTS } from '../src/assumptions/values.ts';
import type { Claim } from '../src/claim/claim.ts';
import { type Facts, factsOf } from '../src/claim/facts.ts';
import { belief } from '../src/debtor/belief.ts';
import { titleNews } from '../src/debtor/in_court.ts';
import { debtorOf, refusedOffers } from '../src/debtor/known.ts';
import { caseOf } from '../src/decision/programme/case.ts';
import { stateOf } from '../src/decision/programme/state.ts';
import { filingFee } from '../src/law/fees.ts';
import { jp } from '../src/law/index.ts';
import { type Tariff, tariffOn } from '../src/law/tariff.ts';
import * as registry from '../src/options/index.ts';
import type { Case, Option, State } from '../src/options/option.ts';
import { type Money, money } from '../src/values/money.ts';
import engine from './cases/engine-v1.json' with { type: 'json' };
import { PAPER } from './filing.ts';
import { FIRST_EDITION } from './first_edition.ts';

export const AS_OF = '2026-06-01';

/** A receivable in the prototype's words. */
export interface GoldenReceivable {
  readonly amount: number;
  /** Months past due. */
  readonly age: number;
  readonly effortMonths?: number;
  readonly limitationMonths?: number;
  readonly signals?: {
    readonly contact?: Claim['contact'];
    readonly dispute?: Claim['dispute'];
    readonly partialPaid?: 'yes' | 'no';
    readonly brokenPromises?: number;
    readonly history?: Claim['payment_history'];
    readonly distress?: Claim['distress'];
    readonly acknowledged?: 'yes' | 'no';
  };
  readonly score?: number;
  readonly pd?: number;
  readonly evidence?: Claim['evidence'];
  readonly assets?: Claim['assets'];
  readonly demandSent?: boolean;
  readonly payables?: number;
  readonly payablesDueIn?: number;
  readonly saleOffer?: number;
  readonly debtorOffer?: { readonly amount: number; readonly inMonths: number; readonly prob: number };
  readonly factoring?: {
    readonly kind: string;
    readonly fee: number;
    readonly fixed: number;
    readonly recourse: boolean;
  };
  readonly liquidity?: { readonly byMonths: number; readonly bridgeAnnual: number };
  readonly relationship?: { readonly annualMargin: number; readonly years: number };
  readonly gates?: { readonly bankrupt?: boolean };
}

/** The prototype's bridge, in whole yen. */
export interface GoldenBridge {
  readonly face: number;
  readonly conceded: number;
  readonly notRecovered: number;
  readonly delayInterest: number;
  readonly externalCosts: number;
  readonly fees: number;
  readonly internalCosts: number;
  readonly relationship: number;
  readonly timeValue: number;
  readonly net: number;
}

export interface GoldenOption {
  readonly action: string;
  readonly value: number;
  readonly alone: number;
  readonly bridge: GoldenBridge;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** [action, month, chance of getting there, value there as a share of what is still open]. */
  readonly timetable: readonly (readonly [string, number, number, number | null])[];
}

export interface GoldenCase {
  readonly id: string;
  readonly receivable: GoldenReceivable;
  readonly typeWeights: readonly number[];
  readonly offers: { readonly settleY: number; readonly planN: number; readonly deed: boolean };
  readonly options: readonly GoldenOption[];
}

interface Engine {
  readonly cases: readonly (Omit<GoldenCase, 'typeWeights'> & { readonly typeWeights?: readonly number[] })[];
}

const all = (engine as unknown as Engine).cases;

/** Every worked receivable that the prototype valued by its programme; the opened bankruptcy is a case of its own. */
export const GOLDEN: readonly GoldenCase[] = all.filter((one): one is GoldenCase => one.typeWeights !== undefined);

/** The receivable whose debtor is bankrupt. */
export const BANKRUPT = all.find(({ typeWeights }) => typeWeights === undefined)!;

/** The short name of a case: `S4b`. */
export const shortName = (id: string): string => id.split(' ')[0]!;

const NAMES: Readonly<Record<string, string>> = {
  stop: 'wait',
  PO: 'payment_order',
  SC: 'small_claims',
  OS: 'suit',
  resolve: 'resolve_dispute',
  accept: 'settle',
};

/** The id here of an action of the prototype. */
export const optionId = (action: string): string => NAMES[action] ?? action;

/** Every registered option. Terms differ in type from one to the next; each reads only its own. */
export const OPTIONS = Object.values(registry) as unknown as readonly Option[];

/** Ids of what the prototype could do; options that came later are not compared with it. */
const KNOWN_TO_PROTOTYPE: ReadonlySet<string> = new Set([
  ...[
    'wait',
    'pursue',
    'demand',
    'resolve_dispute',
    'plan',
    'settle',
    'payment_order',
    'small_claims',
    'suit',
    'enforce',
  ],
  ...['sell', 'factor', 'offset', 'prove_claim', 'write_off'],
]);

/** The options that the prototype had, and those that came later. */
export const PROTOTYPE_OPTIONS = OPTIONS.filter(({ id }) => KNOWN_TO_PROTOTYPE.has(id));
export const LATER_OPTIONS = OPTIONS.filter(({ id }) => !KNOWN_TO_PROTOTYPE.has(id));

export const optionNamed = (id: string): Option => {
  const found = OPTIONS.find((option) => option.id === id);
  if (!found) throw new RangeError(`no option is called ${id}`);
  return found;
};

const oldFilingFee = (amount: number): number =>
  filingFee(jp, 'suit', { amount, on: '2026-01-01', filing: 'paper' }).base.toNumber();

/** What the prototype took for court fees, post and notaries. It knew no write-off. */
export const PROTOTYPE_TARIFF: Tariff = {
  ...tariffOn(jp, AS_OF, PAPER),
  filing: (route, amount) => oldFilingFee(amount) * (route === 'payment_order' ? 0.5 : 1) + 6_000,
  objection: (amount) => oldFilingFee(amount) / 2,
  attachment: 8_000,
  certified_mail: 1_420,
  deed: () => 12_000,
  write_off_months: Number.POSITIVE_INFINITY,
};

/** A case with its claim state today and its belief. */
export interface Setting {
  readonly c: Case;
  readonly state: State;
  readonly weights: PerKind;
}

type Stated = Partial<Omit<Claim, 'amount'>> & { readonly amount: number };

/** Sets up a case from the fields of a claim; facts and tariff may be stated outright. */
export function settingOf(
  stated: Stated,
  terms: Readonly<Record<string, unknown>> = {},
  given: { facts?: Partial<Facts>; tariff?: Tariff; a?: Assumptions } = {},
): Setting {
  const a = given.a ?? DEFAULTS;
  const claim: Claim = { as_of: AS_OF, jurisdiction: 'jp', currency: 'JPY', ...stated, amount: money(stated.amount) };
  const facts: Facts = { ...factsOf(claim, jp), ...given.facts };
  const debtor = debtorOf(claim, facts.principal, a);
  const c = caseOf({
    facts,
    debtor,
    tariff: given.tariff ?? tariffOn(jp, AS_OF, PAPER),
    law: jp,
    a,
    terms,
  });
  const seen = {
    age: facts.age,
    effort_months: claim.effort_months,
    pd: debtor.pd,
    signs: debtor.signs,
    refused: [...refusedOffers(claim, debtor, a), ...titleNews(facts, a)],
  };
  return { c, state: stateOf(facts), weights: belief(seen, debtor.hazards, a).weights };
}

const yesNo = (word: 'yes' | 'no' | undefined): boolean | undefined =>
  word === undefined ? undefined : word === 'yes';

/** What the prototype's receivable says about single options. The prototype sold to anybody; here the buyer must be a lawful one. */
function termsOf(r: GoldenReceivable): Record<string, Record<string, Money | number | string | boolean>> {
  return {
    sell: { buyer: 'lawful_buyer', ...(r.saleOffer ? { offer: money(r.saleOffer) } : {}) },
    ...(r.payables ? { offset: { payable: money(r.payables), payable_due_date: AS_OF } } : {}),
    ...(r.factoring
      ? {
          factor: {
            kind: r.factoring.kind === 'three-party' ? 'three_party' : 'two_party',
            fee_rate: r.factoring.fee,
            fixed_fee: money(r.factoring.fixed),
            recourse: r.factoring.recourse,
          },
        }
      : {}),
    ...(r.debtorOffer ? { settle: { offer: money(r.debtorOffer.amount), in_days: 15 } } : {}),
  };
}

/** A receivable of the prototype as a case of this engine, to the fraction of a month. */
export function goldenSetting(r: GoldenReceivable): Setting {
  const { signals: s = {}, age } = r;
  const claim: Stated = {
    amount: r.amount,
    overdue_days: Math.round(age * 30.4375),
    effort_months: r.effortMonths,
    contact: s.contact,
    dispute: s.dispute,
    partial_paid: yesNo(s.partialPaid),
    broken_promises: s.brokenPromises,
    payment_history: s.history,
    distress: s.distress,
    acknowledged: yesNo(s.acknowledged),
    pd: r.pd,
    tdb_score: r.score,
    assets: r.assets,
    evidence: r.evidence,
    insolvency: r.gates?.bankrupt ? 'bankruptcy' : undefined,
  };
  return settingOf(claim, termsOf(r), {
    tariff: PROTOTYPE_TARIFF,
    a: FIRST_EDITION,
    facts: {
      age,
      interest_age: age,
      due_in: Math.max(0, -age),
      delay_rate: 0.03,
      limitation_months: r.limitationMonths ?? 60 - Math.max(0, age),
      margin_per_year: r.relationship?.annualMargin ?? 0,
      relationship_years: r.relationship?.years ?? 0,
      liquidity: r.liquidity ? { months: r.liquidity.byMonths, rate: r.liquidity.bridgeAnnual } : null,
      monthsUntil: () => r.payablesDueIn ?? 0,
    },
  });
}

/**
 * Routes whose rules are others now: debtors live on while a procedure runs (options/parts/leg.ts), a settlement in court is paid in two halves
 * (options/court/court.ts), and a title is followed by an order of means (options/court/title_orders.ts). Nothing of them is compared with the prototype.
 */
const OTHER_RULES: ReadonlySet<string> = new Set(['payment_order', 'small_claims', 'suit', 'enforce']);

/** Whether what an option was worth to the prototype rests on rules that are others now: it went to court in the end. */
export const wentToCourt = ({ action, timetable }: GoldenOption): boolean =>
  [action, ...timetable.map(([step]) => step)].some((step) => OTHER_RULES.has(optionId(step)));

/** The options whose rules are those of the prototype, with the terms that it chose. */
export function goldenOptions({ receivable, offers }: GoldenCase): readonly Option[] {
  const { debtorOffer, demandSent, factoring } = receivable;
  const terms: Readonly<Record<string, unknown>> = {
    plan: { instalments: offers.planN, down_rate: offers.planN === 3 ? 0.2 : 0.1, deed: offers.deed },
    settle: debtorOffer ? { amount: debtorOffer.amount, months: debtorOffer.inMonths } : { level: offers.settleY },
  };
  // To the prototype a demand that was sent was no news; it was only not sent again.
  const open = ({ id }: Option) => (id !== 'factor' || factoring) && (id !== 'demand' || !demandSent);
  return PROTOTYPE_OPTIONS.filter((option) => !OTHER_RULES.has(option.id) && open(option)).map((option) =>
    option.id in terms ? { ...option, variants: () => [terms[option.id]] } : option,
  );
}
