// The sums of prepared talks in words: the goal, the lump sum to name first, to aim for and below which to say no.

import type { Floor, Negotiation } from '../analysis/negotiation.ts';
import { optionLabel } from '../request/options.ts';
import type { Day } from '../values/day.ts';
import { moneyText } from '../values/money.ts';
import { listed, phrase, type Sentence } from '../values/phrase.ts';
import type { ReportContext } from './context.ts';

/** What to reach, and what not agreeing is worth. */
export function goalAnswer({ alternative }: Negotiation, ends: Day, { decision, say }: ReportContext) {
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
      facts.proceedings
        ? phrase(
            { option: optionLabel(alternative.option), value: { yen: alternative.value } },
            {
              ja: '倒産手続の中では、個別に支払を求めません。最も有利なのは「{option}」で、その期待額は{value}です。',
              en: 'During insolvency proceedings, payment is not demanded outside them. "{option}" is best, with an expected value of {value}.',
            },
          )
        : phrase(
            {
              full: { yen: full.toNumber() },
              interest: { yen: interest.toNumber() },
              by: ends,
              option: optionLabel(alternative.option),
              value: { yen: alternative.value },
            },
            {
              ja: '目標は、{by}までの{full}（うち基準日までの遅延損害金{interest}）の入金です。この先も相手と何も合意しない場合に最も有利なのは「{option}」からの進め方で、その期待額は{value}です。',
              en: 'The goal is payment of {full} by {by}, of which {interest} is late interest accrued so far. Without any agreement with the debtor, now or later, the best way starts with "{option}" and is expected to bring {value}.',
            },
          ),
    ),
  };
}

/** All of it in a sentence or two. */
export function negotiationSummary(found: Negotiation, context: ReportContext): Sentence {
  const { opening, target, floor } = found;
  const best = { option: context.best.option.label, value: { yen: context.best.value } };
  if (floor === null) return closedText(found);
  if (floor === 'never' || opening === null || target === null)
    return floor === 'never'
      ? phrase(best, {
          ja: '減額の話はしません。全額の一括払いの約束より、「{option}」（期待額{value}）のほうが有利です。',
          en: 'Do not discuss a reduction: "{option}" (expected value {value}) is better than even a promise to pay the whole principal at once.',
        })
      : listed(
          [
            floorText(found, context),
            phrase(best, {
              ja: 'こちらから減額は提案しません。まず「{option}」を進めます（期待額{value}）。',
              en: 'Do not propose a reduction yourself; start with "{option}" (expected value {value}).',
            }),
          ],
          { ja: '', en: ' ' },
        );
  if (found.offered !== null)
    return listed([offerText(found, context), floorWords(floor), agreementWords(context)], { ja: '', en: ' ' });
  return listed(
    [
      phrase(
        { opening: { yen: opening }, target: { yen: target }, floor: floorWords(floor) },
        {
          ja: '一括払いの話合いは{opening}の提示から始め、{target}での合意を目指します。{floor}',
          en: 'In talks about a lump sum, name {opening} first and aim for {target}. {floor}',
        },
      ),
      agreementWords(context),
    ],
    { ja: '', en: ' ' },
  );
}

/** The agreement that is worth most, where one is recommended; else what to do without. */
const agreementWords = ({ best: { option, value } }: ReportContext): Sentence => {
  const told = { option: option.label, value: { yen: value } };
  return option.negotiable === true
    ? phrase(told, {
        ja: '最も有利な合意は「{option}」で、期待額は{value}です。',
        en: 'The best agreement is "{option}", with an expected value of {value}.',
      })
    : phrase(told, {
        ja: '合意がなければ「{option}」から進めます（その後の申出も含む期待額{value}）。',
        en: 'Without an agreement, go on with "{option}" (expected value {value}, later offers included).',
      });
};

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

/** The floor, or why there is none. */
export function floorText(found: Negotiation, { best }: ReportContext): Sentence {
  const { floor } = found;
  const option = best.option.label;
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

/** The lump sum to aim for. */
export function targetText({ target, floor, offered }: Negotiation): Sentence {
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

/** The lump sum to name first, and that it is a rule of thumb. */
export function openingText({ opening }: Negotiation, { decision }: ReportContext): Sentence {
  if (decision.case.facts.proceedings) return { ja: '減額の提示はしません。', en: 'Do not offer a reduction.' };
  if (opening === null) return { ja: '全額の支払を求めます。', en: 'Ask for the whole amount.' };
  return phrase(
    { opening: { yen: opening }, share: { percent: decision.case.a.bargaining.opening_share } },
    {
      ja: '最初に示す一括払いの額は{opening}です。目標額と元本の間の{share}の位置に置く経験則によるもので、計算で得た額ではありません。',
      en: 'The lump sum to name first is {opening}. It lies {share} of the way from the target to the principal, which is a rule of thumb and not a computed figure.',
    },
  );
}

/** The floor of a later month. */
export function laterText(month: number, value: Floor): Sentence {
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

const reachesFloor = (offered: number, floor: Floor | null): boolean =>
  floor === 'always' || (typeof floor === 'number' && offered >= floor);

/** The answer to the offer of the debtor; null without one. */
export function offerAnswer(found: Negotiation, context: ReportContext) {
  const { offered, floor } = found;
  if (offered === null) return null;
  const { say } = context;
  return {
    amount: say.amount(offered),
    accept: reachesFloor(offered, floor),
    text: say.tell(offerText(found, context)),
  };
}

/** What to answer to the offer of the debtor. */
function offerText({ offered, floor, opening }: Negotiation, { decision, best }: ReportContext): Sentence {
  const offer = { yen: offered ?? 0 };
  if (reachesFloor(offered ?? 0, floor)) {
    const isWhole = (offered ?? 0) >= decision.situation.facts.principal;
    return isWhole || opening === null || opening <= (offered ?? 0)
      ? phrase({ offer }, { ja: '相手の申出{offer}は受けます。', en: "Accept the debtor's offer of {offer}." })
      : phrase(
          { offer, opening: { yen: opening } },
          {
            ja: '相手の申出{offer}は最低額以上なので、受けてよい額です。一度だけ{opening}への増額を求め、上がらなければ受けます。',
            en: "The debtor's offer of {offer} reaches the floor and may be accepted. Ask once for a higher sum, {opening}, and accept if it is not raised.",
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
    { offer, option: best.option.label },
    {
      ja: '相手の申出{offer}は断ります。「{option}」のほうが有利です。',
      en: 'Say no to the debtor\'s offer of {offer}: "{option}" is worth more.',
    },
  );
}
