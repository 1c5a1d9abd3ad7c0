// What limitation and titles open and close, on both sides of the boundary: Civil Code art. 145 to 152 and 169.
import { describe, expect, test } from 'vitest';
import { ask } from './asking.ts';

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
