// What a program says with the types of openapi-typescript and the client of openapi-fetch. The test compiles it in strict mode and runs it
// against the service; it prints what the test compares.

import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

type OptionAnswer = components['schemas']['OptionAnswer'];

const client = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl: process.argv[2] ?? '' });
const as_of = '2026-11-21';

/** Every status is told, and no figure is read where its status has none. */
function told(option: OptionAnswer): string {
  switch (option.status) {
    case 'open':
      return `${option.rank} ${option.id} ${option.net_value}`;
    case 'barred':
      return `- ${option.id} ${option.bars.map(({ code }) => code).join(',')}`;
    case 'needs_terms':
      return `? ${option.id} ${option.needs.join(',')}`;
  }
}

const evaluated = await client.POST('/v1/evaluate', {
  body: { amount: 1_250_000, overdue_days: 82, as_of, lang: 'en', litigate: { win_rate: { mean: 0.7, low: 0.5 } } },
});
if (evaluated.error) throw new Error(evaluated.error.title);
const { recommendation, options } = evaluated.data;

const refused = await client.POST('/v1/evaluate', { body: { amount: 'x' } });
const ledger = await client.POST('/v1/portfolio', {
  params: { query: { as_of, lang: 'en' } },
  body: { rows: [{ amount: 500_000, overdue_days: 40 }] },
});
const limitation = await client.GET('/v1/limitation', {
  params: { query: { due_date: '2022-03-31', as_of, lang: 'en' } },
});
const catalogue = await client.GET('/v1/options');
const table = await client.GET('/v1/evaluate.{extension}', {
  params: {
    path: { extension: 'csv' },
    query: { amount: 1_250_000, overdue_days: 82, as_of, out: 'option,net_value' },
  },
  parseAs: 'text',
});

// @ts-expect-error a field that does not exist is found by the compiler
export const misspelt = { amount: 1, overdue_dayz: 1 } satisfies components['schemas']['EvaluateRequest'];

console.log(
  JSON.stringify({
    option: recommendation.option satisfies components['schemas']['OptionId'],
    call: recommendation.call,
    net_value: recommendation.net_value,
    options: options.map(told),
    refused: refused.error?.code,
    mistakes: refused.error?.errors?.map(({ code }) => code),
    rows: ledger.data?.rows?.map(({ status }) => status),
    last_day: limitation.data?.last_day,
    catalogue: catalogue.data?.options.length,
    table: table.data?.split('\r\n')[0],
  }),
);
