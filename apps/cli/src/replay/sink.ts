import type { RawEvent } from '@streakline/event-store';

/** Where a replay tells what. */
export interface Sink {
  take(event: RawEvent): Promise<void>;
  /** Resolves when all that was taken has arrived. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
