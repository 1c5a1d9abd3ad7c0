// What every text of an answer keeps to, over all scenarios and in both languages: words with one meaning each, amounts that say what they
// are, and English as a colleague would write it.
import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { post } from './asking.ts';
import recovery from './cases/recovery_cases.json' with { type: 'json' };
import { SCENARIOS } from './cases/scenarios.ts';

const CASES = [...SCENARIOS, ...recovery].map(({ name, request }) => [name, request] as const);
/** Talks are prepared for the scenarios; they decide each claim thirty times over. */
const partsOf = (name: string): string => (/^S\d/.test(name) ? 'bridge,plan,negotiation' : 'bridge,plan');

/** Every text of an answer, with the path where it was found. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
}

/** Words that may not appear, each with what to write instead. */
const BANNED: Readonly<Record<'ja' | 'en', readonly (readonly [RegExp, instead: string])[]>> = {
  ja: [
    [/見込/, '期待額 for yen, 確率 or 可能性 for a chance, 見通し for a forecast'],
    [/円差/, 'which of the two is more'],
    [/聞いていません/, '入力されていません'],
    [/が分かれば計算/, '…を入れると計算します'],
    [/何も回収できない/, '1円も回収できない確率'],
    [/残額は次へ/, 'what happens to the rest'],
    [/値打ち/, '価値'],
    [/円を返すものとして|%を返すものとして/, '後に返還を求められると見て'],
    [/\bnull\b|undefined|NaN|\{\w+\}/, 'a figure'],
  ],
  en: [
    [/\bstands?\b|\bstanding\b/i, 'is, applies, remains'],
    [/\b(?:is|are|was|were|been) told\b|\btold apart\b/i, 'is given, has been entered, can be distinguished'],
    [/\basked is\b|\bis asked\b/i, 'what was asked'],
    [/\bapart\b[.;]/i, 'which of the two is ahead, and by how much'],
    [/\btitle (?:is )?(?:already )?in hand\b/i, 'you already have a title'],
    [/\btake another way\b/i, 'go on to another step'],
    [/\b(?:P10|P50|P90) -?¥/, 'one time in ten'],
    [/chance of [\d.]+% that (?:nothing|costs)/, 'the chance of … is …'],
    [/\bcan be valued once .* (?:is|are) known/i, 'enter … to have it valued'],
    [/\bnull\b|undefined|NaN|\{\w+\}/, 'a figure'],
  ],
};

/** What an amount may be, in the sentence that holds it. */
const AMOUNT_IS: Readonly<Record<'ja' | 'en', RegExp>> = {
  ja: /期待額|確実|費用|手数料|郵便|代金|価額|金額|固定費|額が|額は|額の|額を|以下|以上|残|元本|損害金|申出|提示|合意|一括払い|下回|価値|多|少な|増え|減り|不利|回収|かかり|かかる|請求|催告|相殺|担保|保証|配当|債権|納入|限|報酬|着手金|1円|円を残/,
  en: /expected|value|worse|cost|fee|price|worth|more|less|higher|lower|ahead|recover|claim|offer|lump sum|floor|interest|balance|limit|outlay|paid|pay|deposit|security|guarantor|dividend|set-off|Demand|one time in ten|certain|postage|limited|save|deliver|aim|concede|estimate|principal/,
};

const YEN: Readonly<Record<'ja' | 'en', RegExp>> = { ja: /-?\d[\d,]*円/, en: /-?¥\d[\d,]*/ };
const sentencesOf = (text: string, lang: 'ja' | 'en'): string[] =>
  lang === 'ja' ? text.split(/(?<=。)/) : text.split(/(?<=[.;:]) /);

describe.each(['ja', 'en'] as const)('in %s', (lang) => {
  test.each(CASES)('the words of the answer are plain, and amounts say what they are: %s', async (name, request) => {
    const response = await post('/v1/evaluate', { ...request, lang, include: partsOf(name) });
    const report = (await response.json()) as Report;
    const found: string[] = [];
    for (const [path, text] of textsOf(report)) {
      for (const [word, instead] of BANNED[lang])
        if (word.test(text)) found.push(`${path}: ${text} (${word}; instead: ${instead})`);
      for (const sentence of sentencesOf(text, lang))
        if (YEN[lang].test(sentence) && !AMOUNT_IS[lang].test(sentence)) found.push(`${path}: what is it? ${sentence}`);
    }
    expect([...new Set(found)]).toEqual([]);
  });
});

describe('the headline', () => {
  const headlineOf = async (request: object, lang: 'ja' | 'en') =>
    ((await (await post('/v1/evaluate', { ...request, lang })).json()) as Report).recommendation.headline;
  const evader = SCENARIOS.find(({ name }) => name.startsWith('S2:'))?.request ?? {};

  test('says which of two near options is ahead', async () => {
    expect(await headlineOf(evader, 'ja')).toMatch(/より[\d,]+円多いだけで、ほぼ互角です/);
    expect(await headlineOf(evader, 'en')).toMatch(/only ¥[\d,]+ ahead of "/);
  });

  test('gives four chances where the outcomes fall into two humps', async () => {
    expect(await headlineOf(evader, 'ja')).toMatch(
      /全額を回収できる確率[\d.]+%、一部だけ[\d.]+%、1円も回収できない確率[\d.]+%。費用が入金を上回る確率[\d.]+%/,
    );
  });

  test('says that next to nothing is left of a claim that is worth less than a few thousand yen', async () => {
    const request = SCENARIOS.find(({ name }) => name.startsWith('S3: '))?.request ?? {};
    expect(await headlineOf(request, 'ja')).toMatch(/^ほとんど回収できません/);
    expect(await headlineOf(request, 'en')).toMatch(/^Next to nothing can be recovered/);
  });

  test('leaves out how it can turn out where it is certain', async () => {
    const request = SCENARIOS.find(({ name }) => name.startsWith('S1: '))?.request ?? {};
    expect(await headlineOf(request, 'ja')).not.toMatch(/確率|10回に1回/);
  });
});

describe('the deadlines', () => {
  test('are those of the next steps and the limitation, not those of a step two years away', async () => {
    const request = SCENARIOS.find(({ name }) => name.startsWith('S4b'))?.request ?? {};
    const report = (await (await post('/v1/evaluate', request)).json()) as Report;
    expect(report.recommendation.plan?.at(-1)?.from.slice(0, 4)).not.toBe('2026');
    expect(report.recommendation.deadlines.map(({ kind }) => kind)).toEqual(['due_date', 'limitation']);
  });
});

describe('what would change the answer', () => {
  test('a debtor who pays sooner and is worth less is explained, and one who is worth more is not', async () => {
    const sensitivityOf = async (name: string) => {
      const request = SCENARIOS.find((one) => one.name.startsWith(name))?.request ?? {};
      const response = await post('/v1/evaluate', { ...request, lang: 'en', include: 'sensitivity' });
      return ((await response.json()) as Report).sensitivity ?? [];
    };
    const about = [...(await sensitivityOf('S12')), ...(await sensitivityOf('S8'))].filter(
      ({ id, low, high }) => id.startsWith('hazard.pay') && low !== null && high !== null,
    );
    expect(about.length).toBeGreaterThan(1);
    const explained = about.map(({ low, high, text }) => [
      Number(high?.net_value) < Number(low?.net_value),
      text.includes('would have paid by now'),
    ]);
    for (const [isLess, isExplained] of explained) expect(isExplained).toBe(isLess);
    expect(explained.some(([isLess]) => isLess)).toBe(true);
  });
});
