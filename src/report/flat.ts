// The answer as single values with fixed names, for one cell of a spreadsheet or one column of a ledger. A name never changes its meaning;
// names of options and groups follow the registry.

import type { Include } from '../request/control_fields.ts';
import { OPTIONS } from '../request/options.ts';
import type { Text } from '../values/text.ts';
import type { Invoice, OptionAnswer, Report } from './answer.ts';

/** What stands in a cell; null when there is no such figure. */
export type FlatValue = string | number | null;

/** One value of an answer. */
export interface FlatField {
  readonly name: string;
  readonly label: Text;
  /** A sentence or a name for people; whole yen, which can be added and shared out; or another figure, a day, a code. */
  readonly kind: 'text' | 'plain' | 'amount';
  /** The part of the answer that must be computed for it. */
  readonly needs?: Include;
  /** Options of which more than the net value must be computed for it. */
  readonly details?: readonly string[];
  /** What it is of one invoice, also where several are decided together. */
  readonly of_invoice?: (invoice: Invoice) => FlatValue;
  readonly of: (report: Report) => FlatValue;
}

const best = ({ options }: Report): OptionAnswer => options[0]!;
const named = ({ options }: Report, id: string): OptionAnswer | undefined => options.find((option) => option.id === id);

/** The best other first step by value. */
const second = ({ options, recommendation }: Report): OptionAnswer | undefined =>
  options
    .filter(({ id, net_value }) => net_value !== null && id !== recommendation.option)
    .sort((a, b) => Number(b.net_value) - Number(a.net_value))[0];

type Rest = Partial<Pick<FlatField, 'kind' | 'needs' | 'details' | 'of_invoice'>>;

const field = (name: string, ja: string, en: string, of: FlatField['of'], rest: Rest = {}): FlatField => ({
  name,
  label: { ja, en },
  kind: 'plain',
  of,
  ...rest,
});

/** A figure of the claim alone. */
const ofClaim = (
  name: string,
  ja: string,
  en: string,
  of: NonNullable<FlatField['of_invoice']>,
  rest: Rest = {},
): FlatField => field(name, ja, en, ({ claim }) => of(claim), { ...rest, of_invoice: of });

const AMOUNT = { kind: 'amount' } as const;
const TEXT = { kind: 'text' } as const;

/** Six digits after the point. */
const rate = (part: string, whole: string): number => Math.round((Number(part) / Number(whole)) * 1e6) / 1e6;

const SUMMARY: readonly FlatField[] = [
  field('best', '推奨する手段のコード', 'recommended option', (r) => r.recommendation.option),
  field('best_label', '推奨する手段', 'name of the recommended option', (r) => r.recommendation.label, TEXT),
  field('best_net', '期待正味額', 'net value', (r) => r.recommendation.net_value, AMOUNT),
  field('best_net_rate', '期待正味額の割合', 'net value as a share of the amount', (r) =>
    rate(r.recommendation.net_value, r.claim.principal),
  ),
  field('second', '次善の手段のコード', 'best other first step', (r) => second(r)?.id ?? null),
  field('second_label', '次善の手段', 'name of the best other first step', (r) => second(r)?.label ?? null, TEXT),
  field('margin', '次善との差', 'margin over the next', (r) => r.recommendation.margin, AMOUNT),
  field('chance_best', '最も有利な見込み', 'chance of being best', (r) => r.recommendation.chance_best, {
    needs: 'sensitivity',
  }),
  field(
    'chance_level',
    '最も有利か互角の見込み',
    'chance of being best or tied',
    (r) => r.recommendation.chance_level,
    { needs: 'sensitivity' },
  ),
  field('call', '判定の明確さ', 'how clear it is', (r) => r.recommendation.call),
  field('step_call', '手段の判定の明確さ', 'how clear the step is', (r) => r.recommendation.step_call),
  field('family', '方法のコード', 'family of the step', (r) => r.recommendation.family),
  field('family_label', '方法', 'name of its family', (r) => r.recommendation.family_label, TEXT),
  field('p10', '下位10%', 'P10', (r) => best(r).p10, AMOUNT),
  field('p50', '中央値', 'P50', (r) => best(r).p50, AMOUNT),
  field('p90', '上位10%', 'P90', (r) => best(r).p90, AMOUNT),
  field('months_to_cash', '入金までの月数', 'months to cash', (r) => best(r).months_to_cash),
  field('why', '結論', 'headline', (r) => r.recommendation.headline, TEXT),
  field('first_step', 'まずすること', 'first step', (r) => r.recommendation.plan?.[0]?.text ?? null, {
    ...TEXT,
    // Here 'plan' is a part of the answer, not an option.
    needs: 'plan',
  }),
  field('review_on', '見直す日', 'day of review', (r) => r.recommendation.review_on),
  ofClaim('limitation_last_day', '時効の最終日', 'last day before limitation', ({ limitation }) => limitation.last_day),
  ofClaim('limitation_status', '時効の状態', 'status of limitation', ({ limitation }) => limitation.status),
  ofClaim('interest', '遅延損害金', 'late interest', ({ interest }) => interest, AMOUNT),
  field('warnings', '注意', 'warnings', (r) => r.warnings.map(({ text }) => text).join(' / '), TEXT),
  field('model_version', 'モデルの版', 'model version', (r) => r.meta.model_version),
  field('law_version', '法令データの版', 'law version', (r) => r.meta.law_version),
  field('input_hash', '入力ハッシュ', 'input hash', (r) => r.meta.input_hash),
];

