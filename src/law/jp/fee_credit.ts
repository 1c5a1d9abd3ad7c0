// Japan: civil mediation and settlement before suit, whose fee counts toward the suit. Civil Conciliation Act; Code of Civil Procedure art.
// 275; Act on Costs of Civil Procedure art. 3(3), 5(1).

import type { FeeCredit, FeeCreditLaw } from '../contract/fee_credit.ts';
import { datedTable } from '../dated.ts';
import { cite, civilCode, conciliationAct, costsAct, executionAct, procedureCode } from './citations.ts';
import { rule } from './rules.ts';

/** What counts toward the suit. */
export const feeCreditLaw: FeeCreditLaw = {
  credits: datedTable<FeeCreditLaw['credits']>('fee_credit.credits', {
    mediation: {
      label: { ja: '調停の手数料の訴訟手数料への通算', en: 'mediation fee that counts toward the suit' },
      unit: 'rule',
      from: '2004-01-01',
      value: { within_days: 14, at_most: null } satisfies FeeCredit,
      citation: cite(costsAct, '5条1項、民事調停法19条', 'art. 5(1); Civil Conciliation Act art. 19'),
    },
    pre_suit_settlement: {
      label: { ja: '訴え提起前の和解の手数料の控除', en: 'fee of settlement before suit that counts toward the suit' },
      unit: 'rule',
      from: '2004-01-01',
      value: { within_days: null, at_most: 2_000 } satisfies FeeCredit,
      citation: cite(costsAct, '3条3項1号', 'art. 3(3)(i)'),
    },
  }),
  rules: datedTable<FeeCreditLaw['rules']>('fee_credit.rules', {
    mediation_court: rule(
      { ja: '調停の管轄', en: 'court of mediation' },
      {
        ja: '相手方の住所地の簡易裁判所、または合意した簡易裁判所・地方裁判所に申し立てます。',
        en: 'Petition the summary court of the debtor, or a summary or district court agreed on.',
      },
      cite(conciliationAct, '3条1項', 'art. 3(1)'),
    ),
    settlement_court: rule(
      { ja: '訴え提起前の和解の管轄', en: 'court of settlement before suit' },
      {
        ja: '相手方の住所地の簡易裁判所に申し立てます。金額の上限はありません。',
        en: 'Petition the summary court of the debtor, whatever the amount.',
      },
      cite(procedureCode, '275条1項', 'art. 275(1)'),
    ),
    consent: rule(
      { ja: '相手の同意', en: 'consent of the debtor' },
      {
        ja: '調停は結果への同意、訴え提起前の和解は事前の合意を要します。',
        en: 'Mediation needs consent to its result, settlement before suit an agreement beforehand.',
      },
      cite(conciliationAct, '16条、民事訴訟法275条', 'art. 16; Code of Civil Procedure art. 275'),
    ),
    title: rule(
      { ja: '債務名義', en: 'title' },
      {
        ja: '調停調書・和解調書は確定判決と同じ効力の債務名義となり、時効は10年になります。',
        en: 'The record has the effect of a final judgment: it is a title, and the period becomes ten years.',
      },
      cite(executionAct, '22条7号、民法169条1項', 'art. 22(vii); Civil Code art. 169(1)'),
    ),
    order_in_place: rule(
      { ja: '調停に代わる決定', en: 'order in place of mediation' },
      {
        ja: '裁判所は決定をすることができ、告知から2週間以内の異議で失効し、なければ和解と同じ効力をもちます。',
        en: 'The court may make an order; an objection within two weeks of its notice voids it, otherwise it has the effect of a settlement.',
      },
      cite(conciliationAct, '17条・18条', 'art. 17, 18'),
    ),
    suit_from_petition: rule(
      { ja: '申立て時の訴え', en: 'suit from the petition' },
      {
        ja: '不成立の通知から2週間以内に訴えれば、調停の申立ての時に訴えたものとみなされ、手数料も通算されます。',
        en: 'Who sues within two weeks of the notice of failure counts as having sued when mediation was applied for, and the fee already paid is credited.',
      },
      cite(conciliationAct, '19条', 'art. 19'),
    ),
    limitation: rule(
      { ja: '時効', en: 'limitation' },
      {
        ja: '申立てで時効の完成が止まり、成立せずに終わると6か月の猶予があります。',
        en: 'The petition keeps the period from ending; without a result there are six more months.',
      },
      cite(civilCode, '147条1項3号', 'art. 147(1)(iii)'),
    ),
    absence: rule(
      { ja: '不出頭', en: 'absence' },
      {
        ja: '調停に正当な理由なく出頭しないと5万円以下の過料です。欠席による債務名義は生じません。',
        en: 'Absence from mediation without reason may be fined up to 50,000 yen; it brings no title.',
      },
      cite(conciliationAct, '34条', 'art. 34'),
    ),
    deed_limitation: rule(
      { ja: '執行証書の時効', en: 'limitation of an enforceable deed' },
      {
        ja: '執行証書の作成は承認として時効を更新しますが、期間は10年にはなりません。',
        en: 'Signing an enforceable deed acknowledges the debt and starts the period anew, but does not make it ten years.',
      },
      cite(civilCode, '152条・169条1項', 'art. 152, 169(1)'),
    ),
  }),
};
