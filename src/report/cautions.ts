// What the reader must know before acting: warnings about this claim, and what the model leaves out.

import type { Decision } from '../decision/decide.ts';
import { estimate } from '../law/fees.ts';
import type { Lang } from '../values/text.ts';
import { cited } from './voice.ts';

export interface Caution {
  readonly code: string;
  readonly field: string | null;
  readonly text: string;
  readonly severity: 'info' | 'warning';
}

/** Fields that state the probability of failure, the most specific first. */
const CREDIT_FIELDS = ['pd', 'tdb_score', 'tsr_score', 'rating', 'altman_z2'] as const;

/** Usual security for a provisional attachment of a bank account, as a range of shares of the claim. */
function percentRange({ law, facts }: Decision['case']): string {
  const { low, high } = estimate(law, 'bank_account_security', facts.claim.as_of);
  return `${Math.round(low * 100)}–${Math.round(high * 100)}%`;
}

/** Warnings, in a fixed order. */
export function warnings({ case: c, open }: Decision, lang: Lang): Caution[] {
  const { facts, debtor } = c;
  const { claim } = facts;
  const found: Caution[] = [];
  const add = (code: string, field: string | null, severity: Caution['severity'], ja: string, en: string) =>
    found.push({ code, field, severity, text: lang === 'ja' ? ja : en });

  add(
    'uncalibrated',
    null,
    'info',
    '見込み額の水準は自社の回収実績で較正されていません。手段の順位は、水準より確かです。',
    'Levels are not calibrated to your own ledger; the order of the options is surer than the level.',
  );
  const stated = CREDIT_FIELDS.filter((field) => claim[field] !== undefined);
  if (stated.length > 1 && debtor.pd_from !== null)
    add(
      'one_credit_source',
      stated.find((field) => field !== debtor.pd_from) ?? null,
      'info',
      `信用情報は${debtor.pd_from}だけを使いました。ほかは使っていません。`,
      `Of the credit information only ${debtor.pd_from} was used.`,
    );
  if (debtor.pd_from === 'tsr_score')
    add(
      'score_scale',
      'tsr_score',
      'warning',
      '東京商工リサーチ評点から倒産確率への換算は公表されていないため、帝国データバンク評点と同じ区分で読んだ判断値です。',
      'No table from this score to a probability is published; it was read on the bands of the TDB score, by judgement.',
    );
  if (claim.assignment_ban === true)
    add(
      'assignment_ban',
      'assignment_ban',
      'warning',
      `譲渡制限の特約があっても譲渡は有効ですが、特約を知る買い手は支払を拒まれることがあり、買い取られないか安くなります（${cited(c.law.citations.assignment_ban, lang)}）。価格には入れていません。`,
      `An assignment is valid despite the ban, but a buyer who knew of it can be refused payment, so expect no buyer or a lower price (${cited(c.law.citations.assignment_ban, lang)}); the figures do not count it.`,
    );
  if (claim.cash_needed_by !== undefined && claim.bridge_rate === undefined)
    add(
      'bridge_rate_missing',
      'bridge_rate',
      'warning',
      'つなぎ資金の年利（bridge_rate）がないため、資金が必要な日は計算に入れていません。',
      'Without bridge_rate the day on which cash is needed was left out.',
    );
  if (claim.debtor_type === 'consumer' || claim.debtor_type === 'sole_proprietor')
    add(
      'conduct',
      'debtor_type',
      'warning',
      '個人への督促です。夜9時から朝8時の連絡、勤務先への連絡、第三者への開示は避け、受任通知のあとは直接連絡しません。',
      'The debtor is an individual: no contact from 21:00 to 08:00, at work, or through third parties, and none after counsel has given notice.',
    );
  if (claim.debtor_type === 'public_body')
    add(
      'public_debtor',
      'debtor_type',
      'info',
      `国や自治体が相手です。時効は援用がなくても完成します（${cited(c.law.citations.public_debtor, lang)}）。差押えより、支払担当部署への請求書類の補正を先に行います。`,
      `The debtor is a public body: the claim lapses without anybody invoking it (${cited(c.law.citations.public_debtor, lang)}). Correct the papers with the paying office before thinking of attachment.`,
    );
  if (
    claim.assets === 'known' &&
    (claim.contact === 'evasive' || claim.distress === 'severe') &&
    (claim.title ?? 'none') === 'none' &&
    !facts.proceedings
  )
    add(
      'consider_provisional_attachment',
      'assets',
      'info',
      `財産が分かっていて隠されるおそれがあるときは、仮差押えを検討します。担保は請求額の${percentRange(c)}が目安で、終われば戻ります（${cited(c.law.citations.provisional_attachment, lang)}）。金額には入れていません。`,
      `With known assets at risk, consider a provisional attachment: security of about ${percentRange(c)} of the claim, returned in the end (${cited(c.law.citations.provisional_attachment, lang)}); not in the figures.`,
    );
  if (facts.limitation.regime !== 'new' && claim.contract_date === undefined && claim.invoice_date === undefined)
    add(
      'contract_date_assumed',
      'contract_date',
      'warning',
      '契約日がないため、支払期日で時効の新旧を判断しました。',
      'Without contract_date the limitation regime was read from the due date.',
    );
  if (claim.risk === 'averse')
    add(
      'risk_ranking',
      'risk',
      'info',
      'リスクを避ける順位は、各手段の後を平均で最も有利な進め方として並べ替えたものです。進め方そのものをリスク回避で選び直したものではありません。',
      'The averse ranking re-orders the options, each followed by what is best on average; it is not the policy that an averse caller would choose step by step.',
    );
  if (open[0]?.option.baseline && facts.age > 3)
    add(
      'keep_records',
      null,
      'info',
      '待つ場合も、督促の記録と内容証明の控えは、のちの貸倒処理に役立ちます。費用に見合うのは回収ではなく記録としてです。',
      'Even if you wait, a record of demands helps a later write-off; a letter is then worth its cost as evidence, not for what it recovers.',
    );
  for (const { label, citation } of facts.proceedings ? [] : c.tariff.unverified)
    add(
      'unverified_value',
      null,
      'info',
      `裁判と強制執行の費用のうち「${label.ja}」は、出典を確認していない値です（${cited(citation, lang)}）。`,
      `Among the costs of court and enforcement, "${label.en}" is a value whose source has not been read (${cited(citation, lang)}).`,
    );
  if (facts.interest.certainty !== 'statute' && facts.interest.certainty !== 'official')
    add(
      'interest_source',
      'delay_rate',
      'warning',
      '遅延損害金の利率の根拠は未確認です。',
      'The source of the late-interest rate is not verified.',
    );
  return found;
}

