// Worked examples of limitation in Japan: the rule each shows, the facts, and the day the law leads to. Civil Code art. 138-169,
// Commercial Code art. 586, and the Civil Code before 2020-04-01.
import type { LimitationRequest, LimitationStatus, LimitationStep } from '../../src/law/limitation.ts';

export interface LimitationCase {
  readonly title: string;
  readonly facts: LimitationRequest;
  readonly last_day: string;
  readonly status?: LimitationStatus;
  readonly regime?: string;
  readonly original_last_day?: string;
  readonly step?: LimitationStep['code'];
}

/** A service claim under the new law that ends on 2026-03-31: the base of most examples. */
const base = { claim_kind: 'services', contract_date: '2021-02-10', due_date: '2021-03-31' } as const;

export const LIMITATION_CASES: readonly LimitationCase[] = [
  {
    title: 'E1 five years from the due date under the new law',
    facts: { ...base, as_of: '2025-01-01' },
    last_day: '2026-03-31',
    status: 'safe',
    regime: 'new',
  },
  {
    title: 'E2 the period ends the day before the corresponding day, so a leap day is kept',
    facts: { ...base, contract_date: '2022-12-01', due_date: '2023-02-28', as_of: '2025-01-01' },
    last_day: '2028-02-29',
  },
  {
    title: 'E3 a first day that the last month lacks ends on the last day of that month',
    facts: { ...base, contract_date: '2023-12-01', due_date: '2024-02-28', as_of: '2025-01-01' },
    last_day: '2029-02-28',
  },
  {
    title: 'E4 due on a leap day',
    facts: { ...base, contract_date: '2023-12-01', due_date: '2024-02-29', as_of: '2025-01-01' },
    last_day: '2029-02-28',
  },
  {
    title: 'E5 a contract before the reform keeps the commercial five years, though the claim arose after it',
    facts: {
      claim_kind: 'services',
      contract_date: '2019-12-20',
      accrued_on: '2020-04-15',
      due_date: '2020-05-31',
      as_of: '2025-05-31',
    },
    last_day: '2025-05-31',
    status: 'due_soon',
    regime: 'old',
  },
  {
    title: 'E6 goods sold by a wholesaler before the reform: two years',
    facts: { claim_kind: 'goods', contract_date: '2019-10-01', due_date: '2019-11-30', as_of: '2021-11-30' },
    last_day: '2021-11-30',
    regime: 'old',
  },
  {
    title: 'E7 works before the reform: three years from their end',
    facts: {
      claim_kind: 'works',
      contract_date: '2019-05-01',
      completed_on: '2019-09-30',
      due_date: '2019-10-31',
      as_of: '2022-01-01',
    },
    last_day: '2022-09-30',
    regime: 'old',
  },
  {
    title: 'E8 freight before the reform: one year',
    facts: { claim_kind: 'freight', contract_date: '2020-03-01', due_date: '2020-03-20', as_of: '2020-06-01' },
    last_day: '2021-03-20',
    regime: 'old',
  },
  {
    title: 'E9 an order after the reform under an older master agreement is new',
    facts: { claim_kind: 'goods', contract_date: '2020-06-01', due_date: '2020-07-31', as_of: '2021-01-01' },
    last_day: '2025-07-31',
    regime: 'new',
  },
  {
    title: 'E10 a demand gives six months; a second one while the end is postponed gives nothing',
    facts: {
      ...base,
      events: [
        { kind: 'demand_received', on: '2026-03-20' },
        { kind: 'demand_received', on: '2026-09-01' },
      ],
      as_of: '2026-09-10',
    },
    last_day: '2026-09-20',
    status: 'suspended',
    original_last_day: '2026-03-31',
    step: 'no_effect_repeat',
  },
  {
    title: 'E11a an agreement to consult lasts for the agreed months',
    facts: { ...base, events: [{ kind: 'consultation_agreement', on: '2026-02-01', months: 8 }], as_of: '2026-09-01' },
    last_day: '2026-10-01',
    status: 'suspended',
  },
  {
    title: 'E11b a repeated agreement to consult postpones again, one year when no time is agreed',
    facts: {
      ...base,
      events: [
        { kind: 'consultation_agreement', on: '2026-02-01', months: 8 },
        { kind: 'consultation_agreement', on: '2026-09-15' },
      ],
      as_of: '2026-09-20',
    },
    last_day: '2027-09-15',
  },
  {
    title: 'E11c agreements to consult never postpone by more than five years in all',
    facts: {
      ...base,
      events: ['2026-02-01', '2027-01-20', '2028-01-10', '2029-01-05', '2029-12-20', '2030-12-01'].map((on) => ({
        kind: 'consultation_agreement' as const,
        on,
      })),
      as_of: '2030-12-15',
    },
    last_day: '2031-03-31',
    status: 'suspended',
    step: 'capped',
  },
  {
    title: 'E12 a part payment starts the period anew',
    facts: { ...base, events: [{ kind: 'part_payment', on: '2024-06-10' }], as_of: '2025-01-01' },
    last_day: '2029-06-10',
    step: 'renewed',
  },
  {
    title: 'E13 a final judgment gives ten years',
    facts: {
      ...base,
      events: [{ kind: 'suit', on: '2022-01-10', ended_on: '2022-08-05', with_title: true }],
      as_of: '2025-01-01',
    },
    last_day: '2032-08-05',
  },
  {
    title: 'E13b so does a judgment stated as the title in hand',
    facts: { ...base, title: 'judgment', title_on: '2022-08-05', as_of: '2025-01-01' },
    last_day: '2032-08-05',
    step: 'title',
  },
  {
    title:
      'a notarial deed is enforceable but leaves the length of the period; made once the claim was due it acknowledges it',
    facts: { ...base, title: 'notarial_deed', title_on: '2022-08-05', as_of: '2025-01-01' },
    last_day: '2027-08-05',
    step: 'renewed',
  },
  {
    title: 'a deed made by the due date leaves the period of the claim',
    facts: { ...base, title: 'notarial_deed', title_on: '2021-03-31', as_of: '2025-01-01' },
    last_day: '2026-03-31',
  },
  {
    title: 'so does a deed whose day is not known',
    facts: { ...base, title: 'notarial_deed', as_of: '2025-01-01' },
    last_day: '2026-03-31',
  },
  {
    title: 'a deed made once the period had run keeps the debtor from invoking that',
    facts: { ...base, title: 'notarial_deed', title_on: '2026-05-01', as_of: '2026-06-01' },
    last_day: '2031-05-01',
    step: 'invocation_lost',
  },
  {
    title: 'a title of unknown day counts from the due date, the earliest it can have',
    facts: { ...base, title: 'judgment', as_of: '2025-01-01' },
    last_day: '2031-03-31',
  },
  {
    title: 'E14 a payment order withdrawn without a title gives six months from its end',
    facts: {
      ...base,
      events: [{ kind: 'payment_order', on: '2026-03-25', ended_on: '2026-05-10' }],
      as_of: '2026-06-01',
    },
    last_day: '2026-11-10',
    status: 'suspended',
  },
  {
    title: 'E15 a provisional attachment gives six months from its end and no new period',
    facts: {
      ...base,
      events: [{ kind: 'provisional_attachment', on: '2026-01-15', ended_on: '2026-06-30' }],
      as_of: '2026-07-01',
    },
    last_day: '2026-12-31',
    status: 'suspended',
  },
  {
    title: 'E16 late knowledge does not go beyond ten years from the due date',
    facts: { claim_kind: 'services', due_date: '2020-06-01', known_on: '2029-01-15', as_of: '2029-02-01' },
    last_day: '2030-06-01',
  },
  {
    title: 'E17 a written refusal ends the consultation six months later',
    facts: {
      ...base,
      events: [{ kind: 'consultation_agreement', on: '2026-02-01', refused_on: '2026-04-10' }],
      as_of: '2026-05-01',
    },
    last_day: '2026-10-10',
  },
  {
    title: 'a refusal still to come shortens nothing today',
    facts: {
      ...base,
      events: [{ kind: 'consultation_agreement', on: '2026-02-01', refused_on: '2026-04-10' }],
      as_of: '2026-04-09',
    },
    last_day: '2027-02-01',
  },
  {
    title: 'E18a a demand of 31 August ends on the last day of February',
    facts: {
      ...base,
      contract_date: '2020-08-01',
      due_date: '2020-09-01',
      events: [{ kind: 'demand_received', on: '2025-08-31' }],
      as_of: '2025-09-05',
    },
    last_day: '2026-02-28',
  },
  {
    title: 'E18b a demand of 28 February ends on 31 August',
    facts: { ...base, events: [{ kind: 'demand_received', on: '2026-02-28' }], as_of: '2026-03-01' },
    last_day: '2026-08-31',
  },
  {
    title: "E19 a carrier's claim is one year under the new law too",
    facts: { claim_kind: 'freight', due_date: '2025-06-30', as_of: '2026-06-01' },
    last_day: '2026-06-30',
    status: 'due_soon',
    regime: 'new',
  },
  {
    title: 'a demand before the end that is followed by another before the end: the later one counts',
    facts: {
      ...base,
      events: [
        { kind: 'demand_received', on: '2025-12-10' },
        { kind: 'demand_received', on: '2026-03-31' },
      ],
      as_of: '2026-04-01',
    },
    last_day: '2026-09-30',
  },
  {
    title: 'a demand after the end does nothing',
    facts: { ...base, events: [{ kind: 'demand_received', on: '2026-04-01' }], as_of: '2026-05-01' },
    last_day: '2026-03-31',
    status: 'expired_invocable',
    step: 'too_late',
  },
  {
    title: 'an acknowledgment on the last day renews',
    facts: { ...base, events: [{ kind: 'acknowledgment', on: '2026-03-31' }], as_of: '2026-05-01' },
    last_day: '2031-03-31',
    status: 'safe',
    step: 'renewed',
  },
  {
    title:
      'an acknowledgment after the end renews nothing but keeps the debtor from invoking it (Supreme Court 1966-04-20)',
    facts: { ...base, events: [{ kind: 'acknowledgment', on: '2026-04-01' }], as_of: '2026-05-01' },
    last_day: '2031-04-01',
    status: 'safe',
    step: 'invocation_lost',
  },
  {
    title: 'so does a part payment after the end, and the new period counts from it',
    facts: { ...base, events: [{ kind: 'part_payment', on: '2026-05-01' }], as_of: '2026-05-01' },
    last_day: '2031-05-01',
    status: 'safe',
    step: 'invocation_lost',
  },
  {
    title: 'an acknowledgment while the end is postponed by a demand starts the period anew',
    facts: {
      ...base,
      events: [
        { kind: 'demand_received', on: '2026-03-20' },
        { kind: 'acknowledgment', on: '2026-08-01' },
      ],
      as_of: '2026-08-02',
    },
    last_day: '2031-08-01',
    status: 'safe',
  },
  {
    title: 'an agreement made while a demand postpones the end has no effect',
    facts: {
      ...base,
      events: [
        { kind: 'demand_received', on: '2026-03-20' },
        { kind: 'consultation_agreement', on: '2026-06-01' },
      ],
      as_of: '2026-06-02',
    },
    last_day: '2026-09-20',
    step: 'no_effect_repeat',
  },
  {
    title: 'a demand made while an agreement postpones the end has no effect',
    facts: {
      ...base,
      events: [
        { kind: 'consultation_agreement', on: '2026-03-01', months: 3 },
        { kind: 'demand_received', on: '2026-05-20' },
      ],
      as_of: '2026-05-21',
    },
    last_day: '2026-06-01',
    step: 'no_effect_repeat',
  },
  {
    title: 'an agreement to consult on the last day before the reform has no effect',
    facts: {
      claim_kind: 'services',
      due_date: '2015-04-30',
      events: [{ kind: 'consultation_agreement', on: '2020-03-31' }],
      as_of: '2020-04-10',
    },
    last_day: '2020-04-30',
    step: 'no_effect',
  },
  {
    title: 'an agreement to consult on the day of the reform postpones an old claim too',
    facts: {
      claim_kind: 'services',
      due_date: '2015-04-30',
      events: [{ kind: 'consultation_agreement', on: '2020-04-01' }],
      as_of: '2020-04-10',
    },
    last_day: '2021-04-01',
    regime: 'old',
  },
  {
    title: 'a contract of the day before the reform is old',
    facts: { claim_kind: 'goods', contract_date: '2020-03-31', due_date: '2020-05-31', as_of: '2020-06-01' },
    last_day: '2022-05-31',
    regime: 'old',
  },
  {
    title: 'a contract of the day of the reform is new',
    facts: { claim_kind: 'goods', contract_date: '2020-04-01', due_date: '2020-05-31', as_of: '2020-06-01' },
    last_day: '2025-05-31',
    regime: 'new',
  },
  {
    title: 'while a suit is pending the claim is safe; the day shown is as if it were withdrawn today',
    facts: { ...base, events: [{ kind: 'suit', on: '2026-03-31' }], as_of: '2026-12-01' },
    last_day: '2027-06-01',
    status: 'suspended',
    step: 'pending',
  },
  {
    title: 'completed enforcement of a judgment starts ten years anew',
    facts: {
      ...base,
      title: 'judgment',
      title_on: '2022-08-05',
      events: [{ kind: 'enforcement', on: '2024-01-10', ended_on: '2024-05-20', with_title: true }],
      as_of: '2025-01-01',
    },
    last_day: '2034-05-20',
  },
  {
    title: 'withdrawn enforcement gives only six months, which here change nothing',
    facts: {
      ...base,
      title: 'judgment',
      title_on: '2022-08-05',
      events: [{ kind: 'enforcement', on: '2024-01-10', ended_on: '2024-05-20' }],
      as_of: '2025-01-01',
    },
    last_day: '2032-08-05',
  },
  {
    title: 'the order of special liquidation gives two months after its end',
    facts: {
      ...base,
      events: [{ kind: 'special_liquidation', on: '2026-02-01', ended_on: '2026-07-15' }],
      as_of: '2026-08-01',
    },
    last_day: '2026-09-15',
  },
  {
    title: 'an electronically recorded claim ends after three years whatever it arose from',
    facts: { claim_kind: 'goods', special: 'electronic_claim', due_date: '2024-01-31', as_of: '2025-01-01' },
    last_day: '2027-01-31',
  },
  {
    title: 'events given out of order are put in order',
    facts: {
      ...base,
      events: [
        { kind: 'demand_received', on: '2026-09-01' },
        { kind: 'demand_received', on: '2026-03-20' },
      ],
      as_of: '2026-09-10',
    },
    last_day: '2026-09-20',
  },
  {
    title: 'an event after the day on which we look has not happened',
    facts: { ...base, events: [{ kind: 'acknowledgment', on: '2025-06-01' }], as_of: '2025-01-01' },
    last_day: '2026-03-31',
    step: 'not_yet',
  },
];
