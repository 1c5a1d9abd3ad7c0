// Prepared talks for the reader: goal, opening, target and floor, what to give and to ask for, what to find out, how to speak, what to have
// in writing and when to stop. Every figure is the engine's; the opening is a rule of thumb and says so.

import type { ConcessionValue, CounterpartValue, Floor, Negotiation, QuestionValue } from '../analysis/negotiation.ts';
import { entriesByKind, KIND_LABELS } from '../assumptions/kinds.ts';
import type { Option } from '../options/option.ts';
import { optionLabel } from '../request/options.ts';
import { type Day, dayAfter, later } from '../values/day.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import type { ReportContext } from './context.ts';
import {
  floorText,
  goalAnswer,
  laterText,
  negotiationSummary,
  offerAnswer,
  openingText,
  targetText,
} from './negotiation_sums.ts';
import { APPROACH_BY_CAUSE, APPROACH_BY_KIND, papersFor } from './negotiation_words.ts';
import { fraction } from './parts.ts';
import { cited } from './voice.ts';

/** Months for which one talks at the most before deciding anew. */
const TALKS_MONTHS = 3;

/**
 * The negotiation of an answer. Talking ends when the plan goes on to a step that needs no agreement and is no reminder, or where that is far off on
 * the day of review; it does not end before the due date.
 */
export function negotiationAnswer(found: Negotiation, review: Day, context: ReportContext) {
  const { decision, plan, say, lang } = context;
  const isTalk = ({ consensual, ordinary }: Option) => consensual === true || ordinary === true;
  const next = plan.find(({ option, from }) => from > 0 && from <= TALKS_MONTHS && !isTalk(option)) ?? null;
  const ends = next === null ? later(review, decision.case.facts.due_date) : say.day(next.from);
  const { facts } = decision.case;
  return {
    text: say.tell(negotiationSummary(found, context)),
    goal: goalAnswer(found, ends, context),
    opening: {
      amount: found.opening === null ? null : say.amount(found.opening),
      basis: 'judgement' as const,
      text: say.tell(openingText(found, context)),
    },
    target: {
      amount: found.target === null ? null : say.amount(found.target),
      basis: 'engine' as const,
      text: say.tell(targetText(found)),
    },
    floor: {
      ...floorFigure(found.floor, context),
      basis: 'engine' as const,
      text: say.tell(floorText(found, context)),
    },
    floor_by_month: found.later.map(({ month, value }) => ({
      on: dayAfter(facts.claim.as_of, month),
      months: month,
      ...floorFigure(value, context),
      text: say.tell(laterText(month, value)),
    })),
    offer: offerAnswer(found, context),
    concessions: found.concessions.map((one) => ({
      id: one.concession.id,
      option: one.option.id,
      cost: say.amount(one.cost),
      chance_before: fraction(one.chance_before),
      chance_after: fraction(one.chance_after),
      text: say.tell(concessionText(one)),
    })),
    ask_for: found.asks.map((one) => ({
      id: one.counterpart.id,
      adds: one.adds === null ? null : say.amount(one.adds),
      text: say.tell(askText(one, facts.principal)),
    })),
    questions: found.questions.map((one) => ({
      id: one.question.id,
      words: one.question.words[lang],
      worth: say.amount(one.worth),
      replies: one.replies.map(({ chance, option }, i) => ({
        reply: one.question.findings[i]?.label[lang] ?? '',
        chance: fraction(chance),
        option,
      })),
      text: say.tell(questionText(one, context)),
    })),
    say: approaches(context),
    in_writing: papersFor(decision.situation, isDeedWorthIt(found)).map(({ id, text, cite }) => ({
      id,
      text: text[lang],
      citation: cited(cite === null ? null : decision.case.law.citations[cite], lang),
    })),
    stop: stopAnswer(found, { ends, next: next?.option ?? null }, context),
  };
}

/** Whether a deed brings more than it costs. */
const isDeedWorthIt = ({ asks }: Negotiation): boolean =>
  asks.some(({ counterpart: { id }, adds }) => id === 'deed' && adds !== null && adds > 0);

const floorFigure = (value: Floor | null, { say }: ReportContext) =>
  typeof value === 'number'
    ? { amount: say.amount(value), status: 'found' as const }
    : { amount: null, status: value ?? ('closed' as const) };

function concessionText({ concession, cost, chance_before, chance_after }: ConcessionValue): Sentence {
  const facts = { text: concession.text, cost: { yen: cost } };
  // Chances that read alike are no gain to a reader.
  if (Math.round(chance_after * 1000) <= Math.round(chance_before * 1000))
    return phrase(facts, {
      ja: '{text}：合意した場合の期待額が{cost}減ります。応じる可能性が上がるとは計算していません。',
      en: '{text}: an agreement is then worth {cost} less, and the chance of a yes is not counted as higher.',
    });
  return phrase(
    { ...facts, before: { percent: chance_before }, after: { percent: chance_after } },
    {
      ja: '{text}：合意した場合の期待額が{cost}減り、応じる可能性は{before}から{after}に上がります。',
      en: '{text}: an agreement is then worth {cost} less, and the chance of a yes rises from {before} to {after}.',
    },
  );
}

/** Additions below these are next to nothing: yen, and a share of the claim. Judgement. */
const HARDLY_YEN = 1_000;
const HARDLY_SHARE = 0.001;

