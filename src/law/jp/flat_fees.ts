// Japan: fees that do not follow the value of the claim, and the costs beside them. Act on Costs of Civil Procedure (Tables 1 to 3),
// Notary Fees Order, Japan Post, Ministry of Justice; court practice for the ranges.

import type { FlatFeeLaw } from '../contract/flat_fees.ts';
import { type Citation, type DatedPeriod, datedTable, period } from '../dated.ts';
import {
  barTariff,
  CHECKED,
  citations,
  cite,
  costsAct,
  ministryRegister,
  notaryFeesOrder,
  postTariff,
  postTerms,
  practice,
  provisionalRemediesAct,
  registrationFees,
} from './citations.ts';
import { DIGITAL_FROM } from './court_fees.ts';

/** Coverage of the small fees starts here; most are older. */
export const COVERED_FROM = '2020-04-01';
/** Notary fees were raised for orders placed from this day (Supplementary Provisions of the amending order). */
export const NOTARY_FROM = '2025-10-01';
/** Basic postage was raised on this day. */
const POST_FROM = '2024-10-01';
/** The fees of registered and certified mail were raised on this day. */
const SPECIAL_POST_FROM = '2023-10-01';

const courtTable = (table: string, item: string, en: string): Citation =>
  cite(costsAct, `別表第${table}・${item}の項`, en);

/** Fees of before the raise of 2025, from general knowledge: the older text of the order was not at hand. */
const oldNotaryFees = (ja: string, en: string): Citation =>
  cite(notaryFeesOrder, `${ja}（2025年10月1日前）`, `${en} as in force before 2025-10-01`, 'unverified');

const since2025 = (value: number, citation: Citation): readonly DatedPeriod<number>[] => [
  period(NOTARY_FROM, value, citation),
];

/** Postage of before, from general knowledge. */
const oldPost = cite(postTariff, '内容証明（以前の料金）', 'certified mail at former rates', 'unverified');

