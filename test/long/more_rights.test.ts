// A right more is never worth less, to ten thousand random claims.

import { expect, test } from 'vitest';
import { losses } from '../more_rights.ts';

test('a right more is never worth less, to 10,000 random claims', () => {
  expect(losses(10_000)).toEqual([]);
}, 3_600_000);
