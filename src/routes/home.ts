// GET / and /kaishu.html: the page for people, which values a claim in the browser. It is one file that is built before the service starts;
// the policy that forbids it to send anything stands in the file itself.

import * as z from 'zod';
import { FILE_CACHED } from '../http/caching.ts';
import type { Ctx, DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import { contentType, disposition, sendProblem } from '../http/sending.ts';

/** The name of the built page among the files that are made before the service starts. */
export const PAGE_NAME = 'kaishu.html';

/** What a page cannot say by itself, beside the policy that it holds. */
const PAGE_POLICY = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

async function servePage(c: Ctx): Promise<Response> {
  const file = await c.get('asset')(PAGE_NAME);
  if (file === undefined || !file.ok) return sendProblem(c, 'not_found');
  const kept = c.req.query('download') === '1' ? disposition(PAGE_NAME, false, true) : {};
  return new Response(file.body, {
    headers: {
      'Content-Type': contentType('text/html'),
      'Content-Security-Policy': PAGE_POLICY,
      'Cache-Control': FILE_CACHED,
      ...kept,
    },
  });
}

const operation = (path: string, id: string, description: string): DescribedOperation => ({
  method: 'get',
  path,
  operationId: id,
  summary: 'Page',
  description,
  tags: ['service'],
  responses: {
    200: {
      description: 'The page.',
      content: { 'text/html': { schema: z.string().meta({ description: 'An HTML page.' }) } },
    },
    ...problemResponses('not_found'),
  },
});

/** The descriptions of the operations. */
export const describeHome = (): DescribedOperation[] => [
  operation('/', 'page', 'The page for people: it values a claim or a ledger in the browser and sends nothing.'),
  operation(`/${PAGE_NAME}`, 'page_file', 'The same page as one file to keep; it works without a network.'),
];

/** Adds the page. */
export const home: Route = (app) => {
  for (const path of ['/', `/${PAGE_NAME}`]) app.get(path, servePage);
};
