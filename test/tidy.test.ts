// The invariants of the house as tests: who may import whom, what no source may contain, and what there may be no more of.
import { existsSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as documents from '../src/documents/index.ts';
import * as formats from '../src/formats/index.ts';
import * as laws from '../src/law/index.ts';
import * as options from '../src/options/index.ts';
import * as routes from '../src/routes/index.ts';
import {
  assertionsIn,
  filesUnder,
  found,
  functionsIn,
  lengthOf,
  PAGE,
  read,
  repeatedNames,
  type Source,
  SRC,
  TESTS,
} from './sources.ts';

/**
 * What the sources may have of what they should have less of: today's numbers. A test fails when one rises; whoever brings one down writes
 * the new number here.
 */
const LIMITS = {
  'names declared in more than one file': 8,
  'names declared in more than one file of the page': 0,
  'non-null assertions in src/decision': 12,
  'non-null assertions elsewhere': 28,
  'functions over 90 lines in src/decision': 0,
  'functions over 90 lines elsewhere': 0,
  'files over 450 lines': 0,
  'functions of more than four parameters in src/decision': 0,
  'functions of more than four parameters elsewhere': 0,
} as const;
const FUNCTION_LINES_MAX = 90;
const FILE_LINES_MAX = 450;
const PARAMETERS_MAX = 4;

const byPath = new Map(SRC.map((file) => [file.path, file]));

const packagesOf = (pattern: RegExp): string[] =>
  SRC.filter(({ packages }) => packages.some((name) => pattern.test(name))).map(({ path }) => path);

const folderOf = (path: string): string => path.split('/').slice(1, -1)[0] ?? path.split('/').at(-1)!;

/** The floors of the house, lowest first: a folder imports those before it and no other. */
const FLOORS = [
  'values',
  'numbers',
  'problem.ts',
  'fields',
  'law',
  'assumptions',
  'claim',
  'debtor',
  'options',
  'decision',
  'analysis',
  'request',
  'report',
  'documents',
  'formats',
  'ledger',
  'portfolio',
  'sheets',
  'http',
  'routes',
  'mcp',
  'app.ts',
  'made_files.ts',
  'serving.ts',
  'library.ts',
  'cli.ts',
  'node.ts',
  'worker.ts',
];

describe('who knows what', () => {
  const KNOW_HONO = /^src\/(app|node|serving|worker)\.ts$|^src\/(http|routes)\//;

  test('only the app, the entries, the plumbing and the routes know hono', () => {
    for (const path of packagesOf(/^(hono|@hono\/)/)) expect(path).toMatch(KNOW_HONO);
  });

  test('only money.ts knows the decimal package', () => {
    expect(packagesOf(/^decimal\.js/)).toEqual(['src/values/money.ts']);
  });

  test('only cells.ts of the ledger knows the CSV package', () => {
    expect(packagesOf(/^papaparse/)).toEqual(['src/ledger/file/cells.ts']);
  });

  test('below the app and the entries there is zod and nothing else', () => {
    const OWN = [
      'src/values/money.ts',
      'src/values/hash.ts',
      'src/ledger/file/cells.ts',
      'src/mcp/server.ts',
      'src/cli.ts',
    ];
    for (const { path, packages } of SRC) {
      if (KNOW_HONO.test(path) || OWN.includes(path)) continue;
      expect(
        packages.filter((name) => name !== 'zod'),
        path,
      ).toEqual([]);
    }
  });

  // A bundler keeps the parts of a namespace that are used, and the whole of an object that is named z: texts in fifty languages, too.
  test('zod is imported as a namespace, so that the Worker holds only the parts that are used', () => {
    for (const { path, text } of SRC) expect(text, path).not.toMatch(/import (?:type )?[\w{][^*;]* from 'zod'/);
  });

  test('what only the description needs is marked, so that the Worker does not hold it', () => {
    for (const { path, text } of SRC) expect(text, path).not.toMatch(/(?<!\/\* @__PURE__ \*\/ )\bforDescription\(/);
    const holders = SRC.filter(({ imports }) => imports.includes('src/routes/descriptions.ts')).map(({ path }) => path);
    expect(holders).toEqual(['src/made_files.ts', 'src/node.ts']);
  });

  test('only the Node entry and how it serves know Node', () => {
    expect(packagesOf(/^node:/)).toEqual(['src/node.ts', 'src/serving.ts']);
  });

  // The routes are handed the time of the request by the app and turn it into a day in the zone of the jurisdiction; they read no clock.
  test('no clock, chance, environment, network or global state below the app', () => {
    const below = SRC.filter(({ path }) => !/^src\/(app|node|serving|worker)\.ts$/.test(path));
    const reads =
      /\bDate\b(?!d)|Math\.random|\bprocess\.|\bperformance\b|\bfetch\(|\bglobalThis\b|setTimeout|\bcrypto\./;
    expect(found(below, reads)).toEqual([]);
  });

  test('the clock is read in one place, the entry of a request, and by nobody else', () => {
    expect(found(SRC, /\bDate\.|new Date\b/).map((line) => line.split(':')[0])).toEqual(['src/app.ts']);
  });

  test('no state outlives a request but what these lines remember', () => {
    const REMEMBERED: Readonly<Record<string, string>> = {
      'src/law/scale.ts': 'sums of a scale that does not change',
      'src/http/clock.ts': 'formatters of time zones',
      'src/ledger/cells/lines.ts': 'what is known of a line, for as long as the line is held',
      'src/numbers/number.ts': 'the tape of the work at hand, unset when that work returns',
      'src/node.ts': 'the building of the page, for which requests wait',
      'src/worker.ts': 'the app, made with the bindings of the first request',
    };
    const growing =
      /^(?:let |(?:export )?const \w+(?:: (?!readonly)[^=]+)? = (?:new (?:Map|WeakMap)\b[^(]*\(\)|\[\]);)/;
    const kept = found(SRC, growing, 'code').map((line) => line.split(':')[0]!);
    expect([...new Set(kept)].sort()).toEqual(Object.keys(REMEMBERED).sort());
  });
});

describe('the direction of imports', () => {
  test('a file imports only from its own floor and those below, without an exception', () => {
    for (const { path, imports } of SRC) {
      const floor = FLOORS.indexOf(folderOf(path));
      expect(floor, path).toBeGreaterThanOrEqual(0);
      for (const target of imports)
        expect(FLOORS.indexOf(folderOf(target)), `${path} imports ${target}`).toBeLessThanOrEqual(floor);
    }
  });

  /** Folders that know less than the floors below them would allow. */
  test.each([
    ['values', []],
    ['numbers', []],
    ['fields', ['values']],
    ['law', ['values']],
    ['assumptions', ['values', 'numbers']],
    ['claim', ['values', 'fields', 'law']],
    ['request', ['values', 'problem.ts', 'fields', 'law', 'assumptions', 'claim', 'options', 'decision', 'analysis']],
    ['ledger', ['values', 'fields', 'request']],
  ])('%s knows %j', (folder, known) => {
    for (const { path, imports } of SRC.filter((file) => file.path.startsWith(`src/${folder}/`)))
      for (const target of imports) expect([folder, ...known], `${path} imports ${target}`).toContain(folderOf(target));
  });

  /** The rooms of a floor, lowest first. What stands on the floor itself is its contract, which every room may read, and what is made of the rooms. */
  test.each([
    ['options', 'option.ts', ['parts', 'rights', 'court', 'talks']],
    ['ledger', 'found.ts', ['cells', 'headings', 'columns', 'file', 'workbook', 'table', 'lines']],
  ])('%s: a room imports %s and the rooms before it, of %j', (floor, contract, rooms) => {
    const roomOf = (path: string): string => path.split('/').slice(2, -1).join('/');
    const inside = SRC.filter(({ path }) => path.startsWith(`src/${floor}/`) && roomOf(path) !== '');
    expect([...new Set(inside.map(({ path }) => roomOf(path)))].sort()).toEqual([...rooms].sort());
    for (const { path, imports } of inside)
      for (const target of imports.filter((one) => one.startsWith(`src/${floor}/`))) {
        if (target === `src/${floor}/${contract}`) continue;
        expect(rooms.slice(0, rooms.indexOf(roomOf(path)) + 1), `${path} imports ${target}`).toContain(roomOf(target));
      }
  });

  test('there is no circle of imports', () => {
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) expect.fail([...trail, path].join(' → '));
      if (done.has(path)) return;
      for (const target of byPath.get(path)?.imports ?? []) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const { path } of SRC) visit(path, []);
  });

  test('every import is a file that exists, and every file is imported or an entry', () => {
    const imported = new Set(SRC.flatMap(({ imports }) => imports));
    for (const target of imported) expect(byPath.has(target), target).toBe(true);
    const dead = SRC.map(({ path }) => path).filter((path) => !imported.has(path));
    expect(dead).toEqual(['src/library.ts', 'src/node.ts', 'src/worker.ts']);
  });
});

describe('registries', () => {
  const REGISTRIES = ['assumptions', 'documents', 'formats', 'law', 'options', 'routes'];

  test('an index.ts stands only in a registry and holds export lines only', () => {
    const indexes = SRC.filter(({ path }) => path.endsWith('/index.ts'));
    expect(indexes.map(({ path }) => path)).toEqual(REGISTRIES.map((name) => `src/${name}/index.ts`));
    for (const { path, text } of indexes)
      for (const line of text.trim().split('\n'))
        expect(line, path).toMatch(/^export \{ [a-z_]+(, [a-z_]+)* \} from '\.\/[a-z_/]+\.ts';$/);
  });

  test.each([
    ['options', options],
    ['documents', documents],
    ['formats', formats],
    ['routes', routes],
  ] as const)('%s: one file for each member, and every other file serves members', (name, members) => {
    const index = `src/${name}/index.ts`;
    const files = SRC.filter(({ path }) => path.startsWith(`src/${name}/`) && path !== index).map(({ path }) => path);
    const registered = Object.keys(members).map((member) => `src/${name}/${member}.ts`);
    for (const path of registered) expect(files).toContain(path);
    // What members share is imported by them; a file that nobody imports is a member that was not registered.
    const shared = new Set(SRC.filter(({ path }) => path !== index).flatMap(({ imports }) => imports));
    expect(files.filter((path) => !registered.includes(path) && !shared.has(path))).toEqual([]);
  });

  test('options: the folder holds one file for each, the contract and the registry; what they share is in its rooms', () => {
    const files = SRC.filter(({ path }) => /^src\/options\/[^/]+$/.test(path)).map(({ path }) => path);
    const named = [...Object.keys(options), 'index', 'option'].map((name) => `src/options/${name}.ts`);
    expect(files.sort()).toEqual(named.sort());
  });

  test('law: one folder for the contract, and one for each jurisdiction', () => {
    const folders = readdirSync(new URL('../src/law/', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.sort()).toEqual(['contract', ...Object.keys(laws)].sort());
  });

  test('law: the contract states types and names only, and knows no jurisdiction', () => {
    const contract = SRC.filter(({ path }) => /^src\/law\/(contract\/|law\.ts$)/.test(path));
    expect(contract.length).toBeGreaterThan(10);
    expect(found(contract, /=>|\bfunction\b|\bclass\b/)).toEqual([]);
    for (const { path, imports } of contract)
      for (const target of imports)
        expect(target, path).toMatch(/^src\/(values\/|law\/(contract\/[a-z_]+|dated|scale)\.ts$)/);
  });

  test('law: the contract and its arithmetic name no country, currency or language of one', () => {
    const files = SRC.filter(({ path }) => /^src\/law\/(contract\/[a-z_]+|[a-z_]+)\.ts$/.test(path));
    expect(found(files, /\byen\b|\bJPY\b|japan|tokyo|円/i, 'code')).toEqual([]);
  });

  test('no file outside a registry imports a member of it', () => {
    const members = new RegExp(
      `^src/(options/(${Object.keys(options).join('|')})|documents/(${Object.keys(documents).join('|')})|formats/(${Object.keys(formats).join('|')})|law/(${Object.keys(laws).join('|')})/.*)\\.ts$`,
    );
    for (const { path, imports } of SRC) {
      if (path.endsWith('/index.ts')) continue;
      for (const target of imports) {
        const inside = posix.dirname(path) === posix.dirname(target) && path.startsWith('src/law/');
        expect(members.test(target) && !inside, `${path} imports ${target}`).toBe(false);
      }
    }
  });

  // The default format is the one of the schema; the default jurisdiction is the first in the registry.
  test('no file outside a registry names a jurisdiction or a format', () => {
    const names = [...Object.keys(laws), ...Object.keys(formats)];
    const ALLOWED: Readonly<Record<string, string>> = {
      'src/cli.ts': 'the command line prints text',
      'src/routes/docs.ts': 'the page of the documentation loads files',
    };
    const outside = SRC.filter(({ path }) => !/^src\/(law\/[a-z]+|formats)\//.test(path));
    const literal = new RegExp(`'(${names.join('|')})'`);
    for (const line of found(outside, literal, 'code'))
      expect(Object.keys(ALLOWED), line).toContain(line.split(':')[0]);
  });
});

describe('law as data', () => {
  const JURISDICTIONS = SRC.filter(({ path }) =>
    Object.keys(laws).includes(path.match(/^src\/law\/([a-z]+)\//)?.[1] ?? ''),
  );

  test('a jurisdiction holds no condition and no loop', () => {
    expect(found(JURISDICTIONS, /\b(if|for|while|switch)\b|\?\?|\?\.|\s\?\s|&&|\|\|/)).toEqual([]);
  });

  test('a jurisdiction holds no arithmetic', () => {
    expect(found(JURISDICTIONS, /[\w)\]]\s+[-+*/%]\s+[\w([]|\*\*|Math\./)).toEqual([]);
  });

  test('every legal value and citation was looked at on a day, and says how sure it is', () => {
    const problems: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const node = value as Record<string, unknown>;
      if ('article' in node && !/^\d{4}-\d\d-\d\d$/.test(String(node.checked))) problems.push(path);
      if ('article' in node && typeof node.certainty !== 'string') problems.push(path);
      if ('periods' in node && !/^\d{4}-\d\d-\d\d$/.test(String(node.checked))) problems.push(path);
      for (const [name, child] of Object.entries(node)) visit(child, `${path}.${name}`);
    };
    for (const [name, law] of Object.entries(laws)) visit(law, name);
    expect(problems).toEqual([]);
  });
});

describe('what there should be less of', () => {
  const inDecision = ({ path }: { readonly path: string }) => path.startsWith('src/decision/');
  const elsewhere = (one: { readonly path: string }) => !inDecision(one);
  const functions = [...SRC, ...PAGE].flatMap(functionsIn);
  const long = functions.filter(({ lines }) => lines > FUNCTION_LINES_MAX);
  const wide = functions.filter(({ parameters }) => parameters > PARAMETERS_MAX);
  const placed = (each: readonly (typeof functions)[number][]) =>
    each.map(({ path, line, lines, parameters }) => `${path}:${line} (${lines} lines, ${parameters} parameters)`);
  const asserted = (files: readonly Source[]) => files.flatMap((file) => Array(assertionsIn(file)).fill(file.path));

  const FOUND: Readonly<Record<keyof typeof LIMITS, readonly string[]>> = {
    'names declared in more than one file': [...repeatedNames(SRC)].map(([name, paths]) => `${name}: ${paths}`),
    'names declared in more than one file of the page': [...repeatedNames(PAGE)].map(
      ([name, paths]) => `${name}: ${paths}`,
    ),
    'non-null assertions in src/decision': asserted(SRC.filter(inDecision)),
    'non-null assertions elsewhere': asserted([...SRC, ...PAGE].filter(elsewhere)),
    'functions over 90 lines in src/decision': placed(long.filter(inDecision)),
    'functions over 90 lines elsewhere': placed(long.filter(elsewhere)),
    'files over 450 lines': [...SRC, ...PAGE].filter((file) => lengthOf(file) > FILE_LINES_MAX).map(({ path }) => path),
    'functions of more than four parameters in src/decision': placed(wide.filter(inDecision)),
    'functions of more than four parameters elsewhere': placed(wide.filter(elsewhere)),
  };

  afterAll(() => {
    const counts = Object.entries(FOUND).map(([what, where]) => `${what}: ${where.length}`);
    console.log(counts.join('\n'));
  });

  test.each(Object.entries(LIMITS))('%s: at most %d', (what, limit) => {
    const where = FOUND[what as keyof typeof LIMITS];
    const places = [...new Set(where)].map((place) => `${where.filter((one) => one === place).length} × ${place}`);
    expect(where.length, places.join('\n')).toBeLessThanOrEqual(limit);
  });

  test('is counted in whole files: their brackets close one another', () => {
    for (const { path, bare } of [...SRC, ...TESTS]) {
      const open: string[] = [];
      for (const [sign] of bare.matchAll(/[()[\]{}]/g)) {
        if ('([{'.includes(sign)) open.push(sign);
        else expect(`${open.pop()}${sign}`, path).toMatch(/^(?:\(\)|\[\]|\{\})$/);
      }
      expect(open, path).toEqual([]);
    }
  });
});

describe('files', () => {
  const LINES_AIMED_AT = 250;

  test('most files are far shorter than they may be', () => {
    const lengths = SRC.map(lengthOf).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(140);
    expect(lengths.filter((lines) => lines <= LINES_AIMED_AT).length / lengths.length).toBeGreaterThan(0.75);
  });

  test('every file but a registry says in its first line what it is', () => {
    for (const { path, text } of [...SRC, ...PAGE, ...TESTS]) {
      if (path.endsWith('/index.ts')) continue;
      expect(text.split('\n')[0], path).toMatch(/^\/\/ \S.{20,}/);
    }
  });

  test('no drawer for everything', () => {
    const drawers = /\/(utils?|helpers?|lib|common|misc|shared|types|constants|services|middlewares?)(\/|\.ts$)/;
    for (const { path } of [...SRC, ...PAGE]) expect(path).not.toMatch(drawers);
  });

  test('the sources are TypeScript alone, named in small letters; the page is also TSX, one style and one frame', () => {
    const PAGE_FILES = ['src/page/index.html', 'src/page/page.css', 'src/page/tsconfig.json'];
    for (const path of filesUnder('src').filter((name) => /\.[a-z]+$/.test(name) && !PAGE_FILES.includes(name)))
      expect(path).toMatch(
        path.startsWith('src/page/') ? /^src\/page\/([a-z_]+\/)*[a-z_]+\.tsx?$/ : /^src\/([a-z_]+\/)*[a-z_]+\.ts$/,
      );
  });
});

describe('words', () => {
  /** What is not written here, and what is written instead. */
  const BANNED: readonly (readonly [word: RegExp, instead: string])[] = [
    [/\bTODO\b|\bFIXME\b|\bXXX\b|\bHACK\b/, 'an issue, or the thing itself'],
    [/\bfor now\b|\btemporar(?:y|ily)\b|\bplaceholder\b|\bstub(?:bed|s)?\b/i, 'the finished thing'],
    [/\bnot (?:yet )?implemented\b/i, 'a refusal that says what can be asked'],
    [/\bsimply\b|\bobviously\b|\bof course\b|\bbasically\b/i, 'nothing'],
    [/\butili[sz]e/i, 'use'],
    [/\bprototype'?s\b/i, 'the model'],
    [/\bsee (?:above|below)\b/i, 'the name of the thing'],
    [/console\.(?:debug|error|warn|trace)|\bdebugger\b/, 'the log of the entry'],
    [/@ts-(?:ignore|nocheck|expect-error)|eslint-disable|biome-ignore/, 'code that needs no exception'],
    [/[Ll]orem|\bfoo\b|\bbar_?baz\b/, 'an example from the trade'],
  ];

  test.each(BANNED)('%s is not written; instead: %s', (word) => {
    expect(found([...SRC, ...PAGE], word, 'text')).toEqual([]);
  });

  // A log keeps the messages of faults, so that none may hold a value of a request; ids of legal values are written in the data.
  test('the message of a fault is written in the code', () => {
    for (const { path, code } of SRC)
      for (const [, message] of code.matchAll(/new Fault\(([\s\S]*?)\);/g)) {
        expect(message, path).toMatch(/^['\u0060]/);
        for (const [, hole] of message!.matchAll(/\$\{([^}]*)\}/g)) expect(hole, path).toMatch(/\.id$/);
      }
  });

  test('nothing is of type any, and no cast goes through it', () => {
    expect(found([...SRC, ...PAGE], /:\s*any\b|\bas any\b|<any\b|\bany\[\]/)).toEqual([]);
    expect(found(TESTS, /:\s*any\b|\bas any\b|<any\b|\bany\[\]/)).toEqual([]);
  });

  test('a default export stands only where the platform asks for it', () => {
    expect(found(SRC, /\bexport default\b/).map((line) => line.split(':')[0])).toEqual(['src/worker.ts']);
  });

  test('no test is skipped, left for later or run alone', () => {
    expect(found(TESTS, /\b(?:test|it|describe)\.(?:skip|only|todo|fails)\b|\bx(?:it|test|describe)\(/)).toEqual([]);
  });

  test('titles of tests state what holds', () => {
    expect(found(TESTS, /\b(?:test|it|describe)(?:\.each\([^)]*\))?\(\s*['"`]should\b/, 'code')).toEqual([]);
  });
});

describe('documents', () => {
  const exists = (path: string): boolean => existsSync(new URL(`../${path}`, import.meta.url));

  /** Sections of docs/model.md in the one form in which they are cited: `docs/model.md 9.7`, `docs/model.md 5 and 8`. */
  const CITED = /docs\/model\.md ((?:(?:, | and )?\d+(?:\.\d+)?)+)/g;

  test('every section of docs/model.md that a comment cites exists, and no other document is cited that is not in the house', () => {
    const sections = [...read('docs/model.md').matchAll(/^##+ (\d+(?:\.\d+)?)\.? /gm)].map(([, number]) => number!);
    expect(new Set(sections).size).toBe(sections.length);
    let cited = 0;
    for (const { path, text } of [...SRC, ...TESTS]) {
      for (const [, list] of text.matchAll(CITED))
        for (const number of list!.split(/, | and /)) {
          cited++;
          expect(sections, `${path} cites docs/model.md ${number}`).toContain(number);
        }
      for (const [name] of text.matchAll(/[\w./-]*\w\.md\b/g))
        expect(exists(name.replace(/^\.\.\//, '')), `${path} names ${name}`).toBe(true);
      expect(
        text.match(/\b[Mm]odel(?:'s)? (?:sections? )?\d.*/)?.[0],
        `${path}: written docs/model.md 9.7`,
      ).toBeUndefined();
    }
    expect(cited).toBeGreaterThan(40);
  });

  test('docs/architecture.md lists the floors in their order', () => {
    const rows = read('docs/architecture.md').matchAll(/^\| (`src\/[^|]*) \|/gm);
    const floors = [...rows].flatMap(([, cell]) =>
      [...cell!.matchAll(/`src\/([\w.]+)\/?`/g)].map(([, floor]) => floor!),
    );
    expect(floors).toEqual(FLOORS);
  });
});
