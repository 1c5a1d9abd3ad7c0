// The seller's lien: on the goods that the debtor still has, and on the price for which it sold them on. It needs no judgment and stands outside
// bankruptcy and rehabilitation; the rest of the price stays owed (docs/model.md 7.2).

import * as z from 'zod';
import { every } from '../assumptions/kinds.ts';
import { amountField, dayField, flagField } from '../fields/field.ts';
import { atLeast, decay, oneMinus, times } from '../numbers/number.ts';
import { money } from '../values/money.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import { grantedShare, whetherItStands } from './court/merits.ts';
import { type Bar, type Event, type Flow, type Fork, option, type Situation, statedTerms } from './option.ts';
import { limitationBars, procedureBars } from './parts/bars.ts';
import { chasingMeanwhile } from './parts/month.ts';
import { isUsed, restOfClaim, usedBars } from './rights/side_rights.ts';
import { dueInProceedingsBars } from './talks/before_due.ts';

const lienTerms = z.strictObject({
  goods_value: amountField({
    label: { ja: '商品の競売価額', en: 'value of the goods' },
    description: 'What the goods that we sold and the debtor still has would bring at an auction.',
    description_ja: '当社が売り、相手方に残っている商品の競売で売れると思われる額。',
    example: 400000,
    once: true,
  }).optional(),
  still_held: flagField({
    label: { ja: '商品が相手方にあるか', en: 'still held' },
    description: 'Whether the goods are still with the debtor and not delivered to a buyer.',
    description_ja: '商品が転売先に引き渡されずに、まだ相手方にあるか。',
    example: true,
    default: 'true',
  }).optional(),
  identifiable: flagField({
    label: { ja: '商品の特定', en: 'identifiable' },
    description: 'Whether the goods can be distinguished from those of other sellers.',
    description_ja: '他社の商品と区別して特定できるか（製造番号、保管場所など）。',
    example: true,
    default: 'true',
  }).optional(),
  resale_price: amountField({
    label: { ja: '転売代金', en: 'resale price' },
    description: 'Price for which the debtor has sold our goods on.',
    description_ja: '相手方が当社の商品を転売した代金。',
    example: 600000,
    once: true,
  }).optional(),
  resale_unpaid: flagField({
    label: { ja: '転売代金が未払か', en: 'resale price unpaid' },
    description: 'Whether the buyer has not paid that price yet.',
    description_ja: '転売先がその代金をまだ払っていないか。',
    example: true,
    default: 'true',
  }).optional(),
  paid_on: dayField({
    label: { ja: '転売代金の支払日', en: 'resale price paid on' },
    description: 'Day on which the buyer pays, or has paid, the resale price.',
    description_ja: '転売先が代金を払う予定の日、または払った日。',
    example: '2026-12-31',
    default: 'not known',
  }).optional(),
});

const statedLien = statedTerms<z.output<typeof lienTerms>>('lien');

/** What stands under the lien: the goods themselves, and the resale price; whole yen. */
interface UnderLien {
  readonly goods: number;
  readonly resale: number;
}

/** Whether the resale price is still to be paid in a month. */
function isResaleOpen(s: Situation, month: number): boolean {
  const { resale_unpaid, paid_on } = statedLien(s);
  return resale_unpaid !== false && (paid_on === undefined || s.facts.monthsUntil(paid_on) > month);
}

/** What can be taken under the lien in the month at hand. */
function underLien(s: Situation): UnderLien {
  const { goods_value, still_held, identifiable, resale_price } = statedLien(s);
  const held = still_held !== false && identifiable !== false;
  return {
    goods: held ? Math.floor(goods_value?.toNumber() ?? 0) : 0,
    resale: isResaleOpen(s, s.month) ? Math.floor(resale_price?.toNumber() ?? 0) : 0,
  };
}

/** Yen that the lien covers today, up to what is owed. */
const covered = (s: Situation): number => {
  const { goods, resale } = underLien(s);
  return Math.min(s.state.balance, goods + resale);
};

/** The lien secures the price of movables that were sold, and nothing else. */
function kindBars(s: Situation): Bar[] {
  const { claim_kind } = s.facts.claim;
  const kinds = s.law.goods_security?.kinds ?? ['goods'];
  if (claim_kind === undefined || kinds.includes(claim_kind)) return [];
  return [
    {
      code: 'no_lien',
      text: {
        ja: '先取特権があるのは動産の売買代金で、工事・役務・貸付などの債権にはありません。',
        en: 'The lien secures the price of movables that were sold, not works, services or loans.',
      },
      inputs: { claim_kind },
      cite: s.law.citations.goods_lien,
      opens_if: { ja: '商品の売買代金の場合', en: 'the claim is the price of goods' },
    },
  ];
}

