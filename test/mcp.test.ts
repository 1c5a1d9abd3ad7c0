// The door for assistants, asked by the official client library in both eras of the protocol, over HTTP and over the standard streams.

import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { madeFile } from '../src/made_files.ts';
import { OPTION_IDS } from '../src/request/options.ts';

const app = createApp();
const CLAIM = { amount: 1_250_000, overdue_days: 82, as_of: '2026-11-21' };
/** Milliseconds for which a busy machine is waited for. */
const PATIENCE = 300_000;
const bytes = (text: string): number => new TextEncoder().encode(text).length;

type Connected = Awaited<ReturnType<typeof connected>>;

async function connected(options: object, service = app) {
  const client = new Client({ name: 'test', version: '1' }, options);
  const transport = new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), {
    fetch: async (url, init) => service.request(new Request(url, init)),
  });
  await client.connect(transport);
  return client;
}

/** What the tests look at in the data of the tools. */
interface Answered {
  readonly recommendation: { readonly option: string };
  readonly options: readonly { readonly id: string; readonly status: string; readonly net_value?: string }[];
  readonly option: {
    readonly id: string;
    readonly status: string;
    readonly bars: readonly { readonly text: string }[];
  };
  readonly changes: readonly object[];
  readonly information: readonly object[];
  readonly chance_best: number;
  readonly summary: { readonly ok: number };
  readonly rows: readonly { readonly status: number }[];
  readonly topic: string;
}

/** What a tool says: its text, its data, and whether it failed. */
async function called(client: Connected, name: string, given: Record<string, unknown>) {
  const { content, structuredContent, isError } = await client.callTool(
    { name, arguments: given },
    { timeout: PATIENCE },
  );
  const [first] = content as { type: string; text: string }[];
  return { text: first!.text, data: structuredContent as Answered, failed: isError === true };
}

