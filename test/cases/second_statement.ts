// The law of Japan stated a second time, from the statutes and pages and not from the data: every dated value with its first days and how sure
// it is. Where the two differ, one of them was misread. Sums of postage are written as sums, scales as the tables of the acts print them.

/** From which day, what, and how sure: the text of the law unless something else is said. */
export type Stated = readonly [from: string, value: unknown, certainty?: 'official' | 'secondary' | 'unverified'];

const KIND_OF_TABLE = ['up_to', 'unit', 'fee'] as const;
type Row = readonly [up_to: number | null, a: number | string, b?: number];

/** Rows of "for each started unit of the slice so much". */
const perUnit = (...rows: readonly Row[]) =>
  rows.map((row) => Object.fromEntries(KIND_OF_TABLE.map((name, at) => [name, row[at]])));
/** Rows of "up to this amount so much in all". */
const inAll = (...rows: readonly Row[]) => rows.map(([up_to, total]) => ({ up_to, total }));
/** Rows of "so much of the slice". */
const shareOf = (...rows: readonly Row[]) => rows.map(([up_to, rate]) => ({ up_to, rate }));

const MILLION = 1_000_000;
const suitTable = perUnit(
  [MILLION, 100_000, 1_000],
  [5 * MILLION, 200_000, 1_000],
  [10 * MILLION, 500_000, 2_000],
  [1_000 * MILLION, MILLION, 3_000],
  [5_000 * MILLION, 5 * MILLION, 10_000],
  [null, 10 * MILLION, 10_000],
);
const mediationTable = perUnit(
  [MILLION, 100_000, 500],
  [5 * MILLION, 200_000, 500],
  [10 * MILLION, 500_000, 1_000],
  [1_000 * MILLION, MILLION, 1_200],
  [5_000 * MILLION, 5 * MILLION, 4_000],
  [null, 10 * MILLION, 4_000],
);

/** Before the reform nothing but the base is charged; postage is deposited, and mostly unknown. */
const formerly = (share: readonly [number, number], postage: number | null = null) => ({
  scale: suitTable,
  share,
  flat: { paper: 0, online: 0 },
  per_extra_defendant: 0,
  postage,
});
/** Since the reform a flat part stands in the place of postage. */
const reformed = (share: readonly [number, number], paper: number, online: number, defendant = 0) => ({
  scale: suitTable,
  share,
  flat: { paper, online },
  per_extra_defendant: defendant,
  postage: 0,
});

const noLaterThan = (years: number, counts_from = 'exercisable') => [{ years, counts_from }];
const FIVE_AND_TEN = [
  { years: 5, counts_from: 'knowledge' },
  { years: 10, counts_from: 'exercisable' },
];

/** How long each kind of claim lives, by the law of before the reform and of since. */
export const PERIODS: Readonly<Record<'old' | 'new', Readonly<Record<string, unknown>>>> = {
  old: {
    goods: noLaterThan(2),
    services: noLaterThan(5),
    works: noLaterThan(3, 'completion'),
    freight: noLaterThan(1),
    rent: noLaterThan(5),
    lease: noLaterThan(5),
    loan: noLaterThan(5),
    instalment_sale: noLaterThan(2),
    medical: noLaterThan(3),
    bill: noLaterThan(3),
    electronic_claim: noLaterThan(3),
    other: noLaterThan(5),
    'special electronic_claim': noLaterThan(3),
    'special promissory_note': noLaterThan(3),
    'special cheque': [{ months: 6, counts_from: 'exercisable' }],
    'special craft': noLaterThan(2),
    'special tuition': noLaterThan(2),
    'special lodging': noLaterThan(1),
    'special short_hire': noLaterThan(1),
    'special labour': noLaterThan(1),
    'special lawyer': noLaterThan(2, 'completion'),
    'special periodic': noLaterThan(5),
    'special not_commercial': noLaterThan(10),
  },
  new: {
    goods: FIVE_AND_TEN,
    services: FIVE_AND_TEN,
    works: FIVE_AND_TEN,
    freight: noLaterThan(1),
    rent: FIVE_AND_TEN,
    lease: FIVE_AND_TEN,
    loan: FIVE_AND_TEN,
    instalment_sale: FIVE_AND_TEN,
    medical: FIVE_AND_TEN,
    bill: noLaterThan(3),
    electronic_claim: noLaterThan(3),
    other: FIVE_AND_TEN,
    'special electronic_claim': noLaterThan(3),
    'special promissory_note': noLaterThan(3),
    'special cheque': [{ months: 6, counts_from: 'exercisable' }],
  },
};

