// Trees laid out for valuing them often: what is known of like weights spares work, and never changes a value (docs/architecture.md).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { board } from '../src/decision/programme/moves.ts';
import { stateOf } from '../src/decision/programme/state.ts';
import { treeValue } from '../src/decision/tree/compiled_tree.ts';
import { NumberSheet } from '../src/decision/tree/number_sheet.ts';
import {
  ceilingOf,
  pickedPiece,
  pickedValue,
  picksOf,
  pieceValue,
  rememberedValue,
  TreeLayout,
} from '../src/decision/tree/pieces.ts';
import { decisionOn, OPTIONS, request, runs } from './receivables.ts';

/** Every tree that a claim can start with today, with the months in which its option may be started. */
function treesOf(fields: Parameters<typeof decisionOn>[0]) {
  const { case: c } = decisionOn(fields);
  const state = stateOf(c.facts);
  const s = { ...c, state, month: 0 };
  const moves = OPTIONS.flatMap((option) => option.variants(s).map((terms) => ({ option, terms })));
  const on = board(c, moves);
  return moves.flatMap((move) => {
    const timeline = on.timeline(move, state);
    return timeline.open(0) ? [{ id: move.option.id, tree: timeline.at(0).tree }] : [];
  });
}

const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 + 1e-9 * Math.abs(b);

describe('a tree laid out', () => {
  test('is worth what the tree is worth, however its values are asked for one after another', () => {
    fc.assert(
      fc.property(request, fc.array(weights, { minLength: 4, maxLength: 8 }), (fields, asked) => {
        for (const { id, tree } of treesOf(fields)) {
          const sheet = new NumberSheet();
          const piece = new TreeLayout(sheet).piece(tree, 0);
          const n = sheet.row();
          for (const u of asked) {
            const value = treeValue(tree, u, 0);
            const bound = ceilingOf(n, piece, u, 0);
            expect(bound, `${id} has a bound below its value`).toBeGreaterThanOrEqual(
              value - 1e-6 - 1e-9 * Math.abs(value),
            );
            expect(near(rememberedValue(n, piece, u, 0), value), id).toBe(true);
            const fixed = pickedPiece(piece, picksOf(n, piece, u, 0));
            expect(near(pickedValue(n, fixed, u, 0), value), `${id} with its choices made`).toBe(true);
          }
        }
      }),
      runs(12),
    );
  });

  test('is never bounded by a later month below what it is worth in an earlier one', () => {
    fc.assert(
      fc.property(request, weights, weights, fc.integer({ min: 1, max: 24 }), (fields, before, u, later) => {
        for (const { id, tree } of treesOf(fields)) {
          const sheet = new NumberSheet();
          const layout = new TreeLayout(sheet);
          const piece = layout.piece(tree, 0);
          if (!layout.servesAnyMonth(tree)) continue;
          const n = sheet.row();
          rememberedValue(n, piece, before, later);
          for (const month of [0, later - 1, later]) {
            const value = treeValue(tree, u, month);
            expect(ceilingOf(n, piece, u, month), `${id} in month ${month}`).toBeGreaterThanOrEqual(
              value - 1e-6 - 1e-9 * Math.abs(value),
            );
            expect(near(pieceValue(n, piece, u, month), value), id).toBe(true);
          }
        }
      }),
      runs(12),
    );
  });

  test('grows by interest and never shrinks, which lets a value bound those of earlier months', () => {
    fc.assert(
      fc.property(request, (fields) => {
        for (const { id, tree } of treesOf(fields))
          for (const growth of tree.v1) expect(growth, id).toBeGreaterThanOrEqual(-1e-9);
      }),
      runs(25),
    );
  });
});
