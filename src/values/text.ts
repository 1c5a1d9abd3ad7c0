// The languages of the service, a text in each of them, and numbers with their thousands apart.

/** Languages of the service. */
export const LANGS = ['ja', 'en'] as const;
/** A language of the service. */
export type Lang = (typeof LANGS)[number];

/** A text in both languages. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

/** A decimal with commas between its thousands: `-1234567.5` → `-1,234,567.5`. */
export function grouped(decimal: number | bigint | string): string {
  const [whole = '', decimals] = String(decimal).split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? apart : `${apart}.${decimals}`;
}
