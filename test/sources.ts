// The sources as text, and what is counted in them: who imports whom, which names are declared, how long functions are and how many
// parameters they take. Everything is read off the text, because TypeScript 7 has no interface for programs that read syntax.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

export interface Source {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
  /** Without comments. Line breaks stay, here and in `bare`, so that lines keep their numbers. */
  readonly code: string;
  /** Without comments, and with every literal emptied; what a template literal computes stays. */
  readonly bare: string;
  /** Files of ours that it imports, as paths from the root. */
  readonly imports: readonly string[];
  /** Packages and built-in modules that it imports. */
  readonly packages: readonly string[];
}

export const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

export const filesUnder = (folder: string): string[] =>
  readdirSync(new URL(`../${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();

const COMMENT = /\/\/.*|\/\*[\s\S]*?\*\//y;
const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y;
const PATTERN = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))+/y;
const PLAIN = /[^'"`{}/]+/y;

/** Whether a slash that comes after this text begins a pattern; otherwise it divides. */
const BEGINS_PATTERN = /(?:^|[(,=:[&|?{};+*%<>~^-]|(?<![\w)\]}])!|\b(?:return|case|of|in|typeof))\s*$/;

const lineBreaks = (text: string): string => text.replace(/[^\n]/g, '');

/** A text without its comments, and without its comments and literals. */
function stripped(text: string): { code: string; bare: string } {
  let code = '';
  let bare = '';
  let at = 0;
  /** What is open: a brace, or a template literal. */
  const open: ('{' | '`')[] = [];
  const next = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    at += found?.length ?? 0;
    return found;
  };
  const put = (whole: string, empty: string): void => {
    code += whole;
    bare += empty;
  };
  while (at < text.length) {
    if (open.at(-1) === '`') {
      const inside = next(TEMPLATE_TEXT);
      if (inside !== null) put(inside, lineBreaks(inside));
      else if (text[at] === '`') {
        open.pop();
        put('`', '`');
        at += 1;
      } else {
        open.push('{');
        put('${', '${');
        at += 2;
      }
      continue;
    }
    const comment = next(COMMENT);
    if (comment !== null) {
      put(lineBreaks(comment), lineBreaks(comment));
      continue;
    }
    const string = next(STRING);
    if (string !== null) {
      put(string, "''");
      continue;
    }
    const pattern = BEGINS_PATTERN.test(bare.slice(-40)) ? next(PATTERN) : null;
    if (pattern !== null) {
      put(pattern, '/./');
      continue;
    }
    const plain = next(PLAIN) ?? text[at++]!;
    if (plain === '{' || plain === '`') open.push(plain);
    if (plain === '}') open.pop();
    put(plain, plain);
  }
  return { code, bare };
}

function source(path: string): Source {
  const text = read(path);
  const { code, bare } = stripped(text);
  const targets = [...code.matchAll(/\b(?:from\s+|import\s*\(?\s*)'([^'\s]+)'/g)].map(([, target]) => target!);
  return {
    path,
    text,
    code,
    bare,
    imports: targets.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(path), name)),
    packages: targets.filter((name) => !name.startsWith('.')),
  };
}

const sourcesUnder = (folder: string): Source[] =>
  filesUnder(folder)
    .filter((path) => /\.tsx?$/.test(path))
    .map(source);

const PAGE_FOLDER = 'src/page/';

/** The service, and the page, which is built of it and runs in a browser (test/page.test.ts). */
export const SRC: readonly Source[] = sourcesUnder('src').filter(({ path }) => !path.startsWith(PAGE_FOLDER));
export const PAGE: readonly Source[] = sourcesUnder('src').filter(({ path }) => path.startsWith(PAGE_FOLDER));
export const TESTS: readonly Source[] = sourcesUnder('test');

