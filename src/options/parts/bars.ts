// States once the reasons that close several options: not yet due, limitation, insolvency proceedings, offers made before.

import { disputeOf, haveTalksFailed, isBeforeProceedings, isInCrisis, isShortOfCash } from '../../claim/facts.ts';
import { type CourtProcedure, isOrderPending, procedureOf } from '../../claim/procedure.ts';
import type { CiteKey } from '../../law/contract/citations.ts';
import type { InsolvencyRule } from '../../law/contract/insolvency.ts';
import { phrase } from '../../values/phrase.ts';
import type { Text } from '../../values/text.ts';
import type { Bar, Case, Situation } from '../option.ts';
import { avoidsUs } from './contact.ts';
import { heirsFirstBars } from './heirs_first.ts';

/** What a creditor may do on its own, and under which name proceedings stay it: to ask for payment, and to go on with a suit, are such, too. */
const STAYED = {
  chasing: 'individual_action',
  individual_action: 'individual_action',
  going_on: 'suits',
  suits: 'suits',
  enforcement: 'enforcement',
  security: 'security',
} as const;

/** What waits until it is settled which heirs owe. */
const HELD_BY_HEIRS: ReadonlySet<keyof typeof STAYED> = new Set(['individual_action', 'suits', 'enforcement']);

/** Proceedings that stay what a creditor may do on its own: collect, sue, enforce, or use a right in the debtor's goods. */
export function procedureBars(s: Situation, what: keyof typeof STAYED): Bar[] {
  const { insolvency } = s.facts.claim;
  if (insolvency === undefined || insolvency === 'none') return HELD_BY_HEIRS.has(what) ? heirsFirstBars(s) : [];
  const rule = s.law.insolvency[insolvency];
  if (!rule[`stays_${STAYED[what]}`]) return what === 'suits' ? [...proportionBars(s, rule), ...soonStayedBars(s)] : [];
  return [
    {
      code: 'stayed_by_insolvency',
      text: phrase(
        { proceedings: rule.label },
        {
          ja: '相手方の倒産手続（{proceedings}）により、個別の権利行使が止められています。',
          en: "Individual action is stayed by the debtor's insolvency ({proceedings}).",
        },
      ),
      inputs: { insolvency },
      cite: what === 'security' ? rule.citations.security : rule.citations.stay,
      opens_if: { ja: '手続が終了または廃止された場合', en: 'the proceedings end or are discontinued' },
    },
  ];
}

/** A court may still be asked, but nobody is paid more than its share and no title is enforced: only a dispute needs a judgment. */
function proportionBars(s: Situation, rule: InsolvencyRule): Bar[] {
  if (!rule.stays_individual_action || s.facts.disputed) return [];
  return [
    {
      code: 'paid_in_proportion',
      text: phrase(
        { proceedings: rule.label },
        {
          ja: '手続（{proceedings}）では債権額の割合でしか弁済されず、執行も止まるので、争いのない債権で訴えても得るものがありません。',
          en: 'In these proceedings ({proceedings}) payment is pro rata and enforcement is stayed, so a court adds nothing to a claim that is not disputed.',
        },
      ),
      inputs: { insolvency: s.facts.claim.insolvency ?? 'none' },
      cite: rule.citations.stay,
      opens_if: { ja: '債権を争われた場合', en: 'the claim is disputed' },
    },
  ];
}

/**
 * Counsel prepares proceedings, or has asked for them: a judgment takes longer than that, and what it would attach is freed again when they open.
 * Only a dispute needs one, and a period that ends before a claim can be filed.
 */
