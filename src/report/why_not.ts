// Why an open option is not the recommended one: how far it is behind, the line of the bridge that sets it back most, and the change
// that would make it win.

import { z } from 'zod';
import type { BreakEven } from '../analysis/break_even.ts';
import type { Sensitivity } from '../analysis/sensitivity.ts';
import type { Open } from '../decision/decide.ts';
import { breakEvenText } from './break_even.ts';
import { BRIDGE_STEPS, type Bridges, type Line } from './bridge.ts';
import { name, orNull, text, whole, yen } from './parts.ts';
import { quantity } from './quantity.ts';
import type { Told } from './reasons.ts';

export const whyNotSchema = z
  .strictObject({
    gap: yen('Net value of the recommended option less that of this one.'),
    cause: name('Step of the bridge that sets it back most.'),
    amount: yen('By how much less that step brings here.'),
    text: text('Why it is not recommended.'),
    wins_if: orNull(text('The change that would make it win; null when none was found or asked for.')),
  })
  .meta({ id: 'WhyNot', description: 'Why an open option is not recommended; null for the recommended one.' });

/** What was found about switching; null where it was not asked for. */
export interface Found {
  readonly break_even: readonly BreakEven[] | null;
  readonly sensitivity: readonly Sensitivity[] | null;
}

/** Why `entry` stands behind the best, by the bridges of both. */
export function whyNot(entry: Open, told: Told, found: Found, bridges: Bridges) {
  const { best, decision, say, lang } = told;
  const [ours, theirs] = [entry, best].map((open) => setbacks(bridges.get(open)!));
  const behind = theirs!.map(({ step, amount }, i) => ({ step, amount: amount - ours![i]!.amount }));
  const cause = behind.reduce((worst, next) => (next.amount > worst.amount ? next : worst));
  const gap = best.value - entry.value;
  return {
    gap: whole(gap),
    cause: cause.step,
    amount: whole(cause.amount),
    text: sentence(entry, cause, told),
    wins_if: decision.open.every(({ value }) => value <= entry.value) ? LEADS[lang] : winsIf(entry, found, say, lang),
  };
}

/** What lies between face and net; what is conceded and what is not recovered are the same loss to the creditor. */
function setbacks(bridge: readonly Line[]): Line[] {
  const conceded = bridge.find(({ step }) => step === 'conceded')?.amount ?? 0;
  return bridge
    .filter(({ step }) => step !== 'face' && step !== 'net' && step !== 'conceded')
    .map(({ step, amount }) => ({ step, amount: step === 'not_recovered' ? amount + conceded : amount }));
}

function sentence(entry: Open, cause: Line, { best, say, lang }: Told): string {
  const label = best.option.label[lang];
  const gap = best.value - entry.value;
  const [certain, other] = [best.spread.certainty_equivalent, entry.spread.certainty_equivalent];
  if (certain !== null && other !== null) {
    const less = say.yen(certain - other);
    const mean = say.yen(Math.abs(gap));
    return lang === 'ja'
      ? `平均では「${label}」より${mean}${gap > 0 ? '少なく' : '多い見込みですが'}、確実な額に換算すると${less}少なくなります。`
      : `On average ${mean} ${gap > 0 ? 'less' : 'more'} than "${label}"; ${less} less once risk is weighed.`;
  }
  const line = BRIDGE_STEPS[cause.step][lang];
  if (lang === 'ja') {
    const why = `主な原因は「${line}」で、${say.yen(cause.amount)}不利です。`;
    return `「${label}」より${say.yen(gap)}少ない見込みです。${why}`;
  }
  const why = `main cause: ${line}, ${say.yen(cause.amount)} worse.`;
  return `${say.yen(gap)} less than "${label}"; ${why}`;
}

/** For an averse caller the option with the highest expected value need not be the first. */
const LEADS = {
  ja: '見込みの額では、いまの前提でも最も有利です',
  en: 'by expected value it is the best already',
} as const;

/** The change that would make an option win: its own break-even, else the number whose move makes it the best. */
function winsIf(
  { option }: Open,
  { break_even, sensitivity }: Found,
  say: Told['say'],
  lang: Told['lang'],
): string | null {
  const own = break_even?.find(
    (one) => one.option === option && one.figure.against === 'others' && typeof one.value === 'number',
  );
  if (own) return breakEvenText(own, { say, lang });
  const flip = sensitivity?.find((one) => one.switch?.to === option.id);
  if (flip?.switch) {
    const at = quantity(flip.switch.at, flip.unit, say, lang);
    const over = flip.switch.at > flip.base;
    return lang === 'ja'
      ? `${flip.label.ja}が${at}を${over ? '上回る' : '下回る'}場合`
      : `${flip.label.en} ${over ? 'above' : 'below'} ${at}`;
  }
  if (!sensitivity) return null;
  return lang === 'ja'
    ? 'なし（どれか1つの数字を試した範囲で動かしても、最も有利にはなりません）'
    : 'nothing found: no single number makes it best within the range tried';
}
