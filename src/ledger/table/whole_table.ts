// Judges a table as a whole before its lines are read: whether it lists receivables at all, and whether its money is yen.

import { currencyOfCell, currencyOfHeading, currencyOfLine } from '../cells/currencies.ts';
import { hasFraction, textOf } from '../cells/figures.ts';
import { isPlainLine } from '../cells/lines.ts';
import { type CellTable, hasMoney, runningBalance, wholeOf } from '../cells/profile.ts';
import { lineStatus } from '../cells/states.ts';
import { type AmountStyle, amountStyle } from '../columns/amounts.ts';
import type { ColumnMapping } from '../columns/columns.ts';
import { type Unreadable, unreadable } from '../file/decode.ts';
import { type Header, type Heading, headingOf } from '../headings/header.ts';

const PAYABLES_TITLE =
  /\bA\/?P\b|accounts? payable|\bpayables\b|\b(?:vendor|supplier) (?:aging|ageing|balance)|買掛金?(?:残高|年齢|一覧|明細|台帳|元帳)|支払予定(?:一覧|表)|未払金?(?:一覧|残高|明細)|仕入先(?:別|元帳)|\bvendor line items?\b|\b(?:aged|trade|sundry) creditors\b|\bpurchase (?:ledger|day book|journal)\b|\blender\s*:|kreditoren|fournisseurs|proveedores|应付|科目\s*[:：]?\s*\d*\s*(?:買掛|未払|支払手形|前受|仮受|預り|(?:短期|長期)?借入)/i;
/** Titles of bills that are to be paid, where no heading names who owes them. */
const BILLS_TITLE = /\b(?:unpaid|open|outstanding) bills\b|\bbills? (?:to pay|payable)\b|受[領取]請求書|請求書の?受領/i;
/** Titles of lists of what we owe to banks, holders of bills and customers who paid in advance; their parties may be customers. */
const LIABILITY_TITLE =
  /(?:支払手形|電子記録債務|(?:短期|長期)?借入金|リース債務|前受金|仮受金|預り(?:保証)?金|敷金)[^、。]{0,6}(?:一覧|明細|内訳|残高|台帳|記入帳|管理表|期日表|返済)/;
const OWN_CLAIMS = /売掛|債権|未収|請求|滞納/;
const RECEIVABLES_TITLE = /\bA\/?R\b|receivable|应收|売掛|売上|得意先|債権|未収/i;
const CREDITOR =
  /^(?:vendor|supplier|creditor|lender|送り元|送付元|仕入先|支払先|外注先|発注先|購入先|買掛先|債権者|借入先|受取人|名宛人)/i;

const CUSTOMER = /^(?:得意先|顧客|お客|クライアント|会員|患者|入居者|customer|client|bill ?to)/i;

/** Whether a title is that of a list of what we owe. */
export const isPayablesTitle = (text: string): boolean => PAYABLES_TITLE.test(text) && !RECEIVABLES_TITLE.test(text);

/** Whether a title is that of a list of receivables. */
export const isReceivablesTitle = (text: string): boolean =>
  RECEIVABLES_TITLE.test(text) && /一覧|明細|台帳|元帳|残高表|年齢表|管理表|list|aging|ageing|ledger/i.test(text);

/** Whether a heading names whom we owe. */
export const namesCreditor = (heading: string): boolean => CREDITOR.test(heading);

/** The title of a list of what we owe; undefined for other titles. `above` is the text above the headings, `titles` that with them. */
function payablesTitle(above: string, titles: string): string | undefined {
  const liability = OWN_CLAIMS.test(above) ? undefined : LIABILITY_TITLE.exec(above)?.[0];
  return liability ?? (isPayablesTitle(titles) ? PAYABLES_TITLE.exec(titles)?.[0] : undefined);
}

/**
 * The refusal of a list of what we owe; undefined for other lists. `above` is the text above the headings, `titles` that with them.
 */
