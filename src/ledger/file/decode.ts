// Decodes the bytes of a file: finds the encoding in which an accounting system wrote it, or says why it cannot be read.
// A byte order mark decides; else the pattern of NUL bytes shows UTF-16; else strict UTF-8; else what the sender named; else Shift_JIS.
// No byte is replaced: bytes that fit no encoding are a problem, because a lost character may be a lost digit.

import { echo } from '../../fields/reading.ts';
import type { Text } from '../../values/text.ts';

/** Why a file or table cannot be read, and what can be sent instead. */
export interface Unreadable {
  readonly ok: false;
  /** Stable code of the reason. */
  readonly code: string;
  /** What is wrong. */
  readonly detail: Text;
  /** What can be sent instead. */
  readonly expected: Text;
}

/** The text of a file and its encoding, or why it cannot be read. */
export type Decoded = { readonly ok: true; readonly text: string; readonly encoding: string } | Unreadable;

const CSV: Text = {
  ja: 'UTF-8、UTF-16 または Shift_JIS の CSV か、タブ区切りのテキスト',
  en: 'CSV or tab-separated text in UTF-8, UTF-16 or Shift_JIS',
};

/** A reason why a file or table cannot be read, in both languages; `expected` is CSV unless something else can be sent. */
export const unreadable = (code: string, ja: string, en: string, expected: Text = CSV): Unreadable => ({
  ok: false,
  code,
  detail: { ja, en },
  expected,
});

interface Signature {
  readonly bytes: readonly number[];
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

/** The first bytes of files that are not text. */
const SIGNATURES: readonly Signature[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    code: 'excel_file',
    ja: 'Excel（xlsx）などの圧縮ファイルです。CSV で保存し直してください。',
    en: 'This is an Excel (xlsx) or other zip file. Save it as CSV.',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    code: 'excel_file',
    ja: '古い形式の Excel（xls）などのファイルです。CSV で保存し直してください。',
    en: 'This is an old Excel (xls) file or the like. Save it as CSV.',
  },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    code: 'pdf_file',
    ja: 'PDF です。会計システムから CSV で出力してください。',
    en: 'This is a PDF. Export CSV from the accounting system.',
  },
  {
    bytes: [0x1f, 0x8b],
    code: 'binary_file',
    ja: '圧縮されたファイルです。展開してください。',
    en: 'This is a compressed file. Unpack it.',
  },
];

const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** Names by which senders call the encodings that are taken at their word when UTF-8 does not fit. */
const NAMED: Readonly<Record<string, string>> = {
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'euc-jp': 'euc-jp',
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
};

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** The text in an encoding, or undefined when some byte does not fit. */
function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const SAMPLE = 4096;

/** The UTF-16 encoding of bytes without a mark: digits and separators leave NUL bytes, all on one side of each pair. */
function utf16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  let [even, odd] = [0, 0];
  for (let i = 0; i < bytes.length && i < SAMPLE; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const enough = Math.min(bytes.length, SAMPLE) / 20;
  if (odd > enough && even === 0) return 'utf-16le';
  return even > enough && odd === 0 ? 'utf-16be' : undefined;
}

/** How many bytes from the start of a line fit an encoding. */
function fitting(line: Uint8Array, encoding: string): number {
  let [fits, over] = [0, line.length + 1];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    try {
      // As part of a stream, so that half a character at the end is no mistake.
      new TextDecoder(encoding, { fatal: true }).decode(line.subarray(0, middle), { stream: true });
      fits = middle;
    } catch {
      over = middle;
    }
  }
  return fits;
}

/** The line and the byte, both counted from 1, at which an encoding stops fitting. */
function stopOf(bytes: Uint8Array, encoding: string): { line: number; byte: number } {
  // No byte of a character of UTF-8 or Shift_JIS but the line feed itself is 0x0A.
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const part = bytes.subarray(start, end);
    if (strict(part, encoding) === undefined) return { line, byte: start + fitting(part, encoding) };
    start = end;
  }
  return { line: 1, byte: 1 };
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

