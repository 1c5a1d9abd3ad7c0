// What it is worth to know more, for the reader: each enquiry with its worth and price, whether to make it, and what it could change.

import { z } from 'zod';
import type { Information, Worth } from '../analysis/information.ts';
import { KIND_LABELS, KINDS } from '../assumptions/kinds.ts';
import { optionLabel } from '../request/options.ts';
import { name, share, text, whole, yen } from './parts.ts';
import type { Told } from './reasons.ts';

const changeSchema = z.strictObject({
  finding: text('What is found.'),
  chance: share('Chance of finding it.'),
  option: name('Id of the first step that is then best.'),
});

export const informationSchema = z
  .strictObject({
    perfect: yen('Worth of knowing which kind of debtor it is; no enquiry about the debtor can be worth more.'),
    by_kind: z
      .array(
        z.strictObject({
          kind: z.enum(KINDS).meta({ description: 'Kind of debtor.', example: 'unwilling' }),
          label: text('Its name.'),
          chance: share('Chance of the kind.'),
          option: name('Id of the best first step against it.'),
        }),
      )
      .max(KINDS.length)
      .meta({ description: 'What would be best if the kind were known.' }),
    signals: z
      .array(
        z
          .strictObject({
            id: name('Id of the enquiry.'),
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
  .meta({ id: 'Information', description: 'What knowing more is worth; null until asked for.' });

const rounded = (p: number): number => Math.round(p * 1e4) / 1e4;

/** The answer about information. */
export function informationAnswer({ perfect, by_kind, now, enquiries }: Information, told: Told) {
  const { lang } = told;
  return {
    perfect: whole(perfect),
    by_kind: by_kind.map(({ kind, chance, option }) => ({
      kind,
      label: KIND_LABELS[kind][lang],
      chance: rounded(chance),
      option,
    })),
    signals: enquiries.map((one) => ({
      id: one.enquiry.id,
      label: one.enquiry.label[lang],
      worth: whole(one.worth),
      price: whole(one.enquiry.price),
      buy: one.buy,
      could_change: changesOf(one, now).map(({ finding, chance, option }) => ({
        finding: finding.label[lang],
        chance: rounded(chance),
        option,
      })),
      text: sentence(one, now, told),
    })),
  };
}

const changesOf = ({ after }: Worth, now: string) => after.filter(({ option }) => option !== now);

function sentence(one: Worth, now: string, { say, lang }: Told): string {
  const label = one.enquiry.label[lang];
  const changes = changesOf(one, now);
  if (changes.length === 0)
    return lang === 'ja'
      ? `${label}：結果がどうであれ、まず取る手段は変わりません。${one.worth >= 1 ? `その後の進め方を変える分の値打ちは${say.yen(one.worth)}です。` : ''}`
      : `${label}: whatever it shows, the first step stays the same${one.worth >= 1 ? `; what it changes later is worth ${say.yen(one.worth)}` : ''}.`;
  const steps = [...new Set(changes.map(({ option }) => option))].map((option) => {
    const found = changes.filter((change) => change.option === option);
    const chance = found.reduce((sum, change) => sum + change.chance, 0);
    const names = found.map(({ finding }) => finding.label[lang]).join(lang === 'ja' ? '、' : ', ');
    return lang === 'ja'
      ? `「${names}」（見込み${say.percent(chance)}）なら「${optionLabel(option, lang)}」`
      : `"${optionLabel(option, lang)}" if ${names} (${say.percent(chance)})`;
  });
  const verdict =
    lang === 'ja'
      ? one.buy
        ? `${say.yen(one.enquiry.price)}を払う価値があります`
        : `${say.yen(one.enquiry.price)}では見合いません`
      : one.buy
        ? `worth its price of ${say.yen(one.enquiry.price)}`
        : `not worth its price of ${say.yen(one.enquiry.price)}`;
  return lang === 'ja'
    ? `${label}：値打ちは${say.yen(one.worth)}で、${verdict}。${steps.join('、')}に変わります。`
    : `${label}: worth ${say.yen(one.worth)}, ${verdict}; it would turn the first step to ${steps.join(', ')}.`;
}
