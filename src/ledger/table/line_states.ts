// Reads what the columns of status, kind and day of payment say about a line: whether it is a receivable, a credit, or neither.

import { type Day, yearOf } from '../../values/day.ts';
import { type DateOrder, dayOf, textOf } from '../cells/figures.ts';
import {
  asksIfOpen,
  flaggedState,
  isMarked,
  isSideHeading,
  kindOf,
  type LineStatus,
  leftOutByStatus,
  lineStatus,
  namesPosting,
  openState,
  sageKindOf,
  sideOf,
} from '../cells/states.ts';
import type { ColumnMapping, StateRole } from '../columns/columns.ts';
import { type LedgerNote, note, type WhyLeftOut } from '../found.ts';
import type { Heading } from '../headings/header.ts';
import { placeOfRole } from '../headings/vocabulary.ts';

/** The cells of a line. */
export type LineCells = readonly unknown[];

/** What a line says about itself. */
export interface LineState {
  /** Why it is no receivable; absent where it may be one. */
  readonly why?: WhyLeftOut;
  /** The words that say so. */
  readonly because?: { readonly ja: string; readonly en: string };
  /** A credit or a receipt, which reduces what is owed whatever the sign of its amount. */
  readonly reduces?: 'credit' | 'payment';
  /** Whether a part was paid that the line does not state. */
  readonly part?: boolean;
  /** Whether the debtor contests it. */
  readonly disputed?: boolean;
  /** The word that says that it is unpaid. */
  readonly unpaid?: string;
}

/** Reads the states of lines, and says in the end which words it does not know. */
export interface StateReader {
  readonly stateOf: (cells: LineCells) => LineState;
  readonly doubts: () => readonly LedgerNote[];
}

const said = ({ text }: Heading, word: string) => ({ ja: `${text}：${word}`, en: `${text}: ${word}` });

/** The columns of a role with a word that is known; a column of other words is another classification. */
const withKnown = (
  headings: readonly Heading[],
  rows: readonly LineCells[],
  isKnown: (text: string) => boolean,
): Heading[] =>
  headings.filter(({ index }) => rows.some((row) => textOf(row[index]) !== '' && isKnown(textOf(row[index]))));

/** Words for what we owe that mean nothing else. */
const OWED_BY_US = /^(?:支払手形|電子記録債務|買掛|未払|仕入先|外注先|accounts payable|suppliers?$|vendors?$)/i;
/** Ways to pay, which are also kinds of receipts; a bill is a claim among others on paper or record. */
const MEANS = /^(?:手形|現金|振込|小切手|口座振替|電債|でんさい|電子記録債権)$/;

/** Whether every line of a column says how it will be paid, or that it is a bill: such words tell no receipts from claims. */
const isOfMeans = ({ index }: Heading, rows: readonly LineCells[]): boolean => {
  const words = rows.filter((row) => row.length > 1).map((row) => textOf(row[index]));
  return words.length > 0 && words.every((word) => MEANS.test(word));
};

/** Whether a day of payment says that a line is paid: only where the amount is what was billed, and nothing states what was paid. */
const paidByDay = ({ amount }: ColumnMapping): boolean =>
  amount !== null &&
  amount.less.length === 0 &&
  amount.amount.meaning?.role !== 'balance' &&
  amount.amount.field === undefined;

/** Columns that say how far an invoice or a reminder has come, not whether it is paid: 済 and Completed mean sent there. */
const isOfSending = ({ text }: Heading): boolean =>
  /請求|送付|送信|発行|承認|督促|催告|納品|出荷|検収|印刷|approv|deliver|sent|print|remind|dunning|\b(?:job|project|work|task|service|case|ticket|fulfil+ment)[ _]?(?:status|state)|.(?:ステータス|状況|状態|進捗)$/i.test(
    text,
  ) && !/入金|支払|決済|回収|消込|債権|手形|paid|payment/i.test(text);
/** Headings of a state that is not that of a claim in every list: a word that says what became of it must stand there. */
const isOfOthers = ({ text, meaning }: Heading): boolean =>
  meaning?.role === 'status' &&
  meaning.place > placeOfRole('status') + 0.5 &&
  !/入金|支払|請求|債権|手形|立替|買取|譲渡|保証|代位|^結果$/.test(text);