function accepted(text: string, encoding: string): Decoded {
  const at = text.indexOf('\0');
  // Marks without a width, which web pages leave in texts, are no part of a word or a figure.
  if (at < 0) return { ok: true, text: text.replace(/[\u200b\u2060\ufeff]/g, ''), encoding };
  const line = lineAt(text, at);
  return unreadable(
    'nul_character',
    `${line}行目に NUL 文字があります。テキストではないファイルか、壊れたファイルです。`,
    `Line ${line} holds a NUL character. The file is no text, or it is damaged.`,
  );
}

/** Whether bytes that fit Shift_JIS give little but half-width kana there, and fit EUC-JP as well. */
function isRatherEucJp(text: string, bytes: Uint8Array): boolean {
  let [narrow, others] = [0, 0];
  for (const mark of text.slice(0, SAMPLE)) {
    if (mark >= '\uff61' && mark <= '\uff9f') narrow++;
    else if (mark > '\u007f') others++;
  }
  return narrow > others && strict(bytes, 'euc-jp') !== undefined;
}

const unclearEncoding = (): Unreadable =>
  unreadable(
    'encoding_unclear',
    '文字コードが EUC-JP か Shift_JIS か決められません。Content-Type に charset=euc-jp または charset=shift_jis と書いてください。',
    'The file may be EUC-JP or Shift_JIS. Say charset=euc-jp or charset=shift_jis in Content-Type.',
  );

/**
 * The text of a file of an accounting system, without its byte order mark, and the encoding it was read in.
 * `charset` is what the sender says; it counts only where neither a mark nor strict UTF-8 decides.
 */
export function decode(bytes: Uint8Array, charset?: string): Decoded {
  for (const { bytes: start, code, ja, en } of SIGNATURES)
    if (startsWith(bytes, start)) return unreadable(code, ja, en);
  const mark = MARKS.find(({ bytes: start }) => startsWith(bytes, start));
  if (mark !== undefined) {
    const text = strict(bytes.subarray(mark.bytes.length), mark.encoding);
    if (text !== undefined) return accepted(text, mark.encoding);
    return unreadable(
      'broken_encoding',
      `先頭の印は ${mark.encoding} ですが、途中からその文字コードではありません。`,
      `The file begins as ${mark.encoding}, but not all of it is.`,
    );
  }
  const hint = charset?.trim().toLowerCase();
  const named = hint !== undefined && Object.hasOwn(NAMED, hint) ? NAMED[hint] : undefined;
  for (const encoding of [utf16(bytes), 'utf-8', named, 'shift_jis']) {
    if (encoding === undefined) continue;
    const text = strict(bytes, encoding);
    if (text === undefined) continue;
    if (encoding === 'shift_jis' && hint !== 'shift_jis' && isRatherEucJp(text, bytes)) return unclearEncoding();
    return accepted(text, encoding);
  }
  const [utf8, sjis] = [stopOf(bytes, 'utf-8'), stopOf(bytes, 'shift_jis')];
  return unreadable(
    'mixed_encodings',
    `文字コードが決められません。UTF-8 としては${utf8.line}行目（${utf8.byte}バイト目の後）、Shift_JIS としては${sjis.line}行目（${sjis.byte}バイト目の後）で読めなくなります。EUC-JP や windows-1252 のときは Content-Type に charset=euc-jp または charset=windows-1252 と書いてください。`,
    `No encoding fits all of the file: UTF-8 fails on line ${utf8.line} (after byte ${utf8.byte}), Shift_JIS on line ${sjis.line} (after byte ${sjis.byte})${hint === undefined ? '' : `; the sender says ${echo(hint)}`}. If it is EUC-JP or windows-1252, say charset=euc-jp or charset=windows-1252 in Content-Type.`,
  );
}
