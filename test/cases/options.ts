// What is expected of every option over the grid of situations in the suite of options: one entry each, reviewed by hand, so that no
// reason, no exit after a judgment and no cost of asking appears by accident.

/** The states of a claim after which an exit may follow: on the day, after a missed instalment without and with a deed, after a judgment. */
export type After = 'fresh' | 'missed' | 'deed' | 'judgment';

/** Situations of the grid in which it is reviewed what may follow. */
export const REVIEWED = [
  'the smallest request',
  'a small debt',
  'everything told',
  'no address',
  'tax counts',
  'limitation past',
  'ordinary liquidation',
  'bankruptcy',
  'a guarantor and a lien',
  'a deed agreed',
] as const;

/** Situations of the grid in which it is counted how often an option is asked what may happen. */
export const COUNTED = ['the smallest request', 'everything told'] as const;

export interface Expected {
  /** Codes of the bars that the grid meets, in alphabetical order. */
  readonly reasons: readonly string[];
  /** Exits: after what they are open, words of `After` by reviewed situation; closed in the situations that are not named. */
  readonly follows?: Readonly<Partial<Record<(typeof REVIEWED)[number], string>>>;
  /**
   * How often it may be asked in one decision; in situations that are not named it is not asked at all. Bounds are generous, half as much
   * again as is needed: a memo that is lost multiplies the numbers by months or variants.
   */
  readonly asked: Readonly<Partial<Record<(typeof COUNTED)[number], number>>>;
}

