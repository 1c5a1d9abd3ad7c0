// A whole list: how it was read, doubts first, then the table of answers with sums, deadlines and a budget of hours.

import { signal } from '@preact/signals';
import type { RowAnswer } from '../portfolio/answer.ts';
import { grouped } from '../values/text.ts';
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

const sortBy = signal<'line' | 'best_net' | 'limitation_last_day' | 'debtor_id'>('line');
const drawn = signal(DRAWN);

const rowValue = (row: RowAnswer, name: string): string => String(('result' in row ? row.result?.[name] : null) ?? '');

/** What stands in a cell of a row. */
const cellOf = (line: number | null | undefined, place: number | null | undefined): string =>
  typeof line === 'number' && typeof place === 'number' ? (ledger.value?.cells[line - 1]?.[place] ?? '').trim() : '';

/** The amount as it stands in the list, with its thousands apart. */
function amountText({ line }: RowAnswer): string {
  const text = cellOf(line, reading.value?.columns.find(({ field }) => field === 'amount')?.index);
  return /^\d+$/.test(text) ? grouped(text) : text;
}

/** A line of the list, and the code of who owes on it. */
interface Owing {
  readonly line?: number | null | undefined;
  readonly debtor_id: string | null;
}

/** Who owes: the code that tells debtors apart, and the name beside it. */
const debtorText = ({ line, debtor_id }: Owing): string =>
  [debtor_id ?? '', cellOf(line, reading.value?.name_column)].filter((part) => part !== '').join(' ');

/** What is to be known of a row; what is doubtful about the whole list stands above it and is not told again on its first row. */
function notesOf({ notes = [] }: RowAnswer): NonNullable<RowAnswer['notes']> {
  const { doubts = [] } = reading.value ?? {};
  return notes.filter(({ text }) => doubts.every((told) => told.text !== text));
}

function shownRows(): RowAnswer[] {
  const words = filter.value.trim().toLowerCase();
  const kept = answers.value.filter((row) => {
    if (onlyOption.value !== '' && rowValue(row, 'best') !== onlyOption.value) return false;
    return words === '' || `${row.id} ${debtorText(row)} ${rowValue(row, 'best_label')}`.toLowerCase().includes(words);
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
      <td>{debtorText(row)}</td>
      <td class="number">{amountText(row)}</td>
      <td>
        {rowValue(row, 'best_label')}
        {notesOf(row).map(({ text }) => (
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
      <td>{debtorText(row)}</td>
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
  const sums = new Map<string, { name: string; count: number; net: number }>();
  for (const row of answers.value) {
    if (row.debtor_id === null || !('result' in row)) continue;
    const known = sums.get(row.debtor_id) ?? { name: debtorText(row), count: 0, net: 0 };
    const net = known.net + Number(rowValue(row, 'best_net'));
    sums.set(row.debtor_id, { name: known.name, count: known.count + 1, net });
  }
  if (sums.size === 0) return null;
  const largest = [...sums.values()].sort((a, b) => b.net - a.net).slice(0, 20);
  return (
    <details class="card by-debtor">
      <summary>
        {l('by_debtor')} ({sums.size})
      </summary>
      <ul>
        {largest.map(({ name, count, net }) => (
          <li key={name}>
            {name}: {count}
            {l('rows')} / {yenText(net)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The deadlines of the next days, of every kind. */
function Soon() {
  const found = summary.value;
  if (found === null) return null;
  return (
    <section class="card soon" aria-label={l('soon')}>
      <h2>
        {l('soon')} ({found.deadline_count})
      </h2>
      <ul>
        {found.deadlines.slice(0, 20).map((one) => (
          <li key={`${one.index} ${one.kind} ${one.on}`}>
            <time>{one.on}</time> {one.id ?? one.line} {debtorText(one)}
            <small>
              {one.text} {one.citation}
            </small>
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
