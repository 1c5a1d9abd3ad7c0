// Japan: who may buy a claim (Servicer Act art. 2(1)), and how collectors must behave (Money Lending Business Act art. 21).
import type { ClaimKind } from '../contract/claim.ts';
import type { Conduct, ServicerRule } from '../contract/collection.ts';
import { citations, cite, servicerAct } from './citations.ts';

/** An ordinary trade claim of a healthy seller is no "specified monetary claim". */
const notSpecified: ServicerRule = {
  may_buy: false,
  condition: null,
  presumed: false,
  citation: citations.servicer_scope,
};

/** Which claims a licensed servicer may buy. */
export const servicer: Readonly<Record<ClaimKind, ServicerRule>> = {
  goods: notSpecified,
  services: notSpecified,
  works: notSpecified,
  freight: notSpecified,
  rent: notSpecified,
  lease: {
    may_buy: true,
    condition: {
      ja: '使用期間が1年を超え、中途解約できないリースに限る。',
      en: 'Only leases for more than 1 year that cannot be cancelled.',
    },
    presumed: true,
    citation: cite(servicerAct, '2条1項4号', 'art. 2(1)(iv)'),
  },
  loan: {
    may_buy: true,
    condition: {
      ja: '銀行・登録貸金業者など法定の者が有する（有していた）貸付債権に限る。',
      en: 'Only loans that are or were held by banks, registered moneylenders and other bodies named in the act.',
    },
    // We are mostly a trading company, and a loan of ours is none of these.
    presumed: false,
    citation: cite(servicerAct, '2条1項1号・2号', 'art. 2(1)(i), (ii)'),
  },
  instalment_sale: {
    may_buy: true,
    condition: {
      ja: '機械類は6か月以上かつ3回以上、指定商品は2か月以上かつ3回以上の分割払いを販売の条件としたものに限る。',
      en: 'Only sales made on condition of at least 3 instalments, over 6 months for machinery or 2 months for designated goods.',
    },
    presumed: true,
    citation: cite(servicerAct, '2条1項7号の2', 'art. 2(1)(vii-2)'),
  },
  medical: notSpecified,
  bill: notSpecified,
  electronic_claim: notSpecified,
  other: notSpecified,
};

/** When a debtor must be left alone. */
export const conduct: Conduct = {
  quiet_from: '21:00',
  quiet_until: '08:00',
  stop_after_counsel_notice: true,
  citation: citations.conduct,
};
