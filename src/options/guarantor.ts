// Asking a guarantor and others who owe beside the debtor: a demand, then a suit and enforcement of their own. What they pay does not depend
// on whether the debtor can or will pay; what it says against the claim, a guarantor may say, too. The rest of the claim goes on
// (docs/model.md 7.2).

import { every } from '../assumptions/kinds.ts';
import { hasProved } from '../claim/facts.ts';
import type { OtherDebtor, OtherDebtorKind } from '../claim/other_debtor.ts';
import { periodAt } from '../law/dated.ts';
import { atLeast, oneMinus, plus, times } from '../numbers/number.ts';
import { periodEnd } from '../values/day.ts';
import { money } from '../values/money.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { suitOver } from './court/credit.ts';
import { grantedShare, whetherItStands } from './court/merits.ts';
import { type Bar, type Event, type Flow, type Fork, type OptionDeadline, option, type Situation } from './option.ts';
import { limitationBars } from './parts/bars.ts';
import { chasingMeanwhile } from './parts/month.ts';
import { filingDay } from './rights/filing.ts';
import { principalFirst, voidGuarantee } from './rights/guarantor_bars.ts';
import { guarantorTerms, statedGuarantor } from './rights/guarantor_terms.ts';
import { restOfClaim, usedBars } from './rights/side_rights.ts';
import { dueInProceedingsBars } from './talks/before_due.ts';

/** Most people who are valued one after another. */
const PEOPLE_MAX = 2;

/** Somebody who is asked: up to how many yen, with which chances. */
interface Person {
  readonly kind: OtherDebtorKind | 'guarantor';
  readonly amount: number;
  /** Chance of paying on demand, and of being made to pay otherwise. */
  readonly pays: number;
  readonly forced: number;
  /** Raises what the debtor says against the claim: pays nothing where that is upheld, unless the caller has told the chance for this claim. */
  readonly defends: 'always' | 'in_court' | 'never';
  /** Sued when the demand brings nothing: one who owes. */
  readonly owes: boolean;
  /** A title against this person is in hand. */
  readonly titled: boolean;
  /** Late interest is owed, too. */
  readonly interest: boolean;
}

/** The guarantor, when what it can pay is told. */
function guarantorOf(s: Situation): Person[] {
  const { value, maximum, joint, pays, title } = statedGuarantor(s);
  if (value === undefined) return [];
  const a = s.a.surety;
  const reach = maximum === undefined ? value.toNumber() : Math.min(value.toNumber(), maximum.toNumber());
  return [
    {
      kind: 'guarantor',
      amount: Math.floor(reach),
      pays: pays ?? (joint === false ? a.pays.plain : a.pays.joint),
      forced: a.forced,
      defends: title === true ? 'never' : pays === undefined ? 'always' : 'in_court',
      owes: true,
      titled: title === true,
      interest: maximum === undefined,
    },
  ];
}

/** One of this kind can be asked to pay: of a director the conditions alone are told, and a prime contractor advances what is owed for works. */
const isAskable = ({ facts: { claim } }: Situation, kind: OtherDebtorKind): boolean =>
  kind !== 'director' && (kind !== 'prime_contractor' || (claim.claim_kind ?? 'works') === 'works');

/** One of the others. A prime contractor owes nothing itself: it pays in advance when asked, or is not made to. */
function otherOf(s: Situation, { kind, amount, pays }: OtherDebtor): Person[] {
  if (amount === undefined || !isAskable(s, kind)) return [];
  const a = s.a.surety;
  const usual = { joint_debtor: a.pays.joint, endorser: a.pays.endorser, prime_contractor: a.pays.prime_contractor };
  return [
    {
      kind,
      amount: Math.floor(amount.toNumber()),
      pays: pays ?? (kind === 'director' ? 0 : usual[kind]),
      forced: kind === 'prime_contractor' ? 0 : a.forced,
      defends: kind !== 'joint_debtor' ? 'never' : pays === undefined ? 'always' : 'in_court',
      owes: kind !== 'prime_contractor',
      titled: false,
      interest: kind !== 'prime_contractor',
    },
  ];
}

/** Everybody who is asked, the guarantor first. */
const peopleOf = (s: Situation): Person[] =>
  [...guarantorOf(s), ...(s.facts.claim.other_debtors ?? []).flatMap((one) => otherOf(s, one))]
    .filter(({ amount }) => amount > 0)
    .slice(0, PEOPLE_MAX);

