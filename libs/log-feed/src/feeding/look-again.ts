import { setTimeout as wait } from 'node:timers/promises';
import type { Positions } from '@streakline/projections';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** Looks in a row after which the log is not waited for. */
const FRUITLESS = 2;

export interface LookAgainParts {
  readonly head: () => Promise<number>;
  readonly positions: () => Positions;
  /** Whether records of any partition wait to be written: then the others' may only not be fetched yet. */
  readonly isBusy: () => boolean;
  /** Has the last records of these partitions read once more, where there are any; else the store, as readStore(). */
  readonly readEnds: (partitions: readonly number[], upTo: number) => Promise<void>;
  /** Has what these partitions miss up to a position read from the store. */
  readonly readStore: (partitions: readonly number[], upTo: number) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
  /** Called after the first look that succeeds again. */
  readonly onMended: () => void;
}

/**
 * Has the end of the log read again where a partition is behind the store and nothing comes. A log that was made anew
 * may have grown exactly to the offset at which its reader waits, with records that it has not seen; the last record
 * tells. Where that helps nothing, since the log is empty or the relay is down, the store is read instead.
 */
export class LookAgain {
  private readonly stopping = new AbortController();
  private seen: Positions = new Map();
  private pauseMs = FIRST_PAUSE_MS;
  private fruitless = 0;
  private inTrouble = false;

  constructor(private readonly parts: LookAgainParts) {}

  start(): void {
    void this.run();
  }

  stop(): void {
    this.stopping.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (;;) {
      // Cut short by stop().
      await wait(this.pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.lookOrTell();
    }
  }

  private async lookOrTell(): Promise<void> {
    try {
      await this.look();
      if (this.inTrouble) this.parts.onMended();
      this.inTrouble = false;
    } catch (error) {
      this.inTrouble = true;
      this.parts.onTrouble(error);
    }
  }

  /** For tests; else called every few seconds. */
  async look(): Promise<void> {
    const { head, positions, isBusy, readEnds, readStore } = this.parts;
    const before = this.seen;
    this.seen = positions();
    const newest = await head();
    const still = [...this.seen].filter(
      ([partition, position]) => position < newest && before.get(partition) === position && !isBusy(),
    );
    this.pauseMs = still.length === 0 ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, this.pauseMs * 2);
    this.fruitless = still.length === 0 ? 0 : this.fruitless + 1;
    if (still.length === 0) return;
    const partitions = still.map(([partition]) => partition);
    await (this.fruitless > FRUITLESS ? readStore : readEnds)(partitions, newest);
  }
}
