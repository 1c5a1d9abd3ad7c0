// Ledgers made at random whose sum is known by construction: headings, decorations, orders, totals, figures, files and encodings as systems
// write them.

import { zipped } from '../src/formats/zip.ts';
import { generator } from './random.ts';

/** A made ledger: its bytes, what they are, and what is owed in it. */
export interface MadeLedger {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its lines, for the message of a test. */
  readonly lines: readonly (readonly string[])[];
  /** What the lines that are receivables come to, in yen, before credits. */
  readonly owed: bigint;
  /** What credits take away. */
  readonly credits: bigint;
  /** Lines that are receivables. */
  readonly receivables: number;
}

interface Draw {
  readonly below: (end: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  readonly often: (percent: number) => boolean;
}

function drawing(seed: number): Draw {
  const random = generator(seed);
  const below = (end: number): number => Math.floor(random() * end);
  return { below, one: (of) => of[below(of.length)]!, often: (percent) => below(100) < percent };
}

const NAMES = [
  'A商会',
  'B工業',
  '株式会社C',
  'D設計',
  '有限会社E',
  'F会計事務所',
  'Gシステム',
  'Total Systems',
  'Acme',
  '総合企画',
  '合計算機',
  '計測サービス',
];
const HEADINGS = {
  id: ['請求番号', '請求書No.', '伝票番号', 'Invoice No', 'Inv #', '管理番号', '【必須】請求番号', '請求書番号'],
  debtor: ['得意先名', '取引先', '顧客名', 'Customer', 'Bill To', 'お客様名', '請求先', 'Cust Name', '会社名'],
  due: ['支払期日', '入金期限', 'Due Date', '期日', 'お支払期限', '支払期限日', 'Net Due Date'],
  amount: [
    '残高',
    '売掛残高',
    '未回収額',
    'Balance',
    'Open Amt',
    '未収金',
    'Outstanding Balance',
    '請求残高',
    '残高（税込）',
    'Amount Due',
  ],
} as const;
/** Columns beside the fields: what they are headed and what stands in them. */
const BESIDE: readonly (readonly [heading: string, cell: (draw: Draw) => string])[] = [
  ['摘要', (draw) => draw.one(['7月分', '工事', '', '1,000個'])],
  ['担当者', (draw) => draw.one(['山田', '佐藤', ''])],
  ['与信限度額', (draw) => String(draw.below(9) * 1_000_000)],
  ['前月残高', (draw) => String(draw.below(999_999))],
  ['備考', (draw) => draw.one(['', '合計に注意', '要確認'])],
  ['Memo', (draw) => draw.one(['', 'total', 'x'])],
  ['締日', () => '2026/06/30'],
  ['電話番号', () => '03-1234-5678'],
];
const AGES: readonly (readonly string[])[] = [
  ['期日前', '1～30日', '31～60日', '61日以上'],
  ['Current', '1-30', '31-60', '61-90', '91+'],
  ['当月', '1ヶ月', '2ヶ月', '3ヶ月超'],
  ['Not Due', '0 to 30 Days Past Due', '31 to 60 Days Past Due', '61+ Days Past Due'],
  ['正常債権', '30日以内', '60日以内', '90日以内', '90日超'],
  ['3ヶ月以内', '3ヶ月～6ヶ月', '6ヶ月～1年', '1年以上'],
  ['At Date', '1-30', '31-60', '61-90', 'Older'],
];

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const wide = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** How a table writes its figures; one way for a whole table, as systems do. */
type Figure = (value: bigint) => string;
const signed = (value: bigint, minus: string, write: Figure): string =>
  value < 0n ? `${minus}${write(-value)}` : write(value);
const FIGURES: readonly Figure[] = [
  (value) => value.toString(),
  (value) => signed(value, '-', (one) => grouped(one.toString())),
  (value) => signed(value, '▲', (one) => grouped(one.toString())),
  (value) => signed(value, '△', (one) => `${grouped(one.toString())}円`),
  (value) => (value < 0n ? `(${grouped((-value).toString())})` : `¥${grouped(value.toString())}`),
  (value) => signed(value, '-', (one) => `${one}.00`),
  (value) => (value < 0n ? `${-value}-` : value.toString()),
  (value) => signed(value, '-', (one) => wide(grouped(one.toString()))),
  (value) => (value === 0n ? '-' : signed(value, '-', (one) => grouped(one.toString()))),
  (value) => signed(value, '-', (one) => grouped(one.toString()).replaceAll(',', ' ')),
  (value) => (value < 0n ? `${grouped((-value).toString())} CR` : grouped(value.toString())),
];
const DAYS: readonly ((day: number) => string)[] = [
  (day) => `2026/07/${String(day).padStart(2, '0')}`,
  (day) => `2026-07-${String(day).padStart(2, '0')}`,
  (day) => `R8.7.${day}`,
  (day) => `2026年7月${day}日`,
  (day) => `202607${String(day).padStart(2, '0')}`,
  (day) => `2026/7/${day} 0:00`,
];

/** A table before it becomes a file. */
interface MadeTable {
  readonly lines: string[][];
  readonly owed: bigint;
  readonly credits: bigint;
  readonly receivables: number;
}

function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = draw.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

const titlesOf = (draw: Draw): string[][] =>
  draw.often(50)
    ? [
        [draw.one(['売掛金残高一覧表', 'A/R Open Items', '債権一覧'])],
        ['2026年10月31日現在'],
        ...(draw.often(50) ? [['']] : []),
      ]
    : [];

const totalWord = (name: string, draw: Draw): string =>
  draw.one([`${name} 計`, `${name}計`, `${name} 合計`, `Total for ${name}`, '小計', '【得意先計】', '']);

const GRAND = ['合計', '総合計', 'Total', '【合計】', '合　計', '総計', ''];

/** Headings of a column of states, with words of open lines and of lines that are not owed. */
const STATES: readonly (readonly [heading: string, open: readonly string[], gone: readonly string[]])[] = [
  ['入金ステータス', ['未入金', '延滞', '請求済'], ['入金済', '取消', '下書き']],
  ['Status', ['Open', 'Overdue', 'Unpaid', 'Sent'], ['Paid', 'Void', 'Draft', 'Written off']],
  ['消込', ['', '未'], ['済', '○']],
];

/** A list with one line for each receivable. */
function openItems(draw: Draw): MadeTable {
  const figure = draw.one(FIGURES);
  const day = draw.one(DAYS);
  const fields = ['id', 'debtor', 'due', 'amount'] as const;
  const beside = shuffled(BESIDE, draw).slice(0, draw.below(4));
  const state = draw.often(30) ? draw.one(STATES) : undefined;
  const headings = new Map<string, string>(fields.map((field) => [field, draw.one(HEADINGS[field])]));
  const columns = shuffled(
    [...fields, ...(state === undefined ? [] : ['state']), ...beside.map((_, i) => `beside ${i}`)],
    draw,
  );
  const line = (cells: Readonly<Record<string, string>>): string[] => columns.map((column) => cells[column] ?? '');
  const besides = (): Record<string, string> =>
    Object.fromEntries(beside.map(([, cell], i) => [`beside ${i}`, cell(draw)]));
  const lines = titlesOf(draw);
  lines.push(
    line({
      ...Object.fromEntries(headings),
      ...(state === undefined ? {} : { state: state[0] }),
      ...Object.fromEntries(beside.map(([heading], i) => [`beside ${i}`, heading])),
    }),
  );
  const names = shuffled(NAMES, draw).slice(0, 1 + draw.below(5));
  const [subtotals, merged, grand] = [draw.often(40), draw.often(20), draw.often(60)];
  // Round amounts may look like units.
  const round = draw.one([1n, 1n, 1n, 1000n, 1_000_000n]);
  let [owed, credits, gone, receivables, number] = [0n, 0n, 0n, 0, 0];
  for (const name of names) {
    let sum = 0n;
    const count = 1 + draw.below(4);
    for (let i = 0; i < count; i++) {
      const isCredit = i > 0 && draw.often(12);
      const most = round === 1n ? draw.one([999, 99_999, 9_999_999]) : 999;
      const value = round * BigInt(1 + draw.below(most)) * (isCredit ? -1n : 1n);
      const isGone = state !== undefined && !isCredit && draw.often(25);
      number++;
      lines.push(
        line({
          ...besides(),
          ...(state === undefined ? {} : { state: draw.one(isGone ? state[2] : state[1]) }),
          id: `S-${1000 + number}`,
          debtor: merged && i > 0 ? '' : name,
          due: day(1 + draw.below(31)),
          amount: figure(value),
        }),
      );
      sum += value;
      if (isGone) gone += value;
      else if (isCredit) credits -= value;
      else [owed, receivables] = [owed + value, receivables + 1];
    }
    if (subtotals) lines.push(line({ debtor: totalWord(name, draw), amount: figure(sum) }));
    if (subtotals && draw.often(20)) lines.push(line({}));
  }
  if (grand) lines.push(line({ [draw.one(['debtor', 'id'])]: draw.one(GRAND), amount: figure(owed - credits + gone) }));
  if (draw.often(20)) lines.push(['※ 金額は税込です。']);
  return { lines, owed, credits, receivables };
}

/** A table with one line for each debtor and a column for each age. */
function agingTable(draw: Draw): MadeTable {
  const figure = draw.one(FIGURES);
  const ages = draw.one(AGES);
  const hasTotal = draw.often(60);
  const hasLimit = draw.often(20);
  const lines = titlesOf(draw);
  const width = ages.length;
  const line = (name: string, values: readonly bigint[], sum: bigint, limit: string): string[] => [
    name,
    ...values.map((value) => (value === 0n && draw.often(30) ? '' : figure(value))),
    ...(hasTotal ? [figure(sum)] : []),
    ...(hasLimit ? [limit] : []),
  ];
  lines.push([
    draw.one(HEADINGS.debtor),
    ...ages,
    ...(hasTotal ? [draw.one(['合計', 'Total', '残高'])] : []),
    ...(hasLimit ? ['与信限度額'] : []),
  ]);
  const whole = Array.from({ length: width }, () => 0n);
  let [owed, receivables] = [0n, 0];
  for (const name of shuffled(NAMES, draw).slice(0, 2 + draw.below(6))) {
    const values = Array.from({ length: width }, () => (draw.often(45) ? BigInt(1 + draw.below(9_999_999)) : 0n));
    for (const [i, value] of values.entries()) {
      whole[i] = whole[i]! + value;
      if (value > 0n) receivables++;
    }
    const sum = values.reduce((all, value) => all + value, 0n);
    owed += sum;
    lines.push(line(name, values, sum, String(draw.below(9) * 1_000_000)));
  }
  if (draw.often(60)) lines.push(line(draw.one(GRAND), whole, owed, ''));
  return { lines, owed, credits: 0n, receivables };
}

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;

const utf8 = new TextEncoder();

/** Bytes of each character in Shift_JIS, by decoding every pair of bytes once. */
const SHIFT_JIS: ReadonlyMap<string, readonly number[]> = new Map(
  [...Array(0x10000).keys()]
    .flatMap((code): [string, readonly number[]][] => {
      const bytes = code < 0x100 ? [code] : [code >> 8, code & 255];
      try {
        const text = new TextDecoder('shift_jis', { fatal: true }).decode(new Uint8Array(bytes));
        return [...text].length === 1 ? [[text, bytes]] : [];
      } catch {
        return [];
      }
    })
    .reverse(),
);

const inShiftJis = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  const bytes = [...text].map((mark) => SHIFT_JIS.get(mark));
  return bytes.every((one) => one !== undefined) ? new Uint8Array(bytes.flat()) : undefined;
};

