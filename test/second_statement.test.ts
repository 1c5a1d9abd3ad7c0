// The law of Japan against a second statement of it, value by value: what a misprint in the data would change for whoever relies on it.
import { describe, expect, test } from 'vitest';
import type { Dated } from '../src/law/dated.ts';
import { jp } from '../src/law/index.ts';
import { EVENTS, INSOLVENCY, MAY_BUY, PERIODS, RULES, type Stated, VALUES } from './cases/second_statement.ts';

const isDated = (node: object): node is Dated<unknown> => 'periods' in node && 'id' in node;
const isText = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'en,ja';

/** Every dated value that the law holds, with its place. */
function datedIn(node: unknown, path: readonly string[] = []): [place: string, dated: Dated<unknown>][] {
  if (typeof node !== 'object' || node === null) return [];
  if (isDated(node)) return [[path.join('.'), node]];
  return Object.entries(node).flatMap(([name, child]) => datedIn(child, [...path, name]));
}

const all = datedIn(jp);
const isRule = ({ periods }: Dated<unknown>): boolean =>
  periods.every(({ value }) => value === null || isText(value)) && periods.some(({ value }) => value !== null);
const values = all.filter(([, dated]) => !isRule(dated) && !dated.id.match(/^limitation\./));
const rules = all.filter(([, dated]) => isRule(dated));

/** What a value says to a program: without the sentences, and without where they stand. */
function said(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(said);
  const members = Object.entries(value).filter(([name, part]) => !isText(part) && !/citation/.test(name));
  return Object.fromEntries(members.map(([name, part]) => [name, said(part)]));
}

describe('every dated value', () => {
  test('has a place by its own name, and the second statement knows neither more nor fewer', () => {
    for (const [place, { id }] of all) expect(place).toBe(id);
    expect(values.map(([, { id }]) => id).sort()).toEqual(Object.keys(VALUES).sort());
  });

  test.each(values)('%s', (_, { id, periods, checked }) => {
    const stated = VALUES[id]!.map(([from, value, certainty = 'statute']) => [from, value, certainty]);
    expect(periods.map(({ from, value, certainty }) => [from, said(value), certainty])).toEqual(stated);
    expect(periods.map(({ citation }) => citation.certainty)).toEqual(stated.map(([, , certainty]) => certainty));
    expect(checked).toBe('2026-06-27');
  });

  test('is named in both languages, of which the English name holds no Japanese', () => {
    for (const [place, { label, periods }] of all) {
      expect([label.ja.trim() === '', label.en.trim() === ''], place).toEqual([false, false]);
      expect(label.en, place).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      for (const { citation } of periods)
        expect([citation.law.en, citation.article.en].includes(''), place).toBe(false);
    }
  });

  test('of stamp duty stands under the same number of the table in both languages', () => {
    const DIGITS = '〇一二三四五六七八九';
    const numberOf = (written: string): string =>
      written.replaceAll('の', '-').replaceAll(/[〇一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)));
    const cited = all
      .filter(([place]) => place.startsWith('stamp_duty'))
      .flatMap(([, { periods }]) => periods.map(({ citation }) => citation));
    const numbered = cited.flatMap(({ article: { ja, en } }) => {
      const [inJapanese, inEnglish] = [
        /別表第一・([〇一二三四五六七八九の]+)$/.exec(ja)?.[1],
        /Table 1\(([\d-]+)\)/.exec(en)?.[1],
      ];
      return inEnglish === undefined ? [] : [[numberOf(inJapanese ?? ''), inEnglish]];
    });
    expect(numbered.length).toBeGreaterThan(4);
    for (const [inJapanese, inEnglish] of numbered) expect(inJapanese).toBe(inEnglish);
  });

  test('what is owed before the announcement of a rate is known up to the last day before it', () => {
    const open = all.filter(([, { unknown_from }]) => unknown_from !== undefined);
    expect(open.map(([place, { unknown_from }]) => [place, unknown_from])).toEqual([
      ['late_interest.statutory', '2029-04-01'],
    ]);
  });
});