export function payablesRefused(
  { above, titles }: { readonly above: string; readonly titles: string },
  { headings }: Header,
  mapping: ColumnMapping,
): Unreadable | undefined {
  const bills = mapping.names.length === 0 ? BILLS_TITLE.exec(above)?.[0] : undefined;
  // What a customer has not paid is 未払残高, too.
  const isOfCustomers = mapping.names.some(({ text }) => CUSTOMER.test(text));
  const title = payablesTitle(above, isOfCustomers ? above : titles) ?? bills;
  const creditor = headings.find(({ text }) => namesCreditor(text))?.text;
  const byHeading = creditor !== undefined && mapping.names.length === 0;
  if (title === undefined && !byHeading) return undefined;
  const word = title ?? creditor;
  return unreadable(
    'payables_list',
    `「${word}」とあり、買掛金・未払金（当方が支払うもの）の一覧と思われます。売掛金の一覧を送ってください。`,
    `"${word}": this seems to be a list of payables, which we owe ourselves. Send a list of receivables.`,
    { ja: '売掛金の残高一覧または年齢表', en: 'a list or an aging table of receivables' },
  );
}

const WITHDRAWN = /引き?出|支払い?金額|出金|withdraw|paid out|money out/i;
const DEPOSITED = /預け?入|預り金額|入金|deposit|paid in|money in/i;
const OFFERED = /見積|引合|quot(?:e|ation)|estimate|opportunit|probability|pipeline/i;
const ORDERED = /^(?:受注|注文|発注)(?:金|総)?(?:額|金額|高|残高?|残額)|\border (?:amount|total|value)\b/i;
const OF_GOODS = /^(?:商品|品番|品目|品名|製品|部品|材料|item|sku|product|part|material)/i;
const IN_STOCK = /在庫|棚卸|\binventory\b|\bstock\b|\bon hand\b|warehouse|倉庫/i;
const SUB_ACCOUNT = /^補助/;
const SALES_TITLE = /売上高?(?:実績|推移|集計|日報|月報|分析|予算)|\bsales (?:report|summary|by )/i;
const LEFT_OPEN = /残|未|open|outstanding|unpaid|balance/i;
const BILLED = /請求|売掛|売上高?|未収|未入金|債権|期日|(?<!有効)期限|invoice|due|receivable|outstanding|open/i;

/** The refusal of a list of something else than claims: a bank account, goods, estimates, orders; undefined for other lists. */
export function otherListRefused(
  above: string,
  { headings }: Header,
  mapping: ColumnMapping,
  rows: CellTable,
): Unreadable | undefined {
  const texts = headings.map(({ text }) => text);
  const find = (pattern: RegExp): string | undefined => texts.find((text) => pattern.test(text));
  const isOfDebtors =
    mapping.names.some(({ text }) => !SUB_ACCOUNT.test(text)) ||
    (mapping.names.length === 0 && mapping.fields.has('debtor_id'));
  const goods = find(OF_GOODS);
  const isOfGoods =
    mapping.names.length === 0 &&
    !['id', 'due_date', 'invoice_date', 'debtor_id'].some((one) => mapping.fields.has(one));
  if (
    goods !== undefined &&
    isOfGoods &&
    !OWN_CLAIMS.test(above) &&
    (IN_STOCK.test(above) || find(IN_STOCK) !== undefined)
  )
    return notClaims(goods, goods, '在庫・商品の一覧', 'a list of goods in stock');
  const [out, into] = [find(WITHDRAWN), find(DEPOSITED)];
  const isDated = mapping.fields.has('due_date') || mapping.fields.has('overdue_days') || mapping.buckets.length > 0;
  if (out !== undefined && into !== undefined && !isOfDebtors && !isDated)
    return notClaims(`${out}・${into}`, `${out}" and "${into}`, '預金の入出金明細', 'a statement of a bank account');
  const books = isDated ? undefined : (bankRefused(headings, rows) ?? journalRefused(headings, rows));
  if (books !== undefined) return books;
  // The name of a debtor says nothing about the list.
  const list = above.replace(/\b(?:customer|client|debtor|account|a\/c|to)\s*:.*$/i, '');
  const title = CLAIMS_TITLE.test(above) ? undefined : OTHER_TITLES.find(([pattern]) => pattern.test(list));
  if (title !== undefined && !(isDated && (isOfDebtors || title[0] !== FORECAST))) {
    const word = title[0].exec(list)?.[0] ?? '';
    return notClaims(word, word, title[1], title[2]);
  }
  const sales = OWN_CLAIMS.test(above) ? undefined : SALES_TITLE.exec(above)?.[0];
  if (sales !== undefined && !mapping.fields.has('due_date') && find(LEFT_OPEN) === undefined)
    return notClaims(sales, sales, '売上の集計', 'statistics of sales');
  const [debit, account] = [find(/^借方(?:勘定)?科目/), find(/^勘定科目/)];
  if (debit !== undefined && find(/^貸方(?:勘定)?科目/) !== undefined)
    return notClaims(debit, debit, '仕訳帳（取引の記録）', 'a journal of entries');
  if (account !== undefined && !isOfDebtors && !isDated && find(/^借方/) !== undefined && find(/^貸方/) !== undefined)
    return notClaims(account, account, '試算表（科目ごとの残高）', 'a trial balance');
  const receipts = mapping.amount === null && !isDated ? receiptsIn(headings, rows) : undefined;
  if (receipts !== undefined) return notClaims(receipts, receipts, '入金の一覧', 'a list of payments received');
  if (isDated || find(BILLED) !== undefined) return undefined;
  const [offered, ordered] = [find(OFFERED), find(ORDERED)];
  if (offered !== undefined)
    return notClaims(
      offered,
      offered,
      '見積の一覧（まだ債権ではないもの）',
      'a list of estimates, which are no claims yet',
    );
  if (ordered !== undefined)
    return notClaims(
      ordered,
      ordered,
      '受注の一覧（まだ債権ではないもの）',
      'a list of orders, which are no claims yet',
    );
  return undefined;
}

