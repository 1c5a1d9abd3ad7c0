// Japan: changes of law that are promulgated or announced but not in force.
import type { ChangeWatch } from '../law.ts';
import { bankersAssociation, citations, cite, retentionAct } from './citations.ts';

/** Changes that are coming, by day. */
export const changeWatch: readonly ChangeWatch[] = [
  {
    on: '2026-12-12',
    kind: 'latest',
    what: {
      ja: '早期事業再生法の施行（取引債権への影響は小さい見込み）。',
      en: 'Act on early business rehabilitation in force; trade claims are not expected to be affected.',
    },
    citation: null,
  },
  {
    on: '2027-04-01',
    kind: 'exact',
    what: {
      ja: '電子交換所での手形・小切手の交換の廃止。',
      en: 'The electronic clearing house stops exchanging bills and cheques.',
    },
    citation: cite(bankersAssociation, '2027年度初からの交換廃止', 'end of clearing from fiscal 2027', 'secondary'),
  },
  {
    on: '2027-12-05',
    kind: 'latest',
    what: {
      ja: '譲渡担保契約・所有権留保契約法の施行。',
      en: 'Act on security by assignment and retention of title in force.',
    },
    citation: cite(retentionAct, '附則1条', 'Supplementary Provisions, art. 1'),
  },
  {
    on: '2028-03-31',
    kind: 'latest',
    what: {
      ja: '2029年4月1日からの法定利率の告示。',
      en: 'Announcement of the statutory rate from 2029-04-01.',
    },
    citation: citations.statutory_rate,
  },
  {
    on: '2028-06-13',
    kind: 'latest',
    what: {
      ja: '民事執行・保全・倒産・調停の手続のデジタル化と手数料の改定。',
      en: 'Digital enforcement, provisional remedies, insolvency and mediation, with new fees.',
    },
    citation: null,
  },
];
