// Rules that a professional keeps where somebody asks in the middle of something: in a suit, after mediation, before or after an insolvency has
// opened, with a title in hand. Each is asked of the service as a caller asks, on both sides of the fact that decides it.

import { describe, expect, test } from 'vitest';
import { ordersFor } from '../src/options/court/title_means.ts';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';
import { situationOf } from './situations.ts';

const CLAIM = { amount: 1_500_000, overdue_days: 60 };

const optionOf = (report: Report, id: string) => report.options.find((option) => option.id === id)!;
const worthOf = (report: Report, id: string): number => Number(optionOf(report, id).net_value);
const barsOf = (report: Report, id: string) => (optionOf(report, id).bars ?? []).map(({ code }) => code);
const daysOf = (report: Report, wanted: string) =>
  report.recommendation.deadlines.filter(({ kind }) => kind === wanted).map(({ on }) => on);
const warned = (report: Report, code: string) => report.warnings.find((warning) => warning.code === code)?.text;
const said = (report: Report, what: 'reasons' | 'risks', code: string) =>
  report.recommendation[what].find((sentence) => sentence.code === code)?.text;
const stepOf = (report: Report, id: string) => report.recommendation.plan?.find(({ option }) => option === id)?.text;

describe('in a procedure that runs', () => {
  const answering = { ...CLAIM, acknowledged: true, contact: 'responsive', evidence: 'strong' };
  const suit = { kind: 'suit', stage: 'hearing', filed_on: '2026-07-10' };

  test('no deed is made of what the court puts on record for nothing', async () => {
    expect(barsOf(await ask({ ...answering, procedure: suit }), 'enforceable_deed')).toEqual(['procedure_running']);
    expect(barsOf(await ask(answering), 'enforceable_deed')).toEqual([]);
  });

  test('an order for payment on its way has no hearing, so a deed may still be signed', async () => {
    const order = { kind: 'payment_order', stage: 'served', stage_on: '2026-11-10' };
    expect(barsOf(await ask({ ...answering, procedure: order }), 'enforceable_deed')).toEqual([]);
    expect(barsOf(await ask({ ...answering, procedure: { ...order, stage: 'objected' } }), 'enforceable_deed')).toEqual(
      ['procedure_running'],
    );
  });

  test('what ends a dispute is put on record, too', async () => {
    const disputed = { ...CLAIM, dispute: 'partial', contact: 'responsive', options: 'resolve_dispute' };
    expect(stepOf(await ask({ ...disputed, procedure: suit }), 'resolve_dispute')).toContain(
      'Do not withdraw the suit',
    );
    expect(stepOf(await ask(disputed), 'resolve_dispute')).not.toContain('withdraw');
  });

  test.each([
    ['2026-11-06', /^Once the 14 days .* have passed/],
    ['2026-11-05', /ended on 2026-11-19.*at once/],
  ])(
    'what is done about an order served on %s turns on whether an objection is still in time',
    async (stage_on, text) => {
      const order = { kind: 'payment_order', stage: 'served', stage_on };
      const asked = { ...CLAIM, overdue_days: 150, procedure: order, as_of: '2026-11-20' };
      expect(stepOf(await ask(asked), 'go_on')).toMatch(text);
    },
  );

  test.each([
    ['filed', 'go_on'],
    ['served', 'go_on'],
    ['objected', 'wait'],
  ])('an order over 300,000 that is %s costs next to nothing to go on with until it is opposed', async (stage, id) => {
    const procedure = { kind: 'payment_order', stage, filed_on: '2026-10-15' };
    const evader = { amount: 300_000, overdue_days: 200, contact: 'evasive', as_of: '2026-12-01', procedure };
    expect((await ask(evader)).recommendation.option).toBe(id);
  });

  test.each([
    [300_000, 'drop'],
    [3_000_000, 'sue'],
  ])('an order over %i that is opposed: %s', async (amount, if_opposed) => {
    const evader = { ...CLAIM, amount, contact: 'evasive', broken_promises: 2, evidence: 'strong', assets: 'known' };
    for (const more of [{}, { procedure: { kind: 'payment_order', stage: 'filed', filed_on: '2026-11-15' } }]) {
      const id = 'procedure' in more ? 'go_on' : 'payment_order';
      const { terms, plan } = optionOf(await ask({ ...evader, ...more, options: id, include: 'plans' }), id);
      expect(terms).toMatchObject({ if_opposed });
      expect(/opposed, .* otherwise withdraw it/.test(plan![0]!.text), id).toBe(if_opposed === 'drop');
    }
  });

  test('a judgment that is disputed may be reversed, which is said before it is enforced', async () => {
    const judged = { ...CLAIM, procedure: { kind: 'suit', stage: 'judged', stage_on: '2026-11-10' } };
    expect(warned(await ask({ ...judged, dispute: 'full' }), 'go_on')).toContain('art. 260(2)');
    expect(warned(await ask(judged), 'go_on')).toBeUndefined();
  });
});

