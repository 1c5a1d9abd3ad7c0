// The same uncertain tree solved by the engine and by SilverDecisions' computations module, which is fetched for the comparison alone:
// suing now, applying for a payment order now, or leaving the claim, with five uncertain chances.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kronecker } from '../../src/analysis/sampling.ts';
import { uncertainty } from '../../src/analysis/uncertainty.ts';
import { INSOLVENT, KIND_COUNT, type PerKind } from '../../src/assumptions/kinds.ts';
import { arrivals, bestFollowUp, type CompiledTree } from '../../src/decision/tree/compiled_tree.ts';
import type { Event } from '../../src/options/option.ts';
import { judged } from '../judging.ts';
import { flowOf, flowsOf, type World } from '../plain_steps.ts';

const PEER = 'sd-computations@0.6.1';
const EXITS = ['payment_order', 'suit', 'wait'];
/** Events whose chance is uncertain, each by a variable of its own. */
const UNCERTAIN = ['paid_on_service', 'absent', 'court_settlement', 'title_paid', 'settlement_paid'];
const RUNS = 200;

/** What the comparison needs of the peer, which has no types. */
interface Peer {
  readonly sd: { ComputationsManager: new (config: object, data: unknown) => Manager };
  readonly DataModel: new () => Model;
  readonly domain: Record<string, new (...args: unknown[]) => object>;
}
interface Manager {
  readonly jobsManger: {
    readonly jobRepository: { getJobResultByInstance(instance: unknown): Promise<{ data: Outcome }> };
  };
  runJob(name: string, values: object, data: unknown, early: boolean): Promise<{ readonly jobInstance: unknown }>;
}
interface Outcome {
  readonly expectedValues: readonly unknown[];
}
interface Model {
  addNode(node: object, parent?: object): Edge;
}
interface Edge {
  payoff: unknown[];
  probability: unknown;
  name: string;
}

async function peer(): Promise<{ module: Peer; remove: () => void } | null> {
  const folder = mkdtempSync(join(tmpdir(), 'kaishu-peer-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', PEER], { cwd: folder, stdio: 'ignore' });
    writeFileSync(
      join(folder, 'entry.js'),
      "export * as sd from 'sd-computations'; export { DataModel, domain } from 'sd-model';",
    );
    const esbuild = createRequire(import.meta.resolve('wrangler'))('esbuild') as {
      buildSync: (options: object) => unknown;
    };
    const outfile = join(folder, 'peer.mjs');
    esbuild.buildSync({
      entryPoints: [join(folder, 'entry.js')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      logLevel: 'silent',
    });
    return { module: (await import(pathToFileURL(outfile).href)) as Peer, remove };
  } catch {
    remove();
    return null;
  }
}

/** The peer counts in fractions that must add up exactly, so that chances are written with few digits. */
const written = (p: number): number => Math.floor(p * 1e4) / 1e4;

/** The events at which a claim goes on, in the order in which a tree lists its choices. */
const goingOn = (event: Event): Event[] => [
  ...(event.goes_on ? [event] : []),
  ...(event.next ?? []).flatMap((fork) => goingOn(fork.event)),
];

/** Value of a tree for one kind under the choices that are best for weights `u`. */
function valueFor({ v0, v1, choices, start }: CompiledTree, u: PerKind, month: number, k: number): number {
  const own = v0[k]! + (month - start) * v1[k]!;
  return choices.reduce((sum, choice) => {
    const x = arrivals(choice, u);
    const best = bestFollowUp(choice, x, month);
    if (!best) return sum;
    const after = (kind: number) => valueFor(best.tree, x, month + choice.at, kind);
    return sum + choice.scale * (choice.reach[k]! * after(k) + choice.turned[k]! * after(INSOLVENT));
  }, own);
}

