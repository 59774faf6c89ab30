import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * One table for all versions of the projection: what was told stays told when another version begins to serve. Rows
 * are added and marked as sent, never changed otherwise. Order of `seq` is, of one subject, the order of the telling:
 * its writers hold the row of its partition's checkpoint.
 */
const UP = `
  CREATE SCHEMA insights;
  CREATE TABLE insights.outbox (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    kind text NOT NULL,
    subject text NOT NULL,
    session date NOT NULL,
    detail text NOT NULL,
    revision integer NOT NULL,
    corrects uuid,
    withdrawn boolean NOT NULL,
    known_at timestamptz NOT NULL,
    position bigint NOT NULL,
    data json NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at timestamptz,
    UNIQUE (subject, session, kind, detail, revision)
  );
  CREATE INDEX outbox_unsent ON insights.outbox (seq) WHERE sent_at IS NULL;`;

/** The outbox of insights. */
export class CreateInsightsOutbox1763946000000 implements MigrationInterface {
  readonly name = 'CreateInsightsOutbox1763946000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA insights CASCADE');
  }
}

/** TypeORM migrations of this library, in order. */
export const insightsMigrations = [CreateInsightsOutbox1763946000000];

/** Notified when insights were added to the outbox. */
export const INSIGHTS_CHANNEL = 'streakline_insights';
