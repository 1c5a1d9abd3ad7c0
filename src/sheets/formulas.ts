// The formulas that the page offers for Excel on Windows, LibreOffice Calc and Google Sheets, with the address of the service filled in.
// They read one row: amount in B, days overdue in C, TDB score in D, due date in E; the valuation day stands in H1, because Google
// Sheets lets no formula that fetches depend on TODAY.

import type { Lang, Text } from '../values/text.ts';
import {
  at,
  COMMA,
  call,
  type Dialect,
  equal,
  type Formula,
  joined,
  named,
  number,
  SEMICOLON,
  text,
} from './formula.ts';

/** Longest address that WEBSERVICE asks. */
export const URL_MAX = 2048;
/** Longest answer that WEBSERVICE takes. */
export const ANSWER_MAX = 32_767;
/** Longest formula that Excel takes. */
export const FORMULA_MAX = 8192;

export interface Offered {
  readonly title: Text;
  readonly formula: Formula;
}

/** A program with its own way of writing formulas. */
export interface Program {
  readonly id: 'excel' | 'calc' | 'google';
  readonly dialect: Dialect;
  readonly offered: (origin: string, lang: Lang) => readonly Offered[];
}

/** A day as the service reads it, whatever the cell shows. */
export const dayIn = (cell: Formula): Formula => call('TEXT', cell, text('yyyy-mm-dd'));

type Parameter = readonly [name: string, value: Formula];

/** An address with a query, in the order given, because caches tell orders apart. */
export const address = (origin: Formula, path: string, query: readonly Parameter[]): Formula =>
  joined(origin, text(path), ...query.flatMap(([name, value], i) => [text(`${i === 0 ? '?' : '&'}${name}=`), value]));

const AMOUNT = ['amount', at('B2')] as const;
const OVERDUE = ['overdue_days', at('C2')] as const;
const SCORE = ['tdb_score', at('D2')] as const;
const DUE = ['due_date', dayIn(at('E2'))] as const;
const AS_OF = ['as_of', dayIn(at('$H$1'))] as const;

const field = (name: string): Parameter => ['field', text(name)];
const fetched = (url: Formula): Formula => call('WEBSERVICE', url);
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
function shared(origin: string, lang: Lang) {
  const home = text(origin);
  const spoken: Parameter = ['lang', text(lang)];
  return {
    best: address(home, '/v1/cell', [AMOUNT, OVERDUE, SCORE, AS_OF, spoken, field('best_label')]),
    net: address(home, '/v1/cell', [AMOUNT, OVERDUE, SCORE, AS_OF, field('best_net')]),
    why: address(home, '/v1/cell', [AMOUNT, DUE, AS_OF, spoken, field('why')]),
    tree: address(home, '/v1/evaluate.xml', [AMOUNT, OVERDUE, AS_OF]),
    list: address(home, '/v1/evaluate.csv', [
      AMOUNT,
      OVERDUE,
      AS_OF,
      spoken,
      ['header', text(lang)],
      ['out', text('option_label,net_value,p10,p90')],
    ]),
    block: (rows: Formula) =>
      address(home, '/v1/cells', [
        ['cols', text('amount,overdue_days')],
        ['out', text('best_label,best_net')],
        AS_OF,
        spoken,
        ['rows', rows],
      ]),
  };
}

const empty = text('');

/** Excel on Windows; the block of rows needs LET, BYROW and TEXTSPLIT. */
const excel: Program['offered'] = (origin, lang) => {
  const { best, net, why, tree, block } = shared(origin, lang);
  const row = named('r');
  const line = call(
    'IF',
    equal(call('INDEX', row, number(1)), empty),
    empty,
    call('TEXTJOIN', text(','), named('FALSE'), row),
  );
  const rows = call('TEXTJOIN', text(';'), named('TRUE'), call('BYROW', at(BLOCK), call('LAMBDA', row, line)));
  const skipped = named('');
  const split = call(
    'TEXTSPLIT',
    fetched(block(named('q'))),
    text(','),
    call('CHAR', number(10)),
    skipped,
    skipped,
    empty,
  );
  // An empty text would count as 0.
  const read = call('IFERROR', call('NUMBERVALUE', named('t'), text('.'), text(',')), named('t'));
  const numbers = call('IF', equal(named('t'), empty), empty, read);
  return [
    { title: TITLES.best, formula: fetched(best) },
    { title: TITLES.net, formula: call('NUMBERVALUE', fetched(net), text('.'), text(',')) },
    { title: TITLES.why, formula: fetched(why) },
    { title: TITLES.xml, formula: call('FILTERXML', fetched(tree), text(BEST_NET)) },
    { title: TITLES.block, formula: call('LET', named('q'), rows, named('t'), split, numbers) },
  ];
};

const calc: Program['offered'] = (origin, lang) => {
  const { best, net, why, tree } = shared(origin, lang);
  return [
    { title: TITLES.best, formula: fetched(best) },
    { title: TITLES.net, formula: call('NUMBERVALUE', fetched(net), text('.')) },
    { title: TITLES.why, formula: fetched(why) },
    { title: TITLES.xml, formula: call('FILTERXML', fetched(tree), text(`number(${BEST_NET})`)) },
  ];
};

const google: Program['offered'] = (origin, lang) => {
  const { best, tree, list, block } = shared(origin, lang);
  const [first, second] = BLOCK.split(':');
  const [from, to] = [first!.slice(1), second!.slice(1)];
  const line = (column: string) => at(`${column}${from}:${column}${to}`);
  const lines = call('IF', equal(line('B'), empty), empty, joined(line('B'), text(','), line('C')));
  const rows = call('TEXTJOIN', text(';'), named('TRUE'), call('ARRAYFORMULA', lines));
  return [
    { title: TITLES.best, formula: call('IMPORTDATA', best) },
    { title: TITLES.table, formula: call('IMPORTDATA', list) },
    { title: TITLES.xml, formula: call('IMPORTXML', tree, text(BEST_NET)) },
    { title: TITLES.block, formula: call('IMPORTDATA', block(rows)) },
  ];
};

/** Every program for which formulas are offered. */
export const PROGRAMS: readonly Program[] = [
  { id: 'excel', dialect: COMMA, offered: excel },
  { id: 'calc', dialect: SEMICOLON, offered: calc },
  { id: 'google', dialect: COMMA, offered: google },
];
