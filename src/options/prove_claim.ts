// Proving the claim in insolvency proceedings (docs/model.md 6.4).

import * as z from 'zod';
import { every } from '../assumptions/kinds.ts';
import { hasProved } from '../claim/facts.ts';
import type { InsolvencyRule } from '../law/contract/insolvency.ts';
import { personRule } from '../law/individual.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { type Bar, type Event, type Fork, option, type Situation } from './option.ts';
import { dividendRate, ifSolvent, splitBySolvency } from './parts/failure.ts';
import { missedFilingDay } from './rights/filing.ts';
import { usedBars, usedWith } from './rights/side_rights.ts';

/** The rule of the state that the debtor is in, when claims are filed in it; null otherwise. */
function proofRule(s: Situation): InsolvencyRule | null {
  const { insolvency } = s.facts.claim;
  if (insolvency === undefined || insolvency === 'none') return null;
  const rule = s.law.insolvency[insolvency];
  return rule.proof ? rule : null;
}

const noProceedings = (s: Situation): Bar => ({
  code: 'no_proceedings',
  text: {
    ja: '届け出る倒産手続が始まっていません。',
    en: 'No insolvency proceedings have opened in which a claim could be filed.',
  },
  inputs: { insolvency: s.facts.claim.insolvency ?? 'none' },
  cite: s.law.insolvency.bankruptcy.citations.proof,
  opens_if: { ja: '破産・再生・更生などの手続が開始した場合', en: 'proceedings open' },
});

/** The time set for filing has passed, on the valuation day. */
const isLate = ({ facts: { claim } }: Situation): boolean =>
  claim.claims_deadline !== undefined && claim.as_of > claim.claims_deadline;

const FILED: readonly Bar[] = [
  {
    code: 'claim_filed',
    text: { ja: '債権はすでに届け出られています。', en: 'The claim has been filed already.' },
    inputs: { insolvency_proof: true },
    cite: null,
    opens_if: { ja: 'まだ届け出ていない場合', en: 'it has not been filed' },
  },
];

/** What is filed too late: after the time set, or in some proceedings only after the general investigation. */
function lateProof(s: Situation, rule: InsolvencyRule): Bar[] {
  const { insolvency } = s.facts.claim;
  const last_day = missedFilingDay(s.facts, rule);
  if (insolvency === undefined || last_day === undefined) return [];
  const excused = {
    ja: '責めに帰することのできない事情がやんでから1か月以内に追完が認められる場合、または期間内に届け出ていた場合（events に insolvency_proof を入れます）',
    en: 'a late filing is allowed within 1 month after an excuse has ceased, or it was filed in time (write insolvency_proof into events)',
  };
  if (rule.filed_until === 'investigation')
    return [
      {
        code: 'investigation_ended',
        text: phrase(
          { last_day },
          {
            ja: '一般の債権調査（{last_day}まで）が終わっており、責めに帰することのできない事情がなければ届け出られません。',
            en: 'The general investigation of claims ended on {last_day}; without an excuse nothing more can be filed.',
          },
        ),
        inputs: { insolvency, investigation_ends_on: last_day },
        cite: rule.citations.late_proof,
        opens_if: excused,
      },
    ];
  return [
    {
      code: 'claims_deadline_passed',
      text: phrase(
        { last_day },
        {
          ja: '債権届出期間（{last_day}まで）が過ぎており、責めに帰することのできない事情がなければ届け出られません。',
          en: 'The time for filing claims ended on {last_day}; without an excuse nothing more can be filed.',
        },
      ),
      inputs: { insolvency, claims_deadline: last_day },
      cite: rule.citations.late_proof,
      opens_if: excused,
    },
  ];
}

/** Months for which a company in ordinary liquidation may pay nobody after its notice to creditors (Companies Act art. 499, 500). */
const NOTICE_MONTHS = 2;

/**
 * What follows a declaration in ordinary liquidation: the liquidator must pay everybody in full or ask for special liquidation, so the claim goes
 * on once the notice period is over, as against a debtor who is still there or has failed by then.
 */
