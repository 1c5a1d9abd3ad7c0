// The columns of a ledger: which field a heading stands for, and how amounts and days are written, on both sides of every edge.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSignedAmount } from '../src/fields/number.ts';
import { amountOf, dateOrder, dayOf, multiplied, numberStyle, overdueDaysOf } from '../src/ledger/cells/figures.ts';
import { asOfLine, unitOfHeading, unitOfLine } from '../src/ledger/cells/titles.ts';
import { PRESETS } from '../src/ledger/headings/presets.ts';
import { type LedgerReading, readLedger } from '../src/ledger/ledger.ts';
import { codes, EXPECTED, ledger, leftOut, records, table } from './reading_ledgers.ts';

/** What each heading is read as. */
const mapping = (cells: readonly (readonly unknown[])[] | string, how: LedgerReading = {}) =>
  Object.fromEntries(ledger(cells, how).columns.map(({ header, field }) => [header, field]));

describe('headings', () => {
  test('titles are skipped but read, and the first line with two known words is the header', () => {
    const found = ledger(
      '売掛残高一覧\n期間,2026/10/01～2026/10/31\n基準日,2026/10/31\n\n請求番号,得意先コード,支払期日,残高（千円）\nA-1,C1,2026/8/31,"1,250"\n',
    );
    expect(found).toMatchObject({ header_line: 5, unit: 1000, as_of: '2026-10-31' });
    expect(found.rows[0]).toEqual({
      line: 6,
      record: { id: 'A-1', debtor_id: 'C1', due_date: '2026-08-31', amount: '1250000' },
      notes: [],
    });
  });

  test('words are compared without width, case, spaces and brackets', () => {
    expect(
      mapping('Ｉｎｖｏｉｃｅ　Ｎｏ．,Due_Date,未回収額 (税込),取引先（得意先）コード\n1,2026-08-31,5,C\n'),
    ).toEqual({
      'Ｉｎｖｏｉｃｅ Ｎｏ．': 'id',
      Due_Date: 'due_date',
      '未回収額 (税込)': 'amount',
      '取引先（得意先）コード': 'debtor_id',
    });
  });

  test('an exact name of ours, or its label, is that field', () => {
    const cells =
      'id,amount,残高,offset.payable,相手方への買掛金,評点,帝国データバンク評点,overdue_days\nA,5,9,3,,,51,30\n';
    expect(mapping(cells)).toMatchObject({
      amount: 'amount',
      残高: null,
      'offset.payable': 'offset.payable',
      相手方への買掛金: null,
      帝国データバンク評点: 'tdb_score',
    });
    expect(records(cells)).toEqual([
      { id: 'A', amount: '5', 'offset.payable': '3', tdb_score: '51', overdue_days: 30 },
    ]);
    expect(codes(cells)).toEqual(['column_not_used', 'column_not_used']);
  });

  test('labels in other letters are the field, but single English words keep their meaning in a ledger', () => {
    expect(
      mapping('id,Due date,Balance,Type of debtor,Title,Contact\nA,2026-08-31,5,consumer,x,A Trading\n'),
    ).toMatchObject({
      'Type of debtor': 'debtor_type',
      Title: null,
      Contact: 'debtor_id',
    });
    expect(mapping('id,due_date,amount,contact\nA,2026-08-31,5,evasive\n')).toMatchObject({ contact: 'contact' });
  });

  test('a heading given twice: the first is used, and a doubt says so', () => {
    const cells = '請求番号,支払期日,残高,残高\nA,2026-08-31,5,9\n';
    expect(records(cells)[0]).toMatchObject({ amount: '5' });
    expect(codes(cells)).toEqual(['repeated_column']);
    expect(ledger(cells).columns.map(({ field }) => field)).toEqual(['id', 'due_date', 'amount', null]);
  });

  test('the balance goes before what was billed; without it the difference is taken', () => {
    expect(records('請求番号,支払期日,請求金額,入金額,残高\nA,2026-08-31,100,30,70\n')[0]).toMatchObject({
      amount: '70',
    });
    const difference = '請求番号,支払期日,請求金額,入金額\nA,2026-08-31,100,30\nB,2026-08-31,50,\nC,2026-08-31,50,50\n';
    expect(records(difference).map(({ amount }) => amount)).toEqual(['70', '50']);
    expect(codes(difference)).toEqual(['amount_from_difference', 'no_debtor']);
    expect(leftOut(difference)).toEqual(['4 settled']);
    expect(codes('請求番号,支払期日,請求金額\nA,2026-08-31,100\n')).toEqual(['amount_may_be_billed']);
  });

  test('a code goes before a name, and a name serves where there is no code', () => {
    expect(records('得意先コード,得意先名,支払期日,残高\nC1,A商事,2026-08-31,5\n')).toEqual([
      { debtor_id: 'C1', due_date: '2026-08-31', amount: '5' },
    ]);
    expect(records('得意先名,支払期日,残高\nA商事,2026-08-31,5\n')[0]).toMatchObject({ debtor_id: 'A商事' });
  });

  test('a closing day is no due date', () => {
    const cells = '請求番号,請求締日,残高\nA,2026-08-31,5\n';
    expect(mapping(cells)).toMatchObject({ 請求締日: null });
    expect(codes(cells)).toEqual(['no_due_date']);
  });

  test('days whose beginning is not said are read with a doubt, and a due date goes before them', () => {
    expect(codes('請求番号,経過日数,残高\nA,30,5\n')).toEqual(['days_since_unclear']);
    expect(codes('請求番号,期日超過日数,残高\nA,30,5\n')).toEqual([]);
    const both = '請求番号,支払期日,経過日数,残高\nA,2026-08-31,30,5\nB,,45,5\n';
    expect(records(both)).toEqual([
      { id: 'A', due_date: '2026-08-31', amount: '5' },
      { id: 'B', overdue_days: 45, amount: '5' },
    ]);
    expect(codes(both)).toEqual(['days_beside_due_date', 'no_debtor']);
  });

  test('columns that are not known are listed without a field', () => {
    expect(mapping('請求番号,支払期日,残高,何か\nA,2026-08-31,5,x\n')).toMatchObject({ 何か: null });
  });

  test('a table without headings, or without anything, is refused with what it begins with', () => {
    expect(
      readLedger([
        ['A', 1],
        ['B', 2],
      ]),
    ).toMatchObject({ ok: false, code: 'no_header' });
    expect(readLedger([])).toMatchObject({ ok: false, code: 'empty_ledger' });
    expect(readLedger([[''], [null]])).toMatchObject({ ok: false, code: 'empty_ledger' });
    expect(
      readLedger([
        ['残高', 'x'],
        ['5', 'y'],
      ]),
    ).toMatchObject({ ok: false, code: 'no_header' });
  });

  test('a column headed Due holds days or amounts, as its values show', () => {
    expect(records('Invoice,Due,Amount\nA,2026-08-31,5\n')[0]).toMatchObject({ due_date: '2026-08-31', amount: '5' });
    expect(records('Invoice,Due date,Due\nA,2026-08-31,5\n')[0]).toMatchObject({ due_date: '2026-08-31', amount: '5' });
  });

  test('a currency in a heading is passed on, so that a foreign amount is not taken for yen', () => {
    expect(records('id,due date,Balance (USD)\nA,2026-08-31,5\n')[0]).toMatchObject({ currency: 'USD' });
  });

  test('an unknown system or unit is refused', () => {
    expect(readLedger([['id', 'amount']], { preset: 'freeee' })).toMatchObject({ ok: false, code: 'unknown_preset' });
    expect(readLedger([['id', 'amount']], { unit: 0.5 })).toMatchObject({ ok: false, code: 'unknown_unit' });
  });

  test('a system decides what its own heading means, and only when it is that system', () => {
    const cells = 'ref_number,partner_code,due_date,amount,due_amount\nA,C1,2026-08-31,100,40\n';
    expect(ledger(cells).preset).toBe('freee');
    expect(records(cells)).toEqual([{ id: 'A', debtor_id: 'C1', due_date: '2026-08-31', amount: '40' }]);
    expect(ledger('id,amount,due_date\nA,1,2026-08-31\n').preset).toBeNull();
    expect(ledger('id,amount,due_date\nA,1,2026-08-31\n', { preset: 'xero' }).preset).toBe('xero');
  });

  test('every system is estimated, told by headings of its own, and shown by a worked ledger', () => {
    const shown = new Set(Object.values(EXPECTED).flatMap(({ preset }) => preset ?? []));
    expect(PRESETS.map(({ id }) => id).sort()).toEqual([...shown].sort());
    for (const { telling, certainty } of PRESETS) {
      expect(certainty).toBe('estimated');
      expect(telling.size).toBeGreaterThan(1);
    }
  });

  test('any order of the columns gives the same records', () => {
    const rows = table(
      '請求番号,得意先コード,得意先名,支払期日,請求日,請求金額,残高,摘要\nA,C1,A商事,2026/8/31,2026/7/31,100,▲5,x\nB,C2,B工業,9/30/2026,2026/7/31,200,"1,500",y\n',
    );
    const expected = ledger(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows[0]!.keys()], { minLength: 8, maxLength: 8 }), (order) => {
        const found = ledger(rows.map((row) => order.map((i) => row[i])));
        expect(found.rows).toEqual(expected.rows);
        expect(found.left_out.map(({ line, why }) => [line, why])).toEqual(
          expected.left_out.map(({ line, why }) => [line, why]),
        );
      }),
    );
  });
});

