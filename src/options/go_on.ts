// Going on with a procedure that is already running, from its stage (docs/model.md 7.3). Settling stays open beside it, and so does everything
// in-house, which means withdrawing it in the end.

import * as z from 'zod';
import { orderWindow, windowOf } from '../claim/order_window.ts';
import {
  isMediation,
  isOrder,
  isOrderPending,
  PROCEDURE_KINDS,
  type ProcedureKind,
  type ProcedureStage,
} from '../claim/procedure.ts';
import { articleOf } from '../law/dated.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { IF_OPPOSED, type IfOpposed, whenOpposed } from './court/opposed.ts';
import {
  isObjectionOver,
  isUnserved,
  monthsLeft,
  openFor,
  type Progress,
  progressOf,
  runningEvent,
} from './court/running.ts';
import { ORDERS, type OrderName } from './court/title_means.ts';
import { type Bar, type OptionDeadline, option, type Situation } from './option.ts';
import { isAsStated, procedureBars } from './parts/bars.ts';
import { avoidsUs } from './parts/contact.ts';

/** What the engine chooses, each null at any other stage. */
interface GoOnTerms {
  /** What follows an attachment that is under way and takes nothing. */
  readonly order: OrderName | null;
  /** What becomes of an order for payment, filed or served, that is opposed. */
  readonly if_opposed: IfOpposed | null;
}

/** The orders that begin with an attachment: one is under way. */
const BEGUN: readonly OrderName[] = ['attach', 'attach_again'];

const RUNNING_LABELS: Readonly<Record<ProcedureKind, Text>> = {
  payment_order: { ja: '支払督促', en: 'a payment order' },
  small_claims: { ja: '少額訴訟', en: 'a small claim' },
  suit: { ja: '訴訟', en: 'a suit' },
  mediation: { ja: '調停', en: 'civil mediation' },
};

/** No procedure runs, or an agreement has ended it since. */
function notRunning(s: Situation): Bar[] {
  const { order_lapsed_on } = s.facts;
  if (order_lapsed_on !== null)
    return [
      {
        code: 'order_lapsed',
        text: phrase(
          { on: order_lapsed_on },
          {
            ja: '支払督促は、仮執行宣言を申し立てないまま期間（{on}まで）が過ぎ、効力を失いました。',
            en: 'The payment order has lost its effect: nobody applied for provisional enforcement by {on}.',
          },
        ),
        inputs: { 'procedure.stage_on': s.facts.claim.procedure?.stage_on ?? null },
        cite: s.law.citations.provisional_execution,
        opens_if: {
          ja: '仮執行宣言を申し立てていた場合（段階を judged にします）',
          en: 'it was declared enforceable (stage "judged")',
        },
      },
    ];
  if (progressOf(s) !== null && isAsStated(s)) return [];
  return [
    {
      code: 'no_procedure',
      text: { ja: '進行中の手続が入力されていません。', en: 'No running procedure has been entered.' },
      inputs: { 'procedure.kind': s.facts.claim.procedure?.kind ?? null },
      cite: null,
      opens_if: phrase(
        { kinds: PROCEDURE_KINDS.join(', ') },
        {
          ja: '手続がすでに進んでいる場合（進行中の手続［procedure.kind］に {kinds} のどれかを入れます）',
          en: 'a procedure is already running (enter one of {kinds} as the running procedure [procedure.kind])',
        },
      ),
    },
  ];
}

/** The progress of the procedure that runs. Throws `RangeError` where none does. */
function progressIn(s: Situation): Progress {
  const progress = progressOf(s);
  if (progress === null) throw new RangeError('no procedure runs');
  return progress;
}