function soonStayedBars(s: Situation): Bar[] {
  const { claim, disputed, limitation_months } = s.facts;
  if (!isBeforeProceedings(claim) || disputed || limitation_months < s.tariff.demand_months) return [];
  return [
    openingLikely(
      s,
      {
        ja: '代理人が倒産手続を準備しているか、申し立てた相手です。判決より先に手続が始まり、執行も止まるので、訴えずに代理人へ債権を届け、相殺・商品・保証人を先に確かめます。',
        en: "The debtor's counsel prepares proceedings or has asked for them: they open before a judgment and stay its enforcement, so declare the claim to counsel and look to set-off, goods and guarantors first.",
      },
      {
        ja: '手続が申し立てられないまま代理人が辞任した場合、債権を争われた場合、または時効が近い場合',
        en: 'counsel withdraws without proceedings, the claim is disputed, or the limitation period is near',
      },
    ),
  ];
}

/** The debt is not due yet; lifts on the due date. */
export function notDueBars(s: Situation): Bar[] {
  if (s.facts.due_in <= 0) return [];
  return [
    {
      code: 'not_due',
      text: { ja: '支払期日がまだ来ていません。', en: 'The debt is not due yet.' },
      inputs: { due_date: s.facts.due_date },
      cite: null,
      opens_if: phrase(
        { due: s.facts.due_date },
        { ja: '支払期日（{due}）を過ぎた場合', en: 'the due date ({due}) has passed' },
      ),
      lifts: s.facts.due_in,
    },
  ];
}

/** The limitation period has ended and may be invoked. */
export function limitationBars(s: Situation): Bar[] {
  if (s.state.limitation > 0) return [];
  return [
    {
      code: 'limitation_expired',
      text: phrase(
        { last_day: s.facts.limitation.last_day },
        {
          ja: '時効期間が{last_day}に満了しています。相手が援用すれば請求は認められません。',
          en: 'The limitation period ended on {last_day}; once the debtor invokes it the claim fails.',
        },
      ),
      inputs: { limitation_last_day: s.facts.limitation.last_day },
      cite: s.law.citations.limitation_invocation,
      opens_if: {
        ja: '相手が債務を承認した場合（満了後でも援用できなくなります。事実の経過［events］に入れます）、または期間を延ばす事実（催告・承認・裁判など）が見つかった場合',
        en: 'the debtor acknowledges the debt (even now, which keeps it from invoking the limitation; write it into events), or an event that extended the period comes to light',
      },
    },
  ];
}

/** Months that a step takes at least: a period that ends sooner leaves no time for only asking. */
const ENDING_MONTHS = 1;

/**
 * Less than a month is left of the period, and a letter would carry it: nobody is only asked meanwhile. In a crisis the proof comes later than that, and
 * what has ended by then is contested.
 */
export function endingBars(s: Situation): Bar[] {
  const { claim, limitation_months, limitation, demand_today } = s.facts;
  const isCarried = demand_today !== 'no_effect' && claim.address_known !== false && claim.succession !== 'died';
  const isEnding = limitation_months > 0 && limitation_months < ENDING_MONTHS;
  if (!isEnding || !isCarried || s.state.enforceable || procedureOf(claim) !== undefined) return [];
  return [
    {
      code: 'limitation_near',
      text: phrase(
        { last_day: limitation.last_day },
        {
          ja: '時効期間が{last_day}に満了し、督促では止まりません。先に内容証明で催告するか、訴え・支払督促を申し立てます。',
          en: 'The limitation period ends on {last_day}, and reminders do not stop it: send a certified demand, or file a suit or a payment order, first.',
        },
      ),
      inputs: { limitation_last_day: limitation.last_day },
      cite: s.law.citations.limitation_demand,
      opens_if: { ja: '催告か申立てをした場合', en: 'a demand was sent, or a court was asked' },
      lifts: ENDING_MONTHS,
    },
  ];
}

/** A title is already in hand, so another one brings nothing. */
export function titleBars(s: Situation): Bar[] {
  if (!s.state.enforceable) return [];
  const { title } = s.facts.claim;
  return [
    {
      code: 'title_in_hand',
      text: {
        ja: 'すでに債務名義があり、改めて取得する必要がありません。',
        en: 'You already have an enforceable title, so another one brings nothing.',
      },
      inputs: { title: title ?? 'notarial_deed' },
      cite: s.law.citations.enforcement_title,
      opens_if: { ja: '債務名義がない債権の場合', en: 'there is no title yet' },
    },
  ];
}