describe.each([
  ['2025', {}],
  ['2026', { versionNegotiation: { mode: { pin: '2026-07-28' } } }],
])('the era of %s', (_, options) => {
  let client: Connected;
  beforeAll(async () => {
    client = await connected(options);
  });
  afterAll(() => client.close());

  test('five tools that only read, each with schemas, and what an assistant reads of them stays small', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'compare_recovery_options',
      'explain_option',
      'what_would_change',
      'evaluate_ledger',
      'law_arithmetic',
    ]);
    for (const { annotations, inputSchema, outputSchema, description } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(inputSchema.type).toBe('object');
      expect(outputSchema?.type).toBe('object');
      expect(description).toMatch(/\.$/);
    }
    expect(bytes(JSON.stringify(tools))).toBeLessThan(40_000);
    const properties = tools[0]!.inputSchema.properties as Record<string, { type: unknown; description: string }>;
    expect(properties.amount).toMatchObject({ type: ['number', 'string'], exclusiveMinimum: 0 });
    expect(properties.amount!.description).toMatch(/principal/);
  });

  test.each(['en', 'ja'])('the options are compared in %s, as the service ranks them', async (lang) => {
    const { text, data, failed } = await called(client, 'compare_recovery_options', { ...CLAIM, lang });
    const answer = (await (
      await app.request(`/v1/evaluate?amount=1250000&overdue_days=82&as_of=2026-11-21&lang=${lang}`)
    ).json()) as {
      recommendation: { headline: string; option: string };
      options: { id: string; net_value?: string }[];
    };
    expect(failed).toBe(false);
    expect(text.startsWith(answer.recommendation.headline)).toBe(true);
    expect(bytes(text)).toBeLessThanOrEqual(4096);
    expect(data.recommendation.option).toBe(answer.recommendation.option);
    expect(data.options.map(({ id, net_value }) => [id, net_value])).toEqual(
      answer.options.map(({ id, net_value }) => [id, net_value]),
    );
  });

  test('facts beside the named ones are told under more', async () => {
    const more = { 'sell.offer': 900_000, 'sell.buyer': 'servicer', 'offset.payable': 400_000 };
    const { data } = await called(client, 'compare_recovery_options', { ...CLAIM, more });
    expect(data.options.find(({ id }) => id === 'offset')?.status).toBe('open');
  });

  test('mistakes come back all at once, in words', async () => {
    const { text, failed } = await called(client, 'compare_recovery_options', { amount: 'x', contact: 'often' });
    expect(failed).toBe(true);
    expect(text).toMatch(/\/amount[\s\S]*\/contact/);
    expect((await called(client, 'evaluate_ledger', {})).failed).toBe(true);
  });

  test.each([
    ['explain_option', { ...CLAIM, option: 'demnd' }, /no option "demnd"\. Did you mean demand\?/],
    ['explain_option', { ...CLAIM, option: 'demnd', lang: 'ja' }, /demand のことですか。/],
    ['explain_option', CLAIM, /^Say option\./],
    ['law_arithmetic', { topic: 'court_fees', facts: { amount: 5 } }, /Did you mean court-fees\?/],
    ['law_arithmetic', { topic: 'court-fees', amount: 5 }, /no argument "amount"/],
    ['evaluate_ledger', { rows: [CLAIM], unit: 'thousand' }, /no argument "unit"/],
    ['evaluate_ledger', { rows: [CLAIM], as_of: 5 }, /as_of/],
  ] as const)('%s says what is wrong with its arguments, and passes none over', async (tool, input, said) => {
    const { text, failed } = await called(client, tool, input);
    expect(failed, text).toBe(true);
    expect(text).toMatch(said);
  });

  test.each(OPTION_IDS)('%s is explained, open or closed', async (option) => {
    const { text, data, failed } = await called(client, 'explain_option', { ...CLAIM, option });
    expect(failed, text).toBe(false);
    expect(data.option.id).toBe(option);
    expect(bytes(text)).toBeLessThanOrEqual(4096);
    if (data.option.status !== 'open') expect(text).toContain(data.option.bars[0]!.text);
  });

  test('what would change it is said, with what to find out', { timeout: PATIENCE }, async () => {
    const { text, data } = await called(client, 'what_would_change', { ...CLAIM, lang: 'ja' });
    expect(bytes(text)).toBeLessThanOrEqual(4096);
    expect(data.changes.length).toBeGreaterThan(2);
    expect(data.information.length).toBeGreaterThan(0);
    expect(data.chance_best).toEqual(expect.any(Number));
  });

  test('a ledger is valued, as pasted text or as rows', async () => {
    const table = '請求番号\t得意先名\t支払期日\t残高\nINV-1\tA\t2026-07-31\t1,250,000\nINV-2\tB\t2026-08-31\t80,000\n';
    const pasted = await called(client, 'evaluate_ledger', { table, as_of: '2026-11-21', lang: 'ja' });
    expect(pasted.failed, pasted.text).toBe(false);
    expect(pasted.data.summary.ok).toBe(2);
    expect(pasted.text).toContain('INV-1');
    const rows = [{ id: 'INV-1', amount: 1_250_000, due_date: '2026-07-31' }, { amount: 'x' }];
    const told = await called(client, 'evaluate_ledger', { rows, as_of: '2026-11-21', hours: 3 });
    expect(told.data.rows.map(({ status }) => status)).toEqual([200, 422]);
  });

  test.each([
    ['limitation', { due_date: '2022-03-31', as_of: '2026-11-21' }, '2027-03-31'],
    ['court-fees', { amount: 1_000_000, procedure: 'suit', on: '2026-11-21' }, '10,000'],
    ['interest', { amount: 1_000_000, due_date: '2026-03-31', as_of: '2026-11-21' }, '19,315'],
  ])('the arithmetic of %s', async (topic, facts, figure) => {
    const { text, data, failed } = await called(client, 'law_arithmetic', { topic, facts });
    expect(failed, text).toBe(false);
    expect(text).toContain(figure);
    expect(data.topic).toBe(topic);
  });

  test('the list of fields is a resource in both languages', async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(['kaishu://fields', 'kaishu://fields/ja']);
    const { contents } = await client.readResource({ uri: 'kaishu://fields/ja' });
    expect((contents[0] as { text: string }).text).toContain('`offset.payable`');
  });
});

