// Stamp duty on a paper, by what it is and the amount that it states.

import type { Day } from '../values/day.ts';
import { Money, ZERO } from '../values/money.ts';
import { type AmountLike, toMoney } from './amount.ts';
import type { DocumentKind } from './contract/stamp_duty.ts';
import { periodAt } from './dated.ts';
import { findingsOn, type LegalFindings, legalPart, metIf } from './findings.ts';
import type { Jurisdiction } from './law.ts';
import { lookUp } from './scale.ts';

/** What a duty depends on. */
export interface DocumentFacts {
  readonly document: DocumentKind;
  /** Amount that the paper states; absent = none. */
  readonly stated?: AmountLike;
  /** Consumption tax that the paper states apart. */
  readonly tax_apart?: AmountLike;
  readonly electronic?: boolean;
  /** A receipt that concerns no business. */
  readonly not_business?: boolean;
  readonly on: Day;
}

/** The duty on a paper. Throws `LawNotCovered`. */
export function stampDutyFindings(law: Jurisdiction, facts: DocumentFacts): LegalFindings {
  const { document, stated, tax_apart = 0, electronic = false, not_business = false, on } = facts;
  const part = legalPart(law.stamp_duty, 'stamp_duty', on);
  const dated = part.duties[document];
  const duty = periodAt(dated, on);
  const found = findingsOn(on);
  const net = stated === undefined ? null : Money.max(ZERO, toMoney(stated).minus(toMoney(tax_apart)));
  const isFree = electronic || (document === 'receipt' && not_business) || duty.value === null;
  const due = (): Money => {
    if (isFree || duty.value === null) return ZERO;
    if (net === null) return toMoney(duty.value.unstated);
    return net.lt(duty.value.exempt_below) ? ZERO : lookUp(duty.value.scale, net);
  };
  const { citation, certainty } = duty;
  const text = dated.label;
  found.rulings.push({ code: 'paper', label: text, status: metIf(!isFree), text, citation, certainty });
  found.rule('electronic', part.rules.electronic, electronic ? 'met' : 'stated');
  if (document === 'receipt') {
    found.rule('not_business', part.rules.not_business, not_business ? 'met' : 'stated');
    found.rule('tax_stated_apart', part.rules.tax_stated_apart, toMoney(tax_apart).isZero() ? 'stated' : 'met');
  }
  if (document === 'debt_acknowledgment' || document === 'loan_contract')
    found.rule('acknowledgment', part.rules.acknowledgment, 'stated');
  found.rule('penalty', part.rules.penalty, 'stated');
  found.amount('duty', { ja: '印紙税', en: 'stamp duty' }, due(), duty);
  return found;
}