/** What an event does to the period: how long it holds it up, and whether a new one begins. */
interface Effect {
  readonly waits?: boolean;
  readonly after?: object;
  readonly renews?: 'at_once' | 'at_end';
  readonly title?: boolean;
  readonly useless_during?: readonly string[];
  readonly by_agreement?: boolean;
  readonly after_refusal?: object;
  readonly cap?: object;
  readonly good_faith?: boolean;
}
const HALF_YEAR = { months: 6 };
const IN_COURT = { waits: true, after: HALF_YEAR, renews: 'at_end', title: true } as const;
const OWN_WORD = { renews: 'at_once', good_faith: true } as const;
const BEFORE_COURT = { waits: true, renews: 'at_end', title: true } as const;
/** Civil Code 147 to 161, Companies Act 515(3), Bankruptcy Act 249(3); null where the former Code knew no such thing. */
export const EVENTS: Readonly<Record<'old' | 'new', Readonly<Record<string, Effect | null>>>> = {
  new: {
    demand_received: { after: HALF_YEAR, useless_during: ['demand_received', 'consultation_agreement'] },
    acknowledgment: OWN_WORD,
    part_payment: OWN_WORD,
    consultation_agreement: {
      after: { years: 1 },
      by_agreement: true,
      after_refusal: HALF_YEAR,
      cap: { years: 5 },
      useless_during: ['demand_received'],
    },
    suit: IN_COURT,
    payment_order: IN_COURT,
    mediation: IN_COURT,
    insolvency_proof: IN_COURT,
    enforcement: { waits: true, after: HALF_YEAR, renews: 'at_end' },
    provisional_attachment: { waits: true, after: HALF_YEAR },
    special_liquidation: { waits: true, after: { months: 2 } },
    discharge_pending: { waits: true, after: { months: 2 } },
    disaster: { waits: true, after: { months: 3 } },
  },
  old: {
    demand_received: { after: HALF_YEAR, useless_during: ['demand_received'] },
    acknowledgment: OWN_WORD,
    part_payment: OWN_WORD,
    consultation_agreement: null,
    suit: BEFORE_COURT,
    payment_order: BEFORE_COURT,
    mediation: { ...BEFORE_COURT, after: { months: 1 } },
    insolvency_proof: BEFORE_COURT,
    enforcement: { waits: true, renews: 'at_end' },
    provisional_attachment: { waits: true, renews: 'at_end' },
    special_liquidation: { waits: true, after: { months: 2 } },
    discharge_pending: { waits: true, after: { months: 2 } },
    disaster: { waits: true },
  },
};

const COMMERCIAL_REFORM = '2020-04-01';
const DIGITAL = '2026-05-21';
const FLAT = '2020-04-01';
const NOTARIES = '2025-10-01';
const TARIFF = '2004-04-01';

/** A value that has been the same since the reform of the law of obligations. */
const since = (value: unknown, certainty?: Stated[2]): readonly Stated[] => [
  certainty === undefined ? [FLAT, value] : [FLAT, value, certainty],
];
/** A fee of notaries, of which the former amount was not read. */
const notary = (before: number, now: number): readonly Stated[] => [
  [FLAT, before, 'unverified'],
  [NOTARIES, now],
];
const between = (low: number, high: number, of?: 'object' | 'claim') => (of ? { low, high, of } : { low, high });
const TWO_AND_TEN = [
  { years: 2, counts_from: 'knowledge' },
  { years: 10, counts_from: 'act' },
];
const TWO_AND_TWENTY = [
  { years: 2, counts_from: 'knowledge' },
  { years: 20, counts_from: 'act' },
];
const ESTATE = ['bankruptcy', 'rehabilitation', 'reorganisation'];
const avoided = (ends: object) => ({ ends, not_in: ESTATE });

