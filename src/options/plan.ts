// An instalment plan: down payment, instalments, perhaps a notarial deed; a missed instalment leaves the rest to the best exit
// (docs/model.md 5.1). A signed plan acknowledges the debt.

import * as z from 'zod';
import { complement, every, ofNamedKind, type PerKind, product, zipKinds } from '../assumptions/kinds.ts';
import { isBeforeProceedings, isShortOfCash, isSolvent } from '../claim/facts.ts';
import { titleOf } from '../claim/procedure.ts';
import { countField, flagField, rateField } from '../fields/field.ts';
import { atMost, plus, times } from '../numbers/number.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { besideProcedure, instalmentsOnRecord, recordedIn, whenDropped } from './court/running.ts';
import { type Case, type Fork, option, type Situation, type State, statedTerms } from './option.ts';
import { absentBars } from './parts/absent.ts';
import {
  fullDisputeBars,
  madeBefore,
  notDueBars,
  openingBars,
  partDisputeBars,
  procedureBars,
  runningIn,
  unwillingBars,
} from './parts/bars.ts';
import { failureEvent } from './parts/failure.ts';
import { consentFirst } from './rights/guarantor_bars.ts';
import { statedGuarantor } from './rights/guarantor_terms.ts';
import { usedWith } from './rights/side_rights.ts';
import { unaskedBars } from './talks/ask_first.ts';
import { paidTooEarly } from './talks/before_due.ts';
import { wordsSpentAfter } from './talks/court_first.ts';
import { isDeedAgreed } from './talks/deed_terms.ts';
import { talksAboutInstalments } from './talks/instalment_talks.ts';
import { type PlanTerms, schedule } from './talks/instalments.ts';
import { finalOffer, isAnswered, isOffered, keepOnFile, offerWindow, whoAgrees, wholeMonths } from './talks/offers.ts';
import { ownOfferBars } from './talks/own_offer.ts';

/** Most instalments that can be agreed. */
const INSTALMENTS_MAX = 60;

/** Months after an instalment is due until a miss or a failure is noticed. */
const NOTICED = 0.5;

/** Terms tried when the caller leaves them open, the longest last. */
const LONGEST = { instalments: 12, down_rate: 0.1 };
const MENU = [{ instalments: 3, down_rate: 0.2 }, { instalments: 6, down_rate: 0.1 }, LONGEST];

const planTerms = z.strictObject({
  instalments: countField({
    counter: 'times',
    label: { ja: '分割回数', en: 'instalments' },
    description: 'Number of monthly instalments after the down payment.',
    description_ja: '頭金を除く毎月払いの回数。',
    example: 6,
    default: 'chosen among 3, 6 and 12',
    min: 1,
    max: INSTALMENTS_MAX,
  }).optional(),
  down_rate: rateField({
    label: { ja: '頭金の割合', en: 'down payment' },
    description: 'Share of the balance paid at once.',
    description_ja: '残高に対する頭金の割合。',
    example: '10%',
    default: '20 % for three instalments, else 10 %',
    not_whole: {
      ja: '頭金が全額では分割払いになりません。',
      en: 'A down payment of everything leaves nothing to pay in instalments.',
    },
  }).optional(),
  deed: flagField({
    label: { ja: '公正証書', en: 'notarial deed' },
    description: 'Whether the plan is put into an enforceable notarial deed.',
    description_ja: '強制執行認諾文言付きの公正証書にするか。',
    example: true,
    default: 'chosen by value',
  }).optional(),
  offered: flagField({
    label: { ja: '相手からの分割の申出', en: "the debtor's own offer" },
    description: 'Whether the debtor itself offers these instalments, so that saying yes is enough.',
    description_ja: 'この分割払いを相手自身が申し出ているか（こちらが応じれば成立します）。',
    example: true,
    default: 'true for stated instalments of a debtor who answers and acknowledges the debt',
  }).optional(),
  final: finalOffer(),
});

const statedPlan = statedTerms<z.output<typeof planTerms>>('plan');

