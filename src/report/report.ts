// The answer of an evaluation: a decision told in one language, money as whole yen in decimal text.
// Here, and only here, expected values become money.

import type { Analyses } from '../analysis/analyse.ts';
import { assumptionsRead, assumptionsStated } from '../analysis/assumptions_read.ts';
import { ASSUMPTIONS_VERSION, entriesUnder, meanOf } from '../assumptions/values.ts';
import type { Facts } from '../claim/facts.ts';
import { overridesOf } from '../decision/programme/case.ts';
import type { ClosedOption, Decision, OpenOption } from '../decision/programme/decide.ts';
import { OWN_TIME } from '../decision/tree/components.ts';
import { type Bar, FAMILIES, type Option } from '../options/option.ts';
import { FIELD_LABELS } from '../request/composition.ts';
import { MODEL_VERSION } from '../request/model_version.ts';
import type { Evaluation } from '../request/question.ts';
import type { EvaluationRequest } from '../request/read_request.ts';
import { type Day, dayAfter } from '../values/day.ts';
import { moneyText } from '../values/money.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Lang, Text } from '../values/text.ts';
import type { Invoice, OptionAnswer, Report } from './answer.ts';
import { gapAnswer } from './attribution.ts';
import { breakEvenAnswer, breakEvenNotes } from './break_even.ts';
import { BRIDGE_STEPS, type BridgeLine, type BridgeOf, bridgesOf, expectedOf } from './bridge.ts';
import { cashAnswer } from './cash.ts';
import { notModelled, warnings } from './cautions.ts';
import type { ReportContext } from './context.ts';
import { deadlines, reviewOn } from './deadlines.ts';
import { debtorAnswer, perKindAnswer } from './debtor_answer.ts';
import { outcomesAnswer } from './distribution.ts';
import { headline } from './headline.ts';
import { informationAnswer } from './information.ts';
import { negotiationAnswer } from './negotiation.ts';
import { reviewSentence } from './news.ts';
import { decimals, fraction } from './parts.ts';
import { type PlanStep, timetable } from './plan.ts';
import { planAnswer } from './plan_answer.ts';
import { reasons } from './reasons.ts';
import { risks } from './risks.ts';
import { sensitivityAnswer } from './sensitivity.ts';
import { tieNote } from './ties.ts';
import { faring, uncertaintyAnswer } from './uncertainty.ts';
import { cited, type Voice, voice } from './voice.ts';
import { whyNot } from './why_not.ts';
import { CALL_WORDS, LIMITATION_WORDS, OPTION_STATUS_WORDS } from './words.ts';

export { MODEL_VERSION } from '../request/model_version.ts';
export type { Report } from './answer.ts';

const DISCLAIMER = {
  ja: 'これは計算による比較であり、法律上の助言ではありません。',
  en: 'This is a comparison by calculation, not legal advice.',
};

