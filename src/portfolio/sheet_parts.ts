// What a report on a ledger shows beside its rows: the options with their sums, what must not be missed soon, what is doubtful about how it
// was read, and which lines are left out.

import { column, type Part } from '../formats/format.ts';
import type { Text } from '../values/text.ts';
import { DEADLINE_DAYS } from './answer.ts';
import type { AnsweredLedger, ReadTable } from './answered.ts';

const PART_TITLES = {
  options: { ja: '手段別', en: 'By option' },
  deadlines: { ja: `${DEADLINE_DAYS}日以内の期限`, en: `Deadlines within ${DEADLINE_DAYS} days` },
  doubts: { ja: '読み取りの疑問', en: 'Doubts about the reading' },
  left_out: { ja: '除いた行', en: 'Lines left out' },
  problems: { ja: '計算できない行', en: 'Rows with a problem' },
} as const satisfies Record<string, Text>;

/** The line of the table in which a row stands. */
export const LINE_COLUMN = column('line', { ja: '行', en: 'line' });

/** The options that are recommended, with what they come to. */
const optionsPart = ({ summary, lang }: AnsweredLedger): Part => ({
  name: 'options',
  title: PART_TITLES.options[lang],
  columns: [
    column('option', { ja: '手段', en: 'option' }, 'text'),
    column('rows', { ja: '件数', en: 'rows' }),
    column('face', { ja: '債権額', en: 'face' }, 'amount'),
    column('net_value', { ja: '期待額', en: 'expected' }, 'amount'),
    column('over_waiting', { ja: '静観との差', en: 'over waiting' }, 'amount'),
  ],
  rows: Object.values(summary.by_option).map(({ label, count, face, net_value, over_waiting }) => [
    label,
    count,
    face,
    net_value,
    over_waiting ?? undefined,
  ]),
});

/** Who owes on a line: its code with the name that stands beside it. */
function debtorOn(line: number | null, code: string | null, table: ReadTable | undefined): string | undefined {
  const place = table?.mapping.name_column ?? null;
  const name = place === null || line === null ? '' : String(table?.caller.lines[line - 1]?.[place] ?? '').trim();
  return [code ?? '', name].filter((part) => part !== '').join(' ') || undefined;
}

const deadlinesPart = ({ summary, lang, table }: AnsweredLedger): Part => ({
  name: 'deadlines',
  title: PART_TITLES.deadlines[lang],
  columns: [
    column('on', { ja: '期限', en: 'day' }),
    column('days', { ja: '残り日数', en: 'days left' }),
    LINE_COLUMN,
    column('id', { ja: 'ID', en: 'id' }, 'own'),
    column('debtor_id', { ja: '相手方', en: 'debtor' }, 'own'),
    column('text', { ja: 'すること', en: 'what to do' }, 'text'),
    column('citation', { ja: '根拠', en: 'article' }, 'text'),
  ],
  rows: summary.deadlines.map(({ on, days, line, index, id, debtor_id, text, citation }) => [
    on,
    days,
    line ?? index + 1,
    id ?? undefined,
    debtorOn(line, debtor_id, table),
    text,
    citation ?? undefined,
  ]),
});

/** What is doubtful: about the table and its columns first, then about single lines; a doubt about many lines is told once. */
function doubtsPart({ rows, lang, table }: AnsweredLedger): Part {
  const lines = new Map<string, number[]>();
  for (const { line, index, notes = [] } of rows)
    for (const { text } of notes) {
      const same = lines.get(text);
      if (same) same.push(line ?? index + 1);
      else lines.set(text, [line ?? index + 1]);
    }
  const doubts = table?.doubts ?? [];
  const told = new Set(doubts.map(({ text }) => text[lang]));
  return {
    name: 'doubts',
    title: PART_TITLES.doubts[lang],
    columns: [column('lines', { ja: '行', en: 'lines' }, 'own'), column('text', { ja: '疑問', en: 'doubt' }, 'text')],
    rows: [
      ...doubts.map(({ line, text }) => [line === undefined ? WHOLE_TABLE[lang] : String(line), text[lang]]),
      ...[...lines].filter(([text]) => !told.has(text)).map(([text, found]) => [someOf(found), text]),
    ],
  };
}

const WHOLE_TABLE: Text = { ja: '表全体', en: 'table' };

/** The lines left out with their reason and what stands there; a workbook that keeps the lines themselves counts them. */
function leftOutPart({ table, keepsColumns, lang }: AnsweredLedger): Part {
  const left = [...(table?.caller.left_out ?? [])].filter(([, why]) => why !== '');
  const reason = column('why', { ja: '理由', en: 'reason' }, 'text');
  const base = { name: 'left_out', title: PART_TITLES.left_out[lang] };
  if (!keepsColumns)
    return {
      ...base,
      columns: [LINE_COLUMN, reason, column('text', { ja: '内容', en: 'content' }, 'text')],
      rows: left.map(([line, why]) => [line, why, textOfLine(table?.caller.lines[line - 1] ?? [])]),
    };
  const byReason = new Map<string, number[]>();
  for (const [line, why] of left) {
    const same = byReason.get(why);
    if (same) same.push(line);
    else byReason.set(why, [line]);
  }
  return {
    ...base,
    columns: [
      reason,
      column('count', { ja: '行数', en: 'lines' }),
      column('lines', { ja: '行番号', en: 'which lines' }, 'text'),
    ],
    rows: [...byReason].map(([why, lines]) => [why, lines.length, someOf(lines)]),
  };
}

const LINES_NAMED = 12;
const someOf = (lines: readonly number[]): string =>
  `${lines.slice(0, LINES_NAMED).join(', ')}${lines.length > LINES_NAMED ? ', …' : ''}`;

/** Most characters of a line that is quoted. */
const LINE_TEXT_MAX = 200;
const textOfLine = (cells: readonly unknown[]): string =>
  cells
    .map((cell) => (cell === null || cell === undefined ? '' : String(cell).trim()))
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, LINE_TEXT_MAX);

const problemsPart = ({ rows, lang }: AnsweredLedger): Part => ({
  name: 'problems',
  title: PART_TITLES.problems[lang],
  columns: [
    LINE_COLUMN,
    column('id', { ja: 'ID', en: 'id' }, 'own'),
    column('problem', { ja: '誤り', en: 'problem' }, 'text'),
  ],
  rows: rows.flatMap(({ line, index, id, problem }) =>
    problem === undefined
      ? []
      : [
          [
            line ?? index + 1,
            id ?? undefined,
            problem.errors?.map(({ detail }) => detail).join(' / ') ?? problem.detail ?? problem.title,
          ],
        ],
  ),
});

/** The tables of a report on a ledger; those that would be empty are left out. */
export const reportParts = (answered: AnsweredLedger): Part[] =>
  [
    optionsPart(answered),
    deadlinesPart(answered),
    doubtsPart(answered),
    problemsPart(answered),
    leftOutPart(answered),
  ].filter(({ rows }) => rows.length > 0);
