// The steps of the plan for the reader: what to do from which day, what ends a step, and what follows what may happen inside it.

import type { Claim } from '../claim/claim.ts';
import { mayVanish } from '../claim/facts.ts';
import { titleOf } from '../claim/procedure.ts';
import type { Decision } from '../decision/programme/decide.ts';
import { soughtFirst } from '../options/talks/sought.ts';
import { optionLabel } from '../request/options.ts';
import { dayAfter } from '../values/day.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import type { ReportContext } from './context.ts';
import { fraction } from './parts.ts';
import type { PlanMonth, PlanStep } from './plan.ts';

/** The dated steps of a plan. */
export function planAnswer(plan: readonly PlanStep[], context: ReportContext) {
  const { decision, say, lang } = context;
  const { claim } = decision.case.facts;
  const { as_of } = claim;
  const monthAnswer = ({ month, reached, sell_above }: PlanMonth) => ({
    on: dayAfter(as_of, month),
    chance_reached: fraction(reached),
    sell_above: say.amount(sell_above),
  });
  return plan.map((step, i) => {
    const months = step.months.map(monthAnswer);
    const { chance_reached, sell_above } = monthAnswer(step.months[0]);
    return {
      from: dayAfter(as_of, step.from),
      to: step.to === null ? null : dayAfter(as_of, step.to),
      option: step.option.id,
      label: step.option.label[lang],
      text:
        (i === 0 && !decision.case.facts.proceedings
          ? say.tell(
              listed(
                [
                  successorFirst(claim),
                  lookedUpFirst(step, decision),
                  provedFirst(step, decision),
                  papersFirst(claim),
                  attachedFirst(step, decision),
                ],
                SILENT,
              ),
            )
          : '') + stepText(step, context),
      until: say.tell(untilText(step, i === plan.length - 1)),
      documents: [...papersOf(step, context)],
      chance_reached,
      sell_above,
      months,
    };
  });
}

/** Ids of the documents that a step needs. */
const papersOf = ({ option, terms, state, from }: PlanStep, { decision }: ReportContext): readonly string[] =>
  option.papers?.({ ...decision.situation, state, month: from }, terms) ?? [];

const SUCCESSOR: Sentence = {
  ja: 'まず登記で、今どの会社が債務を負うかを確かめ、その会社に宛てます。',
  en: 'First check in the register which company owes the debt now, and turn to it. ',
};

const TRANSFEREE: Sentence = {
  ja: 'まず登記で、譲受会社と、商号を続けて使う場合の免責の登記を確かめ、譲受会社にも同じ請求をします。',
  en: 'First look up the transferee in the register, and whether it has disclaimed where it keeps the name; claim the same from it, too. ',
};

const HEIRS_IN_COURT: Sentence = {
  ja: 'まず相続人を調べ、裁判所に受継を申し立てます。',
  en: 'First find the heirs, and ask the court to have them take up the procedure. ',
};

/** Whom the first step is for, where another may owe. How heirs are found is told by the steps themselves. */
function successorFirst({ succession, procedure }: Claim): Sentence {
  if (succession === undefined) return SILENT;
  if (succession === 'transferred') return TRANSFEREE;
  if (succession !== 'died') return SUCCESSOR;
  return procedure === undefined ? SILENT : HEIRS_IN_COURT;
}

/** A court is asked for nothing before it is known whether the company that nobody reaches is still there. What is no step in court says so itself. */
function lookedUpFirst({ option }: PlanStep, { situation }: Decision): Sentence {
  const sought =
    option.family === 'court' && situation.facts.claim.succession === undefined ? soughtFirst(situation) : null;
  return sought === null ? SILENT : phrase({ sought }, { ja: '{sought}', en: '{sought} ' });
}

/** What a creditor with little proof collects before it asks for payment, and has the debtor confirm while it still answers. */
function provedFirst({ option }: PlanStep, { case: { facts } }: Decision): Sentence {
  const { evidence, contact, acknowledged, claim_kind } = facts.claim;
  if (evidence !== 'weak' || acknowledged === true || titleOf(facts.claim) !== 'none') return SILENT;
  const mayConfirm = contact === 'responsive' && !facts.disputed;
  if (!mayConfirm && option.family === 'stop') return SILENT;
  const proof = PROOF[claim_kind ?? ''] ?? PROOF_OF_DEALINGS;
  return mayConfirm
    ? phrase(
        { proof },
        {
          ja: '証拠が弱いので、まず{proof}を集め、応答のあるうちに、金額と支払日を書面かメールで認めてもらいます。',
          en: 'The evidence is weak: first collect {proof}, and have the debtor confirm the amount and a day in writing while it answers. ',
        },
      )
    : phrase(
        { proof },
        {
          ja: '証拠が弱いので、まず{proof}を集めます。',
          en: 'The evidence is weak: first collect {proof}. ',
        },
      );
}

