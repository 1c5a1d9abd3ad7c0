// A lawyer's letter after our own demand has brought nothing (docs/model.md 5). While a further demand of ours may still be needed for the time
// that it gains, that is the one to send.

import * as z from 'zod';
import { isBeforeProceedings } from '../claim/facts.ts';
import { titleOf } from '../claim/procedure.ts';
import { positiveAmountField } from '../fields/field.ts';
import { plus, times } from '../numbers/number.ts';
import { phrase } from '../values/phrase.ts';
import { unwarnedBars } from './court/attach_first.ts';
import { type Bar, option, type Situation, statedTerms } from './option.ts';
import { absentBars } from './parts/absent.ts';
import { limitationBars, notDueBars, openingLikely, procedureBars, runningBars } from './parts/bars.ts';
import { askFirstBars } from './talks/ask_first.ts';
import { paysOnLetter } from './talks/ignored_title.ts';
import { wholeMonths } from './talks/offers.ts';
import { undisputedFirst } from './talks/undisputed.ts';

const letterTerms = z.strictObject({
  fee: positiveAmountField({
    label: { ja: '弁護士名の督促状の料金', en: "fee of a lawyer's letter" },
    description: "What a lawyer charges for a demand in the lawyer's name, postage apart.",
    description_ja: '弁護士名で内容証明を送る料金の見積り（郵便料を除く）。',
    example: 44000,
    default: 'see /v1/assumptions',
  }).optional(),
});

const statedLetter = statedTerms<z.output<typeof letterTerms>>('lawyer_letter');

/** What the letter costs, postage included; yen. */
const priceOfLetter = (s: Situation): number =>
  plus(statedLetter(s).fee?.toNumber() ?? s.a.counsel_letter.fee, s.tariff.certified_mail);

/** Months that no plan exceeds, in which a demand of ours may be needed to gain time. */
const LOOKED_AHEAD = 12;

/** Our own demand comes first. Inside a plan the letter may follow it, unless there is a title: then enforcement follows one letter, not two. */
const ownDemandFirst = ({ facts }: Situation): Bar[] =>
  facts.claim.demand_sent === true
    ? []
    : [
        {
          code: 'own_demand_first',
          text: {
            ja: '自社の内容証明をまだ送っていません。安く、効き目に大きな差はありません。',
            en: 'Our own certified demand has not been sent: it costs less and is nearly as effective.',
          },
          inputs: { demand_sent: false },
          cite: null,
          opens_if: {
            ja: '内容証明を送っても払われなかった場合',
            en: 'a certified demand was sent and nothing was paid',
          },
          ...(titleOf(facts.claim) === 'none' ? { lifted_by: 'demand_sent' } : {}),
        },
      ];

/** Where the end of the limitation period is in sight the next letter is the demand that gains time. */
function demandForTime(s: Situation): Bar[] {
  const { facts, tariff } = s;
  const isNear = facts.limitation_months - tariff.demand_months <= LOOKED_AHEAD + facts.due_in;
  if (!isNear && (facts.claim.demand_sent !== true || facts.demand_today !== 'postpones')) return [];
  return [
    {
      code: 'demand_for_time',
      text: phrase(
        { last_day: facts.limitation.last_day },
        {
          ja: '時効の満了（{last_day}）が見えているので、次の書面は、完成を猶予させる催告として時期を選んで送ります。',
          en: 'The limitation period ends soon, on {last_day}: the next letter should be the demand that postpones it, sent when that is needed.',
        },
      ),
      inputs: { limitation_last_day: facts.limitation.last_day },
      cite: s.law.citations.limitation_demand,
      opens_if: {
        ja: '時効の満了がまだ遠い場合（債務の承認を得た場合など）',
        en: 'the limitation period ends far ahead, for example after an acknowledgment',
      },
    },
  ];
}

