import { memo, useEffect, useRef } from 'react';
import './readable-language';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type Colours, useColours } from './colours';
import styles from './curve-chart.module.css';
import { dateOfSeconds, timeLabels } from './time-labels';

/** A curve: a value at each x, null where there is none. */
export interface Curve {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Curves differ by colour and by dash: 1 to 4. */
  readonly look?: 1 | 2 | 3 | 4;
  /** Steps, as a position or a count goes. */
  readonly stepped?: boolean;
}

/** The room between two lines, such as a confidence band. */
export interface Band {
  readonly name: string;
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

interface Props {
  /** Days from day 0, or epoch seconds of dates in UTC where `time`. */
  readonly x: readonly number[];
  readonly time?: boolean;
  /** Whether equal distances are equal ratios; every value must be above 0 then. */
  readonly log?: boolean;
  readonly curves: readonly Curve[];
  readonly band?: Band;
  /** A value of y as the axis and the legend write it. */
  readonly format: (value: number) => string;
  readonly formatX?: (value: number) => string;
  /** What x is, for the legend, such as "Day". */
  readonly nameX?: string;
  /** A vertical line, such as at day 0. */
  readonly mark?: number;
  /** CSS pixels. */
  readonly height?: number;
}

/** uPlot's number for it: its enumeration is one of types alone. */
const LOGARITHMIC: object = { distr: 3, log: 2 };
const DASHES: readonly (number[] | undefined)[] = [undefined, [8, 4], [2, 3], [10, 3, 2, 3]];

/**
 * Curves and a band on one pair of axes, drawn by uPlot. Put it in a ChartFrame, which tells its figures in words. It is
 * drawn anew when one of its props is another object: keep them.
 */
export const CurveChart = memo(function CurveChart(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const colours = useColours();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const chart = new uPlot(optionsOf(props, colours, element.clientWidth), dataOf(props), element);
    const observer = new ResizeObserver(() =>
      chart.setSize({ width: element.clientWidth, height: props.height ?? 260 }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [props, colours]);
  return <div ref={place} className={styles.place} aria-hidden="true" />;
});

function dataOf({ x, band, curves }: Props): uPlot.AlignedData {
  const lines = curves.map(({ values }) => [...values]);
  return [[...x], ...(band === undefined ? [] : [[...band.high], [...band.low]]), ...lines];
}

function optionsOf(props: Props, colours: Colours, width: number): uPlot.Options {
  const { band, curves, format, formatX, nameX, time = false, log = false, height = 260 } = props;
  const axis = { stroke: colours.inkSoft, grid: { stroke: colours.line, width: 1 }, ticks: { stroke: colours.line } };
  const tellX = time ? dateOfSeconds : formatX;
  const xAxis = time ? { values: timeValues } : tellX && { values: (_: uPlot, ticks: number[]) => ticks.map(tellX) };
  return {
    ...{ width, height, legend: { live: true }, cursor: { drag: { x: true, y: false } } },
    scales: { x: { time }, y: log ? LOGARITHMIC : {} },
    tzDate: (at) => uPlot.tzDate(new Date(at * 1000), 'Etc/UTC'),
    axes: [
      { ...axis, ...xAxis },
      { ...axis, size: 70, values: (_, ticks) => ticks.map(valueText(format)) },
    ],
    series: [
      { ...(nameX !== undefined && { label: nameX }), ...(tellX !== undefined && { value: valueOf(tellX) }) },
      ...(band === undefined ? [] : bandSeries(band, colours, format)),
      ...curves.map((curve, index) => curveSeries(curve, index, colours, format)),
    ],
    ...(band !== undefined && { bands: [{ series: [1, 2], fill: colours.band }] }),
    hooks: { draw: [(chart) => drawMarks(chart, props, colours)] },
  };
}

function timeValues(_: uPlot, ticks: number[], _axis: number, _space: number, increment: number): string[] {
  return timeLabels(ticks, increment);
}

function bandSeries({ name }: Band, colours: Colours, format: (value: number) => string): uPlot.Series[] {
  const edge = { stroke: colours.band, width: 1, points: { show: false } };
  return ['upper', 'lower'].map((side) => ({ ...edge, label: `${name}, ${side}`, value: valueOf(format) }));
}

function curveSeries(curve: Curve, index: number, colours: Colours, format: (value: number) => string): uPlot.Series {
  const look = curve.look ?? Math.min(index, 3) + 1;
  const dash = DASHES[look - 1];
  return {
    label: curve.name,
    stroke: [colours.curve1, colours.curve2, colours.curve3, colours.curve4][look - 1] ?? colours.curve1,
    width: 2,
    value: valueOf(format),
    ...(dash !== undefined && { dash }),
    ...(curve.stepped === true && uPlot.paths.stepped !== undefined && { paths: uPlot.paths.stepped({ align: 1 }) }),
  };
}

/** A logarithmic axis leaves the names of some of its ticks out: they come as null, whatever the types say. */
function valueText(format: (value: number) => string): (tick: number | null) => string {
  return (tick) => (tick === null ? '' : format(tick));
}

function valueOf(format: (value: number) => string): (self: uPlot, value: number | null) => string {
  return (_, value) => (value === null ? '–' : format(value));
}

/** The line of zero, and the mark. */
function drawMarks(chart: uPlot, { mark }: Props, colours: Colours): void {
  const { ctx, bbox } = chart;
  const line = (x1: number, y1: number, x2: number, y2: number, stroke: string) => {
    ctx.save();
    ctx.beginPath();
    ctx.strokeStyle = stroke;
    ctx.lineWidth = window.devicePixelRatio;
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
    ctx.restore();
  };
  const zero = chart.valToPos(0, 'y', true);
  if (zero >= bbox.top && zero <= bbox.top + bbox.height) {
    line(bbox.left, zero, bbox.left + bbox.width, zero, colours.inkSoft);
  }
  if (mark === undefined) return;
  const at = chart.valToPos(mark, 'x', true);
  line(at, bbox.top, at, bbox.top + bbox.height, colours.mark);
}
