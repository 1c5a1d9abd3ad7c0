// Plain text for a terminal or a mail: the headline, the ranked options, the plan, and the reasons. Columns are aligned by the width that
// East Asian characters take on a screen.

import type { Report } from '../report/report.ts';
import { grouped, type Lang, type Text } from '../values/text.ts';
import type { Cell, Column, Fact, Sheet, TextFormat } from './format.ts';
import { ANSWER_LABELS } from './labels.ts';
import { negotiationLines } from './negotiation_lines.ts';
import { papersText } from './papers.ts';
import { screenWidth } from './screen_width.ts';

type Options = Report['options'];

/** Width of `2026-11-21 – 2026-12-21` and a gap. */
const PERIOD_WIDTH = 25;

/** Most assumptions shown that would change the recommendation; the structured answer has all. */
const FLIPS_MAX = 12;
/** Assumptions shown at least, filled up with those that matter most without changing the recommendation. */
const FLIPS_MIN = 5;

const padded = (text: string, to: number, right: boolean): string => {
  const gap = ' '.repeat(Math.max(0, to - screenWidth(text)));
  return right ? gap + text : text + gap;
};

const moneyOrDash = (value: string | null | undefined): string =>
  value === null || value === undefined ? '–' : grouped(value);

const monthsText = (months: number | null | undefined, lang: Lang): string => {
  if (months === null || months === undefined) return '–';
  const rounded = Math.round(months * 10) / 10;
  return lang === 'ja' ? `${rounded}か月` : `${rounded} mo`;
};

/** Rows as lines of text whose columns are aligned on a screen; the columns in `right`, counted from 0, are flush right. */
export function alignedRows(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, screenWidth(row[column] ?? '')), 0),
  );
  return rows.map((row) =>
    row
      .map((text, column) => padded(text, widths[column] ?? 0, right.has(column)))
      .join('  ')
      .trimEnd(),
  );
}

function ranked(options: Options, lang: Lang): string[] {
  const head = [
    ANSWER_LABELS.rank,
    ANSWER_LABELS.option,
    ANSWER_LABELS.net_value,
    ANSWER_LABELS.alone,
    ANSWER_LABELS.p10,
    ANSWER_LABELS.p90,
    ANSWER_LABELS.months,
  ].map((word) => word[lang]);
  const rows = options.map((option) => [
    `${option.rank ?? ''}${option.tied ? '=' : ''}`,
    option.label,
    moneyOrDash(option.net_value),
    moneyOrDash(option.stand_alone_value),
    moneyOrDash(option.p10),
    moneyOrDash(option.p90),
    monthsText(option.months_to_cash, lang),
  ]);
  return alignedRows([head, ...rows], new Set([0, 2, 3, 4, 5, 6]));
}

function closed(options: Options, lang: Lang): string[] {
  return options.flatMap((option) => [
    `- ${option.label}`,
    ...option.bars.flatMap(({ text, citation, opens_if }) => [
      `    ${text}${citation === null ? '' : ` [${citation}]`}`,
      `    → ${ANSWER_LABELS.opens[lang]}: ${opens_if}`,
    ]),
  ]);
}

const bulletList = (items: readonly { readonly text: string }[]): string[] => items.map(({ text }) => `- ${text}`);

/** The documents that a step needs, in a line of their own. */
const papersLine = (kinds: readonly string[], lang: Lang): string[] =>
  kinds.length === 0 ? [] : [`${ANSWER_LABELS.documents[lang]}: ${papersText(kinds, lang)}`];

/** The assumptions that would change the recommendation, followed by the most telling others where there are few. */
function mostTelling(all: NonNullable<Report['sensitivity']>) {
  const flips = all.filter(({ switch_to }) => switch_to !== null).slice(0, FLIPS_MAX);
  const rest = all.filter(({ switch_to }) => switch_to === null);
  return [...flips, ...rest.slice(0, Math.max(0, FLIPS_MIN - flips.length))];
}

