// In which currency the amounts of a ledger are written: by the headings, title lines and marks in cells. kaishu values yen; what is in
// another currency must never be taken for yen.

import { textOf } from './figures.ts';

/** ISO codes that occur in headings and cells; those that are also everyday words in capitals are left out. */
const CURRENCY_CODES =
  'JPY USD EUR GBP CNY CNH RMB KRW TWD NTD HKD SGD THB AUD NZD CAD CHF SEK NOK DKK PLN CZK HUF RON ILS TRY ZAR INR IDR MYR PHP VND BRL MXN AED SAR QAR KWD BHD EGP NGN KES PKR BDT LKR MMK KHR LAK MNT RUB UAH CLP COP ARS PEN MAD GHS UGX TZS XOF XAF BTC';
const CODE = new RegExp(`(?<![A-Za-z])(${CURRENCY_CODES.replaceAll(' ', '|')})(?![A-Za-z])`);

/** Names and signs of currencies with their codes; `$` may be one of many and stays as it is. */
const NAMES: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/米ドル|us\s?\$|u\.s\. dollars?|us dollars?/i, 'USD'],
  [/香港ドル|hk\s?\$/i, 'HKD'],
  [/台湾ドル|nt\s?\$/i, 'TWD'],
  [/豪ドル|au?\s?\$/i, 'AUD'],
  [/カナダドル|ca?\s?\$/i, 'CAD'],
  [/シンガポールドル|s\s?\$/i, 'SGD'],
  [/ユーロ|€|\beuros?\b/i, 'EUR'],
  [/ポンド|£|\bpounds?( sterling)?\b/i, 'GBP'],
  [/人民[元币]|[(]千?万?元[)]|^[百千万]*元$|\brenminbi\b|\byuan\b/i, 'CNY'],
  [/ウォン|₩/, 'KRW'],
  [/バーツ|฿/, 'THB'],
  [/ルピー|₹/, 'INR'],
  [/₪/, 'ILS'],
  [/₫/, 'VND'],
  [/スイスフラン/, 'CHF'],
  [/[$＄]|\bdollars?\b|ドル/i, '$'],
  [/円|日[元币]|[¥￥]|\byen\b/i, 'JPY'],
];

/** The currency that a text names; undefined where it names none. */
export function currencyIn(text: string): string | undefined {
  const plain = text.slice(0, 300).normalize('NFKC');
  return CODE.exec(plain)?.[1] ?? NAMES.find(([pattern]) => pattern.test(plain))?.[1];
}

/** The currency of a cell in a column of currencies, as Japanese Yen - JPY has it; the text itself where it names none, or several. */
export function currencyNamed(text: string): string {
  const plain = text.slice(0, 60).normalize('NFKC');
  if (/^(?:円|日本円|¥|(?:japanese )?yen)$/i.test(plain)) return 'JPY';
  if (/^[a-z]{3}$/i.test(plain)) return plain.toUpperCase();
  const codes = new Set(plain.match(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g));
  const [only = ''] = codes;
  return codes.size === 1 && CODE.test(only) ? only : plain;
}

/** Codes that are names and abbreviations of much else: they name a currency only alone in brackets, or behind the word of an amount. */
const RARE_CODES =
  'AFN AMD ANG AOA AWG AZN BAM BBD BGN BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CRC CUP CVE DJF DOP DZD ERN ETB FJD FKP GEL GIP GMD GNF GTQ GYD HNL HTG IQD IRR ISK JMD JOD KGS KMF KYD KZT LBP LRD LSL LYD MDL MGA MKD MRU MUR MVR MWK MZN NAD NIO NPR OMR PAB PGK PYG RSD RWF SBD SCR SDG SHP SLE SOS SRD SSP STN SYP SZL TJS TMT TND TTD UYU UZS VES VUV WST XCD XPF YER ZMW ZWL';
