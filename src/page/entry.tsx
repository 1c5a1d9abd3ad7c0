// One field of the form: its label, its control, its mistakes, a line of explanation, and what is assumed when it is empty.

import type { DescribedField } from '../fields/field.ts';
import type { FieldError } from '../problem.ts';
import type { Text } from '../values/text.ts';
import { choiceText, holdsFigure } from './catalogue.ts';
import { DEFAULT_WORDS } from './field_words.ts';
import { lang } from './state.ts';
import { say, w } from './words.ts';

/** A choice of more members than this is written, not picked. */
const PICKED_MAX = 40;

interface EntryProps {
  readonly field: DescribedField;
  /** Its name in the document, which is that of one control. */
  readonly id: string;
  readonly value: string;
  readonly mistakes: readonly FieldError[];
  readonly change: (value: string) => void;
  readonly hint?: Text | undefined;
}

/** What is written in a field that is empty. */
function assumedText(field: DescribedField): string | null {
  const { default: words } = field;
  if (words === undefined) return null;
  const choice = choiceText(field, words);
  if (choice !== undefined) return say(choice);
  return lang.value === 'ja'
    ? (DEFAULT_WORDS[words] ?? words)
    : words.replace('see /v1/assumptions', 'see the assumptions below');
}

function Choice({ field, id, value, change }: EntryProps) {
  const values = field.kind === 'flag' ? ['true', 'false'] : (field.values ?? []);
  const label = (member: string): string => {
    if (field.kind === 'flag') return w(member === 'true' ? 'yes' : 'no');
    const known = choiceText(field, member);
    return known === undefined ? member : say(known);
  };
  return (
    <select
      id={id}
      value={value}
      aria-describedby={`${id}-note`}
      onChange={(event) => change(event.currentTarget.value)}
    >
      <option value="">–</option>
      {values.map((member) => (
        <option key={member} value={member}>
          {label(member)}
        </option>
      ))}
    </select>
  );
}

/** What is wrong with a field, and how it is written. */
export const Mistakes = ({ of }: { of: readonly FieldError[] }) => (
  <>
    {of.map(({ detail, expected }) => (
      <p class="mistake" role="alert" key={detail}>
        {detail} {expected}
      </p>
    ))}
  </>
);

/** A field with everything that belongs to it. */
export function Entry(props: EntryProps) {
  const { field, id, value, mistakes, change, hint } = props;
  const { name, kind } = field;
  const assumed = assumedText(field);
  const isChoice = kind === 'choice' || kind === 'flag';
  const note = `${id}-note`;
  return (
    <div class={`field${value === '' ? '' : ' told'}${mistakes.length > 0 ? ' wrong' : ''}`} data-field={name}>
      <label for={id}>{say(field.label)}</label>
      {isChoice && (field.values?.length ?? 2) < PICKED_MAX ? (
        <Choice {...props} />
      ) : (
        <input
          id={id}
          value={value}
          inputMode={holdsFigure(field) ? 'decimal' : 'text'}
          autocomplete="off"
          aria-describedby={note}
          aria-invalid={mistakes.length > 0}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
      <div class="note" id={note}>
        <Mistakes of={mistakes} />
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