describe('what was settled in court', () => {
  const settled = { kind: 'suit', stage: 'settled', stage_on: '2026-08-20' };
  const kept = { ...CLAIM, acknowledged: true, contact: 'responsive', procedure: settled };

  test.each(['pursue', 'plan', 'settle', 'enforceable_deed'])('is paid by its terms: no %s of ours', async (id) => {
    expect(barsOf(await ask(kept), id)).toContain('settled_in_court');
    expect(barsOf(await ask({ ...kept, procedure: undefined }), id)).not.toContain('settled_in_court');
  });

  test('is gone on with, and other terms that the debtor asks for may be accepted', async () => {
    const { plan = [] } = (await ask(kept)).recommendation;
    expect(plan.filter(({ option }) => !['go_on', 'pause'].includes(option))).toEqual([]);
    expect(barsOf(await ask({ ...kept, plan: { instalments: 12, offered: true } }), 'plan')).toEqual([]);
  });

  test('has the period of a title from its own day, whenever the suit was brought', async () => {
    expect((await ask(kept)).claim.limitation.last_day).toBe('2036-08-20');
    const begun = { ...settled, filed_on: '2026-02-01' };
    expect((await ask({ ...kept, procedure: begun })).claim.limitation.last_day).toBe('2036-08-20');
    const hearing = { kind: 'suit', stage: 'hearing', stage_on: '2026-08-20' };
    expect((await ask({ ...kept, procedure: hearing })).claim.limitation.last_day < '2032').toBe(true);
  });
});

describe('mediation that has failed', () => {
  const mediated = (ended: object) => ({
    ...CLAIM,
    dispute: 'partial',
    contact: 'responsive',
    events: [{ on: '2026-08-10', kind: 'mediation', ...ended }],
  });

  test('is not asked for again, and the suit that counts from it has its day', async () => {
    const report = await ask(mediated({ ended_on: '2026-11-20' }));
    expect(barsOf(report, 'mediation')).toEqual(['mediation_failed']);
    expect(daysOf(report, 'suit_after_mediation')).toEqual(['2026-12-04']);
  });

  test.each([
    ['2026-11-07', ['2026-11-21']],
    ['2026-11-06', []],
  ])('after %s a suit may still count from its petition until %j', async (ended_on, days) => {
    expect(daysOf(await ask(mediated({ ended_on })), 'suit_after_mediation')).toEqual(days);
  });

  test('one that ended with a record, or none, closes nothing', async () => {
    expect(barsOf(await ask(mediated({ ended_on: '2026-11-20', with_title: true })), 'mediation')).not.toContain(
      'mediation_failed',
    );
    expect(barsOf(await ask({ ...CLAIM, dispute: 'partial', contact: 'responsive' }), 'mediation')).toEqual([]);
  });
});

describe('what a public body is not asked for', () => {
  const city = { ...CLAIM, debtor_type: 'public_body', contact: 'responsive', acknowledged: true };

  test.each(['plan', 'settle', 'settle_before_suit', 'enforceable_deed', 'mediation'])('%s', async (id) => {
    expect(barsOf(await ask(city), id)).toContain('public_body_pays');
    expect(barsOf(await ask({ ...city, debtor_type: 'corporation' }), id)).not.toContain('public_body_pays');
  });

  test('what is in dispute is another matter: it may be mediated', async () => {
    expect(barsOf(await ask({ ...city, acknowledged: false, dispute: 'partial' }), 'mediation')).toEqual([]);
  });
});

describe('a dispute about all there is', () => {
  const partly = { ...CLAIM, dispute: 'partial', contact: 'responsive' };

  test('is one in full, whatever it is called, so instalments and a discount come after talks', async () => {
    const report = await ask({ ...partly, disputed_amount: CLAIM.amount });
    for (const id of ['plan', 'settle']) expect(barsOf(report, id)).toContain('disputed_in_full');
  });

  test('a yen that is not disputed makes it one in part', async () => {
    const report = await ask({ ...partly, disputed_amount: CLAIM.amount - 1 });
    expect(barsOf(report, 'settle')).toEqual([]);
    expect(barsOf(report, 'plan')).toEqual(['disputed_in_part']);
  });
});

