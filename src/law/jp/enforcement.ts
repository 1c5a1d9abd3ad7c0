// Japan: enforcing a title. Civil Execution Act and its Enforcement Order, as in force on 2026-06-27.

import type { EnforcementLaw, WageExemption } from '../contract/enforcement.ts';
import { datedTable, period } from '../dated.ts';
import { CHECKED, cite, civilCode, executionAct, executionOrder } from './citations.ts';
import { REFORM_FROM } from './interest.ts';
import { rule } from './rules.ts';

const wageExemption: WageExemption = {
  share: [3, 4],
  at_most: {
    month: 330_000,
    half_month: 165_000,
    ten_days: 110_000,
    day: 11_000,
    bonus: 330_000,
    retirement: null,
  },
};

/** Amounts and times of enforcement. */
const figures = datedTable<Omit<EnforcementLaw, 'wages' | 'rules'>>('enforcement', {
  cash_exempt: {
    label: { ja: '差押えできない金銭（個人）', en: 'money of an individual exempt' },
    unit: 'JPY',
    from: REFORM_FROM,
    value: 660_000,
    citation: cite(executionOrder, '1条、民事執行法131条3号', 'art. 1; Civil Execution Act art. 131(iii)'),
  },
  collection_days: {
    label: { ja: '取立てまでの期間', en: 'wait before money is collected' },
    unit: 'days',
    from: REFORM_FROM,
    value: 7,
    citation: cite(executionAct, '155条1項', 'art. 155(1)'),
  },
  wage_collection_days: {
    label: { ja: '給与の取立てまでの期間', en: 'wait before wages are collected' },
    unit: 'days',
    from: REFORM_FROM,
    value: 28,
    citation: cite(executionAct, '155条2項', 'art. 155(2)'),
  },
  report_years: {
    label: { ja: '支払のない場合の届出', en: 'time until the creditor must report' },
    unit: 'years',
    from: REFORM_FROM,
    value: 2,
    citation: cite(executionAct, '155条5項', 'art. 155(5)'),
  },
  report_grace_days: {
    label: { ja: '届出の猶予', en: 'time to report' },
    unit: 'days',
    from: REFORM_FROM,
    value: 28,
    citation: cite(executionAct, '155条6項', 'art. 155(6)'),
  },
  failed_distribution_months: {
    label: { ja: '配当等の終了からの期間', en: 'time since a distribution without full payment' },
    unit: 'months',
    from: REFORM_FROM,
    value: 6,
    citation: cite(executionAct, '197条1項1号', 'art. 197(1)(i)'),
  },
  disclosure_again_years: {
    label: { ja: '財産開示の再実施までの期間', en: 'time before disclosure again' },
    unit: 'years',
    from: REFORM_FROM,
    value: 3,
    citation: cite(executionAct, '197条3項', 'art. 197(3)'),
  },
  land_after_disclosure_years: {
    label: { ja: '財産開示から不動産情報の取得までの期間', en: 'time after a disclosure for information on land' },
    unit: 'years',
    from: REFORM_FROM,
    value: 3,
    citation: cite(executionAct, '205条2項', 'art. 205(2)'),
  },
});

