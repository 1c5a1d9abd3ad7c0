// Cloudflare Workers entry: the only file that knows Workers. The files that are made before it starts, and those of the
// documentation package, are bound as ASSETS; a rate limit of the platform may be bound as RATE_LIMITER.

import { createApp } from './app.ts';
import type { App } from './http/context.ts';
import { readSettings, type SettingValues } from './http/settings.ts';

interface Bindings extends SettingValues {
  readonly ASSETS?: { fetch(request: Request): Promise<Response> };
  readonly RATE_LIMITER?: { limit(caller: { readonly key: string }): Promise<{ readonly success: boolean }> };
}

const appFor = (bindings: Bindings): App =>
  createApp({
    log: (line) => console.log(line),
    asset: async (name, own) => (own as Bindings).ASSETS?.fetch(new Request(`https://assets.invalid/${name}`)),
    settings: readSettings(bindings),
    address: (_, request) => request.headers.get('CF-Connecting-IP') ?? undefined,
    limiter: (key, own) => (own as Bindings).RATE_LIMITER?.limit({ key }).then(({ success }) => ({ allowed: success })),
  });

let app: App | undefined;

export default {
  fetch(request: Request, bindings: Bindings, context?: Parameters<App['fetch']>[2]) {
    // Settings are bindings, which come with the first request and stay.
    app ??= appFor(bindings);
    return app.fetch(request, bindings, context);
  },
};
