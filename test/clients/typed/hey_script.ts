// What a program says with the client that @hey-api/openapi-ts makes, functions and types. The test compiles it in strict mode and runs it
// against the service; it prints what the test compares.

import { client } from './hey/client.gen.js';
import { evaluate, evaluateFile, limitationQuery, listOptions, portfolio } from './hey/sdk.gen.js';
import type { OptionAnswer } from './hey/types.gen.js';

client.setConfig({ baseUrl: process.argv[2] ?? '' });
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

const evaluated = await evaluate({
  body: { amount: 1_250_000, overdue_days: 82, as_of, lang: 'en', litigate: { win_rate: { mean: 0.7, low: 0.5 } } },
});
if (evaluated.data === undefined) throw new Error('no answer');
const { recommendation, options } = evaluated.data;

const refused = await evaluate({ body: { amount: 'x' } });
const ledger = await portfolio({
  query: { as_of, lang: 'en' },
  body: { rows: [{ amount: 500_000, overdue_days: 40 }] },
});
const limitation = await limitationQuery({ query: { due_date: '2022-03-31', as_of, lang: 'en' } });
const catalogue = await listOptions();
const table = await evaluateFile({
  path: { extension: 'csv' },
  query: { amount: 1_250_000, overdue_days: 82, as_of, out: 'option,net_value' },
});

// @ts-expect-error a field that does not exist is found by the compiler
await evaluate({ body: { amount: 1, overdue_dayz: 1 } });

console.log(
  JSON.stringify({
    option: recommendation.option,
    call: recommendation.call,
    net_value: recommendation.net_value,
    options: options.map(told),
    refused: refused.error?.code,
    mistakes: refused.error?.errors?.map(({ code }) => code),
    rows: ledger.data?.rows?.map(({ status }) => status),
    last_day: limitation.data?.last_day,
    catalogue: catalogue.data?.options.length,
    table: String(table.data).split('\r\n')[0],
  }),
);