/** What people call the fields that say that an offer was refused. */
const REFUSED_NAMES = {
  plan_refused: { ja: '分割案の拒絶', en: 'plan refused' },
  settlement_refused: { ja: '和解案の拒絶', en: 'settlement refused' },
  dispute_refused: { ja: '争いの協議の決裂', en: 'dispute talks failed' },
} as const;

/** An offer that was made before and refused. */
export function madeBefore(
  s: Situation,
  field: 'plan_refused' | 'settlement_refused' | 'dispute_refused',
  text: Text,
): Bar[] {
  if (s.facts.claim[field] !== true) return [];
  return [
    {
      code: field,
      text,
      inputs: { [field]: true },
      cite: null,
      opens_if: phrase(
        { field, name: REFUSED_NAMES[field] },
        { ja: '{name}（{field}）が false の場合', en: '"{name}" ({field}) is false' },
      ),
    },
  ];
}

/** What opens an offer to who disputes the claim. */
const AFTER_TALKS: Text = {
  ja: '協議を尽くした場合（dispute_refused=true）、または相手が債務を認めた場合',
  en: 'talks have been tried (dispute_refused=true), or the debt is acknowledged',
};

/** Who disputes everything and avoids us is offered nothing after talks that failed: there is nobody to agree with, and a court decides. */
const AFTER_FAILED_TALKS: { readonly text: Text; readonly opens_if: Text } = {
  text: {
    ja: '請求の全部が争われて協議も決裂し、相手は連絡を避けています。分割や減額を重ねて申し出ず、訴訟で決着を付けます。',
    en: 'The whole claim is disputed, talks have failed and the debtor avoids us: bring a suit instead of offering more.',
  },
  opens_if: {
    ja: '相手が応答するか、債務を認めた場合、または相手から申出があった場合',
    en: 'the debtor answers, acknowledges the debt, or makes an offer itself',
  },
};

/** The whole claim is disputed, and nothing has been acknowledged. */
const isDenied = ({ facts: { claim }, state }: Situation): boolean =>
  disputeOf(claim) === 'full' && !state.acknowledged && claim.acknowledged !== true;

/** The inputs by which the whole claim is disputed. */
const deniedBy = ({ facts: { claim } }: Situation): Bar['inputs'] => ({
  ...(claim.dispute === 'full' ? { dispute: 'full' } : { disputed_amount: claim.disputed_amount?.toNumber() ?? null }),
  dispute_refused: claim.dispute_refused ?? null,
});

/** The whole claim is disputed: what asks the debtor to give in comes after talks, and for a debtor who avoids us not even then. */
export function fullDisputeBars(s: Situation, what: keyof typeof AFTER_A_DISPUTE): Bar[] {
  const { claim } = s.facts;
  const isAvoided = avoidsUs(claim.contact);
  const isOver = haveTalksFailed(claim);
  if (!isDenied(s) || (isOver && !isAvoided)) return [];
  return [
    {
      code: 'disputed_in_full',
      text: isOver ? AFTER_FAILED_TALKS.text : AFTER_A_DISPUTE[what],
      inputs: { ...deniedBy(s), ...(isAvoided ? { contact: claim.contact ?? null } : {}) },
      cite: null,
      opens_if: isAvoided ? AFTER_FAILED_TALKS.opens_if : AFTER_TALKS,
      ...(isAvoided ? {} : { lifted_by: 'dispute_refused' }),
    },
  ];
}

/** The whole claim is disputed: an order for payment would be objected to and become the suit that may as well be brought at once. */
export const opposedOrderBars = (s: Situation): Bar[] =>
  isDenied(s)
    ? [
        {
          code: 'order_would_be_opposed',
          text: {
            ja: '請求の全部が争われています。支払督促は異議で訴訟に移るだけなので、初めから訴訟を使います。',
            en: 'The whole claim is disputed: an order for payment would be opposed and become a suit, so a suit is brought at once.',
          },
          inputs: deniedBy(s),
          cite: s.law.citations.payment_order,
          opens_if: {
            ja: '争いが一部にとどまるか、相手が債務を認めた場合',
            en: 'only a part is disputed, or the debt is acknowledged',
          },
        },
      ]
    : [];

