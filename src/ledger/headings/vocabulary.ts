// The words by which accounting systems and people head the columns of a receivables list, in Japanese and English, and what each means.
// Words are compared after `fold`. Where two columns mean the same, the word of the earlier group goes first.

import type { Text } from '../../values/text.ts';

/** What a column holds, in the words of a ledger; several may lead to one field of a request. */
export type Role =
  | 'id'
  | 'debtor_code'
  | 'debtor_name'
  | 'balance'
  | 'billed'
  | 'paid'
  | 'total'
  | 'due_date'
  | 'invoice_date'
  | 'overdue_days'
  | 'currency'
  /** State of a line: paid, open, void, … */
  | 'status'
  /** Kind of a line: invoice, credit note, payment, … */
  | 'kind'
  /** Day on which a line was paid. */
  | 'paid_date'
  /** Terms of payment, such as Net 30 or 月末締め翌月末払い. */
  | 'terms'
  /** Day on which a period of billing closed. */
  | 'closing_date'
  /** Day on which the debtor promised to pay. */
  | 'promise_date'
  /** Name of the age in which an amount stands, such as 31-60. */
  | 'age'
  /** Tax that is part of a billed amount. */
  | 'tax'
  /** Known, and of no use for a valuation. */
  | 'other';

/** What is not certain about the meaning of a word, for the caller. */
export interface WordDoubt {
  readonly code: string;
  readonly text: Text;
}

/** Words with the same meaning. */
interface WordGroup {
  readonly role: Role;
  readonly words: readonly string[];
  readonly doubt?: WordDoubt;
}