const loanStamps = inAll(
  [100_000, 200],
  [500_000, 400],
  [MILLION, 1_000],
  [5 * MILLION, 2_000],
  [10 * MILLION, 10_000],
  [50 * MILLION, 20_000],
  [100 * MILLION, 60_000],
  [500 * MILLION, 100_000],
  [1_000 * MILLION, 200_000],
  [5_000 * MILLION, 400_000],
  [null, 600_000],
);
const receiptStamps = inAll(
  [MILLION, 200],
  [2 * MILLION, 400],
  [3 * MILLION, 600],
  [5 * MILLION, 1_000],
  [10 * MILLION, 2_000],
  [20 * MILLION, 4_000],
  [30 * MILLION, 6_000],
  [50 * MILLION, 10_000],
  [100 * MILLION, 20_000],
  [200 * MILLION, 40_000],
  [300 * MILLION, 60_000],
  [500 * MILLION, 100_000],
  [1_000 * MILLION, 150_000],
  [null, 200_000],
);
const stamp = (
  scale: unknown,
  exempt_below: number,
  unstated: number,
  certainty: Stated[2] = 'unverified',
): readonly Stated[] => [['2014-04-01', { scale, exempt_below, unstated }, certainty]];

/** How much of a bad debt is a loss, when, and whether tax comes back with it. */
const loss = (what: string, when: string, credit: boolean, more: object = {}) => ({
  loss: what,
  period: when,
  credit,
  not_for: [],
  without_security: false,
  after_months: null,
  reserve_only_if_allowed: false,
  ...more,
});

