// Parses tables that are text but no separated values: lists between bars, as SAP prints them, and HTML tables that are saved as .xls.

import { type ParsedCells, parseCells, type TableLimits } from './cells.ts';
import { spacedCells } from './spaced_text.ts';

/** The cells of a text, whatever kind of table it holds. `separator` is the one to use where it is known. */
export function cellsOfText(written: string, separator?: string, limits?: TableLimits): ParsedCells {
  const text = withPlainCommas(unquoted(written));
  if (separator === undefined) {
    if (
      /^\s*(?:<!doctype html|<html|<table|<\?xml[^>]*>\s*<html|<meta|<head|<body|<style)/i.test(text.slice(0, 1000)) &&
      /<table/i.test(text)
    )
      return { ok: true, cells: cellsOfHtml(text), separator: ',' };
    const bars = barredCells(withPlainBars(text));
    if (bars !== undefined) return { ok: true, cells: bars, separator: '|' };
    if (isSeparatedByBars(text)) return parseCells(text, '|', limits);
    const spaced = spacedCells(text);
    if (spaced !== undefined) return { ok: true, cells: spaced, separator: ' ' };
  }
  return parseCells(text, separator, limits);
}

/** A text without the marks that a mail puts before every line that it quotes; others are unchanged. */
function unquoted(text: string): string {
  if (!/^\s*>/.test(text.slice(0, 2000).replace(/^(?!\s*>).*\n/gm, ''))) return text;
  const lines = text.split(/\r\n?|\n/);
  const quoted = lines.filter((line) => /^\s{0,3}>/.test(line)).length;
  return quoted > 1 && quoted * 3 > lines.filter((line) => line.trim() !== '').length * 2
    ? lines.map((line) => line.replace(/^(?:\s{0,3}>)+ ?/, '')).join('\n')
    : text;
}

/** A text whose cells wide commas separate, as many on every line and no other mark, with plain ones; others are unchanged. */
function withPlainCommas(text: string): string {
  const first = text
    .slice(0, 20_000)
    .split(/\r\n?|\n/, 20)
    .filter((line) => line.includes('，'));
  const counts = new Set(first.map((line) => line.split('，').length));
  return first.length > 1 && counts.size === 1 && !counts.has(2) && !/[,\t;|]/.test(first.join(''))
    ? text.replaceAll('，', ',')
    : text;
}

/** Whether bars, and nothing else, separate the cells of most of the first lines: as many on every line that has any, and at least two. */
function isSeparatedByBars(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n?|\n/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  // Titles and notes stand around a table without its separator.
  const parted = lines.filter((line) => line.includes('|'));
  const counts = parted.map((line) => line.split('|').length - 1);
  const [first = 0] = counts;
  return (
    parted.length > 1 &&
    (parted.length * 2 > lines.length || (parted.length > 2 && parted.length * 3 > lines.length)) &&
    first >= 2 &&
    counts.every((count) => count === first) &&
    !/[\t;]/.test(parted[0] ?? '')
  );
}

/** A text with the lines that are drawn around its cells as bars and dashes. */
const withPlainBars = (text: string): string =>
  /^\s*[│┃║]/m.test(text) ? text.replace(/[│┃║]/g, '|').replace(/[─-╬]/g, '-') : text;

/** Lines that must stand between bars before a text is taken for such a list. */
const BARRED_MIN = 2;

/** The cells of a list whose lines stand between bars, with lines of dashes as blank ones; undefined for other texts. */
function barredCells(text: string): string[][] | undefined {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const isBarred = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line);
  const barred = lines.filter(isBarred);
  const others = lines.filter((line) => !isBarred(line) && !/^[\s|+:-]*$/.test(line)).length;
  // Every account of a printed list may have a block of lines of its own above its table.
  // Below the headings of a table in a document stands a line that Markdown asks for.
  const isMarked = lines.some((line) => /^\s*\|(?:\s*:?-{2,}:?\s*\|){3,}\s*$/.test(line));
  if (barred.length < BARRED_MIN || (barred.length * 2 < others && !isMarked)) return undefined;
  const widths = new Set(barred.map((line) => line.split('|').length));
  // A bar inside a text shifts a line; such a list is still read, and its lines show it.
  if (Math.max(...widths) < 4) return undefined;
  return lines.map((line) => {
    if (/^[\s|+:-]*$/.test(line)) return [''];
    return isBarred(line)
      ? line
          .trim()
          .slice(1, -1)
          .split('|')
          .map((cell) =>
            cell
              .trim()
              .replace(/(\*\*|__)(.+?)\1/g, '$2')
              .replace(/^`([^`]*)`$/, '$1'),
          )
      : [line];
  });
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  yen: '¥',
};

/** The text between tags as it is shown. */
const shown = (html: string): string =>
  html
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));?/gi,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return HTML_ENTITIES[name.toLowerCase()] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .replace(/\s+/g, ' ')
    .trim();

const spanOf = (tag: string, name: string): number =>
  Math.min(500, Math.max(1, Number(new RegExp(`${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(tag)?.[1] ?? 1)));

/** The rows of every table of an HTML text, one after another. A cell that spans several is followed by empty ones. */
function cellsOfHtml(html: string): string[][] {
  const rows: string[][] = [];
  let row: string[] | undefined;
  let cell: string | undefined;
  let [span, down, skip, struck] = [1, 1, '', false];
  // Rows for which a cell above still fills a column.
  const filled: number[] = [];
  const fillFromAbove = (cells: string[]): void => {
    for (let left = filled[cells.length] ?? 0; left > 0; left = filled[cells.length] ?? 0) {
      filled[cells.length] = left - 1;
      cells.push('');
    }
  };
  const endCell = (): void => {
    if (cell === undefined) return;
    row ??= [];
    fillFromAbove(row);
    for (let i = 0; i < span; i++) {
      filled[row.length] = down - 1;
      const shows = i === 0 ? shown(cell) : '';
      row.push(struck && shows !== '' ? `~~${shows}~~` : shows);
    }
    [cell, struck] = [undefined, false];
  };
  const endRow = (): void => {
    endCell();
    if (row !== undefined) {
      fillFromAbove(row);
      rows.push(row);
    }
    row = undefined;
  };
  let at = 0;
  for (const { 0: tag, index } of html.matchAll(/<!--|-->|<[^<>]{1,4000}>/g)) {
    if (cell !== undefined && skip === '') cell += html.slice(at, index);
    at = index + tag.length;
    const name = /^<(\/?[a-z0-9]+|!--)/i.exec(tag)?.[1]?.toLowerCase() ?? tag;
    if (skip !== '') {
      if (name === skip) skip = '';
    } else if (name === 'style' || name === 'script') skip = `/${name}`;
    else if (name === '!--') skip = '-->';
    else if (name === 'tr' || name === '/tr' || name === '/table') {
      endRow();
      if (name === 'tr') row = [];
    } else if (name === 'td' || name === 'th') {
      endCell();
      [cell, span, down] = ['', spanOf(tag, 'colspan'), spanOf(tag, 'rowspan')];
    } else if (name === '/td' || name === '/th') endCell();
    else if (cell !== undefined && /^(?:s|del|strike)$/.test(name)) struck = true;
    else if (cell !== undefined && /^\/?(?:br|p|div)$/.test(name)) cell += ' ';
  }
  endRow();
  return rows;
}
