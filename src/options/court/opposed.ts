// What becomes of an order for payment that is opposed: it is gone on with as the suit that it becomes, or dropped (docs/model.md 7). Whoever
// asks for an order decides that when the objection comes, so an order is worth at least what it brings from those who do not object.

import { type Sentence, SILENT } from '../../values/phrase.ts';
import type { Event, Situation } from '../option.ts';
import { letLie } from '../parts/left_alone.ts';
import { paidBeside } from './court.ts';

/** Whether an order that is opposed is gone on with or dropped. */
export type IfOpposed = 'sue' | 'drop';

/** Both, for the engine to choose from. */
export const IF_OPPOSED: readonly IfOpposed[] = ['sue', 'drop'];

/** An order that is dropped at an objection, months from today: the rest of the fee is not paid, and who pays later pays by itself. */
export const dropped = (s: Situation, at: number): Event => ({
  id: 'dropped',
  at,
  next: letLie(s, at, paidBeside(s, false)),
});

/** What to do when the order is opposed; nothing where it then becomes a suit, which is what an objection does. */
export const whenOpposed = (if_opposed: IfOpposed | null): Sentence =>
  if_opposed === 'drop'
    ? {
        ja: '異議が出たら、分割払いの希望なら応じ、それ以外は訴訟の費用に見合わないので取り下げます。',
        en: ' If it is opposed, accept instalments if that is what the debtor asks for; otherwise withdraw it, because a suit would cost more than it brings.',
      }
    : SILENT;
