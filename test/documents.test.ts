// Drafts of letters, agreements and applications: written for every claim that calls for them, with the sums and days of the evaluation,
// nothing left out of what is to be filled in, and no word that does not belong into a letter.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { countedText, demandLetter } from '../src/claim/demand_letter.ts';
import { BLANKS } from '../src/claim/draft.ts';
import { factsOf } from '../src/claim/facts.ts';
import { type Draft, draftSchema } from '../src/documents/draft_answer.ts';
import * as documents from '../src/documents/index.ts';
import { DOCX_TYPE } from '../src/formats/docx.ts';
import { laidOut, letterLines } from '../src/law/letter_sheets.ts';
import { tariffOn } from '../src/law/tariff.ts';
import { answerSchema, type Report } from '../src/report/answer.ts';
import { addDays } from '../src/values/day.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { PAPER } from './filing.ts';
import { GRID_CASES, jp, OPTIONS, situationOf } from './situations.ts';
import { SRC } from './sources.ts';

const AS_OF = '2026-11-21';
const LANGS = ['ja', 'en'] as const;
const REGISTRY = Object.entries(documents);
const app = createApp();

type Body = Readonly<Record<string, unknown>>;

const post = (path: string, body: Body, accept: string) =>
  app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ as_of: AS_OF, ...body }),
  });

const ask = (kind: string, body: Body, accept = 'application/json') => post(`/v1/documents/${kind}`, body, accept);

/** A draft that must be written. */
async function drafted(kind: string, body: Body): Promise<Draft> {
  const answer = await ask(kind, body);
  if (answer.status !== 200) expect.fail(`${kind}: ${await answer.text()}`);
  return draftSchema.parse(await answer.json());
}

/** The mistakes for which a draft is refused. */
async function refused(kind: string, body: Body): Promise<{ code: string; parameter: string; detail: string }[]> {
  const answer = await ask(kind, body);
  expect(answer.status).toBe(422);
  const { errors } = (await answer.json()) as { errors: { code: string; parameter: string; detail: string }[] };
  return errors;
}

async function evaluated(body: Body): Promise<Report> {
  const answer = await post('/v1/evaluate', { include: 'plan', ...body }, 'application/json');
  return answerSchema.parse(await answer.json());
}

/** Every word of a draft. */
const wordsOfDraft = ({ paragraphs }: Draft): string =>
  paragraphs.map(({ text, rows = [] }) => [text, ...rows.flat()].join('\n')).join('\n');

/** The value of a figure in a draft, which is the same wherever it stands. */
function figure({ paragraphs, kind }: Draft, name: string): string | undefined {
  const values = new Set(
    paragraphs.flatMap(({ facts }) => facts.filter((one) => one.name === name)).map((one) => one.value),
  );
  if (values.size > 1) expect.fail(`${kind} states ${name} as ${[...values].join(' and ')}`);
  return [...values][0];
}

/** Every figure and day of a draft. */
const valuesIn = ({ paragraphs }: Draft): string[] =>
  paragraphs.flatMap(({ facts }) => facts.map(({ value }) => value));

/** A claim for which each document is written, beside what its kind needs. */
const BASE = { amount: 1_250_000, overdue_days: 82, contact: 'responsive', claim_kind: 'goods' };
const BANKRUPT = { ...BASE, insolvency: 'bankruptcy', opened_on: '2026-11-02', claims_deadline: '2026-12-20' };
const CLAIMS: Readonly<Record<string, Body>> = {
  complaint_small_claims: { ...BASE, amount: 500_000, small_claims: { filed_this_year: 2 } },
  proof_of_claim: BANKRUPT,
  return_agreement: { ...BASE, return_goods: { value: 300_000, consent: true } },
  set_off_notice: { ...BASE, offset: { payable: 300_000, payable_due_date: '2026-12-31' } },
};
const claimFor = (kind: string): Body => CLAIMS[kind] ?? BASE;
const EVERY = REGISTRY.flatMap(([kind]) => LANGS.map((lang) => [kind, lang] as const));