function declared(s: Situation): readonly Fork[] {
  const end: Event = {
    id: 'notice_period_over',
    label: { ja: '申出期間の後も払われない場合', en: 'if it is not paid once the notice period is over' },
    at: NOTICE_MONTHS,
    goes_on: { used: usedWith(s, 'declared') },
  };
  return ifSolvent(s, splitBySolvency(s, every(1), NOTICE_MONTHS), end, s.state.balance);
}

/** What creditors receive is a dividend where assets are sold off, and a payment where a plan or an agreement says how much. */
const paidAs = ({ facts: { claim } }: Situation): Text =>
  claim.insolvency === 'bankruptcy' ? { ja: '配当', en: 'dividend' } : { ja: '弁済', en: 'payment' };

/** A claim is declared to the liquidator, and proved to a court. */
const paperOf = ({ facts: { claim } }: Situation): Text =>
  claim.insolvency === 'special_liquidation'
    ? { ja: '債権申出書', en: 'a declaration of the claim' }
    : { ja: '債権届出書', en: 'a proof of claim' };

/** The step: file the claim, by the day set, at once when that has passed, or after asking for the day. */
function filing(s: Situation) {
  if (!s.facts.proceedings) return declaring(s);
  const { claims_deadline } = s.facts.claim;
  const told = { dividend: { percent: dividendRate(s) }, paid: paidAs(s), paper: paperOf(s) };
  if (isLate(s))
    return phrase(told, {
      ja: '届出期間は過ぎていますが、直ちに{paper}を証拠書類とともに提出します（予想{paid}率 {dividend}）。',
      en: 'The time set has passed: file {paper} with the evidence at once (expected {paid} {dividend}).',
    });
  if (claims_deadline !== undefined)
    return phrase(
      { ...told, claims_deadline },
      {
        ja: '{claims_deadline}までに{paper}を証拠書類とともに提出します（予想{paid}率 {dividend}）。',
        en: 'File {paper} with the evidence by {claims_deadline} (expected {paid} {dividend}).',
      },
    );
  if (proofRule(s)?.filed_until === 'investigation')
    return phrase(
      { dividend: told.dividend },
      {
        ja: '届出期限を確かめ（配当できる財産がなければ定められないこともあります）、債権届出書を証拠書類とともに提出します（予想配当率 {dividend}）。',
        en: 'File a proof of claim with the evidence after checking the deadline, which is often not set while no dividend is expected (dividend assumed here: {dividend}).',
      },
    );
  return phrase(told, {
    ja: '期限を確かめ、{paper}を証拠書類とともに提出します（予想{paid}率 {dividend}）。',
    en: 'File {paper} with the evidence after checking the deadline (expected {paid} {dividend}).',
  });
}

/** The declaration to a liquidator, which a certified demand can be at the same time. */
function declaring(s: Situation): Sentence {
  const { claims_deadline } = s.facts.claim;
  const words = {
    ja: '{by}清算人に債権額を書面で申し出ます（証憑の写しを添え、届いた記録を残します）。申出期間中は弁済を受けられないので、満了後の弁済日を確かめます。',
    en: '{by}Declare the claim to the liquidator in writing, with copies of the evidence and proof of delivery. Nothing is paid before the notice period is over: ask for the day of payment after it.',
  } as const;
  return claims_deadline === undefined || isLate(s)
    ? phrase({ by: SILENT }, words)
    : phrase(
        { by: phrase({ claims_deadline }, { ja: '{claims_deadline}までに', en: 'By {claims_deadline}: ' }) },
        words,
      );
}

