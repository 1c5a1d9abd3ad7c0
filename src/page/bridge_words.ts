// Where each figure of the bridge comes from, in words, with the paths of the assumptions behind it.

import type { Text } from '../values/text.ts';

/** How a line of the bridge is computed, and which assumptions stand behind it. */
export interface BridgeWords {
  readonly formula: Text;
  readonly assumptions: readonly string[];
}

/** By the name of the step. */
export const BRIDGE_WORDS: Readonly<Record<string, BridgeWords>> = {
  face: {
    formula: { ja: '入力した未払いの元本です。', en: 'The unpaid principal as it was entered.' },
    assumptions: [],
  },
  conceded: {
    formula: {
      ja: '和解で負ける額や、売却・ファクタリングの値引きに、その結果になる確率を掛けた額です。',
      en: 'What is given up by a settlement or a price below face, times the chance that it comes to that.',
    },
    assumptions: ['settle', 'sale'],
  },
  not_recovered: {
    formula: {
      ja: '相手先の類型ごとに、予定の各手段で払われずに終わる確率を掛けて足した額です。類型の可能性は入力した事実から求めます。',
      en: 'For every kind of debtor the principal that is still unpaid when the plan ends, weighted with how likely each kind is given what you entered.',
    },
    assumptions: ['prior', 'hazard', 'court', 'enforce', 'demand', 'plan'],
  },
  late_interest: {
    formula: {
      ja: '払われる元本 × 遅延利率 × 期日から入金までの期間 × 利息まで払われる割合です。',
      en: 'Principal received, times the late-payment rate, times the time from the due date to the receipt, times the share that comes with interest.',
    },
    assumptions: ['interest', 'pursue'],
  },
  external_costs: {
    formula: {
      ja: '裁判所の手数料・郵便・専門家などへの支払に、その手続まで進む確率を掛けた額です。',
      en: 'Fees of courts, post and professionals, each times the chance of getting as far.',
    },
    assumptions: ['court', 'demand', 'lawyer', 'scrivener', 'agreement'],
  },
  fees: {
    formula: {
      ja: '入金の期待額 × 成功報酬または手数料の率です。',
      en: 'Expected receipts times the rate of the fee.',
    },
    assumptions: ['lawyer', 'agency', 'factoring'],
  },
  own_time: {
    formula: {
      ja: '手間の時間 × 1時間の人件費 × そこまで進む確率です。',
      en: 'Hours, times the cost of an hour, times the chance of getting as far.',
    },
    assumptions: ['money.staff_rate', 'pursue', 'hours'],
  },
  relationship: {
    formula: {
      ja: '年間の粗利 × 年数 × その手段で取引が終わる確率です。',
      en: 'Margin a year, times years, times the chance that the step ends the relationship.',
    },
    assumptions: ['relationship'],
  },
  tax: {
    formula: { ja: '損失や費用で減る税額です。', en: 'What losses and costs take off the tax.' },
    assumptions: ['tax'],
  },
  liquidity: {
    formula: {
      ja: '資金が必要な日までに入らない分のつなぎの費用です。',
      en: 'What bridging costs until the money comes.',
    },
    assumptions: [],
  },
  time_value: {
    formula: {
      ja: '入金と支払を割引率で今日の価値に直した差です。',
      en: 'The difference that discounting receipts and payments to today makes.',
    },
    assumptions: ['money.discount_rate'],
  },
  net: { formula: { ja: '上の合計です。', en: 'The sum of the lines above.' }, assumptions: [] },
};
