// The law of the service against a second reading of the statutes, which shares neither code nor data with it: random cases of court fees,
// limitation with events, late interest and appropriation. The suite tries some hundreds, the nightly run ten thousand of each.

import { describe, expect, test } from 'vitest';
import { PETITIONS } from '../src/law/contract/court_fees.ts';
import { filingFee, objectionExtraFee, refund } from '../src/law/fees.ts';
import { jp } from '../src/law/index.ts';
import { appropriate, type InterestRequest, lateInterest } from '../src/law/interest.ts';
import { type LimitationEvent, reckonLimitation } from '../src/law/limitation.ts';
import { money, moneyText } from '../src/values/money.ts';
import { generator } from './random.ts';
import {
  afterObjection,
  appropriated,
  between,
  givenBack,
  type Happened,
  interestOwed,
  lastSafeDay,
  type Owing,
  petitionFee,
  plus,
} from './second_reading.ts';
import { tries } from './tries.ts';

const CASES = tries(600, 10_000);

/** Draws that are the same in every run. */
function draws(seed: number) {
  const next = generator(seed);
  const whole = (from: number, to: number): number => Math.floor(from + next() * (to - from + 1));
  return {
    chance: (p: number): boolean => next() < p,
    whole,
    pick: <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!,
    day: (from: string, to: string): string => plus(from, whole(0, between(from, to))),
    /** An amount of any size, often at the edge of a bracket. */
    amount: (): bigint => {
      const edges = [100_000, 600_000, 1_000_000, 1_400_000, 5_000_000, 10_000_000, 1_000_000_000, 5_000_000_000];
      return next() < 0.3
        ? BigInt(edges[whole(0, edges.length - 1)]! + whole(-1, 1))
        : BigInt(Math.floor(Math.exp(next() * Math.log(2e10))));
    },
  };
}

/** The cases whose two answers differ, with everything that is needed to repeat them. */
function differing<T>(
  seed: number,
  draw: (of: ReturnType<typeof draws>) => T,
  compare: (one: T) => readonly [ours: string, theirs: string],
): string[] {
  const of = draws(seed);
  const found: string[] = [];
  for (let i = 0; i < CASES && found.length < 10; i++) {
    const one = draw(of);
    const [ours, theirs] = compare(one);
    if (ours !== theirs)
      found.push(
        `${ours} here, ${theirs} by the second reading: ${JSON.stringify(one, (_, value) => (typeof value === 'bigint' ? String(value) : value))}`,
      );
  }
  return found;
}