/** What all of them are good for, up to what is owed; whole yen. */
const goodFor = (s: Situation): number =>
  Math.min(
    s.state.balance,
    peopleOf(s).reduce((sum, { amount }) => sum + amount, 0),
  );

/**
 * The endorsers of a bill are liable before its maturity once its maker has suspended payments, or an attachment has missed (Act on Bills
 * art. 43(ii), 77(1)(iv)). A guarantor is not.
 */
function hasRecourseEarly(s: Situation): boolean {
  const { claim_kind, insolvency = 'none', other_debtors = [], failed_attachments = 0 } = s.facts.claim;
  if (claim_kind !== 'bill' || statedGuarantor(s).value !== undefined) return false;
  const hasSuspended = insolvency !== 'none' && s.law.insolvency[insolvency].presumption !== null;
  return other_debtors.every(({ kind }) => kind === 'endorser') && (hasSuspended || failed_attachments > 0);
}

/** A demand to one person by certified mail. */
const demanding = (s: Situation): Flow => ({ external: plus(s.tariff.certified_mail, s.a.surety.preparation) });

/** What a suit and enforcement against one person cost: the suit over what it is good for, unless a title is in hand, and an attachment. */
function forcing(s: Situation, amount: number, titled: boolean): Flow[] {
  const { hours } = s.a.court;
  const suing = titled ? 0 : suitOver(s, amount);
  return [
    { external: suing + s.tariff.attachment },
    { own_time: times(s.a.money.staff_rate, titled ? hours.enforcement : plus(hours.suit, hours.enforcement)) },
  ];
}

/**
 * A person as it answers where the claim stands, or does not. A guarantor and a joint debtor owe what the debtor owes (Civil Code art. 448,
 * 457(2)); endorsers and a prime contractor pay on grounds of their own, and a title against a person has settled its debt.
 */
function answerOf(person: Person, stands: boolean): Person {
  if (stands || person.defends === 'never') return person;
  return { ...person, pays: person.defends === 'always' ? 0 : person.pays, forced: 0 };
}

/** What may happen with the people still to be asked, when so much is left of the claim at `at`. */
function askingInTurn(s: Situation, people: readonly Person[], left: number, at: number): readonly Fork[] {
  const [person, ...others] = people;
  if (person === undefined || left === 0) return restOfClaim(s, { left, at, right: 'others', label: AFTER_GUARANTOR });
  const { surety: a, money: m } = s.a;
  const paid = Math.min(left, person.amount);
  const then = (id: string, when: number, flows: readonly Flow[], rest: number): Event => {
    const time = atLeast(when, at);
    return { id, at: time, flows, next: askingInTurn(s, others, rest, time) };
  };
  const share = person.defends === 'never' ? undefined : grantedShare(s, paid, left);
  const receipt = (interest_share: number): Flow => ({
    principal: paid,
    ...(share && { share }),
    ...(person.interest && { interest_share }),
  });
  const costs = person.owes ? forcing(s, paid, person.titled) : [];
  const later = person.titled ? a.months_titled : a.months_forced;
  const refuses = oneMinus(person.pays);
  const own = [receipt(m.interest_paid_voluntarily)];
  return [
    { chance: every(person.pays), event: then('paid_by_guarantor', a.months_to_pay, own, left - paid) },
    {
      chance: every(times(refuses, person.forced)),
      event: then('guarantor_forced', later, [...costs, receipt(m.interest_paid_in_court)], left - paid),
    },
    {
      chance: every(times(refuses, oneMinus(person.forced))),
      event: then('guarantor_pays_nothing', person.owes ? later : a.months_to_pay, costs, left),
    },
  ];
}

/** What may happen when people are asked for the whole claim. */
function askingAll(s: Situation, people: readonly Person[]): readonly Fork[] {
  const { balance } = s.state;
  if (people.every(({ defends }) => defends === 'never')) return askingInTurn(s, people, balance, 0);
  return whetherItStands(s, (stands) => {
    const answers = people.map((person) => answerOf(person, stands));
    return askingInTurn(s, answers, balance, 0);
  });
}

const AFTER_GUARANTOR = { ja: '保証人などからの回収の後に残る場合', en: 'if something is left after that' };

