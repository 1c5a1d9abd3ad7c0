// A procedure that is already running: which ways it closes, what it is still worth from each stage, what it does to the limitation period and
// to what is believed of the debtor, and by when something must be done. Asked of the service as a caller asks.

import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../src/assumptions/values.ts';
import { PROCEDURE_KINDS, PROCEDURE_STAGES, STAGES_WITHOUT } from '../src/claim/procedure.ts';
import type { Event } from '../src/options/option.ts';
import type { Report } from '../src/report/answer.ts';
import { addDays, DAYS_PER_MONTH } from '../src/values/day.ts';
import { ask, post } from './asking.ts';
import { OPTIONS, situationOf } from './situations.ts';

const AS_OF = '2026-11-21';
const CLAIM = { amount: 1_250_000, overdue_days: 120, evidence: 'strong' };
const PETITIONS = ['payment_order', 'suit', 'mediation', 'settle_before_suit'];

const optionOf = (report: Report, id: string) => report.options.find((option) => option.id === id)!;
const worthOf = (report: Report, id: string): number => Number(optionOf(report, id).net_value);
const barsOf = (report: Report, id: string): string[] => optionOf(report, id).bars.map(({ code }) => code);
const goOn = OPTIONS.find(({ id }) => id === 'go_on')!;

/** What going on may bring, on the valuation day or months after it. */
function eventOf(claim: object, month = 0): Event {
  const s = { ...situationOf({ ...CLAIM, ...claim }), month };
  return goOn.prospect(s, goOn.variants(s)[0]).event;
}

/** Money that is still to be paid at once, and own time. */
const paidNow = (event: Event, of: 'external' | 'own_time'): number =>
  (event.flows ?? []).reduce((sum, flow) => sum + (flow[of] ?? 0), 0);

/** Days of the events of an id. */
const timesOf = (event: Event, id: string): number[] => [
  ...(event.id === id ? [event.at] : []),
  ...(event.next ?? []).flatMap((fork) => timesOf(fork.event, id)),
];

const STAGES = PROCEDURE_KINDS.flatMap((kind) =>
  PROCEDURE_STAGES.filter((stage) => !STAGES_WITHOUT[kind].includes(stage)).map((stage) => ({ kind, stage })),
);

