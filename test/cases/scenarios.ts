// Receivables that every recovery department knows, each with what an experienced professional does first. `answer` states what the answer
// must say whatever the numbers are; where it is not the professional's step, `differs` says why. The figures of the answers are recorded
// beside it (answers.json, by `npm run record`), reproducible to the yen and to be read again whenever they are recorded anew.

/** One receivable as a request, what a professional does with it, and what the answer must say. */
export interface Scenario {
  readonly name: string;
  /** First steps that a professional would take; empty when the law closes the one he would want. */
  readonly professional: readonly string[];
  readonly request: Readonly<Record<string, unknown>>;
  readonly answer: {
    /** Codes among the reasons of the recommendation. */
    readonly because: readonly string[];
    /** Options that are closed, with the code that says why. */
    readonly closed?: Readonly<Record<string, string>>;
  };
  readonly differs?: string;
}

const EVADER = {
  overdue_days: 122,
  contact: 'evasive',
  dispute: 'none',
  broken_promises: 2,
  payment_history: 'mixed',
  distress: 'none',
  tdb_score: 52,
  evidence: 'strong',
  demand_sent: true,
};

const SMALL_AND_GONE = {
  amount: 90_000,
  overdue_days: 426,
  contact: 'unreachable',
  dispute: 'none',
  payment_history: 'bad',
  partial_paid: false,
  evidence: 'medium',
  assets: 'unknown',
};

const GOOD_CUSTOMER_NOT_DUE = {
  amount: 4_000_000,
  overdue_days: -46,
  contact: 'responsive',
  dispute: 'none',
  payment_history: 'good',
  tdb_score: 60,
  evidence: 'strong',
  factor: { kind: 'three_party', fee_rate: '2.5%', fixed_fee: 10_000, recourse: false },
};

const DORMANT = {
  amount: 2_200_000,
  due_date: '2021-12-31',
  effort_months: 4,
  contact: 'evasive',
  dispute: 'none',
  payment_history: 'mixed',
  distress: 'none',
  tdb_score: 50,
  evidence: 'strong',
  assets: 'partly',
};

const HOPELESS = {
  amount: 1_500_000,
  overdue_days: 335,
  contact: 'unreachable',
  dispute: 'none',
  payment_history: 'bad',
  distress: 'severe',
  broken_promises: 2,
  pd: '30%',
  evidence: 'strong',
  assets: 'unknown',
};

