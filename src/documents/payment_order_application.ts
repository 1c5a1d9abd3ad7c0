// How an application for a payment order is filled in: what is asked for, why, and what it costs. Here 'payment_order' is a petition, not an option.

import { phrase } from '../values/phrase.ts';
import { calculation, caption, cause, purport } from './court_parts.ts';
import { document } from './document.ts';
import { COURT_LANGS, heading, item, prose, titleLine } from './sentences.ts';

const ORDER_SIDES = [
  { ja: '債権者', en: 'Creditor' },
  { ja: '債務者', en: 'Debtor' },
] as const;

export const payment_order_application = document({
  id: 'payment_order_application',
  label: { ja: '支払督促申立書（記載例）', en: 'application for a payment order (how to fill it in)' },
  description: {
    ja: '相手方の住所地の簡易裁判所の書記官に出します。請求の趣旨と原因、計算、手数料の記載例です。日本語のみ。',
    en: "To the clerk of the summary court at the debtor's seat: what is asked for, why, and the fee. Japanese only.",
  },
  langs: COURT_LANGS,
  with_option: true,
  paragraphs: ({ facts, law, situation }) => [
    titleLine({ ja: '支払督促申立書（記載例）', en: 'Application for a payment order' }),
    ...caption(facts, { ja: ' 裁判所書記官', en: ', clerk' }, ORDER_SIDES),
    heading('請求の趣旨', 'What is asked for'),
    prose({
      ja: '債務者は債権者に対し、次の金額を支払え、との支払督促を求める。',
      en: 'An order that the debtor pay the creditor the following.',
    }),
    ...purport(facts, law),
    item({ ja: '3 申立手続費用', en: '3. the costs of the application' }),
    heading('請求の原因', 'Why'),
    ...cause(facts, ORDER_SIDES),
    heading('計算', 'Calculation'),
    ...calculation(facts, law, situation.tariff.filing('payment_order', facts.principal)),
  ],
  notes: ({ law, situation }) => [
    prose(
      phrase(
        {
          days: {
            ja: String(situation.tariff.payment_order_objection_days),
            en: String(situation.tariff.payment_order_objection_days),
          },
        },
        {
          ja: '相手方の住所地の簡易裁判所に申し立てます。送達から{days}日以内に異議が出ると訴訟に移ります。',
          en: "File with the summary court at the debtor's seat. An objection within {days} days of service makes it a suit.",
        },
      ),
      [law.citations.payment_order, law.citations.payment_order_venue, law.citations.payment_order_objection],
    ),
  ],
});
