// Plays simulated worlds with the engine: what it recommends is done month by month, and what really comes in is counted, beside an
// expert's checklist. The worlds stand outside the project: npm run practice -- FOLDER [world,world] [cases] [first case].
// The folder brings world.mjs (debtors), play.mjs (months), policies.mjs (the checklist) and bench.mjs (levels, thresholds).

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OpenOption } from '../../src/decision/programme/decide.ts';
import { decide } from '../../src/decision/programme/decide.ts';
import type { ProgrammeNode, Solution, ValuedMove } from '../../src/decision/programme/solution.ts';
import { OPTIONS } from '../../src/request/options.ts';
import { questionOf } from '../../src/request/question.ts';
import { readRequest } from '../../src/request/read_request.ts';
import { addDays } from '../../src/values/day.ts';

/** Day on which every world values its claims. */
const DAY = '2026-11-21';
const COURT = ['payment_order', 'small_claims', 'suit', 'mediation'];
const CHASE = { do: 'chase' };
const MONTH_DAYS = 30.4375;

type Terms = Record<string, unknown>;
interface Action extends Terms {
  readonly do: string;
}
/** What a world shows of a case: the fields of a request, and what the creditor's file holds beside them. */
interface Seen {
  readonly claim: Terms & { amount: number; title: string };
  readonly file: Terms & {
    month: number;
    bid: number;
    titleMonths: number;
    lawyerLetter?: number;
    attachments: readonly { readonly got: number }[];
    court?: { route: string; stage: string } | null;
    offer?: { lump?: number; instalments?: number; down?: number } | null;
  };
}
/** What one play keeps between months. */
type Memory = Terms & { rests?: number; policy?: Followed; known?: string };
type Policy = (seen: Seen, one: unknown, memory: Memory) => Action[];
interface Followed {
  readonly solution: Solution;
  readonly first: ValuedMove;
  next: ProgrammeNode | null | undefined;
}
interface Played {
  readonly pv: number;
  readonly kind: string;
  readonly filedMonth: number | null;
  readonly trace: readonly string[];
}
interface World {
  readonly [name: string]: unknown;
}
interface Level {
  readonly face: readonly [number, number];
  readonly cases: readonly [number, number];
}
interface Folder {
  readonly play: (one: unknown, world: World, policy: Policy) => Played;
  readonly cases: (n: number, world: World, from: number) => { readonly start: number; readonly d: { kind: string } }[];
  readonly worldOf: (parameters: World) => World;
  readonly parameters: Readonly<Record<string, World>>;
  readonly checklist: (thresholds: unknown) => Policy;
  readonly tuned: (world: World) => unknown;
  readonly underTitle: (seen: Seen, order?: unknown) => Action[];
  readonly levels: (list: readonly unknown[], runs: readonly Played[], base?: readonly Played[] | null) => Level;
}

async function open(folder: string): Promise<Folder> {
  const from = (file: string) => import(pathToFileURL(resolve(folder, file)).href);
  const [world, playing, policies, bench] = await Promise.all(
    ['world.mjs', 'play.mjs', 'policies.mjs', 'bench.mjs'].map(from),
  );
  return {
    play: playing.play,
    cases: world.cases,
    worldOf: world.worldOf,
    parameters: await bench.worlds(),
    checklist: policies.checklist,
    tuned: bench.tuned,
    underTitle: policies.underTitle,
    levels: bench.levels,
  };
}

/** What can be done in the worlds. */
const PLAYED = new Set(
  'pursue demand lawyer_letter resolve_dispute plan settle payment_order small_claims suit enforce sell wait pause write_off'.split(
    ' ',
  ),
);

/** Kinds of the worlds by the kinds of the engine. */
const KIND: Readonly<Record<string, string>> = {
  slow: 'slow',
  evader: 'unwilling',
  poor: 'constrained',
  disputer: 'disputing',
  failing: 'insolvent',
};
/** A kind that is all but ruled out. */
const NEVER = 1e-6;

