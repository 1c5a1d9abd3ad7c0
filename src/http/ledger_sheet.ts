// The sheet of a workbook that holds the ledger: the one that the caller names, or the one whose headings are known best.

import { didYouMean, nearest } from '../fields/nearest.ts';
import { echo } from '../fields/reading.ts';
import { currencyOfGroup, isYen } from '../ledger/cells/currencies.ts';
import { monthsRun, periodIn } from '../ledger/cells/titles.ts';
import { type Unreadable, unreadable } from '../ledger/file/decode.ts';
import { type LedgerNote, note } from '../ledger/found.ts';
import { knownHeadings } from '../ledger/headings/header.ts';
import { isWholeWord } from '../ledger/lines/wholes.ts';
import type { LedgerSheet } from '../ledger/workbook/workbook.ts';

/** The sheet that is read, and the doubt that it was chosen among several. */
export interface ChosenSheet {
  readonly sheet: LedgerSheet;
  readonly doubts: readonly LedgerNote[];
}

const sheetKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/**
 * Says that rows nobody sees are read, too: a filter that was left on must not hide money, nor bring any in silently. So are rows that
 * are struck through, as people do with what is paid.
 */
export const unusualRows = ({
  name,
  hiddenRows: count,
  struckRows: struck,
  comments: [comment, ...comments] = [],
}: LedgerSheet): readonly LedgerNote[] => [
  ...(comment === undefined
    ? []
    : [
        note(
          'comments_not_read',
          `シート「${name}」のセルにはメモが${comments.length + 1}件（${comment.row}行目「${comment.text.slice(0, 40)}」など）付いていますが、読んでいません。`,
          `The cells of the sheet "${name}" have ${comments.length + 1} comment${comments.length === 0 ? '' : 's'} (line ${comment.row}: "${comment.text.slice(0, 40)}"), which ${comments.length === 0 ? 'is' : 'are'} not read.`,
        ),
      ]),
  ...(count === 0
    ? []
    : [
        note(
          'hidden_rows',
          `シート「${name}」には非表示の行（フィルターを含む）が${count}行あり、それらも読みました。除くときは、表示中の行だけを別のシートに写してください。`,
          `The sheet "${name}" has ${count} hidden or filtered ${count === 1 ? 'row' : 'rows'}, which ${count === 1 ? 'is' : 'are'} read, too. Copy the visible rows to another sheet to leave them out.`,
        ),
      ]),
  ...(struck.length === 0
    ? []
    : [
        note(
          'struck_rows',
          `シート「${name}」には取り消し線のある行が${struck.length}行（${struck.slice(0, 5).join('、')}行目など）あり、それらも読みました。済んだ行なら消してください。`,
          `The sheet "${name}" has ${struck.length} ${struck.length === 1 ? 'row' : 'rows'} struck through (line ${struck.slice(0, 5).join(', ')}), which ${struck.length === 1 ? 'is' : 'are'} read, too. Delete what is settled.`,
        ),
      ]),
];

/** Names of sheets of what we owe, of what is settled, and of examples. */
const OF_OTHERS =
  /買掛|仕入|支払|payable|vendor|supplier|(?<!未)(?:入金|回収|支払|消込|完了)済|完了|記入例|見本|雛形|ひな形|テンプレ|template|sample|\bpaid\b/i;

/** Whether a sheet is rather not the one of what is owed in yen. */
const isOther = (name: string): boolean => OF_OTHERS.test(name) || !isYen(currencyOfGroup([name]));

/** The sheet of the latest of several months, years or days that the names of all sheets are; undefined where they are none. */
function latestOf(sheets: readonly LedgerSheet[]): LedgerSheet | undefined {
  const periods = sheets.map(({ name }) => periodIn(name));
  if (periods.every((period) => period > 0)) return sheets[periods.indexOf(Math.max(...periods))];
  // Months without their years run on from sheet to sheet, or back.
  const months = sheets.map(({ name }) => Number(/^\D*(\d{1,2})月/.exec(name.normalize('NFKC'))?.[1] ?? 0));
  return monthsRun(months, 1) ? sheets.at(-1) : monthsRun(months, 11) ? sheets[0] : undefined;
}

/** Chooses the sheet of a workbook. `wanted` is a name or a number from 1. */
export function chooseSheet(sheets: readonly LedgerSheet[], wanted: string | undefined): ChosenSheet | Unreadable {
  const filled = sheets.filter(({ cells }) => cells.length > 0);
  const names = sheets.map(({ name }) => name);
  if (wanted !== undefined && wanted.trim() !== '') {
    const named = sheets.find(({ name }) => sheetKey(name) === sheetKey(wanted)) ?? sheets[Number(wanted) - 1];
    if (named !== undefined) return { sheet: named, doubts: unusualRows(named) };
    const near = didYouMean(nearest(wanted, names));
    return unreadable(
      'unknown_sheet',
      `「${echo(wanted)}」というシートはありません。${near.ja}`,
      `There is no sheet "${echo(wanted)}".${near.en}`,
      { ja: names.map(echo).join('、'), en: `one of ${names.map(echo).join(', ')}` },
    );
  }
  const ranked = filled
    .map((sheet) => {
      const { known, texts } = knownHeadings(sheet.cells);
      return {
        sheet,
        texts,
        rank:
          known +
          Number(isWholeWord(sheetKey(sheet.name)) || /当月|今[月回]|最新|\blatest\b/i.test(sheet.name)) -
          (sheet.hidden ? 100 : isOther(sheet.name) ? 50 : 0),
      };
    })
    .sort((a, b) => b.rank - a.rank || b.sheet.cells.length - a.sheet.cells.length);
  const [first] = ranked;
  const alike = ranked.filter(({ texts, rank }) => texts === first?.texts && rank === first.rank);
  // Of lists of one month after another, the latest says what is open.
  const latest =
    alike.length > 1 ? latestOf(sheets.filter((one) => alike.some(({ sheet }) => sheet === one))) : undefined;
  const best = ranked.find(({ sheet }) => sheet === latest) ?? first;
  const others = ranked.filter((one) => one !== best);
  if (best === undefined) return unreadable('empty_ledger', 'ブックが空です。', 'The workbook is empty.');
  if (others.length === 0) return { sheet: best.sheet, doubts: unusualRows(best.sheet) };
  const rest = others.map(({ sheet }) => sheet.name);
  const isAlike = others.some(({ texts }) => texts === best.texts);
  return {
    sheet: best.sheet,
    doubts: [
      ...unusualRows(best.sheet),
      note(
        'sheet_chosen',
        `シート「${best.sheet.name}」を読みました。ほかのシート（${rest.slice(0, 10).join('、')}）は読みません。${isAlike ? '見出しが同じシートの債権は評価に入っていません。' : ''}違うときは、シートを選ぶか sheet=シート名 を付けてください。`,
        `The sheet "${best.sheet.name}" is read; the others (${rest.slice(0, 10).join(', ')}) are not.${isAlike ? ' What is owed on those with the same headings is not valued.' : ''} Choose the sheet, or say sheet=name, if another is meant.`,
      ),
    ],
  };
}
