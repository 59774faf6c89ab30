import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Jest resolves no aliases in its global set-up, and this lib is made to be imported without any.
import { startEmbeddedPostgres } from '../../../embedded-postgres/src';
import { RUN_FOLDER_VARIABLE, RUN_PID_VARIABLE } from '../kafka/jest-run';
import { ADMIN_URL_VARIABLE, keepForTeardown } from './jest-server';

/** Starts the one PostgreSQL of a test run, in a folder of its own that the teardown removes. */
export default async function startForJest(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'streakline-test-'));
  const server = await startEmbeddedPostgres({
    dataDir,
    durability: 'none',
    log: (line) => process.stderr.write(`${line}\n`),
  });
  process.env[ADMIN_URL_VARIABLE] = server.url;
  keepForTeardown(server);
  process.env[RUN_FOLDER_VARIABLE] = mkdtempSync(join(tmpdir(), 'streakline-run-'));
  process.env[RUN_PID_VARIABLE] = String(process.pid);
}
