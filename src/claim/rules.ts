// The rules between the fields of a claim, each by itself, in the order in which their mistakes are reported.

import { echo } from '../fields/reading.ts';
import { lawOf } from '../law/jurisdictions.ts';
import { addDays, type Day, daysBetween } from '../values/day.ts';
import type { Text } from '../values/text.ts';
import type { PartialClaim } from './claim.ts';
import type { ClaimEvent } from './event.ts';
import { PROCEDURE_STAGES, procedureOf, STAGES_WITHOUT } from './procedure.ts';

/** A rule between fields that a claim breaks. */
export interface BrokenRule {
  readonly code:
    | 'missing_due'
    | 'due_conflict'
    | 'due_before_invoice'
    | 'as_of_before_invoice'
    | 'contract_after_as_of'
    | 'fact_after_as_of'
    | 'procedure_order'
    | 'procedure_stage'
    | 'disputed_above_amount'
    | 'dispute_conflict'
    | 'cause_conflict'
    | 'representation_conflict'
    | 'currency_mismatch'
    | 'event_after_as_of'
    | 'event_order'
    | 'bridge_rate_missing';
  /** Path of the field to change. */
  readonly path: readonly (string | number)[];
  readonly expected: Text;
  readonly detail: Text;
}

/** A rule between fields; `unread` names those that were given but could not be read. It says nothing where a field it needs is missing. */
type ClaimRule = (claim: PartialClaim, unread: ReadonlySet<string>) => BrokenRule | undefined;

const missingDue: ClaimRule = ({ due_date, overdue_days }, unread) =>
  due_date !== undefined || overdue_days !== undefined || unread.has('due_date') || unread.has('overdue_days')
    ? undefined
    : {
        code: 'missing_due',
        path: ['due_date'],
        detail: {
          ja: '支払期日（due_date）か滞留日数（overdue_days）を書いてください。',
          en: 'Write the due date (due_date) or the days overdue (overdue_days).',
        },
        expected: { ja: '支払期日か滞留日数のどちらか', en: 'either due_date or overdue_days' },
      };

const dueConflict: ClaimRule = ({ due_date, overdue_days, as_of }) => {
  if (due_date === undefined || overdue_days === undefined || as_of === undefined) return undefined;
  const counted = daysBetween(due_date, as_of);
  if (counted === overdue_days) return undefined;
  return {
    code: 'due_conflict',
    path: ['overdue_days'],
    detail: {
      ja: `支払期日 ${due_date} なら基準日 ${as_of} の滞留日数は ${counted} 日で、${overdue_days} 日と合いません。どちらかを消してください。`,
      en: `With the due date (due_date) ${due_date} the claim is ${counted} days overdue on ${as_of}, not ${overdue_days}. Remove one of the two.`,
    },
    expected: { ja: `${counted}、または省略`, en: `${counted}, or leave it out` },
  };
};

/** The due date as stated, or as it follows from the days overdue. */
function dueDateOf({ due_date, overdue_days, as_of }: PartialClaim): Day | undefined {
  if (due_date !== undefined) return due_date;
  return overdue_days === undefined || as_of === undefined ? undefined : addDays(as_of, -overdue_days);
}

const dueBeforeInvoice: ClaimRule = (claim) => {
  const due = dueDateOf(claim);
  const { invoice_date } = claim;
  if (due === undefined || invoice_date === undefined || due >= invoice_date) return undefined;
  return {
    code: 'due_before_invoice',
    path: [claim.due_date === undefined ? 'overdue_days' : 'due_date'],
    detail: {
      ja: `支払期日 ${due} が請求日 ${invoice_date} より前です。`,
      en: `The due date ${due} is before the invoice date ${invoice_date}.`,
    },
    expected: { ja: '請求日以後の支払期日', en: 'a due date on or after the invoice date' },
  };
};

const asOfBeforeInvoice: ClaimRule = ({ as_of, invoice_date }) =>
  as_of === undefined || invoice_date === undefined || as_of >= invoice_date
    ? undefined
    : {
        code: 'as_of_before_invoice',
        path: ['as_of'],
        detail: {
          ja: `基準日 ${as_of} が請求日 ${invoice_date} より前です。`,
          en: `The day of valuation ${as_of} is before the invoice date ${invoice_date}.`,
        },
        expected: { ja: '請求日以後の基準日', en: 'a day on or after the invoice date' },
      };