describe('the registry', () => {
  test.each(REGISTRY)('%s is named alike as export, id and file, and described in both languages', (name, one) => {
    expect(one.id).toBe(name);
    expect(SRC.map(({ path }) => path)).toContain(`src/documents/${name}.ts`);
    for (const { ja, en } of [one.label, one.description]) {
      expect(ja).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]/);
    }
    expect(one.langs).toContain('ja');
  });

  test('there are fourteen, and the catalogue lists them', async () => {
    const { documents: listed, fields } = (await (await app.request('/v1/documents')).json()) as {
      documents: { kind: string; langs: string[] }[];
      fields: { name: string }[];
    };
    expect(listed.map(({ kind }) => kind)).toEqual(Object.keys(documents).sort());
    expect(listed).toHaveLength(14);
    expect(fields.map(({ name }) => name)).toEqual(['pay_by', 'opened_on']);
  });

  test('factoring of which the debtor is not told needs no notice to the debtor', () => {
    const option = OPTIONS.find(({ id }) => id === 'factor')!;
    const s = situationOf({ amount: 1_000_000, overdue_days: -46 });
    expect(option.papers?.(s, { kind: 'two_party' })).toEqual([]);
    expect(option.papers?.(s, { kind: 'three_party' })).toEqual(['assignment_notice']);
  });

  test('what an option needs is a document, and every document is needed by an option somewhere', () => {
    const needed = new Set(GRID_CASES.flatMap(([, s]) => OPTIONS.flatMap((option) => option.papers?.(s, null) ?? [])));
    const first = situationOf({ amount: 100_000, overdue_days: 5 });
    for (const option of OPTIONS) for (const kind of option.papers?.(first, null) ?? []) needed.add(kind);
    expect([...needed].sort()).toEqual(Object.keys(documents).sort());
  });
});

describe('scenarios', () => {
  test.each(SCENARIOS.map(({ name, request }) => [name, request] as const))(
    '%s: the documents of its plan are written with its sums and days',
    async (_, request) => {
      const report = await evaluated(request);
      const open = new Set(report.options.filter(({ status }) => status === 'open').map(({ id }) => id));
      const { claim, recommendation } = report;
      for (const [i, { option, documents: kinds }] of (recommendation.plan ?? []).entries())
        for (const kind of kinds) {
          if (i > 0 && !open.has(option)) continue;
          const more = kind === 'proof_of_claim' ? { opened_on: AS_OF } : {};
          for (const lang of LANGS) {
            const answer = await ask(kind, { ...request, ...more, lang });
            // Before the due date a later step is not drafted yet.
            if (answer.status !== 200 && i > 0 && claim.overdue_days < 1) continue;
            expect(answer.status, `${kind} ${lang}`).toBe(200);
            const draft = draftSchema.parse(await answer.json());
            expect(figure(draft, 'principal') ?? claim.principal).toBe(claim.principal);
            if (kind !== 'proof_of_claim' && kind !== 'set_off_notice')
              expect(figure(draft, 'interest') ?? claim.interest).toBe(claim.interest);
            expect(figure(draft, 'total') ?? String(Number(claim.principal) + Number(claim.interest))).toBe(
              String(Number(claim.principal) + Number(claim.interest)),
            );
            if (kind !== 'set_off_notice') expect(figure(draft, 'due') ?? claim.due_date).toBe(claim.due_date);
          }
        }
    },
  );
});

