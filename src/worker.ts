// Cloudflare Workers entry: the only file that knows Workers. The files that are made before it starts, and those of the
// documentation package, are bound as ASSETS.

import { createApp } from './app.ts';

interface Bindings {
  readonly ASSETS?: { fetch(request: Request): Promise<Response> };
}

const app = createApp({
  log: (line) => console.log(line),
  asset: async (name, bindings) => (bindings as Bindings).ASSETS?.fetch(new Request(`https://assets.invalid/${name}`)),
});

export default { fetch: app.fetch };
