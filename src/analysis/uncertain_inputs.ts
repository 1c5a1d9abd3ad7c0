// What can be moved to see whether the answer moves: drivers of assumptions, and the numbers that the caller wrote. A position z is a
// standard normal number: 0 is the base, ±1.645 are the ends of a 90 % range.

import { type AssumptionUnit, Z90 } from '../assumptions/assumption.ts';
import {
  atQuantile,
  type Change,
  changed,
  type Driver,
  type DriverPart,
  drawn,
  driversOf,
  ranged,
} from '../assumptions/drivers.ts';
import { every, KIND_LABELS, kindAt, ofKind, type PerKind, total } from '../assumptions/kinds.ts';
import type { Claim } from '../claim/claim.ts';
import { assuming, overridesOf, type Question, settingOf, setUp } from '../decision/programme/case.ts';
import type { FieldKind } from '../fields/field.ts';
import type { Case } from '../options/option.ts';
import { money } from '../values/money.ts';
import type { Text } from '../values/text.ts';

/** A number that the caller wrote, or could have written. */
export interface Input {
  /** Name on the wire, with a dot inside an option's terms. */
  readonly name: string;
  readonly label: Text;
  readonly kind: FieldKind;
  readonly value: number;
  readonly limits: readonly [least: number, most: number];
  /** The range that the caller gave; without one the number is certain. */
  readonly range?: { readonly low?: number | undefined; readonly high?: number | undefined };
}

/** An input written anew. */
export interface Written {
  readonly name: string;
  readonly kind: FieldKind;
  readonly value: number;
}

/** What is moved in a world. */
export interface Shift {
  readonly changes: readonly Change[];
  readonly inputs: readonly Written[];
}

/** How the number of a variable is read: the unit of an assumption, or the kind of a field. */
export type Shown = AssumptionUnit | FieldKind;

/** Something that can be moved. */
export interface Variable {
  readonly id: string;
  readonly label: Text;
  readonly kind: 'assumption' | 'input';
  /** It has a distribution: its range is an interval of probability and not a probe. */
  readonly uncertain: boolean;
  readonly unit: Shown;
  /** The number shown for it: of a group, the one that weighs most. */
  readonly shown: (z: number) => number;
  readonly at: (z: number) => Shift;
  /** The shift drawn at z, whose mean over z is the base. */
  readonly draw: (z: number) => Shift;
  /** Every number that moves, with its ends. */
  readonly moves: readonly {
    readonly id: string;
    readonly low: number;
    readonly base: number;
    readonly high: number;
  }[];
}

/** Factor by which a number without a range is tried down and up within its limits; for a chance, the factor of its odds. A judgement. */
const PROBE = 2;

const odds = (p: number, factor: number): number => (p * factor) / (1 - p + p * factor);

function probe({ kind, value, limits: [least, most] }: Input): { low: number; high: number } | null {
  if (value === 0) return null;
  const [low, high] =
    kind === 'chance'
      ? [odds(value, 1 / PROBE), odds(value, PROBE)]
      : [value / PROBE, value * PROBE].sort((a, b) => a - b);
  const tried = { low: Math.max(least, low!), high: Math.min(most, high!) };
  // A chance or a rate is tried at a number that can be written down, so that whoever asks again at it gets the same yen.
  return WHOLE.includes(kind) ? tried : { low: written(tried.low), high: written(tried.high) };
}

/** A number with as many digits as an answer shows. */
const written = (x: number): number => Number(x.toPrecision(6));

const NO_WEIGHTS = every(0);

const WHOLE: readonly FieldKind[] = ['amount', 'count'];

/** An input as a variable; null when there is nothing to try. */
function inputVariable(input: Input): Variable | null {
  const { name, label, kind, value } = input;
  const ends = input.range ?? probe(input);
  if (!ends) return null;
  const inside = (x: number) => x > 0 && x < 1;
  const { low = value, high = value } = ends;
  const scale =
    (kind === 'chance' || kind === 'rate') && [low, value, high].every(inside)
      ? 'logit'
      : [low, value, high].every((x) => x > 0)
        ? 'log'
        : 'additive';
  const spread = ranged({ mean: value, ...ends }, scale);
  const part: DriverPart = {
    id: name,
    path: [],
    kind: null,
    unit: 'ratio',
    limits: input.limits,
    doubts: null,
    ...spread,
  };
  if (part.below === 0 && part.above === 0) return null;
  const written = (x: number) => (WHOLE.includes(kind) ? Math.round(x) : x);
  const shown = (z: number) => written(atQuantile(part, z));
  const to = (x: number): Shift => ({ changes: [], inputs: [{ name, kind, value: x }] });
  return {
    id: name,
    label,
    kind: 'input',
    uncertain: input.range !== undefined,
    unit: kind,
    shown,
    at: (z) => to(shown(z)),
    draw: (z) => to(written(drawn(part, z, NO_WEIGHTS))),
    moves: [{ id: name, low: shown(-Z90), base: value, high: shown(Z90) }],
  };
}

