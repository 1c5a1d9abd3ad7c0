// Japan: who owes once the debtor has died, merged, been split or sold its business. Civil Code art. 160, 899, 902-2, 915 and 952, Code of Civil
// Procedure art. 124, Civil Execution Act art. 27; Companies Act art. 22, 23-2, 750, 754, 759, 789 and 799.

import type { SuccessionLaw } from '../contract/succession.ts';
import { cite, civilCode, companiesAct } from './citations.ts';

/** Debtors that are succeeded. */
export const successionLaw: SuccessionLaw = {
  died: {
    text: {
      ja: '債務は相続人が法定相続分で引き継ぎます。放棄した人には請求できず、全員が放棄すれば、家庭裁判所に相続財産の清算人の選任を求めます。債務名義は承継執行文を得て使い（民事執行法27条2項）、進行中の訴訟は受継まで中断します（民事訴訟法124条）。相続人が確定して6か月は時効が完成しません。',
      en: 'The heirs owe the debt by their shares at law. Who renounces owes nothing; if all do, ask the family court for a liquidator of the estate. A title is used with a certificate of succession (Civil Execution Act art. 27(2)), and a running suit is interrupted until the heirs take it up (Code of Civil Procedure art. 124). The limitation period does not end within 6 months of the heirs being settled.',
    },
    citation: cite(civilCode, '899条・902条の2・915条1項・952条1項・160条', 'art. 899, 902-2, 915(1), 952(1), 160'),
    unsettled_months: 3,
    limitation_months: 6,
  },
  merged: {
    text: {
      ja: '債務は存続会社・新設会社がすべて引き継ぎます。合併の前なら、公告・催告で定められた期間（1か月以上）に異議を述べ、弁済か担保を求められます。',
      en: 'The surviving or new company owes the whole debt. Before the merger you may object within the time announced (1 month or more) and ask for payment or security.',
    },
    citation: cite(companiesAct, '750条1項・754条1項・789条・799条', 'art. 750(1), 754(1), 789, 799', 'unverified'),
    unsettled_months: null,
    limitation_months: null,
  },
  split: {
    text: {
      ja: '分割契約・計画に書かれた債務だけが移ります（備置書面で確かめます）。分割の前なら、定められた期間（1か月以上）に異議を述べられることがあります。残された債権者を害する分割なら、承継会社にも承継した財産の価額まで請求できます。',
      en: 'Only debts named in the agreement or plan of the split pass on (see the papers kept for inspection). Before the split you may be able to object within the time announced (1 month or more). If it harms the creditors left behind, the other company owes up to what it took over, too.',
    },
    citation: cite(companiesAct, '759条1項・4項・789条', 'art. 759(1), (4), 789', 'unverified'),
    unsettled_months: null,
    limitation_months: null,
  },
  transferred: {
    text: {
      ja: '債務は元の会社に残ります。譲受会社が商号を使い続けるなら、免責の登記・通知がない限り、譲受会社にも全額を請求できます（元の会社へは譲渡から2年以内に請求か予告をします）。債権者を害する譲渡なら、承継した財産の価額まで請求できます。',
      en: 'The seller still owes. A buyer who goes on under the trade name owes the whole debt, too, unless a disclaimer was registered or notified (the seller is then free unless claimed from, or told, within 2 years of the transfer). If the transfer harms creditors, the buyer owes up to what it took over.',
    },
    citation: cite(companiesAct, '22条・23条の2', 'art. 22, 23-2'),
    unsettled_months: null,
    limitation_months: null,
  },
};
