// The statutes read a second time, apart from the sources of the service: court fees, limitation with its events, late interest and the
// appropriation of payments, written from the articles in whole numbers and `Date`. It shares no code and no data with src/law; what both
// must have in common are the names of the facts.

// ---- Days: Civil Code art. 138 to 143 --------------------------------------------------------------------------------

const DAY_MS = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const textOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The day so many days after another. */
export const plus = (day: string, days: number): string => textOf(numberOf(day) + days);
/** Days from one day to another. */
export const between = (from: string, to: string): number => numberOf(to) - numberOf(from);
const latest = (...days: readonly string[]): string => [...days].sort().at(-1) ?? '';

/**
 * Art. 140: the day of the event is left out. Art. 143(2): the period ends on the day before the day that corresponds to its first day; where
 * the last month has no such day, on the last day of that month.
 */
export function ends(event: string, months: number): string {
  const first = new Date((numberOf(event) + 1) * DAY_MS);
  const count = first.getUTCMonth() + months;
  const [year, month, day] = [
    first.getUTCFullYear() + Math.floor(count / 12),
    ((count % 12) + 12) % 12,
    first.getUTCDate(),
  ];
  return day > lastOf(year, month)
    ? textOf(Date.UTC(year, month, lastOf(year, month)) / DAY_MS)
    : textOf(Date.UTC(year, month, day) / DAY_MS - 1);
}

// ---- Court fees: Act on Costs of Civil Procedure, Tables 1 and 2, art. 3, 9 ------------------------------------------

/** "For each started unit up to this value so many yen": Table 1(1) and Table 1(14). */
const SUIT = [
  [1_000_000n, 100_000n, 1_000n],
  [5_000_000n, 200_000n, 1_000n],
  [10_000_000n, 500_000n, 2_000n],
  [1_000_000_000n, 1_000_000n, 3_000n],
  [5_000_000_000n, 5_000_000n, 10_000n],
  [10n ** 20n, 10_000_000n, 10_000n],
] as const;
const MEDIATION = [
  [1_000_000n, 100_000n, 500n],
  [5_000_000n, 200_000n, 500n],
  [10_000_000n, 500_000n, 1_000n],
  [1_000_000_000n, 1_000_000n, 1_200n],
  [5_000_000_000n, 5_000_000n, 4_000n],
  [10n ** 20n, 10_000_000n, 4_000n],
] as const;

/** Takes the value from the top: each bracket is charged for what reaches above the one below it. */
function byTable(table: typeof SUIT | typeof MEDIATION, value: bigint): bigint {
  let rest = value;
  let fee = 0n;
  for (let i = table.length - 1; i >= 0; i--) {
    const [, unit, yen] = table[i]!;
    const floor = i === 0 ? 0n : table[i - 1]![0];
    if (rest <= floor) continue;
    const above = rest - floor;
    fee += (above / unit + (above % unit === 0n ? 0n : 1n)) * yen;
    rest = floor;
  }
  return fee;
}

const DIGITAL = '2026-05-21';

export interface Filed {
  readonly petition:
    | 'suit'
    | 'small_claims'
    | 'payment_order'
    | 'mediation'
    | 'appeal'
    | 'final_appeal'
    | 'pre_suit_settlement';
  readonly value: bigint;
  readonly on: string;
  readonly online: boolean;
  readonly defendants: bigint;
}

/** What a petition costs, without postage. */
export function petitionFee({ petition, value, on, online, defendants }: Filed): bigint {
  const digital = on >= DIGITAL;
  const flat = (paper: bigint, electronic: bigint): bigint => (digital ? (online ? electronic : paper) : 0n);
  const base = byTable(SUIT, value);
  switch (petition) {
    case 'suit':
    case 'small_claims':
      return base + flat(2_500n, 1_400n) + (digital ? 2_000n * (defendants - 1n) : 0n);
    case 'payment_order':
      return base / 2n + flat(2_700n, 2_500n);
    case 'appeal':
      return (base * 3n) / 2n + flat(1_900n, 800n);
    case 'final_appeal':
      return base * 2n + flat(2_700n, 1_100n);
    case 'mediation':
      return byTable(MEDIATION, value);
    case 'pre_suit_settlement':
      return digital ? (online ? 2_400n : 2_700n) : 2_000n;
  }
}

/** Art. 3(3)(i): of the payment order its proportional part counts toward the suit. */
export function afterObjection(filed: Omit<Filed, 'petition'>): bigint {
  const suit = petitionFee({ ...filed, petition: 'suit' });
  const left = suit - byTable(SUIT, filed.value) / 2n;
  return left > 0n ? left : 0n;
}

