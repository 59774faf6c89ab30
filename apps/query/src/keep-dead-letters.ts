import { DeadLetterDesk, KafkaLetters } from '@streakline/dead-letters';
import { connectEventLog, topicsOf } from '@streakline/event-log';
import type { EventStore } from '@streakline/event-store';
import type { Log } from '@streakline/observability';
import { dossiersProjection } from '@streakline/read-models';
import type { MaybeKafkaServiceSettings } from '@streakline/service';
import type { Pool } from 'pg';

export type DeadLettersOptions = Pick<MaybeKafkaServiceSettings, 'kafka' | 'topicPrefix'> & {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly log: Log;
};

/** What a process needs to show what was put aside, and to retry it: parked events, and records where it knows a Kafka. */
export function keepDeadLetters({ pool, store, log, kafka, topicPrefix = '' }: DeadLettersOptions): DeadLetterDesk {
  const letters = kafka && {
    eventLog: connectEventLog(kafka, log),
    ...{ topics: topicsOf(topicPrefix), prefix: topicPrefix },
  };
  return new DeadLetterDesk({
    ...{ pool, store, projections: [dossiersProjection] },
    kafka: letters && new KafkaLetters(letters),
  });
}
