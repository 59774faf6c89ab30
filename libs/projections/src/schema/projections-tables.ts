import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AddCheckpointRevision1763942400000 } from './add-checkpoint-revision';

/*
 * `projections.serving` has a row a projection: the version that answers, and the last version number ever given, so
 * that a number is never used twice (a rebuilder that lost its lock must not write into its successor's tables).
 */
const UP = `
  CREATE SCHEMA IF NOT EXISTS projections;
  CREATE TABLE projections.serving (
    projection text PRIMARY KEY,
    version integer,
    last_version integer NOT NULL
  );
  CREATE TABLE projections.versions (
    projection text NOT NULL,
    version integer NOT NULL,
    definition integer NOT NULL,
    state text NOT NULL CHECK (state IN ('building', 'built', 'kept')),
    built_to bigint,
    progress json,
    PRIMARY KEY (projection, version)
  );
  CREATE TABLE projections.checkpoints (
    projection text NOT NULL,
    version integer NOT NULL,
    partition integer NOT NULL,
    position bigint NOT NULL,
    offset_hint bigint,
    PRIMARY KEY (projection, version, partition)
  ) WITH (fillfactor = 50);
  CREATE TABLE projections.parked (
    projection text NOT NULL,
    version integer NOT NULL,
    key text NOT NULL,
    position bigint NOT NULL,
    reason text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (projection, version, key, position)
  );`;

/** Checkpoints, versions and parked events of every projection. The projections' own tables are made by the engine. */
export class CreateProjectionsTables1763856000000 implements MigrationInterface {
  readonly name = 'CreateProjectionsTables1763856000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA projections CASCADE');
  }
}

/** TypeORM migrations of this library, in order. */
export const projectionsMigrations = [CreateProjectionsTables1763856000000, AddCheckpointRevision1763942400000];
