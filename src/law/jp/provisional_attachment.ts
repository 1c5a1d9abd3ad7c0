// Japan: provisional attachment. Civil Provisional Remedies Act, Registration and Licence Tax Act; shares of security as courts usually
// ask them, from the published table of one law office.

import type { ProvisionalAttachmentLaw, SecurityShare } from '../contract/provisional_attachment.ts';
import { datedTable, period, type TableEntry } from '../dated.ts';
import {
  bankruptcyAct,
  CHECKED,
  caseLaw,
  cite,
  civilCode,
  executionAct,
  practice,
  provisionalRemediesAct,
  registrationTaxAct,
} from './citations.ts';
import { REFORM_FROM } from './interest.ts';
import { rule } from './rules.ts';

const shareTable = cite(
  practice,
  '仮差押えの担保額基準（実務の目安）',
  'usual security for provisional attachment',
  'secondary',
);

const usualShare = (ja: string, en: string, value: SecurityShare): TableEntry<SecurityShare> => ({
  label: { ja: `仮差押えの担保割合（${ja}）`, en: `security for provisional attachment: ${en}` },
  unit: 'share',
  from: REFORM_FROM,
  value,
  citation: shareTable,
});

/** Provisional attachment. */
export const provisionalAttachmentLaw: ProvisionalAttachmentLaw = {
  security: datedTable<ProvisionalAttachmentLaw['security']>('provisional_attachment.security', {
    real_estate: usualShare('不動産', 'real estate', { low: 0.1, high: 0.25, of: 'object' }),
    bank_account: usualShare('預金', 'bank account', { low: 0.2, high: 0.3, of: 'object' }),
    wages: usualShare('給料', 'wages', { low: 0.2, high: 0.3, of: 'object' }),
    deposit: usualShare('敷金・保証金・供託金', 'deposits held by others', { low: 0.15, high: 0.2, of: 'object' }),
    other_claim: usualShare('その他の債権', 'other claims', { low: 0.2, high: 0.2, of: 'object' }),
    movables: usualShare('動産（請求債権に対する割合）', 'movables, of the claim', {
      low: 0.2,
      high: 0.3,
      of: 'claim',
    }),
  }),
  security_on_bill: datedTable<ProvisionalAttachmentLaw['security_on_bill']>(
    'provisional_attachment.security_on_bill',
    {
      real_estate: usualShare('手形・小切手、不動産', 'bill, real estate', { low: 0.1, high: 0.2, of: 'object' }),
      bank_account: usualShare('手形・小切手、預金', 'bill, bank account', { low: 0.1, high: 0.25, of: 'object' }),
      wages: usualShare('手形・小切手、給料', 'bill, wages', { low: 0.1, high: 0.25, of: 'object' }),
      deposit: usualShare('手形・小切手、敷金等', 'bill, deposits held by others', {
        low: 0.1,
        high: 0.15,
        of: 'object',
      }),
      other_claim: usualShare('手形・小切手、その他の債権', 'bill, other claims', {
        low: 0.1,
        high: 0.2,
        of: 'object',
      }),
      movables: usualShare('手形・小切手、動産', 'bill, movables, of the claim', { low: 0.15, high: 0.3, of: 'claim' }),
    },
  ),
  register_tax: {
    id: 'provisional_attachment.register_tax',
    label: { ja: '仮差押えの登記の登録免許税（債権額に対する割合）', en: 'tax on registering it, share of the claim' },
    unit: 'share',
    periods: [period(REFORM_FROM, '0.004', cite(registrationTaxAct, '別表第一・一（五）', 'Table 1(1)(5)'))],
    checked: CHECKED,
  },
  registered_objects: ['real_estate'],
  execute_within_days: {
    id: 'provisional_attachment.execute_within_days',
    label: { ja: '命令の送達から執行までの期間', en: 'time to execute the order after its service' },
    unit: 'days',
    periods: [period(REFORM_FROM, 14, cite(provisionalRemediesAct, '43条2項', 'art. 43(2)'))],
    checked: CHECKED,
  },
  main_suit_days: {
    id: 'provisional_attachment.main_suit_days',
    label: { ja: '本案の訴えの期間（裁判所が定める最短）', en: 'time for the main suit, at least' },
    unit: 'days',
    periods: [period(REFORM_FROM, 14, cite(provisionalRemediesAct, '37条1項～3項', 'art. 37(1)-(3)'))],
    checked: CHECKED,
  },
  rules: datedTable<ProvisionalAttachmentLaw['rules']>('provisional_attachment.rules', {
    requirements: rule(
      { ja: '被保全権利と必要性', en: 'claim and need' },
      {
        ja: '債権と、強制執行ができなくなるか著しく困難になるおそれとを疎明します。',
        en: 'The claim, and that enforcement would become impossible or very difficult, must be shown prima facie.',
      },
      cite(provisionalRemediesAct, '13条2項・20条1項', 'art. 13(2), 20(1)'),
    ),
    before_due: rule(
      { ja: '期限前の債権', en: 'claims not yet due' },
      {
        ja: '期限の来ていない債権のためにも命じられます。',
        en: 'It is open for a claim that is not yet due.',
      },
      cite(provisionalRemediesAct, '20条2項', 'art. 20(2)'),
    ),
    court: rule(
      { ja: '管轄', en: 'court' },
      {
        ja: '本案の裁判所か、目的物の所在地（債権は第三債務者の所在地）の地方裁判所に申し立てます。',
        en: 'Petition the court of the main suit, or the district court where the object is; a claim is at the seat of the third debtor.',
      },
      cite(provisionalRemediesAct, '12条1項・4項', 'art. 12(1), (4)'),
    ),
    named_object: rule(
      { ja: '目的物の特定', en: 'named object' },
      {
        ja: '目的物を特定します。動産は特定しなくてよいとされています。',
        en: 'The object must be named; movables need not be.',
      },
      cite(provisionalRemediesAct, '21条', 'art. 21'),
    ),
    no_title: rule(
      { ja: '債務名義のないこと', en: 'no title yet' },
      {
        ja: '債務名義があれば差押えができ、仮差押えの必要性がありません。',
        en: 'With a title the creditor can attach, so that there is no need.',
      },
      cite(executionAct, '22条', 'art. 22'),
    ),
    not_stayed: rule(
      { ja: '倒産手続のないこと', en: 'no insolvency proceedings' },
      {
        ja: '破産・再生・更生・特別清算の開始後は新たにできず、すでにしたものは失効または中止されます。',
        en: 'Once bankruptcy, rehabilitation, reorganisation or special liquidation is opened no provisional attachment is granted, and an existing one loses its effect or is stayed.',
      },
      cite(
        bankruptcyAct,
        '42条1項・2項、再生法39条、会社法515条1項',
        'art. 42(1), (2); Rehabilitation Act art. 39; Companies Act art. 515(1)',
      ),
    ),
    priority: rule(
      { ja: '優先権のないこと', en: 'no priority' },
      {
        ja: 'ほかの差押えと平等に配当を受け、優先はしません。',
        en: 'It gives no priority: it shares with other attachments.',
      },
      cite(executionAct, '87条1項3号・165条', 'art. 87(1)(iii), 165'),
    ),
    limitation: rule(
      { ja: '時効', en: 'limitation' },
      {
        ja: '終了から6か月は時効が完成しませんが、更新はしません。',
        en: 'The period cannot end until six months after it ends, but it does not start anew.',
      },
      cite(civilCode, '149条', 'art. 149'),
    ),
    release: rule(
      { ja: '解放金', en: 'sum that releases the object' },
      {
        ja: '債務者が供託すれば執行が止まる金額を命令で定めます。通常は請求債権の額です。',
        en: 'The order fixes the sum by whose deposit the debtor lifts it; usually the claim.',
      },
      cite(provisionalRemediesAct, '22条1項（額は実務）', 'art. 22(1); the amount by practice', 'unverified'),
    ),
    security_back: rule(
      { ja: '担保の取戻し', en: 'return of the security' },
      {
        ja: '勝訴などで担保の事由が消えたとき、相手の同意があるとき、または催告に応じないときに戻ります。',
        en: "The security is returned when its reason no longer exists (the suit is won), with the debtor's consent, or when the debtor does not act within the time set.",
      },
      cite(provisionalRemediesAct, '4条2項、民事訴訟法79条', 'art. 4(2); Code of Civil Procedure art. 79'),
    ),
    damages: rule(
      { ja: '損害賠償', en: 'damages' },
      {
        ja: '本案で敗訴すると過失が推定され、損害の賠償を求められることがあります。',
        en: 'Who loses the suit is presumed at fault and may owe damages.',
      },
      cite(caseLaw, '最判昭43.12.24', 'Supreme Court, 1968-12-24', 'unverified'),
    ),
  }),
};
