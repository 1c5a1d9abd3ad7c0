// Works out a due date from terms of payment such as 月末締め翌月末払い, 20日締め翌月10日 or Net 30, and the day of the invoice or the
// day on which the period of billing closed.

import { addDays, type Day, daysInMonth, isoDay, monthOf, yearOf } from '../../values/day.ts';

/** Terms of payment: so many days after the invoice, or a day of a month after the closing day. */
export type PaymentTerms =
  | { readonly kind: 'net'; readonly days: number; readonly fromMonthEnd?: true }
  /** `closes` and `pays` are days of the month, 31 for its end; `pays` lies `months` after the month that closed. */
  | { readonly kind: 'monthly'; readonly closes: number; readonly months: number; readonly pays: number };

const MONTHS_AFTER: Readonly<Record<string, number>> = {
  当月: 0,
  同月: 0,
  翌月: 1,
  翌: 1,
  翌々月: 2,
  翌翌月: 2,
  '3ヶ月後': 3,
};

const monthDay = (text: string | undefined): number =>
  text === undefined || /末/.test(text) ? 31 : Math.min(31, Number(/\d+/.exec(text)?.[0] ?? 31));

/** Reads terms of payment; undefined for words that are none. */
export function readTerms(text: string): PaymentTerms | undefined {
  const plain = text
    .slice(0, 60)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・、,→/]/g, '')
    .replace(/[ケヵカヶ箇か]月/g, 'ヶ月');
  const japanese =
    /(月末|末日?|\d{1,2}日)(?:締め?|〆|締切)め?(?:切り?)?(?:の)?(当月|同月|翌々月|翌翌月|翌月|翌(?=末)|3ヶ月後)(?:の)?(月?末日?|\d{1,2}日?)/.exec(
      plain,
    );
  if (japanese !== null) {
    const [, closes, month = '翌月', pays] = japanese;
    return { kind: 'monthly', closes: monthDay(closes), months: MONTHS_AFTER[month] ?? 1, pays: monthDay(pays) };
  }
  const alone =
    /^(当月|同月|翌月|翌々月|翌翌月|3ヶ月後)(?:の)?(月?末日?|\d{1,2}日)(?:まで)?(?:に)?(?:お?支?払い?|入金|回収|振込)?$/.exec(
      plain,
    );
  // Without a closing day of its own, a month closes at its end.
  if (alone !== null)
    return { kind: 'monthly', closes: 31, months: MONTHS_AFTER[alone[1] ?? ''] ?? 1, pays: monthDay(alone[2]) };
  if (/^(?:dueon|dueupon|payableon|payableupon|upon|on)(?:receipt|presentation)$|^cod$|^現金|^即日/.test(plain))
    return { kind: 'net', days: 0 };
  // 月末締め60日後払い counts from the closing day.
  const after = /^月?末(?:日)?(?:締め?|〆)(?:後|の)?(\d{1,3})日(?:後|以内|サイト|払)/.exec(plain)?.[1];
  if (after !== undefined) return { kind: 'net', days: Number(after), fromMonthEnd: true };
  const eom = /^(?:net|n)?(\d{1,3})?(?:days?|d)?(?:eom|endofmonth)$|^(?:eom|endofmonth)\+?(\d{1,3})(?:days?|d)?$/.exec(
    plain,
  );
  if (eom !== null) return { kind: 'net', days: Number(eom[1] ?? eom[2] ?? 0), fromMonthEnd: true };
  const next = /^(\d{1,2})(?:st|nd|rd|th)?(?:of)?(?:the)?(?:prox|proximo|(?:following|next)month)$/.exec(plain)?.[1];
  if (next !== undefined) return { kind: 'monthly', closes: 31, months: 1, pays: monthDay(next) };
  const net =
    /(?:net|nt|n)(\d{1,3})(?:days?|d)?$|^(\d{1,3})(?:days?|日)(?:net|後|以内|サイト)?$|請求(?:書|日)?(?:発行)?(?:から|より|後)(\d{1,3})日/.exec(
      plain,
    );
  const days = net?.[1] ?? net?.[2] ?? net?.[3];
  return days === undefined ? undefined : { kind: 'net', days: Number(days) };
}

const clampedDay = (year: number, month: number, day: number): Day => {
  const [y, m] = [year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1];
  return isoDay(y, m, Math.min(day, daysInMonth(y, m)));
};

/** The due date under terms; undefined without a day to count from. `closed` is the closing day where the table states it. */
export function dueUnder(terms: PaymentTerms, invoiced: Day | undefined, closed: Day | undefined): Day | undefined {
  if (terms.kind === 'net') {
    const from = invoiced ?? closed;
    if (from === undefined) return undefined;
    return addDays(terms.fromMonthEnd ? clampedDay(yearOf(from), monthOf(from), 31) : from, terms.days);
  }
  const from = closed ?? invoiced;
  if (from === undefined) return undefined;
  const [year, month] = [yearOf(from), monthOf(from)];
  // What is invoiced after the closing day belongs to the next period.
  const late = closed === undefined && from > clampedDay(year, month, terms.closes) ? 1 : 0;
  return clampedDay(year, month + late + terms.months, terms.pays);
}
