import type { MarketCap } from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';

/**
 * Market caps by session, a row an instrument and year: ten million of them are forty thousand rows to write, and a
 * new bar rewrites one. Columns run parallel.
 */
export const marketCapsTable: Table = {
  name: 'market_caps',
  columns: { instrument_id: 'text', year: 'integer', caps: 'json' },
  primaryKey: ['instrument_id', 'year'],
};

/** The fields of MarketCap, a column each. Where every class is the whole company, the class's own column is left out. */
export type MarketCapColumns = Columns<Omit<MarketCap, 'classMarketCap'>> & Partial<Columns<MarketCap>>;

type Columns<Fields> = { readonly [Field in keyof Fields]: readonly Fields[Field][] };

export function marketCapRows(instrumentId: string, caps: readonly MarketCap[]): readonly Row[] {
  const years = new Map<number, MarketCap[]>();
  for (const cap of caps) {
    const year = Number(cap.session.slice(0, 4));
    const ofYear = years.get(year);
    if (ofYear) ofYear.push(cap);
    else years.set(year, [cap]);
  }
  return [...years].map(([year, ofYear]) => ({ instrument_id: instrumentId, year, caps: columnsOf(ofYear) }));
}

function columnsOf(caps: readonly MarketCap[]): MarketCapColumns {
  return {
    session: caps.map(({ session }) => session),
    close: caps.map(({ close }) => close),
    shares: caps.map(({ shares }) => shares),
    countedOn: caps.map(({ countedOn }) => countedOn),
    adjustedShares: caps.map(({ adjustedShares }) => adjustedShares),
    marketCap: caps.map(({ marketCap }) => marketCap),
    reason: caps.map(({ reason }) => reason),
    ...(isOneClass(caps) ? {} : { classMarketCap: caps.map(({ classMarketCap }) => classMarketCap) }),
  };
}

function isOneClass(caps: readonly MarketCap[]): boolean {
  return caps.every(({ marketCap, classMarketCap }) => marketCap === classMarketCap);
}

export function marketCapsFrom(columns: MarketCapColumns): readonly MarketCap[] {
  return columns.session.map((session, at) => ({
    session,
    close: columns.close[at] ?? Number.NaN,
    shares: columns.shares[at] ?? null,
    countedOn: columns.countedOn[at] ?? null,
    adjustedShares: columns.adjustedShares[at] ?? null,
    marketCap: columns.marketCap[at] ?? null,
    classMarketCap: (columns.classMarketCap ?? columns.marketCap)[at] ?? null,
    reason: columns.reason[at] ?? null,
  }));
}
