// The worked examples of the law beside fees, interest and limitation, each side of every boundary, through the app's own front door: by query
// and by body alike.

import { describe, expect, test } from 'vitest';
import { eventsFor, type SidedEvent } from '../src/law/guarantee.ts';
import { jp } from '../src/law/index.ts';
import { reckonLimitation } from '../src/law/limitation.ts';
import { app } from './calculating.ts';
import cases from './cases/law-additions.json' with { type: 'json' };

interface WorkedCase {
  readonly title: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | boolean>>;
  readonly rulings: Readonly<Record<string, string>>;
  readonly amounts: Readonly<Record<string, string | null>>;
  readonly days: Readonly<Record<string, string>>;
  /** Codes that the answer must not have. */
  readonly absent: readonly string[];
}

interface Found {
  readonly rulings: readonly { readonly code: string; readonly status: string; readonly text: string }[];
  readonly amounts: readonly { readonly code: string; readonly amount: string | null }[];
  readonly days: readonly { readonly code: string; readonly day: string }[];
  readonly certainty: string;
  readonly citations: readonly { readonly certainty: string }[];
}

const CASES = cases as unknown as readonly WorkedCase[];
const PATHS = [...new Set(CASES.map(({ path }) => path))];

const address = ({ path, query }: WorkedCase, extension = ''): string =>
  `${path}${extension}?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]))}`;

async function asked(answer: Response | Promise<Response>): Promise<Found> {
  const one = await answer;
  const text = await one.text();
  expect(one.status, text).toBe(200);
  return JSON.parse(text) as Found;
}

/** The parts of an answer that a case states. */
function stated(found: Found, { rulings, amounts, days }: WorkedCase) {
  const by = <T extends { readonly code: string }>(list: readonly T[], names: object, of: (one: T) => unknown) =>
    Object.fromEntries(
      Object.keys(names).map((code) => {
        const one = list.find((each) => each.code === code);
        return [code, one === undefined ? 'absent' : of(one)];
      }),
    );
  return {
    rulings: by(found.rulings, rulings, ({ status }) => status),
    amounts: by(found.amounts, amounts, ({ amount }) => amount),
    days: by(found.days, days, ({ day }) => day),
  };
}

describe.each(PATHS)('%s', (path) => {
  test.each(CASES.filter((one) => one.path === path))('$title', async (one) => {
    const found = await asked(app.request(address(one)));
    const { rulings, amounts, days } = one;
    expect(stated(found, one)).toEqual({ rulings, amounts, days });
    const codes = [...found.rulings, ...found.amounts, ...found.days].map(({ code }) => code);
    for (const code of one.absent) expect(codes).not.toContain(code);
    const posted = await asked(
      app.request(one.path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(one.query),
      }),
    );
    expect(posted).toEqual(found);
  });

  const [first] = CASES.filter((one) => one.path === path);
  test('is answered in every format, in both languages, with each source', async () => {
    if (first === undefined) throw new RangeError(`no case for ${path}`);
    for (const extension of ['.json', '.csv', '.tsv', '.txt', '.xml', '.xlsx'])
      expect((await app.request(address(first, extension))).status, extension).toBe(200);
    const english = await (await app.request(`${address(first, '.csv')}&lang=en`)).text();
    expect(english).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    expect(english).toContain(jp.version);
    const found = await asked(app.request(address(first)));
    expect(found.citations.length).toBeGreaterThan(0);
    for (const { text } of found.rulings) expect(text.length).toBeGreaterThan(3);
  });

  test('a mistake is a problem that names the field', async () => {
    const answer = await app.request(`${path}?nonsense=1`);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect([400, 422]).toContain(answer.status);
  });
});

describe('limitation between principal and guarantor (Civil Code art. 153, 441, 457, 458)', () => {
  const BASE = {
    due_date: '2021-03-31',
    contract_date: '2021-02-10',
    claim_kind: 'services',
    as_of: '2026-04-01',
  } as const;
  const event = (against: SidedEvent['against'], kind: SidedEvent['kind']): SidedEvent => ({
    against,
    kind,
    on: '2026-03-20',
  });
  const last = (side: SidedEvent['against'], events: readonly SidedEvent[], guaranteed_on: string) =>
    reckonLimitation(jp, { ...BASE, events: eventsFor(jp, side, events, guaranteed_on) });

  test('a demand to the joint guarantor alone does not reach the principal', () => {
    const events = [event('guarantor', 'demand_received')];
    expect(last('principal', events, '2021-02-10').last_day).toBe('2026-03-31');
    expect(last('guarantor', events, '2021-02-10').last_day).toBe('2026-09-20');
  });

  test('a suit against the principal stops the time of the guarantor, too', () => {
    const events = [event('principal', 'suit')];
    expect(last('principal', events, '2021-02-10').status).toBe('suspended');
    expect(last('guarantor', events, '2021-02-10').status).toBe('suspended');
  });

  test('under a guarantee of before the reform a suit against the joint guarantor reached the principal', () => {
    const events = [event('guarantor', 'suit')];
    expect(last('principal', events, '2020-03-31').status).toBe('suspended');
    expect(last('principal', events, '2020-04-01').last_day).toBe('2026-03-31');
  });
});

test('Civil Code art. 149: a provisional attachment that ended on 2026-06-30 leaves time until 2026-12-31', () => {
  const { last_day } = reckonLimitation(jp, {
    due_date: '2021-05-31',
    contract_date: '2021-02-10',
    claim_kind: 'services',
    as_of: '2026-07-01',
    events: [{ kind: 'provisional_attachment', on: '2026-05-01', ended_on: '2026-06-30' }],
  });
  expect(last_day).toBe('2026-12-31');
});

test('Civil Code art. 152, 169: signing an enforceable deed starts five years anew, not ten', () => {
  const { last_day } = reckonLimitation(jp, {
    due_date: '2026-11-20',
    contract_date: '2026-11-20',
    claim_kind: 'goods',
    title: 'notarial_deed',
    as_of: '2026-11-28',
    events: [{ kind: 'acknowledgment', on: '2026-11-20' }],
  });
  expect(last_day).toBe('2031-11-20');
});

test('the end of clearing is among the changes that are coming', () => {
  expect(jp.change_watch.map(({ on }) => on)).toContain('2027-04-01');
});
