// The law of Japan as the engine needs it: data only, each value with its source. The files beside this one hold it by subject.
import type { Jurisdiction } from '../law.ts';
import { abroadLaw } from './abroad.ts';
import { badDebt } from './bad_debt.ts';
import { badDebtFactLaw } from './bad_debt_facts.ts';
import { changeWatch } from './change_watch.ts';
import { CHECKED, citations } from './citations.ts';
import { conduct, servicer } from './collection.ts';
import { fixedBySuit, objectionCredit, petitions, refundRule } from './court_fees.ts';
import { enforcementLaw } from './enforcement.ts';
import { feeCreditLaw } from './fee_credit.ts';
import { beside, estimates, fees, letterLayouts } from './flat_fees.ts';
import { goodsSecurityLaw } from './goods_security.ts';
import { guaranteeLaw } from './guarantee.ts';
import { insolvencyRules } from './insolvency.ts';
import { instrumentLaw } from './instruments.ts';
import { lateInterestLaw } from './interest.ts';
import { liabilityLaw } from './liability.ts';
import { limitationLaw } from './limitation.ts';
import { limits } from './limits.ts';
import { provisionalAttachmentLaw } from './provisional_attachment.ts';
import { stampDutyLaw } from './stamp_duty.ts';
import { successionLaw } from './succession.ts';
import { lawyer, notarialDeed } from './tariffs.ts';
import { trialLaw } from './trial.ts';

/** The law of Japan. */
export const jp: Jurisdiction = {
  id: 'jp',
  label: { ja: '日本', en: 'Japan' },
  is_default: true,
  country: 'JP',
  currency: 'JPY',
  minor_digits: 0,
  currency_sign: { ja: { before: '', after: '円' }, en: { before: '¥', after: '' } },
  time_zone: 'Asia/Tokyo',
  version: 'jp-2026-06-27.14',
  checked: CHECKED,
  petitions,
  fixed_by_suit: fixedBySuit,
  objection_credit: objectionCredit,
  refund: refundRule,
  fees,
  beside,
  estimates,
  letter_layouts: letterLayouts,
  notarial_deed: notarialDeed,
  lawyer,
  limits,
  late_interest: lateInterestLaw,
  limitation: limitationLaw,
  insolvency: insolvencyRules,
  servicer,
  conduct,
  bad_debt: badDebt,
  provisional_attachment: provisionalAttachmentLaw,
  abroad: abroadLaw,
  succession: successionLaw,
  guarantee: guaranteeLaw,
  goods_security: goodsSecurityLaw,
  fee_credit: feeCreditLaw,
  enforcement: enforcementLaw,
  bad_debt_facts: badDebtFactLaw,
  liability: liabilityLaw,
  instruments: instrumentLaw,
  stamp_duty: stampDutyLaw,
  trial: trialLaw,
  change_watch: changeWatch,
  citations,
};
