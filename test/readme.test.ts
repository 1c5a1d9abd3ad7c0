// The README's call, made for real: what it prints must be what the service answers.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { between as betweenIn } from './recording.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const between = (start: string, end: string): string => betweenIn(readme, start, end);

interface Shown {
  recommendation: {
    option: string;
    net_value: string;
    call: string;
    step_call: string;
    headline: string;
    plan: { from: string; option: string }[];
  };
  options: { rank?: number; id: string; status?: string; net_value?: string; bars?: { citation: string }[] }[];
}

describe('the README', () => {
  it('shows the answer that its call gets', async () => {
    const body = between("-d '", "'\n");
    const shown = JSON.parse(`${between('```jsonc\n', '```')}`) as Shown;
    const response = await createApp().request('/v1/evaluate', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const answer = (await response.json()) as Shown;
    const { recommendation, options } = answer;
    expect({
      option: recommendation.option,
      net_value: recommendation.net_value,
      call: recommendation.call,
      step_call: recommendation.step_call,
      headline: recommendation.headline,
      plan: recommendation.plan.map(({ from, option }) => ({ from, option })),
    }).toEqual(shown.recommendation);
    expect(options[0]).toMatchObject({ rank: 1, id: shown.options[0]!.id, net_value: shown.options[0]!.net_value });
    const sell = options.find(({ id }) => id === 'sell');
    expect(sell?.status).toBe('barred');
    expect(sell?.bars?.[0]?.citation).toContain('art. 2(1)');
  });

  it('shows lines of the answer that its second call gets', async () => {
    const call = between('npm run -s evaluate -- ', '```').replaceAll('\\\n', ' ').trim();
    const answer = await createApp().request(`/v1/evaluate.txt?${call.split(/\s+/).join('&')}`);
    const text = await answer.text();
    const shown = between('```text\n', '```').trimEnd().split('\n');
    expect(shown.length).toBeGreaterThan(3);
    for (const line of shown) expect(text).toContain(line);
  });

  it('shows lines of the ledger that its third call gets', async () => {
    const [, address, file] = readme.match(
      /curl -s '[^/]*\/\/[^/]*(\/v1\/portfolio[^']*)'[\s\S]*?--data-binary @(\S+)/,
    )!;
    const answer = await createApp().request(address!, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: readFileSync(new URL(`../${file}`, import.meta.url)),
    });
    const lines = (await answer.text()).split('\r\n');
    const shown = between('```csv\n', '```').trimEnd().split('\n');
    expect(shown.length).toBeGreaterThan(2);
    for (const line of shown) expect(lines).toContain(line);
  });

  it('prints only addresses that answer', async () => {
    const addresses = [...readme.matchAll(/`(?:GET )?(\/v1\/[\w-]+(?:\?[^`\s]*)?)`/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) expect((await createApp().request(address)).status, address).toBe(200);
  });

  it('names a folder or file only if it exists', () => {
    for (const [, path] of readme.matchAll(/`((?:src|test|openapi)\/[\w./-]+)`/g))
      expect(existsSync(new URL(`../${path}`, import.meta.url)), path).toBe(true);
  });
});
