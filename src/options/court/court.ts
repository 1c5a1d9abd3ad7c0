// What the court routes share: how a debtor behaves before a court, what a hearing leads to, and who appears for us (docs/model.md 7).
// Chances do not depend on the amount, so they are computed once per evaluation; only flows and states are made for each claim.

import { complement, DISPUTING, every, type PerKind, perKind, product, zipKinds } from '../../assumptions/kinds.ts';
import { payingOnTitle } from '../../debtor/in_court.ts';
import { isAbove, minus, oneMinus, over, plus, power, times } from '../../numbers/number.ts';
import type { Case, Event, Figure, Flow, Fork, Situation, State } from '../option.ts';
import { leg } from '../parts/leg.ts';
import { counselFees, statedLitigation } from './acting.ts';
import { ENTIRE_CLAIM, inHalves } from './agreed_title.ts';

type ServedRoute = keyof Case['a']['court']['pays_on_service'];
type HearingRoute = keyof Case['a']['court']['absent'];

/** The chance of winning from which a court route is worth taking. */
export const winFigure = (s: Situation): Figure => ({
  name: 'win_rate',
  label: { ja: '訴える価値のある最低の勝訴の確率', en: 'lowest chance of winning worth suing at' },
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
  /** Shares that pay once there is a title, and that do not: fewer where the debtor cannot be found. */
  readonly paysOnTitle: PerKind;
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
  const paysOnTitle = payingOnTitle(c.a, c.debtor.written);
  const loss = times(times(c.a.dispute.lost_share, c.debtor.dispute_share), kept);
  return {
    win,
    lose: complement(win),
    shadow,
    granted: perKind((k) => (k === DISPUTING ? oneMinus(loss) : 1)),
    settlement: product(court.settlement_share, shadow),
    by_default: every(court.win_by_default),
    paysOnTitle,
    unwilling: complement(paysOnTitle),
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
      { chance: behaviour(s).paysOnTitle, event: paid },
      {
        chance: behaviour(s).unwilling,
        event: { id: 'enforceable', label: UNPAID_TITLE, at, goes_on: titleState(s, share, counsel) },
      },
    ],
  };
}

const UNPAID_TITLE = { ja: '債務名義を得ても払われない場合', en: 'if a title is not paid' };

const titleState = ({ state }: Situation, share: PerKind, counsel: boolean): Partial<State> => ({
  standing: 'title',
  enforceable: true,
  share,
  counsel,
  acknowledged: true,
  limitation: Number.POSITIVE_INFINITY,
  used: state.used,
});

/** Courts of first instance by what they hear. */
type Instance = keyof Case['a']['court']['settles_in_court'];

/** The court that has jurisdiction over the balance. */
const instanceOf = (s: Situation): Instance => (s.state.balance <= s.tariff.summary_court_max ? 'summary' : 'district');

/** How a hearing ends for those who come to it. */
function hearingChances(c: Case, route: HearingRoute, instance: Instance) {
  const { court } = c.a;
  const present = complement(court.absent[route]);
  return {
    settles: product(present, court.settles_in_court[instance]),
    contests: product(present, complement(court.settles_in_court[instance])),
  };
}

/** Without an address for service a suit is served by public notice. */
export const isServedByNotice = ({ facts: { claim } }: Case): boolean => claim.address_known === false;

/** A hearing to come: the route, how long its ways take from the filing, and the month in which the waiting for them begins. */
export interface Hearing {
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
export const settlement = (
  s: Situation,
  { months, counsel }: Pick<Hearing, 'months' | 'counsel'>,
  share: PerKind = behaviour(s).settlement,
): Event =>
  inHalves(s, {
    id: 'court_settlement',
    at: months.settlement,
    share,
    paid: (half, at) => [{ ...receipt(s, half, counsel), at }],
    rest: (left) => titleState(s, left, counsel),
    label: BROKEN_SETTLEMENT,
  });

const BROKEN_SETTLEMENT = { ja: '和解の分割金が払われない場合', en: 'if instalments of the settlement are missed' };

/** What a contested case comes to: a title that grants a part or all, or the costs of the other side. */
function contested(s: Situation, { months, counsel }: Hearing): Event {
  const { court } = s.a;
  const b = behaviour(s);
  const at = plus(months.judgment, court.months.voluntary);
  const won = title(s, { id: 'judgment', at, share: b.granted, counsel });
  const lost: Event = { id: 'lost', at, flows: [{ external: court.loser_cost }] };
  return {
    id: 'decided',
    at,
    next: [
      { chance: b.win, event: won },
      { chance: b.lose, event: lost },
    ],
  };
}

/** What follows once a suit has been served and not paid: absence, a settlement in court, or a contested judgment. */
export function hearing(s: Situation, h: Hearing): readonly Fork[] {
  if (isServedByNotice(s)) return unopposed(s, h);
  const { route, months, from, counsel } = h;
  const { court } = s.a;
  const decided = plus(months.default, court.months.voluntary);
  const chances = s.once(hearingChances, route, instanceOf(s));
  const granted = title(s, { id: 'default_judgment', at: decided, share: ENTIRE_CLAIM, counsel });
  const byDefault: Event = { id: 'decided', at: decided, next: [{ chance: behaviour(s).by_default, event: granted }] };
  return [
    { chance: court.absent[route], event: { id: 'absent', at: from, next: until(s, h, byDefault) } },
    { chance: chances.settles, event: { id: 'appears', at: from, next: until(s, h, settlement(s, h)) } },
    { chance: chances.contests, event: { id: 'contested', at: from, next: until(s, h, contested(s, h)) } },
  ];
}

/** How those who have come to the hearing go on: they settle, or they contest. */
function goingOn({ a }: Case, instance: Instance) {
  const settles = a.court.settles_in_court[instance];
  return { settles, contests: complement(settles) };
}

/** What follows once a hearing has begun to which the debtor came. */
export function heard(s: Situation, h: Hearing): readonly Fork[] {
  if (isServedByNotice(s)) return unopposed(s, h);
  const { settles, contests } = s.once(goingOn, instanceOf(s));
  return [
    { chance: settles, event: { id: 'appears', at: h.from, next: until(s, h, settlement(s, h)) } },
    { chance: contests, event: { id: 'contested', at: h.from, next: until(s, h, contested(s, h)) } },
  ];
}
