import { type HandlerCall, type HandlerName, HANDLERS, type RunObserver } from '@streakline/backtest';

/** Where a run is: the newest call of the strategy, and how many sessions are behind it. */
export interface WatchedRun {
  /** Number of the newest call, from 0 on; -1 before the first. */
  readonly call: number;
  readonly handler: HandlerName | null;
  /** The replay's instant, epoch milliseconds. */
  readonly now: number;
  /** Last closed; null before the first. */
  readonly session: string | null;
  /** Place in the market's list; null: about no single instrument. */
  readonly instrument: number | null;
  /** Of the event in hand; null: none. */
  readonly position: number | null;
  readonly sessionsDone: number;
  readonly sessionsTotal: number;
  /** Whether it makes its own state, before the first call. */
  readonly inState: boolean;
}

const SLOTS = 9;
const DAY_MS = 86_400_000;

/**
 * A few numbers that two threads see: the one that runs a strategy writes where it is, the other looks. A call costs some
 * nanoseconds by it.
 */
export class Watch implements RunObserver {
  private readonly slots: Float64Array;

  constructor(readonly buffer: SharedArrayBuffer = new SharedArrayBuffer(SLOTS * 8)) {
    this.slots = new Float64Array(buffer);
  }

  /** Before a run, whose replay begins at this instant. */
  reset(now: number): void {
    this.slots.set([-1, -1, now, -1, -1, -1, 0, 0, 0]);
  }

  makingState(now: boolean): void {
    this.slots[8] = now ? 1 : 0;
  }

  /** The replay's instant: what the strategy's Date says. */
  get now(): number {
    return this.slots[2]!;
  }

  calling({ number, handler, at, sessionDay, instrumentIndex, position }: HandlerCall): void {
    const { slots } = this;
    slots[0] = number;
    slots[1] = HANDLERS.indexOf(handler);
    slots[2] = at;
    slots[3] = sessionDay;
    slots[4] = instrumentIndex;
    slots[5] = position;
  }

  progress(done: number, total: number): void {
    this.slots[6] = done;
    this.slots[7] = total;
  }

  look(): WatchedRun {
    const { slots } = this;
    const [day, instrument, position] = [slots[3]!, slots[4]!, slots[5]!];
    return {
      call: slots[0]!,
      handler: HANDLERS[slots[1]!] ?? null,
      now: slots[2]!,
      session: day < 0 ? null : new Date(day * DAY_MS).toISOString().slice(0, 10),
      instrument: instrument < 0 ? null : instrument,
      position: position < 0 ? null : position,
      sessionsDone: slots[6]!,
      sessionsTotal: slots[7]!,
      inState: slots[8] === 1,
    };
  }
}
