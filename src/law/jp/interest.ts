// Japan: late interest. Civil Code art. 404, 419; Interest Rate Restriction Act; Consumer Contract Act; the subcontract act
// (取適法); rates announced by the Ministry of Justice.

import type { Rate } from '../contract/amounts.ts';
import type { DebtPart, InterestScope, LateInterestLaw, LoanCap } from '../contract/interest.ts';
import { type Certainty, type Dated, period } from '../dated.ts';
import {
  CHECKED,
  citations,
  cite,
  interestCapAct,
  ministryRate,
  oldCivilCode,
  oldCommercialCode,
  publicPaymentsAct,
  subcontractAct,
} from './citations.ts';

/** The reform of the law of obligations (Act No. 44 of 2017). */
export const REFORM_FROM = '2020-04-01';

const announced = (share: string, notice: string) =>
  cite(ministryRate, `基準割合${share}${notice}`, `base rate ${share}`, 'official');

const minister = (ja: string, en: string, certainty: Certainty) =>
  cite(publicPaymentsAct, `8条1項・${ja}`, `art. 8(1), ${en}`, certainty);

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

/** Rate of the Minister of Finance by notice (No. 991 of 1949 as amended). No notice after that of 2021 was found. */
const publicContract: Dated<Rate> = {
  id: 'late_interest.public_contract',
  label: { ja: '政府契約の支払遅延の利率', en: 'late interest under government contracts' },
  unit: '1/year',
  periods: [
    period('2011-04-01', '0.031', minister('平成23年財務省告示第52号', 'notice No. 52 of 2011', 'secondary')),
    // The days and rates between the two notices that were read are known from general knowledge only.
    period('2013-04-01', '0.030', minister('平成25年の告示', 'notice of 2013', 'unverified')),
    period('2014-04-01', '0.029', minister('平成26年の告示', 'notice of 2014', 'unverified')),
    period('2016-04-01', '0.028', minister('平成28年の告示', 'notice of 2016', 'unverified')),
    period('2017-04-01', '0.027', minister('平成29年の告示', 'notice of 2017', 'unverified')),
    period('2020-04-01', '0.026', minister('令和2年の告示', 'notice of 2020', 'secondary')),
    period('2021-04-01', '0.025', minister('令和3年財務省告示第49号', 'notice No. 49 of 2021', 'official')),
  ],
  checked: CHECKED,
};

/** Rates and caps of late interest, and what a part payment pays first. */
export const lateInterestLaw: LateInterestLaw = {
  statutory: statutoryInterest,
  commercial: commercialInterest,
  // What companies claim comes from commercial acts; a doctor is no merchant, and of `other` we know too little.
  commercial_kinds: [
    'goods',
    'services',
    'works',
    'freight',
    'rent',
    'lease',
    'loan',
    'instalment_sale',
    'bill',
    'electronic_claim',
  ],
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
  statutory_cap: {
    id: 'late_interest.statutory_cap',
    label: {
      ja: '割賦販売の遅延損害金の上限（法定利率）',
      en: 'cap on late interest of an instalment sale (the statutory rate)',
    },
    unit: 'rule',
    // Arts. 2 and 8: designated goods, three instalments over two months or more, not bought for a business.
    periods: [
      period<InterestScope>(
        '1961-12-01',
        { claim_kinds: ['instalment_sale'], debtor_types: ['consumer'] },
        citations.instalment_interest_cap,
      ),
    ],
    checked: CHECKED,
  },
  public_contract: publicContract,
  public_contract_scope: {
    id: 'late_interest.public_contract_scope',
    label: { ja: '政府契約（国・地方公共団体）の範囲', en: 'what a government contract is (State and municipalities)' },
    unit: 'rule',
    // Art. 2: works, services and goods that the State pays for; art. 14: municipalities alike. What is not said to be else is taken as one.
    periods: [
      period<InterestScope>(
        '1949-12-12',
        {
          claim_kinds: ['goods', 'services', 'works', 'freight', 'instalment_sale', 'other'],
          debtor_types: ['public_body'],
        },
        cite(publicPaymentsAct, '2条・14条', 'art. 2, 14', 'secondary'),
      ),
    ],
    checked: CHECKED,
  },
  public_contract_unit: {
    id: 'late_interest.public_contract_unit',
    label: { ja: '政府契約の遅延利息の端数処理', en: 'rounding of late interest under government contracts' },
    unit: 'JPY',
    periods: [period('1949-12-12', 100, cite(publicPaymentsAct, '8条2項', 'art. 8(2)', 'secondary'))],
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
