// Japan: what can be done from here against a debtor abroad. Code of Civil Procedure art. 3-3, 3-7, 4, 108, 275, 373 and 382, Civil Conciliation
// Act art. 3, Civil Execution Act art. 144.

import type { Text } from '../../values/text.ts';
import type { AbroadLaw } from '../contract/abroad.ts';
import { cite, conciliationAct, executionAct, procedureCode } from './citations.ts';

/** Somebody here to whom papers can be brought. */
const SERVED_HERE: Text = {
  ja: '相手に日本国内の住所・営業所があり、そこで送達できる場合（debtor_country を省く）',
  en: 'the debtor has an address or office here at which it can be served (leave debtor_country out)',
};

/** Whoever talks in court is summoned by the court of its own seat, and there is none. */
const NO_COURT_OF_ITS_OWN: Text = {
  ja: '相手の住所・営業所（外国の会社なら日本の代表者の住所）のある地の簡易裁判所に申し立てる手続です。国外の相手にはその裁判所がありません。',
  en: 'It belongs to the summary court where the debtor has its address or office, or its representative here; a debtor abroad has none.',
};

/** Debtors abroad. */
export const abroadLaw: AbroadLaw = {
  procedures: {
    payment_order: {
      open_with: 'never',
      reason: {
        ja: '支払督促は、日本国内で公示送達によらずに送達できる相手にしか出せません。',
        en: 'A payment order is issued only where it can be served in the country and not by public notice.',
      },
      opens_if: SERVED_HERE,
      citation: cite(procedureCode, '382条ただし書', 'art. 382 proviso'),
    },
    small_claims: {
      open_with: 'never',
      reason: {
        ja: '外国への送達には数か月かかり、1回の期日で終える少額訴訟には向きません。裁判所は通常の手続に移します。',
        en: 'Service abroad takes months and does not suit a procedure of one hearing; the court transfers it to an ordinary suit.',
      },
      opens_if: SERVED_HERE,
      citation: cite(procedureCode, '108条・373条3項4号', 'art. 108, 373(3)(iv)'),
    },
    suit: {
      open_with: 'court_here',
      reason: {
        ja: '外国の相手を日本で訴えられるのは、日本の裁判所に管轄権がある場合だけです（履行地の定め、管轄の合意、差し押さえられる財産など）。',
        en: 'A debtor abroad can be sued here only where the courts here have jurisdiction: a place of performance by contract, an agreement on the court, assets that can be attached.',
      },
      opens_if: {
        ja: '日本の裁判所に管轄権がある場合（court_here=true）、または日本国内に差し押さえられる財産がある場合（assets_here=true）',
        en: 'the courts here have jurisdiction (court_here=true), or the debtor has assets here that can be attached (assets_here=true)',
      },
      citation: cite(procedureCode, '3条の2・3条の3・3条の7', 'art. 3-2, 3-3, 3-7'),
    },
    mediation: {
      open_with: 'never',
      reason: NO_COURT_OF_ITS_OWN,
      opens_if: SERVED_HERE,
      citation: cite(conciliationAct, '3条', 'art. 3'),
    },
    pre_suit_settlement: {
      open_with: 'never',
      reason: NO_COURT_OF_ITS_OWN,
      opens_if: SERVED_HERE,
      citation: cite(procedureCode, '4条・275条1項', 'art. 4, 275(1)'),
    },
    enforcement: {
      open_with: 'assets_here',
      reason: {
        ja: '日本の債務名義で外国にある財産は差し押さえられません。その国で承認・執行の手続が要ります。',
        en: 'A title of this country does not reach assets abroad: it must be recognised and enforced there.',
      },
      opens_if: {
        ja: '日本国内に差し押さえられる財産（預金・売掛先など）がある場合（assets_here=true）',
        en: 'the debtor has assets here that can be attached, such as an account or customers (assets_here=true)',
      },
      citation: cite(executionAct, '144条', 'art. 144'),
    },
  },
  service: {
    text: {
      ja: '外国での送達は、その国の官庁か駐在する領事などに嘱託して行われ、数か月以上かかります。',
      en: 'Papers are served abroad through the authorities there or a consul, which takes months.',
    },
    citation: cite(procedureCode, '108条', 'art. 108'),
  },
};
