// What follows from a claim before anything is decided: its facts on a day, the rules between its fields on both sides of every boundary, the
// procedure that runs, and the letter that demands it.
import { describe, expect, test } from 'vitest';
import type { PartialClaim } from '../src/claim/claim.ts';
import { claimFields } from '../src/claim/claim_fields.ts';
import { claimObjects } from '../src/claim/claim_objects.ts';
import { addressee, DEMAND_DAYS, demandLetter, demandSheets, owedFor, owedItems } from '../src/claim/demand_letter.ts';
import { BLANKS, type BlankName, blank, blanksIn } from '../src/claim/draft.ts';
import { claimEventSchema, EVENT_KINDS, limitationEventsOf, limitationRuleOf } from '../src/claim/event.ts';
import { disputeOf, factsOf, isInCrisis, lastPaymentOf } from '../src/claim/facts.ts';
import {
  isMediation,
  isOrder,
  limitationOfProcedure,
  PROCEDURE_KINDS,
  PROCEDURE_STAGES,
  procedureOf,
  STAGES_WITHOUT,
  titleOf,
} from '../src/claim/procedure.ts';
import { checkClaim } from '../src/claim/rules.ts';
import { describeField } from '../src/fields/field.ts';
import { money, moneyText } from '../src/values/money.ts';
import { inLanguage } from '../src/values/written.ts';
import { jp, read } from './situations.ts';

const AS_OF = '2026-11-21';
const BASE = { amount: 1_000_000, overdue_days: 60, as_of: AS_OF };
const claimOf = (facts: object = {}) => read({ ...BASE, ...facts }).claim;
const factsFor = (facts: object = {}) => factsOf(claimOf(facts), jp);
const dueOn = (due_date: string, facts: object = {}) =>
  factsOf(read({ amount: 1_000_000, as_of: AS_OF, due_date, ...facts }).claim, jp);

describe('the fields of a claim', () => {
  const FIELDS = [
    ...Object.entries(claimFields),
    ...Object.entries(claimObjects).flatMap(([, { shape }]) => Object.entries(shape)),
  ];

  test('each reads the example by which it is explained, and a list the names that it offers', () => {
    for (const [name, schema] of FIELDS) {
      const field = describeField(name, schema);
      expect(schema.safeParse(field?.example).success, name).toBe(true);
      expect(schema.safeParse(undefined).success, name).toBe(name !== 'amount');
      if (field?.kind === 'choice') expect(field.example, name).not.toBe('');
    }
  });

  test('the days that explain it are those of one claim: due on the day that the days overdue count from', () => {
    const exampleOf = (name: keyof typeof claimFields) => describeField(name, claimFields[name])?.example;
    const due = String(exampleOf('due_date'));
    const examples = { amount: exampleOf('amount'), as_of: exampleOf('as_of') };
    const { claim } = read({ ...examples, due_date: due });
    expect(factsOf(claim, jp).overdue_days).toBe(exampleOf('overdue_days'));
    expect(String(exampleOf('invoice_date')) < due).toBe(true);
    expect(Number(exampleOf('effort_months'))).toBeLessThan(factsOf(claim, jp).age);
  });

  test('what a choice or a mark is taken for when it is left out is one of its members', () => {
    for (const [name, schema] of FIELDS) {
      const { kind, values = [], default: usual } = describeField(name, schema) ?? {};
      if (usual === undefined || /[ ,]/.test(String(usual))) continue;
      if (kind === 'choice') expect(values, name).toContain(usual);
      if (kind === 'flag') expect(['true', 'false'], name).toContain(String(usual));
    }
  });

  test.each<[name: keyof typeof claimFields, least: number, most: number]>([
    ['overdue_days', -3_650, 36_500],
    ['tdb_score', 0, 100],
    ['tsr_score', 0, 100],
    ['altman_z2', -50, 50],
    ['broken_promises', 0, 99],
    ['failed_attachments', 0, 99],
    ['effort_months', 0, 600],
    ['relationship_years', 0, 50],
  ])('%s is from %d to %d, and no further', (name, least, most) => {
    const reads = [least - 1, least, most, most + 1].map((value) => claimFields[name].safeParse(value).success);
    expect(reads).toEqual([false, true, true, false]);
  });

  test('each has a name in both languages', () => {
    for (const [name, schema] of FIELDS) {
      const { label } = describeField(name, schema) ?? {};
      expect([label?.ja, label?.en], name).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/[a-z]/)]);
    }
  });

  test.each<[name: keyof typeof claimFields, members: string]>([
    ['rating', 'AAA AA A BBB BB B CCC'],
    ['evidence', 'strong medium weak'],
    ['dispute', 'none partial full'],
    ['contact', 'responsive evasive unreachable'],
    ['payment_history', 'good mixed bad new'],
    ['distress', 'none some severe'],
    ['assets', 'known partly unknown none_found'],
    ['filing', 'online paper'],
    ['lawyer', 'yes no'],
    ['representation', 'ourselves scrivener lawyer'],
    ['risk', 'neutral averse'],
  ])('%s is one of %s', (name, members) => {
    expect(describeField(name, claimFields[name])?.values).toEqual(members.split(' '));
  });
});

