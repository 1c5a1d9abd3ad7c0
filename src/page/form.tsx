// The fields: five that come first, everything else folded by topic. Each shows what is assumed when it is empty, is marked when it differs
// from that, and has its mistake beside it in the words of the service.

import type { DescribedField } from '../fields/field.ts';
import { fieldCatalogue, holdsFigure, topicFields } from './catalogue.ts';
import { CHOICES, DEFAULT_WORDS, FIRST_FIELDS, HINTS, TOPICS } from './field_words.ts';
import { OwnCosts } from './own_costs.tsx';
import { errors, lang, typed, write } from './state.ts';
import { say, w } from './words.ts';

/** What is written in a field that is empty. */
function assumedText(field: DescribedField): string | null {
  const { default: words } = field;
  if (words === undefined) return null;
  const choice = CHOICES[field.name]?.[words];
  if (choice !== undefined) return say(choice);
  return lang.value === 'ja'
    ? (DEFAULT_WORDS[words] ?? words)
    : words.replace('see /v1/assumptions', 'see the assumptions below');
}

/** The mistakes in a field. */
const mistakesIn = (name: string) => errors.value.filter(({ parameter }) => parameter === name);

function Choice({ field, id, described }: { field: DescribedField; id: string; described: string }) {
  const values = field.kind === 'flag' ? ['true', 'false'] : (field.values ?? []);
  const label = (value: string): string => {
    if (field.kind === 'flag') return w(value === 'true' ? 'yes' : 'no');
    const known = CHOICES[field.name]?.[value];
    return known === undefined ? value : say(known);
  };
  return (
    <select
      id={id}
      value={typed.value[field.name] ?? ''}
      aria-describedby={described}
      onChange={(event) => write(field.name, event.currentTarget.value)}
    >
      <option value="">–</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {label(value)}
        </option>
      ))}
    </select>
  );
}

function Input({ field }: { field: DescribedField }) {
  const { name, kind } = field;
  const id = `field-${name}`;
  const value = typed.value[name] ?? '';
  const mistakes = mistakesIn(name);
  const hint = HINTS[name];
  const assumed = assumedText(field);
  const isChoice = kind === 'choice' || kind === 'flag';
  const note = `${id}-note`;
  return (
    <div class={`field${value === '' ? '' : ' told'}${mistakes.length > 0 ? ' wrong' : ''}`} data-field={name}>
      <label for={id}>{say(field.label)}</label>
      {isChoice && (field.values?.length ?? 2) < 40 ? (
        <Choice field={field} id={id} described={note} />
      ) : (
        <input
          id={id}
          value={value}
          inputMode={holdsFigure(field) ? 'decimal' : 'text'}
          autocomplete="off"
          aria-describedby={note}
          aria-invalid={mistakes.length > 0}
          onInput={(event) => write(name, event.currentTarget.value)}
        />
      )}
      <div class="note" id={note}>
        {mistakes.map(({ detail, expected }) => (
          <p class="mistake" role="alert" key={detail}>
            {detail} {expected}
          </p>
        ))}
        {hint === undefined ? null : <span>{say(hint)}</span>}
        {assumed === null || value !== '' ? null : (
          <span class="assumed">
            {w('assumed')}: {assumed}
          </span>
        )}
      </div>
    </div>
  );
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
  const elsewhere = errors.value.filter(({ parameter }) => parameter === null || !known.has(String(parameter)));
  return (
    <form class="form" aria-label={w('inputs')} onSubmit={(event) => event.preventDefault()}>
      <h2>{w('inputs')}</h2>
      {elsewhere.map(({ detail, parameter }) => (
        <p class="mistake" role="alert" key={detail}>
          {parameter} {detail}
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
        return (
          <details key={id} class="topic" data-topic={id} open={wrong || undefined}>
            <summary>
              {say(label)}
              {told > 0 ? <span class="count">{told}</span> : null}
            </summary>
            {fields.map((field) => (
              <Input key={field.name} field={field} />
            ))}
            {id === 'costs' ? <OwnCosts /> : null}
          </details>
        );
      })}
    </form>
  );
}
