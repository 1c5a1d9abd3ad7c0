// What the reader must know before acting: warnings about this claim, and what the model leaves out.

import { isHeldProvisionally, isSolvent, mayVanish } from '../claim/facts.ts';
import { procedureOf, titleOf } from '../claim/procedure.ts';
import type { Decision } from '../decision/programme/decide.ts';
import { valueOn } from '../law/dated.ts';
import { estimate } from '../law/fees.ts';
import { isIndividual } from '../law/individual.ts';
import type { Day } from '../values/day.ts';
import { phrase, SILENT } from '../values/phrase.ts';
import type { Lang } from '../values/text.ts';
import { backgroundCautions, type Caution } from './background_cautions.ts';
import { claimCautions } from './claim_cautions.ts';
import { kindCautions } from './kind_cautions.ts';
import { citationText, type Voice } from './voice.ts';

/** Warnings, in a fixed order. */
export const warnings = (decision: Decision, say: Voice): Caution<string>[] =>
  [
    creditCautions,
    termCautions,
    claimCautions,
    kindCautions,
    representationCautions,
    debtorCautions,
    backgroundCautions,
    limitationCautions,
    readingCautions,
    sourceCautions,
  ]
    .flatMap((about) => about(decision))
    .map((caution) => ({ ...caution, text: say.tell(caution.text) }));

/** Fields that state the probability of failure, the most specific first. */
const CREDIT_FIELDS = ['pd', 'tdb_score', 'tsr_score', 'rating', 'altman_z2'] as const;

/** How far the level of the figures can be relied on, and which credit information they rest on. */
function creditCautions({ case: { facts, debtor } }: Decision): Caution[] {
  const found: Caution[] = [
    {
      code: 'uncalibrated',
      field: null,
      severity: 'info',
      text: {
        ja: '期待額の水準は、自社の回収実績に合わせたものではありません。手段の順位のほうが確かです。',
        en: 'The amounts are not adjusted to your own recovery record. The order of the options is more reliable than the amounts.',
      },
    },
  ];
  const stated = CREDIT_FIELDS.filter((field) => facts.claim[field] !== undefined);
  if (stated.length > 1 && debtor.pd_from !== null)
    found.push({
      code: 'one_credit_source',
      field: stated.find((field) => field !== debtor.pd_from) ?? null,
      severity: 'info',
      text: phrase(
        { used: debtor.pd_from },
        {
          ja: '信用情報は最も詳しい{used}だけを使い、ほかは使っていません。',
          en: 'Of the credit information given, only the most specific ({used}) was used.',
        },
      ),
    });
  if (debtor.pd_from === 'tsr_score')
    found.push({
      code: 'score_scale',
      field: 'tsr_score',
      severity: 'warning',
      text: {
        ja: '東京商工リサーチ評点から倒産確率への換算は公表されていないため、帝国データバンク評点と同じ区分で読んだ判断値です。',
        en: 'No table from this score to a probability is published; the bands of the TDB score were used instead, which is a judgement.',
      },
    });
  return found;
}

/** What the figures leave out of the terms of the claim. */
function termCautions({ case: { facts, law } }: Decision): Caution[] {
  const { claim } = facts;
  const found: Caution[] = [];
  if (claim.assignment_ban === true)
    found.push({
      code: 'assignment_ban',
      field: 'assignment_ban',
      severity: 'warning',
      text: phrase(
        { source: citationText(law.citations.assignment_ban) },
        {
          ja: '譲渡制限の特約があっても譲渡は有効ですが、特約を知る買い手は支払を拒まれることがあり、買い取られないか安くなります（{source}）。価格には入れていません。',
          en: 'An assignment is valid despite the ban, but a buyer who knew of it can be refused payment, so expect no buyer or a lower price ({source}); the figures do not count it.',
        },
      ),
    });
  if (claim.consumption_tax_rate !== undefined && facts.credited_tax_rate === undefined)
    found.push({
      code: 'no_tax_credit',
      field: 'consumption_tax_rate',
      severity: 'warning',
      text: phrase(
        { source: citationText(law.citations.consumption_tax_bad_debt) },
        {
          ja: 'この種類の債権には課税売上げがないため、貸倒れの消費税控除はありません（{source}）。消費税率（consumption_tax_rate）は使っていません。',
          en: 'A claim of this kind does not come from a taxed supply, so a bad debt brings no consumption-tax credit ({source}); the consumption tax rate (consumption_tax_rate) was not used.',
        },
      ),
    });
  if (claim.cash_needed_by !== undefined && claim.bridge_rate === undefined)
    found.push({
      code: 'bridge_rate_missing',
      field: 'bridge_rate',
      severity: 'warning',
      text: {
        ja: 'つなぎ資金の年利（bridge_rate）が入力されていないため、資金が必要な日は計算に入れていません。',
        en: 'The bridge rate (bridge_rate) was not given, so the day on which cash is needed (cash_needed_by) was left out.',
      },
    });
  return found;
}

