// The option contract: one way to recover a receivable, stated as what can happen when it is started.
// An option states; it never values, ranks or formats, and it knows no other option.

import type * as z from 'zod';
import type { PerKind } from '../assumptions/kinds.ts';
import type { Assumptions } from '../assumptions/values.ts';
import type { Facts } from '../claim/facts.ts';
import type { Enquiry } from '../debtor/enquiries.ts';
import type { Debtor } from '../debtor/known.ts';
import type { Citation } from '../law/dated.ts';
import type { Jurisdiction } from '../law/law.ts';
import type { Tariff } from '../law/tariff.ts';
import type { Day } from '../values/day.ts';
import type { Sentence } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';

/** A dated flow of money, per yen in the ledger's currency. */
export interface Flow {
  /** Months after the start of the option; the event's own time when missing. */
  readonly at?: number;
  /** Principal received. */
  readonly principal?: number;
  /** Share of that principal that each kind of debtor brings; all of it when missing. */
  readonly share?: PerKind;
  /** Share of the late-payment interest on that principal, from the due date to the receipt, that comes with it. */
  readonly interest_share?: number;
  /** Fixed interest received. */
  readonly interest?: number;
  /** Fee as a share of principal and interest received (counsel's success fee). */
  readonly fee_rate?: number;
  /** Paid to others: court fees, postage, notary, counsel. */
  readonly external?: number;
  /** That payment is the price of this number in `Scaling.prices`. */
  readonly price?: number;
  /** Cost of our own time. */
  readonly own_time?: number;
}

/** Something that happens, and what may follow. What is left of the forks' chances ends here. */
export interface Event {
  readonly id: string;
  /** When the claim goes on: what has happened, as the condition of a sentence. */
  readonly label?: Text;
  /** Months after the start of the option. */
  readonly at: number;
  readonly flows?: readonly Flow[];
  /** The debtor has failed, owing so many yen of principal: the end of this way. What it brings is not stated but priced by the engine. */
  readonly fails?: number;
  /** It fails after its security was realised, so only the dividend is left. */
  readonly unsecured?: boolean;
  /** Principal given up by agreement or by a price below face. */
  readonly conceded?: number;
  readonly next?: readonly Fork[];
  /** The claim goes on, changed; the best exit that may follow is chosen once for all kinds, because we do not see which it is. */
  readonly goes_on?: Partial<State>;
  /** Months after the start at which an unrecovered rest is booked as a loss; the event's own time when missing. */
  readonly closes?: number;
  /** The loss counts for consumption-tax bad-debt relief. */
  readonly relief?: boolean;
}

/** A way on from an event, with its conditional chance per kind of debtor. */
export interface Fork {
  readonly chance: PerKind;
  /** Share of this way whose debtor behaves as insolvent from now on. */
  readonly turned?: PerKind;
  readonly event: Event;
}

/** What happens if the option is started. */
export interface Prospect {
  readonly event: Event;
  /** Months after the valuation day between which it may be started (`until` is excluded). */
  readonly open?: { readonly from?: number; readonly until?: number };
  /** Chance that the business relationship ends because of it. */
  readonly relationship?: number;
  /** Efforts: chance per kind that the claim stays open, after `window` months. */
  readonly staysOpen?: PerKind;
  /** Efforts and offers: months it takes. */
  readonly window?: number;
  /** Efforts: flows after the window from those who stayed open (a buy-back). */
  readonly flowsIfOpen?: readonly Flow[];
  /** Offers: share of each kind that takes it up. */
  readonly acceptance?: PerKind;
  /** Offers: what asking costs, whoever answers. */
  readonly asking?: readonly Flow[];
  /** Offers: true when a yes from a debtor who has since failed is empty; false when it behaves as insolvent. */
  readonly voidIfFailed?: boolean;
  /** Offers and reductions: the claim afterwards. */
  readonly after?: Partial<State>;
}

/** The part of a claim that steps change. */
export interface State {
  /** Principal still owed, whole yen. */
  readonly balance: number;
  /** Share of the balance that can be collected, per kind; null = all of it. */
  readonly share: PerKind | null;
  /**
   * `fresh`, `acknowledged` by an agreement that was then broken (or after talks that failed, without an acknowledgment), or after a `title`
   * that was not paid.
   */
  readonly standing: 'fresh' | 'acknowledged' | 'title';
  /** It can be enforced: by a title, or by the deed of a broken agreement. */
  readonly enforceable: boolean;
  /** The debt is acknowledged. */
  readonly acknowledged: boolean;
  /** Counsel is instructed and takes a success fee. */
  readonly counsel: boolean;
  /** Month (from the valuation day) at which the limitation period ends; Infinity when far away. */
  readonly limitation: number;
  /** Rights beside the claim that were used, each of which is used once: words joined by a space (options/rights/side_rights.ts). */
  readonly used: string;
  /** Court fees paid for a petition that failed, which count toward a suit; yen. */
  readonly fee_paid: number;
}