/** The request that says what is seen; `told` names the true kind. */
function requestOf({ claim, file }: Seen, told?: string): Terms {
  const body: Terms = { ...claim, sell: { offer: Math.max(1, file.bid), buyer: 'lawful_buyer' } };
  if (body.insolvency === 'none') delete body.insolvency;
  if (file.offer?.lump) body.settle = { offer: Math.round(file.offer.lump * claim.amount) };
  if (file.offer?.instalments)
    body.plan = { offered: true, instalments: file.offer.instalments, down_rate: file.offer.down ?? 0 };
  if (file.talksFailed) body.dispute_refused = true;
  const failed = file.attachments.filter(({ got }) => got <= 0).length;
  if (failed > 0) body.failed_attachments = failed;
  if (file.lawyerLetter) body.lawyer_letter_sent = true;
  if (claim.title !== 'none') body.title_on = addDays(DAY, -Math.round(file.titleMonths * MONTH_DAYS));
  body.options = OPTIONS.map(({ id }) => id).filter((id) => PLAYED.has(id));
  if (told !== undefined)
    body.assumptions = {
      ...(body.assumptions as object),
      ...Object.fromEntries(
        Object.values(KIND).map((kind) => [`prior.due_weights.${kind}`, kind === KIND[told] ? 1 : NEVER]),
      ),
    };
  return body;
}
const memo = new Map<string, { first: OpenOption; open: readonly OpenOption[]; solution: Solution }>();
function answer(body: Terms) {
  const key = JSON.stringify(body);
  const known = memo.get(key);
  if (known) return known;
  const read = readRequest(body, { today: DAY, lang: 'en' });
  if (!read.ok) throw new Error(JSON.stringify(read));
  const { open: ranked, solution } = decide(questionOf(read.request));
  const made = { first: ranked[0]!, open: ranked, solution };
  if (memo.size > 500) memo.clear();
  memo.set(key, made);
  return made;
}

/** The option as actions of the world. */
function actions(folder: Folder, id: string, terms: Terms, seen: Seen): Action[] {
  const { claim, file } = seen;
  switch (id) {
    case 'payment_order':
    case 'small_claims':
    case 'suit':
      return [{ do: 'file', route: id }, CHASE];
    case 'pursue':
      return [CHASE];
    case 'demand':
      return [{ do: 'letter' }, CHASE];
    case 'lawyer_letter':
      return [{ do: 'lawyerLetter' }, CHASE];
    case 'resolve_dispute':
      return [{ do: 'talk' }, CHASE];
    case 'plan':
      return file.offer?.instalments
        ? [{ do: 'accept' }]
        : [{ do: 'plan', instalments: terms.instalments, down: terms.down_rate, deed: terms.deed === true }, CHASE];
    case 'settle':
      return file.offer?.lump ? [{ do: 'accept' }] : [{ do: 'settle', share: terms.level ?? 0.7 }, CHASE];
    case 'enforce':
      return file.attachment
        ? [CHASE]
        : folder.underTitle(
            { claim, file: { ...file, titleMonths: Math.min(file.titleMonths, 4) } },
            { floor: 0, search: 0, every: 1 },
          );
    case 'sell':
      return [{ do: 'sell' }];
    case 'wait':
    case 'pause':
      return [{ do: 'wait' }];
    default:
      return [{ do: 'writeOff' }];
  }
}

const isPending = ({ file }: Seen) => Boolean(file.court) || Boolean(file.attachment);

/** Months at rest after which a case is closed. */
const RESTS = 12;

/** When the true kind is told: never, in the first question, or in all of them, although a debtor changes (a settled dispute is none). */
type Telling = 'never' | 'once' | 'always';

/** Asked again every month. */
const asked =
  (folder: Folder, { ban = [], told = 'never' }: { ban?: readonly string[]; told?: Telling } = {}): Policy =>
  (seen, one, memory) => {
    if (isPending(seen)) return [CHASE];
    const kind = (one as { d: { kind: string } }).d.kind;
    const isTold = told === 'always' || (told === 'once' && memory.forecast === undefined);
    const { open: ranked, first } = answer(requestOf(seen, isTold ? kind : undefined));
    memory.forecast ??= first.value;
    const { option, terms } = ranked.find((entry) => !ban.includes(entry.option.id))!;
    const rests = ['wait', 'write_off', 'pause'].includes(option.id) ? (memory.rests ?? 0) + 1 : 0;
    memory.rests = rests;
    if (rests >= RESTS || option.id === 'write_off') return [{ do: 'writeOff' }];
    return actions(folder, option.id, terms as Terms, seen);
  };

/** Whether what an answer names as news has been heard since it was given, beside an offer. */
function isNews({ claim }: Seen, memory: Memory): boolean {
  const known = memory.known;
  memory.known = `${claim.dispute} ${claim.insolvency}`;
  return known !== undefined && known !== memory.known;
}

/** The first plan kept, and made anew on a dispute or an insolvency; under a title, and about an offer of the debtor, the engine is asked. */
const followed = (folder: Folder): Policy => {
  const again = asked(folder);
  return (seen, one, memory) => {
    const news = isNews(seen, memory);
    if (isPending(seen)) return [CHASE];
    if (seen.claim.title !== 'none') return again(seen, one, memory);
    if (seen.file.offer) {
      const { first } = answer(requestOf(seen));
      const [act] = actions(folder, first.option.id, first.terms as Terms, seen);
      if (act?.do === 'accept') return [act];
    }
    if (news || !memory.policy) {
      const { solution, first } = answer(requestOf(seen));
      memory.policy = { solution, first: first.valued, next: undefined };
    }
    const policy = memory.policy;
    const now = policy.next === undefined ? policy.first : policy.next && policy.solution.best(policy.next);
    if (!now) return [{ do: 'writeOff' }];
    policy.next = now.to;
    return actions(folder, now.move.option.id, now.move.terms as Terms, seen);
  };
};