/** Columns that say by which posting a line was cleared: one that has such a day or number is paid, whatever amount it states. */
const isClearing = ({ folded }: Heading): boolean =>
  /^(?:lettrage|ausgleich|clearing|clrng|cleared|augdt|augbl|消込伝票|決済伝票|決済日付$|消込日付$)/.test(folded);
const SENT = /^(?:済み?|完了|ok|はい|完|了|complete[d]?|closed|received|yes|y|true|1|[○〇◯●✓✔レ]|有|あり)$/i;

/** Whether a cell of days of payment says that something was paid, and not that it will be. */
const isPaidCell = (cell: unknown): boolean => {
  const text = textOf(cell);
  return /\d|済/.test(text) && !/予定|見込|約束|未|expected|promise|plan/i.test(text);
};

/** The day in a cell of a column that asks whether a line was paid: whoever writes one says when. Undefined for other words. */
const paidDayIn = ({ text }: Heading, word: string): string | undefined =>
  /入金|支払|決済|回収|消込|領収|完済|納入|納付|集金|振込|着金|paid|settled/i.test(text)
    ? /^(\d{1,4}[/.月-]\d{1,2}(?:[/.月-]\d{1,2})?日?)(?:\s*(?:に?確認|済み?|着金))?$/.exec(word)?.[1]
    : undefined;

/** A day without its year as one of this year. */
const withYear = (text: string, today: Day | undefined): string => {
  const [, month, day] = /^(\d{1,2})[/.月-](\d{1,2})日?$/.exec(text) ?? [];
  return month === undefined || today === undefined ? text : `${yearOf(today)}/${month}/${day}`;
};

/** The doubt that some days of payment have not come yet; none where all have. */
const aheadDoubt = (count: number): LedgerNote[] =>
  count === 0
    ? []
    : [
        note(
          'paid_day_ahead',
          `入金日がまだ来ていない行が${count}件あります。入金の予定とみて、未回収の債権として読みました。`,
          `${count} line${count === 1 ? ' has a day' : 's have days'} of payment that ${count === 1 ? 'has' : 'have'} not come; ${count === 1 ? 'it is' : 'they are'} read as open.`,
        ),
      ];

/** The doubt that lines have a day of payment and a state of being unpaid; none where none has. */
const againstDoubt = (count: number): LedgerNote[] =>
  count === 0
    ? []
    : [
        note(
          'paid_day_of_unpaid',
          `未入金・延滞などとあるのに入金日のある行が${count}件あります。未回収の債権として読みました。入金額があれば残高に直してください。`,
          `${count} line${count === 1 ? ' is' : 's are'} said to be unpaid but ${count === 1 ? 'has' : 'have'} a day of payment; ${count === 1 ? 'it is' : 'they are'} read as open. Write what is left where something was paid.`,
        ),
      ];

/** How the marks of a column of states are read. */
interface StatusColumn {
  /** Whether it asks if a line was paid. */
  readonly flag: boolean;
  /** Whether a plain X is its only mark, which then says yes, as SAP writes it. */
  readonly crosses: boolean;
}

/** Words that leave no doubt that something is still to be paid. */
const LEFT_UNPAID =
  /^未(?!発行|送付|請求|承認|確定|処理)|^延滞|^滞納|不渡|unpaid|not paid|overdue|past ?due|outstanding/i;

/** The status that a cell gives its line, by what its column asks. */
function statusOfCell(heading: Heading, word: string, { flag, crosses }: StatusColumn): LineStatus {
  const open = openState(heading.folded, word);
  if (open !== undefined) return open;
  const asked = flaggedState(heading.folded);
  if (asked !== undefined && crosses && /^x$/i.test(word)) return asked;
  const marked =
    asked === undefined ? undefined : (isMarked(word) ?? (namesPosting(heading.folded, word) || undefined));
  if (asked !== undefined && marked !== undefined) return marked ? asked : 'open';
  // No under a flag that asks about something else says nothing.
  if (!flag && /フラグ|flag|flg/.test(heading.folded) && isMarked(word) === false) return 'open';
  return isOfSending(heading) && SENT.test(word) ? 'open' : lineStatus(word, flag && asked === undefined);
}

