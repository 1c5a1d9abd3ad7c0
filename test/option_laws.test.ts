// Laws that every option keeps over the grid of situations: what it is, what a term is taken for when it is left out, that reasons name the
// facts as they were told, that a reason lifts on the day it says, and that balances of one kind share one tree.
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { claimFields } from '../src/claim/claim_fields.ts';
import { titleOf } from '../src/claim/procedure.ts';
import { describeField } from '../src/fields/field.ts';
import { isTitleIgnored } from '../src/options/court/attach_first.ts';
import type { Option, Situation } from '../src/options/option.ts';
import { addDays, DAYS_PER_MONTH } from '../src/values/day.ts';
import { BEFORE_DUE, EARLY_RULES, GATES, OTHER_GATES } from './cases/gates.ts';
import { LIMITS, ONCE, STATED } from './cases/options.ts';
import { GRID, GRID_CASES, isOpen, OPTIONS, situationOf, TODAY, VOICES } from './situations.ts';

type Told = Readonly<Record<string, unknown>>;
const GRID_INPUTS = Object.entries(GRID);
const fieldsOf = (option: Option) =>
  Object.entries(option.terms.shape).map(([name, schema]) => ({
    ...describeField(name, schema as z.ZodType)!,
    schema: schema as z.ZodType,
  }));
const codesOf = (option: Option, s: Situation) => option.bars(s).map(({ code }) => code);

describe('what an option is', () => {
  test.each(OPTIONS)('$id: family, shape, who must agree, what refuses it, and its papers', (option) => {
    const papers = new Set(GRID_CASES.map(([, s]) => (option.papers?.(s, null) ?? []).join(' ')));
    const marks = (['baseline', 'ordinary', 'consensual', 'negotiable', 'fades'] as const).filter(
      (mark) => option[mark],
    );
    const is = [option.family, ...(option.group ? [option.group] : []), option.shape, ...marks];
    expect({ is: is.join(' '), refused_as: option.refused_as, papers: [...papers].filter(Boolean).sort() }).toEqual({
      is: STATED[option.id]?.is,
      refused_as: STATED[option.id]?.refused_as,
      papers: STATED[option.id]?.papers ?? [],
    });
  });

  test('numbers that are counted have their limits, and rights that are used up are used once for a debtor', () => {
    const limits: Record<string, readonly [number, number]> = {};
    const once: string[] = [];
    for (const option of OPTIONS)
      for (const { name, kind, schema, once: isOnce } of fieldsOf(option)) {
        const path = `${option.id}.${name}`;
        if (isOnce) once.push(path);
        if (kind !== 'count') continue;
        const reads = (value: number) => schema.safeParse(value).success;
        const [least, most] = LIMITS[path] ?? [0, 0];
        expect([least - 1, least, most, most + 1].map(reads), path).toEqual([false, true, true, false]);
        limits[path] = [least, most];
      }
    expect(limits).toEqual(LIMITS);
    expect(once.sort()).toEqual(ONCE);
  });
});

describe('a term that is left out', () => {
  /** A default that can be written into a request as it stands. */
  const asTold = (kind: string, usual: string): unknown => {
    if (usual === 'as_of') return TODAY;
    return kind === 'count' || kind === 'choice' || kind === 'flag' ? usual : undefined;
  };
  const LEFT_OUT = OPTIONS.flatMap((option) =>
    fieldsOf(option).flatMap(({ name, kind, schema, default: usual }) => {
      const told = usual === undefined ? undefined : asTold(kind, usual);
      return told !== undefined && schema.safeParse(told).success ? [{ option, name, told }] : [];
    }),
  );

  test('there are such terms, and one of every kind', () => {
    expect(LEFT_OUT.map(({ option, name, told }) => `${option.id}.${name}=${told}`)).toEqual([
      'agency.collector=servicer',
      'enforceable_deed.agreed=false',
      'factor.recourse=false',
      'guarantor.joint=true',
      'guarantor.written=true',
      'guarantor.open_ended=false',
      `guarantor.guaranteed_on=${TODAY}`,
      'guarantor.title=false',
      'lien.still_held=true',
      'lien.identifiable=true',
      'lien.resale_unpaid=true',
      `offset.payable_due_date=${TODAY}`,
      'offset.payable_kind=trade',
      'offset.materials_supplied=false',
      'plan.final=false',
      'sell.buyer=servicer',
      'settle.in_days=14',
      'settle.final=false',
      'small_claims.filed_this_year=0',
    ]);
  });

  test.each(LEFT_OUT.map((one) => [one.option.id, one.name, one.told, one] as const))(
    '%s.%s is taken as %s',
    (...[, , , one]) => {
      const { option, name, told } = one;
      let met = 0;
      for (const [title, input] of GRID_INPUTS) {
        const terms = input[option.id] as Told | undefined;
        if (terms?.[name] !== undefined) continue;
        const [without, written] = [terms, { ...terms, [name]: told }].map((of) =>
          situationOf(of === undefined ? input : { ...input, [option.id]: of }),
        );
        expect(option.needs(written!), title).toEqual(option.needs(without!));
        expect(isOpen(option, written!), title).toBe(isOpen(option, without!));
        // Where it is not told who collects, what anybody else would need is a reason more.
        expect(codesOf(option, without!), title).toEqual(expect.arrayContaining(codesOf(option, written!)));
        if (!isOpen(option, without!)) continue;
        met++;
        expect(option.variants(written!), title).toEqual(option.variants(without!));
        for (const chosen of option.variants(without!))
          expect(option.prospect(written!, chosen), title).toEqual(option.prospect(without!, chosen));
      }
      if (option.id !== 'agency') expect(met).toBeGreaterThan(0);
    },
  );
});