describe.each(EVERY)('%s in %s', (kind, lang) => {
  const body = { ...claimFor(kind), lang };

  test('what is to be filled in is listed, all of it and nothing else', async () => {
    const draft = await drafted(kind, body);
    const words = wordsOfDraft(draft);
    const open = new Set(draft.lang === 'ja' ? words.match(/［[^］]*］/g) : words.match(/\[[^\]]*\]/g));
    expect(new Set(draft.placeholders.map(({ text }) => text))).toEqual(open);
    expect(words).not.toMatch(/[{}]|undefined|NaN|null/);
  });

  test('it is written in its language, and ends with the line that it is a draft', async () => {
    const draft = await drafted(kind, body);
    const langs = REGISTRY.find(([name]) => name === kind)![1].langs;
    expect(draft.lang).toBe(langs.includes(lang) ? lang : 'ja');
    const words = wordsOfDraft(draft);
    if (draft.lang === 'en') expect(words).not.toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);
    else expect(words).not.toMatch(/[A-Za-z]|[０-９]/);
    expect(draft.paragraphs.at(-1)?.style).toBe('note');
    expect(draft.paragraphs.at(-1)?.text).toMatch(draft.lang === 'ja' ? /下書き/ : /This is a draft/);
  });

  test('its .docx holds the words of its plain text, and opens as an archive of the parts of a document', async () => {
    const plain = await ask(kind, body, 'text/plain');
    expect(plain.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    const file = await ask(kind, body, DOCX_TYPE);
    expect(file.headers.get('Content-Disposition')).toContain(`filename="${kind}.docx"`);
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/styles.xml',
      'word/document.xml',
    ]);
    const xml = strFromU8(parts['word/document.xml']!);
    const words = [...xml.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/g)]
      .map(([, text]) => text)
      .join('')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    const bare = (text: string): string => text.replaceAll(/\s/g, '');
    expect(bare(words)).toBe(bare(await plain.text()));
  });

  /** What no letter to a debtor may say: threats, and whom else they would reach. */
  const FORBIDDEN =
    /家族|親族|両親|妻|夫|子供|勤務先|職場|上司|近所|警察|刑事|告訴|告発|詐欺|逮捕|信用情報|ブラックリスト|風評|公表|ただでは|覚悟|famil|relative|spouse|wife|husband|child|workplace|employer|neighbou?r|police|criminal|fraud|arrest|credit bureau|blacklist|publish|or else|consequences/i;

  test('it holds no word that threatens or reaches others than the debtor', async () => {
    const draft = await drafted(kind, body);
    expect(wordsOfDraft(draft)).not.toMatch(FORBIDDEN);
    for (const { text } of draft.notes) expect(text).not.toMatch(FORBIDDEN);
  });

  test('its sums, days and articles are those of the evaluation', async () => {
    const draft = await drafted(kind, body);
    const { claim } = await evaluated(
      claimFor(kind).insolvency ? { ...BASE, insolvency: 'bankruptcy' } : claimFor(kind),
    );
    expect(figure(draft, 'principal') ?? claim.principal).toBe(claim.principal);
    if (kind !== 'proof_of_claim') expect(figure(draft, 'interest') ?? claim.interest).toBe(claim.interest);
    expect(draft.as_of).toBe(AS_OF);
    for (const { articles } of [...draft.paragraphs, ...draft.notes])
      for (const one of articles) expect(one).toMatch(/\S/);
  });
});

