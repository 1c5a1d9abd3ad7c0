// Two numbers that can be moved by hand, and which step wins at every pair of them: the grid of the service.

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Report } from '../report/report.ts';
import { fieldCatalogue, holdsFigure } from './catalogue.ts';
import { adviser, answerText, LatestAsked } from './service.ts';
import { bodyOf, type Typed, typed } from './state.ts';
import { say, shortYen, w, yenText } from './words.ts';

/** An axis of the grid. */
interface AxisChoice {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** The number now. */
  readonly now: number;
}

interface GridAxis {
  readonly id: string;
  readonly values: readonly number[];
}

/** What the service answers. */
interface Grid {
  readonly x: GridAxis;
  readonly y: GridAxis;
  readonly options: readonly (readonly (string | null)[])[];
  readonly net_values: readonly (readonly (string | null)[])[];
  readonly counts: readonly { readonly option: string; readonly label: string }[];
}

/** Values along each axis. */
const STEPS = 7;

const axes = signal<readonly [string, string]>(['amount', 'overdue_days']);
/** Where the sliders were moved to; null where they stand at the number now. */
const place = signal<readonly [number | null, number | null]>([null, null]);
const grid = signal<Grid | null>(null);

/** A figure as people type it; not a number where it is written in words. */
const figureIn = (text: string): number => Number(text.normalize('NFKC').replace(/[,、¥円\s]/g, '') || Number.NaN);

/** Numbers that can be moved: those of the request that are told, and those that change the answer. */
function choicesOf({ sensitivity, claim }: Report, fields: Typed): AxisChoice[] {
  const around = (id: string, label: string, value: number): AxisChoice =>
    value === 0
      ? { id, label, from: 0, to: 100, now: 0 }
      : { id, label, now: value, from: Number((value / 4).toPrecision(2)), to: Number((value * 2.5).toPrecision(2)) };
  const { overdue_days } = claim;
  const days = { id: 'overdue_days', now: overdue_days, from: Math.max(0, overdue_days - 180), to: overdue_days + 365 };
  const told = [...fieldCatalogue.value.values()].flatMap((field) => {
    const { name, kind, label } = field;
    const value = name === 'amount' ? Number(claim.principal) : figureIn(fields[name] ?? '');
    if (name === 'overdue_days') return [{ ...days, label: say(label) }];
    if (kind === 'count' || !holdsFigure(field) || !Number.isFinite(value)) return [];
    return [around(name, say(label), value)];
  });
  const moved = (sensitivity ?? []).flatMap(({ id, label, kind, low, high, moves }) =>
    kind === 'assumption' && low !== null && high !== null && moves.length === 1 && moves[0]?.id === id
      ? [{ id, label, from: Math.min(low.at, high.at), to: Math.max(low.at, high.at), now: moves[0].base }]
      : [],
  );
  return [...told, ...moved];
}

/** The place of the value that is nearest to a number. */
function placeOf(values: readonly number[], number: number): number {
  const distances = values.map((value) => Math.abs(value - number));
  return distances.indexOf(Math.min(...distances));
}

/** Values along an axis, in equal steps; the number now stands in the place of the nearest, so that the map holds the answer itself. */
function axisValues({ id, from, to, now }: AxisChoice): object {
  const whole = id === 'amount' || id === 'overdue_days';
  const values = Array.from({ length: STEPS }, (_, i) => from + ((to - from) * i) / (STEPS - 1));
  const rounded = values.map((value) => (whole ? Math.round(value) : Number(value.toPrecision(4))));
  const nearest = placeOf(rounded, now);
  return { id, values: rounded.map((value, i) => (i === nearest ? now : value)) };
}

const latestGrid = new LatestAsked();