describe('a fact of the claim that is left out', () => {
  const FACTS = Object.entries(claimFields).flatMap(([name, schema]) => {
    const { kind, default: usual } = describeField(name, schema) ?? {};
    const told = usual !== undefined && ['choice', 'flag', 'count'].includes(kind!) ? usual : undefined;
    return told !== undefined && schema.safeParse(told).success ? [{ name, told }] : [];
  });

  /** What else is known tells more than the default of a field that is not told. */
  const TOLD_OTHERWISE: Readonly<Record<string, (s: Situation) => boolean>> = {
    // A procedure that was judged, settled or is enforced has brought a title.
    title: (s) => titleOf(s.facts.claim) !== 'none',
    // Who has ignored a title is taken to have been attached in vain.
    failed_attachments: (s) => isTitleIgnored(s.facts) || titleOf(s.facts.claim) !== 'none',
  };

  test.each(FACTS)('every option takes $name as $told', ({ name, told }) => {
    for (const [title, input] of GRID_INPUTS) {
      if (input[name] !== undefined) continue;
      const [without, written] = [input, { ...input, [name]: told }].map(situationOf);
      if (TOLD_OTHERWISE[name]?.(without!)) continue;
      for (const option of OPTIONS) {
        expect([option.needs(written!), codesOf(option, written!)], `${title}: ${option.id}`).toEqual([
          option.needs(without!),
          codesOf(option, without!),
        ]);
        if (!isOpen(option, without!)) continue;
        const [first] = option.variants(without!);
        expect(option.variants(written!)[0], title).toEqual(first);
        expect(option.prospect(written!, first), `${title}: ${option.id}`).toEqual(option.prospect(without!, first));
        const tell = (s: Situation) => VOICES.en.tell(option.sentences.step(s, first));
        expect(tell(written!), title).toBe(tell(without!));
      }
    }
  });
});

describe('a reason why an option is closed', () => {
  /** What was told, by the name of its field: of the claim, or of terms after a dot. */
  const toldOf = (input: Told, name: string): unknown =>
    name.split('.').reduce((of: unknown, part) => (of as Told | undefined)?.[part], input);
  /** Money and days are read, so that they may be written in another way than they were told. */
  const alike = (stated: unknown, told: unknown) =>
    String(stated) === String(told) ||
    Number(stated) === Number(told) ||
    stated === (Array.isArray(told) && told.length);
  test.each([...GATES, ...OTHER_GATES])('$rule', ({ option: id, code, barred, opened }) => {
    const option = OPTIONS.find((one) => one.id === id)!;
    const codes = (facts: object) => codesOf(option, situationOf({ as_of: TODAY, ...facts }));
    expect(codes(barred)).toContain(code);
    expect(codes(opened)).not.toContain(code);
  });

  test.each(EARLY_RULES)('%s', (_, id, barred, open) => {
    const option = OPTIONS.find((one) => one.id === id)!;
    expect(codesOf(option, situationOf({ ...BEFORE_DUE, ...barred }))).toContain('not_due');
    expect(codesOf(option, situationOf({ ...BEFORE_DUE, ...open }))).toEqual([]);
  });

  test('names every fact as it was told, and what was not told as not known', () => {
    let told = 0;
    for (const [title, input] of GRID_INPUTS)
      for (const option of OPTIONS)
        for (const bar of option.bars(situationOf(input)))
          for (const [name, stated] of Object.entries(bar.inputs)) {
            const said = toldOf(input, name);
            if (said === undefined) continue;
            told++;
            expect(alike(stated, said), `${title}: ${option.id}, ${bar.code}, ${name} is ${stated}`).toBe(true);
          }
    expect(told).toBeGreaterThan(200);
  });

  /** Where the months are counted from today, whenever that is, so that on a later day they begin anew. */
  const COUNTED_FROM_TODAY: Readonly<Record<string, string>> = {
    'an invoice that was wrong': 'a month of asking begins today',
    'a public body hardly past due': 'a month of asking begins today',
    'a valued customer': 'dealings that go on have not stopped yet',
    'the debtor has died': 'nobody has said on which day',
    'died, with a title': 'nobody has said on which day',
    'a deed agreed': 'nobody has said on which day',
  };
  /** A period of calendar months ends some days before or after as many mean months. */
  const CALENDAR_DAYS = 3;

  test('that lifts by itself stands until that day and is gone on it', () => {
    const met = new Set<string>();
    for (const [title, input] of GRID_INPUTS) {
      const today = situationOf(input);
      const { due_date } = today.facts;
      for (const option of OPTIONS)
        for (const { code, lifts, inputs } of option.bars(today)) {
          if (lifts === undefined || title in COUNTED_FROM_TODAY) continue;
          met.add(code);
          const names = Object.keys(inputs).join();
          const stands = (days: number): boolean => {
            const later = { ...input, overdue_days: undefined, due_date, as_of: addDays(TODAY, days) };
            const bars = option.bars(situationOf(later));
            return bars.some((bar) => bar.code === code && Object.keys(bar.inputs).join() === names);
          };
          const days = Math.ceil(lifts * DAYS_PER_MONTH - 1e-6);
          const off = code === 'demand_sent' ? CALENDAR_DAYS : 0;
          expect([stands(days - 1 - off), stands(days + off)], `${title}: ${option.id}, ${code}`).toEqual([
            true,
            false,
          ]);
        }
    }
    expect([...met].sort()).toEqual(['ask_first', 'demand_sent', 'loss_not_yet_deductible', 'not_due']);
  });
});