describe('a plan', () => {
  test.each([
    [{}, 'terms of the engine'],
    [{ plan: { instalments: 7, down_rate: '15%' } }, 'seven instalments that do not divide'],
    [{ plan: { instalments: 5, down_rate: 0 }, amount: 100_001 }, 'no down payment'],
    [{ plan: { instalments: 60, down_rate: 0 }, amount: 61 }, 'a yen a month'],
  ] as readonly (readonly [Body, string])[])('%j sums to the principal (%s)', async (more, _) => {
    const body = { ...BASE, ...more };
    const draft = await drafted('plan_agreement', body);
    const { claim, options } = await evaluated(body);
    const terms = options.find(({ id }) => id === 'plan')!.terms as { instalments: number; down_rate: number };
    const table = draft.paragraphs.find(({ rows }) => rows !== undefined)!;
    const facts = table.facts.map(({ value }) => value);
    const days = facts.filter((value) => /^\d{4}-/.test(value));
    const amounts = table.rows!.slice(1).map((row) => Number(row[2]!.replaceAll(/\D/g, '')));
    expect(amounts.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(Number(claim.principal));
    expect(amounts.at(-1)).toBe(Number(claim.principal));
    expect(days).toHaveLength(terms.instalments + (terms.down_rate > 0 ? 1 : 0));
    expect([...days].sort()).toEqual(days);
    for (const amount of amounts) expect(amount).toBeGreaterThan(0);
  });

  test('instalments are due on the day of the month on which the agreement is made, or on the last of a shorter month', async () => {
    const draft = await drafted('plan_agreement', {
      ...BASE,
      as_of: '2026-12-31',
      plan: { instalments: 3, down_rate: 0 },
    });
    const table = draft.paragraphs.find(({ rows }) => rows !== undefined)!;
    expect(table.facts.map(({ value }) => value).filter((value) => /^\d{4}-/.test(value))).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ]);
  });

  test('a deed has its clause, and without one there is none', async () => {
    const clause = async (deed: boolean) =>
      wordsOfDraft(await drafted('plan_agreement', { ...BASE, plan: { instalments: 6, deed } })).includes('公正証書');
    expect(await clause(true)).toBe(true);
    expect(await clause(false)).toBe(false);
  });

  test('an instalment sale is accelerated only after a demand in writing', async () => {
    const words = wordsOfDraft(await drafted('plan_agreement', { ...BASE, claim_kind: 'instalment_sale' }));
    expect(words).toContain('20日以上の期間を定めて書面で催告');
  });
});

describe('sums', () => {
  test.each([
    [{ offset: { payable: 300_000 } }, '300000', '950000', '0', AS_OF],
    [{ offset: { payable: 1_250_000, payable_due_date: '2026-10-31' } }, '1250000', '0', '0', '2026-10-31'],
    [{ offset: { payable: 1_800_000, payable_due_date: '2026-06-30' } }, '1250000', '0', '550000', '2026-08-31'],
  ])('set-off of %j', async (more, set, owed, left, eligible) => {
    const draft = await drafted('set_off_notice', { ...BASE, ...more });
    const of = (name: string) => figure(draft, name);
    expect([of('set'), of('owed'), of('left'), of('eligible')]).toEqual([set, owed, left, eligible]);
  });

  test.each([
    [300_000, '300000', '950000'],
    [2_000_000, '1250000', '0'],
  ])('goods worth %d come back', async (value, credited, rest) => {
    const draft = await drafted('return_agreement', { ...BASE, return_goods: { value, consent: true } });
    expect([figure(draft, 'credited'), figure(draft, 'rest')]).toEqual([credited, rest]);
  });

  test('a lump sum is the offer, paid on the day it was offered for; else the level that the engine chose', async () => {
    const offered = await drafted('settlement_agreement', {
      ...BASE,
      settle: { offer: 900_000, in_days: 20, final: true },
    });
    expect(figure(offered, 'amount')).toBe('900000');
    expect(valuesIn(offered)).toContain(addDays(AS_OF, 20));
    const chosen = await drafted('settlement_agreement', BASE);
    const { options } = await evaluated(BASE);
    const { level } = options.find(({ id }) => id === 'settle')!.terms as { level: number };
    expect(figure(chosen, 'amount')).toBe(String(Math.round(1_250_000 * level)));
  });

  test.each([
    ['payment_order_application', 'payment_order', {}],
    ['complaint_small_claims', 'small_claims', { amount: 500_000 }],
    ['payment_order_application', 'payment_order', { filing: 'online' }],
  ])('the fee of a %s is that of the calculator, postage included', async (kind, procedure, more) => {
    const body = { ...BASE, ...more } as { amount: number; filing?: string };
    const draft = await drafted(kind, body);
    const query = `procedure=${procedure}&amount=${body.amount}&on=${AS_OF}${body.filing ? `&filing=${body.filing}` : ''}`;
    const answer = await app.request(`/v1/court-fees.json?${query}`);
    const { fee, postage } = (await answer.json()) as { fee: string; postage: string | null };
    expect(figure(draft, 'fee')).toBe(String(Number(fee) + Number(postage ?? 0)));
  });

  test('a proof of claim counts interest to the day before the opening', async () => {
    const draft = await drafted('proof_of_claim', BANKRUPT);
    const answer = await app.request(
      `/v1/interest.json?amount=1250000&due_date=${addDays(AS_OF, -82)}&as_of=2026-11-01&claim_kind=goods`,
    );
    const { interest } = (await answer.json()) as { interest: string };
    expect(figure(draft, 'interest')).toBe(interest);
    expect(figure(draft, 'to')).toBe('2026-11-01');
  });

  test('the day to pay or to answer is the one that is named, else a week away', async () => {
    expect(valuesIn(await drafted('reminder', BASE))).toContain(addDays(AS_OF, 7));
    expect(valuesIn(await drafted('reminder', { ...BASE, pay_by: '2026-12-11' }))).toContain('2026-12-11');
    expect(valuesIn(await drafted('final_notice', { ...BASE, pay_by: '2026-12-11' }))).toContain('2026-12-12');
  });
});

