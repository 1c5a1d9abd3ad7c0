// The sheets of a letter whose content the post certifies: how many characters a line and lines a sheet may hold decides its postage.
// Every character counts one, brackets too, which is never too few; a line does not begin with a closing mark.

import type { LetterLayout } from './contract/flat_fees.ts';

/** A letter on sheets of one layout. */
export interface LetterSheets {
  /** Null where the law states no layout: the letter is then one sheet. */
  readonly layout: LetterLayout | null;
  /** The lines of each sheet. */
  readonly sheets: readonly (readonly string[])[];
}

/** Marks that do not begin a line. */
const CLOSING = new Set('、。，．,.」』）)］]%％');

/** A paragraph as lines of at most so many characters. */
export function letterLines(paragraph: string, characters: number): string[] {
  // A character outside the basic plane is two units of a string; few texts have one.
  const signs = /[\ud800-\udbff]/.test(paragraph) ? [...paragraph] : paragraph;
  const cut = (from: number, to: number): string =>
    typeof signs === 'string' ? signs.slice(from, to) : signs.slice(from, to).join('');
  const lines: string[] = [];
  let from = 0;
  while (signs.length - from > characters) {
    let end = characters;
    while (end > 1 && CLOSING.has(signs[from + end] ?? '')) end -= 1;
    lines.push(cut(from, from + end));
    from += end;
  }
  lines.push(cut(from, signs.length));
  return lines;
}

function onSheets(paragraphs: readonly string[], layout: LetterLayout): LetterSheets {
  const lines = paragraphs.flatMap((paragraph) => letterLines(paragraph, layout.characters));
  const count = Math.max(1, Math.ceil(lines.length / layout.lines));
  const sheets = Array.from({ length: count }, (_, i) => lines.slice(i * layout.lines, (i + 1) * layout.lines));
  return { layout, sheets };
}

/** The letter in the layout that needs the fewest sheets; of equal ones the first. */
export function laidOut(paragraphs: readonly string[], layouts: readonly LetterLayout[]): LetterSheets {
  let best: LetterSheets = { layout: null, sheets: [paragraphs] };
  for (const layout of layouts) {
    if (best.layout !== null && best.sheets.length === 1) return best;
    const next = onSheets(paragraphs, layout);
    if (best.layout === null || next.sheets.length < best.sheets.length) best = next;
  }
  return best;
}