/** What stays the same while one receivable is evaluated. */
export interface Case {
  readonly facts: Facts;
  readonly debtor: Debtor;
  readonly law: Jurisdiction;
  readonly tariff: Tariff;
  readonly a: Assumptions;
  /** Present value of 1 yen after so many months. */
  readonly discount: (months: number) => number;
  /** What the caller said about each option, by its id (and `litigate` for all court routes). */
  readonly terms: Readonly<Record<string, unknown>>;
  /** What a function says of this case and a few further values, computed the first time it is asked for. */
  readonly once: <A extends readonly (string | number | boolean)[], T>(
    compute: (c: Case, ...given: A) => T,
    ...given: A
  ) => T;
}

/** The claim as it stands when an option is considered. */
export interface Situation extends Case {
  readonly state: State;
  /** Months after the valuation day. */
  readonly month: number;
}

/** A reason why an option is closed. */
export interface Bar {
  readonly code: string;
  readonly text: Sentence;
  /** The inputs that decided it. */
  readonly inputs: Readonly<Record<string, string | number | boolean | null>>;
  readonly cite: Citation | null;
  /** What would open it. */
  readonly opens_if: Sentence;
  /** Month at which it lifts by itself. */
  readonly lifts?: number;
  /** The field that says that another offer was refused, which lifts it: inside a plan the option may come after that offer. */
  readonly lifted_by?: string;
}

/**
 * Claims that differ only in their balance, of one kind (`thresholds`): receipts are in proportion to it, chances and times are the same,
 * and of the costs only the listed prices and the rate of the fee depend on it. So one event tree serves them all (docs/model.md 7).
 */
export interface Scaling {
  /** Prices that depend on the balance, in the order in which flows refer to them. */
  readonly prices: readonly number[];
  /** The rate of all flows that bear a fee, when it depends on the balance: counsel's success fee. */
  readonly fee_rate?: number;
  /** Every receipt bears the share of the claim that a court has granted, and nothing else depends on it. */
  readonly granted?: boolean;
}

/** A day by which something must be done for an option to keep its worth. */
export interface OptionDeadline {
  readonly on: Day;
  readonly kind: string;
  readonly text: Sentence;
  readonly cite: Citation | null;
}

/** A number of an option's terms, or of the claim, from which the option is worth taking. */
export interface Figure {
  /** Name of the figure, that of its term on the wire. */
  readonly name: string;
  readonly label: Text;
  readonly kind: 'amount' | 'rate' | 'chance' | 'count';
  /** Worst and best value to try, for us. */
  readonly worst: number;
  readonly best: number;
  /** What must be written to ask at a value: fields of the claim, and terms by the name of their option. */
  readonly ask: (value: number) => QuestionChange;
  /**
   * What it must beat: the best other first step, or the best that can be done without it and its group at any time (a price must beat
   * not selling at all, and a suit that follows a demand is still a suit). The latter for exits only.
   */
  readonly against: 'others' | 'doing_without';
}

/** One thing that can be given away while terms are negotiated: the terms before and after it. */
export interface Concession<T = unknown> {
  readonly id: string;
  readonly text: Sentence;
  readonly from: T;
  readonly to: T;
  /** Assumptions that hold once it is given away, by their paths. */
  readonly changes?: Readonly<Record<string, number>>;
}

/** Something that can be asked for in return. Where nothing says how to decide with it, it is told and not valued. */
export interface Counterpart<T = unknown> {
  readonly id: string;
  readonly text: Sentence;
  /** What must be written to decide again as if it had been given. */
  readonly change?: QuestionChange;
  /** Terms of the option without it and with it. */
  readonly terms?: { readonly from: T; readonly to: T };
}

/** An option seen across the table. */
export interface Bargaining<T = unknown> {
  /** Sum that its terms would have the debtor pay at once to close the matter, yen. */
  readonly lump_sum?: number;
  /** Sum that the debtor itself has offered for that, yen. */
  readonly offered?: number;
  readonly concessions?: readonly Concession<T>[];
  readonly asks?: readonly Counterpart<T>[];
}