/** A ledger of different rows. */
const ROWS = Array.from({ length: 20 }, (_, i) => ({
  id: `INV-${i + 1}`,
  amount: 1_000_000 + i,
  due_date: '2026-07-31',
}));

describe.each([
  ['en', 'The service is stopping', 'broken off after the first 3 rows'],
  ['ja', 'サービスを停止しています', '先頭の3行まで評価したところで中断しました'],
])('a ledger in hand when the service has to end, in %s', (lang, why, how) => {
  test('ends with why, how far it came, and the rows that were valued', async () => {
    const end = new AbortController();
    let rows = 0;
    const ending = createApp({
      stop: { isBegun: () => true, signal: end.signal },
      row_answered: () => {
        if (++rows === 3) end.abort();
      },
    });
    const client = await connected({}, ending);
    const { text, failed } = await called(client, 'evaluate_ledger', { rows: ROWS, as_of: '2026-11-21', lang });
    expect(failed).toBe(true);
    expect(text).toContain(why);
    expect(text).toContain(how);
    expect(text.match(/INV-\d+/g)).toEqual(['INV-1', 'INV-2', 'INV-3']);
    await client.close();
  });
});

test('a claim that is asked about when the service has to end is refused in words', { timeout: PATIENCE }, async () => {
  const client = await connected({}, createApp({ stop: { isBegun: () => true, signal: AbortSignal.abort() } }));
  const { text, failed } = await called(client, 'what_would_change', CLAIM);
  expect([failed, text]).toEqual([true, expect.stringContaining('The service is stopping')]);
  await client.close();
});

test('a ledger whose assistant leaves is not valued to its end', async () => {
  const caller = new AbortController();
  let rows = 0;
  const left = createApp({
    row_answered: () => {
      if (++rows === 3) caller.abort();
    },
  });
  const message = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'evaluate_ledger', arguments: { rows: ROWS, as_of: '2026-11-21' } },
  };
  const request = new Request('http://localhost/mcp', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
    body: JSON.stringify(message),
    signal: caller.signal,
  });
  await Promise.resolve(left.request(request))
    .then((answer) => answer.text())
    .catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(rows).toBe(3);
});

test('a message that names a member twice is refused with the place, and one that does not is answered', async () => {
  const asking = (told: string) =>
    app.request('/mcp', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
      body: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"law_arithmetic","arguments":{"topic":"interest",${told}}}}`,
    });
  const refused = await asking('"given":{"principal":1000000,"principal":2000000}');
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    jsonrpc: '2.0',
    id: null,
    error: { code: -32600, message: expect.stringMatching(/params\.arguments\.given\.principal/) },
  });
  expect((await asking('"given":{"principal":1000000}')).status).toBe(200);
});

test('other methods are told which one there is, and a browser may send the headers of the protocol', async () => {
  const answer = await app.request('/mcp');
  expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS']);
  const preflight = await app.request('/mcp', { method: 'OPTIONS' });
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Mcp-Protocol-Version');
});

test('every address that /llms.txt names answers', async () => {
  const text = await (await app.request('/llms.txt')).text();
  const addresses = [...text.matchAll(/\]\((\/[^)]+)\)/g)].map(([, address]) => address!);
  expect(addresses.length).toBeGreaterThan(10);
  const served = createApp({ asset: madeFile });
  for (const address of new Set(addresses)) expect((await served.request(address)).status, address).toBe(200);
});

test('the same tools on the standard streams', { timeout: 60_000 }, async () => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: ['src/node.ts', 'mcp'] }));
  const { data } = await called(client, 'compare_recovery_options', CLAIM);
  expect(data.recommendation.option).toEqual(expect.any(String));
  await client.close();
});
