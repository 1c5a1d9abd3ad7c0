// Japan: guarantees of a trade debt. Civil Code art. 446 to 465-10; Bankruptcy Act art. 104; the law of the day of the contract of guarantee
// (Supplementary Provisions of Act No. 44 of 2017, art. 21).

import type { GuaranteeLaw, LimitationReach } from '../contract/guarantee.ts';
import { datedTable, period } from '../dated.ts';
import {
  bankruptcyAct,
  CHECKED,
  cite,
  civilCode,
  civilReform,
  commercialCode,
  oldCivilCode,
  rehabilitationAct,
} from './citations.ts';
import { REFORM_FROM } from './interest.ts';
import { changing, rule, ruleSince } from './rules.ts';

/** The Civil Code came into force on this day; guarantees of before the reform follow its former text. */
const FORMER_FROM = '1898-07-16';
/** A guarantee must be in writing since this day. */
const WRITING_FROM = '2005-04-01';

/** Guarantees. */
export const guaranteeLaw: GuaranteeLaw = {
  acceleration_notice_months: {
    id: 'guarantee.acceleration_notice_months',
    label: { ja: '期限の利益の喪失を保証人に知らせる期間', en: 'time to tell a guarantor of acceleration' },
    unit: 'months',
    periods: [
      period<number>(FORMER_FROM, null, cite(civilReform, '21条1項', 'art. 21(1)')),
      period(REFORM_FROM, 2, cite(civilCode, '458条の3', 'art. 458-3')),
    ],
    checked: CHECKED,
  },
  maximum_asked_of: {
    id: 'guarantee.maximum_asked_of',
    label: { ja: '根保証で極度額を定める者', en: 'who must state a maximum in an open-ended guarantee' },
    unit: 'rule',
    periods: [
      // An open-ended guarantee of loans needed one since 2005; for trade debts it came with the reform.
      period<'individual' | 'anybody'>(FORMER_FROM, null, cite(civilReform, '21条1項', 'art. 21(1)')),
      period<'individual' | 'anybody'>(REFORM_FROM, 'individual', cite(civilCode, '465条の2第2項', 'art. 465-2(2)')),
    ],
    checked: CHECKED,
  },
  limitation_reach: {
    id: 'guarantee.limitation_reach',
    label: { ja: '時効の完成猶予・更新が及ぶ相手', en: 'whom an event on limitation reaches' },
    unit: 'rule',
    periods: [
      period<LimitationReach>(
        FORMER_FROM,
        { principal_binds_guarantor: true, guarantor_binds_principal: ['suit', 'payment_order', 'demand_received'] },
        cite(oldCivilCode, '434条・457条1項・458条', 'art. 434, 457(1), 458', 'unverified'),
      ),
      period<LimitationReach>(
        REFORM_FROM,
        { principal_binds_guarantor: true, guarantor_binds_principal: [] },
        cite(civilCode, '153条・441条・457条1項・458条', 'art. 153, 441, 457(1), 458'),
      ),
    ],
    checked: CHECKED,
  },
  rules: datedTable<GuaranteeLaw['rules']>('guarantee.rules', {
    form: changing(
      ruleSince(
        FORMER_FROM,
        { ja: '方式', en: 'form' },
        null,
        cite(oldCivilCode, '446条（2005年4月1日前）', 'art. 446 before 2005-04-01', 'unverified'),
      ),
      [
        period(
          WRITING_FROM,
          {
            ja: '保証は書面または電磁的記録によらなければ無効です。',
            en: 'A guarantee is void unless it is in writing or an electronic record.',
          },
          cite(civilCode, '446条2項・3項', 'art. 446(2), (3)'),
        ),
      ],
    ),
    scope: ruleSince(
      FORMER_FROM,
      { ja: '範囲', en: 'scope' },
      {
        ja: '保証は元本のほか利息・違約金・損害賠償などに及びます。',
        en: 'It covers principal, interest, penalty and damages.',
      },
      cite(civilCode, '447条1項', 'art. 447(1)'),
    ),
    principal_first: rule(
      { ja: '催告・検索の抗弁', en: 'principal first' },
      {
        ja: '連帯でない保証人は、先に主債務者へ請求し、容易なら主債務者の財産に執行するよう求められます（破産・行方不明を除く）。',
        en: 'A plain guarantor may insist that payment is first demanded from the principal debtor, and enforced there first where that is easy, unless the principal debtor is bankrupt or cannot be found.',
      },
      cite(civilCode, '452条・453条', 'art. 452, 453'),
    ),
    joint: rule(
      { ja: '連帯保証', en: 'joint guarantee' },
      {
        ja: '連帯保証人にはこれらの抗弁がありません。商行為による保証は連帯です。',
        en: 'A joint guarantor has no such defence; a guarantee from a commercial act is joint.',
      },
      cite(commercialCode, '511条2項、民法454条', 'art. 511(2); Civil Code art. 454', 'unverified'),
    ),
    maximum: changing(
      ruleSince(
        FORMER_FROM,
        { ja: '極度額', en: 'maximum' },
        {
          ja: '取引債務の根保証に極度額は要りませんでした（貸金等を除く）。',
          en: 'An open-ended guarantee of trade debts needed no maximum, loans apart.',
        },
        cite(civilReform, '21条1項', 'art. 21(1)'),
      ),
      [
        period(
          REFORM_FROM,
          {
            ja: '個人が不特定の債務を保証するときは、書面で極度額を定めなければ無効です。',
            en: 'An individual who guarantees unspecified debts is bound only if a maximum is stated in writing; otherwise the guarantee is void.',
          },
          cite(civilCode, '465条の2第2項・3項', 'art. 465-2(2), (3)'),
        ),
      ],
    ),
    fixed_at: rule(
      { ja: '元本の確定', en: 'when the principal is fixed' },
      {
        ja: '個人根保証の元本は、保証人の財産への執行、保証人の破産、主債務者または保証人の死亡で確定します。',
        en: "The principal of an individual is fixed by enforcement against the guarantor, the guarantor's bankruptcy, or the death of either.",
      },
      cite(civilCode, '465条の4第1項', 'art. 465-4(1)'),
    ),
    deed: rule(
      { ja: '事業用融資の公正証書', en: 'notarial declaration for business loans' },
      {
        ja: '事業のための借入れを第三者の個人が保証するには、前1か月以内の公正証書が要ります（役員・大株主・共同事業の配偶者を除く）。売掛金には要りません。',
        en: 'An outsider who guarantees a business loan must declare so before a notary within one month before; directors, majority owners and a spouse in the business need not. It does not apply to trade debts.',
      },
      cite(civilCode, '465条の6・465条の9', 'art. 465-6, 465-9'),
    ),
    told_before: rule(
      { ja: '契約時の情報提供', en: 'information before the contract' },
      {
        ja: '主債務者は事業債務の個人保証人に財産・収支などを知らせます。怠りを債権者が知り得たときは取り消されることがあります。',
        en: 'The principal must inform an individual who guarantees a business debt; if it did not and the creditor knew or could know, the guarantee can be rescinded.',
      },
      cite(civilCode, '465条の10', 'art. 465-10'),
    ),
    asked: rule(
      { ja: '履行状況の情報提供', en: 'information on arrears' },
      {
        ja: '委託を受けた保証人に尋ねられたら、不履行と残額を遅滞なく知らせます。',
        en: 'Asked by the guarantor, the creditor must tell without delay what is in arrears and what is left.',
      },
      cite(civilCode, '458条の2', 'art. 458-2'),
    ),
    acceleration: rule(
      { ja: '期限の利益の喪失の通知', en: 'notice of acceleration' },
      {
        ja: '個人の保証人には喪失を知ってから2か月以内に知らせなければ、知らせるまでの、喪失によって生じた遅延損害金を請求できません。',
        en: 'An individual guarantor must be notified within two months of the creditor learning of the acceleration; otherwise late interest caused only by the acceleration is not owed until the notice.',
      },
      cite(civilCode, '458条の3', 'art. 458-3'),
    ),
    own_title: rule(
      { ja: '保証人に対する債務名義', en: 'title of its own' },
      {
        ja: '主債務者に対する債務名義では保証人に執行できません。',
        en: 'A title against the principal does not reach the guarantor; sue both.',
      },
      cite(civilCode, '446条1項、民事執行法23条', 'art. 446(1); Civil Execution Act art. 23', 'unverified'),
    ),
    proof: rule(
      { ja: '破産での届出額', en: 'proof in bankruptcy' },
      {
        ja: '開始時の全額を各人の手続に届け出られ、開始後にほかの者が払っても全額の弁済まで届出額は減りません。',
        en: 'The full claim as of opening may be proved against each; what another pays afterwards does not reduce it until all is paid.',
      },
      cite(bankruptcyAct, '104条1項・2項', 'art. 104(1), (2)'),
    ),
    discharge: rule(
      { ja: '主債務者の免責・計画', en: 'discharge of the principal' },
      {
        ja: '再生計画や免責は保証人と第三者の担保に影響しません。',
        en: 'A plan or discharge of the principal leaves the guarantor and security of others untouched.',
      },
      cite(rehabilitationAct, '177条2項、破産法253条2項', 'art. 177(2); Bankruptcy Act art. 253(2)'),
    ),
  }),
};
