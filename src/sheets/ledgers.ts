// The example workbook: a sheet of settings and three example ledgers, with formulas beside each line that ask the service. Companies are
// named by letters. The last line of each ledger holds a mistake, so that a reader sees its answer before meeting it.

import type { PrintedPage, Workbook, WorkbookCell, WorkbookSheet } from '../formats/workbook.ts';
import { describedFields } from '../request/composition.ts';
import type { Day } from '../values/day.ts';
import { LANGS, type Text } from '../values/text.ts';
import {
  call,
  definedName,
  equal,
  type Formula,
  type FormulaSyntax,
  formulaText,
  literal,
  reference,
} from './formula.ts';
import { address, dayIn } from './formulas.ts';

/** The day on which the examples are valued; readers enter their own. */
const EXAMPLE_DAY: Day = '2026-11-20';

/** Cells of the sheet of settings that have a name. */
const NAMED_CELLS = [
  ['API', '$B$3'],
  ['AS_OF', '$B$4'],
  ['ANSWER_LANG', '$B$5'],
] as const;

const SETTINGS = '設定';

const textCell = (value: string): WorkbookCell => ({ kind: 'text', text: value });
const headCell = (value: string): WorkbookCell => ({ kind: 'text', text: value, look: { tone: 'head' } });
const amountCell = (number: number): WorkbookCell => ({ kind: 'number', value: number });
const scoreCell = (number: number): WorkbookCell => ({ kind: 'number', value: number, look: { format: 'decimal' } });
const dayCell = (on: Day): WorkbookCell => ({ kind: 'day', day: on });

/** The last row in which values are chosen from a list. */
const LISTED_TO = 500;

/** The members of a choice as people call them. */
const membersListed = (field: string): string[] => Object.values(labelsOf(field)).map(({ ja }) => ja);

const labelsOf = (field: string): Readonly<Record<string, Text>> =>
  describedFields().find(({ name }) => name === field)?.value_labels ?? {};

/** A cell with a member of a choice as people call it; the service reads that word. */
const chosen = (field: string, member: string): WorkbookCell => textCell(labelsOf(field)[member]?.ja ?? member);

/** The parameters of a question about one line, and the columns that hold their values. */
type LineParameters = readonly (readonly [name: string, column: string, kind?: 'day'])[];

/** A cell inside an address; Calc does not encode an empty one. */
const encoded = (cell: Formula): Formula => call('IF', equal(cell, literal('')), literal(''), call('ENCODEURL', cell));

/** The address that asks about a line; `more` are parameters that no column holds. */
function lineAddress(
  path: string,
  parameters: LineParameters,
  row: number,
  more: readonly [string, Formula][],
): Formula {
  const facts = parameters.map(([name, column, kind]): [string, Formula] => {
    const cell = reference(`${column}${row}`);
    return [name, kind === 'day' ? dayIn(cell) : encoded(cell)];
  });
  return address(definedName('API'), path, [
    ...facts,
    ['as_of', dayIn(definedName('AS_OF'))],
    ['lang', definedName('ANSWER_LANG')],
    ...more,
  ]);
}

const answerForLine = (parameters: LineParameters, row: number, field: string): Formula =>
  call('WEBSERVICE', lineAddress('/v1/cell', parameters, row, [['field', literal(field)]]));

/** The number that was fetched, or the sentence that came in its place. */
const numberOrText = (fetched: Formula): Formula =>
  call('IFERROR', call('NUMBERVALUE', fetched, literal('.'), literal(',')), fetched);

/** A column of answers beside a ledger: its heading, the formula of a row, and whether it shows an amount. */
type AnswerColumn = readonly [heading: string, formula: (row: number) => Formula, look?: 'amount'];

/** An example ledger, and what stands beside each of its lines. */
interface ExampleLedger {
  /** Name of its sheet. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly lines: readonly (readonly WorkbookCell[])[];
  readonly answers: readonly AnswerColumn[];
  /** Columns in which a member of a field is chosen from a list, by their place from 0. */
  readonly chosenFrom?: readonly (readonly [column: number, field: string])[];
}

/** How every sheet is printed: all its columns across a page. */
const PRINTED: PrintedPage = { landscape: true, one_page: false };

