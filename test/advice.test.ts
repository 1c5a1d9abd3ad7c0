// Rules that a professional keeps and that the advice must keep, too, each asked of the service as a caller asks, on both sides of the fact that
// decides it.

import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { addDays } from '../src/values/day.ts';
import { ask } from './asking.ts';
import { AS_OF } from './judging.ts';

const CLAIM = { amount: 1_500_000, overdue_days: 60 };

const optionOf = (report: Report, id: string) => report.options.find((option) => option.id === id)!;
const worthOf = (report: Report, id: string): number => Number(optionOf(report, id).net_value);
const stepsOf = (report: Report) => (report.recommendation.plan ?? []).map(({ option }) => option);
const warningsOf = (report: Report) => report.warnings.map(({ code }) => code);

describe('a company in ordinary liquidation', () => {
  const winding = { ...CLAIM, insolvency: 'liquidation', claims_deadline: '2026-12-10' };

  test('a claim that is declared is no claim for a dividend: it goes on once the notice period is over', async () => {
    const declared = worthOf(await ask(winding), 'prove_claim');
    const dividend = worthOf(await ask({ ...winding, insolvency: 'bankruptcy' }), 'prove_claim');
    expect(declared).toBeGreaterThan(10 * dividend);
    const waiting = worthOf(await ask(winding), 'wait');
    expect(declared).toBeGreaterThan(waiting);
  });

  test('instalments do not fit, and the answer says what happens when', async () => {
    const report = await ask(winding);
    expect(optionOf(report, 'plan').bars?.map(({ code }) => code)).toEqual(['company_ends']);
    expect(warningsOf(report)).toContain('being_wound_up');
    expect(warningsOf(await ask(CLAIM))).not.toContain('being_wound_up');
  });

  test('it is declared today or not at all, never after its day', async () => {
    const { plan = [], deadlines } = (await ask(winding)).recommendation;
    expect(plan.filter(({ option, from }) => option === 'prove_claim' && from > '2026-12-10')).toEqual([]);
    expect(deadlines.map(({ kind }) => kind)).toContain('proof_of_claim');
  });

  test('the letter goes to the liquidator and declares the claim', async () => {
    const text = async (request: object) =>
      (await ask({ ...request, options: 'demand' })).recommendation.plan?.find(({ option }) => option === 'demand')
        ?.text;
    expect(await text(winding)).toMatch(/^Declare the claim to the liquidator/);
    expect(await text(CLAIM)).toMatch(/^Send a content-certified demand/);
  });
});

describe('the limitation period', () => {
  const old = (left: number, events: object[] = []) => ({
    amount: 900_000,
    due_date: addDays(AS_OF, left - 1826),
    contract_date: '2021-01-01',
    contact: 'evasive',
    evidence: 'strong',
    events,
  });
  const COURT = new Set(['suit', 'payment_order', 'small_claims']);

  test.each([2, 15, 30, 31, 46, 61, 62, 91, 92, 122, 150, 183])(
    'with %i days left nothing is filed after the last day, unless a letter has moved it',
    async (left) => {
      const report = await ask({ ...old(left, [{ on: '2026-07-20', kind: 'demand_received' }]), demand_sent: true });
      const { last_day } = report.claim.limitation;
      const late = (report.recommendation.plan ?? []).filter(
        ({ option, from }) => COURT.has(option) && from > last_day,
      );
      if (!stepsOf(report).includes('demand') && !stepsOf(report).includes('plan')) expect(late).toEqual([]);
    },
  );

  test('a second letter is not built on while the first one carries the period: the court is asked in its six months', async () => {
    const report = await ask(old(4, [{ on: '2026-07-20', kind: 'demand_received' }]));
    expect(report.claim.limitation.last_day).toBe('2027-01-20');
    const filed = (report.recommendation.plan ?? []).find(({ option }) => COURT.has(option));
    expect(filed).toBeDefined();
    expect(filed!.from <= '2027-01-20').toBe(true);
    const alone = await ask({ ...old(4, [{ on: '2026-07-20', kind: 'demand_received' }]), options: 'demand' });
    expect(JSON.stringify(alone.recommendation.risks)).toContain('another one may have no effect');
    const first = await ask({ ...old(4), options: 'demand' });
    expect(JSON.stringify(first.recommendation.risks)).not.toContain('another one may have no effect');
  });

  test('once the time for filing a claim is over, nobody is told to file it by a later day', async () => {
    const text = async (claims_deadline: string) =>
      (await ask({ ...CLAIM, insolvency: 'rehabilitation', claims_deadline })).recommendation.deadlines.find(
        ({ kind }) => kind === 'limitation',
      )?.text;
    expect(await text('2026-11-20')).toContain('already over');
    expect(await text('2026-11-21')).toContain('file it by this day');
  });
});

