// The formulas that the page offers for Excel on Windows, LibreOffice Calc and Google Sheets, with the address of the service filled in.
// They read one row: amount in B, days overdue in C, TDB score in D, due date in E; the valuation day is in H1, because Google
// Sheets lets no formula that fetches depend on TODAY.

import type { Lang, Text } from '../values/text.ts';
import {
  COMMA_SYNTAX,
  call,
  concat,
  definedName,
  equal,
  type Formula,
  type FormulaSyntax,
  literal,
  number,
  reference,
  SEMICOLON_SYNTAX,
} from './formula.ts';

/** Longest address that WEBSERVICE asks. */
export const URL_MAX = 2048;
/** Longest answer that WEBSERVICE takes. */
export const ANSWER_MAX = 32_767;
/** Longest formula that Excel takes. */
export const FORMULA_MAX = 8192;

/** A formula to copy. */
export interface OfferedFormula {
  /** What it gives. */
  readonly title: Text;
  readonly formula: Formula;
}

/** A program with its own way of writing formulas. */
export interface Program {
  readonly id: 'excel' | 'calc' | 'google';
  readonly syntax: FormulaSyntax;
  /** The formulas offered for it; `origin` is the address of the service. */
  readonly offered: (origin: string, lang: Lang) => readonly OfferedFormula[];
}

/** The formula of a day as the service reads it, however the cell shows it. */
export const dayIn = (cell: Formula): Formula => call('TEXT', cell, literal('yyyy-mm-dd'));

type QueryParameter = readonly [name: string, value: Formula];

/** The formula of an address with a query. Parameters keep their order, because caches tell orders apart. */
export const address = (origin: Formula, path: string, query: readonly QueryParameter[]): Formula =>
  concat(
    origin,
    literal(path),
    ...query.flatMap(([name, value], i) => [literal(`${i === 0 ? '?' : '&'}${name}=`), value]),
  );

const AMOUNT_PARAMETER = ['amount', reference('B2')] as const;
const OVERDUE_PARAMETER = ['overdue_days', reference('C2')] as const;
const SCORE_PARAMETER = ['tdb_score', reference('D2')] as const;
const DUE_PARAMETER = ['due_date', dayIn(reference('E2'))] as const;
const AS_OF_PARAMETER = ['as_of', dayIn(reference('$H$1'))] as const;

const fieldParameter = (name: string): QueryParameter => ['field', literal(name)];
const fetched = (url: Formula): Formula => call('WEBSERVICE', url);
const BEST_NET = "//option[@rank='1']/net";

/** Rows of two columns, with amounts in whole yen, that fit into one address. */
const BLOCK_ROWS = { first: 2, last: 60 } as const;

/** The cells of the block in one column, or from one column to another. */
const blockCells = (from: string, to = from): Formula =>
  reference(`${from}${BLOCK_ROWS.first}:${to}${BLOCK_ROWS.last}`);

const TITLES = {
  best: { ja: '推奨する手段', en: 'Recommended option' },
  net: { ja: '期待額（数値）', en: 'Expected net value, as a number' },
  why: { ja: '支払期日から求めた結論（文）', en: 'Headline, from the due date' },
  xml: { ja: 'XMLから取り出した期待額', en: 'Expected net value, taken from XML' },
  block: { ja: '59行分を1回の通信で', en: '59 rows in one request' },
  table: { ja: '全手段の順位表', en: 'Every option, ranked' },
} as const satisfies Record<string, Text>;

/** The addresses that formulas of several programs ask. */
function sharedAddresses(origin: string, lang: Lang) {
  const home = literal(origin);
  const spoken: QueryParameter = ['lang', literal(lang)];
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
      ['header', literal(lang)],
      ['out', literal('option_label,net_value,p10,p90')],
    ]),
    block: (rows: Formula) =>
      address(home, '/v1/cells', [
        ['cols', literal('amount,overdue_days')],
        ['out', literal('best_label,best_net')],
        AS_OF_PARAMETER,
        spoken,
        ['rows', rows],
      ]),
  };
}

const empty = literal('');

/** Excel on Windows; the block of rows needs LET, BYROW and TEXTSPLIT. */
const excel: Program['offered'] = (origin, lang) => {
  const { best, net, why, tree, block } = sharedAddresses(origin, lang);
  const row = definedName('r');
  const line = call(
    'IF',
    equal(call('INDEX', row, number(1)), empty),
    empty,
    call('TEXTJOIN', literal(','), definedName('FALSE'), row),
  );
  const rows = call(
    'TEXTJOIN',
    literal(';'),
    definedName('TRUE'),
    call('BYROW', blockCells('B', 'C'), call('LAMBDA', row, line)),
  );
  const skipped = definedName('');
  const split = call(
    'TEXTSPLIT',
    fetched(block(definedName('q'))),
    literal(','),
    call('CHAR', number(10)),
    skipped,
    skipped,
    empty,
  );
  // An empty text would count as 0.
  const read = call('IFERROR', call('NUMBERVALUE', definedName('t'), literal('.'), literal(',')), definedName('t'));
  const numbers = call('IF', equal(definedName('t'), empty), empty, read);
  return [
    { title: TITLES.best, formula: fetched(best) },
    { title: TITLES.net, formula: call('NUMBERVALUE', fetched(net), literal('.'), literal(',')) },
    { title: TITLES.why, formula: fetched(why) },
    { title: TITLES.xml, formula: call('FILTERXML', fetched(tree), literal(BEST_NET)) },
    { title: TITLES.block, formula: call('LET', definedName('q'), rows, definedName('t'), split, numbers) },
  ];
};

const calc: Program['offered'] = (origin, lang) => {
  const { best, net, why, tree } = sharedAddresses(origin, lang);
  return [
    { title: TITLES.best, formula: fetched(best) },
    { title: TITLES.net, formula: call('NUMBERVALUE', fetched(net), literal('.')) },
    { title: TITLES.why, formula: fetched(why) },
    { title: TITLES.xml, formula: call('FILTERXML', fetched(tree), literal(`number(${BEST_NET})`)) },
  ];
};

const google: Program['offered'] = (origin, lang) => {
  const { best, tree, list, block } = sharedAddresses(origin, lang);
  const [amounts, days] = [blockCells('B'), blockCells('C')];
  const lines = call('IF', equal(amounts, empty), empty, concat(amounts, literal(','), days));
  const rows = call('TEXTJOIN', literal(';'), definedName('TRUE'), call('ARRAYFORMULA', lines));
  return [
    { title: TITLES.best, formula: call('IMPORTDATA', best) },
    { title: TITLES.table, formula: call('IMPORTDATA', list) },
    { title: TITLES.xml, formula: call('IMPORTXML', tree, literal(BEST_NET)) },
    { title: TITLES.block, formula: call('IMPORTDATA', block(rows)) },
  ];
};

const PROGRAM_BY_ID: Readonly<Record<Program['id'], Program>> = {
  excel: { id: 'excel', syntax: COMMA_SYNTAX, offered: excel },
  calc: { id: 'calc', syntax: SEMICOLON_SYNTAX, offered: calc },
  google: { id: 'google', syntax: COMMA_SYNTAX, offered: google },
};

/** Every program for which formulas are offered. */
export const PROGRAMS: readonly Program[] = Object.values(PROGRAM_BY_ID);

/** A program by its id. */
export const programOf = (id: Program['id']): Program => PROGRAM_BY_ID[id];