/** What is asked for in reply to an offer that takes longer than any of ours: the longest terms of ours. */
function counterTo(s: Case): (typeof LONGEST)[] {
  const { instalments = 0, down_rate = 0, final } = statedPlan(s);
  const isLong = isOffered(s) && instalments > LONGEST.instalments;
  if (!isLong || !isAnswered(s, s.facts.claim.plan_refused, final)) return [];
  return [{ ...LONGEST, down_rate: Math.max(down_rate, LONGEST.down_rate) }];
}

/** The terms are no shorter than those that the debtor itself offers, so that they are agreed to. */
function isTaken(s: Case, t: PlanTerms): boolean {
  const { instalments = 0 } = statedPlan(s);
  return isOffered(s) && t.instalments >= instalments;
}

/** A table stated for 3, 6 and 12 instalments, read for any number: linear between, the nearest beyond. */
function interpolated(table: { in_3: PerKind; in_6: PerKind; in_12: PerKind }, n: number): PerKind {
  if (n <= 3) return table.in_3;
  if (n >= 12) return table.in_12;
  const [low, high, from, to] = n <= 6 ? [table.in_3, table.in_6, 3, 6] : [table.in_6, table.in_12, 6, 12];
  const x = (n - from) / (to - from);
  return zipKinds(low, high, (p, q) => plus(times(p, 1 - x), times(q, x)));
}

/** Chance of missing one instalment, per kind. */
function missRates(s: Case, n: number): PerKind {
  const broken = Math.min(2, s.facts.claim.broken_promises ?? 0);
  const factor = plus(1, times(s.a.plan.broken_promise_effect, broken));
  return interpolated(s.a.plan.miss, n).map((chance) => atMost(times(chance, factor), s.a.plan.miss_cap));
}

/** The chances of one instalment: failure before it, a miss, and payment. They do not depend on the amount. */
function instalmentChances(c: Case, count: number, months: number) {
  const { alive, failed } = c.debtor.survival(months);
  const miss = missRates(c, count);
  return { failed, missed: product(alive, miss), paid: product(alive, complement(miss)) };
}

/** Instalments that were agreed: how many, and how the claim goes on with what is missed. */
interface Agreed {
  readonly count: number;
  readonly rest: Partial<State>;
}

/** What may happen to the amounts still due, the first of which is number `j`. */
function instalments(s: Situation, agreed: Agreed, due: readonly number[], j: number): readonly Fork[] {
  const { plan } = s.a;
  const [amount, ...later] = due;
  if (amount === undefined) return [];
  const owed = due.reduce((sum, one) => sum + one, 0);
  const at = j === 0 ? plan.down_months : j;
  const step = s.once(instalmentChances, agreed.count, j <= 1 ? plan.down_months : 1);
  return [
    { chance: step.failed, event: failureEvent(s, plus(at, NOTICED), owed) },
    {
      chance: step.missed,
      turned: plan.turns_insolvent,
      event: {
        id: 'instalment_missed',
        label: { ja: '分割金の不払いがあった場合', en: 'if an instalment is missed' },
        at: plus(at, NOTICED),
        goes_on: { balance: owed, ...agreed.rest },
      },
    },
    {
      chance: step.paid,
      event: {
        id: j === 0 ? 'down_payment' : 'instalment_paid',
        at,
        flows: [
          { principal: times(amount, s.debtor.kept), interest_share: s.a.money.interest_paid_in_plan },
          { own_time: plan.monthly_cost },
        ],
        ...(later.length === 0 ? {} : { next: instalments(s, agreed, later, j + 1) }),
      },
    },
  ];
}

