// An instalment plan: down payment, instalments, perhaps a notarial deed; a missed instalment leaves the rest to the best exit
// (docs/model.md 5.1). A signed plan acknowledges the debt.

import { z } from 'zod';
import { complement, type PerKind, perKind, product } from '../assumptions/kinds.ts';
import { countField, flagField, rateField } from '../fields/field.ts';
import { madeBefore, notDueBars, procedureBars } from './bars.ts';
import { failure } from './failure.ts';
import { offerWindow, wholeMonths } from './offers.ts';
import { type Case, type Fork, option, type Situation } from './option.ts';

interface Terms {
  readonly instalments: number;
  readonly down_rate: number;
  readonly deed: boolean;
}

/** Most instalments that can be agreed. */
const INSTALMENTS_MAX = 60;

/** Months after an instalment is due until a miss or a failure is noticed. */
const NOTICED = 0.5;

/** Terms tried when the caller leaves them open. */
const MENU = [
  { instalments: 3, down_rate: 0.2 },
  { instalments: 6, down_rate: 0.1 },
  { instalments: 12, down_rate: 0.1 },
];

const terms = z.strictObject({
  instalments: countField({
    label: { ja: '分割回数', en: 'instalments' },
    description: 'Number of monthly instalments after the down payment.',
    description_ja: '頭金を除く毎月払いの回数。',
    example: 6,
    default: 'chosen among 3, 6 and 12',
    min: 1,
    max: INSTALMENTS_MAX,
  }).optional(),
  down_rate: rateField({
    label: { ja: '頭金の割合', en: 'down payment' },
    description: 'Share of the balance paid at once.',
    description_ja: '残高に対する頭金の割合。',
    example: '10%',
    default: '20 % for three instalments, else 10 %',
  }).optional(),
  deed: flagField({
    label: { ja: '公正証書', en: 'notarial deed' },
    description: 'Whether the plan is put into an enforceable notarial deed.',
    description_ja: '強制執行認諾文言付きの公正証書にするか。',
    example: true,
    default: 'chosen by value',
  }).optional(),
});

/** A table stated for 3, 6 and 12 instalments, read for any number: linear between, the nearest beyond. */
function between(table: { in_3: PerKind; in_6: PerKind; in_12: PerKind }, n: number): PerKind {
  if (n <= 3) return table.in_3;
  if (n >= 12) return table.in_12;
  const [low, high, from, to] = n <= 6 ? [table.in_3, table.in_6, 3, 6] : [table.in_6, table.in_12, 6, 12];
  const x = (n - from) / (to - from);
  return perKind((k) => low[k]! * (1 - x) + high[k]! * x);
}

/** Chance of missing one instalment, per kind. */
function misses(s: Case, n: number): PerKind {
  const broken = Math.min(2, s.facts.claim.broken_promises ?? 0);
  const factor = 1 + s.a.plan.broken_promise_effect * broken;
  return between(s.a.plan.miss, n).map((chance) => Math.min(s.a.plan.miss_cap, chance * factor));
}

/** Whole-yen amounts due: the down payment, then equal instalments with the rest in the last. */
function schedule(balance: number, { instalments, down_rate }: Terms): number[] {
  const down = Math.round(balance * down_rate);
  const each = Math.floor((balance - down) / instalments);
  const last = balance - down - each * (instalments - 1);
  return [down, ...Array.from({ length: instalments }, (_, j) => (j === instalments - 1 ? last : each))];
}

/** The chances of one instalment: failure before it, a miss, and payment. They do not depend on the amount. */
function instalmentChances(c: Case, count: number, months: number) {
  const { alive, failed } = c.debtor.survival(months);
  const miss = misses(c, count);
  return { failed, missed: product(alive, miss), paid: product(alive, complement(miss)) };
}

/** What may happen to the instalments from number `j` on. */
function instalments(s: Situation, t: Terms, due: readonly number[], j: number): readonly Fork[] {
  const { plan } = s.a;
  const owed = due.slice(j).reduce((sum, amount) => sum + amount, 0);
  const at = j === 0 ? plan.down_months : j;
  const step = s.once(instalmentChances, t.instalments, j <= 1 ? plan.down_months : 1);
  const last = j === due.length - 1;
  return [
    { chance: step.failed, event: failure(s, at + NOTICED, owed) },
    {
      chance: step.missed,
      turned: plan.turns_insolvent,
      event: {
        id: 'instalment_missed',
        label: { ja: '分割金の不払いがあった場合', en: 'if an instalment is missed' },
        at: at + NOTICED,
        goes_on: {
          balance: owed,
          standing: 'acknowledged',
          enforceable: t.deed,
          acknowledged: true,
          limitation: Number.POSITIVE_INFINITY,
          unseen: 0,
        },
      },
    },
    {
      chance: step.paid,
      event: {
        id: j === 0 ? 'down_payment' : 'instalment_paid',
        at,
        flows: [
          { principal: due[j]! * s.debtor.kept, interest_share: s.a.money.interest_paid_in_plan },
          { own_time: plan.monthly_cost },
        ],
        ...(last ? {} : { next: instalments(s, t, due, j + 1) }),
      },
    },
  ];
}

