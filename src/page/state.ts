// What the page knows: the language, the fields as they were typed, the answer and its parts. The fields stand in the address behind `#`,
// which browsers never send, so that a link brings the same case back.

import { computed, effect, signal } from '@preact/signals';
import type { FieldError, Problem } from '../problem.ts';
import type { Report } from '../report/report.ts';
import { LANGS, type Lang } from '../values/text.ts';
import { ROW_NEEDS } from './field_words.ts';
import { adviser, answerText, LatestAsked } from './service.ts';

/** Fields by flat name, as they were typed; an empty one is not there. */
export type Typed = Readonly<Record<string, string>>;

/** The case that is filled in before anybody types. */
export const EXAMPLE_CASE: Typed = { amount: '1250000', overdue_days: '82', contact: 'evasive', evidence: 'strong' };

/** The parts that follow the plain answer, in their order; each is asked for when nothing newer was typed. */
export const LATER_PARTS = [
  'plans,outcomes,cash',
  'sensitivity',
  'break_even',
  'information',
  'negotiation',
  'assumptions',
] as const;

/** Milliseconds without a key after which the hands rest. */
const REST = 250;
/** Milliseconds after which a link in the address follows what was typed: browsers refuse to write it at every key. */
const ADDRESS = 400;

/** What an address says: the language and the fields. */
function readAddress(hash: string): { readonly lang: Lang | undefined; readonly typed: Typed } {
  const typed: Record<string, string> = {};
  let lang: Lang | undefined;
  for (const [name, value] of new URLSearchParams(hash.slice(1)))
    if (name === 'lang') lang = LANGS.find((known) => known === value);
    else if (value !== '') typed[name] = value;
  return { lang, typed };
}

const opened = readAddress(location.hash);

const preferred = (): Lang => (navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en');

export const lang = signal<Lang>(opened.lang ?? preferred());
export const typed = signal<Typed>(Object.keys(opened.typed).length > 0 ? opened.typed : EXAMPLE_CASE);
/** Whether the fields are still those of the example. */
export const isExample = computed(() => JSON.stringify(typed.value) === JSON.stringify(EXAMPLE_CASE));
/** The answer, whose later parts are added as they come. */
export const report = signal<Report | null>(null);
export const errors = signal<readonly FieldError[]>([]);
/** What went wrong apart from fields. */
export const failure = signal<string | null>(null);
/** Whether the first answer is there, or what was wrong with the question. */
export const isAnswered = computed(() => report.value !== null || failure.value !== null || errors.value.length > 0);
/** Whether the answer is that to what was typed before a mistake. */
export const isStale = computed(() => report.value !== null && (errors.value.length > 0 || failure.value !== null));
/** Parts that are still computed. */
export const pending = signal<readonly string[]>([]);
/** The option that is looked at; the recommended one when null. */
export const chosen = signal<string | null>(null);

/** Two ways of saying the same: the one that is written takes the place of the other, with which it would disagree. */
const INSTEAD_OF: Readonly<Record<string, string>> = { due_date: 'overdue_days', overdue_days: 'due_date' };

/** Writes a field; an empty text takes it out. */
export function write(name: string, value: string): void {
  const gone = [name, ...(value === '' ? [] : [INSTEAD_OF[name]])];
  const others = Object.fromEntries(Object.entries(typed.value).filter(([known]) => !gone.includes(known)));
  typed.value = value === '' ? others : { ...others, [name]: value };
}

/** A value of the address as a request holds it: lists and ranges are written as JSON there. */
function requestValue(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Whether a row of a list holds what it cannot do without; others are still being typed. */
export const isRowComplete = (list: string, row: object): boolean =>
  (ROW_NEEDS[list] ?? []).every((member) => member in row);

/** A field as a request holds it; a list without a complete row is not there. */
function requestField([name, value]: [string, string]): [string, unknown][] {
  const read = requestValue(value);
  if (ROW_NEEDS[name] === undefined || !Array.isArray(read)) return [[name, read]];
  const rows = read.filter((row: unknown) => typeof row !== 'object' || row === null || isRowComplete(name, row));
  return rows.length === 0 ? [] : [[name, rows]];
}

const requestOf = (fields: Typed): object => Object.fromEntries(Object.entries(fields).flatMap(requestField));

/** The body of a request for these parts. */
export const bodyOf = (fields: Typed, parts: string, more: object = {}): string =>
  JSON.stringify({ ...requestOf(fields), ...(parts === '' ? {} : { include: parts }), lang: lang.value, ...more });

/** Asks one part; null where it was refused or is no longer wanted. */
async function part(fields: Typed, parts: string, unwanted: AbortSignal): Promise<Report | null> {
  const answer = await adviser.ask({ path: '/v1/evaluate', body: bodyOf(fields, `bridge,plan,${parts}`) }, unwanted);
  return answer?.status === 200 ? (JSON.parse(answerText(answer)) as Report) : null;
}

/** Puts what another answer to the same question holds beside what is known. */
function withMore(known: Report, more: Report): Report {
  const options = known.options.map((option, i) => {
    const other = more.options[i];
    return other === undefined || other.id !== option.id
      ? option
      : {
          ...option,
          ...Object.fromEntries(Object.entries(other).filter(([, value]) => value !== null && value !== undefined)),
        };
  });
  const recommendation = { ...known.recommendation };
  for (const [name, value] of Object.entries(more.recommendation))
    if (value !== null && value !== undefined) Object.assign(recommendation, { [name]: value });
  return {
    ...known,
    recommendation,
    options,
    uncertainty: more.uncertainty ?? known.uncertainty,
    sensitivity: more.sensitivity ?? known.sensitivity,
    information: more.information ?? known.information,
    ...(more.negotiation === undefined ? {} : { negotiation: more.negotiation }),
    assumptions_used:
      more.assumptions_used.length > known.assumptions_used.length ? more.assumptions_used : known.assumptions_used,
  };
}

/** What is being asked about fields that were typed over since is given up. */
const latestAnswer = new LatestAsked();

/** Asks the later parts one after another, as long as nothing newer is asked. */
async function askLater(fields: Typed, unwanted: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, REST));
  for (const [i, parts] of LATER_PARTS.entries()) {
    if (unwanted.aborted) return;
    pending.value = LATER_PARTS.slice(i);
    const more = await part(fields, parts, unwanted);
    if (unwanted.aborted) return;
    const known = report.value;
    if (more !== null && known !== null) report.value = withMore(known, more);
  }
  pending.value = [];
}

