import type { EventResult, GroupReport, WindowDays } from '@streakline/event-study';
import type { StudiedValue } from '../document';
import { carSums } from './car-curves';
import { axes, CHART, frameFor } from './frame';
import { coordinate, escaped } from './markup';
import { linePath, type Point } from './paths';

/** Told apart also by those who see no red or no green (Okabe and Ito 2008); further groups share the last. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#57606a'];
const LEGEND_ROW = 16;

/** The CAAR of each group, as the mean of its events' curves. */
export function groupsChart(
  events: readonly EventResult[],
  { groups }: GroupReport,
  days: WindowDays,
  value: StudiedValue,
): string {
  const curves = groups.map(({ name }) =>
    meanCurve(
      events.filter(({ group }) => group === name),
      days,
    ),
  );
  const frame = frameFor(
    days,
    curves.flatMap((curve) => curve.flatMap((point) => point.value ?? [])),
  );
  const lines = curves.map((curve, index) => {
    const colour = colourOf(index);
    return `<path class="group" stroke="${colour}" d="${linePath(frame, curve)}"/>`;
  });
  const legend = groups.map(({ name, events: n }, index) => {
    const y = CHART.top + 8 + index * LEGEND_ROW;
    const x = CHART.left + 12;
    return (
      `<path class="group" stroke="${colourOf(index)}" d="M${x} ${y}h18"/>` +
      `<text class="tick" x="${x + 26}" y="${coordinate(y + 4)}">${escaped(name)} (${n})</text>`
    );
  });
  return [axes(frame, 'CAAR by group', value), ...lines, ...legend].join('');
}

function colourOf(index: number): string {
  return COLOURS[Math.min(index, COLOURS.length - 1)] ?? '';
}

/** Day by day the mean of the events' CARs, as the study's own curve is. */
function meanCurve(events: readonly EventResult[], days: WindowDays): readonly Point[] {
  const sums = events.map(carSums);
  return Array.from({ length: days.to - days.from + 1 }, (_, index) => {
    const known = sums.flatMap((one) => one[index] ?? []);
    const value = known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
    return { day: days.from + index, value };
  });
}