/** A scrivener was asked for whom the claim is too high, so that no court is in the plan. */
function representationCautions({ closed }: Decision): Caution[] {
  const bar = closed.flatMap(({ bars }) => bars).find(({ code }) => code === 'over_scrivener_limit');
  if (bar === undefined) return [];
  return [
    {
      code: 'over_scrivener_limit',
      field: 'representation',
      severity: 'warning',
      text: phrase(
        { reason: bar.text },
        {
          ja: '{reason}このため裁判所の手続を計算に入れていません。弁護士に依頼するか、書類の作成だけを司法書士に頼んで自社で進めるものとして（representation を lawyer か ourselves に）計算し直します。',
          en: '{reason} No court procedure is therefore part of the plan: set "representation" to lawyer, or to ourselves with papers drafted by the scrivener, and calculate again.',
        },
      ),
    },
  ];
}

/** What must be minded against this debtor. */
function debtorCautions({ case: { facts, law } }: Decision): Caution[] {
  const { claim } = facts;
  const found: Caution[] = [];
  if (isIndividual(claim.debtor_type) && !facts.proceedings)
    found.push({
      code: 'conduct',
      field: 'debtor_type',
      severity: 'warning',
      text: {
        ja: '個人への督促です。夜9時から朝8時の連絡、勤務先への連絡、第三者への開示は避け、受任通知のあとは直接連絡しません。',
        en: 'The debtor is an individual: no contact from 21:00 to 08:00, at work, or through third parties, and none after counsel has given notice.',
      },
    });
  const demandDays = valueOn(law.limits.instalment_demand_days, claim.as_of);
  if (claim.claim_kind === 'instalment_sale' && claim.debtor_type === 'consumer' && demandDays !== null)
    found.push({
      code: 'instalment_sale',
      field: 'claim_kind',
      severity: 'warning',
      text: phrase(
        {
          days: demandDays,
          source: citationText(law.citations.instalment_acceleration),
          cap: citationText(law.citations.instalment_interest_cap),
        },
        {
          ja: '消費者への割賦販売では、期限の来ていない分まで請求するには{days}日以上の期間を定めた書面の催告が要り（{source}）、遅延損害金は約定があっても法定利率までです（{cap}）。',
          en: 'In an instalment sale to a consumer, instalments not yet due can be claimed only after a written demand that gives {days} days or more ({source}), and late interest is limited to the statutory rate whatever was agreed ({cap}).',
        },
      ),
    });
  if (claim.debtor_type === 'public_body')
    found.push({
      code: 'public_debtor',
      field: 'debtor_type',
      severity: 'info',
      text: phrase(
        { source: citationText(law.citations.public_debtor) },
        {
          ja: '国や自治体が相手です。代金などの時効は民法によります（援用の要らない{source}は公法上の債権の定めです）。差押えより、支払担当部署への請求書類の補正を先に行います。',
          en: 'The debtor is a public body. The limitation of a price follows the Civil Code; {source}, under which nobody need invoke it, is for claims of public law. Before considering attachment, make sure with the paying office that the papers are in order.',
        },
      ),
    });
  if (isHeldProvisionally(claim) && isSolvent(claim) && titleOf(claim) === 'none' && procedureOf(claim) === undefined)
    found.push({
      code: 'main_suit_open',
      field: 'events',
      severity: 'warning',
      text: {
        ja: '仮差押えのままでは回収できず、権利を確定させる訴えなどが要ります。相手の申立てで起訴命令が出ると、定められた期間（2週間以上）に訴えなければ取り消されます（民事保全法37条）。',
        en: 'A provisional attachment brings no money: a suit must follow. If the debtor has the court order one, it is revoked unless you sue within the time set (2 weeks or more; Civil Provisional Remedies Act art. 37).',
      },
    });
  if (mayVanish(facts)) {
    // Usual security for the attachment of a bank account, as a range of shares of the claim.
    const { low, high } = estimate(law, 'bank_account_security', claim.as_of);
    found.push({
      code: 'consider_provisional_attachment',
      field: 'assets',
      severity: 'info',
      text: phrase(
        {
          low: Math.round(low * 100),
          high: Math.round(high * 100),
          source: citationText(law.citations.provisional_attachment),
        },
        {
          ja: '財産が分かっていて隠されるおそれがあるときは、催告より先に、相手に知られないうちの仮差押えを検討します。担保は請求額の{low}–{high}%が目安で、終われば戻ります（{source}）。訴訟の期待額は、仮差押えをする場合としない場合の高いほうです。',
          en: 'With known assets at risk, consider a provisional attachment before any demand warns the debtor: security of about {low}–{high}% of the claim, returned in the end ({source}). The value of a suit is the better of the two, with an attachment or without.',
        },
      ),
    });
  }
  return found;
}

