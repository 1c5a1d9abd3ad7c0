// What going to court and collecting under a title are worth, written from the descriptions of both (docs/model.md 7): a debtor of one kind is
// followed from event to event, its chances between them are integrals of its hazards, and what may follow a title is tried for all who
// arrive there together. Nothing of the options' event trees is used; claims without tax.

import type { Case, Event, Flow, State } from '../src/options/option.ts';
import { FAILED, flowOf, flowsOf, KINDS, sum, type Vector, type World } from './plain_steps.ts';

/** Where a procedure stands for those who behave as one kind: how many, and months after the valuation day. */
interface Here {
  readonly kind: number;
  readonly weight: number;
  readonly month: number;
}

/** Who arrives at an unpaid title together: how many of each kind, when, and what the title grants. */
export interface Arrival {
  readonly month: number;
  readonly share: Vector;
  readonly counsel: boolean;
  readonly weights: Vector;
  /** They have broken instalments that were the title, so that none are offered again. */
  readonly broken?: boolean;
}

export type Route = 'payment_order' | 'small_claims' | 'suit';
type Pressure = 'procedure' | 'title' | 'expired_title';

/** ∫ f over [0, to] by Simpson's rule. */
function integral(f: (t: number) => number, to: number, n = 400): number {
  const h = to / (2 * n);
  let total = f(0) + f(to);
  for (let i = 1; i < 2 * n; i++) total += (i % 2 === 1 ? 4 : 2) * f(i * h);
  return (total * h) / 3;
}

/** The chances of paying, of failing and of being there after some months, with the share of those who by then are insolvent. */
export function plainLeg(c: Case, kind: number, months: number, pressure: Pressure) {
  const { hazard, court, enforce } = c.a;
  const worn = c.debtor.hazards.pay[kind]! * hazard.wears_off.from_9[kind]! * c.debtor.called;
  const willing = pressure === 'expired_title' ? hazard.after_limitation[kind]! : 1;
  const pressed = enforce.chased[kind]! * willing * c.debtor.called;
  const pay = pressure === 'title' || pressure === 'expired_title' ? pressed : court.beside * worn;
  const fail = c.debtor.hazards.fail[kind]!;
  const open = (t: number) => Math.exp(-(pay + fail) * t);
  return {
    paid: integral((t) => pay * open(t), months),
    failed: integral((t) => fail * open(t), months),
    arrives: open(months),
    turned: kind === FAILED ? 0 : 1 - Math.exp(-c.debtor.hazards.deteriorate[kind]! * months),
  };
}

/** What the law and the assumptions say of a procedure against one claim, as a lawyer would reckon it. */
export class PlainProcedures {
  readonly #world: World;
  readonly #state: State;
  readonly #expired: boolean;
  readonly #drops: boolean;
  #value = 0;

  /**
   * `expired`: the limitation period of the title in hand has run, and some debtors invoke that. `drops`: an order for payment that is opposed
   * is withdrawn, and the claim let lie.
   */
  constructor(c: Case, state: State, expired = false, drops = false) {
    this.#drops = drops;
    this.#world = { c, moves: [] };
    this.#state = state;
    this.#expired = expired;
  }

