// What may follow a title, which is the beginning of collecting and not its end: an order of means, each with its months, its cost and what it
// teaches about whether there is anything to take (docs/model.md 7). Means and will are two things: a debtor of a kind has something to take
// or has not, an attachment that fails makes it less likely, and the months after it make it a little more likely again.

import { complement, every, type PerKind, product, zipKinds } from '../../assumptions/kinds.ts';
import { isPublicBody } from '../../claim/facts.ts';
import { monthsUnderTitle } from '../../debtor/in_court.ts';
import { atLeast, atMost, decay, isAbove, minus, oneMinus, over, plus, power, times } from '../../numbers/number.ts';
import type { Case, Event, Flow, Fork, Situation } from '../option.ts';
import { HALF, keptHalf, leg, surviving } from '../parts/leg.ts';
import { isUsed } from '../rights/side_rights.ts';
import { coveredBy } from './frozen.ts';
import type { Order } from './title_means.ts';

/** Where enforcement stands. */
interface Standing {
  /** Months after the start. */
  readonly at: number;
  /** Chance per kind that there is something to take. */
  readonly has: PerKind;
  /** Chance that an attachment takes it, where there is something. */
  readonly hits: PerKind;
  /** Yen still owed, and the security in them that is not yet realised. */
  readonly owed: number;
  readonly secured: number;
  /** Share of what is owed that is to be had, per kind. */
  readonly share: PerKind;
  /** Share of what is still to be had that was attached provisionally, and so is there for the first attachment; 0 when nothing was. */
  readonly frozen: number;
}

/** An attachment: how long it takes from where it stands, and what it costs. */
interface Attaching {
  readonly months: number;
  readonly flows: readonly Flow[];
}

/** How money comes in under the title, and what counsel takes of it. */
interface Receiving {
  readonly fee: Pick<Flow, 'fee_rate'>;
}

/**
 * What is known of the assets before anything is tried: that there are some, which is the less likely the older the debt and the more
 * attachments have taken nothing, and that an attachment finds them. Assets that were looked for in vain leave what a search leaves that finds
 * nothing. What attachments have missed so far was not what is known today, so they are taken as made without knowing: to know more is never
 * worth less.
 */
export function knownAssets(c: Case): Pick<Standing, 'has' | 'hits'> {
  const { success, reach, fades, search_finds } = c.a.enforce;
  const { claim, age } = c.facts;
  const { assets = 'unknown' } = claim;
  // Where a public body keeps its money everybody knows.
  if (isPublicBody(claim)) return { has: every(1), hits: every(reach) };
  const soughtInVain = assets === 'none_found';
  const fresh = success.known.map((p) => atMost(over(p, reach), 1));
  const hitting = (succeeds: PerKind) => zipKinds(succeeds, fresh, (p, h) => (isAbove(h, 0) ? over(p, h) : 0));
  const blind = hitting(success.unknown);
  const hits = soughtInVain ? blind : hitting(success[assets]);
  const faded = zipKinds(fresh, fades, (h, rate) => times(h, decay(rate, Math.max(0, age))));
  const has = soughtInVain ? leftAfterFailure(faded, every(search_finds)) : faded;
  return { has: leftAfterFailures(has, blind, failuresUnder(c)), hits };
}

/** Attachments without success after which another one teaches nothing. */
const FAILED_MAX = 5;

/** Attachments that took nothing: told, or one in every stretch of chasing under a title that is still unpaid after the first of them. */
function failuresUnder({ a, facts }: Case): number {
  const { failed_attachments: told } = facts.claim;
  if (told !== undefined) return Math.min(FAILED_MAX, told);
  const { months, chased_months } = a.enforce;
  return atMost(over(atLeast(minus(monthsUnderTitle(facts, a), months), 0), chased_months), FAILED_MAX);
}

/** Chance that there is something to take after so many attachments have taken nothing. */
const leftAfterFailures = (has: PerKind, hits: PerKind, failures: number): PerKind =>
  zipKinds(has, hits, (h, hit) => {
    const missed = times(h, power(oneMinus(hit), failures));
    const all = plus(missed, oneMinus(h));
    return isAbove(all, 0) ? over(missed, all) : 0;
  });