/** A limitation that has run, and what a later acknowledgment or an unknown day of the title makes of it. */
function limitationCautions({ case: { facts, law }, situation: { state } }: Decision): Caution[] {
  const { claim, limitation } = facts;
  const found: Caution[] = [];
  const consumer =
    claim.debtor_type === 'consumer'
      ? {
          ja: '消費者が時効を知らないまま少額を払ったような場合は、裁判所が援用を認めることがあります。',
          en: ' Courts protect a consumer who paid a little without knowing of the limitation: it may be invoked then.',
        }
      : SILENT;
  const expired = limitation.status === 'expired_invocable';
  if (expired && state.enforceable && !facts.title_day_unknown)
    found.push({
      code: 'title_expired',
      field: claim.title_on === undefined ? 'title' : 'title_on',
      severity: 'warning',
      text: phrase(
        { last_day: limitation.last_day, source: citationText(law.citations.title_opposed) },
        {
          ja: '債務名義のある債権の時効は{last_day}に満了しています。執行は申し立てられますが、相手が請求異議の訴えで時効を援用すると止まります（{source}）。',
          en: 'The limitation period of the titled claim ended on {last_day}. You can still apply for enforcement, but it stops once the debtor invokes the limitation in an action opposing it ({source}).',
        },
      ),
    });
  if (expired && !state.enforceable)
    found.push({
      code: 'limitation_expired',
      field: 'due_date',
      severity: 'warning',
      text: phrase(
        { last_day: limitation.last_day, consumer },
        {
          ja: '時効期間は{last_day}に満了しており、相手が援用すれば請求は認められません。満了後に相手が債務を承認すれば、援用できなくなります。{consumer}',
          en: 'The limitation period ended on {last_day}: once the debtor invokes it the claim fails. A debtor who acknowledges the debt after that may no longer invoke it.{consumer}',
        },
      ),
    });
  if (limitation.invocation_lost_on !== null)
    found.push({
      code: 'invocation_lost',
      field: 'events',
      severity: 'warning',
      text: phrase(
        { day: limitation.invocation_lost_on, source: citationText(law.citations.limitation_lost), consumer },
        {
          ja: '時効期間の満了後の{day}に承認があったので、相手は満了を援用できないものとして計算しています（{source}）。{consumer}',
          en: 'The debt was acknowledged on {day}, after the limitation period had run, so the debtor is taken to have lost the right to invoke that ({source}).{consumer}',
        },
      ),
    });
  const paid_on = uncountedPayment(facts);
  if (paid_on !== null)
    found.push({
      code: 'payment_not_counted',
      field: 'last_payment_on',
      severity: 'warning',
      text: phrase(
        { day: paid_on, source: citationText(law.citations.limitation_acknowledgment) },
        {
          ja: '{day}の弁済は時効の計算に入れていません。この債権の一部への弁済なら債務の承認に当たり、時効はその日から新たに進みます（{source}。満了後の弁済なら満了を援用できなくなります）。「事実の経過」（events）に part_payment として入れて計算し直します。',
          en: 'The payment of {day} is not counted for the limitation period. If it was made on this claim it acknowledges the debt and the period runs anew from that day ({source}; after its end, the end can no longer be invoked): enter it as a part_payment in "events" (events) and calculate again.',
        },
      ),
    });
  else if (isDayMissing(facts))
    found.push({
      code: 'payment_not_counted',
      field: 'events',
      severity: 'warning',
      text: phrase(
        { source: citationText(law.citations.limitation_acknowledgment) },
        {
          ja: '一部入金や債務の承認があれば、時効はその日から新たに進みます（{source}。満了後なら満了を援用できなくなります）。日が分からないので数えていません。「事実の経過」（events）に part_payment か acknowledgment として入れて計算し直します。',
          en: 'A part payment or an acknowledgment makes the limitation period run anew from its day ({source}; after its end, the end can no longer be invoked). It is not counted, because its day is not known: enter it in "events" (events) as part_payment or acknowledgment and calculate again.',
        },
      ),
    });
  if (facts.title_day_unknown && facts.limitation_months < WATCHED_MONTHS)
    found.push({
      code: 'title_on_assumed',
      field: 'title_on',
      severity: 'warning',
      text: {
        ja: '債務名義の確定日（title_on）が入力されていないため、支払期日に確定したものとして時効を数えています。実際の満了はこれより後です。',
        en: 'The day of the title (title_on) was not given, so the title is taken to have become final on the due date; its limitation period ends later than that.',
      },
    });
  return found;
}

