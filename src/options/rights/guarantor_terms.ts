// What a caller may say about a guarantee. Here 'guarantor' is the object of its terms, not an option.

import * as z from 'zod';
import { amountField, chanceField, choiceField, dayField, flagField, positiveAmountField } from '../../fields/field.ts';
import { type Situation, statedTerms } from '../option.ts';

/** The terms of a guarantee. */
export const guarantorTerms = z.strictObject({
  value: positiveAmountField({
    label: { ja: '保証人が支払える額', en: 'what the guarantor can pay' },
    description: 'What the guarantor could pay out of its income and assets.',
    description_ja: '保証人が収入と財産から支払えると思われる額。',
    example: 800000,
    once: true,
  }).optional(),
  maximum: amountField({
    label: { ja: '極度額', en: 'maximum' },
    description: 'Maximum that the guarantee states, interest included.',
    example: 3000000,
    default: 'none',
  }).optional(),
  joint: flagField({
    label: { ja: '連帯保証', en: 'joint' },
    description: 'Whether the guarantee is joint; one that arose from a commercial act is.',
    description_ja: '連帯保証か（商行為から生じた保証は連帯保証になります）。',
    example: true,
    default: 'true',
  }).optional(),
  written: flagField({
    label: { ja: '書面', en: 'in writing' },
    description: 'Whether the guarantee is in writing or an electronic record.',
    example: true,
    default: 'true',
  }).optional(),
  kind: choiceField(['individual', 'corporation'], {
    label: { ja: '個人・法人の別', en: 'kind' },
    description: 'Whether the guarantor is an individual or a corporation.',
    example: 'individual',
    default: 'not known',
  }).optional(),
  open_ended: flagField({
    label: { ja: '根保証', en: 'open-ended' },
    description: 'Whether it covers unspecified debts, as of continuing dealings.',
    example: true,
    default: 'false',
  }).optional(),
  guaranteed_on: dayField({
    label: { ja: '保証契約日', en: 'guaranteed on' },
    description: 'Day of the contract of guarantee, whose law applies.',
    example: '2024-04-01',
    default: 'as_of',
  }).optional(),
  title: flagField({
    label: { ja: '保証人への債務名義', en: 'title' },
    description: 'Whether there is a title against the guarantor, such as a notarial deed that it signed, too.',
    description_ja: '保証人に対する債務名義（保証人も署名した公正証書など）があるか。',
    example: false,
    default: 'false',
  }).optional(),
  pays: chanceField({
    label: { ja: '支払う確率', en: 'chance of paying' },
    description: 'Chance that the guarantor pays when asked.',
    example: '60%',
    default: 'see /v1/assumptions',
  }).optional(),
});

/** What was said about a guarantee. */
export const statedGuarantor = statedTerms<z.output<typeof guarantorTerms>>('guarantor');

/** A plain guarantor is named, who may send us to the debtor first. */
export const isPlainGuarantee = (s: Situation): boolean => {
  const { value, joint } = statedGuarantor(s);
  return value !== undefined && joint === false;
};

/** A joint guarantor is named, who owes at once and beside the debtor. */
export const isJointGuarantee = (s: Situation): boolean =>
  statedGuarantor(s).value !== undefined && !isPlainGuarantee(s);
