// What the rows of a ledger come to together, added up while they pass.

import { optionLabel } from '../request/options.ts';
import { type Money, money, moneyText, ZERO } from '../values/money.ts';
import { type Lang, yenText } from '../values/text.ts';
import type { Summary } from './answer.ts';

/** One row that was evaluated. */
export interface Counted {
  readonly option: string;
  readonly face: Money;
  readonly net: number;
  readonly waiting: number | null;
  readonly hours: number;
}

interface Sum {
  count: number;
  face: Money;
  net: Money;
}

/** Adds rows up. */
export class Totals {
  #ok = 0;
  #failed = 0;
  #claims = 0;
  #face = ZERO;
  #net = ZERO;
  #waiting: Money | null = ZERO;
  #hours = 0;
  readonly #byOption = new Map<string, Sum>();

  /** Counts a row; `first` when it is the first of the rows decided with it. */
  add({ option, face, net, waiting, hours }: Counted, first: boolean): void {
    this.#ok++;
    if (first) this.#claims++;
    this.#face = this.#face.plus(face);
    this.#net = this.#net.plus(net);
    this.#waiting = waiting === null ? null : (this.#waiting?.plus(waiting) ?? null);
    this.#hours += hours;
    const sum = this.#byOption.get(option) ?? { count: 0, face: ZERO, net: ZERO };
    this.#byOption.set(option, { count: sum.count + 1, face: sum.face.plus(face), net: sum.net.plus(net) });
  }

  /** Counts a row that could not be evaluated. */
  fail(): void {
    this.#failed++;
  }

  /** The sums, in a language; `price` is that of one more hour when there is a budget. */
  summary(lang: Lang, budget: number | null, price: number | null): Summary {
    const over = this.#waiting === null ? null : this.#net.minus(this.#waiting);
    const byOption = [...this.#byOption].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
    const summary = {
      rows: this.#ok + this.#failed,
      ok: this.#ok,
      failed: this.#failed,
      claims: this.#claims,
      face: moneyText(this.#face),
      net_value: moneyText(this.#net),
      over_waiting: over && moneyText(over),
      by_option: Object.fromEntries(
        byOption.map(([id, { count, face, net }]) => [
          id,
          { label: optionLabel(id, lang), count, face: moneyText(face), net_value: moneyText(net) },
        ]),
      ),
      hours: Math.round(this.#hours * 100) / 100,
      budget,
      price_of_one_more_hour: price === null ? null : moneyText(money(Math.round(price))),
    };
    return { ...summary, text: sentence(summary, lang) };
  }
}

function sentence(summary: Omit<Summary, 'text'>, lang: Lang): string {
  const { ok, failed, face, net_value, over_waiting, by_option, hours, budget, price_of_one_more_hour } = summary;
  const yen = (amount: string) => yenText(amount, lang);
  const options = Object.values(by_option).slice(0, 3);
  const parts =
    lang === 'ja'
      ? [
          `${ok}件・債権額${yen(face)}に対し、期待正味額は${yen(net_value)}です${over_waiting === null ? '' : `（静観より${yen(over_waiting)}多い）`}。`,
          options.length === 0 ? '' : `${options.map(({ label, count }) => `「${label}」${count}件`).join('、')}。`,
          budget === null
            ? `社内の手間は約${hours}時間です。`
            : `社内の手間は${budget}時間のうち約${hours}時間を使い、あと1時間あれば${yen(price_of_one_more_hour ?? '0')}増えます。`,
          failed === 0 ? '' : `ほかに${failed}件は誤りがあり計算していません。`,
        ]
      : [
          `${ok} rows with ${yen(face)} owed are expected to bring ${yen(net_value)}${over_waiting === null ? '' : `, ${yen(over_waiting)} more than doing nothing more`}.`,
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
