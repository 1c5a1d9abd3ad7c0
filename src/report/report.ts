// The answer of an evaluation: a decision told in one language, money as whole yen in decimal text.
// Here, and only here, expected values become money.

import type { Analyses } from '../analysis/analyse.ts';
import { KIND_LABELS, KINDS, type PerKind } from '../assumptions/kinds.ts';
import { ASSUMPTIONS_VERSION, entriesUnder, meanOf } from '../assumptions/values.ts';
import type { Facts } from '../claim/facts.ts';
import { overridesOf } from '../decision/case.ts';
import { OWN_TIME } from '../decision/components.ts';
import type { Closed, Decision, Open } from '../decision/decide.ts';
import { FAMILIES, type Option } from '../options/option.ts';
import { FIELD_LABELS } from '../request/composition.ts';
import { optionLabel } from '../request/options.ts';
import type { Evaluation } from '../request/question.ts';
import type { EvaluationRequest } from '../request/read_request.ts';
import { dayAfter } from '../values/day.ts';
import { moneyText } from '../values/money.ts';
import type { Lang } from '../values/text.ts';
import type { Invoice, Report } from './answer.ts';
import { gapAnswer } from './attribution.ts';
import { breakEvenAnswer, breakEvenNotes } from './break_even.ts';
import { BRIDGE_STEPS, type Bridges, bridgesOf, type Line } from './bridge.ts';
import { notModelled, warnings } from './cautions.ts';
import { deadlines, reviewOn } from './deadlines.ts';
import { informationAnswer } from './information.ts';
import { whole as yen } from './parts.ts';
import { type PlanStep, timetable } from './plan.ts';
import { headline, reasons, risks, type Told } from './reasons.ts';
import { sensitivityAnswer } from './sensitivity.ts';
import { tieNote } from './ties.ts';
import { faring, uncertaintyAnswer } from './uncertainty.ts';
import { cited, voice } from './voice.ts';
import { whyNot } from './why_not.ts';

export type { Report } from './answer.ts';

/** Version of the valuation model; it changes whenever an answer to the same input changes. */
export const MODEL_VERSION = '1.1.0';

const DISCLAIMER = {
  ja: 'これは計算による比較であり、法律上の助言ではありません。',
  en: 'This is a comparison by calculation, not legal advice.',
};

/** Whole yen, or null where there is no such figure. */
const orNothing = (amount: number | null): string | null => (amount === null ? null : yen(amount));

const fraction = (p: number): number => Math.min(1, Math.max(0, Math.round(p * 1e6) / 1e6));
const byKind = <T>(of: (k: number) => T): Record<(typeof KINDS)[number], T> =>
  Object.fromEntries(KINDS.map((kind, k) => [kind, of(k)])) as Record<(typeof KINDS)[number], T>;

/**
 * Tells an evaluation. With `detailed`, single values are wanted and not the whole answer: it holds the ids of the options whose figures
 * beside the net value are among them; the best has them always. Reasons, risks, drivers and the lists of what it rests on are then empty.
 */