/** Chance that there is something to take after an attachment has taken nothing. */
const leftAfterFailure = (has: PerKind, hits: PerKind): PerKind => leftAfterFailures(has, hits, 1);

/** After an attachment that took nothing, and the months until the next. */
function afterFailure(c: Case, { has, hits }: Standing, waited: boolean): PerKind {
  const left = leftAfterFailure(has, hits);
  if (!waited) return left;
  return zipKinds(left, c.once(knownAssets).has, (now, usual) =>
    plus(now, times(c.a.enforce.renewal, minus(usual, now))),
  );
}

/** The same after a provisional attachment that found nothing. */
function assetsAfterMiss(c: Case): Pick<Standing, 'has' | 'hits'> {
  const { has, hits } = c.once(knownAssets);
  return { has: leftAfterFailure(has, hits), hits };
}

/** The limitation period of the title in hand is known to have run on the valuation day. */
export const isTitleExpired = ({ facts, state }: Situation): boolean =>
  state.limitation <= 0 && !facts.title_day_unknown && facts.limitation.status === 'expired_invocable';

/** What an order costs and brings, means by means. */
export class TitleOrder {
  readonly #s: Situation;
  readonly #receiving: Receiving;
  readonly #counsel: boolean;
  readonly #expired: boolean;

  /** Until the debtor invokes the limitation of an expired title it is enforced; those who would not pay then invoke it. */
  constructor(s: Situation, fee_rate: number | undefined, expired: boolean) {
    this.#s = s;
    this.#expired = expired;
    this.#counsel = s.state.counsel;
    this.#receiving = { fee: fee_rate === undefined ? {} : { fee_rate } };
  }

  /** The events of an order that begins today. */
  follow(order: Order): readonly Fork[] {
    return this.#next(order, this.#begin());
  }

  /** The events of an order whose first attachment is under way: its costs are spent, and so many months of it are left. */
  resume([, ...rest]: Order, months: number): readonly Fork[] {
    return this.#attached(rest, this.#begin(), { months, flows: [] });
  }

  #begin(): Standing {
    const known = this.#s.once(isUsed(this.#s, 'nothing_frozen') ? assetsAfterMiss : knownAssets);
    const frozen = isUsed(this.#s, 'frozen') ? this.#s.once(coveredBy) : 0;
    return { at: 0, ...known, frozen, ...this.#owed() };
  }

  /** What is owed, and how much of it is secured: of a claim of which a half was paid no more than the other half. */
  #owed(): Pick<Standing, 'owed' | 'secured' | 'share'> {
    const { security } = this.#s.facts;
    const { balance, share } = this.#s.state;
    if (share === null || security === 0)
      return { owed: balance, secured: Math.min(security, balance), share: share ?? every(1) };
    const most = share.reduce(atLeast);
    if (!isAbove(most, 0)) return { owed: balance, secured: 0, share };
    const owed = times(balance, most);
    return { owed, secured: atMost(owed, security), share: share.map((part) => over(part, most)) };
  }

