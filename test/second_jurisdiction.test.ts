// A second jurisdiction beside that of the registry: one file and one line add it. It has other procedures, another currency and cents. A
// fresh process finds it in the registry and answers over HTTP, so that nothing is replaced but the line.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PETITIONS } from '../src/law/contract/court_fees.ts';
import { type Running, start } from './service.ts';

/** A loader under which the registry of laws has one more line. */
const LOADER = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module';
const OWN = ${JSON.stringify(new URL('./second_law.ts', import.meta.url).href)};
registerHooks({
  resolve(name, context, next) {
    return name === './tt/tt.ts' ? { url: OWN, format: 'module-typescript', shortCircuit: true } : next(name, context);
  },
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/src/law/index.ts')) return loaded;
    return { ...loaded, source: loaded.source + "\\nexport { tt } from './tt/tt.ts';\\n" };
  },
});
`)}`;

interface Answer {
  readonly meta: { readonly currency: string; readonly jurisdiction: string; readonly law_version: string };
  readonly recommendation: { readonly headline: string; readonly net_value: string; readonly margin: string };
  readonly claim: { readonly interest: string; readonly small_claims: boolean };
  readonly options: readonly {
    readonly id: string;
    readonly status: string;
    readonly net_value?: string;
    readonly bars: readonly { readonly code: string; readonly text: string; readonly citation: string | null }[];
    readonly bridge?: readonly { readonly step: string; readonly amount: string }[];
  }[];
}

describe('a second jurisdiction, as one file and one line', () => {
  let service: Running;
  beforeAll(async () => {
    service = await start(['--no-warnings', '--import', LOADER]);
  });
  afterAll(() => service.stop());

  const get = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${service.origin}${path}`);
    const text = await answer.text();
    expect(answer.status, text).toBe(200);
    return JSON.parse(text) as T;
  };
  const evaluated = (query: string) =>
    get<Answer>(`/v1/evaluate?jurisdiction=tt&amount=12500.50&overdue_days=150&as_of=2026-11-21&lang=en&${query}`);

  test('its name does not make it the default: a request that names none is under the law that says so', async () => {
    expect((await get<Answer>('/v1/evaluate?amount=1250000&overdue_days=82&as_of=2026-11-21')).meta).toMatchObject({
      jurisdiction: 'jp',
      currency: 'JPY',
    });
    const { values } = await get<{ values: { id: string }[] }>('/v1/law?jurisdiction=tt');
    expect(values.length).toBeGreaterThan(60);
  });

  test('a procedure that it does not have closes the option with a reason', async () => {
    const { options, claim } = await evaluated('plan.deed=true');
    const small = options.find(({ id }) => id === 'small_claims');
    expect(small).toMatchObject({ status: 'barred', bars: [{ code: 'no_such_procedure' }] });
    expect(small?.bars[0]?.text).toBe(
      'The law that applies (Testland) has no such procedure (petition: small_claims).',
    );
    expect(small?.bars[0]?.citation).toBe('Test Code art. 1');
    expect(claim.small_claims).toBe(false);
    expect(options.find(({ id }) => id === 'plan')?.bars.map(({ code }) => code)).toEqual(['no_such_procedure']);
    for (const id of ['suit', 'payment_order', 'demand'])
      expect(options.find((one) => one.id === id)?.status, id).toBe('open');
    // Left open, the deed is not among the terms that are tried.
    expect((await evaluated('')).options.find(({ id }) => id === 'plan')?.status).toBe('open');
  });

  test('amounts have the cents and the sign of its currency, and bridges sum to the cent', async () => {
    const { meta, recommendation, options, claim } = await evaluated('include=bridge,plan');
    expect(meta).toMatchObject({ currency: 'XTS', law_version: 'tt-2026-01-01' });
    expect(recommendation.headline).toMatch(/XTS [\d,]+\.\d\d/);
    expect(recommendation.headline).not.toMatch(/¥|円/);
    expect(recommendation.net_value).toMatch(/^\d+\.\d\d$/);
    // 12,500.50 at 8.15 % for 150 days, to the cent below.
    expect(claim.interest).toBe('418.68');
    for (const { bridge = [], net_value } of options) {
      if (net_value === undefined) continue;
      const cents = bridge.map(({ amount }) => Math.round(Number(amount) * 100));
      expect(cents.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(cents.at(-1));
      expect(bridge.at(-1)?.amount).toBe(net_value);
    }
  });

  test('the calculators speak its law: fees with cents, no refund, its own order of payments', async () => {
    const fees = await get<{ fee: string; base: string }>(
      '/v1/court-fees?jurisdiction=tt&procedure=suit&amount=12500.50&on=2026-11-21',
    );
    expect(fees).toMatchObject({ fee: '387.515', base: '375.015' });
    const { procedures } = await get<{ procedures: { procedure: string; fee: string | null }[] }>(
      '/v1/court-fees?jurisdiction=tt&amount=1000&on=2026-11-21',
    );
    const priced = procedures.filter(({ procedure, fee }) => PETITIONS.some((id) => id === procedure) && fee !== null);
    expect(priced.map(({ procedure }) => procedure)).toEqual(['suit', 'payment_order', 'appeal']);
    const interest = await get<{ interest: string }>(
      '/v1/interest?jurisdiction=tt&amount=12500.50&due_date=2026-06-24&as_of=2026-11-21',
    );
    expect(interest.interest).toBe('418.68');
    const limitation = await get<{ last_day: string; regime: string }>(
      '/v1/limitation?jurisdiction=tt&due_date=2023-02-28&as_of=2026-11-21',
    );
    expect(limitation).toMatchObject({ last_day: '2027-02-28', regime: 'only' });
    for (const format of ['csv', 'txt', 'xml'])
      expect(
        (await fetch(`${service.origin}/v1/evaluate.${format}?jurisdiction=tt&amount=99.95&overdue_days=40`)).status,
      ).toBe(200);
  });

  test('what its data do not hold is refused by name, and nothing of another country is told instead', async () => {
    const answer = await fetch(`${service.origin}/v1/guarantee?jurisdiction=tt&amount=1000.50&lang=en`);
    expect(answer.status).toBe(422);
    const { code, detail } = (await answer.json()) as { code: string; detail: string };
    expect(code).toBe('law_not_covered');
    expect(detail).toMatch(/^There is no value of "guarantee" .*: the data of this jurisdiction do not hold it\.$/);
  });

  test('an amount with more digits than its currency has is refused', async () => {
    const status = async (query: string) =>
      (await fetch(`${service.origin}/v1/evaluate?overdue_days=40&${query}`)).status;
    expect(await status('jurisdiction=tt&amount=10.25')).toBe(200);
    expect(await status('jurisdiction=tt&amount=10.255')).toBe(422);
    expect(await status('amount=10.25')).toBe(422);
  });

  test('a ledger in its currency is added up and told in it', async () => {
    const answer = await fetch(`${service.origin}/v1/portfolio?lang=en&jurisdiction=tt&as_of=2026-11-21`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        rows: [
          { amount: '1000.25', overdue_days: 40, jurisdiction: 'tt' },
          { amount: '99.95', overdue_days: 90, jurisdiction: 'tt' },
        ],
      }),
    });
    const text = await answer.text();
    expect(answer.status, text).toBe(200);
    expect(text).toContain('XTS 1,100.20');
    expect(text).not.toMatch(/¥|円/);
  });
});
