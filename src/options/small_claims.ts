// A small claim: one hearing and judgment the same day, for money claims up to the limit of the law.

import * as z from 'zod';
import { countField } from '../fields/field.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
import {
  ACTING_TEXTS,
  actsFor,
  courtScaling,
  litigateTerms,
  petitioning,
  scrivenerBars,
  scrivenerMenu,
} from './court/acting.ts';
import { smallClaimMonths, suitCourse } from './court/courses.ts';
import { courtThresholds, winFigure } from './court/court.ts';
import {
  canSecure,
  lockedPrice,
  SECURING_RISK,
  secured,
  securingFlows,
  securingPrice,
  securingStep,
  variesBySecured,
} from './court/securing.ts';
import { option, type Situation, statedTerms } from './option.ts';
import { abroadBars } from './parts/abroad.ts';
import { absentBars } from './parts/absent.ts';
import { limitationBars, notDueBars, procedureBars, runningBars, titleBars } from './parts/bars.ts';
import { mendedFirstBars } from './talks/ask_first.ts';

const smallClaimsTerms = z.strictObject({
  filed_this_year: countField({
    label: { ja: '今年その裁判所に起こした少額訴訟の数', en: 'small claims this year' },
    description:
      'Small claims already brought in the same court this calendar year, transferred and withdrawn ones included.',
    description_ja: '同じ簡易裁判所に今年すでに起こした少額訴訟の件数（移行・取下げを含む）。',
    example: 3,
    default: '0',
    min: 0,
    max: 1000,
  }).optional(),
});

const statedSmallClaims = statedTerms<z.output<typeof smallClaimsTerms>>('small_claims');

const filedThisYear = (s: Situation): number => statedSmallClaims(s).filed_this_year ?? 0;

/** What a small claim costs, who brings it, and what to take along. */
function filingSmall(s: Situation, scrivener: boolean): Sentence {
  const fee = { yen: s.tariff.filing('small_claims', s.state.balance) };
  return scrivener
    ? phrase(
        { fee, acting: ACTING_TEXTS.scrivener, paid: { yen: s.a.scrivener.small_claims } },
        {
          ja: '{acting}簡易裁判所に少額訴訟を起こします（手数料 {fee}、報酬の目安 {paid}）。証拠は1回の期日にすべてそろえます。',
          en: 'Bring a small claim in the summary court {acting} (fee {fee}, the scrivener about {paid}); have all evidence ready for the one hearing.',
        },
      )
    : phrase(
        { fee },
        {
          ja: '自社で簡易裁判所に少額訴訟を起こします（手数料 {fee}）。証拠は1回の期日にすべて持参します。',
          en: 'Bring a small claim in the summary court yourselves (fee {fee}); take all evidence to the one hearing.',
        },
      );
}

/** Whether an object is attached provisionally first. */
interface SmallClaimTerms {
  readonly secure: boolean;
  /** A judicial scrivener acts, where nobody said who does. */
  readonly scrivener: boolean;
}

