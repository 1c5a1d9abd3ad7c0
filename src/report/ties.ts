// What speaks for an option that is tied with the recommended one, and what choosing it first costs: one sentence for each.

import { EXTERNAL, OWN_TIME } from '../decision/components.ts';
import type { Decision, Open } from '../decision/decide.ts';
import type { Voice } from '../options/option.ts';
import type { Lang } from '../values/text.ts';

/** Hours of own time, and months, below which a difference is not worth a word. */
const HOURS_MIN = 0.1;
const MONTHS_MIN = 1;

/** A decision, its first option, and the language in which its ties are told. */
interface Ties {
  readonly decision: Decision;
  readonly best: Open;
  readonly say: Voice;
  readonly lang: Lang;
}

/** Where a tied option is better than the recommended one; a figure is null where it is not. */
interface Advantages {
  /** Yen less paid to others. */
  readonly cheaper: number | null;
  /** Yen more in the bad case: one time in ten it brings less. */
  readonly safer: number | null;
  /** Hours less of own time. */
  readonly lighter: number | null;
  /** Months by which the money comes sooner. */
  readonly sooner: number | null;
  /** It keeps the other options open, which the recommended one does not. */
  readonly open: boolean;
}

const above = (difference: number, least: number): number | null => (difference >= least ? difference : null);

function advantagesOver(best: Open, entry: Open, hours: (one: Open) => number): Advantages {
  const external = ({ spread }: Open) => spread.expected[EXTERNAL] ?? 0;
  const [fast, slow] = [entry.spread.months_to_cash, best.spread.months_to_cash];
  return {
    cheaper: above(external(entry) - external(best), 1),
    safer: above(entry.spread.p10 - best.spread.p10, 1),
    lighter: above(hours(best) - hours(entry), HOURS_MIN),
    sooner: fast === null || slow === null ? null : above(slow - fast, MONTHS_MIN),
    open: entry.valued.to !== null && best.valued.to === null,
  };
}

/** The tied options that a reader is told about: the nearest, and the one that is safest in the bad case where that is another. */
export function worthNaming({ decision, best }: Ties): readonly Open[] {
  const [nearest, ...others] = decision.tied;
  if (nearest === undefined) return [];
  const safest = [nearest, ...others].reduce((top, next) => (next.spread.p10 > top.spread.p10 ? next : top));
  return safest !== nearest && safest.spread.p10 > best.spread.p10 ? [nearest, safest] : [nearest];
}

/** The sentence about one tied option. */
export function tieNote(entry: Open, { decision, best, say, lang }: Ties): string {
  const { staff_rate } = decision.case.a.money;
  const hours = ({ spread }: Open) => -(spread.expected[OWN_TIME] ?? 0) / staff_rate;
  const { cheaper, safer, lighter, sooner, open } = advantagesOver(best, entry, hours);
  const [certain, other] = [best.spread.certainty_equivalent, entry.spread.certainty_equivalent];
  const isAverse = certain !== null && other !== null;
  const cost = say.yen(isAverse ? certain - other : best.value - entry.value);
  const label = entry.option.label[lang];
  const tenth = (x: number) => String(Math.round(x * 10) / 10);
  if (lang === 'ja') {
    const points = [
      ...(cheaper === null ? [] : [`外部費用が${say.yen(cheaper)}少ない`]),
      ...(safer === null ? [] : [`悪い場合（下位10%）の額が${say.yen(safer)}多い`]),
      ...(lighter === null ? [] : [`社内の手間が${tenth(lighter)}時間少ない`]),
      ...(sooner === null ? [] : [`入金が平均${say.months(sooner)}早い`]),
      ...(open ? ['ほかの手段を残せる'] : []),
    ];
    const price = isAverse ? `確実な額に換算して${cost}少なくなります` : `見込みは${cost}少なくなります`;
    const merit = points.length === 0 ? '利点になる数字はありません' : `利点は、${points.join('、')}ことです`;
    return `「${label}」から始めることもできます。${price}が、ほぼ互角です。${merit}。`;
  }
  const points = [
    ...(cheaper === null ? [] : [`${say.yen(cheaper)} less paid to others`]),
    ...(safer === null ? [] : [`${say.yen(safer)} more in the bad case (P10)`]),
    ...(lighter === null ? [] : [`${tenth(lighter)} hours less of your own time`]),
    ...(sooner === null ? [] : [`cash ${say.months(sooner)} sooner on average`]),
    ...(open ? ['every other way stays open'] : []),
  ];
  const merit = points.length === 0 ? 'no figure speaks for it' : `for it: ${points.join(', ')}`;
  return `"${label}" is tied with it: choosing it first costs ${cost} ${isAverse ? 'in certainty equivalent' : 'in expectation'}; ${merit}.`;
}
