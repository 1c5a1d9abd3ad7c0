// The hash that names a request and an answer, and the bytes that it is made of.

import type { Content } from '../formats/format.ts';

const encoder = new TextEncoder();

/** The bytes of a text or of a file. */
export const contentBytes = (content: Content): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? encoder.encode(content) : content;

/** SHA-256 as hex digits. */
export async function sha256(content: Content): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', contentBytes(content));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
