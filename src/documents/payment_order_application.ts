// How an application for a payment order is filled in: what is asked for, why, and what it costs. Here 'payment_order' is a petition, not an option.

import { phrase } from '../values/phrase.ts';
import { writtenCount } from '../values/written.ts';
import { calculation, caption, cause, purport } from './court_parts.ts';
import { document } from './document.ts';
import { COURT_LANGS, courtWords, heading, item, prose, titleLine } from './sentences.ts';

const ORDER_SIDES = ['債権者', '債務者'] as const;

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
    titleLine(courtWords('支払督促申立書（記載例）')),
    ...caption(facts, ' 裁判所書記官', ORDER_SIDES),
    heading('請求の趣旨'),
    prose(courtWords('債務者は債権者に対し、次の金額を支払え、との支払督促を求める。')),
    ...purport(facts, law),
    item(courtWords('3 申立手続費用')),
    heading('請求の原因'),
    ...cause(facts, ORDER_SIDES),
    heading('計算'),
    ...calculation(facts, law, situation.tariff.filing('payment_order', facts.principal)),
  ],
  notes: ({ law, situation }) => [
    prose(
      phrase(
        { days: writtenCount(situation.tariff.payment_order_objection_days) },
        {
          ja: '相手方の住所地の簡易裁判所に申し立てます。送達から{days}日以内に異議が出ると訴訟に移ります。',
          en: "File with the summary court at the debtor's seat. An objection within {days} days of service makes it a suit.",
        },
      ),
      [law.citations.payment_order, law.citations.payment_order_venue, law.citations.payment_order_objection],
    ),
  ],
});