/** An amount, or null where there is no such figure. */
const orNothing = (amount: number | null, say: Voice): string | null => (amount === null ? null : say.amount(amount));

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
  const [best] = decision.open;
  if (best === undefined) throw new RangeError('no option is open, not even the baseline');
  const brief = detailed !== undefined;
  const say = voice(lang, claim.as_of, law);
  const plan = timetable(decision.solution, best.valued);
  const context: ReportContext = { decision, best, plan, say, lang };
  const days = deadlines(decision, plan, say, lang);
  const { facts, tariff } = decision.case;
  const sure = faring(analyses.uncertainty, best.option, say);
  const detail: Detail = {
    analyses,
    bridgeOf: include.includes('bridge') ? bridgesOf(decision) : null,
    steps: include.includes('plan'),
    plans: include.includes('plans'),
    outcomes: include.includes('outcomes'),
    apart: detailed === undefined || detailed.has(best.option.id),
  };
  const next = plan.find((step) => step.from > 0);
  const firstSwitch = next ? dayAfter(claim.as_of, next.from) : null;
  const review_on = reviewOn(claim.as_of, firstSwitch, days);
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
      reference: request.reference,
    },
    recommendation: {
      option: best.option.id,
      label: best.option.label[lang],
      headline: say.tell(headline(context)),
      net_value: say.amount(best.value),
      family: best.option.family,
      family_label: FAMILIES[best.option.family][lang],
      margin: say.amount(decision.clarity.margin ?? best.value),
      chance_best: sure.chance_best ?? null,
      chance_level: sure.chance_level ?? null,
      call: decision.clarity.call,
      call_label: CALL_WORDS[decision.clarity.call][lang],
      step_call_label: CALL_WORDS[decision.clarity.step_call][lang],
      family_margin: orNothing(decision.clarity.family_margin, say),
      step_call: decision.clarity.step_call,
      reasons: brief ? [] : reasons(context),
      gap: analyses.gap && gapAnswer(analyses.gap, FIELD_LABELS, context),
      risks: brief ? [] : risks(context),
      // Here 'plan' is a part of the answer, not an option.
      ...(detail.steps ? { plan: planAnswer(plan, context) } : {}),
      ...(include.includes('cash') ? { cash: cashAnswer(best, context, detail.bridgeOf ?? bridgesOf(decision)) } : {}),
      deadlines: days,
      review_on,
      review: say.tell(reviewSentence(decision.situation, review_on)),
    },
    options: [
      ...decision.open.map((entry, i) =>
        i === 0 || detailed === undefined || detailed.has(entry.option.id)
          ? openAnswer(entry, i + 1, context, detail)
          : briefAnswer(entry, i + 1, context),
      ),
      ...decision.closed.map((entry) => closedAnswer(entry, context, analyses)),
    ],
    claim: {
      ...invoiceAnswer(facts, lang),
      court: facts.principal <= tariff.summary_court_max ? 'summary' : 'district',
      small_claims: tariff.isSmallClaim(facts.principal),
    },
    debtor: debtorAnswer(decision, say, brief),
    uncertainty: analyses.uncertainty && uncertaintyAnswer(analyses.uncertainty, context),
    sensitivity: analyses.sensitivity && sensitivityAnswer(analyses.sensitivity, context),
    information: analyses.information && informationAnswer(analyses.information, context),
    ...negotiationPart(analyses, review_on, context),
    assumptions_used: brief ? [] : assumptionsUsed(decision, plan, request, analyses),
    not_modelled: brief ? [] : notModelled(decision, lang),
    warnings: warnings(decision, say),
    disclaimer: DISCLAIMER[lang],
  };
}

/** Prepared talks, where they were asked for. */
const negotiationPart = ({ negotiation }: Analyses, review: Day, context: ReportContext) =>
  negotiation === null ? {} : { negotiation: negotiationAnswer(negotiation, review, context) };

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
      status_label: LIMITATION_WORDS[facts.limitation.status][lang],
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

/** What is said of options beside their values. */
interface Detail {
  readonly analyses: Analyses;
  readonly bridgeOf: BridgeOf | null;
  /** The steps that follow, by name; and the whole plan. */
  readonly steps: boolean;
  readonly plans: boolean;
  /** How it can turn out. */
  readonly outcomes: boolean;
  /** What it is worth alone, and by kind of debtor. */
  readonly apart: boolean;
}