function driverVariable(driver: Driver, weights: PerKind): Variable {
  const { id, label, parts } = driver;
  // The number shown for a group comes from the first table that the group names, for the kind of debtor that weighs and moves most.
  const named = parts.filter(({ path }) => path === parts[0]!.path);
  const matters = (part: DriverPart) =>
    weights[part.kind ?? 0]! * Math.abs(atQuantile(part, Z90) - atQuantile(part, -Z90));
  const main = named.reduce((most, part) => (matters(part) > matters(most) ? part : most));
  const of = main.kind === null || named.length === 1 ? null : KIND_LABELS[kindAt(main.kind)];
  const { doubts } = main;
  // A doubt is shown as the chance that it makes of the kind.
  const shown = (z: number) => {
    const value = atQuantile(main, z);
    return doubts === null ? value : odds(weights[doubts]!, value / main.mean);
  };
  const each = (value: (part: DriverPart) => number): Shift => ({
    changes: parts.map((part) => ({ part, value: value(part) })),
    inputs: [],
  });
  return {
    id: parts.length === 1 ? main.id : id,
    label: of === null ? label : { ja: `${label.ja}（「${of.ja}」相手）`, en: `${label.en} (if ${of.en})` },
    kind: 'assumption',
    uncertain: true,
    shown,
    unit: doubts === null ? main.unit : 'share',
    at: (z) => each((part) => atQuantile(part, z)),
    draw: (z) => each((part) => drawn(part, z, weights)),
    moves: parts.map((part) => ({
      id: part.id,
      low: atQuantile(part, -Z90),
      base: part.mean,
      high: atQuantile(part, Z90),
    })),
  };
}

/** A question with some inputs written anew. An age in days replaces a due date. */
export function withInputs(question: Question, inputs: readonly Written[]): Question {
  let claim: Claim & Record<string, unknown> = { ...question.claim };
  let terms: Record<string, unknown> = { ...question.terms };
  for (const { name, kind, value } of inputs) {
    const written = kind === 'amount' ? money(value) : value;
    const dot = name.indexOf('.');
    if (dot < 0) {
      claim = { ...claim, [name]: written };
      if (name === 'overdue_days') delete claim.due_date;
    } else {
      const head = name.slice(0, dot);
      const member = { [name.slice(dot + 1)]: written };
      if (head in claim) claim = { ...claim, [head]: { ...(claim[head] as object), ...member } };
      else terms = { ...terms, [head]: { ...(terms[head] as object | undefined), ...member } };
    }
  }
  return { ...question, claim, terms };
}

/** The base of an enquiry: the question, its case, and who the debtor probably is. */
export interface Base {
  readonly question: Question;
  readonly case: Case;
  readonly weights: PerKind;
}

/** A base of which the numbers that can move are recorded. */
interface RecordedBase extends Base {
  readonly recorded: { readonly paths: ReadonlySet<string> };
}

/** The case of a question in another world; its belief follows from what is assumed there. */
export function shifted({ question, case: c }: Base, { changes, inputs }: Shift): Case {
  const moved = inputs.length === 0 ? c : setUp(withInputs(question, inputs));
  return changes.length === 0 ? moved : assuming(moved, changed(moved.a, changes));
}

/** The case of a question with inputs written anew. */
const withWritten = ({ question, case: c }: Base, { inputs }: Shift): Case =>
  inputs.length === 0 ? c : setUp(withInputs(question, inputs));

/**
 * The belief in a drawn world. It differs by the doubts alone, which stand for everything unknown about the debtor, so that the mean over
 * the worlds is the base.
 */
export function drawnWeights(base: Base, shift: Shift): PerKind {
  const moved = withWritten(base, shift);
  const weights = [...(moved === base.case ? base.weights : settingOf(moved).belief.weights)];
  for (const { part, value } of shift.changes)
    if (part.doubts !== null) weights[part.doubts] = ofKind(weights, part.doubts) * (value / part.mean);
  const sum = total(weights);
  return weights.map((weight) => weight / sum);
}

/** The case of a drawn world. Assumptions about the future may differ there. */
export function drawnCase(base: Base, shift: Shift): Case {
  const moved = withWritten(base, shift);
  return assuming(moved, changed(moved.a, shift.changes));
}

/** Paths of the assumptions that the answer rests on: nothing else can move it. */
function pathsRead({ case: c, recorded }: RecordedBase): ReadonlySet<string> {
  const found = recorded.paths;
  // Without a relationship nothing can be lost with it.
  const lost = c.facts.margin_per_year * c.facts.relationship_years;
  return lost > 0 ? found : new Set([...found].filter((path) => !path.startsWith('relationship.')));
}

/** Everything that can be moved in a question: what is uncertain first, then the numbers that are only tried. */
export function variablesOf(base: RecordedBase, inputs: readonly Input[]): Variable[] {
  const read = pathsRead(base);
  const drivers = driversOf(overridesOf(base.question), (path) => read.has(path));
  const own = inputs.map(inputVariable).filter((one) => one !== null);
  return [...drivers.map((driver) => driverVariable(driver, base.weights)), ...own].sort(
    (a, b) => Number(b.uncertain) - Number(a.uncertain),
  );
}
