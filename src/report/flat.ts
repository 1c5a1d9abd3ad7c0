// The answer as single values with fixed names, for one cell of a spreadsheet or one column of a ledger. A name never changes its meaning;
// names of options and groups follow the registry.

import type { Include } from '../request/control_fields.ts';
import { OPTIONS } from '../request/options.ts';
import type { Text } from '../values/text.ts';
import type { Invoice, OptionAnswer, Report } from './answer.ts';
import { decimals } from './parts.ts';

/** What stands in a cell; null when there is no such figure. */
export type FlatValue = string | number | null;

/** One value of an answer. */
export interface FlatField {
  readonly name: string;
  readonly label: Text;
  /** A sentence or a name for people; whole yen, which can be added and shared out; or another figure, a day, a code. */
  readonly kind: 'text' | 'plain' | 'amount';
  /** Whether its sum over several claims says nothing, as that of quantiles. */
  readonly not_summed?: true;
  /** The part of the answer that must be computed for it. */
  readonly needs?: Include;
  /** Options of which more than the net value must be computed for it. */
  readonly details?: readonly string[];
  /** What it is of one invoice, also where several are decided together. */
  readonly of_invoice?: (invoice: Invoice) => FlatValue;
  readonly of: (report: Report) => FlatValue;
}

/** The recommended option: the first, and there is always one, because the baseline is never closed. */
function bestOption({ options: [best] }: Report): OptionAnswer {
  if (best === undefined) throw new RangeError('the answer has no option');
  return best;
}

const named = ({ options }: Report, id: string): OptionAnswer | undefined => options.find((option) => option.id === id);

/** The best other first step by value. */
const second = ({ options, recommendation }: Report): OptionAnswer | undefined =>
  options
    .filter(({ id, net_value }) => net_value !== undefined && id !== recommendation.option)
    .sort((a, b) => Number(b.net_value) - Number(a.net_value))[0];

type Rest = Partial<Pick<FlatField, 'kind' | 'not_summed' | 'needs' | 'details' | 'of_invoice'>>;

const field = (name: string, label: Text, of: FlatField['of'], rest: Rest = {}): FlatField => ({
  name,
  label,
  kind: 'plain',
  of,
  ...rest,
});

/** A figure of the claim alone. */
const ofClaim = (name: string, label: Text, of: NonNullable<FlatField['of_invoice']>, rest: Rest = {}): FlatField =>
  field(name, label, ({ claim }) => of(claim), { ...rest, of_invoice: of });

const AMOUNT = { kind: 'amount' } as const;
const QUANTILE = { kind: 'amount', not_summed: true } as const;
const TEXT = { kind: 'text' } as const;

/** One amount as a share of another, six digits after the point. */
const rate = (part: string, whole: string): number => decimals(Number(part) / Number(whole), 6);