/** A stated payment after the due date that would move the end of the limitation period, were it made on this claim; null where there is none. */
function uncountedPayment({ claim, due_date, limitation_months }: Decision['case']['facts']): Day | null {
  const { last_payment_on: day, events = [] } = claim;
  const isCounted = day !== undefined && events.some(({ on }) => on >= day);
  if (day === undefined || isCounted || day <= due_date || titleOf(claim) !== 'none') return null;
  return limitation_months < WATCHED_MONTHS ? day : null;
}

/** A payment or an acknowledgment is told without its day, which would move the end of the limitation period. */
function isDayMissing({ claim, limitation_months }: Decision['case']['facts']): boolean {
  const { partial_paid, acknowledged, last_payment_on, events = [] } = claim;
  const isTold = (partial_paid === true && last_payment_on === undefined) || acknowledged === true;
  const isDated = events.some(({ kind }) => kind === 'part_payment' || kind === 'acknowledgment');
  return isTold && !isDated && titleOf(claim) === 'none' && limitation_months < WATCHED_MONTHS;
}

/** Months before the end of a limitation period from which a day is asked for that would move it. */
const WATCHED_MONTHS = 24;

/** How the answer is to be read. */
function readingCautions({ case: { facts }, open: [first] }: Decision): Caution[] {
  const { claim, limitation } = facts;
  const found: Caution[] = [];
  if (limitation.regime !== 'new' && claim.contract_date === undefined && claim.invoice_date === undefined)
    found.push({
      code: 'contract_date_assumed',
      field: 'contract_date',
      severity: 'warning',
      text: {
        ja: '契約日（contract_date）が入力されていないため、時効に新旧どちらの民法を使うかは支払期日で判断しました。',
        en: 'The contract date (contract_date) was not given, so the due date decided whether the old or the new limitation law applies.',
      },
    });
  if (claim.risk === 'averse')
    found.push({
      code: 'risk_ranking',
      field: 'risk',
      severity: 'info',
      text: {
        ja: 'リスクを避ける順位は、各手段の後を平均で最も有利な進め方として並べ替えたものです。進め方そのものをリスク回避で選び直したものではありません。',
        en: 'The ranking for a risk-averse caller re-orders the options, each followed by what is best on average. The later steps themselves were not chosen anew to avoid risk.',
      },
    });
  if (first?.option.baseline && facts.age > 3)
    found.push({
      code: 'keep_records',
      field: null,
      severity: 'info',
      text: {
        ja: '待つ場合も、督促の記録と内容証明の控えは、のちの貸倒処理に役立ちます。費用に見合うのは回収ではなく記録としてです。',
        en: 'Even if you wait, keep a record of your reminders and a copy of the certified demand: they help with a later write-off. What justifies their cost then is the evidence, not what they recover.',
      },
    });
  return found;
}

