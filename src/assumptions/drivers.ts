// What is uncertain: assumptions that move together because one fact about the world would move them all, each group by one standard
// normal number z. Model section 12; a caller's own range makes a driver of its own.

import { KIND_COUNT, KIND_LABELS, KINDS, type Kind, type PerKind } from '../debtor/kinds.ts';
import { type ByKind, isLeaf, type One, type Spread, type Tree, type Unit, Z90 } from './assumption.ts';
import * as groups from './index.ts';
import { type Assumptions, limitsOf, type Override } from './values.ts';

/** A group of assumptions that move together. */
interface Group {
  readonly id: string;
  readonly label: { readonly ja: string; readonly en: string };
  /** Paths it covers; the longest path that fits an assumption decides which group it belongs to. */
  readonly covers: readonly string[];
}

const group = (id: string, ja: string, en: string, ...covers: string[]): Group => ({
  id,
  label: { ja, en },
  covers: covers.length > 0 ? covers : [id],
});

/** What only shapes the belief: the four doubts carry its uncertainty, where it matters, in the belief itself. */
export const CARRIED_BY_DOUBT: readonly string[] = ['prior.due_weights', 'signals'];

/** Every other estimate belongs to one of these. */
export const GROUPS: readonly Group[] = [
  group('doubt.unwilling', '払う力はあるが払わない相手である見込み', 'chance that the debtor is able but unwilling'),
  group('doubt.constrained', '資金繰りが苦しい相手である見込み', 'chance that the debtor is cash-constrained'),
  group('doubt.disputing', '請求を争う相手である見込み', 'chance that the debtor disputes'),
  group('doubt.insolvent', '事実上の支払不能である見込み', 'chance that the debtor is de facto insolvent'),
  group('hazard.pay', '督促での支払の速さ', 'how fast a debtor pays when chased'),
  group('hazard.pay.unwilling', '払わない相手の督促での支払の速さ', 'how fast an evader pays when chased'),
  group('hazard.amount_elasticity', '金額が支払の速さに及ぼす影響', 'how the amount slows payment'),
  group('hazard.deteriorate', '支払不能になる速さ', 'how fast a debtor turns insolvent'),
  group(
    'hazard.passive_factor',
    '督促しない場合の支払',
    'payment without being chased',
    'hazard.passive_factor',
    'hazard.after_limitation',
  ),
  group('hazard.paid_share', '任意の支払で得られる割合', 'share that a voluntary payment brings'),
  group('prior.paid_on_time', '期日どおりの支払', 'payment on the due date'),
  group('credit', '倒産確率', 'probability of failure', 'credit', 'insolvency.pd_logit_mean'),
  group(
    'insolvency.dividend',
    '倒産時の配当',
    'dividend in insolvency',
    'insolvency.dividend',
    'insolvency.dividend_rehabilitation',
    'insolvency.dividend_reorganisation',
  ),
  group('insolvency', '倒産手続の時間・費用・否認', 'delay, cost and clawback in insolvency'),
  group('money.discount_rate', '割引率', 'discount rate'),
  group('money.staff_rate', '人件費', 'cost of staff'),
  group(
    'hours',
    '社内の手間',
    'hours of own time',
    'pursue',
    'court.hours',
    'dispute.hours',
    'plan.offer_cost',
    'plan.agreement_cost',
    'plan.monthly_cost',
    'enquiry.call_hours',
    'enquiry.visit_hours',
  ),
  group(
    'expenses',
    '外部費用',
    'fees and expenses',
    'demand.preparation',
    'plan.deed_preparation',
    'settle.cost',
    'sale.cost',
    'offset',
    'factor.fixed_fee',
    'court.counsel_fee_level',
    'court.loser_cost',
    'enforce.counsel_fee',
    'enquiry',
  ),
  group(
    'money.interest_paid',
    '遅延損害金の回収',
    'late interest obtained',
    'money.interest_paid_voluntarily',
    'money.interest_paid_in_plan',
    'money.interest_paid_in_court',
  ),
  group('demand.respond', '内容証明への支払', 'payment on a certified demand'),
  group('dispute.success', '争いの解消', 'disputes that can be resolved'),
  group('dispute', '争われている部分の大きさ', 'size of the part in dispute'),
  group('contact', '連絡状況が申出に及ぼす影響', 'how contact changes what is accepted'),
  group('plan.accept', '分割案の受諾', 'plans accepted', 'plan.accept', 'plan.deed_acceptance'),
  group(
    'plan.miss',
    '分割金の不払い',
    'instalments missed',
    'plan.miss',
    'plan.broken_promise_effect',
    'plan.turns_insolvent',
  ),
  group('settle', '和解案の受諾', 'settlements accepted'),
  group('settle.performed', '和解金の入金', 'settlements paid', 'settle.performed', 'settle.firm_performed'),
  group('court.pays_on_service', '送達を受けての支払', 'payment when served'),
  group(
    'court.objects',
    '支払督促への異議',
    'objections to a payment order',
    'court.objects',
    'court.objects_disputed',
    'court.objects_acknowledged',
  ),
  group('court.absent', '欠席判決', 'judgments by default', 'court.absent', 'court.win_by_default'),
  group(
    'court.settles_in_court',
    '訴訟上の和解',
    'settlements in court',
    'court.settles_in_court',
    'court.settlement_share',
    'court.settlement_performed',
  ),
  group(
    'court.win',
    '争われた場合の勝訴率',
    'chance of winning if contested',
    'court.win_undisputed',
    'court.win_disputed',
  ),
  group(
    'court.shadow_power',
    '勝訴見込みの影響の強さ',
    'how the win chance shapes what comes before',
    'court.shadow_power',
    'court.acknowledged_loss_share',
  ),
  group(
    'court.pays_after_title',
    '債務名義を得た後の支払',
    'payment once there is a title',
    'court.pays_after_title',
    'court.passive_after_title',
  ),
  group(
    'court.months',
    '法的手続の期間',
    'duration of proceedings',
    'court.months',
    'court.passive_after_title_months',
    'enforce.months',
  ),
  group('enforce', '強制執行の成功', 'success of enforcement', 'enforce.success', 'enforce.share'),
  group('sale.price', '債権の売却価格', 'price of the claim', 'sale.price', 'sale.floor'),
  group('sale', '売却価格の下がり方', 'how the price of the claim falls', 'sale.age_decay', 'sale.offer_decay'),
  group('factor', 'ファクタリングの手数料', 'fees of factoring'),
  group('relationship', '取引を失う割合', 'relationships lost'),
  group('goods', '商品引揚げの費用', 'cost of taking goods back'),
  group('tax', '税効果までの期間', 'delay of tax effects'),
];

