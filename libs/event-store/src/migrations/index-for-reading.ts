import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createReadingIndexes } from '../sql/create-reading-indexes';

/** Events are found by knownAt and by type. Some seconds a million events, during which nothing can be stored. */
export class IndexForReading1763983800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createReadingIndexes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index event_store.events_by_known_at, event_store.events_of_many, event_store.events_by_type',
    );
  }
}