/** The heading of what was received, where a list has no other amounts. */
const receiptsIn = (headings: readonly Heading[], rows: CellTable): string | undefined =>
  headings.some(({ bucket }) => bucket !== undefined)
    ? undefined
    : headings.find((one) => one.meaning?.role === 'paid' && hasMoney(one, rows))?.text;

const FORECAST = /\bcash[- ]?flow\b|\bforecast\b|\bbudget (?:vs\.?|versus|report|summary|overview)\b/i;
const CLAIMS_TITLE =
  /receivable|\bA\/?R\b|ag(?:e)?ing|invoices|outstanding|overdue|debtor|collection|売掛|債権|未収|請求/i;
/** Titles of other lists in English, and what they are. */
const OTHER_TITLES: readonly (readonly [title: RegExp, ja: string, en: string])[] = [
  [FORECAST, '資金の予測・予算', 'a forecast or a budget'],
  [/\bgeneral (?:journal|ledger)\b|^journal\b/i, '仕訳帳（取引の記録）', 'a journal of entries'],
  [
    /\b(?:sales|purchase|open|customer) orders\b|\border backlog\b/i,
    '受注の一覧',
    'a list of orders, which are no claims yet',
  ],
  [/\bprice list\b|\brate card\b/i, '価格表', 'a list of prices'],
  [
    /\b(?:customer|unapplied|unearned) (?:deposits?|prepayments?|advances?|payments?|cash|revenue)\b|\bdeferred revenue\b/i,
    '前受金の一覧',
    'a list of what customers paid in advance',
  ],
  [
    /\bpayments? received\b|\breceipts (?:journal|list|register|report)\b/i,
    '入金の一覧',
    'a list of payments received',
  ],
  [
    /\bexpense (?:reports?|claims?)\b|\bpayroll (?:register|report|journal|summary)\b/i,
    '経費・給与の一覧',
    'a list of expenses',
  ],
];

const DEBIT = /^(?:debit|soll|débit|withdraw|paid ?out|money ?out|dr\b)/i;
const CREDIT = /^(?:credit(?! ?limit)|haben|crédit|deposit|paid ?in|money ?in|cr\b)/i;
const BANKING =
  /\b(?:check|cheque|ach|atm|iban|sort code|ifsc|swift|bic|direct debit|standing order|bacs|neft|rtgs|card purchase|payee|value date|checking|savings)\b/i;
const OF_INVOICES = /invoice|\binv\b|customer/i;
const BOOKS =
  /\b(?:cash|bank|accounts? (?:receivable|payable)|sales|revenue|income|expenses?|equity|capital|inventory|earnings|cost of|payroll|rent|liabilit|prepaid|gst|vat|tax)\b/i;
/** Lines in which the books are looked for. */
const BOOKS_LOOKED_AT = 2000;

/** Finds the first heading whose words fit a pattern. */
const headingLike =
  (headings: readonly Heading[]) =>
  (pattern: RegExp): Heading | undefined =>
    headings.find(({ text }) => pattern.test(text));