describe('what a running procedure opens and closes', () => {
  test.each(STAGES)('$kind, $stage: it can be gone on with, and nothing is petitioned beside it', async (procedure) => {
    const report = await ask({ ...CLAIM, contact: 'responsive', procedure });
    expect(optionOf(report, 'go_on').status).not.toBe('barred');
    expect(worthOf(report, 'go_on')).toBeGreaterThan(0);
    for (const id of PETITIONS) expect(barsOf(report, id), id).toContain('procedure_running');
    expect(barsOf(report, 'demand')).toContain('procedure_running');
    // What was settled is paid by its terms; before that there is something to agree on.
    const beside = procedure.stage === 'settled' ? ['settled_in_court'] : [];
    // What an attachment takes is known before anything is offered.
    const offers = procedure.stage === 'enforcing' ? ['attachment_running'] : beside;
    for (const id of ['plan', 'settle']) expect(barsOf(report, id), id).toEqual(offers);
    expect(barsOf(report, 'pursue')).toEqual(beside);
  });

  const served = (stage_on: string, more: object = {}) =>
    ask({
      ...CLAIM,
      as_of: '2026-11-21',
      contact: 'evasive',
      procedure: { kind: 'payment_order', stage: 'served', filed_on: '2026-09-20', stage_on },
      ...more,
    });

  test('an order can be gone on with until its last day, may stand for the holidays after it, and has lapsed then', async () => {
    const last = await served('2026-10-08');
    expect(last.recommendation.deadlines[0]).toMatchObject({ kind: 'provisional_execution', on: '2026-11-21' });
    expect(last.recommendation.option).toBe('go_on');
    expect(last.warnings.map(({ code }) => code)).not.toContain('order_lapsed');
    const late = await served('2026-09-23');
    const holidays = await served('2026-09-24');
    expect(holidays.recommendation.option).toBe('go_on');
    expect(holidays.recommendation.deadlines[0]).toMatchObject({ kind: 'provisional_execution', on: '2026-11-21' });
    expect(holidays.recommendation.deadlines[0]!.text).toMatch(/2026-11-07.*ask the court at once/);
    expect(barsOf(late, 'go_on')).toEqual(['order_lapsed']);
    expect(late.warnings.find(({ code }) => code === 'order_lapsed')?.text).toContain('2026-11-06');
    for (const id of ['payment_order', 'demand']) expect(optionOf(late, id).status, id).not.toBe('barred');
    const days = late.recommendation.deadlines.map(({ on }) => on);
    expect(days.filter((on) => on < '2026-11-21')).toEqual([]);
  });

  test.each(['2026-09-24', '2026-10-08', '2026-10-25', '2026-11-06', '2026-11-19'])(
    'no plan goes on with an order served on %s after the last day to have it declared enforceable',
    async (on) => {
      for (const contact of ['evasive', 'responsive', 'unreachable']) {
        const { recommendation } = await served(on, { contact, include: 'plan' });
        const by = recommendation.deadlines.find(({ kind }) => kind === 'provisional_execution')!.on;
        const step = recommendation.plan!.find(({ option }) => option === 'go_on');
        if (step) expect(step.from <= by, `${contact}: ${step.from} is after ${by}`).toBe(true);
      }
    },
  );

  test('where only the usual months say that the window has passed, no day is given, and nothing has lapsed', async () => {
    const procedure = { kind: 'payment_order', stage: 'served', filed_on: '2026-05-20' };
    const report = await served('', { procedure });
    expect(report.recommendation.deadlines.map(({ kind }) => kind)).not.toContain('provisional_execution');
    expect(barsOf(report, 'go_on')).toEqual([]);
  });

  test('a lapsed order keeps the limitation period from ending for six months from its last day', async () => {
    const { claim } = await served('2026-09-23', { overdue_days: undefined, due_date: '2021-11-05' });
    expect(claim.limitation.last_day).toBe('2027-05-06');
  });

  test('offers of ours do not hold up an order against a debtor who avoids us', async () => {
    for (const contact of ['evasive', 'unreachable'])
      for (const id of ['plan', 'settle'])
        expect(barsOf(await served('2026-11-06', { contact }), id), `${contact}, ${id}`).toContain('order_window');
    const responsive = await served('2026-11-08', { contact: 'responsive' });
    const offered = await served('2026-11-06', { settle: { offer: 900_000 } });
    for (const report of [responsive, offered]) expect(optionOf(report, 'settle').status).not.toBe('barred');
  });

  test('without one there is nothing to go on with, and the petitions are open', async () => {
    const report = await ask({ ...CLAIM, contact: 'responsive', distress: 'some' });
    expect(barsOf(report, 'go_on')).toEqual(['no_procedure']);
    for (const id of PETITIONS) expect(optionOf(report, id).status, id).not.toBe('barred');
  });

  test('a judgment is a title in hand, an attachment that is under way is not begun again', async () => {
    const judged = await ask({ ...CLAIM, procedure: { kind: 'suit', stage: 'judged' } });
    expect(optionOf(judged, 'enforce').status).not.toBe('barred');
    const enforcing = await ask({ ...CLAIM, procedure: { kind: 'suit', stage: 'enforcing' } });
    expect(barsOf(enforcing, 'enforce')).toEqual(['procedure_running']);
    const heard = await ask({ ...CLAIM, procedure: { kind: 'suit', stage: 'hearing' } });
    expect(barsOf(heard, 'enforce')).toContain('no_title');
  });

  test('proceedings stay it', async () => {
    const report = await ask({ ...CLAIM, procedure: { kind: 'suit' }, insolvency: 'bankruptcy' });
    expect(barsOf(report, 'go_on')).toEqual(['stayed_by_insolvency']);
  });

  test.each([
    ['a stage that the procedure does not have', { kind: 'suit', stage: 'objected' }, 'procedure_stage', 'stage'],
    ['a filing after the day of valuation', { kind: 'suit', filed_on: '2026-11-22' }, 'fact_after_as_of', 'filed_on'],
    [
      'a stage before the filing',
      { kind: 'suit', stage: 'served', filed_on: '2026-10-01', stage_on: '2026-09-30' },
      'procedure_order',
      'stage_on',
    ],
  ])('%s is refused', async (_, procedure, code, field) => {
    const answer = await post('/v1/evaluate', { ...CLAIM, procedure });
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { code: string; parameter: string }[] };
    expect(errors).toMatchObject([{ code, parameter: `procedure.${field}` }]);
  });

  test('nothing but a stage is said of a suit, and an empty object of nothing', async () => {
    const suit = await ask({ ...CLAIM, procedure: { kind: 'suit', stage: 'served' } });
    expect((await ask({ ...CLAIM, procedure: { stage: 'served' } })).options).toEqual(suit.options);
    expect((await ask({ ...CLAIM, procedure: {} })).options).toEqual((await ask(CLAIM)).options);
  });

  test('it is read from a query as from a body', async () => {
    const body = await ask({ ...CLAIM, procedure: { kind: 'suit', stage: 'served', filed_on: '2026-10-01' } });
    const flat = await ask({
      ...CLAIM,
      'procedure.kind': 'suit',
      'procedure.stage': 'served',
      'procedure.filed_on': '2026-10-01',
    });
    expect(flat.options).toEqual(body.options);
  });
});

