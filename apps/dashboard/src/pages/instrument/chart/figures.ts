import type { Figures } from '../../../charts/chart-frame';
import type { Cell } from '../../../charts/csv';
import type { Band } from '../streaks/bands';
import type { Point } from '../tape/points';
import type { ReactionRow } from '../tape/rows';
import type { Range } from '../tape/spans';

const HEAD = [
  ...['Session', 'Open', 'High', 'Low', 'Close', 'Change', 'Volume'],
  ...['Market cap', 'Market cap change', 'By price', 'By share count', 'Streak', 'Announcements at day 0'],
];

interface Drawn {
  readonly bands: readonly Band[];
  readonly reactions: readonly ReactionRow[];
}

/** The sessions in view, as a table: prices as adjusted, changes as fractions, amounts in units of the currency. */
export function figuresOf(points: readonly Point[], { from, to }: Range, { bands, reactions }: Drawn): Figures {
  const streakOn = streaksBySession(points, bands);
  const announced = headlinesBySession(reactions);
  const rows = points.slice(from, to + 1).map(({ session, bar, cap }): readonly Cell[] => {
    const { open = null, high = null, low = null, close = null, change = null, volume = null } = bar ?? {};
    const { marketCap = null, change: capChange = null, priceEffect = null, shareCountEffect = null } = cap ?? {};
    return [
      ...[session, open, high, low, close, change, volume],
      ...[marketCap, capChange, priceEffect, shareCountEffect],
      ...[streakOn.get(session) ?? null, announced.get(session) ?? null],
    ];
  });
  return { head: HEAD, rows };
}

/** "falling, 4 of 9". */
function streaksBySession(points: readonly Point[], bands: readonly Band[]): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const { direction, from, to, length } of bands) {
    const sessions = points.slice(from + 1, to + 1).filter(({ bar }) => bar !== null);
    sessions.forEach(({ session }, i) => told.set(session, `${direction}, ${i + 1} of ${length}`));
  }
  return told;
}

function headlinesBySession(reactions: readonly ReactionRow[]): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const { day0, announcement } of reactions) {
    if (day0 === null) continue;
    const before = told.get(day0);
    told.set(day0, before === undefined ? announcement.headline : `${before}; ${announcement.headline}`);
  }
  return told;
}
