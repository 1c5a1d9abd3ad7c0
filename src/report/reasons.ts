// Why the recommendation is what it is, and what can go wrong, as coded sentences. Options bring their own words.

import { KIND_LABELS, KINDS } from '../assumptions/kinds.ts';
import type { Decision, Open } from '../decision/decide.ts';
import { FAMILIES, type Voice } from '../options/option.ts';
import type { Lang } from '../values/text.ts';
import type { PlanStep } from './plan.ts';
import { tieNote, worthNaming } from './ties.ts';
import { cited } from './voice.ts';

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
  const [, other] = decision.open;
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
  const start =
    lang === 'ja'
      ? `まず「${label}」を勧めます。見込み${value}${spread}。`
      : `Start with "${label}": expected ${value}${spread}; `;
  const tied = tiedClause(told);
  if (tied !== null) return `${start}${tied}`;
  const second = other.option.label[lang];
  const gap = say.yen(best.value - other.value);
  return lang === 'ja'
    ? `「${label}」が最も有利です。見込み${value}${spread}、次善の「${second}」より${gap}多い見込みです。`
    : `"${label}" is best: expected ${value}${spread}, ${gap} more than "${second}", the next best.`;
}

/** What the headline says of the option that is tied with the first: one of another family, else one of its own; null without any. */
function tiedClause({ decision, best, say, lang }: Told): string | null {
  const { clarity } = decision;
  const isOwn = ({ option }: Open) => option.family === best.option.family;
  const rival = decision.open.find((entry) => !isOwn(entry));
  const ahead = (entry: Open) => say.yen(best.value - entry.value);
  if (clarity.call === 'close' && rival) {
    const [name, family] = [rival.option.label[lang], FAMILIES[rival.option.family][lang]];
    return lang === 'ja'
      ? `ただし「${name}」（${family}）とは${ahead(rival)}差で、ほぼ互角です。`
      : `"${name}" (${family}) is tied with it, ${ahead(rival)} apart.`;
  }
  const sibling = decision.open.find((entry) => entry !== best && isOwn(entry));
  if (clarity.step_call !== 'close' || !sibling) return null;
  const name = sibling.option.label[lang];
  const family = FAMILIES[best.option.family][lang];
  if (lang === 'ja') {
    const over = rival ? `、ほかの方法よりは${ahead(rival)}以上多い見込みです` : 'です';
    return `${family}の中では「${name}」と${ahead(sibling)}差でほぼ互角${over}。`;
  }
  const over = rival ? `; any other way brings at least ${ahead(rival)} less` : '';
  return `within ${family} "${name}" is tied with it, ${ahead(sibling)} apart${over}.`;
}

/** The same for a caller who shies from risk: what a certain sum would have to be, beside the expected value. */
function averseHeadline({ decision, best, say, lang }: Told, spread: string): string {
  const label = best.option.label[lang];
  const certain = say.yen(best.spread.certainty_equivalent ?? best.value);
  const tied = decision.tied.size > 0;
  if (lang === 'ja')
    return `リスクを避けるなら「${label}」です。確実な${certain}に当たります。見込み${say.yen(best.value)}${spread}。${tied ? '次善の手段とはほぼ互角です。' : ''}`;
  return `For a risk-averse caller "${label}" is best, worth ${certain} for certain: expected ${say.yen(best.value)}${spread}${tied ? '; the next is tied with it' : ''}.`;
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
  for (const entry of worthNaming(told)) found.push({ code: 'tied', text: tieNote(entry, told) });
  const own = best.option.sentences[lang].reason?.(say, best.terms, situation);
  if (own) found.push({ code: `${best.option.id}_suits`, text: own });

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
export function risks(told: Told): Coded[] {
  const { decision, best, plan, say, lang } = told;
  const { situation } = decision;
  const { facts } = situation;
  const found: Coded[] = [];
  const add = (code: string, ja: string, en: string) => found.push({ code, text: lang === 'ja' ? ja : en });
  const own = best.option.sentences[lang].risk?.(say, best.terms, situation);
  if (own) found.push({ code: best.option.id, text: own });
  if (best.spread.chance_of_loss > 0.005)
    add(
      'costs_exceed_receipts',
      `費用が入金を上回る（費用倒れ）見込みが${say.percent(best.spread.chance_of_loss)}あります。`,
      `Costs exceed receipts with a chance of ${say.percent(best.spread.chance_of_loss)}.`,
    );
  if (facts.limitation.status === 'expired_invocable')
    add(
      'limitation_expired',
      `時効期間は${facts.limitation.last_day}に満了しています。相手が援用すれば回収できません。一部入金や支払約束があると援用できなくなる場合があるため、催促の前に弁護士に確かめてください。`,
      `The limitation period ended on ${facts.limitation.last_day}; once invoked, nothing can be recovered. A part payment or promise may bar the debtor from invoking it, so ask counsel before chasing.`,
    );
  else if (facts.limitation.status === 'due_soon')
    add(
      'limitation_due_soon',
      `時効期間が${facts.limitation.last_day}に満了します（残り${facts.limitation.days_left}日）。`,
      `The limitation period ends on ${facts.limitation.last_day} (days left: ${facts.limitation.days_left}).`,
    );
  const { insolvency } = facts.claim;
  if (insolvency === 'payment_suspended' || insolvency === 'petition')
    add(
      'preference',
      `危機を知って受けた弁済・担保は、のちに否認されて返すことがあります。任意の支払は${say.percent(1 - decision.case.debtor.kept)}を返すものとして計算しました（${cited(decision.case.law.citations.preference, lang)}）。`,
      `Payment or security taken in knowledge of the crisis may have to be given back as a preference; ${say.percent(1 - decision.case.debtor.kept)} of voluntary payments is counted as given back (${cited(decision.case.law.citations.preference, lang)}).`,
    );
  if (plan.length > 1 && best.spread.chance_of_nothing > 0.005)
    add(
      'passes',
      `計画どおり進めても、${say.percent(best.spread.chance_of_nothing)}は何も回収できない見込みです。`,
      `Even on plan, nothing is recovered with a chance of ${say.percent(best.spread.chance_of_nothing)}.`,
    );
  return found;
}
