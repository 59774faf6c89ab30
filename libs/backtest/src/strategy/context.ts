import type { KnownAct } from '@streakline/dossiers';
import type { Session } from '@streakline/market-time';
import type { Instrument, InstrumentReaction, RunInForce } from './instrument';
import type { Params } from './params';

/**
 * How much of an instrument: `shares` and `value` are added to what is held (negative: sold), the others say what is to be
 * held after the fill. Shares are those of the order's instant: where they are split before the auction, so is the order.
 */
export type Quantity =
  | { readonly shares: number }
  /** In units of the portfolio's currency, at the fill's price, costs included. */
  | { readonly value: number }
  | { readonly toShares: number }
  | { readonly toValue: number }
  /** Fraction of the equity at the last marking before the fill. */
  | { readonly toWeight: number };

export interface OrderOptions {
  /** The next auction of this kind that the order is in time for. Default: the run's setting (`open`). */
  readonly at?: 'open' | 'close';
  /** Shown beside the order and its trade. */
  readonly tag?: string;
}

export interface Position {
  readonly instrument: Instrument;
  /** Negative: sold short. */
  readonly shares: number;
  /** Mean price paid per present share, in the currency, before costs. */
  readonly averagePrice: number;
  /** At the newest known close, less splits and payouts since. */
  readonly value: number;
  /** Session of the fill that opened it. */
  readonly openedOn: Session;
  /** Bars of the instrument known since the fill, that of the fill's session included. */
  readonly sessionsHeld: number;
  readonly tag: string | null;
}

export interface Portfolio {
  readonly currency: string;
  readonly cash: number;
  /** Cash and positions at their newest known closes. */
  readonly equity: number;
  /** Open ones, in the order they were opened. */
  readonly positions: readonly Position[];
  position(instrument: Instrument): Position | null;
  /** Orders that wait for their auction, in the order given. */
  readonly pending: readonly { readonly orderId: number; readonly instrument: Instrument }[];
}

/** What a strategy sees and can do at one instant of the replay. Valid during the call it is handed to. */
export interface Context<P extends Params = Params, State = unknown> {
  readonly params: P;
  /** Made by the strategy's `state` for this run. */
  readonly state: State;
  /** The replay's instant, epoch milliseconds. */
  readonly now: number;
  readonly portfolio: Portfolio;
  /** Those of the universe that are listed and trade now, in the market's order. */
  readonly instruments: readonly Instrument[];
  /** By id or MIC:SYMBOL (as in force now). Throws StrategyError `unknownInstrument`. */
  instrument(ref: string): Instrument;
  /**
   * Places an order for the next auction that it is in time for; answers its id. What the auction brings comes by onFill:
   * an instrument that is halted, delisted or without a price then leaves it unfilled. NaN and infinite quantities, and
   * instruments outside the run's universe, throw StrategyError `badOrder`.
   */
  order(instrument: Instrument, quantity: Quantity, options?: OrderOptions): number;
  /** Sells all that is held (buys back what was sold short). Null where nothing is held. */
  close(instrument: Instrument, options?: OrderOptions): number | null;
  /** Withdraws an order that waits; false where it has been filled or withdrawn. */
  cancel(orderId: number): boolean;
  /** In [0, 1), drawn from the run's seed: the same in every run. */
  random(): number;
  /** Kept in the result's log with the instant (the first 1,000 lines). */
  log(message: string): void;
}

/** An announcement or amendment that has just become public, for one instrument of the universe that it concerns. */
export interface AnnouncementEvent {
  readonly instrument: Instrument;
  readonly act: KnownAct;
}

/** The sessions that have just closed, of all exchanges that close at this instant. */
export interface SessionEvent {
  /** Of the exchange with most instruments among them. */
  readonly session: Session;
  /** Instruments of the universe whose bar became known with it. */
  readonly traded: readonly Instrument[];
}

/** Day 0 of an announcement has just closed, and the reaction to it can be told for the first time. */
export interface ReactionEvent {
  readonly instrument: Instrument;
  readonly act: KnownAct;
  readonly reaction: InstrumentReaction;
}

/** A close has just begun a run, made it longer, or ended one. */
export interface RunEvent {
  readonly instrument: Instrument;
  readonly change: 'began' | 'extended' | 'ended';
  /** The run begun, extended, or (ended) as it was at its last session. */
  readonly run: RunInForce;
}

/** What became of an order. */
export interface FillEvent {
  readonly orderId: number;
  readonly instrument: Instrument;
  /** Signed; 0 where nothing was filled. */
  readonly shares: number;
  /** Per share, as traded, without costs; NaN where nothing was filled. */
  readonly price: number;
  readonly unfilled: UnfilledReason | null;
}

/** Why an order, or a part of it, was not filled. */
export type UnfilledReason =
  /** The session has no bar, or none that was known at its close. */
  | 'noBar'
  /** The bar has no opening price. */
  | 'noOpen'
  | 'zeroVolume'
  /** The bar was on record before the order was decided: a fault of the data, which `backtest check` shows. */
  | 'priceKnown'
  /** A halt lay over the auction. */
  | 'halted'
  | 'delisted'
  | 'insufficientCash'
  /** It would have taken gross exposure beyond the run's `leverage`. */
  | 'leverage'
  /** Short sales are not allowed in this run. */
  | 'shortSale'
  /** Beyond the run's share of prior average volume, or of what was traded: the rest was filled. */
  | 'volumeCap'
  /** Rounded to whole shares, nothing was left. */
  | 'lessThanOneShare'
  /** The replay ended before its auction. */
  | 'endOfReplay'
  | 'cancelled';
