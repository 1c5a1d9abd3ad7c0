// The facts of a claim as the input of a tool: the fields that decide most answers by name, and any other of the registry beside them. All of
// them are described by the schemas that validate.

import * as z from 'zod';
import { claimFields } from '../claim/claim_fields.ts';
import { type DescribedField, describeField } from '../fields/field.ts';
import { describedFields } from '../request/composition.ts';
import type { Lang } from '../values/text.ts';
import type { ObjectSchema, ToolInput } from './tools.ts';

/** The fields that decide most answers, in the order in which people tell them. */
const TOLD_FIRST: readonly (keyof typeof claimFields)[] = [
  'amount',
  'overdue_days',
  'due_date',
  'as_of',
  'claim_kind',
  'debtor_type',
  'contact',
  'payment_history',
  'cause',
  'dispute',
  'evidence',
  'acknowledged',
  'broken_promises',
  'assets',
  'distress',
  'insolvency',
  'title',
  'tdb_score',
];

/** The member under which any other field is told. */
const MORE = 'more';

/** The JSON Schema of a field, without what only people need. */
function fieldSchema(schema: z.ZodType): object {
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(made).filter(([keyword]) => !keyword.startsWith('x-') && !keyword.startsWith('$')),
  );
}

/** The input of a tool about one claim; `own` are members of the tool itself. */
export function claimInput(own: Readonly<Record<string, object>>, required: readonly string[] = []): ObjectSchema {
  return {
    type: 'object',
    properties: {
      ...own,
      ...Object.fromEntries(TOLD_FIRST.map((name) => [name, fieldSchema(claimFields[name])])),
      [MORE]: {
        type: 'object',
        description:
          'Any other fact by its name in the resource kaishu://fields, such as {"offset.payable": 300000, "sell.offer": 250000, "guarantor.kind": "company"}. Also assumptions, events and options.',
        additionalProperties: true,
      },
      lang: LANG_INPUT,
    },
    required: [...required, 'amount'],
    additionalProperties: false,
  };
}

/** The language of an answer as a member of an input. */
export const LANG_INPUT = {
  type: 'string',
  enum: ['en', 'ja'],
  description: 'Language of the answer; English without it.',
} as const;

/** The body of a request out of the input of a tool; `own` are members of the tool itself. */
export function claimBody(input: ToolInput, own: readonly string[], include: readonly string[]): object {
  const { [MORE]: more, ...told } = input;
  const facts = Object.entries(told).filter(([name]) => !own.includes(name));
  return { lang: 'en', ...Object.fromEntries(facts), ...(typeof more === 'object' ? more : {}), include };
}

function fieldLine(field: DescribedField, lang: Lang): string {
  const { name, kind, label, description, description_ja, values, default: usual, required } = field;
  const about = lang === 'ja' ? (description_ja ?? description) : description;
  const facts = [
    values === undefined ? kind : values.join(' | '),
    ...(required ? [{ ja: '必須', en: 'required' }[lang]] : []),
    ...(usual === undefined ? [] : [`${{ ja: '既定', en: 'default' }[lang]}: ${usual}`]),
  ];
  return `- \`${name}\` ${label[lang]} (${facts.join('; ')}): ${about}`;
}

/** Every field of a request as a list to read. */
export const fieldList = (lang: Lang): string =>
  [
    {
      ja: '# 入力項目\n\n金額は円、率と見込みは 0 から 1 か「6%」、日付は 2026-11-21 のように書きます。',
      en: '# Fields of a request\n\nAmounts in yen, rates and chances as 0 to 1 or as "6%", days as 2026-11-21.',
    }[lang],
    '',
    ...describedFields().map((field) => fieldLine(field, lang)),
    '',
  ].join('\n');

/** What a field of a calculator is for, in one line. */
export const fieldHint = (name: string, schema: z.ZodType): string => {
  const field = describeField(name, schema);
  return field === undefined ? name : `${name}${field.required ? '*' : ''}`;
};
