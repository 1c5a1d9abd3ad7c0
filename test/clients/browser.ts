// The Chromium in which the page is tried: Debian's, unless another one is named.

import { type Browser, chromium } from 'playwright-core';

/** Starts it; it asks nothing of anybody by itself. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
