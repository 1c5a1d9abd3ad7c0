// The canonical form of a request: text that is equal for requests to which the answer is the same.

import type { EvaluationRequest } from './read_request.ts';

/** Text that is equal for equal values: keys sorted, amounts as decimals, absent members left out. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if ('toFixed' in value && typeof value.toFixed === 'function') return JSON.stringify(value.toFixed());
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

/** What an answer follows from, as canonical text: neither the language nor the parts asked for change a figure. */
export const canonicalInput = ({ claim, terms, assumptions, options, ranges }: EvaluationRequest): string =>
  canonical({ claim, terms, assumptions, options, ...(Object.keys(ranges).length === 0 ? {} : { ranges }) });
