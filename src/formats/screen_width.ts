// How many columns a text takes on a screen: East Asian wide characters take two (Unicode Standard Annex 11).

/** East Asian wide and full-width characters. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/gu;
/** Marks that stand on the character before them. */
const COMBINING = /[\u0300-\u036f]/g;

const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Columns that a text takes on a screen: 2 for a wide character, 0 for a combining mark, 1 for any other. */
export const screenWidth = (text: string): number => [...text].length + matches(text, WIDE) - matches(text, COMBINING);
