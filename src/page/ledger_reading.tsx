// A list as it was dropped or pasted, and how its columns were read: doubts first, every column to be corrected by hand.

import { fieldCatalogue } from './catalogue.ts';
import {
  correct,
  corrections,
  type DroppedLedger,
  hours,
  isRunning,
  ledger,
  reading,
  run,
  type TableReading,
  take,
} from './ledger_state.ts';
import { l } from './ledger_words.ts';
import { lang } from './state.ts';
import { say, w } from './words.ts';

/** Takes a file as the list. */
export async function takeFile(file: File): Promise<void> {
  await take(file.name, new Uint8Array(await file.arrayBuffer()));
}

/** Forgets the file of a chooser that is opened, because the same file chosen again would be no change, however it was changed. */
export function forgetFile({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void {
  currentTarget.value = '';
}

/** Where a list is dropped or pasted. */
export function Drop() {
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
          accept=".xlsx,.csv,.tsv,.txt,.json,.ndjson"
          onClick={forgetFile}
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
  ...[...fieldCatalogue.value.values()]
    .filter(({ kind }) => kind !== 'list' && kind !== 'text')
    .map(({ name, label }) => [name, say(label)] as const),
];

/** The columns with what they are read as, to be corrected by hand. */
const Columns = ({ read, from }: { read: TableReading; from: DroppedLedger }) => (
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
);

/** How the columns were read, with doubts first. */
export function Reading() {
  const read = reading.value;
  const from = ledger.value;
  if (read === null || from === null) return null;
  return (
    <section class="card wide reading" aria-label={l('reading')}>
      <h2>{l('reading')}</h2>
      <p>
        {from.name} ({from.origin}){read.preset === null ? null : ` ${read.preset.name}`}: {read.rows}
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
            .map((name) => fieldCatalogue.value.get(name))
            .map((field) => field && say(field.label))
            .join(lang.value === 'ja' ? '、' : ', ')}
        </p>
      ) : null}
      <ul class="doubts">
        {read.doubts.map(({ text, line }) => (
          <li key={`${line} ${text}`}>{text}</li>
        ))}
      </ul>
      <Columns read={read} from={from} />
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
