// The package as others get it: made in a folder of its own, packed, installed into an empty project without running anything, compiled against
// in strict mode, and run under the oldest Node that it promises and the one after.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const NODES = ['20.20.2', '22.23.3'];
const NODE_PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const LEDGER = join(root, 'test/cases/ledgers/bugyo.csv');

let folder: string;
let project: string;

async function run(command: string, args: readonly string[], cwd = project) {
  const ran = promisify(execFile)(command, args, { cwd, maxBuffer: 32e6 });
  return ran.then(
    ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
    (failed: { stdout: string; stderr: string; code: number }) => failed,
  );
}

/** The same, and it must succeed. */
async function done(command: string, args: readonly string[], cwd = project): Promise<string> {
  const { stdout, stderr, code } = await run(command, args, cwd);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

/** An executable of Node of a version, from the registry. */
const nodeAt = (version: string): string => join(folder, version, 'node_modules', NODE_PACKAGE, 'bin/node');
const bin = (): string => join(project, 'node_modules/kaishu/bin/kaishu.js');
const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaishu-library-'));
  project = folder;
  await done(process.execPath, ['src/node.ts', 'page'], root);
  await done(process.execPath, ['packaging/package.ts'], root);
  await done('npm', ['pack', join(root, 'dist/package'), '--pack-destination', folder]);
  const [packed = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  for (const name of ['project', ...NODES]) {
    const at = join(folder, name);
    await done(process.execPath, ['-e', `require('fs').mkdirSync(${JSON.stringify(at)})`]);
    await writeFile(join(at, 'package.json'), '{"private":true,"type":"module"}');
    const wanted = name === 'project' ? join(folder, packed) : `${NODE_PACKAGE}@${name}`;
    await done('npm', ['install', wanted, ...QUIET], at);
  }
  project = join(folder, 'project');
  await cp(join(root, 'test/clients/library/consumer.ts'), join(project, 'consumer.ts'));
}, 300_000);

afterAll(() => rm(folder, { recursive: true }));

test('it brings nothing else along, and nothing runs when it is installed', async () => {
  expect(await readdir(join(project, 'node_modules'))).toEqual(['.bin', '.package-lock.json', 'kaishu']);
  const manifest = JSON.parse(await readFile(join(project, 'node_modules/kaishu/package.json'), 'utf8')) as object;
  for (const name of ['dependencies', 'optionalDependencies', 'devDependencies', 'scripts', 'private'])
    expect(manifest).not.toHaveProperty(name);
});

describe.each(NODES)('Node %s', (version) => {
  test('the library compiles in strict mode, and answers as the service does', { timeout: 120_000 }, async () => {
    const strict = [
      '--strict',
      '--noUncheckedIndexedAccess',
      '--exactOptionalPropertyTypes',
      '--skipLibCheck',
      'false',
    ];
    const how = ['--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom', '--types', ''];
    await done(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), 'consumer.ts', ...strict, ...how]);
    const said = JSON.parse(await done(nodeAt(version), ['consumer.js'])) as Record<string, unknown>;
    const query = 'amount=1250000&overdue_days=82&as_of=2026-11-21&lang=en';
    expect(said.answer).toEqual(await (await createApp().request(`/v1/evaluate?${query}`)).json());
    expect(said.told).toEqual(
      expect.arrayContaining([expect.stringMatching(/^1 /), expect.stringMatching(/^\? sell|^- sell/)]),
    );
    expect(said.mistakes).toEqual(['not_a_number']);
  });

  test('the command evaluates a claim and a ledger, and exits as it promises', { timeout: 120_000 }, async () => {
    const kaishu = (...args: string[]) => run(nodeAt(version), [bin(), ...args]);
    const claim = ['amount=1250000', 'overdue_days=82', 'as_of=2026-11-21'];
    const text = await kaishu('evaluate', ...claim, 'lang=en');
    expect([text.code, text.stderr]).toEqual([0, '']);
    expect(text.stdout).toMatch(/^Start with/);
    expect(JSON.parse((await kaishu('evaluate', ...claim, '--json')).stdout)).toHaveProperty('recommendation');
    expect((await kaishu('evaluate', 'amount=x')).code).toBe(1);
    expect((await kaishu('evaluate', '--nothing')).code).toBe(2);
    // What makes files of the sources is no command where there are none.
    for (const unknown of ['nothing', 'assets', 'page', 'openapi'])
      expect(await kaishu(unknown)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: `unknown command "${unknown}"; kaishu --help lists them\n`,
      });
    const ledger = await kaishu('ledger', LEDGER, '-o', 'answer.xlsx', 'as_of=2026-10-31');
    expect(ledger.code, ledger.stderr).toBe(0);
    expect((await stat(join(project, 'answer.xlsx'))).size).toBeGreaterThan(10_000);
    // Lines of one number are put together, for which the oldest Node has no function of its own.
    const lines = ['A-0001,A,2026-07-31,100000,30000,2026-08-01', 'A-0001,A,2026-07-31,100000,20000,2026-08-20'];
    await writeFile(join(project, 'bills.csv'), `請求番号,得意先,支払期日,請求額,入金額,入金日\n${lines.join('\n')}\n`);
    const bills = await kaishu('ledger', 'bills.csv', '-o', 'bills.json', 'as_of=2026-11-21');
    expect([bills.code, bills.stderr]).toEqual([0, expect.stringContaining('1 row, 0 failed')]);
  });

  test('a long ledger is decided with the cores there are, as the service decides it', {
    timeout: 240_000,
  }, async () => {
    const rows = Array.from(
      { length: 160 },
      (_, i) => `${`R${i}`.padEnd(60, '-')},D${i % 120},${40_000 + i * 3_100},${i}`,
    );
    const body = `id,debtor_id,amount,overdue_days\n${rows.join('\n')}\n`;
    // A shorter one is decided by one core.
    expect(body.length).toBeGreaterThan(10_000);
    await writeFile(join(project, 'long.csv'), body);
    const asked = ['map=auto', 'as_of=2026-11-21', 'format=csv', 'out=best,best_net'];
    const { code, stderr } = await run(nodeAt(version), [
      bin(),
      'ledger',
      'long.csv',
      '-o',
      'long_answer.csv',
      ...asked,
    ]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('160 rows, 0 failed')]);
    const answer = await createApp().request(`/v1/portfolio?${asked.join('&')}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body,
    });
    expect(await readFile(join(project, 'long_answer.csv'), 'utf8')).toBe(await answer.text());
  });

  test('assistants find the tools on the standard streams', { timeout: 60_000 }, async () => {
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StdioClientTransport({ command: nodeAt(version), args: [bin(), 'mcp'] }));
    expect((await client.listTools()).tools).toHaveLength(5);
    await client.close();
  });
});
