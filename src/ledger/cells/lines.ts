// Tells what a line below the headings is: a receivable, a total, the name of a group, a repeated heading, or nothing. A line is left out
// only where its own words say so; a line that is merely odd stays, and the evaluation says what is wrong with it.

import { parseAgeLabel } from './buckets.ts';
import { isOtherLabel } from './debtor_names.ts';
import { textOf } from './figures.ts';

/** A word that names a total, and how much it says by itself. */
export interface TotalWord {
  /** Whether it is that of the whole list. */
  readonly grand: boolean;
  /** `exact`: 合計; `named`: Total for A, A 合計, which may be the name of a debtor; `weak`: only the last letter, as in A商会計 or 設計. */
  readonly strength: 'exact' | 'named' | 'weak';
  /** What it sums, where it says so. */
  readonly of: string;
  /** Whether it stands above its lines and names their debtor, although they are not indented. */
  readonly heads?: true;
}

/** What a line is. A `group` names what the lines under it belong to; `debtor` says whether that is a debtor. */
export type LineKind =
  | { readonly kind: 'row' }
  | { readonly kind: 'blank' | 'title' }
  | { readonly kind: 'total'; readonly word: TotalWord }
  | { readonly kind: 'group'; readonly name: string; readonly debtor: boolean };

/** What is known about a table to tell its lines apart. */
export interface LineClues {
  /** Texts of the headings, to know them again on the next page of a list. */
  readonly headings: readonly string[];
  /** Columns whose value makes a line a receivable whatever its name: number, due date, invoice date. */
  readonly own: readonly number[];
  /** Columns of amounts. */
  readonly amounts: readonly number[];
  /** Texts above the headings. */
  readonly titles?: ReadonlySet<string>;
}

/** A text in lower case and half-width forms, without spaces, brackets and marks. */
const bareWord = (text: string): string =>
  text
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]{}【】〔〕<>《》*※:：＊・.-]/g, '');

const GRAND_TOTAL =
  /^(?:合計|総計|総合計|計|σ|全社合?計|全体合?計|(?:売掛金|売掛|債権|残高|未収金?)(?:残高)?合計|合計(?:額|金額|残高)|总计|合计|summe|gesamt(?:summe)?|totalgénéral|total|totals|grandtotal|sum|(?:amount|balance)due|closingbalance)$/;
const PARTIAL_TOTAL =
  /^(?:〆|(?:前|次|翌)(?:頁|ページ|葉)(?:より|から|へ|に)|(?:前|次|翌)(?:頁|ページ|葉)(?:より|から|へ|に)?(?:の)?繰(?:り)?越し?(?:残高|額|金額|高)?|(?:次|翌)(?:月|期|年度?)(?:へ|に)?(?:の)?繰(?:り)?越し?(?:残高|額|金額|高)?|小計|中計|大計|頁計|ページ計|(?:\d{1,2}|当|本|前)?(?:月度?|日)(?:合?計)|累計|(?:得意|取引|請求)先[別]?計|部門計|担当者?計|subtotal|(?:%|percent(?:age)?)(?:of(?:the)?total)?|構成比)$/;
/** A total that names what it sums: 株式会社A商事 合計, Total for A, 0001 計. */
const NAMED_TOTAL =
  /^(?<before>.*?)[\s　]*[([【]?(?:小計|合計|総計)[)\]】]?$|^(?:小計|合計|総計)[\s　:：]*(?<after>.+)$|^(?:grand |sub ?)?totals?\s*[:-]?\s*(?:for |of )?(?<of>\S.*)$|^(?<head>.+?)\s*[:-]?\s*(?:sub)?total$|^(?<spaced>.+[\s\])】])計$/;

/** A letter or mark without which no text names a total. */
const PERHAPS_TOTAL =
  /[計计比*越%頁葉]|ページ|うち|which|thereof|\d[件社名]|p.*t|t.*[lt]|s.*[me]|due|forward|\b[bc]\/?f\b|引当|前[月年期回]|昨年|増減|差|割合|平均|最[大小]|中央|率|allow|prov|reser|aver|prior|prev|change|^\W*(?:net|max|min|median)|^\W*[〆σΣ]/is;

/** What is worked out below a list: an allowance, shares, and what stood there before. */
const STATISTIC =
  /^(?:貸倒)?引当(?:金|額|率|金額)?$|^(?:前月|前年|前期|前回|昨年)(?:同月|同期|末|度)?(?:比|差|計|合計|実績)$|^(?:差引|引当後|引当控除後)(?:合計|計|残高|額)?$|^純額$|^net(?:receivables?|balance|total|amount)?$|^差引増減$|^\d{1,2}%(?:対象)?分?(?:小?計|合計)$|^(?:増減|差異|比率|割合|平均|最[大小]|中央|回収率|対前[月年]比)(?:額|率|値)?$|^(?:max|min)(?:imum)?$|^median$|^(?:allowances?|provisions?|reserves?)(?:for(?:doubtfulaccounts|baddebts?))?(?:%|rate)?$|^(?:average|prior(?:month|year|period)|previous(?:month|year|period)|change|(?:ofwhich|thereof)[a-z]*|うち(?:期[限日]|延滞|滞留|滞納).*)$/;

