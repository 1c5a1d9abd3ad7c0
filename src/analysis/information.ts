// What it is worth to know more before deciding: everything about the kind of debtor, or what one enquiry would tell (docs/model.md 9.6). A
// value is linear in the belief under a fixed policy, so the best of a set of policies is convex in it: knowing more is never worth less
// than nothing, and no enquiry about the debtor is worth more than knowing its kind.

import { type DebtorKind, dot, entriesByKind, onlyKind, type PerKind, product, total } from '../assumptions/kinds.ts';
import { assume } from '../assumptions/values.ts';
import { type Enquiry, enquiries, type Finding } from '../debtor/enquiries.ts';
import { assuming, overridesOf } from '../decision/programme/case.ts';
import { Programme } from '../decision/programme/programme.ts';
import type { Solution } from '../decision/programme/solution.ts';
import { finish, type Steps } from '../values/steps.ts';
import type { Worlds } from './scenarios.ts';

/** What would be done first after a finding. */
export interface After {
  readonly finding: Finding;
  /** Chance of finding it, as things are believed now. */
  readonly chance: number;
  readonly option: string;
}

/** What an enquiry is worth and costs, yen. */
export interface InformationValue {
  readonly enquiry: Enquiry;
  readonly worth: number;
  readonly buy: boolean;
  readonly after: readonly After[];
}

/** What knowing more is worth; yen. */
export interface Information {
  /** The first step that is best by value as things are believed now. */
  readonly now: string;
  /** Worth of knowing the kind of debtor, yen, and what would be done first against each. */
  readonly perfect: number;
  readonly by_kind: readonly { readonly kind: DebtorKind; readonly chance: number; readonly option: string }[];
  readonly enquiries: readonly InformationValue[];
}

/** A first step with its policy, by its value per unit of weight of each kind. */
interface Ray {
  readonly option: string;
  readonly alpha: PerKind;
}

const raysOf = ({ first }: Solution): Ray[] => first.map(({ move, alpha }) => ({ option: move.option.id, alpha }));

/** The best of some policies for weights. */
function bestOf(rays: readonly Ray[], weights: PerKind): Ray & { readonly value: number } {
  let best: Ray = rays[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const ray of rays) {
    const value = dot(weights, ray.alpha);
    if (value > most) {
      most = value;
      best = ray;
    }
  }
  return { ...best, value: most };
}

/** Values of enquiries about the debtor, with the policies by which they were valued. */
interface Appraisal {
  readonly rays: readonly Ray[];
  readonly now: Ray & { readonly value: number };
  readonly kinds: readonly { readonly kind: DebtorKind; readonly chance: number; readonly belief: PerKind }[];
  readonly priced: (enquiry: Enquiry, looks: readonly (After & { readonly value: number })[]) => InformationValue;
  readonly aboutDebtor: readonly InformationValue[];
}

/** Values enquiries that tell about the debtor's kind alone; a step a belief. */
function* appraise({ decision, weights }: Worlds, about: readonly Enquiry[]): Steps<Appraisal> {
  const kinds = entriesByKind(weights).map(([kind, chance]) => ({ kind, chance, belief: onlyKind(kind, chance) }));
  const beliefs = [
    ...kinds.map(({ belief }) => belief),
    ...about.flatMap(({ findings }) => findings.map(({ chance }) => product(weights, chance))),
  ];
  // One set of policies serves every belief, so that the worth of less cannot exceed that of more.
  const rays = raysOf(decision.solution);
  for (const belief of beliefs) {
    if (total(belief) > 0) rays.push(...raysOf(decision.programme.solve(belief).solution));
    yield;
  }
  const now = bestOf(rays, weights);
  const priced = (enquiry: Enquiry, looks: readonly (After & { readonly value: number })[]): InformationValue => {
    const worth = Math.max(0, looks.reduce((sum, { value }) => sum + value, 0) - now.value);
    return { enquiry, worth, buy: worth > enquiry.price, after: looks };
  };

  const aboutDebtor = about.map((enquiry) =>
    priced(
      enquiry,
      enquiry.findings.map((finding) => {
        const belief = product(weights, finding.chance);
        return { finding, chance: total(belief), ...bestOf(rays, belief) };
      }),
    ),
  );
  return { rays, now, kinds, priced, aboutDebtor };
}

/** What it is worth to hear the answers to some questions about the debtor, in their order. */
export function* worthOfHearing(worlds: Worlds, about: readonly Enquiry[]): Steps<readonly InformationValue[]> {
  return (yield* appraise(worlds, about)).aboutDebtor;
}

/** The worth of enquiries and of knowing everything about the debtor's kind; a step a belief or an enquiry. */
export function* informationSteps(worlds: Worlds): Steps<Information> {
  const { decision, weights, question, case: c } = worlds;
  const { facts, debtor, a } = c;
  const about = enquiries(facts.claim, debtor, a, facts.proceedings);
  const { rays, now, kinds, priced, aboutDebtor } = yield* appraise(worlds, about);
  const aboutOptions: InformationValue[] = [];
  const ofOptions = facts.proceedings ? [] : worlds.options;
  for (const enquiry of ofOptions.flatMap((option) => option.enquiries?.(decision.situation) ?? [])) {
    const looks = enquiry.findings.map((finding) => {
      const belief = product(weights, finding.chance);
      const there = assuming(c, assume({ ...overridesOf(question), ...finding.known }));
      const { solution } = new Programme(there, worlds.options, decision.situation.state).solve(belief);
      // The policy of the base is still at hand.
      return { finding, chance: total(belief), ...bestOf(raysOf(solution), belief) };
    });
    aboutOptions.push(priced(enquiry, looks));
    yield;
  }
  const by_kind = kinds
    .map(({ kind, chance, belief }) => ({ kind, chance, ...bestOf(rays, belief) }))
    .filter(({ chance }) => chance > 0);
  return {
    now: now.option,
    perfect: Math.max(0, by_kind.reduce((sum, { value }) => sum + value, 0) - now.value),
    by_kind,
    enquiries: [...aboutDebtor, ...aboutOptions].sort(
      (x, y) => y.worth - y.enquiry.price - (x.worth - x.enquiry.price),
    ),
  };
}

/** The same at once. */
export const information = (worlds: Worlds): Information => finish(informationSteps(worlds));
