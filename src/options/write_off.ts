// Closing the file and booking the loss. Worth its tax effect when a tax rate is given (docs/model.md 11.4), else nothing.

import * as z from 'zod';
import { isDemanded, lastPaymentOf } from '../claim/facts.ts';
import { titleOf } from '../claim/procedure.ts';
import { isFormallyWrittenOff } from '../law/bad_debt.ts';
import { articleOf, valueOn } from '../law/dated.ts';
import { phrase, SILENT } from '../values/phrase.ts';
import { type Bar, option, type Situation } from './option.ts';
import { absentBars } from './parts/absent.ts';

/** The opening of insolvency proceedings is no loss: a plan that cuts the claim is, or the end of the proceedings. */
function openProceedings(s: Situation): Bar[] {
  const { insolvency } = s.facts.claim;
  if (!s.facts.proceedings || insolvency === undefined || insolvency === 'none') return [];
  const { bad_debt_legal, bad_debt_factual } = s.law.citations;
  return [
    {
      code: 'loss_not_fixed',
      text: phrase(
        {
          proceedings: s.law.insolvency[insolvency].label,
          legal: bad_debt_legal.article,
          factual: bad_debt_factual.article,
          reserve: reserveShare(s),
        },
        {
          ja: '手続の開始（{proceedings}）だけでは貸倒れになりません。計画や協定で切り捨てられたとき（{legal}）、または手続の終結・廃止や配当がない旨の証明で全額の回収不能が明らかになったとき（{factual}）の損失です。それまでは、引当金を認められる法人なら{reserve}を引当てできます。',
          en: 'The opening of proceedings ({proceedings}) is not yet a loss. The loss arises when a plan or an agreement cuts the claim ({legal}), or when the end of the proceedings or a certificate that there is no dividend shows that all of it is lost ({factual}). Until then a company that is allowed a reserve may reserve {reserve}.',
        },
      ),
      inputs: { insolvency },
      cite: bad_debt_legal,
      opens_if: {
        ja: '計画・協定による切捨てが確定した場合、または手続の終了などで全額の回収不能が明らかになった場合',
        en: 'a plan or agreement cuts the claim, or the end of the proceedings shows that all of it is lost',
      },
    },
  ];
}

/** Share of the claim that may be reserved once proceedings are applied for. */
const reserveShare = (s: Situation) => ({
  percent: Number(valueOn(s.law.bad_debt.reserve_share, s.facts.claim.as_of) ?? 0),
});

/** The write-off after dealings have stopped is for trade claims of continued dealings, without security. */
function noTradeClaim(s: Situation): Bar[] {
  const { facts, law } = s;
  const { claim_kind, continuing_dealings, as_of } = facts.claim;
  const cite = law.citations.bad_debt_formal;
  const factual = law.citations.bad_debt_factual.article;
  const bars: Bar[] = [];
  if (claim_kind !== undefined && !isFormallyWrittenOff(law, claim_kind, as_of))
    bars.push({
      code: 'not_a_trade_claim',
      text: phrase(
        { factual },
        {
          ja: '取引停止後の時の経過による貸倒れは売掛債権に限られ、貸付金には使えません。全額の回収不能が明らかになれば別です（{factual}）。',
          en: 'Writing off because dealings stopped long ago is for trade claims only, not for loans, unless all of it is clearly lost ({factual}).',
        },
      ),
      inputs: { claim_kind },
      cite,
      opens_if: { ja: '売掛債権の場合', en: 'the claim is a trade claim' },
    });
  if (facts.security > 0)
    bars.push({
      code: 'security_held',
      text: {
        ja: '担保のある債権は、担保を処分するまで貸倒れにできません。',
        en: 'A claim with security cannot be written off before the security is disposed of.',
      },
      inputs: { security_value: facts.security },
      cite,
      opens_if: {
        ja: '担保を処分した場合（担保の額［security_value］が 0）',
        en: 'the security is disposed of (the value of security [security_value] is 0)',
      },
    });
  if (continuing_dealings === false)
    bars.push({
      code: 'single_dealing',
      text: phrase(
        { factual },
        {
          ja: '取引停止後の時の経過による貸倒れは、継続して取引していた相手に限られます。全額の回収不能が明らかになれば別です（{factual}）。',
          en: 'Writing off because dealings stopped is for debtors of continuing dealings, unless all of the claim is clearly lost ({factual}).',
        },
      ),
      inputs: { continuing_dealings },
      cite,
      opens_if: { ja: '継続して取引していた相手の場合', en: 'we had traded with the debtor regularly' },
    });
  return bars;
}