describe('certified mail', () => {
  const layouts = tariffOn(jp, AS_OF, PAPER).letter_layouts;
  const SHORT = layouts.slice(0, 1);

  /** Lines of a letter, counted another way than by the code: one character after another. */
  function linesCounted(paragraph: string, most: number): number {
    let lines = 1;
    let column = 0;
    const signs = [...paragraph];
    for (const [i, sign] of signs.entries()) {
      const next = signs[i + 1];
      const isLast = column + 1 === most;
      // A closing mark takes the character before it along to the next line.
      if (column === most || (isLast && next !== undefined && CLOSING.includes(next) && !CLOSING.includes(sign))) {
        lines += 1;
        column = 0;
      }
      column += 1;
    }
    return lines;
  }
  const CLOSING = '、。，．,.」』）)］]%％';

  test('four layouts hold, none of which anybody has read in the postal terms', () => {
    expect(layouts.map(({ written, characters, lines }) => `${written} ${characters} × ${lines}`)).toEqual([
      'across 20 × 26',
      'across 26 × 20',
      'across 13 × 40',
      'down 20 × 26',
    ]);
    expect(jp.letter_layouts.periods.at(-1)?.certainty).toBe('unverified');
  });

  test.each([
    ['a full sheet', 26, 20, 1],
    ['a line more', 27, 20, 2],
    ['two full sheets', 52, 20, 2],
    ['a line more than two', 53, 20, 3],
  ])('%s', (_, lines, characters, sheets) => {
    const letter = Array.from({ length: lines }, () => 'あ'.repeat(characters));
    expect(laidOut(letter, SHORT).sheets).toHaveLength(sheets);
  });

  test.each([
    [20, ['あ'.repeat(20)]],
    [21, ['あ'.repeat(20), 'あ']],
    [520, Array.from({ length: 26 }, () => 'あ'.repeat(20))],
  ])('a paragraph of %d characters in lines of 20', (length, lines) => {
    expect(letterLines('あ'.repeat(length), 20)).toEqual(lines);
  });

  test('520 characters in one paragraph are one sheet in every layout, and 521 are two', () => {
    for (const layout of layouts) {
      expect(laidOut(['あ'.repeat(520)], [layout]).sheets).toHaveLength(1);
      expect(laidOut(['あ'.repeat(521)], [layout]).sheets).toHaveLength(2);
    }
  });

  test('a closing mark does not begin a line, and a rare character counts one', () => {
    expect(letterLines(`${'あ'.repeat(20)}。い`, 20)).toEqual(['あ'.repeat(19), 'あ。い']);
    expect(letterLines('𠮷'.repeat(21), 20)).toEqual(['𠮷'.repeat(20), '𠮷']);
  });

  test('the layout with the fewest sheets is taken', () => {
    // Thirty short lines: too many for 26 lines, few enough for 40.
    const letter = Array.from({ length: 30 }, () => 'あ'.repeat(13));
    expect(laidOut(letter, layouts)).toMatchObject({ layout: { characters: 13, lines: 40 }, sheets: { length: 1 } });
  });

  test.each(['demand', 'set_off_notice', 'assignment_notice'])(
    'the sheets of a %s are those that another counter finds',
    async (kind) => {
      const draft = await drafted(kind, claimFor(kind));
      const filled = draft.paragraphs.slice(0, -1).map(({ text }) => {
        let whole = text;
        for (const { label, room } of Object.values(BLANKS))
          whole = whole.replaceAll(`［${label.ja}］`, '〇'.repeat(room));
        return whole;
      });
      const { sheets } = draft;
      const { characters, lines, count } = sheets!;
      const counted = filled.reduce((sum, text) => sum + linesCounted(text, characters), 0);
      expect(Math.ceil(counted / lines)).toBe(count);
      expect(sheets!.postage).toBe(String(1_420 + (count - 1) * 290));
    },
  );

  const TWO_RATES = {
    ...BASE,
    amount: 125_000_000,
    claim_kind: 'electronic_claim',
    due_date: '2026-08-31',
    overdue_days: undefined,
    subcontract_act: true,
    received_on: '2026-08-15',
  };

  test('a demand about one rate of interest is one sheet; a long one about two rates is two, and its postage is what asking costs', async () => {
    expect((await drafted('demand', BASE)).sheets?.count).toBe(1);
    expect((await drafted('demand', TWO_RATES)).sheets?.count).toBe(2);
    const option = OPTIONS.find(({ id }) => id === 'demand')!;
    const asking = (body: Body): number => {
      const s = situationOf(JSON.parse(JSON.stringify({ as_of: AS_OF, ...body })));
      return option.prospect(s, {}).asking![0]!.external!;
    };
    expect(asking(TWO_RATES) - asking(BASE)).toBe(290);
    const s = situationOf({ as_of: AS_OF, ...BASE });
    expect(asking(BASE)).toBe(s.tariff.certified_mail + s.a.demand.preparation);
  });

  test('for a word processor its lines end where the post counts them, and none is longer than the layout', async () => {
    const { sheets } = await drafted('demand', BASE);
    const file = await ask('demand', BASE, DOCX_TYPE);
    const xml = strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml']!);
    const lines = [...xml.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/g)].map(([, text]) => text!).slice(0, -1);
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(sheets!.characters);
    expect(Math.floor((16_838 - 2 * 1_418) / Number(/w:line="(\d+)"/.exec(xml)![1]))).toBe(sheets!.lines);
  });

  test('the letter that is counted is the one that is drafted', async () => {
    const { claim } = situationOf({ as_of: AS_OF, ...BASE }).facts;
    const stated = demandLetter(factsOf(claim, jp), jp);
    const draft = await drafted('demand', BASE);
    expect(stated).toHaveLength(draft.paragraphs.length - 1);
    const longest = Math.max(...stated.map((one) => countedText(one).length));
    expect(longest).toBeGreaterThan(40);
  });

  test('an English letter, and one that goes abroad, have no sheets of certified mail', async () => {
    expect((await drafted('demand', { ...BASE, lang: 'en' })).sheets).toBeNull();
    expect((await drafted('second_reminder', BASE)).sheets).toBeNull();
  });
});

