// Setting our claim off against what we owe the debtor: certain, at once, and outside most insolvency stays (docs/model.md 6.2).

import { type PerKind, zeros } from '../assumptions/kinds.ts';
import { isMediation, isUndecided } from '../claim/procedure.ts';
import type { InsolvencyRule } from '../law/contract/insolvency.ts';
import { valueOn } from '../law/dated.ts';
import { plus } from '../numbers/number.ts';
import type { Day } from '../values/day.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import { type Bar, option, type Situation } from './option.ts';
import { notDueBars, runningIn } from './parts/bars.ts';
import { offsetTerms, statedOffset } from './rights/offset_terms.ts';

/** What can be set off: the smaller of the two debts, whole yen. */
const mutual = (s: Situation): number =>
  Math.min(s.state.balance, Math.floor(statedOffset(s).payable?.toNumber() ?? 0));

/** A day on which our debt was taken by another, against the cause of our claim: the contract counts, whenever the invoice was written. */
function takenBefore(s: Situation, taken: Day | undefined): 'no' | 'unknown' | { readonly cause: Day } {
  const { contract_date, invoice_date } = s.facts.claim;
  if (taken === undefined) return 'no';
  if (contract_date !== undefined) return taken <= contract_date ? { cause: contract_date } : 'no';
  // The claim itself may be older than its attachment, which is enough; a later invoice tells nothing about its cause.
  return taken > (invoice_date ?? s.facts.due_date) ? 'no' : 'unknown';
}

/** What stands against our own debt: its kind, an attachment or an assignment that came before the cause of our claim. */
function payableBars(s: Situation): Bar[] {
  const { payable_attached_on, payable_assigned_on, payable_kind } = statedOffset(s);
  const bars: Bar[] = [];
  const attached = takenBefore(s, payable_attached_on);
  if (payable_attached_on !== undefined && typeof attached === 'object')
    bars.push({
      code: 'payable_attached',
      text: {
        ja: '当社の債務は、この債権の原因である契約より前に第三者に差し押さえられています。',
        en: 'Our debt was attached by a third party before the contract from which this claim arose.',
      },
      inputs: { 'offset.payable_attached_on': payable_attached_on, contract_date: attached.cause },
      cite: s.law.citations.set_off_attached,
      opens_if: {
        ja: '債権の原因である契約が差押えより前の場合（contract_date）',
        en: 'the contract from which the claim arose is older than the attachment (contract_date)',
      },
    });
  const assigned = takenBefore(s, payable_assigned_on);
  if (payable_assigned_on !== undefined && typeof assigned === 'object')
    bars.push({
      code: 'payable_assigned',
      text: {
        ja: '当社の債務は、この債権の原因である契約より前に他人へ譲渡され、通知または承諾されています。',
        en: 'Our debt was assigned to another, with notice or consent, before the contract from which this claim arose.',
      },
      inputs: { 'offset.payable_assigned_on': payable_assigned_on, contract_date: assigned.cause },
      cite: s.law.citations.set_off_assigned,
      opens_if: {
        ja: '債権の原因である契約が通知・承諾より前の場合、または両方の債権が同じ契約から生じた場合（contract_date）',
        en: 'the contract is older than the notice or consent, or both claims arose from one contract (contract_date)',
      },
    });
  if (payable_kind === 'wages' || payable_kind === 'damages')
    bars.push({
      code: 'payable_excluded',
      text: {
        ja: '賃金や、悪意の不法行為・生命身体の侵害による損害賠償の債務とは相殺できません。',
        en: 'No set-off against wages, or damages for an intentional tort or an injury.',
      },
      inputs: { 'offset.payable_kind': payable_kind },
      cite: s.law.citations.set_off_excluded,
      opens_if: { ja: '当社の債務が買掛金などの場合', en: 'our debt is a trade debt' },
    });
  bars.push(...materialsBars(s));
  return bars;
}