/** One number that moves, with its spread on its own scale below and above the mean. */
export interface Part {
  readonly id: string;
  readonly path: readonly string[];
  /** Place among the kinds of debtor; null for a single number. */
  readonly kind: number | null;
  readonly mean: number;
  readonly scale: 'logit' | 'log' | 'additive';
  readonly below: number;
  readonly above: number;
  readonly unit: Unit;
  readonly limits: readonly [least: number, most: number];
  /** Place of the kind of debtor whose odds it multiplies; null for every other number. */
  readonly doubts: number | null;
}

/** Assumptions that move together by one standard normal number. */
export interface Driver {
  readonly id: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly parts: readonly Part[];
}

const logit = (p: number): number => Math.log(p / (1 - p));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Puts a number on its scale, and back. */
const onScale = (x: number, scale: Part['scale']): number =>
  scale === 'logit' ? logit(x) : scale === 'log' ? Math.log(x) : x;
const fromScale = (y: number, scale: Part['scale']): number =>
  scale === 'logit' ? logistic(y) : scale === 'log' ? Math.exp(y) : y;

/** Whether a number can be moved on a scale at all. */
const fits = (x: number, scale: Part['scale']): boolean =>
  scale === 'additive' || (scale === 'log' ? x > 0 : x > 0 && x < 1);

