// How a claim is filed in insolvency proceedings: kinds and amounts, interest to the day before the opening, security.

import { owedFor } from '../claim/demand_letter.ts';
import { blank } from '../claim/draft.ts';
import { addDays } from '../values/day.ts';
import { phrase } from '../values/phrase.ts';
import { writtenAmount, writtenDay, writtenRate } from '../values/written.ts';
import { caption, evidenceLine } from './court_parts.ts';
import { type DraftContext, document, factsOn } from './document.ts';
import { COURT_LANGS, courtWords, heading, item, prose, titleLine } from './sentences.ts';

const PROOF_SIDES = ['届出債権者', '債務者'] as const;

const WITH_TITLE = '有';
const WITHOUT_TITLE = '無';

/** The rule of the proceedings in which the claim is filed. */
function ruleOf({ facts: { claim }, law }: DraftContext) {
  const { insolvency = 'none' } = claim;
  return insolvency === 'none' ? null : law.insolvency[insolvency];
}

export const proof_of_claim = document({
  id: 'proof_of_claim',
  label: { ja: '債権届出の記載例', en: 'proof of claim (how to fill it in)' },
  description: {
    ja: '倒産手続での債権届出書の記載例です。手続開始の前日までの利息を計算します。日本語のみ。',
    en: 'Filing the claim in insolvency proceedings, with interest to the day before the opening. Japanese only.',
  },
  langs: COURT_LANGS,
  with_option: true,
  needs: ['opened_on'],
  paragraphs: (c) => {
    const { facts, law, opened_on = facts.claim.as_of } = c;
    const before = factsOn(c, addDays(opened_on, -1));
    const { interest, breakdown, rate, from, citations } = before.interest;
    const rule = ruleOf(c);
    return [
      titleLine(courtWords('債権届出書（記載例）')),
      prose(
        courtWords('事件番号 {number}（{proceedings}、開始日 {day}）', {
          number: blank('case_number'),
          proceedings: rule?.label ?? '',
          day: writtenDay(opened_on),
        }),
      ),
      ...caption(facts, '', PROOF_SIDES),
      heading('届け出る債権'),
      {
        ...item(
          courtWords('1 {what}（{contract}） 金{principal}', {
            what: owedFor(facts),
            principal: writtenAmount(facts.claim.amount, law),
            contract: blank('contract'),
          }),
        ),
        cites: [rule?.citations.proof ?? []].flat(),
      },
      ...(breakdown.length === 0
        ? []
        : [
            {
              ...item(
                courtWords('2 {from}から{to}までの遅延損害金 金{interest}', {
                  from: writtenDay(from),
                  to: writtenDay(addDays(opened_on, -1)),
                  interest: writtenAmount(interest, law),
                }),
              ),
              cites: citations,
            },
          ]),
      {
        ...item(
          courtWords('{n} 1に対する{day}から支払済みまで年{rate}の遅延損害金 額未定', {
            n: breakdown.length === 0 ? '2' : '3',
            day: writtenDay(opened_on),
            rate: writtenRate(rate),
          }),
        ),
        cites: facts.claim.insolvency === 'bankruptcy' ? [law.citations.interest_after_insolvency] : [],
      },
      item(
        courtWords('執行力ある債務名義 {titled}', {
          titled: (facts.claim.title ?? 'none') === 'none' ? WITHOUT_TITLE : WITH_TITLE,
        }),
      ),
      item(courtWords('別除権・担保権 {security}', { security: blank('security') })),
      item(evidenceLine),
    ];
  },
  notes: (c) => {
    const { claims_deadline } = c.facts.claim;
    const rule = ruleOf(c);
    return [
      ...(claims_deadline === undefined
        ? []
        : [
            prose(
              phrase(
                { last_day: writtenDay(claims_deadline) },
                { ja: '届出の期限は{last_day}です。', en: 'File by {last_day}.' },
              ),
              [rule?.citations.proof ?? []].flat(),
            ),
          ]),
      prose({
        ja: '裁判所から届く用紙があれば、それに書き写します。',
        en: 'If the court sent a form, copy this into it.',
      }),
    ];
  },
});
