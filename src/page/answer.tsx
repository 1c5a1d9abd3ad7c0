// The answer: one sentence, the next step and deadline, all options, the figures of the option chosen, the plan, and why.

import { signal } from '@preact/signals';
import type { OptionAnswer, Report } from '../report/answer.ts';
import { BRIDGE_WORDS } from './bridge_words.ts';
import { withLabels } from './catalogue.ts';
import { Bars, openOptions } from './charts/bars.tsx';
import { Distribution, Shares } from './charts/distribution.tsx';
import { Timeline } from './charts/timeline.tsx';
import { Tornado } from './charts/tornado.tsx';
import { Waterfall } from './charts/waterfall.tsx';
import { documentLabel } from './drafts_state.ts';
import { TalksContent } from './negotiation_sheet.tsx';
import { chosen, isStale, lang, pending, typed, write } from './state.ts';
import { WinnersMap } from './winners_map.tsx';
import { CALLS, CERTAINTY_WORDS, percentText, say, w, yenText } from './words.ts';

/** The option that is looked at. */
function optionShown({ options, recommendation }: Report): OptionAnswer | undefined {
  const open = openOptions(options);
  return open.find(({ id }) => id === chosen.value) ?? open.find(({ id }) => id === recommendation.option);
}

/** The day so many days ago would be valued anew: a link brings an old day back. */
const isOldDay = (as_of: string): boolean =>
  typed.value.as_of !== undefined && Date.parse(as_of) < Date.now() - 2 * 86_400_000;

/** The largest things of the page: the sentence, how sure, the next step and the next deadline. */
export function Headline({ report }: { report: Report }) {
  const { recommendation, meta, uncertainty } = report;
  const [step] = recommendation.plan ?? [];
  const [deadline] = recommendation.deadlines;
  return (
    <section class="headline" aria-label={w('answer')}>
      {isStale.value ? <p class="mistake stale">{w('stale')}</p> : null}
      <p class="sentence">{recommendation.headline}</p>
      <dl class="facts">
        <div class="first-step">
          <dt>{w('first_step')}</dt>
          <dd>
            <strong>{recommendation.label}</strong> <time>{step?.from}</time>
            <span class="do">{step?.text}</span>
          </dd>
        </div>
        <div>
          <dt>{w('expected')}</dt>
          <dd>
            <data class="net" value={recommendation.net_value}>
              {yenText(recommendation.net_value)}
            </data>
          </dd>
        </div>
        <div>
          <dt>{w('how_sure')}</dt>
          <dd>
            <strong>{say(CALLS[recommendation.call])}</strong> {recommendation.family_label}
            <span class="do">{uncertainty?.text ?? ' '}</span>
          </dd>
        </div>
        <div>
          <dt>{w('next_deadline')}</dt>
          <dd>
            <strong>
              <time>{deadline?.on ?? '–'}</time>
            </strong>
            <span class="do">{deadline?.text}</span>
          </dd>
        </div>
      </dl>
      <p class="day">
        {w('as_of')} {meta.as_of} / {recommendation.review}
        {isOldDay(meta.as_of) ? (
          <button type="button" onClick={() => write('as_of', '')}>
            {w('today')}
          </button>
        ) : null}
        {pending.value.length > 0 ? <progress aria-label={w('computing')} /> : <span class="ready" />}
      </p>
    </section>
  );
}

