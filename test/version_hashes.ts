// What answers follow from, as hashes under the versions that name it: the law of each jurisdiction, the assumptions, and the answers to
// golden claims and calculations. Caches keep answers by these versions, so that none may change while its version stays.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createApp } from '../src/app.ts';
import { ASSUMPTIONS_VERSION, catalogueEntry } from '../src/assumptions/values.ts';
import * as laws from '../src/law/index.ts';
import { MODEL_VERSION } from '../src/report/report.ts';
import { ASSUMPTION_IDS } from '../src/request/overrides.ts';
import { SCENARIOS } from './cases/scenarios.ts';

/** A version and the hash of what it names. */
export interface VersionHash {
  readonly version: string;
  readonly hash: string;
}

/** By what is named: the versions it has had since they are recorded, the present one last. */
export type VersionRecord = Readonly<Record<string, readonly VersionHash[]>>;

const RECORD = new URL('./cases/versions.json', import.meta.url);

export const recordedVersions = (): VersionRecord => JSON.parse(readFileSync(RECORD, 'utf8')) as VersionRecord;

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

/** Calculations whose answers are golden, beside the claims of the scenarios; each bears its day. */
const CALCULATIONS = [
  '/v1/court-fees?amount=1000000&on=2026-11-21&filing=online&defendants=2',
  '/v1/court-fees?amount=30000000&on=2026-05-20',
  '/v1/interest?amount=1250000&due_date=2026-08-31&as_of=2026-11-21&claim_kind=goods&delay_rate=14.6%25',
  '/v1/interest?amount=800000&due_date=2020-03-30&as_of=2021-03-30&claim_kind=services',
  '/v1/limitation?due_date=2021-03-31&contract_date=2021-02-10&claim_kind=services&as_of=2026-11-21',
  '/v1/provisional-attachment?amount=5000000&object=bank_account&object_value=3000000&as_of=2026-11-21',
  '/v1/guarantee?amount=5000000&maximum=3000000&guarantor=individual&written=true&as_of=2026-11-21',
  '/v1/goods-security?amount=1000000&claim_kind=goods&with_debtor=true&as_of=2026-11-21',
  '/v1/fee-credit?amount=1000000&failed_on=2026-11-20&suit_on=2026-12-04&as_of=2026-11-21',
  '/v1/enforcement?title=judgment&wage=440000&served_on=2026-11-20&as_of=2026-11-21',
  '/v1/bad-debt?amount=1100000&fact=waived&cut_amount=1100000&consumption_tax_rate=10%25&as_of=2026-11-21',
  '/v1/liability?act_on=2024-11-20&knew_on=2025-01-10&as_of=2026-11-21',
  '/v1/instruments?maturity=2026-11-30&as_of=2026-11-21',
  '/v1/stamp-duty?document=receipt&stated_amount=1000000&as_of=2026-11-21',
  '/v1/trial?ordered_on=2026-11-20&both_ask=true&as_of=2026-11-21',
  '/v1/law?as_of=2026-11-21',
] as const;

/** An answer without the stamps that name its versions. */
function unstamped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unstamped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'meta')
      .map(([name, member]) => [name, unstamped(member)]),
  );
}

/** The answers to the golden claims and calculations in both languages. */
async function goldenAnswers(): Promise<unknown[]> {
  const app = createApp({ now: () => Date.UTC(2026, 10, 20, 14, 59, 0) });
  const answers: unknown[] = [];
  for (const lang of ['ja', 'en']) {
    for (const { name, request } of SCENARIOS) {
      const answer = await app.request('/v1/evaluate', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ as_of: '2026-11-21', ...request, lang }),
      });
      answers.push([name, answer.status, unstamped(await answer.json())]);
    }
    for (const path of CALCULATIONS) {
      const answer = await app.request(`${path}&lang=${lang}`);
      answers.push([path, answer.status, unstamped(await answer.json())]);
    }
  }
  return answers;
}

const LAWS: readonly (readonly [id: string, law: { readonly version: string }])[] = Object.entries(laws);

/** Every version that holds now, with the hash of what it names. Answers follow from all of them together. */
export async function presentVersions(): Promise<Readonly<Record<string, VersionHash>>> {
  const lawVersions = LAWS.map(([, { version }]) => version).join(' ');
  return {
    ...Object.fromEntries(
      LAWS.map(([id, law]) => [`law ${id}`, { version: law.version, hash: hashOf({ ...law, version: '' }) }]),
    ),
    assumptions: { version: ASSUMPTIONS_VERSION, hash: hashOf(ASSUMPTION_IDS.map(catalogueEntry)) },
    answers: {
      version: `${MODEL_VERSION} with assumptions ${ASSUMPTIONS_VERSION} and ${lawVersions}`,
      hash: hashOf(await goldenAnswers()),
    },
  };
}

/** Where the version of a thing is raised. */
const RAISED_IN: Readonly<Record<string, string>> = {
  assumptions: 'ASSUMPTIONS_VERSION in src/assumptions/values.ts',
  answers:
    'MODEL_VERSION in src/request/model_version.ts (or the version of the law or the assumptions, if they are what changed)',
};

/** What to do about a thing that changed under its version, or undefined when it did not. */
export function versionFault(what: string, present: VersionHash, known: readonly VersionHash[]): string | undefined {
  const recorded = known.find(({ version }) => version === present.version);
  if (recorded?.hash === present.hash && recorded === known.at(-1)) return undefined;
  const where = RAISED_IN[what] ?? `version in src/${what.replace(/^law (\w+)$/, 'law/$1/$1.ts')}`;
  return recorded === undefined
    ? `${what}: version ${present.version} is not recorded. Describe it in the table of CHANGELOG.md (days and figures affected), then run \`npm run versions\`.`
    : [
        `${what} changed, but its version is still ${present.version}: callers would keep the old answers for a week.`,
        '1. If you meant no change, undo it.',
        `2. Otherwise raise ${where}.`,
        '3. Write a row into the table of CHANGELOG.md: the version, which days and figures change, and why.',
        '4. Run `npm run versions`, which records the new hash, and commit test/cases/versions.json.',
      ].join('\n');
}

/** Records what holds now. A version that is known with another hash is not written over: it must be raised first. */
export async function recordVersions(): Promise<string[]> {
  const before = recordedVersions();
  const refused: string[] = [];
  const after: Record<string, readonly VersionHash[]> = { ...before };
  for (const [what, present] of Object.entries(await presentVersions())) {
    const known = before[what] ?? [];
    if (versionFault(what, present, known) === undefined) continue;
    if (known.some(({ version }) => version === present.version))
      refused.push(versionFault(what, present, known) ?? what);
    else after[what] = [...known, present];
  }
  if (refused.length === 0) writeFileSync(RECORD, `${JSON.stringify(after, null, 2)}\n`);
  return refused;
}
