// Plain text for a terminal and a mail: the headline, the ranked table, the plan, and why. Columns are aligned by the width
// that East Asian characters take on a screen.

import type { Report } from '../report/report.ts';
import { grouped, type Lang, type Text } from '../values/text.ts';
import type { Cell, Column, Fact, Sheet, TextFormat } from './format.ts';

type Option = Report['options'][number];

const WORDS = {
  rank: { ja: '順位', en: 'rank' },
  option: { ja: '手段', en: 'option' },
  net_value: { ja: '見込み額', en: 'net value' },
  alone: { ja: '単独', en: 'alone' },
  p10: { ja: '下位10%', en: 'P10' },
  p90: { ja: '上位10%', en: 'P90' },
  months: { ja: '入金まで', en: 'to cash' },
  needs: { ja: '条件を書くと計算できる手段', en: 'Options that need terms' },
  barred: { ja: '使えない手段', en: 'Options that are closed' },
  opens: { ja: '使えるようになる条件', en: 'opens if' },
  plan: { ja: '予定', en: 'Plan' },
  deadlines: { ja: '期限', en: 'Deadlines' },
  reasons: { ja: '理由', en: 'Why' },
  risks: { ja: 'リスク', en: 'Risks' },
  warnings: { ja: '注意', en: 'Warnings' },
  bridge: { ja: '内訳', en: 'Where each yen goes' },
  sureness: { ja: '確からしさ', en: 'How sure' },
  flips: { ja: '答えが変わるところ', en: 'What would change the answer' },
  break_even: { ja: '採算の分かれ目', en: 'Break-evens' },
  information: { ja: '調べる値打ち', en: 'What knowing more is worth' },
  why_not: { ja: 'ほかの手段が選ばれない理由', en: 'Why not the others' },
  wins_if: { ja: '有利になる条件', en: 'it wins if' },
  lines: { ja: '明細', en: 'Details' },
  notes: { ja: '注意', en: 'Notes' },
  table: { ja: '（表）', en: '(table)' },
  unknown: { ja: '不明', en: 'unknown' },
  yes: { ja: 'はい', en: 'yes' },
  no: { ja: 'いいえ', en: 'no' },
} as const satisfies Record<string, Text>;

/** Columns of `2026-11-21 – 2026-12-21` and a gap. */
const PERIOD_WIDTH = 25;

/** Numbers of which a text says what they would change: at most so many, and so many at least. The structured answer has all. */
const FLIPS_MAX = 12;
const FLIPS_MIN = 5;

/** Columns a character takes on a screen: 2 for East Asian wide and full-width forms, 0 for combining marks. */
function charWidth(code: number): number {
  if (code >= 0x300 && code <= 0x36f) return 0;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

/** Columns a text takes on a screen. */
export const width = (text: string): number =>
  [...text].reduce((sum, mark) => sum + charWidth(mark.codePointAt(0)!), 0);

const padded = (text: string, to: number, right: boolean): string => {
  const gap = ' '.repeat(Math.max(0, to - width(text)));
  return right ? gap + text : text + gap;
};

const money = (value: string | null | undefined): string =>
  value === null || value === undefined ? '–' : grouped(value);

const monthsText = (months: number | null | undefined, lang: Lang): string => {
  if (months === null || months === undefined) return '–';
  const rounded = Math.round(months * 10) / 10;
  return lang === 'ja' ? `${rounded}か月` : `${rounded} mo`;
};

/** Rows as aligned lines; the columns named are set flush right. */
export function table(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((text, column) => padded(text, widths[column]!, right.has(column)))
      .join('  ')
      .trimEnd(),
  );
}

function ranked(options: readonly Option[], lang: Lang): string[] {
  const head = [WORDS.rank, WORDS.option, WORDS.net_value, WORDS.alone, WORDS.p10, WORDS.p90, WORDS.months].map(
    (word) => word[lang],
  );
  const rows = options.map((option) => [
    `${option.rank ?? ''}${option.tied ? '=' : ''}`,
    option.label,
    money(option.net_value),
    money(option.stand_alone_value),
    money(option.p10),
    money(option.p90),
    monthsText(option.months_to_cash, lang),
  ]);
  return table([head, ...rows], new Set([0, 2, 3, 4, 5, 6]));
}

function closed(options: readonly Option[], lang: Lang): string[] {
  return options.flatMap((option) => [
    `- ${option.label}`,
    ...option.bars.flatMap(({ text, citation, opens_if }) => [
      `    ${text}${citation === null ? '' : ` [${citation}]`}`,
      `    → ${WORDS.opens[lang]}: ${opens_if}`,
    ]),
  ]);
}

const listed = (items: readonly { readonly text: string }[]): string[] => items.map(({ text }) => `- ${text}`);

