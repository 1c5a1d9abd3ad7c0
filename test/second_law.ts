// The law of a country that does not exist, in a currency with cents: as much as the contract asks for and no more. It has no small claims, no
// mediation, no settlement before suit and no notaries, its courts charge a share of the claim, and part payments go to principal first.

import { CITE_KEYS } from '../src/law/contract/citations.ts';
import { CLAIM_KINDS } from '../src/law/contract/claim.ts';
import { PETITIONS, type Petition, type PetitionFee } from '../src/law/contract/court_fees.ts';
import { ESTIMATES, FLAT_FEES } from '../src/law/contract/flat_fees.ts';
import { INSOLVENCY_STATES } from '../src/law/contract/insolvency.ts';
import { type EventRule, LIMITATION_EVENTS, type LimitationPeriod } from '../src/law/contract/limitation.ts';
import { LEGAL_LIMITS } from '../src/law/contract/limits.ts';
import { type Citation, type Dated, period } from '../src/law/dated.ts';
import type { Jurisdiction } from '../src/law/law.ts';
import type { Text } from '../src/values/text.ts';

const CHECKED = '2026-01-01';
const FROM = '2000-01-01';

const named = (ja: string, en: string): Text => ({ ja, en });

const citation: Citation = {
  law: named('試験国法', 'Test Code'),
  article: named('1条', 'art. 1'),
  law_id: null,
  url: null,
  certainty: 'statute',
  checked: CHECKED,
};

const dated = <T>(id: string, unit: string, value: T, label: Text = named('値', id)): Dated<NonNullable<T>> => ({
  id,
  label,
  unit,
  periods: [period<NonNullable<T>>(FROM, value ?? null, citation)],
  checked: CHECKED,
});

/** A thing that this country does not have. */
const none = <T>(id: string, unit: string, label: Text = named('値', id)): Dated<T> => ({
  id,
  label,
  unit,
  periods: [period<T>(FROM, null, citation)],
  checked: CHECKED,
});

/** One entry for each name of a closed list. */
const each = <K extends string, V>(names: readonly K[], of: (name: K) => V): Record<K, V> =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, V>;

/** Three per cent of the claim for a suit, half of it for a payment order, and 12.50 in any case. */
const share = (part: readonly [number, number]): PetitionFee => ({
  scale: [{ up_to: null, rate: '0.03' }],
  share: part,
  flat: { paper: 12.5, online: 12.5 },
  per_extra_defendant: 0,
  postage: 0,
  postage_citation: null,
});

const PETITION_FEES: Readonly<Partial<Record<Petition, PetitionFee>>> = {
  suit: share([1, 1]),
  payment_order: share([1, 2]),
  appeal: share([2, 1]),
};

const fourYears: LimitationPeriod = {
  code: 'four_years',
  label: named('4年', '4 years'),
  ends: [{ years: 4, counts_from: 'exercisable' }],
  citation,
};

const event = (renews: EventRule['renews'], pending: boolean, label: Text): EventRule => ({
  label,
  pending,
  grace: null,
  grace_by_agreement: false,
  grace_after_refusal: null,
  cap: null,
  no_effect_while: [],
  renews,
  bars_invocation: null,
  gives_title: false,
  citation,
});

/** Fees that this country has; the others do not exist in it. */
const CHARGED: Readonly<Partial<Record<(typeof FLAT_FEES)[number], number>>> = {
  attachment: 35.75,
  certified_mail_first_sheet: 4.95,
  certified_mail_extra_sheet: 1.05,
};

