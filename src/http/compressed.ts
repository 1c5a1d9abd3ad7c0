// Answers that are compressed on the way out, for a process of one's own; platforms that stand before the service compress by themselves. What
// is written while it is computed is sent as it comes: a compressor would hold it back.

import { compress } from 'hono/compress';
import { HonoBase } from 'hono/hono-base';
import { TrieRouter } from 'hono/router/trie-router';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';
import type { App, Env } from './context.ts';

/** Bytes from which an answer is worth compressing. */
const THRESHOLD = 1024;

/** Whether an answer is being written while it is sent: a ledger has no length yet and is not kept. */
const isPassing = ({ headers }: Response): boolean =>
  !headers.has('Content-Length') && headers.get('Cache-Control')?.includes('no-store') === true;

const isCompressible = ({ headers }: Response): boolean =>
  COMPRESSIBLE_CONTENT_TYPE_REGEX.test(headers.get('Content-Type') ?? '') &&
  Number(headers.get('Content-Length') ?? THRESHOLD) >= THRESHOLD;

/** The app, whose answers are compressed where the caller reads that. */
export function compressing(app: App): App {
  const outer: App = new HonoBase<Env>({ router: new TrieRouter() });
  const compressor = compress({ threshold: THRESHOLD });
  const { fetch: answered } = app;
  outer.all('*', async (c) => {
    const answer = await answered(c.req.raw, c.env);
    if (isPassing(answer)) return answer;
    c.res = answer;
    await compressor(c, async () => {});
    // The head of an answer says what the answer would vary with.
    if (c.req.method === 'HEAD' && isCompressible(answer)) c.res.headers.append('Vary', 'Accept-Encoding');
    return c.res;
  });
  return outer;
}
