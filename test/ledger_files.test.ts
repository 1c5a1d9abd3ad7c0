// The files in which ledgers come: workbooks, forms, lists between bars, HTML tables, rows of JSON; and files that are made to do harm.

import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { type ZipEntry, zipped } from '../src/formats/zip.ts';
import { formatOfCell, shownValue } from '../src/ledger/workbook/number_format.ts';
import { readWorkbook } from '../src/ledger/workbook/workbook.ts';
import type { Problem } from '../src/problem.ts';
import { workbookOf, workbookWith } from './made_ledgers.ts';

const app = createApp({ now: () => Date.parse('2026-11-28T03:00:00Z') });
/** What a body may be. */
type Sent = string | Uint8Array<ArrayBuffer> | FormData;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const send = (path: string, body: Sent, type?: string) =>
  app.request(path, { method: 'POST', headers: type === undefined ? {} : { 'Content-Type': type }, body });

interface MapAnswer {
  readonly sheet?: string;
  readonly rows: number;
  readonly name_column: number | null;
  readonly doubts: readonly { readonly code: string; readonly text: string }[];
  readonly samples: readonly { readonly record: Readonly<Record<string, string | number>> }[];
}

const map = async (body: Sent, type?: string, query = ''): Promise<MapAnswer> => {
  const answer = await send(`/v1/portfolio/map?lang=en${query}`, body, type);
  expect(answer.status).toBe(200);
  return (await answer.json()) as MapAnswer;
};
const problem = async (body: Sent, type?: string, query = ''): Promise<Problem> =>
  (await (await send(`/v1/portfolio/map?lang=en${query}`, body, type)).json()) as Problem;

const LINES = [
  ['売掛金一覧'],
  ['請求番号', '得意先名', '支払期日', '残高'],
  ['S-1', 'A商会', '2026/07/31', '1250000'],
  ['S-2', 'B工業', '2026/08/31', '980'],
  ['', '合計', '', '1250980'],
];

/** An archive whose first part is deflated and says of itself what it likes. */
function deflated(name: string, content: Uint8Array, saidSize = content.length): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(content);
  const path = new TextEncoder().encode(name);
  const both = new DataView(new ArrayBuffer(26));
  both.setUint16(4, 8, true);
  both.setUint32(14, packed.length, true);
  both.setUint32(18, saidSize, true);
  both.setUint16(22, path.length, true);
  const fields = new Uint8Array(both.buffer);
  const local = [0x50, 0x4b, 3, 4, ...fields, ...path, ...packed];
  const entry = [0x50, 0x4b, 1, 2, 20, 0, ...fields, ...new Array<number>(14).fill(0), ...path];
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, entry.length, true);
  end.setUint32(16, local.length, true);
  return new Uint8Array([...local, ...entry, ...new Uint8Array(end.buffer)]);
}