/** A heading without what is of no meaning: full-width forms, case, brackets with what they hold, spaces and marks. */
export const fold = (heading: string): string =>
  heading
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([]((?:prev|prior|last)\b[^)\]]*)[)\]]/g, '$1')
    .replace(/[([{【〔][^)\]}】〕]*[)\]}】〕]/g, '')
    .replace(/[\s_.:;?!#*'"’/・‐■□●○◎◆◇★☆▼▽▶►※-]/g, '');

/** An amount that may be a part of what is open. */
export const EXPECTED_PART: WordDoubt = {
  code: 'amount_may_be_part',
  text: {
    ja: '予定額や滞留額は残高の一部かもしれません。',
    en: 'An expected or overdue amount may be only a part of the balance.',
  },
};
/** An amount that may be billed or open. */
export const UNCLEAR_AMOUNT: WordDoubt = {
  code: 'amount_may_be_billed',
  text: {
    ja: '請求額か残高か、見出しからは分かりません。一部入金があるなら残高の列が必要です。',
    en: 'The heading does not say whether this is billed or still open. After part payments the balance is needed.',
  },
};
/** Days that may count from issue or from the due date. */
export const SINCE_WHEN: WordDoubt = {
  code: 'days_since_unclear',
  text: {
    ja: '発生日からの日数か、支払期日からの日数か、見出しからは分かりません。支払期日からとして読みます。',
    en: 'The heading does not say whether days are counted from issue or from the due date; they are read as from the due date.',
  },
};
/** A day that may be an expectation. */
export const EXPECTED_DAY: WordDoubt = {
  code: 'due_may_be_expected',
  text: {
    ja: '入金・回収の予定日は、約束した支払期日と違うことがあります。',
    en: 'An expected day of payment may differ from the due date agreed.',
  },
};

/** A day that may be that of a later part of what is owed. */
export const NEXT_DAY: WordDoubt = {
  code: 'due_may_be_expected',
  text: {
    ja: '次回の期日は、いま残っている分の期日とは限りません。',
    en: 'The next due date may not be that of what is open now.',
  },
};
const UNCLEAR_DAY: WordDoubt = {
  code: 'date_may_be_issue',
  text: {
    ja: '何の日付か見出しからは分かりません。請求日として読みます。',
    en: 'The heading does not say which date this is; it is read as the invoice date.',
  },
};

/** Headings of German, French, Spanish and Chinese lists, which hold yen where a company abroad owes them. */
const FOREIGN_WORDS: readonly { readonly role: Role; readonly words: string; readonly doubt?: WordDoubt }[] = [
  {
    role: 'id',
    words:
      'rechnungsnummer rechnungsnr rechnung belegnummer belegnr beleg facture pièce factura 发票号 发票号码 发票编号 单据编号 单据号',
  },
  { role: 'debtor_code', words: 'kundennummer kundennr debitorennr codeclient 客户编码 客户编号 客户代码' },
  {
    role: 'debtor_name',
    words: 'tiers kunde kundenname debitor nomclient cliente 客户 客户名称 客户名 单位名称 往来单位',
  },
  {
    role: 'balance',
    words:
      'offenerbetrag offenerbetraghauswährung offen restbetrag saldo solde soldedû resteàpayer saldopendiente pendiente 应收余额 应收账款余额 未收金额 未收款 未收余额 余额 欠款金额 未核销金额',
  },
  {
    role: 'billed',
    words:
      'rechnungsbetrag betraghauswährung betraginhauswährung betrag montant importe soll débit debe 应收金额 应收账款 开票金额 发票金额 金额',
    doubt: UNCLEAR_AMOUNT,
  },
  { role: 'paid', words: 'haben crédit haber bezahlt réglé cobrado 已收金额 已收款 收款金额 贷方金额' },
  { role: 'total', words: 'summe gesamt 总计 合计', doubt: UNCLEAR_AMOUNT },
  {
    role: 'due_date',
    words:
      'fällig fälligkeit nettofälligkeit nettofälligkeitsdatum fälligam fälligkeitsdatum échéance dateéchéance fechavencimiento vencimiento 到期日 到期日期 应收日期',
  },
  { role: 'invoice_date', words: 'rechnungsdatum belegdatum datefacture fechafactura 开票日期 发票日期 单据日期' },
  { role: 'overdue_days', words: 'verzugstage 逾期天数' },
  { role: 'currency', words: 'währung whg hauswährung devise moneda 币种 币别' },
  // Letters in capitals match an invoice with its payment; small ones a part of it.
  { role: 'paid_date', words: 'lettrage ausgleichsbeleg ausgleichsdatum' },
];

/** Every known word, in groups; of two columns with the same role, the one of the earlier group is used. */
const WORD_GROUPS: readonly WordGroup[] = [
  {
    role: 'id',
    words:
      '請求番号 請求書番号 請求書no 請求no 伝票番号 伝票no 債権番号 債権no 債権伝票番号 債権伝票no 売上伝票番号 invoicenumber invoiceno invoice invoiceid documentnumber documentno docnum docno num number refnumber referenceno belnr entryno',
  },
  { role: 'id', words: '番号 no 外部コード reference ref assignment' },
  {
    role: 'debtor_code',
    words:
      '債権代表者コード partnercode customernumber customerno customercode customerid customeraccount invoiceaccount accountnumber clientcode clientid debtorcode kunnr',
  },
  { role: 'debtor_code', words: '補助科目コード 補助科目cd 補助コード' },
  // Whoever else is named, these owe: the client of an agency is its creditor.
  { role: 'debtor_name', words: '債務者 債務者名 debtor debtorname borrower borrowername' },
  {
    role: 'debtor_name',
    words: '請求書宛名 行ラベル rowlabels partnername partner customername customer client clientname accountname',
  },
  // Where others stand beside it, a name may be that of the invoice.
  { role: 'debtor_name', words: 'name name1' },
  // In the lists of a group these may be our own, beside those who owe.
  {
    role: 'debtor_name',
    words: '振出人 引受人 名称 補助科目名 補助科目名称 company companyname 会社 会社名',
  },
  { role: 'debtor_name', words: 'contact contactname billingcontact' },
  {
    role: 'balance',
    words:
      '残高 残額 未回収額 未回収残高 未回収金額 未決済金額 未決済残高 未入金額 未入金残高 未収残高 未収金額 債権残高 売掛残高 売掛金残高 売掛金残額 請求残高 未消込額 未消込残高 openbalance openamount balancedue amountdue dueamount invoiceamountdue outstanding balance closing remaining unpaid due',
  },
  {
    role: 'balance',
    words: '回収予定額 入金予定額 当月要回収額 amountoverdue overdueamount',
    doubt: EXPECTED_PART,
  },
  {
    role: 'billed',
    words: '請求金額 請求額 請求合計 税込売上 当初金額 元金額 invoiceamount originalamount grossamount',
    doubt: UNCLEAR_AMOUNT,
  },
  { role: 'billed', words: '金額 元本 本税 債権額 債権金額 売掛金 amount', doubt: UNCLEAR_AMOUNT },
  {
    role: 'paid',
    words: '既入金額 amountpaid paidamount amountreceived',
  },
  {
    role: 'billed',
    words:
      '借方 借方金額 借方額 借方残高 残高借方 dr debit debits debitamount debitbalance charge charges invoiced billed',
    doubt: UNCLEAR_AMOUNT,
  },
  { role: 'paid', words: '貸方 貸方金額 貸方額 貸方残高 残高貸方 cr credit creditamount creditbalance' },
  { role: 'paid', words: 'credited credits creditsapplied amountcredited creditnotes creditmemos' },
  {
    role: 'total',
    words:
      '合計 合計額 合計金額 総額 総計 計 売掛合計 債権合計 債権計 債権総額 売上債権合計 売上債権計 全社 全社計 全店 全店計 会社計 本支店計 本支店合計 total totals grandtotal',
    doubt: UNCLEAR_AMOUNT,
  },
  {
    role: 'due_date',
    words:
      '弁済期 正味支払期日 duedate paymentdue paymentduedate netduedate due_on dueon duedt faedt faedn maturitydate',
  },
  {
    role: 'due_date',
    words: '支払日 expectedpaymentdate expecteddate',
    doubt: EXPECTED_DAY,
  },
  {
    role: 'invoice_date',
    words:
      '請求日 発行日 債権発生日 債権計上日 売上計上日 invoicedate issuedate billingdate billdate documentdate docdate txdate transactiondate bldat',
  },
  { role: 'invoice_date', words: '転記日付 転記日 postingdate budat' },
  { role: 'invoice_date', words: '日付 date', doubt: UNCLEAR_DAY },
  {
    role: 'overdue_days',
    words:
      '正味支払期日後遅延日数 daysoverdue overduedays dayspastdue pastdue dayslate arrearsafternetduedate pastduedays',
  },
  { role: 'overdue_days', words: '滞留日数 経過日数 滞留期間 age aging agingdays agedays days', doubt: SINCE_WHEN },
  { role: 'currency', words: 'currencycode waers documentcurrency' },
  {
    role: 'promise_date',
    words: 'promisedate promiseddate promisetopay promisetopaydate ptpdate',
  },
  { role: 'terms', words: 'paymentterms creditterms' },
  {
    role: 'paid_date',
    words:
      'paiddate datepaid paidon settleddate settlementdate paymentdate cleareddate clearingdate augdt closeddate receiveddate datereceived clearingdocument clearingdoc clrngdoc augbl 消込伝票 消込伝票番号 決済伝票 決済伝票番号',
  },
  { role: 'tax', words: 'consumptiontax vatamount taxamount' },
  {
    role: 'kind',
    words:
      'direction incomeexpense type transactiontype txntype documenttype blart 種別 区分 種類 transactiontypename vouchertype invoicetype class trxclass',
  },
  {
    role: 'status',
    words: '消込区分 入金区分 決済区分 収納区分 納付区分 完納区分 未納区分 paymentstatus invoicestatus',
  },
  {
    role: 'other',
    words:
      '摘要 備考 メモ 件名 品名 内容 担当者 担当者名 営業担当者 部門 部門名 部門コード 回収方法 信用区分 税率 税区分 勘定科目 補助科目 口座 品目 タグ 登録日 更新日 繰越 繰越額 繰越金額 当月売上 当月売上額 当月発生 当月発生額 当月回収金額 当月回収額 当月入金 当月入金額 当月内の売上金額 当月内の消込金額 回収率 構成比 会社コード companycode cocd assignedon 転記キー 明細 明細テキスト memo description location department subsidiary salesrep pono ponumber subtotal bukrs buzei bschl zuonr sgtxt xblnr zfbdt bschluessel creditlimit phone email 有効期限 納期 未払 lastpaymentdate datelastpaid customerpo billingaddress openingbalance previousbalance creditbalance runningbalance unappliedamount',
  },
  ...FOREIGN_WORDS,
].map(({ words, ...rest }) => ({ ...rest, words: words.split(' ').map(fold) }) as WordGroup);

/** What a word means, and the place of its group; lower places go first. */
export interface Meaning {
  readonly role: Role;
  readonly place: number;
  readonly doubt: WordDoubt | undefined;
}

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  [...WORD_GROUPS.entries()]
    .reverse()
    .flatMap(([place, { role, words, doubt }]) =>
      words.map((word): [string, Meaning] => [word, { role, place, doubt }]),
    ),
);

/** What a folded heading means; undefined for a word that is not known. */
export const meaningOf = (folded: string): Meaning | undefined => MEANINGS.get(folded);

const FIRST_PLACES: ReadonlyMap<Role, number> = new Map(
  [...WORD_GROUPS.entries()].reverse().map(([place, { role }]): [Role, number] => [role, place]),
);

/** The place of the words of a role: that of its first group. */
export const placeOfRole = (role: Role): number => FIRST_PLACES.get(role) ?? WORD_GROUPS.length;