/** Nobody is named who can be asked. */
function nobodyBars(s: Situation): Bar[] {
  const named = s.facts.claim.other_debtors ?? [];
  if (statedGuarantor(s).value !== undefined || named.length === 0 || peopleOf(s).length > 0) return [];
  return [
    {
      code: 'nobody_else_owes',
      text: namesDirector(s)
        ? {
            ja: '役員は会社の債務を負いません（職務の悪意・重過失で損害が生じた場合を除きます）。分割に応じるなら、役員の連帯保証を条件にします。',
            en: 'A director does not owe the debt of the company, save for malice or gross negligence in office that caused the loss. Make its joint guarantee a condition of instalments.',
          }
        : named.some(({ kind, amount }) => amount === undefined && isAskable(s, kind))
          ? {
              ja: '義務を負う者の支払える額（amount）が入力されていません。',
              en: 'What those named can pay (amount) has not been entered.',
            }
          : {
              ja: '支払を求められる者がいません（元請の立替払いは工事代金に限ります）。',
              en: 'Nobody has been named from whom payment can be demanded; a prime contractor advances payment for works only.',
            },
      inputs: { claim_kind: s.facts.claim.claim_kind ?? null, other_debtors: named.length },
      cite: s.law.citations[namesDirector(s) ? 'director_liability' : 'prime_contractor'],
      opens_if: {
        ja: '保証人・連帯債務者・裏書人がいて額が分かる場合',
        en: 'there is a guarantor, joint debtor or endorser whose amount is known',
      },
    },
  ];
}

/** Of a director the conditions are told, because whether they hold is a question of fact. */
const namesDirector = (s: Situation): boolean =>
  (s.facts.claim.other_debtors ?? []).some(({ kind }) => kind === 'director');

/** Only endorsers of a bill are named beside the debtor. */
function areEndorsers(s: Situation): boolean {
  const { other_debtors = [] } = s.facts.claim;
  return (
    statedGuarantor(s).value === undefined &&
    other_debtors.length > 0 &&
    other_debtors.every(({ kind }) => kind === 'endorser')
  );
}

/** The last day of recourse against the endorsers of a bill, counted from its maturity; nothing where it is past or none is named. */
function recourseDeadline(s: Situation): OptionDeadline[] {
  const { claim_kind, as_of, other_debtors = [] } = s.facts.claim;
  const { instruments } = s.law;
  if (claim_kind !== 'bill' || instruments === null || !other_debtors.some(({ kind }) => kind === 'endorser'))
    return [];
  const { value, citation } = periodAt(instruments.rights.promissory_note, as_of);
  if (value === null || value.recourse === null) return [];
  const on = periodEnd(s.facts.due_date, value.recourse);
  if (on < as_of) return [];
  return [
    {
      on,
      kind: 'recourse',
      text: {
        ja: '裏書人への遡求の時効です。催告だけで済ませず、この日までに訴えます（振出人への請求とは別に進みます）。',
        en: 'Recourse against the endorsers becomes time-barred: sue them by this day. Their period runs apart from that of the maker.',
      },
      cite: citation,
    },
  ];
}

const OTHERS: Text = { ja: '保証人など', en: 'the guarantor and others who owe' };
const ASKED: Readonly<Partial<Record<OtherDebtorKind | 'guarantor', Text>>> = {
  guarantor: { ja: '保証人', en: 'the guarantor' },
  joint_debtor: { ja: '連帯債務者', en: 'the joint debtor' },
  endorser: { ja: '裏書人', en: 'the endorsers' },
};

/** What follows a demand of no use: an attachment against whom a title is in hand, a suit against others. */
function whatFollows(s: Situation): Text {
  const titled = new Set(peopleOf(s).flatMap((one) => (one.owes ? [one.titled] : [])));
  if (!titled.has(true)) return { ja: '訴えます', en: 'sue' };
  return titled.has(false)
    ? { ja: '訴えるか、債務名義があれば差し押さえます', en: 'sue, or attach where there is a title' }
    : { ja: '債務名義で差し押さえます', en: 'attach under the title' };
}

/** Only a prime contractor is asked, which owes nothing itself. */
const isAdvanceAsked = (s: Situation): boolean => {
  const people = peopleOf(s);
  return people.length > 0 && people.every(({ owes }) => !owes);
};

/** Whom the demand goes to, where all of them stand in one position. */
function whoIsAsked(s: Situation): Text {
  const kinds = new Set(peopleOf(s).map(({ kind }) => kind));
  const [only] = kinds;
  return (kinds.size === 1 && only !== undefined ? ASKED[only] : undefined) ?? OTHERS;
}

