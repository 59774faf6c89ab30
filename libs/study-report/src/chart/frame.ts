import type { WindowDays } from '@streakline/event-study';
import { averageText, dayText } from '../words/figures';
import type { StudiedValue } from '../document';
import { coordinate, escaped } from './markup';
import { dayTicks, roundTicks } from './ticks';

/** Of one chart, in pixels. */
export const CHART = { width: 560, height: 340, left: 68, right: 16, top: 44, bottom: 48 } as const;

/** Where a day and a value lie in a chart. */
export interface Frame {
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  readonly days: WindowDays;
  readonly low: number;
  readonly high: number;
}

/** Holds all these values and zero, with a little room above and below. */
export function frameFor(days: WindowDays, values: Iterable<number>): Frame {
  let [low, high] = [0, 0];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const room = (high - low) * 0.06 || 0.01;
  [low, high] = [low - room, high + room];
  const { left, right, top, bottom, width, height } = CHART;
  const span = Math.max(1, days.to - days.from);
  // A single day stands in the middle.
  const offset = days.to === days.from ? 0.5 : 0;
  return {
    x: (day) => left + ((day - days.from + offset) / span) * (width - left - right),
    y: (value) => top + ((high - value) / (high - low)) * (height - top - bottom),
    days,
    low,
    high,
  };
}

/** Heading, grid, axes, and the line at day 0. */
export function axes(frame: Frame, heading: string, value: StudiedValue): string {
  const { x, y, days } = frame;
  const [left, right] = [CHART.left, CHART.width - CHART.right];
  const [top, bottom] = [CHART.top, CHART.height - CHART.bottom];
  const rows = roundTicks(frame.low, frame.high, 7).map(
    (tick) =>
      `<path class="${Math.abs(tick) < 1e-12 ? 'zero' : 'grid'}" d="M${left} ${coordinate(y(tick))}H${right}"/>` +
      `<text class="tick" x="${left - 8}" y="${coordinate(y(tick) + 4)}" text-anchor="end">${averageText(tick, value)}</text>`,
  );
  const columns = dayTicks(days.from, days.to, 11).map(
    (day) =>
      `<text class="tick" x="${coordinate(x(day))}" y="${bottom + 18}" text-anchor="middle">${dayText(day)}</text>`,
  );
  const hasDay0 = days.from <= 0 && days.to >= 0;
  return [
    `<text class="heading" x="${left}" y="22">${escaped(heading)}</text>`,
    ...rows,
    ...columns,
    hasDay0 ? `<path class="day0" d="M${coordinate(x(0))} ${top}V${bottom}"/>` : '',
    `<text class="tick" x="${(left + right) / 2}" y="${bottom + 38}" text-anchor="middle">days from day 0</text>`,
  ].join('');
}
