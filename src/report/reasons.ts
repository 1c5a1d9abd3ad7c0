// Why the recommendation is what it is, as coded sentences. Options bring their own words.

import { entriesByKind, KIND_LABELS } from '../assumptions/kinds.ts';
import type { Belief } from '../debtor/belief.ts';
import type { ClosedOption, OpenOption } from '../decision/programme/decide.ts';
import { EXTERNAL, FEES, OWN_TIME, RELATIONSHIP } from '../decision/tree/components.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import { expectedOf } from './bridge.ts';
import type { CodedText, ReportContext } from './context.ts';
import type { PlanStep } from './plan.ts';
import { tieNote, wordsDeclining, worthNaming } from './ties.ts';

/** Reasons, strongest first. */
export function reasons(context: ReportContext): CodedText[] {
  const { decision, best, plan, say } = context;
  const { situation, belief } = decision;
  const found: CodedText[] = [];
  const add = (code: string, text: Sentence | null | undefined) => text && found.push({ code, text: say.tell(text) });

  if (best.spread.certainty_equivalent !== null) add('risk_averse', riskReason(context));
  const baseline = decision.open.find(({ option }) => option.baseline);
  if (baseline && best.value > baseline.value)
    add(
      'better_than_waiting',
      phrase(
        { least: { yen: baseline.value }, more: { yen: best.value - baseline.value } },
        {
          ja: '期待額は、何もしない場合（{least}）より{more}多くなります。',
          en: 'Doing nothing is expected to bring {least}; this is expected to bring {more} more.',
        },
      ),
    );
  add('relationship_counted', relationshipCounted(context));
  if (baseline === best && decision.open.length > 1 && decision.open.every(({ value }) => value <= best.value))
    add('effort_does_not_pay', noEffortPays(context));
  for (const entry of worthNaming(context)) add('tied', tieNote(entry, context));
  for (const entry of decision.open) add('offer_declined', declined(entry, context));
  for (const entry of decision.closed) add('offer_declined', closedOffer(entry, context));
  add(`${best.option.id}_suits`, best.option.sentences.reason?.(situation, best.terms));
  const [, next] = plan;
  if (next && best.option.shape === 'reduction')
    add(
      'rest',
      phrase(
        { next: next.option.label },
        {
          ja: '残額は「{next}」で回収します。期待額には残額の分も含みます。',
          en: 'What is left is then recovered by "{next}"; the expected value includes it.',
        },
      ),
    );
  else if (next) add('sequence', sequenceReason(next));
  add('kept_all_the_same', keptAllTheSame(context));
  if (!situation.facts.proceedings) add('likely_kind', likelyKind(belief));
  return found;
}

/** That no step pays, with what the nearest one would cost. */
const noEffortPays = (context: ReportContext): Sentence =>
  phrase(
    { least: leastEffort(context) },
    {
      ja: 'どの手段も、費用と手間が、それで増える回収額を上回ります{least}。',
      en: 'Every step would cost more than it adds to the recovery{least}.',
    },
  );

/** What the nearest step would cost that is one, and how much less it brings than nothing done; nothing where there is none. */
function leastEffort({ decision, best }: ReportContext): Sentence {
  const nearest = decision.open.find(({ option }) => option.family !== 'stop');
  if (nearest === undefined) return SILENT;
  const cost = -[EXTERNAL, FEES, OWN_TIME].reduce((sum, component) => sum + expectedOf(nearest.spread, component), 0);
  return phrase(
    { next: nearest.option.label, cost: { yen: cost }, less: { yen: best.value - nearest.value } },
    {
      ja: '（最も近い「{next}」で、手間を含む費用は{cost}、期待額は{less}少ない）',
      en: ' (the nearest, "{next}", costs {cost}, own time included, and is expected to bring {less} less)',
    },
  );
}

/** Why an offer is not taken that somebody has made; a tie is told as a tie. */
function declined(entry: OpenOption, context: ReportContext): Sentence | null {
  const { best, decision } = context;
  return best.value <= entry.value || decision.tied.has(entry) ? null : wordsDeclining(entry, context);
}