/** The claim is disputed, and somebody stands surety for it. */
const isGuaranteeDisputed = (s: Situation): boolean =>
  s.facts.disputed && !s.facts.proceedings && statedGuarantor(s).value !== undefined;

/** What can go wrong, by the facts told. */
function guarantorRisk(s: Situation): Sentence {
  if (isAdvanceAsked(s))
    return {
      ja: '元請に支払の義務はなく、勧告にも強制力はありません。求めても下請への債権の時効は止まりません。',
      en: 'The prime contractor owes nothing and the advice does not bind it; asking does not stop the limitation period against the debtor.',
    };
  if (areEndorsers(s))
    return {
      ja: '裏書人に遡求できるのは、期間内に手形を呈示した場合です。呈示の日に次ぐ4取引日以内に直前の裏書人に通知し、満期から1年以内に訴えます。振出人への訴えでは遡求の時効は止まりません（手形法45条・53条・70条2項・71条）。',
      en: 'Recourse needs the bill presented in time. Notify the last endorser within 4 business days after that and sue within 1 year of maturity; a suit against the maker does not stop that period (Act on Bills art. 45, 53, 70(2), 71).',
    };
  if (namesDirector(s))
    return {
      ja: '役員には、職務に悪意または重大な過失があり、それで損害が生じたことを示せる場合に限り請求できます（会社法429条）。支払えないだけでは足りません。',
      en: 'A director is liable only for malice or gross negligence in office that caused the loss (Companies Act art. 429); that the company cannot pay is not enough.',
    };
  if (isGuaranteeDisputed(s))
    return {
      ja: '保証人も、相手方の言い分（争い）を主張できます（民法457条2項）。争いのない額を先に払うよう求めます。',
      en: 'The guarantor, too, may raise what the debtor says against the claim (Civil Code art. 457(2)): ask for what is undisputed first.',
    };
  if (statedGuarantor(s).kind === 'individual')
    return {
      ja: '個人の保証人には、期限の利益の喪失を知ってから2か月以内に通知しないと、その間の加速分の遅延損害金を請求できません。保証人自身の破産にも注意します。',
      en: 'Tell an individual guarantor within 2 months of learning that the debt was accelerated, or the late interest that this brought is lost; watch for a bankruptcy of its own.',
    };
  if (peopleOf(s).every(({ kind }) => kind === 'joint_debtor'))
    return {
      ja: '連帯債務者の一人への請求や債務名義は、別段の合意がなければ、ほかの連帯債務者に効力が及ばず、その時効も止めません（民法441条）。',
      en: 'A demand or a title against one joint debtor has no effect on the others and does not stop their limitation periods, unless that was agreed (Civil Code art. 441).',
    };
  return {
    ja: '主債務者への債務名義では保証人に執行できません。保証人への請求は、主債務者の時効を止めません。',
    en: 'A title against the principal does not reach the guarantor, and a demand to the guarantor does not stop the principal’s limitation period.',
  };
}

/** The whole claim is filed in the debtor's proceedings by its day as well, whatever the guarantor pays later. */
function filedMeanwhile(s: Situation): Sentence {
  const claims_deadline = filingDay(s);
  if (!s.facts.proceedings || hasProved(s.facts.claim) || claims_deadline === undefined) return SILENT;
  return phrase(
    { claims_deadline },
    {
      ja: '相手方の手続にも、全額を{claims_deadline}までに届け出ます。',
      en: ' File the whole claim in the proceedings by {claims_deadline}, too.',
    },
  );
}

/** Who insures or guarantees by contract pays by its terms, which a concession to the debtor may break. */
const beforeConcessions = (s: Situation): Sentence | null =>
  statedGuarantor(s).kind === 'corporation' && !s.facts.proceedings
    ? {
        ja: '保証会社や取引信用保険は、通知が遅れたり、承諾なく猶予・減額したりすると支払わないことがあります。約款を先に確かめます。',
        en: 'A guarantee company or credit insurer may refuse to pay where notice was late, or time or a discount was given without its consent: read the terms first.',
      }
    : null;

