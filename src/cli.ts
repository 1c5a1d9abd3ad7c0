// The commands for people and scripts: one claim, a ledger, and the tools for assistants on the standard streams. What they read and write is
// lent by the entry, so that this file knows no system.
//   kaishu evaluate amount=1250000 overdue_days=82        one claim, as text
//   kaishu ledger receivables.xlsx -o answer.xlsx         a ledger as the accounting system exported it
//   kaishu mcp                                            tools for assistants on the standard streams

import { createApp, type Host } from './app.ts';
import { calculatorsIn } from './http/calculator.ts';
import { DEFAULT_FORMAT, formats } from './http/negotiation.ts';
import { asker } from './mcp/mcp.ts';
import { KeptDecisions } from './portfolio/kept_decisions.ts';
import type { Helpers, Helping } from './portfolio/shared_work.ts';
import type { FieldError, Problem } from './problem.ts';
import { MODEL_VERSION } from './report/report.ts';
import * as routes from './routes/index.ts';

/** What a command exits with. */
export const EXIT = {
  fine: 0,
  /** The facts or the file were refused. */
  refused: 1,
  /** The command itself cannot be used so. */
  usage: 2,
  /** A ledger was answered, and some of its rows could not be valued. */
  rows_failed: 3,
} as const;

/** What a command reads and writes. */
export interface Surface {
  /** Writes a text, which ends with a line break. */
  readonly print: (text: string) => void;
  /** Says what is wrong or how far it is. */
  readonly complain: (text: string) => void;
  /** Writes bytes as they are, to a file where one is named; false when that cannot be written. */
  readonly write: (body: ReadableStream<Uint8Array>, file: string | undefined) => Promise<boolean>;
  /** The bytes of a file; undefined when it cannot be read. */
  readonly read: (file: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Shows how far it is where somebody is looking; undefined where nobody is. */
  readonly show: ((line: string) => void) | undefined;
  /** Lets other cores decide shares of a ledger; null where there are none. */
  readonly help: (asked: AskedLedger) => Help | null;
}

/** A ledger as the service is asked about it. */
export interface AskedLedger {
  readonly path: string;
  /** Media type of the body. */
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Others who decide shares of a ledger, until they are ended. */
export interface Help {
  readonly helpers: Helpers;
  readonly end: () => void;
}

const USAGE = `kaishu ${MODEL_VERSION}
  kaishu evaluate name=value … [--json] [-o FILE]        one claim: amount=1250000 overdue_days=82
  kaishu ledger FILE [name=value …] [--json] [-o FILE]   a ledger (.xlsx, .csv, .tsv, .json, .ndjson)
  kaishu serve                                           the service and the page, on PORT (8787) at HOST (127.0.0.1)
  kaishu mcp                                             tools for assistants on the standard streams
Names are those of /v1/fields; lang=en answers in English. The extension of FILE is the format of the answer.
Exit codes: 0 fine, 1 refused, 2 wrong use, 3 some rows of a ledger could not be valued.`;

/** What stands on a command line after the command. */
interface Arguments {
  readonly files: readonly string[];
  readonly query: URLSearchParams;
  readonly output: string | undefined;
}

/** Reads a command line whose answer has one of these formats; a sentence in both languages when it cannot be used. */
function readArguments(args: readonly string[], written: readonly string[]): Arguments | string {
  const query = new URLSearchParams();
  const files: string[] = [];
  let output: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const equals = arg.indexOf('=');
    if (arg === '--json') query.set('format', DEFAULT_FORMAT.extension);
    else if (arg === '-o' || arg === '--output') {
      output = args[++i];
      if (output === undefined) return '-o の後にファイル名を書いてください。 / Write a file after -o.';
    } else if (arg.startsWith('-') && arg !== '-')
      return `「${arg}」という指定はありません。 / There is no option "${arg}".`;
    else if (equals > 0) query.append(arg.slice(0, equals), arg.slice(equals + 1));
    else files.push(arg);
  }
  if (output !== undefined) {
    const extension = extensionOf(output);
    if (!written.includes(extension))
      return `「${output}」の形式では書けません（${written.join('、')}）。 / "${output}" is none of ${written.join(', ')}.`;
    // A file that is named like one format and holds another is opened by nobody.
    const format = query.get('format') ?? extension;
    if (format.toLowerCase() !== extension)
      return `「${output}」と形式 ${format} が合いません。 / "${output}" is not a file of the format ${format}.`;
    query.set('format', extension);
  }
  if (!query.has('format')) query.set('format', 'txt');
  return { files, query, output };
}

const extensionOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase();

const ANSWER_EXTENSIONS = formats.map(({ extension }) => extension);
/** Lines are many rows; one claim has none. */
const LEDGER_EXTENSIONS = [...ANSWER_EXTENSIONS, 'ndjson'];

/** One mistake as a line: which parameter, what is wrong, what may be written. */
const mistakeLine = ({ parameter, detail, expected }: FieldError): string => `  [${parameter}] ${detail} (${expected})`;

/** Says why the service refuses. */
async function complainOf(answer: Response, { complain }: Surface): Promise<number> {
  const { title, detail, errors = [] } = (await answer.json()) as Problem;
  complain([`${title}: ${detail}`, ...errors.map(mistakeLine)].join('\n'));
  return EXIT.refused;
}

/** Writes an answer: a text to people ends with a line break, everything else is written as it is. Whether it could be written. */
async function deliver(
  answer: Response,
  output: string | undefined,
  { print, write, complain }: Surface,
): Promise<boolean> {
  const isText = /^text\/|json|\/xml/.test(answer.headers.get('Content-Type') ?? '');
  const isStream = answer.headers.get('Content-Length') === null;
  if (output === undefined && isText && !isStream) print(await answer.text());
  else if (answer.body !== null && !(await write(answer.body, output))) {
    complain(`「${output}」に書けません。 / "${output}" cannot be written.`);
    return false;
  }
  return true;
}

/** Evaluates the `name=value` arguments. */
async function evaluateOnce({ files, query, output }: Arguments, surface: Surface): Promise<number> {
  const [stray] = files;
  if (stray !== undefined) {
    surface.complain(`「${stray}」は 名前=値 の形ではありません。 / "${stray}" is not of the form name=value.`);
    return EXIT.usage;
  }
  const answer = await createApp().request(`/v1/evaluate?${query}`);
  if (!answer.ok) return complainOf(answer, surface);
  return (await deliver(answer, output, surface)) ? EXIT.fine : EXIT.refused;
}

/** Media types of ledgers by the extension of their file. */
const LEDGER_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  tsv: 'text/tab-separated-values',
};

