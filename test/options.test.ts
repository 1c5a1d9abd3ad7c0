// The option contract, kept by every member of the registry over a grid of situations: texts, terms, bars, event trees, what may
// follow a judgment or a broken plan, and how often each option is asked.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { assume, entriesUnder } from '../src/assumptions/values.ts';
import { describeField } from '../src/claim/fields.ts';
import { factsOf } from '../src/claim/facts.ts';
import { KINDS, type PerKind } from '../src/debtor/kinds.ts';
import { debtorOf } from '../src/debtor/known.ts';
import { caseOf, decide, stateOf } from '../src/decision/decide.ts';
import * as formats from '../src/formats/index.ts';
import * as laws from '../src/law/index.ts';
import { tariffOn } from '../src/law/tariff.ts';
import * as registry from '../src/options/index.ts';
import type { Bar, Event, Flow, Option, Prospect, Situation, State } from '../src/options/option.ts';
import { voice } from '../src/report/voice.ts';
import { describedFields, type EvaluationRequest, flatFields, readRequest } from '../src/request.ts';
import * as routes from '../src/routes/index.ts';

const TODAY = '2026-11-21';
const MEMBERS = Object.entries(registry) as unknown as readonly (readonly [string, Option])[];
const OPTIONS = MEMBERS.map(([, option]) => option).sort((a, b) => (a.id < b.id ? -1 : 1));
const { jp } = laws;

function read(input: Readonly<Record<string, unknown>>): EvaluationRequest {
  const result = readRequest(input, { today: TODAY, lang: 'en' });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.request;
}

/** The situation on the valuation day, as the engine sets it up. */
function situationOf(input: Readonly<Record<string, unknown>>): Situation {
  const { claim, terms } = read(input);
  const a = assume({});
  const facts = factsOf(claim, jp);
  const tariff = tariffOn(jp, claim.as_of, claim.filing ?? 'paper', 'online');
  const c = caseOf(facts, debtorOf(claim, facts.principal, a), tariff, jp, a, terms);
  return { ...c, state: stateOf(facts), month: 0 };
}

const BASE = { amount: 1_250_000, overdue_days: 82 };
const TOLD = { offset: { payable: 400_000 }, return_goods: { value: 200_000, consent: true } };
const LAWFUL = { sell: { buyer: 'lawful_buyer' } };

/** Receivables on which every option must keep the contract. */
const GRID: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'the smallest request': BASE,
  'everything told': { ...BASE, ...TOLD, sell: { offer: 300_000, buyer: 'lawful_buyer' }, settle: { offer: 900_000 } },
  'due in six weeks': { ...BASE, overdue_days: -46, ...LAWFUL },
  'due in six weeks, with recourse': { ...BASE, overdue_days: -46, factor: { recourse: true } },
  'due in six weeks against a consumer': { ...BASE, overdue_days: -46, debtor_type: 'consumer' },
  'due today': { ...BASE, overdue_days: 0, ...TOLD },
  'a small debt': { ...BASE, amount: 45_000, ...TOLD },
  'one yen': { ...BASE, amount: 1 },
  'a large debt with security': { ...BASE, amount: 85_000_000, security_value: 30_000_000, assets: 'known' },
  'security above the debt': { ...BASE, security_value: 5_000_000 },
  acknowledged: { ...BASE, acknowledged: true, contact: 'responsive', lawyer: 'yes' },
  'disputed in full': { ...BASE, dispute: 'full', evidence: 'weak' },
  'disputed in part, before it is due': { ...BASE, overdue_days: -20, dispute: 'partial' },
  'a judgment in hand': { ...BASE, title: 'judgment', lawyer: 'yes' },
  'limitation in 40 days': { amount: 2_200_000, due_date: '2021-12-31', contact: 'evasive' },
  'limitation past': { amount: 2_200_000, due_date: '2019-12-31', contract_date: '2019-06-01', ...TOLD },
  'no address': { ...BASE, amount: 280_000, address_known: false },
  'all offers made': { ...BASE, demand_sent: true, plan_refused: true, settlement_refused: true, broken_promises: 3 },
  'unreachable and failing': { ...BASE, contact: 'unreachable', distress: 'severe', pd: '60%', ...LAWFUL },
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
  'ordinary liquidation': { ...BASE, insolvency: 'liquidation' },
  'a lease': { ...BASE, claim_kind: 'lease', sell: { offer: 100_000 } },
  'services, nothing owed, nothing to return': {
    ...BASE,
    claim_kind: 'services',
    offset: { payable: 0 },
    return_goods: { value: 0, consent: false },
  },
  'set-off excluded': {
    ...BASE,
    setoff_ban: true,
    offset: { payable: 400_000, payable_attached_on: '2026-01-31' },
  },
  'tax counts': { ...BASE, overdue_days: 500, tax_rate: '34%', consumption_tax_rate: '10%' },
  'cash is needed': { ...BASE, overdue_days: -46, cash_needed_by: '2026-12-06', bridge_rate: '60%' },
  'a valued customer': { ...BASE, margin_per_year: 600_000, relationship_years: 3 },
};

