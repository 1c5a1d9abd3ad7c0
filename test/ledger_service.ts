// The service as scripts of spreadsheets meet it: the app, and in the place of POST /v1/portfolio, as long as the app has none, a reading
// of its contract that asks the app for every single value.

import { createApp } from '../src/app.ts';
import { describedFields } from '../src/request.ts';

export const ORIGIN = 'https://kaishu.example';
const app = createApp();

interface Asked {
  readonly lang: string;
  readonly header?: string;
  readonly out: string;
  readonly rows?: readonly Record<string, unknown>[];
  readonly table?: readonly (readonly unknown[])[];
}

const NAMES = new Map(
  describedFields().flatMap(({ name, label }) => [name, label.ja, label.en].map((one) => [one, name])),
);

const flat = (facts: Record<string, unknown>): [string, string][] =>
  Object.entries(facts).flatMap(([name, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([term, inner]) => [`${name}.${term}`, String(inner)])
      : [[name, String(value)]],
  );

/** The values of one claim by their names, or the problem with it. */
async function valuesOf(facts: Record<string, unknown>, { lang, out }: Asked) {
  const result: Record<string, string | number | null> = {};
  for (const field of out.split(',')) {
    const query = new URLSearchParams([...flat(facts), ['lang', lang], ['field', field], ['strict', '1']]);
    const answer = await app.request(`/v1/cell?${query}`);
    if (!answer.ok)
      return { status: 422, problem: (await answer.json()) as { errors: { code: string; detail: string }[] } };
    const text = await answer.text();
    result[field] = text === '' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  }
  return { status: 200, result };
}

async function portfolio(asked: Asked): Promise<Response> {
  const { rows, table, out, lang } = asked;
  const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
  const names = out.split(',');
  const unknown = await app.request(`/v1/cells?cols=amount,overdue_days&rows=1,1&strict=1&lang=${lang}&out=${out}`);
  if (!unknown.ok) return unknown;
  if (rows !== undefined) {
    const answers = await Promise.all(rows.map((row) => valuesOf(row, asked)));
    return json({ meta: {}, rows: answers.map((answer, index) => ({ index, id: null, ...answer })), summary: {} });
  }
  const [head = [], ...lines] = table ?? [];
  const columns = head.map((name) => NAMES.get(String(name)));
  const answered = lines.map(async (line) => {
    if (line.every((cell) => cell === '')) return names.map(() => '');
    const known = line.flatMap((cell, i) => (columns[i] === undefined || cell === '' ? [] : [[columns[i], cell]]));
    const answer = await valuesOf(Object.fromEntries(known) as Record<string, unknown>, asked);
    if ('result' in answer) return names.map((name) => answer.result?.[name] ?? '');
    const [first] = answer.problem.errors;
    return names.map((_, i) => (i === 0 ? `ERR ${first?.code} ${first?.detail}` : ''));
  });
  return json({ meta: {}, table: [names, ...(await Promise.all(answered))], summary: {} });
}

/** Whether the app serves ledgers itself. */
const hasPortfolio = app.routes.some(({ method, path }) => method === 'POST' && path === '/v1/portfolio');

/** Answers a request of a script. */
export async function serve(url: string, init?: { method: string; headers?: Record<string, string>; body: string }) {
  if (new URL(url).origin !== ORIGIN) throw new Error(`another host is asked: ${url}`);
  if (url.endsWith('/v1/portfolio') && !hasPortfolio) return portfolio(JSON.parse(init?.body ?? '{}') as Asked);
  return app.request(url, init);
}

/** A file of the service as text. */
export const fileOf = async (path: string): Promise<string> => (await app.request(`${ORIGIN}/sheets/${path}`)).text();
