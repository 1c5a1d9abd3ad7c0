// Finds remarks that say something against a claim, such as 入金済, 取消 or "paid 8/5", or about its debtor, such as 電話不通. A remark is
// free text and settles nothing by itself: the line is read as it stands, and what its remark says is told to the caller.

import { textOf } from '../cells/figures.ts';
import { wholeOf } from '../cells/profile.ts';
import { type LedgerNote, type LedgerRow, note } from '../found.ts';
import type { Heading } from '../headings/header.ts';
import type { LineCells } from '../table/line_states.ts';
import { factIn } from './remark_facts.ts';

/** Headings of free text. */
const REMARKS = /備考|摘要|メモ|コメント|注記|特記|remark|memo|\bnotes?\b|comment|narration/i;

const SETTLED =
  /(?<!未)(?:入金|支払い?|振込|回収|決済|完済|消込|相殺|精算)(?:済|確認済|完了)|完済|(?<!未)取立済|着金(?!待|予定|な)|(?:ドル|ユーロ|外貨)建|合算|(?:前[月回期]|先月|繰越|未[払収])[^、。]{0,6}(?:含|込み?$)|取消|取り消し|キャンセル|無効|誤請求|二重請求|重複|再発行|(?:請求書?|金額)の?訂正|訂正(?:版|分|請求|済)|(?:の|^|[-\d] ?)訂正$|改訂版?|修正版|旧版|赤黒|差し?替え?|全額(?:入金|回収|振込|支払|受領|領収)|(?<!一部|部分)(?:入金|振込|回収|受領|領収)(?:あり|有り|を?確認|がありました|されました|しました)|\d(?:万?円)?を?(?:入金|振込|回収|受領|領収|内金)(?!予定|待|期|の?(?:約束|見込))|(?:支払|返済|期限の?)猶予|相殺(?:予定|合意|希望)|返金|返品|値引|貸倒(?!引当|れ?懸念)|償却済|債権放棄|免除|時効|裏書|^割引|譲渡(?:済|先)|債権譲渡|ファクタリング/;
const SETTLED_ENGLISH =
  /\b(?:paid|settled|cancel(?:l?ed)?|void(?:ed)?|written[ -]off|duplicate|reissued?|superseded|replaced|refunded|credited|time[- ]barred|(?<!\bnot )in (?:usd|eur|us dollars|dollars|euros?)|incl(?:\.|udes|uding)? (?:the )?(?:previous|prior|past|last)|consolidat\w*|(?:payment|wire|che(?:que|ck)|funds|money|transfer|cash) (?:was |has been )?(?:received|came in|arrived|cleared)|received (?:payment|wire|che(?:que|ck)|funds|¥?(?:\d{1,3}(?:,\d{3})+|\d{4,}))|(?:sold|assigned) to|factored|off-?set|forbearance)\b/i;
const DENIED =
  /\b(?:no|not|never|un|to be|yet|when|until|if)\b[ -]?(?:\w+ )?(?:paid|settled|cancel|credited|refunded|received|payment|wire|che(?:que|ck)|funds)/i;

/** A remark that begins as that of a receipt does, in a list that writes receipts among its claims without a sign. */
const RECEIPT =
  /^[ごお御]?(?:入金|振込|回収|返金|領収)(?!待|予定|先|手数料|遅|な|無|不足|督促|依頼|期|口座|日|は)|^(?:(?:customer|cash|bank) )?(?:receipt|payment)s?\b(?! (?:terms?|due|reminder|pending|overdue|plan|expected|by|promised))/i;

/** Headings of what was sold, in which the remarks of a credit begin with its word. */
const DESCRIBED = /description|particulars|details|件名|品名|内容|明細/i;
const CREDITED =
  /^(?:credit(?:ed)? (?:for|note|memo)|refund of|refunded|goods returned|return of|返品|返金|値引き?|赤伝|相殺|貸倒)(?!料|書|率)/i;

/** What stands behind the name of a debtor in brackets or after a dash. */
const BEHIND_NAME = /[(（【[〔]([^)）】\]〕]{2,})[)）】\]〕]|\s[-–—]\s(.+)$/;

/** Whether words beside a claim or behind a name say that it is paid, cancelled or the like. */
const saysSettled = (said: string): boolean => SETTLED.test(said) || SETTLED_ENGLISH.test(said);

/** Where a remark stands. */
interface RemarkPlace {
  readonly ja: string;
  readonly en: string;
}

/** Whether a remark may say that less is owed, or nothing. */
const isAgainst = (remark: string): boolean =>
  CREDITED.test(remark) ||
  SETTLED.test(remark) ||
  RECEIPT.test(remark) ||
  (SETTLED_ENGLISH.test(remark) && !DENIED.test(remark));

const against = ({ ja, en }: RemarkPlace, said: string, line: number): LedgerNote =>
  note(
    'remark_against_claim',
    `${ja}に「${said}」とあります。読み取りには使っていません。債権の有無と金額を確かめてください。`,
    `${en} says "${said}". It is not used; check the claim and its amount.`,
    line,
  );

/** A fact in a remark, with the column in which it would be used. */
function factNotes({ ja, en }: RemarkPlace, remark: string, line: number): LedgerNote[] {
  const fact = factIn(remark);
  if (fact === undefined) return [];
  const { column, word } = fact;
  const said = remark.slice(0, 40);
  return [
    note(
      'remark_to_enter',
      `${ja}に「${said}」とあります。判断には使っていません。「${column.ja}」の列に「${word.ja}」と書けば使います。`,
      `${en} says "${said}". It is not used; it is if a column "${column.en}" says ${word.en}.`,
      line,
    ),
  ];
}

