// What talks about instalments can give away, and what to ask for in return: longer terms, less at once, no interest; a deed, security,
// payments handed over in advance.

import { money } from '../../values/money.ts';
import { phrase } from '../../values/phrase.ts';
import { recordedIn } from '../court/running.ts';
import type { Bargaining, Concession, Counterpart, Situation } from '../option.ts';

/** Terms of instalments that are negotiated. */
export interface NegotiatedInstalments {
  readonly instalments: number;
  readonly down_rate: number;
  readonly deed: boolean;
}

/** What is asked beside a promise to pay in parts. The field of security counts a guarantee, too. None is taken from a debtor in proceedings. */
function securityAsked(s: Situation): Counterpart<NegotiatedInstalments>[] {
  const { security_value } = s.facts.claim;
  if (s.facts.proceedings || security_value?.gt(0) === true) return [];
  const worth = Math.round(s.state.balance * s.a.bargaining.security_share);
  return [
    {
      id: 'security',
      text: phrase(
        { worth: { yen: worth } },
        {
          ja: '物や債権の担保、または書面による保証人で、{worth}を回収できるものを付けてもらう',
          en: 'security on goods or receivables, or a guarantor in writing, good for {worth}',
        },
      ),
      change: { claim: { security_value: money(worth) } },
    },
  ];
}

const HANDED_OVER_IN_ADVANCE: Counterpart<NegotiatedInstalments> = {
  id: 'dated_payments',
  text: {
    ja: '各回の支払を先に手配してもらう（振込予約の控え、または電子記録債権の発生記録）。不払いの減り方を示す資料がないため、金額にはしていません',
    en: 'have each payment arranged in advance (a copy of the scheduled transfers, or an electronically recorded claim); no published figure says how much safer that is, so it is not valued',
  },
};

/** Instalments seen across the table; `t` are the terms chosen, null where they are not open. */
export function talksAboutInstalments(
  s: Situation,
  t: NegotiatedInstalments | null,
): Bargaining<NegotiatedInstalments> {
  if (t === null) return { asks: securityAsked(s) };
  const asks = [...securityAsked(s), HANDED_OVER_IN_ADVANCE];
  const concessions: Concession<NegotiatedInstalments>[] = [
    {
      id: 'month_more',
      text: phrase(
        { before: t.instalments, after: t.instalments + 1 },
        {
          ja: '分割を{before}回から{after}回へ1か月延ばす',
          en: 'one month more: {after} instalments instead of {before}',
        },
      ),
      from: t,
      to: { ...t, instalments: t.instalments + 1 },
    },
    {
      id: 'interest_waived',
      text: { ja: '分割の間の遅延損害金を求めない', en: 'claim no late interest on the instalments' },
      from: t,
      to: t,
      changes: { 'money.interest_paid_in_plan': 0 },
    },
  ];
  const half = Math.round(t.down_rate * 50) / 100;
  if (half < t.down_rate)
    concessions.push({
      id: 'down_payment_halved',
      text: phrase(
        { before: { percent: t.down_rate }, after: { percent: half } },
        { ja: '頭金を{before}から{after}に下げる', en: 'a down payment of {after} instead of {before}' },
      ),
      from: t,
      to: { ...t, down_rate: half },
    });
  if (!s.tariff.absent.has('notarial_deed') && recordedIn(s) === undefined)
    asks.unshift({
      id: 'deed',
      text: {
        ja: '分割の約束を、強制執行認諾文言付きの公正証書にしてもらう',
        en: 'put the instalments into a notarial deed that can be enforced at once',
      },
      terms: { from: { ...t, deed: false }, to: { ...t, deed: true } },
    });
  return { concessions, asks };
}
