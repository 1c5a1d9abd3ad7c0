// The gates of the law: each bars the option it should, under its article, and the change that it names opens it.

import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import type { Report } from '../src/report/answer.ts';

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

interface Gate {
  readonly rule: string;
  readonly option: string;
  readonly code: string;
  readonly citation: RegExp | null;
  readonly barred: object;
  /** The change that the bar names, under which it is gone. */
  readonly opened: object;
}

const CLAIM = { amount: 1_250_000, overdue_days: 82 };
const OWED = { offset: { payable: 400_000 } };

const GATES: readonly Gate[] = [
  {
    rule: 'G1 a claim past its limitation period cannot be sued for, until it is acknowledged',
    option: 'payment_order',
    code: 'limitation_expired',
    citation: /民法145条/,
    barred: { amount: 2_200_000, due_date: '2020-06-30', contract_date: '2020-06-01' },
    opened: {
      amount: 2_200_000,
      due_date: '2020-06-30',
      contract_date: '2020-06-01',
      events: [{ on: '2024-06-10', kind: 'acknowledgment' }],
    },
  },
  {
    rule: 'G1 a time-barred claim is set off only if both debts were due before the period ended',
    option: 'offset',
    code: 'limitation_expired',
    citation: /民法508条/,
    barred: {
      amount: 2_200_000,
      due_date: '2020-06-30',
      contract_date: '2020-06-01',
      offset: { payable: 400_000, payable_due_date: '2026-03-31' },
    },
    opened: {
      amount: 2_200_000,
      due_date: '2020-06-30',
      contract_date: '2020-06-01',
      offset: { payable: 400_000, payable_due_date: '2025-03-31' },
    },
  },
  ...(['demand', 'pursue', 'plan', 'settle', 'payment_order', 'suit'] as const).map((option) => ({
    rule: `G3 bankruptcy stays ${option}`,
    option,
    code: 'stayed_by_insolvency',
    citation: /破産法42条・100条/,
    barred: { ...CLAIM, insolvency: 'bankruptcy' },
    opened: { ...CLAIM, insolvency: 'none' },
  })),
  {
    rule: 'G3 civil rehabilitation stays a suit',
    option: 'suit',
    code: 'stayed_by_insolvency',
    citation: /再生法/,
    barred: { ...CLAIM, insolvency: 'rehabilitation' },
    opened: CLAIM,
  },
  {
    rule: 'G3 corporate reorganisation stays a suit',
    option: 'suit',
    code: 'stayed_by_insolvency',
    citation: /更生法/,
    barred: { ...CLAIM, insolvency: 'reorganisation' },
    opened: CLAIM,
  },
  {
    rule: 'G3 special liquidation stays enforcement',
    option: 'enforce',
    code: 'stayed_by_insolvency',
    citation: /会社法515条/,
    barred: { ...CLAIM, title: 'judgment', insolvency: 'special_liquidation' },
    opened: { ...CLAIM, title: 'judgment' },
  },
  {
    rule: 'G3 a claim is proved only in open proceedings',
    option: 'prove_claim',
    code: 'no_proceedings',
    citation: /破産法111条/,
    barred: CLAIM,
    opened: { ...CLAIM, insolvency: 'bankruptcy' },
  },
  {
    rule: 'G3 a claim is proved by the day set',
    option: 'prove_claim',
    code: 'claims_deadline_passed',
    citation: /再生法/,
    barred: { ...CLAIM, insolvency: 'rehabilitation', claims_deadline: '2026-11-20' },
    opened: { ...CLAIM, insolvency: 'rehabilitation', claims_deadline: AS_OF },
  },
  {
    rule: 'G4 a ban in the contract excludes set-off',
    option: 'offset',
    code: 'set_off_ban',
    citation: /民法505条2項/,
    barred: { ...CLAIM, ...OWED, setoff_ban: true },
    opened: { ...CLAIM, ...OWED, setoff_ban: false },
  },
  {
    rule: 'G4 wages are not set off',
    option: 'offset',
    code: 'payable_excluded',
    citation: /民法509条・510条/,
    barred: { ...CLAIM, offset: { payable: 400_000, payable_kind: 'wages' } },
    opened: { ...CLAIM, offset: { payable: 400_000, payable_kind: 'trade' } },
  },
  {
    rule: 'G4 a claim not yet due is not set off outside insolvency',
    option: 'offset',
    code: 'not_due',
    citation: null,
    barred: { amount: 1_250_000, overdue_days: -10, ...OWED },
    opened: { amount: 1_250_000, overdue_days: 0, ...OWED },
  },
  {
    rule: 'G5 a debt attached before the cause of our claim is not set off',
    option: 'offset',
    code: 'payable_attached',
    citation: /民法511条/,
    barred: { ...CLAIM, contract_date: '2026-06-15', offset: { payable: 400_000, payable_attached_on: '2026-06-15' } },
    opened: { ...CLAIM, contract_date: '2026-06-15', offset: { payable: 400_000, payable_attached_on: '2026-06-16' } },
  },
  {
    rule: 'G5 a debt assigned before the cause of our claim is not set off',
    option: 'offset',
    code: 'payable_assigned',
    citation: /民法469条/,
    barred: { ...CLAIM, contract_date: '2026-06-15', offset: { payable: 400_000, payable_assigned_on: '2026-06-15' } },
    opened: { ...CLAIM, contract_date: '2026-06-15', offset: { payable: 400_000, payable_assigned_on: '2026-06-16' } },
  },
  {
    rule: 'G6 a debt incurred after we knew of the crisis is not set off',
    option: 'offset',
    code: 'incurred_in_crisis',
    citation: /破産法71条・72条/,
    barred: {
      ...CLAIM,
      insolvency: 'bankruptcy',
      offset: { payable: 400_000, payable_arose_on: '2026-11-02', crisis_known_on: '2026-11-01' },
    },
    opened: {
      ...CLAIM,
      insolvency: 'bankruptcy',
      offset: { payable: 400_000, payable_arose_on: '2026-11-01', crisis_known_on: '2026-11-01' },
    },
  },
  {
    rule: 'G6 set-off in rehabilitation is declared within the time for filing claims',
    option: 'offset',
    code: 'set_off_too_late',
    citation: /再生法/,
    barred: { ...CLAIM, ...OWED, insolvency: 'rehabilitation', claims_deadline: '2026-11-20' },
    opened: { ...CLAIM, ...OWED, insolvency: 'rehabilitation', claims_deadline: AS_OF },
  },
  {
    rule: 'G7 materials supplied to a subcontractor are not set off before its fee is due',
    option: 'offset',
    code: 'materials_early',
    citation: /5条2項1号/,
    barred: { ...CLAIM, offset: { payable: 400_000, payable_due_date: '2026-11-22', materials_supplied: true } },
    opened: { ...CLAIM, offset: { payable: 400_000, payable_due_date: AS_OF, materials_supplied: true } },
  },
  {
    rule: 'G8 an ordinary trade receivable is no claim that a servicer may buy',
    option: 'sell',
    code: 'not_a_servicer_claim',
    citation: /2条1項/,
    barred: { ...CLAIM, claim_kind: 'goods' },
    opened: { ...CLAIM, claim_kind: 'lease' },
  },
  {
    rule: 'G8 the insolvency of the debtor does not open the sale to a servicer',
    option: 'sell',
    code: 'not_a_servicer_claim',
    citation: /2条1項/,
    barred: { ...CLAIM, claim_kind: 'goods', insolvency: 'bankruptcy' },
    opened: { ...CLAIM, claim_kind: 'goods', insolvency: 'bankruptcy', sell: { buyer: 'lawful_buyer' } },
  },
  {
    rule: 'G9 nobody may buy claims to enforce them as a business without a licence',
    option: 'sell',
    code: 'unlicensed_buyer',
    citation: /弁護士法.*73条/,
    barred: { ...CLAIM, claim_kind: 'goods', sell: { buyer: 'unlicensed' } },
    opened: { ...CLAIM, claim_kind: 'goods', sell: { buyer: 'lawful_buyer' } },
  },
  {
    rule: 'G10 factors do not buy an overdue invoice',
    option: 'factor',
    code: 'overdue',
    citation: /ファクタリング市場の慣行/,
    barred: { amount: 1_250_000, overdue_days: 0 },
    opened: { amount: 1_250_000, overdue_days: -1 },
  },
  {
    rule: 'G10 factors do not buy a disputed invoice',
    option: 'factor',
    code: 'disputed',
    citation: /ファクタリング市場の慣行/,
    barred: { amount: 1_250_000, overdue_days: -30, dispute: 'partial' },
    opened: { amount: 1_250_000, overdue_days: -30, dispute: 'none' },
  },
  {
    rule: 'G10 factors do not buy a claim against a consumer',
    option: 'factor',
    code: 'individual_debtor',
    citation: /ファクタリング市場の慣行/,
    barred: { amount: 1_250_000, overdue_days: -30, debtor_type: 'consumer' },
    opened: { amount: 1_250_000, overdue_days: -30, debtor_type: 'corporation' },
  },
  {
    rule: 'G14 small claims end at 600,000 yen',
    option: 'small_claims',
    code: 'over_small_claims_limit',
    citation: /民事訴訟法368条/,
    barred: { amount: 600_001, overdue_days: 82 },
    opened: { amount: 600_000, overdue_days: 82 },
  },
  {
    rule: 'G14 ten small claims a year in one court',
    option: 'small_claims',
    code: 'small_claims_count',
    citation: /223条/,
    barred: { amount: 280_000, overdue_days: 82, small_claims: { filed_this_year: 10 } },
    opened: { amount: 280_000, overdue_days: 82, small_claims: { filed_this_year: 9 } },
  },
  {
    rule: 'G15 no payment order by public notice',
    option: 'payment_order',
    code: 'no_service_address',
    citation: /民事訴訟法382条/,
    barred: { ...CLAIM, address_known: false },
    opened: { ...CLAIM, address_known: true },
  },
  {
    rule: 'G19 enforcement needs a title',
    option: 'enforce',
    code: 'no_title',
    citation: /民事執行法22条/,
    barred: CLAIM,
    opened: { ...CLAIM, title: 'notarial_deed' },
  },
  {
    rule: 'G19 a title in hand makes another suit pointless',
    option: 'suit',
    code: 'title_in_hand',
    citation: /民事執行法22条/,
    barred: { ...CLAIM, title: 'judgment' },
    opened: { ...CLAIM, title: 'none' },
  },
  {
    rule: 'G23 goods are not taken back without the consent of the holder',
    option: 'return_goods',
    code: 'no_consent',
    citation: /./,
    barred: { ...CLAIM, claim_kind: 'goods', return_goods: { value: 200_000, consent: false } },
    opened: { ...CLAIM, claim_kind: 'goods', return_goods: { value: 200_000, consent: true } },
  },
  {
    rule: 'G25 a loss is not booked before a year has passed',
    option: 'write_off',
    code: 'loss_not_yet_deductible',
    citation: /9-6-3/,
    barred: { amount: 1_250_000, overdue_days: 365 },
    opened: { amount: 1_250_000, overdue_days: 366 },
  },
  {
    rule: 'an invoice that never arrived is sent again before anything is demanded',
    option: 'demand',
    code: 'ask_first',
    citation: null,
    barred: { ...CLAIM, contact: 'responsive', cause: 'invoice_not_received' },
    opened: { ...CLAIM, contact: 'responsive', cause: 'invoice_not_received', broken_promises: 1 },
  },
  {
    rule: 'a limitation period that is near is not waited out by asking',
    option: 'demand',
    code: 'ask_first',
    citation: null,
    barred: { amount: 1_250_000, due_date: '2022-12-31', cause: 'forgotten' },
    opened: { amount: 1_250_000, due_date: '2021-12-31', cause: 'forgotten' },
  },
  {
    rule: 'a public body that is hardly past due is asked before it is sent a certified letter',
    option: 'demand',
    code: 'ask_first',
    citation: null,
    barred: { ...CLAIM, overdue_days: 30, contact: 'responsive', debtor_type: 'public_body' },
    opened: { ...CLAIM, overdue_days: 31, contact: 'responsive', debtor_type: 'public_body' },
  },
  {
    rule: 'a public body is offered no discount, and may offer a sum itself',
    option: 'settle',
    code: 'public_body_pays',
    citation: null,
    barred: { ...CLAIM, debtor_type: 'public_body' },
    opened: { ...CLAIM, debtor_type: 'public_body', settle: { offer: 1_200_000 } },
  },
  {
    rule: 'a debtor who ignores a title and avoids us is not offered instalments until an attachment took nothing',
    option: 'plan',
    code: 'attach_first',
    citation: /民事執行法22条/,
    barred: { ...CLAIM, contact: 'evasive', title: 'judgment', title_on: '2026-10-20' },
    opened: { ...CLAIM, contact: 'evasive', title: 'judgment', title_on: '2026-10-20', failed_attachments: 1 },
  },
  {
    rule: 'a title of which the debtor may not have heard yet closes no offer',
    option: 'settle',
    code: 'attach_first',
    citation: /民事執行法22条/,
    barred: { ...CLAIM, contact: 'evasive', title: 'judgment', title_on: '2026-10-20' },
    opened: { ...CLAIM, contact: 'evasive', title: 'judgment', title_on: '2026-10-22' },
  },
  {
    rule: 'nobody is offered instalments who cannot be reached; who only evades us is',
    option: 'plan',
    code: 'nobody_to_answer',
    citation: null,
    barred: { ...CLAIM, contact: 'unreachable' },
    opened: { ...CLAIM, contact: 'evasive' },
  },
  {
    rule: 'who cannot be reached is offered no discount, and may have offered a sum itself',
    option: 'settle',
    code: 'nobody_to_answer',
    citation: null,
    barred: { ...CLAIM, contact: 'unreachable' },
    opened: { ...CLAIM, contact: 'unreachable', settle: { offer: 1_200_000 } },
  },
  {
    rule: 'who answers that it is short of cash is talked to before it is sent a certified letter; who avoids us is not',
    option: 'demand',
    code: 'ask_first',
    citation: null,
    barred: { ...CLAIM, contact: 'responsive', cause: 'short_of_cash' },
    opened: { ...CLAIM, contact: 'evasive', cause: 'short_of_cash' },
  },
  {
    rule: 'who broke a promise is sent the letter, short of cash or not',
    option: 'demand',
    code: 'ask_first',
    citation: null,
    barred: { ...CLAIM, contact: 'responsive', cause: 'short_of_cash' },
    opened: { ...CLAIM, contact: 'responsive', cause: 'short_of_cash', broken_promises: 1 },
  },
  {
    rule: 'who has refused instalments has been talked to',
    option: 'demand',
    code: 'ask_first',
    citation: null,
    barred: { ...CLAIM, contact: 'responsive', cause: 'short_of_cash' },
    opened: { ...CLAIM, contact: 'responsive', cause: 'short_of_cash', plan_refused: true },
  },
  {
    rule: 'no month is let go by within 180 days of the end of the limitation period',
    option: 'pause',
    code: 'limitation_near',
    citation: /民法150条/,
    barred: { amount: 1_250_000, due_date: '2022-05-20' },
    opened: { amount: 1_250_000, due_date: '2022-05-21' },
  },
  {
    rule: 'a month goes by while a suit runs that keeps the period from ending',
    option: 'pause',
    code: 'limitation_near',
    citation: null,
    barred: { amount: 1_250_000, due_date: '2021-12-31' },
    opened: { amount: 1_250_000, due_date: '2021-12-31', procedure: { kind: 'suit', filed_on: '2026-10-01' } },
  },
  {
    rule: 'nothing is in a hurry once the limitation period has ended',
    option: 'pause',
    code: 'limitation_near',
    citation: null,
    barred: { amount: 1_250_000, due_date: '2021-11-21' },
    opened: { amount: 1_250_000, due_date: '2021-11-20' },
  },
  {
    rule: 'who has not been asked in the ordinary way is sent no certified letter within a month of the due date',
    option: 'demand',
    code: 'ask_first',
    citation: null,
    barred: { ...CLAIM, overdue_days: 30, contact: 'responsive', payment_history: 'good' },
    opened: { ...CLAIM, overdue_days: 31, contact: 'responsive', payment_history: 'good' },
  },
  {
    rule: 'who avoids us, pays badly or is in grave distress is sent it at once',
    option: 'demand',
    code: 'ask_first',
    citation: null,
    barred: { ...CLAIM, overdue_days: 5 },
    opened: { ...CLAIM, overdue_days: 5, payment_history: 'bad' },
  },
  {
    rule: 'nobody who has hardly been asked is offered instalments, unless it is known to be short of cash',
    option: 'plan',
    code: 'ask_first',
    citation: null,
    barred: { ...CLAIM, overdue_days: 30, contact: 'responsive' },
    opened: { ...CLAIM, overdue_days: 30, contact: 'responsive', cause: 'short_of_cash' },
  },
  {
    rule: 'nor a discount, until the month is over',
    option: 'settle',
    code: 'ask_first',
    citation: null,
    barred: { ...CLAIM, overdue_days: 30 },
    opened: { ...CLAIM, overdue_days: 31 },
  },
  {
    rule: 'where the invoice was wrong nothing is offered, unless the debtor disputes it or asks itself',
    option: 'settle',
    code: 'ask_first',
    citation: null,
    barred: { ...CLAIM, cause: 'invoice_wrong' },
    opened: { ...CLAIM, cause: 'invoice_wrong', dispute: 'partial' },
  },
  {
    rule: 'a deed is signed by one who answers, not by one who avoids us, whatever it acknowledged before',
    option: 'enforceable_deed',
    code: 'nobody_to_sign',
    citation: /22条5号/,
    barred: { ...CLAIM, acknowledged: true, contact: 'evasive' },
    opened: { ...CLAIM, acknowledged: true, contact: 'evasive', enforceable_deed: { agreed: true } },
  },
  {
    rule: 'mediation is open to one who refused instalments, and not to one who refused a discount, too',
    option: 'mediation',
    code: 'nobody_to_talk_to',
    citation: /民事調停法16条/,
    barred: { ...CLAIM, contact: 'responsive', plan_refused: true, settlement_refused: true },
    opened: { ...CLAIM, contact: 'responsive', plan_refused: true },
  },
  {
    rule: 'a leased object is taken back as goods are, a service is not',
    option: 'return_goods',
    code: 'no_goods',
    citation: /民法304条/,
    barred: { ...CLAIM, claim_kind: 'services', return_goods: { value: 300_000, consent: true } },
    opened: { ...CLAIM, claim_kind: 'lease', return_goods: { value: 300_000, consent: true } },
  },
  {
    rule: 'instalments are not put on the record of a court with one whose insolvency is near',
    option: 'settle_before_suit',
    code: 'opening_likely',
    citation: /破産法162条/,
    barred: { ...CLAIM, contact: 'responsive', insolvency: 'dishonoured' },
    opened: { ...CLAIM, contact: 'responsive' },
  },
  {
    rule: 'a deed over instalments does not fit one whose insolvency is near; one that was promised is a title',
    option: 'enforceable_deed',
    code: 'opening_likely',
    citation: /破産法162条/,
    barred: { ...CLAIM, acknowledged: true, insolvency: 'payment_suspended' },
    opened: {
      ...CLAIM,
      acknowledged: true,
      insolvency: 'payment_suspended',
      enforceable_deed: { agreed: true },
    },
  },
  {
    rule: 'a claim in a suit is not sued for again, whether the debtor had acknowledged it or not',
    option: 'payment_order',
    code: 'procedure_running',
    citation: /142条/,
    barred: { ...CLAIM, acknowledged: true, procedure: { kind: 'suit', stage: 'hearing' } },
    opened: { ...CLAIM, acknowledged: true },
  },
];

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
      ['invoice_not_received', '請求書を送り直して'],
      ['forgotten', '支払が漏れていることを伝え'],
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
      amount: 280_000,
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
