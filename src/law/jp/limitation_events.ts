// Japan: what postpones a limitation or starts it anew. Civil Code art. 147 to 161; before 2020-04-01 the former Civil Code.

import type { EventRule, LimitationEventKind } from '../contract/limitation.ts';
import type { Citation } from '../dated.ts';
import { bankruptcyAct, citations, cite, civilCode, companiesAct, oldCivilCode } from './citations.ts';

const sixMonths = { months: 6 } as const;

/** What most events have in common. */
const commonRule = {
  pending: false,
  grace: null,
  grace_by_agreement: false,
  grace_after_refusal: null,
  cap: null,
  no_effect_while: [],
  renews: 'never',
  bars_invocation: null,
  gives_title: false,
} as const;

/** What the debtor does itself: after the end of the period good faith keeps it from invoking the limitation, and a new period runs. */
const byDebtor = { ...commonRule, renews: 'at_once', bars_invocation: citations.limitation_lost } as const;

const proceeding = { ...commonRule, pending: true, grace: sixMonths, renews: 'at_end', gives_title: true } as const;

const labels = {
  demand_received: { ja: '催告の到達', en: 'demand received' },
  acknowledgment: { ja: '承認', en: 'acknowledgment' },
  part_payment: { ja: '一部弁済', en: 'part payment' },
  consultation_agreement: { ja: '協議を行う旨の合意', en: 'agreement to consult' },
  suit: { ja: '裁判上の請求', en: 'suit' },
  payment_order: { ja: '支払督促', en: 'payment order' },
  mediation: { ja: '調停・訴え提起前の和解', en: 'mediation or settlement before suit' },
  insolvency_proof: { ja: '倒産手続への参加', en: 'proof in insolvency' },
  enforcement: { ja: '強制執行・財産開示等', en: 'enforcement or asset disclosure' },
  provisional_attachment: { ja: '仮差押え・仮処分', en: 'provisional attachment' },
  special_liquidation: { ja: '特別清算開始の命令', en: 'order of special liquidation' },
  discharge_pending: { ja: '免責許可の申立て', en: 'application for discharge' },
  disaster: { ja: '天災その他の事変', en: 'disaster' },
} as const;

/** Events whose rule stands in acts that the reform left alone. */
const elsewhere = {
  special_liquidation: {
    ...commonRule,
    label: labels.special_liquidation,
    pending: true,
    grace: { months: 2 },
    citation: cite(companiesAct, '515条3項', 'art. 515(3)'),
  },
  discharge_pending: {
    ...commonRule,
    label: labels.discharge_pending,
    pending: true,
    grace: { months: 2 },
    citation: cite(bankruptcyAct, '249条3項', 'art. 249(3)'),
  },
} satisfies Partial<Record<LimitationEventKind, EventRule>>;

/** Postponement and renewal since the reform. */
export const newEvents: Readonly<Record<LimitationEventKind, EventRule | null>> = {
  demand_received: {
    ...commonRule,
    label: labels.demand_received,
    grace: sixMonths,
    no_effect_while: ['demand_received', 'consultation_agreement'],
    citation: citations.limitation_demand,
  },
  acknowledgment: {
    ...byDebtor,
    label: labels.acknowledgment,
    citation: citations.limitation_acknowledgment,
  },
  part_payment: {
    ...byDebtor,
    label: labels.part_payment,
    citation: citations.limitation_acknowledgment,
  },
  consultation_agreement: {
    ...commonRule,
    label: labels.consultation_agreement,
    grace: { years: 1 },
    grace_by_agreement: true,
    grace_after_refusal: sixMonths,
    cap: { years: 5 },
    no_effect_while: ['demand_received'],
    citation: citations.limitation_agreement,
  },
  suit: { ...proceeding, label: labels.suit, citation: citations.limitation_suit },
  payment_order: { ...proceeding, label: labels.payment_order, citation: citations.limitation_suit },
  mediation: { ...proceeding, label: labels.mediation, citation: citations.limitation_suit },
  insolvency_proof: { ...proceeding, label: labels.insolvency_proof, citation: citations.limitation_suit },
  enforcement: {
    ...proceeding,
    label: labels.enforcement,
    gives_title: false,
    citation: cite(civilCode, '148条', 'art. 148'),
  },
  provisional_attachment: {
    ...commonRule,
    label: labels.provisional_attachment,
    pending: true,
    grace: sixMonths,
    citation: cite(civilCode, '149条', 'art. 149'),
  },
  ...elsewhere,
  disaster: {
    ...commonRule,
    label: labels.disaster,
    pending: true,
    grace: { months: 3 },
    citation: cite(civilCode, '161条', 'art. 161'),
  },
};

const oldEvent = (ja: string, en: string): Citation => cite(oldCivilCode, ja, en, 'unverified');
// An action that was withdrawn or dismissed did not interrupt the period at all.
const oldProceeding = { ...proceeding, grace: null } as const;

/** Interruption before the reform. The text of these provisions was not at hand: every rule is unverified. */
export const oldEvents: Readonly<Record<LimitationEventKind, EventRule | null>> = {
  demand_received: {
    ...commonRule,
    label: labels.demand_received,
    grace: sixMonths,
    no_effect_while: ['demand_received'],
    citation: oldEvent('153条', 'art. 153'),
  },
  acknowledgment: {
    ...byDebtor,
    label: labels.acknowledgment,
    citation: oldEvent('147条3号・156条', 'art. 147(iii), 156'),
  },
  part_payment: {
    ...byDebtor,
    label: labels.part_payment,
    citation: oldEvent('147条3号・156条', 'art. 147(iii), 156'),
  },
  consultation_agreement: null,
  suit: { ...oldProceeding, label: labels.suit, citation: oldEvent('147条1号・149条', 'art. 147(i), 149') },
  payment_order: {
    ...oldProceeding,
    label: labels.payment_order,
    citation: oldEvent('147条1号・150条', 'art. 147(i), 150'),
  },
  mediation: {
    ...oldProceeding,
    label: labels.mediation,
    grace: { months: 1 },
    citation: oldEvent('147条1号・151条', 'art. 147(i), 151'),
  },
  insolvency_proof: {
    ...oldProceeding,
    label: labels.insolvency_proof,
    citation: oldEvent('147条1号・152条', 'art. 147(i), 152'),
  },
  enforcement: {
    ...oldProceeding,
    label: labels.enforcement,
    gives_title: false,
    citation: oldEvent('147条2号・154条', 'art. 147(ii), 154'),
  },
  provisional_attachment: {
    ...oldProceeding,
    label: labels.provisional_attachment,
    gives_title: false,
    citation: oldEvent('147条2号・154条', 'art. 147(ii), 154'),
  },
  ...elsewhere,
  disaster: {
    ...commonRule,
    label: labels.disaster,
    pending: true,
    citation: oldEvent('161条', 'art. 161'),
  },
};