function openAnswer(
  entry: OpenOption,
  place: number,
  context: ReportContext,
  { analyses, bridgeOf, steps, plans, outcomes, apart }: Detail,
): OptionAnswer {
  const { option, spread } = entry;
  const { decision, best, say, lang } = context;
  const { staff_rate } = decision.case.a.money;
  return {
    rank: place,
    id: option.id,
    label: option.label[lang],
    family: option.family,
    status: 'open',
    status_label: OPTION_STATUS_WORDS.open[lang],
    tied: decision.tied.has(entry),
    ...(decision.tied.has(entry) ? { tie_note: say.tell(tieNote(entry, context)) } : {}),
    bars: [],
    terms: termsAnswer(entry.terms),
    net_value: say.amount(entry.value),
    ...(apart || entry !== best ? { stand_alone_value: say.amount(entry.alone) } : {}),
    p10: say.amount(spread.p10),
    p50: say.amount(spread.p50),
    p90: say.amount(spread.p90),
    cvar10: say.amount(spread.cvar10),
    ...(spread.certainty_equivalent === null ? {} : { certainty_equivalent: say.amount(spread.certainty_equivalent) }),
    ...faring(analyses.uncertainty, option, say),
    ...breakEvenFields(analyses.break_even, option, say),
    ...(bridgeOf !== null && entry !== best ? { why_not: whyNot(entry, context, analyses, bridgeOf) } : {}),
    chance_of_loss: fraction(spread.chance_of_loss),
    chance_paid_in_full: fraction(spread.chance_paid_in_full),
    months_to_cash: spread.months_to_cash === null ? null : decimals(spread.months_to_cash, 2),
    effort_hours: staff_rate > 0 ? Math.max(0, decimals(ownTime(entry) / staff_rate, 2)) : null,
    ...(apart || entry !== best ? { by_kind: perKindAnswer(entry.alpha, say.amount) } : {}),
    ...(bridgeOf === null ? {} : { bridge: linesOf(bridgeOf(entry), context) }),
    ...(steps ? { then: stepsAfter(entry, context) } : {}),
    ...(plans ? { plan: planAnswer(planOf(entry, context), context) } : {}),
    ...(outcomes ? { outcomes: outcomesAnswer(entry, decision, say) } : {}),
  };
}

/** Expected cost of own time, yen. Hours are derived from it, so where an hour costs nothing they are not known. */
const ownTime = ({ spread }: OpenOption): number => -expectedOf(spread, OWN_TIME);

/** Ids of the steps that follow an option. */
const stepsAfter = (entry: OpenOption, context: ReportContext): string[] =>
  planOf(entry, context)
    .slice(1)
    .map((step) => step.option.id);

/** The plan that begins with an option. */
const planOf = (entry: OpenOption, { decision, best, plan }: ReportContext): readonly PlanStep[] =>
  entry === best ? plan : timetable(decision.solution, entry.valued);

/** The lines of a bridge: its ends, and what lies between them and is not zero. */
const linesOf = (bridge: readonly BridgeLine[], { say, lang }: ReportContext) =>
  bridge
    .filter(({ step, amount }) => step === 'face' || step === 'net' || amount !== 0)
    .map(({ step, amount }) => ({ step, label: BRIDGE_STEPS[step][lang], amount: say.amount(amount) }));

/** The break-evens of an option in figures and words, where they were asked for and it has any. */
function breakEvenFields(found: Analyses['break_even'], option: Option, say: Voice) {
  const figures = breakEvenAnswer(found, option);
  return figures === null ? {} : { break_even: figures, break_even_notes: breakEvenNotes(found, option, say) };
}

/** Terms as plain values; numbers keep six digits. */
function termsAnswer(terms: unknown): Record<string, string | number | boolean> {
  const out: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(terms as Record<string, unknown>))
    if (typeof value === 'number') out[name] = decimals(value, 6);
    else if (typeof value === 'string' || typeof value === 'boolean') out[name] = value;
  return out;
}

function closedAnswer(
  { option, bars, needs }: ClosedOption,
  { decision, say, lang }: ReportContext,
  analyses: Analyses,
): OptionAnswer {
  const status = needs.length > 0 ? 'needs_terms' : 'barred';
  return {
    id: option.id,
    label: option.label[lang],
    family: option.family,
    status,
    status_label: OPTION_STATUS_WORDS[status][lang],
    bars: [...(needs.length > 0 ? [termsMissing(needs, option.sentences.missing?.(decision.situation))] : bars)].map(
      (bar) => ({
        code: bar.code,
        text: say.tell(bar.text),
        inputs: { ...bar.inputs },
        citation: cited(bar.cite, lang),
        opens_if: say.tell(bar.opens_if),
      }),
    ),
    ...(needs.length > 0 ? { needs: [...needs] } : {}),
    ...breakEvenFields(analyses.break_even, option, say),
  };
}

