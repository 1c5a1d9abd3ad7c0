// A certified demand: content-certified mail with proof of delivery, which also postpones the end of the limitation period once
// (docs/model.md 5).

import * as z from 'zod';
import { every } from '../assumptions/kinds.ts';
import { demandSheets } from '../claim/demand_letter.ts';
import { hasDemandArrived } from '../claim/facts.ts';
import { plus } from '../numbers/number.ts';
import { monthsOf, periodEnd } from '../values/day.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { unwarnedBars } from './court/attach_first.ts';
import { type Bar, type Case, type OptionDeadline, option, type Situation } from './option.ts';
import { absentBars } from './parts/absent.ts';
import { limitationBars, notDueBars, procedureBars, runningBars } from './parts/bars.ts';
import { avoidsUs } from './parts/contact.ts';
import { filingDay } from './rights/filing.ts';
import { voidGuarantee } from './rights/guarantor_bars.ts';
import { isJointGuarantee, isPlainGuarantee, statedGuarantor } from './rights/guarantor_terms.ts';
import { usedWith } from './rights/side_rights.ts';
import { askFirstBars } from './talks/ask_first.ts';
import { paysOnLetter } from './talks/ignored_title.ts';
import { wholeMonths } from './talks/offers.ts';
import { undisputedFirst } from './talks/undisputed.ts';

/** A letter that cannot be delivered has no effect. */
function undeliverable({ facts: { claim }, law }: Situation): Bar[] {
  if (claim.address_known !== false) return [];
  return [
    {
      code: 'no_delivery_address',
      text: {
        ja: '届け先が分からないため、内容証明を送れません（催告は到達して初めて効力を生じます）。',
        en: 'Without an address the letter cannot be delivered, and a demand takes effect only on arrival.',
      },
      inputs: { address_known: false },
      cite: law.citations.declaration_arrives,
      opens_if: {
        ja: '届く住所が分かった場合（分からなければ公示による意思表示を裁判所に申し立てます）',
        en: 'an address is found (otherwise apply to the court for a declaration by public notice)',
      },
    },
  ];
}

/** A demand has no effect while another keeps the period from ending; one sent long ago takes nothing from today's. */
function repeatedDemand(s: Situation): Bar[] {
  const { demand_today, limitation } = s.facts;
  if (demand_today === 'postpones') return [];
  if (demand_today === 'no_effect')
    return [
      {
        code: 'demand_without_effect',
        text: phrase(
          { last_day: limitation.last_day },
          {
            ja: '前の催告または協議の合意により{last_day}まで時効の完成が猶予されており、その間の催告に猶予の効力はありません。',
            en: 'An earlier demand or an agreement to consult keeps the limitation period from ending until {last_day}; a demand made meanwhile does not postpone it further.',
          },
        ),
        inputs: { limitation_last_day: limitation.last_day },
        cite: s.law.citations.limitation_demand,
        opens_if: {
          ja: '時効の完成が催告や協議の合意で猶予されていない間の場合',
          en: 'no demand or agreement to consult keeps the period from ending',
        },
      },
    ];
  if (s.facts.claim.demand_sent !== true) return [];
  const reach = s.tariff.demand_months;
  return [
    {
      code: 'demand_sent',
      text: {
        ja: '内容証明はすでに送られています。時効の満了はまだ先で、今もう一度送っても満了日は変わりません。',
        en: 'A certified demand has been sent; the limitation period ends too far ahead for another one to move its end.',
      },
      inputs: { demand_sent: true },
      cite: null,
      opens_if: phrase(
        { reach },
        {
          ja: '時効の満了まで{reach}か月を切った場合、または内容証明をまだ送っていない場合（demand_sent=false）',
          en: 'less than {reach} months are left of the limitation period, or no demand has been sent (demand_sent=false)',
        },
      ),
      // Not today, by the days of the calendar, whatever the months say.
      lifts: Math.max(monthsOf(1), s.facts.limitation_months - reach),
    },
  ];
}

/** A demand was sent on a day that we are not told, which may keep the period from ending still. */
const sentOnUnknownDay = ({ facts: { claim } }: Situation): boolean =>
  claim.demand_sent === true && !hasDemandArrived(claim);

/** Sheets of the letter beyond the first. */
const furtherSheets = ({ facts, law, tariff }: Case): number =>
  demandSheets(facts, law, tariff.letter_layouts).sheets.length - 1;

