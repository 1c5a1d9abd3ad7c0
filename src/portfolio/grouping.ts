// Groups the invoices of a debtor into claims: invoices that agree in everything but their amounts and days are decided as one claim.
// Set-off, an instalment plan and a suit are then chosen once for the debtor, and every yen is split over the invoices again.
// What one row says about the debtor holds for all its rows; what exists only once (our debt to it, security) is used up once.

import { assume } from '../assumptions/values.ts';
import type { Claim } from '../claim/claim.ts';
import { claimGroups } from '../claim/claim_fields.ts';
import { type Accrued, type Facts, factsOf } from '../claim/facts.ts';
import { valuedAge } from '../debtor/belief.ts';
import { LawNotCovered } from '../law/dated.ts';
import { lawOf } from '../law/jurisdictions.ts';
import { canonical } from '../request/canonical.ts';
import { describedFields } from '../request/composition.ts';
import type { EvaluationRequest } from '../request/read_request.ts';
import { compareDays } from '../values/day.ts';
import { type Money, money, ZERO } from '../values/money.ts';
import type { ClaimRow } from './row.ts';

/** Rows of a debtor that are decided as one claim; a row without a debtor is a group of its own. */
export interface DebtorGroup {
  readonly rows: readonly ClaimRow[];
  /** The request whose claim represents all rows. */
  readonly request: EvaluationRequest;
  /** Late interest accrued on the rows; absent for a single row. */
  readonly accrued?: Accrued;
  /** Facts of each row; absent for a single row. */
  readonly facts?: readonly Facts[];
}

type TermsByOption = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Fields of an invoice in which those that are decided together may differ. */
const OF_INVOICE = ['amount', 'disputed_amount', 'due_date', 'overdue_days', 'invoice_date', 'contract_date'] as const;

/** Fields that say something about the debtor. */
const OF_DEBTOR = Object.keys(claimGroups.debtor) as (keyof Claim & string)[];

const FIELD_DESCRIPTIONS = describedFields();
/** Flat names of fields whose value exists once for all invoices of a debtor. */
const ONCE_PER_DEBTOR = FIELD_DESCRIPTIONS.filter(({ once }) => once).map(({ name }) => name);
/** Flat names of terms that are amounts and belong to the row that states them. */
const MONEY_TERMS = new Set(
  FIELD_DESCRIPTIONS.filter(({ kind, once }) => kind === 'amount' && !once).map(({ name }) => name),
);

const singleRow = (row: ClaimRow): DebtorGroup => ({ rows: [row], request: row.request });

/** The value on which all rows agree that give one; undefined when none or several are given. */
function onlyValue<T>(values: readonly (T | undefined)[]): T | undefined {
  const given = values.filter((value) => value !== undefined);
  const [first] = given;
  if (given.every((value) => value === first)) return first;
  return new Set(given.map(canonical)).size === 1 ? first : undefined;
}

/** The rows, each with what any of them says about the debtor. */
function withDebtorFacts(rows: readonly ClaimRow[]): ClaimRow[] {
  const claims = rows.map(({ request }) => request.claim);
  const shared = ONCE_PER_DEBTOR.filter((name) => !name.includes('.')) as (keyof Claim & string)[];
  const known = Object.fromEntries(
    [...OF_DEBTOR, ...shared].map((name) => [name, onlyValue(claims.map((claim) => claim[name]))]),
  );
  const heads = ONCE_PER_DEBTOR.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.')));
  const terms = Object.fromEntries(
    heads.map((head) => [head, onlyValue(rows.map(({ request }) => request.terms[head]))]),
  );
  const filled = <T extends object>(given: T, more: Readonly<Record<string, unknown>>): T => {
    const stated = Object.entries(more).filter(([, value]) => value !== undefined);
    return stated.length === 0 ? given : { ...Object.fromEntries(stated), ...given };
  };
  return rows.map((row) => ({
    ...row,
    request: {
      ...row.request,
      claim: filled(row.request.claim, known),
      terms: filled(row.request.terms, terms),
    },
  }));
}

const without = (claim: Claim, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(claim).filter(([name]) => !names.includes(name)));

/** Rows with the same key are decided as one claim; null for a row that must be decided by itself. */
function groupKey({ request }: ClaimRow, facts: Facts): string | null {
  const { claim, terms, assumptions, options, include, lang, ranges } = request;
  const sums = Object.entries(terms as TermsByOption).flatMap(([head, held]) =>
    Object.keys(held).map((name) => `${head}.${name}`),
  );
  if (Object.keys(ranges).length > 0 || sums.some((name) => MONEY_TERMS.has(name))) return null;
  return canonical([
    without(claim, OF_INVOICE),
    claim.disputed_amount !== undefined,
    terms,
    assumptions,
    options.join(),
    include.join(),
    lang,
    facts.delay_rate,
    facts.limitation.status,
    // What is not due cannot be demanded together with what is due.
    facts.overdue_days < 0 ? facts.due_date : '',
  ]);
}