/** The sheet of an example ledger, with formulas beside each line. */
function ledgerSheet(
  { name, headings, lines, answers, chosenFrom = [] }: ExampleLedger,
  syntax: FormulaSyntax,
): WorkbookSheet {
  const formulaCell = (formula: Formula, look: 'amount' | undefined): WorkbookCell => ({
    kind: 'formula',
    formula: formulaText(formula, syntax),
    ...(look ? { look: { format: look } } : {}),
  });
  return {
    name,
    frozen: 1,
    print: PRINTED,
    choices: chosenFrom.map(([column, field]) => ({ column, from: 2, to: LISTED_TO, members: membersListed(field) })),
    widths: [...headings.map(() => 13), ...answers.map(([, , look]) => (look ? 14 : 24))],
    rows: [
      [...headings, ...answers.map(([heading]) => heading)].map(headCell),
      ...lines.map((line, i) => [...line, ...answers.map(([, formula, look]) => formulaCell(formula(i + 2), look))]),
    ],
  };
}

const OPEN_ITEMS: LineParameters = [
  ['amount', 'D'],
  ['due_date', 'C', 'day'],
];

/** Open items as an accounting system lists them: one value, one address. */
const OPEN_ITEMS_LEDGER: ExampleLedger = {
  name: '未入金一覧',
  headings: ['請求番号', '得意先', '支払期日', '未回収額'],
  lines: [
    [textCell('S-1001'), textCell('A商事'), dayCell('2026-08-31'), amountCell(1_250_000)],
    [textCell('S-1002'), textCell('B工業'), dayCell('2026-10-31'), amountCell(300_000)],
    [textCell('S-1003'), textCell('C食品'), dayCell('2025-09-30'), amountCell(8_400_000)],
    [textCell('S-1004'), textCell('D物流'), dayCell('2026-06-30'), textCell('未確定')],
  ],
  answers: [
    ['推奨する手段', (row) => answerForLine(OPEN_ITEMS, row, 'best_label')],
    ['期待額', (row) => numberOrText(answerForLine(OPEN_ITEMS, row, 'best_net')), 'amount'],
    ['結論', (row) => answerForLine(OPEN_ITEMS, row, 'why')],
  ],
};

const SIGNALS: LineParameters = [
  ['amount', 'B'],
  ['overdue_days', 'C'],
  ['tdb_score', 'D'],
  ['contact', 'E'],
  ['evidence', 'F'],
];

const treeOf = (row: number): Formula => call('WEBSERVICE', lineAddress('/v1/evaluate.xml', SIGNALS, row, []));
const picked = (path: string) => (row: number) => call('FILTERXML', treeOf(row), literal(path));
const pickedOrNone = (path: string) => (row: number) => call('IFERROR', picked(path)(row), literal(''));
const pickedNumber = (path: string) => (row: number) =>
  call('IFERROR', call('NUMBERVALUE', picked(path)(row), literal('.'), literal(',')), literal(''));

/** Items with signals of credit: one address for a line, from which several values are taken. */
const CREDIT_SIGNALS_LEDGER: ExampleLedger = {
  name: '与信の兆候',
  headings: ['得意先', '債権額', '滞留日数', '帝国データバンク評点', '連絡', '証拠の強さ'],
  chosenFrom: [
    [4, 'contact'],
    [5, 'evidence'],
  ],
  lines: [
    [
      textCell('E電機'),
      amountCell(2_600_000),
      amountCell(45),
      scoreCell(61),
      chosen('contact', 'responsive'),
      chosen('evidence', 'strong'),
    ],
    [
      textCell('F印刷'),
      amountCell(780_000),
      amountCell(150),
      scoreCell(43),
      chosen('contact', 'evasive'),
      chosen('evidence', 'medium'),
    ],
    [
      textCell('G建材'),
      amountCell(5_100_000),
      amountCell(310),
      scoreCell(38),
      chosen('contact', 'unreachable'),
      chosen('evidence', 'weak'),
    ],
    [
      textCell('K機械'),
      amountCell(640_000),
      amountCell(120),
      scoreCell(130),
      chosen('contact', 'evasive'),
      chosen('evidence', 'medium'),
    ],
  ],
  answers: [
    // A line that cannot be read has no XML; the cell then asks for the sentence that says why.
    [
      '推奨する手段',
      (row) => call('IFERROR', picked("//option[@rank='1']/label")(row), answerForLine(SIGNALS, row, 'best_label')),
    ],
    ['期待額', pickedNumber("//option[@rank='1']/net"), 'amount'],
    ['下位10%', pickedNumber("//option[@rank='1']/p10"), 'amount'],
    ['次善の手段', pickedOrNone("//option[@rank='2']/label")],
  ],
};

