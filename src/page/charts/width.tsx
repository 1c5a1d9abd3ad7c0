// The width at which a chart is drawn: that of its place on the screen, or a fixed one on paper.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface SizedProps {
  /** Width on paper; the place is not measured then. */
  readonly fixed?: number | undefined;
  readonly children: (width: number) => ComponentChildren;
}

/** Draws its content at the width of its place, and anew when that changes. */
export function Sized({ fixed, children }: SizedProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(fixed ?? 0);
  useLayoutEffect(() => {
    const { current } = place;
    if (fixed !== undefined || current === null) return;
    const measure = (): void => setWidth(Math.floor(current.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [fixed]);
  return (
    <div class="sized" ref={place}>
      {width > 0 ? children(width) : null}
    </div>
  );
}
