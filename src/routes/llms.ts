// GET /llms.txt: where everything is, for assistants that read addresses rather than descriptions.

import * as z from 'zod';
import { FILE_CACHED } from '../http/caching.ts';
import type { DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import { send } from '../http/sending.ts';

const GUIDE = `# kaishu (回収)

> Compares every way of recovering an unpaid Japanese trade receivable (wait, chase, demand, plan, settle, set off, sell, factor, court, enforce, write off and more) in yen, ranks them, and gives the dated plan with the law behind it. A comparison by calculation, not legal advice. Nothing is stored; send no names of people.

Ask with POST /v1/evaluate and a JSON object: \`amount\` and one of \`due_date\` and \`overdue_days\` are needed, everything else may be left out. Add \`"lang": "en"\` for English. Amounts in answers are yen as decimal text.

## Ask

- [POST /v1/evaluate](/docs): one receivable; GET works with the same names as a query
- [POST /v1/portfolio?map=auto](/docs): a ledger as the accounting system exported it
- [POST /mcp](/docs): the same as five tools (Model Context Protocol)
- [One answer as text](/v1/evaluate.txt?amount=1250000&overdue_days=82&lang=en): an example

## What can be told and what is assumed

- [Fields](/v1/fields): every fact of a request, with values, defaults and meaning
- [Options](/v1/options): what can be done
- [Assumptions](/v1/assumptions): every default number with its source
- [Law](/v1/law): every dated legal value with its article

## Law by itself

- [Court fees](/v1/court-fees?amount=1000000&lang=en)
- [Limitation](/v1/limitation?due_date=2022-03-31&lang=en)
- [Late interest](/v1/interest?amount=1000000&due_date=2026-03-31&lang=en)

## Descriptions

- [OpenAPI](/openapi.json)
- [Documentation](/docs)
- [Versions](/version)
`;

/** The description of the operation. */
export const describeLlms = (): DescribedOperation[] => [
  {
    method: 'get',
    path: '/llms.txt',
    operationId: 'llms',
    summary: 'Where everything is',
    description: 'The addresses of the service in a few lines, for assistants.',
    tags: ['service'],
    responses: {
      200: {
        description: 'The lines.',
        content: { 'text/plain': { schema: z.string().meta({ description: 'A text in Markdown.' }) } },
      },
      ...problemResponses(),
    },
  },
];

/** Adds the lines for assistants. */
export const llms: Route = (app) => {
  app.get('/llms.txt', (c) => send(c, GUIDE, { type: 'text/plain', headers: { 'Cache-Control': FILE_CACHED } }));
};
