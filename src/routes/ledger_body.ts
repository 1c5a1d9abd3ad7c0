// The body of a request that carries a ledger: bytes of a file, pasted text, or JSON {"table": [[…]]}, as the cells of its table.

import type { Text } from '../claim/read.ts';
import { cellsOf } from '../ledger/cells.ts';
import { decode, type Unreadable } from '../ledger/decode.ts';
import type { FieldError, Lang } from '../problem.ts';
import { bytesOf, type Ctx, isTooDeep, refused, sendProblem } from './route.ts';

/** Bytes a ledger may have. */
const LEDGER_MAX = 8 * 1024 * 1024;

/** The table of a request, and how its file was written; null for a JSON table. */
export interface Source {
  readonly cells: readonly (readonly unknown[])[];
  readonly encoding: string | null;
  readonly separator: string | null;
}

const TABULAR = /^(text\/|application\/(octet-stream|csv|vnd\.ms-excel)$)/;

const bodyError = (code: string, pointer: string, detail: Text, lang: Lang): FieldError => ({
  code,
  pointer,
  parameter: 'table',
  detail: detail[lang],
  expected: { ja: '{"table": [[…], …]}：行のリスト', en: '{"table": [[…], …]}, a list of rows' }[lang],
});

/** The cells of a JSON table, or what is wrong with it. */
function tableOf(value: unknown, lang: Lang): FieldError | Source['cells'] {
  const table = (value as { table?: unknown } | null)?.table;
  if (!Array.isArray(table) || Object.keys(value as object).length !== 1)
    return bodyError(
      Array.isArray(table) ? 'unknown_field' : 'wrong_type',
      '/table',
      { ja: '本文を {"table": [[…], …]} の形にしてください。', en: 'Send one object, {"table": [[…], …]}.' },
      lang,
    );
  for (const [i, row] of table.entries()) {
    const at = Array.isArray(row) ? row.findIndex((cell) => typeof cell === 'object' && cell !== null) : 0;
    if (!Array.isArray(row))
      return bodyError(
        'wrong_type',
        `/table/${i}`,
        { ja: '行はセルのリストです。', en: 'A row is a list of cells.' },
        lang,
      );
    if (at >= 0)
      return bodyError(
        'wrong_type',
        `/table/${i}/${at}`,
        { ja: 'セルは文字か数か空です。', en: 'A cell is a text, a number or empty.' },
        lang,
      );
  }
  return table as Source['cells'];
}

/** Answers that a ledger cannot be read, and why. */
export const unreadable = (c: Ctx, { code, detail, expected }: Unreadable, lang: Lang): Response =>
  sendProblem(c, 'unreadable_ledger', {
    lang,
    detail: detail[lang],
    errors: [{ code, pointer: '', parameter: 'body', detail: detail[lang], expected: expected[lang] }],
  });

/** The table of a request in whichever way it was sent, or the answer that says why it cannot be read. */
export async function sourceOf(c: Ctx, lang: Lang): Promise<Source | Response> {
  const [media = '', ...parameters] = (c.req.header('Content-Type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const isJson = media === 'application/json' || (media.startsWith('application/') && media.endsWith('+json'));
  if (!isJson && !TABULAR.test(media))
    return sendProblem(c, 'unsupported_media_type', {
      lang,
      detail: {
        ja: 'text/csv、text/tab-separated-values、text/plain、application/octet-stream、application/json のどれかで送ってください。',
        en: 'Send text/csv, text/tab-separated-values, text/plain, application/octet-stream or application/json.',
      }[lang],
    });
  const bytes = await bytesOf(c.req.raw, LEDGER_MAX);
  if (bytes === undefined)
    return sendProblem(c, 'body_too_large', {
      lang,
      detail: {
        ja: '表は8 MBまでです。分けて送ってください。',
        en: 'At most 8 MB of a ledger are read. Send it in parts.',
      }[lang],
    });
  if (!isJson) {
    const charset = parameters
      .find((one) => one.startsWith('charset='))
      ?.slice(8)
      .replaceAll('"', '');
    const decoded = decode(bytes, charset);
    if (!decoded.ok) return unreadable(c, decoded, lang);
    const read = cellsOf(decoded.text, media === 'text/tab-separated-values' ? '\t' : undefined);
    return read.ok ? { ...read, encoding: decoded.encoding } : unreadable(c, read, lang);
  }
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (isTooDeep(json)) return sendProblem(c, 'too_deep', { lang });
    const cells = tableOf(JSON.parse(json), lang);
    return 'code' in cells ? refused(c, [cells], lang, {}) : { cells, encoding: null, separator: null };
  } catch {
    return sendProblem(c, 'malformed_json', { lang });
  }
}