describe('rights beside the claim', () => {
  test('a plain guarantor is asked in the plan once the demand of the plan was of no use', async () => {
    const guarantor = { value: 1_500_000, joint: false };
    const report = await ask({ ...CLAIM, contact: 'evasive', insolvency: 'payment_suspended', guarantor });
    expect(optionOf(report, 'guarantor').bars?.map(({ code }) => code)).toContain('principal_first');
    expect(stepsOf(report).slice(0, 2)).toEqual(['demand', 'guarantor']);
    const without = await ask({ ...CLAIM, contact: 'evasive', insolvency: 'payment_suspended' });
    expect(worthOf(report, 'demand')).toBeGreaterThan(worthOf(without, 'demand'));
  });

  test('security is spoken of as soon as the debtor is in a crisis: outside the proceedings, or filed where they stay it', async () => {
    const told = async (insolvency: string) =>
      (await ask({ ...CLAIM, insolvency, security_value: 1_000_000 })).warnings.find(
        ({ code }) => code === 'security_in_insolvency',
      )?.text;
    expect(await told('none')).toBeUndefined();
    expect(await told('petition')).toMatch(/outside the proceedings.*except in reorganisation/);
    expect(await told('bankruptcy')).toMatch(/outside the proceedings/);
    expect(await told('bankruptcy')).not.toMatch(/except in reorganisation/);
    expect(await told('reorganisation')).toMatch(/file the claim in time as a secured one/);
  });

  test('waiting with security in a crisis is not idle', async () => {
    const text = async (security_value: number) =>
      (await ask({ ...CLAIM, insolvency: 'petition', security_value, options: 'wait' })).recommendation.plan?.[0]?.text;
    expect(await text(1_000_000)).toMatch(/^Go on to enforce the security/);
    expect(await text(0)).toMatch(/^Ask the petitioner's counsel.*Take no other step/);
  });
});

describe('the customer', () => {
  const dear = { ...CLAIM, overdue_days: 400, contact: 'responsive', margin_per_year: 3_000_000 };

  test('a write-off ends the dealings, so whoever still earns from them does not write off within the year, nor for nothing', async () => {
    const barred = optionOf(await ask(dear), 'write_off');
    expect(barred.bars?.map(({ code }) => code)).toEqual(['loss_not_yet_deductible']);
    const stopped = { ...dear, dealings_stopped_on: '2025-10-01' };
    expect(optionOf(await ask(stopped), 'write_off').status).toBe('open');
    expect(stepsOf(await ask({ ...dear, overdue_days: 60 }))).not.toContain('write_off');
  });

  test('what the value holds for a customer who may be lost is told, and he is not called hopeless for it', async () => {
    const valued = await ask({ ...CLAIM, contact: 'responsive', payment_history: 'good', margin_per_year: 30_000_000 });
    expect(valued.recommendation.reasons.map(({ code }) => code)).toContain('relationship_counted');
    expect(valued.recommendation.headline).not.toMatch(/^Next to nothing/);
    const plain = await ask({ ...CLAIM, contact: 'responsive', payment_history: 'good' });
    expect(plain.recommendation.reasons.map(({ code }) => code)).not.toContain('relationship_counted');
  });

  test('deliveries to a debtor who breaks promises are spoken of, whatever comes first', async () => {
    const told = async (change: object) =>
      warningsOf(await ask({ ...CLAIM, stop_supply: { per_month: 500_000 }, ...change }));
    expect(await told({ broken_promises: 1 })).toContain('stop_supply');
    expect(await told({ distress: 'severe' })).toContain('stop_supply');
    expect(await told({})).not.toContain('stop_supply');
    expect(await told({ broken_promises: 1, stop_supply: undefined })).not.toContain('stop_supply');
  });
});

test('whose address is not known is looked up where people and companies are registered', async () => {
  const told = async (change: object) =>
    (await ask({ ...CLAIM, ...change })).warnings.find(({ code }) => code === 'find_address')?.text;
  expect(await told({ address_known: false, debtor_type: 'consumer' })).toContain('resident record');
  expect(await told({ address_known: false })).toContain('certificate of its registration');
  expect(await told({ address_known: true })).toBeUndefined();
});

const deadlinesOf = (report: Report) => report.recommendation.deadlines;
const firstText = async (request: object) => (await ask(request)).recommendation.plan?.[0]?.text;

test('a procedure that runs is gone on with though the debtor had acknowledged the debt, and an agreement is put on its record', async () => {
  const running = { ...CLAIM, contact: 'responsive', procedure: { kind: 'suit', stage: 'hearing' } };
  for (const acknowledged of [true, false]) {
    const report = await ask({ ...running, acknowledged });
    expect(optionOf(report, 'go_on').status).toBe('open');
    expect(optionOf(report, 'demand').bars?.map(({ code }) => code)).toContain('procedure_running');
  }
  expect(await firstText({ ...running, acknowledged: true, options: 'plan' })).toContain('record of the court');
  expect(await firstText({ ...CLAIM, acknowledged: true, options: 'plan' })).not.toContain('record of the court');
});

describe('enforcement', () => {
  const titled = { ...CLAIM, overdue_days: 900, title: 'judgment', title_on: '2025-06-01', options: 'enforce' };

  test('agrees instalments with nobody who cannot be reached, nor with one who ignores the title', async () => {
    for (const change of [
      { contact: 'unreachable' },
      { contact: 'unreachable', failed_attachments: 2 },
      { contact: 'evasive' },
    ])
      expect(await firstText({ ...titled, ...change }), JSON.stringify(change)).not.toMatch(/^Agree instalments/);
  });

  test('finds out first what there is of a debtor whom nobody reaches, unless it is known', async () => {
    const lost = { ...titled, amount: 3_000_000, contact: 'unreachable', distress: 'none', tdb_score: 52 };
    expect(await firstText({ ...lost, assets: 'unknown' })).toMatch(/^Find out what there is/);
    expect(await firstText({ ...lost, assets: 'known' })).toMatch(/^(Attach|Identify) accounts or customers/);
  });

  test('nor with one whose insolvency is near, whatever it answers', async () => {
    const told = (change: object) => firstText({ ...titled, contact: 'responsive', ...change });
    expect(await told({ insolvency: 'dishonoured' })).not.toMatch(/^Agree instalments/);
    expect(await told({ insolvency: 'none' })).toMatch(/^Agree instalments/);
  });

  test('nor with one who has refused them under the title', async () => {
    const told = (plan_refused: boolean) => firstText({ ...titled, contact: 'responsive', plan_refused });
    expect(await told(true)).not.toMatch(/^Agree instalments/);
    expect(await told(false)).toMatch(/^Agree instalments/);
  });

  test('may agree them with one who answers, and once an attachment took nothing after asking for what there is', async () => {
    expect(await firstText({ ...titled, contact: 'responsive' })).toMatch(/^Agree instalments/);
    expect(await firstText({ ...titled, contact: 'evasive', failed_attachments: 2 })).toMatch(
      /^After an attachment .* find out .* agree instalments under the title/,
    );
  });
});

describe('what must be told', () => {
  const told = async (change: object) => warningsOf(await ask({ ...CLAIM, ...change }));

  test('a payment that would start the limitation period anew is not passed over, nor counted unasked', async () => {
    const paid = { due_date: '2021-06-30', contract_date: '2021-05-01', last_payment_on: '2024-05-10' };
    const claim = { amount: 500_000, ...paid };
    const report = await ask(claim);
    expect(report.claim.limitation.last_day).toBe('2026-06-30');
    expect(warningsOf(report)).toContain('payment_not_counted');
    const counted = await ask({ ...claim, events: [{ on: '2024-05-10', kind: 'part_payment' }] });
    expect(counted.claim.limitation.last_day).toBe('2029-05-10');
    expect(warningsOf(counted)).not.toContain('payment_not_counted');
    expect(warningsOf(await ask({ ...claim, last_payment_on: '2021-06-30' }))).not.toContain('payment_not_counted');
    expect(await told({ last_payment_on: '2026-11-01' })).not.toContain('payment_not_counted');
  });

  test('a period that has ended does not end once more while one waits', async () => {
    const risks = async (due_date: string) =>
      JSON.stringify(
        (await ask({ amount: 900_000, due_date, contract_date: due_date, options: 'wait' })).recommendation.risks,
      );
    expect(await risks('2021-11-21')).toContain('ends while you wait');
    expect(await risks('2021-11-20')).not.toContain('ends while you wait');
  });

  test('a scrivener who may not argue the claim leaves no court in the plan, which the answer says', async () => {
    const change = { representation: 'scrivener' };
    expect(await told({ ...change, amount: 1_400_001 })).toContain('over_scrivener_limit');
    expect(await told({ ...change, amount: 1_400_000 })).not.toContain('over_scrivener_limit');
    expect(await told({ amount: 1_400_001 })).not.toContain('over_scrivener_limit');
  });

  test('the subcontract act brings a report, and rent a deposit, once they are late', async () => {
    expect(await told({ subcontract_act: true })).toContain('subcontract_report');
    expect(await told({ subcontract_act: false })).not.toContain('subcontract_report');
    expect(await told({ subcontract_act: true, overdue_days: 0 })).not.toContain('subcontract_report');
    expect(await told({ freelance_act: true })).toContain('freelance_report');
    expect(await told({ freelance_act: false })).not.toContain('freelance_report');
    expect(await told({ freelance_act: true, overdue_days: 0 })).not.toContain('freelance_report');
    expect(await told({ freelance_act: true, contract_date: '2024-11-01' })).toContain('freelance_report');
    expect(await told({ freelance_act: true, contract_date: '2024-10-31' })).not.toContain('freelance_report');
    expect(await told({ claim_kind: 'rent' })).toContain('rent_deposit');
    expect(await told({ claim_kind: 'lease' })).not.toContain('rent_deposit');
  });

  test('deliveries to one who is short of cash or in some distress are decided first, and the plan does not stop them later', async () => {
    const supplied = { stop_supply: { per_month: 500_000 } };
    expect(await told({ ...supplied, cause: 'short_of_cash' })).toContain('stop_supply');
    expect(await told({ ...supplied, distress: 'some' })).toContain('stop_supply');
    expect(await told({ ...supplied, cause: 'unwilling' })).not.toContain('stop_supply');
    const later = async (change: object) =>
      (await ask({ ...CLAIM, ...supplied, ...change, options: 'demand,stop_supply' })).recommendation.plan?.find(
        ({ option }) => option === 'stop_supply',
      );
    const stopped = await later({ broken_promises: 1 });
    expect(stopped?.from).not.toBe(AS_OF);
    expect(stopped?.text).toMatch(/^Deliveries stay stopped/);
    expect((await later({}))?.text).toMatch(/^Tell the debtor in writing that deliveries stop/);
  });

  test('recourse against endorsers has a day of its own', async () => {
    const bill = { ...CLAIM, due_date: '2026-11-18', overdue_days: undefined, claim_kind: 'bill' };
    const endorser = { other_debtors: [{ kind: 'endorser', amount: 1_000_000 }] };
    const days = async (change: object) =>
      deadlinesOf(await ask({ ...bill, ...change })).filter(({ kind }) => kind === 'recourse');
    expect((await days(endorser)).map(({ on }) => on)).toEqual(['2027-11-18']);
    expect(await days({})).toEqual([]);
    expect(await days({ ...endorser, claim_kind: 'goods' })).toEqual([]);
    expect(await days({ ...endorser, due_date: '2025-11-20' })).toEqual([]);
    expect((await days({ ...endorser, due_date: '2025-11-21' })).map(({ on }) => on)).toEqual([AS_OF]);
    expect(await firstText({ ...bill, ...endorser, options: 'guarantor' })).toContain('from the endorsers');
    const joint = { other_debtors: [{ kind: 'joint_debtor', amount: 1_000_000 }] };
    expect(await firstText({ ...bill, ...joint, options: 'guarantor' })).toContain('from the joint debtor');
  });
});

test('a guarantor owes on, and nobody is told to file a claim in time whose time has passed', async () => {
  const reason = async (claims_deadline: string) => {
    const guarantor = { value: 1_500_000 };
    const report = await ask({ ...CLAIM, insolvency: 'rehabilitation', claims_deadline, guarantor });
    return report.recommendation.reasons.find(({ code }) => code === 'guarantor_suits')?.text;
  };
  expect(await reason('2026-11-20')).toContain('has passed');
  expect(await reason('2026-11-21')).toContain('file the whole claim');
});

test('a leased object is spoken of as one', async () => {
  const taken = { distress: 'severe', return_goods: { value: 600_000, consent: true }, options: 'return_goods' };
  expect(await firstText({ ...CLAIM, ...taken, claim_kind: 'lease' })).toMatch(/^Take the leased object back/);
  expect(await firstText({ ...CLAIM, ...taken, claim_kind: 'goods' })).toMatch(/^Take the goods back/);
});

describe('who is asked, and how', () => {
  const pursued = (change: object) => firstText({ ...CLAIM, ...change, options: 'pursue' });

  test.each([
    ['a public body: its paying office', { debtor_type: 'public_body' }, /^Ask the paying office/],
    [
      'a petitioner: its counsel',
      { insolvency: 'petition', amount: 120_000_000, contact: 'responsive' },
      /^Ask the petitioner's counsel/,
    ],
    ['a company in liquidation: its liquidator', { insolvency: 'liquidation' }, /^First declare the claim/],
    ['a debtor abroad: nobody travels to it', { debtor_country: 'US' }, /^Call, write; /],
    ['a debtor at home', {}, /^Call, write and visit; /],
  ])('%s', async (_, change, words) => {
    expect(await pursued({ ...change, effort_months: 0 })).toMatch(words);
  });

  test('a debtor abroad is met online, one at home in person', async () => {
    expect(await pursued({ debtor_country: 'US', effort_months: 5 })).toContain('meet online');
    expect(await pursued({ effort_months: 5 })).toContain('appointment in person');
    expect(await pursued({ debtor_type: 'public_body', effort_months: 5 })).toMatch(
      /^Ask the head of the paying office/,
    );
  });

  test('no payment order keeps the limitation period from ending against a debtor abroad', async () => {
    const text = async (change: object) =>
      deadlinesOf(await ask({ ...CLAIM, ...change })).find(({ kind }) => kind === 'limitation')?.text;
    expect(await text({ debtor_country: 'US' })).toMatch(/^No payment order reaches a debtor abroad/);
    expect(await text({})).toContain('apply for a payment order');
  });
});

test('a letter under a title to one who avoids us warns it of an attachment, which the answer says', async () => {
  const titled = {
    ...CLAIM,
    title: 'notarial_deed',
    contact: 'evasive',
    assets: 'known',
    title_on: '2026-11-10', // so new that the debtor has hardly heard of it
    options: 'demand',
  };
  const warned = async (change: object) =>
    JSON.stringify((await ask({ ...titled, ...change })).recommendation.risks).includes('warns a debtor');
  expect(await warned({})).toBe(true);
  expect(await warned({ assets: 'unknown' })).toBe(false);
  expect(await warned({ contact: 'responsive' })).toBe(false);
  expect(await warned({ title: 'none' })).toBe(false);
});

describe('what comes after another offer in one plan', () => {
  const AVOIDING = { amount: 10_000_000, overdue_days: 45, contact: 'evasive' };
  const IN_HOUSE = ['pursue', 'resolve_dispute', 'plan', 'settle', 'wait'];
  const DISPUTED = { amount: 3_000_000, overdue_days: 60, dispute: 'full', contact: 'responsive' };
  const WITHOUT_DEMAND = ['pursue', 'plan', 'lawyer_letter', 'payment_order', 'enforce', 'wait'];

  test.each<[rule: string, claim: object, before: string, after: readonly string[]]>([
    ["a lawyer's letter comes after our own demand", AVOIDING, 'demand', ['lawyer_letter']],
    [
      'talks about a dispute of the whole come before a discount and instalments',
      { ...DISPUTED, options: IN_HOUSE },
      'resolve_dispute',
      ['settle', 'plan'],
    ],
  ])('%s; today it is closed', async (_, claim, before, after) => {
    const report = await ask(claim);
    const steps = stepsOf(report);
    expect(steps).toContain(before);
    for (const id of after) {
      expect(steps.indexOf(id), id).toBeGreaterThan(steps.indexOf(before));
      expect(optionOf(report, id).status, id).toBe('barred');
    }
  });

  test.each<[rule: string, claim: object, never: readonly string[]]>([
    [
      "no lawyer's letter where our own demand is left out",
      { ...AVOIDING, options: WITHOUT_DEMAND },
      ['lawyer_letter'],
    ],
    [
      'under a title enforcement follows one letter, not two',
      { ...AVOIDING, title: 'judgment', title_on: '2026-10-01' },
      ['lawyer_letter'],
    ],
    [
      'neither discount nor instalments for a dispute of the whole where no talks are held',
      { ...DISPUTED, options: IN_HOUSE.filter((id) => id !== 'resolve_dispute') },
      ['settle', 'plan'],
    ],
  ])('%s', async (_, claim, never) => {
    const steps = stepsOf(await ask(claim));
    for (const id of never) expect(steps).not.toContain(id);
  });

  test("a lawyer's letter is the first step once the demand is told", async () => {
    expect(stepsOf(await ask({ ...AVOIDING, demand_sent: true }))[0]).toBe('lawyer_letter');
  });
});

describe('an offer that is on the table', () => {
  const ANSWERS = { ...CLAIM, amount: 1_000_000, overdue_days: 120, contact: 'responsive' };
  const LUMP = /^Accepting the offer of ¥/;
  const LOW = /^The offer of ¥[\d,]+ is too low/;
  const INSTALMENTS = /^Accepting the 36 instalments/;
  const PRICE = /^Selling now for the price offered/;
  const KEPT = /evidence that the debt is acknowledged \(Civil Code art\. 152\)/;

  test.each<[rule: string, change: object, says: readonly RegExp[], not: readonly RegExp[]]>([
    ['and too low is answered, and kept', { settle: { offer: 600_000 } }, [LOW, KEPT], [LUMP, PRICE]],
    ['and too low, and the last word, is kept', { settle: { offer: 600_000, final: true } }, [LUMP, KEPT], [LOW]],
    ['that is taken is not declined', { settle: { offer: 900_000 } }, [], [LUMP, KEPT]],
    ['as good as the first step is a tie', { settle: { offer: 815_000 } }, [], [LUMP, KEPT]],
    ['in a dispute admits nothing', { settle: { offer: 300_000 }, dispute: 'partial' }, [LOW], [KEPT]],
    ['of instalments that take too long is answered', { plan: { offered: true, instalments: 36 } }, [], [INSTALMENTS]],
    [
      'of instalments that take too long, after ours were refused',
      { plan: { offered: true, instalments: 36 }, plan_refused: true },
      [INSTALMENTS, KEPT],
      [LUMP],
    ],
    ['of instalments is the debtor’s', { plan: { offered: false, instalments: 36 } }, [], [INSTALMENTS]],
    ['of a buyer', { sell: { offer: 200_000, buyer: 'lawful_buyer' } }, [PRICE], [LUMP, KEPT]],
    ['of a buyer who may not buy is barred', { sell: { offer: 200_000 } }, [], [PRICE]],
    ['is none where nobody offers', {}, [], [LUMP, INSTALMENTS, PRICE, KEPT]],
  ])('%s', async (_, change, says, not) => {
    const { reasons } = (await ask({ ...ANSWERS, ...change })).recommendation;
    const told = reasons.filter(({ code }) => code === 'offer_declined').map(({ text }) => text);
    for (const pattern of says) expect(told.some((text) => pattern.test(text))).toBe(true);
    for (const pattern of not) expect(told.some((text) => pattern.test(text))).toBe(false);
  });

  test('costs what the two values differ by', async () => {
    const { recommendation, options } = await ask({ ...ANSWERS, settle: { offer: 600_000, final: true } });
    const text = recommendation.reasons.find(({ code }) => code === 'offer_declined')?.text ?? '';
    const taken = Number(options.find(({ id }) => id === 'settle')?.net_value);
    const [, , less] = [...text.matchAll(/¥([\d,]+)/g)].map(([, yen]) => Number(yen?.replaceAll(',', '')));
    expect(Math.abs(Number(recommendation.net_value) - taken - (less ?? 0))).toBeLessThanOrEqual(1);
  });

  test.each<[rule: string, offer: number, asks: boolean]>([
    ['for less than the whole is accepted after asking once for more', 900_000, true],
    ['for the whole is accepted as it is', 1_500_000, false],
  ])('%s', async (_, offer, asks) => {
    const [first] = (await ask({ ...ANSWERS, settle: { offer } })).recommendation.plan ?? [];
    expect(first?.option).toBe('settle');
    expect(/ask once whether it can be raised.*\(Civil Code art\. 528\)/.test(first?.text ?? '')).toBe(asks);
  });
});

describe('a discount of ours', () => {
  const PARTLY = { amount: 350_000, overdue_days: 45, dispute: 'partial' };
  /** The share that is offered in the plan, per cent. */
  const offered = async (change: object): Promise<number> => {
    const { plan = [] } = (await ask({ ...PARTLY, ...change })).recommendation;
    const text = plan.find(({ option }) => option === 'settle')?.text ?? '';
    return Number(/single payment of (\d+)%/.exec(text)?.[1]);
  };

  test('goes below what is not disputed for none but the poor', async () => {
    const free = await offered({});
    expect(free).toBeLessThan(71);
    expect(await offered({ disputed_amount: 100_000 })).toBe(75);
    expect(await offered({ disputed_amount: 140_000 })).toBe(free);
    expect(await offered({ disputed_amount: 100_000, distress: 'some' })).toBeLessThan(71);
  });
});

describe('the day on which a claim is evaluated again', () => {
  const OFFER = 'the debtor offers';
  const DISPUTE = 'the claim is disputed';
  const FAILURE = 'insolvency proceedings begin';

  test.each<[rule: string, change: object, named: readonly string[], not: readonly string[]]>([
    ['comes earlier on an offer, a dispute or an insolvency', {}, [OFFER, DISPUTE, FAILURE], []],
    ['does not wait for a dispute that is known', { dispute: 'partial' }, [OFFER, FAILURE], [DISPUTE]],
    ['nor for one that is told as a disputed amount', { disputed_amount: 300_000 }, [OFFER, FAILURE], [DISPUTE]],
    ['does not wait for an insolvency that is known', { insolvency: 'bankruptcy' }, [DISPUTE], [OFFER, FAILURE]],
    ['waits for no offer while nothing is due', { overdue_days: 0 }, [DISPUTE, FAILURE], [OFFER]],
    ['waits for offers from the day after the due date', { overdue_days: 1 }, [OFFER, DISPUTE, FAILURE], []],
  ])('%s', async (_, change, named, not) => {
    const { review, review_on } = (await ask({ ...CLAIM, ...change })).recommendation;
    expect(review).toContain(review_on);
    for (const news of named) expect(review).toContain(news);
    for (const news of not) expect(review).not.toContain(news);
  });
});
