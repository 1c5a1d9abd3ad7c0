// Fees that count toward a suit: what was paid for mediation or settlement before suit, and what the suit still costs. A running credit: what
// is paid once is not asked again as long as the suit follows in time.

import { addDays, type Day, later, periodEnd } from '../values/day.ts';
import { Money, ZERO } from '../values/money.ts';
import type { AmountLike } from './amount.ts';
import type { Filing } from './contract/court_fees.ts';
import type { SettlingPetition } from './contract/fee_credit.ts';
import { periodAt } from './dated.ts';
import { filingFee } from './fees.ts';
import { figureOn, findingsOn, type LegalFindings, legalPart, metIf, openIf } from './findings.ts';
import type { Jurisdiction } from './law.ts';

/** The facts that decide what counts toward a suit. */
export interface CreditFacts {
  readonly amount: AmountLike;
  readonly petition: SettlingPetition;
  readonly filing: Filing;
  readonly filed_on?: Day;
  /** Day of the notice that it failed, and day of the suit. */
  readonly failed_on?: Day;
  readonly suit_on?: Day;
  /** Both sides asked to go on as a suit, where there is no time limit. */
  readonly both_ask?: boolean;
  /** Last day of limitation without the petition. */
  readonly limitation_last_day?: Day;
  readonly on: Day;
}

/** Whether the suit follows in time; undefined where a day is missing. */
function inTime({ failed_on, suit_on, both_ask }: CreditFacts, within_days: number | null): boolean | undefined {
  if (within_days === null) return both_ask;
  if (failed_on === undefined || suit_on === undefined) return undefined;
  return suit_on <= addDays(failed_on, within_days);
}

/** What counts toward a suit, and what the suit then costs. Throws `LawNotCovered`. */
export function feeCredit(law: Jurisdiction, facts: CreditFacts): LegalFindings {
  const { on, petition, filing, failed_on } = facts;
  const part = legalPart(law.fee_credit, 'fee_credit', on);
  const found = findingsOn(on);
  const filed_on = facts.filed_on ?? on;
  const suit_on = facts.suit_on ?? on;
  const credit = figureOn(part.credits[petition], filed_on);
  const { within_days, at_most } = credit.value;
  const counts = inTime(facts, within_days);
  const paid = filingFee(law, petition, { amount: facts.amount, on: filed_on, filing });
  const suit = filingFee(law, 'suit', { amount: facts.amount, on: suit_on, filing });
  const countable = Money.min(at_most === null ? paid.total : Money.min(paid.total, at_most), suit.total);
  // Where a day is not told the answer is what the credit would be, and the ruling says that it is not known yet.
  const counted = counts === false ? ZERO : countable;
  const source = { citation: paid.citations[0] ?? credit.citation, certainty: paid.certainty };
  found.rule('credit', part.rules.suit_from_petition, openIf(counts), { label: part.credits[petition].label });
  found.rule('in_time', part.rules.suit_from_petition, metIf(counts));
  const court = petition === 'mediation' ? part.rules.mediation_court : part.rules.settlement_court;
  found.rule('court', court, 'stated');
  for (const name of ['consent', 'title', 'limitation'] as const) found.rule(name, part.rules[name], 'stated');
  if (petition === 'mediation')
    for (const name of ['order_in_place', 'absence'] as const) found.rule(name, part.rules[name], 'stated');

  found.amount('fee', law.petitions[petition].label, paid.total, source);
  found.amount('suit_fee', law.petitions.suit.label, suit.total, {
    citation: suit.citations[0] ?? credit.citation,
    certainty: suit.certainty,
  });
  found.amount('credited', part.credits[petition].label, counted, credit);
  found.amount(
    'still_to_pay',
    { ja: '訴え提起時に納める額', en: 'still to pay for the suit' },
    suit.total.minus(counted),
    credit,
  );
  found.amount(
    'paid_in_all',
    { ja: '納める額の合計', en: 'paid in all' },
    paid.total.plus(suit.total).minus(counted),
    credit,
  );
  if (failed_on !== undefined && within_days !== null)
    found.day('sue_by', law.limits.mediation_to_suit_days.label, addDays(failed_on, within_days), credit);
  if (counts === true)
    found.day('sued_on', { ja: '訴えたとみなされる日', en: 'day on which it counts as sued' }, filed_on, credit);
  const { limitation_last_day } = facts;
  if (failed_on !== undefined && limitation_last_day !== undefined && filed_on <= limitation_last_day) {
    const event = periodAt(law.limitation.events, filed_on).value?.mediation;
    if (event?.grace)
      found.day(
        'limitation_last_day',
        { ja: '時効の最終日（結果なく終わったとき）', en: 'last day of limitation, ended without result' },
        later(limitation_last_day, periodEnd(failed_on, event.grace)),
        { citation: event.citation, certainty: event.citation.certainty },
      );
  }
  return found;
}
