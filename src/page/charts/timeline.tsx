// The plan on a line of days: the steps as bars one below the other, with the chance of getting that far, and the deadlines on the same axis.

import type { Report } from '../../report/report.ts';
import { lang } from '../state.ts';
import { percentText, w } from '../words.ts';
import { scaleLinear } from './scale.ts';
import { Sized } from './width.tsx';

type Steps = NonNullable<Report['recommendation']['plan']>;

interface TimelineProps {
  readonly steps: Steps;
  readonly deadlines: Report['recommendation']['deadlines'];
  readonly fixed?: number;
}

const ROW = 20;
const TOP = 18;
const DAY = 86_400_000;
/** Pixels that the name of a step takes at most. */
const LABEL = 170;
/** Days shown after the last step begins. */
const AFTER = 120;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const monthName = (tick: Date): string =>
  lang.value === 'ja'
    ? `${tick.getUTCFullYear()}/${tick.getUTCMonth() + 1}`
    : tick.toLocaleDateString('en', { month: 'short', year: '2-digit', timeZone: 'UTC' });

/** First days of months between two moments, not more than so many. */
function firstsOfMonths(begin: number, end: number, most: number): Date[] {
  const start = new Date(begin);
  const months = Math.ceil((end - begin) / (30 * DAY));
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => months / step <= most) ?? 120;
  const found: Date[] = [];
  for (let i = 1; i <= months; i += every) {
    const tick = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1));
    if (tick.getTime() < end) found.push(tick);
  }
  return found;
}

/** The steps and deadlines on one axis of days; deadlines that lie beyond it stand in the list below. */
export function Timeline({ steps, deadlines, fixed }: TimelineProps) {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return null;
  const begin = at(first.from);
  const end = at(last.from) + AFTER * DAY;
  const near = deadlines.filter(({ on }) => at(on) <= end);
  const height = TOP + steps.length * ROW + (near.length > 0 ? 16 : 4);
  return (
    <Sized fixed={fixed}>
      {(width) => {
        const x = scaleLinear([begin, end], [0, width - 2]);
        return (
          <svg class="timeline" width={width} height={height} role="img" aria-label={w('plan')}>
            {firstsOfMonths(begin, end, width < 500 ? 4 : 8).map((tick) => (
              <g key={tick.getTime()}>
                <line class="grid" x1={x(tick.getTime())} x2={x(tick.getTime())} y1={TOP - 4} y2={height} />
                <text class="tick" x={x(tick.getTime()) + 2} y={11}>
                  {monthName(tick)}
                </text>
              </g>
            ))}
            {steps.map((step, i) => {
              const [left, right] = [x(at(step.from)), x(step.to === null ? end : at(step.to))];
              const wide = Math.max(6, right - left);
              const besideFits = left + wide + LABEL < width;
              const text = `${step.label} ${percentText(step.chance_reached)}`;
              return (
                <g key={`${step.from} ${step.option}`} class={step.to === null ? 'open-end' : ''}>
                  <rect
                    x={left}
                    y={TOP + i * ROW + 3}
                    width={wide}
                    height={ROW - 8}
                    rx={2}
                    opacity={0.25 + 0.75 * step.chance_reached}
                  />
                  <text
                    x={besideFits ? left + wide + 4 : Math.max(2, Math.min(left + 4, width - LABEL))}
                    y={TOP + i * ROW + 13}
                  >
                    {text}
                  </text>
                </g>
              );
            })}
            {near.map(({ on, kind }) => (
              <g key={`${on} ${kind}`} class="deadline">
                <line x1={x(at(on))} x2={x(at(on))} y1={TOP - 4} y2={height - 12} />
                <text
                  x={Math.min(x(at(on)), width - 34)}
                  y={height - 2}
                  text-anchor={x(at(on)) < 34 ? 'start' : 'middle'}
                >
                  {on}
                </text>
              </g>
            ))}
          </svg>
        );
      }}
    </Sized>
  );
}
