// Other people who owe the claim beside the debtor and a guarantor, as a caller states them.

import * as z from 'zod';
import { chanceField, choiceField, positiveAmountField } from '../fields/field.ts';

/** How somebody else comes to owe, or may be asked. */
export const OTHER_DEBTOR_KINDS = ['joint_debtor', 'endorser', 'prime_contractor', 'director'] as const;
/** One of these. */
export type OtherDebtorKind = (typeof OTHER_DEBTOR_KINDS)[number];

/** How a list of them is described. */
export const OTHER_DEBTOR_LIST_META = {
  label: { ja: 'ほかに義務を負う者', en: 'others who owe' },
  description:
    'Others who owe the claim beside the debtor, the best first, of whom two are valued, the guarantor included; JSON bodies only.',
  description_ja:
    '相手方のほかに支払義務を負う者（払う可能性の高い順。保証人と合わせて2人まで計算します）。JSON の本文でのみ書けます。',
  example: [{ kind: 'joint_debtor', amount: 500000 }],
  default: 'nobody else',
  max: 4,
} as const;

/** One of them as a schema. */
export const otherDebtorSchema = z
  .strictObject({
    kind: choiceField(OTHER_DEBTOR_KINDS, {
      label: { ja: '立場', en: 'kind' },
      description:
        'A joint debtor, an endorser of a bill held for the claim, the prime contractor above a debtor in construction, or a director.',
      description_ja:
        '立場（joint_debtor：連帯債務者、endorser：手形の裏書人、prime_contractor：建設工事の元請、director：役員）。',
      example: 'joint_debtor',
    }),
    amount: positiveAmountField({
      label: { ja: '支払える額', en: 'amount' },
      description: 'What this person owes and can pay.',
      description_ja: 'この者が義務を負い、支払える額。',
      example: 500000,
      default: 'not valued',
    }).optional(),
    pays: chanceField({
      label: { ja: '支払う確率', en: 'chance of paying' },
      description: 'Chance that this person pays when asked.',
      example: '60%',
      default: 'by kind, see /v1/assumptions',
    }).optional(),
  })
  .meta({ id: 'OtherDebtor', description: 'Somebody who owes the claim beside the debtor.' });

/** Somebody else who owes. */
export type OtherDebtor = z.output<typeof otherDebtorSchema>;
