// What the stage of a running procedure tells of the debtor: that it has not paid, objected, came or stayed away, with the same likelihood as
// inside a plan (docs/model.md 7.3).

import { complement, every, type PerKind, product, zipKinds } from '../assumptions/kinds.ts';
import type { Assumptions } from '../assumptions/values.ts';
import type { Facts } from '../claim/facts.ts';
import { type CourtProcedure, type ProcedureStage, procedureOf, titleOf } from '../claim/procedure.ts';
import { atLeast, decay, minus, plus, times } from '../numbers/number.ts';

/** Chance of an objection to a payment order, per kind: a floor where the claim is disputed, less where it is acknowledged. */
export function objecting({ court }: Assumptions, disputed: boolean, acknowledged: boolean): PerKind {
  const floor = disputed && !acknowledged ? court.objects_disputed : 0;
  const factor = acknowledged ? court.objects_acknowledged : 1;
  return court.objects.map((chance) => atLeast(times(chance, factor), floor));
}

/** Shares that pay once there is a title, per kind: fewer where letters reach the debtor less often. */
export const payingOnTitle = ({ court }: Assumptions, written: number): PerKind =>
  court.pays_after_title.map((share) => times(share, written));

/** What decides how likely a stage is. */
interface InCourt {
  /** Share of services that reaches the debtor. */
  readonly written: number;
  readonly disputed: boolean;
  /** It is heard by the summary court. */
  readonly summary: boolean;
}

/** How likely each kind of debtor is to bring a procedure to its stage, given that the procedure was begun; null where that tells nothing. */
function reachingStage(
  procedure: CourtProcedure,
  { written, disputed, summary }: InCourt,
  a: Assumptions,
): PerKind | null {
  const { court, mediating } = a;
  const { kind, stage } = procedure;
  if (kind === 'mediation') return stage === 'settled' ? mediating.agrees : null;
  if (stage === 'filed') return null;
  const unpaid = complement(court.pays_on_service[kind].map((chance) => times(chance, written)));
  const objects = objecting(a, disputed, false);
  const isOrder = kind === 'payment_order';
  const heard = isOrder ? product(unpaid, objects) : unpaid;
  const absent = isOrder ? court.absent.after_objection : court.absent[kind];
  const present = product(heard, complement(absent));
  const settles = court.settles_in_court[summary ? 'summary' : 'district'];
  const contested = product(present, complement(settles));
  const judged = isOrder ? product(unpaid, complement(objects)) : zipKinds(product(heard, absent), contested, plus);
  const likely: Record<ProcedureStage, PerKind> = {
    filed: every(1),
    served: unpaid,
    objected: heard,
    hearing: present,
    settled: product(present, settles),
    judged,
    enforcing: product(judged, complement(payingOnTitle(a, written))),
  };
  return likely[stage];
}

/** The news that a running procedure has come to its stage: the field, and the share of each kind that lets it come there. */
export function stageNews(
  { claim, disputed, principal }: Pick<Facts, 'claim' | 'disputed' | 'principal'>,
  written: number,
  summary_court_max: number,
  a: Assumptions,
): [field: string, reaching: PerKind][] {
  const procedure = procedureOf(claim);
  if (procedure === undefined) return [];
  const reached = reachingStage(procedure, { written, disputed, summary: principal <= summary_court_max }, a);
  return reached === null ? [] : [['procedure', reached]];
}

/** Months after which a title that is not paid tells something: until then the debtor may not have heard of it. */
const TITLE_HEARD_OF = 1;

/** Whether the debtor may not have heard of a title that is known to have come only now. */
export const isTitleNew = ({ titled_for }: Pick<Facts, 'titled_for'>): boolean =>
  titled_for !== null && titled_for <= TITLE_HEARD_OF;

/** Months for which the debtor has known of a title and not paid: told by its day, or a part of the months past due. */
export function monthsUnderTitle(
  { claim, titled_for, age }: Pick<Facts, 'claim' | 'titled_for' | 'age'>,
  { enforce }: Assumptions,
): number {
  if (titleOf(claim) === 'none') return 0;
  return atLeast(minus(titled_for ?? times(enforce.title_since, Math.max(0, age)), TITLE_HEARD_OF), 0);
}

/** The news that a title has not been paid for so long: the field, and the share of each kind that does not pay when pressed with it. */
export function titleNews(facts: Facts, a: Assumptions): [field: string, unpaid: PerKind][] {
  const months = monthsUnderTitle(facts, a);
  if (titleOf(facts.claim) === 'none' || months === 0) return [];
  return [['title_on', a.enforce.chased.map((rate) => decay(rate, months))]];
}
