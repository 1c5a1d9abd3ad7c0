// An enforceable notarial deed over a debt that is acknowledged, or whose deed was agreed before: a title without a court
// (docs/model.md 7.1).

import { complement, every, type PerKind, product } from '../assumptions/kinds.ts';
import { plus, times } from '../numbers/number.ts';
import { phrase } from '../values/phrase.ts';
import { afterTalks, agreedTitle, ENTIRE_CLAIM } from './court/agreed_title.ts';
import { recordedIn } from './court/running.ts';
import { type Bar, type Case, option, type Situation } from './option.ts';
import { abroadBars } from './parts/abroad.ts';
import { absentBars } from './parts/absent.ts';
import { notDueBars, openingBars, procedureBars, runningBars, titleBars } from './parts/bars.ts';
import { avoidsUs } from './parts/contact.ts';
import { failureEvent } from './parts/failure.ts';
import { usedWith } from './rights/side_rights.ts';
import { deedTerms, statedDeed } from './talks/deed_terms.ts';
import { publicBodyBars, settledBars } from './talks/own_offer.ts';

/** A debtor who has not acknowledged the debt has nothing to sign. */
function acknowledgmentBars(s: Situation): Bar[] {
  const { acknowledged, contact } = s.facts.claim;
  const { agreed } = statedDeed(s);
  if (agreed === true || (acknowledged === true && !avoidsUs(contact))) return [];
  if (acknowledged === true)
    return [
      {
        code: 'nobody_to_sign',
        text: {
          ja: '債務を認めていても、連絡を避ける相手は公正証書を作りに来ません。',
          en: 'A debtor who avoids us does not come to sign a deed, though it has acknowledged the debt.',
        },
        inputs: { contact: contact ?? null },
        cite: s.law.citations.notarial_deed,
        opens_if: {
          ja: '相手が応答する場合、または公正証書にする約束がある場合',
          en: 'the debtor answers, or has agreed to the deed',
        },
      },
    ];
  return [
    {
      code: 'debt_not_acknowledged',
      text: {
        ja: '公正証書は、相手が債務を認めて執行を受け入れる意思を示さなければ作れません。',
        en: 'A deed needs a debtor who acknowledges the debt and accepts enforcement.',
      },
      inputs: { acknowledged: acknowledged ?? null, 'enforceable_deed.agreed': agreed ?? null },
      cite: s.law.citations.notarial_deed,
      opens_if: {
        ja: '相手が債務を認めている場合（acknowledged）、または公正証書にする約束がある場合',
        en: 'the debtor has acknowledged the debt (acknowledged), or has agreed to the deed',
      },
    },
  ];
}

/** Those who sign, those who do not, and those who fail while it is prepared. */
function signing(c: Case): { readonly signs: PerKind; readonly refuses: PerKind; readonly failed: PerKind } {
  const { agreement } = c.a;
  const { alive, failed } = c.debtor.survival(agreement.months_deed);
  const willing =
    statedDeed(c).agreed === true
      ? every(agreement.signs_as_agreed)
      : agreement.signs_deed.map((chance) => times(chance, c.debtor.contact_factor));
  return { signs: product(alive, willing), refuses: product(alive, complement(willing)), failed };
}

export const enforceable_deed = option({
  id: 'enforceable_deed',
  label: { ja: '執行証書（公正証書）', en: 'enforceable notarial deed' },
  description: {
    ja: '認められた債務の支払方法を、強制執行認諾文言付きの公正証書にします。訴訟なしで債務名義になります。',
    en: 'Put an acknowledged debt and its payment into a notarial deed in which the debtor accepts enforcement: a title without a suit.',
  },
  family: 'in_house',
  shape: 'exit',
  consensual: true,
  fades: true,
  follows: ['fresh'],
  varies: () => 'interest',
  terms: deedTerms,
  needs: () => [],
  bars: (s) => [
    ...absentBars(s, 'notarial_deed'),
    ...abroadBars(s, 'enforcement'),
    ...notDueBars(s),
    ...procedureBars(s, 'individual_action'),
    ...titleBars(s),
    ...(recordedIn(s) === undefined ? [] : runningBars(s, 'deed')),
    ...settledBars(s),
    ...acknowledgmentBars(s),
    // A deed that was promised is a title at once, whatever becomes of the instalments in it.
    ...(statedDeed(s).agreed === true ? [] : [...openingBars(s), ...publicBodyBars(s)]),
  ],
  variants: () => [{}],
  prospect: (s) => {
    const { agreement, money } = s.a;
    const at = agreement.months_deed;
    const { signs, refuses, failed } = s.once(signing);
    const notary = [{ external: plus(s.tariff.deed(s.state.balance), agreement.deed_preparation) }];
    return {
      event: {
        id: 'deed_asked',
        at: 0,
        flows: [{ own_time: times(agreement.hours, money.staff_rate) }],
        next: [
          { chance: failed, event: failureEvent(s, at, s.state.balance) },
          {
            chance: signs,
            event: { ...agreedTitle(s, { id: 'deed_signed', at, share: ENTIRE_CLAIM }), flows: notary },
          },
          { chance: refuses, event: afterTalks(at, { used: usedWith(s, 'instalments') }) },
        ],
      },
      relationship: s.a.relationship.loss.enforceable_deed,
    };
  },
  sentences: {
    step: (s) =>
      phrase(
        { fee: { yen: s.tariff.deed(s.state.balance) } },
        {
          ja: '債務の額と支払方法を定め、強制執行認諾文言付きの公正証書を公証役場で作ります（公証人の手数料 {fee}）。',
          en: 'Fix the debt and its payment and sign an enforceable deed at a notary’s office (notary’s fees {fee}).',
        },
      ),
    reason: (s) =>
      s.state.limitation > 0
        ? {
            ja: '訴訟をせずに執行できるようになり、署名は債務の承認として時効を更新します。',
            en: 'It can be enforced without a suit, and signing it acknowledges the debt and renews the limitation period.',
          }
        : {
            ja: '訴訟をせずに執行できるようになり、債務を認めた相手は時効の満了を援用できなくなります。',
            en: 'It can be enforced without a suit, and a debtor who acknowledges the debt may no longer invoke the limitation.',
          },
    risk: () => ({
      ja: '金額の確定した金銭債務に限られます。判決と違い、時効期間は10年にはなりません。',
      en: 'Only a fixed sum of money can be enforced under it, and unlike a judgment it does not make the period 10 years.',
    }),
  },
});
