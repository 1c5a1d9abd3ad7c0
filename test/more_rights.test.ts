// A right more is never worth less: with security, a guarantor, a lien, an acknowledgment or known assets a claim is worth at least what it is
// worth without, to the yen. Where that does not hold the right stands in a list with its smallest example.
import { describe, expect, test } from 'vitest';
import { added, KNOWN_LOSSES, losses, RIGHTS } from './more_rights.ts';

describe('a right more', () => {
  test('is never worth less, to 300 random claims', () => {
    expect(losses(300)).toEqual([]);
  }, 300_000);

  test.each(KNOWN_LOSSES)('is worth less, still: $right, because $why', ({ right, claim }) => {
    const one = added(RIGHTS.find((known) => known.right === right)!, claim);
    expect(one.with).toBeLessThan(one.without);
  });
});
