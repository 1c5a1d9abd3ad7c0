// GET /sheets/ and the files below it: what spreadsheets load, each with the address under which the service was asked. That address
// comes from the caller, so that one that could mean something inside a file is refused.

import * as z from 'zod';
import { callerHas, FILE_CACHED, notModified, tagOf } from '../http/caching.ts';
import type { Ctx, DescribedOperation, Route } from '../http/context.ts';
import { fileBytes, problemResponses, writtenText } from '../http/description.ts';
import { DEFAULT_FORMAT } from '../http/negotiation.ts';
import { type HeaderFields, ownOrigin, send, sendProblem } from '../http/sending.ts';
import { filledIn, SHEET_FILES, SHEETS_PAGE, type SheetFile, templateName } from '../sheets/files.ts';
import { sha256 } from '../values/hash.ts';
import { LANGS, type Lang } from '../values/text.ts';

const SHEETS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const langField = {
  lang: z.enum(LANGS).optional().meta({
    description: 'Language of the texts; Japanese without it.',
    example: 'en',
    'x-label-ja': '言語',
  }),
};

const pageLang = (c: Ctx): Lang => (c.req.query('lang') === 'en' ? 'en' : 'ja');

/** Serves a file with the address of the caller filled in; 304 when the caller has it. */
async function serveFile(c: Ctx, file: SheetFile, headers: HeaderFields): Promise<Response> {
  const known = c.get('public_url');
  const origin = ownOrigin(c);
  if (origin === undefined) return sendProblem(c, 'not_found');
  const template = await c.get('asset')(templateName(file, pageLang(c)));
  if (template === undefined || !template.ok) return sendProblem(c, 'not_found');
  const content = await filledIn(template, file, origin);
  const kept = {
    // Where the service does not know its own address, the caller has named it: such a file is for that caller alone.
    'Cache-Control': known === null ? FILE_CACHED.replace('public', 'private') : FILE_CACHED,
    Vary: 'X-Forwarded-Proto',
    ETag: tagOf(sha256(content)),
    ...headers,
  };
  return callerHas(c, kept.ETag) ? notModified(kept) : send(c, content, { type: file.type, headers: kept });
}

/** What a file holds, by its media type. */
const contentOf = (type: string): z.ZodType => {
  if (type === DEFAULT_FORMAT.media_type) return z.unknown().meta({ type: 'object', description: 'Its content.' });
  const isText = type.startsWith('text/') || type.endsWith('/xml');
  return isText ? writtenText('Its content.') : fileBytes('Its content.');
};

const operationOf = (
  { type, about, isSpoken }: SheetFile,
  { address, id, summary }: { readonly address: string; readonly id: string; readonly summary: string },
): DescribedOperation => ({
  method: 'get',
  path: address,
  operationId: id,
  summary,
  description: about,
  tags: ['sheets'],
  request: { query: z.object(isSpoken ? langField : {}) },
  responses: {
    200: {
      description: 'The file.',
      content: { [type]: { schema: contentOf(type) } },
    },
    304: { description: 'The caller has the file already.' },
    ...problemResponses('not_found'),
  },
});

/** The last part of a path. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The descriptions of the page and of every file. */
export const describeSheets = (): DescribedOperation[] => [
  operationOf(SHEETS_PAGE, { address: '/sheets', id: 'sheets', summary: 'Spreadsheets' }),
  ...SHEET_FILES.map((file) => {
    const id = `sheets_${file.path.replaceAll(/[^a-z0-9]+/g, '_')}`;
    return operationOf(file, { address: `/sheets/${file.path}`, id, summary: nameOf(file.path) });
  }),
];

/** Adds the page about spreadsheets and the files that they load. */
export const sheets: Route = (app) => {
  for (const path of ['/sheets', '/sheets/'])
    app.get(path, (c) =>
      serveFile(c, SHEETS_PAGE, { 'Content-Security-Policy': SHEETS_POLICY, 'Content-Language': pageLang(c) }),
    );

  for (const file of SHEET_FILES) {
    const { path, kept, policy } = file;
    const headers = {
      ...(kept ? { 'Content-Disposition': `attachment; filename="${nameOf(path)}"` } : {}),
      ...(policy === undefined ? {} : { 'Content-Security-Policy': policy }),
    };
    app.get(`/sheets/${path}`, (c) => serveFile(c, file, headers));
  }
};