/** A part is disputed and nobody says that cash is short: what is owed is agreed before how it is paid. A court puts both on record at once. */
export function partDisputeBars(s: Situation): Bar[] {
  const { claim } = s.facts;
  const isSettled = s.state.acknowledged || claim.acknowledged === true || haveTalksFailed(claim);
  if (disputeOf(claim) !== 'partial' || isSettled || isShortOfCash(claim) || runningIn(s) !== undefined) return [];
  return [
    {
      code: 'disputed_in_part',
      text: {
        ja: '請求の一部が争われています。分割の提案は、争いの協議の後にします。',
        en: 'A part of the claim is disputed: instalments are offered after talks about the dispute.',
      },
      inputs: { dispute: claim.dispute ?? null, cause: claim.cause ?? null, dispute_refused: null },
      cite: null,
      opens_if: AFTER_TALKS,
      lifted_by: 'dispute_refused',
    },
  ];
}

/** Who can pay and does not want to is not asked to agree on how: instalments are for those who lack the money. What it offers itself is another matter. */
export function unwillingBars({ facts: { claim, disputed } }: Situation): Bar[] {
  if (claim.cause !== 'unwilling' || disputed || isShortOfCash(claim)) return [];
  return [
    {
      code: 'not_for_want_of_cash',
      text: {
        ja: '払う意思がない相手です。分割を話し合うより、催告と法的手続で支払を求めます。',
        en: 'The debtor does not want to pay: demand payment and go to court instead of talking about instalments.',
      },
      inputs: { cause: 'unwilling', distress: claim.distress ?? null },
      cite: null,
      opens_if: {
        ja: '資金繰りが理由の場合、または相手から申出があった場合',
        en: 'it is short of cash, or makes an offer itself',
      },
    },
  ];
}

