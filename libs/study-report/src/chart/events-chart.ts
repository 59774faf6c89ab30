import type { EventResult, WindowDays } from '@streakline/event-study';
import type { StudiedValue } from '../document';
import { carCurve, carSums, fanOf } from './car-curves';
import { axes, frameFor, type Frame } from './frame';
import { bandPath, linePath, withoutGaps, type Point } from './paths';

/** More lines than this are a cloud: then the chart shows how they are spread instead. */
const MOST_LINES = 150;

/** The CAR of each event; of many, the median and where a half and nine in ten of them lie. */
export function eventsChart(events: readonly EventResult[], days: WindowDays, value: StudiedValue): string {
  const many = events.length > MOST_LINES;
  const shown = many ? fanOf(events.map(carSums), days) : events.map((event) => carCurve(event, days));
  const frame = frameFor(days, known(shown));
  const heading = many ? 'CAR: median, half and nine in ten of the events' : 'CAR of each event';
  return axes(frame, heading, value) + (many ? fan(frame, shown) : lines(frame, shown));
}

function* known(curves: readonly (readonly Point[])[]): Generator<number> {
  for (const curve of curves) for (const { value } of curve) if (value !== null) yield value;
}

function lines(frame: Frame, curves: readonly (readonly Point[])[]): string {
  return curves.map((curve) => `<path class="car" d="${linePath(frame, curve)}"/>`).join('');
}

function fan(frame: Frame, [p5, p25, p50, p75, p95]: readonly (readonly Point[])[]): string {
  const between = (low: readonly Point[] = [], high: readonly Point[] = []) =>
    withoutGaps(low.map(({ day, value }, index) => ({ day, lower: value, upper: high[index]?.value ?? null })))
      .map((row) => `<path class="band" d="${bandPath(frame, row)}"/>`)
      .join('');
  return `${between(p5, p95)}${between(p25, p75)}<path class="caar" d="${linePath(frame, p50 ?? [])}"/>`;
}