const ledgerType = (file: string): string =>
  LEDGER_TYPES[extensionOf(file)] ??
  formats.find(({ extension }) => extension === extensionOf(file))?.media_type ??
  'text/csv';

/** Rows between two looks at how far it is: often enough to see it move. */
const ROWS_BETWEEN = 10;
/** Characters of a full bar. */
const BAR_WIDTH = 30;

/** How far a ledger is, as a line: a bar where the number of rows is known. */
export function progressLine(done: number, total: number | undefined): string {
  if (total === undefined || total === 0) return `${done}`;
  const full = Math.min(BAR_WIDTH, Math.floor((done / total) * BAR_WIDTH));
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}] ${done}/${total}`;
}

/** Bytes from which a ledger is decided by several cores, each of which takes a while to start. */
const BYTES_TOGETHER = 10_000;

/** Answers a share of a ledger for the process that answers its rows. */
export async function decideShareOf({ path, type, body }: AskedLedger, helping: Helping): Promise<void> {
  const app = createApp({ helping });
  await app.request(path, { method: 'POST', headers: { 'Content-Type': type }, body });
}

/** Evaluates a ledger. */
async function ledgerOnce({ files, query, output }: Arguments, surface: Surface): Promise<number> {
  const { complain, show } = surface;
  const [file, stray] = files;
  if (file === undefined || stray !== undefined) {
    complain('ファイルを1つ書いてください。 / Name one file.');
    return EXIT.usage;
  }
  const body = await surface.read(file);
  if (body === undefined) {
    complain(`「${file}」を読めません。 / "${file}" cannot be read.`);
    return EXIT.refused;
  }
  const count = { answered: 0, failed: 0 };
  let total: number | undefined;
  const row_answered: Host['row_answered'] = (status) => {
    count.answered += 1;
    if (status !== 200) count.failed += 1;
    if (count.answered % ROWS_BETWEEN === 0) show?.(progressLine(count.answered, total));
  };
  const type = ledgerType(file);
  const isTable = !type.endsWith('json');
  if (isTable && !query.has('map')) query.set('map', 'auto');
  const sent = { method: 'POST', headers: { 'Content-Type': type }, body };
  if (show !== undefined && isTable) {
    const held = await createApp().request('/v1/portfolio/map', sent);
    if (held.ok) total = ((await held.json()) as { rows: number }).rows;
  }
  const path = `/v1/portfolio?${query}`;
  const help = body.length < BYTES_TOGETHER ? null : surface.help({ path, type, body });
  const together = help === null ? {} : { kept: new KeptDecisions(), helpers: help.helpers };
  const app = createApp({ row_answered, ...together });
  const answer = await app.request(path, sent);
  if (!answer.ok) {
    help?.end();
    return complainOf(answer, surface);
  }
  const isWritten = await deliver(answer, output, surface);
  help?.end();
  show?.('');
  if (!isWritten) return EXIT.refused;
  if (output !== undefined)
    complain(
      `${output}: ${count.answered}行（失敗${count.failed}行） / ${count.answered} ${count.answered === 1 ? 'row' : 'rows'}, ${count.failed} failed`,
    );
  return count.failed > 0 ? EXIT.rows_failed : EXIT.fine;
}

/** Serves the tools for assistants on the standard streams until they end. */
async function serveAssistants(): Promise<void> {
  const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
  const { assistantServer } = await import('./mcp/server.ts');
  const app = createApp();
  serveStdio(() => assistantServer({ ask: asker(app), calculators: calculatorsIn(routes) }));
}

/** The commands by name. */
const COMMANDS: Readonly<Record<string, (args: Arguments, surface: Surface) => Promise<number>>> = {
  evaluate: evaluateOnce,
  ledger: ledgerOnce,
};

/** Commands that take no arguments. */
const TOLD_NOTHING = ['serve', 'mcp'];

/** Runs a command and returns its exit code; undefined for a command that is none of these. */
export async function runCommand(
  name: string | undefined,
  args: readonly string[],
  surface: Surface,
): Promise<number | undefined> {
  if ([name, ...args].some((one) => one === '--help' || one === '-h') || name === 'help') {
    surface.print(USAGE);
    return EXIT.fine;
  }
  if (name === '--version') {
    surface.print(MODEL_VERSION);
    return EXIT.fine;
  }
  // What these are told by the environment is not taken from the command line, and would be waited for in vain.
  if (TOLD_NOTHING.includes(name ?? '') && args.length > 0) {
    surface.complain(
      `「${name}」には何も付けられません。PORT と HOST は環境変数です。 / "${name}" takes no arguments; PORT and HOST are environment variables.`,
    );
    return EXIT.usage;
  }
  if (name === 'mcp') {
    await serveAssistants();
    return EXIT.fine;
  }
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command === undefined) return undefined;
  const read = readArguments(args, name === 'ledger' ? LEDGER_EXTENSIONS : ANSWER_EXTENSIONS);
  if (typeof read === 'string') {
    surface.complain(read);
    return EXIT.usage;
  }
  return command(read, surface);
}
