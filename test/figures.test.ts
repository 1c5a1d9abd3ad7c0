// Figures that cannot be: a rate of everything, a yen told in two ways, a claim that grows dearer with age, a number that is none. Each is
// refused where it is read, made impossible where it is computed, or fails where it would be told.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { assume } from '../src/assumptions/values.ts';
import { factsOf } from '../src/claim/facts.ts';
import { debtorOf } from '../src/debtor/known.ts';
import { caseOf } from '../src/decision/programme/case.ts';
import { type Decision, decide, decideCase } from '../src/decision/programme/decide.ts';
import { jp } from '../src/law/index.ts';
import { lawOf } from '../src/law/jurisdictions.ts';
import { tariffOn } from '../src/law/tariff.ts';
import { factor } from '../src/options/factor.ts';
import type { FieldError } from '../src/problem.ts';
import type { Report } from '../src/report/answer.ts';
import { bridgeLines } from '../src/report/bridge.ts';
import { decimals, fraction } from '../src/report/parts.ts';
import { quantity } from '../src/report/quantity.ts';
import { voice } from '../src/report/voice.ts';
import { describedFields } from '../src/request/composition.ts';
import { questionOf } from '../src/request/question.ts';
import { ask, post } from './asking.ts';
import { PAPER } from './filing.ts';
import { AS_OF, requestOf } from './judging.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A request with a field set by its flat name. */
function withField(request: Fields, name: string, value: unknown): Fields {
  const [head, member] = name.split('.');
  if (head === undefined || member === undefined) return { ...request, [name]: value };
  return { ...request, [head]: { ...(request[head] as Fields | undefined), [member]: value } };
}

/** Everything in an answer that is no figure: numbers that are none, and texts that tell one. */
function impossible(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} ${value}`];
  if (typeof value === 'string') return /NaN|Infinity|undefined/.test(value) ? [`${path} ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => impossible(inner, `${path}.${name}`));
}

const WHOLE = 'bridge,plan';
const ANALYSED = 'bridge,plan,sensitivity,break_even,information';
const RATES = describedFields().filter(({ kind }) => kind === 'rate' || kind === 'chance');

/** Rates that cannot be 100 %, and why. */
const NOT_ALL: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  'plan.down_rate': {
    ja: '頭金が全額では分割払いになりません。',
    en: 'A down payment of everything leaves nothing to pay in instalments.',
  },
  'factor.fee_rate': {
    ja: '手数料が全額では受け取れるものがありません。',
    en: 'A fee of 100% would leave nothing to receive.',
  },
  'agency.fee_rate': {
    ja: '報酬が全額では受け取れるものがありません。',
    en: 'A fee of 100% would leave nothing to receive.',
  },
};

/** A claim on which each rate matters: overdue and with counsel, or not yet due and in need of cash. */
const OVERDUE = { amount: 1_250_000, overdue_days: 106, lawyer: 'yes' };
const NOT_DUE = { amount: 30_000, overdue_days: -46, cash_needed_by: '2026-12-06', bridge_rate: '60%' };
const claimFor = (name: string): Fields =>
  name.startsWith('factor') ? { ...NOT_DUE, factor: { recourse: true, fee_rate: '5%' } } : OVERDUE;

async function mistakes(request: Fields, lang: 'ja' | 'en'): Promise<readonly FieldError[]> {
  const answer = await post('/v1/evaluate', { ...request, lang });
  expect(answer.status).toBe(422);
  return ((await answer.json()) as { errors: FieldError[] }).errors;
}

