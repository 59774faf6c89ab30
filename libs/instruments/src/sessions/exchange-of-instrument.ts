import { type Exchange, exchange, spliceExchanges } from '@streakline/market-time';
import type { InstrumentState } from '../identity/instrument-state';

/**
 * The exchange that a listed instrument trades on: one calendar also where it moved from one exchange to another.
 *
 * @throws RangeError of an instrument that is not listed.
 */
export function exchangeOfInstrument(state: InstrumentState): Exchange {
  return spliceExchanges(
    state.names.map(({ mic, from }) => ({ exchange: exchange(mic), ...(from === null ? {} : { from }) })),
  );
}