describe('the facts of a claim', () => {
  test('the due date and the days overdue follow from each other', () => {
    expect([factsFor().due_date, factsFor().overdue_days]).toEqual(['2026-09-22', 60]);
    expect([dueOn('2026-09-22').due_date, dueOn('2026-09-22').overdue_days]).toEqual(['2026-09-22', 60]);
    const { age, due_in, interest_age } = dueOn('2026-12-21');
    expect([age, due_in, interest_age]).toEqual([-30 / (365.25 / 12), 30 / (365.25 / 12), age]);
    expect([factsFor().due_in, factsFor({ overdue_days: 0 }).age]).toEqual([0, 0]);
  });

  test('who owes decides the rate: a consumer no more than 14.6 %, a public body its own', () => {
    const rate = (facts: object) => factsFor(facts).delay_rate;
    expect(rate({ delay_rate: '20%' })).toBe(0.2);
    expect(rate({ delay_rate: '20%', debtor_type: 'corporation' })).toBe(0.2);
    expect(rate({ delay_rate: '20%', debtor_type: 'consumer' })).toBe(0.146);
    expect(rate({ claim_kind: 'goods', debtor_type: 'public_body' })).toBe(0.025);
    expect(rate({ claim_kind: 'goods', debtor_type: 'corporation' })).toBe(0.03);
    expect(rate({ claim_kind: 'goods' })).toBe(0.03);
  });

  test('the subcontract act raises it, from the receipt if its day is told', () => {
    const codes = (facts: object) =>
      dueOn('2026-03-31', facts).interest.breakdown.map(({ code, from }) => [code, from]);
    expect(codes({ subcontract_act: true, received_on: '2026-01-31' })).toEqual([['subcontract', '2026-04-01']]);
    expect(codes({ subcontract_act: true })).toEqual([
      ['statutory', '2026-04-01'],
      ['subcontract', '2026-05-30'],
    ]);
    expect(codes({})).toEqual([['statutory', '2026-04-01']]);
  });

  test('interest of several invoices takes the place of that of the one that stands for them', () => {
    const { interest, interest_age } = factsOf(claimOf(), jp, { interest: money(1_234), months: 5 });
    expect([moneyText(interest.interest), interest_age]).toEqual(['1234', 5]);
  });

  test('the last day of limitation still counts, by less than half a day, so that no step falls on the day after it', () => {
    const months = (as_of: string) =>
      factsOf(read({ amount: 1_000_000, due_date: '2021-12-31', as_of }).claim, jp).limitation_months;
    expect(months('2026-12-31')).toBeCloseTo(0.49 / (365.25 / 12), 10);
    expect(months('2027-01-01')).toBe(0);
    expect(months('2027-01-02')).toBe(0);
  });

  test('the contract decides which law counts, else the invoice, else the due date', () => {
    const regime = (facts: object) => dueOn('2020-06-30', facts).limitation.regime;
    expect(regime({ contract_date: '2020-03-31', invoice_date: '2020-05-31' })).toBe('old');
    expect(regime({ invoice_date: '2020-03-31' })).toBe('old');
    expect(regime({ contract_date: '2020-04-01', invoice_date: '2020-05-31' })).toBe('new');
    expect(regime({})).toBe('new');
  });

  test('a title whose day is not known runs from an unknown day; a deed has no period of its own', () => {
    const titled = (facts: object) => factsFor({ overdue_days: 400, ...facts });
    expect(titled({ title: 'judgment' }).title_day_unknown).toBe(true);
    expect(titled({ title: 'judgment', title_on: '2026-08-21' }).title_day_unknown).toBe(false);
    expect(titled({ title: 'notarial_deed' }).title_day_unknown).toBe(false);
    expect(titled({}).title_day_unknown).toBe(false);
    expect(titled({ title: 'judgment', title_on: '2026-08-21' }).titled_for).toBeCloseTo(92 / (365.25 / 12), 10);
    expect(titled({ title: 'judgment', title_on: AS_OF }).titled_for).toBeCloseTo(0, 12);
    expect([titled({ title: 'judgment' }).titled_for, titled({}).titled_for]).toEqual([null, null]);
  });

  test('a judgment of a running procedure has the day of its stage', () => {
    const judged = (stage: string) =>
      factsFor({ overdue_days: 400, procedure: { kind: 'suit', stage, stage_on: '2026-08-21' } });
    expect(judged('judged').titled_for).toBeCloseTo(92 / (365.25 / 12), 10);
    expect(judged('judged').limitation.last_day).toBe('2036-08-21');
    expect(judged('enforcing').title_day_unknown).toBe(true);
  });

  test('proceedings take the affairs out of its hands; liquidation and what comes before do not', () => {
    const open = (insolvency: string) => factsFor({ insolvency }).proceedings;
    for (const state of ['bankruptcy', 'rehabilitation', 'reorganisation', 'special_liquidation'])
      expect([state, open(state)]).toEqual([state, true]);
    for (const state of ['none', 'liquidation', 'petition', 'payment_suspended'])
      expect([state, open(state)]).toEqual([state, false]);
  });

  test('in a crisis what is received may have to be given back', () => {
    const crisis = (insolvency: string) => isInCrisis(claimOf({ insolvency }));
    for (const state of ['payment_suspended', 'counsel_notice', 'business_closed', 'dishonoured', 'petition'])
      expect([state, crisis(state)]).toEqual([state, true]);
    for (const state of ['none', 'bankruptcy', 'liquidation']) expect([state, crisis(state)]).toEqual([state, false]);
    expect(isInCrisis(claimOf())).toBe(false);
  });

  test('a dispute is what is said, or partial where an amount or the cause says so', () => {
    expect(disputeOf(claimOf())).toBeUndefined();
    expect(disputeOf(claimOf({ dispute: 'none' }))).toBe('none');
    expect(disputeOf(claimOf({ disputed_amount: 1 }))).toBe('partial');
    expect(disputeOf(claimOf({ disputed_amount: 0 }))).toBeUndefined();
    expect(disputeOf(claimOf({ disputed_amount: 1, dispute: 'full' }))).toBe('full');
    expect(disputeOf(claimOf({ cause: 'dispute' }))).toBe('partial');
    expect(disputeOf(claimOf({ cause: 'forgotten' }))).toBeUndefined();
    expect(factsFor().disputed).toBe(false);
    expect([factsFor({ dispute: 'none' }).disputed, factsFor({ dispute: 'partial' }).disputed]).toEqual([false, true]);
  });

  test('the last payment is the latest that is told, as a day or as an event', () => {
    const events = [
      { on: '2026-05-01', kind: 'part_payment' },
      { on: '2026-07-01', kind: 'part_payment' },
      { on: '2026-09-01', kind: 'demand_received' },
    ];
    const last = (facts: object) => lastPaymentOf(claimOf({ overdue_days: 400, ...facts }));
    expect(last({})).toBeUndefined();
    expect(last({ events })).toBe('2026-07-01');
    expect(last({ events, last_payment_on: '2026-08-01' })).toBe('2026-08-01');
    expect(last({ events, last_payment_on: '2026-06-01' })).toBe('2026-07-01');
    expect(last({ last_payment_on: '2026-06-01' })).toBe('2026-06-01');
    expect(factsFor({ overdue_days: 400, last_payment_on: '2026-06-01' }).written_off_from).toBe('2027-06-02');
    expect(factsFor({ overdue_days: 400, dealings_stopped_on: '2026-02-01' }).written_off_from).toBe('2027-02-02');
    expect(dueOn('2025-10-17').written_off_from).toBe('2026-10-18');
  });

  test('consumption tax comes back with a loss if its rate is told, and never on a loan', () => {
    const rate = (facts: object) => factsFor(facts).credited_tax_rate;
    expect(rate({ consumption_tax_rate: '10%' })).toBe(0.1);
    expect(rate({ consumption_tax_rate: '10%', claim_kind: 'loan' })).toBeUndefined();
    expect(rate({})).toBeUndefined();
  });

  test('abroad is another country than that of the law', () => {
    const abroad = (debtor_country?: string) => factsFor(debtor_country ? { debtor_country } : {}).abroad;
    expect([abroad(), abroad('JP'), abroad('US')]).toEqual([false, false, true]);
  });

  test('a business relationship lasts a year where only its margin is told', () => {
    const of = (facts: object) => {
      const { margin_per_year, relationship_years } = factsFor(facts);
      return [margin_per_year, relationship_years];
    };
    expect(of({})).toEqual([0, 0]);
    expect(of({ margin_per_year: 300_000 })).toEqual([300_000, 1]);
    expect(of({ margin_per_year: 300_000, relationship_years: 3 })).toEqual([300_000, 3]);
    expect(of({ relationship_years: 3 })).toEqual([0, 3]);
  });

  test('cash is needed on a day and bridged at a rate; a day that is past is today', () => {
    const need = (cash_needed_by: string) => factsFor({ cash_needed_by, bridge_rate: '15%' }).liquidity;
    expect(need('2027-01-20')).toEqual({ months: 60 / (365.25 / 12), rate: 0.15 });
    expect(need('2026-11-01')).toEqual({ months: 0, rate: 0.15 });
    expect(factsFor().liquidity).toBeNull();
    const { monthsUntil, dayAfter } = factsFor();
    expect([monthsUntil(AS_OF), monthsUntil('2026-12-21'), dayAfter(0)]).toEqual([0, 30 / (365.25 / 12), AS_OF]);
  });

  test('what is not told is the middle, nothing, or nobody', () => {
    const { evidence, security, principal } = factsFor();
    expect([evidence, security, principal]).toEqual(['medium', 0, 1_000_000]);
    expect(factsFor({ evidence: 'weak', security_value: 400_000 })).toMatchObject({
      evidence: 'weak',
      security: 400_000,
    });
  });

  test('what a demand would do today is told', () => {
    expect(dueOn('2021-12-31').demand_today).toBe('postpones');
    expect(dueOn('2021-10-31', { contract_date: '2021-09-01' }).demand_today).toBe('too_late');
    expect(factsFor().demand_today).toBe('adds_nothing');
  });
});

