// Warnings about what lies behind the claim: a crisis of the debtor before proceedings, an order that lapsed, a debtor abroad, a bill or an electronic
// claim, and what an option that is not barred must say whether it is recommended or not.

import { isInCrisis, lastPaymentOf } from '../claim/facts.ts';
import { isMediation, isUndecided, procedureOf } from '../claim/procedure.ts';
import type { Decision } from '../decision/programme/decide.ts';
import type { InstrumentRule } from '../law/contract/instruments.ts';
import { periodAt } from '../law/dated.ts';
import { isIndividual, personRule } from '../law/individual.ts';
import { successionRule } from '../law/succession.ts';
import { periodEnd } from '../values/day.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { citationText } from './voice.ts';

/** A warning with its code, and the field of the request that it is about. */
export interface Caution<Told = Sentence> {
  readonly code: string;
  readonly field: string | null;
  readonly severity: 'info' | 'warning';
  readonly text: Told;
}

/** What the law presumes of a debtor in a crisis, and what a creditor may still do. */
function crisisCautions({ case: { facts, law } }: Decision): Caution[] {
  const { insolvency } = facts.claim;
  if (!isInCrisis(facts.claim) || insolvency === undefined || insolvency === 'none') return [];
  const { label, presumption, note } = law.insolvency[insolvency];
  if (presumption === null) return [];
  return [
    {
      code: 'insolvency_presumed',
      field: 'insolvency',
      severity: 'warning',
      text: phrase(
        { label, presumed: presumption.text, source: citationText(presumption.citation), note },
        { ja: '{label}：{presumed}（{source}）{note}', en: 'In this state ({label}): {presumed} ({source}) {note}' },
      ),
    },
  ];
}

/** Proceedings, or a company that is being wound up while nothing is stayed: what a creditor may ask for, whom, and until when. */
function proceedingsCautions({ case: { facts, law } }: Decision): Caution[] {
  const { insolvency } = facts.claim;
  if (insolvency === undefined || insolvency === 'none' || isInCrisis(facts.claim)) return [];
  const { label, note: usual, citations } = law.insolvency[insolvency];
  const note = personRule(law, facts.claim)?.note ?? usual;
  if (citations.proof === null) return [];
  return [
    {
      ...(facts.proceedings
        ? ({ code: 'in_proceedings', severity: 'info' } as const)
        : ({ code: 'being_wound_up', severity: 'warning' } as const)),
      field: 'insolvency',
      text: phrase(
        { label, note, source: citationText(citations.proof) },
        { ja: '{label}：{note}（{source}）', en: 'In this state ({label}): {note} ({source})' },
      ),
    },
  ];
}

/** A person in bankruptcy is discharged of what is left, mostly without a dividend. */
function dischargeCautions({ case: { facts, law } }: Decision): Caution[] {
  const { insolvency, debtor_type } = facts.claim;
  if (insolvency !== 'bankruptcy' || !isIndividual(debtor_type)) return [];
  return [
    {
      code: 'discharge',
      field: 'debtor_type',
      severity: 'info',
      text: phrase(
        { source: citationText(law.citations.discharge) },
        {
          ja: '個人の破産です。財産が費用に足りなければ開始と同時に廃止されて配当はなく（216条1項）、免責されれば残りは請求できません。悪意の不法行為や雇用関係の債権、知りながら名簿に載せなかった債権などと（{source}）、保証人への請求（253条2項）は残ります。免責への意見は裁判所の定める期間内に述べます（251条）。',
          en: 'A person is bankrupt. Without assets for the costs the case is closed as it opens, with no dividend (art. 216(1)), and a discharge ends what is left, except claims of malicious torts, of employment, knowingly left off the list and the like ({source}), and except for guarantors (art. 253(2)). Object to it within the time that the court sets (art. 251).',
        },
      ),
    },
  ];
}

/** Proceedings in which no payment is taken back as a preference. */
const WITHOUT_PREFERENCE: ReadonlySet<string> = new Set(['none', 'liquidation', 'special_liquidation']);

/** Years within which a payment is spoken of: older ones cannot be taken back for a suspension of payments (Bankruptcy Act art. 166). */
const PREFERENCE_YEARS = 1;

/** What was paid not long before proceedings may have to be given back. */
function preferenceCautions({ case: { facts, law } }: Decision): Caution[] {
  const { insolvency = 'none', as_of } = facts.claim;
  const day = lastPaymentOf(facts.claim);
  if (WITHOUT_PREFERENCE.has(insolvency) || day === undefined) return [];
  if (periodEnd(day, { years: PREFERENCE_YEARS }) < as_of) return [];
  return [
    {
      code: 'paid_before',
      field: 'last_payment_on',
      severity: 'warning',
      text: phrase(
        { day, source: citationText(law.citations.preference) },
        {
          ja: '{day}の入金は、支払不能・支払停止・申立てを知って受けたもの（期日前の弁済などは支払不能前30日以内のものも）なら、手続の開始後に否認されて返すことがあります（{source}。再生・更生も同様）。返せば債権は復活します（169条）。知らなかったことの記録を残し、その分は使わずにおきます。',
          en: 'The payment of {day} may have to be given back once proceedings are open, if you knew that the debtor could not pay, had suspended payments or petitioned; if it was paid before its day, also where that was within 30 days before ({source}; alike in rehabilitation and reorganisation). The claim then revives (art. 169). Keep a record of what you knew.',
        },
      ),
    },
  ];
}

