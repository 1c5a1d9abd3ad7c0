// The headers that every answer carries: who may call from a browser, what a browser may do with it, how long it may be kept.

import type { Ctx } from './context.ts';
import type { HeaderFields } from './sending.ts';
import type { Settings } from './settings.ts';

const EXPOSED =
  'Content-Language, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Ledger-Doubts, X-Ledger-Left-Out, X-Request-Id';

/** The headers of an answer to a browser that asks what it may send. */
export const PREFLIGHT: HeaderFields = {
  'Access-Control-Allow-Headers':
    'Accept, Accept-Language, Authorization, Content-Type, If-None-Match, Mcp-Method, Mcp-Name, Mcp-Protocol-Version, X-Api-Key, X-Request-Id',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
  'Access-Control-Max-Age': '86400',
};

const SECURITY: HeaderFields = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const LINK = '</openapi.json>; rel="service-desc", </docs>; rel="service-doc"';

/** Half a year. Other hosts of the same domain are not ours to speak for. */
const HSTS = 'max-age=15552000';

/** Whether the caller speaks to us, or to the proxy before us, over TLS. */
export function isOverTls(c: Ctx, { trusted_proxies, public_url }: Settings): boolean {
  if (public_url !== null) return public_url.startsWith('https:');
  if (c.req.url.startsWith('https:')) return true;
  return trusted_proxies > 0 && forwardedScheme(c, trusted_proxies) === 'https';
}

/** The scheme that the outermost of the trusted proxies was asked by; undefined where none is trusted or none tells. */
export function forwardedScheme(c: Ctx, trusted: number): string | undefined {
  if (trusted === 0) return undefined;
  const schemes = c.req.header('X-Forwarded-Proto')?.split(',');
  return (schemes?.at(-trusted) ?? schemes?.[0])?.trim();
}

/** Who may call from a browser. */
function corsHeaders(c: Ctx, { cors_origins }: Settings): HeaderFields {
  if (cors_origins.includes('*'))
    return { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': EXPOSED };
  const origin = c.req.header('Origin');
  return origin !== undefined && cors_origins.includes(origin)
    ? { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED }
    : {};
}

/**
 * Keeps an answer from caches that others share: an answer to a query, whose address holds figures of a claim, unless that is set; and
 * whatever needs a key, because a cache asks for none.
 */
function keepPrivate(c: Ctx, { cache_public, keys_required }: Settings): void {
  const { headers } = c.res;
  const kept = headers.get('Cache-Control');
  if (kept === null || !c.req.path.startsWith('/v1/')) return;
  if (!keys_required && (cache_public || new URL(c.req.url).search === '')) return;
  headers.set('Cache-Control', kept.replace(/^public\b/, 'private').replace(/, s-maxage=\d+/, ''));
}

/** Adds the headers that every answer carries; what a route has set itself stays. */
export function dress(c: Ctx, settings: Settings, more: HeaderFields): void {
  const { headers } = c.res;
  const usual = {
    ...corsHeaders(c, settings),
    ...SECURITY,
    ...(isOverTls(c, settings) ? { 'Strict-Transport-Security': HSTS } : {}),
    Link: LINK,
    ...more,
  };
  for (const [name, value] of Object.entries(usual)) if (!headers.has(name)) headers.set(name, value);
  if (!settings.cors_origins.includes('*')) headers.append('Vary', 'Origin');
  keepPrivate(c, settings);
  // For browsers that do not read the policy; a page that may stand inside another says so there.
  if (headers.get('Content-Security-Policy')?.includes("frame-ancestors 'none'"))
    headers.set('X-Frame-Options', 'DENY');
  if (c.get('is_stopping')) headers.set('Connection', 'close');
  headers.set('X-Request-Id', c.get('request_id'));
}
