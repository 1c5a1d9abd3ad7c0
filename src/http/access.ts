// Who is calling: a key in a header, else the network that the request comes from; and whether that caller may go on.

import { sha256 } from '../values/hash.ts';
import type { RateVerdict } from './rate_limit.ts';
import type { HeaderFields } from './sending.ts';
import type { AccessKey, CallRate, Settings } from './settings.ts';

/** Characters of a key that are looked at. */
const KEY_MAX = 200;

/** The key that a request states; keys never stand in an address, which is logged and kept. */
export function statedKey(headers: Headers): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get('Authorization') ?? '')?.[1];
  const key = bearer ?? headers.get('X-Api-Key');
  return key === null || key === '' || key.length > KEY_MAX ? null : key;
}

/** Whether two hashes are alike; the time it takes does not tell where they differ. */
function isSameHash(one: string, other: string): boolean {
  let differs = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) differs |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return differs === 0;
}

/** The name of a key; every known key is compared, whether or not one fits. */
function nameOfKey(key: string, known: readonly AccessKey[]): string | null {
  const hash = sha256(key);
  let found: string | null = null;
  for (const one of known) if (isSameHash(one.hash, hash)) found = one.name;
  return found;
}

/** The network of an address: one of version 4 itself, the first half of one of version 6, of which a caller has them all. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * The address from which a request comes: that of the connection, or the one that the outermost of the trusted proxies saw. What stands
 * before it in the header was written by the caller.
 */
export function callerAddress(connection: string, forwarded: string | null, trusted: number): string {
  if (trusted === 0 || forwarded === null) return connection;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  return hops.at(-trusted) || connection;
}

/** A caller that may go on, or one that has no key that is known; such tries are counted, too. */
export type Caller =
  | { readonly ok: true; readonly who: string; readonly rate: CallRate | null }
  | { readonly ok: false; readonly who: string; readonly rate: CallRate | null };

/** Paths whose answers are computed: where keys are required, they are required here. */
const COMPUTED = /^\/(?:v1\/|mcp(?:\/|$))/;

/** Who calls. A key that is not known is refused everywhere; one is needed where keys are required. */
export function callerOf(
  { headers, path, address }: { readonly headers: Headers; readonly path: string; readonly address: string },
  { keys, keys_required, rate, rate_with_key }: Settings,
): Caller {
  const unknown = { who: `address ${networkOf(address)}`, rate };
  const key = keys.length === 0 ? null : statedKey(headers);
  if (key === null) {
    return { ok: !(keys_required && COMPUTED.test(path)), ...unknown };
  }
  const name = nameOfKey(key, keys);
  return name === null ? { ok: false, ...unknown } : { ok: true, who: `key ${name}`, rate: rate_with_key };
}

/** What a caller learns about the rate at which it may ask. */
export function rateHeaders({ requests, seconds }: CallRate, { allowed, left, reset }: RateVerdict): HeaderFields {
  return {
    'RateLimit-Policy': `"default";q=${requests};w=${seconds}`,
    ...(left === undefined || reset === undefined ? {} : { RateLimit: `"default";r=${left};t=${reset}` }),
    ...(allowed ? {} : { 'Retry-After': String(reset ?? seconds) }),
  };
}
