// Scans XML as spreadsheets write it, piece by piece and in one pass: no tree, no entities but the five of XML and characters by number,
// no document type. Names come without their prefix.

import { ArchiveError } from './archive.ts';

/** What is told while markup is scanned. */
export interface MarkupHandler {
  readonly open: (name: string, attributes: TagAttributes) => void;
  readonly close: (name: string) => void;
  /** A piece of text; one text may come in several pieces. */
  readonly text: (piece: string) => void;
}

/** The attributes of an element by name, without prefixes. */
export type TagAttributes = (name: string) => string | undefined;

/** Characters that one tag may have. */
const TAG_MAX = 64 * 1024;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A text with its entities written out. */
const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,8}));/g,
        (whole, hex?: string, decimal?: string, name?: string) => {
          if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
          const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      )
    : text;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function tagAttributes(tag: string): TagAttributes {
  return (wanted) => {
    for (const [, name = '', double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      if (localName(name) === wanted) return unescaped(double ?? single ?? '');
    return undefined;
  };
}

/** Tells a tag, given without its brackets. */
function tellTag(tag: string, { open, close }: MarkupHandler): void {
  if (tag.startsWith('?')) return;
  if (tag.startsWith('!')) throw new ArchiveError('broken');
  if (tag.startsWith('/')) {
    close(localName(tag.slice(1).trim()));
    return;
  }
  const isEmpty = tag.endsWith('/');
  const body = isEmpty ? tag.slice(0, -1) : tag;
  const name = localName(/^[^\s]+/.exec(body)?.[0] ?? '');
  open(name, tagAttributes(body));
  if (isEmpty) close(name);
}

/** The end of what begins at a bracket: a comment, a section of text or a tag; -1 where it has not come yet. */
function endOfMarkup(held: string, at: number): { end: number; length: number } {
  if (held.startsWith('<!--', at)) return { end: held.indexOf('-->', at + 4), length: 3 };
  if (held.startsWith('<![CDATA[', at)) return { end: held.indexOf(']]>', at + 9), length: 3 };
  return { end: held.indexOf('>', at + 1), length: 1 };
}

/** Scans markup that comes in pieces. Throws `ArchiveError` for what no spreadsheet writes. */
export async function scanMarkup(pieces: AsyncIterable<string>, handler: MarkupHandler): Promise<void> {
  let held = '';
  for await (const piece of pieces) {
    held += piece;
    let at = 0;
    for (;;) {
      const bracket = held.indexOf('<', at);
      if (bracket < 0) {
        // An entity may be cut by the end of a piece.
        const cut = held.lastIndexOf('&');
        const until = cut >= at && held.length - cut < 12 && !held.includes(';', cut) ? cut : held.length;
        if (until > at) handler.text(unescaped(held.slice(at, until)));
        at = until;
        break;
      }
      if (bracket > at) handler.text(unescaped(held.slice(at, bracket)));
      at = bracket;
      const { end, length } = endOfMarkup(held, at);
      if (end < 0) break;
      if (held.startsWith('<![CDATA[', at)) handler.text(held.slice(at + 9, end));
      else if (!held.startsWith('<!--', at)) tellTag(held.slice(at + 1, end), handler);
      at = end + length;
    }
    held = held.slice(at);
    if (held.length > TAG_MAX) throw new ArchiveError('broken');
  }
  if (held.trim() !== '') throw new ArchiveError('broken');
}
