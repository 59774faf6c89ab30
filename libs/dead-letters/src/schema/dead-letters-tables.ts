import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was answered to the Idempotency-Keys of retries and closings. The letters themselves lie elsewhere. */
const UP = `
  CREATE SCHEMA dead_letters;
  CREATE TABLE dead_letters.answers (
    key_hash text PRIMARY KEY,
    fingerprint text NOT NULL,
    answer json,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
  );`;

export class CreateDeadLetterAnswers1795521600000 implements MigrationInterface {
  readonly name = 'CreateDeadLetterAnswers1795521600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA dead_letters CASCADE');
  }
}

/** TypeORM migrations of this library, in order. */
export const deadLettersMigrations = [CreateDeadLetterAnswers1795521600000];
