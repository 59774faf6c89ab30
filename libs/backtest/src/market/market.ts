import { badPriceOf, type Dossier, type Known, knownBy, type PackedYear, unpackFacts } from '@streakline/dossiers';
import { MarketError } from '../strategy/errors';

/** An instrument's facts as they lie in the store's read models. */
export interface PackedInstrument {
  readonly instrumentId: string;
  readonly years: readonly PackedYear[];
}

/** What the whole replay may rest on. */
export interface MarketCut {
  /** Position: events stored later are left out. */
  readonly asRecorded: number;
  /** Epoch milliseconds: facts known later are left out of the whole replay (what `backtest check` cuts by). */
  readonly asOf?: number;
}

/** One instrument of a market: all its facts, and what is known of it at the market's cut. */
export interface MarketInstrument {
  /** Place in the market's list. */
  readonly index: number;
  readonly instrumentId: string;
  readonly dossier: Dossier;
  readonly known: Known;
}

/** Facts to replay: read once, used by any number of runs. It changes by none of them. */
export interface Market {
  readonly cut: MarketCut;
  /** By id, so that nothing depends on the order in which they were read. Those that were not listed by then are left out. */
  readonly instruments: readonly MarketInstrument[];
}

/**
 * Unpacks instruments and cuts them.
 *
 * @throws MarketError `badPrice` where a bar's price is no price.
 */
export function openMarket(instruments: readonly PackedInstrument[], cut: MarketCut): Market {
  const dossiers = instruments.map(({ instrumentId, years }) => unpackFacts(instrumentId, years));
  return marketOf(dossiers, cut);
}

/** The same market as it was known at an earlier instant (epoch milliseconds): nothing is read again. */
export function marketAsOf(market: Market, asOf: number): Market {
  return marketOf(
    market.instruments.map(({ dossier }) => dossier),
    { ...market.cut, asOf: Math.min(asOf, market.cut.asOf ?? Infinity) },
  );
}

/**
 * A market of dossiers at hand.
 *
 * @throws MarketError `badPrice`
 */
export function marketOf(dossiers: readonly Dossier[], cut: MarketCut): Market {
  const instruments: MarketInstrument[] = [];
  const byId = [...dossiers].sort((a, b) => (a.instrumentId < b.instrumentId ? -1 : 1));
  for (const dossier of byId) {
    const known = knownBy(dossier, cut);
    if (known === null) continue;
    refuseBadPrices(dossier, known, cut);
    instruments.push({ index: instruments.length, instrumentId: dossier.instrumentId, dossier, known });
  }
  return { cut, instruments };
}

/** A price that is none would be in every sum after it: better no run than one that says NaN. */
function refuseBadPrices(dossier: Dossier, { names }: Known, { asRecorded }: MarketCut): void {
  const bad = badPriceOf(dossier, asRecorded);
  if (bad === null) return;
  const { figure, session, value, position } = bad;
  const { mic, symbol } = names[names.length - 1]!;
  throw new MarketError(
    'badPrice',
    `The ${figure} of ${mic}:${symbol} on ${session}, told by the event at position ${position}, is ${value}, which is no price: revise that bar.`,
  );
}
