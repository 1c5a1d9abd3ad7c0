// Records the figures of answers: `npm run record`. It says which scenarios have another best first step than before, so that somebody
// reads them again; hashes of versions are recorded apart (`npm run versions`).

import { recordReadme, recordScenarios } from './recording.ts';

for (const line of await recordScenarios()) console.log(line);
await recordReadme();
