// The names of debtors as lists write them: without a form of address, from a label such as 得意先：0001 A商会 above their lines, and told
// apart from other spellings of the same name.

import { groupsBy } from '../../values/groups.ts';
import { type LedgerNote, note } from '../found.ts';
import { textOf } from './figures.ts';

/** A name without a form of address behind it: 株式会社A商会 御中 and 株式会社A商会 are one debtor. */
export function withoutAddress(name: string): string {
  const bare = name
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^[■◆●▼▶◎]\s*/, '')
    .replace(/(?:[\s　]*(?:御中|様|各位)|[\s　]+殿)$/, '')
    .trim();
  return bare.length > 1 ? bare : name;
}

/** A label that has a cell of its own. */
const LABEL_ALONE = /^(?:得意先|取引先|請求先|顧客|客先|お客様|債務者)様?(?:名称?|コード)?$/;
/** The label of something else on the line of a debtor. */
const BESIDE_ALONE = /^(?:担当者?|tel|電話|fax|住所|締日|期間|支払条件|回収条件)/i;

const LABEL =
  /^(?:[^\s:：、。]{2,20}[\s　]+(?=[^\s:：]{2,5}名?\s*[:：]))?[【[<■◆●]?\s*(?:得意先|取引先|請求先|顧客|客先|お客様|債務者|customer|client|debtor|a\/c|account|(?:bill|sold|invoice|statement) to|to(?=[:：]\s*(?:$|[^\s\d])))様?(?:名称?|コード|cd|code|name|no\.?|番号)?\s*[】\]>]?(?:\s*[:：]\s*|[ \t]{2,}(?=\S*\d))(.*)$/i;

/** Where another label begins on the line of a debtor, as in A/C: AOK001 Name: Aoki Contact: Mr Aoki. */
const NEXT_LABEL = /\s+(?:name|contact|tel|telephone|phone|fax|e-?mail|credit limit|名称|電話|担当者?)\s*[:：].*$/i;

/** A line that says something else about the debtor above, or about the list: City   Osaka, 支払条件：月末締め翌月末払い. */
const OTHER_LABEL =
  /^(?:company code|name|city|address|country|region|contact|phone|tel|fax|terms|payment terms|currency|会社コード|住所|電話|担当者?|締日|支払条件|回収条件|通貨|期間)(?:\s*[:：]|[ \t]{2,})/i;

/** Whether a line alone is such a label, and names no group of lines. */
export const isOtherLabel = (text: string): boolean => OTHER_LABEL.test(text.slice(0, 200)) || CLOSING_DAY.test(text);
/** The closing day of those below: 【20日締】. */
const CLOSING_DAY = /^[【[(（■●◆]?(?:\d{1,2}日?|月?末日?)締/;

/** The debtor that a line names by a label, as 得意先：0001 A商会 does; undefined for other lines. */
export function labelledDebtor(row: readonly unknown[]): string | undefined {
  const [first, ...others] = row.map(textOf).filter((text) => text !== '');
  if (first === undefined) return undefined;
  const isAlone = others.length > 0 && LABEL_ALONE.test(first.slice(0, 20));
  const end = isAlone ? others.findIndex((text) => BESIDE_ALONE.test(text)) : -1;
  if (end >= 0) others.splice(end);
  if (others.length > 2) return undefined;
  // A letter names its reader above the table.
  if (others.length === 0 && /^.{2,60}[\s　](?:御中|様|殿)$/.test(first)) return withoutAddress(first);
  const rest = isAlone ? '' : LABEL.exec(first.slice(0, 200))?.[1]?.replace(NEXT_LABEL, '');
  if (rest === undefined) return undefined;
  const name = [rest, ...others].join(' ').trim();
  // A range or a choice is what the list was made of, not one debtor.
  return name === '' || /[~～〜]|すべて|全て|^全|指定なし|\ball\b|receivable|payable|売掛金|買掛金/i.test(name)
    ? undefined
    : withoutAddress(name);
}

/** The words of a total around the name of a debtor. */
const TOTAL_AROUND =
  /^[\s*=_-]+(?:customer|得意先|account)?[\s:：]*|[\s　*]*[([（【]?(?:小計|合計|総計|計|(?:sub)?total)[)\]）】]?[\s*]*$|^(?:sub ?)?totals?\s*[:-]?\s*(?:for |of )/gi;
/** Names of months, branches, ages and the like, which owe nothing. */
const NO_DEBTOR =
  /^(?:\d*|.)$|\d\s*[月年日期%％頁]|支店|営業所|部門|[部課]$|担当|エリア|地区|地域|区分|期[日限]|延滞|対象|\b(?:branch|region|office|dep(?:artmen)?t|division|days|overdue|month|current|page|currency|[A-Z]{3})\b/;

/** The debtor whom the total below its lines names, as in 丸山工業 計 or Total for Acme; undefined for other totals. */
export function debtorOfTotal(text: string): string | undefined {
  const name = text.slice(0, 100).normalize('NFKC').replace(TOTAL_AROUND, '').trim();
  return name === text || NO_DEBTOR.test(name) ? undefined : withoutAddress(name);
}

const FORMS =
  /株式会社|有限会社|合同会社|合資会社|合名会社|\((?:株|有|合|資|名)\)|\b(?:co\.?,? ?ltd\.?|inc\.?|corp\.?|corporation|ltd\.?|limited|k\.?k\.?|llc|gmbh)(?![a-z])/gi;

/** A name without its legal form, width, case, spaces and marks. */
const bareName = (name: string): string =>
  withoutAddress(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(FORMS, '')
    .replace(/[\s・.,'’‐-]/g, '');

/** Names shown as examples in a doubt. */
const EXAMPLES = 5;

/** The doubt that some names may be the same debtor, written in two ways; none where all differ. */
export function alikeDoubt(names: Iterable<string>): LedgerNote[] {
  const alike = groupsBy(names, (name) => {
    // 001 and 1 may be one code that a spreadsheet took for a figure.
    const bare = /\p{L}/u.test(name) ? bareName(name) : /^\d+$/.test(name) ? `0${name.replace(/^0+/, '')}` : '';
    return bare.length < 2 ? undefined : bare;
  }).filter(({ length }) => length > 1);
  if (alike.length === 0) return [];
  const shown = alike
    .slice(0, EXAMPLES)
    .map((same) => same.slice(0, EXAMPLES).map((name) => name.slice(0, 40)))
    .map((same) => ({ ja: same.join('＝'), en: same.join(' = ') }));
  return [
    note(
      'debtors_alike',
      `同じ相手かもしれない名前が${alike.length}組あります（${shown.map(({ ja }) => ja).join('、')}）。別の相手として読みました。同じなら、名前か得意先コードをそろえてください。`,
      `${alike.length} name${alike.length === 1 ? ' is' : 's are'} written in more than one way (${shown.map(({ en }) => en).join('; ')}). They are read as different debtors; write them alike, or give codes, if they are the same.`,
    ),
  ];
}
