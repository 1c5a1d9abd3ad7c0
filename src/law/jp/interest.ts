// Japan: late interest. Civil Code art. 404, 419; Interest Rate Restriction Act; Consumer Contract Act; the subcontract act
// (取適法); rates announced by the Ministry of Justice.

import type { Rate } from '../contract/amounts.ts';
import type { DebtPart, LateInterestLaw, LoanCap } from '../contract/interest.ts';
import { type Dated, period } from '../dated.ts';
import {
  CHECKED,
  citations,
  cite,
  interestCapAct,
  ministryRate,
  oldCivilCode,
  oldCommercialCode,
  subcontractAct,
} from './citations.ts';

/** The reform of the law of obligations (Act No. 44 of 2017). */
export const REFORM_FROM = '2020-04-01';

const announced = (share: string, notice: string) =>
  cite(ministryRate, `基準割合${share}${notice}`, `base rate ${share}`, 'official');

const statutoryInterest: Dated<Rate> = {
  id: 'late_interest.statutory',
  label: { ja: '法定利率（遅滞の初日による）', en: 'statutory rate by the first day of default' },
  unit: '1/year',
  periods: [
    period('1898-07-16', '0.05', cite(oldCivilCode, '404条', 'art. 404')),
    period(REFORM_FROM, '0.03', announced('0.7%', '')),
    period('2023-04-01', '0.03', announced('0.5%', '')),
    period('2026-04-01', '0.03', announced('0.4%', '（令和7年法務省告示第73号）')),
  ],
  // The rate of the next three years is announced by 2028-03-31.
  unknown_from: '2029-04-01',
  checked: CHECKED,
};

const commercialInterest: Dated<Rate> = {
  id: 'late_interest.commercial',
  label: { ja: '商事法定利率', en: 'statutory rate for commercial acts' },
  unit: '1/year',
  periods: [
    period('1899-06-16', '0.06', cite(oldCommercialCode, '514条', 'art. 514')),
    period<Rate>(REFORM_FROM, null, cite(oldCommercialCode, '514条（削除）', 'art. 514 (deleted)')),
  ],
  checked: CHECKED,
};

const subcontractInterest: Dated<Rate> = {
  id: 'late_interest.subcontract',
  label: { ja: '取適法（旧下請法）の遅延利息', en: 'late interest under the subcontract act' },
  unit: '1/year',
  periods: [
    // The rate under the act's former name was not read in a source.
    period(
      '1970-05-08',
      '0.146',
      cite(subcontractAct, '旧4条の2・公取委規則', 'former art. 4-2 and rule', 'unverified'),
    ),
    period(
      '2026-01-01',
      '0.146',
      cite(subcontractAct, '6条・令和7年公取委規則第9号', 'art. 6 and rule No. 9 of 2025 of the Fair Trade Commission'),
    ),
  ],
  checked: CHECKED,
};

const subcontractDays: Dated<number> = {
  id: 'late_interest.subcontract_days',
  label: { ja: '取適法（旧下請法）の支払期日の上限', en: 'latest day of payment under the subcontract act' },
  unit: 'days',
  periods: [
    period('1970-05-08', 60, cite(subcontractAct, '旧2条の2', 'former art. 2-2', 'unverified')),
    period('2026-01-01', 60, cite(subcontractAct, '3条', 'art. 3')),
  ],
  checked: CHECKED,
};

const loanCap: Dated<LoanCap> = {
  id: 'late_interest.loan_cap',
  label: { ja: '金銭消費貸借の賠償額予定の上限', en: 'cap on agreed late interest of a loan' },
  unit: '1/year',
  periods: [
    period<LoanCap>(
      '2010-06-18',
      {
        factor: '1.46',
        tiers: [
          { below: 100_000, rate: '0.20' },
          { below: 1_000_000, rate: '0.18' },
          { below: null, rate: '0.15' },
        ],
      },
      cite(interestCapAct, '1条・4条1項', 'art. 1, 4(1)'),
    ),
  ],
  checked: CHECKED,
};

/** Rates and caps of late interest, and what a part payment pays first. */
export const lateInterestLaw: LateInterestLaw = {
  statutory: statutoryInterest,
  commercial: commercialInterest,
  // What companies claim comes from commercial acts; a doctor is no merchant, and of `other` we know too little.
  commercial_kinds: ['goods', 'services', 'works', 'freight', 'rent', 'lease', 'loan', 'instalment_sale'],
  subcontract: subcontractInterest,
  subcontract_days: subcontractDays,
  consumer_cap: {
    id: 'late_interest.consumer_cap',
    label: { ja: '消費者契約の遅延損害金の上限', en: 'cap on late interest agreed with a consumer' },
    unit: '1/year',
    periods: [period('2001-04-01', '0.146', citations.consumer_interest_cap)],
    checked: CHECKED,
  },
  loan_cap: loanCap,
  business_loan_cap: {
    id: 'late_interest.business_loan_cap',
    label: { ja: '営業的金銭消費貸借の賠償額予定の上限', en: 'cap on agreed late interest of a business loan' },
    unit: '1/year',
    periods: [period('2010-06-18', '0.20', cite(interestCapAct, '7条1項', 'art. 7(1)'))],
    checked: CHECKED,
  },
  appropriation: {
    id: 'late_interest.appropriation',
    label: { ja: '弁済の充当の順序', en: 'order in which a payment fills a debt' },
    unit: 'rule',
    periods: [period<readonly DebtPart[]>(REFORM_FROM, ['costs', 'interest', 'principal'], citations.appropriation)],
    checked: CHECKED,
  },
};
