// The page about spreadsheets: every way in, with what to copy, the files to fetch, and the limits that its maker states. It asks no
// other host, and reads without its script.

import { escaped } from '../formats/markup.ts';
import type { Lang, Text } from '../values/text.ts';
import { written } from './formula.ts';
import { PROGRAMS } from './formulas.ts';
import { type Block, TRIED, WAYS, type Way } from './ways.ts';

const WORDS = {
  title: { ja: '表計算ソフトから使う', en: 'Use it from a spreadsheet' },
  lead: {
    ja: '未回収債権の回収手段を、いつもの表の中で比べます。どの方法でも、答えは同じ計算から出ます。',
    en: 'Compare the ways of recovering unpaid receivables inside the sheet you already have. Every way in gives the same figures.',
  },
  skip: { ja: '本文へ', en: 'Skip to content' },
  choose: { ja: '方法の選び方', en: 'Which way to choose' },
  ways: { ja: '方法と、使える表計算ソフト', en: 'Ways in, and where they work' },
  way: { ja: '方法', en: 'Way' },
  where: { ja: '使えるソフト', en: 'Works in' },
  rows: { ja: '1回の通信で', en: 'In one request' },
  cells: { ja: '数式が読むセル', en: 'Cells that the formulas read' },
  cell: { ja: 'セル', en: 'Cell' },
  holds: { ja: '入れるもの', en: 'What it holds' },
  example: { ja: '例', en: 'Example' },
  result: { ja: '得られるもの', en: 'Result' },
  formula: { ja: '数式', en: 'Formula' },
  to_copy: { ja: 'コピーして使う', en: 'To copy' },
  limits: { ja: '制限', en: 'Limits' },
  limit: { ja: '内容', en: 'Limit' },
  source: { ja: '出典', en: 'Stated by' },
  files: { ja: 'ファイル', en: 'Files' },
  workbooks: { ja: '3つの例が入ったブック', en: 'Workbooks with three examples' },
  books: {
    ja: '未入金一覧・与信の兆候・年齢表の3つの例に数式が入っています。設定シートのアドレスと基準日を書き換えて使います。',
    en: 'Open items, signs of credit and an aging list, with formulas beside each line. Change address and day on the first sheet.',
  },
  docs: { ja: 'APIの説明', en: 'API documentation' },
  copy: { ja: 'コピー', en: 'Copy' },
  copied: { ja: 'コピーしました', en: 'Copied' },
} as const satisfies Record<string, Text>;

/** The other language, in its own words. */
const otherTongue = (lang: Lang): string => (lang === 'ja' ? 'English' : '日本語');

/** Cells of the example, as the formulas read them. */
export const EXAMPLE_CELLS: readonly (readonly [cell: string, label: Text, shown: string])[] = [
  ['B2', { ja: '債権額', en: 'amount' }, '1250000'],
  ['C2', { ja: '滞留日数', en: 'days overdue' }, '82'],
  ['D2', { ja: '帝国データバンク評点（空でも可）', en: 'TDB score, may be empty' }, '52'],
  ['E2', { ja: '支払期日（日付）', en: 'due date' }, '2026-08-31'],
  ['H1', { ja: '基準日（日付）', en: 'valuation day' }, '2026-11-20'],
];

/** Files of a page in their full text, by name. */
export type Files = (name: string) => string;

interface Shown {
  readonly origin: string;
  readonly lang: Lang;
  readonly files: Files;
}

