// The hash that names a request and an answer. It is reckoned at once: what is hashed is short, and waiting for the platform to do it
// costs more than doing it.

import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the bytes of a file, or of a text in UTF-8, as hex digits. */
export const sha256 = (content: string | Uint8Array): string =>
  bytesToHex(digest(typeof content === 'string' ? utf8ToBytes(content) : content));
