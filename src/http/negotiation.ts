// Which format an answer is written in: the one that the address or `format=` names, or the one that Accept prefers.

import { didYouMean, nearest } from '../fields/nearest.ts';
import type { Format } from '../formats/format.ts';
import * as registry from '../formats/index.ts';
import { type FieldError, parameterError } from '../problem.ts';
import type { Lang } from '../values/text.ts';

/** Every format an answer can be written in, sorted by extension. */
export const formats: readonly Format[] = Object.values(registry).sort((a, b) => (a.extension < b.extension ? -1 : 1));

/** The format of an answer when none is asked for; its schema is the one that is described. */
export const DEFAULT_FORMAT = registry.json;

/** The formats that are tables, of which columns and a header can be asked for. */
export const tableFormats: readonly Format[] = formats.filter(({ columns }) => columns !== undefined);

/** The format that the query names; the address and the query may both name it, but only alike. */
export function chosenFormat(
  pairs: readonly (readonly [name: string, value: string])[],
  address: Format | undefined,
  lang: Lang,
): Format | FieldError {
  const named = pairs.filter(([name]) => name === 'format').map(([, value]) => value);
  const extensions = formats.map(({ extension }) => extension);
  const expected = { ja: `${extensions.join('、')} のどれか`, en: `one of ${extensions.join(', ')}` }[lang];
  const wrong = (code: string, ja: string, en: string): FieldError =>
    parameterError('format', code, lang === 'ja' ? ja : en, expected);
  if (named.length > 1)
    return wrong('repeated_parameter', 'format が二度書かれています。', 'format is given more than once.');
  const [name = ''] = named;
  if (name === '') return address ?? DEFAULT_FORMAT;
  const format = formats.find(({ extension }) => extension === name.toLowerCase());
  if (format === undefined) {
    const near = didYouMean(nearest(name, extensions));
    return wrong('unknown_value', `その形式はありません。${near.ja}`, `There is no such format.${near.en}`);
  }
  return address === undefined || address === format
    ? format
    : wrong(
        'format_conflict',
        'URL の拡張子と format が合いません。',
        'format differs from the extension of the address.',
      );
}

/** Whether a format was chosen, or a mistake was made in naming one. */
export const isFormat = (chosen: Format | FieldError): chosen is Format => 'write' in chosen;

/** A range of media types and how much it is preferred. */
interface AcceptRange {
  readonly type: string;
  readonly weight: number;
}

/** The ranges of an Accept header, in their order. */
const acceptRanges = (accept: string): AcceptRange[] =>
  accept
    .slice(0, 1000)
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1');
      return { type, weight: Number.isFinite(weight) ? weight : 1 };
    });

/** The candidate whose media type an Accept header prefers, of equals the first; undefined when none is acceptable. */
export function preferred<T extends { readonly media_type: string }>(
  accept: string | undefined,
  candidates: readonly T[],
): T | undefined {
  if (accept === undefined || accept.trim() === '') return candidates[0];
  const ranges = acceptRanges(accept);
  const weightOf = (wanted: string) => ranges.find(({ type }) => type === wanted)?.weight;
  let best: T | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const [main] = candidate.media_type.split('/');
    // The most exact range that matches decides, as RFC 9110 says.
    const weight = weightOf(candidate.media_type) ?? weightOf(`${main}/*`) ?? weightOf('*/*') ?? 0;
    if (weight > most) {
      most = weight;
      best = candidate;
    }
  }
  return best;
}

/** The format with the highest preference in an Accept header; undefined when none is acceptable. */
export const acceptedFormat = (accept: string | undefined): Format | undefined =>
  preferred(accept, [DEFAULT_FORMAT, ...formats.filter((one) => one !== DEFAULT_FORMAT)]);
