import { Auctioneer, type Settled } from '../orders/auctioneer';
import { CorporateActions } from '../portfolio/corporate-actions';
import { payOutDelisted } from '../portfolio/delisting';
import type { Context } from '../strategy/context';
import type { Strategy } from '../strategy/strategy';
import { Calls, RunEnded } from './calls';
import type { Instant, Tick } from './clock';
import { commonest } from './commonest';
import { contextOf } from './context-of';
import { EquityRecorder } from './equity-recorder';
import { News } from './news';
import { resolveParams } from './resolve-params';
import type { RunOptions } from './run-options';
import { Stage } from './stage';
import { StaleMarks } from './stale-marks';
import type { Market } from '../market/market';

/** One run: the replay's instants one after the other, each the same in every run. */
export class Replay {
  readonly stage: Stage;
  readonly calls: Calls;
  readonly recorder: EquityRecorder;
  readonly auctioneer: Auctioneer;
  readonly stale: StaleMarks;
  readonly params;
  readonly log: { at: number; message: string }[] = [];
  bars = 0;
  private barsBefore = 0;
  announcements = 0;
  readonly traded = new Set<number>();
  private readonly actions = new Map<number, CorporateActions>();
  /** By index: what decides at a close whether anything but a bar became known. */
  private readonly nextBarAt: Float64Array;
  private readonly nextOddAt: Float64Array;
  /** By index: 1 where its exchange closes at instants of the run's clock, so that its bars become known there. */
  private readonly isOnClock: Uint8Array;
  /** By index: 1 where `traded` has it. */
  private readonly hasTraded: Uint8Array;
  /** Those of the close before. Nearly every close is of the same instruments: it then has the same lists, too. */
  private closed: readonly number[] = [];
  private readonly inUniverse;
  private readonly viewsOf;

  constructor(
    market: Market,
    private readonly strategy: Strategy,
    private readonly options: RunOptions,
  ) {
    const { settings, observe = {}, stopBeforeCall = Infinity } = options;
    this.params = resolveParams(strategy, options.params);
    this.stage = new Stage(market, settings);
    const { ledger, cursors } = this.stage;
    this.calls = new Calls(strategy, this.stage, observe, stopBeforeCall);
    this.stale = new StaleMarks(this.stage);
    this.recorder = new EquityRecorder(ledger, settings);
    this.auctioneer = new Auctioneer(settings, ledger, cursors);
    this.nextBarAt = Float64Array.from(cursors, ({ nextBarAt }) => nextBarAt);
    this.nextOddAt = new Float64Array(cursors.length);
    this.isOnClock = Uint8Array.from(market.instruments, ({ known }) => Number(this.stage.calendars.closeWith(known)));
    this.hasTraded = new Uint8Array(cursors.length);
    const { stage } = this;
    this.inUniverse = forEachList((all) => (stage.tradesAll ? all : all.filter((index) => stage.trades(index))));
    this.viewsOf = forEachList((all) => Object.freeze(all.map((index) => stage.views[index]!)));
    for (const { index } of cursors) this.expect(index);
  }

  /** Up to the end, or to where the strategy fails. */
  run(): void {
    try {
      const context = this.begin();
      const news = new News(this.stage, this.calls, context);
      for (let instant = this.stage.clock.advance(); instant !== null; instant = this.stage.clock.advance()) {
        this.pass(instant, context, news);
        this.announcements = news.announcements;
      }
    } catch (error) {
      if (!(error instanceof RunEnded)) throw error;
    }
  }

  private begin(): Context {
    const { stage, calls, params, log } = this;
    const starting = { handler: 'onStart' as const, index: -1, causes: [] };
    const state = this.strategy.state === undefined ? undefined : calls.attempt(starting, this.strategy.state);
    const context = contextOf({ stage, calls, params, log, hole: this.options.hole ?? false }, state);
    calls.call(context, starting, undefined);
    return context;
  }

