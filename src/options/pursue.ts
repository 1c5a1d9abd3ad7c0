// In-house pursuit: calls, mails and visits, month by month (docs/model.md 4).

import * as z from 'zod';
import { every, product, zipKinds } from '../assumptions/kinds.ts';
import { WEARS_OFF_AT, wornOff } from '../debtor/debtor.ts';
import { decay, minus, oneMinus, over, plus, times } from '../numbers/number.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { unwarnedBars } from './court/attach_first.ts';
import { besideChasing, besideProcedure } from './court/running.ts';
import { titleEndingBars } from './court/title_means.ts';
import { option, type Situation } from './option.ts';
import { endingBars, procedureBars } from './parts/bars.ts';
import { isLost } from './parts/contact.ts';
import { failureEvent } from './parts/failure.ts';
import { chasedMonths, chasingCost, isChasedInVain } from './parts/month.ts';
import { isInTime, watching } from './talks/before_due.ts';
import { askedEnoughBars, wordsSpentAfter } from './talks/court_first.ts';
import { courtRunsBars, orderFirstBars, settledBars } from './talks/own_offer.ts';
import { undisputedFirst } from './talks/undisputed.ts';
import { APART, whoAnswers } from './talks/who_answers.ts';

/** The length of one step of pursuit, in months. */
const STEP_MONTHS = 1;

/** Chance of leaving within a step by a way with this hazard, when `all` is the hazard of all ways. */
const leavingBy = (hazard: number, all: number): number => over(times(oneMinus(decay(all, STEP_MONTHS)), hazard), all);

/** Where somebody is looked for who does not answer, and whom the letter goes to. */
const SEARCHES = {
  abroad: {
    ja: '現地の登記などで所在を確かめ、書面を送ります',
    en: 'Check the registers in its country, and write',
  },
  consumer: {
    ja: '住民票の写しなどで住所を確かめ、住所に書面を送ります',
    en: 'Check the address in the register of residents, and write to it',
  },
  trader: {
    ja: '住民票の写しなどで住所を、現地で店舗の現況を確かめ、住所に書面を送ります',
    en: 'Check the address in the register of residents and whether the shop still trades, and write to the home address',
  },
  company: {
    ja: '登記（本店・代表者の住所・解散の有無）と現地を確かめ、代表者の自宅にも書面を送ります',
    en: "Check the commercial register (seat, director's address, dissolution) and the premises, and write to the director's home as well",
  },
} as const satisfies Readonly<Record<string, Text>>;

function whoIsSought({ facts: { abroad, claim } }: Situation): keyof typeof SEARCHES {
  if (abroad) return 'abroad';
  if (claim.debtor_type === 'consumer') return 'consumer';
  return claim.debtor_type === 'sole_proprietor' ? 'trader' : 'company';
}

/** The period ends within the step, and nothing can be delivered before an address is found. */
const isLastChance = ({ facts, month, state: { limitation } }: Situation): boolean =>
  facts.claim.address_known === false && !facts.abroad && limitation > month && limitation < month + STEP_MONTHS;

/** Whom to look for where nobody answers, and what if nobody is found. */
function searching(s: Situation, isLate: boolean): Sentence {
  const where = SEARCHES[whoIsSought(s)];
  if (isLastChance(s))
    return phrase(
      { where, last_day: { day_in: s.state.limitation } },
      {
        ja: 'すぐに{where}。見つかれば{last_day}までに催告を届けるか訴え、見つからなければ、その日までに公示送達による訴えを起こすか放棄するかを決めます。',
        en: '{where}, at once. By {last_day} a demand must have arrived or a suit be filed; if nobody is found, decide by then whether to sue with service by public notice or to give up.',
      },
    );
  return isLate
    ? phrase(
        { where, next: nextBest(s) },
        {
          ja: '{where}。それでも連絡がつかなければ、電話での督促は続けず、{next}。',
          en: '{where}. If nobody answers even then, stop calling and {next}.',
        },
      )
    : phrase({ where }, { ja: '{where}。', en: '{where}.' });
}

/** What to do where it is known why nothing was paid, and that is no dispute. What lies with the invoice comes before any step, and is told there. */
const CHASED_FOR: Readonly<Partial<Record<NonNullable<Situation['facts']['claim']['cause']>, Text>>> = {
  short_of_cash: {
    ja: '資金繰りと入金の予定を聞き、一部でも払える日と残りの支払日を約束させて記録します。',
    en: 'Ask when cash comes in; get a day for what can be paid now and one for the rest, and put both on record.',
  },
  unwilling: {
    ja: '払わない理由を書面で求め、期限を示して、過ぎたら次の手に移ることを伝えます。',
    en: 'Ask for the reason in writing, set a deadline, and say what follows once it has passed.',
  },
};

/** What comes when all of it brought nothing: nothing that is valued here reaches a debtor abroad. */
const nextBest = ({ facts }: Situation): Text =>
  facts.abroad
    ? { ja: '現地の弁護士に見積りを求めます', en: 'ask a lawyer there for a quote' }
    : { ja: '別の手に移ります', en: 'go on to another step' };

