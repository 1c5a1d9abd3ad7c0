// Finds what would change the answer: it moves every variable to both ends of its range and decides the claim anew there, finds the point
// at which another first step takes over, and prices knowing the number beforehand (docs/model.md 12).

import { Z90 } from '../assumptions/assumption.ts';
import { policyValue } from '../decision/programme/policy.ts';
import { entryOf } from '../decision/programme/timetable.ts';
import { LawNotCovered } from '../law/dated.ts';
import { finish, type Steps } from '../values/steps.ts';
import type { Text } from '../values/text.ts';
import { HERMITE } from './sampling.ts';
import { anew, type Outlook, outlookOf, type Worlds, withSameTerms } from './scenarios.ts';
import type { Variable } from './uncertain_inputs.ts';

/** One end of a range, decided anew: the number there, the best value in yen, and the first step that brings it. */
export interface End {
  readonly at: number;
  readonly value: number;
  readonly option: string;
}

/** Where the first step that is best by value changes. */
export interface Switch {
  readonly at: number;
  readonly z: number;
  readonly to: string;
}

/** What one number does to the answer over its range. */
export interface Sensitivity {
  readonly id: string;
  readonly label: Text;
  readonly kind: Variable['kind'];
  readonly uncertain: boolean;
  readonly unit: Variable['unit'];
  readonly base: number;
  /** The first step that is best by value at the base. */
  readonly from: string;
  /** Null where the law of the day that would be needed is not in the data. */
  readonly low: End | null;
  readonly high: End | null;
  /** The nearest change of the best first step inside the range. */
  readonly switch: Switch | null;
  /** What knowing the number before deciding is worth, yen; null for a number that is only tried. */
  readonly worth: number | null;
  readonly moves: Variable['moves'];
}

/** Yen within which two first steps count as equal when the change between them is sought. */
const EQUAL = 0.5;
const STEPS_MAX = 40;
/** Precision of a position, in standard deviations. */
const POSITION = 1e-7;

/** The best first step beside the leader of the base, and how far the leader is ahead of it; −∞ where the leader is closed. */
function rivalOf({ values }: Outlook, leader: string): { readonly id: string; readonly margin: number } {
  let id = leader;
  let most = Number.NEGATIVE_INFINITY;
  for (const [other, value] of values)
    if (other !== leader && value > most) {
      id = other;
      most = value;
    }
  return { id, margin: (values.get(leader) ?? Number.NEGATIVE_INFINITY) - most };
}

/** The position between the base and an end at which the leader of the base is overtaken: false position, halving where it stalls. */
function* takeover(
  look: (z: number) => Outlook,
  base: Outlook,
  end: { readonly z: number; readonly outlook: Outlook },
): Steps<Pick<Switch, 'z' | 'to'>> {
  const leader = base.best;
  let [inside, ahead] = [0, rivalOf(base, leader).margin];
  let [outside, behind] = [end.z, rivalOf(end.outlook, leader).margin];
  let to = end.outlook.best;
  for (let i = 0; i < STEPS_MAX && Math.abs(outside - inside) > POSITION; i++) {
    const straight = inside + ((outside - inside) * ahead) / (ahead - behind);
    const halved = (inside + outside) / 2;
    const z =
      i % 3 !== 2 && Number.isFinite(straight) && straight !== inside && straight !== outside ? straight : halved;
    const { id, margin } = rivalOf(look(z), leader);
    if (margin > 0) [inside, ahead] = [z, margin];
    else {
      [outside, behind] = [z, margin];
      to = id;
    }
    yield;
    if (Math.abs(margin) < EQUAL && margin <= 0) break;
  }
  return { z: outside, to };
}

