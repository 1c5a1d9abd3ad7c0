// Every step that costs something, and what it costs on a day, whatever kind of fee it is: one way to ask for all of `fees.ts`.
// What nobody knows stays unknown, and what the law of the day does not have is no zero.
import type { Day } from '../values/day.ts';
import type { Money } from '../values/money.ts';
import type { Text } from '../values/text.ts';
import { PETITIONS, type Petition } from './contract/court_fees.ts';
import { type AdditionalCosts, FLAT_FEES, type FlatFee } from './contract/flat_fees.ts';
import { type Certainty, type Citation, type Dated, periodAt, weakest } from './dated.ts';
import {
  certifiedMailFee,
  type FeeLine,
  filingFee,
  flatFee,
  lawyerFee,
  notarialDeedFee,
  objectionExtraFee,
  refund,
  tariffDay,
} from './fees.ts';
import type { Jurisdiction } from './law.ts';

/** The two sheets of a certified letter are one procedure, by number of sheets. */
export type FlatProcedure = Exclude<FlatFee, 'certified_mail_first_sheet' | 'certified_mail_extra_sheet'>;
const FLAT_PROCEDURES = FLAT_FEES.filter((id): id is FlatProcedure => !id.startsWith('certified_mail'));
/** Steps whose cost is computed in a way of its own. */
const OTHER_PROCEDURES = [
  'objection',
  'refund',
  'notarial_deed',
  'certified_mail',
  'lawyer',
  'lawyer_payment_order',
] as const;
/** A step that costs something. */
export type Procedure = Petition | FlatProcedure | (typeof OTHER_PROCEDURES)[number];
/** Every step that costs something. */
export const PROCEDURES: readonly Procedure[] = [...PETITIONS, ...OTHER_PROCEDURES, ...FLAT_PROCEDURES];

/** Whether a step is a petition whose fee follows the amount. */
export const isPetition = (procedure: Procedure): procedure is Petition =>
  (PETITIONS as readonly string[]).includes(procedure);
/** Whether a step has one fee whatever the amount. */
const isFlatProcedure = (procedure: Procedure): procedure is FlatProcedure =>
  (FLAT_PROCEDURES as readonly string[]).includes(procedure);
/** Whether what a step costs on a day depends on an amount. Throws `LawNotCovered`. */
export const followsAmount = (law: Jurisdiction, procedure: Procedure, on: Day): boolean =>
  isPetition(procedure) ? periodAt(law.petitions[procedure], on).value?.share[0] !== 0 : needsAmount(procedure);
/** What cannot be computed without an amount. */
export const needsAmount = (procedure: Procedure): boolean =>
  !isFlatProcedure(procedure) && procedure !== 'certified_mail';

/** Additional costs of a step, beside its fee. */
export function besideOf(law: Jurisdiction, procedure: Procedure): AdditionalCosts {
  if (isFlatProcedure(procedure)) return law.beside[procedure] ?? {};
  return (procedure === 'certified_mail' ? law.beside.certified_mail_first_sheet : undefined) ?? {};
}

/** The dated values without which a step has no price. */
function pricesOf(law: Jurisdiction, procedure: Procedure): readonly Dated<unknown>[] {
  if (isPetition(procedure)) return [law.petitions[procedure]];
  if (isFlatProcedure(procedure)) return [law.fees[procedure]];
  const { retainer, success, minimum_retainer, payment_order_retainer, payment_order_minimum_retainer } = law.lawyer;
  const others = {
    objection: [law.petitions.suit, law.petitions.payment_order],
    refund: [law.refund],
    notarial_deed: [law.notarial_deed],
    certified_mail: [law.fees.certified_mail_first_sheet, law.fees.certified_mail_extra_sheet],
    lawyer: [retainer, success, minimum_retainer],
    lawyer_payment_order: [payment_order_retainer, success, payment_order_minimum_retainer],
  } as const;
  return others[procedure];
}

/** Names of the steps that are no single value, and of the lines of their cost. */
const PROCEDURE_LABELS = {
  objection: { ja: '督促異議による訴訟移行の追加手数料', en: 'further fee when a payment order becomes a suit' },
  refund: { ja: '早期取下げの還付', en: 'refund on early withdrawal' },
  notarial_deed: { ja: '公正証書の作成手数料', en: 'notarial deed' },
  certified_mail: { ja: '内容証明郵便（配達証明付き）', en: 'certified mail with delivery certificate' },
  lawyer: { ja: '弁護士費用の目安（訴訟、税別）', en: 'benchmark for a lawyer in a suit, before tax' },
  lawyer_payment_order: {
    ja: '弁護士費用の目安（督促手続、税別）',
    en: 'benchmark for a lawyer in a payment order, before tax',
  },
  paid: { ja: '納付した手数料', en: 'fee paid' },
  kept: { ja: '還付されない額', en: 'what is kept' },
  retainer: { ja: '着手金', en: 'retainer' },
  success: { ja: '報酬金（全額回収のとき）', en: 'success fee, if all is obtained' },
  first_sheet: { ja: '1枚目', en: 'first sheet' },
  extra_sheets: { ja: '2枚目以降', en: 'further sheets' },
} as const satisfies Record<string, Text>;

/** The name of a step. */
export const procedureLabel = (law: Jurisdiction, procedure: Procedure): Text =>
  isPetition(procedure)
    ? law.petitions[procedure].label
    : isFlatProcedure(procedure)
      ? law.fees[procedure].label
      : PROCEDURE_LABELS[procedure];

