// What the court routes share: how a debtor behaves before a court, what a hearing leads to, and who appears for us (docs/model.md 7).
// Chances do not depend on the amount, so they are computed once per evaluation; only flows and states are made for each claim.

import * as z from 'zod';
import { complement, DISPUTING, every, type PerKind, perKind, product, zipKinds } from '../assumptions/kinds.ts';
import { amountField, chanceField } from '../fields/field.ts';
import { isAbove, minus, oneMinus, over, plus, power, times } from '../numbers/number.ts';
import { failureEvent } from './failure.ts';
import { HALF, leg } from './leg.ts';
import {
  type Case,
  type Event,
  type Figure,
  type Flow,
  type Fork,
  type Scaling,
  type Situation,
  type State,
  statedTerms,
} from './option.ts';

/** What a caller may say about all court routes together. */
export const litigateTerms = z.strictObject({
  cost: amountField({
    label: { ja: '法的手続の見積費用', en: 'quoted cost of litigation' },
    description: "Your lawyer's quote for court work, replacing the benchmark retainer and success fee.",
    description_ja: '弁護士の見積額（着手金と報酬の合計）。標準額の代わりに使います。',
    example: 300000,
  }).optional(),
  win_rate: chanceField({
    label: { ja: '勝訴見込み', en: 'chance of winning' },
    description: 'Chance of winning if the case is contested, replacing the default by evidence.',
    description_ja: '争われた場合の勝訴の見込み。証拠の強さによる既定値の代わりに使います。',
    example: 0.8,
  }).optional(),
});

type ServedRoute = keyof Case['a']['court']['pays_on_service'];
type HearingRoute = keyof Case['a']['court']['absent'];

const statedLitigation = statedTerms<z.output<typeof litigateTerms>>('litigate');

/** The chance of winning from which a court route is worth taking. */
export const winFigure = (s: Situation): Figure => ({
  name: 'win_rate',
  label: { ja: '訴える価値のある最低の勝訴見込み', en: 'lowest chance of winning worth suing at' },
  kind: 'chance',
  worst: 0,
  best: 1,
  ask: (value) => ({ terms: { litigate: { ...statedLitigation(s), win_rate: value } } }),
  against: 'doing_without',
});

/** How long a route takes, months from filing. */
export interface Months {
  readonly default: number;
  readonly settlement: number;
  readonly judgment: number;
}

/** How long a suit over the balance takes in the court that has jurisdiction. */
export function suitMonths(s: Situation): Months & { readonly service: number } {
  const { months } = s.a.court;
  return s.state.balance <= s.tariff.summary_court_max
    ? {
        service: months.summary_service,
        default: months.summary_default,
        settlement: months.summary_settlement,
        judgment: months.summary_judgment,
      }
    : {
        service: months.district_service,
        default: months.district_default,
        settlement: months.district_settlement,
        judgment: months.district_judgment,
      };
}

/** Whether counsel is instructed: as the caller wishes, with a quote, else above the limit of the summary court. */
export function needsCounsel(s: Situation): boolean {
  const wish = s.facts.claim.lawyer;
  if (wish !== undefined) return wish === 'yes';
  return statedLitigation(s).cost !== undefined || s.state.balance > s.tariff.summary_court_max;
}

/** Counsel's fees: the caller's quote, or the benchmark tariff on the balance. */
export function counselFees(s: Situation): { retainer: number; success_rate: number } {
  const quote = statedLitigation(s).cost?.toNumber();
  if (quote !== undefined) return { retainer: quote, success_rate: 0 };
  const { balance } = s.state;
  const level = s.a.court.counsel_fee_level;
  return {
    retainer: times(level, s.tariff.retainer(balance)),
    success_rate: over(times(level, s.tariff.success(balance)), balance),
  };
}