async function load(x: AxisChoice, y: AxisChoice, fields: Typed): Promise<void> {
  const { due_date: _, ...others } = fields;
  const base =
    x.id === 'overdue_days' || y.id === 'overdue_days'
      ? { ...others, overdue_days: others.overdue_days ?? '0' }
      : fields;
  const body = bodyOf(base, '', { x: axisValues(x), y: axisValues(y) });
  const answer = await adviser.ask({ path: '/v1/sensitivity/grid', body }, latestGrid.next());
  if (answer?.status !== 200 || fields !== typed.value) return;
  place.value = [null, null];
  grid.value = JSON.parse(answerText(answer)) as Grid;
}

const shown = (value: number): string =>
  Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : String(value);

/** The same over a column or beside a row, where a figure must not be broken in two. */
const shownBrief = (value: number): string => (Math.abs(value) >= 1e4 ? shortYen(value) : shown(value));

interface SliderProps {
  readonly which: 0 | 1;
  readonly label: string;
  readonly at: number;
  readonly values: readonly number[];
}

/** A slider along one axis. */
function Slider({ which, label, at, values }: SliderProps) {
  return (
    <label class="slider">
      {label} <output>{shown(values[at] ?? 0)}</output>
      <input
        type="range"
        min={0}
        max={STEPS - 1}
        step={1}
        value={at}
        onInput={(event) => {
          const to = Number(event.currentTarget.value);
          place.value = which === 0 ? [to, place.value[1]] : [place.value[0], to];
        }}
      />
    </label>
  );
}

/** The map of winners with its two axes. */
export function WinnersMap({ report }: { report: Report }) {
  const choices = choicesOf(report, typed.value);
  const [first, second] = axes.value;
  const x = choices.find(({ id }) => id === first) ?? choices[0];
  const y = choices.find(({ id }) => id === second && id !== x?.id) ?? choices.find(({ id }) => id !== x?.id);
  const fields = typed.value;
  useEffect(() => {
    if (x === undefined || y === undefined || report.sensitivity === null) return;
    void load(x, y, fields);
  }, [x?.id, y?.id, fields, report.sensitivity === null]);
  const found = grid.value;
  if (x === undefined || y === undefined) return null;
  const pick = (which: 0 | 1) => (
    <label>
      {w(which === 0 ? 'across' : 'down')}{' '}
      <select
        value={(which === 0 ? x : y).id}
        onChange={(event) => {
          const { value } = event.currentTarget;
          axes.value = which === 0 ? [value, y.id] : [x.id, value];
        }}
      >
        {choices.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section class="card wide" aria-label={w('map')}>
      <h2>{w('map')}</h2>
      <p class="hint">{w('map_hint')}</p>
      <p class="axes">
        {pick(0)} {pick(1)}
      </p>
      {found?.x.id !== x.id || found.y.id !== y.id ? (
        <p class="waiting">{w('computing')}</p>
      ) : (
        <Cells found={found} x={x} y={y} />
      )}
    </section>
  );
}

/** The cells of the map, the sliders and the legend. */
function Cells({ found, x, y }: { found: Grid; x: AxisChoice; y: AxisChoice }) {
  const colour = (id: string | null): number => found.counts.findIndex(({ option }) => option === id);
  const column = place.value[0] ?? placeOf(found.x.values, x.now);
  const row = place.value[1] ?? placeOf(found.y.values, y.now);
  const winner = found.counts.find(({ option }) => option === found.options[row]?.[column]);
  return (
    <>
      <Slider which={0} label={x.label} at={column} values={found.x.values} />
      <Slider which={1} label={y.label} at={row} values={found.y.values} />
      <p class="winner">
        {w('here')}: <strong>{winner?.label ?? '–'}</strong> {yenText(found.net_values[row]?.[column] ?? '0')}
      </p>
      <table class="winners">
        <thead>
          <tr>
            <td />
            {found.x.values.map((value) => (
              <th key={value} scope="col">
                {shownBrief(value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.options.map((cells, i) => (
            <tr key={found.y.values[i]}>
              <th scope="row">{shownBrief(found.y.values[i] ?? 0)}</th>
              {cells.map((id, j) => (
                <td key={found.x.values[j]} class={`w${colour(id) % 6}${i === row && j === column ? ' here' : ''}`}>
                  {found.counts.find(({ option }) => option === id)?.label ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
