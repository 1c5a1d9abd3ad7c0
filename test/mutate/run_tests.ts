// A process that holds the tests of a copy of the tree ready: it is told which file changed and runs the tests until one fails. Its parent
// ends it when a mutant never returns.
import { readFileSync, writeFileSync } from 'node:fs';
import { BaseSequencer, createVitest, type TestSpecification } from 'vitest/node';

/** What the parent asks: the file with another text, or the tests as they are. */
export interface Run {
  readonly path?: string;
  readonly text?: string;
}

/** What the parent hears: which test failed first, or none. */
export interface Ran {
  readonly failed: string | null;
  readonly tests: number;
}

const [tests = ''] = process.argv.slice(2);
const files = tests.split(',');

/** The order in which the files are named: those that notice most in the least time come first. */
class AsNamed extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => files.findIndex((file) => moduleId.endsWith(`/${file}`));
    return [...specifications].sort((a, b) => place(a) - place(b));
  }
}

const vitest = await createVitest('test', {
  root: process.cwd(),
  config: false,
  watch: false,
  include: files,
  isolate: false,
  maxWorkers: 1,
  bail: 1,
  testTimeout: 60_000,
  silent: true,
  reporters: [{}],
  sequence: { sequencer: AsNamed },
});

function write(path: string, text: string): void {
  writeFileSync(path, text);
  vitest.invalidateFile(`${process.cwd()}/${path}`);
}

process.on('message', async ({ path, text }: Run) => {
  const before = path === undefined ? '' : readFileSync(path, 'utf8');
  if (path !== undefined && text !== undefined) write(path, text);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(await vitest.globTestSpecifications());
  if (path !== undefined) write(path, before);
  const broken = testModules.find((module) => module.state() === 'failed');
  const first = [...(broken?.children.allTests('failed') ?? [])][0]?.fullName;
  const reason = broken?.errors()[0]?.message ?? String(unhandledErrors[0] ?? '');
  const failed = broken === undefined ? (unhandledErrors.length > 0 ? reason : null) : (first ?? reason);
  const ran = testModules.reduce((sum, module) => sum + [...module.children.allTests()].length, 0);
  process.send?.({ failed, tests: ran } satisfies Ran);
});
process.send?.({ failed: null, tests: 0 } satisfies Ran);