const contractAfterAsOf: ClaimRule = ({ as_of, contract_date }) =>
  as_of === undefined || contract_date === undefined || as_of >= contract_date
    ? undefined
    : {
        code: 'contract_after_as_of',
        path: ['contract_date'],
        detail: {
          ja: `契約日 ${contract_date} が基準日 ${as_of} より後です。`,
          en: `The contract date ${contract_date} is after the day of valuation ${as_of}.`,
        },
        expected: { ja: '基準日以前の契約日', en: 'a day on or before as_of' },
      };

/** A day of something that has happened must not be after the day of valuation. */
const pastDay =
  (name: 'title_on' | 'last_payment_on' | 'dealings_stopped_on'): ClaimRule =>
  ({ as_of, [name]: day }) =>
    as_of === undefined || day === undefined || as_of >= day
      ? undefined
      : {
          code: 'fact_after_as_of',
          path: [name],
          detail: {
            ja: `${day} が基準日 ${as_of} より後です。`,
            en: `${day} is after the day of valuation ${as_of}.`,
          },
          expected: { ja: '基準日以前の日', en: 'a day on or before as_of' },
        };

/** A day of the running procedure must not be after the day of valuation. */
const procedureDay =
  (name: 'filed_on' | 'stage_on'): ClaimRule =>
  ({ as_of, procedure }) => {
    const day = procedure?.[name];
    if (as_of === undefined || day === undefined || as_of >= day) return undefined;
    return {
      code: 'fact_after_as_of',
      path: ['procedure', name],
      detail: { ja: `${day} が基準日 ${as_of} より後です。`, en: `${day} is after the day of valuation ${as_of}.` },
      expected: { ja: '基準日以前の日', en: 'a day on or before as_of' },
    };
  };

const procedureOrder: ClaimRule = ({ procedure }) => {
  const { filed_on, stage_on } = procedure ?? {};
  if (filed_on === undefined || stage_on === undefined || stage_on >= filed_on) return undefined;
  return {
    code: 'procedure_order',
    path: ['procedure', 'stage_on'],
    detail: {
      ja: `その段階になった日 ${stage_on} が申立日 ${filed_on} より前です。`,
      en: `The stage was reached on ${stage_on}, before the filing on ${filed_on}.`,
    },
    expected: { ja: '申立日以後の日', en: 'a day on or after filed_on' },
  };
};

const procedureStage: ClaimRule = (claim) => {
  const procedure = procedureOf(claim);
  if (procedure === undefined) return undefined;
  const { kind, stage } = procedure;
  const without = STAGES_WITHOUT[kind];
  if (!without.includes(stage)) return undefined;
  const stages = PROCEDURE_STAGES.filter((one) => !without.includes(one)).join(', ');
  return {
    code: 'procedure_stage',
    path: ['procedure', 'stage'],
    detail: { ja: `${kind} に ${stage} という段階はありません。`, en: `A ${kind} has no stage ${stage}.` },
    expected: { ja: stages, en: stages },
  };
};

const disputedAboveAmount: ClaimRule = ({ disputed_amount, amount }) =>
  disputed_amount === undefined || amount === undefined || !disputed_amount.gt(amount)
    ? undefined
    : {
        code: 'disputed_above_amount',
        path: ['disputed_amount'],
        detail: {
          ja: `争いのある額 ${disputed_amount.toFixed()} が債権額 ${amount.toFixed()} を超えています。`,
          en: `The disputed amount ${disputed_amount.toFixed()} is above the amount ${amount.toFixed()}.`,
        },
        expected: { ja: '債権額以下の額', en: 'at most the amount' },
      };

const disputeConflict: ClaimRule = ({ dispute, disputed_amount }) =>
  dispute === 'none' && disputed_amount?.gt(0)
    ? {
        code: 'dispute_conflict',
        path: ['disputed_amount'],
        detail: {
          ja: '争いがない（dispute=none）のに争いのある額が書かれています。',
          en: 'dispute is none, but a disputed amount is given.',
        },
        expected: {
          ja: 'dispute を partial か full にするか、この項目を省く',
          en: 'set dispute to partial or full, or leave this out',
        },
      }
    : undefined;

const causeConflict: ClaimRule = ({ cause, dispute }) =>
  cause === 'dispute' && dispute === 'none'
    ? {
        code: 'cause_conflict',
        path: ['cause'],
        detail: {
          ja: '争いがない（dispute=none）のに、未払いの理由が争い（cause=dispute）とされています。',
          en: 'dispute is none, but the cause given is a dispute.',
        },
        expected: {
          ja: 'dispute を partial か full にするか、別の理由を書く',
          en: 'set dispute to partial or full, or give another cause',
        },
      }
    : undefined;

