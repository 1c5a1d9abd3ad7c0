// A document drafted for a claim in one language: its paragraphs with the facts in them and the articles they rest on, what is left to fill
// in, and the sheets of certified mail; or every reason why it cannot be drafted.

import * as z from 'zod';
import { countedText } from '../claim/demand_letter.ts';
import { BLANKS, blank, blanksIn, type DraftParagraph } from '../claim/draft.ts';
import { type Decision, decide } from '../decision/programme/decide.ts';
import { laidOut } from '../law/letter_sheets.ts';
import type { Bar, Option } from '../options/option.ts';
import { type FieldError, parameterError } from '../problem.ts';
import { timetable } from '../report/plan.ts';
import { citationText, type Voice, voice } from '../report/voice.ts';
import { FIELD_LABELS } from '../request/composition.ts';
import { OPTION_IDS } from '../request/options.ts';
import { questionOf } from '../request/question.ts';
import type { EvaluationRequest } from '../request/read_request.ts';
import { type Day, dayAfter } from '../values/day.ts';
import { forDescription } from '../values/description.ts';
import { money, moneyText } from '../values/money.ts';
import { phrase } from '../values/phrase.ts';
import type { Lang, Text } from '../values/text.ts';
import { factsIn, inLanguage, writtenDay } from '../values/written.ts';
import type { DocumentField, DraftContext, DraftDocument } from './document.ts';
import { DOCUMENT_FIELD_LABELS } from './document_fields.ts';
import { DRAFT_LINE, prose } from './sentences.ts';

const described = (description: string, example: string) => z.string().meta({ description, example });

const paragraphSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      style: z
        .enum(['title', 'heading', 'text', 'item', 'right', 'table', 'note'])
        .meta({ description: 'How it stands on the sheet.', example: 'item' }),
      text: described('Its words; empty for a table.', '元本 金1,250,000円'),
      rows: z
        .array(z.array(z.string()).meta({ description: 'The cells of a row.' }))
        .optional()
        .meta({ description: 'The rows of a table, its headings first.' }),
      facts: z
        .array(
          z
            .strictObject({
              name: described('What it is.', 'principal'),
              value: described('Decimal text, or an ISO day.', '1250000'),
              text: described('As the paragraph writes it.', '1,250,000円'),
            })
            .meta({ id: 'DraftFact', description: 'A figure or a day in a paragraph.' }),
        )
        .meta({ description: 'The figures and days in it.' }),
      articles: z.array(described('An article.', '民法150条')).meta({ description: 'What it rests on.' }),
    })
    .meta({ id: 'DraftParagraph', description: 'A paragraph of a draft.' }),
);

/** The answer of `/v1/documents/{kind}`. */
export const draftSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      kind: described('The kind of document.', 'second_reminder'),
      label: described('Its name.', '督促状'),
      lang: z.enum(['ja', 'en']).meta({ description: 'The language in which it is written.', example: 'ja' }),
      as_of: described('Day of the draft, to which interest is computed.', '2026-11-21'),
      paragraphs: z.array(paragraphSchema).meta({ description: 'The draft, in its order.' }),
      placeholders: z
        .array(
          z
            .strictObject({
              name: described('Name of what is to be filled in.', 'creditor'),
              text: described('How it stands in the draft.', '［債権者名］'),
              label: described('What belongs there.', '債権者名'),
            })
            .meta({ id: 'DraftPlaceholder', description: 'Something that only you know, such as a name.' }),
        )
        .meta({ description: 'Everything that is left to fill in.' }),
      sheets: z
        .union([
          z
            .strictObject({
              count: z.int().min(1).meta({ description: 'Number of sheets.', example: 1 }),
              written: z.enum(['down', 'across']).meta({ description: 'Down the page or across.', example: 'down' }),
              characters: z.int().meta({ description: 'Most characters of a line.', example: 20 }),
              lines: z.int().meta({ description: 'Most lines of a sheet.', example: 26 }),
              postage: described('Postage as certified mail with proof of delivery.', '1420'),
              articles: z
                .array(described('The rule.', '内国郵便約款'))
                .meta({ description: 'What the layout rests on.' }),
            })
            .meta({ id: 'LetterSheets', description: 'The letter on the sheets of certified mail.' }),
          z.null(),
        ])
        .meta({ description: 'Sheets as certified mail on paper; null for what is not sent so.' }),
      notes: z
        .array(
          z
            .strictObject({
              text: described('A sentence.', '到達から6か月は時効が完成しません。'),
              articles: z.array(described('An article.', '民法150条')).meta({ description: 'What it rests on.' }),
            })
            .meta({ id: 'DraftNote', description: 'Something to know before the draft is used.' }),
        )
        .meta({ description: 'What to know before it is used; no part of the draft.' }),
    })
    .meta({ id: 'Draft', description: 'A draft of a document.' }),
);