  private pass(instant: Instant, context: Context, news: News): void {
    const { stage } = this;
    const { opens, closes, odd, dateEnded } = instant;
    stage.now = instant.at;
    for (const tick of opens) this.beforeOpen(tick);
    const moved = this.learn(odd, closes.length > 0);
    const settled = [...this.hold('open', opens), ...this.hold('close', closes)];
    if (odd.length === 0) this.markAtClose(moved);
    else this.mark([...moved, ...odd]);
    const inUniverse = this.inUniverse(moved);
    this.bars += inUniverse.length;
    this.endSessions(closes);
    if (dateEnded !== null) this.endDate(dateEnded);
    for (const one of settled) this.tellFill(one, context);
    const concerned = news.tellAnnouncements(odd);
    if (closes.length > 0 || inUniverse.length > 0) this.tellSession(instant, inUniverse, context);
    news.tellRuns(inUniverse);
    news.tellReactions(concerned.length === 0 ? inUniverse : ascending([...concerned, ...inUniverse]));
  }

  /** Corporate actions and delistings come before anybody can trade. */
  private beforeOpen({ calendar, place }: Tick): void {
    const { stage, recorder } = this;
    const session = calendar.sessions[place]!;
    recorder.chargeNights(session);
    for (const holding of [...stage.ledger.holdings.values()]) {
      if (stage.calendarOf(holding.index) !== calendar) continue;
      this.actions.get(holding.index)?.apply(holding, session);
      const delisting = stage.cursors[holding.index]!.delisting(stage.now);
      if (holding.shares === 0 || delisting === null || delisting.lastSession >= session) continue;
      payOutDelisted(stage.ledger, holding, delisting, session, stage.settings.delistingReturn);
    }
  }

  /** Moves what something became known of; answers those whose newest bar is of a later session than before. */
  private learn(odd: readonly number[], isClose: boolean): readonly number[] {
    const moved = odd.filter((index) => this.move(index));
    if (!isClose) return moved;
    const closed = this.learnBars();
    return moved.length > 0 ? ascending([...moved, ...closed]) : closed;
  }

  /** The hot loop of a replay: a few reads of columns an instrument, and no list unless it differs from the last one. */
  private learnBars(): readonly number[] {
    const { nextBarAt, nextOddAt, closed } = this;
    const { cursors, now } = this.stage;
    let alike = 0;
    let others: number[] | undefined;
    for (let index = 0; index < nextBarAt.length; index++) {
      if (nextBarAt[index]! > now) continue;
      if (nextOddAt[index]! > now) nextBarAt[index] = cursors[index]!.moveBars(now);
      else if (!this.move(index)) continue;
      if (others === undefined && closed[alike] === index) alike++;
      else (others ??= closed.slice(0, alike)).push(index);
    }
    if (others === undefined && alike === closed.length) return closed;
    return (this.closed = others ?? closed.slice(0, alike));
  }

  private move(index: number): boolean {
    const cursor = this.stage.cursors[index]!;
    const hasMoved = cursor.moveTo(this.stage.now);
    this.nextBarAt[index] = cursor.nextBarAt;
    this.expect(index);
    return hasMoved;
  }

  /** Bars of exchanges that the run does not trade on are known at closes that its clock has not. */
  private expect(index: number): void {
    const { nextBarAt, nextOddAt } = this.stage.cursors[index]!;
    const at = this.isOnClock[index] === 1 ? nextOddAt : Math.min(nextOddAt, nextBarAt);
    this.nextOddAt[index] = at;
    if (at !== Infinity) this.stage.clock.expect(index, at);
  }

  private hold(kind: 'open' | 'close', ticks: readonly Tick[]): readonly Settled[] {
    if (ticks.length === 0) return [];
    const { book, now } = this.stage;
    const due = book.takeDue(kind, now);
    if (due.length === 0) return [];
    const settled = this.auctioneer.hold(due, now);
    for (const { order, outcome } of settled) {
      book.settle(order, outcome);
      if (outcome.sharesFilled !== 0 && order.session !== null) this.expectActions(order.index, order.session);
    }
    return settled;
  }