describe('what is still to come', () => {
  test('fees that were paid are spent, and the rest of the fee of an opposed order is not', () => {
    expect(paidNow(eventOf({ procedure: { kind: 'suit' } }), 'external')).toBe(0);
    expect(paidNow(eventOf({ procedure: { kind: 'payment_order', stage: 'served' } }), 'external')).toBe(0);
    expect(paidNow(eventOf({ procedure: { kind: 'payment_order', stage: 'objected' } }), 'external')).toBeGreaterThan(
      0,
    );
  });

  test('less own time is left once it is heard', () => {
    const of = (stage: string) => paidNow(eventOf({ procedure: { kind: 'suit', stage } }), 'own_time');
    expect(of('hearing')).toBeLessThan(of('served'));
    expect(of('served')).toBe(of('filed'));
  });

  test('and so much of the hours of a whole procedure as is left: our own, those with counsel, those of a small claim', () => {
    const { court, money, running } = DEFAULTS;
    const hours = (procedure: object, more: object = {}) =>
      paidNow(eventOf({ procedure, ...more }), 'own_time') / money.staff_rate;
    const { before_hearing, in_hearing, order_pending } = running.hours_left;
    const served = { kind: 'suit', stage: 'served' };
    expect(hours(served)).toBeCloseTo(court.hours.suit * before_hearing, 9);
    expect(hours({ kind: 'suit', stage: 'hearing' })).toBeCloseTo(court.hours.suit * in_hearing, 9);
    for (const more of [{ lawyer: 'yes' }, { representation: 'scrivener' }])
      expect(hours(served, more)).toBeCloseTo(court.hours.with_counsel * before_hearing, 9);
    const small = { kind: 'small_claims', stage: 'hearing' };
    expect(hours(small, { amount: 500_000 })).toBeCloseTo(court.hours.small_claims * in_hearing, 9);
    for (const stage of ['filed', 'served'])
      expect(hours({ kind: 'payment_order', stage })).toBeCloseTo(court.hours.payment_order * order_pending, 9);
    const talks = (stage: string) => hours({ kind: 'mediation', stage });
    expect(talks('filed')).toBeCloseTo(DEFAULTS.mediating.hours * before_hearing, 9);
    expect(talks('hearing')).toBeCloseTo(DEFAULTS.mediating.hours * in_hearing, 9);
  });

  test('the months that remain count from the day of the stage, and are never less than a short rest', () => {
    const served = (stage_on: string) =>
      timesOf(eventOf({ procedure: { kind: 'payment_order', stage: 'filed', stage_on } }), 'served')[0]!;
    expect(served('2026-11-21')).toBeCloseTo(0.8, 10);
    expect(served('2026-11-11')).toBeCloseTo(0.8 - 10 / (365.25 / 12), 2);
    expect(served('2026-01-01')).toBeCloseTo(0.3, 10);
  });

  test('they count from the filing where the day of the stage is not stated', () => {
    const judged = (filed_on: string) =>
      timesOf(eventOf({ procedure: { kind: 'suit', stage: 'served', filed_on } }), 'absent').length;
    expect(judged('2026-10-01')).toBe(1);
    const decided = (filed_on?: string) =>
      Math.min(...timesOf(eventOf({ procedure: { kind: 'suit', stage: 'served', filed_on } }), 'decided'));
    expect(decided('2026-09-01')).toBeLessThan(decided('2026-11-01'));
    expect(decided('2026-11-20')).toBe(decided());
  });

  test('it runs on while something else is tried, and cannot be put off beyond its stage', () => {
    const procedure = { kind: 'payment_order', stage: 'filed', filed_on: '2026-11-21' };
    expect(timesOf(eventOf({ procedure }, 1), 'served')[0]).toBeCloseTo(0.3, 10);
    const s = situationOf({ ...CLAIM, procedure });
    expect(goOn.prospect(s, { order: null }).open?.until).toBe(1.5);
  });

  test('a small claim takes fewer months than a suit', () => {
    const last = (kind: string) => Math.max(...timesOf(eventOf({ procedure: { kind, stage: 'served' } }), 'decided'));
    expect(last('small_claims')).toBeLessThan(last('suit'));
  });
});

