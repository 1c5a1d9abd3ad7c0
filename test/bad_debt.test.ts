// When a claim is a bad debt for tax, on both sides of every boundary: Corporation Tax Basic Circular 9-6-1 to 9-6-3, Consumption Tax Act
// art. 39, Corporation Tax Act art. 52 and Enforcement Order art. 96.
import { describe, expect, test } from 'vitest';
import { ask } from './asking.ts';

const optionOf = async (request: object, id: string) => {
  const { options } = await ask({ as_of: '2026-11-21', lang: 'ja', ...request });
  return options.find((option) => option.id === id)!;
};

const codesOf = async (request: object): Promise<string[]> =>
  (await optionOf(request, 'write_off')).bars.map(({ code }) => code);

const GOODS = { amount: 1_000_000, claim_kind: 'goods', due_date: '2024-09-30', contract_date: '2024-08-01' };

describe('the loss comes with the fact that makes it one, whichever way is taken (9-6-1, 9-6-2)', () => {
  const bankrupt = { amount: 5_000_000, overdue_days: 120, claim_kind: 'goods', tax_rate: '34%' };

  test.each(['bankruptcy', 'rehabilitation', 'reorganisation', 'special_liquidation'])(
    'the opening (%s) is no loss by itself, so proving comes before waiting and nothing is written off',
    async (insolvency) => {
      for (const taxed of [{}, { consumption_tax_rate: '10%' }]) {
        const { recommendation, options } = await ask({ as_of: '2026-11-21', ...bankrupt, ...taxed, insolvency });
        const worth = (id: string) => Number(options.find((option) => option.id === id)?.net_value);
        expect(recommendation.option).toBe('prove_claim');
        expect(worth('prove_claim')).toBeGreaterThan(worth('wait'));
        expect(await codesOf({ ...bankrupt, ...taxed, insolvency })).toEqual(['loss_not_fixed']);
      }
    },
  );

  test('5,000,000 in bankruptcy: waiting is worth the tax on the day the proceedings end, and proving the dividend more', async () => {
    const { options } = await ask({ as_of: '2026-11-21', ...bankrupt, insolvency: 'bankruptcy' });
    expect(options.slice(0, 2).map(({ id, net_value }) => [id, net_value])).toEqual([
      ['prove_claim', '1631116'],
      ['wait', '1512994'],
    ]);
  });

  test('a dividend below the cost of proving leaves waiting and proving level: proving delays no relief', async () => {
    const small = { ...bankrupt, amount: 10_000, insolvency: 'bankruptcy' };
    expect((await optionOf(small, 'prove_claim')).net_value).toBe((await optionOf(small, 'wait')).net_value);
  });

  test('a petition allows a reserve of half, and no write-off (Enforcement Order 96(1)(iii))', async () => {
    const { bars } = await optionOf({ ...GOODS, due_date: '2026-06-30', insolvency: 'petition' }, 'write_off');
    expect(bars.map(({ code }) => code)).toEqual(['loss_not_yet_deductible']);
    expect(bars[0]?.text).toContain('50%');
    expect(bars[0]?.inputs).toMatchObject({ insolvency: 'petition' });
  });

  test('of a debtor of whom nothing is known the inputs say so', async () => {
    const { bars } = await optionOf({ ...GOODS, due_date: '2026-06-30' }, 'write_off');
    expect(bars[0]?.inputs).toMatchObject({ insolvency: 'none', dealings_stopped_on: null, last_payment_on: null });
  });
});

describe('a trade claim of continued dealings, a year after the latest of stop, due date and last payment (9-6-3)', () => {
  test.each<[string, object, string[]]>([
    ['goods two years overdue', {}, []],
    ['a single order', { continuing_dealings: false }, ['single_dealing']],
    ['continued dealings', { continuing_dealings: true }, []],
    ['a loan', { claim_kind: 'loan' }, ['not_a_trade_claim']],
    ['security not yet disposed of', { security_value: 400_000 }, ['security_held']],
    ['no security', { security_value: 0 }, []],
    ['paid in part a year ago to the day', { last_payment_on: '2025-11-21' }, ['loss_not_yet_deductible']],
    ['paid in part a year and a day ago', { last_payment_on: '2025-11-20' }, []],
    ['dealings stopped a year ago to the day', { dealings_stopped_on: '2025-11-21' }, ['loss_not_yet_deductible']],
    ['dealings stopped a year and a day ago', { dealings_stopped_on: '2025-11-20' }, []],
    [
      'a part payment among the events',
      { events: [{ on: '2026-03-01', kind: 'part_payment' }] },
      ['loss_not_yet_deductible'],
    ],
    ['due a year ago to the day', { due_date: '2025-11-21' }, ['loss_not_yet_deductible']],
    ['due a year and a day ago', { due_date: '2025-11-20' }, []],
  ])('%s', async (_, change, codes) => {
    expect(await codesOf({ ...GOODS, ...change })).toEqual(codes);
  });

  test('a limitation that has run is no loss by itself', async () => {
    const freight = { amount: 300_000, claim_kind: 'freight', due_date: '2025-10-31', contract_date: '2025-10-01' };
    expect(await codesOf({ ...freight, last_payment_on: '2026-06-30' })).toEqual(['loss_not_yet_deductible']);
    expect(await codesOf(freight)).toEqual([]);
  });

  test('what is not known is said: whether dealings were continued, and the day of a part payment', async () => {
    const risks = async (change: object) =>
      (await ask({ as_of: '2026-11-21', lang: 'ja', ...GOODS, tax_rate: '60%', options: 'write_off', ...change }))
        .recommendation;
    const gone = { contact: 'unreachable', payment_history: 'bad' };
    const unknown = await risks(gone);
    expect(unknown.option).toBe('write_off');
    expect(JSON.stringify(unknown.risks)).toContain('continuing_dealings');
    expect(JSON.stringify((await risks({ ...gone, partial_paid: true })).risks)).toContain('last_payment_on');
    expect(JSON.stringify((await risks({ ...gone, continuing_dealings: true })).risks)).not.toContain('継続');
  });
});

describe('consumption tax comes back only for a taxed supply (Consumption Tax Act 39(1))', () => {
  const failed = { amount: 5_000_000, overdue_days: 120, insolvency: 'bankruptcy', consumption_tax_rate: '10%' };

  test('never on a loan, which is told', async () => {
    const plain = { ...failed, consumption_tax_rate: undefined, claim_kind: 'loan' };
    expect((await optionOf({ ...failed, claim_kind: 'loan' }, 'wait')).net_value).toBe(
      (await optionOf(plain, 'wait')).net_value,
    );
    const { warnings } = await ask({ as_of: '2026-11-21', ...failed, claim_kind: 'loan' });
    expect(warnings.map(({ code }) => code)).toContain('no_tax_credit');
  });

  test('on goods it does', async () => {
    expect(Number((await optionOf({ ...failed, claim_kind: 'goods' }, 'wait')).net_value)).toBeGreaterThan(0);
    const { warnings } = await ask({ as_of: '2026-11-21', ...failed, claim_kind: 'goods' });
    expect(warnings.map(({ code }) => code)).not.toContain('no_tax_credit');
  });
});
