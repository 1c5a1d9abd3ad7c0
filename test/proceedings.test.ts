// What a creditor can do when the debtor fails, in every procedure and on both sides of each boundary: Bankruptcy Act, Civil Rehabilitation
// Act, Corporate Reorganization Act, Companies Act, Civil Code art. 469 and 511.
import { describe, expect, test } from 'vitest';
import { ask } from './asking.ts';

const AS_OF = '2026-11-21';
const evaluate = (request: object) =>
  ask({ as_of: AS_OF, lang: 'ja', amount: 1_250_000, overdue_days: 82, claim_kind: 'goods', ...request });
const optionOf = async (id: string, request: object) =>
  (await evaluate(request)).options.find((option) => option.id === id)!;
const codesOf = async (id: string, request: object): Promise<string[]> =>
  (await optionOf(id, request)).bars.map(({ code }) => code);
const risksOf = async (id: string, request: object): Promise<string> =>
  JSON.stringify((await evaluate({ ...request, options: id })).recommendation.risks);

describe('set-off: the earliest cause counts (Civil Code 511(2), 469(2))', () => {
  const taken = (term: string, day: string) => ({ offset: { payable: 400_000, [term]: day } });

  test.each(['payable_attached_on', 'payable_assigned_on'])('%s', async (term) => {
    const code = term.replace('_on', '');
    const invoiced = { contract_date: '2026-06-01', invoice_date: '2026-08-31' };
    // The contract is older, though the invoice is younger.
    expect(await codesOf('offset', { ...invoiced, ...taken(term, '2026-07-15') })).toEqual([]);
    expect(await codesOf('offset', { ...invoiced, ...taken(term, '2026-06-02') })).toEqual([]);
    expect(await codesOf('offset', { ...invoiced, ...taken(term, '2026-06-01') })).toEqual([code]);
    expect(await codesOf('offset', { ...invoiced, ...taken(term, '2026-05-31') })).toEqual([code]);
  });

  test('an unknown day of the contract warns and does not bar', async () => {
    const unknown = { invoice_date: '2026-08-31', ...taken('payable_attached_on', '2026-07-15') };
    expect(await codesOf('offset', unknown)).toEqual([]);
    expect(await risksOf('offset', unknown)).toContain('contract_date');
    const older = { invoice_date: '2026-07-14', ...taken('payable_attached_on', '2026-07-15') };
    expect(await risksOf('offset', older)).not.toContain('contract_date');
  });
});

describe('set-off of a claim that is not due: only bankruptcy makes it due (Bankruptcy Act 67(2))', () => {
  const early = { overdue_days: -30, offset: { payable: 400_000 } };

  test.each<[string, object, string[]]>([
    ['none', {}, ['not_due']],
    ['bankruptcy', {}, []],
    ['rehabilitation', {}, ['not_due']],
    ['reorganisation', {}, ['not_due']],
    ['special_liquidation', {}, ['not_due']],
    // Due 2026-12-21: both must be due within the time for filing (Rehabilitation Act 92(1), Reorganization Act 48(1)).
    ['rehabilitation', { claims_deadline: '2026-12-21' }, ['not_due']],
    ['rehabilitation', { claims_deadline: '2026-12-20' }, ['due_after_filing']],
    ['reorganisation', { claims_deadline: '2026-12-20' }, ['due_after_filing']],
    ['rehabilitation', { overdue_days: 0, claims_deadline: '2026-12-20' }, []],
  ])('%s %o', async (insolvency, change, codes) => {
    expect(await codesOf('offset', { ...early, insolvency, ...change })).toEqual(codes);
  });
});

describe('set-off against a debt incurred in the crisis, under the law of each procedure', () => {
  const incurred = (day: string) => ({
    offset: { payable: 400_000, payable_arose_on: day, crisis_known_on: '2026-11-01' },
  });

  test.each([
    ['bankruptcy', '破産法71条・72条'],
    ['rehabilitation', '民事再生法93条・93条の2'],
    ['reorganisation', '会社更生法49条・49条の2'],
    ['special_liquidation', '会社法517条・518条'],
  ])('%s: void, by %s', async (insolvency, article) => {
    const barred = await optionOf('offset', { insolvency, ...incurred('2026-11-02') });
    expect(barred.bars.map(({ code, citation }) => [code, citation])).toEqual([['incurred_in_crisis', article]]);
    expect(await codesOf('offset', { insolvency, ...incurred('2026-11-01') })).toEqual([]);
  });

  test('ordinary liquidation knows no such ban', async () => {
    expect(await codesOf('offset', { insolvency: 'liquidation', ...incurred('2026-11-02') })).toEqual([]);
    expect(await risksOf('offset', { insolvency: 'liquidation', ...incurred('2026-11-02') })).not.toContain('無効');
  });

  test('payments suspended: valid today, and told that it may fall', async () => {
    const insolvency = 'payment_suspended';
    expect(await codesOf('offset', { insolvency, ...incurred('2026-11-02') })).toEqual([]);
    expect(await risksOf('offset', { insolvency, ...incurred('2026-11-02') })).toContain('今は有効');
    expect(await risksOf('offset', { insolvency, ...incurred('2026-11-01') })).not.toContain('今は有効');
  });

  test('a petition: still valid, but worth next to nothing unless the debt is older than what was known', async () => {
    const worth = async (day: string) =>
      Number((await optionOf('offset', { insolvency: 'petition', ...incurred(day) })).stand_alone_value);
    expect(await codesOf('offset', { insolvency: 'petition', ...incurred('2026-11-02') })).toEqual([]);
    expect(await worth('2026-11-02')).toBeLessThan(0.1 * (await worth('2026-11-01')));
  });
});

