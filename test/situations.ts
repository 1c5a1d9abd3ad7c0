// The situations in which every registered option is looked at, and the claims that may come of them.
import { assume } from '../src/assumptions/values.ts';
import { factsOf } from '../src/claim/facts.ts';
import { debtorOf } from '../src/debtor/known.ts';
import { caseOf } from '../src/decision/programme/case.ts';
import { stateOf } from '../src/decision/programme/state.ts';
import * as laws from '../src/law/index.ts';
import { tariffOn } from '../src/law/tariff.ts';
import * as registry from '../src/options/index.ts';
import type { Option, Situation, State } from '../src/options/option.ts';
import { voice } from '../src/report/voice.ts';
import { type EvaluationRequest, readRequest } from '../src/request/read_request.ts';
import type { After } from './cases/options.ts';
import { PAPER } from './filing.ts';

export const TODAY = '2026-11-21';
export const MEMBERS = Object.entries(registry) as unknown as readonly (readonly [string, Option])[];
export const OPTIONS = MEMBERS.map(([, option]) => option).sort((a, b) => (a.id < b.id ? -1 : 1));
export const { jp } = laws;

export function read(input: Readonly<Record<string, unknown>>): EvaluationRequest {
  const result = readRequest(input, { today: TODAY, lang: 'en' });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.request;
}

/** The situation on the valuation day, as the engine sets it up. */
export function situationOf(input: Readonly<Record<string, unknown>>): Situation {
  const { claim, terms } = read(input);
  const a = assume({});
  const facts = factsOf(claim, jp);
  const tariff = tariffOn(jp, claim.as_of, { ...PAPER, own: claim.filing ?? 'paper' });
  const c = caseOf({ facts, debtor: debtorOf(claim, facts.principal, a), tariff, law: jp, a, terms });
  return { ...c, state: stateOf(facts), month: 0 };
}

const BASE = { amount: 1_250_000, overdue_days: 82 };
const TOLD = { offset: { payable: 400_000 }, return_goods: { value: 200_000, consent: true } };
const LAWFUL = { sell: { buyer: 'lawful_buyer' } };

