// Provisional attachment: whether it is open, what it locks and costs, and by when the creditor must go on. The data are those of the
// jurisdiction; what it is worth is a matter of valuation.

import { addDays, type Day } from '../values/day.ts';
import { floorTo, Money } from '../values/money.ts';
import type { Text } from '../values/text.ts';
import { type AmountLike, toMoney } from './amount.ts';
import type { InsolvencyState } from './contract/insolvency.ts';
import type { AttachedObject } from './contract/provisional_attachment.ts';
import { flatFee } from './fees.ts';
import { exactShare, figureOn, findingsOn, type LegalFindings, legalPart, metIf, openIf } from './findings.ts';
import type { Jurisdiction } from './law.ts';

/** The facts that decide a provisional attachment. */
export interface ProvisionalFacts {
  readonly amount: AmountLike;
  readonly object: AttachedObject;
  /** Value of the object; without it security on the object is not known. */
  readonly object_value?: AmountLike;
  /** The claim rests on a bill or a cheque. */
  readonly on_bill?: boolean;
  /** Yearly cost of the money that is locked, and for how many months. */
  readonly security_rate?: number;
  readonly months?: number;
  /** A title is in hand. */
  readonly titled?: boolean;
  readonly insolvency?: InsolvencyState;
  /** An object that can be named is known. */
  readonly object_known?: boolean;
  /** Claim and need can be shown prima facie. */
  readonly shown?: boolean;
  /** Day on which the order was served on us, and on which the court set a time for the main suit. */
  readonly served_on?: Day;
  readonly suit_ordered_on?: Day;
  /** Day on which we look. */
  readonly on: Day;
}

const PROVISIONAL: Text = { ja: '仮差押え', en: 'provisional attachment' };

/** The security that courts usually ask, as amounts; null where the value of the object is not known. */
function securityRange(law: Jurisdiction, facts: ProvisionalFacts) {
  const part = legalPart(law.provisional_attachment, 'provisional_attachment', facts.on);
  const shares = facts.on_bill ? part.security_on_bill : part.security;
  const source = figureOn(shares[facts.object], facts.on);
  const base = source.value.of === 'claim' ? facts.amount : facts.object_value;
  const unit = new Money(10).pow(-law.minor_digits);
  const of = (share: number): Money | null =>
    base === undefined ? null : floorTo(toMoney(base).times(exactShare(share)), unit);
  return { source, low: of(source.value.low), high: of(source.value.high), unit };
}

/** What the law says to a provisional attachment. Throws `LawNotCovered`. */
export function provisionalAttachment(law: Jurisdiction, facts: ProvisionalFacts): LegalFindings {
  const { on, insolvency } = facts;
  const part = legalPart(law.provisional_attachment, 'provisional_attachment', on);
  const found = findingsOn(on);
  const stayed = insolvency === undefined ? false : law.insolvency[insolvency].stays_enforcement;
  const named = facts.object === 'movables' ? true : facts.object_known;
  const closed = stayed || facts.titled === true || named === false || facts.shown === false;
  const told = facts.shown !== undefined && named !== undefined;
  found.rule('provisional_attachment', part.rules.before_due, closed ? openIf(false) : told ? 'open' : 'unknown', {
    label: PROVISIONAL,
  });
  found.rule('requirements', part.rules.requirements, metIf(facts.shown));
  found.rule('no_title', part.rules.no_title, metIf(facts.titled !== true));
  found.rule('not_stayed', part.rules.not_stayed, metIf(!stayed));
  found.rule('named_object', part.rules.named_object, metIf(named));
  for (const name of ['court', 'priority', 'limitation', 'release', 'security_back', 'damages'] as const)
    found.rule(name, part.rules[name], 'stated');

  const fee = flatFee(law, 'provisional_attachment', on);
  found.amount('fee', law.fees.provisional_attachment.label, fee.amount, fee);
  const { source, low, high, unit } = securityRange(law, facts);
  found.amount('security_low', { ja: '担保の目安（下）', en: 'security, lower end' }, low, source);
  found.amount('security_high', { ja: '担保の目安（上）', en: 'security, upper end' }, high, source);
  const { security_rate, months } = facts;
  if (security_rate !== undefined && months !== undefined) {
    const locked = (security: Money | null): Money | null =>
      security && floorTo(security.times(exactShare(security_rate)).times(months).div(12), unit);
    found.amount(
      'locked_low',
      { ja: '担保を寝かせる費用（下）', en: 'cost of the locked security, lower end' },
      locked(low),
      source,
    );
    found.amount(
      'locked_high',
      { ja: '担保を寝かせる費用（上）', en: 'cost of the locked security, upper end' },
      locked(high),
      source,
    );
  }
  if (part.registered_objects.includes(facts.object)) {
    const tax = figureOn(part.register_tax, on);
    found.amount('register_tax', part.register_tax.label, floorTo(toMoney(facts.amount).times(tax.value), unit), tax);
  }
  found.amount('postage', { ja: '予納郵券', en: 'postage deposited' }, null, fee);

  if (facts.served_on !== undefined) {
    const time = figureOn(part.execute_within_days, facts.served_on);
    found.day('execute_by', part.execute_within_days.label, addDays(facts.served_on, time.value), time);
  }
  if (facts.suit_ordered_on !== undefined) {
    const time = figureOn(part.main_suit_days, facts.suit_ordered_on);
    found.day('main_suit_not_before', part.main_suit_days.label, addDays(facts.suit_ordered_on, time.value), time);
  }
  return found;
}