/** The law of the country of the tests. */
export const tt: Jurisdiction = {
  id: 'tt',
  label: named('試験国', 'Testland'),
  is_default: false,
  country: 'PT',
  currency: 'XTS',
  minor_digits: 2,
  currency_sign: { ja: { before: 'XTS ', after: '' }, en: { before: 'XTS ', after: '' } },
  time_zone: 'Europe/Lisbon',
  version: `tt-${CHECKED}`,
  checked: CHECKED,
  petitions: each(PETITIONS, (id) =>
    dated(`petitions.${id}`, 'XTS', PETITION_FEES[id] ?? null, named('申立て', `petition: ${id}`)),
  ),
  fixed_by_suit: none('fixed_by_suit', 'rule'),
  objection_credit: none('objection_credit', 'rule'),
  refund: none('refund', 'XTS'),
  fees: each(FLAT_FEES, (id) => dated(`fees.${id}`, 'XTS', CHARGED[id] ?? null, named('手数料', `fee: ${id}`))),
  beside: {},
  estimates: each(ESTIMATES, (id) => none(`estimates.${id}`, 'XTS')),
  letter_layouts: none('letter_layouts', 'rule'),
  notarial_deed: none('notarial_deed', 'XTS', named('公正証書', 'notarial deed')),
  lawyer: {
    retainer: dated('lawyer.retainer', 'XTS', [{ up_to: null, rate: '0.05' }]),
    success: dated('lawyer.success', 'XTS', [{ up_to: null, rate: '0.1' }]),
    minimum_retainer: dated('lawyer.minimum_retainer', 'XTS', 200),
    payment_order_retainer: dated('lawyer.payment_order_retainer', 'XTS', [{ up_to: null, rate: '0.02' }]),
    payment_order_minimum_retainer: dated('lawyer.payment_order_minimum_retainer', 'XTS', 100),
    spread: none('lawyer.spread', 'share'),
  },
  limits: each(LEGAL_LIMITS, (id) => dated(`limits.${id}`, 'count', id === 'payment_order_objection_days' ? 20 : null)),
  late_interest: {
    statutory: dated('late_interest.statutory', '1/year', '0.0815'),
    commercial: none('late_interest.commercial', '1/year'),
    commercial_kinds: [],
    subcontract: none('late_interest.subcontract', '1/year'),
    subcontract_days: none('late_interest.subcontract_days', 'days'),
    consumer_cap: none('late_interest.consumer_cap', '1/year'),
    loan_cap: none('late_interest.loan_cap', '1/year'),
    business_loan_cap: none('late_interest.business_loan_cap', '1/year'),
    statutory_cap: none('late_interest.statutory_cap', 'rule'),
    public_contract: none('late_interest.public_contract', '1/year'),
    public_contract_scope: none('late_interest.public_contract_scope', 'rule'),
    public_contract_unit: none('late_interest.public_contract_unit', 'XTS'),
    appropriation: dated('late_interest.appropriation', 'rule', ['principal', 'interest', 'costs']),
  },
  limitation: {
    regimes: dated('limitation.regimes', 'rule', {
      id: 'only',
      label: named('すべての債権', 'every claim'),
      by_claim_kind: each(CLAIM_KINDS, () => fourYears),
      special: {},
    }),
    events: dated(
      'limitation.events',
      'rule',
      each(LIMITATION_EVENTS, (id) =>
        id === 'suit'
          ? event('at_end', true, named('訴え', 'suit'))
          : id === 'acknowledgment'
            ? event('at_once', false, named('承認', 'acknowledgment'))
            : null,
      ),
    ),
    title: none('limitation.title', 'rule'),
    title_kinds: [],
    acknowledging_titles: [],
    without_invocation: [],
  },
  insolvency: each(INSOLVENCY_STATES, (id) => ({
    label: named('倒産', id.replaceAll('_', ' ')),
    presumption: null,
    stays_individual_action: false,
    stays_suits: false,
    stays_enforcement: false,
    stays_security: false,
    allows_set_off: false,
    set_off_until_claims_deadline: false,
    accelerates_claims: false,
    set_off_in_crisis: 'allowed' as const,
    proof: false,
    filed_until: 'any_time' as const,
    limitation_stopped_by: 'usual_means' as const,
    citations: {
      stay: null,
      proof: null,
      set_off: null,
      set_off_in_crisis: null,
      late_proof: null,
      running_suit: null,
      security: null,
      limitation: null,
    },
    note: named('倒産', 'insolvency'),
  })),
  servicer: each(CLAIM_KINDS, () => ({ may_buy: true, condition: null, presumed: true, citation })),
  conduct: { quiet_from: '20:00', quiet_until: '09:00', stop_after_counsel_notice: false, citation },
  bad_debt: {
    formal_after_months: none('bad_debt.formal_after_months', 'months'),
    formal_excluded_kinds: none('bad_debt.formal_excluded_kinds', 'rule'),
    no_credit_kinds: none('bad_debt.no_credit_kinds', 'rule'),
    memo_value: none('bad_debt.memo_value', 'XTS'),
    reserve_share: none('bad_debt.reserve_share', 'share'),
    consumption_tax_credit: none('bad_debt.consumption_tax_credit', 'share'),
    credit_on_sale: false,
  },
  provisional_attachment: null,
  abroad: null,
  succession: null,
  guarantee: null,
  goods_security: null,
  fee_credit: null,
  enforcement: null,
  bad_debt_facts: null,
  liability: null,
  instruments: null,
  stamp_duty: null,
  trial: null,
  change_watch: [],
  citations: each(CITE_KEYS, () => citation),
};
