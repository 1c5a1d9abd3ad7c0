// A payment order: issued without a hearing, provisionally enforceable unless the debtor objects, then it becomes a suit.

import * as z from 'zod';
import { orderWindow } from '../claim/order_window.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import {
  ACTING_TEXTS,
  actsFor,
  counselFees,
  courtScaling,
  litigateTerms,
  needsCounsel,
  petitioning,
  scrivenerBars,
  scrivenerMenu,
} from './court/acting.ts';
import { orderCourse, orderMonths } from './court/courses.ts';
import { courtThresholds, winFigure } from './court/court.ts';
import { IF_OPPOSED, type IfOpposed, whenOpposed } from './court/opposed.ts';
import { option, type Situation } from './option.ts';
import { abroadBars } from './parts/abroad.ts';
import { absentBars } from './parts/absent.ts';
import { limitationBars, notDueBars, opposedOrderBars, procedureBars, runningBars, titleBars } from './parts/bars.ts';
import { mendedFirstBars } from './talks/ask_first.ts';

/** What the engine chooses. */
interface OrderTerms {
  /** Whether a judicial scrivener acts, where nobody said who does. */
  readonly scrivener: boolean;
  readonly if_opposed: IfOpposed;
}

/** The petition, by whom and for how much. */
function petition(s: Situation, scrivener: boolean): Sentence {
  const fees = { yen: s.tariff.filing('payment_order', s.state.balance) };
  return actsFor(s, scrivener) === 'scrivener'
    ? phrase(
        { fees, acting: ACTING_TEXTS.scrivener, paid: { yen: s.a.scrivener.payment_order } },
        {
          ja: '{acting}相手の住所地の簡易裁判所に支払督促を申し立てます（申立費用 {fees}、報酬の目安 {paid}）。',
          en: "Apply for a payment order at the debtor's summary court {acting} (fees {fees}, the scrivener about {paid}).",
        },
      )
    : phrase(
        { fees },
        {
          ja: '相手の住所地の簡易裁判所に、自社で支払督促を申し立てます（申立費用 {fees}）。',
          en: "Apply yourselves for a payment order at the debtor's summary court (fees {fees}).",
        },
      );
}

/** What an objection costs: the suit, or what was spent until then. */
function objection(s: Situation, if_opposed: IfOpposed): Sentence {
  if (if_opposed === 'drop')
    return {
      ja: '異議が出て取り下げると、それまでの費用は戻らず、時効の完成猶予は取下げから6か月で終わります。',
      en: 'If it is opposed and withdrawn, what it has cost is lost, and the limitation period may end 6 months after that.',
    };
  const fee = s.tariff.objection(s.state.balance);
  return needsCounsel(s)
    ? phrase(
        { more: { yen: fee + counselFees(s).retainer } },
        {
          ja: '異議が出ると訴訟に移り、追加の手数料と弁護士費用が{more}かかります。',
          en: "An objection turns it into a suit and costs another {more}, counsel's retainer included.",
        },
      )
    : phrase(
        { more: { yen: fee } },
        {
          ja: '異議が出ると訴訟に移り、追加の手数料が{more}かかります。',
          en: 'An objection turns it into a suit and costs another {more}.',
        },
      );
}

export const payment_order = option<OrderTerms>({
  id: 'payment_order',
  label: { ja: '支払督促', en: 'payment order' },
  description: {
    ja: '簡易裁判所の書面審査だけで仮執行宣言まで進めます。異議が出れば訴訟に移ります。',
    en: 'An order of the summary court on the papers alone, enforceable unless the debtor objects; then it becomes a suit.',
  },
  family: 'court',
  group: 'litigate',
  shape: 'exit',
  fades: true,
  follows: ['fresh', 'acknowledged'],
  varies: () => 'interest',
  terms: z.strictObject({}),
  group_terms: litigateTerms,
  needs: () => [],
  bars: (s) => [
    ...absentBars(s, 'payment_order'),
    ...abroadBars(s, 'payment_order'),
    ...mendedFirstBars(s),
    ...notDueBars(s),
    ...opposedOrderBars(s),
    ...limitationBars(s),
    ...procedureBars(s, 'suits'),
    ...titleBars(s),
    ...runningBars(s),
    ...scrivenerBars(s),
    ...(s.facts.claim.address_known === false
      ? [
          {
            code: 'no_service_address',
            text: {
              ja: '送達先が分からないため支払督促は使えません（公示送達では出せません）。',
              en: 'Without an address for service no payment order is issued, and service by public notice is not allowed for it.',
            },
            inputs: { address_known: false },
            cite: s.law.citations.payment_order,
            opens_if: { ja: '送達できる住所が分かった場合', en: 'an address for service is found' },
          },
        ]
      : []),
  ],
  papers: () => ['final_notice', 'payment_order_application'],
  variants: (s) => scrivenerMenu(s).flatMap((scrivener) => IF_OPPOSED.map((if_opposed) => ({ scrivener, if_opposed }))),
  prospect: (s, { scrivener, if_opposed }) => {
    const flows = [
      { external: s.tariff.filing('payment_order', s.state.balance), price: 0 },
      ...petitioning(s, actsFor(s, scrivener) === 'scrivener', {
        hours: s.a.court.hours.payment_order,
        fee: s.a.scrivener.payment_order,
      }),
    ];
    return {
      event: {
        id: 'payment_order_filed',
        at: 0,
        flows,
        next: orderCourse(s, orderMonths(s), { acting: actsFor(s, scrivener), if_opposed }),
      },
      open: { until: s.state.limitation },
      relationship: s.a.relationship.loss.payment_order,
    };
  },
  deadlines: (s, planned) => {
    if (!planned) return [];
    const served_on = s.facts.dayAfter(s.month + s.a.court.months.payment_order_service);
    const window = orderWindow(served_on, s.law);
    if (window === null) return [];
    return [
      {
        on: window.apply_by,
        kind: 'provisional_execution',
        text: phrase(
          { served_on },
          {
            ja: '支払督促が{served_on}に送達されたとすると、異議がなければこの日までに仮執行宣言を申し立てます（過ぎると効力を失います）。送達の日が分かったら数え直します。',
            en: 'If the payment order is served on {served_on} and not opposed, apply for provisional enforcement by this day, or it loses its effect; recalculate once the day of service is known.',
          },
        ),
        cite: s.law.citations.provisional_execution,
      },
    ];
  },
  thresholds: courtThresholds,
  scaling: (s) =>
    courtScaling(s, [s.tariff.filing('payment_order', s.state.balance), s.tariff.objection(s.state.balance)]),
  figures: (s) => [winFigure(s)],
  sentences: {
    step: (s, { scrivener, if_opposed }) => listed([petition(s, scrivener), whenOpposed(if_opposed)], SILENT),
    reason: () => ({
      ja: '書面だけで進み、申し立てたこと自体が支払を促します。',
      en: 'It needs no hearing, and filing alone makes some debtors pay.',
    }),
    risk: (s, { if_opposed }) => objection(s, if_opposed),
  },
});