/** Why options are closed, and what would open them. */
function Closed({ options, status }: { options: readonly OptionAnswer[]; status: 'barred' | 'needs_terms' }) {
  const shown = options.filter((option) => option.status === status);
  if (shown.length === 0) return null;
  return (
    <details class="closed" open={status === 'needs_terms'}>
      <summary>
        {w(status === 'barred' ? 'closed' : 'needs')} ({shown.length})
      </summary>
      <ul>
        {shown.map(({ id, label, bars }) => (
          <li key={id} data-option={id}>
            <strong>{label}</strong>
            {bars.map(({ code, text, citation, opens_if }) => (
              <p key={code}>
                {withLabels(text)} {citation === null ? null : <cite>{citation}</cite>}
                <span class="opens">
                  {w('opens_if')}: {withLabels(opens_if)}
                </span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

const openedStep = signal<string | null>(null);

/** Where a line of the bridge comes from. */
function Origin({ step, report }: { step: string; report: Report }) {
  const words = BRIDGE_WORDS[step];
  if (words === undefined) return null;
  const behind = report.assumptions_used.filter(({ id }) =>
    words.assumptions.some((path) => id === path || id.startsWith(`${path}.`)),
  );
  return (
    <div class="origin" role="note">
      <p>
        <strong>{w('formula')}</strong> {say(words.formula)}
      </p>
      {behind.length === 0 ? null : <Sources used={behind} />}
    </div>
  );
}

/** Assumptions with their sources. */
export const Sources = ({ used }: { used: Report['assumptions_used'] }) => (
  <ul class="sources">
    {used.map(({ id, value, source, certainty }) => (
      <li key={id}>
        <code>{id}</code> {value} <span class={`certainty ${certainty}`}>{say(CERTAINTY_WORDS[certainty])}</span>{' '}
        {source}
      </li>
    ))}
  </ul>
);

/** The figures of one option. */
function OptionFigures({ option, report }: { option: OptionAnswer; report: Report }) {
  const toggle = (step: string): void => {
    openedStep.value = openedStep.value === step ? null : step;
  };
  return (
    <>
      <section class="card" aria-label={w('bridge')}>
        <h2>
          {w('bridge')} <span class="of">{option.label}</span>
        </h2>
        <p class="hint">{w('bridge_hint')}</p>
        <Waterfall lines={option.bridge ?? []} opened={openedStep.value} open={toggle} />
        {openedStep.value === null ? null : <Origin step={openedStep.value} report={report} />}
        {option.why_not === undefined ? null : <p>{option.why_not.text}</p>}
        {option.tie_note === undefined ? null : <p>{option.tie_note}</p>}
      </section>
      <section class="card outcomes" aria-label={w('outcomes')}>
        <h2>
          {w('outcomes')} <span class="of">{option.label}</span>
        </h2>
        {option.outcomes === undefined ? (
          <p class="waiting">{w('computing')}</p>
        ) : (
          <>
            <Shares outcomes={option.outcomes} />
            <Distribution outcomes={option.outcomes} net_value={option.net_value ?? '0'} />
          </>
        )}
        <p>
          {w('to_cash')} {option.months_to_cash ?? '–'}
          {w('months')} / {w('own_time')} {option.effort_hours ?? '–'}
          {w('hours')}
        </p>
      </section>
      <Plan option={option} report={report} />
    </>
  );
}

/** The plan that begins with an option. */
function Plan({ option, report }: { option: OptionAnswer; report: Report }) {
  const { recommendation } = report;
  const steps = option.id === recommendation.option ? recommendation.plan : option.plan;
  return (
    <section class="card wide" aria-label={w('plan')}>
      <h2>
        {w('plan')} <span class="of">{option.label}</span>
      </h2>
      <p class="hint">{w('plan_hint')}</p>
      <Timeline steps={steps ?? []} deadlines={recommendation.deadlines} />
      <ol class="steps">
        {(steps ?? []).map(({ from, option: id, label, text, until, chance_reached, sell_above, documents }) => (
          <li key={`${from} ${id}`}>
            <time>{from}</time> <strong>{label}</strong> <span class="chance">{percentText(chance_reached)}</span>{' '}
            <span class="above">
              {w('cash_above')} {yenText(sell_above)}
            </span>
            <p>
              {text} <em>{until}</em>
              {documents.length === 0 ? null : (
                <span class="papers">
                  {' '}
                  {w('papers')}: {documents.map(documentLabel).join(lang.value === 'ja' ? '、' : ', ')}
                </span>
              )}
            </p>
          </li>
        ))}
      </ol>
      <h3>{w('deadlines')}</h3>
      <ul class="deadlines">
        {recommendation.deadlines.map(({ on, kind, text, citation }) => (
          <li key={`${on} ${kind}`}>
            <time>{on}</time> {text} {citation === null ? null : <cite>{citation}</cite>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const List = ({ title, items }: { title: string; items: readonly { readonly text: string }[] }) =>
  items.length === 0 ? null : (
    <section class="card">
      <h2>{title}</h2>
      <ul>
        {items.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );

/** What would change the answer. */
function Changes({ report }: { report: Report }) {
  const { sensitivity, information, options, recommendation } = report;
  const notes = options.flatMap(({ label, break_even_notes = [] }) =>
    break_even_notes.map((note) => ({ text: `${label}: ${note}` })),
  );
  return (
    <>
      <section class="card wide changes" aria-label={w('changes')}>
        <h2>{w('changes')}</h2>
        <p class="hint">{w('changes_hint')}</p>
        {sensitivity === null ? (
          <p class="waiting">{w('computing')}</p>
        ) : (
          <Tornado moved={sensitivity} base={Number(recommendation.net_value)} />
        )}
      </section>
      <WinnersMap report={report} />
      <List title={w('break_even')} items={notes} />
      <List title={w('information')} items={information?.signals ?? []} />
      {report.negotiation === undefined ? null : (
        <section class="card wide" aria-label={w('negotiation')}>
          <details>
            <summary>{w('negotiation')}</summary>
            <TalksContent talks={report.negotiation} />
          </details>
        </section>
      )}
    </>
  );
}

/** The whole answer to one invoice. */
export function Answer({ report }: { report: Report }) {
  const shown = optionShown(report);
  const { recommendation, options, claim, warnings, not_modelled, assumptions_used, disclaimer, meta } = report;
  return (
    <div class="answer">
      <section class="card wide" aria-label={w('options')}>
        <h2>{w('options')}</h2>
        <p class="hint">{w('options_hint')}</p>
        <Bars
          options={options}
          face={claim.principal}
          chosen={shown?.id ?? null}
          choose={(id) => {
            chosen.value = id;
          }}
        />
        <Closed options={options} status="needs_terms" />
        <Closed options={options} status="barred" />
      </section>
      {shown === undefined ? null : <OptionFigures option={shown} report={report} />}
      <List title={w('reasons')} items={recommendation.reasons} />
      <List title={w('risks')} items={recommendation.risks} />
      <Changes report={report} />
      <List title={w('warnings')} items={warnings} />
      <List title={w('left_out')} items={not_modelled.map((text) => ({ text: withLabels(text) }))} />
      <section class="card wide">
        <details>
          <summary>
            {w('assumptions')} ({assumptions_used.length})
          </summary>
          <Sources used={assumptions_used} />
        </details>
      </section>
      <p class="versions">
        {disclaimer} {meta.model_version} / {meta.law_version} / {meta.assumptions_version} / {meta.input_hash}
      </p>
    </div>
  );
}
