// The methods by which a spreadsheet can use the service, as the page describes them: what each is good for, how it is set up, and what its
// maker says about limits. Only what a maker states or what was measured is written; figures without a source are left out.

import type { Text } from '../values/text.ts';

/** A block to copy: formulas of a program, or a file in full. */
export type Block =
  | { readonly formulas: 'excel' | 'calc' | 'google' }
  | { readonly file: string; readonly title: Text };

/** A method by which a spreadsheet can use the service. */
export interface AccessMethod {
  readonly id: string;
  readonly title: Text;
  /** Programs in which it works. */
  readonly where: Text;
  /** What one request carries. */
  readonly rows: Text;
  readonly about: Text;
  readonly steps: readonly Text[];
  readonly limits: readonly (readonly [limit: Text, source: Text])[];
  readonly blocks: readonly Block[];
  /** Files to fetch, by their path below the page. */
  readonly files: readonly string[];
}

const MICROSOFT: Text = { ja: 'Microsoft', en: 'Microsoft' };
const GOOGLE: Text = { ja: 'Google', en: 'Google' };
const MEASURED: Text = { ja: '測定（LibreOffice 7.4.7）', en: 'measured with LibreOffice 7.4.7' };
const OURS: Text = { ja: '本サービス', en: 'this service' };
const ONE_ROW: Text = { ja: '1セルに1件', en: 'one claim a cell' };

