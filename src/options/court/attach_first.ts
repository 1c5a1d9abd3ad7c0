// States once what comes after an attachment where a title in hand is not paid and nothing says that the debtor answers: offers of ours, and
// whatever warns it.

import { ofNamedKind } from '../../assumptions/kinds.ts';
import { titleOf } from '../../claim/procedure.ts';
import { isTitleNew } from '../../debtor/in_court.ts';
import { isAbove, plus, times } from '../../numbers/number.ts';
import type { Text } from '../../values/text.ts';
import type { Bar, Case, Situation } from '../option.ts';
import { avoidsUs } from '../parts/contact.ts';

/** Months past due within which nobody has a judgment yet: a title is a deed that was made before, and the debtor may be merely late. */
export const MERELY_LATE = 3;

/** Promises of which one that is broken may be a misfortune, and this many are not. */
export const PROMISES_SPENT = 2;

/** A title is in hand that the debtor must have heard of, and it avoids us, has broken its promises, or has not paid for long and nothing says that it answers. */
export function isIgnored(facts: Case['facts']): boolean {
  const { claim, age } = facts;
  if (titleOf(claim) === 'none' || isTitleNew(facts)) return false;
  if (avoidsUs(claim.contact) || (claim.broken_promises ?? 0) >= PROMISES_SPENT) return true;
  return claim.contact === undefined && age > MERELY_LATE;
}

/** The same, and no attachment has been tried in vain. */
export const isTitleIgnored = (facts: Case['facts']): boolean =>
  isIgnored(facts) && (facts.claim.failed_attachments ?? 0) === 0;

/**
 * One account that was empty tells nothing of the others: what the debtor has is asked for (information, disclosure) before it is offered
 * anything. Only where that was done in vain, or the law has nobody to ask, is there nothing more to attach.
 */
const isSoughtInVain = ({ facts: { claim }, tariff }: Case): boolean =>
  claim.assets === 'none_found' || (tariff.asset_information === null && (claim.failed_attachments ?? 0) > 0);

/** The bar of what comes after an attachment. */
const attachFirst = ({ facts: { claim }, law }: Case, text: Text, opens_if: Text): Bar => ({
  code: 'attach_first',
  text,
  inputs: { title: titleOf(claim), contact: claim.contact ?? null, assets: claim.assets ?? null },
  cite: law.citations.enforcement_title,
  opens_if,
});

/** A title is in hand, and the debtor avoids us, however new it is: nobody has to agree anything with it any more. */
const isEvadedWith = ({ claim }: Case['facts']): boolean => titleOf(claim) !== 'none' && avoidsUs(claim.contact);

/**
 * Who ignores a title is not offered to pay less or later: what it has is attached, or looked for, before. Nor is who avoids us while there is one,
 * before it has ignored it. What the debtor offers itself is another matter.
 */
export const attachFirstBars = (s: Case): Bar[] =>
  (isIgnored(s.facts) || isEvadedWith(s.facts)) && !isSoughtInVain(s)
    ? [
        attachFirst(
          s,
          {
            ja: '債務名義があるのに払わないか、避けている相手です。減額や分割をこちらから申し出るより先に、差押え（財産が分からなければ情報取得・財産開示）をします。',
            en: 'The debtor ignores a title, or avoids us: attach what it has (or ask for information and disclosure) before offering a discount or instalments.',
          },
          {
            ja: '財産を調べても見当たらない場合（assets=none_found）、相手が応答している場合（contact）、または相手から申出があった場合',
            en: 'what it has was looked for in vain (assets=none_found), or the debtor answers (contact) or makes an offer itself',
          },
        ),
      ]
    : [];

/**
 * An attachment of what is known takes more than it costs, with what had to be spent before it, from a debtor who could pay and will not: the one
 * that would move it if it was warned.
 */
export function isWorthTaking(
  { a, tariff, state }: Situation,
  before: number,
  assets: keyof typeof a.enforce.success = 'known',
): boolean {
  const takes = times(ofNamedKind(a.enforce.success[assets], 'unwilling'), state.balance);
  const attaching = plus(tariff.attachment, times(a.court.hours.enforcement, a.money.staff_rate));
  return isAbove(takes, plus(before, attaching));
}

/** Attachments in vain after which the debtor knows that it is attached: a letter tells it nothing that they did not. */
const ATTACHED_ENOUGH = 2;

/** Who avoids us although it was attached before: courts, banks and registers are asked what it has, and not the debtor once more. */
const attachedBefore = (s: Situation): Bar[] => {
  const { failed_attachments = 0, assets, contact } = s.facts.claim;
  const isAsked = s.tariff.asset_information !== null && assets !== 'none_found';
  if (failed_attachments < ATTACHED_ENOUGH || !avoidsUs(contact) || !isIgnored(s.facts) || !isAsked) return [];
  if (!isWorthTaking(s, 0, 'unknown')) return [];
  return [
    attachFirst(
      s,
      {
        ja: '差押えを繰り返し受けても払わない相手です。重ねて請求せず、第三者からの情報取得や財産開示を申し立てます。',
        en: 'The debtor was attached more than once and has not paid: ask for third-party information and asset disclosure, and not the debtor once more.',
      },
      {
        ja: '財産を調べても見当たらない場合（assets=none_found）、または相手が応答している場合（contact）',
        en: 'what it has was looked for in vain (assets=none_found), or the debtor answers (contact)',
      },
    ),
  ];
};

/**
 * Who ignores a title is not warned while it is known what to attach, and worth it: a deposit is gone the day after a letter or a call. What attachments
 * have missed so far was not what is known today.
 */
export const unwarnedBars = (s: Situation): Bar[] =>
  isIgnored(s.facts) && s.facts.claim.assets === 'known' && isWorthTaking(s, 0)
    ? [
        attachFirst(
          s,
          {
            ja: '債務名義があり、差し押さえる財産も分かっています。重ねて請求すると財産を移されるおそれがあるので、知らせずに差し押さえます。',
            en: 'There is a title, and it is known what to attach: asking once more gives the debtor time to move that, so attach without warning.',
          },
          {
            ja: 'その財産への差押えが空振りに終わった場合（assets）、または相手と連絡がつく場合',
            en: 'an attachment of that has taken nothing (assets), or the debtor answers',
          },
        ),
      ]
    : attachedBefore(s);
