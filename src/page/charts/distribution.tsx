// How an option can turn out: the shares as one bar, and the distribution of the net value.

import type { OptionAnswer } from '../../report/answer.ts';
import { percentText, shortYen, w, yenText } from '../words.ts';
import { scaleLinear } from './scale.ts';
import { Sized } from './width.tsx';

type Outcomes = NonNullable<OptionAnswer['outcomes']>;

const CHART_HEIGHT = 110;
const AXIS = 18;

/** The shares paid in full, in part and not at all. */
export function Shares({ outcomes }: { outcomes: Outcomes }) {
  const parts = [
    ['in_full', outcomes.in_full],
    ['in_part', outcomes.in_part],
    ['nothing', outcomes.nothing],
  ] as const;
  let at = 0;
  return (
    <div class="shares">
      <svg class="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(([name, share]) => {
          const x = at;
          at += share * 100;
          return <rect key={name} class={name} x={x} y={0} width={share * 100} height={6} />;
        })}
      </svg>
      <dl>
        {[...parts, ['at_a_loss', outcomes.at_a_loss] as const].map(([name, share]) => (
          <div key={name} class={name}>
            <dt>{w(name)}</dt>
            <dd>{percentText(share)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The distribution of the net value, with the expected value as a line. */
export function Distribution({ outcomes, net_value }: { outcomes: Outcomes; net_value: string }) {
  const { points } = outcomes;
  const values = points.map((point) => Number(point.net_value));
  const most = Math.max(...points.map(({ chance }) => chance));
  const label = `${w('outcomes')}: ${w('expected')} ${yenText(net_value)}`;
  return (
    <Sized>
      {(width) => {
        const x = scaleLinear([Math.min(...values, 0), Math.max(...values)], [22, width - 22]).nice(5);
        const y = scaleLinear([0, most], [CHART_HEIGHT - AXIS, 8]);
        const thick = Math.max(3, (width - 12) / 62);
        return (
          <svg class="distribution" width={width} height={CHART_HEIGHT} role="img" aria-label={label}>
            {points.map((point) => (
              <rect
                key={point.net_value}
                class={Number(point.net_value) < 0 ? 'loss' : 'gain'}
                x={x(Number(point.net_value)) - thick / 2}
                y={y(point.chance)}
                width={thick}
                height={Math.max(1, CHART_HEIGHT - AXIS - y(point.chance))}
              >
                <title>{`${yenText(point.net_value)}: ${percentText(point.chance)}`}</title>
              </rect>
            ))}
            <line class="mean" x1={x(Number(net_value))} x2={x(Number(net_value))} y1={2} y2={CHART_HEIGHT - AXIS} />
            <line class="axis" x1={0} x2={width} y1={CHART_HEIGHT - AXIS} y2={CHART_HEIGHT - AXIS} />
            {x.ticks(width < 500 ? 4 : 8).map((tick) => (
              <text key={tick} x={x(tick)} y={CHART_HEIGHT - 4} text-anchor="middle">
                {shortYen(tick)}
              </text>
            ))}
          </svg>
        );
      }}
    </Sized>
  );
}
