// A procedure in court that is already running for the claim, as a caller states it: which, since when, and how far it has come.

import * as z from 'zod';
import { choiceField, dayField } from '../fields/field.ts';
import type { TitleKind } from '../law/contract/claim.ts';
import type { LimitationEvent } from '../law/limitation.ts';
import type { Day } from '../values/day.ts';

/** Procedures that a claim may be in. */
export const PROCEDURE_KINDS = ['payment_order', 'small_claims', 'suit', 'mediation'] as const;
/** One of these procedures. */
export type ProcedureKind = (typeof PROCEDURE_KINDS)[number];

/** How far a procedure may have come, in the order in which it comes there. */
export const PROCEDURE_STAGES = ['filed', 'served', 'objected', 'hearing', 'settled', 'judged', 'enforcing'] as const;
/** One of these stages. */
export type ProcedureStage = (typeof PROCEDURE_STAGES)[number];

/** Stages that a procedure does not have: only an order is objected to, and mediation is neither served nor judged. */
export const STAGES_WITHOUT: Readonly<Record<ProcedureKind, readonly ProcedureStage[]>> = {
  payment_order: [],
  small_claims: ['objected'],
  suit: ['objected'],
  mediation: ['served', 'objected', 'judged'],
};

/** A running procedure as a schema. */
export const procedureSchema = z.strictObject({
  kind: choiceField(PROCEDURE_KINDS, {
    label: { ja: '進行中の手続', en: 'procedure that runs' },
    description: 'Which procedure in court is already running for this claim.',
    description_ja:
      'この債権について進行中の手続（payment_order：支払督促、small_claims：少額訴訟、suit：通常訴訟、mediation：民事調停）。',
    example: 'suit',
    default: 'suit',
  }).optional(),
  stage: choiceField(PROCEDURE_STAGES, {
    label: { ja: '手続の段階', en: 'stage of the procedure' },
    description:
      'How far it has come: filed, served on the debtor, opposed, heard, settled in court, judged (or a payment order declared enforceable), or enforced.',
    description_ja:
      '手続の段階（filed：申立て・提訴、served：送達、objected：支払督促への異議、hearing：期日に相手が出頭、settled：和解・調停成立、judged：判決・仮執行宣言、enforcing：差押え中）。',
    example: 'served',
    default: 'filed',
  }).optional(),
  filed_on: dayField({
    label: { ja: '申立日', en: 'filed on' },
    description: 'Day on which it was filed.',
    description_ja: '申し立てた日（訴状・支払督促申立書などを提出した日）。',
    example: '2026-10-01',
    default: 'so long ago that the stage has just been reached',
  }).optional(),
  stage_on: dayField({
    label: { ja: 'その段階になった日', en: 'stage since' },
    description: 'Day on which it came to this stage: the day of service, objection, hearing, settlement, judgment.',
    description_ja: 'その段階になった日（送達・異議・期日・和解・判決などの日）。',
    example: '2026-10-20',
    default: 'counted from filed_on by the usual months',
  }).optional(),
});

/** A running procedure, as it was stated. */
type StatedProcedure = z.output<typeof procedureSchema>;

/** A running procedure. */
export type CourtProcedure = StatedProcedure & { readonly kind: ProcedureKind; readonly stage: ProcedureStage };

/** The procedure that runs for a claim; undefined where nothing is said of one. */
export function procedureOf({
  procedure,
}: {
  readonly procedure?: StatedProcedure | undefined;
}): CourtProcedure | undefined {
  if (procedure === undefined || Object.values(procedure).every((member) => member === undefined)) return undefined;
  return { ...procedure, kind: procedure.kind ?? 'suit', stage: procedure.stage ?? 'filed' };
}

/** A claim with the members that say what title there is. */
interface MaybeTitled {
  readonly title?: TitleKind | undefined;
  readonly procedure?: StatedProcedure | undefined;
}

/** It is a payment order, or the suit that one became. */
export const isOrder = ({ kind }: Pick<CourtProcedure, 'kind'>): boolean => kind === 'payment_order';

/** It is mediation. */
export const isMediation = ({ kind }: Pick<CourtProcedure, 'kind'>): boolean => kind === 'mediation';

/** It is an order for payment on its way: neither objected to nor declared enforceable. */
export const isOrderPending = (procedure: Pick<CourtProcedure, 'kind' | 'stage'>): boolean =>
  isOrder(procedure) && (procedure.stage === 'filed' || procedure.stage === 'served');

/** Stages at which a procedure has led to a title that can be enforced at once. A settlement that is kept cannot. */
const TITLED: readonly ProcedureStage[] = ['judged', 'enforcing'];

/** The procedure has not come to its end: it can be gone on with, settled in, or dropped. */
export const isUndecided = ({ stage }: Pick<CourtProcedure, 'stage'>): boolean =>
  stage !== 'settled' && !TITLED.includes(stage);

/**
 * The papers of a procedure have reached the debtor: they were served, or it is an order for payment beyond that, which is never served by public
 * notice.
 */
export function isReached(claim: Pick<MaybeTitled, 'procedure'>): boolean {
  const procedure = procedureOf(claim);
  return procedure !== undefined && procedure.stage !== 'filed' && (isOrder(procedure) || procedure.stage === 'served');
}

/** There is a hearing or a session in which an agreement can be put on record: an order for payment leads to one once it was objected to. */
export const hasHearing = (procedure: Pick<CourtProcedure, 'kind' | 'stage'>): boolean =>
  isUndecided(procedure) && !isOrderPending(procedure);

/** The title in hand: as stated, or as the stage of a running procedure implies it. */
export function titleOf(claim: MaybeTitled): TitleKind {
  const { title } = claim;
  const procedure = procedureOf(claim);
  if (title !== undefined || procedure === undefined || !TITLED.includes(procedure.stage)) return title ?? 'none';
  if (procedure.kind === 'payment_order') return 'payment_order';
  return procedure.kind === 'mediation' ? 'settlement' : 'judgment';
}

/**
 * What a running procedure does to the limitation period: the period cannot end while it runs, and is reckoned as if it were withdrawn today.
 * Once it has led to a title the period of the title runs, which `title` and its day say. An order that lapsed has ended on `lapsed_on`.
 */
export function limitationOfProcedure(claim: MaybeTitled, lapsed_on: Day | null = null): LimitationEvent[] {
  const procedure = procedureOf(claim);
  if (procedure === undefined || titleOf(claim) !== 'none') return [];
  const { kind, stage_on, stage } = procedure;
  const settled = stage === 'settled' && stage_on !== undefined;
  // A record renews the period from its own day, whenever the procedure was begun.
  const filed_on = procedure.filed_on ?? (settled ? stage_on : undefined);
  if (filed_on === undefined) return [];
  return [
    {
      kind: kind === 'small_claims' ? 'suit' : kind,
      on: filed_on,
      ...(settled ? { ended_on: stage_on, with_title: true } : {}),
      ...(lapsed_on === null ? {} : { ended_on: lapsed_on }),
    },
  ];
}