/** Every dated value by its id. */
export const VALUES: Readonly<Record<string, readonly Stated[]>> = {
  'petitions.suit': [
    ['2004-01-01', formerly([1, 1], 6_000)],
    [DIGITAL, reformed([1, 1], 2_500, 1_400, 2_000)],
  ],
  'petitions.small_claims': [
    ['2004-01-01', formerly([1, 1], 6_000)],
    [DIGITAL, reformed([1, 1], 2_500, 1_400, 2_000)],
  ],
  'petitions.payment_order': [
    ['2004-01-01', formerly([1, 2]), 'secondary'],
    [DIGITAL, reformed([1, 2], 2_700, 2_500)],
  ],
  'petitions.mediation': [['2004-01-01', { ...formerly([1, 1]), scale: mediationTable }]],
  'petitions.appeal': [
    ['2004-01-01', formerly([3, 2])],
    [DIGITAL, reformed([3, 2], 1_900, 800)],
  ],
  'petitions.final_appeal': [
    ['2004-01-01', formerly([2, 1])],
    [DIGITAL, reformed([2, 1], 2_700, 1_100)],
  ],
  'petitions.pre_suit_settlement': [
    ['2004-01-01', { ...formerly([0, 1]), flat: { paper: 2_000, online: 2_000 } }, 'unverified'],
    [DIGITAL, reformed([0, 1], 2_700, 2_400)],
  ],
  fixed_by_suit: [['2004-01-01', ['appeal', 'final_appeal']]],
  objection_credit: [['2004-01-01', { base: true, flat: false }]],
  refund: [['2004-01-01', { kept: [1, 2], kept_at_least: 4_000 }]],

  'fees.attachment': since(4_000),
  'fees.third_party_information': since(1_000),
  'fees.asset_disclosure': since(2_000),
  'fees.provisional_attachment': since(2_000),
  'fees.bankruptcy_petition': since(20_000),
  'fees.rehabilitation_petition': since(10_000),
  'fees.small_claims_objection': [[DIGITAL, 500]],
  'fees.execution_clause': since(300),
  'fees.certificate': since(150),
  'fees.copy_page': since(150),
  'fees.electronic_certificate': [[DIGITAL, 2_100]],
  'fees.deed_clause': notary(1_700, 2_000),
  'fees.deed_service': notary(1_400, 1_600),
  'fees.deed_service_certificate': notary(250, 300),
  'fees.deed_copy_page': notary(250, 300),
  'fees.deed_electronic': [[NOTARIES, 2_500]],
  'fees.deed_extra_page': notary(250, 300),
  'fees.fixed_date': since(700),
  'fees.assignment_registration': since(15_000 / 2, 'official'),
  'fees.assignment_certificate': since(500),
  // Letter, registered mail, certificate of the content, certificate of delivery.
  'fees.certified_mail_first_sheet': [
    [FLAT, 84 + 435 + 440 + 320, 'unverified'],
    ['2023-10-01', 84 + 480 + 480 + 350, 'unverified'],
    ['2024-10-01', 110 + 480 + 480 + 350, 'secondary'],
  ],
  'fees.certified_mail_extra_sheet': [
    [FLAT, 260, 'unverified'],
    ['2023-10-01', 290, 'unverified'],
  ],

  'estimates.attachment_postage': since(between(3_000, 5_000), 'unverified'),
  'estimates.lawyer_letter': since(between(30_000, 50_000), 'unverified'),
  'estimates.assignment_registration_agent': since(between(50_000, 100_000), 'secondary'),
  'estimates.provisional_attachment_security': since(between(0.1, 0.3), 'secondary'),
  'estimates.bank_account_security': since(between(0.2, 0.3), 'secondary'),
  letter_layouts: [
    [
      FLAT,
      [
        { written: 'across', characters: 20, lines: 26 },
        { written: 'across', characters: 26, lines: 20 },
        { written: 'across', characters: 13, lines: 40 },
        { written: 'down', characters: 20, lines: 26 },
      ],
      'unverified',
    ],
  ],
  notarial_deed: [
    [
      FLAT,
      [
        ...inAll(
          [MILLION, 5_000],
          [2 * MILLION, 7_000],
          [5 * MILLION, 11_000],
          [10 * MILLION, 17_000],
          [30 * MILLION, 23_000],
          [50 * MILLION, 29_000],
          [100 * MILLION, 43_000],
        ),
        ...perUnit(
          [300 * MILLION, 50 * MILLION, 13_000],
          [1_000 * MILLION, 50 * MILLION, 11_000],
          [null, 50 * MILLION, 8_000],
        ),
      ],
    ],
    [
      NOTARIES,
      [
        ...inAll(
          [500_000, 3_000],
          [MILLION, 5_000],
          [2 * MILLION, 7_000],
          [5 * MILLION, 13_000],
          [10 * MILLION, 20_000],
          [30 * MILLION, 26_000],
          [50 * MILLION, 33_000],
          [100 * MILLION, 49_000],
        ),
        ...perUnit(
          [300 * MILLION, 50 * MILLION, 15_000],
          [1_000 * MILLION, 50 * MILLION, 13_000],
          [null, 50 * MILLION, 9_000],
        ),
      ],
    ],
  ],
  'lawyer.retainer': [
    [
      TARIFF,
      shareOf([3 * MILLION, '0.08'], [30 * MILLION, '0.05'], [300 * MILLION, '0.03'], [null, '0.02']),
      'secondary',
    ],
  ],
  'lawyer.success': [
    [
      TARIFF,
      shareOf([3 * MILLION, '0.16'], [30 * MILLION, '0.10'], [300 * MILLION, '0.06'], [null, '0.04']),
      'secondary',
    ],
  ],
  'lawyer.minimum_retainer': [[TARIFF, 100_000, 'secondary']],
  'lawyer.payment_order_retainer': [
    [
      TARIFF,
      shareOf([3 * MILLION, '0.02'], [30 * MILLION, '0.01'], [300 * MILLION, '0.005'], [null, '0.003']),
      'unverified',
    ],
  ],
  'lawyer.payment_order_minimum_retainer': [[TARIFF, 50_000, 'unverified']],
  'lawyer.spread': [[TARIFF, '0.30', 'unverified']],

  'limits.small_claims_max': since(600_000),
  'limits.small_claims_per_year': since(10, 'secondary'),
  'limits.summary_court_max': since(1_400_000),
  'limits.scrivener_max': since(1_400_000),
  'limits.unvalued_claim': since(1_600_000),
  'limits.small_claims_instalment_years': since(3),
  'limits.settlement_order_instalment_years': since(5),
  'limits.payment_order_objection_days': since(2 * 7),
  'limits.provisional_execution_window_days': since(30),
  'limits.small_claims_objection_days': since(2 * 7),
  'limits.address_correction_months': since(2),
  'limits.mediation_to_suit_days': since(2 * 7),
  'limits.collection_wait_days': since(7),
  'limits.wage_collection_wait_days': since(4 * 7),
  'limits.wage_attachable_share': since(1 - 3 / 4),
  'limits.asset_disclosure_again_years': since(3),
  'limits.provisional_attachment_execution_days': since(2 * 7),
  'limits.preference_days': since(30),
  'limits.preference_suspension_years': since(1),
  'limits.preference_exercise_years': since(2),
  'limits.set_off_cause_years': since(1),
  'limits.wage_exempt_month_max': since(330_000),
  'limits.deed_pages_paper': [[NOTARIES, 4]],
  'limits.deed_pages_electronic': [[NOTARIES, 3]],
  'limits.freelance_payment_days': [
    ['1898-07-16', null],
    ['2024-11-01', 60, 'unverified'],
  ],
  'limits.instalment_demand_days': since(20),
  'limits.late_proof_months': since(1),

  'late_interest.statutory': [
    ['1898-07-16', '0.05'],
    [COMMERCIAL_REFORM, '0.03', 'official'],
    ['2023-04-01', '0.03', 'official'],
    ['2026-04-01', '0.03', 'official'],
  ],
  'late_interest.commercial': [
    ['1899-06-16', '0.06'],
    [COMMERCIAL_REFORM, null],
  ],
  'late_interest.subcontract': [
    ['1970-05-08', '0.146', 'unverified'],
    ['2026-01-01', '0.146'],
  ],
  'late_interest.subcontract_days': [
    ['1970-05-08', 60, 'unverified'],
    ['2026-01-01', 60],
  ],
  'late_interest.consumer_cap': [['2001-04-01', '0.146']],
  'late_interest.loan_cap': [
    [
      '2010-06-18',
      {
        factor: '1.46',
        tiers: [
          { below: 100_000, rate: '0.20' },
          { below: MILLION, rate: '0.18' },
          { below: null, rate: '0.15' },
        ],
      },
    ],
  ],
  'late_interest.business_loan_cap': [['2010-06-18', '0.20']],
  'late_interest.statutory_cap': [['1961-12-01', { claim_kinds: ['instalment_sale'], debtor_types: ['consumer'] }]],
  'late_interest.public_contract': [
    ['2011-04-01', '0.031', 'secondary'],
    ['2013-04-01', '0.030', 'unverified'],
    ['2014-04-01', '0.029', 'unverified'],
    ['2016-04-01', '0.028', 'unverified'],
    ['2017-04-01', '0.027', 'unverified'],
    ['2020-04-01', '0.026', 'secondary'],
    ['2021-04-01', '0.025', 'official'],
  ],
  'late_interest.public_contract_scope': [
    [
      '1949-12-12',
      {
        claim_kinds: ['goods', 'services', 'works', 'freight', 'instalment_sale', 'other'],
        debtor_types: ['public_body'],
      },
      'secondary',
    ],
  ],
  'late_interest.public_contract_unit': [['1949-12-12', 100, 'secondary']],
  'late_interest.appropriation': since(['costs', 'interest', 'principal']),

  'bad_debt.formal_after_months': since(12, 'secondary'),
  'bad_debt.formal_excluded_kinds': since(['loan'], 'secondary'),
  'bad_debt.memo_value': since(1, 'secondary'),
  'bad_debt.reserve_share': since('0.50'),
  'bad_debt.consumption_tax_credit': [['2019-10-01', { '0': [0, 100], '0.08': [8, 108], '0.1': [10, 110] }]],
  'bad_debt.no_credit_kinds': [['2019-10-01', ['loan']]],

  'provisional_attachment.security.real_estate': since(between(0.1, 0.25, 'object'), 'secondary'),
  'provisional_attachment.security.bank_account': since(between(0.2, 0.3, 'object'), 'secondary'),
  'provisional_attachment.security.wages': since(between(0.2, 0.3, 'object'), 'secondary'),
  'provisional_attachment.security.deposit': since(between(0.15, 0.2, 'object'), 'secondary'),
  'provisional_attachment.security.other_claim': since(between(0.2, 0.2, 'object'), 'secondary'),
  'provisional_attachment.security.movables': since(between(0.2, 0.3, 'claim'), 'secondary'),
  'provisional_attachment.security_on_bill.real_estate': since(between(0.1, 0.2, 'object'), 'secondary'),
  'provisional_attachment.security_on_bill.bank_account': since(between(0.1, 0.25, 'object'), 'secondary'),
  'provisional_attachment.security_on_bill.wages': since(between(0.1, 0.25, 'object'), 'secondary'),
  'provisional_attachment.security_on_bill.deposit': since(between(0.1, 0.15, 'object'), 'secondary'),
  'provisional_attachment.security_on_bill.other_claim': since(between(0.1, 0.2, 'object'), 'secondary'),
  'provisional_attachment.security_on_bill.movables': since(between(0.15, 0.3, 'claim'), 'secondary'),
  'provisional_attachment.register_tax': since('0.004'),
  'provisional_attachment.execute_within_days': since(2 * 7),
  'provisional_attachment.main_suit_days': since(2 * 7),

  'guarantee.acceleration_notice_months': [
    ['1898-07-16', null],
    [COMMERCIAL_REFORM, 2],
  ],
  'guarantee.maximum_asked_of': [
    ['1898-07-16', null],
    [COMMERCIAL_REFORM, 'individual'],
  ],
  'guarantee.limitation_reach': [
    [
      '1898-07-16',
      { principal_binds_guarantor: true, guarantor_binds_principal: ['suit', 'payment_order', 'demand_received'] },
      'unverified',
    ],
    [COMMERCIAL_REFORM, { principal_binds_guarantor: true, guarantor_binds_principal: [] }],
  ],
  'fee_credit.credits.mediation': [['2004-01-01', { within_days: 2 * 7, at_most: null }]],
  'fee_credit.credits.pre_suit_settlement': [['2004-01-01', { within_days: null, at_most: 2_000 }]],

  'enforcement.wages': since({
    share: [3, 4],
    at_most: {
      month: 330_000,
      half_month: 330_000 / 2,
      ten_days: 330_000 / 3,
      day: 330_000 / 30,
      bonus: 330_000,
      retirement: null,
    },
  }),
  'enforcement.cash_exempt': since(2 * 330_000),
  'enforcement.collection_days': since(7),
  'enforcement.wage_collection_days': since(4 * 7),
  'enforcement.report_years': since(2),
  'enforcement.report_grace_days': since(4 * 7),
  'enforcement.failed_distribution_months': since(6),
  'enforcement.disclosure_again_years': since(3),
  'enforcement.land_after_disclosure_years': since(3),

  'bad_debt_facts.facts.plan_confirmed': since(loss('cut', 'fact', true), 'secondary'),
  'bad_debt_facts.facts.creditors_settled': since(loss('cut', 'fact', true), 'secondary'),
  'bad_debt_facts.facts.waived': since(loss('cut', 'fact', true), 'secondary'),
  'bad_debt_facts.facts.wholly_lost': since(loss('whole', 'booked', true, { without_security: true }), 'secondary'),
  'bad_debt_facts.facts.dealings_stopped': since(
    loss('all_but_memo', 'booked', true, { not_for: ['loan'], without_security: true, after_months: 12 }),
    'secondary',
  ),
  'bad_debt_facts.facts.below_cost': since(loss('all_but_memo', 'booked', true, { not_for: ['loan'] }), 'secondary'),
  'bad_debt_facts.facts.petition_filed': since(
    loss('reserve', 'booked', false, { share: '0.50', reserve_only_if_allowed: true }),
  ),
  'bad_debt_facts.facts.bankruptcy_opened': since(loss('none', 'none', false), 'secondary'),
  'bad_debt_facts.facts.sold_below_face': since(loss('shortfall', 'fact', false)),
  'bad_debt_facts.facts.limitation_run': since(loss('none', 'none', false), 'unverified'),
  'bad_debt_facts.keep_papers_years': since(7),

  // Of a ground only its times and the proceedings in which an office holder acts; what it needs is said in words.
  'liability.grounds.trade_name_kept': [['2006-05-01', { ends: [], not_in: [] }]],
  'liability.grounds.seller_remains': [['2006-05-01', { ends: [{ years: 2, counts_from: 'act' }], not_in: [] }]],
  'liability.grounds.abusive_transfer': [['2015-05-01', avoided(TWO_AND_TEN)]],
  'liability.grounds.director': [
    [
      '2006-05-01',
      {
        ends: [
          { years: 5, counts_from: 'knowledge' },
          { years: 10, counts_from: 'act' },
        ],
        not_in: [],
      },
      'unverified',
    ],
  ],
  'liability.grounds.act_harming_creditors': [
    ['1898-07-16', avoided(TWO_AND_TWENTY), 'unverified'],
    [COMMERCIAL_REFORM, avoided(TWO_AND_TEN)],
  ],
  'liability.grounds.payment_to_one_creditor': [
    ['1898-07-16', avoided(TWO_AND_TWENTY), 'unverified'],
    [COMMERCIAL_REFORM, avoided(TWO_AND_TEN)],
  ],
  'liability.undue_days': since(30),

  'instruments.rights.promissory_note': since(
    {
      present: { days: 2, business: true, from: 'maturity' },
      maker: { years: 3 },
      recourse: { years: 1, from: 'maturity' },
      endorser: HALF_YEAR,
    },
    'secondary',
  ),
  'instruments.rights.cheque': since(
    {
      present: { days: 10, business: false, from: 'issue' },
      maker: null,
      recourse: { ...HALF_YEAR, from: 'presentment' },
      endorser: HALF_YEAR,
    },
    'secondary',
  ),
  'instruments.rights.electronic_claim': since({ present: null, maker: { years: 3 }, recourse: null, endorser: null }),

  'stamp_duty.duties.receipt': stamp(receiptStamps, 50_000, 200),
  'stamp_duty.duties.loan_contract': stamp(loanStamps, 10_000, 200, 'secondary'),
  'stamp_duty.duties.debt_acknowledgment': [['2014-04-01', null, 'unverified']],
  'stamp_duty.duties.assignment': stamp(inAll([null, 200]), 10_000, 200),
  'stamp_duty.duties.guarantee': stamp(inAll([null, 200]), 0, 200),
  'stamp_duty.duties.settlement': [['2014-04-01', null, 'secondary']],
  'stamp_duty.duties.basic_contract': stamp(inAll([null, 4_000]), 0, 4_000),
  'stamp_duty.duties.promissory_note': stamp(receiptStamps, 100_000, 0),

  // Code of Civil Procedure 381-3 and 381-7, counted in weeks and months there.
  'trial.fixed_period': [
    ['2004-01-01', null],
    [
      DIGITAL,
      {
        first_hearing_days: 2 * 7,
        submission_months: 5,
        closing_months: 6,
        judgment_months: 1,
        objection_days: 2 * 7,
        not_against: ['consumer'],
      },
    ],
  ],
};

