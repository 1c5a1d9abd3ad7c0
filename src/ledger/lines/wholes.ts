// Finds lines of a whole that stand beside its parts without being their total by place: 全社 beside the departments of each debtor, above,
// below or between them. Such a line is told by its word and by arithmetic together.

import { type LedgerNote, note } from '../found.ts';

/** A word for all departments, branches or shops. */
const FIRM_WIDE =
  /^(?:全(?:社|店舗?|体|支店|部門|部署|拠点|事業所|営業所|国|校|園|院|棟|物件)(?:合?計)?|(?:会社|法人|店舗?|支店|本支店|部門|拠点)(?:合?計)|合算|連結|全て|すべて|all|overall|whole|company|companywide|corporate|consolidated|combined|all(?:branches|departments|stores|locations|offices|divisions|sites|regions|properties|entities))$/;

/** Whether a text, bare of marks, is a word for all parts of a firm. */
export const isWholeWord = (bare: string): boolean => FIRM_WIDE.test(bare);

/** A line as it takes part in a whole. */
interface PartLine {
  /** Whether it is a line of the list. */
  readonly isRow: boolean;
  /** Whether it names the whole of a firm. */
  readonly whole: boolean;
  readonly debtor: string;
  readonly amounts: readonly (bigint | undefined | null)[];
}

/** What the lines of one debtor come to. */
interface PartSums {
  readonly parts: bigint[];
  readonly wholes: bigint[];
  readonly lines: number[];
  count: number;
}

/** The lines of wholes that repeat their parts, and those that do not add up to them. */
export interface Wholes {
  readonly repeated: ReadonlySet<number>;
  readonly differing: readonly number[];
}

/** Finds the lines of wholes among all lines. */
export function wholesIn(lines: readonly PartLine[]): Wholes {
  const repeated = new Set<number>();
  if (!lines.some(({ whole }) => whole)) return { repeated, differing: [] };
  const byDebtor = new Map<string, PartSums>();
  for (const [i, { isRow, whole, debtor, amounts }] of lines.entries()) {
    if (!isRow) continue;
    let sums = byDebtor.get(debtor);
    if (sums === undefined) {
      const none = amounts.map(() => 0n);
      sums = { parts: none, wholes: [...none], lines: [], count: 0 };
      byDebtor.set(debtor, sums);
    }
    const into = whole ? sums.wholes : sums.parts;
    for (const [place, amount] of amounts.entries()) into[place] = (into[place] ?? 0n) + (amount ?? 0n);
    if (whole) sums.lines.push(i);
    else sums.count++;
  }
  const differing: number[] = [];
  for (const { parts, wholes, lines: at, count } of byDebtor.values()) {
    if (at.length === 0 || count === 0) continue;
    if (parts.every((part, place) => part === wholes[place])) for (const i of at) repeated.add(i);
    else differing.push(...at);
  }
  return { repeated, differing };
}

/** The doubt that lines of a whole are not the sum of their parts; none where all are. */
export const wholesDoubt = (differing: number): LedgerNote[] =>
  differing === 0
    ? []
    : [
        note(
          'wholes_differ',
          `全社・全店などとある行が${differing}行ありますが、同じ相手の部門の合計と合わないため、別の債権として読みました。二重に数えていないか確かめてください。`,
          `${differing} line${differing === 1 ? '' : 's'} of a whole (all departments) ${differing === 1 ? 'is' : 'are'} not the sum of the other lines of the debtor, and ${differing === 1 ? 'is' : 'are'} read as claims. Check that nothing counts twice.`,
        ),
      ];