/**
 * The refusal of a bank statement, known by its arithmetic: the balance of a bank account rises by its credits, that of a debtor by its
 * debits. One column of signed amounts runs on in both, so that words of banks must stand beside it. Undefined for other lists.
 */
function bankRefused(headings: readonly Heading[], rows: CellTable): Unreadable | undefined {
  const find = headingLike(headings);
  const [debit, credit, balance, amount] = [find(DEBIT), find(CREDIT), find(/balance$/i), find(/^amount/i)];
  const isPair = debit !== undefined && credit !== undefined;
  if (balance === undefined || !(isPair || amount !== undefined)) return undefined;
  const lines = rows.slice(0, BOOKS_LOOKED_AT).filter((row) => /\d/.test(textOf(row[balance.index])));
  // What was there before the first line is not known, so that its own movement says nothing.
  const isRun = ([opening = [], ...after]: CellTable): boolean => {
    const opened = opening.map((cell, i) => (i === balance.index ? cell : ''));
    const runsOn = runningBalance([opened, ...after], balance.index);
    return isPair ? runsOn([credit.index], [debit.index]) : runsOn([amount?.index ?? -1], [undefined]);
  };
  if (!isRun(lines) && !isRun(lines.toReversed())) return undefined;
  const words = isPair ? [] : [...headings.map(({ text }) => text), ...lines.flat().map(textOf)];
  const isBank = words.some((text) => BANKING.test(text)) && !words.some((text) => OF_INVOICES.test(text));
  return isPair || isBank
    ? notClaims(balance.text, balance.text, '預金の入出金明細', 'a statement of a bank account')
    : undefined;
}

/** The refusal of a journal or a trial balance: several accounts of the books with as much debit as credit. Undefined for other lists. */
function journalRefused(headings: readonly Heading[], rows: CellTable): Unreadable | undefined {
  const find = headingLike(headings);
  const account = find(/^(?:g\/?l |ledger |nominal )?accounts?(?: name)?$|^(?:nominal|ledger|particulars)/i);
  const [debit, credit] = [find(DEBIT), find(CREDIT)];
  if (debit === undefined || credit === undefined || account === undefined) return undefined;
  const lines = rows.slice(0, BOOKS_LOOKED_AT).filter(isPlainLine);
  const sum = ({ index }: Heading): bigint => lines.reduce((all, row) => all + (wholeOf(row[index]) ?? 0n), 0n);
  const named = new Set(lines.map((row) => textOf(row[account.index])).filter((text) => BOOKS.test(text)));
  if (named.size < 2 || sum(debit) === 0n || sum(debit) !== sum(credit)) return undefined;
  return notClaims(account.text, account.text, '仕訳帳・試算表', 'a journal or a trial balance');
}

const MEASURES: ReadonlySet<string | undefined> = new Set(['balance', 'billed', 'paid']);
/** Lines in which measures are looked for. */
const MEASURES_LOOKED_AT = 500;

/** The refusal of a table that writes what was billed, paid and left of a debtor on lines of their own; undefined for other tables. */
export function measuresRefused({ headings }: Header, rows: CellTable): Unreadable | undefined {
  const found = headings.find(({ index, by, text }) => {
    if (by !== null || text === '') return false;
    const words = new Set(rows.slice(0, MEASURES_LOOKED_AT).map((row) => textOf(row[index])));
    words.delete('');
    if (words.size < 2 || words.size > 10) return false;
    // Paid and unpaid are states.
    if ([...words].some((word) => lineStatus(word, false) !== 'unknown')) return false;
    const roles = new Set([...words].map((word) => headingOf(word, 0, undefined).meaning?.role));
    return roles.size > 1 && roles.has('balance') && [...roles].every((role) => MEASURES.has(role));
  });
  return found === undefined
    ? undefined
    : unreadable(
        'measures_in_rows',
        `「${found.text}」の列により、請求額・入金額・残高などが別々の行にあります。残高だけを列にした表を送ってください。`,
        `By "${found.text}", what was billed, paid and left stands on lines of its own. Send a table with a column of balances.`,
        { ja: '1件1行の表', en: 'one line for each claim' },
      );
}

/** Companies that must stand both above the columns and before the lines of a matrix. */
const MATRIX_MIN = 2;

