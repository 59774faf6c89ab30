import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a running writer see what was changed under its feet (checkpoints.ts, `revision`). */
export class AddCheckpointRevision1763942400000 implements MigrationInterface {
  readonly name = 'AddCheckpointRevision1763942400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE projections.checkpoints ADD COLUMN revision integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE projections.checkpoints DROP COLUMN revision');
  }
}