/** What a step costs, whatever it is. */
export interface Cost {
  readonly fee: Money | null;
  readonly base?: Money;
  readonly flat?: Money;
  /** null = taken, but of an unknown amount; absent = none. */
  readonly postage?: Money | null;
  readonly postage_certainty?: Certainty;
  readonly range?: { readonly low: Money; readonly high: Money; readonly certainty: Certainty; readonly by: Citation };
  readonly lines: readonly FeeLine[];
  readonly citations: readonly Citation[];
  readonly certainty: Certainty;
}

/** What the cost of a step depends on. */
export interface CostQuery {
  readonly amount: Money;
  readonly on: Day;
  readonly filing: 'paper' | 'online';
  readonly defendants: number;
  readonly sheets: number;
  /** Day on which the suit was filed, where it decides the fee. */
  readonly suit_on?: Day | undefined;
}

const costLine = (code: keyof typeof PROCEDURE_LABELS, amount: Money): FeeLine => ({
  code,
  label: PROCEDURE_LABELS[code],
  amount,
});

function lawyerCost(law: Jurisdiction, { amount, on }: CostQuery, route: 'suit' | 'payment_order'): Cost {
  const usual = lawyerFee(law, amount, on, route);
  const fee = usual.retainer.plus(usual.success);
  const spread = periodAt(law.lawyer.spread, on);
  const lines = [costLine('retainer', usual.retainer), costLine('success', usual.success)];
  if (spread.value === null) return { fee, lines, citations: usual.citations, certainty: usual.certainty };
  const move = fee.times(spread.value);
  return {
    fee,
    lines,
    range: { low: fee.minus(move), high: fee.plus(move), certainty: spread.certainty, by: spread.citation },
    citations: usual.citations,
    certainty: usual.certainty,
  };
}

function mailCost(law: Jurisdiction, { sheets, on }: CostQuery): Cost {
  const first = certifiedMailFee(law, 1, on);
  const whole = certifiedMailFee(law, sheets, on);
  const further = whole.amount.minus(first.amount);
  const { citation } = periodAt(law.fees.certified_mail_extra_sheet, on);
  return {
    fee: whole.amount,
    flat: whole.amount,
    lines: [costLine('first_sheet', first.amount), ...(sheets > 1 ? [costLine('extra_sheets', further)] : [])],
    citations: sheets > 1 ? [first.citation, citation] : [first.citation],
    certainty: whole.certainty,
  };
}

function priceOf(law: Jurisdiction, procedure: Procedure, query: CostQuery): Cost {
  const { amount, on } = query;
  if (isPetition(procedure)) {
    const { total, breakdown, ...rest } = filingFee(law, procedure, query);
    const by = periodAt(law.petitions[procedure], tariffDay(law, procedure, query)).value?.postage_citation;
    return { ...rest, fee: total, lines: breakdown, ...(by ? { postage_certainty: by.certainty } : {}) };
  }
  if (isFlatProcedure(procedure)) {
    const { amount: fee, citation, certainty } = flatFee(law, procedure, on);
    return {
      fee,
      flat: fee,
      ...(besideOf(law, procedure).postage ? { postage: null } : {}),
      lines: [{ code: 'flat', label: law.fees[procedure].label, amount: fee }],
      citations: [citation],
      certainty,
    };
  }
  switch (procedure) {
    case 'objection': {
      const { total, breakdown, citations, certainty } = objectionExtraFee(law, query);
      return { fee: total, lines: breakdown, citations, certainty };
    }
    case 'refund': {
      const back = refund(law, amount, on);
      const kept = back.amount.minus(amount);
      return {
        fee: back.amount,
        lines: [costLine('paid', amount), costLine('kept', kept)],
        citations: [back.citation],
        certainty: back.certainty,
      };
    }
    case 'notarial_deed': {
      const deed = notarialDeedFee(law, amount, on);
      return {
        fee: deed.amount,
        base: deed.amount,
        lines: [{ code: 'base', label: PROCEDURE_LABELS.notarial_deed, amount: deed.amount }],
        citations: [deed.citation],
        certainty: deed.certainty,
      };
    }
    case 'certified_mail':
      return mailCost(law, query);
    case 'lawyer':
      return lawyerCost(law, query, 'suit');
    case 'lawyer_payment_order':
      return lawyerCost(law, query, 'payment_order');
  }
}

/** The newest sources of what a step costs. */
export const sourcesOfPrice = (law: Jurisdiction, procedure: Procedure): readonly Citation[] =>
  pricesOf(law, procedure).flatMap(({ periods }) => periods.slice(-1).map(({ citation }) => citation));

/** The answer when a price was abolished, or did not exist yet: no figure, and no zero. */
const noCost = (law: Jurisdiction, procedure: Procedure, on: Day): Cost => {
  const sources = pricesOf(law, procedure).map((dated) => periodAt(dated, on));
  return {
    fee: null,
    lines: [],
    citations: sources.map(({ citation }) => citation),
    certainty: weakest(sources.map(({ certainty }) => certainty)),
  };
};

/**
 * What a step costs on a day: line by line, and without a figure where the law of the day has no such price. Throws `LawNotCovered`
 * on a day that the data do not cover.
 */
export function procedureCost(law: Jurisdiction, procedure: Procedure, query: CostQuery): Cost {
  const exists = pricesOf(law, procedure).every((dated) => periodAt(dated, query.on).value !== null);
  return exists ? priceOf(law, procedure, query) : noCost(law, procedure, query.on);
}
