// What can be found out about a debtor before deciding: each enquiry with what it may turn up and how likely every kind of debtor is to
// show it (docs/model.md 9.6). Only what is not known yet can be found out.

import { every, ofKind, type PerKind, perKind, zipKinds } from '../assumptions/kinds.ts';
import { normalCdf } from '../assumptions/normal.ts';
import { logitOf } from '../assumptions/scale.ts';
import type { Assumptions } from '../assumptions/values.ts';
import type { Claim } from '../claim/claim.ts';
import type { Text } from '../values/text.ts';
import type { Debtor } from './known.ts';

/** One way in which an enquiry can turn out. */
export interface Finding {
  readonly label: Text;
  /** Chance of finding this, per kind of debtor; over all findings they sum to 1. */
  readonly chance: PerKind;
  /** Numbers that hold once it is known, by the path of their assumption. */
  readonly known?: Readonly<Record<string, number>>;
}

/** Something that can be found out. */
export interface Enquiry {
  readonly id: string;
  readonly label: Text;
  /** Yen that finding out costs. */
  readonly price: number;
  readonly findings: readonly Finding[];
}

/** The findings of a sign, from how often each kind shows it, tempered as the belief does and brought back to chances. */
export function signFindings(signs: readonly (readonly [shown: PerKind, label: Text])[], temper: number): Finding[] {
  const tempered = signs.map(([shown, label]) => [shown.map((p) => p ** temper), label] as const);
  const sums = perKind((k) => tempered.reduce((sum, [chance]) => sum + ofKind(chance, k), 0));
  return tempered.map(([chance, label]) => ({ label, chance: zipKinds(chance, sums, (one, sum) => one / sum) }));
}

/** A probability for the label of a band, with at most two decimals. */
const percent = (p: number): string => `${Math.round(p * 1e4) / 100}%`;

/**
 * The bands of a credit report: the logit of the probability of failure is normal within a kind, and every band reaches half way to its
 * neighbours.
 */
function reportFindings({ credit, insolvency }: Assumptions): Finding[] {
  const { report_logit_mean: mean, pd_logit_sd: sd } = insolvency;
  const pds = Object.values(credit.score).sort((a, b) => a - b);
  const belowEdge = (edge: number): PerKind => mean.map((middle) => normalCdf((edge - middle) / sd));
  const findings: Finding[] = [];
  let below = every(0);
  for (const [i, pd] of pds.entries()) {
    const next = pds[i + 1];
    const upTo = next === undefined ? every(1) : belowEdge((logitOf(pd) + logitOf(next)) / 2);
    findings.push({
      label: { ja: `倒産確率${percent(pd)}程度`, en: `probability of failure about ${percent(pd)}` },
      chance: zipKinds(upTo, below, (high, low) => high - low),
    });
    below = upTo;
  }
  return findings;
}

/** How a debtor may answer a call. */
const contactSigns = ({ contact }: Assumptions['signals']) =>
  [
    [contact.responsive, { ja: '応答がある', en: 'it answers' }],
    [contact.evasive, { ja: '逃げ腰', en: 'it evades' }],
    [contact.unreachable, { ja: '連絡がつかない', en: 'it cannot be reached' }],
  ] as const;

/** What a visit may show. */
const distressSigns = ({ distress }: Assumptions['signals']) =>
  [
    [distress.none, { ja: '異状なし', en: 'no sign of distress' }],
    [distress.some, { ja: '兆候がいくらかある', en: 'some signs of distress' }],
    [distress.severe, { ja: '深刻な兆候がある', en: 'severe signs of distress' }],
  ] as const;

/** The enquiries about a debtor that could still tell something. None once proceedings are open: there is nothing left to guess. */
export function enquiries(claim: Claim, debtor: Debtor, a: Assumptions, proceedings: boolean): Enquiry[] {
  if (proceedings) return [];
  const { enquiry, money, prior, signals } = a;
  const found: Enquiry[] = [];
  if (debtor.pd === undefined)
    found.push({
      id: 'credit_report',
      label: { ja: '信用調査報告書', en: 'credit report' },
      price: enquiry.report_price,
      findings: reportFindings(a),
    });
  if (debtor.signs.distress === undefined)
    found.push({
      id: 'site_visit',
      label: { ja: '訪問調査', en: 'site visit' },
      price: enquiry.visit_hours * money.staff_rate + enquiry.visit_travel,
      findings: signFindings(distressSigns(signals), prior.temper),
    });
  if (claim.contact === undefined)
    found.push({
      id: 'call',
      label: { ja: '電話での確認', en: 'telephone call' },
      price: enquiry.call_hours * money.staff_rate,
      findings: signFindings(contactSigns(signals), prior.temper),
    });
  return found;
}
