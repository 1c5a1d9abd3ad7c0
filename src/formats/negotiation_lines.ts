// Prepared talks as titled lines of text, in the order in which they are needed.

import type { Report } from '../report/report.ts';
import type { Lang, Text } from '../values/text.ts';
import { ANSWER_LABELS } from './labels.ts';

/** The parts of prepared talks under their titles; none where they were not asked for. */
export function negotiationLines({ negotiation: n }: Report, lang: Lang): [title: Text, lines: string[]][] {
  if (n === undefined) return [];
  const cite = (citation: string | null): string => (citation === null ? '' : ` [${citation}]`);
  const bullets = (items: readonly { readonly text: string }[]): string[] => items.map(({ text }) => `- ${text}`);
  return [
    [
      ANSWER_LABELS.negotiation,
      [
        n.text,
        ...bullets([n.goal, n.opening, n.target, n.floor, ...(n.offer === null ? [] : [n.offer])]),
        ...n.floor_by_month.map(({ text }) => `    ${text}`),
      ],
    ],
    [ANSWER_LABELS.questions, bullets(n.questions)],
    [
      ANSWER_LABELS.say,
      n.say.flatMap(({ label, open, avoid }) => [`- ${label}: ${open}`, `    ${ANSWER_LABELS.avoid[lang]}: ${avoid}`]),
    ],
    [ANSWER_LABELS.concessions, bullets(n.concessions)],
    [ANSWER_LABELS.ask_for, bullets(n.ask_for)],
    [ANSWER_LABELS.in_writing, n.in_writing.map(({ text, citation }) => `- ${text}${cite(citation)}`)],
    [ANSWER_LABELS.stop, [n.stop.text, ...n.stop.answers.map((answer) => `- ${answer}`)]],
  ];
}