const show = ([mean, error]: readonly [number, number]) => `${mean.toFixed(2).padStart(7)} ± ${error.toFixed(2)}`;

/** Forecast and realised by groups, percent of face over cases. */
function forecasts(list: readonly { start: number }[], runs: readonly (Played & { forecast: number })[]): string {
  const mean = (of: (i: number) => number, at: readonly number[]) => at.reduce((sum, i) => sum + of(i), 0) / at.length;
  const told = (i: number) => (100 * runs[i]!.forecast) / list[i]!.start;
  const got = (i: number) => (100 * runs[i]!.pv) / list[i]!.start;
  const all = list.map((_, i) => i);
  const kinds = [...new Set(runs.map(({ kind }) => kind))].sort();
  const byKind = kinds.map((kind) => {
    const at = all.filter((i) => runs[i]!.kind === kind);
    return `${kind} ${mean(told, at).toFixed(0)}→${mean(got, at).toFixed(0)} (${at.length})`;
  });
  const sorted = [...all].sort((a, b) => told(a) - told(b));
  const tenths = Array.from({ length: 10 }, (_, t) => {
    const at = sorted.slice(Math.floor((t * all.length) / 10), Math.floor(((t + 1) * all.length) / 10));
    return `${mean(told, at).toFixed(0)}→${mean(got, at).toFixed(0)}`;
  });
  return `    forecast → realised: all ${mean(told, all).toFixed(1)}→${mean(got, all).toFixed(1)}; by kind ${byKind.join(', ')}; by tenths ${tenths.join(' ')}`;
}

async function main([
  path,
  names = 'practice-a,practice-b',
  n = '1000',
  from = '1',
  only = '',
]: string[]): Promise<void> {
  if (path === undefined) throw new Error('usage: npm run practice -- FOLDER [world,world] [cases] [first case]');
  const folder = await open(path);
  for (const name of names.split(',')) {
    const world = folder.worldOf(folder.parameters[name] ?? {});
    const list = folder.cases(Number(n), world, Number(from));
    const policies: Record<string, Policy> = {
      checklist: folder.checklist(folder.tuned(world)),
      asked: asked(folder),
      followed: followed(folder),
      'no court': asked(folder, { ban: COURT }),
      'told once': asked(folder, { told: 'once' }),
      'told kind': asked(folder, { told: 'always' }),
    };
    console.log(`\n${name}, ${list.length} cases from ${from}: realised net recovery in % of face, differences paired`);
    let base: Played[] | null = null;
    for (const [label, policy] of Object.entries(policies)) {
      if (base && only !== '' && !only.split(',').includes(label)) continue;
      const begun = process.cpuUsage();
      const runs = list.map((one) => {
        let forecast = 0;
        const played = folder.play(one, world, (seen, same, memory) => {
          const acts = policy(seen, same, memory);
          forecast ||= Number(memory.forecast ?? 0);
          return acts;
        });
        return { ...played, forecast };
      });
      base ??= runs;
      const { user, system } = process.cpuUsage(begun);
      const level = folder.levels(list, runs);
      const over = folder.levels(list, runs, base);
      const sued = runs.filter(({ filedMonth }) => filedMonth !== null).map(({ filedMonth }) => filedMonth ?? 0);
      sued.sort((a, b) => a - b);
      console.log(
        `${label.padEnd(10)} face ${show(level.face)} cases ${show(level.cases)} | over the checklist: face ${show(over.face)} cases ${show(over.cases)} | sued ${((100 * sued.length) / list.length).toFixed(0)} %, month ${sued[sued.length >> 1] ?? '-'} | ${((user + system) / 1e6).toFixed(0)} s`,
      );
      const kinds = [...new Set(list.map(({ d }) => d.kind))].sort();
      console.log(
        `    by kind: ${kinds
          .map((kind) => {
            const at = list.flatMap((one, i) => (one.d.kind === kind ? [i] : []));
            const of = folder.levels(
              at.map((i) => list[i]),
              at.map((i) => runs[i]!),
            );
            return `${kind} ${of.cases[0].toFixed(1)}`;
          })
          .join(', ')}`,
      );
      if (runs.some(({ forecast }) => forecast !== 0)) console.log(forecasts(list, runs));
    }
  }
}

await main(process.argv.slice(2));
