// Formulas as trees. One formula can be written for Excel, Calc and Google Sheets, stored in .xlsx and .ods files, and computed by a test,
// without parsing text. The syntaxes differ in separators, references, and names of newer functions.

/** A formula or a part of one. */
export type Formula =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'cell'; readonly at: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly fn: string; readonly args: readonly Formula[] }
  | { readonly kind: 'joined'; readonly parts: readonly Formula[] }
  | { readonly kind: 'equal'; readonly left: Formula; readonly right: Formula };

/** A text in quotes. */
export const literal = (value: string): Formula => ({ kind: 'text', value });
/** A number. */
export const number = (value: number): Formula => ({ kind: 'number', value });
/** A cell or a range, as `B2`, `$H$1` or `B2:C60`. */
export const reference = (address: string): Formula => ({ kind: 'cell', at: address });
/** A name given to a cell, or a variable of LET and LAMBDA. */
export const definedName = (name: string): Formula => ({ kind: 'name', name });
/** A call of a function. */
export const call = (fn: string, ...args: readonly Formula[]): Formula => ({ kind: 'call', fn, args });
/** Texts one after another. */
export const concat = (...parts: readonly Formula[]): Formula => ({ kind: 'joined', parts });
/** A comparison for equality. */
export const equal = (left: Formula, right: Formula): Formula => ({ kind: 'equal', left, right });

/** How a program writes or stores a formula. */
export interface FormulaSyntax {
  /** What stands between two arguments. */
  readonly separator: string;
  /** A cell or a range by its address. */
  readonly reference: (address: string) => string;
  /** The name of a function. */
  readonly fn: (name: string) => string;
}

const unchanged = (name: string): string => name;

/** As people type it into Excel and Google Sheets. */
export const COMMA_SYNTAX: FormulaSyntax = { separator: ',', reference: unchanged, fn: unchanged };
/** As people type it into LibreOffice Calc. */
export const SEMICOLON_SYNTAX: FormulaSyntax = { separator: ';', reference: unchanged, fn: unchanged };

const NEWER_IN_XLSX = ['WEBSERVICE', 'FILTERXML', 'ENCODEURL', 'NUMBERVALUE'];
const FOREIGN_IN_ODS = ['WEBSERVICE', 'FILTERXML', 'ENCODEURL'];

/** As .xlsx files store it: functions younger than the format carry a prefix. */
export const STORED_IN_XLSX: FormulaSyntax = {
  separator: ',',
  reference: unchanged,
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

/** A text in quotes; a text that is too long for Excel comes in pieces joined by `&`. */
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

/** The parts of nested concatenations in one list; neighbouring texts become one. */
const merged = (parts: readonly Formula[]): Formula[] =>
  parts
    .flatMap((part) => (part.kind === 'joined' ? merged(part.parts) : [part]))
    .reduce<Formula[]>((all, part) => {
      const last = all.at(-1);
      if (part.kind === 'text' && last?.kind === 'text') all[all.length - 1] = literal(last.value + part.value);
      else all.push(part);
      return all;
    }, []);

/** The text of a formula in a syntax, without the equals sign before it. */
export function formulaText(formula: Formula, syntax: FormulaSyntax): string {
  switch (formula.kind) {
    case 'text':
      return quoted(formula.value);
    case 'number':
      return String(formula.value);
    case 'cell':
      return syntax.reference(formula.at);
    case 'name':
      return formula.name;
    case 'call':
      return `${syntax.fn(formula.fn)}(${formula.args.map((arg) => formulaText(arg, syntax)).join(syntax.separator)})`;
    case 'joined':
      return merged(formula.parts)
        .map((part) => formulaText(part, syntax))
        .join('&');
    case 'equal':
      return `${formulaText(formula.left, syntax)}=${formulaText(formula.right, syntax)}`;
  }
}
