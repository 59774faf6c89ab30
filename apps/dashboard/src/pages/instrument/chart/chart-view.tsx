import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useColours } from '../../../charts/colours';
import type { Band } from '../streaks/bands';
import type { Point } from '../tape/points';
import type { Range } from '../tape/spans';
import type { PointAt } from '../use-pointer';
import styles from './chart-view.module.css';
import { markFirstChart } from './first-chart';
import type { Mark } from './marks';
import { type Look, PriceChart } from './price-chart';

interface Props {
  readonly points: readonly Point[];
  readonly bands: readonly Band[];
  readonly marks: readonly Mark[];
  readonly look: Look;
  readonly isLog: boolean;
  readonly currency: string;
  /** What is to be in view, with each new object anew. */
  readonly range: Range | null;
  /** What was in view last; null since `range` changed. */
  readonly seen: Range | null;
  /** Where the crosshair is. */
  readonly place: number | null;
  /** Where it is to go, with each new object anew. */
  readonly pointAt: PointAt | null;
  /** What is told of a place to those who do not see it. */
  readonly tell: (place: number) => string;
  readonly onPlace: (place: number | null) => void;
  readonly onOpen: (id: string) => void;
  readonly onRange: (range: Range) => void;
}

/** The chart itself, a slider over the sessions for those who use keys. */
export function ChartView(props: Props) {
  const { points, place, tell } = props;
  const element = useRef<HTMLDivElement>(null);
  const chart = useChart(element, props);
  const last = points.length - 1;
  const step = (to: number) => {
    const next = Math.min(Math.max(to, 0), last);
    chart?.point(next);
    props.onPlace(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '-') chart?.zoom(event.key === '+' ? 1.25 : 0.8);
    const target = targetOf(event.key, place ?? last, last);
    if (target === null) return;
    event.preventDefault();
    step(target);
  };
  return (
    <div
      ref={element}
      className={styles.chart}
      role="slider"
      tabIndex={0}
      aria-label="Session"
      aria-valuemin={0}
      aria-valuemax={Math.max(last, 0)}
      aria-valuenow={place ?? last}
      aria-valuetext={tell(place ?? last)}
      onKeyDown={onKeyDown}
    />
  );
}

/** Where a key leads to; null where it leads nowhere. */
function targetOf(key: string, place: number, last: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: place - 1, ArrowRight: place + 1, ArrowDown: place - 1, ArrowUp: place + 1 },
    ...{ PageDown: place - 20, PageUp: place + 20, Home: 0, End: last },
  };
  return steps[key] ?? null;
}

/** Makes the chart, and keeps it showing what the props say. */
function useChart(element: React.RefObject<HTMLDivElement | null>, props: Props): PriceChart | null {
  const { points, bands, marks, look, isLog, currency, range, pointAt } = props;
  const colours = useColours();
  const [chart, setChart] = useState<PriceChart | null>(null);
  const told = useRef(props);
  useLayoutEffect(() => {
    told.current = props;
  });
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const made: PriceChart = new PriceChart(
      element.current,
      { look, colours, currency },
      {
        onPlace: (place) => told.current.onPlace(place),
        onMark: (id) => told.current.onOpen(id),
        onRange: (seen) => told.current.onRange(seen),
      },
    );
    setChart(made);
    return () => made.remove();
  }, [element, look, colours, currency]);
  useLayoutEffect(() => {
    chart?.show(points);
    if (points.length > 0 && chart !== null) markFirstChart();
  }, [chart, points]);
  useLayoutEffect(() => chart?.showBands(bands), [chart, points, bands]);
  useLayoutEffect(() => chart?.showMarks(marks), [chart, points, marks]);
  useLayoutEffect(() => chart?.setLog(isLog), [chart, isLog]);
  useEffect(() => {
    const inView = told.current.seen ?? range;
    if (inView !== null) chart?.view(inView);
  }, [chart, range]);
  useEffect(() => {
    if (pointAt !== null) chart?.point(pointAt.place);
  }, [chart, pointAt]);
  return chart;
}
