import {
  type Dossier,
  type Known,
  type KnownDelisting,
  type KnownDistribution,
  type KnownHalt,
  type KnownSchedule,
  type KnownShareClasses,
  type KnownUnit,
  listedAt,
  namesEver,
} from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';
import { wordsOf } from '../words';

/** What the directory tells of an instrument beside what it is found by. */
export interface InstrumentDetails {
  readonly issuer: string | null;
  readonly cik: string | null;
  readonly names: readonly { readonly symbol: string; readonly mic: string; readonly from: string | null }[];
  readonly benchmarks: readonly {
    readonly instrumentId: string;
    readonly role: string;
    readonly from: string | null;
  }[];
  /** Missing in rows that were written before there were sectors, which serve until the rebuild is done. */
  readonly sectors?: readonly {
    readonly scheme: string;
    readonly code: string;
    readonly name: string | null;
    readonly from: string | null;
  }[];
  readonly splits: readonly { readonly exDate: string; readonly from: number; readonly to: number }[];
  readonly dividends: readonly { readonly exDate: string; readonly amount: number }[];
  readonly shareCounts: readonly {
    readonly countedOn: string;
    readonly shares: number;
    readonly source: string | null;
    readonly knownAt: string;
    readonly shareClass: string | null;
  }[];
  /** Missing, both, in rows that were written before there were such facts. */
  readonly shareClasses?: readonly Omit<KnownShareClasses, 'position'>[];
  readonly units?: readonly Omit<KnownUnit, 'position'>[];
  /** These four are missing in rows that were written before there were such facts. */
  readonly distributions?: readonly Told<KnownDistribution>[];
  readonly halts?: readonly { readonly from: string; readonly to: string | null; readonly reason: string | null }[];
  readonly delisting?: Told<KnownDelisting> | null;
  readonly scheduled?: readonly Told<KnownSchedule>[];
  readonly tape: { readonly from: string; readonly to: string; readonly sessions: number } | null;
}

/** A fact as told to readers: without its position, its moment as RFC 3339 has it. */
type Told<Fact> = Omit<Fact, 'position' | 'knownAt'> & { readonly knownAt: string };

/**
 * The directory, a row an instrument, under its present symbol. `listed_at` is the position of its first listing; where it
 * ever had but `one_name`, that was its name at every past moment too, and `words` those that it was found by.
 */
export const instrumentsTable: Table = {
  name: 'instruments',
  columns: {
    instrument_id: 'text',
    symbol: 'text',
    mic: 'text',
    name: 'text',
    currency: 'text',
    listed_at: 'bigint',
    one_name: 'boolean',
    words: 'text',
    details: 'json',
  },
  primaryKey: ['instrument_id'],
  indexes: [{ columns: ['symbol', 'mic', 'instrument_id'] }],
};

/** What the directory tells of an instrument. */
export interface DirectoryEntry {
  readonly id: string;
  readonly symbol: string;
  readonly mic: string;
  readonly name: string;
  readonly currency: string;
  readonly details: InstrumentDetails;
}

export function instrumentRows(known: Known, dossier: Dossier): readonly Row[] {
  const { id, ...entry } = directoryEntryOf(known);
  const names = new Set(namesEver(dossier).map(({ mic, symbol }) => `${mic}:${symbol}`));
  const found = { listed_at: listedAt(dossier), one_name: names.size === 1, words: wordsOfInstrument(known) };
  return [{ instrument_id: id, ...entry, ...found }];
}

/** What an instrument is found by: its exchanges and symbols, former ones too, and its name. */
export function wordsOfInstrument({ names, listing }: Pick<Known, 'names' | 'listing'>): string {
  return wordsOf([...names.map(({ mic, symbol }) => `${mic} ${symbol}`), listing.name].join(' '));
}

export function directoryEntryOf(known: Known): DirectoryEntry {
  const { instrumentId, listing, names } = known;
  const present = names.at(-1);
  const { symbol, mic } = present ?? { symbol: instrumentId, mic: '' };
  return { id: instrumentId, symbol, mic, name: listing.name, currency: listing.currency, details: detailsOf(known) };
}

function detailsOf(known: Known): InstrumentDetails {
  const { listing, names, sessions } = known;
  const first = sessions[0];
  const last = sessions.at(-1);
  return {
    issuer: listing.issuer,
    cik: listing.cik,
    names: names.map(({ symbol, mic, from }) => ({ symbol, mic, from })),
    benchmarks: known.benchmarks.map(({ benchmarkId, role, from }) => ({ instrumentId: benchmarkId, role, from })),
    sectors: known.sectors.map(({ scheme, code, name, from }) => ({ scheme, code, name, from })),
    splits: known.splits.map(({ exDate, from, to }) => ({ exDate, from, to })),
    dividends: known.dividends.map(({ exDate, amount }) => ({ exDate, amount })),
    shareCounts: known.shareCounts.map(({ countedOn, shares, source, knownAt, shareClass }) => ({
      countedOn,
      shares,
      source,
      knownAt: new Date(knownAt).toISOString(),
      shareClass,
    })),
    shareClasses: known.shareClasses.map(({ position: _, ...classes }) => classes),
    units: known.units.map(({ position: _, ...unit }) => unit),
    distributions: known.distributions.map(told),
    halts: known.halts.map(haltTold),
    delisting: known.delisting === null ? null : told(known.delisting),
    scheduled: known.schedules.map(told),
    tape: first === undefined || last === undefined ? null : { from: first, to: last, sessions: sessions.length },
  };
}

function told<Fact extends { readonly knownAt: number; readonly position: number }>({
  position: _,
  knownAt,
  ...fact
}: Fact): Told<Fact> {
  return { ...fact, knownAt: new Date(knownAt).toISOString() };
}

function haltTold({ from, to, reason }: KnownHalt) {
  const resumed = to === null ? null : new Date(to).toISOString();
  return { from: new Date(from).toISOString(), to: resumed, reason };
}
