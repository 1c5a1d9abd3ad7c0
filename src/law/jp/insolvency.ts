// Japan: what an ordinary creditor can do in each state of the debtor's insolvency. Bankruptcy Act, Civil Rehabilitation Act,
// Corporate Reorganization Act, Companies Act.
import type { InsolvencyRule, InsolvencyState } from '../contract/insolvency.ts';
import {
  bankruptcyAct,
  caseLaw,
  citations,
  cite,
  civilCode,
  companiesAct,
  rehabilitationAct,
  reorganisationAct,
  supremeCourt1994,
} from './citations.ts';

/** Suspension of payments presumes insolvency, as the ground of bankruptcy and for avoidance. */
const suspensionPresumes = cite(bankruptcyAct, '15条2項・162条3項', 'art. 15(2), 162(3)');

/** Nothing is opened yet, so nothing is stayed; a debt incurred in knowledge of the crisis may not be set off once proceedings open. */
const beforeOpening = {
  stays_individual_action: false,
  stays_suits: false,
  stays_enforcement: false,
  stays_security: false,
  allows_set_off: true,
  set_off_until_claims_deadline: false,
  accelerates_claims: false,
  set_off_in_crisis: 'may_fall',
  proof: false,
  filed_until: 'any_time',
  limitation_stopped_by: 'usual_means',
  citations: {
    stay: null,
    proof: null,
    set_off: citations.set_off,
    set_off_in_crisis: citations.set_off_prohibited_in_crisis,
    late_proof: null,
    security: null,
    limitation: null,
  },
} as const satisfies Partial<InsolvencyRule>;

