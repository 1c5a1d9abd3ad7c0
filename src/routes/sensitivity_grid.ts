// POST /v1/sensitivity/grid: which first step wins where two numbers of a request or two assumptions move together, as a table to paste.

import * as z from 'zod';
import { gridSteps } from '../analysis/grid.ts';
import type { Outlook } from '../analysis/scenarios.ts';
import { consideredOf } from '../decision/programme/decide.ts';
import { choiceField } from '../fields/field.ts';
import { type Cell, type Column, fact, type Sheet } from '../formats/format.ts';
import type { DescribedOperation, Route } from '../http/context.ts';
import { describedPost } from '../http/description.ts';
import { AXIS_VALUES_MAX, type GridAxis, gridAxis } from '../http/grid_axis.ts';
import { type Resource, type ResourceQuery, servePost } from '../http/resource.ts';
import { sendAnswer } from '../http/sending.ts';
import { inTurns } from '../http/turns.ts';
import { lawOf } from '../law/jurisdictions.ts';
import { quantity } from '../report/quantity.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { voice } from '../report/voice.ts';
import { canonical, canonicalInput } from '../request/canonical.ts';
import { requestSchema } from '../request/composition.ts';
import { gridCost } from '../request/cost.ts';
import { fieldsReader } from '../request/fields_reader.ts';
import { optionLabel } from '../request/options.ts';
import { questionOf } from '../request/question.ts';
import { type EvaluationRequest, readRequest } from '../request/read_request.ts';
import { forDescription } from '../values/description.ts';
import { sha256 } from '../values/hash.ts';
import type { Lang } from '../values/text.ts';

/** Cells of a grid: each decides the claim anew. */
const GRID_CELLS_MAX = 400;

const CELL_SHOWS = ['option', 'id', 'net_value'] as const;

const gridFields = {
  x: gridAxis('Number that moves along the columns.', { id: 'amount', from: 100000, to: 1000000, steps: 4 }),
  y: gridAxis('Number that moves along the rows.', { id: 'overdue_days', values: [30, 90, 180] }),
  show: choiceField(CELL_SHOWS, {
    label: { ja: 'マスに示すもの', en: 'what a cell shows' },
    description: 'What the cells of a table show: the name of the best first step, its id, or its value.',
    example: 'option',
    default: 'option',
  }).optional(),
};

const gridBody = /* @__PURE__ */ forDescription(() =>
  z.strictObject({ ...requestSchema.shape, ...gridFields }).meta({
    id: 'SensitivityGridRequest',
    description: 'A request of an evaluation, and the two numbers that move.',
    example: {
      amount: 280000,
      overdue_days: 122,
      x: { id: 'amount', from: 100000, to: 1000000, steps: 4 },
      y: { id: 'overdue_days', values: [30, 90, 180] },
    },
  }),
);

const axisValues = z.array(z.number()).max(AXIS_VALUES_MAX);
const axisSchema = (description: string) =>
  z
    .strictObject({
      id: z.string().meta({ description: 'Name or path.', example: 'amount' }),
      label: z.string().meta({ description: 'Its name for people.', example: '債権額' }),
      values: axisValues.meta({ description: 'Values tried.', example: [100000, 400000] }),
    })
    .meta({ description });
const gridCells = (description: string, example: string) =>
  z
    .array(z.array(z.union([z.string(), z.null()])).max(AXIS_VALUES_MAX))
    .max(AXIS_VALUES_MAX)
    .meta({ description, example: [[example]] });

const gridSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      x: axisSchema('Along the columns.'),
      y: axisSchema('Along the rows.'),
      options: gridCells(
        'Id of the best first step by value, row by row; null where the law of the day is not in the data.',
        'wait',
      ),
      net_values: gridCells('What it is worth, in whole yen.', '812345'),
      counts: z
        .array(
          z.strictObject({
            // Here 'wait' is an example of an id, not an option.
            option: z.string().meta({ description: 'Option id.', example: 'wait' }),
            label: z.string().meta({ description: 'Its name.', example: '静観' }),
            cells: z.int().meta({ description: 'Cells in which it is best.', example: 3 }),
          }),
        )
        .max(100)
        .meta({ description: 'In how many cells each wins, most first.' }),
      text: z.string().meta({ description: 'The grid in one sentence.', example: '…' }),
      meta: z
        .strictObject({
          model_version: z.string().meta({ description: 'Version of the model.', example: MODEL_VERSION }),
          law_version: z.string().meta({ description: 'Version of the law data.', example: 'jp-2026-06-27' }),
          as_of: z.string().meta({ description: 'Day of the valuation.', example: '2026-11-21' }),
          lang: z.string().meta({ description: 'Language of the texts.', example: 'ja' }),
          input_hash: z
            .string()
            .meta({ description: 'SHA-256 of the canonical input, first 16 hex digits.', example: 'a1b2' }),
        })
        .meta({ description: 'What the answer was computed with.' }),
    })
    .meta({ id: 'SensitivityGrid', description: 'The winners of a grid.' }),
);

interface GridQuery extends ResourceQuery {
  readonly request: EvaluationRequest;
  readonly x: GridAxis;
  readonly y: GridAxis;
  readonly show: (typeof CELL_SHOWS)[number];
  readonly hash: string;
}

const readAxes = fieldsReader(gridFields);

const gridResource: Resource<GridQuery> = {
  dayField: 'as_of',
  read: (input, todayIn, fallback) => {
    const given = 'body' in input && typeof input.body === 'object' && input.body !== null ? input.body : {};
    const { x, y, show, ...rest } = given as Record<string, unknown>;
    const jurisdiction = typeof rest.jurisdiction === 'string' ? rest.jurisdiction : undefined;
    const isObject = 'body' in input && !Array.isArray(input.body) && given === input.body;
    const read = readRequest(isObject ? rest : null, { today: todayIn(jurisdiction), lang: fallback });
    const lang = read.ok ? read.request.lang : read.lang;
    const sides = readAxes({ body: { x, y, ...(show === undefined ? {} : { show }) } }, lang, (data) => {
      if (!data.x || !data.y || data.x.values.length * data.y.values.length <= GRID_CELLS_MAX) return [];
      return [
        {
          path: ['y'],
          code: 'too_many',
          expected: { ja: `${GRID_CELLS_MAX}マスまで`, en: `at most ${GRID_CELLS_MAX} cells` },
          detail: { ja: 'マスが多すぎます。', en: 'There are too many cells.' },
        },
      ];
    });
    if (!read.ok || !sides.ok)
      return { ok: false, lang, errors: [...(read.ok ? [] : read.errors), ...(sides.ok ? [] : sides.errors)] };
    const { request } = read;
    const stated = { ...sides.data, show: sides.data.show ?? 'option' };
    const hash = sha256(
      canonical([canonicalInput(request), stated.x.id, stated.x.values, stated.y.id, stated.y.values]),
    );
    return {
      ok: true,
      lang,
      jurisdiction: request.claim.jurisdiction,
      follows_from: [hash, stated.show],
      request,
      hash,
      ...stated,
    };
  },
  cost: ({ request, x, y }) => gridCost(request, x.values.length * y.values.length),
  answer: async (c, query, rendering) => {
    const { lang, request, x, y } = query;
    const question = questionOf(request);
    const sheet = gridSheet(query, await inTurns(c, gridSteps(question, consideredOf(question), x, y)));
    const content = rendering.format.writeSheet(sheet, lang, rendering.layout);
    return sendAnswer(c, { content, name: sheet.name, lang }, rendering);
  },
};

