// Days that must not be missed: the end of the limitation period, the due date, and what the options that are not barred ask for.

import type { Decision } from '../decision/programme/decide.ts';
import type { OptionDeadline } from '../options/option.ts';
import { addDays, type Day } from '../values/day.ts';
import type { Lang } from '../values/text.ts';
import type { PlanStep } from './plan.ts';
import { cited, type Voice } from './voice.ts';

/** A day that must not be missed, told in the language of the reader. */
export interface Deadline {
  readonly on: Day;
  readonly kind: string;
  readonly text: string;
  readonly citation: string | null;
}

/** Deadlines from the valuation day on, earliest first; of two of a kind the first stated. */
export function deadlines(decision: Decision, plan: readonly PlanStep[], say: Voice, lang: Lang): Deadline[] {
  const found = new Map<string, Deadline>();
  for (const { on, kind, text, cite } of [...claimDeadlines(decision), ...optionDeadlines(decision, plan)])
    if (!found.has(kind)) found.set(kind, { on, kind, text: say.tell(text), citation: cited(cite, lang) });
  return [...found.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.kind < b.kind ? -1 : 1));
}

/** The end of the limitation period, and the due date where it is to come. */
function claimDeadlines({ situation }: Decision): OptionDeadline[] {
  const { limitation, due_in, due_date } = situation.facts;
  const days: OptionDeadline[] = [];
  if (limitation.status !== 'expired_invocable')
    days.push({
      on: limitation.last_day,
      kind: 'limitation',
      text:
        limitation.status === 'suspended'
          ? {
              ja: '時効の完成が猶予されています。この日までに訴え・支払督促などを申し立てるか、承認を得ます。',
              en: 'The limitation period is postponed: file a suit or a payment order, or obtain an acknowledgment, by this day.',
            }
          : {
              ja: 'この日までに訴え・支払督促を申し立てるか、債務の承認を得ます。内容証明の到達でも一度だけ猶予されます。',
              en: 'By this day file a suit or a payment order, or obtain an acknowledgment; the arrival of a certified demand postpones it once.',
            },
      cite: limitation.citation,
    });
  if (due_in > 0)
    days.push({
      on: due_date,
      kind: 'due_date',
      text: {
        ja: '支払期日です。翌日に入金を確かめ、なければすぐ連絡します。',
        en: 'Due date: check for payment the next day and call at once if it is missing.',
      },
      cite: null,
    });
  return days;
}

/** What the options of the plan ask for, each when its step begins, and then those that are not barred but not planned either. */
function optionDeadlines({ situation, open, closed }: Decision, plan: readonly PlanStep[]): OptionDeadline[] {
  const planned = plan.flatMap(
    ({ option, state, from }) => option.deadlines?.({ ...situation, state, month: from }, true) ?? [],
  );
  const possible = [...open, ...closed.filter(({ needs }) => needs.length > 0)]
    .filter(({ option }) => !plan.some((step) => step.option === option))
    .flatMap(({ option }) => option.deadlines?.(situation, false) ?? []);
  return [...planned, ...possible];
}

/** Day on which to evaluate again: the first switch of the plan, a month at the latest, and before any deadline. */
export function reviewOn(as_of: Day, firstSwitch: Day | null, days: readonly Deadline[]): Day {
  const candidates = [addDays(as_of, 30), ...(firstSwitch === null ? [] : [firstSwitch])];
  for (const { on } of days) if (on > as_of) candidates.push(on);
  return candidates.reduce((first, day) => (day < first ? day : first));
}