/**
 * An earlier demand already carries the period beyond its end. By the letter of the law one that is made before that end counts anew; whether it does
 * has not been decided, so nothing is built on it.
 */
const isCarriedAlready = ({ facts: { claim, limitation } }: Situation): boolean =>
  limitation.last_day > limitation.original_last_day &&
  hasDemandArrived(claim) &&
  limitation.steps.at(-1)?.code === 'postponed';

/** A title is in hand, and something to attach is known of a debtor who avoids us. */
const warnsOfAttachment = ({ state, facts: { claim } }: Situation): boolean =>
  state.enforceable && claim.assets === 'known' && avoidsUs(claim.contact);

/** With a plain guarantor it matters that the debtor was asked first; else nobody needs to remember it. */
const demandedOf = (s: Situation): { readonly used?: string } =>
  isPlainGuarantee(s) ? { used: usedWith(s, 'demanded') } : {};

/** Postage of the letter as it is drafted for this claim. */
function postage(s: Situation): number {
  const further = s.once(furtherSheets);
  return further === 0 ? s.tariff.certified_mail : s.tariff.certified_mail + further * s.tariff.certified_mail_sheet;
}

/** Who owes beside the debtor hears of the demand on the same day; to be demanded from is another step. A void guarantee binds nobody. */
function copied(s: Situation): Sentence {
  if (statedGuarantor(s).kind === 'corporation' && voidGuarantee(s).length === 0)
    return {
      ja: '保証会社などには、約款の期限と方法で、同じ日に不払いを報告します。',
      en: ' Report the default to the guarantee company the same day, by the time and in the form that its terms ask for.',
    };
  if (isJointGuarantee(s) && voidGuarantee(s).length === 0)
    return {
      ja: '連帯保証人にも同じ日に写しを送ります。',
      en: ' Send a copy to the joint guarantor the same day.',
    };
  return (s.facts.claim.other_debtors ?? []).some(({ kind }) => kind === 'joint_debtor')
    ? {
        ja: '連帯債務者にも同じ日に写しを送ります。',
        en: ' Send a copy to the joint debtor the same day.',
      }
    : SILENT;
}

/** Who answers may sign: that renews the period, which the letter only postpones. */
function signedBeside({ facts: { claim }, law: { citations } }: Situation): Sentence {
  if (claim.contact !== 'responsive') return SILENT;
  const { law, article } = citations.limitation_acknowledgment;
  return phrase(
    { law, article },
    {
      ja: '応答する相手なので、満了前に債務承認書への署名も求めます。得られれば時効は更新されます（{law}{article}）。',
      en: ' The debtor answers: ask it to sign an acknowledgment before that day, too, which renews the period ({law} {article}).',
    },
  );
}

/** A declaration counts when it arrives: where the post may be late it is handed over. */
function declaredBy(s: Situation): Sentence {
  const claims_deadline = filingDay(s);
  if (claims_deadline === undefined) return SILENT;
  return phrase(
    { claims_deadline },
    {
      ja: '申出は{claims_deadline}までに届く必要があり、郵便で間に合わなければ持参します。',
      en: ' The declaration must arrive by {claims_deadline}: hand it over where the post may be late.',
    },
  );
}

