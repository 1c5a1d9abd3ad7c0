// A lawyer's letter after our own demand, and a month of doing nothing: where they are open, what they cost and bring. Asked of the service.

import { describe, expect, test } from 'vitest';
import { decide } from '../src/decision/programme/decide.ts';
import type { Report } from '../src/report/answer.ts';
import { questionOf } from '../src/request/question.ts';
import { ask } from './asking.ts';
import { OPTIONS, read, situationOf, VOICES } from './situations.ts';

const CLAIM = { amount: 3_000_000, overdue_days: 82, contact: 'evasive' };
const named = (id: string) => OPTIONS.find((option) => option.id === id)!;
const optionOf = (report: Report, id: string) => report.options.find((option) => option.id === id)!;
const worthOf = (report: Report, id: string): number => Number(optionOf(report, id).net_value);
const barsOf = (report: Report, id: string): string[] => optionOf(report, id).bars.map(({ code }) => code);

describe("a lawyer's letter", () => {
  const NEAR = {
    ...CLAIM,
    overdue_days: undefined,
    due_date: '2022-11-10',
    contract_date: '2022-09-01',
    effort_months: 0,
  };

  test.each([
    ['our own demand has brought nothing', { ...CLAIM, demand_sent: true }, []],
    ['our own demand has not been sent', CLAIM, ['own_demand_first']],
    ['it was sent already', { ...CLAIM, demand_sent: true, lawyer_letter_sent: true }, ['lawyer_letter_sent']],
    ['a demand is still needed for time', { ...NEAR, demand_sent: true }, ['demand_for_time']],
    ['there is no address', { ...CLAIM, demand_sent: true, address_known: false }, ['no_delivery_address']],
    ['a suit is running', { ...CLAIM, demand_sent: true, procedure: { kind: 'suit' } }, ['procedure_running']],
  ])('%s', async (_, claim, bars) => {
    expect(barsOf(await ask(claim), 'lawyer_letter')).toEqual(bars);
  });

  test.each([
    ['far from the end of the limitation period', { ...CLAIM, demand_sent: true }],
    ['near it', { ...NEAR, demand_sent: true }],
    ['at the first sight of it', { ...NEAR, due_date: '2023-05-21', demand_sent: true }],
    ['just before that', { ...NEAR, due_date: '2023-05-23', demand_sent: true }],
    ['without a demand', CLAIM],
    ['after a demand that postpones the end', { ...NEAR, demand_sent: true, due_date: '2022-01-31' }],
  ])('it is made after a demand of the same programme or without one: %s', (_, claim) => {
    const { solution } = decide(questionOf(read(claim)));
    const ids = solution.offers.map(({ option }) => option.id);
    const [demand, letter] = [ids.indexOf('demand'), ids.indexOf('lawyer_letter')];
    if (demand < 0 || letter < 0) return;
    expect(solution.timetable.comesAbout(1 << letter)).toBe(false);
    expect(solution.timetable.comesAbout((1 << letter) | (1 << demand))).toBe(true);
    const first = (offer: number) => solution.timetable.offers[offer]!.first;
    expect(first(letter)).toBeGreaterThan(first(demand));
  });

  test.each([
    ['with neither sent both are offers', CLAIM, ['demand', 'lawyer_letter']],
    ['with a demand sent long before the end the letter alone is', { ...CLAIM, demand_sent: true }, ['lawyer_letter']],
    ['with a demand sent near the end the demand alone is', { ...NEAR, demand_sent: true }, ['demand']],
  ])('%s', (_, claim, letters) => {
    const { solution } = decide(questionOf(read(claim)));
    const offers = solution.offers.map(({ option }) => option.id);
    expect(offers.filter((id) => id === 'demand' || id === 'lawyer_letter').sort()).toEqual(letters);
  });

  test('a quote takes the place of the usual fee', () => {
    const price = (terms: object) =>
      named('lawyer_letter').prospect(situationOf({ ...CLAIM, demand_sent: true, ...terms }), {}).asking![0]!.external!;
    expect(price({ lawyer_letter: { fee: 30_000 } })).toBe(30_000 + 1_420);
    expect(price({})).toBe(44_000 + 1_420);
  });

  test('it pays against waiting where much is owed, and not where little is', async () => {
    const over = async (amount: number) => {
      const report = await ask({ ...CLAIM, amount, demand_sent: true });
      return worthOf(report, 'lawyer_letter') - worthOf(report, 'wait');
    };
    expect(await over(6_000_000)).toBeGreaterThan(0);
    expect(await over(60_000)).toBeLessThan(0);
  });

  test('one that brought nothing is news, and the same news in a plan as when it is told', async () => {
    const before = await ask({ ...CLAIM, demand_sent: true });
    const after = await ask({ ...CLAIM, demand_sent: true, lawyer_letter_sent: true });
    const { respond } = situationOf(CLAIM).a.counsel_letter;
    const odds = ({ debtor: { belief } }: Report) => belief.unwilling / belief.slow;
    expect(odds(after) / odds(before)).toBeCloseTo((1 - respond[1]!) / (1 - respond[0]!), 3);
  });
});