/** Why an offer does not fit a claim that is disputed in full. */
const AFTER_A_DISPUTE = {
  instalments: {
    ja: '請求の全部が争われています。分割の提案は、争いの協議の後にします。',
    en: 'The whole claim is disputed: instalments are offered after talks about the dispute.',
  },
  discount: {
    ja: '請求の全部が争われています。減額は争いの協議の中で、理由に応じて決めます。',
    en: 'The whole claim is disputed: what to give up is settled in talks about the dispute, for its reasons.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Instalments would not be paid to their end: a company in liquidation ends first, and for one that has stopped paying proceedings are likely to open. */
export function openingBars(c: Case): Bar[] {
  const { claim } = c.facts;
  const { insolvency } = claim;
  if (insolvency === 'liquidation')
    return [
      {
        code: 'company_ends',
        text: {
          ja: '清算中の会社は、申出期間が終わるまで誰にも弁済できず、その後は残る財産から一度に弁済して消滅します。分割払いは向きません。',
          en: 'A company in liquidation may pay nobody before the notice period is over, then pays at once out of what it has and ceases to exist: instalments do not fit.',
        },
        inputs: { insolvency },
        cite: c.law.insolvency.liquidation.citations.stay,
        opens_if: { ja: '会社が継続を決めた場合', en: 'the company resolves to go on' },
      },
    ];
  if (!isInCrisis(claim)) return [];
  return [
    openingLikely(c, {
      ja: '支払停止などの状態にあり、分割払いの途中で倒産手続が始まる可能性が高いうえ、受け取った分も否認されるおそれがあります。',
      en: 'The debtor has stopped paying: proceedings are likely to open before the instalments are paid, and what is received may have to be given back.',
    }),
  ];
}

const PAYS_AGAIN: Text = { ja: '支払停止などの状態が解消した場合', en: 'the debtor pays its creditors again' };

/** The bar of what proceedings that are likely to open would undo. */
export const openingLikely = ({ facts: { claim }, law }: Case, text: Text, opens_if = PAYS_AGAIN): Bar => ({
  code: 'opening_likely',
  text,
  inputs: { insolvency: claim.insolvency ?? null },
  cite: law.citations.preference,
  opens_if,
});

/** A debtor who answers has something to settle with us: when it can pay, or how dealings go on. */
export const hasToSettle = ({ facts: { claim } }: Case): boolean =>
  isShortOfCash(claim) || claim.margin_per_year?.gt(0) === true;

/** Counsel who prepares proceedings treats creditors alike: nobody is paid off alone, and what were paid would be given back. */
export const equalTreatmentBars = (c: Case): Bar[] =>
  isBeforeProceedings(c.facts.claim)
    ? [
        openingLikely(
          c,
          {
            ja: '代理人が手続を進める債務者は、債権者を平等に扱うため、一社だけへの一括払いには応じません。',
            en: 'A debtor whose counsel prepares or has asked for proceedings treats its creditors alike and pays nobody off alone.',
          },
          { ja: '代理人から弁済の申出があった場合', en: 'counsel makes an offer' },
        ),
      ]
    : [];

/**
 * The claim stands as the caller stated it: no agreement was broken and no judgment came on the way. Both leave a claim that is acknowledged and
 * whose limitation period is no longer counted; that the debtor had acknowledged it before changes nothing about a procedure that runs.
 */
export const isAsStated = ({ facts, state }: Situation): boolean =>
  state.standing !== 'acknowledged' &&
  (!state.acknowledged || (facts.claim.acknowledged === true && state.limitation < Number.POSITIVE_INFINITY));

/** The procedure that runs over the claim as it stands: none once an agreement was made, or an order lapsed. */
export const runningIn = (s: Situation): CourtProcedure | undefined =>
  isAsStated(s) && s.facts.order_lapsed_on === null ? procedureOf(s.facts.claim) : undefined;

/** The order for payment that is on its way; none once it was objected to or declared enforceable. */
export function pendingOrderIn(s: Situation): CourtProcedure | undefined {
  const procedure = runningIn(s);
  return procedure !== undefined && isOrderPending(procedure) ? procedure : undefined;
}

/** What a running procedure leaves no room for: another petition, another demand, or a deed; and the article that says so. */
const BESIDE_A_PROCEDURE = {
  petition: {
    text: {
      ja: 'この債権の手続がすでに進行中です。同じ請求を二重に訴えることはできません。',
      en: 'A procedure over this claim is running already, and the same claim cannot be brought twice.',
    },
    cite: 'double_suit',
  },
  reminder: {
    text: {
      ja: 'この債権の手続がすでに進行中です。重ねて催告しても、時効にも支払にも加わるものがありません。',
      en: 'A procedure over this claim is running already; a demand adds nothing to it, nor to the limitation period.',
    },
    cite: 'limitation_suit',
  },
  deed: {
    text: {
      ja: 'この債権の手続がすでに進行中です。合意は調書にすれば債務名義になり、公正証書は要りません。',
      en: 'A procedure over this claim is running already: put on its record, an agreement is a title, and no deed is needed.',
    },
    cite: 'enforcement_title',
  },
} as const satisfies Readonly<Record<string, { readonly text: Text; readonly cite: CiteKey }>>;

/** A procedure over the claim is running already. An agreement made meanwhile ends it. */
export function runningBars(s: Situation, what: keyof typeof BESIDE_A_PROCEDURE = 'petition'): Bar[] {
  const procedure = runningIn(s);
  if (procedure === undefined) return [];
  const { text, cite } = BESIDE_A_PROCEDURE[what];
  return [
    {
      code: 'procedure_running',
      text,
      inputs: { 'procedure.kind': procedure.kind, 'procedure.stage': procedure.stage },
      cite: s.law.citations[cite],
      opens_if: {
        ja: '進行中の手続が結果なく終わるか、取り下げた場合',
        en: 'that procedure ends without a result or is withdrawn',
      },
    },
  ];
}
