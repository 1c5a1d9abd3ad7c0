// Formulas as trees, so that one formula is written for Excel, Calc and Google Sheets, stored in .xlsx and .ods files, and computed
// by a test, without any of them parsing text. The dialects differ in separators, references, and names of newer functions.

/** A formula or a part of one. */
export type Formula =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'cell'; readonly at: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly fn: string; readonly args: readonly Formula[] }
  | { readonly kind: 'joined'; readonly parts: readonly Formula[] }
  | { readonly kind: 'equal'; readonly left: Formula; readonly right: Formula };

export const textLiteral = (value: string): Formula => ({ kind: 'text', value });
export const numberLiteral = (value: number): Formula => ({ kind: 'number', value });
/** A cell or a range, as `B2`, `$H$1` or `B2:C60`. */
export const cellReference = (address: string): Formula => ({ kind: 'cell', at: address });
/** A name given to a cell, or a variable of LET and LAMBDA. */
export const nameReference = (name: string): Formula => ({ kind: 'name', name });
export const functionCall = (fn: string, ...args: readonly Formula[]): Formula => ({ kind: 'call', fn, args });
/** Texts after one another. */
export const concatenation = (...parts: readonly Formula[]): Formula => ({ kind: 'joined', parts });
export const equality = (left: Formula, right: Formula): Formula => ({ kind: 'equal', left, right });

/** How a program writes or stores a formula. */
export interface FormulaSyntax {
  readonly separator: string;
  readonly reference: (address: string) => string;
  readonly fn: (name: string) => string;
}

const same = (name: string): string => name;

/** As people type it into Excel and Google Sheets. */
export const COMMA_SYNTAX: FormulaSyntax = { separator: ',', reference: same, fn: same };
/** As people type it into LibreOffice Calc. */
export const SEMICOLON_SYNTAX: FormulaSyntax = { separator: ';', reference: same, fn: same };

const NEWER_IN_XLSX = ['WEBSERVICE', 'FILTERXML', 'ENCODEURL', 'NUMBERVALUE'];
const FOREIGN_IN_ODS = ['WEBSERVICE', 'FILTERXML', 'ENCODEURL'];

/** As .xlsx files store it: functions younger than the format carry a prefix. */
export const STORED_IN_XLSX: FormulaSyntax = {
  separator: ',',
  reference: same,
  fn: (name) => (NEWER_IN_XLSX.includes(name) ? `_xlfn.${name}` : name),
};

/** As .ods files store it: functions that OpenFormula does not define carry the name of their maker. */
export const STORED_IN_ODS: FormulaSyntax = {
  separator: ';',
  reference: (address) =>
    `[${address
      .split(':')
      .map((cell) => `.${cell}`)
      .join(':')}]`,
  fn: (name) => (FOREIGN_IN_ODS.includes(name) ? `COM.MICROSOFT.${name}` : name),
};

/** Excel refuses a longer text inside a formula. */
export const LITERAL_MAX = 255;

/** A text in quotes; a long one in pieces. */
function quoted(value: string): string {
  const marks = [...value];
  const pieces: string[] = [];
  for (let from = 0; from < marks.length || from === 0; from += LITERAL_MAX)
    pieces.push(
      `"${marks
        .slice(from, from + LITERAL_MAX)
        .join('')
        .replaceAll('"', '""')}"`,
    );
  return pieces.join('&');
}

/** Parts in one row; texts that stand side by side become one. */
const merged = (parts: readonly Formula[]): Formula[] =>
  parts
    .flatMap((part) => (part.kind === 'joined' ? merged(part.parts) : [part]))
    .reduce<Formula[]>((all, part) => {
      const last = all.at(-1);
      if (part.kind === 'text' && last?.kind === 'text') all[all.length - 1] = textLiteral(last.value + part.value);
      else all.push(part);
      return all;
    }, []);

/** A formula as it is written, without the sign it begins with. */
export function formulaText(formula: Formula, dialect: FormulaSyntax): string {
  switch (formula.kind) {
    case 'text':
      return quoted(formula.value);
    case 'number':
      return String(formula.value);
    case 'cell':
      return dialect.reference(formula.at);
    case 'name':
      return formula.name;
    case 'call':
      return `${dialect.fn(formula.fn)}(${formula.args.map((arg) => formulaText(arg, dialect)).join(dialect.separator)})`;
    case 'joined':
      return merged(formula.parts)
        .map((part) => formulaText(part, dialect))
        .join('&');
    case 'equal':
      return `${formulaText(formula.left, dialect)}=${formulaText(formula.right, dialect)}`;
  }
}
