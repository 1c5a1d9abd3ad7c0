// The files that are made of the code before the service starts, by name: the description of the service and templates
// for spreadsheets. The Worker loads them from its assets and does not hold what writes them; every other runtime writes them when they are asked for.

import type { Content } from './formats/format.ts';
import { openapiDocument } from './routes/descriptions.ts';
import { OPENAPI_NAME } from './routes/openapi.ts';
import { SHEET_TEMPLATES } from './sheets/templates.ts';

/** What writes each file. */
export const MADE_FILES: ReadonlyMap<string, () => Content> = new Map([
  [OPENAPI_NAME, () => JSON.stringify(openapiDocument())],
  ...SHEET_TEMPLATES,
]);

/** A file by its name; none for a name that no file has. */
export async function madeFile(name: string): Promise<Response | undefined> {
  const write = MADE_FILES.get(name);
  return write && new Response(write());
}
