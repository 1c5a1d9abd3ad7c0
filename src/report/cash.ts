// What a policy is expected to bring in and cost, for the reader: month by month and option by option in whole yen that add up to the
// bridge, and what there is to approve.

import * as z from 'zod';
import type { CashComponent, CashFlow } from '../decision/programme/cash_book.ts';
import type { OpenOption } from '../decision/programme/decide.ts';
import { cashFlows } from '../decision/programme/outcomes.ts';
import { EXTERNAL, FEES, INTEREST, OWN_TIME, PRINCIPAL, TAX } from '../decision/tree/components.ts';
import { optionLabel } from '../request/options.ts';
import { dayAfter } from '../values/day.ts';
import { forDescription } from '../values/description.ts';
import { splitNamed } from '../values/money.ts';
import type { Text } from '../values/text.ts';
import type { BridgeOf, BridgeStep } from './bridge.ts';
import type { ReportContext } from './context.ts';
import { day, optionName, text, yen } from './parts.ts';

/** What is received or paid, by whom and to whom: its name, the component it is made of, and the steps of the bridge that it adds up to. */
const CASH_KINDS = {
  principal: {
    label: { ja: '元本の入金', en: 'principal received' },
    component: PRINCIPAL,
    steps: ['face', 'conceded', 'not_recovered'],
  },
  interest: {
    label: { ja: '遅延損害金の入金', en: 'late interest received' },
    component: INTEREST,
    steps: ['late_interest'],
  },
  external: {
    label: { ja: '裁判所・郵便・専門家などへの支払', en: 'paid to courts, post, professionals and others' },
    component: EXTERNAL,
    steps: ['external_costs'],
  },
  fees: {
    label: { ja: '成功報酬・手数料（入金から）', en: 'success fees and commissions, out of receipts' },
    component: FEES,
    steps: ['fees'],
  },
  own_time: { label: { ja: '社内の手間', en: 'own time' }, component: OWN_TIME, steps: ['own_time'] },
  tax: { label: { ja: '税の増減', en: 'tax' }, component: TAX, steps: ['tax'] },
} as const satisfies Record<
  string,
  { readonly label: Text; readonly component: CashComponent; readonly steps: readonly BridgeStep[] }
>;

type CashKind = keyof typeof CASH_KINDS;

const KIND_NAMES = Object.keys(CASH_KINDS) as [CashKind, ...CashKind[]];

export const cashSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      approve: z
        .strictObject({
          external: yen('Expected payments to others: courts, post, professionals.'),
          fees: yen('Expected success fees and commissions, which come out of receipts.'),
          total: yen('Both together.'),
          external_at_most: yen('The most that is paid to others on any way through the plan, success fees left out.'),
          own_time: yen('Expected cost of own time.'),
        })
        .meta({ id: 'ToApprove', description: 'What the plan is expected to cost; amounts are not negative.' }),
      flows: z
        .array(
          z
            .strictObject({
              on: day('First day of the month in which it falls, counted from as_of.'),
              option: optionName('The option from which it comes.'),
              label: text('Its name.'),
              kind: z.enum(KIND_NAMES).meta({ description: 'What is received or paid.', example: 'external' }),
              kind_label: text('Its name.'),
              amount: yen('Expected amount, whole yen; payments are negative.'),
            })
            .meta({ id: 'CashFlow', description: 'An expected receipt or payment.' }),
        )
        .max(4000)
        .meta({ description: 'By month; those of a kind add up to the steps of the bridge.' }),
    })
    .meta({ id: 'Cash', description: 'Expected receipts and payments of the recommended plan.' }),
);

/** The flows of one kind in whole units that add up to `whole`. */
function splitFlows(flows: readonly CashFlow[], whole: number, digits: number): [CashFlow, number][] {
  const named = flows.map((flow) => [flow, flow.amount] as const);
  return named.length === 0 ? [] : splitNamed(named, whole, digits);
}

/** The expected receipts and payments of an option and what follows it. */
export function cashAnswer(entry: OpenOption, { decision, say, lang }: ReportContext, bridgeOf: BridgeOf) {
  const { facts, law } = decision.case;
  const found = cashFlows(decision.solution, entry.valued, decision.belief.weights);
  const bridge = bridgeOf(entry);
  const wholeOf = (steps: readonly BridgeStep[]): number =>
    bridge.reduce((sum, { step, amount }) => (steps.includes(step) ? sum + amount : sum), 0);
  const flows = KIND_NAMES.flatMap((kind, place) => {
    const { component, steps } = CASH_KINDS[kind];
    const own = found.flows.filter((flow) => flow.component === component);
    return splitFlows(own, wholeOf(steps), law.minor_digits).map(([flow, amount]) => ({
      ...flow,
      amount,
      kind,
      place,
    }));
  });
  const cost = (step: BridgeStep): number => -wholeOf([step]);
  return {
    approve: {
      external: say.amount(cost('external_costs')),
      fees: say.amount(cost('fees')),
      total: say.amount(cost('external_costs') + cost('fees')),
      external_at_most: say.amount(found.external_at_most),
      own_time: say.amount(cost('own_time')),
    },
    flows: flows
      .filter(({ amount }) => amount !== 0)
      .sort((a, b) => a.month - b.month || a.place - b.place)
      .map(({ month, option, kind, amount }) => ({
        on: dayAfter(facts.claim.as_of, month),
        option,
        label: optionLabel(option)[lang],
        kind,
        kind_label: CASH_KINDS[kind].label[lang],
        amount: say.amount(amount),
      })),
  };
}
