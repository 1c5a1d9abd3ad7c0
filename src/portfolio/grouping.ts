// Which invoices of a debtor are decided as one claim: those that agree in everything but their amounts and days. Set-off, an
// instalment plan and a suit are then chosen once for the debtor, and every yen is shared out over the invoices again.
// What one row says about the debtor holds for all its rows; what is there only once (our debt to it, security) is used up once.

import { assume } from '../assumptions/values.ts';
import { claimGroups } from '../claim/claim.ts';
import { type Accrued, type Facts, factsOf } from '../claim/facts.ts';
import { valuedAge } from '../debtor/belief.ts';
import { LawNotCovered } from '../law/dated.ts';
import { lawOf } from '../law/jurisdictions.ts';
import { canonical, describedFields, type EvaluationRequest } from '../request/request.ts';
import { type Money, money, ZERO } from '../values/money.ts';
import type { Row } from './row.ts';

/** Rows that are decided as one claim. */
export interface Together {
  readonly rows: readonly Row[];
  /** The claim that stands for all of them. */
  readonly request: EvaluationRequest;
  /** Their late interest; absent for a row alone. */
  readonly accrued?: Accrued;
  /** Facts of each row; absent for a row alone. */
  readonly facts?: readonly Facts[];
}

type Claim = EvaluationRequest['claim'];
type Terms = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Fields of an invoice in which those that are decided together may differ. */
const OF_INVOICE = ['amount', 'disputed_amount', 'due_date', 'overdue_days', 'invoice_date', 'contract_date'] as const;

/** Fields that say something about the debtor. */
const OF_DEBTOR = Object.keys(claimGroups.debtor) as (keyof Claim & string)[];

const described = describedFields();
/** Flat names of what is there once for all invoices of a debtor. */
const ONCE = described.filter(({ once }) => once).map(({ name }) => name);
/** Names of terms that are sums of money, which belong to the row that states them. */
const SUMS = new Set(described.filter(({ kind, once }) => kind === 'amount' && !once).map(({ name }) => name));

const alone = (row: Row): Together => ({ rows: [row], request: row.request });

/** The only value that the rows give; undefined when none or several are given. */
function agreed<T>(values: readonly (T | undefined)[]): T | undefined {
  const given = values.filter((value) => value !== undefined);
  return new Set(given.map(canonical)).size === 1 ? given[0] : undefined;
}

/** The rows with what any of them says about the debtor. */
function informed(rows: readonly Row[]): Row[] {
  const claims = rows.map(({ request }) => request.claim);
  const shared = ONCE.filter((name) => !name.includes('.')) as (keyof Claim & string)[];
  const known = Object.fromEntries(
    [...OF_DEBTOR, ...shared].map((name) => [name, agreed(claims.map((claim) => claim[name]))]),
  );
  const heads = ONCE.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.')));
  const terms = Object.fromEntries(heads.map((head) => [head, agreed(rows.map(({ request }) => request.terms[head]))]));
  const filled = <T extends object>(given: T, more: Readonly<Record<string, unknown>>): T => ({
    ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)),
    ...given,
  });
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

/** Rows with the same text are decided together; null for one that has to be decided by itself. */
function likeness({ request }: Row, facts: Facts): string | null {
  const { claim, terms, assumptions, options, include, lang, ranges } = request;
  const sums = Object.entries(terms as Terms).flatMap(([head, held]) =>
    Object.keys(held).map((name) => `${head}.${name}`),
  );
  if (Object.keys(ranges).length > 0 || sums.some((name) => SUMS.has(name))) return null;
  return canonical([
    without(claim, OF_INVOICE),
    claim.disputed_amount !== undefined,
    terms,
    assumptions,
    options,
    include,
    lang,
    facts.delay_rate,
    facts.limitation.status,
    // What is not due cannot be demanded with what is.
    facts.overdue_days < 0 ? facts.due_date : '',
  ]);
}

