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
  const id = column('id', 'ID', 'id');
  const theirs = caller?.header.map((heading, i) => column(`own.${i}`, String(heading ?? ''), String(heading ?? '')));
  // Several rows of one line (the ages of a debtor) are distinguished by their ids.
  const repeats = new Set(rows.map(({ line }) => line)).size < rows.length;
  const own = theirs ? [...theirs, ...(repeats ? [id] : [])] : [column('line', '行', 'row'), id];
  const ownCells = (row: RowAnswer): Cell[] => {
    if (!caller || !theirs) return [row.line ?? row.index + 1, row.id ?? undefined];
    const cells = caller.lines[(row.line ?? 1) - 1] ?? [];
    return [...theirs.map((_, i) => (cells[i] ?? undefined) as Cell), ...(repeats ? [row.id ?? undefined] : [])];
  };
  return {
    name: 'portfolio',
    value: { meta, rows, summary },
    headline: summary.text,
    facts: [
      fact('rows', '行数', 'rows', summary.rows),
      fact('failed', '誤りのある行', 'rows with a problem', summary.failed),
      fact('claims', '判断した債権', 'claims decided', summary.claims),
      fact('face', '債権額', 'face', summary.face, 'amount'),
      fact('net_value', '期待正味額', 'net value', summary.net_value, 'amount'),
      fact('over_waiting', '静観との差', 'over waiting', summary.over_waiting ?? undefined, 'amount'),
      fact('hours', '社内の手間（時間）', 'hours of own time', summary.hours),
      ...(budgeted
        ? [
            fact('budget', '使える時間', 'hours there are', summary.budget),
            fact(
              'price_of_one_more_hour',
              'あと1時間の値打ち',
              'worth of one more hour',
              summary.price_of_one_more_hour,
              'amount',
            ),
          ]
        : []),
      ...Object.entries(summary.by_option).flatMap(([id, { label, count, face, net_value }]) => [
        fact(`count.${id}`, `${label}の件数`, `rows: ${label}`, count),
        fact(`face.${id}`, `${label}の債権額`, `face: ${label}`, face, 'amount'),
        fact(`net_value.${id}`, `${label}の期待正味額`, `net value: ${label}`, net_value, 'amount'),
      ]),
    ],
    columns: [
      ...own,
      ...fields.map(({ name, label, kind }) => column(name, label.ja, label.en, kind)),
      ...(budgeted ? [column('assigned_label', '時間内の手段', 'within the hours')] : []),
      column('status', '結果コード', 'status'),
      column('problem', '誤り', 'problem', 'text'),
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
      fact('as_of', '基準日', 'day', meta.as_of),
      fact('law_version', '法令データの版', 'law version', meta.law_version),
      fact('model_version', 'モデルの版', 'model version', meta.model_version),
    ],
  };
}