/** A court route scales with the balance, within one court; its fees are prices of their own, counsel's retainer the last of them. */
export function courtScaling(s: Situation, prices: readonly number[]): Scaling {
  if (!needsCounsel(s)) return { prices };
  const { retainer, success_rate: fee_rate } = counselFees(s);
  return { prices: [...prices, retainer], fee_rate };
}

/** Costs of a suit beside the court's fees: counsel's retainer, which is the price with this number, and our own time. */
export const conducting = (s: Situation, counsel: boolean, price: number): Flow[] =>
  counsel
    ? [
        { external: counselFees(s).retainer, price },
        { own_time: times(s.a.court.hours.with_counsel, s.a.money.staff_rate) },
      ]
    : [{ own_time: times(s.a.court.hours.suit, s.a.money.staff_rate) }];

/** Balances up to which a court route is of one kind. */
export const courtThresholds = (c: Case): number[] => [c.tariff.summary_court_max];

interface Behaviour {
  /** Chance that we win a contested judgment, and that we lose it. */
  readonly win: PerKind;
  readonly lose: PerKind;
  /** Shadow of the judgment: how far a weak case scales payments before judgment. */
  readonly shadow: PerKind;
  /** Share of the claim that a contested judgment grants. */
  readonly granted: PerKind;
  /** Share of the claim that a settlement in court brings. */
  readonly settlement: PerKind;
  readonly by_default: PerKind;
  readonly unwilling: PerKind;
}

/** How each kind of debtor behaves before a court, given the evidence and the dispute. */
export const behaviour = (s: Situation): Behaviour => s.once(behaviourIn, s.state.acknowledged);

function behaviourIn(c: Case, acknowledged: boolean): Behaviour {
  const { court } = c.a;
  const { disputed, evidence } = c.facts;
  const stated = statedLitigation(c).win_rate;
  const chances = (clear: number, contested: number) =>
    perKind((k) => {
      if (acknowledged) return clear;
      if (k === DISPUTING) return contested;
      return disputed ? over(plus(clear, contested), 2) : clear;
    });
  const win =
    stated === undefined ? chances(court.win_undisputed[evidence], court.win_disputed[evidence]) : every(stated);
  const usual = chances(court.win_undisputed.medium, court.win_disputed.medium);
  const shadow = zipKinds(win, usual, (own, other) =>
    isAbove(other, own) ? power(over(own, other), court.shadow_power) : 1,
  );
  const kept = acknowledged ? court.acknowledged_loss_share : 1;
  const loss = times(times(c.a.dispute.lost_share, c.debtor.dispute_share), kept);
  return {
    win,
    lose: complement(win),
    shadow,
    granted: perKind((k) => (k === DISPUTING ? oneMinus(loss) : 1)),
    settlement: product(court.settlement_share, shadow),
    by_default: every(court.win_by_default),
    unwilling: complement(court.pays_after_title),
  };
}

/** A receipt through court, with nearly all the interest and less counsel's success fee. */
const receipt = (s: Situation, share: PerKind, counsel: boolean): Flow => {
  const { balance: principal } = s.state;
  const interest_share = s.a.money.interest_paid_in_court;
  return counsel
    ? { principal, share, interest_share, fee_rate: counselFees(s).success_rate }
    : { principal, share, interest_share };
};

/** The shares that pay when they are served by a route: fewer where our case is weak, and where the debtor cannot be found. */
function payingOnService(c: Case, route: ServedRoute, acknowledged: boolean) {
  const { court } = c.a;
  const pays = product(court.pays_on_service[route], c.once(behaviourIn, acknowledged).shadow).map((p) =>
    times(p, c.debtor.written),
  );
  return { pays, unpaid: complement(pays) };
}

/** Service of a claim by a route, months after the filing, and whether counsel takes a share of what is then paid. */
interface Service {
  readonly route: ServedRoute;
  readonly at: number;
  readonly counsel: boolean;
}