interface Known {
  readonly row: Row;
  readonly facts: Facts;
}

const sum = (amounts: readonly Money[]): Money => amounts.reduce((all, one) => all.plus(one), ZERO);

/** The claim that stands for several invoices: their sum, on the days of the one whose limitation period ends first. */
function asOne(members: readonly Known[]): Together {
  const [first] = members;
  if (members.length === 1) return alone(first!.row);
  const lead = members.reduce((one, other) => (before(other.facts, one.facts) ? other : one));
  const { claim } = lead.row.request;
  const amounts = members.map(({ row }) => row.request.claim.amount);
  const amount = sum(amounts);
  const disputed = members.flatMap(({ row }) => row.request.claim.disputed_amount ?? []);
  const a = assume(lead.row.request.assumptions);
  const months =
    members.reduce((all, { facts }) => all + facts.principal * valuedAge(facts.age, a), 0) / amount.toNumber();
  return {
    rows: members.map(({ row }) => row),
    request: {
      ...lead.row.request,
      claim: { ...claim, amount, ...(disputed.length === 0 ? {} : { disputed_amount: sum(disputed) }) },
    },
    accrued: { interest: sum(members.map(({ facts }) => facts.interest.interest)), months },
    facts: members.map(({ facts }) => facts),
  };
}

const before = (a: Facts, b: Facts): boolean =>
  a.limitation.last_day < b.limitation.last_day ||
  (a.limitation.last_day === b.limitation.last_day && a.due_date < b.due_date);

/** What is there once, given to the claims in their order until it is used up. */
function sharedOut(claims: readonly Together[]): Together[] {
  if (claims.length < 2) return [...claims];
  const oldest = claims
    .map((one, place) => ({ one, place, due: factsOfClaim(one.request).due_date }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.place - b.place));
  const left = new Map(ONCE.map((name) => [name, agreed(claims.map(({ request }) => valueAt(request, name)))]));
  const out: Together[] = [];
  for (const { one, place } of oldest) {
    let { request } = one;
    for (const [name, rest] of left) {
      if (rest === undefined || valueAt(request, name) === undefined) continue;
      const used = rest.lt(request.claim.amount) ? rest : request.claim.amount;
      request = withValue(request, name, used);
      left.set(name, rest.minus(used));
    }
    out[place] = { ...one, request };
  }
  return out;
}

function valueAt({ claim, terms }: EvaluationRequest, name: string): Money | undefined {
  const [head, member] = name.split('.') as [string, string?];
  const value = member === undefined ? claim[head as keyof Claim] : (terms as Terms)[head]?.[member];
  return value === undefined ? undefined : money(value as Money);
}

function withValue(request: EvaluationRequest, name: string, value: Money): EvaluationRequest {
  const [head, member] = name.split('.') as [string, string?];
  if (member === undefined) return { ...request, claim: { ...request.claim, [head]: value } };
  return { ...request, terms: { ...request.terms, [head]: { ...(request.terms as Terms)[head], [member]: value } } };
}

const factsOfClaim = (request: EvaluationRequest): Facts => factsOf(request.claim, lawOf(request.claim.jurisdiction));

/** The rows of one debtor as the claims that are decided. A row whose facts cannot be had stands by itself and says so later. */
export function together(rows: readonly Row[]): Together[] {
  if (rows.length === 1) return [alone(rows[0]!)];
  const groups = new Map<string, Known[]>();
  const single: Together[] = [];
  for (const row of informed(rows)) {
    try {
      const facts = factsOfClaim(row.request);
      const key = likeness(row, facts) ?? `alone ${row.entry.index}`;
      const group = groups.get(key);
      if (group) group.push({ row, facts });
      else groups.set(key, [{ row, facts }]);
    } catch (error) {
      if (!(error instanceof LawNotCovered)) throw error;
      single.push(alone(row));
    }
  }
  return [...sharedOut([...groups.values()].map(asOne)), ...single];
}