/** Short forms of currencies, which mean something else without an amount beside them. */
const SHORT_NAMES: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/^k\.?sh\.?s?\.?$/i, 'KES'],
  [/^t\.?sh\.?s?\.?$/i, 'TZS'],
  [/^u\.?sh\.?s?\.?$/i, 'UGX'],
  [/^rs\.?$|^rupees?$/i, 'INR'],
  [/^rp\.?$|^rupiah$|^ルピア$/i, 'IDR'],
  [/^rm$|^ringgit$|^リンギット?$/i, 'MYR'],
  [/^r\$$|^reai?s$|^レアル$/i, 'BRL'],
  [/^dhs?\.?$|^dirhams?$|^ディルハム$/i, 'AED'],
  [/^tk\.?$|^taka$|^৳$/i, 'BDT'],
  [/^₦$|^naira$/i, 'NGN'],
  [/^₱$|^pesos?$|^ペソ$/i, 'PHP'],
  [/^kr\.?$|^クロー[ナネ]$/i, 'SEK'],
  [/^zł$|^zloty$/i, 'PLN'],
  [/^₽$|^rubles?$|^ルーブル$/i, 'RUB'],
  [/^₺$|^tl$|^リラ$/i, 'TRY'],
  [/^birr$/i, 'ETB'],
  [/^(?:ベトナム)?ドン$|^dong$/i, 'VND'],
  [/^baht$/i, 'THB'],
];
const RARE = new RegExp(
  `[([]\\s*(${RARE_CODES.replaceAll(' ', '|')})\\s*[)\\]]|(?:amount|balance|total|due|outstanding)[ _](${RARE_CODES.replaceAll(' ', '|')})$`,
  'i',
);

/** The currency that a text alone names by a short form, such as Rs. or ドン. */
const shortNamed = (text: string): string | undefined => SHORT_NAMES.find(([pattern]) => pattern.test(text))?.[1];

/** Heading words in which 円 or ドル is no currency are rare; only signs, codes and bracketed names count, and words at an end. */
export function currencyOfHeading(heading: string): string | undefined {
  const found = currencyIn(heading.replaceAll('_', ' '));
  // Nearly every heading ends otherwise.
  if (found !== undefined || !/[)\]）】]|[A-Za-z]{3}$/.test(heading)) return found;
  const plain = heading.slice(0, 200).normalize('NFKC');
  const [, bracketed, behind] = RARE.exec(plain) ?? [];
  const inside = /[([【]\s*(?:in )?([^()[\]【】]{1,12}?)\s*[)\]】]/.exec(plain)?.[1];
  return (bracketed ?? behind)?.toUpperCase() ?? (inside === undefined ? undefined : shortNamed(inside));
}

