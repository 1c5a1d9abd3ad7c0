// A whole list: how it was read, doubts first, then the table of answers with sums, deadlines and a budget of hours.

import { signal } from '@preact/signals';
import type { RowAnswer } from '../portfolio/answer.ts';
import { Drop, Reading } from './ledger_reading.tsx';
import {
  answers,
  cancel,
  filter,
  isRunning,
  isSaving,
  ledger,
  ledgerFailure,
  onlyOption,
  reading,
  save,
  summary,
} from './ledger_state.ts';
import { l } from './ledger_words.ts';
import { w, yenText } from './words.ts';

/** Rows of the table that are drawn at once. */
const DRAWN = 200;
/** Days ahead in which deadlines are listed. */
const DAYS_AHEAD = 90;

const sortBy = signal<'line' | 'best_net' | 'limitation_last_day' | 'debtor_id'>('line');
const drawn = signal(DRAWN);

const rowValue = (row: RowAnswer, name: string): string => String(('result' in row ? row.result?.[name] : null) ?? '');

/** What stands in the caller's cells of a row. */
function amountText(row: RowAnswer): string {
  const place = reading.value?.columns.find(({ field }) => field === 'amount')?.index;
  const line = row.line ?? null;
  return place === undefined || line === null ? '' : (ledger.value?.cells[line - 1]?.[place] ?? '');
}

