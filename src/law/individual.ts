// Which debtors are persons: wages, conduct and registers are theirs, and proceedings of their own.

import type { DebtorType } from './contract/claim.ts';
import type { InsolvencyRule, InsolvencyState } from './contract/insolvency.ts';
import type { Jurisdiction } from './law.ts';

/** The debtor is a person and no company. */
export const isIndividual = (type: DebtorType | undefined): type is 'sole_proprietor' | 'consumer' =>
  type === 'sole_proprietor' || type === 'consumer';

/** What differs in the proceedings at hand because the debtor is a person; undefined where nothing does. */
export const personRule = (
  { insolvency: rules }: Pick<Jurisdiction, 'insolvency'>,
  claim: { readonly insolvency?: InsolvencyState | 'none' | undefined; readonly debtor_type?: DebtorType | undefined },
): InsolvencyRule['person'] => {
  const { insolvency = 'none', debtor_type } = claim;
  return insolvency === 'none' || !isIndividual(debtor_type) ? undefined : rules[insolvency].person;
};