describe(`${CASES} random cases of each agree with a second reading`, () => {
  test('court fees of every petition (Act on Costs of Civil Procedure, Tables 1 and 2)', () => {
    const found = differing(
      1,
      (of) => ({
        petition: of.pick(PETITIONS),
        value: of.amount(),
        on: of.chance(0.5) ? of.day('2026-05-15', '2026-05-27') : of.day('2004-01-01', '2030-12-31'),
        online: of.chance(0.5),
        defendants: BigInt(of.whole(1, 5)),
      }),
      ({ petition, value, on, online, defendants }) => {
        const request = {
          amount: String(value),
          on,
          filing: online ? 'online' : 'paper',
          defendants: Number(defendants),
        } as const;
        return [
          moneyText(filingFee(jp, petition, request).total),
          String(petitionFee({ petition, value, on, online, defendants })),
        ];
      },
    );
    expect(found).toEqual([]);
  });

  test('the further fee after an objection, and what comes back on withdrawal (art. 3(3), 9)', () => {
    const found = differing(
      2,
      (of) => ({
        value: of.amount(),
        on: of.day('2020-04-01', '2030-12-31'),
        online: of.chance(0.5),
        paid: of.amount(),
      }),
      ({ value, on, online, paid }) => {
        const ours = objectionExtraFee(jp, { amount: String(value), on, filing: online ? 'online' : 'paper' }).total;
        const back = refund(jp, String(paid), on).amount;
        return [
          `${moneyText(ours)} and ${moneyText(back)}`,
          `${afterObjection({ value, on, online, defendants: 1n })} and ${givenBack(paid)}`,
        ];
      },
    );
    expect(found).toEqual([]);
  });

  test('payments fill costs, interest and principal in this order (Civil Code art. 489)', () => {
    const found = differing(
      3,
      (of) => ({
        payment: of.amount(),
        costs: of.chance(0.3) ? 0n : of.amount(),
        interest: of.amount(),
        principal: of.amount(),
      }),
      ({ payment, costs, interest, principal }) => {
        const owed = { costs: String(costs), interest: String(interest), principal: String(principal) };
        const { paid, surplus } = appropriate(jp, String(payment), owed, '2026-11-21');
        const theirs = appropriated(payment, costs, interest, principal);
        return [
          [paid.costs, paid.interest, paid.principal, surplus].map(moneyText).join(' '),
          [theirs.costs, theirs.interest, theirs.principal, theirs.surplus].join(' '),
        ];
      },
    );
    expect(found).toEqual([]);
  });

  const KINDS = ['goods', 'services', 'works', 'freight', 'rent', 'lease', 'loan', 'medical', 'other'] as const;

  const owingOf = (of: ReturnType<typeof draws>): Owing & { readonly kind: (typeof KINDS)[number] } => {
    const due = of.chance(0.2) ? of.day('2020-03-25', '2020-04-05') : of.day('2012-01-01', '2028-12-31');
    const kind = of.pick(KINDS);
    // Public bodies are left out: their rule is tried by example.
    const agreed = of.chance(0.6)
      ? BigInt(of.pick([0, 1_000, 2_500, 6_000, 7_300, 10_000, 14_600, 14_601, 18_250, 20_000, 30_000]))
      : undefined;
    const contractor = kind !== 'loan' && due >= '2016-01-01' && of.chance(0.2);
    return {
      principal: of.amount(),
      due,
      until: plus(due, of.whole(-10, 3000)),
      kind,
      consumer: kind !== 'loan' && of.chance(0.3),
      whole_years: of.chance(0.5),
      ...(agreed === undefined ? {} : { agreed }),
      ...(contractor ? { received: plus(due, of.whole(-120, 0)) } : {}),
    };
  };

  const ourInterest = ({
    principal,
    due,
    until,
    agreed,
    kind,
    consumer,
    whole_years,
    received,
  }: ReturnType<typeof owingOf>): string => {
    const request: InterestRequest = {
      principal: String(principal),
      due_date: due,
      as_of: until,
      claim_kind: kind,
      debtor_type: consumer ? 'consumer' : 'corporation',
      day_count: whole_years ? 'year_then_days' : 'act365',
      ...(agreed === undefined ? {} : { agreed_rate: money(String(agreed)).div(100_000) }),
      ...(received === undefined ? {} : { subcontract_act: true, received_on: received }),
    };
    return moneyText(lateInterest(jp, request).interest);
  };

  test('late interest (Civil Code art. 404, 419; caps; the act on small contractors)', () => {
    const found = differing(4, owingOf, (one) => {
      return [ourInterest(one), String(interestOwed(one).yen)];
    });
    expect(found).toEqual([]);
  });

  const ACTS = [
    'demand_received',
    'acknowledgment',
    'part_payment',
    'consultation_agreement',
    'suit',
    'payment_order',
    'mediation',
    'insolvency_proof',
    'enforcement',
    'provisional_attachment',
    'special_liquidation',
    'discharge_pending',
    'disaster',
  ] as const;

  type Act = Happened & { readonly kind: (typeof ACTS)[number] };

  /** Up to six acts, mostly near the end of the period, on days of their own: what comes first on one day is no question of law. */
  function actsOf(of: ReturnType<typeof draws>, from: string, near: string): Act[] {
    const taken = new Set<string>();
    const free = (day: string): string => {
      let one = day;
      while (taken.has(one)) one = plus(one, 1);
      taken.add(one);
      return one;
    };
    return Array.from({ length: of.whole(0, 6) }, (): Act => {
      const on = free(of.chance(0.7) ? plus(near, of.whole(-250, 400)) : of.day(from, plus(near, 1500)));
      const ended_on = of.chance(0.7) ? free(plus(on, of.whole(1, 500))) : undefined;
      return {
        kind: of.pick(ACTS),
        on,
        ...(ended_on === undefined ? {} : { ended_on }),
        ...(of.chance(0.5) ? { with_title: true } : {}),
        ...(of.chance(0.4) ? { months: of.whole(1, 15) } : {}),
        ...(of.chance(0.3) ? { refused_on: free(plus(on, of.whole(1, 200))) } : {}),
      };
    }).sort((a, b) => (a.on < b.on ? -1 : 1));
  }

  /** Agreements to consult, one after another before the last has run out, up to their limit and beyond it. */
  function talksOf(of: ReturnType<typeof draws>, near: string): Act[] {
    let on = plus(near, -of.whole(1, 60));
    return Array.from({ length: of.whole(5, 8) }, (): Act => {
      on = plus(on, of.whole(300, 364));
      return { kind: 'consultation_agreement', on: plus(on, -300) };
    });
  }

  test('limitation with events (Civil Code art. 144 to 169 and its former text)', () => {
    const found = differing(
      5,
      (of) => {
        const kind = of.pick([...KINDS, 'instalment_sale'] as const);
        const due = of.chance(0.25) ? of.day('2020-03-20', '2020-04-10') : of.day('2012-01-01', '2024-12-31');
        const contract = of.chance(0.7) ? plus(due, -of.whole(0, 90)) : plus(due, -of.whole(0, 900));
        const old = contract < '2020-04-01';
        const near = plus(
          due,
          365 * (kind === 'freight' ? 1 : old && ['goods', 'instalment_sale'].includes(kind) ? 2 : 5),
        );
        return {
          kind,
          due,
          contract,
          known: plus(due, of.chance(0.8) ? 0 : of.whole(0, 3000)),
          completed: plus(due, -of.whole(0, 60)),
          as_of: plus(near, of.whole(-400, 2500)),
          events: of.chance(0.2) ? talksOf(of, near) : actsOf(of, due, near),
        };
      },
      (one) => {
        const { kind, due, contract, known, completed, as_of, events } = one;
        const ours = reckonLimitation(jp, {
          due_date: due,
          contract_date: contract,
          claim_kind: kind,
          known_on: known,
          completed_on: completed,
          as_of,
          events: events as readonly LimitationEvent[],
        });
        return [ours.last_day, lastSafeDay(one)];
      },
    );
    expect(found).toEqual([]);
  });
});

describe('the second reading itself, by hand', () => {
  test.each([
    ['2023-02-28', 60, '2028-02-29'],
    ['2024-02-28', 60, '2029-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2026-02-28', 6, '2026-08-31'],
    ['2026-06-30', 6, '2026-12-31'],
  ])('%s and %i months', async (event, months, last) => {
    const { ends } = await import('./second_reading.ts');
    expect(ends(event, months)).toBe(last);
  });
  test('1,700,000 at 14.6 % for 110 days are 74,800 exactly', () => {
    const owing = {
      principal: 1_700_000n,
      due: '2026-03-31',
      until: '2026-07-19',
      agreed: 14_600n,
      kind: 'services',
      consumer: false,
      whole_years: false,
    };
    expect(interestOwed(owing)).toEqual({ yen: 74_800n, exact: true });
  });
});