function shownRows(): RowAnswer[] {
  const words = filter.value.trim().toLowerCase();
  const kept = answers.value.filter((row) => {
    if (onlyOption.value !== '' && rowValue(row, 'best') !== onlyOption.value) return false;
    return words === '' || `${row.id} ${row.debtor_id} ${rowValue(row, 'best_label')}`.toLowerCase().includes(words);
  });
  const by = sortBy.value;
  if (by === 'line') return kept;
  if (by === 'best_net') return kept.sort((a, b) => Number(rowValue(b, by)) - Number(rowValue(a, by)));
  const key = (row: RowAnswer): string => (by === 'debtor_id' ? String(row.debtor_id ?? '') : rowValue(row, by));
  return kept.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const Row = ({ row }: { row: RowAnswer }) =>
  'result' in row && row.result !== undefined ? (
    <tr>
      <td>{row.line ?? row.index + 1}</td>
      <td>{row.id}</td>
      <td>{row.debtor_id}</td>
      <td class="number">{amountText(row)}</td>
      <td>
        {rowValue(row, 'best_label')}
        {row.notes?.map(({ text }) => (
          <small key={text}>{text}</small>
        ))}
      </td>
      <td class="number">
        <data value={rowValue(row, 'best_net')}>{yenText(rowValue(row, 'best_net'))}</data>
      </td>
      <td>{rowValue(row, 'review_on')}</td>
      <td>{rowValue(row, 'limitation_last_day')}</td>
    </tr>
  ) : (
    <tr class="failed">
      <td>{row.line ?? row.index + 1}</td>
      <td>{row.id}</td>
      <td>{row.debtor_id}</td>
      <td class="number">{amountText(row)}</td>
      <td colSpan={4}>
        {'problem' in row
          ? [row.problem?.detail, ...(row.problem?.errors ?? []).map(({ detail }) => detail)].join(' ')
          : ''}
      </td>
    </tr>
  );

/** What all rows come to, option by option. */
function Sums() {
  const found = summary.value;
  if (found === null) return null;
  return (
    <section class="card wide sums" aria-label={l('sums')}>
      <h2>{l('sums')}</h2>
      <p class="sentence">{found.text}</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{l('option')}</th>
              <th scope="col">{l('count')}</th>
              <th scope="col">{l('face')}</th>
              <th scope="col">{w('expected')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(found.by_option).map(([id, { label, count, face, net_value }]) => (
              <tr key={id}>
                <th scope="row">
                  <button
                    type="button"
                    class="link"
                    aria-pressed={onlyOption.value === id}
                    onClick={() => {
                      onlyOption.value = onlyOption.value === id ? '' : id;
                    }}
                  >
                    {label}
                  </button>
                </th>
                <td class="number">{count}</td>
                <td class="number">{face === null ? '' : yenText(face)}</td>
                <td class="number">{net_value === null ? '' : yenText(net_value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.price_of_one_more_hour === null ? null : (
        <p>
          {l('one_more_hour')} {yenText(found.price_of_one_more_hour)}
        </p>
      )}
    </section>
  );
}

/** The sums of each debtor, largest first: whole yen of the answers added up. */
function ByDebtor() {
  const sums = new Map<string, { count: number; net: number }>();
  for (const row of answers.value) {
    if (row.debtor_id === null || !('result' in row)) continue;
    const known = sums.get(row.debtor_id) ?? { count: 0, net: 0 };
    sums.set(row.debtor_id, { count: known.count + 1, net: known.net + Number(rowValue(row, 'best_net')) });
  }
  if (sums.size === 0) return null;
  const largest = [...sums].sort(([, a], [, b]) => b.net - a.net).slice(0, 20);
  return (
    <details class="card by-debtor">
      <summary>
        {l('by_debtor')} ({sums.size})
      </summary>
      <ul>
        {largest.map(([debtor, { count, net }]) => (
          <li key={debtor}>
            {debtor}: {count} / {yenText(net)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The deadlines of the next days. */
function Soon() {
  const today = new Date();
  const last = new Date(today.getTime() + DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10);
  const from = today.toISOString().slice(0, 10);
  const soon = answers.value
    .map((row) => ({ row, on: rowValue(row, 'limitation_last_day') }))
    .filter(({ on }) => on !== '' && on >= from && on <= last)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return (
    <section class="card soon" aria-label={l('soon')}>
      <h2>
        {l('soon')} ({soon.length})
      </h2>
      <ul>
        {soon.slice(0, 20).map(({ row, on }) => (
          <li key={row.index}>
            <time>{on}</time> {row.id ?? row.line} {row.debtor_id}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The answers, as far as they have come. */
function Answers() {
  const rows = shownRows();
  const { rows: all = 0, unit = 1 } = reading.value ?? {};
  const done = answers.value.length;
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const heading = (by: typeof sortBy.value, text: string) => (
    <th scope="col" aria-sort={sortBy.value !== by ? 'none' : by === 'best_net' ? 'descending' : 'ascending'}>
      <button
        type="button"
        class="link"
        onClick={() => {
          sortBy.value = by;
        }}
      >
        {text}
      </button>
    </th>
  );
  return (
    <section class="card wide" aria-label={l('answers')}>
      <h2>{l('answers')}</h2>
      <p class="buttons" role="status">
        <progress max={all} value={done} aria-label={l('answers')} /> {done} / {all}
        {isRunning.value ? (
          <button type="button" onClick={cancel}>
            {l('cancel')}
          </button>
        ) : (
          <>
            <button type="button" disabled={isSaving.value} onClick={() => void save('xlsx', xlsx)}>
              {l('save')} .xlsx
            </button>
            <button type="button" disabled={isSaving.value} onClick={() => void save('csv', 'text/csv')}>
              {l('save')} .csv
            </button>
          </>
        )}
        <label>
          {l('filter')}{' '}
          <input
            value={filter.value}
            onInput={(event) => {
              filter.value = event.currentTarget.value;
            }}
          />
        </label>
      </p>
      <div class="scroll">
        <table class="rows">
          <thead>
            <tr>
              {heading('line', l('line'))}
              <th scope="col">{l('id')}</th>
              {heading('debtor_id', l('debtor_id'))}
              <th scope="col">
                {l('face')}
                {unit === 1 ? null : ` (×${unit})`}
              </th>
              <th scope="col">{w('first_step')}</th>
              {heading('best_net', w('expected'))}
              <th scope="col">{w('review')}</th>
              {heading('limitation_last_day', l('limitation'))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, drawn.value).map((row) => (
              <Row key={row.index} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > drawn.value ? (
        <button
          type="button"
          onClick={() => {
            drawn.value += DRAWN;
          }}
        >
          {l('more')} ({rows.length - drawn.value})
        </button>
      ) : null}
    </section>
  );
}

/** The view of a whole list. */
export function Ledger() {
  return (
    <div class="ledger">
      <Drop />
      {ledgerFailure.value === null ? null : (
        <p class="mistake" role="alert">
          {ledgerFailure.value}
        </p>
      )}
      <Reading />
      {answers.value.length === 0 && !isRunning.value ? null : (
        <>
          <Sums />
          <Soon />
          <ByDebtor />
          <Answers />
        </>
      )}
    </div>
  );
}
