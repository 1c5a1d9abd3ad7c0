// The one sentence that a manager can forward: what to do first, what it is worth, how it can turn out, and how clear that is.

import type { OpenOption } from '../decision/programme/decide.ts';
import type { Spread } from '../decision/programme/spread.ts';
import { FAMILIES } from '../options/option.ts';
import { type Phrase, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { ReportContext } from './context.ts';

type Subject = Pick<ReportContext, 'decision' | 'best'>;

/** An expected value below this, and below this share of the claim, is next to nothing. A judgement. */
const NEXT_TO_NOTHING_YEN = 5_000;
const NEXT_TO_NOTHING_SHARE = 0.2;

/** A debtor who pays in full with at least this chance is not hopeless, whatever losing its custom would cost. A judgement. */
const LIKELY = 0.5;

/** Outcomes this close to one another, as a share of their mean, are one. A judgement. */
const CERTAIN_SHARE = 0.001;

/** Outcomes fall into two humps when the middle holds less than this and either end at least that. A judgement. */
const MIDDLE_MAX = 0.25;
const HUMP_MIN = 0.1;

/** The chances of the three ways in which a claim ends. */
function endings({ chance_paid_in_full: full, chance_of_nothing: nothing }: Spread) {
  return { full, nothing, part: Math.max(0, 1 - full - nothing) };
}

/** Whether two percentiles say little about the outcomes: these fall into two humps, or the mean lies outside the percentiles. */
function isTwoHumped(value: number, spread: Spread): boolean {
  const { full, nothing, part } = endings(spread);
  const isOutside = value < Math.floor(spread.p10) || value > Math.ceil(spread.p90);
  return isOutside || (part < MIDDLE_MAX && full >= HUMP_MIN && nothing >= HUMP_MIN);
}

/** How an option can turn out, in brackets: nothing where it is certain, else four chances or two percentiles, whichever tells more. */
function spreadText({ value, spread }: OpenOption): Sentence {
  const { p10, p90, chance_of_loss } = spread;
  const { full, nothing, part } = endings(spread);
  if (Math.max(p90, value) - Math.min(p10, value) <= CERTAIN_SHARE * Math.abs(value)) return SILENT;
  const percent = (chance: number) => ({ percent: Math.min(1, Math.max(0, chance)) });
  if (isTwoHumped(value, spread))
    return phrase(
      { full: percent(full), part: percent(part), nothing: percent(nothing), loss: percent(chance_of_loss) },
      {
        ja: '（全額を回収できる確率{full}、一部だけ{part}、1円も回収できない確率{nothing}。費用が入金を上回る確率{loss}）',
        en: ' (chance of recovering the whole {full}, a part {part}, nothing at all {nothing}; chance that costs exceed receipts {loss})',
      },
    );
  return phrase(
    { p10: { yen: p10 }, p90: { yen: p90 } },
    {
      ja: '（10回に1回は{p10}以下、10回に1回は{p90}以上）',
      en: ' (one time in ten {p10} or less, one time in ten {p90} or more)',
    },
  );
}

/** The first option by its name, its expected value and how it can turn out. */
const headlineFacts = (entry: OpenOption) => ({
  label: entry.option.label,
  value: { yen: entry.value },
  spread: spreadText(entry),
});

/** The headline of a decision. */
export function headline(subject: Subject): Sentence {
  const { decision, best } = subject;
  const [, second] = decision.open;
  const facts = headlineFacts(best);
  const isHopeless =
    best.value < NEXT_TO_NOTHING_YEN &&
    best.value < NEXT_TO_NOTHING_SHARE * decision.situation.facts.principal &&
    best.spread.chance_paid_in_full < LIKELY;
  if (isHopeless) return hopelessHeadline(best);
  if (!second)
    return phrase(facts, {
      ja: '取れる手段は「{label}」だけです。期待額は{value}です{spread}。',
      en: 'The only step available is "{label}": expected value {value}{spread}.',
    });
  if (best.spread.certainty_equivalent !== null) return averseHeadline(subject, best.spread.certainty_equivalent);
  const tied = tiedClause(subject);
  if (tied !== null)
    return phrase(
      { ...facts, tied },
      {
        ja: 'まず「{label}」を勧めます。期待額は{value}です{spread}。{tied}',
        en: 'Start with "{label}": expected value {value}{spread}. {tied}',
      },
    );
  return phrase(
    { ...facts, second: second.option.label, gap: { yen: best.value - second.value } },
    {
      ja: '「{label}」が最も有利です。期待額は{value}で{spread}、次善の「{second}」より{gap}多くなります。',
      en: '"{label}" is best: expected value {value}{spread}, which is {gap} more than the next best, "{second}".',
    },
  );
}

/** Where next to nothing is left, differences between the options say nothing. */
const hopelessHeadline = ({ option, value }: OpenOption): Sentence =>
  phrase(
    { label: option.label, value: { yen: value } },
    {
      ja: 'ほとんど回収できません。最も有利な「{label}」でも、期待額は{value}です。',
      en: 'Next to nothing can be recovered: even "{label}", the best option, has an expected value of {value}.',
    },
  );

/** What is said of the option that is tied with the first: one of another family, else one of its own; null without any. */
function tiedClause({ decision, best }: Subject): Phrase | null {
  const { call, step_call } = decision.clarity;
  const isOwn = ({ option }: OpenOption) => option.family === best.option.family;
  const rival = decision.open.find((entry) => !isOwn(entry));
  const gap = (entry: OpenOption) => ({ yen: best.value - entry.value });
  if (call === 'close' && rival)
    return phrase(
      { name: rival.option.label, family: FAMILIES[rival.option.family], gap: gap(rival) },
      {
        ja: '「{name}」（{family}）より{gap}多いだけで、ほぼ互角です。',
        en: 'It is only {gap} ahead of "{name}" ({family}), practically a tie.',
      },
    );
  const sibling = decision.open.find((entry) => entry !== best && isOwn(entry));
  if (step_call !== 'close' || !sibling) return null;
  const facts = { name: sibling.option.label, family: FAMILIES[best.option.family], gap: gap(sibling) };
  return rival
    ? phrase(
        { ...facts, over: gap(rival) },
        {
          ja: '同じ{family}の「{name}」より{gap}多いだけで、ほぼ互角です。ほかの方法よりは{over}以上多くなります。',
          en: 'It is only {gap} ahead of "{name}" (also {family}), practically a tie, and at least {over} ahead of any other approach.',
        },
      )
    : phrase(facts, {
        ja: '同じ{family}の「{name}」より{gap}多いだけで、ほぼ互角です。',
        en: 'It is only {gap} ahead of "{name}" (also {family}), practically a tie.',
      });
}

/** The same for a caller who is averse to risk: what a certain sum would have to be, beside the expected value. */
function averseHeadline({ decision, best }: Subject, certain: number): Sentence {
  const tied =
    decision.tied.size > 0
      ? { ja: '次善の手段とはほぼ互角です。', en: ' The next best is practically tied with it.' }
      : SILENT;
  return phrase(
    { ...headlineFacts(best), certain: { yen: certain }, tied },
    {
      ja: 'リスクを避けるなら「{label}」です。確実に受け取れる{certain}と同じ価値があります。期待額は{value}です{spread}。{tied}',
      en: 'To avoid risk, "{label}" is best: it is worth as much as {certain} received for certain, with an expected value of {value}{spread}.{tied}',
    },
  );
}