const representationConflict: ClaimRule = ({ lawyer, representation }) =>
  lawyer === undefined || representation === undefined || (lawyer === 'yes') === (representation === 'lawyer')
    ? undefined
    : {
        code: 'representation_conflict',
        path: ['lawyer'],
        detail: {
          ja: `lawyer=${lawyer} と representation=${representation} が合いません。`,
          en: `lawyer is ${lawyer}, yet representation is ${representation}.`,
        },
        expected: {
          ja: representation === 'lawyer' ? 'yes、または省略' : 'no、または省略',
          en: representation === 'lawyer' ? 'yes, or leave it out' : 'no, or leave it out',
        },
      };

const currencyMismatch: ClaimRule = ({ currency, jurisdiction }) => {
  if (currency === undefined || jurisdiction === undefined) return undefined;
  const own = lawOf(jurisdiction).currency;
  if (currency === own) return undefined;
  return {
    code: 'currency_mismatch',
    path: ['currency'],
    detail: {
      ja: `この準拠法の金額は ${own} で計算します。`,
      en: `Amounts under this jurisdiction are computed in ${own}.`,
    },
    expected: { ja: own, en: own },
  };
};

const bridgeRateMissing: ClaimRule = ({ cash_needed_by, bridge_rate }, unread) =>
  cash_needed_by === undefined || bridge_rate !== undefined || unread.has('bridge_rate')
    ? undefined
    : {
        code: 'bridge_rate_missing',
        path: ['bridge_rate'],
        detail: {
          ja: '資金が必要な日を書くときは、つなぎ資金の年利（bridge_rate）も書いてください。',
          en: 'With a day on which cash is needed (cash_needed_by), write the bridge rate (bridge_rate) as well.',
        },
        expected: { ja: '年利。例: 15%', en: 'a yearly rate such as 15%' },
      };

/** The rules about a claim as a whole, in the order in which their mistakes are reported. */
const CLAIM_RULES: readonly ClaimRule[] = [
  missingDue,
  dueConflict,
  dueBeforeInvoice,
  asOfBeforeInvoice,
  contractAfterAsOf,
  pastDay('title_on'),
  pastDay('last_payment_on'),
  pastDay('dealings_stopped_on'),
  procedureDay('filed_on'),
  procedureDay('stage_on'),
  procedureOrder,
  procedureStage,
  disputedAboveAmount,
  disputeConflict,
  causeConflict,
  representationConflict,
  currencyMismatch,
  bridgeRateMissing,
];

/** A rule about one event of a claim; `index` is its place in the list. */
type ClaimEventRule = (event: ClaimEvent, index: number, as_of: Day | undefined) => BrokenRule | undefined;

const eventAfterAsOf: ClaimEventRule = ({ on }, index, as_of) =>
  as_of === undefined || on <= as_of
    ? undefined
    : {
        code: 'event_after_as_of',
        path: ['events', index, 'on'],
        detail: {
          ja: `出来事の日 ${on} が基準日 ${as_of} より後です。`,
          en: `The event of ${on} is after the day of valuation ${as_of}.`,
        },
        expected: { ja: '基準日以前の日', en: 'a day on or before as_of' },
      };

/** A later day of an event must not be before the event itself. */
const notBeforeEvent =
  (name: 'ended_on' | 'refused_on'): ClaimEventRule =>
  (event, index) => {
    const later = event[name];
    if (later === undefined || later >= event.on) return undefined;
    return {
      code: 'event_order',
      path: ['events', index, name],
      detail: {
        ja: `${echo(later)} が出来事の日 ${event.on} より前です。`,
        en: `${echo(later)} is before the day of the event, ${event.on}.`,
      },
      expected: { ja: '出来事の日以後の日', en: 'a day on or after the event' },
    };
  };

/** The rules about every event, in the order in which their mistakes are reported. */
const EVENT_RULES: readonly ClaimEventRule[] = [
  eventAfterAsOf,
  notBeforeEvent('ended_on'),
  notBeforeEvent('refused_on'),
];

/**
 * The rules between fields that a claim breaks. `unread` names fields that were given but could not be read: nothing is said about those,
 * so that one mistake gives one error.
 */
export const checkClaim = (claim: PartialClaim, unread: ReadonlySet<string> = new Set()): BrokenRule[] => [
  ...CLAIM_RULES.flatMap((rule) => rule(claim, unread) ?? []),
  ...(claim.events ?? []).flatMap((event, index) =>
    EVENT_RULES.flatMap((rule) => rule(event, index, claim.as_of) ?? []),
  ),
];
