// The approval sheet: one A4 page with boxes for stamps and everything that a person needs who decides. It is laid out beside the screen at
// its width on paper, and its letters shrink until all of it fits.

import { computed, signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OptionAnswer, Report } from '../report/answer.ts';
import { Sources } from './answer.tsx';
import { withLabels } from './catalogue.ts';
import { Bars, openOptions } from './charts/bars.tsx';
import { Timeline } from './charts/timeline.tsx';
import { Waterfall } from './charts/waterfall.tsx';
import { TalksSheets } from './negotiation_sheet.tsx';
import { isStale, lang, pending, report } from './state.ts';
import { CALLS, percentText, say, w, yenText } from './words.ts';

const STAMPS = { ja: ['起案', '課長', '部長', '決裁'], en: ['Drafted', 'Section', 'Department', 'Approved'] } as const;

/** Names of the boxes for stamps that were changed by hand. */
const stampNames = signal<readonly (string | null)[]>([null, null, null, null]);
/** The subject as it was changed by hand. */
const subject = signal<string | null>(null);
const secondSheet = signal(false);
/** What is printed: the request for approval, or what was prepared for the talks. */
const printed = signal<'approval' | 'talks'>('approval');

/** Prints one of them, once the paper holds it. */
function printSheet(which: 'approval' | 'talks'): void {
  printed.value = which;
  addEventListener(
    'afterprint',
    () => {
      printed.value = 'approval';
    },
    { once: true },
  );
  requestAnimationFrame(() => print());
}

const stampName = (place: number): string => stampNames.value[place] ?? STAMPS[lang.value][place] ?? '';

const SHEET_WORDS = {
  title: { ja: '稟議書', en: 'Request for approval' },
  subject: { ja: '未収債権の回収方針について', en: 'Recovery of an unpaid invoice' },
  proposal: { ja: '提案', en: 'Proposal' },
  claim: { ja: '債権', en: 'Claim' },
  overdue: { ja: '日経過', en: ' days overdue' },
  due: { ja: '支払期日', en: 'due' },
  interest: { ja: '遅延損害金', en: 'late interest' },
  limitation: { ja: '時効の最終日', en: 'limitation' },
  more: { ja: 'ほか', en: 'and' },
  versions: { ja: '版', en: 'Versions' },
  model: { ja: 'モデル', en: 'model' },
  law: { ja: '法令', en: 'law' },
  numbers: { ja: '前提', en: 'assumptions' },
  input: { ja: '入力', en: 'input' },
  first: { ja: 'この承認で着手する手続', en: 'What this approval starts' },
  stamps: { ja: '押印欄の名前', en: 'Names of the stamp boxes' },
  unready: {
    ja: '計算中か、入力に誤りがあるため、まだ印刷できません。',
    en: 'Not ready to print: still computing, or a field has a mistake.',
  },
} as const;

/** Rows of bars, and closed options told on the sheet. */
const BARS = 7;
/** Letters are at most and at least so large, in points. */
const LARGEST = 9.5;
const READABLE = 7.25;
const SMALLEST = 5.5;
const STEP = 0.25;
/** What remains of A4 inside its margins, in millimetres; a hair is left for rounding. */
const PAPER = { width: 186, height: 271 };
const MM = 96 / 25.4;
/** Width of bars on paper, in pixels. */
const CHART = Math.floor(PAPER.width * MM * 0.17);

/** What is not computed yet would be missing on paper, and what answers another input would be stamped. */
const isUnready = computed(() => report.value === null || pending.value.length > 0 || isStale.value);

