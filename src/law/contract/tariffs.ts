// What the law must state about notaries and lawyers, whose charges follow the amount by a tariff.
import type { Dated } from '../dated.ts';
import type { FeeScale } from '../scale.ts';
import type { Rate } from './amounts.ts';

/** What lawyers charge by the usual tariff, before consumption tax. */
export interface LawyerTariff {
  readonly retainer: Dated<FeeScale>;
  readonly success: Dated<FeeScale>;
  readonly minimum_retainer: Dated<number>;
  readonly payment_order_retainer: Dated<FeeScale>;
  readonly payment_order_minimum_retainer: Dated<number>;
  /** By how much the figures are moved up or down with the case, as a share. */
  readonly spread: Dated<Rate>;
}

/** The part of a jurisdiction about tariffs of notaries and lawyers. */
export interface TariffLaw {
  readonly notarial_deed: Dated<FeeScale>;
  readonly lawyer: LawyerTariff;
}
