import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * A row a key, for ever: who could do what, and until when. Of the secret there is its hash. One name has one key that is
 * not revoked, whoever makes keys at the same moment.
 */
const UP = `
  CREATE SCHEMA access;
  CREATE TABLE access.api_keys (
    id text PRIMARY KEY,
    name text NOT NULL,
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
    secret_hash bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
  );
  CREATE UNIQUE INDEX api_keys_by_name ON access.api_keys (name) WHERE revoked_at IS NULL;`;

/** API keys. */
export class CreateApiKeys1795449600000 implements MigrationInterface {
  readonly name = 'CreateApiKeys1795449600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA access CASCADE');
  }
}

/** TypeORM migrations of this library, in order. */
export const apiKeysMigrations = [CreateApiKeys1795449600000];
