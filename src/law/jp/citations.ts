// Japan: the statutes and pages that the engine cites. Statutes were read as published by e-Gov on the day `CHECKED`.

import type { Text } from '../../values/text.ts';
import type { CiteKey } from '../contract/citations.ts';
import type { Certainty, Citation } from '../dated.ts';

/** Day on which the Japanese data was last checked against the sources. */
export const CHECKED = '2026-06-27';

interface Source {
  readonly law: Text;
  readonly law_id: string | null;
  readonly url: string | null;
}

const act = (ja: string, en: string, law_id: string): Source => ({
  law: { ja, en },
  law_id,
  url: `https://laws.e-gov.go.jp/law/${law_id}`,
});

const page = (ja: string, en: string, url: string | null = null): Source => ({ law: { ja, en }, law_id: null, url });

/** One source, one provision. */
export const cite = (source: Source, ja: string, en: string, certainty: Certainty = 'statute'): Citation => ({
  law: source.law,
  article: { ja, en },
  law_id: source.law_id,
  url: source.url,
  certainty,
  checked: CHECKED,
});

// Statutes and publications by the names under which the data cite them.

export const civilCode = act('民法', 'Civil Code', '129AC0000000089');
export const civilReform = act(
  '民法の一部を改正する法律（平成29年法律第44号）附則',
  'Act Partially Amending the Civil Code (Act No. 44 of 2017), Supplementary Provisions',
  '129AC0000000089',
);
export const oldCivilCode = page('民法（2020年4月1日前の規定）', 'Civil Code as in force before 2020-04-01');
export const oldCommercialCode = page('商法（2020年4月1日前の規定）', 'Commercial Code as in force before 2020-04-01');
export const commercialCode = act('商法', 'Commercial Code', '132AC0000000048');
export const constructionAct = act('建設業法', 'Construction Business Act', '324AC0000000100');
export const courtAct = act('裁判所法', 'Court Act', '322AC0000000059');
export const attorneyAct = act('弁護士法', 'Attorney Act', '324AC1000000205');
export const scrivenersAct = act('司法書士法', 'Judicial Scriveners Act', '325AC1000000197');
export const conciliationAct = act('民事調停法', 'Civil Conciliation Act', '326AC1000000222');
export const interestCapAct = act('利息制限法', 'Interest Rate Restriction Act', '329AC0000000100');
export const subcontractAct = act(
  '製造委託等に係る中小受託事業者に対する代金の支払の遅延等の防止に関する法律（取適法・旧下請法）',
  'Act against Delay in Payment to Small and Medium-sized Contractors (former Subcontract Act)',
  '331AC0000000120',
);
export const freelanceAct = act(
  '特定受託事業者に係る取引の適正化等に関する法律（フリーランス法）',
  'Act on Fair Transactions with Freelancers',
  '505AC0000000025',
);
export const costsAct = act('民事訴訟費用等に関する法律', 'Act on Costs of Civil Procedure', '346AC0000000040');
export const executionAct = act('民事執行法', 'Civil Execution Act', '354AC0000000004');
export const executionOrder = act('民事執行法施行令', 'Civil Execution Act Enforcement Order', '355CO0000000230');
export const moneylendingAct = act('貸金業法', 'Money Lending Business Act', '358AC1000000032');
export const provisionalRemediesAct = act('民事保全法', 'Civil Provisional Remedies Act', '401AC0000000091');
export const notaryFeesOrder = act('公証人手数料令', 'Notary Fees Order', '405CO0000000224');
export const procedureCode = act('民事訴訟法', 'Code of Civil Procedure', '408AC0000000109');
export const procedureRules = page('民事訴訟規則', 'Rules of Civil Procedure');
export const registrationFees = page('登記手数料令', 'Registration Fees Order');
export const servicerAct = act(
  '債権管理回収業に関する特別措置法（サービサー法）',
  'Act on Special Measures concerning Claim Management and Collection Businesses (Servicer Act)',
  '410AC1000000126',
);
export const rehabilitationAct = act('民事再生法', 'Civil Rehabilitation Act', '411AC0000000225');
export const consumerContractAct = act('消費者契約法', 'Consumer Contract Act', '412AC0000000061');
export const reorganisationAct = act('会社更生法', 'Corporate Reorganization Act', '414AC0000000154');
export const bankruptcyAct = act('破産法', 'Bankruptcy Act', '416AC0000000075');
export const companiesAct = act('会社法', 'Companies Act', '417AC0000000086');
export const recordedClaimsAct = act('電子記録債権法', 'Electronically Recorded Claims Act', '419AC0000000102');
export const retentionAct = act(
  '譲渡担保契約及び所有権留保契約に関する法律',
  'Act on Security by Assignment and Retention of Title',
  '507AC0000000056',
);
export const enterpriseChargeAct = act(
  '事業性融資の推進等に関する法律',
  'Act on Promotion of Loans based on Business Value',
  '506AC0000000052',
);
export const registrationTaxAct = act('登録免許税法', 'Registration and Licence Tax Act', '342AC0000000035');
export const stampTaxAct = act('印紙税法', 'Stamp Tax Act', '342AC0000000023');
export const consumptionTaxRules = act('消費税法施行規則', 'Consumption Tax Act Enforcement Rules', '363M50000040053');
export const bankersAssociation = page(
  '全国銀行協会（電子交換所の交換廃止）',
  'Japanese Bankers Association on the end of clearing',
);
export const clearingRules = page(
  '全国銀行協会（電子交換所規則）',
  'Japanese Bankers Association, rules of the electronic clearing house',
);
export const densaiNetwork = page('でんさいネット', 'Densai Network');
export const nonContentiousAct = act('非訟事件手続法', 'Non-Contentious Cases Procedure Act', '423AC0000000051');
export const publicAccountsAct = act('会計法', 'Public Accounting Act', '322AC0000000035');
export const residentRegistrationAct = act('住民基本台帳法', 'Residential Basic Book Act', '342AC0000000081');
export const billsAct = act('手形法', 'Bills of Exchange and Promissory Notes Act', '307AC0000000020');
export const chequesAct = act('小切手法', 'Cheques Act', '308AC0000000057');
export const corporationTaxAct = act('法人税法', 'Corporation Tax Act', '340AC0000000034');
export const consumptionTaxAct = act('消費税法', 'Consumption Tax Act', '363AC0000000108');
export const taxCircular = page('法人税基本通達', 'Corporation Tax Basic Circular');
export const instalmentSalesAct = act('割賦販売法', 'Instalment Sales Act', '336AC0000000159');
export const publicPaymentsAct = act(
  '政府契約の支払遅延防止等に関する法律',
  'Act on Prevention of Delay in Payment under Government Contracts',
  '324AC0000000256',
);
export const postTariff = page('日本郵便の郵便料金', 'Japan Post tariff');
export const postTerms = page('日本郵便の内国郵便約款', 'Japan Post terms of domestic mail');
export const practice = page('実務', 'Practice');
export const caseLaw = page('判例・一般に知られた法理', 'Case law and general principle');
export const supremeCourt1994 = page(
  '判例（最高裁判所の公表）',
  'Case law, published by the Supreme Court',
  'https://www.courts.go.jp/hanrei/62653/detail2/index.html',
);
export const barTariff = page(
  '日本弁護士連合会・旧報酬等基準規程（2004年4月1日廃止、目安として使用）',
  'Former fee standard of the bar federation (abolished 2004-04-01, still the usual benchmark)',
);
export const ministryRate = page(
  '法務省（法定利率の告示）',
  'Ministry of Justice on the statutory rate',
  'https://www.moj.go.jp/MINJI/minji07_00366.html',
);
export const ministryRegister = page(
  '法務省（債権譲渡登記の登録免許税）',
  'Ministry of Justice on the tax for registering assignments',
  'https://www.moj.go.jp/MINJI/minji06_00180.html',
);
export const financialAgency = page(
  '金融庁（ファクタリングの利用に関する注意喚起）・貸金業法',
  'Financial Services Agency on factoring; Money Lending Business Act',
  'https://www.fsa.go.jp/user/factoring.html',
);