export const small_claims = option<SmallClaimTerms>({
  id: 'small_claims',
  label: { ja: '少額訴訟', en: 'small claims' },
  description: {
    ja: '原則1回の期日で判決まで進む簡易裁判所の手続です。',
    en: 'A summary-court procedure with one hearing and judgment the same day.',
  },
  family: 'court',
  group: 'litigate',
  shape: 'exit',
  fades: true,
  follows: ['fresh', 'acknowledged'],
  varies: variesBySecured,
  terms: smallClaimsTerms,
  group_terms: litigateTerms,
  needs: () => [],
  bars: (s) => [
    ...absentBars(s, 'small_claims'),
    ...abroadBars(s, 'small_claims'),
    ...mendedFirstBars(s),
    ...(s.state.balance > s.tariff.small_claims_max
      ? [
          {
            code: 'over_small_claims_limit',
            text: phrase(
              { limit: { yen: s.tariff.small_claims_max } },
              { ja: '少額訴訟は{limit}以下の金銭請求に限られます。', en: 'Small claims are limited to {limit}.' },
            ),
            inputs: { balance: s.state.balance, limit: s.tariff.small_claims_max },
            cite: s.law.citations.small_claims,
            opens_if: {
              ja: '請求額が上限以下になった場合（一部入金のあとなど）',
              en: 'the claim is reduced to the limit, for example by part payments',
            },
          },
        ]
      : []),
    ...(filedThisYear(s) >= s.tariff.small_claims_per_year
      ? [
          {
            code: 'small_claims_count',
            text: phrase(
              { most: s.tariff.small_claims_per_year },
              {
                ja: '同じ簡易裁判所で使えるのは年{most}件までです。',
                en: 'No more than {most} small claims a year are allowed in one court.',
              },
            ),
            inputs: { 'small_claims.filed_this_year': filedThisYear(s) },
            cite: s.law.citations.small_claims_count,
            opens_if: {
              ja: '翌年、または別の管轄裁判所の場合',
              en: 'it is the next year, or another court has jurisdiction',
            },
          },
        ]
      : []),
    ...(s.facts.claim.address_known === false
      ? [
          {
            code: 'no_service_address',
            text: {
              ja: '公示送達によるほかない相手には少額訴訟を使えません。',
              en: 'Small claims are not available where service must be by public notice.',
            },
            inputs: { address_known: false },
            cite: s.law.citations.small_claims_service,
            opens_if: { ja: '送達できる住所が分かった場合', en: 'an address for service is found' },
          },
        ]
      : []),
    ...notDueBars(s),
    ...limitationBars(s),
    ...procedureBars(s, 'suits'),
    ...titleBars(s),
    ...runningBars(s),
    ...scrivenerBars(s),
  ],
  papers: () => ['final_notice', 'complaint_small_claims'],
  variants: (s) => [
    ...scrivenerMenu(s).map((scrivener) => ({ secure: false, scrivener })),
    ...(canSecure(s) ? [{ secure: true, scrivener: false }] : []),
  ],
  prospect: (s, { secure, scrivener }) => {
    const { court } = s.a;
    const flows = [
      { external: s.tariff.filing('small_claims', s.state.balance), price: 0 },
      ...petitioning(s, actsFor(s, scrivener) === 'scrivener', {
        hours: court.hours.small_claims,
        fee: s.a.scrivener.small_claims,
      }),
    ];
    const months = smallClaimMonths(s);
    const course = (standing: Situation) => suitCourse(standing, { route: 'small_claims', months, counsel: false });
    const securing = { counsel: false, months, prices: [1, 2], course } as const;
    return {
      event: secure
        ? { id: 'suit_secured', at: 0, flows: [...flows, ...securingFlows(s, securing)], next: secured(s, securing) }
        : { id: 'small_claim_filed', at: 0, flows, next: course(s) },
      open: { until: s.state.limitation },
      relationship: s.a.relationship.loss.small_claims,
    };
  },
  thresholds: (c) => [...courtThresholds(c), c.tariff.small_claims_max],
  scaling: (s) =>
    courtScaling(s, [
      s.tariff.filing('small_claims', s.state.balance),
      securingPrice(s, false),
      lockedPrice(s, smallClaimMonths(s)),
    ]),
  figures: (s) => [winFigure(s)],
  sentences: {
    step: (s, { secure, scrivener }) => {
      const claim = filingSmall(s, actsFor(s, scrivener) === 'scrivener');
      return secure ? securingStep(s, claim) : claim;
    },
    risk: (_, { secure }) =>
      secure
        ? SECURING_RISK
        : {
            ja: '相手が求めれば通常訴訟に移ります。判決に控訴はできず、異議だけです。',
            en: 'The debtor may move it to an ordinary suit; its judgment allows an objection but no appeal.',
          },
  },
});