/** What somebody has offered and cannot be taken: why not. */
function closedOffer(
  { option, bars: [bar] }: ClosedOption,
  { decision: { situation } }: ReportContext,
): Sentence | null {
  if (bar === undefined || bar.code === 'not_considered') return null;
  const isMade = option
    .variants(situation)
    .some((terms) => (option.sentences.declined?.(situation, terms, { value: 0, less: 0 }) ?? null) !== null);
  return isMade
    ? phrase(
        { label: option.label, why: bar.text },
        {
          ja: '「{label}」の申出や見積りには今は応じられません。{why}',
          en: 'What was offered or quoted ("{label}") cannot be taken now. {why}',
        },
      )
    : null;
}

/** Share of the claim above which the custom that may be lost is told beside the value. A judgement. */
const RELATIONSHIP_TOLD = 0.1;

/** What of the value is not money of this claim: the custom that the way to it may cost. */
function relationshipCounted({ best, decision }: ReportContext): Sentence | null {
  const lost = -expectedOf(best.spread, RELATIONSHIP);
  if (lost <= RELATIONSHIP_TOLD * decision.situation.facts.principal) return null;
  return phrase(
    { lost: { yen: lost }, without: { yen: best.value + lost } },
    {
      ja: '期待額からは、この取引先を失うおそれの分として{lost}を差し引いてあります。差し引く前の期待額は{without}です。',
      en: 'For the chance of losing this customer {lost} is deducted from the expected value; without that the expected value is {without}.',
    },
  );
}

/** What changes for a caller who is averse to risk: who would be first on average, and who by the worst tenth. */
function riskReason({ decision, best }: ReportContext): Sentence {
  const most = (of: (open: OpenOption) => number) =>
    decision.open.reduce((top, next) => (of(next) > of(top) ? next : top));
  const mean = most(({ value }) => value);
  const tail = most(({ spread }) => spread.cvar10);
  const gain =
    mean === best
      ? SILENT
      : phrase({ gain: { yen: mean.value - best.value } }, { ja: '（{gain}多い）', en: ' ({gain} more)' });
  const worst = { yen: tail.spread.cvar10 };
  if (mean === tail)
    return phrase(
      { mean: mean.option.label, gain, worst },
      {
        ja: '確実な受取りに換算した額の順です。「{mean}」は、平均{gain}でも、悪い方から1割の平均（{worst}）でも最も多くなります。',
        en: 'Ranked by certainty equivalents; "{mean}" brings most both on average{gain} and in the worst tenth ({worst}).',
      },
    );
  return phrase(
    { mean: mean.option.label, gain, tail: tail.option.label, worst },
    {
      ja: '確実な受取りに換算した額の順です。平均で最も多いのは「{mean}」{gain}、悪い方から1割の平均で最も多いのは「{tail}」（{worst}）です。',
      en: 'Ranked by certainty equivalents; on average "{mean}" brings most{gain}, and in the worst tenth "{tail}" ({worst}).',
    },
  );
}

/** What follows if nothing is paid. */
const sequenceReason = ({ option, from, months: [first] }: PlanStep): Sentence =>
  phrase(
    { next: option.label, day: { day_in: from }, reached: { percent: first?.reached ?? 0 } },
    {
      ja: '入金がなければ{day}頃に「{next}」へ移ります（その時まで未回収である確率{reached}）。期待額には、その後の手順も含みます。',
      en: 'If nothing is paid, go on to "{next}" about {day} (the chance that the claim is still unpaid then is {reached}). The expected value includes the whole sequence.',
    },
  );

/** Where nothing is done first: what a step would cost and keep all the same, in its own words. */
function keptAllTheSame({ decision, best }: ReportContext): Sentence | null {
  if (best.option.family !== 'stop') return null;
  for (const entry of decision.open) {
    const ahead = { yen: best.value - entry.value, near: decision.tied.has(entry) };
    const sentence = entry.option.sentences.keeps?.(decision.situation, ahead);
    if (sentence) return sentence;
  }
  return null;
}

/** The two kinds of debtor that are most likely; null where there are no two. */
function likelyKind({ weights }: Belief): Sentence | null {
  const [first, second] = entriesByKind(weights).toSorted(([, a], [, b]) => b - a);
  if (!first || !second) return null;
  return phrase(
    {
      first: KIND_LABELS[first[0]],
      chance: { percent: first[1] },
      second: KIND_LABELS[second[0]],
      next: { percent: second[1] },
    },
    {
      ja: '相手先は「{first}」である可能性が{chance}、次に「{second}」である可能性が{next}です。',
      en: 'The debtor is most likely {first} (chance {chance}), followed by {second} (chance {next}).',
    },
  );
}
