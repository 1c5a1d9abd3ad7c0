// The page: the form beside the answer, or a whole list; and what every page has: language, links, print, save.

import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { Answer, Headline } from './answer.tsx';
import { ApprovalSheet, PrintPanel } from './approval_sheet.tsx';
import { loadCatalogue } from './catalogue.ts';
import { DraftPaper, Drafts } from './drafts.tsx';
import { followDrafts, loadDocuments } from './drafts_state.ts';
import { Form } from './form.tsx';
import { Ledger } from './ledger.tsx';
import { forgetFile, takeFile } from './ledger_reading.tsx';
import { download, followLanguage } from './ledger_state.ts';
import { takeOwnCosts } from './own_costs.tsx';
import './page.css';
import { EXAMPLE_CASE, failure, isAnswered, isExample, lang, linkOf, report, startPage, typed } from './state.ts';
import { w } from './words.ts';

const view = signal<'one' | 'ledger'>('one');
/** The link that was copied last. */
const copied = signal('');
/** Whether the file that was chosen last holds neither a case nor a list. */
const isRefused = signal(false);

/** The page is also read from a file, where the service's other pages are not there. */
const isServed = location.protocol.startsWith('http');

async function copyLink(): Promise<void> {
  const link = linkOf();
  try {
    await navigator.clipboard.writeText(`${location.href.split('#')[0]}${link}`);
    copied.value = link;
  } catch {
    // Without the right to write to the clipboard the link stands in the address.
    location.hash = link;
  }
}

const saveCase = (): void =>
  download('kaishu-case.json', JSON.stringify({ lang: lang.value, ...typed.value }, null, 1), 'application/json');

/** A saved case, or the body of a request, by flat names as they are typed. */
const flatCase = (read: object): [string, string][] =>
  Object.entries(read).flatMap(([name, value]): [string, string][] => {
    if (value === null) return [];
    if (typeof value !== 'object') return [[name, String(value)]];
    if (Array.isArray(value)) return [[name, JSON.stringify(value)]];
    return Object.entries(value).map(([member, inner]) => [
      `${name}.${member}`,
      typeof inner === 'object' ? JSON.stringify(inner) : String(inner),
    ]);
  });

/** What a file of JSON holds: a saved case, a list of claims, or neither. */
function kindOf(text: string): { readonly kind: 'case'; readonly read: object } | { readonly kind: 'list' } | null {
  try {
    const read: unknown = JSON.parse(text);
    if (Array.isArray(read)) return typeof read[0] === 'object' ? { kind: 'list' } : null;
    return typeof read === 'object' && read !== null ? { kind: 'case', read } : null;
  } catch {
    return null;
  }
}

/** Opens a saved case; a list is shown as one, and so is every file that is no JSON. */
async function openFile(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  const found = /\.json$/i.test(file.name) ? kindOf(await file.text()) : ({ kind: 'list' } as const);
  isRefused.value = found === null;
  if (found?.kind === 'list') {
    view.value = 'ledger';
    await takeFile(file);
  } else if (found?.kind === 'case') {
    const { lang: spoken, ...fields } = found.read as Record<string, unknown>;
    if (spoken === 'ja' || spoken === 'en') lang.value = spoken;
    typed.value = Object.fromEntries(flatCase(fields));
  }
}

/** A file that misses the place for it would take the page away. */
function followDrops(): void {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    void openFile(event.dataTransfer?.files[0]);
  });
  effect(() => {
    void typed.value;
    isRefused.value = false;
  });
}

const Tab = ({ name }: { name: 'one' | 'ledger' }) => (
  <button
    type="button"
    aria-pressed={view.value === name}
    onClick={() => {
      view.value = name;
    }}
  >
    {w(name)}
  </button>
);

const Header = () => (
  <header class="top">
    <h1>
      kaishu <span lang="ja">回収</span>
    </h1>
    <p class="purpose">{w('purpose')}</p>
    <nav aria-label="kaishu">
      <Tab name="one" />
      <Tab name="ledger" />
      {isServed ? (
        <>
          <a href={`/sheets/?lang=${lang.value}`}>{w('sheets')}</a>
          <a href="/docs">{w('docs')}</a>
          <a href="/openapi.json">{w('openapi')}</a>
          <a href="/kaishu.html" download="kaishu.html">
            {w('keep')}
          </a>
        </>
      ) : null}
      <button
        type="button"
        lang={lang.value === 'ja' ? 'en' : 'ja'}
        onClick={() => {
          lang.value = lang.value === 'ja' ? 'en' : 'ja';
        }}
      >
        {w('other_lang')}
      </button>
    </nav>
  </header>
);

const CaseButtons = () => (
  <p class="buttons case">
    {isExample.value ? <span class="hint">{w('example')}</span> : null}
    <button
      type="button"
      onClick={() => {
        typed.value = EXAMPLE_CASE;
      }}
    >
      {w('reset')}
    </button>
    <button type="button" onClick={() => void copyLink()}>
      {copied.value === linkOf() ? w('copied') : w('copy_link')}
    </button>
    <button type="button" onClick={saveCase}>
      {w('save')}
    </button>
    <label class="file">
      {w('open')}{' '}
      <input
        type="file"
        accept=".json,.xlsx,.csv,.tsv,.txt"
        onClick={forgetFile}
        onChange={(event) => void openFile(event.currentTarget.files?.[0])}
      />
    </label>
  </p>
);

function Page() {
  const found = report.value;
  return (
    <>
      <div class={view.value === 'ledger' ? 'listing' : 'screen'}>
        <Header />
        {view.value === 'ledger' ? (
          <main>
            <Ledger />
          </main>
        ) : (
          <main class="one">
            {found !== null ? (
              <Headline report={found} />
            ) : isAnswered.value ? null : (
              <p class="waiting">{w('computing')}</p>
            )}
            <div class="side">
              <CaseButtons />
              <Form />
            </div>
            <div class="result">
              {isRefused.value || failure.value !== null ? (
                <p class="mistake" role="alert">
                  {isRefused.value ? w('unopened') : failure.value}
                </p>
              ) : null}
              {found === null ? null : (
                <>
                  <Answer report={found} />
                  <Drafts />
                  <PrintPanel />
                </>
              )}
            </div>
          </main>
        )}
      </div>
      {view.value === 'one' ? <ApprovalSheet /> : null}
      <DraftPaper />
    </>
  );
}

takeOwnCosts();
startPage();
followDrops();
followDrafts();
followLanguage();
effect(() => {
  // What fills the form waits for the first answer, which it would delay.
  if (isAnswered.value) void loadCatalogue().then(loadDocuments);
});
const holder = document.getElementById('page');
if (holder !== null) render(<Page />, holder);
