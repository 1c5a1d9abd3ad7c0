// Nothing outlives a request: requests that are answered at the same time, or one after the other in any order, get the bytes that each gets
// from a process that has answered nothing else.

import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { type Decision, decide } from '../src/decision/programme/decide.ts';
import { OutcomeRoom } from '../src/decision/programme/outcome_list.ts';
import type { Spread } from '../src/decision/programme/spread.ts';
import { questionOf } from '../src/request/question.ts';
import { readRequest } from '../src/request/read_request.ts';
import { AS_OF, scenario } from './judging.ts';
import { start } from './service.ts';

const EVERYTHING = {
  as_of: AS_OF,
  lang: 'en',
  include: 'bridge,plan,sensitivity,break_even,information',
  options: ['demand', 'enforce', 'offset', 'payment_order', 'plan', 'pursue'],
};

/** Two claims of which much is alike, so that what one leaves behind could pass for the other's. */
const REQUESTS = [
  { ...EVERYTHING, ...scenario('S2:'), plan: { instalments: 6 }, tax_rate: '30%' },
  { ...EVERYTHING, ...scenario('S10:'), assumptions: { 'hazard.pay.slow': 0.2, 'insolvency.dividend': 0.05 } },
] as const;

const asPost = (body: object | ReadableStream, type = 'application/json'): RequestInit =>
  ({
    method: 'POST',
    headers: { 'Content-Type': type },
    body: body instanceof ReadableStream ? body : JSON.stringify(body),
    duplex: 'half',
  }) as RequestInit;

const evaluated = async (request: object, app: ReturnType<typeof createApp>): Promise<string> => {
  const answer = await app.request('/v1/evaluate', asPost(request));
  expect(answer.status).toBe(200);
  return answer.text();
};

/** The answer of a process that has answered nothing else. */
async function alone(request: object): Promise<string> {
  const service = await start();
  try {
    const answer = await fetch(`${service.origin}/v1/evaluate`, asPost(request));
    expect(answer.status).toBe(200);
    return await answer.text();
  } finally {
    await service.stop();
  }
}

/** Lines of a ledger, sent one by one by whoever holds it. */
function sending(): { readonly body: ReadableStream<Uint8Array>; send: (row: object) => void; end: () => void } {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>({
    start(of) {
      controller = of;
    },
  });
  return {
    body,
    send: (row) => controller?.enqueue(new TextEncoder().encode(`${JSON.stringify(row)}\n`)),
    end: () => controller?.close(),
  };
}

const LEDGERS = [0, 1].map((which) =>
  Array.from({ length: 6 }, (_, i) => ({
    id: `R${i}`,
    amount: 400_000 + 250_000 * i,
    overdue_days: 30 + 40 * i,
    ...(which === 0 ? { contact: 'evasive', evidence: 'strong' } : { contact: 'responsive', distress: 'some' }),
  })),
);
const PATH = `/v1/portfolio?as_of=${AS_OF}&lang=en`;
const NDJSON = 'application/x-ndjson';

describe('two requests', () => {
  test('answered in one process in any order get the bytes that each gets from a process of its own', async () => {
    const [a, b] = REQUESTS;
    const [own, other] = await Promise.all([alone(a), alone(b)]);
    const app = createApp();
    const together = await Promise.all([a, b, a].map((request) => evaluated(request, app)));
    expect(together).toEqual([own, other, own]);
  }, 120_000);

  test('read line by line in turn, with an evaluation between the lines, get what each ledger gets alone', async () => {
    const app = createApp();
    const one = (rows: readonly object[]) =>
      app.request(PATH, {
        method: 'POST',
        headers: { 'Content-Type': NDJSON },
        body: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
      });
    const [first, second] = LEDGERS as [object[], object[]];
    const own = [await (await one(first)).text(), await (await one(second)).text()];
    const between = { as_of: AS_OF, lang: 'en', amount: 900_000, overdue_days: 75 };
    const told = await evaluated(between, app);

    const [left, right] = [sending(), sending()];
    const answers = [left, right].map(async ({ body }) => (await app.request(PATH, asPost(body, NDJSON))).text());
    for (const [i, row] of first.entries()) {
      left.send(row);
      expect(await evaluated(between, app)).toBe(told);
      right.send(second[i]!);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    left.end();
    right.end();
    expect(await Promise.all(answers)).toEqual(own);
  });
});

describe('claims that list their outcomes in one room', () => {
  const decided = ({ id: _, ...row }: (typeof LEDGERS)[number][number], room: OutcomeRoom): Decision => {
    const read = readRequest(row, { today: AS_OF, lang: 'en' });
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    return decide(questionOf(read.request, { room }));
  };

  test('have the outcomes that each has in a room of its own, though the room changes hands with every option', () => {
    const rows = LEDGERS.flat();
    const own = rows.map((row) => decided(row, new OutcomeRoom()).open.map(({ spread }) => spread));
    const room = new OutcomeRoom();
    const together = rows.map((row) => decided(row, room).open);
    const most = Math.max(...together.map((open) => open.length));
    const read: Spread[][] = rows.map(() => []);
    for (let place = 0; place < most; place++)
      for (const [i, open] of together.entries()) {
        const entry = open[place];
        if (entry) read[i]!.push(entry.spread);
      }
    expect(read).toEqual(own);
  });
});