const within = (x: number, [least, most]: Part['limits']): number => Math.min(most, Math.max(least, x));

/** The number at a quantile: the mean at z = 0, the ends of its 90 % range at z = ±1.645. */
export const atQuantile = ({ mean, scale, below, above, limits }: Part, z: number): number =>
  z === 0 ? mean : within(fromScale(onScale(mean, scale) + (z < 0 ? below : above) * z, scale), limits);

/**
 * The number drawn at z so that its mean over z is the stated one (model section 12). For the odds of a kind, the mean that is kept is
 * that of its chance, `weights[kind]`.
 */
export function drawn(part: Part, z: number, weights: PerKind): number {
  const { mean, scale, limits, doubts } = part;
  const sd = (part.below + part.above) / 2;
  const spread = Math.sqrt(1 + (Math.PI * sd * sd) / 8);
  if (doubts !== null) {
    const weight = weights[doubts]!;
    return fits(weight, 'logit') ? within(mean * Math.exp(logit(weight) * (spread - 1) + sd * z), limits) : mean;
  }
  if (scale === 'logit') return within(logistic(logit(mean) * spread + sd * z), limits);
  return within(scale === 'log' ? mean * Math.exp(sd * z - (sd * sd) / 2) : mean + sd * z, limits);
}

/** The group with the longest path that fits. */
function groupOf(id: string): Group | undefined {
  let found: Group | undefined;
  let length = 0;
  for (const one of GROUPS)
    for (const path of one.covers)
      if (path.length > length && (id === path || id.startsWith(`${path}.`))) {
        found = one;
        length = path.length;
      }
  return found;
}

/** A leaf of the tree of assumptions with its place. */
interface Leaf {
  readonly path: readonly string[];
  readonly leaf: One | ByKind;
}

function* leavesOf(tree: Tree, path: readonly string[] = []): Generator<Leaf> {
  for (const [name, node] of Object.entries(tree))
    if (isLeaf(node)) yield { path: [...path, name], leaf: node };
    else yield* leavesOf(node, [...path, name]);
}

/** The numbers of one leaf that can move: all by the published spread, and those that the caller gave a range. */
function* partsOf(
  { path, leaf }: Leaf,
  overrides: Readonly<Record<string, Override>>,
): Generator<[Part, own: boolean]> {
  const prefix = path.join('.');
  const count = leaf.type === 'one' ? 1 : KIND_COUNT;
  for (let k = 0; k < count; k++) {
    const id = leaf.type === 'one' ? prefix : `${prefix}.${KINDS[k]}`;
    const stated = overrides[id];
    const kind = leaf.type === 'one' ? null : k;
    const limits = limitsOf(leaf);
    const doubts = path[0] === 'doubt' ? KINDS.indexOf(path[1] as Kind) : null;
    const place = { id, path, kind, unit: leaf.unit, limits, doubts };
    if (stated === undefined) {
      const mean = leaf.type === 'one' ? leaf.mean : leaf.mean[k]!;
      const { spread } = leaf;
      if (spread.scale === 'fixed' || !fits(mean, spread.scale)) continue;
      yield [{ ...place, mean, scale: spread.scale, below: spread.sd, above: spread.sd }, false];
    } else if (typeof stated === 'object') {
      const part = ranged(stated, scaleOf(stated, leaf.spread));
      if (part.below > 0 || part.above > 0) yield [{ ...place, ...part }, true];
    }
  }
}

/** The scale on which a stated range is read: the published one where the three numbers fit on it. */
function scaleOf({ mean, low = mean, high = mean }: Exclude<Override, number>, spread: Spread): Part['scale'] {
  const wanted = spread.scale === 'fixed' ? 'log' : spread.scale;
  return [low, mean, high].every((x) => fits(x, wanted)) ? wanted : 'additive';
}