/** The panel on the screen from which the sheet is printed. */
export function PrintPanel() {
  return (
    <section class="card wide print-panel" aria-label={w('print')}>
      <h2>{w('print')}</h2>
      <p class="buttons">
        <label>
          {w('subject')}{' '}
          <input
            size={26}
            value={subject.value ?? say(SHEET_WORDS.subject)}
            onInput={(event) => {
              subject.value = event.currentTarget.value;
            }}
          />
        </label>
        <fieldset>
          <legend>{say(SHEET_WORDS.stamps)}</legend>
          {STAMPS.ja.map((name, place) => (
            <input
              key={name}
              size={8}
              aria-label={stampName(place)}
              value={stampName(place)}
              onInput={(event) => {
                const { value } = event.currentTarget;
                stampNames.value = stampNames.value.map((known, i) => (i === place ? value : known));
              }}
            />
          ))}
        </fieldset>
        <label>
          <input
            type="checkbox"
            checked={secondSheet.value}
            onChange={(event) => {
              secondSheet.value = event.currentTarget.checked;
            }}
          />{' '}
          {w('second_sheet')}
        </label>
        <button type="button" class="main" disabled={isUnready.value} onClick={() => printSheet('approval')}>
          {w('print')}
        </button>{' '}
        <button type="button" disabled={isUnready.value} onClick={() => printSheet('talks')}>
          {w('print_talks')}
        </button>
      </p>
    </section>
  );
}

const Stamps = () => (
  <table class="stamps">
    <tbody>
      <tr>
        {STAMPS.ja.map((name, place) => (
          <th key={name}>{stampName(place)}</th>
        ))}
      </tr>
      <tr>
        {STAMPS.ja.map((name) => (
          <td key={name} />
        ))}
      </tr>
    </tbody>
  </table>
);

