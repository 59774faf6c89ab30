import type { Moment, Source } from '@streakline/events';
import { type Exchange, OutsideCoverageError, type StatedTiming } from '@streakline/market-time';
import { archiveUrl } from '../accession';
import type { Filing } from '../submissions/filing';
import type { FilingTime, TimeCertainty } from '../times/filing-time';
import type { PressRelease } from './press-releases';

export interface PublicMoment {
  readonly moment: Moment;
  readonly certainty: TimeCertainty;
  /** The earliest first; of those without an instant, the filing last. */
  readonly sources: readonly Source[];
}

/** The publisher of the sources that are filings. */
export const EDGAR_PUBLISHER = 'SEC EDGAR';

/** When something was public first: by a press release, or by the filing that follows it. */
export function publicMoment(
  filing: Filing,
  time: FilingTime,
  issuer: { readonly cik: string; readonly exchange: Exchange },
  releases: readonly PressRelease[] = [],
): PublicMoment {
  const filed = filingSource(issuer.cik, filing, time);
  const told = releases.map(releaseSource);
  const sources = [...told, filed].sort((one, other) => instantOf(one) - instantOf(other));
  const first = told.length === 0 ? undefined : sources[0];
  // A filing that is known by its date alone is later than a release of that date or before, and says nothing against it.
  if (first?.publishedAt !== undefined && first !== filed) {
    return { moment: { at: first.publishedAt }, certainty: 'stated', sources };
  }
  return { moment: momentOf(time, issuer.exchange), certainty: time.certainty, sources };
}

function filingSource(
  cik: string,
  { accession }: Filing,
  { at, from, certainty, conflicts, heldOver }: FilingTime,
): Source {
  const rule = heldOver
    ? `${from}; accepted too late for its day, public on the next business day at 06:00 New York time`
    : from;
  return {
    url: archiveUrl(cik, accession),
    publisher: EDGAR_PUBLISHER,
    ...(at === undefined ? {} : { publishedAt: new Date(at).toISOString() }),
    time: { from: rule, certainty, ...(conflicts.length === 0 ? {} : { conflicts: [...conflicts] }) },
  };
}

function releaseSource({ url, publisher, publishedAt }: PressRelease): Source {
  return {
    url,
    ...(publisher === undefined ? {} : { publisher }),
    publishedAt,
    time: { from: 'list of sources', certainty: 'stated' },
  };
}

function instantOf({ publishedAt }: Source): number {
  return publishedAt === undefined ? Infinity : Date.parse(publishedAt);
}

/** An instant, or the filing's date with the part of the day that all its readings agree on. */
function momentOf({ at, candidates, filedOn }: FilingTime, exchange: Exchange): Moment {
  if (at !== undefined) return { at: new Date(at).toISOString() };
  const timings = candidates.map((candidate) => timingAt(candidate, filedOn, exchange));
  const [timing] = timings;
  return timing !== undefined && timings.every((one) => one === timing) ? { on: filedOn, timing } : { on: filedOn };
}

/** The part of the filing's date that an instant lies in; undefined on another date, or one without a session. */
function timingAt(at: number, filedOn: string, exchange: Exchange): StatedTiming | undefined {
  try {
    const { timing } = exchange.dayZero({ at });
    if (exchange.dateOf(at) !== filedOn || timing === 'nonTradingDay' || timing === 'unknown') return undefined;
    return timing;
  } catch (error) {
    // What the calendar does not cover is refused with its reason when it is to be recorded.
    if (error instanceof OutsideCoverageError) return undefined;
    throw error;
  }
}
