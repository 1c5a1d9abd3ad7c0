// The ready workbook: a sheet of settings and three example ledgers, with formulas beside each line that ask the service. The companies
// are letters. One line of each kind of mistake stands among them, so that its answer can be seen before it is met.

import type { Workbook, WorkbookCell, WorkbookSheet } from '../formats/workbook.ts';
import type { Day } from '../values/day.ts';
import {
  cellReference,
  equality,
  type Formula,
  type FormulaSyntax,
  formulaText,
  functionCall,
  nameReference,
  textLiteral,
} from './formula.ts';
import { address, dayIn } from './formulas.ts';

/** The day on which the examples are valued; a reader writes his own. */
const EXAMPLE_DAY: Day = '2026-11-20';

/** Cells of the sheet of settings that have a name. */
const NAMED_CELLS = [
  ['API', '$B$3'],
  ['AS_OF', '$B$4'],
  ['ANSWER_LANG', '$B$5'],
] as const;

const SETTINGS = '設定';

const textCell = (value: string): WorkbookCell => ({ kind: 'text', text: value });
const headCell = (value: string): WorkbookCell => ({ kind: 'text', text: value, look: 'head' });
const amountCell = (number: number): WorkbookCell => ({ kind: 'number', value: number });
const scoreCell = (number: number): WorkbookCell => ({ kind: 'number', value: number, decimals: true });
const dayCell = (on: Day): WorkbookCell => ({ kind: 'day', day: on });

/** A question about one line: parameters and the columns that hold them. */
type LineParameters = readonly (readonly [name: string, column: string, kind?: 'day'])[];

/** A cell inside an address; Calc does not encode an empty one. */
const encoded = (cell: Formula): Formula =>
  functionCall('IF', equality(cell, textLiteral('')), textLiteral(''), functionCall('ENCODEURL', cell));

/** The address that asks about a line. */
function lineAddress(path: string, asked: LineParameters, row: number, more: readonly [string, Formula][]): Formula {
  const facts = asked.map(([name, column, kind]): [string, Formula] => {
    const cell = cellReference(`${column}${row}`);
    return [name, kind === 'day' ? dayIn(cell) : encoded(cell)];
  });
  return address(nameReference('API'), path, [
    ...facts,
    ['as_of', dayIn(nameReference('AS_OF'))],
    ['lang', nameReference('ANSWER_LANG')],
    ...more,
  ]);
}

const answerForLine = (asked: LineParameters, row: number, field: string): Formula =>
  functionCall('WEBSERVICE', lineAddress('/v1/cell', asked, row, [['field', textLiteral(field)]]));

/** A number, or the sentence that came in its place. */
const numberOrText = (fetched: Formula): Formula =>
  functionCall('IFERROR', functionCall('NUMBERVALUE', fetched, textLiteral('.'), textLiteral(',')), fetched);

/** What a ledger shows beside each line: a heading, a formula, and whether it is an amount. */
type AnswerColumn = readonly [heading: string, formula: (row: number) => Formula, look?: 'amount'];

/** A ledger whose lines are followed by answers. */
function ledgerSheet(
  name: string,
  headings: readonly string[],
  lines: readonly (readonly WorkbookCell[])[],
  answers: readonly AnswerColumn[],
  dialect: FormulaSyntax,
): WorkbookSheet {
  const stored = (formula: Formula, look: 'amount' | undefined): WorkbookCell => ({
    kind: 'formula',
    formula: formulaText(formula, dialect),
    ...(look ? { look } : {}),
  });
  return {
    name,
    frozen: 1,
    widths: [...headings.map(() => 13), ...answers.map(([, , look]) => (look ? 14 : 24))],
    rows: [
      [...headings, ...answers.map(([heading]) => heading)].map(headCell),
      ...lines.map((line, i) => [...line, ...answers.map(([, formula, look]) => stored(formula(i + 2), look))]),
    ],
  };
}

const OPEN_ITEMS: LineParameters = [
  ['amount', 'D'],
  ['due_date', 'C', 'day'],
];

/** Open items as an accounting system lists them: one value, one address. */
const openItemsSheet = (dialect: FormulaSyntax): WorkbookSheet =>
  ledgerSheet(
    '未入金一覧',
    ['請求番号', '得意先', '支払期日', '未回収額'],
    [
      [textCell('S-1001'), textCell('A商事'), dayCell('2026-08-31'), amountCell(1_250_000)],
      [textCell('S-1002'), textCell('B工業'), dayCell('2026-10-31'), amountCell(300_000)],
      [textCell('S-1003'), textCell('C食品'), dayCell('2025-09-30'), amountCell(8_400_000)],
      [textCell('S-1004'), textCell('D物流'), dayCell('2026-06-30'), textCell('未確定')],
    ],
    [
      ['推奨する手段', (row) => answerForLine(OPEN_ITEMS, row, 'best_label')],
      ['期待正味額', (row) => numberOrText(answerForLine(OPEN_ITEMS, row, 'best_net')), 'amount'],
      ['結論', (row) => answerForLine(OPEN_ITEMS, row, 'why')],
    ],
    dialect,
  );

const SIGNALS: LineParameters = [
  ['amount', 'B'],
  ['overdue_days', 'C'],
  ['tdb_score', 'D'],
  ['contact', 'E'],
  ['evidence', 'F'],
];

