// What would change the answer, for the reader: each number with the ends of its range decided anew, where another step takes over,
// and what knowing it is worth, each with one sentence.

import * as z from 'zod';
import type { End, Sensitivity } from '../analysis/sensitivity.ts';
import { optionLabel } from '../request/options.ts';
import { forDescription } from '../values/description.ts';
import { finite } from '../values/money.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { ReportContext } from './context.ts';
import { name, optionName, orNull, text, yen } from './parts.ts';
import { quantity } from './quantity.ts';

const figure = (description: string) => z.number().meta({ description, example: 0.41 });

const endSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      at: figure('The number at this end.'),
      net_value: yen('Value of the best first step there, decided anew.'),
      option: optionName('The first step with the highest value there.'),
    })
    .meta({ id: 'SensitivityEnd', description: 'One end of a range.' }),
);

export const sensitivitySchema = /* @__PURE__ */ forDescription(() =>
  z
    .array(
      z
        .strictObject({
          id: name('Path of the assumption, name of its group, or name of the input.', 'hazard.pay'),
          label: text('Its name.'),
          kind: z.enum(['assumption', 'input']).meta({ description: 'What it is.', example: 'assumption' }),
          range: z.enum(['estimate', 'probe']).meta({
            description:
              'Whether its ends enclose 90 % of what is thought possible, or are only tried (half and double).',
            example: 'estimate',
          }),
          base: figure('The number now; of a group, the one that weighs most.'),
          low: orNull(endSchema),
          high: orNull(endSchema),
          switch_at: orNull(figure('Where another first step takes over, if it does.')),
          switch_to: orNull(optionName('The first step that takes over.')),
          worth: orNull(yen('What knowing the number before deciding is worth; null for a number that is only tried.')),
          moves: z
            .array(
              z.strictObject({
                id: name('Path or name that moves with it.', 'hazard.pay.slow'),
                low: figure('Its low end.'),
                base: figure('Its number now.'),
                high: figure('Its high end.'),
              }),
            )
            .max(100)
            .meta({ description: 'Every number that moves together, for asking again.' }),
          text: text('What it does to the answer.'),
        })
        .meta({ id: 'Sensitivity', description: 'What one number does to the answer.' }),
    )
    .max(200)
    .meta({ description: 'What would change the answer, most worth knowing first; null until asked for.' }),
);

/** Six significant digits for reading, ten for asking again. */
const digits = (x: number): number => Number(finite(x).toPrecision(6));
const exactly = (x: number): number => Number(finite(x).toPrecision(10));

const endAnswer = (end: End | null, { say }: ReportContext) =>
  end && { at: digits(end.at), net_value: say.amount(end.value), option: end.option };

/** The answer about sensitivity. */
export const sensitivityAnswer = (found: readonly Sensitivity[], context: ReportContext) =>
  found.map((one) => ({
    id: one.id,
    label: one.label[context.lang],
    kind: one.kind,
    range: one.uncertain ? ('estimate' as const) : ('probe' as const),
    base: digits(one.base),
    low: endAnswer(one.low, context),
    high: endAnswer(one.high, context),
    switch_at: one.switch && digits(one.switch.at),
    switch_to: one.switch?.to ?? null,
    worth: one.worth === null ? null : context.say.amount(one.worth),
    moves: one.moves.map(({ id, low, base, high }) => ({
      id,
      low: exactly(low),
      base: exactly(base),
      high: exactly(high),
    })),
    text: context.say.tell(listed([sensitivityText(one), whyLess(one)], SILENT)),
  }));

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Numbers about how soon debtors pay. */
const HOW_SOON = ['hazard.pay', 'prior.paid_on_time'];

/** Why a debtor who pays sooner is worth less: whoever has not paid by now is then another kind of debtor. */
function whyLess({ id, low, high }: Sensitivity): Sentence {
  const isAboutPaying = HOW_SOON.some((path) => id === path || id.startsWith(`${path}.`));
  if (!isAboutPaying || !low || !high || high.value >= low.value) return SILENT;
  return {
    ja: 'この値が大きいほど期待額が下がるのは、払う相手ほど早く払い終えているはずなので、まだ払わないこの相手は払わない種類である可能性が高くなるためです。',
    en: ' A higher number lowers the expected value because debtors who pay would have paid by now, so one who still has not is more likely to be of a kind that does not.',
  };
}

/** What a number does to the answer. */
function sensitivityText(one: Sensitivity): Sentence {
  const { low, high } = one;
  const of = (value: number) => quantity(value, one.unit);
  // A label begins the sentence, so it is written with a capital in English.
  const label = { ja: one.label.ja, en: capital(one.label.en) };
  const worth =
    one.worth !== null && one.worth >= 1
      ? phrase(
          { worth: { yen: one.worth } },
          { ja: '決める前に分かる価値は{worth}です。', en: ' Knowing it before deciding is worth {worth}.' },
        )
      : SILENT;
  if (one.switch) {
    const { at, to } = one.switch;
    const facts = { label, at: of(at), now: of(one.base), from: optionLabel(one.from), to: optionLabel(to), worth };
    if (one.unit === 'count')
      return phrase(facts, {
        ja: '{label}が{at}なら（いま{now}）、「{from}」より「{to}」が有利になります。{worth}',
        en: '{label} of {at} (now {now}): "{to}" becomes better than "{from}".{worth}',
      });
    return at > one.base
      ? phrase(facts, {
          ja: '{label}が{at}を上回ると（いま{now}）、「{from}」より「{to}」が有利になります。{worth}',
          en: '{label} above {at} (now {now}): "{to}" becomes better than "{from}".{worth}',
        })
      : phrase(facts, {
          ja: '{label}が{at}を下回ると（いま{now}）、「{from}」より「{to}」が有利になります。{worth}',
          en: '{label} below {at} (now {now}): "{to}" becomes better than "{from}".{worth}',
        });
  }
  if (!low || !high)
    return phrase(
      { label },
      { ja: '{label}は片側しか試せません。', en: '{label} can be tried in one direction only.' },
    );
  return phrase(
    { label, from: of(low.at), to: of(high.at), least: { yen: low.value }, most: { yen: high.value }, worth },
    {
      ja: '{label}が{from}から{to}の間なら、最も有利な最初の手段は変わりません（期待額は{least}から{most}）。{worth}',
      en: '{label} from {from} to {to}: the best first step stays the same (expected value from {least} to {most}).{worth}',
    },
  );
}
