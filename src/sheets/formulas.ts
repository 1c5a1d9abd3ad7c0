// The formulas that the page offers for Excel on Windows, LibreOffice Calc and Google Sheets, with the address of the service filled in.
// They read one row: amount in B, days overdue in C, TDB score in D, due date in E; the valuation day stands in H1, because Google
// Sheets lets no formula that fetches depend on TODAY.

import type { Lang, Text } from '../values/text.ts';
import {
  COMMA_SYNTAX,
  cellReference,
  concatenation,
  equality,
  type Formula,
  type FormulaSyntax,
  functionCall,
  nameReference,
  numberLiteral,
  SEMICOLON_SYNTAX,
  textLiteral,
} from './formula.ts';

/** Longest address that WEBSERVICE asks. */
export const URL_MAX = 2048;
/** Longest answer that WEBSERVICE takes. */
export const ANSWER_MAX = 32_767;
/** Longest formula that Excel takes. */
export const FORMULA_MAX = 8192;

export interface OfferedFormula {
  readonly title: Text;
  readonly formula: Formula;
}

/** A program with its own way of writing formulas. */
export interface Program {
  readonly id: 'excel' | 'calc' | 'google';
  readonly dialect: FormulaSyntax;
  readonly offered: (origin: string, lang: Lang) => readonly OfferedFormula[];
}

/** A day as the service reads it, whatever the cell shows. */
export const dayIn = (cell: Formula): Formula => functionCall('TEXT', cell, textLiteral('yyyy-mm-dd'));

type QueryParameter = readonly [name: string, value: Formula];

/** An address with a query, in the order given, because caches tell orders apart. */
export const address = (origin: Formula, path: string, query: readonly QueryParameter[]): Formula =>
  concatenation(
    origin,
    textLiteral(path),
    ...query.flatMap(([name, value], i) => [textLiteral(`${i === 0 ? '?' : '&'}${name}=`), value]),
  );

const AMOUNT_PARAMETER = ['amount', cellReference('B2')] as const;
const OVERDUE_PARAMETER = ['overdue_days', cellReference('C2')] as const;
const SCORE_PARAMETER = ['tdb_score', cellReference('D2')] as const;
const DUE_PARAMETER = ['due_date', dayIn(cellReference('E2'))] as const;
const AS_OF_PARAMETER = ['as_of', dayIn(cellReference('$H$1'))] as const;

const fieldParameter = (name: string): QueryParameter => ['field', textLiteral(name)];
const fetched = (url: Formula): Formula => functionCall('WEBSERVICE', url);
const BEST_NET = "//option[@rank='1']/net";

/** Rows that fit into one address: 2 columns, whole yen. */
const BLOCK = 'B2:C60';

const TITLES = {
  best: { ja: '推奨する手段', en: 'Recommended option' },
  net: { ja: '期待正味額（数値）', en: 'Expected net value, as a number' },
  why: { ja: '支払期日から求めた結論（文）', en: 'Headline, from the due date' },
  xml: { ja: 'XMLから取り出した期待正味額', en: 'Expected net value, taken from XML' },
  block: { ja: '59行分を1回の通信で', en: '59 rows in one request' },
  table: { ja: '全手段の順位表', en: 'Every option, ranked' },
} as const satisfies Record<string, Text>;

/** The parts that all programs share. */
function sharedAddresses(origin: string, lang: Lang) {
  const home = textLiteral(origin);
  const spoken: QueryParameter = ['lang', textLiteral(lang)];
  return {
    best: address(home, '/v1/cell', [
      AMOUNT_PARAMETER,
      OVERDUE_PARAMETER,
      SCORE_PARAMETER,
      AS_OF_PARAMETER,
      spoken,
      fieldParameter('best_label'),
    ]),
    net: address(home, '/v1/cell', [
      AMOUNT_PARAMETER,
      OVERDUE_PARAMETER,
      SCORE_PARAMETER,
      AS_OF_PARAMETER,
      fieldParameter('best_net'),
    ]),
    why: address(home, '/v1/cell', [AMOUNT_PARAMETER, DUE_PARAMETER, AS_OF_PARAMETER, spoken, fieldParameter('why')]),
    tree: address(home, '/v1/evaluate.xml', [AMOUNT_PARAMETER, OVERDUE_PARAMETER, AS_OF_PARAMETER]),
    list: address(home, '/v1/evaluate.csv', [
      AMOUNT_PARAMETER,
      OVERDUE_PARAMETER,
      AS_OF_PARAMETER,
      spoken,
      ['header', textLiteral(lang)],
      ['out', textLiteral('option_label,net_value,p10,p90')],
    ]),
    block: (rows: Formula) =>
      address(home, '/v1/cells', [
        ['cols', textLiteral('amount,overdue_days')],
        ['out', textLiteral('best_label,best_net')],
        AS_OF_PARAMETER,
        spoken,
        ['rows', rows],
      ]),
  };
}