/** What warns the debtor comes after an attachment of what may be gone once it is warned. */
function attachedFirst({ option }: PlanStep, { case: { facts } }: Decision): Sentence {
  const isSued = facts.claim.procedure !== undefined;
  if (option.family !== 'in_house' || isSued || facts.abroad || !mayVanish(facts)) return SILENT;
  return {
    ja: '仮差押えをするなら、相手に知らせる前に申し立てます。',
    en: 'For a provisional attachment, apply before anything warns the debtor. ',
  };
}

const PROOF_OF_DEALINGS: Text = {
  ja: '注文・納品の記録やメール・チャット',
  en: 'orders, delivery notes, e-mails and chats',
};

const PROOF_OF_USE: Text = {
  ja: '契約書と利用・入金の記録やメール・チャット',
  en: 'the contract, records of use and payments, e-mails and chats',
};

/** What proves a claim that did not come of an order and a delivery, by its kind. */
const PROOF: Readonly<Record<string, Text>> = {
  loan: {
    ja: '借用書などと、貸した金を渡した記録（振込など）や返済の記録、メール・チャット',
    en: 'the note of the loan, the record that it was paid out (a transfer) and of repayments, e-mails and chats',
  },
  bill: {
    ja: '手形の写しと、受け取るもとになった取引の記録やメール・チャット',
    en: 'a copy of the bill, records of the dealings for which it was given, e-mails and chats',
  },
  rent: PROOF_OF_USE,
  lease: PROOF_OF_USE,
  medical: PROOF_OF_USE,
};

/** What comes before anything else where the papers, not the debtor, are why nothing was paid. Who was served by a court has them. */
function papersFirst(claim: Claim): Sentence {
  if (claim.procedure !== undefined || titleOf(claim) !== 'none') return SILENT;
  switch (claim.cause) {
    case 'invoice_not_received':
    case 'forgotten':
      return {
        ja: 'まず請求書を送り直し、相手に着いたことと支払日を確かめます。その日に払われなければ次のとおりです。',
        en: 'First send the invoice again and confirm that it has arrived and on which day it is paid; if that day passes, go on as follows. ',
      };
    case 'invoice_wrong':
      return {
        ja: 'まず誤りを直した請求書（適格請求書なら修正したもの）を送り、内容に異議がないことと支払日を確かめます。その日に払われなければ次のとおりです。',
        en: 'First send a corrected invoice (a qualified one where one was issued) and confirm that nothing in it is disputed and on which day it is paid; if that day passes, go on as follows. ',
      };
    default:
      return SILENT;
  }
}

/** What to do in a step; where that changes inside a long one, also from which day on. */
function stepText({ option, terms, state, from, months }: PlanStep, { decision, say }: ReportContext): string {
  const at = (month: number) => option.sentences.step({ ...decision.situation, state, month }, terms);
  const first = say.tell(at(from));
  if (option.shape !== 'effort') return first;
  let before = first;
  return months.slice(1).reduce((told, { month }) => {
    const next = at(month);
    const text = say.tell(next);
    if (text === before) return told;
    // What was told is not told again where something is only added to it.
    const added = text.startsWith(before) ? text.slice(before.length).trim() : undefined;
    before = text;
    return told + say.tell(phrase({ day: { day_in: month }, next: added ? { ja: added, en: added } : next }, LATER));
  }, first);
}

const LATER = { ja: '{day}からは、{next}', en: ' From {day} on: {next}' } as const;

/** When a step ends, and what follows what may happen inside it. */
function untilText(step: PlanStep, isLast: boolean): Sentence {
  const then = step.contingencies().map(({ when, options }) => {
    const quoted = options.map((id) => phrase({ name: optionLabel(id) }, { ja: '「{name}」', en: '"{name}"' }));
    const names = listed(quoted, { ja: '', en: ' or ' });
    return quoted.length > 1
      ? phrase({ when, names }, { ja: '{when}は残額に応じて{names}', en: '{when}: depending on what is left, {names}' })
      : phrase({ when, names }, { ja: '{when}は{names}', en: '{when}: {names}' });
  });
  return listed([endText(step, isLast), ...then], { ja: '。', en: '; ' });
}

function endText({ option: { shape }, to }: PlanStep, isLast: boolean): Sentence {
  if (shape === 'reduction')
    return isLast
      ? { ja: 'これで終了します', en: 'this closes the claim' }
      : { ja: '残額の回収は次の手段に移ります', en: 'the next step recovers what is left' };
  if (to === null) return { ja: '入金または手続の終了まで', en: 'until paid or the procedure ends' };
  const day = { day_in: to };
  return shape === 'offer'
    ? phrase(
        { day },
        { ja: '応じなければ{day}に次の手段へ', en: 'if nothing comes of it, the next step begins on {day}' },
      )
    : phrase(
        { day },
        { ja: '入金がなければ{day}に次の手段へ', en: 'if nothing is paid, the next step begins on {day}' },
      );
}
