import { coordinate, escaped, roundTicks } from '@streakline/study-report';
import type { Curve } from '../tearsheet';

/** In pixels. */
const SIZE = { width: 960, height: 260, left: 64, right: 16, top: 34, bottom: 30 } as const;
/** More points than this are closer than a pixel. */
const MOST_POINTS = 1_200;
const LEGEND_STEP = 200;

export interface LineChart {
  readonly heading: string;
  readonly dates: readonly string[];
  readonly curves: readonly Curve[];
  /** Of a value on the axis. */
  readonly text: (value: number) => string;
  /** Held within the chart in any case. */
  readonly base: number;
  /** Whether the area between the first curve and the base is filled. */
  readonly filled?: boolean;
}

/** Curves over dates as an SVG; its colours are those of the page around it. Empty where there is nothing to draw. */
export function lineChart(chart: LineChart): string {
  const { heading, dates, curves, base } = chart;
  const known = curves.flatMap(({ values }) => values.filter((value) => value !== null));
  if (known.length === 0) return '';
  const scale = scaleOf(known, base, dates.length);
  const lines = curves.map((curve, at) => `<path class="line c${at}" d="${pathOf(curve, scale)}"/>`);
  const area = chart.filled && curves[0] ? `<path class="area" d="${areaOf(curves[0], scale, base)}"/>` : '';
  return [
    `<div class="wide"><svg class="chart" role="img" viewBox="0 0 ${SIZE.width} ${SIZE.height}">`,
    `<title>${escaped(heading)}</title>`,
    `<text class="heading" x="${SIZE.left}" y="18">${escaped(heading)}</text>`,
    legend(curves),
    ...rowsOf(chart, scale),
    ...yearsOf(dates, scale),
    area,
    ...lines,
    '</svg></div>',
  ].join('');
}

interface Scale {
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

function scaleOf(known: readonly number[], base: number, places: number): Scale {
  let [low, high] = [base, base];
  for (const value of known) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const room = (high - low) * 0.04 || 0.01;
  [low, high] = [low - room, high + room];
  const { left, right, top, bottom, width, height } = SIZE;
  return {
    x: (place) => left + (place / Math.max(1, places - 1)) * (width - left - right),
    y: (value) => top + ((high - value) / (high - low)) * (height - top - bottom),
    low,
    high,
    step: Math.max(1, Math.ceil(places / MOST_POINTS)),
  };
}

/** Every so many places, the last among them; broken where there is no value. */
function pathOf({ values }: Curve, { x, y, step }: Scale): string {
  const parts: string[] = [];
  let drawing = false;
  values.forEach((value, place) => {
    if (place % step !== 0 && place !== values.length - 1) return;
    if (value !== null) {
      const at = `${coordinate(x(place))} ${coordinate(y(value))}`;
      parts.push(drawing ? `L${at}` : `M${at}h0`);
    }
    drawing = value !== null;
  });
  return parts.join('');
}

function areaOf(curve: Curve, scale: Scale, base: number): string {
  const line = pathOf({ ...curve, values: curve.values.map((value) => value ?? base) }, scale).replace('h0', '');
  const end = coordinate(scale.x(curve.values.length - 1));
  const floor = coordinate(scale.y(base));
  return `${line}L${end} ${floor}L${coordinate(scale.x(0))} ${floor}Z`;
}

function rowsOf({ text, base }: LineChart, { y, low, high }: Scale): readonly string[] {
  const [left, right] = [SIZE.left, SIZE.width - SIZE.right];
  return roundTicks(low, high, 6).map((tick) => {
    const at = coordinate(y(tick));
    const name = Math.abs(tick - base) < (high - low) * 1e-9 ? 'base' : 'grid';
    const label = `<text class="tick" x="${left - 8}" y="${coordinate(y(tick) + 4)}" text-anchor="end">${escaped(text(tick))}</text>`;
    return `<path class="${name}" d="M${left} ${at}H${right}"/>${label}`;
  });
}

/** Where a year begins; of a few months, where a month does. */
function yearsOf(dates: readonly string[], { x }: Scale): readonly string[] {
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  const length = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) >= 2 ? 'YYYY'.length : 'YYYY-MM'.length;
  const starts = dates.flatMap((date, place) => {
    const period = date.slice(0, length);
    return place > 0 && dates[place - 1]?.slice(0, length) !== period ? [{ place, period }] : [];
  });
  if (starts.length === 0) return endsOf(dates, x);
  const every = Math.ceil(starts.length / 12);
  return starts
    .filter((_, at) => at % every === 0)
    .map(({ place, period }) => {
      const at = coordinate(x(place));
      return (
        `<path class="grid" d="M${at} ${SIZE.top}V${SIZE.height - SIZE.bottom}"/>` +
        `<text class="tick" x="${at}" y="${SIZE.height - SIZE.bottom + 18}" text-anchor="middle">${escaped(period)}</text>`
      );
    });
}

/** Within a month nothing begins: then the axis says where it starts and ends. */
function endsOf(dates: readonly string[], x: Scale['x']): readonly string[] {
  return [...new Set([0, dates.length - 1])].map((place) => {
    const anchor = place === 0 ? 'start' : 'end';
    const date = escaped(dates[place] ?? '');
    return `<text class="tick" x="${coordinate(x(place))}" y="${SIZE.height - SIZE.bottom + 18}" text-anchor="${anchor}">${date}</text>`;
  });
}

/** As many characters as the legend has room for. */
const LONGEST_NAME = 26;

function shortened(name: string): string {
  const characters = Array.from(name);
  return characters.length <= LONGEST_NAME ? name : `${characters.slice(0, LONGEST_NAME - 1).join('')}\u2026`;
}

function legend(curves: readonly Curve[]): string {
  if (curves.length < 2) return '';
  const from = SIZE.width - SIZE.right - curves.length * LEGEND_STEP;
  return curves
    .map(({ name }, at) => {
      const x = from + at * LEGEND_STEP;
      return `<path class="line c${at}" d="M${x} 14h18"/><text class="tick" x="${x + 24}" y="18">${escaped(shortened(name))}</text>`;
    })
    .join('');
}