describe('the rules between fields', () => {
  const base: PartialClaim = { amount: money(1_000), as_of: AS_OF, jurisdiction: 'jp', due_date: '2026-08-31' };
  const broken = (change: PartialClaim, unread: readonly string[] = []) =>
    checkClaim({ ...base, ...change }, new Set(unread)).map(({ code, path }) => `${code} ${path.join('.')}`);

  test.each<[string, PartialClaim, PartialClaim, string]>([
    [
      'as many days overdue as the due date says',
      { overdue_days: 82 },
      { overdue_days: 83 },
      'due_conflict overdue_days',
    ],
    [
      'due on the day of the invoice',
      { invoice_date: '2026-08-31' },
      { invoice_date: '2026-09-01' },
      'due_before_invoice due_date',
    ],
    [
      'agreed on the day of valuation',
      { contract_date: AS_OF },
      { contract_date: '2026-11-22' },
      'contract_after_as_of contract_date',
    ],
    ['a title of today', { title_on: AS_OF }, { title_on: '2026-11-22' }, 'fact_after_as_of title_on'],
    ['paid today', { last_payment_on: AS_OF }, { last_payment_on: '2026-11-22' }, 'fact_after_as_of last_payment_on'],
    [
      'dealings stopped today',
      { dealings_stopped_on: AS_OF },
      { dealings_stopped_on: '2026-11-22' },
      'fact_after_as_of dealings_stopped_on',
    ],
    [
      'filed today',
      { procedure: { filed_on: AS_OF } },
      { procedure: { filed_on: '2026-11-22' } },
      'fact_after_as_of procedure.filed_on',
    ],
    [
      'a stage of today',
      { procedure: { stage_on: AS_OF } },
      { procedure: { stage_on: '2026-11-22' } },
      'fact_after_as_of procedure.stage_on',
    ],
    [
      'a stage on the day of filing',
      { procedure: { filed_on: '2026-10-01', stage_on: '2026-10-01' } },
      { procedure: { filed_on: '2026-10-01', stage_on: '2026-09-30' } },
      'procedure_order procedure.stage_on',
    ],
    [
      'all of it disputed',
      { disputed_amount: money(1_000) },
      { disputed_amount: money(1_001) },
      'disputed_above_amount disputed_amount',
    ],
    [
      'nothing in dispute where nothing is disputed',
      { dispute: 'none', disputed_amount: money(0) },
      { dispute: 'none', disputed_amount: money(1) },
      'dispute_conflict disputed_amount',
    ],
    [
      'a dispute as the cause of a dispute',
      { cause: 'dispute', dispute: 'full' },
      { cause: 'dispute', dispute: 'none' },
      'cause_conflict cause',
    ],
    [
      'a lawyer who represents us',
      { lawyer: 'yes', representation: 'lawyer' },
      { lawyer: 'no', representation: 'lawyer' },
      'representation_conflict lawyer',
    ],
    [
      'no lawyer where a scrivener acts',
      { lawyer: 'no', representation: 'scrivener' },
      { lawyer: 'yes', representation: 'scrivener' },
      'representation_conflict lawyer',
    ],
    ['the currency of the law', { currency: 'JPY' }, { currency: 'USD' }, 'currency_mismatch currency'],
    [
      'a day for cash with its rate',
      { cash_needed_by: '2026-12-01', bridge_rate: 0.1 },
      { cash_needed_by: '2026-12-01' },
      'bridge_rate_missing bridge_rate',
    ],
    [
      'an event of today',
      { events: [{ on: AS_OF, kind: 'suit' }] },
      { events: [{ on: '2026-11-22', kind: 'suit' }] },
      'event_after_as_of events.0.on',
    ],
    [
      'a procedure that ends on the day on which it begins',
      { events: [{ on: '2026-10-01', kind: 'suit', ended_on: '2026-10-01' }] },
      { events: [{ on: '2026-10-01', kind: 'suit', ended_on: '2026-09-30' }] },
      'event_order events.0.ended_on',
    ],
    [
      'talks refused on the day on which they were agreed',
      { events: [{ on: '2026-10-01', kind: 'consultation_agreement', refused_on: '2026-10-01' }] },
      { events: [{ on: '2026-10-01', kind: 'consultation_agreement', refused_on: '2026-09-30' }] },
      'event_order events.0.refused_on',
    ],
  ])('%s keeps them, one step further breaks one', (_, kept, wrong, rule) => {
    expect(broken(kept)).toEqual([]);
    expect(broken(wrong)).toEqual([rule]);
  });

  test('valued on the day of the invoice, not before', () => {
    const before_due = { due_date: '2026-12-31' };
    expect(broken({ ...before_due, invoice_date: AS_OF })).toEqual([]);
    expect(broken({ ...before_due, invoice_date: '2026-11-22' })).toEqual(['as_of_before_invoice as_of']);
  });

  test('of days overdue the mistake is shown at the days', () => {
    const days = { due_date: undefined, overdue_days: 10 };
    expect(broken({ ...days, invoice_date: '2026-11-11' })).toEqual([]);
    expect(broken({ ...days, invoice_date: '2026-11-12' })).toEqual(['due_before_invoice overdue_days']);
  });

  test('one mistake gives one error: nothing is said of what could not be read', () => {
    const nothing = { due_date: undefined };
    expect(broken(nothing)).toEqual(['missing_due due_date']);
    expect(broken(nothing, ['due_date'])).toEqual([]);
    expect(broken(nothing, ['overdue_days'])).toEqual([]);
    expect(broken({ cash_needed_by: '2026-12-01' }, ['bridge_rate'])).toEqual([]);
  });

  test('a procedure has the stages of its kind and no others', () => {
    const wrong = PROCEDURE_KINDS.flatMap((kind) =>
      PROCEDURE_STAGES.filter((stage) => broken({ procedure: { kind, stage } }).length > 0).map((stage) => [
        kind,
        stage,
      ]),
    );
    expect(wrong).toEqual([
      ['small_claims', 'objected'],
      ['suit', 'objected'],
      ['mediation', 'served'],
      ['mediation', 'objected'],
      ['mediation', 'judged'],
    ]);
    expect(broken({ procedure: { stage: 'objected' } })).toEqual(['procedure_stage procedure.stage']);
    const [rule] = checkClaim({ ...base, procedure: { kind: 'mediation', stage: 'judged' } });
    expect(rule?.expected.en).toBe('filed, hearing, settled, enforcing');
    expect(STAGES_WITHOUT.payment_order).toEqual([]);
  });
});

