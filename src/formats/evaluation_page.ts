// An evaluation as a workbook: a report on one A4 page, every figure of every option, and the assumptions it rests on.

import { catalogueEntry } from '../assumptions/values.ts';
import type { Report } from '../report/report.ts';
import { isDay } from '../values/day.ts';
import { grouped, type Lang, type Text } from '../values/text.ts';
import { ANSWER_LABELS } from './labels.ts';
import { negotiationLines } from './negotiation_lines.ts';
import { headingCell, type PageBlock, pageSheet, rowPoints } from './page.ts';
import { papersText } from './papers.ts';
import type { CellFormat, WorkbookCell, WorkbookSheet } from './workbook.ts';

/** Open options that the page shows; the others stand on the sheet of figures. */
const OPTIONS_SHOWN = 8;
/** Steps of the plan, deadlines and warnings that the page shows. */
const LINES_SHOWN = 6;

/** Names of the sheets of an evaluation. */
export const EVALUATION_SHEETS = {
  report: { ja: '報告', en: 'Report' },
  figures: { ja: '全数値', en: 'Figures' },
  assumptions: { ja: '前提', en: 'Assumptions' },
} as const satisfies Record<string, Text>;

const PAGE_TITLE: Text = { ja: '未回収債権の回収手段', en: 'How to recover the receivable' };

const textOrNone = (text: string | null | undefined): WorkbookCell =>
  text === null || text === undefined || text === '' ? null : { kind: 'text', text };

/** A figure as a number; nothing where it is not known. */
const numberCell = (value: string | number | null | undefined, format: CellFormat): WorkbookCell =>
  value === null || value === undefined ? null : { kind: 'number', value: Number(value), look: { format } };

const dayOrNone = (day: string | null | undefined): WorkbookCell =>
  day !== null && day !== undefined && isDay(day) ? { kind: 'day', day } : textOrNone(day);

/** How many lines stand elsewhere; nothing where all are shown. */
const othersOf = (all: number, shown: number, where: Text, lang: Lang): { below?: string } =>
  all <= shown
    ? {}
    : {
        below:
          lang === 'ja'
            ? `ほか${all - shown}件はシート「${where.ja}」にあります。`
            : `${all - shown} more on the sheet "${where.en}".`,
      };

function optionsTable({ options }: Report, lang: Lang): PageBlock {
  const words = (...names: (keyof typeof ANSWER_LABELS)[]) => names.map((name) => ANSWER_LABELS[name][lang]);
  const open = options.filter(({ status }) => status === 'open');
  return {
    kind: 'table',
    title: ANSWER_LABELS.options[lang],
    headings: words('rank', 'option', 'net_value', 'alone', 'p10', 'p90', 'months'),
    rows: open
      .slice(0, OPTIONS_SHOWN)
      .map(({ rank, tied, label, net_value, stand_alone_value, p10, p90, months_to_cash }) => [
        textOrNone(`${rank}${tied ? ' =' : ''}`),
        textOrNone(label),
        numberCell(net_value, 'amount'),
        numberCell(stand_alone_value, 'amount'),
        numberCell(p10, 'amount'),
        numberCell(p90, 'amount'),
        numberCell(months_to_cash, 'decimal'),
      ]),
    ...othersOf(options.length, Math.min(open.length, OPTIONS_SHOWN), EVALUATION_SHEETS.figures, lang),
  };
}

/** The blocks of the page in their order; what the answer does not hold is left out. */
function blocksOf(report: Report, lang: Lang): PageBlock[] {
  const { recommendation, options, claim, meta, warnings } = report;
  const best = options.find(({ id }) => id === recommendation.option);
  const label = (name: keyof typeof ANSWER_LABELS): string => ANSWER_LABELS[name][lang];
  const table = (title: string, headings: readonly string[], rows: readonly WorkbookCell[][]): PageBlock[] =>
    rows.length === 0 ? [] : [{ kind: 'table', title, headings, rows }];
  const about =
    lang === 'ja'
      ? `債権額 ${grouped(claim.principal)}（${meta.currency}）、支払期日 ${claim.due_date}（${claim.overdue_days}日経過）、遅延損害金 ${grouped(claim.interest)}、基準日 ${meta.as_of}`
      : `Amount ${grouped(claim.principal)} (${meta.currency}), due ${claim.due_date} (${claim.overdue_days} days overdue), late interest ${grouped(claim.interest)}, valued on ${meta.as_of}`;
  const titleOfBridge =
    lang === 'ja' ? `${label('bridge')}（${best?.label ?? ''}）` : `${label('bridge')} (${best?.label ?? ''})`;
  return [
    { kind: 'paragraph', text: PAGE_TITLE[lang], tone: 'title' },
    { kind: 'paragraph', text: recommendation.headline, tone: 'strong' },
    { kind: 'paragraph', text: about },
    optionsTable(report, lang),
    ...table(
      titleOfBridge,
      [label('step'), label('amount')],
      (best?.bridge ?? []).map((step) => [textOrNone(step.label), numberCell(step.amount, 'amount')]),
    ),
    // Here 'plan' is the timetable of the recommendation, not an option.
    ...table(
      label('plan'),
      [label('from'), label('to'), label('option'), label('what'), label('until'), label('documents')],
      (recommendation.plan ?? [])
        .slice(0, LINES_SHOWN)
        .map((step) => [
          dayOrNone(step.from),
          dayOrNone(step.to),
          textOrNone(step.label),
          textOrNone(step.text),
          textOrNone(step.until),
          textOrNone(papersText(step.documents, lang)),
        ]),
    ),
    { kind: 'paragraph', text: recommendation.review },
    ...table(
      label('deadlines'),
      [label('day'), label('what'), label('article')],
      recommendation.deadlines
        .slice(0, LINES_SHOWN)
        .map(({ on, text, citation }) => [dayOrNone(on), textOrNone(text), textOrNone(citation)]),
    ),
    ...table(
      label('warnings'),
      [label('warnings')],
      warnings.slice(0, LINES_SHOWN).map(({ text }) => [textOrNone(text)]),
    ),
    { kind: 'paragraph', text: report.disclaimer, tone: 'aside' },
    { kind: 'paragraph', text: versionsOf(report), tone: 'aside' },
  ];
}

