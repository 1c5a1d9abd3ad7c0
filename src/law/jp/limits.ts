// Japan: thresholds of the procedures and their time limits. Code of Civil Procedure, Court Act, Civil Execution Act and others.

import type { LimitLaw } from '../contract/limits.ts';
import { datedTable, period } from '../dated.ts';
import {
  bankruptcyAct,
  citations,
  cite,
  conciliationAct,
  costsAct,
  executionAct,
  executionOrder,
  freelanceAct,
  notaryFeesOrder,
  procedureCode,
  provisionalRemediesAct,
  scrivenersAct,
} from './citations.ts';
import { NOTARY_FROM } from './flat_fees.ts';

/** Coverage starts here; the limits are older unless their own first day says otherwise. */
const FROM = '2020-04-01';

/** Thresholds and time limits. */
export const limits = datedTable<LimitLaw['limits']>('limits', {
  small_claims_max: {
    label: { ja: '少額訴訟の上限', en: 'highest small claim' },
    unit: 'JPY',
    from: FROM,
    value: 600_000,
    citation: cite(procedureCode, '368条1項', 'art. 368(1)'),
  },
  small_claims_per_year: {
    label: { ja: '同一簡易裁判所での年間回数', en: 'small claims a year at one court' },
    unit: 'count',
    from: FROM,
    value: 10,
    citation: citations.small_claims_count,
  },
  summary_court_max: {
    label: { ja: '簡易裁判所の事物管轄の上限', en: 'highest claim before a summary court' },
    unit: 'JPY',
    from: FROM,
    value: 1_400_000,
    citation: citations.summary_court,
  },
  scrivener_max: {
    label: { ja: '認定司法書士が代理できる上限', en: 'highest claim a certified judicial scrivener may argue' },
    unit: 'JPY',
    from: FROM,
    value: 1_400_000,
    citation: cite(scrivenersAct, '3条1項6号・7号', 'art. 3(1)(vi), (vii)'),
  },
  unvalued_claim: {
    label: { ja: '算定困難な訴額のみなし額', en: 'value of a claim that cannot be valued' },
    unit: 'JPY',
    from: FROM,
    value: 1_600_000,
    citation: cite(costsAct, '4条2項・7項', 'art. 4(2), (7)'),
  },
  small_claims_instalment_years: {
    label: { ja: '少額訴訟判決の分割・猶予の上限', en: 'longest instalments in a small-claims judgment' },
    unit: 'years',
    from: FROM,
    value: 3,
    citation: cite(procedureCode, '375条1項', 'art. 375(1)'),
  },
  settlement_order_instalment_years: {
    label: { ja: '和解に代わる決定の分割・猶予の上限', en: 'longest instalments in an order in place of settlement' },
    unit: 'years',
    from: FROM,
    value: 5,
    citation: cite(procedureCode, '275条の2第1項', 'art. 275-2(1)'),
  },
  payment_order_objection_days: {
    label: { ja: '督促異議の期間', en: 'time to object to a payment order' },
    unit: 'days',
    from: FROM,
    value: 14,
    citation: cite(procedureCode, '391条1項・393条', 'art. 391(1), 393'),
  },
  provisional_execution_window_days: {
    label: { ja: '仮執行宣言の申立期間', en: 'time to apply for provisional execution' },
    unit: 'days',
    from: FROM,
    value: 30,
    citation: cite(procedureCode, '392条', 'art. 392'),
  },
  small_claims_objection_days: {
    label: { ja: '少額訴訟判決への異議の期間', en: 'time to object to a small-claims judgment' },
    unit: 'days',
    from: FROM,
    value: 14,
    citation: cite(procedureCode, '378条1項', 'art. 378(1)'),
  },
  address_correction_months: {
    label: { ja: '支払督促の送達場所の補正期間', en: 'time to give another address for a payment order' },
    unit: 'months',
    from: FROM,
    value: 2,
    citation: cite(procedureCode, '388条3項', 'art. 388(3)'),
  },
  mediation_to_suit_days: {
    label: { ja: '調停不成立から訴え提起までの期間', en: 'time to sue after failed mediation' },
    unit: 'days',
    from: FROM,
    value: 14,
    citation: cite(conciliationAct, '19条', 'art. 19'),
  },
  collection_wait_days: {
    label: { ja: '差押債権の取立てまでの期間', en: 'wait before an attached claim may be collected' },
    unit: 'days',
    from: FROM,
    value: 7,
    citation: cite(executionAct, '155条1項', 'art. 155(1)'),
  },
  wage_collection_wait_days: {
    label: { ja: '給与債権の取立てまでの期間', en: 'wait before attached wages may be collected' },
    unit: 'days',
    from: FROM,
    value: 28,
    citation: cite(executionAct, '155条2項', 'art. 155(2)'),
  },
  wage_attachable_share: {
    label: { ja: '給与のうち差し押さえられる割合', en: 'share of wages that can be attached' },
    unit: 'share',
    from: FROM,
    value: 0.25,
    citation: cite(executionAct, '152条1項', 'art. 152(1)'),
  },
  asset_disclosure_again_years: {
    label: { ja: '財産開示の再実施までの期間', en: 'time before asset disclosure can be repeated' },
    unit: 'years',
    from: FROM,
    value: 3,
    citation: cite(executionAct, '197条3項', 'art. 197(3)'),
  },
  provisional_attachment_execution_days: {
    label: { ja: '保全執行の期間', en: 'time to execute a provisional order' },
    unit: 'days',
    from: FROM,
    value: 14,
    citation: cite(provisionalRemediesAct, '43条2項', 'art. 43(2)'),
  },
  preference_days: {
    label: {
      ja: '非義務行為の否認の期間（支払不能前）',
      en: 'days before insolvency in which a non-obligatory act can be avoided',
    },
    unit: 'days',
    from: FROM,
    value: 30,
    citation: cite(bankruptcyAct, '162条1項2号', 'art. 162(1)(ii)'),
  },
  preference_suspension_years: {
    label: {
      ja: '支払停止による支払不能の推定期間（申立前）',
      en: 'time before the petition in which suspended payments presume insolvency',
    },
    unit: 'years',
    from: FROM,
    value: 1,
    citation: cite(bankruptcyAct, '162条3項・166条', 'art. 162(3), 166'),
  },
  preference_exercise_years: {
    label: { ja: '否認権の行使期間（手続開始から）', en: 'time to exercise avoidance after opening' },
    unit: 'years',
    from: FROM,
    value: 2,
    citation: cite(bankruptcyAct, '176条', 'art. 176'),
  },
  set_off_cause_years: {
    label: {
      ja: '危機を知った後の債務でも原因が古ければ相殺できる期間（申立前）',
      en: 'time before the petition from which the cause of a debt is old enough to keep its set-off',
    },
    unit: 'years',
    from: FROM,
    value: 1,
    citation: cite(bankruptcyAct, '71条2項3号', 'art. 71(2)(iii)'),
  },
  freelance_payment_days: {
    label: {
      ja: 'フリーランス法の支払期日の上限（受領日を1日目とする）',
      en: 'latest day of payment under the freelance act, counting the day of receipt',
    },
    unit: 'days',
    from: '1898-07-16',
    value: null,
    citation: cite(freelanceAct, '附則1項', 'Suppl. para. 1'),
    // The day of its coming into force is in a Cabinet Order that nobody has read here.
    later: [period('2024-11-01', 60, cite(freelanceAct, '4条1項・2項', 'art. 4(1), (2)', 'unverified'))],
  },
  wage_exempt_month_max: {
    label: {
      ja: '給与（月払い）のうち差押禁止となる額の上限',
      en: 'most of a monthly wage that is exempt from attachment',
    },
    unit: 'JPY',
    from: FROM,
    value: 330_000,
    citation: cite(executionOrder, '2条1項1号', 'art. 2(1)(i)'),
  },
  deed_pages_paper: {
    label: {
      ja: '書面（縦書き）の公正証書で加算のない枚数',
      en: 'pages of a notarial deed on paper without an extra fee',
    },
    unit: 'count',
    from: NOTARY_FROM,
    value: 4,
    citation: cite(notaryFeesOrder, '25条1項', 'art. 25(1)'),
  },
  deed_pages_electronic: {
    label: {
      ja: '電磁的記録・横書きの公正証書で加算のない枚数',
      en: 'pages of an electronic or horizontal notarial deed without an extra fee',
    },
    unit: 'count',
    from: NOTARY_FROM,
    value: 3,
    citation: cite(notaryFeesOrder, '25条1項・2項', 'art. 25(1), (2)'),
  },
  instalment_demand_days: {
    label: {
      ja: '割賦販売の残額の一括請求に要する催告の期間',
      en: 'time of a written demand before all of an instalment sale falls due',
    },
    unit: 'days',
    from: FROM,
    value: 20,
    citation: citations.instalment_acceleration,
  },
  late_proof_months: {
    label: { ja: '責めに帰せない届出遅延の追完期間', en: 'time to file a claim late without fault' },
    unit: 'months',
    from: FROM,
    value: 1,
    citation: cite(bankruptcyAct, '112条1項', 'art. 112(1)'),
  },
});
