import { dayOf } from '../facts/day-number';
import type { Known } from '../known/known';
import { type Happening, happeningsOf } from '../reactions/happenings';
import type { Run } from '../runs/run';
import { runsOf } from '../runs/runs-of';
import { scheduleEntries } from './schedule-entries';
import { sessionFrom } from './session-from';
import type { TimelineEntry } from './timeline-entry';
import { tradingEntries } from './trading-entries';

/** From this length on a run is a streak. */
const STREAK = 2;

/** What happened to an instrument, in the order it became known; of one instant by kind, then ref. */
export function timelineOf(known: Known): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...renames(known),
    ...happeningsOf(known).map(actEntry),
    ...capitalEntries(known),
    ...tradingEntries(known),
    ...scheduleEntries(known),
    ...runsOf(known)
      .filter(({ length }) => length >= STREAK)
      .map((run) => streakEntry(known, run)),
  ];
  return entries.sort((a, b) => a.at - b.at || compare(a.kind, b.kind) || compare(a.ref, b.ref));
}

function renames({ names, table }: Known): readonly TimelineEntry[] {
  return names.flatMap(({ symbol, mic, from }) =>
    from === null
      ? []
      : [
          {
            kind: 'renamed' as const,
            at: table.eveOf(from),
            session: sessionFrom(table, from),
            ref: from,
            symbol,
            mic,
            from,
          },
        ],
  );
}

function actEntry({ act, dayZero }: Happening): TimelineEntry {
  const { of, announcementId, kind, headline, knownAt, moment } = act;
  const stated = 'on' in moment ? moment.timing : undefined;
  return {
    kind: of === announcementId ? 'announcement' : 'amendment',
    at: knownAt,
    session: dayZero?.day0 ?? null,
    ref: of,
    announcementId,
    announcementKind: kind,
    headline,
    timing: dayZero?.timing ?? stated ?? 'unknown',
    assumed: dayZero?.assumed ?? ('on' in moment && stated === undefined),
  };
}

function capitalEntries({ splits, dividends, shareCounts, table }: Known): readonly TimelineEntry[] {
  return [
    ...splits.map(({ exDate, from, to, knownAt }) => ({
      ...{ kind: 'split' as const, at: knownAt, session: sessionFrom(table, exDate), ref: exDate },
      ...{ exDate, from, to },
    })),
    ...dividends.map(({ exDate, amount, knownAt }) => ({
      ...{ kind: 'dividend' as const, at: knownAt, session: sessionFrom(table, exDate), ref: exDate },
      ...{ exDate, amount },
    })),
    ...shareCounts.map(({ countedOn, shares, shareClass, knownAt }) => ({
      ...{ kind: 'shareCount' as const, at: knownAt, session: table.sessions[table.firstClosingFrom(knownAt)] ?? null },
      // Two filings may tell the count of one day, and one filing those of several classes.
      ...{
        ref: [countedOn, knownAt, ...(shareClass === null ? [] : [shareClass])].join(':'),
        countedOn,
        shares,
        shareClass,
      },
    })),
  ];
}

function streakEntry({ table }: Known, run: Run): TimelineEntry {
  const { direction, start, end, length, inForce, marketCapChange } = run;
  return {
    kind: 'streak',
    at: table.closes[table.ordinalOn(dayOf(start))]!,
    session: start,
    ref: `${direction}:${start}`,
    direction,
    end,
    length,
    inForce,
    return: run.return,
    marketCapChange,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