/** What the cell of a debtor's name says beside the name, as Acme (PAID 11/20) does. */
export function remarksInName(cells: LineCells, names: readonly number[], line: number): LedgerNote[] {
  const place = { ja: '相手方', en: 'The debtor' };
  for (const index of names) {
    const [, bracketed, dashed] = BEHIND_NAME.exec(textOf(cells[index]).slice(0, 200)) ?? [];
    const said = bracketed ?? dashed;
    if (said === undefined) continue;
    if (saysSettled(said)) return [against(place, said, line)];
    const facts = factNotes(place, said, line);
    if (facts.length > 0) return facts;
  }
  return [];
}

/** The columns of free text among headings. */
export const remarkColumns = (headings: readonly Heading[]): readonly Heading[] =>
  headings.filter(({ text, field }) => field === undefined && (REMARKS.test(text) || DESCRIBED.test(text)));

/** What the remarks of a line say against its claim or about its debtor: the first that says anything. */
export function remarkNotes(cells: LineCells, columns: readonly Heading[], line: number): LedgerNote[] {
  for (const { index, text } of columns) {
    const remark = textOf(cells[index]).slice(0, 300).normalize('NFKC');
    const isFree = REMARKS.test(text);
    if (!isFree && !CREDITED.test(remark) && !RECEIPT.test(remark)) continue;
    const place = { ja: `「${text}」`, en: `"${text}"` };
    const told = [
      ...(isAgainst(remark) || (isFree && saysRest(remark, cells)) ? [against(place, remark.slice(0, 40), line)] : []),
      ...(isFree ? factNotes(place, remark, line) : []),
    ];
    if (told.length > 0) return told;
  }
  return [];
}

/** What is left of a claim, as 残5万 and bal 50,000 say. */
const REST =
  /(?:残(?:り|金|額|高)?(?:は|あと)?|\b(?:bal(?:ance)?|remaining|remainder|still ow(?:es|ed|ing)))[\s:：]*[¥￥]?(\d[\d,]*)\s?([万千]?)(?![\d.]|\s?(?:回|日|[ヶか]?月|年|個|枚|件|%|\/|days?|months?|instal))/i;

/** Whether a remark states what is left of a claim, and no cell of the line does. */
function saysRest(remark: string, cells: LineCells): boolean {
  const [, digits, unit] = REST.exec(remark) ?? [];
  if (digits === undefined) return false;
  const rest = BigInt(digits.replaceAll(',', '')) * (unit === '万' ? 10_000n : unit === '千' ? 1000n : 1n);
  return rest > 0n && !cells.some((cell) => textOf(cell) !== '' && wholeOf(cell) === rest);
}

const TOLD_BELOW =
  /(?<!未)入金|支払|振込|回収|小切手|相殺|返金|返品|値引|取消|係争|\b(?:paid|pays?|payment|received|cheque|check|disput|promise|refund|cancel)/i;

/**
 * What a line alone says about the claim right above, as in ※11/20全額入金済, as a note on that claim; undefined where it says nothing of the
 * kind, or is rather the title of what stands below. `above` are the cells of the claim, `line` is its line.
 */
export function noteBelow(row: LineCells, above: LineCells, line: number): LedgerNote | undefined {
  const at = row.findIndex((cell) => textOf(cell) !== '');
  const said = textOf(row[at]).slice(0, 60).normalize('NFKC');
  const isTitle = /^[【[〔<■●◆]|(?:分|もの|一覧|リスト|明細)[】\]〕>]?$/.test(said);
  // The name of a debtor above its lines may have such a word and a number, but rather no day and no amount.
  const isMarked = /^[※*(→⇒↑└┗・>-]|\d[/月]\d|\d,\d{3}|\d円|\b\d{1,2} [A-Z][a-z]{2}|\b[A-Z][a-z]{2,8} \d/.test(said);
  const isBelow = isMarked || (at > 0 && textOf(above[0]) !== '' && saysSettled(said));
  return !isTitle && isBelow && !/合計|総額|\btotal/i.test(said) && TOLD_BELOW.test(said)
    ? against({ ja: '次の行', en: 'The next line' }, said, line)
    : undefined;
}

/** How many lines have a note with this code. */
const linesWith = (rows: readonly LedgerRow[], code: LedgerNote['code']): number =>
  new Set(rows.filter(({ notes }) => notes.some((one) => one.code === code)).map(({ line }) => line)).size;

/** The doubts that remarks speak against some claims, and that they hold facts that are not used; none where none does. */
export function remarksDoubts(rows: readonly LedgerRow[]): LedgerNote[] {
  const against = linesWith(rows, 'remark_against_claim');
  const unused = linesWith(rows, 'remark_to_enter');
  const doubts: LedgerNote[] = [];
  if (against > 0)
    doubts.push(
      note(
        'remarks_against_claims',
        `備考や摘要に入金済・取消・外貨建・前月分を含むなどとある行が${against}件あります。備考では除かず、債権として読みました。確かめてください。`,
        `The remarks of ${against} line${against === 1 ? ' say' : 's say'} that the claim is paid or cancelled, in dollars or with earlier bills in it, or the like. Remarks leave nothing out: such lines are read as claims. Check them.`,
      ),
    );
  if (unused > 0)
    doubts.push(
      note(
        'remarks_to_enter',
        `備考や摘要に争い・連絡不通・倒産・死亡などとある行が${unused}件あります。備考は判断に使いません。それぞれの列に書けば使います。`,
        `The remarks of ${unused} line${unused === 1 ? ' tell' : 's tell'} of a dispute, a debtor that cannot be reached, insolvency or a death. Remarks are not used; columns of their own are.`,
      ),
    );
  return doubts;
}
