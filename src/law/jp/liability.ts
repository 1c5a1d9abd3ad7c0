// Japan: others who may owe, and what may be called back. Companies Act art. 22, 23-2, 429, 759; Civil Code art. 424 to 426.

import type { LiabilityLaw, LiabilityRule } from '../contract/liability.ts';
import { datedTable, period, type TableEntry } from '../dated.ts';
import { CHECKED, cite, civilCode, companiesAct, oldCivilCode } from './citations.ts';
import { REFORM_FROM } from './interest.ts';

/** The Companies Act came into force on this day, the Civil Code long before. */
const COMPANIES_FROM = '2006-05-01';
const FORMER_CODE_FROM = '1898-07-16';
/** Abusive splits and transfers of a business are regulated since this day. */
const ABUSE_FROM = '2015-05-01';

const since = (
  from: string,
  label: TableEntry<LiabilityRule>['label'],
  value: LiabilityRule,
  citation: TableEntry<LiabilityRule>['citation'],
): TableEntry<LiabilityRule> => ({
  label,
  unit: 'rule',
  from,
  value,
  citation,
});

const avoidance: Pick<LiabilityRule, 'extent' | 'ends' | 'not_in'> = {
  extent: {
    ja: '自分の債権の額まで（可分のとき）。金銭は自分に支払うよう求められます。',
    en: 'Up to our claim if it is divisible; payment may be demanded directly to us.',
  },
  ends: [
    { years: 2, counts_from: 'knowledge' },
    { years: 10, counts_from: 'act' },
  ],
  not_in: ['bankruptcy', 'rehabilitation', 'reorganisation'],
};
const formerEnds: LiabilityRule['ends'] = [
  { years: 2, counts_from: 'knowledge' },
  { years: 20, counts_from: 'act' },
];
const harming: LiabilityRule = {
  ...avoidance,
  needs: {
    ja: '行為の前の原因による債権があり、債務者が害することを知って行為をし、受益者も知っていたこと。',
    en: 'Our claim is from a cause before the act, the debtor knew that it harms creditors, and the receiver knew.',
  },
};
const favouring: LiabilityRule = {
  ...avoidance,
  needs: {
    ja: '支払不能の時に、受益者と通謀して他の債権者を害する意図で行われたこと（義務のない行為は支払不能の前30日以内も）。',
    en: 'Done when the debtor could not pay, in collusion to harm the others; an act that was not owed also within 30 days before.',
  },
};

/** Others who may owe. */
export const liabilityLaw: LiabilityLaw = {
  grounds: datedTable<LiabilityLaw['grounds']>('liability.grounds', {
    trade_name_kept: since(
      COMPANIES_FROM,
      { ja: '商号を続用する事業の譲受人', en: 'buyer of the business who keeps the trade name' },
      {
        needs: {
          ja: '譲受会社が商号を引き続き使うこと。遅滞なく免責の登記をしたか、双方が通知した場合を除きます。',
          en: 'The buyer goes on under the trade name, and no disclaimer was registered without delay or notified by both.',
        },
        extent: { ja: '事業によって生じた債務の全額。', en: 'The whole debt from the business.' },
        ends: [],
        not_in: [],
      },
      cite(companiesAct, '22条1項・2項', 'art. 22(1), (2)'),
    ),
    seller_remains: since(
      COMPANIES_FROM,
      { ja: '商号続用の場合の譲渡人', en: 'seller of the business whose name is kept' },
      {
        needs: {
          ja: '譲受会社が22条1項により責任を負うこと。譲渡の日後2年以内に請求または請求の予告をすれば責任は残ります。',
          en: 'The buyer is liable for keeping the name; the seller remains liable only if a claim or notice of it is made within two years of the transfer.',
        },
        extent: { ja: '事業によって生じた債務の全額。', en: 'The whole debt from the business.' },
        ends: [{ years: 2, counts_from: 'act' }],
        not_in: [],
      },
      cite(companiesAct, '22条3項', 'art. 22(3)'),
    ),
    abusive_transfer: since(
      ABUSE_FROM,
      { ja: '詐害的な事業譲渡・会社分割', en: 'fraudulent transfer of a business or company split' },
      {
        needs: {
          ja: '譲渡会社が残存債権者を害することを知って譲渡し、譲受会社も知っていたこと。',
          en: 'The seller knew that it harms the creditors left behind, and the buyer knew.',
        },
        extent: { ja: '承継した財産の価額まで。', en: 'Up to the value taken over.' },
        ends: [
          { years: 2, counts_from: 'knowledge' },
          { years: 10, counts_from: 'act' },
        ],
        not_in: ['bankruptcy', 'rehabilitation', 'reorganisation'],
      },
      cite(companiesAct, '23条の2・759条4項・6項・7項', 'art. 23-2, 759(4), (6), (7)'),
    ),
    director: since(
      COMPANIES_FROM,
      { ja: '役員の責任', en: 'director' },
      {
        needs: {
          ja: '役員が職務について悪意または重大な過失があり、それによって第三者に損害が生じたこと。',
          en: 'Malice or gross negligence in office, and loss of a third party from it.',
        },
        extent: { ja: '生じた損害の額。', en: 'The loss.' },
        ends: [
          { years: 5, counts_from: 'knowledge' },
          { years: 10, counts_from: 'act' },
        ],
        not_in: [],
      },
      cite(
        companiesAct,
        '429条1項（期間は民法166条の類推）',
        'art. 429(1); the period by analogy to Civil Code art. 166',
        'unverified',
      ),
    ),
    act_harming_creditors: {
      ...since(
        FORMER_CODE_FROM,
        { ja: '詐害行為の取消し', en: 'act harming creditors' },
        { ...harming, ends: formerEnds },
        cite(oldCivilCode, '424条・426条', 'art. 424, 426', 'unverified'),
      ),
      later: [
        period(
          REFORM_FROM,
          harming,
          cite(civilCode, '424条・424条の8・424条の9・426条', 'art. 424, 424-8, 424-9, 426'),
        ),
      ],
    },
    payment_to_one_creditor: {
      ...since(
        FORMER_CODE_FROM,
        { ja: '特定の債権者への弁済・担保', en: 'payment or security for one creditor only' },
        { ...favouring, ends: formerEnds },
        cite(oldCivilCode, '424条・426条', 'art. 424, 426', 'unverified'),
      ),
      later: [period(REFORM_FROM, favouring, cite(civilCode, '424条の3・426条', 'art. 424-3, 426'))],
    },
  }),
  undue_days: {
    id: 'liability.undue_days',
    label: { ja: '義務のない弁済・担保の期間（支払不能前）', en: 'days before insolvency for acts that were not owed' },
    unit: 'days',
    periods: [period(REFORM_FROM, 30, cite(civilCode, '424条の3第2項', 'art. 424-3(2)'))],
    checked: CHECKED,
  },
};
