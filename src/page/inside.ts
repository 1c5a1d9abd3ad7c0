// The app in the worker: it takes the routes of the service and answers requests that never leave the page. It is as much of hono as these
// routes use, and a tenth of its size.

import type { App, Ctx, Variables } from '../http/context.ts';

/** Answers one request. */
type Answering = (c: Ctx) => Response | Promise<Response>;

interface Served {
  readonly method: 'GET' | 'POST';
  /** The path, with a named part where it has one. */
  readonly path: RegExp;
  readonly answer: Answering;
}

/** The routes of the service without the server. */
export class InsideApp {
  readonly #served: Served[] = [];
  readonly #failed: (c: Ctx) => Response;

  /** `failed` answers where the code fails. */
  constructor(failed: (c: Ctx) => Response) {
    this.#failed = failed;
  }

  get(path: string, answer: Answering): void {
    this.#add('GET', path, answer);
  }

  post(path: string, answer: Answering): void {
    this.#add('POST', path, answer);
  }

  #add(method: Served['method'], path: string, answer: Answering): void {
    const pattern = path.replaceAll('.', '\\.').replaceAll(/:(\w+)/g, '(?<$1>[^/]+)');
    this.#served.push({ method, path: new RegExp(`^${pattern}$`), answer });
  }

  /** The app as routes take it: they add handlers to it and ask nothing else of it. */
  get routes(): App {
    return this as unknown as App;
  }

  /** Answers a request with what its handler may know of it; none where no route fits. */
  async answer(request: Request, known: Partial<Variables>): Promise<Response | undefined> {
    const { pathname } = new URL(request.url);
    for (const { method, path, answer } of this.#served) {
      const found = method === request.method ? path.exec(pathname) : null;
      if (found === null) continue;
      const c = contextOf(request, known, found.groups ?? {});
      try {
        return await answer(c);
      } catch {
        return this.#failed(c);
      }
    }
    return undefined;
  }
}

/** The context of a request, of which handlers ask no more than this. */
function contextOf(request: Request, known: Partial<Variables>, named: Readonly<Record<string, string>>): Ctx {
  const variables: Record<string, unknown> = { ...known };
  const context = {
    get: (name: string) => variables[name],
    set: (name: string, value: unknown): void => {
      variables[name] = value;
    },
    req: {
      raw: request,
      url: request.url,
      method: request.method,
      header: (name: string) => request.headers.get(name) ?? undefined,
      param: (name: string) => named[name],
    },
  };
  return context as unknown as Ctx;
}
