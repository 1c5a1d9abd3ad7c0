// Rights that go with the kind of claim and are no option of their own: whom one who is paid late may turn to, and what becomes of a deposit.

import { disputeOf, type Facts } from '../claim/facts.ts';
import type { Decision } from '../decision/programme/decide.ts';
import { valueOn } from '../law/dated.ts';
import type { Jurisdiction } from '../law/law.ts';
import { addDays } from '../values/day.ts';
import { type Phrase, phrase, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import type { Caution } from './background_cautions.ts';
import { citationText } from './voice.ts';

/** A fee that is cut without a fault of whoever did the work is a breach, too: told where a part is disputed. */
const NO_CUTS = {
  freelance: {
    ja: '責めのない減額も、一定期間以上の委託なら違反です（5条）。',
    en: ' In a commission of some length a cut for which you are not to blame is a breach, too (art. 5).',
  },
  subcontract: {
    ja: '責めのない減額も違反です（5条）。',
    en: ' A cut for which you are not to blame is a breach, too (art. 5).',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What is told of a cut where a part of the claim is disputed. */
const cuts = ({ claim }: Facts, act: keyof typeof NO_CUTS): Phrase | Text =>
  disputeOf(claim) === 'partial' ? NO_CUTS[act] : SILENT;

/** Whom a freelancer who is not paid may turn to, and by which day the law has the work paid; null before there was such a law. */
function freelanceReport(facts: Facts, law: Jurisdiction): Caution | null {
  const { claim, due_date } = facts;
  const { freelance_act, contract_date, received_on } = claim;
  if (freelance_act !== true) return null;
  const days = valueOn(law.limits.freelance_payment_days, contract_date ?? received_on ?? due_date);
  if (days === null) return null;
  const source = citationText(law.citations.freelance_report);
  const by =
    received_on === undefined
      ? phrase({ days }, { ja: '（受領日から{days}日以内）', en: ' (within {days} days of receipt)' })
      : phrase({ day: addDays(received_on, days - 1) }, { ja: '（遅くとも{day}）', en: ' ({day} at the latest)' });
  return {
    code: 'freelance_report',
    field: 'freelance_act',
    severity: 'info',
    text: phrase(
      { source, by, cut: cuts(facts, 'freelance') },
      {
        ja: 'フリーランス法の対象なら、支払期日{by}を過ぎた不払いは違反で、公正取引委員会か中小企業庁に申し出ることができます。{cut}申出を理由とする不利益な扱いも禁止されています（{source}）。法定の高い遅延利息はなく、申出は時効を止めません。',
        en: 'Where the freelance act applies, payment after its day{by} is a breach that can be reported to the Fair Trade Commission or the SME Agency, and nobody may be put at a disadvantage for it ({source}).{cut} There is no higher late interest by law, and a report does not stop the limitation period.',
      },
    ),
  };
}

/** Rights that go with the kind of claim and are no option of their own. */
export function claimCautions({ case: { facts, law } }: Decision): Caution[] {
  const { subcontract_act, claim_kind } = facts.claim;
  const found: Caution[] = [];
  if (facts.overdue_days <= 0 || facts.proceedings) return found;
  if (subcontract_act === true)
    found.push({
      code: 'subcontract_report',
      field: 'subcontract_act',
      severity: 'info',
      text: phrase(
        {
          source: citationText(law.citations.subcontract_report),
          rate: { percent: facts.delay_rate },
          interest: law.citations.subcontract_interest.article,
          cut: cuts(facts, 'subcontract'),
        },
        {
          ja: '取適法の対象なら、受領から60日を経た日から年{rate}の遅延利息を請求でき（{interest}）、支払の遅れは違反で、公正取引委員会・中小企業庁・事業所管省庁に申告できます。{cut}申告を理由に取引を減らすことも禁止されています（{source}）。申告は時効を止めず、回収の手続に代わりません。',
          en: 'Where the subcontract act applies, late interest of {rate} a year runs from 60 days after receipt ({interest}), and late payment is a breach that can be reported to the Fair Trade Commission, the SME Agency or the ministry in charge, and dealings may not be reduced for it ({source}).{cut} A report neither stops the limitation period nor replaces a demand.',
        },
      ),
    });
  const freelance = freelanceReport(facts, law);
  if (freelance) found.push(freelance);
  if (claim_kind === 'rent')
    found.push({
      code: 'rent_deposit',
      field: 'claim_kind',
      severity: 'info',
      text: phrase(
        { source: citationText(law.citations.rent_deposit) },
        {
          ja: '敷金は、相殺ではなく、未払の賃料に充てると書面で通知します（{source}。借主からは求められません）。滞納が続くなら、期間を定めた催告と解除、明渡しも検討します。鍵の交換や荷物の搬出は同意なしにできません。',
          en: 'A deposit is not set off but applied to the unpaid rent by written notice ({source}; the tenant cannot ask for that). If the arrears go on, consider a demand with a deadline, termination and eviction. Locks are not changed and nothing is removed without consent.',
        },
      ),
    });
  return found;
}
