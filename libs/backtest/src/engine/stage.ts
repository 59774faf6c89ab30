import type { Market } from '../market/market';
import { type Calendar, Calendars } from '../market/calendar';
import { OrderBook } from '../orders/order-book';
import { Ledger } from '../portfolio/ledger';
import type { Session } from '@streakline/market-time';
import type { Instrument } from '../strategy/instrument';
import { Cursor } from '../tape/cursor';
import { InstrumentView, type Scene } from '../tape/instrument-view';
import { historyOf } from '../tape/tape-history';
import { Clock } from './clock';
import type { BacktestSettings } from './settings';

/** What a run has before it: the market at the replay's instant, the portfolio and the orders. */
export class Stage implements Scene {
  /** The replay's instant. */
  now: number;
  /** Session last closed. */
  session: Session | null = null;
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly cursors: readonly Cursor[];
  readonly views: readonly InstrumentView[];
  /** Those that may be traded, ascending. */
  readonly universe: readonly number[];
  readonly ledger: Ledger;
  readonly book = new OrderBook();
  private readonly inUniverse: Uint8Array;
  private readonly calendarBy: (Calendar | undefined)[] = [];
  private readonly byId: ReadonlyMap<string, Cursor>;
  private trading: { readonly at: number; readonly views: readonly InstrumentView[] } | undefined;

  constructor(
    readonly market: Market,
    readonly settings: BacktestSettings,
  ) {
    const wanted = new Set(settings.universe);
    this.universe = market.instruments.flatMap(({ instrumentId, index }) => (wanted.has(instrumentId) ? [index] : []));
    this.inUniverse = new Uint8Array(market.instruments.length);
    for (const index of this.universe) this.inUniverse[index] = 1;
    this.calendars = new Calendars(settings.from, settings.to);
    for (const index of this.universe) this.calendars.of(market.instruments[index]!.known);
    this.clock = new Clock(this.calendars.all, market.cut.asOf ?? Infinity);
    this.now = Math.min(Clock.startOf(this.calendars.all), this.clock.end);
    this.cursors = market.instruments.map(
      (instrument) => new Cursor(instrument.index, historyOf(instrument, market.cut), this.now),
    );
    this.byId = new Map(this.cursors.map((cursor) => [cursor.known.instrumentId, cursor]));
    this.views = this.cursors.map((cursor) => new InstrumentView(cursor, this));
    this.ledger = new Ledger(settings.initialCash, (index, openedOn) => this.sessionsSince(index, openedOn));
  }

  readonly find = (instrumentId: string): Cursor | undefined => this.byId.get(instrumentId);

  /** Every instrument of the market may be traded. */
  get tradesAll(): boolean {
    return this.universe.length === this.cursors.length;
  }

  trades(index: number): boolean {
    return this.inUniverse[index] === 1;
  }

  /** The sessions and auctions of an instrument's exchange within the run. */
  calendarOf(index: number): Calendar {
    return (this.calendarBy[index] ??= this.calendars.of(this.market.instruments[index]!.known));
  }

  /** Of the universe, those that trade now. */
  get instruments(): readonly InstrumentView[] {
    if (this.trading?.at !== this.now) {
      const indexes = this.universe.filter((index) => this.cursors[index]!.isTrading(this.now));
      this.trading = { at: this.now, views: Object.freeze(indexes.map((index) => this.views[index]!)) };
    }
    return this.trading.views;
  }

  /** By id or MIC:SYMBOL, of those with a bar known; of several that bear the symbol, one that trades, else the last. */
  lookUp(ref: string): InstrumentView | undefined {
    const byId = this.byId.get(ref);
    if (byId !== undefined) return byId.length > 0 ? this.views[byId.index] : undefined;
    const bearers = this.cursors.filter((cursor) => cursor.length > 0 && cursor.ref === ref);
    const bearer = bearers.find((cursor) => cursor.isTrading(this.now)) ?? bearers[bearers.length - 1];
    return bearer === undefined ? undefined : this.views[bearer.index];
  }

  /** The place of an instrument that this run handed out; undefined for any other object. */
  indexOf(instrument: Instrument): number | undefined {
    const index: unknown = (instrument as Instrument | null | undefined)?.index;
    return typeof index === 'number' && this.views[index] === instrument ? index : undefined;
  }

  /** Bars known from a session on. */
  sessionsSince(index: number, openedOn: Session): number {
    const { known, length } = this.cursors[index]!;
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (known.sessions[middle]! < openedOn) low = middle + 1;
      else high = middle;
    }
    return length - low;
  }
}
