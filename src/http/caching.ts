// How long answers may be kept, and the tags by which a caller is spared one that it has.

import * as laws from '../law/index.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { canonical } from '../request/canonical.ts';
import { sha256 } from '../values/hash.ts';
import type { Ctx } from './context.ts';
import { type HeaderFields, send, sendProblem } from './sending.ts';

/** Versions of every law, for entity tags. */
const LAW_VERSIONS = Object.values(laws)
  .map(({ version }) => version)
  .join(',');

/** Seconds for which shared caches may reuse an answer with a day of its own. */
const WEEK_SECONDS = 604_800;
/** Seconds for which an answer without a day of its own may be reused; never past midnight. */
const FRESH_SECONDS = 600;

/** How long a refusal may be reused. */
export const REFUSAL_CACHED = 'public, max-age=60';

/** How long a file of the service may be reused. */
export const FILE_CACHED = 'public, max-age=3600';

/** How long an answer to a query may be reused: long when the query names its day, else until `left` seconds have passed. */
function cacheControl(dayNamed: boolean, left: number): string {
  if (dayNamed) return `public, max-age=3600, s-maxage=${WEEK_SECONDS}`;
  const fresh = Math.max(1, Math.min(FRESH_SECONDS, left));
  return `public, max-age=${fresh}, s-maxage=${fresh}`;
}

/** What an answer to a query varies with beside its address. */
export const varyHeader = (langNamed: boolean): HeaderFields => (langNamed ? {} : { Vary: 'Accept-Language' });

/** A tag made of the first 16 digits of a hash. */
export const tagOf = (hash: string): string => `"${hash.slice(0, 16)}"`;

/** How long an answer may be kept, and a tag that follows from the query alone, so that a caller who has the answer costs no computation. */
export function cacheHeaders(followsFrom: readonly unknown[], dayNamed: boolean, left: number) {
  const hash = sha256(canonical([...followsFrom, MODEL_VERSION, LAW_VERSIONS]));
  return { 'Cache-Control': cacheControl(dayNamed, left), ETag: `"${MODEL_VERSION}.${hash.slice(0, 16)}"` };
}

/** Whether the caller already has the representation with this entity tag. */
export function callerHas(c: Ctx, etag: string): boolean {
  const known = c.req.header('If-None-Match');
  if (known === undefined) return false;
  return known
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag);
}

/** The answer to a caller that has the representation already. */
export const notModified = (headers: HeaderFields): Response => new Response(null, { status: 304, headers });

/** A handler for JSON that changes only with the version of the service; 304 when the caller has it, 404 when there is none. */
export function keptHandler(read: (c: Ctx) => Promise<string | undefined>): (c: Ctx) => Promise<Response> {
  // Read on first use and kept: it is large and always the same.
  let kept: { text: string; etag: string } | undefined;
  return async (c) => {
    if (kept === undefined) {
      const text = await read(c);
      if (text === undefined) return sendProblem(c, 'not_found');
      kept = { text, etag: tagOf(sha256(text)) };
    }
    const headers = { 'Cache-Control': FILE_CACHED, ETag: kept.etag };
    return callerHas(c, kept.etag) ? notModified(headers) : send(c, kept.text, { type: 'application/json', headers });
  };
}

/** A handler for a catalogue. */
export const catalogueHandler = (value: () => unknown): ((c: Ctx) => Promise<Response>) =>
  keptHandler(async () => JSON.stringify(value()));
