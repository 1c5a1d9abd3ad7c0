// The bridge from face value to expected net value, in whole yen that sum exactly (by largest remainder; docs/model.md 10).

import {
  CONCEDED,
  type Components,
  EXTERNAL,
  FEES,
  INTEREST,
  OWN_TIME,
  PRESENT,
  PRINCIPAL,
  RELATIONSHIP,
  TAX,
} from '../decision/components.ts';
import type { Decision, Open } from '../decision/decide.ts';
import { splitExactly } from '../values/money.ts';
import type { Text } from '../values/text.ts';

/** The steps from face to net, in order; each is a change, the first the start and the last the result. */
export const BRIDGE_STEPS = {
  face: { ja: '債権額', en: 'face value' },
  conceded: { ja: '譲歩・値引き', en: 'conceded' },
  not_recovered: { ja: '回収できない見込み', en: 'not recovered' },
  late_interest: { ja: '遅延損害金', en: 'late interest' },
  external_costs: { ja: '外部費用', en: 'external costs' },
  fees: { ja: '成功報酬・手数料', en: 'fees' },
  own_time: { ja: '社内の手間', en: 'own time' },
  relationship: { ja: '取引関係への影響', en: 'relationship' },
  tax: { ja: '税効果', en: 'tax' },
  liquidity: { ja: '資金繰り（つなぎ資金）', en: 'bridging the need of cash' },
  time_value: { ja: '時間価値', en: 'time value' },
  net: { ja: '期待正味額', en: 'net value' },
} as const satisfies Record<string, Text>;

export type BridgeStep = keyof typeof BRIDGE_STEPS;

/** One line of a bridge, in whole yen. */
export interface Line {
  readonly step: BridgeStep;
  readonly amount: number;
}

/** The bridges of the open options of an answer. */
export type Bridges = ReadonlyMap<Open, readonly Line[]>;

/** What a bridge shows only where it applies: the tax effect, and what a need of cash takes away (yen, negative). */
interface Beside {
  readonly tax: boolean;
  readonly hurry: number | null;
}

/** Whole-yen steps whose sum from `face` is `net`. Tax and the need of cash are left out where they do not apply. */
export function bridgeOf(face: number, expected: Components, { tax, hurry }: Beside): Line[] {
  const changes: [BridgeStep, number][] = [
    ['conceded', -expected[CONCEDED]!],
    ['not_recovered', -(face - expected[PRINCIPAL]! - expected[CONCEDED]!)],
    ['late_interest', expected[INTEREST]!],
    ['external_costs', expected[EXTERNAL]!],
    ['fees', expected[FEES]!],
    ['own_time', expected[OWN_TIME]!],
    ['relationship', expected[RELATIONSHIP]!],
    ...(tax ? ([['tax', expected[TAX]!]] as [BridgeStep, number][]) : []),
  ];
  const nominal = changes.reduce((sum, [, amount]) => sum + amount, face);
  if (hurry !== null) changes.push(['liquidity', hurry]);
  changes.push(['time_value', expected[PRESENT]! - nominal - (hurry ?? 0)]);
  const parts = splitExactly([face, ...changes.map(([, amount]) => amount)], expected[PRESENT]!);
  const steps = [...changes.map(([step]) => step)];
  return [
    { step: 'face', amount: parts[0]! },
    ...steps.map((step, i) => ({ step, amount: parts[i + 1]! })),
    { step: 'net', amount: parts.reduce((sum, part) => sum + part, 0) },
  ];
}

/** The bridges of every open option, with the tax effect and the need of cash where they apply. */
export function bridgesOf({ open, case: { facts } }: Decision): Bridges {
  const { tax_rate, consumption_tax_rate } = facts.claim;
  const tax = tax_rate !== undefined || consumption_tax_rate !== undefined;
  return new Map(
    open.map((entry) => {
      const hurry = facts.liquidity === null ? null : entry.hurry;
      return [entry, bridgeOf(facts.principal, entry.spread.expected, { tax, hurry })];
    }),
  );
}
