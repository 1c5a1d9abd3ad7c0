// A month of doing nothing, after which it is decided anew (docs/model.md 4.2): before the due date the day is watched. Waiting for good is the
// baseline, and another option.

import * as z from 'zod';
import { every, product, zipKinds } from '../assumptions/kinds.ts';
import { isInCrisis, isShortOfCash } from '../claim/facts.ts';
import { titleOf } from '../claim/procedure.ts';
import { DUE_SOON_DAYS } from '../law/limitation.ts';
import { decay, minus, oneMinus, plus, times } from '../numbers/number.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { isIgnored } from './court/attach_first.ts';
import { type Bar, type Case, option, type Situation } from './option.ts';
import { openingLikely, procedureBars, runningIn } from './parts/bars.ts';
import { isLost } from './parts/contact.ts';
import { failureEvent } from './parts/failure.ts';
import { type MonthEnds, monthEnds } from './parts/month.ts';
import { securityMeanwhile } from './rights/security.ts';
import { mendedFirstBars } from './talks/ask_first.ts';
import { askedEnoughBars } from './talks/court_first.ts';
import { courtRunsBars, orderFirstBars } from './talks/own_offer.ts';
import { soughtFirst } from './talks/sought.ts';

/** The length of a pause, in months. */
const PAUSE_MONTHS = 1;

/** The chances of a month in which the due date lies `untilDue` months ahead, or after which it still is to come. */
function toTheDueDate({ a, debtor }: Case, untilDue: number): MonthEnds {
  const { pay, fail } = debtor.hazards;
  const failed = fail.map((rate) => oneMinus(decay(rate, PAUSE_MONTHS)));
  const late = PAUSE_MONTHS - untilDue;
  if (late < 0) return { paid: every(0), failed, open: failed.map(oneMinus) };
  const unprompted = pay.map((rate) => oneMinus(decay(times(a.hazard.passive_factor, rate), late)));
  const pays = zipKinds(debtor.on_time, unprompted, (prompt, later) => plus(prompt, times(oneMinus(prompt), later)));
  const paid = product(pays, failed.map(oneMinus));
  return { paid, failed, open: zipKinds(paid, failed, (p, f) => minus(oneMinus(p), f)) };
}

/** The limitation period ends soon, and nothing runs that keeps it from ending: a month is not let go by. */
function timeIsShort(s: Situation): Bar[] {
  const { last_day, days_left } = s.facts.limitation;
  if (days_left < 0 || days_left > DUE_SOON_DAYS || runningIn(s) !== undefined) return [];
  return [
    {
      code: 'limitation_near',
      text: phrase(
        { last_day },
        {
          ja: '時効期間が{last_day}に満了するので、何もせずに1か月を過ごせません。',
          en: 'The limitation period ends on {last_day}: there is no time to do nothing for 1 month.',
        },
      ),
      inputs: { limitation_last_day: last_day },
      cite: s.law.citations.limitation_demand,
      opens_if: {
        ja: '催告・訴え・債務の承認などで時効の完成が猶予または更新された場合',
        en: 'a demand, a suit or an acknowledgment has postponed the end or renewed the period',
      },
    },
  ];
}

/** Who lacks the cash before the day comes is asked what it can pay and what secures it, while there is something to refuse: a delay, or supply. */
const beforeDueBar = ({ facts: { claim, due_date } }: Situation): Bar => ({
  code: 'ask_first',
  text: {
    ja: '期日前に資金繰りの不安が分かっている相手です。期日を待たずに、支払の見通しを聞き、担保や納入の条件を話し合います。',
    en: 'The debtor is short of cash before the day has come: ask now what it can pay, and talk about security and the terms of supply.',
  },
  inputs: { cause: claim.cause ?? null, distress: claim.distress ?? null, due_date },
  cite: null,
  opens_if: { ja: '資金繰りに不安がない場合', en: 'nothing is told of a want of cash' },
});

/**
 * A month that is lost: the debtor is in a crisis, in which others take what there is, has gone, lacks the cash before the day, or has ignored a
 * title, which is used or let lie.
 */