/** Expected gain from deciding with the number known, against the policy of the base: five-point Gauss–Hermite. */
function* worthOfKnowing(worlds: Worlds, variable: Variable): Steps<number> {
  const { policy } = entryOf(worlds.courses, 0);
  const gains = (nodes: typeof HERMITE): number => {
    const drawn = withSameTerms(
      worlds,
      nodes.map(([z]) => variable.draw(z)),
    );
    return drawn.reduce((sum, { solution, weights }, i) => {
      const gain = outlookOf(solution).value - policyValue(policy, solution, weights);
      return sum + entryOf(nodes, i)[1] * Math.max(0, gain);
    }, 0);
  };
  // The lead between two policies changes only once along a number. Where neither extreme changes it, nothing between does.
  const extremes = gains(HERMITE.slice(0, 2));
  yield;
  return extremes < 1e-9 * worlds.case.facts.principal ? 0 : extremes + gains(HERMITE.slice(2));
}

function* sensitivityOf(worlds: Worlds, base: Outlook, variable: Variable): Steps<Sensitivity> {
  const look = (z: number): Outlook => entryOf(anew(worlds, [variable.at(z)]), 0);
  const end = (z: number): { outlook: Outlook; end: End } | null => {
    try {
      const outlook = look(z);
      return { outlook, end: { at: variable.shown(z), value: outlook.value, option: outlook.best } };
    } catch (problem) {
      if (problem instanceof LawNotCovered) return null;
      throw problem;
    }
  };
  const low = end(-Z90);
  yield;
  const high = end(Z90);
  yield;
  const found: Switch[] = [];
  for (const [z, there] of [
    [-Z90, low],
    [Z90, high],
  ] as const)
    if (there && there.outlook.best !== base.best) {
      const over = yield* takeover(look, base, { z, outlook: there.outlook });
      found.push({ ...over, at: variable.shown(over.z) });
    }
  return {
    id: variable.id,
    label: variable.label,
    kind: variable.kind,
    uncertain: variable.uncertain,
    unit: variable.unit,
    base: variable.shown(0),
    from: base.best,
    low: low?.end ?? null,
    high: high?.end ?? null,
    switch: found.sort((a, b) => Math.abs(a.z) - Math.abs(b.z))[0] ?? null,
    worth: variable.uncertain ? yield* worthOfKnowing(worlds, variable) : null,
    moves: variable.moves,
  };
}

/** A worth in thousandths of a yen, below which only rounding differs. */
const mils = (worth: number | null): number => Math.round(1e3 * (worth ?? 0));

const swing = ({ low, high }: Sensitivity, base: number): number =>
  Math.max(...[low, high].map((end) => (end ? Math.abs(end.value - base) : 0)));

/**
 * The variables by how far they swing the best value. The first coordinates of a sequence of points are the most even, and belong to
 * the numbers that matter most.
 */
export function bySwing(variables: readonly Variable[], found: readonly Sensitivity[]): Variable[] {
  const swings = new Map(
    found.map(({ id, low, high }) => [id, low && high ? Math.abs(high.value - low.value) : 0] as const),
  );
  const of = ({ id }: Variable) => swings.get(id) ?? 0;
  return variables.toSorted((a, b) => of(b) - of(a) || (a.id < b.id ? -1 : 1));
}

/** Every variable that moves the answer, those first that are worth knowing, then by how far the best value swings; a step a look or two. */
export function* sensitivitySteps(worlds: Worlds, variables: readonly Variable[]): Steps<Sensitivity[]> {
  const base = outlookOf(worlds.decision.solution);
  const found: Sensitivity[] = [];
  for (const variable of variables) {
    found.push(yield* sensitivityOf(worlds, base, variable));
    yield;
  }
  return found
    .filter((one) => one.switch !== null || (one.worth ?? 0) >= EQUAL || swing(one, base.value) >= EQUAL)
    .sort(
      (a, b) => mils(b.worth) - mils(a.worth) || swing(b, base.value) - swing(a, base.value) || (a.id < b.id ? -1 : 1),
    );
}

/** The same at once. */
export const sensitivity = (worlds: Worlds, variables: readonly Variable[]): Sensitivity[] =>
  finish(sensitivitySteps(worlds, variables));
