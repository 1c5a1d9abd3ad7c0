// How scalars are read: examples as data, and properties over arbitrary text.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartialClaim } from '../src/claim/claim.ts';
import { checkClaim } from '../src/claim/rules.ts';
import { readDay } from '../src/fields/day.ts';
import { nearest } from '../src/fields/nearest.ts';
import {
  readAmount,
  readDecimal,
  readInteger,
  readPositiveAmount,
  readRate,
  readSignedAmount,
} from '../src/fields/number.ts';
import { echo, type Reading } from '../src/fields/reading.ts';
import { readChoice, readFlag } from '../src/fields/word.ts';
import { OPTION_IDS } from '../src/request/options.ts';
import { type ReadResult, readQueryRequest, readRequest } from '../src/request/read_request.ts';
import { money } from '../src/values/money.ts';

/** What a reading comes to: the value, or the code of the refusal. */
const outcome = <T>(reading: Reading<T>): T | string => (reading.ok ? reading.value : `!${reading.code}`);

const TODAY = { today: '2026-11-21', lang: 'en' } as const;
const codes = (result: ReadResult): string[] =>
  result.ok ? [] : result.errors.map(({ code, parameter }) => `${parameter} ${code}`);

describe('amounts', () => {
  test.each<[unknown, string]>([
    [1250000, '1250000'],
    ['1250000', '1250000'],
    ['１２５００００', '1250000'],
    ['1,250,000', '1250000'],
    ['１，２５０，０００', '1250000'],
    ['¥1,250,000', '1250000'],
    ['￥1,250,000', '1250000'],
    ['\\1,250,000', '1250000'],
    ['1,250,000円', '1250000'],
    ['1,250,000 円', '1250000'],
    ['JPY 1,250,000', '1250000'],
    ['1250000jpy', '1250000'],
    [' 1250000 ', '1250000'],
    ['1234.00', '1234'],
    ['1234.50', '!too_many_decimals'],
    ['0012', '12'],
    ['+5', '5'],
    [0, '0'],
    [-0, '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['-1234', '-1234'],
    ['1234-', '-1234'],
    ['▲1,234', '-1234'],
    ['△1,234', '-1234'],
    ['−1,234', '-1234'],
    ['(1,234)', '-1234'],
    ['（1,234）', '-1234'],
    ['▲¥1,234', '-1234'],
    ['¥-1,234', '-1234'],
    ['9999999999999', '9999999999999'],
  ])('%j is read as %s', (written, value) => {
    expect(outcome(readSignedAmount(written))).toBe(value);
  });

  test.each<[unknown, string]>([
    ['', 'missing'],
    ['   ', 'missing'],
    [undefined, 'missing'],
    [null, 'missing'],
    [true, 'wrong_type'],
    [[1], 'wrong_type'],
    [{}, 'wrong_type'],
    [Number.NaN, 'not_a_number'],
    [Number.POSITIVE_INFINITY, 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['Infinity', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['1 000', 'not_a_number'],
    ['12a', 'not_a_number'],
    ['--5', 'not_a_number'],
    ['-5-', 'not_a_number'],
    ['(-5)', 'not_a_number'],
    ['¥5円', 'not_a_number'],
    ['$5', 'not_a_number'],
    ['5%', 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['5.', 'not_a_number'],
    ['.', 'not_a_number'],
    ['¥', 'not_a_number'],
    ['125万円', 'not_a_number'],
    ['1e5', 'exponent'],
    ['1e400', 'exponent'],
    ['1E+5', 'exponent'],
    ['0,35', 'decimal_comma'],
    ['1234,5', 'decimal_comma'],
    ['1,23,456', 'irregular_thousands'],
    ['1,2,3', 'irregular_thousands'],
    [1e308, 'too_large'],
    [1e13, 'too_large'],
    ['10000000000000', 'too_large'],
    ['123456789012345678901234567890', 'too_large'],
    ['1.234', 'too_many_decimals'],
    ['9'.repeat(65), 'too_long'],
  ])('%j is refused as %s', (written, code) => {
    expect(outcome(readSignedAmount(written))).toBe(`!${code}`);
  });

  test.each<[unknown, string]>([
    ['125万円', '1250000'],
    ['１２５万', '1250000'],
    ['125.5万円', '1255000'],
    ['1億2,500万円', '125000000'],
    ['1億2千万円', '120000000'],
    ['125万5,000円', '1255000'],
    ['3千5百円', '3500'],
    ['12百万円', '12000000'],
    ['1,250千円', '1250000'],
    ['金125万円也', '1250000'],
    ['¥125万', '1250000'],
    ['1.25 million', '1250000'],
    ['1,250 thousand yen', '1250000'],
    ['1,250,000 yen', '1250000'],
    ['1 250 000', '1250000'],
    ["1'250'000", '1250000'],
    ['1.250.000', '1250000'],
    ['0.5万円', '5000'],
    ['1.23456万円', '!too_many_decimals'],
    ['▲125万円', '!negative'],
    ['0万円', '0'],
    ['99兆円', '!not_a_number'],
    ['5万3億', '!not_a_number'],
    ['1億25,000万円', '!not_a_number'],
    ['1.5億2万円', '!not_a_number'],
    ['3万50,000円', '!not_a_number'],
    ['約125万円', '!not_a_number'],
    ['125万円くらい', '!not_a_number'],
    ['税抜125万円', '!not_a_number'],
    ['1.25M', '!not_a_number'],
    ['1.250', '!too_many_decimals'],
    ['1 25', '!not_a_number'],
    ['万円', '!not_a_number'],
    ['100000億円', '!too_large'],
  ])('of a request may have units and words: %j is read as %s', (written, value) => {
    expect(outcome(readAmount(written))).toBe(value);
  });

  test('of whole yen are the same in 億 and 万 as in digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), fc.boolean(), (amount, grouped) => {
        const figure = (n: number) => (grouped ? n.toLocaleString('en') : String(n));
        const parts = [Math.floor(amount / 1e8), Math.floor(amount / 1e4) % 1e4, amount % 1e4];
        const written = parts.map((n, i) => (n === 0 ? '' : `${figure(n)}${['億', '万', ''][i]}`)).join('');
        expect(outcome(readAmount(`${written}円`))).toBe(String(amount));
      }),
    );
  });

  test('a negative amount and a zero are refused where they cannot be meant', () => {
    expect(outcome(readAmount('▲5'))).toBe('!negative');
    expect(outcome(readAmount('0'))).toBe('0');
    expect(outcome(readPositiveAmount(-0))).toBe('!not_positive');
    expect(outcome(readPositiveAmount('-0'))).toBe('!not_positive');
    expect(outcome(readPositiveAmount(-5))).toBe('!negative');
  });
});