describe('amounts', () => {
  test.each([
    ['1,250,000', 1, '1250000'],
    ['１，２５０円', 1, '1250'],
    ['¥1,250', 1, '1250'],
    ['1250.00', 1, '1250'],
    ['▲1,250', 1, '-1250'],
    ['△1,250.0', 1, '-1250'],
    ['(1,250)', 1, '-1250'],
    ['1,250-', 1, '-1250'],
    ['￥1,250-', 1, '1250'],
    ['¥1,250.-', 1, '1250'],
    ['金1,250円也', 1, '1250'],
    ['¥-1,250', 1, '-1250'],
    ['1,250.5', 1000, '1250500'],
    ['0.001', 1000, '1'],
    ['-0.5', 1000, '-500'],
    ['1,250千円', 1, '1250000'],
    ['3百万円', 1, '3000000'],
    [1250.5, 1000, '1250500'],
    [0, 1, '0'],
    ['-0.00', 1, '0'],
    ['1,250.5', 1, undefined],
    ['0.0001', 1000, undefined],
    ['1,25', 1, undefined],
    ['$1,250', 1, undefined],
    ['', 1, undefined],
    ['=1+1', 1, undefined],
    ['1e5', 1, undefined],
    ['約100', 1, undefined],
  ])('%j times %d is %j', (cell, unit, expected) => {
    expect(amountOf(cell, unit, 'point')).toBe(expected);
  });

  test('a column is read with decimal commas only when a value forces it and none denies it', () => {
    expect(numberStyle(['1.234,00-', '5'])).toBe('comma');
    expect(numberStyle(['1.234.567'])).toBe('comma');
    expect(numberStyle(['1.234'])).toBe('point');
    expect(numberStyle(['1,234'])).toBe('point');
    expect(numberStyle(['1.234,00', '1,234.00'])).toBe('point');
    expect(amountOf('1.234,00-', 1, 'comma')).toBe('-1234');
    expect(amountOf('1.234', 1, 'comma')).toBe('1234');
    expect(
      records('id;due date;balance\nA;2026-08-31;1.234\nB;2026-08-31;1.234.567,00\n').map(({ amount }) => amount),
    ).toEqual(['1234', '1234567']);
  });

  test('an amount times a unit is exact', () => {
    const decimal = fc.tuple(fc.bigInt(-9_999_999n, 9_999_999n), fc.nat(999));
    fc.assert(
      fc.property(decimal, fc.constantFrom(1000, 1_000_000), ([whole, thousandths], unit) => {
        const text = `${whole}.${String(thousandths).padStart(3, '0')}`;
        const sign = whole < 0n ? -1n : 1n;
        const exact = ((whole * 1000n + sign * BigInt(thousandths)) * BigInt(unit)) / 1000n;
        expect(multiplied(text, unit)).toBe(exact.toString());
        expect(amountOf(text, unit, 'point')).toBe(exact.toString());
      }),
    );
  });

  test.each([
    [['単位：千円'], 1000],
    [['', '(単位:百万円)'], 1_000_000],
    [['単位', '千円'], 1000],
    [['（千円）'], 1000],
    [['単位:円'], 1],
    [['in thousands of yen'], 1000],
    [['株式会社千円'], undefined],
  ])('the line %j states the unit %s', (cells, unit) => {
    expect(unitOfLine(cells)).toBe(unit);
  });

  test('the unit of a heading, of the table and of the caller, and which of them goes first', () => {
    expect(unitOfHeading('残高（千円）')).toBe(1000);
    expect(unitOfHeading('残高(税込)')).toBeUndefined();
    const cells = '単位：千円\nid,due date,balance,offset.payable\nA,2026-08-31,5,2\n';
    expect(records(cells)[0]).toMatchObject({ amount: '5000', 'offset.payable': '2000' });
    expect(records(cells, { unit: 1 })[0]).toMatchObject({ amount: '5' });
    expect(records(cells.replace('balance', 'balance（百万円）'))[0]).toMatchObject({ amount: '5000000' });
    // So does one in a heading of its own, or below the table.
    expect(records('id,due date,balance,(単位：千円)\nA,2026-08-31,5\n')[0]).toMatchObject({ amount: '5000' });
    expect(records('id,due date,balance\nA,2026-08-31,5\n(単位：千円)\n')[0]).toMatchObject({ amount: '5000' });
    expect(ledger(cells.replace(',5,', ',5円,')).rows[0]).toMatchObject({
      record: { amount: '5' },
      notes: [{ code: 'unit_in_cell' }],
    });
  });

  test('what is not read as an amount here is not read as another one by the evaluation', () => {
    const figure = fc.string({ unit: fc.constantFrom(...'0123456789,.-▲()¥円千 '), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 1000), (column, unit) => {
        const style = numberStyle(column);
        for (const cell of column) {
          const here = amountOf(cell, unit, style);
          const there = readSignedAmount(cell);
          if (here === undefined) expect(there.ok, cell).toBe(false);
          else if (there.ok && unit === 1) expect(here, cell).toBe(there.value);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a figure that begins with its point is read with a point, whatever its column writes', () => {
    expect(amountOf('.0', 1, 'comma')).toBe('0');
    expect(amountOf('1.234,0', 1, 'comma')).toBe('1234');
  });

  test('a text that only begins like a figure is none', () => {
    expect(amountOf(`5${' '.repeat(90)}x`, 1, 'point')).toBeUndefined();
    expect(dayOf(`2026-08-31${' '.repeat(90)}x`, undefined)).toBeUndefined();
  });

  test('what cannot be read stays as it was written, and no line is lost', () => {
    expect(records('id,due date,balance\nA,soon,約100\nB,2026-08-31,\n')).toEqual([
      { id: 'A', due_date: 'soon', amount: '約100' },
      { id: 'B', due_date: '2026-08-31' },
    ]);
  });
});

describe('days', () => {
  test.each([
    ['2026-03-31', '2026-03-31'],
    ['2026/3/31 0:00', '2026-03-31'],
    ['2026-03-31T00:00:00Z', '2026-03-31'],
    ['2026年3月31日(火)', '2026-03-31'],
    ['R8.3.31', '2026-03-31'],
    [46112, '2026-03-31'],
    [46112.75, '2026-03-31'],
    ['Mar 31, 2026', '2026-03-31'],
    ['31 March 2026', '2026-03-31'],
    ['31-Mar-2026', '2026-03-31'],
    ['3/3/2026', '2026-03-03'],
    ['3/4/2026', undefined],
    ['31/03/2026', undefined],
    ['26/03/31', undefined],
    ['Feb 30, 2026', undefined],
    ['Foo 31, 2026', undefined],
  ])('%j is %j where no order is known', (cell, expected) => {
    expect(dayOf(cell, undefined)).toBe(expected);
  });

  test('an order that is known decides', () => {
    expect(dayOf('3/4/2026', 'mdy')).toBe('2026-03-04');
    expect(dayOf('3/4/2026', 'dmy')).toBe('2026-04-03');
    expect(dayOf('31.03.2026', 'dmy')).toBe('2026-03-31');
    expect(dayOf('31.03.2026', 'mdy')).toBeUndefined();
  });

  test('a column forces its order by a part above 12, or leaves it open', () => {
    expect(dateOrder(['3/4/2026', '3/13/2026'])).toEqual({ order: 'mdy', open: false, mixed: false });
    expect(dateOrder(['3/4/2026', '13/3/2026'])).toEqual({ order: 'dmy', open: false, mixed: false });
    expect(dateOrder(['3/4/2026', '12/12/2026'])).toEqual({ order: undefined, open: true, mixed: false });
    expect(dateOrder(['13/3/2026', '3/13/2026'])).toEqual({ order: undefined, open: false, mixed: true });
  });

  test('an open order leaves the values as they are, names the column, and yields to date_order', () => {
    const cells = 'id,due date,balance\nA,3/4/2026,5\n';
    expect(records(cells)).toEqual([{ id: 'A', due_date: '3/4/2026', amount: '5' }]);
    expect(codes(cells)).toEqual(['date_order_unclear']);
    expect(ledger(cells).doubts[0]!.text.en).toMatch(/"due date".*date_order=mdy/);
    expect(records(cells, { date_order: 'dmy' })[0]).toMatchObject({ due_date: '2026-04-03' });
    expect(codes(cells, { date_order: 'dmy' })).toEqual([]);
    expect(codes('id,due date,balance\nA,26/03/31,5\n')).toEqual(['two_digit_year']);
  });

  test('a column that leaves its order open follows another one that forces it, with a doubt', () => {
    const cells = 'id,invoice date,due date,balance\nA,7/1/2026,7/31/2026,5\n';
    expect(records(cells)[0]).toMatchObject({ invoice_date: '2026-07-01', due_date: '2026-07-31' });
    expect(codes(cells)).toEqual(['date_order_from_other_column']);
    // Two columns that force different orders say nothing about a third.
    const torn = 'id,invoice date,due date,contract_date,balance\nA,13/7/2026,7/31/2026,1/2/2026,5\n';
    expect(records(torn)[0]).toMatchObject({
      invoice_date: '2026-07-13',
      due_date: '2026-07-31',
      contract_date: '1/2/2026',
    });
    expect(codes(torn)).toEqual(['date_order_unclear']);
  });

  test.each([
    ['305 days overdue', 305],
    ['30日', 30],
    ['45日超過', 45],
    ['▲3', -3],
    [12, 12],
    ['soon', undefined],
    ['99999', undefined],
  ])('%j is %j days overdue', (cell, days) => {
    expect(overdueDaysOf(cell)).toBe(days);
  });

  test.each([
    [['2026年10月31日現在'], '2026-10-31'],
    [['As of October 31, 2026'], '2026-10-31'],
    [['基準日', '令和8年10月31日'], '2026-10-31'],
    [['終了年月：2026年2月'], '2026-02-28'],
    [['As of 10/31/2026'], '2026-10-31'],
    [['As of 5/6/2026'], undefined],
    [['作成日', '2026/11/02'], undefined],
  ])('the line %j states the day %s', (cells, day) => {
    expect(asOfLine(cells, undefined)).toBe(day);
  });
});
