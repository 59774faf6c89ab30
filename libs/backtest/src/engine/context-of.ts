import type { Context, OrderOptions, Quantity } from '../strategy/context';
import { StrategyError } from '../strategy/errors';
import type { Instrument } from '../strategy/instrument';
import type { Params } from '../strategy/params';
import type { Calls } from './calls';
import { portfolioView } from './portfolio-view';
import { seededRandom } from './random';
import type { LeakyContext } from './run-options';
import type { Stage } from './stage';

const LOG_LINES = 1_000;

/** What a run's context is made of. */
export interface Backstage {
  readonly stage: Stage;
  readonly calls: Calls;
  readonly params: Params;
  readonly log: { at: number; message: string }[];
  readonly hole: boolean;
}

/** The context that a strategy's handlers are called with. One object for the whole run; its members may be taken out of it. */
export function contextOf(backstage: Backstage, state: unknown): Context {
  const { stage, params, log, hole } = backstage;
  const random = seededRandom(stage.settings.seed);
  const context: Context = {
    params,
    state,
    get now() {
      return stage.now;
    },
    portfolio: portfolioView(stage),
    get instruments() {
      return stage.instruments;
    },
    instrument: (ref) => lookedUp(stage, ref),
    order: (instrument, quantity, options) => order(backstage, instrument, quantity, options),
    close: (instrument, options) => close(backstage, instrument, options),
    cancel: (orderId) => stage.book.cancel(orderId, stage.now),
    random,
    log(message) {
      if (log.length < LOG_LINES) log.push({ at: stage.now, message: textOf(message) });
    },
  };
  if (!hole) return Object.freeze(context);
  const leaky: LeakyContext = Object.assign(context, {
    whole: (instrument: Instrument) => stage.market.instruments[instrument.index]!.known,
  });
  return leaky;
}

function lookedUp(stage: Stage, ref: string): Instrument {
  const view = stage.lookUp(ref);
  if (view !== undefined) return view;
  const message = `No instrument ${ref} is listed at this instant: write its id, or MIC:SYMBOL as in force now.`;
  throw new StrategyError('unknownInstrument', message);
}

function close(backstage: Backstage, instrument: Instrument, options?: OrderOptions): number | null {
  const { stage } = backstage;
  const index = stage.indexOf(instrument);
  if (index !== undefined && !stage.ledger.holdings.has(index)) return null;
  return order(backstage, instrument, { toShares: 0 }, options);
}

function order(
  { stage, calls }: Backstage,
  instrument: Instrument,
  quantity: Quantity,
  { at = stage.settings.fillAt, tag }: OrderOptions = {},
): number {
  const index = tradedIndex(stage, instrument);
  const asked = checked(instrument, quantity);
  if (at !== 'open' && at !== 'close') throw badOrder(instrument, `it is for the "${String(at)}"; say open or close.`);
  const { now, settings, book } = stage;
  const calendar = stage.calendarOf(index);
  const place = calendar.firstAuction(at, now + settings.latencyMs, now);
  const orderId = book.nextId;
  book.place({
    ...{ orderId, index, instrumentId: instrument.id, ref: instrument.ref, asked, at },
    ...{ tag: tag === undefined ? null : textOf(tag), decidedAt: now, decidedIn: calls.occasion.handler },
    causes: causesOf(stage, calls, index),
    auctionAt: place === null ? Infinity : calendar[at === 'open' ? 'opens' : 'closes'][place]!,
    session: place === null ? null : calendar.sessions[place]!,
  });
  return orderId;
}

/** Of a session as a whole it is the instrument's own bar that the decision is about. */
function causesOf(stage: Stage, { occasion }: Calls, index: number): readonly number[] {
  const cursor = stage.cursors[index]!;
  return occasion.handler === 'onSession' && cursor.length > 0 ? [cursor.barPosition] : occasion.causes;
}

function tradedIndex(stage: Stage, instrument: Instrument): number {
  const index = stage.indexOf(instrument);
  if (index === undefined) {
    throw new StrategyError('badOrder', 'An order needs an instrument that this run has handed out.');
  }
  if (!stage.trades(index)) throw badOrder(instrument, "it is not in the run's universe, and may only be looked at.");
  return index;
}

const QUANTITIES = ['shares', 'value', 'toShares', 'toValue', 'toWeight'] as const;

function checked(instrument: Instrument, quantity: Quantity): Quantity {
  const given = Object.entries(quantity ?? {});
  const [name, amount] = given[0] ?? [];
  if (given.length !== 1 || !(QUANTITIES as readonly unknown[]).includes(name)) {
    throw badOrder(instrument, `its quantity must be one of { ${QUANTITIES.join(' } { ')} }.`);
  }
  if (!Number.isFinite(amount))
    throw badOrder(instrument, `its ${String(name)} is ${String(amount)}, no finite number.`);
  return Object.freeze({ ...quantity });
}

function badOrder(instrument: Instrument, what: string): StrategyError {
  return new StrategyError('badOrder', `An order of ${instrument.ref} cannot be: ${what}`);
}

/** Strategies are compiled without a look at types: what is kept must be text, whatever was given. */
function textOf(value: unknown): string {
  return String(value);
}
