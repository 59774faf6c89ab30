import type { Panel } from '../panel/panel';
import type { Stepwise } from '../study/progress';

/** What a portfolio that holds every firm within its event window, in equal weights, earned day by day. */
export interface HeldDays {
  /** Simple returns of the days on which it held any firm, in calendar order. */
  readonly returns: Float64Array;
  /** The factors on those days: means over the firms held, which may each have a market of their own. */
  readonly factors: readonly Float64Array[];
  readonly mostFirms: number;
}

/**
 * Adds the firms up by calendar day. A firm with two events that share a day is held once; a day without an abnormal
 * return (no return, no factor, left out by a screen) is not held. Null where a return to be held covers several sessions
 * (from trade to trade): it was not earned on one day.
 */
export function* heldDays(panel: Panel, factorCount: number): Stepwise<HeldDays | null> {
  const [first, last] = calendarOf(panel);
  const span = Math.max(0, last - first + 1);
  const sums = Array.from({ length: factorCount + 1 }, () => new Float64Array(span));
  const firms = new Int32Array(span);
  const heldBy = new Int32Array(span);
  let done = 0;
  for (const [firm, places] of eventsByFirm(panel).entries()) {
    for (const place of places) {
      if (!holdEvent(panel, place, first, { sums, firms, heldBy, firm: firm + 1 })) return null;
      if (++done % EVENTS_A_STEP === 0) yield { phase: 'calendar-time portfolio', done, total: panel.n };
    }
  }
  const days = [...firms.keys()].filter((day) => firms[day]! > 0);
  const means = sums.map((sum) => Float64Array.from(days, (day) => sum[day]! / firms[day]!));
  return {
    returns: means[0]!,
    factors: means.slice(1),
    mostFirms: firms.reduce((most, one) => Math.max(most, one), 0),
  };
}

const EVENTS_A_STEP = 4_096;

interface Holdings {
  /** Of the returns, then of each factor, by calendar day. */
  readonly sums: readonly Float64Array[];
  readonly firms: Int32Array;
  /** The firm that was added last on a day, counted from 1: the one at work was there already if it is this. */
  readonly heldBy: Int32Array;
  readonly firm: number;
}

/** False where a return covers more than its own session. */
function holdEvent(panel: Panel, place: number, first: number, { sums, firms, heldBy, firm }: Holdings): boolean {
  const { estimationDays, eventDays, abnormal } = panel;
  const { series, day0 } = panel.events[place]!;
  const event = place * (estimationDays + eventDays) + estimationDays;
  const earned = panel.returns === 'log' ? Math.expm1 : asItIs;
  for (let day = 0; day < eventDays; day++) {
    if (Number.isNaN(abnormal[event + day])) continue;
    const row = day0 + panel.event.from + day;
    if (series.spans !== undefined && series.spans[row] !== 1) return false;
    const at = series.days[row]! - first;
    if (heldBy[at] === firm) continue;
    heldBy[at] = firm;
    firms[at]!++;
    sums[0]![at]! += earned(series.returns[row]!);
    for (let k = 1; k < sums.length; k++) sums[k]![at]! += earned(series.factors[k - 1]![row]!);
  }
  return true;
}

function asItIs(value: number): number {
  return value;
}

function eventsByFirm({ events }: Panel): readonly (readonly number[])[] {
  const byFirm = new Map<string, number[]>();
  events.forEach(({ firm }, place) => {
    const places = byFirm.get(firm);
    if (places === undefined) byFirm.set(firm, [place]);
    else places.push(place);
  });
  return [...byFirm.values()];
}

/** First and last calendar day of any event window. */
function calendarOf({ events, event }: Panel): readonly [number, number] {
  let first = Infinity;
  let last = -Infinity;
  for (const { series, day0 } of events) {
    const rows = series.days.length;
    first = Math.min(first, series.days[Math.min(rows - 1, Math.max(0, day0 + event.from))]!);
    last = Math.max(last, series.days[Math.max(0, Math.min(rows - 1, day0 + event.to))]!);
  }
  return [first, last];
}