const empty = textLiteral('');

/** Excel on Windows; the block of rows needs LET, BYROW and TEXTSPLIT. */
const excel: Program['offered'] = (origin, lang) => {
  const { best, net, why, tree, block } = sharedAddresses(origin, lang);
  const row = nameReference('r');
  const line = functionCall(
    'IF',
    equality(functionCall('INDEX', row, numberLiteral(1)), empty),
    empty,
    functionCall('TEXTJOIN', textLiteral(','), nameReference('FALSE'), row),
  );
  const rows = functionCall(
    'TEXTJOIN',
    textLiteral(';'),
    nameReference('TRUE'),
    functionCall('BYROW', cellReference(BLOCK), functionCall('LAMBDA', row, line)),
  );
  const skipped = nameReference('');
  const split = functionCall(
    'TEXTSPLIT',
    fetched(block(nameReference('q'))),
    textLiteral(','),
    functionCall('CHAR', numberLiteral(10)),
    skipped,
    skipped,
    empty,
  );
  // An empty text would count as 0.
  const read = functionCall(
    'IFERROR',
    functionCall('NUMBERVALUE', nameReference('t'), textLiteral('.'), textLiteral(',')),
    nameReference('t'),
  );
  const numbers = functionCall('IF', equality(nameReference('t'), empty), empty, read);
  return [
    { title: TITLES.best, formula: fetched(best) },
    { title: TITLES.net, formula: functionCall('NUMBERVALUE', fetched(net), textLiteral('.'), textLiteral(',')) },
    { title: TITLES.why, formula: fetched(why) },
    { title: TITLES.xml, formula: functionCall('FILTERXML', fetched(tree), textLiteral(BEST_NET)) },
    { title: TITLES.block, formula: functionCall('LET', nameReference('q'), rows, nameReference('t'), split, numbers) },
  ];
};

const calc: Program['offered'] = (origin, lang) => {
  const { best, net, why, tree } = sharedAddresses(origin, lang);
  return [
    { title: TITLES.best, formula: fetched(best) },
    { title: TITLES.net, formula: functionCall('NUMBERVALUE', fetched(net), textLiteral('.')) },
    { title: TITLES.why, formula: fetched(why) },
    { title: TITLES.xml, formula: functionCall('FILTERXML', fetched(tree), textLiteral(`number(${BEST_NET})`)) },
  ];
};

const google: Program['offered'] = (origin, lang) => {
  const { best, tree, list, block } = sharedAddresses(origin, lang);
  const [first, second] = BLOCK.split(':');
  const [from, to] = [first!.slice(1), second!.slice(1)];
  const line = (column: string) => cellReference(`${column}${from}:${column}${to}`);
  const lines = functionCall(
    'IF',
    equality(line('B'), empty),
    empty,
    concatenation(line('B'), textLiteral(','), line('C')),
  );
  const rows = functionCall('TEXTJOIN', textLiteral(';'), nameReference('TRUE'), functionCall('ARRAYFORMULA', lines));
  return [
    { title: TITLES.best, formula: functionCall('IMPORTDATA', best) },
    { title: TITLES.table, formula: functionCall('IMPORTDATA', list) },
    { title: TITLES.xml, formula: functionCall('IMPORTXML', tree, textLiteral(BEST_NET)) },
    { title: TITLES.block, formula: functionCall('IMPORTDATA', block(rows)) },
  ];
};

/** Every program for which formulas are offered. */
export const PROGRAMS: readonly Program[] = [
  { id: 'excel', dialect: COMMA_SYNTAX, offered: excel },
  { id: 'calc', dialect: SEMICOLON_SYNTAX, offered: calc },
  { id: 'google', dialect: COMMA_SYNTAX, offered: google },
];