const inUtf16 = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array([
    0xff,
    0xfe,
    ...[...Array(text.length).keys()].flatMap((i) => [text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8]),
  ]);

const markup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** A workbook with one sheet. Plain whole figures become numbers, everything else texts. */
export function workbookOf(lines: readonly (readonly string[])[], sheet = 'Sheet1'): Uint8Array<ArrayBuffer> {
  const rows = lines.map((cells, i) => {
    const written = cells.map((cell, j) => {
      const at = `r="${letters(j)}${i + 1}"`;
      if (cell === '') return '';
      return /^-?[1-9]\d{0,11}$/.test(cell)
        ? `<c ${at}><v>${cell}</v></c>`
        : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${markup(cell)}</t></is></c>`;
    });
    return `<row r="${i + 1}">${written.join('')}</row>`;
  });
  return workbookWith(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`, sheet);
}

/** A workbook whose only sheet is this markup. */
export const workbookWith = (worksheet: string, sheet = 'Sheet1'): Uint8Array<ArrayBuffer> =>
  zipped([
    [
      'xl/workbook.xml',
      `<workbook><sheets><sheet name="${markup(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    ['xl/worksheets/sheet1.xml', worksheet],
  ]);

/** A table as a file of some kind. */
function fileOf(lines: readonly (readonly string[])[], draw: Draw): { bytes: Uint8Array<ArrayBuffer>; type: string } {
  const separator = draw.one([',', ',', '\t', ';']);
  const end = draw.one(['\n', '\r\n']);
  const text = lines.map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator)).join(end) + end;
  const kind = draw.below(6);
  if (kind === 0) return { bytes: workbookOf(lines), type: 'application/octet-stream' };
  const bytes =
    kind === 1 ? inShiftJis(text) : kind === 2 ? inUtf16(text) : kind === 3 ? utf8.encode(`\ufeff${text}`) : undefined;
  return { bytes: bytes ?? utf8.encode(text), type: 'text/csv' };
}

/** The ledger of a seed. */
export function madeLedger(seed: number): MadeLedger {
  const draw = drawing(seed);
  const table = draw.often(65) ? openItems(draw) : agingTable(draw);
  return { ...table, ...fileOf(table.lines, draw) };
}
