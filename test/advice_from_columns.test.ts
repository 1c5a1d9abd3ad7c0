// Situations that columns of lawyers, collection boards and courts describe on public pages, each with what a professional advised, on both sides of
// the fact that decides. The facts alone are theirs. Each is asked of the service as a caller asks.

import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';

const optionOf = ({ options }: Report, id: string) => options.find((option) => option.id === id)!;
const codesOf = (report: Report, id: string) => optionOf(report, id).bars.map(({ code }) => code);
const firstOf = ({ recommendation }: Report) => recommendation.option;
const stepsOf = (report: Report) => (report.recommendation.plan ?? []).map(({ option }) => option);
const textOf = (report: Report) => report.recommendation.plan?.[0]?.text ?? '';

describe('a procedure that runs against a debtor who avoids us', () => {
  const SUED = { amount: 1_800_000, overdue_days: 220, evidence: 'strong', contact: 'evasive' };
  const at = (stage: string, kind = 'suit') => ({ procedure: { kind, stage, stage_on: '2026-11-16' } });
  const ASKING = ['pursue', 'pause', 'acknowledge', 'plan', 'settle'];

  test.each<[stage: string, facts: object]>([
    ['that was filed', { ...SUED, procedure: { kind: 'suit', filed_on: '2026-10-20' } }],
    ['that was served', { ...SUED, ...at('served') }],
    ['in its hearing', { ...SUED, ...at('hearing') }],
    ['in its hearing, with nobody to be reached', { ...SUED, ...at('hearing'), contact: 'unreachable' }],
    ['that began as an order which was opposed', { ...SUED, ...at('objected', 'payment_order') }],
    [
      'for a small claim that nobody takes in',
      { ...SUED, amount: 300_000, overdue_days: 150, ...at('filed', 'small_claims') },
    ],
  ])('is gone on with, and nobody is asked or offered anything first: %s', async (_, facts) => {
    const report = await ask(facts);
    expect(firstOf(report)).toBe('go_on');
    for (const id of ASKING) expect(codesOf(report, id), id).toContain('procedure_running');
  });

  test('leaves an order to its own time: no reminder and no month that is let go by', async () => {
    const report = await ask({ ...SUED, ...at('served', 'payment_order') });
    for (const id of ['pursue', 'pause', 'acknowledge']) expect(codesOf(report, id), id).toContain('procedure_running');
    expect(codesOf(report, 'plan')).toEqual(['order_window']);
  });

  test.each<[rule: string, facts: object]>([
    ['the debtor answers', { ...SUED, ...at('served'), contact: 'responsive' }],
    ['nothing is said of that', { ...SUED, ...at('served'), contact: undefined }],
    ['it is mediation, in which both talk', { ...SUED, ...at('hearing', 'mediation') }],
    ['there is a title', { ...SUED, ...at('judged') }],
  ])('leaves room for an offer where %s', async (_, facts) => {
    expect(codesOf(await ask(facts), 'plan')).not.toContain('procedure_running');
  });

  test('may take what the debtor itself offers', async () => {
    const offered = { plan: { instalments: 10, down_rate: 0, offered: true } };
    expect(codesOf(await ask({ ...SUED, ...at('served'), ...offered }), 'plan')).toEqual([]);
  });

  test.each<[contact: string, words: RegExp]>([
    ['unreachable', /Attend the hearing: ask for judgment if the debtor stays away/],
    ['responsive', /^In the hearing offer to settle on instalments/],
  ])('is told what to ask for in the hearing: of who is %s', async (contact, words) => {
    expect(textOf(await ask({ ...SUED, ...at('hearing'), contact, options: 'go_on' }))).toMatch(words);
  });
});

