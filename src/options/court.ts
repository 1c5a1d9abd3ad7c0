// What the court routes share: how a debtor behaves before a court, what a hearing leads to, and who appears for us (model section 7).

import { z } from 'zod';
import { amount, chance } from '../claim/fields.ts';
import { DISPUTING, every, type PerKind, perKind } from '../debtor/kinds.ts';
import { ifSolvent } from './failure.ts';
import type { Event, Flow, Fork, Situation, State } from './option.ts';

/** What a caller may say about all court routes together. */
export const litigateTerms = z.strictObject({
  cost: amount({
    label: { ja: '法的手続の見積費用', en: 'quoted cost of litigation' },
    description: "Your lawyer's quote for court work, replacing the benchmark retainer and success fee.",
    description_ja: '弁護士の見積額（着手金と報酬の合計）。標準額の代わりに使います。',
    example: 300000,
  }).optional(),
  win_rate: chance({
    label: { ja: '勝訴見込み', en: 'chance of winning' },
    description: 'Chance of winning if the case is contested, replacing the default by evidence.',
    description_ja: '争われた場合の勝訴の見込み。証拠の強さによる既定値の代わりに使います。',
    example: 0.8,
  }).optional(),
});

interface LitigateTerms {
  cost?: { toNumber(): number };
  win_rate?: number;
}

export const litigate = (s: Situation): LitigateTerms => (s.terms.litigate ?? {}) as LitigateTerms;

/** How long a route takes, months from filing. */
export interface Months {
  readonly default: number;
  readonly settlement: number;
  readonly judgment: number;
}

/** How long a suit over the balance takes in the court that has jurisdiction. */
export function suitMonths(s: Situation): Months & { service: number } {
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

/** The claim may be brought without counsel, or counsel is instructed. */
export function needsCounsel(s: Situation): boolean {
  const wish = s.facts.claim.lawyer;
  if (wish !== undefined) return wish === 'yes';
  return s.state.balance > s.tariff.summary_court_max;
}

/** Counsel's fees: the caller's quote, or the benchmark tariff on the balance. */
export function counselFees(s: Situation): { retainer: number; success_rate: number } {
  const quote = litigate(s).cost?.toNumber();
  if (quote !== undefined) return { retainer: quote, success_rate: 0 };
  const { balance } = s.state;
  return { retainer: s.tariff.retainer(balance), success_rate: s.tariff.success(balance) / balance };
}

interface Behaviour {
  /** Chance that we win a contested judgment. */
  win: PerKind;
  /** Shadow of the judgment: how far a weak case scales payments before judgment. */
  shadow: PerKind;
  /** Share of the claim that a voluntary payment brings. */
  paid: PerKind;
  /** Share of the claim that a contested judgment grants. */
  granted: PerKind;
  settlement: PerKind;
}

/** How each kind of debtor behaves before a court, given the evidence and the dispute. */
export function behaviour(s: Situation): Behaviour {
  const { acknowledged } = s.state;
  return s.once(`court ${acknowledged}`, () => {
    const { court } = s.a;
    const undisputed = court.win_undisputed;
    const { disputed, evidence } = s.facts;
    const { dispute_share, paid_share } = s.debtor;
    const stated = litigate(s).win_rate;
    const chances = (clear: number, contested: number) =>
      perKind((k) => {
        if (acknowledged) return clear;
        if (k === DISPUTING) return contested;
        return disputed ? (clear + contested) / 2 : clear;
      });
    const win = stated === undefined ? chances(undisputed[evidence], court.win_disputed[evidence]) : every(stated);
    const usual = chances(undisputed.medium, court.win_disputed.medium);
    const shadow = perKind((k) => Math.min(1, win[k]! / usual[k]!) ** court.shadow_power);
    const loss = s.a.dispute.lost_share * dispute_share * (acknowledged ? court.acknowledged_loss_share : 1);
    return {
      win,
      shadow,
      paid: paid_share,
      granted: perKind((k) => (k === DISPUTING ? 1 - loss : 1)),
      settlement: perKind((k) => court.settlement_share[k]! * shadow[k]!),
    };
  });
}

/** A receipt through court, with nearly all the interest and less counsel's success fee. */
function receipt(s: Situation, share: PerKind, counsel: boolean, successRate: number): Flow {
  return {
    principal: s.state.balance,
    share,
    interest_share: s.a.money.interest_paid_in_court,
    fee_rate: counsel ? successRate : 0,
  };
}

/** Payment without more ado at `at`, if the debtor is still solvent. */
export function pays(s: Situation, chance: PerKind, at: number, share: PerKind, counsel: boolean, id: string): Fork[] {
  const rate = counsel ? counselFees(s).success_rate : 0;
  return ifSolvent(s, chance, { id, at, flows: [receipt(s, share, counsel, rate)] }, s.state.balance);
}

/** A title at `at`: some pay at once; against the rest the claim goes on with the title in hand. */
export function title(s: Situation, at: number, share: PerKind, counsel: boolean, id: string): Event {
  const willing = s.a.court.pays_after_title;
  return {
    id,
    at,
    next: [
      ...pays(s, willing, at, share, counsel, 'paid_after_title'),
      {
        chance: perKind((k) => 1 - willing[k]!),
        event: { id: 'enforceable', at, goes_on: withTitle(at, share, counsel) },
      },
    ],
  };
}

const withTitle = (at: number, share: PerKind, counsel: boolean): Partial<State> => ({
  standing: 'title',
  enforceable: true,
  share,
  counsel,
  acknowledged: true,
  limitation: Number.POSITIVE_INFINITY,
  unseen: at,
});

const WHOLE = perKind(() => 1);

/** What follows once a suit has been served and not paid: absence, a settlement in court, or a contested judgment. */
export function hearing(s: Situation, absent: PerKind, months: Months, counsel: boolean): Fork[] {
  const { court } = s.a;
  const b = behaviour(s);
  const { voluntary, settlement_paid } = court.months;
  const settled = months.settlement + settlement_paid;
  const judged = months.judgment + voluntary;
  const byDefault = perKind(() => court.win_by_default);
  const performs = court.settlement_performed;
  return [
    {
      chance: absent,
      event: {
        id: 'absent',
        at: months.default,
        next: [{ chance: byDefault, event: title(s, months.default + voluntary, WHOLE, counsel, 'default_judgment') }],
      },
    },
    {
      chance: perKind((k) => (1 - absent[k]!) * court.settles_in_court[k]!),
      event: {
        id: 'court_settlement',
        at: months.settlement,
        next: [
          ...pays(s, performs, settled, b.settlement, counsel, 'settlement_paid'),
          {
            chance: perKind((k) => 1 - performs[k]!),
            event: { id: 'settlement_broken', at: settled, goes_on: withTitle(settled, b.settlement, counsel) },
          },
        ],
      },
    },
    {
      chance: perKind((k) => (1 - absent[k]!) * (1 - court.settles_in_court[k]!)),
      event: {
        id: 'contested',
        at: judged,
        next: [
          { chance: b.win, event: title(s, judged, b.granted, counsel, 'judgment') },
          {
            chance: perKind((k) => 1 - b.win[k]!),
            event: { id: 'lost', at: judged, flows: [{ external: court.loser_cost }] },
          },
        ],
      },
    },
  ];
}
