// Who the debtor probably is, for the reader: the belief, what each fact did to it, and the chance of failure within a year.

import {
  type DebtorKind,
  dot,
  entriesByKind,
  KIND_LABELS,
  KINDS,
  ofNamedKind,
  type PerKind,
  zipKinds,
} from '../assumptions/kinds.ts';
import type { Belief } from '../debtor/belief.ts';
import type { Decision } from '../decision/programme/decide.ts';
import type { Case } from '../options/option.ts';
import { phrase } from '../values/phrase.ts';
import type { Report } from './answer.ts';
import { fraction } from './parts.ts';
import type { Voice } from './voice.ts';

/** An answer for each kind of debtor, by the names of the kinds. */
export const perKindAnswer = <T>(values: PerKind, of: (value: number) => T): Record<DebtorKind, T> =>
  Object.fromEntries(entriesByKind(values).map(([kind, value]) => [kind, of(value)])) as Record<DebtorKind, T>;

/** What is told of the debtor; `brief` leaves out which fact moved what. */
export function debtorAnswer({ belief, case: c }: Decision, say: Voice, brief: boolean): Report['debtor'] {
  const failed = c.debtor.survival(12).failed;
  return {
    belief: perKindAnswer(belief.weights, fraction),
    drivers: brief ? [] : driverAnswers(belief.trail, c, say),
    failure_12m: fraction(dot(belief.weights, failed)),
  };
}

/** What each fact did to the belief: the kind whose chance it moved most. */
function driverAnswers([start, ...trail]: Belief['trail'], { debtor }: Case, say: Voice): Report['debtor']['drivers'] {
  let before = start?.weights;
  return trail.flatMap(({ field, weights }) => {
    if (before === undefined) return [];
    const kind = largestMove(before, weights);
    const [from, to] = [ofNamedKind(before, kind), ofNamedKind(weights, kind)];
    before = weights;
    return [
      {
        field: field === 'pd' ? (debtor.pd_from ?? field) : field,
        effect: say.tell(
          phrase(
            { label: KIND_LABELS[kind], from: { percent: from }, to: { percent: to } },
            { ja: '「{label}」である可能性が{from}から{to}へ', en: 'chance of {label}: {from} to {to}' },
          ),
        ),
        kind,
        from: fraction(from),
        to: fraction(to),
      },
    ];
  });
}

/** The kind whose chance a fact moved most; the first of several. */
function largestMove(before: PerKind, after: PerKind): DebtorKind {
  const moved = zipKinds(before, after, (from, to) => Math.abs(to - from));
  return KINDS.reduce((most, next) => (ofNamedKind(moved, next) > ofNamedKind(moved, most) ? next : most));
}
