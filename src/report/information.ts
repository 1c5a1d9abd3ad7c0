// What it is worth to know more, for the reader: each enquiry with its worth and price, whether to make it, and what it could change.

import * as z from 'zod';
import type { Information, InformationValue } from '../analysis/information.ts';
import { KIND_LABELS, KINDS } from '../assumptions/kinds.ts';
import { optionLabel } from '../request/options.ts';
import { forDescription } from '../values/description.ts';
import { listed, phrase, type Sentence } from '../values/phrase.ts';
import type { ReportContext } from './context.ts';
import { decimals, name, optionName, share, text, yen } from './parts.ts';

const changeSchema = /* @__PURE__ */ forDescription(() =>
  z.strictObject({
    finding: text('What is found.'),
    chance: share('Chance of finding it.'),
    option: optionName('The first step that is then best.'),
  }),
);

export const informationSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      perfect: yen('Worth of knowing which kind of debtor it is; no enquiry about the debtor can be worth more.'),
      by_kind: z
        .array(
          z.strictObject({
            kind: z.enum(KINDS).meta({ description: 'Kind of debtor.', example: 'unwilling' }),
            label: text('Its name.'),
            chance: share('Chance of the kind.'),
            option: optionName('The best first step against it.'),
          }),
        )
        .max(KINDS.length)
        .meta({ description: 'What would be best if the kind were known.' }),
      signals: z
        .array(
          z
            .strictObject({
              id: name('Id of the enquiry.', 'credit_report'),
              label: text('Its name.'),
              worth: yen('Most that it is worth paying for.'),
              price: yen('What it costs.'),
              buy: z.boolean().meta({ description: 'Whether it is worth its price.', example: false }),
              could_change: z
                .array(changeSchema)
                .max(20)
                .meta({ description: 'Findings after which another first step is best.' }),
              text: text('Buy it or not, and why.'),
            })
            .meta({ id: 'EnquiryWorth', description: 'What an enquiry is worth.' }),
        )
        .max(20)
        .meta({ description: 'What could still be found out.' }),
    })
    .meta({ id: 'Information', description: 'What knowing more is worth; null until asked for.' }),
);

/** The answer about information. */
export function informationAnswer({ perfect, by_kind, now, enquiries }: Information, context: ReportContext) {
  const { say, lang } = context;
  return {
    perfect: say.amount(perfect),
    by_kind: by_kind.map(({ kind, chance, option }) => ({
      kind,
      label: KIND_LABELS[kind][lang],
      chance: decimals(chance, 4),
      option,
    })),
    signals: enquiries.map((one) => ({
      id: one.enquiry.id,
      label: one.enquiry.label[lang],
      worth: say.amount(one.worth),
      price: say.amount(one.enquiry.price),
      buy: one.buy,
      could_change: changesOf(one, now).map(({ finding, chance, option }) => ({
        finding: finding.label[lang],
        chance: decimals(chance, 4),
        option,
      })),
      text: say.tell(enquiryText(one, now)),
    })),
  };
}

const changesOf = ({ after }: InformationValue, now: string) => after.filter(({ option }) => option !== now);

/** Whether an enquiry is worth making, and what it could change. */
function enquiryText(one: InformationValue, now: string): Sentence {
  const { label } = one.enquiry;
  const worth = { yen: one.worth };
  const changes = changesOf(one, now);
  if (changes.length === 0)
    return one.worth >= 1
      ? phrase(
          { label, worth },
          {
            ja: '{label}：結果がどうであれ、まず取る手段は変わりません。その後の進め方を変えられることの価値は{worth}です。',
            en: '{label}: whatever it shows, the first step stays the same; being able to change later steps is worth {worth}.',
          },
        )
      : phrase(
          { label },
          {
            ja: '{label}：結果がどうであれ、まず取る手段は変わりません。',
            en: '{label}: whatever it shows, the first step stays the same.',
          },
        );
  const steps = [...new Set(changes.map(({ option }) => option))].map((option) => {
    const found = changes.filter((change) => change.option === option);
    return phrase(
      {
        findings: listed(
          found.map(({ finding }) => finding.label),
          { ja: '」「', en: '" or "' },
        ),
        chance: { percent: found.reduce((sum, change) => sum + change.chance, 0) },
        option: optionLabel(option),
      },
      { ja: '「{findings}」（可能性{chance}）なら「{option}」', en: '"{option}" after "{findings}" (chance {chance})' },
    );
  });
  const price = { yen: one.enquiry.price };
  const verdict = one.buy
    ? phrase({ price }, { ja: '{price}を払って調べる価値があります', en: 'so it is worth its price of {price}' })
    : phrase({ price }, { ja: '費用{price}に見合いません', en: 'so it is not worth its price of {price}' });
  return phrase(
    { label, worth, verdict, steps: listed(steps) },
    {
      ja: '{label}：調べる価値は{worth}で、{verdict}。最初の手段は、{steps}に変わります。',
      en: '{label}: knowing it is worth {worth}, {verdict}. The first step would then be {steps}.',
    },
  );
}