describe('a procedure whose papers cannot be served', () => {
  const GONE = { amount: 300_000, overdue_days: 150, contact: 'unreachable', address_known: false };
  const filed = (kind: string) => ({ procedure: { kind, stage: 'filed', filed_on: '2026-11-01' } });

  test.each(['small_claims', 'payment_order', 'suit'])(
    'is not withdrawn while nothing else is done: %s',
    async (kind) => {
      const text = textOf(await ask({ ...GONE, ...filed(kind), options: 'wait' }));
      expect(text).toMatch(/^Look up the seat.*Do not withdraw the procedure: name a place of service to the court/);
      expect(text).not.toMatch(/Withdraw the procedure that is running|provisional enforcement/);
    },
  );

  test.each<[kind: string, words: RegExp]>([
    ['suit', /Withdraw the procedure that is running/],
    ['payment_order', /loses its effect unless provisional enforcement is applied for/],
  ])('is another matter where the address is known: %s', async (kind, words) => {
    const known = { ...GONE, address_known: true, ...filed(kind), options: 'wait' };
    expect(textOf(await ask(known))).toMatch(words);
  });
});

describe('a month that is let go by', () => {
  const OWED = { amount: 2_000_000, overdue_days: 100 };
  const pauseOf = async (facts: object) => codesOf(await ask({ ...OWED, ...facts }), 'pause');

  test.each<[rule: string, facts: object, code: string]>([
    ['a petition is filed', { insolvency: 'petition' }, 'opening_likely'],
    ['counsel has given notice', { insolvency: 'counsel_notice' }, 'opening_likely'],
    ['nobody knows where the debtor is', { contact: 'unreachable', address_known: false }, 'nobody_to_answer'],
    ['a title is ignored', { contact: 'evasive', title: 'judgment', title_on: '2026-05-01' }, 'attach_first'],
    ['a demand was', { contact: 'evasive', demand_sent: true, evidence: 'strong' }, 'court_first'],
  ])('is lost where %s', async (_, facts, code) => {
    expect(await pauseOf(facts)).toContain(code);
  });

  test.each<[rule: string, facts: object]>([
    ['nothing is said', {}],
    ['the debtor is in some distress', { distress: 'some' }],
    ['only its telephone is silent', { contact: 'unreachable' }],
    ['it answers under a title', { contact: 'responsive', title: 'judgment', title_on: '2026-05-01' }],
    ['no demand was sent', { contact: 'evasive' }],
  ])('may be one where %s', async (_, facts) => {
    expect(await pauseOf(facts)).toEqual([]);
  });

  test('before proceedings open counsel is written to now, and not in a month', async () => {
    const report = await ask({
      ...OWED,
      amount: 12_000_000,
      overdue_days: 5,
      insolvency: 'petition',
      contact: 'responsive',
    });
    expect(stepsOf(report)[0]).not.toBe('pause');
    expect(textOf(report)).toMatch(/^Ask the petitioner's counsel/);
  });
});

describe('a debtor that let a certified demand go by', () => {
  const DEMANDED = {
    amount: 4_000_000,
    overdue_days: 200,
    claim_kind: 'services',
    evidence: 'strong',
    demand_sent: true,
  };
  const HIDES = { ...DEMANDED, contact: 'evasive' };
  const PROMISES = { ...DEMANDED, contact: 'responsive', broken_promises: 3 };
  const ASKING = ['pursue', 'pause', 'acknowledge', 'plan', 'settle'];

  test.each<[rule: string, facts: object, first: readonly string[]]>([
    ['and hides', HIDES, ['lawyer_letter', 'payment_order', 'suit']],
    ['and hides, with a small sum', { ...HIDES, amount: 500_000 }, ['small_claims', 'payment_order']],
    ['and has broken its promises', PROMISES, ['lawyer_letter', 'payment_order', 'suit']],
    ['and has said nothing for months', DEMANDED, ['lawyer_letter', 'payment_order', 'suit']],
  ])('is sent to court or to a lawyer, and not offered instalments: it %s', async (_, facts, first) => {
    const report = await ask(facts);
    expect(first).toContain(firstOf(report));
    for (const id of ASKING) expect(codesOf(report, id).filter((code) => code === 'court_first').length, id).toBe(1);
  });

  test.each<[rule: string, change: object]>([
    ['no demand was sent', { demand_sent: false }],
    ['it answers and has broken no promise', { contact: 'responsive' }],
    ['it answers and has broken two', { contact: 'responsive', broken_promises: 2 }],
    [
      'it has broken one, of whom nothing else is known yet',
      { contact: undefined, overdue_days: 80, broken_promises: 1 },
    ],
    ['it has said why', { contact: undefined, cause: 'forgotten' }],
    ['it is hardly late', { contact: undefined, overdue_days: 80 }],
    ['it lacks the money', { distress: 'some' }],
    ['it has paid a part', { partial_paid: true }],
    ['it disputes the claim', { dispute: 'partial' }],
    ['the papers are weak', { evidence: 'weak' }],
    ['a court costs more than it brings', { amount: 300_000 }],
    ['it is abroad', { debtor_country: 'US' }],
    ['its crisis is known', { insolvency: 'payment_suspended' }],
  ])('may be asked once more where %s', async (_, change) => {
    expect(codesOf(await ask({ ...HIDES, ...change }), 'pursue')).not.toContain('court_first');
  });

  test.each<[rule: string, facts: object, isAsked: boolean]>([
    ['avoids us', {}, false],
    ['avoids us and lacks the money', { distress: 'some' }, true],
    ['answers', { contact: 'responsive' }, true],
    ['says nothing, so that its answer is not known yet', { contact: undefined }, true],
  ])('inside a plan is asked and offered no more either, where it %s', async (_, facts, isAsked) => {
    const report = await ask({ ...HIDES, amount: 1_500_000, overdue_days: 60, demand_sent: false, ...facts });
    const steps = stepsOf(report);
    const later = steps.slice(steps.indexOf('demand') + 1);
    expect(steps).toContain('demand');
    expect(later.some((id) => ASKING.includes(id))).toBe(isAsked);
  });

  test('is paid as it offers itself', async () => {
    expect(codesOf(await ask({ ...HIDES, plan: { instalments: 6, offered: true } }), 'plan')).toEqual([]);
  });
});

describe('a title whose debtor could be attached', () => {
  const TITLED = { amount: 3_000_000, overdue_days: 400, title: 'judgment', title_on: '2026-08-20', assets: 'known' };
  const FAILED = { ...TITLED, contact: 'evasive', failed_attachments: 1 };
  const PROMISES = {
    ...TITLED,
    claim_kind: 'loan',
    debtor_type: 'consumer',
    contact: 'responsive',
    broken_promises: 3,
  };

  test.each<[rule: string, facts: object]>([
    ['one account was empty, and something else is known now', FAILED],
    ['it answers and has broken its promises, and its employer is known', PROMISES],
  ])('is used without a warning: %s', async (_, facts) => {
    const report = await ask(facts);
    expect(firstOf(report)).toBe('enforce');
    for (const id of ['demand', 'pursue', 'plan', 'settle']) expect(codesOf(report, id), id).toContain('attach_first');
  });

  test.each<[rule: string, facts: object]>([
    ['nothing is known after an account that was empty', { ...FAILED, assets: 'unknown' }],
    ['it answers and has broken one promise', { ...PROMISES, broken_promises: 1 }],
    ['it is no more than a month old', { ...PROMISES, title_on: '2026-11-10' }],
  ])('may be spoken of first where %s', async (_, facts) => {
    expect(codesOf(await ask(facts), 'demand')).not.toContain('attach_first');
  });
});

describe('the last weeks of a limitation period', () => {
  const FREIGHT = { amount: 90_000, claim_kind: 'freight', contact: 'evasive', lawyer: 'no' };
  const GOODS = { amount: 300_000, claim_kind: 'goods', contact: 'responsive' };

  test.each<[rule: string, facts: object, first: string]>([
    ['freight of a year ago', { ...FREIGHT, due_date: '2025-12-10' }, 'demand'],
    ['a debtor that answers', { ...GOODS, due_date: '2021-11-29' }, 'demand'],
    ['nobody knows', { ...GOODS, contact: undefined, amount: 2_000_000, due_date: '2021-11-29' }, 'demand'],
  ])('leave no month for only asking: %s', async (_, facts, first) => {
    const report = await ask(facts);
    expect(firstOf(report)).toBe(first);
    expect(codesOf(report, 'pursue')).toContain('limitation_near');
    expect(codesOf(report, 'plan')).toContain('limitation_near');
  });

  test('leave who answers time to sign an acknowledgment', async () => {
    expect(codesOf(await ask({ ...GOODS, due_date: '2021-11-29' }), 'acknowledge')).toEqual([]);
  });

  test.each<[rule: string, facts: object]>([
    ['more than a month is left', { ...FREIGHT, due_date: '2025-12-28' }],
    [
      'a court is asked already',
      { ...GOODS, due_date: '2021-11-29', procedure: { kind: 'suit', filed_on: '2026-10-01' } },
    ],
    [
      'a demand would have no effect',
      { ...GOODS, due_date: '2021-10-31', events: [{ on: '2026-06-10', kind: 'demand_received' }] },
    ],
  ])('are another matter where %s', async (_, facts) => {
    expect(codesOf(await ask(facts), 'pursue')).not.toContain('limitation_near');
  });

  const CARRIED = {
    amount: 2_200_000,
    due_date: '2021-10-31',
    claim_kind: 'services',
    contact: 'evasive',
    demand_sent: true,
    events: [{ on: '2026-06-25', kind: 'demand_received' }],
  };

  test('are not spent on an offer to who avoids us, where a demand was sent in its time: a court is asked', async () => {
    const report = await ask(CARRIED);
    expect(firstOf(report)).toBe('payment_order');
    for (const id of ['plan', 'settle']) expect(codesOf(report, id)).toContain('limitation_near');
  });

  test.each<[rule: string, change: object]>([
    ['the debtor answers, with more than a month left', { contact: 'responsive' }],
    ['more than two months are left', { events: [{ on: '2026-08-01', kind: 'demand_received' }] }],
    ['the debtor offers it', { plan: { instalments: 10, offered: true } }],
  ])('leave time for instalments where %s', async (_, change) => {
    expect(codesOf(await ask({ ...CARRIED, ...change }), 'plan')).not.toContain('limitation_near');
  });
});

describe('an offer of who answers', () => {
  const OFFERED = {
    amount: 1_500_000,
    overdue_days: 180,
    claim_kind: 'services',
    contact: 'responsive',
    distress: 'some',
  };
  const SUM = { settle: { offer: 900_000, in_days: 7 } };
  const PARTS = { plan: { instalments: 24, offered: true } };

  test.each<[rule: string, facts: object]>([
    ['of a sum', { ...OFFERED, ...SUM }],
    ['of a sum, in grave trouble', { ...OFFERED, ...SUM, distress: 'severe' }],
    ['of instalments', { ...OFFERED, ...PARTS }],
    [
      'of instalments of which nobody says who proposes them',
      { ...OFFERED, acknowledged: true, plan: { instalments: 24 } },
    ],
  ])('is replied to before a certified demand is sent: %s', async (_, facts) => {
    const report = await ask(facts);
    expect(codesOf(report, 'demand')).toContain('ask_first');
    expect(firstOf(report)).not.toBe('demand');
  });

  test.each<[rule: string, facts: object]>([
    ['there is none', { ...OFFERED }],
    ['it was its last word', { ...OFFERED, settle: { offer: 500_000, final: true } }],
    ['ours was refused', { ...OFFERED, ...SUM, settlement_refused: true }],
    ['it breaks promises', { ...OFFERED, ...SUM, broken_promises: 1 }],
    ['the instalments are ours', { ...OFFERED, plan: { instalments: 6, offered: false } }],
    ['it avoids us', { ...OFFERED, ...SUM, contact: 'evasive' }],
  ])('closes no demand where %s', async (_, facts) => {
    expect(codesOf(await ask(facts), 'demand')).not.toContain('ask_first');
  });
});

describe('what is told where it belongs', () => {
  const CUT = { amount: 220_000, overdue_days: 30, claim_kind: 'services', contact: 'responsive' };
  const partly = { dispute: 'partial', disputed_amount: 20_000 };
  const toldOf = (report: Report, code: string) => report.warnings.find((one) => one.code === code)?.text ?? '';

  test.each<[rule: string, facts: object, code: string, isTold: boolean]>([
    ['a freelancer whose fee is cut', { freelance_act: true, ...partly }, 'freelance_report', true],
    ['a freelancer who is only paid late', { freelance_act: true }, 'freelance_report', false],
    ['a subcontractor whose price is cut', { subcontract_act: true, ...partly }, 'subcontract_report', true],
    ['a subcontractor whose price is denied', { subcontract_act: true, dispute: 'full' }, 'subcontract_report', false],
  ])('a cut without a fault is a breach: %s', async (_, facts, code, isTold) => {
    const text = toldOf(await ask({ ...CUT, ...facts }), code);
    expect(text).not.toBe('');
    expect(/cut for which you are not to blame.*\(art\. 5\)/.test(text)).toBe(isTold);
  });

  const SUED = { amount: 1_000_000, overdue_days: 150, contact: 'responsive', acknowledged: true };
  const served = (kind: string) => ({ procedure: { kind, stage: 'served', stage_on: '2026-11-05' } });
  const ORDERED = /cannot come, ask the court to order them in place of a settlement \(.*art\. 275-2, 375\)/;

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['in a suit before the summary court', served('suit'), true],
    ['in a small claim', { ...served('small_claims'), amount: 500_000 }, true],
    ['in a suit before the district court', { ...served('suit'), amount: 3_000_000 }, false],
    ['where the claim is disputed', { ...served('suit'), dispute: 'partial' }, false],
    ['in an order for payment', served('payment_order'), false],
    ['in mediation', { procedure: { kind: 'mediation', stage: 'hearing' } }, false],
    ['where no court is asked', {}, false],
  ])('instalments may be ordered of who cannot come: %s', async (_, facts, isTold) => {
    const plan = { plan: { instalments: 10, offered: true }, options: 'plan' };
    expect(ORDERED.test(textOf(await ask({ ...SUED, ...facts, ...plan })))).toBe(isTold);
  });

  const ENDED = { amount: 900_000, due_date: '2021-09-30', contact: 'evasive', options: 'wait' };
  const PAID = { partial_paid: true, last_payment_on: '2024-03-31' };

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['of a known day', PAID, true],
    ['that is counted', { ...PAID, events: [{ on: '2024-03-31', kind: 'part_payment' }] }, false],
    ['of an unknown day', { partial_paid: true }, false],
    ['on something else', { last_payment_on: '2024-03-31' }, false],
    ['while the period still runs', { ...PAID, due_date: '2023-09-30' }, false],
  ])('nobody gives up for a limitation that a part payment may have ended: one %s', async (_, facts, isTold) => {
    const text = textOf(await ask({ ...ENDED, ...facts }));
    expect(/^Before you give up, find out .* payment of 2024-03-31/.test(text)).toBe(isTold);
  });

  const JUDGED = { ...SUED, acknowledged: undefined, contact: 'evasive', options: 'go_on' };
  const judged = { procedure: { kind: 'payment_order', stage: 'judged', stage_on: '2026-11-05' } };

  test.each<[rule: string, change: object, words: RegExp]>([
    ['that is hidden from, with something known', { assets: 'known' }, /attach what is known without a warning/],
    ['that is hidden from, with nothing known', {}, /ask for payment, and enforce it/],
    ['of who answers', { assets: 'known', contact: 'responsive' }, /ask for payment, and enforce it/],
  ])('a new title is used or spoken of: %s', async (_, change, words) => {
    expect(textOf(await ask({ ...JUDGED, ...judged, ...change }))).toMatch(words);
  });
});