/** The columns of kinds, those among them of Sage, and those of ways to sell. */
function kindColumns(
  all: readonly Heading[],
  rows: readonly LineCells[],
): { readonly kinds: readonly Heading[]; readonly sage: ReadonlySet<number>; readonly sales: ReadonlySet<number> } {
  // A bill is what we owe, and a paper goes with an invoice, only in a list that has claims beside it.
  const isKnown = (text: string): boolean =>
    !['unknown', 'payable', 'paper'].includes(kindOf(text)) || OWED_BY_US.test(text);
  const isSide = ({ folded }: Heading): boolean => isSideHeading(folded);
  // Credit beside Cash is a way to sell; beside Invoice it is a credit note.
  const says = ({ index }: Heading, pattern: RegExp): boolean => rows.some((row) => pattern.test(textOf(row[index])));
  const ways = all.filter(
    (one) => says(one, CASH_SALE) && says(one, CREDIT_SALE) && !says(one, /^(?:invoice|inv|請求書?)$/i),
  );
  const others = all.filter((one) => !isSide(one) && !ways.includes(one) && !isOfMeans(one, rows));
  const kinds = [...all.filter(isSide), ...ways, ...withKnown(others, rows, isKnown)];
  // SI beside others says that its column is one of Sage.
  const sage = new Set(withKnown(kinds, rows, (text) => text === 'SI').map(({ index }) => index));
  const sales = new Set(ways.map(({ index }) => index));
  return { kinds, sage, sales };
}

/** How the lines of a table say what they are. */
export function stateReader(
  mapping: ColumnMapping,
  rows: readonly LineCells[],
  { order, today }: { readonly order: DateOrder | undefined; readonly today: Day | undefined },
): StateReader {
  let [ahead, against] = [0, 0];
  const of = (role: StateRole): readonly Heading[] => mapping.states.get(role) ?? [];
  const isFlag = ({ meaning, folded }: Heading): boolean =>
    meaning?.role !== 'status' ||
    /済|印$|入金|消込|確認|完了|完納|paid|^(?:フラグ|flag|flg)$/.test(folded) ||
    // A flag asks about payment only where its heading says so: 係争フラグ and VIPフラグ do not.
    (/フラグ|flag|flg/.test(folded) && ASKS_PAYMENT.test(folded));
  const others = of('status').filter(isOfOthers);
  const useless = new Set(others);
  for (const heading of withKnown(others, rows, (text) => lineStatus(text, false) !== 'unknown'))
    useless.delete(heading);
  const statuses = of('status')
    .filter((heading) => !useless.has(heading))
    .map((heading) => ({
      heading,
      flag: isFlag(heading),
      crosses: flaggedState(heading.folded) !== undefined && !rows.some((row) => isMarked(textOf(row[heading.index]))),
    }));
  const { kinds, ...special } = kindColumns(of('kind'), rows);
  const byDay = paidByDay(mapping);
  // 残金入金日 is the day on which 残金 was paid, all of it.
  const own = mapping.amount?.amount.folded ?? '';
  const isOwn = ({ folded }: Heading): boolean => own !== '' && folded !== own && folded.startsWith(own);
  const paidDays = of('paid_date').filter((heading) => byDay || isClearing(heading) || isOwn(heading));
  const unknown = new Map<string, Set<string>>();
  const missed = ({ text }: Heading, word: string): void => {
    const seen = unknown.get(text) ?? new Set<string>();
    if (seen.size < 10) seen.add(word.slice(0, 30));
    unknown.set(text, seen);
  };
  return {
    stateOf: (cells) => {
      const empty = mapping.names.find(({ index }) => isVacant(cells[index]));
      if (empty !== undefined) return { why: 'draft', because: said(empty, textOf(cells[empty.index])) };
      const byKind = kindState(cells, kinds, special, missed);
      if (byKind.why !== undefined) return byKind;
      let [part, disputed, isOpen] = [false, false, false];
      let unpaid: string | undefined;
      for (const { heading, ...column } of statuses) {
        const word = textOf(cells[heading.index]);
        if (word === '' && asksIfOpen(heading.folded)) missed(heading, '""');
        if (word === '') continue;
        const status = statusOfCell(heading, word, column);
        const why = isOpenElsewhere(statuses, { heading, status }, cells) ? undefined : leftOutByStatus(status);
        if (why !== undefined) return { ...byKind, why, because: said(heading, word) };
        if (status === 'part') part = true;
        if (status === 'disputed') disputed = true;
        if (status === 'open' && LEFT_UNPAID.test(word)) unpaid = word;
        if (status === 'open' && STATES_PAYMENT.test(heading.folded)) isOpen = true;
        const day = status === 'unknown' && column.flag ? paidDayIn(heading, word) : undefined;
        const settled = day === undefined ? undefined : dayOf(withYear(day, today), order);
        if (settled !== undefined && today !== undefined && settled > today) ahead++;
        else if (day !== undefined) return { ...byKind, why: 'paid', because: said(heading, word) };
        else if (status === 'unknown') missed(heading, word);
      }
      const paid = paidDays.find(
        ({ index, folded }) =>
          isPaidCell(cells[index]) || (folded === 'lettrage' && /^[A-Z]+$/.test(textOf(cells[index]))),
      );
      const planned = paid === undefined ? undefined : dayOf(cells[paid.index], order);
      // Paid in part, or unpaid: the day is that of a payment which did not settle all of it.
      if (planned !== undefined && today !== undefined && planned > today) ahead++;
      else if (paid !== undefined && (isOpen || unpaid !== undefined)) against++;
      else if (paid !== undefined && !part)
        return { ...byKind, why: 'paid', because: said(paid, textOf(cells[paid.index])) };
      return part || disputed || unpaid !== undefined
        ? { ...byKind, part, disputed, ...(unpaid !== undefined && { unpaid }) }
        : byKind;
    },
    doubts: () => [
      ...aheadDoubt(ahead),
      ...againstDoubt(against),
      ...[...unknown].map(([heading, found]) =>
        note(
          'status_words_unknown',
          `「${heading}」の ${[...found].join('、')} は意味が分からないため、未回収の債権として読みます。`,
          `"${heading}": ${[...found].join(', ')} ${found.size === 1 ? 'is a word that is' : 'are words that are'} not known; such lines are read as open.`,
        ),
      ),
    ],
  };
}