describe('before proceedings open', () => {
  const notified = { ...CLAIM, insolvency: 'counsel_notice', contact: 'responsive' };
  const set = (payable_arose_on: string, state = 'counsel_notice') => ({
    ...CLAIM,
    insolvency: state,
    offset: { payable: 1_000_000, payable_arose_on, crisis_known_on: '2026-11-10' },
  });

  test('a set-off against a debt that arose after the crisis was known is worth what may be left of it', async () => {
    const late = await ask(set('2026-11-11'));
    const early = await ask(set('2026-11-10'));
    expect(worthOf(late, 'offset')).toBeLessThan(0.6 * worthOf(early, 'offset'));
    expect(said(late, 'reasons', 'offset_suits')).toContain('if no proceedings open');
    expect(said(early, 'reasons', 'offset_suits')).toContain('is certain');
    // On the day itself nobody knows which came first.
    expect(said(early, 'risks', 'offset')).toContain('incurred after the crisis became known');
    expect(said(await ask(set('2026-11-09')), 'risks', 'offset')).toContain('arose before the crisis was known');
  });

  test('after a petition next to nothing is left of it, after a dishonoured bill more', async () => {
    const petition = worthOf(await ask(set('2026-11-11', 'petition')), 'offset');
    const dishonoured = worthOf(await ask(set('2026-11-11', 'dishonoured')), 'offset');
    expect(petition).toBeLessThan(dishonoured);
  });

  test('counsel pays nobody off alone; what counsel offers may be taken', async () => {
    expect(barsOf(await ask(notified), 'settle')).toEqual(['opening_likely']);
    expect(barsOf(await ask({ ...notified, insolvency: 'payment_suspended' }), 'settle')).toEqual([]);
    expect(barsOf(await ask({ ...notified, settle: { offer: 300_000 } }), 'settle')).toEqual([]);
  });

  test('a claim that is not due yet is asked about the clause that would make it so', async () => {
    const early = { amount: 1_500_000, overdue_days: -18, options: 'pursue' };
    expect(stepOf(await ask({ ...early, insolvency: 'counsel_notice' }), 'pursue')).toContain('acceleration clause');
    expect(stepOf(await ask(early), 'pursue')).not.toContain('acceleration');
  });

  test('who is in grave trouble may have to be given back what it pays, and the figures do not count it', async () => {
    const offered = { ...CLAIM, contact: 'responsive', settle: { offer: 900_000 }, options: 'settle' };
    expect(said(await ask({ ...offered, distress: 'severe' }), 'risks', 'preference')).toContain('not in the figures');
    expect(said(await ask({ ...offered, distress: 'some' }), 'risks', 'preference')).toBeUndefined();
  });
});

describe('once proceedings are open', () => {
  const opened = (insolvency: string) => ask({ ...CLAIM, insolvency, claims_deadline: '2026-12-20' });

  test.each([
    ['rehabilitation', 'art. 85(2), (4), (5)', 'expected payment'],
    ['reorganisation', 'art. 47(2), (4), (5)', 'expected payment'],
    ['bankruptcy', 'art. 73', 'expected dividend'],
  ])('in %s a supplier hears what it may ask for, and what it will receive', async (insolvency, article, receives) => {
    const report = await opened(insolvency);
    expect(warned(report, 'in_proceedings')).toContain(article);
    expect(stepOf(report, 'prove_claim')).toContain(receives);
  });

  test('in special liquidation a claim is declared, not proved', async () => {
    expect(stepOf(await opened('special_liquidation'), 'prove_claim')).toContain('a declaration of the claim');
    expect(stepOf(await opened('rehabilitation'), 'prove_claim')).toContain('a proof of claim');
  });

  test('before they open nothing is said of what they bring', async () => {
    expect(warned(await ask({ ...CLAIM, insolvency: 'petition' }), 'in_proceedings')).toBeUndefined();
    expect(warned(await opened('liquidation'), 'in_proceedings')).toBeUndefined();
  });
});

describe('with a title', () => {
  const titled = {
    amount: 380_000,
    overdue_days: 260,
    title: 'payment_order',
    title_on: '2026-05-15',
    contact: 'evasive',
    assets: 'known',
    debtor_type: 'consumer',
  };

  test.each([
    ['avoids us', {}, false],
    ['avoids us, and it is not known what to attach', { assets: 'unknown' }, false],
    ['is not said to answer', { contact: undefined }, false],
    ['answers', { contact: 'responsive' }, true],
    ['avoids us, and an attachment took nothing', { failed_attachments: 1 }, true],
  ])('to chase for half a year first is open by whether the debtor answers: it %s', (_, facts, open) => {
    expect(ordersFor(situationOf({ ...titled, ...facts })).includes('chase_first')).toBe(open);
  });

  test('an agreement on instalments leaves it in hand, and its signature is no longer what counts', async () => {
    const talks = { ...titled, contact: 'responsive', cause: 'short_of_cash', options: 'plan' };
    expect(said(await ask(talks), 'reasons', 'plan_suits')).toContain('title can still be used');
    expect(said(await ask({ ...talks, title: 'none', title_on: undefined }), 'reasons', 'plan_suits')).toContain(
      'renews the limitation period',
    );
  });

  test('what the debtor offers itself needs a yes', async () => {
    const offered = { ...CLAIM, contact: 'responsive', plan: { instalments: 6, offered: true }, options: 'plan' };
    expect(said(await ask(offered), 'reasons', 'plan_suits')).toContain('saying yes is enough');
    expect(
      said(await ask({ ...CLAIM, contact: 'responsive', options: 'plan' }), 'reasons', 'plan_suits'),
    ).not.toContain('saying yes');
  });
});

test('a lawyer writes to a debtor abroad by a mail that goes there', async () => {
  const abroad = { ...CLAIM, demand_sent: true, options: 'lawyer_letter' };
  expect(stepOf(await ask({ ...abroad, debtor_country: 'KR' }), 'lawyer_letter')).toContain('tracked registered mail');
  expect(stepOf(await ask(abroad), 'lawyer_letter')).toContain('content-certified');
});