function lostMonthBars(s: Situation): Bar[] {
  const { facts, law } = s;
  const { claim } = facts;
  if (isInCrisis(claim))
    return [
      openingLikely(s, {
        ja: '支払停止などの状態です。何もせずに1か月を過ごすと、相殺・商品・保証人の手当てが遅れ、その間に払われた分も否認されるおそれがあります。',
        en: 'The debtor is in a crisis: 1 month of doing nothing is lost for set-off, goods and guarantors, and what is paid meanwhile may have to be given back.',
      }),
    ];
  if (claim.address_known === false && isLost(claim))
    return [
      {
        code: 'nobody_to_answer',
        text: {
          ja: '所在の分からない相手からは、1か月待っても知らせは来ません。今すぐ所在を調べ、手続に進むか待つかを決めます。',
          en: 'Nobody knows where the debtor is, and 1 month of waiting tells nothing: look for it now, and decide whether to go to court or to wait.',
        },
        inputs: { contact: claim.contact ?? null, address_known: false },
        cite: null,
        opens_if: { ja: '所在が分かった場合', en: 'the debtor is found' },
      },
    ];
  if (facts.due_in > 0 && isShortOfCash(claim)) return [beforeDueBar(s)];
  if (!isIgnored(facts)) return [];
  return [
    {
      code: 'attach_first',
      text: {
        ja: '債務名義があるのに払わない相手です。1か月先に延ばさず、差押えや財産の調査をするか、権利を残して待つかを決めます。',
        en: 'The debtor has ignored a title: attach or find out what there is, or keep the title and wait; to let 1 month go by tells nothing.',
      },
      inputs: { title: titleOf(claim), contact: claim.contact ?? null },
      cite: law.citations.enforcement_title,
      opens_if: { ja: '相手が応答している場合（contact）', en: 'the debtor answers (contact)' },
    },
  ];
}

/** A month in which a debtor is looked for; null where nobody is. */
const decideAgain = (sought: Text | null): Sentence | null =>
  sought &&
  phrase(
    { sought },
    {
      ja: '{sought}入金も確かめ、1か月後に改めて決めます。',
      en: '{sought} Check for payments, and decide again in 1 month.',
    },
  );

export const pause = option({
  id: 'pause',
  label: { ja: '1か月の様子見', en: 'wait a month' },
  description: {
    ja: '1か月のあいだ何もせず入金だけを確かめ、そのとき改めて決めます。期日前は期日を見守ります。',
    en: 'Do nothing for a month but check for payment, then decide anew; before the due date, watch the day.',
  },
  family: 'stop',
  shape: 'effort',
  follows: ['fresh'],
  varies: () => 'never',
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => [
    ...procedureBars(s, 'chasing'),
    ...orderFirstBars(s),
    ...courtRunsBars(s),
    ...askedEnoughBars(s),
    ...timeIsShort(s),
    ...lostMonthBars(s),
    ...mendedFirstBars(s),
  ],
  variants: () => [{}],
  prospect: (s) => {
    const untilDue = s.facts.due_in;
    const { paid, failed, open } =
      untilDue > 0 ? s.once(toTheDueDate, untilDue) : s.once(monthEnds, s.facts.age, s.state.limitation <= 0, false);
    const middle = PAUSE_MONTHS / 2;
    const at = untilDue > 0 && untilDue < PAUSE_MONTHS ? (untilDue + PAUSE_MONTHS) / 2 : middle;
    const { paid_share: share } = s.debtor;
    return {
      event: {
        id: 'pause',
        at: 0,
        // Whoever decides anew in a month spends time on it.
        flows: [{ own_time: times(s.a.looking_again.hours, s.a.money.staff_rate) }],
        next: [
          { chance: paid, event: { id: 'paid_unprompted', at, flows: [{ principal: s.state.balance, share }] } },
          { chance: failed, event: failureEvent(s, middle, s.state.balance) },
        ],
      },
      staysOpen: open,
      window: PAUSE_MONTHS,
      // It is a step for today: whoever is asked again in a month may take it again.
      open: { until: PAUSE_MONTHS / 2 },
    };
  },
  sentences: {
    step: (s) =>
      securityMeanwhile(s) ??
      decideAgain(soughtFirst(s)) ??
      (s.facts.due_in > 0
        ? phrase(
            { due: s.facts.due_date },
            {
              ja: '支払期日（{due}）を見守ります。1か月後に改めて決めます。',
              en: 'Watch the due date ({due}) and decide again in 1 month.',
            },
          )
        : {
            ja: '1か月のあいだは何もせず、入金だけを確かめます。その後で改めて決めます。',
            en: 'Do nothing for 1 month but check for payments, then decide again.',
          }),
    risk: (s) =>
      s.facts.due_in > 0
        ? null
        : {
            ja: '何もしない1か月のあいだに、相手の財産や連絡先が失われることがあります。',
            en: 'In 1 month of doing nothing assets may go and the debtor may become harder to find.',
          },
  },
});
