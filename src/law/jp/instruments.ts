// Japan: promissory notes, cheques, electronically recorded claims. Bills Act, Cheques Act (their texts as quoted on private pages),
// Electronically Recorded Claims Act, Code of Civil Procedure art. 350 to 367.

import type { InstrumentLaw } from '../contract/instruments.ts';
import { datedTable } from '../dated.ts';
import {
  bankersAssociation,
  billsAct,
  chequesAct,
  cite,
  clearingRules,
  densaiNetwork,
  procedureCode,
  recordedClaimsAct,
  subcontractAct,
} from './citations.ts';
import { REFORM_FROM } from './interest.ts';
import { rule, ruleSince } from './rules.ts';

/** Cheques and bills are no longer exchanged at the electronic clearing house from the fiscal year that begins on this day. */
const CLEARING_ENDS = '2027-04-01';

/** Instruments of payment. */
export const instrumentLaw: InstrumentLaw = {
  rights: datedTable<InstrumentLaw['rights']>('instruments.rights', {
    promissory_note: {
      label: { ja: '約束手形の期間', en: 'periods of a promissory note' },
      unit: 'rule',
      from: REFORM_FROM,
      value: {
        present: { days: 2, business: true, from: 'maturity' },
        maker: { years: 3 },
        recourse: { years: 1, from: 'maturity' },
        endorser: { months: 6 },
      },
      citation: cite(billsAct, '38条1項・70条・77条', 'art. 38(1), 70, 77', 'secondary'),
    },
    cheque: {
      label: { ja: '小切手の期間', en: 'periods of a cheque' },
      unit: 'rule',
      from: REFORM_FROM,
      value: {
        present: { days: 10, business: false, from: 'issue' },
        maker: null,
        recourse: { months: 6, from: 'presentment' },
        endorser: { months: 6 },
      },
      citation: cite(chequesAct, '29条・51条', 'art. 29, 51', 'secondary'),
    },
    electronic_claim: {
      label: { ja: '電子記録債権の期間', en: 'period of an electronically recorded claim' },
      unit: 'rule',
      from: REFORM_FROM,
      value: { present: null, maker: { years: 3 }, recourse: null, endorser: null },
      citation: cite(recordedClaimsAct, '23条', 'art. 23'),
    },
  }),
  summary_for: ['promissory_note', 'cheque'],
  cleared: ['promissory_note', 'cheque'],
  clearing_ends: CLEARING_ENDS,
  rules: datedTable<InstrumentLaw['rules']>('instruments.rules', {
    recourse_needs_presentment: rule(
      { ja: '遡求の要件', en: 'recourse needs presentment' },
      {
        ja: '期間内に呈示しないと裏書人（小切手では振出人にも）に遡求できません。手形の振出人への請求は残ります。',
        en: 'Without presentment in time there is no recourse against endorsers, for a cheque not even against the drawer; the maker of a note still owes.',
      },
      cite(billsAct, '43条・53条、小切手法39条', 'art. 43, 53; Cheques Act art. 39', 'secondary'),
    ),
    summary_suit: rule(
      { ja: '手形・小切手訴訟', en: 'summary suit on the instrument' },
      {
        ja: '手形・小切手の請求は、書証などだけで判断し反訴のできない訴訟によることができます。',
        en: 'A claim on a bill or cheque may be brought in a suit on documents alone, without counterclaim.',
      },
      cite(procedureCode, '350条1項・351条・352条1項・367条', 'art. 350(1), 351, 352(1), 367'),
    ),
    summary_venue: rule(
      { ja: '管轄', en: 'court' },
      {
        ja: '手形・小切手の支払地の裁判所にも訴えられます。',
        en: 'The court of the place of payment is open, too.',
      },
      cite(procedureCode, '5条2号', 'art. 5(ii)'),
    ),
    provisional_execution: rule(
      { ja: '仮執行宣言', en: 'provisional execution' },
      {
        ja: '職権で、原則として担保なしに仮執行が宣言されます。',
        en: "The judgment is provisionally enforceable of the court's own motion, as a rule without security.",
      },
      cite(procedureCode, '259条2項', 'art. 259(2)'),
    ),
    summary_objection: rule(
      { ja: '異議', en: 'objection' },
      {
        ja: '送達から2週間以内の異議で通常の手続に移ります。控訴はできません。',
        en: 'An objection within two weeks of service leads to an ordinary trial; there is no appeal.',
      },
      cite(procedureCode, '356条・357条', 'art. 356, 357'),
    ),
    clearing: rule(
      { ja: '交換', en: 'clearing' },
      {
        ja: '手形・小切手は電子交換所を通じて取り立てられます。',
        en: 'Bills and cheques are collected through the electronic clearing house.',
      },
      cite(bankersAssociation, '電子交換所', 'electronic clearing house', 'secondary'),
    ),
    clearing_ended: ruleSince(
      CLEARING_ENDS,
      { ja: '交換の廃止', en: 'end of clearing' },
      {
        ja: '電子交換所での交換がなくなり、金融機関どうしの個別の取立てになります。手数料と日数は取引銀行に確かめます。',
        en: 'The clearing house no longer exchanges them; banks collect one by one. Ask the bank about its fees and times.',
      },
      cite(bankersAssociation, '2027年度初からの交換廃止', 'end of clearing from fiscal 2027', 'secondary'),
    ),
    underlying_claim: rule(
      { ja: '原因債権', en: 'claim underneath' },
      {
        ja: '手形が支払のために渡されたときは原因債権も残り、それぞれの時効で進みます。',
        en: 'Where the instrument was given for the sake of payment the claim underneath stays, with a period of its own.',
      },
      cite(billsAct, '原因関係（判例）', 'claim underneath (case law)', 'unverified'),
    ),
    subcontract_ban: ruleSince(
      '2026-01-01',
      { ja: '手形払いの禁止', en: 'ban on bills' },
      {
        ja: '取適法の対象取引では手形で代金を払うことができません。',
        en: 'Under the subcontract act a price may not be paid by bill.',
      },
      cite(subcontractAct, '5条1項2号', 'art. 5(1)(ii)'),
    ),
    bill_dishonour: rule(
      { ja: '不渡りと取引停止処分', en: 'dishonour and suspension of dealings' },
      {
        ja: '資金不足などによる不渡りを6か月以内に2回出すと、2年間、当座預金と貸出しの取引が停止されます。でんさいの支払不能とは別に数えます。',
        en: 'Two bills dishonoured for want of funds within 6 months suspend the current account and borrowing at banks for 2 years; electronic claims are counted apart.',
      },
      cite(clearingRules, '取引停止処分', 'suspension of dealings', 'secondary'),
    ),
    electronic_claim_default: rule(
      { ja: '支払不能と取引停止処分', en: 'non-payment and suspension of dealings' },
      {
        ja: '資金不足などによる支払不能を6か月以内に2回起こすと、2年間、債務者としての利用と参加金融機関の貸出取引が停止されます。手形の不渡りとは別に数えます。',
        en: 'Two electronic claims unpaid for want of funds within 6 months suspend their use as a debtor and borrowing at member banks for 2 years; bills are counted apart.',
      },
      cite(densaiNetwork, '業務規程（支払不能処分）', 'business rules on non-payment', 'secondary'),
    ),
  }),
};
