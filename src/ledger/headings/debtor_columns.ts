// Columns of a ledger that say something about a claim or its debtor beside amounts and days: disputes, contact, broken promises. They are
// read by their usual headings and words; a word that is not understood leaves the field open, because a guess would decide the claim.

import { memberNamed, membersByWord } from '../../fields/choice_words.ts';
import { fold } from './vocabulary.ts';

/** Headings of a list and the field of a request that each stands for. */
const FIELD_HEADINGS: Readonly<Record<string, string>> = {
  dispute: '係争 係争有無 係争状況 争いの有無 クレーム有無 disputed dispute disputestatus indispute',
  disputed_amount:
    '係争額 係争金額 係争中金額 係争中の額 うち係争 うち係争中 うち係争額 争いの額 disputedamount disputeamount amountdisputed amountindispute',
  contact: '連絡状況 連絡状態 連絡可否 contactstatus reachability',
  broken_promises: '約束不履行 約束不履行回数 不履行回数 破約回数 brokenpromises promisesbroken',
  last_payment_on: '最終入金日 最終支払日 最終回収日 lastpaymentdate datelastpaid lastpaid lastpayment',
};

const FIELD_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(FIELD_HEADINGS).flatMap(([field, headings]) =>
    headings.split(' ').map((heading): [string, string] => [fold(heading), field]),
  ),
);

/** The field that a folded heading stands for; undefined for other headings. */
export const fieldOfHeading = (folded: string): string | undefined => FIELD_OF.get(folded);

/** Words that only such columns have, and the choice that each means. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dispute: {
    none: 'なし 無 無し no n false 0 none × -',
    partial: '一部 一部あり 部分 partial part',
    full: 'あり 有 有り 全部 全額 係争中 yes y true 1 full disputed ○ open',
  },
  contact: {
    responsive: '可 良好 連絡可 応答あり 連絡あり 連絡がつく 取れる つく responsive ok reachable good',
    evasive: '逃避 回避 居留守 連絡が取りにくい 折り返しなし evasive avoiding',
    unreachable:
      '不可 不通 不能 連絡不能 連絡不可 連絡取れず 応答なし 所在不明 行方不明 連絡が取れない 取れない つかない unreachable noanswer noreply lost',
  },
};

const CHOICE_OF: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(CHOICES).map(([field, choices]) => [
    field,
    new Map(
      Object.entries(choices).flatMap(([choice, words]) =>
        [choice, ...words.split(' ')].map((word): [string, string] => [word.normalize('NFKC'), choice]),
      ),
    ),
  ]),
);

/** Whether the words of a field are understood here. */
export const hasWords = (field: string): boolean => CHOICE_OF.has(field);

/** The words by which the choices are named in any field. */
const MEMBERS_OF: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(CHOICES).map(([field, choices]) => [field, membersByWord(Object.keys(choices))]),
);

/** The choice that a word of a column means; undefined for a word that is not understood. */
export function choiceOf(field: string, text: string): string | undefined {
  const word = text.slice(0, 60).normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
  return CHOICE_OF.get(field)?.get(word) ?? memberNamed(text, MEMBERS_OF.get(field) ?? new Map<string, string>());
}
