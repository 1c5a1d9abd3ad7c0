// The sheet for the call: what was prepared about the talks on one page, and behind it an empty sheet on which every contact is recorded.

import type { Report } from '../report/answer.ts';
import { withLabels } from './catalogue.ts';
import { say, w, yenText } from './words.ts';

type Talks = NonNullable<Report['negotiation']>;

const TALK_WORDS = {
  opening: { ja: '最初の提示', en: 'name first' },
  target: { ja: '目標', en: 'aim for' },
  floor: { ja: '最低額', en: 'floor' },
  questions: { ja: '聞くこと', en: 'What to find out' },
  speak: { ja: '話し方', en: 'How to speak' },
  avoid: { ja: '避けること', en: 'avoid' },
  give: { ja: '譲れるもの', en: 'What may be given away' },
  ask: { ja: '代わりに求めるもの', en: 'What to ask for in return' },
  papers: { ja: '書面にするもの', en: 'What to have in writing' },
  stop: { ja: '話合いの終わり', en: 'When to stop' },
  record: { ja: '交渉の記録票', en: 'Record of contacts' },
} as const;

/** Headings of the record sheet: day and time, who on both sides, what was said, what was promised, what comes next. */
const RECORD_HEADINGS = [
  { ja: '日時・方法', en: 'Day, time, how' },
  { ja: '相手・当方の担当', en: 'Who (both sides)' },
  { ja: '話した内容', en: 'What was said' },
  { ja: '約束（額・日）', en: 'Promised (sum, day)' },
  { ja: '次にすること', en: 'Next' },
] as const;
const RECORD_ROWS = 9;

const TalkLines = ({ title, items }: { title: string; items: readonly string[] }) =>
  items.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{withLabels(item)}</li>
        ))}
      </ul>
    </>
  );

/** The sums to name, as far as there are any. */
const TalkSums = ({ talks }: { talks: Talks }) => (
  <p class="sums">
    {(['opening', 'target', 'floor'] as const).map((name) => (
      <span key={name}>
        {say(TALK_WORDS[name])} <b>{talks[name].amount === null ? '–' : yenText(talks[name].amount)}</b>{' '}
      </span>
    ))}
  </p>
);

/** What was prepared, for the screen and for paper. */
export const TalksContent = ({ talks }: { talks: Talks }) => (
  <>
    <p class="sentence">{talks.text}</p>
    <TalkSums talks={talks} />
    <TalkLines
      title={w('negotiation')}
      items={[talks.goal, talks.floor, talks.opening, ...talks.floor_by_month].map(({ text }) => text)}
    />
    <TalkLines title={say(TALK_WORDS.questions)} items={talks.questions.map(({ text }) => text)} />
    <TalkLines
      title={say(TALK_WORDS.speak)}
      items={talks.say.map(({ label, open, avoid }) => `${label}: ${open} (${say(TALK_WORDS.avoid)}: ${avoid})`)}
    />
    <TalkLines title={say(TALK_WORDS.give)} items={talks.concessions.map(({ text }) => text)} />
    <TalkLines title={say(TALK_WORDS.ask)} items={talks.ask_for.map(({ text }) => text)} />
    <TalkLines
      title={say(TALK_WORDS.papers)}
      items={talks.in_writing.map(({ text, citation }) => (citation === null ? text : `${text} [${citation}]`))}
    />
    <TalkLines title={say(TALK_WORDS.stop)} items={[talks.stop.text, ...talks.stop.answers]} />
  </>
);

/** Both sheets on paper. */
export const TalksSheets = ({ report: { negotiation, claim, meta } }: { report: Report }) => (
  <>
    {negotiation === undefined ? null : (
      <div class="sheet talks">
        <h1>{w('negotiation')}</h1>
        <p>
          {yenText(claim.principal)} / {claim.due_date} {meta.reference} / {w('as_of')} {meta.as_of}
        </p>
        <TalksContent talks={negotiation} />
      </div>
    )}
    <div class="sheet second">
      <h1>{say(TALK_WORDS.record)}</h1>
      <table class="record">
        <tbody>
          <tr>
            {RECORD_HEADINGS.map((heading) => (
              <th key={heading.en}>{say(heading)}</th>
            ))}
          </tr>
          {Array.from({ length: RECORD_ROWS }, (_, row) => (
            <tr key={row}>
              {RECORD_HEADINGS.map((heading) => (
                <td key={heading.en} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);
