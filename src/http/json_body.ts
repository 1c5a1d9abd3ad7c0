// The JSON body of a request: its type, size, encoding and depth are checked in that order, before JSON.parse sees a byte. Of a member that is
// written twice JSON.parse keeps the last in silence, so that the text is read for it once more.

import type { FieldPath } from '../fields/mistake.ts';
import type { ProblemCode } from '../problem.ts';

/** Bytes a body may have. */
const BODY_MAX = 256 * 1024;
/** Objects and lists that may stand inside each other. */
const DEPTH_MAX = 16;

/** Media types of a JSON body; text/plain is what a browser can send without asking first. */
export const JSON_TYPES = ['application/json', 'text/plain'] as const;

/** A JSON value, and the places of members that are written more than once. */
export interface JsonValue {
  readonly value: unknown;
  readonly repeated: readonly FieldPath[];
}

/** The JSON value of a body, or the problem with it. */
export type Body = ({ readonly ok: true } & JsonValue) | { readonly ok: false; readonly code: ProblemCode };

const unreadableBody = (code: ProblemCode): Body => ({ ok: false, code });

/** The media type of a Content-Type header and its charset, both in small letters. */
export function mediaTypeOf(header: string | null): { readonly media: string; readonly charset: string | undefined } {
  const [media = '', ...parameters] = (header ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return { media, charset: charset?.slice('charset='.length).replaceAll('"', '') };
}

/** Whether a media type is JSON by its name. */
export const isJsonType = (media: string): boolean =>
  media === 'application/json' || (media.startsWith('application/') && media.endsWith('+json'));

/** Whether a content type carries JSON in UTF-8. */
function carriesJson(type: string | null): boolean {
  const { media, charset } = mediaTypeOf(type);
  const utf8 = charset === undefined || charset === 'utf-8' || charset === 'utf8';
  return utf8 && (isJsonType(media) || JSON_TYPES.some((known) => known === media));
}

/** The members that a text of JSON holds, by their colons outside strings; undefined when brackets nest deeper than allowed. One pass. */
function membersWritten(text: string): number | undefined {
  let depth = 0;
  let members = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 0x5c) i++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x3a) members++;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEPTH_MAX) return undefined;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return members;
}

/** The members that a value holds after it was parsed. */
function membersKept(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value);
  return inner.reduce((members: number, one) => members + membersKept(one), Array.isArray(value) ? 0 : inner.length);
}

/** Where a text that JSON.parse has read writes a member again. */
function repeatedMembers(text: string): FieldPath[] {
  const repeated: FieldPath[] = [];
  /** The objects and lists around a place: what they have held so far, and where in them it is. */
  const around: { readonly names: Set<string> | undefined; at: string | number }[] = [];
  let quoted = '';
  for (let i = 0; i < text.length; i++) {
    const mark = text[i];
    const inner = around.at(-1);
    if (mark === '"') {
      const from = i++;
      for (; text[i] !== '"'; i++) if (text[i] === '\\') i++;
      quoted = text.slice(from, i + 1);
    } else if (mark === ':' && inner?.names) {
      const name = JSON.parse(quoted) as string;
      inner.at = name;
      if (inner.names.has(name)) repeated.push(around.map(({ at }) => at));
      inner.names.add(name);
    } else if (mark === ',' && typeof inner?.at === 'number') inner.at++;
    else if (mark === '{') around.push({ names: new Set(), at: '' });
    else if (mark === '[') around.push({ names: undefined, at: 0 });
    else if (mark === '}' || mark === ']') around.pop();
  }
  return repeated;
}

/** The JSON value of a text, or of its bytes. */
export function jsonOf(given: string | Uint8Array): Body {
  try {
    const text = typeof given === 'string' ? given : new TextDecoder('utf-8', { fatal: true }).decode(given);
    const written = membersWritten(text);
    if (written === undefined) return unreadableBody('too_deep');
    const value: unknown = JSON.parse(text);
    return { ok: true, value, repeated: written === membersKept(value) ? [] : repeatedMembers(text) };
  } catch {
    return unreadableBody('malformed_json');
  }
}

/** The bytes of a body; undefined when there are more than `most`. */
export async function bytesOf(request: Request, most: number = BODY_MAX): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('Content-Length') ?? '0') > most) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted while it arrives, because a length header may be missing or untrue.
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    size += part.value.byteLength;
    if (size > most) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return joinBytes(chunks, size);
}

/** Parts of a body as one piece of `size` bytes. */
export function joinBytes(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** The JSON value of a request, or the problem with it. */
export async function readBody(request: Request): Promise<Body> {
  if (!carriesJson(request.headers.get('Content-Type'))) return unreadableBody('unsupported_media_type');
  const bytes = await bytesOf(request);
  return bytes === undefined ? unreadableBody('body_too_large') : jsonOf(bytes);
}