function askText({ counterpart: { text }, adds }: CounterpartValue, principal: number): Sentence {
  if (adds === null) return phrase({ text }, { ja: '{text}。', en: '{text}.' });
  if (Math.abs(adds) < Math.max(HARDLY_YEN, HARDLY_SHARE * principal))
    return phrase(
      { text },
      { ja: '{text}：期待額は変わりません。', en: '{text}: it does not change the expected value.' },
    );
  return adds > 0
    ? phrase(
        { text, adds: { yen: adds } },
        {
          ja: '{text}：得られれば期待額が{adds}増えます。',
          en: '{text}: with it the expected value is {adds} higher.',
        },
      )
    : phrase(
        { text, less: { yen: -adds } },
        {
          ja: '{text}：費用が効果を{less}上回るので、求めません。',
          en: '{text}: it costs {less} more than it brings, so do not ask for it.',
        },
      );
}

function questionText({ question, worth, replies }: QuestionValue, { best }: ReportContext): Sentence {
  const changed = [...new Set(replies.map(({ option }) => option))].filter((id) => id !== best.option.id);
  const facts = { label: question.label, words: question.words };
  const value =
    worth >= 1
      ? phrase(
          { worth: { yen: worth } },
          {
            ja: '決める前に答えが分かる価値は{worth}です。',
            en: ' Knowing the answer before deciding is worth {worth}.',
          },
        )
      : SILENT;
  if (changed.length === 0)
    return phrase(
      { ...facts, value },
      {
        ja: '{label}：「{words}」{value}どの答えでも、最初の手段は変わりません。',
        en: '{label}: "{words}"{value} No answer changes the first step.',
      },
    );
  const steps = changed.map((id) => {
    const those = replies.flatMap((reply, i) =>
      reply.option === id ? [{ ...reply, label: replyLabel(question, i) }] : [],
    );
    return phrase(
      {
        replies: listed(
          those.map(({ label }) => label),
          { ja: '」「', en: '" or "' },
        ),
        chance: { percent: those.reduce((sum, { chance }) => sum + chance, 0) },
        option: optionLabel(id),
      },
      { ja: '「{replies}」（可能性{chance}）なら「{option}」', en: 'if "{replies}" (chance {chance}), "{option}"' },
    );
  });
  return phrase(
    { ...facts, value, steps: listed(steps, { ja: '、', en: '; ' }) },
    {
      ja: '{label}：「{words}」{value}最初の手段は、{steps}に変わります。',
      en: '{label}: "{words}"{value} The first step then becomes: {steps}.',
    },
  );
}

const replyLabel = ({ findings }: QuestionValue['question'], place: number): Text => findings[place]?.label ?? SILENT;

const CAUSE_LABELS: Readonly<Record<keyof typeof APPROACH_BY_CAUSE, Text>> = {
  invoice_not_received: { ja: '請求書の未着', en: 'invoice not received' },
  invoice_wrong: { ja: '請求書の誤り', en: 'invoice wrong' },
  forgotten: { ja: '失念', en: 'forgotten' },
  short_of_cash: { ja: '資金不足', en: 'short of cash' },
  dispute: { ja: '争い', en: 'disputed' },
  unwilling: { ja: '払う気がない', en: 'unwilling to pay' },
};

/** How to speak: by the cause, then for the two likeliest kinds of debtor. */
function approaches({ decision, lang }: ReportContext) {
  const { cause } = decision.case.facts.claim;
  const likeliest = entriesByKind(decision.belief.weights)
    .filter(([, chance]) => chance > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 2);
  return [
    ...(cause === undefined
      ? []
      : [{ about: cause, label: CAUSE_LABELS[cause], chance: null, ...APPROACH_BY_CAUSE[cause] }]),
    ...likeliest.map(([kind, chance]) => ({
      about: kind,
      label: KIND_LABELS[kind],
      chance: fraction(chance),
      ...APPROACH_BY_KIND[kind],
    })),
  ].map(({ label, open, avoid, ...rest }) => ({ ...rest, label: label[lang], open: open[lang], avoid: avoid[lang] }));
}

/** When talking ends: a day, and answers that end it at once. */
function stopAnswer(
  { floor }: Negotiation,
  { ends, next }: { readonly ends: Day; readonly next: Option | null },
  { decision, say }: ReportContext,
) {
  if (decision.case.facts.proceedings)
    return {
      on: ends,
      next: null,
      text: say.tell({
        ja: '相手方とは交渉せず、管財人などの手続の担当者とだけやり取りします。',
        en: 'Do not negotiate with the debtor; deal only with the person in charge of the proceedings.',
      }),
      answers: [],
    };
  const answers: Sentence[] = [
    ...(typeof floor === 'number'
      ? [
          phrase(
            { floor: { yen: floor } },
            {
              ja: '最後の提示でも{floor}を下回るとき',
              en: 'the last word is a lump sum below {floor}',
            },
          ),
        ]
      : []),
    { ja: '債務そのものを否定したとき', en: 'the debt itself is denied' },
    { ja: '約束した日に入金がなかったとき', en: 'a promised day passes without payment' },
    {
      ja: '支払停止や弁護士の受任通知を知らされたとき（以後は代理人とだけ話します。知った後に受けた弁済や担保は、後に否認されることがあります）',
      en: 'a stop of payments or the appointment of counsel is announced (from then on speak to counsel only; payment or security taken after that may have to be given back)',
    },
  ];
  return {
    on: ends,
    next: next?.id ?? null,
    text: say.tell(
      next === null
        ? phrase(
            { ends },
            {
              ja: '話合いは{ends}までとし、まとまらなければその日に方針を見直します。',
              en: 'Talk until {ends}; if nothing is agreed by then, decide anew.',
            },
          )
        : phrase(
            { ends, next: next.label },
            {
              ja: '話合いは{ends}までとし、入金も書面の合意もなければ「{next}」に移ります。',
              en: 'Talk until {ends}; without payment or a written agreement by then, go on to "{next}".',
            },
          ),
    ),
    answers: answers.map((answer) => say.tell(answer)),
  };
}
