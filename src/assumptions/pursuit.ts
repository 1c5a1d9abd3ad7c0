// Defaults about pursuing out of court: reminders, certified demand, resolving a dispute, plans and settlements.
// The vectors are in the order slow, unwilling, constrained, disputing, insolvent.

import { additive, fixed, logarithmic, logit, single, vector } from './assumption.ts';
import type { KindTuple } from './kinds.ts';

/** Hours of a month of in-house pursuit, growing with the amount. The least of them is one call, or one letter of the usual text. */
export const pursue = {
  hours_base: single(
    0.6,
    '月間督促時間の基礎',
    'Hours a month at the reference amount.',
    'hours',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
  hours_per_doubling: single(
    0.25,
    '金額が倍になるごとの追加時間',
    'Hours added each time the amount doubles.',
    'hours',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
  hours_reference: single(
    100_000,
    '督促時間の基準額',
    'Amount at which only the base hours are spent.',
    'yen',
    fixed,
    'judgement',
    'judgement',
  ),
  hours_min: single(0.25, '月間督促時間の下限', 'Least hours a month.', 'hours', fixed, 'judgement', 'judgement'),
  hours_max: single(3, '月間督促時間の上限', 'Most hours a month.', 'hours', fixed, 'judgement', 'judgement'),
};

/** A certified demand (content-certified mail). */
export const demand = {
  respond: vector(
    [0.45, 0.15, 0.05, 0.04, 0.005],
    '内容証明を受けて1か月以内に支払う割合',
    'Share that pays within a month of a certified demand.',
    'share',
    logit(0.4),
    'judgement',
    'judgement',
  ),
  window_months: single(1, '回答を待つ月数', 'Months for an answer.', 'months', fixed, 'judgement', 'judgement'),
  months_to_pay: single(
    0.5,
    '支払までの月数',
    'Months until those who answer pay.',
    'months',
    fixed,
    'judgement',
    'judgement',
  ),
  preparation: single(
    2_600,
    '文案作成と発送の手間（郵便料を除く）',
    'Drafting and posting, without the postage.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
};

/** Working out a dispute before anything else. */
export const dispute = {
  success: vector(
    [0.9, 0.1, 0.25, 0.4, 0.03],
    '争いの解消に応じて支払う割合',
    'Share that settles the dispute and pays.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  hours: single(
    4,
    '争いの解消にかける時間',
    'Hours to work out the dispute.',
    'hours',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
  credit_share: single(
    0.35,
    '争われた部分のうち減額で応じる割合',
    'Share of the disputed part conceded as a credit note.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  lost_share: single(
    0.55,
    '係争部分のうち任意の支払や判決で得られない割合',
    'Part of the disputed share that neither a voluntary payment nor a judgment brings.',
    'share',
    logit(0.5),
    'contested_win',
    'judgement',
  ),
  window_months: single(1, '協議の月数', 'Months of talks.', 'months', fixed, 'judgement', 'judgement'),
  months_to_pay: single(
    1.5,
    '支払までの月数',
    'Months until those who agree pay.',
    'months',
    fixed,
    'judgement',
    'judgement',
  ),
  share_none: single(
    0.3,
    '争いが表に出ていない場合の係争部分',
    'Part in dispute when none has been raised.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  share_partial: single(
    0.35,
    '一部争いの係争部分',
    'Part in dispute when a part is disputed.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  share_full: single(
    0.9,
    '全部争いの係争部分',
    'Part in dispute when all is disputed.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
};

const reaches = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'ratio', mean === 1 ? fixed : logit(0.5), 'judgement', 'judgement');

/** How contact changes what reaches a debtor, and the chance that an offer is taken up. */
export const contact = {
  called: {
    responsive: reaches(1, '連絡が取れる相手に督促が届く割合', 'Pursuit reaches the debtor, responsive.'),
    evasive: reaches(1, '連絡を避ける相手に督促が届く割合', 'Pursuit reaches the debtor, evasive.'),
    unreachable: reaches(0.4, '連絡が取れない相手に督促が届く割合', 'Pursuit reaches the debtor, unreachable.'),
    unknown: reaches(1, '連絡状況が不明の相手に督促が届く割合', 'Pursuit reaches the debtor, unknown.'),
  },
  served: {
    responsive: reaches(1, '連絡が取れる相手に書面が届く割合', 'A letter or a service reaches the debtor, responsive.'),
    evasive: reaches(1, '連絡を避ける相手に書面が届く割合', 'A letter or a service reaches the debtor, evasive.'),
    unreachable: reaches(
      0.5,
      '連絡が取れない相手に書面が届く割合',
      'A letter or a service reaches the debtor, unreachable.',
    ),
    unknown: reaches(1, '連絡状況が不明の相手に書面が届く割合', 'A letter or a service reaches the debtor, unknown.'),
  },
  responsive: single(
    1,
    '連絡が取れる相手の申出受諾の倍率',
    'Multiple of acceptance, responsive.',
    'ratio',
    fixed,
    'judgement',
    'judgement',
  ),
  evasive: single(
    0.55,
    '連絡を避ける相手の倍率',
    'Multiple of acceptance, evasive.',
    'ratio',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  unreachable: single(
    0.1,
    '連絡が取れない相手の倍率',
    'Multiple of acceptance, unreachable.',
    'ratio',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  unknown: single(
    0.85,
    '連絡状況が不明の場合の倍率',
    'Multiple of acceptance, unknown.',
    'ratio',
    logit(0.5),
    'judgement',
    'judgement',
  ),
};

const acceptsPlan = (mean: KindTuple, n: number) =>
  vector(
    mean,
    `${n}回払いの申出に応じる割合`,
    `Share that accepts ${n} instalments.`,
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  );
const missesInstalment = (mean: KindTuple, n: number) =>
  vector(
    mean,
    `${n}回払いの1回あたり不払率`,
    `Chance of missing an instalment, ${n} instalments.`,
    'per_month',
    logit(0.4),
    'plans_lending',
    'judgement',
  );

/** An instalment plan. Terms between the three listed lengths are interpolated; beyond them the nearest holds. */
export const plan = {
  accept: {
    in_3: acceptsPlan([0.12, 0.1, 0.35, 0.05, 0.08], 3),
    in_6: acceptsPlan([0.12, 0.14, 0.5, 0.06, 0.12], 6),
    in_12: acceptsPlan([0.12, 0.18, 0.6, 0.06, 0.18], 12),
  },
  miss: {
    in_3: missesInstalment([0.01, 0.14, 0.11, 0.06, 0.55], 3),
    in_6: missesInstalment([0.01, 0.13, 0.08, 0.06, 0.5], 6),
    in_12: missesInstalment([0.01, 0.12, 0.06, 0.06, 0.45], 12),
  },
  miss_cap: single(
    0.9,
    '1回あたり不払率の上限',
    'Highest chance of missing an instalment.',
    'share',
    fixed,
    'judgement',
    'judgement',
  ),
  broken_promise_effect: single(
    0.6,
    '約束違反1回ごとの不払率の増加（2回まで）',
    'Increase of the chance of a miss per broken promise, two at most.',
    'ratio',
    logarithmic(0.4),
    'judgement',
    'judgement',
  ),
  turns_insolvent: vector(
    [0.2, 0.1, 0.35, 0.1, 0],
    '不払い時に支払不能となっている割合',
    'Share found insolvent when an instalment is missed.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  window_months: single(1, '回答を待つ月数', 'Months for an answer.', 'months', fixed, 'judgement', 'judgement'),
  offer_cost: single(
    5_000,
    '分割案を申し出る手間',
    'Own time to make the offer.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
  agreement_cost: single(
    5_000,
    '合意書を作る手間',
    'Own time to write the agreement.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
  monthly_cost: single(
    800,
    '1回あたりの入金管理の手間',
    'Own time per instalment.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
  down_months: single(
    0.5,
    '頭金までの月数',
    'Months until the down payment.',
    'months',
    fixed,
    'judgement',
    'judgement',
  ),
  deed_preparation: single(
    18_000,
    '公正証書の準備費用（公証人手数料を除く）',
    'Preparing a notarial deed, without the notary’s fees.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
  deed_acceptance: single(
    0.85,
    '公正証書を求めた場合の受諾の倍率',
    'Multiple of acceptance when a notarial deed is asked for.',
    'ratio',
    logit(0.5),
    'judgement',
    'judgement',
  ),
};

/** A lump sum for less than the whole. Acceptance of the level y is cap·contact·σ((middle − y)/slope). */
export const settle = {
  cap: vector(
    [0.5, 0.45, 0.5, 0.7, 0.06],
    '和解に応じうる割合の上限',
    'Highest share that would settle at any level.',
    'share',
    logit(0.4),
    'settle_lending',
    'judgement',
  ),
  middle: vector(
    [1.1, 0.65, 0.5, 0.65, 0.2],
    '半数が応じる水準（残高比）',
    'Level at which half of those accept, as a share of the balance.',
    'level',
    additive(0.08),
    'settle_lending',
    'judgement',
  ),
  slope: single(
    0.08,
    '水準に対する受諾の感度',
    'How sharply acceptance falls with the level.',
    'share',
    fixed,
    'judgement',
    'judgement',
  ),
  performed: single(
    0.97,
    '和解後に実際に支払う割合',
    'Share of accepted settlements that is paid.',
    'share',
    logit(0.4),
    'settle_lending',
    'judgement',
  ),
  firm_performed: single(
    0.95,
    '相手の申出額が実際に支払われる割合',
    'Share of the debtor’s own offers that is paid.',
    'share',
    logit(0.4),
    'judgement',
    'judgement',
  ),
  window_months: single(1, '回答を待つ月数', 'Months for an answer.', 'months', fixed, 'judgement', 'judgement'),
  months_to_pay: single(
    0.75,
    '支払までの月数',
    'Months until a settlement is paid.',
    'months',
    fixed,
    'judgement',
    'judgement',
  ),
  cost: single(
    5_000,
    '和解案の作成と合意書の費用',
    'Cost of the offer and the agreement.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
};
