// What speaks for an option that is tied with the recommended one, and what choosing it first costs: one sentence for each.

import type { Decision, OpenOption } from '../decision/programme/decide.ts';
import { tieBand } from '../decision/programme/rank.ts';
import { EXTERNAL, OWN_TIME } from '../decision/tree/components.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';

// Differences below these are not worth a word: a tenth of the band within which options are tied, hours of own time, and months. Judgement.
const TIE_BAND_SHARE = 0.1;
const HOURS_MIN = 0.1;
const MONTHS_MIN = 1;

const yenMin = ({ situation }: Decision): number => TIE_BAND_SHARE * tieBand(situation.facts.principal);

/** A decision and its first option. */
interface Ties {
  readonly decision: Decision;
  readonly best: OpenOption;
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

function advantagesOver({ decision, best }: Ties, entry: OpenOption): Advantages {
  const { staff_rate } = decision.case.a.money;
  const least = yenMin(decision);
  const hours = ({ spread }: OpenOption) => -(spread.expected[OWN_TIME] ?? 0) / staff_rate;
  const external = ({ spread }: OpenOption) => spread.expected[EXTERNAL] ?? 0;
  const [fast, slow] = [entry.spread.months_to_cash, best.spread.months_to_cash];
  return {
    cheaper: above(external(entry) - external(best), least),
    safer: above(entry.spread.p10 - best.spread.p10, least),
    lighter: above(hours(best) - hours(entry), HOURS_MIN),
    sooner: fast === null || slow === null ? null : above(slow - fast, MONTHS_MIN),
    open: entry.valued.to !== null && best.valued.to === null,
  };
}

/**
 * The tied options that a reader is told about: the nearest, the one that is safest in the bad case where that is another, and what somebody has
 * offered, which is answered whatever is done.
 */
export function worthNaming({ decision, best }: Ties): readonly OpenOption[] {
  const [nearest, ...others] = decision.tied;
  if (nearest === undefined) return [];
  const safest = [nearest, ...others].reduce((top, next) => (next.spread.p10 > top.spread.p10 ? next : top));
  const isSafer = safest.spread.p10 - best.spread.p10 >= yenMin(decision);
  return [
    ...new Set([
      nearest,
      ...(isSafer ? [safest] : []),
      ...others.filter((one) => isOnTheTable(one, { decision, best })),
    ]),
  ];
}

/** What to tell whoever has offered what is not taken; null where nobody has. */
export const wordsDeclining = ({ option, terms, value }: OpenOption, { decision, best }: Ties): Sentence | null =>
  option.sentences.declined?.(decision.situation, terms, { value, less: best.value - value }) ?? null;

/** Whether somebody has offered it. */
const isOnTheTable = (entry: OpenOption, ties: Ties): boolean => wordsDeclining(entry, ties) !== null;

/** What to do about an offer that is as good as what is recommended; nothing where nobody has made one. */
function offerAnswered(entry: OpenOption, ties: Ties): Sentence {
  if (!isOnTheTable(entry, ties)) return SILENT;
  const step = entry.option.sentences.step(ties.decision.situation, entry.terms);
  return phrase({ step }, { ja: '申出への答えは要ります：{step}', en: ' The offer is answered in any case: {step}' });
}

/** The sentence about one tied option. */
export function tieNote(entry: OpenOption, { decision, best }: Ties): Sentence {
  const merits = meritsOf(advantagesOver({ decision, best }, entry));
  const merit =
    merits.length === 0
      ? { ja: 'ほかに有利な点はありません', en: 'it has no advantage in return' }
      : phrase({ merits: listed(merits) }, { ja: '利点は、{merits}ことです', en: 'in its favour: {merits}' });
  const [certain, other] = [best.spread.certainty_equivalent, entry.spread.certainty_equivalent];
  const { label } = entry.option;
  const answer = offerAnswered(entry, { decision, best });
  return certain !== null && other !== null
    ? phrase(
        { label, cost: { yen: certain - other }, merit, answer },
        {
          ja: '「{label}」から始めることもできます。確実な額に換算すると{cost}少なくなりますが、ほぼ互角です。{merit}。{answer}',
          en: 'You may as well start with "{label}": its certainty equivalent is {cost} lower, which is practically a tie; {merit}.{answer}',
        },
      )
    : phrase(
        { label, cost: { yen: best.value - entry.value }, merit, answer },
        {
          ja: '「{label}」から始めることもできます。期待額は{cost}少なくなりますが、ほぼ互角です。{merit}。{answer}',
          en: 'You may as well start with "{label}": its expected value is {cost} lower, which is practically a tie; {merit}.{answer}',
        },
      );
}

/** The advantages as parts of a sentence. */
function meritsOf({ cheaper, safer, lighter, sooner, open }: Advantages): Sentence[] {
  const merits: Sentence[] = [];
  if (cheaper !== null)
    merits.push(
      phrase(
        { cheaper: { yen: cheaper } },
        { ja: '社外に払う費用が{cheaper}少ない', en: '{cheaper} less paid to others' },
      ),
    );
  if (safer !== null)
    merits.push(
      phrase(
        { safer: { yen: safer }, p: 10 },
        { ja: '悪い場合（下位{p}%）に残る額が{safer}多い', en: '{safer} more in the bad case (P{p})' },
      ),
    );
  if (lighter !== null)
    merits.push(
      phrase(
        { lighter: Math.round(lighter * 10) / 10 },
        { ja: '社内の手間が{lighter}時間少ない', en: '{lighter} fewer hours of your own time' },
      ),
    );
  if (sooner !== null)
    merits.push(
      phrase({ sooner: { months: sooner } }, { ja: '入金が平均{sooner}早い', en: 'cash {sooner} sooner on average' }),
    );
  if (open) merits.push({ ja: 'ほかの手段を残せる', en: 'the other options stay open' });
  return merits;
}
