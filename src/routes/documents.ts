// GET /v1/documents: the documents that can be drafted. POST /v1/documents/{kind}: one of them for a claim, as text, as JSON or as a file
// for a word processor.

import * as z from 'zod';
import type { DocumentField, DraftDocument } from '../documents/document.ts';
import { documentFields } from '../documents/document_fields.ts';
import { type DocumentRequest, type Draft, draftOf, draftSchema } from '../documents/draft_answer.ts';
import * as registry from '../documents/index.ts';
import { describeField } from '../fields/field.ts';
import { didYouMean, nearest } from '../fields/nearest.ts';
import { DOCX_TYPE, draftDocx } from '../formats/docx.ts';
import { draftText } from '../formats/draft_text.ts';
import type { Content } from '../formats/format.ts';
import { catalogueHandler } from '../http/caching.ts';
import { describedFieldSchema, textSchema } from '../http/catalogue_schema.ts';
import { clockOf, jurisdictionIn } from '../http/clock.ts';
import type { Ctx, DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import { readBody } from '../http/json_body.ts';
import { preferred } from '../http/negotiation.ts';
import { acceptHelp } from '../http/problem_help.ts';
import { withAddress } from '../http/resource.ts';
import { disposition, refuseRequest, send, sendProblem } from '../http/sending.ts';
import { LawNotCovered } from '../law/dated.ts';
import { lawOf } from '../law/jurisdictions.ts';
import { type FieldError, parameterError } from '../problem.ts';
import { requestSchema } from '../request/composition.ts';
import { fieldsReader } from '../request/fields_reader.ts';
import { missingLaw } from '../request/missing_law.ts';
import { isRawObject } from '../request/raw_object.ts';
import { readRequest } from '../request/read_request.ts';
import type { Day } from '../values/day.ts';
import { forDescription } from '../values/description.ts';
import type { Lang, Text } from '../values/text.ts';

/** Every document, sorted by its kind. */
const DRAFTABLE: readonly DraftDocument[] = Object.values(registry).sort((a, b) => (a.id < b.id ? -1 : 1));

/** A way of writing a draft. */
interface DraftWriter {
  readonly media_type: string;
  /** Extension of a file to keep; none for what is read at once. */
  readonly extension?: string;
  readonly write: (draft: Draft) => Content;
}

/** The ways of writing a draft, the usual one first. */
const WRITERS: readonly DraftWriter[] = [
  { media_type: 'text/plain', write: ({ paragraphs }) => draftText(paragraphs) },
  { media_type: 'application/json', write: (draft) => JSON.stringify(draft) },
  { media_type: DOCX_TYPE, extension: 'docx', write: draftDocx },
];

const readDocumentFields = fieldsReader(documentFields);

/** The fields of a document among those of the claim. */
function parted(body: unknown): { readonly own: unknown; readonly claim: unknown } {
  if (!isRawObject(body)) return { own: {}, claim: body };
  const own = Object.entries(body).filter(([name]) => Object.hasOwn(documentFields, name));
  const claim = Object.entries(body).filter(([name]) => !Object.hasOwn(documentFields, name));
  return { own: Object.fromEntries(own), claim: Object.fromEntries(claim) };
}

/** Days of a document that cannot be, seen from the day of the draft. */
function dayErrors(asked: DocumentRequest, as_of: Day, lang: Lang): FieldError[] {
  const wrong = (field: DocumentField, code: string, detail: Text): FieldError =>
    parameterError(field, code, detail[lang], code === 'before_as_of' ? `>= ${as_of}` : `<= ${as_of}`);
  const { pay_by, opened_on } = asked;
  return [
    ...(pay_by !== undefined && pay_by < as_of
      ? [
          wrong('pay_by', 'before_as_of', {
            ja: `期日が基準日（${as_of}）より前です。`,
            en: `The day is before ${as_of}, the day of the draft.`,
          }),
        ]
      : []),
    ...(opened_on !== undefined && opened_on > as_of
      ? [
          wrong('opened_on', 'after_as_of', {
            ja: `開始日が基準日（${as_of}）より後です。`,
            en: `The day is after ${as_of}, the day of the draft.`,
          }),
        ]
      : []),
  ];
}

async function answerDocument(c: Ctx): Promise<Response> {
  const kind = c.req.param('kind') ?? '';
  const document = DRAFTABLE.find(({ id }) => id === kind);
  const lang = c.get('lang');
  if (document === undefined) {
    const near = didYouMean(
      nearest(
        kind,
        DRAFTABLE.map(({ id }) => id),
      ),
    );
    const detail = { ja: `その書面はありません。${near.ja}`, en: `There is no such document.${near.en}` }[lang];
    return sendProblem(c, 'not_found', { detail });
  }
  const writer = preferred(c.req.header('Accept'), WRITERS);
  if (writer === undefined)
    return sendProblem(c, 'not_acceptable', { detail: acceptHelp(WRITERS.map(({ media_type }) => media_type))[lang] });
  const body = await readBody(c.req.raw);
  if (!body.ok) return sendProblem(c, body.code);
  const { value, repeated } = withAddress(c, body);
  const { own, claim } = parted(value);
  const today = clockOf(c)(jurisdictionIn({ body: value })).today;
  const read = readRequest(claim, { today, lang });
  const asked = readDocumentFields({ body: own }, read.ok ? read.request.lang : read.lang, () => []);
  const twice = repeated(asked.lang);
  if (!read.ok || !asked.ok || twice.length > 0)
    return refuseRequest(c, [...(read.ok ? [] : read.errors), ...(asked.ok ? [] : asked.errors), ...twice], asked.lang);
  const { request } = read;
  c.set('lang', request.lang);
  const wrong = dayErrors(asked.data, request.claim.as_of, request.lang);
  if (wrong.length > 0) return refuseRequest(c, wrong, request.lang);
  try {
    const result = draftOf(document, request, asked.data);
    return result.ok ? sendDraft(c, result.draft, writer) : refuseRequest(c, result.errors, request.lang);
  } catch (error) {
    if (!(error instanceof LawNotCovered)) throw error;
    const law = lawOf(request.claim.jurisdiction);
    const missing = missingLaw(error, { law, lang: request.lang, data: { ...request.claim }, dayField: 'as_of' });
    return sendProblem(c, 'law_not_covered', { lang: request.lang, ...missing });
  }
}

function sendDraft(c: Ctx, draft: Draft, { media_type, extension, write }: DraftWriter): Response {
  const named = extension === undefined ? {} : disposition(`${draft.kind}.${extension}`, false, true);
  return send(c, write(draft), {
    type: media_type,
    headers: {
      'Cache-Control': 'no-store',
      Vary: 'Accept, Accept-Language',
      'Content-Language': draft.lang,
      ...named,
    },
  });
}

const catalogueSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      documents: z
        .array(
          z
            .object({
              kind: z.string().meta({ description: 'Its name in the address.', example: 'second_reminder' }),
              label: textSchema.meta({ description: 'Name.' }),
              description: textSchema.meta({ description: 'When it is used.' }),
              langs: z
                .array(z.string())
                .meta({ description: 'Languages in which it is written.', example: ['ja', 'en'] }),
              certified_mail: z
                .boolean()
                .meta({ description: 'Whether its sheets are counted as certified mail.', example: false }),
              needs: z
                .array(z.string())
                .meta({ description: 'Fields of its own without which it is refused.', example: ['opened_on'] }),
            })
            .meta({ id: 'DocumentEntry', description: 'One document.' }),
        )
        .meta({ description: 'The documents.' }),
      fields: z.array(describedFieldSchema).meta({ description: 'What may be said beside the claim.' }),
    })
    .meta({ id: 'DocumentCatalogue', description: 'Every document.' }),
);

