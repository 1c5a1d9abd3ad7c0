// GET and POST /v1/goods-security: which rights in goods that were sold are open: the seller's lien, the resale price, retained title.

import { claimFields } from '../claim/claim_fields.ts';
import { amountField, dayField, flagField, rateField } from '../fields/field.ts';
import { findingsRoute, told } from '../http/findings.ts';
import { goodsSecurity } from '../law/goods_security.ts';

const goodsSecurityFields = {
  as_of: claimFields.as_of,
  amount: claimFields.amount,
  claim_kind: claimFields.claim_kind,
  insolvency: claimFields.insolvency,
  identifiable: flagField({
    label: { ja: '商品の特定', en: 'identifiable' },
    description: 'Whether the goods can still be distinguished.',
    example: true,
  }).optional(),
  with_debtor: flagField({
    label: { ja: '相手方の手元', en: 'with the debtor' },
    description: 'Whether the goods are still with the debtor.',
    example: true,
  }).optional(),
  market_value: amountField({
    label: { ja: '商品の時価', en: 'market value' },
    description: 'Market value of the goods.',
    example: 1000000,
  }).optional(),
  sale_discount: rateField({
    label: { ja: '処分の値引き', en: 'sale discount' },
    description: 'Share of the market value lost in a sale.',
    example: '30%',
  }).optional(),
  resold: flagField({
    label: { ja: '転売', en: 'resold' },
    description: 'Whether the debtor sold the goods on.',
    example: true,
  }).optional(),
  delivered: flagField({
    label: { ja: '転売先への引渡し', en: 'delivered on' },
    description: 'Whether the goods were delivered to the third buyer.',
    example: true,
  }).optional(),
  resale_price: amountField({
    label: { ja: '転売代金', en: 'resale price' },
    description: 'Price of the resale.',
    example: 1200000,
  }).optional(),
  resale_paid_on: dayField({
    label: { ja: '転売代金の支払日', en: 'resale paid on' },
    description: 'Day on which the resale price was paid.',
    example: '2026-11-20',
  }).optional(),
  resale_assigned_on: dayField({
    label: { ja: '転売代金債権の譲渡日', en: 'resale assigned on' },
    description: 'Day on which the claim to it was assigned with perfection.',
    example: '2026-11-20',
  }).optional(),
  rescinded: flagField({
    label: { ja: '解除', en: 'rescinded' },
    description: 'Whether the contract was rescinded.',
    example: false,
  }).optional(),
  retained: flagField({
    label: { ja: '所有権留保', en: 'title retained' },
    description: 'Whether title was retained by agreement.',
    example: true,
  }).optional(),
  enterprise_charge: flagField({
    label: { ja: '企業価値担保権', en: 'enterprise charge' },
    description: 'Whether the whole enterprise of the debtor is charged.',
    example: false,
  }).optional(),
};

/** Adds security in goods. */
export const goods_security = findingsRoute({
  path: '/v1/goods-security',
  id: 'goodsSecurity',
  summary: 'Security in goods',
  description:
    'Which rights of a seller in goods are open: the lien, its reach to the resale price, retained title; after what became of the goods and of the debtor.',
  title: { ja: '商品の担保', en: 'Security in goods' },
  fields: goodsSecurityFields,
  dayField: 'as_of',
  body: {
    id: 'GoodsSecurityRequest',
    example: { amount: 1000000, claim_kind: 'goods', with_debtor: true, identifiable: true, market_value: 1000000 },
  },
  find: ({ as_of: _, insolvency, ...facts }, { law, day }) =>
    goodsSecurity(law, {
      ...told(facts),
      ...(insolvency === undefined || insolvency === 'none' ? {} : { insolvency }),
      on: day,
    }),
});
