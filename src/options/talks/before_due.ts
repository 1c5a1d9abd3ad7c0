// What may be done before a claim is late: watch the day, make ready where the debtor is failing, take what the debtor itself offers, and ask
// others for whom the law brings the day forward.

import { latestDueDay } from '../../claim/due_by_law.ts';
import { isBeforeProceedings, isShortOfCash } from '../../claim/facts.ts';
import type { Day } from '../../values/day.ts';
import { listed, phrase, type Sentence, SILENT } from '../../values/phrase.ts';
import type { Text } from '../../values/text.ts';
import type { Bar, Situation } from '../option.ts';
import { notDueBars } from '../parts/bars.ts';
import { APART, writtenToCounsel } from './who_answers.ts';

/** The due date has not passed; on the day itself nobody is late. */
export const isInTime = ({ month, facts }: Situation): boolean =>
  month < facts.due_in || (month === 0 && facts.overdue_days === 0);

/** The debtor is known to be in grave trouble. */
export const isFailing = ({ debtor }: Situation): boolean => debtor.signs.distress === 'severe';

/** Goods of ours that may still be with the debtor, or with whom it sold them to. */
const GOODS: Text = {
  ja: '納めた商品の所在と転売先、',
  en: ' where the goods we delivered are and to whom they were sold,',
};

/** A security that is given to who knows of a petition, or of counsel's notice, may have to be given back: none is asked for. */
const SECURITY_ASKED: Text = { ja: 'にし、担保・保証人を求めます', en: ', and ask for security or a guarantor' };
const NO_SECURITY: Text = { ja: 'にします', en: '' };

const DUE_TODAY: Text = {
  ja: '今日が支払期日です。今日中の入金を確かめ、明日になっても入金がなければすぐ連絡して、支払日を約束させます。',
  en: 'Today is the due date: check whether it is paid. If it is not by tomorrow, call at once and get a payment date.',
};

const NOTHING_YET = {
  ja: '支払期日（{due}）までは請求できません（契約の期限の利益喪失条項に当たれば直ちに請求できるので、支払期日を改めて計算し直します）。',
  en: 'Nothing can be demanded until the due date ({due}), unless the contract has an acceleration clause that this triggers: then change the due date and calculate again.',
} as const;

/** Why it may not be paid on its day: the debtor has said so, or there are signs of it. */
const SHORT_OF_CASH = {
  said: { ja: '資金不足で', en: 'The debtor is short of cash' },
  signs: { ja: '資金繰りに不安の兆しがあり、', en: 'There are signs that the debtor is short of cash' },
} as const satisfies Readonly<Record<string, Text>>;

/** What is known before the day to stand in the way of payment is talked about before it, too; null where nothing is. */
function knownBefore({ facts: { claim, disputed } }: Situation, due: Day): Sentence | null {
  if (disputed)
    return phrase(
      { due },
      {
        ja: '支払期日（{due}）の前に、相手の言い分を書面で聞いて事実を確かめ、争いのない額は期日に払うよう求めます。',
        en: 'Before the due date ({due}) ask what the debtor disputes in writing, check the facts, and ask for the undisputed part on its day.',
      },
    );
  if (claim.cause === 'unwilling')
    return phrase(
      { due },
      {
        ja: '支払期日（{due}）の前に、払わない理由を書面で尋ね、期日に払われなければ何をするかを知らせます。',
        en: 'Before the due date ({due}) ask in writing why it is not to be paid, and say what follows if it is not.',
      },
    );
  if (!isShortOfCash(claim)) return null;
  return phrase(
    { due, short: SHORT_OF_CASH[claim.cause === 'short_of_cash' ? 'said' : 'signs'] },
    {
      ja: '{short}支払期日（{due}）に払われないおそれがあります。期日に払える額と残りの支払日を今のうちに尋ね、書面で確かめます（債務の承認になります）。以後の納入もそれを見て決めます。',
      en: '{short} for the due date ({due}): ask now what can be paid on it and when the rest is paid, have both confirmed in writing, which acknowledges the debt, and decide on further deliveries by that.',
    },
  );
}

