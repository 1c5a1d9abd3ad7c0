// What a program says with the package: the compiler knows fields and answers, and the engine runs in its own process. The test compiles it in
// strict mode, with the declarations of the package checked too, and runs it.

import { type Evaluation, evaluate, type OptionAnswer, RefusedRequest } from 'kaishu';

/** Every status is told, and no figure is read where its status has none. */
function told(option: OptionAnswer): string {
  switch (option.status) {
    case 'open':
      return `${option.rank} ${option.id} ${option.net_value}`;
    case 'barred':
      return `- ${option.id} ${option.bars.map(({ code }) => code).join(',')}`;
    case 'needs_terms':
      return `? ${option.id} ${option.needs.join(',')}`;
  }
}

const answer: Evaluation = evaluate({ amount: 1_250_000, overdue_days: 82, as_of: '2026-11-21', lang: 'en' });

let mistakes: readonly string[] = [];
try {
  evaluate({ amount: 'x', overdue_days: 82, as_of: '2026-11-21' });
} catch (error) {
  if (!(error instanceof RefusedRequest)) throw error;
  mistakes = error.problem.errors?.map(({ code }) => code) ?? [];
}

// @ts-expect-error a field that does not exist is found by the compiler
export const misspelt = () => evaluate({ amount: 1, overdue_dayz: 1, as_of: '2026-11-21' });
// @ts-expect-error the function reads no clock, so that the day is needed
export const dayless = () => evaluate({ amount: 1, overdue_days: 1 });

console.log(JSON.stringify({ answer, told: answer.options.map(told), mistakes }));
