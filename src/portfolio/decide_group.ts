// The answer to the rows that are decided as one claim: the values asked for, shared out over the rows in whole yen.

import { LawNotCovered } from '../law/dated.ts';
import { lawOf } from '../law/jurisdictions.ts';
import type { FieldError, ProblemCode } from '../problem.ts';
import type { Report } from '../report/answer.ts';
import { type FlatField, type FlatValue, neededFor } from '../report/flat.ts';
import { invoiceAnswer, reportOf } from '../report/report.ts';
import { canonical, canonicalInput } from '../request/canonical.ts';
import type { Include } from '../request/control_fields.ts';
import { missingLaw } from '../request/missing_law.ts';
import { OPTIONS } from '../request/options.ts';
import { ask } from '../request/question.ts';
import { splitExactly } from '../values/money.ts';
import type { Together } from './grouping.ts';
import type { Way } from './hours.ts';
import type { Row } from './row.ts';

/** What is asked of every row. */
export interface Wanted {
  readonly fields: readonly FlatField[];
  /** The parts that the whole evaluation may have beside the values; null when only the values are wanted. */
  readonly whole: ReadonlySet<Include> | null;
}

/** What stands on one row. */
export interface Share {
  readonly values: readonly FlatValue[];
  /** Expected net value, and that of doing nothing more; whole yen. Null where doing nothing was not considered. */
  readonly net: number;
  readonly waiting: number | null;
  /** Share of the claim that the row is. */
  readonly part: number;
}

export interface Decided {
  readonly ok: true;
  readonly together: Together;
  /** What is recommended. */
  readonly best: Way;
  /** The whole answer, where that is wanted; it is large. */
  readonly report: Report | null;
  /** One for each row. */
  readonly shares: readonly Share[];
}

export interface Undecided {
  readonly ok: false;
  readonly together: Together;
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
}

const BASELINES = new Set(OPTIONS.filter(({ baseline }) => baseline).map(({ id }) => id));

/** What a debtor's rows follow from, as canonical text. */
export const inputOf = ({ request, accrued }: Together): string =>
  accrued === undefined ? canonicalInput(request) : canonical([canonicalInput(request), accrued]);

/** Whole yen of a total for each row, in proportion to the amounts, by largest remainder. */
export function shared({ rows }: Pick<Together, 'rows'>, total: number): number[] {
  const amounts = rows.map(({ request }) => request.claim.amount.toNumber());
  const all = amounts.reduce((sum, amount) => sum + amount, 0);
  return splitExactly(
    amounts.map((amount) => (total * amount) / all),
    total,
  );
}

/** Decides the claim that stands for some rows, and shares the answer out. `hash` is that of its input. */
export function decideTogether(one: Together, { fields, whole }: Wanted, hash: string): Decided | Undecided {
  const { include, detailed } = neededFor(fields);
  const parts = whole === null ? [] : one.request.include.filter((part) => whole.has(part));
  const request = { ...one.request, include: [...new Set([...include, ...parts])] };
  try {
    const report = reportOf(ask(request, one.accrued), hash, whole === null ? detailed : undefined);
    const { option, net_value } = report.recommendation;
    const best = { option, value: Number(net_value), hours: report.options[0]?.effort_hours ?? 0 };
    const shares = sharesOf(one, report, fields);
    return { ok: true, together: one, best, report: whole === null ? null : report, shares };
  } catch (error) {
    if (!(error instanceof LawNotCovered)) return { ok: false, together: one, code: 'internal', errors: [] };
    const law = lawOf(request.claim.jurisdiction);
    const asked = { law, lang: request.lang, data: { ...request.claim }, dayField: 'as_of' };
    return { ok: false, together: one, code: 'law_not_covered', errors: missingLaw(error, asked).errors };
  }
}

function sharesOf(one: Together, report: Report, fields: readonly FlatField[]): Share[] {
  const { rows } = one;
  const columns = fields.map((field) => columnOf(one, report, field));
  const nets = shared(one, Number(report.recommendation.net_value));
  const waiting = report.options.find(({ id }) => BASELINES.has(id))?.net_value ?? null;
  const idle = waiting === null ? null : shared(one, Number(waiting));
  const all = one.request.claim.amount.toNumber();
  return rows.map(({ request }, i) => {
    const part = rows.length === 1 ? 1 : request.claim.amount.toNumber() / all;
    return {
      values: columns.map((column) => column[i]!),
      net: nets[i]!,
      waiting: idle?.[i] ?? null,
      part,
    };
  });
}

/** One value for each row. */
function columnOf(one: Together, report: Report, { name, kind, of, of_invoice }: FlatField): FlatValue[] {
  const { rows, facts } = one;
  if (of_invoice && facts) return facts.map((each) => of_invoice(invoiceAnswer(each, one.request.lang)));
  const value = of(report);
  if (name === 'warnings') return rows.map((row) => withNotes(row, value));
  if (kind !== 'amount' || value === null || rows.length === 1) return rows.map(() => value);
  return shared(one, Number(value)).map(String);
}

/** What to know about a row stands before what to know about its evaluation. */
function withNotes({ entry, request }: Row, value: FlatValue): FlatValue {
  const notes = (entry.notes ?? []).map(({ text }) => text[request.lang]);
  return [...notes, ...(value === '' || value === null ? [] : [String(value)])].join(' / ');
}
