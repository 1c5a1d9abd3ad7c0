// An evaluated ledger as a sheet: what it comes to, the options recommended, and one line for each row.

import { type Cell, column, fact, type Sheet } from '../formats/format.ts';
import type { FlatField } from '../report/flat.ts';
import type { PortfolioMeta, PortfolioSummary, RowAnswer } from './answer.ts';
import type { CallerTable } from './writers.ts';

/** A ledger of which every row has been answered. */
export interface AnsweredLedger {
  readonly meta: PortfolioMeta;
  readonly rows: readonly RowAnswer[];
  readonly summary: PortfolioSummary;
  /** The values wanted of each row. */
  readonly fields: readonly FlatField[];
}

/** An answered ledger as a sheet. Our columns follow those of `caller`, or the line and the id of each row without it. */
export function portfolioSheet({ meta, rows, summary, fields }: AnsweredLedger, caller?: CallerTable): Sheet {
  const budgeted = summary.budget !== null;
  const id = column('id', { ja: 'ID', en: 'id' });
  const theirs = caller?.header.map((heading, i) => {
    const text = String(heading ?? '');
    return column(`own.${i}`, { ja: text, en: text });
  });
  // Several rows of one line (the ages of a debtor) are distinguished by their ids.
  const repeats = new Set(rows.map(({ line }) => line)).size < rows.length;
  const own = theirs ? [...theirs, ...(repeats ? [id] : [])] : [column('line', { ja: '行', en: 'row' }), id];
  const ownCells = (row: RowAnswer): Cell[] => {
    if (!caller || !theirs) return [row.line ?? row.index + 1, row.id ?? undefined];
    // A table of the caller holds scalars only.
    const cells = (caller.lines[(row.line ?? 1) - 1] ?? []) as readonly Cell[];
    return [...theirs.map((_, i) => cells[i] ?? undefined), ...(repeats ? [row.id ?? undefined] : [])];
  };
  return {
    name: 'portfolio',
    value: { meta, rows, summary },
    headline: summary.text,
    facts: [
      fact('rows', { ja: '行数', en: 'rows' }, summary.rows),
      fact('failed', { ja: '誤りのある行', en: 'rows with a problem' }, summary.failed),
      fact('claims', { ja: '判断した債権', en: 'claims decided' }, summary.claims),
      fact('face', { ja: '債権額', en: 'face' }, summary.face, 'amount'),
      fact('net_value', { ja: '期待正味額', en: 'net value' }, summary.net_value, 'amount'),
      fact('over_waiting', { ja: '静観との差', en: 'over waiting' }, summary.over_waiting ?? undefined, 'amount'),
      fact('hours', { ja: '社内の手間（時間）', en: 'hours of own time' }, summary.hours),
      ...(budgeted
        ? [
            fact('budget', { ja: '使える時間', en: 'hours available' }, summary.budget),
            fact(
              'price_of_one_more_hour',
              { ja: 'あと1時間の値打ち', en: 'value of one more hour' },
              summary.price_of_one_more_hour,
              'amount',
            ),
          ]
        : []),
      ...Object.entries(summary.by_option).flatMap(([id, { label, count, face, net_value }]) => [
        fact(`count.${id}`, { ja: `${label}の件数`, en: `rows: ${label}` }, count),
        fact(`face.${id}`, { ja: `${label}の債権額`, en: `face: ${label}` }, face, 'amount'),
        fact(`net_value.${id}`, { ja: `${label}の期待正味額`, en: `net value: ${label}` }, net_value, 'amount'),
      ]),
    ],
    columns: [
      ...own,
      ...fields.map(({ name, label, kind }) => column(name, label, kind)),
      ...(budgeted ? [column('assigned_label', { ja: '時間内の手段', en: 'within the hours' })] : []),
      column('status', { ja: '結果コード', en: 'status' }),
      column('problem', { ja: '誤り', en: 'problem' }, 'text'),
    ],
    rows: rows.map((row) => [
      ...ownCells(row),
      ...fields.map(({ name }) => row.result?.[name] ?? undefined),
      ...(budgeted ? [row.assigned?.label] : []),
      row.status,
      row.problem && (row.problem.errors?.map(({ detail }) => detail).join(' / ') ?? row.problem.detail),
    ]),
    notes: [],
    origin: [
      fact('as_of', { ja: '基準日', en: 'day' }, meta.as_of),
      fact('law_version', { ja: '法令データの版', en: 'law version' }, meta.law_version),
      fact('model_version', { ja: 'モデルの版', en: 'model version' }, meta.model_version),
    ],
  };
}
