// Which assumptions move together, because one fact about the world would move them all (docs/model.md 12).

/** A group of assumptions that move together. */
export interface AssumptionGroup {
  readonly id: string;
  readonly label: { readonly ja: string; readonly en: string };
  /** Paths it covers; the longest path that fits an assumption decides which group it belongs to. */
  readonly covers: readonly string[];
}

const group = (id: string, ja: string, en: string, ...covers: string[]): AssumptionGroup => ({
  id,
  label: { ja, en },
  covers: covers.length > 0 ? covers : [id],
});

/** What only shapes the belief: the four doubts carry its uncertainty, where it matters, in the belief itself. */
export const CARRIED_BY_DOUBT: readonly string[] = ['prior.due_weights', 'signals'];

/** Every other estimate belongs to one of these. */
export const ASSUMPTION_GROUPS: readonly AssumptionGroup[] = [
  group('doubt.unwilling', '払う力はあるが払わない相手である可能性', 'chance that the debtor is able but unwilling'),
  group('doubt.constrained', '資金繰りが苦しい相手である可能性', 'chance that the debtor is cash-constrained'),
  group('doubt.disputing', '請求を争う相手である可能性', 'chance that the debtor disputes'),
  group('doubt.insolvent', '事実上の支払不能である可能性', 'chance that the debtor is de facto insolvent'),
  group('hazard.pay', '督促での支払の速さ', 'how fast a debtor pays when chased'),
  group('hazard.pay.unwilling', '払わない相手の督促での支払の速さ', 'how fast an evader pays when chased'),
  group('hazard.amount_elasticity', '金額が支払の速さに及ぼす影響', 'how the amount slows payment'),
  group('hazard.deteriorate', '支払不能になる速さ', 'how fast a debtor turns insolvent'),
  group(
    'hazard.passive_factor',
    '督促しない場合の支払',
    'payment without being chased',
    'hazard.passive_factor',
    'hazard.after_limitation',
  ),
  group('hazard.paid_share', '任意の支払で得られる割合', 'share that a voluntary payment brings'),
  group('prior.paid_on_time', '期日どおりの支払', 'payment on the due date'),
  group(
    'credit',
    '倒産確率',
    'probability of failure',
    'credit',
    'insolvency.pd_logit_mean',
    'insolvency.report_logit_mean',
  ),
  group(
    'insolvency.dividend',
    '倒産時の配当',
    'dividend in insolvency',
    'insolvency.dividend',
    'insolvency.dividend_rehabilitation',
    'insolvency.dividend_reorganisation',
  ),
  group('insolvency', '倒産手続の時間・費用・否認', 'delay, cost and clawback in insolvency'),
  group('money.discount_rate', '割引率', 'discount rate'),
  group('money.staff_rate', '人件費', 'cost of staff'),
  group(
    'hours',
    '社内の手間',
    'hours of own time',
    'pursue',
    'looking_again',
    'court.hours',
    'enforce.search_hours',
    'dispute.hours',
    'mediating.hours',
    'agreement.hours',
    'agreement.monthly_cost',
    'supply_stop.hours',
    'chasing_beside.hours',
    'agreement.hours_before_suit',
    'sale_lien.hours',
    'running.hours_left',
    'securing.hours',
    'counsel_letter.hours',
    'acknowledging.hours',
    'scrivener.briefing',
    'plan.offer_cost',
    'plan.agreement_cost',
    'plan.monthly_cost',
    'enquiry.call_hours',
    'enquiry.visit_hours',
  ),
  group(
    'expenses',
    '外部費用',
    'fees and expenses',
    'demand.preparation',
    'plan.deed_preparation',
    'settle.cost',
    'sale.cost',
    'offset',
    'factor.fixed_fee',
    'court.counsel_fee_level',
    'court.loser_cost',
    'enforce.counsel_fee',
    'enquiry',
    'surety.preparation',
    'agreement.deed_preparation',
    'securing.counsel_share',
    'counsel_letter.fee',
    'scrivener.suit',
    'scrivener.small_claims',
    'scrivener.payment_order',
    'sale_lien.auction_cost_share',
  ),
  group(
    'money.interest_paid',
    '遅延損害金の回収',
    'late interest obtained',
    'money.interest_paid_voluntarily',
    'money.interest_paid_in_plan',
    'money.interest_paid_in_court',
  ),
  group('demand.respond', '内容証明への支払', 'payment on a certified demand'),
  group('counsel_letter', '弁護士名の督促状への支払', "payment on a lawyer's letter"),
  group('dispute.success', '争いの解消', 'disputes that can be resolved'),
  group('dispute', '争われている部分の大きさ', 'size of the part in dispute'),
  group('contact', '連絡状況が申出に及ぼす影響', 'how contact changes what is accepted'),
  group('plan.accept', '分割案の受諾', 'plans accepted', 'plan.accept', 'plan.deed_acceptance'),
  group(
    'plan.miss',
    '分割金の不払い',
    'instalments missed',
    'plan.miss',
    'plan.broken_promise_effect',
    'plan.turns_insolvent',
  ),
  group('settle', '和解案の受諾', 'settlements accepted'),
  group('settle.performed', '和解金の入金', 'settlements paid', 'settle.performed', 'settle.firm_performed'),
  group('court.pays_on_service', '送達を受けての支払', 'payment when served', 'court.pays_on_service', 'court.beside'),
  group(
    'court.objects',
    '支払督促への異議',
    'objections to a payment order',
    'court.objects',
    'court.objects_disputed',
    'court.objects_acknowledged',
  ),
  group('court.absent', '欠席判決', 'judgments by default', 'court.absent', 'court.win_by_default'),
  group(
    'court.settles_in_court',
    '訴訟上の和解',
    'settlements in court',
    'court.settles_in_court',
    'court.settlement_share',
    'court.settlement_performed',
  ),
  group(
    'court.win',
    '争われた場合の勝訴率',
    'chance of winning if contested',
    'court.win_undisputed',
    'court.win_disputed',
  ),
  group(
    'court.shadow_power',
    '勝訴の確率の影響の強さ',
    'how the win chance shapes what comes before',
    'court.shadow_power',
    'court.acknowledged_loss_share',
  ),
  group(
    'court.pays_after_title',
    '債務名義を得た後の支払',
    'payment once there is a title',
    'court.pays_after_title',
    'court.passive_after_title',
    'enforce.chased',
    'enforce.title_since',
    'enforce.takes_instalments',
  ),
  group(
    'court.months',
    '法的手続の期間',
    'duration of proceedings',
    'court.months',
    'court.passive_after_title_months',
    'enforce.months',
    'running.least_months',
    'enforce.chased_months',
    'enforce.search_months',
  ),
  group(
    'enforce',
    '強制執行の成功',
    'success of enforcement',
    'enforce.success',
    'enforce.share',
    'enforce.reach',
    'enforce.renewal',
    'enforce.search_finds',
  ),
  group('enforce.fades', '財産の散逸', 'assets that go with time'),
  group('sale.price', '債権の売却価格', 'price of the claim', 'sale.price', 'sale.floor'),
  group('sale', '売却価格の下がり方', 'how the price of the claim falls', 'sale.age_decay', 'sale.offer_decay'),
  group('factor', 'ファクタリングの手数料', 'fees of factoring'),
  group('relationship', '取引を失う割合', 'relationships lost'),
  group('goods', '商品引揚げの費用', 'cost of taking goods back'),
  group('tax', '税効果までの期間', 'delay of tax effects'),
  group('collector', '回収の委託', 'collection by others'),
  group('surety', '保証人などからの回収', 'what guarantors and others who owe bring'),
  group('chasing_beside', '並行する督促の効き目', 'what chasing the debtor brings meanwhile'),
  group('sale_lien', '先取特権による回収', "what the seller's lien brings"),
  group('mediating', '調停の成立', 'mediations that succeed'),
  group('agreement', '債務名義となる合意', 'agreements that become titles'),
  group('securing', '仮差押えの効き目', 'what a provisional attachment keeps and presses out'),
  group('supply_stop', '供給停止の効き目', 'how far stopped deliveries press'),
];

/** The group with the longest path that fits. */
export function groupOf(id: string): AssumptionGroup | undefined {
  let found: AssumptionGroup | undefined;
  let length = 0;
  for (const one of ASSUMPTION_GROUPS)
    for (const path of one.covers)
      if (path.length > length && (id === path || id.startsWith(`${path}.`))) {
        found = one;
        length = path.length;
      }
  return found;
}
