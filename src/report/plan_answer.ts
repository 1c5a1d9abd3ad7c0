// The steps of the plan for the reader: what to do from which day, what ends a step, and what follows what may happen inside it.

import { optionLabel } from '../request/options.ts';
import { dayAfter } from '../values/day.ts';
import { listed, phrase, type Sentence } from '../values/phrase.ts';
import type { ReportContext } from './context.ts';
import { fraction } from './parts.ts';
import type { PlanMonth, PlanStep } from './plan.ts';

/** The dated steps of the recommended plan. */
export function planAnswer({ decision, plan, say, lang }: ReportContext) {
  const { as_of } = decision.case.facts.claim;
  const monthAnswer = ({ month, reached, sell_above }: PlanMonth) => ({
    on: dayAfter(as_of, month),
    chance_reached: fraction(reached),
    sell_above: say.amount(sell_above),
  });
  return plan.map((step) => {
    const months = step.months.map(monthAnswer);
    const { chance_reached, sell_above } = monthAnswer(step.months[0]);
    return {
      from: dayAfter(as_of, step.from),
      to: step.to === null ? null : dayAfter(as_of, step.to),
      option: step.option.id,
      label: step.option.label[lang],
      text: say.tell(
        step.option.sentences.step({ ...decision.situation, state: step.state, month: step.from }, step.terms),
      ),
      until: say.tell(untilText(step)),
      chance_reached,
      sell_above,
      months,
    };
  });
}

/** When a step ends, and what follows what may happen inside it. */
function untilText(step: PlanStep): Sentence {
  const then = step.contingencies().map(({ when, options }) => {
    const quoted = options.map((id) => phrase({ name: optionLabel(id) }, { ja: '「{name}」', en: '"{name}"' }));
    const names = listed(quoted, { ja: '', en: ' or ' });
    return quoted.length > 1
      ? phrase({ when, names }, { ja: '{when}は残額に応じて{names}', en: '{when}: depending on what is left, {names}' })
      : phrase({ when, names }, { ja: '{when}は{names}', en: '{when}: {names}' });
  });
  return listed([endText(step), ...then], { ja: '。', en: '; ' });
}

function endText({ option: { shape }, to }: PlanStep): Sentence {
  if (shape === 'reduction') return { ja: '残額は次へ', en: 'the rest goes on to the next step' };
  if (to === null) return { ja: '入金または手続の終了まで', en: 'until paid or the procedure ends' };
  const day = { day_in: to };
  return shape === 'offer'
    ? phrase({ day }, { ja: '応じなければ{day}に次へ', en: 'if not taken up, the next step on {day}' })
    : phrase({ day }, { ja: '入金がなければ{day}に次へ', en: 'if unpaid, the next step on {day}' });
}
