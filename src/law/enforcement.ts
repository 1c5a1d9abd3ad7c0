// Enforcing a title: what of wages and money can be attached, when attached money may be collected, and which enquiries are open.

import { addDays, type Day, periodEnd } from '../values/day.ts';
import { ceilTo, floorTo, Money, ZERO } from '../values/money.ts';
import { type AmountLike, toMoney } from './amount.ts';
import type { DebtorType } from './contract/claim.ts';
import type { EnforcementLaw, PayPeriod, WageExemption } from './contract/enforcement.ts';
import { flatFee } from './fees.ts';
import {
  both,
  either,
  figureOn,
  findingsOn,
  type GatheredFindings,
  type LegalFindings,
  legalPart,
  metIf,
  openIf,
  type RulingStatus,
} from './findings.ts';
import { isIndividual } from './individual.ts';
import type { Jurisdiction } from './law.ts';

/** The facts that decide how a title is enforced. */
export interface EnforcementFacts {
  readonly debtor_type?: DebtorType;
  /** An enforceable title is in hand; it comes from small claims. */
  readonly titled?: boolean;
  readonly from_small_claims?: boolean;
  /** It is final, as a transfer order needs; another creditor attached before. */
  readonly attached_by_others?: boolean;
  /** Net wages of one payment, and how they are paid. */
  readonly wage?: AmountLike;
  readonly pay_period?: PayPeriod;
  /** Money in the debtor's hands. */
  readonly cash?: AmountLike;
  /** Day on which the attachment was served on the debtor. */
  readonly served_on?: Day;
  /** Day on which a distribution ended without full payment; known assets are shown not to be enough. */
  readonly distribution_ended_on?: Day;
  readonly assets_insufficient?: boolean;
  /** Day on which a disclosure was held; assets were left out, acquired since, or the job ended. */
  readonly disclosed_on?: Day;
  readonly disclosure_lapsed?: boolean;
  readonly on: Day;
}

/** What of a payment of wages can be attached: all but the exempt share, which is capped. Whole units of the currency, in favour of the debtor. */
export function attachableWages(rule: WageExemption, wage: AmountLike, pay: PayPeriod): Money {
  const net = toMoney(wage);
  const [numerator, denominator] = rule.share;
  const share = ceilTo(net.times(numerator).div(denominator));
  const most = rule.at_most[pay];
  const exempt = most === null ? share : Money.min(share, most);
  return net.minus(Money.min(exempt, net));
}

/** What is exempt, and what can be attached. */
function exemptions(part: EnforcementLaw, facts: EnforcementFacts, found: GatheredFindings): void {
  const { on, wage, pay_period = 'month', cash, debtor_type } = facts;
  if (wage !== undefined) {
    const rule = figureOn(part.wages, on);
    const free = attachableWages(rule.value, wage, pay_period);
    found.amount('attachable_wages', { ja: '差し押さえられる給与', en: 'wages that can be attached' }, free, rule);
    found.amount('exempt_wages', part.wages.label, toMoney(wage).minus(free), rule);
  }
  if (cash === undefined) return;
  const limit = figureOn(part.cash_exempt, on);
  // A company has no exemption; without the type of the debtor the exemption is not known.
  const individual = debtor_type === undefined ? undefined : isIndividual(debtor_type);
  const free = individual ? Money.max(ZERO, toMoney(cash).minus(limit.value)) : toMoney(cash);
  found.amount(
    'attachable_cash',
    { ja: '差し押さえられる現金', en: 'money that can be attached' },
    individual === undefined ? null : floorTo(free),
    limit,
  );
}

/** When attached money may be collected, and when the creditor must report. */
function collection(part: EnforcementLaw, facts: EnforcementFacts, found: GatheredFindings): void {
  const { served_on } = facts;
  if (served_on === undefined) return;
  const wait = figureOn(part.collection_days, served_on);
  const wageWait = figureOn(part.wage_collection_days, served_on);
  const from = addDays(served_on, wait.value + 1);
  found.day(
    'last_waiting_day',
    { ja: '取立てを待つ最終日', en: 'last day of waiting' },
    addDays(served_on, wait.value),
    wait,
  );
  found.day('collect_from', { ja: '取立てができる日', en: 'collect from' }, from, wait);
  found.day(
    'collect_wages_from',
    { ja: '給与の取立てができる日', en: 'collect wages from' },
    addDays(served_on, wageWait.value + 1),
    wageWait,
  );
  const report = figureOn(part.report_years, served_on);
  const grace = figureOn(part.report_grace_days, served_on);
  const reportBy = periodEnd(from, { years: report.value });
  found.day('report_after', part.report_years.label, reportBy, report);
  found.day('report_by', part.report_grace_days.label, addDays(reportBy, grace.value), grace);
}

/** Whether the conditions of disclosure and of the enquiries that share them are kept. */
function enquiryGround(
  part: EnforcementLaw,
  { on, distribution_ended_on, assets_insufficient }: EnforcementFacts,
): boolean | undefined {
  const months = figureOn(part.failed_distribution_months, on).value;
  const failed = distribution_ended_on === undefined ? undefined : on <= periodEnd(distribution_ended_on, { months });
  return either(failed, assets_insufficient);
}

/** Within so many years of a day; false where there is no such day. */
const isWithinYears = (day: Day | undefined, years: number, on: Day): boolean =>
  day !== undefined && on >= day && on <= periodEnd(day, { years });

/** What the law says to the enforcement of a title. Throws `LawNotCovered`. */
export function enforcementFindings(law: Jurisdiction, facts: EnforcementFacts): LegalFindings {
  const { on, titled, disclosed_on } = facts;
  const part = legalPart(law.enforcement, 'enforcement', on);
  const { rules } = part;
  const found = findingsOn(on);
  const ground = both(titled, enquiryGround(part, facts));
  const recent = isWithinYears(disclosed_on, figureOn(part.disclosure_again_years, on).value, on);
  const again = !recent || facts.disclosure_lapsed === true;
  const land = isWithinYears(disclosed_on, figureOn(part.land_after_disclosure_years, on).value, on);
  found.rule('disclosure', rules.disclosure, openIf(both(ground, again)));
  if (recent) found.rule('disclosure_again', rules.disclosure_again, metIf(again));
  found.rule('information_bank', rules.information_bank, openIf(ground));
  found.rule('information_securities', rules.information_securities, openIf(ground));
  found.rule('information_land', rules.information_land, openIf(both(ground, land)));
  // A trade claim is neither support nor damages for life and body.
  found.rule('information_wages', rules.information_wages, 'closed');
  const others = facts.attached_by_others;
  found.rule('transfer_order', rules.transfer_order, openIf(both(titled, others === undefined ? undefined : !others)));
  const small: RulingStatus = openIf(both(titled, facts.from_small_claims));
  found.rule('small_claims_enforcement', rules.small_claims_enforcement, small);
  found.rule('clause', rules.clause, metIf(facts.from_small_claims));
  for (const name of [
    'papers',
    'court',
    'effect',
    'collection',
    'report',
    'wages',
    'cash',
    'tools',
    'disclosure_penalty',
    'limitation',
    'title_expired',
  ] as const)
    found.rule(name, rules[name], 'stated');
  exemptions(part, facts, found);
  collection(part, facts, found);
  for (const id of ['attachment', 'asset_disclosure', 'third_party_information'] as const) {
    const fee = flatFee(law, id, on);
    found.amount(`fee_${id}`, law.fees[id].label, fee.amount, fee);
  }
  return found;
}