export function reportOf(
  { request, law, decision, analyses }: Evaluation,
  inputHash: string,
  detailed?: ReadonlySet<string>,
): Report {
  const { lang, claim, include } = request;
  const best = decision.open[0]!;
  const brief = detailed !== undefined;
  const say = voice(lang, claim.as_of);
  const plan = timetable(decision.solution, best.valued);
  const told: Told = { decision, best, plan, say, lang };
  const days = deadlines(decision, plan, lang);
  const { facts, tariff } = decision.case;
  const sure = faring(analyses.uncertainty, best.option);
  const bridges = include.includes('bridge') ? bridgesOf(decision) : null;
  const next = plan.find((step) => step.from > 0);
  const firstSwitch = next ? dayAfter(claim.as_of, next.from) : null;
  return {
    meta: {
      model_version: MODEL_VERSION,
      law_version: law.version,
      assumptions_version: ASSUMPTIONS_VERSION,
      jurisdiction: law.id,
      currency: law.currency,
      as_of: claim.as_of,
      lang,
      input_hash: inputHash.slice(0, 16),
    },
    recommendation: {
      option: best.option.id,
      label: best.option.label[lang],
      headline: headline(told),
      net_value: yen(best.value),
      family: best.option.family,
      family_label: FAMILIES[best.option.family][lang],
      margin: yen(decision.clarity.margin ?? best.value),
      chance_best: sure.chance_best,
      chance_level: sure.chance_level,
      call: decision.clarity.call,
      family_margin: orNothing(decision.clarity.family_margin),
      step_call: decision.clarity.step_call,
      reasons: brief ? [] : reasons(told),
      gap: analyses.gap && gapAnswer(analyses.gap, FIELD_LABELS, lang),
      risks: brief ? [] : risks(told),
      // Here 'plan' is a part of the answer, not an option.
      ...(include.includes('plan') ? { plan: planAnswer(plan, decision, request) } : {}),
      deadlines: days,
      review_on: reviewOn(claim.as_of, firstSwitch, days),
    },
    options: [
      ...decision.open.map((entry, i) =>
        i === 0 || detailed === undefined || detailed.has(entry.option.id)
          ? openAnswer(entry, i + 1, told, analyses, bridges, request)
          : briefAnswer(entry, i + 1, told, analyses),
      ),
      ...decision.closed.map((entry) => closedAnswer(entry, told, analyses)),
    ],
    claim: {
      ...invoiceAnswer(facts, lang),
      court: facts.principal <= tariff.summary_court_max ? 'summary' : 'district',
      small_claims: facts.principal <= tariff.small_claims_max,
    },
    debtor: debtorAnswer(decision, lang, brief),
    uncertainty: analyses.uncertainty && uncertaintyAnswer(analyses.uncertainty, told),
    sensitivity: analyses.sensitivity && sensitivityAnswer(analyses.sensitivity, told),
    information: analyses.information && informationAnswer(analyses.information, told),
    assumptions_used: brief ? [] : assumptionsUsed(decision, plan, request),
    not_modelled: brief ? [] : notModelled(decision, lang),
    warnings: warnings(decision, lang),
    disclaimer: DISCLAIMER[lang],
  };
}

/** What follows from one invoice and the law alone. */
export function invoiceAnswer(facts: Facts, lang: Lang): Invoice {
  return {
    principal: moneyText(facts.claim.amount),
    overdue_days: facts.overdue_days,
    due_date: facts.due_date,
    interest: moneyText(facts.interest.interest),
    delay_rate: facts.delay_rate,
    interest_citation: cited(facts.interest.citations.at(-1) ?? null, lang),
    limitation: {
      last_day: facts.limitation.last_day,
      status: facts.limitation.status,
      days_left: facts.limitation.days_left,
      citation: cited(facts.limitation.citation, lang),
      steps: facts.limitation.steps.map((step) => ({
        day: step.day,
        code: step.code,
        text: step.text[lang],
        citation: cited(step.citation, lang),
      })),
    },
  };
}

function planAnswer(plan: readonly PlanStep[], decision: Decision, { claim, lang }: EvaluationRequest) {
  const say = voice(lang, claim.as_of);
  return plan.map((step) => ({
    from: dayAfter(claim.as_of, step.from),
    to: step.to === null ? null : dayAfter(claim.as_of, step.to),
    option: step.option.id,
    label: step.option.label[lang],
    text: step.option.sentences[lang].step(say, step.terms, {
      ...decision.situation,
      state: step.state,
      month: step.from,
    }),
    until: untilText(step, claim.as_of, lang),
    chance_reached: fraction(step.months[0]!.reached),
    sell_above: yen(step.months[0]!.sell_above),
    months: step.months.map(({ month, reached, sell_above }) => ({
      on: dayAfter(claim.as_of, month),
      chance_reached: fraction(reached),
      sell_above: yen(sell_above),
    })),
  }));
}

/** When a step ends, and what follows what may happen inside it. */
function untilText({ option, to, contingencies }: PlanStep, as_of: string, lang: Lang): string {
  const then = contingencies.map(({ when, options }) => {
    const names = options.map((id) => (lang === 'ja' ? `「${optionLabel(id, lang)}」` : `"${optionLabel(id, lang)}"`));
    if (lang === 'ja') return `${when.ja}は${names.length > 1 ? '残額に応じて' : ''}${names.join('')}`;
    return `${when.en}: ${names.length > 1 ? 'by what is left, ' : ''}${names.join(' or ')}`;
  });
  return [endText(option, to === null ? null : dayAfter(as_of, to), lang), ...then].join(lang === 'ja' ? '。' : '; ');
}

