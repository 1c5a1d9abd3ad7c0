// Japan: the lien of a seller of movables, its reach to the resale price, and retained title. Civil Code art. 304, 311, 321, 333; Civil
// Execution Act art. 190, 193; the acts on insolvency.

import type { GoodsSecurityLaw } from '../contract/goods_security.ts';
import { datedTable } from '../dated.ts';
import {
  bankruptcyAct,
  caseLaw,
  cite,
  civilCode,
  enterpriseChargeAct,
  executionAct,
  reorganisationAct,
  retentionAct,
} from './citations.ts';
import { rule, ruleSince } from './rules.ts';

/** The act on charges over a whole enterprise is in force from this day. */
const ENTERPRISE_CHARGE_FROM = '2026-05-25';

/** Security in goods that were sold. */
export const goodsSecurityLaw: GoodsSecurityLaw = {
  kinds: ['goods', 'instalment_sale'],
  stayed_in: ['reorganisation'],
  outside_in: ['bankruptcy', 'rehabilitation'],
  rules: datedTable<GoodsSecurityLaw['rules']>('goods_security.rules', {
    lien: rule(
      { ja: '動産売買の先取特権', en: "seller's lien" },
      {
        ja: '売った動産の上に、代金と利息のための先取特権があります。合意も登記も要りません。',
        en: 'The movable that was sold secures its price and interest, without agreement and register.',
      },
      cite(civilCode, '311条5号・321条', 'art. 311(v), 321'),
    ),
    lien_kinds: rule(
      { ja: '動産の売買であること', en: 'a sale of movables' },
      {
        ja: '工事や役務の代金にはこの先取特権がありません。',
        en: 'Works and services bring no such lien.',
      },
      cite(civilCode, '321条', 'art. 321'),
    ),
    delivered_on: rule(
      { ja: '第三取得者への引渡し', en: 'delivery to a third buyer' },
      {
        ja: '第三取得者に引き渡された動産には行使できません。',
        en: 'Once the movable is delivered to a third buyer the lien cannot be exercised on it.',
      },
      cite(civilCode, '333条', 'art. 333'),
    ),
    resale: rule(
      { ja: '物上代位', en: 'reach to the resale price' },
      {
        ja: '転売代金や保険金に、払渡しの前に差し押さえれば及びます。',
        en: 'It reaches the resale price and insurance money if they are attached before they are paid.',
      },
      cite(civilCode, '304条1項', 'art. 304(1)'),
    ),
    resale_paid: rule(
      { ja: '払渡しの前の差押え', en: 'attached before it is paid' },
      {
        ja: '転売代金が払われた後は差し押さえられません。',
        en: 'Once the resale price is paid it cannot be attached.',
      },
      cite(civilCode, '304条1項ただし書', 'art. 304(1) proviso'),
    ),
    resale_assigned: rule(
      { ja: '転売代金の譲渡', en: 'assignment of the resale claim' },
      {
        ja: '転売代金債権が譲渡され対抗要件を備えた後は、動産の先取特権では差し押さえられません。',
        en: 'After the resale claim was assigned and the assignment perfected, the lien on movables comes too late.',
      },
      cite(caseLaw, '最判平17.2.22', 'Supreme Court, 2005-02-22', 'unverified'),
    ),
    rescinded: rule(
      { ja: '解除', en: 'rescission' },
      {
        ja: '売主が契約を解除すると代金債権がなくなり、先取特権も失います。',
        en: 'A seller who rescinds loses the price and with it the lien.',
      },
      cite(caseLaw, '広島高裁松江支決昭61.10.20', 'High Court of Hiroshima, 1986-10-20', 'secondary'),
    ),
    enforce_goods: rule(
      { ja: '動産競売の開始', en: 'auction of the goods' },
      {
        ja: '動産の提出、占有者の承諾書、または担保権を証する文書による裁判所の許可で始まります。',
        en: 'It opens if the goods are presented, the holder consents in writing, or the court permits it on documents that prove the lien.',
      },
      cite(executionAct, '190条1項～3項', 'art. 190(1)-(3)'),
    ),
    enforce_resale: rule(
      { ja: '転売代金の差押え', en: 'attachment of the resale claim' },
      {
        ja: '注文書・納品書・転売の書類など、先取特権を証する文書で差し押さえます。',
        en: 'It is attached on documents that prove the lien: order, delivery note, papers of the resale.',
      },
      cite(executionAct, '193条1項', 'art. 193(1)'),
    ),
    outside: rule(
      { ja: '別除権', en: 'outside the procedure' },
      {
        ja: '破産・再生では別除権として手続の外で行使できます。',
        en: 'In bankruptcy and rehabilitation it is exercised outside the procedure.',
      },
      cite(bankruptcyAct, '65条1項、民事再生法53条1項・2項', 'art. 65(1); Rehabilitation Act art. 53(1), (2)'),
    ),
    stayed: rule(
      { ja: '更生手続', en: 'reorganisation' },
      {
        ja: '会社更生では担保権の実行も止まり、更生担保権として届け出ます。',
        en: 'In reorganisation security is stayed, too, and must be filed as a secured claim.',
      },
      cite(reorganisationAct, '50条1項', 'art. 50(1)'),
    ),
    retention: rule(
      { ja: '所有権留保', en: 'retained title' },
      {
        ja: '代金完済まで所有権を留める合意は、倒産では担保として扱われます。自動車などは登録名義が要ります。',
        en: 'Agreed title until paid is treated as security in insolvency; registered goods such as cars need the register.',
      },
      cite(caseLaw, '所有権留保', 'retention of title', 'unverified'),
    ),
    retention_act: ruleSince(
      '2027-12-05',
      { ja: '譲渡担保・所有権留保の法律', en: 'act on retained title' },
      {
        ja: '譲渡担保契約及び所有権留保契約に関する法律が遅くともこの日から施行されます。',
        en: 'The act on security by assignment and retention of title is in force from this day at the latest.',
      },
      cite(retentionAct, '附則1条', 'Supplementary Provisions, art. 1'),
    ),
    self_help: rule(
      { ja: '自力救済の禁止', en: 'no self-help' },
      {
        ja: '商品の引揚げには占有者の書面による承諾が要ります。無断で持ち出してはいけません。',
        en: 'Goods may be taken back only with the written consent of the holder.',
      },
      cite(caseLaw, '自力救済の禁止', 'no self-help', 'unverified'),
    ),
    preference: rule(
      { ja: '否認', en: 'avoidance' },
      {
        ja: '危機時期の引揚げは否認されうるものの、先取特権の残る商品を相当額で受け取るのは害になりません。転売先から戻させた商品は別です。',
        en: 'Goods taken back near the crisis may be claimed back; goods still under the lien at fair value are not harmful, goods brought back from a resale are.',
      },
      cite(
        caseLaw,
        '最判昭41.4.14・最判平9.12.18、破産法162条1項2号',
        'Supreme Court, 1966-04-14, 1997-12-18; Bankruptcy Act art. 162(1)(ii)',
        'unverified',
      ),
    ),
    enterprise_charge: ruleSince(
      ENTERPRISE_CHARGE_FROM,
      { ja: '企業価値担保権', en: 'enterprise charge' },
      {
        ja: '事業の全体に担保権があると、事業を害する差押えに異議を言われ、実行手続では差押えが失効し、相殺は届出期間内に限られます。',
        en: 'Where the whole enterprise is charged, its holder may object to attachments that disturb the business; in its realisation attachments are void and set-off is limited to the filing period.',
      },
      cite(enterpriseChargeAct, '19条・93条・94条1項・96条', 'art. 19, 93, 94(1), 96'),
    ),
  }),
};
