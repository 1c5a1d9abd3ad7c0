// Facts that make a debt bad: how much of it is a loss, from which day, in which period, and what consumption tax comes back. One rule for
// every way of going on: the loss belongs to the fact, whether the creditor proves, waits or writes off.

import { addDays, type Day, later, periodEnd } from '../values/day.ts';
import { floorTo, Money, ZERO } from '../values/money.ts';
import { type AmountLike, toMoney } from './amount.ts';
import type { BadDebtEffect, BadDebtFact } from './contract/bad_debt_facts.ts';
import type { ClaimKind } from './contract/claim.ts';
import { valueOn } from './dated.ts';
import {
  figureOn,
  findingsOn,
  type GatheredFindings,
  type LegalFindings,
  legalPart,
  metIf,
  openIf,
} from './findings.ts';
import type { Jurisdiction } from './law.ts';

/** What is known of a debt that may be bad. */
export interface BadDebtCase {
  readonly amount: AmountLike;
  readonly fact: BadDebtFact;
  readonly fact_on?: Day;
  readonly booked_on?: Day;
  readonly claim_kind?: ClaimKind;
  /** What a plan, a settlement or a waiver cuts off; what a sale brings. */
  readonly cut?: AmountLike;
  readonly price?: AmountLike;
  readonly security?: AmountLike;
  /** What we owe the debtor. */
  readonly mutual_debts?: AmountLike;
  /** Dealings had continued; their last day, the last due date, the last payment. */
  readonly continuing?: boolean;
  readonly stopped_on?: Day;
  readonly last_due?: Day;
  readonly last_payment?: Day;
  /** The creditor may set up a reserve (small companies, banks). */
  readonly reserve_allowed?: boolean;
  /** Consumption-tax rate in the amount, as decimal text. */
  readonly tax_rate?: string;
  readonly on: Day;
}

/** The last day of the time that must have passed since dealings stopped; null where no time is asked or no day is known. */
export function stoppedUntil({ stopped_on, last_due, last_payment }: BadDebtCase, months: number | null): Day | null {
  const days = [stopped_on, last_due, last_payment].filter((day) => day !== undefined);
  const [first, ...others] = days;
  return months === null || first === undefined ? null : periodEnd(others.reduce(later, first), { months });
}

/** The amount of the loss, before it is asked whether the conditions are kept; null where a figure is missing. */
function lossOf(law: Jurisdiction, effect: BadDebtEffect, debt: BadDebtCase): Money | null {
  const amount = toMoney(debt.amount);
  const less = (part: AmountLike | undefined): Money => Money.max(ZERO, amount.minus(toMoney(part ?? 0)));
  switch (effect.loss) {
    case 'cut':
      return debt.cut === undefined ? null : Money.min(amount, toMoney(debt.cut));
    case 'whole':
      return amount;
    case 'all_but_memo':
      return less(valueOn(law.bad_debt.memo_value, debt.on) ?? 0);
    case 'reserve': {
      const open = less(toMoney(debt.security ?? 0).plus(toMoney(debt.mutual_debts ?? 0)));
      return floorTo(open.times(effect.share ?? 0), new Money(10).pow(-law.minor_digits));
    }
    case 'shortfall':
      return debt.price === undefined ? null : less(debt.price);
    case 'none':
      return ZERO;
  }
}

const isOneOf = (kind: ClaimKind | undefined, kinds: readonly ClaimKind[]): boolean =>
  kind !== undefined && kinds.includes(kind);

/** What the law says to a fact that may make a debt bad. Throws `LawNotCovered`. */
export function badDebtFindings(law: Jurisdiction, debt: BadDebtCase): LegalFindings {
  const { on, fact, claim_kind } = debt;
  const part = legalPart(law.bad_debt_facts, 'bad_debt_facts', on);
  const dated = part.facts[fact];
  const source = figureOn(dated, on);
  const effect = source.value;
  const found = findingsOn(on);
  const { citation, certainty } = source;
  const until = stoppedUntil(debt, effect.after_months);
  const conditions: [code: string, kept: boolean | undefined, ja: string, en: string][] = [
    [
      'kind',
      !isOneOf(claim_kind, effect.not_for),
      '債権の種類（売掛債権など。貸付金は対象外のものがある）',
      'kind of claim: some facts do nothing for loans',
    ],
  ];
  if (effect.without_security)
    conditions.push([
      'security',
      debt.security === undefined ? undefined : toMoney(debt.security).isZero(),
      '担保がないか、処分済みであること',
      'no security, or disposed of',
    ]);
  if (effect.after_months !== null)
    conditions.push(
      ['continuing', debt.continuing, '継続的な取引であったこと', 'dealings had continued'],
      [
        'time_passed',
        until === null ? undefined : on > until,
        '取引停止・最後の期日・最後の入金のうち遅い日から1年が過ぎたこと',
        'a year since the latest of stop, due date and payment',
      ],
    );
  if (effect.reserve_only_if_allowed)
    conditions.push([
      'reserve_allowed',
      debt.reserve_allowed,
      '貸倒引当金を設けられる法人であること',
      'a creditor whom the law allows a reserve',
    ]);
  if (effect.period === 'booked')
    conditions.push([
      'booked',
      debt.booked_on === undefined ? undefined : debt.booked_on <= on,
      '損金経理をすること',
      'booked as a loss',
    ]);
  const kept = conditions.map(([, met]) => met);
  const isNothing = effect.loss === 'none';
  const open = isNothing || kept.includes(false) ? false : kept.includes(undefined) ? undefined : true;
  const text = dated.label;
  found.rulings.push({ code: 'loss', label: text, status: openIf(open), text, citation, certainty });
  for (const [code, met, ja, en] of conditions)
    found.rulings.push({
      code,
      label: { ja, en },
      status: metIf(met),
      text: { ja: `${ja}。`, en: `${en}.` },
      citation,
      certainty,
    });

  const loss = open === false ? ZERO : lossOf(law, effect, debt);
  found.amount('loss', { ja: '損金になる額', en: 'deductible loss' }, loss, source);
  creditOf(law, debt, { effect, loss, found });
  if (until !== null)
    found.day(
      'open_from',
      { ja: '計上できる最初の日', en: 'first day on which it can be booked' },
      addDays(until, 1),
      source,
    );
  const from =
    effect.period === 'fact' ? debt.fact_on : later(debt.fact_on ?? debt.booked_on ?? on, debt.booked_on ?? on);
  if (
    open !== false &&
    effect.period !== 'none' &&
    from !== undefined &&
    (effect.period === 'fact' || debt.booked_on !== undefined)
  )
    found.day('deductible_on', { ja: '損金の帰属する日', en: 'day to which the loss belongs' }, from, source);
  return found;
}

/** The consumption tax in the loss that comes back. */
function creditOf(
  law: Jurisdiction,
  { claim_kind, tax_rate, on }: BadDebtCase,
  { effect, loss, found }: { effect: BadDebtEffect; loss: Money | null; found: GatheredFindings },
): void {
  const part = legalPart(law.bad_debt_facts, 'bad_debt_facts', on);
  const source = figureOn(law.bad_debt.consumption_tax_credit, on);
  const label = law.bad_debt.consumption_tax_credit.label;
  const isNever = !effect.credit || isOneOf(claim_kind, part.no_credit_for);
  const fraction = tax_rate === undefined ? undefined : source.value[tax_rate];
  const known = fraction === undefined || loss === null ? null : floorTo(loss.times(fraction[0]).div(fraction[1]));
  const credit = isNever ? ZERO : known;
  found.amount('consumption_tax', label, credit, source);
}