const AGING: LineParameters = [
  ['amount', 'C'],
  ['overdue_days', 'D'],
];

/** An aging list: balances by band of age, each valued at the middle of its band. */
const AGING_LEDGER: ExampleLedger = {
  name: '年齢表',
  headings: ['得意先', '滞留区分', '残高', '滞留日数'],
  lines: [
    [textCell('H販売'), textCell('1〜30日'), amountCell(420_000), amountCell(15)],
    [textCell('H販売'), textCell('31〜60日'), amountCell(180_000), amountCell(45)],
    [textCell('I産業'), textCell('61〜90日'), amountCell(960_000), amountCell(75)],
    [textCell('J繊維'), textCell('91日以上'), amountCell(3_300_000), amountCell(180)],
    [textCell('J繊維'), textCell('区分なし'), amountCell(50_000), null],
  ],
  answers: [
    ['推奨する手段', (row) => answerForLine(AGING, row, 'best_label')],
    ['期待額', (row) => numberOrText(answerForLine(AGING, row, 'best_net')), 'amount'],
    ['時効の最終日', (row) => answerForLine(AGING, row, 'limitation_last_day')],
  ],
};

/** A formula that shows whether the service can be reached. A program asks its user for permission when it meets such a formula. */
const CHECK = call(
  'WEBSERVICE',
  address(definedName('API'), '/v1/cell', [
    ['amount', literal('1000000')],
    ['overdue_days', literal('30')],
    ['as_of', dayIn(definedName('AS_OF'))],
    ['lang', definedName('ANSWER_LANG')],
    ['field', literal('best_label')],
  ]),
);

const settingsSheet = (origin: string, syntax: FormulaSyntax): WorkbookSheet => ({
  name: SETTINGS,
  frozen: 0,
  print: PRINTED,
  choices: [{ column: 1, from: 5, to: 5, members: LANGS }],
  widths: [22, 44, 44],
  rows: [
    [headCell('kaishu: 未回収債権の回収手段を比べる')],
    [],
    [
      headCell('API'),
      { kind: 'text', text: origin, look: { tone: 'input' } },
      textCell('サービスのアドレス / address of the service'),
    ],
    [
      headCell('基準日'),
      { kind: 'day', day: EXAMPLE_DAY, look: { tone: 'input' } },
      textCell('評価する日 / day of valuation'),
    ],
    [headCell('言語'), { kind: 'text', text: 'ja', look: { tone: 'input' } }, textCell('ja または en / ja or en')],
    [
      headCell('接続の確認'),
      { kind: 'formula', formula: formulaText(CHECK, syntax) },
      textCell('手段の名前が出れば通じています / shows the name of an option when connected'),
    ],
    [],
    [textCell('各シートの右の列が、行ごとにサービスへ問い合わせます。黄色のセルと左の列を書き換えてください。')],
    [textCell('Excel は Windows 版のみ。LibreOffice では「更新を許可」を押してください（押すまで Err:540）。')],
    [textCell('送るのは金額・日数・兆候だけです。得意先名は送りません。')],
    [textCell('ERR で始まるセルは、直すところを文で示します。各シートの最後の行はその見本です。')],
  ],
});

const EXAMPLE_LEDGERS = [OPEN_ITEMS_LEDGER, CREDIT_SIGNALS_LEDGER, AGING_LEDGER];

/** The example workbook, with the address of the service and with formulas in the syntax in which a file stores them. */
export const exampleWorkbook = (origin: string, syntax: FormulaSyntax): Workbook => ({
  sheets: [settingsSheet(origin, syntax), ...EXAMPLE_LEDGERS.map((ledger) => ledgerSheet(ledger, syntax))],
  names: NAMED_CELLS.map(([name, cell]) => ({ name, sheet: SETTINGS, cell })),
});
