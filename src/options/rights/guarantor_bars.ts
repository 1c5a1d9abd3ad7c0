// Why a guarantor cannot be asked: the guarantee is void, or the principal must be asked or enforced against first. The law of guarantees is
// that of law/guarantee.ts. Here 'guarantor' is the object of its terms, not an option.

import { guaranteeFindings } from '../../law/guarantee.ts';
import { type Sentence, SILENT } from '../../values/phrase.ts';
import type { Bar, Case, Situation } from '../option.ts';
import { statedGuarantor } from './guarantor_terms.ts';
import { isUsed } from './side_rights.ts';

/** Without writing, or without a maximum where one is asked for, the guarantee is void by the law of the day of its contract. */
export const voidGuarantee = (s: Situation): Bar[] => s.once(voidIn);

function voidIn(s: Case): Bar[] {
  const stated = statedGuarantor(s);
  if (s.law.guarantee === null || Object.keys(stated).length === 0) return [];
  const { written, joint, kind, open_ended, maximum, guaranteed_on } = stated;
  const { rulings } = guaranteeFindings(s.law, {
    principal: s.facts.principal,
    on: s.facts.claim.as_of,
    ...(guaranteed_on === undefined ? {} : { guaranteed_on }),
    ...(written === undefined ? {} : { written }),
    ...(joint === undefined ? {} : { joint }),
    ...(kind === undefined ? {} : { guarantor: kind }),
    ...(open_ended === undefined ? {} : { open_ended }),
    ...(maximum === undefined ? {} : { maximum }),
  });
  const broken = (rule: 'form' | 'maximum') =>
    rulings.find(({ code, status }) => code === rule && status === 'not_met');
  const form = broken('form');
  const cap = broken('maximum');
  return [
    ...(form === undefined
      ? []
      : [
          {
            code: 'guarantee_not_written',
            text: form.text,
            inputs: { 'guarantor.written': false },
            cite: form.citation,
            opens_if: { ja: '書面または電磁的記録による保証がある場合', en: 'there is a guarantee in writing' },
          },
        ]),
    ...(cap === undefined
      ? []
      : [
          {
            code: 'guarantee_without_maximum',
            text: cap.text,
            inputs: { 'guarantor.kind': kind ?? null, 'guarantor.open_ended': open_ended ?? null },
            cite: cap.citation,
            opens_if: {
              ja: '書面で極度額が定められている場合（guarantor.maximum）',
              en: 'a maximum is stated in writing (guarantor.maximum)',
            },
          },
        ]),
  ];
}

/** A plain guarantor may send us to the principal first, unless that is bankrupt or gone; a claim that goes on has asked the principal. */
export function principalFirst(s: Situation): Bar[] {
  const { joint } = statedGuarantor(s);
  const { claim, proceedings } = s.facts;
  if (joint !== false || proceedings || claim.address_known === false || s.state.standing === 'title') return [];
  if (claim.demand_sent !== true && !isUsed(s, 'demanded'))
    return [
      {
        code: 'principal_first',
        text: {
          ja: '連帯でない保証人は、先に主債務者へ請求するよう求められます。内容証明などで請求した事実がありません。',
          en: 'A plain guarantor may insist that payment is first demanded from the principal debtor; no such demand (demand_sent) has been entered.',
        },
        inputs: { 'guarantor.joint': false, demand_sent: claim.demand_sent ?? null },
        cite: s.law.citations.guarantee_defences,
        opens_if: {
          ja: '主債務者に請求した場合（demand_sent）、主債務者が破産または所在不明の場合、連帯保証の場合',
          en: 'payment has been demanded from the principal debtor (demand_sent), which is bankrupt or cannot be found, or the guarantee is joint',
        },
      },
    ];
  if (claim.assets !== 'known') return [];
  return [
    {
      code: 'principal_assets_first',
      text: {
        ja: '連帯でない保証人は、主債務者に容易に執行できる財産があるとして、先にその執行を求められます。',
        en: 'A plain guarantor may insist that assets of the principal which are easily enforced against are taken first.',
      },
      inputs: { 'guarantor.joint': false, assets: 'known' },
      cite: s.law.citations.guarantee_defences,
      opens_if: {
        ja: '主債務者の財産に執行した後、または連帯保証の場合',
        en: 'the principal has been enforced against, or the guarantee is joint',
      },
    },
  ];
}

/** Who guarantees or insures as a business is told before the debtor is given time or a discount, or it may not pay. */
export const consentFirst = (s: Situation): Sentence =>
  statedGuarantor(s).kind === 'corporation' && !s.facts.proceedings && voidGuarantee(s).length === 0
    ? {
        ja: '先に保証会社などに知らせ、承諾を得ます。',
        en: 'First tell the guarantee company and have its consent. ',
      }
    : SILENT;
