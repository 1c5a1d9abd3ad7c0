// Days that must not be missed: limitation, filing of claims, set-off in insolvency, the switch points of the plan.

import { addDays, type Day } from '../claim/day.ts';
import type { Decision } from '../decision/decide.ts';
import type { Lang } from '../problem.ts';
import { cited } from './voice.ts';

export interface Deadline {
  readonly on: Day;
  readonly kind: string;
  readonly text: string;
  readonly citation: string | null;
}

/** Deadlines after the valuation day, earliest first. */
export function deadlines({ case: c }: Decision, lang: Lang): Deadline[] {
  const { facts, law } = c;
  const { claim, limitation } = facts;
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
  const { insolvency, claims_deadline } = claim;
  if (
    insolvency !== undefined &&
    insolvency !== 'none' &&
    claims_deadline !== undefined &&
    claims_deadline >= claim.as_of
  ) {
    const rule = law.insolvency[insolvency];
    if (rule.proof)
      add(
        claims_deadline,
        'proof_of_claim',
        '債権届出書を提出します。',
        'File the proof of claim.',
        cited(rule.citations.proof, lang),
      );
    if (rule.set_off_until_claims_deadline)
      add(
        claims_deadline,
        'set_off',
        '相殺する場合は、この日までに意思表示を届けます。',
        'Declare set-off by this day, if at all.',
        cited(rule.citations.set_off, lang),
      );
  }
  if (facts.due_in > 0)
    add(
      facts.due_date,
      'due_date',
      '支払期日です。翌日に入金を確かめ、なければすぐ連絡します。',
      'Due date: check for payment the next day and call at once if it is missing.',
      null,
    );
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.kind < b.kind ? -1 : 1));
}

/** Day on which to evaluate again: the first switch of the plan, a month at the latest, and before any deadline. */
export function reviewOn(as_of: Day, firstSwitch: Day | null, days: readonly Deadline[]): Day {
  const candidates = [addDays(as_of, 30), ...(firstSwitch === null ? [] : [firstSwitch])];
  for (const { on } of days) if (on > as_of) candidates.push(on);
  return candidates.reduce((first, day) => (day < first ? day : first));
}