/** A table in a frame of its own, which scrolls on a narrow screen. */
const table = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<div class="wide" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption><thead><tr>${heads
    .map((head) => `<th scope="col">${escaped(head)}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .map(
      ([first, ...others]) =>
        `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('\n')}</tbody></table></div>`;

const codeBlock = (text: string, label: string): string =>
  `<pre tabindex="0" aria-label="${escaped(label)}"><code>${escaped(text)}</code></pre>`;

function block(shown: Shown, one: Block, way: Way): string {
  const { origin, lang, files } = shown;
  if ('file' in one)
    return `<details><summary>${escaped(one.title[lang])} (${one.file})</summary>${codeBlock(files(one.file), one.file)}</details>`;
  const { dialect, offered } = PROGRAMS.find(({ id }) => id === one.formulas)!;
  const rows = offered(origin, lang).map(({ title, formula }) => [
    escaped(title[lang]),
    codeBlock(`=${written(formula, dialect)}`, title[lang]),
  ]);
  return table(`${WORDS.to_copy[lang]}: ${way.title[lang]}`, [WORDS.result[lang], WORDS.formula[lang]], rows);
}

function section(shown: Shown, way: Way): string {
  const { lang } = shown;
  const steps = way.steps.map((step) => `<li>${escaped(step[lang])}</li>`).join('');
  const limits = table(
    `${way.title[lang]}: ${WORDS.limits[lang]}`,
    [WORDS.limit[lang], WORDS.source[lang]],
    way.limits.map(([limit, source]) => [escaped(limit[lang]), escaped(source[lang])]),
  );
  // Only formulas are written in a language.
  const inLang = (name: string): string => (lang === 'en' && name.endsWith('.txt') ? `${name}?lang=en` : name);
  const links = way.files.map((name) => `<li><a href="/sheets/${inLang(name)}">${name}</a></li>`).join('');
  return [
    `<section><h2 id="${way.id}">${escaped(way.title[lang])}</h2>`,
    `<p>${escaped(way.about[lang])}</p>`,
    steps === '' ? '' : `<ol>${steps}</ol>`,
    ...way.blocks.map((one) => block(shown, one, way)),
    `<h3>${WORDS.files[lang]}</h3><ul class="files">${links}</ul>`,
    `<div class="limits">${limits}</div>`,
    '</section>',
  ].join('\n');
}

/** The page in a language. */
export function sheetsPage(origin: string, lang: Lang, files: Files): string {
  const shown = { origin, lang, files };
  const say = (words: Text): string => escaped(words[lang]);
  const overview = table(
    WORDS.ways[lang],
    [WORDS.way[lang], WORDS.where[lang], WORDS.rows[lang]],
    WAYS.map(({ id, title, where, rows }) => [`<a href="#${id}">${say(title)}</a>`, say(where), say(rows)]),
  );
  const cells = table(
    WORDS.cells[lang],
    [WORDS.cell[lang], WORDS.holds[lang], WORDS.example[lang]],
    EXAMPLE_CELLS.map(([cell, label, example]) => [cell, say(label), example]),
  );
  const other = lang === 'ja' ? 'en' : 'ja';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(WORDS.title)} - kaishu</title>
<link rel="icon" href="/sheets/addin/icon_32.png">
<link rel="stylesheet" href="/sheets/page.css">
<script src="/sheets/copy.js" defer></script>
</head>
<body data-copy="${say(WORDS.copy)}" data-copied="${say(WORDS.copied)}">
<a class="skip" href="#main">${say(WORDS.skip)}</a>
<header>
<p><a href="/sheets/${other === 'en' ? '?lang=en' : ''}" hreflang="${other}" lang="${other}">${otherTongue(lang)}</a></p>
<h1>${say(WORDS.title)}</h1>
<p>${say(WORDS.lead)}</p>
</header>
<main id="main">
<h2 id="choose">${say(WORDS.choose)}</h2>
${overview}
<p>${say(TRIED)}</p>
<h2 id="workbooks">${say(WORDS.workbooks)}</h2>
<p>${say(WORDS.books)}</p>
<ul class="files"><li><a href="/sheets/kaishu.xlsx">kaishu.xlsx (Excel)</a></li><li><a href="/sheets/kaishu.ods">kaishu.ods (LibreOffice)</a></li></ul>
<h2 id="cells">${say(WORDS.cells)}</h2>
${cells}
${WAYS.map((way) => section(shown, way)).join('\n')}
</main>
<footer><p><a href="/docs">${say(WORDS.docs)}</a></p></footer>
</body>
</html>
`;
}
