// The means under a title, the orders in which they are used, and which of these are open.

import { isBeforeProceedings, isPublicBody } from '../../claim/facts.ts';
import { titleOf } from '../../claim/procedure.ts';
import { phrase, type Sentence } from '../../values/phrase.ts';
import type { Text } from '../../values/text.ts';
import type { Bar, Case, Situation } from '../option.ts';
import { openingBars } from '../parts/bars.ts';
import { isIgnored, isTitleIgnored } from './attach_first.ts';

/** One means: announce enforcement, find out what there is, attach, agree instalments, chase, or let the title lie. */
export type Means = 'announce' | 'find_out' | 'attach' | 'instalments' | 'chase' | 'rest';

/** The means in the order in which they are used. */
export type Order = readonly Means[];

/** An order with what it asks the creditor to do, in the imperative; where it begins with an attachment, what comes after that. */
interface NamedOrder {
  readonly means: Order;
  readonly text: { readonly ja: string; readonly en: string };
}

const ACCOUNTS_OR_CUSTOMERS: Text = { ja: '預金口座や売掛先', en: 'accounts or customers' };
const ACCOUNTS_OR_WAGES: Text = { ja: '預金口座や給与（勤務先）', en: 'accounts or wages' };

/** The attachment of what such a debtor has, which is identified first where it is not known. */
function attachment({ facts: { claim } }: Case): Sentence {
  const what = claim.debtor_type === 'consumer' ? ACCOUNTS_OR_WAGES : ACCOUNTS_OR_CUSTOMERS;
  return claim.assets === 'known'
    ? phrase({ what }, { ja: '{what}を差し押さえ', en: 'Attach {what}' })
    : phrase({ what }, { ja: '{what}を特定して差し押さえ', en: 'Identify {what} and attach them' });
}

/** What an order asks the creditor to do against this debtor. */
export function wordsOfOrder(order: OrderName, c: Case): Sentence {
  const { means, text: after } = ORDERS[order];
  return means[0] === 'attach'
    ? phrase({ attachment: attachment(c), after }, { ja: '{attachment}、{after}', en: '{attachment}; {after}' })
    : after;
}

/** The orders among which is chosen. */
export const ORDERS = {
  attach: {
    means: ['attach', 'rest'],
    text: {
      ja: '空振りなら権利を残して待ちます。',
      en: 'if nothing is taken, keep the title and wait.',
    },
  },
  attach_again: {
    means: ['attach', 'chase', 'attach', 'rest'],
    text: {
      ja: '空振りなら督促を続けて半年後にもう一度差し押さえます。',
      en: 'if nothing is taken, go on chasing and attach again after half a year.',
    },
  },
  chase_first: {
    means: ['chase', 'attach', 'rest'],
    text: {
      ja: '債務名義を示して督促し、半年たっても払われなければ差し押さえます。',
      en: 'Keep asking for payment under the title, and attach if nothing is paid within half a year.',
    },
  },
  chase_only: {
    means: ['chase', 'rest'],
    text: {
      ja: '差押えの費用に見合わないため、債務名義を示して督促し、権利を残して待ちます。',
      en: 'Attachment would cost more than it brings: keep asking for payment under the title, keep the title and wait.',
    },
  },
  instalments: {
    means: ['instalments', 'attach', 'rest'],
    text: {
      ja: '債務名義を前提に分割払いを合意し、滞ったらすぐに差し押さえます。',
      en: 'Agree instalments under the title, and attach as soon as one is missed.',
    },
  },
  find_out: {
    means: ['find_out', 'attach', 'chase', 'attach', 'rest'],
    text: {
      ja: '第三者からの情報取得（預貯金など）や財産開示で財産を調べ、見つかったものを差し押さえます。見つからなければ督促を続け、半年後にもう一度試みます。',
      en: 'Find out what there is (third-party information on bank accounts, asset disclosure) and attach it; where nothing is found, keep asking for payment and try again after half a year.',
    },
  },
  find_out_agree: {
    means: ['find_out', 'attach', 'instalments', 'attach', 'rest'],
    text: {
      ja: '空振りの後なので、第三者からの情報取得（預貯金など）や財産開示で財産を調べ、見つかったものを差し押さえます。見つからなければ債務名義を前提に分割払いを合意し、滞ったらすぐに差し押さえます。',
      en: 'After an attachment that took nothing, find out what there is (third-party information on bank accounts, asset disclosure) and attach it; where nothing is found, agree instalments under the title, and attach as soon as one is missed.',
    },
  },
} as const satisfies Readonly<Record<string, NamedOrder>>;
/** The name of an order. */
export type OrderName = keyof typeof ORDERS;

