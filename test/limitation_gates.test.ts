// What limitation and titles open and close, on both sides of the boundary: Civil Code art. 145 to 152 and 169.
import { describe, expect, test } from 'vitest';
import { ask, post } from './asking.ts';

const AS_OF = '2026-11-21';
const evaluate = (request: object) =>
  ask({ as_of: AS_OF, lang: 'ja', amount: 800_000, claim_kind: 'services', ...request });
const codesOf = async (id: string, request: object): Promise<string[]> =>
  (await evaluate(request)).options.find((option) => option.id === id)!.bars.map(({ code }) => code);

/** A claim that is due on a day, under a contract of the same month. */
const due = (due_date: string) => ({ due_date, contract_date: `${due_date.slice(0, 8)}01` });

describe('a demand has no effect only while another keeps the period from ending (Civil Code 150(2))', () => {
  const received = (on: string) => ({ events: [{ on, kind: 'demand_received' }] });

  test.each<[string, object, string[]]>([
    [
      'an earlier letter of an unknown day, 29 days left: the letter is open',
      { ...due('2021-12-20'), demand_sent: true },
      [],
    ],
    ['the last day on which a letter moves the end', { ...due('2022-05-20'), demand_sent: true }, []],
    ['a day later it moves nothing', { ...due('2022-05-21'), demand_sent: true }, ['demand_sent']],
    ['a letter of two years ago takes nothing from today’s', { ...due('2021-12-20'), ...received('2024-06-01') }, []],
    ['the same, said twice', { ...due('2021-12-20'), ...received('2024-06-01'), demand_sent: true }, []],
    ['a letter that postpones still', { ...due('2021-11-20'), ...received('2026-06-01') }, ['demand_without_effect']],
    [
      'a letter that postponed until yesterday',
      { ...due('2021-11-20'), ...received('2026-05-20') },
      ['limitation_expired'],
    ],
    ['a letter on the last day of the period', { ...due('2021-11-21'), ...received('2026-06-01') }, []],
    [
      'an agreement to consult that postpones',
      { ...due('2021-11-20'), events: [{ on: '2026-06-01', kind: 'consultation_agreement' }] },
      ['demand_without_effect'],
    ],
  ])('%s', async (_, request, codes) => {
    expect(await codesOf('demand', request)).toEqual(codes);
  });

  test('the bar cites the article, and an unknown day of the earlier letter is told', async () => {
    const { options } = await evaluate({ ...due('2021-11-20'), ...received('2026-06-01') });
    expect(options.find(({ id }) => id === 'demand')?.bars[0]?.citation).toContain('民法150条');
    const { recommendation } = await evaluate({ ...due('2021-12-20'), demand_sent: true, options: 'demand' });
    expect(recommendation.option).toBe('demand');
    expect(JSON.stringify(recommendation.risks)).toContain('demand_received');
  });
});

describe('an acknowledgment after the end keeps the debtor from invoking it', () => {
  // The period of a claim due on 2021-10-31 ended on 2026-10-31.
  const ended = due('2021-10-31');
  const paid = (on: string) => ({ ...ended, events: [{ on, kind: 'part_payment' }] });

  test('a part payment opens the courts again, as the bar says', async () => {
    for (const id of ['payment_order', 'suit']) {
      expect(await codesOf(id, ended), id).toEqual(['limitation_expired']);
      expect(await codesOf(id, paid('2026-11-10')), id).toEqual([]);
    }
    const codes = (await evaluate(paid('2026-11-10'))).warnings.map(({ code }) => code);
    expect(codes).toContain('invocation_lost');
    expect(codes).not.toContain('limitation_expired');
    expect((await evaluate(paid('2026-10-31'))).warnings.map(({ code }) => code)).not.toContain('invocation_lost');
  });

  test('a signed plan renews while the period runs; after its end it takes the right to invoke that', async () => {
    const reasons = async (request: object) =>
      JSON.stringify(
        (await evaluate({ amount: 3_000_000, ...request, options: 'plan', contact: 'responsive' })).recommendation
          .reasons,
      );
    expect(await reasons(due('2025-10-31'))).toContain('時効が更新されます');
    expect(await reasons(ended)).toContain('更新ではありません');
  });

  test('for a consumer it is said that courts protect him', async () => {
    const texts = async (request: object) => JSON.stringify((await evaluate(request)).warnings);
    expect(await texts({ ...ended, debtor_type: 'consumer' })).toContain('消費者が時効を知らない');
    expect(await texts({ ...paid('2026-11-10'), debtor_type: 'consumer' })).toContain('消費者が時効を知らない');
    expect(await texts(ended)).not.toContain('消費者');
  });
});