describe('a procedure that runs', () => {
  test('is a suit that was filed, unless something else is said', () => {
    expect(procedureOf({})).toBeUndefined();
    expect(procedureOf({ procedure: {} })).toBeUndefined();
    expect(procedureOf({ procedure: { filed_on: '2026-10-01' } })).toMatchObject({ kind: 'suit', stage: 'filed' });
    expect(procedureOf({ procedure: { kind: 'mediation' } })).toMatchObject({ kind: 'mediation', stage: 'filed' });
    expect([isOrder({ kind: 'payment_order' }), isOrder({ kind: 'suit' })]).toEqual([true, false]);
    expect([isMediation({ kind: 'mediation' }), isMediation({ kind: 'suit' })]).toEqual([true, false]);
  });

  test('leads to a title once it is judged or enforced, of which kind it says', () => {
    const title = (
      kind: 'payment_order' | 'small_claims' | 'suit' | 'mediation',
      stage: 'settled' | 'judged' | 'enforcing',
    ) => titleOf({ procedure: { kind, stage } });
    expect(title('suit', 'settled')).toBe('none');
    expect(title('suit', 'judged')).toBe('judgment');
    expect(title('small_claims', 'enforcing')).toBe('judgment');
    expect(title('payment_order', 'judged')).toBe('payment_order');
    expect(title('mediation', 'enforcing')).toBe('settlement');
    expect(titleOf({})).toBe('none');
    expect(titleOf({ title: 'notarial_deed', procedure: { kind: 'suit', stage: 'judged' } })).toBe('notarial_deed');
    expect(titleOf({ title: 'none', procedure: { kind: 'suit', stage: 'judged' } })).toBe('none');
  });

  test('keeps the period from ending since its filing, until it has led to a title', () => {
    const filed_on = '2026-10-01';
    expect(limitationOfProcedure({ procedure: { kind: 'suit', filed_on } })).toEqual([{ kind: 'suit', on: filed_on }]);
    expect(limitationOfProcedure({ procedure: { kind: 'small_claims', filed_on } })).toEqual([
      { kind: 'suit', on: filed_on },
    ]);
    expect(limitationOfProcedure({ procedure: { kind: 'payment_order', filed_on } })[0]?.kind).toBe('payment_order');
    expect(limitationOfProcedure({ procedure: { kind: 'mediation', filed_on } })[0]?.kind).toBe('mediation');
    expect(limitationOfProcedure({ procedure: { kind: 'suit' } })).toEqual([]);
    expect(limitationOfProcedure({ procedure: { kind: 'suit', stage: 'judged', filed_on } })).toEqual([]);
    const settled = { kind: 'suit', stage: 'settled', filed_on } as const;
    expect(limitationOfProcedure({ procedure: settled })).toEqual([{ kind: 'suit', on: filed_on }]);
    expect(limitationOfProcedure({ procedure: { ...settled, stage_on: '2026-11-01' } })).toEqual([
      { kind: 'suit', on: filed_on, ended_on: '2026-11-01', with_title: true },
    ]);
  });

  test('counts once, whether it is told as a procedure or as an event', () => {
    const told = {
      due_date: '2021-12-31',
      overdue_days: undefined,
      procedure: { kind: 'suit', filed_on: '2026-10-01' },
    };
    const steps = (facts: object) => factsFor({ ...told, ...facts }).limitation.steps.map(({ code }) => code);
    expect(steps({})).toEqual(['started', 'pending']);
    expect(steps({ events: [{ on: '2026-10-01', kind: 'suit' }] })).toEqual(['started', 'pending']);
    expect(steps({ events: [{ on: '2026-09-01', kind: 'acknowledgment' }] })).toEqual([
      'started',
      'renewed',
      'pending',
    ]);
  });
});

