// Drafts of documents in the page: which one is looked at, its words, and the names that are typed into it. Names stay in the memory of
// this page: they are put into the draft here and are part of no request for one, of no link and of no saved case.

import { effect, signal } from '@preact/signals';
import type { Draft, WrittenParagraph } from '../documents/draft_answer.ts';
import type { Problem } from '../problem.ts';
import type { Text } from '../values/text.ts';
import { download } from './ledger_state.ts';
import { adviser, answerText, LatestAsked, lister, type ServiceQuery } from './service.ts';
import { bodyOf, lang, report, typed } from './state.ts';

/** A document as the catalogue of the service names it. */
export interface CataloguedDocument {
  readonly kind: string;
  readonly label: Text;
  readonly description: Text;
  readonly needs: readonly string[];
}

export const documentCatalogue = signal<readonly CataloguedDocument[]>([]);
/** The kind that is looked at; null for the first that the recommended step needs. */
export const chosenKind = signal<string | null>(null);
/** Days that only a document asks for, as they were typed. */
export const documentDays = signal<Readonly<Record<string, string>>>({});
/** What is typed for each blank, by its name. */
export const names = signal<Readonly<Record<string, string>>>({});
export const draft = signal<Draft | null>(null);
/** Why there is no draft, or what is missing for it. */
export const draftRefused = signal<readonly string[]>([]);
/** Sheets of certified mail with the names that were typed; null for what is not sent so. */
export const sheetCount = signal<number | null>(null);
/** Whether anybody looks at drafts; none is asked for before. */
export const draftsOpen = signal(false);

/** The name of a document. */
export const documentLabel = (kind: string): string =>
  documentCatalogue.value.find((one) => one.kind === kind)?.label[lang.value] ?? kind;

/** The kinds that the recommended step needs. */
export const neededKinds = (): readonly string[] => report.value?.recommendation.plan?.[0]?.documents ?? [];

/** The kind that is shown. */
export const shownKind = (): string => chosenKind.value ?? neededKinds()[0] ?? 'file_note';

/** The paragraphs with the names in the places of their blanks. */
export function filledParagraphs(): WrittenParagraph[] {
  const { paragraphs, placeholders } = draft.value ?? { paragraphs: [], placeholders: [] };
  const filled = (text: string): string =>
    placeholders.reduce((now, one) => now.replaceAll(one.text, names.value[one.name]?.trim() || one.text), text);
  return paragraphs.map(({ rows, ...one }) => ({
    ...one,
    text: filled(one.text),
    ...(rows === undefined ? {} : { rows: rows.map((row) => row.map(filled)) }),
  }));
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The filled draft as text or as a file; the worker of this page writes it, and nothing leaves the browser. */
const writing = (accept: string): ServiceQuery => ({
  path: '/page/draft',
  body: JSON.stringify({ paragraphs: filledParagraphs(), sheets: draft.value?.sheets ?? null }),
  accept,
});

/** The filled draft as plain text. */
export const draftAsText = async (): Promise<string> => answerText(await lister.ask(writing('text/plain')));

/** Saves the filled draft. */
export async function saveDraft(extension: 'txt' | 'docx'): Promise<void> {
  const type = extension === 'docx' ? DOCX : 'text/plain';
  const { bytes } = await lister.ask(writing(type));
  download(`${draft.value?.kind ?? 'draft'}.${extension}`, bytes, type);
}

/** Loads the catalogue. */
export async function loadDocuments(): Promise<void> {
  const answer = await adviser.ask({ path: '/v1/documents' });
  const { documents } = JSON.parse(answerText(answer)) as { readonly documents: readonly CataloguedDocument[] };
  documentCatalogue.value = documents;
}

const latestDraft = new LatestAsked();
const latestCount = new LatestAsked();

/** Asks for the draft of a kind. */
async function askDraft(kind: string): Promise<void> {
  const body = bodyOf(typed.value, '', documentDays.value);
  const query = { path: `/v1/documents/${kind}`, body, accept: 'application/json' };
  const answer = await lister.ask(query, latestDraft.next());
  if (answer === null) return;
  const read: Draft | Problem = JSON.parse(answerText(answer));
  if (answer.status === 200) {
    draft.value = read as Draft;
    draftRefused.value = [];
    return;
  }
  const { detail, errors = [] } = read as Problem;
  draft.value = null;
  draftRefused.value = errors.length === 0 ? [detail] : errors.map((error) => error.detail);
}

/** Counts the sheets of what is sent by certified mail. */
async function countSheets(): Promise<void> {
  const unwanted = latestCount.next();
  const isMailed = draft.value !== null && draft.value.sheets !== null;
  const answer = isMailed ? await lister.ask(writing('application/json'), unwanted) : null;
  if (unwanted.aborted) return;
  sheetCount.value = answer === null ? null : (JSON.parse(answerText(answer)) as { readonly count: number }).count;
}

/** Lets drafts follow the case, the kind and the names, once somebody looks at them. */
export function followDrafts(): void {
  effect(() => {
    void report.value;
    if (!draftsOpen.value) return;
    void askDraft(shownKind());
  });
  effect(() => {
    void names.value;
    if (draftsOpen.value) void countSheets();
  });
}
