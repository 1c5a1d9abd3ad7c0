// What a tool for assistants is: its name, its words, its input as JSON Schema, and how it asks the service. Every tool only reads.

import { didYouMean, nearest } from '../fields/nearest.ts';
import type { FieldError, Problem } from '../problem.ts';
import type { Lang } from '../values/text.ts';

/** Asks an operation of the service, as a client would. */
export type AskService = (path: string, init?: RequestInit) => Promise<Response>;

/** The arguments of a call, as the assistant wrote them. The service reads them and says what is wrong with them. */
export type ToolInput = Readonly<Record<string, unknown>>;

/** A JSON Schema of an object. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

/** What a tool answers: a text for the reader, and the same as data. */
export interface ToolAnswer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A tool for assistants. */
export interface AssistantTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: ObjectSchema;
  readonly output: ObjectSchema;
  /** Asks the service and tells what it said. Throws `Refusal` when the service refuses. */
  readonly run: (input: ToolInput, ask: AskService) => Promise<ToolAnswer>;
}

/** What the service will not answer, with the reason in words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Bytes of a text that an assistant reads at most. */
export const TEXT_BYTES_MAX = 4096;

/** Bytes that are kept for the sentence which says that a text was cut. */
const CUT_BYTES = 96;

const utf8 = new TextEncoder();

/** A text of at most so many bytes, cut between lines, which says where the rest is. */
export function shortened(lines: readonly string[], lang: Lang): string {
  const text = lines.join('\n');
  if (utf8.encode(text).length <= TEXT_BYTES_MAX) return text;
  const kept: string[] = [];
  let left = TEXT_BYTES_MAX - CUT_BYTES;
  for (const line of text.split('\n')) {
    left -= utf8.encode(line).length + 1;
    if (left < 0) break;
    kept.push(line);
  }
  kept.push({ ja: '（続きはデータにあります）', en: '(the rest is in the data)' }[lang]);
  return kept.join('\n');
}

/** Refuses a name that is none of those known, and says which may have been meant. `what` is what it would name. */
export function refuseUnknown(what: string, name: unknown, known: readonly string[], lang: Lang): void {
  if (known.includes(String(name))) return;
  const near = didYouMean(nearest(String(name), known))[lang];
  const said =
    name === undefined
      ? { ja: `${what} を書いてください。`, en: `Say ${what}.` }
      : { ja: `${what}「${name}」はありません。${near}`, en: `There is no ${what} "${name}".${near}` };
  throw new Refusal(`${said[lang]}\n${what}: ${known.join(', ')}`);
}

/** Refuses arguments that a tool does not have and would pass over. */
export function refuseOthers(input: ToolInput, known: readonly string[], lang: Lang): void {
  for (const name of Object.keys(input)) refuseUnknown('argument', name, known, lang);
}

/** The language of an answer: what was asked for, else English. */
export const toolLang = ({ lang }: ToolInput): Lang => (lang === 'ja' ? 'ja' : 'en');

const mistake = ({ pointer, detail, expected }: FieldError): string => `- ${pointer}: ${detail} (${expected})`;

/** The JSON that the service answers. Throws `Refusal` with every mistake when it answers with a problem. */
export async function answerJson<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const { title, detail, errors = [] } = (await response.json()) as Problem;
  throw new Refusal([`${title}: ${detail}`, ...errors.map(mistake)].join('\n'));
}

/** Sends facts as JSON and reads the answer. Throws `Refusal` as `answerJson` does. */
export const askJson = async <T>(ask: AskService, path: string, body: object): Promise<T> =>
  answerJson(
    await ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** Facts as the text of a query. */
export const queryText = (query: ToolInput): string =>
  new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [
      name,
      Array.isArray(value) ? value.join(',') : String(value),
    ]),
  ).toString();

/** Asks with a query and reads the answer. Throws `Refusal` as `answerJson` does. */
export const askQuery = async <T>(ask: AskService, path: string, query: ToolInput): Promise<T> =>
  answerJson(await ask(`${path}?${queryText(query)}`));
