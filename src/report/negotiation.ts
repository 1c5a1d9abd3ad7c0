// Prepared talks for the reader: goal, opening, target and floor, what to give and to ask for, what to find out, how to speak, what to have
// in writing and when to stop. Every figure is the engine's; the opening is a rule of thumb and says so.

import type { ConcessionValue, CounterpartValue, Floor, Negotiation, QuestionValue } from '../analysis/negotiation.ts';
import { entriesByKind, KIND_LABELS } from '../assumptions/kinds.ts';
import type { Option } from '../options/option.ts';
import { optionLabel } from '../request/options.ts';
import { type Day, dayAfter } from '../values/day.ts';
import { moneyText } from '../values/money.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import type { ReportContext } from './context.ts';
import { APPROACH_BY_CAUSE, APPROACH_BY_KIND, papersFor } from './negotiation_words.ts';
import { fraction } from './parts.ts';
import { cited } from './voice.ts';

/** Months for which one talks at the most before deciding anew. */
const TALKS_MONTHS = 2;

/** The negotiation of an answer. Talking ends when the next step of the plan begins, or where that is far off on the day of review. */
export function negotiationAnswer(found: Negotiation, review: Day, context: ReportContext) {
  const { decision, plan, say, lang } = context;
  const next = plan.find(({ from }) => from > 0 && from <= TALKS_MONTHS) ?? null;
  const ends = next === null ? review : say.day(next.from);
  const { facts } = decision.case;
  return {
    text: say.tell(summary(found, context)),
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
    floor: { ...floorFigure(found.floor, context), basis: 'engine' as const, text: say.tell(floorText(found)) },
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
      text: say.tell(askText(one)),
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
    in_writing: papersFor(decision.situation).map(({ id, text, cite }) => ({
      id,
      text: text[lang],
      citation: cited(cite === null ? null : decision.case.law.citations[cite], lang),
    })),
    stop: stopAnswer(found, { ends, next: next?.option ?? null }, context),
  };
}

const floorFigure = (value: Floor | null, { say }: ReportContext) =>
  typeof value === 'number'
    ? { amount: say.amount(value), status: 'found' as const }
    : { amount: null, status: value ?? ('closed' as const) };

function goalAnswer({ alternative }: Negotiation, ends: Day, { decision, say }: ReportContext) {
  const { facts } = decision.case;
  const interest = facts.interest.interest;
  const full = facts.claim.amount.plus(interest);
  return {
    principal: moneyText(facts.claim.amount),
    interest: moneyText(interest),
    full: moneyText(full),
    by: ends,
    alternative: say.amount(alternative.value),
    alternative_option: alternative.option,
    text: say.tell(
      phrase(
        {
          full: { yen: full.toNumber() },
          interest: { yen: interest.toNumber() },
          by: ends,
          option: optionLabel(alternative.option),
          value: { yen: alternative.value },
        },
        {
          ja: '目標は、{by}までの{full}（うち遅延損害金{interest}）の入金です。分割や減額に合意しない場合に最も有利なのは「{option}」からの進め方で、その期待額は{value}です。',
          en: 'The goal is payment of {full}, of which {interest} is late interest, by {by}. Without agreeing to instalments or a reduction, the best way starts with "{option}" and is expected to bring {value}.',
        },
      ),
    ),
  };
}

/** All of it in a sentence or two. */
function summary(found: Negotiation, context: ReportContext): Sentence {
  const { opening, target, floor, alternative } = found;
  const best = { option: optionLabel(alternative.option), value: { yen: alternative.value } };
  if (floor === null) return closedText(found);
  if (floor === 'never' || opening === null || target === null)
    return floor === 'never'
      ? phrase(best, {
          ja: '減額の話はしません。全額の一括払いの約束より、「{option}」（期待額{value}）のほうが有利です。',
          en: 'Do not discuss a reduction: "{option}" (expected value {value}) is better than even a promise to pay the whole principal at once.',
        })
      : listed(
          [
            floorText(found),
            phrase(best, {
              ja: 'こちらから減額は提案しません。話がまとまらない場合に最も有利なのは「{option}」で、期待額は{value}です。',
              en: 'Do not propose a reduction yourself. If nothing is agreed, "{option}" is best, with an expected value of {value}.',
            }),
          ],
          { ja: '', en: ' ' },
        );
  const offer = found.offered === null ? SILENT : offerText(found, context);
  return listed(
    [
      phrase(
        { opening: { yen: opening }, target: { yen: target }, floor: floorWords(floor) },
        {
          ja: '一括払いの話合いは{opening}の提示から始め、{target}での合意を目指します。{floor}',
          en: 'In talks about a lump sum, name {opening} first and aim for {target}. {floor}',
        },
      ),
      offer,
    ].filter((sentence) => sentence !== SILENT),
    { ja: '', en: ' ' },
  );
}

const floorWords = (floor: number | 'always'): Sentence =>
  floor === 'always'
    ? { ja: 'いくらの一括払いでも、受けたほうが有利です。', en: 'Any lump sum is worth accepting.' }
    : phrase(
        { floor: { yen: floor } },
        {
          ja: '{floor}を下回る一括払いの申出は断ります。',
          en: 'Say no to any lump sum below {floor}.',
        },
      );

/** Why no lump sum can be agreed. */
function closedText({ closed }: Negotiation): Sentence {
  const [bar] = closed;
  const why: Sentence = bar?.text ?? { ja: '', en: '' };
  return bar === undefined
    ? {
        ja: 'いまは一括払いで終える合意を計算できません。',
        en: 'An agreement on a lump sum cannot be valued now.',
      }
    : phrase(
        { why },
        {
          ja: 'いまは減額や分割を話し合う場面ではありません。{why}',
          en: 'This is not the time to talk about a reduction or instalments. {why}',
        },
      );
}

