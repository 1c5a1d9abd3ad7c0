// What a caller can do about a problem, with the media types that are read and written. The catalogue of problems imports neither formats
// nor bodies, so that it cannot name them.

import { PROBLEMS, type ProblemCode } from '../problem.ts';
import type { Text } from '../values/text.ts';
import { JSON_TYPES } from './json_body.ts';
import { formats } from './negotiation.ts';

/** Alternatives as a list in both languages. */
export function alternatives(names: readonly string[]): Text {
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1).join(', ');
  return {
    ja: names.length < 2 ? last : `${names.join('、')} のどれか`,
    en: others === '' ? last : `${others} or ${last}`,
  };
}

/** What to accept of the media types that an operation writes. */
export const acceptHelp = (media_types: readonly string[]): Text => {
  const { ja, en } = alternatives(media_types);
  return { ja: `Accept を ${ja}にしてください。`, en: `Accept ${en}.` };
};

/** What to send of the media types that an operation reads. */
export const contentTypeHelp = (media_types: readonly string[]): Text => {
  const { ja, en } = alternatives(media_types);
  return { ja: `Content-Type を ${ja}にしてください。`, en: `Send ${en}.` };
};

const HELP: Partial<Record<ProblemCode, Text>> = {
  not_acceptable: acceptHelp(formats.map(({ media_type }) => media_type)),
  unsupported_media_type: contentTypeHelp(JSON_TYPES),
};

/** What the caller can do about a problem, in full. */
export const helpFor = (code: ProblemCode): Text => HELP[code] ?? PROBLEMS[code].help;