describe('a step of the plan that an earlier one opens', () => {
  const AVOIDED = { amount: 1_500_000, overdue_days: 60, contact: 'evasive' };

  test('is drafted today, and says after which step it is used', async () => {
    const short = { ...AVOIDED, distress: 'some', lang: 'en' };
    const draft = await drafted('plan_agreement', short);
    expect(draft.notes[0]?.text).toMatch(/^The plan uses this after "certified demand", from about 21 December 2026/);
    const told = await drafted('plan_agreement', { ...short, demand_sent: true });
    expect(told.notes[0]?.text).toMatch(/^Signing acknowledges/);
  });

  test.each<[rule: string, kind: string, body: Body, code: string]>([
    ['that the plan does not take', 'settlement_agreement', AVOIDED, 'own_demand_first'],
    ['to which an earlier one puts an end', 'plan_agreement', AVOIDED, 'own_demand_first'],
    ['that only time opens', 'plan_agreement', { ...AVOIDED, overdue_days: -10, contact: 'responsive' }, 'not_due'],
    ['that nothing opens', 'plan_agreement', { ...AVOIDED, contact: 'unreachable' }, 'nobody_to_answer'],
  ])('is refused where it is one %s', async (_, kind, body, code) => {
    expect((await refused(kind, body)).map((error) => error.code)).toContain(code);
  });
});