/** Asks the plain answer to what is typed now, and then the rest. */
async function askPlain(fields: Typed): Promise<void> {
  const signal = latestAnswer.next();
  pending.value = LATER_PARTS;
  const answer = await adviser.ask({ path: '/v1/evaluate', body: bodyOf(fields, 'bridge,plan') }, signal);
  if (answer === null) return;
  const read: Report | Problem = JSON.parse(answerText(answer));
  if (answer.status !== 200) {
    const problem = read as Problem;
    errors.value = problem.errors ?? [];
    failure.value = problem.errors === undefined ? problem.detail : null;
    pending.value = [];
    return;
  }
  errors.value = [];
  failure.value = null;
  report.value = read as Report;
  performance.mark('kaishu-answer');
  await askLater(fields, signal);
}

/** The address that brings this case back, with its day. */
export const linkOf = (): string => {
  const day = report.value?.meta.as_of;
  const fields = { ...(day === undefined ? {} : { as_of: day }), ...typed.value, lang: lang.value };
  return `#${new URLSearchParams(fields)}`;
};

let addressTimer = 0;

/** Keeps the address in step with what is typed. */
function followAddress(): void {
  clearTimeout(addressTimer);
  const hash = isExample.value ? `#lang=${lang.value}` : linkOf();
  addressTimer = window.setTimeout(() => {
    try {
      history.replaceState(null, '', hash);
    } catch {
      // A page that is opened from a file may not be allowed to change its address; the link is still on the button.
    }
  }, ADDRESS);
}

/** Lets answers and the address follow what is typed. */
export function startPage(): void {
  effect(() => {
    void askPlain(typed.value);
  });
  effect(() => {
    void report.value;
    document.documentElement.lang = lang.value;
    followAddress();
  });
  addEventListener('hashchange', ({ newURL }) => {
    // The address may have been written over since; what was asked for stands in the event.
    const { lang: spoken, typed: fields } = readAddress(new URL(newURL).hash);
    if (spoken !== undefined) lang.value = spoken;
    if (Object.keys(fields).length > 0) typed.value = fields;
  });
}
