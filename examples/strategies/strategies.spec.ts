import {
  type BacktestResult,
  type Market,
  marketOf,
  resolveSettings,
  runBacktest,
  type Strategy,
} from '@streakline/backtest';
import { addEvent, type Dossier, emptyDossier } from '@streakline/dossiers';
import type { NewEvent, RecordedEvent } from '@streakline/events';
import { defaultMarket, generateInstruments } from '@streakline/generated-market';
import buyAndHold from './buy-and-hold';
import dealToDeal from './deal-to-deal';
import earningsDrift from './earnings-drift';
import runReversal from './run-reversal';

const RECORDED_AT = Date.parse('2026-01-02T00:00:00Z');

/** A small generated market, as a store would hold it. */
function market(): Market {
  const dossiers: Dossier[] = [];
  let position = 0;
  const recorded = (event: NewEvent): RecordedEvent => ({
    ...{ position: ++position, id: `event-${position}`, streamId: 'market', streamVersion: position },
    ...{ ...event, knownAt: event.knownAt ?? RECORDED_AT, recordedAt: RECORDED_AT },
    ...{ correlationId: 'market', causationId: null },
  });
  for (const one of generateInstruments({ ...defaultMarket, instruments: 40, years: 4, announcements: 640 })) {
    const dossier = emptyDossier(one.listed.instrumentId);
    const events = [...one.own, one.symbol, ...one.bars, ...one.announcements.map(({ made }) => made)];
    for (const event of events) addEvent(dossier, recorded(event));
    dossiers.push(dossier);
  }
  return marketOf(dossiers, { asRecorded: position });
}

describe('the examples of strategies', () => {
  let whole: Market;
  beforeAll(() => {
    whole = market();
  });
  const run = (strategy: Strategy, params = {}): BacktestResult => {
    const settings = resolveSettings({ from: '2022-03-01', to: '2025-12-31' }, whole);
    const result = runBacktest(whole, strategy, { settings, params });
    expect(result.failure).toBeNull();
    return result;
  };

  it('run on a generated market, twice to the same bytes', () => {
    for (const strategy of [buyAndHold, earningsDrift, runReversal, dealToDeal]) {
      const result = run(strategy);
      expect(result.trades.length).toBeGreaterThan(0);
      expect(JSON.stringify(run(strategy))).toBe(JSON.stringify(result));
    }
  });

  it('buy and hold: buy each instrument once, and sell nothing', () => {
    const { orders, trades } = run(buyAndHold);
    expect(orders.every(({ decidedAt }) => decidedAt === orders[0]?.decidedAt)).toBe(true);
    expect(new Set(orders.map(({ instrumentId }) => instrumentId)).size).toBe(orders.length);
    expect(trades.every(({ exitReason }) => exitReason !== 'order')).toBe(true);
  });

  it('drift after earnings: find the drift that was planted, beyond chance', () => {
    const { trades } = run(earningsDrift, { weight: 0.01 });
    const returns = trades.map(({ grossProfit, entryPrice, shares }) => grossProfit / (entryPrice * shares));
    const mean = returns.reduce((sum, one) => sum + one, 0) / returns.length;
    const sd = Math.sqrt(returns.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (returns.length - 1));
    const error = sd / Math.sqrt(returns.length);
    // A surprise beyond half a standard deviation is 1.14 of them in the mean, of a normal one: 2% each.
    expect(Math.abs(mean - 1.14 * 0.02) / error).toBeLessThan(3);
    expect(mean / error).toBeGreaterThan(2);
    expect(trades.filter(({ exitReason }) => exitReason === 'order').every((trade) => trade.sessionsHeld >= 20)).toBe(
      true,
    );
  });

  it('reversal after a run: bet against falling runs alone, unless told to sell short', () => {
    expect(run(runReversal).trades.every(({ side, tag }) => side === 'long' && tag === 'falling')).toBe(true);
    expect(run(runReversal, { short: true }).trades.some(({ side }) => side === 'short')).toBe(true);
  });

  it('deal to deal: every order was decided by an announcement', () => {
    const { orders } = run(dealToDeal);
    expect(orders.every(({ decidedIn, causes }) => decidedIn === 'onAnnouncement' && causes.length > 0)).toBe(true);
  });
});
