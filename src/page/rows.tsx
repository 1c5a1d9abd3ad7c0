// A list in the form: its rows one below the other, each with a button that takes it out, and one that adds another.

import type { DescribedField } from '../fields/field.ts';
import { Entry, Mistakes } from './entry.tsx';
import { addRow, mistakesInMember, ROWS_TYPED_MAX, removeRow, rowsOf, shownMembers, writeMember } from './list_rows.ts';
import { errors, isRowComplete } from './state.ts';
import { say, w } from './words.ts';

/** The rows of a list. */
export function Rows({ field }: { field: DescribedField }) {
  const { name } = field;
  const rows = rowsOf(name);
  return (
    <fieldset class="typed-list" data-list={name}>
      <legend>{say(field.label)}</legend>
      <Mistakes of={errors.value.filter(({ parameter }) => parameter === name)} />
      {rows.map((row, place) => (
        // Rows have no name of their own; their place is what tells them apart.
        <fieldset class="typed-row" key={place}>
          <legend>
            {say(field.label)} {place + 1}
          </legend>
          {shownMembers(name, row).map((member) => (
            <Entry
              key={member.name}
              field={member}
              id={`field-${name}-${place}-${member.name}`}
              value={row[member.name] ?? ''}
              mistakes={mistakesInMember(name, place, member.name)}
              change={(value) => writeMember(name, place, member.name, value)}
            />
          ))}
          {isRowComplete(name, row) ? null : <p class="hint">{w('row_incomplete')}</p>}
          <button
            type="button"
            aria-label={`${w('remove_row')}: ${say(field.label)} ${place + 1}`}
            onClick={() => removeRow(name, place)}
          >
            {w('remove_row')}
          </button>
        </fieldset>
      ))}
      {rows.length < ROWS_TYPED_MAX ? (
        <button type="button" aria-label={`${w('add_row')}: ${say(field.label)}`} onClick={() => addRow(name)}>
          {w('add_row')}
        </button>
      ) : null}
    </fieldset>
  );
}