/** What an ordinary creditor can still do, by the state of the debtor. */
export const insolvencyRules: Readonly<Record<InsolvencyState, InsolvencyRule>> = {
  payment_suspended: {
    ...beforeOpening,
    label: { ja: '支払停止', en: 'payments suspended' },
    presumption: {
      text: {
        ja: '支払の停止があると、支払不能と推定されます（申立て前1年以内の停止は、弁済の否認でも同じです）。',
        en: 'Suspension of payments presumes insolvency; for the avoidance of payments, too, if it came within 1 year before the petition.',
      },
      citation: suspensionPresumes,
    },
    note: {
      ja: '支払停止を知って受けた弁済や担保は、後に否認されることがあります（破産法162条）。',
      en: 'Payment or security taken while knowing of the suspension may be clawed back (Bankruptcy Act art. 162).',
    },
  },
  counsel_notice: {
    ...beforeOpening,
    label: { ja: '弁護士の受任通知', en: "notice by the debtor's counsel" },
    presumption: {
      text: {
        ja: '債務整理の受任通知は、事業を広く営まない個人については支払の停止に当たるとされ、支払不能と推定されます。会社の再建のための通知では、支払の猶予を求めただけでは当たらないことがあります。',
        en: 'Notice that counsel deals with all debts counts as suspension of payments of an individual without a larger business and presumes insolvency; a company that requests time under a rescue plan has not necessarily suspended payments.',
      },
      citation: cite(
        caseLaw,
        '最高裁平成24年10月19日判決（集民241号199頁）',
        'Supreme Court, 2012-10-19 (Shumin 241, 199)',
        'secondary',
      ),
    },
    note: {
      ja: '以後の連絡は代理人弁護士にします。債権額を届け、破産か再生かの方針、申立ての時期、配当の見通しを尋ねます。相殺と担保権の実行はできます。',
      en: 'Deal with counsel from now on: state the claim and ask whether bankruptcy or rehabilitation is planned, when, and what dividend to expect. Set-off and security stay open.',
    },
  },
  business_closed: {
    ...beforeOpening,
    label: { ja: '事業の閉鎖', en: 'business closed' },
    presumption: {
      text: {
        ja: '店や事務所を閉めて連絡を断つことは、支払えないことを黙示に表す行為として支払の停止に当たることがあり、当たれば支払不能と推定されます。',
        en: 'Closing down and breaking off contact may be suspension of payments by conduct; if it is, it presumes insolvency.',
      },
      citation: cite(
        caseLaw,
        '最高裁昭和60年2月14日判決（集民144号109頁）',
        'Supreme Court, 1985-02-14 (Shumin 144, 109)',
        'secondary',
      ),
    },
    note: {
      ja: '個別の取立ては止まりません。登記（解散・代表者の住所）と現地を確かめ、納めた商品、売掛先、預金をどうするかをすぐ決めます。債権者も破産を申し立てられます。',
      en: 'Nothing is stayed. Check the register (dissolution, address of the director) and the premises, and decide at once about goods delivered, customers and bank accounts. A creditor may file for bankruptcy, too.',
    },
  },
  dishonoured: {
    ...beforeOpening,
    label: { ja: '1回目の不渡り・支払不能', en: 'first bill or electronic claim dishonoured' },
    presumption: {
      text: {
        ja: '資金不足による1回目の不渡りも、支払不能の状態で生じたときは支払の停止に当たり、支払不能と推定されます。6か月以内の2回目で取引停止処分になります。',
        en: 'The first dishonour for want of funds counts as suspension of payments if it came while the debtor was insolvent, and presumes insolvency. A second within 6 months suspends dealings with banks.',
      },
      citation: cite(
        supremeCourt1994,
        '最高裁平成6年2月10日判決（集民171号445頁）',
        'Supreme Court, 1994-02-10 (Shumin 171, 445)',
        'official',
      ),
    },
    note: {
      ja: '個別の取立ては止まりません。不渡りの理由（資金不足か、契約不履行などの異議か）を銀行に確かめます。出荷を止め、相殺できる買掛金と担保を調べます。',
      en: 'Nothing is stayed. Ask the bank for the ground (want of funds, or an objection such as breach of contract), stop deliveries, and look for set-off and security.',
    },
  },
  petition: {
    ...beforeOpening,
    label: { ja: '申立て後・開始前', en: 'petition filed, not yet opened' },
    presumption: {
      text: {
        ja: '申立てを知って受けた弁済や担保は否認の対象になり、申立てを知った後に負った債務とは相殺できなくなります。',
        en: 'Payment or security taken while knowing of the petition may be clawed back, and a debt incurred after that may not be set off.',
      },
      citation: cite(bankruptcyAct, '71条1項4号・162条1項1号', 'art. 71(1)(iv), 162(1)(i)'),
    },
    citations: { ...beforeOpening.citations, stay: cite(bankruptcyAct, '24条・25条・28条', 'art. 24, 25, 28') },
    note: {
      ja: '裁判所は強制執行の中止・包括的禁止や弁済の禁止を命じることができます。届出の準備をします。',
      en: 'The court may stay or ban enforcement and forbid payment. Prepare to file the claim.',
    },
  },
  bankruptcy: {
    label: { ja: '破産手続開始', en: 'bankruptcy opened' },
    presumption: null,
    stays_individual_action: true,
    stays_suits: true,
    stays_enforcement: true,
    stays_security: false,
    allows_set_off: true,
    set_off_until_claims_deadline: false,
    accelerates_claims: true,
    set_off_in_crisis: 'void',
    proof: true,
    filed_until: 'investigation',
    limitation_stopped_by: 'proof',
    citations: {
      stay: cite(bankruptcyAct, '42条・100条', 'art. 42, 100'),
      proof: cite(bankruptcyAct, '111条・112条', 'art. 111, 112'),
      set_off: cite(bankruptcyAct, '67条～73条', 'art. 67-73'),
      set_off_in_crisis: citations.set_off_prohibited_in_crisis,
      late_proof: cite(bankruptcyAct, '112条・119条', 'art. 112, 119'),
      security: cite(bankruptcyAct, '2条9項・65条1項', 'art. 2(9), 65(1)'),
      limitation: citations.limitation_suit,
    },
    note: {
      ja: '債権は破産手続によらなければ行使できません。費用の不足するおそれがあれば届出期間は定められません（31条2項）。相殺は手続外でできますが、管財人の催告に答えないと失います（73条）。',
      en: 'The claim can only be exercised in the procedure. No time for filing is set while the estate may not cover its costs (art. 31(2)). Set-off remains possible outside it, but is lost if a demand of the trustee is not answered (art. 73).',
    },
  },
  rehabilitation: {
    label: { ja: '民事再生手続開始', en: 'civil rehabilitation opened' },
    presumption: null,
    stays_individual_action: true,
    stays_suits: true,
    stays_enforcement: true,
    stays_security: false,
    allows_set_off: true,
    set_off_until_claims_deadline: true,
    accelerates_claims: false,
    set_off_in_crisis: 'void',
    proof: true,
    filed_until: 'claims_deadline',
    limitation_stopped_by: 'proof',
    citations: {
      stay: cite(rehabilitationAct, '39条1項・85条1項', 'art. 39(1), 85(1)'),
      proof: cite(rehabilitationAct, '94条・95条', 'art. 94, 95'),
      set_off: cite(rehabilitationAct, '92条・93条', 'art. 92, 93'),
      set_off_in_crisis: cite(rehabilitationAct, '93条・93条の2', 'art. 93, 93-2'),
      late_proof: cite(rehabilitationAct, '95条1項', 'art. 95(1)'),
      security: cite(rehabilitationAct, '53条1項・2項', 'art. 53(1), (2)'),
      limitation: citations.limitation_suit,
    },
    note: {
      ja: '債務者を主な取引先とする中小企業の債権や少額の債権は、裁判所の許可で計画の前に弁済されることがあるので、許可の申立てを債務者に求めます（85条2項・4項・5項）。開始後の納入の代金は共益債権として随時払われ、届け出る必要はありません（119条・121条）。継続供給の契約では、申立て前の不払いを理由に納入を拒めません（50条1項）。遅れた債権も、債務者が認否書で認めれば失われません（101条3項）。',
      en: 'Claims of small firms that depend on the debtor, and small claims, may be paid before the plan with leave of the court: ask the debtor to apply for it (art. 85(2), (4), (5)). What is delivered after the opening is paid as it falls due and need not be filed (art. 119, 121); continuing supply may not be refused for what was unpaid before the petition (art. 50(1)). A late claim is not lost if the debtor admits it itself (art. 101(3)).',
    },
    person: {
      // Art. 231(2)(iv): a fifth, at least 1 and at most 3 million yen; so a fifth of 5 to 15 million, and more of less.
      least_paid: 0.2,
      note: {
        ja: '個人は多くが小規模個人再生か給与所得者等再生です。債権者一覧表の債権は届け出たものとみなされるので（225条・244条）、一覧表の額を確かめ、違えば期間内に届け出ます。計画では債権総額の1/5（100万円以上300万円以下）以上が払われます（231条2項4号）。',
        en: 'Persons mostly use the simplified procedures: a claim on the list of creditors counts as filed (art. 225, 244), so check its amount there, and file it in time if it differs. The plan pays at least 1/5 of all debts (1 to 3 million yen; art. 231(2)(iv)).',
      },
    },
  },
  reorganisation: {
    label: { ja: '会社更生手続開始', en: 'corporate reorganisation opened' },
    presumption: null,
    stays_individual_action: true,
    stays_suits: true,
    stays_enforcement: true,
    stays_security: true,
    allows_set_off: true,
    set_off_until_claims_deadline: true,
    accelerates_claims: false,
    set_off_in_crisis: 'void',
    proof: true,
    filed_until: 'claims_deadline',
    limitation_stopped_by: 'proof',
    citations: {
      stay: cite(reorganisationAct, '47条1項・50条1項', 'art. 47(1), 50(1)'),
      proof: cite(reorganisationAct, '138条', 'art. 138'),
      set_off: cite(reorganisationAct, '48条・49条', 'art. 48, 49'),
      set_off_in_crisis: cite(reorganisationAct, '49条・49条の2', 'art. 49, 49-2'),
      late_proof: cite(reorganisationAct, '139条1項', 'art. 139(1)'),
      security: cite(reorganisationAct, '50条1項', 'art. 50(1)'),
      limitation: citations.limitation_suit,
    },
    note: {
      ja: '担保権の実行も止まります。更生会社を主な取引先とする中小企業の債権や少額の債権は、裁判所の許可で計画の前に弁済されることがあるので、許可の申立てを管財人に求めます（47条2項・4項・5項）。開始後の納入の代金は共益債権として随時払われます（127条・132条）。',
      en: 'Secured creditors are stayed too. Claims of small firms that depend on the debtor, and small claims, may be paid before the plan with leave of the court: ask the trustee to apply for it (art. 47(2), (4), (5)). What is delivered after the opening is paid as it falls due (art. 127, 132).',
    },
  },
  special_liquidation: {
    label: { ja: '特別清算開始', en: 'special liquidation opened' },
    presumption: null,
    stays_individual_action: true,
    stays_suits: false,
    stays_enforcement: true,
    stays_security: false,
    allows_set_off: true,
    set_off_until_claims_deadline: false,
    accelerates_claims: false,
    set_off_in_crisis: 'void',
    proof: true,
    filed_until: 'any_time',
    limitation_stopped_by: 'opening',
    citations: {
      stay: cite(companiesAct, '515条1項・537条1項', 'art. 515(1), 537(1)'),
      proof: cite(companiesAct, '499条・503条', 'art. 499, 503'),
      set_off: cite(companiesAct, '517条・518条', 'art. 517, 518'),
      set_off_in_crisis: cite(companiesAct, '517条・518条', 'art. 517, 518'),
      late_proof: cite(companiesAct, '503条1項', 'art. 503(1)'),
      security: cite(companiesAct, '516条', 'art. 516'),
      limitation: cite(companiesAct, '515条3項', 'art. 515(3)'),
    },
    note: {
      ja: '強制執行は止まりますが、訴えは止まりません。弁済は債権額の割合によります。協定は出席議決権者の過半数かつ議決権総額の3分の2以上の同意で可決されます（567条）。',
      en: 'Enforcement is stayed, a suit is not. Payment is pro rata. The agreement needs a majority of those voting and two thirds of the amount (art. 567).',
    },
  },
  liquidation: {
    label: { ja: '通常清算', en: 'ordinary liquidation' },
    presumption: null,
    stays_individual_action: false,
    stays_suits: false,
    stays_enforcement: false,
    stays_security: false,
    allows_set_off: true,
    set_off_until_claims_deadline: false,
    accelerates_claims: false,
    set_off_in_crisis: 'allowed',
    proof: true,
    filed_until: 'any_time',
    limitation_stopped_by: 'usual_means',
    citations: {
      stay: cite(companiesAct, '500条1項', 'art. 500(1)'),
      proof: cite(companiesAct, '499条・503条', 'art. 499, 503'),
      set_off: cite(civilCode, '505条', 'art. 505'),
      set_off_in_crisis: null,
      late_proof: cite(companiesAct, '503条1項', 'art. 503(1)'),
      security: null,
      limitation: null,
    },
    note: {
      ja: '2か月以上の申出期間中は弁済を受けられません。会社に知れていない債権者は、申し出ないと除斥されます。財産が足りない疑いがあれば、清算人は特別清算を申し立てなければなりません（511条2項）。清算が結了すると会社は消滅します。',
      en: 'No payment during the notice period of at least two months. A creditor not known to the company who does not declare is excluded. A liquidator who suspects that the assets do not suffice must apply for special liquidation (art. 511(2)). Once liquidation is completed the company is gone.',
    },
  },
};
