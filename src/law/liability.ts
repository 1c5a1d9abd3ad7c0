// Others who may owe: until when a ground can be used, and what must be shown. The law is that of the day of the act or transfer.

import { type Day, earlier, periodEnd } from '../values/day.ts';
import type { InsolvencyState } from './contract/insolvency.ts';
import type { LiabilityGround } from './contract/liability.ts';
import { figureOn, findingsOn, type LegalFindings, legalPart, metIf, openIf } from './findings.ts';
import type { Jurisdiction } from './law.ts';

/** The facts that decide whether somebody else owes. */
export interface LiabilityFacts {
  readonly ground: LiabilityGround;
  /** Day of the act or transfer. */
  readonly act_on: Day;
  /** Day on which we learned of it. */
  readonly knew_on?: Day;
  /** What the ground needs can be shown. */
  readonly shown?: boolean;
  /** We claimed from the seller, or said that we would, within the time. */
  readonly claimed_on?: Day;
  /** State of the debtor or transferor. */
  readonly insolvency?: InsolvencyState;
  readonly on: Day;
}

/** What the law says to a ground of liability. Throws `LawNotCovered`. */
export function liabilityFindings(law: Jurisdiction, facts: LiabilityFacts): LegalFindings {
  const { ground, act_on, knew_on, insolvency, claimed_on, on } = facts;
  const part = legalPart(law.liability, 'liability', on);
  const dated = part.grounds[ground];
  const source = figureOn(dated, act_on);
  const { needs, extent, ends, not_in } = source.value;
  const found = findingsOn(on);
  const { citation, certainty } = source;
  const lastDays = ends.flatMap(({ years, counts_from }) => {
    const from = counts_from === 'act' ? act_on : knew_on;
    return from === undefined ? [] : [periodEnd(from, { years })];
  });
  const [first, ...others] = lastDays;
  const last = first === undefined ? undefined : others.reduce(earlier, first);
  const taken = insolvency !== undefined && not_in.includes(insolvency);
  const done = last !== undefined && claimed_on !== undefined && claimed_on <= last;
  const over = last !== undefined && on > last && !done;
  const shut = taken || over || facts.shown === false;
  found.rulings.push(
    {
      code: ground,
      label: dated.label,
      status: shut ? 'closed' : openIf(facts.shown === true ? true : undefined),
      text: needs,
      citation,
      certainty,
    },
    {
      code: 'needs',
      label: { ja: '要件', en: 'what must be shown' },
      status: metIf(facts.shown),
      text: needs,
      citation,
      certainty,
    },
    {
      code: 'extent',
      label: { ja: '範囲', en: 'how far it reaches' },
      status: 'stated',
      text: extent,
      citation,
      certainty,
    },
  );
  if (not_in.length > 0)
    found.rulings.push({
      code: 'single_creditor',
      label: { ja: '個別の債権者による行使', en: 'a single creditor may act' },
      status: metIf(!taken),
      text: {
        ja: '破産・再生・更生の開始後は、個別の債権者は行使できません。',
        en: 'Once bankruptcy, rehabilitation or reorganisation is opened a single creditor may not act.',
      },
      citation,
      certainty,
    });
  if (last !== undefined) {
    found.rulings.push({
      code: 'in_time',
      label: { ja: '期間', en: 'in time' },
      status: metIf(!over),
      text: { ja: `${last}までに請求または訴えを起こします。`, en: `Claim or sue by ${last}.` },
      citation,
      certainty,
    });
    found.day('act_by', { ja: '請求・訴えの期限', en: 'claim or sue by' }, last, source);
  }
  return found;
}
