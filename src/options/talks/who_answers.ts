// Who answers for a debtor that does not answer for itself, and what is written to them: counsel, a liquidator, a paying office.

import { listed, phrase, type Sentence, SILENT } from '../../values/phrase.ts';
import type { Text } from '../../values/text.ts';
import type { Situation } from '../option.ts';
import { HEIRS_SOUGHT } from './sought.ts';
import { undisputedFirst } from './undisputed.ts';

/** What is written to counsel of a debtor who prepares proceedings or has asked for them; null for any other. */
export function writtenToCounsel({ facts: { claim } }: Situation): Text | null {
  const { insolvency } = claim;
  if (insolvency === 'counsel_notice')
    return {
      ja: '相手方本人ではなく代理人弁護士に、債権額と証憑を書面で届け、方針と申立ての時期、配当の見通しを尋ねます。',
      en: "Write to the debtor's counsel, not to the debtor: state the claim with its evidence, and ask about the plan, the day of a petition and the dividend to expect.",
    };
  if (insolvency === 'petition')
    return {
      ja: '申立代理人に、手続の種類、開始の見通し、弁済を禁じる保全処分の有無を尋ね、債権額と証憑を書面で届けて、債権届出の準備をします。',
      en: "Ask the petitioner's counsel which procedure it is, when it is likely to open and whether payments are forbidden; state the claim with its evidence in writing, and prepare the proof.",
    };
  return null;
}

const ON_RECORD_WITH_LIQUIDATOR: Text = {
  ja: '清算人に、債権を申し出たことの記録、申出期間の末日、弁済の見通しを確かめます。',
  en: 'Check with the liquidator that the claim is on record, when the notice period ends and what will be paid.',
};

/** Whatever else is done, the claim is declared to the liquidator at once: it costs a letter, and who is not known to the company is excluded. */
function declaredFirst({ facts: { claim } }: Situation): Sentence {
  const { claims_deadline, as_of } = claim;
  const by =
    claims_deadline === undefined || claims_deadline < as_of
      ? SILENT
      : phrase({ claims_deadline }, { ja: '（{claims_deadline}まで）', en: ' (by {claims_deadline})' });
  return phrase(
    { by },
    {
      ja: 'まず清算人に債権額を書面で申し出て{by}、届いた記録を残し、申出期間の末日と弁済の見通しを確かめます。',
      en: 'First declare the claim to the liquidator in writing{by} with proof of delivery, and ask when the notice period ends and what will be paid.',
    },
  );
}

/** The time in which heirs may renounce is over. */
const isSettled = ({ law, month }: Situation): boolean => month >= (law.succession?.died.unsettled_months ?? 0);

const ASKED_OF_HEIRS: Text = {
  ja: '各相続人に、残高と証憑の写しを示して、引き継ぐか放棄したかを尋ね、引き継ぐ人には相続分の支払を求めます。',
  en: 'Show the heirs what is owed with copies of the evidence, ask who takes over and who has renounced, and ask who takes over for a share.',
};
/** Between two sentences of a step. */
export const APART: Text = { ja: '', en: ' ' };

/** Who answers for the debtor, where it is not the debtor as usual; null where it is. */
export function whoAnswers(s: Situation, isLate: boolean): Sentence | null {
  const { insolvency, debtor_type, succession } = s.facts.claim;
  const counsel = writtenToCounsel(s);
  if (counsel) return counsel;
  if (insolvency === 'liquidation') return s.month > 0 ? ON_RECORD_WITH_LIQUIDATOR : declaredFirst(s);
  if (succession === 'died') return isSettled(s) ? ASKED_OF_HEIRS : listed([HEIRS_SOUGHT, ASKED_OF_HEIRS], APART);
  if (debtor_type !== 'public_body') return null;
  return isLate
    ? {
        ja: '支払担当部署の責任者に、支払が遅れている理由と支払予定日を書面で答えるよう求めます。得られなければ別の手に移ります。',
        en: 'Ask the head of the paying office for the reason and the day of payment in writing; without an answer, go on to another step.',
      }
    : phrase(
        { undisputed: undisputedFirst(s) },
        {
          ja: '支払担当部署に、請求書と検収の書類がそろっているか、いつ支払うかを確かめて記録します。{undisputed}',
          en: 'Ask the paying office whether invoice and acceptance papers are complete and when it will pay, and put that on record.{undisputed}',
        },
      );
}
