// How the page is built: one file that holds its script, its style and the engine, and a policy that forbids it to send anything. The engine
// stands in the page as a text, which the browser reads as a program only in the workers that the page starts with it. Left out are methods,
// tables and ways of writing for which nobody on the page can ask, and which a bundler keeps because an object carries them that is needed.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of the page: its own script and style by their hashes, a worker of its own, and no connection to anywhere. */
const policyFor = (scripts: readonly string[], style: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    `style-src ${hashOf(style)}`,
    'worker-src blob:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Methods of decimal numbers that the engine never calls: it adds, multiplies, divides, compares, rounds and raises to a power. */
const UNUSED_ARITHMETIC = [
  ...['cosine', 'sine', 'tangent', 'cos', 'sin', 'tan', 'cubeRoot', 'cbrt'],
  ...['hyperbolicCosine', 'hyperbolicSine', 'hyperbolicTangent', 'cosh', 'sinh', 'tanh'],
  ...['inverseCosine', 'inverseSine', 'inverseTangent', 'acos', 'asin', 'atan', 'atan2'],
  ...['inverseHyperbolicCosine', 'inverseHyperbolicSine', 'inverseHyperbolicTangent', 'acosh', 'asinh', 'atanh'],
  ...[
    'squareRoot',
    'sqrt',
    'modulo',
    'mod',
    'naturalExponential',
    'exp',
    'naturalLogarithm',
    'ln',
    'dividedToIntegerBy',
    'divToInt',
  ],
  ...['clampedTo', 'clamp', 'truncated', 'toExponential', 'toSignificantDigits', 'sign', 'sum'],
  ...['toBinary', 'toHexadecimal', 'toOctal', 'toFraction', 'random', 'hypot', 'log', 'logarithm', 'log2', 'log10'],
].join('|');

/** Parts of the law that only calculators read, and the page has none; a jurisdiction may leave each of them out. */
export const CALCULATOR_LAW = [
  'stamp_duty',
  'liability',
  'fee_credit',
  'bad_debt_facts',
  'enforcement',
  'trial',
] as const;

/** Another text in the place of one that has to be there: a source that has changed is not left as it is in silence. */
function replaced(code: string, from: string | RegExp, to: string): string {
  const changed = code.replaceAll(from, to);
  if (changed === code) throw new Error(`nothing to leave out: ${from} is not there`);
  return changed;
}

/** Code in which every exported name stands for the same. */
const exporting = (code: string, value: string): string =>
  [...code.matchAll(/^export (?:const|function) (\w+)/gm)]
    .map(([, name]) => `export const ${name} = ${value};`)
    .join('\n');

/** What papaparse does beside reading a text that is at hand with a known separator: guessing, writing, fetching, streams, and workers of its own. */
const BESIDE_READING = [
  ...['CsvToJson', 'ChunkStreamer', 'StringStreamer', 'ParserHandle'],
  ...['getWorkerBlob', 'JsonToCsv', 'newWorker', 'mainThreadReceivedMessage', 'workerThreadReceivedMessage'],
  ...['NetworkStreamer', 'FileStreamer', 'ReadableStreamStreamer', 'DuplexStreamStreamer'],
];

/** Code in which functions of a module's own level do nothing. */
const emptied = (code: string, names: readonly string[]): string =>
  names.reduce(
    (left, name) => replaced(left, new RegExp(`^\\tfunction ${name}\\([^]*?^\\t}`, 'gm'), `\tfunction ${name}() {}`),
    code,
  );

/** What becomes of a module, by the end of its path. */
const LEFT_OUT: readonly (readonly [end: RegExp, lean: (code: string) => string])[] = [
  [
    /decimal\.js\/decimal\.mjs$/,
    (code) => {
      const methods = new RegExp(`^P\\.(${UNUSED_ARITHMETIC}) = (?:P\\.\\w+ = )?function`, 'gm');
      const left = replaced(code, methods, 'const unused_$1 = function');
      const names = new RegExp(`^\\s*Decimal\\.(?:${UNUSED_ARITHMETIC}) = \\w+;.*$`, 'gm');
      // It throws where these digits of its constants should not suffice; money is reckoned with 40.
      return replaced(replaced(left, names, ''), /'(\d\.\d{200})\d+'/g, "'$1'");
    },
  ],
  [/papaparse\/papaparse\.js$/, (code) => emptied(code, BESIDE_READING)],
  // How schemas describe themselves is read in the description of the service alone.
  [/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/, (code) => exporting(code, '() => undefined')],
  // No field is an address of the net or a name made by chance, whose patterns every text would carry.
  [
    /zod\/v4\/classic\/schemas\.js$/,
    (code) =>
      replaced(
        code,
        /(export const ZodString = [\s\S]*?_ZodString\.init\(inst, def\);\n\}, )\{[\s\S]*?\n\}\);/g,
        '$1{});',
      ),
  ],
  [/zod\/v4\/locales\/en\.js$/, () => "export default () => ({ localeError: () => '' });"],
  // Nothing that is asked holds itself, and zod writes no code on the page (src/page/no_eval.ts).
  [/zod\/v4\/core\/memoizer\.js$/, (code) => exporting(code, '() => undefined')],
  [
    /zod\/v4\/core\/schemas\.js$/,
    (code) =>
      replaced(
        code,
        /const generateFastpass = [\s\S]*?return doc\.compile\(\);\n {4}};/g,
        'const generateFastpass = undefined;',
      ),
  ],
  [new RegExp(`src/law/jp/(?:${CALCULATOR_LAW.join('|')})\\.ts$`), (code) => exporting(code, 'null')],
  // Laws that are about to change are told by the catalogue of the law.
  [/src\/law\/jp\/change_watch\.ts$/, (code) => exporting(code, '[]')],
  // The page saves lists as workbooks, not single answers.
  [/src\/formats\/xlsx\.ts$/, (code) => replaced(code, 'write: evaluationWorkbook', "write: () => ''")],
  // A script that is one file loads nothing later.
  [
    /src\/http\/ledger_body\.ts$/,
    (code) =>
      `import * as workbooks from '../ledger/workbook/workbook.ts';\n${replaced(code, "await import('../ledger/workbook/workbook.ts')", 'workbooks')}`,
  ],
];