/** A suit that runs is interrupted by the opening. */
function interruptionCautions({ case: { facts, law } }: Decision): Caution[] {
  const { insolvency = 'none' } = facts.claim;
  const source = insolvency === 'none' ? null : law.insolvency[insolvency].citations.running_suit;
  const procedure = procedureOf(facts.claim);
  if (source === null || procedure === undefined || !isUndecided(procedure) || isMediation(procedure)) return [];
  return [
    {
      code: 'suit_interrupted',
      field: 'procedure.kind',
      severity: 'warning',
      text: phrase(
        { source: citationText(source) },
        {
          ja: '進行中の訴訟などは開始で中断しています。債権を届け出て、認められなければ、調査の末日から1か月以内に異議者を相手に受継を申し立てます（{source}）。',
          en: 'The procedure that runs is interrupted by the opening. File the claim; if it is contested, take the suit up against who contests it within 1 month of the end of the investigation ({source}).',
        },
      ),
    },
  ];
}

/** What cannot be known before it has opened. */
const STAYED_IN_REORGANISATION: Text = {
  ja: '（会社更生だけは止まり、届け出ます）',
  en: ', except in reorganisation, which stays it',
};

/** Security of a claim past due whose debtor is in no crisis: it needs no title. */
function securityAtHand({ facts, law }: Decision['case']): Caution[] {
  if (facts.security === 0 || facts.overdue_days <= 0) return [];
  return [
    {
      code: 'security_without_title',
      field: 'security_value',
      severity: 'info',
      text: phrase(
        { source: citationText(law.citations.security_enforced) },
        {
          ja: '抵当権や質権などの担保は、債務名義がなくても実行できます（{source}）。先順位を引いた残りと任意売却の見込みを確かめ、訴えや支払督促と比べます。',
          en: 'A mortgage, a pledge or the like can be enforced without a title ({source}): find out what is left after those that rank first and whether an agreed sale is likely, and compare that with a suit or a payment order.',
        },
      ),
    },
  ];
}

/** Security against a debtor in a crisis or in proceedings: whether it can be used at once, or must be filed. */
function securityCautions({ case: known }: Decision): Caution[] {
  const { facts, law } = known;
  const { insolvency } = facts.claim;
  if (insolvency === undefined || insolvency === 'none') return securityAtHand(known);
  if (facts.security === 0) return [];
  const rule = law.insolvency[insolvency];
  const { security: cite } = rule.citations.security === null ? law.insolvency.bankruptcy.citations : rule.citations;
  const facing = { source: cite === null ? SILENT : citationText(cite) };
  const except = isInCrisis(facts.claim) ? STAYED_IN_REORGANISATION : SILENT;
  return [
    {
      code: 'security_in_insolvency',
      field: 'security_value',
      severity: 'warning',
      text: rule.stays_security
        ? phrase(facing, {
            ja: '担保の実行は手続の中で止まります。担保付きの債権として、担保の価額とともに期間内に届け出ます（{source}）。',
            en: 'Security cannot be enforced during these proceedings: file the claim in time as a secured one, with the value of the security ({source}).',
          })
        : phrase(
            { ...facing, except },
            {
              ja: '担保は、倒産手続が始まっても手続の外で実行できます（{source}）{except}。目的物の所在と登記・対抗要件を確かめ、実行か任意売却をすぐ検討します。届け出るのは担保で足りない額です。',
              en: 'Security can be enforced outside the proceedings even once they have opened ({source}){except}. Check where the object is and that the right is perfected, and consider enforcement or an agreed sale at once; what it does not cover is filed.',
            },
          ),
    },
  ];
}

/** A debtor whose address is not known: how to find it, for hardly anything can be done without. */
function addressCautions({ case: { facts, law } }: Decision): Caution[] {
  const { address_known } = facts.claim;
  if (address_known !== false || facts.abroad || facts.proceedings) return [];
  const isPerson = isIndividual(facts.claim.debtor_type);
  return [
    {
      code: 'find_address',
      field: 'address_known',
      severity: 'info',
      text: isPerson
        ? phrase(
            { source: citationText(law.citations.resident_record) },
            {
              ja: '住所が分からないままでは、催告も支払督促もできません。債権者は、契約書などを示して住民票の写し（転出・死亡の後は除票）を市区町村に請求できます（{source}。数百円）。移転先や相続人が分かれば計算し直します。',
              en: 'Without an address neither a demand nor a payment order is possible. A creditor who shows the contract may ask the municipality for a copy of the resident record, also of one who has moved or died ({source}), for a few hundred yen. Once the new address or the heirs are known, calculate again.',
            },
          )
        : {
            ja: '所在が分からないままでは、催告も支払督促もできません。会社の登記事項証明書（誰でも数百円で取れます）で、本店の移転、代表者の住所、解散や倒産の有無を確かめ、計算し直します。',
            en: 'While the debtor cannot be found neither a demand nor a payment order is possible. The certificate of its registration, which anybody can have for a few hundred yen, tells of a new seat, the director’s address, dissolution or insolvency; then calculate again.',
          },
    },
  ];
}

