// What a claim arose from, who owes it and what makes it enforceable: the kinds that rules of law distinguish.

/** What the claim arose from. */
export const CLAIM_KINDS = [
  'goods',
  'services',
  'works',
  'freight',
  'rent',
  'lease',
  'loan',
  'instalment_sale',
  'medical',
  'bill',
  'electronic_claim',
  'other',
] as const;
/** One of these kinds of claim. */
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Who owes it. */
export const DEBTOR_TYPES = ['corporation', 'sole_proprietor', 'consumer', 'public_body'] as const;
/** One of these kinds of debtor. */
export type DebtorType = (typeof DEBTOR_TYPES)[number];

/** What already makes the claim enforceable, or `none`. */
export const TITLE_KINDS = ['none', 'judgment', 'payment_order', 'notarial_deed', 'settlement'] as const;
/** One of these titles. */
export type TitleKind = (typeof TITLE_KINDS)[number];