describe('rates', () => {
  test.each<[unknown, number | string]>([
    [0.05, 0.05],
    ['0.05', 0.05],
    ['.05', 0.05],
    ['5%', 0.05],
    ['５％', 0.05],
    ['5.1%', 0.051],
    ['14.6 %', 0.146],
    ['年3%', 0.03],
    ['年利14.6％', 0.146],
    ['3% p.a.', 0.03],
    ['3% per year', 0.03],
    ['月1.2%', '!not_a_number'],
    ['1.2% a month', '!not_a_number'],
    ['年', '!not_a_number'],
    ['100%', 1],
    [0, 0],
    ['0%', 0],
    [5, '!rate_not_fraction'],
    ['5', '!rate_not_fraction'],
    [1, '!rate_not_fraction'],
    ['1.5', '!rate_not_fraction'],
    [-0.05, '!negative'],
    ['-5%', '!negative'],
    ['101%', '!out_of_range'],
    ['0,05', '!decimal_comma'],
    ['1e-2', '!exponent'],
    ['', '!missing'],
    ['5%%', '!not_a_number'],
  ])('%j is %s', (written, value) => {
    expect(outcome(readRate(written))).toBe(value);
  });

  test('a bare 5 is answered with both ways of writing it', () => {
    const reading = readRate(5);
    expect(reading.ok ? '' : reading.detail.en).toContain('write 0.05 or 5%');
    expect(reading.ok ? '' : reading.detail.ja).toContain('0.05 か 5% と書いてください');
  });
});

