// What a list says of itself as a whole, beside its lines: its sum in a sentence, how many lines it has, that it goes on elsewhere. Where that
// is not what was read, money may be missing, and it is told.

import { grouped } from '../../values/text.ts';
import { textOf } from '../cells/figures.ts';
import type { CellTable } from '../cells/profile.ts';
import { type LedgerNote, type LedgerRow, note } from '../found.ts';
import type { Header } from './header.ts';

const UNITS: Readonly<Record<string, bigint>> = { 千: 1000n, 万: 10_000n, 百万: 1_000_000n, k: 1000n, m: 1_000_000n };
/** A sum with its word before it. Other words between the two may make it another sum. */
const STATED_SUM =
  /(?:合計|総計|総額|(?<![\p{L}])計|\btotal(?:s|l?ing)?\b|\bsum\b)([^\d,。]{0,40}?)[¥￥]?\s?(\d{1,3}(?:,\d{3})+|\d{4,})(?:\.0+)?\s?(百万|千|万|[km](?![a-z]))?(?!\s?(?:件|名|社|%|年|\/|-\d))/iu;
/** Words of sums of something else than all that is open. */
const OF_ELSE =
  /延滞|滞留|超過|期日|期限|うち|内訳|与信|限度|前[月回期年]|入金|回収済|済|税|利息|手数料|目標|予算|[０-９\d]月|overdue|past due|of which|limit|prior|previous|paid|received|collected|tax|interest|target|budget|current|days/i;

/** The sum that a text states of all of a list, in yen; undefined where it states none, or one of a part. */
export function statedSum(written: string): bigint | undefined {
  const text = written.slice(0, 300).normalize('NFKC');
  const [whole, between = '', digits = '', unit = ''] = STATED_SUM.exec(text) ?? [];
  const before = whole === undefined ? '' : text.slice(0, text.indexOf(whole));
  if (
    whole === undefined ||
    OF_ELSE.test(between) ||
    OF_ELSE.test(before.slice(-12)) ||
    /\$|€|£|usd|eur/i.test(between)
  )
    return undefined;
  return BigInt(digits.replaceAll(',', '')) * (UNITS[unit.toLowerCase()] ?? 1n);
}

/** A sentence with the sum of a list that commas have cut into cells, as a line of one cell; undefined for other lines. */
export function cutSentence(row: readonly unknown[]): readonly unknown[] | undefined {
  const at = row.findIndex((cell) => typeof cell !== 'string' || cell !== '');
  // Nearly every line is left at its first cells.
  const next = row[at + 1];
  if (typeof next !== 'string' || !/^\d{3}(?!\d)/.test(next) || !/\D\d{1,3}$/.test(textOf(row[at]))) return undefined;
  const filled = row.map(textOf).filter((text) => text !== '');
  const text = filled.join(',');
  return statedSum(text) !== undefined && /[。.]$|(?:です|ます|円)$/.test(text) ? [text] : undefined;
}

/** How a list says that it is only a part of a longer one, whatever is counted. */
const GOES_ON =
  /(?:以下|以降|後|中)略|(?:一部)?省略(?:しています|します|。|[)）]|$)|(?:次|翌)(?:の)?(?:頁|ページ|葉)(?:に|へ)(?:続|つづ)|(?:に|へ)(?:続|つづ)(?:く|きます)|上位\s?\d+\s?(?:社|件|名|位)|truncated|\bomitted\b|\b(?:and|plus|\+)\s?\d+ (?:more|others?)\b|\bmore (?:rows|records|lines|results|items|customers)\b|continued (?:on|over)|\b(?:top|first|largest) \d+\b|[…]{1,2}\s*$|^\.{3,}\s*$/i;
const LINES_COUNTED =
  /(?:全|総数|計|件数)\s?[:：]?\s?([\d,]{1,7})\s?件|\bof\s([\d,]{1,7})\s(?:entries|records|results|rows|items|invoices|customers|lines)\b|\b(\d{1,7})\s?件中/i;
const PAGES =
  /(?:\bpage|ページ|頁)\s?[:：.]?\s?(\d{1,4})\s?(?:of|\/|／)\s?(\d{1,4})\b|(?<![\d/])(\d{1,4})\s?[/／]\s?(\d{1,4})\s?(?:頁|ページ|page)/i;

/** Cells as one text, with the figures that commas have cut whole again. */
const joined = (cells: readonly string[]): string =>
  cells.reduce((text, cell) => text + (/\d$/.test(text) && /^\d{3}(?!\d)/.test(cell) ? ',' : ' ') + cell);

