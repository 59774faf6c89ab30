import type { CapChange } from './cap-changes';
import type { DrawnBar } from './drawn-bars';

/** A place on the chart's axis of time: a session, its bar where it has one, and its market cap. */
export interface Point {
  readonly session: string;
  /** Epoch seconds at the beginning of its date in UTC: charts know no sessions. */
  readonly time: number;
  /** Null: the session lacks its bar. */
  readonly bar: DrawnBar | null;
  readonly cap: CapChange | null;
}

/** All sessions in order, those included that lack their bar. */
export function pointsOf(
  bars: readonly DrawnBar[],
  caps: readonly CapChange[],
  missing: readonly string[],
): readonly Point[] {
  const capOn = new Map(caps.map((cap) => [cap.session, cap]));
  const points = bars.map((bar) => ({ ...placeOf(bar.session), bar, cap: capOn.get(bar.session) ?? null }));
  if (missing.length === 0) return points;
  const gaps = missing.map((session) => ({ ...placeOf(session), bar: null, cap: null }));
  return [...points, ...gaps].sort((a, b) => a.time - b.time);
}

function placeOf(session: string): { session: string; time: number } {
  return { session, time: Date.parse(session) / 1_000 };
}

/** The place of each session. */
export function placesOf(points: readonly Point[]): ReadonlyMap<string, number> {
  return new Map(points.map(({ session }, place) => [session, place]));
}
