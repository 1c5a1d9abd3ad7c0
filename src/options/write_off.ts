// Closing the file and booking the loss. Worth its tax effect when a tax rate is given (docs/model.md 11.4), else nothing.

import { z } from 'zod';
import { phrase } from '../values/phrase.ts';
import { absentBars } from './absent.ts';
import { option } from './option.ts';

export const write_off = option({
  id: 'write_off',
  label: { ja: '貸倒処理', en: 'write off' },
  description: {
    ja: '回収をやめて貸倒損失を計上します。以後の入金は見込みません。',
    en: 'Stop, book the loss, and count on no further payment.',
  },
  family: 'stop',
  shape: 'exit',
  follows: ['fresh'],
  varies: () => 'never',
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => {
    const { facts } = s;
    const { insolvency } = facts.claim;
    if (facts.proceedings) return [];
    const absent = absentBars(s, 'formal_write_off');
    if (absent.length > 0) return absent;
    if (facts.age >= s.tariff.write_off_months || facts.limitation_months <= 0) return [];
    return [
      {
        code: 'loss_not_yet_deductible',
        text: phrase(
          { needed: s.tariff.write_off_months },
          {
            ja: '最後の取引・期日・入金から{needed}か月が過ぎておらず、回収不能も確定していないため、貸倒れとして認められません。',
            en: 'Less than {needed} months have passed since the last dealing, due date or payment, and nothing shows the claim to be lost, so the loss is not yet recognised.',
          },
        ),
        inputs: { overdue_days: facts.overdue_days, insolvency: insolvency ?? 'none' },
        cite: s.law.citations.bad_debt_formal,
        opens_if: phrase(
          { needed: s.tariff.write_off_months },
          {
            ja: '{needed}か月が過ぎた場合、倒産手続が始まった場合、または長く債務超過の相手に書面で免除した場合',
            en: '{needed} months have passed, proceedings open, or the debt of a long-insolvent debtor is waived in writing',
          },
        ),
        lifts: s.tariff.write_off_months - facts.age,
      },
    ];
  },
  variants: () => [{}],
  prospect: () => ({ event: { id: 'written_off', at: 0, relief: true } }),
  deadlines: (s) => {
    const { fiscal_year_end, as_of } = s.facts.claim;
    if (fiscal_year_end === undefined || fiscal_year_end < as_of) return [];
    return [
      {
        on: fiscal_year_end,
        kind: 'write_off',
        text: {
          ja: '今期に貸倒損失を計上する場合は、この日までに督促の記録をそろえて損金経理します（備忘価額1円）。書面による免除は、この日までに届けます。',
          en: 'To book the loss this year, have the record of demands ready and book it by this day, leaving a memo value of one yen; a written waiver must have arrived.',
        },
        cite: s.law.citations.bad_debt_formal,
      },
    ];
  },
  assumes: ['tax'],
  sentences: {
    step: () => ({
      ja: '督促の記録と内容証明の控えを整え、備忘価額1円を残して貸倒損失を計上します。',
      en: 'Put the record of demands in order and book the loss, leaving a memo value of one yen.',
    }),
    risk: () => ({
      ja: '催告などの記録がないと、税務上の貸倒れと認められないことがあります。',
      en: 'Without a record of demands the loss may not be recognised for tax.',
    }),
  },
});
