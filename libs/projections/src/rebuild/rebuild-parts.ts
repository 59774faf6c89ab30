import type { EventStore } from '@streakline/event-store';
import type { Pool } from 'pg';
import type { Projection } from '../contract/projection';

/** What a rebuild works on. */
export interface RebuildParts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly projection: Projection;
}
