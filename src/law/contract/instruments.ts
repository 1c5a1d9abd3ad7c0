// What the law must state about bills, cheques and electronically recorded claims: when to present, against whom, and until when.
import type { Day, Period } from '../../values/day.ts';
import type { Dated } from '../dated.ts';
import type { RuleSet } from './rules.ts';

/** Instruments of payment that give a claim of their own. */
export const INSTRUMENTS = ['promissory_note', 'cheque', 'electronic_claim'] as const;
/** One of these instruments. */
export type Instrument = (typeof INSTRUMENTS)[number];

/** How long the rights of one instrument last; null = there is no such right. */
export interface InstrumentPeriods {
  /** Presentment: so many business days after maturity, or days after the date of issue. */
  readonly present: { readonly days: number; readonly business: boolean; readonly from: 'maturity' | 'issue' } | null;
  /** Against the maker or debtor, from maturity. */
  readonly maker: Period | null;
  /** Recourse of the holder, from maturity or the end of presentment. */
  readonly recourse: (Period & { readonly from: 'maturity' | 'presentment' }) | null;
  /** Recourse of an endorser who paid, from that day. */
  readonly endorser: Period | null;
}

/** Rules of instruments that are stated in words. */
export const INSTRUMENT_RULES = [
  'recourse_needs_presentment',
  'summary_suit',
  'summary_venue',
  'provisional_execution',
  'summary_objection',
  'clearing',
  'clearing_ended',
  'underlying_claim',
  'subcontract_ban',
  'bill_dishonour',
  'electronic_claim_default',
] as const;
/** One of these rules. */
export type InstrumentRule = (typeof INSTRUMENT_RULES)[number];

/** The part of a jurisdiction about instruments. */
export interface InstrumentLaw {
  readonly rights: Readonly<Record<Instrument, Dated<InstrumentPeriods>>>;
  /** Instruments for which the summary suit is open. */
  readonly summary_for: readonly Instrument[];
  /** Instruments that pass through the clearing house, and the first day without it. */
  readonly cleared: readonly Instrument[];
  readonly clearing_ends: Day;
  readonly rules: RuleSet<InstrumentRule>;
}