/** What is prepared before the day against a debtor who is failing. */
const makingReady = ({ facts: { claim } }: Situation, until: Sentence): Sentence =>
  phrase(
    {
      until,
      security: isBeforeProceedings(claim) ? NO_SECURITY : SECURITY_ASKED,
      goods: claim.claim_kind === undefined || claim.claim_kind === 'goods' ? GOODS : SILENT,
    },
    {
      ja: '{until}以後の納入は前払いか停止{security}。{goods}相殺できる買掛金、差し押さえられる財産を調べ、期日の翌日に動けるよう準備します。',
      en: '{until} Deliver only against payment or not at all{security}. Find out{goods} what you owe that could be set off and what could be attached, and be ready to act the day after.',
    },
  );

/** A bill that its maker cannot meet is renewed only for something in return, and those who endorsed it are not let go. */
const RENEWED_BILL: Text = {
  ja: '支払を延ばすよう頼まれたら、その日に払える根拠を示させ、担保か保証人と引換えにだけ応じます（裏書人には新しい手形にも裏書を求めます）。',
  en: ' If a later day is asked for, have the debtor show why it can pay then, and agree only for security or a guarantor; endorsers must endorse the new bill, too.',
};

/** The month in which the due date is watched: nobody is dunned. Against a debtor who is failing one makes ready meanwhile. */
export function watching(s: Situation): Sentence {
  const { due_date, claim } = s.facts;
  const byLaw = latestDueDay(s.facts, s.law);
  const due = byLaw ?? due_date;
  const { claim_kind } = claim;
  if (claim_kind === 'bill')
    return phrase(
      { due, renewed: isShortOfCash(claim) && !isBeforeProceedings(claim) ? RENEWED_BILL : SILENT },
      {
        ja: '満期（{due}）を見守り、期間内に取引銀行を通じて呈示します。催促はまだしません。{renewed}',
        en: 'Watch the day of maturity ({due}) and have your bank present the bill in time; no reminders yet.{renewed}',
      },
    );
  if (byLaw !== null && byLaw < claim.as_of)
    return phrase(
      { byLaw },
      {
        ja: '法律上の支払期日（{byLaw}）は過ぎています。その日を示して、すぐ払うよう書面で求めます。',
        en: 'By law the price was due on {byLaw}: name that day, and ask in writing for payment at once.',
      },
    );
  const isToday = s.facts.overdue_days === 0 && byLaw === null;
  if (isFailing(s)) {
    const counsel = writtenToCounsel(s);
    const ready = makingReady(s, isToday ? DUE_TODAY : phrase({ due }, NOTHING_YET));
    return counsel === null ? ready : listed([counsel, ready], APART);
  }
  if (isToday) return DUE_TODAY;
  const known = knownBefore(s, due);
  if (known !== null) return known;
  return phrase(
    { due },
    {
      ja: '支払期日（{due}）を見守ります。期日前に請求書の到着と支払予定日を確かめ、催促はまだしません。',
      en: 'Watch the due date ({due}): make sure before it that the invoice has arrived and when payment is planned; no reminders yet.',
    },
  );
}

/** Not due yet, unless the proceedings at hand make claims due. */
export function dueInProceedingsBars(s: Situation): Bar[] {
  const { insolvency } = s.facts.claim;
  const isAccelerated =
    insolvency !== undefined && insolvency !== 'none' && s.law.insolvency[insolvency].accelerates_claims;
  return isAccelerated ? [] : notDueBars(s);
}

/**
 * A debtor who is failing pays before the day what it need not pay yet: such a payment within 30 days before its insolvency may have to be
 * given back (Bankruptcy Act art. 162(1)(ii)). Null where that is not the case.
 */
export const paidTooEarly = (s: Situation): Sentence | null =>
  s.month < s.facts.due_in && isFailing(s)
    ? {
        ja: '期日前の弁済は義務のない弁済で、支払不能になる前30日以内のものは否認されることがあります（破産法162条1項2号）。',
        en: 'A payment before the day is one that the debtor need not make: made within 30 days before its insolvency, it may have to be given back (Bankruptcy Act art. 162(1)(ii)).',
      }
    : null;
