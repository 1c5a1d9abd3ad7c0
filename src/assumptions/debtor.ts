// Defaults about who owes: how many debtors of each kind there are, how each pays, fails and looks.
// The vectors are in the order slow, unwilling, constrained, disputing, insolvent.

import { additive, fixed, logarithmic, logit, single, vector } from './assumption.ts';
import type { KindTuple } from './kinds.ts';

/** Kinds of debtor among all invoices on their due date, and how many of each pay on that day. */
export const prior = {
  due_weights: vector(
    [0.961, 0.008, 0.0195, 0.0075, 0.004],
    '支払期日における相手先の種類の構成比',
    'Mix of kinds of debtor among all invoices on the due date.',
    'weight',
    logit(0.5),
    'age_poll',
    'poll',
  ),
  paid_on_time: vector(
    [0.85, 0.3, 0.35, 0.25, 0.2],
    '期日に支払う割合',
    'Share that pays on the due date.',
    'share',
    logit(0.4),
    'judgement',
    'judgement',
  ),
  temper: single(
    0.85,
    '信用シグナルの重み（独立でないことの割引）',
    'Weight of qualitative signals, because they are not independent.',
    'ratio',
    fixed,
    'judgement',
    'judgement',
  ),
  promise_months: single(
    3,
    '約束違反の回数の表が前提とする督促の月数',
    'Months of being chased for which the table of broken promises holds.',
    'months',
    fixed,
    'judgement',
    'judgement',
  ),
  age_cap_months: single(
    24,
    '遅延損害金を期待額に入れる経過月数の上限',
    'Age up to which late-payment interest is valued.',
    'months',
    fixed,
    'judgement',
    'judgement',
  ),
};

const doubtOf = (sd: number, ja: string, en: string) =>
  single(
    1,
    `「${ja}」である可能性のオッズの倍率`,
    `Multiple of the odds that the debtor is ${en}, after everything seen.`,
    'odds',
    logarithmic(sd),
    'judgement',
    'judgement',
  );

/** How far the belief itself may be off: what the mix, the age curve and the signs leave open, as odds of each kind against the rest. */
export const doubt = {
  unwilling: doubtOf(0.5, '払う力はあるが払わない', 'able but unwilling'),
  constrained: doubtOf(0.5, '資金繰りが苦しい', 'cash-constrained'),
  disputing: doubtOf(0.4, '請求内容を争っている', 'disputing'),
  insolvent: doubtOf(0.6, '事実上の支払不能', 'de facto insolvent'),
};

const wearsOff = (mean: KindTuple, ja: string, en: string) =>
  vector(
    mean,
    `${ja}からの支払ハザードの倍率`,
    `Payment hazard from ${en} past due on, as a multiple of that in the first three.`,
    'ratio',
    fixed,
    'judgement',
    'judgement',
  );

