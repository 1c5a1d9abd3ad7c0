// How mediation ends, from a day on: an agreement that is a title, an order in its place, or no result (docs/model.md 7.1).

import { complement, product } from '../../assumptions/kinds.ts';
import { times } from '../../numbers/number.ts';
import type { Case, Fork, Situation, State } from '../option.ts';
import { failureEvent } from '../parts/failure.ts';
import { afterTalks, agreedTitle } from './agreed_title.ts';
import { behaviour } from './court.ts';

/** How mediation ends after so many months for those who are still solvent then. */
function endsOfMediation(c: Case, months: number) {
  const { agrees, order_stands } = c.a.mediating;
  const { alive, failed } = c.debtor.survival(months);
  const agreed = agrees.map((chance) => times(chance, c.debtor.contact_factor));
  const open = product(alive, complement(agreed));
  return {
    failed,
    agrees: product(alive, agreed),
    ordered: product(open, order_stands),
    open: product(open, complement(order_stands)),
  };
}

/** What mediation that ends after so many months comes to; `changes` are those of a claim for which it ended without a result. */
export function mediated(s: Situation, at: number, changes: Partial<State>): Fork[] {
  const chances = s.once(endsOfMediation, at);
  const share = behaviour(s).settlement;
  return [
    { chance: chances.failed, event: failureEvent(s, at, s.state.balance) },
    { chance: chances.agrees, event: agreedTitle(s, { id: 'mediation_agreed', at, share }) },
    { chance: chances.ordered, event: agreedTitle(s, { id: 'order_stands', at, share }) },
    { chance: chances.open, event: afterTalks(at, changes) },
  ];
}