  /** Share of a kind that does not invoke the limitation of an expired title. */
  #willing(kind: number): number {
    return this.#expired ? this.#c.a.hazard.after_limitation[kind]! : 1;
  }

  get #c(): Case {
    return this.#world.c;
  }

  #take({ kind, weight, month }: Here, flow: Flow): void {
    this.#value += weight * flowOf(this.#world, flow, month, kind).present;
  }

  #spend(here: Here, external: number, own_time = 0): void {
    this.#take(here, { external, own_time });
  }

  #fails(here: Here, fails: number, unsecured: boolean): void {
    const event: Event = { id: 'failed', at: 0, fails, unsecured };
    for (const flow of flowsOf(this.#world, event)) this.#take({ ...here, month: here.month + (flow.at ?? 0) }, flow);
  }

  /** Lives through some months to the next event; those who fail in them owe so much. */
  #leg(
    here: Here,
    months: number,
    how: { pressure: Pressure; brings: Flow; owed: number; unsecured?: boolean },
  ): Here[] {
    const { paid, failed, arrives, turned } = plainLeg(this.#c, here.kind, months, how.pressure);
    const middle = here.month + months / 2;
    const { chasing_beside, money } = this.#c.a;
    const month = this.#c.facts.proceedings ? 0 : chasing_beside.hours * money.staff_rate;
    this.#spend({ ...here, weight: here.weight * (paid + failed), month: middle }, 0, (month * months) / 2);
    this.#take({ ...here, weight: here.weight * paid, month: middle }, how.brings);
    this.#fails({ ...here, weight: here.weight * failed, month: middle }, how.owed, how.unsecured ?? false);
    const there = { ...here, weight: here.weight * arrives, month: here.month + months };
    this.#spend(there, 0, month * months);
    return turned === 0
      ? [there]
      : [
          { ...there, weight: there.weight * (1 - turned) },
          { ...there, weight: there.weight * turned, kind: FAILED },
        ];
  }

  /** Keeps to an agreement for some months, or fails in them. */
  #survives(here: Here, months: number, owed: number, unsecured = false): Here {
    const alive = Math.exp(-this.#c.debtor.hazards.fail[here.kind]! * months);
    this.#fails({ ...here, weight: here.weight * (1 - alive), month: here.month + months / 2 }, owed, unsecured);
    return { ...here, weight: here.weight * alive, month: here.month + months };
  }

  /** Present value of an order of means under a title for those who arrive there. */
  order(means: readonly string[], { month, weights, share, counsel }: Arrival): number {
    this.#value = 0;
    const { enforce } = this.#c.a;
    const { assets = 'unknown' } = this.#c.facts.claim;
    const age = Math.max(0, this.#c.facts.age);
    const there = KINDS.map((k) => Math.min(1, enforce.success.known[k]! / enforce.reach));
    const inVain = assets === 'none_found';
    const blind = KINDS.map((k) => enforce.success.unknown[k]! / there[k]!);
    const hits = inVain ? blind : KINDS.map((k) => enforce.success[assets as 'known'][k]! / there[k]!);
    const fresh = KINDS.map((k) => there[k]! * Math.exp(-enforce.fades[k]! * age));
    const sought = inVain
      ? without(
          fresh,
          KINDS.map(() => enforce.search_finds),
          1,
        )
      : fresh;
    const has = without(sought, blind, this.#failures());
    const { balance } = this.#state;
    const { security } = this.#c.facts;
    // Security covers no more than the largest part that is left for any kind of debtor, so that the paid half is not covered a second time.
    const left = security > 0 ? Math.max(...share) : 1;
    const owed = balance * left;
    const start: Standing = {
      has,
      usual: has,
      hits,
      owed,
      secured: Math.min(owed, security),
      share: share.map((part) => part / left),
      fee: counsel ? (this.#c.tariff.success(balance) * this.#c.a.court.counsel_fee_level) / balance : 0,
      counsel,
    };
    for (const kind of KINDS) this.#means(means, start, { kind, weight: weights[kind]!, month });
    return this.#value;
  }

  /** Attachments that took nothing: told, or one in every stretch of chasing under a title that is known and was not paid. */
  #failures(): number {
    const { claim, titled_for, age } = this.#c.facts;
    const { enforce } = this.#c.a;
    if (claim.failed_attachments !== undefined) return Math.min(5, claim.failed_attachments);
    if (claim.title === undefined || claim.title === 'none') return 0;
    const known = (titled_for ?? enforce.title_since * Math.max(0, age)) - 1;
    return Math.min(5, Math.max(0, known - enforce.months) / enforce.chased_months);
  }

  #means([first, ...rest]: readonly string[], s: Standing, here: Here): void {
    if (here.weight === 0 || first === undefined) return;
    const { c } = this.#world;
    const { enforce, court, money, plan, demand } = c.a;
    const all: Flow = {
      principal: s.owed,
      share: s.share,
      interest_share: money.interest_paid_in_court,
      fee_rate: s.fee,
    };
    const unsecured = c.facts.security > 0 && s.secured === 0;
    const pressure = this.#expired ? 'expired_title' : 'title';
    const title = { pressure, brings: all, owed: s.owed, unsecured } as const;
    const { kind } = here;
    switch (first) {
      case 'look': {
        this.#spend(here, 0, c.a.looking_again.closing_hours * money.staff_rate);
        this.#means(rest, s, here);
        return;
      }
      case 'lie': {
        this.#lies(here, { principal: this.#state.balance, share: s.share });
        return;
      }
      case 'announce': {
        this.#spend(here, 0, demand.preparation);
        const pays =
          c.debtor.written *
          this.#willing(kind) *
          (1 - (1 - court.pays_on_service.suit[kind]!) * (1 - court.pays_after_title[kind]!));
        const then = { ...here, month: here.month + court.months.voluntary };
        this.#take({ ...then, weight: then.weight * pays }, all);
        this.#means(rest, s, { ...then, weight: then.weight * (1 - pays) });
        return;
      }
      case 'find_out': {
        this.#spend(here, c.tariff.asset_information ?? 0, enforce.search_hours * money.staff_rate);
        const finds = enforce.search_finds;
        for (const there of this.#leg(here, enforce.search_months, title)) {
          const found = s.has[there.kind]! * finds;
          this.#means(
            rest,
            { ...s, has: KINDS.map(() => 1), hits: KINDS.map(() => enforce.reach) },
            {
              ...there,
              weight: there.weight * found,
            },
          );
          // Where nothing was found one goes on chasing before anything is attached.
          const asking = rest.findIndex((means) => means === 'chase' || means === 'instalments');
          const has = s.has.map((h) => (h * (1 - finds)) / (1 - h * finds));
          this.#means(rest.slice(asking), { ...s, has }, { ...there, weight: there.weight * (1 - found) });
        }
        return;
      }
      case 'attach': {
        const hours = s.counsel ? 0 : court.hours.enforcement;
        this.#spend(here, c.tariff.attachment + (s.counsel ? enforce.counsel_fee : 0), hours * money.staff_rate);
        for (const there of this.#leg(here, enforce.months, title)) {
          if (s.secured > 0) this.#take(there, { principal: s.secured, fee_rate: s.fee });
          const owed = s.owed - s.secured;
          if (owed === 0) continue;
          const success = s.has[there.kind]! * s.hits[there.kind]! * this.#willing(there.kind);
          this.#take({ ...there, weight: there.weight * success }, { ...all, principal: enforce.share * owed });
          // An attachment that took nothing makes it less likely that there is anything; half a year makes it a new question in part.
          const left = without(s.has, s.hits);
          const waited = rest.includes('chase');
          const has = left.map((h, k) => (waited ? h + enforce.renewal * (s.usual[k]! - h) : h));
          this.#means(rest, { ...s, owed, secured: 0, has }, { ...there, weight: there.weight * (1 - success) });
        }
        return;
      }
      case 'chase': {
        const months = enforce.chased_months;
        for (const there of this.#leg(here, months, title)) this.#means(rest, s, there);
        return;
      }
      case 'instalments': {
        this.#spend(here, 0, plan.offer_cost);
        const takes = enforce.takes_instalments[kind]! * this.#willing(kind) * c.debtor.called;
        this.#means(rest, s, { ...here, weight: here.weight * (1 - takes) });
        const kept = Math.sqrt(court.settlement_performed[kind]!);
        const half = { ...s, owed: s.owed / 2, secured: Math.min(s.secured, s.owed / 2) };
        const { first_instalments: soon, all_instalments: late } = court.months;
        const due = this.#survives({ ...here, weight: here.weight * takes }, soon, s.owed, unsecured);
        this.#means(rest, s, { ...due, weight: due.weight * (1 - kept) });
        const paying = { ...due, weight: due.weight * kept };
        this.#take(paying, { ...all, principal: half.owed });
        const later = this.#survives(paying, late - soon, half.owed, c.facts.security > 0 && half.secured === 0);
        this.#take({ ...later, weight: later.weight * kept }, { ...all, principal: half.owed });
        this.#means(rest, half, { ...later, weight: later.weight * (1 - kept) });
        return;
      }
      default: {
        const there = this.#survives(here, court.passive_after_title_months, s.owed, unsecured);
        const pays = court.passive_after_title[kind]! * this.#willing(kind);
        this.#take({ ...there, weight: there.weight * pays }, { principal: s.owed, share: s.share });
      }
    }
  }

  /** The best that follows a title for those who arrive there: an order of means, or letting it lie. */
  #afterTitle(arrival: Arrival, orders: readonly (readonly string[])[]): number {
    const open = orders.filter(([first]) => !(arrival.broken === true && first === 'instalments'));
    return Math.max(...[...open, ['look', 'lie']].map((means) => this.order(means, arrival)));
  }

  /** Present value of a route that is begun today against a debtor who may be of every kind. */
  route(route: Route, weights: Vector, orders: readonly (readonly string[])[]): number {
    this.#value = 0;
    const arrivals = new Map<string, Arrival & { readonly weights: number[] }>();
    const titles = new Titles(arrivals);
    for (const kind of KINDS) this.#files(route, { kind, weight: weights[kind]!, month: 0 }, titles);
    const before = this.#value;
    return before + sum([...arrivals.values()].map((arrival) => this.#afterTitle(arrival, orders)));
  }

  #receipt(share: Vector, counsel: boolean): Flow {
    const { balance } = this.#state;
    const { court, money } = this.#c.a;
    const fee_rate = counsel ? (court.counsel_fee_level * this.#c.tariff.success(balance)) / balance : 0;
    return { principal: balance, share, interest_share: money.interest_paid_in_court, fee_rate };
  }

  #conducts(here: Here, counsel: boolean): void {
    const { court, money } = this.#c.a;
    const retainer = counsel ? court.counsel_fee_level * this.#c.tariff.retainer(this.#state.balance) : 0;
    this.#spend(here, retainer, (counsel ? court.hours.with_counsel : court.hours.suit) * money.staff_rate);
  }

  #files(route: Route, today: Here, titles: Titles): void {
    const { c } = this.#world;
    const { court, money } = c.a;
    const { balance } = this.#state;
    const { months } = court;
    const summary = balance <= c.tariff.summary_court_max;
    const counsel = c.facts.claim.lawyer === undefined ? !summary : c.facts.claim.lawyer === 'yes';
    const suit = summary
      ? [months.summary_service, months.summary_default, months.summary_settlement, months.summary_judgment]
      : [months.district_service, months.district_default, months.district_settlement, months.district_judgment];
    this.#spend(today, c.tariff.filing(route, balance));
    const ways = {
      suit: { times: suit, counsel, hearing: 'suit' },
      small_claims: {
        times: [
          months.small_claims_service,
          months.small_claims_default,
          months.small_claims_settlement,
          months.small_claims_judgment,
        ],
        counsel: false,
        hearing: 'small_claims',
      },
      payment_order: { times: [months.payment_order_service], counsel: false, hearing: 'after_objection' },
    } as const;
    const way = ways[route];
    if (route === 'suit') this.#conducts(today, counsel);
    else this.#spend(today, 0, court.hours[route] * money.staff_rate);
    const beside = this.#beside(way.counsel);
    for (const served of this.#leg(today, way.times[0]!, beside)) {
      const pays = court.pays_on_service[route][served.kind]! * this.#shadow(served.kind) * c.debtor.written;
      this.#take({ ...served, weight: served.weight * pays }, this.#receipt(c.debtor.paid_share, way.counsel));
      const unpaid = { ...served, weight: served.weight * (1 - pays) };
      if (route !== 'payment_order') {
        this.#hearing(way.hearing, unpaid, way.times.slice(1), way.counsel, titles);
        continue;
      }
      const objects = this.#objects(unpaid.kind);
      const objecting = { ...unpaid, weight: unpaid.weight * objects, month: unpaid.month + months.objection };
      this.#opposed(objecting, suit.slice(1), counsel, titles);
      const titled = months.payment_order_title + months.voluntary;
      const silent = { ...unpaid, weight: unpaid.weight * (1 - objects) };
      for (const there of this.#leg(silent, titled - silent.month, beside))
        this.#titled('order', there, { share: ALL, counsel: false }, titles);
    }
  }

  /** Four years in which nobody asks for anything: one payment, and one failure, of the worth of those that come in them. */
  #lies(here: Here, brings: Flow): void {
    const months = 48;
    const { hazards } = this.#c.debtor;
    const pay =
      hazards.pay[here.kind]! * this.#c.a.hazard.wears_off.from_9[here.kind]! * this.#c.a.hazard.passive_factor;
    const [fail, turn] = [hazards.fail[here.kind]!, hazards.deteriorate[here.kind]!];
    const leaves = (t: number) => (pay + fail + turn) * Math.exp(-(pay + fail + turn) * t);
    const left = integral(leaves, months);
    const worth = integral((t) => leaves(t) * this.#c.discount(t), months) / left;
    const month = here.month + Math.log(worth) / Math.log(this.#c.discount(1));
    const by = (hazard: number): Here => ({
      ...here,
      month,
      weight: (here.weight * left * hazard) / (pay + fail + turn),
    });
    this.#take(by(pay), brings);
    this.#fails(by(fail), this.#state.balance, false);
  }

  /** An order that is opposed: a suit, which takes so many months, or nothing more is done. */
  #opposed(objecting: Here, times: Vector, counsel: boolean, titles: Titles): void {
    if (this.#drops) {
      this.#lies(objecting, this.#beside(false).brings);
      return;
    }
    this.#spend(objecting, this.#c.tariff.objection(this.#state.balance));
    this.#conducts(objecting, counsel);
    const months = times.map((time) => objecting.month + time);
    this.#hearing('after_objection', objecting, months, counsel, titles);
  }

  /** What a debtor who pays by itself while a procedure runs brings. */
  #beside(counsel: boolean) {
    const brings: Flow = {
      ...this.#receipt(this.#c.debtor.paid_share, counsel),
      interest_share: this.#c.a.money.interest_paid_voluntarily,
    };
    return { pressure: 'procedure', brings, owed: this.#state.balance } as const;
  }

  #objects(kind: number): number {
    const { court } = this.#c.a;
    const least = this.#c.facts.disputed && !this.#state.acknowledged ? court.objects_disputed : 0;
    return Math.max(least, court.objects[kind]! * (this.#state.acknowledged ? court.objects_acknowledged : 1));
  }

  #wins(kind: number, evidence: 'strong' | 'medium' | 'weak' = this.#c.facts.evidence): number {
    const { win_undisputed, win_disputed } = this.#c.a.court;
    const [clear, contested] = [win_undisputed[evidence], win_disputed[evidence]];
    if (this.#state.acknowledged) return clear;
    if (kind === DISPUTES) return contested;
    return this.#c.facts.disputed ? (clear + contested) / 2 : clear;
  }

  /** How far a case weaker than usual lowers what is paid before a judgment. */
  #shadow(kind: number): number {
    return Math.min(1, this.#wins(kind) / this.#wins(kind, 'medium')) ** this.#c.a.court.shadow_power;
  }

  #hearing(
    route: 'suit' | 'small_claims' | 'after_objection',
    served: Here,
    times: Vector,
    counsel: boolean,
    titles: Titles,
  ): void {
    const { court, dispute } = this.#c.a;
    const [by_default, settled, judged] = times as [number, number, number];
    const { voluntary } = court.months;
    const beside = this.#beside(counsel);
    const until = (share: number, month: number) =>
      this.#leg({ ...served, weight: served.weight * share }, month - served.month, beside);
    const absent = court.absent[route][served.kind]!;
    for (const there of until(absent, by_default + voluntary))
      this.#titled(
        'default',
        { ...there, weight: there.weight * court.win_by_default },
        { share: ALL, counsel },
        titles,
      );
    const instance = this.#state.balance <= this.#c.tariff.summary_court_max ? 'summary' : 'district';
    const settles = (1 - absent) * court.settles_in_court[instance][served.kind]!;
    for (const there of until(settles, settled)) this.#settled(there, counsel, titles);
    const lost = dispute.lost_share * this.#c.debtor.dispute_share;
    const kept = this.#state.acknowledged ? court.acknowledged_loss_share : 1;
    const granted = KINDS.map((k) => (k === DISPUTES ? 1 - lost * kept : 1));
    for (const there of until(1 - absent - settles, judged + voluntary)) {
      const win = this.#wins(there.kind);
      this.#titled('judgment', { ...there, weight: there.weight * win }, { share: granted, counsel }, titles);
      this.#spend({ ...there, weight: there.weight * (1 - win) }, court.loser_cost);
    }
  }

  /** Instalments in two halves; what is missed can be enforced. */
  #settled(here: Here, counsel: boolean, titles: Titles): void {
    const { court } = this.#c.a;
    const { first_instalments: soon, all_instalments: late } = court.months;
    const whole = KINDS.map((k) => court.settlement_share[k]! * this.#shadow(k));
    const half = whole.map((share) => share / 2);
    const kept = Math.sqrt(court.settlement_performed[here.kind]!);
    const first = this.#survives(here, soon, this.#state.balance);
    titles.add('first half', { ...first, weight: first.weight * (1 - kept) }, { share: whole, counsel, broken: true });
    const paying = { ...first, weight: first.weight * kept };
    this.#take(paying, this.#receipt(half, counsel));
    const second = this.#survives(paying, late - soon, this.#state.balance / 2);
    this.#take({ ...second, weight: second.weight * kept }, this.#receipt(half, counsel));
    titles.add(
      'second half',
      { ...second, weight: second.weight * (1 - kept) },
      { share: half, counsel, broken: true },
    );
  }

  #titled(id: string, here: Here, grants: Pick<Arrival, 'share' | 'counsel'>, titles: Titles): void {
    const pays = this.#c.a.court.pays_after_title[here.kind]! * this.#c.debtor.written;
    this.#take({ ...here, weight: here.weight * pays }, this.#receipt(grants.share, grants.counsel));
    titles.add(id, { ...here, weight: here.weight * (1 - pays) }, grants);
  }
}