function floorText(found: Negotiation): Sentence {
  const { floor, alternative } = found;
  const option = optionLabel(alternative.option);
  if (floor === null) return closedText(found);
  if (floor === 'always') return floorWords(floor);
  if (floor === 'never')
    return phrase(
      { option },
      {
        ja: 'どの額の一括払いより「{option}」が有利なので、受けてよい額はありません。',
        en: '"{option}" is better than any lump sum, so there is none to accept.',
      },
    );
  return phrase(
    { floor: { yen: floor } },
    {
      ja: '受けてよい一括払いの最低額は{floor}です。1円でも下回れば、断ってほかの手段を進めるほうが有利です。',
      en: 'The least lump sum worth accepting is {floor}. For less, saying no and going on is worth more.',
    },
  );
}

function targetText({ target, floor, offered }: Negotiation): Sentence {
  if (target === null)
    return floor === null || floor === 'never'
      ? { ja: '一括払いの目標はありません。', en: 'There is no lump sum to aim for.' }
      : {
          ja: 'こちらから減額を提案しないので、目標は全額です。',
          en: 'You do not propose a reduction, so the target is the whole amount.',
        };
  if (target === offered)
    return phrase(
      { target: { yen: target } },
      {
        ja: '相手の申出{target}を下回る額は目指しません。',
        en: 'The debtor already offers {target}; do not aim for less.',
      },
    );
  return phrase(
    { target: { yen: target } },
    {
      ja: '合意を目指す一括払いの額は{target}です。応じる可能性と受け取る額を掛けて最も有利になる水準で、最低額は下回りません。',
      en: 'Aim for a lump sum of {target}: the level at which the chance of a yes and the sum received are worth most together, and never below the floor.',
    },
  );
}

function openingText({ opening }: Negotiation, { decision }: ReportContext): Sentence {
  if (opening === null) return { ja: '全額の支払を求めます。', en: 'Ask for the whole amount.' };
  return phrase(
    { opening: { yen: opening }, share: { percent: decision.case.a.bargaining.opening_share } },
    {
      ja: '最初に示す一括払いの額は{opening}です。目標額と元本の間の{share}の位置に置く経験則によるもので、計算で得た額ではありません。',
      en: 'The lump sum to name first is {opening}. It lies {share} of the way from the target to the principal, which is a rule of thumb and not a computed figure.',
    },
  );
}

function laterText(month: number, value: Floor): Sentence {
  const on = { day_in: month };
  if (value === 'always')
    return phrase({ on }, { ja: '{on}：いくらの一括払いでも受けてよい', en: '{on}: any lump sum is worth accepting' });
  if (value === 'never')
    return phrase({ on }, { ja: '{on}：受けてよい一括払いの額はない', en: '{on}: no lump sum is worth accepting' });
  return phrase(
    { on, floor: { yen: value } },
    { ja: '{on}：受けてよい最低額は{floor}', en: '{on}: the least worth accepting is {floor}' },
  );
}

const isEnough = (offered: number, floor: Floor | null): boolean =>
  floor === 'always' || (typeof floor === 'number' && offered >= floor);

function offerAnswer(found: Negotiation, context: ReportContext) {
  const { offered, floor } = found;
  if (offered === null) return null;
  const { say } = context;
  return {
    amount: say.amount(offered),
    accept: isEnough(offered, floor),
    text: say.tell(offerText(found, context)),
  };
}

/** What to answer to the offer of the debtor. */
function offerText({ offered, floor, alternative, opening }: Negotiation, { decision }: ReportContext): Sentence {
  const offer = { yen: offered ?? 0 };
  if (isEnough(offered ?? 0, floor)) {
    const isWhole = (offered ?? 0) >= decision.situation.facts.principal;
    return isWhole || opening === null || opening <= (offered ?? 0)
      ? phrase({ offer }, { ja: '相手の申出{offer}は受けます。', en: "Accept the debtor's offer of {offer}." })
      : phrase(
          { offer, opening: { yen: opening } },
          {
            ja: '相手の申出{offer}は最低額以上なので、受けてよい額です。一度だけ{opening}を求め、上がらなければ受けます。',
            en: "The debtor's offer of {offer} is not below the floor and may be accepted. Ask once for {opening}, and accept if it is not raised.",
          },
        );
  }
  if (typeof floor === 'number')
    return phrase(
      { offer, floor: { yen: floor }, short: { yen: floor - (offered ?? 0) } },
      {
        ja: '相手の申出{offer}は断ります。受けてよい最低額{floor}に{short}足りません。',
        en: "Say no to the debtor's offer of {offer}: it is {short} below the floor of {floor}.",
      },
    );
  return phrase(
    { offer, option: optionLabel(alternative.option) },
    {
      ja: '相手の申出{offer}は断ります。「{option}」のほうが有利です。',
      en: 'Say no to the debtor\'s offer of {offer}: "{option}" is worth more.',
    },
  );
}

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

/** Additions below this are not worth asking for, yen. */
const NEXT_TO_NOTHING = 1;

function askText({ counterpart: { text }, adds }: CounterpartValue): Sentence {
  if (adds === null) return phrase({ text }, { ja: '{text}。', en: '{text}.' });
  if (Math.abs(adds) < NEXT_TO_NOTHING)
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
    worth >= NEXT_TO_NOTHING
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
  { say }: ReportContext,
) {
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
      ja: '支払停止や弁護士の受任通知を知らされたとき（以後は代理人とだけ話します）',
      en: 'a stop of payments or the appointment of counsel is announced (from then on speak to counsel only)',
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
