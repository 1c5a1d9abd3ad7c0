// The page of the add-in's shared runtime. It loads the library of Office from Microsoft, because Office refuses add-ins that bring their
// own. That is the only address outside this service, and only Excel loads it.

/** The host of the library of Office. */
export const OFFICE_LIBRARY = 'https://appsforoffice.microsoft.com';

/** The page, with the functions that it runs. */
export const PANE = `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>kaishu</title>
<link rel="stylesheet" href="/sheets/page.css">
<script src="${OFFICE_LIBRARY}/lib/1/hosted/office.js"></script>
<script src="/sheets/addin/functions.js"></script>
</head>
<body>
<main>
<h1>kaishu 回収</h1>
<p>セルに次のように書きます。<br><span lang="en">Write in a cell:</span></p>
<ul>
<li><code>=KAISHU.BEST(B2,C2)</code></li>
<li><code>=KAISHU.NET("sell",B2,C2)</code></li>
<li><code>=KAISHU.RANK(B2,C2)</code></li>
<li><code>=KAISHU.EXPLAIN(B2,C2)</code></li>
<li><code>=KAISHU.PORTFOLIO(A1:H500)</code></li>
</ul>
<p>B2 は債権額、C2 は滞留日数です。<br><span lang="en">B2 holds the amount, C2 the days overdue.</span></p>
</main>
</body>
</html>
`;

/** Content security policy of the page. Excel on the web frames the page from hosts that are not known in advance. */
export const PANE_POLICY = [
  "default-src 'none'",
  `script-src 'self' ${OFFICE_LIBRARY}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "connect-src 'self' https:",
  'frame-src https:',
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors https:',
].join('; ');