  /** From its opening on, a position is under the issuer's doings. */
  private expectActions(index: number, session: string): void {
    const before = this.actions.get(index);
    if (before !== undefined) {
      before.skipTo(session);
      return;
    }
    const { market, ledger, settings } = this.stage;
    const actions = new CorporateActions(market.instruments[index]!.known, ledger, settings.fractionalShares);
    actions.skipTo(session);
    this.actions.set(index, actions);
  }

  /** Bars on time: their closes are the marks. */
  private markAtClose(moved: readonly number[]): void {
    const { ledger, cursors, now } = this.stage;
    if (moved.length > 0) {
      for (const holding of ledger.holdings.values()) {
        const cursor = cursors[holding.index]!;
        if (cursor.newestKnownAt === now) holding.mark = cursor.newestClose;
      }
    }
  }

  /** Positions of which something became known; nothing else can have changed their worth. */
  private mark(indexes: readonly number[]): void {
    const { ledger, cursors } = this.stage;
    for (const index of indexes) {
      const holding = ledger.holdings.get(index);
      const { session, newestClose } = cursors[index]!;
      // Bought since its newest bar: what was paid is the newer word.
      if (holding === undefined || session === null || session < holding.openedOn) continue;
      holding.mark = this.actions.get(index)?.exMark(newestClose, session) ?? newestClose;
    }
  }

  private endSessions(closes: readonly Tick[]): void {
    for (const { calendar, place } of closes) {
      const session = calendar.sessions[place]!;
      const { stage } = this;
      if (stage.session === null || session > stage.session) stage.session = session;
      this.stale.close(calendar, session);
    }
  }

  private endDate(date: string): void {
    this.recorder.record(date);
    this.stale.note(date, this.bars - this.barsBefore);
    this.barsBefore = this.bars;
    this.options.observe?.progress?.(this.recorder.columns.sessions.length, this.stage.clock.dates);
  }

  private tellFill({ order, outcome }: Settled, context: Context): void {
    const { orderId, index } = order;
    const { sharesFilled: shares, price, unfilled, pricePosition } = outcome;
    const causes = pricePosition === null ? [] : [pricePosition];
    const event = { orderId, instrument: this.stage.views[index]!, shares, price: price ?? Number.NaN, unfilled };
    this.calls.call(context, { handler: 'onFill', index, causes }, event);
  }

  /** Of several sessions that of most instruments. Without late bars among them, all are of those that close now. */
  private sessionOf({ closes, odd }: Instant, moved: readonly number[]): string {
    const [first, ...others] = closes.map(({ calendar, place }) => calendar.sessions[place]!);
    if (odd.length === 0 && first !== undefined && others.every((other) => other === first)) return first;
    const { cursors } = this.stage;
    return commonest(moved.flatMap((index) => cursors[index]!.session ?? [])) ?? first ?? '';
  }

  private noteTraded(moved: readonly number[]): void {
    const { hasTraded } = this;
    for (const index of moved) {
      if (hasTraded[index] === 1) continue;
      hasTraded[index] = 1;
      this.traded.add(index);
    }
  }

  private tellSession(instant: Instant, moved: readonly number[], context: Context): void {
    this.noteTraded(moved);
    if (!this.calls.has('onSession')) return;
    const session = this.sessionOf(instant, moved);
    const event = { session, traded: this.viewsOf(moved) };
    this.calls.call(context, { handler: 'onSession', index: -1, causes: [] }, event);
  }
}

/** Makes something of a list of instruments, and gives it again as long as the very same list comes. */
function forEachList<Made>(make: (indexes: readonly number[]) => Made): (indexes: readonly number[]) => Made {
  let last: readonly number[] | undefined;
  let made: Made | undefined;
  return (indexes) => {
    // An instant between two closes seldom moves a bar, and leaves what was made for them.
    if (indexes.length === 0) return make(indexes);
    if (made === undefined || last !== indexes) [last, made] = [indexes, make(indexes)];
    return made;
  };
}

function ascending(indexes: readonly number[]): readonly number[] {
  return [...new Set(indexes)].sort((a, b) => a - b);
}
