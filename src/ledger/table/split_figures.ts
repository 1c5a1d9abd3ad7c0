// Puts together amounts that a form splits over columns: 百万, 千 and 円, or one column for each digit (千百十万千百十円).

import { textOf } from '../cells/figures.ts';
import type { LineCells } from './line_states.ts';

/** Powers of ten of the headings of such columns. */
const POWERS: Readonly<Record<string, number>> = {
  億: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  千: 3,
  千円: 3,
  百: 2,
  十: 1,
  円: 0,
};
/** Lines among which such headings are looked for. */
const SPLIT_SEARCHED = 100;

/** Neighbouring columns that make up an amount, each with the power of ten of its last digit. */
interface SplitAmount {
  readonly from: number;
  readonly powers: readonly number[];
}

/** The places of the columns in a line of headings, from 億 or less down to 円; empty where there are none. */
function splitsIn(row: LineCells): SplitAmount[] {
  const found: SplitAmount[] = [];
  for (const [end, cell] of row.entries()) {
    if (textOf(cell) !== '円') continue;
    const powers = [0];
    for (let at = end - 1; at >= 0; at--) {
      const power = POWERS[textOf(row[at])];
      const [above = 0] = powers;
      if (power === undefined) break;
      // The second 千, 百 and 十 from the right are those of 万.
      const real = power > above ? power : power + 4;
      if (real <= above || real > 11) break;
      powers.unshift(real);
    }
    if (powers.length > 1) found.push({ from: end - powers.length + 1, powers });
  }
  return found;
}

/** The figure of the cells of an amount; undefined where they are none that is certain. Empty cells are zero. */
function wholeFigure(cells: readonly string[], powers: readonly number[]): string | undefined {
  let digits = '';
  for (const [i, power] of powers.entries()) {
    const text = (cells[i] ?? '').normalize('NFKC');
    const width = i === 0 ? 3 : (powers[i - 1] ?? 0) - power;
    const sign = digits === '' ? /^[-▲△¥\\]+/.exec(text)?.[0] : undefined;
    const own = text.slice(sign?.length ?? 0);
    if (!/^\d*$/.test(own) || own.length > width) return undefined;
    if (digits === '' && own !== '') digits = `${sign ?? ''}${own}`;
    else if (digits !== '') digits += own.padStart(width, '0');
    else if (sign !== undefined) return undefined;
  }
  return digits;
}

/**
 * The cells of a table with every such amount in the first of its columns, under the heading that stands above it. Cells that hold no digits
 * of their column stay as they are, so that their line is refused.
 */
export function joinedFigures(cells: readonly LineCells[]): readonly LineCells[] {
  const at = cells.slice(0, SPLIT_SEARCHED).findIndex((row) => splitsIn(row).length > 0);
  if (at < 0) return cells;
  const splits = splitsIn(cells[at] ?? []);
  return cells.map((row, i) => {
    if (i < at) return row;
    const whole = [...row];
    for (const { from, powers } of splits) {
      const parts = powers.map((_, place) => textOf(row[from + place]));
      const above = textOf(cells[at - 1]?.[from]);
      const figure = i === at ? (above === '' ? '金額' : above) : wholeFigure(parts, powers);
      whole[from] = figure ?? parts.join(' / ');
      for (let place = 1; place < powers.length; place++) whole[from + place] = '';
    }
    return whole;
  });
}
