// What a caller may say of a debt of ours that could be set off. Here 'offset' is a group of fields, not an option.

import * as z from 'zod';
import { amountField, choiceField, dayField, flagField } from '../../fields/field.ts';
import { statedTerms } from '../option.ts';

const PAYABLE_KINDS = ['trade', 'wages', 'damages'] as const;

/** The terms of a set-off as a schema. */
export const offsetTerms = z.strictObject({
  payable: amountField({
    label: { ja: '相手方への買掛金', en: 'what we owe the debtor' },
    description: 'What we owe the debtor.',
    description_ja: '相手方に対する当社の債務（買掛金など）。',
    example: 300000,
    once: true,
  }).optional(),
  payable_due_date: dayField({
    label: { ja: '買掛金の支払期日', en: 'due date of our debt' },
    description: 'Day on which our debt falls due.',
    description_ja: '当社の債務の支払期日。',
    example: '2026-12-31',
    default: 'as_of',
  }).optional(),
  payable_attached_on: dayField({
    label: { ja: '買掛金が差し押さえられた日', en: 'attached on' },
    description: 'Day on which a third party attached our debt.',
    description_ja: '第三者が当社の債務を差し押さえた日。',
    example: '2026-11-01',
  }).optional(),
  payable_assigned_on: dayField({
    label: { ja: '買掛金の譲渡が通知された日', en: 'assigned on' },
    description: 'Day on which the assignment of our debt to another creditor was notified or accepted.',
    description_ja: '相手方が当社に対する債権を他人に譲渡し、その通知または承諾があった日。',
    example: '2026-11-01',
  }).optional(),
  payable_kind: choiceField(PAYABLE_KINDS, {
    label: { ja: '当社の債務の種類', en: 'kind of our debt' },
    description: 'What we owe the debtor for: trade, wages, or damages for an intentional tort or an injury.',
    description_ja:
      '当社の債務の種類（trade：買掛金など、wages：賃金、damages：悪意の不法行為や生命・身体の侵害の損害賠償）。',
    example: 'trade',
    default: 'trade',
  }).optional(),
  materials_supplied: flagField({
    label: { ja: '支給材の代金か', en: 'materials supplied' },
    description:
      'Whether our claim is the price of materials we supplied to a subcontractor for the work that we owe the fee for.',
    description_ja: '当社の債権が、委託先に支給した材料の代金かどうか（当社の債務がその委託の代金のとき）。',
    example: true,
    default: 'false',
  }).optional(),
  payable_arose_on: dayField({
    label: { ja: '当社の債務が生じた日', en: 'our debt arose on' },
    description: 'Day on which our debt arose, for set-off in a crisis of the debtor.',
    description_ja: '当社の債務が生じた日（相手方の危機のときの相殺の可否に使います）。',
    example: '2026-10-01',
  }).optional(),
  crisis_known_on: dayField({
    label: { ja: '危機を知った日', en: 'crisis known on' },
    description: 'Day on which we learned of the suspension of payments, the petition or the insolvency.',
    description_ja: '支払停止・申立て・支払不能を当社が知った日。',
    example: '2026-11-10',
  }).optional(),
});

/** What the caller has stated of a set-off. */
export const statedOffset = statedTerms<z.output<typeof offsetTerms>>('offset');
