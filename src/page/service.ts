// Asks the service in a worker. Two of them may run: one answers about one claim, where code that has been run before is fast, and one lists.
// A long list is decided by as many as the computer has cores for.

import type { WorkerAnswer, WorkerMessage } from './messages.ts';

/** An answer as a whole. */
export interface ServiceAnswer {
  readonly status: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is asked. */
export interface ServiceQuery {
  readonly path: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly type?: string;
  readonly accept?: string;
}

/** Who else decides claims of a list: what stands in the message of one that is asked. */
type Together = Pick<Extract<WorkerMessage, { readonly path: string }>, 'helpers' | 'helping'>;

/** Rows from which a list is decided by several workers, each of which takes a while to start. */
const ROWS_TOGETHER = 150;
/** Most workers for one list: each holds the whole list and the engine. */
const WORKERS_MAX = 4;

/** Hears the pieces of an answer. */
type Listener = (answer: WorkerAnswer) => void;

let address: string | null = null;

/** The engine, which the page holds as a text: a worker that is loaded from another file would not start from a folder. */
const engineText = (): string => document.getElementById('engine')?.textContent ?? '';

function startEngine(): Worker {
  address ??= URL.createObjectURL(new Blob([engineText()], { type: 'text/javascript' }));
  return new Worker(address);
}

class EngineService {
  #started: Worker | null = null;
  readonly #listeners = new Map<number, Listener>();
  #next = 0;

  /** The worker, which is started when something is asked: two that start at once delay each other. */
  get #worker(): Worker {
    if (this.#started === null) {
      this.#started = startEngine();
      this.#started.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => this.#listeners.get(data.id)?.(data);
    }
    return this.#started;
  }

  /** Asks, and hears pieces until the end or until the returned function is called. */
  listen(
    { path, body, type = 'application/json', accept }: ServiceQuery,
    listener: Listener,
    together: Together = {},
  ): () => void {
    const id = this.#next++;
    this.#listeners.set(id, (answer) => {
      if ('done' in answer) this.#listeners.delete(id);
      listener(answer);
    });
    const message: WorkerMessage =
      body === undefined ? { id, path, type } : { id, path, type, accept, body, ...together };
    const { helpers = [], helping } = together;
    this.#worker.postMessage(message, helping === undefined ? [...helpers] : [helping.to]);
    return () => {
      if (!this.#listeners.delete(id)) return;
      this.#worker.postMessage({ id, cancel: true } satisfies WorkerMessage);
    };
  }

  /**
   * Values a list of so many rows, and hears pieces as `listen` does. Where it is long others decide their shares of its claims; they are
   * ended with it.
   */
  listenToList(query: ServiceQuery, rows: number, listener: Listener): () => void {
    const workers = rows < ROWS_TOGETHER ? 1 : Math.min(WORKERS_MAX, navigator.hardwareConcurrency || 1);
    if (workers === 1) return this.listen(query, listener);
    // The number that `listen` gives to the message.
    const id = this.#next;
    const left = (own: number): void => this.#worker.postMessage({ id, left: own } satisfies WorkerMessage);
    const others = Array.from({ length: workers - 1 }, (_, i) => {
      const { port1, port2 } = new MessageChannel();
      return { engine: new EngineService(), from: port1, helping: { share: { own: i + 1, of: workers }, to: port2 } };
    });
    const endAll = (): void => {
      for (const { engine } of others) engine.#end();
    };
    const stop = this.listen(
      query,
      (answer) => {
        if ('done' in answer) endAll();
        listener(answer);
      },
      { helpers: others.map(({ from }) => from) },
    );
    for (const { engine, helping } of others) {
      const end = (): void => left(helping.share.own);
      // It answers nothing, and that it is done.
      engine.listen(query, end, { helping });
      engine.#worker.onerror = end;
    }
    return () => {
      stop();
      endAll();
    };
  }

  #end(): void {
    this.#started?.terminate();
    this.#started = null;
  }

  /** Asks and waits for the whole answer; null once nobody wants it any more. */
  ask(query: ServiceQuery): Promise<ServiceAnswer>;
  ask(query: ServiceQuery, unwanted: AbortSignal): Promise<ServiceAnswer | null>;
  ask(query: ServiceQuery, unwanted?: AbortSignal): Promise<ServiceAnswer | null> {
    return new Promise((resolve) => {
      const pieces: Uint8Array[] = [];
      const stop = this.listen(query, (answer) => {
        if ('piece' in answer) pieces.push(answer.piece);
        else resolve({ status: answer.status, bytes: joined(pieces) });
      });
      unwanted?.addEventListener('abort', () => {
        stop();
        resolve(null);
      });
    });
  }
}

/** Questions of which the latest alone is wanted: each gives up the one before it, whose answer might come last and stand. */
export class LatestAsked {
  #unwanted = new AbortController();

  next(): AbortSignal {
    this.#unwanted.abort();
    this.#unwanted = new AbortController();
    return this.#unwanted.signal;
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The text of an answer. */
export const answerText = ({ bytes }: ServiceAnswer): string => new TextDecoder().decode(bytes);

/** Answers about one claim: what follows every key before what takes longer. */
export const adviser = new EngineService();
/** Reads and values lists. */
export const lister = new EngineService();
