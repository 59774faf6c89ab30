import { cikOf } from '@streakline/edgar';
import { type EventStore, isRefusal } from '@streakline/event-store';
import type { InstrumentId } from '@streakline/events';
import { exchangeOfInstrument, resolveInstrument, type ResolvedInstrument } from '@streakline/instruments';
import type { Exchange } from '@streakline/market-time';
import type { ReadIssuer } from './read-issuer';

/** Whom an issuer's filings concern. */
export interface IssuerInstruments {
  /** Never empty. */
  readonly instruments: readonly ResolvedInstrument[];
  /** Of the first of them. */
  readonly exchange: Exchange;
}

/** The MICs that EDGAR's names of exchanges stand for. */
const MICS: Readonly<Record<string, string>> = {
  nasdaq: 'XNAS',
  nyse: 'XNYS',
  'nyse arca': 'ARCX',
  'nyse american': 'XASE',
  'nyse mkt': 'XASE',
  cboebzx: 'BATS',
  cboe: 'BATS',
};

/**
 * The instruments on record of an issuer: those listed with its CIK, else those that bear its tickers, where their own
 * CIK says nothing else. A text says why there are none.
 */
export async function issuerInstruments(
  store: EventStore,
  issuer: Pick<ReadIssuer, 'cik' | 'name' | 'tickers' | 'exchanges'>,
  onRecord: ReadonlyMap<string, readonly InstrumentId[]>,
): Promise<IssuerInstruments | string> {
  const { cik, name, tickers } = issuer;
  const refs = onRecord.get(cik) ?? refsOf(issuer);
  const found: ResolvedInstrument[] = [];
  for (const ref of refs) {
    const instrument = await resolveInstrument(store, ref);
    if (!isRefusal(instrument) && isOf(instrument, cik)) found.push(instrument);
  }
  const [first] = found;
  if (first !== undefined) return { instruments: found, exchange: exchangeOfInstrument(first.state) };
  const called = `${name} (CIK ${cik}${tickers.length === 0 ? '' : `, ${tickers.slice(0, 6).join(', ')}`})`;
  return `${called} is no issuer of an instrument on record. List it with its cik by POST /v1/instruments, or name it with --instrument.`;
}

/** The instrument that somebody named, for an issuer; a text says why it cannot be. */
export async function namedInstrument(
  store: EventStore,
  ref: string,
  cik: string,
): Promise<IssuerInstruments | string> {
  const instrument = await resolveInstrument(store, ref);
  if (isRefusal(instrument)) return instrument.detail;
  if (!isOf(instrument, cik)) {
    return `${ref} is listed with the CIK ${instrument.state.listing?.cik}, and the files are of CIK ${cik}.`;
  }
  return { instruments: [instrument], exchange: exchangeOfInstrument(instrument.state) };
}

function refsOf({ tickers, exchanges }: Pick<ReadIssuer, 'tickers' | 'exchanges'>): readonly string[] {
  return tickers.flatMap((ticker, index) => {
    const mic = MICS[(exchanges[index] ?? '').toLowerCase()];
    // EDGAR writes classes with a dash, exchanges with a dot.
    return mic === undefined
      ? []
      : [...new Set([ticker, ticker.replace('-', '.')])].map((symbol) => `${mic}:${symbol.toUpperCase()}`);
  });
}

function isOf({ state }: ResolvedInstrument, cik: string): boolean {
  const listed = cikOf(state.listing?.cik ?? '');
  return listed === undefined || listed === cik;
}
