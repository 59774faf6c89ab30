import type { EventLog, TopicSettings } from '@streakline/event-log';
import type { EventStore } from '@streakline/event-store';
import type { Log } from '@streakline/observability';
import type { Pool } from 'pg';

export interface RelayOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly eventLog: EventLog;
  readonly topic: TopicSettings;
  readonly log: Log;
  /** How often a standby asks for the lock, in milliseconds; default 500. */
  readonly standbyInterval?: number;
  /** Milliseconds between watermarks while the head moves, at least; default 10. */
  readonly watermarkInterval?: number;
}
