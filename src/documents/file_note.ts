// The record of a contact: what is known before it, room for what is said and promised, and what to have in writing.

import { owedItems } from '../claim/demand_letter.ts';
import type { DraftParagraph } from '../claim/draft.ts';
import { blank } from '../claim/draft.ts';
import { phrase, SILENT } from '../values/phrase.ts';
import { writtenDay } from '../values/written.ts';
import { type DraftContext, document } from './document.ts';
import { BOTH, heading, item, prose, titleLine } from './sentences.ts';

const HEADINGS = [
  { ja: '日時・方法', en: 'When and how' },
  { ja: '話した相手', en: 'With whom' },
  { ja: '話の内容', en: 'What was said' },
  { ja: '約束（日・額）', en: 'Promised (day, amount)' },
  { ja: '次にすること', en: 'Next' },
];

/** Contacts for which there is room. */
const CONTACT_ROWS = 3;

/** What this claim lacks on paper. */
function inWriting({ facts, law }: DraftContext): DraftParagraph[] {
  const { acknowledged, dispute, title: titled = 'none' } = facts.claim;
  const isAcknowledged = acknowledged === true || titled !== 'none';
  return [
    item({ ja: '支払う日と額', en: 'the day and the amount of each payment' }),
    ...(isAcknowledged
      ? []
      : [
          {
            ...item({ ja: '債務を認めること（残高確認書）', en: 'that the debt is owed (acknowledgment)' }),
            cites: [law.citations.limitation_acknowledgment],
          },
        ]),
    ...(dispute === 'none'
      ? []
      : [
          item({
            ja: '請求に異議があるか、あればその内容と額',
            en: 'whether the claim is disputed, and if so why and by how much',
          }),
        ]),
  ];
}

export const file_note = document({
  id: 'file_note',
  label: { ja: '交渉記録票', en: 'record of contacts' },
  description: {
    ja: '連絡のたびに書きます。日時、相手、内容、約束、次にすること、書面でもらうもの。',
    en: 'For every contact: when, with whom, what was said and promised, what is next, and what to have in writing.',
  },
  langs: BOTH,
  paragraphs: (c) => [
    titleLine({ ja: '交渉記録票', en: 'Record of contacts' }),
    prose(phrase({ debtor: blank('debtor') }, { ja: '相手方 {debtor}', en: 'Debtor: {debtor}' })),
    ...owedItems(c.facts, c.law),
    item(
      phrase(
        { end: writtenDay(c.facts.limitation.last_day) },
        { ja: '時効の満了日 {end}', en: 'Limitation period ends: {end}' },
      ),
    ),
    {
      style: 'table',
      text: SILENT,
      rows: [HEADINGS, ...Array.from({ length: CONTACT_ROWS }, () => HEADINGS.map(() => SILENT))],
    },
    heading('書面でもらうもの', 'To have in writing'),
    ...inWriting(c),
  ],
});
