import type { EventStore } from '@streakline/event-store';

/** A store under test, and another adapter on the same data (another process, as it were). */
export interface StoreUnderTest {
  readonly store: EventStore;
  readonly another: EventStore;
  dispose(): Promise<void>;
}
