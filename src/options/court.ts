// What the court routes share: how a debtor behaves before a court, what a hearing leads to, and who appears for us (docs/model.md 7).
// Chances do not depend on the amount, so they are computed once per evaluation; only flows and states are made for each claim.

import * as z from 'zod';
import { complement, DISPUTING, every, type PerKind, perKind, product, zipKinds } from '../assumptions/kinds.ts';
import { amountField, chanceField } from '../fields/field.ts';
import { isAbove, oneMinus, over, plus, power, times } from '../numbers/number.ts';
import { ifSolvent, type Split, splitBySolvency } from './failure.ts';
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
  readonly breaks: PerKind;
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
    breaks: complement(court.settlement_performed),
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

function payingOnService(c: Case, route: ServedRoute, at: number, acknowledged: boolean) {
  const pays = product(c.a.court.pays_on_service[route], c.once(behaviourIn, acknowledged).shadow);
  return { paying: splitBySolvency(c, pays, at), unpaid: complement(pays) };
}

/** Service of a claim by a route, months after the filing, and whether counsel takes a share of what is then paid. */
interface Service {
  readonly route: ServedRoute;
  readonly at: number;
  readonly counsel: boolean;
}

/** Filing and service: some pay when they are served; the others go on to `rest`. */
export function served(
  s: Situation,
  { route, at, counsel }: Service,
  rest: (unpaid: PerKind) => readonly Fork[],
): Fork[] {
  // Nobody reads a notice at the court, so nobody pays because of it.
  if (isServedByNotice(s)) return [...rest(ENTIRE_CLAIM)];
  const { paying, unpaid } = s.once(payingOnService, route, at, s.state.acknowledged);
  const event: Event = { id: 'paid_on_service', at, flows: [receipt(s, s.debtor.paid_share, counsel)] };
  return [...ifSolvent(s, paying, event, s.state.balance), ...rest(unpaid)];
}

/** Chance that a title at `at` is paid at once, if the debtor is still solvent. */
export const willing = (c: Case, at: number): Split => splitBySolvency(c, c.a.court.pays_after_title, at);

/** A title that is obtained. */
interface Title {
  readonly id: string;
  /** Months after the filing. */
  readonly at: number;
  /** Share of the claim that it grants, per kind. */
  readonly share: PerKind;
  readonly counsel: boolean;
  /** Chance that it is paid at once. */
  readonly pays: Split;
}

/** A title: some pay at once; against the rest the claim goes on with the title in hand. */
export function title(s: Situation, { id, at, share, counsel, pays }: Title): Event {
  const paid: Event = { id: 'paid_after_title', at, flows: [receipt(s, share, counsel)] };
  return {
    id,
    at,
    next: [
      ...ifSolvent(s, pays, paid, s.state.balance),
      {
        chance: behaviour(s).unwilling,
        event: { id: 'enforceable', label: UNPAID_TITLE, at, goes_on: titleState(at, share, counsel) },
      },
    ],
  };
}

const UNPAID_TITLE = { ja: '債務名義を得ても払われない場合', en: 'if a title is not paid' };

const titleState = (at: number, share: PerKind, counsel: boolean): Partial<State> => ({
  standing: 'title',
  enforceable: true,
  share,
  counsel,
  acknowledged: true,
  limitation: Number.POSITIVE_INFINITY,
  unseen: at,
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

/** Chance that a settlement in court to be paid at `at` is performed, if the debtor is still solvent. */
const performing = (c: Case, at: number): Split => splitBySolvency(c, c.a.court.settlement_performed, at);

/** Without an address for service a suit is served by public notice. */
export const isServedByNotice = ({ facts: { claim } }: Case): boolean => claim.address_known === false;

/** After public notice nobody appears, and absence admits nothing: the court decides on our evidence. */
function unopposed(s: Situation, months: Months, counsel: boolean): readonly Fork[] {
  const { win } = behaviour(s);
  const decided = plus(months.default, s.a.court.months.voluntary);
  const judged = { id: 'judgment', at: decided, share: ENTIRE_CLAIM, counsel, pays: s.once(willing, decided) };
  return [
    {
      chance: ENTIRE_CLAIM,
      event: { id: 'absent', at: months.default, next: [{ chance: win, event: title(s, judged) }] },
    },
  ];
}

/** What follows once a suit has been served and not paid: absence, a settlement in court, or a contested judgment. */
export function hearing(s: Situation, route: HearingRoute, months: Months, counsel: boolean): readonly Fork[] {
  if (isServedByNotice(s)) return unopposed(s, months, counsel);
  const { court } = s.a;
  const b = behaviour(s);
  const { voluntary, settlement_paid } = court.months;
  const settled = plus(months.settlement, settlement_paid);
  const judged = plus(months.judgment, voluntary);
  const absent = court.absent[route];
  const decided = plus(months.default, voluntary);
  const chances = s.once(hearingChances, route);
  const payment: Event = { id: 'settlement_paid', at: settled, flows: [receipt(s, b.settlement, counsel)] };
  return [
    {
      chance: absent,
      event: {
        id: 'absent',
        at: months.default,
        next: [
          {
            chance: b.by_default,
            event: title(s, {
              id: 'default_judgment',
              at: decided,
              share: ENTIRE_CLAIM,
              counsel,
              pays: s.once(willing, decided),
            }),
          },
        ],
      },
    },
    {
      chance: chances.settles,
      event: {
        id: 'court_settlement',
        at: months.settlement,
        next: [
          ...ifSolvent(s, s.once(performing, settled), payment, s.state.balance),
          {
            chance: b.breaks,
            event: {
              id: 'settlement_broken',
              label: UNPAID_TITLE,
              at: settled,
              goes_on: titleState(settled, b.settlement, counsel),
            },
          },
        ],
      },
    },
    {
      chance: chances.contests,
      event: {
        id: 'contested',
        at: judged,
        next: [
          {
            chance: b.win,
            event: title(s, { id: 'judgment', at: judged, share: b.granted, counsel, pays: s.once(willing, judged) }),
          },
          { chance: b.lose, event: { id: 'lost', at: judged, flows: [{ external: court.loser_cost }] } },
        ],
      },
    },
  ];
}