/** Art. 9(2): half of what was paid is kept, but at least 4,000; art. 9 knows no fraction of a yen. */
export function givenBack(paid: bigint): bigint {
  const back = paid / 2n < paid - 4_000n ? paid / 2n : paid - 4_000n;
  return back > 0n ? back : 0n;
}

// ---- Late interest: Civil Code art. 404, 419; Supplementary Provisions art. 17; Interest Rate Restriction Act; Consumer Contract Act 9 --

export interface Owing {
  readonly principal: bigint;
  readonly due: string;
  readonly until: string;
  /** Agreed rate in hundred-thousandths a year; undefined = none. */
  readonly agreed?: bigint;
  readonly kind: string;
  readonly consumer: boolean;
  /** Days divided by 365 throughout, or years whole and odd days by the length of their year. */
  readonly whole_years: boolean;
  /** Day of receipt where the act on small contractors applies. */
  readonly received?: string;
}

const RATE = 100_000n;
/** Claims from commercial acts of a company; a doctor is no merchant. */
const COMMERCIAL = ['goods', 'services', 'works', 'freight', 'rent', 'lease', 'loan', 'instalment_sale'];

function statutory(kind: string, firstDay: string): bigint {
  if (firstDay >= '2020-04-01') return 3_000n;
  return COMMERCIAL.includes(kind) ? 6_000n : 5_000n;
}