/** What a debtor who pays by itself while a procedure runs brings. */
export const paidBeside = (s: Situation, counsel: boolean): Flow => ({
  ...receipt(s, s.debtor.paid_share, counsel),
  interest_share: s.a.money.interest_paid_voluntarily,
});

/** Filing and service: months pass, some pay when they are served; the others go on to `rest`. */
export function served(
  s: Situation,
  { route, at, counsel }: Service,
  rest: (unpaid: PerKind) => readonly Fork[],
): Fork[] {
  const until = { from: 0, months: at, pressure: 'procedure', receipt: paidBeside(s, counsel) } as const;
  // Nobody reads a notice at the court, so nobody pays because of it.
  if (isServedByNotice(s)) return leg(s, until, { id: 'served', at, next: rest(ENTIRE_CLAIM) });
  const { pays, unpaid } = s.once(payingOnService, route, s.state.acknowledged);
  const event: Event = { id: 'paid_on_service', at, flows: [receipt(s, s.debtor.paid_share, counsel)] };
  return leg(s, until, { id: 'served', at, next: [{ chance: pays, event }, ...rest(unpaid)] });
}

/** A title that is obtained. */
interface Title {
  readonly id: string;
  /** Months after the filing. */
  readonly at: number;
  /** Share of the claim that it grants, per kind. */
  readonly share: PerKind;
  readonly counsel: boolean;
}

/** A title: some pay at once; against the rest the claim goes on with the title in hand. */
export function title(s: Situation, { id, at, share, counsel }: Title): Event {
  const paid: Event = { id: 'paid_after_title', at, flows: [receipt(s, share, counsel)] };
  return {
    id,
    at,
    next: [
      { chance: s.a.court.pays_after_title, event: paid },
      {
        chance: behaviour(s).unwilling,
        event: { id: 'enforceable', label: UNPAID_TITLE, at, goes_on: titleState(share, counsel) },
      },
    ],
  };
}

const UNPAID_TITLE = { ja: '債務名義を得ても払われない場合', en: 'if a title is not paid' };

const titleState = (share: PerKind, counsel: boolean): Partial<State> => ({
  standing: 'title',
  enforceable: true,
  share,
  counsel,
  acknowledged: true,
  limitation: Number.POSITIVE_INFINITY,
});

/** All of the claim, for every kind. */
export const ENTIRE_CLAIM: PerKind = every(1);

/** How a hearing ends for those who come to it. */
function hearingChances(c: Case, route: HearingRoute) {
  const { court } = c.a;
  const present = complement(court.absent[route]);
  return {
    settles: product(present, court.settles_in_court),
    contests: product(present, complement(court.settles_in_court)),
  };
}

/** Without an address for service a suit is served by public notice. */
export const isServedByNotice = ({ facts: { claim } }: Case): boolean => claim.address_known === false;

/** A hearing to come: the route, how long its ways take from the filing, and the month in which the waiting for them begins. */
interface Hearing {
  readonly route: HearingRoute;
  readonly months: Months;
  readonly from: number;
  readonly counsel: boolean;
}

/** Waits from the beginning of a hearing until an event, while the debtor lives on. */
const until = (s: Situation, { from, counsel }: Hearing, event: Event): Fork[] =>
  leg(s, { from, months: minus(event.at, from), pressure: 'procedure', receipt: paidBeside(s, counsel) }, event);

/** After public notice nobody appears, and absence admits nothing: the court decides on our evidence. */
function unopposed(s: Situation, h: Hearing): readonly Fork[] {
  const { months, from, counsel } = h;
  const { win } = behaviour(s);
  const at = plus(months.default, s.a.court.months.voluntary);
  const judged = title(s, { id: 'judgment', at, share: ENTIRE_CLAIM, counsel });
  const decided: Event = { id: 'decided', at, next: [{ chance: win, event: judged }] };
  return [{ chance: ENTIRE_CLAIM, event: { id: 'absent', at: from, next: until(s, h, decided) } }];
}