/** What an order for payment asks for before and after its service. */
function orderStep(s: Situation, stage: ProcedureStage): Sentence {
  if (isUnserved(s, stage))
    return phrase(
      { source: articleOf(s.law.citations.unserved_order) },
      {
        ja: '住所が分からなければ支払督促は送達できません。裁判所から通知されたら2か月以内に別の送達先を申し出ます（しなければ取り下げたとみなされます：{source}）。なければ訴えに切り替え、公示送達によります。',
        en: 'Without an address the payment order cannot be served. Once the court notifies you, name another place within 2 months, or it counts as withdrawn ({source}); if there is none, sue and ask for service by public notice.',
      },
    );
  const days = s.tariff.payment_order_objection_days;
  const window = s.tariff.provisional_execution_days;
  const served = windowOf(s.facts.claim, s.law);
  if (served !== null && served.objection_by < s.facts.dayAfter(s.month))
    return phrase(
      { objection_by: served.objection_by },
      {
        ja: '異議期間は{objection_by}に過ぎています。異議がないことを裁判所に確かめ、すぐに仮執行宣言を申し立てます。',
        en: 'The time for an objection ended on {objection_by}: ask the court whether there is one, and if not apply for provisional enforcement at once.',
      },
    );
  return stage === 'filed'
    ? phrase(
        { days, window },
        {
          ja: '支払督促の送達を待ち、送達から{days}日を過ぎて異議がなければ、{window}日以内に仮執行宣言を申し立てます。',
          en: 'Wait for service of the payment order; if it is not opposed within {days} days, apply for provisional enforcement within {window} days.',
        },
      )
    : phrase(
        { days, window },
        {
          ja: '送達から{days}日の異議期間が過ぎたら、{window}日以内に仮執行宣言を申し立てます。',
          en: 'Once the {days} days for an objection have passed since service, apply for provisional enforcement within {window} days.',
        },
      );
}

/** What to do next in a procedure that goes to a hearing. */
function suitStep(s: Situation, stage: ProcedureStage): Sentence {
  if (isUnserved(s, stage))
    return phrase(
      { source: articleOf(s.law.citations.service_by_notice) },
      {
        ja: '送達先を調べ、なければその結果を示して公示送達を申し立てます（{source}。少額訴訟は通常の手続に移ります）。自白とはみなされないので、証拠をそろえます。',
        en: 'Look for a place of service; if there is none, show how you looked and ask for service by public notice ({source}; a small claim becomes an ordinary suit). Nothing is taken as admitted, so have the evidence ready.',
      },
    );
  return stage === 'filed'
    ? {
        ja: '訴状の送達と期日を待ち、期日までに証拠をそろえます。',
        en: 'Wait for service and the hearing, and have the evidence ready by then.',
      }
    : {
        ja: '期日に出頭します。相手が来なければ欠席判決を、来れば分割払いの和解も考えて臨みます。',
        en: 'Attend the hearing: ask for judgment if the debtor stays away, and be ready to settle on instalments if it comes.',
      };
}

/** What follows an attachment that takes nothing. */
const IF_NOTHING_IS_TAKEN: Readonly<Record<'attach' | 'attach_again', Text>> = {
  attach: {
    ja: '空振りなら権利を残して待ちます。',
    en: 'If nothing is taken, keep the title and wait.',
  },
  attach_again: {
    ja: '空振りなら督促を続け、半年後にもう一度差し押さえます。',
    en: 'If nothing is taken, go on chasing and attach again after half a year.',
  },
};

/** What to do next, by the stage. */
function nextStep(s: Situation, { order, if_opposed }: GoOnTerms): Sentence {
  const { procedure, stage } = progressIn(s);
  switch (stage) {
    case 'objected':
      return phrase(
        { fee: { yen: s.tariff.objection(s.state.balance) } },
        {
          ja: '異議で訴訟に移りました。手数料の差額（{fee}）を納め、期日に臨みます。',
          en: 'The objection has turned it into a suit: pay the rest of the fee ({fee}) and attend the hearing.',
        },
      );
    case 'settled':
      return {
        ja: '和解・調停の条項どおりの入金を毎月確かめ、期限の利益を失ったらすぐに強制執行を申し立てます。',
        en: 'Check every month that the settlement is kept, and enforce it at once when it is not.',
      };
    case 'judged':
      if (avoidsUs(s.facts.claim.contact) && s.facts.claim.assets === 'known')
        return {
          ja: '判決（仮執行宣言）の送達を確かめ、払われていなければ、知らせずに把握している財産を差し押さえます。',
          en: 'See that the judgment or order is served and, if it is not paid, attach what is known without a warning.',
        };
      return {
        ja: '判決（仮執行宣言）の送達を確かめて支払を求め、払われなければ強制執行を申し立てます。',
        en: 'See that the judgment or order is served, ask for payment, and enforce it if nothing is paid.',
      };
    case 'enforcing':
      return phrase(
        {
          source: articleOf(s.law.citations.attachment),
          failed: IF_NOTHING_IS_TAKEN[order === 'attach_again' ? order : 'attach'],
        },
        {
          ja: '差押えの結果は、銀行・取引先・勤務先（第三債務者）の陳述書で確かめます。債務者への送達から1週間（給与は4週間）を過ぎたら当社が第三債務者から取り立てて裁判所に届け出ます（{source}）。払わなければ取立訴訟を起こします。{failed}',
          en: 'Ask the bank, customer or employer in whose hands the money is attached what there is. Once 1 week (4 for wages) has passed since service on the debtor, collect it from them yourself and report it to the court ({source}); if they do not pay, sue them. {failed}',
        },
      );
    default:
      break;
  }
  if (isMediation(procedure))
    return {
      ja: '調停期日に、支払日程の案を持って出頭します。',
      en: 'Attend the session of mediation with a proposal of dates and amounts.',
    };
  if (stage === 'hearing' && !avoidsUs(s.facts.claim.contact))
    return {
      ja: '期日で、期限の利益喪失条項を付けた分割の和解を打診し、まとまらなければ判決を求めます。',
      en: 'In the hearing offer to settle on instalments with acceleration on default, and ask for judgment if that fails.',
    };
  if (!isOrder(procedure) || stage === 'hearing') return suitStep(s, stage);
  return listed([orderStep(s, stage), whenOpposed(if_opposed)], SILENT);
}

