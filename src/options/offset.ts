// Setting our claim off against what we owe the debtor: certain, at once, and outside most insolvency stays (model section 6.2).

import { z } from 'zod';
import { amount, day } from '../claim/fields.ts';
import { notDueBars } from './bars.ts';
import { type Bar, option, type Situation } from './option.ts';

const terms = z.strictObject({
  payable: amount({
    label: { ja: '相手方への買掛金', en: 'what we owe the debtor' },
    description: 'What we owe the debtor.',
    description_ja: '相手方に対する当社の債務（買掛金など）。',
    example: 300000,
  }).optional(),
  payable_due_date: day({
    label: { ja: '買掛金の支払期日', en: 'due date of our debt' },
    description: 'Day on which our debt falls due.',
    description_ja: '当社の債務の支払期日。',
    example: '2026-12-31',
    default: 'as_of',
  }).optional(),
  payable_attached_on: day({
    label: { ja: '買掛金が差し押さえられた日', en: 'attached on' },
    description: 'Day on which a third party attached our debt.',
    description_ja: '第三者が当社の債務を差し押さえた日。',
    example: '2026-11-01',
  }).optional(),
});

const said = (s: Situation) => (s.terms.offset ?? {}) as z.output<typeof terms>;

/** What can be set off: the smaller of the two debts, whole yen. */
const mutual = (s: Situation): number => Math.min(s.state.balance, Math.floor(said(s).payable?.toNumber() ?? 0));

/** Set-off in the debtor's insolvency: allowed or not, and until when. */
function insolvencyBars(s: Situation): Bar[] {
  const { insolvency, claims_deadline, as_of } = s.facts.claim;
  if (insolvency === undefined || insolvency === 'none') return [];
  const rule = s.law.insolvency[insolvency];
  if (!rule.allows_set_off)
    return [
      {
        code: 'set_off_excluded',
        text: { ja: `${rule.label.ja}では相殺できません。`, en: `No set-off in ${rule.label.en}.` },
        inputs: { insolvency },
        cite: rule.citations.set_off,
        opens_if: { ja: '手続外の場合', en: 'there are no such proceedings' },
      },
    ];
  if (rule.set_off_until_claims_deadline && claims_deadline !== undefined && as_of > claims_deadline)
    return [
      {
        code: 'set_off_too_late',
        text: {
          ja: `相殺の意思表示は債権届出期間の末日（${claims_deadline}）までに限られます。`,
          en: `Set-off had to be declared by the last day for filing claims (${claims_deadline}).`,
        },
        inputs: { insolvency, claims_deadline },
        cite: rule.citations.set_off,
        opens_if: { ja: '届出期間内の場合', en: 'the time for filing claims has not ended' },
      },
    ];
  return [];
}

export const offset = option({
  id: 'offset',
  label: { ja: '相殺', en: 'set-off' },
  description: {
    ja: '当社が相手に負う債務と対当額で相殺します。残額があれば引き続き回収します。',
    en: 'Set the claim off against what we owe the debtor; a rest is pursued as before.',
  },
  shape: 'reduction',
  follows: ['fresh'],
  varies: () => 'never',
  terms,
  needs: (s) => (said(s).payable === undefined ? ['offset.payable'] : []),
  bars: (s) => {
    const { claim } = s.facts;
    const bars: Bar[] = [];
    if (said(s).payable?.isZero())
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
    const { payable_attached_on } = said(s);
    const arose = claim.invoice_date ?? claim.contract_date ?? s.facts.due_date;
    if (payable_attached_on !== undefined && payable_attached_on <= arose)
      bars.push({
        code: 'payable_attached',
        text: {
          ja: '当社の債務は、この債権が生じる前に第三者に差し押さえられています。',
          en: 'Our debt was attached by a third party before this claim arose.',
        },
        inputs: { 'offset.payable_attached_on': payable_attached_on, arose },
        cite: s.law.citations.set_off_attached,
        opens_if: {
          ja: '債権の原因が差押えより前にある場合',
          en: 'the claim arises from a cause before the attachment',
        },
      });
    // In insolvency a claim that is not yet due counts as due.
    if (!s.facts.proceedings) bars.push(...notDueBars(s));
    const { payable_due_date } = said(s);
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
  variants: () => [{}],
  prospect: (s) => {
    const set = mutual(s);
    const due = said(s).payable_due_date;
    const at = due === undefined ? 0 : Math.max(0, s.facts.monthsUntil(due));
    return {
      event: {
        id: 'set_off',
        at: 0,
        // What we no longer have to pay is worth as much as the day on which we would have had to pay it.
        flows: [{ at, principal: set }, { external: s.tariff.certified_mail + s.a.offset.preparation }],
      },
      leaves: { balance: s.state.balance - set },
      relationship: s.a.relationship.loss.offset,
    };
  },
  assumes: ['offset', 'relationship.loss.offset'],
  sentences: {
    ja: {
      step: (say, _, s) => `内容証明で${say.yen(mutual(s))}を対当額で相殺する意思を表示します。`,
      reason: (say, _, s) => `相手の支払能力に左右されず、${say.yen(mutual(s))}が確実に回収できます。`,
      risk: (_, __, s) =>
        s.facts.claim.insolvency && s.facts.claim.insolvency !== 'none'
          ? '支払停止や申立てを知った後に負った債務との相殺は無効です。'
          : '相手方が下請・受託事業者のときは、代金の減額に当たらないか確かめます。',
    },
    en: {
      step: (say, _, s) => `Declare set-off of ${say.yen(mutual(s))} by certified mail.`,
      reason: (say, _, s) => `${say.yen(mutual(s))} is certain, whatever the debtor can pay.`,
      risk: (_, __, s) =>
        s.facts.claim.insolvency && s.facts.claim.insolvency !== 'none'
          ? 'Set-off against a debt incurred after the crisis was known is void.'
          : 'If the debtor is a small contractor of ours, check that this is no reduction of its fee.',
    },
  },
});
