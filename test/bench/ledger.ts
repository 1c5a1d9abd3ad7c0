// A long ledger through the service as it runs: rows of NDJSON sent while they are answered, with the rows a second, the processor time
// and the memory of the serving process. Alone: node test/bench/ledger.ts 100000 1000000

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createInterface } from 'node:readline';

const PORT = 8797;
/** Clock ticks a second in which Linux counts processor time. */
const TICKS = 100;

/** Figures of one ledger. */
export interface LedgerFigures {
  readonly rows: number;
  readonly seconds: number;
  /** Rows by second of processor time. */
  readonly rows_a_core_second: number;
  /** Megabytes the process held at most, and at the middle and the end of the ledger; null where the system does not tell. */
  readonly peak: number | null;
  readonly middle: number | null;
  readonly end: number | null;
}

/** Receivables as a ledger has them: amounts from 30,000 to 3,000,000 yen, not yet due to a year overdue, signals on some. */
function* receivables(rows: number): Generator<string> {
  for (let i = 0; i < rows; i++) {
    const row: Record<string, unknown> = {
      id: `R${i}`,
      amount: 30_000 + ((i * 1_037_389) % 2_970_000),
      overdue_days: ((i * 37) % 400) - 20,
    };
    if (i % 3 === 0) row.contact = 'evasive';
    if (i % 4 === 0) row.evidence = 'strong';
    if (i % 5 === 0) row.tdb_score = 40 + (i % 30);
    yield `${JSON.stringify(row)}\n`;
  }
}

/** A line of /proc in megabytes. */
function memory(pid: number, name: string): number | null {
  try {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'));
    return line ? Number(line[1]) / 1024 : null;
  } catch {
    return null;
  }
}

/** Processor seconds of a process. */
function processor(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return null;
  }
}

async function isUp(): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${PORT}/health`)).ok;
  } catch {
    return false;
  }
}

/** Sends a ledger of so many rows to a service of its own; `told` hears of every tenth. Throws when a row is not answered. */
export async function ledger(rows: number, told: (text: string) => void = () => {}): Promise<LedgerFigures> {
  if (await isUp()) throw new Error(`port ${PORT} is in use; stop what serves there`);
  const server = spawn(process.execPath, ['src/node.ts'], {
    env: { ...process.env, PORT: String(PORT) },
    stdio: 'ignore',
  });
  try {
    while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 20));
    const pid = server.pid!;
    const began = performance.now();
    const before = processor(pid);
    let middle: number | null = null;
    let answered = 0;
    let last = '';
    await new Promise<void>((resolve, reject) => {
      const sent = request(
        {
          port: PORT,
          host: '127.0.0.1',
          path: '/v1/portfolio?as_of=2026-11-21',
          method: 'POST',
          headers: { 'content-type': 'application/x-ndjson' },
        },
        (answer) => {
          const lines = createInterface({ input: answer });
          lines.on('line', (line) => {
            last = line;
            answered++;
            if (answered === rows >> 1) middle = memory(pid, 'VmRSS');
            if (answered % Math.ceil(rows / 10) === 0) {
              const after = ((performance.now() - began) / 1000).toFixed(0);
              told(`${answered} rows after ${after} s: ${memory(pid, 'VmRSS')?.toFixed(0) ?? '?'} MB`);
            }
          });
          lines.on('close', resolve);
        },
      );
      sent.on('error', reject);
      void (async () => {
        for (const line of receivables(rows))
          if (!sent.write(line)) await new Promise((drained) => sent.once('drain', drained));
        sent.end();
      })();
    });
    const { summary } = JSON.parse(last) as { summary: { ok: number } };
    if (summary.ok !== rows) throw new Error(`${summary.ok} of ${rows} rows were answered`);
    const seconds = (performance.now() - began) / 1000;
    const used = (processor(pid) ?? Number.NaN) - (before ?? Number.NaN);
    return {
      rows,
      seconds,
      rows_a_core_second: rows / (Number.isFinite(used) ? used : seconds),
      peak: memory(pid, 'VmHWM'),
      middle,
      end: memory(pid, 'VmRSS'),
    };
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.on('exit', resolve));
  }
}

if (import.meta.main)
  for (const rows of process.argv.slice(2).map(Number)) {
    const { seconds, rows_a_core_second, peak, middle, end } = await ledger(rows, console.log);
    const mb = (size: number | null) => (size === null ? '?' : size.toFixed(0));
    console.log(
      `${rows} rows: ${(rows / seconds).toFixed(0)} rows/s, ${rows_a_core_second.toFixed(0)} rows a second of processor time, memory ${mb(middle)} MB in the middle, ${mb(end)} at the end, ${mb(peak)} at most`,
    );
  }