/** Stages by which the debtor has answered, so that a suit is withdrawn with its consent only. */
const ANSWERED: readonly ProcedureStage[] = ['objected', 'hearing'];

/** What a judgment or an order that is enforced before it is final may come to, where the claim is disputed. */
const reversal = (s: Situation): Sentence =>
  phrase(
    { source: articleOf(s.law.citations.provisional_reversed) },
    {
      ja: '判決や支払督促が確定する前の執行は、上訴や異議で覆ると、受け取った額を返し、損害を賠償することになります（{source}）。確定したか、執行停止の申立てがないかを確かめます。',
      en: 'What is enforced before the judgment or the order is final must be given back, with damages, if it is reversed ({source}): find out whether it is final, or a stay was asked for.',
    },
  );

/** What withdrawing would mean, and once there is a title what it may still come to. */
function withdrawing(s: Situation): Sentence | null {
  const progress = progressOf(s);
  if (progress === null || !isAsStated(s)) return null;
  const { procedure, stage } = progress;
  if (stage === 'settled') return null;
  if (s.state.enforceable) return s.facts.disputed && !isMediation(procedure) ? reversal(s) : null;
  const kind = RUNNING_LABELS[procedure.kind];
  const { citations } = s.law;
  const limitation = { end: s.facts.limitation.last_day, source: articleOf(citations.limitation_suit) };
  if (ANSWERED.includes(stage) && !isMediation(procedure))
    return phrase(
      { kind, consent: articleOf(citations.suit_withdrawn), ...limitation },
      {
        ja: '{kind}が進行中です。相手が応訴した後の取下げには相手の同意が要ります（{consent}）。取り下げると時効の完成猶予は取下げから6か月で終わり（{source}）、今日取り下げた場合の満了は{end}です。手続の中で和解すれば債務名義になります。',
        en: "A procedure is running ({kind}). Once the debtor has answered, it can be withdrawn only with the debtor's consent ({consent}). If it is withdrawn, the limitation period cannot end for another 6 months ({source}); with a withdrawal today it would end on {end}. A settlement reached in the procedure is an enforceable title.",
      },
    );
  return phrase(
    { kind, refund: articleOf(citations.fee_refund), ...limitation },
    {
      ja: '{kind}が進行中です。取り下げると時効の完成猶予は取下げから6か月で終わり（{source}）、今日取り下げた場合の満了は{end}です。最初の期日（支払督促は送達）より前なら手数料の一部が還付されます（{refund}。期待額には入れていません）。手続の中で和解すれば債務名義になります。',
      en: 'A procedure is running ({kind}). If it is withdrawn, the limitation period cannot end for another 6 months ({source}); with a withdrawal today it would end on {end}. Before the first hearing, or the service of an order, a part of the fee is refunded ({refund}; not in the figures). A settlement reached in the procedure is an enforceable title.',
    },
  );
}