describe('a workbook', () => {
  test.each([XLSX, 'application/octet-stream', 'application/vnd.ms-excel', 'text/csv'])(
    'sent as %s is read',
    async (type) => {
      const answer = await map(workbookOf(LINES, '一覧'), type);
      expect(answer).toMatchObject({ rows: 2, sheet: '一覧', doubts: [] });
      expect(answer.samples[0]!.record).toEqual({
        id: 'S-1',
        debtor_id: 'A商会',
        due_date: '2026-07-31',
        amount: '1250000',
      });
    },
  );

  test('is answered by a workbook, or in the format that is named', async () => {
    const answer = await send('/v1/portfolio?map=auto&lang=en&out=best_net', workbookOf(LINES), XLSX);
    expect(answer.headers.get('Content-Type')).toBe(XLSX);
    expect((await readWorkbook(new Uint8Array(await answer.arrayBuffer()))).ok).toBe(true);
    const csv = await send('/v1/portfolio?map=auto&lang=en&out=best_net&format=csv', workbookOf(LINES), XLSX);
    expect(await csv.text()).toContain('S-1,A商会,2026/07/31,1250000');
  });

  test('comes in a form, whose other fields are parameters', async () => {
    const form = new FormData();
    form.set('file', new File([workbookOf(LINES)], 'ledger.xlsx', { type: XLSX }));
    form.set('unit', 'thousand');
    expect((await map(form)).samples[0]!.record).toMatchObject({ amount: '1250000000' });
    const text = new FormData();
    text.set('file', new File([LINES.map((line) => line.join(',')).join('\n')], 'ledger.csv', { type: 'text/csv' }));
    expect((await map(text)).rows).toBe(2);
    const none = new FormData();
    none.set('note', 'no file');
    expect((await problem(none)).errors).toMatchObject([{ code: 'no_file' }]);
  });

  const twoSheets = (): Uint8Array<ArrayBuffer> => {
    const cover =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>表紙</t></is></c></row></sheetData></worksheet>';
    const list =
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" s="2"><v>1</v></c><c r="B2" s="1"><v>46234</v></c><c r="C2"><f>A2*980</f><v>980</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3" s="1"><v>46265.5</v></c><c r="C3"><f>SUM(X1)</f></c></row></sheetData></worksheet>';
    const entries: ZipEntry[] = [
      [
        'xl/workbook.xml',
        '<workbook><sheets><sheet name="表紙" r:id="r1"/><sheet name="明細" r:id="r2"/></sheets></workbook>',
      ],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
      ],
      [
        'xl/sharedStrings.xml',
        '<sst><si><r><t>請求</t></r><r><t>番号</t></r><rPh sb="0" eb="2"><t>セイキュウ</t></rPh></si><si><t>支払期日</t></si><si><t>残高</t></si></sst>',
      ],
      [
        'xl/styles.xml',
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-411]ge.m.d;@"/><numFmt numFmtId="165" formatCode="0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
      ],
      ['xl/worksheets/sheet1.xml', cover],
      ['xl/worksheets/sheet2.xml', list],
    ];
    return zipped(entries);
  };

  test('gives the sheet with the most known headings, says so, and another where it is named', async () => {
    const answer = await map(twoSheets(), XLSX);
    expect(answer).toMatchObject({ sheet: '明細', rows: 2 });
    expect(answer.doubts.map(({ code }) => code)).toContain('sheet_chosen');
    expect((await problem(twoSheets(), XLSX, '&sheet=1')).errors).toMatchObject([{ code: 'no_header' }]);
    const unknown = (await problem(twoSheets(), XLSX, '&sheet=明細表')).errors!;
    expect(unknown).toMatchObject([{ code: 'unknown_sheet' }]);
    expect(unknown[0]!.expected).toContain('明細');
  });

  /** A workbook with a sheet for each list of lines. */
  const sheetsOf = (sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Uint8Array<ArrayBuffer> => {
    const names = Object.keys(sheets);
    const markup = (lines: readonly (readonly string[])[]): string =>
      new TextDecoder().decode(workbookOf(lines)).match(/<worksheet>.*<\/worksheet>/s)![0];
    return zipped([
      [
        'xl/workbook.xml',
        `<workbook>${names.map((name, i) => `<sheet name="${name}" r:id="r${i}"/>`).join('')}</workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        names.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/${i}.xml"/>`).join(''),
      ],
      ...names.map((name, i): ZipEntry => [`xl/worksheets/${i}.xml`, markup(sheets[name]!)]),
    ]);
  };

  test.each([
    [
      'says that sheets with the same headings are not valued',
      { 前月: LINES, 当月: [...LINES, LINES[3]!] },
      '当月',
      true,
    ],
    ['says nothing of that where headings differ', { 一覧: LINES, 集計: [['得意先名', '残高']] }, '一覧', false],
    [
      'takes a sheet of receivables before one of payables that has more headings',
      { 買掛: [['仕入先', '請求番号', '請求日', '支払期日', '残高', '通貨']], 売掛: LINES },
      '売掛',
      false,
    ],
    [
      'takes a sheet of open lines before one of paid lines that is longer',
      { 入金済: [...LINES, LINES[3]!], 未入金: LINES },
      '未入金',
      true,
    ],
    ['takes a list before its template', { テンプレート: [...LINES, LINES[3]!], '11月': LINES }, '11月', true],
    [
      'takes a sheet of yen before one that is named by another currency and longer',
      {
        JPY: [
          ['Customer', 'Due Date', 'Balance'],
          ['Acme', '2026-08-31', '330000'],
        ],
        USD: [
          ['Customer', 'Due Date', 'Balance'],
          ['Acme', '2026-08-31', '4000'],
          ['Beta', '2026-08-31', '9000'],
        ],
      },
      'JPY',
      true,
    ],
    [
      'takes the latest of several months',
      { '2026年9月': [...LINES, LINES[3]!], '2026年10月': LINES },
      '2026年10月',
      true,
    ],
    [
      'takes the latest of several months in any order',
      { 'Oct 2026': LINES, 'Sep 2026': [...LINES, LINES[3]!] },
      'Oct 2026',
      true,
    ],
    ['takes the latest of several months of an era', { 'R8.9': [...LINES, LINES[3]!], 'R8.10': LINES }, 'R8.10', true],
    [
      'takes the latest of several days',
      { AR_20260930: [...LINES, LINES[3]!], AR_20261031: LINES },
      'AR_20261031',
      true,
    ],
    [
      'takes the last of months that run on over the turn of a year',
      { '12月': [...LINES, LINES[3]!], '1月': LINES },
      '1月',
      true,
    ],
    ['takes the first of months that run back', { '10月': LINES, '9月': [...LINES, LINES[3]!] }, '10月', true],
    ['takes the longest of months that do not run on', { '4月': LINES, '9月': [...LINES, LINES[3]!] }, '9月', true],
    [
      'takes the longest of branches with numbers',
      { '101 東京': LINES, '102 大阪': [...LINES, LINES[3]!] },
      '102 大阪',
      true,
    ],
    ['takes 当月 before 前月', { 前月: [...LINES, LINES[3]!], 当月: LINES }, '当月', true],
  ])('%s', async (_, sheets, sheet, isAlike) => {
    const answer = await map(sheetsOf(sheets), XLSX);
    const [chosen] = answer.doubts.filter(({ code }) => code === 'sheet_chosen');
    expect([answer.sheet, / same headings is not valued/.test(chosen?.text ?? '')]).toEqual([sheet, isAlike]);
  });

  test('whose sheet is named by another currency holds no yen', async () => {
    const lines = [
      ['Customer', 'Due Date', 'Balance'],
      ['Acme', '2026-08-31', '4000'],
    ];
    expect((await map(sheetsOf({ USD: lines }), XLSX)).doubts).toMatchObject([{ code: 'currency_not_yen' }]);
    expect((await map(sheetsOf({ JPY: lines }), XLSX)).doubts).toEqual([]);
  });

  test('reads figures that are shown in thousands by what they hold, whether or not the table says so', async () => {
    const book = (title: string): Uint8Array<ArrayBuffer> =>
      zipped([
        ['xl/workbook.xml', '<workbook><sheet name="S" r:id="r"/></workbook>'],
        ['xl/_rels/workbook.xml.rels', '<Relationship Id="r" Target="worksheets/1.xml"/>'],
        [
          'xl/styles.xml',
          '<numFmt numFmtId="164" formatCode="#,##0,"/><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
        ],
        [
          'xl/worksheets/1.xml',
          `<worksheet><row r="1"><c r="A1" t="str"><v>${title}</v></c></row><row r="2"><c r="A2" t="str"><v>得意先名</v></c><c r="B2" t="str"><v>残高</v></c></row><row r="3"><c r="A3" t="str"><v>A商会</v></c><c r="B3" s="1"><v>1250500</v></c></row></worksheet>`,
        ],
      ]);
    for (const title of ['売掛金一覧', '売掛金一覧（単位：千円）'])
      expect((await map(book(title), XLSX)).samples[0]!.record).toMatchObject({ amount: '1250500' });
  });

  test.each([
    ['says that a row which a filter hides is read, too', '<row r="2" hidden="1">', ['hidden_rows']],
    ['says nothing where an empty row is hidden', '<row r="9" hidden="1"/><row r="2">', []],
  ])('%s', async (_, row, codes) => {
    const markup = new TextDecoder().decode(workbookOf(LINES)).match(/<worksheet>.*<\/worksheet>/s)![0];
    const answer = await map(workbookWith(markup.replace('<row r="2">', row)), XLSX);
    expect(answer.rows).toBe((await map(workbookOf(LINES), XLSX)).rows);
    expect(answer.doubts.map(({ code }) => code).filter((code) => code === 'hidden_rows')).toEqual(codes);
  });

  test.each([
    ['says that a figure is struck through, which is read, too', '<strike/>', ['struck_rows']],
    ['says nothing where a font is not', '<strike val="0"/>', []],
  ])('%s', async (_, strike, codes) => {
    const book = zipped([
      ['xl/workbook.xml', '<workbook><sheet name="S" r:id="r"/></workbook>'],
      ['xl/_rels/workbook.xml.rels', '<Relationship Id="r" Target="worksheets/1.xml"/>'],
      [
        'xl/styles.xml',
        `<styleSheet><fonts><font/><font>${strike}</font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="3" fontId="1"/></cellXfs></styleSheet>`,
      ],
      [
        'xl/worksheets/1.xml',
        '<worksheet><row r="1"><c r="A1" t="str" s="1"><v>得意先名</v></c><c r="B1" t="str"><v>残高</v></c></row><row r="2"><c r="A2" t="str"><v>A商会</v></c><c r="B2" s="1"><v>1250500</v></c></row></worksheet>',
      ],
    ]);
    const answer = await map(book, XLSX);
    expect(answer.samples.map(({ record }) => record.amount)).toEqual(['1250500']);
    expect(answer.doubts.map(({ code }) => code).filter((code) => code === 'struck_rows')).toEqual(codes);
  });

  test.each([
    ['says what is written beside a cell, which is not read', 'comments1.xml', ['comments_not_read']],
    ['says nothing of other parts of a sheet', 'drawing1.xml', []],
  ])('%s', async (_, part, codes) => {
    const book = zipped([
      ['xl/workbook.xml', '<workbook><sheet name="S" r:id="r"/></workbook>'],
      ['xl/_rels/workbook.xml.rels', '<Relationship Id="r" Target="worksheets/1.xml"/>'],
      ['xl/worksheets/_rels/1.xml.rels', `<Relationship Id="r1" Target="../${part}"/>`],
      [
        `xl/${part}`,
        '<comments><commentList><comment ref="B2"><text><t>11/20 入金済</t></text></comment></commentList></comments>',
      ],
      [
        'xl/worksheets/1.xml',
        '<worksheet><row r="1"><c r="A1" t="str"><v>得意先名</v></c><c r="B1" t="str"><v>残高</v></c></row><row r="2"><c r="A2" t="str"><v>A商会</v></c><c r="B2"><v>1250500</v></c></row></worksheet>',
      ],
    ]);
    const answer = await map(book, XLSX);
    expect(answer.samples.map(({ record }) => record.amount)).toEqual(['1250500']);
    const told = answer.doubts.filter(({ code }) => code === 'comments_not_read');
    expect(told.map(({ code }) => code)).toEqual(codes);
    expect(told.every(({ text }) => text.includes('11/20 入金済'))).toBe(true);
  });

  test('reads headings at its foot and an empty cell of merged currencies as other files do', async () => {
    const lines = [
      ['JPY', 'A商会', '2026/07/31', '1250000'],
      ['USD', 'B工業', '2026/08/31', '980'],
      ['', 'C物産', '2026/08/31', '700'],
      ['通貨', '得意先名', '支払期日', '残高'],
    ];
    const answer = await map(workbookOf(lines), XLSX);
    expect(answer.samples.map(({ record }) => record.currency ?? 'JPY')).toEqual(['JPY', 'USD', 'USD']);
    expect(answer.doubts.map(({ code }) => code)).toEqual([
      'headings_below',
      'currency_not_yen',
      'currency_carried_down',
    ]);
  });

  test('gives days in any format, codes with their zeros, formulas by their value, and refuses a formula without one', async () => {
    expect((await map(twoSheets(), XLSX)).samples.map(({ record }) => record)).toEqual([
      { id: '0001', due_date: '2026-07-31', amount: '980' },
      { id: '2', due_date: '2026-08-31', amount: '=SUM(X1)' },
    ]);
  });

  test.each([
    ['a built-in day', 14, undefined, '46234', '2026-07-31'],
    ['a day in words', 164, 'yyyy"年"m"月"d"日"', '46234', '2026-07-31'],
    ['an era', 164, '[$-411]ggge"年"m"月"d"日"', '46234', '2026-07-31'],
    ['a built-in day of East Asia', 57, undefined, '46234', '2026-07-31'],
    ['a month', 164, 'mmm\\-yy', '46234', '2026-07-31'],
    ['a time alone', 164, 'h:mm', '0.5', 0.5],
    ['a figure', 38, undefined, '1250000', 1_250_000],
    ['a figure with words', 164, '#,##0"円"', '1250000', 1_250_000],
    ['a figure in red below zero', 164, '#,##0;[Red]-#,##0', '-5', -5],
    ['a figure shown in thousands', 164, '#,##0,', '1250500', '1250500円'],
    ['a figure shown in millions', 164, '#,##0,,', '1250500000', '1250500000円'],
    ['a figure with its unit behind it', 164, '#,##0"千円"', '1100', '1100千円'],
    ['a figure shown in thousands with its unit behind it', 164, '#,##0,"千円"', '1100000', '1100000円'],
    ['dollars shown in thousands', 164, '[$$-409]#,##0,', '1250500', '$1250500'],
    ['a code', 164, '00000', '42', '00042'],
    ['yen', 164, '[$¥-411]#,##0', '980', 980],
    ['dollars', 164, '[$$-409]#,##0.00', '980', '$980'],
    ['dollars in quotes', 164, '"US$"#,##0', '980', 'US$980'],
    ['a sum in binary', 0, undefined, '0.30000000000000004', 0.3],
  ])('%s is shown as it is meant', (_, id, code, value, shown) => {
    expect(shownValue(value, formatOfCell(id, code), 1900)).toBe(shown);
  });

  test('counts days from 1904 where it says so', () => {
    expect(shownValue('44772', formatOfCell(14, undefined), 1904)).toBe('2026-07-31');
  });
});

