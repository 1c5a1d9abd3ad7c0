// Writes the static files of the Worker before it is tested, as its build does.

import { execFileSync } from 'node:child_process';

/** Runs once before all tests in workerd. */
export default function setup(): void {
  execFileSync(process.execPath, ['src/node.ts', 'assets'], { stdio: 'inherit' });
}