function endText({ shape }: Option, day: string | null, lang: Lang): string {
  const ja = lang === 'ja';
  if (shape === 'reduction') return ja ? '残額は次へ' : 'the rest goes on to the next step';
  if (day === null) return ja ? '入金または手続の終了まで' : 'until paid or the procedure ends';
  if (shape === 'offer') return ja ? `応じなければ${day}に次へ` : `if not taken up, the next step on ${day}`;
  return ja ? `入金がなければ${day}に次へ` : `if unpaid, the next step on ${day}`;
}

type OptionAnswer = Report['options'][number];

function openAnswer(
  entry: Open,
  place: number,
  told: Told,
  analyses: Analyses,
  bridges: Bridges | null,
  { lang, include }: EvaluationRequest,
): OptionAnswer {
  const { option, spread } = entry;
  const { decision, best } = told;
  const { a } = decision.case;
  return {
    rank: place,
    id: option.id,
    label: option.label[lang],
    family: option.family,
    status: 'open',
    tied: decision.tied.has(entry),
    tie_note: decision.tied.has(entry) ? tieNote(entry, told) : null,
    bars: [],
    terms: termsAnswer(entry.terms),
    net_value: yen(entry.value),
    stand_alone_value: yen(entry.alone),
    p10: yen(spread.p10),
    p50: yen(spread.p50),
    p90: yen(spread.p90),
    cvar10: yen(spread.cvar10),
    certainty_equivalent: spread.certainty_equivalent === null ? null : yen(spread.certainty_equivalent),
    ...faring(analyses.uncertainty, option),
    break_even: breakEvenAnswer(analyses.break_even, option),
    break_even_notes: breakEvenNotes(analyses.break_even, option, told),
    why_not: bridges !== null && entry !== best ? whyNot(entry, told, analyses, bridges) : null,
    chance_of_loss: fraction(spread.chance_of_loss),
    chance_paid_in_full: fraction(spread.chance_paid_in_full),
    months_to_cash: spread.months_to_cash === null ? null : Math.max(0, Math.round(spread.months_to_cash * 100) / 100),
    effort_hours: Math.max(0, Math.round((-spread.expected[OWN_TIME]! / a.money.staff_rate) * 100) / 100),
    by_kind: byKind((k) => yen(entry.alpha[k]!)),
    ...(bridges === null ? {} : { bridge: bridges.get(entry)!.map((line) => lineAnswer(line, lang)) }),
    ...(include.includes('plan') ? { then: stepsAfter(entry, told) } : {}),
  };
}

/** Ids of the steps that follow an option. */
const stepsAfter = ({ valued }: Open, { decision }: Told): string[] =>
  timetable(decision.solution, valued)
    .slice(1)
    .map((step) => step.option.id);

const lineAnswer = ({ step, amount }: Line, lang: Lang) => ({
  step,
  label: BRIDGE_STEPS[step][lang],
  amount: String(amount),
});

/** Terms as plain values; numbers keep six digits. */
function termsAnswer(terms: unknown): Record<string, string | number | boolean> {
  const out: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(terms as Record<string, unknown>))
    if (typeof value === 'number') out[name] = Math.round(value * 1e6) / 1e6;
    else if (typeof value === 'string' || typeof value === 'boolean') out[name] = value;
  return out;
}