/** Competing hazards of payment and deterioration, per month. */
export const hazard = {
  pay: vector(
    [0.41, 0.012, 0.065, 0.02, 0.005],
    '自社督促での1か月あたり支払ハザード',
    'Hazard of payment per month under in-house pursuit; .03 for an evader is judgement and decides "chase longer or sue".',
    'per_month',
    logarithmic(0.35),
    'age_poll',
    'poll',
  ),
  deteriorate: vector(
    [0.008, 0.038, 0.06, 0.034, 0],
    '1か月あたり支払不能化のハザード',
    'Hazard per month of turning de facto insolvent.',
    'per_month',
    logarithmic(0.4),
    'age_poll',
    'poll',
  ),
  wears_off: {
    from_3: wearsOff([0.8, 0.5, 0.9, 0.9, 1], '督促4か月目', 'the fourth month'),
    from_9: wearsOff([0.6, 0.25, 0.9, 0.8, 1], '督促10か月目', 'the tenth month'),
  },
  passive_factor: single(
    0.25,
    '督促しない場合の支払ハザードの倍率',
    'Payment hazard without effort, as a multiple of that with effort.',
    'ratio',
    logarithmic(0.35),
    'judgement',
    'judgement',
  ),
  after_limitation: vector(
    [0.9, 0.05, 0.4, 0.1, 0.3],
    '時効期間満了後の支払ハザードの倍率',
    'Payment hazard after the limitation period, as a multiple of that before.',
    'ratio',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  amount_elasticity: single(
    -0.05,
    '債権額に対する支払ハザードの弾力性',
    'Elasticity of the payment hazard in the amount.',
    'elasticity',
    additive(0.03),
    'judgement',
    'judgement',
  ),
  amount_reference: single(
    500_000,
    '弾力性の基準額',
    'Amount at which the elasticity has no effect.',
    'yen',
    fixed,
    'judgement',
    'judgement',
  ),
  paid_share: vector(
    [1, 0.98, 0.95, 0.9, 0.6],
    '任意に支払う場合に得られる残高の割合',
    'Share of the balance obtained when a voluntary payment resolves the claim.',
    'share',
    logit(0.4),
    'judgement',
    'judgement',
  ),
  scale: single(
    1,
    '支払ハザード全体の倍率（自社実績で較正）',
    'Multiple of all payment hazards, for calibration.',
    'ratio',
    fixed,
    'age_poll',
    'poll',
  ),
};

/** Credit information and what insolvency leaves. */
export const insolvency = {
  pd_logit_mean: vector(
    [-4.8, -3.9, -2.75, -4.2, -1.1],
    '12か月倒産確率（ロジット）の種類別平均',
    'Mean of the logit of the 12-month probability of failure.',
    'logit',
    additive(0.6),
    'failure_tsr',
    'judgement',
  ),
  report_logit_mean: vector(
    [-4.55, -4.2, -3.75, -4.3, -3.1],
    '信用調査が示す12か月倒産確率（ロジット）の種類別平均',
    'Mean of the logit of the 12-month probability of failure that reports state of a kind.',
    'logit',
    additive(0.4),
    'report_spread',
    'judgement',
  ),
  pd_logit_sd: single(
    1.2,
    '同じく標準偏差',
    'Standard deviation of that logit within a kind.',
    'logit',
    fixed,
    'report_spread',
    'judgement',
  ),
  pd_blend: single(
    0.5,
    '個社の倒産確率に置く重み',
    'Weight of the stated probability against the mean of the kind.',
    'ratio',
    fixed,
    'judgement',
    'judgement',
  ),
  dividend: single(
    0.04,
    '破産での一般債権の配当率',
    'Dividend to an unsecured creditor in bankruptcy.',
    'share',
    logit(0.6),
    'dividend_jp',
    'secondary',
  ),
  dividend_rehabilitation: single(
    0.09,
    '民事再生での弁済率',
    'Repayment to an unsecured creditor in civil rehabilitation.',
    'share',
    logit(0.6),
    'dividend_rehabilitation',
    'secondary',
  ),
  dividend_reorganisation: single(
    0.114,
    '会社更生での弁済率',
    'Repayment to an unsecured creditor in corporate reorganisation.',
    'share',
    logit(0.6),
    'dividend_reorganisation',
    'secondary',
  ),
  dividend_months: single(
    18,
    '配当までの月数',
    'Months until a dividend is paid.',
    'months',
    logarithmic(0.3),
    'dividend_time',
    'judgement',
  ),
  proof_cost: single(
    7_000,
    '債権届出の費用（事務と郵送）',
    'Cost of filing a proof of claim (clerical work and post).',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
  clawback: single(
    0.3,
    '危機を知って受けた弁済が否認される割合',
    'Share of payments taken in knowledge of the crisis that must be given back.',
    'share',
    logit(0.7),
    'judgement',
    'judgement',
  ),
  // A debtor's own petition is mostly decided within days or a few weeks, a creditor's takes months.
  opening_months: single(
    1.5,
    '申立てから手続開始までの月数',
    'Months from a petition to the opening of proceedings, on average.',
    'months',
    logarithmic(0.5),
    'judgement',
    'judgement',
  ),
  security_months: single(
    6,
    '担保の換価までの月数',
    'Months until security is realised.',
    'months',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
};

const sign = (mean: KindTuple, ja: string, en: string) =>
  vector(mean, ja, en, 'weight', logit(0.5), 'judgement', 'judgement');

/** How often each kind shows each sign: P(sign | kind). A missing sign changes nothing. */
export const signals = {
  contact: {
    responsive: sign([0.83, 0.25, 0.57, 0.8, 0.2], '連絡が取れる割合', 'Responsive to contact.'),
    evasive: sign([0.13, 0.55, 0.33, 0.15, 0.35], '連絡を避ける割合', 'Evasive.'),
    unreachable: sign([0.04, 0.2, 0.1, 0.05, 0.45], '連絡が取れない割合', 'Unreachable.'),
  },
  dispute: {
    none: sign([0.982, 0.75, 0.92, 0.05, 0.9], '争いのない割合', 'No dispute raised.'),
    partial: sign([0.015, 0.17, 0.06, 0.45, 0.07], '一部を争う割合', 'Disputes a part.'),
    full: sign([0.003, 0.08, 0.02, 0.5, 0.03], '全部を争う割合', 'Disputes everything.'),
  },
  partial_paid: {
    yes: sign([0.15, 0.05, 0.4, 0.1, 0.08], '一部入金がある割合', 'Has paid a part.'),
    no: sign([0.85, 0.95, 0.6, 0.9, 0.92], '一部入金がない割合', 'Has paid nothing.'),
  },
  broken_promises: {
    none: sign([0.84, 0.4, 0.45, 0.8, 0.45], '約束違反なしの割合', 'No broken promise.'),
    one: sign([0.14, 0.3, 0.32, 0.15, 0.25], '約束違反1回の割合', 'One broken promise.'),
    several: sign([0.02, 0.3, 0.23, 0.05, 0.3], '約束違反2回以上の割合', 'Two or more broken promises.'),
  },
  payment_history: {
    good: sign([0.6, 0.2, 0.25, 0.5, 0.15], '支払履歴が良い割合', 'Good payment history.'),
    mixed: sign([0.25, 0.3, 0.45, 0.3, 0.35], '支払履歴がまちまちの割合', 'Mixed payment history.'),
    bad: sign([0.05, 0.35, 0.2, 0.1, 0.35], '支払履歴が悪い割合', 'Bad payment history.'),
    new: sign([0.1, 0.15, 0.1, 0.1, 0.15], '新規取引の割合', 'New customer.'),
  },
  distress: {
    none: sign([0.93, 0.85, 0.5, 0.92, 0.2], '信用不安の兆候なしの割合', 'No sign of distress.'),
    some: sign([0.065, 0.14, 0.42, 0.075, 0.4], '兆候がいくらかある割合', 'Some signs of distress.'),
    severe: sign([0.005, 0.01, 0.08, 0.005, 0.4], '深刻な兆候がある割合', 'Severe signs of distress.'),
  },
  // A late payer has mostly forgotten or waits for papers, an evader blames either or says no, and who lacks cash mostly says so. A claim
  // that is disputed is told by its dispute.
  cause: {
    invoice_not_received: sign(
      [0.18, 0.1, 0.04, 0.05, 0.04],
      '請求書が届いていないという割合',
      'Invoice not received.',
    ),
    invoice_wrong: sign([0.12, 0.08, 0.03, 0.2, 0.02], '請求書に誤りがあるという割合', 'Invoice is wrong.'),
    forgotten: sign([0.45, 0.22, 0.1, 0.05, 0.08], '支払を忘れていた割合', 'Forgotten.'),
    short_of_cash: sign([0.2, 0.15, 0.75, 0.05, 0.7], '資金が足りないという割合', 'Short of cash.'),
    unwilling: sign([0.02, 0.3, 0.03, 0.05, 0.12], '払う気がない割合', 'Unwilling to pay.'),
  },
  acknowledged: {
    yes: sign([0.45, 0.12, 0.45, 0.03, 0.2], '債務を認めている割合', 'Acknowledges the debt.'),
    no: sign([0.55, 0.88, 0.55, 0.97, 0.8], '債務を認めていない割合', 'Does not acknowledge the debt.'),
  },
};

const failureRate = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'per_year', logit(0.6), 'score_tdb', 'judgement');
const rated = (mean: number, grade: string) =>
  single(
    mean,
    `格付${grade}の1年デフォルト率`,
    `One-year default rate at ${grade}.`,
    'per_year',
    logit(0.4),
    'rating_sp',
    'secondary',
  );

const crisisRate = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'per_year', logit(0.7), 'judgement', 'judgement');

/** Twelve-month probability of failure by credit score, grade or Altman zone. */
export const credit = {
  score: {
    from_66: failureRate(0.0005, '評点66以上の倒産確率', 'Score 66 and above.'),
    from_51: failureRate(0.003, '評点51–65の倒産確率', 'Score 51 to 65.'),
    from_46: failureRate(0.008, '評点46–50の倒産確率', 'Score 46 to 50.'),
    from_41: failureRate(0.02, '評点41–45の倒産確率', 'Score 41 to 45.'),
    from_36: failureRate(0.05, '評点36–40の倒産確率', 'Score 36 to 40.'),
    from_0: failureRate(0.06, '評点35以下の倒産確率', 'Score 35 and below.'),
  },
  rating: {
    AAA: rated(0.00001, 'AAA'),
    AA: rated(0.0002, 'AA'),
    A: rated(0.0005, 'A'),
    BBB: rated(0.0014, 'BBB'),
    BB: rated(0.0056, 'BB'),
    B: rated(0.0293, 'B'),
    CCC: rated(0.2612, 'CCC'),
  },
  // Chance of proceedings within a year, not of being unable to pay, which the presumption of the law says already. Notice by counsel is
  // mostly sent to prepare a petition, but some debtors agree a workout; of closed businesses many are never put into proceedings,
  // because nobody pays for them; after a first bill dishonoured some find the money, and a second one within 6 months ends borrowing.
  crisis: {
    payment_suspended: crisisRate(0.6, '支払停止後12か月の倒産確率', 'After suspension of payments.'),
    counsel_notice: crisisRate(0.75, '受任通知後12か月の倒産確率', "After notice by the debtor's counsel."),
    business_closed: crisisRate(0.5, '事業閉鎖後12か月の倒産確率', 'After the business was closed.'),
    dishonoured: crisisRate(
      0.6,
      '1回目の不渡り後12か月の倒産確率',
      'After a first bill or electronic claim dishonoured.',
    ),
  },
  baseline: single(
    0.0028,
    '普通法人の年間倒産率',
    'Yearly failure rate of ordinary corporations.',
    'per_year',
    logit(0.4),
    'failure_tsr',
    'secondary',
  ),
  overdue_multiplier: single(
    5,
    '延滞していることによる倒産率の倍率',
    'Multiple of the failure rate for a debtor already overdue.',
    'ratio',
    logarithmic(0.6),
    'judgement',
    'judgement',
  ),
  altman_grey_odds: single(
    1.5,
    "Z''中間域のオッズ比（安全域に対し）",
    "Odds ratio of the grey zone of Z'' against the safe zone.",
    'ratio',
    logarithmic(0.28),
    'altman_polish',
    'secondary',
  ),
  altman_distress_odds: single(
    7.7,
    "Z''危険域のオッズ比（安全域に対し）",
    "Odds ratio of the distress zone of Z'' against the safe zone.",
    'ratio',
    logarithmic(0.33),
    'altman_polish',
    'secondary',
  ),
};