/** What an agreement on instalments brings: where there is a title or an acknowledgment already, not the signature. */
function whyInstalments(s: Situation, t: PlanTerms): Sentence {
  if (s.state.limitation <= 0)
    return {
      ja: '時効期間の満了後の署名は更新ではありませんが、債務を承認した相手は満了を援用できなくなります。',
      en: 'Signed after the limitation period has run, the plan renews nothing, but a debtor who acknowledges the debt may no longer invoke that.',
    };
  if (s.state.enforceable)
    return {
      ja: '債務名義は合意の後も使えるので（合意書にもそう書きます）、滞れば訴えずに差し押さえられます。',
      en: 'The title can still be used after the agreement (say so in it): once an instalment is missed, attach without suing.',
    };
  if (isOffered(s) && !isTaken(s, t))
    return phrase(
      { file: keepOnFile(s) },
      {
        ja: '分割を申し出た相手なので、条件を詰めれば合意を見込めます。長い分割は、途中で滞る回が増えます。{file}',
        en: 'The debtor has asked for instalments, so better terms can be agreed; over a long time more of them are missed.{file}',
      },
    );
  if (isOffered(s))
    return {
      ja: '相手自身の申出なので、応じれば成立します。署名は債務の承認となり、時効も更新されます。',
      en: 'The debtor offers it, so saying yes is enough; signing it acknowledges the debt and renews the limitation period.',
    };
  return {
    ja: '合意書への署名は債務の承認となり、時効が更新されます。',
    en: 'Signing the plan acknowledges the debt and renews the limitation period.',
  };
}

const IN_A_DEED: Text = { ja: 'を強制執行認諾文言付きの公正証書', en: ', in an enforceable notarial deed' };

/** Whoever runs a company that is short of cash is asked to stand beside it for the time that it gets; nobody is where somebody does already. */
function suretyOf(s: Situation): Sentence {
  const { claim, abroad } = s.facts;
  const isCompany = (claim.debtor_type ?? 'corporation') === 'corporation';
  const isAlone = statedGuarantor(s).value === undefined && (claim.other_debtors ?? []).length === 0;
  return isCompany && isAlone && !abroad && isShortOfCash(claim)
    ? {
        ja: '代表者の連帯保証も書面で求めます。',
        en: ' Ask for a written joint guarantee of its director, too.',
      }
    : SILENT;
}

/**
 * What is asked for beside the instalments: that a guarantor sign, who owes on by the new terms only if it agrees to them, and a deed of one who
 * has broken promises, so that the next one broken is attached without a suit. The rent of a tenant who stays falls due beside them.
 */
function besideInstalments(s: Situation, { deed }: PlanTerms): Sentence {
  const { claim_kind, broken_promises = 0 } = s.facts.claim;
  const { value, kind } = statedGuarantor(s);
  const asked: Sentence[] = [];
  const isAlike = isBeforeProceedings(s.facts.claim);
  if (isAlike)
    asked.push({
      ja: '応じる前に、ほかの債権者も同じ条件かを代理人に確かめます。',
      en: ' Before that ask counsel whether all creditors are offered the same terms.',
    });
  if (claim_kind === 'rent' && isSolvent(s.facts.claim))
    asked.push({
      ja: '賃貸借が続くなら、今後の賃料は別に期日どおり払う約束とします。',
      en: ' If the lease goes on, the rent that falls due is paid beside them.',
    });
  if (value !== undefined && kind !== 'corporation')
    asked.push({ ja: '保証人にも署名してもらいます。', en: ' Have the guarantor sign it, too.' });
  if (broken_promises > 0 && !deed && !isAlike && !s.state.enforceable && !s.facts.abroad && runningIn(s) === undefined)
    asked.push({
      ja: '約束を破った相手なので、合意書は強制執行認諾文言付きの公正証書にするか、担保を付けるよう求めます。',
      en: ' Promises were broken: ask for it in an enforceable notarial deed, or for security.',
    });
  return listed(asked, SILENT);
}