  #next([means, ...rest]: Order, standing: Standing): readonly Fork[] {
    switch (means) {
      case undefined:
        return [];
      case 'announce':
        return this.#announce(rest, standing);
      case 'find_out':
        return this.#findOut(rest, standing);
      case 'attach':
        return this.#attach(rest, standing);
      case 'instalments':
        return this.#instalments(rest, standing);
      case 'chase':
        return this.#chase(rest, standing);
      default:
        return this.#rest(standing);
    }
  }

  /** What comes in when the debtor pays by itself: all that is to be had, security with it. */
  #paid({ owed, share }: Pick<Standing, 'owed' | 'share'>): Flow {
    const { interest_paid_in_court: interest_share } = this.#s.a.money;
    return { principal: owed, share, interest_share, ...this.#receiving.fee };
  }

  /** What a debtor who fails where it stands owes. Security that was realised is not there twice. */
  #failing({ owed, secured }: Standing): Pick<Event, 'fails' | 'unsecured'> {
    return this.#s.facts.security > 0 && secured === 0 ? { fails: owed, unsecured: true } : { fails: owed };
  }

  /** Chances of what a debtor who invokes the limitation does not let happen. */
  #unopposed(chances: PerKind): PerKind {
    return this.#expired ? product(chances, this.#s.a.hazard.after_limitation) : chances;
  }

  /** A leg under the title from where it stands to an event. */
  #leg(standing: Standing, months: number, event: Event): Fork[] {
    const receipt = this.#paid(standing);
    const owed = this.#failing(standing);
    const pressure = this.#expired ? 'expired_title' : 'title';
    return leg(this.#s, { from: standing.at, months, pressure, receipt, owed }, event);
  }

  /** Announces enforcement under a title that was in hand: those who would have paid when sued, or when a judgment came, pay now. */
  #announce(rest: Order, standing: Standing): readonly Fork[] {
    const { court, demand } = this.#s.a;
    const { written } = this.#s.debtor;
    const pays = this.#unopposed(
      zipKinds(court.pays_on_service.suit, court.pays_after_title, (sued, titled) =>
        times(written, oneMinus(times(oneMinus(sued), oneMinus(titled)))),
      ),
    );
    const at = plus(standing.at, court.months.voluntary);
    const paid: Event = { id: 'paid_on_announcement', at, flows: [this.#paid(standing)] };
    const unpaid: Event = { id: 'unpaid', at, next: this.#next(rest, { ...standing, at }) };
    return [
      {
        chance: every(1),
        event: {
          id: 'announced',
          at: standing.at,
          flows: [{ own_time: demand.preparation }],
          next: [
            { chance: pays, event: paid },
            { chance: complement(pays), event: unpaid },
          ],
        },
      },
    ];
  }

  /** Asks banks and registers, or summons the debtor: what there is may be found, and what is found is attached. */
  #findOut(rest: Order, standing: Standing): readonly Fork[] {
    const { enforce: a, money } = this.#s.a;
    const found = standing.has.map((h) => times(h, a.search_finds));
    const left = leftAfterFailure(standing.has, every(a.search_finds));
    const at = plus(standing.at, a.search_months);
    const asked: Event = {
      id: 'asked',
      at,
      next: [
        {
          chance: found,
          event: { id: 'found', at, next: this.#next(rest, { ...standing, at, has: every(1), hits: every(a.reach) }) },
        },
        {
          chance: complement(found),
          event: { id: 'nothing_found', at, next: this.#next(withoutAttaching(rest), { ...standing, at, has: left }) },
        },
      ],
    };
    const flows = [
      { external: this.#s.tariff.asset_information ?? 0, own_time: times(a.search_hours, money.staff_rate) },
    ];
    return [
      {
        chance: every(1),
        event: { id: 'searching', at: standing.at, flows, next: this.#leg(standing, a.search_months, asked) },
      },
    ];
  }

  /** Attaches what is known or hoped for. */
  #attach(rest: Order, standing: Standing): readonly Fork[] {
    const { enforce: a, court, money } = this.#s.a;
    const flows: Flow[] = [
      {
        external: plus(this.#s.tariff.attachment, this.#counsel ? a.counsel_fee : 0),
        own_time: this.#counsel ? 0 : times(court.hours.enforcement, money.staff_rate),
      },
    ];
    return this.#attached(rest, standing, { months: a.months, flows });
  }

  /** What an attachment comes to. */
  #attached(rest: Order, standing: Standing, { months, flows }: Attaching): readonly Fork[] {
    const { share } = this.#s.a.enforce;
    const { secured, frozen } = standing;
    const left = { ...standing, owed: minus(standing.owed, secured), secured: 0, frozen: 0 };
    const success = this.#unopposed(product(standing.has, standing.hits));
    const at = plus(standing.at, months);
    const brings = (part: number): Flow => this.#paid({ ...left, owed: times(part, left.owed) });
    const collected: Event = { id: 'collected', at, flows: [brings(atLeast(share, frozen))] };
    const has = afterFailure(this.#s, standing, rest.includes('chase'));
    const missed = { ...left, at, has, owed: times(left.owed, oneMinus(frozen)) };
    const failed: Event = {
      id: 'nothing_taken',
      at,
      flows: isUsed(this.#s, 'frozen') ? [brings(frozen)] : [],
      next: isAbove(missed.owed, 0) ? this.#next(rest, missed) : [],
    };
    const realised: Event = {
      id: 'realised',
      at,
      flows: secured !== 0 ? [{ principal: secured, ...this.#receiving.fee }] : [],
      next: isAbove(left.owed, 0)
        ? [
            { chance: success, event: collected },
            { chance: complement(success), event: failed },
          ]
        : [],
    };
    return [
      {
        chance: every(1),
        event: { id: 'attached', at: standing.at, flows, next: this.#leg(standing, months, realised) },
      },
    ];
  }

  /** Instalments under the title: agreed or not, kept or broken after a part of them. */
  #instalments(rest: Order, standing: Standing): readonly Fork[] {
    const { court, enforce: a } = this.#s.a;
    const { first_instalments, all_instalments } = court.months;
    const kept = this.#s.once(keptHalf);
    const owed = times(standing.owed, HALF);
    const half = { ...standing, owed, secured: atMost(standing.secured, owed) };
    const first = plus(standing.at, first_instalments);
    const last = plus(standing.at, all_instalments);
    const paid = (at: number): Flow => ({ ...this.#paid(half), at });
    const second: Event = {
      id: 'instalments_due',
      at: last,
      next: [
        { chance: kept, event: { id: 'instalments_paid', at: last, flows: [paid(last)] } },
        {
          chance: complement(kept),
          event: { id: 'instalment_missed', at: last, next: this.#next(rest, { ...half, at: last }) },
        },
      ],
    };
    const half_paid: Event = {
      id: 'half_paid',
      at: first,
      flows: [paid(first)],
      next: this.#surviving({ ...half, at: first }, minus(all_instalments, first_instalments), second),
    };
    const begun: Event = {
      id: 'instalments_begun',
      at: first,
      next: [
        { chance: kept, event: half_paid },
        {
          chance: complement(kept),
          event: { id: 'instalment_missed', at: first, next: this.#next(rest, { ...standing, at: first }) },
        },
      ],
    };
    const agreed: Event = {
      id: 'instalments_agreed',
      at: standing.at,
      next: this.#surviving(standing, first_instalments, begun),
    };
    const takes = this.#unopposed(a.takes_instalments.map((share) => times(share, this.#s.debtor.called)));
    const refused: Event = { id: 'instalments_refused', at: standing.at, next: this.#next(rest, standing) };
    return [
      {
        chance: every(1),
        event: {
          id: 'instalments_offered',
          at: standing.at,
          flows: [{ own_time: this.#s.a.plan.offer_cost }],
          next: [
            { chance: takes, event: agreed },
            { chance: complement(takes), event: refused },
          ],
        },
      },
    ];
  }

  #surviving(standing: Standing, months: number, event: Event): Fork[] {
    return surviving(this.#s, { from: standing.at, months, owed: this.#failing(standing) }, event);
  }

  /** Telephones, writes and calls on the debtor with the title in hand. */
  #chase(rest: Order, standing: Standing): readonly Fork[] {
    const { chased_months: months } = this.#s.a.enforce;
    const at = plus(standing.at, months);
    const after: Event = { id: 'still_unpaid', at, next: this.#next(rest, { ...standing, at }) };
    return [{ chance: every(1), event: { id: 'chased', at: standing.at, next: this.#leg(standing, months, after) } }];
  }

  /** Lets the title lie: some pay in the end, and the claim is proved against those who fail. */
  #rest(standing: Standing): readonly Fork[] {
    const { passive_after_title, passive_after_title_months: months } = this.#s.a.court;
    const { fee_rate: _, interest_share: __, ...receipt } = this.#paid(standing);
    const at = plus(standing.at, months);
    const paid: Event = { id: 'paid_unprompted', at, flows: [receipt] };
    return this.#surviving(standing, months, {
      id: 'let_lie',
      at,
      next: [{ chance: this.#unopposed(passive_after_title), event: paid }],
    });
  }
}

/** Where nothing was found nothing is attached until the debtor has been chased for a while. */
function withoutAttaching(order: Order): Order {
  const asking = order.findIndex((means) => means === 'chase' || means === 'instalments');
  return asking < 0 ? order.filter((means) => means !== 'attach') : order.slice(asking);
}