/** Rules in words that do not hold since the reform of the law of obligations, or were not read in the law itself. */
export const RULES: Readonly<Record<string, readonly (readonly [from: string, certainty?: Stated[2]])[]>> = {
  'provisional_attachment.rules.release': [[FLAT, 'unverified']],
  'provisional_attachment.rules.damages': [[FLAT, 'unverified']],
  'guarantee.rules.form': [['1898-07-16', 'unverified'], ['2005-04-01']],
  'guarantee.rules.scope': [['1898-07-16']],
  'guarantee.rules.joint': [[FLAT, 'unverified']],
  'guarantee.rules.maximum': [['1898-07-16'], [COMMERCIAL_REFORM]],
  'guarantee.rules.own_title': [[FLAT, 'unverified']],
  'goods_security.rules.resale_assigned': [[FLAT, 'unverified']],
  'goods_security.rules.rescinded': [[FLAT, 'secondary']],
  'goods_security.rules.retention': [[FLAT, 'unverified']],
  'goods_security.rules.retention_act': [['2027-12-05']],
  'goods_security.rules.self_help': [[FLAT, 'unverified']],
  'goods_security.rules.preference': [[FLAT, 'unverified']],
  'goods_security.rules.enterprise_charge': [['2026-05-25']],
  'instruments.rules.recourse_needs_presentment': [[FLAT, 'secondary']],
  'instruments.rules.clearing': [[FLAT, 'secondary']],
  'instruments.rules.clearing_ended': [['2027-04-01', 'secondary']],
  'instruments.rules.underlying_claim': [[FLAT, 'unverified']],
  'instruments.rules.subcontract_ban': [['2026-01-01']],
  'instruments.rules.bill_dishonour': [[FLAT, 'secondary']],
  'instruments.rules.electronic_claim_default': [[FLAT, 'secondary']],
  'stamp_duty.rules.electronic': [[FLAT, 'unverified']],
  'stamp_duty.rules.not_business': [[FLAT, 'secondary']],
  'stamp_duty.rules.tax_stated_apart': [[FLAT, 'unverified']],
  'stamp_duty.rules.acknowledgment': [[FLAT, 'secondary']],
  'stamp_duty.rules.penalty': [[FLAT, 'unverified']],
  'trial.rules.fixed_period_needs': [[DIGITAL]],
  'trial.rules.fixed_period_not_for': [[DIGITAL]],
  'trial.rules.fixed_period_back': [[DIGITAL]],
  'trial.rules.fixed_period_appeal': [[DIGITAL]],
};

