import { setTimeout as pause } from 'node:timers/promises';

/**
 * Lets requests go one after the other, never more than so many within any second: EDGAR allows ten to one address, and
 * shuts out for ten minutes who asks faster. One of these serves all requests of a pull.
 */
export class Pace {
  private readonly gapMs: number;
  private last = -Infinity;
  private heldUntil = -Infinity;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    perSecond: number,
    private readonly now: () => number = () => performance.now(),
    private readonly wait: (ms: number, signal?: AbortSignal) => Promise<void> = (ms, signal) =>
      pause(ms, undefined, signal === undefined ? {} : { signal }),
  ) {
    this.gapMs = 1_000 / perSecond;
  }

  /** Resolves when the next request may go. Rejects when the signal aborts. */
  turn(signal?: AbortSignal): Promise<void> {
    const mine = this.queue.then(() => this.waitForMine(signal));
    // Who gives up leaves the turn to the next.
    this.queue = mine.catch(() => undefined);
    return mine;
  }

  /** Nobody goes for so long: the server asked for it. */
  hold(ms: number): void {
    this.heldUntil = Math.max(this.heldUntil, this.now() + ms);
  }

  /** The gap runs from when a request really went: a timer that was late must not let two go close together. */
  private async waitForMine(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    for (let ms = this.left(); ms > 0; ms = this.left()) await this.wait(Math.ceil(ms), signal);
    this.last = this.now();
  }

  private left(): number {
    return Math.max(this.last + this.gapMs, this.heldUntil) - this.now();
  }
}
