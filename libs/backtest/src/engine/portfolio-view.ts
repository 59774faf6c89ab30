import type { Portfolio, Position } from '../strategy/context';
import type { Instrument } from '../strategy/instrument';
import type { Holding } from '../portfolio/holding';
import type { Stage } from './stage';

/** The portfolio as a strategy sees it: figures at the replay's instant, none of which it can change. */
export function portfolioView(stage: Stage): Portfolio {
  const { ledger, book, settings, views } = stage;
  return Object.freeze({
    currency: settings.currency,
    get cash() {
      return ledger.cash;
    },
    get equity() {
      return ledger.equity;
    },
    get positions() {
      return [...ledger.holdings.values()].map(positionOf);
    },
    position(instrument: Instrument) {
      const index = stage.indexOf(instrument);
      const holding = index === undefined ? undefined : ledger.holdings.get(index);
      return holding === undefined ? null : positionOf(holding);
    },
    get pending() {
      return book.pending.map(({ orderId, index }) => ({ orderId, instrument: views[index]! }));
    },
  });

  function positionOf({ index, shares, mark, averagePrice, openedOn, tag }: Holding): Position {
    const sessionsHeld = stage.sessionsSince(index, openedOn);
    const instrument = views[index]!;
    return { instrument, shares, averagePrice, value: shares * mark, openedOn, sessionsHeld, tag };
  }
}
