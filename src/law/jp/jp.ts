// The law of Japan as the engine needs it: data only, each value with its source. The files beside this one hold it by subject.
import type { Jurisdiction } from '../law.ts';
import { beside, fees } from './charges.ts';
import { CHECKED, citations } from './citations.ts';
import { objectionCredit, petitions, refund } from './fees.ts';
import { insolvency } from './insolvency.ts';
import { lateInterest } from './interest.ts';
import { limitationLaw } from './limitation.ts';
import { limits } from './limits.ts';
import { badDebt, changeWatch, conduct, servicer } from './market.ts';
import { estimates, lawyer, notarialDeed } from './tariffs.ts';

export const jp: Jurisdiction = {
  id: 'jp',
  label: { ja: '日本', en: 'Japan' },
  currency: 'JPY',
  minor_digits: 0,
  time_zone: 'Asia/Tokyo',
  version: 'jp-2026-06-27',
  checked: CHECKED,
  petitions,
  objection_credit: objectionCredit,
  refund,
  fees,
  beside,
  estimates,
  notarial_deed: notarialDeed,
  lawyer,
  limits,
  late_interest: lateInterest,
  limitation: limitationLaw,
  insolvency,
  servicer,
  conduct,
  bad_debt: badDebt,
  change_watch: changeWatch,
  citations,
};
