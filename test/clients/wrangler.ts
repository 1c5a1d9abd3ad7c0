// A real `wrangler dev` for tests: the Worker in the runtime that serves it, with its settings and its static files.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

/** Where a service listens, and how to end it. */
export interface Served {
  readonly origin: string;
  /** Lines that it has written. */
  readonly lines: readonly string[];
  readonly stop: () => Promise<void>;
}

/** A port that is free at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/**
 * Starts `wrangler dev` with variables of its own. `bindings` is what is added to the configuration; it stands in the same folder, because
 * its paths count from there, and only as long as the service runs.
 */
export async function wranglerDev(variables: Readonly<Record<string, string>> = {}, bindings = ''): Promise<Served> {
  const config = new URL(bindings === '' ? 'wrangler.toml' : `wrangler.${process.pid}.toml`, ROOT);
  if (bindings !== '')
    await writeFile(config, `${await readFile(new URL('wrangler.toml', ROOT), 'utf8')}\n${bindings}\n`);
  const port = await freePort();
  const set = Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const child = spawn(
    process.execPath,
    [
      'node_modules/wrangler/bin/wrangler.js',
      'dev',
      '--config',
      fileURLToPath(config),
      '--port',
      String(port),
      '--inspector-port',
      '0',
      '--show-interactive-dev-session=false',
      ...set,
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        CI: '1',
        CLOUDFLARE_CF_FETCH_ENABLED: 'false',
        WRANGLER_SEND_METRICS: 'false',
        WRANGLER_SEND_ERROR_REPORTS: 'false',
        WRANGLER_HIDE_BANNER: 'true',
      },
    },
  );
  const lines: string[] = [];
  const isReady = new Promise<void>((resolve, reject) => {
    for (const output of [child.stdout, child.stderr])
      createInterface({ input: output }).on('line', (line) => {
        lines.push(line);
        if (/Ready on/.test(line)) resolve();
      });
    child.once('exit', () => reject(new Error(`wrangler ended: ${lines.join('\n')}`)));
  });
  await isReady;
  return {
    origin: `http://127.0.0.1:${port}`,
    lines,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      if (bindings !== '') await rm(config);
    },
  };
}
