// The context of one request: what the middleware knows about it and hands to every operation, and the contract of a route.

import type { Context } from 'hono';
import type { HonoBase } from 'hono/hono-base';
import type * as z from 'zod';
import type { TableLimits } from '../ledger/file/cells.ts';
import type { KeptDecisions } from '../portfolio/kept_decisions.ts';
import type { Helpers, Helping } from '../portfolio/shared_work.ts';
import type { ProblemCode } from '../problem.ts';
import type { Lang } from '../values/text.ts';
import type { Gate } from './gate.ts';

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
  /** How much a request may ask for. */
  limits: Limits;
  /** Hears of every row of a ledger when it is answered, with its status. */
  row_answered: (status: number) => void;
  /** Lets the process serve other requests in between. */
  give_way: () => Promise<void>;
  /** Whether this request has held the process for as long as it may at a stretch. */
  turn_over: () => boolean;
  /** The address under which the service is known, where that is set. */
  public_url: string | null;
  /** The scheme that a trusted proxy was asked by. */
  scheme: string | undefined;
  /** What was decided of the rows of ledgers before, where the service is held for one person. */
  kept: KeptDecisions | undefined;
  /** Other workers who decide claims of the same ledger. */
  helpers: Helpers | undefined;
  /** The share of a ledger that is decided for another worker, instead of answering its rows. */
  helping: Helping | undefined;
  /** Whether the service takes no new work, because it is about to end. */
  is_stopping: boolean;
  /** Aborted when work in hand has to end, because the service does. */
  stop: AbortSignal | undefined;
  /** Leaves the line of the log to whoever writes the answer piece by piece; it is written when that ends. */
  log_later: () => (end: StreamEnd) => void;
  /** Where heavy answers wait for their turn, and where all others and the rows of ledgers do. */
  gates: { readonly heavy: Gate; readonly light: Gate };
}

/** How an answer ended that was written piece by piece. */
export interface StreamEnd {
  readonly rows: number;
  readonly size: number;
  readonly problem?: ProblemCode;
  /** The status to log, where it differs from that of the answer. */
  readonly status?: number;
}

/** How much a request may ask for. */
export interface Limits {
  /** Bytes and rows of a ledger that is read row by row. */
  readonly bytes: number;
  readonly rows: number;
  /** How long a ledger may be that is read as a whole, and how many bytes it may have; without it, what a small memory holds. */
  readonly table?: TableLimits & { readonly bytes: number };
  /** What an answer may cost, in plain evaluations (`src/request/cost.ts`). */
  readonly cost: number;
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