/** A draft as a plain JSON value. */
export type Draft = z.output<typeof draftSchema>;
/** A paragraph of it. */
export type WrittenParagraph = Draft['paragraphs'][number];

/** What a caller asks for beside the claim. */
export type DocumentRequest = { readonly [K in DocumentField]?: Day | undefined };

/** A draft, or every reason why there is none. */
export type DraftResult =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

function writtenParagraph({ style, text, rows, cites = [] }: DraftParagraph, lang: Lang): WrittenParagraph {
  const sentences = [text, ...(rows ?? []).flat()];
  return {
    style,
    text: inLanguage(text, lang),
    ...(rows === undefined ? {} : { rows: rows.map((row) => row.map((cell) => inLanguage(cell, lang))) }),
    facts: sentences.flatMap(factsIn).map(([name, fact]) => ({ name, value: fact.value, text: fact[lang] })),
    articles: cites.map((cite) => citationText(cite)[lang]),
  };
}

/** The letter on sheets of certified mail, and what sending them costs. */
function mailSheets(
  paragraphs: readonly DraftParagraph[],
  { situation, law }: DraftContext,
  lang: Lang,
): Draft['sheets'] {
  const { tariff, facts } = situation;
  const { layout, sheets } = laidOut(paragraphs.map(countedText), tariff.letter_layouts);
  if (layout === null || facts.abroad || tariff.absent.has('certified_mail')) return null;
  const postage = money(tariff.certified_mail).plus(money(tariff.certified_mail_sheet).times(sheets.length - 1));
  const rule = law.letter_layouts.periods.findLast(({ from }) => from <= facts.claim.as_of);
  return {
    count: sheets.length,
    ...layout,
    postage: moneyText(postage),
    articles: rule === undefined ? [] : [citationText(rule.citation)[lang]],
  };
}

/** A reason why an option is closed, as a mistake of the request. */
function barError({ code, text, inputs, opens_if }: Bar, say: Voice): FieldError {
  const [input = ''] = Object.keys(inputs);
  return {
    ...parameterError(input, code, say.tell(text), say.tell(opens_if)),
    pointer: `/${input.replaceAll('.', '/')}`,
  };
}

/** A fact that must be told first. */
function missingError(field: string, lang: Lang, label: string): FieldError {
  const detail = {
    ja: `この書面には「${label}」（${field}）が要ります。`,
    en: `This document needs ${label} (${field}).`,
  }[lang];
  return {
    ...parameterError(field, 'missing', detail, label),
    pointer: `/${field.replaceAll('.', '/')}`,
  };
}

/** Why no option that calls for the document is open: what must be told first, or else the reasons of each. */
function closedErrors(decision: Decision, kind: string, lang: Lang, say: Voice): FieldError[] {
  const calling = decision.closed.filter(({ option }) => option.papers?.(decision.situation, null).includes(kind));
  const fields = [...new Set(calling.flatMap(({ needs }) => needs))];
  if (fields.length > 0)
    return fields.map((field) => missingError(field, lang, FIELD_LABELS.get(field)?.[lang] ?? field));
  const bars = new Map(calling.flatMap((entry) => entry.bars.map((bar) => [bar.code, bar] as const)));
  return [...bars.values()].map((bar) => barError(bar, say));
}

/** A step of the plan that calls for a document and is open once an earlier one has brought nothing. */
interface LaterStep {
  readonly option: Option;
  readonly terms: unknown;
  /** The name of that earlier step, and the day from which this one follows it. */
  readonly after: Text;
  readonly on: Day;
}

