// The hash that names a request and an answer.

import type { Content } from '../formats/format.ts';

const encoder = new TextEncoder();

/** SHA-256 as hex digits. */
export async function sha256(content: Content): Promise<string> {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
