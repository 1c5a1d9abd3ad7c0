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

/** The first test that fails, what keeps a file of tests from being read, or null. */
async function firstFailure(): Promise<Ran> {
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(await vitest.globTestSpecifications());
  const tests = testModules.reduce((sum, module) => sum + [...module.children.allTests()].length, 0);
  const broken = testModules.find((module) => module.state() === 'failed');
  if (broken === undefined) return { failed: unhandledErrors.length > 0 ? String(unhandledErrors[0]) : null, tests };
  const [first] = broken.children.allTests('failed');
  return { failed: first?.fullName ?? broken.errors()[0]?.message ?? 'a file of tests', tests };
}

/** What the server says when the run before was cut off in the middle of reading a file; it says nothing of the mutant. */
const CUT_OFF = 'Soft-invalidated module';

process.on('message', async ({ path, text }: Run) => {
  const before = path === undefined ? '' : readFileSync(path, 'utf8');
  let ran: Ran = { failed: CUT_OFF, tests: 0 };
  for (let tries = 0; tries < 4 && ran.failed?.includes(CUT_OFF); tries++) {
    if (path !== undefined && text !== undefined) write(path, text);
    ran = await firstFailure();
  }
  if (path !== undefined) write(path, before);
  process.send?.(ran);
});
// Whoever loses its parent ends with its workers, one of which a mutant may have hung.
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
process.send?.({ failed: null, tests: 0 } satisfies Ran);
