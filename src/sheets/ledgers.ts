// The ready workbook: a sheet of settings and three example ledgers, with formulas beside each line that ask the service. The companies
// are letters. One line of each kind of mistake stands among them, so that its answer can be seen before it is met.

import type { Workbook, WorkbookCell, WorkbookSheet } from '../formats/workbook.ts';
import type { Day } from '../values/day.ts';
import { at, call, type Dialect, equal, type Formula, named, text, written } from './formula.ts';
import { address, dayIn } from './formulas.ts';

/** The day on which the examples are valued; a reader writes his own. */
const AS_OF: Day = '2026-11-20';

/** Cells of the sheet of settings that have a name. */
const NAMES = [
  ['API', '$B$3'],
  ['AS_OF', '$B$4'],
  ['ANSWER_LANG', '$B$5'],
] as const;

const SETTINGS = '設定';

const words = (value: string): WorkbookCell => ({ kind: 'text', text: value });
const head = (value: string): WorkbookCell => ({ kind: 'text', text: value, look: 'head' });
const value = (number: number): WorkbookCell => ({ kind: 'number', value: number });
const score = (number: number): WorkbookCell => ({ kind: 'number', value: number, decimals: true });
const day = (on: Day): WorkbookCell => ({ kind: 'day', day: on });

/** A question about one line: parameters and the columns that hold them. */
type Asked = readonly (readonly [name: string, column: string, kind?: 'day'])[];

/** A cell inside an address; Calc does not encode an empty one. */
const encoded = (cell: Formula): Formula => call('IF', equal(cell, text('')), text(''), call('ENCODEURL', cell));

/** The address that asks about a line. */
function asking(path: string, asked: Asked, row: number, more: readonly [string, Formula][]): Formula {
  const facts = asked.map(([name, column, kind]): [string, Formula] => {
    const cell = at(`${column}${row}`);
    return [name, kind === 'day' ? dayIn(cell) : encoded(cell)];
  });
  return address(named('API'), path, [
    ...facts,
    ['as_of', dayIn(named('AS_OF'))],
    ['lang', named('ANSWER_LANG')],
    ...more,
  ]);
}

const answerTo = (asked: Asked, row: number, field: string): Formula =>
  call('WEBSERVICE', asking('/v1/cell', asked, row, [['field', text(field)]]));

/** A number, or the sentence that came in its place. */
const numberOf = (fetched: Formula): Formula =>
  call('IFERROR', call('NUMBERVALUE', fetched, text('.'), text(',')), fetched);

/** What a ledger shows beside each line: a heading, a formula, and whether it is an amount. */
type Answer = readonly [heading: string, formula: (row: number) => Formula, look?: 'amount'];

/** A ledger whose lines are followed by answers. */
function ledger(
  name: string,
  headings: readonly string[],
  lines: readonly (readonly WorkbookCell[])[],
  answers: readonly Answer[],
  dialect: Dialect,
): WorkbookSheet {
  const stored = (formula: Formula, look: 'amount' | undefined): WorkbookCell => ({
    kind: 'formula',
    formula: written(formula, dialect),
    ...(look ? { look } : {}),
  });
  return {
    name,
    frozen: 1,
    widths: [...headings.map(() => 13), ...answers.map(([, , look]) => (look ? 14 : 24))],
    rows: [
      [...headings, ...answers.map(([heading]) => heading)].map(head),
      ...lines.map((line, i) => [...line, ...answers.map(([, formula, look]) => stored(formula(i + 2), look))]),
    ],
  };
}

const OPEN_ITEMS: Asked = [
  ['amount', 'D'],
  ['due_date', 'C', 'day'],
];

/** Open items as an accounting system lists them: one value, one address. */
const openItems = (dialect: Dialect): WorkbookSheet =>
  ledger(
    '未入金一覧',
    ['請求番号', '得意先', '支払期日', '未回収額'],
    [
      [words('S-1001'), words('A商事'), day('2026-08-31'), value(1_250_000)],
      [words('S-1002'), words('B工業'), day('2026-10-31'), value(300_000)],
      [words('S-1003'), words('C食品'), day('2025-09-30'), value(8_400_000)],
      [words('S-1004'), words('D物流'), day('2026-06-30'), words('未確定')],
    ],
    [
      ['推奨する手段', (row) => answerTo(OPEN_ITEMS, row, 'best_label')],
      ['期待正味額', (row) => numberOf(answerTo(OPEN_ITEMS, row, 'best_net')), 'amount'],
      ['結論', (row) => answerTo(OPEN_ITEMS, row, 'why')],
    ],
    dialect,
  );

const SIGNALS: Asked = [
  ['amount', 'B'],
  ['overdue_days', 'C'],
  ['tdb_score', 'D'],
  ['contact', 'E'],
  ['evidence', 'F'],
];

