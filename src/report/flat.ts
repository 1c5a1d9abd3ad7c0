// The answer as single values with fixed names, for one cell of a spreadsheet or one column of a ledger. A name never changes its meaning;
// names of options and groups follow the registry.

import type { Text } from '../claim/read.ts';
import type { Include } from '../request.ts';
import type { Report } from './answer.ts';
import { OPTIONS } from './options.ts';

/** What stands in a cell; null when there is no such figure. */
export type FlatValue = string | number | null;

/** One value of an answer. */
export interface FlatField {
  readonly name: string;
  readonly label: Text;
  /** A sentence or a name for people; the others are figures, days and codes. */
  readonly kind: 'text' | 'plain';
  /** The part of the answer that must be computed for it. */
  readonly needs?: Include;
  readonly of: (report: Report) => FlatValue;
}

type OptionAnswer = Report['options'][number];

const best = ({ options }: Report): OptionAnswer => options[0]!;
const named = ({ options }: Report, id: string): OptionAnswer | undefined => options.find((option) => option.id === id);

/** The best other first step by value. */
const second = ({ options, recommendation }: Report): OptionAnswer | undefined =>
  options
    .filter(({ id, net_value }) => net_value !== null && id !== recommendation.option)
    .sort((a, b) => Number(b.net_value) - Number(a.net_value))[0];

const field = (
  name: string,
  ja: string,
  en: string,
  of: FlatField['of'],
  kind: FlatField['kind'] = 'plain',
  needs?: Include,
): FlatField => ({ name, label: { ja, en }, kind, of, ...(needs === undefined ? {} : { needs }) });

/** Six digits after the point. */
const rate = (part: string, whole: string): number => Math.round((Number(part) / Number(whole)) * 1e6) / 1e6;

const SUMMARY: readonly FlatField[] = [
  field('best', '推奨する手段のコード', 'recommended option', (r) => r.recommendation.option),
  field('best_label', '推奨する手段', 'name of the recommended option', (r) => r.recommendation.label, 'text'),
  field('best_net', '期待正味額', 'net value', (r) => r.recommendation.net_value),
  field('best_net_rate', '期待正味額の割合', 'net value as a share of the amount', (r) =>
    rate(r.recommendation.net_value, r.claim.principal),
  ),
  field('second', '次善の手段のコード', 'best other first step', (r) => second(r)?.id ?? null),
  field('second_label', '次善の手段', 'name of the best other first step', (r) => second(r)?.label ?? null, 'text'),
  field('margin', '次善との差', 'margin over the next', (r) => r.recommendation.margin),
  field(
    'chance_best',
    '最も有利な見込み',
    'chance of being best',
    (r) => r.recommendation.chance_best,
    'plain',
    'sensitivity',
  ),
  field(
    'chance_level',
    '最も有利か互角の見込み',
    'chance of being best or level',
    (r) => r.recommendation.chance_level,
    'plain',
    'sensitivity',
  ),
  field('call', '判定の明確さ', 'how clear it is', (r) => r.recommendation.call),
  field('p10', '下位10%', 'P10', (r) => best(r).p10),
  field('p50', '中央値', 'P50', (r) => best(r).p50),
  field('p90', '上位10%', 'P90', (r) => best(r).p90),
  field('months_to_cash', '入金までの月数', 'months to cash', (r) => best(r).months_to_cash),
  field('why', '結論', 'headline', (r) => r.recommendation.headline, 'text'),
  field('first_step', 'まずすること', 'first step', (r) => r.recommendation.plan?.[0]?.text ?? null, 'text', 'plan'),
  field('review_on', '見直す日', 'day of review', (r) => r.recommendation.review_on),
  field('limitation_last_day', '時効の最終日', 'last day before limitation', (r) => r.claim.limitation.last_day),
  field('limitation_status', '時効の状態', 'status of limitation', (r) => r.claim.limitation.status),
  field('interest', '遅延損害金', 'late interest', (r) => r.claim.interest),
  field('warnings', '注意', 'warnings', (r) => r.warnings.map(({ text }) => text).join(' / '), 'text'),
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

function byOption(): FlatField[] {
  const one = OPTIONS.flatMap(({ id, label, figures }) => [
    field(`net.${id}`, `${label.ja}の見込み`, `net value of ${label.en}`, (r) => named(r, id)?.net_value ?? null),
    field(
      `alone.${id}`,
      `${label.ja}だけの見込み`,
      `value of ${label.en} alone`,
      (r) => named(r, id)?.stand_alone_value ?? null,
    ),
    field(`p10.${id}`, `${label.ja}の下位10%`, `P10 of ${label.en}`, (r) => named(r, id)?.p10 ?? null),
    field(`p90.${id}`, `${label.ja}の上位10%`, `P90 of ${label.en}`, (r) => named(r, id)?.p90 ?? null),
    field(`status.${id}`, `${label.ja}の状態`, `status of ${label.en}`, (r) => named(r, id)?.status ?? null),
    ...(figures === undefined
      ? []
      : [
          field(
            `break_even.${id}`,
            `${label.ja}の分かれ目`,
            `break-even of ${label.en}`,
            (r) => breakEven(named(r, id)),
            'plain',
            'break_even',
          ),
        ]),
  ]);
  const grouped = [...GROUPS].flatMap(([group, ids]) => [
    field(`net.${group}`, '法的手続の見込み', `net value of the best of ${group}`, (r) =>
      highest(r, ids, ({ net_value }) => net_value),
    ),
    field(`alone.${group}`, '法的手続だけの見込み', `value of the best of ${group} alone`, (r) =>
      highest(r, ids, ({ stand_alone_value }) => stand_alone_value),
    ),
    field(
      `break_even.${group}`,
      '訴える価値のある最低の勝訴見込み',
      `break-even of ${group}`,
      (r) => easiest(r, ids),
      'plain',
      'break_even',
    ),
  ]);
  return [...one, ...grouped];
}

/** Every value of an answer by its name, the summary first. */
export const FLAT_FIELDS: ReadonlyMap<string, FlatField> = new Map(
  [...SUMMARY, ...byOption()].map((one) => [one.name, one]),
);
