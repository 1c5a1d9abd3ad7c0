// The option contract, kept by every member of the registry over a grid of situations: texts, terms, bars, event trees, what may
// follow a judgment or a broken plan, and how often each option is asked.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { KINDS, type PerKind } from '../src/assumptions/kinds.ts';
import { assume, entriesUnder } from '../src/assumptions/values.ts';
import { factsOf } from '../src/claim/facts.ts';
import { debtorOf } from '../src/debtor/known.ts';
import { caseOf, stateOf } from '../src/decision/programme/case.ts';
import { decide } from '../src/decision/programme/decide.ts';
import { describeField } from '../src/fields/field.ts';
import * as formats from '../src/formats/index.ts';
import * as laws from '../src/law/index.ts';
import { tariffOn } from '../src/law/tariff.ts';
import * as registry from '../src/options/index.ts';
import type { Bar, Event, Flow, Option, Prospect, Situation, State } from '../src/options/option.ts';
import { voice } from '../src/report/voice.ts';
import { describedFields, flatFields } from '../src/request/composition.ts';
import { type EvaluationRequest, readRequest } from '../src/request/read_request.ts';
import * as routes from '../src/routes/index.ts';
import type { Sentence } from '../src/values/phrase.ts';
import { type After, COUNTED, EXPECTED, REVIEWED } from './cases/options.ts';

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
  'our debt assigned, for wages, in a crisis': {
    ...BASE,
    insolvency: 'payment_suspended',
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
  'cash is needed': { ...BASE, overdue_days: -46, cash_needed_by: '2026-12-06', bridge_rate: '60%' },
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
    share: Float64Array.of(1, 1, 1, 0.8, 1),
    counsel: true,
    acknowledged: true,
    limitation: Number.POSITIVE_INFINITY,
    unseen: 6,
  }),
};

const AFTER = Object.entries(CHANGED) as readonly (readonly [After, (s: Situation) => Partial<State>])[];

const GRID_CASES = Object.entries(GRID).map(([name, input]) => [name, situationOf(input)] as const);

/** Every situation of the grid in every changed state and in several months. */
function* situations(): Generator<[name: string, s: Situation]> {
  for (const [name, today] of GRID_CASES)
    for (const [changed, of] of AFTER) {
      // Nothing is broken or decided before the debt is due, nor while proceedings run.
      if (changed !== 'fresh' && (today.facts.due_in > 0 || today.facts.proceedings)) continue;
      for (const month of [0, 1, 7, 24])
        yield [`${name}, ${changed}, month ${month}`, { ...today, state: { ...today.state, ...of(today) }, month }];
    }
}

const isOpen = (option: Option, s: Situation): boolean =>
  option.follows.includes(s.state.standing) && option.needs(s).length === 0 && option.bars(s).length === 0;

/** Everything that an option tells in a situation. */
function toldOf({ sentences }: Option, s: Situation, terms: unknown): Sentence[] {
  const { step, reason, risk } = sentences;
  const told = [step(s, terms), reason?.(s, terms), risk?.(s, terms)];
  return told.filter((sentence) => sentence !== null && sentence !== undefined);
}

const VOICES = { ja: voice('ja', TODAY), en: voice('en', TODAY) };

/** English writes small numbers out where Japanese has digits. */
const NUMBER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bone (yen|hearing)\b/g, '1 $1'],
  [/\bsecond\b/g, '2'],
  [/\beach\b/g, '1'],
  [/\btwo-party\b/g, '2-party'],
  [/\bthree-party\b/g, '3-party'],
];