describe('events that bear on limitation', () => {
  test('each falls under the rule of its name, a disclosure of assets under that of enforcement, anything else under none', () => {
    expect([...EVENT_KINDS]).toEqual([
      'demand_received',
      'acknowledgment',
      'part_payment',
      'consultation_agreement',
      'suit',
      'payment_order',
      'mediation',
      'insolvency_proof',
      'enforcement',
      'asset_disclosure',
      'provisional_attachment',
      'other',
    ]);
    const rules = EVENT_KINDS.map((kind) => [kind, limitationRuleOf(kind)]);
    expect(rules.filter(([kind, rule]) => kind !== rule)).toEqual([
      ['asset_disclosure', 'enforcement'],
      ['other', null],
    ]);
  });

  test('what was told of them is handed on, and nothing that was not', () => {
    const full = {
      on: '2026-10-01',
      kind: 'asset_disclosure',
      ended_on: '2026-11-01',
      with_title: false,
      months: 6,
      refused_on: '2026-11-02',
    } as const;
    expect(limitationEventsOf([full, { on: '2026-10-02', kind: 'other' }, { on: '2026-10-03', kind: 'suit' }])).toEqual(
      [
        { ...full, kind: 'enforcement' },
        { kind: 'suit', on: '2026-10-03' },
      ],
    );
    expect(claimEventSchema.safeParse({ on: '2026-10-01', kind: 'suit', months: 60 }).success).toBe(true);
    expect(claimEventSchema.safeParse({ on: '2026-10-01', kind: 'suit', months: 61 }).success).toBe(false);
    expect(claimEventSchema.safeParse({ on: '2026-10-01', kind: 'suit', months: 0 }).success).toBe(false);
  });
});