/** What there is to approve, and who is paid. */
function Costs({ report }: { report: Report }) {
  const { approve, flows = [] } = report.recommendation.cash ?? {};
  if (approve === undefined) return null;
  const paid = [...new Set(flows.filter(({ kind }) => kind === 'external').map(({ label }) => label))];
  return (
    <div>
      <h2>{w('to_approve')}</h2>
      <table class="figures">
        <tbody>
          <tr>
            <th>{w('external')}</th>
            <td>{yenText(approve.external)}</td>
            <td>
              {w('at_most')} {yenText(approve.external_at_most)}
            </td>
          </tr>
          <tr>
            <th>{w('fees')}</th>
            <td>{yenText(approve.fees)}</td>
            <td />
          </tr>
          <tr>
            <th>{w('own_time')}</th>
            <td>{yenText(approve.own_time)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      {paid.length === 0 ? null : (
        <p>
          {w('payee')}: {w('external')} ({paid.join(lang.value === 'ja' ? '、' : ', ')})
        </p>
      )}
    </div>
  );
}

/** The steps of the plan as a table. */
const StepTable = ({ report }: { report: Report }) => (
  <table class="plan-table">
    <tbody>
      {(report.recommendation.plan ?? []).map(({ from, option, label, text, chance_reached }) => (
        <tr key={`${from} ${option}`}>
          <td>
            <time>{from}</time>
          </td>
          <th>{label}</th>
          <td class="number">{percentText(chance_reached)}</td>
          <td>{text}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Options that cannot be started, each with its first reason and article. */
const ClosedLines = ({ options }: { options: readonly OptionAnswer[] }) => (
  <p class="closed-lines">
    {options
      .filter(({ status }) => status !== 'open')
      .map(({ id, label, bars }) => {
        const [bar] = bars;
        return (
          <span key={id}>
            <b>{label}</b> <span class="why">{withLabels(bar?.text ?? '')}</span>
            {bar?.citation ? ` [${bar.citation}]` : ''}{' '}
          </span>
        );
      })}
  </p>
);

const Items = ({ title, items }: { title: string; items: readonly { readonly text: string }[] }) => (
  <div>
    <h2>{title}</h2>
    <ul>
      {items.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  </div>
);

function SheetContent({ report }: { report: Report }) {
  const { recommendation, options, claim, meta, disclaimer } = report;
  const [best] = openOptions(options);
  const [step] = recommendation.plan ?? [];
  return (
    <>
      <header>
        <div>
          <h1>{say(SHEET_WORDS.title)}</h1>
          <p class="subject">
            {w('subject')}: {subject.value ?? say(SHEET_WORDS.subject)}
            {meta.reference === null ? '' : ` (${meta.reference})`}
          </p>
          <p>
            {say(SHEET_WORDS.claim)}: {yenText(claim.principal)} / {say(SHEET_WORDS.due)} {claim.due_date} (
            {claim.overdue_days}
            {say(SHEET_WORDS.overdue)}) / {say(SHEET_WORDS.interest)} {yenText(claim.interest)} /{' '}
            {say(SHEET_WORDS.limitation)} {claim.limitation.last_day}
          </p>
        </div>
        <Stamps />
      </header>
      <h2>{say(SHEET_WORDS.proposal)}</h2>
      <p class="sentence">{recommendation.headline}</p>
      <p>
        {say(SHEET_WORDS.first)}: <b>{recommendation.label}</b> ({step?.from}) {step?.text} / {w('how_sure')}:{' '}
        {say(CALLS[recommendation.call])}
      </p>
      <div class="columns">
        <div>
          <h2>{w('options')}</h2>
          <Bars options={options} face={claim.principal} chosen={null} fixed={CHART} most={BARS} />
        </div>
        <div>
          <h2>
            {w('bridge')} ({best?.label})
          </h2>
          <Waterfall lines={best?.bridge ?? []} fixed={CHART} />
        </div>
      </div>
      <h2>{w('plan')}</h2>
      <Timeline
        steps={recommendation.plan ?? []}
        deadlines={recommendation.deadlines}
        fixed={Math.floor(PAPER.width * MM)}
      />
      <StepTable report={report} />
      <p>{recommendation.review}</p>
      <div class="columns">
        <Items title={w('reasons')} items={recommendation.reasons} />
        <Items title={w('risks')} items={recommendation.risks} />
      </div>
      <div class="columns">
        <Costs report={report} />
        <div>
          <h2>{w('deadlines')}</h2>
          <ul>
            {recommendation.deadlines.map(({ on, kind, text, citation }) => (
              <li key={`${on} ${kind}`}>
                <b>{on}</b> {text} {citation === null ? '' : `[${citation}]`}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <h2>{w('closed')}</h2>
      <ClosedLines options={options} />
      <footer>
        {w('as_of')} {meta.as_of} / {say(SHEET_WORDS.model)} {meta.model_version} / {say(SHEET_WORDS.law)}{' '}
        {meta.law_version} / {say(SHEET_WORDS.numbers)} {meta.assumptions_version} / {say(SHEET_WORDS.input)}{' '}
        {meta.input_hash} / {disclaimer}
      </footer>
    </>
  );
}

/** Lets letters shrink until the sheet fits; where they would become too small, closed options keep only their articles. */
function shrink(sheet: HTMLElement): void {
  const fits = (size: number): boolean => {
    sheet.style.setProperty('--letters', `${size}pt`);
    return sheet.scrollHeight <= PAPER.height * MM;
  };
  for (const [isBrief, least] of [
    [false, READABLE],
    [true, SMALLEST],
  ] as const) {
    sheet.classList.toggle('brief', isBrief);
    if (!fits(least)) continue;
    // Larger letters take more room, and every look lays the sheet out: half of the sizes that are left need none.
    let [fitting, most] = [0, Math.round((LARGEST - least) / STEP)];
    while (fitting < most) {
      const tried = Math.ceil((fitting + most) / 2);
      if (fits(least + tried * STEP)) fitting = tried;
      else most = tried - 1;
    }
    fits(least + fitting * STEP);
    return;
  }
}

/** The sheet; it is seen on paper only. A browser prints by itself, too, at any time: it then finds the whole sheet, or why there is none. */
export function ApprovalSheet() {
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (sheet.current !== null) shrink(sheet.current);
  });
  const { value: found } = report;
  if (found === null || isUnready.value)
    return (
      <div class="paper" aria-hidden="true">
        <p>{say(SHEET_WORDS.unready)}</p>
      </div>
    );
  if (printed.value === 'talks')
    return (
      <div class="paper" aria-hidden="true">
        <TalksSheets report={found} />
      </div>
    );
  return (
    <div class="paper" aria-hidden="true">
      <div class="sheet" ref={sheet}>
        <SheetContent report={found} />
      </div>
      {secondSheet.value ? (
        <div class="sheet second">
          <h1>{w('assumptions')}</h1>
          <Sources used={found.assumptions_used} />
        </div>
      ) : null}
    </div>
  );
}
