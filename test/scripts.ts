// The service as scripts of spreadsheets meet it: its files as text, and its answers at the address that the files were filled in with.

import { createApp } from '../src/app.ts';
import { madeFile } from '../src/made_files.ts';

export const ORIGIN = 'https://kaishu.example';
const app = createApp({ asset: madeFile });

/** Answers a request of a script. */
export async function serve(url: string, init?: { method: string; headers?: Record<string, string>; body: string }) {
  if (new URL(url).origin !== ORIGIN) throw new Error(`another host is asked: ${url}`);
  return app.request(url, init);
}

/** A file of the service as text. */
export const fileOf = async (path: string): Promise<string> => (await app.request(`${ORIGIN}/sheets/${path}`)).text();
