import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createAppendFunction } from '../sql/create-append-function';
import { createTables } from '../sql/create-tables';
import { forbidChanges } from '../sql/forbid-changes';

/** The event store as it was first shipped. */
export class CreateEventStore1763856000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [createTables, forbidChanges, createAppendFunction]) await runner.query(statement);
  }

  /** For development only: it drops every event. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema event_store cascade');
  }
}
