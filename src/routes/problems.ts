// GET /problems/{code}: where the `type` of a problem points. A page that says what the problem is and what to do about it.

import * as z from 'zod';
import { escaped } from '../formats/markup.ts';
import { FILE_CACHED } from '../http/caching.ts';
import type { DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import { helpFor } from '../http/problem_help.ts';
import { send, sendProblem } from '../http/sending.ts';
import { PROBLEM_CODES, PROBLEMS, PROBLEMS_PATH, type ProblemCode } from '../problem.ts';
import type { Lang } from '../values/text.ts';

/** The page about a problem. */
function problemPage(code: ProblemCode, lang: Lang): string {
  const { status, title } = PROBLEMS[code];
  const all = { ja: '問題の一覧と API の説明', en: 'All problems, and the operations' }[lang];
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${code}</title></head>
<body>
<h1>${escaped(title[lang])}</h1>
<p><code>${code}</code> (${status})</p>
<p>${escaped(helpFor(code)[lang])}</p>
<p><a href="/docs">${all}</a></p>
</body>
</html>
`;
}

const isProblemCode = (word: string): word is ProblemCode => PROBLEM_CODES.some((code) => code === word);

/** The description of the operation. */
export const describeProblems = (): DescribedOperation[] => [
  {
    method: 'get',
    path: `${PROBLEMS_PATH}{code}`,
    operationId: 'problem',
    summary: 'About a problem',
    description: 'A page about one kind of problem, in the language of Accept-Language: what it is, and what to do.',
    tags: ['service'],
    request: {
      params: z.object({
        code: z.enum(PROBLEM_CODES).meta({ description: 'Code of the problem.', example: 'invalid_input' }),
      }),
    },
    responses: {
      200: {
        description: 'The page.',
        content: { 'text/html': { schema: z.string().meta({ description: 'An HTML page.' }) } },
      },
      ...problemResponses('not_found'),
    },
  },
];

/** Adds the pages about problems. */
export const problems: Route = (app) => {
  app.get(`${PROBLEMS_PATH}:code`, (c) => {
    const code = c.req.param('code');
    if (!isProblemCode(code)) return sendProblem(c, 'not_found');
    const lang = c.get('lang');
    const headers = { 'Cache-Control': FILE_CACHED, 'Content-Language': lang, Vary: 'Accept-Language' };
    return send(c, problemPage(code, lang), { type: 'text/html', headers });
  });
};
