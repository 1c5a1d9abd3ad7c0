// The law of Japan as the engine needs it: data only, each value with its source. The files beside this one hold it by subject.
import type { Jurisdiction } from '../law.ts';
import { badDebt } from './bad_debt.ts';
import { changeWatch } from './change_watch.ts';
import { CHECKED, citations } from './citations.ts';
import { conduct, servicer } from './collection.ts';
import { fixedBySuit, objectionCredit, petitions, refundRule } from './court_fees.ts';
import { beside, estimates, fees } from './flat_fees.ts';
import { insolvencyRules } from './insolvency.ts';
import { lateInterestLaw } from './interest.ts';
import { limitationLaw } from './limitation.ts';
import { limits } from './limits.ts';
import { lawyer, notarialDeed } from './tariffs.ts';

/** The law of Japan. */
export const jp: Jurisdiction = {
  id: 'jp',
  label: { ja: '日本', en: 'Japan' },
  currency: 'JPY',
  minor_digits: 0,
  time_zone: 'Asia/Tokyo',
  version: 'jp-2026-06-27',
  checked: CHECKED,
  petitions,
  fixed_by_suit: fixedBySuit,
  objection_credit: objectionCredit,
  refund: refundRule,
  fees,
  beside,
  estimates,
  notarial_deed: notarialDeed,
  lawyer,
  limits,
  late_interest: lateInterestLaw,
  limitation: limitationLaw,
  insolvency: insolvencyRules,
  servicer,
  conduct,
  bad_debt: badDebt,
  change_watch: changeWatch,
  citations,
};