/** Fees that do not follow the amount. */
export const fees = datedTable<FlatFeeLaw['fees']>('fees', {
  attachment: {
    label: { ja: '債権差押命令の申立て', en: 'petition for attachment of a claim' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 4_000,
    citation: courtTable('一', '九', 'Table 1(9)'),
  },
  third_party_information: {
    label: { ja: '第三者からの情報取得の申立て', en: 'petition for information from third parties' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 1_000,
    citation: courtTable('一', '一六', 'Table 1(16)'),
  },
  asset_disclosure: {
    label: { ja: '財産開示の申立て', en: 'petition for asset disclosure' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 2_000,
    citation: courtTable('一', '一〇', 'Table 1(10)'),
  },
  provisional_attachment: {
    label: { ja: '仮差押えの申立て', en: 'petition for provisional attachment' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 2_000,
    citation: courtTable('一', '一〇', 'Table 1(10)'),
  },
  bankruptcy_petition: {
    label: { ja: '債権者による破産手続開始の申立て', en: "creditor's bankruptcy petition" },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 20_000,
    citation: courtTable('一', '一一', 'Table 1(11)'),
  },
  rehabilitation_petition: {
    label: { ja: '再生手続開始の申立て', en: 'petition for civil rehabilitation' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 10_000,
    citation: courtTable('一', '一二', 'Table 1(12)'),
  },
  small_claims_objection: {
    label: { ja: '少額訴訟判決に対する異議', en: 'objection to a small-claims judgment' },
    unit: 'JPY',
    from: DIGITAL_FROM,
    value: 500,
    citation: courtTable('二', '一三', 'Table 2(13)'),
  },
  execution_clause: {
    label: { ja: '執行文の付与（裁判所）', en: 'execution clause from the court' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 300,
    citation: courtTable('三', '四', 'Table 3(4)'),
  },
  certificate: {
    label: { ja: '送達証明書等', en: 'certificate of service or the like' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 150,
    citation: courtTable('三', '三', 'Table 3(3)'),
  },
  copy_page: {
    label: { ja: '記録の正本・謄本（1枚）', en: 'copy of the record, one page' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 150,
    citation: courtTable('三', '二', 'Table 3(2)'),
  },
  electronic_certificate: {
    label: { ja: '電磁的記録による証明', en: 'electronic certificate of the record' },
    unit: 'JPY',
    from: DIGITAL_FROM,
    value: 2_100,
    citation: courtTable('三', '二', 'Table 3(2)'),
  },
  deed_clause: {
    label: { ja: '執行文の付与（公証人）', en: 'execution clause from a notary' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 1_700,
    citation: oldNotaryFees('38条', 'art. 38'),
    later: since2025(2_000, cite(notaryFeesOrder, '38条', 'art. 38')),
  },
  deed_service: {
    label: { ja: '公正証書の送達（郵送料別）', en: 'service of a notarial deed, without postage' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 1_400,
    citation: oldNotaryFees('39条1項', 'art. 39(1)'),
    later: since2025(1_600, cite(notaryFeesOrder, '39条1項', 'art. 39(1)')),
  },
  deed_service_certificate: {
    label: { ja: '公正証書の送達証明', en: 'certificate of service of a notarial deed' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 250,
    citation: oldNotaryFees('39条3項', 'art. 39(3)'),
    later: since2025(300, cite(notaryFeesOrder, '39条3項', 'art. 39(3)')),
  },
  deed_copy_page: {
    label: { ja: '公正証書の正本・謄本（1枚）', en: 'copy of a notarial deed, one page' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 250,
    citation: oldNotaryFees('40条', 'art. 40'),
    later: since2025(300, cite(notaryFeesOrder, '40条1項', 'art. 40(1)')),
  },
  deed_electronic: {
    label: { ja: '公正証書の電磁的記録の提供', en: 'electronic copy of a notarial deed' },
    unit: 'JPY',
    from: NOTARY_FROM,
    value: 2_500,
    citation: cite(notaryFeesOrder, '40条の2', 'art. 40-2'),
  },
  deed_extra_page: {
    label: {
      ja: '公正証書の枚数加算（電子・横書きは3枚、縦書きの書面は4枚を超える1枚ごと）',
      en: 'notarial deed, each page over 3 (electronic or horizontal) or 4 (on paper, vertical)',
    },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 250,
    citation: oldNotaryFees('25条', 'art. 25'),
    later: since2025(300, cite(notaryFeesOrder, '25条', 'art. 25')),
  },
  fixed_date: {
    label: { ja: '確定日付の付与', en: 'fixed date on a private document' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 700,
    citation: cite(notaryFeesOrder, '37条', 'art. 37'),
  },
  assignment_registration: {
    label: {
      ja: '債権譲渡登記の登録免許税（債権5,000個以下）',
      en: 'tax for registering an assignment of up to 5,000 claims',
    },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 7_500,
    citation: cite(ministryRegister, '登録免許税の特例', 'special measure', 'official'),
  },
  assignment_certificate: {
    label: { ja: '債権譲渡の登記事項証明書（1個）', en: 'certificate of a registered assignment, one claim' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 500,
    citation: cite(registrationFees, '債権譲渡登記の証明書', 'certificates of registered assignments'),
  },
  // Letter 110 + general registered 480 + content certificate 480 + delivery certificate 350.
  certified_mail_first_sheet: {
    label: { ja: '内容証明郵便（配達証明付き、1枚）', en: 'certified mail with delivery certificate, one sheet' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 1_279,
    citation: oldPost,
    later: [period(SPECIAL_POST_FROM, 1_394, oldPost), period(POST_FROM, 1_420, citations.certified_mail)],
  },
  certified_mail_extra_sheet: {
    label: { ja: '内容証明郵便の2枚目以降（1枚ごと）', en: 'certified mail, each further sheet' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: 260,
    citation: oldPost,
    later: [period(SPECIAL_POST_FROM, 290, cite(postTariff, '内容証明の加算', 'further sheets', 'unverified'))],
  },
});

/** Deposits for service by post and advance payments are set court by court; no table of them is public. */
export const beside: FlatFeeLaw['beside'] = {
  attachment: { postage: true, estimates: ['attachment_postage'] },
  third_party_information: { postage: true },
  asset_disclosure: { postage: true },
  provisional_attachment: {
    postage: true,
    estimates: ['provisional_attachment_security', 'bank_account_security'],
  },
  bankruptcy_petition: { postage: true, advance: true },
  rehabilitation_petition: { postage: true, advance: true },
  assignment_registration: { estimates: ['assignment_registration_agent'] },
  certified_mail_first_sheet: { estimates: ['lawyer_letter'] },
};

/** Costs beside the fees of which only a usual range is known. */
export const estimates = datedTable<FlatFeeLaw['estimates']>('estimates', {
  attachment_postage: {
    label: { ja: '債権差押えの予納郵券', en: 'postage deposited for an attachment' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: { low: 3_000, high: 5_000 },
    citation: cite(practice, '各裁判所の予納郵券', 'deposits of the several courts', 'unverified'),
  },
  lawyer_letter: {
    label: { ja: '弁護士名の内容証明郵便', en: 'certified letter signed by a lawyer' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: { low: 30_000, high: 50_000 },
    citation: cite(barTariff, '内容証明郵便の作成', 'certified letters', 'unverified'),
  },
  assignment_registration_agent: {
    label: { ja: '債権譲渡登記の司法書士報酬', en: 'judicial scrivener for registering an assignment' },
    unit: 'JPY',
    from: COVERED_FROM,
    value: { low: 50_000, high: 100_000 },
    citation: cite(practice, '司法書士報酬', 'fees of judicial scriveners', 'secondary'),
  },
  provisional_attachment_security: {
    label: {
      ja: '仮差押えの担保（目的物または請求債権に対する割合）',
      en: 'security for provisional attachment, share of the claim',
    },
    unit: 'share',
    from: COVERED_FROM,
    value: { low: 0.1, high: 0.3 },
    citation: cite(provisionalRemediesAct, '14条・担保基準', 'art. 14 and court practice', 'secondary'),
  },
  bank_account_security: {
    label: {
      ja: '預金債権の仮差押えの担保割合',
      en: 'security for provisional attachment of a bank account, share of the claim',
    },
    unit: 'share',
    from: COVERED_FROM,
    value: { low: 0.2, high: 0.3 },
    citation: cite(provisionalRemediesAct, '14条・担保基準', 'art. 14 and court practice', 'secondary'),
  },
});

/**
 * Characters a line and lines a sheet of certified mail on paper. Nobody has read them in the postal terms yet; certified mail that is sent
 * electronically counts pages instead.
 */
export const letterLayouts: FlatFeeLaw['letter_layouts'] = {
  id: 'letter_layouts',
  label: { ja: '内容証明郵便の1行の字数と1枚の行数', en: 'characters a line and lines a sheet of certified mail' },
  unit: 'rule',
  periods: [
    period(
      COVERED_FROM,
      [
        { written: 'across', characters: 20, lines: 26 },
        { written: 'across', characters: 26, lines: 20 },
        { written: 'across', characters: 13, lines: 40 },
        { written: 'down', characters: 20, lines: 26 },
      ],
      cite(postTerms, '内容証明の字数・行数', 'characters and lines of certified mail', 'unverified'),
    ),
  ],
  checked: CHECKED,
};
