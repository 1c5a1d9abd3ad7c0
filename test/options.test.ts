// The option contract, kept by every member of the registry over a grid of situations: texts, terms, bars, event trees, what may
// follow a judgment or a broken plan, and how often each option is asked.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { KINDS, type PerKind } from '../src/assumptions/kinds.ts';
import { describeField } from '../src/fields/field.ts';
import * as formats from '../src/formats/index.ts';
import * as laws from '../src/law/index.ts';
import * as registry from '../src/options/index.ts';
import type { Event, Flow, Option, Prospect, Situation } from '../src/options/option.ts';
import { voice } from '../src/report/voice.ts';
import * as routes from '../src/routes/index.ts';
import type { Sentence } from '../src/values/phrase.ts';
import { flowsOf } from './plain_steps.ts';
import { figuresIn, GRID_CASES, isOpen, MEMBERS, OPTIONS, situationOf, situations, VOICES } from './situations.ts';
import { SRC } from './sources.ts';

/** Everything that an option tells in a situation. */
function toldOf({ sentences }: Option, s: Situation, terms: unknown): Sentence[] {
  const { step, reason, risk } = sentences;
  const told = [step(s, terms), reason?.(s, terms), risk?.(s, terms)];
  return told.filter((sentence) => sentence !== null && sentence !== undefined);
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

  test.each(MEMBERS)(
    '%s tells its step, and whatever else it tells, in both languages and without raw numbers',
    (_, option) => {
      for (const [name, s] of GRID_CASES) {
        if (!isOpen(option, s)) continue;
        for (const terms of option.variants(s))
          for (const lang of ['ja', 'en'] as const) {
            const say = voice(lang, s.facts.claim.as_of, s.law);
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

/** Principal that each kind of debtor has brought on the way to an event. */
type Got = readonly number[];

/** What has come in once a flow has, by kind: its principal times the share of it that the kind brings. */
const withFlow = (got: Got, { principal = 0, share }: Flow): Got =>
  got.map((sum, k) => sum + principal * (share ? share[k]! : 1));

/** Walks an event tree; `at` is the earliest time at which an event may stand, `received` the principal so far by kind. */
function checkEvent(event: Event, s: Situation, at: number, received: Got): void {
  const { balance } = s.state;
  const whole = balance * (1 + 1e-12);
  expect(event.id, 'an event has a name').toMatch(/./);
  expect(event.at).toBeGreaterThanOrEqual(at);
  expect(Number.isFinite(event.at)).toBe(true);
  if (event.closes !== undefined) expect(event.closes).toBeGreaterThanOrEqual(event.at);
  let got = received;
  const receive = (flow: Flow): void => {
    checkFlow(flow, event.at);
    got = withFlow(got, flow);
  };
  const most = (): number => Math.max(...got);
  event.flows?.forEach(receive);
  if (event.fails !== undefined) {
    expect(event.fails, 'what is owed to a failed debtor is owed of the claim').toBeGreaterThan(0);
    expect(most() + event.fails, `${event.id}: no more fails than is still owed`).toBeLessThanOrEqual(whole);
    expect([event.flows ?? [], event.next ?? [], event.goes_on], 'a failure is an end, priced by the engine').toEqual([
      [],
      [],
      undefined,
    ]);
    flowsOf({ c: s, moves: [] }, event).forEach(receive);
  }
  const conceded = event.conceded ?? 0;
  expect(conceded).toBeGreaterThanOrEqual(0);
  expect(most() + conceded, `${event.id}: no more is received and given up than is owed`).toBeLessThanOrEqual(whole);
  if (event.goes_on) {
    const { balance: left = balance, share } = event.goes_on;
    expect(Number.isInteger(left)).toBe(true);
    expect(left).toBeGreaterThan(0);
    const still = got.map((sum, k) => sum + left * (share ? share[k]! : 1));
    expect(Math.max(...still), `${event.id}: what goes on is still owed`).toBeLessThanOrEqual(whole);
    expect(event.next ?? [], 'a claim that goes on ends the tree').toHaveLength(0);
    for (const part of share ?? []) expectChance(part);
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
  checkEvent(
    prospect.event,
    s,
    0,
    KINDS.map(() => 0),
  );
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
      if (option.changes?.(s).some((month) => s.month < month && month <= later.month)) continue;
      for (const terms of option.variants(s))
        expect(option.prospect(later, terms), name).toEqual(option.prospect(s, terms));
    }
  });

  test('an option that says from which months it is another one is another one from them, and from no other', () => {
    for (const option of OPTIONS) {
      if (!option.changes) continue;
      const s = situationOf({
        amount: 400_000,
        overdue_days: 0,
        contact: 'evasive',
        stop_supply: { per_month: 100_000 },
      });
      const at = (month: number) => option.prospect({ ...s, month }, option.variants(s)[0]).event;
      for (const month of option.changes(s)) {
        expect(at(month), `${option.id} from month ${month}`).not.toEqual(at(month - 1));
        expect(at(month - 1), `${option.id} until month ${month}`).toEqual(at(month - 2));
        expect(at(month + 1), `${option.id} after month ${month}`).toEqual(at(month));
      }
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

/** Words in single quotes that are the id of an option, alone or before a dot. */
const mentioned = (code: string): string[] => {
  const ids = new Set<string>(OPTIONS.map(({ id }) => id));
  const words = [...code.matchAll(/'([a-z_]+)(?:\.[a-z_.]+)?'/g)].map(([, word]) => word!);
  return [...new Set(words.filter((word) => ids.has(word)))].sort();
};

describe('who knows an option by name', () => {
  test.each(MEMBERS)('%s imports no other option and names none', (name) => {
    const { code } = SRC.find(({ path }) => path === `src/options/${name}.ts`)!;
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
    for (const { path, code, text } of SRC) {
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
    expect(law.version).toMatch(new RegExp(`^${name}-${law.checked}(\\.\\d+)?$`));
  });

  test.each(Object.entries(formats))('format %s is named alike as export, extension and file', (name, format) => {
    expect(format.extension).toBe(name);
    expect(SRC.map(({ path }) => path)).toContain(`src/formats/${name}.ts`);
    expect(format.media_type).toMatch(/^[a-z]+\/[a-z.+-]+$/);
    expect(format.label.ja.length * format.label.en.length).toBeGreaterThan(0);
    if (format.columns) expect(new Set(format.columns).size).toBe(format.columns.length);
  });

  test('media types of formats differ, so that Accept chooses one', () => {
    const types = Object.values(formats).map(({ media_type }) => media_type);
    expect(new Set(types).size).toBe(types.length);
  });

  test.each(Object.keys(routes))('route %s stands in a file of its name', (name) => {
    expect(SRC.map(({ path }) => path)).toContain(`src/routes/${name}.ts`);
  });
});