/** A row with the facts of its claim. */
interface RowFacts {
  readonly row: ClaimRow;
  readonly facts: Facts;
}

const sumOfMoney = (amounts: readonly Money[]): Money => amounts.reduce((all, one) => all.plus(one), ZERO);

/** The group of several invoices: their sum as one claim, on the days of the invoice whose limitation period ends first. */
function combinedClaim(members: readonly RowFacts[]): DebtorGroup {
  const lead = members.reduce((one, other) => (isLimitedBefore(other.facts, one.facts) ? other : one));
  if (members.length === 1) return singleRow(lead.row);
  const { claim } = lead.row.request;
  const amounts = members.map(({ row }) => row.request.claim.amount);
  const amount = sumOfMoney(amounts);
  const disputed = members.flatMap(({ row }) => row.request.claim.disputed_amount ?? []);
  const a = assume(lead.row.request.assumptions);
  const months =
    members.reduce((all, { facts }) => all + facts.principal * valuedAge(facts.age, a), 0) / amount.toNumber();
  return {
    rows: members.map(({ row }) => row),
    request: {
      ...lead.row.request,
      claim: { ...claim, amount, ...(disputed.length === 0 ? {} : { disputed_amount: sumOfMoney(disputed) }) },
    },
    accrued: { interest: sumOfMoney(members.map(({ facts }) => facts.interest.interest)), months },
    facts: members.map(({ facts }) => facts),
  };
}

const isLimitedBefore = (a: Facts, b: Facts): boolean =>
  a.limitation.last_day < b.limitation.last_day ||
  (a.limitation.last_day === b.limitation.last_day && a.due_date < b.due_date);

/** Gives values that exist once per debtor to the claims by their due dates until they are used up. */
function withOnceValuesAllotted(groups: readonly DebtorGroup[]): DebtorGroup[] {
  if (groups.length < 2) return [...groups];
  const oldestFirst = groups
    .map((group, place) => ({ group, place, due: factsOfClaim(group.request).due_date }))
    .sort((a, b) => compareDays(a.due, b.due) || a.place - b.place);
  const left = new Map(
    ONCE_PER_DEBTOR.map((name) => [name, onlyValue(groups.map(({ request }) => valueAt(request, name)))]),
  );
  const allotted: DebtorGroup[] = [];
  for (const { group, place } of oldestFirst) {
    let { request } = group;
    for (const [name, rest] of left) {
      if (rest === undefined || valueAt(request, name) === undefined) continue;
      const used = rest.lt(request.claim.amount) ? rest : request.claim.amount;
      request = withValue(request, name, used);
      left.set(name, rest.minus(used));
    }
    allotted[place] = { ...group, request };
  }
  return allotted;
}

function valueAt({ claim, terms }: EvaluationRequest, name: string): Money | undefined {
  const [head, member] = name.split('.') as [string, string?];
  const value = member === undefined ? claim[head as keyof Claim] : (terms as TermsByOption)[head]?.[member];
  return value === undefined ? undefined : money(value as Money);
}

function withValue(request: EvaluationRequest, name: string, value: Money): EvaluationRequest {
  const [head, member] = name.split('.') as [string, string?];
  if (member === undefined) return { ...request, claim: { ...request.claim, [head]: value } };
  return {
    ...request,
    terms: { ...request.terms, [head]: { ...(request.terms as TermsByOption)[head], [member]: value } },
  };
}

const factsOfClaim = (request: EvaluationRequest): Facts => factsOf(request.claim, lawOf(request.claim.jurisdiction));

/**
 * Groups the rows of one debtor into the claims that are decided. A row whose facts the law does not cover is a group of its own, and
 * is refused when it is decided.
 */
export function debtorGroups(rows: readonly ClaimRow[]): DebtorGroup[] {
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) return [singleRow(only)];
  const groups = new Map<string, RowFacts[]>();
  const single: DebtorGroup[] = [];
  for (const row of withDebtorFacts(rows)) {
    try {
      const facts = factsOfClaim(row.request);
      const key = groupKey(row, facts) ?? `alone ${row.raw.index}`;
      const group = groups.get(key);
      if (group) group.push({ row, facts });
      else groups.set(key, [{ row, facts }]);
    } catch (error) {
      if (!(error instanceof LawNotCovered)) throw error;
      single.push(singleRow(row));
    }
  }
  return [...withOnceValuesAllotted([...groups.values()].map(combinedClaim)), ...single];
}