/** How the demand is sent, and to whom. */
function letter(s: Situation): Sentence {
  const { contact, debtor_type, insolvency } = s.facts.claim;
  const wait = { months: 1 };
  const first = listed([undisputedFirst(s), copied(s)], SILENT);
  if (s.facts.abroad)
    return phrase(
      { wait, first },
      {
        ja: '内容証明は国内郵便だけの制度なので、控えを残し、追跡できる書留か国際宅配便で、期限を切って支払を催告します（{wait}待つ）。{first}',
        en: 'Content certification is for domestic mail: send a demand with a deadline by tracked registered mail or courier and keep a copy; wait {wait}.{first}',
      },
    );
  if (insolvency === 'counsel_notice')
    return phrase(
      { wait },
      {
        ja: '代理人弁護士に宛てて、配達証明付きの内容証明郵便で債権額を届けて催告し、方針と申立ての時期、配当の見通しを尋ねます（{wait}待つ）。',
        en: "Send a content-certified demand with proof of delivery to the debtor's counsel: state the claim, and ask about the plan, the day of a petition and the dividend to expect; wait {wait}.",
      },
    );
  if (insolvency === 'liquidation')
    return phrase(
      { wait, first, by: declaredBy(s) },
      {
        ja: '清算人に宛てて、債権額を申し出るとともに、配達証明付きの内容証明郵便で支払を催告します（{wait}待つ）。{by}公告の申出期間中は弁済されません。{first}',
        en: 'Declare the claim to the liquidator and demand payment in one content-certified letter with proof of delivery; wait {wait}.{by} Nothing is paid before the published notice period is over.{first}',
      },
    );
  const isCompany = debtor_type === undefined || debtor_type === 'corporation';
  if (contact === 'unreachable' && isCompany)
    return phrase(
      { wait, first },
      {
        ja: '登記で本店と代表者の住所を確かめ、本店と代表者の自宅に宛てて、配達証明付きの内容証明郵便で期限を切って催告します（{wait}待つ）。{first}',
        en: "Check the seat and the director's address in the register and send a content-certified demand with proof of delivery and a deadline to both; wait {wait}.{first}",
      },
    );
  return phrase(
    { wait, first },
    {
      ja: '配達証明付きの内容証明郵便で、期限を切って支払を催告します（{wait}待つ）。{first}',
      en: 'Send a content-certified demand with proof of delivery and a deadline; wait {wait}.{first}',
    },
  );
}

/** What makes a postponed end of the period lasting: a court, or where there is a title its enforcement. */
const SUED: Text = { ja: '訴え・支払督促', en: 'file a suit, apply for a payment order' };
const ENFORCED: Text = { ja: '強制執行・財産開示', en: 'apply for enforcement or asset disclosure' };
const SUED_ABROAD: Text = { ja: '管轄のある裁判所に訴え', en: 'sue in a court that has jurisdiction' };

/** The day to which a demand that arrives when it is planned keeps the period from ending; none where nothing is built on it. */
function afterDemand(s: Situation): OptionDeadline[] {
  if (isCarriedAlready(s)) return [];
  const arrives = s.facts.dayAfter(s.month);
  return [
    {
      on: periodEnd(arrives, { months: s.tariff.demand_months }),
      kind: 'after_demand',
      text: phrase(
        { arrives, act: s.state.enforceable ? ENFORCED : s.facts.abroad ? SUED_ABROAD : SUED },
        {
          ja: '催告が{arrives}に着いたとすると、時効の完成はこの日まで猶予されます。この日までに{act}を申し立てるか、債務の承認を得ます（着いた日が分かれば数え直します）。',
          en: 'If the demand arrives on {arrives}, the limitation period cannot end before this day: {act} or obtain an acknowledgment by then; recalculate once the day of arrival is known.',
        },
      ),
      cite: s.law.citations.limitation_demand,
    },
  ];
}

/** What a letter keeps where nothing is done first: a claim that is about to be barred, evidence, and what the tax treatment asks for. */
function keptByLetter(s: Situation, { yen, near }: { readonly yen: number; readonly near: boolean }): Sentence | null {
  const { tariff, a, facts } = s;
  const told = { cost: { yen: plus(postage(s), a.demand.preparation) }, less: { yen } };
  if (facts.limitation_months < tariff.demand_months)
    return phrase(
      { ...told, until: { day_in: tariff.demand_months } },
      {
        ja: '何もしなければ時効が完成し、請求できなくなるおそれがあります。内容証明（約{cost}）が期間内に届けば{until}頃まで猶予されますが、期待額は{less}少なくなります。放棄するなら、その判断と債務免除の通知を記録に残してください（貸倒れの税務に要ります）。',
        en: 'If you do nothing, the claim may become time-barred. A certified demand (about {cost}) postpones that until about {until} if it arrives in time, but lowers the expected value by {less}. If you give the claim up, keep a record of the decision and send a notice of release; both are needed for the tax treatment of a bad debt.',
      },
    );
  if (!near) return null;
  return phrase(told, {
    ja: '内容証明は約{cost}かかり、期待額は{less}少なくなりますが、請求の証拠と、貸倒れの税務に要る記録が残ります。',
    en: 'A certified demand costs about {cost} and lowers the expected value by {less}, but it is evidence of the claim and the record needed for the tax treatment of a bad debt.',
  });
}

