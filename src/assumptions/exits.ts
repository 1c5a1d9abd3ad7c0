// Defaults about money, time and the ways out: interest and staff cost, set-off, sale, factoring, goods, the relationship, tax.

import { fixed, logarithmic, logit, single, vector } from './assumption.ts';

/** What money and time cost us, and how much of the late-payment interest is really paid. */
export const money = {
  discount_rate: single(
    0.06,
    '割引率（年）',
    'Discount rate a year.',
    'per_year',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
  staff_rate: single(
    3_500,
    '人件費（1時間あたり）',
    'Cost of staff an hour.',
    'yen_per_hour',
    logarithmic(0.3),
    'staff',
    'judgement',
  ),
  interest_paid_voluntarily: single(
    0.1,
    '任意の支払で得られる遅延損害金の割合',
    'Share of late-payment interest obtained in a voluntary payment.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  interest_paid_in_plan: single(
    0.3,
    '分割払いで得られる遅延損害金の割合',
    'Share obtained in a plan.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
  interest_paid_in_court: single(
    0.9,
    '法的手続で得られる遅延損害金の割合',
    'Share obtained through court.',
    'share',
    logit(0.5),
    'judgement',
    'judgement',
  ),
};

/** Set-off. */
export const offset = {
  preparation: single(
    1_080,
    '相殺通知の作成の手間（郵便料を除く）',
    'Writing the notice of set-off, without the postage.',
    'yen',
    logarithmic(0.25),
    'judgement',
    'judgement',
  ),
};

/** Selling the claim. */
export const sale = {
  price: single(
    0.12,
    '期日直後の売却価格（額面比）',
    'Price just after the due date, as a share of face.',
    'share',
    logarithmic(0.5),
    'sale_prices',
    'judgement',
  ),
  age_decay: single(
    0.06,
    '1か月ごとの価格の低下',
    'Fall of the price per month of age.',
    'per_month',
    logarithmic(0.3),
    'sale_prices',
    'judgement',
  ),
  floor: single(
    0.005,
    '価格の下限（額面比）',
    'Lowest price, as a share of face.',
    'share',
    logarithmic(0.5),
    'sale_prices',
    'judgement',
  ),
  cost: single(5_000, '売却の手間', 'Cost of selling.', 'yen', logarithmic(0.25), 'judgement', 'judgement'),
  offer_decay: single(
    0.05,
    '買取提示が1か月ごとに下がる率',
    'Fall of a standing offer per month.',
    'per_month',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
};

/** Factoring an invoice that is not yet due. */
export const factor = {
  fee_two_party: single(
    0.12,
    '2社間ファクタリングの手数料率',
    'Fee of two-party factoring.',
    'share',
    logarithmic(0.3),
    'factoring_fees',
    'secondary',
  ),
  fee_three_party: single(
    0.05,
    '3社間ファクタリングの手数料率',
    'Fee of three-party factoring.',
    'share',
    logarithmic(0.3),
    'factoring_fees',
    'secondary',
  ),
  fixed_fee: single(
    10_000,
    'ファクタリングの固定費用',
    'Fixed cost of factoring.',
    'yen',
    logarithmic(0.25),
    'factoring_fees',
    'secondary',
  ),
};

/** Having a servicer or the like collect. */
export const collector = {
  fee: single(
    0.25,
    '回収委託の成功報酬率',
    'Contingency fee of a collector.',
    'share',
    logarithmic(0.2),
    'agency_fees',
    'secondary',
  ),
  // Most of what servicers collect is paid by the debtors themselves after letters and calls, as to us.
  effort: single(
    1,
    '委託先の督促の効き目（自社の督促に対する倍率）',
    'Payment hazard under a collector, as a multiple of that under our own pursuit.',
    'ratio',
    logarithmic(0.35),
    'judgement',
    'judgement',
  ),
  months: single(
    12,
    '委託の月数',
    'Months for which a collector works on a claim.',
    'months',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
  hand_over_hours: single(
    3,
    '委託の準備の時間',
    'Hours to hand a claim over.',
    'hours',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
};

/** Taking goods back by agreement. */
export const goods = {
  months: single(1, '引揚げと換価の月数', 'Months to take back and resell.', 'months', fixed, 'judgement', 'judgement'),
  cost_share: single(
    0.1,
    '引揚げと換価の費用（価額比）',
    'Cost of taking back and reselling, as a share of the value.',
    'share',
    logarithmic(0.5),
    'judgement',
    'judgement',
  ),
};

const losesRelationship = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'share', logit(0.5), 'judgement', 'judgement');

/** How likely each step ends the business relationship, and how much of it matters per kind of debtor. */
export const relationship = {
  weight: vector(
    [1, 0, 0.6, 0.8, 0],
    '取引継続の価値の重み',
    'Weight of the relationship by kind of debtor.',
    'share',
    fixed,
    'judgement',
    'judgement',
  ),
  loss: {
    pursue: losesRelationship(0.01, '督促1か月で取引を失う割合', 'Relationship lost per month of pursuit.'),
    demand: losesRelationship(0.08, '内容証明で取引を失う割合', 'Relationship lost by a certified demand.'),
    lawyer_letter: losesRelationship(
      0.25,
      '弁護士名の督促状で取引を失う割合',
      "Relationship lost by a lawyer's letter.",
    ),
    resolve_dispute: losesRelationship(0, '争いの解消で取引を失う割合', 'Relationship lost by resolving a dispute.'),
    plan: losesRelationship(0.02, '分割の申出で取引を失う割合', 'Relationship lost by offering a plan.'),
    settle: losesRelationship(0.05, '和解の申出で取引を失う割合', 'Relationship lost by offering a settlement.'),
    payment_order: losesRelationship(0.6, '支払督促で取引を失う割合', 'Relationship lost by a payment order.'),
    small_claims: losesRelationship(0.6, '少額訴訟で取引を失う割合', 'Relationship lost by a small claim.'),
    suit: losesRelationship(0.8, '訴訟で取引を失う割合', 'Relationship lost by a suit.'),
    agency: losesRelationship(0.4, '回収の委託で取引を失う割合', 'Relationship lost by having others collect.'),
    sell: losesRelationship(0.7, '債権売却で取引を失う割合', 'Relationship lost by selling the claim.'),
    factor_two_party: losesRelationship(
      0.02,
      '2社間ファクタリングで取引を失う割合',
      'Relationship lost by two-party factoring.',
    ),
    factor_three_party: losesRelationship(
      0.1,
      '3社間ファクタリングで取引を失う割合',
      'Relationship lost by three-party factoring.',
    ),
    offset: losesRelationship(0.15, '相殺で取引を失う割合', 'Relationship lost by set-off.'),
    wait: losesRelationship(0.2, '回収を止めることで取引を失う割合', 'Relationship lost by giving up.'),
    return_goods: losesRelationship(0.3, '商品の引揚げで取引を失う割合', 'Relationship lost by taking goods back.'),
    guarantor: losesRelationship(0.3, '保証人などへの請求で取引を失う割合', 'Relationship lost by asking a guarantor.'),
    lien: losesRelationship(0.6, '先取特権の行使で取引を失う割合', 'Relationship lost by enforcing the lien.'),
    mediation: losesRelationship(0.25, '調停で取引を失う割合', 'Relationship lost by mediation.'),
    settle_before_suit: losesRelationship(
      0.08,
      '即決和解の申出で取引を失う割合',
      'Relationship lost by proposing a settlement before suit.',
    ),
    enforceable_deed: losesRelationship(
      0.05,
      '公正証書の申出で取引を失う割合',
      'Relationship lost by asking for a notarial deed.',
    ),
    stop_supply: losesRelationship(
      0.08,
      '供給停止1か月で取引を失う割合',
      'Relationship lost per month of stopped deliveries.',
    ),
  },
};

/** Tax timing. */
export const tax = {
  lag_months: single(
    6,
    '損失計上から税効果までの月数',
    'Months from booking a loss to its tax effect.',
    'months',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
};
