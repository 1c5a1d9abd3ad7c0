// What the kind of a claim brings with it before anybody is late, or whatever step is taken: the latest due day by law, goods that may be held
// back, a period that is not that of a contract, an instrument that is lost or recorded, and a guarantee that nobody wrote down.
// Here 'guarantor' is a part of the request, not an option.

import { latestDueDay } from '../claim/due_by_law.ts';
import { isSolvent } from '../claim/facts.ts';
import { titleOf } from '../claim/procedure.ts';
import type { Decision } from '../decision/programme/decide.ts';
import { periodAt } from '../law/dated.ts';
import { statedGuarantor } from '../options/rights/guarantor_terms.ts';
import { earlier, periodEnd } from '../values/day.ts';
import { listed, phrase } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import type { Caution } from './background_cautions.ts';
import { citationText } from './voice.ts';

const AT_ONCE: Text = { ja: 'すぐ', en: 'at once' };
const BY_THAT_DAY: Text = { ja: 'その日までに', en: 'by then' };

/** A due day that was agreed too late is replaced by the one of the act. */
function agreedTooLate({ case: { facts, law } }: Decision): Caution[] {
  const { claim } = facts;
  const latest = latestDueDay(facts, law);
  if (latest === null) return [];
  return [
    {
      code: 'due_day_by_law',
      field: 'due_date',
      severity: 'warning',
      text: phrase(
        {
          latest,
          agreed: facts.due_date,
          by: latest < claim.as_of ? AT_ONCE : BY_THAT_DAY,
          acts: listed(
            [
              ...(claim.freelance_act === true ? [citationText(law.citations.due_day_freelance)] : []),
              ...(claim.subcontract_act === true ? [citationText(law.citations.due_day_subcontract)] : []),
            ],
            { ja: '、', en: '; ' },
          ),
        },
        {
          ja: '支払期日（{agreed}）は受領日から長すぎ、法律上は{latest}が期日とみなされます（{acts}。再委託の特例を除きます）。{by}払うよう書面で求め、期日を{latest}として計算し直します。',
          en: 'The due date ({agreed}) is too long after receipt: by law the price is due on {latest} ({acts}; re-commissions apart). Ask in writing for payment {by}, and calculate again with that due date.',
        },
      ),
    },
  ];
}

/** Goods of the debtor that are still with us are kept until we are paid. */
function heldBack({ case: { facts, law } }: Decision): Caution[] {
  const { claim_kind } = facts.claim;
  if ((claim_kind !== 'freight' && claim_kind !== 'works') || facts.overdue_days <= 0 || facts.proceedings) return [];
  return [
    {
      code: 'retention',
      field: 'claim_kind',
      severity: 'info',
      text:
        claim_kind === 'freight'
          ? phrase(
              { source: citationText(law.citations.freight_retention) },
              {
                ja: 'まだ引き渡していない運送品があれば、その運送賃が払われるまで留置できます（{source}）。',
                en: 'Goods of that carriage which are not delivered yet may be held back until it is paid ({source}).',
              },
            )
          : phrase(
              {
                source: citationText(law.citations.works_retention),
                traders: citationText(law.citations.traders_retention),
              },
              {
                ja: '修理・加工した物をまだ引き渡していなければ、代金が払われるまで留置できます（{source}。商人間なら{traders}）。',
                en: 'What was repaired or processed and is still with us may be held back until it is paid ({source}; between traders {traders}).',
              },
            ),
    },
  ];
}

/** Who orders works from us, but for a consumer or a public body, may be a subcontractor itself: those above it can be moved to pay in its place. */
function contractorAbove({ case: { facts, law } }: Decision): Caution[] {
  const { claim_kind, debtor_type = 'corporation', other_debtors = [] } = facts.claim;
  const isOrderedByTrader = debtor_type === 'corporation' || debtor_type === 'sole_proprietor';
  if (claim_kind !== 'works' || facts.overdue_days <= 0 || !isOrderedByTrader) return [];
  if (other_debtors.some(({ kind, amount }) => kind === 'prime_contractor' && amount !== undefined)) return [];
  return [
    {
      code: 'prime_contractor',
      field: 'other_debtors',
      severity: 'info',
      text: phrase(
        { source: citationText(law.citations.prime_contractor) },
        {
          ja: '下請工事で元請が特定建設業者なら、許可した行政庁に立替払いの勧告を求められます（{source}、強制力なし）。額を other_debtors に入れて計算し直します。',
          en: 'Under a prime contractor with a special licence, ask the authority that licensed it to advise it to pay in advance ({source}; that does not bind it); enter its amount (other_debtors) and calculate again.',
        },
      ),
    },
  ];
}

/** What is owed for a tort becomes time-barred sooner than what is owed under a contract. */
function tortApart({ case: { facts, law } }: Decision): Caution[] {
  const { claim } = facts;
  if (claim.claim_kind !== 'other' || titleOf(claim) !== 'none' || facts.proceedings) return [];
  return [
    {
      code: 'tort_limitation',
      field: 'claim_kind',
      severity: 'warning',
      text: phrase(
        { source: citationText(law.citations.tort_limitation) },
        {
          ja: '時効は契約上の債権として数えています。不法行為の損害賠償なら、損害と加害者を知った時から3年（生命・身体の侵害は5年）、行為の時から20年です（{source}）。',
          en: 'The limitation period is counted as that of a contract. For damages of a tort it is 3 years from knowing the harm and who did it (5 for life and limb), and 20 from the act ({source}).',
        },
      ),
    },
  ];
}

