// Random receivables and requests, the same in every run, and the decisions on them.

import fc from 'fast-check';
import type { Override } from '../src/assumptions/values.ts';
import { type Decision, decide } from '../src/decision/programme/decide.ts';
import * as laws from '../src/law/index.ts';
import * as registry from '../src/options/index.ts';
import type { Option } from '../src/options/option.ts';
import { OPTION_IDS } from '../src/request/options.ts';
import { type EvaluationRequest, readRequest } from '../src/request/read_request.ts';
import { tries } from './tries.ts';

export const AS_OF = '2026-11-21';
export const OPTIONS = Object.values(registry) as unknown as readonly Option[];
export const CONSIDER: ReadonlySet<string> = new Set(OPTION_IDS);
export const { jp } = laws;

/** The same receivables in every run, so that a failure is a change of the engine and not of the weather. */
const SEED = 20261121;
export const runs = (few: number) => ({ numRuns: tries(few, 15 * few), seed: SEED, endOnFailure: true });

export type Fields = Readonly<Record<string, unknown>>;

export function read(fields: Fields): EvaluationRequest {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const result = readRequest({ as_of: AS_OF, ...given }, { today: AS_OF, lang: 'en' });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.request;
}

export function decisionOn(
  fields: Fields,
  overrides: Readonly<Record<string, Override>> = {},
  consider = CONSIDER,
): Decision {
  const { claim, terms, assumptions } = read(fields);
  return decide({
    claim,
    terms,
    overrides: { ...assumptions, ...overrides },
    options: OPTIONS,
    consider,
    law: jp,
  });
}

export const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(of, { nil: undefined, freq: 2 });
export const oneOf = <const T extends string>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** What is known of a claim and its debtor. */
export const receivable = fc.record({
  amount: fc.integer({ min: 20_000, max: 30_000_000 }),
  overdue_days: fc.integer({ min: -90, max: 1200 }),
  contact: maybe(oneOf('responsive', 'evasive', 'unreachable')),
  dispute: maybe(oneOf('none', 'partial', 'full')),
  payment_history: maybe(oneOf('good', 'mixed', 'bad', 'new')),
  distress: maybe(oneOf('none', 'some', 'severe')),
  broken_promises: maybe(fc.integer({ min: 0, max: 3 })),
  partial_paid: maybe(fc.boolean()),
  acknowledged: maybe(fc.boolean()),
  pd: maybe(fc.double({ min: 0.001, max: 0.6, noNaN: true })),
  evidence: maybe(oneOf('strong', 'medium', 'weak')),
  assets: maybe(oneOf('known', 'partly', 'unknown')),
  demand_sent: maybe(fc.boolean()),
  security_value: maybe(fc.integer({ min: 0, max: 5_000_000 })),
  claim_kind: maybe(oneOf('goods', 'lease', 'services')),
  lawyer: maybe(oneOf('yes', 'no')),
});

/** And what else a caller may say: terms, aims, tax, insolvency, a title. */
export const request = fc
  .tuple(
    receivable,
    fc.record({
      plan_refused: maybe(fc.boolean()),
      cause: maybe(oneOf('invoice_wrong', 'forgotten', 'short_of_cash', 'unwilling')),
      debtor_country: fc.option(oneOf('JP', 'US'), { nil: undefined, freq: 1 }),
      assets_here: maybe(fc.boolean()),
      settlement_refused: maybe(fc.boolean()),
      margin_per_year: maybe(fc.integer({ min: 0, max: 3_000_000 })),
      tax_rate: maybe(fc.double({ min: 0, max: 0.4, noNaN: true })),
      consumption_tax_rate: maybe(fc.constantFrom('8%', '10%')),
      title: maybe(oneOf('none', 'judgment', 'notarial_deed')),
      insolvency: fc.option(
        oneOf('none', 'payment_suspended', 'counsel_notice', 'dishonoured', 'petition', 'bankruptcy', 'rehabilitation'),
        {
          nil: undefined,
          freq: 1,
        },
      ),
      address_known: maybe(fc.boolean()),
      claims_deadline: maybe(fc.constantFrom('2026-10-01', '2026-11-21', '2026-12-20')),
      offset: maybe(fc.record({ payable: fc.integer({ min: 0, max: 20_000_000 }) })),
      sell: maybe(
        fc.record({ offer: fc.integer({ min: 0, max: 8_000_000 }), buyer: oneOf('servicer', 'lawful_buyer') }),
      ),
      settle: maybe(
        fc.record({ offer: fc.integer({ min: 1, max: 20_000_000 }), in_days: fc.integer({ min: 0, max: 90 }) }),
      ),
      plan: maybe(fc.record({ instalments: fc.integer({ min: 1, max: 24 }), deed: fc.boolean() })),
      factor: maybe(fc.record({ fee_rate: fc.double({ min: 0, max: 0.3, noNaN: true }), recourse: fc.boolean() })),
      return_goods: maybe(fc.record({ value: fc.integer({ min: 0, max: 9_000_000 }), consent: fc.boolean() })),
      cash: maybe(fc.constant({ cash_needed_by: '2027-01-15', bridge_rate: '30%' })),
    }),
  )
  .map(([claim, { cash, ...rest }]) => ({ ...claim, ...rest, ...cash }));
