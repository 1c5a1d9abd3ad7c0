// The description of POST /mcp, which the app mounts beside the routes because it serves what they serve (src/mcp).

import * as z from 'zod';
import type { DescribedOperation } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';

/** The description of the operation. */
export const describeMcp = (): DescribedOperation[] => {
  const message = z.unknown().meta({ type: 'object', description: 'A message of JSON-RPC 2.0.' });
  return [
    {
      method: 'post',
      path: '/mcp',
      operationId: 'mcp',
      summary: 'Tools for assistants',
      description:
        'The Model Context Protocol over HTTP, without sessions: tools that compare, explain, vary, value a ledger and compute the law, and the list of fields as a resource. Clients of 2025 are answered as an event stream, later ones as JSON. Mistakes are messages of the protocol, not problems.',
      tags: ['service'],
      request: {
        body: { required: true, description: 'A message.', content: { 'application/json': { schema: message } } },
      },
      responses: {
        200: { description: 'The answer to the message.', content: { 'application/json': { schema: message } } },
        ...problemResponses(),
      },
    },
  ];
};