describe('refusals', () => {
  test.each([
    ['set_off_notice', BASE, 'missing', 'offset.payable'],
    ['return_agreement', BASE, 'missing', 'return_goods.value'],
    ['proof_of_claim', { ...BASE, insolvency: 'bankruptcy' }, 'missing', 'opened_on'],
    ['proof_of_claim', { ...BASE, opened_on: '2026-11-02' }, 'no_proceedings', 'insolvency'],
    ['complaint_small_claims', BASE, 'over_small_claims_limit', 'balance'],
    ['demand', { ...BASE, insolvency: 'bankruptcy' }, 'stayed_by_insolvency', 'insolvency'],
    ['reminder', { ...BASE, insolvency: 'rehabilitation' }, 'stayed_by_insolvency', 'insolvency'],
    ['second_reminder', { ...BASE, overdue_days: -3 }, 'not_due', 'due_date'],
    [
      'demand',
      { amount: 2_200_000, due_date: '2019-12-31', contract_date: '2019-06-01' },
      'limitation_expired',
      'limitation_last_day',
    ],
    ['reminder', { ...BASE, pay_by: '2026-11-20' }, 'before_as_of', 'pay_by'],
    ['proof_of_claim', { ...BANKRUPT, opened_on: '2026-11-22' }, 'after_as_of', 'opened_on'],
    ['reminder', { ...BASE, pay_by: 'soon' }, 'not_a_day', 'pay_by'],
    ['reminder', { ...BASE, amount: -1 }, 'negative', 'amount'],
  ])('%s of %j: %s', async (kind, body, code, parameter) => {
    for (const lang of LANGS) {
      const errors = await refused(kind, { ...body, lang });
      expect(errors.map((error) => [error.code, error.parameter])).toContainEqual([code, parameter]);
      for (const { detail } of errors)
        expect(detail).toMatch(lang === 'ja' ? /[\p{Script=Han}\p{Script=Hiragana}]/u : /^[ -~’¥]+$/);
    }
  });

  test('a misspelt kind is told the nearest one, and nothing is drafted in a format that it does not have', async () => {
    const misspelt = await ask('remider', BASE);
    expect(misspelt.status).toBe(404);
    expect(await misspelt.text()).toContain('reminder');
    expect((await ask('reminder', BASE, 'text/csv')).status).toBe(406);
    expect((await ask('reminder', { ...BASE, names: 'Suzuki' })).status).toBe(400);
  });

  test('nothing is kept of a draft', async () => {
    expect((await ask('reminder', BASE)).headers.get('Cache-Control')).toBe('no-store');
  });
});