describe('a procedure that came to a stage today', () => {
  const m = DEFAULTS.court.months;
  const ordered = m.payment_order_service + m.objection;
  /** Months from the filing after which each stage is usually reached, as published. */
  const USUAL: readonly (readonly [kind: string, stage: string, months: number])[] = [
    ['suit', 'filed', 0],
    ['suit', 'served', m.summary_service],
    ['suit', 'hearing', m.summary_default],
    ['suit', 'settled', m.summary_settlement],
    ['suit', 'judged', m.summary_judgment],
    ['suit', 'enforcing', m.summary_judgment + m.voluntary],
    ['small_claims', 'filed', 0],
    ['small_claims', 'served', m.small_claims_service],
    ['small_claims', 'hearing', m.small_claims_default],
    ['small_claims', 'settled', m.small_claims_settlement],
    ['small_claims', 'judged', m.small_claims_judgment],
    ['payment_order', 'filed', 0],
    ['payment_order', 'served', m.payment_order_service],
    ['payment_order', 'objected', ordered],
    ['payment_order', 'hearing', ordered + m.summary_default],
    ['payment_order', 'settled', ordered + m.summary_settlement],
    ['payment_order', 'judged', m.payment_order_title],
    ['payment_order', 'enforcing', m.payment_order_title + 2 * m.voluntary],
    ['mediation', 'filed', 0],
    ['mediation', 'hearing', DEFAULTS.mediating.months],
    ['mediation', 'settled', DEFAULTS.mediating.months],
  ];
  const SMALL = { amount: 500_000, overdue_days: 120, contact: 'responsive' };
  const ENDS = ['court_settlement', 'default_judgment', 'judgment', 'lost', 'half_due', 'provisional_execution'];
  const runningSince = (procedure: object) => {
    const s = situationOf({ ...SMALL, procedure });
    return goOn.prospect(s, goOn.variants(s)[0]);
  };
  const timesIn = (event: Event) => ENDS.map((id) => [id, timesOf(event, id)] as const);
  /** An order whose day of service is told has a window of days. */
  const hasWindow = (kind: string, stage: string) => kind === 'payment_order' && stage === 'served';
  const daysOf = (months: number) => Math.round(months * DAYS_PER_MONTH);

  /** A small claim is settled in its hearing: nothing but a short rest is left. */
  const COMPARED = USUAL.filter(
    ([kind, stage]) =>
      kind !== 'mediation' && !/settled|judged|enforcing/.test(stage) && `${kind} ${stage}` !== 'small_claims hearing',
  );

  test.each(COMPARED)('%s, %s: what comes after it comes as long after as in a new one', (kind, stage, usual) => {
    const s = situationOf(SMALL);
    const fresh = OPTIONS.find(({ id }) => id === kind)!;
    const whole = fresh.prospect(s, fresh.variants(s)[0]).event;
    let met = 0;
    for (const [id, times] of timesIn(runningSince({ kind, stage, stage_on: AS_OF }).event)) {
      for (const [i, at] of times.entries()) expect(at, id).toBeCloseTo(timesOf(whole, id)[i]! - usual, 9);
      met += times.length;
    }
    expect(met).toBeGreaterThan(3);
  });

  test.each(USUAL)('%s, %s: its day, where it is not told, follows from the filing and the usual months', (...of) => {
    const [kind, stage, usual] = of;
    const ago = 5;
    const told = runningSince({ kind, stage, stage_on: addDays(AS_OF, -ago) });
    const counted = runningSince({ kind, stage, filed_on: addDays(AS_OF, -ago - daysOf(usual)) });
    if (!hasWindow(kind, stage)) expect(counted.open?.until).toBeCloseTo(told.open!.until!, 1);
    const rest = new Map(timesIn(told.event));
    for (const [id, times] of timesIn(counted.event)) {
      expect(times.length, id).toBe(rest.get(id)!.length);
      for (const [i, at] of times.entries()) expect(at, id).toBeCloseTo(rest.get(id)![i]!, 1);
    }
  });

  test.each(USUAL)('%s, %s: and nothing of it is over on the day it is reached, nor before', (kind, stage, usual) => {
    const today = runningSince({ kind, stage, stage_on: AS_OF });
    const early = runningSince({ kind, stage, filed_on: addDays(AS_OF, -Math.floor(daysOf(usual) / 2)) });
    if (!hasWindow(kind, stage)) expect(early.open?.until).toBeCloseTo(today.open!.until!, 9);
    expect(timesIn(early.event)).toEqual(timesIn(today.event));
  });
});