/** Lines of the files in which `pattern` is found, as `path: line`. */
export const found = (files: readonly Source[], pattern: RegExp, part: 'text' | 'code' | 'bare' = 'bare'): string[] =>
  files.flatMap((file) =>
    file[part]
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file.path}: ${line.trim().slice(0, 120)}`),
  );

/** Lines of a file. */
export const lengthOf = ({ text }: Source): number => text.trimEnd().split('\n').length;

const DECLARATION =
  /^(?:export )?(?:default )?(?:async )?(?:abstract )?(?:interface|type|class|function\*?|const|let)\s+([A-Za-z_$][\w$]*)/gm;

/** Names that are declared at the top of more than one file, with those files. */
export function repeatedNames(files: readonly Source[]): Map<string, string[]> {
  const where = new Map<string, string[]>();
  for (const { path, code } of files)
    for (const name of new Set([...code.matchAll(DECLARATION)].map(([, declared]) => declared!)))
      where.set(name, [...(where.get(name) ?? []), path]);
  return new Map([...where].filter(([, paths]) => paths.length > 1));
}

/** How often a file says `x!`: that a value is there, where its type does not say so. */
export const assertionsIn = ({ bare }: Source): number => bare.match(/[\w$)\]}]!(?![=:])/g)?.length ?? 0;

/** A function that has a body: where it begins, how many lines it takes, and how many parameters. */
export interface Measured {
  readonly path: string;
  readonly line: number;
  readonly lines: number;
  readonly parameters: number;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** The position of the bracket that closes the one at `start`. Angle brackets count as brackets inside a type only. */
function closing(bare: string, start: number, angles = false): number {
  const open: string[] = [];
  for (let at = start; at < bare.length; at++) {
    const sign = bare[at]!;
    if (sign === '>' && bare[at - 1] === '=') continue;
    if (sign in CLOSING && (sign !== '<' || angles)) open.push(CLOSING[sign]!);
    else if (sign === open.at(-1)) open.pop();
    if (open.length === 0) return at;
  }
  return bare.length;
}

const JOINED = /\s*(?:=>|[|&.]|\b(?:is|keyof|readonly|asserts|typeof)\b)?\s*/y;
const WORD = /[\w$'`]+/y;
const PARAMETERS = /\(\s*(?:\)|[\w.]+\??:)/y;

/** The position after a type that begins at `start`: words and brackets, joined by signs. */
function afterType(bare: string, start: number): number {
  let at = start;
  let afterParameters = false;
  for (;;) {
    JOINED.lastIndex = at;
    const joined = JOINED.exec(bare)![0];
    // The arrow of a function whose type ends here, not one inside the type.
    if (joined.includes('=>') && !afterParameters) return at;
    const next = at + joined.length;
    const begins = at === start || /\S/.test(joined);
    WORD.lastIndex = next;
    PARAMETERS.lastIndex = next;
    afterParameters = PARAMETERS.test(bare);
    if ('[<'.includes(bare[next]!) || (begins && '{('.includes(bare[next]!))) at = closing(bare, next, true) + 1;
    else if (begins && WORD.test(bare)) at = WORD.lastIndex;
    else return at;
  }
}

/** Where the body of an arrow function ends that begins at `start`. */
function afterExpression(bare: string, start: number): number {
  for (let at = start; at < bare.length; at++) {
    if ('([{'.includes(bare[at]!)) at = closing(bare, at);
    else if (/[,;)\]}]/.test(bare[at]!)) return at - 1;
  }
  return bare.length - 1;
}

const afterBlank = (bare: string, start: number): number => {
  let at = start;
  while (/\s/.test(bare[at] ?? '')) at += 1;
  return at;
};

const CONTROL = /\b(?:if|for|while|switch|catch|with|for await)\s*$/;

/** How many parameters stand between two brackets. */
function parametersIn(list: string): number {
  let count = 0;
  let begun = false;
  for (let at = 0; at < list.length; at++) {
    const sign = list[at]!;
    if (sign === ',') begun = false;
    else if (/\S/.test(sign)) {
      if (!begun) count += 1;
      begun = true;
      if ('([{<'.includes(sign)) at = closing(list, at, true);
    }
  }
  return count;
}

/** Whether an arrow belongs to a type: it stands where a type stands, its parameters all have types, and no block follows it. */
function isType(before: string, parameters: string, after: string): boolean {
  return (
    /[:|<]\s*$|^\s*(?:export )?type [^;]*=\s*$/m.test(before) &&
    /^\s*[\w.]+\??:/.test(parameters) &&
    !/^=>\s*[({]\n/.test(after)
  );
}

/** Every function of a file that has a body; a type of functions has none. */
export function functionsIn({ path, bare }: Source): Measured[] {
  const measured: Measured[] = [];
  for (let at = bare.indexOf('('); at >= 0; at = bare.indexOf('(', at + 1)) {
    const end = closing(bare, at);
    const parameters = bare.slice(at + 1, end);
    const before = bare.slice(Math.max(0, at - 80), at);
    const body = afterBlank(bare, bare.startsWith('):', end) ? afterType(bare, end + 2) : end + 1);
    let last: number;
    if (bare.startsWith('=>', body)) {
      if (isType(before, parameters, bare.slice(body, body + 9))) continue;
      const first = afterBlank(bare, body + 2);
      last = bare[first] === '{' ? closing(bare, first) : afterExpression(bare, first);
    } else if (bare[body] === '{' && !CONTROL.test(before)) last = closing(bare, body);
    else continue;
    measured.push({
      path,
      line: bare.slice(0, at).split('\n').length,
      lines: bare.slice(at, last).split('\n').length,
      parameters: parametersIn(parameters),
    });
  }
  return measured;
}
