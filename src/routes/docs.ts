// GET /docs: the interactive description, from the swagger-ui-dist package and nothing else: the page asks no other host and holds no
// script. The catalogue of problems follows it, where the `type` of every problem points.

import * as z from 'zod';
import { escaped } from '../formats/markup.ts';
import { FILE_CACHED } from '../http/caching.ts';
import type { Ctx, DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import { helpFor } from '../http/problem_help.ts';
import { contentType, send, sendProblem } from '../http/sending.ts';
import { PROBLEM_CODES, PROBLEMS } from '../problem.ts';
import type { Lang } from '../values/text.ts';

const START = `// Starts the interactive description on this page, in its language: POST /v1/evaluate first, and without the addresses that answer the same in
// another format and those that spreadsheets load.
(async () => {
  const japanese = document.documentElement.lang === 'ja';
  const spec = await (await fetch('/openapi.json')).json();
  const first = ['/v1/evaluate', '/v1/portfolio', '/v1/portfolio/map', '/v1/sensitivity/grid'];
  const place = (path) => (first.includes(path) ? first.indexOf(path) : first.length);
  const shown = Object.keys(spec.paths).filter((path) => !/[{]extension[}]|^[/]sheets[/]/.test(path));
  spec.paths = Object.fromEntries(shown.sort((a, b) => place(a) - place(b)).map((path) => {
    const { post, ...others } = spec.paths[path];
    return [path, post ? { post, ...others } : others];
  }));
  const tell = (node) => {
    if (typeof node !== 'object' || node === null) return;
    const words = node['x-description-ja'] || node['x-summary-ja'] || node['x-label-ja'];
    if (words && typeof node.description === 'string') node.description = words;
    if (node['x-summary-ja'] && node.summary) node.summary = node['x-summary-ja'];
    if (node.schema && node.name && node.schema['x-label-ja']) node.description = node.schema['x-description-ja'] || node.schema['x-label-ja'];
    Object.values(node).forEach(tell);
  };
  if (japanese) tell(spec);
  for (const item of Object.values(spec.paths)) for (const operation of Object.values(item)) {
    const example = (operation['x-examples'] || {})[japanese ? 'ja' : 'en'];
    if (example) operation.description += '\\n\\n' + example.summary + ': [' + example.address + '](' + example.address + ')';
  }
  SwaggerUIBundle({ spec, dom_id: '#api', deepLinking: false, validatorUrl: null, defaultModelsExpandDepth: 0 });
})();
`;

const STYLE = `body { margin: 0; font-family: system-ui, "Noto Sans JP", sans-serif; line-height: 1.7; }
#problems { max-width: 1460px; margin: 0 auto; padding: 0 20px 40px; }
#problems code { font-size: 1rem; }
`;

const problemList = PROBLEM_CODES.map((code) => {
  const { status, title } = PROBLEMS[code];
  const help = helpFor(code);
  return (
    `<section id="${code}"><h3><code>${code}</code> (${status})</h3>` +
    `<p lang="ja">${escaped(title.ja)}。${escaped(help.ja)}</p><p lang="en">${escaped(title.en)}. ${escaped(help.en)}</p></section>`
  );
}).join('\n');

const docsPage = (lang: Lang): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>kaishu API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/page.css">
</head>
<body>
<div id="api"></div>
<main id="problems">
<p><a href="/sheets/">表計算ソフトから使う</a> / <a href="/sheets/?lang=en" lang="en">Use it from a spreadsheet</a></p>
<h2>${{ ja: '誤りの一覧', en: 'Problems' }[lang]}</h2>
${problemList}
</main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', png: 'image/png' };

/** The files of the package that the page loads; no other file of it is served. */
export const DOCS_FILES = ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png'] as const;

const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Swagger UI writes style attributes while it draws.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CACHED = { 'Cache-Control': FILE_CACHED };

/** A file of the documentation package. */
async function packagedFile(c: Ctx, name: string): Promise<Response> {
  const file = await c.get('asset')(name);
  if (file === undefined || !file.ok) return sendProblem(c, 'not_found');
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  // A response made by the platform may have headers that cannot be changed; only its bytes are taken.
  return new Response(file.body, {
    headers: { 'Content-Type': contentType(type), ...CACHED },
  });
}

/** The description of the operation. */
export const describeDocs = (): DescribedOperation[] => [
  {
    method: 'get',
    path: '/docs',
    operationId: 'docs',
    summary: 'Documentation',
    description: 'This description as an interactive page, with the catalogue of problems.',
    tags: ['service'],
    responses: {
      200: {
        description: 'The page.',
        content: { 'text/html': { schema: z.string().meta({ description: 'An HTML page.' }) } },
      },
      ...problemResponses(),
    },
  },
];

/** Adds the interactive description and the files that its page loads. */
export const docs: Route = (app) => {
  app.get('/docs', (c) => {
    const lang = c.get('lang');
    const headers = {
      'Content-Security-Policy': DOCS_POLICY,
      'Content-Language': lang,
      Vary: 'Accept-Language',
      ...CACHED,
    };
    return send(c, docsPage(lang), { type: 'text/html', headers });
  });
  app.get('/docs/start.js', (c) => send(c, START, { type: 'text/javascript', headers: CACHED }));
  app.get('/docs/page.css', (c) => send(c, STYLE, { type: 'text/css', headers: CACHED }));
  for (const name of DOCS_FILES) app.get(`/docs/${name}`, (c) => packagedFile(c, name));
};