const ALL: Vector = KINDS.map(() => 1);
const DISPUTES = 3;

/** Chance that there is something to take after attachments took nothing, by Bayes. */
const without = (has: Vector, hits: Vector, times = 1): number[] =>
  has.map((h, k) => {
    const missed = h * (1 - hits[k]!) ** times;
    return missed / (missed + 1 - h);
  });

/** What stands under a title: what there is to take, as it usually is and now, and what is owed. */
interface Standing {
  readonly has: Vector;
  readonly usual: Vector;
  readonly hits: Vector;
  readonly owed: number;
  readonly secured: number;
  readonly share: Vector;
  readonly fee: number;
  readonly counsel: boolean;
}

/** Gathers those who arrive at the same title together, whatever kind they were. */
class Titles {
  readonly #arrivals: Map<string, Arrival & { readonly weights: number[] }>;

  constructor(arrivals: Map<string, Arrival & { readonly weights: number[] }>) {
    this.#arrivals = arrivals;
  }

  add(
    id: string,
    { kind, weight, month }: Here,
    { share, counsel, broken = false }: Pick<Arrival, 'share' | 'counsel' | 'broken'>,
  ): void {
    if (weight === 0) return;
    const same = this.#arrivals.get(id) ?? { month, share, counsel, broken, weights: KINDS.map(() => 0) };
    this.#arrivals.set(id, same);
    same.weights[kind]! += weight;
  }
}