/** The goods are gone, or the price of them is paid. */
function goneBars(s: Situation): Bar[] {
  const { goods_value, still_held, identifiable, resale_price, paid_on, resale_unpaid } = statedLien(s);
  const { goods, resale } = underLien({ ...s, month: 0 });
  if (goods + resale > 0 || (goods_value === undefined && resale_price === undefined)) return [];
  const bars: Bar[] = [];
  if (goods_value?.gt(0))
    bars.push({
      code: 'goods_delivered',
      text: {
        ja: '転売先に引き渡された商品や、特定できない商品には先取特権を行使できません。',
        en: 'The lien cannot be exercised on goods that were delivered to a buyer or cannot be distinguished from others.',
      },
      inputs: { 'lien.still_held': still_held ?? null, 'lien.identifiable': identifiable ?? null },
      cite: s.law.citations.lien_delivered,
      opens_if: {
        ja: '商品が相手方にあり特定できる場合、または転売代金が未払の場合（lien.resale_price）',
        en: 'the debtor still holds the goods and they can be distinguished from others, or their resale price is unpaid (lien.resale_price)',
      },
    });
  if (resale_price?.gt(0))
    bars.push({
      code: 'resale_paid',
      text: {
        ja: '転売代金は、払渡しの前に差し押さえなければなりません。すでに払われています。',
        en: 'The resale price must be attached before it is paid, and it has been paid.',
      },
      inputs: { 'lien.paid_on': paid_on ?? null, 'lien.resale_unpaid': resale_unpaid ?? null },
      cite: s.law.citations.lien_resale,
      opens_if: { ja: '転売代金がまだ払われていない場合', en: 'the resale price has not been paid yet' },
    });
  if (bars.length === 0)
    bars.push({
      code: 'nothing_under_lien',
      text: {
        ja: '先取特権の及ぶ商品も転売代金もありません。',
        en: 'Neither goods nor a resale price are left under the lien.',
      },
      inputs: {
        'lien.goods_value': goods_value?.toNumber() ?? null,
        'lien.resale_price': resale_price?.toNumber() ?? null,
      },
      cite: s.law.citations.goods_lien,
      opens_if: {
        ja: '売った商品か、未払の転売代金がある場合',
        en: 'goods that we sold or their unpaid resale price are left',
      },
    });
  return bars;
}

/** One thing that is taken under the lien: with which chance, when, and at which cost once it is obtained. */
interface Taking {
  readonly id: string;
  readonly amount: number;
  readonly chance: number;
  readonly months: number;
  readonly costs: readonly Flow[];
}

/** What is taken, in the order in which it comes: the resale price at once, the goods by auction. */
function takings(s: Situation): Taking[] {
  const { sale_lien: a } = s.a;
  const { goods, resale } = underLien(s);
  // Goods leave the debtor and resale prices are paid while we do something else.
  const held = decay(a.goods_leave, s.month);
  const unpaid = statedLien(s).paid_on === undefined ? decay(a.resale_paid, s.month) : 1;
  const all: Taking[] = [
    {
      id: 'resale_price_collected',
      amount: resale,
      chance: times(a.resale_obtained, unpaid),
      months: a.resale_months,
      costs: [],
    },
    {
      id: 'goods_auctioned',
      amount: goods,
      chance: times(a.goods_obtained, held),
      months: a.goods_months,
      costs: [{ external: times(Math.min(goods, s.state.balance), a.auction_cost_share) }],
    },
  ];
  return all.filter(({ amount }) => amount > 0);
}

/** Months after the valuation day until which it is worth a thought: by then the goods have left. */
const LASTS_MONTHS = 6;

const AFTER_LIEN = { ja: '先取特権で回収した後に残る場合', en: 'if something is left after the lien' };

/** What may happen with what is still to be taken, when so much is left of the claim. */
function taking(s: Situation, still: readonly Taking[], left: number, at: number): readonly Fork[] {
  const [one, ...others] = still;
  if (one === undefined || left === 0) return restOfClaim(s, { left, at, right: 'goods', label: AFTER_LIEN });
  const got = Math.min(left, one.amount);
  const time = atLeast(one.months, at);
  const then = (id: string, flows: readonly Flow[], rest: number): Event => ({
    id,
    at: time,
    flows,
    next: taking(s, others, rest, time),
  });
  return [
    {
      chance: every(one.chance),
      event: then(
        one.id,
        [
          { principal: got, share: grantedShare(s, got, left), interest_share: s.a.money.interest_paid_in_court },
          ...one.costs,
        ],
        left - got,
      ),
    },
    { chance: every(oneMinus(one.chance)), event: then(`${one.id}_failed`, [], left) },
  ];
}

/** What the lien does not cover is asked for meanwhile, unless proceedings stay that. */
function restChased(s: Situation): Sentence {
  const left = s.state.balance - covered(s);
  return left < 1 || s.facts.proceedings
    ? SILENT
    : phrase(
        { left: { yen: left } },
        {
          ja: '先取特権の及ばない{left}は、並行して請求を続けます。',
          en: ' Go on claiming the other {left} meanwhile.',
        },
      );
}