/** The descriptions of the operations. */
export const describeDocuments = (): DescribedOperation[] => [
  {
    method: 'get',
    path: '/v1/documents',
    operationId: 'listDocuments',
    summary: 'Documents',
    description: 'Every document that can be drafted, with its languages and what it needs.',
    tags: ['catalogues'],
    responses: {
      200: { description: 'The documents.', content: { 'application/json': { schema: catalogueSchema } } },
      ...problemResponses(),
    },
  },
  {
    method: 'post',
    path: '/v1/documents/{kind}',
    operationId: 'draftDocument',
    summary: 'Draft a document',
    description:
      'A draft for the same claim as an evaluation, as text, JSON or .docx by Accept. Names, addresses and accounts are left open. It is refused where it does not fit the claim. JSON labelled text/plain is read too.',
    tags: ['evaluate'],
    request: {
      params: z.object({
        kind: z
          .enum(DRAFTABLE.map(({ id }) => id) as [string, ...string[]])
          .meta({ description: 'The document.', example: 'second_reminder' }),
      }),
      body: {
        required: true,
        description: 'The receivable with the terms of the step, as for an evaluation; pay_by and opened_on beside it.',
        content: {
          'application/json': {
            schema: requestSchema.extend(documentFields).meta({
              id: 'DraftRequest',
              description: 'One receivable, and the days that a document needs.',
              example: { amount: 1250000, overdue_days: 82, pay_by: '2026-12-11' },
            }),
          },
        },
      },
    },
    responses: {
      200: {
        description: 'The draft.',
        content: {
          'text/plain': { schema: z.string().meta({ description: 'The draft as text.' }) },
          'application/json': { schema: draftSchema },
          [DOCX_TYPE]: { schema: z.string().meta({ description: 'The draft as a .docx file.', format: 'binary' }) },
        },
      },
      ...problemResponses(
        'malformed_json',
        'too_deep',
        'malformed_input',
        'not_found',
        'not_acceptable',
        'body_too_large',
        'unsupported_media_type',
        'invalid_input',
        'law_not_covered',
      ),
    },
  },
];

/** Adds the catalogue of documents and the drafting of each. */
export const documents: Route = (app) => {
  const value = {
    documents: DRAFTABLE.map(({ id, label, description, langs, mailed = false, needs = [] }) => ({
      kind: id,
      label,
      description,
      langs,
      certified_mail: mailed,
      needs,
    })),
    fields: Object.entries(documentFields).flatMap(([name, field]) => describeField(name, field) ?? []),
  };
  app.get(
    '/v1/documents',
    catalogueHandler(() => value),
  );
  app.post('/v1/documents/:kind', answerDocument);
};