describe('a claim is filed late where the law allows it', () => {
  const late = { claims_deadline: '2026-11-20' };

  test.each<[string, object, string[]]>([
    ['bankruptcy', late, []],
    ['bankruptcy', { ...late, investigation_ends_on: AS_OF }, []],
    ['bankruptcy', { ...late, investigation_ends_on: '2026-11-20' }, ['investigation_ended']],
    ['rehabilitation', late, ['claims_deadline_passed']],
    ['reorganisation', late, ['claims_deadline_passed']],
    ['rehabilitation', { claims_deadline: AS_OF }, []],
    ['special_liquidation', late, []],
    ['liquidation', late, []],
  ])('%s %o', async (insolvency, days, codes) => {
    expect(await codesOf('prove_claim', { insolvency, ...days })).toEqual(codes);
  });

  test.each([
    ['bankruptcy', { investigation_ends_on: '2026-11-20' }, '破産法112条・119条'],
    ['rehabilitation', late, '民事再生法95条1項'],
    ['reorganisation', late, '会社更生法139条1項'],
  ])('%s: the bar cites the rule about late filing', async (insolvency, days, article) => {
    expect((await optionOf('prove_claim', { insolvency, ...days })).bars[0]?.citation).toBe(article);
  });

  test('in bankruptcy the end of the investigation is then the deadline, and its cost is told', async () => {
    const open = { insolvency: 'bankruptcy', ...late, investigation_ends_on: '2027-01-20' };
    const { recommendation } = await evaluate(open);
    expect(recommendation.option).toBe('prove_claim');
    expect(recommendation.deadlines).toContainEqual(
      expect.objectContaining({ kind: 'late_proof', on: '2027-01-20', citation: '破産法112条・119条' }),
    );
    expect(JSON.stringify(recommendation.risks)).toContain('当社の負担');
    expect(recommendation.plan?.[0]?.text).not.toContain('2026-11-20');
  });

  test('in liquidation a creditor who is known is not excluded, which is told', async () => {
    expect(await risksOf('prove_claim', { insolvency: 'special_liquidation', ...late })).toContain('除斥されません');
  });
});

describe('what each procedure stays', () => {
  test.each<[string, boolean, boolean]>([
    ['bankruptcy', true, true],
    ['rehabilitation', true, true],
    ['reorganisation', true, true],
    // Companies Act 515(1) stays enforcement; a suit goes on, and its judgment is paid by the agreement.
    ['special_liquidation', false, true],
    ['liquidation', false, false],
    ['petition', false, false],
  ])('%s', async (insolvency, suits, enforcement) => {
    for (const id of ['suit', 'payment_order'])
      expect((await codesOf(id, { insolvency })).includes('stayed_by_insolvency'), id).toBe(suits);
    const titled = await codesOf('enforce', { insolvency, title: 'judgment', title_on: '2026-06-01' });
    expect(titled.includes('stayed_by_insolvency')).toBe(enforcement);
  });
});

describe("goods under the seller's lien come back outside the proceedings (Bankruptcy Act 65, Rehabilitation Act 53)", () => {
  const goods = { amount: 5_000_000, return_goods: { value: 1_000_000, consent: true } };

  test('5,000,000 in bankruptcy with goods worth 1,000,000: they come first, then the dividend on the rest', async () => {
    const { recommendation, options } = await evaluate({ ...goods, insolvency: 'bankruptcy' });
    expect(recommendation.option).toBe('return_goods');
    const alone = Number(options.find(({ id }) => id === 'prove_claim')?.net_value);
    expect(Number(recommendation.net_value)).toBeGreaterThan(alone + 700_000);
  });

  test.each<[string, object, string[]]>([
    ['bankruptcy', {}, []],
    ['rehabilitation', {}, []],
    ['special_liquidation', {}, []],
    ['reorganisation', {}, ['stayed_by_insolvency']],
    ['bankruptcy', { return_goods: { value: 1_000_000, consent: false } }, ['no_consent']],
    ['bankruptcy', { claim_kind: 'services' }, ['no_goods']],
    ['bankruptcy', { claim_kind: 'other' }, ['no_lien']],
    ['none', { claim_kind: 'other' }, []],
  ])('%s %o', async (insolvency, change, codes) => {
    expect(await codesOf('return_goods', { ...goods, insolvency, ...change })).toEqual(codes);
  });

  test('reorganisation stays it, by Corporate Reorganization Act 50', async () => {
    const { bars } = await optionOf('return_goods', { ...goods, insolvency: 'reorganisation' });
    expect(bars[0]?.citation).toBe('会社更生法50条1項');
  });
});