describe('what is agreed while one runs', () => {
  const plan = OPTIONS.find(({ id }) => id === 'plan')!;
  /** The instalments that may be missed. */
  const missedIn = (event: Event): Event[] => [
    ...(event.id === 'instalment_missed' ? [event] : []),
    ...(event.next ?? []).flatMap((fork) => missedIn(fork.event)),
  ];
  /** Whether the rest of instalments that are missed can be enforced, by what was agreed. */
  function enforceable(procedure: object | undefined): (boolean | undefined)[] {
    const s = situationOf({ ...CLAIM, contact: 'responsive', procedure });
    return plan.variants(s).map((terms) => missedIn(plan.prospect(s, terms).event)[0]?.goes_on?.enforceable);
  }

  test('is put on record where a hearing is to come, and needs a deed elsewhere', () => {
    const recorded = STAGES.filter((procedure) => !enforceable(procedure).includes(false)).map(
      ({ kind, stage }) => `${kind} ${stage}`,
    );
    expect(recorded).toEqual([
      ...['objected', 'hearing', 'judged', 'enforcing'].map((stage) => `payment_order ${stage}`),
      ...['filed', 'served', 'hearing', 'judged', 'enforcing'].map((stage) => `small_claims ${stage}`),
      ...['filed', 'served', 'hearing', 'judged', 'enforcing'].map((stage) => `suit ${stage}`),
      ...['filed', 'hearing', 'enforcing'].map((stage) => `mediation ${stage}`),
    ]);
    expect(enforceable(undefined)).toEqual([false, false, false, true, true, true]);
  });

  test('is not once the procedure was dropped', () => {
    const s = situationOf({ ...CLAIM, contact: 'responsive', procedure: { kind: 'suit', stage: 'hearing' } });
    const until = goOn.prospect(s, { order: null }).open!.until!;
    const recorded = [until - 0.01, until].map((month) => {
      const missed = missedIn(plan.prospect({ ...s, month }, { instalments: 3, down_rate: 0.2, deed: false }).event);
      return missed.map(({ goes_on }) => goes_on?.enforceable);
    });
    expect(new Set(recorded[0])).toEqual(new Set([true]));
    expect(new Set(recorded[1])).toEqual(new Set([false]));
  });

  test('is told so, and that the suit is not withdrawn for it', async () => {
    const told = async (procedure: object) => {
      const { options } = await ask({ ...CLAIM, contact: 'responsive', procedure, include: 'plans', lang: 'ja' });
      return ['plan', 'settle'].map((id) => options.find((one) => one.id === id)?.plan?.[0]?.text ?? '');
    };
    for (const text of await told({ kind: 'suit', stage: 'hearing' })) expect(text).toContain('和解調書');
    for (const text of await told({ kind: 'mediation', stage: 'hearing' })) expect(text).toContain('調停調書');
    for (const text of await told({ kind: 'payment_order', stage: 'served' })) expect(text).not.toContain('調書');
  });
});

