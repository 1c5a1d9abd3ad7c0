// Fields about what lies behind a claim that is not paid: why not, what came of talks about it, and where the debtor is.

import { choiceField, countryField, flagField } from '../fields/field.ts';
import { SUCCESSIONS } from '../law/contract/succession.ts';
import { DEFAULT_JURISDICTION, lawOf } from '../law/jurisdictions.ts';

/** Why a claim is not paid, as the debtor says or we know. */
export const CAUSES = [
  'invoice_not_received',
  'invoice_wrong',
  'forgotten',
  'short_of_cash',
  'dispute',
  'unwilling',
] as const;
/** One of these reasons. */
export type Cause = (typeof CAUSES)[number];

/** Why the debtor has not paid. */
export const causeField = choiceField(CAUSES, {
  label: { ja: '未払いの理由', en: 'cause' },
  description: 'Why the claim has not been paid, as the debtor says or you know.',
  description_ja:
    '払われない理由（invoice_not_received：請求書の未着、invoice_wrong：請求書の誤り、forgotten：失念、short_of_cash：資金不足、dispute：争い、unwilling：払う気がない）。',
  example: 'short_of_cash',
  default: 'not known',
}).optional();

/** Talks about the dispute that came to nothing. */
export const disputeRefusedField = flagField({
  label: { ja: '争いの協議の決裂', en: 'dispute talks failed' },
  description: 'Whether talks about the dispute have failed.',
  description_ja: '争いの解消に向けた協議がまとまらなかったかどうか。',
  example: false,
  default: 'false',
}).optional();

/** Where the debtor is, what became of it, and what of it is within reach. */
export const whereabouts = {
  succession: choiceField(SUCCESSIONS, {
    label: { ja: '相手方の承継', en: 'succession' },
    description: 'Whether the debtor has died, merged, been split or transferred its business.',
    description_ja: '相手方の死亡（died）、合併（merged）、会社分割（split）、事業譲渡（transferred）。',
    example: 'merged',
    default: 'not known',
  }).optional(),
  debtor_country: countryField({
    label: { ja: '相手方の国', en: 'country of the debtor' },
    description: 'Country in which the debtor has its seat or home, two letters (ISO 3166).',
    description_ja: '相手方の本店・住所のある国（ISO 3166の2文字）。',
    example: lawOf(DEFAULT_JURISDICTION).country,
    default: 'country of the jurisdiction',
  }).optional(),
  court_here: flagField({
    label: { ja: '国内の裁判所の管轄権', en: 'court here' },
    description:
      'Whether the courts of the jurisdiction can hear a case against a debtor abroad, by agreement, place of performance or the like.',
    description_ja: '外国の相手を国内の裁判所で訴えられるか（管轄の合意、履行地の定めなど）。',
    example: true,
    default: 'false; it counts for a debtor abroad only',
  }).optional(),
  assets_here: flagField({
    label: { ja: '国内の財産', en: 'assets here' },
    description: 'Whether a debtor abroad has assets in the jurisdiction that can be attached.',
    description_ja: '外国の相手が国内に差し押さえられる財産を持っているか。',
    example: false,
    default: 'false; it counts for a debtor abroad only',
  }).optional(),
};
