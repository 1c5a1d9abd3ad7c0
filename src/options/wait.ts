// Do nothing more: the baseline that every other way must beat. In closed form (docs/model.md 5).

import { z } from 'zod';
import { type PerKind, product } from '../assumptions/kinds.ts';
import { failure, failureScales, provedAbove } from './failure.ts';
import { type Event, type Fork, option, type Prospect, type Situation } from './option.ts';

/** Longest time for which a forgotten claim still brings in payments: running, and after the limitation period. */
const MONTHS_RUNNING = 48;
const MONTHS_EXPIRED = 36;

/** How one kind of debtor pays unprompted: on the due date if that is to come, later, or fails; each chance stands alone in its vector. */
interface Stream {
  readonly on_time: PerKind | null;
  readonly paid: PerKind;
  readonly failed: PerKind;
  /** Month at which one payment has the present value of the whole stream of chances. */
  readonly at: number;
}

/** Month at which the chances of a stream, paid at once, have the same present value; the mean month without a discount rate. */
function meanMonth(left: number, discounted: number, leaves: number, T: number, r: number): number {
  if (left <= 0) return 0;
  return r > 0 ? -Math.log(discounted / left) / r : 1 / leaves - (T * (1 - left)) / left;
}

/** The streams of all kinds over `T` months after the due date. */
function streams(s: Situation, T: number, untilDue: number, expired: boolean): readonly Stream[] {
  const { a, debtor } = s;
  const { pay, fail, deteriorate } = debtor.hazards;
  const r = -Math.log(s.discount(1));
  return Array.from(pay, (_, k) => {
    const only = (chance: number): PerKind => {
      const out = new Float64Array(pay.length);
      out[k] = chance;
      return out;
    };
    const pays = a.hazard.passive_factor * pay[k]! * (expired ? a.hazard.after_limitation[k]! : 1);
    const leaves = pays + fail[k]! + deteriorate[k]!;
    const left = 1 - Math.exp(-leaves * T);
    const discounted = (leaves / (leaves + r)) * (1 - Math.exp(-(leaves + r) * T));
    const on_time = untilDue > 0 ? a.prior.paid_on_time[k]! * Math.exp(-fail[k]! * untilDue) : 0;
    const later = (1 - on_time) * left;
    return {
      on_time: untilDue > 0 ? only(on_time) : null,
      paid: only((later * pays) / leaves),
      failed: only((later * fail[k]!) / leaves),
      at: untilDue + meanMonth(left, discounted, leaves, T, r),
    };
  });
}

/** Payments that come in by themselves, before and after the limitation period. */
function passive(s: Situation): Prospect {
  const { state, month, facts } = s;
  // A demand postpones the end of the period only for those who then act, so waiting is valued with the period as it stands.
  const end = state.standing === 'fresh' ? facts.limitation_months : state.limitation;
  const expired = month >= end;
  const untilDue = Math.max(0, facts.due_in - month);
  const T = expired ? MONTHS_EXPIRED : Math.min(MONTHS_RUNNING, Math.max(0.5, end - month - untilDue));
  return { event: unpromptedOnce(s, T, untilDue, expired), relationship: s.a.relationship.loss.wait };
}

interface Known {
  readonly balance: number;
  readonly untilDue: number;
  readonly expired: boolean;
  readonly event: Event;
}

/** The case keeps this map and fills it length by length. */
const knownByLength = (): Map<number, Known[]> => new Map();

/** Shares events between months and between claims whose limitation period a demand has moved, where all inputs of `unprompted` are equal. */
function unpromptedOnce(s: Situation, T: number, untilDue: number, expired: boolean): Event {
  const { balance } = s.state;
  const byLength = s.once(knownByLength);
  const known = byLength.get(T) ?? [];
  const same = known.find((one) => one.balance === balance && one.untilDue === untilDue && one.expired === expired);
  if (same) return same.event;
  const event = unprompted(s, T, untilDue, expired);
  known.push({ balance, untilDue, expired, event });
  byLength.set(T, known);
  return event;
}

/** What comes in unprompted over `T` months after the due date. */
function unprompted(s: Situation, T: number, untilDue: number, expired: boolean): Event {
  const { balance } = s.state;
  const receipt = [{ principal: balance, share: s.debtor.paid_share }];
  const next: Fork[] = [];
  for (const { on_time, paid, failed, at } of streams(s, T, untilDue, expired)) {
    if (on_time) next.push({ chance: on_time, event: { id: 'paid_on_time', at: untilDue, flows: receipt } });
    next.push({ chance: paid, event: { id: 'paid_unprompted', at, flows: receipt } });
    next.push({ chance: failed, event: failure(s, at, balance) });
  }
  return { id: 'wait', at: 0, next, closes: untilDue + T };
}

/** A title that is not enforced: some pay in the end. */
function withTitle(s: Situation): Prospect {
  const { court } = s.a;
  const { alive } = s.debtor.survival(s.state.unseen);
  const at = court.passive_after_title_months;
  const paid = product(court.passive_after_title, alive);
  const flow = { principal: s.state.balance, ...(s.state.share ? { share: s.state.share } : {}) };
  return {
    event: {
      id: 'wait',
      at: 0,
      next: [{ chance: paid, event: { id: 'paid_unprompted', at, flows: [flow] } }],
      closes: at,
    },
    relationship: s.a.relationship.loss.wait,
  };
}

export const wait = option({
  id: 'wait',
  label: { ja: '静観', en: 'wait' },
  description: {
    ja: 'これ以上の手を打たず、相手の自発的な支払を待ちます。ほかの手段はすべてこれと比べます。',
    en: 'Do nothing more and wait for the debtor to pay unprompted; the baseline for every other way.',
  },
  family: 'stop',
  shape: 'exit',
  baseline: true,
  follows: ['fresh', 'acknowledged', 'title'],
  varies: (s) => (s.state.standing === 'fresh' ? 'monthly' : 'never'),
  terms: z.strictObject({}),
  needs: () => [],
  bars: () => [],
  variants: () => [{}],
  prospect: (s) => {
    if (s.facts.proceedings) return { event: { id: 'wait', at: 0 } };
    return s.state.standing === 'title' ? withTitle(s) : passive(s);
  },
  thresholds: (c) => [provedAbove(c)],
  scaling: (s) => {
    // What comes in on a title does not rest on proceedings.
    if (s.state.standing === 'title') return { alike: 'title', prices: [] };
    const alike = failureScales(s);
    return alike === null || s.state.standing === 'fresh' ? null : { alike, prices: [] };
  },
  assumes: ['hazard', 'insolvency', 'relationship.loss.wait'],
  sentences: {
    ja: {
      step: () => '新たな手は打たず、入金だけを確認します。',
      risk: (say, _, s) =>
        s.state.limitation < 24 ? `待つ間に時効期間が満了します（${say.day(s.state.limitation)}頃）。` : null,
    },
    en: {
      step: () => 'Take no further step; only check for payments.',
      risk: (say, _, s) =>
        s.state.limitation < 24
          ? `The limitation period ends while you wait (about ${say.day(s.state.limitation)}).`
          : null,
    },
  },
});
