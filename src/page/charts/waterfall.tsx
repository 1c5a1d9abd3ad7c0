// The bridge from face to net as a waterfall on its side, so that long names stay readable.

import type { OptionAnswer } from '../../report/answer.ts';
import { yenText } from '../words.ts';
import { scaleLinear } from './scale.ts';
import { Sized } from './width.tsx';

type Lines = NonNullable<OptionAnswer['bridge']>;

interface WaterfallProps {
  readonly lines: Lines;
  readonly fixed?: number;
  readonly opened?: string | null;
  readonly open?: (step: string) => void;
}

/** A line with the amounts between which its bar floats. */
interface FloatingLine {
  readonly line: Lines[number];
  readonly from: number;
  readonly to: number;
  readonly kind: 'total' | 'up' | 'down';
}

/** Lets every line begin where the one before it ended; face and net stand on the ground. */
function floating(lines: Lines): FloatingLine[] {
  let reached = 0;
  return lines.map((line) => {
    const amount = Number(line.amount);
    if (line.step === 'face' || line.step === 'net') {
      reached = amount;
      return { line, from: 0, to: amount, kind: 'total' };
    }
    const from = reached;
    reached += amount;
    return { line, from, to: reached, kind: amount < 0 ? 'down' : 'up' };
  });
}

const STEP_HEIGHT = 14;

/** The lines of a bridge, without those that are zero. */
export function Waterfall({ lines, fixed, opened, open }: WaterfallProps) {
  const rows = floating(lines).filter(({ line, kind }) => kind === 'total' || Number(line.amount) !== 0);
  const ends = rows.flatMap(({ from, to }) => [from, to]);
  return (
    <ul class="waterfall">
      {rows.map(({ line, from, to, kind }) => {
        const inside = (
          <>
            <span class="name">{line.label}</span>
            <data class="value" value={line.amount}>
              {yenText(line.amount)}
            </data>
            <Sized fixed={fixed}>
              {(width) => {
                const x = scaleLinear([Math.min(0, ...ends), Math.max(1, ...ends)], [0, width]);
                return (
                  <svg class="bar" width={width} height={STEP_HEIGHT} aria-hidden="true">
                    <rect
                      class={kind}
                      x={Math.min(x(from), x(to))}
                      y={1}
                      width={Math.max(1, Math.abs(x(to) - x(from)))}
                      height={STEP_HEIGHT - 2}
                    />
                  </svg>
                );
              }}
            </Sized>
          </>
        );
        return (
          <li key={line.step} data-step={line.step} class={kind}>
            {open === undefined ? (
              <div class="row">{inside}</div>
            ) : (
              <button type="button" class="row" aria-expanded={opened === line.step} onClick={() => open(line.step)}>
                {inside}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