/** Materials supplied to a subcontractor are not paid for before the fee of the work they went into. */
function materialsBars(s: Situation): Bar[] {
  const { as_of } = s.facts.claim;
  const { materials_supplied, payable_due_date } = statedOffset(s);
  if (materials_supplied !== true || payable_due_date === undefined || payable_due_date <= as_of) return [];
  return [
    {
      code: 'materials_early',
      text: {
        ja: '委託先に支給した材料の代金は、その材料を使う委託の代金の支払期日より早く相殺できません。',
        en: 'The price of materials supplied to a subcontractor may not be set off before the fee for the work is due.',
      },
      inputs: { 'offset.materials_supplied': true, 'offset.payable_due_date': payable_due_date },
      cite: s.law.citations.set_off_materials,
      opens_if: phrase(
        { due: payable_due_date },
        { ja: '委託の代金の支払期日（{due}）が来た場合', en: 'the fee falls due ({due})' },
      ),
    },
  ];
}

/** Our debt arose after we knew of the debtor's crisis, as far as the days are known. */
function incurredInCrisis(s: Situation): { readonly arose: Day; readonly known: Day } | null {
  const { payable_arose_on: arose, crisis_known_on: known } = statedOffset(s);
  return arose === undefined || known === undefined || arose <= known ? null : { arose, known };
}

/** Our debt is known to have arisen before we knew of the crisis, so that the crisis does not touch its set-off. */
function incurredBefore(s: Situation): boolean {
  const { payable_arose_on: arose, crisis_known_on: known } = statedOffset(s);
  return arose !== undefined && known !== undefined && arose < known;
}

/** Day on which our debt arose whose set-off stands today and falls if proceedings open; null where it does not fall. */
const mayFallFrom = (s: Situation): Day | null =>
  insolvencyRule(s)?.set_off_in_crisis === 'may_fall' ? (incurredInCrisis(s)?.arose ?? null) : null;

/** Share of a set-off that may fall which is kept, per kind: no proceedings open until the cause of our debt is old enough. */
function standing(s: Situation, arose: Day): PerKind {
  const years = valueOn(s.law.limits.set_off_cause_years, s.facts.claim.as_of);
  // Where no age of the cause protects it, nothing of it is counted on.
  if (years === null) return zeros();
  return s.debtor.survival(Math.max(0, 12 * years + s.facts.monthsUntil(arose))).alive;
}

/** In proceedings a debt of ours that was incurred after we knew of the crisis may not be set off. */
function crisisBars(s: Situation): Bar[] {
  const rule = insolvencyRule(s);
  const incurred = incurredInCrisis(s);
  if (rule?.set_off_in_crisis !== 'void' || incurred === null) return [];
  return [
    {
      code: 'incurred_in_crisis',
      text: {
        ja: '当社の債務は相手方の危機を知った後に生じたため、相殺できません。',
        en: "Our debt arose after we knew of the debtor's crisis, so it may not be set off.",
      },
      inputs: {
        insolvency: s.facts.claim.insolvency ?? 'none',
        'offset.payable_arose_on': incurred.arose,
        'offset.crisis_known_on': incurred.known,
      },
      cite: rule.citations.set_off_in_crisis,
      opens_if: {
        ja: '債務が危機を知る前に、または知る前の原因から生じた場合',
        en: 'the debt arose before we knew, or from a cause before that',
      },
    },
  ];
}

/** A claim that is not due yet is set off only where the proceedings make it due, or once it falls due within the time for filing. */
function dueBars(s: Situation): Bar[] {
  const rule = insolvencyRule(s);
  const { claims_deadline } = s.facts.claim;
  if (rule?.accelerates_claims) return [];
  if (
    rule?.set_off_until_claims_deadline &&
    s.facts.due_in > 0 &&
    claims_deadline !== undefined &&
    s.facts.due_date > claims_deadline
  )
    return [
      {
        code: 'due_after_filing',
        text: phrase(
          { due: s.facts.due_date, last_day: claims_deadline },
          {
            ja: '相殺できるのは届出期間の末日（{last_day}）までに双方の弁済期が来る場合だけで、この債権の期日は{due}です。',
            en: 'Both debts must be due by the last day for filing claims ({last_day}); this claim falls due on {due}.',
          },
        ),
        inputs: { due_date: s.facts.due_date, claims_deadline },
        cite: rule.citations.set_off,
        opens_if: {
          ja: '期限の利益喪失条項などで届出期間内に弁済期が来る場合（due_date）',
          en: 'an acceleration clause or the like makes it due in time (due_date)',
        },
      },
    ];
  return notDueBars(s);
}

