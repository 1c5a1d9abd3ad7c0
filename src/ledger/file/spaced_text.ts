// Parses lists that are printed in columns with nothing but spaces between them, as office computers and PDFs give them. A column ends where
// every line of the table is blank; wide characters take two places.

import { knownHeadings } from '../headings/header.ts';

/** Lines and columns that such a list must have. */
const LEAST = 3;
/** Characters of a line; printers have fewer. */
const PRINTED_MAX = 1000;

/** East Asian wide and full-width characters. */
const DOUBLE_PLACE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;
const RULED = /^[\s=+*＊_‐―—─-╬ー－-]*$/;
const PAGE_LINE = /(?:page|頁|ページ|ﾍﾟｰｼﾞ)[\s.:：№no]*\d|\d\s*(?:頁|ページ|ﾍﾟｰｼﾞ)/i;

const spacedFields = (line: string): string[] => line.trim().split(/(?:\s{2,}|　\s*|\s+　)/);

/** The characters of a line at the places where they are printed; the second place of a wide one is empty. */
const placesOf = (line: string): string[] => {
  const places: string[] = [];
  for (const char of line) {
    places.push(char);
    if (char >= '\u1100' && DOUBLE_PLACE.test(char)) places.push('');
  }
  return places;
};

/** A line as columns are looked for in it: a single space within words parts nothing. */
const withoutSingleSpaces = (line: string): string =>
  line.replace(/(?<=\S)\s(?=\S)/g, (space) => (space === '　' ? '＿' : '_'));

/** Places at which other headings are looked for. */
const LOOKED_FOR = 200;

/** The line of the headings of another table, below a blank line, as the ages below a statement have them; the number of lines without one. */
function nextHeadings(lines: readonly string[], head: number): number {
  let looked = 0;
  for (let i = head + 2; i < lines.length && looked < LOOKED_FOR; i++) {
    const [before = '', line = ''] = [lines[i - 1], lines[i]];
    if (before.trim() !== '' || line.trim() === '' || line === lines[head]) continue;
    looked++;
    const fields = spacedFields(line);
    if (fields.length >= LEAST && knownHeadings([fields]).known * 2 > fields.length) return i;
  }
  return lines.length;
}

/** The cells of a list in columns of spaces; undefined for other texts. */
export function spacedCells(text: string): string[][] | undefined {
  // Whatever separates cells otherwise is absent: commas stand within figures alone.
  if (/[\t;|"]/.test(text.slice(0, 20_000)) || /,(?!\d{3})|(?<!\d),/.test(text.slice(0, 20_000))) return undefined;
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  if (lines.some(({ length }) => length > PRINTED_MAX)) return undefined;
  const head = lines.slice(0, 100).findIndex((line) => knownHeadings([spacedFields(line)]).known >= LEAST);
  if (head < 0) return undefined;
  const isTable = (line: string, i: number): boolean =>
    i >= head && !RULED.test(line) && (/\d,\d{3}/.test(line) || !PAGE_LINE.test(line));
  const below = nextHeadings(lines, head);
  const table = lines.slice(0, below).filter((line, i) => isTable(line, i) && spacedFields(line).length > 1);
  if (table.length < LEAST) return undefined;
  const taken: boolean[] = [];
  for (const line of table) {
    const places = placesOf(withoutSingleSpaces(line));
    for (const [at, char] of places.entries()) if (!' 　'.includes(char || (places[at - 1] ?? ''))) taken[at] = true;
  }
  const heading = placesOf(lines[head] ?? '');
  const starts = [0];
  for (let at = 1; at < taken.length; at++) {
    if (taken[at] !== true || taken[at - 1] === true) continue;
    // What stands under no heading belongs to the column before it.
    let end = at;
    while (taken[end] === true) end++;
    if (heading.slice(at, end).some((char) => char.trim() !== '')) starts.push(at);
  }
  if (starts.length < LEAST) return undefined;
  return lines.map((line, i) => {
    if (RULED.test(line)) return [''];
    if (!isTable(line, i)) return [line.trim()];
    if (i >= below) return spacedFields(line);
    const places = placesOf(line);
    return starts.map((from, n) =>
      places
        .slice(n === 0 ? 0 : from, starts[n + 1])
        .join('')
        .trim(),
    );
  });
}
