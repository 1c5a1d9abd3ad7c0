// A way of recovery that the service does not know: one file and one line add it, and nothing else changes. It is stated here and tried
// twice: handed to the engine beside the registry, and as a file of its own that a fresh process finds in the registry.
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createApp } from '../src/app.ts';
import { perKind, total } from '../src/assumptions/kinds.ts';
import { type Decision, decide } from '../src/decision/programme/decide.ts';
import { chanceField } from '../src/fields/field.ts';
import * as laws from '../src/law/index.ts';
import * as registry from '../src/options/index.ts';
import { type Option, option, type Situation } from '../src/options/option.ts';
import { bridgeLines } from '../src/report/bridge.ts';
import { headline } from '../src/report/headline.ts';
import { timetable } from '../src/report/plan.ts';
import { reasons } from '../src/report/reasons.ts';
import { risks } from '../src/report/risks.ts';
import { voice } from '../src/report/voice.ts';
import { readRequest } from '../src/request/read_request.ts';
import { phrase } from '../src/values/phrase.ts';
import { start } from './service.ts';

const terms = z.strictObject({
  fee_rate: chanceField({
    label: { ja: '成功報酬率', en: 'contingency fee' },
    description: 'Share of what is collected that the agency keeps.',
    example: 0.25,
    default: '0.3',
  }).optional(),
});

/** An agency that collects for a share of what it collects; where the law allows one. */
const mandate = option<{ fee_rate: number }>({
  id: 'mandate',
  label: { ja: '成功報酬での委託', en: 'agency on a contingency fee' },
  description: {
    ja: '回収額に応じた報酬で回収を委託します。',
    en: 'Hand collection to an agency for a share of what it collects.',
  },
  family: 'in_house',
  shape: 'exit',
  follows: ['fresh', 'acknowledged'],
  varies: () => 'never',
  terms,
  needs: () => [],
  bars: (s: Situation) =>
    s.facts.due_in > 0
      ? [
          {
            code: 'not_due',
            text: { ja: '支払期日がまだ来ていません。', en: 'The debt is not due yet.' },
            inputs: { due_date: s.facts.due_date },
            cite: null,
            opens_if: { ja: '期日を過ぎた場合', en: 'the due date has passed' },
            lifts: s.facts.due_in,
          },
        ]
      : [],
  variants: (s) => {
    const said = (s.terms.mandate ?? {}) as z.output<typeof terms>;
    return [{ fee_rate: said.fee_rate ?? 0.3 }];
  },
  prospect: (s, { fee_rate }) => ({
    event: {
      id: 'handed_over',
      at: 0,
      next: [
        {
          chance: perKind((k) => [0.99, 0.95, 0.95, 0.95, 0.6][k]!),
          event: { id: 'collected', at: 1, flows: [{ principal: s.state.balance, fee_rate }] },
        },
      ],
      closes: 12,
    },
  }),
  sentences: {
    step: (_, t) =>
      phrase(
        { fee: { percent: t.fee_rate } },
        { ja: '報酬率{fee}で委託します。', en: 'Hand it over for {fee} of what is collected.' },
      ),
    risk: () => ({ ja: '回収会社は容易な案件から手を付けます。', en: 'The agency chooses the easy files first.' }),
  },
});

const OWN = mandate as unknown as Option;
const KNOWN = Object.values(registry) as unknown as readonly Option[];