/** Lines beside a table that are looked at. */
const BESIDE_MAX = 200;

/** What stands beside the claims of a list: its place, and its text. */
interface Beside {
  readonly line: number;
  readonly text: string;
}

/** The lines of a file that are no claims, by their texts. `read` are the lines of claims. */
function linesBeside(cells: CellTable, read: ReadonlySet<number>, header: number): Beside[] {
  const found: Beside[] = [];
  for (const [i, row] of cells.entries()) {
    if (i === header || read.has(i + 1)) continue;
    const filled = row.map(textOf).filter((text) => text !== '');
    if (filled.length > 0 && filled.length < 4) found.push({ line: i + 1, text: joined(filled) });
    // Of many groups and totals the first and the last are looked at.
    if (found.length > BESIDE_MAX) found.splice(BESIDE_MAX / 2, 1);
  }
  return found;
}

/** What was read of a list. */
export interface ReadList {
  readonly rows: readonly LedgerRow[];
  /** Sums that may be the one that the list states of itself: of all lines, of those that are open. */
  readonly sums: readonly bigint[];
  /** What the amounts of the list were multiplied by. */
  readonly unit: bigint;
  /** Lines of claims, whatever became of them. */
  readonly lines: ReadonlySet<number>;
  /** Lines of totals, which are compared with the lines that they sum elsewhere. */
  readonly totals: ReadonlySet<number>;
  /** Last line of the headings, from 0. */
  readonly header: number;
}

/** The doubts that a list says something else of itself than was read. */
export function listDoubts(cells: CellTable, { rows, sums, unit, lines, totals, header }: ReadList): LedgerNote[] {
  const beside = linesBeside(cells, lines, header);
  const doubts: LedgerNote[] = [];
  const stated = beside.flatMap(({ line, text }) => {
    const sum = statedSum(text);
    return sum === undefined ? [] : [{ line, text, sum }];
  });
  const own =
    stated.length === 0
      ? 0n
      : rows.reduce((sum, { record: { amount } }) => sum + (/^\d+$/.test(`${amount}`) ? BigInt(`${amount}`) : 0n), 0n);
  const isRead = ({ sum }: { readonly sum: bigint }): boolean =>
    [own, ...sums].some((one) => one === sum || one === sum * unit);
  const first = stated.find((one) => !totals.has(one.line) && !isRead(one));
  // A list may state the sums of its parts, too.
  if (first !== undefined && !stated.some(isRead))
    doubts.push(
      note(
        'stated_total_differs',
        `${first.line}行目に「${first.text.slice(0, 60)}」とありますが、読んだ債権の合計は ${grouped(own)} 円です。`,
        `Line ${first.line} says "${first.text.slice(0, 60)}", but what was read adds up to ${grouped(own)} yen.`,
        first.line,
      ),
    );
  let last = 0;
  for (const line of lines) last = Math.max(last, line);
  const part =
    beside.find(({ line, text }) => GOES_ON.test(text) && (line > last || line <= header)) ??
    beside.find(({ text }) => linesCounted(text) > lines.size);
  const missed = part ?? missingPages(beside);
  if (missed !== undefined)
    doubts.push(
      note(
        'list_may_be_part',
        `「${missed.text.slice(0, 60)}」とあり、一覧の一部だけかもしれません。残りは読めていません。`,
        `"${missed.text.slice(0, 60)}": this may be only a part of the list. The rest is not here.`,
        missed.line,
      ),
    );
  return doubts;
}

/** How a note or a title says that amounts are without their tax. */
const WITHOUT_TAX_SAID =
  /税抜|税別|外税|消費税(?:は|を)?(?:含まず|含みません|別途?)|\b(?:excl(?:\.|ud(?:es?|ing)|usive of)?|before|net of|without|plus|ex)\s+(?:consumption |sales )?(?:tax|vat|gst|jct)\b/i;

/** The doubt that a note or a title says that amounts are without their tax. */
export function taxSaidDoubt(beside: CellTable): LedgerNote[] {
  const said = beside
    .map((row) => row.map(textOf).filter(Boolean).join(' '))
    .find((text) => WITHOUT_TAX_SAID.test(text.slice(0, 300)));
  return said === undefined || /税込/.test(said)
    ? []
    : [
        note(
          'tax_may_be_missing',
          `「${said.slice(0, 60)}」とあります。税は加えていません。`,
          `"${said.slice(0, 60)}": no tax is added to the amounts.`,
        ),
      ];
}