describe('a workbook made to do harm is refused at once', () => {
  const cell = (at: string) =>
    `<worksheet><sheetData><row r="${at.replace(/\D/g, '')}"><c r="${at}"><v>1</v></c></row></sheetData></worksheet>`;

  test.each([
    ['one cell at the far end', workbookWith(cell('XFD1048576')), 'too_many_rows'],
    ['one cell in the last row', workbookWith(cell('A1048576')), 'too_many_rows'],
    ['one cell in the last column', workbookWith(cell('XFD1')), 'too_many_columns'],
    [
      'a thousand blanks for a byte',
      deflated('xl/workbook.xml', new Uint8Array(40_000_000).fill(0x20)),
      'too_many_bytes',
    ],
    ['a size that is a lie', deflated('xl/workbook.xml', new Uint8Array(40_000_000).fill(0x20), 10), 'too_many_bytes'],
    ['a size that is too large', deflated('xl/workbook.xml', new Uint8Array(10), 0xfffffff0), 'too_many_bytes'],
    ['a document type', workbookWith('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), 'excel_file'],
    ['a tag that does not end', workbookWith(`<worksheet ${'a'.repeat(200_000)}`), 'excel_file'],
    [
      'a cell that is too long',
      workbookWith(`<worksheet><row><c t="str"><v>${'5'.repeat(40_000)}</v></c></row></worksheet>`),
      'cell_too_long',
    ],
    [
      'a row that is no number',
      workbookWith('<worksheet><row r="x"><c r="A1"><v>1</v></c></row></worksheet>'),
      'excel_file',
    ],
    ['another archive', zipped([['content.xml', '<a/>']]), 'excel_file'],
    ['half of an archive', workbookOf(LINES).slice(0, 300), 'excel_file'],
  ])('%s', async (_, bytes, code) => {
    expect((await problem(bytes, XLSX)).errors).toMatchObject([{ code }]);
  });

  test('rows whose only cells are far to the right take no memory', async () => {
    const rows = Array.from({ length: 15_000 }, (_, i) => `<row r="${i + 1}"><c r="SF${i + 1}"><v>1</v></c></row>`);
    const answer = await problem(workbookWith(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`), XLSX);
    expect(answer.errors).toMatchObject([{ code: 'too_many_bytes' }]);
  });

  test('an empty style at the far end does no harm', async () => {
    const sheet = new TextDecoder().decode(workbookOf(LINES)).match(/<worksheet>.*<\/worksheet>/s)![0];
    const styled = sheet.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>');
    expect((await map(workbookWith(styled), XLSX)).rows).toBe(2);
  });
});

test('what a list says about disputes, contact and payments is read where it is understood', async () => {
  const cells =
    '請求番号,得意先名,支払期日,残高,係争,連絡状況,最終入金日,ステータス\n1,A,2026-07-31,10,あり,不通,2026/05/01,未入金\n2,B,2026-07-31,20,なし,たぶん,,係争中\n3,C,2026-07-31,30,,,,係争中\n';
  const answer = await map(cells, 'text/csv');
  expect(answer.samples).toMatchObject([
    { record: { dispute: 'full', contact: 'unreachable', last_payment_on: '2026-05-01' }, notes: [] },
    { record: { dispute: 'none' }, notes: [{ code: 'word_not_understood' }] },
    { record: { dispute: 'full' }, notes: [] },
  ]);
  expect(answer.samples[1]!.record).not.toHaveProperty('contact');
});

test('the words in which an answer names a choice are understood in a list', async () => {
  const cells = '得意先,期日,残高,争い,連絡\nA,2026-07-31,10,一部争い,連絡が取れない\nB,2026-07-31,20,全面,逃げ腰\n';
  expect((await map(cells, 'text/csv')).samples).toMatchObject([
    { record: { dispute: 'partial', contact: 'unreachable' }, notes: [] },
    { record: { dispute: 'full', contact: 'evasive' }, notes: [] },
  ]);
});

test.each([
  ['the name beside the code', '得意先コード,得意先名,期日,残高\n1001,A商会,2026-07-31,10\n', 1],
  ['the name before the code', 'Customer Name,Customer Code,Due,Balance\nAcme,77,2026-07-31,10\n', 0],
  ['no code, so that the name tells debtors apart', '得意先名,期日,残高\nA商会,2026-07-31,10\n', null],
  ['no name', '得意先コード,期日,残高\n1001,2026-07-31,10\n', null],
])('which column names the debtors: %s', async (_, cells, place) => {
  expect((await map(cells, 'text/csv')).name_column).toBe(place);
});

describe('other files', () => {
  test('a list between bars', async () => {
    const list =
      'Open items\n\n-----------------------------------------\n|Customer|DocumentNo|Net due dt |Amount in LC|\n|---------------------------------------|\n|1000    |18001     |31.07.2026 |       1.250|\n|1000    |18002     |31.08.2026 |         980|\n|*       |          |           |       2.230|\n-----------------------------------------\n';
    const answer = await map(list, 'text/plain');
    expect(answer.rows).toBe(2);
    expect(answer.samples[0]!.record).toMatchObject({
      id: '18001',
      debtor_id: '1000',
      due_date: '2026-07-31',
      amount: '1250',
    });
  });

  test('an HTML table that is called .xls', async () => {
    const html =
      '<html><head><style>td{mso-number-format:"\\@"}</style></head><body><table><tr><td colspan=2>売掛金</td></tr><tr><th>請求番号</th><th>得意先名</th><th>支払期日</th><th>残高</th></tr><tr><td>0001</td><td>A&amp;B<br>商会</td><td>2026/07/31</td><td>1,250</td></tr></table></body></html>';
    const answer = await map(html, 'application/vnd.ms-excel');
    expect(answer.samples[0]!.record).toEqual({
      id: '0001',
      debtor_id: 'A&B 商会',
      due_date: '2026-07-31',
      amount: '1250',
    });
  });

  test('EUC-JP and windows-1252 are read where charset says so, and asked for where they are not', async () => {
    // 請求番号,支払期日,残高 and one line, in EUC-JP.
    const euc = new Uint8Array([
      ...[0xc0, 0xc1, 0xb5, 0xe1, 0xc8, 0xd6, 0xb9, 0xe6, 0x2c, 0xbb, 0xd9, 0xca, 0xa7, 0xb4, 0xfc, 0xc6, 0xfc],
      ...[0x2c, 0xbb, 0xc4, 0xb9, 0xe2, 0x0a],
      ...new TextEncoder().encode('A,2026-07-31,5\n'),
    ]);
    expect((await map(euc, 'text/csv; charset=euc-jp')).rows).toBe(1);
    const unclear = await problem(euc, 'text/csv');
    expect(unclear.detail).toMatch(/charset=euc-jp/);
    const western = new Uint8Array([
      ...new TextEncoder().encode('Invoice No,Customer,Due Date,Balance\n1,Caf'),
      0xe9,
      ...new TextEncoder().encode(',2026-07-31,5\n'),
    ]);
    expect((await problem(western, 'text/csv')).detail).toMatch(/charset=windows-1252/);
    expect((await map(western, 'text/csv; charset=windows-1252')).samples[0]!.record).toMatchObject({
      debtor_id: 'Café',
    });
  });

  test('rows of JSON under headings of an accounting system are mapped, and lines of JSON are, too', async () => {
    const rows = [
      { 請求番号: 'S-1', 得意先名: 'A商会', 支払期日: '2026/07/31', 残高: 1250 },
      { 請求番号: 'S-2', 得意先名: 'A商会', 支払期日: '2026/07/31', 残高: '▲250' },
    ];
    const body = JSON.stringify({ rows, map: 'auto', lang: 'en', as_of: '2026-11-28', out: 'best_net' });
    const answer = (await (await send('/v1/portfolio', body, 'application/json')).json()) as {
      readonly rows: readonly { readonly id: string; readonly line: number }[];
      readonly summary: { readonly face: string };
    };
    expect(answer.summary.face).toBe('1000');
    expect(answer.rows).toMatchObject([{ id: 'S-1', line: 1 }]);
    const lines = rows.map((row) => JSON.stringify(row)).join('\n');
    const query = '?map=auto&lang=en&format=json&as_of=2026-11-28&out=best_net';
    const mapped = await send(`/v1/portfolio${query}`, lines, 'application/x-ndjson');
    expect((await mapped.json()) as typeof answer).toMatchObject({ summary: { face: '1000' }, rows: answer.rows });
    const refused = await send(`/v1/portfolio${query}`, `${lines}\n{`, 'application/x-ndjson');
    expect(((await refused.json()) as Problem).errors).toMatchObject([{ code: 'malformed_line' }]);
  });

  test('columns and terms that the caller names', async () => {
    const cells = '番号,先方,請求書の日,いくら\n1,A,2026-06-15,1000\n2,B,2026-06-25,2000\n';
    const query = `&columns=${encodeURIComponent('id:番号,debtor_id:先方,invoice_date:請求書の日,amount:いくら')}&terms=${encodeURIComponent('20日締め翌月10日')}`;
    const answer = await map(cells, 'text/csv', query);
    expect(answer.samples.map(({ record }) => record)).toEqual([
      { id: '1', debtor_id: 'A', invoice_date: '2026-06-15', amount: '1000', due_date: '2026-07-10' },
      { id: '2', debtor_id: 'B', invoice_date: '2026-06-25', amount: '2000', due_date: '2026-08-10' },
    ]);
    const known = 'id,due date,balance\nA,2026-07-31,5\n';
    for (const wrong of ['amount:なし', 'amonut:balance'])
      expect((await problem(known, 'text/csv', `&columns=${wrong}`)).errors).toMatchObject([
        { code: 'unknown_column' },
      ]);
    expect((await problem('id,due date,balance\nA,2026-07-31,5\n', 'text/csv', '&terms=soon')).errors).toMatchObject([
      { code: 'unknown_terms' },
    ]);
  });
});
