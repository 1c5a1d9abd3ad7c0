// Prepared talks: the floor is the break-even of a lump sum and turns the recommendation on both of its sides, questions come in the order
// of their worth, and an offer below the floor is refused in words.
import { describe, expect, test } from 'vitest';
import { answerSchema, type Report } from '../src/report/answer.ts';
import { ask, post } from './asking.ts';
import { scenario as judged } from './judging.ts';

type Negotiation = NonNullable<Report['negotiation']>;

const prepared = async (request: object, more = ''): Promise<{ report: Report; talks: Negotiation }> => {
  const report = await ask({ ...request, include: `negotiation${more}` });
  expect(report.negotiation).toBeDefined();
  return { report, talks: report.negotiation! };
};
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const netOf = (report: Report, id: string) => Number(report.options.find((option) => option.id === id)?.net_value);
const aheadAt = async (request: object, offer: number): Promise<number> => {
  const report = await ask({ ...request, settle: { ...(request as { settle?: object }).settle, offer, final: true } });
  const others = report.options.filter(({ id, net_value }) => id !== 'settle' && net_value !== undefined);
  return netOf(report, 'settle') - Math.max(...others.map(({ net_value }) => Number(net_value)));
};

/**
 * A scenario by the beginning of its name. The evaders of S2 and S12 have broken one promise here, and nobody knows what to attach: with two, or where
 * that is known, they are offered nothing, and there are no talks.
 */
const scenario = (name: string) =>
  name.startsWith('S2:') || name.startsWith('S12')
    ? { ...judged(name), broken_promises: 1, assets: 'unknown' }
    : judged(name);

const FOUND = ['S2:', 'S8:', 'S11:'] as const;

describe('the floor', () => {
  test.each(FOUND)(
    'is the break-even of a lump sum, and the switch when asked again on both sides: %s',
    async (name) => {
      const { report, talks } = await prepared(scenario(name), ',break_even');
      const settle = report.options.find(({ id }) => id === 'settle');
      expect(talks.floor).toMatchObject({ status: 'found', amount: settle?.break_even?.amount, basis: 'engine' });
      const floor = Number(talks.floor.amount);
      expect(await aheadAt(scenario(name), floor)).toBeGreaterThanOrEqual(-1);
      expect(await aheadAt(scenario(name), floor - 2)).toBeLessThanOrEqual(0);
    },
  );

  test('of a later month is the break-even of the claim as it will be then', async () => {
    const request = { ...scenario('S2, 60,000'), as_of: '2026-11-21' } as Record<string, unknown>;
    const { talks } = await prepared(request);
    const then = talks.floor_by_month[0]!;
    expect(then.on).toBe('2026-12-21');
    const claim = { ...request, as_of: then.on, overdue_days: Number(request.overdue_days) + 30 };
    const later = await ask({ ...claim, include: 'break_even' });
    expect(then.amount).toBe(later.options.find(({ id }) => id === 'settle')?.break_even?.amount);
  });

  test('falls as the months pass for a debtor who stays silent', async () => {
    const { talks } = await prepared(scenario('S12'));
    const floors = [talks.floor, ...talks.floor_by_month].map(({ amount }) => Number(amount));
    expect(floors.length).toBeGreaterThan(3);
    expect(floors).toEqual([...floors].sort((a, b) => b - a));
  });

  test('there is none where another way beats every lump sum, and then nothing is given away', async () => {
    const { talks } = await prepared(scenario('S1:'));
    expect(talks.floor).toMatchObject({ status: 'never', amount: null });
    expect([talks.target.amount, talks.opening.amount, talks.concessions, talks.ask_for]).toEqual([null, null, [], []]);
    expect(talks.text).toMatch(/^Do not discuss a reduction/);
  });

  test('there is none for a debtor in bankruptcy, and the answer says why', async () => {
    const { talks } = await prepared(scenario('S5:'));
    expect(talks.floor).toMatchObject({ status: 'closed', amount: null });
    expect(talks.floor.text).toMatch(/insolvency/);
    expect(talks.floor_by_month).toEqual([]);
  });

  test('is there before the due date, because the debtor itself may offer to pay early; cash that is short may beat it', async () => {
    const { report, talks } = await prepared(scenario('S4:'));
    expect(report.options.find(({ id }) => id === 'settle')?.status).toBe('barred');
    expect(talks.floor).toMatchObject({ status: 'never', amount: null });
    expect(talks.floor_by_month.at(-1)).toMatchObject({ status: 'found' });
  });
});