const NOT_MODELLED: readonly { ja: string; en: string; when?: (decision: Decision) => boolean }[] = [
  {
    ja: '分割案・和解案・催告はそれぞれ1回だけ行うものとして計算しています（交渉の応酬は扱いません）。',
    en: 'One plan, one settlement and one demand each; rounds of counter-offers are left out.',
  },
  { ja: '同じ相手への他の債権との関係は扱いません。', en: 'Other claims against the same debtor are left out.' },
  {
    ja: '仮差押えと、その担保に要する資金は扱いません。',
    en: 'Provisional attachment and the security it needs are left out.',
  },
  {
    ja: '法的手続で得た金銭が否認される確率は金額に入れていません。',
    en: 'The chance of having to give back what a court procedure brought is not in the figures.',
    when: ({ case: c }) => c.debtor.kept < 1,
  },
  {
    ja: '時効期間の満了後に任意に支払われる分は、満了前の「静観」の評価に入れていません。満了後の評価には入るため、満了の前後で見込みがずれます。',
    en: 'Voluntary payments after the limitation period are not counted in "wait" while the period runs; they are once it has ended, so the figure moves at the end of the period.',
    when: ({ case: c }) => c.facts.limitation_months < 48,
  },
  {
    ja: '税効果は入れていません（tax_rate を書くと入ります）。',
    en: 'Tax is left out unless tax_rate is given.',
    when: ({ case: c }) => c.facts.claim.tax_rate === undefined,
  },
  {
    ja: '貸倒れに係る消費税の控除は入れていません（consumption_tax_rate を書くと入ります）。',
    en: 'Consumption-tax relief is left out unless consumption_tax_rate is given.',
    when: ({ case: c }) => c.facts.claim.consumption_tax_rate === undefined,
  },
  {
    ja: '取引関係への影響は入れていません（margin_per_year と relationship_years を書くと入ります）。',
    en: 'The business relationship is left out unless margin_per_year and relationship_years are given.',
    when: ({ case: c }) => c.facts.margin_per_year === 0,
  },
];

/** What the figures of this answer leave out. */
export const notModelled = (decision: Decision, lang: Lang): string[] =>
  NOT_MODELLED.filter(({ when }) => when === undefined || when(decision)).map((limit) => limit[lang]);