const SUMMARY: readonly FlatField[] = [
  field('best', { ja: '推奨する手段のコード', en: 'recommended option' }, (r) => r.recommendation.option),
  field(
    'best_label',
    { ja: '推奨する手段', en: 'name of the recommended option' },
    (r) => r.recommendation.label,
    TEXT,
  ),
  field('best_net', { ja: '期待額', en: 'net value' }, (r) => r.recommendation.net_value, AMOUNT),
  field('best_net_rate', { ja: '期待額の割合', en: 'net value as a share of the amount' }, (r) =>
    rate(r.recommendation.net_value, r.claim.principal),
  ),
  field('second', { ja: '次善の手段のコード', en: 'best other first step' }, (r) => second(r)?.id ?? null),
  field(
    'second_label',
    { ja: '次善の手段', en: 'name of the best other first step' },
    (r) => second(r)?.label ?? null,
    TEXT,
  ),
  field('margin', { ja: '次善との差', en: 'margin over the next' }, (r) => r.recommendation.margin, QUANTILE),
  field('chance_best', { ja: '最も有利である確率', en: 'chance of being best' }, (r) => r.recommendation.chance_best, {
    needs: 'sensitivity',
  }),
  field(
    'chance_level',
    { ja: '最も有利か互角である確率', en: 'chance of being best or tied' },
    (r) => r.recommendation.chance_level,
    { needs: 'sensitivity' },
  ),
  field('call', { ja: '判定の明確さ', en: 'how clear it is' }, (r) => r.recommendation.call),
  field('step_call', { ja: '手段の判定の明確さ', en: 'how clear the step is' }, (r) => r.recommendation.step_call),
  field('family', { ja: '方法のコード', en: 'family of the step' }, (r) => r.recommendation.family),
  field('family_label', { ja: '方法', en: 'name of its family' }, (r) => r.recommendation.family_label, TEXT),
  field('p10', { ja: '下位10%', en: 'P10' }, (r) => bestOption(r).p10 ?? null, QUANTILE),
  field('p50', { ja: '中央値', en: 'P50' }, (r) => bestOption(r).p50 ?? null, QUANTILE),
  field('p90', { ja: '上位10%', en: 'P90' }, (r) => bestOption(r).p90 ?? null, QUANTILE),
  field('months_to_cash', { ja: '入金までの月数', en: 'months to cash' }, (r) => bestOption(r).months_to_cash ?? null),
  field('why', { ja: '結論', en: 'headline' }, (r) => r.recommendation.headline, TEXT),
  field('first_step', { ja: 'まずすること', en: 'first step' }, (r) => r.recommendation.plan?.[0]?.text ?? null, {
    ...TEXT,
    // Here 'plan' is a part of the answer, not an option.
    needs: 'plan',
  }),
  field('review_on', { ja: '見直す日', en: 'day of review' }, (r) => r.recommendation.review_on),
  ofClaim(
    'limitation_last_day',
    { ja: '時効の最終日', en: 'last day before limitation' },
    ({ limitation }) => limitation.last_day,
  ),
  ofClaim('limitation_status', { ja: '時効の状態', en: 'status of limitation' }, ({ limitation }) => limitation.status),
  ofClaim('interest', { ja: '遅延損害金', en: 'late interest' }, ({ interest }) => interest, AMOUNT),
  field('warnings', { ja: '注意', en: 'warnings' }, (r) => r.warnings.map(({ text }) => text).join(' / '), TEXT),
  field('model_version', { ja: 'モデルの版', en: 'model version' }, (r) => r.meta.model_version),
  field('law_version', { ja: '法令データの版', en: 'law version' }, (r) => r.meta.law_version),
  field('input_hash', { ja: '入力ハッシュ', en: 'input hash' }, (r) => r.meta.input_hash),
  ofClaim(
    'limitation_status_label',
    { ja: '時効の状態（言葉）', en: 'status of limitation in words' },
    ({ limitation }) => limitation.status_label,
    TEXT,
  ),
  field('call_label', { ja: '判定', en: 'how clear it is, in words' }, (r) => r.recommendation.call_label, TEXT),
  field(
    'step_call_label',
    { ja: '手段の判定', en: 'how clear the step is, in words' },
    (r) => r.recommendation.step_call_label,
    TEXT,
  ),
];

/** The highest figure of some options, as it is written; null when none has one. */
function highest(
  report: Report,
  ids: readonly string[],
  of: (option: OptionAnswer) => string | undefined,
): string | null {
  const held = ids.flatMap((id) => named(report, id) ?? []).flatMap((option) => of(option) ?? []);
  return held.reduce<string | null>((most, next) => (most === null || Number(next) > Number(most) ? next : most), null);
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
      { ja: `${label.ja}の期待額`, en: `net value of ${label.en}` },
      (r) => named(r, id)?.net_value ?? null,
      AMOUNT,
    ),
    field(
      `alone.${id}`,
      { ja: `${label.ja}だけの期待額`, en: `value of ${label.en} alone` },
      (r) => named(r, id)?.stand_alone_value ?? null,
      amount,
    ),
    field(`p10.${id}`, { ja: `${label.ja}の下位10%`, en: `P10 of ${label.en}` }, (r) => named(r, id)?.p10 ?? null, {
      ...QUANTILE,
      details,
    }),
    field(`p90.${id}`, { ja: `${label.ja}の上位10%`, en: `P90 of ${label.en}` }, (r) => named(r, id)?.p90 ?? null, {
      ...QUANTILE,
      details,
    }),
    field(
      `status.${id}`,
      { ja: `${label.ja}の状態`, en: `status of ${label.en}` },
      (r) => named(r, id)?.status ?? null,
    ),
    field(
      `status_label.${id}`,
      { ja: `${label.ja}の状態（言葉）`, en: `status of ${label.en} in words` },
      (r) => named(r, id)?.status_label ?? null,
      TEXT,
    ),
    ...(figures === undefined
      ? []
      : [
          field(
            `break_even.${id}`,
            { ja: `${label.ja}の分かれ目`, en: `break-even of ${label.en}` },
            (r) => breakEven(named(r, id)),
            { needs: 'break_even', details },
          ),
        ]),
  ];
};

const ofGroup = ([group, ids]: readonly [string, readonly string[]]): FlatField[] => [
  field(
    `net.${group}`,
    { ja: '法的手続の期待額', en: `net value of the best of ${group}` },
    (r) => highest(r, ids, ({ net_value }) => net_value),
    AMOUNT,
  ),
  field(
    `alone.${group}`,
    { ja: '法的手続だけの期待額', en: `value of the best of ${group} alone` },
    (r) => highest(r, ids, ({ stand_alone_value }) => stand_alone_value),
    { ...AMOUNT, details: ids },
  ),
  field(
    `break_even.${group}`,
    { ja: '訴える価値のある最低の勝訴の確率', en: `break-even of ${group}` },
    (r) => easiest(r, ids),
    {
      needs: 'break_even',
      details: ids,
    },
  ),
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
