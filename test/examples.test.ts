// Every example of the description is asked: it answers as it promises, in the language it is written for.

import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { madeFile } from '../src/made_files.ts';
import { openapiDocument } from '../src/routes/descriptions.ts';

const app = createApp({ asset: madeFile });

type Examples = Record<string, { summary: string; value?: unknown; address?: string }>;
interface Operation {
  operationId: string;
  'x-examples'?: Examples;
  parameters?: { name?: string; in?: string; schema?: { example?: unknown } }[];
  requestBody?: { content: Record<string, { examples?: Examples }> };
  responses: Record<string, { content?: Record<string, { examples?: Examples }> }>;
}

const { paths } = JSON.parse(JSON.stringify(openapiDocument())) as {
  paths: Record<string, Record<string, Operation>>;
};

const all = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })),
);

/** The pages and the files of packages, which are built or installed before the service starts. */
const BUILT = /^(page|page_file)$/;

/** The path of an operation with examples for its parts. */
const filled = (path: string, { parameters = [] }: Operation): string =>
  parameters.reduce(
    (text, { name, in: place, schema }) =>
      place === 'path' ? text.replace(`{${name}}`, String(schema?.example ?? name)) : text,
    path.replace('{extension}', 'csv'),
  );

/** Every example of an operation, with the media type of what it is an example of. */
function examplesOf(path: string, { requestBody, responses, 'x-examples': asked = {} }: Operation) {
  const answers = Object.keys(responses['200']?.content ?? {});
  const type = path.includes('{extension}') ? 'text/csv' : (answers[0] ?? '');
  const bodies = Object.entries(requestBody?.content ?? {}).flatMap(([of, { examples = {} }]) =>
    Object.entries(examples).map(([lang, example]) => ({ type: of, lang, ...example })),
  );
  return [...bodies, ...Object.entries(asked).map(([lang, example]) => ({ type, lang, ...example }))];
}

describe('the page of the documentation', () => {
  type Spec = { paths: Record<string, Record<string, { summary: string }>> };
  /** What the page hands to its viewer, in a language. */
  async function shownIn(lang: string): Promise<Spec> {
    const script = await (await app.request('/docs/start.js')).text();
    return new Promise((resolve) => {
      const page = { documentElement: { lang } };
      const viewer = ({ spec }: { spec: Spec }) => resolve(spec);
      new Function('document', 'fetch', 'SwaggerUIBundle', script)(page, (path: string) => app.request(path), viewer);
    });
  }

  test('shows POST /v1/evaluate first, without twins and files', async () => {
    const { paths: shown } = await shownIn('en');
    const [[path, item]] = Object.entries(shown) as [[string, object]];
    expect([path, Object.keys(item)[0]]).toEqual(['/v1/evaluate', 'post']);
    expect(Object.keys(shown).filter((one) => /extension|^\/sheets\//.test(one))).toEqual([]);
    expect(Object.keys(shown)).toContain('/v1/limitation');
  });

  test.each([
    ['ja', '債権1件の評価'],
    ['en', 'Evaluate one receivable'],
  ])('in the language of its reader: %s', async (lang, summary) => {
    const page = await app.request('/docs', { headers: { 'Accept-Language': lang } });
    expect(await page.text()).toContain(`<html lang="${lang}">`);
    expect((await shownIn(lang)).paths['/v1/evaluate']!.post!.summary).toBe(summary);
  });
});

describe.each(all)('$name', ({ path, operation }) => {
  const examples = examplesOf(path, operation);

  test('has an example in each language, with a name in it', () => {
    expect(new Set(examples.map(({ lang }) => lang))).toEqual(new Set(['ja', 'en']));
    for (const { lang, summary } of examples) {
      if (lang === 'ja') expect(summary).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      else expect(summary).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  test('each is answered', async () => {
    for (const { type, lang, value, address } of examples) {
      const headers = { 'Accept-Language': lang };
      const body = typeof value === 'string' ? value : JSON.stringify(value);
      const accept = path === '/mcp' ? { Accept: 'application/json, text/event-stream' } : {};
      const answer =
        address === undefined
          ? await app.request(filled(path, operation), {
              method: 'POST',
              headers: { ...headers, ...accept, 'Content-Type': type },
              body,
            })
          : await app.request(address, { headers });
      if (BUILT.test(operation.operationId)) expect([200, 404]).toContain(answer.status);
      else expect(answer.status, `${address ?? body}: ${answer.ok ? '' : await answer.clone().text()}`).toBe(200);
      const spoken = answer.headers.get('Content-Language');
      if (spoken !== null && !BUILT.test(operation.operationId)) expect(spoken).toBe(lang);
      if (address !== undefined && answer.ok) expect(answer.headers.get('Content-Type')).toContain(type);
    }
  });
});
