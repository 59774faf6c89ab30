import type { DeadLetterSource } from '@streakline/event-log';
import type { EventStore } from '@streakline/event-store';
import type { Projection } from '@streakline/projections';
import type { Pool } from 'pg';

/** Where parked events lie, and the projections that may fold them. */
export interface ParkedSource {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly projections: readonly Projection[];
}

/** Where things are put aside; null: it is not open here. */
export interface Sources {
  readonly kafka: DeadLetterSource | null;
  readonly storage: ParkedSource | null;
}
