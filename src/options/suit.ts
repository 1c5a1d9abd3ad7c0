// An ordinary suit, in the summary court up to its limit and in the district court above it.

import { z } from 'zod';
import { limitationBars, notDueBars, procedureBars, titleBars } from './bars.ts';
import {
  conducting,
  counselFees,
  courtScaling,
  courtThresholds,
  hearing,
  litigateTerms,
  needsCounsel,
  served,
  suitMonths,
  winFigure,
} from './court.ts';
import { option } from './option.ts';

export const suit = option({
  id: 'suit',
  label: { ja: '通常訴訟', en: 'ordinary suit' },
  description: {
    ja: '訴訟を起こし、判決か訴訟上の和解を得て回収します。',
    en: 'Sue, and collect on the judgment or on a settlement in court.',
  },
  family: 'court',
  group: 'litigate',
  shape: 'exit',
  follows: ['fresh', 'acknowledged'],
  varies: () => 'interest',
  terms: z.strictObject({}),
  group_terms: litigateTerms,
  needs: () => [],
  bars: (s) => [...notDueBars(s), ...limitationBars(s), ...procedureBars(s, 'enforcement'), ...titleBars(s)],
  variants: () => [{}],
  prospect: (s) => {
    const counsel = needsCounsel(s);
    const months = suitMonths(s);
    const flows = [{ external: s.tariff.filing('suit', s.state.balance), price: 0 }, ...conducting(s, counsel, 1)];
    return {
      event: {
        id: 'suit_filed',
        at: 0,
        flows,
        next: served(s, 'suit', months.service, counsel, (unpaid) => [
          { chance: unpaid, event: { id: 'served', at: months.service, next: hearing(s, 'suit', months, counsel) } },
        ]),
      },
      open: { until: s.state.limitation },
      relationship: s.a.relationship.loss.suit,
    };
  },
  thresholds: courtThresholds,
  scaling: (s) => courtScaling(s, [s.tariff.filing('suit', s.state.balance)]),
  figures: (s) => [winFigure(s)],
  assumes: ['court', 'relationship.loss.suit'],
  sentences: {
    ja: {
      step: (say, _, s) =>
        `${s.state.balance <= s.tariff.summary_court_max ? '簡易裁判所' : '地方裁判所'}に訴えを起こします（手数料 ${say.yen(s.tariff.filing('suit', s.state.balance))}${needsCounsel(s) ? `、着手金の目安 ${say.yen(counselFees(s).retainer)}` : ''}）。`,
      risk: (say, _, s) => `争われると判決まで${say.months(suitMonths(s).judgment)}ほどかかります。`,
    },
    en: {
      step: (say, _, s) =>
        `Sue in the ${s.state.balance <= s.tariff.summary_court_max ? 'summary' : 'district'} court (fee ${say.yen(s.tariff.filing('suit', s.state.balance))}${needsCounsel(s) ? `, counsel's retainer about ${say.yen(counselFees(s).retainer)}` : ''}).`,
      risk: (say, _, s) => `If contested it takes about ${say.months(suitMonths(s).judgment)} to a judgment.`,
    },
  },
});