/**
 * The refusal of a table of companies against companies, as groups keep of what each owes the others: nothing says which of them is ours.
 * `texts` are the headings that no word explains, `rows` the lines below. Undefined for other tables.
 */
export function matrixRefused(texts: readonly string[], rows: CellTable): Unreadable | undefined {
  const above = new Set(texts.filter((text) => /\p{L}{2}|社/u.test(text)));
  if (above.size < MATRIX_MIN) return undefined;
  const both = rows
    .slice(0, 200)
    .map((row) => textOf(row[0]))
    .filter((text) => above.delete(text));
  return both.length < MATRIX_MIN || above.size > both.length
    ? undefined
    : unreadable(
        'matrix_of_companies',
        `「${both.slice(0, 3).join('」「')}」が行と列の両方にある表で、どの会社が当方で、どちらが債務者か分かりません。当方の債権だけを1件1行の表にしてください。`,
        `"${both.slice(0, 3).join('", "')}" stand both in the lines and in the columns; which of them is yours and which side owes is not known. Send your own claims, one on each line.`,
        { ja: '1件1行の表', en: 'one line for each claim' },
      );
}

const notClaims = (wordJa: string, wordEn: string, ja: string, en: string): Unreadable =>
  unreadable(
    'not_receivables',
    `「${wordJa}」とあり、${ja}と思われます。売掛金の一覧を送ってください。`,
    `By the words "${wordEn}" this seems to be ${en}. Send a list of receivables.`,
    { ja: '売掛金の残高一覧または年齢表', en: 'a list or an aging table of receivables' },
  );

/** The currency that the lines beside a table state; undefined where they state none. */
export const statedCurrency = (beside: CellTable): string | undefined =>
  beside.map(currencyOfLine).find((one) => one !== undefined);

/** Whether headings are in a language of countries without yen, and none names a currency. */
export function isFromAbroad({ headings }: Header, { fields }: ColumnMapping): boolean {
  const words = headings.map(({ text }) => text).join(' ');
  const isForeign = /[应发币额总账单户]|[äöüéèñíó]|\b(?:kunde|betrag|saldo|importe|soll|cliente)\b/i.test(words);
  return isForeign && !fields.has('currency') && currencyOfHeading(words) === undefined;
}

/**
 * The refusal of a table whose amounts have cents where nothing says that they are yen; undefined for other tables. In a list from abroad
 * that names no currency, cents of zero are cents, too.
 */
export function centsRefused(
  rows: CellTable,
  mapping: ColumnMapping,
  {
    unit,
    currency,
    isAbroad,
  }: { readonly unit: number; readonly currency: string | undefined; readonly isAbroad: boolean },
): Unreadable | undefined {
  if (unit !== 1 || currency === 'JPY') return undefined;
  const headings = [
    ...(mapping.amount === null ? [] : [mapping.amount.amount]),
    ...mapping.buckets.map(({ heading }) => heading),
  ];
  const own = mapping.fields.get('currency');
  let [figures, fractions, yen] = [0, 0, false];
  for (const heading of headings) {
    const style: AmountStyle = amountStyle(rows, heading, unit, []);
    if (style.unit !== 1 || currencyOfHeading(heading.text) !== undefined) continue;
    for (const row of rows) {
      const cell = row[heading.index];
      if (!/\d/.test(textOf(cell))) continue;
      figures++;
      if (hasFraction(cell, style.style) || (isAbroad && /\d[.,]\d{2}\D*$/.test(textOf(cell)))) fractions++;
      yen ||= currencyOfCell(cell) === 'JPY' || (own !== undefined && /^(?:jpy|円)/i.test(textOf(row[own.index])));
    }
  }
  if (yen || fractions === 0 || fractions * 3 < figures) return undefined;
  return unreadable(
    'amounts_with_decimals',
    `金額${figures}件のうち${fractions}件に小数があり、円の表とは思われません。円の表なら円未満を消すか unit=yen を、千円の表なら題名に書くか unit=thousand を付けてください。`,
    `${fractions} of ${figures} amounts have decimals, so that this seems to be no table in yen. If it is one, write whole yen or thousands of yen in its title, or say unit=yen or unit=thousand.`,
    { ja: '円の整数の金額', en: 'whole amounts in yen' },
  );
}