/** Receivables on which every option must keep the contract. */
export const GRID: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'the smallest request': BASE,
  'everything told': { ...BASE, ...TOLD, sell: { offer: 300_000, buyer: 'lawful_buyer' }, settle: { offer: 900_000 } },
  'due in six weeks': { ...BASE, overdue_days: -46, ...LAWFUL },
  'due in six weeks, with recourse': { ...BASE, overdue_days: -46, factor: { recourse: true, fee_rate: '5%' } },
  'due in six weeks against a consumer': { ...BASE, overdue_days: -46, debtor_type: 'consumer' },
  'due today': { ...BASE, overdue_days: 0, ...TOLD },
  'a small debt': { ...BASE, amount: 45_000, ...TOLD },
  'one yen': { ...BASE, amount: 1 },
  'a large debt with security': { ...BASE, amount: 85_000_000, security_value: 30_000_000, assets: 'known' },
  'security above the debt': { ...BASE, security_value: 5_000_000 },
  acknowledged: { ...BASE, acknowledged: true, contact: 'responsive', lawyer: 'yes' },
  'acknowledged, the debtor avoiding us': { ...BASE, acknowledged: true, contact: 'evasive' },
  'disputed in full': { ...BASE, dispute: 'full', evidence: 'weak' },
  'disputed in part, before it is due': { ...BASE, overdue_days: -20, dispute: 'partial' },
  'a judgment in hand': { ...BASE, title: 'judgment', lawyer: 'yes' },
  'a judgment ignored, the debtor avoiding us': {
    ...BASE,
    title: 'judgment',
    title_on: '2026-05-31',
    contact: 'evasive',
  },
  'an order on its way, the debtor avoiding us': {
    ...BASE,
    contact: 'evasive',
    procedure: { kind: 'payment_order', stage: 'served', stage_on: '2026-11-01' },
  },
  'a suit served, the debtor avoiding us': {
    ...BASE,
    contact: 'evasive',
    procedure: { kind: 'suit', stage: 'served' },
  },
  'an order that lapsed': {
    ...BASE,
    procedure: { kind: 'payment_order', stage: 'served', stage_on: '2026-09-01' },
  },
  'an invoice that was wrong': { ...BASE, cause: 'invoice_wrong', contact: 'responsive' },
  'one who does not want to pay': { ...BASE, cause: 'unwilling', contact: 'responsive' },
  'a public body hardly past due': { ...BASE, overdue_days: 12, debtor_type: 'public_body', contact: 'responsive' },
  'limitation in 40 days': { amount: 2_200_000, due_date: '2021-12-31', contact: 'evasive' },
  'limitation past': { amount: 2_200_000, due_date: '2019-12-31', contract_date: '2019-06-01', ...TOLD },
  'a demand still postpones the end': {
    amount: 2_200_000,
    due_date: '2021-10-31',
    events: [{ on: '2026-08-01', kind: 'demand_received' }],
  },
  'no address': { ...BASE, amount: 280_000, address_known: false },
  'all offers made': { ...BASE, demand_sent: true, plan_refused: true, settlement_refused: true, broken_promises: 3 },
  'unreachable and failing': { ...BASE, contact: 'unreachable', distress: 'severe', pd: '60%', ...LAWFUL },
  'mediation without a result': {
    ...BASE,
    dispute: 'partial',
    events: [{ on: '2026-08-10', kind: 'mediation', ended_on: '2026-11-20' }],
  },
  'settled in court, and acknowledged': {
    ...BASE,
    acknowledged: true,
    contact: 'responsive',
    procedure: { kind: 'suit', stage: 'settled', stage_on: '2026-08-20' },
  },
  'talks about a dispute failed': { ...BASE, dispute: 'partial', dispute_refused: true },
  'notice by counsel': { ...BASE, insolvency: 'counsel_notice', ...TOLD },
  'disputed in part, and unreachable since': { ...BASE, contact: 'unreachable', dispute: 'partial' },
  'business closed, unreachable': { ...BASE, insolvency: 'business_closed', contact: 'unreachable', effort_months: 5 },
  'a bill dishonoured, another due': { ...BASE, overdue_days: -30, claim_kind: 'bill', insolvency: 'dishonoured' },
  'an electronic claim': { ...BASE, claim_kind: 'electronic_claim', debtor_country: 'jp' },
  'the debtor has died': { ...BASE, debtor_type: 'consumer', succession: 'died' },
  'died, with a title': { ...BASE, debtor_type: 'consumer', succession: 'died', title: 'judgment' },
  'abroad, nothing within reach': { ...BASE, amount: 280_000, debtor_country: 'US', title: 'none' },
  'abroad, the court agreed': { ...BASE, amount: 280_000, debtor_country: 'US', court_here: true },
  'abroad, with assets here': { ...BASE, debtor_country: 'VN', assets_here: true, title: 'judgment' },
  'a factor quoted': { ...BASE, overdue_days: -46, factor: { fee_rate: '5%' } },
  'a factor quoted, the debtor failing': { ...BASE, overdue_days: -46, distress: 'severe', factor: { fee_rate: '5%' } },
  'a lease to a servicer for a fee': { ...BASE, claim_kind: 'lease', agency: { fee_rate: '25%' } },
  'a loan to a servicer for a fee': { ...BASE, claim_kind: 'loan', agency: { fee_rate: '25%' } },
  'a collector without a licence': { ...BASE, agency: { collector: 'unlicensed' } },
  'a collector whose right is checked': {
    ...BASE,
    cause: 'short_of_cash',
    agency: { collector: 'lawful_collector', fee_rate: '20%' },
  },
  'payments suspended': { ...BASE, insolvency: 'payment_suspended', ...TOLD },
  'a petition filed': { ...BASE, insolvency: 'petition' },
  bankruptcy: { ...BASE, insolvency: 'bankruptcy', ...TOLD, ...LAWFUL },
  'rehabilitation, filing in time': {
    ...BASE,
    insolvency: 'rehabilitation',
    claims_deadline: '2026-12-20',
    ...TOLD,
  },
  'rehabilitation, filing too late': {
    ...BASE,
    insolvency: 'rehabilitation',
    claims_deadline: '2026-11-20',
    ...TOLD,
  },
  'bankruptcy, claims investigated': {
    ...BASE,
    claim_kind: 'other',
    insolvency: 'bankruptcy',
    claims_deadline: '2026-09-20',
    investigation_ends_on: '2026-11-20',
    ...TOLD,
  },
  'bankruptcy, claim filed in time': {
    ...BASE,
    insolvency: 'bankruptcy',
    claims_deadline: '2026-09-20',
    investigation_ends_on: '2026-11-20',
    events: [{ on: '2026-09-10', kind: 'insolvency_proof' }],
  },
  'reorganisation, due after the time for filing': {
    ...BASE,
    overdue_days: -60,
    insolvency: 'reorganisation',
    claims_deadline: '2026-12-20',
    ...TOLD,
  },
  'ordinary liquidation': { ...BASE, insolvency: 'liquidation' },
  'special liquidation': { ...BASE, insolvency: 'special_liquidation' },
  'a loan of ours': { ...BASE, claim_kind: 'loan', sell: { offer: 100_000 } },
  'a lease': { ...BASE, claim_kind: 'lease', sell: { offer: 100_000 } },
  'services, nothing owed, nothing to return': {
    ...BASE,
    claim_kind: 'services',
    offset: { payable: 0 },
    return_goods: { value: 0, consent: false },
  },
  'set-off excluded': {
    ...BASE,
    contract_date: '2026-06-01',
    setoff_ban: true,
    offset: { payable: 400_000, payable_attached_on: '2026-01-31' },
  },
  'our debt assigned, for wages, in a crisis': {
    ...BASE,
    contract_date: '2026-06-01',
    insolvency: 'bankruptcy',
    offset: {
      payable: 400_000,
      payable_assigned_on: '2026-01-31',
      payable_kind: 'wages',
      payable_arose_on: '2026-11-10',
      crisis_known_on: '2026-11-01',
    },
  },
  'materials supplied, and a buyer without a licence': {
    ...BASE,
    offset: { payable: 400_000, payable_due_date: '2026-12-31', materials_supplied: true },
    sell: { buyer: 'unlicensed' },
  },
  'ten small claims this year': { ...BASE, amount: 280_000, small_claims: { filed_this_year: 10 } },
  'tax counts': { ...BASE, overdue_days: 500, tax_rate: '34%', consumption_tax_rate: '10%' },
  'a loan to somebody we dealt with once': {
    ...BASE,
    overdue_days: 500,
    claim_kind: 'loan',
    continuing_dealings: false,
    tax_rate: '34%',
    consumption_tax_rate: '10%',
  },
  'cash is needed': { ...BASE, overdue_days: -46, cash_needed_by: '2026-12-06', bridge_rate: '60%' },
  'a guarantor and a lien': {
    ...BASE,
    claim_kind: 'goods',
    guarantor: { value: 500_000 },
    lien: { goods_value: 300_000, resale_price: 400_000, paid_on: '2027-03-31' },
    stop_supply: { per_month: 300_000 },
  },
  'a guarantor for all, and two others': {
    ...BASE,
    claim_kind: 'works',
    acknowledged: true,
    contact: 'responsive',
    guarantor: { value: 5_000_000, maximum: 600_000, kind: 'individual', title: true, pays: '70%' },
    other_debtors: [
      { kind: 'endorser', amount: 200_000 },
      { kind: 'prime_contractor', amount: 300_000, pays: 0.3 },
      { kind: 'director' },
    ],
  },
  'guarantees that do not hold, goods that are gone': {
    ...BASE,
    guarantor: { value: 500_000, written: false, kind: 'individual', open_ended: true, guaranteed_on: '2021-04-01' },
    lien: { goods_value: 300_000, still_held: false, resale_price: 400_000, paid_on: '2026-11-20' },
  },
  'a plain guarantor, asked too early': {
    ...BASE,
    claim_kind: 'services',
    guarantor: { value: 500_000, joint: false },
    lien: { goods_value: 0 },
  },
  'a plain guarantor, and assets of the debtor': {
    ...BASE,
    assets: 'known',
    demand_sent: true,
    guarantor: { value: 500_000, joint: false },
    lien: { goods_value: 0 },
  },
  'nobody else but a director': { ...BASE, other_debtors: [{ kind: 'director' }] },
  'a guarantor in bankruptcy': {
    ...BASE,
    insolvency: 'bankruptcy',
    guarantor: { value: 2_000_000, kind: 'corporation' },
    lien: { resale_price: 400_000, paid_on: '2027-03-31' },
    other_debtors: [{ kind: 'director' }],
  },
  'a deed agreed': {
    ...BASE,
    contact: 'responsive',
    cause: 'short_of_cash',
    enforceable_deed: { agreed: true },
    plan_refused: true,
  },
  'a suit that runs': { ...BASE, procedure: { kind: 'suit', filed_on: '2026-10-01', stage: 'served' } },
  'a payment order filed': { ...BASE, procedure: { kind: 'payment_order', filed_on: '2026-11-01' } },
  'a payment order served': { ...BASE, procedure: { kind: 'payment_order', stage: 'served', stage_on: '2026-11-10' } },
  'a payment order opposed': { ...BASE, procedure: { kind: 'payment_order', stage: 'objected' }, lawyer: 'yes' },
  'a small claim heard': { ...BASE, amount: 280_000, procedure: { kind: 'small_claims', stage: 'hearing' } },
  'a settlement in court kept': { ...BASE, procedure: { kind: 'suit', stage: 'settled', stage_on: '2026-11-01' } },
  'mediation under way': { ...BASE, procedure: { kind: 'mediation', stage: 'hearing', filed_on: '2026-09-01' } },
  'mediation agreed': { ...BASE, contact: 'responsive', procedure: { kind: 'mediation', stage: 'settled' } },
  'a judgment on the way': { ...BASE, procedure: { kind: 'suit', stage: 'judged', stage_on: '2026-11-10' } },
  'an attachment under way': { ...BASE, procedure: { kind: 'suit', stage: 'enforcing', stage_on: '2026-11-10' } },
  'a scrivener asked for, the claim too high': { ...BASE, amount: 2_000_000, representation: 'scrivener' },
  'a scrivener asked for': { ...BASE, amount: 280_000, representation: 'scrivener' },
  'a demand that brought nothing': { ...BASE, demand_sent: true, contact: 'evasive' },
  'an evader that has ignored a lawyer': { ...BASE, demand_sent: true, contact: 'evasive', lawyer_letter_sent: true },
  "a lawyer's letter that brought nothing": { ...BASE, demand_sent: true, lawyer_letter_sent: true },
  'time is short after a demand': { amount: 2_200_000, due_date: '2022-11-30', demand_sent: true },
  'no address after a demand': { ...BASE, demand_sent: true, address_known: false },
  'a deposit that could be frozen': {
    ...BASE,
    assets: 'known',
    provisional_attachment: { object: 'bank_deposit', value: 700_000 },
  },
  'movables, partly known, with counsel': {
    ...BASE,
    amount: 280_000,
    assets: 'partly',
    provisional_attachment: { object: 'movables' },
    lawyer: 'yes',
  },
  'real estate that could be frozen': {
    ...BASE,
    amount: 8_000_000,
    assets: 'known',
    provisional_attachment: { object: 'real_estate', value: 20_000_000 },
  },
  'a valued customer': { ...BASE, margin_per_year: 600_000, relationship_years: 3 },
};

