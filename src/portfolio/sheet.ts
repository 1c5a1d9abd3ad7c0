// A ledger as a page to read: what it comes to, the options it is recommended, and one line for each row.

import { column, fact, type Sheet } from '../formats/format.ts';
import type { FlatField } from '../report/flat.ts';
import type { Meta, RowAnswer, Summary } from './answer.ts';

/** The rows and their sums as a sheet. */
export function portfolioSheet(
  meta: Meta,
  rows: readonly RowAnswer[],
  summary: Summary,
  fields: readonly FlatField[],
): Sheet {
  const budgeted = summary.budget !== null;
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
      column('line', '行', 'row'),
      column('id', 'ID', 'id'),
      ...fields.map(({ name, label, kind }) => column(name, label.ja, label.en, kind)),
      ...(budgeted ? [column('assigned_label', '時間内の手段', 'within the hours')] : []),
      column('status', '結果コード', 'status'),
      column('problem', '誤り', 'problem', 'text'),
    ],
    rows: rows.map(({ index, line, id, result, assigned, status, problem }) => [
      line ?? index + 1,
      id ?? undefined,
      ...fields.map(({ name }) => result?.[name] ?? undefined),
      ...(budgeted ? [assigned?.label] : []),
      status,
      problem === undefined ? undefined : (problem.errors?.map(({ detail }) => detail).join(' / ') ?? problem.detail),
    ]),
    notes: [],
    origin: [
      fact('as_of', '基準日', 'day', meta.as_of),
      fact('law_version', '法令データの版', 'law version', meta.law_version),
      fact('model_version', 'モデルの版', 'model version', meta.model_version),
    ],
  };
}
