// Which debtors are persons: wages, conduct and registers are theirs.

import type { DebtorType } from './contract/claim.ts';

/** The debtor is a person and no company. */
export const isIndividual = (type: DebtorType | undefined): type is 'sole_proprietor' | 'consumer' =>
  type === 'sole_proprietor' || type === 'consumer';