/** The rule of the debtor's state of insolvency; null when it is in none. */
function insolvencyRule(s: Situation): InsolvencyRule | null {
  const { insolvency } = s.facts.claim;
  return insolvency === undefined || insolvency === 'none' ? null : s.law.insolvency[insolvency];
}

/** Set-off in the debtor's insolvency: allowed or not, and until when. */
function insolvencyBars(s: Situation): Bar[] {
  const { insolvency = 'none', claims_deadline, as_of } = s.facts.claim;
  const rule = insolvencyRule(s);
  if (rule === null) return [];
  if (!rule.allows_set_off)
    return [
      {
        code: 'set_off_excluded',
        text: phrase(
          { proceedings: rule.label },
          { ja: '{proceedings}では相殺できません。', en: 'No set-off in {proceedings}.' },
        ),
        inputs: { insolvency },
        cite: rule.citations.set_off,
        opens_if: { ja: '手続外の場合', en: 'there are no such proceedings' },
      },
    ];
  if (rule.set_off_until_claims_deadline && claims_deadline !== undefined && as_of > claims_deadline)
    return [
      {
        code: 'set_off_too_late',
        text: phrase(
          { last_day: claims_deadline },
          {
            ja: '相殺の意思表示は債権届出期間の末日（{last_day}）までに限られます。',
            en: 'Set-off had to be declared by the last day for filing claims ({last_day}).',
          },
        ),
        inputs: { insolvency, claims_deadline },
        cite: rule.citations.set_off,
        opens_if: { ja: '届出期間内の場合', en: 'the time for filing claims has not ended' },
      },
    ];
  return [];
}

/** What can make a set-off fail that is open today. */
function setOffRisk(s: Situation): Sentence {
  const { payable_attached_on, payable_assigned_on } = statedOffset(s);
  if (takenBefore(s, payable_attached_on) === 'unknown' || takenBefore(s, payable_assigned_on) === 'unknown')
    return {
      ja: '契約日（contract_date）が分かりません。差押えや譲渡の通知より前の契約から生じた債権でなければ、相殺を対抗できません。',
      en: 'The day of the contract (contract_date) is not known; unless the claim arose from a contract before the attachment or the notice of assignment, the set-off does not hold.',
    };
  if (s.facts.claim.address_known === false && !s.facts.proceedings)
    return {
      ja: '相殺の意思表示は到達して初めて効力を生じます。届け先が分からなければ、公示による意思表示を裁判所に申し立てます。',
      en: 'A declaration of set-off takes effect on arrival only; without an address ask the court for a declaration by public notice.',
    };
  const rule = insolvencyRule(s);
  if (incurredBefore(s) && (rule?.set_off_in_crisis === 'may_fall' || rule?.set_off_in_crisis === 'void'))
    return {
      ja: '当社の債務は危機を知る前に生じているので、手続が始まっても相殺できます。両方の日の記録を残します（再生・更生では届出期間内に限ります）。',
      en: 'Our debt arose before the crisis was known, so it may be set off even once proceedings open (in rehabilitation and reorganisation, within the time for filing). Keep a record of both days.',
    };
  if (rule?.set_off_in_crisis === 'may_fall')
    return incurredInCrisis(s) === null
      ? {
          ja: '支払停止や申立てを知った後に負った債務との相殺は、後に破産などの手続が始まると効力を失います。',
          en: 'Set-off against a debt incurred after the crisis became known loses its effect if proceedings open later.',
        }
      : {
          ja: '当社の債務は危機を知った後に生じています。相殺は今は有効ですが、後に破産などの手続が始まると効力を失います（期待額はその可能性を引いています）。',
          en: 'Our debt arose after the crisis was known: the set-off is valid now but loses its effect if proceedings open later (the value counts that).',
        };
  if (rule?.set_off_in_crisis === 'void')
    return {
      ja: '支払停止や申立てを知った後に負った債務との相殺は無効です。',
      en: 'Set-off against a debt incurred after the crisis became known is void.',
    };
  if (s.facts.disputed && s.state.standing !== 'title')
    return {
      ja: '相手の言い分が通った部分は相殺できず、当社の支払遅れになります（遅延損害金。期待額はこれを引いていません）。通知に根拠を書き、争いのない額を先に充てます。',
      en: 'What the debtor is right about cannot be set off: it was owed all along, with late interest (the value does not count that). State the grounds in the notice, and use what is undisputed first.',
    };
  if (s.facts.claim.claim_kind === 'rent')
    return {
      ja: '敷金を充てると、以後の賃料と修繕の備えが減ります。契約に定めがあれば補充を求めます。',
      en: 'A deposit that is used is missing for later rent and repairs: ask for it again where the contract says so.',
    };
  return {
    ja: '相手先が下請・受託事業者のときは、禁止された代金の減額に当たらないか確かめます。',
    en: 'If the debtor is also a subcontractor of yours, check that the set-off is not a prohibited reduction of its fee.',
  };
}

