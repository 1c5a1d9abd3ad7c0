// GET /sheets/ and the files below it: what spreadsheets load, each with the address under which the service was asked. That address
// comes from the caller, so that one that could mean something inside a file is refused.

import { z } from 'zod';
import type { Content } from '../formats/format.ts';
import { type Ctx, isKnown, problemResponses, type Route, send, sendProblem, sha256 } from '../http/route.ts';
import { originIn, pageOf, SHEET_FILES } from '../sheets/files.ts';
import { LANGS, type Lang } from '../values/text.ts';

const PAGE_POLICY = [
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

const langOf = (c: Ctx): Lang => (c.req.query('lang') === 'en' ? 'en' : 'ja');

/** Serves what is written for the address of the caller; 304 when the caller has it. */
async function serve(
  c: Ctx,
  write: (origin: string, lang: Lang) => Content,
  type: string,
  headers: Record<string, string>,
): Promise<Response> {
  const origin = originIn(c.req.url, c.req.header('X-Forwarded-Proto'));
  if (origin === undefined) return sendProblem(c, 'not_found');
  const content = write(origin, langOf(c));
  const kept = {
    'Cache-Control': 'public, max-age=3600',
    Vary: 'X-Forwarded-Proto',
    ETag: `"${(await sha256(content)).slice(0, 16)}"`,
    ...headers,
  };
  return isKnown(c, kept.ETag) ? new Response(null, { status: 304, headers: kept }) : send(c, content, type, kept);
}

export const sheets: Route = (app) => {
  const described = (
    path: string,
    operationId: string,
    type: string,
    { summary, description, isSpoken = false }: { summary: string; description: string; isSpoken?: boolean },
  ) =>
    app.openAPIRegistry.registerPath({
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
    });

  described('/sheets', 'sheets', 'text/html', {
    summary: 'Spreadsheets',
    description: 'The page about spreadsheets: every way in, to copy.',
    isSpoken: true,
  });
  for (const path of ['/sheets', '/sheets/'])
    app.get(path, (c) =>
      serve(c, pageOf, 'text/html', { 'Content-Security-Policy': PAGE_POLICY, 'Content-Language': langOf(c) }),
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
    app.get(address, (c) => serve(c, write, type, headers));
  }
};
