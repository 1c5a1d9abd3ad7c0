// Days that must not be missed: the end of the limitation period, the due date, and what the options that are not barred ask for.

import type { Decision } from '../decision/decide.ts';
import { addDays, type Day } from '../values/day.ts';
import type { Lang } from '../values/text.ts';
import type { PlanStep } from './plan.ts';
import { cited } from './voice.ts';

export interface Deadline {
  readonly on: Day;
  readonly kind: string;
  readonly text: string;
  readonly citation: string | null;
}

/** Deadlines from the valuation day on, earliest first. */
export function deadlines(decision: Decision, plan: readonly PlanStep[], lang: Lang): Deadline[] {
  const { situation } = decision;
  const { limitation, due_in, due_date } = situation.facts;
  const found: Deadline[] = [];
  const add = (on: Day, kind: string, ja: string, en: string, citation: string | null) =>
    found.push({ on, kind, text: lang === 'ja' ? ja : en, citation });

  if (limitation.status === 'suspended')
    add(
      limitation.last_day,
      'limitation',
      '時効の完成が猶予されています。この日までに訴え・支払督促などを申し立てるか、承認を得ます。',
      'The limitation period is postponed: file a suit or a payment order, or obtain an acknowledgment, by this day.',
      cited(limitation.citation, lang),
    );
  else if (limitation.status !== 'expired_invocable')
    add(
      limitation.last_day,
      'limitation',
      'この日までに訴え・支払督促を申し立てるか、債務の承認を得ます。内容証明の到達でも一度だけ猶予されます。',
      'By this day file a suit or a payment order, or obtain an acknowledgment; the arrival of a certified demand postpones it once.',
      cited(limitation.citation, lang),
    );
  if (due_in > 0)
    add(
      due_date,
      'due_date',
      '支払期日です。翌日に入金を確かめ、なければすぐ連絡します。',
      'Due date: check for payment the next day and call at once if it is missing.',
      null,
    );
  const planned = plan.map(({ option, state, from }) => ({
    option,
    s: { ...situation, state, month: from },
    planned: true,
  }));
  const possible = [...decision.open, ...decision.closed.filter(({ needs }) => needs.length > 0)]
    .filter(({ option }) => !plan.some((step) => step.option === option))
    .map(({ option }) => ({ option, s: situation, planned: false }));
  for (const { option, s, planned: taken } of [...planned, ...possible])
    for (const { on, kind, text, cite } of option.deadlines?.(s, taken) ?? [])
      if (!found.some((known) => known.kind === kind))
        found.push({ on, kind, text: text[lang], citation: cited(cite, lang) });
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.kind < b.kind ? -1 : 1));
}

/** Day on which to evaluate again: the first switch of the plan, a month at the latest, and before any deadline. */
export function reviewOn(as_of: Day, firstSwitch: Day | null, days: readonly Deadline[]): Day {
  const candidates = [addDays(as_of, 30), ...(firstSwitch === null ? [] : [firstSwitch])];
  for (const { on } of days) if (on > as_of) candidates.push(on);
  return candidates.reduce((first, day) => (day < first ? day : first));
}