export const EXPECTED: Readonly<Record<string, Expected>> = {
  acknowledge: {
    reasons: [
      'court_first',
      'debt_acknowledged',
      'heirs_first',
      'nobody_to_sign',
      'not_due',
      'order_window',
      'procedure_running',
      'settled_in_court',
      'stayed_by_insolvency',
    ],
    asked: { 'the smallest request': 2, 'everything told': 10 },
  },
  agency: {
    reasons: [
      'heirs_first',
      'limitation_expired',
      'not_a_servicer_claim',
      'not_due',
      'servicer_condition',
      'stayed_by_insolvency',
      'unlicensed_collector',
    ],
    asked: {},
  },
  demand: {
    reasons: [
      'ask_first',
      'demand_sent',
      'demand_without_effect',
      'heirs_first',
      'limitation_expired',
      'no_delivery_address',
      'not_due',
      'procedure_running',
      'stayed_by_insolvency',
    ],
    asked: { 'the smallest request': 2, 'everything told': 10 },
  },
  enforce: {
    reasons: ['debtor_abroad', 'heirs_first', 'no_title', 'procedure_running', 'stayed_by_insolvency'],
    follows: {
      'the smallest request': 'deed judgment',
      'a small debt': 'deed judgment',
      'everything told': 'deed judgment',
      'no address': 'deed judgment',
      'tax counts': 'deed judgment',
      'limitation past': 'deed judgment',
      'ordinary liquidation': 'deed judgment',
      'a guarantor and a lien': 'deed judgment',
      'a deed agreed': 'deed judgment',
    },
    asked: { 'the smallest request': 250, 'everything told': 1250 },
  },
  enforceable_deed: {
    reasons: [
      'company_ends',
      'debt_not_acknowledged',
      'debtor_abroad',
      'heirs_first',
      'nobody_to_sign',
      'not_due',
      'opening_likely',
      'procedure_running',
      'public_body_pays',
      'settled_in_court',
      'stayed_by_insolvency',
      'title_in_hand',
    ],
    follows: { 'a deed agreed': 'fresh' },
    asked: {},
  },
  factor: {
    reasons: ['debtor_failing', 'disputed', 'individual_debtor', 'overdue'],
    asked: { 'the smallest request': 4, 'everything told': 20 },
  },
  go_on: { reasons: ['no_procedure', 'order_lapsed', 'stayed_by_insolvency'], asked: {} },
  guarantor: {
    reasons: [
      'guarantee_not_written',
      'guarantee_without_maximum',
      'limitation_expired',
      'nobody_else_owes',
      'not_due',
      'principal_assets_first',
      'principal_first',
    ],
    follows: { 'a guarantor and a lien': 'fresh missed deed judgment' },
    asked: {},
  },
  lawyer_letter: {
    reasons: [
      'ask_first',
      'demand_for_time',
      'heirs_first',
      'lawyer_letter_sent',
      'limitation_expired',
      'no_delivery_address',
      'not_due',
      'opening_likely',
      'own_demand_first',
      'procedure_running',
      'stayed_by_insolvency',
    ],
    asked: { 'the smallest request': 2, 'everything told': 8 },
  },
  lien: {
    reasons: [
      'goods_delivered',
      'limitation_expired',
      'no_lien',
      'not_due',
      'nothing_under_lien',
      'resale_paid',
      'stayed_by_insolvency',
    ],
    follows: { 'a guarantor and a lien': 'fresh' },
    asked: {},
  },
  mediation: {
    reasons: [
      'ask_first',
      'company_ends',
      'debtor_abroad',
      'heirs_first',
      'limitation_expired',
      'mediation_failed',
      'nobody_to_talk_to',
      'not_due',
      'not_for_want_of_cash',
      'nothing_to_mediate',
      'opening_likely',
      'procedure_running',
      'public_body_pays',
      'stayed_by_insolvency',
      'title_in_hand',
    ],
    follows: { 'a deed agreed': 'fresh' },
    asked: {},
  },
  offset: {
    reasons: [
      'due_after_filing',
      'incurred_in_crisis',
      'limitation_expired',
      'materials_early',
      'not_due',
      'nothing_owed',
      'payable_assigned',
      'payable_attached',
      'payable_excluded',
      'set_off_ban',
      'set_off_too_late',
    ],
    asked: { 'everything told': 4 },
  },
  pause: {
    reasons: [
      'ask_first',
      'attach_first',
      'court_first',
      'limitation_near',
      'nobody_to_answer',
      'opening_likely',
      'order_window',
      'procedure_running',
      'stayed_by_insolvency',
    ],
    asked: { 'the smallest request': 2, 'everything told': 10 },
  },
  payment_order: {
    reasons: [
      'ask_first',
      'debtor_abroad',
      'heirs_first',
      'limitation_expired',
      'no_service_address',
      'not_due',
      'opening_likely',
      'order_would_be_opposed',
      'over_scrivener_limit',
      'paid_in_proportion',
      'procedure_running',
      'stayed_by_insolvency',
      'title_in_hand',
    ],
    follows: {
      'the smallest request': 'fresh missed',
      'a small debt': 'fresh missed',
      'everything told': 'fresh missed',
      'tax counts': 'fresh missed',
      'limitation past': 'missed',
      'ordinary liquidation': 'fresh missed',
      'a guarantor and a lien': 'fresh missed',
      'a deed agreed': 'fresh missed',
    },
    asked: { 'the smallest request': 26, 'everything told': 130 },
  },
  plan: {
    reasons: [
      'ask_first',
      'attach_first',
      'attachment_running',
      'company_ends',
      'court_first',
      'disputed_in_full',
      'disputed_in_part',
      'heirs_first',
      'limitation_near',
      'nobody_to_answer',
      'not_due',
      'not_for_want_of_cash',
      'opening_likely',
      'order_window',
      'own_demand_first',
      'plan_refused',
      'procedure_running',
      'public_body_pays',
      'settled_in_court',
      'stayed_by_insolvency',
    ],
    asked: { 'the smallest request': 12, 'everything told': 50 },
  },
  prove_claim: {
    reasons: ['claim_filed', 'claims_deadline_passed', 'investigation_ended', 'no_proceedings'],
    follows: {
      'ordinary liquidation': 'fresh missed deed judgment',
      bankruptcy: 'fresh missed deed judgment',
    },
    asked: {},
  },
  pursue: {
    reasons: ['court_first', 'order_window', 'procedure_running', 'settled_in_court', 'stayed_by_insolvency'],
    asked: { 'the smallest request': 4, 'everything told': 15 },
  },
  resolve_dispute: {
    reasons: [
      'dispute_refused',
      'limitation_expired',
      'mediation_failed',
      'no_dispute',
      'nobody_to_answer',
      'not_due',
      'stayed_by_insolvency',
    ],
    asked: {},
  },
  return_goods: {
    reasons: ['no_consent', 'no_goods', 'no_lien', 'nothing_to_return', 'stayed_by_insolvency'],
    asked: { 'everything told': 4 },
  },
  sell: {
    reasons: ['limitation_expired', 'not_a_servicer_claim', 'servicer_condition', 'unlicensed_buyer'],
    follows: {
      'everything told': 'fresh missed deed',
      bankruptcy: 'fresh missed deed',
    },
    asked: { 'everything told': 500 },
  },
  settle_before_suit: {
    reasons: [
      'ask_first',
      'company_ends',
      'debtor_abroad',
      'heirs_first',
      'limitation_expired',
      'no_agreement_in_sight',
      'not_due',
      'not_for_want_of_cash',
      'opening_likely',
      'plan_refused',
      'procedure_running',
      'public_body_pays',
      'stayed_by_insolvency',
      'title_in_hand',
    ],
    asked: {},
  },
  settle: {
    reasons: [
      'ask_first',
      'attach_first',
      'attachment_running',
      'court_first',
      'disputed_in_full',
      'heirs_first',
      'limitation_near',
      'nobody_to_answer',
      'not_due',
      'opening_likely',
      'order_window',
      'own_demand_first',
      'procedure_running',
      'public_body_pays',
      'settled_in_court',
      'settlement_refused',
      'stayed_by_insolvency',
    ],
    asked: { 'the smallest request': 22, 'everything told': 12 },
  },
  small_claims: {
    reasons: [
      'ask_first',
      'debtor_abroad',
      'heirs_first',
      'limitation_expired',
      'no_service_address',
      'not_due',
      'opening_likely',
      'over_scrivener_limit',
      'over_small_claims_limit',
      'paid_in_proportion',
      'procedure_running',
      'small_claims_count',
      'stayed_by_insolvency',
      'title_in_hand',
    ],
    follows: {
      'a small debt': 'fresh missed',
    },
    asked: { 'the smallest request': 12, 'everything told': 90 },
  },
  stop_supply: {
    reasons: ['not_due', 'order_window', 'stayed_by_insolvency'],
    asked: {},
  },
  suit: {
    reasons: [
      'ask_first',
      'debtor_abroad',
      'heirs_first',
      'limitation_expired',
      'not_due',
      'opening_likely',
      'over_scrivener_limit',
      'paid_in_proportion',
      'procedure_running',
      'stayed_by_insolvency',
      'title_in_hand',
    ],
    follows: {
      'the smallest request': 'fresh missed',
      'a small debt': 'fresh missed',
      'everything told': 'fresh missed',
      'no address': 'fresh missed',
      'tax counts': 'fresh missed',
      'limitation past': 'missed',
      'ordinary liquidation': 'fresh missed',
      'a guarantor and a lien': 'fresh missed',
      'a deed agreed': 'fresh missed',
    },
    asked: { 'the smallest request': 26, 'everything told': 130 },
  },
  wait: {
    reasons: [],
    follows: {
      'the smallest request': 'fresh missed deed judgment',
      'a small debt': 'fresh missed deed judgment',
      'everything told': 'fresh missed deed judgment',
      'no address': 'fresh missed deed judgment',
      'tax counts': 'fresh missed deed judgment',
      'limitation past': 'fresh missed deed judgment',
      'ordinary liquidation': 'fresh missed deed judgment',
      bankruptcy: 'fresh missed deed judgment',
      'a guarantor and a lien': 'fresh missed deed judgment',
      'a deed agreed': 'fresh missed deed judgment',
    },
    asked: { 'the smallest request': 320, 'everything told': 1600 },
  },
  write_off: {
    reasons: ['loss_not_fixed', 'loss_not_yet_deductible', 'not_a_trade_claim', 'security_held', 'single_dealing'],
    follows: {
      'tax counts': 'fresh',
      'limitation past': 'fresh',
    },
    asked: { 'the smallest request': 3, 'everything told': 10 },
  },
};