/** The limitation period of the title in hand ends before half a year of chasing is over, which stops it as little as waiting does. */
const isTitleEnding = ({ facts, tariff }: Case): boolean =>
  titleOf(facts.claim) !== 'none' &&
  !facts.title_day_unknown &&
  facts.limitation.status !== 'expired_invocable' &&
  facts.limitation_months < tariff.demand_months;

/**
 * The orders open in a case: nothing is to be found out where the assets are known, or where the law has nobody to ask; nobody agrees
 * instalments who cannot be reached, is offered them who ignores the title, or would pay them to their end whose insolvency is near; and under
 * a title in hand nobody is chased whose counsel prepares proceedings, or for half a year before anything was attached who does not answer.
 * After an attachment that took nothing, whoever ignores the title is offered instalments only when what there is was asked for. Nobody only
 * chases under a title whose period ends meanwhile. Whom a court has served meanwhile may answer.
 */
export function ordersFor(c: Case): OrderName[] {
  const { facts, tariff } = c;
  const { claim } = facts;
  const names = Object.keys(ORDERS) as OrderName[];
  const inHand = titleOf(claim) !== 'none';
  const ignored = isTitleIgnored(facts);
  const answers = !inHand || (claim.contact !== 'unreachable' && !ignored);
  const nothingToAsk = claim.assets === 'known' || isPublicBody(claim) || tariff.asset_information === null;
  const cannotAgree = !answers || openingBars(c).length > 0;
  const hasFailed = inHand && (claim.failed_attachments ?? 0) > 0;
  const cannotChase = inHand && (isBeforeProceedings(claim) || isTitleEnding(c));
  const closed: Partial<Record<OrderName, boolean>> = {
    find_out: nothingToAsk,
    instalments: cannotAgree || (isIgnored(facts) && !nothingToAsk),
    find_out_agree: cannotAgree || nothingToAsk || !hasFailed,
    chase_first: cannotChase || (inHand && claim.contact !== 'responsive' && !hasFailed),
    chase_only: cannotChase,
  };
  return names.filter((name) => closed[name] !== true);
}

/** Months that a step takes at least: a period that ends sooner leaves no time for asking first. */
const WITHIN_MONTHS = 1;

/** Less than a month is left of the period of a title: it is used, or a demand sent, before anybody is only asked. */
export function titleEndingBars(s: Situation): Bar[] {
  const { last_day } = s.facts.limitation;
  if (!isTitleEnding(s) || s.facts.limitation_months >= WITHIN_MONTHS) return [];
  return [
    {
      code: 'limitation_near',
      text: phrase(
        { last_day },
        {
          ja: '債務名義の時効が{last_day}に満了し、督促では止まりません。先に強制執行などを申し立てるか、催告します。',
          en: 'The limitation period of the title ends on {last_day}, and reminders do not stop it: apply for enforcement or the like, or send a demand, first.',
        },
      ),
      inputs: { limitation_last_day: last_day },
      cite: s.law.citations.limitation_enforcement,
      opens_if: {
        ja: '強制執行の申立てか催告をした場合',
        en: 'enforcement was applied for, or a demand was sent',
      },
      lifts: WITHIN_MONTHS,
    },
  ];
}
