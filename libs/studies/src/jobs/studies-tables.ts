import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * A row a study that was asked for, for ever: a result that was told is told again, whatever was recorded since. `seq`
 * is the order of asking, and of running. `epoch` counts who took it up: whoever writes names the one that it was given,
 * so that a process that lost its lock writes nothing any more. `crashes` counts those that ended while they ran it.
 * `result` and `rows` are json, not jsonb: told again byte by byte.
 */
const UP = `
  CREATE SCHEMA studies;
  CREATE TABLE studies.jobs (
    study_id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind text NOT NULL,
    request json NOT NULL,
    position bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    projection_version integer,
    progress json,
    failure json,
    result json,
    epoch integer NOT NULL DEFAULT 0,
    crashes integer NOT NULL DEFAULT 0,
    run_after timestamptz,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at timestamptz,
    finished_at timestamptz
  );
  CREATE INDEX jobs_waiting ON studies.jobs (seq) WHERE state IN ('queued', 'running');
  CREATE INDEX jobs_by_kind ON studies.jobs (kind, seq DESC);
  CREATE TABLE studies.row_chunks (
    study_id text NOT NULL REFERENCES studies.jobs,
    first_place integer NOT NULL,
    rows json NOT NULL,
    PRIMARY KEY (study_id, first_place)
  );
  CREATE TABLE studies.idempotency_keys (
    key_hash text PRIMARY KEY,
    fingerprint text NOT NULL,
    study_id text NOT NULL REFERENCES studies.jobs
  );`;

/** Studies that were asked for, their results, and the rows of these. */
export class CreateStudies1763949600000 implements MigrationInterface {
  readonly name = 'CreateStudies1763949600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA studies CASCADE');
  }
}

/** TypeORM migrations of this library, in order. */
export const studiesMigrations = [CreateStudies1763949600000];