/** Leaves out what the page never reaches. */
function leaveOut(): Plugin {
  return {
    name: 'kaishu-leave-out',
    enforce: 'pre',
    transform: (code, id) => LEFT_OUT.find(([end]) => end.test(id))?.[1](code) ?? null,
  };
}

/** How both scripts are built. */
const scriptOf = (entry: string): UserConfig => ({
  root: here('./src/page/'),
  publicDir: false,
  resolve: {
    alias: [
      // Nobody reads the messages of zod; one language stands for all, and it says nothing (LEFT_OUT).
      { find: /^\.\.\/locales\/index\.js$/, replacement: 'zod/v4/locales/en.js' },
      // What is left out is found in the source, not in what was made small already.
      { find: /^papaparse$/, replacement: 'papaparse/papaparse.js' },
      { find: /^\.\.\/formats\/index\.ts$/, replacement: here('./src/page/formats.ts') },
    ],
  },
  logLevel: 'warn',
  // The same page wherever it is built: tests set another environment, in which elements would name the files they come from.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4096,
    rolldownOptions: { input: here(entry), output: { format: 'iife' } },
  },
});

/** The code of a bundle's only script. */
function codeIn(files: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): string {
  const code = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  if (code.length !== 1 || code[0] === undefined) throw new Error(`the page has ${code.length} scripts instead of one`);
  return code[0].trim();
}

/** The engine as a script. */
async function engineCode(): Promise<string> {
  const config = scriptOf('./src/page/worker.ts');
  const built = await build({
    ...config,
    configFile: false,
    build: { ...config.build, write: false },
    plugins: [leaveOut()],
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('the engine was not built');
  return codeIn(built.output);
}

/** A script as it may stand inside a page, where a comment or a tag in one of its texts would be taken for the page's. */
const inside = (script: string): string => script.replaceAll(/<(?=!--|\/?script)/g, '\\x3c');

/** Makes one page of the style, the page's script and the engine. */
function onePage(): Plugin {
  return {
    name: 'kaishu-one-page',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = Object.values(bundle);
        const style = files
          .flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : []))
          .join('')
          .trim();
        const engine = inside(await engineCode());
        const script = inside(codeIn(files));
        const page = await readFile(here('./src/page/index.html'), 'utf8');
        const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor([engine, script], style)}">`;
        const source = page
          .replace('<meta name="viewport"', () => `${meta}\n<meta name="viewport"`)
          .replace('</head>', () => `<style>${style}</style>\n</head>`)
          .replace(
            '</body>',
            () => `<script type="text/plain" id="engine">${engine}</script>\n<script>${script}</script>\n</body>`,
          );
        for (const { fileName } of files) delete bundle[fileName];
        this.emitFile({ type: 'asset', fileName: 'index.html', source });
      },
    },
  };
}

const page = scriptOf('./src/page/main.tsx');

export default defineConfig({
  ...page,
  build: { ...page.build, outDir: here('./dist/page'), emptyOutDir: true },
  plugins: [onePage()],
});
