// The server for assistants (Model Context Protocol): the tools and the lists of fields, over the operations of the service. It is loaded
// when the first assistant asks, so that nobody else waits for it.

import { createMcpHandler, McpServer, type StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type { CalculatorWords } from '../http/calculator.ts';
import { MODEL_VERSION } from '../report/report.ts';
import type { Lang } from '../values/text.ts';
import { fieldList } from './claim_input.ts';
import { CLAIM_TOOLS } from './claim_tools.ts';
import { otherTools } from './other_tools.ts';
import { type AskService, type ObjectSchema, Refusal, type ToolInput } from './tools.ts';

const INSTRUCTIONS =
  'kaishu compares the ways of recovering an unpaid Japanese trade receivable by calculation. Ask compare_recovery_options first; tell the facts that are known and leave out the others. Send no names of people. Amounts are yen as decimal text. It is not legal advice.';

/** A schema that is shown to assistants; what they send is read, and mistakes in it are told, by the service itself. */
const shownSchema = (schema: ObjectSchema): StandardSchemaWithJSON<ToolInput> => ({
  '~standard': {
    version: 1,
    vendor: 'kaishu',
    validate: (value) => ({ value: (value ?? {}) as ToolInput }),
    jsonSchema: { input: () => ({ ...schema }), output: () => ({ ...schema }) },
  },
});

/** Where the list of fields stands, by its language. */
const FIELD_LISTS: Readonly<Record<Lang, string>> = { en: 'kaishu://fields', ja: 'kaishu://fields/ja' };

/** What the server knows of the service. */
export interface AssistantService {
  readonly ask: AskService;
  readonly calculators: readonly CalculatorWords[];
}

/** A server for one request or one connection. */
export function assistantServer({ ask, calculators }: AssistantService): McpServer {
  const server = new McpServer({ name: 'kaishu', version: MODEL_VERSION }, { instructions: INSTRUCTIONS });
  for (const { name, title, description, input, output, run } of [...CLAIM_TOOLS, ...otherTools(calculators)])
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: shownSchema(input),
        outputSchema: shownSchema(output),
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      async (told) => {
        try {
          const { text, data } = await run(told, ask);
          return { content: [{ type: 'text', text }], structuredContent: { ...data } };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return { isError: true, content: [{ type: 'text', text: error.message }] };
        }
      },
    );
  for (const lang of ['en', 'ja'] as const)
    server.registerResource(
      lang === 'en' ? 'fields' : `fields_${lang}`,
      FIELD_LISTS[lang],
      {
        title: { en: 'Fields of a request', ja: '入力項目' }[lang],
        description: 'Every fact that may be told of a claim: name, kind or values, default, meaning.',
        mimeType: 'text/markdown',
      },
      async (uri) => ({ contents: [{ uri: uri.href, mimeType: 'text/markdown', text: fieldList(lang) }] }),
    );
  return server;
}

/** What answers a request of an assistant, by a server for it alone. */
export function assistantHandler(serviceOf: (request: Request | undefined) => AssistantService) {
  const { fetch: answer } = createMcpHandler(({ requestInfo }) => assistantServer(serviceOf(requestInfo)));
  return (request: Request): Promise<Response> => answer(request);
}
