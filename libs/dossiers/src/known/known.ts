import type { AnnouncementRecord, delistingReasons, distributionKinds, Measure } from '@streakline/events';
import type { Exchange, Session } from '@streakline/market-time';
import type { SessionTable } from './session-table';
import type { SplitLadder } from './split-ladder';

export type DelistingReason = (typeof delistingReasons)[number];
export type DistributionKind = (typeof distributionKinds)[number];

/** What the listing said, and the symbol and exchange that hold from each date on (`from` null: from the beginning). */
export interface Listing {
  readonly name: string;
  readonly currency: string;
  readonly issuer: string | null;
  readonly cik: string | null;
}

export interface InstrumentName {
  readonly symbol: string;
  readonly mic: string;
  readonly from: string | null;
}

export interface KnownSplit {
  readonly exDate: string;
  readonly from: number;
  readonly to: number;
  /** Epoch milliseconds, here and below. */
  readonly knownAt: number;
  readonly position: number;
}

export interface KnownDividend {
  readonly exDate: string;
  /** Per share as traded on `exDate`. */
  readonly amount: number;
  readonly knownAt: number;
  readonly position: number;
}

export interface KnownShareCount {
  readonly countedOn: string;
  /** Ordinary shares, as filed. */
  readonly shares: number;
  readonly source: string | null;
  /** Null: the instrument's own class. */
  readonly shareClass: string | null;
  readonly knownAt: number;
  readonly position: number;
}

/** The classes of the issuer's shares from a date on. */
export interface KnownShareClasses {
  /** Null: always. */
  readonly from: string | null;
  /** The instrument's own. */
  readonly shareClass: string;
  readonly listed: readonly { readonly instrumentId: string; readonly shareClass: string }[];
  /** One share counts at the price of `worth` (absent: 1) shares of the listed class `pricedAs`. */
  readonly unlisted: readonly {
    readonly shareClass: string;
    readonly pricedAs: string;
    readonly worth?: number | undefined;
  }[];
  readonly position: number;
}

/** What one unit of trading is from a date on; what is null was not said. */
export interface KnownUnit {
  /** Null: always. */
  readonly from: string | null;
  readonly sharesPerUnit: number | null;
  /** What prices are given in, on every session: `perCurrency` of it make one unit of the currency. */
  readonly priceUnit: { readonly name: string; readonly perCurrency: number } | null;
  readonly position: number;
}

export interface KnownBenchmark {
  readonly benchmarkId: string;
  readonly role: 'market' | 'sector' | 'peer';
  /** Null: always. */
  readonly from: string | null;
  readonly position: number;
}

/** Where a classification puts the instrument, from a date on. */
export interface KnownSector {
  /** GICS, ICB, SIC, or one of the user's own. */
  readonly scheme: string;
  readonly code: string;
  readonly name: string | null;
  /** Null: always. */
  readonly from: string | null;
  readonly position: number;
}

/** `to` null: not resumed, as far as is known. */
export interface KnownHalt {
  /** Epoch milliseconds, both. */
  readonly from: number;
  readonly to: number | null;
  readonly reason: string | null;
  /** Of the newest word on it: `to` once it is known. */
  readonly knownAt: number;
  readonly position: number;
}

export interface KnownDelisting {
  readonly lastSession: Session;
  readonly reason: DelistingReason;
  /** In the instrument's currency; null: not on record. */
  readonly cashPerShare: number | null;
  readonly knownAt: number;
  readonly position: number;
}

export interface KnownDistribution {
  readonly exDate: string;
  readonly kind: DistributionKind;
  /** Per share as traded on `exDate`. */
  readonly value: number;
  readonly received: { readonly instrumentId: string; readonly perShare: number } | null;
  readonly knownAt: number;
  readonly position: number;
}

/** The newest word on when an announcement of a kind, of a period, is to come. */
export interface KnownSchedule {
  readonly kind: AnnouncementRecord['original']['kind'];
  readonly period: string | null;
  /** Null: called off. */
  readonly moment: AnnouncementRecord['original']['moment'] | null;
  readonly source: string | null;
  readonly knownAt: number;
  readonly position: number;
}

export interface KnownObservation {
  readonly kind: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly knownAt: number;
  readonly position: number;
}

/** The original of an announcement, or one of its amendments, in which the instrument is a subject. */
export interface KnownAct {
  readonly of: string;
  readonly announcementId: string;
  /** 0 for the original, then the amendments in the order they were recorded. */
  readonly order: number;
  readonly knownAt: number;
  /** Of the event whose record is shown. */
  readonly position: number;
  readonly kind: AnnouncementRecord['original']['kind'];
  readonly headline: string;
  readonly role: string;
  readonly moment: AnnouncementRecord['original']['moment'];
  /** The issuer's period that it is about: 2025-Q4. An amendment that names none is about that of what it amends. */
  readonly period: string | null;
  /** Those that this very act gave; an amendment repeats none. */
  readonly measures: readonly Measure[];
}

/**
 * A tape and all that belongs to it, as known at a cut: of each fact the version with the greatest (knownAt,
 * position). Columns run parallel, one place a session that has a bar, in order; prices are as traded, NaN is "no
 * figure". It never changes; the views below it are pure functions of it.
 */
export interface Known {
  readonly instrumentId: string;
  readonly listing: Listing;
  /** Oldest first; never empty. */
  readonly names: readonly InstrumentName[];
  /** Of the whole life: spliced where the instrument moved between exchanges. */
  readonly exchange: Exchange;
  /** The exchange's sessions in columns, for the views. */
  readonly table: SessionTable;
  readonly sessions: readonly Session[];
  /** The exchange's ordinals of `sessions`: neighbours differ by one unless a session lacks its bar. */
  readonly ordinals: Int32Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  readonly barKnownAt: Float64Array;
  readonly barPosition: Float64Array;
  readonly barSource: readonly string[];
  /** What the splits make of a share, for the views. */
  readonly ladder: SplitLadder;
  /** Shares that one share of before the first split has become. */
  readonly splitFactor: Float64Array;
  /** close x splitFactor: the split-adjusted price that returns are quotients of. */
  readonly value: Float64Array;
  /** `value` with dividends and distributions reinvested on their ex-dates. */
  readonly totalValue: Float64Array;
  /** Sessions of bars on record that the calendar does not know (after a late change of exchange); no view uses them. */
  readonly strays: readonly Session[];
  /** By ex-date; with what the world knew of by then and had not seen yet. */
  readonly splits: readonly KnownSplit[];
  readonly dividends: readonly KnownDividend[];
  /** By ex-date, then kind. */
  readonly distributions: readonly KnownDistribution[];
  /** By start. */
  readonly halts: readonly KnownHalt[];
  readonly delisting: KnownDelisting | null;
  /** By kind and period. */
  readonly schedules: readonly KnownSchedule[];
  /** By instant, kind and source. */
  readonly observations: readonly KnownObservation[];
  /** By date, both. */
  readonly shareClasses: readonly KnownShareClasses[];
  readonly units: readonly KnownUnit[];
  /** Tapes of the issuer's other listed classes, where they are at hand: withClasses() sets them. */
  readonly others: ReadonlyMap<string, Known>;
  /** All versions of all classes, in the order they became known. */
  readonly shareCounts: readonly KnownShareCount[];
  /** By date and role. */
  readonly benchmarks: readonly KnownBenchmark[];
  /** By date and scheme. */
  readonly sectors: readonly KnownSector[];
  /** By knownAt, then announcement id and order. */
  readonly acts: readonly KnownAct[];
}
