// LibreOffice Writer, headless, opens the drafts that the service writes for word processors: its text of each is the plain one.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import * as documents from '../../src/documents/index.ts';
import { DOCX_TYPE } from '../../src/formats/docx.ts';

const SOFFICE = process.env.SOFFICE ?? '/usr/bin/soffice';
const app = createApp();

/** A claim for each document. */
const CLAIM = {
  amount: 500_000,
  overdue_days: 82,
  contact: 'responsive',
  claim_kind: 'goods',
  as_of: '2026-11-21',
  offset: { payable: 200_000 },
  return_goods: { value: 100_000, consent: true },
};
const claimFor = (kind: string): object =>
  kind === 'proof_of_claim' ? { ...CLAIM, insolvency: 'bankruptcy', opened_on: '2026-11-02' } : CLAIM;

const KINDS = Object.keys(documents).flatMap((kind) => [
  [kind, 'ja'],
  [kind, 'en'],
]) as [string, string][];

let folder: string;

const ask = async (kind: string, lang: string, accept: string): Promise<Response> => {
  const answer = await app.request(`/v1/documents/${kind}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ ...claimFor(kind), lang }),
  });
  expect(answer.status, kind).toBe(200);
  return answer;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaishu-drafts-'));
  const files: string[] = [];
  for (const [kind, lang] of KINDS) {
    const file = join(folder, `${kind}-${lang}.docx`);
    await writeFile(file, new Uint8Array(await (await ask(kind, lang, DOCX_TYPE)).arrayBuffer()));
    files.push(file);
  }
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = ['--headless', profile, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, ...files];
  await promisify(execFile)(SOFFICE, convert);
});

afterAll(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

test.each(KINDS)('%s in %s has in Writer the words of its plain text', async (kind, lang) => {
  const bare = (text: string): string => text.replaceAll(/[\s\ufeff]/g, '');
  const opened = await readFile(join(folder, `${kind}-${lang}.txt`), 'utf8');
  expect(bare(opened)).toBe(bare(await (await ask(kind, lang, 'text/plain')).text()));
});
