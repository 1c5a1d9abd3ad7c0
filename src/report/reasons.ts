// Why the recommendation is what it is, and what can go wrong, as coded sentences. Options bring their own words.

import { KIND_LABELS, KINDS } from '../assumptions/kinds.ts';
import { type Decision, type Open, runnerUp } from '../decision/decide.ts';
import { levelBand } from '../decision/rank.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
import type { Lang } from '../values/text.ts';
import type { PlanStep } from './plan.ts';
import { citationText, type Voice } from './voice.ts';

/** A sentence with a stable code. */
export interface Coded {
  readonly code: string;
  readonly text: string;
}

/** What the sentences are about. */
export interface Told {
  readonly decision: Decision;
  readonly best: Open;
  readonly plan: readonly PlanStep[];
  readonly say: Voice;
  readonly lang: Lang;
}

/** One sentence that a manager can forward. */
export function headline(told: Told): string {
  const { decision, best, say, lang } = told;
  const other = runnerUp(decision);
  const label = best.option.label[lang];
  const spread =
    lang === 'ja'
      ? `（下位10%で${say.yen(best.spread.p10)}、上位10%で${say.yen(best.spread.p90)}）`
      : ` (P10 ${say.yen(best.spread.p10)}, P90 ${say.yen(best.spread.p90)})`;
  const value = say.yen(best.value);
  if (!other)
    return lang === 'ja'
      ? `取れる手段は「${label}」だけです。見込み${value}${spread}。`
      : `The only step open is "${label}": expected ${value}${spread}.`;
  if (best.spread.certainty_equivalent !== null) return averseHeadline(told, spread);
  const gap = say.yen(Math.abs(best.value - other.value));
  const second = other.option.label[lang];
  if (decision.call === 'close')
    return lang === 'ja'
      ? `まず「${label}」を勧めます。見込み${value}${spread}。ただし「${second}」とは${gap}差で、ほぼ互角です。`
      : `Start with "${label}": expected ${value}${spread}; "${second}" is level, ${gap} apart.`;
  return lang === 'ja'
    ? `「${label}」が最も有利です。見込み${value}${spread}、次善の「${second}」より${gap}多い見込みです。`
    : `"${label}" is best: expected ${value}${spread}, ${gap} more than "${second}", the next best.`;
}

/** The same for a caller who shies from risk: what a certain sum would have to be, beside the expected value. */
function averseHeadline({ decision, best, say, lang }: Told, spread: string): string {
  const label = best.option.label[lang];
  const certain = say.yen(best.spread.certainty_equivalent!);
  const close = decision.call === 'close';
  if (lang === 'ja')
    return `リスクを避けるなら「${label}」です。確実な${certain}に当たります。見込み${say.yen(best.value)}${spread}。${close ? '次善の手段とはほぼ互角です。' : ''}`;
  return `For a risk-averse caller "${label}" is best, worth ${certain} for certain: expected ${say.yen(best.value)}${spread}${close ? '; the next is level with it' : ''}.`;
}

/** What caring for risk changes: who would be first on average, and who by the worst tenth. */
function riskReason({ decision, best, say, lang }: Told): Coded {
  const most = (of: (open: Open) => number) => decision.open.reduce((top, next) => (of(next) > of(top) ? next : top));
  const mean = most(({ value }) => value);
  const tail = most(({ spread }) => spread.cvar10);
  const names = { mean: mean.option.label[lang], tail: tail.option.label[lang] };
  const [gain, worst] = [say.yen(mean.value - best.value), say.yen(tail.spread.cvar10)];
  const ja = `確実な受取りに換算した額の順です。平均で最も多いのは「${names.mean}」${mean === best ? '' : `（${gain}多い）`}、悪い方から1割の平均で最も多いのは「${names.tail}」（${worst}）です。`;
  const en = `Ranked by certainty equivalents; on average "${names.mean}" brings most${mean === best ? '' : ` (${gain} more)`}, and in the worst tenth "${names.tail}" (${worst}).`;
  return { code: 'risk_averse', text: lang === 'ja' ? ja : en };
}