describe('a month of doing nothing', () => {
  test('costs only the look after it, and brings less than chasing brings before its cost', () => {
    const s = situationOf({ ...CLAIM });
    const [pause, pursue] = ['pause', 'pursue'].map((id) => named(id).prospect(s, {}));
    const look = [{ own_time: s.a.looking_again.hours * s.a.money.staff_rate }];
    expect(pause!.event.flows).toEqual(look);
    expect(named('pause').prospect(situationOf({ ...CLAIM, overdue_days: -46 }), {}).event.flows).toEqual(look);
    expect(pause!.relationship).toBeUndefined();
    for (const [k, chance] of pause!.event.next![0]!.chance.entries())
      expect(chance).toBeLessThan(pursue!.event.next![0]!.chance[k]!);
  });

  test('it watches the date while the debt is not due, and is a month of nothing after it', async () => {
    const step = async (overdue_days: number) => {
      const s = situationOf({ ...CLAIM, overdue_days });
      return named('pause').sentences.step(s, {});
    };
    expect(JSON.stringify(await step(-46))).toMatch(/Watch the due date/);
    expect(JSON.stringify(await step(0))).toMatch(/Do nothing for/);
  });

  test('before the due date nobody pays early, and most pay on it', () => {
    const chance = (overdue_days: number) =>
      named('pause').prospect(situationOf({ ...CLAIM, overdue_days }), {}).event.next![0]!.chance[0]!;
    expect(chance(-46)).toBe(0);
    expect(chance(-10)).toBeGreaterThan(0.5);
    expect(chance(5)).toBeLessThan(chance(-10));
  });

  test('a claim too small for a call is better left alone than chased, and one that pays for a call is not', async () => {
    const gained = async (amount: number) => {
      const report = await ask({ amount, overdue_days: 40 });
      return worthOf(report, 'pursue') - worthOf(report, 'wait');
    };
    expect(await gained(5_000)).toBeLessThan(0);
    expect(await gained(50_000)).toBeGreaterThan(0);
  });

  test('a valued customer is not dunned before the due date', async () => {
    const valued = { ...CLAIM, overdue_days: -46, margin_per_year: 600_000, relationship_years: 3 };
    expect((await ask(valued)).recommendation.option).toBe('pause');
    expect((await ask({ ...CLAIM, overdue_days: -46 })).recommendation.option).toBe('pursue');
  });

  test('proceedings leave nothing to pause in', async () => {
    expect(barsOf(await ask({ ...CLAIM, insolvency: 'bankruptcy' }), 'pause')).toEqual(['stayed_by_insolvency']);
  });
});

describe('a written acknowledgment', () => {
  test.each([
    ['the debt is due', CLAIM, []],
    ['it is not due yet', { ...CLAIM, overdue_days: -1 }, ['not_due']],
    ['the debt is acknowledged', { ...CLAIM, acknowledged: true }, ['debt_acknowledged']],
    ['nobody can be reached', { ...CLAIM, contact: 'unreachable' }, ['nobody_to_sign']],
    ['the debtor is bankrupt', { ...CLAIM, insolvency: 'bankruptcy' }, ['stayed_by_insolvency']],
  ])('%s', async (_, claim, bars) => {
    expect(barsOf(await ask(claim), 'acknowledge')).toEqual(bars);
  });

  test('is a month of chasing with the hours to have it signed on top', async () => {
    const report = await ask(CLAIM);
    const { acknowledging, money } = situationOf(CLAIM).a;
    expect(worthOf(report, 'pursue') - worthOf(report, 'acknowledge')).toBeCloseTo(
      acknowledging.hours * money.staff_rate,
      0,
    );
    const s = situationOf(CLAIM);
    const chances = (id: string) =>
      named(id)
        .prospect(s, {})
        .event.next!.map(({ chance }) => chance);
    for (const [i, chance] of chances('acknowledge').entries())
      for (const [k, own] of chance.entries()) expect(own).toBeCloseTo(chances('pursue')[i]![k]!, 12);
  });

  test('says what its figure leaves out, and when the period ends today', async () => {
    const s = situationOf(CLAIM);
    const { reason, risk } = named('acknowledge').sentences;
    expect(VOICES.en.tell(risk!(s, {})!)).toMatch(/not the renewed limitation period or the evidence/);
    expect(VOICES.en.tell(reason!(s, {})!)).toMatch(/now ends on 2031-/);
  });
});
