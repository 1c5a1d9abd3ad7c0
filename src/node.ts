// Node entry for people who host the service themselves: the only file that knows Node.
//   node src/node.ts [serve]                                     serves on PORT (8787) at HOST (127.0.0.1)
//   node src/node.ts evaluate | ledger | mcp                     commands for people, scripts and assistants (src/cli.ts)
//   node src/node.ts openapi [--check]                           writes openapi/openapi.json, or compares with it
//   node src/node.ts assets                                      writes the static files of the Worker to dist/assets, the page among them
//   node src/node.ts page                                        builds the page when it is missing or older than the sources

import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { createApp } from './app.ts';
import { type AskedLedger, decideShareOf, EXIT, type Help, runCommand, type Surface } from './cli.ts';
import { compressing } from './http/compressed.ts';
import { readSettings, WrongSetting } from './http/settings.ts';
import { LONG_TABLE } from './ledger/file/cells.ts';
import { MADE_FILES, madeFile } from './made_files.ts';
import { Helpers, type ToldDecision, type WorkShare } from './portfolio/shared_work.ts';
import { openapiDocument } from './routes/descriptions.ts';
import { DOCS_FILES } from './routes/docs.ts';
import { PAGE_NAME } from './routes/home.ts';
import {
  answerUnreadable,
  connectionSettings,
  Ending,
  guardConnections,
  namelessRequest,
  serverOptions,
} from './serving.ts';

// What a claim is worked out from is dead with its answer. V8 would learn from the first claims to put such objects among those that live
// long, where the dead hold on to all that they refer to until the next full collection: of a ledger that was a fifth of the time and more.
setFlagsFromString('--no-allocation-site-pretenuring');

/** A process of one's own may take its time: ten million rows. */
const NODE_LIMITS = {
  bytes: 16 * 1024 ** 3,
  rows: 10_000_000,
  table: { ...LONG_TABLE, bytes: 32 * 1024 ** 2 },
};

const OPENAPI_FILE = fileURLToPath(new URL('../openapi/openapi.json', import.meta.url));

/** The folder of the Worker's static files. */
const STATIC_FOLDER = new URL('../dist/assets/', import.meta.url);

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The page as it was built last. */
const PAGE_FILE = new URL(`../dist/page/${PAGE_NAME}`, import.meta.url);

const print = (text: string): void => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

