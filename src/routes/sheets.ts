// GET /sheets/ and the files below it: what spreadsheets load, each with the address under which the service was asked. That address
// comes from the caller, so that one that could mean something inside a file is refused.

import * as z from 'zod';
import { callerHas, FILE_CACHED, notModified, tagOf } from '../http/caching.ts';
import type { Ctx, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import { type HeaderFields, send, sendProblem } from '../http/sending.ts';
import { filledIn, originIn, SHEET_FILES, SHEETS_PAGE, type SheetFile, templateName } from '../sheets/files.ts';
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
  const origin = originIn(c.req.url, c.req.header('X-Forwarded-Proto'));
  if (origin === undefined) return sendProblem(c, 'not_found');
  const template = await c.get('asset')(templateName(file, pageLang(c)));
  if (template === undefined || !template.ok) return sendProblem(c, 'not_found');
  const content = await filledIn(template, file, origin);
  const kept = {
    'Cache-Control': FILE_CACHED,
    Vary: 'X-Forwarded-Proto',
    ETag: tagOf(sha256(content)),
    ...headers,
  };
  return callerHas(c, kept.ETag) ? notModified(kept) : send(c, content, { type: file.type, headers: kept });
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

  described('/sheets', 'sheets', SHEETS_PAGE.type, {
    summary: 'Spreadsheets',
    description: SHEETS_PAGE.about,
    isSpoken: true,
  });
  for (const path of ['/sheets', '/sheets/'])
    app.get(path, (c) =>
      serveFile(c, SHEETS_PAGE, { 'Content-Security-Policy': SHEETS_POLICY, 'Content-Language': pageLang(c) }),
    );

  for (const file of SHEET_FILES) {
    const { path, type, about, kept, policy, isSpoken = false } = file;
    const address = `/sheets/${path}`;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const operationId = `sheets_${path.replaceAll(/[^a-z0-9]+/g, '_')}`;
    described(address, operationId, type, { summary: name, description: about, isSpoken });
    const headers = {
      ...(kept ? { 'Content-Disposition': `attachment; filename="${name}"` } : {}),
      ...(policy === undefined ? {} : { 'Content-Security-Policy': policy }),
    };
    app.get(address, (c) => serveFile(c, file, headers));
  }
};
