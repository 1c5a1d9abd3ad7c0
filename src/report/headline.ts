// The one sentence that a manager can forward: what to do first, what it is worth, and how clear that is.

import type { OpenOption } from '../decision/programme/decide.ts';
import { FAMILIES } from '../options/option.ts';
import { type Phrase, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { ReportContext } from './context.ts';

type Subject = Pick<ReportContext, 'decision' | 'best'>;

/** The first option by its name, its expected net value and the spread of its outcomes. */
const headlineFacts = ({ option, value, spread }: OpenOption) => ({
  label: option.label,
  value: { yen: value },
  spread: phrase(
    { p10: { yen: spread.p10 }, p90: { yen: spread.p90 } },
    { ja: '（下位10%で{p10}、上位10%で{p90}）', en: ' (P10 {p10}, P90 {p90})' },
  ),
});

/** The headline of a decision. */
export function headline(subject: Subject): Sentence {
  const { decision, best } = subject;
  const [, second] = decision.open;
  const facts = headlineFacts(best);
  if (!second)
    return phrase(facts, {
      ja: '取れる手段は「{label}」だけです。見込み{value}{spread}。',
      en: 'The only step open is "{label}": expected {value}{spread}.',
    });
  if (best.spread.certainty_equivalent !== null) return averseHeadline(subject, best.spread.certainty_equivalent);
  const tied = tiedClause(subject);
  if (tied !== null)
    return phrase(
      { ...facts, tied },
      {
        ja: 'まず「{label}」を勧めます。見込み{value}{spread}。{tied}',
        en: 'Start with "{label}": expected {value}{spread}; {tied}',
      },
    );
  return phrase(
    { ...facts, second: second.option.label, gap: { yen: best.value - second.value } },
    {
      ja: '「{label}」が最も有利です。見込み{value}{spread}、次善の「{second}」より{gap}多い見込みです。',
      en: '"{label}" is best: expected {value}{spread}, {gap} more than "{second}", the next best.',
    },
  );
}

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
        ja: 'ただし「{name}」（{family}）とは{gap}差で、ほぼ互角です。',
        en: '"{name}" ({family}) is tied with it, {gap} apart.',
      },
    );
  const sibling = decision.open.find((entry) => entry !== best && isOwn(entry));
  if (step_call !== 'close' || !sibling) return null;
  const facts = { name: sibling.option.label, family: FAMILIES[best.option.family], gap: gap(sibling) };
  return rival
    ? phrase(
        { ...facts, over: gap(rival) },
        {
          ja: '{family}の中では「{name}」と{gap}差でほぼ互角、ほかの方法よりは{over}以上多い見込みです。',
          en: '"{name}" (also {family}) is tied with it, {gap} apart; options of other families bring at least {over} less.',
        },
      )
    : phrase(facts, {
        ja: '{family}の中では「{name}」と{gap}差でほぼ互角です。',
        en: '"{name}" (also {family}) is tied with it, {gap} apart.',
      });
}

/** The same for a caller who is averse to risk: what a certain sum would have to be, beside the expected value. */
function averseHeadline({ decision, best }: Subject, certain: number): Sentence {
  const tied =
    decision.tied.size > 0 ? { ja: '次善の手段とはほぼ互角です。', en: '; the next best is tied with it' } : SILENT;
  return phrase(
    { ...headlineFacts(best), certain: { yen: certain }, tied },
    {
      ja: 'リスクを避けるなら「{label}」です。確実に受け取れる{certain}と同じ値打ちです。見込み{value}{spread}。{tied}',
      en: 'For a risk-averse caller "{label}" is best, worth as much as {certain} for certain: expected {value}{spread}{tied}.',
    },
  );
}
