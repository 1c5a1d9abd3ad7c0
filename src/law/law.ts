// The contract that every jurisdiction satisfies: what the law must state before the engine can value a claim under it. Its parts are
// in `contract/`, by subject. They hold no fact of any country: facts, with their sources, are in the jurisdictions of `index.ts`.
import type { Currency } from '../values/currency.ts';
import type { Day } from '../values/day.ts';
import type { Text } from '../values/text.ts';
import type { AbroadLaw } from './contract/abroad.ts';
import type { BadDebtLaw } from './contract/bad_debt.ts';
import type { BadDebtFactLaw } from './contract/bad_debt_facts.ts';
import type { CiteKey } from './contract/citations.ts';
import type { ClaimKind } from './contract/claim.ts';
import type { Conduct, ServicerRule } from './contract/collection.ts';
import type { CourtFeeLaw } from './contract/court_fees.ts';
import type { EnforcementLaw } from './contract/enforcement.ts';
import type { FeeCreditLaw } from './contract/fee_credit.ts';
import type { FlatFeeLaw } from './contract/flat_fees.ts';
import type { GoodsSecurityLaw } from './contract/goods_security.ts';
import type { GuaranteeLaw } from './contract/guarantee.ts';
import type { InsolvencyRule, InsolvencyState } from './contract/insolvency.ts';
import type { InstrumentLaw } from './contract/instruments.ts';
import type { LateInterestLaw } from './contract/interest.ts';
import type { LiabilityLaw } from './contract/liability.ts';
import type { LimitationLaw } from './contract/limitation.ts';
import type { LimitLaw } from './contract/limits.ts';
import type { ProvisionalAttachmentLaw } from './contract/provisional_attachment.ts';
import type { StampDutyLaw } from './contract/stamp_duty.ts';
import type { SuccessionLaw } from './contract/succession.ts';
import type { TariffLaw } from './contract/tariffs.ts';
import type { TrialLaw } from './contract/trial.ts';
import type { Citation } from './dated.ts';

/** A change of law that is coming. */
export interface ChangeWatch {
  readonly on: Day;
  /** `latest` = the change is in force by that day at the latest. */
  readonly kind: 'exact' | 'latest';
  readonly what: Text;
  readonly citation: Citation | null;
}

/** The law of one country as data. Amounts are in `currency`. Fees and limits are in the parts that it extends. */
export interface Jurisdiction extends Currency, CourtFeeLaw, FlatFeeLaw, TariffLaw, LimitLaw {
  readonly id: string;
  readonly label: Text;
  /** It holds for requests that name no jurisdiction; one jurisdiction says so. */
  readonly is_default: boolean;
  /** ISO 3166 code of the country, two letters. */
  readonly country: string;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly time_zone: string;
  /** Stamp of the data, with the day up to which the law is known. */
  readonly version: string;
  readonly checked: Day;
  readonly late_interest: LateInterestLaw;
  readonly limitation: LimitationLaw;
  readonly insolvency: Readonly<Record<InsolvencyState, InsolvencyRule>>;
  readonly servicer: Readonly<Record<ClaimKind, ServicerRule>>;
  readonly conduct: Conduct;
  readonly bad_debt: BadDebtLaw;
  // Parts that a jurisdiction may leave out: null = what the law says about them is not in the data.
  readonly provisional_attachment: ProvisionalAttachmentLaw | null;
  readonly abroad: AbroadLaw | null;
  readonly succession: SuccessionLaw | null;
  readonly guarantee: GuaranteeLaw | null;
  readonly goods_security: GoodsSecurityLaw | null;
  readonly fee_credit: FeeCreditLaw | null;
  readonly enforcement: EnforcementLaw | null;
  readonly bad_debt_facts: BadDebtFactLaw | null;
  readonly liability: LiabilityLaw | null;
  readonly instruments: InstrumentLaw | null;
  readonly stamp_duty: StampDutyLaw | null;
  readonly trial: TrialLaw | null;
  readonly change_watch: readonly ChangeWatch[];
  readonly citations: Readonly<Record<CiteKey, Citation>>;
}
