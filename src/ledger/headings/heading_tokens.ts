// English headings as their tokens: short forms written out, brackets and marks left out.

const SHORT_FORMS: Readonly<Record<string, string>> = {
  inv: 'invoice',
  invoices: 'invoice',
  invoiced: 'billed',
  no: 'number',
  num: 'number',
  nr: 'number',
  nbr: 'number',
  cust: 'customer',
  customers: 'customer',
  amt: 'amount',
  amounts: 'amount',
  bal: 'balance',
  balances: 'balance',
  doc: 'document',
  trx: 'transaction',
  txn: 'transaction',
  trans: 'transaction',
  tran: 'transaction',
  acct: 'account',
  acc: 'account',
  dt: 'date',
  os: 'outstanding',
  ref: 'reference',
  pmt: 'payment',
  pymt: 'payment',
  rcvd: 'received',
  recd: 'received',
  orig: 'original',
  tot: 'total',
  totals: 'total',
  cd: 'code',
  nm: 'name',
  ident: 'id',
  identifier: 'id',
  billing: 'bill',
  yen: 'jpy',
  od: 'overdue',
  prev: 'previous',
  pd: 'paid',
  ccy: 'currency',
  loc: 'local',
  cur: 'currency',
  curr: 'currency',
  recv: 'receivable',
  rem: 'remaining',
  vchr: 'voucher',
  cmpy: 'company',
  co: 'company',
  clrng: 'clearing',
  clrg: 'clearing',
  inc: 'incl',
  exc: 'excl',
};

/** Tokens that say nothing about what a heading means. */
export const IGNORED = new Set([
  '000',
  'mn',
  'thousand',
  'thousands',
  'million',
  'millions',
  'the',
  'of',
  'a',
  'jpy',
  'ar',
  'in',
  'for',
  'and',
  'is',
  'by',
  'all',
]);

const PIECE =
  '(?:cust(?:omer)?|inv(?:oice)?|doc|due|bal(?:ance)?|amt|amount|nbr|num|no|name|nm|date|dt|paid|pd|open|orig|tot(?:al)?|id|cd|code|acct|days|gross|net)';
const RUN_TOGETHER = new RegExp(`^${PIECE}{2,4}$`);

/** The short words that a heading such as CUSTNO or BALAMT runs together; a token of another kind stays as it is. */
const piecesOf = (token: string): readonly string[] =>
  RUN_TOGETHER.test(token) ? (token.match(new RegExp(PIECE, 'g')) ?? [token]) : [token];

/** A heading with spaces between the words that camelCase and snake_case run together. */
export const spacedOf = (text: string): string =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replaceAll('_', ' ');

/** The tokens of an English heading in lower case, short forms written out. */
export function tokensOf(text: string): string[] {
  const plain = text
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/\b[aA]\/[cC]\b/g, 'account')
    .replace(/\b[oO]\/[sS]\b/g, 'outstanding')
    .replace(/\b[bB]\/?[fF]\b/g, 'forward')
    .replace(/['’][sS]\b|\bto[ _-]date\b/gi, '')
    .replace(/\brec['’]d\b/gi, 'received')
    .replace(/(?<=\b\d)(?:st|nd|rd|th)\b/gi, '')
    // What is not paid, or yet to be paid, is open.
    .replace(/\b(?:not|non|(?:yet )?to be)[ _-]?(?:yet[ _-])?(?:paid|settled|received|collected|cleared)\b/gi, 'open')
    .replace(/(?<![a-z])(?:in[ _])?(?:minor(?:[ _]units?)?|cents)(?![a-z])/gi, ' ')
    .replace(/#/g, ' number ')
    .replace(/[([]((?:prev|prior|last)\b[^)\]]*)[)\]]/gi, ' $1 ')
    .replace(/[([{][^)\]}]*[)\]}]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase();
  return plain
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== '')
    .flatMap(piecesOf)
    .map((token) => (Object.hasOwn(SHORT_FORMS, token) ? (SHORT_FORMS[token] ?? token) : token));
}