/** What to do about instalments: offer them, accept those of the debtor, or reply to an offer that takes too long. */
function instalmentStep(s: Situation, t: PlanTerms): Sentence {
  const told = {
    down: { percent: t.down_rate },
    count: t.instalments,
    record: instalmentsOnRecord(s),
    deed: t.deed ? IN_A_DEED : SILENT,
    consent: consentFirst(s),
    beside: besideInstalments(s, t),
  };
  if (!isOffered(s))
    return phrase(
      { ...told, surety: suretyOf(s) },
      {
        ja: '{consent}頭金{down}と{count}回の月払いを提案し、期限の利益喪失条項付きの合意書{deed}にします。{surety}{beside}{record}',
        en: '{consent}Offer {down} down and {count} monthly instalments in writing, with acceleration on default{deed}.{surety}{beside}{record}',
      },
    );
  const { record, deed, consent } = told;
  if (isTaken(s, t) && t.instalments === 1 && t.down_rate === 0)
    return phrase(
      { record, deed, consent },
      {
        ja: '{consent}相手の申し出た1か月後の一括払いに応じ、支払日と遅延損害金を書いた合意書{deed}にします。{record}',
        en: '{consent}Accept the single payment the debtor offers in 1 month, in writing, with its day and late interest{deed}.{record}',
      },
    );
  if (isTaken(s, t))
    return phrase(told, {
      ja: '{consent}相手の申し出た{count}回の月払い（頭金{down}）に応じ、期限の利益喪失条項付きの合意書{deed}にします。{beside}{record}',
      en: '{consent}Accept the {count} monthly instalments the debtor offers ({down} down), in writing, with acceleration on default{deed}.{beside}{record}',
    });
  return phrase(
    { ...told, offered: statedPlan(s).instalments ?? 0 },
    {
      ja: '{consent}相手の申し出た{offered}回払いは長いので、返事で、頭金{down}と{count}回の月払い、連帯保証人か担保を書面で求め、期限の利益喪失条項付きの合意書{deed}にします。{beside}{record}',
      en: '{consent}The {offered} instalments that the debtor offers take too long: reply in writing and ask for {down} down, {count} monthly instalments, and a joint guarantor or security, with acceleration on default{deed}.{beside}{record}',
    },
  );
}

/** An offer of the debtor's that is not taken: what it would bring, or what was to be asked for in reply. */
function notTaken(s: Situation, t: PlanTerms, { value, less }: { value: number; less: number }): Sentence | null {
  if (!isOffered(s)) return null;
  const told = { count: t.instalments, value: { yen: value }, less: { yen: less }, file: keepOnFile(s) };
  if (isTaken(s, t))
    return phrase(told, {
      ja: '相手の申し出た{count}回払いに今応じると期待額は{value}で、勧める手順より{less}少なくなるため、この条件では応じません。返事では頭金の増額と回数の短縮を尋ねます。{file}',
      en: 'Accepting the {count} instalments offered now is expected to bring {value}, {less} less than what is recommended, so they are not taken as they stand. Reply by asking for more at once and fewer instalments.{file}',
    });
  return phrase(told, {
    ja: '相手の申し出た分割は長いので応じません。返事で{count}回への短縮を求めても期待額は{value}で、勧める手順より{less}少なくなります。{file}',
    en: 'The instalments that the debtor offers take too long. To ask for {count} in reply is expected to bring {value}, {less} less than what is recommended.{file}',
  });
}