/** Reasons, strongest first. */
export function reasons(told: Told): Coded[] {
  const { decision, best, plan, say, lang } = told;
  const { situation, belief } = decision;
  const { facts } = situation;
  const found: Coded[] = [];
  const add = (code: string, ja: string, en: string) => found.push({ code, text: lang === 'ja' ? ja : en });

  if (best.spread.certainty_equivalent !== null) found.push(riskReason(told));
  const baseline = decision.open.find(({ option }) => option.baseline);
  if (baseline && best.value > baseline.value)
    add(
      'better_than_waiting',
      `何もしない場合の見込み${say.yen(baseline.value)}より${say.yen(best.value - baseline.value)}多くなります。`,
      `Doing nothing is expected to bring ${say.yen(baseline.value)}; this brings ${say.yen(best.value - baseline.value)} more.`,
    );
  if (baseline === best && decision.open.every(({ value }) => value <= best.value))
    add(
      'effort_does_not_pay',
      'どの手段も、費用と手間が回収の増加分を上回ります。',
      'Every step costs more than it adds.',
    );
  if (decision.call === 'close') {
    const other = runnerUp(decision);
    if (other)
      add(
        'level',
        `「${other.option.label.ja}」との差は債権額の${say.percent(levelBand(situation.facts.principal) / situation.facts.principal)}以内です。差がないときは、悪い場合の金額、外部費用、後戻りのしやすさの順に選びます。`,
        `"${other.option.label.en}" is within ${say.percent(levelBand(situation.facts.principal) / situation.facts.principal)} of face; between level options the better bad case, then the lower external cost, then the step that keeps more open comes first.`,
      );
  }
  const own = best.option.sentences.reason?.(situation, best.terms);
  if (own) found.push({ code: `${best.option.id}_suits`, text: say.tell(own) });

  const next = plan[1];
  if (next && best.option.shape === 'reduction')
    add(
      'rest',
      `残額は「${next.option.label.ja}」で回収します。残額の見込みも含めた金額です。`,
      `The rest goes on to "${next.option.label.en}"; the value counts it.`,
    );
  else if (next)
    add(
      'sequence',
      `入金がなければ${say.day(next.from)}頃に「${next.option.label.ja}」へ移ります（そこまで残る見込み${say.percent(next.months[0]!.reached)}）。順序を含めた見込みです。`,
      `If nothing is paid, move to "${next.option.label.en}" about ${say.day(next.from)} (${say.percent(next.months[0]!.reached)} get that far); the value counts the whole sequence.`,
    );
  if (facts.proceedings) return found;
  const likeliest = [...KINDS.keys()].sort((a, b) => belief.weights[b]! - belief.weights[a]!);
  const [first, second] = likeliest as [number, number];
  add(
    'likely_kind',
    `相手先は「${KIND_LABELS[KINDS[first]!].ja}」の見込みが${say.percent(belief.weights[first]!)}、次が「${KIND_LABELS[KINDS[second]!].ja}」${say.percent(belief.weights[second]!)}です。`,
    `The debtor is most likely ${KIND_LABELS[KINDS[first]!].en} (${say.percent(belief.weights[first]!)}), then ${KIND_LABELS[KINDS[second]!].en} (${say.percent(belief.weights[second]!)}).`,
  );
  return found;
}

/** Risks of the recommended step and of the claim itself. */
export function risks({ decision, best, plan, say }: Told): Coded[] {
  const { situation } = decision;
  const found: Coded[] = [];
  const add = (code: string, text: Sentence | null | undefined) => text && found.push({ code, text: say.tell(text) });
  const { chance_of_loss, chance_of_nothing } = best.spread;
  add(best.option.id, best.option.sentences.risk?.(situation, best.terms));
  if (chance_of_loss > CHANCE_TOLD)
    add(
      'costs_exceed_receipts',
      phrase(
        { chance: { percent: chance_of_loss } },
        {
          ja: '費用が入金を上回る（費用倒れ）見込みが{chance}あります。',
          en: 'Costs exceed receipts with a chance of {chance}.',
        },
      ),
    );
  const { limitation } = situation.facts;
  if (limitation.status === 'expired_invocable')
    add(
      'limitation_expired',
      phrase(
        { last_day: limitation.last_day },
        {
          ja: '時効期間は{last_day}に満了しています。相手が援用すれば回収できません。一部入金や支払約束があると援用できなくなる場合があるため、催促の前に弁護士に確かめてください。',
          en: 'The limitation period ended on {last_day}; once invoked, nothing can be recovered. A part payment or promise may bar the debtor from invoking it, so ask counsel before chasing.',
        },
      ),
    );
  else if (limitation.status === 'due_soon')
    add(
      'limitation_due_soon',
      phrase(
        { last_day: limitation.last_day, left: limitation.days_left },
        {
          ja: '時効期間が{last_day}に満了します（残り{left}日）。',
          en: 'The limitation period ends on {last_day} (days left: {left}).',
        },
      ),
    );
  const { insolvency } = situation.facts.claim;
  const { debtor, law } = decision.case;
  if (insolvency === 'payment_suspended' || insolvency === 'petition')
    add(
      'preference',
      phrase(
        { back: { percent: 1 - debtor.kept }, source: citationText(law.citations.preference) },
        {
          ja: '危機を知って受けた弁済・担保は、のちに否認されて返すことがあります。任意の支払は{back}を返すものとして計算しました（{source}）。',
          en: 'Payment or security taken in knowledge of the crisis may have to be given back as a preference; {back} of voluntary payments is counted as given back ({source}).',
        },
      ),
    );
  if (plan.length > 1 && chance_of_nothing > CHANCE_TOLD)
    add(
      'passes',
      phrase(
        { chance: { percent: chance_of_nothing } },
        {
          ja: '計画どおり進めても、{chance}は何も回収できない見込みです。',
          en: 'Even on plan, nothing is recovered with a chance of {chance}.',
        },
      ),
    );
  return found;
}

/** Chances below half a percent are not told. */
const CHANCE_TOLD = 0.005;