describe('an evader that has broken two promises', () => {
  test('is offered nothing, and may offer a sum above the floor itself', async () => {
    const { talks } = await prepared(judged('S2:'));
    expect([talks.target.amount, talks.opening.amount]).toEqual([null, null]);
    expect(talks.text).toContain('Do not propose a reduction yourself');
    const at = await prepared({ ...judged('S2:'), settle: { offer: talks.floor.amount } });
    expect(at.talks.offer?.accept).toBe(true);
  });
});

describe('the answer to an offer', () => {
  test('of less than the floor is no, and says by how much it falls short', async () => {
    const { talks } = await prepared(scenario('S2:'));
    const floor = Number(talks.floor.amount);
    const below = await prepared({ ...scenario('S2:'), settle: { offer: floor - 5_000 } });
    expect(below.talks.offer?.accept).toBe(false);
    expect(below.talks.offer?.text).toMatch(/^Say no .*¥5,000 below the floor/);
    expect(below.talks.text).toContain('Say no');
    const ja = await ask({ ...scenario('S2:'), settle: { offer: floor - 5_000 }, include: 'negotiation', lang: 'ja' });
    expect(ja.negotiation?.offer?.text).toMatch(/断ります。.*5,000円足りません/);
  });

  test('of the floor is yes', async () => {
    const { talks } = await prepared(scenario('S2:'));
    const at = await prepared({ ...scenario('S2:'), settle: { offer: talks.floor.amount } });
    expect(at.talks.offer?.accept).toBe(true);
    expect(at.talks.floor.amount).toBe(talks.floor.amount);
  });

  test('of more than our target raises the target, never the other way', async () => {
    const { talks } = await prepared(scenario('S11:'));
    expect(Number(talks.target.amount)).toBeGreaterThanOrEqual(1_400_000);
    expect(talks.offer?.accept).toBe(true);
  });
});