/** A bill is claimed with the bill in hand, and a recorded claim by its record. */
function instrumentInHand({ case: { facts, law } }: Decision): Caution[] {
  const { claim_kind, evidence } = facts.claim;
  if (facts.proceedings) return [];
  if (claim_kind === 'electronic_claim')
    return [
      {
        code: 'electronic_claim_court',
        field: 'claim_kind',
        severity: 'info',
        text: phrase(
          { source: citationText(law.citations.recorded_claim) },
          {
            ja: '手形訴訟は使えず、支払督促か訴訟によります。証拠は債権記録の開示で取り、譲り受けたものなら譲渡人の保証記録を確かめ（{source}）、保証人（guarantor）に入れます。',
            en: 'There is no summary suit: apply for a payment order or sue. The record is the proof; if the claim was assigned to you, look for a recorded guarantee of the assignor ({source}) and enter it as the guarantor (guarantor).',
          },
        ),
      },
    ];
  if (claim_kind !== 'bill' || evidence !== 'weak') return [];
  return [
    {
      code: 'lost_bill',
      field: 'evidence',
      severity: 'warning',
      text: phrase(
        { source: citationText(law.citations.lost_bill) },
        {
          ja: '手形を失ったのなら、振出人に事故届（支払の差止め）を頼み、支払地の簡易裁判所に公示催告を申し立てて除権決定を得ます（{source}）。それまで手形金は請求できず、原因の代金も手形と引換えでなければ払われないことがあります。',
          en: 'If the bill is lost, have its maker stop payment and ask the summary court of the place of payment for public notice and a decision that invalidates it ({source}). Until then it cannot be claimed, and the price may be refused except against the bill.',
        },
      ),
    },
  ];
}

/** A loan among private people was no commercial act: under the old law its period was the longer one of any claim. */
function privateLoan({ case: { facts, law } }: Decision): Caution[] {
  const { claim, due_date, limitation } = facts;
  const { claim_kind, debtor_type, contract_date = due_date, as_of } = claim;
  if (claim_kind !== 'loan' || debtor_type !== 'consumer' || titleOf(claim) !== 'none' || facts.proceedings) return [];
  const longer = periodAt(law.limitation.regimes, earlier(contract_date, due_date)).value?.special.not_commercial;
  if (longer === undefined) return [];
  const ends = longer.ends.map((one) => periodEnd(due_date, one)).reduce(earlier);
  if (ends < as_of || ends <= limitation.last_day) return [];
  return [
    {
      code: 'private_loan',
      field: 'claim_kind',
      severity: 'warning',
      text: phrase(
        { counted: limitation.period.label, longer: longer.label, ends, source: citationText(longer.citation) },
        {
          ja: '時効は「{counted}」で数えています。個人どうしの貸金（商行為でないもの）なら「{longer}」で、早くても{ends}までは完成しません（{source}）。満了とみなす前に確かめます。',
          en: 'The limitation period is counted as that of a {counted}. Of a loan between private people, which is no commercial act, it is that of {longer}, and does not end before {ends} ({source}): find out which it is before you treat the claim as lost.',
        },
      ),
    },
  ];
}

/** Bills and recorded claims that are not paid on their day are dishonoured, which says more than that somebody is late. */
function unpaidInstrument({ case: { facts } }: Decision): Caution[] {
  const { claim_kind } = facts.claim;
  if (facts.overdue_days <= 0 || !isSolvent(facts.claim) || titleOf(facts.claim) !== 'none') return [];
  if (claim_kind !== 'bill' && claim_kind !== 'electronic_claim') return [];
  return [
    {
      code: 'unpaid_instrument',
      field: 'insolvency',
      severity: 'warning',
      text:
        claim_kind === 'bill'
          ? {
              ja: '期日に払われない手形は不渡りです（呈示していた場合）。理由（資金不足か異議か）を今日取引銀行に確かめ、資金不足なら insolvency を dishonoured にして計算し直します。',
              en: 'A bill that was presented and not paid on its day is dishonoured. Ask your bank today why (want of funds, or an objection); for want of funds set insolvency to dishonoured and calculate again.',
            }
          : {
              ja: '期日に払われないでんさいは支払不能です。事由（資金不足か異議か）を今日取引金融機関に確かめ、資金不足なら insolvency を dishonoured にして計算し直します。',
              en: 'A recorded claim that is not paid on its day is a default. Ask your bank today why (want of funds, or an objection); for want of funds set insolvency to dishonoured and calculate again.',
            },
    },
  ];
}

/** Who promised by word of mouth is asked to sign while it still promises. */
function unwrittenGuarantee({ situation }: Decision): Caution[] {
  const { written, value } = statedGuarantor(situation);
  if (written !== false || value === undefined) return [];
  return [
    {
      code: 'unwritten_guarantee',
      field: 'guarantor.written',
      severity: 'warning',
      text: phrase(
        { source: citationText(situation.law.citations.written_guarantee) },
        {
          ja: '口頭の保証は無効です。払うと言っている今のうちに、保証の書面か電子文書をもらいます（{source}）。',
          en: 'A guarantee by word of mouth is void: have it put in writing, or in an electronic record, while it is still promised ({source}).',
        },
      ),
    },
  ];
}

/** All of them, in a fixed order. */
export const kindCautions = (decision: Decision): Caution[] =>
  [
    agreedTooLate,
    heldBack,
    contractorAbove,
    tortApart,
    privateLoan,
    instrumentInHand,
    unpaidInstrument,
    unwrittenGuarantee,
  ].flatMap((about) => about(decision));
