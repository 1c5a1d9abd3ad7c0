// Reads words: a yes or a no, and a member of a closed list.

import { COUNTRIES } from '../values/country.ts';
import type { Text } from '../values/text.ts';
import { type ChoiceWords, choiceWord, memberNamed, membersByWord } from './choice_words.ts';
import { nearest } from './nearest.ts';
import { accept, echo, normalised, type Reading, refuse, TEXT_MAX, wrongType } from './reading.ts';

const FLAG_EXPECTED: Text = {
  ja: 'true / false、yes / no、1 / 0、はい / いいえ、有 / 無、○ / × のどれか',
  en: 'true or false, yes or no, 1 or 0',
};
const TRUE_WORDS = new Set(['1', 'true', 'yes', 'y', 'はい', '○', '◯', '〇', '有', '有り', 'あり', '済', '済み']);
const FALSE_WORDS = new Set(['0', 'false', 'no', 'n', 'いいえ', '×', '✕', '無', '無し', 'なし', '未', 'まだ']);

/** Reads a yes or a no. */
export function readFlag(value: unknown): Reading<boolean> {
  if (typeof value === 'boolean') return accept(value);
  if (value === 1) return accept(true);
  if (value === 0) return accept(false);
  if (typeof value === 'string') {
    const text = normalised(value, FLAG_EXPECTED);
    if (!text.ok) return text;
    const word = text.value.toLowerCase();
    if (TRUE_WORDS.has(word)) return accept(true);
    if (FALSE_WORDS.has(word)) return accept(false);
  } else if (typeof value !== 'number') return wrongType(value, FLAG_EXPECTED);
  return refuse('not_a_flag', FLAG_EXPECTED, {
    ja: `「${echo(value)}」がはい・いいえのどちらか決められません。`,
    en: `"${echo(value)}" is neither a yes nor a no.`,
  });
}

const COUNTRY_EXPECTED: Text = {
  ja: 'ISO 3166の2文字の国コード。例: JP、US',
  en: 'a country code of two letters (ISO 3166) such as JP or US',
};

/** Reads a country by its two letters, in any letter case. */
export function readCountry(value: unknown): Reading<string> {
  if (typeof value !== 'string') return wrongType(value, COUNTRY_EXPECTED);
  const text = normalised(value, COUNTRY_EXPECTED);
  if (!text.ok) return text;
  const code = text.value.toUpperCase();
  if (COUNTRIES.includes(code)) return accept(code);
  return refuse('unknown_value', COUNTRY_EXPECTED, {
    ja: `「${echo(value)}」という国コードはありません。`,
    en: `"${echo(value)}" is no code of a country.`,
  });
}

/** A reader of a member of a closed list, by its code in any letter case or by a word that people have for it. */
export function choiceReader<const T extends string>(
  members: readonly T[],
  own?: ChoiceWords<T>,
): (value: unknown) => Reading<T> {
  const words = membersByWord(members, own);
  const named = members.map((member) => {
    const { ja } = own?.[member] ?? choiceWord(member);
    return ja === member ? member : `${member}（${ja}）`;
  });
  const expected: Text = { ja: `${named.join('、')} のどれか`, en: `one of ${members.join(', ')}` };
  return (value) => {
    const reading = readChoice(value, members, expected);
    if (reading.ok || typeof value !== 'string' || value.length > TEXT_MAX) return reading;
    const member = memberNamed(value, words);
    return member === undefined ? reading : accept(member);
  };
}

/** Reads a member of a closed list by its code, in any letter case. `expected` says what may be written. */
export function readChoice<const T extends string>(
  value: unknown,
  members: readonly T[],
  expected: Text = { ja: `${members.join('、')} のどれか`, en: `one of ${members.join(', ')}` },
): Reading<T> {
  if (typeof value === 'boolean' && (members as readonly string[]).includes('yes')) {
    return accept((value ? 'yes' : 'no') as T);
  }
  if (typeof value !== 'string') return wrongType(value, expected);
  const text = normalised(value, expected);
  if (!text.ok) return text;
  const word = text.value.toLowerCase().replaceAll('-', '_').replaceAll(' ', '_');
  for (const member of members) if (member.toLowerCase() === word || member === text.value) return accept(member);
  const near = nearest(word, members);
  return refuse('unknown_value', expected, {
    ja: `「${echo(value)}」は選べません。${near === undefined ? '不明なら省いてください。' : `${near} のことですか。`}`,
    en: `"${echo(value)}" cannot be chosen here. ${near === undefined ? 'Leave the field out if you do not know it.' : `Did you mean ${near}?`}`,
  });
}