/** Fields by what people call them, each with its path in brackets. */
const neededFields = (paths: readonly string[]): Text => {
  const named = (lang: Lang, open: string, close: string): string[] =>
    paths.map((path) => `${FIELD_LABELS.get(path)?.[lang] ?? path}${open}${path}${close}`);
  return { ja: named('ja', '（', '）').join('、'), en: named('en', ' (', ')').join(', ') };
};

/** Fields without which an option cannot be valued, stated like a reason why it is closed, with what is usual for them. */
function termsMissing(needs: readonly string[], known: Sentence | null | undefined): Bar {
  const usual = known ? phrase({ known }, { ja: '{known}', en: ' {known}' }) : SILENT;
  return {
    code: 'terms_missing',
    text: phrase(
      { fields: neededFields(needs), usual },
      { ja: '{fields}を入れると計算します。{usual}', en: 'Enter {fields} to have it valued.{usual}' },
    ),
    inputs: Object.fromEntries(needs.map((field) => [field, null])),
    cite: null,
    opens_if: phrase({ fields: neededFields(needs) }, { ja: '{fields}を入れた場合', en: 'you enter {fields}' }),
  };
}

/** An open option of which only the value is wanted. */
const briefAnswer = (entry: OpenOption, place: number, { decision, say, lang }: ReportContext): OptionAnswer => ({
  rank: place,
  id: entry.option.id,
  label: entry.option.label[lang],
  family: entry.option.family,
  status: 'open',
  status_label: OPTION_STATUS_WORDS.open[lang],
  tied: decision.tied.has(entry),
  bars: [],
  terms: termsAnswer(entry.terms),
  net_value: say.amount(entry.value),
});

/**
 * The numbers that move the answer most, those of the largest swing first: as measured over the scenarios of the tests. Where it is asked
 * what would change the answer, those that would are taken instead.
 */
const MOST_TELLING = [
  'hazard.pay.slow',
  'hazard.passive_factor',
  'hazard.deteriorate.slow',
  'court.pays_after_title.slow',
  'prior.paid_on_time.slow',
  'money.staff_rate',
  // Here 'demand' is the path of an assumption, not an option.
  'demand.respond.slow',
  'money.discount_rate',
];

/** How many numbers are told beside those of the caller when not all are asked for. */
const TOLD = 5;

/** The paths of the numbers that matter most to this answer, of those that it rests on. */
function mattering({ sensitivity }: Analyses, used: readonly { readonly id: string }[]): ReadonlySet<string> {
  const moved = sensitivity?.flatMap(({ kind, moves }) => (kind === 'assumption' ? moves.slice(0, 1) : []));
  const ids = moved?.map(({ id }) => id) ?? MOST_TELLING;
  return new Set(ids.filter((id) => used.some((entry) => entry.id === id)).slice(0, TOLD));
}

/** The options of a plan, and those that are best after what may happen inside its steps. */
function usedIn({ programme }: Decision, plan: readonly PlanStep[]): Option[] {
  const ids = new Set(
    plan.flatMap(({ option, contingencies }) => [option.id, ...contingencies().flatMap(({ options }) => options)]),
  );
  return programme.options.filter(({ id }) => ids.has(id));
}

/** The numbers behind the recommended sequence, each with its source and certainty. */
function assumptionsUsed(
  decision: Decision,
  plan: readonly PlanStep[],
  request: EvaluationRequest,
  analyses: Analyses,
): Report['assumptions_used'] {
  const { lang, claim, assumptions } = request;
  const overrides = overridesOf({ claim, overrides: assumptions });
  const whole = request.include.includes('assumptions');
  const used = entriesUnder(
    whole ? assumptionsRead(decision.case, usedIn(decision, plan)) : assumptionsStated(decision.case, plan),
  );
  const telling = mattering(analyses, used);
  return used
    .filter(({ id }) => whole || overrides[id] !== undefined || telling.has(id))
    .map((entry) => {
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
