// The first letter after the due date: asks whether the invoice arrived and whether anything is wrong with it. No interest, no warning.

import { claimItems } from '../claim/demand_letter.ts';
import { notDueBars, procedureBars } from '../options/parts/bars.ts';
import { phrase } from '../values/phrase.ts';
import { writtenDay } from '../values/written.ts';
import { answerBy, document } from './document.ts';
import { BOTH, letterOf, prose } from './sentences.ts';

export const reminder = document({
  id: 'reminder',
  label: { ja: '入金確認のお願い', en: 'payment reminder' },
  description: {
    ja: '期日後の最初の連絡。請求書の到着と内容を尋ね、支払予定日を聞きます。',
    en: 'First contact after the due date: asks whether the invoice arrived and is right, and when it will be paid.',
  },
  langs: BOTH,
  bars: (s) => [...notDueBars(s), ...procedureBars(s, 'individual_action')],
  paragraphs: (c) =>
    letterOf(c, { ja: 'ご入金の確認のお願い', en: 'Have you received our invoice?' }, [
      prose({
        ja: '平素よりお世話になっております。下記のご請求について、支払期日を過ぎましたが入金を確認できておりません。',
        en: 'The following invoice has passed its due date, and we have not seen your payment yet.',
      }),
      ...claimItems(c.facts, c.law),
      prose({
        ja: '請求書が届いているか、内容に誤りやご不明な点がないかをお知らせください。',
        en: 'Could you tell us whether the invoice reached you, and whether anything in it is wrong or unclear?',
      }),
      prose(
        phrase(
          { day: writtenDay(answerBy(c)) },
          {
            ja: 'お手数ですが、{day}までにお支払予定日をお知らせください。行き違いでお支払い済みの場合はご容赦ください。',
            en: 'Please let us know by {day} when you will pay. If you have paid already, thank you, and please disregard this letter.',
          },
        ),
      ),
    ]),
});