function rateOf({ agreed, kind, consumer, principal }: Owing, firstDay: string): bigint {
  if (agreed === undefined) return statutory(kind, firstDay);
  const tier = principal < 100_000n ? 20n : principal < 1_000_000n ? 18n : 15n;
  const cap = kind === 'loan' ? tier * 1_460n : consumer ? 14_600n : agreed;
  return agreed < cap ? agreed : cap;
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/** The days after one up to another as a fraction of a year over 365 × 366. */
function yearShare(after: string, to: string, whole_years: boolean): bigint {
  if (to <= after) return 0n;
  if (!whole_years) return BigInt(between(after, to)) * 366n;
  let years = 0;
  while (ends(after, 12 * (years + 1)) <= to) years += 1;
  let share = BigInt(years) * 365n * 366n;
  for (let day = years === 0 ? after : ends(after, 12 * years); day < to; day = plus(day, 1))
    share += isLeap(Number(plus(day, 1).slice(0, 4))) ? 365n : 366n;
  return share;
}

/** Late interest in yen, rounded down once at the end, and whether it is exact. */
export function interestOwed(owing: Owing): { readonly yen: bigint; readonly exact: boolean } {
  const { principal, until, whole_years, received } = owing;
  // The act counts the day of receipt as the first of sixty.
  const sixtieth = received === undefined ? undefined : plus(received, 59);
  const due = sixtieth !== undefined && sixtieth < owing.due ? sixtieth : owing.due;
  const rate = rateOf(owing, plus(due, 1));
  const turn = sixtieth !== undefined && rate < 14_600n ? latest(sixtieth, due) : undefined;
  const first = yearShare(due, turn !== undefined && turn < until ? turn : until, whole_years);
  const rest = turn === undefined ? 0n : yearShare(turn, until, whole_years);
  const over = RATE * 365n * 366n;
  const owed = principal * (rate * first + 14_600n * rest);
  return { yen: owed / over, exact: owed % over === 0n };
}

/** Civil Code art. 489: costs, then interest, then principal. */
export function appropriated(payment: bigint, costs: bigint, interest: bigint, principal: bigint) {
  const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
  const c = least(payment, costs);
  const i = least(payment - c, interest);
  const p = least(payment - c - i, principal);
  return { costs: c, interest: i, principal: p, surplus: payment - c - i - p };
}

// ---- Limitation: Civil Code art. 144 to 169 and its former text -------------------------------------------------------

export interface Happened {
  readonly kind: string;
  readonly on: string;
  readonly ended_on?: string;
  readonly with_title?: boolean;
  readonly months?: number;
  readonly refused_on?: string;
}

export interface Running {
  readonly due: string;
  readonly contract: string;
  readonly kind: string;
  readonly known: string;
  readonly completed: string;
  readonly as_of: string;
  readonly events: readonly Happened[];
}

const REFORM = '2020-04-01';
const FORMER_YEARS: Readonly<Record<string, number>> = {
  goods: 2,
  instalment_sale: 2,
  works: 3,
  freight: 1,
  medical: 3,
  services: 5,
  rent: 5,
  lease: 5,
  loan: 5,
  other: 5,
};

/** A period as a function from the day on which it begins anew. */
type Length = (from: string) => string;

function periodFor({ due, contract, kind, known, completed }: Running): {
  readonly first: string;
  readonly again: Length;
} {
  if (contract < REFORM || due < REFORM) {
    const years = FORMER_YEARS[kind] ?? 5;
    return { first: ends(kind === 'works' ? completed : due, years * 12), again: (from) => ends(from, years * 12) };
  }
  // Commercial Code art. 586.
  if (kind === 'freight') return { first: ends(due, 12), again: (from) => ends(from, 12) };
  const [five, ten] = [ends(latest(known, due), 60), ends(due, 120)];
  return { first: five < ten ? five : ten, again: (from) => ends(from, 60) };
}

/** Months of grace after an act that ended without its result; null = the act then had no effect at all. */
function graceAfter(kind: string, on: string): number | null {
  if (['special_liquidation', 'discharge_pending'].includes(kind)) return 2;
  if (on >= REFORM) return kind === 'disaster' ? 3 : 6;
  return kind === 'mediation' ? 1 : null;
}

const TITLED = ['suit', 'payment_order', 'mediation', 'insolvency_proof'];
const LASTING = [
  ...TITLED,
  'enforcement',
  'provisional_attachment',
  'special_liquidation',
  'discharge_pending',
  'disaster',
];

/** Whether a lasting act that ended with its result starts the period anew: never a provisional attachment under the new law. */
function renews({ kind, on }: Happened): boolean {
  if (TITLED.includes(kind) || kind === 'enforcement') return true;
  return kind === 'provisional_attachment' && on < REFORM;
}

interface Hold {
  readonly kind: string;
  readonly until: string;
}

/**
 * The last day, by going through what happened in the order of its days. While a proceeding of the former law was pending that then failed, acts
 * count as in time, as case law did by taking the proceeding for a demand that goes on; the former text alone would have denied it all effect.
 */
export function lastSafeDay(running: Running): string {
  const { as_of, events } = running;
  const { first, again } = periodFor(running);
  let length = again;
  let base = first;
  let holds: Hold[] = [];
  // What once reached further than a new period does not shrink.
  let reached = base;
  const open = new Map<Happened, string>();
  const completion = (): string => latest(reached, base, ...holds.map(({ until }) => until));
  const restart = (day: string): void => {
    reached = completion();
    base = length(day);
    holds = [];
  };
  const hold = (kind: string, until: string): void => void holds.push({ kind, until });
  const held = (kind: string, on: string): boolean =>
    on > base && holds.some((one) => one.kind === kind && on <= one.until);

  const begin = (event: Happened): void => {
    const { kind, on } = event;
    // Who acknowledges the debt after the end may no longer invoke it, and a new period runs (Supreme Court, 1966-04-20, 1970-05-21).
    const isOver = open.size === 0 && on > completion();
    if (isOver && kind !== 'acknowledgment' && kind !== 'part_payment') return;
    const reformed = on >= REFORM;
    if (kind === 'acknowledgment' || kind === 'part_payment') restart(on);
    else if (LASTING.includes(kind)) open.set(event, on);
    else if (kind === 'demand_received') {
      if (held('demand_received', on) || (reformed && held('consultation_agreement', on))) return;
      hold(kind, ends(on, 6));
    } else if (kind === 'consultation_agreement' && reformed) {
      if (held('demand_received', on)) return;
      const limits = [ends(on, 12), ends(base, 60)];
      if (event.months !== undefined) limits.push(ends(on, event.months));
      if (event.refused_on !== undefined && event.refused_on <= as_of) limits.push(ends(event.refused_on, 6));
      hold(kind, limits.sort()[0]!);
    }
  };
  const finish = (event: Happened, day: string): void => {
    if (!open.delete(event)) return;
    if (event.with_title && renews(event)) {
      if (TITLED.includes(event.kind)) length = (from) => ends(from, 120);
      restart(day);
      return;
    }
    const grace = graceAfter(event.kind, event.on);
    if (grace !== null) hold(event.kind, ends(day, grace));
  };

  const turns = events
    .filter(({ on }) => on <= as_of)
    .flatMap((event) => {
      const begins = { day: event.on, run: () => begin(event) };
      const { ended_on } = event;
      if (ended_on === undefined || ended_on > as_of || !LASTING.includes(event.kind)) return [begins];
      return [begins, { day: ended_on, run: () => finish(event, ended_on) }];
    });
  for (const { run } of turns.toSorted((a, b) => numberOf(a.day) - numberOf(b.day))) run();
  let last = completion();
  // What is still going on is taken as if it ended today without its result.
  for (const [{ kind, on }] of open) {
    const grace = graceAfter(kind, on);
    last = latest(last, grace === null ? as_of : ends(as_of, grace));
  }
  return last;
}