const FAILING = {
  amount: 3_000_000,
  overdue_days: 274,
  contact: 'evasive',
  dispute: 'none',
  distress: 'severe',
  broken_promises: 2,
  pd: '25%',
  evidence: 'strong',
  assets: 'unknown',
};

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'S1: an evasive customer to whom we owe more than it owes us is set off',
    professional: ['offset'],
    request: {
      amount: 1_200_000,
      overdue_days: 61,
      contact: 'evasive',
      dispute: 'none',
      payment_history: 'mixed',
      distress: 'some',
      tdb_score: 42,
      evidence: 'strong',
      assets: 'partly',
      offset: { payable: 1_800_000, payable_due_date: '2026-12-21' },
    },
    answer: {
      because: ['offset_suits', 'better_than_waiting'],
      closed: { write_off: 'loss_not_yet_deductible', factor: 'overdue' },
    },
  },
  {
    name: 'S2: a small debt of an evader with a known bank account goes to the summary court',
    professional: ['payment_order', 'small_claims'],
    request: { ...EVADER, amount: 280_000, assets: 'known' },
    answer: {
      because: ['tied'],
      closed: { demand: 'demand_sent', enforce: 'no_title' },
    },
  },
  {
    name: 'S2, no assets known: the same debt is worth less in court than a call by somebody else',
    professional: ['payment_order', 'small_claims', 'plan'],
    request: { ...EVADER, amount: 280_000, assets: 'unknown' },
    answer: {
      because: ['tied'],
    },
    differs:
      'a title against an evader of whom nothing is known takes something from one in twelve; a small claim is 3 % of the debt behind',
  },
  {
    name: 'S2, 60,000 yen: the same evader is not worth a court fee',
    professional: ['wait', 'pursue'],
    request: { ...EVADER, amount: 60_000, assets: 'known' },
    answer: {
      because: ['effort_does_not_pay'],
    },
  },
  {
    name: 'S3: a letter before the write-off of 90,000 yen from an unreachable debtor',
    professional: ['demand'],
    request: SMALL_AND_GONE,
    answer: {
      because: ['effort_does_not_pay'],
    },
    differs:
      'A certified letter costs more than it brings back. It is worth its cost as evidence for the write-off, which the answer says in a ' +
      'warning and does not count as recovery.',
  },
  {
    name: 'S3, tax counts: 90,000 yen from an unreachable debtor is written off',
    professional: ['write_off'],
    request: { ...SMALL_AND_GONE, tax_rate: '34%', consumption_tax_rate: '10%' },
    answer: {
      because: ['tied'],
    },
  },
  {
    name: 'S4: an invoice of a good customer is factored when cash is short at 60 % a year',
    professional: ['factor'],
    request: {
      ...GOOD_CUSTOMER_NOT_DUE,
      cash_needed_by: '2026-12-06',
      bridge_rate: '60%',
      margin_per_year: 300_000,
      relationship_years: 3,
    },
    answer: {
      because: ['better_than_waiting'],
      closed: { demand: 'not_due', suit: 'not_due', plan: 'not_due' },
    },
  },
  {
    name: 'S4b: the same invoice is left to fall due when no cash is needed',
    professional: ['wait', 'pursue'],
    request: GOOD_CUSTOMER_NOT_DUE,
    answer: {
      because: ['tied', 'sequence'],
    },
    differs:
      'In words only: before the due date pursuit costs nothing and keeps every later step open, while `wait` means that nothing more is ' +
      'ever done.',
  },
  {
    name: 'S5: in bankruptcy we set off what we owe and prove the rest',
    professional: ['offset'],
    request: { amount: 2_500_000, overdue_days: 91, insolvency: 'bankruptcy', offset: { payable: 700_000 } },
    answer: {
      because: ['offset_suits'],
      closed: {
        pursue: 'stayed_by_insolvency',
        suit: 'stayed_by_insolvency',
        plan: 'stayed_by_insolvency',
        sell: 'not_a_servicer_claim',
      },
    },
  },
  {
    name: 'S6: a good customer who disputes everything is heard first',
    professional: ['resolve_dispute'],
    request: {
      amount: 1_600_000,
      overdue_days: 91,
      contact: 'responsive',
      dispute: 'full',
      payment_history: 'good',
      distress: 'none',
      tdb_score: 55,
      evidence: 'medium',
      assets: 'partly',
      margin_per_year: 400_000,
      relationship_years: 2,
    },
    answer: {
      because: ['resolve_dispute_suits', 'sequence'],
      closed: { factor: 'overdue' },
    },
  },
  {
    name: 'S7: with 40 days of limitation left an order is applied for or a demand sent now',
    professional: ['demand', 'payment_order', 'suit'],
    request: DORMANT,
    answer: {
      because: ['demand_suits', 'tied'],
    },
  },
  {
    name: 'S7, demand sent before: with 40 days left the order is applied for; a plan would give who avoids us time, another demand only gains it',
    professional: ['payment_order', 'suit'],
    request: { ...DORMANT, demand_sent: true },
    answer: {
      because: ['payment_order_suits'],
    },
  },
  {
    name: 'S7, 12 days left and a demand sent before: the order is applied for at once',
    professional: ['payment_order', 'suit'],
    request: { ...DORMANT, due_date: '2021-12-03', demand_sent: true },
    answer: {
      because: ['payment_order_suits'],
    },
  },
  {
    name: 'S8: a valued customer in distress who pays in part gets twelve instalments',
    professional: ['plan'],
    request: {
      amount: 3_600_000,
      overdue_days: 91,
      contact: 'responsive',
      dispute: 'none',
      partial_paid: true,
      payment_history: 'good',
      distress: 'some',
      acknowledged: true,
      pd: '6%',
      evidence: 'strong',
      assets: 'partly',
      margin_per_year: 600_000,
      relationship_years: 3,
    },
    answer: {
      because: ['plan_suits', 'sequence'],
    },
  },
  {
    name: 'S9: a good customer twenty days late is reminded politely',
    professional: ['pursue'],
    request: {
      amount: 650_000,
      overdue_days: 20,
      contact: 'responsive',
      dispute: 'none',
      payment_history: 'good',
      distress: 'none',
      tdb_score: 58,
      evidence: 'strong',
      margin_per_year: 300_000,
      relationship_years: 3,
    },
    answer: {
      because: ['pursue_suits'],
    },
  },
  {
    name: 'S10: a hopeless file is closed, because a servicer may not buy it',
    professional: ['wait', 'write_off'],
    request: { ...HOPELESS, sell: { offer: 60_000 } },
    answer: {
      because: ['tied'],
      closed: { sell: 'not_a_servicer_claim' },
    },
  },
  {
    name: 'S10, a lawful buyer: 60,000 yen for a hopeless file is tied with keeping it, and the better bad case is named',
    professional: ['sell', 'wait'],
    request: { ...HOPELESS, sell: { offer: 60_000, buyer: 'lawful_buyer' } },
    answer: {
      because: ['tied'],
    },
  },
  {
    name: 'S11: a cash offer of 70 % from a debtor who broke two promises is accepted',
    professional: ['settle'],
    request: {
      amount: 2_000_000,
      overdue_days: 244,
      contact: 'responsive',
      dispute: 'none',
      payment_history: 'mixed',
      distress: 'some',
      broken_promises: 2,
      pd: '10%',
      evidence: 'strong',
      assets: 'unknown',
      settle: { offer: 1_400_000, in_days: 14 },
    },
    answer: {
      because: ['better_than_waiting'],
    },
  },
  {
    name: 'S12: a large well-documented debt with a known account gets a demand, then the court',
    professional: ['demand'],
    request: {
      amount: 8_500_000,
      overdue_days: 152,
      contact: 'evasive',
      dispute: 'none',
      payment_history: 'good',
      distress: 'none',
      broken_promises: 1,
      tdb_score: 57,
      evidence: 'strong',
      assets: 'known',
    },
    answer: {
      because: ['sequence'],
    },
  },
  {
    name: 'S13: a quarter of face for a failing debtor would be taken, but a servicer may not buy an ordinary trade claim',
    professional: ['sell'],
    request: { ...FAILING, sell: { offer: 750_000 } },
    answer: {
      because: ['tied'],
      closed: { sell: 'not_a_servicer_claim' },
    },
    differs:
      'The Servicer Act does not let a licensed servicer buy an ordinary trade receivable, whatever state the debtor is in. The answer says ' +
      'so with the article and what would open the sale.',
  },
  {
    name: 'S13, a lawful buyer: a quarter of face for a failing debtor is taken',
    professional: ['sell'],
    request: { ...FAILING, sell: { offer: 750_000, buyer: 'lawful_buyer' } },
    answer: {
      because: ['better_than_waiting'],
    },
  },
];