describe('the letter that demands it', () => {
  const text = (facts: object, lang: 'ja' | 'en' = 'ja') =>
    demandLetter(factsFor(facts), jp).map(({ text: one }) => inLanguage(one, lang));

  test('names the claim, the principal, the due date, late interest and the sum', () => {
    const items = owedItems(factsFor({ claim_kind: 'goods' }), jp).map(({ text: one }) => inLanguage(one, 'ja'));
    // 1,000,000 at 3 % for 60 days is 4,931.5 yen.
    expect(items).toEqual([
      '債権 商品の売買代金（［請求書番号］）',
      '元本 金1,000,000円',
      '支払期日 2026年9月22日',
      '遅延損害金 金4,931円（2026年9月23日から2026年11月21日まで年3%）',
      '合計 金1,004,931円',
    ]);
    expect(owedItems(factsFor({ overdue_days: 0 }), jp).length).toBe(3);
    expect(owedItems(factsFor({ overdue_days: 1 }), jp).length).toBe(5);
  });

  test('gives two weeks and says from when interest goes on', () => {
    expect(DEMAND_DAYS).toBe(14);
    expect(text({}).join('\n')).toContain(
      '14日以内に、合計額と元本に対する2026年11月22日から支払済みまで年3%の遅延損害金',
    );
    expect(text({}, 'en').join('\n')).toContain('Within 14 days of the arrival of this letter');
  });

  test('rests on the article by which a demand holds the period, in the paragraph that gives the time', () => {
    const cited = demandLetter(factsFor(), jp).filter(({ cites = [] }) =>
      cites.includes(jp.citations.limitation_demand),
    );
    expect(cited.map(({ text: one }) => inLanguage(one, 'en'))).toEqual([expect.stringContaining('14 days')]);
  });

  test('addresses a company, another body or a person', () => {
    const suffix = (debtor_type?: string) => addressee(factsFor(debtor_type ? { debtor_type } : {})).suffix.ja;
    expect([suffix(), suffix('corporation'), suffix('public_body')]).toEqual([' 御中', ' 御中', ' 御中']);
    expect([suffix('consumer'), suffix('sole_proprietor')]).toEqual([' 様', ' 様']);
    expect(addressee(factsFor({ debtor_type: 'public_body' })).you.ja).toBe('貴団体');
    expect(addressee(factsFor({ debtor_type: 'consumer' })).you.ja).toBe('貴殿');
    expect(addressee(factsFor()).you.ja).toBe('貴社');
    for (const debtor_type of ['corporation', 'public_body', 'consumer'])
      expect(text({ debtor_type }, 'en')[1]).toBe('The following claim against you is overdue and has not been paid.');
    expect(owedFor(factsFor()).en).toBe('money owed');
  });

  test('mostly fits on one sheet, on which blanks take the room of what is written there', () => {
    const layouts = jp.letter_layouts.periods[0]!.value!;
    expect(demandSheets(factsFor(), jp, layouts).sheets.length).toBe(1);
    const room = (names: readonly BlankName[]) => names.map((name) => BLANKS[name].room);
    expect(room(['creditor', 'debtor', 'guarantor', 'assignee'])).toEqual([20, 18, 20, 20]);
    expect(room(['creditor_address', 'debtor_address', 'account', 'goods'])).toEqual([30, 30, 30, 30]);
    expect(room(['creditor_signatory', 'debtor_signatory', 'invoice', 'court'])).toEqual([15, 15, 10, 12]);
    expect(room(['contact', 'contract', 'their_claim', 'security', 'evidence', 'case_number'])).toEqual([
      20, 20, 20, 20, 20, 16,
    ]);
  });

  test('leaves open what the service never learns', () => {
    for (const lang of ['ja', 'en'] as const)
      expect(blanksIn(text({}, lang).join('\n')).sort()).toEqual(
        ['creditor', 'creditor_address', 'creditor_signatory', 'debtor', 'debtor_address', 'invoice'].sort(),
      );
    for (const name of Object.keys(BLANKS) as BlankName[]) {
      expect(blanksIn(blank(name).ja)).toEqual([name]);
      expect(blanksIn(blank(name).en)).toEqual([name]);
      expect([blank(name).ja, blank(name).en]).toEqual([
        expect.stringMatching(/^［[^］]+］$/),
        expect.stringMatching(/^\[[^\]]+\]$/),
      ]);
    }
  });
});