/** The sources of the rules that the engine cites by name. */
export const citations: Readonly<Record<CiteKey, Citation>> = {
  limitation: cite(civilCode, '166条1項', 'art. 166(1)'),
  limitation_invocation: cite(civilCode, '145条', 'art. 145'),
  limitation_demand: cite(civilCode, '150条', 'art. 150'),
  declaration_arrives: cite(civilCode, '97条1項・98条', 'art. 97(1), 98'),
  limitation_suit: cite(civilCode, '147条', 'art. 147'),
  limitation_acknowledgment: cite(civilCode, '152条', 'art. 152'),
  limitation_agreement: cite(civilCode, '151条', 'art. 151'),
  limitation_title: cite(civilCode, '169条', 'art. 169'),
  limitation_enforcement: cite(civilCode, '148条・152条', 'art. 148, 152'),
  limitation_lost: cite(
    caseLaw,
    '最高裁昭和41年4月20日大法廷判決（時効完成後の承認）',
    'Supreme Court, Grand Bench, 1966-04-20 (acknowledgment after the period)',
    'unverified',
  ),
  changed_acceptance: cite(civilCode, '528条', 'art. 528'),
  set_off: cite(civilCode, '505条1項・506条', 'art. 505(1), 506'),
  set_off_ban: cite(civilCode, '505条2項', 'art. 505(2)'),
  set_off_attached: cite(civilCode, '511条', 'art. 511'),
  set_off_assigned: cite(civilCode, '469条', 'art. 469'),
  set_off_excluded: cite(civilCode, '509条・510条', 'art. 509, 510'),
  set_off_materials: cite(subcontractAct, '5条2項1号', 'art. 5(2)(i)'),
  set_off_time_barred: cite(civilCode, '508条', 'art. 508'),
  set_off_prohibited_in_crisis: cite(bankruptcyAct, '71条・72条', 'art. 71, 72'),
  servicer_scope: cite(servicerAct, '2条1項', 'art. 2(1)'),
  servicer_licence: cite(servicerAct, '2条1項・3条', 'art. 2(1), 3'),
  servicer_counsel: cite(servicerAct, '11条2項', 'art. 11(2)'),
  unlicensed_collection: cite(attorneyAct, '72条・73条', 'art. 72, 73'),
  assignment: cite(civilCode, '466条1項', 'art. 466(1)'),
  assignment_ban: cite(civilCode, '466条2項～4項', 'art. 466(2)-(4)'),
  assignment_perfection: cite(civilCode, '467条', 'art. 467'),
  factoring_market: cite(practice, 'ファクタリング市場の慣行', 'practice of the factoring market', 'secondary'),
  factoring_recourse: cite(financialAgency, '貸金業法2条1項', 'art. 2(1)', 'official'),
  payment_order: cite(procedureCode, '382条', 'art. 382'),
  payment_order_objection: cite(procedureCode, '390条・391条1項・393条・395条', 'art. 390, 391(1), 393, 395'),
  payment_order_venue: cite(procedureCode, '383条', 'art. 383'),
  small_claims: cite(procedureCode, '368条', 'art. 368'),
  small_claims_count: cite(procedureRules, '223条', 'rule 223', 'secondary'),
  small_claims_service: cite(procedureCode, '373条3項3号', 'art. 373(3)(iii)'),
  provisional_execution: cite(procedureCode, '391条1項・392条', 'art. 391(1), 392'),
  public_notice: cite(procedureCode, '110条1項1号・159条3項ただし書', 'art. 110(1)(i), 159(3) proviso'),
  summary_court: cite(courtAct, '33条1項1号', 'art. 33(1)(i)'),
  suit: cite(procedureCode, '134条', 'art. 134'),
  double_suit: cite(procedureCode, '142条', 'art. 142'),
  scrivener: cite(scrivenersAct, '3条1項6号', 'art. 3(1)(vi)'),
  fee_refund: cite(costsAct, '9条2項', 'art. 9(2)'),
  suit_withdrawn: cite(procedureCode, '261条2項', 'art. 261(2)'),
  default_judgment: cite(procedureCode, '159条3項・254条', 'art. 159(3), 254'),
  filing_fee: cite(costsAct, '3条・別表第一・別表第二', 'art. 3, Tables 1 and 2'),
  court_costs: cite(procedureCode, '61条', 'art. 61'),
  enforcement_title: cite(executionAct, '22条', 'art. 22'),
  enforcement_papers: cite(executionAct, '25条・26条・29条', 'art. 25, 26, 29'),
  security_enforced: cite(executionAct, '180条・181条・193条', 'art. 180, 181, 193'),
  title_opposed: cite(executionAct, '35条', 'art. 35'),
  attachment: cite(executionAct, '143条・155条', 'art. 143, 155'),
  attachment_shared: cite(executionAct, '154条・165条', 'art. 154, 165'),
  third_party_information: cite(executionAct, '205条～207条', 'art. 205-207'),
  asset_disclosure: cite(executionAct, '197条', 'art. 197'),
  provisional_attachment: cite(provisionalRemediesAct, '13条・14条・20条', 'art. 13, 14, 20'),
  notarial_deed: cite(executionAct, '22条5号', 'art. 22(v)'),
  certified_mail: cite(postTariff, '内容証明', 'certified mail', 'secondary'),
  lawyer_tariff: cite(barTariff, '着手金・報酬金', 'retainer and success fee', 'secondary'),
  preference: cite(bankruptcyAct, '162条', 'art. 162'),
  goods_lien: cite(civilCode, '304条・311条5号・321条', 'art. 304, 311(v), 321'),
  retention_of_title: cite(caseLaw, '所有権留保', 'retention of title', 'unverified'),
  self_help: cite(caseLaw, '自力救済の禁止', 'no self-help', 'unverified'),
  rescission: cite(civilCode, '541条・545条', 'art. 541, 545'),
  bad_debt_legal: cite(taxCircular, '9-6-1', '9-6-1', 'secondary'),
  bad_debt_factual: cite(taxCircular, '9-6-2', '9-6-2', 'secondary'),
  bad_debt_formal: cite(taxCircular, '9-6-3', '9-6-3', 'secondary'),
  sale_loss: cite(corporationTaxAct, '22条3項3号', 'art. 22(3)(iii)'),
  consumption_tax_bad_debt: cite(consumptionTaxAct, '39条1項', 'art. 39(1)'),
  late_interest: cite(civilCode, '419条1項', 'art. 419(1)'),
  agreed_late_interest: cite(civilCode, '420条1項', 'art. 420(1)'),
  instalment_interest_cap: cite(instalmentSalesAct, '6条2項', 'art. 6(2)'),
  instalment_acceleration: cite(instalmentSalesAct, '5条1項', 'art. 5(1)'),
  public_contract_interest: cite(publicPaymentsAct, '8条・10条・14条', 'art. 8, 10, 14', 'secondary'),
  statutory_rate: cite(civilCode, '404条', 'art. 404'),
  subcontract_interest: cite(subcontractAct, '6条', 'art. 6'),
  subcontract_report: cite(subcontractAct, '5条1項2号・7号', 'art. 5(1)(ii), (vii)'),
  freelance_report: cite(freelanceAct, '4条5項・6条', 'art. 4(5), 6'),
  due_day_freelance: cite(freelanceAct, '4条2項', 'art. 4(2)'),
  due_day_subcontract: cite(subcontractAct, '3条2項', 'art. 3(2)'),
  freight_retention: cite(commercialCode, '574条', 'art. 574'),
  works_retention: cite(civilCode, '295条', 'art. 295'),
  traders_retention: cite(commercialCode, '521条', 'art. 521'),
  tort_limitation: cite(civilCode, '724条・724条の2', 'art. 724, 724-2'),
  recorded_claim: cite(recordedClaimsAct, '31条・87条', 'art. 31, 87'),
  lost_bill: cite(nonContentiousAct, '114条・118条', 'art. 114, 118', 'unverified'),
  written_guarantee: cite(civilCode, '446条2項・3項', 'art. 446(2), (3)'),
  employer_information: cite(executionAct, '206条', 'art. 206'),
  unserved_order: cite(procedureCode, '388条3項', 'art. 388(3)'),
  service_by_notice: cite(procedureCode, '110条', 'art. 110'),
  rent_deposit: cite(civilCode, '622条の2第2項', 'art. 622-2(2)'),
  consumer_interest_cap: cite(consumerContractAct, '9条1項2号', 'art. 9(1)(ii)'),
  interest_after_insolvency: cite(bankruptcyAct, '97条1号・99条1項1号', 'art. 97(i), 99(1)(i)'),
  appropriation: cite(civilCode, '489条', 'art. 489'),
  public_debtor: cite(publicAccountsAct, '30条・31条1項', 'art. 30, 31(1)'),
  resident_record: cite(residentRegistrationAct, '12条の3', 'art. 12-3', 'unverified'),
  conduct: cite(moneylendingAct, '21条1項・施行規則19条', 'art. 21(1); Enforcement Rules art. 19'),
  court_instalments: cite(procedureCode, '275条の2・375条', 'art. 275-2, 375'),
  discharge: cite(bankruptcyAct, '253条1項', 'art. 253(1)'),
  guarantee_defences: cite(civilCode, '452条・453条', 'art. 452, 453'),
  prime_contractor: cite(constructionAct, '41条2項・3項', 'art. 41(2), (3)', 'unverified'),
  director_liability: cite(companiesAct, '429条1項', 'art. 429(1)'),
  lien_delivered: cite(civilCode, '333条', 'art. 333'),
  lien_resale: cite(civilCode, '304条1項', 'art. 304(1)'),
  provisional_reversed: cite(procedureCode, '260条2項・391条5項', 'art. 260(2), 391(5)'),
  mediation_to_suit: cite(conciliationAct, '19条', 'art. 19'),
  consent_to_settle: cite(conciliationAct, '16条、民事訴訟法275条', 'art. 16; Code of Civil Procedure art. 275'),
};