export const plan = option<Terms>({
  id: 'plan',
  label: { ja: '分割払い', en: 'instalment plan' },
  description: {
    ja: '頭金と毎月の分割払いを合意します。合意は債務の承認となり時効が更新されます。',
    en: 'Agree a down payment and monthly instalments; the agreement acknowledges the debt and renews the limitation period.',
  },
  family: 'in_house',
  shape: 'offer',
  follows: ['fresh'],
  varies: () => 'never',
  negotiable: true,
  terms,
  needs: () => [],
  bars: (s) => [
    ...notDueBars(s),
    ...procedureBars(s, 'individual_action'),
    ...madeBefore(s, 'plan_refused', '分割払いはすでに断られています。', 'A plan has already been refused.'),
  ],
  variants: (s) => {
    const said = (s.terms.plan ?? {}) as z.output<typeof terms>;
    const menu =
      said.instalments === undefined
        ? MENU
        : [{ instalments: said.instalments, down_rate: said.instalments <= 3 ? 0.2 : 0.1 }];
    const deeds = said.deed === undefined ? [false, true] : [said.deed];
    return deeds.flatMap((deed) => menu.map((m) => ({ ...m, down_rate: said.down_rate ?? m.down_rate, deed })));
  },
  prospect: (s, t) => {
    const { plan: a } = s.a;
    const factor = s.debtor.contact_factor * (t.deed ? a.deed_acceptance : 1);
    const deedCost = t.deed ? s.tariff.deed(s.state.balance) + a.deed_preparation : 0;
    return {
      event: {
        id: 'plan_agreed',
        at: 0,
        flows: [{ own_time: a.agreement_cost, external: deedCost }],
        next: instalments(s, t, schedule(s.state.balance, t), 0),
      },
      taken: between(a.accept, t.instalments).map((chance) => chance * factor),
      lapses: false,
      window: wholeMonths(a.window_months),
      asking: [{ own_time: a.offer_cost }],
      open: offerWindow(s.facts.due_in),
      relationship: s.a.relationship.loss.plan,
    };
  },
  figures: (s) => [
    {
      name: 'instalments',
      label: { ja: '応じてよい分割回数の上限', en: 'most instalments worth agreeing to' },
      kind: 'count',
      worst: INSTALMENTS_MAX,
      best: 1,
      ask: (value) => ({ terms: { plan: { ...(s.terms.plan as object | undefined), instalments: value } } }),
      against: 'others',
    },
    {
      name: 'down_rate',
      label: { ja: '応じてよい頭金の下限', en: 'lowest down payment worth agreeing to' },
      kind: 'rate',
      worst: 0,
      best: 0.9,
      ask: (value) => ({ terms: { plan: { ...(s.terms.plan as object | undefined), down_rate: value } } }),
      against: 'others',
    },
  ],
  assumes: ['plan', 'contact', 'relationship.loss.plan', 'money.interest_paid_in_plan'],
  sentences: {
    ja: {
      step: (say, t) =>
        `頭金${say.percent(t.down_rate)}と${t.instalments}回の月払いを提案し、期限の利益喪失条項付きの合意書${t.deed ? 'を強制執行認諾文言付きの公正証書' : ''}にします。`,
      reason: () => '合意書への署名は債務の承認となり、時効が更新されます。',
      risk: (say, t, s) =>
        `約束どおり払われない回が出ます（1回あたりの不払いは資金繰りの苦しい相手で${say.percent(misses(s, t.instalments)[2]!)}）。`,
    },
    en: {
      step: (say, t) =>
        `Offer ${say.percent(t.down_rate)} down and ${t.instalments} monthly instalments in writing, with acceleration on default${t.deed ? ', in an enforceable notarial deed' : ''}.`,
      reason: () => 'Signing the plan acknowledges the debt and renews the limitation period.',
      risk: (say, t, s) =>
        `Instalments will be missed: ${say.percent(misses(s, t.instalments)[2]!)} each for a cash-constrained debtor.`,
    },
  },
});