const closedBy = (closed: Decision['closed'], option: Option): readonly Bar[] =>
  closed.find((entry) => entry.option === option)?.bars ?? [];

/** The step of the plan that calls for a document and is barred today for want of an earlier step alone; null where there is none. */
function laterStep({ open, closed, solution, situation }: Decision, kind: string): LaterStep | null {
  const [best] = open;
  if (best === undefined) return null;
  const steps = timetable(solution, best.valued);
  for (const [i, { option, terms, state, from }] of steps.entries()) {
    const [lifted_by, ...others] = new Set(closedBy(closed, option).map((bar) => bar.lifted_by));
    const earlier = steps.slice(0, i).find((step) => step.option.refused_as === lifted_by);
    if (lifted_by === undefined || others.length > 0 || earlier === undefined) continue;
    if (option.papers?.({ ...situation, state, month: from }, terms).includes(kind))
      return { option, terms, after: earlier.option.label, on: dayAfter(situation.facts.claim.as_of, from) };
  }
  return null;
}

/** When a draft for a later step of the plan is used. */
const usedLater = ({ after, on }: LaterStep): DraftParagraph =>
  prose(
    phrase(
      { after, on: writtenDay(on) },
      {
        ja: '計画では「{after}」の後、{on}頃から使う書面です。支払日などは今日合意する場合のものなので、その時に作り直します。',
        en: 'The plan uses this after "{after}", from about {on} on. Its days are those of an agreement made today, so draft it again then.',
      },
    ),
  );

/** Drafts a document. Throws `LawNotCovered` when the law of a day it depends on is not in the data. */
export function draftOf(document: DraftDocument, request: EvaluationRequest, asked: DocumentRequest): DraftResult {
  const decision = decide(questionOf({ ...request, options: OPTION_IDS }));
  const { situation } = decision;
  const { facts, law } = situation;
  const say = voice(request.lang, facts.claim.as_of, law);
  const now = decision.open.find(({ option, terms }) => option.papers?.(situation, terms).includes(document.id));
  const later = now === undefined ? laterStep(decision, document.id) : null;
  const step = now ?? later;
  const bars = document.bars?.(situation) ?? [];
  const errors = [
    ...bars.map((bar) => barError(bar, say)),
    ...(document.with_option && step === null && bars.length === 0
      ? closedErrors(decision, document.id, request.lang, say)
      : []),
    ...(document.needs ?? [])
      .filter((field) => asked[field] === undefined)
      .map((field) => missingError(field, request.lang, DOCUMENT_FIELD_LABELS[field][request.lang])),
  ];
  if (errors.length > 0) return { ok: false, errors };
  const context: DraftContext = {
    situation,
    facts,
    law,
    step,
    stated: (situation.terms[step?.option.id ?? ''] ?? {}) as DraftContext['stated'],
    pay_by: asked.pay_by,
    opened_on: asked.opened_on,
  };
  const notes = [...(later === null ? [] : [usedLater(later)]), ...(document.notes?.(context) ?? [])];
  return { ok: true, draft: inWords(document, context, notes, request.lang) };
}

/** A document in words; in Japanese where it is not written in the language asked for. */
function inWords(document: DraftDocument, c: DraftContext, told: readonly DraftParagraph[], wanted: Lang): Draft {
  const lang = document.langs.includes(wanted) ? wanted : 'ja';
  const stated = document.paragraphs(c);
  const paragraphs = [...stated, DRAFT_LINE].map((one) => writtenParagraph(one, lang));
  const whole = paragraphs.map(({ text, rows = [] }) => [text, ...rows.flat()].join('\n')).join('\n');
  return {
    kind: document.id,
    label: document.label[lang],
    lang,
    as_of: c.facts.claim.as_of,
    paragraphs,
    placeholders: blanksIn(whole).map((name) => ({ name, text: blank(name)[lang], label: BLANKS[name].label[lang] })),
    sheets: document.mailed && lang === 'ja' ? mailSheets(stated, c, wanted) : null,
    notes: told.map((note) => {
      const { text, articles } = writtenParagraph(note, wanted);
      return { text, articles };
    }),
  };
}
