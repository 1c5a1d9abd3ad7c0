// Cloudflare Workers entry: the only file that knows Workers. The documentation package is bound as ASSETS.

import { createApp } from './app.ts';

interface Bindings {
  readonly ASSETS?: { fetch(request: Request): Promise<Response> };
}

const app = createApp({
  log: (line) => console.log(line),
  asset: async (name, bindings) => (bindings as Bindings).ASSETS?.fetch(new Request(`https://assets.invalid/${name}`)),
});

export default { fetch: app.fetch };
