// The fields: five that come first, everything else folded by topic. Each shows what is assumed when it is empty, is marked when it differs
// from that, and has its mistake beside it in the words of the service.

import { signal } from '@preact/signals';
import type { DescribedField } from '../fields/field.ts';
import { fieldCatalogue, topicFields } from './catalogue.ts';
import { Entry } from './entry.tsx';
import { FIRST_FIELDS, HINTS, TOPICS } from './field_words.ts';
import { OwnCosts } from './own_costs.tsx';
import { Rows } from './rows.tsx';
import { errors, typed, write } from './state.ts';
import { say, w } from './words.ts';

/** The mistakes in a field, and in the rows of a list. */
const mistakesIn = (name: string) =>
  errors.value.filter(({ parameter }) => parameter === name || parameter?.startsWith(`${name}.`));

const Input = ({ field }: { field: DescribedField }) =>
  field.kind === 'list' ? (
    <Rows field={field} />
  ) : (
    <Entry
      field={field}
      id={`field-${field.name}`}
      value={typed.value[field.name] ?? ''}
      mistakes={errors.value.filter(({ parameter }) => parameter === field.name)}
      change={(value) => write(field.name, value)}
      hint={HINTS[field.name]}
    />
  );

/** The topics that are unfolded; one that had to be opened for a mistake stays open when that is mended. */
const openTopics = signal<ReadonlySet<string>>(new Set());

function followTopic(id: string, isOpen: boolean): void {
  const others = [...openTopics.value].filter((one) => one !== id);
  openTopics.value = new Set(isOpen ? [...others, id] : others);
}

/** The fields. */
export function Form() {
  const known = fieldCatalogue.value;
  const shown = new Set<string>();
  const first = FIRST_FIELDS.flatMap((name) => {
    const field = known.get(name);
    shown.add(name);
    return field === undefined ? [] : [field];
  });
  const isShown = (parameter: string): boolean =>
    known.has(parameter) || known.get(parameter.split('.')[0] ?? '')?.kind === 'list';
  const elsewhere = errors.value.filter(({ parameter }) => parameter === null || !isShown(String(parameter)));
  return (
    <form class="form" aria-label={w('inputs')} onSubmit={(event) => event.preventDefault()}>
      <h2>{w('inputs')}</h2>
      {elsewhere.map(({ detail, parameter }) => (
        <p class="mistake" role="alert" key={detail}>
          {parameter} {detail}{' '}
          {parameter !== null && parameter in typed.value ? (
            <button type="button" onClick={() => write(parameter, '')}>
              {w('remove_row')}
            </button>
          ) : null}
        </p>
      ))}
      <div class="first-fields">
        {first.map((field) => (
          <Input key={field.name} field={field} />
        ))}
      </div>
      {TOPICS.map(({ id, label }) => {
        const fields = topicFields(id);
        const told = fields.filter(({ name }) => typed.value[name] !== undefined).length;
        const wrong = fields.some(({ name }) => mistakesIn(name).length > 0);
        const isOpen = wrong || openTopics.value.has(id);
        // A folded topic is drawn when it holds something; the others once they are opened.
        const isDrawn = isOpen || told > 0;
        return (
          <details
            key={id}
            class="topic"
            data-topic={id}
            open={isOpen}
            onToggle={(event) => followTopic(id, event.currentTarget.open)}
          >
            <summary>
              {say(label)}
              {told > 0 ? <span class="count">{told}</span> : null}
            </summary>
            {isDrawn ? fields.map((field) => <Input key={field.name} field={field} />) : null}
            {isDrawn && id === 'costs' ? <OwnCosts /> : null}
          </details>
        );
      })}
    </form>
  );
}