/** A stated range as spreads below and above the mean. One end alone counts for both sides. */
export function ranged(
  { mean, low, high }: { mean: number; low?: number | undefined; high?: number | undefined },
  scale: Part['scale'],
): Pick<Part, 'mean' | 'scale' | 'below' | 'above'> {
  const middle = onScale(mean, scale);
  const down = low === undefined ? undefined : (middle - onScale(low, scale)) / Z90;
  const up = high === undefined ? undefined : (onScale(high, scale) - middle) / Z90;
  return { mean, scale, below: down ?? up ?? 0, above: up ?? down ?? 0 };
}

/**
 * The drivers of a claim: published estimates by group, then every number for which the caller gave a range, by itself. A number that the
 * caller stated without a range is taken as certain. `touched` says which leaves the valuation reads.
 */
export function driversOf(
  overrides: Readonly<Record<string, Override>>,
  touched: (path: string) => boolean = () => true,
): Driver[] {
  const parts = new Map<Group, Part[]>(GROUPS.map((one) => [one, []]));
  const own: Driver[] = [];
  for (const leaf of leavesOf(groups)) {
    const path = leaf.path.join('.');
    if (!touched(path)) continue;
    const label = leaf.leaf.label;
    for (const [part, isOwn] of partsOf(leaf, overrides))
      if (isOwn) own.push({ id: part.id, label: labelOf(label, part.kind), parts: [part] });
      else parts.get(groupOf(part.id)!)?.push(part);
  }
  const published = GROUPS.map((one) => ({
    id: one.id,
    label: one.label,
    parts: inOrder(parts.get(one)!, one.covers),
  }));
  return [...published.filter((driver) => driver.parts.length > 0), ...own];
}

/** The parts of a group in the order in which it names them. */
function inOrder(parts: readonly Part[], covers: Group['covers']): Part[] {
  const place = ({ id }: Part) => covers.findIndex((path) => id === path || id.startsWith(`${path}.`));
  return [...parts].sort((a, b) => place(a) - place(b));
}

const labelOf = (label: Group['label'], kind: number | null): Group['label'] =>
  kind === null
    ? label
    : { ja: `${label.ja}（${KIND_LABELS[KINDS[kind]!].ja}）`, en: `${label.en} (${KIND_LABELS[KINDS[kind]!].en})` };

/** A tree of numbers that can be written. */
type Written = { [name: string]: number | PerKind | Written };

/** A change of one number. */
export interface Change {
  readonly part: Part;
  readonly value: number;
}

/** The assumptions with some numbers replaced; changes of one vector stand together. What does not change is shared. */
export function changed(a: Assumptions, changes: readonly Change[]): Assumptions {
  const out: Written = { ...(a as unknown as Written) };
  const own = new Set<Written>([out]);
  let path: readonly string[] = [];
  let node = out;
  for (const { part, value } of changes) {
    const isNew = part.path !== path;
    const name = part.path[part.path.length - 1]!;
    if (isNew) {
      path = part.path;
      node = out;
      for (let i = 0; i < path.length - 1; i++) node = ownBranch(node, path[i]!, own);
      // A vector is copied before it is written: the defaults are shared by all evaluations.
      if (part.kind !== null) node[name] = (node[name] as PerKind).slice();
    }
    if (part.kind === null) node[name] = value;
    else (node[name] as PerKind)[part.kind] = value;
  }
  return out as unknown as Assumptions;
}

/** A branch that may be written: copied unless it is among the copies `own` already. */
function ownBranch(node: Written, name: string, own: Set<Written>): Written {
  const branch = node[name] as Written;
  if (own.has(branch)) return branch;
  const copy = { ...branch };
  own.add(copy);
  node[name] = copy;
  return copy;
}