function closedAnswer({ option, bars, needs }: Closed, told: Told, analyses: Analyses): OptionAnswer {
  const { lang } = told;
  const missing = needs.length > 0;
  const fields = needs.join(', ');
  return {
    rank: null,
    id: option.id,
    label: option.label[lang],
    family: option.family,
    tied: null,
    tie_note: null,
    status: missing ? 'needs_terms' : 'barred',
    bars: missing
      ? [
          {
            code: 'terms_missing',
            text: { ja: `${fields} が分かれば計算できます。`, en: `It can be valued once ${fields} is known.` }[lang],
            inputs: Object.fromEntries(needs.map((field) => [field, null])),
            citation: null,
            opens_if: { ja: `${fields} を書いた場合`, en: `${fields} is given` }[lang],
          },
        ]
      : bars.map((bar) => ({
          code: bar.code,
          text: bar.text[lang],
          inputs: { ...bar.inputs },
          citation: cited(bar.cite, lang),
          opens_if: bar.opens_if[lang],
        })),
    terms: {},
    net_value: null,
    stand_alone_value: null,
    p10: null,
    p50: null,
    p90: null,
    cvar10: null,
    certainty_equivalent: null,
    ...faring(null, option),
    break_even: breakEvenAnswer(analyses.break_even, option),
    break_even_notes: breakEvenNotes(analyses.break_even, option, told),
    why_not: null,
    chance_of_loss: null,
    chance_paid_in_full: null,
    months_to_cash: null,
    effort_hours: null,
    by_kind: null,
  };
}

/** An open option of which only the value is wanted. */
const briefAnswer = (entry: Open, place: number, told: Told, analyses: Analyses): OptionAnswer => ({
  ...closedAnswer({ option: entry.option, bars: [], needs: [] }, told, analyses),
  rank: place,
  status: 'open',
  tied: told.decision.tied.has(entry),
  bars: [],
  terms: termsAnswer(entry.terms),
  net_value: yen(entry.value),
});

function debtorAnswer({ belief, case: c }: Decision, lang: Lang, brief: boolean): Report['debtor'] {
  const { fail } = c.debtor.hazards;
  const drivers = (brief ? [] : belief.trail.slice(1)).map((step, i) => {
    const before = belief.trail[i]!.weights;
    const moved = largestMove(before, step.weights);
    const kind = KINDS[moved]!;
    const say = voice(lang, c.facts.claim.as_of);
    const [from, to] = [before[moved]!, step.weights[moved]!];
    const label = KIND_LABELS[kind][lang];
    return {
      field: step.field === 'pd' ? (c.debtor.pd_from ?? step.field) : step.field,
      effect:
        lang === 'ja'
          ? `「${label}」の見込みが${say.percent(from)}から${say.percent(to)}へ`
          : `${label}: ${say.percent(from)} to ${say.percent(to)}`,
      kind,
      from: fraction(from),
      to: fraction(to),
    };
  });
  const failure = belief.weights.reduce((sum, w, k) => sum + w * (1 - Math.exp(-12 * fail[k]!)), 0);
  return { belief: byKind((k) => fraction(belief.weights[k]!)), drivers, failure_12m: fraction(failure) };
}

/** The kind whose chance a fact moved most. */
function largestMove(before: PerKind, after: PerKind): number {
  let most = 0;
  for (let k = 1; k < after.length; k++)
    if (Math.abs(after[k]! - before[k]!) > Math.abs(after[most]! - before[most]!)) most = k;
  return most;
}

/** Assumptions behind every answer: who the debtor is, and what money and time cost. */
const ALWAYS = ['prior', 'hazard.pay', 'hazard.deteriorate', 'hazard.scale', 'money.discount_rate', 'money.staff_rate'];

/** The numbers behind the recommended sequence, each with its source and certainty. */
function assumptionsUsed(
  decision: Decision,
  plan: readonly PlanStep[],
  request: EvaluationRequest,
): Report['assumptions_used'] {
  const { lang, claim, assumptions } = request;
  const prefixes = new Set(ALWAYS);
  for (const { option } of plan) for (const prefix of option.assumes) prefixes.add(prefix);
  for (const { field, value } of decision.belief.trail) prefixes.add(`signals.${field}.${String(value)}`);
  if (claim.tax_rate !== undefined) prefixes.add('tax');
  const overrides = overridesOf({ claim, overrides: assumptions });
  return entriesUnder(prefixes).map((entry) => {
    const value = meanOf(overrides[entry.id]);
    return value === undefined
      ? { id: entry.id, value: entry.value, source: entry.source[lang], certainty: entry.certainty }
      : {
          id: entry.id,
          value,
          source: { ja: '呼出し側の指定', en: 'Stated by the caller.' }[lang],
          certainty: 'caller',
        };
  });
}
