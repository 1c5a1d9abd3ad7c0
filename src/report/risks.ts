// What can go wrong with the recommended step and with the claim itself, as coded sentences. Options bring their own words.

import { isInCrisis } from '../claim/facts.ts';
import { DUE_SOON_DAYS } from '../law/limitation.ts';
import type { Situation } from '../options/option.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import type { CodedText, ReportContext } from './context.ts';
import { citationText } from './voice.ts';

/** What counts among the costs of a claim against a customer. */
const LOST_CUSTOM: Text = { ja: '（取引を失う損失を含む）', en: ' (a customer who is lost included)' };

/** Risks of the recommended step and of the claim itself. */
export function risks({ decision, best, plan, say }: ReportContext): CodedText[] {
  const { situation } = decision;
  const found: CodedText[] = [];
  const add = (code: string, text: Sentence | null | undefined) => text && found.push({ code, text: say.tell(text) });
  const { chance_of_loss, chance_of_nothing } = best.spread;
  add(best.option.id, best.option.sentences.risk?.(situation, best.terms));
  if (chance_of_loss > CHANCE_TOLD)
    add(
      'costs_exceed_receipts',
      phrase(
        {
          chance: { percent: chance_of_loss },
          custom: situation.facts.margin_per_year > 0 ? LOST_CUSTOM : SILENT,
        },
        {
          ja: '費用{custom}が入金を上回る（費用倒れ）確率が{chance}あります。',
          en: 'The chance that costs{custom} exceed receipts is {chance}.',
        },
      ),
    );
  const { limitation } = situation.facts;
  if (limitation.status === 'expired_invocable')
    add(
      'limitation_expired',
      phrase(
        { last_day: limitation.last_day },
        {
          ja: '時効期間は{last_day}に満了しています。相手が援用すれば回収できません。一部入金や支払約束があると援用できなくなる場合があるため、催促の前に弁護士に確かめてください。',
          en: 'The limitation period ended on {last_day}; once the debtor invokes it, nothing can be recovered. A part payment or promise may stop the debtor from invoking it, so ask counsel before chasing.',
        },
      ),
    );
  else if (limitation.status === 'due_soon' || isPostponedBriefly(situation))
    add(
      'limitation_due_soon',
      phrase(
        { last_day: limitation.last_day, left: limitation.days_left },
        {
          ja: '時効期間が{last_day}に満了します（残り{left}日）。',
          en: 'The limitation period ends on {last_day} (days left: {left}).',
        },
      ),
    );
  const { debtor, law } = decision.case;
  if (isInCrisis(situation.facts.claim))
    add(
      'preference',
      phrase(
        { back: { percent: 1 - debtor.kept }, source: citationText(law.citations.preference) },
        {
          ja: '危機を知って受けた弁済・担保は、のちに否認されて返すことがあります。任意に払われた額の{back}は、後に返還を求められると見て計算しました（{source}）。',
          en: 'Payment or security taken in knowledge of the crisis may have to be given back as a preference; the figures assume that {back} of what is paid voluntarily has to be returned ({source}).',
        },
      ),
    );
  else if (best.option.family === 'in_house' && debtor.signs.distress === 'severe' && !situation.facts.proceedings)
    add(
      'preference',
      phrase(
        { source: citationText(law.citations.preference) },
        {
          ja: '支払不能になった相手から、それを知って受けた弁済や担保は、後に破産などの手続が始まると返すことがあります（{source}。期待額には入れていません）。',
          en: 'Payment or security taken from a debtor known to be insolvent may have to be given back if proceedings open later ({source}; not in the figures).',
        },
      ),
    );
  if (plan.length > 1 && chance_of_nothing > CHANCE_TOLD)
    add(
      'passes',
      phrase(
        { chance: { percent: chance_of_nothing } },
        {
          ja: '計画どおり進めても、1円も回収できない確率が{chance}あります。',
          en: 'Even if the plan is followed, the chance of recovering nothing at all is {chance}.',
        },
      ),
    );
  return found;
}

/** An event keeps the period from ending for a while that is soon over; what keeps it while it lasts is no such event. */
const isPostponedBriefly = ({ facts: { claim, limitation, proceedings } }: Situation): boolean =>
  limitation.status === 'suspended' &&
  limitation.days_left <= DUE_SOON_DAYS &&
  !proceedings &&
  (claim.events ?? []).some(({ kind, ended_on }) => POSTPONING.has(kind) || ended_on !== undefined);

/** What postpones the end by a fixed time from its own day. */
const POSTPONING: ReadonlySet<string> = new Set(['demand_received', 'consultation_agreement']);

/** Chances below half a percent are not told. */
const CHANCE_TOLD = 0.005;