/** Whether a column that is about payment says that a line is open, where another one calls it paid: an order may be completed. */
function isOpenElsewhere(
  statuses: readonly { readonly heading: Heading; readonly flag: boolean; readonly crosses: boolean }[],
  said: { readonly heading: Heading; readonly status: LineStatus },
  cells: LineCells,
): boolean {
  if (said.status !== 'paid' || STATES_PAYMENT.test(said.heading.folded)) return false;
  return statuses.some(({ heading, ...column }) => {
    const word = textOf(cells[heading.index]);
    return (
      STATES_PAYMENT.test(heading.folded) &&
      word !== '' &&
      ['open', 'part'].includes(statusOfCell(heading, word, column))
    );
  });
}

/** What stands in place of a tenant where nobody lives: the rent of an empty flat is owed by none. */
const VACANT =
  /^[(（【[]?(?:空き?[室家部]屋?|空き?(?:区画|店舗|テナント|地|住戸)?|vacant|vacancy|unoccupied)(?: unit)?[)）】\]]?$/i;
const isVacant = (cell: unknown): boolean => typeof cell === 'string' && cell.length < 20 && VACANT.test(cell.trim());
/** Sales that are paid at once, and those on credit. */
const CASH_SALE = /^(?:cash|card)(?: sales?)?$|^現(?:金(?:売り?|売上|販売)|売り?|販)$/i;
const CREDIT_SALE = /^(?:credit|on account)(?: sales?)?$|^掛け?(?:売り?|売上|販売)?$/i;
/** Words of flags that say that a claim is done with. */
const ASKS_PAYMENT =
  /支払|決済|回収|[完収]納|完|納[付入]|集金|領収|精算|清算|処理|settle|clear|close|collect|receiv|done/;
/** Headings of states of payment, beside which a state of something else says less. */
const STATES_PAYMENT = /入金|支払|回収|消込|決済|収納|納付|pa(?:id|yment)/;

/** How people begin a line that is about all below it. */
const BELOW_WORDS =
  /^(?:[↓\s]*(?:以下|ここから|これより)(?:の?下)?[のは、]?|↓\s*)|\s*below(?: this line)?$|^(?:the )?following (?:are |is )?/i;

