// The Worker as it is deployed: small enough to start at once.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** Bytes that the bundle may have, minified and gzipped. */
// 246 kB, and 45 kB for the calculators of guarantees, security, enforcement, bad debts, bills and stamp duty.
// 9 kB for guarantors, the lien, mediation, agreements that are titles and stopped deliveries.
// 15 kB for running procedures, provisional attachment, letters of lawyers, scriveners, acknowledgments and pauses.
// 9 kB for what is known before proceedings, who may collect, and what may follow a title.
// 16 kB for the words of choices in both languages, and for the reports that workbooks begin with.
// 28 kB for ledgers as they are: words of headings, states and currencies, totals, netting, workbooks and other files.
// 3 kB for distributions, cash by month and whole plans.
// 75 kB for the tools for assistants, which are loaded when the first one asks, and for pages about problems; 5 kB for costs told
// beforehand, gates, keys, rates and settings; 18 kB for the words of fourteen documents in both languages; 14 kB for prepared talks.
// 4 kB for what holds in the middle of procedures and proceedings.
// 3 kB for who owes once a debtor has died, merged, been split or sold its business, and what comes before a letter or an attachment.
// 6 kB for wholes beside their parts, unpaid periods, rows inside JSON and amounts over several columns.
// 10 kB for answers to offers, orders on their way and filed claims, and for what titles, legends and other balances of a list say.
// 6 kB for every offer that is answered, the days of proceedings, what is said before a due date, and small claims that are let go of.
// 5 kB for what the lines, columns and marks of more lists say.
// 4 kB for what remarks say, names beside codes, offers after the limitation period, and what a named customer owes.
// 3 kB for what comes before a debtor is asked once more: procedures that run, demands that were ignored, last weeks of a limitation period.
// 4 kB for part payments, flags, credit sales, banks' codes and ages of more lists.
// 4 kB for orders that are dropped when they are opposed, their last days, and for what lists say by their arithmetic.
const BUNDLE_MAX = 638_500;

test(`the Worker has at most ${BUNDLE_MAX} bytes, minified and gzipped`, { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaishu-bundle-'));
  try {
    const wrangler = ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--minify', '--outdir', folder];
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' };
    execFileSync(process.execPath, wrangler, { stdio: 'ignore', env });
    const script = readFileSync(join(folder, 'worker.js'));
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(BUNDLE_MAX);
    // The description of the service and what spreadsheets load are made before it starts.
    for (const word of ['operationId', 'WEBSERVICE', '@customfunction'])
      expect(script.includes(word), word).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
