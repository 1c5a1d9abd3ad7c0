// Who acts in court: as the caller says, else by amount, and by value between ourselves and a judicial scrivener. Asked of the service.

import { describe, expect, test } from 'vitest';
import type { Option } from '../src/options/option.ts';
import type { Report } from '../src/report/answer.ts';
import { ask, post } from './asking.ts';
import { OPTIONS, situationOf, VOICES } from './situations.ts';

const CLAIM = { amount: 1_250_000, overdue_days: 120, evidence: 'strong' };
const suit = OPTIONS.find(({ id }) => id === 'suit')! as Option<{ secure: boolean; scrivener: boolean }>;
const optionOf = (report: Report, id: string) => report.options.find((option) => option.id === id)!;

/** The step of a suit as it is told, by its first variant. */
const stepOf = (claim: object): string => {
  const s = situationOf({ ...CLAIM, ...claim });
  return VOICES.en.tell(suit.sentences.step(s, suit.variants(s)[0]!));
};

describe('who acts', () => {
  test.each([
    ['up to the limit of the summary court', { amount: 1_400_000 }, /by ourselves/],
    ['above it', { amount: 1_400_001 }, /through a lawyer/],
    ['a lawyer is wanted', { lawyer: 'yes' }, /through a lawyer/],
    ['a lawyer is wanted, in the longer way', { representation: 'lawyer' }, /through a lawyer/],
    ['none is wanted above the limit', { amount: 3_000_000, lawyer: 'no' }, /by ourselves/],
    ['we ourselves above the limit', { amount: 3_000_000, representation: 'ourselves' }, /by ourselves/],
    ['a scrivener is wanted', { representation: 'scrivener' }, /through a certified judicial scrivener/],
    ['a lawyer has quoted', { litigate: { cost: 200_000 } }, /through a lawyer/],
  ])('%s', (_, claim, text) => {
    expect(stepOf(claim)).toMatch(text);
  });

  test('lawyer: yes is the short way to say it', async () => {
    const [short, long] = [await ask({ ...CLAIM, lawyer: 'yes' }), await ask({ ...CLAIM, representation: 'lawyer' })];
    expect(long.options.map(({ net_value }) => net_value)).toEqual(short.options.map(({ net_value }) => net_value));
  });

  test.each([
    ['yes', 'ourselves', 422],
    ['no', 'lawyer', 422],
    ['no', 'scrivener', 200],
    ['yes', 'lawyer', 200],
  ])('lawyer %s and representation %s: %i', async (lawyer, representation, status) => {
    const answer = await post('/v1/evaluate', { ...CLAIM, lawyer, representation });
    expect(answer.status).toBe(status);
  });
});

describe('a judicial scrivener', () => {
  test('may argue up to 1,400,000 yen', async () => {
    const at = async (amount: number) =>
      optionOf(await ask({ ...CLAIM, amount, representation: 'scrivener' }), 'suit').bars.map(({ code, citation }) => [
        code,
        citation,
      ]);
    expect(await at(1_400_000)).toEqual([]);
    expect(await at(1_400_001)).toEqual([['over_scrivener_limit', 'Judicial Scriveners Act art. 3(1)(vi)']]);
  });

  test.each([
    ['nothing is said', {}, 2],
    ['no lawyer is wanted', { lawyer: 'no' }, 2],
    ['the claim is above the limit', { amount: 1_400_001 }, 1],
    ['a lawyer is wanted', { lawyer: 'yes' }, 1],
    ['we act ourselves', { representation: 'ourselves' }, 1],
  ])('is one more variant at most: %s', (_, claim, count) => {
    const s = situationOf({ ...CLAIM, ...claim });
    for (const id of ['suit', 'small_claims', 'payment_order']) {
      const variants = OPTIONS.find((option) => option.id === id)!.variants(s) as readonly { scrivener: boolean }[];
      expect(new Set(variants.map(({ scrivener }) => scrivener)).size, id).toBe(count);
    }
  });

  test('is taken where our own hours cost more than the fee', async () => {
    const chosen = async (staff_rate: number) =>
      (optionOf(await ask({ ...CLAIM, staff_rate }), 'suit').terms as { scrivener: boolean }).scrivener;
    expect(await chosen(3_500)).toBe(false);
    expect(await chosen(15_000)).toBe(true);
  });
});