/** It cannot be delivered, or was sent before. */
function letterBars(s: Situation): Bar[] {
  const { address_known, lawyer_letter_sent } = s.facts.claim;
  const found: Bar[] = [];
  if (address_known === false)
    found.push({
      code: 'no_delivery_address',
      text: {
        ja: '届け先が分からないため、書面を送れません。',
        en: 'Without an address the letter cannot be delivered.',
      },
      inputs: { address_known: false },
      cite: s.law.citations.declaration_arrives,
      opens_if: { ja: '届く住所が分かった場合', en: 'an address is found' },
    });
  if (isBeforeProceedings(s.facts.claim))
    found.push(
      openingLikely(s, {
        ja: '代理人弁護士が倒産手続を進めている相手です。債権を届けた後に弁護士名の書面を送っても、加わるものがありません。',
        en: "The debtor's counsel prepares proceedings or has asked for them: once the claim was declared to counsel, a lawyer's letter adds nothing.",
      }),
    );
  if (lawyer_letter_sent === true)
    found.push({
      code: 'lawyer_letter_sent',
      text: {
        ja: '弁護士名の督促状はすでに送られています。',
        en: "A lawyer's letter has been sent already.",
      },
      inputs: { lawyer_letter_sent: true },
      cite: null,
      opens_if: {
        ja: '弁護士名の督促状をまだ送っていない場合（lawyer_letter_sent=false）',
        en: "no lawyer's letter has been sent (lawyer_letter_sent=false)",
      },
    });
  return found;
}

/** Content certification is for domestic mail. */
const ABROAD = {
  ja: '弁護士に依頼し、弁護士名の書面を追跡できる書留か国際宅配便で送り、期限を切って請求します（{price}、{wait}待つ）。{first}',
  en: "Have a lawyer demand payment with a deadline in the lawyer's name, by tracked registered mail or courier ({price}; wait {wait}).{first}",
} as const;

export const lawyer_letter = option({
  id: 'lawyer_letter',
  label: { ja: '弁護士名の督促状', en: "lawyer's letter" },
  description: {
    ja: '自社の催告で払われなかった相手に、弁護士名の内容証明で期限を切って請求します。',
    en: "Have a lawyer demand payment by certified mail, in the lawyer's name, after our own demand brought nothing.",
  },
  family: 'in_house',
  shape: 'offer',
  follows: ['fresh'],
  varies: () => 'never',
  terms: letterTerms,
  needs: () => [],
  bars: (s) => [
    ...absentBars(s, 'certified_mail'),
    ...notDueBars(s),
    ...limitationBars(s),
    ...procedureBars(s, 'individual_action'),
    ...runningBars(s, 'reminder'),
    ...letterBars(s),
    ...askFirstBars(s),
    ...unwarnedBars(s),
    ...ownDemandFirst(s),
    ...demandForTime(s),
  ],
  variants: () => [{}],
  prospect: (s) => {
    const { counsel_letter: letter } = s.a;
    return {
      event: {
        id: 'paid_on_letter',
        at: letter.months_to_pay,
        flows: [{ principal: s.state.balance, share: s.debtor.paid_share }],
      },
      acceptance: paysOnLetter(s, letter.respond, letter.window_months),
      voidIfFailed: true,
      window: wholeMonths(letter.window_months),
      asking: [{ external: priceOfLetter(s) }, { own_time: times(letter.hours, s.a.money.staff_rate) }],
      open: { from: s.facts.due_in, until: s.state.limitation },
      relationship: s.a.relationship.loss.lawyer_letter,
    };
  },
  refused_as: 'lawyer_letter_sent',
  sentences: {
    step: (s) =>
      phrase(
        {
          price: { yen: Math.round(priceOfLetter(s)) },
          wait: { months: s.a.counsel_letter.window_months },
          first: undisputedFirst(s),
        },
        s.facts.abroad
          ? ABROAD
          : {
              ja: '弁護士に依頼し、弁護士名の内容証明郵便で期限を切って請求します（郵便料とも{price}、{wait}待つ）。{first}',
              en: "Have a lawyer demand payment with a deadline by content-certified mail in the lawyer's name ({price} with postage; wait {wait}).{first}",
            },
      ),
    reason: () => ({
      ja: '次は訴訟になると相手に伝わり、自社の催告に応じなかった相手の一部が払います。',
      en: 'It tells the debtor that a suit comes next, and some who ignored our own demand pay.',
    }),
    risk: () => ({
      ja: '応じない相手には費用だけが残ります。催告の効力は、先の催告で時効の完成が猶予されている間はありません。',
      en: 'With a debtor who ignores it only the cost remains; while an earlier demand postpones the limitation period, it does not postpone it further.',
    }),
  },
});