/** The day by which a payment order must be declared enforceable, counted from its service. */
function orderDeadline(s: Situation, progress: Progress): OptionDeadline[] {
  const { procedure, stage } = progress;
  if (!isOrderPending(procedure) || isUnserved(s, stage)) return [];
  const isServed = stage === 'served' && procedure.stage_on !== undefined;
  const served_on =
    stage === 'served' && procedure.stage_on !== undefined
      ? procedure.stage_on
      : s.facts.dayAfter(stage === 'filed' ? monthsLeft(s, progress) : -progress.since);
  const window = orderWindow(served_on, s.law);
  const { as_of } = s.facts.claim;
  // A window that has passed by the usual months alone may still be open: the step says what to look up.
  if (window === null || (window.apply_by < as_of && !isServed)) return [];
  const { objection_by, apply_by } = window;
  if (apply_by < as_of)
    return [
      {
        on: as_of,
        kind: 'provisional_execution',
        text: phrase(
          { apply_by },
          {
            ja: '仮執行宣言の申立期間は{apply_by}までです。末日が裁判所の休日なら翌開庁日まで延びるので、まだ間に合うかをすぐ裁判所に確かめ、今日中に申し立てます（過ぎていれば効力を失っています）。',
            en: 'The time to apply for provisional enforcement ended on {apply_by}. It is longer where a last day was a holiday of the courts: ask the court at once and apply today, or the order has lost its effect.',
          },
        ),
        cite: s.law.citations.provisional_execution,
      },
    ];
  return [
    {
      on: apply_by,
      kind: 'provisional_execution',
      text: phrase(
        { served_on, objection_by },
        isServed
          ? {
              ja: '支払督促の送達（{served_on}）から異議期間の末日（{objection_by}）を過ぎたら、この日までに仮執行宣言を申し立てます（過ぎると効力を失います）。',
              en: 'The payment order was served on {served_on}: once the time for an objection has passed ({objection_by}), apply for provisional enforcement by this day, or it loses its effect.',
            }
          : {
              ja: '支払督促の送達が{served_on}とすると、異議期間の末日は{objection_by}です。この日までに仮執行宣言を申し立てます（過ぎると効力を失います）。送達の日が分かったら数え直します。',
              en: 'If the payment order is served on {served_on}, objections end on {objection_by}: apply for provisional enforcement by this day, or it loses its effect; recalculate once the day of service is known.',
            },
      ),
      cite: s.law.citations.provisional_execution,
    },
  ];
}

/** What there is to choose at the stage that the procedure has reached. */
function choices(s: Situation): readonly GoOnTerms[] {
  const progress = progressOf(s);
  if (progress?.stage === 'enforcing') return BEGUN.map((order) => ({ order, if_opposed: null }));
  const mayBeOpposed = progress !== null && isOrderPending(progress.procedure) && !isObjectionOver(s);
  return mayBeOpposed
    ? IF_OPPOSED.map((if_opposed) => ({ order: null, if_opposed }))
    : [{ order: null, if_opposed: null }];
}

export const go_on = option<GoOnTerms>({
  id: 'go_on',
  label: { ja: '進行中の手続の続行', en: 'go on with the procedure' },
  description: {
    ja: 'すでに進めている手続（支払督促・訴訟・調停・差押え）を、今の段階から続けます。',
    en: 'Go on with the procedure that is already running, from the stage it has reached.',
  },
  family: 'court',
  group: 'litigate',
  shape: 'exit',
  follows: ['fresh'],
  varies: () => 'monthly',
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => [...notRunning(s), ...procedureBars(s, 'going_on')],
  variants: choices,
  prospect: (s, { order, if_opposed }) => {
    const progress = progressIn(s);
    return {
      event: runningEvent(s, progress, { order: order === null ? [] : ORDERS[order].means, if_opposed }),
      // It runs whether we do anything or not: what it leads to cannot be put off beyond its stage.
      open: { until: openFor({ ...s, month: 0 }, progress) },
    };
  },
  // The days count from today, whenever the plan would go on.
  deadlines: (s) => {
    const today = { ...s, month: 0 };
    const progress = progressOf(today);
    return progress === null ? [] : orderDeadline(today, progress);
  },
  sentences: {
    step: nextStep,
    reason: () => ({
      ja: 'これまでに払った費用は戻らないので、これからの費用と回収だけで比べています。',
      en: 'Costs already paid cannot be recovered, so only future costs and receipts are compared.',
    }),
    risk: (s) => {
      const progress = progressIn(s);
      if (progress.stage === 'enforcing')
        return {
          ja: '取り立てられるようになってから2年、支払がなければ届け出ます。届け出ないと差押命令が取り消されることがあります。',
          en: 'After 2 years in which nothing could be collected, report that to the court, or the attachment may be lifted.',
        };
      return phrase(
        { left: { months: monthsLeft(s, progress) } },
        {
          ja: '次の節目までは{left}ほどかかる見通しです。相手の応じ方しだいで延びます。',
          en: 'The next stage is expected in about {left}; it may take longer, depending on how the debtor responds.',
        },
      );
    },
    warning: withdrawing,
  },
});
