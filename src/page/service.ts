// Asks the service in a worker. Two of them may run: one answers about one claim, where code that has been run before is fast, and one lists.

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
  listen({ path, body, type = 'application/json', accept }: ServiceQuery, listener: Listener): () => void {
    const id = this.#next++;
    this.#listeners.set(id, (answer) => {
      if ('done' in answer) this.#listeners.delete(id);
      listener(answer);
    });
    const message: WorkerMessage = body === undefined ? { id, path, type } : { id, path, type, accept, body };
    this.#worker.postMessage(message);
    return () => {
      if (!this.#listeners.delete(id)) return;
      this.#worker.postMessage({ id, cancel: true } satisfies WorkerMessage);
    };
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