export const guarantor = option({
  id: 'guarantor',
  label: { ja: '保証人などへの請求', en: 'ask the guarantor' },
  description: {
    ja: '保証人・連帯債務者など、相手方のほかに義務を負う者に請求し、払わなければ訴えて執行します。残額は引き続き回収します。',
    en: 'Demand payment from a guarantor or others who owe, and sue and enforce where they do not pay; the rest is pursued as before.',
  },
  family: 'set_off',
  shape: 'exit',
  follows: ['fresh', 'acknowledged', 'title'],
  varies: () => 'interest',
  terms: guarantorTerms,
  needs: (s) =>
    statedGuarantor(s).value === undefined && (s.facts.claim.other_debtors ?? []).length === 0
      ? ['guarantor.value']
      : [],
  bars: (s) => [
    ...(hasRecourseEarly(s) ? [] : dueInProceedingsBars(s)),
    ...limitationBars(s),
    ...voidGuarantee(s),
    ...principalFirst(s),
    ...nobodyBars(s),
    ...usedBars(s, 'others'),
  ],
  variants: () => [{}],
  prospect: (s) => {
    const people = peopleOf(s);
    return {
      event: {
        id: 'guarantor_asked',
        at: 0,
        flows: [...people.map(() => demanding(s)), ...chasingMeanwhile(s, s.a.surety.months_to_pay)],
        next: askingAll(s, people),
      },
      open: { until: s.state.limitation },
      relationship: s.a.relationship.loss.guarantor,
    };
  },
  thresholds: () => [],
  deadlines: recourseDeadline,
  figures: (s) =>
    statedGuarantor(s).value === undefined
      ? []
      : [
          {
            name: 'value',
            label: { ja: '請求する価値のある保証人の資力', en: 'what the guarantor must be good for' },
            kind: 'amount',
            worst: 1,
            best: s.facts.principal,
            ask: (value) => ({ terms: { guarantor: { ...statedGuarantor(s), value: money(value) } } }),
            against: 'doing_without',
          },
        ],
  sentences: {
    step: (s) =>
      isAdvanceAsked(s)
        ? phrase(
            { amount: { yen: goodFor(s) } },
            {
              ja: '元請に{amount}の立替払いを求め、応じなければ許可行政庁に勧告（建設業法41条）を求めます。特定建設業者でなければ勧告の対象になりません。',
              en: 'Ask the prime contractor to advance {amount}, and if it does not, ask the licensing authority for its advice (Construction Business Act art. 41), which only a special contractor can be given.',
            },
          )
        : phrase(
            {
              who: whoIsAsked(s),
              amount: { yen: goodFor(s) },
              wait: { months: s.a.surety.months_to_pay },
              next: whatFollows(s),
              filed: filedMeanwhile(s),
            },
            {
              ja: '{who}に配達証明付きの内容証明で{amount}を請求し、{wait}で払われなければ{next}。{filed}',
              en: 'Demand {amount} from {who} by certified mail; if it is not paid in {wait}, {next}.{filed}',
            },
          ),
    reason: (s) => {
      if (s.facts.overdue_days <= 0 && hasRecourseEarly(s))
        return {
          ja: '振出人の支払停止などがあれば、裏書人には満期前でも遡求できます（手形法43条2号・77条1項4号）。手形を呈示し、拒絶の証明と通知（4取引日以内、45条）を忘れません。',
          en: 'Once the maker has suspended payments, the endorsers can be held liable even before maturity (Act on Bills art. 43(ii), 77(1)(iv)). Present the bill, have the refusal proved, and give notice within 4 business days (art. 45).',
        };
      const { claims_deadline, as_of } = s.facts.claim;
      if (s.facts.proceedings && !isAdvanceAsked(s) && claims_deadline !== undefined && claims_deadline < as_of)
        return phrase(
          { who: whoIsAsked(s) },
          {
            ja: '{who}の義務は相手方の倒産でも、債権届出の期間が過ぎたことでも減りません。',
            en: 'What {who} must pay is not less for the insolvency of the debtor, nor because the time for filing the claim has passed.',
          },
        );
      return s.facts.proceedings && !isAdvanceAsked(s)
        ? phrase(
            { who: whoIsAsked(s) },
            {
              ja: '{who}の義務は相手方の倒産で減りません。手続での配当や弁済とは別に回収でき、届出は期限までに開始時の全額で並行して行います。',
              en: 'What {who} must pay is not less for the insolvency of the debtor: it comes beside the dividend; file the whole claim as of the opening in time meanwhile.',
            },
          )
        : {
            ja: '相手方に支払う力や意思がなくても、別の財布から回収できます。',
            en: 'It is another purse, whatever the debtor can or will pay.',
          };
    },
    risk: guarantorRisk,
    warning: beforeConcessions,
  },
});