describe('what is named in talks', () => {
  test.each(FOUND)('opening, target and floor come in this order: %s', async (name) => {
    const { talks } = await prepared(scenario(name));
    const [opening, target, floor] = [talks.opening, talks.target, talks.floor].map(({ amount }) => Number(amount));
    expect(opening).toBeGreaterThanOrEqual(target!);
    expect(target).toBeGreaterThanOrEqual(floor!);
    expect(Number(talks.goal.principal)).toBeGreaterThanOrEqual(opening!);
    expect(talks.opening.basis).toBe('judgement');
    expect(talks.opening.text).toContain('rule of thumb');
  });

  test('the goal is principal and interest, and the alternative is the best way that needs no agreement', async () => {
    const { talks, report } = await prepared(scenario('S2:'));
    expect(talks.goal.full).toBe(String(Number(talks.goal.principal) + Number(talks.goal.interest)));
    const AGREED = [
      'plan',
      'settle',
      'enforceable_deed',
      'settle_before_suit',
      'mediation',
      'return_goods',
      'resolve_dispute',
    ];
    const others = report.options.map(({ id }) => id).filter((id) => !AGREED.includes(id));
    const without = await ask({ ...scenario('S2:'), options: others });
    expect(talks.goal.alternative).toBe(without.recommendation.net_value);
    expect(talks.goal.alternative_option).toBe(without.recommendation.option);
  });

  test('of the two values without an agreement each says whether later offers are in it', async () => {
    const { talks, report } = await prepared({ amount: 1_250_000, overdue_days: 82, as_of: '2026-11-21' });
    expect(talks.goal.alternative).not.toBe(report.recommendation.net_value);
    expect(talks.goal.text).toContain('Without any agreement with the debtor, now or later,');
    expect(talks.text).toMatch(/Without an agreement, .* later offers included\)\.$/);
  });

  test('questions come in the order of their worth, and none is asked about what is known', async () => {
    const { talks } = await prepared({ amount: 1_250_000, overdue_days: 82 });
    const worth = talks.questions.map((one) => Number(one.worth));
    expect(worth.length).toBe(4);
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
    for (const { replies } of talks.questions)
      expect(replies.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 5);
    const known = await prepared({ amount: 1_250_000, overdue_days: 82, dispute: 'none', distress: 'none' });
    expect(known.talks.questions.map(({ id }) => id).sort()).toEqual(['acknowledged', 'cause']);
  });

  test('a reply that changes the claim leads where the claim with it leads', async () => {
    const request = { amount: 1_250_000, overdue_days: 82 };
    const { talks } = await prepared(request);
    const dispute = talks.questions.find(({ id }) => id === 'dispute')!;
    const full = await ask({ ...request, dispute: 'full' });
    expect(dispute.replies.at(-1)?.option).toBe(full.recommendation.option);
  });

  test('concessions come by what they cost for a chance of agreement, those that gain none last', async () => {
    const { talks } = await prepared(scenario('S2:'));
    const price = talks.concessions.map((one) =>
      one.chance_after - one.chance_before > 1e-6
        ? Number(one.cost) / (one.chance_after - one.chance_before)
        : Number.POSITIVE_INFINITY,
    );
    expect(price.length).toBeGreaterThan(2);
    for (const [i, one] of price.entries()) if (i > 0) expect(one).toBeGreaterThanOrEqual(price[i - 1]!);
  });

  test('no lump sum below the floor is among the concessions', async () => {
    const { talks } = await prepared(scenario('S12'));
    // Our offer is 95 % of the claim and the floor lies above 90 % of it.
    expect(Number(talks.floor.amount)).toBeGreaterThan(0.9 * Number(talks.goal.principal));
    expect(talks.concessions.map(({ id }) => id)).not.toContain('share_waived');
    const { talks: others } = await prepared(scenario('S2:'));
    expect(others.concessions.map(({ id }) => id)).toContain('share_waived');
  });

  test('what is asked for adds what the claim with it is worth more', async () => {
    const request = scenario('S2, no assets');
    const { talks, report } = await prepared(request);
    const asked = talks.ask_for.find(({ id }) => id === 'bank_and_customers')!;
    const with_it = await ask({ ...request, assets: 'known' });
    const gain = Number(with_it.recommendation.net_value) - Number(report.recommendation.net_value);
    expect(Math.abs(Number(asked.adds) - gain)).toBeLessThanOrEqual(1);
  });

  test('the cause that is known comes first, then the two likeliest kinds of debtor', async () => {
    const { talks, report } = await prepared({ amount: 1_250_000, overdue_days: 82, cause: 'short_of_cash' });
    const kinds = Object.entries(report.debtor.belief).sort(([, a], [, b]) => b - a);
    expect(talks.say.map(({ about }) => about)).toEqual(['short_of_cash', kinds[0]![0], kinds[1]![0]]);
  });
});

describe('the part of the answer', () => {
  test('is told in text, in XML and on a page of the workbook', async () => {
    const request = { ...scenario('S2:'), include: 'negotiation' };
    const { negotiation } = await ask(request);
    const text = await (await post('/v1/evaluate', request, 'text/plain')).text();
    expect(text).toContain(`■ Preparing the talks\n${negotiation!.text}`);
    for (const { text: line } of negotiation!.questions) expect(text).toContain(line);
    const xml = await (await post('/v1/evaluate', request, 'application/xml')).text();
    expect(xml).toContain(`<floor status="found">${negotiation!.floor.amount}</floor>`);
    const bytesWith = async (include: string) =>
      (await (await post('/v1/evaluate', { ...request, include }, WORKBOOK)).arrayBuffer()).byteLength;
    expect(await bytesWith('negotiation')).toBeGreaterThan(await bytesWith('outcomes'));
  });

  test('is there when it is asked for, keeps the schema, and every text is told in both languages', async () => {
    expect((await ask(scenario('S2:'))).negotiation).toBeUndefined();
    for (const lang of ['ja', 'en']) {
      const report = await ask({ ...scenario('S8:'), include: 'negotiation', lang });
      expect(answerSchema.safeParse(report).error).toBeUndefined();
      expect(JSON.stringify(report.negotiation)).not.toMatch(/\{\w+\}|undefined|null円|NaN/);
    }
  });
});
