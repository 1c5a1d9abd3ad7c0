// Japan: what an ordinary creditor can do in each state of the debtor's insolvency. Bankruptcy Act, Civil Rehabilitation Act,
// Corporate Reorganization Act, Companies Act.
import type { InsolvencyRule, InsolvencyState } from '../contract/insolvency.ts';
import {
  bankruptcyAct,
  citations,
  cite,
  civilCode,
  companiesAct,
  rehabilitationAct,
  reorganisationAct,
} from './citations.ts';

/** What an ordinary creditor can still do, by the state of the debtor. */
export const insolvencyRules: Readonly<Record<InsolvencyState, InsolvencyRule>> = {
  payment_suspended: {
    label: { ja: '支払停止', en: 'payments suspended' },
    stays_individual_action: false,
    stays_enforcement: false,
    allows_set_off: true,
    set_off_until_claims_deadline: false,
    proof: false,
    citations: { stay: null, proof: null, set_off: citations.set_off },
    note: {
      ja: '支払停止を知って受けた弁済や担保は、後に否認されることがある（破産法162条）。',
      en: 'Payment or security taken while knowing of the suspension may be clawed back (Bankruptcy Act art. 162).',
    },
  },
  petition: {
    label: { ja: '申立て後・開始前', en: 'petition filed, not yet opened' },
    stays_individual_action: false,
    stays_enforcement: false,
    allows_set_off: true,
    set_off_until_claims_deadline: false,
    proof: false,
    citations: {
      stay: cite(bankruptcyAct, '24条・25条・28条', 'art. 24, 25, 28'),
      proof: null,
      set_off: citations.set_off_prohibited_in_crisis,
    },
    note: {
      ja: '裁判所は強制執行の中止・包括的禁止や弁済の禁止を命じることができる。届出の準備をする。',
      en: 'The court may stay or ban enforcement and forbid payment. Prepare to file the claim.',
    },
  },
  bankruptcy: {
    label: { ja: '破産手続開始', en: 'bankruptcy opened' },
    stays_individual_action: true,
    stays_enforcement: true,
    allows_set_off: true,
    set_off_until_claims_deadline: false,
    proof: true,
    citations: {
      stay: cite(bankruptcyAct, '42条・100条', 'art. 42, 100'),
      proof: cite(bankruptcyAct, '111条・112条', 'art. 111, 112'),
      set_off: cite(bankruptcyAct, '67条～73条', 'art. 67-73'),
    },
    note: {
      ja: '債権は破産手続によらなければ行使できない。相殺は手続外でできるが、管財人の催告に答えないと失う（73条）。',
      en: 'The claim can only be exercised in the procedure. Set-off stands outside it, but is lost if a demand of the trustee is not answered (art. 73).',
    },
  },
  rehabilitation: {
    label: { ja: '民事再生手続開始', en: 'civil rehabilitation opened' },
    stays_individual_action: true,
    stays_enforcement: true,
    allows_set_off: true,
    set_off_until_claims_deadline: true,
    proof: true,
    citations: {
      stay: cite(rehabilitationAct, '39条1項・85条1項', 'art. 39(1), 85(1)'),
      proof: cite(rehabilitationAct, '94条・95条', 'art. 94, 95'),
      set_off: cite(rehabilitationAct, '92条・93条', 'art. 92, 93'),
    },
    note: {
      ja: '少額債権や再生債務者に依存する中小企業の債権は、裁判所の許可で弁済されることがある（85条）。',
      en: 'Small claims, and claims of small firms that depend on the debtor, may be paid with leave of the court (art. 85).',
    },
  },
  reorganisation: {
    label: { ja: '会社更生手続開始', en: 'corporate reorganisation opened' },
    stays_individual_action: true,
    stays_enforcement: true,
    allows_set_off: true,
    set_off_until_claims_deadline: true,
    proof: true,
    citations: {
      stay: cite(reorganisationAct, '47条1項・50条1項', 'art. 47(1), 50(1)'),
      proof: cite(reorganisationAct, '138条', 'art. 138'),
      set_off: cite(reorganisationAct, '48条・49条', 'art. 48, 49'),
    },
    note: {
      ja: '担保権の実行も止まる。',
      en: 'Secured creditors are stayed too.',
    },
  },
  special_liquidation: {
    label: { ja: '特別清算開始', en: 'special liquidation opened' },
    stays_individual_action: true,
    stays_enforcement: true,
    allows_set_off: true,
    set_off_until_claims_deadline: false,
    proof: true,
    citations: {
      stay: cite(companiesAct, '515条1項・537条1項', 'art. 515(1), 537(1)'),
      proof: cite(companiesAct, '499条・503条', 'art. 499, 503'),
      set_off: cite(companiesAct, '517条・518条', 'art. 517, 518'),
    },
    note: {
      ja: '弁済は債権額の割合による。協定は出席議決権者の過半数かつ議決権総額の3分の2以上の同意で可決する（567条）。',
      en: 'Payment is pro rata. The agreement needs a majority of those voting and two thirds of the amount (art. 567).',
    },
  },
  liquidation: {
    label: { ja: '通常清算', en: 'ordinary liquidation' },
    stays_individual_action: false,
    stays_enforcement: false,
    allows_set_off: true,
    set_off_until_claims_deadline: false,
    proof: true,
    citations: {
      stay: cite(companiesAct, '500条1項', 'art. 500(1)'),
      proof: cite(companiesAct, '499条・503条', 'art. 499, 503'),
      set_off: cite(civilCode, '505条', 'art. 505'),
    },
    note: {
      ja: '2か月以上の申出期間中は弁済を受けられない。知れていない債権者は申し出ないと除斥される。',
      en: 'No payment during the notice period of at least two months. A creditor not known to the company who does not declare is excluded.',
    },
  },
};
