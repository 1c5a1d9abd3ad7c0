// What would change the answer: for each number the expected net value at both ends of its range, and the point where another step takes over.

import type { Report } from '../../report/report.ts';
import { w } from '../words.ts';
import { scaleLinear } from './scale.ts';
import { Sized } from './width.tsx';

type Moved = NonNullable<Report['sensitivity']>[number];

/** Numbers shown. */
const SHOWN = 12;
const TORNADO_HEIGHT = 14;

/** How far a number moves the answer, yen. */
const swing = ({ low, high }: Moved): number =>
  low === null || high === null ? 0 : Math.abs(Number(high.net_value) - Number(low.net_value));

/** The numbers that move the answer most, those first at which another step takes over. */
const mostMoving = (all: readonly Moved[]): readonly Moved[] =>
  [...all]
    .filter((one) => swing(one) > 0)
    .sort((a, b) => Number(b.switch_to !== null) - Number(a.switch_to !== null) || swing(b) - swing(a))
    .slice(0, SHOWN);

/** The share of the way from the low to the high end at which another step takes over. */
function switchShare({ low, high, switch_at }: Moved): number | null {
  if (switch_at === null || low === null || high === null || high.at === low.at) return null;
  return Math.min(1, Math.max(0, (switch_at - low.at) / (high.at - low.at)));
}

/** The tornado, with the sentence of the answer under each bar. */
export function Tornado({ moved, base }: { moved: readonly Moved[]; base: number }) {
  const shown = mostMoving(moved);
  const values = shown.flatMap(({ low, high }) => [Number(low?.net_value), Number(high?.net_value)]);
  return (
    <ul class="tornado">
      {shown.map((one) => {
        const [low, high] = [Number(one.low?.net_value), Number(one.high?.net_value)];
        const share = switchShare(one);
        return (
          <li key={one.id} data-number={one.id}>
            <span class="name">{one.label}</span>
            <Sized>
              {(width) => {
                const x = scaleLinear([Math.min(base, ...values), Math.max(base, ...values)], [4, width - 4]);
                const mark = share === null ? null : x(low) + share * (x(high) - x(low));
                return (
                  <svg class="bar" width={width} height={TORNADO_HEIGHT} aria-hidden="true">
                    <rect
                      x={Math.min(x(low), x(high))}
                      y={3}
                      width={Math.max(1, Math.abs(x(high) - x(low)))}
                      height={TORNADO_HEIGHT - 6}
                    />
                    <line class="axis" x1={x(base)} x2={x(base)} y1={0} y2={TORNADO_HEIGHT} />
                    {mark === null ? null : (
                      <path class="switch" d={`M${mark} ${TORNADO_HEIGHT} V0 l7 3.5 l-7 3.5`}>
                        <title>{w('takes_over')}</title>
                      </path>
                    )}
                  </svg>
                );
              }}
            </Sized>
            <p>{one.text}</p>
          </li>
        );
      })}
    </ul>
  );
}