describe('days', () => {
  test.each<[unknown, string]>([
    ['2026-03-31', '2026-03-31'],
    ['2026-3-1', '2026-03-01'],
    ['2026/3/31', '2026-03-31'],
    ['2026.3.31', '2026-03-31'],
    ['２０２６／３／３１', '2026-03-31'],
    ['20260331', '2026-03-31'],
    [20260331, '2026-03-31'],
    [46112, '2026-03-31'],
    ['46112', '2026-03-31'],
    ['2026年3月31日', '2026-03-31'],
    ['R8.3.31', '2026-03-31'],
    ['r8/3/31', '2026-03-31'],
    ['R8年3月31日', '2026-03-31'],
    ['令和8年3月31日', '2026-03-31'],
    ['令和元年5月1日', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['S64.1.7', '1989-01-07'],
    ['2024-02-29', '2024-02-29'],
    ['31 March 2026', '2026-03-31'],
    ['31-Mar-2026', '2026-03-31'],
    ['1st Sept. 2026', '2026-09-01'],
    ['March 31, 2026', '2026-03-31'],
    ['Sep 30 2026', '2026-09-30'],
    ['2026 May 1', '2026-05-01'],
    ['2026年2月末', '2026-02-28'],
    ['2024年2月末日', '2024-02-29'],
    ['令和8年3月末日', '2026-03-31'],
    ['31 Feb 2026', '!impossible_day'],
    ['31 Ma 2026', '!not_a_day'],
    ['31 Marvel 2026', '!not_a_day'],
    ['31 March', '!not_a_day'],
    ['31 March 26', '!not_a_day'],
    ['8月末', '!not_a_day'],
    ['2026年13月末', '!not_a_day'],
    ['3/4/2026', '!ambiguous_day'],
    ['03-04-2026', '!ambiguous_day'],
    ['26/3/31', '!ambiguous_day'],
    ['2026-02-29', '!impossible_day'],
    ['2026-13-01', '!impossible_day'],
    ['2026-00-10', '!impossible_day'],
    ['20260230', '!impossible_day'],
    ['H31.5.1', '!impossible_day'],
    ['R1.4.30', '!impossible_day'],
    ['R0.5.1', '!impossible_day'],
    ['1899-12-31', '!out_of_range'],
    ['2026-03-31T00:00:00Z', '!not_a_day'],
    ['2026/3-31', '!not_a_day'],
    ['2026/3', '!not_a_day'],
    ['19999', '!not_a_day'],
    [46112.5, '!not_a_day'],
    [-1, '!not_a_day'],
    ['tomorrow', '!not_a_day'],
    ['', '!missing'],
    [true, '!wrong_type'],
  ])('%j is %s', (written, value) => {
    expect(outcome(readDay(written))).toBe(value);
  });
});

describe('numbers, flags and choices', () => {
  test.each<[unknown, number | string]>([
    [82, 82],
    ['８２', 82],
    ['-5', -5],
    ['▲5', -5],
    ['1.0', 1],
    ['1.5', '!not_an_integer'],
    [101, '!out_of_range'],
    ['1e2', '!exponent'],
    ['', '!missing'],
  ])('the whole number %j is %s', (written, value) => {
    expect(outcome(readInteger(written, { min: -100, max: 100 }))).toBe(value);
  });

  test.each([
    ['days', '82日', 82],
    ['days', '82 days', 82],
    ['days', '-10日', -10],
    ['days', '1,082日', '!out_of_range'],
    ['days', '3か月', '!not_a_number'],
    ['days', 'あと10日', '!not_a_number'],
    ['days', '日', '!not_a_number'],
    ['months', '3ヶ月', 3],
    ['months', '3日', '!not_a_number'],
    ['years', '5年', 5],
    ['times', '12回', 12],
    ['points', '45点', 45],
    ['hours', '40時間', 40],
  ] as const)('a number of %s may have the word behind it: %j is %s', (counter, written, value) => {
    for (const read of [readInteger, readDecimal])
      expect(outcome(read(written, { min: -100, max: 100, counter }))).toBe(value);
    if (typeof value === 'number') expect(outcome(readInteger(written, { min: -100, max: 100 }))).toBe('!not_a_number');
  });

  test.each<[unknown, boolean | string]>([
    [true, true],
    [0, false],
    ['1', true],
    ['TRUE', true],
    ['yes', true],
    ['はい', true],
    ['○', true],
    ['有', true],
    ['いいえ', false],
    ['×', false],
    ['無', false],
    ['y', true],
    ['済み', true],
    ['あり', true],
    ['未', false],
    ['なし', false],
    ['maybe', '!not_a_flag'],
    [2, '!not_a_flag'],
    ['', '!missing'],
    [{}, '!wrong_type'],
  ])('the flag %j is %s', (written, value) => {
    expect(outcome(readFlag(written))).toBe(value);
  });

  test('a member of a list is found in any case, and a miss is answered with the nearest', () => {
    const members = ['sole_proprietor', 'corporation', 'AAA'] as const;
    expect(outcome(readChoice('Sole Proprietor', members))).toBe('sole_proprietor');
    expect(outcome(readChoice('aaa', members))).toBe('AAA');
    const miss = readChoice('corporaton', members);
    expect(miss.ok ? '' : miss.detail.en).toContain('Did you mean corporation?');
    expect(outcome(readChoice(true, ['yes', 'no']))).toBe('yes');
  });

  test('the nearest name is found over a swap, a slip and a half-written name, and not over a different word', () => {
    const names = ['amount', 'due_date', 'overdue_days', 'settle.offer'];
    expect(nearest('amuont', names)).toBe('amount');
    expect(nearest('overdue_day', names)).toBe('overdue_days');
    expect(nearest('due', names)).toBe('due_date');
    expect(nearest('offer', names)).toBe('settle.offer');
    expect(nearest('debtor_name', names)).toBeUndefined();
  });
});

describe('properties of every reader', () => {
  const readers = {
    amount: readSignedAmount,
    positive: readPositiveAmount,
    rate: readRate,
    day: readDay,
    flag: readFlag,
    choice: (value: unknown) => readChoice(value, ['none', 'full']),
    decimal: (value: unknown) => readDecimal(value, { min: -1e6, max: 1e6 }),
    integer: (value: unknown) => readInteger(value, { min: -1e6, max: 1e6 }),
  };
  const scalarish = fc.string({ unit: fc.constantFrom(...'0123456789,.-+eE%¥円()▲/年月日RHS元 x'), maxLength: 20 });

  test.each(Object.entries(readers))('%s never throws, and says what may be written', (_, read) => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), scalarish, fc.double()), (value) => {
        const reading = read(value);
        if (!reading.ok) {
          expect(reading.expected.ja).not.toBe('');
          expect(reading.expected.en).not.toBe('');
          expect(reading.detail.ja).not.toBe('');
          expect(reading.detail.en).not.toBe('');
        }
      }),
    );
  });

  test('an amount that is accepted is canonical decimal text, and reads as itself', () => {
    fc.assert(
      fc.property(scalarish, (text) => {
        const reading = readSignedAmount(text);
        if (!reading.ok) return;
        expect(reading.value).toMatch(/^-?(0|[1-9]\d{0,12})(\.\d{0,1}[1-9])?$/);
        expect(outcome(readSignedAmount(reading.value))).toBe(reading.value);
      }),
    );
  });

  test('every whole number is read the same with separators, marks and full-width digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (number) => {
        const grouped = number.toLocaleString('en-US');
        const wide = [...String(number)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
        for (const written of [number, grouped, `¥${grouped}`, `${grouped}円`, wide]) {
          expect(outcome(readAmount(written))).toBe(String(number));
        }
      }),
    );
  });

  test('a rate that is accepted lies between 0 and 1, and a bare number of 1 or more never is', () => {
    fc.assert(
      fc.property(fc.oneof(scalarish, fc.double()), (value) => {
        const reading = readRate(value);
        if (!reading.ok) return;
        expect(reading.value).toBeGreaterThanOrEqual(0);
        expect(reading.value).toBeLessThanOrEqual(1);
        if (!String(value).includes('%')) expect(reading.value).toBeLessThan(1);
      }),
    );
  });

  test('a day that is accepted is ISO text, and reads as itself', () => {
    fc.assert(
      fc.property(fc.oneof(scalarish, fc.integer()), (value) => {
        const reading = readDay(value);
        if (!reading.ok) return;
        expect(reading.value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(outcome(readDay(reading.value))).toBe(reading.value);
      }),
    );
  });

  test('an echo is short and has no control or direction marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const shown = echo(text);
        expect([...shown].length).toBeLessThanOrEqual(40);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not pass.
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('rules between fields', () => {
  const base: PartialClaim = { amount: money(1000), as_of: '2026-11-21', jurisdiction: 'none', overdue_days: 82 };
  const broken = (change: PartialClaim): string[] => checkClaim({ ...base, ...change }).map(({ code }) => code);

  test('a claim without contradictions breaks none', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ due_date: '2026-08-31' })).toEqual([]);
  });

  test.each<[string, PartialClaim, string[]]>([
    ['no due date', { overdue_days: undefined }, ['missing_due']],
    ['due date and days that disagree', { due_date: '2026-08-30' }, ['due_conflict']],
    ['due before the invoice', { invoice_date: '2026-09-01' }, ['due_before_invoice']],
    ['valued before the invoice', { invoice_date: '2026-12-01', overdue_days: -30 }, ['as_of_before_invoice']],
    ['contract in the future', { contract_date: '2026-11-22' }, ['contract_after_as_of']],
    ['more disputed than owed', { disputed_amount: money(1001) }, ['disputed_above_amount']],
    ['an amount in dispute without a dispute', { dispute: 'none', disputed_amount: money(1) }, ['dispute_conflict']],
    ['a day for cash without its price', { cash_needed_by: '2026-12-01' }, ['bridge_rate_missing']],
    ['an event in the future', { events: [{ on: '2026-11-22', kind: 'suit' }] }, ['event_after_as_of']],
    [
      'an event that ends before it begins',
      { events: [{ on: '2026-11-01', kind: 'suit', ended_on: '2026-10-01' }] },
      ['event_order'],
    ],
  ])('%s is told', (_, change, expected) => {
    expect(broken(change)).toEqual(expected);
  });
});