export const plan = option<PlanTerms>({
  id: 'plan',
  label: { ja: '分割払い', en: 'instalment plan' },
  description: {
    ja: '頭金と毎月の分割払いを合意します。合意は債務の承認となり、満了前なら時効が更新されます。',
    en: 'Agree a down payment and monthly instalments; the agreement acknowledges the debt and renews a limitation period that still runs.',
  },
  family: 'in_house',
  shape: 'offer',
  consensual: true,
  follows: ['fresh'],
  varies: () => 'never',
  changes: whenDropped,
  negotiable: true,
  terms: planTerms,
  needs: () => [],
  bars: (s) => [
    ...(statedPlan(s).deed === true ? absentBars(s, 'notarial_deed') : []),
    ...(isOffered(s)
      ? []
      : [
          ...notDueBars(s),
          ...fullDisputeBars(s, 'instalments'),
          ...partDisputeBars(s),
          ...unwillingBars(s),
          ...openingBars(s),
          ...ownOfferBars(s),
          ...unaskedBars(s),
        ]),
    ...procedureBars(s, 'individual_action'),
    ...(isOffered(s)
      ? []
      : madeBefore(s, 'plan_refused', {
          ja: '分割払いはすでに断られています。',
          en: 'A plan has already been refused.',
        })),
  ],
  papers: () => ['plan_agreement', 'file_note'],
  variants: (s) => {
    const stated = statedPlan(s);
    const menu =
      stated.instalments === undefined
        ? MENU
        : [{ instalments: stated.instalments, down_rate: isOffered(s) ? 0 : stated.instalments <= 3 ? 0.2 : 0.1 }];
    const asStated = menu.map((m) => ({ ...m, down_rate: stated.down_rate ?? m.down_rate }));
    // What the court puts on record is a title without a deed, and counsel of all creditors gives none to one of them.
    const isAlike = isBeforeProceedings(s.facts.claim);
    const isDeedOpen = !s.tariff.absent.has('notarial_deed') && recordedIn(s) === undefined && !isAlike;
    const byValue = isDeedAgreed(s) ? [true] : [false, true];
    const deeds = stated.deed !== undefined ? [stated.deed] : isDeedOpen ? byValue : [false];
    return deeds.flatMap((deed) => [...asStated, ...counterTo(s)].map((m) => ({ ...m, deed })));
  },
  prospect: (s, t) => {
    const { plan: a } = s.a;
    const deed = t.deed && !isDeedAgreed(s) ? a.deed_acceptance : 1;
    const accepts = isTaken(s, t)
      ? every(deed)
      : whoAgrees(
          s,
          interpolated(a.accept, t.instalments).map((chance) => times(chance, times(s.debtor.contact_factor, deed))),
        );
    const rest: Partial<State> = {
      standing: s.state.standing === 'title' ? 'title' : 'acknowledged',
      enforceable: t.deed || recordedIn(s) !== undefined || s.state.enforceable,
      acknowledged: true,
      limitation: Number.POSITIVE_INFINITY,
    };
    const deedCost = t.deed ? plus(s.tariff.deed(s.state.balance), a.deed_preparation) : 0;
    return {
      event: {
        id: 'plan_agreed',
        at: 0,
        flows: [{ own_time: a.agreement_cost, external: deedCost }],
        next: instalments(s, { count: t.instalments, rest }, schedule(s.state.balance, t), 0),
      },
      acceptance: accepts,
      voidIfFailed: false,
      window: wholeMonths(a.window_months),
      asking: isTaken(s, t) ? [] : [{ own_time: a.offer_cost }],
      // Who refuses instalments with a title in hand is not offered them again in its enforcement.
      ...(titleOf(s.facts.claim) === 'none' ? {} : { after: { used: usedWith(s, 'instalments') } }),
      // What the debtor offers today it need not offer later.
      open: isOffered(s) ? { until: 0.5 } : besideProcedure(s, offerWindow(s.facts.due_in)),
      relationship: s.a.relationship.loss.plan,
    };
  },
  figures: (s) => [
    {
      name: 'instalments',
      label: { ja: '応じてよい分割回数の上限', en: 'most instalments worth agreeing to' },
      kind: 'count',
      worst: INSTALMENTS_MAX,
      best: 1,
      ask: (value) => ({ terms: { plan: { ...statedPlan(s), instalments: value, final: true } } }),
      against: 'others',
    },
    {
      name: 'down_rate',
      label: { ja: '応じてよい頭金の下限', en: 'lowest down payment worth agreeing to' },
      kind: 'rate',
      worst: 0,
      best: 0.9,
      ask: (value) => ({ terms: { plan: { ...statedPlan(s), down_rate: value, final: true } } }),
      against: 'others',
    },
  ],
  bargaining: talksAboutInstalments,
  refused_as: 'plan_refused',
  spent_after: wordsSpentAfter,
  sentences: {
    step: instalmentStep,
    reason: whyInstalments,
    declined: notTaken,
    risk: (s, t) =>
      paidTooEarly(s) ??
      phrase(
        { miss: { percent: ofNamedKind(missRates(s, t.instalments), 'constrained') } },
        {
          ja: '約束どおり払われない回が出ることがあります（1回あたりの不払いの確率は、資金繰りの苦しい相手で{miss}）。',
          en: 'Instalments may be missed: each time with a chance of {miss} for a cash-constrained debtor.',
        },
      ),
  },
});