const treeOf = (row: number): Formula => call('WEBSERVICE', asking('/v1/evaluate.xml', SIGNALS, row, []));
const picked = (path: string) => (row: number) => call('FILTERXML', treeOf(row), text(path));
const pickedOrNone = (path: string) => (row: number) => call('IFERROR', picked(path)(row), text(''));
const pickedNumber = (path: string) => (row: number) =>
  call('IFERROR', call('NUMBERVALUE', picked(path)(row), text('.'), text(',')), text(''));

/** Items with signs of credit: one address for a line, from which several values are taken. */
const creditSignals = (dialect: Dialect): WorkbookSheet =>
  ledger(
    '与信の兆候',
    ['得意先', '債権額', '滞留日数', '帝国データバンク評点', '連絡', '証拠の強さ'],
    [
      [words('E電機'), value(2_600_000), value(45), score(61), words('responsive'), words('strong')],
      [words('F印刷'), value(780_000), value(150), score(43), words('evasive'), words('medium')],
      [words('G建材'), value(5_100_000), value(310), score(38), words('unreachable'), words('weak')],
      [words('K機械'), value(640_000), value(120), score(130), words('evasive'), words('medium')],
    ],
    [
      // A line that cannot be read has no XML; the cell then asks for the sentence that says why.
      [
        '推奨する手段',
        (row) => call('IFERROR', picked("//option[@rank='1']/label")(row), answerTo(SIGNALS, row, 'best_label')),
      ],
      ['期待正味額', pickedNumber("//option[@rank='1']/net"), 'amount'],
      ['下位10%', pickedNumber("//option[@rank='1']/p10"), 'amount'],
      ['次善の手段', pickedOrNone("//option[@rank='2']/label")],
    ],
    dialect,
  );

const AGING: Asked = [
  ['amount', 'C'],
  ['overdue_days', 'D'],
];

/** An aging list: balances by band of age, each valued at the middle of its band. */
const agingList = (dialect: Dialect): WorkbookSheet =>
  ledger(
    '年齢表',
    ['得意先', '滞留区分', '残高', '滞留日数'],
    [
      [words('H販売'), words('1〜30日'), value(420_000), value(15)],
      [words('H販売'), words('31〜60日'), value(180_000), value(45)],
      [words('I産業'), words('61〜90日'), value(960_000), value(75)],
      [words('J繊維'), words('91日以上'), value(3_300_000), value(180)],
      [words('J繊維'), words('区分なし'), value(50_000), null],
    ],
    [
      ['推奨する手段', (row) => answerTo(AGING, row, 'best_label')],
      ['期待正味額', (row) => numberOf(answerTo(AGING, row, 'best_net')), 'amount'],
      ['時効の最終日', (row) => answerTo(AGING, row, 'limitation_last_day')],
    ],
    dialect,
  );

/** A question with a known answer: whether the service can be reached. A program asks its user about such formulas when it meets one. */
const CHECK = call(
  'WEBSERVICE',
  address(named('API'), '/v1/cell', [
    ['amount', text('1000000')],
    ['overdue_days', text('30')],
    ['as_of', dayIn(named('AS_OF'))],
    ['lang', named('ANSWER_LANG')],
    ['field', text('best_label')],
  ]),
);

const settings = (origin: string, dialect: Dialect): WorkbookSheet => ({
  name: SETTINGS,
  frozen: 0,
  widths: [22, 44, 44],
  rows: [
    [head('kaishu: 未回収債権の回収手段を比べる')],
    [],
    [head('API'), { kind: 'text', text: origin, look: 'input' }, words('サービスのアドレス / address of the service')],
    [head('基準日'), { kind: 'day', day: AS_OF, look: 'input' }, words('評価する日 / day of valuation')],
    [head('言語'), { kind: 'text', text: 'ja', look: 'input' }, words('ja または en / ja or en')],
    [
      head('接続の確認'),
      { kind: 'formula', formula: written(CHECK, dialect) },
      words('手段の名前が出れば通じています / shows the name of an option when connected'),
    ],
    [],
    [words('各シートの右の列が、行ごとにサービスへ問い合わせます。黄色のセルと左の列を書き換えてください。')],
    [words('Excel は Windows 版のみ。LibreOffice では「更新を許可」を押してください（押すまで Err:540）。')],
    [words('送るのは金額・日数・兆候だけです。得意先名は送りません。')],
    [words('ERR で始まるセルは、直すところを文で示します。各シートの最後の行はその見本です。')],
  ],
});

/** The workbook for a dialect in which formulas are stored. */
export const exampleWorkbook = (origin: string, dialect: Dialect): Workbook => ({
  sheets: [settings(origin, dialect), openItems(dialect), creditSignals(dialect), agingList(dialect)],
  names: NAMES.map(([name, cell]) => ({ name, sheet: SETTINGS, cell })),
});