describe('what the limitation deadline asks for', () => {
  const deadline = async (request: object) =>
    (await evaluate(request)).recommendation.deadlines.find(({ kind }) => kind === 'limitation');
  const running = due('2023-10-31');

  test.each<[string, object, RegExp, RegExp]>([
    ['an ordinary claim', {}, /訴え・支払督促.*内容証明/, /民法166条/],
    ['bankruptcy', { insolvency: 'bankruptcy' }, /届け出/, /民法147条/],
    ['rehabilitation', { insolvency: 'rehabilitation' }, /届け出/, /民法147条/],
    ['reorganisation', { insolvency: 'reorganisation' }, /届け出/, /民法147条/],
    ['special liquidation', { insolvency: 'special_liquidation' }, /手続.*が続く間/, /会社法515条3項/],
    ['ordinary liquidation', { insolvency: 'liquidation' }, /訴え・支払督促/, /民法166条/],
    ['a judgment', { title: 'judgment', title_on: '2024-03-31' }, /強制執行・財産開示/, /民法148条/],
    ['a notarial deed', { title: 'notarial_deed' }, /強制執行・財産開示/, /民法148条/],
    [
      'a demand already made',
      { ...due('2021-11-20'), events: [{ on: '2026-06-01', kind: 'demand_received' }] },
      /重ねて催告しても延びない/,
      /民法150条/,
    ],
    ['no address', { address_known: false }, /公示送達/, /民法166条/],
  ])('%s', async (_, change, text, citation) => {
    const found = await deadline({ ...running, ...change });
    expect(found?.text).toMatch(text);
    expect(found?.citation).toMatch(citation);
  });

  test('an expired claim has no deadline but a warning that says what is left', async () => {
    const expired = { ...due('2021-11-20') };
    expect(await deadline(expired)).toBeUndefined();
    expect((await evaluate(expired)).warnings.map(({ code }) => code)).toContain('limitation_expired');
    const last = { ...due('2021-11-21') };
    expect((await deadline(last))?.on).toBe(AS_OF);
    expect((await evaluate(last)).warnings.map(({ code }) => code)).not.toContain('limitation_expired');
  });
});

describe('a title lapses ten years after it became final (Civil Code 169)', () => {
  const judged = (title_on?: string) => ({
    ...due('2015-03-31'),
    title: 'judgment',
    assets: 'known',
    ...(title_on === undefined ? {} : { title_on }),
  });
  const enforce = async (request: object) => {
    const { options } = await evaluate(request);
    return Number(options.find(({ id }) => id === 'enforce')?.net_value);
  };

  test('a title of ten years and a day is worth less to enforce, and a warning says why', async () => {
    const running = judged('2016-11-21');
    const ended = judged('2016-11-20');
    // Of a sum that is worth an attachment: where a period ends one only chases under a title that has expired already.
    const large = { amount: 50_000_000 };
    expect(await enforce({ ...ended, ...large })).toBeLessThan(0.8 * (await enforce({ ...running, ...large })));
    const codes = async (request: object) => (await evaluate(request)).warnings.map(({ code }) => code);
    expect(await codes(ended)).toContain('title_expired');
    expect(await codes(running)).not.toContain('title_expired');
  });

  test('two months before its end the deadline asks for enforcement, which is open, and not for a suit', async () => {
    const { recommendation, options } = await evaluate(judged('2017-01-21'));
    const found = recommendation.deadlines.find(({ kind }) => kind === 'limitation');
    expect(found?.on).toBe('2027-01-21');
    expect(found?.text).not.toContain('訴え');
    expect(options.find(({ id }) => id === 'enforce')?.bars).toEqual([]);
  });

  test('an unknown day of finality warns, and takes less from the value than the due date would, from which the period is counted', async () => {
    const unknown = judged();
    expect((await evaluate(unknown)).warnings.map(({ code }) => code)).toContain('title_on_assumed');
    expect(await enforce(unknown)).toBeGreaterThan(await enforce(judged('2015-03-31')));
    expect((await evaluate(judged('2025-11-21'))).warnings.map(({ code }) => code)).not.toContain('title_on_assumed');
  });

  test('an enforcement that ended normally renews it', async () => {
    const events = [{ on: '2024-05-01', kind: 'enforcement', ended_on: '2024-08-01', with_title: true }];
    const { recommendation } = await evaluate({ ...judged('2015-05-01'), events });
    expect(recommendation.deadlines.find(({ kind }) => kind === 'limitation')?.on).toBe('2034-08-01');
  });

  test('a day of finality after the day of valuation is refused', async () => {
    const answer = await post('/v1/evaluate', {
      amount: 1_000,
      overdue_days: 9,
      title: 'judgment',
      title_on: '2027-01-01',
    });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain('fact_after_as_of');
  });
});

describe('without an address a declaration does not arrive and absence admits nothing', () => {
  const gone = { ...due('2026-06-30'), address_known: false, evidence: 'medium' };

  test('a demand is barred (Civil Code 97(1)), a payment order and a small claim, too; a suit is open', async () => {
    expect(await codesOf('demand', gone)).toEqual(['no_delivery_address']);
    expect(await codesOf('payment_order', gone)).toEqual(['no_service_address']);
    expect(await codesOf('suit', gone)).toEqual([]);
    expect(await codesOf('demand', { ...gone, address_known: true })).toEqual([]);
  });

  test('a declaration of set-off must arrive, too, which is told', async () => {
    const risks = async (address_known: boolean) =>
      JSON.stringify((await evaluate({ ...gone, address_known, offset: { payable: 400_000 } })).recommendation.risks);
    expect(await risks(false)).toContain('公示による意思表示');
    expect(await risks(true)).not.toContain('公示による意思表示');
  });

  test('a small claim cites the article about public notice', async () => {
    const { options } = await evaluate({ ...gone, amount: 280_000 });
    expect(options.find(({ id }) => id === 'small_claims')?.bars[0]?.citation).toBe('民事訴訟法373条3項3号');
  });

  test('a suit by public notice is worth less, and the evidence decides it', async () => {
    const suit = async (request: object) => {
      const { options } = await evaluate(request);
      return Number(options.find(({ id }) => id === 'suit')?.net_value);
    };
    expect(await suit(gone)).toBeLessThan(await suit({ ...gone, address_known: true }));
    expect(await suit({ ...gone, evidence: 'weak' })).toBeLessThan(await suit({ ...gone, evidence: 'strong' }));
    expect(JSON.stringify(await evaluate({ ...gone, options: 'suit' }))).toContain('公示送達');
  });
});