/** What a set-off asks for in a suit over the claim that is not decided yet; nothing where none runs. */
function toldInCourt(s: Situation): Sentence {
  const procedure = runningIn(s);
  if (procedure === undefined || isMediation(procedure) || !isUndecided(procedure)) return SILENT;
  return {
    ja: '進行中の手続では、相殺した分だけ請求を減らします。相手からも訴えられていれば、その訴訟で相殺を主張します。',
    en: ' Reduce the claim in the procedure that runs by as much; if the debtor sues you, plead the set-off there.',
  };
}

export const offset = option({
  id: 'offset',
  label: { ja: '相殺', en: 'set-off' },
  description: {
    ja: '当社が相手に負う債務と対当額で相殺します。残額があれば引き続き回収します。',
    en: 'Set the claim off against what we owe the debtor; a rest is pursued as before.',
  },
  family: 'set_off',
  shape: 'reduction',
  follows: ['fresh'],
  varies: () => 'never',
  terms: offsetTerms,
  needs: (s) => (statedOffset(s).payable === undefined ? ['offset.payable'] : []),
  bars: (s) => {
    const { claim } = s.facts;
    const bars: Bar[] = [];
    if (statedOffset(s).payable?.isZero())
      bars.push({
        code: 'nothing_owed',
        text: { ja: '相手方に対する債務がありません。', en: 'We owe the debtor nothing.' },
        inputs: { 'offset.payable': 0 },
        cite: s.law.citations.set_off,
        opens_if: { ja: '相手方に対する買掛金などがある場合', en: 'we owe the debtor something' },
      });
    if (claim.setoff_ban === true)
      bars.push({
        code: 'set_off_ban',
        text: { ja: '契約で相殺が禁じられています。', en: 'The contract excludes set-off.' },
        inputs: { setoff_ban: true },
        cite: s.law.citations.set_off_ban,
        opens_if: { ja: '相手方が相殺に合意した場合', en: 'the debtor agrees to set-off' },
      });
    bars.push(...payableBars(s), ...crisisBars(s));
    bars.push(...dueBars(s));
    const { payable_due_date } = statedOffset(s);
    if (
      s.facts.limitation_months <= 0 &&
      !(payable_due_date !== undefined && payable_due_date <= s.facts.limitation.last_day)
    )
      bars.push({
        code: 'limitation_expired',
        text: {
          ja: '時効期間の満了前に当社の債務の弁済期が来ていないため、相殺できません。',
          en: 'Our debt was not due before the limitation period ended, so it cannot be set off.',
        },
        inputs: {
          limitation_last_day: s.facts.limitation.last_day,
          'offset.payable_due_date': payable_due_date ?? null,
        },
        cite: s.law.citations.set_off_time_barred,
        opens_if: {
          ja: '満了前に双方の弁済期が到来していた場合（payable_due_date）',
          en: 'both debts were due before the period ended (payable_due_date)',
        },
      });
    bars.push(...insolvencyBars(s));
    return bars;
  },
  papers: () => ['set_off_notice'],
  variants: () => [{}],
  prospect: (s) => {
    const set = mutual(s);
    const due = statedOffset(s).payable_due_date;
    const at = due === undefined ? 0 : Math.max(0, s.facts.monthsUntil(due));
    const arose = mayFallFrom(s);
    return {
      event: {
        id: 'set_off',
        at: 0,
        // What we no longer have to pay is worth as much as the day on which we would have had to pay it.
        flows: [
          { at, principal: set, ...(arose === null ? {} : { share: standing(s, arose) }) },
          { external: plus(s.tariff.certified_mail, s.a.offset.preparation) },
        ],
      },
      after: { balance: s.state.balance - set },
      relationship: s.a.relationship.loss.offset,
    };
  },
  deadlines: (s) => {
    const { insolvency, claims_deadline, as_of } = s.facts.claim;
    if (insolvency === undefined || insolvency === 'none' || claims_deadline === undefined || claims_deadline < as_of)
      return [];
    const rule = s.law.insolvency[insolvency];
    if (!rule.set_off_until_claims_deadline) return [];
    return [
      {
        on: claims_deadline,
        kind: 'set_off',
        text: {
          ja: '相殺する場合は、この日までに意思表示を届けます。',
          en: 'A set-off must be declared so that it arrives by this day.',
        },
        cite: rule.citations.set_off,
      },
    ];
  },
  bargaining: ({ facts: { claim } }) => ({
    asks: [
      claim.setoff_ban === true
        ? {
            id: 'set_off_consent',
            text: {
              ja: '相殺禁止の特約を外し、当社の買掛金との相殺に書面で同意してもらう',
              en: 'lift the ban on set-off and agree in writing that what you owe the debtor is set off',
            },
            change: { claim: { setoff_ban: false } },
          }
        : {
            id: 'set_off_consent',
            text: {
              ja: '今後の仕入れ代金などと相殺してよいことに書面で同意してもらう（将来の取引しだいのため、金額にはしていません）',
              en: 'agree in writing that what you will owe the debtor may be set off (it depends on future dealings, so it is not valued)',
            },
          },
    ],
  }),
  sentences: {
    step: (s) =>
      phrase(
        { set: { yen: mutual(s) }, court: toldInCourt(s) },
        s.facts.claim.claim_kind === 'rent' && !s.facts.proceedings
          ? {
              ja: '敷金なら未払の賃料に{set}を充てると書面で通知し、ほかの債務なら内容証明で対当額で相殺する意思を表示します。{court}',
              en: 'Where we hold a deposit, give written notice that {set} of it is applied to the rent; against any other debt of ours declare set-off by certified mail.{court}',
            }
          : {
              ja: '内容証明で{set}を対当額で相殺する意思を表示します。{court}',
              en: 'Declare set-off of {set} by certified mail.{court}',
            },
      ),
    reason: (s) =>
      phrase(
        { set: { yen: mutual(s) } },
        mayFallFrom(s) !== null
          ? {
              ja: '倒産手続が始まらずに済めば、{set}を回収できます。',
              en: '{set} is received, if no proceedings open.',
            }
          : {
              ja: '相手の支払能力に左右されず、{set}が確実に回収できます。',
              en: '{set} is certain, whatever the debtor can pay.',
            },
      ),
    risk: setOffRisk,
  },
});