/** What steps make of a claim before another option is asked. */
const CHANGED: Readonly<Record<string, (s: Situation) => Partial<State>>> = {
  fresh: () => ({}),
  'after a missed instalment': (s) => ({
    balance: Math.ceil(s.state.balance * 0.7),
    standing: 'acknowledged',
    acknowledged: true,
    limitation: Number.POSITIVE_INFINITY,
  }),
  'after a missed instalment under a deed': (s) => ({
    balance: Math.ceil(s.state.balance * 0.7),
    standing: 'acknowledged',
    enforceable: true,
    acknowledged: true,
    limitation: Number.POSITIVE_INFINITY,
  }),
  'after a judgment': () => ({
    standing: 'title',
    enforceable: true,
    share: Float64Array.of(1, 1, 1, 0.8, 1),
    counsel: true,
    acknowledged: true,
    limitation: Number.POSITIVE_INFINITY,
    unseen: 6,
  }),
};

const GRID_CASES = Object.entries(GRID).map(([name, input]) => [name, situationOf(input)] as const);

/** Every situation of the grid in every changed state and in several months. */
function* situations(): Generator<[name: string, s: Situation]> {
  for (const [name, today] of GRID_CASES)
    for (const [changed, of] of Object.entries(CHANGED)) {
      // Nothing is broken or decided before the debt is due, nor while proceedings run.
      if (changed !== 'fresh' && (today.facts.due_in > 0 || today.facts.proceedings)) continue;
      for (const month of [0, 1, 7, 24])
        yield [`${name}, ${changed}, month ${month}`, { ...today, state: { ...today.state, ...of(today) }, month }];
    }
}

const isOpen = (option: Option, s: Situation): boolean =>
  option.follows.includes(s.state.standing) && option.needs(s).length === 0 && option.bars(s).length === 0;

