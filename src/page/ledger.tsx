// A whole list: how it was read, doubts first, then the table of answers with sums, deadlines and a budget of hours.

import { signal } from '@preact/signals';
import type { RowAnswer } from '../portfolio/answer.ts';
import { catalogue } from './catalogue.ts';
import {
  answers,
  cancel,
  correct,
  corrections,
  hours,
  isRunning,
  isSaving,
  ledger,
  ledgerFailure,
  reading,
  run,
  save,
  summary,
  take,
} from './ledger_state.ts';
import { LEDGER_WORDS } from './ledger_words.ts';
import { say, w, yen } from './words.ts';

const l = (word: keyof typeof LEDGER_WORDS): string => say(LEDGER_WORDS[word]);

/** Rows of the table that are drawn at once. */
const DRAWN = 200;
/** Days ahead in which deadlines are listed. */
const DAYS_AHEAD = 90;

const filter = signal('');
const onlyOption = signal('');
const sortBy = signal<'line' | 'best_net' | 'limitation_last_day' | 'debtor_id'>('line');
const drawn = signal(DRAWN);

async function takeFile(file: File): Promise<void> {
  await take(file.name, new Uint8Array(await file.arrayBuffer()));
}

/** Where a list is dropped or pasted. */
function Drop() {
  return (
    <section
      class="drop"
      aria-label={l('drop')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) void takeFile(file);
      }}
    >
      <p>{l('drop')}</p>
      <label class="file">
        {l('choose')}{' '}
        <input
          type="file"
          accept=".xlsx,.csv,.tsv,.txt"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void takeFile(file);
          }}
        />
      </label>
      <label>
        {l('paste')}
        <textarea
          rows={2}
          onPaste={(event) => {
            const text = event.clipboardData?.getData('text') ?? '';
            if (text === '') return;
            event.preventDefault();
            void take(l('pasted'), new TextEncoder().encode(text));
          }}
        />
      </label>
      <p class="hint">{l('private')}</p>
    </section>
  );
}

/** Fields that a column may be read as. */
const columnFields = (): readonly (readonly [string, string])[] => [
  ['id', l('id')],
  ['debtor_id', l('debtor_id')],
  ...[...catalogue.value.values()]
    .filter(({ kind }) => kind !== 'list' && kind !== 'text')
    .map(({ name, label }) => [name, say(label)] as const),
];

/** How the columns were read, with doubts first. */
function Reading() {
  const read = reading.value;
  const from = ledger.value;
  if (read === null || from === null) return null;
  return (
    <section class="card wide reading" aria-label={l('reading')}>
      <h2>{l('reading')}</h2>
      <p>
        {from.name} ({from.origin}) {read.preset === null ? null : read.preset.name}: {read.rows}
        {l('rows')} / {l('left_out')} {read.left_out.count}
        {read.unit === 1 ? null : ` / ×${read.unit}`}
        {read.as_of === null ? null : ` / ${w('as_of')} ${read.as_of}`}
      </p>
      {from.sheets.length > 1 ? (
        <label>
          {l('sheet')}{' '}
          <select value={from.origin} onChange={(event) => void take(from.name, from.bytes, event.currentTarget.value)}>
            {from.sheets.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      ) : null}
      {read.missing.length > 0 ? (
        <p class="mistake" role="alert">
          {l('missing')}{' '}
          {read.missing
            .map((name) => catalogue.value.get(name))
            .map((field) => field && say(field.label))
            .join('、')}
        </p>
      ) : null}
      <ul class="doubts">
        {read.doubts.map(({ text, line }) => (
          <li key={`${line} ${text}`}>{text}</li>
        ))}
      </ul>
      <div class="scroll">
        <table class="columns">
          <thead>
            <tr>
              <th scope="col">{l('column')}</th>
              <th scope="col">{l('example')}</th>
              <th scope="col">{l('read_as')}</th>
            </tr>
          </thead>
          <tbody>
            {read.columns.map(({ index, header, field, doubt }) => (
              <tr key={index} class={doubt === null ? '' : 'doubtful'}>
                <th scope="row">{header}</th>
                <td>{from.cells[read.header_line]?.[index] ?? ''}</td>
                <td>
                  <select
                    aria-label={`${l('read_as')}: ${header}`}
                    value={corrections.value.get(index) ?? field ?? ''}
                    onChange={(event) => void correct(index, event.currentTarget.value)}
                  >
                    <option value="">{l('unused')}</option>
                    {columnFields().map(([name, label]) => (
                      <option key={name} value={name}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>
          {l('left_out')} ({read.left_out.count})
        </summary>
        <ul>
          {read.left_out.lines.map(({ line, why, text }) => (
            <li key={line}>
              {line}: {text} <small>{why}</small>
            </li>
          ))}
        </ul>
      </details>
      <p class="buttons">
        <label>
          {l('hours')}{' '}
          <input
            inputMode="decimal"
            size={6}
            value={hours.value}
            onInput={(event) => {
              hours.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="button" class="main" disabled={isRunning.value || read.missing.length > 0} onClick={run}>
          {l('run')}
        </button>
      </p>
    </section>
  );
}

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
        <data value={rowValue(row, 'best_net')}>{yen(rowValue(row, 'best_net'))}</data>
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
                <td class="number">{face === null ? '' : yen(face)}</td>
                <td class="number">{net_value === null ? '' : yen(net_value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.price_of_one_more_hour === null ? null : (
        <p>
          {l('one_more_hour')} {yen(found.price_of_one_more_hour)}
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
            {debtor}: {count} / {yen(net)}
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
  const all = reading.value?.rows ?? 0;
  const done = answers.value.length;
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const heading = (by: typeof sortBy.value, text: string) => (
    <th scope="col" aria-sort={sortBy.value === by ? 'ascending' : 'none'}>
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
              <th scope="col">{l('face')}</th>
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