/** What an option is, stated a second time: family, group, shape and marks; the field that says it was refused; sets of papers that it needs. */
export interface Stated {
  readonly is: string;
  readonly refused_as?: string;
  readonly papers?: readonly string[];
}

export const STATED: Readonly<Record<string, Stated>> = {
  acknowledge: { is: 'in_house effort', papers: ['balance_confirmation file_note'] },
  agency: { is: 'exit exit' },
  demand: { is: 'in_house offer', refused_as: 'demand_sent', papers: ['demand file_note'] },
  enforce: { is: 'court litigate exit fades' },
  enforceable_deed: { is: 'in_house exit consensual fades' },
  factor: { is: 'exit exit', papers: ['assignment_notice'] },
  go_on: { is: 'court litigate exit' },
  guarantor: { is: 'set_off exit' },
  lawyer_letter: { is: 'in_house offer', refused_as: 'lawyer_letter_sent' },
  lien: { is: 'set_off exit' },
  mediation: { is: 'court exit consensual' },
  offset: { is: 'set_off reduction', papers: ['set_off_notice'] },
  pause: { is: 'stop effort' },
  payment_order: { is: 'court litigate exit fades', papers: ['final_notice payment_order_application'] },
  plan: {
    is: 'in_house offer consensual negotiable',
    refused_as: 'plan_refused',
    papers: ['plan_agreement file_note'],
  },
  prove_claim: { is: 'insolvency exit', papers: ['proof_of_claim'] },
  pursue: { is: 'in_house effort ordinary', papers: ['file_note', 'reminder file_note', 'second_reminder file_note'] },
  resolve_dispute: { is: 'in_house offer consensual', refused_as: 'dispute_refused' },
  return_goods: { is: 'set_off reduction consensual', papers: ['return_agreement'] },
  sell: { is: 'exit exit', papers: ['assignment_notice'] },
  settle: {
    is: 'in_house offer consensual negotiable',
    refused_as: 'settlement_refused',
    papers: ['settlement_agreement file_note'],
  },
  settle_before_suit: { is: 'court exit consensual fades' },
  small_claims: { is: 'court litigate exit fades', papers: ['final_notice complaint_small_claims'] },
  stop_supply: { is: 'in_house effort' },
  suit: { is: 'court litigate exit fades', papers: ['final_notice'] },
  wait: { is: 'stop exit baseline' },
  write_off: { is: 'stop exit' },
};

/** Least and most of the terms that are counted. */
export const LIMITS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'plan.instalments': [1, 60],
  'settle.in_days': [0, 730],
  'small_claims.filed_this_year': [0, 1_000],
};

/** Amounts that hold for all invoices of a debtor together, so that each is used up once. */
export const ONCE: readonly string[] = ['guarantor.value', 'lien.goods_value', 'lien.resale_price', 'offset.payable'];
