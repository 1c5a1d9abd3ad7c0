// What the law must state about fees that do not follow the amount, and about the costs that come on top of them.
import type { Dated } from '../dated.ts';
import type { CostRange } from './amounts.ts';

/** Fees that do not depend on the amount claimed. */
export const FLAT_FEES = [
  'attachment',
  'third_party_information',
  'asset_disclosure',
  'provisional_attachment',
  'bankruptcy_petition',
  'rehabilitation_petition',
  'small_claims_objection',
  'execution_clause',
  'certificate',
  'copy_page',
  'electronic_certificate',
  'deed_clause',
  'deed_service',
  'deed_service_certificate',
  'deed_copy_page',
  'deed_electronic',
  'deed_extra_page',
  'fixed_date',
  'assignment_registration',
  'assignment_certificate',
  'certified_mail_first_sheet',
  'certified_mail_extra_sheet',
] as const;
/** One of these fees. */
export type FlatFee = (typeof FLAT_FEES)[number];

/** Costs for which only a usual range is known. */
export const ESTIMATES = [
  'attachment_postage',
  'lawyer_letter',
  'assignment_registration_agent',
  'provisional_attachment_security',
  'bank_account_security',
] as const;
/** One of these costs. */
export type Estimate = (typeof ESTIMATES)[number];

/** What is asked beside a fee, of amounts that each court, agent or lawyer sets. */
export interface AdditionalCosts {
  /** A deposit for service by post, of an amount that is not known. */
  readonly postage?: true;
  /** Money that the court wants in advance, of an amount that is not known. */
  readonly advance?: true;
  /** Costs of which a usual range is known. */
  readonly estimates?: readonly Estimate[];
}

/** How a letter whose content the post certifies may be laid out on a sheet. */
export interface LetterLayout {
  readonly written: 'down' | 'across';
  /** Most characters of a line, and most lines of a sheet. */
  readonly characters: number;
  readonly lines: number;
}

/** The part of a jurisdiction about flat fees and what is asked beside them. */
export interface FlatFeeLaw {
  readonly fees: Readonly<Record<FlatFee, Dated<number>>>;
  readonly beside: Readonly<Partial<Record<FlatFee, AdditionalCosts>>>;
  readonly estimates: Readonly<Record<Estimate, Dated<CostRange>>>;
  /** The layouts among which the sender of certified mail may choose. */
  readonly letter_layouts: Dated<readonly LetterLayout[]>;
}