describe('a rate, wherever it stands in a request', () => {
  test('all of them are found, nested ones too', () => {
    expect(RATES.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['pd', 'litigate.win_rate', 'plan.down_rate']),
    );
  });

  test.each(RATES)('$name is the same as text and as a number, and answered with figures', async ({ name }) => {
    for (const [text, number] of [
      ['0%', 0],
      ['99.99%', 0.9999],
    ] as const) {
      const request = { ...claimFor(name), include: WHOLE };
      const [byText, byNumber] = [
        await ask(withField(request, name, text)),
        await ask(withField(request, name, number)),
      ];
      expect(byText).toEqual(byNumber);
      expect(impossible(byText)).toEqual([]);
    }
  });

  test.each(RATES)(
    '$name: a bare 1 may mean all or one in a hundred, so it is refused as text and as a number',
    async ({ name }) => {
      for (const one of [1, '1']) {
        const [error] = await mistakes(withField(claimFor(name), name, one), 'en');
        expect(error).toMatchObject({ parameter: name, code: 'rate_not_fraction' });
        expect(error?.detail).toMatch(name in NOT_ALL ? /write 0\.01 or 1%\.$/ : /write 100% or 0\.01/);
      }
    },
  );

  test.each(RATES.filter(({ name }) => !(name in NOT_ALL)))(
    '$name of 100% is answered with figures',
    async ({ name }) => {
      expect(impossible(await ask({ ...withField(claimFor(name), name, '100%'), include: WHOLE }))).toEqual([]);
    },
  );

  test.each(Object.entries(NOT_ALL))('%s of 100% cannot be, and says what to write', async (name, why) => {
    for (const lang of ['ja', 'en'] as const) {
      const [error] = await mistakes(withField(claimFor(name), name, '100%'), lang);
      expect(error).toMatchObject({ parameter: name, code: 'out_of_range' });
      expect(error?.detail).toContain(why[lang]);
      expect(error?.detail).toContain({ ja: '100%未満で書いてください。', en: 'Write less than 100%.' }[lang]);
    }
  });

  test.each(Object.keys(NOT_ALL))('%s is moved near 100%% by the analyses, and answered with figures', async (name) => {
    expect(impossible(await ask({ ...withField(claimFor(name), name, '99.99%'), include: ANALYSED }))).toEqual([]);
  });

  test.each([1, 3, 700, 1_000])(
    'a down payment that rounds to all of %i yen leaves a yen for the instalments',
    async (amount) => {
      const answer = await ask({
        ...OVERDUE,
        amount,
        plan: { down_rate: 0.9999, instalments: 3 },
        include: WHOLE,
      });
      expect(impossible(answer)).toEqual([]);
    },
  );

  test.each([
    {
      rule: 'a fee that takes the whole advance lends nothing, so no yearly rate is told',
      fee_rate: 0.9999,
      told: /takes the whole advance/,
    },
    {
      rule: 'a fee that leaves an advance is told as a yearly rate',
      fee_rate: 0.05,
      told: /effective \d+(\.\d)?% a year/,
    },
  ])('$rule', ({ fee_rate, told }) => {
    const { situation } = decide(questionOf(requestOf(NOT_DUE)));
    const risk = factor.sentences.risk?.(situation, { kind: 'two_party', fee_rate, fixed_fee: 100, recourse: true });
    expect(risk && voice('en', AS_OF, jp).tell(risk)).toMatch(told);
  });
});

describe('a figure that is none', () => {
  const say = voice('en', AS_OF, jp);
  test.each([
    ['yen of the answer', say.amount],
    ['a decimal of the answer', (x: number) => decimals(x, 2)],
    ['a chance of the answer', fraction],
    ['yen in a sentence', say.yen],
    ['a share in a sentence', say.percent],
    ['months in a sentence', say.months],
    ['a day in a sentence', say.day],
    ['a count in a sentence', say.tell],
    ['a quantity in a sentence', (x: number) => quantity(x, 'ratio')],
    [
      'a line of a bridge',
      (x: number) =>
        bridgeLines({ value: x, spread: { expected: Array(10).fill(0) } }, 1, { tax: false, liquidityCost: null }),
    ],
  ] as const)('throws instead of being told as %s', (_, tell) => {
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(() => tell(x)).toThrow(RangeError);
  });

  test('where an hour costs nothing, how many of them it takes is not known', async () => {
    const { options } = await ask({ ...OVERDUE, staff_rate: 0 });
    const open = options.filter(({ status }) => status === 'open');
    expect(open.length).toBeGreaterThan(2);
    for (const { effort_hours } of open) expect(effort_hours).toBeNull();
  });

  test('the least sum worth accepting for one yen is that yen, or none', async () => {
    const { options } = await ask({ amount: 1, overdue_days: 30, include: 'break_even' });
    expect(['always', 'never']).toContain(options.find(({ id }) => id === 'settle')?.break_even?.amount);
  });
});

/** Bridges that do not end at the value of their option, or do not sum to their end. */
function torn({ options }: Report): string[] {
  return options.flatMap(({ id, net_value, bridge }) => {
    if (bridge === undefined) return [];
    const amounts = bridge.map(({ amount }) => Number(amount));
    const net = amounts.at(-1);
    const sum = amounts.slice(0, -1).reduce((all, amount) => all + amount, 0);
    return bridge.at(-1)?.amount === net_value && sum === net ? [] : [`${id}: ${net_value}, ${net}, ${sum}`];
  });
}

