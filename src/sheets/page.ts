// The page about spreadsheets: every access method, with what to copy, the files to fetch, and the limits that its maker states. It loads
// nothing from another host, and can be read without its script.

import { escaped } from '../formats/markup.ts';
import type { Lang, Text } from '../values/text.ts';
import { ACCESS_METHODS, type AccessMethod, type Block, TRIED } from './access_methods.ts';
import { SHEET_FILES } from './files.ts';
import { formulaText } from './formula.ts';
import { programOf } from './formulas.ts';
import { PICTURE_TEXTS, PICTURE_WIDTH, type PictureSubject, pictureHeight } from './pictures.ts';

const PAGE_TEXTS = {
  title: { ja: '表計算ソフトから使う', en: 'Use it from a spreadsheet' },
  lead: {
    ja: '未回収債権の回収手段を、いつもの表の中で比べます。どの方法でも、答えは同じ計算から出ます。',
    en: 'Compare the ways of recovering unpaid receivables inside the sheet you already have. Every way in gives the same figures.',
  },
  task: { ja: '未入金の一覧があるとき', en: 'I have a list of unpaid invoices' },
  task_page: {
    ja: 'このサービスのページを開き、「一覧をまとめて調べる」に、会計ソフトから出した .xlsx か .csv を落とします。列の読み方を確かめて計算すると、1件ごとの最初の一手と金額が並び、.xlsx か .csv で保存できます。',
    en: 'Open the page of this service and drop the .xlsx or .csv of your accounting system under "A whole list". Check how the columns were read; the first step and its value are shown beside every invoice and can be saved as .xlsx or .csv.',
  },
  task_open: { ja: 'ページを開く', en: 'Open the page' },
  task_book: {
    ja: '表の中で計算し続けたいときは、下のブックか数式を使います。期日や金額を書き換えると答えも変わります。',
    en: 'To keep the answers alive inside your own sheet, use the workbooks or formulas below: they follow when an amount or a day changes.',
  },
  task_file: {
    ja: '1件の答えを表として保存する（ダブルクリックで開きます）',
    en: 'Save the answer to one invoice as a table, which opens by double click',
  },
  home: { ja: 'サービスを置く場所', en: 'Where the service may live' },
  home_own: {
    ja: '自分のパソコン（127.0.0.1）：Excel for Windows と LibreOffice からだけ届きます。Excel for Mac、Excel for the web、Google スプレッドシートからは届きません。',
    en: 'Your own computer (127.0.0.1): only Excel for Windows and LibreOffice reach it. Excel for Mac, Excel for the web and Google Sheets do not.',
  },
  home_office: {
    ja: '社内のサーバー（HTTPS）：社内の Excel と LibreOffice から届きます。Google スプレッドシートは Google のサーバーから呼ぶため届きません。',
    en: "A server inside the company (HTTPS): Excel and LibreOffice inside the company can reach it; Google Sheets cannot, because it calls from Google's servers.",
  },
  home_public: {
    ja: '公開のサーバー（HTTPS）や Cloudflare Workers：どの表計算からも届きます。数式で送る値は通信の相手に渡るので、名前は送らないでください。',
    en: 'A public server (HTTPS) or Cloudflare Workers: every spreadsheet reaches it. What a formula sends goes there, so send no names.',
  },
  home_file: {
    ja: 'サーバーなし：ページは1つのファイルとして共有フォルダーに置けます（数式は使えません）。',
    en: 'No server: the page can be kept on a shared folder as one file (formulas need a server).',
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

/** Where the service may live, and who reaches it there. */
const HOMES = [PAGE_TEXTS.home_own, PAGE_TEXTS.home_office, PAGE_TEXTS.home_public, PAGE_TEXTS.home_file];

/** The other language, in its own words. */
const otherTongue = (lang: Lang): string => (lang === 'ja' ? 'English' : '日本語');

/** Cells of the example that the formulas read, with what each holds and an example of it. */
export const EXAMPLE_CELLS: readonly (readonly [cell: string, label: Text, example: string])[] = [
  ['B2', { ja: '債権額', en: 'amount' }, '1250000'],
  ['C2', { ja: '滞留日数', en: 'days overdue' }, '82'],
  ['D2', { ja: '帝国データバンク評点（空でも可）', en: 'TDB score, may be empty' }, '52'],
  ['E2', { ja: '支払期日（日付）', en: 'due date' }, '2026-08-31'],
  ['H1', { ja: '基準日（日付）', en: 'valuation day' }, '2026-11-20'],
];

/** The full text of a file by its path below the page. */
export type ReadFile = (name: string) => string;

/** What every part of the page needs to know. */
interface PageContext {
  readonly origin: string;
  readonly lang: Lang;
  readonly files: ReadFile;
}

/** A table that scrolls inside a frame of its own on a narrow screen; the cells of `rows` are HTML. */
const scrollingTable = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
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

function block(context: PageContext, one: Block, method: AccessMethod): string {
  const { origin, lang, files } = context;
  if ('file' in one)
    return `<details><summary>${escaped(one.title[lang])} (${one.file})</summary>${codeBlock(files(one.file), one.file)}</details>`;
  const { syntax, offered } = programOf(one.formulas);
  const rows = offered(origin, lang).map(({ title, formula }) => [
    escaped(title[lang]),
    codeBlock(`=${formulaText(formula, syntax)}`, title[lang]),
  ]);
  return scrollingTable(
    `${PAGE_TEXTS.to_copy[lang]}: ${method.title[lang]}`,
    [PAGE_TEXTS.result[lang], PAGE_TEXTS.formula[lang]],
    rows,
  );
}

function section(context: PageContext, method: AccessMethod): string {
  const { lang } = context;
  const steps = method.steps.map((step) => `<li>${escaped(step[lang])}</li>`).join('');
  const limits = scrollingTable(
    `${method.title[lang]}: ${PAGE_TEXTS.limits[lang]}`,
    [PAGE_TEXTS.limit[lang], PAGE_TEXTS.source[lang]],
    method.limits.map(([limit, source]) => [escaped(limit[lang]), escaped(source[lang])]),
  );
  const inLang = (name: string): string =>
    lang === 'en' && SHEET_FILES.some(({ path, isSpoken }) => path === name && isSpoken) ? `${name}?lang=en` : name;
  const links = method.files.map((name) => `<li><a href="/sheets/${inLang(name)}">${name}</a></li>`).join('');
  return [
    `<section><h2 id="${method.id}">${escaped(method.title[lang])}</h2>`,
    `<p>${escaped(method.about[lang])}</p>`,
    steps === '' ? '' : `<ol>${steps}</ol>`,
    ...method.blocks.map((one) => block(context, one, method)),
    `<h3>${PAGE_TEXTS.files[lang]}</h3><ul class="files">${links}</ul>`,
    `<div class="limits">${limits}</div>`,
    '</section>',
  ].join('\n');
}

/** A picture of what comes out. */
const pictureOf = (subject: PictureSubject, lang: Lang): string => {
  const name = `${subject}_${lang}` as const;
  const size = `width="${PICTURE_WIDTH}" height="${pictureHeight(name)}"`;
  const alt = escaped(PICTURE_TEXTS[subject][lang]);
  return `<figure><img src="/sheets/pictures/${name}.webp" ${size} alt="${alt}" loading="lazy"></figure>`;
};

/** The page in a language; `origin` is the address of the service. */
export function sheetsPage(origin: string, lang: Lang, files: ReadFile): string {
  const context = { origin, lang, files };
  const say = (words: Text): string => escaped(words[lang]);
  const overview = scrollingTable(
    PAGE_TEXTS.ways[lang],
    [PAGE_TEXTS.way[lang], PAGE_TEXTS.where[lang], PAGE_TEXTS.rows[lang]],
    ACCESS_METHODS.map(({ id, title, where, rows }) => [`<a href="#${id}">${say(title)}</a>`, say(where), say(rows)]),
  );
  const cells = scrollingTable(
    PAGE_TEXTS.cells[lang],
    [PAGE_TEXTS.cell[lang], PAGE_TEXTS.holds[lang], PAGE_TEXTS.example[lang]],
    EXAMPLE_CELLS.map(([cell, label, example]) => [cell, say(label), example]),
  );
  const other = lang === 'ja' ? 'en' : 'ja';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(PAGE_TEXTS.title)} - kaishu</title>
<link rel="icon" href="/sheets/addin/icon_32.png">
<link rel="stylesheet" href="/sheets/page.css">
<script src="/sheets/copy.js" defer></script>
</head>
<body data-copy="${say(PAGE_TEXTS.copy)}" data-copied="${say(PAGE_TEXTS.copied)}">
<a class="skip" href="#main">${say(PAGE_TEXTS.skip)}</a>
<header>
<p><a href="/sheets/${other === 'en' ? '?lang=en' : ''}" hreflang="${other}" lang="${other}">${otherTongue(lang)}</a></p>
<h1>${say(PAGE_TEXTS.title)}</h1>
<p>${say(PAGE_TEXTS.lead)}</p>
</header>
<main id="main">
<h2 id="task">${say(PAGE_TEXTS.task)}</h2>
<ol>
<li>${say(PAGE_TEXTS.task_page)} <a href="/">${say(PAGE_TEXTS.task_open)}</a></li>
<li>${say(PAGE_TEXTS.task_book)}</li>
<li><a href="/v1/evaluate.csv?amount=1250000&amp;overdue_days=82&amp;lang=${lang}&amp;header=${lang}&amp;download=1">${say(PAGE_TEXTS.task_file)}</a> <code>/v1/evaluate.csv?amount=1250000&amp;overdue_days=82&amp;header=${lang}&amp;download=1</code></li>
</ol>
${pictureOf('list', lang)}
<h2 id="home">${say(PAGE_TEXTS.home)}</h2>
<ul>
${HOMES.map((home) => `<li>${say(home)}</li>`).join('\n')}
</ul>
<h2 id="choose">${say(PAGE_TEXTS.choose)}</h2>
${overview}
<p>${say(TRIED)}</p>
<h2 id="workbooks">${say(PAGE_TEXTS.workbooks)}</h2>
<p>${say(PAGE_TEXTS.books)}</p>
${pictureOf('workbook', lang)}
<ul class="files"><li><a href="/sheets/kaishu.xlsx">kaishu.xlsx (Excel)</a></li><li><a href="/sheets/kaishu.ods">kaishu.ods (LibreOffice)</a></li></ul>
<h2 id="cells">${say(PAGE_TEXTS.cells)}</h2>
${cells}
${ACCESS_METHODS.map((method) => section(context, method)).join('\n')}
</main>
<footer><p><a href="/docs">${say(PAGE_TEXTS.docs)}</a></p></footer>
</body>
</html>
`;
}
