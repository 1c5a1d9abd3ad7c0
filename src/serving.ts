// How the Node entry serves: connections that do nothing are cut, what cannot be parsed is a problem of ours, and the service ends in order.

import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { RequestError } from '@hono/node-server';
import { type SettingValues, wholeSetting } from './http/settings.ts';
import { type ProblemCode, problem } from './problem.ts';

/** Times and numbers of connections; seconds. */
export interface ConnectionSettings {
  /** A connection on which nothing moves for so long is cut, unless an answer to it is being computed. */
  readonly idle: number;
  /** An open connection without a request is kept for so long. */
  readonly keep_alive: number;
  readonly connections: number;
  /** A request must have arrived within this: a long ledger arrives for as long as it takes to answer it. */
  readonly request: number;
  /** What is in hand when the service is told to stop has so long to end. */
  readonly stop: number;
}

/** The settings of connections in an environment. Throws `WrongSetting`. */
export const connectionSettings = (values: SettingValues): ConnectionSettings => ({
  idle: wholeSetting(values, 'IDLE_SECONDS') ?? 60,
  keep_alive: wholeSetting(values, 'KEEP_ALIVE_SECONDS') ?? 75,
  connections: wholeSetting(values, 'CONNECTIONS_MAX') ?? 2_000,
  request: wholeSetting(values, 'REQUEST_SECONDS') ?? 24 * 60 * 60,
  stop: wholeSetting(values, 'STOP_SECONDS') ?? 25,
});

/** What Node's server is told when it is made. */
export const serverOptions = ({ request, keep_alive }: ConnectionSettings) => ({
  requestTimeout: request * 1000,
  keepAliveTimeout: keep_alive * 1000,
  // A part of a request line or of headers that never ends.
  headersTimeout: Math.min(60, request) * 1000,
  connectionsCheckingInterval: 5_000,
});

/** Cuts connections on which nothing moves, and bounds how many there are. */
export function guardConnections(server: Server, { idle, connections }: ConnectionSettings): void {
  server.maxConnections = connections;
  server.timeout = idle * 1000;
  /** Answers that are owed, by their connection. */
  const owed = new WeakMap<Socket, ServerResponse>();
  server.on('request', (request, answer) => {
    owed.set(request.socket, answer);
    answer.on('close', () => owed.delete(request.socket));
  });
  server.on('timeout', (socket) => {
    const answer = owed.get(socket);
    const isComputing = answer?.req.complete === true && !answer.headersSent;
    if (!isComputing) socket.destroy();
  });
}

/** Problems that Node's parser finds, by its code; any other is a request that cannot be read. */
const PARSER_PROBLEMS: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** Answers what Node itself refuses in the form of our problems. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    // The headers that name a language could not be read.
    const body = problem(PARSER_PROBLEMS[error.code ?? ''] ?? 'malformed_request', { lang: 'ja' });
    const text = JSON.stringify(body);
    const head = [
      `HTTP/1.1 ${body.status} ${body.status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'}`,
      'Content-Type: application/problem+json',
      'Content-Language: ja',
      `Content-Length: ${Buffer.byteLength(text)}`,
      'Cache-Control: no-store',
      'Connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
  });
}

/**
 * The answer to a request that Node can parse and that names no address, such as one with a false Host. The app itself answers what fails
 * behind that; whatever else comes here is a fault.
 */
export function namelessRequest(error: unknown): Response {
  const body = problem(error instanceof RequestError ? 'malformed_request' : 'internal', { lang: 'ja' });
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'Content-Type': 'application/problem+json', 'Content-Language': 'ja', 'Cache-Control': 'no-store' },
  });
}

/** The share of the time to stop after which a ledger in hand is broken off, so that its last line still arrives. */
const BREAK_OFF = 0.8;

/** Milliseconds between two looks for connections that are idle while the service ends. */
const IDLE_CHECK_MS = 200;

/** The end of a service: whether it has begun, and when work in hand has to break off. */
export class Ending {
  readonly #work = new AbortController();
  #isBegun = false;

  readonly isBegun = (): boolean => this.#isBegun;

  get signal(): AbortSignal {
    return this.#work.signal;
  }

  /** Takes no new connections; what is in hand gets its time. */
  begin(server: Server, { stop }: ConnectionSettings): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    const breakOff = setTimeout(() => this.#work.abort(), stop * 1000 * BREAK_OFF);
    const cut = setTimeout(() => server.closeAllConnections(), stop * 1000);
    // A connection that is kept open after its answer would hold the process.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    server.close(() => {
      clearTimeout(breakOff);
      clearTimeout(cut);
      clearInterval(idle);
    });
  }
}