describe('the net value and the last line of its bridge', () => {
  test.each([
    {
      rule: 'are one number at half a yen of a fee',
      amount: 21_810,
      overdue_days: -1,
      as_of: '2026-05-18',
      options: 'factor,wait',
    },
    {
      rule: 'are one number at half a yen of a price',
      amount: 1_000_001,
      overdue_days: 90,
      sell: { offer: 500_001, buyer: 'lawful_buyer' },
    },
    { rule: 'are one number for the largest amount that can be read', amount: '9999999999999', overdue_days: 90 },
  ])('$rule', async ({ rule: _, ...request }) => {
    expect(torn(await ask({ ...request, include: 'bridge' }))).toEqual([]);
  });

  test('are one number for every open option, whatever the claim', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          amount: fc.integer({ min: 1, max: 3_000_000 }).map((half) => half * 2 - 1),
          overdue_days: fc.integer({ min: -60, max: 900 }),
          fee_rate: fc.constantFrom('2.5%', '5%', '50%'),
          offer: fc.integer({ min: 0, max: 500_000 }),
          tax_rate: fc.constantFrom('0%', '50%'),
        }),
        async ({ fee_rate, offer, ...claim }) => {
          const terms = { factor: { fee_rate, fixed_fee: 0 }, sell: { offer, buyer: 'lawful_buyer' } };
          expect(torn(await ask({ ...claim, ...terms, include: 'bridge' }))).toEqual([]);
        },
      ),
      { numRuns: 40, seed: 20261121, endOnFailure: true },
    );
  });
});

/** A claim whose age alone is changed: the limitation period and everything else that was told stay. */
function aged(fields: Fields, age: number, limitation_months: number): Decision {
  const request = requestOf({ overdue_days: 1, ...fields });
  const question = questionOf(request);
  const law = lawOf(request.claim.jurisdiction);
  const a = assume({});
  const facts = {
    ...factsOf(request.claim, law),
    age,
    interest_age: age,
    overdue_days: Math.round(age * 30.4375),
    limitation_months,
  };
  const debtor = debtorOf(request.claim, facts.principal, a);
  return decideCase(
    question,
    caseOf({ facts, debtor, tariff: tariffOn(law, AS_OF, PAPER), law, a, terms: question.terms }),
  );
}

const bestOf = ({ open }: Decision): number => Math.max(...open.map(({ value }) => value));

const CAP = assume({}).prior.age_cap_months;
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 2 });
const silent = fc
  .record({
    amount: fc.integer({ min: 20_000, max: 30_000_000 }),
    contact: maybe(fc.constantFrom('responsive', 'evasive', 'unreachable')),
    dispute: maybe(fc.constantFrom('none', 'partial', 'full')),
    distress: maybe(fc.constantFrom('none', 'some', 'severe')),
    pd: maybe(fc.double({ min: 0.001, max: 0.5, noNaN: true })),
    assets: maybe(fc.constantFrom('known', 'partly', 'unknown')),
    lawyer: maybe(fc.constantFrom('yes', 'no')),
    delay_rate: maybe(fc.constantFrom('0%', '14%')),
    claim_kind: maybe(fc.constantFrom('goods', 'lease', 'services')),
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
const months = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('a silent claim that is older is worth no more', () => {
  test('beyond the age from which silence teaches nothing', () => {
    fc.assert(
      fc.property(silent, months(CAP, 60), months(0, 40), months(0, 60), (fields, age, more, limitation) => {
        const slack = 1e-9 * Number(fields.amount);
        expect(bestOf(aged(fields, age + more, limitation))).toBeLessThanOrEqual(
          bestOf(aged(fields, age, limitation)) + slack,
        );
      }),
      { numRuns: 60, seed: 20261121, endOnFailure: true },
    );
  });

  test('and across that age by no more than the interest that accrues until then', () => {
    fc.assert(
      fc.property(silent, months(0.1, CAP), months(0, 40), months(0, 60), (fields, age, more, limitation) => {
        const younger = aged(fields, age, limitation);
        const { principal, delay_rate } = younger.case.facts;
        const accrues = (principal * delay_rate * (CAP - age)) / 12;
        expect(bestOf(aged(fields, CAP + more, limitation))).toBeLessThanOrEqual(
          bestOf(younger) + accrues + 1e-9 * principal,
        );
      }),
      { numRuns: 60, seed: 20261121, endOnFailure: true },
    );
  });

  test('while the interest that a court would grant is told to the day, however old the claim is', async () => {
    const app = createApp();
    const claim = { amount: 3_590_977, overdue_days: 1_107, delay_rate: '3%' };
    const told = (await ask({ ...claim, contact: 'unreachable' })).claim.interest;
    const query = 'amount=3590977&due_date=2023-11-10&as_of=2026-11-21&delay_rate=3%25';
    const answer = (await (await app.request(`/v1/interest?${query}`)).json()) as { interest: string };
    expect(answer.interest).toBe(told);
    expect(Number(told)).toBeGreaterThan((3_590_977 * 0.03 * 1_095) / 365);
  });
});