/** An order that lapsed leaves a new petition, and the limitation period kept from ending for some months more. */
function orderCautions({ case: { facts, law } }: Decision): Caution[] {
  const { order_lapsed_on: on, limitation } = facts;
  if (on === null) return [];
  const { provisional_execution, limitation_suit } = law.citations;
  const sources = { source: citationText(provisional_execution), limitation: citationText(limitation_suit) };
  return [
    {
      code: 'order_lapsed',
      field: 'procedure.stage_on',
      severity: 'warning',
      text: phrase(
        { on, end: limitation.last_day, ...sources },
        {
          ja: '支払督促は{on}までに仮執行宣言の申立てがなく、効力を失いました（{source}）。手続をとるなら改めて申し立てます。時効の完成猶予はその6か月後に終わり（{limitation}）、満了は{end}です。',
          en: 'The payment order lost its effect when nobody applied for provisional enforcement by {on} ({source}); a new petition is needed. The limitation period could not end for 6 months from then ({limitation}); it ends on {end}.',
        },
      ),
    },
  ];
}

/** What remains against a debtor abroad. */
function abroadCautions({ case: { facts, law } }: Decision): Caution[] {
  const { debtor_country } = facts.claim;
  if (!facts.abroad || debtor_country === undefined || law.abroad === null) return [];
  const { text, citation } = law.abroad.service;
  return [
    {
      code: 'debtor_abroad',
      field: 'debtor_country',
      severity: 'warning',
      text: phrase(
        { country: debtor_country, service: text, source: citationText(citation) },
        {
          ja: '相手は国外（{country}）です。残る手段は、督促と書留による催告、分割や和解、債権の売却、現地の弁護士による回収です。{service}（{source}）国内で訴える場合の期間と費用は、国内の相手として計算しています。',
          en: 'The debtor is abroad ({country}). What remains is to chase, to demand by registered letter, a plan or settlement, a sale, and a lawyer there. {service} ({source}) Times and costs of a suit here are those against a debtor at home.',
        },
      ),
    },
  ];
}

/** Who owes where the debtor has died, or another company has its business. */
function successionCautions({ case: { facts, law } }: Decision): Caution[] {
  const { succession } = facts.claim;
  const rule = successionRule(law, succession);
  if (rule === undefined) return [];
  const { text, citation } = rule;
  return [
    {
      code: 'succession',
      field: 'succession',
      severity: 'warning',
      text: phrase({ text, source: citationText(citation) }, IN_WORDS),
    },
  ];
}

/** A rule in words, and its source. */
const IN_WORDS = { ja: '{text}（{source}）', en: '{text} ({source})' } as const;

/** Rules in words that go with a kind of claim that is an instrument. */
const INSTRUMENT_KINDS: Readonly<Record<string, readonly InstrumentRule[]>> = {
  bill: ['summary_suit', 'recourse_needs_presentment', 'bill_dishonour', 'underlying_claim'],
  electronic_claim: ['electronic_claim_default'],
};

/** What a bill or an electronic claim gives beside the claim itself: its own suit, and what a dishonour means. */
function instrumentCautions({ case: { facts, law } }: Decision): Caution[] {
  const { claim_kind, as_of } = facts.claim;
  const { instruments } = law;
  if (claim_kind === undefined || instruments === null) return [];
  return (INSTRUMENT_KINDS[claim_kind] ?? []).flatMap((rule): Caution[] => {
    const { value, citation } = periodAt(instruments.rules[rule], as_of);
    if (value === null) return [];
    return [
      {
        code: rule,
        field: 'claim_kind',
        severity: 'info',
        text: phrase({ text: value, source: citationText(citation) }, IN_WORDS),
      },
    ];
  });
}

/** What options that are not barred say, whether they are recommended or not. */
function optionCautions({ open, closed, situation }: Decision): Caution[] {
  const considered = [...open, ...closed.filter(({ needs }) => needs.length > 0)];
  return considered.flatMap(({ option: { id, sentences } }): Caution[] => {
    const text = sentences.warning?.(situation);
    return text ? [{ code: id, field: null, severity: 'warning', text }] : [];
  });
}

/** All of them, in a fixed order. */
export const backgroundCautions = (decision: Decision): Caution[] =>
  [
    crisisCautions,
    proceedingsCautions,
    interruptionCautions,
    dischargeCautions,
    preferenceCautions,
    securityCautions,
    addressCautions,
    orderCautions,
    abroadCautions,
    successionCautions,
    instrumentCautions,
    optionCautions,
  ].flatMap((about) => about(decision));
