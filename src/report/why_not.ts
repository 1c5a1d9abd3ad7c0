// Why an open option is not the recommended one: how far it is behind, the line of the bridge that sets it back most, and the change
// that would make it win.

import * as z from 'zod';
import type { BreakEven } from '../analysis/break_even.ts';
import type { Sensitivity } from '../analysis/sensitivity.ts';
import type { OpenOption } from '../decision/programme/decide.ts';
import { forDescription } from '../values/description.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
import { BRIDGE_STEPS, type BridgeLine, type BridgeOf } from './bridge.ts';
import type { ReportContext } from './context.ts';
import { oneOf, orNull, text, yen } from './parts.ts';
import { quantity } from './quantity.ts';

export const whyNotSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      gap: yen('Net value of the recommended option less that of this one.'),
      cause: oneOf(Object.keys(BRIDGE_STEPS), 'Step of the bridge that sets it back most.'),
      amount: yen('By how much less that step brings here.'),
      text: text('Why it is not recommended.'),
      wins_if: orNull(text('The change that would make it win; null when none was found or asked for.')),
    })
    .meta({ id: 'WhyNot', description: 'Why an open option is not recommended; null for the recommended one.' }),
);

/** What was found about switching; null where it was not asked for. */
export interface SwitchFindings {
  readonly break_even: readonly BreakEven[] | null;
  readonly sensitivity: readonly Sensitivity[] | null;
}

/** Why `entry` stands behind the best, by the bridges of both. */
export function whyNot(
  entry: OpenOption,
  { best, decision, say }: ReportContext,
  found: SwitchFindings,
  bridgeOf: BridgeOf,
) {
  const cause = mainSetback(setbacks(bridgeOf(entry)), setbacks(bridgeOf(best)));
  const leads = decision.open.every(({ value }) => value <= entry.value);
  const change = leads ? LEADS : winsIf(entry, found);
  return {
    gap: say.amount(best.value - entry.value),
    cause: cause.step,
    amount: say.amount(cause.amount),
    text: say.tell(whyNotText(entry, cause, best)),
    wins_if: change && say.tell(change),
  };
}

/** The step of the bridge at which one option falls behind another most, and by how much. */
function mainSetback(ours: readonly BridgeLine[], theirs: readonly BridgeLine[]): BridgeLine {
  const own = new Map(ours.map(({ step, amount }) => [step, amount]));
  return theirs
    .map(({ step, amount }) => ({ step, amount: amount - (own.get(step) ?? 0) }))
    .reduce((worst, next) => (next.amount > worst.amount ? next : worst));
}

/** What lies between face and net; what is conceded and what is not recovered are the same loss to the creditor. */
function setbacks(bridge: readonly BridgeLine[]): BridgeLine[] {
  const conceded = bridge.find(({ step }) => step === 'conceded')?.amount ?? 0;
  return bridge
    .filter(({ step }) => step !== 'face' && step !== 'net' && step !== 'conceded')
    .map(({ step, amount }) => ({ step, amount: step === 'not_recovered' ? amount + conceded : amount }));
}

/** Why an open option is not recommended. */
function whyNotText(entry: OpenOption, cause: BridgeLine, best: OpenOption): Sentence {
  const { label } = best.option;
  const gap = best.value - entry.value;
  const [certain, other] = [best.spread.certainty_equivalent, entry.spread.certainty_equivalent];
  if (certain !== null && other !== null) {
    const facts = { label, mean: { yen: Math.abs(gap) }, less: { yen: certain - other } };
    return gap > 0
      ? phrase(facts, {
          ja: '期待額は「{label}」より{mean}少なく、確実な額に換算しても{less}少なくなります。',
          en: 'Its expected value is {mean} lower than that of "{label}", and {less} lower once risk is taken into account.',
        })
      : phrase(facts, {
          ja: '期待額は「{label}」より{mean}多くなりますが、確実な額に換算すると{less}少なくなります。',
          en: 'Its expected value is {mean} higher than that of "{label}", but {less} lower once risk is taken into account.',
        });
  }
  return phrase(
    { label, gap: { yen: gap }, cause: BRIDGE_STEPS[cause.step], amount: { yen: cause.amount } },
    {
      ja: '期待額は「{label}」より{gap}少なくなります。主な原因は「{cause}」で、この項目だけで{amount}不利です。',
      en: 'Its expected value is {gap} lower than that of "{label}"; the main cause is "{cause}", which alone makes it {amount} worse.',
    },
  );
}

/** For an averse caller the option with the highest expected value need not be the first. */
const LEADS = {
  ja: '期待額では、いまの前提でも最も有利です',
  en: 'it already has the highest expected value',
} as const;

/** The change that would make an option win: its own break-even, else the number whose move makes it the best. */
function winsIf({ option }: OpenOption, { break_even, sensitivity }: SwitchFindings): Sentence | null {
  const own = break_even?.find(
    (one) => one.option === option && one.figure.against === 'others' && typeof one.value === 'number',
  );
  if (own && typeof own.value === 'number')
    return phrase(
      { label: own.figure.label, at: quantity(own.value, own.figure.kind) },
      { ja: '条件が{label}（{at}）に届く場合', en: 'the terms reach the {label} ({at})' },
    );
  const flip = sensitivity?.find((one) => one.switch?.to === option.id);
  if (flip?.switch) {
    const facts = { label: flip.label, at: quantity(flip.switch.at, flip.unit) };
    return flip.switch.at > flip.base
      ? phrase(facts, { ja: '{label}が{at}を上回る場合', en: '{label} above {at}' })
      : phrase(facts, { ja: '{label}が{at}を下回る場合', en: '{label} below {at}' });
  }
  if (!sensitivity) return null;
  return {
    ja: 'なし（どれか1つの数字を試した範囲で動かしても、最も有利にはなりません）',
    en: 'nothing found: no single number makes it best within the range tried',
  };
}