/** The word of a total in a text; undefined for any other text. */
export function totalIn(written: string): TotalWord | undefined {
  if (!PERHAPS_TOTAL.test(written.slice(0, 100).normalize('NFKC'))) return undefined;
  const text = written
    .replace(/[\s　]*[(（]?(?:税込み?|税抜き?|税別|円)[)）]?$/, '')
    .replace(/\s*[([（]\s*\d+\s*(?:items?|lines?|records?|invoices?|customers?|件|社|名|行)?\s*[)\]）]$/i, '');
  // SAP marks its totals with asterisks alone.
  if (/^\*+$/.test(text.trim())) return { grand: true, strength: 'exact', of: '' };
  if (/^\*{1,3} +\S/.test(text)) return { grand: false, strength: 'named', of: bareWord(text) };
  const word = bareWord(text);
  if (GRAND_TOTAL.test(word)) return { grand: true, strength: 'exact', of: '' };
  if (PARTIAL_TOTAL.test(word) || STATISTIC.test(word)) return { grand: false, strength: 'exact', of: '' };
  // Asterisks and squares on both sides decorate the total of a debtor.
  const spaced = text
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s*=~_■□◆◇●○★☆※<《-]+|[\s*=~_■□◆◇●○★☆※>》-]+$/g, '');
  const groups = NAMED_TOTAL.exec(spaced)?.groups;
  const of = groups?.before ?? groups?.after ?? groups?.of ?? groups?.head ?? groups?.spaced;
  if (of !== undefined) return { grand: false, strength: 'named', of: bareWord(of) };
  // 2件 counts the lines that it sums.
  if (/^(?:全|計|合計|以上)?\d+[件社名]計?$/.test(word)) return { grand: false, strength: 'weak', of: '' };
  // What a page brings forward sums the lines above; an opening balance does not.
  if (/^(?:balance |total |amount )?(?:(?:brought|carried) forward|[bc]\/f)$/.test(spaced))
    return { grand: false, strength: 'weak', of: '' };
  return /\S計$/.test(spaced) ? { grand: false, strength: 'weak', of: bareWord(spaced.slice(0, -1)) } : undefined;
}

/** Whether a text is the total of something that it names: A 合計, Total for A. */
export const namesTotal = (text: string): boolean => totalIn(text)?.strength === 'named';

/** A name as totals refer to it: without case, width, spaces and marks. */
export const nameKey = (text: string): string => bareWord(text);

/** Whether a text is nothing but a figure, with signs, a currency or a percentage. */
const isFigure = (text: string): boolean => /^[-+−▲△(¥\\\s]*[\d,.]+[)\s円%▲△-]*$/.test(text.normalize('NFKC'));

/** A figure behind a word, with a mark between them or none. */
const FIGURE_BEHIND = /[\s:：]*[¥￥\\]?\s*\d[\d,]*\s*円?$/;
const FIGURE_BEFORE = /^[¥￥\\]?\s*\d[\d,]*\s*円?\s*/;

/** A total that stands in one cell with its word with its figure under the amounts, whose places are given; others are unchanged. */
export function withFigureBehind(row: readonly unknown[], places: readonly number[]): readonly unknown[] {
  const [only = '', ...others] = row.map(textOf).filter((text) => text !== '');
  const figure =
    others.length > 0
      ? undefined
      : (FIGURE_BEHIND.exec(only.slice(0, 100)) ?? FIGURE_BEFORE.exec(only))?.[0].replace(/^[\s:：]+/, '');
  return figure === undefined ? row : row.map((_, i) => (places.includes(i) ? figure : ''));
}

/** What a number of a page holds. */
const MAY_BE_PAGE = /頁|ページ|page/i;
const PAGE = /^(?:page|頁|ページ)[\s:：.]*\d+(?:\s*(?:of|\/)\s*\d+)?$|^\d+\s*(?:\/\s*\d+\s*)?(?:頁|ページ|pages?)$/i;
const SIGNED =
  /^(?:prepared|approved|checked|reviewed|authori[sz]ed|signed|printed|generated|exported) (?:by|on|at)\b|^(?:(?:作成|承認|確認|照合|印刷|出力|検印)(?:者|日|日時|印|欄|者印)|検印|承認|印刷)[\s:：]*$/i;

/** Whether a line is the number of a page or a place for a signature, with no figure in the columns of amounts. */
const isFurniture = (
  filled: readonly { readonly text: string; readonly column: number }[],
  amounts: readonly number[],
): boolean =>
  (SIGNED.test(filled[0]?.text ?? '') &&
    !filled.some(({ text, column }) => amounts.includes(column) && isFigure(text))) ||
  (filled.some(({ text }) => MAY_BE_PAGE.test(text) && PAGE.test(text)) &&
    !filled.some(({ text, column }) => amounts.includes(column) && /\d/.test(text) && !PAGE.test(text)));

