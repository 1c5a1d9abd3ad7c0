// Defaults about court routes and enforcement: behaviour and duration. Fees and limits are law, not assumptions.
// The vectors are in the order slow, unwilling, constrained, disputing, insolvent.

import { logarithmic, logit, ownHours, single, vector } from './assumption.ts';
import type { KindTuple } from './kinds.ts';

const behaves = (mean: KindTuple, ja: string, en: string) =>
  vector(mean, ja, en, 'share', logit(0.5), 'judgement', 'judgement');
const wins = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'share', logit(0.5), 'contested_win', 'judgement');
const lasts = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'months', logarithmic(0.3), 'durations', 'secondary');

/** What happens in court, by route. */
export const court = {
  pays_on_service: {
    payment_order: behaves(
      [0.4, 0.06, 0.015, 0.03, 0.005],
      '支払督促の送達で支払う割合',
      'Pays when a payment order is served.',
    ),
    small_claims: behaves(
      [0.4, 0.06, 0.015, 0.03, 0.005],
      '少額訴訟の送達で支払う割合',
      'Pays when a small claim is served.',
    ),
    suit: behaves([0.45, 0.06, 0.02, 0.04, 0.005], '訴状の送達で支払う割合', 'Pays when a suit is served.'),
  },
  objects: vector(
    [0.25, 0.27, 0.35, 0.9, 0.12],
    '支払督促に異議を出す割合',
    'Objects to a payment order.',
    'share',
    logit(0.5),
    'objections',
    'judgement',
  ),
  objects_disputed: single(
    0.6,
    '争いがある場合の異議の下限',
    'Least chance of an objection when the debt is disputed.',
    'share',
    logit(0.5),
    'objections',
    'judgement',
  ),
  objects_acknowledged: single(
    0.5,
    '債務を認めている場合の異議の倍率',
    'Multiple of the chance of an objection when the debt is acknowledged.',
    'ratio',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  absent: {
    suit: behaves([0.3, 0.42, 0.4, 0.05, 0.7], '訴訟で欠席する割合', 'Stays away from the hearing of a suit.'),
    small_claims: behaves(
      [0.3, 0.42, 0.4, 0.08, 0.7],
      '少額訴訟で欠席する割合',
      'Stays away from the hearing of a small claim.',
    ),
    after_objection: behaves(
      [0.2, 0.25, 0.25, 0.03, 0.5],
      '異議後の訴訟で欠席する割合',
      'Stays away after having objected.',
    ),
  },
  settles_in_court: {
    summary: behaves(
      [0.3, 0.1, 0.25, 0.25, 0.15],
      '簡易裁判所に出席して和解する割合',
      'Comes to the summary court and settles.',
    ),
    district: behaves(
      [0.7, 0.15, 0.5, 0.5, 0.4],
      '地方裁判所に出席して和解する割合',
      'Comes to the district court and settles.',
    ),
  },
  settlement_share: behaves(
    [0.98, 0.9, 0.85, 0.68, 0.5],
    '訴訟上の和解額（請求比）',
    'Amount of a settlement in court, as a share of the claim.',
  ),
  settlement_performed: behaves(
    [0.97, 0.25, 0.28, 0.92, 0.15],
    '訴訟上の和解が履行される割合',
    'Performs a settlement in court.',
  ),
  win_undisputed: {
    strong: wins(0.98, '争いがなく証拠が強い場合の勝訴率', 'Win chance, undisputed, strong evidence.'),
    medium: wins(0.92, '争いがなく証拠が普通の場合の勝訴率', 'Win chance, undisputed, medium evidence.'),
    weak: wins(0.7, '争いがなく証拠が弱い場合の勝訴率', 'Win chance, undisputed, weak evidence.'),
  },
  win_disputed: {
    strong: wins(0.75, '争いがあり証拠が強い場合の勝訴率', 'Win chance, disputed, strong evidence.'),
    medium: wins(0.55, '争いがあり証拠が普通の場合の勝訴率', 'Win chance, disputed, medium evidence.'),
    weak: wins(0.25, '争いがあり証拠が弱い場合の勝訴率', 'Win chance, disputed, weak evidence.'),
  },
  win_by_default: wins(0.985, '欠席判決で認容される割合', 'Judgment for us when the debtor stays away.'),
  shadow_power: single(
    0.7,
    '勝訴の確率が送達時支払・和解に及ぼす影響の強さ',
    'How strongly the win chance shapes payment on service and settlements.',
    'ratio',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
  pays_after_title: behaves(
    [0.8, 0.03, 0.015, 0.25, 0.005],
    '債務名義を受けて任意に支払う割合',
    'Pays voluntarily once there is a title.',
  ),
  beside: single(
    0.6,
    '手続中の支払ハザードの倍率',
    'Payment hazard while a procedure runs, as a multiple of that under pursuit.',
    'ratio',
    logarithmic(0.35),
    'judgement',
    'judgement',
  ),
  passive_after_title: behaves(
    [0.3, 0.05, 0.08, 0.15, 0.005],
    '差押えなどの後に待った場合に支払う割合',
    'Pays in the end once the means under a title were used.',
  ),
  passive_after_title_months: lasts(12, '差押えなどの後に待つ月数', 'Months until that payment.'),
  acknowledged_loss_share: single(
    0.3,
    '債務承認がある場合のその倍率',
    'Multiple of that loss when the debt was acknowledged.',
    'ratio',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  counsel_fee_level: single(
    1,
    '弁護士費用の標準額に対する倍率',
    'Counsel’s fees as a multiple of the benchmark tariff.',
    'ratio',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
  loser_cost: single(
    5_000,
    '敗訴時の訴訟費用負担',
    'Costs to the other side when we lose.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
  hours: {
    payment_order: ownHours(3, '支払督促にかける時間', 'Hours for a payment order.'),
    small_claims: ownHours(6, '少額訴訟にかける時間', 'Hours for a small claim.'),
    suit: ownHours(12, '本人訴訟にかける時間', 'Hours for a suit without counsel.'),
    with_counsel: ownHours(4, '弁護士に任せる場合にかける時間', 'Hours for a suit with counsel.'),
    enforcement: ownHours(4, '強制執行にかける時間', 'Hours for enforcement without counsel.'),
  },
  months: {
    payment_order_service: lasts(0.8, '支払督促の送達まで', 'Until a payment order is served.'),
    payment_order_title: lasts(2.2, '仮執行宣言まで', 'Until a payment order is provisionally enforceable.'),
    objection: lasts(0.4, '送達から異議まで', 'From service to objection.'),
    small_claims_service: lasts(1, '少額訴訟の送達まで', 'Until a small claim is served.'),
    small_claims_default: lasts(2, '少額訴訟の欠席判決まで', 'Until a default judgment in a small claim.'),
    small_claims_settlement: lasts(2, '少額訴訟の和解まで', 'Until a settlement in a small claim.'),
    small_claims_judgment: lasts(3, '少額訴訟の判決まで', 'Until a contested judgment in a small claim.'),
    summary_service: lasts(1.2, '簡裁訴訟の送達まで', 'Until a suit in the summary court is served.'),
    summary_default: lasts(2.8, '簡裁訴訟の欠席判決まで', 'Until a default judgment in the summary court.'),
    summary_settlement: lasts(3.5, '簡裁訴訟の和解まで', 'Until a settlement in the summary court.'),
    summary_judgment: lasts(5.5, '簡裁訴訟の判決まで', 'Until a contested judgment in the summary court.'),
    district_service: lasts(1.4, '地裁訴訟の送達まで', 'Until a suit in the district court is served.'),
    district_default: lasts(3.2, '地裁訴訟の欠席判決まで', 'Until a default judgment in the district court.'),
    district_settlement: lasts(6, '地裁訴訟の和解まで', 'Until a settlement in the district court.'),
    district_judgment: lasts(11, '地裁訴訟の判決まで', 'Until a contested judgment in the district court.'),
    voluntary: lasts(1, '判決から任意の支払まで', 'From judgment to voluntary payment.'),
    first_instalments: lasts(
      3,
      '和解から前半の支払まで',
      'From a settlement in court to the middle of its first half of instalments.',
    ),
    all_instalments: lasts(
      9,
      '和解から後半の支払まで',
      'From a settlement in court to the middle of its second half of instalments.',
    ),
  },
};

const collects = (mean: KindTuple, ja: string, en: string) =>
  vector(mean, ja, en, 'share', logit(0.7), 'attachments', 'judgement');

/** Enforcing a title, by what is known of the debtor's assets. */
export const enforce = {
  success: {
    known: collects(
      [0.95, 0.38, 0.16, 0.65, 0.05],
      '財産が分かっている場合の執行成功率',
      'Enforcement succeeds, assets known.',
    ),
    partly: collects(
      [0.85, 0.22, 0.1, 0.5, 0.03],
      '財産が一部分かっている場合の執行成功率',
      'Enforcement succeeds, assets partly known.',
    ),
    unknown: collects(
      [0.65, 0.08, 0.05, 0.3, 0.015],
      '財産が不明の場合の執行成功率',
      'Enforcement succeeds, assets unknown.',
    ),
  },
  share: single(
    0.9,
    '執行が成功した場合に得る割合',
    'Share of the balance that a successful enforcement brings.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  months: lasts(2.5, '執行にかかる月数', 'Months of enforcement.'),
  reach: single(
    0.75,
    '取れる財産がある相手への差押えが成功する割合',
    'An attachment of known assets succeeds where there is something to take.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  fades: vector(
    [0.005, 0.08, 0.02, 0.005, 0.03],
    '取れる財産が1か月ごとに失われる割合',
    'Rate at which what there is to take goes, per month past due: hidden, spent, or taken by others.',
    'per_month',
    logarithmic(0.4),
    'judgement',
    'judgement',
  ),
  renewal: single(
    0.3,
    '半年のうちに財産の有無が入れ替わる割合',
    'How far half a year makes whether there is something to take a new question.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  search_finds: single(
    0.5,
    '取れる財産が調査で見つかる割合',
    'A search under a title finds what there is to take.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  search_months: lasts(2, '財産の調査にかかる月数', 'Months of a search for assets under a title.'),
  search_hours: ownHours(5, '財産の調査にかける時間', 'Hours for a search for assets under a title.'),
  chased: vector(
    [0.35, 0.02, 0.045, 0.08, 0.005],
    '債務名義を示した督促での1か月あたり支払ハザード',
    'Hazard of payment per month when chased with a title in hand.',
    'per_month',
    logarithmic(0.35),
    'judgement',
    'judgement',
  ),
  chased_months: lasts(6, '次の差押えまでの月数', 'Months of chasing under a title before the next attachment.'),
  title_since: single(
    0.5,
    '確定日の分からない債務名義の期間（滞納期間に対する割合）',
    'Age of a title whose day was not given, as a share of the months past due.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  takes_instalments: vector(
    [0.7, 0.15, 0.45, 0.45, 0.25],
    '債務名義を前提とした分割払いに応じる割合',
    'Agrees to instalments under a title.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  counsel_fee: single(
    55_000,
    '弁護士に執行を任せる費用',
    'Counsel’s fee for enforcement.',
    'yen',
    logarithmic(0.25),
    'lawyer_schedule',
    'secondary',
  ),
};