/** The winners of a grid, for programs and as a table. */
function gridSheet({ request, x, y, show, hash }: GridQuery, found: readonly (readonly (Outlook | null)[])[]): Sheet {
  const { claim, lang } = request;
  const law = lawOf(claim.jurisdiction);
  const cellsOf = <T>(of: (best: string, value: number) => T) =>
    found.map((row) => row.map((cell) => cell && of(cell.best, cell.value)));
  const won = new Map<string, number>();
  for (const cell of found.flat()) if (cell) won.set(cell.best, (won.get(cell.best) ?? 0) + 1);
  const counts = [...won].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const text = gridSentence(counts, x, y, lang);
  const input_hash = hash.slice(0, 16);
  const say = voice(lang, claim.as_of, law);
  const value = {
    x: { id: x.id, label: x.label[lang], values: x.values },
    y: { id: y.id, label: y.label[lang], values: y.values },
    options: cellsOf((best) => best),
    net_values: cellsOf((_, net) => say.amount(net)),
    counts: counts.map(([option, cells]) => ({ option, label: optionLabel(option)[lang], cells })),
    text,
    meta: { model_version: MODEL_VERSION, law_version: law.version, as_of: claim.as_of, lang, input_hash },
  };
  const named = (at: number, { unit }: GridAxis) => say.tell(quantity(at, unit));
  const shown = (best: string, net: number): string =>
    show === 'option' ? optionLabel(best)[lang] : show === 'id' ? best : say.amount(net);
  const corner = `${y.id} / ${x.id}`;
  const columns: Column[] = [
    { name: corner, label: { ja: `${y.label.ja}／${x.label.ja}`, en: `${y.label.en} / ${x.label.en}` }, kind: 'plain' },
    ...x.values.map(
      (at): Column => ({
        name: String(at),
        label: { ja: named(at, x), en: named(at, x) },
        kind: show === 'net_value' ? 'amount' : 'plain',
      }),
    ),
  ];
  const rows = cellsOf(shown).map((row, i): Cell[] => [y.values[i], ...row]);
  const origin = [
    fact('as_of', { ja: '基準日', en: 'day' }, claim.as_of),
    fact('law_version', { ja: '法令データの版', en: 'law version' }, law.version),
    fact('model_version', { ja: 'モデルの版', en: 'model version' }, MODEL_VERSION),
    fact('input_hash', { ja: '入力ハッシュ', en: 'input hash' }, input_hash),
  ];
  return { name: 'sensitivity_grid', value, headline: text, facts: [], columns, rows, notes: [], origin };
}

/** The grid in one sentence. */
function gridSentence(counts: readonly (readonly [string, number])[], x: GridAxis, y: GridAxis, lang: Lang): string {
  const all = counts.reduce((sum, [, cells]) => sum + cells, 0);
  const wins = counts.map(([id, cells]) =>
    lang === 'ja' ? `「${optionLabel(id)[lang]}」${cells}マス` : `"${optionLabel(id)[lang]}" ${cells}`,
  );
  return lang === 'ja'
    ? `${x.label.ja}（横）と${y.label.ja}（縦）を動かした${all}マスで最も有利な最初の手段：${wins.join('、')}`
    : `Best first step in ${all} cells of ${x.label.en} (across) and ${y.label.en} (down): ${wins.join(', ')}`;
}

const GRID_PATH = '/v1/sensitivity/grid';

/** The description of the operation. */
export const describeSensitivityGrid = (): DescribedOperation[] => [
  describedPost(
    {
      path: GRID_PATH,
      id: 'sensitivityGrid',
      summary: 'Winners over two numbers',
      description: 'Decides a claim anew at every pair of values of two numbers, and shows which first step wins.',
      tag: 'evaluate',
      schema: gridSchema,
      isHeavy: true,
      problems: ['model_version_differs'],
    },
    { schema: gridBody, description: 'The request of an evaluation, and the two numbers that move.' },
  ),
];

/** Adds the winners over two numbers. */
export const sensitivity_grid: Route = (app) => servePost(app, gridResource, GRID_PATH);
