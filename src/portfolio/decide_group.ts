// Decides the rows of a debtor that form one claim, and splits the values wanted over these rows in the smallest unit of the currency.

import type { OutcomeRoom } from '../decision/programme/outcome_list.ts';
import { LawNotCovered } from '../law/dated.ts';
import { lawOf } from '../law/jurisdictions.ts';
import type { TariffReader } from '../law/tariff.ts';
import type { FieldError, ProblemCode } from '../problem.ts';
import type { Report } from '../report/answer.ts';
import { type FlatField, type FlatValue, neededFor } from '../report/flat.ts';
import { invoiceAnswer, reportOf } from '../report/report.ts';
import { slimmed } from '../report/slim.ts';
import { canonical, canonicalInput } from '../request/canonical.ts';
import type { Include } from '../request/control_fields.ts';
import { missingLaw } from '../request/missing_law.ts';
import { ModelDiffers } from '../request/model_version.ts';
import { OPTIONS } from '../request/options.ts';
import { askSteps } from '../request/question.ts';
import { amountDigits } from '../values/currency.ts';
import { sha256 } from '../values/hash.ts';
import { splitDigits } from '../values/money.ts';
import type { Steps } from '../values/steps.ts';
import type { DebtorGroup } from './grouping.ts';
import type { CourseOfAction } from './hours.ts';
import type { ClaimRow } from './row.ts';

/** What the caller wants to know about every row. */
export interface RowQuery {
  readonly fields: readonly FlatField[];
  /** The parts that the whole evaluation may have beside the values; null when only the values are wanted. */
  readonly whole: ReadonlySet<Include> | null;
  /** Reads tariffs for all rows. */
  readonly tariffs: TariffReader;
  /** Where the outcomes of all rows are listed, one row after another. */
  readonly room: OutcomeRoom;
  /** Receives the error of a row on which the code failed; the row itself is answered as an internal problem. */
  readonly onFailure?: (error: unknown) => void;
}

/** The part of a decided claim that falls to one row. */
export interface RowShare {
  /** The values wanted, in their order. */
  readonly values: readonly FlatValue[];
  /** Expected net value of what is recommended, whole yen. */
  readonly net: number;
  /** Expected net value of doing nothing more, whole yen; null where that was not considered. */
  readonly waiting: number | null;
  /** The row's share of the amount of the claim, 0 to 1. */
  readonly part: number;
}

/** A group whose claim was decided. */
export interface DecidedGroup {
  readonly ok: true;
  readonly group: DebtorGroup;
  /** What is recommended. */
  readonly best: CourseOfAction;
  /** The whole evaluation, where that is wanted; it is large. */
  readonly report: Report | null;
  /** Days that must not be missed, the next ones first. */
  readonly deadlines: Report['recommendation']['deadlines'];
  /** The share of each row, in the order of the rows. */
  readonly shares: readonly RowShare[];
}

/** A group whose claim could not be decided, and why. */
export interface UndecidedGroup {
  readonly ok: false;
  readonly group: DebtorGroup;
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
}

const BASELINES = new Set(OPTIONS.filter(({ baseline }) => baseline).map(({ id }) => id));

/** The input from which the answer to a group follows, as canonical text. */
const inputOf = ({ request, accrued }: DebtorGroup): string =>
  accrued === undefined ? canonicalInput(request) : canonical([canonicalInput(request), accrued]);

/** Digits after the point of the currency of a group. */
const digitsOf = ({ rows: [first] }: Pick<DebtorGroup, 'rows'>): number =>
  first === undefined ? 0 : lawOf(first.request.claim.jurisdiction).minor_digits;

/** Splits a total over the rows in proportion to their amounts, in the smallest unit of the currency, by largest remainder. */
export function splitOverRows({ rows }: Pick<DebtorGroup, 'rows'>, total: number): number[] {
  const amounts = rows.map(({ request }) => request.claim.amount.toNumber());
  const all = amounts.reduce((sum, amount) => sum + amount, 0);
  return splitDigits(
    amounts.map((amount) => (total * amount) / all),
    total,
    digitsOf({ rows }),
  );
}

/** Decides the claim of a group and splits the answer over its rows. */
export function* decideGroup(
  group: DebtorGroup,
  { fields, whole, tariffs, room, onFailure }: RowQuery,
): Steps<DecidedGroup | UndecidedGroup> {
  const { include, detailed } = neededFor(fields);
  const parts = whole === null ? [] : group.request.include.filter((part) => whole.has(part));
  const request = { ...group.request, include: [...new Set([...include, ...parts])] };
  try {
    const report = reportOf(
      yield* askSteps(request, { accrued: group.accrued, tariffs, room }),
      sha256(inputOf(group)),
      whole === null ? detailed : undefined,
    );
    const { option, net_value, deadlines } = report.recommendation;
    const best = { option, value: Number(net_value), hours: report.options[0]?.effort_hours ?? 0 };
    const shares = rowShares(group, report, fields);
    return { ok: true, group, best, report: whole === null ? null : slimmed(report, group.request), deadlines, shares };
  } catch (error) {
    if (error instanceof ModelDiffers) return { ok: false, group, code: 'model_version_differs', errors: [] };
    if (!(error instanceof LawNotCovered)) {
      onFailure?.(error);
      return { ok: false, group, code: 'internal', errors: [] };
    }
    const law = lawOf(request.claim.jurisdiction);
    const asked = { law, lang: request.lang, data: { ...request.claim }, dayField: 'as_of' };
    return { ok: false, group, code: 'law_not_covered', errors: missingLaw(error, asked).errors };
  }
}

function rowShares(group: DebtorGroup, report: Report, fields: readonly FlatField[]): RowShare[] {
  const { rows } = group;
  const columns = fields.map((field) => valueByRow(group, report, field));
  const nets = splitOverRows(group, Number(report.recommendation.net_value));
  const baseline = report.options.find(({ id }) => BASELINES.has(id))?.net_value ?? null;
  const waiting = baseline === null ? null : splitOverRows(group, Number(baseline));
  const total = group.request.claim.amount.toNumber();
  return rows.map(({ request }, i) => ({
    values: columns.map((column) => column[i]!),
    net: nets[i]!,
    waiting: waiting?.[i] ?? null,
    part: rows.length === 1 ? 1 : request.claim.amount.toNumber() / total,
  }));
}

/** The value of a field for each row. */
function valueByRow(group: DebtorGroup, report: Report, { name, kind, of, of_invoice }: FlatField): FlatValue[] {
  const { rows, facts } = group;
  if (of_invoice && facts) return facts.map((each) => of_invoice(invoiceAnswer(each, group.request.lang)));
  const value = of(report);
  if (name === 'warnings') return rows.map((row) => withNotes(row, value));
  if (kind !== 'amount' || value === null || rows.length === 1) return rows.map(() => value);
  return splitOverRows(group, Number(value)).map((part) => amountDigits(part, digitsOf(group)));
}

/** The warnings of a row: first the notes on how it was read, then the warnings of its evaluation. */
function withNotes({ raw, request }: ClaimRow, warnings: FlatValue): FlatValue {
  const notes = (raw.notes ?? []).map(({ text }) => text[request.lang]);
  return [...notes, ...(warnings === '' || warnings === null ? [] : [String(warnings)])].join(' / ');
}