/** The highest figure of some options, as it is written; null when none has one. */
function highest(report: Report, ids: readonly string[], of: (option: OptionAnswer) => string | null): string | null {
  const held = ids.flatMap((id) => named(report, id) ?? []).map(of);
  return held.reduce(
    (most, next) => (next !== null && (most === null || Number(next) > Number(most)) ? next : most),
    null,
  );
}

/** The first figure of an option's break-even. */
const breakEven = (option: OptionAnswer | undefined): FlatValue =>
  option?.break_even ? (Object.values(option.break_even)[0] ?? null) : null;

/** The least demanding break-even of some options: worth it at any figure, from the lowest one, or never. */
function easiest(report: Report, ids: readonly string[]): FlatValue {
  const held = ids.map((id) => breakEven(named(report, id))).filter((value) => value !== null);
  if (held.includes('always')) return 'always';
  const figures = held.filter((value) => value !== 'never').map(Number);
  return figures.length > 0 ? Math.min(...figures) : held.length > 0 ? 'never' : null;
}

/** Options by the word under which a finance team counts them. */
const GROUPS: ReadonlyMap<string, readonly string[]> = OPTIONS.reduce(
  (groups, { id, group }) => (group === undefined ? groups : groups.set(group, [...(groups.get(group) ?? []), id])),
  new Map<string, readonly string[]>(),
);

const ofOption = ({ id, label, figures }: (typeof OPTIONS)[number]): FlatField[] => {
  const details = [id];
  const amount = { ...AMOUNT, details };
  return [
    field(
      `net.${id}`,
      `${label.ja}の見込み`,
      `net value of ${label.en}`,
      (r) => named(r, id)?.net_value ?? null,
      AMOUNT,
    ),
    field(
      `alone.${id}`,
      `${label.ja}だけの見込み`,
      `value of ${label.en} alone`,
      (r) => named(r, id)?.stand_alone_value ?? null,
      amount,
    ),
    field(`p10.${id}`, `${label.ja}の下位10%`, `P10 of ${label.en}`, (r) => named(r, id)?.p10 ?? null, amount),
    field(`p90.${id}`, `${label.ja}の上位10%`, `P90 of ${label.en}`, (r) => named(r, id)?.p90 ?? null, amount),
    field(`status.${id}`, `${label.ja}の状態`, `status of ${label.en}`, (r) => named(r, id)?.status ?? null),
    ...(figures === undefined
      ? []
      : [
          field(
            `break_even.${id}`,
            `${label.ja}の分かれ目`,
            `break-even of ${label.en}`,
            (r) => breakEven(named(r, id)),
            { needs: 'break_even', details },
          ),
        ]),
  ];
};

const ofGroup = ([group, ids]: readonly [string, readonly string[]]): FlatField[] => [
  field(
    `net.${group}`,
    '法的手続の見込み',
    `net value of the best of ${group}`,
    (r) => highest(r, ids, ({ net_value }) => net_value),
    AMOUNT,
  ),
  field(
    `alone.${group}`,
    '法的手続だけの見込み',
    `value of the best of ${group} alone`,
    (r) => highest(r, ids, ({ stand_alone_value }) => stand_alone_value),
    { ...AMOUNT, details: ids },
  ),
  field(`break_even.${group}`, '訴える価値のある最低の勝訴見込み', `break-even of ${group}`, (r) => easiest(r, ids), {
    needs: 'break_even',
    details: ids,
  }),
];

/** Every value of an answer by its name, the summary first. */
export const FLAT_FIELDS: ReadonlyMap<string, FlatField> = new Map(
  [...SUMMARY, ...OPTIONS.flatMap(ofOption), ...[...GROUPS].flatMap(ofGroup)].map((one) => [one.name, one]),
);

/** What must be computed for some values: parts of the answer, and options in detail. */
export const neededFor = (fields: readonly FlatField[]): { include: Include[]; detailed: Set<string> } => ({
  include: [...new Set(fields.flatMap(({ needs }) => needs ?? []))],
  detailed: new Set(fields.flatMap(({ details }) => details ?? [])),
});
