import type { Known } from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';

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
  }[];
  readonly tape: { readonly from: string; readonly to: string; readonly sessions: number } | null;
}

/** The directory, a row an instrument, under its present symbol. */
export const instrumentsTable: Table = {
  name: 'instruments',
  columns: { instrument_id: 'text', symbol: 'text', mic: 'text', name: 'text', currency: 'text', details: 'json' },
  primaryKey: ['instrument_id'],
  indexes: [{ columns: ['symbol', 'mic', 'instrument_id'] }],
};

export function instrumentRows(known: Known): readonly Row[] {
  const { instrumentId, listing, names } = known;
  const present = names.at(-1);
  const { symbol, mic } = present ?? { symbol: instrumentId, mic: '' };
  return [
    {
      instrument_id: instrumentId,
      symbol,
      mic,
      name: listing.name,
      currency: listing.currency,
      details: detailsOf(known),
    },
  ];
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
    shareCounts: known.shareCounts.map(({ countedOn, shares, source, knownAt }) => ({
      countedOn,
      shares,
      source,
      knownAt: new Date(knownAt).toISOString(),
    })),
    tape: first === undefined || last === undefined ? null : { from: first, to: last, sessions: sessions.length },
  };
}