/** What happens to a claim that is not filed, or filed late, by the proceedings. */
function filingRisk(s: Situation) {
  if (s.facts.limitation.status === 'expired_invocable')
    return {
      ja: '時効期間が満了しているので、管財人などが時効を援用して認めず、配当や弁済を受けられないことがあります（期待額には入れていません）。',
      en: 'The limitation period has ended: whoever examines the claim is likely to invoke that, and it then receives nothing (the figures do not count that).',
    };
  const rule = proofRule(s);
  if (rule?.filed_until === 'any_time')
    return {
      ja: '会社が知っている債権者は申し出なくても除斥されませんが、債権額に争いがあれば申し出ておきます。',
      en: 'A creditor whom the company knows is not excluded without a declaration; declare the claim nevertheless if its amount is in doubt.',
    };
  if (rule?.filed_until === 'investigation' && isLate(s))
    return {
      ja: '届出期間は過ぎていますが、一般の債権調査が終わるまでは届け出られます。調査の費用は当社の負担で、調査の終わる日（investigation_ends_on）を裁判所か管財人に確かめます。',
      en: 'The time set has passed, but the claim can be filed until the general investigation ends, at our cost; ask the court or the trustee for that day (investigation_ends_on).',
    };
  if (personRule(s.law, s.facts.claim) !== undefined)
    return {
      ja: '債権者一覧表になく、届け出もしない債権は、計画の弁済期間が終わるまで払われません（232条3項。通常の再生なら失うことがあります）。',
      en: 'A claim that is neither on the list of creditors nor filed is paid nothing until the time of the plan is over (art. 232(3)), and may be lost in an ordinary rehabilitation.',
    };
  if (rule?.filed_until === 'claims_deadline')
    return {
      ja: '期限までに届け出ないと、計画の認可で債権を失うことがあります（債務者が自ら認めた分などを除きます）。',
      en: 'A claim that is not filed in time may be lost when the plan is confirmed, except as far as the debtor itself has admitted it.',
    };
  return {
    ja: '期限までに届け出ないと配当を受けられません。開始後の利息は劣後します。',
    en: 'A claim that is not filed in time receives no dividend; interest after the opening ranks last.',
  };
}

export const prove_claim = option({
  id: 'prove_claim',
  label: { ja: '債権届出', en: 'prove the claim' },
  description: {
    ja: '倒産手続で債権を届け出て、配当や弁済を受けます。',
    en: 'File the claim in the insolvency proceedings and take the dividend.',
  },
  family: 'insolvency',
  shape: 'exit',
  follows: ['fresh', 'acknowledged', 'title'],
  // A claim declared to a liquidator goes on as a claim; a dividend is the same whenever it is filed for.
  varies: (s) => (s.facts.proceedings ? 'never' : 'interest'),
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => {
    const rule = proofRule(s);
    if (rule === null) return [noProceedings(s)];
    return hasProved(s.facts.claim) ? FILED : [...lateProof(s, rule), ...usedBars(s, 'declared')];
  },
  papers: () => ['proof_of_claim'],
  variants: () => [{}],
  prospect: (s) => {
    // It is a step for today: the notice period does not wait for other steps.
    if (!s.facts.proceedings) return { event: { id: 'proved', at: 0, next: declared(s) }, open: { until: 0.5 } };
    const { dividend_months: closes } = s.a.insolvency;
    return { event: { id: 'proved', at: 0, fails: s.state.balance, closes, relief: true } };
  },
  deadlines: (s) => {
    const { claims_deadline, investigation_ends_on, as_of } = s.facts.claim;
    const rule = proofRule(s);
    if (rule === null || hasProved(s.facts.claim)) return [];
    if (claims_deadline !== undefined && claims_deadline >= as_of)
      return [
        {
          on: claims_deadline,
          kind: 'proof_of_claim',
          text:
            rule.filed_until === 'any_time'
              ? { ja: '清算人に債権を申し出ます。', en: 'Declare the claim to the liquidator.' }
              : { ja: '債権届出書を提出します。', en: 'File the proof of claim.' },
          cite: rule.citations.proof,
        },
      ];
    if (rule.filed_until !== 'investigation' || investigation_ends_on === undefined || investigation_ends_on < as_of)
      return [];
    return [
      {
        on: investigation_ends_on,
        kind: 'late_proof',
        text: {
          ja: '一般調査期間の満了（期日の終了）までに、債権届出書を提出します。特別調査期間の費用は当社の負担です。',
          en: 'File the proof of claim before the general investigation ends; otherwise you bear the cost of a special investigation.',
        },
        cite: rule.citations.late_proof,
      },
    ];
  },
  thresholds: () => [],
  sentences: {
    step: filing,
    risk: filingRisk,
  },
});
