import { type Exchange, exchange, spliceExchanges } from '@streakline/market-time';
import { type Dossier, factsOf } from '../facts/dossier';
import type { FactOf } from '../facts/small-fact';
import type { InstrumentName } from './known';
import type { Moments } from './moments';
import { sessionTableOf } from './session-table';

/** The names within a cut: the listing's, then the renames by their dates (of two for one date, the later recorded). A rename is known from just before the open of its date. */
export function namesOf(dossier: Dossier, listing: FactOf<'listing'>, moments: Moments): readonly InstrumentName[] {
  const renames = new Map<string, InstrumentName>();
  for (const { symbol, mic, from, position } of factsOf(dossier, 'rename')) {
    const isKnown = position <= moments.asRecorded && sessionTableOf(exchange(mic)).eveOf(from) <= moments.asOf;
    if (isKnown) renames.set(from, { symbol, mic, from });
  }
  const byDate = [...renames.values()].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return [{ symbol: listing.symbol, mic: listing.mic, from: null }, ...byDate];
}

const spliced = new Map<string, Exchange>();

/** One exchange for the instrument's whole life. */
export function exchangeOf(names: readonly InstrumentName[]): Exchange {
  const parts = names.filter(({ mic }, i) => mic !== names[i - 1]?.mic);
  const key = parts.map(({ mic, from }) => `${mic} ${from ?? ''}`).join();
  const known = spliced.get(key);
  if (known !== undefined) return known;
  const fresh = spliceExchanges(
    parts.map(({ mic, from }) => ({ exchange: exchange(mic), ...(from === null ? {} : { from }) })),
  );
  spliced.set(key, fresh);
  return fresh;
}