/** Values of the law that nobody has read in their source. */
function sourceCautions({ case: { facts, tariff } }: Decision): Caution[] {
  const found: Caution[] = (facts.proceedings ? [] : tariff.unverified).map(({ label, citation }) => ({
    code: 'unverified_value',
    field: null,
    severity: 'info',
    text: phrase(
      { label, source: citationText(citation) },
      {
        ja: '裁判と強制執行の費用のうち「{label}」は、出典を確認していない値です（{source}）。',
        en: 'Among the costs of court and enforcement, "{label}" is a value that has not been checked against its source ({source}).',
      },
    ),
  }));
  const { delay_rate: agreed = 0 } = facts.claim;
  const [source] = facts.interest.citations;
  if (agreed > facts.delay_rate && source !== undefined)
    found.push({
      code: 'delay_rate_capped',
      field: 'delay_rate',
      severity: 'warning',
      text: phrase(
        { agreed: { percent: agreed }, rate: { percent: facts.delay_rate }, source: citationText(source) },
        {
          ja: '約定の遅延損害金率{agreed}は法の上限を超えるので、上限（約{rate}）で計算しています。書面でも上限を超えて請求しません（{source}）。',
          en: 'The agreed rate of late interest ({agreed}) is above what the law allows: that is counted (about {rate}), and no more is claimed in writing ({source}).',
        },
      ),
    });
  if (facts.interest.certainty !== 'statute' && facts.interest.certainty !== 'official')
    found.push({
      code: 'interest_source',
      field: 'delay_rate',
      severity: 'warning',
      text: {
        ja: '遅延損害金の利率の根拠は未確認です。',
        en: 'The source of the late-interest rate is not verified.',
      },
    });
  return found;
}

const NOT_MODELLED: readonly { ja: string; en: string; when?: (decision: Decision) => boolean }[] = [
  {
    ja: '分割案・和解案・催告は各1回とし、交渉の応酬は扱いません。',
    en: 'One plan, one settlement and one demand each; rounds of counter-offers are left out.',
  },
  { ja: '同じ相手への他の債権との関係は扱いません。', en: 'Other claims against the same debtor are left out.' },
  {
    ja: '期日前の仮差押えと、敗訴したときの担保からの損害賠償は扱いません。',
    en: 'Provisional attachment before the due date, and damages out of its security after a lost suit, are left out.',
  },
  {
    ja: '法的手続で得た金銭が否認される確率は金額に入れていません。',
    en: 'The chance of having to give back what a court procedure brought is not in the figures.',
    when: ({ case: c }) => c.debtor.kept < 1,
  },
  {
    ja: '時効期間の満了後に任意に支払われる分は、満了前の「静観」の評価に入れていません。満了後の評価には入るため、満了の前後で期待額がずれます。',
    en: 'Voluntary payments after the limitation period are not counted in "wait" while the period runs; they are once it has ended, so the figure moves at the end of the period.',
    when: ({ case: c }) => c.facts.limitation_months < 48,
  },
  {
    ja: '税効果は入れていません（法人実効税率［tax_rate］を入れると計算します）。',
    en: 'Tax is left out unless the tax rate (tax_rate) is given.',
    when: ({ case: c }) => c.facts.claim.tax_rate === undefined,
  },
  {
    ja: '貸倒れに係る消費税の控除は入れていません（消費税率［consumption_tax_rate］を入れると計算します）。',
    en: 'Consumption-tax relief is left out unless the consumption tax rate (consumption_tax_rate) is given.',
    when: ({ case: c }) => c.facts.claim.consumption_tax_rate === undefined,
  },
  {
    ja: '取引関係への影響は入れていません（取引の年間粗利［margin_per_year］と継続年数［relationship_years］を入れると計算します）。',
    en: 'The business relationship is left out unless its margin per year (margin_per_year) and its years (relationship_years) are given.',
    when: ({ case: c }) => c.facts.margin_per_year === 0,
  },
];

/** What the figures of this answer leave out. */
export const notModelled = (decision: Decision, lang: Lang): string[] =>
  NOT_MODELLED.filter(({ when }) => when === undefined || when(decision)).map((limit) => limit[lang]);
