// GET /sheets/ and the files below it: what spreadsheets load, each with the address under which the service was asked. That address
// comes from the caller, so that one that could mean something inside a file is refused.

import * as z from 'zod';
import type { Content } from '../formats/format.ts';
import { callerHas, FILE_CACHED, notModified, tagOf } from '../http/caching.ts';
import type { Ctx, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import { type HeaderFields, send, sendProblem } from '../http/sending.ts';
import { originIn, pageOf, SHEET_FILES } from '../sheets/files.ts';
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

/** Serves what is written for the address of the caller; 304 when the caller has it. */
function serveFile(
  c: Ctx,
  write: (origin: string, lang: Lang) => Content,
  type: string,
  headers: HeaderFields,
): Response {
  const origin = originIn(c.req.url, c.req.header('X-Forwarded-Proto'));
  if (origin === undefined) return sendProblem(c, 'not_found');
  const content = write(origin, pageLang(c));
  const kept = {
    'Cache-Control': FILE_CACHED,
    Vary: 'X-Forwarded-Proto',
    ETag: tagOf(sha256(content)),
    ...headers,
  };
  return callerHas(c, kept.ETag) ? notModified(kept) : send(c, content, { type, headers: kept });
}

/** Adds the page about spreadsheets and the files that they load. */
export const sheets: Route = (app) => {
  const described = (
    path: string,
    operationId: string,
    type: string,
    { summary, description, isSpoken = false }: { summary: string; description: string; isSpoken?: boolean },
  ) =>
    app.descriptions.push(() => ({
      method: 'get',
      path,
      operationId,
      summary,
      description,
      tags: ['sheets'],
      request: { query: z.object(isSpoken ? langField : {}) },
      responses: {
        200: {
          description: 'The file.',
          content: { [type]: { schema: z.string().meta({ description: 'Its content.' }) } },
        },
        304: { description: 'The caller has the file already.' },
        ...problemResponses('not_found'),
      },
    }));

  described('/sheets', 'sheets', 'text/html', {
    summary: 'Spreadsheets',
    description: 'The page about spreadsheets: every way in, to copy.',
    isSpoken: true,
  });
  for (const path of ['/sheets', '/sheets/'])
    app.get(path, (c) =>
      serveFile(c, pageOf, 'text/html', { 'Content-Security-Policy': SHEETS_POLICY, 'Content-Language': pageLang(c) }),
    );

  for (const { path, type, about, write, kept, policy, isSpoken = false } of SHEET_FILES) {
    const address = `/sheets/${path}`;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const operationId = `sheets_${path.replaceAll(/[^a-z0-9]+/g, '_')}`;
    described(address, operationId, type, { summary: name, description: about, isSpoken });
    const headers = {
      ...(kept ? { 'Content-Disposition': `attachment; filename="${name}"` } : {}),
      ...(policy === undefined ? {} : { 'Content-Security-Policy': policy }),
    };
    app.get(address, (c) => serveFile(c, write, type, headers));
  }
};