const packagedPath = (name: string): string => fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`));

/** Milliseconds since 1970 at which a file was written; 0 when it is not there. */
const writtenAt = async (file: URL | string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/** When the file was written by which the page is built; 0 in the package, which holds no sources. */
const sourcesSince = (): Promise<number> => writtenAt(`${ROOT}/page.vite.ts`);

/** Whether the page is missing or older than a source. Where there are no sources to build it from, it is what it is. */
async function isPageStale(): Promise<boolean> {
  const built = await writtenAt(PAGE_FILE);
  const configuration = await sourcesSince();
  if (configuration === 0) return false;
  const names = await readdir(`${ROOT}/src`, { recursive: true });
  const written = await Promise.all(names.map((name) => writtenAt(`${ROOT}/src/${name}`)));
  return Math.max(configuration, ...written) > built;
}

/** Builds the page in a process of its own, so that the service does not keep the memory that it takes. */
async function buildPage(): Promise<void> {
  if (!(await isPageStale())) return;
  complain('building the page …');
  const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));
  // Several processes may build at once: each into a folder of its own, and the last to finish puts its file there.
  const folder = `${ROOT}/dist/page-${process.pid}`;
  const options = ['build', '--config', 'page.vite.ts', '--outDir', folder];
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: ROOT });
  await mkdir(new URL('.', PAGE_FILE), { recursive: true });
  await rename(`${folder}/index.html`, PAGE_FILE);
  await rm(folder, { recursive: true });
}

let built: Promise<void> | undefined;

/** The page, once it is built; none where it can neither be built nor found. */
async function pageFile(): Promise<Response | undefined> {
  built ??= buildPage().catch((error: unknown) => complain(`the page was not built: ${String(error)}`));
  await built;
  return readFile(PAGE_FILE).then(
    (bytes) => new Response(bytes),
    () => undefined,
  );
}

/** A file made of the code or one of the documentation package; none of the latter when the package is not installed. */
async function asset(name: string): Promise<Response | undefined> {
  if (name === PAGE_NAME) return pageFile();
  const made = await madeFile(name);
  if (made !== undefined) return made;
  try {
    return new Response(await readFile(packagedPath(name)));
  } catch {
    return undefined;
  }
}

/** Writes the description of the service, or tells whether the committed one is up to date. */
async function describe(check: boolean): Promise<number> {
  const text = `${JSON.stringify(openapiDocument(), null, 2)}\n`;
  if (!check) {
    await writeFile(OPENAPI_FILE, text);
    print('openapi/openapi.json written');
    return 0;
  }
  const committed = await readFile(OPENAPI_FILE, 'utf8').catch(() => '');
  if (committed === text) return 0;
  complain('openapi/openapi.json differs from the code: run `npm run openapi` and commit it');
  return 1;
}

/** Writes a static file of the Worker unless it is there already, because builds that run at once share the folder. */
async function writeAsset(name: string, content: string | Uint8Array): Promise<void> {
  const file = new URL(name, STATIC_FOLDER);
  const bytes = Buffer.from(content);
  const there = await readFile(file).catch(() => undefined);
  if (there?.equals(bytes)) return;
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, bytes);
}

/** Writes the static files of the Worker: those made of the code, the page, and those of the documentation package that are served. */
async function writeAssets(): Promise<void> {
  await buildPage();
  await writeAsset(PAGE_NAME, await readFile(PAGE_FILE));
  for (const [name, write] of MADE_FILES) await writeAsset(name, write());
  for (const name of DOCS_FILES) await writeAsset(name, await readFile(packagedPath(name)));
}

function start(): void {
  const port = Number(process.env.PORT ?? '8787');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    complain(`PORT must be a number from 0 to 65535, not "${process.env.PORT}"`);
    process.exitCode = 1;
    return;
  }
  const hostname = process.env.HOST ?? '127.0.0.1';
  const connections = connectionSettings(process.env);
  const settings = readSettings(process.env);
  const stop = new Ending();
  const host = { log: print, asset, limits: NODE_LIMITS, settings, stop, address: connectedAddress };
  const app = compressing(createApp(host));
  void pageFile();
  const listener = getRequestListener(app.fetch, { hostname, errorHandler: namelessRequest });
  const server = createServer(serverOptions(connections), listener);
  server.listen(port, hostname, () => {
    const address = server.address();
    const listening = typeof address === 'object' && address !== null ? address.port : port;
    print(
      `kaishu listens on http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${listening} (the page: /, documentation: /docs)`,
    );
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    complain(
      error.code === 'EADDRINUSE'
        ? `port ${port} is in use; set PORT to another one`
        : `cannot listen: ${error.message}`,
    );
    process.exitCode = 1;
  });
  guardConnections(server, connections);
  answerUnreadable(server);
  process.once('SIGTERM', () => stop.begin(server, connections));
  process.once('SIGINT', () => stop.begin(server, connections));
}

/** The address of the connection that a request came by. */
const connectedAddress = (bindings: unknown): string | undefined =>
  (bindings as HttpBindings).incoming.socket.remoteAddress;

/** Serves, or says which setting cannot be used. */
function startOrComplain(): void {
  try {
    start();
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error;
    complain(error.message);
    process.exitCode = 1;
  }
}

/** Most cores for one ledger: each holds the whole ledger. */
const CORES_MAX = 8;

/** What a thread of this program is told that decides a share of a ledger. */
interface ThreadTask {
  readonly asked: AskedLedger;
  readonly share: WorkShare;
}

/** Starts a thread for each core but this one. */
function helpFromThreads(asked: AskedLedger): Help | null {
  const of = Math.min(CORES_MAX, availableParallelism());
  if (of === 1) return null;
  const helpers = new Helpers(of);
  const threads = Array.from({ length: of - 1 }, (_, i) => {
    const thread = new Worker(new URL(import.meta.url), {
      workerData: { asked, share: { own: i + 1, of } } satisfies ThreadTask,
    });
    thread.on('message', (told: ToldDecision) => helpers.hear(told));
    // Its share is decided here then, where a fault is met again and told.
    thread.on('error', () => {});
    thread.on('exit', () => helpers.leave(i + 1));
    return thread;
  });
  return { helpers, end: () => void Promise.all(threads.map((thread) => thread.terminate())) };
}

/** The terminal and the files, for the commands. */
const SURFACE: Surface = {
  print,
  complain,
  write: async (body, file) => {
    if (file === undefined) for await (const part of body) process.stdout.write(part);
    else
      return writeFile(file, body).then(
        () => true,
        () => false,
      );
    return true;
  },
  read: async (file) =>
    readFile(file).then(
      (bytes) => Uint8Array.from(bytes),
      () => undefined,
    ),
  // Escape codes go back to the beginning of the line and clear it.
  show: process.stderr.isTTY ? (line) => void process.stderr.write(`\r\u001b[2K${line}`) : undefined,
  help: helpFromThreads,
};

/** Runs a command that makes files of the sources, where they are, and returns its exit code. */
async function buildingCommand(name: string, args: readonly string[]): Promise<number> {
  const hasSources = (await sourcesSince()) > 0;
  if (hasSources && name === 'openapi') return describe(args.includes('--check'));
  if (hasSources && name === 'assets') await writeAssets();
  else if (hasSources && name === 'page') await buildPage();
  else {
    const others = hasSources ? ' (in the sources also: openapi [--check], assets, page)' : '';
    complain(`unknown command "${name}"; kaishu --help lists them${others}`);
    return EXIT.usage;
  }
  return EXIT.fine;
}

/** Does what the command line says. */
async function main(): Promise<void> {
  // Whoever reads the answer may have read enough, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const [command, ...args] = process.argv.slice(2);
  const code = await runCommand(command, args, SURFACE);
  if (code !== undefined) process.exitCode = code;
  else if (command === undefined || command === 'serve') startOrComplain();
  else process.exitCode = await buildingCommand(command, args);
}

if (parentPort === null) await main();
else {
  const { asked, share } = workerData as ThreadTask;
  await decideShareOf(asked, { share, tell: (told) => parentPort?.postMessage(told) });
}