/** Every access method, in the order of the page. */
export const ACCESS_METHODS: readonly AccessMethod[] = [
  {
    id: 'excel',
    title: { ja: 'Excel の数式', en: 'Formulas in Excel' },
    where: { ja: 'Excel（Windows）', en: 'Excel on Windows' },
    rows: { ja: '1件、または59行', en: 'one claim, or 59 rows' },
    about: {
      ja: '設定なしで使えます。B列に債権額、C列に滞留日数、H1に基準日を入れて貼り付けてください。',
      en: 'Needs no setup. Put amounts in column B, days overdue in C and the valuation day in H1, then paste.',
    },
    steps: [],
    limits: [
      [
        {
          ja: 'WEBSERVICE は Windows 版でだけ結果を返します。Mac 版と Web 版では使えません。',
          en: 'WEBSERVICE returns results on Windows only, not on Mac and not on the web.',
        },
        MICROSOFT,
      ],
      [
        {
          ja: 'URL は2,048文字、答えは32,767文字まで。超えると #VALUE! になります。',
          en: 'An address has at most 2,048 characters and an answer 32,767; beyond that the cell shows #VALUE!.',
        },
        MICROSOFT,
      ],
      [
        {
          ja: '59行分の数式には LET・BYROW・TEXTSPLIT のある Excel が要ります。',
          en: 'The formula for 59 rows needs an Excel with LET, BYROW and TEXTSPLIT.',
        },
        OURS,
      ],
    ],
    blocks: [{ formulas: 'excel' }],
    files: ['excel.txt', 'kaishu.xlsx'],
  },
  {
    id: 'calc',
    title: { ja: 'LibreOffice Calc の数式', en: 'Formulas in LibreOffice Calc' },
    where: { ja: 'LibreOffice（Windows・macOS・Linux）', en: 'LibreOffice on Windows, macOS, Linux' },
    rows: ONE_ROW,
    about: {
      ja: 'WEBSERVICE と FILTERXML が使えます。引数の区切りはセミコロンです。',
      en: 'WEBSERVICE and FILTERXML work; arguments are separated by semicolons.',
    },
    steps: [
      {
        ja: 'ファイルを開いたら「更新を許可」を押します。押すまでセルは Err:540 です。',
        en: 'Press “Allow updating” when the file opens; until then cells show Err:540.',
      },
    ],
    limits: [
      [
        { ja: '同じURLのセルは1回の通信を分け合います。', en: 'Cells with the same address share one request.' },
        MEASURED,
      ],
      [
        {
          ja: 'WEBSERVICE の結果は文字列です。NUMBERVALUE で数値にします。',
          en: 'WEBSERVICE gives text; NUMBERVALUE makes it a number.',
        },
        MEASURED,
      ],
      [
        {
          ja: '状態コードが4xxだと #VALUE! だけになるので、誤りは ERR で始まる文として返します。',
          en: 'A 4xx status shows as #VALUE! alone, so that mistakes are answered as text beginning with ERR.',
        },
        MEASURED,
      ],
    ],
    blocks: [{ formulas: 'calc' }],
    files: ['calc.txt', 'kaishu.ods'],
  },
  {
    id: 'google',
    title: { ja: 'Google スプレッドシートの数式', en: 'Formulas in Google Sheets' },
    where: { ja: 'Google スプレッドシート', en: 'Google Sheets' },
    rows: { ja: '1件、または59行', en: 'one claim, or 59 rows' },
    about: {
      ja: '少ない行に向きます。行が多いときは下の Apps Script を使ってください。',
      en: 'Good for a few rows; for more use Apps Script.',
    },
    steps: [
      { ja: '初めて使うとき「アクセスを許可」を押します。', en: 'Press “Allow access” the first time.' },
      {
        ja: '基準日は H1 に日付の値として入れます（NOW は参照できません）。',
        en: 'Keep the valuation day in H1 as a plain value; NOW may not be referred to.',
      },
    ],
    limits: [
      [
        {
          ja: '開いている間は1時間ごとに確かめられ、開き直しても更新されません。',
          en: 'Checked every hour while the document is open; reopening does not refresh.',
        },
        GOOGLE,
      ],
      [
        {
          ja: '取得の量には上限があり、数は公表されていません。',
          en: 'The amount of fetching is limited; no number is published.',
        },
        GOOGLE,
      ],
    ],
    blocks: [{ formulas: 'google' }],
    files: ['google.txt'],
  },
  {
    id: 'apps-script',
    title: { ja: 'Google Apps Script の関数', en: 'A function for Google Apps Script' },
    where: { ja: 'Google スプレッドシート', en: 'Google Sheets' },
    rows: {
      ja: '5,000行ごとに送信（同じ相手の請求は5,000行の中でまとめて判断。1つの式で20,000行まで）',
      en: 'sent by 5,000 rows, within which invoices of a debtor are decided together; 20,000 in one formula',
    },
    about: {
      ja: '=KAISHU(A1:H500) で、見出しつきの範囲を1回の通信で評価します。答えは6時間まで保存され、第3引数のセルを変えると取り直します。',
      en: '=KAISHU(A1:H500) values a range with headings in one request. Answers are kept for up to six hours; changing the cell of the third argument fetches them again.',
    },
    steps: [
      {
        ja: '拡張機能 > Apps Script を開き、下のスクリプトを貼り付けて保存します。',
        en: 'Open Extensions > Apps Script, paste the script and save.',
      },
      { ja: '氏名や会社名の列は範囲に含めないでください。', en: 'Leave columns with names out of the range.' },
    ],
    limits: [
      [{ ja: '関数の1回の実行は30秒までです。', en: 'A call of a custom function has 30 seconds.' }, GOOGLE],
      [
        {
          ja: '通信は1日20,000回、Workspace では100,000回までです。',
          en: '20,000 requests a day, 100,000 with Workspace.',
        },
        GOOGLE,
      ],
      [
        {
          ja: 'キャッシュの値は100 KB、キーは250文字まで。長い答えは分けて保存します。',
          en: 'A cached value has at most 100 KB and a key 250 characters; long answers are kept in parts.',
        },
        GOOGLE,
      ],
    ],
    blocks: [
      { file: 'kaishu.gs', title: { ja: 'スクリプト', en: 'Script' } },
      { file: 'appsscript.json', title: { ja: 'マニフェスト', en: 'Manifest' } },
    ],
    files: ['kaishu.gs', 'appsscript.json'],
  },
  {
    id: 'power-query',
    title: { ja: 'Excel の Power Query', en: 'Power Query in Excel' },
    where: { ja: 'Excel の Power Query', en: 'Excel with Power Query' },
    rows: { ja: '5,000行ごとに1回', en: '5,000 rows a request' },
    about: {
      ja: '表を渡すと、答えの列を加えた表を返す関数です。更新するたびに取り直します。',
      en: 'A function that takes a table and returns it with columns of answers, fetched again at every refresh.',
    },
    steps: [
      {
        ja: '空のクエリの詳細エディターに貼り付け、Kaishu と名づけます。',
        en: 'Paste into the advanced editor of a blank query and name it Kaishu.',
      },
      { ja: '資格情報は「匿名」を選びます。', en: 'Choose Anonymous as credentials.' },
      {
        ja: 'ブックとサイトのプライバシー レベルを合わせます（組織）。',
        en: 'Give workbook and site the same privacy level (Organizational).',
      },
    ],
    limits: [
      [{ ja: 'POST は匿名でだけ送れます。', en: 'POST requests can only be made anonymously.' }, MICROSOFT],
      [
        {
          ja: 'プライバシー レベルが合わないと Formula.Firewall で止まります。',
          en: 'Without matching privacy levels the query stops with Formula.Firewall.',
        },
        MICROSOFT,
      ],
    ],
    blocks: [{ file: 'kaishu.pq', title: { ja: 'クエリ', en: 'Query' } }],
    files: ['kaishu.pq'],
  },
  {
    id: 'addin',
    title: { ja: 'Excel アドイン', en: 'Excel add-in' },
    where: { ja: 'Excel（Web・Windows・Mac）', en: 'Excel on the web, Windows, Mac' },
    rows: { ja: '同時の計算をまとめて1,000件、範囲は5,000行ごと', en: '1,000 calls together, 5,000 rows of a range' },
    about: {
      ja: '=KAISHU.BEST(B2,C2)、=KAISHU.NET("sell",B2,C2)、=KAISHU.RANK(B2,C2)、=KAISHU.EXPLAIN(B2,C2)、=KAISHU.PORTFOLIO(A1:H500) が使えます。',
      en: 'Adds =KAISHU.BEST(B2,C2), =KAISHU.NET("sell",B2,C2), =KAISHU.RANK(B2,C2), =KAISHU.EXPLAIN(B2,C2) and =KAISHU.PORTFOLIO(A1:H500).',
    },
    steps: [
      {
        ja: 'マニフェストを保存し、Excel のアドインの追加から読み込みます。',
        en: 'Save the manifest and add it in Excel as an add-in.',
      },
      { ja: 'サービスは https で公開されている必要があります。', en: 'The service must be reached by https.' },
    ],
    limits: [
      [
        {
          ja: 'iPad では使えません。Windows は Microsoft 365 と 2024 以降を対象とします。',
          en: 'Not on iPad; on Windows meant for Microsoft 365 and 2024 or later.',
        },
        MICROSOFT,
      ],
      [
        {
          ja: '隣のセルが埋まっていると、表の答えは #SPILL! になります。',
          en: 'A table of answers shows #SPILL! when cells beside it are filled.',
        },
        MICROSOFT,
      ],
      [
        {
          ja: '関数の更新が届くまで最大24時間かかります。',
          en: 'Updates of functions may take up to 24 hours to arrive.',
        },
        MICROSOFT,
      ],
    ],
    blocks: [],
    files: ['addin/manifest.xml'],
  },
];

/** Which of the methods were tested, and how. */
export const TRIED: Text = {
  ja: 'LibreOffice では用意したブックを実際に開いて試験しています。Excel と Google のものは各社の文書に沿って作り、関数は模擬環境で試験していますが、実物では試していません。',
  en: 'The ready workbooks are tested in LibreOffice itself. What is meant for Excel and Google follows their documentation, and the functions are tested with their hosts imitated, but not in the products.',
};
