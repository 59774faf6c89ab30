import {
  capColumnsOf,
  firstBarFrom,
  type Happening,
  type Known,
  type KnownAct,
  nameOn,
  runSpansOf,
  sectorOn,
} from '@streakline/dossiers';

/** What is known of a reaction before its figures: what a selection looks at, groups are made by and CARs explained with. */
export interface EventTraits {
  /** Of the event in its study: the act and the instrument. */
  readonly event: string;
  /** The announcement, or the amendment. */
  readonly of: string;
  readonly announcementId: string;
  /** 0 for the original, then the amendments. */
  readonly order: number;
  readonly instrumentId: string;
  /** MIC:SYMBOL on day 0. */
  readonly instrument: string;
  readonly kind: KnownAct['kind'];
  readonly headline: string;
  readonly role: string;
  /** In the instrument's own trading day. */
  readonly timing: string;
  readonly assumed: boolean;
  /** Sessions; null where the calendar does not reach. */
  readonly day0: string | null;
  readonly baseSession: string | null;
  readonly period: string | null;
  readonly measures: KnownAct['measures'];
  /** SCHEME:CODE of each scheme, in force on day 0. */
  readonly sectors: readonly string[];
  /** At the base close, in whole units of the currency; null where no share count is known, or a stale one. */
  readonly marketCap: number | null;
  /** The run in force at the base close; null where there is none. */
  readonly streakAtBase: { readonly direction: 'rising' | 'falling'; readonly length: number } | null;
}

/** Field by field: spreading objects together takes several times as long, and there are hundreds of thousands. */
export function eventTraits(known: Known, happening: Happening): EventTraits {
  const { act, dayZero, day0Ordinal } = happening;
  const { instrumentId } = known;
  const date = dateOf(happening);
  const name = nameOn(known, date);
  return {
    event: `${act.of}.${instrumentId}`,
    of: act.of,
    announcementId: act.announcementId,
    order: act.order,
    instrumentId,
    instrument: `${name.mic}:${name.symbol}`,
    kind: act.kind,
    headline: act.headline,
    role: act.role,
    timing: dayZero?.timing ?? statedTiming(act) ?? 'unknown',
    assumed: dayZero?.assumed ?? ('on' in act.moment && act.moment.timing === undefined),
    day0: dayZero?.day0 ?? null,
    baseSession: dayZero?.baseSession ?? null,
    period: act.period,
    measures: act.measures,
    sectors: sectorsOn(known, date),
    marketCap: day0Ordinal === null ? null : marketCapAtBase(known, day0Ordinal),
    streakAtBase: day0Ordinal === null ? null : streakAtBase(known, day0Ordinal),
  };
}

function statedTiming({ moment }: KnownAct): string | undefined {
  return 'on' in moment ? moment.timing : undefined;
}

/** Day 0, or the announcement's own date where the calendar does not reach. */
export function dateOf({ act: { moment }, dayZero }: Happening): string {
  return dayZero?.day0 ?? ('at' in moment ? moment.at.slice(0, 10) : moment.on);
}

function sectorsOn(known: Known, date: string): readonly string[] {
  if (known.sectors.length === 0) return [];
  const schemes = [...new Set(known.sectors.map(({ scheme }) => scheme))];
  return schemes.flatMap((scheme) => {
    const sector = sectorOn(known, scheme, date);
    return sector === null ? [] : [`${scheme}:${sector.code}`];
  });
}

// The last bar before day 0 is the base session's, or where that lacks one the bar that the runs compare with.

function marketCapAtBase(known: Known, day0: number): number | null {
  const cap = capColumnsOf(known).marketCap[firstBarFrom(known, day0) - 1];
  return cap === undefined || Number.isNaN(cap) ? null : cap;
}

function streakAtBase(known: Known, day0: number): EventTraits['streakAtBase'] {
  const base = firstBarFrom(known, day0) - 1;
  const { spans, spanOf } = runSpansOf(known);
  const span = spans[spanOf[base] ?? -1];
  if (span === undefined) return null;
  return { direction: span.sign === 1 ? 'rising' : 'falling', length: base - span.first + 1 };
}