describe('whole requests', () => {
  test('the smallest request is complete: day, law, currency, options and parts are filled in', () => {
    const read = readRequest({ amount: 1250000, overdue_days: 82 }, TODAY);
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    expect(read.request.claim.amount.toFixed()).toBe('1250000');
    expect(read.request.claim.as_of).toBe('2026-11-21');
    expect(read.request.claim.currency).not.toBe('');
    expect(read.request.options).toEqual(OPTION_IDS);
    expect(read.request.include).toEqual(['bridge', 'plan']);
    expect(read.request.lang).toBe('en');
  });

  test('a flat query and a JSON object with the same values are the same request', () => {
    const json = readRequest({ amount: 1250000, overdue_days: 82, sell: { offer: 300000 }, lang: 'ja' }, TODAY);
    const query = readQueryRequest(
      Object.entries({ amount: '1,250,000', overdue_days: '82', 'sell.offer': '¥300,000', lang: 'ja', _: '1' }),
      TODAY,
    );
    expect(query).toEqual(json);
  });

  test('an empty cell says nothing, but an unknown name is refused even when empty', () => {
    expect(
      readQueryRequest(
        [
          ['amount', '5'],
          ['overdue_days', '1'],
          ['pd', ''],
          ['sell.offer', ' '],
        ],
        TODAY,
      ).ok,
    ).toBe(true);
    expect(codes(readRequest({ amount: 5, overdue_days: 1, pd: null, sell: { offer: null } }, TODAY))).toEqual([]);
    expect(
      codes(
        readQueryRequest(
          [
            ['amount', '5'],
            ['overdue_days', '1'],
            ['colour', ''],
          ],
          TODAY,
        ),
      ),
    ).toEqual(['colour unknown_field']);
  });

  test('all mistakes are told at once, each at its place', () => {
    const read = readRequest(
      {
        amount: 'x',
        as_of: '3/4/2026',
        discount_rate: 5,
        contact: 'evasve',
        sell: { ofer: 1 },
        events: [{ kind: 'suit' }, { on: '2026-01-01', kind: 'suit', endd_on: '2026-02-01' }],
        assumptions: { nothing: 1 },
        include: 'bridge,trace',
        overdue_day: 82,
      },
      TODAY,
    );
    expect(codes(read).sort()).toEqual(
      [
        'amount not_a_number',
        'as_of ambiguous_day',
        'assumptions.nothing unknown_field',
        'contact unknown_value',
        'discount_rate rate_not_fraction',
        'due_date missing_due',
        'events.0.on missing',
        'events.1.endd_on unknown_field',
        'include not_available',
        'overdue_day unknown_field',
        'sell.ofer unknown_field',
      ].sort(),
    );
    const pointers = read.ok ? [] : read.errors.map(({ pointer }) => pointer);
    expect(pointers).toContain('/events/0/on');
    expect(pointers).toContain('/sell/ofer');
  });

  test('an unknown name is answered with the nearest known one, at every depth', () => {
    const detail = (input: object) => {
      const read = readRequest({ amount: 1, overdue_days: 1, ...input }, TODAY);
      return read.ok ? '' : (read.errors[0]?.detail ?? '');
    };
    expect(detail({ discont_rate: 0.1 })).toContain('Did you mean discount_rate?');
    expect(detail({ sell: { ofer: 1 } })).toContain('Did you mean offer?');
    expect(detail({ events: [{ on: '2026-01-01', kind: 'suit', refusd_on: '2026-02-01' }] })).toContain(
      'Did you mean refused_on?',
    );
  });

  test('names that reach a prototype are ordinary unknown fields', () => {
    for (const text of ['{"__proto__": {"amount": 1}}', '{"constructor": 1}', '{"sell": {"__proto__": 1}}']) {
      expect(codes(readRequest(JSON.parse(text), TODAY)).some((code) => code.endsWith(' unknown_field'))).toBe(true);
    }
    expect(codes(readQueryRequest([['sell.__proto__', '1']], TODAY))).toContain('sell.__proto__ unknown_field');
  });

  test('a repeated parameter and a list in a query are refused', () => {
    expect(
      codes(
        readQueryRequest(
          [
            ['amount', '1'],
            ['amount', '2'],
            ['overdue_days', '1'],
          ],
          TODAY,
        ),
      ),
    ).toEqual(['amount repeated_parameter']);
    expect(
      codes(
        readQueryRequest(
          [
            ['amount', '1'],
            ['overdue_days', '1'],
            ['events', '[]'],
          ],
          TODAY,
        ),
      ),
    ).toEqual(['events list_in_query']);
  });

  test('options may be a list or comma text, a group stands for its members, and none at all is refused', () => {
    const considered = (options: unknown) => {
      const read = readRequest({ amount: 1, overdue_days: 1, options }, TODAY);
      return read.ok ? read.request.options : codes(read);
    };
    const [first, second] = OPTION_IDS as [string, string];
    expect(considered([second, first, second])).toEqual([first, second]);
    expect(considered(`${first}, ${second.toUpperCase()}`)).toEqual([first, second]);
    expect(considered('litigate')).toContain('suit');
    expect(considered([])).toEqual(['options missing']);
    expect(considered(['nonsense'])).toEqual(['options.0 unknown_value']);
    expect(considered('a'.repeat(3000))).toEqual(['options wrong_type']);
  });

  test('overrides are numbers within the limits of their unit, or ranges in order', () => {
    const assumption = (override: unknown) =>
      codes(readRequest({ amount: 1, overdue_days: 1, assumptions: { 'money.discount_rate': override } }, TODAY));
    expect(assumption(0.05)).toEqual([]);
    expect(assumption('5%')).toEqual([]);
    expect(assumption({ mean: 0.05, low: 0.02, high: 0.1 })).toEqual([]);
    expect(assumption({ mean: 0.05, low: 0.06 })).toEqual(['assumptions.money.discount_rate range_order']);
    expect(assumption(7)).toEqual(['assumptions.money.discount_rate out_of_range']);
    expect(assumption({ meen: 1 })).toContain('assumptions.money.discount_rate.meen unknown_field');
  });

  test('reading never throws, whatever is sent', () => {
    const names = fc.oneof(
      fc.constantFrom('amount', 'as_of', 'sell', 'events', 'assumptions', 'options', 'include', 'lang', '__proto__'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(names, fc.anything()), (input) => {
        const read = readRequest(input, TODAY);
        if (!read.ok) expect(read.errors.length).toBeGreaterThan(0);
      }),
    );
  });

  test('a body full of unknown names is answered quickly and briefly', () => {
    const read = readRequest(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`f${i}`, 1])), TODAY);
    expect(read.ok ? 0 : read.errors.length).toBe(100);
  });
});
