// Japan: fees that do not follow the value of the claim. Act on Costs of Civil Procedure (Tables 1 to 3), Notary Fees Order, Japan
// Post, Ministry of Justice.
import { type Citation, type Dated, period } from '../dated.ts';
import type { FlatFee, Jurisdiction } from '../law.ts';
import { CHECKED, citations, cite, costs, ministryRegister, notary, post, registrationFees } from './citations.ts';
import { DIGITAL_FROM } from './fees.ts';

/** Coverage of the small fees starts here; most are older. */
export const COVERED_FROM = '2020-04-01';
/** Notary fees were raised for orders placed from this day (Supplementary Provisions of the amending order). */
export const NOTARY_FROM = '2025-10-01';
/** Basic postage was raised on this day. */
const POST_FROM = '2024-10-01';

const yen = (
  id: string,
  ja: string,
  en: string,
  from: string,
  value: number | null,
  citation: Citation,
): Dated<number> => ({
  id: `fees.${id}`,
  label: { ja, en },
  unit: 'JPY',
  periods: [period(from, value, citation)],
  checked: CHECKED,
});

const courtTable = (table: string, item: string, en: string): Citation =>
  cite(costs, `別表第${table}・${item}の項`, en);

export const fees: Readonly<Record<FlatFee, Dated<number>>> = {
  attachment: yen(
    'attachment',
    '債権差押命令の申立て',
    'petition for attachment of a claim',
    COVERED_FROM,
    4_000,
    courtTable('一', '九', 'Table 1(9)'),
  ),
  third_party_information: yen(
    'third_party_information',
    '第三者からの情報取得の申立て',
    'petition for information from third parties',
    COVERED_FROM,
    1_000,
    courtTable('一', '一六', 'Table 1(16)'),
  ),
  asset_disclosure: yen(
    'asset_disclosure',
    '財産開示の申立て',
    'petition for asset disclosure',
    COVERED_FROM,
    2_000,
    courtTable('一', '一〇', 'Table 1(10)'),
  ),
  provisional_attachment: yen(
    'provisional_attachment',
    '仮差押えの申立て',
    'petition for provisional attachment',
    COVERED_FROM,
    2_000,
    courtTable('一', '一〇', 'Table 1(10)'),
  ),
  bankruptcy_petition: yen(
    'bankruptcy_petition',
    '債権者による破産手続開始の申立て',
    "creditor's bankruptcy petition",
    COVERED_FROM,
    20_000,
    courtTable('一', '一一', 'Table 1(11)'),
  ),
  rehabilitation_petition: yen(
    'rehabilitation_petition',
    '再生手続開始の申立て',
    'petition for civil rehabilitation',
    COVERED_FROM,
    10_000,
    courtTable('一', '一二', 'Table 1(12)'),
  ),
  small_claims_objection: yen(
    'small_claims_objection',
    '少額訴訟判決に対する異議',
    'objection to a small-claims judgment',
    DIGITAL_FROM,
    500,
    courtTable('二', '一三', 'Table 2(13)'),
  ),
  execution_clause: yen(
    'execution_clause',
    '執行文の付与（裁判所）',
    'execution clause from the court',
    COVERED_FROM,
    300,
    courtTable('三', '四', 'Table 3(4)'),
  ),
  certificate: yen(
    'certificate',
    '送達証明書等',
    'certificate of service or the like',
    COVERED_FROM,
    150,
    courtTable('三', '三', 'Table 3(3)'),
  ),
  copy_page: yen(
    'copy_page',
    '記録の正本・謄本（1枚）',
    'copy of the record, one page',
    COVERED_FROM,
    150,
    courtTable('三', '二', 'Table 3(2)'),
  ),
  electronic_certificate: yen(
    'electronic_certificate',
    '電磁的記録による証明',
    'electronic certificate of the record',
    DIGITAL_FROM,
    2_100,
    courtTable('三', '二', 'Table 3(2)'),
  ),
  deed_clause: yen(
    'deed_clause',
    '執行文の付与（公証人）',
    'execution clause from a notary',
    NOTARY_FROM,
    2_000,
    cite(notary, '38条', 'art. 38'),
  ),
  deed_service: yen(
    'deed_service',
    '公正証書の送達（郵送料別）',
    'service of a notarial deed, without postage',
    NOTARY_FROM,
    1_600,
    cite(notary, '39条1項', 'art. 39(1)'),
  ),
  deed_service_certificate: yen(
    'deed_service_certificate',
    '公正証書の送達証明',
    'certificate of service of a notarial deed',
    NOTARY_FROM,
    300,
    cite(notary, '39条3項', 'art. 39(3)'),
  ),
  deed_copy_page: yen(
    'deed_copy_page',
    '公正証書の正本・謄本（1枚）',
    'copy of a notarial deed, one page',
    NOTARY_FROM,
    300,
    cite(notary, '40条1項', 'art. 40(1)'),
  ),
  deed_electronic: yen(
    'deed_electronic',
    '公正証書の電磁的記録の提供',
    'electronic copy of a notarial deed',
    NOTARY_FROM,
    2_500,
    cite(notary, '40条の2', 'art. 40-2'),
  ),
  deed_extra_page: yen(
    'deed_extra_page',
    '公正証書の枚数加算（4枚超、1枚ごと）',
    'notarial deed, each page over four',
    NOTARY_FROM,
    300,
    cite(notary, '25条', 'art. 25'),
  ),
  fixed_date: yen(
    'fixed_date',
    '確定日付の付与',
    'fixed date on a private document',
    COVERED_FROM,
    700,
    cite(notary, '37条', 'art. 37'),
  ),
  assignment_registration: yen(
    'assignment_registration',
    '債権譲渡登記の登録免許税（債権5,000個以下）',
    'tax for registering an assignment of up to 5,000 claims',
    COVERED_FROM,
    7_500,
    cite(ministryRegister, '登録免許税の特例', 'special measure', 'official'),
  ),
  assignment_certificate: yen(
    'assignment_certificate',
    '債権譲渡の登記事項証明書（1個）',
    'certificate of a registered assignment, one claim',
    COVERED_FROM,
    500,
    cite(registrationFees, '債権譲渡登記の証明書', 'certificates of registered assignments'),
  ),
  // Letter 110 + general registered 480 + content certificate 480 + delivery certificate 350.
  certified_mail_first_sheet: yen(
    'certified_mail_first_sheet',
    '内容証明郵便（配達証明付き、1枚）',
    'certified mail with delivery certificate, one sheet',
    POST_FROM,
    1_420,
    citations.certified_mail,
  ),
  certified_mail_extra_sheet: yen(
    'certified_mail_extra_sheet',
    '内容証明郵便の2枚目以降（1枚ごと）',
    'certified mail, each further sheet',
    POST_FROM,
    290,
    cite(post, '内容証明の加算', 'further sheets', 'unverified'),
  ),
};

/** Deposits for service by post and advance payments are set court by court; no table of them is public. */
export const beside: Jurisdiction['beside'] = {
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
