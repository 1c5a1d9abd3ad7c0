// Choices in the user's words: every member has a label in both languages, which is accepted as input and never names another member.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { choiceWord } from '../src/fields/choice_words.ts';
import { choiceReader } from '../src/fields/word.ts';
import { describedFields } from '../src/request/composition.ts';
import { readRequest } from '../src/request/read_request.ts';
import { app } from './sending_ledgers.ts';

const CHOICES = describedFields().filter(({ value_labels }) => value_labels !== undefined);
/** Members that people call by their codes. */
const CODES = /^[A-Z]{1,3}$/;

describe('choices', () => {
  test.each(CHOICES.map((field) => [field.name, field] as const))(
    '%s is read by its labels in both languages',
    (_, { values = [], value_labels = {} }) => {
      const read = choiceReader(values);
      expect(Object.keys(value_labels)).toEqual(values);
      for (const [value, { ja, en }] of Object.entries(value_labels)) {
        if (!CODES.test(value)) expect(ja, value).not.toBe(value);
        expect(choiceWord(value).ja).not.toBe('');
        for (const word of [value, ja, en, `${ja}（${value}）`, ` ${en.toUpperCase()} `])
          expect(read(word), word).toEqual({ ok: true, value });
      }
    },
  );

  test('every choice of every address has words', () => {
    const document: unknown = JSON.parse(readFileSync(new URL('../openapi/openapi.json', import.meta.url), 'utf8'));
    const without = new Set<string>();
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key !== 'x-value-labels') visit(value);
        else
          for (const [member, { ja }] of Object.entries(value as Record<string, { ja: string }>))
            if (ja === member && !CODES.test(member)) without.add(member);
      }
    };
    visit(document);
    expect([...without]).toEqual([]);
  });

  test.each([
    ['contact', '連絡が取れない', 'unreachable'],
    ['contact', '音信不通', 'unreachable'],
    ['evidence', '強い', 'strong'],
    ['dispute', 'なし', 'none'],
    ['insolvency', '民事再生', 'rehabilitation'],
    ['assets', '不明', 'unknown'],
    ['claim_kind', 'でんさい', 'electronic_claim'],
    ['rating', 'BBB+', 'BBB'],
    ['rating', 'A-', 'A'],
    ['rating', 'Baa2', 'BBB'],
    ['claim_kind', '工事代金', 'works'],
    ['contact', '電話に出ない', 'unreachable'],
    ['evidence', '口約束', 'weak'],
    ['debtor_type', 'company', 'corporation'],
    ['debtor_type', 'Sole Trader', 'sole_proprietor'],
    ['debtor_type', 'individual', 'consumer'],
    ['contact', 'no answer', 'unreachable'],
    ['claim_kind', 'service', 'services'],
    ['title', 'judgement', 'judgment'],
    ['lawyer', 'false', 'no'],
  ])('%s=%s is %s', (field, word, code) => {
    const read = readRequest({ amount: 1, overdue_days: 1, [field]: word }, { today: '2026-11-21', lang: 'ja' });
    expect(read.ok && read.request.claim[field as 'contact']).toBe(code);
  });

  test('a word that no member has is refused, with the words there are', () => {
    expect(choiceReader(['strong', 'weak'])('普通')).toMatchObject({
      code: 'unknown_value',
      expected: { ja: 'strong（強い）、weak（弱い） のどれか' },
    });
  });

  test.each(['C', 'D', '約束手形'])('%s is no rating, and no other is asked for', (word) => {
    const read = readRequest({ amount: 1, overdue_days: 1, rating: word }, { today: '2026-11-21', lang: 'en' });
    expect(read.ok ? '' : read.errors[0]?.detail).toContain('Leave the field out');
  });

  test('a word that two members share names neither', () => {
    const words = { strong: { ja: '甲', en: 'a', also: ['同じ'] }, weak: { ja: '乙', en: 'b', also: ['同じ'] } };
    const read = choiceReader(['strong', 'weak'], words);
    expect([read('甲').ok, read('乙').ok, read('同じ').ok]).toEqual([true, true, false]);
  });
});

test('status and call are told in words', async () => {
  const answer = await app.request('/v1/evaluate?amount=1250000&overdue_days=82&include=plan&lang=ja');
  const { recommendation, options, claim } = (await answer.json()) as {
    recommendation: { call_label: string; step_call_label: string };
    options: { status: string; status_label: string }[];
    claim: { limitation: { status_label: string } };
  };
  for (const word of [recommendation.call_label, recommendation.step_call_label, claim.limitation.status_label])
    expect(word).toMatch(/\p{Script=Han}/u);
  const words = new Map(options.map(({ status, status_label }) => [status, status_label]));
  expect(Object.fromEntries(words)).toEqual({ open: '使える', barred: '使えない', needs_terms: '条件しだい' });
});

test.each([
  ['ja', '帝国データバンク評点（tdb_score）：'],
  ['en', 'TDB score: '],
])('a mistake names its field by its label, in %s', async (lang, name) => {
  const answer = await app.request(`/v1/evaluate?amount=1&overdue_days=1&tdb_score=x&lang=${lang}`);
  const { errors } = (await answer.json()) as { errors: { detail: string }[] };
  expect(errors[0]!.detail.startsWith(name)).toBe(true);
});