/** What a line of cells is. */
export function lineKind(row: readonly unknown[], { headings, own, amounts, titles }: LineClues): LineKind {
  const texts = row.map(textOf);
  const filled = texts.flatMap((text, column) => (text === '' ? [] : [{ text, column }]));
  const [first, ...others] = filled;
  if (first === undefined) return { kind: 'blank' };
  if (others.length > 0 && filled.every(({ text, column }) => text === headings[column])) return { kind: 'title' };
  // A line of dashes is drawn under headings and above totals, and units in brackets stand under headings.
  if (
    others.length > 0 &&
    (filled.every(({ text }) => /^[:：]?[-=–—─━ー_]{2,}[:：]?$/.test(text)) ||
      filled.every(({ text }) => /^[(（[［][^\d]+[)）\]］]$/.test(text)))
  )
    return { kind: 'title' };
  if (others.length > 0 && isFurniture(filled, amounts)) return { kind: 'title' };
  // The title of the list stands again above each page, with its number.
  const isPage = (text: string): boolean => /^\d{1,4}\s?[/／]\s?\d{1,4}$/.test(text);
  if (others.length > 0 && filled.every(({ text }) => titles?.has(text) || isPage(text)) && !isPage(first.text))
    return { kind: 'title' };
  // A form shows with a first line how it is filled in.
  if (filled.slice(0, 2).some(({ text }) => /^(?:[(（【[](?:記入|入力)?例[)）】\]]|(?:記入|入力)例)/.test(text)))
    return { kind: 'title' };
  // SAP marks its totals with asterisks, whose line may have fewer cells than the table.
  const isShort = /^\*{1,3} +\S/.test(first.text) && others.some((one) => isFigure(one.text));
  if (isShort && !filled.some((one) => amounts.includes(one.column) && isFigure(one.text)))
    return { kind: 'total', word: { grand: false, strength: 'exact', of: '' } };
  // 件数 counts the lines above.
  if (others.length === 1 && /^(?:件数|count)$/i.test(first.text) && others.every((one) => isFigure(one.text)))
    return { kind: 'total', word: { grand: false, strength: 'exact', of: '' } };
  // 合計：330,000円 in one cell.
  const label = first.text.slice(0, 100).replace(FIGURE_BEHIND, '').replace(FIGURE_BEFORE, '');
  if (others.length === 0 && label !== first.text && totalIn(label)?.strength === 'exact')
    return { kind: 'total', word: { grand: true, strength: 'exact', of: '' } };
  // A debtor may be called "Total Systems": a line with a number or a day of its own is a receivable, unless the word of a total stands there.
  const inOwn = filled.flatMap(({ text, column }) => (own.includes(column) ? [totalIn(text)] : []));
  const isOwn = inOwn.includes(undefined) && !inOwn.some((word) => word?.strength === 'exact');
  // The last line of a statement may have a day, and its total in no column of movements.
  const moves = isOwn && filled.some(({ column }) => amounts.includes(column));
  for (const { text } of moves ? [] : filled.slice(0, 4)) {
    const total = isFigure(text) ? undefined : totalIn(text);
    if (total !== undefined && (!isOwn || total.strength === 'exact')) return { kind: 'total', word: total };
  }
  // A line of shares of the total, with or without a word.
  const shares = filled.filter(({ column }) => amounts.includes(column));
  if (
    !isOwn &&
    (shares.length > 1 || (shares.length === 1 && filled.length === 2)) &&
    (shares.every(({ text }) => /%$/.test(text.normalize('NFKC'))) ||
      filled.every(({ text }) => /^(?:100|\d{1,2})\.\d{1,2}$/.test(text)))
  )
    return { kind: 'total', word: { grand: false, strength: 'exact', of: '' } };
  const { text, column } = first;
  const isNote = /^[※*＊(（]|^(?:注|備考|note|以上)/i.test(text);
  if (
    others.length === 0 &&
    !isFigure(text) &&
    (!amounts.includes(column) || isNote || !/\d/.test(text.normalize('NFKC')))
  )
    return {
      kind: 'group',
      name: text,
      debtor: parseAgeLabel(text) === undefined && !isNote && !isOtherLabel(text) && !amounts.includes(column),
    };
  return { kind: 'row' };
}

/** Lines of which it is known whether they are plain: a table asks it of each for many of its columns. */
const PLAIN_LINES = new WeakMap<readonly unknown[], boolean>();

/** Whether no word makes a line a total. */
export const isPlainLine = (row: readonly unknown[]): boolean => {
  let known = PLAIN_LINES.get(row);
  if (known === undefined) {
    const kind = lineKind(row, { headings: [], own: [], amounts: [] });
    known = kind.kind !== 'total' || kind.word.strength === 'weak';
    PLAIN_LINES.set(row, known);
  }
  return known;
};
