// The catalogue of fields as the service states it, for the form.

import { signal } from '@preact/signals';
import type { DescribedField } from '../fields/field.ts';
import type { Text } from '../values/text.ts';
import { CHOICES, FIRST_FIELDS, NOT_TYPED, TOPICS } from './field_words.ts';
import { adviser, answerText } from './service.ts';
import { say } from './words.ts';

/** Every field by its flat name. */
export const fieldCatalogue = signal<ReadonlyMap<string, DescribedField>>(new Map());

/** The members of a row of every list that is typed row by row, by the name of the list. */
export const listMembers = signal<ReadonlyMap<string, readonly DescribedField[]>>(new Map());

/** The word for a member of a choice: that of the page where it explains more, else that of the service. */
export const choiceText = ({ name, value_labels }: DescribedField, member: string): Text | undefined =>
  CHOICES[name]?.[member] ?? value_labels?.[member];

/** Loads the catalogue. */
export async function loadCatalogue(): Promise<void> {
  const rows = await adviser.ask({ path: '/page/rows' });
  listMembers.value = new Map(Object.entries(JSON.parse(answerText(rows))));
  const answer = await adviser.ask({ path: '/v1/fields' });
  const { fields } = JSON.parse(answerText(answer)) as { readonly fields: readonly DescribedField[] };
  fieldCatalogue.value = new Map(fields.map((field) => [field.name, field]));
}

/** The topic of a field: that which names it or its object, else the last. */
function topicOf(name: string): string {
  const head = name.split('.')[0] ?? name;
  const found = TOPICS.find(({ fields }) => fields.includes(name) || fields.includes(head));
  return found?.id ?? TOPICS.at(-1)?.id ?? '';
}

/** The fields of a topic, in the order in which it names them. */
export function topicFields(topic: string): DescribedField[] {
  const order = TOPICS.find(({ id }) => id === topic)?.fields ?? [];
  const place = ({ name }: DescribedField): number => {
    const at = order.findIndex((known) => known === name || name.startsWith(`${known}.`));
    return at < 0 ? order.length : at;
  };
  const first: readonly string[] = FIRST_FIELDS;
  return [...fieldCatalogue.value.values()]
    .filter(({ name }) => !first.includes(name) && !NOT_TYPED.has(name) && topicOf(name) === topic)
    .sort((a, b) => place(a) - place(b));
}

/** Whether a field holds a number. */
export const holdsFigure = ({ kind }: DescribedField): boolean =>
  kind === 'amount' || kind === 'rate' || kind === 'chance' || kind === 'count' || kind === 'decimal';

/** A sentence of the service without the names of fields on the wire, which stand in brackets behind their labels; a name alone becomes its label. */
export function withLabels(sentence: string): string {
  const labelled = sentence.replace(/ ?[（(［[]([a-z]+(?:[._][a-z0-9]+)*)[）)］\]]/g, (whole, name: string) =>
    fieldCatalogue.value.has(name) ? '' : whole,
  );
  return labelled.replace(/\b[a-z]+(?:[._][a-z0-9]+)+\b/g, (name) => {
    const field = fieldCatalogue.value.get(name);
    return field === undefined ? name : say(field.label);
  });
}
