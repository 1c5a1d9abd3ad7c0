// The bridge from face value to expected net value, in whole yen that sum exactly (by largest remainder; docs/model.md 10).

import type { Decision, OpenOption } from '../decision/programme/decide.ts';
import type { Spread } from '../decision/programme/spread.ts';
import {
  CONCEDED,
  EXTERNAL,
  FEES,
  INTEREST,
  OWN_TIME,
  PRINCIPAL,
  RELATIONSHIP,
  TAX,
} from '../decision/tree/components.ts';
import { roundDigits } from '../values/currency.ts';
import { splitNamed } from '../values/money.ts';
import type { Text } from '../values/text.ts';

/** The steps from face to net, in order; each is a change, the first the start and the last the result. */
export const BRIDGE_STEPS = {
  face: { ja: '債権額', en: 'face value' },
  conceded: { ja: '譲歩・値引き', en: 'conceded' },
  not_recovered: { ja: '回収できない分', en: 'not recovered' },
  late_interest: { ja: '遅延損害金', en: 'late interest' },
  external_costs: { ja: '外部費用', en: 'external costs' },
  fees: { ja: '成功報酬・手数料', en: 'fees' },
  own_time: { ja: '社内の手間', en: 'own time' },
  relationship: { ja: '取引関係への影響', en: 'relationship' },
  tax: { ja: '税効果', en: 'tax' },
  liquidity: { ja: '資金繰り（つなぎ資金）', en: 'bridging the need of cash' },
  time_value: { ja: '時間価値', en: 'time value' },
  net: { ja: '期待額', en: 'net value' },
} as const satisfies Record<string, Text>;

/** The name of a step. */
export type BridgeStep = keyof typeof BRIDGE_STEPS;

/** One line of a bridge, in whole yen. */
export interface BridgeLine {
  readonly step: BridgeStep;
  readonly amount: number;
}

/** The bridge of an open option. */
export type BridgeOf = (open: OpenOption) => readonly BridgeLine[];

/** What a bridge shows only where it applies: the tax effect, and what a need of cash takes away (yen, negative). */
interface ConditionalSteps {
  readonly tax: boolean;
  readonly liquidityCost: number | null;
  /** Digits of the currency after the point; whole units when absent. */
  readonly digits?: number;
}

/** An option's value, and the mean of its outcomes by component; yen. */
interface ValuedOption {
  readonly value: number;
  readonly spread: Pick<Spread, 'expected'>;
}

/**
 * Whole-yen steps from `face` to the option's value: they sum to it exactly, and its rounding is that of `net_value`. The last bits in
 * which the mean of the outcomes differs from the value are told with the value of time. Tax and the need of cash are left out where
 * they do not apply. Throws `RangeError` when an amount is not finite.
 */
export function bridgeLines(
  { value, spread }: ValuedOption,
  face: number,
  { tax, liquidityCost, digits = 0 }: ConditionalSteps,
): BridgeLine[] {
  const expected = (component: number): number => expectedOf(spread, component);
  const conceded = expected(CONCEDED);
  const lines: [BridgeStep, number][] = [
    ['face', face],
    ['conceded', -conceded],
    ['not_recovered', -(face - expected(PRINCIPAL) - conceded)],
    ['late_interest', expected(INTEREST)],
    ['external_costs', expected(EXTERNAL)],
    ['fees', expected(FEES)],
    ['own_time', expected(OWN_TIME)],
    ['relationship', expected(RELATIONSHIP)],
  ];
  if (tax) lines.push(['tax', expected(TAX)]);
  const nominal = lines.reduce((sum, [, amount]) => sum + amount, 0);
  if (liquidityCost !== null) lines.push(['liquidity', liquidityCost]);
  lines.push(['time_value', value - nominal - (liquidityCost ?? 0)]);
  const parts = splitNamed(lines, value, digits).map(([step, amount]) => ({ step, amount }));
  return [...parts, { step: 'net', amount: roundDigits(value, digits) }];
}

/** Expected yen of one component of the outcomes. Throws `RangeError` when there is no such component. */
export function expectedOf({ expected }: Pick<Spread, 'expected'>, component: number): number {
  const amount = expected[component];
  if (amount === undefined) throw new RangeError(`no component has the number ${component}`);
  return amount;
}

/** The bridges of the open options, with the tax effect and the need of cash where they apply; each is made once. */
export function bridgesOf({ case: { facts, law } }: Decision): BridgeOf {
  const tax = facts.claim.tax_rate !== undefined || facts.credited_tax_rate !== undefined;
  const known = new Map<OpenOption, readonly BridgeLine[]>();
  return (entry) => {
    const lines =
      known.get(entry) ??
      bridgeLines(entry, facts.principal, {
        tax,
        digits: law.minor_digits,
        liquidityCost: facts.liquidity === null ? null : entry.liquidityCost,
      });
    known.set(entry, lines);
    return lines;
  };
}
