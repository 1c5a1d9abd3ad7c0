// Makes the package that others install: a folder of its own (dist/package) with the command and the library as one file each, their types, the
// page and the description. It has no dependencies, optional or not, and nothing runs when it is installed.

import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openapiDocument } from '../src/routes/descriptions.ts';
import { libraryTypes } from './types.ts';

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const FOLDER = 'dist/package';

/** Bundles an entry with everything it imports into one file. */
async function bundle(entry: string, name: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    // Of the messages of zod, which nobody reads, one language is enough.
    resolve: { alias: [{ find: /^\.\.\/locales\/index\.js$/, replacement: 'zod/v4/locales/en.js' }] },
    ssr: { noExternal: true },
    build: {
      ssr: here(entry),
      outDir: here(folder),
      emptyOutDir: false,
      target: 'node20',
      minify: true,
      rollupOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  });
}

/** Licences of the packages that the two files hold. */
async function thirdParty(dependencies: readonly string[]): Promise<string> {
  const texts = await Promise.all(
    dependencies.map(async (name) => {
      const folder = here(`node_modules/${name}`);
      const { version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as Record<
        string,
        string
      >;
      const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
      const text = file === undefined ? '' : await readFile(`${folder}/${file}`, 'utf8');
      return `## ${name} ${version} (${license})\n\n${text.trim()}\n`;
    }),
  );
  return ['# What the files of this package hold beside its own code\n', ...texts].join('\n');
}

interface Manifest {
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly engines: object;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(await readFile(here('package.json'), 'utf8')) as Manifest;
const { version, description, license, engines, dependencies } = manifest;
/** What the service loads from a package at run time, and the package does without. */
const NOT_BUNDLED = 'swagger-ui-dist';

await rm(here(FOLDER), { recursive: true, force: true });
await mkdir(here(`${FOLDER}/bin`), { recursive: true });
await bundle('src/node.ts', 'kaishu.js', `${FOLDER}/bin`);
const command = here(`${FOLDER}/bin/kaishu.js`);
await writeFile(command, `#!/usr/bin/env node\n${await readFile(command, 'utf8')}`, { mode: 0o755 });
await bundle('src/library.ts', 'kaishu.js', FOLDER);
const document = openapiDocument() as { components: { schemas: Parameters<typeof libraryTypes>[0] } };
await writeFile(here(`${FOLDER}/kaishu.d.ts`), libraryTypes(JSON.parse(JSON.stringify(document.components.schemas))));
await mkdir(here(`${FOLDER}/openapi`));
await writeFile(here(`${FOLDER}/openapi/openapi.json`), JSON.stringify(document));
for (const name of ['README.md', 'README.ja.md', 'CHANGELOG.md', 'LICENSE', 'dist/page/kaishu.html'])
  await cp(here(name), here(`${FOLDER}/${name}`));
await writeFile(
  here(`${FOLDER}/THIRD_PARTY.md`),
  await thirdParty(Object.keys(dependencies).filter((name) => name !== NOT_BUNDLED)),
);
await writeFile(
  here(`${FOLDER}/package.json`),
  `${JSON.stringify(
    {
      name: 'kaishu',
      version,
      description,
      license,
      type: 'module',
      engines,
      bin: { kaishu: 'bin/kaishu.js' },
      exports: {
        '.': { types: './kaishu.d.ts', default: './kaishu.js' },
        './openapi.json': './openapi/openapi.json',
        './package.json': './package.json',
      },
      sideEffects: false,
    },
    null,
    2,
  )}\n`,
);
console.log(`${FOLDER} is ready: npm pack ${FOLDER}`);
