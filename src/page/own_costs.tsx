// Keeps the costs and rates of the company in the browser, only when the button is pressed, and takes them back at the next visit.

import { signal } from '@preact/signals';
import { KEPT_FIELDS } from './field_words.ts';
import { isExample, typed } from './state.ts';
import { w } from './words.ts';

const KEY = 'kaishu-own-costs';

/** What is kept; nothing where the browser keeps nothing. */
function kept(): Record<string, string> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    const known = Object.entries(read).filter(
      ([name, value]) => KEPT_FIELDS.includes(name) && typeof value === 'string',
    );
    return Object.fromEntries(known);
  } catch {
    return {};
  }
}

const isKept = signal(false);

/** Takes the kept costs and rates into a case that is newly opened. */
export function takeOwnCosts(): void {
  const costs = kept();
  isKept.value = Object.keys(costs).length > 0;
  if (isKept.value && isExample.value) typed.value = { ...typed.value, ...costs };
}

function remember(): void {
  const costs = Object.entries(typed.value).filter(([name]) => KEPT_FIELDS.includes(name));
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(costs)));
    isKept.value = costs.length > 0;
  } catch {
    isKept.value = false;
  }
}

function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  isKept.value = false;
}

/** The buttons that keep and forget. */
export const OwnCosts = () => (
  <p class="buttons">
    <button type="button" onClick={remember}>
      {w('remember')}
    </button>
    {isKept.value ? (
      <button type="button" onClick={forget}>
        {w('forget')}
      </button>
    ) : null}
  </p>
);
