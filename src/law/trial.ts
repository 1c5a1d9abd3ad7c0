// Courts chosen by agreement, and the days of a trial within a fixed period.

import { addDays, type Day, periodEnd } from '../values/day.ts';
import type { Text } from '../values/text.ts';
import type { DebtorType } from './contract/claim.ts';
import { periodAt } from './dated.ts';
import { both, findingsOn, type LegalFindings, legalPart, metIf, openIf } from './findings.ts';
import type { Jurisdiction } from './law.ts';

/** The facts that decide where and how fast a suit is heard. */
export interface TrialFacts {
  readonly debtor_type?: DebtorType;
  /** A clause names the court: in writing, for suits from this contract. */
  readonly clause?: boolean;
  readonly clause_written?: boolean;
  readonly clause_specific?: boolean;
  /** Both sides ask for the trial within a fixed period, or agree to it. */
  readonly both_ask?: boolean;
  /** Day of the order that grants it, and of service of the judgment. */
  readonly ordered_on?: Day;
  readonly judgment_served_on?: Day;
  readonly on: Day;
}

const CLAUSE: Text = { ja: '管轄の合意', en: 'jurisdiction clause' };

/** What the law says to a choice of court and to a trial within a fixed period. Throws `LawNotCovered`. */
export function trialFindings(law: Jurisdiction, facts: TrialFacts): LegalFindings {
  const { debtor_type, clause, both_ask, ordered_on, judgment_served_on, on } = facts;
  const part = legalPart(law.trial, 'trial', on);
  const { rules } = part;
  const found = findingsOn(on);
  const form = both(facts.clause_written, facts.clause_specific);
  found.rule('clause', rules.clause_form, openIf(both(clause, form)), { label: CLAUSE });
  found.rule('clause_form', rules.clause_form, metIf(form));
  for (const name of ['clause_first_instance', 'clause_transfer', 'place_of_performance'] as const)
    found.rule(name, rules[name], 'stated');

  const fixed = periodAt(part.fixed_period, ordered_on ?? on);
  const { citation, certainty, value } = fixed;
  const label = part.fixed_period.label;
  if (value === null) {
    found.rulings.push({ code: 'fixed_period', label, status: 'closed', text: label, citation, certainty });
    return found;
  }
  const allowed = debtor_type === undefined ? undefined : !value.not_against.includes(debtor_type);
  found.rulings.push({
    code: 'fixed_period',
    label,
    status: openIf(both(allowed, both_ask)),
    text: label,
    citation,
    certainty,
  });
  found.rule('fixed_period_needs', rules.fixed_period_needs, metIf(both_ask));
  found.rule('fixed_period_not_for', rules.fixed_period_not_for, metIf(allowed));
  for (const name of ['fixed_period_back', 'fixed_period_appeal'] as const) found.rule(name, rules[name], 'stated');
  if (ordered_on !== undefined) {
    const first = addDays(ordered_on, value.first_hearing_days);
    const closed = periodEnd(first, { months: value.closing_months });
    found.day('first_hearing_by', { ja: '最初の期日', en: 'first hearing by' }, first, fixed);
    found.day(
      'put_forward_by',
      { ja: '攻撃防御方法の提出期限', en: 'put everything forward by' },
      periodEnd(first, { months: value.submission_months }),
      fixed,
    );
    found.day('closed_by', { ja: '口頭弁論の終結', en: 'hearing closed by' }, closed, fixed);
    found.day(
      'judgment_by',
      { ja: '判決言渡し', en: 'judgment by' },
      periodEnd(closed, { months: value.judgment_months }),
      fixed,
    );
  }
  if (judgment_served_on !== undefined)
    found.day(
      'object_by',
      { ja: '異議の期限', en: 'object by' },
      addDays(judgment_served_on, value.objection_days),
      fixed,
    );
  return found;
}
