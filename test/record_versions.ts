// Records the hashes of what the present versions name: `npm run versions`. It refuses to write over a version that is known.

import { recordVersions } from './version_hashes.ts';

const refused = await recordVersions();
for (const fault of refused) console.error(`${fault}\n`);
process.exitCode = refused.length === 0 ? 0 : 1;
