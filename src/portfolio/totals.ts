// What the rows of a ledger come to together, added up while they pass.

import { DEFAULT_JURISDICTION, lawOf } from '../law/jurisdictions.ts';
import { optionLabel } from '../request/options.ts';
import { amountWords } from '../values/currency.ts';
import { type Money, money, moneyText, ZERO } from '../values/money.ts';
import type { Lang } from '../values/text.ts';
import { DEADLINES_MAX, type LedgerDeadline, type PortfolioSummary } from './answer.ts';

/** What the totals need to know of a row that was evaluated. */
export interface EvaluatedRow {
  /** Id of the first step of what is done. */
  readonly option: string;
  /** Name of the jurisdiction in whose currency its amounts are. */
  readonly jurisdiction: string;
  /** What is owed. */
  readonly face: Money;
  /** Expected net value, whole yen. */
  readonly net: number;
  /** Expected net value of doing nothing more, whole yen; null where that was not considered. */
  readonly waiting: number | null;
  /** Expected hours of own time. */
  readonly hours: number;
  /** Whether it is the first of the rows that are decided as one claim. */
  readonly isFirst: boolean;
  /** What must not be missed for the claim soon; only its first row states it. */
  readonly deadlines: readonly LedgerDeadline[];
}

interface OptionTotal {
  readonly count: number;
  readonly face: Money;
  readonly net: Money;
  readonly waiting: Money | null;
}

const NO_TOTAL: OptionTotal = { count: 0, face: ZERO, net: ZERO, waiting: ZERO };

/** Two totals as one; what waiting comes to is not known where it is not known of either. */
const bothTotals = (a: OptionTotal, b: OptionTotal): OptionTotal => ({
  count: a.count + b.count,
  face: a.face.plus(b.face),
  net: a.net.plus(b.net),
  waiting: a.waiting === null || b.waiting === null ? null : a.waiting.plus(b.waiting),
});

const byDay = (a: LedgerDeadline, b: LedgerDeadline): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.index - b.index;

/** Adds rows up while they pass. */
export class Totals {
  #ok = 0;
  #failed = 0;
  #claims = 0;
  #hours = 0;
  #deadlines: LedgerDeadline[] = [];
  #deadlineCount = 0;
  /** The jurisdiction of the first row: a ledger is in one currency. */
  #jurisdiction: string | undefined;
  readonly #byOption = new Map<string, OptionTotal>();

  /** Counts a row that was evaluated. */
  add({ option, jurisdiction, face, net, waiting, hours, isFirst, deadlines }: EvaluatedRow): void {
    this.#ok++;
    this.#jurisdiction ??= jurisdiction;
    if (isFirst) this.#claims++;
    this.#hours += hours;
    const one = { count: 1, face, net: money(net), waiting: waiting === null ? null : money(waiting) };
    this.#byOption.set(option, bothTotals(this.#byOption.get(option) ?? NO_TOTAL, one));
    this.#deadlineCount += deadlines.length;
    this.#deadlines.push(...deadlines);
    // The later ones go before they are many, so that memory stays flat.
    if (this.#deadlines.length > 4 * DEADLINES_MAX)
      this.#deadlines = this.#deadlines.sort(byDay).slice(0, DEADLINES_MAX);
  }

  /** Counts a row that could not be evaluated. */
  fail(): void {
    this.#failed++;
  }

  /**
   * The totals, with a sentence in a language. `budget` is the hours available and `price` the yen that one more hour would bring; both
   * are null without a budget.
   */
  summary(lang: Lang, budget: number | null, price: number | null): PortfolioSummary {
    const all = [...this.#byOption.values()].reduce(bothTotals, NO_TOTAL);
    const overWaiting = all.waiting === null ? null : all.net.minus(all.waiting);
    const byOption = [...this.#byOption].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
    const summary = {
      rows: this.#ok + this.#failed,
      ok: this.#ok,
      failed: this.#failed,
      claims: this.#claims,
      face: moneyText(all.face),
      net_value: moneyText(all.net),
      over_waiting: overWaiting && moneyText(overWaiting),
      by_option: Object.fromEntries(
        byOption.map(([id, { count, face, net, waiting }]) => [
          id,
          {
            label: optionLabel(id)[lang],
            count,
            face: moneyText(face),
            net_value: moneyText(net),
            over_waiting: waiting && moneyText(net.minus(waiting)),
          },
        ]),
      ),
      hours: Math.round(this.#hours * 100) / 100,
      budget,
      price_of_one_more_hour: price === null ? null : moneyText(money(Math.round(price))),
      deadlines: [...this.#deadlines].sort(byDay).slice(0, DEADLINES_MAX),
      deadline_count: this.#deadlineCount,
    };
    return { ...summary, text: summaryText(summary, lang, this.#jurisdiction ?? DEFAULT_JURISDICTION) };
  }
}

function summaryText(summary: Omit<PortfolioSummary, 'text'>, lang: Lang, jurisdiction: string): string {
  const { ok, failed, face, net_value, over_waiting, by_option, hours, budget, price_of_one_more_hour } = summary;
  const currency = lawOf(jurisdiction);
  const yen = (amount: string) => amountWords(amount, lang, currency);
  const options = Object.values(by_option).slice(0, 3);
  const parts =
    lang === 'ja'
      ? [
          `${ok}件・債権額${yen(face)}に対し、期待額は${yen(net_value)}です${over_waiting === null ? '' : `（静観より${yen(over_waiting)}多い）`}。`,
          options.length === 0 ? '' : `${options.map(({ label, count }) => `「${label}」${count}件`).join('、')}。`,
          budget === null
            ? `社内の手間は約${hours}時間です。`
            : `社内の手間は${budget}時間のうち約${hours}時間を使い、あと1時間あれば${yen(price_of_one_more_hour ?? '0')}増えます。`,
          failed === 0 ? '' : `ほかに${failed}件は誤りがあり計算していません。`,
        ]
      : [
          `${ok} ${ok === 1 ? 'row' : 'rows'} with ${yen(face)} owed ${ok === 1 ? 'is' : 'are'} expected to bring ${yen(net_value)}${over_waiting === null ? '' : `, ${yen(over_waiting)} more than doing nothing more`}.`,
          options.length === 0 ? '' : `${options.map(({ label, count }) => `"${label}" ${count}`).join(', ')}.`,
          budget === null
            ? `That takes about ${hours} hours of own time.`
            : `About ${hours} of ${budget} hours are used; one more hour would bring ${yen(price_of_one_more_hour ?? '0')}.`,
          failed === 0
            ? ''
            : `${failed} more ${failed === 1 ? 'row has' : 'rows have'} mistakes and ${failed === 1 ? 'was' : 'were'} not evaluated.`,
        ];
  return parts.filter((part) => part !== '').join(lang === 'ja' ? '' : ' ');
}
