// The gates of the law: each bars the option it should, under its article, and the change that it names opens it.

import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import type { Report } from '../src/report/answer.ts';
import { GATES } from './cases/gates.ts';

const AS_OF = '2026-11-21';
const app = createApp();

async function evaluate(body: object): Promise<Report> {
  const response = await app.request('/v1/evaluate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as_of: AS_OF, lang: 'ja', ...body }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Report;
}

const optionOf = (report: Report, id: string) => report.options.find((option) => option.id === id)!;

const CLAIM = { amount: 1_250_000, overdue_days: 82 };

describe('gates', () => {
  test.each(GATES)('$rule', async ({ option, code, citation, barred, opened }) => {
    const closed = optionOf(await evaluate(barred), option);
    expect(closed.status).toBe('barred');
    const bar = closed.bars.find((one) => one.code === code);
    expect(bar, code).toBeDefined();
    if (citation) expect(bar!.citation).toMatch(citation);
    expect(bar!.opens_if.length).toBeGreaterThan(0);
    expect(Object.keys(bar!.inputs).length).toBeGreaterThan(0);
    const open = optionOf(await evaluate(opened), option);
    expect(open.bars.map((one) => one.code)).not.toContain(code);
  });

  test.each(['known', 'partly', 'unknown'])(
    'a title that was ignored is enforced within a month, %s assets',
    async (assets) => {
      for (const amount of [1_500_000, 10_000_000])
        for (const title_on of ['2024-10-01', '2026-03-01']) {
          const asked = { amount, overdue_days: 900, contact: 'evasive', title: 'judgment', title_on, assets };
          const { recommendation } = await evaluate({ ...asked, include: 'plan' });
          const enforced = recommendation.plan!.find(({ option }) => option === 'enforce');
          expect(enforced?.from, JSON.stringify(asked)).toMatch(/^2026-1[12]/);
        }
    },
  );

  test('an invoice that was wrong is corrected first, one that was forgotten is asked for', async () => {
    for (const [cause, words] of [
      ['invoice_wrong', '誤りを直した請求書'],
      ['invoice_not_received', '請求書を送り直し'],
      ['forgotten', '請求書を送り直し'],
    ]) {
      const asked = { amount: 900_000, overdue_days: 20, contact: 'responsive', cause, include: 'plan' };
      const [first, second] = (await evaluate(asked)).recommendation.plan!;
      expect(first!.option).toBe('pursue');
      expect(first!.text).toContain(words);
      expect(second!.from).toBe('2026-12-21');
    }
  });

  test('where a part is disputed the letter asks for the rest at once, and for the whole', async () => {
    const asked = { amount: 8_000_000, overdue_days: 75, dispute: 'partial', evidence: 'strong', contact: 'evasive' };
    const text = async (told: object) =>
      (await evaluate({ ...asked, ...told, include: 'plan' })).recommendation.plan!.find(
        ({ option }) => option === 'demand',
      )!.text;
    expect(await text({ disputed_amount: 3_000_000 })).toContain('争いのない5,000,000円は先に払うよう');
    expect(await text({})).toContain('争いのない部分は先に払うよう');
    expect(await text({ disputed_amount: 8_000_000 })).not.toContain('争いのない');
    expect(await text({ dispute: 'none' })).not.toContain('争いのない');
  });

  test('G2 a claim about to lapse says so, with its day, and what postpones it', async () => {
    const { claim, recommendation } = await evaluate({ amount: 2_200_000, due_date: '2021-12-31' });
    expect(claim.limitation).toMatchObject({ status: 'due_soon', last_day: '2026-12-31', days_left: 40 });
    expect(recommendation.deadlines[0]).toMatchObject({ kind: 'limitation', on: '2026-12-31' });
    expect(recommendation.risks.map(({ code }) => code)).toContain('limitation_due_soon');
  });

  test('G3 proceedings leave the proof of claim with its deadline', async () => {
    const { recommendation } = await evaluate({ ...CLAIM, insolvency: 'bankruptcy', claims_deadline: '2026-12-20' });
    expect(recommendation.option).toBe('prove_claim');
    expect(recommendation.deadlines).toContainEqual(
      expect.objectContaining({ kind: 'proof_of_claim', on: '2026-12-20', citation: expect.stringContaining('111条') }),
    );
  });

  test('G6 rehabilitation shows the last day for set-off even before we say what we owe', async () => {
    const { recommendation } = await evaluate({
      ...CLAIM,
      insolvency: 'rehabilitation',
      claims_deadline: '2026-12-20',
    });
    expect(recommendation.deadlines.map(({ kind }) => kind)).toContain('set_off');
  });

  test('G11 recourse factoring is shown as a loan with its yearly cost', async () => {
    const { recommendation } = await evaluate({
      amount: 4_000_000,
      overdue_days: -46,
      contact: 'responsive',
      payment_history: 'good',
      cash_needed_by: '2026-12-01',
      bridge_rate: '80%',
      factor: { kind: 'three_party', fee_rate: '2.5%', recourse: true },
    });
    expect(recommendation.option).toBe('factor');
    expect(recommendation.risks.map(({ text }) => text).join()).toMatch(/実質的に借入れ.*年率 [\d.]+%/);
  });

  test('G12 a ban on assignment is said with its article', async () => {
    const { warnings } = await evaluate({ ...CLAIM, assignment_ban: true });
    expect(warnings.find(({ code }) => code === 'assignment_ban')?.text).toMatch(/民法466条/);
  });

  test('G21 what a debtor in crisis hands over is counted with a haircut, and the reason is given', async () => {
    const sound = await evaluate({ ...CLAIM, distress: 'severe' });
    const crisis = await evaluate({ ...CLAIM, insolvency: 'payment_suspended' });
    expect(Number(optionOf(crisis, 'pursue').net_value)).toBeLessThan(Number(optionOf(sound, 'pursue').net_value));
    expect(crisis.recommendation.risks.find(({ code }) => code === 'preference')?.text).toMatch(/30%.*破産法162条/);
  });

  test('G22 known assets at risk bring up the provisional attachment, with its security', async () => {
    const { warnings } = await evaluate({ ...CLAIM, assets: 'known', contact: 'evasive' });
    expect(warnings.find(({ code }) => code === 'consider_provisional_attachment')?.text).toMatch(/20–30%/);
  });

  test('G24 an individual debtor brings the rules of conduct', async () => {
    const { warnings } = await evaluate({ ...CLAIM, debtor_type: 'consumer' });
    expect(warnings.map(({ code }) => code)).toContain('conduct');
  });

  test('a value whose source nobody has read is named in the answer that uses it, and in no other', async () => {
    const { warnings } = await evaluate(CLAIM);
    expect(warnings.find(({ code }) => code === 'unverified_value')?.text).toMatch(/予納郵券.*［未確認］/);
    const stayed = await evaluate({ ...CLAIM, insolvency: 'bankruptcy' });
    expect(stayed.warnings.map(({ code }) => code)).not.toContain('unverified_value');
  });

  test('G26 a price that the State owes lapses under the Civil Code, once it is invoked', async () => {
    const { warnings } = await evaluate({ ...CLAIM, debtor_type: 'public_body' });
    expect(warnings.find(({ code }) => code === 'public_debtor')?.text).toMatch(/民法によります.*会計法/);
  });

  test('a payment order in the plan brings the window for provisional enforcement', async () => {
    const { recommendation } = await evaluate({
      amount: 800_000,
      overdue_days: 122,
      contact: 'evasive',
      broken_promises: 2,
      tdb_score: 52,
      assets: 'known',
      evidence: 'strong',
      demand_sent: true,
      small_claims: { filed_this_year: 10 },
      options: 'payment_order',
    });
    expect(recommendation.option).toBe('payment_order');
    expect(recommendation.deadlines).toContainEqual(
      expect.objectContaining({ kind: 'provisional_execution', on: '2027-01-28' }),
    );
  });

  test('a loss to be booked this year has the last day of the year as its deadline', async () => {
    const { recommendation } = await evaluate({
      amount: 90_000,
      overdue_days: 426,
      contact: 'unreachable',
      payment_history: 'bad',
      tax_rate: '34%',
      fiscal_year_end: '2027-03-31',
    });
    expect(recommendation.deadlines).toContainEqual(
      expect.objectContaining({ kind: 'write_off', on: '2027-03-31', citation: expect.stringContaining('9-6-3') }),
    );
  });
});
