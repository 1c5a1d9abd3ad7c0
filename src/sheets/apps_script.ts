// Google Apps Script: a custom function that sends a range with its headings in one request, and one for a single value. Its limits follow
// Google's quotas: 30 seconds a call, 250 characters a key, 100 KB a cached value, 2 KB an address.

import type { Lang } from '../values/text.ts';

/** The script, with @ORIGIN@ where the address of the service goes and @LANG@ where its language goes. */
const APPS_SCRIPT = String.raw`/**
 * kaishu: 未回収債権の回収手段を比べます。 / Compares the ways of recovering unpaid receivables.
 * 拡張機能 > Apps Script に貼り付けて保存すると、次の関数が使えます。
 * Paste into Extensions > Apps Script and save; these functions are then available:
 *   =KAISHU(A1:H500)
 *   =KAISHU(A1:H500, "best_label,best_net,why", J1)
 *   =KAISHU_CELL("best_label", B2, C2)
 *   =KAISHU_CELL("net.sell", B2, C2, L1:M5)
 */

const KAISHU_API = '@ORIGIN@';
/** 答えの言語 ja または en / language of the answer. */
const KAISHU_LANG = '@LANG@';
/** 日付セルを読むタイムゾーン。ファイル > 設定 と合わせます。 / Zone of the spreadsheet, in which its days are read. */
const KAISHU_ZONE = 'Asia/Tokyo';
const KAISHU_OUT = 'best_label,best_net,margin';
/** Rows of one request, within which the invoices of a debtor are decided together, and of one call, whose requests run side by side. */
const KAISHU_ROWS_A_REQUEST = 5000;
const KAISHU_ROWS_A_CALL = 20000;
const KAISHU_BODY_MAX = 7500000;
const KAISHU_URL_MAX = 2000;
/** A kept value has less than 100 KB, and a character at most 3 bytes; longer answers are kept in parts. */
const KAISHU_PART = 30000;
const KAISHU_PARTS_MAX = 20;
const KAISHU_KEPT_SECONDS = 21600;

/**
 * 見出し行つきの範囲を1回の通信で評価し、行ごとの推奨と期待額を返します。
 * Values a range with headings in one request: a line of answers for each line.
 *
 * @param {A1:H500} table 見出し行を含む範囲（金額と、支払期日か滞留日数） / range with its line of headings.
 * @param {"best_label,best_net,margin"} outs 出す値の名前。省略できます。 / names of the values wanted; may be left out.
 * @param {J1} refresh このセルを書き換えると取り直します。省略できます。 / asked again when this cell changes; may be left out.
 * @return 1行目は見出し、以下は明細と同じ順の答え。
 * @customfunction
 */
function KAISHU(table, outs, refresh) {
  if (!Array.isArray(table) || table.length < 2) {
    throw new Error('見出し行と1行以上の明細を含む範囲を指定してください。 / Give a range with headings and at least one line.');
  }
  const rows = table.map(function (row) { return row.map(kaishuPlain_); });
  while (rows.length > 1 && kaishuIsBlank_(rows[rows.length - 1])) rows.pop();
  const head = rows.shift();
  if (rows.length > KAISHU_ROWS_A_CALL) {
    throw new Error(rows.length + '行は多すぎます。' + KAISHU_ROWS_A_CALL + '行までに分けてください。 / Too many lines for one call.');
  }
  const out = kaishuNames_(outs) || KAISHU_OUT;
  const requests = [];
  for (let from = 0; from < Math.max(rows.length, 1); from += KAISHU_ROWS_A_REQUEST) {
    requests.push(kaishuRequest_({
      lang: KAISHU_LANG, header: KAISHU_LANG, out: out, map: 'auto',
      table: [head].concat(rows.slice(from, from + KAISHU_ROWS_A_REQUEST)),
    }));
  }
  return kaishuKept_(JSON.stringify([refresh, requests]), function () {
    const tables = UrlFetchApp.fetchAll(requests).map(function (response) { return kaishuAnswer_(response).table; });
    return tables.reduce(function (all, part) { return all.concat(part.slice(1)); }, [tables[0][0]]);
  });
}

/**
 * 1件の債権について、値をひとつ返します。
 * One value of one receivable.
 *
 * @param {"best_label"} field 値の名前 / name of the value.
 * @param {B2} amount 債権額 / amount.
 * @param {C2} overdueDays 滞留日数 / days overdue.
 * @param {L1:M5} options 項目名と値の2列。省略できます。 / two columns, names and values; may be left out.
 * @return 値。
 * @customfunction
 */
function KAISHU_CELL(field, amount, overdueDays, options) {
  const facts = [['amount', amount], ['overdue_days', overdueDays]].concat(Array.isArray(options) ? options : []);
  const query = facts
    .map(function (fact) { return [String(fact[0]).trim(), kaishuPlain_(fact[1])]; })
    .filter(function (fact) { return fact[0] !== '' && fact[1] !== ''; })
    .concat([['lang', KAISHU_LANG], ['strict', '1'], ['field', field]])
    .map(function (fact) { return encodeURIComponent(fact[0]) + '=' + encodeURIComponent(String(fact[1])); })
    .join('&');
  const url = KAISHU_API + '/v1/cell?' + query;
  if (url.length > KAISHU_URL_MAX) throw new Error('項目が多すぎます。 / Too many facts for one cell.');
  const value = kaishuKept_(url, function () {
    const response = UrlFetchApp.fetch(url, { muteHttpExceptions: true });
    return response.getResponseCode() === 200 ? response.getContentText() : kaishuAnswer_(response);
  });
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** A cell as JSON holds it: a day as 2026-03-31, an empty cell as an empty text. */
function kaishuPlain_(value) {
  if (value === null || value === undefined) return '';
  return Object.prototype.toString.call(value) === '[object Date]'
    ? Utilities.formatDate(value, KAISHU_ZONE, 'yyyy-MM-dd')
    : value;
}

function kaishuIsBlank_(row) {
  return row.every(function (value) { return value === ''; });
}

/** Names given as one text or as a range. */
function kaishuNames_(outs) {
  return [].concat.apply([], Array.isArray(outs) ? outs : [outs])
    .filter(function (name) { return name !== undefined && name !== null && String(name).trim() !== ''; })
    .join(',');
}

function kaishuRequest_(body) {
  const payload = JSON.stringify(body);
  if (payload.length > KAISHU_BODY_MAX) throw new Error('範囲が大きすぎます。列を減らしてください。 / The range is too large.');
  return {
    url: KAISHU_API + '/v1/portfolio', method: 'post', contentType: 'application/json',
    payload: payload, muteHttpExceptions: true,
  };
}

/** The answer, or an error that says what to correct. */
function kaishuAnswer_(response) {
  const status = response.getResponseCode();
  let answer = null;
  try {
    answer = JSON.parse(response.getContentText());
  } catch (_error) {
    answer = null;
  }
  if (status === 200 && answer !== null) return answer;
  if (answer === null) throw new Error('サービスが答えません (HTTP ' + status + ')。 / The service does not answer.');
  const details = (answer.errors || []).map(function (error) { return error.detail; });
  throw new Error([answer.title + ':'].concat(details.length > 0 ? details : [answer.detail]).join(' '));
}

/** What the cache holds for a question of this day; asked and kept when it holds nothing. */
function kaishuKept_(question, ask) {
  const cache = CacheService.getDocumentCache();
  const today = Utilities.formatDate(new Date(), KAISHU_ZONE, 'yyyy-MM-dd');
  const digest = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, today + question, Utilities.Charset.UTF_8);
  const key = 'kaishu.' + Utilities.base64Encode(digest);
  if (cache !== null) {
    const count = Number(cache.get(key));
    const names = kaishuPartNames_(key, count);
    const parts = count > 0 ? cache.getAll(names) : {};
    if (count > 0 && names.every(function (name) { return typeof parts[name] === 'string'; })) {
      return JSON.parse(names.map(function (name) { return parts[name]; }).join(''));
    }
  }
  const answer = ask();
  const text = JSON.stringify(answer);
  const count = Math.ceil(text.length / KAISHU_PART);
  if (cache !== null && count <= KAISHU_PARTS_MAX) {
    const parts = {};
    kaishuPartNames_(key, count).forEach(function (name, i) {
      parts[name] = text.slice(i * KAISHU_PART, (i + 1) * KAISHU_PART);
    });
    cache.putAll(parts, KAISHU_KEPT_SECONDS);
    cache.put(key, String(count), KAISHU_KEPT_SECONDS);
  }
  return answer;
}

function kaishuPartNames_(key, count) {
  const names = [];
  for (let i = 0; i < count; i++) names.push(key + '.' + i);
  return names;
}
`;

/** The script with the address of the service filled in, which answers in the language of the page that it is copied from. */
export const appsScript = (origin: string, lang: Lang): string =>
  APPS_SCRIPT.replace('@ORIGIN@', origin).replace('@LANG@', lang);

/** The manifest of the script: it asks a user to allow requests to this service and nothing else. */
export const appsScriptManifest = (origin: string): string =>
  `${JSON.stringify(
    {
      timeZone: 'Asia/Tokyo',
      runtimeVersion: 'V8',
      exceptionLogging: 'NONE',
      oauthScopes: ['https://www.googleapis.com/auth/script.external_request'],
      urlFetchWhitelist: [`${origin}/`],
    },
    null,
    2,
  )}\n`;
