// Columns of a ledger that say something about a claim or its debtor beside amounts and days: disputes, contact, broken promises. They are
// read by their usual headings and words; a word that is not understood leaves the field open, because a guess would decide the claim.

import { memberNamed, membersByWord } from '../../fields/choice_words.ts';
import { fold } from './vocabulary.ts';

/** Headings of a list and the field of a request that each stands for. */
const FIELD_HEADINGS: Readonly<Record<string, string>> = {
  dispute:
    '係争 係争有無 係争状況 係争フラグ 争いの有無 クレーム有無 クレームフラグ disputed dispute disputestatus disputeflag isdisputed indispute',
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

/** Words that only such columns have beside those by which any field takes a choice, and the choice that each means. */
const OWN_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dispute: {
    none: 'no n false 0 × -',
    partial: '部分',
    full: 'あり 有 有り 係争中 yes y true 1 disputed ○ open',
  },
  contact: {
    responsive: '可 良好 取れる つく ok good',
    evasive: '逃避 回避 居留守 連絡が取りにくい 折り返しなし avoiding',
    unreachable: '不可 不能 連絡不可 所在不明 行方不明 つかない noreply lost',
  },
};

/** The choices of a field by their words. */
interface ChoicesByWord {
  readonly own: ReadonlyMap<string, string>;
  readonly usual: ReadonlyMap<string, string>;
}

const CHOICES: ReadonlyMap<string, ChoicesByWord> = new Map(
  Object.entries(OWN_WORDS).map(([field, choices]) => [
    field,
    {
      own: new Map(
        Object.entries(choices).flatMap(([choice, words]) =>
          words.split(' ').map((word): [string, string] => [word.normalize('NFKC'), choice]),
        ),
      ),
      usual: membersByWord(Object.keys(choices)),
    },
  ]),
);

/** Whether the words of a field are understood here. */
export const hasWords = (field: string): boolean => CHOICES.has(field);

/** The choice that a word of a column means; undefined for a word that is not understood. */
export function choiceOf(field: string, text: string): string | undefined {
  const choices = CHOICES.get(field);
  const word = text.slice(0, 60).normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
  return choices && (choices.own.get(word) ?? memberNamed(text, choices.usual));
}
