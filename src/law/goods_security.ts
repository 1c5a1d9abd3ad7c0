// Security in goods that were sold: which of the seller's rights is open after what became of the goods, and what it brings.

import type { Day } from '../values/day.ts';
import { floorTo, Money, ZERO } from '../values/money.ts';
import { type AmountLike, toMoney } from './amount.ts';
import type { ClaimKind } from './contract/claim.ts';
import type { InsolvencyState } from './contract/insolvency.ts';
import { flatFee } from './fees.ts';
import {
  exactShare,
  figureOn,
  findingsOn,
  type LegalFindings,
  legalPart,
  metIf,
  type RulingStatus,
} from './findings.ts';
import type { Jurisdiction } from './law.ts';

/** The facts that decide security in goods. */
export interface GoodsFacts {
  readonly amount: AmountLike;
  readonly claim_kind?: ClaimKind;
  readonly insolvency?: InsolvencyState;
  /** The goods can still be told apart from others. */
  readonly identifiable?: boolean;
  /** The goods are still with the debtor. */
  readonly with_debtor?: boolean;
  readonly market_value?: AmountLike;
  readonly sale_discount?: number;
  /** The debtor sold them on; the price of it; whether they were delivered. */
  readonly resold?: boolean;
  readonly delivered?: boolean;
  readonly resale_price?: AmountLike;
  /** Days on which the resale price was paid, or the claim to it assigned with perfection. */
  readonly resale_paid_on?: Day;
  readonly resale_assigned_on?: Day;
  readonly rescinded?: boolean;
  /** Title was retained by agreement. */
  readonly retained?: boolean;
  readonly enterprise_charge?: boolean;
  readonly on: Day;
}

/** Whether a right is open, given what closes it and what would have to be told. */
function statusOf(closed: readonly (boolean | undefined)[], stays: boolean): RulingStatus {
  if (closed.includes(true)) return 'closed';
  if (stays) return 'stayed';
  return closed.includes(undefined) ? 'unknown' : 'open';
}

const not = (fact: boolean | undefined): boolean | undefined => (fact === undefined ? undefined : !fact);

/** What the law says to security in goods. Throws `LawNotCovered`. */
export function goodsSecurity(law: Jurisdiction, facts: GoodsFacts): LegalFindings {
  const { on, claim_kind, insolvency, rescinded = false } = facts;
  const part = legalPart(law.goods_security, 'goods_security', on);
  const { rules } = part;
  const found = findingsOn(on);
  const movables = claim_kind === undefined ? undefined : part.kinds.includes(claim_kind);
  const stays = insolvency !== undefined && part.stayed_in.includes(insolvency);
  const gone = facts.with_debtor === undefined ? facts.delivered : !facts.with_debtor;
  const paid = facts.resale_paid_on !== undefined && facts.resale_paid_on <= on;
  const assigned = facts.resale_assigned_on !== undefined && facts.resale_assigned_on <= on;

  const goods = statusOf([not(movables), rescinded, gone, not(facts.identifiable)], stays);
  const resale = statusOf([not(movables), rescinded, not(facts.resold), paid, assigned], stays);
  found.rule('lien_on_goods', rules.lien, goods);
  found.rule('lien_on_resale', rules.resale, resale);
  found.rule('retained_title', rules.retention, statusOf([not(facts.retained), gone], stays));
  found.rule('lien_kinds', rules.lien_kinds, metIf(movables));
  if (gone) found.rule('delivered_on', rules.delivered_on, 'not_met');
  if (paid) found.rule('resale_paid', rules.resale_paid, 'not_met');
  if (assigned) found.rule('resale_assigned', rules.resale_assigned, 'not_met');
  if (rescinded) found.rule('rescinded', rules.rescinded, 'not_met');
  if (insolvency !== undefined && part.outside_in.includes(insolvency)) found.rule('outside', rules.outside, 'met');
  if (stays) found.rule('stayed', rules.stayed, 'not_met');
  if (facts.enterprise_charge) found.rule('enterprise_charge', rules.enterprise_charge, 'not_met');
  for (const name of ['enforce_goods', 'enforce_resale', 'self_help', 'preference', 'retention_act'] as const)
    found.rule(name, rules[name], 'stated');

  const unit = new Money(10).pow(-law.minor_digits);
  if (facts.market_value !== undefined) {
    const kept = exactShare(1).minus(exactShare(facts.sale_discount ?? 0));
    const value = goods === 'closed' ? ZERO : floorTo(toMoney(facts.market_value).times(kept), unit);
    const least = Money.min(value, toMoney(facts.amount));
    found.amount(
      'value_of_goods',
      { ja: '商品から得られる額', en: 'what the goods bring' },
      least,
      figureOn(rules.lien, on),
    );
  }
  if (facts.resale_price !== undefined) {
    const value = resale === 'closed' ? ZERO : Money.min(toMoney(facts.resale_price), toMoney(facts.amount));
    found.amount(
      'value_of_resale',
      { ja: '転売代金から得られる額', en: 'what the resale price brings' },
      value,
      figureOn(rules.resale, on),
    );
  }
  const fee = flatFee(law, 'attachment', on);
  found.amount('fee', law.fees.attachment.label, fee.amount, fee);
  return found;
}
