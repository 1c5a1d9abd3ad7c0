// Warnings about what lies behind the claim: a crisis of the debtor before proceedings, an order that lapsed, a debtor abroad, a bill or an electronic
// claim, and what an option that is not barred must say whether it is recommended or not.

import { isInCrisis } from '../claim/facts.ts';
import type { Decision } from '../decision/programme/decide.ts';
import type { InstrumentRule } from '../law/contract/instruments.ts';
import { periodAt } from '../law/dated.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
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
        text: phrase(
          { text: value, source: citationText(citation) },
          { ja: '{text}（{source}）', en: '{text} ({source})' },
        ),
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
  [crisisCautions, orderCautions, abroadCautions, instrumentCautions, optionCautions].flatMap((about) =>
    about(decision),
  );