/** Enforcement of a title. */
export const enforcementLaw: EnforcementLaw = {
  wages: {
    id: 'enforcement.wages',
    label: { ja: '給与・退職手当の差押禁止', en: 'wages and retirement pay exempt from attachment' },
    unit: 'rule',
    periods: [
      period(
        REFORM_FROM,
        wageExemption,
        cite(executionAct, '152条1項・2項、施行令2条', 'art. 152(1), (2); Enforcement Order art. 2'),
      ),
    ],
    checked: CHECKED,
  },
  ...figures,
  rules: datedTable<EnforcementLaw['rules']>('enforcement.rules', {
    papers: rule(
      { ja: '必要な書類', en: 'papers' },
      {
        ja: '債務名義の正本、執行文、送達証明書が要ります。',
        en: 'An authentic copy of the title, the execution clause and proof of service are needed.',
      },
      cite(executionAct, '25条・29条', 'art. 25, 29'),
    ),
    clause: rule(
      { ja: '執行文の要らない債務名義', en: 'titles without a clause' },
      {
        ja: '少額訴訟の判決と仮執行宣言付きの支払督促には執行文が要りません。',
        en: 'A small-claims judgment and a provisionally enforceable payment order need no clause.',
      },
      cite(executionAct, '25条ただし書', 'art. 25 proviso'),
    ),
    court: rule(
      { ja: '執行裁判所', en: 'court of enforcement' },
      {
        ja: '債権の差押えは債務者の住所地の地方裁判所に申し立てます。',
        en: 'A claim is attached at the district court of the debtor.',
      },
      cite(executionAct, '144条1項', 'art. 144(1)'),
    ),
    small_claims_enforcement: rule(
      { ja: '少額訴訟債権執行', en: 'small-claims enforcement' },
      {
        ja: '少額訴訟の債務名義では、その簡易裁判所の書記官に金銭債権の差押えを申し立てることもできます。',
        en: 'On a title from small claims a money claim may also be attached through the clerk of that summary court.',
      },
      cite(executionAct, '167条の2', 'art. 167-2'),
    ),
    effect: rule(
      { ja: '差押えの効力', en: 'when it takes effect' },
      {
        ja: '差押命令が第三債務者に送達された時に効力を生じます。',
        en: 'It takes effect when the order is served on the third debtor.',
      },
      cite(executionAct, '145条5項', 'art. 145(5)'),
    ),
    collection: rule(
      { ja: '取立て', en: 'collection' },
      {
        ja: '債務者への送達から1週間（給与などは4週間）が過ぎると取り立てられます。',
        en: 'The money may be collected once a week has passed since service on the debtor, four weeks for wages.',
      },
      cite(executionAct, '155条1項・2項', 'art. 155(1), (2)'),
    ),
    report: rule(
      { ja: '支払のない場合の届出', en: 'report without payment' },
      {
        ja: '2年間支払がなければ届け出ます。さらに4週間届け出ないと差押えが取り消されることがあります。',
        en: 'After two years without payment the creditor must report; four weeks later the court may lift the attachment.',
      },
      cite(executionAct, '155条5項・6項', 'art. 155(5), (6)'),
    ),
    transfer_order: rule(
      { ja: '転付命令', en: 'transfer order' },
      {
        ja: '確定すると券面額で弁済されたものとなり独占できますが、第三債務者への送達までにほかの差押えがあると効力がなく、第三債務者の無資力を負います。',
        en: 'Once final it pays the nominal amount and shuts others out; it fails if another attached before service on the third debtor, whose insolvency is then ours.',
      },
      cite(executionAct, '159条3項・5項', 'art. 159(3), (5)'),
    ),
    wages: rule(
      { ja: '給与', en: 'wages' },
      {
        ja: '給与の4分の3（月33万円を上限）は差し押さえられません。退職手当は4分の3で上限がありません。',
        en: 'Three quarters of wages are exempt, at most 330,000 yen a month; of retirement pay three quarters without a cap.',
      },
      cite(executionAct, '152条1項・2項、施行令2条', 'art. 152(1), (2); Enforcement Order art. 2'),
    ),
    cash: rule(
      { ja: '現金', en: 'money' },
      {
        ja: '個人の現金は66万円まで差し押さえられません。',
        en: 'Money of an individual up to 660,000 yen is exempt.',
      },
      cite(executionOrder, '1条、民事執行法131条3号', 'art. 1; Civil Execution Act art. 131(iii)'),
    ),
    tools: rule(
      { ja: '業務用の器具', en: 'tools of trade' },
      {
        ja: '自分の技能で働く者の欠かせない器具は差し押さえられません（販売する商品を除く）。',
        en: 'Tools that an own trade cannot do without are exempt; goods for sale are not.',
      },
      cite(executionAct, '131条6号', 'art. 131(vi)'),
    ),
    disclosure: rule(
      { ja: '財産開示', en: 'asset disclosure' },
      {
        ja: '6か月以内に終わった配当などで完全な弁済を得られなかったとき、または知れている財産では足りないと疎明したときに求められます。',
        en: 'Open if a distribution that ended within six months did not pay in full, or if known assets are shown not to be enough.',
      },
      cite(executionAct, '197条1項', 'art. 197(1)'),
    ),
    disclosure_again: rule(
      { ja: '財産開示の再実施', en: 'disclosure again' },
      {
        ja: '3年以内に財産を開示した債務者には、財産の隠れや新たな取得などがなければ求められません。',
        en: 'Not again within three years, unless assets were left out, acquired since, or the job ended.',
      },
      cite(executionAct, '197条3項', 'art. 197(3)'),
    ),
    disclosure_penalty: rule(
      { ja: '不出頭などの罰則', en: 'penalty' },
      {
        ja: '正当な理由のない不出頭、陳述の拒絶、虚偽の陳述は6か月以下の拘禁刑または50万円以下の罰金です。',
        en: 'Absence without reason, refusal and false statements are punished with up to six months or 500,000 yen.',
      },
      cite(executionAct, '213条1項5号・6号', 'art. 213(1)(v), (vi)'),
    ),
    information_bank: rule(
      { ja: '預貯金の情報', en: 'information on bank accounts' },
      {
        ja: '財産開示と同じ要件で、先に財産開示をしなくても金融機関の情報を取得できます。',
        en: 'Open on the conditions of disclosure, without a disclosure first.',
      },
      cite(executionAct, '207条1項1号', 'art. 207(1)(i)'),
    ),
    information_securities: rule(
      { ja: '上場株式等の情報', en: 'information on securities' },
      {
        ja: '財産開示と同じ要件で、先に財産開示をしなくても証券会社などの情報を取得できます。',
        en: 'Open on the conditions of disclosure, without a disclosure first.',
      },
      cite(executionAct, '207条1項2号', 'art. 207(1)(ii)'),
    ),
    information_land: rule(
      { ja: '不動産の情報', en: 'information on land' },
      {
        ja: '財産開示期日が実施されてから3年以内に限り取得できます。',
        en: 'Open only within three years after a disclosure was held.',
      },
      cite(executionAct, '205条2項', 'art. 205(2)'),
    ),
    information_wages: rule(
      { ja: '勤務先の情報', en: 'information on employers' },
      {
        ja: '扶養料などと生命・身体の侵害による損害賠償の債権に限られ、取引の債権では取得できません。',
        en: 'Only for support and for injury to life or body; a trade claim does not open it.',
      },
      cite(executionAct, '206条1項', 'art. 206(1)'),
    ),
    limitation: rule(
      { ja: '時効', en: 'limitation' },
      {
        ja: '強制執行・財産開示・情報取得の間は時効が完成せず、通常に終われば更新し、取下げなどでは6か月の猶予です。',
        en: 'Enforcement, disclosure and information keep the period from ending; a normal end starts it anew, a withdrawal leaves six months.',
      },
      cite(civilCode, '148条', 'art. 148'),
    ),
    title_expired: rule(
      { ja: '時効にかかった債務名義', en: 'title that has run out' },
      {
        ja: '債務名義の時効が完成していれば、債務者は請求異議の訴えで執行を止められます。',
        en: 'If the period of the title has run, the debtor may stop enforcement by an action.',
      },
      cite(executionAct, '35条1項', 'art. 35(1)'),
    ),
  }),
};