describe('beside a procedure that is not decided yet', () => {
  const BESIDE = ['pursue', 'plan', 'settle', 'resolve_dispute'];
  const DISPUTED = { ...CLAIM, dispute: 'full', contact: 'responsive' };
  /** The month until which an option may be begun, from today; null where nothing ends it. */
  const until = (id: string, claim: object): number | null => {
    const option = OPTIONS.find((one) => one.id === id)!;
    const s = situationOf({ ...claim });
    return option.prospect(s, option.variants(s)[0]).open?.until ?? null;
  };

  test.each([
    ['payment_order', 'filed'],
    ['payment_order', 'objected'],
    ['suit', 'served'],
    ['suit', 'hearing'],
    ['mediation', 'filed'],
  ])('nothing is begun that leaves no month to go on with it: %s, %s', (kind, stage) => {
    const claim = { ...DISPUTED, procedure: { kind, stage } };
    for (const id of BESIDE) expect(until(id, claim), id).toBeCloseTo(until('go_on', claim)! - 1, 12);
  });

  test('it is as usual once that was settled or judged, or where none runs', () => {
    const usual = BESIDE.map((id) => until(id, DISPUTED));
    for (const stage of ['settled', 'judged'])
      expect(
        BESIDE.map((id) => until(id, { ...DISPUTED, procedure: { kind: 'suit', stage } })),
        stage,
      ).toEqual(usual);
  });

  test.each([
    ['a dispute, on strong papers', { dispute: 'full', evidence: 'strong', amount: 5_000_000 }],
    ['who objected, without a word why', { amount: 2_400_000 }],
    ['a small claim', { evidence: 'strong', amount: 480_000, procedure: { kind: 'small_claims', stage: 'served' } }],
  ])(
    'it is gone on with when talks fail, and not withdrawn to chase or to make another offer: %s',
    async (_, facts) => {
      const opposed = {
        overdue_days: 240,
        procedure: { kind: 'payment_order', stage: 'objected', filed_on: '2026-08-10' },
      };
      const { plan = [] } = (await ask({ ...opposed, ...facts })).recommendation;
      expect(plan.at(-1)?.option).toBe('go_on');
      expect(plan.length).toBe(2);
    },
  );
});

describe('what a running procedure tells', () => {
  test('a debtor who was served and has not paid is less likely merely slow; one who objected disputes more', async () => {
    const of = async (stage: string) =>
      (await ask({ ...CLAIM, procedure: { kind: 'payment_order', stage } })).debtor.belief;
    const [filed, served, objected] = [await of('filed'), await of('served'), await of('objected')];
    expect(served.slow).toBeLessThan(filed.slow);
    expect(objected.disputing).toBeGreaterThan(served.disputing);
    expect(filed).toEqual((await ask(CLAIM)).debtor.belief);
  });

  test('the limitation period is counted as if it were withdrawn today: six months, unless more is left', async () => {
    const old = { amount: 1_250_000, due_date: '2021-10-31', contract_date: '2021-09-01' };
    const running = await ask({ ...old, procedure: { kind: 'suit', filed_on: '2026-09-01', stage: 'hearing' } });
    expect(running.claim.limitation.last_day).toBe('2027-05-21');
    const fresh = await ask({ ...CLAIM, procedure: { kind: 'suit', filed_on: '2026-09-01' } });
    expect(fresh.claim.limitation.last_day).toBe((await ask(CLAIM)).claim.limitation.last_day);
    const late = await ask({ ...old, procedure: { kind: 'suit', filed_on: '2026-11-10' } });
    expect(late.claim.limitation.status).toBe('expired_invocable');
  });

  test('withdrawing needs consent once the debtor has answered, and brings a part of the fee back before', async () => {
    const warned = async (stage: string) =>
      (await ask({ ...CLAIM, procedure: { kind: 'suit', stage } })).warnings.find(({ code }) => code === 'go_on')?.text;
    expect(await warned('served')).toMatch(/art\. 147.*art\. 9\(2\)/);
    expect(await warned('served')).not.toMatch(/consent/);
    expect(await warned('hearing')).toMatch(
      /only with the debtor's consent \(Code of Civil Procedure art\. 261\(2\)\)/,
    );
    expect(await warned('judged')).toBeUndefined();
  });

  test.each([
    ['served', { stage: 'served', stage_on: '2026-11-10' }, '2026-12-24'],
    ['filed, by the usual time to service', { stage: 'filed', filed_on: '2026-11-21' }, '2027-01-28'],
    ['objected', { stage: 'objected' }, undefined],
  ])('a payment order %s is declared enforceable within 30 days of two weeks after service', async (_, at, on) => {
    const report = await ask({ ...CLAIM, procedure: { kind: 'payment_order', ...at } });
    expect(report.recommendation.deadlines.find(({ kind }) => kind === 'provisional_execution')?.on).toBe(on);
  });
});