/** Whether a line says something about those below it. */
export const isAboutBelow = (text: string): boolean =>
  // 以下余白 ends a list.
  !/^\W*以下(?:余白|空白|なし)/.test(text) &&
  BELOW_WORDS.test(text.slice(0, 100).replace(/^[-=*_\s]+|[-=*_\s]+$/g, ''));

/** Names of sections of which it is not clear whether they are owed. */
const OF_UNKNOWN =
  /^\W*(?:refunds?|adjustments?|chargebacks?|write-?offs? pending|on hold)\W*$|^[【■●◆(（<＜]*(?:返金|調整|保留)(?:分|一覧)?[】)）>＞]*$/i;

/** What a line alone says about those below it, as 【回収済】 and 未入金分 do; undefined for other lines. */
export function headedState(text: string): LineState | undefined {
  const word = text
    .slice(0, 100)
    .replace(/^[^\p{L}\p{N}]+|[】〕\]>＞〉》]+$/gu, '')
    .replace(BELOW_WORDS, '')
    .replace(/^(?:\d{4}年)?\d{1,2}月(?:度|分|中)?の?|^[^\p{L}]+|^(?:来月|翌月|次回|今後)の?/u, '')
    .replace(/\s(?:in|during|for|since|as of)\s.*\d.*$/i, '')
    .replace(/の?(?:分|もの|一覧|リスト|明細|債権|案件)$|\s(?:items?|accounts?|invoices?|claims?|list)$/i, '');
  const kind = kindOf(word.replace(/\s(?:received|issued)$/i, '').replace(/s$/i, ''));
  // Receipts below what is open may be in its balances already; credits are open themselves.
  if (/^(?:prepay|deposit|on account|unapplied)/i.test(word))
    return { reduces: 'payment', because: { ja: text, en: text } };
  if (kind === 'payment') return { why: 'paid', because: { ja: text, en: text } };
  if (kind === 'credit') return { reduces: kind, because: { ja: text, en: text } };
  const status = lineStatus(word, false);
  const why = status === 'unknown' && kind === 'offer' ? 'draft' : leftOutByStatus(status);
  if (/^(?:invoices?|請求書?)$/i.test(word)) return {};
  return status === 'unknown' && why === undefined
    ? undefined
    : why === undefined
      ? {}
      : { why, because: { ja: text, en: text } };
}

/** The doubt that a line says something about those below it that is not understood; none for other lines. */
export const headingNotRead = (text: string, line: number): LedgerNote[] =>
  (isAboutBelow(text) || OF_UNKNOWN.test(text.slice(0, 40))) && headedState(text) === undefined
    ? [
        note(
          'heading_not_read',
          `${line}行目の「${text.slice(0, 40)}」は、下の行について何を言うか分からないため使いません。`,
          `What "${text.slice(0, 40)}" on line ${line} says about the lines below is not understood and not used.`,
          line,
        ),
      ]
    : [];

/** What the kind of a line says about it. */
function kindState(
  cells: LineCells,
  kinds: readonly Heading[],
  { sage, sales }: { readonly sage: ReadonlySet<number>; readonly sales: ReadonlySet<number> },
  missed: (heading: Heading, word: string) => void,
): LineState {
  for (const heading of kinds) {
    const word = textOf(cells[heading.index]);
    // 増減 may also be by how much a balance has changed.
    if (word === '' || /^[-−+▲△]?\d[\d,]{2,}$/.test(word)) continue;
    if (sales.has(heading.index) && CREDIT_SALE.test(word)) continue;
    if (sales.has(heading.index) && CASH_SALE.test(word)) return { why: 'paid', because: said(heading, word) };
    const read = isSideHeading(heading.folded) ? sideOf : sage.has(heading.index) ? sageKindOf : kindOf;
    const kind = read(word);
    if (kind === 'payable') return { why: kind, because: said(heading, word) };
    if (kind === 'offer' || kind === 'paper') return { why: 'draft', because: said(heading, word) };
    if (kind === 'credit' || kind === 'payment') return { reduces: kind, because: said(heading, word) };
    if (kind === 'unknown') missed(heading, word);
  }
  return {};
}
