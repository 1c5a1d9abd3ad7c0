// The events that bear on the limitation period of a claim: as a caller states them, and under the rules of the law.

import * as z from 'zod';
import { choiceField, countField, dayField, flagField } from '../fields/field.ts';
import type { LimitationEventKind } from '../law/contract/limitation.ts';
import type { LimitationEvent } from '../law/limitation.ts';

/** Kinds of events. */
export const EVENT_KINDS = [
  'demand_received',
  'acknowledgment',
  'part_payment',
  'consultation_agreement',
  'suit',
  'payment_order',
  'mediation',
  'insolvency_proof',
  'enforcement',
  'asset_disclosure',
  'provisional_attachment',
  'other',
] as const;

/** How a list of such events is described, whatever kinds it may hold. */
export const EVENT_LIST_META = {
  label: { ja: '時効に関わる出来事', en: 'events' },
  description: 'What has happened that bears on the limitation period; JSON bodies only.',
  description_ja: '時効に関わる出来事。JSON の本文でのみ書けます。',
  example: [{ on: '2026-06-01', kind: 'demand_received' }],
  max: 100,
} as const;

/** One event as a schema. */
export const claimEventSchema = z
  .strictObject({
    on: dayField({
      label: { ja: '日付', en: 'day' },
      description: 'Day on which it happened; for a demand, the day it arrived.',
      example: '2026-06-01',
    }),
    kind: choiceField(EVENT_KINDS, {
      label: { ja: '種類', en: 'kind' },
      description: 'What happened.',
      example: 'demand_received',
    }),
    ended_on: dayField({
      label: { ja: '終了日', en: 'ended on' },
      description: 'Day on which the procedure ended.',
      example: '2026-09-01',
      default: 'still pending',
    }).optional(),
    with_title: flagField({
      label: { ja: '権利の確定', en: 'with title' },
      description: 'Whether the procedure ended with a final judgment or a title of equal force.',
      example: false,
      default: 'false',
    }).optional(),
    months: countField({
      counter: 'months',
      label: { ja: '合意した月数', en: 'months agreed' },
      description: 'Length of an agreement to consult, in months.',
      example: 6,
      default: '12',
      min: 1,
      max: 60,
    }).optional(),
    refused_on: dayField({
      label: { ja: '協議拒絶の通知日', en: 'refused on' },
      description: 'Day of a written refusal to go on consulting.',
      example: '2026-08-01',
    }).optional(),
  })
  .meta({ id: 'ClaimEvent', description: 'Something that bears on the limitation period.' });

/** An event that bears on the limitation period. */
export type ClaimEvent = z.output<typeof claimEventSchema>;

/** A kind of event that a caller can state, of a claim or at the calculator of limitation. */
export type StatedEventKind = ClaimEvent['kind'] | LimitationEventKind;

/** The rule of law that an event falls under, mostly one of its own name; null for an event without a rule. */
export function limitationRuleOf(kind: StatedEventKind): LimitationEventKind | null {
  if (kind === 'other') return null;
  return kind === 'asset_disclosure' ? 'enforcement' : kind;
}

/** Stated events under the names of their rules; those without a rule are left out. */
export const limitationEventsOf = (
  events: readonly (Omit<ClaimEvent, 'kind'> & { readonly kind: StatedEventKind })[],
): LimitationEvent[] =>
  events.flatMap(({ kind, on, ended_on, with_title, months, refused_on }) => {
    const rule = limitationRuleOf(kind);
    if (rule === null) return [];
    return [
      {
        kind: rule,
        on,
        ...(ended_on === undefined ? {} : { ended_on }),
        ...(with_title === undefined ? {} : { with_title }),
        ...(months === undefined ? {} : { months }),
        ...(refused_on === undefined ? {} : { refused_on }),
      },
    ];
  });