const linesCounted = (text: string): number =>
  Number(
    (
      LINES_COUNTED.exec(text.normalize('NFKC'))
        ?.slice(1)
        .find((one) => one !== undefined) ?? '0'
    ).replaceAll(',', ''),
  );

/** The number of a page of a list whose pages are not all there; undefined where they are, or none has a number. */
function missingPages(beside: readonly Beside[]): Beside | undefined {
  const pages = beside.flatMap((one) => {
    const [, page, of, second, whole] = PAGES.exec(one.text.normalize('NFKC')) ?? [];
    return page === undefined && second === undefined
      ? []
      : [{ one, page: Number(page ?? second), of: Number(of ?? whole) }];
  });
  const seen = new Set(pages.map(({ page }) => page));
  const most = Math.max(0, ...pages.map(({ of }) => of));
  return most > 1 && seen.size < most ? pages[0]?.one : undefined;
}

/** Names of several debtors together, or of nobody in particular. */
const OF_SEVERAL =
  /^(?:その他|他|ほか|外)(?:の)?(?:得意先|取引先|顧客|会員|先)?(?:\s?\d+\s?(?:社|件|名|先|者))?(?:計|合計)?$|^(?:諸口|雑口|一般(?:客|顧客)|現金(?:客|売上)|スポット客?|小口)(?:先)?$|^(?:all )?others?(?: (?:customers?|debtors?|clients?|accounts?))?(?: \(?\d+[^()]*\)?)?$|^others? \(.{1,20}\)$|^(?:sundry|miscellaneous|misc\.?|various|cash|walk-?in) (?:customers?|debtors?|clients?|accounts?)$/i;

/** The doubt that lines name several debtors together; none where none does. */
export function severalDebtorsDoubt(rows: readonly LedgerRow[]): LedgerNote[] {
  const first = new Map<string, number>();
  for (const { record, line } of rows) {
    const name = `${record.debtor_id ?? ''}`;
    if (!first.has(name)) first.set(name, line);
  }
  const names = [...first.keys()].filter((name) => OF_SEVERAL.test(name.slice(0, 60).normalize('NFKC').trim()));
  return names.length === 0
    ? []
    : [
        note(
          'several_debtors',
          `「${names.slice(0, 5).join('」「')}」は1人の相手ではないようです。1人への債権として読んだため、相手ごとの行に分けてください。`,
          `"${names.slice(0, 5).join('", "')}" seems to be no single debtor. It is read as one; write a line for each.`,
          first.get(names[0] ?? ''),
        ),
      ];
}

/** Who stands in for a debtor, or owes the same with it. */
const BESIDE_DEBTOR =
  /^(?:連帯)?(?:保証人|債務者)$|^(?:連帯|物上|根)保証|^(?:joint )?guarantor$|^co-?(?:debtor|borrower|signer|maker|obligor)$|^surety$/i;
/** Headings under which that is said. */
const ROLE_HEADINGS = /区分|種別|続柄|関係|資格|立場|役割|^role|capacity|relation|^type|^kind/i;

/** The doubt that a claim stands on a line for each of those who owe it together or guarantee it; none where none seems to. */
export function sameClaimDoubt(rows: readonly LedgerRow[], { headings }: Header, lines: CellTable): LedgerNote[] {
  const roles = headings.filter(({ text }) => ROLE_HEADINGS.test(text));
  const named = lines.filter((row) =>
    roles.some(({ index }) => {
      const text = textOf(row[index]);
      return /連帯|保証/.test(text) || (text.length < 20 && BESIDE_DEBTOR.test(text) && text !== '債務者');
    }),
  ).length;
  const first = new Map<string, unknown>();
  let same = 0;
  for (const { record } of rows) {
    const { id, debtor_id, amount, due_date } = record;
    // A short number may count the bills of each debtor.
    if (due_date === undefined || amount === undefined || `${id ?? ''}`.length < 4) continue;
    const key = `${id} ${amount} ${due_date}`;
    if (!first.has(key)) first.set(key, debtor_id);
    else if (first.get(key) !== debtor_id) same++;
  }
  // A number that most lines share is none of a claim.
  const count = Math.max(named, same * 2 > first.size ? 0 : same);
  return count === 0
    ? []
    : [
        note(
          'same_claim_several_debtors',
          `連帯債務者・保証人など、同じ債権を別の相手の行にも書いたと思われる行が${count}件あります。それぞれ別の債権として数えました。1件の債権は1行にしてください。`,
          `${count} line${count === 1 ? ' seems' : 's seem'} to repeat a claim for another who owes or guarantees it. Each counts as a claim of its own; write one line for each claim.`,
        ),
      ];
}