describe('every rule in words', () => {
  test('that is dated otherwise or not read in the law is known', () => {
    const ids = rules.map(([, { id }]) => id);
    expect(Object.keys(RULES).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(rules)('%s holds from its day and is as sure as its source', (_, { id, unit, periods }) => {
    const stated: readonly (readonly [string, Stated[2]?])[] = RULES[id] ?? [['2020-04-01']];
    expect(periods.map(({ from, certainty }) => [from, certainty])).toEqual(
      stated.map(([from, certainty = 'statute']) => [from, certainty]),
    );
    expect(unit).toBe('rule');
  });
});

describe('limitation', () => {
  const [formerly, today] = jp.limitation.regimes.periods;

  test('the former law holds for contracts before the reform, the new law from its first day', () => {
    expect(jp.limitation.regimes.periods.map(({ from, value }) => [from, value?.id])).toEqual([
      ['1898-07-16', 'old'],
      ['2020-04-01', 'new'],
    ]);
    for (const dated of [jp.limitation.events, jp.limitation.title])
      expect(dated.periods.map(({ from }) => from)).toEqual(['1898-07-16', '2020-04-01']);
    expect(jp.limitation.events.periods.map(({ certainty }) => certainty)).toEqual(['unverified', 'statute']);
  });

  test.each([
    ['old', formerly],
    ['new', today],
  ] as const)('each kind of claim lives as long as the %s law says', (which, period) => {
    const { by_claim_kind, special } = period!.value!;
    const kinds = Object.entries(by_claim_kind).map(([kind, { ends }]) => [kind, ends]);
    const others = Object.entries(special).map(([kind, { ends }]) => [`special ${kind}`, ends]);
    expect(Object.fromEntries([...kinds, ...others])).toEqual(PERIODS[which]);
    for (const one of [...Object.values(by_claim_kind), ...Object.values(special)])
      expect([one.code, one.citation.certainty]).toEqual([expect.stringMatching(/^[a-z]+(_[a-z]+)*$/), 'statute']);
    const codes = new Map(
      [...Object.values(by_claim_kind), ...Object.values(special)].map((one) => [one.code, one.ends]),
    );
    for (const one of [...Object.values(by_claim_kind), ...Object.values(special)])
      expect(codes.get(one.code)).toEqual(one.ends);
  });

  test('a title lives for ten years, of which the former law was not read', () => {
    expect(jp.limitation.title.periods.map(({ value, certainty }) => [value?.code, value?.ends, certainty])).toEqual([
      ['title', [{ years: 10, counts_from: 'exercisable' }], 'unverified'],
      ['title', [{ years: 10, counts_from: 'exercisable' }], 'statute'],
    ]);
    expect(jp.limitation.title_kinds).toEqual(['judgment', 'payment_order', 'settlement']);
    expect(jp.limitation.without_invocation).toEqual([]);
  });

  const [before, since] = jp.limitation.events.periods;
  test.each([
    ['old', before],
    ['new', since],
  ] as const)('each event does what the %s law says', (which, period) => {
    const effects = Object.entries(period!.value!).map(([kind, rule]) => [
      kind,
      rule && {
        waits: rule.pending,
        after: rule.grace,
        renews: rule.renews,
        title: rule.gives_title,
        useless_during: rule.no_effect_while,
        by_agreement: rule.grace_by_agreement,
        after_refusal: rule.grace_after_refusal,
        cap: rule.cap,
        good_faith: rule.bars_invocation !== null,
      },
    ]);
    const stated = Object.entries(EVENTS[which]).map(([kind, effect]) => [
      kind,
      effect && {
        waits: false,
        after: null,
        renews: 'never',
        title: false,
        useless_during: [],
        by_agreement: false,
        after_refusal: null,
        cap: null,
        good_faith: false,
        ...effect,
      },
    ]);
    expect(Object.fromEntries(effects)).toEqual(Object.fromEntries(stated));
  });

  test('what stands in acts that the reform left alone was read, the rest of the former law was not', () => {
    const sure = Object.entries(before!.value!).filter(([, rule]) => rule?.citation.certainty === 'statute');
    expect(sure.map(([kind]) => kind).sort()).toEqual(['discharge_pending', 'special_liquidation']);
    for (const rule of Object.values(since!.value!)) expect(rule?.citation.certainty).toBe('statute');
  });
});

describe('what is no dated value', () => {
  test.each(Object.entries(jp.insolvency))('%s leaves a creditor what the acts on insolvency say', (state, rule) => {
    const stays = (['individual_action', 'suits', 'enforcement', 'security'] as const).filter(
      (what) => rule[`stays_${what}`],
    );
    const set_off = !rule.allows_set_off
      ? 'no'
      : rule.set_off_until_claims_deadline
        ? 'until the claims deadline'
        : 'yes';
    expect({
      stays,
      set_off,
      set_off_in_crisis: rule.set_off_in_crisis,
      proof: rule.proof,
      filed_until: rule.filed_until,
      accelerates: rule.accelerates_claims,
      limitation: rule.limitation_stopped_by,
    }).toEqual(INSOLVENCY[state]);
  });

  test('what presumes insolvency rests on the act, on a judgment the court published, or on one read elsewhere', () => {
    const presumed = Object.entries(jp.insolvency).map(([state, { presumption }]) => [
      state,
      presumption?.citation.certainty,
    ]);
    expect(Object.fromEntries(presumed)).toEqual({
      payment_suspended: 'statute',
      counsel_notice: 'secondary',
      business_closed: 'secondary',
      dishonoured: 'official',
      petition: 'statute',
    });
  });

  test('a servicer may buy leases, loans and instalment sales; only of a loan of ours the condition is not presumed', () => {
    for (const [kind, { may_buy, condition, presumed }] of Object.entries(jp.servicer)) {
      expect([kind, may_buy, condition !== null]).toEqual([kind, kind in MAY_BUY, kind in MAY_BUY]);
      expect([kind, presumed]).toEqual([kind, MAY_BUY[kind] ?? false]);
    }
  });

  test('a debtor is left alone from nine in the evening to eight in the morning, and once counsel writes', () => {
    const { quiet_from, quiet_until, stop_after_counsel_notice } = jp.conduct;
    expect([quiet_from, quiet_until, stop_after_counsel_notice]).toEqual(['21:00', '08:00', true]);
  });

  test('a sale below face value brings no consumption tax back', () => {
    expect(jp.bad_debt.credit_on_sale).toBe(false);
    expect(jp.bad_debt_facts?.no_credit_for).toEqual(['loan']);
  });

  test('what lenders by business charge is commercial, a doctor is no merchant', () => {
    expect(jp.late_interest.commercial_kinds).toEqual(
      Object.keys(jp.servicer).filter((kind) => !['medical', 'other'].includes(kind)),
    );
  });

  test("the seller's lien is one of sales, stands outside bankruptcy and rehabilitation, and is stayed in reorganisation", () => {
    const { kinds, stayed_in, outside_in } = jp.goods_security!;
    expect([kinds, stayed_in, outside_in]).toEqual([
      ['goods', 'instalment_sale'],
      ['reorganisation'],
      ['bankruptcy', 'rehabilitation'],
    ]);
  });

  test('notes and cheques have a summary suit and are cleared until 2027-03-31, electronic claims neither', () => {
    const { summary_for, cleared, clearing_ends } = jp.instruments!;
    expect([summary_for, cleared, clearing_ends]).toEqual([
      ['promissory_note', 'cheque'],
      ['promissory_note', 'cheque'],
      '2027-04-01',
    ]);
  });

  test('only land is registered when it is attached provisionally', () => {
    expect(jp.provisional_attachment?.registered_objects).toEqual(['real_estate']);
  });

  test('beside a fee stand postage, an advance of the estate, or a cost that is only known as a range', () => {
    const post = { postage: true };
    expect(jp.beside).toEqual({
      attachment: { ...post, estimates: ['attachment_postage'] },
      third_party_information: post,
      asset_disclosure: post,
      provisional_attachment: {
        ...post,
        estimates: ['provisional_attachment_security', 'bank_account_security'],
      },
      bankruptcy_petition: { ...post, advance: true },
      rehabilitation_petition: { ...post, advance: true },
      assignment_registration: { estimates: ['assignment_registration_agent'] },
      certified_mail_first_sheet: { estimates: ['lawyer_letter'] },
    });
  });

  test('what opens a procedure against a debtor abroad: service here, a court here, assets here', () => {
    const { procedures } = jp.abroad!;
    expect(Object.entries(procedures).map(([name, { open_with }]) => [name, open_with])).toEqual([
      ['payment_order', 'never'],
      ['small_claims', 'never'],
      ['suit', 'court_here'],
      ['mediation', 'never'],
      ['pre_suit_settlement', 'never'],
      ['enforcement', 'assets_here'],
    ]);
  });

  test('changes that are announced stand in their order, with the day and whether it is exact', () => {
    expect(jp.change_watch.map(({ on, kind }) => [on, kind])).toEqual([
      ['2026-12-12', 'latest'],
      ['2027-04-01', 'exact'],
      ['2027-12-05', 'latest'],
      ['2028-03-31', 'latest'],
      ['2028-06-13', 'latest'],
    ]);
  });

  test('amounts are whole yen of Japan, in its own time', () => {
    const { id, is_default, country, currency, minor_digits, currency_sign, time_zone } = jp;
    expect([id, is_default, country, currency, minor_digits, time_zone]).toEqual([
      'jp',
      true,
      'JP',
      'JPY',
      0,
      'Asia/Tokyo',
    ]);
    expect(currency_sign).toEqual({ ja: { before: '', after: '円' }, en: { before: '¥', after: '' } });
  });
});
