// How the complaint of a small claim is filled in. Here 'small_claims' is a petition, not an option.

import { money } from '../values/money.ts';
import { writtenAmount, writtenCount } from '../values/written.ts';
import { calculation, caption, cause, evidenceLine, purport } from './court_parts.ts';
import { type DraftContext, document } from './document.ts';
import { COURT_LANGS, courtWords, heading, item, prose, titleLine } from './sentences.ts';

const SUIT_SIDES = ['原告', '被告'] as const;

/** What the option that calls for the document is told of this year. */
interface StatedCount {
  readonly filed_this_year?: number;
}

/** How many small claims this one makes in the court this year. */
const countThisYear = ({ stated }: DraftContext) => {
  const { filed_this_year = 0 }: StatedCount = stated;
  return writtenCount(filed_this_year + 1);
};

export const complaint_small_claims = document({
  id: 'complaint_small_claims',
  label: { ja: '訴状（少額訴訟・記載例）', en: 'complaint in a small claim (how to fill it in)' },
  description: {
    ja: '簡易裁判所に出す少額訴訟の訴状の記載例です。証拠は1回の期日にすべて出します。日本語のみ。',
    en: 'The complaint for the summary court; all evidence is shown at the one hearing. Japanese only.',
  },
  langs: COURT_LANGS,
  with_option: true,
  paragraphs: (c) => {
    const { facts, law, situation } = c;
    return [
      titleLine(courtWords('訴状（少額訴訟・記載例）')),
      ...caption(facts, '', SUIT_SIDES),
      prose(
        courtWords('少額訴訟による審理及び裁判を求める。この裁判所で本年少額訴訟を求めるのは{n}回目である。', {
          n: countThisYear(c),
        }),
        [law.citations.small_claims, law.citations.small_claims_count],
      ),
      heading('請求の趣旨'),
      prose(courtWords('被告は原告に対し、次の金額を支払え。')),
      ...purport(facts, law),
      prose(courtWords('訴訟費用は被告の負担とする、との判決及び仮執行の宣言を求める。')),
      heading('請求の原因'),
      ...cause(facts, SUIT_SIDES),
      heading('訴額・計算'),
      item(courtWords('訴訟物の価額 金{value}', { value: writtenAmount(money(facts.claim.amount), law) })),
      ...calculation(facts, law, situation.tariff.filing('small_claims', facts.principal)),
      prose(evidenceLine),
    ];
  },
});