/** The figures of a sentence, each once: an amount, a share, the parts of a day. */
function figuresIn(sentence: string): string[] {
  const digits = NUMBER_WORDS.reduce((text, [words, digit]) => text.replace(words, digit), sentence.toLowerCase());
  return [...new Set(digits.replaceAll(',', '').match(/\d+(?:\.\d+)?/g))].sort();
}

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

  test.each(MEMBERS)(
    '%s tells its step, and whatever else it tells, in both languages and without raw numbers',
    (_, option) => {
      for (const [name, s] of GRID_CASES) {
        if (!isOpen(option, s)) continue;
        for (const terms of option.variants(s))
          for (const lang of ['ja', 'en'] as const) {
            const say = voice(lang, s.facts.claim.as_of);
            for (const text of toldOf(option, s, terms).map(say.tell)) {
              expect(text, name).not.toMatch(/NaN|Infinity|undefined|null|\[object|\d{5,}|\d\.\d{3,}/);
              expect(text, name).toMatch(lang === 'ja' ? /。$/ : /^[A-Z¥][\x20-\x7e’¥]*\.$/);
              if (lang === 'ja') expect(text, name).not.toMatch(/[０-９￥]/);
            }
          }
      }
    },
  );

  test.each(MEMBERS)('%s tells the same figures in both languages, whatever the claim and the terms', (_, option) => {
    for (const [name, s] of situations()) {
      if (!isOpen(option, s)) continue;
      for (const terms of option.variants(s))
        for (const sentence of toldOf(option, s, terms)) {
          const { ja, en } = VOICES;
          expect(figuresIn(en.tell(sentence)), `${name}: ${en.tell(sentence)}`).toEqual(figuresIn(ja.tell(sentence)));
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
  const perKind = (list: PerKind | undefined): void => {
    for (const p of list ?? []) expectChance(p);
  };
  perKind(prospect.acceptance);
  perKind(prospect.staysOpen);
  expectChance(prospect.relationship ?? 0);
  for (const flow of [...(prospect.asking ?? []), ...(prospect.flowsIfOpen ?? [])]) checkFlow(flow, 0);
  const { after: leaves, open, window } = prospect;
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
  expect(prospect.acceptance !== undefined, 'offers, and only they, are taken up').toBe(shape === 'offer');
  if (shape === 'effort') expect(prospect.staysOpen).toBeDefined();
  if (prospect.staysOpen) {
    expect(window).toBeDefined();
    for (const [k, left] of prospect.staysOpen.entries()) expect(forkSum(prospect.event, k) + left).toBeCloseTo(1, 12);
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

/** Source files, and the same with their comments taken out. */
const SOURCES = sourcesUnder('src/').map((path) => {
  const text = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  return { path, text, code: text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '') };
});

function sourcesUnder(folder: string): string[] {
  return readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((name) => folder + name.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort();
}

const FIELDS = new Set([...flatFields.keys(), ...describedFields().map(({ name }) => name)]);

/** Inputs of a bar that are no fields of the request but follow from them. */
const DERIVED: Readonly<Record<string, string>> = {
  balance: 'what is still owed after earlier steps',
  limit: 'the limit of the law on the day',
  limitation_last_day: 'last safe day, from due date, kind of claim and events',
  arose: 'day on which the claim arose: invoice, contract or due date',
};

/** Reasons without an article, and why they need none. */
const UNCITED: Readonly<Record<string, string>> = {
  not_due: 'the terms of the contract, which the caller stated',
  demand_sent: 'said by the caller',
  plan_refused: 'said by the caller',
  settlement_refused: 'said by the caller',
  no_dispute: 'said by the caller',
  nothing_to_return: 'said by the caller',
};

/** Stated, but true of no jurisdiction in the registry. */
const UNREACHED: Readonly<Record<string, string>> = {
  set_off_excluded: 'every state of insolvency known so far allows set-off',
};

/** What is expected of an option; a new one gets an entry of its own. */
function expectedOf(id: string) {
  const found = EXPECTED[id];
  if (found === undefined) throw new RangeError(`write what is expected of ${id} into test/cases/options.ts`);
  return found;
}

test('expectations are stated of every option and of no other', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(OPTIONS.map(({ id }) => id));
});

describe('why an option is closed', () => {
  const met = OPTIONS.map((option) => {
    const bars = new Map<string, Bar[]>();
    for (const [, s] of situations())
      for (const bar of option.bars(s)) bars.set(bar.code, [...(bars.get(bar.code) ?? []), bar]);
    return { option, bars };
  });

  test.each(met.map(({ option, bars }) => [option.id, bars] as const))(
    '%s is closed on the grid for the expected reasons and no others',
    (id, bars) => {
      expect([...bars.keys()].sort()).toEqual(expectedOf(id).reasons);
    },
  );

  test('every reason in the sources is met, or listed with why it cannot be', () => {
    const code = SOURCES.filter(({ path }) => path.startsWith('src/options/')).map((source) => source.code);
    const stated = new Set(code.flatMap((text) => [...text.matchAll(/\bcode: '([a-z_]+)'/g)].map(([, name]) => name!)));
    const reached = new Set(Object.values(EXPECTED).flatMap(({ reasons }) => reasons));
    expect([...stated].filter((name) => !reached.has(name)).sort()).toEqual(Object.keys(UNREACHED).sort());
  });

  test.each(met.map(({ option, bars }) => [option.id, bars] as const))(
    '%s gives each reason with both texts, its inputs, what would open it, and its article',
    (_, found) => {
      for (const [code, bars] of found)
        for (const bar of bars) {
          expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
          const { ja, en } = VOICES;
          expect(ja.tell(bar.text), code).toMatch(/。$/);
          expect(en.tell(bar.text), code).toMatch(/^[A-Z][\x20-\x7e’¥]*\.$/);
          expect(ja.tell(bar.opens_if), code).toMatch(/[\p{Script=Hiragana}\p{Script=Han}]/u);
          expect(en.tell(bar.opens_if), code).toMatch(/^[\x20-\x7e’]+$/);
          expect(figuresIn(en.tell(bar.text)), code).toEqual(figuresIn(ja.tell(bar.text)));
          expect(figuresIn(en.tell(bar.opens_if)), code).toEqual(figuresIn(ja.tell(bar.opens_if)));
          expect(Object.keys(bar.inputs), `${code} names what decided it`).not.toHaveLength(0);
          for (const name of Object.keys(bar.inputs))
            expect(FIELDS.has(name) || name in DERIVED, `${code}: ${name}`).toBe(true);
          expect(bar.cite === null, `${code}: cited, or listed as needing no article`).toBe(code in UNCITED);
          if (bar.cite) expect(bar.cite.article.ja.length * bar.cite.article.en.length, code).toBeGreaterThan(0);
          if (bar.lifts !== undefined) expect(bar.lifts, code).toBeGreaterThan(0);
        }
    },
  );

  test('what an option needs to be told is a field of its own terms', () => {
    for (const option of OPTIONS)
      for (const [name, s] of GRID_CASES)
        for (const field of option.needs(s)) {
          expect(field.startsWith(`${option.id}.`), name).toBe(true);
          expect(FIELDS.has(field), field).toBe(true);
        }
  });
});

describe('the last day of the limitation period', () => {
  const due = (due_date: string) => situationOf({ amount: 2_200_000, due_date });
  const expired = (s: Situation): string[] =>
    OPTIONS.filter((option) => option.bars(s).some(({ code }) => code === 'limitation_expired')).map(({ id }) => id);

  test('a step that the period closes is open on its last day and closed on the next', () => {
    const last = due('2021-11-21');
    expect(last.facts.limitation).toMatchObject({ last_day: TODAY, days_left: 0, status: 'due_soon' });
    expect(expired(last)).toEqual([]);
    const next = due('2021-11-20');
    expect(next.facts.limitation.status).toBe('expired_invocable');
    const closing = Object.entries(EXPECTED).filter(([, { reasons }]) => reasons.includes('limitation_expired'));
    expect(expired(next)).toEqual(closing.map(([id]) => id));
    expect(closing.length).toBeGreaterThan(0);
  });
});

describe('what may follow a judgment or a missed instalment', () => {
  const EXITS = OPTIONS.filter(({ shape }) => shape === 'exit');

  test.each(REVIEWED)('%s opens the expected exits and no others', (name) => {
    const today = situationOf(GRID[name]!);
    const open = EXITS.map((option) => {
      const after = AFTER.filter(([, of]) => isOpen(option, { ...today, state: { ...today.state, ...of(today) } }));
      return [option.id, after.map(([state]) => state).join(' ')];
    });
    expect(open).toEqual(EXITS.map(({ id }) => [id, expectedOf(id).follows?.[name] ?? '']));
  });

  test('only exits follow a changed claim, and waiting always may', () => {
    for (const option of OPTIONS) {
      if (option.shape !== 'exit') expect(option.follows, option.id).toEqual(['fresh']);
      if (option.baseline) expect([...option.follows].sort()).toEqual(['acknowledged', 'fresh', 'title']);
    }
  });
});

describe('how often an option is asked what may happen', () => {
  test.each(COUNTED)('%s asks each option a bounded number of times', (name) => {
    const asked: Record<string, number> = {};
    const counted = OPTIONS.map((option) => ({
      ...option,
      prospect: (s: Situation, terms: unknown) => {
        asked[option.id] = (asked[option.id] ?? 0) + 1;
        return option.prospect(s, terms);
      },
    }));
    const { claim, terms, assumptions, options } = read(GRID[name]!);
    decide({ claim, terms, overrides: assumptions, options: counted, consider: new Set(options), law: jp });
    for (const [id, count] of Object.entries(asked))
      expect(count, id).toBeLessThanOrEqual(expectedOf(id).asked[name] ?? 0);
  });

  test('a debt due in the future, a need for cash and a title ask no option without end', () => {
    for (const name of ['due in six weeks', 'cash is needed', 'a judgment in hand']) {
      let asked = 0;
      const counted = OPTIONS.map((option) => ({
        ...option,
        prospect: (s: Situation, terms: unknown) => {
          asked++;
          return option.prospect(s, terms);
        },
      }));
      const { claim, terms, assumptions, options } = read(GRID[name]!);
      decide({ claim, terms, overrides: assumptions, options: counted, consider: new Set(options), law: jp });
      expect(asked, name).toBeLessThan(4500);
    }
  });
});

/** Words in single quotes that are the id of an option, alone or before a dot. */
const mentioned = (code: string): string[] => {
  const ids = new Set<string>(OPTIONS.map(({ id }) => id));
  const words = [...code.matchAll(/'([a-z_]+)(?:\.[a-z_.]+)?'/g)].map(([, word]) => word!);
  return [...new Set(words.filter((word) => ids.has(word)))].sort();
};

describe('who knows an option by name', () => {
  test.each(MEMBERS)('%s imports no other option and names none', (name) => {
    const { code } = SOURCES.find(({ path }) => path === `src/options/${name}.ts`)!;
    const siblings = [...code.matchAll(/from '\.\/([^']+)\.ts'/g)].map(([, file]) => file!);
    expect(siblings.filter((file) => Object.hasOwn(registry, file))).toEqual([]);
    expect(mentioned(code).filter((id) => id !== name)).toEqual([]);
  });

  /**
   * Folders below the options. They are handed no option and know none, so an option's id is there what it says: a title, a petition, the
   * path of an assumption.
   */
  const BELOW = /^src\/(values|fields|law|assumptions|claim|debtor)\//;

  /** Words that a file explains: `Here 'plan' is a part of the answer, not an option.` */
  const explained = (text: string): string[] =>
    [...text.matchAll(/Here ((?:'\w+'(?:, | and )?)+) (?:is|are) [^.\n]+, not (?:an option|options)\./g)]
      .flatMap(([, words]) => [...words!.matchAll(/'(\w+)'/g)].map(([, word]) => word!))
      .sort();

  test('no file above the options names one, unless it says beside the word what else it means there', () => {
    const own = new Set(OPTIONS.map(({ id }) => `src/options/${id}.ts`));
    for (const { path, code, text } of SOURCES) {
      if (own.has(path) || path === 'src/options/index.ts' || BELOW.test(path)) continue;
      expect(mentioned(code), path).toEqual(explained(text));
    }
  });
});

describe('the other registries', () => {
  test.each(Object.entries(laws))('jurisdiction %s is named alike as export and id', (name, law) => {
    expect(law.id).toBe(name);
    expect(law.label.ja.length * law.label.en.length).toBeGreaterThan(0);
    expect(law.currency).toMatch(/^[A-Z]{3}$/);
    expect(law.version).toBe(`${name}-${law.checked}`);
  });

  test.each(Object.entries(formats))('format %s is named alike as export, extension and file', (name, format) => {
    expect(format.extension).toBe(name);
    expect(SOURCES.map(({ path }) => path)).toContain(`src/formats/${name}.ts`);
    expect(format.media_type).toMatch(/^[a-z]+\/[a-z.+-]+$/);
    expect(format.label.ja.length * format.label.en.length).toBeGreaterThan(0);
    if (format.columns) expect(new Set(format.columns).size).toBe(format.columns.length);
  });

  test('media types of formats differ, so that Accept chooses one', () => {
    const types = Object.values(formats).map(({ media_type }) => media_type);
    expect(new Set(types).size).toBe(types.length);
  });

  test.each(Object.keys(routes))('route %s stands in a file of its name', (name) => {
    expect(SOURCES.map(({ path }) => path)).toContain(`src/routes/${name}.ts`);
  });
});