/** Fields of a request written anew. */
export interface QuestionChange {
  readonly claim?: Readonly<Record<string, unknown>>;
  readonly terms?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Families of options, between which a manager decides; the step inside one is the next question. */
export const FAMILIES = {
  in_house: { ja: '自社での回収', en: 'in-house recovery' },
  set_off: { ja: '相殺・商品の引揚げ', en: 'set-off and goods' },
  exit: { ja: '債権の資金化', en: 'cash for the claim' },
  court: { ja: '法的手続', en: 'court' },
  insolvency: { ja: '倒産手続', en: 'insolvency proceedings' },
  stop: { ja: '静観・貸倒処理', en: 'waiting and writing off' },
} as const satisfies Record<string, Text>;
/** The name of a family. */
export type Family = keyof typeof FAMILIES;

/**
 * The shape of an option: an effort goes on month by month, an offer is taken up or not, an exit ends our part, and a reduction takes a
 * part and leaves the rest to others (docs/architecture.md).
 */
export type Shape = 'effort' | 'offer' | 'exit' | 'reduction';

/** How an option's prospect depends on the month it is started in. */
export type Varies = 'never' | 'interest' | 'monthly';

/** What an option says about itself in the report: facts stated once, told in the words of each language. */
export interface Sentences<T> {
  /** The step to take, in the imperative. */
  readonly step: (s: Situation, terms: T) => Sentence;
  /** What can go wrong with it. */
  readonly risk?: (s: Situation, terms: T) => Sentence | null;
  /** Why it suits this claim, beyond its value. */
  readonly reason?: (s: Situation, terms: T) => Sentence | null;
  /** Where nothing is done first, so many yen ahead and `near` when tied with it: what this step would cost and keep all the same. */
  readonly keeps?: (s: Situation, ahead: { readonly yen: number; readonly near: boolean }) => Sentence | null;
  /** An offer that is on the table and not taken, though it could be: what taking it would bring, and so many yen less. */
  readonly declined?: (
    s: Situation,
    terms: T,
    taken: { readonly value: number; readonly less: number },
  ) => Sentence | null;
  /** What must be known before it is considered at all, recommended or not, unless it is barred. */
  readonly warning?: (s: Situation) => Sentence | null;
  /** What is usual for terms that must be told before it can be valued. */
  readonly missing?: (s: Situation) => Sentence | null;
}

/** One way to recover a receivable. */
export interface Option<T = unknown> {
  readonly id: string;
  readonly label: Text;
  readonly description: Text;
  /** The family in which it is compared first. */
  readonly family: Family;
  /** The word under which a caller states terms for several options together. */
  readonly group?: 'litigate';
  readonly shape: Shape;
  /** Which changed claims it may follow. */
  readonly follows: readonly State['standing'][];
  readonly varies: (s: Situation) => Varies;
  /** Months after the valuation day from which its prospect is another one, beside the due date and the end of the limitation period. */
  readonly changes?: (today: Situation) => readonly number[];
  /**
   * Exits whose worth rests on what the debtor still has: those who by its month have spent or hidden it behave in it as if insolvent, however
   * they answer the telephone (docs/model.md 7).
   */
  readonly fades?: true;
  /** Doing nothing: what every other option is compared with. */
  readonly baseline?: true;
  /** Efforts: what goes on while an offer is considered, unless the caller leaves it out. */
  readonly ordinary?: true;
  /** It comes about only if the debtor agrees. */
  readonly consensual?: true;
  /** Its terms are negotiated with the debtor, so they are chosen against the best policy without any such option. */
  readonly negotiable?: true;
  /** What the caller may say about it. */
  readonly terms: z.ZodObject;
  /** What the caller may say about all options of its group. */
  readonly group_terms?: z.ZodObject;
  /** Names of request fields without which it cannot be valued; empty when it can. */
  readonly needs: (s: Situation) => readonly string[];
  /** Every reason why it is closed; empty when it is open. */
  readonly bars: (s: Situation) => readonly Bar[];
  /** The terms among which the engine chooses; one when there is nothing to choose. */
  readonly variants: (s: Situation) => readonly T[];
  readonly prospect: (s: Situation, terms: T) => Prospect;
  /** Ids of the documents that whoever starts it with these terms, or with any (null), needs, in their order; none when missing. */
  readonly papers?: (s: Situation, terms: T | null) => readonly string[];
  /**
   * Balances up to which it is of one kind: only there do its bars and the way it scales change. They spare asking it for every
   * balance of a claim that goes on; without them it is asked.
   */
  readonly thresholds?: (c: Case) => readonly number[];
  /** How its prospect scales with the balance of a claim that goes on; null when it does not. */
  readonly scaling?: (s: Situation) => Scaling | null;
  /** Deadlines of using it; `planned` when the plan takes it in this situation, else it is merely not barred. */
  readonly deadlines?: (s: Situation, planned: boolean) => readonly OptionDeadline[];
  /** Figures from which it is worth taking, as far as they can be asked for in this situation. */
  readonly figures?: (s: Situation) => readonly Figure[];
  /** What talks with the debtor can give away and ask for; `terms` are those chosen, null where it is not open. */
  readonly bargaining?: (s: Situation, terms: T | null) => Bargaining<T>;
  /** The field of the claim that says that it was tried and refused. */
  readonly refused_as?: string;
  /** Whether nobody uses it any more inside a plan once an offer with this `refused_as` was refused, as its bars have it when that is told. */
  readonly spent_after?: (s: Situation, refused: string) => boolean;
  /** What can be found out about it, and is not yet known. */
  readonly enquiries?: (s: Situation) => readonly Enquiry[];
  readonly sentences: Sentences<T>;
}

/**
 * Reads what the caller said about an option (or about a group of them), given its name and the output of its schema. The one cast:
 * the request was read with that schema.
 */
export const statedTerms =
  <Stated>(name: string) =>
  (c: Case): Partial<Stated> =>
    (c.terms[name] ?? {}) as Partial<Stated>;

/** Checks an option against the contract while keeping the type of its terms. */
export const option = <T>(stated: Option<T>): Option<T> => stated;