/** What steps make of a claim before another option is asked. */
const CHANGED: Readonly<Record<After, (s: Situation) => Partial<State>>> = {
  fresh: () => ({}),
  missed: (s) => ({
    balance: Math.ceil(s.state.balance * 0.7),
    standing: 'acknowledged',
    acknowledged: true,
    limitation: Number.POSITIVE_INFINITY,
  }),
  deed: (s) => ({
    balance: Math.ceil(s.state.balance * 0.7),
    standing: 'acknowledged',
    enforceable: true,
    acknowledged: true,
    limitation: Number.POSITIVE_INFINITY,
  }),
  judgment: () => ({
    standing: 'title',
    enforceable: true,
    share: [1, 1, 1, 0.8, 1],
    counsel: true,
    acknowledged: true,
    limitation: Number.POSITIVE_INFINITY,
  }),
};

export const AFTER = Object.entries(CHANGED) as readonly (readonly [After, (s: Situation) => Partial<State>])[];

export const GRID_CASES = Object.entries(GRID).map(([name, input]) => [name, situationOf(input)] as const);

/** Every situation of the grid in every changed state and in several months. */
export function* situations(): Generator<[name: string, s: Situation]> {
  for (const [name, today] of GRID_CASES)
    for (const [changed, of] of AFTER) {
      // Nothing is broken or decided before the debt is due, nor while proceedings run.
      if (changed !== 'fresh' && (today.facts.due_in > 0 || today.facts.proceedings)) continue;
      for (const month of [0, 1, 7, 24])
        yield [`${name}, ${changed}, month ${month}`, { ...today, state: { ...today.state, ...of(today) }, month }];
    }
}

export const isOpen = (option: Option, s: Situation): boolean =>
  option.follows.includes(s.state.standing) && option.needs(s).length === 0 && option.bars(s).length === 0;

export const VOICES = { ja: voice('ja', TODAY, jp), en: voice('en', TODAY, jp) };

/** English writes small numbers out where Japanese has digits. */
const NUMBER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bone (yen|hearing)\b/g, '1 $1'],
  [/\bsecond\b/g, '2'],
  [/\beach\b/g, '1'],
  [/\btwo-party\b/g, '2-party'],
  [/\bthree-party\b/g, '3-party'],
];

/** The figures of a sentence, each once: an amount, a share, the parts of a day. */
export function figuresIn(sentence: string): string[] {
  const digits = NUMBER_WORDS.reduce((text, [words, digit]) => text.replace(words, digit), sentence.toLowerCase());
  return [...new Set(digits.replaceAll(',', '').match(/\d+(?:\.\d+)?/g))].sort();
}
