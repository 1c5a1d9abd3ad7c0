// Defaults about the ways beside the debtor's own payment and the suit: other people who owe, the seller's lien, mediation, an agreement
// that becomes a title, and stopping deliveries. The vectors are in the order slow, unwilling, constrained, disputing, insolvent.

import { logarithmic, logit, ownHours, single, vector } from './assumption.ts';
import type { KindTuple } from './kinds.ts';

const chance = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'share', logit(0.5), 'judgement', 'judgement');
const takesMonths = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'months', logarithmic(0.3), 'judgement', 'judgement');
const settles = (mean: KindTuple, ja: string, en: string) =>
  vector(mean, ja, en, 'share', logit(0.5), 'mediation_outcomes', 'judgement');

/** Other people who owe beside the debtor. They are asked up to what they are good for, so few of the sued cannot pay. */
export const surety = {
  pays: {
    joint: chance(0.45, '連帯保証人・共同債務者が請求を受けて支払う割合', 'Joint guarantor or debtor pays on demand.'),
    plain: chance(0.3, '連帯でない保証人が請求を受けて支払う割合', 'Plain guarantor pays on demand.'),
    endorser: chance(0.5, '裏書人が遡求を受けて支払う割合', 'Endorser of a bill pays on recourse.'),
    prime_contractor: chance(
      0.12,
      '元請が行政庁の勧告などを受けて立替払いをする割合',
      'Prime contractor advances the payment, asked or advised by the authority.',
    ),
  },
  forced: chance(
    0.6,
    '支払わない保証人から訴訟・執行で回収できる割合',
    'Obtained by suit and enforcement from one who does not pay.',
  ),
  months_to_pay: takesMonths(1.5, '請求から任意の支払まで', 'From the demand to a voluntary payment.'),
  months_forced: takesMonths(
    8,
    '請求から訴訟・執行による回収まで',
    'From the demand to what a suit and enforcement bring.',
  ),
  months_titled: takesMonths(
    3,
    '債務名義がある保証人への執行まで',
    'From the demand to enforcement where a title is in hand.',
  ),
  preparation: single(
    4_580,
    '保証人への催告の作成と発送の手間（郵便料を除く）',
    'Drafting and posting the demand to a guarantor, without the postage.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
};

/** What goes on in-house while a guarantor is asked or the lien is exercised. */
export const chasing_beside = {
  effort: chance(
    0.5,
    '保証人への請求や先取特権の行使と並ぶ督促の効き目（自社督促に対する割合）',
    'Hazard of payment by the debtor meanwhile, as a share of that under full pursuit.',
  ),
  hours: ownHours(1, 'その間の督促にかける月間の時間', 'Hours a month for chasing the debtor meanwhile.'),
};

/** The seller's lien on the goods and on their resale price. */
export const sale_lien = {
  goods_obtained: chance(
    0.5,
    '先取特権で商品を差し押さえて換価できる割合',
    'Goods can still be found, distinguished and sold.',
  ),
  resale_obtained: chance(
    0.6,
    '転売代金を払渡しの前に差し押さえられる割合',
    'Resale price is attached before it is paid.',
  ),
  goods_leave: single(
    0.25,
    '商品が1か月に転売・消費される割合',
    'Rate a month at which goods leave the debtor.',
    'per_month',
    logarithmic(0.5),
    'judgement',
    'judgement',
  ),
  resale_paid: single(
    0.4,
    '支払日の分からない転売代金が1か月に払われる割合',
    'Rate a month at which a resale price is paid whose day is not known.',
    'per_month',
    logarithmic(0.5),
    'judgement',
    'judgement',
  ),
  goods_months: takesMonths(3, '商品の競売までの月数', 'Months until the goods are sold by auction.'),
  resale_months: takesMonths(2, '転売代金を取り立てるまでの月数', 'Months until the resale price is collected.'),
  auction_cost_share: single(
    0.15,
    '商品の競売・保管の費用（価額比）',
    'Cost of seizing, keeping and auctioning the goods, as a share of their value.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  hours: ownHours(8, '先取特権を証する書類をそろえる時間', 'Hours to gather the documents that prove the lien.'),
};

/** Civil mediation. The published outcomes are those of all petitions; how they spread over the kinds is a judgement. */
export const mediating = {
  agrees: settles([0.6, 0.15, 0.55, 0.4, 0.12], '調停が成立する割合', 'Mediation ends in an agreement.'),
  order_stands: settles(
    [0.25, 0.1, 0.25, 0.15, 0.2],
    '成立しない場合に調停に代わる決定が確定する割合',
    'Without an agreement the court makes an order in its place, which becomes final.',
  ),
  months: single(
    3,
    '調停の申立てから終了まで',
    'From the petition to the end of mediation.',
    'months',
    logarithmic(0.3),
    'mediation_outcomes',
    'secondary',
  ),
  hours: ownHours(8, '調停にかける時間', 'Hours for mediation.'),
};

/** An agreement that becomes a title: in mediation, before the summary court, or before a notary. */
export const agreement = {
  months_before_suit: takesMonths(1.5, '即決和解の成立まで', 'Until a settlement before suit is recorded.'),
  accepts: vector(
    [0.1, 0.12, 0.55, 0.05, 0.1],
    '分割払いとその和解調書に応じる割合',
    'Accepts instalments and their record as a title.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  hours: ownHours(3, '合意をまとめる時間', 'Hours to propose and write the agreement.'),
  monthly_cost: single(
    800,
    '合意後1か月あたりの入金管理の手間',
    'Own time per month of an agreement that is kept.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
  deed_preparation: single(
    18_000,
    '執行証書の準備費用（公証人手数料を除く）',
    'Preparing an enforceable deed, without the notary’s fees.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
  hours_before_suit: ownHours(4, '即決和解にかける時間', 'Hours for a settlement before suit.'),
  months_deed: takesMonths(0.7, '公正証書の作成まで', 'Until a notarial deed is signed.'),
  signs_deed: vector(
    [0.5, 0.25, 0.65, 0.25, 0.3],
    '債務を認めた相手が執行認諾の公正証書に応じる割合',
    'Of those who acknowledge the debt, share that signs an enforceable deed.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  signs_as_agreed: chance(
    0.85,
    '公正証書にする約束がある場合に応じる割合',
    'Signs the deed when that was agreed in writing before.',
  ),
};

/** Stopping further deliveries until the debt is paid: how much faster a debtor pays who needs them. */
export const supply_stop = {
  hours: ownHours(2, '供給停止と督促にかける月間の時間', 'Hours a month for stopping deliveries and chasing.'),
  pressure: vector(
    [1.3, 1.6, 1.25, 1.1, 1],
    '供給停止中の支払の速さの倍率',
    'Multiple of the hazard of payment while deliveries are stopped.',
    'ratio',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
};
