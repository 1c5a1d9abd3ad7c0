// The service as it is started by hand, on a free port, for clients that come over the network.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Running {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Starts the service, with more arguments of Node if any, and waits until it says where it listens. */
export async function start(nodeArguments: readonly string[] = []): Promise<Running> {
  const entry = fileURLToPath(new URL('../src/node.ts', import.meta.url));
  const service = spawn(process.execPath, [...nodeArguments, entry], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    service.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /listens on (http:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    service.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
  return {
    origin,
    stop: async () => {
      const ended = once(service, 'exit');
      service.kill('SIGTERM');
      await ended;
    },
  };
}

/** The bytes of an address. */
export async function bytesOf(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