/** What an answer was computed with, in one line. */
const versionsOf = ({ meta }: Report): string =>
  `as_of ${meta.as_of}  model ${meta.model_version}  law ${meta.law_version}  assumptions ${meta.assumptions_version}  input ${meta.input_hash}`;

/** The report on one A4 page. */
export const evaluationPage = (report: Report, lang: Lang): WorkbookSheet =>
  pageSheet({
    name: EVALUATION_SHEETS.report[lang],
    blocks: blocksOf(report, lang),
    landscape: false,
    foot: `kaishu ${versionsOf(report)}`,
  });

/** Prepared talks on a page of their own; none where they were not asked for. */
export function negotiationPages(report: Report, lang: Lang): WorkbookSheet[] {
  const parts = negotiationLines(report, lang);
  if (parts.length === 0) return [];
  return [
    pageSheet({
      name: ANSWER_LABELS.negotiation[lang],
      blocks: parts.flatMap(([title, lines]): PageBlock[] =>
        lines.length === 0
          ? []
          : [
              { kind: 'paragraph', text: title[lang], tone: 'strong' },
              ...lines.map((text): PageBlock => ({ kind: 'paragraph', text: text.trim() })),
            ],
      ),
      landscape: false,
      foot: `kaishu ${versionsOf(report)}`,
    }),
  ];
}

/** The sheet of the assumptions that the recommended sequence rests on, each with its source and certainty. */
export function assumptionsSheet({ assumptions_used, not_modelled }: Report, lang: Lang): WorkbookSheet {
  const wrapped = (text: string): WorkbookCell => ({ kind: 'text', text, look: { wrap: true } });
  const lines = assumptions_used.map(({ id, value, source, certainty }): WorkbookCell[] => [
    wrapped(catalogueEntry(id)?.label[lang] ?? id),
    { kind: 'number', value, look: { format: 'general', right: true } },
    wrapped(CERTAINTY_WORDS[certainty][lang]),
    wrapped(source),
    wrapped(id),
  ]);
  const headings = (['assumption', 'value', 'certainty', 'source', 'path'] as const).map((name, i) =>
    headingCell(
      ANSWER_LABELS[name][lang],
      lines.map((line) => line[i] ?? null),
    ),
  );
  const widths = [48, 12, 14, 64, 50];
  return {
    name: EVALUATION_SHEETS.assumptions[lang],
    widths,
    heights: new Map([headings, ...lines].map((line, y) => [y, rowPoints(line, widths)])),
    frozen: 1,
    filtered: assumptions_used.length + 1,
    print: { landscape: true, one_page: false },
    rows: [
      headings,
      ...lines,
      ...(not_modelled.length === 0 ? [] : [[]]),
      ...not_modelled.map((text) => [wrapped(text)]),
    ],
    ...(not_modelled.length === 0
      ? {}
      : {
          merged: not_modelled.map((_, i) => [assumptions_used.length + 2 + i, 0, 4] as const),
        }),
  };
}

/** How sure an assumption is, in words. */
const CERTAINTY_WORDS: Readonly<Record<Report['assumptions_used'][number]['certainty'], Text>> = {
  official: { ja: '公的統計・法令', en: 'official' },
  secondary: { ja: '二次資料', en: 'secondary' },
  poll: { ja: '調査', en: 'poll' },
  judgement: { ja: '判断', en: 'judgement' },
  caller: { ja: '指定値', en: 'stated by you' },
};
