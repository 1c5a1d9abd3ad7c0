// Drafts of letters, agreements and applications: for the recommended step and for any other, with the names typed here.

import { signal } from '@preact/signals';
import type { WrittenParagraph } from '../documents/draft_answer.ts';
import {
  chosenKind,
  documentCatalogue,
  documentDays,
  documentLabel,
  draft,
  draftAsText,
  draftRefused,
  draftsOpen,
  filledParagraphs,
  names,
  neededKinds,
  saveDraft,
  sheetCount,
  shownKind,
} from './drafts_state.ts';
import { lang } from './state.ts';
import { say, type Word, w } from './words.ts';

/** The draft that was copied last, with the names that were typed then. */
const copiedDraft = signal<object | null>(null);

async function copyDraft(): Promise<void> {
  const { value } = draft;
  try {
    await navigator.clipboard.writeText(await draftAsText());
    copiedDraft.value = value;
  } catch {
    // Without the right to write to the clipboard the text can still be saved.
    copiedDraft.value = null;
  }
}

/** Prints the draft alone, without the approval sheet. */
function printDraft(): void {
  document.body.classList.add('print-draft');
  print();
  document.body.classList.remove('print-draft');
}

const Paragraph = ({ one: { style, text, rows } }: { one: WrittenParagraph }) => {
  if (rows === undefined) return style === 'title' ? <h3>{text}</h3> : <p class={`draft-${style}`}>{text}</p>;
  return (
    <table class="draft-table">
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            {row.map((cell, j) => (
              <td key={j}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Words = () => (
  <>
    {filledParagraphs().map((one, i) => (
      <Paragraph key={i} one={one} />
    ))}
  </>
);

/** A day that a document asks for. */
const DayInput = ({ name }: { name: 'pay_by' | 'opened_on' }) => (
  <label>
    {w(name)}{' '}
    <input
      type="date"
      value={documentDays.value[name] ?? ''}
      onInput={(event) => {
        const { [name]: _, ...others } = documentDays.value;
        const { value } = event.currentTarget;
        documentDays.value = value === '' ? others : { ...others, [name]: value };
      }}
    />
  </label>
);

/** The blanks of the draft, to be typed in. */
const Names = () => (
  <div class="names">
    {(draft.value?.placeholders ?? []).map(({ name, label }) => (
      <label key={name}>
        {label}{' '}
        <input
          autocomplete="off"
          name={name}
          value={names.value[name] ?? ''}
          onInput={(event) => {
            names.value = { ...names.value, [name]: event.currentTarget.value };
            copiedDraft.value = null;
          }}
        />
      </label>
    ))}
  </div>
);

const Action = ({ word, act }: { word: Word; act: () => void }) => (
  <button type="button" onClick={act}>
    {w(word)}
  </button>
);

/** The draft with its blanks and what can be done with it. */
function OpenDraft() {
  const { value } = draft;
  if (value === null)
    return (
      <div class="refused" role="status">
        <ul>
          {draftRefused.value.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <>
      <p class="hint">{w('names_hint')}</p>
      <Names />
      <article class="draft-words" lang={value.lang}>
        <Words />
      </article>
      {sheetCount.value === null ? null : (
        <p class="sheets">
          {w('certified_sheets')} {sheetCount.value}
        </p>
      )}
      <p class="buttons">
        <Action word={copiedDraft.value === value ? 'copied' : 'copy_draft'} act={() => void copyDraft()} />
        <Action word="print_draft" act={printDraft} />
        <Action word="save_txt" act={() => void saveDraft('txt')} />
        <Action word="save_docx" act={() => void saveDraft('docx')} />
      </p>
      <ul class="hint">
        {value.notes.map(({ text, articles }) => (
          <li key={text}>
            {text} {articles.length === 0 ? null : <cite>{articles.join(lang.value === 'ja' ? '、' : ', ')}</cite>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The panel of drafts; nothing is asked for before it is opened. */
export function Drafts() {
  const kind = shownKind();
  const entry = documentCatalogue.value.find((one) => one.kind === kind);
  const needed = neededKinds();
  return (
    <section class="card wide drafts" aria-label={w('drafts')}>
      <details
        open={draftsOpen.value}
        onToggle={(event) => {
          draftsOpen.value = event.currentTarget.open;
        }}
      >
        <summary>
          {w('drafts')} <span class="of">{needed.map(documentLabel).join(lang.value === 'ja' ? '、' : ', ')}</span>
        </summary>
        <p class="buttons">
          <label>
            {w('document')}{' '}
            <select
              value={kind}
              onChange={(event) => {
                chosenKind.value = event.currentTarget.value;
              }}
            >
              {documentCatalogue.value.map((one) => (
                <option key={one.kind} value={one.kind}>
                  {say(one.label)}
                </option>
              ))}
            </select>
          </label>
          <DayInput name="pay_by" />
          {entry?.needs.includes('opened_on') ? <DayInput name="opened_on" /> : null}
        </p>
        <p class="hint">{entry === undefined ? null : say(entry.description)}</p>
        <OpenDraft />
      </details>
    </section>
  );
}

/** The draft on paper. */
export const DraftPaper = () =>
  draft.value === null ? null : (
    <div class="paper draft" aria-hidden="true" lang={draft.value.lang}>
      <Words />
    </div>
  );
