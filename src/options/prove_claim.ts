// Proving the claim in insolvency proceedings (docs/model.md 6.4).

import * as z from 'zod';
import { phrase } from '../values/phrase.ts';
import { dividendRate } from './failure.ts';
import { type Bar, option } from './option.ts';

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
  varies: () => 'never',
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => {
    const { insolvency, claims_deadline, as_of } = s.facts.claim;
    const bars: Bar[] = [];
    if (insolvency === undefined || insolvency === 'none' || !s.law.insolvency[insolvency].proof)
      bars.push({
        code: 'no_proceedings',
        text: {
          ja: '債権を届け出る倒産手続が始まっていません。',
          en: 'No insolvency proceedings have opened in which to prove.',
        },
        inputs: { insolvency: insolvency ?? 'none' },
        cite: s.law.insolvency.bankruptcy.citations.proof,
        opens_if: { ja: '破産・再生・更生などの手続が開始した場合', en: 'proceedings open' },
      });
    else if (claims_deadline !== undefined && as_of > claims_deadline)
      bars.push({
        code: 'claims_deadline_passed',
        text: phrase(
          { last_day: claims_deadline },
          {
            ja: '債権届出期間（{last_day}まで）が過ぎています。責めに帰すことのできない事情があれば追完できる場合があります。',
            en: 'The time for filing claims ended on {last_day}; a late filing needs an excuse.',
          },
        ),
        inputs: { insolvency, claims_deadline },
        cite: s.law.insolvency[insolvency].citations.proof,
        opens_if: {
          ja: '届出期間内、または追完が認められる場合',
          en: 'the time has not ended, or a late filing is allowed',
        },
      });
    return bars;
  },
  variants: () => [{}],
  prospect: (s) => {
    const { dividend_months: closes } = s.a.insolvency;
    return { event: { id: 'proved', at: 0, fails: s.state.balance, closes, relief: true } };
  },
  deadlines: (s) => {
    const { insolvency, claims_deadline, as_of } = s.facts.claim;
    if (insolvency === undefined || insolvency === 'none' || claims_deadline === undefined || claims_deadline < as_of)
      return [];
    return [
      {
        on: claims_deadline,
        kind: 'proof_of_claim',
        text: { ja: '債権届出書を提出します。', en: 'File the proof of claim.' },
        cite: s.law.insolvency[insolvency].citations.proof,
      },
    ];
  },
  thresholds: () => [],
  assumes: ['insolvency'],
  sentences: {
    step: (s) => {
      const { claims_deadline } = s.facts.claim;
      const dividend = { percent: dividendRate(s) };
      return claims_deadline === undefined
        ? phrase(
            { dividend },
            {
              ja: '届出期限を確かめ、債権届出書を証拠書類とともに提出します（見込配当率 {dividend}）。',
              en: 'File a proof of claim with the evidence after checking the deadline (expected dividend {dividend}).',
            },
          )
        : phrase(
            { dividend, claims_deadline },
            {
              ja: '{claims_deadline}までに債権届出書を証拠書類とともに提出します（見込配当率 {dividend}）。',
              en: 'File a proof of claim with the evidence by {claims_deadline} (expected dividend {dividend}).',
            },
          );
    },
    risk: () => ({
      ja: '期限までに届け出ないと配当を受けられません。開始後の利息は劣後します。',
      en: 'A claim that is not filed in time takes nothing; interest after the opening ranks last.',
    }),
  },
});