/** What changes once the same reminders have brought nothing. Nobody travels abroad for it. */
const otherwise = (s: Situation): Sentence =>
  phrase(
    {
      meet: s.facts.abroad
        ? { ja: 'オンラインの面談', en: 'meet online' }
        : { ja: '訪問の日時', en: 'make an appointment in person' },
      next: nextBest(s),
    },
    {
      ja: '同じ督促を繰り返しません。担当を上席に替え、{meet}を約束し、支払日と金額を書いた支払約束書に署名を求めます。得られなければ{next}。',
      en: 'Do not repeat the same reminders: let a senior colleague call, {meet}, and ask for a signed promise with dates and amounts; without one, {next}.',
    },
  );

const VISITING: Text = { ja: '・訪問', en: ' and visit' };

/** What to do this month, as it follows from whom we face and how long it has been chased. */
function chasing(s: Situation): Sentence {
  const { cause } = s.facts.claim;
  const isLate = isChasedInVain(s);
  const answering = whoAnswers(s, isLate);
  // A claim is declared to a liquidator whether it is due or not.
  const isDeclared = s.facts.claim.insolvency === 'liquidation' && answering !== null;
  if (isInTime(s)) return isDeclared ? listed([answering, watching(s)], APART) : watching(s);
  if (answering) return answering;
  if (isLost(s.facts.claim)) return searching(s, isLate);
  if (isLate) return otherwise(s);
  const known = cause && CHASED_FOR[cause];
  if (known) return known;
  return phrase(
    { first: undisputedFirst(s), visit: s.facts.abroad ? SILENT : VISITING },
    {
      ja: '電話・メール{visit}で督促し、支払日を約束させて記録します。{first}',
      en: 'Call, write{visit}; get a payment date and put it on record.{first}',
    },
  );
}

/** A first, friendly question, and a dunning letter once that was of no use; before the due date neither. */
function chasingPapers(s: Situation): readonly string[] {
  if (isInTime(s)) return [];
  const { broken_promises = 0, contact, succession } = s.facts.claim;
  if (succession === 'died') return ['file_note'];
  const isFirst = chasedMonths(s) < STEP_MONTHS && broken_promises === 0 && contact !== 'unreachable';
  return [isFirst ? 'reminder' : 'second_reminder', 'file_note'];
}

export const pursue = option({
  id: 'pursue',
  label: { ja: '自社督促', en: 'pursue in-house' },
  description: {
    ja: '電話・メール・訪問で督促を続けます。1か月ごとに続けるか別の手に移るかを決めます。',
    en: 'Keep calling, writing and visiting, deciding anew each month.',
  },
  family: 'in_house',
  shape: 'effort',
  ordinary: true,
  follows: ['fresh'],
  varies: (s) => (s.month < s.facts.due_in ? 'monthly' : 'interest'),
  changes: (today) => WEARS_OFF_AT.map((age) => age - today.facts.age),
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => [
    ...procedureBars(s, 'chasing'),
    ...settledBars(s),
    ...orderFirstBars(s),
    ...courtRunsBars(s),
    ...unwarnedBars(s),
    ...askedEnoughBars(s),
    ...titleEndingBars(s),
    ...endingBars(s),
  ],
  spent_after: wordsSpentAfter,
  papers: chasingPapers,
  variants: () => [{}],
  prospect: (s) => {
    const { a, facts, month, state } = s;
    const { hazards, paid_share } = s.debtor;
    const expired = month >= state.limitation;
    const untilDue = Math.max(0, facts.due_in - month);
    const due = untilDue === 0;
    const acting = Math.max(0, STEP_MONTHS - untilDue);
    const dueInside = !due && acting > 0;
    const mid = dueInside ? (untilDue + STEP_MONTHS) / 2 : STEP_MONTHS / 2;
    const usual = product(hazards.pay, wornOff(facts.age + month, a)).map((rate) => times(rate, s.debtor.called));
    const pay = expired ? product(usual, a.hazard.after_limitation) : usual;
    const { fail } = hazards;
    const chances = due
      ? zipKinds(pay, fail, (p, f) => leavingBy(p, plus(p, f)))
      : dueInside
        ? product(
            fail.map((f) => decay(f, STEP_MONTHS)),
            zipKinds(s.debtor.on_time, pay, (onTime, p) =>
              plus(onTime, times(oneMinus(onTime), oneMinus(decay(p, acting)))),
            ),
          )
        : every(0);
    const fails = due
      ? zipKinds(pay, fail, (p, f) => leavingBy(f, plus(p, f)))
      : fail.map((f) => oneMinus(decay(f, STEP_MONTHS)));
    const cost = times(STEP_MONTHS, chasingCost(s));
    return {
      event: {
        id: 'pursue',
        at: 0,
        flows: due ? [{ own_time: cost }] : [],
        next: [
          {
            chance: chances,
            event: {
              id: 'paid',
              at: mid,
              flows: [
                { principal: state.balance, share: paid_share, interest_share: a.money.interest_paid_voluntarily },
              ],
            },
          },
          { chance: fails, event: failureEvent(s, mid, state.balance) },
        ],
      },
      staysOpen: zipKinds(chances, fails, (paid, failed) => minus(oneMinus(paid), failed)),
      window: STEP_MONTHS,
      open: besideProcedure(s),
      relationship: a.relationship.loss.pursue,
    };
  },
  sentences: {
    step: (s) => listed([chasing(s), besideChasing(s)], SILENT),
    reason: (s) =>
      s.facts.claim.contact === 'responsive'
        ? phrase(
            { time: { months: 1 } },
            {
              ja: '相手と連絡が取れるため、{time}の督促で支払われる可能性があります。',
              en: 'The debtor answers, so {time} of reminders may bring payment.',
            },
          )
        : null,
  },
});
