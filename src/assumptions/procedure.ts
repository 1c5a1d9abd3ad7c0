// Defaults about a procedure that is already running, provisional attachment, letters of a lawyer, and who acts for us in court.
// The vectors are in the order slow, unwilling, constrained, disputing, insolvent.

import { fixed, logarithmic, logit, ownHours, single, vector } from './assumption.ts';
import type { KindTuple } from './kinds.ts';

const leftOver = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'share', logit(0.5), 'judgement', 'judgement');

/** A procedure that is already running. */
export const running = {
  hours_left: {
    before_hearing: leftOver(
      0.7,
      '進行中の手続で期日の前に残っている手間の割合',
      'Share of the hours of a procedure that is still to come before its hearing.',
    ),
    order_pending: leftOver(
      0.2,
      '申し立てた支払督促に残っている手間（仮執行宣言の申立て）の割合',
      'Share of the hours of a payment order that is still to come once it was filed: applying for provisional enforcement.',
    ),
    in_hearing: leftOver(
      0.4,
      '進行中の手続で期日が始まった後に残っている手間の割合',
      'Share of the hours of a procedure that is still to come once it is being heard.',
    ),
  },
  least_months: single(
    0.3,
    '進行中の手続の次の節目までの最短の月数',
    'Fewest months to the next event of a procedure that has already taken longer than usual.',
    'months',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
};

const inShares = (mean: KindTuple, ja: string, en: string) =>
  vector(mean, ja, en, 'share', logit(0.5), 'judgement', 'judgement');

/** Provisional attachment beside a suit. That debtors who are sued put things out of reach is general experience, not measured. */
export const securing = {
  kept: inShares(
    [0.97, 0.65, 0.85, 0.95, 0.75],
    '取れる財産が判決の後もなお残っている割合（仮差押えをしない場合）',
    'Of what there is to take, share that is still there when a judgment can be enforced, without provisional attachment.',
  ),
  pays: inShares(
    [0.3, 0.2, 0.08, 0.1, 0.01],
    '仮差押えを受けてすぐに支払う割合',
    'Pays at once because an account or customer is frozen.',
  ),
  months_to_pay: single(
    0.5,
    '仮差押えから支払まで',
    'From the attachment to that payment.',
    'months',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
  covers: single(
    0.5,
    '価額の分からない目的物で押さえられる割合（請求額比）',
    'Share of the claim that an object of unknown value covers.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  counsel_share: single(
    0.5,
    '仮差押えの着手金（訴訟の着手金に対する割合）',
    'Counsel’s fee for a provisional attachment, as a share of the retainer for a suit.',
    'share',
    logit(0.4),
    'judgement',
    'judgement',
  ),
  hours: ownHours(6, '仮差押えにかける時間（弁護士なし）', 'Hours for a provisional attachment without counsel.'),
};

/** A lawyer's letter to a debtor who has not paid on our own demand. */
export const counsel_letter = {
  respond: inShares(
    [0.35, 0.12, 0.04, 0.05, 0.005],
    '自社の催告に応じなかった相手が弁護士名の督促状で支払う割合',
    'Of those who have not paid on our own demand, share that pays within a month of a lawyer’s letter.',
  ),
  window_months: single(1, '回答を待つ月数', 'Months for an answer.', 'months', fixed, 'judgement', 'judgement'),
  months_to_pay: single(
    0.5,
    '督促状から支払までの月数',
    'Months until those who answer pay.',
    'months',
    fixed,
    'judgement',
    'judgement',
  ),
  fee: single(
    44_000,
    '弁護士名の内容証明の料金（税込、郵便料を除く）',
    'Fee of a lawyer’s letter, tax included, postage apart.',
    'yen',
    logarithmic(0.2),
    'lawyer_letters',
    'secondary',
  ),
  hours: ownHours(1, '弁護士に事情と資料を渡す時間', 'Hours to brief the lawyer.'),
};

const scrivenerFee = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'yen', logarithmic(0.3), 'judgement', 'judgement');

/** A certified judicial scrivener in the summary court. Fees are free; what is usual is not published, so success fees are part of these. */
export const scrivener = {
  suit: scrivenerFee(
    80_000,
    '認定司法書士の通常訴訟の費用（成功報酬を含む目安）',
    'Scrivener’s fee for a suit, success fee included.',
  ),
  small_claims: scrivenerFee(
    55_000,
    '認定司法書士の少額訴訟の費用（同）',
    'Scrivener’s fee for a small claim, success fee included.',
  ),
  payment_order: scrivenerFee(
    40_000,
    '認定司法書士の支払督促の費用（同）',
    'Scrivener’s fee for a payment order, success fee included.',
  ),
  briefing: ownHours(1.5, '司法書士に事情と資料を渡す時間', 'Hours to brief the scrivener.'),
};

/** Asking for a written acknowledgment. */
export const acknowledging = {
  hours: ownHours(1.5, '債務承認書を作り署名をもらう時間', 'Hours to write an acknowledgment and have it signed.'),
};

/** A month of doing nothing. */
export const looking_again = {
  hours: ownHours(0.25, '1か月後に改めて決める時間', 'Hours to look at a case again after a month of doing nothing.'),
  closing_hours: ownHours(
    0.03,
    '入金を最後に確かめて閉じる時間',
    'Hours to check once more for a payment and close the file.',
  ),
};