/** The steps: where to apply, on which documents, by when. */
function lienStep(s: Situation): Sentence {
  const { resale, goods } = underLien(s);
  const fee = { yen: s.tariff.attachment };
  const { paid_on } = statedLien(s);
  const rest = restChased(s);
  if (resale > 0)
    return phrase(
      {
        fee,
        rest,
        resale: { yen: resale },
        by:
          paid_on === undefined
            ? SILENT
            : phrase({ paid_on }, { ja: '（{paid_on}の支払前に）', en: ' before it is paid on {paid_on}' }),
      },
      {
        ja: '注文書・納品書・転売の書類で先取特権を証し、転売代金{resale}の差押えを{by}申し立てます（手数料と郵便料 {fee}）。{rest}',
        en: 'Prove the lien by order, delivery note and papers of the resale and apply to attach the resale price of {resale}{by} (fee and postage {fee}).{rest}',
      },
    );
  return phrase(
    { fee, goods: { yen: goods }, rest },
    {
      ja: '先取特権を証する文書を添えて執行裁判所の許可を得て、執行官に商品（競売価額 {goods}）の競売を申し立てます（手数料などの目安 {fee}）。{rest}',
      en: 'Ask the execution court for leave on documents that prove the lien, and the bailiff for an auction of the goods (about {goods}; fees from about {fee}).{rest}',
    },
  );
}

export const lien = option({
  id: 'lien',
  label: { ja: '動産売買先取特権', en: "seller's lien" },
  description: {
    ja: '売った商品や、その未払の転売代金から、判決を待たずに優先して回収します。残額は引き続き回収します。',
    en: 'Take the goods that were sold, or their unpaid resale price, ahead of others and without a judgment; the rest is pursued as before.',
  },
  family: 'set_off',
  shape: 'exit',
  // Goods leave and prices are paid within months, so nothing is left for the claim after a suit or a broken plan.
  follows: ['fresh'],
  varies: () => 'monthly',
  terms: lienTerms,
  needs: (s) => {
    const { goods_value, resale_price } = statedLien(s);
    return goods_value === undefined && resale_price === undefined ? ['lien.goods_value', 'lien.resale_price'] : [];
  },
  bars: (s) => [
    ...kindBars(s),
    ...dueInProceedingsBars(s),
    ...limitationBars(s),
    ...procedureBars(s, 'security'),
    ...goneBars(s),
    ...usedBars(s, 'goods'),
    // For the same reason it comes before others who owe, not after them.
    ...usedBars(s, 'others'),
  ],
  variants: () => [{}],
  prospect: (s) => {
    const { paid_on } = statedLien(s);
    const { goods } = underLien(s);
    const ends =
      paid_on === undefined || goods > 0 ? Number.POSITIVE_INFINITY : Math.max(0, s.facts.monthsUntil(paid_on));
    return {
      event: {
        id: 'lien_exercised',
        at: 0,
        flows: [
          { external: s.tariff.attachment },
          { own_time: times(s.a.sale_lien.hours, s.a.money.staff_rate) },
          ...chasingMeanwhile(s, s.a.sale_lien.resale_months),
        ],
        next: whetherItStands(s, (stands) => taking(s, stands ? takings(s) : [], s.state.balance, 0)),
      },
      open: { until: Math.min(s.state.limitation, ends, LASTS_MONTHS + 0.5) },
      relationship: s.a.relationship.loss.lien,
    };
  },
  deadlines: (s) => {
    const { paid_on, resale_price } = statedLien(s);
    if (paid_on === undefined || resale_price === undefined || paid_on <= s.facts.claim.as_of) return [];
    if (!isResaleOpen(s, 0) || isUsed(s, 'goods')) return [];
    return [
      {
        on: paid_on,
        kind: 'resale_price',
        text: {
          ja: '転売代金が払われる前に差し押さえます。払われた後は先取特権を行使できません。',
          en: 'Attach the resale price before it is paid; after that the lien is lost.',
        },
        cite: s.law.citations.lien_resale,
      },
    ];
  },
  figures: (s) =>
    statedLien(s).goods_value === undefined
      ? []
      : [
          {
            name: 'goods_value',
            label: { ja: '競売を申し立てる価値のある商品の額', en: 'value of goods worth an auction' },
            kind: 'amount',
            worst: 1,
            best: s.facts.principal,
            ask: (value) => ({ terms: { lien: { ...statedLien(s), goods_value: money(value) } } }),
            against: 'doing_without',
          },
        ],
  sentences: {
    step: lienStep,
    reason: (s) =>
      phrase(
        { covered: { yen: covered(s) } },
        {
          ja: '判決なしに{covered}までほかの債権者に優先します。破産・民事再生でも別除権として手続の外で行使できます。',
          en: 'Up to {covered} comes ahead of other creditors without a judgment, in bankruptcy and rehabilitation, too, outside the procedure.',
        },
      ),
    risk: (s) =>
      underLien(s).resale > 0
        ? {
            ja: '転売先が先に支払うか、転売代金の債権が譲渡されて対抗要件を備えると失われます。当社の商品と転売品の同一性を書類で示す必要があります。',
            en: 'It is lost if the buyer pays first, or the resale claim is assigned and the assignment perfected; documents must show that the goods resold are ours.',
          }
        : {
            ja: '商品が転売先に引き渡されると行使できません。解除すると代金債権とともに先取特権も失います。',
            en: 'It is lost once the goods are delivered to a buyer, and a rescission of the sale ends the price and the lien with it.',
          },
  },
});