const treeOf = (row: number): Formula => functionCall('WEBSERVICE', lineAddress('/v1/evaluate.xml', SIGNALS, row, []));
const picked = (path: string) => (row: number) => functionCall('FILTERXML', treeOf(row), textLiteral(path));
const pickedOrNone = (path: string) => (row: number) => functionCall('IFERROR', picked(path)(row), textLiteral(''));
const pickedNumber = (path: string) => (row: number) =>
  functionCall(
    'IFERROR',
    functionCall('NUMBERVALUE', picked(path)(row), textLiteral('.'), textLiteral(',')),
    textLiteral(''),
  );

/** Items with signs of credit: one address for a line, from which several values are taken. */
const creditSignalsSheet = (dialect: FormulaSyntax): WorkbookSheet =>
  ledgerSheet(
    '与信の兆候',
    ['得意先', '債権額', '滞留日数', '帝国データバンク評点', '連絡', '証拠の強さ'],
    [
      [
        textCell('E電機'),
        amountCell(2_600_000),
        amountCell(45),
        scoreCell(61),
        textCell('responsive'),
        textCell('strong'),
      ],
      [textCell('F印刷'), amountCell(780_000), amountCell(150), scoreCell(43), textCell('evasive'), textCell('medium')],
      [
        textCell('G建材'),
        amountCell(5_100_000),
        amountCell(310),
        scoreCell(38),
        textCell('unreachable'),
        textCell('weak'),
      ],
      [
        textCell('K機械'),
        amountCell(640_000),
        amountCell(120),
        scoreCell(130),
        textCell('evasive'),
        textCell('medium'),
      ],
    ],
    [
      // A line that cannot be read has no XML; the cell then asks for the sentence that says why.
      [
        '推奨する手段',
        (row) =>
          functionCall('IFERROR', picked("//option[@rank='1']/label")(row), answerForLine(SIGNALS, row, 'best_label')),
      ],
      ['期待正味額', pickedNumber("//option[@rank='1']/net"), 'amount'],
      ['下位10%', pickedNumber("//option[@rank='1']/p10"), 'amount'],
      ['次善の手段', pickedOrNone("//option[@rank='2']/label")],
    ],
    dialect,
  );

const AGING: LineParameters = [
  ['amount', 'C'],
  ['overdue_days', 'D'],
];

/** An aging list: balances by band of age, each valued at the middle of its band. */
const agingSheet = (dialect: FormulaSyntax): WorkbookSheet =>
  ledgerSheet(
    '年齢表',
    ['得意先', '滞留区分', '残高', '滞留日数'],
    [
      [textCell('H販売'), textCell('1〜30日'), amountCell(420_000), amountCell(15)],
      [textCell('H販売'), textCell('31〜60日'), amountCell(180_000), amountCell(45)],
      [textCell('I産業'), textCell('61〜90日'), amountCell(960_000), amountCell(75)],
      [textCell('J繊維'), textCell('91日以上'), amountCell(3_300_000), amountCell(180)],
      [textCell('J繊維'), textCell('区分なし'), amountCell(50_000), null],
    ],
    [
      ['推奨する手段', (row) => answerForLine(AGING, row, 'best_label')],
      ['期待正味額', (row) => numberOrText(answerForLine(AGING, row, 'best_net')), 'amount'],
      ['時効の最終日', (row) => answerForLine(AGING, row, 'limitation_last_day')],
    ],
    dialect,
  );

/** A question with a known answer: whether the service can be reached. A program asks its user about such formulas when it meets one. */
const CHECK = functionCall(
  'WEBSERVICE',
  address(nameReference('API'), '/v1/cell', [
    ['amount', textLiteral('1000000')],
    ['overdue_days', textLiteral('30')],
    ['as_of', dayIn(nameReference('AS_OF'))],
    ['lang', nameReference('ANSWER_LANG')],
    ['field', textLiteral('best_label')],
  ]),
);

const settingsSheet = (origin: string, dialect: FormulaSyntax): WorkbookSheet => ({
  name: SETTINGS,
  frozen: 0,
  widths: [22, 44, 44],
  rows: [
    [headCell('kaishu: 未回収債権の回収手段を比べる')],
    [],
    [
      headCell('API'),
      { kind: 'text', text: origin, look: 'input' },
      textCell('サービスのアドレス / address of the service'),
    ],
    [headCell('基準日'), { kind: 'day', day: EXAMPLE_DAY, look: 'input' }, textCell('評価する日 / day of valuation')],
    [headCell('言語'), { kind: 'text', text: 'ja', look: 'input' }, textCell('ja または en / ja or en')],
    [
      headCell('接続の確認'),
      { kind: 'formula', formula: formulaText(CHECK, dialect) },
      textCell('手段の名前が出れば通じています / shows the name of an option when connected'),
    ],
    [],
    [textCell('各シートの右の列が、行ごとにサービスへ問い合わせます。黄色のセルと左の列を書き換えてください。')],
    [textCell('Excel は Windows 版のみ。LibreOffice では「更新を許可」を押してください（押すまで Err:540）。')],
    [textCell('送るのは金額・日数・兆候だけです。得意先名は送りません。')],
    [textCell('ERR で始まるセルは、直すところを文で示します。各シートの最後の行はその見本です。')],
  ],
});

/** The workbook for a dialect in which formulas are stored. */
export const exampleWorkbook = (origin: string, dialect: FormulaSyntax): Workbook => ({
  sheets: [settingsSheet(origin, dialect), openItemsSheet(dialect), creditSignalsSheet(dialect), agingSheet(dialect)],
  names: NAMED_CELLS.map(([name, cell]) => ({ name, sheet: SETTINGS, cell })),
});