const NOTHING_YET = {
  stays: [],
  set_off: 'yes',
  set_off_in_crisis: 'may_fall',
  proof: false,
  filed_until: 'any_time',
  accelerates: false,
  limitation: 'usual_means',
};

/** What a creditor without security can still do, by the state of the debtor. */
export const INSOLVENCY: Readonly<Record<string, object>> = {
  payment_suspended: NOTHING_YET,
  counsel_notice: NOTHING_YET,
  business_closed: NOTHING_YET,
  dishonoured: NOTHING_YET,
  petition: NOTHING_YET,
  bankruptcy: {
    stays: ['individual_action', 'suits', 'enforcement'],
    set_off: 'yes',
    set_off_in_crisis: 'void',
    proof: true,
    filed_until: 'investigation',
    accelerates: true,
    limitation: 'proof',
  },
  rehabilitation: {
    stays: ['individual_action', 'suits', 'enforcement'],
    set_off: 'until the claims deadline',
    set_off_in_crisis: 'void',
    proof: true,
    filed_until: 'claims_deadline',
    accelerates: false,
    limitation: 'proof',
  },
  reorganisation: {
    stays: ['individual_action', 'suits', 'enforcement', 'security'],
    set_off: 'until the claims deadline',
    set_off_in_crisis: 'void',
    proof: true,
    filed_until: 'claims_deadline',
    accelerates: false,
    limitation: 'proof',
  },
  special_liquidation: {
    stays: ['individual_action', 'enforcement'],
    set_off: 'yes',
    set_off_in_crisis: 'void',
    proof: true,
    filed_until: 'any_time',
    accelerates: false,
    limitation: 'opening',
  },
  liquidation: {
    stays: [],
    set_off: 'yes',
    set_off_in_crisis: 'allowed',
    proof: true,
    filed_until: 'any_time',
    accelerates: false,
    limitation: 'usual_means',
  },
};

/** Which claims a servicer may buy, and whether the condition is taken as met until something is said. */
export const MAY_BUY: Readonly<Record<string, boolean>> = { lease: true, loan: false, instalment_sale: true };
