// What people call the codes of an answer: the status of an option, how clear a recommendation is, and where the limitation period stands.

import type { Text } from '../values/text.ts';
import type { Report } from './answer.ts';

type OptionStatus = Report['options'][number]['status'];
type CallWord = Report['recommendation']['call'];
type LimitationState = Report['claim']['limitation']['status'];

/** The words for the status of an option. */
export const OPTION_STATUS_WORDS: Readonly<Record<OptionStatus, Text>> = {
  open: { ja: '使える', en: 'open' },
  barred: { ja: '使えない', en: 'closed' },
  needs_terms: { ja: '条件しだい', en: 'needs terms' },
};

/** The words for how clear a recommendation is. */
export const CALL_WORDS: Readonly<Record<CallWord, Text>> = {
  clear: { ja: '明確', en: 'clear' },
  likely: { ja: 'おおむね明確', en: 'likely' },
  close: { ja: 'ほぼ互角', en: 'close' },
};

/** The words for where a limitation period stands. */
export const LIMITATION_WORDS: Readonly<Record<LimitationState, Text>> = {
  safe: { ja: '余裕がある', en: 'safe' },
  due_soon: { ja: 'まもなく満了', en: 'due soon' },
  suspended: { ja: '完成猶予中', en: 'postponed' },
  expired_invocable: { ja: '満了（援用されうる）', en: 'expired, may be invoked' },
};
