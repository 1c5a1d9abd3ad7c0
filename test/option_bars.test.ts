// When an option is closed and why, and what may follow a changed claim.
import { describe, expect, test } from 'vitest';
import type { Bar, Situation } from '../src/options/option.ts';
import { describedFields, flatFields } from '../src/request/composition.ts';
import { EXPECTED, REVIEWED } from './cases/options.ts';
import {
  AFTER,
  figuresIn,
  GRID,
  GRID_CASES,
  isOpen,
  OPTIONS,
  situationOf,
  situations,
  TODAY,
  VOICES,
} from './situations.ts';
import { SRC } from './sources.ts';

const FIELDS = new Set([...flatFields.keys(), ...describedFields().map(({ name }) => name)]);

/** Inputs of a bar that are no fields of the request but follow from them. */
const DERIVED: Readonly<Record<string, string>> = {
  balance: 'what is still owed after earlier steps',
  limit: 'the limit of the law on the day',
  limitation_last_day: 'last safe day, from due date, kind of claim and events',
  insolvency_proof: 'the event of that kind',
  arose: 'day on which the claim arose: invoice, contract or due date',
};

/** Reasons without an article, and why they need none. */
const UNCITED: Readonly<Record<string, string>> = {
  not_due: 'the terms of the contract, which the caller stated',
  demand_sent: 'said by the caller',
  plan_refused: 'said by the caller',
  settlement_refused: 'said by the caller',
  dispute_refused: 'said by the caller',
  no_dispute: 'said by the caller',
  disputed_in_full: 'a matter of order: talks come first',
  disputed_in_part: 'a matter of order: talks come first',
  not_for_want_of_cash: 'a matter of prudence, which the debtor itself may set aside',
  nothing_to_return: 'said by the caller',
  ask_first: 'a matter of order: the ordinary reminder comes first',
  attachment_running: 'a matter of order: what the attachment takes is known first',
  claim_filed: 'said by the caller',
  court_first: 'a matter of order: a court comes first where words were tried',
  nobody_to_answer: 'a matter of order: the debtor is looked for first',
  public_body_pays: 'a matter of prudence, which the debtor itself may set aside',
  no_procedure: 'said by the caller',
  own_demand_first: 'a matter of cost, which the caller may see otherwise',
  lawyer_letter_sent: 'said by the caller',
  used_before: 'a state that only steps of the plan bring about',
};

/** Stated, but true of no jurisdiction in the registry. */
const UNREACHED: Readonly<Record<string, string>> = {
  no_such_procedure: 'Japan has every procedure; test/second_jurisdiction.test.ts meets it',
  used_before: 'a step of the plan used the right; test/other_ways.test.ts meets it',
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
    const code = SRC.filter(({ path }) => path.startsWith('src/options/')).map((source) => source.code);
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
          const before = OPTIONS.filter(({ refused_as }) => refused_as !== undefined && refused_as === bar.lifted_by);
          expect(
            before.map(({ shape }) => shape),
            `${code}: the offer that lifts it`,
          ).toEqual(bar.lifted_by === undefined ? [] : ['offer']);
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
