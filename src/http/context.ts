// The context of one request: what the middleware knows about it and hands to every operation, and the contract of a route.

import type { Context } from 'hono';
import type { HonoBase } from 'hono/hono-base';
import type * as z from 'zod';
import type { ProblemCode } from '../problem.ts';
import type { Lang } from '../values/text.ts';

/** What the middleware knows about one request. */
export interface Variables {
  /** Language asked for by the header; a `lang` in the request goes before it. */
  lang: Lang;
  request_id: string;
  /** Milliseconds since 1970, read once at the entry. */
  now: number;
  /** Bytes of the answer, for the log. */
  size: number;
  /** Code of the problem answered with, for the log. */
  problem: ProblemCode | undefined;
  /** Logs where the code failed, and nothing of the request. */
  log_failure: (error: unknown) => void;
  /** A file of the documentation package, or one that is made before the service starts. */
  asset: (name: string) => Promise<Response | undefined>;
  /** How long a ledger may be. */
  limits: LedgerLimits;
  /** Hears of every row of a ledger when it is answered, with its status. */
  row_answered: (status: number) => void;
  /** Lets the process serve other requests in between. */
  give_way: () => Promise<void>;
}

/** How long a ledger may be that is read row by row; what is read as a whole has limits of its own. */
export interface LedgerLimits {
  readonly bytes: number;
  readonly rows: number;
}

/** The environment of the app as hono types it. */
export type Env = { Variables: Variables; Bindings: object };

/** Schemas of the content of a body by media type. */
export type MediaSchemas = Readonly<Record<string, { readonly schema: z.ZodType }>>;

/** An operation as the OpenAPI document describes it. */
export interface DescribedOperation {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly request?: {
    /** Parameters in the path, and in the query. */
    readonly params?: z.ZodObject;
    readonly query?: z.ZodObject;
    readonly body?: { readonly required: true; readonly description: string; readonly content: MediaSchemas };
  };
  /** Answers by status. */
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: MediaSchemas }>>;
}

/** The app: routes are added to it before it serves. */
export type App = HonoBase<Env>;

/** One request and the answer to it, as hono hands them to a handler. */
export type Ctx = Context<Env>;

/** A route adds its operations to the app. */
export type Route = (app: App) => void;

/** The parameters of a query in their order; a name may come twice. */
export const queryPairs = (c: Ctx): [name: string, value: string][] => [...new URL(c.req.url).searchParams];