describe('what an option says of itself', () => {
  const FILES = readdirSync(new URL('../src/options/', import.meta.url));
  test.each(MEMBERS)('%s is named alike as export, id and file', (name, option) => {
    expect(option.id).toBe(name);
    expect(FILES).toContain(`${name}.ts`);
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });

  test.each(MEMBERS)('%s has a label and one description in each language, ending with a full stop', (_, option) => {
    for (const text of [option.label, option.description]) {
      expect(text.ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
      expect(text.en).toMatch(/^[\x20-\x7e’]+$/);
    }
    expect(option.description.ja).toMatch(/。$/);
    expect(option.description.en).toMatch(/\.$/);
    expect(option.label.ja).not.toMatch(/[。、]$/);
  });

  test.each(MEMBERS)('%s has strict terms whose fields carry label, description and example', (_, option) => {
    for (const terms of [option.terms, ...(option.group_terms ? [option.group_terms] : [])]) {
      expect(terms.safeParse({ no_such_term: 1 }).success).toBe(false);
      expect(terms.safeParse({}).success).toBe(true);
      for (const [name, schema] of Object.entries(terms.shape)) {
        const field = describeField(name, schema as z.ZodType);
        expect(field, name).toBeDefined();
        expect(field?.label.ja, name).toMatch(/[^\x20-\x7e]/);
        expect(field?.label.en, name).toMatch(/^[\x20-\x7e’]+$/);
        expect(field?.description, name).toMatch(/^[A-Z].*\.$/);
        if (field?.description_ja !== undefined) expect(field.description_ja).toMatch(/。$/);
        expect((schema as z.ZodType).safeParse(field?.example).success, `${name} reads its own example`).toBe(true);
      }
    }
  });

  test.each(MEMBERS)('%s rests on assumptions that exist', (_, option) => {
    for (const path of option.assumes) expect(entriesUnder(new Set([path])), path).not.toHaveLength(0);
  });

  test.each(MEMBERS)('%s tells its step, and whatever else it tells, in both languages and without raw numbers', (_, option) => {
    for (const [name, s] of GRID_CASES) {
      if (!isOpen(option, s)) continue;
      for (const terms of option.variants(s))
        for (const lang of ['ja', 'en'] as const) {
          const say = voice(lang, s.facts.claim.as_of);
          const { step, reason, risk } = option.sentences[lang];
          const texts = [step(say, terms, s), reason?.(say, terms, s), risk?.(say, terms, s)];
          expect(texts[0], name).toBeTruthy();
          for (const text of texts) {
            if (text === null || text === undefined) continue;
            expect(text, name).not.toMatch(/NaN|Infinity|undefined|null|\[object|\d{5,}|\d\.\d{3,}/);
            expect(text, name).toMatch(lang === 'ja' ? /。$/ : /^[A-Z¥][\x20-\x7e’¥]*\.$/);
            if (lang === 'ja') expect(text, name).not.toMatch(/[０-９￥]/);
          }
        }
    }
  });

  test('exactly one option is the baseline, and it is never closed', () => {
    const baseline = OPTIONS.filter((option) => option.baseline);
    expect(baseline).toHaveLength(1);
    for (const [name, s] of situations()) expect(isOpen(baseline[0]!, s), name).toBe(true);
  });
});

/** Walks an event tree; `at` is the earliest time at which an event may stand, `received` the principal so far as a share-free sum. */
function checkEvent(event: Event, s: Situation, at: number, received: number): void {
  const { balance } = s.state;
  expect(event.at).toBeGreaterThanOrEqual(at);
  expect(Number.isFinite(event.at)).toBe(true);
  if (event.closes !== undefined) expect(event.closes).toBeGreaterThanOrEqual(event.at);
  let got = received;
  for (const flow of event.flows ?? []) {
    checkFlow(flow, event.at);
    got += flow.principal ?? 0;
  }
  const conceded = event.conceded ?? 0;
  expect(conceded).toBeGreaterThanOrEqual(0);
  expect(got + conceded, `${event.id}: no more is received and given up than is owed`).toBeLessThanOrEqual(
    balance * (1 + 1e-12),
  );
  if (event.goes_on) {
    const left = event.goes_on.balance ?? balance;
    expect(Number.isInteger(left)).toBe(true);
    expect(left).toBeGreaterThan(0);
    expect(got + left).toBeLessThanOrEqual(balance * (1 + 1e-12));
    expect(event.next ?? [], 'a claim that goes on ends the tree').toHaveLength(0);
    for (const share of event.goes_on.share ?? []) expectChance(share);
  }
  const sums = KINDS.map(() => 0);
  for (const { chance, turned, event: follows } of event.next ?? []) {
    expect(chance).toHaveLength(KINDS.length);
    chance.forEach((p, k) => {
      expectChance(p);
      sums[k]! += p;
    });
    for (const p of turned ?? []) expectChance(p);
    checkEvent(follows, s, event.at, got);
  }
  for (const sum of sums) expect(sum).toBeLessThanOrEqual(1 + 1e-12);
}

function expectChance(p: number): void {
  if (!(p >= 0 && p <= 1)) expect.fail(`${p} is no chance`);
}

function checkFlow(flow: Flow, eventAt: number): void {
  for (const part of ['principal', 'interest', 'external', 'own_time'] as const) {
    const amount = flow[part] ?? 0;
    if (!Number.isFinite(amount)) expect.fail(`${part} is ${amount}`);
  }
  expect(flow.at ?? eventAt, 'no flow comes before the event that brings it').toBeGreaterThanOrEqual(eventAt);
  for (const part of [flow.interest_share ?? 0, flow.fee_rate ?? 0, ...(flow.share ?? [])]) expectChance(part);
  expect(flow.external ?? 0).toBeGreaterThanOrEqual(0);
  expect(flow.own_time ?? 0).toBeGreaterThanOrEqual(0);
}

const forkSum = (event: Event, k: number): number => (event.next ?? []).reduce((sum, fork) => sum + fork.chance[k]!, 0);

function checkProspect(option: Option, s: Situation, prospect: Prospect): void {
  checkEvent(prospect.event, s, 0, 0);
  const perKind = (list: PerKind | undefined): void => list?.forEach(expectChance);
  perKind(prospect.taken);
  perKind(prospect.stays);
  expectChance(prospect.relationship ?? 0);
  for (const flow of [...(prospect.asking ?? []), ...(prospect.staying ?? [])]) checkFlow(flow, 0);
  const { leaves, open, window } = prospect;
  if (leaves?.balance !== undefined) {
    expect(Number.isInteger(leaves.balance)).toBe(true);
    expect(leaves.balance).toBeGreaterThanOrEqual(0);
    expect(leaves.balance).toBeLessThanOrEqual(s.state.balance);
  }
  if (open) expect(open.from ?? 0).toBeLessThanOrEqual(open.until ?? Number.POSITIVE_INFINITY);
  if (window !== undefined) {
    expect(Number.isInteger(window)).toBe(true);
    expect(window).toBeGreaterThanOrEqual(1);
  }
  const { shape } = option;
  expect(prospect.taken !== undefined, 'offers, and only they, are taken up').toBe(shape === 'offer');
  if (shape === 'effort') expect(prospect.stays).toBeDefined();
  if (prospect.stays) {
    expect(window).toBeDefined();
    prospect.stays.forEach((left, k) => expect(forkSum(prospect.event, k) + left).toBeCloseTo(1, 12));
  }
  if (shape === 'reduction') {
    expect(leaves?.balance).toBeDefined();
    expect(prospect.event.next ?? [], 'a reduction is certain').toHaveLength(0);
    const brought = (prospect.event.flows ?? []).reduce((sum, flow) => sum + (flow.principal ?? 0), 0);
    expect(brought + leaves!.balance!).toBe(s.state.balance);
  }
}

describe('what may happen when an option is started', () => {
  test.each(MEMBERS)('%s states chances, times and amounts that hold together, wherever it is open', (_, option) => {
    let asked = 0;
    for (const [name, s] of situations()) {
      if (!isOpen(option, s)) continue;
      const variants = option.variants(s);
      expect(variants.length, name).toBeGreaterThan(0);
      for (const terms of variants) {
        asked++;
        try {
          checkProspect(option, s, option.prospect(s, terms));
        } catch (error) {
          throw new Error(`${name}, terms ${JSON.stringify(terms)}: ${(error as Error).message}`, { cause: error });
        }
      }
    }
    expect(asked, 'the grid opens it somewhere').toBeGreaterThan(0);
  });

  test.each(MEMBERS)('%s varies with the month no more than it says', (_, option) => {
    for (const [name, s] of situations()) {
      if (!isOpen(option, s) || option.varies(s) === 'monthly') continue;
      const later = { ...s, month: s.month + 1 };
      if (later.month >= s.state.limitation || s.month < s.facts.due_in) continue;
      for (const terms of option.variants(s))
        expect(option.prospect(later, terms), name).toEqual(option.prospect(s, terms));
    }
  });

  test.each(MEMBERS)('%s answers the same question alike every time', (_, option) => {
    for (const [name, s] of GRID_CASES) {
      if (!isOpen(option, s)) continue;
      for (const terms of option.variants(s))
        expect(option.prospect(s, terms), name).toEqual(option.prospect(s, terms));
    }
  });
});

const FIELDS = new Set([...flatFields.keys(), ...describedFields().map(({ name }) => name)]);

/** Inputs of a bar that are no fields of the request but follow from them. */
const DERIVED: Readonly<Record<string, string>> = {};

/** Reasons that rest on no article: the caller can check them against what was written. */
const UNCITED: Readonly<Record<string, string>> = {};

describe('why an option is closed', () => {
  test('matrix', () => {
    const seen = new Map<string, Set<string>>();
    const unc = new Set<string>(); const unk = new Set<string>();
    for (const [, s] of situations())
      for (const option of OPTIONS)
        for (const bar of option.bars(s)) {
          seen.set(option.id, (seen.get(option.id) ?? new Set()).add(bar.code));
          if (bar.cite === null) unc.add(`${option.id}.${bar.code}`);
          for (const k of Object.keys(bar.inputs)) if (!FIELDS.has(k)) unk.add(k);
        }
    console.log([...seen].map(([k, v]) => `${k}: ${[...v].sort().join(' ')}`).join('\n'), '\nUNCITED', [...unc].join(' '), '\nUNK', [...unk].join(' '));
    const m: string[] = [];
    for (const [n, input] of [['base', BASE], ['lawful', {...BASE, ...LAWFUL}], ['small',{...BASE,amount:300000}],['noaddr',{...BASE,address_known:false}],['expired',{amount:2200000,due_date:'2019-12-31'}],['bankr',{...BASE,insolvency:'bankruptcy'}],['old',{...BASE,overdue_days:500}],['liq',{...BASE,insolvency:'liquidation'}],['susp',{...BASE,insolvency:'payment_suspended'}]] as const) {
      const s = situationOf(input);
      for (const [c, of] of Object.entries(CHANGED)) {
        const t = { ...s, state: { ...s.state, ...of(s) } };
        m.push(`${n} / ${c}: ${OPTIONS.filter((o) => o.shape === 'exit' && isOpen(o, t)).map((o) => o.id).join(' ')}`);
      }
    }
    console.log(m.join('\n'));
    const counts: Record<string, number> = {};
    for (const [n, input] of [['base',BASE],['future',{...BASE,overdue_days:-46}],['all',GRID['everything told']!],['cash',GRID['cash is needed']!]] as const) {
      const r = read(input); const c: Record<string, number> = {};
      const counted = OPTIONS.map((o) => ({ ...o, prospect: (s: Situation, t: unknown) => { c[o.id] = (c[o.id] ?? 0) + 1; return o.prospect(s, t); } }));
      decide({ claim: r.claim, terms: r.terms, overrides: r.assumptions, options: counted, consider: new Set(r.options), law: jp });
      console.log(n, JSON.stringify(c), Object.values(c).reduce((a, b) => a + b, 0));
    }
  });
});
