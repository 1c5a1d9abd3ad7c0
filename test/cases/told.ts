// Sentences of options with the facts under which each is told, and facts beside them under which it is not: both sides of what decides it.

/** What is told of a claim of 1,000,000 yen that is 60 days overdue. */
export interface ToldWhere {
  readonly option: string;
  readonly what: 'step' | 'risk' | 'reason' | 'warning';
  /** Words of the English sentence. */
  readonly says: RegExp;
  readonly where: readonly object[];
  readonly not: readonly object[];
  readonly month?: number;
}

const LATE = { effort_months: 4 };
const SOON = { overdue_days: -10 };
const FAILING = { ...SOON, distress: 'severe' };
const TITLED = { title: 'judgment', title_on: '2026-01-10', overdue_days: 400 };
const BANKRUPT = { insolvency: 'bankruptcy' };
const OWING = { offset: { payable: 400_000 } };
const GUARANTEED = { guarantor: { value: 300_000 } };
const GOODS_BACK = { return_goods: { value: 200_000, consent: true } };
const SUPPLIED = { stop_supply: { per_month: 300_000 } };
const SECURED = { security_value: 300_000 };
const ABROAD = { debtor_country: 'US' };

export const TOLD_WHERE: readonly ToldWhere[] = [
  {
    option: 'pursue',
    what: 'step',
    says: /^Ask the petitioner's counsel/,
    where: [{ insolvency: 'petition' }],
    not: [{ insolvency: 'dishonoured' }, { insolvency: 'counsel_notice' }, {}],
  },
  {
    option: 'pursue',
    what: 'step',
    says: /^First declare the claim to the liquidator/,
    where: [{ insolvency: 'liquidation' }],
    not: [{ insolvency: 'petition' }, {}],
  },
  {
    option: 'pursue',
    what: 'step',
    says: /^Check with the liquidator that/,
    month: 1,
    where: [{ insolvency: 'liquidation' }],
    not: [{ insolvency: 'petition' }, {}],
  },
  {
    option: 'pursue',
    what: 'step',
    says: /^Ask the paying office whether/,
    where: [{ debtor_type: 'public_body' }, { debtor_type: 'public_body', effort_months: 3.9 }],
    not: [{ debtor_type: 'public_body', ...LATE }, { debtor_type: 'corporation' }],
  },
  {
    option: 'pursue',
    what: 'step',
    says: /^Ask the head of the paying office/,
    where: [{ debtor_type: 'public_body', ...LATE }],
    not: [{ debtor_type: 'public_body' }, { debtor_type: 'corporation', ...LATE }],
  },
  {
    option: 'pursue',
    what: 'step',
    says: /and visit/,
    where: [{}, { debtor_country: 'JP' }],
    not: [ABROAD],
  },
  { option: 'pursue', what: 'step', says: /meet online/, where: [{ ...ABROAD, ...LATE }], not: [LATE, ABROAD] },
  {
    option: 'pursue',
    what: 'step',
    says: /^Nothing can be demanded until the due date/,
    where: [FAILING],
    not: [
      { ...SOON, distress: 'some' },
      { overdue_days: 1, distress: 'severe' },
      { ...FAILING, claim_kind: 'bill' },
    ],
  },
  {
    option: 'pursue',
    what: 'step',
    says: /where the goods we delivered are/,
    where: [FAILING, { ...FAILING, claim_kind: 'goods' }],
    not: [{ ...FAILING, claim_kind: 'services' }],
  },
  {
    option: 'pursue',
    what: 'reason',
    says: /^The debtor answers/,
    where: [{ contact: 'responsive' }],
    not: [{}, { contact: 'evasive' }, { contact: 'unreachable' }],
  },
  {
    option: 'pursue',
    what: 'step',
    says: /Do not withdraw the procedure that is running/,
    where: [{ procedure: { kind: 'suit', stage: 'served' } }],
    not: [{}, { procedure: { kind: 'suit', stage: 'judged' } }],
  },
  {
    option: 'wait',
    what: 'step',
    says: /Withdraw the procedure that is running/,
    where: [
      { procedure: { kind: 'suit', stage: 'served' } },
      { procedure: { kind: 'payment_order', stage: 'objected' } },
    ],
    not: [
      {},
      { procedure: { kind: 'suit', stage: 'judged' } },
      { procedure: { kind: 'mediation', stage: 'settled' } },
      { procedure: { kind: 'payment_order', stage: 'served' } },
    ],
  },
  ...(['pursue', 'demand', 'lawyer_letter'] as const).flatMap((option): ToldWhere[] => [
    {
      option,
      what: 'step',
      says: /ask for the undisputed part first/,
      where: [{ dispute: 'partial' }],
      not: [{}, { dispute: 'none' }, { dispute: 'full' }, { dispute: 'partial', disputed_amount: 600_000 }],
    },
    {
      option,
      what: 'step',
      says: /ask for the undisputed ¥400,000 first/,
      where: [{ dispute: 'partial', disputed_amount: 600_000 }],
      not: [{ dispute: 'partial', disputed_amount: 1_000_000 }, { dispute: 'partial' }],
    },
  ]),
  {
    option: 'demand',
    what: 'step',
    says: /^Declare the claim to the liquidator/,
    where: [{ insolvency: 'liquidation' }],
    not: [{ insolvency: 'petition' }, { insolvency: 'counsel_notice' }, {}],
  },
  {
    option: 'demand',
    what: 'risk',
    says: /warns a debtor whose assets are known/,
    where: [
      { ...TITLED, assets: 'known', contact: 'evasive' },
      { ...TITLED, assets: 'known', contact: 'unreachable' },
    ],
    not: [
      { ...TITLED, assets: 'known', contact: 'responsive' },
      { ...TITLED, assets: 'partly', contact: 'evasive' },
      { assets: 'known', contact: 'evasive' },
    ],
  },
  {
    option: 'demand',
    what: 'risk',
    says: /already postpones the limitation period/,
    where: [
      {
        overdue_days: undefined,
        due_date: '2021-10-31',
        contract_date: '2021-06-01',
        events: [{ on: '2026-08-01', kind: 'demand_received' }],
      },
    ],
    not: [
      { events: [{ on: '2026-10-20', kind: 'demand_received' }] },
      {
        overdue_days: undefined,
        due_date: '2021-10-31',
        contract_date: '2021-06-01',
        events: [{ on: '2026-08-01', kind: 'acknowledgment' }],
      },
    ],
  },
  {
    option: 'offset',
    what: 'risk',
    says: /takes effect on arrival only/,
    where: [{ ...OWING, address_known: false }],
    not: [OWING, { ...OWING, address_known: true }, { ...OWING, ...BANKRUPT, address_known: false }],
  },
  { option: 'offset', what: 'risk', says: /is void/, where: [{ ...OWING, ...BANKRUPT }], not: [OWING] },
  {
    option: 'offset',
    what: 'risk',
    says: /^Set-off against a debt incurred after the crisis became known loses/,
    where: [
      { ...OWING, insolvency: 'petition' },
      {
        insolvency: 'petition',
        offset: { payable: 1, payable_arose_on: '2026-11-01', crisis_known_on: '2026-11-01' },
      },
    ],
    not: [
      OWING,
      {
        insolvency: 'petition',
        offset: { payable: 1, payable_arose_on: '2026-11-02', crisis_known_on: '2026-11-01' },
      },
    ],
  },
  {
    option: 'offset',
    what: 'risk',
    says: /^Our debt arose after the crisis was known/,
    where: [
      {
        insolvency: 'petition',
        offset: { payable: 1, payable_arose_on: '2026-11-02', crisis_known_on: '2026-11-01' },
      },
    ],
    not: [
      { ...OWING, insolvency: 'petition' },
      {
        insolvency: 'petition',
        offset: { payable: 1, payable_arose_on: '2026-11-01', crisis_known_on: '2026-11-01' },
      },
    ],
  },
  { option: 'offset', what: 'risk', says: /prohibited reduction/, where: [OWING], not: [{ ...OWING, ...BANKRUPT }] },
  {
    option: 'offset',
    what: 'risk',
    says: /was owed all along/,
    where: [{ ...OWING, dispute: 'partial' }],
    not: [OWING, { ...OWING, dispute: 'partial', title: 'judgment', title_on: '2026-06-01' }],
  },
  {
    option: 'guarantor',
    what: 'reason',
    says: /the time for filing the claim has passed/,
    where: [{ ...GUARANTEED, ...BANKRUPT, claims_deadline: '2026-11-20' }],
    not: [
      { ...GUARANTEED, ...BANKRUPT, claims_deadline: '2026-11-21' },
      { ...GUARANTEED, ...BANKRUPT },
      { ...GUARANTEED, claims_deadline: '2026-11-20' },
    ],
  },
  {
    option: 'guarantor',
    what: 'reason',
    says: /^It is another purse/,
    where: [GUARANTEED, { ...GUARANTEED, insolvency: 'petition' }],
    not: [{ ...GUARANTEED, ...BANKRUPT }],
  },
  {
    option: 'guarantor',
    what: 'risk',
    says: /^Recourse needs the bill presented in time/,
    where: [{ claim_kind: 'bill', other_debtors: [{ kind: 'endorser', amount: 1 }] }],
    not: [
      { claim_kind: 'bill', other_debtors: [{ kind: 'endorser', amount: 1 }], ...GUARANTEED },
      {
        claim_kind: 'bill',
        other_debtors: [
          { kind: 'endorser', amount: 1 },
          { kind: 'joint_debtor', amount: 1 },
        ],
      },
      GUARANTEED,
    ],
  },
  {
    option: 'enforce',
    what: 'step',
    says: /Through a lawyer/,
    where: [{ ...TITLED, lawyer: 'yes' }],
    not: [{ ...TITLED, lawyer: 'no' }],
  },
  {
    option: 'enforce',
    what: 'reason',
    says: /^No assets are known/,
    where: [
      { ...TITLED, assets: 'none_found' },
      { ...TITLED, assets: 'unknown' },
    ],
    not: [
      { ...TITLED, assets: 'known' },
      { ...TITLED, assets: 'partly' },
    ],
  },
  {
    option: 'return_goods',
    what: 'risk',
    says: /^Terminate the lease/,
    where: [{ ...GOODS_BACK, claim_kind: 'lease' }],
    not: [{ ...GOODS_BACK, claim_kind: 'goods' }, GOODS_BACK],
  },
  {
    option: 'return_goods',
    what: 'step',
    says: /^Take the leased object back/,
    where: [{ ...GOODS_BACK, claim_kind: 'lease' }],
    not: [{ ...GOODS_BACK, claim_kind: 'goods' }, GOODS_BACK],
  },
  {
    option: 'stop_supply',
    what: 'warning',
    says: /^While deliveries go on/,
    where: [
      { ...SUPPLIED, broken_promises: 1 },
      { ...SUPPLIED, cause: 'short_of_cash' },
      { ...SUPPLIED, distress: 'some' },
      { ...SUPPLIED, insolvency: 'petition' },
    ],
    not: [
      SUPPLIED,
      { ...SUPPLIED, broken_promises: 0 },
      { ...SUPPLIED, distress: 'none' },
      { ...SUPPLIED, cause: 'forgotten' },
      { broken_promises: 1 },
    ],
  },
  {
    option: 'stop_supply',
    what: 'step',
    month: 1,
    says: /^Deliveries stay stopped/,
    where: [{ ...SUPPLIED, broken_promises: 1 }],
    not: [SUPPLIED, { ...SUPPLIED, overdue_days: -40, broken_promises: 1 }],
  },
  {
    option: 'stop_supply',
    what: 'step',
    month: 1,
    says: /^Tell the debtor in writing that deliveries stop/,
    where: [SUPPLIED],
    not: [{ ...SUPPLIED, broken_promises: 1 }],
  },
  {
    option: 'stop_supply',
    what: 'step',
    says: /^Tell the debtor in writing that deliveries stop/,
    where: [SUPPLIED, { ...SUPPLIED, broken_promises: 1 }],
    not: [],
  },
  ...(['wait', 'pause'] as const).map(
    (option): ToldWhere => ({
      option,
      what: 'step',
      says: /enforce the security/,
      where: [{ ...SECURED, insolvency: 'petition' }],
      not: [{ insolvency: 'petition' }, SECURED, { ...SECURED, ...BANKRUPT }],
    }),
  ),
  ...(['plan', 'settle'] as const).map(
    (option): ToldWhere => ({
      option,
      what: 'risk',
      says: /^A payment before the day/,
      where: [FAILING],
      not: [
        { overdue_days: 0, distress: 'severe' },
        { ...SOON, distress: 'some' },
        { overdue_days: 1, distress: 'severe' },
      ],
    }),
  ),
  {
    option: 'prove_claim',
    what: 'step',
    says: /^By December 10, 2026: Declare the claim|^By 2026-12-10: Declare the claim/,
    where: [{ insolvency: 'liquidation', claims_deadline: '2026-12-10' }],
    not: [{ insolvency: 'liquidation' }, { insolvency: 'liquidation', claims_deadline: '2026-11-20' }],
  },
  {
    option: 'prove_claim',
    what: 'step',
    says: /^The time set has passed/,
    where: [{ ...BANKRUPT, claims_deadline: '2026-11-20' }],
    not: [{ ...BANKRUPT, claims_deadline: '2026-11-21' }, BANKRUPT],
  },
  {
    option: 'prove_claim',
    what: 'step',
    says: /often not set while no dividend is expected/,
    where: [BANKRUPT],
    not: [{ insolvency: 'rehabilitation' }, { ...BANKRUPT, claims_deadline: '2026-12-20' }],
  },
  {
    option: 'prove_claim',
    what: 'step',
    says: /^File a proof of claim with the evidence by /,
    where: [
      { ...BANKRUPT, claims_deadline: '2026-11-21' },
      { insolvency: 'rehabilitation', claims_deadline: '2026-12-20' },
    ],
    not: [{ insolvency: 'rehabilitation' }, { ...BANKRUPT, claims_deadline: '2026-11-20' }],
  },
  {
    option: 'mediation',
    what: 'reason',
    says: /settled in private/,
    where: [{ dispute: 'partial' }, { dispute: 'full' }],
    not: [{}, { dispute: 'none' }],
  },
  {
    option: 'factor',
    what: 'risk',
    says: /an effective \d/,
    where: [{ overdue_days: -46, factor: { fee_rate: '5%', recourse: true } }],
    not: [
      { overdue_days: -46, factor: { fee_rate: '5%' } },
      { overdue_days: -46, factor: { fee_rate: '5%', fixed_fee: 950_000, recourse: true } },
    ],
  },
  {
    option: 'factor',
    what: 'risk',
    says: /^The fee takes the whole advance/,
    where: [{ overdue_days: -46, factor: { fee_rate: '5%', fixed_fee: 950_000, recourse: true } }],
    not: [{ overdue_days: -46, factor: { fee_rate: '5%', fixed_fee: 949_999, recourse: true } }],
  },
];