function decided(options: readonly Option[], fee_rate?: number): Decision {
  const read = readRequest(
    { amount: 1_250_000, overdue_days: 150, contact: 'evasive', as_of: '2026-11-21' },
    { today: '2026-11-21', lang: 'en' },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const { claim, assumptions } = read.request;
  return decide({
    claim,
    terms: fee_rate === undefined ? {} : { mandate: { fee_rate } },
    overrides: assumptions,
    options,
    consider: new Set(options.map(({ id }) => id)),
    law: laws.jp,
  });
}

/** Everything a decision answers, as text. */
const told = (decision: Decision): string =>
  JSON.stringify({
    open: decision.open.map(({ option: { id }, terms: chosen, value, alone, alpha, spread }) => ({
      id,
      chosen,
      value,
      alone,
      alpha: [...alpha],
      spread: { ...spread, expected: [...spread.expected] },
    })),
    closed: decision.closed.map(({ option: { id }, bars, needs }) => ({
      id,
      codes: bars.map(({ code }) => code),
      needs,
    })),
    clarity: decision.clarity,
  });

describe('an option of one’s own, handed to the engine beside the others', () => {
  const decision = decided([...KNOWN, OWN], 0.1);
  const entry = decision.open.find(({ option: { id } }) => id === 'mandate')!;

  test('it is valued, alone and as a first step, kind by kind', () => {
    const { weights } = decision.belief;
    const expected = [0.99, 0.95, 0.95, 0.95, 0.6].reduce((sum, p, k) => sum + weights[k]! * p, 0);
    expect(entry.value).toBeCloseTo(1_250_000 * 0.9 * expected * decision.case.discount(1), 6);
    expect(entry.alone).toBe(entry.value);
    expect(entry.alpha.reduce((sum, value, k) => sum + weights[k]! * value, 0)).toBeCloseTo(entry.value, 6);
    expect(total(weights)).toBeCloseTo(1, 12);
  });

  test('it is ranked among the others by the same rule', () => {
    expect(decided([...KNOWN, OWN], 0.01).open[0]?.option.id).toBe('mandate');
    expect(decided([...KNOWN, OWN], 0.99).open[0]?.option.id).not.toBe('mandate');
  });

  test('it takes its place in the sequence of the others', () => {
    const withOwn = decided([...KNOWN, OWN], 0.1);
    const without = decided(KNOWN);
    for (const {
      option: { id },
      value,
    } of without.open) {
      const now = withOwn.open.find((other) => other.option.id === id)!;
      expect(now.value, id).toBeGreaterThanOrEqual(value - 1e-6);
    }
    const pursue = withOwn.open.find(({ option: { id } }) => id === 'pursue')!;
    expect(timetable(withOwn.solution, pursue.valued).map((step) => step.option.id)).toContain('mandate');
  });

  test('its bridge sums exactly from face to its value', () => {
    const bridge = bridgeLines(entry, 1_250_000, { tax: false, liquidityCost: null });
    const net = bridge.at(-1)!;
    expect(bridge.slice(0, -1).reduce((sum, { amount }) => sum + amount, 0)).toBe(net.amount);
    expect(net.amount).toBe(Math.round(entry.value));
    expect(bridge.find(({ step }) => step === 'fees')!.amount).toBeLessThan(0);
  });

  test.each(['ja', 'en'] as const)('it is told in %s with its own words', (lang) => {
    const say = voice(lang, '2026-11-21', laws.jp);
    const plan = timetable(decision.solution, entry.valued);
    const told = { decision, best: entry, plan, say, lang };
    expect(say.tell(headline(told))).toContain(mandate.label[lang]);
    expect(reasons(told).map(({ code }) => code)).toContain('better_than_waiting');
    expect(risks(told).map(({ code }) => code)).toContain('mandate');
    const [step] = plan;
    expect(step && say.tell(step.option.sentences.step(decision.situation, step.terms))).toContain('10%');
  });

  test('where it is closed it is answered with its reason', () => {
    const read = readRequest({ amount: 1_250_000, overdue_days: -30 }, { today: '2026-11-21', lang: 'en' });
    if (!read.ok) throw new Error('the request cannot be read');
    const options = [...KNOWN, OWN];
    const { closed } = decide({
      claim: read.request.claim,
      terms: {},
      overrides: {},
      options,
      consider: new Set(options.map(({ id }) => id)),
      law: laws.jp,
    });
    const own = closed.find(({ option: { id } }) => id === 'mandate');
    expect(own?.bars.map(({ code }) => code)).toEqual(['not_due']);
  });

  test('without it the old answer comes back, byte for byte', () => {
    const before = told(decided(KNOWN));
    expect(told(decided([...KNOWN, OWN], 0.1))).not.toBe(before);
    expect(told(decided(KNOWN))).toBe(before);
  });
});

/** The same option as a file of the house, with the default fee. */
const FILE = `
import * as z from 'zod';
import { perKind } from '../assumptions/kinds.ts';
import { chanceField } from '../fields/field.ts';
import { phrase } from '../values/phrase.ts';
import { option } from './option.ts';
const terms = z.strictObject({
  fee_rate: chanceField({
    label: { ja: '成功報酬率', en: 'contingency fee' },
    description: 'Share of what is collected that the agency keeps.',
    example: 0.25,
  }).optional(),
});
export const mandate = option<{ fee_rate: number }>({
  id: 'mandate',
  label: { ja: '成功報酬での委託', en: 'agency on a contingency fee' },
  description: { ja: '回収を委託します。', en: 'Hand collection to an agency.' },
  family: 'in_house',
  shape: 'exit',
  follows: ['fresh'],
  varies: () => 'never',
  terms,
  needs: () => [],
  bars: () => [],
  variants: (s) => [{ fee_rate: ((s.terms.mandate ?? {}) as z.output<typeof terms>).fee_rate ?? 0.3 }],
  prospect: (s, { fee_rate }) => ({
    event: {
      id: 'handed_over',
      at: 0,
      next: [
        {
          chance: perKind((k) => [0.99, 0.95, 0.95, 0.95, 0.6][k]!),
          event: { id: 'collected', at: 1, flows: [{ principal: s.state.balance, fee_rate }] },
        },
      ],
    },
  }),
  sentences: {
    step: (_, t) =>
      phrase({ fee: { percent: t.fee_rate } }, { ja: '報酬率{fee}で委託します。', en: 'Hand it over for {fee}.' }),
  },
});
`;
const QUERY = '/v1/evaluate?amount=1250000&overdue_days=150&contact=evasive&as_of=2026-11-21&lang=en';
const LINE = "\nexport { mandate } from './mandate.ts';\n";

/** A loader under which the registry has one more line, and the folder one more file. */
const loader = (line: string, file: string): string =>
  `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module';
registerHooks({
  resolve(name, context, next) {
    if (name !== './mandate.ts') return next(name, context);
    return { url: new URL('./mandate.ts', context.parentURL).href, format: 'module-typescript', shortCircuit: true };
  },
  load(url, context, next) {
    if (url.endsWith('/src/options/mandate.ts'))
      return { format: 'module-typescript', source: ${JSON.stringify(file)}, shortCircuit: true };
    const loaded = next(url, context);
    if (!url.endsWith('/src/options/index.ts')) return loaded;
    return { ...loaded, source: loaded.source + ${JSON.stringify(line)} };
  },
});
`)}`;

/** Starts the service, asks it, and stops it whatever happens. */
async function asking<T>(withOwn: boolean, ask: (evaluate: (query: string) => Promise<Response>) => Promise<T>) {
  const { origin, stop } = await start(['--no-warnings', ...(withOwn ? ['--import', loader(LINE, FILE)] : [])]);
  try {
    return await ask((query) => fetch(`${origin}${QUERY}&${query}`));
  } finally {
    await stop();
  }
}

interface Answer {
  readonly recommendation: { readonly option: string; readonly headline: string };
  readonly options: readonly {
    readonly id: string;
    readonly rank: number | null;
    readonly net_value: string | null;
    readonly terms: Readonly<Record<string, unknown>>;
    readonly bridge?: readonly { readonly step: string; readonly amount: string }[];
  }[];
}

describe('an option of one’s own, as one file and one line', () => {
  test('it is read, valued, ranked, bridged, reported and written in every format', async () => {
    const [json, csv, txt] = await asking(true, async (evaluate) => {
      const written = async (format: string) => (await evaluate(`mandate.fee_rate=1%25&format=${format}`)).text();
      return Promise.all([written('json'), written('csv'), written('txt')]);
    });
    const answer = JSON.parse(json) as Answer;
    expect(answer.recommendation.option).toBe('mandate');
    expect(answer.recommendation.headline).toContain('agency on a contingency fee');
    const own = answer.options.find(({ id }) => id === 'mandate')!;
    expect(own.rank).toBe(1);
    expect(own.terms).toEqual({ fee_rate: 0.01 });
    const steps = own.bridge!.map(({ amount }) => Number(amount));
    expect(steps.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(steps.at(-1));
    expect(String(steps.at(-1))).toBe(own.net_value);
    expect(answer.options).toHaveLength(KNOWN.length + 1);
    expect(csv).toMatch(/^1,mandate,agency on a contingency fee,open,\d+/m);
    expect(txt).toContain('agency on a contingency fee');
    expect(txt).toContain('Hand it over for 1%.');
  });

  test('its terms are refused without it, and the answer without it is the old one, byte for byte', async () => {
    await asking(false, async (evaluate) => {
      const plain = await evaluate('format=json');
      expect(await plain.text()).toBe(await (await createApp().request(`${QUERY}&format=json`)).text());
      const refused = await evaluate('mandate.fee_rate=10%25');
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain('mandate.fee_rate');
    });
  });
});
