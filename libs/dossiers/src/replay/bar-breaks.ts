import type { Dossier } from '../facts/dossier';
import { barKnownAt } from '../known/bar-winners';
import { dividendsOf, shareCountsOf } from '../known/capital';
import type { Moments } from '../known/moments';
import type { SessionTable } from '../known/session-table';
import { distributionsOf } from '../known/trading';

interface TimedBar {
  readonly knownAt: number;
  readonly ordinal: number;
}

/** The instants at which the tape changes otherwise than by a bar at its end. */
export function barBreaks(dossier: Dossier, moments: Moments, table: SessionTable): readonly number[] {
  const { bars, isOrderly, early } = barsInTime(dossier, moments, table);
  return [...(isOrderly ? [] : overrides(bars)), ...upsets(dossier, moments, table, early)];
}

function barsInTime(
  { bars }: Dossier,
  { asRecorded }: Moments,
  table: SessionTable,
): { readonly bars: TimedBar[]; readonly isOrderly: boolean; readonly early: readonly TimedBar[] } {
  bars.sort();
  const timed: TimedBar[] = [];
  const early: TimedBar[] = [];
  let isOrderly = true;
  for (let row = 0; row < bars.length; row++) {
    const ordinal = table.ordinalOn(bars.day[row]!);
    if (ordinal === -1 || bars.positionOf(row) > asRecorded) continue;
    const close = table.closes[ordinal]!;
    const bar = { knownAt: barKnownAt(bars, row, close), ordinal };
    const last = timed[timed.length - 1];
    if (last !== undefined && (last.ordinal === ordinal ? last.knownAt !== bar.knownAt : last.knownAt > bar.knownAt))
      isOrderly = false;
    if (bar.knownAt < close) early.push(bar);
    timed.push(bar);
  }
  return { bars: timed, isOrderly, early };
}

/** Where a bar becomes known of a session that is not after all those known before. */
function overrides(bars: TimedBar[]): readonly number[] {
  const breaks: number[] = [];
  bars.sort((a, b) => a.knownAt - b.knownAt || a.ordinal - b.ordinal);
  let newest = -1;
  for (let i = 0; i < bars.length;) {
    const { knownAt, ordinal } = bars[i]!;
    if (ordinal <= newest) breaks.push(knownAt);
    for (; i < bars.length && bars[i]!.knownAt === knownAt; i++) newest = Math.max(newest, bars[i]!.ordinal);
  }
  return breaks;
}

/** A bar that claims to have been known before its close may stand on the tape when a payout or a share count that bears on it becomes known. */
function upsets(
  dossier: Dossier,
  { asRecorded }: Moments,
  table: SessionTable,
  early: readonly TimedBar[],
): readonly number[] {
  if (early.length === 0) return [];
  const all = { asOf: Infinity, asRecorded };
  const facts = [dividendsOf, distributionsOf, shareCountsOf].flatMap((factsOf) => [...factsOf(dossier, all, table)]);
  return facts
    .map(({ knownAt }) => knownAt)
    .filter((at) => early.some(({ knownAt, ordinal }) => knownAt < at && at <= table.closes[ordinal]!));
}