/** Dealings must have stopped long ago: counted from the latest of the stop, the due date and the last payment. */
function dealingsNotLongOver(s: Situation): Bar[] {
  const { facts, tariff } = s;
  const { insolvency, as_of, dealings_stopped_on } = facts.claim;
  const { written_off_from: from } = facts;
  if (facts.proceedings || (from !== null && as_of >= from)) return [];
  const needed = tariff.write_off_months;
  const inputs = {
    overdue_days: facts.overdue_days,
    dealings_stopped_on: dealings_stopped_on ?? null,
    last_payment_on: lastPaymentOf(facts.claim) ?? null,
    insolvency: insolvency ?? 'none',
  };
  const reserve =
    insolvency === 'petition'
      ? phrase(
          { share: reserveShare(s) },
          {
            ja: '申立てがあったので、引当金を認められる法人なら{share}を引当てできます。',
            en: ' A petition is filed, so a company that is allowed a reserve may reserve {share}.',
          },
        )
      : SILENT;
  return [
    {
      code: 'loss_not_yet_deductible',
      text: phrase(
        { needed, reserve },
        {
          ja: '取引停止・期日・最後の入金のうち最も遅い日から{needed}か月が過ぎておらず、回収不能も確定していないため、貸倒れとして認められません。{reserve}',
          en: 'Less than {needed} months have passed since the latest of three days (the end of dealings, the due date and the last payment), and nothing shows that the claim is lost, so the loss cannot be recognised yet.{reserve}',
        },
      ),
      inputs,
      cite: s.law.citations.bad_debt_formal,
      opens_if: phrase(
        { needed },
        {
          ja: '{needed}か月が過ぎた場合、計画などで切り捨てられた場合、または長く債務超過の相手に書面で免除した場合',
          en: '{needed} months have passed, a plan cuts the claim, or the debt of a long-insolvent debtor is waived in writing',
        },
      ),
      ...(from === null ? {} : { lifts: facts.monthsUntil(from) }),
    },
  ];
}

export const write_off = option({
  id: 'write_off',
  label: { ja: '貸倒処理', en: 'write off' },
  description: {
    ja: '回収をやめて貸倒損失を計上します。以後の入金はないものとします。',
    en: 'Stop, book the loss, and count on no further payment.',
  },
  family: 'stop',
  shape: 'exit',
  follows: ['fresh'],
  varies: () => 'never',
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) =>
    s.tariff.absent.has('formal_write_off')
      ? absentBars(s, 'formal_write_off')
      : [...openProceedings(s), ...noTradeClaim(s), ...dealingsNotLongOver(s)],
  variants: () => [{}],
  // It is for debtors with whom dealings have ended, so whoever still deals with the debtor gives up the custom as well.
  prospect: (s) => ({
    event: { id: 'written_off', at: 0, relief: true },
    relationship: s.facts.claim.dealings_stopped_on === undefined ? 1 : 0,
  }),
  deadlines: (s) => {
    const { fiscal_year_end, as_of } = s.facts.claim;
    if (fiscal_year_end === undefined || fiscal_year_end < as_of) return [];
    return [
      {
        on: fiscal_year_end,
        kind: 'write_off',
        text: {
          ja: '今期に貸倒損失を計上する場合は、この日までに督促の記録をそろえ、備忘価額1円を残して損金経理します。長く債務超過の相手に書面で免除するなら全額が損失で（9-6-1）、この日までに届けます。',
          en: 'To book the loss this year, have the record of demands ready and book it by this day, leaving a memo value of one yen; waiving the debt of a long-insolvent debtor in writing makes all of it a loss (9-6-1) and must have arrived.',
        },
        cite: s.law.citations.bad_debt_formal,
      },
    ];
  },
  sentences: {
    step: ({ facts: { claim }, law: { citations } }) => {
      const source = articleOf(citations.bad_debt_formal);
      return isDemanded(claim) || titleOf(claim) !== 'none'
        ? phrase(
            { letter: isDemanded(claim) ? { ja: 'と内容証明の控え', en: '' } : SILENT, source },
            {
              ja: '督促の記録{letter}を整え、備忘価額1円を残して貸倒損失を計上します（{source}）。',
              en: 'Put the record of demands{letter} in order and book the loss, leaving a memo value of one yen ({source}).',
            },
          )
        : phrase(
            { source },
            {
              ja: '督促の記録を整え（なければ、先に書面で一度催告します）、備忘価額1円を残して貸倒損失を計上します（{source}）。',
              en: 'Put the record of demands in order (without any, first demand payment once in writing) and book the loss, leaving a memo value of one yen ({source}).',
            },
          );
    },
    risk: (s) => {
      const { continuing_dealings, partial_paid } = s.facts.claim;
      if (partial_paid === true && lastPaymentOf(s.facts.claim) === undefined)
        return {
          ja: '一部の入金があるため、最後の入金の日（last_payment_on）から数え直します。日が分からず、期日から数えています。',
          en: 'The debtor has paid a part, and the time counts from the last payment (last_payment_on); that day is not known, so it is counted from the due date.',
        };
      if (continuing_dealings === undefined)
        return {
          ja: '継続して取引していた相手であること（continuing_dealings）が要件です。一度きりの取引では認められません。',
          en: 'It needs continuing dealings with the debtor (continuing_dealings); a single order is not enough.',
        };
      return {
        ja: '催告などの記録がないと、税務上の貸倒れと認められないことがあります。',
        en: 'Without a record of demands the loss may not be recognised for tax.',
      };
    },
  },
});
