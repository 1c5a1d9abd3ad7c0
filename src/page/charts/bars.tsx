// The ranked bars of all options: expected value as a bar, P10 to P90 as a line, in the colour of the family. Ties are bracketed.

import type { OptionAnswer } from '../../report/answer.ts';
import { shortYen, w, yenText } from '../words.ts';
import { scaleLinear } from './scale.ts';
import { Sized } from './width.tsx';

/** Options that are open, best first. */
export const openOptions = (options: readonly OptionAnswer[]): readonly OptionAnswer[] =>
  options.filter(({ status }) => status === 'open');

interface BarsProps {
  readonly options: readonly OptionAnswer[];
  readonly face: string;
  readonly chosen: string | null;
  readonly choose?: ((id: string) => void) | undefined;
  readonly fixed?: number;
  /** Most options shown. */
  readonly most?: number;
}

const BAR_HEIGHT = 16;

/** The scale that all bars share. */
const scaleOf = (open: readonly OptionAnswer[], face: number, width: number) => {
  const values = open.flatMap(({ net_value, p10, p90 }) => [net_value, p10, p90].map(Number));
  return scaleLinear([Math.min(0, ...values), Math.max(face, ...values)], [1, width - 1]);
};

function Bar({
  option,
  face,
  open,
  width,
}: {
  option: OptionAnswer;
  face: number;
  open: readonly OptionAnswer[];
  width: number;
}) {
  const x = scaleOf(open, face, width);
  const [net, low, high] = [option.net_value, option.p10, option.p90].map(Number) as [number, number, number];
  const middle = BAR_HEIGHT / 2;
  return (
    <svg class="bar" width={width} height={BAR_HEIGHT} aria-hidden="true">
      <line class="axis" x1={x(0)} x2={x(0)} y1={0} y2={BAR_HEIGHT} />
      <rect
        class="fill"
        x={Math.min(x(0), x(net))}
        y={2}
        width={Math.abs(x(net) - x(0))}
        height={BAR_HEIGHT - 4}
        rx={2}
      />
      <line class="whisker" x1={x(low)} x2={x(high)} y1={middle} y2={middle} />
      <line class="whisker" x1={x(low)} x2={x(low)} y1={middle - 3} y2={middle + 3} />
      <line class="whisker" x1={x(high)} x2={x(high)} y1={middle - 3} y2={middle + 3} />
    </svg>
  );
}

/** The bars, each of which can be chosen. */
export function Bars({ options, face, chosen, choose, fixed, most = 99 }: BarsProps) {
  const open = openOptions(options).slice(0, most);
  return (
    <ol class="bars">
      {open.map((option) => {
        const inside = (
          <>
            <span class="name">
              <span class="rank">{option.rank}</span> {option.label}
              {option.tied ? <span class="tied">{w('tied')}</span> : null}
            </span>
            <data class="value" value={option.net_value ?? ''}>
              {yenText(option.net_value ?? '0')}
            </data>
            <Sized fixed={fixed}>
              {(width) => <Bar option={option} face={Number(face)} open={open} width={width} />}
            </Sized>
            <span class="spread">
              {shortYen(Number(option.p10))} – {shortYen(Number(option.p90))}
            </span>
          </>
        );
        const name = `option family-${option.family}${option.tied ? ' in-tie' : ''}`;
        return (
          <li key={option.id} class={name} data-option={option.id}>
            {choose === undefined ? (
              <div class="row">{inside}</div>
            ) : (
              <button type="button" class="row" aria-pressed={option.id === chosen} onClick={() => choose(option.id)}>
                {inside}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