/** Uncertain runs per second of both, and how far their values of the tree are apart; null when the peer cannot be fetched. */
export async function comparePeer(): Promise<{ ours: number; theirs: number; apart: number } | null> {
  const found = await peer();
  if (found === null) return null;
  const { module, remove } = found;
  try {
    const { worlds, variables } = judged({
      amount: 500_000,
      overdue_days: 120,
      contact: 'evasive',
      assets: 'known',
      options: [...EXITS, 'enforce'],
    });
    const { solution } = worlds.decision;
    const { board } = solution;
    const model = new module.DataModel();
    const { DecisionNode, ChanceNode, TerminalNode } = module.domain as Record<string, new () => object>;
    const root = new DecisionNode!();
    model.addNode(root);
    const world: World = { c: worlds.case, moves: board.moves };
    const own: number[] = [];

    const payoff = (event: Event, k: number): number =>
      flowsOf(world, event).reduce((sum, flow) => sum + flowOf(world, flow, flow.at ?? event.at, k).present, 0);
    /** Value for one kind of what is chosen when the claim goes on. */
    const onwards = (tree: CompiledTree, event: Event, k: number): number => {
      const choice = tree.choices[goingOn(tree.event).indexOf(event)];
      if (!choice) return 0;
      const x = arrivals(choice, worlds.weights);
      const best = bestFollowUp(choice, x, 0);
      return best ? choice.scale * valueFor(best.tree, x, choice.at, k) : 0;
    };
    const grow = (tree: CompiledTree, event: Event, k: number, parent: object, probability: unknown): void => {
      const forks = event.next ?? [];
      const node = forks.length === 0 ? new TerminalNode!() : new ChanceNode!();
      const edge = model.addNode(node, parent);
      edge.payoff = [payoff(event, k) + (event.goes_on ? onwards(tree, event, k) : 0), 0];
      edge.probability = probability;
      for (const { chance, event: after } of forks) {
        const j = UNCERTAIN.indexOf(after.id);
        const p = written(chance[k]!);
        grow(tree, after, k, node, j < 0 ? p : `${p}*v${j}`);
      }
      if (forks.length > 0) {
        const rest = model.addNode(new TerminalNode!(), node);
        rest.payoff = [0, 0];
        rest.probability = '#';
      }
    };
    for (const first of solution.first.filter(({ move }) => EXITS.includes(move.option.id))) {
      const { tree } = board.timeline(first.move, solution.stateAfter(0)).at(0);
      const kinds = new ChanceNode!();
      const edge = model.addNode(kinds, root);
      edge.payoff = [0, 0];
      edge.name = first.move.option.id;
      for (let k = 0; k < KIND_COUNT; k++) {
        grow(tree, tree.event, k, kinds, k === KIND_COUNT - 1 ? '#' : written(worlds.weights[k]!));
      }
      own.push(first.value);
    }

    const manager = new module.sd.ComputationsManager({ jobRepositoryType: 'simple' }, model);
    const rule = 'expected-value-maximization';
    const run = (numberOfRuns: number, formula: string) =>
      manager.runJob(
        'probabilistic-sensitivity-analysis',
        { ruleName: rule, numberOfRuns, variables: UNCERTAIN.map((_, j) => ({ name: `v${j}`, formula })) },
        model,
        false,
      );
    const certain = await run(1, '1');
    const { data } = await manager.jobsManger.jobRepository.getJobResultByInstance(certain.jobInstance);
    const values = data.expectedValues.map(Number).sort((a, b) => a - b);
    const apart = Math.max(...own.toSorted((a, b) => a - b).map((one, i) => Math.abs(one - (values[i] ?? 0))));
    const seconds = async (task: () => unknown): Promise<number> => {
      const before = process.cpuUsage();
      await task();
      const used = process.cpuUsage(before);
      return (used.user + used.system) / 1e6;
    };
    const theirs = RUNS / (await seconds(() => run(RUNS, 'round(0.8+0.2*random(),2)')));
    const d = variables.filter(({ uncertain }) => uncertain).length;
    const points = kronecker(d, RUNS);
    uncertainty(worlds, variables, points);
    const ours = RUNS / (await seconds(() => uncertainty(worlds, variables, points)));
    return { ours, theirs, apart };
  } finally {
    remove();
  }
}
