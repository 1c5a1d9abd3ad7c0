// The canonical form of a request: text that is equal for requests to which the answer is the same.

import type { EvaluationRequest } from './read_request.ts';

/** Text that is equal for equal values: keys sorted, amounts as decimals, absent members left out. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonical(item)}`;
    return `[${text}]`;
  }
  if ('toFixed' in value && typeof value.toFixed === 'function') return JSON.stringify(value.toFixed());
  const members: Readonly<Record<string, unknown>> = { ...value };
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

/** What an answer follows from, as canonical text: neither the language nor the parts asked for change a figure. */
export const canonicalInput = ({ claim, terms, assumptions, options, ranges }: EvaluationRequest): string =>
  canonical({ claim, terms, assumptions, options, ...(Object.keys(ranges).length === 0 ? {} : { ranges }) });
