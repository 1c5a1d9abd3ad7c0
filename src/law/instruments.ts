// Bills, cheques and electronically recorded claims: until when to present, against whom, and whether the summary suit is open. Business days
// leave out weekends only, so that no day is later than the calendar of holidays would allow.

import { addDays, type Day, dayNumber, periodEnd } from '../values/day.ts';
import type { AmountLike } from './amount.ts';
import type { Instrument, InstrumentPeriods } from './contract/instruments.ts';
import { figureOn, findingsOn, type LegalFindings, legalPart, metIf, openIf } from './findings.ts';
import type { Jurisdiction } from './law.ts';

/** The facts that decide the rights from an instrument. */
export interface InstrumentFacts {
  readonly instrument: Instrument;
  readonly amount?: AmountLike;
  readonly maturity?: Day;
  readonly issued_on?: Day;
  readonly presented_on?: Day;
  /** Day on which an endorser paid. */
  readonly redeemed_on?: Day;
  readonly subcontract_act?: boolean;
  readonly on: Day;
}

/** 1970-01-01 was a Thursday; 0 = Sunday. */
const weekdayOf = (day: Day): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));

/** The day so many business days after a day; a weekend is moved to the next business day first. */
export function businessDaysAfter(day: Day, count: number): Day {
  let reached = day;
  while (isWeekend(reached)) reached = addDays(reached, 1);
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (!isWeekend(reached)) left -= 1;
  }
  return reached;
}

/** The last day of presentment; undefined where there is none or its first day is not known. */
function presentBy({ present }: InstrumentPeriods, { maturity, issued_on }: InstrumentFacts): Day | undefined {
  const from = present?.from === 'maturity' ? maturity : issued_on;
  if (present === null || from === undefined) return undefined;
  return present.business ? businessDaysAfter(from, present.days) : addDays(from, present.days);
}

/** What the law says to an instrument. Throws `LawNotCovered`. */
export function instrumentFindings(law: Jurisdiction, facts: InstrumentFacts): LegalFindings {
  const { instrument, maturity, presented_on, redeemed_on, on } = facts;
  const part = legalPart(law.instruments, 'instruments', on);
  const { rules } = part;
  const source = figureOn(part.rights[instrument], on);
  const periods = source.value;
  const found = findingsOn(on);
  const last = presentBy(periods, facts);
  const presented =
    last === undefined ? undefined : presented_on !== undefined ? presented_on <= last : on <= last ? undefined : false;
  const maker = periods.maker !== null && maturity !== undefined ? periodEnd(maturity, periods.maker) : undefined;
  const base = periods.recourse?.from === 'presentment' ? last : maturity;
  const recourse = periods.recourse !== null && base !== undefined ? periodEnd(base, periods.recourse) : undefined;

  found.rule('summary_suit', rules.summary_suit, openIf(part.summary_for.includes(instrument)));
  if (part.summary_for.includes(instrument))
    for (const name of ['summary_venue', 'provisional_execution', 'summary_objection'] as const)
      found.rule(name, rules[name], 'stated');
  if (periods.recourse !== null)
    found.rule(
      'recourse',
      rules.recourse_needs_presentment,
      openIf(recourse !== undefined && on > recourse ? false : presented),
    );
  if (periods.present !== null) found.rule('presentment', rules.recourse_needs_presentment, metIf(presented));
  if (part.cleared.includes(instrument)) {
    const falls = maturity ?? on;
    if (falls < part.clearing_ends) found.rule('clearing', rules.clearing, 'met');
    else found.rule('clearing_ended', rules.clearing_ended, 'not_met', { at: falls });
  }
  if (part.summary_for.includes(instrument)) found.rule('bill_dishonour', rules.bill_dishonour, 'stated');
  else found.rule('electronic_claim_default', rules.electronic_claim_default, 'stated');
  found.rule('underlying_claim', rules.underlying_claim, 'stated');
  if (facts.subcontract_act && part.cleared.includes(instrument))
    found.rule('subcontract_ban', rules.subcontract_ban, 'not_met');

  if (last !== undefined)
    found.day(
      'present_by',
      { ja: '呈示の期限（祝日は数えない安全な日）', en: 'present by; holidays are not counted, so that it is safe' },
      last,
      source,
    );
  if (maker !== undefined)
    found.day('maker_until', { ja: '振出人・債務者への請求の時効', en: 'limitation against the maker' }, maker, source);
  if (recourse !== undefined)
    found.day('recourse_until', { ja: '遡求の時効', en: 'limitation of recourse' }, recourse, source);
  if (periods.endorser !== null && redeemed_on !== undefined)
    found.day(
      'endorser_until',
      { ja: '再遡求の時効', en: 'limitation of recourse of an endorser' },
      periodEnd(redeemed_on, periods.endorser),
      source,
    );
  return found;
}