const STATED: readonly RegExp[] = [
  /(?:currency|通貨|币种|币别|währung|devise|moneda)\s*(?:code)?\s*[:：=]?\s*(.{1,20})/i,
  /[単单]位\s*[:：=]?\s*[([（]?\s*(\S{1,12})/,
  /\b(?:amounts?|figures|values|stated|expressed|reported|all)\b.{0,30}?\bin\s+((?:(?:thousands?|millions?) of )?\S{1,12}(?: \S{1,8})?)/i,
  /^[([（【]\s*(.{1,12})\s*[)\]）】]$/,
  // Some of the claims may be in another currency; only what is said of all amounts counts.
  /^(?!.*(?:一部|うち|除|以外|場合|行は|印)).*?(?:金額|残高|数[字値]|表)(?:は|の表示は|：|:)\s*(?:すべて|全て|全部)?\s*(\S{1,12})/,
  /^(?!.*(?:一部|うち|除|以外|場合|行は|印))[※*＊注\s:：]*(\S{1,12}?)(?:建て?|表示|単位)(?:です|とする|。|$)/,
];

/** The currency that a line beside the table states, as Currency: USD, 単位：千米ドル or (USD); undefined without one. */
export function currencyOfLine(cells: readonly unknown[]): string | undefined {
  const text = cells.map(textOf).filter(Boolean).join(' ').slice(0, 300).normalize('NFKC').replaceAll(/\s+/g, ' ');
  for (const pattern of STATED) {
    const stated = pattern.exec(text)?.[1];
    const found = stated === undefined ? undefined : currencyIn(stated);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The currency that a line above a table states, at its end too: Aged debtors (GBP), Receivables in USD; undefined without one. */
export function currencyOfTitle(cells: readonly unknown[]): string | undefined {
  const text = cells.map(textOf).filter(Boolean).join(' ').slice(0, 300).normalize('NFKC').trim();
  const end = /(?:[([]([^)\]]{1,25})[)\]]|(?:\bin|[-–:,])\s+(\S{2,12}(?: (?:thousands?|millions?))?))$/.exec(text);
  return currencyOfLine(cells) ?? (end === null ? undefined : currencyIn(end[1] ?? end[2] ?? ''));
}

/** The currency that is written beside the figure of a cell; undefined without one. */
export function currencyOfCell(cell: unknown): string | undefined {
  if (typeof cell !== 'string' || cell.length > 60 || !/\d/.test(cell) || !/[^\d\s.,()+▲△-]/.test(cell))
    return undefined;
  const rest = cell.normalize('NFKC').replace(/[\d\s.,()+▲△'-]/g, '');
  if (rest === '' || /[年月日%]/.test(rest)) return undefined;
  return currencyIn(rest.toUpperCase()) ?? shortNamed(rest);
}

/**
 * The foreign currency of a column in which its first figure or a total is marked and none is yen: people mark no others. `totals` are the
 * cells of lines of totals.
 */
export function currencyOfColumn(cells: readonly unknown[], totals: readonly unknown[]): string | undefined {
  const first = cells.find((cell) => /\d/.test(textOf(cell)));
  const marked = [first, ...totals].map(currencyOfCell).find((one) => one !== undefined);
  return isYen(marked) || cells.some((cell) => currencyOfCell(cell) === 'JPY') ? undefined : marked;
}

/** Whether a currency is that of the claims. */
export const isYen = (currency: string | undefined): boolean => currency === undefined || currency === 'JPY';

/** The currency that a line among the others names for those below it, as USD, 通貨：USD or 米ドル建 do; undefined for other lines. */
export function currencyOfGroup(cells: readonly unknown[]): string | undefined {
  const filled = cells.map(textOf).filter((text) => text !== '');
  if (filled.length === 0 || filled.length > 2) return undefined;
  const text = filled.join(' ').slice(0, 60).normalize('NFKC');
  if (/\d/.test(text)) return undefined;
  const found = currencyOfLine([text]) ?? currencyIn(text);
  const rest = [CODE, ...NAMES.map(([pattern]) => pattern)]
    .reduce((left, pattern) => left.replace(pattern, ''), text)
    .replace(
      /通貨|外貨|円貨|貨|建て?|分|債権|売掛金?|請求|明細|一覧表?|残高表?|currency|invoices?|items?|balances?|accounts?|receivables?|open|customers?|list|a\/?r|age?ing|sheet|[\s():：.・【】[\]<>〈〉■●-]/gi,
      '',
    );
  return found !== undefined && rest === '' ? found : undefined;
}

/** The foreign currency in brackets at the end of the name of a group or a debtor, as in Acme (USD); undefined without one. */
export function currencyBehind(name: string): string | undefined {
  // Nearly every name ends otherwise.
  if (!/[)）\]】]\s*$/.test(name)) return undefined;
  const inside = /[(（[【]\s*([^()（）[\]【】]{1,10})\s*[)）\]】]$/.exec(name.slice(0, 100).trim())?.[1];
  const found = inside === undefined ? undefined : currencyOfGroup([inside]);
  return isYen(found) ? undefined : found;
}
