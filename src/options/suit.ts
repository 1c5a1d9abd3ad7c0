// An ordinary suit, in the summary court up to its limit and in the district court above it.

import * as z from 'zod';
import { phrase, type Sentence } from '../values/phrase.ts';
import {
  ACTING_TEXTS,
  type Acting,
  actsFor,
  conducting,
  counselFees,
  courtScaling,
  litigateTerms,
  needsCounsel,
  scrivenerBars,
  scrivenerMenu,
} from './court/acting.ts';
import { suitCourse } from './court/courses.ts';
import { courtThresholds, isServedByNotice, suitMonths, winFigure } from './court/court.ts';
import { feeOfSuit } from './court/credit.ts';
import { suitAfterMediation } from './court/failed_mediation.ts';
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
import { option, type Situation } from './option.ts';
import { abroadBars } from './parts/abroad.ts';
import { absentBars } from './parts/absent.ts';
import { limitationBars, notDueBars, procedureBars, runningBars, titleBars } from './parts/bars.ts';
import { mendedFirstBars } from './talks/ask_first.ts';

/** Where the suit is filed, and what that costs. */
function filingSuit(s: Situation, acting: Acting): Sentence {
  const court =
    s.state.balance <= s.tariff.summary_court_max
      ? { ja: '簡易裁判所', en: 'summary' }
      : { ja: '地方裁判所', en: 'district' };
  const told = { court, fee: { yen: feeOfSuit(s) }, acting: ACTING_TEXTS[acting] };
  switch (acting) {
    case 'lawyer':
      return phrase(
        { ...told, retainer: { yen: counselFees(s).retainer } },
        {
          ja: '{acting}{court}に訴えを起こします（手数料 {fee}、着手金の目安 {retainer}）。',
          en: 'Sue in the {court} court {acting} (fee {fee}, retainer about {retainer}).',
        },
      );
    case 'scrivener':
      return phrase(
        { ...told, paid: { yen: s.a.scrivener.suit } },
        {
          ja: '{acting}{court}に訴えを起こします（手数料 {fee}、報酬の目安 {paid}）。',
          en: 'Sue in the {court} court {acting} (fee {fee}, the scrivener about {paid}).',
        },
      );
    default:
      return phrase(told, {
        ja: '{acting}{court}に訴えを起こします（手数料 {fee}）。',
        en: 'Sue in the {court} court {acting} (fee {fee}).',
      });
  }
}

/** Whether an object is attached provisionally first. */
interface SuitTerms {
  readonly secure: boolean;
  /** A judicial scrivener acts, where nobody said who does. */
  readonly scrivener: boolean;
}

export const suit = option<SuitTerms>({
  id: 'suit',
  label: { ja: '通常訴訟', en: 'ordinary suit' },
  description: {
    ja: '訴訟を起こし、判決か訴訟上の和解を得て回収します。',
    en: 'Sue, and collect on the judgment or on a settlement in court.',
  },
  family: 'court',
  group: 'litigate',
  shape: 'exit',
  fades: true,
  follows: ['fresh', 'acknowledged'],
  varies: variesBySecured,
  terms: z.strictObject({}),
  group_terms: litigateTerms,
  needs: () => [],
  bars: (s) => [
    ...absentBars(s, 'suit'),
    ...abroadBars(s, 'suit'),
    ...mendedFirstBars(s),
    ...notDueBars(s),
    ...limitationBars(s),
    ...procedureBars(s, 'suits'),
    ...titleBars(s),
    ...runningBars(s),
    ...scrivenerBars(s),
  ],
  papers: () => ['final_notice'],
  variants: (s) => [
    ...scrivenerMenu(s).map((scrivener) => ({ secure: false, scrivener })),
    ...(canSecure(s) ? [{ secure: true, scrivener: false }] : []),
  ],
  prospect: (s, { secure, scrivener }) => {
    const acting = actsFor(s, scrivener);
    const counsel = acting === 'lawyer';
    const months = suitMonths(s);
    const flows = [{ external: feeOfSuit(s), price: 0 }, ...conducting(s, acting, 3)];
    const course = (standing: Situation) => suitCourse(standing, { route: 'suit', months, counsel });
    const securing = { counsel, months, prices: [1, 2], course } as const;
    return {
      event: secure
        ? { id: 'suit_secured', at: 0, flows: [...flows, ...securingFlows(s, securing)], next: secured(s, securing) }
        : { id: 'suit_filed', at: 0, flows, next: course(s) },
      open: { until: s.state.limitation },
      relationship: s.a.relationship.loss.suit,
    };
  },
  thresholds: courtThresholds,
  deadlines: suitAfterMediation,
  scaling: (s) => courtScaling(s, [feeOfSuit(s), securingPrice(s, needsCounsel(s)), lockedPrice(s, suitMonths(s))]),
  figures: (s) => [winFigure(s)],
  sentences: {
    step: (s, { secure, scrivener }) => {
      const suit = filingSuit(s, actsFor(s, scrivener));
      return secure ? securingStep(s, suit) : suit;
    },
    risk: (s, { secure }) =>
      secure
        ? SECURING_RISK
        : isServedByNotice(s)
          ? {
              ja: '送達先が分からないため公示送達によります。相手が出頭しなくても自白とはみなされず、証拠で請求を証明します。',
              en: 'Without an address the suit is served by public notice: absence admits nothing, so the claim must be proved by evidence.',
            }
          : phrase(
              { time: { months: suitMonths(s).judgment } },
              {
                ja: '争われると判決まで{time}ほどかかります。',
                en: 'If contested it takes about {time} to a judgment.',
              },
            ),
  },
});