export const demand = option({
  id: 'demand',
  label: { ja: '内容証明による催告', en: 'certified demand' },
  description: {
    ja: '内容証明郵便で支払を催告します。到達すると時効の完成が猶予されますが、重ねて送っても延びません。',
    en: 'Demand payment by content-certified mail; its arrival postpones the limitation period, but not again meanwhile.',
  },
  family: 'in_house',
  shape: 'offer',
  follows: ['fresh'],
  varies: () => 'never',
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => [
    ...absentBars(s, 'certified_mail'),
    ...notDueBars(s),
    ...limitationBars(s),
    ...procedureBars(s, 'individual_action'),
    ...runningBars(s, 'reminder'),
    ...undeliverable(s),
    ...askFirstBars(s),
    ...unwarnedBars(s),
    ...repeatedDemand(s),
  ],
  variants: () => [{}],
  papers: () => ['demand', 'file_note'],
  prospect: (s) => {
    const { demand: d } = s.a;
    const extended = isCarriedAlready(s) ? 0 : Math.max(s.facts.due_in, 0) + s.tariff.demand_months;
    return {
      event: {
        id: 'paid_on_demand',
        at: d.months_to_pay,
        flows: [{ principal: s.state.balance, share: s.debtor.paid_share }],
      },
      // A letter after one that brought nothing is counted for the time that it gains only.
      acceptance: s.facts.claim.demand_sent === true ? every(0) : paysOnLetter(s, d.respond, d.window_months),
      voidIfFailed: true,
      window: wholeMonths(d.window_months),
      asking: [{ external: plus(postage(s), d.preparation) }],
      open: { from: s.facts.due_in, until: s.state.limitation },
      after: { limitation: Math.max(s.state.limitation, extended), ...demandedOf(s) },
      relationship: s.a.relationship.loss.demand,
    };
  },
  deadlines: (s, planned) => (planned && s.state.limitation < s.month + s.tariff.demand_months ? afterDemand(s) : []),
  refused_as: 'demand_sent',
  sentences: {
    step: letter,
    reason: (s) =>
      s.state.limitation < 6 && !isCarriedAlready(s)
        ? phrase(
            { end: { day_in: s.state.limitation }, signed: signedBeside(s) },
            {
              ja: '到達の時から時効の完成が猶予されます（現在の満了は{end}頃）。{signed}',
              en: 'Its arrival postpones the end of the limitation period, now about {end}.{signed}',
            },
          )
        : null,
    keeps: keptByLetter,
    risk: (s) => {
      if (isCarriedAlready(s))
        return phrase(
          { last_day: s.facts.limitation.last_day },
          {
            ja: '前の催告で時効の完成が猶予されています。重ねての催告に効力があるとは限らないので、{last_day}までに訴え・支払督促を申し立てる前提で計算しました。',
            en: 'An earlier demand already postpones the limitation period, and another one may have no effect: the figures assume that a suit or a payment order is filed by {last_day}.',
          },
        );
      if (warnsOfAttachment(s))
        return {
          ja: '差し押さえられる財産が分かっているのに書面で知らせると、預金などを先に移されるおそれがあります（期待額には入れていません）。知らせずに差し押さえることも比べて決めます。',
          en: 'A letter warns a debtor whose assets are known, and deposits may be moved first (the figures do not count that). Compare it with an attachment without warning.',
        };
      if (sentOnUnknownDay(s))
        return {
          ja: '前の催告が到達した日（events の demand_received）が分かりません。その催告で時効の完成がなお猶予されている間なら、今回の催告に猶予の効力はありません。',
          en: 'The day on which the earlier demand arrived (demand_received among events) is not known; while that demand still postpones the period, this one does not.',
        };
      if (s.state.limitation < 0.5 && s.state.enforceable)
        return {
          ja: '時効期間内に到達しなければ猶予されません。間に合わないときは、その日のうちに強制執行か財産開示を申し立てます。',
          en: 'It must arrive within the limitation period; if it may not, apply for enforcement or asset disclosure the same day.',
        };
      return s.state.limitation < 0.5
        ? {
            ja: '時効期間内に到達しなければ猶予されません。間に合わないときは、その日のうちに支払督促か訴えを申し立てます。',
            en: 'It must arrive within the limitation period; if it may not, file a payment order or a suit the same day.',
          }
        : null;
    },
  },
});