/** The numbers that would change the answer; where there are few, those besides that are most worth knowing. */
function telling(all: NonNullable<Report['sensitivity']>) {
  const flips = all.filter(({ switch_to }) => switch_to !== null).slice(0, FLIPS_MAX);
  const rest = all.filter(({ switch_to }) => switch_to === null);
  return [...flips, ...rest.slice(0, Math.max(0, FLIPS_MIN - flips.length))];
}

function write(report: Report, lang: Lang): string {
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
    WORDS.plan,
    (recommendation.plan ?? []).flatMap(({ from, to, label, text, until }) => [
      `${from} – ${to ?? ''}`.trimEnd().padEnd(PERIOD_WIDTH).concat(label),
      `${' '.repeat(PERIOD_WIDTH)}${text}`,
      `${' '.repeat(PERIOD_WIDTH)}→ ${until}`,
    ]),
  );
  section(
    WORDS.deadlines,
    recommendation.deadlines.map(({ on, text, citation }) => `${on}  ${text}${citation ? ` [${citation}]` : ''}`),
  );
  section(WORDS.reasons, listed(recommendation.reasons));
  section(WORDS.risks, listed(recommendation.risks));
  const best = options.find(({ id }) => id === recommendation.option);
  const bridge = best?.bridge ?? [];
  const title = { ja: `${WORDS.bridge.ja}（${best?.label ?? ''}）`, en: `${WORDS.bridge.en} (${best?.label ?? ''})` };
  section(
    title,
    table(
      bridge.map(({ label, amount }) => [label, money(amount)]),
      new Set([1]),
    ),
  );
  section(
    WORDS.why_not,
    options.flatMap(({ label, why_not, tie_note }) =>
      why_not === null
        ? []
        : [
            `- ${label}: ${why_not.text}`,
            ...(tie_note === null ? [] : [`    = ${tie_note}`]),
            ...(why_not.wins_if === null ? [] : [`    → ${WORDS.wins_if[lang]}: ${why_not.wins_if}`]),
          ],
    ),
  );
  section(WORDS.sureness, report.uncertainty === null ? [] : listed([report.uncertainty]));
  section(WORDS.flips, listed(telling(report.sensitivity ?? [])));
  section(
    WORDS.break_even,
    options.flatMap(({ label, break_even_notes }) => break_even_notes.map((note) => `- ${label}: ${note}`)),
  );
  section(WORDS.information, listed(report.information?.signals ?? []));
  section(
    WORDS.needs,
    closed(
      options.filter(({ status }) => status === 'needs_terms'),
      lang,
    ),
  );
  section(
    WORDS.barred,
    closed(
      options.filter(({ status }) => status === 'barred'),
      lang,
    ),
  );
  section(WORDS.warnings, listed(warnings));
  section(undefined, [
    report.disclaimer,
    `as_of ${meta.as_of}  model ${meta.model_version}  law ${meta.law_version}  assumptions ${meta.assumptions_version}  input ${meta.input_hash}`,
  ]);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const cellText = (value: Cell, { kind }: Pick<Column, 'kind'>, lang: Lang): string => {
  if (value === null) return WORDS.unknown[lang];
  if (value === undefined) return '';
  if (typeof value === 'boolean') return WORDS[value ? 'yes' : 'no'][lang];
  if (kind === 'data' && /^[[{]/.test(String(value))) return WORDS.table[lang];
  return kind === 'amount' ? grouped(value) : String(value);
};

function writeSheet({ headline, facts, columns, rows, notes, origin }: Sheet, lang: Lang): string {
  const written = ({ value, ...column }: Fact): string => cellText(value, column, lang);
  const shown = facts.filter(({ value }) => value !== undefined);
  const sections = [[headline]];
  if (shown.length > 0)
    sections.push(
      table(
        shown.map((fact) => [fact.label[lang], written(fact)]),
        new Set(),
      ),
    );
  if (rows.length > 0) {
    // Long texts go last, so that no column behind them is pushed off the screen.
    const order = [...columns.keys()].sort((a, b) => Number(isLong(columns[a]!)) - Number(isLong(columns[b]!)));
    const right = new Set(order.flatMap((column, place) => (columns[column]!.kind === 'amount' ? [place] : [])));
    const head = order.map((column) => columns[column]!.label[lang]);
    const body = rows.map((row) => order.map((column) => cellText(row[column], columns[column]!, lang)));
    sections.push([`■ ${WORDS.lines[lang]}`, ...table([head, ...body], right)]);
  }
  if (notes.length > 0) sections.push([`■ ${WORDS.notes[lang]}`, ...notes.map((note) => `- ${note}`)]);
  sections.push([origin.map((fact) => `${fact.name} ${written(fact)}`).join('  ')]);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const isLong = ({ kind }: Column): boolean => kind === 'text';

export const txt: TextFormat = {
  extension: 'txt',
  media_type: 'text/plain',
  label: { ja: 'テキスト', en: 'text' },
  write,
  writeSheet,
};