function evaluationText(report: Report, lang: Lang): string {
  const { meta, recommendation, options, warnings } = report;
  const sections: string[][] = [];
  const section = (title: Text | undefined, lines: readonly string[]): void => {
    if (lines.length > 0) sections.push(title === undefined ? [...lines] : [`■ ${title[lang]}`, ...lines]);
  };
  section(undefined, [recommendation.headline]);
  section(
    undefined,
    ranked(
      options.filter(({ status }) => status === 'open'),
      lang,
    ),
  );
  section(
    ANSWER_LABELS.plan,
    (recommendation.plan ?? []).flatMap(({ from, to, label, text, until, documents }) => [
      `${from} – ${to ?? ''}`.trimEnd().padEnd(PERIOD_WIDTH).concat(label),
      `${' '.repeat(PERIOD_WIDTH)}${text}`,
      `${' '.repeat(PERIOD_WIDTH)}→ ${until}`,
      ...papersLine(documents, lang).map((line) => `${' '.repeat(PERIOD_WIDTH)}${line}`),
    ]),
  );
  section(undefined, [recommendation.review]);
  section(
    ANSWER_LABELS.deadlines,
    recommendation.deadlines.map(({ on, text, citation }) => `${on}  ${text}${citation ? ` [${citation}]` : ''}`),
  );
  section(ANSWER_LABELS.reasons, bulletList(recommendation.reasons));
  section(ANSWER_LABELS.risks, bulletList(recommendation.risks));
  const best = options.find(({ id }) => id === recommendation.option);
  const bridge = best?.bridge ?? [];
  const title = {
    ja: `${ANSWER_LABELS.bridge.ja}（${best?.label ?? ''}）`,
    en: `${ANSWER_LABELS.bridge.en} (${best?.label ?? ''})`,
  };
  section(
    title,
    alignedRows(
      bridge.map(({ label, amount }) => [label, moneyOrDash(amount)]),
      new Set([1]),
    ),
  );
  section(
    ANSWER_LABELS.why_not,
    options.flatMap(({ label, why_not, tie_note }) =>
      why_not === undefined
        ? []
        : [
            `- ${label}: ${why_not.text}`,
            ...(tie_note === undefined ? [] : [`    = ${tie_note}`]),
            ...(why_not.wins_if === null ? [] : [`    → ${ANSWER_LABELS.wins_if[lang]}: ${why_not.wins_if}`]),
          ],
    ),
  );
  section(ANSWER_LABELS.sureness, report.uncertainty === null ? [] : bulletList([report.uncertainty]));
  section(ANSWER_LABELS.flips, bulletList(mostTelling(report.sensitivity ?? [])));
  section(
    ANSWER_LABELS.break_even,
    options.flatMap(({ label, break_even_notes = [] }) => break_even_notes.map((note) => `- ${label}: ${note}`)),
  );
  section(ANSWER_LABELS.information, bulletList(report.information?.signals ?? []));
  for (const [title, lines] of negotiationLines(report, lang)) section(title, lines);
  section(
    ANSWER_LABELS.needs,
    closed(
      options.filter(({ status }) => status === 'needs_terms'),
      lang,
    ),
  );
  section(
    ANSWER_LABELS.barred,
    closed(
      options.filter(({ status }) => status === 'barred'),
      lang,
    ),
  );
  section(ANSWER_LABELS.warnings, bulletList(warnings));
  section(undefined, [
    report.disclaimer,
    `as_of ${meta.as_of}  model ${meta.model_version}  law ${meta.law_version}  assumptions ${meta.assumptions_version}  input ${meta.input_hash}`,
  ]);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const cellText = (value: Cell, { kind }: Pick<Column, 'kind'>, lang: Lang): string => {
  if (value === null) return ANSWER_LABELS.unknown[lang];
  if (value === undefined) return '';
  if (typeof value === 'boolean') return ANSWER_LABELS[value ? 'yes' : 'no'][lang];
  if (kind === 'data' && /^[[{]/.test(String(value))) return ANSWER_LABELS.table[lang];
  return kind === 'amount' ? grouped(value) : String(value);
};

/** A table under its title, aligned on a screen. Long texts go last, so that no column behind them is pushed off the screen. */
function linesOfTable(title: string, { columns, rows }: Pick<Sheet, 'columns' | 'rows'>, lang: Lang): string[] {
  const order = [...columns.entries()].sort(([, a], [, b]) => Number(isLong(a)) - Number(isLong(b)));
  const right = new Set(order.flatMap(([, { kind }], place) => (kind === 'amount' ? [place] : [])));
  const head = order.map(([, { label }]) => label[lang]);
  const body = rows.map((row) => order.map(([index, column]) => cellText(row[index], column, lang)));
  return [`■ ${title}`, ...alignedRows([head, ...body], right)];
}

function sheetText({ headline, facts, columns, rows, notes, origin, parts = [] }: Sheet, lang: Lang): string {
  const factText = ({ value, ...column }: Fact): string => cellText(value, column, lang);
  const known = facts.filter(({ value }) => value !== undefined);
  const sections = [[headline]];
  if (known.length > 0)
    sections.push(
      alignedRows(
        known.map((fact) => [fact.label[lang], factText(fact)]),
        new Set(),
      ),
    );
  for (const part of parts) sections.push(linesOfTable(part.title, part, lang));
  if (rows.length > 0) sections.push(linesOfTable(ANSWER_LABELS.lines[lang], { columns, rows }, lang));
  if (notes.length > 0) sections.push([`■ ${ANSWER_LABELS.notes[lang]}`, ...notes.map((note) => `- ${note}`)]);
  sections.push([origin.map((fact) => `${fact.name} ${factText(fact)}`).join('  ')]);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const isLong = ({ kind }: Column): boolean => kind === 'text';

/** The format `txt`. */
export const txt: TextFormat = {
  extension: 'txt',
  media_type: 'text/plain',
  label: { ja: 'テキスト', en: 'text' },
  write: evaluationText,
  writeSheet: sheetText,
};