/** A settlement in court: instalments in two halves; what is not paid can be enforced (docs/model.md 7). */
function settlement(s: Situation, { months, counsel }: Hearing): Event {
  const { court } = s.a;
  const b = behaviour(s);
  const { first_instalments, all_instalments } = court.months;
  const kept = s.once(keptHalf);
  const broken = complement(kept);
  const half = b.settlement.map((share) => times(share, HALF));
  const paid = (at: number): Flow[] => [{ ...receipt(s, half, counsel), at }];
  const rest = (at: number, share: PerKind): Event => ({
    id: 'settlement_broken',
    label: BROKEN_SETTLEMENT,
    at,
    goes_on: titleState(share, counsel),
  });
  const first = plus(months.settlement, first_instalments);
  const last = plus(months.settlement, all_instalments);
  const { balance } = s.state;
  const after = { from: months.settlement, months: first_instalments, owed: balance };
  const later = { from: first, months: minus(all_instalments, first_instalments), owed: times(balance, HALF) };
  const finished: Event = {
    id: 'settlement_due',
    at: last,
    next: [
      { chance: kept, event: { id: 'settlement_paid', at: last, flows: paid(last) } },
      { chance: broken, event: rest(last, half) },
    ],
  };
  const begun: Event = {
    id: 'settlement_half_due',
    at: first,
    next: [
      {
        chance: kept,
        event: { id: 'settlement_half_paid', at: first, flows: paid(first), next: surviving(s, later, finished) },
      },
      { chance: broken, event: rest(first, b.settlement) },
    ],
  };
  return { id: 'court_settlement', at: months.settlement, next: surviving(s, after, begun) };
}

const BROKEN_SETTLEMENT = { ja: '和解の分割金が払われない場合', en: 'if instalments of the settlement are missed' };

/** Chance of keeping each half of a settlement in court, so that both are kept as often as one is. */
const keptHalf = (c: Case): PerKind => c.a.court.settlement_performed.map((p) => power(p, HALF));

/** Follows a debtor to an event of an agreement that it keeps or not: meanwhile it may only fail, which the agreement does not prevent. */
function surviving(
  s: Situation,
  { from, months, owed }: { readonly from: number; readonly months: number; readonly owed: number },
  event: Event,
): Fork[] {
  const { alive, failed } = s.debtor.survival(months);
  const fails = failureEvent(s, plus(from, over(months, 2)), owed);
  return [
    { chance: alive, event },
    { chance: failed, event: fails },
  ];
}

/** What follows once a suit has been served and not paid: absence, a settlement in court, or a contested judgment. */
export function hearing(s: Situation, h: Hearing): readonly Fork[] {
  if (isServedByNotice(s)) return unopposed(s, h);
  const { route, months, from, counsel } = h;
  const { court } = s.a;
  const b = behaviour(s);
  const { voluntary } = court.months;
  const decided = plus(months.default, voluntary);
  const judged = plus(months.judgment, voluntary);
  const chances = s.once(hearingChances, route);
  const granted = title(s, { id: 'default_judgment', at: decided, share: ENTIRE_CLAIM, counsel });
  const won = title(s, { id: 'judgment', at: judged, share: b.granted, counsel });
  const lost: Event = { id: 'lost', at: judged, flows: [{ external: court.loser_cost }] };
  const byDefault: Event = { id: 'decided', at: decided, next: [{ chance: b.by_default, event: granted }] };
  const contested: Event = {
    id: 'decided',
    at: judged,
    next: [
      { chance: b.win, event: won },
      { chance: b.lose, event: lost },
    ],
  };
  return [
    { chance: court.absent[route], event: { id: 'absent', at: from, next: until(s, h, byDefault) } },
    { chance: chances.settles, event: { id: 'appears', at: from, next: until(s, h, settlement(s, h)) } },
    { chance: chances.contests, event: { id: 'contested', at: from, next: until(s, h, contested) } },
  ];
}
